/*
 * The rule language: lines, words, nearest words, CSV; and golden cases: each folder of
 * tests/golden/rules holds input.rules and what is said of it word for word in `expected`.
 * CCK_GOLDEN_UPDATE=1 writes `expected` anew. Run from the root of the project.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>

#include "base/buffer.h"
#include "base/io.h"
#include "base/utf8.h"
#include "rule/csv.h"
#include "base/hint.h"
#include "rule/lexer.h"
#include "rule/parser.h"
#include "rule/rule.h"
#include "rule/words.h"
#include "unit/fixture.h"

static cck_slice S(const char *text) { return cck_slice_of(text); }

static void assert_slice(const char *name, cck_slice got, const char *expected) {
  if (!cck_slice_is(got, expected))
    fail_msg("%s: got '%.*s', expected '%s'", name, (int)got.len, got.ptr, expected);
}

/* --- lines --- */

static void lines(void **state) {
  (void)state;
  static const struct {
    const char *line;
    bool margin;
    const char *word, *value;
  } cases[] = {
      {"rule a", true, "rule", "a"},
      {"  severity error", false, "severity", "error"},
      {"\t\tseverity\terror  ", false, "severity", "error"},
      {"  why one # two", false, "why", "one"},
      {"  why one#two", false, "why", "one#two"},
      {"  why #1", false, "why", ""},
      {"  why \"a # b\" # c", false, "why", "\"a # b\""},
      {"  why \"a \"\"# b\"\"\" # c", false, "why", "\"a \"\"# b\"\"\""},
      {"  why an open \" quote # c", false, "why", "an open \" quote"},
      {"  doc 2004 x \"no. # 5\"", false, "doc", "2004 x \"no. # 5\""},
      {"  want 12:30\r", false, "want", "12:30"},
      {"language NO", true, "language", "NO"},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    cck_lexer lexer;
    cck_lexeme l;
    cck_lexer_init(&lexer, S("f"), S(cases[i].line));
    assert_true(cck_lexer_next(&lexer, &l));
    assert_int_equal(l.margin, cases[i].margin);
    assert_slice(cases[i].line, l.word, cases[i].word);
    assert_slice(cases[i].line, l.value, cases[i].value);
    assert_false(cck_lexer_next(&lexer, &l));
  }
}

static void idle_lines(void **state) {
  (void)state;
  cck_lexer lexer;
  cck_lexeme l;
  cck_lexer_init(&lexer, S("f"), S("\xef\xbb\xbf# top\n\n   \n  # in\nrule a\r\n"));
  assert_true(cck_lexer_next(&lexer, &l));
  assert_int_equal(l.line.number, 5);
  assert_true(l.margin);
  assert_false(cck_lexer_next(&lexer, &l));
}

static void column_counts_code_points(void **state) {
  (void)state;
  cck_slice raw = S("  name \xc3\x89tat, \xe2\x82\xac");
  cck_line line = {S("f"), 3, raw};
  assert_int_equal(cck_line_place(&line, cck_slice_sub(raw, 14, raw.len)).column, 14);
  assert_int_equal(cck_line_place(&line, S("elsewhere")).column, 1);
}

static void quotes_and_lists(void **state) {
  (void)state;
  static const struct {
    const char *list, *items; /* items joined by '|' after unquoting */
  } cases[] = {
      {"a, b, c", "a|b|c"},
      {"5,000, 7,000", "5,000|7,000"},
      {"\"a, b\", c", "a, b|c"},
      {"\"say \"\"hi\"\"\", c", "say \"hi\"|c"},
      {"\"open, c", "\"open|c"},
      {"a,b", "a,b"},
      {"a, , b", "a||b"},
      {"a,", "a|"},
      {"\"Big\" and \"Small\"", "\"Big\" and \"Small\""},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    cck_buffer out = {0};
    cck_slice rest = S(cases[i].list);
    cck_slice item;
    for (int n = 0; cck_list_next(&rest, &item); n++) {
      cck_put_text(&out, n ? "|" : "");
      cck_put(&out, cck_unquote(&arena, item));
    }
    assert_slice(cases[i].list, cck_buffer_slice(&out), cases[i].items);
    cck_buffer_fini(&out);
  }
}

