/*
 * Silence is not a pass: what a run held against nothing, and why (`report --stats`). A pass of its own after the
 * evaluation, so that a run that is not asked pays nothing.
 */
#ifndef CCK_RULE_UNCOMPARED_H
#define CCK_RULE_UNCOMPARED_H

#include "rule/kinds.h"

/* Fills the coverage's `uncompared`: by reason in the order of the table, with the first places of each. */
void cck_uncompared_count(cck_run *run);

#endif
