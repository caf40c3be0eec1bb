/* The evaluator: which figures are compared, which contradict each other, and what is said of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "unit/world.h"

#define HEAD                                                                                                           \
  "entity base-201\n  type base\n  name 201st Military Base\n  in tajikistan\n"                                        \
  "entity base-102\n  type base\n  name 102nd Military Base\n"                                                         \
  "entity kulob\n  type town\n  name Kulob\n  in tajikistan\n"                                                         \
  "measure troops\n  kind count\n  words troops, soldiers\n"                                                           \
  "measure killed\n  kind count\n  words killed\n"                                                                     \
  "measure debt\n  kind money\n  words debt\n"                                                                         \
  "measure distance\n  kind length\n  words away\n"                                                                    \
  "measure growth\n  kind percent\n  words grow\n"                                                                     \
  "measure opened\n  kind date\n  words open\n"

#define RULE(expect)                                                                                                   \
  HEAD "rule r\n  severity error\n  for troops, killed, debt, distance, growth\n  expect " expect "\n"
#define BOWSHOT RULE("values agree within 5%") "unit bowshot\n  dimension length\n  factor 0.5\n"
#define DATES HEAD "rule r\n  for opened\n  expect values agree within 3 days\n"
#define WITHIN_15 RULE("values agree within 15%")
#define ROUNDING RULE("values agree within rounding")
#define YEAR RULE("values agree within 15% during 12 months")
#define YEAR_APART YEAR "  apart warning\n"

enum { MOST_ROWS = 6 };

typedef struct scenario {
  const char *name, *rules;
  row rows[MOST_ROWS];
  const char *want;
} scenario;

static void run_scenarios(const scenario *scenarios, size_t count) {
  bool ok = true;
  for (size_t i = 0; i < count; i++) {
    world w;
    world_init(&w, scenarios[i].rules);
    world_say(&w, scenarios[i].rows);
    world_run(&w);
    ok &= slice_is(world_outcome(&w), scenarios[i].want, scenarios[i].name);
    world_fini(&w);
  }
  assert_true(ok);
}

#define RUN(scenarios) run_scenarios(scenarios, COUNT(scenarios))

static void test_tolerance(void **state) {
  (void)state;
  static const scenario scenarios[] = {
      {"beyond the tolerance",
       WITHIN_15,
       {{"a", "2004-10-16", "5000"}, {"b", "2004-10-16", "7000"}},
       "differs 5,000|7,000"},
      {"at the tolerance", WITHIN_15, {{"a", "2004-10-16", "1000"}, {"b", "2004-10-16", "1150"}}, ""},
      {"just beyond", WITHIN_15, {{"a", "2004-10-16", "1000"}, {"b", "2004-10-16", "1151"}}, "differs 1,000|1,151"},
      {"a hedge reaches", WITHIN_15, {{"a", "2004-10-16", "1000"}, {"b", "2004-10-16", "~1200"}}, ""},
      {"a hedge does not reach",
       WITHIN_15,
       {{"a", "2004-10-16", "5000"}, {"b", "2004-10-16", "~7000"}},
       "differs 5,000|~7,000"},
      {"zero against something", WITHIN_15, {{"a", "2004-10-16", "0"}, {"b", "2004-10-16", "3"}}, "differs 0|3"},
      {"zero twice", WITHIN_15, {{"a", "2004-10-16", "0"}, {"b", "2004-10-16", "0"}}, ""},
      {"an amount", RULE("values agree within 500"), {{"a", "2004-10-16", "5000"}, {"b", "2004-10-16", "5500"}}, ""},
      {"beyond an amount",
       RULE("values agree within 500"),
       {{"a", "2004-10-16", "5000"}, {"b", "2004-10-16", "5501"}},
       "differs 5,000|5,501"},
  };
  RUN(scenarios);
}

static void test_bounds(void **state) {
  (void)state;
  static const scenario scenarios[] = {
      {"more than 6,000 holds with 7,000", WITHIN_15, {{"a", "2012-09-14", ">6000"}, {"b", "2012-10-05", "7000"}}, ""},
      {"more than 170,000 does not with 140,000",
       WITHIN_15,
       {{"a", "2012-09-14", ">170000"}, {"b", "2012-10-05", "140000"}},
       "differs >170,000|140,000"},
      {"at least 12 holds with 13",
       RULE("values agree within 0%"),
       {{"a", "2012-09-14", ">=12"}, {"b", "2012-10-05", "13"}},
       ""},
      {"at most 12 does not with 13",
       RULE("values agree within 0%"),
       {{"a", "2012-09-14", "<=12"}, {"b", "2012-10-05", "13"}},
       "differs <=12|13"},
      {"two open ends", WITHIN_15, {{"a", "2012-09-14", ">5000"}, {"b", "2012-10-05", ">9000"}}, ""},
      {"bounds that cannot meet",
       WITHIN_15,
       {{"a", "2012-09-14", "<5000"}, {"b", "2012-10-05", ">9000"}},
       "differs <5,000|>9,000"},
      {"inside a range", WITHIN_15, {{"a", "2012-09-14", "4000..6000"}, {"b", "2012-10-05", "5000"}}, ""},
      {"beside a range",
       WITHIN_15,
       {{"a", "2012-09-14", "4000..6000"}, {"b", "2012-10-05", "9000"}},
       "differs 4,000-6,000|9,000"},
  };
  RUN(scenarios);
}

static void test_rounding(void **state) {
  (void)state;
  static const scenario scenarios[] = {
      {"6,000 and 7,000 do not meet at 6,500",
       ROUNDING,
       {{"a", "2004-10-16", "6000"}, {"b", "2004-10-16", "7000"}},
       "differs 6,000|7,000"},
      {"6,600 is 7,000", ROUNDING, {{"a", "2004-10-16", "6600"}, {"b", "2004-10-16", "7000"}}, ""},
      {"609 is not 700", ROUNDING, {{"a", "2004-10-16", "609"}, {"b", "2004-10-16", "700"}}, "differs 609|700"},
      {"20 and 21 are exact", ROUNDING, {{"a", "2004-10-16", "20"}, {"b", "2004-10-16", "21"}}, "differs 20|21"},
      {"13.9 billion is nearly 14",
       ROUNDING,
       {{"a", "2004-10-16", "13900000000", .measure = "debt", .unit = "USD", .text = "$13.9bn"},
        {"b", "2004-10-16", "14000000000", .measure = "debt", .unit = "USD", .text = "$14bn"}},
       ""},
      {"a written zero counts",
       ROUNDING,
       {{"a", "2004-10-16", "13900000000", .measure = "debt", .unit = "USD", .text = "$13.9bn"},
        {"b", "2004-10-16", "14000000000", .measure = "debt", .unit = "USD", .text = "$14.0bn"}},
       "differs 13.9 billion USD|14 billion USD"},
      {"other tolerances take figures as stated",
       RULE("values agree within 5%"),
       {{"a", "2004-10-16", "6600"}, {"b", "2004-10-16", "7000"}},
       "differs 6,600|7,000"},
  };
  RUN(scenarios);
}

static void test_units(void **state) {
  (void)state;
  static const scenario scenarios[] = {
      {"the same digits, another unit",
       RULE("values agree within 5%"),
       {{"a", "2004-10-16", "200", .measure = "distance", .unit = "foot"},
        {"b", "2004-10-16", "200", .measure = "distance", .unit = "metre"}},
       "differs 200 feet|200 metres"},
      {"a mile in kilometres",
       RULE("values agree within 1%"),
       {{"a", "2004-10-16", "10", .measure = "distance", .unit = "mile"},
        {"b", "2004-10-16", "16.1", .measure = "distance", .unit = "kilometre"}},
       ""},
      {"a unit of the rules in a built-in one",
       BOWSHOT,
       {{"a", "2004-10-16", "600", .measure = "distance", .unit = "bowshot"},
        {"b", "2004-10-16", "300", .measure = "distance", .unit = "metre"}},
       ""},
      {"a unit of the rules beyond a built-in one",
       BOWSHOT,
       {{"a", "2004-10-16", "600", .measure = "distance", .unit = "bowshot"},
        {"b", "2004-10-16", "400", .measure = "distance", .unit = "metre"}},
       "differs 600 bowshots|400 metres"},
      {"currencies are never converted",
       RULE("values agree within 5%"),
       {{"a", "2004-10-16", "200", .measure = "debt", .unit = "USD"},
        {"b", "2004-10-16", "900", .measure = "debt", .unit = "EUR"}},
       ""},
      {"counts by any noun of the measure",
       RULE("values agree within 5%"),
       {{"a", "2004-10-16", "200"}, {"b", "2004-10-16", "900", .unit = "serviceman"}},
       "differs 200|900 servicemen"},
      {"a rise is no level",
       RULE("values agree within 5%"),
       {{"a", "2004-10-16", "2", .measure = "growth", .unit = "percent"},
        {"b", "2004-10-16", "9", .measure = "growth", .unit = "percent", .change = CCK_CHANGE_UP}},
       ""},
      {"percent and points",
       RULE("values agree within 5%"),
       {{"a", "2004-10-16", "2", .measure = "growth", .unit = "percent"},
        {"b", "2004-10-16", "9", .measure = "growth", .unit = "percentage point"}},
       ""},
  };
  RUN(scenarios);
}

static void test_groups(void **state) {
  (void)state;
  static const scenario scenarios[] = {
      {"another subject",
       WITHIN_15,
       {{"a", "2004-10-16", "5000"}, {"b", "2004-10-16", "7000", .subject = "base-102"}},
       ""},
      {"another measure", WITHIN_15, {{"a", "2004-10-16", "11"}, {"b", "2004-10-16", "7", .measure = "killed"}}, ""},
      {"a part beside its whole",
       WITHIN_15,
       {{"a", "2004-10-16", "334"}, {"b", "2004-10-16", "281", .scope = "part_of=garrison"}},
       ""},
      {"two parts alike",
       WITHIN_15,
       {{"a", "2004-10-16", "334", .scope = "part_of=garrison"},
        {"b", "2004-10-16", "281", .scope = "part_of=Garrison"}},
       "differs 334|281"},
      {"two places",
       WITHIN_15,
       {{"a", "2004-10-16", "500", .scope = "place=Kulob"}, {"b", "2004-10-16", "900", .scope = "place=Khujand"}},
       ""},
      {"a place in its country",
       WITHIN_15,
       {{"a", "2004-10-16", "500", .scope = "place=Kulob"}, {"b", "2004-10-16", "900", .scope = "place=Tajikistan"}},
       "differs 500|900"},
      {"a capital in its country",
       WITHIN_15,
       {{"a", "2004-10-16", "500", .scope = "place=Dushanbe"}, {"b", "2004-10-16", "900", .scope = "place=Tajikistan"}},
       "differs 500|900"},
      {"a place and none",
       WITHIN_15,
       {{"a", "2004-10-16", "500", .scope = "place=Kulob"}, {"b", "2004-10-16", "900"}},
       "differs 500|900"},
      {"two counterparties",
       WITHIN_15,
       {{"a", "2004-10-16", "500", .scope = "counterparty=Russia"},
        {"b", "2004-10-16", "900", .scope = "counterparty=China"}},
       ""},
      {"one party by two names",
       WITHIN_15,
       {{"a", "2004-10-16", "500", .scope = "counterparty=Russia"},
        {"b", "2004-10-16", "900", .scope = "counterparty=russia"}},
       "differs 500|900"},
      {"a rate and a sum",
       WITHIN_15,
       {{"a", "2004-10-16", "500", .scope = "per=month"}, {"b", "2004-10-16", "6000"}},
       ""},
      {"planned against actual is said, not left out",
       WITHIN_15,
       {{"a", "2004-10-16", "5000", .modality = CCK_MODALITY_PLANNED}, {"b", "2004-10-16", "7000"}},
       "differs 5,000|7,000"},
      {"only asserted",
       WITHIN_15 "  modality asserted\n",
       {{"a", "2004-10-16", "5000", .modality = CCK_MODALITY_PLANNED}, {"b", "2004-10-16", "7000"}},
       ""},
      {"denied",
       WITHIN_15,
       {{"a", "2004-10-16", "5000", .modality = CCK_MODALITY_DENIED}, {"b", "2004-10-16", "7000"}},
       ""},
      {"asked",
       WITHIN_15,
       {{"a", "2004-10-16", "5000", .modality = CCK_MODALITY_QUESTION}, {"b", "2004-10-16", "7000"}},
       ""},
      {"quoted",
       WITHIN_15 "  unless quoted\n",
       {{"a", "2004-10-16", "5000", .quoted = true}, {"b", "2004-10-16", "7000"}},
       ""},
      {"one sentence",
       WITHIN_15,
       {{"a", "2004-10-16", "5000", .quote = "From 5,000 to 7,000."},
        {"a", "2004-10-16", "7000", .quote = "From 5,000 to 7,000."}},
       ""},
      {"one article",
       WITHIN_15,
       {{"a", "2004-10-16", "5000"}, {"a", "2004-10-16", "7000"}},
       "inconsistent 5,000|7,000"},
      {"one article without a declared measure",
       HEAD "rule r\n  for any count of any subject\n  expect values agree within 5%\n",
       {{"a", "2004-10-16", "5000", .measure = "-"}, {"a", "2004-10-16", "7000", .measure = "-"}},
       ""},
      {"two articles without a declared measure",
       HEAD "rule r\n  for any count of any subject\n  expect values agree within 5%\n",
       {{"a", "2004-10-16", "5000", .measure = "-"}, {"b", "2004-10-16", "7000", .measure = "-"}},
       "differs 5,000|7,000"},
      {"across sources only",
       RULE("values agree within 15% across sources"),
       {{"a", "2004-10-16", "5000"}, {"a", "2004-10-16", "7000"}},
       ""},
      {"in one article only",
       RULE("values agree within 15% in one article"),
       {{"a", "2004-10-16", "5000"}, {"b", "2004-10-16", "7000"}},
       ""},
  };
  RUN(scenarios);
}

static void test_time(void **state) {
  (void)state;
  static const scenario scenarios[] = {
      {"within a year", YEAR, {{"a", "2004-10-16", "5000"}, {"b", "2005-10-16", "7000"}}, "differs 5,000|7,000"},
      {"a day more", YEAR, {{"a", "2004-10-16", "5000"}, {"b", "2005-10-17", "7000"}}, ""},
      {"a day more, asked for",
       YEAR_APART,
       {{"a", "2004-10-16", "5000"}, {"b", "2005-10-17", "7000"}},
       "over_time 5,000|7,000"},
      {"agreeing over time", YEAR_APART, {{"a", "2004-10-16", "7000"}, {"b", "2015-10-17", "7000"}}, ""},
      {"both",
       YEAR_APART,
       {{"a", "2004-10-16", "5000"}, {"b", "2004-11-16", "7000"}, {"c", "2015-10-17", "9000"}},
       "differs 5,000|7,000; over_time 5,000|7,000|9,000"},
      {"valid time, not publication",
       YEAR,
       {{"a", "2004-10-16", "5000"}, {"b", "2015-10-17", "7000", .time = "2004"}},
       "differs 7,000|5,000"},
      {"undated is held against all", YEAR, {{"a", "2004-10-16", "5000"}, {"b", "", "7000"}}, "differs 7,000|5,000"},
      {"a toll that rises",
       RULE("values agree within 15% during 1 hour"),
       {{"a", "2004-10-16", "12", .measure = "killed"}, {"a2", "2004-10-17", "24", .measure = "killed"}},
       ""},
      {"two episodes",
       YEAR,
       {{"a", "2004-10-16", "5000"},
        {"b", "2004-10-17", "7000"},
        {"c", "2012-10-17", "6000"},
        {"d", "2012-10-17", "8000"}},
       "differs 5,000|7,000; differs 6,000|8,000"},
      {"dates",
       DATES,
       {{"a", "2004-10-20", "2004-10-17", .measure = "opened", .is_date = true},
        {"b", "2004-10-20", "2004-10-21", .measure = "opened", .is_date = true}},
       "differs 17 October 2004|21 October 2004"},
      {"dates within days",
       DATES,
       {{"a", "2004-10-20", "2004-10-17", .measure = "opened", .is_date = true},
        {"b", "2004-10-20", "2004-10-20", .measure = "opened", .is_date = true}},
       ""},
      {"dates at their common precision",
       DATES,
       {{"a", "2004-10-20", "2004-10-01", .measure = "opened", .is_date = true},
        {"b", "2004-10-20", "2004-10", .measure = "opened", .is_date = true}},
       ""},
  };
  RUN(scenarios);
}

static void test_lists(void **state) {
  (void)state;
  static const scenario scenarios[] = {
      {"a third value that agrees with neither",
       WITHIN_15,
       {{"a", "2004-10-16", "5000"}, {"b", "2004-10-17", "7000"}, {"c", "2004-10-18", "9000"}},
       "differs 5,000|7,000|9,000"},
      {"one that agrees with both stays out",
       WITHIN_15,
       {{"a", "2004-10-16", "5000"}, {"b", "2004-10-17", "7000"}, {"c", "2004-10-18", ">4000"}},
       "differs 5,000|7,000"},
      {"a repeated figure stands with its source",
       WITHIN_15,
       {{"a", "2004-10-16", "5000"}, {"b", "2004-10-17", "7000"}, {"c", "2004-10-18", "7000"}},
       "differs 5,000|7,000|7,000"},
      {"a figure repeated in one source stands once",
       WITHIN_15,
       {{"a", "2004-10-16", "5000"}, {"b", "2004-10-17", "7000"}, {"b", "2004-10-17", "7000"}},
       "differs 5,000|7,000"},
      {"in order of date",
       WITHIN_15,
       {{"a", "2006-10-16", "5000"}, {"b", "2005-10-17", "7000"}},
       "differs 7,000|5,000"},
      {"needs two on each side: has one",
       WITHIN_15 "  needs 2 independent sources\n",
       {{"a", "2004-10-16", "5000"}, {"b", "2004-10-17", "7000"}, {"c", "2004-10-18", "7000"}},
       ""},
      {"needs two on each side: has two",
       WITHIN_15 "  needs 2 independent sources\n",
       {{"a", "2004-10-16", "5000"},
        {"b", "2004-10-17", "7000"},
        {"c", "2004-10-18", "7000"},
        {"d", "2004-10-18", "5100"}},
       "differs 5,000|7,000|7,000|5,100"},
  };
  RUN(scenarios);
}

static void test_message(void **state) {
  (void)state;
  world w;
  world_init(&w, WITHIN_15 "  why They count different things.\n");
  world_say(&w, (row[]){{"a", "2004-10-16", "5000"}, {"b", "2004-10-16", "~7000"}, {NULL}});
  world_run(&w);
  assert_int_equal(w.findings.count, 1);
  const cck_finding *f = &w.findings.items[0];
  assert_true(slice_is(f->message,
                       "5,000 against about 7,000 troops: 33% apart (limit 15%), same day, 2 independent sources",
                       "message"));
  assert_true(slice_is(f->subject, "201st Military Base", "subject"));
  assert_true(slice_is(f->when, "October 2004", "when"));
  assert_true(slice_is(f->why, "They count different things.", "why"));
  assert_int_equal(f->severity, CCK_SEVERITY_ERROR);
  assert_int_equal(w.coverage.compared, 2);
  assert_int_equal(w.coverage.alone, 0);
  assert_int_equal(w.coverage.differed, 1);
  world_fini(&w);
}

static void test_message_says_mood_and_time(void **state) {
  (void)state;
  world w;
  world_init(&w, WITHIN_15 "  message {subject}: {low} against {high} {unit}, {spread} apart\n");
  world_say(&w, (row[]){{"a", "2004-10-16", "5000", .modality = CCK_MODALITY_PLANNED}, {"b", "", "7000"}, {NULL}});
  world_run(&w);
  assert_int_equal(w.findings.count, 1);
  assert_true(slice_is(w.findings.items[0].message,
                       "201st Military Base: 5,000 (planned) against 7,000 troops (undated), 40% apart", "message"));
  assert_int_equal(w.coverage.undated_sources, 1);
  world_fini(&w);
}

static void test_former_figures(void **state) {
  (void)state;
  static const struct {
    const char *name, *time;
    size_t findings;
  } rows[] = {{"no time of its own", NULL, 0}, {"a time of its own", "2004-03", 1}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    world w;
    world_init(&w, WITHIN_15);
    world_say(&w, (row[]){{"a", "2004-10-16", "5000", .quote = "From 5,000 to 7,000.", .time = rows[i].time},
                          {"a", "2004-10-16", "7000", .quote = "From 5,000 to 7,000."},
                          {"b", "2004-10-16", "7000"},
                          {NULL}});
    cck_claim *claims = (cck_claim *)(uintptr_t)w.bodies.items[0].claims;
    cck_link from = {CCK_S("from"), claims[0].id};
    CCK_PUSH(&w.arena, &claims[1].links, from);
    world_run(&w);
    assert_true(w.findings.count == rows[i].findings || !fprintf(stderr, "%s\n", rows[i].name));
    world_fini(&w);
  }
}

/* What something rose to is compared with plain figures; the size of a change is not. */
static void test_levels_and_changes(void **state) {
  (void)state;
  for (int level = 0; level < 2; level++) {
    world w;
    world_init(&w, WITHIN_15);
    world_say(&w, (row[]){{"a", "2004-10-16", "5000", .quote = "Rose from 5,000 to 7,000."},
                          {"a", "2004-10-16", "7000", .quote = "Rose from 5,000 to 7,000.", .change = CCK_CHANGE_UP},
                          {"b", "2004-10-16", "9000"},
                          {NULL}});
    cck_claim *claims = (cck_claim *)(uintptr_t)w.bodies.items[0].claims;
    cck_link from = {CCK_S("from"), claims[0].id};
    CCK_PUSH(&w.arena, &claims[1].links, from);
    if (!level) {
      cck_link to = {CCK_S("to"), claims[0].id};
      CCK_PUSH(&w.arena, &claims[1].links, to);
    }
    world_run(&w);
    assert_int_equal(w.findings.count, level);
    world_fini(&w);
  }
}

