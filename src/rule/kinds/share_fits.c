/*
 * share fits counts within TOL: "12%, or 40 of 250".
 *
 * The part over the whole, each widened by what may be rounded off, must meet the share as stated. A share over 100%
 * of its own whole is no share.
 */
#include "rule/stated.h"

typedef struct shares {
  const cck_candidate *candidate; /* of the share */
  const cck_claim *part, *whole;
  cck_figure stated, actual; /* in percent */
} shares;

static bool divide(cck_decimal part, cck_decimal whole, cck_decimal *out) {
  enum { DIGITS = 12 };
  return cck_decimal_shift(part, 2, &part) && cck_decimal_div(part, whole, DIGITS, out);
}

static bool actual_share(const cck_scan *scan, shares *s) {
  cck_figure part;
  cck_figure whole;
  s->actual = (cck_figure){.has_min = true, .has_max = true};
  return cck_stated_figure(scan, s->part, &part) && cck_stated_figure(scan, s->whole, &whole) &&
         !cck_decimal_is_negative(part.min) && cck_decimal_cmp(whole.min, cck_decimal_of(0)) > 0 &&
         divide(part.min, whole.max, &s->actual.min) && divide(part.max, whole.min, &s->actual.max);
}

static bool may_compare(const cck_claim *part, const cck_claim *whole) {
  return part->value.unit.len == 0 || whole->value.unit.len == 0 || cck_slice_eq(part->value.unit, whole->value.unit);
}

static bool read_shares(const cck_scan *scan, const cck_candidate *c, shares *out) {
  *out = (shares){.candidate = c, .part = cck_run_linked(c, "part"), .whole = cck_run_linked(c, "whole")};
  return out->part && out->whole && out->part != out->whole && may_compare(out->part, out->whole) &&
         cck_stated_share(scan, c->claim, &out->stated) && actual_share(scan, out);
}

static cck_slice actual_words(const cck_scan *scan, const shares *s) {
  cck_decimal share;
  if (!divide(s->part->value.min, s->whole->value.min, &share))
    return CCK_S("another share");
  return cck_percent_text(scan->run->arena, share);
}

static void report(const cck_scan *scan, const shares *s) {
  cck_arena *arena = scan->run->arena;
  cck_draft draft = cck_draft_new(scan, CCK_RELATION_INCONSISTENT);
  const cck_claim *claims[] = {s->candidate->claim, s->part, s->whole};
  cck_slice *values = draft.message.values;
  for (size_t i = 0; i < sizeof claims / sizeof *claims; i++) {
    cck_draft_cite(scan, &draft, cck_run_sibling(scan, s->candidate, claims[i]));
  }
  values[CCK_MESSAGE_low] = cck_claim_words(arena, s->part);
  values[CCK_MESSAGE_high] = cck_claim_full_words(arena, s->whole);
  values[CCK_MESSAGE_value] = cck_claim_full_words(arena, s->candidate->claim);
  values[CCK_MESSAGE_unit] = cck_claim_unit_words(arena, s->whole);
  values[CCK_MESSAGE_limit] = scan->rule->expect.tolerance.text;
  values[CCK_MESSAGE_ratio] = actual_words(scan, s);
  values[CCK_MESSAGE_other] = values[CCK_MESSAGE_ratio];
  cck_draft_step(scan, &draft, "%s of %s is %s, with what may be rounded off %s to %s; stated: %s to %s",
                 values[CCK_MESSAGE_low].ptr, values[CCK_MESSAGE_high].ptr, values[CCK_MESSAGE_other].ptr,
                 cck_percent_text(arena, s->actual.min).ptr, cck_percent_text(arena, s->actual.max).ptr,
                 s->stated.has_min ? cck_percent_text(arena, s->stated.min).ptr : "any",
                 s->stated.has_max ? cck_percent_text(arena, s->stated.max).ptr : "any");
  cck_run_report(scan, &draft);
}

static void evaluate(const cck_scan *scan) {
  for (size_t i = 0; i < scan->count; i++) {
    shares s;
    if (scan->items[i].claim->links.count == 0 || !read_shares(scan, &scan->items[i], &s))
      continue;
    cck_run_mark(scan, s.candidate);
    cck_run_mark(scan, cck_run_sibling(scan, s.candidate, s.part));
    cck_run_mark(scan, cck_run_sibling(scan, s.candidate, s.whole));
    if (cck_figure_below(&s.actual, &s.stated) || cck_figure_below(&s.stated, &s.actual))
      report(scan, &s);
  }
}

const cck_kind_form cck_kind_form_share_fits = {evaluate, "{low} of {high} is {other}, not {value}"};
