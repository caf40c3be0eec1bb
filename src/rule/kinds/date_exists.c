/* date exists: 31 June, 29 February 2003. */
#include "rule/kinds.h"

static void report(const cck_scan *scan, const cck_candidate *c) {
  cck_draft draft = cck_draft_new(scan, CCK_RELATION_INCONSISTENT);
  cck_run_mark(scan, c);
  cck_draft_party(scan, &draft, c);
  draft.message.values[CCK_MESSAGE_value] = cck_claim_words(scan->run->arena, c->claim);
  draft.message.values[CCK_MESSAGE_date] = draft.message.values[CCK_MESSAGE_value];
  cck_draft_step(scan, &draft, "\"%.*s\" (%.*s:%u:%u) names a day that is not in the Gregorian calendar",
                 (int)c->claim->text.len, c->claim->text.ptr, (int)c->claim->path.len, c->claim->path.ptr,
                 c->claim->line, c->claim->column);
  cck_run_report(scan, &draft);
}

static void evaluate(const cck_scan *scan) {
  for (size_t i = 0; i < scan->count; i++)
    if (scan->items[i].claim->kind == CCK_CLAIM_DATE && !scan->items[i].claim->date.valid)
      report(scan, &scan->items[i]);
}

const cck_kind_form cck_kind_form_date_exists = {evaluate, "{value} is a day that no calendar has"};
