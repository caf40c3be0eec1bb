/* The kinds that hold a figure against two dates: ages against births, lengths of time against their ends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "unit/world.h"

#define RULE(what, expect) "rule r\n  for " what "\n  expect " expect "\n"

typedef struct fit_case {
  const char *name, *published;
  const char *figure, *unit;
  const char *start, *end; /* the birth, or the start; "YYYY..YYYY" is one claim of both; end may be NULL */
  cck_precision precision;
  const char *message; /* "" when it fits */
} fit_case;

static void link_to(world *w, cck_claim *claim, const char *role, const cck_claim *to) {
  cck_link link = {cck_slice_of(role), to->id};
  CCK_PUSH(&w->arena, &claim->links, link);
}

/* "2012..2040" as the days of one claim. */
static void spread(world *w, cck_claim *claim, const char *text) {
  cck_slice all = cck_slice_of(text);
  size_t dots = cck_slice_find(all, CCK_S(".."), 0);
  cck_slice first = dots == SIZE_MAX ? all : cck_slice_sub(all, 0, dots);
  cck_slice last = dots == SIZE_MAX ? all : cck_slice_sub(all, dots + 2, all.len);
  claim->date.days.min = period_of(cck_arena_copy(&w->arena, first).ptr).min;
  claim->date.days.max = period_of(cck_arena_copy(&w->arena, last).ptr).max;
}

static bool run(const fit_case *c, const char *rule, const char *role) {
  world w;
  const char *end = c->end ? c->end : c->start;
  row rows[] = {{"a", c->published, c->figure, .subject = "-", .measure = "-", .unit = c->unit},
                {"a", c->published, c->start, .subject = "-", .measure = "-", .is_date = true},
                {"a", c->published, end, .subject = "-", .measure = "-", .is_date = true},
                {NULL}};
  world_init(&w, rule);
  world_say(&w, rows);
  cck_claim *claims = (cck_claim *)(uintptr_t)w.bodies.items[0].claims;
  for (size_t i = 1; i < 3; i++) {
    spread(&w, &claims[i], i == 1 ? c->start : end);
    claims[i].date.precision = c->precision;
  }
  bool both = cck_slice_find(cck_slice_of(c->start), CCK_S(".."), 0) != SIZE_MAX;
  link_to(&w, &claims[0], role, &claims[1]);
  if (c->end || both)
    link_to(&w, &claims[0], "end", both ? &claims[1] : &claims[2]);
  world_run(&w);
  bool ok = slice_is(w.findings.count ? w.findings.items[0].message : (cck_slice){"", 0}, c->message, c->name);
  world_fini(&w);
  return ok;
}

static void test_ages(void **state) {
  (void)state;
  static const fit_case cases[] = {
      {"the year of the birthday", "2012-09-14", "54", "year of age", "1950", "2004", .message = ""},
      {"before the birthday", "2012-09-14", "53", "year of age", "1950", "2004", .message = ""},
      {"too young", "2012-09-14", "45", "year of age", "1950", "2004",
       .message = "aged 45, but from 1950 to 2004 it is 53 or 54 years"},
      {"one too old", "2012-09-14", "55", "year of age", "1950", "2004",
       .message = "aged 55, but from 1950 to 2004 it is 53 or 54 years"},
      {"on the day before the birthday", "2012-09-14", "59", "year of age", "1950-03-12", "2010-03-11", .message = ""},
      {"on the birthday", "2012-09-14", "59", "year of age", "1950-03-12", "2010-03-12",
       .message = "aged 59, but from 12 March 1950 to 12 March 2010 it is 60 years"},
      {"born on a leap day", "2012-09-14", "1", "year of age", "2004-02-29", "2005-03-01", .message = ""},
      {"a month", "2012-09-14", "60", "year of age", "1950-03", "2010-03", .message = ""},
      {"about", "2012-09-14", "~52", "year of age", "1950", "2004", .message = ""},
      {"over", "2012-09-14", ">50", "year of age", "1950", "2004", .message = ""},
      {"over too many", "2012-09-14", ">60", "year of age", "1950", "2004",
       .message = "aged more than 60, but from 1950 to 2004 it is 53 or 54 years"},
      {"at publication", "2012-09-14", "62", "year of age", "1950-03-12", NULL, .message = ""},
      {"at a death some weeks before publication", "2012-03-20", "61", "year of age", "1950-03-12", NULL,
       .message = ""},
      {"months before publication", "2012-09-14", "61", "year of age", "1950-03-12", NULL,
       .message = "aged 61, but from 12 March 1950 to 14 September 2012 it is 62 years"},
      {"published in a month", "2012-09", "62", "year of age", "1950-09-30", NULL, .message = ""},
      {"no date at all", "", "20", "year of age", "1950", NULL, .message = ""},
      {"before the birth", "2012-09-14", "30", "year of age", "1950", "1940",
       .message = "aged 30, but from 1950 to 1940 it is -11 or -10 years"},
  };
  bool ok = true;
  for (size_t i = 0; i < COUNT(cases); i++)
    ok &= run(&cases[i], RULE("any age", "age fits dates"), "born");
  assert_true(ok);
}

