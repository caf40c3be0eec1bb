/*
 * conversion holds within TOL: "5 miles (10 km)", "4C (39F)" for a difference.
 *
 * Each figure is widened by its hedge and by what its writer may have rounded off (`rounded_off`); the
 * first one, in the unit of the second, must then meet the second within the tolerance.
 *
 *   5 miles (10 km):  4.5 to 5.5 miles = 7.24 to 8.85 km, against 9 to 11 km: does not hold
 *
 * Money is never converted. A unit that means several (readings.def) holds when one of them does. Of temperatures
 * either the scales or, for a difference, the degrees must agree; a change of a few degrees ("rose 4C") is a
 * difference.
 */
#include "rule/kinds.h"

/* A figure and its second form. */
typedef struct pair {
  const cck_candidate *candidate; /* of the second form */
  const cck_claim *here, *other;
  cck_figure first, second; /* in their own units, widened */
} pair;

/* ---- rounding ---- */

static int significant_digits(cck_decimal d) {
  int count = 0;
  for (cck_int128 c = d.coefficient < 0 ? -d.coefficient : d.coefficient; c > 0; c /= 10)
    count++;
  return count;
}

/* Worth of the last digit that was meant: "20 miles" is rounded to tens, "2.0" to tenths. */
static cck_decimal last_meant(const cck_claim *claim, cck_decimal value) {
  cck_decimal last = cck_last_written(claim->text, value, CCK_LAST_PLAIN);
  cck_decimal ten = {1, value.exponent};
  bool zeros = cck_is_written_out(claim->text, value) && cck_decimal_cmp(ten, last) > 0;
  return zeros ? ten : last;
}

/*
 * How much a writer may have rounded off on either side: half the last digit; for a round figure (tens and up, whole
 * millions) no more than a tenth of it; where three digits or decimals are given a whole last digit, since some cut. A
 * third has no last digit: a twentieth.
 */
static bool rounded_off(const cck_claim *claim, cck_decimal value, cck_decimal *out) {
  enum { LONG_DIGITS = 3, NO_DIGIT = -6 };
  const cck_decimal one = cck_decimal_of(1);
  cck_decimal last = last_meant(claim, value);
  cck_decimal size = cck_decimal_abs(value);
  cck_decimal share;
  int digits = significant_digits(value);
  if (value.exponent < NO_DIGIT)
    return cck_decimal_mul(size, (cck_decimal){5, -2}, out);
  if (!cck_decimal_shift(size, -1, &share) || !cck_decimal_mul(last, (cck_decimal){5, -1}, out))
    return false;
  int way = cck_decimal_cmp(last, one);
  if (way > 0 && cck_decimal_cmp(share, *out) < 0)
    *out = share;
  else if ((way == 0 && digits >= LONG_DIGITS) || (way < 0 && digits > 1))
    *out = last;
  return true;
}

/* ---- units ---- */

static bool is_temperature(const cck_scan *scan, const cck_claim *claim) {
  return cck_slice_is(cck_unit_memo_view(&scan->run->units, claim->value.unit).dimension, "temperature");
}

static bool has_unit(const cck_claim *claim, const char *unit) { return cck_slice_is(claim->value.unit, unit); }

static cck_slice reading_at(cck_slice unit, size_t index) {
  static const struct {
    const char *name, *reading;
  } rows[] = {
#define CCK_READING(name, reading) {name, reading},
#include "rule/readings.def"
#undef CCK_READING
  };
  size_t seen = 0;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (cck_slice_is(unit, rows[i].name) && seen++ == index)
      return cck_slice_of(rows[i].reading);
  return seen == 0 && index == 0 ? unit : (cck_slice){NULL, 0};
}

/* In degrees Fahrenheit, where all three scales come out exact; a difference keeps its zero. */
static bool fahrenheit(const cck_claim *claim, bool difference, cck_decimal value, cck_decimal *out) {
  *out = value;
  if (has_unit(claim, "fahrenheit"))
    return true;
  if (!difference && has_unit(claim, "kelvin") && !cck_decimal_sub(value, (cck_decimal){27315, -2}, out))
    return false;
  bool known = has_unit(claim, "kelvin") || has_unit(claim, "celsius");
  return known && cck_decimal_mul(*out, (cck_decimal){18, -1}, out) &&
         (difference || cck_decimal_add(*out, cck_decimal_of(32), out));
}

