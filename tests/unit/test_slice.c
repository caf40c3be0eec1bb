/* Slices: cutting, comparing, finding, splitting, hashing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/slice.h"
#include "unit/fixture.h"

static void test_sub(void **state) {
  (void)state;
  assert_true(cck_slice_is(cck_slice_sub(CCK_S("abcdef"), 2, 4), "cd"));
  assert_true(cck_slice_is(cck_slice_sub(CCK_S("abc"), 1, 99), "bc"));
  assert_int_equal(cck_slice_sub(CCK_S("abc"), 3, 1).len, 0);
  assert_int_equal(cck_slice_sub(CCK_S("abc"), 99, 100).len, 0);
  assert_null(cck_slice_sub((cck_slice){NULL, 0}, 0, 5).ptr);
  assert_int_equal(cck_slice_of(NULL).len, 0);
}

static void test_compare(void **state) {
  (void)state;
  static const char *const ascending[] = {"", "A", "a", "ab", "abc", "b", "\xc3\xa9"};
  size_t n = COUNT(ascending);
  for (size_t i = 0; i < n; i++)
    for (size_t j = 0; j < n; j++) {
      cck_slice a = cck_slice_of(ascending[i]);
      cck_slice b = cck_slice_of(ascending[j]);
      int order = cck_slice_cmp(a, b);
      assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
      assert_int_equal(cck_slice_eq(a, b), i == j);
      assert_int_equal(cck_slice_hash(a) == cck_slice_hash(b), i == j);
    }
  assert_true(cck_slice_eq_nocase(CCK_S("RFE/rl"), CCK_S("rfe/RL")));
  assert_false(cck_slice_eq_nocase(CCK_S("a"), CCK_S("ab")));
  assert_true(cck_slice_starts(CCK_S("abc"), CCK_S("ab")) && cck_slice_starts(CCK_S("abc"), CCK_S("")));
  assert_false(cck_slice_starts(CCK_S("ab"), CCK_S("abc")));
  assert_true(cck_slice_ends(CCK_S("abc"), CCK_S("bc")));
  assert_false(cck_slice_ends(CCK_S("bc"), CCK_S("abc")));
}

static void test_find(void **state) {
  (void)state;
  static const struct {
    const char *in, *what;
    size_t from, want;
  } rows[] = {
      {"abcabc", "bc", 0, 1}, {"abcabc", "bc", 2, 4},     {"abcabc", "bc", 5, SIZE_MAX}, {"aab", "ab", 0, 1},
      {"abc", "", 3, 3},      {"abc", "", 4, SIZE_MAX},   {"", "a", 0, SIZE_MAX},        {"ab", "abc", 0, SIZE_MAX},
      {"abc", "c", 2, 2},     {"abc", "c", 99, SIZE_MAX},
  };
  for (size_t i = 0; i < COUNT(rows); i++)
    assert_true(cck_slice_find(cck_slice_of(rows[i].in), cck_slice_of(rows[i].what), rows[i].from) == rows[i].want);
}

static void test_trim(void **state) {
  (void)state;
  assert_true(cck_slice_is(cck_slice_trim(CCK_S(" \t\r\n a b \v\f")), "a b"));
  assert_int_equal(cck_slice_trim(CCK_S("  ")).len, 0);
  assert_int_equal(cck_slice_trim((cck_slice){NULL, 0}).len, 0);
}

static void test_next(void **state) {
  (void)state;
  static const struct {
    const char *in;
    size_t parts;
    const char *last;
  } rows[] = {{"a,b,c", 3, "c"}, {"", 1, ""}, {"a,", 2, ""}, {",", 2, ""}, {"abc", 1, "abc"}};
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_slice rest = cck_slice_of(rows[i].in);
    cck_slice part = {NULL, 0};
    size_t parts = 0;
    while (cck_slice_next(&rest, ',', &part))
      parts++;
    assert_int_equal(parts, rows[i].parts);
    assert_true(cck_slice_is(part, rows[i].last));
  }
  cck_slice nothing = {NULL, 0};
  cck_slice part;
  assert_false(cck_slice_next(&nothing, ',', &part));
}

static void test_numbers(void **state) {
  (void)state;
  static const struct {
    uint64_t number;
    const char *want;
  } rows[] = {{0, "0"}, {7, "7"}, {10, "10"}, {409, "409"}, {UINT64_MAX, "18446744073709551615"}};
  for (size_t i = 0; i < COUNT(rows); i++) {
    char text[CCK_NUMBER_TEXT];
    assert_int_equal(cck_number_print(rows[i].number, text), strlen(rows[i].want));
    assert_string_equal(text, rows[i].want);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_sub),  cmocka_unit_test(test_compare), cmocka_unit_test(test_find),
      cmocka_unit_test(test_trim), cmocka_unit_test(test_next),    cmocka_unit_test(test_numbers),
  };
  return cmocka_run_group_tests_name("slice", tests, NULL, NULL);
}
