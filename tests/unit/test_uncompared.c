/* What was compared with nothing, and why. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "unit/world.h"

#define DECLARED                                                                                                       \
  "entity base-201\n  type base\n  name 201st Military Base\n"                                                         \
  "entity ayni\n  type airfield\n  name Ayni airfield\n"                                                               \
  "measure troops\n  kind count\n  words troops\n"                                                                     \
  "measure guards\n  kind count\n  words guards\n"                                                                     \
  "source top\n  trust 90\n"

#define RULE(expect) DECLARED "rule r\n  for troops of any base\n  expect " expect "\n"
#define AGREE RULE("values agree within 15% during 12 months")
#define ON "2004-10-16"

typedef struct scenario {
  const char *name, *rules;
  row said[5];
  const char *outcome;
} scenario;

static cck_slice reasons_of(world *w) {
  cck_slice out = {"", 0};
  for (size_t i = 0; i < w->coverage.uncompared.count; i++) {
    const cck_uncompared *one = &w->coverage.uncompared.items[i];
    out = cck_arena_printf(&w->arena, "%s%s%.*s %u", out.ptr, i ? ", " : "", (int)one->name.len, one->name.ptr,
                           one->count);
  }
  return out;
}

static void run(const scenario *scenarios, size_t count) {
  bool ok = true;
  for (size_t i = 0; i < count; i++) {
    world w;
    world_init(&w, scenarios[i].rules);
    world_say(&w, scenarios[i].said);
    w.options.stats = true;
    world_run(&w);
    ok &= slice_is(reasons_of(&w), scenarios[i].outcome, scenarios[i].name);
    unsigned all = 0;
    for (size_t r = 0; r < w.coverage.uncompared.count; r++)
      all += w.coverage.uncompared.items[r].count;
    assert_int_equal(all, w.coverage.alone);
    world_fini(&w);
  }
  assert_true(ok);
}

static void test_reasons(void **state) {
  (void)state;
  static const scenario scenarios[] = {
      {"all compared", AGREE, {{"a", ON, "10"}, {"b", ON, "10"}}, ""},
      {"no measure", AGREE, {{"a", ON, "10", .measure = "-"}}, "no_measure 1"},
      {"another measure", AGREE, {{"a", ON, "10", .measure = "guards"}}, "other_measure 1"},
      {"no subject", AGREE, {{"a", ON, "10", .subject = "-"}}, "no_subject 1"},
      {"another subject", AGREE, {{"a", ON, "10", .subject = "ayni"}}, "other_subject 1"},
      {"denied", AGREE, {{"a", ON, "10", .modality = CCK_MODALITY_DENIED}}, "not_stated 1"},
      {"quoted", AGREE "  unless quoted\n", {{"a", ON, "10", .quoted = true}}, "not_stated 1"},
      {"alone", AGREE, {{"a", ON, "10"}}, "no_other 1"},
      {"another direction", AGREE, {{"a", ON, "10"}, {"b", ON, "9", .change = CCK_CHANGE_UP}}, "other_scope 2"},
      {"a part", AGREE, {{"a", ON, "10"}, {"b", ON, "9", .scope = "part_of=garrison"}}, "other_scope 2"},
      {"another place",
       AGREE,
       {{"a", ON, "10", .scope = "place=kazakhstan"}, {"b", ON, "9", .scope = "place=uzbekistan"}},
       "other_scope 2"},
      {"one sentence", AGREE, {{"a", ON, "10", .quote = "10, 9"}, {"a", ON, "9", .quote = "10, 9"}}, "own_article 2"},
      {"one article",
       RULE("values agree within 15% across sources"),
       {{"a", ON, "10"}, {"a", ON, "9"}},
       "own_article 2"},
      {"too far apart", AGREE, {{"a", ON, "10"}, {"b", "2010-01-01", "9"}}, "too_far_apart 2"},
      {"too few sources", RULE("value within 5 times the usual"), {{"a", ON, "10"}, {"b", ON, "9"}}, "few_sources 2"},
      {"no better source",
       RULE("value within 5% of best source"),
       {{"a", ON, "10"}, {"b", ON, "9"}},
       "no_better_source 2"},
      {"no other time", RULE("value changes at most 5% per day"), {{"a", ON, "10"}, {"b", ON, "9"}}, "no_other_time 2"},
      {"the rule that it came farthest with",
       AGREE "rule s\n  for guards\n  expect value at most 5\n",
       {{"a", ON, "10"}, {"b", "2010-01-01", "9"}},
       "too_far_apart 2"},
      {"no rule",
       DECLARED "rule r\n  for any date\n  expect date exists\n",
       {{"a", ON, "10"}, {"b", ON, "9", .measure = "-"}},
       "no_rule 2"},
  };
  run(scenarios, COUNT(scenarios));
}

static void test_not_asked(void **state) {
  (void)state;
  world w;
  world_init(&w, AGREE);
  world_say(&w, (row[]){{"a", ON, "10"}, {NULL}});
  world_run(&w);
  assert_false(w.coverage.has_stats);
  assert_int_equal(w.coverage.uncompared.count, 0);
  world_fini(&w);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_reasons), cmocka_unit_test(test_not_asked)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
