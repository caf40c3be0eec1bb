/* Literals of rules files and tables: numbers, scales, amounts, percents. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "model/literal.h"
#include "unit/fixture.h"

static void test_number(void **state) {
  (void)state;
  static const struct {
    const char *text, *want; /* want NULL: not well formed */
  } rows[] = {
      {"5", "5"},
      {"5,000", "5000"},
      {"1,234,567.8", "1234567.8"},
      {"2.3", "2.3"},
      {"0.25", "0.25"},
      {"12,345", "12345"},
      {"2,45,000", "245000"},
      {"10,00,000", "1000000"},
      {"1,00,00,000", "10000000"},
      {"2,452,3000", NULL},
      {"5,00", NULL},
      {"1,2", NULL},
      {"0,500", NULL},
      {"1234,567", NULL},
      {"5,", NULL},
      {",5", NULL},
      {"1.2.3", NULL},
      {"1.000,5", NULL},
      {"", NULL},
      {"12a", NULL},
      {"1,23,456.75", "123456.75"},
      {"12,34,56", NULL},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_decimal out;
    char text[CCK_DECIMAL_TEXT] = "none";
    if (cck_literal_number(cck_slice_of(rows[i].text), &out))
      cck_decimal_print(out, text);
    if (!cck_slice_is(cck_slice_of(text), rows[i].want ? rows[i].want : "none"))
      fail_msg("'%s' is %s", rows[i].text, text);
  }
}

static void test_scale(void **state) {
  (void)state;
  assert_int_equal(cck_literal_scale(CCK_S("hundred")), 2);
  assert_int_equal(cck_literal_scale(CCK_S("million")), 6);
  assert_int_equal(cck_literal_scale(CCK_S("bn")), 9);
  assert_int_equal(cck_literal_scale(CCK_S("crore")), 7);
  assert_int_equal(cck_literal_scale(CCK_S("m")), 6);
  assert_int_equal(cck_literal_scale(CCK_S("soldier")), 0);
  assert_int_equal(cck_literal_scale(CCK_S("")), 0);
}

static void test_amount(void **state) {
  (void)state;
  static const struct {
    const char *text, *value, *unit; /* value NULL: no amount */
  } rows[] = {
      {"$5 million", "5000000", "USD"},
      {"$5m", "5000000", "USD"},
      {"330 million USD", "330000000", "USD"},
      {"50,000", "50000", ""},
      {"15 km", "15", "kilometre"},
      {"5 m", "5", "metre"},
      {"2.5 billion", "2500000000", ""},
      {"-5", "-5", ""},
      {"EUR 50m", "50000000", "EUR"},
      {"20%", "20", "percent"},
      {"10 years", "10", "year"},
      {"5,000 soldiers", "5000", "soldiers"},
      {"58.24 USD/barrel", "58.24", "USD/barrel"},
      {"800,000 barrels a day", "800000", "barrel/day"},
      {"soldiers", NULL, ""},
      {"5,00", NULL, ""},
      {"", NULL, ""},
      {"$", NULL, ""},
      {"$5 km", NULL, ""},
      {"5 km soldiers", NULL, ""},
  };
  cck_unit_table *units = cck_unit_table_new();
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_decimal value;
    cck_slice unit = {NULL, 0};
    char text[CCK_DECIMAL_TEXT] = "none";
    if (cck_literal_amount(units, cck_slice_of(rows[i].text), &value, &unit))
      cck_decimal_print(value, text);
    if (!cck_slice_is(cck_slice_of(text), rows[i].value ? rows[i].value : "none") || !cck_slice_is(unit, rows[i].unit))
      fail_msg("'%s' is %s %.*s", rows[i].text, text, (int)unit.len, unit.ptr);
  }
  cck_unit_table_free(units);
}

static void test_percent(void **state) {
  (void)state;
  cck_decimal out;
  assert_true(cck_literal_percent(CCK_S("15%"), &out));
  assert_int_equal(cck_decimal_cmp(out, cck_decimal_of(15)), 0);
  assert_true(cck_literal_percent(CCK_S(" 0.5 % "), &out));
  assert_int_equal(cck_decimal_cmp(out, (cck_decimal){5, -1}), 0);
  assert_false(cck_literal_percent(CCK_S("15"), &out));
  assert_false(cck_literal_percent(CCK_S("%"), &out));
  assert_false(cck_literal_percent(CCK_S("x%"), &out));
}

static void test_clock(void **state) {
  (void)state;
  static const struct {
    const char *text;
    int minutes; /* -1: none */
  } rows[] = {
      {"3:10 p.m.", 910},
      {"12:05 a.m.", 5},
      {"12 p.m.", 720},
      {"about 9 a.m. on Friday", 540},
      {"20:49 GMT", 1249},
      {"8.40pm", 1240},
      {"0:00", 0},
      {"9 PM", 1260},
      {"17 October 2004", -1},
      {"13 p.m.", -1},
      {"9:60", -1},
      {"24:10", -1},
      {"9 pages", -1},
      {"", -1},
      {"Friday at 7:30", 450},
      {"2004-10-17", -1},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    int minutes = -1;
    if (!cck_literal_clock(cck_slice_of(rows[i].text), &minutes))
      minutes = -1;
    if (minutes != rows[i].minutes)
      fail_msg("'%s' is %d, not %d", rows[i].text, minutes, rows[i].minutes);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_number), cmocka_unit_test(test_scale),
                                     cmocka_unit_test(test_amount), cmocka_unit_test(test_percent),
                                     cmocka_unit_test(test_clock)};
  return cmocka_run_group_tests_name("literal", tests, NULL, NULL);
}
