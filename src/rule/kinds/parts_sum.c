/*
 * parts sum to total within TOL: "12 people: five women and eight children".
 *
 *   a total that leads to its parts (links "part"):    the sum must meet the total
 *   parts that lead to one whole (links "whole"):      there may be more of them: only a sum above the whole is wrong
 *
 * Each figure is widened by what may be rounded off. Parts that are counted by other nouns than the total may be no
 * parts at all ("1,000 units, each consisting of two shares and one warrant"): they count only where their sum is
 * near the total. Percentages of a counted whole come to 100% at most.
 */
#include "rule/stated.h"

enum { MOST_PARTS = 64 };

typedef struct addition {
  const cck_candidate *whole;
  const cck_claim *parts[MOST_PARTS];
  size_t count;
  bool all;    /* the parts are the whole */
  bool shares; /* in percent of the whole */
  bool alike;  /* all count what the whole counts */
  cck_figure total, sum;
  cck_decimal stated_sum; /* of the figures as they stand */
} addition;

/* ---- reading ---- */

static const cck_claim *near(const cck_candidate *c, cck_slice id) {
  const cck_body *body = c->body;
  size_t at = (size_t)(c->claim - body->claims);
  for (size_t i = at > MOST_PARTS ? at - MOST_PARTS : 0; i < body->count && i <= at + MOST_PARTS; i++)
    if (cck_slice_eq(body->claims[i].id, id))
      return &body->claims[i];
  return NULL;
}

static bool is_percent(const cck_claim *claim) { return cck_slice_is(claim->value.unit, "percent"); }

static bool has_part(const cck_claim *claim) {
  for (size_t i = 0; i < claim->links.count; i++)
    if (cck_slice_is(claim->links.items[i].role, "part"))
      return true;
  return false;
}

static void add_part(addition *a, const cck_claim *part) {
  if (part && a->count < MOST_PARTS)
    a->parts[a->count++] = part;
}

static void parts_of_total(const cck_candidate *c, addition *out) {
  const cck_links *links = &c->claim->links;
  *out = (addition){.whole = c, .all = true};
  for (size_t i = 0; i < links->count; i++)
    if (cck_slice_is(links->items[i].role, "part"))
      add_part(out, near(c, links->items[i].id));
}

/* The parts of one sentence that lead to the whole, when `c` is the first of them. */
static bool parts_of_whole(const cck_scan *scan, const cck_candidate *c, addition *out) {
  const cck_claim *whole = cck_run_linked(c, "whole");
  const cck_claim *claims = c->body->claims;
  size_t at = (size_t)(c->claim - claims);
  if (!whole || has_part(whole))
    return false;
  *out = (addition){.whole = cck_run_sibling(scan, c, whole)};
  for (size_t i = at; i < c->body->count && i <= at + MOST_PARTS && cck_slice_eq(claims[i].quote, c->claim->quote);
       i++) {
    cck_candidate other = {&claims[i], c->body, c->source, 0};
    if (cck_run_linked(&other, "whole") == whole)
      add_part(out, &claims[i]);
  }
  for (size_t i = at; i-- > 0 && at - i <= MOST_PARTS && cck_slice_eq(claims[i].quote, c->claim->quote);) {
    cck_candidate other = {&claims[i], c->body, c->source, 0};
    if (cck_run_linked(&other, "whole") == whole)
      return false;
  }
  return true;
}

/* ---- adding up ---- */

static bool is_count(const cck_scan *scan, const cck_claim *claim) {
  return cck_slice_is(cck_unit_memo_view(&scan->run->units, claim->value.unit).key, "count");
}

static bool may_add(const cck_scan *scan, addition *a) {
  size_t own = 0;
  size_t percent = 0;
  size_t counts = 0;
  for (size_t i = 0; i < a->count; i++) {
    const cck_claim *part = a->parts[i];
    own += part->value.unit.len == 0 || cck_slice_eq(part->value.unit, a->whole->claim->value.unit);
    percent += is_percent(part);
    counts += is_count(scan, part);
  }
  a->alike = own == a->count;
  a->shares = !a->all && percent == a->count && is_count(scan, a->whole->claim);
  return a->count > 1 && (a->alike || a->shares || (counts == a->count && is_count(scan, a->whole->claim)));
}

