/*
 * Which claims a rule looks at: its `for`, `unless quoted` and `modality`.
 */
#ifndef CCK_RULE_SELECT_H
#define CCK_RULE_SELECT_H

#include "rule/kinds.h"

typedef CCK_VEC(cck_candidate) cck_candidates;

/* What came of a claim: the first thing that stands in the way. */
typedef enum cck_choice {
  CCK_CHOICE_SELECTED,
  CCK_CHOICE_OTHER_KIND,
  CCK_CHOICE_OTHER_MEASURE,
  CCK_CHOICE_NOT_STATED,
  CCK_CHOICE_OTHER_SUBJECT
} cck_choice;

cck_choice cck_select_choose(cck_run *run, const cck_rule *rule, const cck_claim *claim);

/* The claims that the rule selects, in order of source id and place. */
void cck_select_claims(cck_run *run, const cck_rule *rule, cck_arena *arena, cck_candidates *out);

#endif
