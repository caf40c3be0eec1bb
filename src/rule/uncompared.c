#include "rule/uncompared.h"

#include "rule/group.h"
#include "rule/select.h"
#include "rule/story/story.h"

typedef enum reason {
#define CCK_UNCOMPARED(name, words) REASON_##name,
#include "rule/uncompared.def"
#undef CCK_UNCOMPARED
  REASON_COUNT
} reason;

static const struct {
  const char *name, *words;
} reasons[] = {
#define CCK_UNCOMPARED(name, words) {#name, words},
#include "rule/uncompared.def"
#undef CCK_UNCOMPARED
};

enum { MOST_PLACES = 3 };

/* What is known of every claim of the run so far. */
typedef struct census {
  cck_run *run;
  cck_coverage scrap; /* what the groups skip was counted by the run itself */
  cck_arena arena;    /* of one rule */
  unsigned char *of;  /* by order: a reason */
} census;

static void raise(census *c, const cck_candidate *candidate, reason why) {
  if (c->of[candidate->order] < why)
    c->of[candidate->order] = (unsigned char)why;
}

/* ---- claims that a rule does not select ---- */

static bool asks_nobody(const cck_claim *claim) { return claim->subject.len + claim->subject_text.len == 0; }

static reason unselected(const cck_claim *claim, cck_choice choice) {
  switch (choice) {
  case CCK_CHOICE_OTHER_MEASURE:
    return claim->measure.len ? REASON_other_measure : REASON_no_measure;
  case CCK_CHOICE_NOT_STATED:
    return REASON_not_stated;
  case CCK_CHOICE_OTHER_SUBJECT:
    return asks_nobody(claim) ? REASON_no_subject : REASON_other_subject;
  case CCK_CHOICE_OTHER_KIND:
  case CCK_CHOICE_SELECTED:
    break;
  }
  return REASON_no_rule;
}

/* ---- claims of a group that found no company ---- */

static bool is_found(cck_sweep *sweep, size_t member, size_t *seen) {
  const cck_ranges *open = cck_sweep_open(sweep, member);
  for (size_t r = 0; r < open->count; r++) {
    *seen += open->items[r].past - open->items[r].first;
    if (cck_sweep_find(sweep, member, CCK_SIDE_ANY, CCK_TIME_ANY, open->items[r]) != SIZE_MAX)
      return true;
  }
  return false;
}

static reason of_agreement(cck_sweep *sweep, size_t member) {
  size_t seen = 0;
  if (is_found(sweep, member, &seen))
    return REASON_too_far_apart;
  return seen > 1 ? REASON_own_article : REASON_other_scope;
}

static reason of_group(cck_kind kind, cck_sweep *sweep, size_t member) {
  switch (kind) {
  case CCK_KIND_value_usual:
    return REASON_few_sources;
  case CCK_KIND_value_best_source:
    return REASON_no_better_source;
  case CCK_KIND_value_changes:
    return REASON_no_other_time;
  default:
    return of_agreement(sweep, member);
  }
}

static void count_group(census *c, const cck_scan *scan, const cck_group *group) {
  cck_sweep sweep;
  if (!cck_sweep_init(&sweep, scan, group))
    return;
  for (size_t i = 0; i < group->count; i++)
    if (!c->run->compared[group->members[i].candidate->order])
      raise(c, group->members[i].candidate, of_group(scan->rule->expect.kind, &sweep, i));
}

/* ---- claims that no group has ---- */

static bool is_readable(const cck_scan *scan, const cck_claim *claim) {
  cck_unit_view unit = {CCK_S("date"), CCK_S("date"), cck_decimal_of(1)};
  cck_figure figure;
  if (claim->kind == CCK_CLAIM_QUANTITY)
    unit = cck_unit_memo_view(&scan->run->units, claim->value.unit);
  return cck_figure_of(claim, &unit, scan->rule->hedge, &figure);
}

/* `again`: its key was there before, as far as it goes without scope, unit and direction. */
static reason of_ungrouped(const cck_scan *scan, const cck_candidate *candidate, bool again) {
  if (cck_run_is_former(candidate))
    return REASON_former;
  if (!is_readable(scan, candidate->claim))
    return REASON_unreadable;
  return again ? REASON_other_scope : REASON_no_other;
}

static void count_ungrouped(census *c, const cck_scan *scan) {
  cck_intern keys;
  uint32_t *key = cck_arena_alloc(scan->arena, scan->count * sizeof *key);
  uint32_t *times = cck_arena_alloc(scan->arena, (scan->count + 1) * sizeof *times);
  cck_intern_init(&keys, scan->arena);
  for (size_t i = 0; i < scan->count; i++) {
    key[i] = cck_intern_put(&keys, cck_claim_group_key(scan->arena, scan->items[i].claim));
    times[key[i]]++;
  }
  for (size_t i = 0; i < scan->count; i++) {
    bool keyless = keys.texts.items[key[i]].len == 0;
    raise(c, &scan->items[i], keyless ? REASON_no_subject : of_ungrouped(scan, &scan->items[i], times[key[i]] > 1));
  }
}

