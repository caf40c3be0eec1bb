/*
 * What the members of a group may be held against by their scopes, scope class by scope class: for kinds that
 * look at all the values at once (a median, the nearest in time) and search for no pair.
 */
#ifndef CCK_RULE_VISIBLE_H
#define CCK_RULE_VISIBLE_H

#include "rule/group.h"

typedef struct cck_visible {
  const cck_member *own; /* the members of one scope class: those to be checked */
  size_t own_count;
  const cck_member **members; /* all that their scopes do not exclude, themselves among them; in order of the group */
  size_t count;
} cck_visible;

typedef CCK_VEC(cck_visible) cck_visibles;

/*
 * All classes of a group. In a large one they hold together at most some 32 members for each of the group's: where
 * scopes are too many for that, members are held against their own class alone, which is counted.
 */
void cck_group_visible(const cck_scan *scan, const cck_group *group, cck_visibles *out);

/* Is the member one of its own class? */
bool cck_visible_is_own(const cck_visible *visible, const cck_member *member);

#endif
