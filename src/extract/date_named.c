#include "extract/date_reader.h"

/* The year behind a quarter, half or season: "of 2004", "2004", "of last year", "of the year", "3Q04". Tokens. */
static size_t year_behind(const cck_date_reader *r, size_t at, int *out, cck_basis *basis) {
  bool mark = at > 0 && (cck_date_has(r, at - 1, CCK_DATE_ROLE_Q) || cck_date_has(r, at - 1, CCK_DATE_ROLE_H));
  *basis = CCK_BASIS_TEXT;
  if (mark && cck_date_glued(r, at) && cck_date_number(r, at, 2, out)) {
    *out = cck_date_full_year(r, *out);
    return 1;
  }
  size_t joint = cck_date_has(r, at, CCK_DATE_ROLE_OF) || cck_date_sign(r, at, ",") ||
                 (cck_date_dash(r, at) && cck_date_glued(r, at) && cck_date_glued(r, at + 1)); /* "Q1-2019" */
  size_t fiscal = cck_date_has(r, at + joint, CCK_DATE_ROLE_FISCAL);
  size_t used = cck_date_year_at(r, at + joint + fiscal, out);
  *basis = CCK_BASIS_TEXT;
  if (used && !cck_date_has(r, at + joint + fiscal + used, CCK_DATE_ROLE_COUNTED))
    return joint + fiscal + used;
  *basis = CCK_BASIS_RELATIVE;
  used = cck_date_year_shifted(r, at + joint, out);
  if (used)
    return joint + used;
  size_t the = joint && cck_date_has(r, at + joint, CCK_DATE_ROLE_THE);
  fiscal = cck_date_has(r, at + joint + the, CCK_DATE_ROLE_FISCAL);
  if (!the || cck_date_value(r, at + joint + 1 + fiscal, CCK_DATE_ROLE_UNIT) != CCK_DATE_YEAR)
    return 0;
  *out = cck_date_published_year(r);
  return *out ? joint + 2 + fiscal : 0;
}

/* The year before it: "1988 second quarter", "this year's third quarter". Tokens. */
static size_t year_before(const cck_date_reader *r, size_t at, int *out, cck_basis *basis) {
  *basis = CCK_BASIS_TEXT;
  size_t used = cck_date_year_at(r, at, out);
  if (!used) {
    *basis = CCK_BASIS_RELATIVE;
    used = cck_date_year_shifted(r, at, out);
  }
  used += used && (cck_date_has(r, at + used, CCK_DATE_ROLE_POSSESSIVE) ||
                   (cck_date_dash(r, at + used) && cck_date_has(r, at + used + 1, CCK_DATE_ROLE_Q)));
  return used + (used && cck_date_has(r, at + used, CCK_DATE_ROLE_FISCAL));
}

/* The year of what lies around a month, when none is said. */
static int year_around(const cck_date_reader *r, size_t first, size_t past, int month) {
  return cck_date_month_year(r, month, cck_date_looks(r, first, past));
}

/* Past "and fourth quarters" at a token; 0 when that does not stand there. */
static size_t listed_past(const cck_date_reader *r, size_t at) {
  int other;
  size_t more = cck_date_has(r, at, CCK_DATE_ROLE_AND) ? cck_date_ordinal(r, at + 1, &other) : 0;
  bool unit = more && cck_date_value(r, at + 1 + more, CCK_DATE_ROLE_UNIT) == CCK_DATE_QUARTER &&
              cck_date_has(r, at + 1 + more, CCK_DATE_ROLE_PLURAL);
  return unit ? at + 2 + more : 0;
}

/* "the second and fourth quarters": of the first ordinal its own tokens, of the last those with the unit. */
static size_t quarter_listed(const cck_date_reader *r, size_t at, size_t used) {
  if (!used)
    return 0;
  if (listed_past(r, at + used))
    return used;
  bool last = at > 1 && cck_date_has(r, at - 2, CCK_DATE_ROLE_ORDINAL) && listed_past(r, at - 1);
  return last ? used + 1 : 0;
}

/* "3Q", with the capital and one digit. Tokens. */
static size_t digit_first(const cck_date_reader *r, size_t at, cck_date_role role, int *out) {
  bool mark = cck_date_has(r, at + 1, role) && cck_date_capital(r, at + 1) && cck_date_glued(r, at + 1);
  return mark && cck_date_number(r, at, 1, out) && *out >= 1 ? 2 : 0;
}

