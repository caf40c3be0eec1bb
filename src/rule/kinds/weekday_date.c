/* weekday matches date: "Saturday, 17 October 2004" was a Sunday. */
#include "rule/kinds.h"

enum { FAR_DAYS = 180 };

/* A year that was only inferred from the publication date may be the wrong one: far away it proves nothing. */
static bool is_certain(const cck_candidate *c) {
  const cck_claim *claim = c->claim;
  cck_period published = c->body->source->period;
  if (claim->time.basis != CCK_BASIS_RELATIVE || cck_period_is_none(published))
    return true;
  return cck_period_gap(claim->date.days, published) <= FAR_DAYS;
}

static bool has_both(const cck_claim *claim) {
  const cck_date *date = &claim->date;
  return claim->kind == CCK_CLAIM_DATE && date->valid && cck_weekday_name(date->weekday) &&
         date->days.min != CCK_NO_DAY && date->days.min == date->days.max;
}

static void check(const cck_scan *scan, const cck_candidate *c) {
  const cck_date *date = &c->claim->date;
  cck_arena *arena = scan->run->arena;
  cck_run_mark(scan, c);
  int real = cck_weekday(date->days.min);
  if (real == date->weekday)
    return;
  cck_draft draft = cck_draft_new(scan, CCK_RELATION_INCONSISTENT);
  cck_draft_party(scan, &draft, c);
  CCK_PUSH(scan->arena, &draft.values, cck_slice_of(cck_weekday_name(date->weekday)));
  draft.message.values[CCK_MESSAGE_date] = cck_period_text(arena, date->days);
  draft.message.values[CCK_MESSAGE_value] = cck_slice_of(cck_weekday_name(date->weekday));
  draft.message.values[CCK_MESSAGE_other] = cck_slice_of(cck_weekday_name(real));
  cck_draft_step(scan, &draft, "%s", cck_candidate_reading(arena, c).ptr);
  cck_draft_step(scan, &draft, "the text says %s; the calendar says %s", cck_weekday_name(date->weekday),
                 cck_weekday_name(real));
  cck_run_report(scan, &draft);
}

static void evaluate(const cck_scan *scan) {
  for (size_t i = 0; i < scan->count; i++)
    if (has_both(scan->items[i].claim) && is_certain(&scan->items[i]))
      check(scan, &scan->items[i]);
}

const cck_kind_form cck_kind_form_weekday_date = {evaluate, "{date} is a {other}, not a {value}"};
