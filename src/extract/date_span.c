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

/* "now", "to date", "the present": the day of publication, as the last of a span. */
static bool present_at(const cck_date_reader *r, size_t at, cck_found *out) {
  size_t lead = cck_date_has(r, at, CCK_DATE_ROLE_THE);
  lead += cck_date_says(r, at + lead, "current");
  bool date = cck_date_says(r, at + lead, "date") && (lead || cck_date_says(r, at - 1, "to"));
  bool present = cck_date_says(r, at + lead, "present") && (lead || cck_date_dash(r, at - 1)); /* "2003-present" */
  if (!date && !cck_date_has(r, at, CCK_DATE_ROLE_NOW) && !present)
    return false;
  *out = cck_date_found(at, at + lead + 1, r->context->published, CCK_PRECISION_DAY, CCK_BASIS_RELATIVE);
  out->floats = true;
  return true;
}

static bool last_at(const cck_date_reader *r, size_t at, cck_found *out) {
  return present_at(r, at, out) || end_at(r, at, out);
}

/* Both ends state whole days, or the last says so far it lasts: then no "from" is needed. */
static bool needs_no_from(const cck_date_reader *r, const cck_found *first, const cck_found *last) {
  bool days = first->precision == CCK_PRECISION_DAY && last->precision == CCK_PRECISION_DAY;
  bool through = cck_date_has(r, first->past, CCK_DATE_ROLE_TO) && !cck_date_says(r, first->past, "to");
  bool today = cck_date_has(r, first->past + 1, CCK_DATE_ROLE_TODAY) && last->past == first->past + 2;
  bool present = cck_date_dash(r, first->past) && cck_date_says(r, first->past + 1, "present");
  return first->basis == CCK_BASIS_TEXT &&
         (present || (days && (last->basis == CCK_BASIS_TEXT || today)) || (through && last->basis == CCK_BASIS_TEXT));
}

/* A month or a day whose year is only the nearest one. */
static bool is_open(const cck_found *found) {
  return found->basis == CCK_BASIS_RELATIVE && !found->told && !found->floats &&
         found->precision <= CCK_PRECISION_MONTH;
}

/* "from 11/28 to 02/14", "from May 5 to now": ends whose end comes before their begin lie in two years. */
static void turn_year(const cck_date_reader *r, cck_found *first, cck_found *last) {
  bool now = last->floats && last->days.max == r->context->published.max;
  if (first->days.min <= last->days.max || !is_open(first) ||
      !(now || (is_open(last) && last->precision == first->precision)))
    return;
  cck_found *moved = last->days.max > r->context->published.max ? last : first;
  int months = moved == last ? 12 : -12;
  moved->days = (cck_period){cck_add_months(moved->days.min, months), cck_add_months(moved->days.max + 1, months) - 1};
}

/* Is a span without "from" worth a look? It begins with a number or a month, and something joins not far behind. */
static bool may_join(const cck_date_reader *r, size_t at) {
  enum { LONGEST = 8 };
  if (r->tokens[at].kind != CCK_TOKEN_NUMBER && !cck_date_has(r, at, CCK_DATE_ROLE_MONTH) &&
      !cck_date_has(r, at, CCK_DATE_ROLE_WEEKDAY))
    return false;
  for (size_t i = at + 1; i < r->count && i < at + LONGEST; i++)
    if (joins(r, false, i))
      return true;
  return false;
}

/*
 * "from 2015 to May 5, 2017", "between January 1998 and today", "from May until the end of June": ends that are stated
 * in different ways. Ends of one way are read by the forms of calendar dates and of years.
 */
bool cck_date_form_span(const cck_date_reader *r, size_t at, cck_found *out) {
  bool between = at > 0 && cck_date_has(r, at - 1, CCK_DATE_ROLE_BETWEEN);
  bool from = between || (at > 0 && cck_date_has(r, at - 1, CCK_DATE_ROLE_FROM));
  cck_found first, last;
  if (!from && !may_join(r, at))
    return false;
  if (!end_at(r, at, &first) || !joins(r, between, first.past) || !last_at(r, first.past + 1, &last))
    return false;
  bool loose = is_loose(&first) && last.basis == CCK_BASIS_RELATIVE;
  if (loose || (!from && (is_loose(&last) || !needs_no_from(r, &first, &last))))
    return false;
  if (!first.valid || !last.valid || !cck_period_is_known(first.days) || !cck_period_is_known(last.days))
    return false;
  turn_year(r, &first, &last);
  if (first.days.min > last.days.max || first.days.max >= last.days.max)
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

/* The Tuesday of "a week from Tuesday". */
static cck_period weekday_to_come(const cck_date_reader *r, int weekday) {
  cck_day day = cck_date_weekday_near(r, weekday, true);
  return day == CCK_NO_DAY ? CCK_NO_PERIOD : cck_period_day(day);
}

/* "the day after last Tuesday", "three days before Christmas", "two weeks from Monday", "within a week from today" */
bool cck_date_form_beside(const cck_date_reader *r, size_t at, cck_found *out) {
  int number;
  cck_date_unit unit;
  if (!cck_date_any(r, CCK_DATE_ROLE_UNIT) && !cck_date_any(r, CCK_DATE_ROLE_FORTNIGHT))
    return false;
  size_t used = cck_date_length(r, at, &number, &unit);
  bool the = cck_date_value(r, at, CCK_DATE_ROLE_UNIT) == CCK_DATE_DAY && at > 0 &&
             cck_date_has(r, at - 1, CCK_DATE_ROLE_THE) && !cck_date_has(r, at, CCK_DATE_ROLE_PLURAL);
  if (the) {
    used = 1;
    number = 1;
    unit = CCK_DATE_DAY;
  }
  int side = cck_date_value(r, at + used, CCK_DATE_ROLE_BEFORE);
  bool limit = cck_date_is_limit(r, at) && !the && (!side || cck_date_says(r, at - 1, "within"));
  bool length =
      at > 0 && (cck_date_says(r, at - 1, "for") || (cck_date_has(r, at - 1, CCK_DATE_ROLE_MORE_THAN) && !limit));
  if (!used || length || (!side && (the || !cck_date_has(r, at + used, CCK_DATE_ROLE_FROM))))
    return false;
  size_t next = at + used + 1; /* not "after the April 1 start" */
  if (!(cck_date_plain(r, next, out) || cck_date_form_part(r, next, out)) || out->precision != CCK_PRECISION_DAY ||
      unit == CCK_DATE_QUARTER)
    return false;
  if (!side && !out->floats) /* "the six months from April 1" is a length */
    return false;
  if (!side && out->weekday && out->basis == CCK_BASIS_RELATIVE && out->past == next + 1)
    out->days = weekday_to_come(r, out->weekday);
  out->first = at;
  out->weekday = 0;
  out->basis = unit == CCK_DATE_DAY ? out->basis : CCK_BASIS_RELATIVE;
  if (!side && unit == CCK_DATE_WEEK) { /* "a week from Tuesday" is a Tuesday */
    unit = CCK_DATE_DAY;
    number *= 7;
  }
  out->precision = cck_date_unit_precision(unit);
  if (limit)
    out->days = cck_date_up_to(out->days, unit, side ? side * number : number);
  else
    move(out, unit, side ? side * number : number);
  out->holiday_shift = side * number;
  if (unit != CCK_DATE_DAY)
    out->holiday = NULL;
  return true;
}