/* "third quarter", "third-quarter", "fiscal third quarter", "Q3", "3Q". Tokens. */
static size_t quarter_words(const cck_date_reader *r, size_t at, int *out) {
  size_t fiscal = cck_date_has(r, at, CCK_DATE_ROLE_FISCAL);
  at += fiscal;
  if (!fiscal && cck_date_has(r, at, CCK_DATE_ROLE_Q) && cck_date_glued(r, at + 1) && cck_date_digits(r, at + 1, out))
    return *out >= 1 && *out <= 4 ? 2 : 0;
  size_t digit = digit_first(r, at, CCK_DATE_ROLE_Q, out);
  if (digit && *out <= 4)
    return fiscal + digit;
  size_t used = cck_date_ordinal(r, at, out);
  size_t listed = *out <= 4 ? quarter_listed(r, at, used) : 0;
  if (listed)
    return fiscal + listed;
  used += used && (cck_date_dash(r, at + used) || cck_date_has(r, at + used, CCK_DATE_ROLE_FISCAL));
  bool unit = cck_date_value(r, at + used, CCK_DATE_ROLE_UNIT) == CCK_DATE_QUARTER &&
              !cck_date_has(r, at + used, CCK_DATE_ROLE_PLURAL);
  return used && unit && *out <= 4 ? fiscal + used + 1 : 0;
}

/* "quarter ended Sept. 30": then it is that month's, whatever the company calls it. */
static int quarter_ended(const cck_date_reader *r, size_t at) {
  if (cck_date_value(r, at, CCK_DATE_ROLE_ENDING) >= 0)
    return 0;
  return cck_date_value(r, at + 1, CCK_DATE_ROLE_MONTH);
}

static void quarter_found(const cck_date_reader *r, int year, int quarter, cck_found *out) {
  int ended = quarter_ended(r, out->past);
  quarter = ended ? (ended + 2) / 3 : quarter;
  bool now = (cck_date_published_month(r) + 2) / 3 == quarter;
  if (!year && now)
    year = cck_date_published_year(r);
  if (!year)
    year = year_around(r, out->first, out->past, quarter * 3 - 1);
  out->precision = CCK_PRECISION_QUARTER;
  out->days = year ? cck_period_quarter(year, quarter) : CCK_NO_PERIOD;
  if (year > CCK_YEAR_MIN && ended) /* the three months up to that one */
    out->days = (cck_period){cck_add_months(cck_day_of(year, ended, 1), -2), cck_period_month(year, ended).max};
  out->quarter = year ? quarter : 0;
  out->year = year;
}

/* "the quarter", "the latest quarter", "the latest period": the one named last, else the last that is over. */
static bool quarter_told(const cck_date_reader *r, size_t at, cck_found *out) {
  bool latest = cck_date_has(r, at, CCK_DATE_ROLE_LATEST);
  bool unit = cck_date_value(r, at + 1, CCK_DATE_ROLE_UNIT) == CCK_DATE_QUARTER &&
              !cck_date_has(r, at + 1, CCK_DATE_ROLE_PLURAL);
  bool period = latest && cck_date_has(r, at + 1, CCK_DATE_ROLE_PERIOD);
  int year = r->context->last_quarter_year, quarter = r->context->last_quarter;
  int ended = unit ? quarter_ended(r, at + 2) : 0;
  if ((!unit && !period) || (!latest && !(cck_date_has(r, at, CCK_DATE_ROLE_THE) && (year || ended))))
    return false;
  cck_period over = cck_date_unit_around(r->context->published.min, CCK_DATE_QUARTER, -1);
  if (latest && over.min != CCK_NO_DAY) {
    year = cck_civil_of(over.min).year;
    quarter = (cck_civil_of(over.min).month + 2) / 3;
  }
  if (ended)
    year = 0; /* found from the month */
  else if (!year)
    return false;
  *out = cck_date_found(at, at + 2, CCK_NO_PERIOD, CCK_PRECISION_QUARTER, CCK_BASIS_RELATIVE);
  quarter_found(r, year, quarter, out);
  out->told = !latest;
  return true;
}

