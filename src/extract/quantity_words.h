/*
 * The vocabulary of the quantity grammar, from quantity_words.def, bounds.def and
 * comparatives.def: what part each word can play around a figure. One probe of a
 * token-hash table tells all of a word's classes. Built once for a run; read-only
 * afterwards. What a single question asks for is a list (quantity_lists.def). Nothing
 * here fails.
 */
#ifndef CCK_EXTRACT_QUANTITY_WORDS_H
#define CCK_EXTRACT_QUANTITY_WORDS_H

#include <assert.h>

#include "extract/word_index.h"
#include "extract/vocabulary.h"
#include "model/trie.h"

typedef enum cck_quantity_class {
  CCK_Q_DIGIT = 1 << 0, /* one to nine, zero; value */
  CCK_Q_TEEN = 1 << 1,  /* ten to nineteen */
  CCK_Q_TENS = 1 << 2,  /* twenty to ninety */
  CCK_Q_SCALE = 1 << 3, /* hundred, million; power */
  CCK_Q_SHORT = 1 << 4, /* bn, mln: after digits only */
  CCK_Q_GLUED = 1 << 5, /* m, k: glued to digits only */
  CCK_Q_PLURAL_SCALE = 1 << 6,
  CCK_Q_PLURAL_DOZEN = 1 << 7,
  CCK_Q_DOZEN = 1 << 8,
  CCK_Q_COUPLE = 1 << 9,
  CCK_Q_DENOMINATOR = 1 << 10, /* third: 3 */
  CCK_Q_PERIOD_TOO = 1 << 11,  /* quarter: a share only where "of" follows or a hyphen joins */
  CCK_Q_FEW = 1 << 12,         /* "several thousand" has no value */
  CCK_Q_ARTICLE = 1 << 13,
  CCK_Q_STOP = 1 << 14,       /* ends a counted noun phrase */
  CCK_Q_VERB = 1 << 15,       /* looks like a plural noun and is none */
  CCK_Q_SKIP = 1 << 16,       /* "20 more people" */
  CCK_Q_DETERMINER = 1 << 17, /* "two of the companies" */
  CCK_Q_UP = 1 << 18,
  CCK_Q_DOWN = 1 << 19,
  CCK_Q_WEAK_UP = 1 << 20,
  CCK_Q_WEAK_DOWN = 1 << 21,
  CCK_Q_PARTICLE = 1 << 22, /* "up 5%": only directly before the figure */
  CCK_Q_PHRASAL = 1 << 23,  /* "gave up 5": no direction */
  CCK_Q_FILLER = 1 << 24,   /* may stand between a hedge or a verb and the figure */
  CCK_Q_BETWEEN = 1 << 25,
  CCK_Q_BARRIER = 1 << 26, /* no verb is looked for behind it */
  CCK_Q_NAMING = 1 << 27,  /* "Section 427" */
  CCK_Q_STREET = 1 << 28,
  CCK_Q_CLOCK = 1 << 29,
  CCK_Q_ORDINAL = 1 << 30,
  CCK_Q_NUMBER_WORD = CCK_Q_DIGIT | CCK_Q_TEEN | CCK_Q_TENS
} cck_quantity_class;

/* The value of naming words. Makers, series of models and indexes: "Boeing 737", "FTSE 100". */
enum {
  CCK_NAMING_MAKER = 1,
  CCK_NAMING_PART = 2 /* its number may stand in words: "in round two" */
};

/* The lists of quantity_lists.def. */
typedef enum cck_quantity_list {
#define CCK_QUANTITY_LIST(name, words) CCK_LIST_##name,
#include "extract/quantity_lists.def"
#undef CCK_QUANTITY_LIST
  CCK_LIST_COUNT
} cck_quantity_list;

static_assert(CCK_LIST_COUNT <= 64, "a word's lists are bits of 64");

/* Does the list have the word, in capitals or not? */
bool cck_quantity_lists(cck_quantity_list list, cck_slice word);

