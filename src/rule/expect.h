/*
 * The value of an `expect` field to an expectation: one small reader for each form
 * of kinds.def. Also spans of time, which other fields use.
 */
#ifndef CCK_RULE_EXPECT_H
#define CCK_RULE_EXPECT_H

#include "rule/binder.h"

/* False after an error: an unknown form (with the nearest), one that is not built, a bad tolerance, limit or moment. */
bool cck_expect_read(cck_binder *b, const cck_field *field, cck_expect *out);

/* After `for` and `expect` are both read: do they fit each other? Reports when not. */
void cck_expect_check(cck_binder *b, const cck_field *field, const cck_rule *rule);

#endif
