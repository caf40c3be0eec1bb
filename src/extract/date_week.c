#include "extract/date_reader.h"

/* A month and day without a year, told of a week that begins on it: the year in which that is a Monday, if one is near.
 */
static cck_period week_beginning(const cck_found *day) {
  cck_day at = day->days.min;
  for (int shift = -12; day->basis == CCK_BASIS_RELATIVE && !day->floats && shift <= 12; shift += 12) {
    cck_day other = cck_add_months(day->days.min, shift);
    if (cck_weekday(at) != 1 && cck_weekday(other) == 1 && cck_civil_of(other).day == cck_civil_of(at).day)
      at = other;
  }
  return (cck_period){at, at + 6};
}

/* "the week of March 6", "week ended Oct. 13", "the week beginning May 2", "the month of May" */
static bool unit_of(const cck_date_reader *r, size_t at, cck_found *out) {
  cck_date_unit unit = (cck_date_unit)cck_date_value(r, at, CCK_DATE_ROLE_UNIT);
  int end = cck_date_value(r, at + 1, CCK_DATE_ROLE_ENDING);
  if ((unit != CCK_DATE_WEEK && unit != CCK_DATE_WEEKEND && unit != CCK_DATE_MONTH) ||
      cck_date_has(r, at, CCK_DATE_ROLE_PLURAL) || (!end && !cck_date_has(r, at + 1, CCK_DATE_ROLE_OF)))
    return false;
  size_t on = cck_date_has(r, at + 2, CCK_DATE_ROLE_ON);
  if (!cck_date_plain(r, at + 2 + on, out))
    return false;
  bool day = out->precision == CCK_PRECISION_DAY;
  if (day == (unit == CCK_DATE_MONTH) || (!day && out->precision != CCK_PRECISION_MONTH))
    return false;
  out->first = at;
  if (!day || !cck_period_is_known(out->days))
    return true;
  out->precision = cck_date_unit_precision(unit);
  out->weekday = 0;
  if (!end || unit == CCK_DATE_WEEKEND)
    out->days = cck_date_unit_around(out->days.min, unit, 0);
  else
    out->days = end < 0 ? (cck_period){out->days.max - 6, out->days.max} : week_beginning(out);
  return true;
}

/* Which of several, counted from the first or, below 0, from the last. */
typedef struct counted {
  int nth;
  int weekday; /* or a unit */
  cck_date_unit unit;
} counted;

/* "first", "3rd", "last", "third last", "second-to-last", "penultimate". Tokens. */
static size_t nth_words(const cck_date_reader *r, size_t at, int *out) {
  size_t used = cck_date_ordinal(r, at, out);
  bool next = cck_date_says(r, at, "next");
  if (!used && (cck_date_says(r, at, "last") || cck_date_has(r, at, CCK_DATE_ROLE_FINAL))) {
    *out = cck_date_has(r, at, CCK_DATE_ROLE_FINAL) ? cck_date_value(r, at, CCK_DATE_ROLE_FINAL) : -1;
    return 1;
  }
  size_t dash = cck_date_dash(r, at + used);
  size_t to = used || next ? used + next + cck_date_dash(r, at + used + next) : 0;
  if (to && cck_date_says(r, at + to, "to")) {
    size_t last = to + 1 + cck_date_dash(r, at + to + 1);
    *out = next ? -2 : -*out;
    return cck_date_says(r, at + last, "last") ? last + 1 : 0;
  }
  if (used && cck_date_says(r, at + used + dash, "last")) {
    *out = -*out;
    return used + dash + 1;
  }
  return used;
}

/* "week", "Monday", "day", "weekend", "month" behind "the first". */
static bool what_counted(const cck_date_reader *r, size_t at, counted *out) {
  out->weekday = cck_date_value(r, at, CCK_DATE_ROLE_WEEKDAY);
  out->unit = (cck_date_unit)cck_date_value(r, at, CCK_DATE_ROLE_UNIT);
  bool unit = out->unit >= CCK_DATE_DAY && out->unit <= CCK_DATE_MONTH && !cck_date_has(r, at, CCK_DATE_ROLE_PLURAL);
  return unit || (out->weekday && !cck_date_has(r, at, CCK_DATE_ROLE_SHORT));
}

/* The n-th day of a weekday, 0 for any, in a period. */
static cck_day nth_day(cck_period days, int nth, int weekday) {
  cck_day start = days.min, end = days.max, step = weekday ? 7 : 1;
  if (weekday) {
    start += (weekday - cck_weekday(start) + 7) % 7;
    end -= (cck_weekday(end) - weekday + 7) % 7;
  }
  cck_day day = nth > 0 ? start + step * (nth - 1) : end + step * (nth + 1);
  return day < days.min || day > days.max ? CCK_NO_DAY : day;
}

