/*
 * Which articles may tell one story: those that share rare words. From an index on each article's rarest words, never
 * from all pairs.
 */
#ifndef CCK_RULE_STORY_CANDIDATES_H
#define CCK_RULE_STORY_CANDIDATES_H

#include "rule/story/telling.h"

typedef struct cck_story_pair {
  uint32_t left, right; /* bodies, left before right */
} cck_story_pair;

typedef CCK_VEC(cck_story_pair) cck_story_pairs;

/*
 * In order of left, right. Only the words of sentences with figures and of titles are known, for a store holds no
 * others. With `new_only` one of the two is a new article.
 */
void cck_story_candidates(cck_run *run, const cck_tellings *tellings, bool new_only, cck_story_pairs *out);

#endif