static void test_message_of_two_units(void **state) {
  (void)state;
  world w;
  world_init(&w, RULE("values agree within 5%"));
  world_say(&w, (row[]){{"a", "2004-10-16", "7000", .measure = "distance", .unit = "kilometre"},
                        {"b", "2004-10-16", "9000000", .measure = "distance", .unit = "metre"},
                        {NULL}});
  world_run(&w);
  assert_int_equal(w.findings.count, 1);
  assert_true(cck_slice_starts(w.findings.items[0].message, CCK_S("7,000 kilometres against 9 million metres: 29%")));
  world_fini(&w);
}

static void test_independence(void **state) {
  (void)state;
  static const char rules[] = WITHIN_15 "source mirror\n  copies b\n";
  static const scenario scenarios[] = {
      {"a declared copy is named once",
       rules,
       {{"a", "2004-10-16", "5000"}, {"b", "2004-10-17", "7000"}, {"mirror", "2004-10-18", "7000"}},
       "differs 5,000|7,000"},
      {"a copy that differs",
       rules,
       {{"b", "2004-10-17", "7000"}, {"mirror", "2004-10-18", "5000"}},
       "differs 7,000|5,000"},
      {"a copy is no second source",
       WITHIN_15 "  needs 2 independent sources\nsource mirror\n  copies b\n",
       {{"a", "2004-10-16", "5000"},
        {"b", "2004-10-17", "7000"},
        {"c", "2004-10-18", "5000"},
        {"mirror", "2004-10-18", "7000"}},
       ""},
  };
  RUN(scenarios);
}

