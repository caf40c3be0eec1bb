/* UTF-8: what is well formed, code points, classes, folding. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "unit/fixture.h"

static void test_check(void **state) {
  (void)state;
  static const struct {
    const char *text;
    size_t length, good; /* good: offset of the first bad byte */
  } rows[] = {
      {"", 0, 0},
      {"abc", 3, 3},
      {"twelve ascii letters and then \xc3\xa9", 32, 32},
      {"eight by\xff", 9, 8},
      {"\xf0\x9f\x98\x80", 4, 4},
      {"\xf0\x9f\x98", 3, 0},     /* cut short */
      {"a\x80", 2, 1},            /* a continuation alone */
      {"\xc0\x80", 2, 0},         /* overlong */
      {"\xe0\x80\xaf", 3, 0},     /* overlong */
      {"\xed\xa0\x80", 3, 0},     /* surrogate */
      {"\xf4\x90\x80\x80", 4, 0}, /* above U+10FFFF */
      {"\xfe", 1, 0},
  };
  for (size_t i = 0; i < COUNT(rows); i++)
    assert_int_equal(cck_utf8_check((cck_slice){rows[i].text, rows[i].length}), rows[i].good);
}

static void test_decode(void **state) {
  (void)state;
  size_t width;
  assert_int_equal(cck_utf8_decode(CCK_S("\xe2\x82\xac"
                                         "5"),
                                   &width),
                   0x20ac);
  assert_int_equal(width, 3);
  assert_int_equal(cck_utf8_decode(CCK_S("\xffx"), &width), 0xfffd);
  assert_int_equal(width, 1);
  assert_int_equal(cck_utf8_decode(CCK_S(""), &width), 0xfffd);
  assert_int_equal(width, 0);
  assert_int_equal(cck_utf8_width(CCK_S("\xff")), 0);
  assert_int_equal(cck_utf8_width(CCK_S("")), 0);
  assert_int_equal(cck_utf8_count(CCK_S("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80")), 4);
}

static void test_columns(void **state) {
  (void)state;
  static const struct {
    const char *text;
    size_t columns;
  } rows[] = {{"", 0},           {"abc", 3},          {"caf\u00e9", 4},
              {"e\u0301", 1},    {"\u4e2d\u6587", 4}, {"\u05e9\u05dc", 2},
              {"\U0001f600", 2}, {"a\u200db", 2}};
  for (size_t i = 0; i < COUNT(rows); i++)
    if (cck_utf8_columns(cck_slice_of(rows[i].text)) != rows[i].columns)
      fail_msg("%s: %zu", rows[i].text, cck_utf8_columns(cck_slice_of(rows[i].text)));
}

static void test_classes(void **state) {
  (void)state;
  static const uint32_t letters[] = {'a', 'Z', 0xe9, 0x416, 0x301, 0x4e2d};
  static const uint32_t others[] = {'5', ' ', '-', 0x2019, 0x20ac, 0xa0, 0x661};
  static const uint32_t spaces[] = {0xa0, 0x2009, 0x2028, 0x3000, 0xfeff};
  static const uint32_t controls[] = {0x1b, 0x7f, 0x9b, 0x202e, 0x2066, 0x2028, 0xe0041};
  for (size_t i = 0; i < COUNT(letters); i++)
    assert_true(cck_utf8_is_letter(letters[i]));
  for (size_t i = 0; i < COUNT(others); i++)
    assert_false(cck_utf8_is_letter(others[i]));
  for (size_t i = 0; i < COUNT(spaces); i++)
    assert_true(cck_utf8_is_space(spaces[i]));
  for (size_t i = 0; i < COUNT(controls); i++)
    assert_true(cck_utf8_is_control(controls[i]));
  assert_true(cck_utf8_is_upper(0xc9) && cck_utf8_is_upper('A'));
  assert_false(cck_utf8_is_upper(0xe9) || cck_utf8_is_upper('1'));
  assert_false(cck_utf8_is_space('x') || cck_utf8_is_space(0xad));
  assert_false(cck_utf8_is_control('a') || cck_utf8_is_control(0xe9));
  assert_true(cck_utf8_is_joiner(0xad) && !cck_utf8_is_joiner('-'));
}

static void test_fold(void **state) {
  (void)state;
  static const struct {
    const char *word, *want;
  } rows[] = {
      {"NATO", "nato"},
      {"don\u2019t", "don't"},
      {"\u00c9lys\u00e9e", "\u00e9lys\u00e9e"},
      {"e\u0301", "\u00e9"},
      {"\uff21\uff22", "ab"},
      {"\ufb01t", "fit"},
      {"sol\u00addier", "soldier"},
      {"\u0414\u0423\u0428\u0410\u041d\u0411\u0415", "\u0434\u0443\u0448\u0430\u043d\u0431\u0435"},
      {"", ""},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    char room[64];
    cck_slice word = cck_slice_of(rows[i].word);
    cck_slice folded = cck_utf8_fold(&arena, word);
    assert_true(cck_slice_is(folded, rows[i].want));
    assert_true(cck_utf8_fold_hash(word) == cck_slice_hash(folded));
    assert_int_equal(cck_utf8_fold_into(word, room, sizeof room), folded.len);
    assert_memory_equal(room, folded.ptr, folded.len);
  }
}

/* A word over the limit is compared as it stands, by all three ways. */
static void test_fold_long(void **state) {
  (void)state;
  char text[1000];
  char room[1000];
  memset(text, 'A', sizeof text);
  cck_slice word = {text, sizeof text};
  assert_true(cck_utf8_fold_hash(word) == cck_slice_hash(cck_utf8_fold(&arena, word)));
  assert_int_equal(cck_utf8_fold_into(word, room, sizeof room), 0);
  assert_int_equal(cck_utf8_fold_into(cck_slice_sub(word, 0, 10), room, 9), 0);
}

static void test_count(void **state) {
  (void)state;
  static const char unit[] = "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80 plain"; /* 4 and 6 code points, 10 and 6 bytes */
  enum { TIMES = 5, BYTES = 16, POINTS = 10 };
  char text[TIMES * BYTES + 1];
  for (size_t i = 0; i < TIMES; i++)
    memcpy(text + i * BYTES, unit, BYTES);
  for (size_t length = 0; length <= TIMES * BYTES; length++) {
    size_t want = 0;
    for (size_t i = 0; i < length; i++)
      want += ((unsigned char)text[i] & 0xc0) != 0x80;
    assert_int_equal(cck_utf8_count((cck_slice){text, length}), want);
  }
  assert_int_equal(cck_utf8_count((cck_slice){text, TIMES * BYTES}), TIMES * POINTS);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_check),   cmocka_unit_test(test_decode), cmocka_unit_test(test_columns),
      cmocka_unit_test(test_classes), cmocka_unit_test(test_fold),   cmocka_unit_test(test_fold_long),
      cmocka_unit_test(test_count),
  };
  return cmocka_run_group_tests_name("utf8", tests, set_up_arena, tear_down_arena);
}
