/*
 * Looking up reference figures: a table's row for an entity and a year.
 */
#ifndef CCK_RULE_LOOKUP_H
#define CCK_RULE_LOOKUP_H

#include "rule/rule.h"

enum { CCK_LOOKUP_YEARS = 3 }; /* how far the nearest year may be */

/* The entity's row of the year, else of the nearest year (the earlier one of two); NULL when none is near. */
const cck_table_row *cck_table_lookup(const cck_table *table, cck_slice entity, int year);

#endif
