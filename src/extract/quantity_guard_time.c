#include "extract/quantity_guard.h"

static bool is_dated_duration(const cck_quantity_reader *r, const cck_figure *f) {
  const cck_unit *unit = f->kind == CCK_FIGURE_MEASURE ? cck_unit_find(r->units, f->unit) : NULL;
  return unit && cck_slice_is(unit->dimension, "duration") &&
         cck_quantity_dated(r, f->past - 1); /* "two years later", not "on July 24 ended months of doubt" */
}

const char *cck_guard_part_of_date(const cck_quantity_reader *r, const cck_figure *f) {
  for (uint32_t i = f->number_first; i < f->number_past; i++)
    if (cck_quantity_dated(r, i) && !(cck_quantity_vaguely_dated(r, i) && is_dated_duration(r, f)))
      return "part of a date";
  return NULL;
}

/* "80s" */
static bool is_tens(const cck_quantity_reader *r, uint32_t at) {
  cck_slice digits = cck_quantity_text(r, at);
  return cck_quantity_number(r, at) && digits.len == 2 && digits.ptr[1] == '0' && cck_quantity_sign(r, at + 1, "s") &&
         cck_quantity_glued(r, at + 1);
}

/* "the 70s and 80s", "in the low 20s": from the word in front. */
static bool stands_among_decades(const cck_quantity_reader *r, uint32_t before) {
  if (cck_quantity_listed(r, before, CCK_LIST_OF_DECADE))
    return true;
  bool joined =
      cck_quantity_sign(r, before, "and") || cck_quantity_sign(r, before, "or") || cck_quantity_sign(r, before, "to");
  return joined && (cck_quantity_dated(r, before - 1) || is_tens(r, before - 2));
}

/* "in his 40s", "a 20-something": some age of the ten years from there. */
const char *cck_guard_decade_of_life(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = f->number_past;
  if (cck_quantity_hyphen(r, at) &&
      (cck_quantity_sign(r, at + 1, "something") || cck_quantity_sign(r, at + 1, "somethings")))
    return "decade of life";
  if (!is_tens(r, f->number_first) || f->number_past != f->number_first + 1)
    return NULL;
  if (stands_among_decades(r, f->number_first - 1))
    return "decade";
  bool owned = cck_quantity_is(r, f->number_first - 1, CCK_Q_DETERMINER) ||
               cck_quantity_sign(r, f->number_first - 1, "late") ||
               cck_quantity_sign(r, f->number_first - 1, "early") || cck_quantity_sign(r, f->number_first - 1, "mid") ||
               cck_quantity_dash(r, f->number_first - 1);
  return owned ? "decade of life" : NULL;
}

/* "at 1230 hours": four digits, hour and minute. */
static bool is_military_time(const cck_quantity_reader *r, const cck_figure *f) {
  enum { HOURS = 24, MINUTES = 60, HUNDRED = 100, DIGITS = 4 };
  int64_t value;
  bool zone = cck_quantity_token(r, f->past)->flags & CCK_TOKEN_CAPS || cck_quantity_sign(r, f->past, "local");
  return cck_guard_plain(f) && cck_slice_is(f->unit, "hour") && cck_quantity_text(r, f->number_first).len == DIGITS &&
         cck_decimal_to_int(f->min, &value) && value / HUNDRED < HOURS && value % HUNDRED < MINUTES &&
         (cck_quantity_sign(r, f->number_first - 1, "at") ||
          (zone && cck_quantity_listed(r, f->number_first - 1, CCK_LIST_AT_A_TIME))) &&
         !cck_quantity_sign(r, f->past, "of");
}