/* ---- holding ---- */

typedef struct change_of_unit {
  const cck_scan *scan;
  const cck_claim *claim; /* temperatures: the scale; else NULL */
  bool difference;
  cck_slice from, to;
} change_of_unit;

static bool convert(const change_of_unit *c, cck_decimal value, cck_decimal *out) {
  if (c->claim)
    return fahrenheit(c->claim, c->difference, value, out);
  return cck_unit_convert(c->scan->run->rules->units, value, c->from, c->to, out);
}

static bool convert_figure(const change_of_unit *c, const cck_figure *figure, cck_figure *out) {
  *out = *figure;
  return (!figure->has_min || convert(c, figure->min, &out->min)) &&
         (!figure->has_max || convert(c, figure->max, &out->max));
}

static cck_outcome outcome(const cck_scan *scan, const cck_figure *a, const cck_figure *b) {
  cck_tolerance tolerance = scan->rule->expect.tolerance;
  if (tolerance.kind != CCK_TOLERANCE_PERCENT) /* rounding is in the figures already */
    tolerance = (cck_tolerance){.kind = CCK_TOLERANCE_PERCENT};
  return cck_figure_compare(&tolerance, a, b);
}

static cck_outcome temperatures(const cck_scan *scan, const pair *p, bool difference) {
  change_of_unit here = {.scan = scan, .claim = p->here, .difference = difference};
  change_of_unit other = {.scan = scan, .claim = p->other, .difference = difference};
  cck_figure a;
  cck_figure b;
  if (!convert_figure(&here, &p->first, &a) || !convert_figure(&other, &p->second, &b))
    return CCK_UNDECIDED;
  return outcome(scan, &a, &b);
}

/*
 * "rose 4C", not "climbed past 40C" or "fell to about 5C": a change of a few degrees, stated exactly. What is told
 * less plainly may be either, the level or the difference.
 */
static bool is_difference(const pair *p) {
  enum { LARGEST = 18 }; /* degrees Fahrenheit */
  const cck_value *v = &p->here->value;
  cck_decimal size;
  return v->change != CCK_CHANGE_NONE && v->approx == CCK_APPROX_EXACT && v->has_min &&
         fahrenheit(p->here, true, v->min, &size) && cck_decimal_cmp(size, cck_decimal_of(LARGEST)) <= 0;
}

static cck_outcome temperature_outcome(const cck_scan *scan, const pair *p) {
  cck_outcome difference = temperatures(scan, p, true);
  return is_difference(p) || difference != CCK_DIFFERS ? difference : temperatures(scan, p, false);
}

/* One reading that holds is enough; one that cannot be decided says nothing against it. */
static cck_outcome unit_outcome(const cck_scan *scan, const pair *p) {
  cck_outcome all = CCK_DIFFERS;
  cck_slice from;
  cck_slice to;
  for (size_t i = 0; (from = reading_at(p->here->value.unit, i)).len && all == CCK_DIFFERS; i++)
    for (size_t j = 0; (to = reading_at(p->other->value.unit, j)).len && all == CCK_DIFFERS; j++) {
      change_of_unit how = {.scan = scan, .from = from, .to = to};
      cck_figure a;
      all = convert_figure(&how, &p->first, &a) ? outcome(scan, &a, &p->second) : CCK_UNDECIDED;
    }
  return all;
}

/* ---- reading a pair ---- */

static bool read_figure(const cck_scan *scan, const cck_claim *claim, cck_figure *out) {
  cck_unit_view unit = {.factor = cck_decimal_of(1)};
  cck_decimal width;
  return claim->kind == CCK_CLAIM_QUANTITY && cck_figure_of(claim, &unit, scan->rule->hedge, out) &&
         rounded_off(claim, claim->value.has_min ? claim->value.min : claim->value.max, &width) &&
         cck_figure_widen(out, width);
}

static bool read_pair(const cck_scan *scan, const cck_candidate *c, pair *out) {
  *out = (pair){.candidate = c, .here = cck_run_linked(c, "same"), .other = c->claim};
  return out->here && !cck_slice_eq(out->here->value.unit, out->other->value.unit) &&
         read_figure(scan, out->here, &out->first) && read_figure(scan, out->other, &out->second);
}

