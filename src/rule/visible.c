#include "rule/visible.h"

enum { SMALL_GROUP = 256, MOST_EACH = 32 };

static void class_ranges(const cck_scan *scan, const cck_group *group, cck_ranges *out) {
  for (size_t first = 0, past; first < group->count; first = past) {
    past = first + 1;
    while (past < group->count && group->members[past].scope_class == group->members[first].scope_class)
      past++;
    cck_range range = {first, past};
    CCK_PUSH(scan->arena, out, range);
  }
}

static bool sees(const cck_scan *scan, const cck_group *group, const cck_range *a, const cck_range *b) {
  return a == b ||
         !cck_scope_excludes(&scan->run->places, &group->members[a->first].scope, &group->members[b->first].scope);
}

/* How many members a class may be held against. */
static size_t count_seen(const cck_scan *scan, const cck_group *group, const cck_ranges *classes, size_t of) {
  size_t seen = 0;
  for (size_t b = 0; b < classes->count; b++)
    if (sees(scan, group, &classes->items[of], &classes->items[b]))
      seen += classes->items[b].past - classes->items[b].first;
  return seen;
}

static bool are_few(const cck_scan *scan, const cck_group *group, const cck_ranges *classes) {
  size_t all = 0;
  if (classes->count > CCK_SWEEP_CLASSES)
    return false;
  for (size_t a = 0; a < classes->count; a++)
    all += count_seen(scan, group, classes, a);
  return group->count <= SMALL_GROUP || all <= MOST_EACH * group->count;
}

static void add(cck_visible *visible, const cck_group *group, const cck_range *range) {
  for (size_t i = range->first; i < range->past; i++)
    visible->members[visible->count++] = &group->members[i];
}

static void fill(const cck_scan *scan, const cck_group *group, const cck_ranges *classes, size_t of,
                 cck_visible *visible) {
  size_t room = count_seen(scan, group, classes, of);
  visible->members = cck_arena_alloc(scan->arena, room * sizeof(const cck_member *));
  for (size_t b = 0; b < classes->count; b++)
    if (sees(scan, group, &classes->items[of], &classes->items[b]))
      add(visible, group, &classes->items[b]);
}

void cck_group_visible(const cck_scan *scan, const cck_group *group, cck_visibles *out) {
  cck_ranges classes = {0};
  class_ranges(scan, group, &classes);
  bool few = are_few(scan, group, &classes);
  if (!few)
    cck_run_skip(scan, CCK_S("comparisons cut short in very large groups"));
  for (size_t a = 0; a < classes.count; a++) {
    const cck_range *own = &classes.items[a];
    const cck_ranges alone = {.items = &classes.items[a], .count = 1};
    cck_visible visible = {.own = &group->members[own->first], .own_count = own->past - own->first};
    fill(scan, group, few ? &classes : &alone, few ? a : 0, &visible);
    CCK_PUSH(scan->arena, out, visible);
  }
}

bool cck_visible_is_own(const cck_visible *visible, const cck_member *member) {
  return member >= visible->own && member < visible->own + visible->own_count;
}
