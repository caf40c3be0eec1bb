#include "model/calendar.h"

#include <stdio.h>
#include <string.h>

static const char *const month_names[] = {"January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December"};

bool cck_is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int cck_month_days(int year, int month) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12)
    return 0;
  return month == 2 && cck_is_leap(year) ? 29 : days[month - 1];
}

bool cck_civil_exists(cck_civil c) {
  return c.year >= CCK_YEAR_MIN && c.year <= CCK_YEAR_MAX && c.month >= 1 && c.month <= 12 && c.day >= 1 &&
         c.day <= cck_month_days(c.year, c.month);
}

/* Both count from 1 March of year 0, so that the leap day is the last of its year, in eras of 400 years. */
enum { ERA_DAYS = 146097, EPOCH_SHIFT = 719468 };

cck_day cck_day_of(int year, int month, int day) {
  int64_t y = (int64_t)year - (month <= 2);
  int64_t era = (y >= 0 ? y : y - 399) / 400;
  int64_t year_of_era = y - era * 400;
  int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * ERA_DAYS + day_of_era - EPOCH_SHIFT;
}

cck_civil cck_civil_of(cck_day day) {
  int64_t z = day + EPOCH_SHIFT;
  int64_t era = (z >= 0 ? z : z - (ERA_DAYS - 1)) / ERA_DAYS;
  int64_t day_of_era = z - era * ERA_DAYS;
  int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int64_t shifted_month = (5 * day_of_year + 2) / 153;
  int month = (int)(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  return (cck_civil){(int)(year_of_era + era * 400 + (month <= 2)), month,
                     (int)(day_of_year - (153 * shifted_month + 2) / 5 + 1)};
}

int cck_weekday(cck_day day) {
  int64_t since_monday = (day % 7 + 7 + 3) % 7; /* 1970-01-01 was a Thursday */
  return (int)since_monday + 1;
}

cck_period cck_period_day(cck_day day) { return (cck_period){day, day}; }

cck_period cck_period_week(cck_day day) {
  cck_day monday = day - (cck_weekday(day) - 1);
  return (cck_period){monday, monday + 6};
}

enum { THURSDAY = 4 };

cck_period cck_period_nth_week(cck_period of, int nth) {
  if (!cck_period_is_known(of) || nth == 0)
    return CCK_NO_PERIOD;
  cck_day first = of.min + (THURSDAY - cck_weekday(of.min) + 7) % 7;
  cck_day last = of.max - (cck_weekday(of.max) - THURSDAY + 7) % 7;
  cck_day thursday = nth > 0 ? first + 7 * ((cck_day)nth - 1) : last + 7 * ((cck_day)nth + 1);
  return thursday < of.min || thursday > of.max ? CCK_NO_PERIOD : cck_period_week(thursday);
}

int cck_iso_week(cck_day day) {
  cck_day thursday = cck_period_week(day).min + 3;
  return (int)((thursday - cck_day_of(cck_civil_of(thursday).year, 1, 1)) / 7) + 1;
}

cck_period cck_period_month(int year, int month) {
  return (cck_period){cck_day_of(year, month, 1), cck_day_of(year, month, cck_month_days(year, month))};
}

cck_period cck_period_quarter(int year, int quarter) {
  int last = quarter * 3;
  return (cck_period){cck_day_of(year, last - 2, 1), cck_day_of(year, last, cck_month_days(year, last))};
}

cck_period cck_period_year(int year) { return cck_period_years(year, year); }

cck_period cck_period_years(int first, int last) {
  return (cck_period){cck_day_of(first, 1, 1), cck_day_of(last, 12, 31)};
}

cck_day cck_add_months(cck_day day, int months) {
  if (day == CCK_NO_DAY)
    return CCK_NO_DAY;
  cck_civil c = cck_civil_of(day);
  int64_t month = (int64_t)c.year * 12 + (c.month - 1) + months;
  if (month < (int64_t)CCK_YEAR_MIN * 12)
    return cck_day_of(CCK_YEAR_MIN, 1, 1);
  if (month >= ((int64_t)CCK_YEAR_MAX + 1) * 12)
    return cck_day_of(CCK_YEAR_MAX, 12, 31);
  c.year = (int)(month / 12);
  c.month = (int)(month % 12) + 1;
  int last = cck_month_days(c.year, c.month);
  return cck_day_of(c.year, c.month, c.day < last ? c.day : last);
}

int cck_full_years(cck_day from, cck_day to) {
  cck_civil a = cck_civil_of(from);
  cck_civil b = cck_civil_of(to);
  bool before = b.month < a.month || (b.month == a.month && b.day < a.day);
  return b.year - a.year - before;
}

bool cck_period_is_known(cck_period p) { return p.min != CCK_NO_DAY && p.max != CCK_NO_DAY; }

bool cck_period_is_none(cck_period p) { return p.min == CCK_NO_DAY && p.max == CCK_NO_DAY; }

/* a ends before b begins; an open end never does. */
static bool is_before(cck_period a, cck_period b) {
  return a.max != CCK_NO_DAY && b.min != CCK_NO_DAY && a.max < b.min;
}

bool cck_period_overlaps(cck_period a, cck_period b) { return !is_before(a, b) && !is_before(b, a); }

int64_t cck_period_gap(cck_period a, cck_period b) {
  if (is_before(a, b))
    return b.min - a.max;
  if (is_before(b, a))
    return a.min - b.max;
  return 0;
}

/* So many digits of the number, leading zeros with them. */
static void put_digits(char *out, int number, size_t digits) {
  for (; digits > 0; number /= 10)
    out[--digits] = (char)('0' + number % 10);
}

size_t cck_day_print(cck_day day, char out[CCK_DAY_TEXT]) {
  cck_civil c = cck_civil_of(day);
  if (c.year < 0 || c.year > CCK_YEAR_MAX) /* off the calendar: no date of a text, whatever was added to it */
    return (size_t)snprintf(out, CCK_DAY_TEXT, "%04d-%02d-%02d", c.year, c.month, c.day);
  memcpy(out, "0000-00-00", sizeof "0000-00-00");
  put_digits(out, c.year, 4);
  put_digits(out + 5, c.month, 2);
  put_digits(out + 8, c.day, 2);
  return 10;
}

cck_slice cck_day_text(cck_arena *arena, cck_day day) {
  char text[CCK_DAY_TEXT];
  if (day == CCK_NO_DAY)
    return (cck_slice){"", 0};
  return cck_arena_copy(arena, (cck_slice){text, cck_day_print(day, text)});
}

static cck_slice open_period_text(cck_arena *arena, cck_period p) {
  if (cck_period_is_none(p))
    return (cck_slice){"", 0};
  bool begins = p.min != CCK_NO_DAY;
  cck_slice day = cck_day_text(arena, begins ? p.min : p.max);
  return cck_arena_printf(arena, "%s %s", begins ? "from" : "until", day.ptr);
}

cck_slice cck_period_text(cck_arena *arena, cck_period p) {
  if (!cck_period_is_known(p))
    return open_period_text(arena, p);
  cck_civil a = cck_civil_of(p.min);
  cck_civil b = cck_civil_of(p.max);
  if (p.min == p.max)
    return cck_arena_printf(arena, "%d %s %d", a.day, month_names[a.month - 1], a.year);
  bool whole_months = a.day == 1 && b.day == cck_month_days(b.year, b.month);
  if (whole_months && a.year == b.year && a.month == b.month)
    return cck_arena_printf(arena, "%s %d", month_names[a.month - 1], a.year);
  if (whole_months && a.year == b.year && a.month == 1 && b.month == 12)
    return cck_arena_printf(arena, "%d", a.year);
  return cck_arena_printf(arena, "%s to %s", cck_day_text(arena, p.min).ptr, cck_day_text(arena, p.max).ptr);
}

/* Exactly `digits` digits from `at` on. */
static bool read_digits(cck_slice text, size_t at, size_t digits, int *out) {
  *out = 0;
  if (text.len < at + digits)
    return false;
  for (size_t i = at; i < at + digits; i++) {
    if (!cck_is_digit(text.ptr[i]))
      return false;
    *out = *out * 10 + (text.ptr[i] - '0');
  }
  return true;
}

bool cck_period_parse(cck_slice text, cck_period *out) {
  cck_civil c = {0, 1, 1};
  bool has_month = text.len >= 7 && text.ptr[4] == '-';
  bool has_day = has_month && text.len == 10 && text.ptr[7] == '-';
  if (text.len != (has_day     ? 10u
                   : has_month ? 7u
                               : 4u) ||
      !read_digits(text, 0, 4, &c.year) || (has_month && !read_digits(text, 5, 2, &c.month)) ||
      (has_day && !read_digits(text, 8, 2, &c.day)) || !cck_civil_exists(c))
    return false;
  if (has_day)
    *out = cck_period_day(cck_day_of(c.year, c.month, c.day));
  else
    *out = has_month ? cck_period_month(c.year, c.month) : cck_period_year(c.year);
  return true;
}
