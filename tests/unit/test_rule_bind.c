/*
 * The binder: what a rule set means once its names are resolved; publishers, waivers
 * written to a file, limits, and hostile bytes.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include <stdio.h>

#include "base/buffer.h"
#include "base/io.h"
#include "model/claim.h"
#include "rule/kinds.h"
#include "rule/rule.h"
#include "rule/waiver_file.h"
#include "unit/fixture.h"

static cck_slice S(const char *text) { return cck_slice_of(text); }

static void assert_slice(cck_slice got, const char *expected) {
  if (!cck_slice_is(got, expected))
    fail_msg("got '%.*s', expected '%s'", (int)got.len, got.ptr, expected);
}

static void assert_decimal(cck_decimal got, const char *expected) {
  char text[CCK_DECIMAL_TEXT];
  cck_decimal_print(got, text);
  assert_string_equal(text, expected);
}

/* Errors of a run: how many, and the first one. */
typedef struct errors {
  unsigned count;
  cck_error first;
} errors;

static void take(void *context, const cck_error *error) {
  errors *e = context;
  if (e->count++ == 0)
    e->first = *error;
}

static cck_rules *bind_text(cck_slice text, errors *e) {
  cck_rules *rules = cck_rules_new();
  cck_error_sink sink = {take, e};
  *e = (errors){0};
  cck_rules_parse_text(rules, "desk.rules", text, sink);
  cck_rules_bind(rules, sink);
  return rules;
}

static cck_rules *bind_good(const char *text) {
  errors e;
  cck_rules *rules = bind_text(S(text), &e);
  if (e.count)
    fail_msg("%s:%u:%u: %s", e.first.file, e.first.line, e.first.column, e.first.message);
  return rules;
}

/* --- vocabulary --- */

static const char vocabulary[] = "language en\n"
                                 "unit verst\n"
                                 "  alias versts\n"
                                 "  dimension length\n"
                                 "  factor 1066.8\n"
                                 "entity port-alma\n"
                                 "  type port\n"
                                 "  name Port of Alma\n"
                                 "  alias Alma harbour, \"Alma, the harbour\"\n"
                                 "  in kazakhstan\n"
                                 "entity mayor\n"
                                 "  type person\n"
                                 "  name Anna Orlova until 2010-05-01\n"
                                 "  name Anna Berg from 2010-05-01\n"
                                 "  alias Orlova, A. Orlova from 2001 until 2010\n"
                                 "entity kazakhstan\n"
                                 "  alias Qazaqstan\n"
                                 "measure dockers\n"
                                 "  kind count\n"
                                 "  words docker, N-strong\n"
                                 "  not injured\n"
                                 "measure loan\n"
                                 "  kind money\n"
                                 "  words lend, loan\n"
                                 "  near harbour\n"
                                 "  subject of debt\n"
                                 "measure quay\n"
                                 "  kind length\n"
                                 "  words quay\n"
                                 "  unit metre\n"
                                 "measure opened\n"
                                 "  kind date\n"
                                 "  words open, opened\n"
                                 "measure announced\n"
                                 "  kind date\n"
                                 "  words announce\n"
                                 "measure share\n"
                                 "  kind percent\n"
                                 "  words share\n";

static const cck_alias *find_alias(const cck_lexicon *lexicon, const char *text) {
  for (size_t i = 0; i < lexicon->aliases.count; i++)
    if (cck_slice_is(lexicon->aliases.items[i].text, text))
      return &lexicon->aliases.items[i];
  fail_msg("no alias '%s'", text);
  return NULL;
}

static void entities(void **state) {
  (void)state;
  cck_rules *rules = bind_good(vocabulary);
  const cck_lexicon *lexicon = rules->lexicon;
  uint32_t port = cck_lexicon_entity(lexicon, S("port-alma"));
  const cck_entity *entity = &lexicon->entities.items[port];
  assert_slice(entity->type, "port");
  assert_slice(entity->name, "Port of Alma");
  assert_slice(entity->in, "kazakhstan");
  assert_false(entity->dated);
  assert_int_equal(find_alias(lexicon, "Port of Alma")->entity, port);
  assert_int_equal(find_alias(lexicon, "Alma, the harbour")->entity, port);
  uint32_t country = cck_lexicon_entity(lexicon, S("kazakhstan"));
  assert_int_equal(find_alias(lexicon, "Qazaqstan")->entity, country);
  assert_true(lexicon->entities.items[country].builtin);
  assert_true(lexicon->fingerprint.len > 0);
  cck_rules_free(rules);
}

