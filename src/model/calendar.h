/*
 * Days of the proleptic Gregorian calendar, in 64 bits, and periods of days.
 */
#ifndef CCK_MODEL_CALENDAR_H
#define CCK_MODEL_CALENDAR_H

#include "base/arena.h"
#include "base/slice.h"

/* Days since 1970-01-01. */
typedef int64_t cck_day;

#define CCK_NO_DAY INT64_MIN /* an end that is open or unknown */

/* Days min..max, both inclusive; an end may be CCK_NO_DAY. */
typedef struct cck_period {
  cck_day min, max;
} cck_period;

#define CCK_NO_PERIOD ((cck_period){CCK_NO_DAY, CCK_NO_DAY})

typedef enum cck_precision {
  CCK_PRECISION_TIME,
  CCK_PRECISION_DAY,
  CCK_PRECISION_WEEK,
  CCK_PRECISION_MONTH,
  CCK_PRECISION_QUARTER,
  CCK_PRECISION_SEASON,
  CCK_PRECISION_YEAR,
  CCK_PRECISION_DECADE,
  CCK_PRECISION_CENTURY
} cck_precision;

typedef struct cck_civil {
  int year;  /* 1 to 9999 */
  int month; /* 1 to 12 */
  int day;   /* 1 to 31 */
} cck_civil;

enum { CCK_YEAR_MIN = 1, CCK_YEAR_MAX = 9999 };

bool cck_is_leap(int year);
int cck_month_days(int year, int month);

/* Does the day exist (years 1 to 9999)? */
bool cck_civil_exists(cck_civil c);

/* Howard Hinnant's days_from_civil and its inverse ("chrono-Compatible Low-Level Date Algorithms", 2013). */
cck_day cck_day_of(int year, int month, int day);
cck_civil cck_civil_of(cck_day day);

/* 1 is Monday, 7 is Sunday (ISO 8601). */
int cck_weekday(cck_day day);

/* Calendar units as periods. */
cck_period cck_period_day(cck_day day);
cck_period cck_period_week(cck_day day); /* Monday to Sunday around it */

/*
 * The weeks of a period after ISO 8601: a week belongs to the year, the month or whatever else that holds its Thursday.
 * The n-th of them, from 1, or from the last one with -1, -2 ...; CCK_NO_PERIOD where the period has not so many.
 */
cck_period cck_period_nth_week(cck_period of, int nth);
int cck_iso_week(cck_day day); /* its week's number in the year that has the week, 1 to 53 */
cck_period cck_period_month(int year, int month);
cck_period cck_period_quarter(int year, int quarter);
cck_period cck_period_year(int year);
cck_period cck_period_years(int first, int last);

/* The day moved by months, cut to the month's last day. */
cck_day cck_add_months(cck_day day, int months);

/* Birthdays that have come from one day to another; less than 0 when the second lies before the first. */
int cck_full_years(cck_day from, cck_day to);

bool cck_period_is_known(cck_period p);               /* both ends */
bool cck_period_is_none(cck_period p);                /* neither end */
bool cck_period_overlaps(cck_period a, cck_period b); /* an open end reaches everywhere */

/* Days between the nearest ends; 0 when they overlap. */
int64_t cck_period_gap(cck_period a, cck_period b);

enum { CCK_DAY_TEXT = 40 }; /* room for a printed day and its NUL */

/* "2004-10-20" and a NUL; returns the length. Not for CCK_NO_DAY. */
size_t cck_day_print(cck_day day, char out[CCK_DAY_TEXT]);

/* "2004-10-20"; the empty slice for CCK_NO_DAY. */
cck_slice cck_day_text(cck_arena *arena, cck_day day);

/* For people: "20 October 2004", "October 2004", "2004", "2004-10-20 to 2004-11-02". */
cck_slice cck_period_text(cck_arena *arena, cck_period p);

/* YYYY, YYYY-MM or YYYY-MM-DD to the period that it names. False when malformed or not a day that exists. */
bool cck_period_parse(cck_slice text, cck_period *out);

#endif
