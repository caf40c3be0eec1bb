/*
 * Two articles side by side: which figure of one is the other's counterpart. A figure's counterpart is the telling that
 * is most like its own; when the two differ, nothing nearer agrees and nothing says that they are two things, they
 * clash.
 */
#ifndef CCK_RULE_STORY_PAIRING_H
#define CCK_RULE_STORY_PAIRING_H

#include "rule/story/likeness.h"

enum {
  CCK_PAIRING_TELLINGS = 128, /* of an article that are looked at; the rest is counted as skipped */
  CCK_STORY_ENOUGH = 112,     /* score of a clash, in sixteenths */
  CCK_STORY_ENOUGH_BRIEF = 80 /* the same where one of the texts is brief */
};

typedef struct cck_pairing {
  const cck_scan *scan;
  const cck_tellings *tellings;
  const cck_figure *figures;      /* by telling, with the rule's hedge */
  const bool *readable;           /* has the telling a figure? */
  int enough;                     /* score of a clash: more where many articles could be alike by chance */
  uint32_t left, right;           /* bodies */
  uint32_t rows, columns;         /* tellings of each that are looked at */
  unsigned *reasons;              /* counts by cck_story_reason */
  struct cck_claimant *claimants; /* by telling of left, then of right: see pairing.c */
  cck_likeness *cells;            /* rows x columns; words is -1 where not looked at, -2 where incompatible */
} cck_pairing;

/* Two tellings that clash, or that give one figure, by number. */
typedef struct cck_clashing {
  uint32_t a, b;
  int score, enough; /* sixteenths: what speaks for it, and what was asked */
} cck_clashing;

typedef CCK_VEC(cck_clashing) cck_clashings;

/*
 * The clashes between the selected tellings of two different articles, and those that surely give one figure. `cells`
 * needs room for CCK_PAIRING_TELLINGS squared. Marks what had something to be compared with.
 */
void cck_pairing_compare(cck_pairing *pairing, const bool *selected, cck_clashings *out, cck_clashings *agreed);

/*
 * The clashes inside article `left` that need no likeness: distances in one direction from one place ("four miles west
 * of Cobb", "six miles west of Cobb").
 */
void cck_pairing_compare_inside(const cck_pairing *pairing, const bool *selected, cck_clashings *out);

/* Room for the claimants of a pairing. */
struct cck_claimant *cck_pairing_claimants(cck_arena *arena);

/* Is one of the two articles no more than a sentence or two? */
bool cck_pairing_is_brief(const cck_pairing *pairing);

/* Do two tellings give different figures under the rule's tolerance? */
bool cck_pairing_differs(const cck_pairing *pairing, uint32_t a, uint32_t b);

#endif