static void dated_names(void **state) {
  (void)state;
  cck_rules *rules = bind_good(vocabulary);
  const cck_lexicon *lexicon = rules->lexicon;
  uint32_t mayor = cck_lexicon_entity(lexicon, S("mayor"));
  assert_true(lexicon->entities.items[mayor].dated);
  assert_slice(lexicon->entities.items[mayor].name, "Anna Orlova");
  cck_period until = find_alias(lexicon, "Anna Orlova")->valid;
  assert_true(until.min == CCK_NO_DAY && until.max == cck_day_of(2010, 4, 30));
  cck_period from = find_alias(lexicon, "Anna Berg")->valid;
  assert_true(from.min == cck_day_of(2010, 5, 1) && from.max == CCK_NO_DAY);
  cck_period both = find_alias(lexicon, "Orlova")->valid;
  assert_true(both.min == cck_day_of(2001, 1, 1) && both.max == cck_day_of(2009, 12, 31));
  assert_true(find_alias(lexicon, "A. Orlova")->valid.max == both.max);
  cck_rules_free(rules);
}

static const cck_measure *measure(const cck_rules *rules, const char *id) {
  return &rules->lexicon->measures.items[cck_lexicon_measure(rules->lexicon, S(id))];
}

static void measures_and_units(void **state) {
  (void)state;
  cck_rules *rules = bind_good(vocabulary);
  assert_int_equal(measure(rules, "dockers")->kind, CCK_MEASURE_COUNT);
  assert_int_equal(measure(rules, "loan")->kind, CCK_MEASURE_MONEY);
  assert_true(measure(rules, "loan")->has_near && measure(rules, "loan")->has_subject_of);
  assert_int_equal(measure(rules, "quay")->kind, CCK_MEASURE_DIMENSION);
  assert_slice(measure(rules, "quay")->dimension, "length");
  assert_slice(measure(rules, "quay")->unit, "metre");
  assert_int_equal(measure(rules, "opened")->kind, CCK_MEASURE_DATE);
  const cck_unit *verst = cck_unit_find(rules->units, S("verst"));
  assert_non_null(verst);
  assert_decimal(verst->factor, "1066.8");
  cck_rules_free(rules);
}

/* --- expectations --- */

static cck_rules *bind_rule(const char *fields) {
  cck_buffer text = {0};
  cck_put_text(&text, vocabulary);
  cck_put_text(&text, "rule r\n");
  cck_put_text(&text, fields);
  cck_rules *rules = bind_good(text.ptr);
  cck_buffer_fini(&text);
  assert_int_equal(rules->rules.count, 1);
  return rules;
}

static void expect_tolerances(void **state) {
  (void)state;
  static const struct {
    const char *fields;
    cck_tolerance_kind kind;
    const char *amount, *unit;
    cck_across across;
    const char *during; /* number, or "" for none */
  } cases[] = {
      {"  for dockers\n  expect values agree within 15% during 12 months across sources\n", CCK_TOLERANCE_PERCENT, "15",
       "", CCK_ACROSS_SOURCES, "12"},
      {"  for dockers\n  expect values agree within 2.5%\n", CCK_TOLERANCE_PERCENT, "2.5", "", CCK_ACROSS_ANY, ""},
      {"  for dockers\n  expect values  agree within 1,500 in one article\n", CCK_TOLERANCE_AMOUNT, "1500", "",
       CCK_IN_ONE_ARTICLE, ""},
      {"  for loan\n  expect values agree within $2 million\n", CCK_TOLERANCE_AMOUNT, "2000000", "USD", CCK_ACROSS_ANY,
       ""},
      {"  for quay\n  expect values agree within 3 versts during week\n", CCK_TOLERANCE_AMOUNT, "3", "verst",
       CCK_ACROSS_ANY, "1"},
      {"  for share\n  expect values agree within 2 percentage points\n", CCK_TOLERANCE_AMOUNT, "2", "percentage point",
       CCK_ACROSS_ANY, ""},
      {"  for dockers\n  expect values agree within rounding\n", CCK_TOLERANCE_ROUNDING, "0", "", CCK_ACROSS_ANY, ""},
      {"  for opened\n  expect values agree within 3 days\n", CCK_TOLERANCE_DURATION, "0", "", CCK_ACROSS_ANY, ""},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    cck_rules *rules = bind_rule(cases[i].fields);
    const cck_expect *e = &rules->rules.items[0].expect;
    assert_int_equal(e->kind, CCK_KIND_values_agree);
    assert_int_equal(e->tolerance.kind, cases[i].kind);
    assert_decimal(e->tolerance.amount, cases[i].amount);
    assert_slice(e->tolerance.unit, cases[i].unit);
    assert_int_equal(e->across, cases[i].across);
    assert_int_equal(e->during.given, cases[i].during[0] != '\0');
    if (e->during.given)
      assert_decimal(e->during.number, cases[i].during);
    cck_rules_free(rules);
  }
}

