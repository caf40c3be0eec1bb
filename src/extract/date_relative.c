#include "extract/date_reader.h"

/* A day's neighbours; CCK_NO_PERIOD stays. */
static cck_period day_shifted(cck_period around, int shift) {
  if (!cck_period_is_known(around))
    return CCK_NO_PERIOD;
  return cck_period_day((shift < 0 ? around.min : around.max) + shift);
}

/* "today", "yesterday", "the day before yesterday", "the day after tomorrow" */
bool cck_date_form_today(const cck_date_reader *r, size_t at, cck_found *out) {
  size_t lead = 0;
  int shift = 0;
  if (cck_date_value(r, at, CCK_DATE_ROLE_UNIT) == CCK_DATE_DAY && cck_date_has(r, at + 1, CCK_DATE_ROLE_BEFORE)) {
    shift = cck_date_value(r, at + 1, CCK_DATE_ROLE_BEFORE);
    lead = 2;
    if (cck_date_value(r, at + 2, CCK_DATE_ROLE_TODAY) != shift)
      return false;
  }
  bool name = at > 0 && cck_date_capital(r, at) && cck_date_capital(r, at - 1) && !lead; /* "USA Today" */
  if (!cck_date_has(r, at + lead, CCK_DATE_ROLE_TODAY) || name)
    return false;
  shift += cck_date_value(r, at + lead, CCK_DATE_ROLE_TODAY);
  *out = cck_date_found(at, at + lead + 1, day_shifted(r->context->published, shift), CCK_PRECISION_DAY,
                        CCK_BASIS_RELATIVE);
  out->floats = true;
  return true;
}

/* The day of "last Friday", "next Friday", "this Friday"; `coming`: "this coming Friday" is the very next. */
static cck_day weekday_shifted(cck_day now, int weekday, int shift, bool coming) {
  if (now == CCK_NO_DAY)
    return CCK_NO_DAY;
  cck_day forth = now + (weekday - cck_weekday(now) + 7) % 7;
  if (shift < 0)
    return forth - 7;
  if (shift == 0)
    return forth;
  if (coming)
    return forth == now ? forth + 7 : forth;
  return cck_period_week(now + 7).min + weekday - 1;
}

static bool shift_weekday(const cck_date_reader *r, size_t at, size_t lead, int shift, cck_found *out) {
  if (!cck_date_form_weekday(r, at + lead, out))
    return false;
  if (out->basis == CCK_BASIS_RELATIVE && out->past == at + lead + 1) { /* no date of its own behind it */
    cck_day day = weekday_shifted(r->context->published.max, out->weekday, shift, lead > 1);
    out->days = day == CCK_NO_DAY ? CCK_NO_PERIOD : cck_period_day(day);
  }
  out->first = at;
  return true;
}

enum { FRESH = 2 }; /* months: "last May" said in June or July is the May of the year before */

/* "last May", "this May", "next May" */
static bool shift_month(const cck_date_reader *r, size_t at, size_t lead, int shift, cck_found *out) {
  int month = cck_date_value(r, at + lead, CCK_DATE_ROLE_MONTH);
  bool weak = cck_date_has(r, at + lead, CCK_DATE_ROLE_WEAK) && !cck_date_capital(r, at + lead);
  if (!month || weak || cck_date_has(r, at + lead, CCK_DATE_ROLE_SHORT) || !cck_date_form_calendar(r, at + lead, out))
    return false;
  out->first = at;
  if (out->precision != CCK_PRECISION_MONTH || out->basis == CCK_BASIS_TEXT)
    return true;
  int year = cck_date_published_year(r), now = cck_date_published_month(r);
  if (!year)
    return true;
  if (shift < 0 && month > now - FRESH)
    year--;
  else if (shift > 0 && month <= now)
    year++;
  out->days = cck_period_month(year, month);
  return true;
}

/* "last summer": the one that is over; "this summer": of this year; "next spring": the first to begin. */
static bool shift_season(const cck_date_reader *r, size_t at, size_t lead, int shift, cck_found *out) {
  int season = cck_date_value(r, at + lead, CCK_DATE_ROLE_SEASON);
  if (!season)
    return false;
  *out = cck_date_found(at, at + lead + 1, CCK_NO_PERIOD, CCK_PRECISION_SEASON, CCK_BASIS_RELATIVE);
  cck_day now = r->context->published.min;
  int year = cck_date_published_year(r);
  if (year <= CCK_YEAR_MIN + 1 || year >= CCK_YEAR_MAX - 1)
    return true;
  if (season == 4 && cck_date_published_month(r) < 7)
    year--;
  if (shift < 0 && cck_date_season(year, season).max >= now)
    year--;
  if (shift > 0 && cck_date_season(year, season).min <= now)
    year++;
  out->days = cck_date_season(year, season);
  return true;
}

