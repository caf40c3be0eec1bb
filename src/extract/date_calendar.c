#include "extract/date_reader.h"

/* "march 3rd", "may 2, 2018": what stands behind a month in small letters can be nothing but its day. */
static bool has_day_behind(const cck_date_reader *r, size_t at) {
  int day, year;
  size_t used = r->tokens[at].kind == CCK_TOKEN_WORD && at + 1 < r->count && r->tokens[at + 1].kind == CCK_TOKEN_NUMBER
                    ? cck_date_day_number(r, at + 1, &day)
                    : 0;
  size_t comma = cck_date_sign(r, at + 1 + used, ",");
  return used == 2 || (used && cck_date_number(r, at + 1 + used + comma, 4, &year));
}

size_t cck_date_month_at(const cck_date_reader *r, size_t at, int *out) {
  if (!cck_date_has(r, at, CCK_DATE_ROLE_MONTH))
    return 0;
  if (cck_date_has(r, at, CCK_DATE_ROLE_WEAK) && !cck_date_capital(r, at) && !has_day_behind(r, at))
    return 0;
  *out = cck_date_value(r, at, CCK_DATE_ROLE_MONTH);
  int number;
  bool dot = cck_date_sign(r, at + 1, ".") && cck_date_glued(r, at + 1) &&
             (cck_date_has(r, at, CCK_DATE_ROLE_SHORT) || cck_date_digits(r, at + 2, &number)); /* "May. 3" */
  return dot ? 2 : 1;
}

bool cck_date_counts_on(const cck_date_reader *r, size_t at) {
  if (cck_date_has(r, at, CCK_DATE_ROLE_COUNTED) || cck_date_has(r, at, CCK_DATE_ROLE_AMPM))
    return true;
  int minute;
  bool clock = cck_date_sign(r, at, ":") && cck_date_number(r, at + 1, 2, &minute); /* not the colon of "Oct. 26:" */
  return cck_date_glued(r, at) && (clock || cck_date_sign(r, at, "%") || cck_date_sign(r, at, "$"));
}

/* "9 May of 87", "the heat of July 98": two digits that are no day, with nothing behind that they could count.
 */
static size_t short_year(const cck_date_reader *r, size_t at, int *out) {
  enum { MONTH_DAYS = 31 };
  int number;
  size_t of = cck_date_says(r, at, "of");
  size_t past = at + of + 1;
  bool closed = past >= r->count || (r->tokens[past].kind == CCK_TOKEN_SIGN && !cck_date_glued(r, past + 1));
  if (!cck_date_number(r, at + of, 2, &number) || number <= MONTH_DAYS || !closed || cck_date_sign(r, past, "%") ||
      cck_date_dash(r, past))
    return 0;
  *out = cck_date_full_year(r, number);
  return of + 1;
}

size_t cck_date_year_behind(const cck_date_reader *r, size_t at, cck_stated *out) {
  size_t joint = cck_date_sign(r, at, ",") || cck_date_has(r, at, CCK_DATE_ROLE_OF);
  size_t used = cck_date_year_at(r, at + joint, &out->year);
  if (used && !cck_date_counts_on(r, at + joint + used) && !cck_date_zone(r, at + joint + used))
    return joint + used;
  used = short_year(r, at, &out->year);
  if (used)
    return used;
  out->year = 0;
  joint = cck_date_has(r, at, CCK_DATE_ROLE_OF);
  used = cck_date_year_shifted(r, at + joint, &out->year);
  out->relative = used > 0;
  return used ? joint + used : 0;
}

/* "March thirty-one, 2018": a day said as it is spoken, which only the year behind it tells from a count. Tokens. */
static size_t spoken_day(const cck_date_reader *r, size_t at, cck_stated *out) {
  bool word = cck_date_has(r, at, CCK_DATE_ROLE_ONES) || cck_date_has(r, at, CCK_DATE_ROLE_TEENS) ||
              cck_date_has(r, at, CCK_DATE_ROLE_TENS);
  size_t used = word ? cck_date_cardinal(r, at, &out->day) : 0;
  size_t year = used && out->day <= 31 ? cck_date_year_behind(r, at + used, out) : 0;
  return year && !out->relative ? used + year : 0;
}

