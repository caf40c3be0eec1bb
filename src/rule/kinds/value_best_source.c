/*
 * value within TOL of best source [during DUR]
 *
 * Each figure against the most trusted source that gives one for it within `during`. A source is better only when
 * it is trusted more than every source that the figure could be copied from: an equal is no judge, and a copy
 * of the best source is the best source. Of several values of the best one the nearest in time counts; among
 * those equally near, one that agrees is enough, else the nearest in value is named.
 *
 *   levels   trust 90  |  2004-01  7,000   2012-10  7,000     in order of time, each with the latest end so far:
 *            trust 70  |  2004-10  5,000                      the nearest before and behind a day are one search away
 */
#include <stdlib.h>

#include "rule/speak.h"
#include "rule/visible.h"

enum { MOST_LOOKS = 256 };

typedef struct trusts {
  const int *own;  /* by source */
  const int *best; /* by origin: of the best one of its sources */
} trusts;

/* A better source's figure. */
typedef struct entry {
  const cck_member *member;
  int trust;
  cck_day reach; /* the latest end of this and the earlier ones of its level */
  bool is_new;   /* it, or a repeat of it, is of a new source */
} entry;

typedef struct level {
  const entry *entries; /* in order of first day */
  size_t count;
} level;

typedef struct ladder {
  const cck_scan *scan;
  const trusts *trusts;
  cck_tolerance tolerance;
  CCK_VEC(level) levels; /* the most trusted first */
  bool cut;
} ladder;

/* What a figure is held against. */
typedef struct judge {
  const entry *entry; /* NULL: none */
  bool agrees, undecided;
  int64_t distance;
  cck_decimal gap;
} judge;

/* ---- trust ---- */

static trusts trusts_of(const cck_scan *scan) {
  cck_run *run = scan->run;
  int *own = cck_arena_alloc(scan->arena, run->body_count * sizeof *own);
  int *best =
      cck_arena_alloc(scan->arena, run->body_count * sizeof *best); /* an origin is numbered by its first body */
  for (size_t i = 0; i < run->body_count; i++)
    own[i] = cck_rules_trust(run->rules, scan->arena, run->bodies[i]->source);
  for (size_t i = 0; i < run->body_count; i++) {
    int *of = &best[run->origins.of[i]];
    *of = own[i] > *of ? own[i] : *of;
  }
  return (trusts){own, best};
}

/* ---- levels ---- */

static int same_time(const cck_member *a, const cck_member *b) {
  if (a->from != b->from)
    return a->from < b->from ? -1 : 1;
  return (a->to > b->to) - (a->to < b->to);
}

static int by_level(const void *a, const void *b) {
  const entry *x = a;
  const entry *y = b;
  if (x->trust != y->trust)
    return x->trust > y->trust ? -1 : 1;
  int order = same_time(x->member, y->member);
  if (order == 0)
    order = cck_slice_cmp(x->member->value, y->member->value);
  if (order)
    return order;
  uint32_t i = x->member->candidate->order;
  uint32_t j = y->member->candidate->order;
  return (i > j) - (i < j);
}

/* The same value of the same time is held once: repeats must not use up the looks. */
static bool is_repeat(const entry *a, const entry *b) {
  return a->trust == b->trust && same_time(a->member, b->member) == 0 &&
         cck_slice_eq(a->member->value, b->member->value);
}

static void cut_levels(ladder *l, entry *all, size_t count) {
  for (size_t first = 0, past; first < count; first = past) {
    cck_day reach = INT64_MIN;
    for (past = first; past < count && all[past].trust == all[first].trust; past++) {
      reach = all[past].member->to > reach ? all[past].member->to : reach;
      all[past].reach = reach;
    }
    level one = {&all[first], past - first};
    CCK_PUSH(l->scan->arena, &l->levels, one);
  }
}

static void build(ladder *l, const cck_visible *visible) {
  entry *all = cck_arena_alloc(l->scan->arena, visible->count * sizeof *all);
  size_t kept = 0;
  for (size_t i = 0; i < visible->count; i++)
    all[i] = (entry){.member = visible->members[i],
                     .trust = l->trusts->own[visible->members[i]->candidate->source],
                     .is_new = visible->members[i]->candidate->body->is_new};
  qsort(all, visible->count, sizeof *all, by_level);
  for (size_t i = 0; i < visible->count; i++) {
    if (kept == 0 || !is_repeat(&all[kept - 1], &all[i]))
      all[kept++] = all[i];
    all[kept - 1].is_new = all[kept - 1].is_new || all[i].is_new;
  }
  cut_levels(l, all, kept);
}

/* ---- the nearest one of a level ---- */

