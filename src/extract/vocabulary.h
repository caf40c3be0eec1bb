/*
 * The grammars' fixed vocabulary: each word of the .def tables with its classes, in one
 * hash table for each grammar. Built once for a run, read-only afterwards.
 */
#ifndef CCK_EXTRACT_VOCABULARY_H
#define CCK_EXTRACT_VOCABULARY_H

#include "extract/context.h"

/* One part for each grammar; each is private to its own file. */
struct cck_vocabulary {
  cck_arena arena;
  const struct cck_date_words *dates;          /* date_words.h */
  const struct cck_quantity_words *quantities; /* quantity_words.h */
  const struct cck_link_words *links;          /* link_words.h */
};

cck_vocabulary *cck_vocabulary_new(void);
void cck_vocabulary_free(cck_vocabulary *vocabulary);

/* The parts: each builds its tables in the arena. */
const struct cck_date_words *cck_date_words_new(cck_arena *arena);
const struct cck_quantity_words *cck_quantity_words_new(cck_arena *arena);
const struct cck_link_words *cck_link_words_new(cck_arena *arena);

#endif
