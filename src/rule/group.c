#include "rule/group.h"

#include <stdlib.h>

/* ---- members ---- */

static bool fill_member(const cck_scan *scan, const cck_candidate *candidate, cck_member *out) {
  cck_run *run = scan->run;
  const cck_claim *claim = candidate->claim;
  *out = (cck_member){.candidate = candidate, .from = INT64_MIN, .to = INT64_MAX};
  if (claim->kind == CCK_CLAIM_DATE)
    out->unit = (cck_unit_view){CCK_S("date"), CCK_S("date"), cck_decimal_of(1)};
  else
    out->unit = cck_unit_memo_view(&run->units, claim->value.unit);
  if (!cck_figure_of(claim, &out->unit, scan->rule->hedge, &out->figure))
    return false;
  cck_period time = cck_candidate_time(candidate);
  if (time.min != CCK_NO_DAY)
    out->from = time.min;
  if (time.max != CCK_NO_DAY)
    out->to = time.max;
  out->scope = cck_scope_resolve(&run->places, &claim->scope);
  out->value = cck_run_value_key(scan, claim);
  out->origin = run->origins.of[candidate->source];
  return true;
}

/* What has to be equal for two claims to be compared; empty when the claim has nothing to be compared by. */
static cck_slice member_key(const cck_scan *scan, const cck_member *member, bool apart) {
  cck_slice key = cck_claim_group_key(scan->arena, member->candidate->claim);
  if (key.len == 0)
    return key;
  uint32_t source = apart ? member->candidate->source : 0;
  return cck_arena_printf(scan->arena, "%.*s\x1f%.*s\x1f%d\x1f%u", (int)key.len, key.ptr, (int)member->unit.key.len,
                          member->unit.key.ptr, (int)member->candidate->claim->value.change, source);
}

static int member_order(const cck_member *a, const cck_member *b) {
  if (a->from != b->from)
    return a->from < b->from ? -1 : 1;
  return (a->candidate->order > b->candidate->order) - (a->candidate->order < b->candidate->order);
}

static int by_time(const void *a, const void *b) { return member_order(a, b); }

typedef struct keyed_member {
  cck_member member;
  uint32_t key;
} keyed_member;

static int by_key(const void *a, const void *b) {
  const keyed_member *x = a;
  const keyed_member *y = b;
  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return member_order(&x->member, &y->member);
}

static void push_group(cck_arena *arena, const keyed_member *first, size_t count, cck_groups *out) {
  cck_group group = {cck_arena_alloc(arena, count * sizeof(cck_member)), count};
  for (size_t i = 0; i < count; i++)
    group.members[i] = first[i].member;
  qsort(group.members, count, sizeof *group.members, by_time);
  CCK_PUSH(arena, out, group);
}

void cck_groups_build(const cck_scan *scan, bool apart, cck_groups *out) {
  CCK_VEC(keyed_member) all = {0};
  cck_intern keys;
  cck_intern_init(&keys, scan->arena);
  for (size_t i = 0; i < scan->count; i++) {
    keyed_member keyed = {.key = 0};
    if (!fill_member(scan, &scan->items[i], &keyed.member)) {
      if (scan->items[i].claim->kind == CCK_CLAIM_QUANTITY)
        cck_run_skip(scan, CCK_S("figures with too many digits to compare"));
      continue;
    }
    cck_slice key = member_key(scan, &keyed.member, apart);
    if (key.len == 0)
      continue;
    keyed.key = cck_intern_put(&keys, key);
    CCK_PUSH(scan->arena, &all, keyed);
  }
  if (all.count)
    qsort(all.items, all.count, sizeof *all.items, by_key);
  for (size_t first = 0, past; first < all.count; first = past) {
    for (past = first + 1; past < all.count && all.items[past].key == all.items[first].key; past++)
      continue;
    if (past - first > 1)
      push_group(scan->arena, &all.items[first], past - first, out);
  }
}