static cck_source *source_of(world *w, size_t body) { return (cck_source *)(uintptr_t)w->bodies.items[body].source; }

/* Nearly the same text is a reprint, whoever publishes it. */
static void test_reprints_by_text(void **state) {
  (void)state;
  static const struct {
    const char *name;
    size_t parts_changed; /* of the sixteen of the sketch */
    const char *want;
  } cases[] = {
      {"the same text", 0, ""}, {"two words changed", 2, ""}, {"another text", 12, "differs 5,000|5,000|7,000|7,000"}};
  bool ok = true;
  for (size_t i = 0; i < COUNT(cases); i++) {
    world w;
    char other[129];
    static const char sketch[] = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
                                 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    memcpy(other, sketch, sizeof other);
    for (size_t part = 0; part < cases[i].parts_changed; part++)
      other[part * 8] = 'x';
    world_init(&w, WITHIN_15 "  needs 2 independent sources\n");
    world_say(&w, (row[]){{"a", "2004-10-16", "5000"},
                          {"b", "2004-10-16", "5000"},
                          {"c", "2004-10-17", "7000"},
                          {"d", "2004-10-18", "7000"},
                          {NULL}});
    source_of(&w, 2)->sketch = CCK_S(sketch);
    source_of(&w, 3)->sketch = cck_slice_of(other);
    world_run(&w);
    ok &= slice_is(world_outcome(&w), cases[i].want, cases[i].name);
    world_fini(&w);
  }
  assert_true(ok);
}