static cck_period nth_month(cck_period days, int nth) {
  cck_civil edge = cck_civil_of(nth > 0 ? days.min : days.max);
  cck_day first = cck_add_months(cck_day_of(edge.year, edge.month, 1), nth > 0 ? nth - 1 : nth + 1);
  cck_period month = cck_date_unit_around(first, CCK_DATE_MONTH, 0);
  return month.min < days.min || month.max > days.max ? CCK_NO_PERIOD : month;
}

static cck_period nth_in(cck_period days, const counted *c) {
  enum { SATURDAY = 6 };
  if (!c->weekday && c->unit == CCK_DATE_WEEK)
    return cck_period_nth_week(days, c->nth);
  if (!c->weekday && c->unit == CCK_DATE_MONTH)
    return nth_month(days, c->nth);
  bool weekend = !c->weekday && c->unit == CCK_DATE_WEEKEND;
  cck_day day = nth_day(days, c->nth, weekend ? SATURDAY : c->weekday);
  return day == CCK_NO_DAY ? CCK_NO_PERIOD : (cck_period){day, day + weekend};
}

/* "the first week of May", "the last day of March", "the third Monday in January", "the second-to-last week of 2018" */
static bool nth_of(const cck_date_reader *r, size_t at, cck_found *out) {
  counted c = {0};
  size_t used = nth_words(r, at, &c.nth);
  if (!used || c.nth == 0 || !what_counted(r, at + used, &c) || !cck_date_has(r, at + used + 1, CCK_DATE_ROLE_OF) ||
      !cck_date_inner(r, at + used + 2, out) || !cck_period_is_known(out->days))
    return false;
  bool month = !c.weekday && c.unit == CCK_DATE_MONTH;
  if (out->precision < (month ? CCK_PRECISION_QUARTER : CCK_PRECISION_MONTH))
    return false;
  cck_period days = nth_in(out->days, &c);
  if (cck_period_is_none(days))
    return false;
  out->first = at;
  out->days = days;
  out->weekday = c.weekday;
  out->precision = c.weekday ? CCK_PRECISION_DAY : cck_date_unit_precision(c.unit);
  return true;
}

/* "of 2016", ", 2016", "of last year" behind the number of a week. Tokens. */
static size_t year_of_week(const cck_date_reader *r, size_t at, int *out, cck_basis *basis) {
  size_t joint = cck_date_has(r, at, CCK_DATE_ROLE_OF) || cck_date_sign(r, at, ",");
  size_t used = cck_date_year_at(r, at + joint, out);
  *basis = used ? CCK_BASIS_TEXT : CCK_BASIS_RELATIVE;
  if (!used)
    used = cck_date_year_shifted(r, at + joint, out);
  return used ? joint + used : 0;
}

/*
 * "week 12 of 2016", "calendar week 3 of last year", "the week 31": after ISO 8601. "Week 12" by itself, and with a
 * capital, is one of a season, of a trial, of a birth.
 */
static bool numbered_week(const cck_date_reader *r, size_t at, cck_found *out) {
  int number, year = 0;
  cck_basis basis = CCK_BASIS_RELATIVE;
  size_t calendar = cck_date_says(r, at, "calendar");
  size_t word = at + calendar;
  bool name = cck_date_capital(r, word) && !(r->tokens[word].flags & CCK_TOKEN_FIRST);
  if (cck_date_value(r, word, CCK_DATE_ROLE_UNIT) != CCK_DATE_WEEK || cck_date_has(r, word, CCK_DATE_ROLE_PLURAL) ||
      !cck_date_digits(r, word + 1, &number) || number < 1 || name)
    return false;
  size_t past = word + 2;
  size_t behind = year_of_week(r, past, &year, &basis);
  bool closed = past >= r->count || r->tokens[past].kind == CCK_TOKEN_SIGN;
  bool the = at > 0 && cck_date_has(r, at - 1, CCK_DATE_ROLE_THE) && closed && !cck_date_glued(r, past + 1);
  if (!behind && !the && !calendar)
    return false;
  if (!behind)
    year = cck_date_published_year(r);
  cck_period days = year ? cck_period_nth_week(cck_period_year(year), number) : CCK_NO_PERIOD;
  if (year && cck_period_is_none(days)) /* of another calendar: trade has years of 53 weeks of its own */
    return false;
  *out = cck_date_found(at, past + behind, days, CCK_PRECISION_WEEK, basis);
  return true;
}

bool cck_date_form_week_of(const cck_date_reader *r, size_t at, cck_found *out) {
  return unit_of(r, at, out) || nth_of(r, at, out) || numbered_week(r, at, out);
}

