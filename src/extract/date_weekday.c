#include "extract/date_reader.h"

/* "on a Sunday": any; but "in a Sunday statement" is of one. */
static bool is_any(const cck_date_reader *r, size_t at) {
  if (at == 0 || !cck_date_has(r, at - 1, CCK_DATE_ROLE_A))
    return false;
  return at + 1 >= r->count || r->tokens[at + 1].kind == CCK_TOKEN_SIGN ||
         cck_date_has(r, at + 1, CCK_DATE_ROLE_INTRODUCES);
}

/* "Sunday Times", "Bloody Sunday", "every Sunday", "the first Sunday": no day that could be told. */
static bool is_no_day(const cck_date_reader *r, size_t at) {
  if (at > 0 && (cck_date_has(r, at - 1, CCK_DATE_ROLE_EVERY) || cck_date_has(r, at - 1, CCK_DATE_ROLE_ORDINAL)))
    return true;
  if (is_any(r, at))
    return true;
  if (at > 0 && cck_date_has(r, at - 1, CCK_DATE_ROLE_EPITHET) && cck_date_capital(r, at - 1))
    return true;
  return cck_date_has(r, at + 1, CCK_DATE_ROLE_MASTHEAD) && cck_date_capital(r, at + 1);
}

/* The date behind a weekday, with the signs between: "Wednesday, 18 June", "Wednesday (Oct. 20)". */
static bool date_behind(const cck_date_reader *r, size_t at, cck_found *out) {
  bool bracket = cck_date_sign(r, at, "(");
  size_t next = at + (bracket || cck_date_sign(r, at, ","));
  next += cck_date_has(r, next, CCK_DATE_ROLE_THE) && !bracket;
  if (!cck_date_form_calendar(r, next, out) && !cck_date_form_numeric(r, next, out))
    return false;
  if (out->precision != CCK_PRECISION_DAY || (bracket && !cck_date_sign(r, out->past, ")")))
    return false;
  out->past += bracket;
  return true;
}

/* Months from publication, nearest first and past ones before coming ones; coming ones first where it looks ahead. */
static int nth_month_off(size_t i, bool ahead) {
  int distance = ((int)i + 1) / 2;
  return (i % 2 == 1) == ahead ? distance : -distance;
}

/* "Monday the fourteen": no ordinal, but nothing that it counts stands behind it. Tokens. */
static size_t spoken_day(const cck_date_reader *r, size_t at, int *out) {
  bool word = cck_date_has(r, at, CCK_DATE_ROLE_TEENS) || cck_date_has(r, at, CCK_DATE_ROLE_TENS);
  size_t used = word ? cck_date_cardinal(r, at, out) : 0;
  return at + used >= r->count || r->tokens[at + used].kind == CCK_TOKEN_SIGN ? used : 0;
}

/* "Friday the 22nd", "Fri 22nd": the nearest month in which that holds. */
static bool day_of_month(const cck_date_reader *r, size_t at, int weekday, cck_found *out) {
  int day;
  size_t the = cck_date_has(r, at, CCK_DATE_ROLE_THE);
  bool digits = at < r->count && r->tokens[at].kind == CCK_TOKEN_NUMBER;
  size_t used = the || digits ? cck_date_ordinal(r, at + the, &day) : 0;
  used = the && !used ? spoken_day(r, at + the, &day) : used;
  cck_day now = r->context->published.max;
  if (!used || day < 1 || day > 31 || now == CCK_NO_DAY)
    return false;
  enum { MOST = 23 };
  bool ahead = cck_date_looks_ahead(r, at - 1, at + the + used);
  for (size_t i = 0; i < MOST; i++) {
    cck_period month = cck_date_unit_around(now, CCK_DATE_MONTH, nth_month_off(i, ahead));
    cck_day found = month.min + day - 1;
    if (month.min == CCK_NO_DAY || found > month.max || cck_weekday(found) != weekday || (ahead && found < now))
      continue;
    *out = cck_date_found(at, at + the + used, cck_period_day(found), CCK_PRECISION_DAY, CCK_BASIS_RELATIVE);
    out->floats = true;
    return true;
  }
  return false;
}

