/*
 * values agree within TOL [during DUR] [across sources | in one article]
 *
 * Each member of a group looks for the farthest one that it contradicts, below and
 * above; members joined by such pairs make one finding, which lists their distinct
 * values in order of date. So two episodes that no pair connects (two places, two years
 * under `during`) stay two findings.
 */
#include <stdlib.h>

#include "rule/group.h"
#include "rule/speak.h"
#include "rule/support.h"

enum { MOST_VALUES = 12, MOST_PARTIES = 24, MOST_ALSO = 20 };

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

/* ---- one finding ---- */

/* The members of one finding, in order of time. */
typedef struct cluster {
  const web *web;
  size_t *members;
  size_t count;
  size_t low, high; /* the pair that the message names */
  size_t distinct;  /* values */
  size_t origins;   /* independent sources */
  size_t sources;
} cluster;

static const cck_member *member_at(const cluster *c, size_t i) { return &c->web->group->members[c->members[i]]; }

static void choose_pair(cluster *c) {
  const web *w = c->web;
  size_t best = SIZE_MAX;
  for (size_t i = 0; i < c->count; i++) {
    const edge *e = &w->edges[c->members[i]];
    if (e->other != SIZE_MAX && (best == SIZE_MAX || is_stronger(e, &w->edges[best])))
      best = c->members[i];
  }
  size_t other = w->edges[best].other;
  bool below = cck_figure_below(&w->group->members[best].figure, &w->group->members[other].figure);
  c->low = below ? best : other;
  c->high = below ? other : best;
}

static void count_distinct(cluster *c) {
  cck_arena *arena = c->web->scan->arena;
  cck_intern values;
  cck_intern origins;
  cck_intern sources;
  cck_intern_init(&values, arena);
  cck_intern_init(&origins, arena);
  cck_intern_init(&sources, arena);
  for (size_t i = 0; i < c->count; i++) {
    const cck_member *m = member_at(c, i);
    cck_intern_put(&values, m->value);
    cck_intern_put(&origins, cck_arena_printf(arena, "%u", m->origin));
    cck_intern_put(&sources, m->candidate->body->source->id);
  }
  c->distinct = values.texts.count;
  c->origins = origins.texts.count;
  c->sources = sources.texts.count;
}

/* A value of an origin is listed once; with too many values only the two of the message are. */
static bool is_listed(const cluster *c, const cck_member *m) {
  const cck_member *members = c->web->group->members;
  return c->distinct <= MOST_VALUES || cck_slice_eq(m->value, members[c->low].value) ||
         cck_slice_eq(m->value, members[c->high].value);
}

static void say_also(const cluster *c, cck_draft *draft, const cck_member *m) {
  cck_draft_step(c->web->scan, draft, "also: %s", cck_member_place(c->web->scan->run->arena, m).ptr);
}

static void list_parties(const cluster *c, cck_draft *draft) {
  const cck_scan *scan = c->web->scan;
  bool *taken = cck_arena_alloc(scan->arena, c->count * sizeof *taken);
  size_t also = 0;
  cck_intern seen;
  cck_intern_init(&seen, scan->arena);
  for (int pass = 0; pass < 3; pass++) { /* the pair of the message, then new articles, then the others in order */
    for (size_t i = 0; i < c->count; i++) {
      const cck_member *m = member_at(c, i);
      bool pair = c->members[i] == c->low || c->members[i] == c->high;
      if (taken[i] || !is_listed(c, m) || (pass == 0 && !pair) || (pass == 1 && !m->candidate->body->is_new))
        continue;
      size_t known = seen.texts.count;
      cck_slice key = cck_arena_printf(scan->arena, "%u\x1f%.*s", m->origin, (int)m->value.len, m->value.ptr);
      taken[i] = true;
      if (cck_intern_put(&seen, key) == known && draft->parties.count < MOST_PARTIES)
        cck_draft_party(scan, draft, m->candidate);
      else if (also++ < MOST_ALSO)
        say_also(c, draft, m);
    }
  }
  if (also > MOST_ALSO)
    cck_draft_step(scan, draft, "and %zu more of the same figures", also - MOST_ALSO);
  if (c->distinct > MOST_VALUES)
    cck_draft_step(scan, draft, "%zu distinct values; only the farthest two are listed", c->distinct);
}

/* ---- words ---- */