/* "last Christmas", "this Easter", "next Thanksgiving" */
static bool shift_holiday(const cck_date_reader *r, size_t at, size_t lead, int shift, cck_found *out) {
  const cck_holiday *holiday;
  if (!cck_date_holiday_at(r, at + lead, &holiday) || !cck_date_form_holiday(r, at + lead, out))
    return false;
  out->first = at;
  cck_day now = r->context->published.min;
  int year = cck_date_published_year(r);
  if (out->basis == CCK_BASIS_TEXT || year <= CCK_YEAR_MIN + 1 || year >= CCK_YEAR_MAX - 1)
    return true;
  if (shift < 0 && cck_holiday_day(holiday, year) >= now)
    year--;
  if (shift > 0 && cck_holiday_day(holiday, year) <= now)
    year++;
  out->days = cck_period_day(cck_holiday_day(holiday, year));
  return true;
}

/* "last night", "this morning" */
static bool shift_daypart(const cck_date_reader *r, size_t at, size_t lead, int shift, cck_found *out) {
  if (!cck_date_has(r, at + lead, CCK_DATE_ROLE_DAYPART) || shift > 0)
    return false;
  *out = cck_date_found(at, at + lead + 1, day_shifted(r->context->published, shift), CCK_PRECISION_DAY,
                        CCK_BASIS_RELATIVE);
  out->floats = true;
  return true;
}

static bool shift_unit(const cck_date_reader *r, size_t at, size_t lead, int shift, cck_found *out) {
  cck_date_unit unit = (cck_date_unit)cck_date_value(r, at + lead, CCK_DATE_ROLE_UNIT);
  size_t fiscal = 0;
  if (!unit && cck_date_has(r, at + lead, CCK_DATE_ROLE_FISCAL)) {
    fiscal = 1;
    unit = (cck_date_unit)cck_date_value(r, at + lead + 1, CCK_DATE_ROLE_UNIT);
  }
  if (!unit || unit == CCK_DATE_DAY || cck_date_has(r, at + lead + fiscal, CCK_DATE_ROLE_PLURAL))
    return false;
  cck_period days = cck_date_unit_around(r->context->published.min, unit, shift);
  *out = cck_date_found(at, at + lead + fiscal + 1, days, cck_date_unit_precision(unit), CCK_BASIS_RELATIVE);
  out->floats = unit <= CCK_DATE_WEEKEND;
  if (unit == CCK_DATE_QUARTER && days.min != CCK_NO_DAY) {
    out->year = cck_civil_of(days.min).year;
    out->quarter = (cck_civil_of(days.min).month + 2) / 3;
  }
  return true;
}

/* "the weekend", "on weekend": this week's on its days or when the clause looks ahead, else the one that is over. */
static bool the_weekend(const cck_date_reader *r, size_t at, cck_found *out) {
  size_t the = cck_date_has(r, at, CCK_DATE_ROLE_THE);
  size_t past = at + the + 1;
  if ((!the && !(at > 0 && cck_date_says(r, at - 1, "on"))) ||
      cck_date_value(r, past - 1, CCK_DATE_ROLE_UNIT) != CCK_DATE_WEEKEND ||
      cck_date_has(r, past - 1, CCK_DATE_ROLE_PLURAL) || cck_date_has(r, past, CCK_DATE_ROLE_OF))
    return false;
  cck_day now = r->context->published.min;
  bool current = now != CCK_NO_DAY && (cck_weekday(now) > 5 || cck_date_looks_ahead(r, at, past));
  *out = cck_date_found(at, past, cck_date_unit_around(now, CCK_DATE_WEEKEND, current ? 0 : -1), CCK_PRECISION_DAY,
                        CCK_BASIS_RELATIVE);
  out->floats = true;
  return true;
}