static void test_lengths(void **state) {
  (void)state;
  static const fit_case cases[] = {
      {"years", "2012-09-14", "30", "year", "2012..2042", NULL, CCK_PRECISION_YEAR, ""},
      {"first and last counted", "2012-09-14", "5", "year", "2001..2005", NULL, CCK_PRECISION_YEAR, ""},
      {"neither counted", "2012-09-14", "3", "year", "2001..2005", NULL, CCK_PRECISION_YEAR, ""},
      {"too long", "2012-09-14", "30", "year", "2012..2040", NULL, CCK_PRECISION_YEAR,
       "30 years, but from 2012 to 2040 it is 27 to 29 years"},
      {"too short", "2012-09-14", "12", "year", "1990..2010", NULL, CCK_PRECISION_YEAR,
       "12 years, but from 1990 to 2010 it is 19 to 21 years"},
      {"days, ends counted", "2012-09-14", "5", "day", "2012-05-05..2012-05-09", NULL, CCK_PRECISION_DAY, ""},
      {"days, nights counted", "2012-09-14", "4", "day", "2012-05-05..2012-05-09", NULL, CCK_PRECISION_DAY, ""},
      {"days too few", "2012-09-14", "3", "day", "2012-05-05..2012-05-09", NULL, CCK_PRECISION_DAY,
       "3 days, but from 5 May 2012 to 9 May 2012 it is 4 to 5 days"},
      {"weeks", "2012-09-14", "2", "week", "2012-06-03..2012-06-17", NULL, CCK_PRECISION_DAY, ""},
      {"months", "2012-09-14", "6", "month", "2012-01..2012-06", NULL, CCK_PRECISION_MONTH, ""},
      {"months too many", "2012-09-14", "18", "month", "2007-05..2009-12", NULL, CCK_PRECISION_MONTH,
       "18 months, but from May 2007 to December 2009 it is 30 to 32 months"},
      {"rounded", "2012-09-14", "2", "decade", "1980..1998", NULL, CCK_PRECISION_YEAR, ""},
      {"a fraction", "2012-09-14", "2.5", "year", "2001-01-01..2003-07-15", NULL, CCK_PRECISION_DAY, ""},
      {"about", "2012-09-14", "~30", "year", "2012..2040", NULL, CCK_PRECISION_YEAR, ""},
      {"more than", "2012-09-14", ">12", "day", "2012-05-03..2012-05-16", NULL, CCK_PRECISION_DAY, ""},
      {"more than there are", "2012-09-14", ">12", "day", "2012-05-03..2012-05-10", NULL, CCK_PRECISION_DAY,
       "more than 12 days, but from 3 May 2012 to 10 May 2012 it is 7 to 8 days"},
      {"two claims", "2012-09-14", "30", "year", "2012-03-01", "2040-03-01", CCK_PRECISION_DAY,
       "30 years, but from 1 March 2012 to 1 March 2040 it is 28 years"},
      {"the wrong way round is another rule's", "2012-09-14", "3", "day", "2012-05-09", "2012-05-05", CCK_PRECISION_DAY,
       ""},
      {"no length", "2012-09-14", "3", "soldier", "2012-05-05..2012-05-09", NULL, CCK_PRECISION_DAY, ""},
      {"decades have no clear ends", "2012-09-14", "3", "year", "1960..1989", NULL, CCK_PRECISION_DECADE, ""},
  };
  bool ok = true;
  for (size_t i = 0; i < COUNT(cases); i++)
    ok &= run(&cases[i], RULE("any quantity", "duration fits dates"), "start");
  assert_true(ok);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_ages), cmocka_unit_test(test_lengths)};
  return cmocka_run_group_tests_name("dates fit", tests, NULL, NULL);
}
