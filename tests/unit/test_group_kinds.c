/* The kinds that look at a whole group: against the usual, against the best source, over time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "rule/kinds.h"
#include "unit/world.h"

#define DECLARED                                                                                                       \
  "entity base-201\n  type base\n  name 201st Military Base\n"                                                         \
  "measure troops\n  kind count\n  words troops\n"                                                                     \
  "measure height\n  kind length\n  words high\n"                                                                      \
  "measure cold\n  kind temperature\n  words cold\n"                                                                   \
  "measure opened\n  kind date\n  words open\n"                                                                        \
  "source top\n  trust 90\n"                                                                                           \
  "source second\n  trust 80\n"                                                                                        \
  "source mirror\n  copies top\n  trust 10\n"                                                                          \
  "source low\n  trust 20\n"

#define RULE(what, expect) DECLARED "rule r\n  for " what "\n  expect " expect "\n"

typedef struct scenario {
  const char *name, *rules;
  row said[8];
  const char *outcome;
  unsigned compared;
} scenario;

static void run(const scenario *scenarios, size_t count) {
  bool ok = true;
  for (size_t i = 0; i < count; i++) {
    world w;
    world_init(&w, scenarios[i].rules);
    world_say(&w, scenarios[i].said);
    world_run(&w);
    ok &= slice_is(world_outcome(&w), scenarios[i].outcome, scenarios[i].name);
    if (w.coverage.compared != scenarios[i].compared) {
      fprintf(stderr, "%s: %u compared, not %u\n", scenarios[i].name, w.coverage.compared, scenarios[i].compared);
      ok = false;
    }
    world_fini(&w);
  }
  assert_true(ok);
}

/* ---- value within N times the usual ---- */

#define FIVE RULE("troops", "value within 5 times the usual")
#define ON "2004-10-16"

static void test_usual(void **state) {
  (void)state;
  static const scenario scenarios[] = {
      {"above", FIVE, {{"a", ON, "10"}, {"b", ON, "11"}, {"c", ON, "12"}, {"d", ON, "60"}}, "implausible 11|60", 3},
      {"at the limit", FIVE, {{"a", ON, "10"}, {"b", ON, "11"}, {"c", ON, "12"}, {"d", ON, "55"}}, "", 4},
      {"below", FIVE, {{"a", ON, "10"}, {"b", ON, "11"}, {"c", ON, "12"}, {"d", ON, "2"}}, "implausible 11|2", 3},
      {"at the lower limit", FIVE, {{"a", ON, "9"}, {"b", ON, "10"}, {"c", ON, "12"}, {"d", ON, "2"}}, "", 4},
      {"two others", FIVE, {{"a", ON, "10"}, {"b", ON, "11"}, {"d", ON, "60"}}, "", 0},
      {"one source twice is one", FIVE, {{"a", ON, "10"}, {"a", ON, "10"}, {"b", ON, "11"}, {"d", ON, "60"}}, "", 0},
      {"a copy is no further source",
       FIVE,
       {{"b", ON, "11"}, {"d", ON, "60"}, {"mirror", ON, "10"}, {"top", ON, "10"}},
       "",
       0},
      {"two middles: beyond both",
       FIVE,
       {{"a", ON, "10"}, {"b", ON, "10"}, {"c", ON, "20"}, {"d", ON, "20"}, {"e", ON, "90"}},
       "",
       5},
      {"two middles: beyond both, farther",
       FIVE,
       {{"a", ON, "10"}, {"b", ON, "10"}, {"c", ON, "20"}, {"d", ON, "20"}, {"e", ON, "101"}},
       "implausible 10|20|101",
       5},
      {"one that writes daily has one vote",
       FIVE,
       {{"a", ON, "10"}, {"b", ON, "11"}, {"c", ON, "12"}, {"d", ON, "60"}, {"d", ON, "61"}, {"d", ON, "62"}},
       "implausible 11|60; implausible 11|62; implausible 11|61",
       3},
      {"an open end", FIVE, {{"a", ON, "10"}, {"b", ON, "11"}, {"c", ON, "12"}, {"d", ON, ">1"}}, "", 1},
      {"an open end beyond",
       FIVE,
       {{"a", ON, "10"}, {"b", ON, "11"}, {"c", ON, "12"}, {"d", ON, ">60"}},
       "implausible 11|>60",
       3},
      {"a hedge that reaches the limit",
       FIVE,
       {{"a", ON, "10"}, {"b", ON, "11"}, {"c", ON, "12"}, {"d", ON, "~56"}},
       "",
       3},
      {"zero is no slip", FIVE, {{"a", ON, "10"}, {"b", ON, "11"}, {"c", ON, "12"}, {"d", ON, "0"}}, "", 1},
      {"nothing is N times zero", FIVE, {{"a", ON, "0"}, {"b", ON, "0"}, {"c", ON, "0"}, {"d", ON, "9"}}, "", 0},
      {"votes all over the place",
       FIVE,
       {{"a", ON, "10"}, {"b", ON, "100"}, {"c", ON, "1000"}, {"d", ON, "10000"}, {"e", ON, "100000"}},
       "",
       0},
      {"three of four others",
       FIVE,
       {{"a", ON, "10"}, {"b", ON, "11"}, {"c", ON, "12"}, {"d", ON, "600"}, {"e", ON, "70"}},
       "implausible 11|12|70; implausible 11|12|600",
       5},
      {"places that exclude each other",
       FIVE,
       {{"a", ON, "10", .scope = "place=kazakhstan"},
        {"b", ON, "11", .scope = "place=kazakhstan"},
        {"c", ON, "12", .scope = "place=kazakhstan"},
        {"d", ON, "60", .scope = "place=uzbekistan"}},
       "",
       0},
      {"a place against none",
       FIVE,
       {{"a", ON, "10", .scope = "place=kazakhstan"},
        {"b", ON, "11", .scope = "place=kazakhstan"},
        {"c", ON, "12", .scope = "place=kazakhstan"},
        {"d", ON, "60"}},
       "implausible 11|60",
       3},
      {"in other units",
       RULE("height", "value within 5 times the usual"),
       {{"a", ON, "100", .measure = "height", .unit = "metre"},
        {"b", ON, "110", .measure = "height", .unit = "metre"},
        {"c", ON, "120", .measure = "height", .unit = "metre"},
        {"d", ON, "1800", .measure = "height", .unit = "foot"}},
       "",
       4},
      {"needs more",
       FIVE "  needs 4 independent sources\n",
       {{"a", ON, "10"}, {"b", ON, "11"}, {"c", ON, "12"}, {"d", ON, "60"}},
       "",
       0},
  };
  run(scenarios, COUNT(scenarios));
}