static void expect_limits(void **state) {
  (void)state;
  static const struct {
    const char *fields, *low, *high, *unit; /* NULL for no limit */
  } cases[] = {
      {"  for dockers\n  expect value at most 50,000\n", NULL, "50000", ""},
      {"  for dockers\n  expect value at least 5 thousand\n", "5000", NULL, ""},
      {"  for loan\n  expect value between $5 million and $2 billion\n", "5000000", "2000000000", "USD"},
      {"  for share\n  expect value at most 100%\n", NULL, "100", "percent"},
      {"  for any quantity\n  expect value at most 15 km\n", NULL, "15", "kilometre"},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    cck_rules *rules = bind_rule(cases[i].fields);
    const cck_expect *e = &rules->rules.items[0].expect;
    assert_int_equal(e->kind, CCK_KIND_value_limit);
    assert_int_equal(e->low.kind, cases[i].low ? CCK_LIMIT_AMOUNT : CCK_LIMIT_NONE);
    assert_int_equal(e->high.kind, cases[i].high ? CCK_LIMIT_AMOUNT : CCK_LIMIT_NONE);
    if (cases[i].low)
      assert_decimal(e->low.amount, cases[i].low);
    if (cases[i].high)
      assert_decimal(e->high.amount, cases[i].high);
    assert_slice(cases[i].high ? e->high.unit : e->low.unit, cases[i].unit);
    cck_rules_free(rules);
  }
}

static void expect_others(void **state) {
  (void)state;
  static const struct {
    const char *fields;
    cck_kind kind;
    cck_select select;
    bool past;
  } cases[] = {
      {"  for any date\n  expect weekday matches date\n", CCK_KIND_weekday_date, CCK_SELECT_ANY_DATE, false},
      {"  for any date\n  expect date exists\n", CCK_KIND_date_exists, CCK_SELECT_ANY_DATE, false},
      {"  for any change\n  expect change adds up within rounding\n", CCK_KIND_change_adds_up, CCK_SELECT_ANY_CHANGE,
       false},
      {"  for any number\n  expect number well formed\n", CCK_KIND_number_well_formed, CCK_SELECT_ANY_NUMBER, false},
      {"  for name of mayor\n  expect name fits published\n", CCK_KIND_name_fits, CCK_SELECT_NAME, false},
      {"  for any date in past tense\n  expect start not after publication by 1 day\n", CCK_KIND_moment_order,
       CCK_SELECT_ANY_DATE, true},
      {"  for opened in past tense of any port\n  expect opened not before announced\n", CCK_KIND_moment_order,
       CCK_SELECT_MEASURES, true},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    cck_rules *rules = bind_rule(cases[i].fields);
    const cck_rule *rule = &rules->rules.items[0];
    assert_int_equal(rule->expect.kind, cases[i].kind);
    assert_int_equal(rule->select, cases[i].select);
    assert_int_equal(rule->past_tense, cases[i].past);
    cck_rules_free(rules);
  }
}

static void moments(void **state) {
  (void)state;
  cck_rules *rules = bind_rule("  for any date\n  expect start not after publication by 1 day\n");
  const cck_expect *e = &rules->rules.items[0].expect;
  assert_int_equal(e->left.kind, CCK_MOMENT_START);
  assert_int_equal(e->right.kind, CCK_MOMENT_PUBLICATION);
  assert_true(e->during.given && e->during.unit == CCK_SPAN_DAY && !e->before);
  cck_rules_free(rules);
  rules = bind_rule("  for opened\n  expect opened not before announced\n");
  e = &rules->rules.items[0].expect;
  assert_true(e->before && !e->during.given);
  assert_int_equal(e->right.kind, CCK_MOMENT_MEASURE);
  assert_slice(rules->lexicon->measures.items[e->right.measure].id, "announced");
  cck_rules_free(rules);
}

