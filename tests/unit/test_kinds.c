/* The kinds that look at one claim or one statement: limits, dates, changes, numbers, names; and the table of kinds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "rule/kinds.h"
#include "unit/world.h"

#define MEASURES                                                                                                       \
  "entity base-201\n  type base\n  name 201st Military Base\n"                                                         \
  "entity president\n  type person\n  name Imomali Rakhmonov until 2007-03-20\n  name Emomali Rahmon from "            \
  "2007-03-20\n"                                                                                                       \
  "  alias Rakhmonov until 2007-03-20\n  alias the president\n"                                                        \
  "measure troops\n  kind count\n  words troops\n"                                                                     \
  "measure debt-relief\n  kind money\n  words forgive\n"                                                               \
  "measure height\n  kind length\n  words high\n"                                                                      \
  "measure announced\n  kind date\n  words announce\n"                                                                 \
  "measure opened\n  kind date\n  words open\n"

#define RULE(what, expect) MEASURES "rule r\n  for " what "\n  expect " expect "\n"

typedef struct scenario {
  const char *name, *rules;
  row said;
  const char *outcome, *message;
} scenario;

static void check_message(world *w, const scenario *s, bool *ok) {
  cck_slice message = w->findings.count ? w->findings.items[0].message : (cck_slice){"", 0};
  *ok &= slice_is(world_outcome(w), s->outcome, s->name);
  if (s->message)
    *ok &= slice_is(message, s->message, s->name);
}

static void run(const scenario *scenarios, size_t count) {
  bool ok = true;
  for (size_t i = 0; i < count; i++) {
    world w;
    world_init(&w, scenarios[i].rules);
    world_say(&w, (row[]){scenarios[i].said, {NULL}});
    world_run(&w);
    check_message(&w, &scenarios[i], &ok);
    world_fini(&w);
  }
  assert_true(ok);
}

/* ---- value at most, at least, between ---- */

static void test_limits(void **state) {
  (void)state;
#define AT_MOST RULE("troops", "value at most 50,000")
#define BETWEEN RULE("troops", "value between 100 and 50,000")
  static const scenario scenarios[] = {
      {"above",
       AT_MOST,
       {"a", "2004-10-16", "70000"},
       "implausible 70,000",
       "70,000 troops is above the limit of 50,000"},
      {"at the limit", AT_MOST, {"a", "2004-10-16", "50000"}, "", NULL},
      {"a range that reaches below", AT_MOST, {"a", "2004-10-16", "40000..90000"}, "", NULL},
      {"a range beyond", AT_MOST, {"a", "2004-10-16", "60000..90000"}, "implausible 60,000-90,000", NULL},
      {"more than", AT_MOST, {"a", "2004-10-16", ">60000"}, "implausible >60,000", NULL},
      {"up to", AT_MOST, {"a", "2004-10-16", "<=60000"}, "", NULL},
      {"a hedge that reaches below", AT_MOST, {"a", "2004-10-16", "~52000"}, "", NULL},
      {"below", BETWEEN, {"a", "2004-10-16", "50"}, "implausible 50", "50 troops is below the limit of 100"},
      {"between", BETWEEN, {"a", "2004-10-16", "5000"}, "", NULL},
      {"denied", AT_MOST, {"a", "2004-10-16", "70000", .modality = CCK_MODALITY_DENIED}, "", NULL},
      {"converted",
       RULE("height", "value at most 9 km"),
       {"a", "2004-10-16", "30000", .measure = "height", .unit = "foot"},
       "implausible 30,000 feet",
       NULL},
      {"converted and below",
       RULE("height", "value at most 9 km"),
       {"a", "2004-10-16", "29000", .measure = "height", .unit = "foot"},
       "",
       NULL},
      {"another currency",
       RULE("debt-relief", "value at most $5 million"),
       {"a", "2004-10-16", "6000000", .measure = "debt-relief", .unit = "EUR"},
       "",
       NULL},
  };
  run(scenarios, COUNT(scenarios));
}