static void test_usual_message(void **state) {
  (void)state;
  world w;
  world_init(&w, FIVE "  suggest scale\n");
  world_say(&w, (row[]){{"a", ON, "7000"},
                        {"b", ON, "~7000"},
                        {"c", ON, "6500"},
                        {"d", ON, "70000", .modality = CCK_MODALITY_PLANNED},
                        {NULL}});
  world_run(&w);
  assert_int_equal(w.findings.count, 1);
  const cck_finding *f = &w.findings.items[0];
  assert_true(slice_is(f->message,
                       "70,000 troops (planned) is 1,000% of the usual 7,000 troops: the median of 3 other independent "
                       "sources (limit 5 times)",
                       "message"));
  assert_int_equal(f->suggest.count, 1);
  assert_true(slice_is(f->suggest.items[0], "7,000 troops", "suggestion"));
  assert_int_equal(w.coverage.differed, 1);
  world_fini(&w);
}

/* ---- value within TOL of best source ---- */

#define BEST RULE("troops", "value within 10% of best source during 6 months")

static void test_best(void **state) {
  (void)state;
  static const scenario scenarios[] = {
      {"off", BEST, {{"a", ON, "120"}, {"top", ON, "100"}}, "differs 120|100", 2},
      {"at the limit", BEST, {{"a", ON, "110"}, {"top", ON, "100"}}, "", 2},
      {"no better source", BEST, {{"a", ON, "120"}, {"b", ON, "100"}}, "", 0},
      {"a copy of the best", BEST, {{"mirror", ON, "120"}, {"top", ON, "100"}}, "", 0},
      {"a copy is no lesser source",
       BEST,
       {{"mirror", ON, "120"}, {"second", ON, "100"}, {"top", ON, "120"}},
       "differs 100|120",
       2},
      {"lesser against the best only",
       BEST,
       {{"low", ON, "120"}, {"second", ON, "121"}, {"top", ON, "100"}},
       "differs 120|100; differs 121|100",
       3},
      {"too far away", BEST, {{"a", "2006-10-16", "120"}, {"top", ON, "100"}}, "", 0},
      {"too far away, and apart",
       BEST "  apart note\n",
       {{"a", "2006-10-16", "120"}, {"top", ON, "100"}},
       "over_time 100|120",
       2},
      {"the second best is near",
       BEST,
       {{"a", "2006-10-16", "120"}, {"second", "2006-11-16", "100"}, {"top", ON, "120"}},
       "differs 120|100",
       2},
      {"the nearest in time before",
       BEST,
       {{"a", "2004-10-16", "120"}, {"top", "2004-08-01", "100"}, {"top", "2004-09-30", "120"}},
       "",
       2},
      {"the nearest in time behind",
       BEST,
       {{"a", "2004-10-16", "120"}, {"top", "2004-08-01", "120"}, {"top", "2004-08-01", "100", .time = "2004-10-20"}},
       "differs 120|100",
       2},
      {"equally near on either side",
       BEST,
       {{"a", "2004-10-16", "120"},
        {"top", "2004-10-20", "100", .time = "2004-10-10"},
        {"top", "2004-10-20", "119", .time = "2004-10-22"}},
       "",
       2},
      {"none of one day agrees: the nearest in value",
       BEST,
       {{"a", "2004-10-16", "200"}, {"top", "2004-10-10", "100"}, {"top", "2004-10-10", "150"}},
       "differs 150|200",
       2},
      {"undated", BEST, {{"a", "", "120"}, {"top", ON, "100"}}, "differs 120|100", 2},
      {"an undated best source that agrees",
       BEST,
       {{"a", ON, "120"},
        {"top", "2004-10-16", "100", .time = "2004-09-01"},
        {"top", "2004-10-16", "120", .time = "-"}},
       "",
       2},
      {"days",
       RULE("opened", "value within 3 days of best source"),
       {{"a", ON, "2004-10-17", .measure = "opened", .is_date = true},
        {"top", ON, "2004-10-12", .measure = "opened", .is_date = true}},
       "differs 17 October 2004|12 October 2004",
       2},
      {"in metres",
       RULE("height", "value within 5 metres of best source"),
       {{"a", ON, "400", .measure = "height", .unit = "foot"},
        {"top", ON, "120", .measure = "height", .unit = "metre"}},
       "",
       2},
  };
  run(scenarios, COUNT(scenarios));
}

