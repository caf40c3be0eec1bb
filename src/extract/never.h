/*
 * What a word surely is not, or does not begin: found out once a word, while its text is cut, so that each grammar
 * passes by most tokens at a look at their bits. A token that nobody looked up has none of them, and is asked in full.
 */
#ifndef CCK_EXTRACT_NEVER_H
#define CCK_EXTRACT_NEVER_H

#include "extract/context.h"
#include "text/stem.h"

enum {
  CCK_NEVER_FIGURE = 1 << 0,  /* nor a mark in front of one; figures that signs begin are asked for */
  CCK_NEVER_NAME = 1 << 1,    /* of an entity, or a word for a type of them */
  CCK_NEVER_MEASURE = 1 << 2, /* a phrase of a measure */
  CCK_NEVER_DATE = 1 << 3,    /* of signs and numbers it says nothing */
  CCK_NEVER_DEATH = 1 << 4,   /* tells that somebody died */
  CCK_NEVER_BRACKET = 1 << 5, /* a round one */
  CCK_NEVER_QUOTE = 1 << 6,   /* a double quotation mark */
  CCK_NEVER_BIRTH = 1 << 7    /* "born" */
};

/* By what words are judged. */
typedef struct cck_never_of {
  const cck_vocabulary *vocabulary;
  const cck_lexicon *lexicon;
  const cck_unit_table *units;
} cck_never_of;

/* The bits of a word; `of` is a cck_never_of (cck_word_source). */
uint16_t cck_never_begins(const void *of, const cck_token *token);

#endif