/* ---- pairs ---- */

static bool linked(const cck_claim *from, const cck_claim *to) {
  for (size_t i = 0; i < from->links.count; i++)
    if (cck_slice_eq(from->links.items[i].id, to->id))
      return true;
  return false;
}

/* Two figures of one article are compared only where a rule's writer has said what they measure. */
static bool sources_allow(const cck_scan *scan, const cck_member *a, const cck_member *b) {
  bool same = a->candidate->source == b->candidate->source;
  if (scan->rule->expect.across == CCK_ACROSS_SOURCES)
    return !same;
  if (scan->rule->expect.across == CCK_IN_ONE_ARTICLE)
    return same && a->candidate->claim->measure.len;
  return !same || a->candidate->claim->measure.len;
}

bool cck_members_comparable(const cck_scan *scan, const cck_member *a, const cck_member *b) {
  const cck_claim *x = a->candidate->claim;
  const cck_claim *y = b->candidate->claim;
  if (x == y || !sources_allow(scan, a, b))
    return false;
  if (a->candidate->source == b->candidate->source &&
      (cck_slice_eq(x->quote, y->quote) || linked(x, y) || linked(y, x)))
    return false;
  return !cck_scope_excludes(&scan->run->places, &a->scope, &b->scope);
}

bool cck_members_near(const cck_scan *scan, const cck_member *a, const cck_member *b) {
  const cck_duration *during = &scan->rule->expect.during;
  return !during->given || (cck_day_after(a->to, during) >= b->from && cck_day_after(b->to, during) >= a->from);
}

/* ---- the tree ---- */

struct cck_sweep_node {
  bool any;                                   /* holds members at all */
  bool has_low, has_high;                     /* some upper end, some lower end is known */
  cck_decimal low, high;                      /* the smallest upper end, the largest lower end */
  cck_day min_from, max_from, min_to, max_to; /* spans of the members' times */
  uint32_t source;                            /* of all members, or MIXED */
};

#define MIXED UINT32_MAX /* too large for an enumerator in ISO C */

static cck_sweep_node leaf_of(const cck_member *m) {
  return (cck_sweep_node){
      true,  m->figure.has_max,   m->figure.has_min, m->figure.max, m->figure.min, m->from, m->from, m->to,
      m->to, m->candidate->source};
}

static cck_sweep_node joined(const cck_sweep_node *a, const cck_sweep_node *b) {
  if (!a->any || !b->any)
    return a->any ? *a : *b;
  cck_sweep_node node = *a;
  if (b->has_low && (!a->has_low || cck_decimal_cmp(b->low, a->low) < 0))
    node.low = b->low;
  if (b->has_high && (!a->has_high || cck_decimal_cmp(b->high, a->high) > 0))
    node.high = b->high;
  node.has_low = a->has_low || b->has_low;
  node.has_high = a->has_high || b->has_high;
  node.min_from = a->min_from < b->min_from ? a->min_from : b->min_from;
  node.max_from = a->max_from > b->max_from ? a->max_from : b->max_from;
  node.min_to = a->min_to < b->min_to ? a->min_to : b->min_to;
  node.max_to = a->max_to > b->max_to ? a->max_to : b->max_to;
  node.source = a->source == b->source ? a->source : MIXED;
  return node;
}

bool cck_sweep_init(cck_sweep *sweep, const cck_scan *scan, const cck_group *group) {
  *sweep = (cck_sweep){.scan = scan, .group = group, .width = 1};
  if (!cck_tolerance_in(&scan->rule->expect.tolerance, &scan->run->units, &group->members[0].unit, &sweep->tolerance))
    return false;
  while (sweep->width < group->count)
    sweep->width *= 2;
  sweep->nodes = cck_arena_alloc(scan->arena, 2 * sweep->width * sizeof *sweep->nodes);
  for (size_t i = 0; i < group->count; i++)
    sweep->nodes[sweep->width + i] = leaf_of(&group->members[i]);
  for (size_t i = sweep->width - 1; i > 0; i--)
    sweep->nodes[i] = joined(&sweep->nodes[2 * i], &sweep->nodes[2 * i + 1]);
  return true;
}