/* "the past year", "the next year"; but the coming week and "the next quarter" are those of the calendar. */
static bool is_length_of_time(const cck_date_reader *r, size_t at, int shift) {
  cck_date_unit unit = (cck_date_unit)cck_date_value(r, at + 1, CCK_DATE_ROLE_UNIT);
  bool defined = at > 0 && cck_date_has(r, at - 1, CCK_DATE_ROLE_THE);
  bool during = at > 1 && defined && (cck_date_says(r, at - 2, "over") || cck_date_says(r, at - 2, "within"));
  if (unit == CCK_DATE_QUARTER && defined)
    return during;
  if (!cck_date_has(r, at, CCK_DATE_ROLE_COMING))
    return defined && shift > 0 && unit;
  bool any = at > 0 && cck_date_has(r, at - 1, CCK_DATE_ROLE_A); /* "a coming week" */
  bool near = unit >= CCK_DATE_WEEK && unit <= CCK_DATE_MONTH;
  return shift < 0 || any || (unit ? !near : !defined);
}

/* "last week", "this coming Sunday", "next May", "last night" */
bool cck_date_form_shift(const cck_date_reader *r, size_t at, cck_found *out) {
  static bool (*const readers[])(const cck_date_reader *, size_t, size_t, int, cck_found *) = {
      shift_unit, shift_weekday, shift_month, shift_season, shift_holiday, shift_daypart};
  if (the_weekend(r, at, out))
    return true;
  if (!cck_date_has(r, at, CCK_DATE_ROLE_SHIFT) || cck_date_has(r, at, CCK_DATE_ROLE_TOLD))
    return false;
  int shift = cck_date_value(r, at, CCK_DATE_ROLE_SHIFT);
  size_t lead = 1;
  if (shift == 0 && cck_date_has(r, at + 1, CCK_DATE_ROLE_COMING)) {
    shift = cck_date_value(r, at + 1, CCK_DATE_ROLE_COMING);
    lead = 2;
  }
  if (lead == 1 && is_length_of_time(r, at, shift))
    return false;
  for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
    if (readers[i](r, at, lead, shift, out))
      return true;
  return false;
}

/* How long an anchor may be for a unit to refer to it: "the next day" after "in 2004" says nothing. */
static bool anchors(cck_period anchor, cck_date_unit unit) {
  static const int longest[] = {
      [CCK_DATE_DAY] = 4,      [CCK_DATE_WEEK] = 7,   [CCK_DATE_WEEKEND] = 7,   [CCK_DATE_MONTH] = 31,
      [CCK_DATE_QUARTER] = 92, [CCK_DATE_YEAR] = 366, [CCK_DATE_DECADE] = 3653, [CCK_DATE_CENTURY] = 36525};
  return cck_period_is_known(anchor) && anchor.max - anchor.min < longest[unit];
}

/* A unit counted from the last date told. */
static cck_period unit_told(const cck_date_reader *r, cck_date_unit unit, int shift) {
  cck_period anchor = r->context->last_date;
  if (unit == CCK_DATE_WEEK && cck_period_is_known(anchor) &&
      anchor.max - anchor.min == 6) /* "the week ended Friday" */
    return (cck_period){anchor.min + 7 * shift, anchor.max + 7 * shift};
  if (anchors(anchor, unit))
    return unit == CCK_DATE_DAY && shift ? day_shifted(anchor, shift) : cck_date_unit_around(anchor.min, unit, shift);
  bool from_now = unit >= CCK_DATE_WEEK && shift < 0;
  return from_now ? cck_date_unit_around(r->context->published.min, unit, shift) : CCK_NO_PERIOD;
}

/* Where nothing was told yet: from publication, if it is before that, or the clause looks ahead. */
static bool counts_from_now(const cck_date_reader *r, size_t at, int shift) {
  return cck_period_is_none(r->context->last_date) && shift != 0 && (shift < 0 || cck_date_looks_ahead(r, at, at + 2));
}

