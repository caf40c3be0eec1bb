/*
 * The words by which lives and lasting things are told, from frame_words.def.
 */
#ifndef CCK_EXTRACT_FRAME_WORDS_H
#define CCK_EXTRACT_FRAME_WORDS_H

#include "extract/vocabulary.h"

enum {
  CCK_FRAME_TITLE = 1u << 0,     /* before a name, and no part of it: Mr, President */
  CCK_FRAME_SUFFIX = 1u << 1,    /* behind a name: Jr. */
  CCK_FRAME_KIN = 1u << 2,       /* somebody else's story begins: father, his, whose */
  CCK_FRAME_UNSURE = 1u << 3,    /* the date behind it is not quite told: about, or */
  CCK_FRAME_BORN = 1u << 4,      /* */
  CCK_FRAME_DIED = 1u << 5,      /* */
  CCK_FRAME_TURNED = 1u << 6,    /* "turned 60" */
  CCK_FRAME_PERSON = 1u << 7,    /* he, she */
  CCK_FRAME_LASTING = 1u << 8,   /* what has a beginning and an end: lease, visit */
  CCK_FRAME_LASTS = 1u << 9,     /* may stand between it and its dates: runs, lasting */
  CCK_FRAME_NO_PERSON = 1u << 10 /* in the name of what has years and no life: War, Empire */
};

struct cck_frame_words {
  cck_word_index index; /* the word's bits above */
};

static inline uint32_t cck_frame_class(const struct cck_frame_words *words, const cck_token *token) {
  return cck_word_index_find(&words->index, token);
}

#endif