static void selection(void **state) {
  (void)state;
  static const struct {
    const char *fields;
    size_t measures;
    cck_of of;
    const char *name;
  } cases[] = {
      {"  for dockers\n  expect values agree within 5%\n", 1, CCK_OF_NOTHING, ""},
      {"  for dockers, share of any port\n  expect values agree within 5%\n", 2, CCK_OF_TYPE, "port"},
      {"  for dockers of port-alma\n  expect values agree within 5%\n", 1, CCK_OF_ENTITY, "port-alma"},
      {"  for loan of any country\n  expect values agree within 5%\n", 1, CCK_OF_TYPE, "country"},
      {"  for any money of any subject\n  expect values agree within 5%\n", 0, CCK_OF_ANY_SUBJECT, ""},
      {"  for any count of tajikistan\n  expect values agree within 5%\n", 0, CCK_OF_ENTITY, "tajikistan"},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    cck_rules *rules = bind_rule(cases[i].fields);
    const cck_rule *rule = &rules->rules.items[0];
    assert_int_equal(rule->measures.count, cases[i].measures);
    assert_int_equal(rule->of, cases[i].of);
    assert_slice(rule->of_name, cases[i].name);
    cck_rules_free(rules);
  }
}

static void rule_fields(void **state) {
  (void)state;
  cck_rules *rules = bind_rule("  severity error\n  for dockers\n  expect values agree within 5% during 2 weeks\n"
                               "  apart note\n  hedge 7.5%\n  needs 2 independent sources\n  unless quoted\n"
                               "  modality asserted\n  suggest scale\n  when no reference note\n"
                               "  message \"{low}, # {high}\"\n  why \"\"\"Quoted\"\" first\"\n"
                               "  link https://example.org/desk#1\n"
                               "  example flags two papers\n    doc 2015-03 gazette \"He said \"\"no\"\".\"\n"
                               "    doc 2015 courier \"Yes, # 2.\"\n    want 5,000; 7,000; try 330 million USD\n"
                               "  example passes\n    doc 2015-03-02 gazette \"No.\"\n  example todo later\n"
                               "    doc 2015-03-02 gazette \"Later.\"\n");
  const cck_rule *rule = &rules->rules.items[0];
  assert_int_equal(rule->severity, CCK_SEVERITY_ERROR);
  assert_true(rule->has_apart && rule->apart == CCK_SEVERITY_NOTE);
  assert_decimal(rule->hedge, "7.5");
  assert_int_equal(rule->needs, 2);
  assert_true(rule->unless_quoted && rule->modality_asserted && rule->suggest_scale && rule->note_no_reference);
  assert_slice(rule->message, "{low}, # {high}");
  assert_slice(rule->why, "\"Quoted\" first");
  assert_slice(rule->link, "https://example.org/desk#1");
  assert_int_equal(rule->examples.count, 3);
  const cck_example *example = &rule->examples.items[0];
  assert_slice(example->title, "two papers");
  assert_int_equal(example->doc_count, 2);
  assert_slice(example->docs[0].text, "He said \"no\".");
  assert_slice(example->docs[1].text, "Yes, # 2.");
  assert_slice(example->docs[1].source, "courier");
  assert_slice(example->docs[1].date, "2015");
  assert_int_equal(example->want.count, 2);
  assert_slice(example->want.items[0], "5,000");
  assert_slice(example->try_.items[0], "330 million USD");
  assert_int_equal(rule->examples.items[1].kind, CCK_EXAMPLE_PASSES);
  assert_int_equal(rule->examples.items[2].kind, CCK_EXAMPLE_TODO);
  assert_int_equal(rule->examples.items[2].doc_count, 1);
  cck_rules_free(rules);
}

static void rule_defaults(void **state) {
  (void)state;
  cck_rules *rules = bind_rule("  for dockers\n  expect value at most 5\n");
  const cck_rule *rule = &rules->rules.items[0];
  assert_int_equal(rule->severity, CCK_SEVERITY_WARNING);
  assert_decimal(rule->hedge, "5");
  assert_int_equal(rule->needs, 1);
  assert_false(rule->has_apart || rule->unless_quoted || rule->suggest_scale);
  assert_int_equal(rule->message.len, 0);
  cck_rules_free(rules);
}

