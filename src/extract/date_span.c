#include "extract/date_reader.h"

/* "the end of June", "June": the date at a token, perhaps behind an article or a part. */
static bool end_at(const cck_date_reader *r, size_t at, cck_found *out) {
  size_t the = cck_date_has(r, at, CCK_DATE_ROLE_THE);
  return cck_date_form_part(r, at + the, out) || cck_date_plain(r, at, out) || (the && cck_date_plain(r, at + 1, out));
}

/* A day of the week alone: "moved from Friday to Sunday" are two days. */
static bool is_loose(const cck_found *found) { return found->basis == CCK_BASIS_RELATIVE && found->weekday; }

/* What joins the two ends: "to", a dash; "and" only behind "between". */
static bool joins(const cck_date_reader *r, bool between, size_t at) {
  return cck_date_has(r, at, CCK_DATE_ROLE_TO) || cck_date_dash(r, at) ||
         (between && cck_date_has(r, at, CCK_DATE_ROLE_AND));
}

/*
 * "from 2015 to May 5, 2017", "between January 1998 and today", "from May until the end of June": ends that are stated
 * in different ways. Ends of one way are read by the forms of calendar dates and of years.
 */
bool cck_date_form_span(const cck_date_reader *r, size_t at, cck_found *out) {
  bool between = at > 0 && cck_date_has(r, at - 1, CCK_DATE_ROLE_BETWEEN);
  bool from = at > 0 && cck_date_has(r, at - 1, CCK_DATE_ROLE_FROM);
  cck_found first, last;
  if ((!from && !between) || !end_at(r, at, &first))
    return false;
  if (!joins(r, between, first.past) || !end_at(r, first.past + 1, &last) || is_loose(&first) || is_loose(&last))
    return false;
  if (!first.valid || !last.valid || !cck_period_is_known(first.days) || !cck_period_is_known(last.days) ||
      first.days.min > last.days.max || first.days.max >= last.days.max)
    return false;
  *out = cck_date_found(first.first, last.past, (cck_period){first.days.min, last.days.max},
                        first.precision < last.precision ? first.precision : last.precision,
                        last.basis == CCK_BASIS_TEXT ? first.basis : last.basis);
  out->floats = first.floats || last.floats;
  out->told = first.told || last.told;
  return true;
}

/* A day so many units off; of a longer unit the whole one: "two months after Easter". */
static void move(cck_found *out, cck_date_unit unit, int shift) {
  cck_day day = shift < 0 ? out->days.min : out->days.max;
  if (!cck_period_is_known(out->days))
    return;
  if (unit == CCK_DATE_MONTH || unit == CCK_DATE_YEAR)
    day = cck_add_months(day, unit == CCK_DATE_YEAR ? 12 * shift : shift);
  out->days = cck_date_unit_around(day, unit, unit == CCK_DATE_DAY || unit == CCK_DATE_WEEK ? shift : 0);
}

/* "the day after last Tuesday", "three days before Christmas", "two weeks from Monday" */
bool cck_date_form_beside(const cck_date_reader *r, size_t at, cck_found *out) {
  int number;
  cck_date_unit unit;
  if (!cck_date_any(r, CCK_DATE_ROLE_UNIT))
    return false;
  size_t used = cck_date_length(r, at, &number, &unit);
  bool the = cck_date_value(r, at, CCK_DATE_ROLE_UNIT) == CCK_DATE_DAY && at > 0 &&
             cck_date_has(r, at - 1, CCK_DATE_ROLE_THE) && !cck_date_has(r, at, CCK_DATE_ROLE_PLURAL);
  if (the) {
    used = 1;
    number = 1;
    unit = CCK_DATE_DAY;
  }
  bool length = at > 0 && (cck_date_sign(r, at - 1, "for") || cck_date_has(r, at - 1, CCK_DATE_ROLE_MORE_THAN));
  int side = cck_date_value(r, at + used, CCK_DATE_ROLE_BEFORE);
  if (!used || length || (!side && (the || !cck_date_has(r, at + used, CCK_DATE_ROLE_FROM))))
    return false;
  size_t next = at + used + 1; /* not "after the April 1 start" */
  if (!(cck_date_plain(r, next, out) || cck_date_form_part(r, next, out)) || out->precision != CCK_PRECISION_DAY ||
      unit == CCK_DATE_QUARTER)
    return false;
  if (!side && !out->floats) /* "the six months from April 1" is a length */
    return false;
  out->first = at;
  out->weekday = 0;
  out->basis = unit == CCK_DATE_DAY ? out->basis : CCK_BASIS_RELATIVE;
  out->precision = cck_date_unit_precision(unit);
  move(out, unit, side ? side * number : number);
  out->holiday_shift = side * number;
  if (unit != CCK_DATE_DAY)
    out->holiday = NULL;
  return true;
}
