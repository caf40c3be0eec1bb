/*
 * The evaluator: claims in, findings out. Claims and sources are borrowed and must
 * outlive the findings; findings live in the arena given.
 */
#ifndef CCK_RULE_EVALUATE_H
#define CCK_RULE_EVALUATE_H

#include "base/progress.h"
#include "rule/rule.h"

typedef struct cck_options {
  cck_day today;
  cck_slice only_rule;        /* --rule: empty for all */
  bool partial;               /* not a whole store: that a waiver matches nothing says nothing of it */
  bool stats;                 /* --stats: count what was compared with nothing, by reason */
  cck_progress_sink progress; /* told of each rule */
  bool new_only;              /* gate: only findings in which a claim of a source marked new takes part */
} cck_options;

/* One source with its claims, in document order. */
typedef struct cck_body {
  const cck_source *source;
  const cck_claim *claims;
  size_t count;
  bool is_new; /* gate: given on the command line, not from the store */
} cck_body;

/*
 * Evaluates every rule over the bodies (in any order), applies waivers, sorts the findings (total order: severity,
 * rule, subject, earliest date, place of the first claim, id), tells which are shown as one (rule/merge.h) and fills
 * findings and coverage.
 */
void cck_evaluate(const cck_rules *rules, const cck_options *options, const cck_body *bodies, size_t count,
                  cck_arena *arena, cck_findings *findings, cck_coverage *coverage);

#endif
