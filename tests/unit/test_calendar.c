/* Days and periods, against a walk day by day and Zeller's congruence, which share no formula with them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "model/calendar.h"
#include "unit/fixture.h"

/* Julius Christian Johannes Zeller, 1882: 1 Monday .. 7 Sunday. */
static int zeller(int year, int month, int day) {
  int m = month < 3 ? month + 12 : month;
  int y = month < 3 ? year - 1 : year;
  int h = (day + 13 * (m + 1) / 5 + y % 100 + y % 100 / 4 + y / 100 / 4 + 5 * (y / 100)) % 7; /* 0 is Saturday */
  return (h + 5) % 7 + 1;
}

static void test_every_day(void **state) {
  (void)state;
  static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  cck_day expected = cck_day_of(1600, 1, 1);
  assert_true(expected == -135140); /* days from 1600-01-01 to 1970-01-01 */
  for (int year = 1600; year <= 2400; year++) {
    for (int month = 1; month <= 12; month++) {
      bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
      int length = lengths[month - 1] + (month == 2 && leap);
      if (cck_month_days(year, month) != length)
        fail_msg("%04d-%02d has %d days", year, month, cck_month_days(year, month));
      for (int day = 1; day <= length; day++, expected++) {
        cck_day got = cck_day_of(year, month, day);
        cck_civil back = cck_civil_of(got);
        if (got != expected || back.year != year || back.month != month || back.day != day ||
            cck_weekday(got) != zeller(year, month, day))
          fail_msg("%04d-%02d-%02d", year, month, day);
      }
    }
  }
}

static void test_far_ends(void **state) {
  (void)state;
  static const int years[] = {1, 4, 100, 400, 9999};
  for (size_t i = 0; i < COUNT(years); i++) {
    cck_civil back = cck_civil_of(cck_day_of(years[i], 12, 31));
    assert_int_equal(back.year, years[i]);
    assert_int_equal(back.month, 12);
    assert_int_equal(back.day, 31);
    assert_true(cck_day_of(years[i] + 1, 1, 1) == cck_day_of(years[i], 12, 31) + 1);
  }
}

static void test_exists(void **state) {
  (void)state;
  static const struct {
    cck_civil civil;
    bool exists;
  } rows[] = {{{2004, 2, 29}, true},  {{2003, 2, 29}, false}, {{1900, 2, 29}, false}, {{2000, 2, 29}, true},
              {{2014, 6, 30}, true},  {{2014, 6, 31}, false}, {{2014, 0, 1}, false},  {{2014, 13, 1}, false},
              {{2014, 1, 0}, false},  {{0, 1, 1}, false},     {{1, 1, 1}, true},      {{9999, 12, 31}, true},
              {{10000, 1, 1}, false}, {{-5, 1, 1}, false}};
  for (size_t i = 0; i < COUNT(rows); i++)
    if (cck_civil_exists(rows[i].civil) != rows[i].exists)
      fail_msg("%d-%d-%d", rows[i].civil.year, rows[i].civil.month, rows[i].civil.day);
}

static cck_period period(const char *from, const char *to) {
  cck_period a = CCK_NO_PERIOD;
  cck_period b = CCK_NO_PERIOD;
  if (*from)
    assert_true(cck_period_parse(cck_slice_of(from), &a));
  if (*to)
    assert_true(cck_period_parse(cck_slice_of(to), &b));
  return (cck_period){a.min, b.max};
}

static void assert_period(cck_period got, const char *from, const char *to) {
  assert_string_equal(cck_day_text(&arena, got.min).ptr, from);
  assert_string_equal(cck_day_text(&arena, got.max).ptr, to);
}

static void test_units(void **state) {
  (void)state;
  assert_period(cck_period_week(cck_day_of(2004, 10, 20)), "2004-10-18", "2004-10-24"); /* a Wednesday */
  assert_period(cck_period_week(cck_day_of(2004, 10, 18)), "2004-10-18", "2004-10-24");
  assert_period(cck_period_week(cck_day_of(2004, 10, 24)), "2004-10-18", "2004-10-24");
  assert_period(cck_period_month(2004, 2), "2004-02-01", "2004-02-29");
  assert_period(cck_period_quarter(2005, 1), "2005-01-01", "2005-03-31");
  assert_period(cck_period_quarter(2005, 4), "2005-10-01", "2005-12-31");
  assert_period(cck_period_year(2012), "2012-01-01", "2012-12-31");
  assert_period(cck_period_years(1990, 1999), "1990-01-01", "1999-12-31");
}

/* ISO weeks by walking: a year's weeks are numbered by its Thursdays. */
static void test_weeks(void **state) {
  (void)state;
  cck_day day = cck_day_of(1970, 1, 1); /* a Thursday */
  for (int year = 1970; year <= 2100; year++) {
    int week = 0;
    cck_period whole = cck_period_year(year);
    for (; day <= whole.max; day += 7) {
      week++;
      cck_period got = cck_period_nth_week(whole, week);
      if (got.min != day - 3 || got.max != day + 3 || cck_iso_week(got.min) != week || cck_iso_week(got.max) != week)
        fail_msg("week %d of %d", week, year);
    }
    assert_int_equal(cck_period_nth_week(whole, -1).min, day - 7 - 3);
    assert_int_equal(cck_period_nth_week(whole, -week).min, cck_period_nth_week(whole, 1).min);
    assert_true(cck_period_is_none(cck_period_nth_week(whole, week + 1)));
    assert_true(cck_period_is_none(cck_period_nth_week(whole, -week - 1)));
  }
  assert_true(cck_period_is_none(cck_period_nth_week(cck_period_year(2004), 0)));
  assert_true(cck_period_is_none(cck_period_nth_week(CCK_NO_PERIOD, 1)));
  assert_int_equal(cck_iso_week(cck_day_of(2005, 1, 2)), 53);
  assert_int_equal(cck_iso_week(cck_day_of(2008, 12, 29)), 1);
  assert_period(cck_period_nth_week(cck_period_month(2004, 2), 1), "2004-02-02", "2004-02-08");
}

