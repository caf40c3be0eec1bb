#include "rule/compare.h"

#include "model/literal.h"

/* ---- units ---- */

void cck_unit_memo_init(cck_unit_memo *memo, const cck_unit_table *units, cck_arena *arena) {
  *memo = (cck_unit_memo){.units = units, .arena = arena};
  cck_intern_init(&memo->names, arena);
}

static cck_unit_view view_of(cck_unit_memo *memo, cck_slice name) {
  cck_unit_view view = {.factor = cck_decimal_of(1)};
  view.dimension = cck_unit_dimension(memo->units, memo->arena, name);
  bool counted = cck_slice_is(view.dimension, "count") || cck_slice_is(view.dimension, "number");
  view.key = counted ? CCK_S("count") : name;
  if (counted || cck_slice_find(name, CCK_S("/"), 0) != SIZE_MAX) /* compounds are compared as they are */
    return view;
  const cck_unit *unit = cck_unit_find(memo->units, name);
  if (unit && !cck_decimal_is_zero(unit->factor)) {
    view.factor = unit->factor;
    view.key = view.dimension;
  }
  return view;
}

cck_unit_view cck_unit_memo_view(cck_unit_memo *memo, cck_slice unit) {
  uint32_t index = cck_intern_put(&memo->names, unit);
  if (index == memo->views.count)
    CCK_PUSH(memo->arena, &memo->views, view_of(memo, memo->names.texts.items[index]));
  return memo->views.items[index];
}

/* ---- the last written digit ---- */

/* The digits of `text` from the first one on, with grouping and point. */
static cck_slice digits_in(cck_slice text) {
  size_t from = 0;
  while (from < text.len && !cck_is_digit(text.ptr[from]))
    from++;
  size_t to = from;
  while (to < text.len && (cck_is_digit(text.ptr[to]) || text.ptr[to] == ',' || text.ptr[to] == '.'))
    to++;
  while (to > from && !cck_is_digit(text.ptr[to - 1]))
    to--;
  return cck_slice_sub(text, from, to);
}

static int digit_count(cck_decimal d) {
  char text[CCK_DECIMAL_TEXT];
  return (int)cck_decimal_print((cck_decimal){d.coefficient < 0 ? -d.coefficient : d.coefficient, 0}, text);
}

/* Decimals written: 2 for "1.50". */
static int decimals_in(cck_slice digits) {
  size_t point = cck_slice_find(digits, CCK_S("."), 0);
  return point == SIZE_MAX ? 0 : (int)(digits.len - point - 1);
}

/* How a value is written. */
typedef struct writing {
  int scale;    /* power of ten of its scale word */
  int place;    /* of the last digit that is not zero, before the scale word */
  int length;   /* digits before the point, before the scale word */
  int decimals; /* digits after the point */
} writing;

static writing writing_of(cck_slice text, cck_decimal value) {
  cck_slice digits = digits_in(text);
  cck_decimal written = {0, 0};
  writing w = {0, 0, 0, 0};
  bool read = digits.len && cck_literal_number(digits, &written) && !cck_decimal_is_zero(written) &&
              written.coefficient == cck_decimal_abs(value).coefficient;
  if (read)
    w.scale = value.exponent - written.exponent;
  else if (value.exponent >= 3) /* number words: "seven thousand" */
    w.scale = value.exponent - value.exponent % 3;
  w.place = value.exponent - w.scale;
  w.length = digit_count(value) + w.place;
  w.decimals = read ? decimals_in(digits) : 0;
  return w;
}

cck_decimal cck_last_written(cck_slice text, cck_decimal value, cck_last_digit how) {
  cck_decimal last = cck_decimal_of(1);
  writing w = writing_of(text, value);
  int place = w.place;
  if (w.decimals)
    place = -w.decimals;
  else if (w.length <= (how == CCK_LAST_CAREFUL ? 3 : 2))
    place = place > 0 ? 0 : place;
  else if (how == CCK_LAST_CAREFUL && place > w.length - 2)
    place = w.length - 2;
  if (!cck_decimal_shift(last, place + w.scale, &last))
    return (cck_decimal){0, 0};
  return last;
}

cck_decimal cck_claim_last_written(const cck_claim *claim, cck_last_digit how) {
  const cck_value *v = &claim->value;
  if (cck_slice_is(v->unit, "fraction")) /* "a third" says no more than a percentage without decimals */
    return (cck_decimal){1, -2};
  return cck_last_written(claim->text, v->has_min ? v->min : v->max, how);
}

bool cck_is_written_out(cck_slice text, cck_decimal value) {
  writing w = writing_of(text, value);
  return w.scale == 0 && w.place >= 0 && w.decimals == 0 && w.length <= 3;
}

/* ---- intervals ---- */