bool cck_date_form_quarter(const cck_date_reader *r, size_t at, cck_found *out) {
  int year = 0, quarter;
  cck_basis basis = CCK_BASIS_RELATIVE;
  if (quarter_told(r, at, out))
    return true;
  if (!cck_date_any(r, CCK_DATE_ROLE_UNIT) && !cck_date_any(r, CCK_DATE_ROLE_Q))
    return false;
  size_t lead = year_before(r, at, &year, &basis);
  size_t used = quarter_words(r, at + lead, &quarter);
  if (!used)
    return false;
  used += lead;
  if (!lead) {
    size_t last = listed_past(r, at + used); /* the year stands behind the last of a list */
    size_t behind = year_behind(r, last ? last : at + used, &year, &basis);
    year = behind ? year : 0;
    used += last ? 0 : behind;
  }
  *out = cck_date_found(at, at + used, CCK_NO_PERIOD, CCK_PRECISION_QUARTER, year ? basis : CCK_BASIS_RELATIVE);
  quarter_found(r, year, quarter, out);
  return true;
}

/* "first half", "second-half", "H1", "2H". Tokens. */
static size_t half_words(const cck_date_reader *r, size_t at, int *out) {
  size_t digit = digit_first(r, at, CCK_DATE_ROLE_H, out);
  if (digit)
    return digit;
  if (cck_date_has(r, at, CCK_DATE_ROLE_H) && cck_date_capital(r, at) && cck_date_glued(r, at + 1) &&
      cck_date_number(r, at + 1, 1, out) && *out >= 1)
    return 2;
  size_t used = cck_date_ordinal(r, at, out);
  used += used && cck_date_dash(r, at + used);
  return used && cck_date_has(r, at + used, CCK_DATE_ROLE_HALF) ? used + 1 : 0;
}

/* "the first half of 2004", "H1 2004", "second-half 2004", "2004's first half". Without a year it is a game's half. */
bool cck_date_form_half(const cck_date_reader *r, size_t at, cck_found *out) {
  int year = 0, half;
  cck_basis basis;
  if (!cck_date_any(r, CCK_DATE_ROLE_HALF) && !cck_date_any(r, CCK_DATE_ROLE_H))
    return false;
  size_t lead = year_before(r, at, &year, &basis);
  size_t used = half_words(r, at + lead, &half) + lead;
  if (used == lead || half > 2)
    return false;
  size_t behind = lead ? 0 : year_behind(r, at + used, &year, &basis);
  if (!lead && !behind)
    return false;
  cck_period days =
      cck_date_narrow(year ? cck_period_year(year) : CCK_NO_PERIOD, half == 1 ? CCK_DATE_EARLY : CCK_DATE_LATE);
  *out = cck_date_found(at, at + used + behind, days, CCK_PRECISION_QUARTER, basis);
  return true;
}

cck_period cck_date_season(int year, int season) {
  cck_period first = cck_period_month(year, season * 3);
  cck_day last = cck_add_months(first.min, 3) - 1;
  return (cck_period){first.min, last};
}

int cck_date_season_year(const cck_date_reader *r, int season, cck_date_view view) {
  cck_day now = r->context->published.min;
  int year = cck_date_published_year(r);
  if (!year)
    return 0;
  for (int y = year - 1; y <= year; y++)
    if (y >= CCK_YEAR_MIN && y < CCK_YEAR_MAX && cck_period_overlaps(cck_date_season(y, season), cck_period_day(now)))
      return y;
  int middle = season * 3 % 12 + 1;
  return cck_date_month_year(r, middle, view) - (season == 4);
}

/* A season by itself: "the summer", but not "the fall of the city" or "the spring in his step". */
static bool season_alone(const cck_date_reader *r, size_t at, size_t past) {
  bool introduced =
      at > 0 && (cck_date_has(r, at - 1, CCK_DATE_ROLE_THE) || cck_date_has(r, at - 1, CCK_DATE_ROLE_PART));
  bool prepared = at > 1 && cck_date_has(r, at - 2, CCK_DATE_ROLE_INTRODUCES);
  bool compound = cck_date_dash(r, past) && cck_date_glued(r, past) && cck_date_glued(r, past + 1);
  bool noun =
      compound || (past < r->count && r->tokens[past].kind == CCK_TOKEN_WORD &&
                   !cck_date_has(r, past, CCK_DATE_ROLE_AND) && !cck_date_has(r, past, CCK_DATE_ROLE_INTRODUCES));
  bool weak = cck_date_has(r, at, CCK_DATE_ROLE_WEAK);
  return introduced && prepared && !noun && !(weak && cck_date_has(r, past, CCK_DATE_ROLE_OF));
}