/* What explain shows: how each figure was read, the interval, the limit, and who else says so. */
static void test_steps(void **state) {
  (void)state;
  static const char *const wanted[] = {
      "\"5000\" (a.txt:1:1, a) is read as 5,000 troops; asserted; time: 16 October 2004 (publication)",
      "compared as 6,650 to 7,350 (\"about\" widens by 5%)",
      "gap between the nearest ends: 33%; the rule allows 15%",
      "also: about 7,000 troops in mirror, 2004-10-18",
  };
  world w;
  world_init(&w, WITHIN_15 "source mirror\n  copies b\n");
  world_say(
      &w,
      (row[]){{"a", "2004-10-16", "5000"}, {"b", "2004-10-16", "~7000"}, {"mirror", "2004-10-18", "~7000"}, {NULL}});
  world_run(&w);
  assert_int_equal(w.findings.count, 1);
  for (size_t i = 0; i < COUNT(wanted); i++) {
    bool found = false;
    for (size_t s = 0; s < w.findings.items[0].steps.count; s++)
      found |= cck_slice_find(w.findings.items[0].steps.items[s], cck_slice_of(wanted[i]), 0) != SIZE_MAX;
    if (!found)
      fail_msg("no step says: %s", wanted[i]);
  }
  world_fini(&w);
}

