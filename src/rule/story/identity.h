/*
 * Do two tellings that differ speak of the same thing? First what rules it out: another part, another time, another
 * place, another person. Then a score of what speaks for it, in sixteenths.
 */
#ifndef CCK_RULE_STORY_IDENTITY_H
#define CCK_RULE_STORY_IDENTITY_H

#include "rule/story/pairing.h"

typedef struct cck_evidence {
  cck_likeness likeness;
  unsigned agreeing, differing; /* other figures of the two sentences that correspond */
  bool vague;                   /* a third figure would do as well */
} cck_evidence;

/* 0 when something rules it out or nothing speaks for it. */
int cck_story_identity(const cck_pairing *pairing, uint32_t a, uint32_t b, const cck_evidence *evidence);

#endif