/* "prices fall this year": a verb, unless something says otherwise. */
static bool may_be_season(const cck_date_reader *r, size_t at) {
  if (!cck_date_has(r, at, CCK_DATE_ROLE_WEAK) || at == 0 || cck_date_capital(r, at) ||
      cck_date_has(r, at + 1, CCK_DATE_ROLE_OF))
    return true;
  return cck_date_has(r, at - 1, CCK_DATE_ROLE_INTRODUCES) || cck_date_has(r, at - 1, CCK_DATE_ROLE_THE) ||
         cck_date_has(r, at - 1, CCK_DATE_ROLE_PART) || cck_date_has(r, at - 1, CCK_DATE_ROLE_SHIFT);
}

/* "-05" behind "the winter of 2004". Tokens. */
static size_t next_year_behind(const cck_date_reader *r, size_t at, int year) {
  int next;
  bool dash = (cck_date_dash(r, at) || cck_date_sign(r, at, "/")) && cck_date_glued(r, at) && cck_date_glued(r, at + 1);
  bool two = dash && cck_date_number(r, at + 1, 2, &next) && next == (year + 1) % 100;
  return two || (dash && cck_date_number(r, at + 1, 4, &next) && next == year + 1) ? 2 : 0;
}

/* "summer 2014", "fall of 2005", "summer/fall 2014", "the winter of 2004-05", "the summer" */
bool cck_date_form_season(const cck_date_reader *r, size_t at, cck_found *out) {
  int first = cck_date_value(r, at, CCK_DATE_ROLE_SEASON), last = first, year = 0;
  cck_basis basis = CCK_BASIS_RELATIVE;
  if (!first || !may_be_season(r, at))
    return false;
  size_t used = 1;
  bool pair = cck_date_sign(r, at + 1, "/") || cck_date_dash(r, at + 1);
  if (pair && cck_date_value(r, at + 2, CCK_DATE_ROLE_SEASON) > first) {
    last = cck_date_value(r, at + 2, CCK_DATE_ROLE_SEASON);
    used = 3;
  }
  size_t behind = year_behind(r, at + used, &year, &basis);
  if (!behind && !season_alone(r, at, at + used))
    return false;
  if (!behind)
    year = cck_date_season_year(r, first, cck_date_looks(r, at, at + used));
  used += behind;
  used += behind && first == 4 ? next_year_behind(r, at + used, year) : 0;
  *out = cck_date_found(at, at + used, CCK_NO_PERIOD, CCK_PRECISION_SEASON, behind ? basis : CCK_BASIS_RELATIVE);
  if (year)
    out->days = (cck_period){cck_date_season(year, first).min, cck_date_season(year, last).max};
  return true;
}

static bool is_loose(const cck_holiday *holiday) { return holiday->rule >= CCK_HOLIDAY_LOOSE_FIXED; }

/* "Christmas" in "by Christmas", not in "the Christmas tree". */
static bool holiday_stands(const cck_date_reader *r, size_t at, size_t past) {
  cck_date_unit unit = (cck_date_unit)cck_date_value(r, past, CCK_DATE_ROLE_UNIT);
  if (unit == CCK_DATE_WEEK || unit == CCK_DATE_WEEKEND || (at > 0 && cck_date_has(r, at - 1, CCK_DATE_ROLE_SHIFT)))
    return true;
  bool introduced =
      at > 0 && cck_date_has(r, at - 1, CCK_DATE_ROLE_INTRODUCES) && !cck_date_has(r, at - 1, CCK_DATE_ROLE_THE);
  bool ends = past >= r->count || r->tokens[past].kind != CCK_TOKEN_WORD || cck_date_capital(r, past) ||
              cck_date_has(r, past, CCK_DATE_ROLE_INTRODUCES) || cck_date_has(r, past, CCK_DATE_ROLE_AHEAD) ||
              cck_date_has(r, past, CCK_DATE_ROLE_REPORTED) || cck_date_has(r, past, CCK_DATE_ROLE_THE);
  return introduced && ends;
}

static cck_day holiday_near(const cck_date_reader *r, const cck_holiday *holiday, const cck_found *at) {
  int year = cck_date_published_year(r);
  if (!year || year <= CCK_YEAR_MIN || year >= CCK_YEAR_MAX)
    return CCK_NO_DAY;
  cck_civil near = cck_civil_of(cck_holiday_day(holiday, year));
  cck_day day = cck_date_nearest(r, near.month, near.day, at); /* a movable day is near enough in the next year */
  return day == CCK_NO_DAY ? day : cck_holiday_day(holiday, cck_civil_of(day).year);
}