const char *cck_guard_clock_time(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = cck_guard_digits_at(r, f);
  bool colon_behind = cck_quantity_sign(r, f->number_past, ":") && cck_quantity_glued(r, f->number_past) &&
                      cck_quantity_glued(r, f->number_past + 1) && cck_quantity_number(r, f->number_past + 1);
  bool colon_before = cck_quantity_sign(r, at - 1, ":") && cck_quantity_glued(r, at) && cck_quantity_glued(r, at - 1) &&
                      cck_quantity_number(r, at - 2);
  uint32_t end = f->number_past; /* "2-4 p.m." */
  end += cck_quantity_dash(r, end) && cck_quantity_number(r, end + 1) ? 2u : 0u;
  bool named = !cck_guard_has_unit(f) && cck_quantity_is(r, end, CCK_Q_CLOCK);
  return colon_behind || colon_before || named || is_military_time(r, f) ? "clock time" : NULL;
}

/* Far years only where a preposition says that they are: "by 2150". */
static bool is_year_value(const cck_quantity_reader *r, const cck_figure *f) {
  int64_t year;
  bool when = f->kind == CCK_FIGURE_BARE &&
              (cck_quantity_sign(r, f->first - 1, "by") || cck_quantity_sign(r, f->first - 1, "until"));
  return cck_guard_plain(f) && cck_decimal_to_int(f->min, &year) && year >= 1500 && year <= (when ? 2300 : 2100);
}

/* "nineteen ninety-six", "twenty twelve": a year in words. */
const char *cck_guard_spoken_year(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = f->number_first;
  uint32_t behind = f->number_past;
  bool century = cck_quantity_sign(r, at, "nineteen") || cck_quantity_sign(r, at, "eighteen") ||
                 cck_quantity_sign(r, at, "seventeen") || cck_quantity_sign(r, at, "twenty");
  static const uint32_t years = CCK_Q_TENS | CCK_Q_TEEN;
  if (century && behind == at + 1 && cck_quantity_is(r, behind, years))
    return "year";
  uint32_t before = at - 1;
  bool rest = cck_quantity_sign(r, before, "nineteen") || cck_quantity_sign(r, before, "eighteen") ||
              cck_quantity_sign(r, before, "seventeen") || cck_quantity_sign(r, before, "twenty");
  return rest && r->rejected_past == at && cck_quantity_is(r, at, years) && !f->digits ? "year" : NULL;
}

/* "(in 2006 dollars)", "constant 1990 dollars": the year of the prices. */
static bool is_price_year(const cck_quantity_reader *r, const cck_figure *f) {
  return f->kind == CCK_FIGURE_MONEY && cck_guard_plain(f) && f->first == cck_guard_digits_at(r, f) &&
         is_year_value(r, f) && cck_quantity_text(r, f->first).len == 4 &&
         (cck_quantity_listed(r, f->first - 1, CCK_LIST_PRICES_OF) ||
          (cck_quantity_sign(r, f->first - 1, "in") && cck_quantity_sign(r, f->first - 2, "(")));
}

/* A year that the date grammar did not want: "the 2003 Cup final", "2019 season". */
const char *cck_guard_year(const cck_quantity_reader *r, const cck_figure *f) {
  if (is_price_year(r, f))
    return "year";
  if (!is_year_value(r, f) || cck_guard_cross(r, f->number_past) || cck_guard_has_unit(f) || f->strong ||
      f->approx != CCK_APPROX_EXACT)
    return NULL;
  const cck_token *token = cck_quantity_token(r, cck_guard_digits_at(r, f));
  if (token->end - token->start != 4)
    return NULL;
  int64_t value = 0;
  (void)cck_decimal_to_int(f->min, &value);
  bool counted = f->kind == CCK_FIGURE_NOUN && f->plural && !cck_quantity_capital(r, f->noun_first);
  if (counted && (value % 100 == 0 || value < 1800))
    return NULL;
  const cck_quantity_word *before = cck_quantity_word_at(r, f->number_first - 1);
  bool hedged =
      cck_quantity_sign(r, f->number_first - 1, "than") || cck_quantity_sign(r, f->number_first - 1, "least") ||
      cck_quantity_sign(r, f->number_first - 1, "nearly") || cck_quantity_sign(r, f->number_first - 1, "some");
  return counted && (hedged || before->classes & CCK_Q_FEW) ? NULL : "year";
}