/* ---- value changes at most PCT per DUR ---- */

#define YEARLY RULE("troops", "value changes at most 20% per year")

static void test_changes(void **state) {
  (void)state;
  static const scenario scenarios[] = {
      {"a jump", YEARLY, {{"a", "2004-03-01", "100"}, {"b", "2005-03-01", "121"}}, "over_time 100|121", 2},
      {"at the limit", YEARLY, {{"a", "2004-03-01", "100"}, {"b", "2005-03-01", "120"}}, "", 2},
      {"a fall counts from the smaller end",
       YEARLY,
       {{"a", "2004-03-01", "121"}, {"b", "2005-03-01", "100"}},
       "over_time 121|100",
       2},
      {"less than a year counts as one", YEARLY, {{"a", "2004-03-01", "100"}, {"b", "2004-03-02", "120"}}, "", 2},
      {"a year and a half in proportion", YEARLY, {{"a", "2004-01-01", "100"}, {"b", "2005-07-03", "130"}}, "", 2},
      {"a year and a half, not two",
       YEARLY,
       {{"a", "2004-01-01", "100"}, {"b", "2005-07-02", "131"}},
       "over_time 100|131",
       2},
      {"per day",
       RULE("troops", "value changes at most 1% per day"),
       {{"a", "2004-03-01", "100"}, {"b", "2004-03-11", "111"}},
       "over_time 100|111",
       2},
      {"per day at the limit",
       RULE("troops", "value changes at most 1% per day"),
       {{"a", "2004-03-01", "100"}, {"b", "2004-03-11", "110"}},
       "",
       2},
      {"per 12 hours",
       RULE("troops", "value changes at most 1% per 12 hours"),
       {{"a", "2004-03-01", "100"}, {"b", "2004-03-11", "120"}},
       "",
       2},
      {"per 2 weeks",
       RULE("troops", "value changes at most 1% per 2 weeks"),
       {{"a", "2004-03-01", "100"}, {"b", "2004-03-29", "103"}},
       "over_time 100|103",
       2},
      {"one day, values agree's business", YEARLY, {{"a", "2004-03-01", "100"}, {"b", "2004-03-01", "200"}}, "", 0},
      {"one of the day can grow to it",
       YEARLY,
       {{"a", "2004-03-01", "100"}, {"b", "2004-03-01", "200"}, {"c", "2004-03-05", "210"}},
       "",
       3},
      {"none of the day can",
       YEARLY,
       {{"a", "2004-03-01", "100"}, {"b", "2004-03-01", "150"}, {"c", "2004-03-05", "210"}},
       "over_time 150|210",
       3},
      {"consecutive only",
       YEARLY,
       {{"a", "2004-03-01", "100"}, {"b", "2005-03-01", "115"}, {"c", "2006-03-01", "135"}},
       "",
       3},
      {"a year holds its days",
       YEARLY,
       {{"a", "2004-03-01", "100", .time = "2004"}, {"b", "2004-05-01", "150"}},
       "",
       0},
      {"years are counted whole",
       YEARLY,
       {{"a", "2004-03-01", "100", .time = "2003"}, {"b", "2005-05-01", "139", .time = "2004"}},
       "",
       2},
      {"more than", YEARLY, {{"a", "2004-03-01", ">100"}, {"b", "2004-05-01", "150"}}, "", 2},
      {"at most, then more",
       YEARLY,
       {{"a", "2004-03-01", "<=100"}, {"b", "2004-05-01", ">150"}},
       "over_time <=100|>150",
       2},
      {"a hedge", YEARLY, {{"a", "2004-03-01", "~100"}, {"b", "2004-05-01", "126"}}, "", 2},
      {"undated has no place in time", YEARLY, {{"a", "", "100"}, {"b", "2004-05-01", "150"}}, "", 0},
      {"from zero there is no pace", YEARLY, {{"a", "2004-03-01", "0"}, {"b", "2004-05-01", "150"}}, "", 2},
      {"sizes of a change",
       YEARLY,
       {{"a", "2004-03-01", "100", .change = CCK_CHANGE_UP}, {"b", "2004-05-01", "150", .change = CCK_CHANGE_UP}},
       "",
       0},
      {"one sentence",
       YEARLY,
       {{"a", "2004-03-01", "100", .time = "2003", .quote = "It was 100 in 2003 and is 200."},
        {"a", "2004-03-01", "200", .quote = "It was 100 in 2003 and is 200."}},
       "",
       2},
      {"one article",
       YEARLY,
       {{"a", "2004-03-01", "100", .time = "2003"}, {"a", "2004-03-01", "200"}},
       "over_time 100|200",
       2},
      {"needs two behind each value",
       YEARLY "  needs 2 independent sources\n",
       {{"a", "2004-03-01", "100"}, {"b", "2004-03-01", "100"}, {"c", "2004-05-01", "200"}},
       "",
       0},
      {"two behind each value",
       YEARLY "  needs 2 independent sources\n",
       {{"a", "2004-03-01", "100"},
        {"b", "2004-03-01", "100"},
        {"c", "2004-05-01", "200"},
        {"d", "2004-05-02", "~205"}},
       "over_time 100|200",
       4},
  };
  run(scenarios, COUNT(scenarios));
}