static int64_t distance(const cck_member *a, const cck_member *b) {
  if (a->to < b->from)
    return b->from - a->to;
  return b->to < a->from ? a->from - b->to : 0;
}

static void try_entry(ladder *l, const cck_member *of, const entry *tried, judge *best) {
  const cck_member *other = tried->member;
  judge j = {.entry = tried, .distance = distance(of, other)};
  cck_outcome outcome = cck_figure_compare(&l->tolerance, &of->figure, &other->figure);
  j.agrees = outcome == CCK_AGREES;
  j.undecided = outcome == CCK_UNDECIDED || !cck_figure_gap(&of->figure, &other->figure, &j.gap);
  if (best->entry && j.distance > best->distance)
    return;
  bool nearer = !best->entry || j.distance < best->distance;
  bool better = !nearer && !best->agrees && (j.agrees || cck_decimal_cmp(j.gap, best->gap) < 0);
  if (nearer || better)
    *best = j;
}

/* The first entry that begins behind the member's time. */
static size_t first_behind(const level *at, const cck_member *of) {
  size_t from = 0;
  for (size_t to = at->count; from < to;) {
    size_t middle = from + (to - from) / 2;
    if (at->entries[middle].member->from <= of->to)
      from = middle + 1;
    else
      to = middle;
  }
  return from;
}

/* How far the nearest one that begins earlier lies; nothing beyond `reach` is nearer. */
static void look_before(ladder *l, const level *at, const cck_member *of, size_t past, bool near, judge *best) {
  if (past == 0)
    return;
  cck_day latest = at->entries[past - 1].reach;
  cck_day least = latest < of->from ? latest : of->from; /* all that overlap are equally near */
  size_t looks = 0;
  for (size_t i = past; i-- > 0 && at->entries[i].reach >= least;) {
    const cck_member *other = at->entries[i].member;
    if (looks++ >= MOST_LOOKS) {
      l->cut = true;
      return;
    }
    if (other->to >= least && (!near || cck_members_near(l->scan, of, other)))
      try_entry(l, of, &at->entries[i], best);
  }
}

static void look_behind(ladder *l, const level *at, const cck_member *of, size_t first, bool near, judge *best) {
  for (size_t i = first; i < at->count && at->entries[i].member->from == at->entries[first].member->from; i++) {
    if (i - first >= MOST_LOOKS) {
      l->cut = true;
      return;
    }
    if (!near || cck_members_near(l->scan, of, at->entries[i].member))
      try_entry(l, of, &at->entries[i], best);
  }
}

/* The most trusted one above the member's own; with `near`, within `during` of it. */
static judge judge_of(ladder *l, const cck_member *of, bool near) {
  judge best = {.entry = NULL};
  bool cut_before = l->cut;
  l->cut = false;
  for (size_t i = 0; i < l->levels.count && !best.entry; i++) {
    const level *at = &l->levels.items[i];
    if (at->entries[0].trust <= l->trusts->best[of->origin])
      break;
    size_t behind = first_behind(at, of);
    look_before(l, at, of, behind, near, &best);
    look_behind(l, at, of, behind, near, &best);
  }
  best.undecided = best.undecided || l->cut; /* one that was not looked at may agree */
  l->cut = l->cut || cut_before;
  return best;
}

/* ---- findings ---- */

static cck_slice source_words(const ladder *l, const cck_member *m) {
  cck_arena *arena = l->scan->run->arena;
  const cck_source *source = m->candidate->body->source;
  cck_slice name = source->publisher.len ? source->publisher : source->id;
  return cck_arena_printf(arena, "%.*s (trust %d)", (int)name.len, name.ptr, l->trusts->own[m->candidate->source]);
}

static void fill_message(const ladder *l, const cck_member *m, const cck_member *best, cck_draft *draft) {
  cck_arena *arena = l->scan->run->arena;
  cck_slice *values = draft->message.values;
  bool below = cck_figure_below(&m->figure, &best->figure);
  const cck_member *low = below ? m : best;
  const cck_member *high = below ? best : m;
  values[CCK_MESSAGE_value] = cck_claim_full_words(arena, m->candidate->claim);
  values[CCK_MESSAGE_reference] = cck_member_words(arena, best);
  values[CCK_MESSAGE_low] = cck_claim_full_words(arena, low->candidate->claim);
  values[CCK_MESSAGE_high] = cck_claim_full_words(arena, high->candidate->claim);
  values[CCK_MESSAGE_unit] = cck_claim_unit_words(arena, m->candidate->claim);
  values[CCK_MESSAGE_spread] = cck_members_spread(arena, low, high, l->tolerance.kind);
  values[CCK_MESSAGE_limit] = l->scan->rule->expect.tolerance.text;
  values[CCK_MESSAGE_date] = cck_distance_text(arena, cck_member_time(low), cck_member_time(high));
  values[CCK_MESSAGE_other] = source_words(l, best);
  draft->message.value_mark = cck_member_mark(arena, m);
  draft->message.low_mark = cck_member_mark(arena, low);
  draft->message.high_mark = cck_member_mark(arena, high);
  if (m->figure.is_date)
    values[CCK_MESSAGE_date] = cck_arena_printf(arena, "published %s", values[CCK_MESSAGE_date].ptr);
}