static bool told_weekday(const cck_date_reader *r, size_t at, int shift, cck_found *out) {
  int weekday = cck_date_value(r, at + 1, CCK_DATE_ROLE_WEEKDAY);
  cck_period anchor = r->context->last_date;
  if (!weekday || cck_date_has(r, at + 1, CCK_DATE_ROLE_SHORT) || shift == 0)
    return false;
  cck_period days = CCK_NO_PERIOD;
  if (counts_from_now(r, at, shift))
    anchor = r->context->published;
  if (anchors(anchor, CCK_DATE_WEEK))
    days = cck_period_day(shift < 0 ? weekday_shifted(anchor.min, weekday, -1, false)
                                    : weekday_shifted(anchor.max, weekday, 1, true));
  *out = cck_date_found(at, at + 2, days, CCK_PRECISION_DAY, CCK_BASIS_RELATIVE);
  out->weekday = weekday;
  out->told = cck_period_is_known(r->context->last_date);
  out->floats = !out->told;
  return true;
}

/* "that day", "the same year", "the next day", "the following week", "the previous Friday" */
bool cck_date_form_told(const cck_date_reader *r, size_t at, cck_found *out) {
  bool that = cck_date_has(r, at, CCK_DATE_ROLE_THAT);
  bool told = cck_date_has(r, at, CCK_DATE_ROLE_TOLD);
  int shift = that ? 0 : cck_date_value(r, at, CCK_DATE_ROLE_SHIFT);
  bool next = shift == 1 && !told && !cck_date_has(r, at, CCK_DATE_ROLE_COMING); /* "next" itself: of days only */
  if (!that && !told && !next)
    return false;
  if (told && told_weekday(r, at, shift, out))
    return true;
  cck_date_unit unit = (cck_date_unit)cck_date_value(r, at + 1, CCK_DATE_ROLE_UNIT);
  if (cck_date_has(r, at + 1, CCK_DATE_ROLE_DAYPART))
    unit = CCK_DATE_DAY;
  bool year_ago =
      cck_date_dash(r, at + 2) && cck_date_has(r, at + 3, CCK_DATE_ROLE_AGO); /* "the same year-ago period" */
  if (!unit || cck_date_has(r, at + 1, CCK_DATE_ROLE_PLURAL) || (next && unit != CCK_DATE_DAY) || year_ago)
    return false;
  bool now = counts_from_now(r, at, shift) && shift > 0;
  cck_period days = now ? cck_date_unit_around(r->context->published.max, unit, shift) : unit_told(r, unit, shift);
  *out = cck_date_found(at, at + 2, days, cck_date_unit_precision(unit), CCK_BASIS_RELATIVE);
  out->told = !cck_period_is_none(r->context->last_date);
  out->floats = !out->told && unit <= CCK_DATE_WEEKEND;
  return true;
}

/* The quarter that a comparison with the year before is about. */
static bool quarter_year_before(const cck_date_reader *r, cck_found *out) {
  int year = r->context->last_quarter_year - 1;
  if (year < CCK_YEAR_MIN)
    return false;
  out->days = cck_period_quarter(year, r->context->last_quarter);
  out->precision = CCK_PRECISION_QUARTER;
  out->vague = true; /* the quarter told stays the one before */
  out->told = true;
  return true;
}

/* A month or quarter told, moved by whole years. */
static cck_period years_moved(cck_period anchor, int years) {
  int first = cck_civil_of(anchor.min).year + years, last = cck_civil_of(anchor.max).year + years;
  if (first < CCK_YEAR_MIN || last > CCK_YEAR_MAX)
    return CCK_NO_PERIOD;
  return (cck_period){cck_add_months(anchor.min, 12 * years), cck_add_months(anchor.max + 1, 12 * years) - 1};
}

/* "a year earlier" said of a month or a quarter (28 to 92 days) is of the same one. */
static bool keeps_months(cck_period anchor, cck_date_unit unit) {
  int64_t length = cck_period_is_known(anchor) ? anchor.max - anchor.min + 1 : 0;
  return unit == CCK_DATE_YEAR && length >= 28 && length <= 92;
}

/* "two days later": from the last date told. False where that is none: then it is a length of time. */
static bool move_from_told(const cck_date_reader *r, cck_date_unit unit, int shift, cck_found *out) {
  cck_period anchor = r->context->last_date;
  if (keeps_months(anchor, unit)) {
    out->days = years_moved(anchor, shift);
    out->precision = anchor.max - anchor.min < 31 ? CCK_PRECISION_MONTH : CCK_PRECISION_QUARTER;
  } else {
    out->days = unit_told(r, unit, shift);
  }
  out->told = true;
  return cck_period_is_known(out->days);
}

enum { FAR = 400 }; /* units: "2,000 years ago" is no date */