/* Every form of kinds.def is known to the parser: an unbuilt one says so, none is "unknown". */
static void every_kind_parses(void **state) {
  (void)state;
  static const char *const values[CCK_KIND_COUNT] = {
      [CCK_KIND_values_agree] = "values agree within 5%",
      [CCK_KIND_value_limit] = "value at most 5",
      [CCK_KIND_value_usual] = "value within 10 times the usual",
      [CCK_KIND_value_best_source] = "value within 5% of best source",
      [CCK_KIND_value_changes] = "value changes at most 5% per year",
      [CCK_KIND_moment_order] = "start not after end",
      [CCK_KIND_weekday_date] = "weekday matches date",
      [CCK_KIND_date_exists] = "date exists",
      [CCK_KIND_change_adds_up] = "change adds up within rounding",
      [CCK_KIND_parts_sum] = "parts sum to total within 1%",
      [CCK_KIND_share_fits] = "share fits counts within 1%",
      [CCK_KIND_conversion_holds] = "conversion holds within 5%",
      [CCK_KIND_age_fits] = "age fits dates",
      [CCK_KIND_duration_fits] = "duration fits dates",
      [CCK_KIND_number_well_formed] = "number well formed",
      [CCK_KIND_name_fits] = "name fits published",
  };
  for (int k = 0; k < CCK_KIND_COUNT; k++) {
    errors e;
    char text[200];
    assert_non_null(values[k]);
    snprintf(text, sizeof text, "rule r\n  for any banana\n  expect %s\n", values[k]);
    cck_rules *rules = bind_text(S(text), &e);
    bool built = cck_kind_at((size_t)k)->how != NULL;
    assert_int_equal(e.count, built ? 1 : 2); /* one of them is the banana's */
    assert_null(strstr(e.first.message, "expectation"));
    cck_rules_free(rules);
  }
}

/* --- tables --- */

static void reference_table(void **state) {
  (void)state;
  char folder[] = "/tmp/cacheck-table-XXXXXX";
  char path[100];
  assert_non_null(mkdtemp(folder));
  snprintf(path, sizeof path, "%s/gdp.csv", folder);
  assert_int_equal(cck_file_write(path,
                                  S("# note\ncountry,year,gdp\ntajikistan,2004,2076000000\n\"armenia\",2005,\"1,5"
                                    "00\"\narmenia,2004,-2.5\narmenia,2006,\n"),
                                  NULL),
                   CCK_OK);
  char rules_path[100];
  snprintf(rules_path, sizeof rules_path, "%s/desk.rules", folder);
  cck_buffer text = {0};
  cck_put_text(&text, vocabulary);
  cck_put_text(&text, "table gdp\n  file gdp.csv\n  key country, year\n  value gdp\n  unit USD\n  edition mine\n"
                      "rule r\n  for loan of any country\n  expect value at most 150% of gdp\n");
  assert_int_equal(cck_file_write(rules_path, cck_buffer_slice(&text), NULL), CCK_OK);
  errors e = {0};
  cck_error_sink sink = {take, &e};
  cck_rules *rules = cck_rules_new();
  assert_int_equal(cck_rules_parse(rules, rules_path, sink), CCK_OK);
  assert_int_equal(cck_rules_parse(rules, rules_path, sink), CCK_OK); /* read once */
  assert_int_equal(cck_rules_bind(rules, sink), CCK_OK);
  const cck_table *table = &rules->tables.items[0];
  assert_int_equal(table->rows.count, 3);
  assert_slice(table->rows.items[0].entity, "armenia");
  assert_int_equal(table->rows.items[0].year, 2004);
  assert_decimal(table->rows.items[0].value, "-2.5");
  assert_decimal(table->rows.items[1].value, "1500");
  assert_slice(table->rows.items[2].entity, "tajikistan");
  assert_true(table->by_year);
  assert_slice(table->edition, "mine");
  assert_int_equal(rules->rules.items[0].expect.high.kind, CCK_LIMIT_TABLE);
  assert_decimal(rules->rules.items[0].expect.high.amount, "150");
  cck_rules_free(rules);
  cck_buffer_fini(&text);
  unlink(path);
  unlink(rules_path);
  rmdir(folder);
}

/* --- publishers and waivers --- */

