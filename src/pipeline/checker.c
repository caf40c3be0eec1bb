#include "pipeline/checker.h"

#include <stdlib.h>
#include <time.h>

#include "base/io.h"
#include "base/hint.h"
#include "pipeline/keep.h"
#include "pipeline/lines.h"
#include "pipeline/project.h"
#include "pipeline/stale.h"

static void lose(void *context, const cck_error *error) {
  (void)context;
  (void)error;
}

cck_checker *cck_checker_new(void) {
  cck_checker *checker = cck_heap_alloc(sizeof *checker);
  cck_arena_init(&checker->arena);
  cck_intern_init(&checker->changed, &checker->arena);
  cck_arena_init(&checker->scratch);
  cck_arena_init(&checker->again.arena);
  cck_intern_init(&checker->ids, &checker->arena);
  cck_intern_init(&checker->many, &checker->arena);
  checker->rules = cck_rules_new();
  checker->errors = (cck_error_sink){lose, NULL};
  checker->options.today = (cck_day)(time(NULL) / (24 * 60 * 60));
  return checker;
}

void cck_checker_free(cck_checker *checker) {
  if (!checker)
    return;
  cck_extractor_free(checker->extractor);
  cck_rules_free(checker->rules);
  cck_buffer_fini(&checker->rendered);
  cck_arena_fini(&checker->again.arena);
  cck_arena_fini(&checker->scratch);
  cck_arena_fini(&checker->arena);
  free(checker);
}

void cck_checker_on_error(cck_checker *checker, void (*take)(void *context, const cck_error *error), void *context) {
  checker->errors = take ? (cck_error_sink){take, context} : (cck_error_sink){lose, NULL};
}

/* Hands every error on and remembers the first. */
typedef struct first_error {
  cck_error_sink next;
  cck_error *first;
  bool any;
} first_error;

static void take_first(void *context, const cck_error *error) {
  first_error *first = context;
  if (!first->any && first->first)
    *first->first = *error;
  first->any = true;
  first->next.take(first->next.context, error);
}

cck_status cck_checker_add_rules(cck_checker *checker, const char *path, cck_error *error) {
  if (checker->ready)
    return cck_fail(error, CCK_E_USAGE, "rules come before the first document");
  first_error first = {checker->errors, error, false};
  cck_status status = cck_project_load(checker->rules, path, (cck_error_sink){take_first, &first});
  checker->failed_rules = checker->failed_rules || status != CCK_OK;
  return status;
}

cck_status cck_checker_ready(cck_checker *checker, cck_error *error) {
  if (checker->ready)
    return CCK_OK;
  if (checker->bound)
    return cck_fail(error, CCK_E_RULE, "the rules have errors");
  first_error first = {checker->errors, error, false};
  cck_status status = cck_rules_bind(checker->rules, (cck_error_sink){take_first, &first});
  checker->bound = true;
  if (status == CCK_OK && checker->failed_rules)
    status = cck_fail(error, CCK_E_RULE, "the rules have errors");
  if (status != CCK_OK)
    return status;
  checker->extractor = cck_extractor_new(checker->rules->lexicon, checker->rules->units);
  checker->ready = true;
  return CCK_OK;
}

cck_status cck_checker_set_today(cck_checker *checker, const char *day, cck_error *error) {
  cck_period period;
  if (!cck_period_parse(cck_slice_of(day), &period) || period.min != period.max)
    return cck_fail(error, CCK_E_USAGE, "'%s' is not a day; write YYYY-MM-DD", day);
  checker->options.today = period.min;
  return CCK_OK;
}

cck_status cck_checker_only_rule(cck_checker *checker, const char *rule, cck_error *error) {
  cck_status status = cck_checker_ready(checker, error);
  if (status != CCK_OK)
    return status;
  cck_hint hint;
  cck_hint_init(&hint, cck_slice_of(rule));
  for (size_t i = 0; i < checker->rules->rules.count; i++) {
    cck_slice id = checker->rules->rules.items[i].id;
    if (cck_slice_is(id, rule)) {
      checker->options.only_rule = id;
      return CCK_OK;
    }
    cck_hint_try(&hint, id);
  }
  if (hint.best.len)
    return cck_fail(error, CCK_E_USAGE, "there is no rule '%s'; did you mean '%.*s'?", rule, (int)hint.best.len,
                    hint.best.ptr);
  return cck_fail(error, CCK_E_USAGE, "there is no rule '%s'; see cacheck rules list", rule);
}

cck_status cck_checker_check(cck_checker *checker, cck_error *error) {
  cck_status status = cck_checker_ready(checker, error);
  if (status != CCK_OK)
    return status;
  if (checker->checked)
    return cck_fail(error, CCK_E_USAGE, "a checker checks once");
  checker->options.partial = checker->changed.texts.count > 0;
  cck_bodies_sort(checker->bodies.items, checker->bodies.count);
  cck_evaluate(checker->rules, &checker->options, checker->bodies.items, checker->bodies.count, &checker->arena,
               &checker->findings, &checker->coverage);
  checker->coverage.reread = checker->reread;
  checker->coverage.relinked = checker->relinked;
  for (size_t i = 0; i < checker->skipped.count; i++)
    CCK_PUSH(&checker->arena, &checker->coverage.skipped, checker->skipped.items[i]);
  for (size_t i = 0; i < checker->notes.count; i++)
    CCK_PUSH(&checker->arena, &checker->coverage.notes, checker->notes.items[i]);
  checker->checked = true;
  return CCK_OK;
}

size_t cck_checker_count(const cck_checker *checker, const char *severity) {
  cck_severity least;
  size_t count = 0;
  if (!cck_severity_parse(cck_slice_of(severity), &least))
    return 0;
  for (size_t i = 0; i < checker->findings.count; i++) {
    const cck_finding *finding = &checker->findings.items[i];
    count += !finding->waived.waived && finding->severity >= least;
  }
  return count;
}

cck_status cck_checker_render(cck_checker *checker, const char *format, const char **text, size_t *length,
                              cck_error *error) {
  const cck_format *how = cck_format_find(cck_slice_of(format));
  if (!how)
    return cck_fail(error, CCK_E_USAGE, "there is no format '%s'", format);
  if (!checker->checked)
    return cck_fail(error, CCK_E_USAGE, "nothing was checked yet");
  cck_report report = {.findings = &checker->findings,
                       .coverage = &checker->coverage,
                       .changed = &checker->changed,
                       .failed = checker->failures > 0,
                       .today = checker->options.today};
  cck_buffer_clear(&checker->rendered);
  how->write(&checker->rendered, &report);
  cck_slice copy = cck_arena_copy(&checker->arena, cck_buffer_slice(&checker->rendered));
  *text = copy.ptr;
  *length = copy.len;
  return CCK_OK;
}
