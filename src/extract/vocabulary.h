/*
 * The grammars' fixed vocabulary: each word of the .def tables with its classes, in a
 * part for each grammar, and a number for each word of any of them. Built once for a run, read-only afterwards.
 */
#ifndef CCK_EXTRACT_VOCABULARY_H
#define CCK_EXTRACT_VOCABULARY_H

#include "extract/context.h"
#include "extract/word_index.h"

/* One part for each grammar; each is private to its own file. */
struct cck_vocabulary {
  cck_arena arena;
  cck_hash_table words;               /* the words of all parts to numbers, 1 and up: cck_token.word less one */
  const struct cck_date_words *dates; /* date_words.h */
  const struct cck_quantity_words *quantities; /* quantity_words.h */
  const struct cck_link_words *links;          /* link_words.h */
  const struct cck_frame_words *frames;        /* frame_words.h */
};

cck_vocabulary *cck_vocabulary_new(void);
void cck_vocabulary_free(cck_vocabulary *vocabulary);

/* The parts: each builds its tables in the arena. */
struct cck_date_words *cck_date_words_new(cck_arena *arena);
struct cck_quantity_words *cck_quantity_words_new(cck_arena *arena);
struct cck_link_words *cck_link_words_new(cck_arena *arena);
struct cck_frame_words *cck_frame_words_new(cck_arena *arena);

#endif