/* A second word of bits. */
typedef enum cck_quantity_part {
  CCK_P_NOT_ONE = 1 << 0, /* "no one": a pronoun */
  CCK_P_AFTER_AGE = 1 << 1,
  CCK_P_AGED = 1 << 2,
  CCK_P_PERSON = 1 << 3,
  CCK_P_BE = 1 << 4,
  CCK_P_NEXT = 1 << 5,
  CCK_P_LAST = 1 << 6,
  CCK_P_AGO = 1 << 7,
  CCK_P_PER = 1 << 8,
  CCK_P_PER_NOUN = 1 << 9,
  CCK_P_COLLECTIVE = 1 << 10,   /* a head without a plural ending: personnel */
  CCK_P_FOLD = 1 << 11,         /* sixfold: 6 */
  CCK_P_MOTION = 1 << 12,       /* "went up to 40": no hedge */
  CCK_P_VICTIM = 1 << 13,       /* "20 killed": people */
  CCK_P_OBJECT = 1 << 14,       /* "dropped 20 bombs": no direction */
  CCK_P_BOUND_TIME = 1 << 15,   /* "for over five years" */
  CCK_P_ATTRIBUTE = 1 << 16,    /* "monthly", "outside": an adverb that modifies a plural too */
  CCK_P_ACROSS = 1 << 17,       /* "spread over three towns": no bound */
  CCK_P_BASE = 1 << 18,         /* "those under 30 pay": a verb behind a figure that is not one */
  CCK_P_PEOPLE = 1 << 19,       /* "adults over 65": an age */
  CCK_P_PRICED = 1 << 20,       /* "cost 20 pounds": money and no weight */
  CCK_P_DEMONYM = 1 << 22,      /* "three Chinese": people, though the word has no plural */
  CCK_P_ALSO_NOUN = 1 << 27,    /* "51 wins" */
  CCK_P_QUAKE = 1 << 28,        /* "a 5.1 aftershock" */
  CCK_P_SPEED = 1 << 29,        /* "winds of 65 kt" */
  CCK_P_PRESSURE = 1 << 30,     /* "a pressure of 940 mb" */
  CCK_P_DYING = 1 << 24,        /* "died at 75" */
  CCK_P_ADJECTIVE = 1 << 25,    /* "small, friendly banks" */
  CCK_P_DIAL = 1 << 26,         /* "dialed 911" */
  CCK_P_BEFORE_COUNT = 1 << 23, /* "a record 32 goals" */
  CCK_P_SIDE = 1 << 21          /* "the second half of the game": a place or a time, no share */
} cck_quantity_part;

typedef struct cck_quantity_word {
  uint32_t classes;
  uint32_t parts;
  uint64_t lists;    /* a bit for each cck_quantity_list that has the word */
  int value;         /* of number words */
  int16_t power;     /* of scales */
  bool ends_bound;   /* the last word of a hedge in front of a figure: "about", the "than" of "more than" */
  int64_t divisor;   /* of fractions */
  const char *plain; /* of comparatives; else NULL */
} cck_quantity_word;

struct cck_quantity_words {
  cck_word_index index;             /* the word's place in `words` */
  CCK_VEC(cck_quantity_word) words; /* the first is the word of no class */
  cck_trie before;                  /* payload: cck_approx */
  cck_trie after;
  cck_trie compounds; /* words that begin with a unit's name and are none: "euro zone" */
};

/* What is known of the token's word; a blank entry when nothing is. Never NULL. */
static inline const cck_quantity_word *cck_quantity_word_of(const struct cck_quantity_words *words,
                                                            const cck_token *token) {
  return &words->words.items[cck_word_index_find(&words->index, token)];
}

/* May the word of the token begin a figure, as far as the word itself tells? */
static inline bool cck_quantity_word_may_begin(const cck_quantity_word *word, const cck_token *token) {
  static const uint32_t classes =
      CCK_Q_NUMBER_WORD | CCK_Q_PLURAL_SCALE | CCK_Q_PLURAL_DOZEN | CCK_Q_DENOMINATOR | CCK_Q_ARTICLE;
  return (word->classes & classes) || (word->parts & CCK_P_FOLD) || cck_token_may_be(token, "minus") ||
         cck_token_may_be(token, "negative");
}

#endif