/* "October 20[, 2004]", "Oct. 20th", "March the eighth", "May [of] 2004", "May" */
static size_t month_first(const cck_date_reader *r, size_t at, cck_stated *out) {
  size_t used = cck_date_month_at(r, at, &out->month);
  if (!used)
    return 0;
  size_t spoken = spoken_day(r, at + used, out);
  if (spoken)
    return used + spoken;
  *out = (cck_stated){.month = out->month};
  size_t the = cck_date_has(r, at + used, CCK_DATE_ROLE_THE);
  size_t day = cck_date_day_number(r, at + used + the, &out->day);
  if (day && cck_date_counts_on(r, at + used + the + day))
    day = 0;
  out->day = day ? out->day : 0;
  used += day ? the + day : 0;
  return used + cck_date_year_behind(r, at + used, out);
}

/* What is glued before a day makes it another number, but for a bracket, a colon, a dash and, in "on 5/6 May", the day
 * before.
 */
static bool opens_day(const cck_date_reader *r, size_t at, int day) {
  int before;
  if (at == 0 || !cck_date_glued(r, at) || cck_date_sign(r, at - 1, "(") || cck_date_sign(r, at - 1, ":") ||
      cck_date_dash(r, at - 1))
    return true;
  return at > 2 && cck_date_sign(r, at - 1, "/") && cck_date_digits(r, at - 2, &before) && before + 1 == day &&
         (cck_date_says(r, at - 3, "on") || cck_date_says(r, at - 3, "of"));
}

/* "20 October 2004", "the 20th of October", "tenth of September, 2000". A day in words needs the "of". */
static size_t day_first(const cck_date_reader *r, size_t at, cck_stated *out) {
  size_t used = cck_date_day_number(r, at, &out->day);
  if (!used || !opens_day(r, at, out->day))
    return 0;
  size_t of = cck_date_has(r, at + used, CCK_DATE_ROLE_OF);
  bool digits = r->tokens[at].kind == CCK_TOKEN_NUMBER;
  size_t month = digits || of ? cck_date_month_at(r, at + used + of, &out->month) : 0;
  if (!month && of && cck_date_has(r, at + used + of, CCK_DATE_ROLE_MONTH)) { /* "the 2nd of march" */
    out->month = cck_date_value(r, at + used + of, CCK_DATE_ROLE_MONTH);
    month = 1;
  }
  if (!month)
    return 0;
  used += of + month;
  return used + cck_date_year_behind(r, at + used, out);
}

size_t cck_date_stated(const cck_date_reader *r, size_t at, cck_stated *out) {
  *out = (cck_stated){0};
  size_t used = day_first(r, at, out);
  if (used)
    return used;
  *out = (cck_stated){0};
  return month_first(r, at, out);
}

size_t cck_date_weekday_behind(const cck_date_reader *r, size_t at, int *out) {
  if (cck_date_sign(r, at, "(") && cck_date_has(r, at + 1, CCK_DATE_ROLE_WEEKDAY) && cck_date_sign(r, at + 2, ")")) {
    *out = cck_date_value(r, at + 1, CCK_DATE_ROLE_WEEKDAY);
    return 3;
  }
  bool apposed = cck_date_sign(r, at, ",") && cck_date_has(r, at + 1, CCK_DATE_ROLE_A) &&
                 cck_date_has(r, at + 2, CCK_DATE_ROLE_WEEKDAY);
  if (!apposed || (at + 3 < r->count && r->tokens[at + 3].kind != CCK_TOKEN_SIGN))
    return 0;
  *out = cck_date_value(r, at + 2, CCK_DATE_ROLE_WEEKDAY);
  return 3;
}

/* A capitalised word right behind; but what is measured in letters is no name: "the June CPI". */
static bool names_behind(const cck_date_reader *r, size_t at, size_t past) {
  return past == at + 1 && cck_date_capital(r, past) && !cck_date_has(r, past, CCK_DATE_ROLE_MONTH) &&
         !(r->tokens[past].flags & CCK_TOKEN_CAPS && !(r->tokens[at].flags & CCK_TOKEN_CAPS));
}

/* "Reagan March", "August Wilson": the month is a name. */
static bool is_name(const cck_date_reader *r, size_t at, size_t past) {
  bool introduced = at > 0 && cck_date_has(r, at - 1, CCK_DATE_ROLE_INTRODUCES);
  if (introduced)
    return false;
  bool before = at > 0 && cck_date_capital(r, at - 1) && !(r->tokens[at - 1].flags & CCK_TOKEN_FIRST);
  return before || names_behind(r, at, past);
}