cck_day cck_date_weekday_near(const cck_date_reader *r, int weekday, bool ahead) {
  cck_day now = r->context->published.max;
  if (now == CCK_NO_DAY)
    return CCK_NO_DAY;
  cck_day back = now - (cck_weekday(now) - weekday + 7) % 7;
  return ahead && back != now ? back + 7 : back;
}

/* The week of "next week", "the previous week" at a token; tokens, 0 for none. */
static size_t week_at(const cck_date_reader *r, size_t at, cck_period *out) {
  if (!cck_date_has(r, at, CCK_DATE_ROLE_SHIFT) || cck_date_value(r, at + 1, CCK_DATE_ROLE_UNIT) != CCK_DATE_WEEK ||
      cck_date_has(r, at + 1, CCK_DATE_ROLE_PLURAL))
    return 0;
  bool told = cck_date_has(r, at, CCK_DATE_ROLE_TOLD) && cck_period_is_known(r->context->last_date);
  cck_day from = told ? r->context->last_date.min : r->context->published.max;
  *out = cck_date_unit_around(from, CCK_DATE_WEEK, cck_date_value(r, at, CCK_DATE_ROLE_SHIFT));
  return 2;
}

/* "Tuesday next week", "Friday of last week", "on Monday of the following week" */
static size_t week_behind(const cck_date_reader *r, size_t at, int weekday, cck_found *out) {
  size_t of = cck_date_has(r, at, CCK_DATE_ROLE_OF);
  of += of && cck_date_has(r, at + of, CCK_DATE_ROLE_THE);
  cck_period days;
  size_t used = week_at(r, at + of, &days);
  if (!used || days.min == CCK_NO_DAY)
    return 0;
  out->days = cck_period_day(days.min + weekday - 1);
  return of + used;
}

/* "Monday, Wednesday and Friday of last week": the week behind the last of the row is that of the others too. */
static void take_listed_week(const cck_date_reader *r, size_t at, int weekday, cck_found *out) {
  bool ends = false;
  for (size_t i = 0; i < 7 && !ends; i++) {
    ends = cck_date_has(r, at, CCK_DATE_ROLE_AND) || cck_date_says(r, at, "or");
    if ((!ends && !cck_date_sign(r, at, ",")) || !cck_date_has(r, at + 1, CCK_DATE_ROLE_WEEKDAY))
      return;
    at += 2;
  }
  if (ends)
    (void)week_behind(r, at, weekday, out);
}

/* "next week Sunday", "next week on Tuesday", "last week - Friday" */
bool cck_date_form_week_day(const cck_date_reader *r, size_t at, cck_found *out) {
  cck_period days;
  size_t used = week_at(r, at, &days);
  used += used && cck_date_dash(r, at + used);
  used += used && cck_date_says(r, at + used, "on");
  int weekday = cck_date_value(r, at + used, CCK_DATE_ROLE_WEEKDAY);
  cck_found own;
  if (!used || !weekday || !cck_date_form_weekday(r, at + used, &own) || own.past != at + used + 1)
    return false;
  *out = own;
  out->first = at;
  out->days = days.min == CCK_NO_DAY ? CCK_NO_PERIOD : cck_period_day(days.min + weekday - 1);
  return true;
}

bool cck_date_form_weekday(const cck_date_reader *r, size_t at, cck_found *out) {
  int weekday = cck_date_value(r, at, CCK_DATE_ROLE_WEEKDAY);
  if (!weekday)
    return false;
  bool short_form = cck_date_has(r, at, CCK_DATE_ROLE_SHORT);
  size_t dot = short_form && cck_date_sign(r, at + 1, ".") && cck_date_glued(r, at + 1);
  size_t next = at + 1 + dot;
  if (date_behind(r, next, out) || day_of_month(r, next, weekday, out)) {
    cck_date_agree(r, weekday, out);
    out->first = at;
    out->weekday = weekday;
    return true;
  }
  if (is_no_day(r, at) || (short_form && !(dot && cck_date_capital(r, at))))
    return false;
  bool ahead = cck_date_looks_ahead(r, at, next);
  cck_day day = cck_date_weekday_near(r, weekday, ahead);
  cck_period days = day == CCK_NO_DAY ? CCK_NO_PERIOD : cck_period_day(day);
  *out = cck_date_found(at, next, days, CCK_PRECISION_DAY, CCK_BASIS_RELATIVE);
  out->weekday = weekday;
  out->floats = true;
  size_t week = week_behind(r, next, weekday, out);
  if (!week)
    take_listed_week(r, next, weekday, out);
  out->past += week;
  return true;
}

