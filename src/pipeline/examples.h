/*
 * Runs the examples inside the rules: each `doc` becomes a small document of its
 * publisher and date, and only the example's own rule is applied.
 */
#ifndef CCK_PIPELINE_EXAMPLES_H
#define CCK_PIPELINE_EXAMPLES_H

#include "base/buffer.h"
#include "pipeline/checker.h"

typedef enum cck_example_outcome {
  CCK_OUTCOME_AS_EXPECTED,
  CCK_OUTCOME_FAILED,
  CCK_OUTCOME_TODO, /* shown, never fails */
  CCK_OUTCOME_COUNT
} cck_example_outcome;

typedef struct cck_tally {
  unsigned counts[CCK_OUTCOME_COUNT];
} cck_tally;

/*
 * Every example of every rule, or of options.only_rule. What fails is described in
 * `out`: what was wanted, what was found, and what was read from each sentence.
 */
void cck_examples_run(cck_checker *checker, cck_buffer *out, cck_tally *tally);

#endif