static void publishers(void **state) {
  (void)state;
  cck_rules *rules = bind_good("source stratfor-mirror\n  match example-mirror.net\n  copies Stratfor Inc\n  trust 10\n"
                               "source stratfor\n  alias Stratfor Inc, Strategic Forecasting\n  trust 80\n");
  static const struct {
    const char *publisher, *url, *key, *copies;
    int trust;
  } cases[] = {
      {"RFE/RL", "", "rferl", "", 50},
      {"Stratfor", "", "stratfor", "", 80},
      {"Strategic Forecasting", "", "stratfor", "", 80},
      {"Stratfor Mirror", "", "stratformirror", "stratfor", 10},
      {"", "https://www.example-mirror.net/a?b", "stratformirror", "stratfor", 10},
      {"", "https://user@EXAMPLE-mirror.net:80", "stratformirror", "stratfor", 10},
      {"", "https://notexample-mirror.net/", "", "", 50},
      {"Gazette", "https://example.org/example-mirror.net", "gazette", "", 50},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    cck_source source = {.publisher = S(cases[i].publisher), .url = S(cases[i].url)};
    assert_slice(cck_rules_publisher(rules, &arena, &source), cases[i].key);
    assert_slice(cck_rules_copies(rules, &arena, &source), cases[i].copies);
    assert_int_equal(cck_rules_trust(rules, &arena, &source), cases[i].trust);
  }
  cck_rules_free(rules);
}

static void waiver_of_a_rule(void **state) {
  (void)state;
  cck_rules *rules = bind_rule("  for dockers\n  expect value at most 5\nsource gazette\n  alias The Alma Gazette\n"
                               "waive r\n  where port-alma, The Alma Gazette 2015-03, courier 2015-03-02\n"
                               "  because 5 # five\n  by desk\n  until 2027-01\n"
                               "waive f-7kq2-9mxd\n  because known\n  until 2027-01-31\n");
  assert_int_equal(rules->waivers.count, 2);
  const cck_waiver *waiver = &rules->waivers.items[0];
  assert_false(waiver->by_finding);
  assert_int_equal(waiver->where_count, 3);
  assert_slice(waiver->where[0].entity, "port-alma");
  assert_slice(waiver->where[1].source, "gazette");
  assert_true(waiver->where[1].date.max == cck_day_of(2015, 3, 31));
  assert_slice(waiver->where[2].source, "courier");
  assert_slice(waiver->because, "5");
  assert_slice(waiver->by, "desk");
  assert_true(waiver->until.max == cck_day_of(2027, 1, 31));
  assert_true(rules->waivers.items[1].by_finding);
  assert_slice(rules->waivers.items[1].target, "F-7KQ2-9MXD");
  cck_rules_free(rules);
}

static void waivers_are_read_back(void **state) {
  (void)state;
  static const struct {
    const char *because, *read;
  } cases[] = {
      {"a plain reason", "a plain reason"},
      {"# 5 is \"known\"", "# 5 is \"known\""},
      {"see desk note #114, page # 2", "see desk note #114, page # 2"},
      {"\"quoted\"", "\"quoted\""},
      {"one\n  until 2099-01-01\r\nwaive all\x1b[2J", "one   until 2099-01-01  waive all [2J"},
      {"  \xd0\xb4\xd0\xb0, ok  ", "\xd0\xb4\xd0\xb0, ok"},
  };
  char folder[] = "/tmp/cacheck-waive-XXXXXX";
  char path[100];
  assert_non_null(mkdtemp(folder));
  snprintf(path, sizeof path, "%s/waivers.rules", folder);
  assert_int_equal(cck_file_write(path, S("# no line end at the end"), NULL), CCK_OK);
  for (size_t i = 0; i < COUNT(cases); i++)
    assert_int_equal(
        cck_waiver_append(path, S("F-7KQ2-9MXD"), S(cases[i].because), S("desk # 1"), S("2027-01-31"), NULL), CCK_OK);
  errors e = {0};
  cck_error_sink sink = {take, &e};
  cck_rules *rules = cck_rules_new();
  assert_int_equal(cck_rules_parse(rules, path, sink), CCK_OK);
  assert_int_equal(cck_rules_bind(rules, sink), CCK_OK);
  assert_int_equal(rules->waivers.count, COUNT(cases));
  for (size_t i = 0; i < COUNT(cases); i++) {
    assert_slice(rules->waivers.items[i].because, cases[i].read);
    assert_slice(rules->waivers.items[i].by, "desk # 1");
    assert_slice(rules->waivers.items[i].until_text, "2027-01-31");
  }
  cck_rules_free(rules);
  unlink(path);
  rmdir(folder);
}