static void add_table(world *w) {
  static const struct {
    const char *entity;
    int year;
    const char *value;
  } rows[] = {
      {"kyrgyzstan", 2004, "2211535312"}, {"tajikistan", 2004, "2076148710"}, {"tajikistan", 2006, "2830236054"}};
  cck_table table = {.id = CCK_S("gdp"), .unit = CCK_S("USD"), .edition = CCK_S("Sample edition"), .by_year = true};
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_table_row entry = {cck_slice_of(rows[i].entity), rows[i].year, decimal_of(cck_slice_of(rows[i].value))};
    CCK_PUSH(&w->arena, &table.rows, entry);
  }
  CCK_PUSH(&w->arena, &w->rules->tables, table);
  cck_limit *limit = &w->rules->rules.items[0].expect.high;
  limit->kind = CCK_LIMIT_TABLE;
  limit->amount = cck_decimal_of(100);
  limit->text = CCK_S("100% of gdp");
  limit->unit = (cck_slice){NULL, 0};
}

static void test_table(void **state) {
  (void)state;
  static const struct {
    const char *name, *date, *figure, *subject, *message, *suggest, *note;
  } rows[] = {
      {"beyond, one slip fits", "2004-10-20", "330000000000", "tajikistan",
       "330 billion USD is 15,900% of Tajikistan's 2004 GDP (2.076 billion USD, Sample edition)", "330 million USD",
       ""},
      {"beyond, two slips fit", "2004-10-20", "3000000000", "tajikistan",
       "3 billion USD is 144% of Tajikistan's 2004 GDP (2.076 billion USD, Sample edition)", "", ""},
      {"below", "2004-10-20", "330000000", "tajikistan", "", "", ""},
      {"the nearest year", "2008-10-20", "330000000000", "tajikistan",
       "330 billion USD is 11,700% of Tajikistan's 2006 GDP (2.83 billion USD, Sample edition)", "330 million USD", ""},
      {"the earlier of two years", "2005-10-20", "330000000000", "tajikistan",
       "330 billion USD is 15,900% of Tajikistan's 2004 GDP (2.076 billion USD, Sample edition)", "330 million USD",
       ""},
      {"no year near", "1890-10-20", "330000000000", "tajikistan", "", "", "no gdp for tajikistan 1890"},
      {"no row", "2004-10-20", "330000000000", "uzbekistan", "", "", "no gdp for uzbekistan 2004"},
  };
  bool ok = true;
  for (size_t i = 0; i < COUNT(rows); i++) {
    world w;
    world_init(&w,
               RULE("debt-relief of any country",
                    "value at most $1") "  suggest scale\n  when no reference note\n  message {value} is {ratio} of "
                                        "{subject}'s {year} GDP ({reference})\n");
    add_table(&w);
    world_say(&w, (row[]){{"a", rows[i].date, rows[i].figure, .subject = rows[i].subject, .measure = "debt-relief",
                           .unit = "USD"},
                          {NULL}});
    world_run(&w);
    const cck_finding *f = w.findings.count ? &w.findings.items[0] : NULL;
    ok &= slice_is(f ? f->message : (cck_slice){"", 0}, rows[i].message, rows[i].name);
    ok &= slice_is(f && f->suggest.count ? f->suggest.items[0] : (cck_slice){"", 0}, rows[i].suggest, rows[i].name);
    ok &= slice_is(w.coverage.missing.count ? w.coverage.missing.items[0] : (cck_slice){"", 0}, rows[i].note,
                   rows[i].name);
    world_fini(&w);
  }
  assert_true(ok);
}

static void test_repeated_figure_is_one_finding(void **state) {
  (void)state;
  world w;
  world_init(&w, AT_MOST);
  world_say(&w, (row[]){{"a", "2004-10-16", "70000"},
                        {"b", "2004-10-17", "70000", .unit = "man"},
                        {"c", "2004-10-17", "80000"},
                        {NULL}});
  world_run(&w);
  assert_int_equal(w.findings.count, 2);
  assert_int_equal(w.findings.items[0].parties.count + w.findings.items[1].parties.count, 3);
  world_fini(&w);
}

/* ---- dates ---- */

static cck_claim *only_claim(world *w) { return (cck_claim *)(uintptr_t)w->bodies.items[0].claims; }

