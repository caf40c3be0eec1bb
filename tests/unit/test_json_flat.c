/* The quick reader of flat objects: what it reads it reads as jansson does, and the rest it leaves alone. */
#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "text/json_flat.h"
#include "unit/fixture.h"

/* Members as "key=value;", null as "key;"; "?" at the end when it gave up. */
static void read_into(cck_buffer *out, cck_slice json) {
  cck_json_flat flat;
  cck_slice key, value;
  cck_json_flat_init(&flat, &arena, json);
  while (cck_json_flat_next(&flat, &key, &value)) {
    cck_put(out, key);
    if (value.ptr)
      cck_put_char(out, '=');
    cck_put(out, value);
    cck_put_char(out, ';');
  }
  cck_put_text(out, flat.done ? "" : "?");
}

/* The same from jansson. */
static void load_into(cck_buffer *out, cck_slice json) {
  json_t *object = json_loadb(json.ptr, json.len, JSON_DECODE_ANY, NULL);
  const char *key;
  json_t *value;
  assert_non_null(object);
  json_object_foreach(object, key, value) {
    cck_put_text(out, key);
    if (json_is_string(value))
      cck_put_char(out, '=');
    cck_put(out, (cck_slice){json_string_value(value), json_string_length(value)});
    cck_put_char(out, ';');
  }
  json_decref(object);
}

static void test_reads_as_jansson(void **state) {
  (void)state;
  static const char *const rows[] = {
      "{\"id\":\"d1\",\"text\":\"5,000 soldiers\"}",
      " { \"id\" :\t\"d1\" , \"url\" : null }  \r",
      "{\"a\":\"\"}",
      "{\"a\":\"line\\nline\\ttab \\\"quoted\\\" back\\\\slash \\/ \\b\\f\\r\"}",
      "{\"a\":\"\\u00e9\\u2019\\u0041\\uFFFD\\u07ff\\u0800\"}",
      "{\"a\":\"\xc3\xa9 \xe2\x80\x99 \xf0\x9f\x99\x82\"}",
      "{\"a\":\"ends in a slash \\\\\"}",
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_buffer got = {0}, want = {0};
    read_into(&got, cck_slice_of(rows[i]));
    load_into(&want, cck_slice_of(rows[i]));
    assert_string_equal(got.ptr, want.ptr);
    cck_buffer_fini(&got);
    cck_buffer_fini(&want);
  }
}

static void test_gives_up(void **state) {
  (void)state;
  static const char *const rows[] = {
      "",
      "{}", /* jansson says what is missing in it */
      "[\"a\"]",
      "\"a\"",
      "{\"a\":\"b\"",
      "{\"a\":\"b\",}",
      "{\"a\":\"b\"} x",
      "{\"a\":\"b\"}}",
      "{\"a\" \"b\"}",
      "{\"a\":1}",
      "{\"a\":true}",
      "{\"a\":nullx}",
      "{\"a\":nul}",
      "{\"a\":{\"b\":\"c\"}}",
      "{\"a\":[\"b\"]}",
      "{\"\\u0061\":\"b\"}",
      "{\"a\":\"\\u0000\"}",
      "{\"a\":\"\\ud83d\\ude00\"}", /* pairs are rare: jansson puts them together */
      "{\"a\":\"\\ud83d\"}",
      "{\"a\":\"\\u12g4\"}",
      "{\"a\":\"\\u12\"}",
      "{\"a\":\"\\x\"}",
      "{\"a\":\"b\\\"}",
      "{\"a\":\"tab\there\"}",
      "{\"a\":\"not UTF-8 \xff\"}",
      "{\"a\":\"b\"}\n{\"a\":\"b\"}",
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_buffer got = {0};
    read_into(&got, cck_slice_of(rows[i]));
    if (!cck_slice_ends(cck_buffer_slice(&got), CCK_S("?")))
      fail_msg("read: %s", rows[i]);
    cck_buffer_fini(&got);
  }
  cck_buffer got = {0};
  read_into(&got, (cck_slice){"{\"a\":\"b\"}\0", 10});
  assert_string_equal(got.ptr, "a=b;?");
  cck_buffer_fini(&got);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_reads_as_jansson), cmocka_unit_test(test_gives_up)};
  return cmocka_run_group_tests(tests, set_up_arena, tear_down_arena);
}
