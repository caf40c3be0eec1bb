/*
 * `of same story`: figures of several articles that speak of one thing, with nothing declared.
 *
 *   claims -> tellings     each figure with the words around it (telling, phrase, vocabulary)
 *          -> candidates   pairs of articles that share rare words
 *          -> pairing      each figure's counterpart in the other article (likeness)
 *          -> identity     do the two speak of the same thing?
 *          -> clashes      joined where they share a figure: one finding each
 */
#ifndef CCK_RULE_STORY_STORY_H
#define CCK_RULE_STORY_STORY_H

#include "rule/kinds.h"

/* What the rules of a run share; made at the first of them. In the run's arena. */
typedef struct cck_story cck_story;

/* `values agree` between articles that tell one story. */
void cck_story_evaluate(const cck_scan *scan);

/* Fills the coverage's `unlike`: how many differing pairs were not taken for one figure, and why. */
void cck_story_count_unlike(cck_run *run);

#endif