static void test_add_months(void **state) {
  (void)state;
  static const struct {
    cck_civil from;
    int months;
    const char *to;
  } rows[] = {{{2004, 1, 31}, 1, "2004-02-29"},        {{2003, 1, 31}, 1, "2003-02-28"},
              {{2004, 10, 20}, 12, "2005-10-20"},      {{2004, 3, 31}, -1, "2004-02-29"},
              {{2004, 1, 15}, -1, "2003-12-15"},       {{2004, 12, 15}, 1, "2005-01-15"},
              {{2004, 10, 20}, 0, "2004-10-20"},       {{9999, 12, 1}, 5, "9999-12-31"},
              {{1, 1, 5}, -3, "0001-01-01"},           {{2004, 2, 29}, 48, "2008-02-29"},
              {{2004, 5, 5}, INT32_MAX, "9999-12-31"}, {{2004, 5, 5}, INT32_MIN, "0001-01-01"}};
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_day from = cck_day_of(rows[i].from.year, rows[i].from.month, rows[i].from.day);
    assert_string_equal(cck_day_text(&arena, cck_add_months(from, rows[i].months)).ptr, rows[i].to);
  }
  assert_true(cck_add_months(CCK_NO_DAY, 1) == CCK_NO_DAY);
}

static void test_gaps(void **state) {
  (void)state;
  static const struct {
    const char *a_from, *a_to, *b_from, *b_to;
    int gap;
  } rows[] = {{"2004-10-16", "2004-10-16", "2004-10-16", "2004-10-16", 0},
              {"2004-10-16", "2004-10-16", "2004-10-20", "2004-10-20", 4},
              {"2004-10", "2004-10", "2004-12", "2004-12", 31},
              {"2004", "2004", "2004-06-01", "2004-06-01", 0},
              {"2004-01-01", "", "2014-01-01", "2014-01-01", 0}, /* since 2004 */
              {"2015-01-01", "", "2014-12-30", "2014-12-30", 2},
              {"", "2003-12-31", "2004-01-02", "", 2},
              {"", "", "2004", "2004", 0},
              {"", "", "", "", 0}};
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_period a = period(rows[i].a_from, rows[i].a_to);
    cck_period b = period(rows[i].b_from, rows[i].b_to);
    if (cck_period_gap(a, b) != rows[i].gap || cck_period_gap(b, a) != rows[i].gap ||
        cck_period_overlaps(a, b) != (rows[i].gap == 0))
      fail_msg("row %zu", i);
  }
}

static void test_text(void **state) {
  (void)state;
  static const struct {
    const char *from, *to, *want;
  } rows[] = {{"2004-10-20", "2004-10-20", "20 October 2004"},
              {"2004-10", "2004-10", "October 2004"},
              {"2004-02", "2004-02", "February 2004"},
              {"2004", "2004", "2004"},
              {"2004-10-20", "2004-11-02", "2004-10-20 to 2004-11-02"},
              {"2004-10-01", "2004-10-30", "2004-10-01 to 2004-10-30"},
              {"2004-10", "2004-11", "2004-10-01 to 2004-11-30"},
              {"2004", "2005", "2004-01-01 to 2005-12-31"},
              {"2004", "", "from 2004-01-01"},
              {"", "2004", "until 2004-12-31"},
              {"", "", ""}};
  for (size_t i = 0; i < COUNT(rows); i++)
    assert_string_equal(cck_period_text(&arena, period(rows[i].from, rows[i].to)).ptr, rows[i].want);
}

static void test_parse(void **state) {
  (void)state;
  static const char *const bad[] = {"",           "200",        "20041",      "2004-",           "2004-1",
                                    "2004-13",    "2004-00",    "2004-02-30", "2003-02-29",      "2004-2-3",
                                    "2004/10/20", "2004-10/20", "2004x10-20", "2004-10-20 ",     " 2004",
                                    "2004-10-2x", "0000",       "+004",       "2004-10-20T00:00"};
  cck_period p;
  for (size_t i = 0; i < COUNT(bad); i++)
    if (cck_period_parse(cck_slice_of(bad[i]), &p))
      fail_msg("should not parse: '%s'", bad[i]);
  assert_period(period("2004", "2004"), "2004-01-01", "2004-12-31");
  assert_period(period("2004-02", "2004-02"), "2004-02-01", "2004-02-29");
  assert_period(period("0001-01-01", "9999-12-31"), "0001-01-01", "9999-12-31");
}

static void test_known(void **state) {
  (void)state;
  assert_true(cck_period_is_known(period("2004", "2004")));
  assert_false(cck_period_is_known(period("2004", "")));
  assert_false(cck_period_is_none(period("2004", "")));
  assert_true(cck_period_is_none(CCK_NO_PERIOD));
  assert_string_equal(cck_day_text(&arena, CCK_NO_DAY).ptr, "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_day), cmocka_unit_test(test_far_ends), cmocka_unit_test(test_exists),
      cmocka_unit_test(test_units),     cmocka_unit_test(test_weeks),    cmocka_unit_test(test_add_months),
      cmocka_unit_test(test_gaps),      cmocka_unit_test(test_text),     cmocka_unit_test(test_parse),
      cmocka_unit_test(test_known),
  };
  return cmocka_run_group_tests_name("calendar", tests, set_up_arena, tear_down_arena);
}