size_t cck_date_length(const cck_date_reader *r, size_t at, int *number, cck_date_unit *unit) {
  size_t lead = cck_date_has(r, at, CCK_DATE_ROLE_ALMOST);
  size_t used = cck_date_cardinal(r, at + lead, number);
  if (!used || *number < 1 || *number > FAR)
    return 0;
  size_t word = lead + used + cck_date_dash(r, at + lead + used);
  *unit = (cck_date_unit)cck_date_value(r, at + word, CCK_DATE_ROLE_UNIT);
  if (cck_date_has(r, at + word, CCK_DATE_ROLE_FORTNIGHT)) {
    *number *= 2;
    *unit = CCK_DATE_WEEK;
  }
  if (*unit == CCK_DATE_DECADE || *unit == CCK_DATE_CENTURY) { /* counted in years: "a decade ago" */
    *number *= *unit == CCK_DATE_DECADE ? 10 : 100;
    *unit = CCK_DATE_YEAR;
  }
  return *unit && *unit != CCK_DATE_WEEKEND ? word + 1 : 0;
}

/* "2,000 years ago", "65 million years ago", "four and a half years ago": a number whose date is not read. */
static bool is_counted(const cck_date_reader *r, size_t at) {
  if (at == 0)
    return false;
  return r->tokens[at - 1].kind == CCK_TOKEN_NUMBER || cck_date_dash(r, at - 1) ||
         cck_date_has(r, at - 1, CCK_DATE_ROLE_COUNTED) || cck_date_has(r, at - 1, CCK_DATE_ROLE_HALF) ||
         cck_date_has(r, at - 1, CCK_DATE_ROLE_ONES) || cck_date_has(r, at - 1, CCK_DATE_ROLE_TEENS) ||
         cck_date_has(r, at - 1, CCK_DATE_ROLE_TENS) || cck_date_has(r, at - 1, CCK_DATE_ROLE_ORDINAL) ||
         cck_date_says(r, at - 1, "hundred") || cck_date_says(r, at - 1, "dozen");
}

/* "several years ago", "a few days later", "decades ago": stated, but to no days. */
static bool vague_ago(const cck_date_reader *r, size_t at, cck_found *out) {
  size_t a = cck_date_has(r, at, CCK_DATE_ROLE_A);
  size_t several = cck_date_has(r, at + a, CCK_DATE_ROLE_SEVERAL);
  size_t unit = at + a + several;
  bool away = cck_date_has(r, unit + 1, CCK_DATE_ROLE_AGO) || /* a word more is needed for "a few days later" */
              (several && cck_date_has(r, unit + 1, CCK_DATE_ROLE_EARLIER));
  if (is_counted(r, at) || !cck_date_has(r, unit, CCK_DATE_ROLE_PLURAL) || !away)
    return false;
  *out = cck_date_found(at, unit + 2, CCK_NO_PERIOD,
                        cck_date_unit_precision((cck_date_unit)cck_date_value(r, unit, CCK_DATE_ROLE_UNIT)),
                        CCK_BASIS_RELATIVE);
  return true;
}

/* "a month and 21 days ago": to the day. */
static bool lengths_ago(const cck_date_reader *r, size_t at, cck_found *out) {
  int longer, shorter;
  cck_date_unit unit, below;
  size_t used = cck_date_length(r, at, &longer, &unit);
  size_t joint = cck_date_has(r, at + used, CCK_DATE_ROLE_AND) || cck_date_sign(r, at + used, ",");
  size_t more = used ? cck_date_length(r, at + used + joint, &shorter, &below) : 0;
  size_t past = at + used + joint + more;
  cck_day now = r->context->published.min;
  bool calendar = unit == CCK_DATE_YEAR || unit == CCK_DATE_MONTH;
  bool lasting = at > 0 && cck_date_has(r, at - 1, CCK_DATE_ROLE_SHIFT); /* "for the last two years, and 3 weeks ago" */
  if (!more || lasting || below >= unit || unit == CCK_DATE_QUARTER || !cck_date_has(r, past, CCK_DATE_ROLE_AGO))
    return false;
  *out = cck_date_found(at, past + 1, CCK_NO_PERIOD, cck_date_unit_precision(below), CCK_BASIS_RELATIVE);
  if (now == CCK_NO_DAY)
    return true;
  now = calendar ? cck_add_months(now, unit == CCK_DATE_YEAR ? -12 * longer : -longer) : now - 7 * longer;
  out->days = cck_date_unit_around(now, below, -shorter);
  out->floats = true;
  return true;
}

