/*
 * values agree within TOL [during DUR] [across sources | in one article]
 *
 * Each member of a group looks for the farthest one that it contradicts, below and
 * above; members joined by such pairs make one finding, which lists their distinct
 * values in order of date. So two episodes that no pair connects (two places, two years
 * under `during`) stay two findings.
 */
#include <stdlib.h>

#include "rule/clash.h"
#include "rule/story/story.h"
#include "rule/support.h"

/* The strongest contradiction of a member. */
typedef struct edge {
  size_t other; /* SIZE_MAX: none */
  bool endless; /* zero against something */
  cck_decimal spread;
} edge;

/* The contradictions of one kind in a group, and how they hang together. */
typedef struct web {
  const cck_scan *scan;
  const cck_group *group;
  cck_sweep *sweep;
  edge *edges;
  size_t *parent;
  size_t count; /* members with an edge */
} web;

/* ---- finding the pairs ---- */

static size_t root_of(size_t *parent, size_t i) {
  while (parent[i] != i)
    i = parent[i] = parent[parent[i]];
  return i;
}

static edge edge_between(const web *w, size_t a, size_t b) {
  edge e = {.other = b};
  e.endless = !cck_figure_spread(&w->group->members[a].figure, &w->group->members[b].figure, &e.spread);
  return e;
}

static bool is_stronger(const edge *a, const edge *b) {
  if (b->other == SIZE_MAX || a->endless != b->endless)
    return b->other == SIZE_MAX || a->endless;
  return cck_decimal_cmp(a->spread, b->spread) > 0;
}

static void join(web *w, size_t i, size_t other) {
  edge e = edge_between(w, i, other);
  if (is_stronger(&e, &w->edges[i]))
    w->edges[i] = e;
  size_t a = root_of(w->parent, i);
  size_t b = root_of(w->parent, other);
  w->parent[a > b ? a : b] = a > b ? b : a;
}

static void look(web *w, size_t i, cck_side side, cck_nearness nearness) {
  const cck_ranges *open = cck_sweep_open(w->sweep, i);
  for (size_t r = 0; r < open->count; r++) {
    size_t other = cck_sweep_find(w->sweep, i, side, nearness, open->items[r]);
    if (other != SIZE_MAX)
      join(w, i, other);
  }
}

static web weave(const cck_scan *scan, cck_sweep *sweep, cck_nearness nearness) {
  const cck_group *group = sweep->group;
  web w = {scan, group, sweep, NULL, NULL, 0};
  w.edges = cck_arena_alloc(scan->arena, group->count * sizeof *w.edges);
  w.parent = cck_arena_alloc(scan->arena, group->count * sizeof *w.parent);
  for (size_t i = 0; i < group->count; i++) {
    w.parent[i] = i;
    w.edges[i].other = SIZE_MAX;
  }
  for (size_t i = 0; i < group->count; i++) {
    look(&w, i, CCK_SIDE_BELOW, nearness);
    look(&w, i, CCK_SIDE_ABOVE, nearness);
    w.count += w.edges[i].other != SIZE_MAX;
  }
  return w;
}

/* ---- from pairs to findings ---- */

/* The pair that stands farthest apart; places in `members`. */
static void choose_pair(const web *w, const size_t *members, size_t count, cck_clash *clash) {
  size_t best = SIZE_MAX;
  size_t other = 0;
  for (size_t i = 0; i < count; i++) {
    const edge *e = &w->edges[members[i]];
    if (e->other != SIZE_MAX && (best == SIZE_MAX || is_stronger(e, &w->edges[members[best]])))
      best = i;
  }
  while (members[other] != w->edges[members[best]].other)
    other++;
  bool below = cck_figure_below(&clash->members[best].figure, &clash->members[other].figure);
  clash->low = below ? best : other;
  clash->high = below ? other : best;
}

static void report(const web *w, const size_t *indexes, size_t count, bool over_time) {
  cck_member *members = cck_arena_alloc(w->scan->arena, count * sizeof *members);
  for (size_t i = 0; i < count; i++)
    members[i] = w->group->members[indexes[i]];
  cck_clash clash = {w->scan, members, count, 0, 0, w->sweep->tolerance, over_time, {NULL, 0}};
  choose_pair(w, indexes, count, &clash);
  cck_clash_report(&clash);
}

