/* The plain form of JSON: what it reads, and what it leaves to the reader of all JSON. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "text/json_plain.h"
#include "unit/fixture.h"

static bool read_a(const char *json, cck_slice *a) {
  const cck_json_field fields[] = {{"a", a}};
  return cck_json_plain(&arena, cck_slice_of(json), fields, 1);
}

static void test_reads(void **state) {
  (void)state;
  static const struct {
    const char *json, *a; /* NULL: absent */
  } rows[] = {
      {"{\"a\":\"x\"}", "x"},
      {" { \"b\" : \"y\" , \"a\" : \"\" }\r\n", ""},
      {"{\"a\":\"1\",\"a\":\"2\"}", "2"},
      {"{\"a\":\"1\",\"a\":null}", NULL},
      {"{\"b\":true,\"c\":false,\"d\":null}", NULL},
      {"{\"a\":\"a long run of plain bytes, then \\\"quotes\\\" \\\\ \\/ \\b\\f\\n\\r\\t\"}",
       "a long run of plain bytes, then \"quotes\" \\ / \b\f\n\r\t"},
      {"{\"a\":\"\\u0041\\u00e9\\u20AC\\ud83d\\ude00\"}", "A\u00e9\u20ac\U0001f600"},
      {"{\"a\":\"caf\u00e9 \\\\\"}", "caf\u00e9 \\"},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_slice a;
    if (!read_a(rows[i].json, &a))
      fail_msg("not read: %s", rows[i].json);
    if (rows[i].a ? !a.ptr || !cck_slice_is(a, rows[i].a) : a.ptr != NULL)
      fail_msg("%s: %.*s", rows[i].json, (int)a.len, a.ptr ? a.ptr : "");
  }
}

static void test_leaves(void **state) {
  (void)state;
  static const char *const rows[] = {
      "",
      "{}",
      "[]",
      "\"a\"",
      "{\"a\":\"x\"",
      "{\"a\":\"x\"} y",
      "{\"a\":\"x\",}",
      "{\"a\" \"x\"}",
      "{\"a\":1}",
      "{\"a\":true}",
      "{\"b\":{}}",
      "{\"a\":\"x}",
      "{\"a\":\"x\\\"}",
      "{\"a\":\"\\x\"}",
      "{\"a\":\"a line\nfeed in a string\"}",
      "{\"a\":\"\\u0000\"}",
      "{\"a\":\"\\u12\"}",
      "{\"a\":\"\\ud83d\"}",
      "{\"a\":\"\\ud83d\\u0041\"}",
      "{\"a\":\"\\ude00\"}",
      "{\"\\u0061\":\"x\"}",
      "{\"a\x01\":\"x\"}",
      "{\"a\":\"\xc3\"}",
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_slice a;
    if (read_a(rows[i], &a))
      fail_msg("read: %s", rows[i]);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_reads), cmocka_unit_test(test_leaves)};
  return cmocka_run_group_tests_name("json_plain", tests, set_up_arena, tear_down_arena);
}
