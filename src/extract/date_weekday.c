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

/* "Friday the 22nd", "Fri 22nd": the nearest month in which that holds. */
static bool day_of_month(const cck_date_reader *r, size_t at, int weekday, cck_found *out) {
  int day;
  size_t the = cck_date_has(r, at, CCK_DATE_ROLE_THE);
  bool digits = at < r->count && r->tokens[at].kind == CCK_TOKEN_NUMBER;
  size_t used = the || digits ? cck_date_ordinal(r, at + the, &day) : 0;
  cck_day now = r->context->published.max;
  if (!used || day < 1 || day > 31 || now == CCK_NO_DAY)
    return false;
  static const int order[] = {0, -1, 1, -2, -3};
  for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
    cck_period month = cck_date_unit_around(now, CCK_DATE_MONTH, order[i]);
    cck_day found = month.min + day - 1;
    if (month.min == CCK_NO_DAY || found > month.max || cck_weekday(found) != weekday)
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

/* "next week Sunday", "next week on Tuesday", "last week - Friday" */
bool cck_date_form_week_day(const cck_date_reader *r, size_t at, cck_found *out) {
  cck_period days;
  size_t used = week_at(r, at, &days);
  used += used && cck_date_dash(r, at + used);
  used += used && cck_date_sign(r, at + used, "on");
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
  out->past += week_behind(r, next, weekday, out);
  return true;
}

/* "on the 21st", "the 20th of next month": a day whose month is not said, or said by a shift. */
bool cck_date_form_day(const cck_date_reader *r, size_t at, cck_found *out) {
  int day;
  size_t used = cck_date_has(r, at, CCK_DATE_ROLE_THE) ? cck_date_ordinal(r, at + 1, &day) : 0;
  cck_day now = r->context->published.max;
  size_t past = at + 1 + used;
  if (!used || day < 1 || day > 31)
    return false;
  bool shifted = cck_date_has(r, past, CCK_DATE_ROLE_OF) && cck_date_has(r, past + 1, CCK_DATE_ROLE_SHIFT) &&
                 cck_date_value(r, past + 2, CCK_DATE_ROLE_UNIT) == CCK_DATE_MONTH;
  bool ends = past >= r->count || r->tokens[past].kind == CCK_TOKEN_SIGN;
  bool digits = r->tokens[at + 1].kind == CCK_TOKEN_NUMBER;
  if (!shifted && !(ends && digits && at > 0 && cck_date_has(r, at - 1, CCK_DATE_ROLE_ON)))
    return false;
  int shift = shifted ? cck_date_value(r, past + 1, CCK_DATE_ROLE_SHIFT) : 0;
  cck_period month = cck_date_unit_around(now, CCK_DATE_MONTH, shift);
  if (!shifted && month.min != CCK_NO_DAY && month.min + day - 1 > now && !cck_date_looks_ahead(r, at, past))
    month = cck_date_unit_around(now, CCK_DATE_MONTH, -1);
  bool exists = month.min != CCK_NO_DAY && month.min + day - 1 <= month.max;
  *out = cck_date_found(at, past + (shifted ? 3 : 0), exists ? cck_period_day(month.min + day - 1) : CCK_NO_PERIOD,
                        CCK_PRECISION_DAY, CCK_BASIS_RELATIVE);
  out->floats = true;
  out->valid = exists || month.min == CCK_NO_DAY;
  return true;
}