static void waivers_that_are_refused(void **state) {
  (void)state;
  static const struct {
    const char *id, *because, *until, *message;
  } cases[] = {
      {"troops", "x", "2027-01-31", "'troops' is not the id of a finding, as F-7KQ2-9MXD"},
      {"F-7KQ2-9MXD", " \n ", "2027-01-31", "a waiver needs a reason"},
      {"F-7KQ2-9MXD", "x", "2027-02-30", "'2027-02-30' is not a date, as 2027-01-31"},
      {"F-7KQ2-9MXD", "\xff", "2027-01-31", "the reason or the name is not UTF-8"},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    cck_error error = {0};
    assert_int_equal(cck_waiver_append("/nonexistent/w.rules", S(cases[i].id), S(cases[i].because), S(""),
                                       S(cases[i].until), &error),
                     CCK_E_USAGE);
    assert_string_equal(error.message, cases[i].message);
  }
}

/* --- limits and hostile bytes --- */

static void files_that_cannot_be_read(void **state) {
  (void)state;
  static const struct {
    const char *path, *message;
  } cases[] = {
      {"/nonexistent.rules", "cannot open: No such file or directory"},
      {"tests", "is a directory; name the files in it"},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    errors e = {0};
    cck_error_sink sink = {take, &e};
    cck_rules *rules = cck_rules_new();
    assert_int_not_equal(cck_rules_parse(rules, cases[i].path, sink), CCK_OK);
    assert_int_equal(e.count, 1);
    assert_string_equal(e.first.message, cases[i].message);
    cck_rules_free(rules);
  }
}

/* A file below the folder may be a link; a link out of the folder is not followed. */
static void links_out_of_the_folder(void **state) {
  (void)state;
  char folder[] = "/tmp/cacheck-links-XXXXXX";
  char paths[4][100];
  static const char *const names[] = {"secret.txt", "desk", "desk/in.rules", "desk/out.rules"};
  assert_non_null(mkdtemp(folder));
  for (size_t i = 0; i < 4; i++)
    snprintf(paths[i], sizeof paths[i], "%s/%s", folder, names[i]);
  assert_int_equal(cck_file_write(paths[0], S("secret\n"), NULL), CCK_OK);
  assert_int_equal(cck_folder_make(paths[1], NULL), CCK_OK);
  assert_int_equal(cck_file_write(paths[2], S("include out.rules\n"), NULL), CCK_OK);
  assert_int_equal(symlink("../secret.txt", paths[3]), 0);
  errors e = {0};
  cck_error_sink sink = {take, &e};
  cck_rules *rules = cck_rules_new();
  assert_int_not_equal(cck_rules_parse(rules, paths[2], sink), CCK_OK);
  assert_int_equal(e.count, 1);
  assert_string_equal(e.first.message, "'out.rules' leads out of this file's folder");
  cck_rules_free(rules);
  unlink(paths[3]);
  assert_int_equal(symlink("in.rules", paths[3]), 0);
  e = (errors){0};
  rules = cck_rules_new();
  cck_rules_parse(rules, paths[2], sink);
  assert_non_null(strstr(e.first.message, "include goes in a circle")); /* the same file by another name */
  cck_rules_free(rules);
  for (size_t i = 4; i-- > 0;)
    remove(paths[i]);
  rmdir(folder);
}

static void limits(void **state) {
  (void)state;
  errors e;
  cck_buffer text = {0};
  cck_put_text(&text, "entity a\n  name A\n  alias ");
  cck_put_repeat(&text, 'x', CCK_RULE_LINE_LIMIT);
  cck_put_text(&text, "\nentity b\n  nmae B\n");
  cck_rules_free(bind_text(cck_buffer_slice(&text), &e));
  assert_int_equal(e.count, 2);
  assert_string_equal(e.first.message, "a line over the limit of 1 MiB");
  assert_int_equal(e.first.line, 3);
  cck_buffer_clear(&text);
  cck_put_repeat(&text, '\n', CCK_RULE_FILE_LIMIT + 1);
  cck_rules_free(bind_text(cck_buffer_slice(&text), &e));
  assert_string_equal(e.first.message, "larger than the limit of 4 MiB");
  cck_buffer_clear(&text);
  for (int i = 0; i < 300; i++)
    cck_put_text(&text, "banana\n");
  cck_rules_free(bind_text(cck_buffer_slice(&text), &e));
  assert_int_equal(e.count, CCK_RULE_ERRORS + 1);
  cck_buffer_fini(&text);
}