/* ---- the search ---- */

typedef struct search {
  const cck_sweep *sweep;
  const cck_member *of;
  cck_side side;
  cck_nearness nearness;
} search;

static bool values_may(const search *s, const cck_sweep_node *node) {
  if (s->side == CCK_SIDE_ANY)
    return true;
  if (s->side == CCK_SIDE_ABOVE)
    return node->has_high && cck_figure_may_differ(&s->sweep->tolerance, &s->of->figure, node->high);
  cck_figure low = s->of->figure; /* its kind and last digit; the end is the node's */
  low.has_max = node->has_low;
  low.max = node->low;
  return s->of->figure.has_min && cck_figure_may_differ(&s->sweep->tolerance, &low, s->of->figure.min);
}

static bool times_may(const search *s, const cck_sweep_node *node) {
  const cck_duration *during = &s->sweep->scan->rule->expect.during;
  if (s->nearness == CCK_TIME_ANY || !during->given)
    return true;
  if (s->nearness == CCK_TIME_NEAR)
    return node->min_from <= cck_day_after(s->of->to, during) && cck_day_after(node->max_to, during) >= s->of->from;
  return node->max_from > cck_day_after(s->of->to, during) || cck_day_after(node->min_to, during) < s->of->from;
}

static bool sources_may(const search *s, const cck_sweep_node *node) {
  return s->sweep->scan->rule->expect.across != CCK_ACROSS_SOURCES || node->source != s->of->candidate->source;
}

static bool node_may(const search *s, const cck_sweep_node *node) {
  return node->any && sources_may(s, node) && times_may(s, node) && values_may(s, node);
}

static bool member_is(const search *s, const cck_member *m) {
  const cck_scan *scan = s->sweep->scan;
  if (!cck_members_comparable(scan, s->of, m))
    return false;
  if (s->nearness != CCK_TIME_ANY && cck_members_near(scan, s->of, m) != (s->nearness == CCK_TIME_NEAR))
    return false;
  return s->side == CCK_SIDE_ANY || cck_figure_compare(&s->sweep->tolerance, &s->of->figure, &m->figure) == CCK_DIFFERS;
}

/* The half that reaches farther on the side asked for is looked at first. */
static bool right_first(const search *s, const cck_sweep_node *left, const cck_sweep_node *right) {
  if (s->side == CCK_SIDE_ABOVE)
    return right->has_high && (!left->has_high || cck_decimal_cmp(right->high, left->high) > 0);
  if (s->side == CCK_SIDE_BELOW)
    return right->has_low && (!left->has_low || cck_decimal_cmp(right->low, left->low) < 0);
  return false;
}

size_t cck_sweep_find(cck_sweep *sweep, size_t of, cck_side side, cck_nearness nearness) {
  size_t stack[2 * 64]; /* two for each level */
  size_t depth = 0;
  unsigned looks = 0;
  search s = {sweep, &sweep->group->members[of], side, nearness};
  stack[depth++] = 1;
  while (depth > 0) {
    size_t at = stack[--depth];
    if (!node_may(&s, &sweep->nodes[at]))
      continue;
    if (at < sweep->width) {
      bool swap = right_first(&s, &sweep->nodes[2 * at], &sweep->nodes[2 * at + 1]);
      stack[depth++] = 2 * at + !swap;
      stack[depth++] = 2 * at + swap;
      continue;
    }
    if (member_is(&s, &sweep->group->members[at - sweep->width]))
      return at - sweep->width;
    if (++looks >= CCK_SWEEP_LOOKS) {
      sweep->cut++;
      break;
    }
  }
  return SIZE_MAX;
}
