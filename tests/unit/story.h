/*
 * Articles read and held against each other by one rule, for tests of `of same story`; the outcome is one line:
 *
 *   "four rifles|six rifles"   one finding with these figures, each once, as written
 *   "$4|$6; $10|$12 ROLE"      two findings, and figures that differ and were left alone for the reason ROLE
 * (reasons.def)
 *   ""                         nothing that can be compared differs
 */
#ifndef CCK_TESTS_STORY_H
#define CCK_TESTS_STORY_H

#include <string.h>

#include "pipeline/checker.h"
#include "rule/story/identity.h"
#include "unit/fixture.h"

/* Articles leave out the day, scenes the articles that they do not have. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

typedef struct tale {
  const char *text;
  const char *day; /* published; default below; "" for undated */
} tale;

static inline void story_complain(void *context, const cck_error *error) {
  (void)context;
  fprintf(stderr, "%s:%u:%u: %s\n", error->file, error->line, error->column, error->message);
}

static inline cck_checker *story_checker(const char *rules) {
  cck_checker *checker = cck_checker_new();
  cck_error_sink sink = {story_complain, NULL};
  cck_error error = {0};
  if (cck_rules_parse_text(checker->rules, "test.rules", cck_slice_of(rules), sink) != CCK_OK ||
      cck_checker_ready(checker, &error) != CCK_OK)
    fail_msg("the rules of the test do not parse:\n%s", rules);
  checker->options.stats = true;
  return checker;
}

static inline void story_add(cck_checker *checker, size_t number, const tale *t) {
  char name[32];
  snprintf(name, sizeof name, "paper-%03zu", number + 1);
  cck_origin origin = {.id = name, .publisher = name, .published = t->day ? t->day : "2016-03-11"};
  if (cck_checker_add_text(checker, name, t->text, strlen(t->text), &origin, NULL) != CCK_OK)
    fail_msg("article %zu cannot be read", number);
}

static inline bool story_knows(const cck_slices *texts, cck_slice text) {
  for (size_t i = 0; i < texts->count; i++)
    if (cck_slice_eq(texts->items[i], text))
      return true;
  return false;
}

/* The figures of a finding, each once. */
static inline cck_slice story_figures(cck_arena *memory, const cck_finding *finding) {
  cck_slices texts = {0};
  cck_slice out = {"", 0};
  for (size_t i = 0; i < finding->parties.count; i++) {
    cck_slice text = finding->parties.items[i].claim->text;
    if (story_knows(&texts, text))
      continue;
    CCK_PUSH(memory, &texts, text);
    out = cck_arena_printf(memory, "%s%s%.*s", out.ptr, out.len ? "|" : "", (int)text.len, text.ptr);
  }
  return out;
}

static inline const char *story_reason_name(cck_slice text) {
  static const char *const names[] = {
#define CCK_STORY_REASON(name, ...) #name,
#include "rule/story/reasons.def"
#undef CCK_STORY_REASON
  };
  for (size_t i = 0; i < COUNT(names); i++)
    if (cck_slice_is(text, cck_story_reason_text((cck_story_reason)i)))
      return names[i];
  return "?";
}

static inline cck_slice story_outcome(cck_checker *checker, cck_arena *memory) {
  cck_slice out = {"", 0};
  if (cck_checker_check(checker, NULL) != CCK_OK)
    fail_msg("the articles cannot be checked");
  for (size_t i = 0; i < checker->findings.count; i++) {
    cck_slice figures = story_figures(memory, &checker->findings.items[i]);
    out = cck_arena_printf(memory, "%s%s%s", out.ptr, out.len ? "; " : "", figures.ptr);
  }
  for (size_t i = 0; i < checker->coverage.unlike.count; i++)
    out = cck_arena_printf(memory, "%s%s%s", out.ptr, out.len ? " " : "",
                           story_reason_name(checker->coverage.unlike.items[i].what));
  return out;
}

#define STORY_RULE(what, tolerance)                                                                                    \
  "rule r\n  for any " what " of same story\n  expect values agree within " tolerance "\n"

#endif