/*
 * "will meet in three weeks": a length behind "in" at the end of what is told ahead. Of "in three weeks of talks" and
 * "in two years" it does not say when it is over, and the years are mostly a length.
 */
static bool is_time_ahead(const cck_date_reader *r, size_t at, size_t past, cck_date_unit unit) {
  if (at == 0 || !cck_date_says(r, at - 1, "in") || unit == CCK_DATE_YEAR || unit == CCK_DATE_QUARTER)
    return false;
  bool closed = past >= r->count || cck_date_sign(r, past, ".") || cck_date_sign(r, past, ",") ||
                cck_date_sign(r, past, ";") || cck_date_sign(r, past, "\"");
  return closed && cck_date_looks_ahead(r, at - 1, past);
}

/* "' time" behind "in two weeks". Tokens. */
static size_t time_behind(const cck_date_reader *r, size_t at) {
  bool mark = cck_date_has(r, at, CCK_DATE_ROLE_POSSESSIVE) || cck_date_sign(r, at, "'") ||
              cck_date_sign(r, at, "\xe2\x80\x99");
  return mark && cck_date_says(r, at + 1, "time") ? 2 : 0;
}

/* "in three weeks": the day so far ahead; of months the whole one. "In about 30 days" names no day. */
static bool time_ahead(const cck_date_reader *r, size_t at, cck_found *out) {
  int number;
  cck_date_unit unit = CCK_DATE_DAY;
  size_t used = cck_date_length(r, at, &number, &unit);
  cck_day now = r->context->published.min;
  bool rough = cck_date_has(r, at, CCK_DATE_ROLE_ALMOST) && unit < CCK_DATE_MONTH;
  size_t time = used && at > 0 && cck_date_says(r, at - 1, "in") ? time_behind(r, at + used) : 0;
  if (!used || rough || is_counted(r, at) || !(time || is_time_ahead(r, at, at + used, unit)))
    return false;
  bool weeks = unit == CCK_DATE_WEEK;
  cck_date_unit told = weeks ? CCK_DATE_DAY : unit;
  *out = cck_date_found(at, at + used + time, CCK_NO_PERIOD, cck_date_unit_precision(told), CCK_BASIS_RELATIVE);
  if (now != CCK_NO_DAY)
    out->days = cck_date_unit_around(now, told, weeks ? 7 * number : number);
  out->floats = unit <= CCK_DATE_WEEKEND;
  return true;
}

bool cck_date_is_limit(const cck_date_reader *r, size_t at) {
  bool denied = at > 2 && (cck_date_says(r, at - 3, "no") || cck_date_says(r, at - 3, "not"));
  return at > 0 && (cck_date_says(r, at - 1, "within") ||
                    (at > 1 && cck_date_says(r, at - 1, "than") && cck_date_says(r, at - 2, "less") && !denied));
}

cck_period cck_date_up_to(cck_period from, cck_date_unit unit, int count) {
  if (!cck_period_is_known(from))
    return CCK_NO_PERIOD;
  static const int months[] = {[CCK_DATE_MONTH] = 1, [CCK_DATE_QUARTER] = 3, [CCK_DATE_YEAR] = 12};
  cck_day to = unit == CCK_DATE_DAY                                ? from.max + count
               : unit == CCK_DATE_WEEK || unit == CCK_DATE_WEEKEND ? from.max + 7 * (cck_day)count
                                                                   : cck_add_months(from.max, months[unit] * count);
  return (cck_period){to < from.min ? to : from.min, to < from.max ? from.max : to};
}

