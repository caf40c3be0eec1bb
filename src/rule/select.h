/*
 * Which claims a rule looks at: its `for`, `unless quoted` and `modality`.
 */
#ifndef CCK_RULE_SELECT_H
#define CCK_RULE_SELECT_H

#include "rule/kinds.h"

typedef CCK_VEC(cck_candidate) cck_candidates;

/* The claims that the rule selects, in order of source id and place. */
void cck_select_claims(cck_run *run, const cck_rule *rule, cck_arena *arena, cck_candidates *out);

#endif