/* Lines made to take long: each must be read in linear time. */
static void worst_lines(void **state) {
  (void)state;
  static const char *const parts[] = {"\"",  " \"",        "\"\" ", " # ", ", ", "a, ",
                                      " of", " not after", "{",     "; ",  "9",  " from 2004"};
  static const char *const heads[] = {"entity a\n  name ",
                                      "rule a\n  for ",
                                      "rule a\n  expect ",
                                      "rule a\n  message ",
                                      "rule a\n  for any count\n  expect values agree within ",
                                      "rule a\n  example flags\n  want ",
                                      "waive a\n  where "};
  for (size_t h = 0; h < COUNT(heads); h++)
    for (size_t i = 0; i < COUNT(parts); i++) {
      errors e;
      cck_buffer text = {0};
      cck_put_text(&text, heads[h]);
      while (text.len < 400000)
        cck_put_text(&text, parts[i]);
      cck_rules_free(bind_text(cck_buffer_slice(&text), &e));
      cck_buffer_fini(&text);
    }
}

static uint64_t next_random(uint64_t *state) {
  *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return *state >> 33;
}

/* Replaces, doubles, drops or swaps pieces of a good file; the result may be anything but a crash. */
static void mutate(cck_buffer *text, uint64_t *seed) {
  static const char *const pieces[] = {"\n",         "\n  ",     " ",        "\"",
                                       "\"\"",       "#",        " # ",      ",",
                                       ", ",         ";",        "{",        "}",
                                       "%",          "of",       "any",      "not after",
                                       "\xff",       "\xe2\x80", "\xc3\xa9", "9999999999999999999999999999999999999999",
                                       "2004-02-30", "rule ",    "waive ",   "include desk.rules\n",
                                       "\t",         "\r\n",     "-"};
  size_t changes = 1 + next_random(seed) % 6;
  for (size_t i = 0; i < changes; i++) {
    cck_buffer out = {0};
    size_t at = next_random(seed) % (text->len + 1);
    size_t drop = next_random(seed) % 3 ? 0 : next_random(seed) % 40;
    cck_put(&out, cck_slice_sub(cck_buffer_slice(text), 0, at));
    cck_put_text(&out, pieces[next_random(seed) % (COUNT(pieces))]);
    cck_put(&out, cck_slice_sub(cck_buffer_slice(text), at + drop, text->len));
    cck_buffer_fini(text);
    *text = out;
  }
}

static void hostile_bytes(void **state) {
  (void)state;
  static const char body[] =
      "rule r\n  severity error\n  for dockers of any port\n"
      "  expect values agree within 15% during 12 months across sources\n  apart note\n"
      "  message {subject}: {low}\n  example flags\n    doc 2015-03-02 gazette \"Five, # six.\"\n"
      "    want 5; try 6\nwaive r\n  where port-alma, gazette 2015-03-02\n  because x\n"
      "  until 2027-01-31\n";
  uint64_t seed = 20041020;
  unsigned good = 0;
  for (int i = 0; i < 200; i++) {
    errors e;
    cck_buffer text = {0};
    cck_put_text(&text, vocabulary);
    cck_put_text(&text, body);
    mutate(&text, &seed);
    cck_rules *rules = bind_text(cck_buffer_slice(&text), &e);
    assert_int_equal(rules->errors == 0, e.count == 0);
    good += e.count == 0;
    cck_rules_free(rules);
    cck_buffer_fini(&text);
  }
  assert_in_range(good, 1, 199); /* both ways were taken */
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(entities),
      cmocka_unit_test(dated_names),
      cmocka_unit_test(measures_and_units),
      cmocka_unit_test(expect_tolerances),
      cmocka_unit_test(expect_limits),
      cmocka_unit_test(expect_others),
      cmocka_unit_test(moments),
      cmocka_unit_test(selection),
      cmocka_unit_test(rule_fields),
      cmocka_unit_test(rule_defaults),
      cmocka_unit_test(every_kind_parses),
      cmocka_unit_test(reference_table),
      cmocka_unit_test(publishers),
      cmocka_unit_test(waiver_of_a_rule),
      cmocka_unit_test(waivers_are_read_back),
      cmocka_unit_test(waivers_that_are_refused),
      cmocka_unit_test(files_that_cannot_be_read),
      cmocka_unit_test(links_out_of_the_folder),
      cmocka_unit_test(limits),
      cmocka_unit_test(worst_lines),
      cmocka_unit_test(hostile_bytes),
  };
  return cmocka_run_group_tests(tests, set_up_arena, tear_down_arena);
}
