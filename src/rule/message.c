#include "rule/message.h"

#include "text/stem.h"

#include <string.h>

/* ---- templates ---- */

static const char *const names[] = {
#define CCK_MESSAGE_NAME(name, help) #name,
#include "rule/message.def"
#undef CCK_MESSAGE_NAME
};

const char *cck_message_name_at(size_t index) { return index < CCK_MESSAGE_COUNT ? names[index] : NULL; }

typedef CCK_VEC(char) text_builder;

static void add(cck_arena *arena, text_builder *out, cck_slice s) {
  for (size_t i = 0; i < s.len; i++)
    CCK_PUSH(arena, out, s.ptr[i]);
}

/* The name between braces at `at`, or CCK_MESSAGE_COUNT; *past is behind the closing one. */
static size_t name_at(cck_slice text, size_t at, size_t *past) {
  size_t close = cck_slice_find(text, CCK_S("}"), at);
  size_t i = 0;
  if (close == SIZE_MAX)
    return CCK_MESSAGE_COUNT;
  cck_slice name = cck_slice_sub(text, at + 1, close);
  while (i < CCK_MESSAGE_COUNT && !cck_slice_is(name, names[i]))
    i++;
  *past = close + 1;
  return i;
}

/* "{value} {unit}", where the value has brought its unit along. */
static bool ends_with_unit(const text_builder *out, cck_slice unit) {
  cck_slice written = cck_slice_trim((cck_slice){out->items, out->count});
  return unit.len && written.len > unit.len && cck_slice_ends(written, unit) &&
         written.ptr[written.len - unit.len - 1] == ' ';
}

static bool names_both(cck_slice text) {
  return cck_slice_find(text, CCK_S("{low}"), 0) != SIZE_MAX && cck_slice_find(text, CCK_S("{high}"), 0) != SIZE_MAX;
}

/* What is said of a figure behind it; of two figures of which the same is said, once behind the second. */
static cck_slice mark_of(cck_arena *arena, cck_slice template_, size_t name, size_t past, const cck_message *message) {
  cck_slice mark = name == CCK_MESSAGE_low     ? message->low_mark
                   : name == CCK_MESSAGE_high  ? message->high_mark
                   : name == CCK_MESSAGE_value ? message->value_mark
                                               : (cck_slice){NULL, 0};
  if (name == CCK_MESSAGE_value && mark.len)
    return cck_arena_printf(arena, " (%.*s)", (int)mark.len, mark.ptr);
  bool both = mark.len && cck_slice_eq(message->low_mark, message->high_mark) && names_both(template_);
  cck_slice rest = cck_slice_sub(template_, past, template_.len);
  bool last =
      cck_slice_find(rest, CCK_S("{low}"), 0) == SIZE_MAX && cck_slice_find(rest, CCK_S("{high}"), 0) == SIZE_MAX;
  if (mark.len == 0 || (both && !last))
    return (cck_slice){NULL, 0};
  return cck_arena_printf(arena, " (%s%.*s)", both ? "both " : "", (int)mark.len, mark.ptr);
}

cck_slice cck_message_fill(cck_arena *arena, cck_slice template_, const cck_message *message) {
  text_builder out = {0};
  cck_slice mark = {NULL, 0};
  for (size_t i = 0; i < template_.len;) {
    size_t past = i + 1;
    size_t name = template_.ptr[i] == '{' ? name_at(template_, i, &past) : CCK_MESSAGE_COUNT;
    if (name == CCK_MESSAGE_COUNT) {
      CCK_PUSH(arena, &out, template_.ptr[i]);
      i++;
      continue;
    }
    cck_slice value = message->values[name];
    if (name == CCK_MESSAGE_unit && ends_with_unit(&out, value))
      value.len = 0;
    if (value.len == 0 && out.count && out.items[out.count - 1] == ' ')
      out.count--;
    add(arena, &out, value);
    i = past;
    if (name != CCK_MESSAGE_unit)
      mark = mark_of(arena, template_, name, past, message);
    if (cck_slice_starts(cck_slice_sub(template_, past, template_.len), CCK_S(" {unit}")))
      continue;
    add(arena, &out, mark);
    mark.len = 0;
  }
  return cck_arena_copy(arena, (cck_slice){out.items, out.count});
}