/* ---- ids, order, gate ---- */

static cck_slice ids_of(world *w) {
  cck_slice out = {"", 0};
  for (size_t i = 0; i < w->findings.count; i++)
    out = cck_arena_printf(&w->arena, "%s %s", out.ptr, w->findings.items[i].id.ptr);
  return out;
}

static void test_ids(void **state) {
  (void)state;
  world first;
  world second;
  world_init(&first, WITHIN_15);
  world_init(&second, WITHIN_15);
  world_say(&first, (row[]){{"a", "2004-10-16", "5000"}, {"b", "2004-10-16", "7000"}, {NULL}});
  world_say(&second, (row[]){{"a", "2004-10-16", "5000"},
                             {"b", "2004-10-16", "7000"},
                             {"c", "2005-10-16", "7000", .unit = "serviceman"},
                             {NULL}});
  world_run(&first);
  world_run(&second);
  assert_int_equal(first.findings.count, 1);
  assert_true(slice_is(ids_of(&second), ids_of(&first).ptr, "a third article that repeats a figure keeps the id"));
  world_fini(&second);
  world_init(&second, WITHIN_15);
  world_say(&second, (row[]){{"a", "2004-10-16", "5000"}, {"b", "2004-10-16", "7001"}, {NULL}});
  world_run(&second);
  assert_false(cck_slice_eq(ids_of(&first), ids_of(&second)));
  world_fini(&first);
  world_fini(&second);
}