static void test_weekday(void **state) {
  (void)state;
  static const struct {
    const char *name, *date;
    int weekday;
    cck_basis basis;
    const char *published, *message;
  } rows[] = {
      {"wrong", "2004-10-17", 6, CCK_BASIS_TEXT, "2004-10-20", "17 October 2004 is a Sunday, not a Saturday"},
      {"right", "2004-10-17", 7, CCK_BASIS_TEXT, "2004-10-20", ""},
      {"none written", "2004-10-17", 0, CCK_BASIS_TEXT, "2004-10-20", ""},
      {"a month has none", "2004-10", 6, CCK_BASIS_TEXT, "2004-10-20", ""},
      {"a year inferred from a near publication", "2004-10-17", 6, CCK_BASIS_RELATIVE, "2004-10-20",
       "17 October 2004 is a Sunday, not a Saturday"},
      {"a year inferred across many months proves nothing", "2004-01-17", 1, CCK_BASIS_RELATIVE, "2004-10-20", ""},
  };
  bool ok = true;
  for (size_t i = 0; i < COUNT(rows); i++) {
    world w;
    world_init(&w, RULE("any date", "weekday matches date"));
    world_say(&w, (row[]){{"a", rows[i].published, rows[i].date, .is_date = true}, {NULL}});
    only_claim(&w)->date.weekday = rows[i].weekday;
    only_claim(&w)->time.basis = rows[i].basis;
    world_run(&w);
    ok &= slice_is(w.findings.count ? w.findings.items[0].message : (cck_slice){"", 0}, rows[i].message, rows[i].name);
    world_fini(&w);
  }
  assert_true(ok);
}

static void test_date_exists(void **state) {
  (void)state;
  world w;
  world_init(&w, RULE("any date", "date exists"));
  world_say(&w, (row[]){{"a", "2012-09-14", "2012-06-30", .is_date = true}, {NULL}});
  world_run(&w);
  assert_int_equal(w.findings.count, 0);
  only_claim(&w)->date.valid = false;
  only_claim(&w)->date.days = CCK_NO_PERIOD;
  only_claim(&w)->date.text = CCK_S("31 June 2012");
  world_run(&w);
  assert_int_equal(w.findings.count, 1);
  assert_true(slice_is(w.findings.items[0].message, "31 June 2012 is a day that no calendar has", "message"));
  assert_int_equal(w.findings.items[0].relation, CCK_RELATION_INCONSISTENT);
  world_fini(&w);
}

static void test_publication(void **state) {
  (void)state;
#define PUBLISHED RULE("any date in past tense", "start not after publication by 1 day")
  static const scenario scenarios[] = {
      {"after publication",
       PUBLISHED,
       {"a", "2004-10-25", "2004-11-12", .is_date = true},
       "inconsistent 12 November 2004",
       "start 12 November 2004 is after publication 25 October 2004, 18 days apart"},
      {"within the slack", PUBLISHED, {"a", "2004-10-25", "2004-10-26", .is_date = true}, "", NULL},
      {"before", PUBLISHED, {"a", "2004-10-25", "2004-10-12", .is_date = true}, "", NULL},
      {"the same month", PUBLISHED, {"a", "2004-10-25", "2004-10", .is_date = true}, "", NULL},
      {"undated article", PUBLISHED, {"a", "", "2004-11-12", .is_date = true}, "", NULL},
      {"not before, turned round",
       RULE("any date", "publication not before start"),
       {"a", "2004-10-25", "2004-11-12", .is_date = true},
       "inconsistent 12 November 2004",
       NULL},
  };
  run(scenarios, COUNT(scenarios));
}

static void test_a_date_keeps_its_words(void **state) {
  (void)state;
  static const scenario scenarios[] = {
      {"a month",
       PUBLISHED "  message {date} lies ahead\n",
       {"a", "2004-10-25", "2005-03", .is_date = true},
       "inconsistent March 2005",
       "March 2005 lies ahead"},
      {"a day",
       PUBLISHED "  message {date} lies ahead\n",
       {"a", "2004-10-25", "2005-03-01", .is_date = true},
       "inconsistent 1 March 2005",
       "1 March 2005 lies ahead"},
  };
  run(scenarios, COUNT(scenarios));
}

static void test_future_is_not_past(void **state) {
  (void)state;
  world w;
  world_init(&w, PUBLISHED);
  world_say(&w, (row[]){{"a", "2004-10-25", "2004-11-12", .is_date = true}, {NULL}});
  only_claim(&w)->date.past = false;
  world_run(&w);
  assert_int_equal(w.findings.count, 0);
  world_fini(&w);
}