static void words(void **state) {
  (void)state;
  cck_slice rest = S("value  at   most 5,000");
  cck_slice before, after;
  assert_true(cck_words_take(&rest, "value at most"));
  assert_slice("take", rest, "5,000");
  assert_false(cck_words_take(&rest, "5"));
  assert_true(cck_words_split(S("opened not  after announced"), "not after", &before, &after));
  assert_slice("before", before, "opened");
  assert_slice("after", after, "announced");
  assert_false(cck_words_split(S("official of"), "offi", &before, &after));
  assert_slice("last", cck_words_last(S("wire service 2004"), &before), "2004");
  assert_slice("last before", before, "wire service");
  assert_slice("like", cck_words_like(S("valus agree with 5%"), "values agree within"), "valus agree with");
}

static void nearest_words(void **state) {
  (void)state;
  static const struct {
    const char *word, *nearest;
  } cases[] = {{"severty", "severity"},
               {"Severity", "severity"},
               {"mesage", "message"},
               {"exampel", "example"},
               {"wyh", "why"},
               {"xyzzy", ""},
               {"s", ""}};
  static const char *const known[] = {"severity", "message", "why", "example"};
  for (size_t i = 0; i < COUNT(cases); i++) {
    cck_hint hint;
    cck_hint_init(&hint, S(cases[i].word));
    for (size_t k = 0; k < COUNT(known); k++)
      cck_hint_try(&hint, S(known[k]));
    assert_slice(cases[i].word, hint.best, cases[i].nearest);
  }
  assert_int_equal(cck_hint_distance(S("abcd"), S("abdc"), 5), 1);
  assert_int_equal(cck_hint_distance(S("kitten"), S("sitting"), 5), 3);
  assert_int_equal(cck_hint_distance(S("kitten"), S("sitting"), 2), 2);
  assert_int_equal(cck_hint_distance(S(""), S("abc"), 5), 3);
}

/* Every pair of short words over three letters, against the plain table without a band. */
static unsigned plain_distance(const char *a, size_t n, const char *b, size_t m) {
  unsigned t[6][6];
  for (size_t i = 0; i <= n; i++)
    for (size_t j = 0; j <= m; j++) {
      unsigned d = i == 0 ? (unsigned)j : j == 0 ? (unsigned)i : t[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
      if (i && j) {
        d = t[i - 1][j] + 1 < d ? t[i - 1][j] + 1 : d;
        d = t[i][j - 1] + 1 < d ? t[i][j - 1] + 1 : d;
      }
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && t[i - 2][j - 2] + 1 < d)
        d = t[i - 2][j - 2] + 1;
      t[i][j] = d;
    }
  return t[n][m];
}

static size_t nth_word(unsigned n, char out[6]) {
  size_t length = 0;
  for (; n; n /= 4)
    if (n % 4)
      out[length++] = (char)('a' + n % 4);
  return length;
}

static void distances_within_a_band(void **state) {
  (void)state;
  for (unsigned x = 0; x < 1024; x += 3)
    for (unsigned y = 0; y < 1024; y += 7) {
      char a[6], b[6];
      size_t n = nth_word(x, a);
      size_t m = nth_word(y, b);
      unsigned plain = plain_distance(a, n, b, m);
      for (unsigned limit = 1; limit < 6; limit++)
        assert_int_equal(cck_hint_distance((cck_slice){a, n}, (cck_slice){b, m}, limit), plain < limit ? plain : limit);
    }
}

static void ids(void **state) {
  (void)state;
  assert_true(cck_is_id(S("base-201")));
  assert_true(cck_is_id(S("201st_base.x")));
  assert_true(cck_is_id(S("\xc3\xa9tat")));
  assert_false(cck_is_id(S("-a")));
  assert_false(cck_is_id(S("a b")));
  assert_false(cck_is_id(S("")));
  assert_true(cck_is_finding_id(S("F-7KQ2-9MXD")));
  assert_true(cck_is_finding_id(S("f-7kq2-9mxd")));
  assert_false(cck_is_finding_id(S("F-7KQ2-9MXU"))); /* no U in Crockford's letters */
  assert_false(cck_is_finding_id(S("F-7KQ29MXD")));
}

/* --- CSV --- */

