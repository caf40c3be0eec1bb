#include "rule/group.h"

#include <stdlib.h>

/* ---- members ---- */

bool cck_member_fill(const cck_scan *scan, const cck_candidate *candidate, cck_member *out) {
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

/*
 * Sizes of a change are compared with their like; what something rose to ("from 120 to 180") is a figure like others.
 */
static cck_change change_of(const cck_candidate *candidate) {
  bool level = cck_run_linked(candidate, "from") && !cck_run_linked(candidate, "to");
  return level ? CCK_CHANGE_NONE : candidate->claim->value.change;
}

/* What has to be equal for two claims to be compared; empty when the claim has nothing to be compared by. */
static cck_slice member_key(const cck_scan *scan, const cck_member *member, bool apart) {
  cck_slice key = cck_claim_group_key(scan->arena, member->candidate->claim);
  if (key.len == 0)
    return key;
  /* The last part is the dimension as far as it is built in; the unit's own key knows those of the rules too. */
  while (member->candidate->claim->kind == CCK_CLAIM_QUANTITY && key.ptr[key.len - 1] != '\x1f')
    key.len--;
  uint32_t source = apart ? member->candidate->source : 0;
  cck_slice scope = cck_scope_strict_text(&scan->run->places, &member->scope);
  return cck_arena_printf(scan->arena, "%.*s\x1f%.*s\x1f%d\x1f%u\x1f%.*s", (int)key.len, key.ptr,
                          (int)member->unit.key.len, member->unit.key.ptr, (int)change_of(member->candidate), source,
                          (int)scope.len, scope.ptr);
}

static int member_order(const cck_member *a, const cck_member *b) {
  if (a->scope_class != b->scope_class)
    return a->scope_class < b->scope_class ? -1 : 1;
  if (a->from != b->from)
    return a->from < b->from ? -1 : 1;
  return (a->candidate->order > b->candidate->order) - (a->candidate->order < b->candidate->order);
}

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
  CCK_PUSH(arena, out, group);
}