/* A small generator of its own, so that the bodies are the same on every machine. */
static uint32_t next(uint32_t *seed) {
  *seed = *seed * 1664525u + 1013904223u;
  return *seed >> 16;
}

static void fill_random(world *w, uint32_t seed) {
  enum { ARTICLES = 24, CLAIMS = 5 };
  for (size_t s = 0; s < ARTICLES; s++) {
    row rows[CLAIMS + 1] = {{NULL}};
    const char *id = cck_arena_printf(&w->arena, "s%02zu", s).ptr;
    const char *date = cck_arena_printf(&w->arena, "%u-%02u-10", 2000 + next(&seed) % 6, 1 + next(&seed) % 12).ptr;
    for (size_t c = 0; c < CLAIMS; c++) {
      rows[c] = (row){id, date, cck_arena_printf(&w->arena, "%u", 1000 + 100 * (next(&seed) % 60)).ptr};
      rows[c].subject = next(&seed) % 3 ? "base-201" : "base-102";
      rows[c].scope = next(&seed) % 4 == 0 ? "place=Kulob" : next(&seed) % 4 == 1 ? "place=Khujand" : NULL;
      rows[c].time = next(&seed) % 5 ? NULL : "2003";
    }
    world_say(w, rows);
  }
}

static void shuffle(world *w, uint32_t seed) {
  for (size_t i = w->bodies.count - 1; i > 0; i--) {
    size_t j = next(&seed) % (i + 1);
    cck_body body = w->bodies.items[i];
    w->bodies.items[i] = w->bodies.items[j];
    w->bodies.items[j] = body;
  }
}

static cck_slice whole_of(world *w) {
  cck_slice out = world_outcome(w);
  for (size_t i = 0; i < w->findings.count; i++) {
    const cck_finding *f = &w->findings.items[i];
    out = cck_arena_printf(&w->arena, "%s\n%s %.*s", out.ptr, f->id.ptr, (int)f->message.len, f->message.ptr);
    for (size_t s = 0; s < f->steps.count; s++)
      out = cck_arena_printf(&w->arena, "%s\n  %.*s", out.ptr, (int)f->steps.items[s].len, f->steps.items[s].ptr);
  }
  return out;
}

static void test_order_of_bodies_does_not_matter(void **state) {
  (void)state;
  for (uint32_t seed = 1; seed <= 20; seed++) {
    world w;
    world_init(&w, YEAR_APART);
    fill_random(&w, seed);
    world_run(&w);
    assert_true(w.findings.count > 0);
    cck_slice before = whole_of(&w);
    shuffle(&w, seed * 7919);
    world_run(&w);
    assert_true(cck_slice_eq(before, whole_of(&w)));
    world_fini(&w);
  }
}

/* ---- the sweep against all pairs ---- */

enum { SOURCES = 20 };

