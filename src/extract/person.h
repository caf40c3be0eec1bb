/*
 * Who is meant: the name in front of a verb or an age, stepping over what stands between.
 *
 *   John F. Smith Jr. , born 12 March 1950 , turned 60      person before "turned": Smith, given name John
 *   Diana de Vries , 33 , was born                          person before "was born": Vries, given name Diana
 *   He was born                                             who the sentences before begin with
 *
 * Doubt counts as no: who is not surely the same person must never be compared.
 */
#ifndef CCK_EXTRACT_PERSON_H
#define CCK_EXTRACT_PERSON_H

#include "extract/frame_words.h"
#include "extract/scene.h"

/* Words of the document's text; without a given name that is empty. */
typedef struct cck_person {
  cck_slice given, family;
} cck_person;

/* The person whom the words in front of token `at` name or mean. */
bool cck_person_before(const cck_scene *scene, uint32_t at, cck_person *out);

/* A given name with a family name that ends in front of token `past`, whoever it is; *first: where it begins. */
bool cck_person_full_name(const cck_scene *scene, uint32_t past, uint32_t *first);

/* The person whose name begins at the token. */
bool cck_person_at(const cck_scene *scene, uint32_t at, cck_person *out);

/* Surely one person: the same family name, and no second given name with it in all of the document where one is
 * missing. */
bool cck_person_same(const cck_context *context, const cck_person *a, const cck_person *b);

/* CCK_FRAME_* of a token of the document. */
static inline uint32_t cck_person_class(const cck_context *context, uint32_t token) {
  return cck_frame_class(context->vocabulary->frames, &context->doc->tokens.items[token]);
}

#endif
