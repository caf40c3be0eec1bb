#include "extract/date_reader.h"

/*
 * A coming day must be this many times nearer than the past one to be meant behind a verb of
 * the past, or somewhere in a sentence with one; with a word that looks ahead the past one must be as
 * much nearer. Where nothing tells, as in "Pay date July 15", the nearest is meant.
 */
enum { PREFER = 3, PREFER_REPORT = 2 };

int cck_date_published_year(const cck_date_reader *r) {
  cck_day day = r->context->published.min;
  return day == CCK_NO_DAY ? 0 : cck_civil_of(day).year;
}

int cck_date_published_month(const cck_date_reader *r) {
  cck_day day = r->context->published.min;
  return day == CCK_NO_DAY ? 0 : cck_civil_of(day).month;
}

cck_precision cck_date_unit_precision(cck_date_unit unit) {
  static const cck_precision precisions[] = {
      [CCK_DATE_DAY] = CCK_PRECISION_DAY,         [CCK_DATE_WEEK] = CCK_PRECISION_WEEK,
      [CCK_DATE_WEEKEND] = CCK_PRECISION_DAY,     [CCK_DATE_MONTH] = CCK_PRECISION_MONTH,
      [CCK_DATE_QUARTER] = CCK_PRECISION_QUARTER, [CCK_DATE_YEAR] = CCK_PRECISION_YEAR,
      [CCK_DATE_DECADE] = CCK_PRECISION_DECADE,   [CCK_DATE_CENTURY] = CCK_PRECISION_CENTURY};
  return precisions[unit];
}

static bool is_year(int year) { return year >= CCK_YEAR_MIN && year <= CCK_YEAR_MAX; }

static cck_period years_around(int year, int length, int shift) {
  int first = year - year % length + shift * length;
  return is_year(first) && is_year(first + length - 1) ? cck_period_years(first, first + length - 1) : CCK_NO_PERIOD;
}

static cck_period months_around(cck_civil at, int length, int shift) {
  int month = at.year * 12 + (at.month - 1) / length * length + shift * length;
  int year = month / 12;
  if (!is_year(year) || month < 0)
    return CCK_NO_PERIOD;
  cck_period first = cck_period_month(year, month % 12 + 1);
  cck_period last = cck_period_month(year, month % 12 + length);
  return (cck_period){first.min, last.max};
}

cck_period cck_date_unit_around(cck_day day, cck_date_unit unit, int shift) {
  if (day == CCK_NO_DAY)
    return CCK_NO_PERIOD;
  cck_civil at = cck_civil_of(day);
  cck_period week = cck_period_week(day + 7 * shift);
  switch (unit) {
  case CCK_DATE_DAY:
    return cck_period_day(day + shift);
  case CCK_DATE_WEEK:
    return week;
  case CCK_DATE_WEEKEND:
    return (cck_period){week.min + 5, week.max};
  case CCK_DATE_MONTH:
    return months_around(at, 1, shift);
  case CCK_DATE_QUARTER:
    return months_around(at, 3, shift);
  case CCK_DATE_YEAR:
    return years_around(at.year, 1, shift);
  case CCK_DATE_DECADE:
    return years_around(at.year, 10, shift);
  case CCK_DATE_CENTURY:
    return years_around(at.year, 100, shift);
  }
  return CCK_NO_PERIOD;
}

/* The day of a year, for comparing distances: 29 February counts as the 28th where there is none. */
static cck_day near_day(int year, int month, int day) {
  int days = cck_month_days(year, month);
  return cck_day_of(year, month, day < days ? day : days);
}

/* How many times nearer a coming day must be. */
static int preference(const cck_date_reader *r, cck_date_view view, const cck_found *at) {
  if (view == CCK_DATE_BACK)
    return PREFER;
  return cck_date_reports(r, at->first, at->past) ? PREFER_REPORT : 1;
}

/* The year of the occurrence that is meant. */
static int nearest_year(const cck_date_reader *r, int month, int day, const cck_found *at) {
  cck_date_view view = cck_date_looks(r, at->first, at->past);
  cck_day now = r->context->published.max == CCK_NO_DAY ? r->context->published.min : r->context->published.max;
  int year = cck_civil_of(now).year;
  int before = near_day(year, month, day) <= now ? year : year - 1;
  if (before < CCK_YEAR_MIN || before >= CCK_YEAR_MAX)
    return year;
  int64_t back = now - near_day(before, month, day);
  int64_t forth = near_day(before + 1, month, day) - now;
  if (view == CCK_DATE_AHEAD)
    return back == 0 || back * PREFER < forth ? before : before + 1;
  return forth * preference(r, view, at) < back ? before + 1 : before;
}

cck_day cck_date_nearest(const cck_date_reader *r, int month, int day, const cck_found *at) {
  if (r->context->published.min == CCK_NO_DAY)
    return CCK_NO_DAY;
  cck_civil civil = {nearest_year(r, month, day, at), month, day};
  return cck_civil_exists(civil) ? cck_day_of(civil.year, civil.month, civil.day) : CCK_NO_DAY;
}

int cck_date_month_year(const cck_date_reader *r, int month, cck_date_view view) {
  int year = cck_date_published_year(r), now = cck_date_published_month(r);
  if (year == 0 || month == now)
    return year;
  int back = (now - month + 12) % 12;
  int forth = 12 - back;
  bool coming = view == CCK_DATE_AHEAD  ? back * PREFER > forth
                : view == CCK_DATE_BACK ? forth * PREFER < back
                                        : forth * PREFER <= back;
  if (coming)
    return month > now ? year : year + 1;
  return month > now ? year - 1 : year;
}