/* What the test's own rule says of two claims: 20% between plain figures, 12 months, places that differ exclude. */
static bool contradict(const cck_claim *a, const cck_claim *b) {
  cck_decimal low = cck_decimal_cmp(a->value.min, b->value.min) < 0 ? a->value.min : b->value.min;
  cck_decimal high = cck_decimal_cmp(a->value.min, b->value.min) < 0 ? b->value.min : a->value.min;
  cck_decimal allowed;
  assert_true(cck_decimal_mul(low, decimal_of(CCK_S("1.2")), &allowed));
  const cck_claim *first = a->time.days.min < b->time.days.min ? a : b;
  const cck_claim *second = first == a ? b : a;
  bool near = cck_add_months(first->time.days.max, 12) >= second->time.days.min;
  bool places = a->scope.count && b->scope.count && !cck_slice_eq(a->scope.items[0].value, b->scope.items[0].value);
  return near && !places && cck_decimal_cmp(high, allowed) > 0;
}

static void say_random(world *w, uint32_t seed) {
  static const char *const figures[] = {"1000", "1100", "1200", "1210", "1400", "1500", "1900", "5000"};
  static const char *const scopes[] = {NULL, "place=Kulob", "place=Khujand", "place=Vahdat"};
  static const char *const dates[] = {"2003-01-05", "2003-12-20", "2004-01-05",
                                      "2004-06-01", "2005-05-30", "2005-06-02"};
  for (size_t i = 0; i < SOURCES; i++) {
    row r = {cck_arena_printf(&w->arena, "s%02zu", i).ptr, dates[next(&seed) % 6], figures[next(&seed) % 8]};
    r.scope = scopes[next(&seed) % 4];
    world_say(w, (row[]){r, {NULL}});
  }
}

static bool is_party(const world *w, const cck_claim *claim) {
  for (size_t i = 0; i < w->findings.count; i++)
    for (size_t p = 0; p < w->findings.items[i].parties.count; p++)
      if (w->findings.items[i].parties.items[p].claim == claim)
        return true;
  return false;
}

/* A claim takes part in a finding exactly when comparing all pairs finds one that it contradicts. */
static void test_sweep_equals_all_pairs(void **state) {
  (void)state;
  for (uint32_t seed = 1; seed <= 200; seed++) {
    world w;
    world_init(&w, RULE("values agree within 20% during 12 months across sources"));
    say_random(&w, seed * 31);
    world_run(&w);
    for (size_t i = 0; i < SOURCES; i++) {
      const cck_claim *claim = &w.bodies.items[i].claims[0];
      bool expected = false;
      for (size_t j = 0; j < SOURCES; j++)
        expected |= i != j && contradict(claim, &w.bodies.items[j].claims[0]);
      if (is_party(&w, claim) != expected)
        fail_msg("seed %u, claim %zu: %s", seed, i, expected ? "missed" : "listed without a contradiction");
    }
    world_fini(&w);
  }
}

static void test_total_order(void **state) {
  (void)state;
  world w;
  world_init(&w, HEAD "rule b-rule\n  severity warning\n  for killed\n  expect values agree within 5%\n"
                      "rule a-rule\n  severity warning\n  for killed\n  expect values agree within 6%\n"
                      "rule z-rule\n  severity error\n  for troops\n  expect values agree within 5%\n");
  world_say(&w, (row[]){{"a", "2004-10-16", "5000"},
                        {"a", "2004-10-16", "5", .measure = "killed"},
                        {"b", "2004-10-16", "7000"},
                        {"b", "2004-10-16", "7", .measure = "killed"},
                        {NULL}});
  world_run(&w);
  assert_int_equal(w.findings.count, 3);
  assert_true(slice_is(w.findings.items[0].rule, "z-rule", "errors first"));
  assert_true(slice_is(w.findings.items[1].rule, "a-rule", "then by rule"));
  w.options.only_rule = CCK_S("b-rule");
  world_run(&w);
  assert_int_equal(w.findings.count, 1);
  assert_true(slice_is(w.findings.items[0].rule, "b-rule", "only one rule"));
  world_fini(&w);
}

static void test_gate(void **state) {
  (void)state;
  world w;
  world_init(&w, WITHIN_15);
  world_say(&w, (row[]){{"a", "2004-10-16", "5000"},
                        {"a", "2004-10-16", "5", .measure = "killed"},
                        {"b", "2004-10-16", "7000"},
                        {"b", "2004-10-16", "9", .measure = "killed"},
                        {"c", "2004-10-16", "7000"},
                        {NULL}});
  w.options.new_only = true;
  world_run(&w);
  assert_int_equal(w.findings.count, 0);
  w.bodies.items[2].is_new = true;
  world_run(&w);
  assert_true(slice_is(world_outcome(&w), "differs 5,000|7,000|7,000", "a new article takes part"));
  world_fini(&w);
}

/* ---- waivers ---- */

