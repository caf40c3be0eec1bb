/*
 * change adds up within TOL: "rose from 10 to 15, a 40% increase", "rose" with falling
 * figures, percent against percentage points.
 *
 * The two figures are widened by half their last written digit (but "10 to 15" is exact), the change by a whole
 * one (writers cut instead of rounding) and by the rule's tolerance; then some
 * triple must add up. Signs that differ and a base of zero give no percentage.
 */
#include "rule/stated.h"

/* A statement of change with its figures. */
typedef struct triple {
  const cck_candidate *candidate; /* the claim with the links: the change, or the end figure */
  const cck_claim *from, *to;
  const cck_claim *amount; /* NULL when only the direction is told */
  cck_figure start, end, change;
  cck_change direction;
} triple;

/* The change as its figures give it. */
typedef struct span {
  cck_decimal min, max;
} span;

/* ---- reading a triple ---- */

static bool has_unit(const cck_claim *claim, const char *unit) { return cck_slice_is(claim->value.unit, unit); }

static bool is_fraction(const cck_claim *claim) { return has_unit(claim, "fraction"); }

/* "doubled" is a rise of 100%; from one and a half times on it is said. */
static bool fold_figure(const cck_scan *scan, const cck_claim *claim, cck_figure *out) {
  const cck_decimal hundred = cck_decimal_of(100);
  cck_unit_view unit = {.factor = hundred};
  return (claim->value.has_min || claim->value.has_max) && cck_figure_of(claim, &unit, scan->rule->hedge, out) &&
         cck_figure_widen(out, cck_decimal_of(50)) &&
         (!out->has_min || cck_decimal_sub(out->min, hundred, &out->min)) &&
         (!out->has_max || cck_decimal_sub(out->max, hundred, &out->max));
}

static bool is_fold(const cck_claim *claim) { return has_unit(claim, "time"); }

static bool change_figure(const cck_scan *scan, const cck_claim *claim, cck_figure *out) {
  return is_fold(claim) ? fold_figure(scan, claim, out) : cck_stated_share(scan, claim, out);
}

/* Dividends and earnings of a share are told before and after a split. */
static bool is_per_share(const cck_claim *claim) { return cck_slice_ends(claim->value.unit, CCK_S("/share")); }

static bool read_triple(const cck_scan *scan, const cck_candidate *c, triple *out) {
  const cck_claim *to = cck_run_linked(c, "to");
  *out = (triple){.candidate = c, .from = cck_run_linked(c, "from"), .to = to ? to : c->claim};
  if (!out->from || out->from == out->to || !cck_slice_eq(out->from->value.unit, out->to->value.unit) ||
      is_per_share(out->to))
    return false;
  out->amount = to ? c->claim : cck_run_linked(c, "change");
  out->direction = c->claim->value.change;
  if (out->direction == CCK_CHANGE_NONE && out->amount)
    out->direction = out->amount->value.change;
  return cck_stated_figure(scan, out->from, &out->start) && cck_stated_figure(scan, out->to, &out->end) &&
         (!out->amount || change_figure(scan, out->amount, &out->change));
}

/* ---- arithmetic: false when a percentage means nothing or a number does not fit ---- */

static bool points_between(const triple *t, span *out) {
  return cck_decimal_sub(t->end.min, t->start.max, &out->min) && cck_decimal_sub(t->end.max, t->start.min, &out->max);
}

/* (end / start - 1) * 100, its lowest and highest; positive figures only. */
static bool percent_between(const triple *t, span *out) {
  enum { DIGITS = 12 };
  const cck_decimal hundred = cck_decimal_of(100);
  if (cck_decimal_cmp(t->start.min, cck_decimal_of(0)) <= 0 || cck_decimal_is_negative(t->end.min))
    return false;
  return cck_decimal_mul(t->end.min, hundred, &out->min) && cck_decimal_mul(t->end.max, hundred, &out->max) &&
         cck_decimal_div(out->min, t->start.max, DIGITS, &out->min) &&
         cck_decimal_div(out->max, t->start.min, DIGITS, &out->max) && cck_decimal_sub(out->min, hundred, &out->min) &&
         cck_decimal_sub(out->max, hundred, &out->max);
}

