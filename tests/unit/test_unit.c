/* The unit table: rows that read, names, symbols, dimensions, exact conversion. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "model/unit.h"
#include "unit/fixture.h"

static int set_up(void **state) {
  *state = cck_unit_table_new();
  cck_arena_init(&arena);
  return 0;
}

static int tear_down(void **state) {
  cck_unit_table_free(*state);
  cck_arena_fini(&arena);
  return 0;
}

static void test_factors_read(void **state) {
  static const char *const factors[] = {
#define CCK_UNIT(name, dimension, factor, words, symbols, glued) factor,
#define CCK_PREFIXED(prefixes, name, dimension, factor, words, symbols, glued) factor,
#include "model/units.def"
#undef CCK_UNIT
#undef CCK_PREFIXED
  };
  (void)state;
  cck_decimal out;
  for (size_t i = 0; i < COUNT(factors); i++)
    if (!cck_decimal_parse(cck_slice_of(factors[i]), &out))
      fail_msg("not a decimal: %s", factors[i]);
}

/* The unit whose alias begins the text, and the tokens of that alias; "none" and 0. */
static cck_slice unit_at(const cck_unit_table *table, const cck_trie *trie, const char *text, bool glued,
                         size_t *length) {
  cck_tokens tokens = tokens_of(text);
  const cck_unit_alias *alias;
  *length = cck_unit_match(table, trie, cck_slice_of(text), tokens.items, tokens.count, glued, &alias);
  return *length ? table->units.items[alias->unit].name : CCK_S("none");
}

/* An alias after a number, glued to it or not, and the unit that it names; NULL for none. */
static void test_match(void **state) {
  const cck_unit_table *table = *state;
  static const struct {
    const char *text;
    bool glued;
    const char *unit;
  } rows[] = {
      {"km", false, "kilometre"},
      {"KM", true, "kilometre"},
      {"kilometers", false, "kilometre"},
      {"square kilometres", false, "square kilometre"},
      {"sq km", false, "square kilometre"},
      {"km2", true, "square kilometre"},
      {"m2", false, "square metre"},
      {"m 2", false, "metre"},
      {"MW", false, "megawatt"},
      {"kWh", true, "kilowatt hour"},
      {"kilowatt-hours", false, "kilowatt hour"},
      {"terawatt hours", false, "terawatt hour"},
      {"GB", true, "gigabyte"},
      {"C", true, "celsius"},
      {"C", false, NULL},
      {"s", true, "second"},
      {"s", false, NULL},
      {"degrees Celsius", false, "celsius"},
      {"percent", false, "percent"},
      {"per cent", false, "percent"},
      {"percentage points", false, "percentage point"},
      {"%", true, "percent"},
      {"year-old", false, "year of age"},
      {"years of age", false, "year of age"},
      {"years", false, "year"},
      {"miles per hour", false, "mile/hour"},
      {"mph", true, "mile/hour"},
      {"U.S. dollars", false, "USD"},
      {"Euros", false, "EUR"},
      {"HK$", false, "HKD"},
      {"p", true, "penny"},
      {"p", false, NULL},
      {"centuries", false, "century"},
      {"soldiers", false, NULL},
      {"SEC", false, NULL},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    size_t length;
    cck_slice got = unit_at(table, &table->after, rows[i].text, rows[i].glued, &length);
    if (!cck_slice_is(got, rows[i].unit ? rows[i].unit : "none"))
      fail_msg("'%s' is %.*s", rows[i].text, (int)got.len, got.ptr);
  }
}

static void test_marks(void **state) {
  const cck_unit_table *table = *state;
  static const struct {
    const char *text, *unit;
  } rows[] = {{"$", "USD"},    {"US$", "USD"}, {"$US", "USD"}, {"HK$", "HKD"},  {"HK $", "HKD"},
              {"US $", "USD"}, {"A$", "AUD"},  {"EUR", "EUR"}, {"€", "EUR"},    {"£", "GBP"},
              {"RM", "MYR"},   {"Rs", "INR"},  {"a", "none"},  {"eur", "none"}, {"the", "none"}};
  for (size_t i = 0; i < COUNT(rows); i++) {
    size_t length;
    cck_slice got = unit_at(table, &table->before, rows[i].text, false, &length);
    if (length != tokens_of(rows[i].text).count)
      got = CCK_S("none");
    if (!cck_slice_is(got, rows[i].unit))
      fail_msg("'%s' is %.*s", rows[i].text, (int)got.len, got.ptr);
  }
  /* One letter and a space is an article, not a mark: "A $500 fine". */
  size_t length;
  unit_at(table, &table->before, "A $500", false, &length);
  assert_int_equal(length, 0);
}

