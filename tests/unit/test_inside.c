/* The kinds that hold an article's figures against each other by links: conversions, shares, parts and totals. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "unit/world.h"

#define RULE(what, expect) "rule r\n  for " what "\n  expect " expect "\n"

static void link_to(world *w, cck_claim *from, const char *role, const cck_claim *to) {
  cck_link link = {cck_slice_of(role), to->id};
  CCK_PUSH(&w->arena, &from->links, link);
}

static cck_claim *claims_of(world *w) { return (cck_claim *)w->bodies.items[0].claims; }

static bool message_is(world *w, const char *want, const char *name) {
  return slice_is(w->findings.count ? w->findings.items[0].message : (cck_slice){"", 0}, want, name);
}

static row figure(const char *value, const char *unit, const char *text) {
  return (row){"a", "2012-09-14", value, .measure = "-", .subject = "-", .unit = unit, .text = text, .quote = "Q."};
}

/* ---- conversions ---- */

typedef struct conversion {
  const char *name, *here, *here_unit, *here_text, *other, *other_unit, *other_text, *message;
  cck_change change;
} conversion;

static bool run_conversion(const conversion *c, const char *rules) {
  world w;
  world_init(&w, rules);
  row here = figure(c->here, c->here_unit, c->here_text);
  here.change = c->change;
  world_say(&w, (row[]){here, figure(c->other, c->other_unit, c->other_text), {NULL}});
  link_to(&w, &claims_of(&w)[1], "same", &claims_of(&w)[0]);
  world_run(&w);
  bool ok = message_is(&w, c->message, c->name);
  world_fini(&w);
  return ok;
}

