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
  unsigned matching;            /* those that are large and the same in both */
  bool vague;                   /* a third figure would do as well */
} cck_evidence;

/* Why two tellings that differ were not taken for one thing; what `--stats` counts. */
typedef enum cck_story_reason {
#define CCK_STORY_REASON(name, ...) CCK_STORY_REASON_##name,
#include "rule/story/reasons.def"
#undef CCK_STORY_REASON
  CCK_STORY_REASON_COUNT
} cck_story_reason;

/* "other figures of the sentences differ too" */
const char *cck_story_reason_text(cck_story_reason reason);

/* The score into *score, or what rules it out. */
cck_story_reason cck_story_identity(const cck_pairing *pairing, uint32_t a, uint32_t b, const cck_evidence *evidence,
                                    int *score);

#endif