/* The month of "of next month", "of the previous month" behind a day. Tokens. */
static size_t month_behind(const cck_date_reader *r, size_t at, cck_period *out) {
  size_t of = cck_date_has(r, at, CCK_DATE_ROLE_OF);
  of += of && cck_date_has(r, at + of, CCK_DATE_ROLE_THE);
  if (!of || !cck_date_has(r, at + of, CCK_DATE_ROLE_SHIFT) ||
      cck_date_value(r, at + of + 1, CCK_DATE_ROLE_UNIT) != CCK_DATE_MONTH ||
      cck_date_has(r, at + of + 1, CCK_DATE_ROLE_PLURAL) || cck_date_has(r, at + of + 2, CCK_DATE_ROLE_POSSESSIVE))
    return 0;
  bool told = cck_date_has(r, at + of, CCK_DATE_ROLE_TOLD) && cck_period_is_known(r->context->last_date);
  cck_day from = told ? r->context->last_date.min : r->context->published.max;
  *out = cck_date_unit_around(from, CCK_DATE_MONTH, cck_date_value(r, at + of, CCK_DATE_ROLE_SHIFT));
  return of + 2;
}

/* "on the 21st", "on the twenty-first": of this month, or of the last where it is past and the day has not come. */
static bool day_alone(const cck_date_reader *r, size_t at, size_t past, int day, cck_period *out) {
  int other;
  bool more = cck_date_has(r, past, CCK_DATE_ROLE_AND) && !cck_date_ordinal(r, past + 1, &other) &&
              !cck_date_has(r, past + 1, CCK_DATE_ROLE_THE); /* "on the 4th and left", not "the 4th and 5th floors" */
  bool ends = past >= r->count || r->tokens[past].kind == CCK_TOKEN_SIGN || more;
  bool plain = r->tokens[at + 1].kind == CCK_TOKEN_NUMBER || cck_date_has(r, at + 1, CCK_DATE_ROLE_TENS);
  cck_day now = r->context->published.max;
  if (!ends || !plain || cck_date_begins_row(r, at + 1) || at == 0 || !cck_date_has(r, at - 1, CCK_DATE_ROLE_ON))
    return false;
  *out = cck_date_unit_around(now, CCK_DATE_MONTH, 0);
  if (out->min != CCK_NO_DAY && out->min + day - 1 > now && !cck_date_looks_ahead(r, at, past))
    *out = cck_date_unit_around(now, CCK_DATE_MONTH, -1);
  return true;
}

/* "on the 21st", "the 20th of next month", "20 of this month": a day whose month is not said, or said by a shift. */
bool cck_date_form_day(const cck_date_reader *r, size_t at, cck_found *out) {
  int day;
  cck_period month;
  size_t the = cck_date_has(r, at, CCK_DATE_ROLE_THE);
  size_t used = cck_date_ordinal(r, at + the, &day);
  bool bare = !used && !the && cck_date_digits(r, at, &day); /* "20 of this month", not "20 of this month's games" */
  size_t past = at + the + used + bare;
  if ((!used && !bare) || day < 1 || day > 31)
    return false;
  size_t behind = month_behind(r, past, &month);
  bool closed = past + behind >= r->count || r->tokens[past + behind].kind == CCK_TOKEN_SIGN;
  if (!behind && !(the && day_alone(r, at, past, day, &month)))
    return false;
  if (bare && !closed)
    return false;
  bool exists = month.min != CCK_NO_DAY && month.min + day - 1 <= month.max;
  *out = cck_date_found(at, past + behind, exists ? cck_period_day(month.min + day - 1) : CCK_NO_PERIOD,
                        CCK_PRECISION_DAY, CCK_BASIS_RELATIVE);
  out->floats = true;
  out->valid = exists || month.min == CCK_NO_DAY;
  return true;
}