static void test_waivers(void **state) {
  (void)state;
  static const struct {
    const char *name, *waiver, *today;
    bool waived;
    const char *expired, *note;
  } rows[] = {
      {"by rule and place",
       "waive r\n  where base-201, a 2004-10-16, b 2004-10-16\n  because desk note\n  until 2027-01-31\n", "2026-11-21",
       true, "", ""},
      {"on its last day", "waive r\n  where base-201\n  because desk note\n  until 2026-11-21\n", "2026-11-21", true,
       "", ""},
      {"the day after", "waive r\n  where base-201\n  because desk note\n  until 2026-11-20\n", "2026-11-21", false,
       "2026-11-20", "expired on 2026-11-20"},
      {"another day's article", "waive r\n  where base-201, a 2004-10-17\n  because desk note\n  until 2027-01-31\n",
       "2026-11-21", false, "", "matches nothing"},
      {"another entity", "waive r\n  where base-102\n  because desk note\n  until 2027-01-31\n", "2026-11-21", false,
       "", "matches nothing"},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    world w;
    char rules[4096];
    snprintf(rules, sizeof rules, "%s%s", WITHIN_15, rows[i].waiver);
    world_init(&w, rules);
    world_say(&w, (row[]){{"a", "2004-10-16", "5000"}, {"b", "2004-10-16", "7000"}, {NULL}});
    w.options.today = period_of(rows[i].today).min;
    world_run(&w);
    assert_int_equal(w.findings.count, 1);
    assert_int_equal(w.findings.items[0].waived.waived, rows[i].waived);
    assert_true(slice_is(w.findings.items[0].expired, rows[i].expired, rows[i].name));
    assert_int_equal(w.coverage.notes.count, *rows[i].note ? 1 : 0);
    if (*rows[i].note)
      assert_true(cck_slice_ends(w.coverage.notes.items[0], cck_slice_of(rows[i].note)));
    world_fini(&w);
  }
}

static void test_waiver_by_finding(void **state) {
  (void)state;
  world w;
  char rules[4096];
  row said[] = {{"a", "2004-10-16", "5000"}, {"b", "2004-10-16", "7000"}, {NULL}};
  world_init(&w, WITHIN_15);
  world_say(&w, said);
  world_run(&w);
  snprintf(rules, sizeof rules, "%swaive %s\n  because desk note\n  by desk\n  until 2027-01-31\n", WITHIN_15,
           w.findings.items[0].id.ptr);
  world_fini(&w);
  world_init(&w, rules);
  world_say(&w, said);
  world_run(&w);
  assert_true(w.findings.items[0].waived.waived);
  assert_true(slice_is(w.findings.items[0].waived.because, "desk note", "because"));
  assert_true(slice_is(w.findings.items[0].waived.until, "2027-01-31", "until"));
  world_fini(&w);
}

/* With very many values only the farthest two are listed; the others are counted. */
static void test_many_values(void **state) {
  (void)state;
  for (size_t values = 12; values <= 13; values++) {
    world w;
    world_init(&w, WITHIN_15);
    for (size_t i = 0; i < values; i++) {
      const char *figure = cck_arena_printf(&w.arena, "%zu", 1000 * (i + 1)).ptr;
      world_say(&w, (row[]){{cck_arena_printf(&w.arena, "s%02zu", i).ptr, "2004-10-16", figure}, {NULL}});
    }
    world_run(&w);
    assert_int_equal(w.findings.count, 1);
    assert_int_equal(w.findings.items[0].parties.count, values == 12 ? 12 : 2);
    assert_true(cck_slice_find(w.findings.items[0].message, CCK_S("1,000 against 1"), 0) == 0);
    world_fini(&w);
  }
}

/* A hot group must not cost all pairs. */
static void test_hot_group(void **state) {
  (void)state;
  enum { ARTICLES = 4000 };
  world w;
  world_init(&w, WITHIN_15);
  for (size_t s = 0; s < ARTICLES; s++)
    world_say(&w,
              (row[]){{cck_arena_printf(&w.arena, "s%04zu", s).ptr, "2004-10-16", s % 2 ? "5000" : "5100"}, {NULL}});
  world_say(&w, (row[]){{"t", "2004-10-16", "9000"}, {NULL}});
  world_run(&w);
  assert_int_equal(w.findings.count, 1);
  assert_true(w.findings.items[0].parties.count <= 24);
  assert_int_equal(w.coverage.compared, ARTICLES + 1);
  world_fini(&w);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_tolerance),
      cmocka_unit_test(test_bounds),
      cmocka_unit_test(test_rounding),
      cmocka_unit_test(test_units),
      cmocka_unit_test(test_groups),
      cmocka_unit_test(test_time),
      cmocka_unit_test(test_lists),
      cmocka_unit_test(test_message),
      cmocka_unit_test(test_message_says_mood_and_time),
      cmocka_unit_test(test_former_figures),
      cmocka_unit_test(test_levels_and_changes),
      cmocka_unit_test(test_message_of_two_units),
      cmocka_unit_test(test_independence),
      cmocka_unit_test(test_reprints_by_text),
      cmocka_unit_test(test_steps),
      cmocka_unit_test(test_ids),
      cmocka_unit_test(test_order_of_bodies_does_not_matter),
      cmocka_unit_test(test_sweep_equals_all_pairs),
      cmocka_unit_test(test_total_order),
      cmocka_unit_test(test_gate),
      cmocka_unit_test(test_waivers),
      cmocka_unit_test(test_waiver_by_finding),
      cmocka_unit_test(test_many_values),
      cmocka_unit_test(test_hot_group),
  };
  return cmocka_run_group_tests_name("evaluate", tests, NULL, NULL);
}