static void csv_records(void **state) {
  (void)state;
  cck_csv csv;
  cck_csv_record record = {0};
  const char *problem;
  cck_slice at;
  cck_csv_init(&csv, &arena, S("t.csv"), S("# note\r\na,b\r\n\r\n\"x, \"\"y\"\"\nz\", 2 \n3,\n"));
  assert_int_equal(cck_csv_next(&csv, &record, &problem, &at), CCK_CSV_RECORD);
  assert_int_equal(record.line, 2);
  assert_int_equal(record.cells.count, 2);
  assert_slice("b", record.cells.items[1].text, "b");
  assert_int_equal(cck_csv_next(&csv, &record, &problem, &at), CCK_CSV_RECORD);
  assert_slice("quoted", record.cells.items[0].text, "x, \"y\"\nz");
  assert_slice("trimmed", record.cells.items[1].text, "2");
  assert_int_equal(cck_csv_next(&csv, &record, &problem, &at), CCK_CSV_RECORD);
  assert_int_equal(record.line, 6);
  assert_slice("empty", record.cells.items[1].text, "");
  assert_int_equal(cck_csv_line(&csv, record.cells.items[0].at).number, 6);
  assert_int_equal(cck_csv_next(&csv, &record, &problem, &at), CCK_CSV_END);
}

static void csv_malformed(void **state) {
  (void)state;
  static const char *const cases[] = {"\"open,b\n", "\"a\"b,c\n", "a,\""};
  for (size_t i = 0; i < COUNT(cases); i++) {
    cck_csv csv;
    cck_csv_record record = {0};
    const char *problem;
    cck_slice at;
    cck_csv_init(&csv, &arena, S("t.csv"), S(cases[i]));
    assert_int_equal(cck_csv_next(&csv, &record, &problem, &at), CCK_CSV_BAD);
  }
}

/* --- golden cases --- */

static void put_error(void *context, const cck_error *error) {
  cck_buffer *out = context;
  if (error->status == CCK_OK)
    cck_put_text(out, "warning: ");
  cck_putf(out, "%s:%u:%u: %s\n", error->file, error->line, error->column, error->message);
  if (error->source[0] && error->column) {
    cck_putf(out, "    %s\n    ", error->source);
    cck_put_repeat(out, ' ', error->column - 1);
    cck_put_text(out, "^\n");
  }
}

/* What is said of input.rules in the current folder. */
static void check_input(cck_buffer *out) {
  cck_rules *rules = cck_rules_new();
  cck_error_sink sink = {put_error, out};
  cck_rules_parse(rules, "input.rules", sink);
  cck_rules_bind(rules, sink);
  if (rules->errors == 0)
    cck_rules_lint(rules, sink);
  cck_rules_free(rules);
}

static bool golden_case(const char *root, const char *folder) {
  cck_buffer out = {0};
  cck_slice expected = {NULL, 0};
  assert_int_equal(chdir(folder), 0);
  check_input(&out);
  if (getenv("CCK_GOLDEN_UPDATE"))
    assert_int_equal(cck_file_write("expected", cck_buffer_slice(&out), NULL), CCK_OK);
  bool same = cck_file_read(&arena, "expected", 1 << 20, &expected, NULL) == CCK_OK &&
              cck_slice_eq(expected, cck_buffer_slice(&out));
  if (!same)
    fprintf(stderr, "--- %s\nexpected:\n%.*sgot:\n%.*s", folder, (int)expected.len, expected.ptr, (int)out.len,
            out.ptr);
  cck_buffer_fini(&out);
  assert_int_equal(chdir(root), 0);
  return same;
}

static void golden(void **state) {
  (void)state;
  cck_slices names = {0};
  unsigned failed = 0, count = 0;
  char *root = getcwd(NULL, 0);
  assert_int_equal(cck_folder_list(&arena, "tests/golden/rules", "", &names, NULL), CCK_OK);
  for (size_t i = 0; i < names.count; i++) {
    cck_slice input = cck_arena_printf(&arena, "tests/golden/rules/%s/input.rules", names.items[i].ptr);
    if (!cck_is_file(input.ptr))
      continue; /* a case of tests/golden/run */
    count++;
    failed += !golden_case(root, cck_arena_printf(&arena, "tests/golden/rules/%s", names.items[i].ptr).ptr);
  }
  assert_true(count >= 30);
  free(root);
  assert_int_equal(failed, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(lines),
      cmocka_unit_test(idle_lines),
      cmocka_unit_test(column_counts_code_points),
      cmocka_unit_test(quotes_and_lists),
      cmocka_unit_test(words),
      cmocka_unit_test(nearest_words),
      cmocka_unit_test(distances_within_a_band),
      cmocka_unit_test(ids),
      cmocka_unit_test(csv_records),
      cmocka_unit_test(csv_malformed),
      cmocka_unit_test(golden),
  };
  return cmocka_run_group_tests(tests, set_up_arena, tear_down_arena);
}
