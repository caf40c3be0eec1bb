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
#define CCK_UNDER_PREFIX(prefixes, name, dimension, factor, words, symbols) factor,
#include "model/units.def"
#undef CCK_UNIT
#undef CCK_PREFIXED
#undef CCK_UNDER_PREFIX
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
      {"picometres", false, "picometre"},
      {"pm", true, NULL},
      {"square micrometres", false, "square micrometre"},
      {"dm3", true, "cubic decimetre"},
      {"square km", false, "square kilometre"},
      {"square-foot", false, "square foot"},
      {"yottabytes", false, "yottabyte"},
      {"TiB", false, "tebibyte"},
      {"Mbps", false, "megabit/second"},
      {"gigabytes per second", false, "gigabyte/second"},
      {"petaflops", false, "petaflops"},
      {"flops", false, NULL},
      {"millimoles", false, "millimole"},
      {"moles", false, NULL},
      {"femtobarns", false, "femtobarn"},
      {"barns", false, NULL},
      {"fb−1", false, "inverse femtobarn"},
      {"fb-1", false, "inverse femtobarn"},
      {"tesla", false, "tesla"},
      {"Tesla", false, NULL},
      {"Siemens", false, NULL},
      {"µSv", false, "microsievert"},
      {"μSv", false, "microsievert"},
      {"kN·m", false, "kilonewton metre"},
      {"kNm", false, "kilonewton metre"},
      {"megatonnes of oil equivalent", false, "megatonne of oil equivalent"},
      {"Mtoe", false, "megatonne of oil equivalent"},
      {"boe", false, "barrel of oil equivalent"},
      {"BoE", false, NULL},
      {"kVA", false, "kilovolt ampere"},
      {"VA", false, NULL},
      {"GtCO2e", false, "gigatonne of carbon dioxide equivalent"},
      {"m/s²", false, "metre/square second"},
      {"bcm", false, "billion cubic metre"},
      {"sen", false, "sen"},
      {"Sen.", false, NULL},
      {"cruzados", false, "BRC"},
      {"bitcoins", false, "BTC"},
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
  } rows[] = {{"$", "USD"},  {"US$", "USD"}, {"$US", "USD"},  {"HK$", "HKD"},  {"HK $", "HKD"}, {"US $", "USD"},
              {"A$", "AUD"}, {"EUR", "EUR"}, {"€", "EUR"},    {"£", "GBP"},    {"RM", "MYR"},   {"Rs", "INR"},
              {"a", "none"}, {"eur", "EUR"}, {"hk $", "HKD"}, {"top", "none"}, {"the", "none"}};
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
      {"3", "percent", "permille", "30"},
      {"1", "light-year", "light-hour", "8766"},
      {"1", "astronomical unit", "kilometre", "149597870.7"},
      {"1", "hand", "inch", "4"},
      {"1", "square mile", "acre", "640"},
      {"1", "square micrometre", "square nanometre", "1000000"},
      {"3", "decare", "dunam", "3"},
      {"1", "cubic mile", "cubic foot", "147197952000"},
      {"1", "acre-foot", "cubic foot", "43560"},
      {"1", "barrel", "gallon", "42"},
      {"1", "imperial gallon", "imperial fluid ounce", "160"},
      {"1", "cord", "cubic foot", "128"},
      {"12", "board foot", "cubic foot", "1"},
      {"1", "billion cubic metre", "cubic kilometre", "1"},
      {"1", "billion cubic foot", "thousand cubic foot", "1000000"},
      {"1", "billion cubic foot/day", "million cubic foot/day", "1000"},
      {"1", "cubic metre/second", "litre/second", "1000"},
      {"1", "long ton", "long hundredweight", "20"},
      {"1", "troy ounce", "pennyweight", "20"},
      {"8", "tola", "troy ounce", "3"},
      {"1", "forty-foot equivalent unit", "twenty-foot equivalent unit", "2"},
      {"1", "kilometre/second", "kilometre/hour", "3600"},
      {"60", "mile/hour", "foot/second", "88"},
      {"1", "standard gravity", "metre/square second", "9.80665"},
      {"1", "degree", "arcsecond", "3600"},
      {"1", "tebibyte", "gibibyte", "1024"},
      {"1", "byte", "bit", "8"},
      {"1", "gigabyte/second", "gigabit/second", "8"},
      {"1", "exaflops", "petaflops", "1000"},
      {"1", "megatonne of oil equivalent", "gigawatt hour", "11630"},
      {"10", "tonne of coal equivalent", "tonne of oil equivalent", "7"},
      {"1", "kiloton of TNT", "gigacalorie", "1000"},
      {"1", "joule", "erg", "10000000"},
      {"1", "gigaelectronvolt", "electronvolt", "1000000000"},
      {"1", "gigawatt year", "gigawatt hour", "8765.82"},
      {"1", "ampere hour", "coulomb", "3600"},
      {"1", "tesla", "gauss", "10000"},
      {"1", "microfarad", "nanofarad", "1000"},
      {"1", "newton", "dyne", "100000"},
      {"1", "kilonewton metre", "newton metre", "1000"},
      {"12", "pound-inch", "pound-foot", "1"},
      {"1", "inch of mercury", "millimetre of mercury", "25.4"},
      {"1", "kilobar", "megapascal", "100"},
      {"1", "gray", "rad", "100"},
      {"1", "sievert", "rem", "100"},
      {"1", "gray", "sievert", NULL},
      {"1", "curie", "gigabecquerel", "37"},
      {"1", "millibarn", "picobarn", "1000000000"},
      {"1", "inverse femtobarn", "inverse picobarn", "1000"},
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

