/*
 * What the kinds that compare two figures of a group say of them, in messages and steps.
 */
#ifndef CCK_RULE_SPEAK_H
#define CCK_RULE_SPEAK_H

#include "rule/group.h"

/* A figure that is not simply asserted says so wherever it is named: "planned", "undated", or empty. */
cck_slice cck_member_mark(cck_arena *arena, const cck_member *member);

/* In words with its unit, and the mark in parentheses: "7,000 troops (planned)". */
cck_slice cck_member_words(cck_arena *arena, const cck_member *member);

/* Its valid time. */
cck_period cck_member_time(const cck_member *member);

/* The gap between the nearest ends: "33%", "12 days"; in the unit for a tolerance that is an amount. */
cck_slice cck_members_spread(cck_arena *arena, const cck_member *low, const cck_member *high,
                             cck_tolerance_kind tolerance);

/* Two steps: how its figure was read, and the interval that it is compared as. */
void cck_member_explain(const cck_scan *scan, cck_draft *draft, const cck_member *member);

/* "7,000 troops in Sample Wire, 2004-10-21" */
cck_slice cck_member_place(cck_arena *arena, const cck_member *member);

/* "compared because both give troops of base-201, and their scopes do not exclude each other" */
void cck_member_explain_why(const cck_scan *scan, cck_draft *draft, const cck_member *member);

#endif
