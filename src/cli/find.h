/*
 * Finding a finding by its id, for `explain` and `waive`: in the store's report, or
 * among the findings of files: checked as the gate does, then alone.
 */
#ifndef CCK_CLI_FIND_H
#define CCK_CLI_FIND_H

#include "cli/session.h"

typedef struct cck_found {
  cck_checker *checker;       /* owns the finding; free it */
  const cck_finding *finding; /* NULL when there is none */
} cck_found;

/* The files are the operands after the first. False after messages when nothing could be checked. */
bool cck_find_finding(cck_args *args, cck_slice id, cck_found *out);

/* "F-" and the letters of an id, in any case. */
bool cck_looks_like_finding(cck_slice text);

#endif