/*
 * March and May in their capitals, where no verb could stand: "sales for March", "the March report", "in April or May".
 * "The May government" and "for May" may be of a person.
 */
static bool is_sure_month(const cck_date_reader *r, size_t at, size_t past) {
  enum { MARCH = 3 };
  if (at == 0 || !cck_date_capital(r, at) || cck_date_has(r, at, CCK_DATE_ROLE_SHORT))
    return false;
  bool listed = at > 1 && cck_date_has(r, at - 2, CCK_DATE_ROLE_MONTH) &&
                (cck_date_says(r, at - 1, "or") || cck_date_says(r, at - 1, "and") || cck_date_says(r, at - 1, "to"));
  bool introduced = cck_date_has(r, at - 1, CCK_DATE_ROLE_INTRODUCES) && !cck_date_says(r, at - 1, "next") &&
                    !cck_date_says(r, at - 1, "last") && !cck_date_says(r, at - 1, "to");
  bool the = cck_date_has(r, at - 1, CCK_DATE_ROLE_THE);
  bool noun = past < r->count && r->tokens[past].kind == CCK_TOKEN_WORD && !(r->tokens[past].flags & CCK_TOKEN_PAST) &&
              !cck_date_has(r, past, CCK_DATE_ROLE_INTRODUCES) && !cck_date_has(r, past, CCK_DATE_ROLE_REPORTED);
  bool walk = cck_date_has(r, past, CCK_DATE_ROLE_ON) || cck_date_has(r, past, CCK_DATE_ROLE_OF) ||
              cck_date_says(r, past, "against") || cck_date_says(r, past, "to"); /* "the March on the capital" */
  return listed || (introduced && !walk && (noun || !the) && cck_date_value(r, at, CCK_DATE_ROLE_MONTH) == MARCH &&
                    !names_behind(r, at, past));
}

/* May a month stand without a day and a year here? */
static bool stands_alone(const cck_date_reader *r, size_t at, size_t past) {
  int introduced = at > 0 ? cck_date_value(r, at - 1, CCK_DATE_ROLE_INTRODUCES) : 0;
  bool dotted = past > at + 1;
  if (at > 1 && cck_date_dash(r, at - 1) && cck_date_has(r, at - 2, CCK_DATE_ROLE_PART))
    return true; /* "mid-May" */
  bool span = at > 1 && cck_date_says(r, at - 1, "to") && cck_date_value(r, at - 2, CCK_DATE_ROLE_UNIT);
  if (cck_date_has(r, at, CCK_DATE_ROLE_WEAK)) /* "in the year to March" */
    return introduced == 2 || (span && cck_date_capital(r, at)) ||
           (at > 0 && cck_date_has(r, at - 1, CCK_DATE_ROLE_MONTH_AFTER)) || is_sure_month(r, at, past);
  bool part = at > 1 && cck_date_says(r, at - 1, "of") && /* "the first week of Oct" */
              (cck_date_has(r, at - 2, CCK_DATE_ROLE_UNIT) || cck_date_has(r, at - 2, CCK_DATE_ROLE_WEEKDAY) ||
               cck_date_has(r, at - 2, CCK_DATE_ROLE_PART));
  if (cck_date_has(r, at, CCK_DATE_ROLE_SHORT) && !dotted)
    return introduced == 2 || part;
  if (!cck_date_capital(r, at))
    return introduced > 0;
  return !is_name(r, at, past);
}

bool cck_date_form_calendar(const cck_date_reader *r, size_t at, cck_found *out) {
  cck_stated stated;
  size_t used = cck_date_stated(r, at, &stated);
  if (!used)
    return false;
  if (!stated.year)
    cck_date_take_listed_year(r, at + used, &stated);
  if (!stated.day && !stated.year && !stands_alone(r, at, at + used))
    return false;
  used += stated.day ? cck_date_weekday_behind(r, at + used, &stated.weekday) : 0;
  *out = cck_date_found(at, at + used, CCK_NO_PERIOD, CCK_PRECISION_DAY, CCK_BASIS_TEXT);
  cck_date_resolve(r, &stated, out);
  return true;
}