static void test_two_measures(void **state) {
  (void)state;
  static const struct {
    const char *name, *announced, *opened, *subject, *outcome;
  } rows[] = {
      {"opened before it was announced", "2004-10-20", "2004-10-01", NULL, "differs 20 October 2004|1 October 2004"},
      {"in order", "2004-10-01", "2004-10-20", NULL, ""},
      {"of two subjects", "2004-10-20", "2004-10-01", "kyrgyzstan", ""},
      {"perhaps in order", "2004-10-20", "2004-10", NULL, ""},
  };
  bool ok = true;
  for (size_t i = 0; i < COUNT(rows); i++) {
    world w;
    world_init(&w, i % 2 ? RULE("opened", "announced not after opened")
                         : RULE("announced, opened", "announced not after opened"));
    world_say(&w, (row[]){{"a", "2004-12-01", rows[i].announced, .measure = "announced", .is_date = true},
                          {"b", "2004-12-02", rows[i].opened, .measure = "opened", .subject = rows[i].subject,
                           .is_date = true},
                          {NULL}});
    world_run(&w);
    ok &= slice_is(world_outcome(&w), rows[i].outcome, rows[i].name);
    world_fini(&w);
  }
  assert_true(ok);
}

/* Two ends of one statement, linked to each other: one finding, and none for bare weekdays. */
static void test_linked_ends(void **state) {
  (void)state;
  static const struct {
    const char *name, *start, *end, *start_text;
    cck_basis basis;
    const char *outcome;
  } rows[] = {
      {"end before start", "2010-10-25", "2010-10-18", "25 October 2010", CCK_BASIS_TEXT,
       "inconsistent 25 October 2010|18 October 2010"},
      {"in order", "2010-10-18", "2010-10-25", "18 October 2010", CCK_BASIS_TEXT, ""},
      {"weekdays of any week", "2010-10-23", "2010-10-21", "Saturday", CCK_BASIS_RELATIVE, ""},
  };
  bool ok = true;
  for (size_t i = 0; i < COUNT(rows); i++) {
    world w;
    world_init(&w, RULE("any date", "start not after end"));
    world_say(&w, (row[]){{"a", "2010-11-02", rows[i].start, .is_date = true},
                          {"a", "2010-11-02", rows[i].end, .is_date = true},
                          {NULL}});
    cck_claim *claims = only_claim(&w);
    cck_link end = {CCK_S("end"), claims[1].id};
    cck_link start = {CCK_S("start"), claims[0].id};
    CCK_PUSH(&w.arena, &claims[0].links, end);
    CCK_PUSH(&w.arena, &claims[1].links, start);
    claims[0].date.text = cck_slice_of(rows[i].start_text);
    claims[0].time.basis = rows[i].basis;
    world_run(&w);
    ok &= slice_is(world_outcome(&w), rows[i].outcome, rows[i].name);
    world_fini(&w);
  }
  assert_true(ok);
}

/* ---- changes ---- */

typedef struct change_case {
  const char *name, *from, *to, *unit, *change, *change_unit;
  cck_change direction;
  const char *message; /* "" when it adds up */
  const char *from_text, *to_text, *change_text;
} change_case;

static void link_claims(world *w, cck_claim *claims, bool with_change) {
  cck_claim *holder = &claims[with_change ? 2 : 1];
  cck_link from = {CCK_S("from"), claims[0].id};
  cck_link to = {CCK_S("to"), claims[1].id};
  CCK_PUSH(&w->arena, &holder->links, from);
  if (with_change)
    CCK_PUSH(&w->arena, &holder->links, to);
}

static bool run_change(const change_case *c) {
  world w;
  row rows[] = {{"a", "2012-09-14", c->from, .measure = "-", .unit = c->unit, .text = c->from_text},
                {"a", "2012-09-14", c->to, .measure = "-", .unit = c->unit, .text = c->to_text,
                 .change = c->change ? CCK_CHANGE_NONE : c->direction},
                {c->change ? "a" : NULL, "2012-09-14", c->change, .measure = "-", .unit = c->change_unit,
                 .text = c->change_text, .change = c->direction},
                {NULL}};
  world_init(&w, RULE("any change", "change adds up within rounding"));
  world_say(&w, rows);
  link_claims(&w, only_claim(&w), c->change != NULL);
  world_run(&w);
  bool ok = slice_is(w.findings.count ? w.findings.items[0].message : (cck_slice){"", 0}, c->message, c->name);
  ok &= w.coverage.compared == (c->change ? 3u : 2u) || strcmp(c->name, "from zero") == 0 ||
        strcmp(c->name, "a dividend after a split") == 0;
  world_fini(&w);
  return ok;
}