static cck_slice sources_words(const cluster *c) {
  cck_arena *arena = c->web->scan->run->arena;
  cck_slice who = CCK_S("in one article");
  if (c->sources > 1)
    who = c->origins > 1 ? cck_arena_printf(arena, "%zu independent sources", c->origins)
                         : cck_arena_printf(arena, "%zu articles that are not independent", c->sources);
  return c->distinct > 2 ? cck_arena_printf(arena, "%zu values, %s", c->distinct, who.ptr) : who;
}

static void fill_message(const cluster *c, cck_draft *draft) {
  cck_arena *arena = c->web->scan->run->arena;
  const cck_member *low = &c->web->group->members[c->low];
  const cck_member *high = &c->web->group->members[c->high];
  cck_slice *values = draft->message.values;
  bool mixed = cck_decimal_cmp(low->unit.factor, high->unit.factor) != 0; /* tonnes against kilograms */
  values[CCK_MESSAGE_low] =
      mixed ? cck_claim_full_words(arena, low->candidate->claim) : cck_claim_words(arena, low->candidate->claim);
  values[CCK_MESSAGE_high] = cck_claim_words(arena, high->candidate->claim);
  draft->message.low_mark = cck_member_mark(arena, low);
  draft->message.high_mark = cck_member_mark(arena, high);
  values[CCK_MESSAGE_unit] = cck_claim_unit_words(arena, high->candidate->claim);
  values[CCK_MESSAGE_value] = cck_claim_full_words(arena, low->candidate->claim);
  values[CCK_MESSAGE_spread] = cck_members_spread(arena, low, high, c->web->sweep->tolerance.kind);
  values[CCK_MESSAGE_limit] = c->web->scan->rule->expect.tolerance.text;
  values[CCK_MESSAGE_date] = cck_distance_text(arena, cck_member_time(low), cck_member_time(high));
  if (low->figure.is_date)
    values[CCK_MESSAGE_date] = cck_arena_printf(arena, "published %s", values[CCK_MESSAGE_date].ptr);
  values[CCK_MESSAGE_other] = sources_words(c);
}

/* ---- steps ---- */

static void explain(const cluster *c, cck_draft *draft) {
  const cck_scan *scan = c->web->scan;
  const cck_member *members = c->web->group->members;
  const cck_slice *values = draft->message.values;
  cck_member_explain(scan, draft, &members[c->low]);
  cck_member_explain(scan, draft, &members[c->high]);
  cck_member_explain_why(scan, draft, &members[c->low]);
  cck_draft_step(scan, draft, "gap between the nearest ends: %.*s; the rule allows %.*s",
                 (int)values[CCK_MESSAGE_spread].len, values[CCK_MESSAGE_spread].ptr,
                 (int)values[CCK_MESSAGE_limit].len, values[CCK_MESSAGE_limit].ptr);
  cck_draft_step(scan, draft, "time: %.*s%s", (int)values[CCK_MESSAGE_date].len, values[CCK_MESSAGE_date].ptr,
                 draft->relation == CCK_RELATION_OVER_TIME ? ", more than the rule's `during`: a change over time"
                                                           : "");
}

/* ---- from pairs to findings ---- */

static void report(const web *w, size_t *members, size_t count, bool over_time) {
  const cck_scan *scan = w->scan;
  cluster c = {.web = w, .members = members, .count = count};
  choose_pair(&c);
  count_distinct(&c);
  cck_relation relation = over_time        ? CCK_RELATION_OVER_TIME
                          : c.sources == 1 ? CCK_RELATION_INCONSISTENT
                                           : CCK_RELATION_DIFFERS;
  cck_draft draft = cck_draft_new(scan, relation);
  if (over_time)
    draft.severity = scan->rule->apart;
  fill_message(&c, &draft);
  explain(&c, &draft);
  list_parties(&c, &draft);
  for (size_t i = 0; i < count; i++) {
    CCK_PUSH(scan->arena, &draft.values, member_at(&c, i)->value);
    draft.is_new = draft.is_new || member_at(&c, i)->candidate->body->is_new;
  }
  cck_run_report(scan, &draft);
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
  cck_groups groups = {0};
  cck_groups_build(scan, scan->rule->expect.across == CCK_IN_ONE_ARTICLE, &groups);
  for (size_t i = 0; i < groups.count; i++)
    evaluate_group(scan, &groups.items[i]);
}

const cck_kind_form cck_kind_form_values_agree = {
    evaluate, "{low} against {high} {unit}: {spread} apart (limit {limit}), {date}, {other}"};