static bool quantity_figure(const cck_claim *claim, const cck_unit_view *unit, cck_figure *out) {
  const cck_value *v = &claim->value;
  out->has_min = v->has_min;
  out->has_max = v->has_max;
  if (!v->has_min && !v->has_max)
    return false;
  if ((v->has_min && !cck_decimal_mul(v->min, unit->factor, &out->min)) ||
      (v->has_max && !cck_decimal_mul(v->max, unit->factor, &out->max)))
    return false;
  cck_decimal last = cck_claim_last_written(claim, CCK_LAST_PLAIN);
  return cck_decimal_mul(last, unit->factor, &out->last);
}

/* Moves both ends outward by a share of themselves. */
static bool widen_percent(cck_figure *f, cck_decimal percent) {
  cck_decimal share;
  if (f->has_min && !(cck_decimal_mul(cck_decimal_abs(f->min), percent, &share) &&
                      cck_decimal_shift(share, -2, &share) && cck_decimal_sub(f->min, share, &f->min)))
    return false;
  return !f->has_max || (cck_decimal_mul(cck_decimal_abs(f->max), percent, &share) &&
                         cck_decimal_shift(share, -2, &share) && cck_decimal_add(f->max, share, &f->max));
}

static bool date_figure(const cck_date *date, cck_figure *out) {
  out->is_date = true;
  out->has_min = date->days.min != CCK_NO_DAY;
  out->has_max = date->days.max != CCK_NO_DAY;
  out->min = cck_decimal_of(out->has_min ? date->days.min : 0);
  out->max = cck_decimal_of(out->has_max ? date->days.max : 0);
  out->last = cck_decimal_of(1);
  return date->valid && (out->has_min || out->has_max);
}

bool cck_figure_of(const cck_claim *claim, const cck_unit_view *unit, cck_decimal hedge, cck_figure *out) {
  *out = (cck_figure){0};
  if (claim->kind == CCK_CLAIM_DATE)
    return date_figure(&claim->date, out);
  if (claim->kind != CCK_CLAIM_QUANTITY || !quantity_figure(claim, unit, out))
    return false;
  return claim->value.approx != CCK_APPROX_ABOUT || widen_percent(out, hedge);
}

bool cck_figure_widen(cck_figure *f, cck_decimal by) {
  return (!f->has_min || cck_decimal_sub(f->min, by, &f->min)) && (!f->has_max || cck_decimal_add(f->max, by, &f->max));
}

bool cck_figure_below(const cck_figure *a, const cck_figure *b) {
  return a->has_max && b->has_min && cck_decimal_cmp(a->max, b->min) < 0;
}

/* ---- tolerances ---- */

/* Calendar units need a day to start from, so a duration is never turned into a number of days. */
cck_day cck_day_after(cck_day day, const cck_duration *duration) {
  enum { LIMIT_DAYS = 4000000, LIMIT_MONTHS = 120000 }; /* beyond the calendar's end from its start */
  cck_decimal whole = {0, 0};
  int64_t n = 0;
  if (day == CCK_NO_DAY || day == INT64_MAX || day > LIMIT_DAYS)
    return day;
  if (!cck_decimal_round(duration->number, 0, &whole) || !cck_decimal_to_int(whole, &n) || n < 0 || n > LIMIT_DAYS)
    return INT64_MAX;
  switch (duration->unit) {
  case CCK_SPAN_HOUR:
    return day + n / 24;
  case CCK_SPAN_DAY:
    return day + n;
  case CCK_SPAN_WEEK:
    return day + 7 * n;
  case CCK_SPAN_MONTH:
  case CCK_SPAN_YEAR:
    n *= duration->unit == CCK_SPAN_YEAR ? 12 : 1;
    return n > LIMIT_MONTHS ? INT64_MAX : cck_add_months(day, (int)n);
  }
  return day;
}

bool cck_tolerance_in(const cck_tolerance *tolerance, cck_unit_memo *memo, const cck_unit_view *unit,
                      cck_tolerance *out) {
  *out = *tolerance;
  if (tolerance->kind == CCK_TOLERANCE_DURATION && !cck_slice_is(unit->dimension, "date")) {
    static const char *const names[] = {"hour", "day", "week", "month", "year"};
    out->kind = CCK_TOLERANCE_AMOUNT;
    out->amount = tolerance->duration.number;
    out->unit = cck_slice_of(names[tolerance->duration.unit]);
  }
  if (out->kind != CCK_TOLERANCE_AMOUNT || out->unit.len == 0)
    return true;
  cck_unit_view own = cck_unit_memo_view(memo, out->unit);
  return cck_slice_eq(own.key, unit->key) && cck_decimal_mul(out->amount, own.factor, &out->amount);
}

static bool same_sign_smaller(cck_decimal a, cck_decimal b, cck_decimal *out) {
  cck_decimal x = cck_decimal_abs(a);
  cck_decimal y = cck_decimal_abs(b);
  *out = cck_decimal_cmp(x, y) < 0 ? x : y;
  return !cck_decimal_is_zero(*out);
}

