/*
 * "did you mean": the nearest of the known words to a misspelt one. Letters of
 * either case are the same; two letters that changed places are one slip.
 */
#ifndef CCK_BASE_HINT_H
#define CCK_BASE_HINT_H

#include "base/arena.h"

enum {
  CCK_HINT_LONGEST = 96, /* a longer word has no nearest one */
  CCK_HINT_TRIES = 20000 /* known words that are looked at: a hint is not worth more time */
};

typedef struct cck_hint {
  cck_slice word;
  cck_slice best; /* borrowed; empty when none is near enough */
  unsigned distance, tries;
} cck_hint;

void cck_hint_init(cck_hint *hint, cck_slice word);

/* Offers a known word. Of equally near ones the first stays. */
void cck_hint_try(cck_hint *hint, cck_slice known);

/* "; did you mean 'severity'?", or "". */
const char *cck_hint_text(const cck_hint *hint, cck_arena *arena);

/* Slips between two words (optimal string alignment), or `limit` when there are that many or more. */
unsigned cck_hint_distance(cck_slice a, cck_slice b, unsigned limit);

#endif