/* A member of a cluster, by the cluster's first one and in order of time. */
typedef struct rooted {
  size_t root, member;
  cck_day from;
  uint32_t order;
} rooted;

static int by_root(const void *a, const void *b) {
  const rooted *x = a;
  const rooted *y = b;
  if (x->root != y->root)
    return x->root < y->root ? -1 : 1;
  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  return (x->order > y->order) - (x->order < y->order);
}

static void report_clusters(web *w, bool over_time) {
  size_t n = w->group->count;
  rooted *all = cck_arena_alloc(w->scan->arena, n * sizeof *all);
  size_t *members = cck_arena_alloc(w->scan->arena, n * sizeof *members);
  for (size_t i = 0; i < n; i++)
    all[i] = (rooted){root_of(w->parent, i), i, w->group->members[i].from, w->group->members[i].candidate->order};
  qsort(all, n, sizeof *all, by_root);
  for (size_t first = 0, past; first < n; first = past) {
    for (past = first; past < n && all[past].root == all[first].root; past++)
      members[past] = all[past].member;
    if (past - first > 1)
      report(w, &members[first], past - first, over_time);
  }
}

static bool has_company(cck_sweep *sweep, size_t i, cck_nearness nearness) {
  const cck_ranges *open = cck_sweep_open(sweep, i);
  for (size_t r = 0; r < open->count; r++)
    if (cck_sweep_find(sweep, i, CCK_SIDE_ANY, nearness, open->items[r]) != SIZE_MAX)
      return true;
  return false;
}

/* Every member that had something to be held against. */
static size_t mark(const cck_scan *scan, cck_sweep *sweep) {
  cck_nearness nearness = scan->rule->has_apart ? CCK_TIME_ANY : CCK_TIME_NEAR;
  size_t marked = 0;
  for (size_t i = 0; i < sweep->group->count; i++) {
    if (!has_company(sweep, i, nearness))
      continue;
    cck_run_mark(scan, sweep->group->members[i].candidate);
    marked++;
  }
  return marked;
}

/* The pairs of supported members only; returns how many members have one. */
static size_t contradict(const cck_scan *scan, cck_sweep *sweep) {
  web near = weave(scan, sweep, CCK_TIME_NEAR);
  size_t differ = near.count;
  report_clusters(&near, false);
  if (scan->rule->has_apart && scan->rule->expect.during.given) {
    web apart = weave(scan, sweep, CCK_TIME_APART);
    differ += apart.count;
    report_clusters(&apart, true);
  }
  return differ;
}

static void evaluate_group(const cck_scan *scan, const cck_group *group) {
  cck_sweep all;
  cck_sweep sweep;
  if (!cck_sweep_init(&all, scan, group)) {
    cck_run_note(scan, cck_arena_printf(scan->arena, "rule %.*s: its tolerance is of another kind than the figures",
                                        (int)scan->rule->id.len, scan->rule->id.ptr));
    return;
  }
  size_t marked = mark(scan, &all);
  cck_group supported = cck_group_supported(&all, scan->rule->needs);
  size_t differ = 0;
  sweep = all;
  if (supported.count == group->count || (supported.count > 1 && cck_sweep_init(&sweep, scan, &supported)))
    differ = contradict(scan, &sweep);
  if (sweep.cut || all.cut)
    cck_run_skip(scan, CCK_S("comparisons cut short in very large groups"));
  if (marked)
    ++*(differ ? &scan->run->coverage->differed : &scan->run->coverage->agreed);
}

static void evaluate(const cck_scan *scan) {
  if (scan->rule->of == CCK_OF_SAME_STORY) {
    cck_story_evaluate(scan);
    return;
  }
  cck_groups_each(scan, scan->rule->expect.across == CCK_IN_ONE_ARTICLE, evaluate_group);
}

const cck_kind_form cck_kind_form_values_agree = {
    evaluate, "{low} against {high} {unit}: {spread} apart (limit {limit}), {date}, {other}"};