static bool add(const cck_scan *scan, addition *a) {
  a->sum = (cck_figure){.has_min = true, .has_max = true};
  for (size_t i = 0; i < a->count; i++) {
    cck_figure part;
    if (!cck_stated_figure(scan, a->parts[i], &part) || !cck_decimal_add(a->sum.min, part.min, &a->sum.min) ||
        !cck_decimal_add(a->sum.max, part.max, &a->sum.max) ||
        !cck_decimal_add(a->stated_sum, a->parts[i]->value.min, &a->stated_sum))
      return false;
  }
  if (!a->shares)
    return cck_stated_figure(scan, a->whole->claim, &a->total);
  a->total = (cck_figure){.has_min = true, .has_max = true, .min = cck_decimal_of(100), .max = cck_decimal_of(100)};
  return true;
}

/* Within a quarter of the total. */
static bool is_near(const addition *a) {
  cck_decimal gap;
  cck_decimal most;
  return cck_decimal_sub(a->stated_sum, a->whole->claim->value.min, &gap) &&
         cck_decimal_mul(cck_decimal_abs(a->whole->claim->value.min), (cck_decimal){25, -2}, &most) &&
         cck_decimal_cmp(cck_decimal_abs(gap), most) <= 0;
}

static bool is_wrong(const cck_scan *scan, const addition *a) {
  cck_tolerance tolerance = scan->rule->expect.tolerance;
  if (tolerance.kind == CCK_TOLERANCE_ROUNDING) /* in the figures already */
    tolerance = (cck_tolerance){.kind = CCK_TOLERANCE_PERCENT};
  bool below = cck_figure_below(&a->sum, &a->total);
  if (cck_figure_compare(&tolerance, &a->sum, &a->total) != CCK_DIFFERS || (below && !a->all))
    return false;
  return a->alike || a->shares || is_near(a);
}

/* ---- words ---- */

static void report(const cck_scan *scan, const addition *a) {
  cck_arena *arena = scan->run->arena;
  cck_draft draft = cck_draft_new(scan, CCK_RELATION_INCONSISTENT);
  cck_slice *values = draft.message.values;
  cck_claim sum = *a->whole->claim;
  sum.value.min = sum.value.max = a->stated_sum;
  sum.value.approx = CCK_APPROX_EXACT;
  if (a->shares)
    sum.value.unit = CCK_S("percent");
  cck_draft_party(scan, &draft, a->whole);
  cck_draft_step(scan, &draft, "total: %s", cck_candidate_reading(arena, a->whole).ptr);
  for (size_t i = 0; i < a->count; i++) {
    const cck_candidate *part = cck_run_sibling(scan, a->whole, a->parts[i]);
    cck_draft_party(scan, &draft, part);
    cck_draft_step(scan, &draft, "part: %s", cck_candidate_reading(arena, part).ptr);
  }
  values[CCK_MESSAGE_value] = cck_claim_full_words(arena, a->whole->claim);
  values[CCK_MESSAGE_high] = values[CCK_MESSAGE_value];
  values[CCK_MESSAGE_other] = cck_claim_full_words(arena, &sum);
  values[CCK_MESSAGE_low] = values[CCK_MESSAGE_other];
  values[CCK_MESSAGE_unit] = cck_claim_unit_words(arena, a->whole->claim);
  values[CCK_MESSAGE_limit] = scan->rule->expect.tolerance.text;
  cck_draft_step(scan, &draft, "the parts come to %s, with what may be rounded off %s to %s%s",
                 values[CCK_MESSAGE_other].ptr, cck_number_text(arena, a->sum.min).ptr,
                 cck_number_text(arena, a->sum.max).ptr, a->all ? "" : "; there may be other parts");
  cck_run_report(scan, &draft);
}

static void check(const cck_scan *scan, addition *a) {
  if (!may_add(scan, a) || !add(scan, a))
    return;
  cck_run_mark(scan, a->whole);
  for (size_t i = 0; i < a->count; i++)
    cck_run_mark(scan, cck_run_sibling(scan, a->whole, a->parts[i]));
  if (is_wrong(scan, a))
    report(scan, a);
}

static void evaluate(const cck_scan *scan) {
  for (size_t i = 0; i < scan->count; i++) {
    addition a;
    parts_of_total(&scan->items[i], &a);
    if (a.count)
      check(scan, &a);
    else if (parts_of_whole(scan, &scan->items[i], &a))
      check(scan, &a);
  }
}

const cck_kind_form cck_kind_form_parts_sum = {evaluate, "the parts of {value} come to {other}"};