void cck_groups_build(const cck_scan *scan, bool apart, cck_groups *out) {
  CCK_VEC(keyed_member) all = {0};
  cck_intern keys;
  cck_intern scopes;
  cck_intern_init(&keys, scan->arena);
  cck_intern_init(&scopes, scan->arena);
  cck_intern_put(&scopes, CCK_S("")); /* class 0 */
  for (size_t i = 0; i < scan->count; i++) {
    keyed_member keyed = {.key = 0};
    if (cck_run_is_former(&scan->items[i]))
      continue;
    if (!cck_member_fill(scan, &scan->items[i], &keyed.member)) {
      if (scan->items[i].claim->kind == CCK_CLAIM_QUANTITY)
        cck_run_skip(scan, CCK_S("figures with too many digits to compare"));
      continue;
    }
    cck_slice key = member_key(scan, &keyed.member, apart);
    if (key.len == 0)
      continue;
    keyed.key = cck_intern_put(&keys, key);
    keyed.member.scope_class = cck_intern_put(&scopes, cck_scope_loose_text(&scan->run->places, &keyed.member.scope));
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

void cck_groups_each(const cck_scan *scan, bool apart, void (*evaluate)(const cck_scan *scan, const cck_group *group)) {
  cck_groups groups = {0};
  cck_groups_build(scan, apart, &groups);
  for (size_t i = 0; i < groups.count; i++)
    evaluate(scan, &groups.items[i]);
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
  bool any;                                         /* holds members at all */
  bool has_low, has_high;                           /* some upper end, some lower end is known */
  cck_decimal low, high;                            /* the smallest upper end, the largest lower end */
  cck_day min_from, max_from, min_reach, max_reach; /* spans of the members' starts, and of their ends plus `during` */
  uint32_t source;                                  /* of all members, or MIXED */
};

#define MIXED UINT32_MAX /* too large for an enumerator in ISO C */

static cck_day reach_of(const cck_scan *scan, const cck_member *m) {
  const cck_duration *during = &scan->rule->expect.during;
  return during->given ? cck_day_after(m->to, during) : m->to;
}

static cck_sweep_node leaf_of(const cck_scan *scan, const cck_member *m) {
  cck_day reach = reach_of(scan, m);
  return (cck_sweep_node){.any = true,
                          .has_low = m->figure.has_max,
                          .has_high = m->figure.has_min,
                          .low = m->figure.max,
                          .high = m->figure.min,
                          .min_from = m->from,
                          .max_from = m->from,
                          .min_reach = reach,
                          .max_reach = reach,
                          .source = m->candidate->source};
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
  node.min_reach = a->min_reach < b->min_reach ? a->min_reach : b->min_reach;
  node.max_reach = a->max_reach > b->max_reach ? a->max_reach : b->max_reach;
  node.source = a->source == b->source ? a->source : MIXED;
  return node;
}

/* The stretches of one scope class each; members know theirs by number. */
static cck_ranges class_ranges(cck_sweep *sweep) {
  const cck_group *group = sweep->group;
  cck_ranges out = {0};
  sweep->class_of = cck_arena_alloc(sweep->scan->arena, group->count * sizeof *sweep->class_of);
  for (size_t first = 0, past; first < group->count; first = past) {
    for (past = first; past < group->count && group->members[past].scope_class == group->members[first].scope_class;
         past++)
      sweep->class_of[past] = out.count;
    cck_range range = {first, past};
    CCK_PUSH(sweep->scan->arena, &out, range);
  }
  return out;
}

/* With very many scopes in a group only equal and open ones are tried. */
static void open_ranges(cck_sweep *sweep) {
  cck_arena *arena = sweep->scan->arena;
  const cck_member *members = sweep->group->members;
  const cck_ranges all = class_ranges(sweep);
  bool few = all.count <= CCK_SWEEP_CLASSES;
  bool has_open = members[0].scope_class == 0;
  sweep->cut += !few;
  sweep->open = cck_arena_alloc(arena, all.count * sizeof *sweep->open);
  for (size_t a = 0; a < all.count; a++) {
    if (a == 0 && has_open) { /* excludes nothing: everywhere at once */
      CCK_PUSH(arena, &sweep->open[a], ((cck_range){0, sweep->group->count}));
      continue;
    }
    if (!few && has_open)
      CCK_PUSH(arena, &sweep->open[a], all.items[0]);
    if (!few)
      CCK_PUSH(arena, &sweep->open[a], all.items[a]);
    for (size_t b = 0; few && b < all.count; b++)
      if (!cck_scope_excludes(&sweep->scan->run->places, &members[all.items[a].first].scope,
                              &members[all.items[b].first].scope))
        CCK_PUSH(arena, &sweep->open[a], all.items[b]);
  }
}

const cck_ranges *cck_sweep_open(const cck_sweep *sweep, size_t of) { return &sweep->open[sweep->class_of[of]]; }

bool cck_sweep_init(cck_sweep *sweep, const cck_scan *scan, const cck_group *group) {
  *sweep = (cck_sweep){.scan = scan, .group = group, .width = 1};
  if (!cck_tolerance_in(&scan->rule->expect.tolerance, &scan->run->units, &group->members[0].unit, &sweep->tolerance))
    return false;
  while (sweep->width < group->count)
    sweep->width *= 2;
  sweep->nodes = cck_arena_alloc(scan->arena, 2 * sweep->width * sizeof *sweep->nodes);
  for (size_t i = 0; i < group->count; i++)
    sweep->nodes[sweep->width + i] = leaf_of(scan, &group->members[i]);
  for (size_t i = sweep->width - 1; i > 0; i--)
    sweep->nodes[i] = joined(&sweep->nodes[2 * i], &sweep->nodes[2 * i + 1]);
  open_ranges(sweep);
  return true;
}

/* ---- the search ---- */

typedef struct search {
  const cck_sweep *sweep;
  const cck_member *of;
  cck_side side;
  cck_nearness nearness;
  cck_range range;
  cck_day reach; /* the end of its time plus `during` */
} search;

/* A node to look at, with its members. */
typedef struct stretch {
  size_t node;
  cck_range range;
} stretch;

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
  if (s->nearness == CCK_TIME_ANY || !s->sweep->scan->rule->expect.during.given)
    return true;
  if (s->nearness == CCK_TIME_NEAR)
    return node->min_from <= s->reach && node->max_reach >= s->of->from;
  return node->max_from > s->reach || node->min_reach < s->of->from;
}

static bool sources_may(const search *s, const cck_sweep_node *node) {
  return s->sweep->scan->rule->expect.across != CCK_ACROSS_SOURCES || node->source != s->of->candidate->source;
}

static bool node_may(const search *s, const stretch *at) {
  const cck_sweep_node *node = &s->sweep->nodes[at->node];
  bool inside = at->range.first < s->range.past && at->range.past > s->range.first;
  return inside && node->any && sources_may(s, node) && times_may(s, node) && values_may(s, node);
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

size_t cck_sweep_find(cck_sweep *sweep, size_t of, cck_side side, cck_nearness nearness, cck_range range) {
  stretch stack[2 * 64]; /* two for each level */
  size_t depth = 0;
  unsigned looks = 0;
  const cck_member *member = &sweep->group->members[of];
  search s = {sweep, member, side, nearness, range, reach_of(sweep->scan, member)};
  stack[depth++] = (stretch){1, {0, sweep->width}};
  while (depth > 0) {
    stretch at = stack[--depth];
    if (!node_may(&s, &at))
      continue;
    if (at.node < sweep->width) {
      size_t middle = at.range.first + (at.range.past - at.range.first) / 2;
      stretch left = {2 * at.node, {at.range.first, middle}};
      stretch right = {2 * at.node + 1, {middle, at.range.past}};
      bool swap = right_first(&s, &sweep->nodes[left.node], &sweep->nodes[right.node]);
      stack[depth++] = swap ? left : right;
      stack[depth++] = swap ? right : left;
      continue;
    }
    if (member_is(&s, &sweep->group->members[at.range.first]))
      return at.range.first;
    if (++looks >= CCK_SWEEP_LOOKS) {
      sweep->cut++;
      break;
    }
  }
  return SIZE_MAX;
}
