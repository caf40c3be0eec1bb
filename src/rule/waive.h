/*
 * Waivers: a person's decision that a finding is accepted, until a day. Fills waived or
 * expired of the findings, and notes those that have run out or match nothing.
 */
#ifndef CCK_RULE_WAIVE_H
#define CCK_RULE_WAIVE_H

#include "rule/evaluate.h"

/* `complete`: all rules ran over everything known, so that a waiver without a finding is worth a note. */
void cck_waivers_apply(const cck_rules *rules, cck_day today, bool complete, cck_arena *arena, cck_findings *findings,
                       cck_coverage *coverage);

#endif