/* "two years ago", "two weeks from now", "three days later", "a year earlier" */
bool cck_date_form_ago(const cck_date_reader *r, size_t at, cck_found *out) {
  int number;
  cck_date_unit unit = CCK_DATE_DAY;
  if (!cck_date_any(r, CCK_DATE_ROLE_UNIT) && !cck_date_any(r, CCK_DATE_ROLE_FORTNIGHT))
    return false;
  if (vague_ago(r, at, out) || lengths_ago(r, at, out) || time_ahead(r, at, out))
    return true;
  size_t used = cck_date_length(r, at, &number, &unit);
  size_t past = at + used;
  bool ago = cck_date_has(r, past, CCK_DATE_ROLE_AGO);
  bool from_now = cck_date_has(r, past, CCK_DATE_ROLE_FROM) && cck_date_has(r, past + 1, CCK_DATE_ROLE_NOW);
  bool hence = cck_date_has(r, past, CCK_DATE_ROLE_HENCE);
  int direction = ago ? -1 : from_now || hence ? 1 : cck_date_value(r, past, CCK_DATE_ROLE_EARLIER);
  bool half = at > 0 && cck_date_has(r, at - 1, CCK_DATE_ROLE_HALF); /* "half a century ago" */
  if (!used || !direction || half)
    return false;
  *out = cck_date_found(at, past + 1 + from_now, CCK_NO_PERIOD, cck_date_unit_precision(unit), CCK_BASIS_RELATIVE);
  if (unit == CCK_DATE_YEAR && number == 1 && direction < 0 && quarter_year_before(r, out))
    return true;
  if (!ago && !from_now && !hence)
    return !cck_date_has(r, past + 1, CCK_DATE_ROLE_MORE_THAN) && /* "a year earlier than planned" */
           move_from_told(r, unit, direction * number, out);
  out->days = cck_date_unit_around(r->context->published.min, unit, direction * number);
  if (from_now && cck_date_is_limit(r, at))
    out->days = cck_date_up_to(r->context->published, unit, number);
  out->floats = unit <= CCK_DATE_WEEKEND;
  return true;
}

/* "recent years", "the past few weeks": stated, but to no days. */
bool cck_date_form_recent(const cck_date_reader *r, size_t at, cck_found *out) {
  bool several = cck_date_has(r, at, CCK_DATE_ROLE_SHIFT) && cck_date_has(r, at + 1, CCK_DATE_ROLE_SEVERAL) && at > 0 &&
                 cck_date_has(r, at - 1, CCK_DATE_ROLE_THE); /* not "to last several days" */
  size_t word = at + 1 + several;
  if ((!several && !cck_date_has(r, at, CCK_DATE_ROLE_RECENT)) || !cck_date_has(r, word, CCK_DATE_ROLE_PLURAL))
    return false;
  cck_date_unit unit = (cck_date_unit)cck_date_value(r, word, CCK_DATE_ROLE_UNIT);
  *out = cck_date_found(at, word + 1, CCK_NO_PERIOD, cck_date_unit_precision(unit), CCK_BASIS_RELATIVE);
  out->vague = true;
  return true;
}

/* Of "the year ended March 31": the twelve months up to, or `ahead` from, the day or month at a token. */
static cck_period year_beside(const cck_date_reader *r, size_t at, bool ahead) {
  cck_found end;
  if (!cck_date_plain(r, at, &end) || !cck_period_is_known(end.days) || end.precision > CCK_PRECISION_MONTH)
    return CCK_NO_PERIOD;
  if (ahead)
    return (cck_period){end.days.min, cck_add_months(end.days.min, 12) - 1};
  cck_day after = end.days.max + 1;
  return (cck_period){cck_add_months(after, -12), after - 1};
}

/* "ended", "that ended on", ", which ended", "starting", "to": tokens behind "year", 0 for none. */
static size_t bounded_behind(const cck_date_reader *r, size_t at, bool *ahead) {
  size_t comma = cck_date_sign(r, at, ",");
  size_t which = cck_date_says(r, at + comma, "that") || cck_date_says(r, at + comma, "which") ? comma + 1 : 0;
  int side = cck_date_value(r, at + which, CCK_DATE_ROLE_ENDING);
  bool to = which == 0 && cck_date_says(r, at, "to") && cck_date_has(r, at + 1, CCK_DATE_ROLE_MONTH) &&
            cck_date_capital(r, at + 1); /* "the year to March" */
  *ahead = side > 0;
  if (!side && !to)
    return 0;
  return which + 1 + cck_date_has(r, at + which + 1, CCK_DATE_ROLE_ON);
}

/* "the year ended March 31", "the fiscal year that ended on June 30", "nine months of the year", "the rest of the year"
 */