/* ---- words ---- */

/* The first figure as stated, in the second's unit, to three digits. */
static bool converted(const cck_scan *scan, const pair *p, cck_decimal value, cck_decimal *out) {
  enum { DIGITS = 3 };
  bool change = is_difference(p);
  if (!is_temperature(scan, p->here)) {
    change_of_unit how = {
        .scan = scan, .from = reading_at(p->here->value.unit, 0), .to = reading_at(p->other->value.unit, 0)};
    return convert(&how, value, out) && cck_decimal_div(*out, cck_decimal_of(1), DIGITS, out);
  }
  if (!fahrenheit(p->here, change, value, out) ||
      (!has_unit(p->other, "fahrenheit") && ((!change && !cck_decimal_sub(*out, cck_decimal_of(32), out)) ||
                                             !cck_decimal_div(*out, (cck_decimal){18, -1}, DIGITS, out))))
    return false;
  return !has_unit(p->other, "kelvin") || change || cck_decimal_add(*out, (cck_decimal){27315, -2}, out);
}

static cck_slice converted_words(const cck_scan *scan, const pair *p) {
  cck_claim claim = *p->other;
  claim.value = p->here->value;
  claim.value.unit = p->other->value.unit;
  const cck_value *v = &p->here->value;
  if ((v->has_min && !converted(scan, p, v->min, &claim.value.min)) ||
      (v->has_max && !converted(scan, p, v->max, &claim.value.max)))
    return CCK_S("another figure");
  return cck_claim_full_words(scan->run->arena, &claim);
}

static const char *span_words(cck_arena *arena, const cck_figure *f) {
  return cck_arena_printf(arena, "%s to %s", f->has_min ? cck_number_text(arena, f->min).ptr : "any",
                          f->has_max ? cck_number_text(arena, f->max).ptr : "any")
      .ptr;
}

static void add_party(const cck_scan *scan, cck_draft *draft, const cck_candidate *party, const cck_figure *figure) {
  cck_arena *arena = scan->run->arena;
  cck_draft_party(scan, draft, party);
  cck_draft_step(scan, draft, "%s; with what may be rounded off: %s", cck_candidate_reading(arena, party).ptr,
                 span_words(arena, figure));
}

static void report(const cck_scan *scan, const pair *p) {
  cck_arena *arena = scan->run->arena;
  cck_draft draft = cck_draft_new(scan, CCK_RELATION_INCONSISTENT);
  cck_slice *values = draft.message.values;
  add_party(scan, &draft, cck_run_sibling(scan, p->candidate, p->here), &p->first);
  add_party(scan, &draft, p->candidate, &p->second);
  values[CCK_MESSAGE_low] = cck_claim_full_words(arena, p->here);
  values[CCK_MESSAGE_high] = cck_claim_full_words(arena, p->other);
  values[CCK_MESSAGE_value] = values[CCK_MESSAGE_high];
  values[CCK_MESSAGE_other] = converted_words(scan, p);
  values[CCK_MESSAGE_unit] = cck_claim_unit_words(arena, p->other);
  values[CCK_MESSAGE_limit] = scan->rule->expect.tolerance.text;
  cck_draft_step(scan, &draft, "%s is %s; limit: %.*s", values[CCK_MESSAGE_low].ptr, values[CCK_MESSAGE_other].ptr,
                 (int)values[CCK_MESSAGE_limit].len, values[CCK_MESSAGE_limit].ptr);
  cck_run_report(scan, &draft);
}

static void evaluate(const cck_scan *scan) {
  for (size_t i = 0; i < scan->count; i++) {
    pair p;
    if (!read_pair(scan, &scan->items[i], &p))
      continue;
    cck_outcome result = is_temperature(scan, p.here) ? temperature_outcome(scan, &p) : unit_outcome(scan, &p);
    if (result == CCK_UNDECIDED)
      continue;
    cck_run_mark(scan, p.candidate);
    cck_run_mark(scan, cck_run_sibling(scan, p.candidate, p.here));
    if (result == CCK_DIFFERS)
      report(scan, &p);
  }
}

const cck_kind_form cck_kind_form_conversion_holds = {evaluate, "{low} is {other}, not {value}"};
