/*
 * Claims of one measure, subject and dimension, brought together by a sorted key, and
 * the search for a member that disagrees with another: never all pairs.
 *
 *   cck_group    members in order of scope class, time, place
 *   cck_sweep    a binary tree over them; each node knows the span of its members' times and
 *                values, so that a search skips whole stretches that cannot answer
 *
 *                [2004..2016, lowest upper end 5000, highest lower end 7000]
 *                 /                                        \
 *        [2004, 5000, 6650]                          [2012..2016, 7000, 7000]
 *
 * Members of one scope stand together, so that a member looks only into the stretches whose
 * scopes do not exclude its own. A search looks at no more than CCK_SWEEP_LOOKS members, so a hostile group costs
 * n log n too; a search cut short is counted.
 */
#ifndef CCK_RULE_GROUP_H
#define CCK_RULE_GROUP_H

#include "rule/kinds.h"

enum { CCK_SWEEP_LOOKS = 256, CCK_SWEEP_CLASSES = 512 };

typedef struct cck_member {
  const cck_candidate *candidate;
  cck_unit_view unit;
  cck_figure figure;
  cck_scope_view scope;
  uint32_t scope_class; /* equal for equal scopes; 0 for one that excludes nothing */
  cck_day from, to;     /* valid time; INT64_MIN and INT64_MAX where it is open or unknown */
  cck_slice value;      /* normalised, for telling distinct values */
  uint32_t origin;      /* equal for sources that are not independent */
} cck_member;

/* All but the scope class. False for a figure that cannot be read exactly. */
bool cck_member_fill(const cck_scan *scan, const cck_candidate *candidate, cck_member *out);

typedef struct cck_group {
  cck_member *members;
  size_t count;
} cck_group;

typedef CCK_VEC(cck_group) cck_groups;

/*
 * The comparable claims of the scan in groups of two and more, in order of first member.
 * `apart`: by source too, for what is compared in one article only. A figure that cannot be read exactly is skipped and
 * counted.
 */
void cck_groups_build(const cck_scan *scan, bool apart, cck_groups *out);

/* Builds them and hands each on. */
void cck_groups_each(const cck_scan *scan, bool apart, void (*evaluate)(const cck_scan *scan, const cck_group *group));

typedef enum cck_side { CCK_SIDE_ANY, CCK_SIDE_ABOVE, CCK_SIDE_BELOW } cck_side;
typedef enum cck_nearness { CCK_TIME_ANY, CCK_TIME_NEAR, CCK_TIME_APART } cck_nearness;

typedef struct cck_sweep_node cck_sweep_node;

/* Members first..past. */
typedef struct cck_range {
  size_t first, past;
} cck_range;

typedef CCK_VEC(cck_range) cck_ranges;

typedef struct cck_sweep {
  const cck_scan *scan;
  const cck_group *group;
  cck_tolerance tolerance; /* in the base unit of the group */
  cck_sweep_node *nodes;   /* nodes[1] is the root, nodes[width + i] is member i */
  size_t width;
  cck_ranges *open; /* by class of the group, in order: where a member of it may look */
  size_t *class_of; /* by member: its class within the group */
  unsigned cut;     /* searches that gave up */
} cck_sweep;

/* False when the rule's tolerance is of another kind than the figures. */
bool cck_sweep_init(cck_sweep *sweep, const cck_scan *scan, const cck_group *group);

/* The stretches of members whose scopes do not exclude member `of`. */
const cck_ranges *cck_sweep_open(const cck_sweep *sweep, size_t of);

/*
 * A member in the range that may be compared with member `of`, and that differs from it on the side
 * asked for: about the farthest one. SIZE_MAX when there is none. NEAR and APART are by the rule's `during`.
 */
size_t cck_sweep_find(cck_sweep *sweep, size_t of, cck_side side, cck_nearness nearness, cck_range range);

/* Could two members ever be compared: other sentence, scopes, sources as the rule asks, not linked. */
bool cck_members_comparable(const cck_scan *scan, const cck_member *a, const cck_member *b);

/* Within the rule's `during` of each other; true without one. */
bool cck_members_near(const cck_scan *scan, const cck_member *a, const cck_member *b);

#endif
