#include "rule/support.h"

#include <stdlib.h>
#include <string.h>

enum { LOOKS = 64, MOST_ORIGINS = 16 }; /* figures looked at on either side; origins told apart */

/* A value of an origin, once: repeats must not use up the looks. */
typedef struct stated {
  const cck_member *member;
} stated;

static int by_value(const void *a, const void *b) {
  const cck_member *x = ((const stated *)a)->member;
  const cck_member *y = ((const stated *)b)->member;
  if (x->figure.has_min != y->figure.has_min)
    return x->figure.has_min ? 1 : -1;
  int order = x->figure.has_min ? cck_decimal_cmp(x->figure.min, y->figure.min) : 0;
  if (order == 0)
    order = cck_slice_cmp(x->value, y->value);
  if (order)
    return order;
  return (x->origin > y->origin) - (x->origin < y->origin);
}

static size_t keep_distinct(stated *all, size_t count) {
  size_t kept = 0;
  qsort(all, count, sizeof *all, by_value);
  for (size_t i = 0; i < count; i++)
    if (kept == 0 || by_value(&all[kept - 1], &all[i]) != 0)
      all[kept++] = all[i];
  return kept;
}

/* The place of the first entry that is not before the member. */
static size_t place_of(const stated *all, size_t count, const cck_member *member) {
  stated key = {member};
  size_t from = 0;
  for (size_t to = count; from < to;) {
    size_t middle = from + (to - from) / 2;
    if (by_value(&all[middle], &key) < 0)
      from = middle + 1;
    else
      to = middle;
  }
  return from;
}

/* Origins among the agreeing figures around a place, up to `needs`. */
static unsigned origins_around(const cck_sweep *sweep, const stated *all, size_t count, const cck_member *member,
                               unsigned needs) {
  uint32_t seen[MOST_ORIGINS];
  unsigned found = 0;
  size_t at = place_of(all, count, member);
  size_t from = at > LOOKS ? at - LOOKS : 0;
  for (size_t i = from; i < count && i <= at + LOOKS && found < needs; i++) {
    unsigned s = 0;
    while (s < found && seen[s] != all[i].member->origin)
      s++;
    if (s == found && cck_figure_compare(&sweep->tolerance, &member->figure, &all[i].member->figure) == CCK_AGREES)
      seen[found++] = all[i].member->origin;
  }
  return found;
}

cck_group cck_group_supported(const cck_sweep *sweep, unsigned needs) {
  const cck_group *group = sweep->group;
  cck_arena *arena = sweep->scan->arena;
  if (needs <= 1)
    return *group;
  if (needs > MOST_ORIGINS)
    needs = MOST_ORIGINS;
  cck_group out = {cck_arena_alloc(arena, group->count * sizeof *out.members), 0};
  stated *all = cck_arena_alloc(arena, group->count * sizeof *all);
  for (size_t i = 0; i < group->count; i++)
    all[i].member = &group->members[i];
  size_t count = keep_distinct(all, group->count);
  for (size_t i = 0; i < group->count; i++)
    if (origins_around(sweep, all, count, &group->members[i], needs) == needs)
      out.members[out.count++] = group->members[i];
  return out;
}