size_t cck_date_holiday_at(const cck_date_reader *r, size_t at, const cck_holiday **out) {
  const cck_trie_entry *entry;
  if (!cck_date_has(r, at, CCK_DATE_ROLE_HOLIDAY))
    return 0;
  const struct cck_date_words *words = r->context->vocabulary->dates;
  size_t used = cck_trie_longest(&words->holidays, r->tokens + at, r->count - at, &entry);
  bool shifted = at > 0 && cck_date_has(r, at - 1, CCK_DATE_ROLE_SHIFT); /* "last christmas" */
  if (!used || (used == 1 && !cck_date_capital(r, at) && !shifted))      /* "christmas eve" too */
    return 0;
  *out = cck_date_holiday(entry->payload);
  return used;
}

/* "Easter week", "Memorial Day weekend [2004]": the one that the day lies in, or the weekend next to it. */
static void take_week(const cck_date_reader *r, const cck_holiday *holiday, cck_found *out) {
  cck_date_unit unit = (cck_date_unit)cck_date_value(r, out->past, CCK_DATE_ROLE_UNIT);
  if ((unit != CCK_DATE_WEEK && unit != CCK_DATE_WEEKEND) || cck_date_has(r, out->past, CCK_DATE_ROLE_PLURAL))
    return;
  int year;
  cck_basis basis;
  size_t behind = year_behind(r, out->past + 1, &year, &basis);
  cck_day day = behind ? (year ? cck_holiday_day(holiday, year) : CCK_NO_DAY) : out->days.min;
  bool before = unit == CCK_DATE_WEEKEND && day != CCK_NO_DAY && cck_weekday(day) < 3; /* a Monday or Tuesday */
  out->days = cck_date_unit_around(day, unit, before ? -1 : 0);
  out->precision = cck_date_unit_precision(unit);
  out->basis = behind ? basis : CCK_BASIS_RELATIVE;
  out->holiday = NULL;
  out->past += 1 + behind;
}

bool cck_date_form_holiday(const cck_date_reader *r, size_t at, cck_found *out) {
  const cck_holiday *holiday;
  int year;
  cck_basis basis;
  size_t used = cck_date_holiday_at(r, at, &holiday);
  if (!used)
    return false;
  size_t behind = year_behind(r, at + used, &year, &basis);
  if (!behind && is_loose(holiday) && !holiday_stands(r, at, at + used))
    return false;
  *out = cck_date_found(at, at + used + behind, CCK_NO_PERIOD, CCK_PRECISION_DAY, behind ? basis : CCK_BASIS_RELATIVE);
  cck_day day = CCK_NO_DAY;
  out->holiday = behind ? NULL : holiday;
  if (!behind)
    day = holiday_near(r, holiday, out);
  else if (year)
    day = cck_holiday_day(holiday, year);
  out->days = day == CCK_NO_DAY ? CCK_NO_PERIOD : cck_period_day(day);
  if (!behind)
    take_week(r, holiday, out);
  return true;
}

bool cck_date_form_event(const cck_date_reader *r, size_t at, cck_found *out) {
  const cck_trie_entry *entry;
  if (!cck_date_has(r, at, CCK_DATE_ROLE_EVENT) || (at > 0 && cck_date_glued(r, at) && cck_date_sign(r, at - 1, "/")))
    return false;
  const struct cck_date_words *words = r->context->vocabulary->dates;
  size_t used = cck_trie_longest(&words->events, r->tokens + at, r->count - at, &entry);
  if (!used || (cck_date_glued(r, at + used) && cck_date_sign(r, at + used, "/")))
    return false;
  const cck_date_event *event = cck_date_event_at(entry->payload);
  size_t past = at + used;
  while (past > at + 1 && r->tokens[past - 1].kind != CCK_TOKEN_NUMBER &&
         !cck_date_has(r, past - 1, CCK_DATE_ROLE_MONTH) && !cck_date_has(r, past - 1, CCK_DATE_ROLE_SUFFIX))
    past--;
  cck_day day = cck_day_of(event->year, event->month, event->day);
  *out = cck_date_found(at, past, cck_period_day(day), CCK_PRECISION_DAY, CCK_BASIS_TEXT);
  return true;
}