static void test_dimension(void **state) {
  const cck_unit_table *table = *state;
  static const struct {
    const char *unit, *dimension;
  } rows[] = {{"", "number"},
              {"USD", "money"},
              {"soldier", "count"},
              {"signed agreement", "count"},
              {"percent", "percent"},
              {"percentage point", "percentage point"},
              {"year", "duration"},
              {"year of age", "age"},
              {"kilometre", "length"},
              {"USD/barrel", "money/volume"},
              {"barrel/day", "volume/duration"},
              {"mile/hour", "speed"},
              {"cent", "money"},
              {"soldier/day", "count/duration"}};
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_slice got = cck_unit_dimension(table, &arena, cck_slice_of(rows[i].unit));
    if (!cck_slice_is(got, rows[i].dimension))
      fail_msg("'%s' is %.*s", rows[i].unit, (int)got.len, got.ptr);
  }
}

static void test_convert(void **state) {
  const cck_unit_table *table = *state;
  static const struct {
    const char *value, *from, *to, *want; /* want NULL: no conversion */
  } rows[] = {
      {"5", "mile", "kilometre", "8.04672"},
      {"8.04672", "kilometre", "mile", "5"},
      {"1", "foot", "inch", "12"},
      {"3", "year", "month", "36"},
      {"2", "decade", "year", "20"},
      {"2", "hour", "second", "7200"},
      {"1.5", "tonne", "kilogram", "1500"},
      {"1", "hectare", "square metre", "10000"},
      {"60", "mile/hour", "kilometre/hour", "96.56064"},
      {"50", "basis point", "percentage point", "0.5"},
      {"5", "percent", "percentage point", NULL},
      {"2", "gigawatt hour", "kilowatt hour", "2000000"},
      {"100", "tonne/day", "kilogram/day", "100000"},
      {"24", "kilogram/day", "kilogram/hour", "1"},
      {"7", "USD", "EUR", NULL},
      {"7", "USD", "USD", "7"},
      {"7", "soldier", "soldier", "7"},
      {"7", "soldier", "tank", NULL},
      {"7", "mile", "kilogram", NULL},
      {"20", "celsius", "fahrenheit", NULL},
      {"2", "ton", "tonne", NULL},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_decimal value, out;
    char text[CCK_DECIMAL_TEXT] = "none";
    assert_true(cck_decimal_parse(cck_slice_of(rows[i].value), &value));
    if (cck_unit_convert(table, value, cck_slice_of(rows[i].from), cck_slice_of(rows[i].to), &out))
      cck_decimal_print(out, text);
    if (!cck_slice_is(cck_slice_of(text), rows[i].want ? rows[i].want : "none"))
      fail_msg("%s %s is %s %s", rows[i].value, rows[i].from, text, rows[i].to);
  }
}

static void test_declare(void **state) {
  cck_unit_table *table = *state;
  cck_slice names[] = {CCK_S("versts")};
  cck_slices aliases = {names, 1, 1};
  cck_decimal factor, out;
  assert_true(cck_decimal_parse(CCK_S("1066.8"), &factor));
  cck_unit_declare(table, CCK_S("verst"), CCK_S("length"), factor, &aliases);
  const cck_unit *unit = cck_unit_find(table, CCK_S("verst"));
  assert_non_null(unit);
  assert_true(cck_unit_convert(table, cck_decimal_of(10), CCK_S("verst"), CCK_S("kilometre"), &out));
  assert_int_equal(cck_decimal_cmp(out, (cck_decimal){10668, -3}), 0);
  assert_null(cck_unit_find(table, CCK_S("soldier")));
  assert_non_null(cck_unit_find(table, CCK_S("USD/verst")));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_factors_read), cmocka_unit_test(test_match),   cmocka_unit_test(test_marks),
      cmocka_unit_test(test_dimension),    cmocka_unit_test(test_convert), cmocka_unit_test(test_declare),
  };
  return cmocka_run_group_tests_name("unit", tests, set_up, tear_down);
}
