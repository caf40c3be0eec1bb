/*
 * Two tellings that differ, while it is found out whether they speak of the same thing; shared by the files that ask:
 * identity (what rules it out), identity_age, identity_date, identity_figure (what each kind needs), identity_score
 * (what speaks for it).
 */
#ifndef CCK_RULE_STORY_SUSPECTS_H
#define CCK_RULE_STORY_SUSPECTS_H

#include "rule/story/identity.h"

enum { UNIT = 16 /* of likeness and scores: a natural logarithm of rarity */ };

typedef struct cck_suspects {
  const cck_pairing *p;
  uint32_t ia, ib;
  const cck_telling *a, *b;
  const cck_story_sentence *x, *y;
  const cck_evidence *e;
  int overlap;           /* of the sentences, in 256ths */
  bool same_digits, far; /* 1.2 and 12; more than five times apart */
  bool brief;            /* one of the texts is a sentence or two: what asks for more is not asked */
} cck_suspects;

/* When the telling's article appeared. */
static inline cck_period cck_suspects_published(const cck_suspects *s, const cck_telling *t) {
  return s->p->scan->run->bodies[t->body]->source->period;
}

/* Days between the two articles; 0 where one is undated. */
int64_t cck_suspects_days_apart(const cck_suspects *s);

/* Do both sentences hold one name? */
bool cck_suspects_share_name(const cck_suspects *s);

/* Has the telling a time that its text gives? */
static inline bool cck_telling_is_timed(const cck_telling *t) {
  return t->claim->time.basis == CCK_BASIS_TEXT || t->claim->time.basis == CCK_BASIS_RELATIVE;
}

/* What speaks for one person, in the score's units; 0: two persons, or one that grew older. identity_age.c */
int cck_suspects_age_score(const cck_suspects *s);

/* identity_date.c */
cck_story_reason cck_suspects_date_reason(const cck_suspects *s);
cck_story_reason cck_suspects_clock_reason(const cck_suspects *s);

/* Counts, sums, shares, measurements. identity_figure.c */
cck_story_reason cck_suspects_figure_reason(const cck_suspects *s);

/* What the names, the mood, the time and the other figures of the two sentences say. identity_score.c */
int cck_suspects_score(const cck_suspects *s);

#endif