static void explain(const ladder *l, const cck_member *m, const cck_member *best, cck_draft *draft) {
  const cck_scan *scan = l->scan;
  const cck_slice *values = draft->message.values;
  cck_member_explain(scan, draft, m);
  cck_member_explain(scan, draft, best);
  cck_member_explain_why(scan, draft, m);
  cck_draft_step(scan, draft, "trust: %s is better than %s, and no source better still gives a figure%s",
                 source_words(l, best).ptr, source_words(l, m).ptr,
                 scan->rule->expect.during.given ? " within the rule's `during`" : "");
  cck_draft_step(scan, draft, "time: %s; no figure of it lies nearer in time, and of those as near none agrees",
                 values[CCK_MESSAGE_date].ptr);
  cck_draft_step(scan, draft, "gap between the nearest ends: %.*s; the rule allows %.*s",
                 (int)values[CCK_MESSAGE_spread].len, values[CCK_MESSAGE_spread].ptr,
                 (int)values[CCK_MESSAGE_limit].len, values[CCK_MESSAGE_limit].ptr);
}

static void report(const ladder *l, const cck_member *m, const entry *held, bool apart) {
  const cck_scan *scan = l->scan;
  const cck_member *best = held->member;
  cck_draft draft = cck_draft_new(scan, apart ? CCK_RELATION_OVER_TIME : CCK_RELATION_DIFFERS);
  if (apart)
    draft.severity = scan->rule->apart;
  cck_draft_party(scan, &draft, m->candidate);
  cck_draft_party(scan, &draft, best->candidate);
  draft.is_new = draft.is_new || held->is_new;
  fill_message(l, m, best, &draft);
  explain(l, m, best, &draft);
  cck_run_report(scan, &draft);
}

typedef struct outcome {
  size_t compared, differ;
} outcome;

static void check(ladder *l, const cck_member *m, outcome *out) {
  const cck_rule *rule = l->scan->rule;
  judge best = judge_of(l, m, true);
  bool apart = !best.entry && rule->has_apart && rule->expect.during.given;
  if (apart)
    best = judge_of(l, m, false);
  if (!best.entry)
    return;
  cck_run_mark(l->scan, m->candidate);
  cck_run_mark(l->scan, best.entry->member->candidate);
  out->compared++;
  if (best.agrees || best.undecided)
    return;
  out->differ++;
  report(l, m, best.entry, apart);
}

static void evaluate_group(const cck_scan *scan, const cck_group *group, const trusts *known) {
  cck_visibles all = {0};
  outcome out = {0, 0};
  bool cut = false;
  cck_tolerance tolerance;
  if (!cck_tolerance_in(&scan->rule->expect.tolerance, &scan->run->units, &group->members[0].unit, &tolerance)) {
    cck_run_note(scan, cck_arena_printf(scan->arena, "rule %.*s: its tolerance is of another kind than the figures",
                                        (int)scan->rule->id.len, scan->rule->id.ptr));
    return;
  }
  cck_group_visible(scan, group, &all);
  for (size_t v = 0; v < all.count; v++) {
    ladder l = {.scan = scan, .trusts = known, .tolerance = tolerance};
    build(&l, &all.items[v]);
    for (size_t i = 0; i < all.items[v].own_count; i++)
      check(&l, &all.items[v].own[i], &out);
    cut = cut || l.cut;
  }
  if (cut)
    cck_run_skip(scan, CCK_S("comparisons cut short in very large groups"));
  if (out.compared)
    ++*(out.differ ? &scan->run->coverage->differed : &scan->run->coverage->agreed);
}

static void evaluate(const cck_scan *scan) {
  cck_groups groups = {0};
  trusts known = trusts_of(scan);
  cck_groups_build(scan, false, &groups);
  for (size_t i = 0; i < groups.count; i++)
    evaluate_group(scan, &groups.items[i], &known);
}

const cck_kind_form cck_kind_form_value_best_source = {
    evaluate, "{value} against {reference} of {other}: {spread} apart (limit {limit}), {date}"};