/* ---- a group of many ---- */

enum { MANY = 20000 };

/* Half of them of one trusted source, at as many times; some of a whole year. */
static void say_many(world *w) {
  static const char *const figures[] = {"100", "101", "99", "100", "2000"};
  row *top = cck_arena_alloc(&w->arena, (MANY + 1) * sizeof *top);
  for (size_t i = 0; i < MANY; i++) {
    cck_slice name = cck_arena_printf(&w->arena, "s%05zu", i);
    cck_slice date = cck_day_text(&w->arena, cck_day_of(1970, 1, 1) + (cck_day)(i % 13000));
    world_say(w, (row[]){{name.ptr, date.ptr, figures[i % COUNT(figures)]}, {NULL}});
    top[i] = (row){"top", ON, figures[i % (COUNT(figures) - 1)], .time = i % 9 ? date.ptr : "1990"};
  }
  world_say(w, top);
}

/* A search of all pairs would not end. */
static void test_many(void **state) {
  (void)state;
  static const struct {
    const char *rules;
    size_t findings;
  } cases[] = {{FIVE, 1}, {BEST, 3}, {YEARLY, 2}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    world w;
    world_init(&w, cases[i].rules);
    say_many(&w);
    world_run(&w);
    assert_int_equal(w.findings.count, cases[i].findings);
    world_fini(&w);
  }
}

/* Scopes beyond number: each is held against its own only, and that is counted. */
static void test_many_places(void **state) {
  (void)state;
  static const char *const rules[] = {FIVE, BEST, YEARLY};
  for (size_t i = 0; i < COUNT(rules); i++) {
    world w;
    world_init(&w, rules[i]);
    for (size_t k = 0; k < MANY; k++) {
      cck_slice name = cck_arena_printf(&w.arena, "s%05zu", k);
      cck_slice place = cck_arena_printf(&w.arena, "place=town-%zu", k % 4000);
      world_say(&w, (row[]){{name.ptr, ON, "100", .scope = k % 2 ? place.ptr : NULL}, {NULL}});
    }
    world_run(&w);
    assert_int_equal(w.findings.count, 0);
    assert_int_equal(w.coverage.skipped.count, 1);
    world_fini(&w);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_usual),   cmocka_unit_test(test_usual_message), cmocka_unit_test(test_best),
      cmocka_unit_test(test_changes), cmocka_unit_test(test_many),          cmocka_unit_test(test_many_places),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