static bool one_meaning(const cck_unit_table *table, const cck_trie *trie, cck_slice text, const cck_unit_alias *mine) {
  cck_tokens tokens = {0};
  cck_tokenize(&arena, text, 0, text.len, &tokens);
  uint32_t unit = mine->unit;
  for (unsigned glued = 0; glued < 2; glued++) {
    const cck_unit_alias *found;
    size_t length = cck_unit_match(table, trie, text, tokens.items, tokens.count, glued, &found);
    if (length == tokens.count && found->how == mine->how && found->unit != unit)
      return false;
  }
  return true;
}

/* An alias of one kind, as a word or as a symbol with its case, names one unit. */
static void test_one_meaning(void **state) {
  const cck_unit_table *table = *state;
  for (size_t i = 0; i < table->aliases.count; i++) {
    const cck_unit_alias *alias = &table->aliases.items[i];
    bool after = !(alias->how & CCK_UNIT_AFTER) || one_meaning(table, &table->after, alias->text, alias);
    bool before = !(alias->how & CCK_UNIT_BEFORE) || one_meaning(table, &table->before, alias->text, alias);
    if (!after || !before)
      fail_msg("'%.*s' names two units", (int)alias->text.len, alias->text.ptr);
  }
}

/* Units of measure, prefixed ones too, without money: at least the 500 that were asked for. */
static void test_count(void **state) {
  const cck_unit_table *table = *state;
  size_t measures = 0;
  for (size_t i = 0; i < table->units.count; i++)
    measures += !cck_slice_is(table->units.items[i].dimension, "money");
  assert_true(measures >= 500);
  assert_true(table->units.count - measures >= 300);
}

/* A prefixed unit whose factor did not fit would be left out in silence. */
static void test_prefixes(void **state) {
  const cck_unit_table *table = *state;
  static const struct {
    const char *unit, *factor;
  } rows[] = {{"quettabyte", "8000000000000000000000000000000"},
              {"attometre", "0.000000000000000001"},
              {"square nanometre", "0.000000000000000001"},
              {"cubic micrometre", "0.000000000000000001"},
              {"decagram", "0.01"},
              {"exaelectronvolt", "0.1602176634"},
              {"attobarn", "0.0000000000000000000000000000000000000000000001"},
              {"microwatt", "0.000001"}};
  for (size_t i = 0; i < COUNT(rows); i++) {
    const cck_unit *unit = cck_unit_find(table, cck_slice_of(rows[i].unit));
    char text[CCK_DECIMAL_TEXT] = "none";
    if (unit)
      cck_decimal_print(unit->factor, text);
    if (strcmp(text, rows[i].factor) != 0)
      fail_msg("%s is %s", rows[i].unit, text);
  }
}

/* What is stored by the shipped tables alone agrees with the table in memory, for prefixed units too. */
static void test_shipped(void **state) {
  const cck_unit_table *table = *state;
  for (size_t i = 0; i < table->units.count; i++) {
    const cck_unit *unit = &table->units.items[i];
    cck_slice got = cck_unit_shipped_dimension(&arena, unit->name);
    if (!cck_slice_eq(got, unit->dimension))
      fail_msg("'%.*s' is %.*s", (int)unit->name.len, unit->name.ptr, (int)got.len, got.ptr);
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
      cmocka_unit_test(test_factors_read), cmocka_unit_test(test_match),    cmocka_unit_test(test_marks),
      cmocka_unit_test(test_dimension),    cmocka_unit_test(test_convert),  cmocka_unit_test(test_one_meaning),
      cmocka_unit_test(test_count),        cmocka_unit_test(test_prefixes), cmocka_unit_test(test_shipped),
      cmocka_unit_test(test_declare),
  };
  return cmocka_run_group_tests_name("unit", tests, set_up, tear_down);
}