static void test_conversions(void **state) {
  (void)state;
  static const conversion cases[] = {
      {"off by a quarter", "5", "mile", NULL, "10", "kilometre", NULL, "5 miles is 8.05 kilometres, not 10 kilometres"},
      {"exact", "5", "mile", NULL, "8", "kilometre", NULL, ""},
      {"round", "100", "mile", NULL, "160", "kilometre", NULL, ""},
      {"coarser", "100", "kilometre", NULL, "60", "mile", NULL, ""},
      {"one digit", "6", "foot", NULL, "2", "metre", NULL, ""},
      {"a round figure in three digits", "37", "metre", NULL, "121", "foot", NULL, ""},
      {"digits given that do not fit", "37", "metre", NULL, "131", "foot", NULL, "37 metres is 121 feet, not 131 feet"},
      {"cut, not rounded", "2000", "foot", "2,000 ft", "609", "metre", NULL, ""},
      {"a thousand with one digit", "1000", "foot", "1,000 ft", "300", "metre", NULL, ""},
      {"a thousand that is a quarter off", "1000", "acre", "1,000 acres", "300", "hectare", NULL,
       "1,000 acres is 405 hectares, not 300 hectares"},
      {"millions", "13000000", "hectare", "13 mln hectares", "32000000", "acre", "32 mln acres", ""},
      {"decimals", "2.38", "pound", NULL, "1.08", "kilogram", NULL, ""},
      {"a shifted point", "2.38", "pound", NULL, "10.8", "kilogram", NULL,
       "2.38 pounds is 1.08 kilograms, not 10.8 kilograms"},
      {"a hedge", "~5", "mile", NULL, "8.5", "kilometre", NULL, ""},
      {"a bound", ">5", "mile", NULL, ">8", "kilometre", NULL, ""},
      {"both ends", "5..10", "acre", NULL, "2..4", "hectare", NULL, ""},
      {"a third", "0.333333333333", "mile", "a third of a mile", "530", "metre", NULL, ""},
      {"a ton of any country", "5", "ton", NULL, "4500", "kilogram", NULL, ""},
      {"no ton of any country", "5", "ton", NULL, "6500", "kilogram", NULL,
       "5 tons is 4,540 kilograms, not 6,500 kilograms"},
      {"an imperial gallon", "100", "gallon", NULL, "455", "litre", NULL, ""},
      {"speeds", "30", "mile/hour", NULL, "48", "kilometre/hour", NULL, ""},
      {"money", "5", "USD", NULL, "400", "GBP", NULL, ""},
      {"of another dimension", "5", "mile", NULL, "8", "kilogram", NULL, ""},
      {"a level", "4", "celsius", NULL, "39", "fahrenheit", NULL, ""},
      {"below zero", "-40", "celsius", NULL, "-40", "fahrenheit", NULL, ""},
      {"a difference nobody calls one", "4", "celsius", NULL, "7.2", "fahrenheit", NULL, ""},
      {"kelvin", "91", "kelvin", NULL, "-296", "fahrenheit", NULL, ""},
      {"a wrong level", "30", "celsius", NULL, "66", "fahrenheit", NULL,
       "30 degrees Celsius is 86 degrees Fahrenheit, not 66 degrees Fahrenheit"},
      {"a level that was climbed past", "40", "celsius", NULL, "104", "fahrenheit", NULL, "", CCK_CHANGE_UP},
      {"a level fallen to about", "~5", "celsius", NULL, "41", "fahrenheit", NULL, "", CCK_CHANGE_DOWN},
      {"neither", "40", "celsius", NULL, "120", "fahrenheit", NULL,
       "40 degrees Celsius is 104 degrees Fahrenheit, not 120 degrees Fahrenheit", CCK_CHANGE_UP},
      {"calories of food", "1000", "calorie", "1,000 calories", "4200", "kilojoule", "4,200 kJ", ""},
      {"a difference", "4", "celsius", NULL, "7.2", "fahrenheit", NULL, "", CCK_CHANGE_UP},
      {"a difference converted as a level", "4", "celsius", NULL, "39", "fahrenheit", NULL,
       "4 degrees Celsius is 7.2 degrees Fahrenheit, not 39 degrees Fahrenheit", CCK_CHANGE_UP},
  };
  bool ok = true;
  for (size_t i = 0; i < COUNT(cases); i++)
    ok &= run_conversion(&cases[i], RULE("any pair of units", "conversion holds within rounding"));
  static const conversion off = {"within a tolerance", "5", "mile", NULL, "9", "kilometre", NULL, ""};
  ok &= run_conversion(&off, RULE("any pair of units", "conversion holds within 15%"));
  assert_true(ok);
}

/* ---- shares ---- */

static void test_shares(void **state) {
  (void)state;
  static const struct {
    const char *name, *share, *unit, *share_text, *part, *part_text, *whole, *whole_text, *message;
  } rows[] = {
      {"fits", "16", "percent", NULL, "40", NULL, "250", NULL, ""},
      {"does not fit", "12", "percent", NULL, "40", NULL, "250", NULL, "40 of 250 soldiers is 16%, not 12%"},
      {"cut, not rounded", "66", "percent", NULL, "2", NULL, "3", NULL, ""},
      {"decimals", "12.3", "percent", NULL, "40", NULL, "250", NULL, "40 of 250 soldiers is 16%, not 12.3%"},
      {"a third", "0.333333333333", "fraction", "a third", "31", NULL, "90", NULL, ""},
      {"no third", "0.333333333333", "fraction", "a third", "25", NULL, "90", NULL,
       "25 of 90 soldiers is 28%, not 33.3%"},
      {"rounded counts", "8", "percent", NULL, "1200000", "1.2 million", "14000000", "14 million", ""},
      {"a part above its whole", "50", "percent", NULL, "90", NULL, "30", NULL, "90 of 30 soldiers is 300%, not 50%"},
      {"of nothing", "50", "percent", NULL, "5", NULL, "0", NULL, ""},
  };
  bool ok = true;
  for (size_t i = 0; i < COUNT(rows); i++) {
    world w;
    world_init(&w, RULE("any percent", "share fits counts within rounding"));
    world_say(&w, (row[]){figure(rows[i].share, rows[i].unit, rows[i].share_text),
                          figure(rows[i].part, "soldier", rows[i].part_text),
                          figure(rows[i].whole, "soldier", rows[i].whole_text),
                          {NULL}});
    cck_claim *claims = claims_of(&w);
    link_to(&w, &claims[0], "part", &claims[1]);
    link_to(&w, &claims[0], "whole", &claims[2]);
    world_run(&w);
    ok &= message_is(&w, rows[i].message, rows[i].name);
    world_fini(&w);
  }
  assert_true(ok);
}