/* The stated change with its sign: "fell 5%" is -5. */
static cck_figure signed_change(const triple *t) {
  cck_figure f = t->change;
  if (t->direction != CCK_CHANGE_DOWN)
    return f;
  return (cck_figure){f.has_max, f.has_min, false, cck_decimal_negate(f.max), cck_decimal_negate(f.min), f.last};
}

static bool meets(const span *actual, const cck_figure *stated) {
  bool over = stated->has_max && cck_decimal_cmp(actual->min, stated->max) > 0;
  bool under = stated->has_min && cck_decimal_cmp(actual->max, stated->min) < 0;
  return !over && !under;
}

/* A direction that is not told fits both ways. */
static bool adds_up(const triple *t, const span *actual) {
  cck_figure stated = signed_change(t);
  if (meets(actual, &stated))
    return true;
  span mirrored = {cck_decimal_negate(actual->max), cck_decimal_negate(actual->min)};
  return t->direction == CCK_CHANGE_NONE && meets(&mirrored, &stated);
}

/* ---- checks ---- */

/*
 * Money that may be a rate of exchange: "the yen rose to 158 yen from 207". Amounts of a few dollars too; what has a
 * scale word or is as large as nobody's rate is none.
 */
static bool may_be_rate(const cck_scan *scan, const cck_claim *claim) {
  enum { LARGEST = 10000, LARGEST_USD = 5 };
  if (!cck_slice_is(cck_unit_memo_view(&scan->run->units, claim->value.unit).dimension, "money"))
    return claim->value.unit.len == 0;
  cck_decimal largest = cck_decimal_of(has_unit(claim, "USD") ? LARGEST_USD : LARGEST);
  return cck_decimal_cmp(cck_decimal_abs(claim->value.min), largest) < 0;
}

/* "rose" with figures that surely fall, or the other way round. */
static bool is_opposite(const triple *t) {
  if (t->direction == CCK_CHANGE_UP)
    return cck_figure_below(&t->end, &t->start);
  return t->direction == CCK_CHANGE_DOWN && cck_figure_below(&t->start, &t->end);
}

/* A rate falls when its currency rises; a deficit of -5 may have grown from -3. */
static bool may_go_both_ways(const cck_scan *scan, const triple *t) {
  return may_be_rate(scan, t->to) || cck_decimal_is_negative(t->start.min) || cck_decimal_is_negative(t->end.min);
}

/* "40%", "a rise", "a fall of 40%" where the direction itself is wrong. */
static cck_slice stated_words(cck_arena *arena, const triple *t) {
  const char *way = t->direction == CCK_CHANGE_DOWN ? "a fall" : "a rise";
  if (t->amount && !is_opposite(t))
    return cck_arena_printf(arena, "%s%s", cck_claim_full_words(arena, t->amount).ptr,
                            is_fold(t->amount) ? " as much" : "");
  if (!t->amount)
    return cck_slice_of(way);
  return cck_arena_printf(arena, "%s of %s", way, cck_claim_full_words(arena, t->amount).ptr);
}

/* To four digits: quotients have twelve. */
static const char *brief(cck_arena *arena, cck_decimal number) {
  enum { DIGITS = 4 };
  (void)cck_decimal_div(number, cck_decimal_of(1), DIGITS, &number);
  return cck_number_text(arena, number).ptr;
}

static void explain_spans(const cck_scan *scan, const triple *t, const span *actual, cck_draft *draft) {
  cck_arena *arena = scan->run->arena;
  cck_figure stated = signed_change(t);
  cck_slice limit = scan->rule->expect.tolerance.text;
  cck_draft_step(scan, draft, "with what may be rounded off: %s to %s; stated: %s to %s; limit: %.*s",
                 brief(arena, actual->min), brief(arena, actual->max),
                 stated.has_min ? brief(arena, stated.min) : "any", stated.has_max ? brief(arena, stated.max) : "any",
                 (int)limit.len, limit.ptr);
}

