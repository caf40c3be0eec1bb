/*
 * The sample articles: every discrepancy of claims/articles/PLANTED.md is found, and no finding rests on a trap.
 * Both are read from that file's tables, so that it and the articles cannot drift apart.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/io.h"
#include "pipeline/checker.h"

#define FOLDER "claims/articles"

typedef struct row {
  cck_slice rule; /* empty for a trap */
  cck_slice file, words;
  uint32_t start, end; /* bytes in the file */
} row;

typedef CCK_VEC(row) rows;

typedef struct samples {
  cck_arena arena;
  cck_checker *checker;
  rows planted, traps;
} samples;

/* ---- where the words stand; a space in the words may be a line break in the file ---- */

static bool stands_at(cck_slice text, size_t at, cck_slice words) {
  for (size_t i = 0; i < words.len; i++) {
    if (at + i >= text.len)
      return false;
    bool space = words.ptr[i] == ' ' && cck_is_space(text.ptr[at + i]);
    if (!space && words.ptr[i] != text.ptr[at + i])
      return false;
  }
  return true;
}

static void place(samples *s, row *r) {
  cck_slice text;
  cck_slice path = cck_path_join(&s->arena, CCK_S(FOLDER), r->file);
  assert_int_equal(cck_file_read(&s->arena, path.ptr, 1 << 20, &text, NULL), CCK_OK);
  for (size_t at = 0; at < text.len; at++) {
    if (!stands_at(text, at, r->words))
      continue;
    r->start = (uint32_t)at;
    r->end = (uint32_t)(at + r->words.len);
    return;
  }
  fail_msg("PLANTED.md: '%.*s' is not in %.*s", (int)r->words.len, r->words.ptr, (int)r->file.len, r->file.ptr);
}

/* ---- the tables of PLANTED.md ---- */

static cck_slice cell(cck_slice line, unsigned number) {
  cck_slice part = {NULL, 0};
  for (unsigned i = 0; i <= number && cck_slice_next(&line, '|', &part); i++)
    continue;
  return cck_slice_trim(part);
}

static cck_slice unquoted(cck_slice s) { return s.len > 2 && s.ptr[0] == '`' ? cck_slice_sub(s, 1, s.len - 1) : s; }

static void read_row(samples *s, cck_slice line, bool trap, cck_slice *rule) {
  row r = {.file = cell(line, trap ? 1 : 3), .words = cell(line, trap ? 2 : 4)};
  if (!cck_slice_ends(r.file, CCK_S(".txt")) || r.words.len < 3 || r.words.ptr[0] != '`')
    return;
  r.words = unquoted(r.words);
  if (!trap && cell(line, 1).len)
    *rule = cell(line, 1);
  r.rule = trap ? (cck_slice){NULL, 0} : *rule;
  place(s, &r);
  if (trap)
    CCK_PUSH(&s->arena, &s->traps, r);
  else
    CCK_PUSH(&s->arena, &s->planted, r);
}

static void read_tables(samples *s) {
  cck_slice text;
  cck_slice rule = {NULL, 0};
  bool trap = false;
  assert_int_equal(cck_file_read(&s->arena, FOLDER "/PLANTED.md", 1 << 20, &text, NULL), CCK_OK);
  for (cck_slice line; cck_slice_next(&text, '\n', &line);) {
    trap = trap || cck_slice_starts(line, CCK_S("## Traps"));
    if (cck_slice_starts(line, CCK_S("|")))
      read_row(s, line, trap, &rule);
  }
}

/* ---- set-up: the report over all articles ---- */

static int set_up(void **state) {
  samples *s = cck_heap_alloc(sizeof *s);
  cck_slices names = {0};
  cck_error error = {0};
  cck_arena_init(&s->arena);
  s->checker = cck_checker_new();
  *state = s;
  if (cck_checker_add_rules(s->checker, "rules", &error) != CCK_OK ||
      cck_folder_list(&s->arena, FOLDER, ".txt", &names, &error) != CCK_OK) {
    print_error("%s:%u: %s\n", error.file, error.line, error.message);
    return -1;
  }
  for (size_t i = 0; i < names.count; i++) {
    cck_slice path = cck_path_join(&s->arena, CCK_S(FOLDER), names.items[i]);
    if (cck_checker_add_file(s->checker, path.ptr, NULL, &error) != CCK_OK)
      return -1;
  }
  read_tables(s);
  return cck_checker_check(s->checker, &error) == CCK_OK ? 0 : -1;
}

static int tear_down(void **state) {
  samples *s = *state;
  cck_checker_free(s->checker);
  cck_arena_fini(&s->arena);
  free(s);
  return 0;
}

/* ---- tests ---- */

static bool rests_on(const cck_finding *finding, const row *r) {
  for (size_t i = 0; i < finding->parties.count; i++) {
    const cck_claim *claim = finding->parties.items[i].claim;
    if (cck_slice_eq(cck_path_name(claim->path), r->file) && claim->start < r->end && r->start < claim->end)
      return true;
  }
  return false;
}

static bool is_reported(const samples *s, const row *r) {
  for (size_t i = 0; i < s->checker->findings.count; i++) {
    const cck_finding *finding = &s->checker->findings.items[i];
    if (cck_slice_eq(finding->rule, r->rule) && finding->relation != CCK_RELATION_OVER_TIME && rests_on(finding, r))
      return true;
  }
  return false;
}

static void test_planted(void **state) {
  samples *s = *state;
  assert_true(s->planted.count >= 10);
  for (size_t i = 0; i < s->planted.count; i++) {
    const row *r = &s->planted.items[i];
    if (!is_reported(s, r))
      fail_msg("%.*s does not report '%.*s' of %.*s", (int)r->rule.len, r->rule.ptr, (int)r->words.len, r->words.ptr,
               (int)r->file.len, r->file.ptr);
  }
}

/* Change over time is allowed for: PLANTED.md says which figures it may name. */
static void test_traps(void **state) {
  samples *s = *state;
  assert_true(s->traps.count >= 20);
  for (size_t f = 0; f < s->checker->findings.count; f++) {
    const cck_finding *finding = &s->checker->findings.items[f];
    for (size_t i = 0; finding->relation != CCK_RELATION_OVER_TIME && i < s->traps.count; i++)
      if (rests_on(finding, &s->traps.items[i]))
        fail_msg("%.*s rests on the trap '%.*s'", (int)finding->rule.len, finding->rule.ptr,
                 (int)s->traps.items[i].words.len, s->traps.items[i].words.ptr);
  }
}

static bool is_planted(const samples *s, const cck_finding *finding) {
  for (size_t i = 0; i < s->planted.count; i++)
    if (cck_slice_eq(finding->rule, s->planted.items[i].rule) && rests_on(finding, &s->planted.items[i]))
      return true;
  return false;
}

static void test_nothing_else(void **state) {
  samples *s = *state;
  for (size_t i = 0; i < s->checker->findings.count; i++)
    if (!is_planted(s, &s->checker->findings.items[i]))
      fail_msg("not planted: %s", s->checker->findings.items[i].message.ptr);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_planted),
      cmocka_unit_test(test_traps),
      cmocka_unit_test(test_nothing_else),
  };
  return cmocka_run_group_tests_name("samples", tests, set_up, tear_down);
}
