/*
 * duration fits dates: "the 30-year lease from 2012 to 2040".
 *
 *   start  [2012-01-01 .. 2012-12-31]     the least that lies between: from the last day of the start to the first of
 *   end    [2040-01-01 .. 2040-12-31]     the end; the most: from the first day of all to the last, both counted
 *
 * So ends may be counted or not ("from 5 to 9 May" is four days or five), and the length may be rounded by half its
 * last digit.
 */
#include "rule/kinds.h"

enum { SECONDS_A_DAY = 86400, DIGITS = 12 };

typedef struct stretch {
  const cck_candidate *length, *start, *end;
  cck_period from, to;
  cck_decimal unit;      /* of the length, in days */
  cck_decimal low, high; /* what the dates give, in the length's unit */
} stretch;

/* The unit of this precision around a day. */
static cck_period unit_around(cck_day day, cck_precision precision) {
  cck_civil c = cck_civil_of(day);
  switch (precision) {
  case CCK_PRECISION_WEEK:
    return cck_period_week(day);
  case CCK_PRECISION_MONTH:
    return cck_period_month(c.year, c.month);
  case CCK_PRECISION_QUARTER:
    return cck_period_quarter(c.year, (c.month + 2) / 3);
  case CCK_PRECISION_YEAR:
    return cck_period_year(c.year);
  default:
    return cck_period_day(day);
  }
}

/* Both ends may be one claim, "2012 to 2040": then its precision tells how far each reaches. */
static bool read_ends(stretch *s) {
  const cck_date *start = &s->start->claim->date;
  const cck_date *end = &s->end->claim->date;
  bool dates = s->start->claim->kind == CCK_CLAIM_DATE && s->end->claim->kind == CCK_CLAIM_DATE;
  if (!dates || !start->valid || !end->valid || !cck_period_is_known(start->days) || !cck_period_is_known(end->days) ||
      start->precision > CCK_PRECISION_YEAR || start->precision == CCK_PRECISION_SEASON)
    return false;
  s->from = start->days;
  s->to = end->days;
  if (s->start->claim == s->end->claim) {
    s->from = unit_around(start->days.min, start->precision);
    s->to = unit_around(start->days.max, start->precision);
  }
  return s->from.min <= s->to.max;
}

static bool in_units(const stretch *s, int64_t days, cck_decimal *out) {
  return cck_decimal_div(cck_decimal_of(days < 0 ? 0 : days), s->unit, DIGITS, out);
}

static bool read_stretch(const cck_scan *scan, const cck_candidate *c, stretch *out) {
  const cck_claim *start = cck_run_linked(c, "start");
  const cck_claim *end = cck_run_linked(c, "end");
  cck_unit_view unit = cck_unit_memo_view(&scan->run->units, c->claim->value.unit);
  *out = (stretch){.length = c};
  if (!start || !end || !cck_slice_is(unit.dimension, "duration") ||
      !cck_decimal_div(unit.factor, cck_decimal_of(SECONDS_A_DAY), DIGITS, &out->unit) ||
      cck_decimal_is_zero(out->unit))
    return false;
  out->start = cck_run_sibling(scan, c, start);
  out->end = start == end ? out->start : cck_run_sibling(scan, c, end);
  return read_ends(out) && in_units(out, out->to.min - out->from.max, &out->low) &&
         in_units(out, out->to.max - out->from.min + 1, &out->high);
}

/* The length, with half its last digit on both sides. */
static bool length_figure(const cck_scan *scan, const stretch *s, cck_figure *out) {
  const cck_unit_view own = {.factor = cck_decimal_of(1)};
  cck_decimal half = cck_claim_last_written(s->length->claim, CCK_LAST_CAREFUL);
  return cck_decimal_mul(half, (cck_decimal){5, -1}, &half) &&
         cck_figure_of(s->length->claim, &own, scan->rule->hedge, out) && cck_figure_widen(out, half);
}

static bool is_off(const cck_scan *scan, const stretch *s) {
  cck_figure f;
  if (!length_figure(scan, s, &f))
    return false;
  return (f.has_max && cck_decimal_cmp(f.max, s->low) < 0) || (f.has_min && cck_decimal_cmp(f.min, s->high) > 0);
}

/* "4 to 5 days": to the nearest whole one. */
static cck_slice actual_words(cck_arena *arena, const stretch *s) {
  cck_slice unit = s->length->claim->value.unit;
  cck_decimal low, high;
  if (!cck_decimal_round(s->low, 0, &low) || !cck_decimal_round(s->high, 0, &high))
    return CCK_S("another length");
  if (cck_decimal_cmp(low, high) == 0)
    return cck_amount_words(arena, low, unit);
  return cck_arena_printf(arena, "%s to %s", cck_number_text(arena, low).ptr, cck_amount_words(arena, high, unit).ptr);
}

static void report(const cck_scan *scan, const stretch *s) {
  cck_arena *arena = scan->run->arena;
  cck_draft draft = cck_draft_new(scan, CCK_RELATION_INCONSISTENT);
  cck_slice *values = draft.message.values;
  cck_draft_cite(scan, &draft, s->length);
  cck_draft_cite(scan, &draft, s->start);
  if (s->end != s->start)
    cck_draft_cite(scan, &draft, s->end);
  values[CCK_MESSAGE_value] = cck_claim_full_words(arena, s->length->claim);
  values[CCK_MESSAGE_unit] = cck_claim_unit_words(arena, s->length->claim);
  values[CCK_MESSAGE_low] = cck_period_text(arena, s->from);
  values[CCK_MESSAGE_high] = cck_period_text(arena, s->to);
  values[CCK_MESSAGE_other] = actual_words(arena, s);
  cck_draft_step(scan, &draft, "from %s to %s: %s, ends counted or not; not %s, rounded or not",
                 values[CCK_MESSAGE_low].ptr, values[CCK_MESSAGE_high].ptr, values[CCK_MESSAGE_other].ptr,
                 values[CCK_MESSAGE_value].ptr);
  cck_run_report(scan, &draft);
}

static void evaluate(const cck_scan *scan) {
  for (size_t i = 0; i < scan->count; i++) {
    stretch s;
    if (scan->items[i].claim->links.count == 0 || !read_stretch(scan, &scan->items[i], &s))
      continue;
    cck_run_mark(scan, s.length);
    cck_run_mark(scan, s.start);
    cck_run_mark(scan, s.end);
    if (is_off(scan, &s))
      report(scan, &s);
  }
}

const cck_kind_form cck_kind_form_duration_fits = {evaluate, "{value}, but from {low} to {high} it is {other}"};