/* "after next" -> 2, "before last" -> -2, not "after next Friday". */
static int twice_removed(const cck_date_reader *r, size_t at) {
  int side = cck_date_value(r, at, CCK_DATE_ROLE_BEFORE);
  bool word = cck_date_says(r, at + 1, side > 0 ? "next" : "last");
  bool more = cck_date_has(r, at + 2, CCK_DATE_ROLE_UNIT) || cck_date_has(r, at + 2, CCK_DATE_ROLE_WEEKDAY) ||
              cck_date_has(r, at + 2, CCK_DATE_ROLE_MONTH) || cck_date_has(r, at + 2, CCK_DATE_ROLE_SEASON) ||
              cck_date_has(r, at + 2, CCK_DATE_ROLE_HOLIDAY) || cck_date_has(r, at + 2, CCK_DATE_ROLE_DAYPART) ||
              cck_date_has(r, at + 2, CCK_DATE_ROLE_FISCAL) || cck_date_dash(r, at + 2);
  return side && word && !more ? 2 * side : 0;
}

/* The so many-th day of a weekday before or behind a day that is not counted itself. */
static cck_period weekdays_off(cck_day now, int weekday, int count) {
  if (now == CCK_NO_DAY)
    return CCK_NO_PERIOD;
  cck_day back = now - 1 - (cck_weekday(now - 1) - weekday + 7) % 7; /* the last one before */
  cck_day forth = now + 1 + (weekday - cck_weekday(now + 1) + 7) % 7;
  return cck_period_day(count < 0 ? back + 7 * ((cck_day)count + 1) : forth + 7 * ((cck_day)count - 1));
}

/* The month after the next, of twelve: "March after next". */
static cck_period month_off(const cck_date_reader *r, int month, int count) {
  int year = cck_date_published_year(r), now = cck_date_published_month(r);
  year += count < 0 ? count + (month < now) : count - (month > now);
  return now && year >= CCK_YEAR_MIN && year <= CCK_YEAR_MAX ? cck_period_month(year, month) : CCK_NO_PERIOD;
}

/* "the week after next", "the Friday before last", "the night before last", "March after next" */
bool cck_date_form_after_next(const cck_date_reader *r, size_t at, cck_found *out) {
  int shift = twice_removed(r, at + 1);
  cck_date_unit unit = (cck_date_unit)cck_date_value(r, at, CCK_DATE_ROLE_UNIT);
  int weekday = cck_date_value(r, at, CCK_DATE_ROLE_WEEKDAY), month = cck_date_value(r, at, CCK_DATE_ROLE_MONTH);
  bool night = shift < 0 && cck_date_has(r, at, CCK_DATE_ROLE_DAYPART);
  if (!shift || cck_date_has(r, at, CCK_DATE_ROLE_PLURAL) || cck_date_has(r, at, CCK_DATE_ROLE_SHORT) ||
      (cck_date_has(r, at, CCK_DATE_ROLE_WEAK) && !cck_date_capital(r, at)))
    return false;
  if (night)
    unit = CCK_DATE_DAY;
  if (!unit && !weekday && !month)
    return false;
  cck_day now = r->context->published.min;
  cck_period days = unit      ? cck_date_unit_around(now, unit, shift)
                    : weekday ? weekdays_off(now, weekday, shift)
                              : month_off(r, month, shift);
  cck_precision precision = unit ? cck_date_unit_precision(unit) : weekday ? CCK_PRECISION_DAY : CCK_PRECISION_MONTH;
  *out = cck_date_found(at, at + 3, days, precision, CCK_BASIS_RELATIVE);
  out->weekday = weekday;
  out->floats = unit == CCK_DATE_DAY || unit == CCK_DATE_WEEK || unit == CCK_DATE_WEEKEND || weekday;
  return true;
}

/* So many days of work from a day; Saturdays and Sundays do not count, holidays are not known. */
static cck_day workdays_off(cck_day day, int count) {
  int step = count < 0 ? -1 : 1;
  for (int left = count < 0 ? -count : count; left > 0;) {
    day += step;
    left -= cck_weekday(day) < 6;
  }
  return day;
}

/* "ago": -1; "from now", "from today", "hence": 1; else 0. The tokens in *used. */
static int away(const cck_date_reader *r, size_t at, size_t *used) {
  bool from = cck_date_has(r, at, CCK_DATE_ROLE_FROM) &&
              (cck_date_has(r, at + 1, CCK_DATE_ROLE_NOW) || cck_date_says(r, at + 1, "today"));
  *used = 1 + from;
  return cck_date_has(r, at, CCK_DATE_ROLE_AGO) ? -1 : from || cck_date_has(r, at, CCK_DATE_ROLE_HENCE) ? 1 : 0;
}

