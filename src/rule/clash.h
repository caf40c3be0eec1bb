/*
 * A clash: members whose figures cannot all be true, and the finding made of them. Who finds them (the sweep of a
 * group, the comparison of one story's sentences) says which two stand farthest apart and why they were compared.
 */
#ifndef CCK_RULE_CLASH_H
#define CCK_RULE_CLASH_H

#include "rule/group.h"

typedef struct cck_clash {
  const cck_scan *scan;
  const cck_member *members; /* in order of time */
  size_t count;
  size_t low, high; /* the pair that the message names: places in members */
  cck_tolerance tolerance;
  bool over_time;
  cck_slice because; /* why they were compared, for the steps; empty: measure, subject and scope */
} cck_clash;

/* Makes the finding; the members' values are its identity. */
void cck_clash_report(const cck_clash *clash);

#endif
