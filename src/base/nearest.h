/*
 * "Did you mean ...?": the known word nearest to a misspelt one.
 */
#ifndef CCK_BASE_NEAREST_H
#define CCK_BASE_NEAREST_H

#include "base/slice.h"

/*
 * Offers one candidate: keeps it when it is nearer to `word` than what was kept
 * before. Begin with {word}; `best` stays empty when nothing is near enough (a
 * third of the word's letters changed, at least one). Words over 40 bytes have none.
 */
typedef struct cck_nearest {
  cck_slice word;
  cck_slice best;
  size_t distance; /* of best */
} cck_nearest;

void cck_nearest_offer(cck_nearest *nearest, cck_slice candidate);

#endif
