/*
 * Findings that rest on the same figures are shown as one, whatever number of rules saw them. Nothing is dropped: a
 * finding only learns under which other it is shown, and that one what it speaks for.
 */
#ifndef CCK_RULE_MERGE_H
#define CCK_RULE_MERGE_H

#include "model/finding.h"

/*
 * Fills `shown_with` and `also` of findings in their final order. A finding is shown under one that has all of its
 * claims and is at least as severe, so that an entry holds every quote and the worst severity: of several the most
 * severe, then the one with the most parties, then the first. Waived ones stand alone: when the shown one is waived,
 * the next comes up. n findings of k claims cost about n k log(n k), and a look at those that share the rarest claim.
 */
void cck_merge_findings(cck_arena *arena, cck_findings *findings);

#endif