static void test_changes(void **state) {
  (void)state;
  static const change_case cases[] = {
      {"wrong percentage", "10", "15", "tonne", "40", "percent", CCK_CHANGE_UP,
       "from 10 to 15 tonnes is up 50%, not 40%", NULL, NULL, NULL},
      {"right percentage", "10", "15", "tonne", "50", "percent", CCK_CHANGE_UP, "", NULL, NULL, NULL},
      {"direction not told", "10", "15", "tonne", "50", "percent", CCK_CHANGE_NONE, "", NULL, NULL, NULL},
      {"a fall", "20", "15", "tonne", "25", "percent", CCK_CHANGE_DOWN, "", NULL, NULL, NULL},
      {"a wrong fall", "20", "15", "tonne", "50", "percent", CCK_CHANGE_DOWN,
       "from 20 to 15 tonnes is down 25%, not 50%", NULL, NULL, NULL},
      {"cut instead of rounded", "700", "800", "tonne", "14", "percent", CCK_CHANGE_UP, "", NULL, NULL, NULL},
      {"figures that are rounded themselves", "7000000000", "8000000000", "USD", "10", "percent", CCK_CHANGE_UP, "",
       "$7 billion", "$8 billion", "10 percent"},
      {"not by rounding", "7000000000", "8000000000", "USD", "60", "percent", CCK_CHANGE_UP,
       "from 7 billion to 8 billion USD is up 14%, not 60%", "$7 billion", "$8 billion", "60 percent"},
      {"hedged", "10", "15", "tonne", "~52", "percent", CCK_CHANGE_UP, "", NULL, NULL, NULL},
      {"rose, but falls", "320", "240", "tonne", NULL, NULL, CCK_CHANGE_UP,
       "from 320 to 240 tonnes is down 80 tonnes, not a rise", NULL, NULL, NULL},
      {"a rate may fall when its currency rises", "221", "161", "", NULL, NULL, CCK_CHANGE_UP, "", NULL, NULL, NULL},
      {"rose", "240", "320", "tonne", NULL, NULL, CCK_CHANGE_UP, "", NULL, NULL, NULL},
      {"rose by a percentage, but falls", "320", "240", "tonne", "25", "percent", CCK_CHANGE_UP,
       "from 320 to 240 tonnes is down 80 tonnes, not a rise of 25%", NULL, NULL, NULL},
      {"points", "4", "5", "percent", "1", "percentage point", CCK_CHANGE_UP, "", NULL, NULL, NULL},
      {"percent instead of points", "4", "9", "percent", "5", "percent", CCK_CHANGE_UP,
       "from 4% to 9% is up 125%, not 5% (percentage points are not percent)", NULL, NULL, NULL},
      {"an amount", "10", "15", "tonne", "5", "tonne", CCK_CHANGE_UP, "", NULL, NULL, NULL},
      {"a wrong amount", "10", "15", "tonne", "9", "tonne", CCK_CHANGE_UP,
       "from 10 to 15 tonnes is up 5 tonnes, not 9 tonnes", NULL, NULL, NULL},
      {"money that may be a rate", "207", "158", "JPY", NULL, NULL, CCK_CHANGE_UP, "", NULL, NULL, NULL},
      {"a percentage of what may be a rate", "207", "158", "JPY", "24", "percent", CCK_CHANGE_UP, "", NULL, NULL, NULL},
      {"money that is none", "20", "15", "USD", NULL, NULL, CCK_CHANGE_UP,
       "from 20 to 15 USD is down 5 USD, not a rise", NULL, NULL, NULL},
      {"a dividend after a split", "19", "10.5", "cent/share", "10.5", "percent", CCK_CHANGE_NONE, "", NULL, NULL,
       NULL},
      {"a deficit that grew", "-3", "-5", "tonne", NULL, NULL, CCK_CHANGE_UP, "", NULL, NULL, NULL},
      {"doubled", "10", "21", "tonne", "2", "time", CCK_CHANGE_UP, "", NULL, NULL, NULL},
      {"did not double", "10", "14", "tonne", "2", "time", CCK_CHANGE_UP,
       "from 10 to 14 tonnes is up 40%, not 2 times as much", NULL, NULL, NULL},
      {"more than doubled", "10", "35", "tonne", ">2", "time", CCK_CHANGE_UP, "", NULL, NULL, NULL},
      {"halved", "90", "47", "tonne", "0.5", "fraction", CCK_CHANGE_DOWN, "", NULL, NULL, NULL},
      {"by a third", "90", "75", "tonne", "0.333333333333", "fraction", CCK_CHANGE_DOWN,
       "from 90 to 75 tonnes is down 17%, not 33.3%", NULL, NULL, NULL},
      {"from zero", "0", "15", "tonne", "40", "percent", CCK_CHANGE_UP, "", NULL, NULL, NULL},
      {"over a change of sign", "-5", "15", "tonne", "40", "percent", CCK_CHANGE_UP, "", NULL, NULL, NULL},
  };
  bool ok = true;
  for (size_t i = 0; i < COUNT(cases); i++)
    ok &= run_change(&cases[i]);
  assert_true(ok);
}