/* "the night of May 5/6", "5/6 May": a day and the next, not "June 3/4" of a price. */
static bool joins_nights(const cck_date_reader *r, size_t first, size_t at) {
  int day, next;
  bool said = first > 0 && (cck_date_says(r, first - 1, "on") || cck_date_says(r, first - 1, "of"));
  return cck_date_digits(r, at - 1, &day) && cck_date_digits(r, at + 1, &next) && next == day + 1 && said;
}

/* What joins the ends of a range: a dash, "to"; "and" only behind "between". Tokens, 0 for none. */
static size_t joins(const cck_date_reader *r, size_t first, size_t at) {
  first -= first > 1 && cck_date_has(r, first - 1, CCK_DATE_ROLE_THE); /* "between the 4th and the 6th" */
  bool between = first > 0 && cck_date_has(r, first - 1, CCK_DATE_ROLE_BETWEEN);
  if (cck_date_sign(r, at, "/") && cck_date_glued(r, at) &&
      (cck_date_has(r, at + 1, CCK_DATE_ROLE_MONTH) || joins_nights(r, first, at)))
    return 1; /* "July/September" */
  if (cck_date_dash(r, at) || cck_date_has(r, at, CCK_DATE_ROLE_TO))
    return 1;
  return between && cck_date_has(r, at, CCK_DATE_ROLE_AND);
}

/* The day alone that ends "May 23-25[, 2014]", "from May 28th to the 2nd": that of the next month. */
static size_t day_end(const cck_date_reader *r, size_t at, const cck_stated *start, cck_stated *out) {
  *out = (cck_stated){.month = start->month};
  size_t the = cck_date_has(r, at, CCK_DATE_ROLE_THE);
  size_t used = start->day ? cck_date_day_number(r, at + the, &out->day) : 0;
  used += used ? the : 0;
  if (!used || cck_date_counts_on(r, at + used) || (out->day <= start->day && !the))
    return 0;
  if (the && cck_date_has(r, at + used, CCK_DATE_ROLE_OF))
    return 0; /* "from June 5th to the 3rd of July", or of anything */
  if (out->day <= start->day)
    out->month = start->month % 12 + 1;
  size_t year = cck_date_year_behind(r, at + used, out);
  bool spaced = cck_date_dash(r, at - 1) && !cck_date_glued(r, at);
  bool ends = year || at + used >= r->count || r->tokens[at + used].kind == CCK_TOKEN_SIGN;
  return spaced && !ends ? 0 : used + year; /* "June 5 - 7 people were ..." */
}

/* Each end takes from the other what it leaves open. */
static void share(const cck_date_reader *r, cck_found *found, cck_stated *start, cck_stated *end) {
  bool turns = start->month > end->month; /* from November to March */
  if (!end->year && start->year)
    end->year = start->year + turns;
  if (!end->year) {
    cck_found nearest = *found;
    cck_date_resolve(r, end, &nearest);
    end->year = nearest.days.min == CCK_NO_DAY ? 0 : cck_civil_of(nearest.days.min).year;
    end->relative = true;
  }
  if (!start->year && end->year)
    start->year = end->year - turns;
}

static bool range_between(const cck_date_reader *r, cck_stated start, cck_stated end, cck_found *out) {
  cck_found a = *out, b = *out;
  share(r, out, &start, &end);
  cck_date_resolve(r, &start, &a);
  cck_date_resolve(r, &end, &b);
  if (a.valid && b.valid && a.days.min != CCK_NO_DAY && a.days.min > b.days.max)
    return false;
  out->valid = a.valid && b.valid;
  out->days = out->valid ? (cck_period){a.days.min, b.days.max} : CCK_NO_PERIOD;
  out->precision = a.precision < b.precision ? a.precision : b.precision;
  out->basis = end.relative || start.relative ? CCK_BASIS_RELATIVE : b.basis;
  return true;
}