/* ---- numbers ---- */

cck_slice cck_number_text(cck_arena *arena, cck_decimal number) {
  static const struct {
    int power;
    const char *word;
  } scales[] = {{12, "trillion"}, {9, "billion"}, {6, "million"}};
  for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
    cck_decimal scaled;
    if (!cck_decimal_shift(number, -scales[i].power, &scaled) ||
        cck_decimal_cmp(cck_decimal_abs(scaled), cck_decimal_of(1)) < 0)
      continue;
    if (scaled.exponent < -3) /* "2.345678 million" reads worse than the digits */
      break;
    return cck_arena_printf(arena, "%s %s", cck_decimal_grouped(arena, scaled).ptr, scales[i].word);
  }
  return cck_decimal_grouped(arena, number);
}

/* Digits before the decimal point; 0 and less below one. */
static int magnitude(cck_decimal d) {
  char text[CCK_DECIMAL_TEXT];
  return (int)cck_decimal_print((cck_decimal){d.coefficient < 0 ? -d.coefficient : d.coefficient, 0}, text) +
         d.exponent;
}

cck_slice cck_percent_text(cck_arena *arena, cck_decimal percent) {
  cck_decimal rounded = percent;
  int whole = magnitude(percent);
  int place = whole > 3 ? whole - 3 : whole > 1 ? 0 : -1;
  if (!cck_decimal_is_zero(percent))
    (void)cck_decimal_round(percent, place, &rounded);
  return cck_arena_printf(arena, "%s%%", cck_decimal_grouped(arena, rounded).ptr);
}

/* ---- units ---- */

static bool is_money(cck_slice unit) {
  bool code = unit.len == 3;
  for (size_t i = 0; code && i < unit.len; i++)
    code = cck_is_upper(unit.ptr[i]);
  return code;
}

static bool is_fraction(cck_slice unit) { return cck_slice_is(unit, "fraction"); }

/* Fractions are shown as percentages: "a third" beside "35%" reads best as 33.3%. */
static bool is_percent(cck_slice unit) { return cck_slice_is(unit, "percent") || is_fraction(unit); }

static cck_value as_percent(cck_value v) {
  if (is_fraction(v.unit) && cck_decimal_shift(v.min, 2, &v.min) && cck_decimal_shift(v.max, 2, &v.max)) {
    (void)cck_decimal_round(v.min, -1, &v.min);
    (void)cck_decimal_round(v.max, -1, &v.max);
  }
  return v;
}

/* The plural of a lemma phrase: of its last word, or of the part before " of " and "/". */
static cck_slice plural(cck_arena *arena, cck_slice unit) {
  static const struct {
    const char *one, *many;
  } odd[] = {{"person", "people"}, {"celsius", "degrees Celsius"}, {"fahrenheit", "degrees Fahrenheit"}};
  size_t cut = cck_slice_find(unit, CCK_S(" of "), 0);
  if (cut == SIZE_MAX)
    cut = cck_slice_find(unit, CCK_S("/"), 0);
  size_t past = cut == SIZE_MAX ? unit.len : cut;
  size_t from = past;
  while (from > 0 && unit.ptr[from - 1] != ' ')
    from--;
  cck_slice one = cck_slice_sub(unit, from, past);
  cck_slice many = {NULL, 0};
  for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
    if (cck_slice_is(one, odd[i].one))
      many = cck_slice_of(odd[i].many);
  if (!many.ptr)
    many = cck_plural(arena, one);
  return cck_arena_printf(arena, "%.*s%.*s%.*s", (int)from, unit.ptr, (int)many.len, many.ptr, (int)(unit.len - past),
                          unit.ptr + past);
}