/* `given`: what the figures give, in percent or points; NULL where the direction is wrong. */
static void report(const cck_scan *scan, const triple *t, cck_slice actual, const char *hint, const span *given) {
  cck_arena *arena = scan->run->arena;
  cck_draft draft = cck_draft_new(scan, CCK_RELATION_INCONSISTENT);
  const cck_claim *claims[] = {t->from, t->to, t->amount};
  cck_slice *values = draft.message.values;
  cck_draft_party(scan, &draft, t->candidate);
  for (size_t i = 0; i < (t->amount ? 3u : 2u); i++) {
    cck_draft_cite(scan, &draft, cck_run_sibling(scan, t->candidate, claims[i]));
  }
  values[CCK_MESSAGE_low] = cck_claim_words(arena, t->from);
  values[CCK_MESSAGE_high] = cck_claim_full_words(arena, t->to);
  values[CCK_MESSAGE_value] = cck_arena_printf(arena, "%s%s", stated_words(arena, t).ptr, hint);
  values[CCK_MESSAGE_unit] = cck_claim_unit_words(arena, t->to);
  values[CCK_MESSAGE_limit] = scan->rule->expect.tolerance.text;
  values[CCK_MESSAGE_ratio] = actual;
  values[CCK_MESSAGE_other] = actual;
  cck_draft_step(scan, &draft, "from %s to %s is %.*s", values[CCK_MESSAGE_low].ptr, values[CCK_MESSAGE_high].ptr,
                 (int)actual.len, actual.ptr);
  if (given)
    explain_spans(scan, t, given, &draft);
  cck_run_report(scan, &draft);
}

/* The change that the figures as stated give: "50%", "3 percentage points", "5 troops". */
static cck_slice actual_words(const cck_scan *scan, const triple *t, bool percent) {
  cck_arena *arena = scan->run->arena;
  cck_decimal a = t->from->value.min;
  cck_decimal b = t->to->value.min;
  cck_decimal change;
  if (!cck_decimal_sub(b, a, &change))
    return CCK_S("another change");
  bool down = cck_decimal_is_negative(change);
  const char *way = down ? "down " : "up ";
  if (percent && cck_decimal_div(change, a, 6, &change) && cck_decimal_shift(change, 2, &change))
    return cck_arena_printf(arena, "%s%s", way, cck_percent_text(arena, cck_decimal_abs(change)).ptr);
  cck_slice unit = has_unit(t->to, "percent") ? CCK_S("percentage point") : t->to->value.unit;
  return cck_arena_printf(arena, "%s%s", way, cck_amount_words(arena, cck_decimal_abs(change), unit).ptr);
}

static void check(const cck_scan *scan, const triple *t) {
  span actual;
  span points;
  bool relative = t->amount && (has_unit(t->amount, "percent") || is_fraction(t->amount) || is_fold(t->amount));
  bool of_percents = has_unit(t->from, "percent");
  bool same_unit = t->amount && (cck_slice_eq(t->amount->value.unit, t->from->value.unit) ||
                                 (of_percents && has_unit(t->amount, "percentage point")));
  if (is_opposite(t)) {
    if (!may_go_both_ways(scan, t))
      report(scan, t, actual_words(scan, t, false), "", NULL);
    return;
  }
  if (relative && percent_between(t, &actual)) {
    if (adds_up(t, &actual))
      return;
    bool meant = of_percents && points_between(t, &points) && adds_up(t, &points);
    report(scan, t, actual_words(scan, t, true), meant ? " (percentage points are not percent)" : "", &actual);
  } else if (!relative && same_unit && points_between(t, &actual) && !adds_up(t, &actual)) {
    report(scan, t, actual_words(scan, t, false), "", &actual);
  }
}

static void mark(const cck_scan *scan, const triple *t) {
  cck_run_mark(scan, t->candidate);
  cck_run_mark(scan, cck_run_sibling(scan, t->candidate, t->from));
  cck_run_mark(scan, cck_run_sibling(scan, t->candidate, t->to));
}

static void evaluate(const cck_scan *scan) {
  for (size_t i = 0; i < scan->count; i++) {
    triple t;
    if (scan->items[i].claim->links.count == 0 || !read_triple(scan, &scan->items[i], &t) ||
        (!t.amount && t.direction == CCK_CHANGE_NONE))
      continue;
    mark(scan, &t);
    check(scan, &t);
  }
}

const cck_kind_form cck_kind_form_change_adds_up = {evaluate, "from {low} to {high} is {other}, not {value}"};
