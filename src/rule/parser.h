/*
 * Lines to declarations with fields (syntax.h), across included files. Checks
 * everything that needs no knowledge of other declarations but duplicate ids:
 * known words, fields given once, values not empty. An unknown declaration takes its
 * fields with it; after any other error the next line is read as usual.
 */
#ifndef CCK_RULE_PARSER_H
#define CCK_RULE_PARSER_H

#include "rule/syntax.h"

/* An id as a writer may choose it: letters, digits, '-', '_' and '.', beginning with a letter or digit. */
bool cck_is_id(cck_slice text);

/* A finding's id: F-7KQ2-9MXD, in either case. */
bool cck_is_finding_id(cck_slice text);

#endif