void cck_date_agree(const cck_date_reader *r, int weekday, cck_found *out) {
  enum { NEAR = 90 }; /* days: nearer ones are told of now, and then the weekday is wrong */
  cck_day now = r->context->published.max, day = out->days.min;
  bool open = out->basis == CCK_BASIS_RELATIVE && out->precision == CCK_PRECISION_DAY && !out->floats && !out->told;
  if (!weekday || !open || now == CCK_NO_DAY || day == CCK_NO_DAY || day != out->days.max ||
      cck_weekday(day) == weekday || (day - now < NEAR && now - day < NEAR))
    return;
  cck_day other = cck_add_months(day, day > now ? -12 : 12);
  if (cck_weekday(other) == weekday && cck_civil_of(other).day == cck_civil_of(day).day)
    out->days = cck_period_day(other);
}

/* "April 8" behind an "April 8, 2012" of the same text, if that is not long past. */
static cck_day day_told(const cck_date_reader *r, int month, int day, const cck_found *at_words) {
  enum { YEARS = 3, NEAR = 14 };
  const cck_context *context = r->context;
  size_t room = sizeof context->full_days / sizeof *context->full_days;
  int published = cck_date_published_year(r);
  cck_day now = context->published.min;
  if (!published || cck_date_looks_ahead(r, at_words->first, at_words->past))
    return CCK_NO_DAY;
  for (int year = published - 1; year <= published + 1; year++) { /* a day that is as near as that is meant itself */
    cck_day same = near_day(year, month, day);
    if (same - now <= NEAR && now - same <= NEAR)
      return CCK_NO_DAY;
  }
  for (size_t i = 0; i < room && i < context->full_count; i++) {
    cck_day told = context->full_days[(context->full_count - 1 - i) % room];
    cck_civil at = cck_civil_of(told);
    if (at.month == month && at.day == day && at.year <= published && published - at.year <= YEARS)
      return told;
  }
  return CCK_NO_DAY;
}

static void resolve_day(const cck_date_reader *r, const cck_stated *stated, cck_found *out) {
  int month_days = cck_month_days(stated->year ? stated->year : 2000, stated->month);
  out->precision = CCK_PRECISION_DAY;
  out->valid = stated->day <= month_days;
  if (!out->valid)
    return;
  if (stated->year) {
    out->days = cck_period_day(cck_day_of(stated->year, stated->month, stated->day));
    return;
  }
  cck_day day = day_told(r, stated->month, stated->day, out);
  if (day == CCK_NO_DAY)
    day = cck_date_nearest(r, stated->month, stated->day, out);
  out->valid = day != CCK_NO_DAY || r->context->published.min == CCK_NO_DAY;
  out->days = day == CCK_NO_DAY ? CCK_NO_PERIOD : cck_period_day(day);
  cck_date_agree(r, stated->weekday, out);
}

static void resolve_month(const cck_date_reader *r, const cck_stated *stated, cck_found *out) {
  int year = stated->year;
  if (!year)
    year = cck_date_month_year(r, stated->month, cck_date_looks(r, out->first, out->past));
  out->precision = CCK_PRECISION_MONTH;
  out->days = year ? cck_period_month(year, stated->month) : CCK_NO_PERIOD;
}

void cck_date_resolve(const cck_date_reader *r, const cck_stated *stated, cck_found *out) {
  out->basis = stated->year && !stated->relative ? CCK_BASIS_TEXT : CCK_BASIS_RELATIVE;
  out->weekday = stated->weekday;
  out->days = CCK_NO_PERIOD;
  out->valid = true;
  if (stated->relative && !stated->year) { /* "of last year", undated */
    out->precision = stated->day ? CCK_PRECISION_DAY : CCK_PRECISION_MONTH;
  } else if (stated->day) {
    resolve_day(r, stated, out);
  } else if (stated->month) {
    resolve_month(r, stated, out);
  } else {
    out->precision = CCK_PRECISION_YEAR;
    out->days = cck_period_year(stated->year);
  }
}

/* Halves of it, or the middle half; months for what has whole months. */
static cck_period narrow_months(cck_period days, cck_date_part part) {
  cck_civil first = cck_civil_of(days.min), last = cck_civil_of(days.max);
  int months = (last.year - first.year) * 12 + last.month - first.month + 1;
  int from = part == CCK_DATE_EARLY ? 0 : part == CCK_DATE_MIDDLE ? months / 4 : months / 2;
  int to = part == CCK_DATE_EARLY ? (months + 1) / 2 : part == CCK_DATE_MIDDLE ? months - months / 4 : months;
  cck_day start = cck_add_months(days.min, from), end = cck_add_months(days.min, to) - 1;
  return (cck_period){start, end < days.max ? end : days.max};
}

cck_period cck_date_narrow(cck_period days, cck_date_part part) {
  if (!cck_period_is_known(days))
    return days;
  int64_t length = days.max - days.min + 1;
  if (length > 31)
    return narrow_months(days, part);
  if (length < 4) /* a weekend has no parts that a writer tells apart */
    return days;
  int64_t half = length >= 28 ? 15 : (length - 1) / 2; /* a month's first half is to the 15th; a week's to Wednesday */
  if (part == CCK_DATE_CLOSE && length == 7)           /* a week ends with its Friday */
    half++;
  if (part == CCK_DATE_EARLY)
    return (cck_period){days.min, days.min + half - 1};
  if (part >= CCK_DATE_LATE)
    return (cck_period){days.min + half, days.max};
  return (cck_period){days.min + length / 3, days.min + 2 * length / 3 - 1};
}