/* "22 this month", "the 7th of next month": a day of a month that a shift names. Tokens. */
static size_t day_of_shifted(const cck_date_reader *r, size_t at, bool introduced, cck_stated *out) {
  size_t used = cck_date_day_number(r, at, &out->day);
  size_t of = cck_date_has(r, at + used, CCK_DATE_ROLE_OF);
  size_t month = at + used + of;
  bool coming = cck_date_value(r, month, CCK_DATE_ROLE_SHIFT) > 0;
  if (!of && !introduced && !coming) /* "won 4 to 22 this month"; nobody has won "4 to 22 next month" */
    return 0;
  cck_period days =
      cck_date_unit_around(r->context->published.min, CCK_DATE_MONTH, cck_date_value(r, month, CCK_DATE_ROLE_SHIFT));
  if (!used || !cck_date_has(r, month, CCK_DATE_ROLE_SHIFT) || cck_date_has(r, month, CCK_DATE_ROLE_TOLD) ||
      cck_date_value(r, month + 1, CCK_DATE_ROLE_UNIT) != CCK_DATE_MONTH || days.min == CCK_NO_DAY)
    return 0;
  cck_civil first = cck_civil_of(days.min);
  out->year = first.year;
  out->month = first.month;
  out->relative = true;
  return month + 2 - at;
}

/* "23-25 May 2014", "from 5 to 7 May", "from the 4th to the 22nd of this month": the first day stands alone. */
static bool range_day_first(const cck_date_reader *r, size_t at, cck_found *out) {
  cck_stated start = {0}, end = {0};
  size_t used = cck_date_day_number(r, at, &start.day);
  size_t joint = used ? joins(r, at, at + used) : 0;
  joint += joint && cck_date_has(r, at + used + joint, CCK_DATE_ROLE_THE);
  size_t more = joint ? day_first(r, at + used + joint, &end) : 0;
  size_t before = at - (at > 1 && cck_date_has(r, at - 1, CCK_DATE_ROLE_THE));
  bool introduced = before > 0 && (cck_date_has(r, before - 1, CCK_DATE_ROLE_FROM) ||
                                   cck_date_has(r, before - 1, CCK_DATE_ROLE_BETWEEN));
  if (joint && !more && introduced && month_first(r, at + used + joint, &end) && end.day) /* "from 3 to June 9" */
    more = month_first(r, at + used + joint, &end);
  more = joint && !more ? day_of_shifted(r, at + used + joint, introduced, &end) : more;
  bool turns = start.day >= end.day; /* "from the 28th to the 2nd of June" begins in May */
  if (!more || (turns && !(introduced && used == 2)))
    return false;
  start.month = turns ? (end.month + 10) % 12 + 1 : end.month;
  *out = cck_date_found(at, at + used + joint + more, CCK_NO_PERIOD, CCK_PRECISION_DAY, CCK_BASIS_TEXT);
  return range_between(r, start, end, out);
}

/* "2016 June", "2016, Nov.": the year in front. */
bool cck_date_form_year_month(const cck_date_reader *r, size_t at, cck_found *out) {
  cck_stated stated = {0};
  if (!cck_date_number(r, at, 4, &stated.year) || stated.year < CCK_YEAR_MIN || (at > 0 && cck_date_glued(r, at)))
    return false;
  size_t comma = cck_date_sign(r, at + 1, ",");
  size_t month = cck_date_month_at(r, at + 1 + comma, &stated.month);
  size_t past = at + 1 + comma + month;
  bool row = (past < r->count && r->tokens[past].kind == CCK_TOKEN_NUMBER) || /* of a table */
             (at > 0 && r->tokens[at - 1].kind == CCK_TOKEN_NUMBER);
  if (!month || cck_date_has(r, at + 1 + comma, CCK_DATE_ROLE_WEAK) || row || cck_date_capital(r, past) ||
      (comma && !cck_date_has(r, at + 2, CCK_DATE_ROLE_SHORT)))
    return false;
  *out = cck_date_found(at, past, CCK_NO_PERIOD, CCK_PRECISION_MONTH, CCK_BASIS_TEXT);
  cck_date_resolve(r, &stated, out);
  return true;
}

bool cck_date_form_range(const cck_date_reader *r, size_t at, cck_found *out) {
  cck_stated start, end;
  size_t used = cck_date_stated(r, at, &start);
  if (!used)
    return range_day_first(r, at, out);
  size_t joint = joins(r, at, at + used);
  if (!joint)
    return false;
  size_t next = at + used + joint;
  size_t more = cck_date_stated(r, next, &end);
  if (more && !end.day != !start.day)
    more = 0;
  if (!more)
    more = start.year ? 0 : day_end(r, next, &start, &end);
  if (!more)
    return false;
  *out = cck_date_found(at, next + more, CCK_NO_PERIOD, CCK_PRECISION_DAY, CCK_BASIS_TEXT);
  return range_between(r, start, end, out);
}
