/*
 * How alike two tellings are: the rare words that both sentences share, the more the nearer they stand to both figures,
 * and what is said of the counted thing itself. In sixteenths, as rarities are.
 *
 *   "The quake ... had a depth of 12 miles."  "It struck at a depth of 1.2 miles."     depth: 1 word before both
 */
#ifndef CCK_RULE_STORY_LIKENESS_H
#define CCK_RULE_STORY_LIKENESS_H

#include "rule/story/telling.h"

typedef struct cck_likeness {
  int words;  /* of the shared words, weighted by nearness */
  int beside; /* rarity of the words among the nearest four of the same side of both */
  int all;    /* words, with the counted noun and its modifiers; what alternatives are ranked by */
} cck_likeness;

/* Could the two be figures for one thing at all, in 256ths: 0 no, 256 the same noun or unit, less for synonyms. */
unsigned cck_story_compatible(const cck_telling *a, const cck_telling *b);

/* Of two compatible tellings. */
cck_likeness cck_story_likeness(const cck_tellings *all, const cck_telling *a, const cck_telling *b);

/* Share of the sentences' words that both have, by rarity (Dice's coefficient), in 256ths. */
unsigned cck_story_overlap(const cck_story_sentence *a, const cck_story_sentence *b);

#endif
