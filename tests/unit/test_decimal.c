/* Exact decimals: reading, printing, arithmetic, and what does not fit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/decimal.h"
#include "unit/fixture.h"

static cck_decimal d(const char *text) { return decimal_of(cck_slice_of(text)); }

static void assert_decimal(cck_decimal got, const char *want) {
  char text[CCK_DECIMAL_TEXT];
  cck_decimal_print(got, text);
  assert_string_equal(text, want);
}

static void test_print(void **state) {
  (void)state;
  static const char *const same[] = {
      "0", "7", "-7", "7000", "2300000", "0.25", "-0.001", "1234567.891", "99999999999999999999999999999999999999"};
  for (size_t i = 0; i < COUNT(same); i++)
    assert_decimal(d(same[i]), same[i]);
  assert_decimal(d("007.50"), "7.5");
  assert_decimal(d("-0"), "0");
}

static void test_rejects(void **state) {
  (void)state;
  static const char *const bad[] = {"",   "-",     ".",  "1.", ".5",    "1e3",
                                    "+1", "1,000", " 1", "1 ", "1.2.3", "123456789012345678901234567890123456789"};
  cck_decimal out;
  for (size_t i = 0; i < COUNT(bad); i++)
    if (cck_decimal_parse(cck_slice_of(bad[i]), &out))
      fail_msg("should not parse: '%s'", bad[i]);
}

static void test_compare(void **state) {
  (void)state;
  static const char *const ascending[] = {"-10", "-9.99", "-0.1", "0",   "0.0001",       "0.001",
                                          "1",   "1.01",  "99",   "100", "1000000000000"};
  size_t n = COUNT(ascending);
  for (size_t i = 0; i < n; i++)
    for (size_t j = 0; j < n; j++)
      assert_int_equal(cck_decimal_cmp(d(ascending[i]), d(ascending[j])), (i > j) - (i < j));
}

static void test_arithmetic(void **state) {
  (void)state;
  cck_decimal out;
  assert_true(cck_decimal_add(d("0.1"), d("0.2"), &out));
  assert_decimal(out, "0.3");
  assert_true(cck_decimal_sub(d("7000"), d("5000.5"), &out));
  assert_decimal(out, "1999.5");
  assert_true(cck_decimal_mul(d("2.3"), d("1000000"), &out));
  assert_decimal(out, "2300000");
  assert_true(cck_decimal_div(d("1"), d("3"), 6, &out));
  assert_decimal(out, "0.333333");
  assert_true(cck_decimal_div(d("2"), d("3"), 3, &out));
  assert_decimal(out, "0.667");
  assert_true(cck_decimal_div(d("-10"), d("4"), 5, &out));
  assert_decimal(out, "-2.5");
  assert_true(cck_decimal_div(d("330000000000"), d("2076148710"), 4, &out));
  assert_decimal(out, "158.9");
  assert_false(cck_decimal_div(d("1"), d("0"), 5, &out));
  assert_false(cck_decimal_mul(d("99999999999999999999999"), d("99999999999999999999999"), &out));
  assert_false(cck_decimal_add(d("99999999999999999999999999999999999999"), d("0.1"), &out));
}

static void test_round(void **state) {
  (void)state;
  static const struct {
    const char *in;
    int place;
    const char *want;
  } rows[] = {{"12.345", -2, "12.34"},
              {"12.355", -2, "12.36"},
              {"12.3451", -2, "12.35"},
              {"2500", 3, "2000"},
              {"2501", 3, "3000"},
              {"-2501", 3, "-3000"},
              {"499", 3, "0"},
              {"500", 3, "0"},
              {"501", 3, "1000"},
              {"0.0004", 2, "0"},
              {"7", 0, "7"}};
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_decimal out;
    assert_true(cck_decimal_round(d(rows[i].in), rows[i].place, &out));
    assert_decimal(out, rows[i].want);
  }
}

static void test_grouped(void **state) {
  (void)state;
  assert_true(cck_slice_is(cck_decimal_grouped(&arena, d("1234567.891")), "1,234,567.891"));
  assert_true(cck_slice_is(cck_decimal_grouped(&arena, d("-123")), "-123"));
  assert_true(cck_slice_is(cck_decimal_grouped(&arena, d("330000000000")), "330,000,000,000"));
}

static void test_doubles_enclose(void **state) {
  (void)state;
  assert_true(cck_decimal_floor_double(d("0.1")) < 0.1);
  assert_true(cck_decimal_ceil_double(d("0.1")) > 0.1);
  assert_true(cck_decimal_floor_double(d("5000")) >= 5000.0);
  assert_true(cck_decimal_ceil_double(d("5000")) <= 5000.0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_print),           cmocka_unit_test(test_rejects), cmocka_unit_test(test_compare),
      cmocka_unit_test(test_arithmetic),      cmocka_unit_test(test_round),   cmocka_unit_test(test_grouped),
      cmocka_unit_test(test_doubles_enclose),
  };
  return cmocka_run_group_tests_name("decimal", tests, set_up_arena, tear_down_arena);
}