static cck_outcome percent_outcome(cck_decimal percent, cck_decimal low, cck_decimal high) {
  cck_decimal gap;
  cck_decimal smaller;
  cck_decimal allowed;
  if (!same_sign_smaller(low, high, &smaller))
    return CCK_DIFFERS; /* zero against something exceeds every percentage */
  if (!cck_decimal_sub(high, low, &gap) || !cck_decimal_mul(smaller, percent, &allowed) ||
      !cck_decimal_shift(allowed, -2, &allowed))
    return CCK_UNDECIDED;
  return cck_decimal_cmp(gap, allowed) > 0 ? CCK_DIFFERS : CCK_AGREES;
}

/* Strictly less than half the coarser last digit agrees: 6,000 and 7,000 do not meet at 6,500. */
static cck_outcome rounding_outcome(cck_decimal last, cck_decimal low, cck_decimal high) {
  cck_decimal gap;
  cck_decimal twice;
  if (!cck_decimal_sub(high, low, &gap) || !cck_decimal_add(gap, gap, &twice))
    return CCK_UNDECIDED;
  return cck_decimal_cmp(twice, last) < 0 ? CCK_AGREES : CCK_DIFFERS;
}

static cck_outcome amount_outcome(cck_decimal amount, cck_decimal low, cck_decimal high) {
  cck_decimal gap;
  if (!cck_decimal_sub(high, low, &gap))
    return CCK_UNDECIDED;
  return cck_decimal_cmp(gap, amount) > 0 ? CCK_DIFFERS : CCK_AGREES;
}

static cck_outcome duration_outcome(const cck_duration *duration, cck_decimal low, cck_decimal high) {
  int64_t from;
  int64_t to;
  if (!cck_decimal_to_int(low, &from) || !cck_decimal_to_int(high, &to))
    return CCK_UNDECIDED;
  return to > cck_day_after(from, duration) ? CCK_DIFFERS : CCK_AGREES;
}

/* low < high are the nearest ends. */
static cck_outcome ends_outcome(const cck_tolerance *t, cck_decimal low, cck_decimal high, cck_decimal last) {
  switch (t->kind) {
  case CCK_TOLERANCE_PERCENT:
    return percent_outcome(t->amount, low, high);
  case CCK_TOLERANCE_ROUNDING:
    return rounding_outcome(last, low, high);
  case CCK_TOLERANCE_AMOUNT:
    return amount_outcome(t->amount, low, high);
  case CCK_TOLERANCE_DURATION:
    return duration_outcome(&t->duration, low, high);
  }
  return CCK_UNDECIDED;
}

/* A share of a day's number means nothing: without a duration, dates agree only when they overlap. */
static cck_outcome figure_outcome(const cck_tolerance *t, const cck_figure *low, cck_decimal high, cck_decimal last) {
  if (low->is_date && t->kind != CCK_TOLERANCE_DURATION)
    return CCK_DIFFERS;
  return ends_outcome(t, low->max, high, last);
}

cck_outcome cck_figure_compare(const cck_tolerance *tolerance, const cck_figure *a, const cck_figure *b) {
  const cck_figure *low = cck_figure_below(a, b) ? a : b;
  const cck_figure *high = low == a ? b : a;
  if (!cck_figure_below(low, high))
    return CCK_AGREES;
  cck_decimal last = cck_decimal_cmp(low->last, high->last) > 0 ? low->last : high->last;
  return figure_outcome(tolerance, low, high->min, last);
}

bool cck_figure_may_differ(const cck_tolerance *tolerance, const cck_figure *low, cck_decimal high_min) {
  if (!low->has_max || cck_decimal_cmp(low->max, high_min) >= 0)
    return false;
  return figure_outcome(tolerance, low, high_min, low->last) == CCK_DIFFERS;
}

/* ---- distances ---- */

static bool nearest_ends(const cck_figure *a, const cck_figure *b, cck_decimal *low, cck_decimal *high) {
  const cck_figure *first = cck_figure_below(a, b) ? a : b;
  const cck_figure *second = first == a ? b : a;
  if (!cck_figure_below(first, second))
    return false;
  *low = first->max;
  *high = second->min;
  return true;
}

bool cck_figure_gap(const cck_figure *a, const cck_figure *b, cck_decimal *gap) {
  cck_decimal low;
  cck_decimal high;
  *gap = (cck_decimal){0, 0};
  return !nearest_ends(a, b, &low, &high) || cck_decimal_sub(high, low, gap);
}

bool cck_figure_spread(const cck_figure *a, const cck_figure *b, cck_decimal *percent) {
  cck_decimal low;
  cck_decimal high;
  cck_decimal gap;
  cck_decimal smaller;
  *percent = (cck_decimal){0, 0};
  if (!nearest_ends(a, b, &low, &high))
    return true;
  if (!same_sign_smaller(low, high, &smaller) || !cck_decimal_sub(high, low, &gap) ||
      !cck_decimal_div(gap, smaller, 6, &gap))
    return false;
  return cck_decimal_shift(gap, 2, percent);
}