/* ---- parts ---- */

enum { MOST_PARTS = 3 };

typedef struct total {
  const char *name, *total, *unit, *text;
  const char *parts[MOST_PARTS], *part_unit, *part_text;
  bool all;
  const char *message;
} total;

static bool run_total(const total *t) {
  world w;
  row rows[MOST_PARTS + 2] = {figure(t->total, t->unit, t->text)};
  size_t count = 0;
  while (count < MOST_PARTS && t->parts[count]) {
    rows[count + 1] = figure(t->parts[count], t->part_unit, t->part_text);
    count++;
  }
  rows[count + 1] = (row){NULL};
  world_init(&w, RULE("any list with total", "parts sum to total within rounding"));
  world_say(&w, rows);
  cck_claim *claims = claims_of(&w);
  for (size_t i = 1; i <= count; i++) {
    link_to(&w, &claims[i], "whole", &claims[0]);
    if (t->all)
      link_to(&w, &claims[0], "part", &claims[i]);
  }
  world_run(&w);
  bool ok = message_is(&w, t->message, t->name) && w.findings.count <= 1;
  world_fini(&w);
  return ok;
}

static void test_totals(void **state) {
  (void)state;
  static const total cases[] = {
      {"adds up", "12", "people", NULL, {"5", "7"}, "woman", NULL, true, ""},
      {"too many", "12", "people", NULL, {"5", "8"}, "woman", NULL, true, "the parts of 12 people come to 13 people"},
      {"too few", "12", "boat", NULL, {"5", "3", "3"}, "", NULL, true, "the parts of 12 boats come to 11 boats"},
      {"other parts are possible", "12", "boat", NULL, {"5", "3"}, "", NULL, false, ""},
      {"more than the whole",
       "12",
       "boat",
       NULL,
       {"5", "9"},
       "",
       NULL,
       false,
       "the parts of 12 boats come to 14 boats"},
      {"one part says nothing", "12", "boat", NULL, {"15"}, "", NULL, false, ""},
      {"rounded", "3400000", "tonne", "3.4 mln tonnes", {"1800000", "1500000"}, "tonne", "1.8 mln", true, ""},
      {"not by rounding",
       "3400000",
       "tonne",
       "3.4 mln tonnes",
       {"1800000", "2500000"},
       "tonne",
       "1.8 mln",
       true,
       "the parts of 3.4 million tonnes come to 4.3 million tonnes"},
      {"what a unit is made of", "24", "unit", NULL, {"2", "1"}, "share", NULL, true, ""},
      {"other things", "24", "tonne", NULL, {"20", "10"}, "kilometre", NULL, true, ""},
      {"shares of a count", "250", "boat", NULL, {"45", "35", "15"}, "percent", NULL, false, ""},
      {"shares above 100%",
       "250",
       "boat",
       NULL,
       {"45", "35", "25"},
       "percent",
       NULL,
       false,
       "the parts of 250 boats come to 105%"},
  };
  bool ok = true;
  for (size_t i = 0; i < COUNT(cases); i++)
    ok &= run_total(&cases[i]);
  assert_true(ok);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_conversions),
      cmocka_unit_test(test_shares),
      cmocka_unit_test(test_totals),
  };
  return cmocka_run_group_tests_name("inside", tests, NULL, NULL);
}
