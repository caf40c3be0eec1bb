/*
 * The closed-class words that linking goes by, from link_words.def.
 */
#ifndef CCK_EXTRACT_LINK_WORDS_H
#define CCK_EXTRACT_LINK_WORDS_H

#include "extract/vocabulary.h"

enum {
  CCK_LINK_CONJUNCTION = 1u << 0, /* may open a clause after a comma: and, but, while */
  CCK_LINK_SUBORDINATE = 1u << 1, /* opens a clause anywhere: because, although, that */
  CCK_LINK_RELATIVE = 1u << 2,    /* which, who, whose: the clause is about what stands before it */
  CCK_LINK_PLANNED = 1u << 3,     /* will, would, plans: ahead */
  CCK_LINK_PLANNED_TO = 1u << 4,  /* ahead only before "to" or "for": expected, due, scheduled */
  CCK_LINK_POSSIBLE = 1u << 5,    /* could, may, might, if */
  CCK_LINK_NEGATION = 1u << 6,    /* not, never, denied */
  CCK_LINK_SAID = 1u << 7,        /* said, told, announced */
  CCK_LINK_PLACE = 1u << 8,       /* in, at, near: what follows is a place */
  CCK_LINK_PREPOSITION = 1u << 9, /* any preposition */
  CCK_LINK_SINCE = 1u << 10,
  CCK_LINK_UNTIL = 1u << 11,
  CCK_LINK_AUXILIARY = 1u << 12, /* was, were, has: the verb follows */
  CCK_LINK_DEFINITE = 1u << 13,  /* the, this, its */
  CCK_LINK_COUNTER = 1u << 14,   /* number, strength, total: "troops number 7,000" */
  CCK_LINK_NO_VERB = 1u << 15,   /* ends like a past form and is none: hundred, armed, need */
  CCK_LINK_STATE = 1u << 16,     /* says what became of those counted: dead, missing, homeless */
  CCK_LINK_OF = 1u << 17,
  CCK_LINK_INCLUDING = 1u << 18, /* a part follows: including, among */
  CCK_LINK_ARTICLE = 1u << 19,
  CCK_LINK_TO = 1u << 20,
  CCK_LINK_FROM = 1u << 21,
  CCK_LINK_BE = 1u << 22,       /* forms of be */
  CCK_LINK_PRESENT = 1u << 23,  /* is, are: the verb group is not past */
  CCK_LINK_AHEAD = 1u << 24,    /* in a clause that may look ahead: must, next, payable, by, until */
  CCK_LINK_PRONOUN = 1u << 25,  /* no name, though it may begin with a capital */
  CCK_LINK_COMPARED = 1u << 26, /* what follows is only compared with: "more than in 2012" */
  CCK_LINK_REFUSAL = 1u << 27,  /* denies a report, but not what it takes for its object: "rejected 40 appeals" */
  CCK_LINK_BEFORE = 1u << 29,
  CCK_LINK_AFTER = 1u << 30,
  CCK_LINK_COLLECTIVE = 1u << 28 /* means a count by itself: capacity, toll, population */
};

struct cck_link_words {
  cck_word_index index; /* the word's bits above */
};

static inline uint32_t cck_link_class(const struct cck_link_words *words, const cck_token *token) {
  return cck_word_index_find(&words->index, token);
}

#endif