bool cck_date_form_the_year(const cck_date_reader *r, size_t at, cck_found *out) {
  size_t fiscal = cck_date_has(r, at + 1, CCK_DATE_ROLE_FISCAL);
  size_t word = at + 1 + fiscal;
  if (!cck_date_has(r, at, CCK_DATE_ROLE_THE) || cck_date_value(r, word, CCK_DATE_ROLE_UNIT) != CCK_DATE_YEAR ||
      cck_date_has(r, word, CCK_DATE_ROLE_PLURAL))
    return false;
  bool ahead;
  size_t ended = bounded_behind(r, word + 1, &ahead);
  bool share = at > 1 && cck_date_says(r, at - 1, "of") &&
               (cck_date_has(r, at - 2, CCK_DATE_ROLE_UNIT) || cck_date_has(r, at - 2, CCK_DATE_ROLE_REST));
  if (!ended && !share)
    return false;
  cck_period days = ended ? year_beside(r, word + 1 + ended, ahead)
                          : cck_date_unit_around(r->context->published.min, CCK_DATE_YEAR, 0);
  *out = cck_date_found(at, word + 1, days, CCK_PRECISION_YEAR, CCK_BASIS_RELATIVE);
  return !ended || cck_period_is_known(days) || !cck_period_is_known(r->context->published);
}

/* "year-ago", "year-earlier period", "the year ago quarter" */
static bool year_ago(const cck_date_reader *r, size_t at, size_t dash, cck_found *out) {
  size_t ago = at + 1 + dash;
  if (!cck_date_has(r, ago, CCK_DATE_ROLE_AGO) && cck_date_value(r, ago, CCK_DATE_ROLE_EARLIER) >= 0)
    return false;
  size_t period = cck_date_has(r, ago + 1, CCK_DATE_ROLE_PERIOD);
  bool compared = period || cck_date_value(r, ago + 1, CCK_DATE_ROLE_UNIT) == CCK_DATE_QUARTER ||
                  cck_date_says(r, ago + 1, "level") || cck_date_says(r, ago + 1, "levels");
  if (!dash && !compared)
    return false;
  *out = cck_date_found(at, ago + 1 + period, CCK_NO_PERIOD, CCK_PRECISION_YEAR, CCK_BASIS_RELATIVE);
  if (!quarter_year_before(r, out))
    out->days = cck_date_unit_around(r->context->published.min, CCK_DATE_YEAR, -1);
  return true;
}

/* "the year to date", "year-to-date": up to the day of publication. */
static bool to_date(const cck_date_reader *r, size_t at, cck_found *out) {
  size_t dash = cck_date_dash(r, at + 1);
  size_t more = cck_date_dash(r, at + 2 + dash);
  if (!cck_date_says(r, at + 1 + dash, "to") || !cck_date_says(r, at + 2 + dash + more, "date"))
    return false;
  cck_period days = cck_date_unit_around(r->context->published.min, CCK_DATE_YEAR, 0);
  if (cck_period_is_known(days))
    days.max = r->context->published.max;
  *out = cck_date_found(at, at + 3 + dash + more, days, CCK_PRECISION_DAY, CCK_BASIS_RELATIVE);
  out->floats = true;
  out->vague = true; /* "a year earlier" goes back from the month told before it */
  return true;
}

/* "year-ago", "year-earlier", "year-end", "by year end", "the year to date" */
bool cck_date_form_year_ago(const cck_date_reader *r, size_t at, cck_found *out) {
  if (cck_date_value(r, at, CCK_DATE_ROLE_UNIT) != CCK_DATE_YEAR || cck_date_has(r, at, CCK_DATE_ROLE_PLURAL))
    return false;
  size_t dash = cck_date_dash(r, at + 1);
  if (to_date(r, at, out) || year_ago(r, at, dash, out))
    return true;
  if (!cck_date_has(r, at + 1 + dash, CCK_DATE_ROLE_END) ||
      (!dash && !(at > 0 && cck_date_has(r, at - 1, CCK_DATE_ROLE_INTRODUCES) &&
                  !cck_date_has(r, at - 1, CCK_DATE_ROLE_FISCAL))))
    return false;
  int year = cck_date_published_year(r);
  size_t used = cck_date_year_at(r, at + 2 + dash, &year);
  cck_period days = year ? cck_period_day(cck_day_of(year, 12, 31)) : CCK_NO_PERIOD;
  *out = cck_date_found(at, at + 2 + dash + used, days, CCK_PRECISION_DAY, used ? CCK_BASIS_TEXT : CCK_BASIS_RELATIVE);
  return true;
}
