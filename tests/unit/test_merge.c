/* Which findings are shown as one: by the claims that they rest on, their severity and whether they are waived. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "rule/merge.h"

enum { MOST = 8, MANY = 3000 };

static const cck_claim claims[26]; /* told apart by where they are */

/* "E ab": an error of the claims a and b; W and N are the others; a small letter is waived. */
static cck_finding make_finding(cck_arena *arena, const char *text, size_t index) {
  cck_finding f = {.id = cck_arena_printf(arena, "F%zu", index)};
  char kind = text[0];
  f.waived.waived = kind >= 'a';
  f.severity = kind == 'E' || kind == 'e'   ? CCK_SEVERITY_ERROR
               : kind == 'W' || kind == 'w' ? CCK_SEVERITY_WARNING
                                            : CCK_SEVERITY_NOTE;
  for (const char *c = text + 2; *c; c++)
    CCK_PUSH(arena, &f.parties, ((cck_party){.claim = &claims[*c - 'a']}));
  return f;
}

/* "F0: F2 F1; F4: F3 +c": what each is shown with, and the claims that those bring along. */
static cck_slice outcome(cck_arena *arena, const cck_findings *findings) {
  cck_slice all = CCK_S("");
  for (size_t i = 0; i < findings->count; i++) {
    const cck_finding *f = &findings->items[i];
    if (!f->also.count)
      continue;
    all = cck_arena_printf(arena, "%s%s%s:", all.ptr, all.len ? "; " : "", f->id.ptr);
    for (size_t k = 0; k < f->also.count; k++) {
      assert_true(cck_slice_eq(f->also.items[k]->shown_with, f->id));
      all = cck_arena_printf(arena, "%s %s", all.ptr, f->also.items[k]->id.ptr);
    }
    for (size_t k = 0; k < f->joined.count; k++)
      all = cck_arena_printf(arena, "%s +%c", all.ptr, (char)('a' + (f->joined.items[k].claim - claims)));
  }
  return all;
}

static void test_which_are_one(void **state) {
  (void)state;
  static const struct {
    const char *name, *findings[MOST], *want;
  } rows[] = {
      {"one figure, two rules", {"E a", "W a"}, "F0: F1"},
      {"two figures", {"E a", "W b"}, ""},
      {"same claims in another order", {"E ab", "E ba"}, "F0: F1"},
      {"contained", {"E abc", "E ab", "W c"}, "F0: F1 F2"},
      {"overlapping is not contained", {"E ab", "E bc"}, ""},
      {"the one with more parties speaks", {"E ab", "E abc"}, "F1: F0"},
      {"a figure beyond a limit, and what differs from it", {"E b", "W ab"}, "F0: F1 +a"},
      {"the more severe one speaks", {"E ab", "W abc"}, "F0: F1 +c"},
      {"what two have beside it is there once", {"E b", "W ab", "N ba", "N cb"}, "F0: F1 F2 F3 +a +c"},
      {"a large one does not vanish under a small one", {"E b", "W abc", "N c"}, "F1: F2"},
      {"the first of a holder and a core", {"E b", "E cde", "W bc", "N c"}, "F0: F2 +c; F1: F3"},
      {"one that is shown under another holds none", {"E b", "W bc", "N c"}, "F0: F1 +c"},
      {"the most severe of two that hold it", {"E ab", "W acd", "N a"}, "F0: F2"},
      {"what is shown under another speaks for none", {"E abcd", "E abc", "E ab"}, "F0: F1 F2"},
      {"waived ones stand alone", {"e ab", "W ab", "N a"}, "F1: F2"},
      {"a waived one is under none", {"E ab", "w a", "N b"}, "F0: F2"},
      {"none", {NULL}, ""},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    cck_arena arena;
    cck_findings findings = {0};
    cck_arena_init(&arena);
    for (size_t k = 0; k < MOST && rows[i].findings[k]; k++)
      CCK_PUSH(&arena, &findings, make_finding(&arena, rows[i].findings[k], k));
    cck_merge_findings(&arena, &findings);
    cck_slice got = outcome(&arena, &findings);
    if (!cck_slice_is(got, rows[i].want))
      fail_msg("%s: \"%s\", not \"%s\"", rows[i].name, got.ptr, rows[i].want);
    cck_arena_fini(&arena);
  }
}

/* Many rules on one claim, and a claim that takes part in everything: each finds its place at once. */
static void test_many(void **state) {
  (void)state;
  cck_arena arena;
  cck_findings findings = {0};
  cck_claim *own;
  cck_arena_init(&arena);
  own = cck_arena_alloc(&arena, MANY * sizeof *own);
  for (size_t i = 0; i < MANY; i++) {
    CCK_PUSH(&arena, &findings, make_finding(&arena, "E a", i));
    cck_finding pair = make_finding(&arena, "E a", MANY + i);
    CCK_PUSH(&arena, &pair.parties, ((cck_party){.claim = &own[i]}));
    CCK_PUSH(&arena, &findings, pair);
  }
  cck_merge_findings(&arena, &findings);
  size_t entries = 0;
  for (size_t i = 0; i < findings.count; i++)
    entries += !findings.items[i].shown_with.len;
  assert_int_equal(entries, MANY);
  assert_int_equal(findings.items[1].also.count, MANY);
  cck_arena_fini(&arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_which_are_one),
      cmocka_unit_test(test_many),
  };
  return cmocka_run_group_tests_name("merge", tests, NULL, NULL);
}
