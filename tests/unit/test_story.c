/*
 * `of same story`: short articles, and what must be said of them (story_scenes.def, story_briefs.def).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "unit/story.h"

enum { MOST_TALES = 6, SENTENCES = 3 };

typedef struct scene {
  const char *name, *what, *outcome;
  tale tales[MOST_TALES];
} scene;

/*
 * Three sentences more, on other kinds of figures, which both articles tell alike: with them a text is not brief. Every
 * other article tells them in other words, for one that repeats another's sentences is no second source.
 */
static const struct {
  const char *kind, *even, *odd;
} padding[] = {
    {"age", "Harbour master Ida Corran, 51, runs the port of Larnby.",
     "Ida Corran, the 51-year-old harbour master of Larnby, met reporters."},
    {"money", "Her budget is $2.4 million.", "Ida Corran has a budget of $2.4 million."},
    {"date", "The light at Larnby was lit on 12 May 2009.", "Larnby's light was first lit on 12 May 2009."},
    {"measurement", "The pier at Larnby is 300 metres long.", "Larnby has a pier 300 metres long."},
};

static tale padded(const char *what, const tale *t, size_t number) {
  cck_slice text = cck_slice_of(t->text);
  size_t added = 0;
  for (size_t i = 0; i < COUNT(padding) && added < SENTENCES; i++) {
    if (strcmp(what, padding[i].kind) == 0)
      continue;
    text = cck_arena_printf(&arena, "%s %s", text.ptr, number % 2 ? padding[i].odd : padding[i].even);
    added++;
  }
  return (tale){text.ptr, t->day};
}

static cck_slice outcome_under(const char *rules, const scene *s, bool pad) {
  cck_checker *checker = story_checker(rules);
  for (size_t i = 0; i < MOST_TALES && s->tales[i].text; i++) {
    tale t = pad ? padded(s->what, &s->tales[i], i) : s->tales[i];
    story_add(checker, i, &t);
  }
  cck_slice outcome = story_outcome(checker, &arena);
  cck_checker_free(checker);
  return outcome;
}

static cck_slice outcome_of(const scene *s, bool pad) {
  const char *tolerance = strcmp(s->what, "date") == 0 ? "0 days" : "rounding";
  return outcome_under(cck_arena_printf(&arena, STORY_RULE("%s", "%s"), s->what, tolerance).ptr, s, pad);
}

static bool is_as_wanted(cck_slice got, const char *want, const char *name) {
  if (cck_slice_is(got, want))
    return true;
  fprintf(stderr, "%s: \"%s\", not \"%s\"\n", name, got.ptr, want);
  return false;
}

/* ---- articles of some length ---- */

static const scene scenes[] = {
#define STORY_SCENE(name, what, outcome, ...) {name, what, outcome, {__VA_ARGS__}},
#include "unit/story_scenes.def"
#undef STORY_SCENE
};

static void test_scenes(void **state) {
  (void)state;
  bool ok = true;
  for (size_t i = 0; i < COUNT(scenes); i++)
    ok &= is_as_wanted(outcome_of(&scenes[i], true), scenes[i].outcome, scenes[i].name);
  assert_true(ok);
}

static bool ends_in(const char *outcome, const char *reason) {
  return cck_slice_ends(cck_slice_of(outcome), cck_slice_of(reason));
}

/* Each reason keeps figures of two scenes apart. */
static void test_every_reason_is_tried(void **state) {
  (void)state;
  static const char *const reasons[] = {
#define CCK_STORY_REASON(name, ...) #name,
#include "rule/story/reasons.def"
#undef CCK_STORY_REASON
  };
  bool ok = true;
  for (size_t r = CCK_STORY_REASON_NONE + 1; r < COUNT(reasons); r++) {
    size_t count = 0;
    for (size_t i = 0; i < COUNT(scenes); i++)
      count += ends_in(scenes[i].outcome, reasons[r]);
    if (count < 2)
      fprintf(stderr, "%s: %zu scenes\n", reasons[r], count);
    ok &= count >= 2;
  }
  assert_true(ok);
}

/* ---- brief texts, of which less is asked ---- */

static void test_brief_texts(void **state) {
  (void)state;
  static const struct {
    scene scene;
    const char *longer;
  } rows[] = {
#define STORY_BRIEF(name, what, outcome, longer, ...) {{name, what, outcome, {__VA_ARGS__}}, longer},
#define STORY_ENDING(...)
#include "unit/story_briefs.def"
#undef STORY_BRIEF
#undef STORY_ENDING
  };
  bool ok = true;
  for (size_t i = 0; i < COUNT(rows); i++) {
    ok &= is_as_wanted(outcome_of(&rows[i].scene, false), rows[i].scene.outcome, rows[i].scene.name);
    ok &= is_as_wanted(outcome_of(&rows[i].scene, true), rows[i].longer, rows[i].scene.name);
  }
  assert_true(ok);
}

/* Among more than eight texts a brief one is asked as much as any. */
static void test_brief_texts_among_many(void **state) {
  (void)state;
  enum { FEW = 8 };
  static const tale told[] = {{"Storms drove 12 trawlers into Larnby on the Tarn coast."},
                              {"Skippers from the islands sailed 900 trawlers to Larnby for the feast of Tarn."},
                              {"The library lent seven novels."}};
  bool ok = true;
  for (size_t count = FEW; count <= FEW + 1; count++) {
    cck_checker *checker = story_checker(STORY_RULE("count", "rounding"));
    for (size_t i = 0; i < count; i++)
      story_add(checker, i, &told[i < 2 ? i : 2]);
    ok &= is_as_wanted(story_outcome(checker, &arena), count > FEW ? "DISTANCE" : "12 trawlers|900 trawlers", "brief");
    cck_checker_free(checker);
  }
  assert_true(ok);
}

/* ---- what a rule adds: inside, across, during ---- */

static void test_endings(void **state) {
  (void)state;
  static const struct {
    const char *name, *ending, *outcome;
    tale tales[MOST_TALES];
  } rows[] = {
#define STORY_BRIEF(...)
#define STORY_ENDING(name, ending, outcome, ...) {name, ending, outcome, {__VA_ARGS__}},
#include "unit/story_briefs.def"
#undef STORY_BRIEF
#undef STORY_ENDING
  };
  bool ok = true;
  for (size_t i = 0; i < COUNT(rows); i++) {
    scene s = {rows[i].name, "measurement", rows[i].outcome, {rows[i].tales[0], rows[i].tales[1]}};
    cck_slice rules = cck_arena_printf(&arena, STORY_RULE("measurement", "rounding%s"), rows[i].ending);
    ok &= is_as_wanted(outcome_under(rules.ptr, &s, false), rows[i].outcome, rows[i].name);
  }
  assert_true(ok);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_scenes),      cmocka_unit_test(test_every_reason_is_tried),
      cmocka_unit_test(test_brief_texts), cmocka_unit_test(test_brief_texts_among_many),
      cmocka_unit_test(test_endings),
  };
  return cmocka_run_group_tests_name("story", tests, set_up_arena, tear_down_arena);
}
