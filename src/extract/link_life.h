/*
 * Lives: an age and the date of birth of the same person, in one sentence or far apart.
 *
 *   "John Smith died on Monday. He was 71. [...] Smith was born on 12 March 1920"
 *    71  --born--> 12 March 1920,  --end--> Monday
 *
 * What a sentence tells of anyone is noted; what belongs together is linked at the end of the document.
 */
#ifndef CCK_EXTRACT_LINK_LIFE_H
#define CCK_EXTRACT_LINK_LIFE_H

#include "extract/person.h"

enum { CCK_LIFE_NOTES = 64 }; /* of either kind in a document; more is no article about people */

typedef struct cck_life_note {
  cck_person person;
  const cck_sentence *sentence;
  size_t claim; /* of the document */
  size_t end;   /* ages: the claim of the date at which it held, SIZE_MAX where the claim's time tells it */
} cck_life_note;

typedef struct cck_lives {
  CCK_VEC(cck_life_note) births, ages;
  const cck_sentence *death; /* the last sentence that tells of one, and the claim of its date or SIZE_MAX */
  size_t death_date;
} cck_lives;

/* Notes births and ages of the sentence. `first`: its first claim. */
void cck_lives_read(cck_lives *lives, const cck_scene *scene, const cck_claims *claims, size_t first);

/* Adds the links. Once, when all sentences are read. */
void cck_lives_link(const cck_lives *lives, const cck_context *context, cck_claims *claims);

/* Is it the date of somebody's birth? Nothing else that the sentence tells holds then. */
bool cck_life_is_birth(const cck_scene *scene, const cck_mention *date);

#endif