cck_slice cck_amount_words(cck_arena *arena, cck_decimal number, cck_slice unit) {
  cck_slice text = cck_number_text(arena, number);
  if (unit.len == 0)
    return text;
  if (is_percent(unit))
    return cck_arena_printf(arena, "%s%%", text.ptr);
  bool one = cck_decimal_cmp(number, cck_decimal_of(1)) == 0;
  cck_slice word = is_money(unit) || one ? unit : plural(arena, unit);
  return cck_arena_printf(arena, "%s %.*s", text.ptr, (int)word.len, word.ptr);
}

/* ---- claims ---- */

static bool is_one(const cck_value *v) {
  return v->has_min && v->has_max && cck_decimal_cmp(v->min, v->max) == 0 &&
         cck_decimal_cmp(v->min, cck_decimal_of(1)) == 0;
}

/* Words that stand around a figure, by how it was stated. */
typedef struct approx_form {
  const char *words, *label;
} approx_form;

static const approx_form forms[] = {
    [CCK_APPROX_EXACT] = {"", ""},
    [CCK_APPROX_ABOUT] = {"about ", "~"},
    [CCK_APPROX_OVER] = {"more than ", ">"},
    [CCK_APPROX_AT_LEAST] = {"at least ", ">="},
    [CCK_APPROX_UNDER] = {"less than ", "<"},
    [CCK_APPROX_AT_MOST] = {"at most ", "<="},
    [CCK_APPROX_RANGE] = {"", ""},
};

/* Figures of one range as "5 to 7" or "5-7", bounds and hedges in front. */
static cck_slice value_text(cck_arena *arena, const cck_value *value, bool label) {
  const cck_value shown = as_percent(*value);
  const cck_value *v = &shown;
  const char *front = label ? forms[v->approx].label : forms[v->approx].words;
  const char *sign = is_percent(v->unit) ? "%" : "";
  if (v->has_min && v->has_max && cck_decimal_cmp(v->min, v->max) != 0)
    return cck_arena_printf(arena, "%s%s%s%s%s", v->approx == CCK_APPROX_ABOUT ? front : "",
                            cck_number_text(arena, v->min).ptr, label ? "-" : " to ",
                            cck_number_text(arena, v->max).ptr, sign);
  if (v->approx == CCK_APPROX_RANGE) /* open at one end */
    front = v->has_min ? (label ? ">=" : "at least ") : label ? "<=" : "at most ";
  cck_slice number = cck_number_text(arena, v->has_min ? v->min : v->max);
  return cck_arena_printf(arena, "%s%s%s", front, number.ptr, sign);
}

cck_slice cck_claim_words(cck_arena *arena, const cck_claim *claim) {
  if (claim->kind == CCK_CLAIM_QUANTITY && (claim->value.has_min || claim->value.has_max))
    return value_text(arena, &claim->value, false);
  bool clock = claim->kind == CCK_CLAIM_DATE && claim->date.precision == CCK_PRECISION_TIME;
  if (claim->kind == CCK_CLAIM_DATE && claim->date.valid && !clock)
    return cck_period_text(arena, claim->date.days);
  return cck_arena_copy(arena, claim->kind == CCK_CLAIM_DATE && claim->date.text.len ? claim->date.text : claim->text);
}

static cck_slice spaced(cck_arena *arena, cck_slice id) {
  char *copy = cck_arena_alloc(arena, id.len + 1);
  for (size_t i = 0; i < id.len; i++)
    copy[i] = id.ptr[i] == '-' ? ' ' : id.ptr[i];
  return (cck_slice){copy, id.len};
}

cck_slice cck_claim_unit_words(cck_arena *arena, const cck_claim *claim) {
  cck_slice unit = claim->value.unit;
  if (claim->kind != CCK_CLAIM_QUANTITY || unit.len == 0 || is_percent(unit))
    return (cck_slice){"", 0};
  if (is_money(unit))
    return cck_arena_copy(arena, unit);
  /* For a count, the measure says it in the words of the rule's writer; claims may count "soldiers" and "men". */
  if (claim->noun.len && claim->measure.len)
    return spaced(arena, claim->measure);
  return is_one(&claim->value) ? cck_arena_copy(arena, unit) : plural(arena, unit);
}

