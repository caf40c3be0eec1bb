#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "pipeline/lines.h"

static const struct {
  const char *text;
  size_t length;
  const char *lines[4];
  size_t count;
} rows[] = {
    {"", 0, {0}, 0},
    {"\n", 1, {""}, 1},
    {"a\nb\n", 4, {"a", "b"}, 2},
    {"a\n\nb", 4, {"a", "", "b"}, 3}, /* the last line needs no line feed */
    {"a\r\n", 3, {"a\r"}, 1},         /* white space is the reader's business */
};

static void lines_of_a_stream(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    FILE *stream = tmpfile();
    assert_non_null(stream);
    fwrite(rows[i].text, 1, rows[i].length, stream);
    rewind(stream);
    cck_lines lines;
    cck_slice line;
    size_t count = 0;
    cck_lines_init(&lines, stream);
    for (; cck_lines_next(&lines, &line); count++) {
      assert_true(count < rows[i].count && cck_slice_is(line, rows[i].lines[count]));
      assert_int_equal(lines.number, count + 1);
      assert_false(lines.too_long);
    }
    assert_int_equal(count, rows[i].count);
    cck_lines_fini(&lines);
    fclose(stream);
  }
}

static void a_line_over_the_limit_is_cut_and_the_next_is_whole(void **state) {
  (void)state;
  FILE *stream = tmpfile();
  assert_non_null(stream);
  for (size_t i = 0; i < CCK_LINES_LIMIT + 10; i++)
    putc('x', stream);
  fputs("\nnext\n", stream);
  rewind(stream);
  cck_lines lines;
  cck_slice line;
  cck_lines_init(&lines, stream);
  assert_true(cck_lines_next(&lines, &line));
  assert_true(lines.too_long);
  assert_int_equal(line.len, CCK_LINES_LIMIT);
  assert_true(cck_lines_next(&lines, &line));
  assert_false(lines.too_long);
  assert_true(cck_slice_is(line, "next"));
  assert_false(cck_lines_next(&lines, &line));
  cck_lines_fini(&lines);
  fclose(stream);
}

/* Lines over the chunks in which the stream is read. */
static void lines_over_the_edges_of_chunks(void **state) {
  (void)state;
  enum { LINES = 40, LENGTH = 5000 };
  FILE *stream = tmpfile();
  assert_non_null(stream);
  for (int i = 0; i < LINES; i++)
    fprintf(stream, "%0*d\n", LENGTH * (i % 7), i);
  rewind(stream);
  cck_lines lines;
  cck_slice line;
  cck_lines_init(&lines, stream);
  for (int i = 0; i < LINES; i++) {
    assert_true(cck_lines_next(&lines, &line));
    assert_int_equal(line.len, i % 7 ? LENGTH * (i % 7) : i < 10 ? 1 : 2);
    assert_int_equal(line.ptr[line.len - 1], '0' + i % 10);
  }
  assert_false(cck_lines_next(&lines, &line));
  cck_lines_fini(&lines);
  fclose(stream);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(lines_of_a_stream),
                                     cmocka_unit_test(lines_over_the_edges_of_chunks),
                                     cmocka_unit_test(a_line_over_the_limit_is_cut_and_the_next_is_whole)};
  return cmocka_run_group_tests_name("lines", tests, NULL, NULL);
}