/* "two Sundays ago", "three Fridays from now", "five business days from today" */
bool cck_date_form_days_off(const cck_date_reader *r, size_t at, cck_found *out) {
  enum { MOST = 400 };
  int number = 0;
  size_t used = cck_date_cardinal(r, at, &number), end;
  int weekday = cck_date_value(r, at + used, CCK_DATE_ROLE_WEEKDAYS);
  bool work = cck_date_has(r, at + used, CCK_DATE_ROLE_WORKING) &&
              cck_date_value(r, at + used + 1, CCK_DATE_ROLE_UNIT) == CCK_DATE_DAY;
  if (!used || number < 1 || number > MOST || (!weekday && !work))
    return false;
  size_t past = at + used + 1 + work;
  int side = away(r, past, &end);
  cck_day now = r->context->published.min;
  if (!side)
    return false;
  cck_period days = weekday             ? weekdays_off(now, weekday, side * number)
                    : now == CCK_NO_DAY ? CCK_NO_PERIOD
                                        : cck_period_day(workdays_off(now, side * number));
  *out = cck_date_found(at, past + end, days, CCK_PRECISION_DAY, CCK_BASIS_RELATIVE);
  out->weekday = weekday;
  out->floats = true;
  return true;
}

/* The year of "last year", "in 2015", "a year earlier", "the previous year" behind "the same week". Tokens. */
static size_t other_year(const cck_date_reader *r, size_t at, cck_day from, int *out) {
  size_t joint = cck_date_has(r, at, CCK_DATE_ROLE_OF);
  joint += joint && cck_date_has(r, at + joint, CCK_DATE_ROLE_THE);
  size_t used = cck_date_year_at(r, at + joint, out);
  if (!used)
    used = cck_date_year_shifted(r, at + joint, out);
  if (used)
    return joint + used;
  bool a_year = cck_date_has(r, at, CCK_DATE_ROLE_A) && cck_date_value(r, at + 1, CCK_DATE_ROLE_UNIT) == CCK_DATE_YEAR;
  bool before = cck_date_has(r, at + 2, CCK_DATE_ROLE_AGO) || cck_date_value(r, at + 2, CCK_DATE_ROLE_EARLIER) < 0 ||
                cck_date_value(r, at + 2, CCK_DATE_ROLE_BEFORE) < 0;
  *out = from == CCK_NO_DAY ? 0 : cck_civil_of(from).year - 1;
  return a_year && before ? 3 : 0;
}

/* The unit around a day as the same one of another year: a week by its number, the others by their months. */
static cck_period in_year(cck_day from, cck_date_unit unit, int year) {
  if (from == CCK_NO_DAY || year < CCK_YEAR_MIN || year > CCK_YEAR_MAX)
    return CCK_NO_PERIOD;
  cck_civil at = cck_civil_of(from);
  if (unit == CCK_DATE_WEEK || unit == CCK_DATE_WEEKEND) {
    cck_period week = cck_period_nth_week(cck_period_year(year), cck_iso_week(from));
    if (cck_period_is_none(week)) /* the 53rd has none in most years */
      week = cck_period_nth_week(cck_period_year(year), -1);
    return unit == CCK_DATE_WEEKEND ? (cck_period){week.min + 5, week.max} : week;
  }
  int last = cck_month_days(year, at.month);
  return cck_date_unit_around(cck_day_of(year, at.month, at.day < last ? at.day : last), unit, 0);
}

/* "the same week last year", "in the corresponding month of 2015", "the same quarter a year earlier" */
bool cck_date_form_same(const cck_date_reader *r, size_t at, cck_found *out) {
  cck_date_unit unit = (cck_date_unit)cck_date_value(r, at + 1, CCK_DATE_ROLE_UNIT);
  if (!cck_date_has(r, at, CCK_DATE_ROLE_SAME) || !unit || unit >= CCK_DATE_YEAR ||
      cck_date_has(r, at + 1, CCK_DATE_ROLE_PLURAL))
    return false;
  static const int longest[] = {
      [CCK_DATE_DAY] = 1, [CCK_DATE_WEEK] = 7, [CCK_DATE_WEEKEND] = 7, [CCK_DATE_MONTH] = 31, [CCK_DATE_QUARTER] = 92};
  cck_period told = r->context->last_date;
  bool known = cck_period_is_known(told) && told.max - told.min < longest[unit];
  cck_day from = known ? told.min : r->context->published.min;
  if (unit == CCK_DATE_QUARTER && r->context->last_quarter)
    from = cck_period_quarter(r->context->last_quarter_year, r->context->last_quarter).min;
  int year = 0;
  size_t used = other_year(r, at + 2, from, &year);
  if (!used)
    return false;
  *out =
      cck_date_found(at, at + 2 + used, in_year(from, unit, year), cck_date_unit_precision(unit), CCK_BASIS_RELATIVE);
  out->told = known;
  out->floats = unit <= CCK_DATE_WEEKEND;
  out->vague = true; /* what was told stays the one that is compared */
  return true;
}