/* ---- numbers and names ---- */

static void test_number_well_formed(void **state) {
  (void)state;
  world w;
  world_init(&w, RULE("any number", "number well formed"));
  world_say(&w, (row[]){{"a", "2010-05-11", "5", .text = "2,452,3000"}, {NULL}});
  world_run(&w);
  assert_int_equal(w.findings.count, 0);
  only_claim(&w)->kind = CCK_CLAIM_MALFORMED;
  world_run(&w);
  assert_int_equal(w.findings.count, 1);
  assert_true(slice_is(w.findings.items[0].message, "\"2,452,3000\" cannot be read as one number", "message"));
  world_fini(&w);
}

static void test_names(void **state) {
  (void)state;
  static const struct {
    const char *name, *published, *text, *time, *message;
  } rows[] = {
      {"too late", "2010-05-12", "Imomali Rakhmonov", NULL,
       "Imomali Rakhmonov in an article of 12 May 2010; the name then was Emomali Rahmon"},
      {"too early", "2004-10-18", "Emomali Rahmon", NULL,
       "Emomali Rahmon in an article of 18 October 2004; the name then was Imomali Rakhmonov"},
      {"in its time", "2004-10-18", "Imomali Rakhmonov", NULL, ""},
      {"another name of its time", "2004-10-18", "Rakhmonov", NULL, ""},
      {"told of its time", "2010-05-12", "Imomali Rakhmonov", "2004", ""},
      {"a name without a time", "2010-05-12", "the president", NULL, ""},
      {"the first day of the new name", "2007-03-20", "Emomali Rahmon", NULL, ""},
      {"the day before", "2007-03-19", "Emomali Rahmon", NULL,
       "Emomali Rahmon in an article of 19 March 2007; the name then was Imomali Rakhmonov"},
      {"an undated article", "", "Imomali Rakhmonov", NULL, ""},
  };
  bool ok = true;
  for (size_t i = 0; i < COUNT(rows); i++) {
    world w;
    world_init(&w, RULE("name of president", "name fits published"));
    world_say(&w, (row[]){{"a", rows[i].published, "1", .subject = "president", .measure = "-", .text = rows[i].text,
                           .time = rows[i].time},
                          {NULL}});
    only_claim(&w)->kind = CCK_CLAIM_NAME;
    world_run(&w);
    ok &= slice_is(w.findings.count ? w.findings.items[0].message : (cck_slice){"", 0}, rows[i].message, rows[i].name);
    world_fini(&w);
  }
  assert_true(ok);
}

/* ---- the table ---- */

static void test_kinds_table(void **state) {
  (void)state;
  size_t built = 0;
  for (size_t i = 0; i < CCK_KIND_COUNT; i++) {
    const cck_kind_entry *kind = cck_kind_at(i);
    assert_non_null(kind);
    assert_true(*kind->form && *kind->catches);
    built += kind->how != NULL;
    if (kind->how)
      assert_true(kind->how->evaluate && *kind->how->message);
  }
  assert_true(built >= 8);
  assert_null(cck_kind_at(CCK_KIND_COUNT));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_limits),
      cmocka_unit_test(test_table),
      cmocka_unit_test(test_repeated_figure_is_one_finding),
      cmocka_unit_test(test_weekday),
      cmocka_unit_test(test_date_exists),
      cmocka_unit_test(test_publication),
      cmocka_unit_test(test_a_date_keeps_its_words),
      cmocka_unit_test(test_future_is_not_past),
      cmocka_unit_test(test_two_measures),
      cmocka_unit_test(test_linked_ends),
      cmocka_unit_test(test_changes),
      cmocka_unit_test(test_number_well_formed),
      cmocka_unit_test(test_names),
      cmocka_unit_test(test_kinds_table),
  };
  return cmocka_run_group_tests_name("kinds", tests, NULL, NULL);
}
