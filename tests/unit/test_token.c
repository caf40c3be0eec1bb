/* Tokens: where words, numbers and signs begin and end, and their flags. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "text/stem.h"
#include "text/token.h"
#include "unit/fixture.h"

/* "the|5,000|-|strong" */
static const char *joined(const char *text) {
  cck_buffer b = {0};
  cck_tokens tokens = tokens_of(text);
  for (size_t i = 0; i < tokens.count; i++) {
    if (i)
      cck_put_char(&b, '|');
    cck_put(&b, cck_token_text(cck_slice_of(text), &tokens.items[i]));
  }
  cck_slice copy = cck_arena_copy(&arena, cck_buffer_slice(&b));
  cck_buffer_fini(&b);
  return copy.ptr;
}

static void test_split(void **state) {
  (void)state;
  static const struct {
    const char *text, *want;
  } rows[] = {
      {"the 5,000-strong 201st MRD's $2.3bn", "the|5,000|-|strong|201|st|MRD|'s|$|2.3|bn"},
      {"", ""},
      {" \t\n", ""},
      {"35m of them", "35|m|of|them"},
      {"2,452,3000 and 5,00.", "2,452,3000|and|5,00|."},
      {"at 5 p.m. in the U.S. today", "at|5|p.m.|in|the|U.S.|today"},
      {"U.S.-led, D.C", "U.S.|-|led|,|D.C"},
      {"J. Smith of No. 10", "J|.|Smith|of|No|.|10"},
      {"don't O'Neill's Tajiks' it's", "don't|O'Neill|'s|Tajiks|'|it|'s"},
      {"don\u2019t Russia\u2019s", "don\u2019t|Russia|\u2019s"},
      {"rock 'n' roll 's", "rock|'|n|'|roll|'|s"},
      {"debt -- all of it --- went...", "debt|--|all|of|it|---|went|..."},
      {"10\u201315 and/or 3.5%", "10|\u2013|15|and|/|or|3.5|%"},
      {"\u20ac5 caf\u00e9 \u00dcber", "\u20ac|5|caf\u00e9|\u00dcber"},
      {"5\u00a0000", "5|000"},
      {"1.2.3. 7,", "1.2.3|.|7|,"},
      {".5 is half", ".|5|is|half"},
      {"see https://example.org/2014/06/18?x=5. Then", "see|https://example.org/2014/06/18?x=5|.|Then"},
      {"(www.example.org/9)", "(|www.example.org/9|)"},
      {"a<!-- ignore 5 until 2027 -->b <!-- open", "a|b|<|!|--|open"},
      {"who http 5", "who|http|5"},
      {"sol\u00addiers\u00ad", "sol\u00addiers|\u00ad"},
      {"``We 'll go''", "`|`|We|'|ll|go|'|'"},
      {"the 1990s and '90s 90's", "the|1990|s|and|'|90|s|90|'s"},
  };
  for (size_t i = 0; i < COUNT(rows); i++)
    assert_string_equal(joined(rows[i].text), rows[i].want);
}

static void test_flags(void **state) {
  (void)state;
  enum { S = CCK_TOKEN_SPACE, A = CCK_TOKEN_CAPITAL, C = CCK_TOKEN_CAPS, N = CCK_TOKEN_NEWLINE, D = CCK_TOKEN_DOTTED };
  static const struct {
    const char *text;
    unsigned index, flags;
  } rows[] = {
      {"NATO", 0, A | C},
      {"Nato", 0, A},
      {"I am", 0, A | C},
      {"I am", 1, S},
      {"a U.S. base", 1, S | A | C | D},
      {"\u00c9lys\u00e9e", 0, A},
      {"\u00c9LYS\u00c9E", 0, A | C},
      {"iPhone", 0, 0},
      {"a\n b", 1, S | N},
      {"a\r\nb", 1, S | N},
      {"35m", 1, 0},
      {"a\u00a0b", 1, S},
      {"5 5", 1, S},
      {"NATO's", 1, 0},
      {"x \"Y", 2, A | C},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_tokens tokens = tokens_of(rows[i].text);
    assert_true(rows[i].index < tokens.count);
    assert_int_equal(tokens.items[rows[i].index].flags, rows[i].flags);
  }
}

/* What is known of a word's form is in its token; a word of capitals is folded before it is looked at. */
static void test_forms(void **state) {
  (void)state;
  static const struct {
    const char *word;
    unsigned forms;
  } rows[] = {{"opened", CCK_TOKEN_PAST},
              {"WROTE", CCK_TOKEN_PAST},
              {"houses", CCK_TOKEN_PLURAL},
              {"Men", CCK_TOKEN_PLURAL},
              {"open", 0},
              {"red", 0},
              {"glass", 0},
              {"1990", 0},
              {"$", 0}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    cck_tokens t = {0};
    cck_slice text = cck_slice_of(rows[i].word);
    cck_tokenize(&arena, text, 0, text.len, &t);
    assert_int_equal(t.items[0].flags & (CCK_TOKEN_PAST | CCK_TOKEN_PLURAL), rows[i].forms);
  }
}

static void test_hashes(void **state) {
  (void)state;
  cck_tokens t = tokens_of("Soldiers SOLDIER's don\u2019t 5,000");
  assert_true(t.items[0].hash == cck_slice_hash(CCK_S("soldiers")));
  assert_true(t.items[0].stem == cck_stem_hash(CCK_S("soldier")));
  assert_true(t.items[1].stem == t.items[0].stem);
  assert_true(t.items[2].hash == cck_slice_hash(CCK_S("'s")));
  assert_true(t.items[3].hash == cck_slice_hash(CCK_S("don't")));
  assert_true(t.items[4].stem == t.items[4].hash);
}

static void test_range_and_dashes(void **state) {
  (void)state;
  cck_slice text = CCK_S("ab cd--ef \xe2\x80\x94 -");
  cck_tokens t = {0};
  cck_tokenize(&arena, text, 1, 9, &t);
  assert_int_equal(t.count, 4); /* b cd -- ef */
  assert_int_equal(t.items[0].start, 1);
  assert_true(cck_token_is_dash(text, &t.items[2]));
  assert_true(cck_token_is(text, &t.items[2], "--"));
  assert_false(cck_token_is_dash(text, &t.items[3]));
  t.count = 0;
  cck_tokenize(&arena, text, 9, 1000, &t);
  assert_int_equal(t.count, 2);
  assert_true(cck_token_is_dash(text, &t.items[0]));
  assert_true(cck_token_is_dash(text, &t.items[1]));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_split),
      cmocka_unit_test(test_flags),
      cmocka_unit_test(test_forms),
      cmocka_unit_test(test_hashes),
      cmocka_unit_test(test_range_and_dashes),
  };
  return cmocka_run_group_tests_name("token", tests, set_up_arena, tear_down_arena);
}