cck_slice cck_claim_full_words(cck_arena *arena, const cck_claim *claim) {
  cck_slice words = cck_claim_words(arena, claim);
  cck_slice unit = cck_claim_unit_words(arena, claim);
  return unit.len ? cck_arena_printf(arena, "%s %s", words.ptr, unit.ptr) : words;
}

cck_slice cck_claim_label(cck_arena *arena, const cck_claim *claim) {
  const char *weekday = claim->kind == CCK_CLAIM_DATE ? cck_weekday_name(claim->date.weekday) : NULL;
  if (weekday && claim->date.valid)
    return cck_arena_printf(arena, "%s, %s", weekday, cck_claim_words(arena, claim).ptr);
  if (claim->kind != CCK_CLAIM_QUANTITY || !(claim->value.has_min || claim->value.has_max))
    return cck_claim_words(arena, claim);
  cck_slice number = value_text(arena, &claim->value, true);
  cck_slice unit = claim->value.unit;
  bool counted = claim->noun.len && !is_money(unit);
  if (unit.len == 0 || is_percent(unit) || counted)
    return number;
  cck_slice word = is_money(unit) || is_one(&claim->value) ? unit : plural(arena, unit);
  return cck_arena_printf(arena, "%s %.*s", number.ptr, (int)word.len, word.ptr);
}

/* ---- times ---- */

static cck_slice units_of_time(cck_arena *arena, int64_t n, const char *unit) {
  return cck_arena_printf(arena, "%lld %s%s", (long long)n, unit, n == 1 ? "" : "s");
}

cck_slice cck_open_period_words(cck_arena *arena, cck_period p) {
  if (p.min == CCK_NO_DAY || p.max != CCK_NO_DAY)
    return cck_period_text(arena, p);
  return cck_arena_printf(arena, "%s or later", cck_period_text(arena, cck_period_day(p.min)).ptr);
}

cck_slice cck_distance_text(cck_arena *arena, cck_period a, cck_period b) {
  if (cck_period_is_none(a) || cck_period_is_none(b))
    return CCK_S("undated");
  if (cck_period_overlaps(a, b))
    return a.min == a.max && b.min == b.max ? CCK_S("same day") : CCK_S("same time");
  cck_day from = a.max < b.min ? a.max : b.max;
  int64_t days = cck_period_gap(a, b);
  int64_t months = 0;
  while (months < 12 * 200 && cck_add_months(from, (int)months + 1) <= from + days)
    months++;
  if (months == 0)
    return cck_arena_printf(arena, "%s apart", units_of_time(arena, days, "day").ptr);
  if (months < 12)
    return cck_arena_printf(arena, "%s apart", units_of_time(arena, months, "month").ptr);
  return cck_arena_printf(arena, "%s apart", units_of_time(arena, months / 12, "year").ptr);
}

cck_slice cck_when_text(cck_arena *arena, cck_period all) {
  if (!cck_period_is_known(all))
    return cck_period_is_none(all) ? (cck_slice){"", 0} : cck_period_text(arena, all);
  cck_civil a = cck_civil_of(all.min);
  cck_civil b = cck_civil_of(all.max);
  bool years = a.month == 1 && a.day == 1 && b.month == 12 && b.day == 31;
  cck_period first = years ? cck_period_year(a.year) : cck_period_month(a.year, a.month);
  cck_period last = years ? cck_period_year(b.year) : cck_period_month(b.year, b.month);
  cck_slice text = cck_period_text(arena, first);
  if (first.min == last.min)
    return text;
  return cck_arena_printf(arena, "%s to %s", text.ptr, cck_period_text(arena, last).ptr);
}
