/*
 * What the JSON report prints is what src/report/report.schema.json says, and the schema would notice if it were not.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <jansson.h>

#include "cacheck.h"

#define SCHEMA "src/report/report.schema.json"

/* ---- as much of JSON Schema as ours uses ---- */

static bool is_type(const json_t *value, const char *type) {
  static const struct {
    const char *name;
    json_type type;
  } types[] = {{"object", JSON_OBJECT},
               {"array", JSON_ARRAY},
               {"string", JSON_STRING},
               {"integer", JSON_INTEGER},
               {"null", JSON_NULL}};
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (strcmp(types[i].name, type) == 0)
      return json_typeof(value) == types[i].type;
  fail_msg("the schema has a type that this test does not know: %s", type);
  return false;
}

static bool has_type(const json_t *value, const json_t *types) {
  size_t i;
  json_t *type;
  if (json_is_string(types))
    return is_type(value, json_string_value(types));
  json_array_foreach(types, i, type) if (is_type(value, json_string_value(type))) return true;
  return types == NULL;
}

static bool is_listed(const json_t *value, const json_t *list) {
  size_t i;
  json_t *item;
  json_array_foreach(list, i, item) if (json_equal(value, item)) return true;
  return list == NULL;
}

static bool fits(const json_t *root, const json_t *schema, json_t *value);

static bool object_fits(const json_t *root, const json_t *schema, json_t *value) {
  size_t i;
  const char *key;
  json_t *item;
  json_array_foreach(json_object_get(schema, "required"), i,
                     item) if (!json_object_get(value, json_string_value(item))) return false;
  json_object_foreach(value, key, item) {
    const json_t *of_key = json_object_get(json_object_get(schema, "properties"), key);
    if (!of_key || !fits(root, of_key, item))
      return false;
  }
  return true;
}

static bool fits(const json_t *root, const json_t *schema, json_t *value) {
  static const char start[] = "#/$defs/";
  const char *ref = json_string_value(json_object_get(schema, "$ref"));
  size_t i;
  json_t *item;
  if (ref)
    return fits(root, json_object_get(json_object_get(root, "$defs"), ref + sizeof start - 1), value);
  if (!has_type(value, json_object_get(schema, "type")) || !is_listed(value, json_object_get(schema, "enum")))
    return false;
  if (json_is_object(value))
    return object_fits(root, schema, value);
  json_array_foreach(value, i, item) if (!fits(root, json_object_get(schema, "items"), item)) return false;
  return true;
}

/* ---- a report with a bit of everything ---- */

static const char rules[] =
    "entity harbour-bridge\n  type bridge\n  name Harbour Bridge\n"
    "measure cost\n  kind money\n  words cost\n"
    "rule agrees\n  severity error\n  for cost of any bridge\n"
    "  expect values agree within 10%\n  why One is wrong.\n"
    "rule limit\n  for cost of any bridge\n  expect value at most $200 million\n  suggest scale\n"
    "waive limit\n  where harbour-bridge\n  because known\n  until 2030-01-01\n"
    "waive agrees\n  where kazakhstan\n  because nothing\n  until 2020-01-01\n";

static json_t *make_report(void) {
  static const char *const texts[] = {"The Harbour Bridge cost $40 million.", "The Harbour Bridge cost $600 million.",
                                      "bin\0ary"};
  const cck_origin origins[] = {{.published = "2024-03-01"}, {.publisher = "Herald"}, {.id = "bad"}};
  char path[] = "/tmp/cacheck-schema-XXXXXX";
  const char *text;
  size_t length;
  cck_checker *checker = cck_checker_new();
  int file = mkstemp(path);
  assert_true(file >= 0 && write(file, rules, sizeof rules - 1) == (ssize_t)sizeof rules - 1 && close(file) == 0);
  assert_int_equal(cck_checker_add_rules(checker, path, NULL), CCK_OK);
  unlink(path);
  assert_int_equal(cck_checker_set_today(checker, "2026-01-01", NULL), CCK_OK);
  for (size_t i = 0; i < 3; i++)
    cck_checker_add_text(checker, i ? "b.txt" : "a.txt", texts[i], i < 2 ? strlen(texts[i]) : 7, &origins[i], NULL);
  assert_int_equal(cck_checker_check(checker, NULL), CCK_OK);
  assert_int_equal(cck_checker_render(checker, "json", &text, &length, NULL), CCK_OK);
  json_t *report = json_loadb(text, length, 0, NULL);
  cck_checker_free(checker);
  assert_non_null(report);
  return report;
}

static json_t *first(json_t *report, const char *list) { return json_array_get(json_object_get(report, list), 0); }

static void test_report_fits(void **state) {
  (void)state;
  json_t *schema = json_load_file(SCHEMA, 0, NULL);
  json_t *report = make_report();
  assert_non_null(schema);
  assert_int_equal(json_array_size(json_object_get(report, "findings")), 2);
  assert_int_equal(json_array_size(json_object_get(json_object_get(report, "coverage"), "skipped")), 1);
  assert_true(json_is_object(json_object_get(json_array_get(json_object_get(report, "findings"), 1), "waived")));
  assert_true(fits(schema, schema, report));
  json_decref(schema);
  json_decref(report);
}

static void test_schema_notices(void **state) {
  (void)state;
  json_t *schema = json_load_file(SCHEMA, 0, NULL);
  json_t *report = make_report();
  json_t *finding = first(report, "findings");
  json_t *claim = first(finding, "claims");
  json_t *coverage = json_object_get(report, "coverage");
  struct {
    json_t *object;
    const char *key;
    json_t *value; /* NULL: without the key */
  } rows[] = {
      {report, "schema_version", json_integer(2)},
      {finding, "severity", json_string("fatal")},
      {finding, "relation", NULL},
      {finding, "suggest", json_null()},
      {finding, "shown_with", json_true()},
      {finding, "extra", json_true()},
      {claim, "start", json_string("5")},
      {claim, "published", json_integer(2004)},
      {claim, "path", NULL},
      {coverage, "alone", json_null()},
      {coverage, "notes", json_pack("[i]", 5)},
      {coverage, "skipped", json_pack("[{s:i}]", "count", 1)},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    json_t *before = json_incref(json_object_get(rows[i].object, rows[i].key));
    if (rows[i].value)
      json_object_set_new(rows[i].object, rows[i].key, rows[i].value);
    else
      json_object_del(rows[i].object, rows[i].key);
    if (fits(schema, schema, report))
      fail_msg("the schema does not notice what is done to %s", rows[i].key);
    if (before)
      json_object_set_new(rows[i].object, rows[i].key, before);
    else
      json_object_del(rows[i].object, rows[i].key);
    assert_true(fits(schema, schema, report));
  }
  json_decref(schema);
  json_decref(report);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_report_fits),
      cmocka_unit_test(test_schema_notices),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