/* ---- the rules ---- */

static void count_selected(census *c, const cck_scan *scan) {
  const cck_expect *expect = &scan->rule->expect;
  for (size_t i = 0; scan->rule->of == CCK_OF_SAME_STORY && i < scan->count; i++)
    raise(c, &scan->items[i], is_readable(scan, scan->items[i].claim) ? REASON_no_counterpart : REASON_unreadable);
  if (scan->rule->of == CCK_OF_SAME_STORY)
    return;
  bool table = expect->low.kind == CCK_LIMIT_TABLE || expect->high.kind == CCK_LIMIT_TABLE;
  cck_groups groups = {0};
  switch (expect->kind) {
  case CCK_KIND_values_agree:
  case CCK_KIND_value_usual:
  case CCK_KIND_value_best_source:
  case CCK_KIND_value_changes:
    count_ungrouped(c, scan);
    cck_groups_build(scan, expect->across == CCK_IN_ONE_ARTICLE, &groups);
    for (size_t i = 0; i < groups.count; i++)
      count_group(c, scan, &groups.items[i]);
    return;
  default:
    for (size_t i = 0; i < scan->count; i++)
      raise(c, &scan->items[i],
            expect->kind != CCK_KIND_value_limit ? REASON_nothing_to_check
            : table                              ? REASON_no_reference
                                                 : REASON_unreadable);
  }
}

static void count_rule(census *c, cck_run *shadow, const cck_rule *rule) {
  cck_candidates selected = {0};
  uint32_t order = 0;
  for (size_t b = 0; b < shadow->body_count; b++) {
    const cck_body *body = shadow->bodies[b];
    for (size_t i = 0; i < body->count; i++, order++) {
      cck_candidate candidate = {&body->claims[i], body, (uint32_t)b, order};
      cck_choice choice = cck_select_choose(shadow, rule, candidate.claim);
      if (choice == CCK_CHOICE_SELECTED)
        CCK_PUSH(&c->arena, &selected, candidate);
      else
        raise(c, &candidate, unselected(candidate.claim, choice));
    }
  }
  cck_scan scan = {shadow, rule, &c->arena, selected.items, selected.count};
  count_selected(c, &scan);
}

/* ---- the result ---- */

static void add_place(cck_arena *arena, cck_uncompared *row, const cck_body *body, const cck_claim *claim) {
  cck_slice path = claim->path.len ? claim->path : body->source->id;
  if (row->count++ < MOST_PLACES)
    CCK_PUSH(arena, &row->places,
             cck_arena_printf(arena, "%.*s:%u:%u \"%.*s\"", (int)path.len, path.ptr, claim->line, claim->column,
                              (int)claim->text.len, claim->text.ptr));
}

static void add_up(const census *c) {
  cck_run *run = c->run;
  cck_uncompared *rows = cck_arena_alloc(run->arena, REASON_COUNT * sizeof *rows);
  uint32_t order = 0;
  for (size_t b = 0; b < run->body_count; b++)
    for (size_t i = 0; i < run->bodies[b]->count; i++, order++)
      if (!run->compared[order])
        add_place(run->arena, &rows[c->of[order]], run->bodies[b], &run->bodies[b]->claims[i]);
  for (size_t r = 0; r < REASON_COUNT; r++) {
    rows[r].name = cck_slice_of(reasons[r].name);
    rows[r].words = cck_slice_of(reasons[r].words);
    if (rows[r].count)
      CCK_PUSH(run->arena, &run->coverage->uncompared, rows[r]);
  }
}

void cck_uncompared_count(cck_run *run) {
  census c = {.run = run};
  cck_run shadow = *run; /* looks once more, and leaves no trace in the run's coverage */
  size_t claims = 0;
  for (size_t b = 0; b < run->body_count; b++)
    claims += run->bodies[b]->count;
  shadow.coverage = &c.scrap;
  c.of = cck_arena_alloc(run->arena, claims * sizeof *c.of);
  cck_arena_init(&c.arena);
  for (size_t i = 0; i < run->rules->rules.count; i++) {
    const cck_rule *rule = &run->rules->rules.items[i];
    if (run->options->only_rule.len == 0 || cck_slice_eq(run->options->only_rule, rule->id))
      count_rule(&c, &shadow, rule);
    cck_arena_reset(&c.arena);
  }
  cck_arena_fini(&c.arena);
  add_up(&c);
  cck_story_count_unlike(run);
  run->coverage->has_stats = true;
}
