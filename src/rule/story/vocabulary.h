/*
 * The words by which two sentences are known to speak of the same thing: how rare each is (rarity.def), and those that
 * tell a part from a whole, another from the same, a place from a person (words.def).
 */
#ifndef CCK_RULE_STORY_VOCABULARY_H
#define CCK_RULE_STORY_VOCABULARY_H

#include "base/hash_table.h"
#include "text/token.h"

enum {
  CCK_STORY_COMMON = 1u << 0,  /* says nothing of what a sentence is about */
  CCK_STORY_NUMBER = 1u << 1,  /* part of a figure */
  CCK_STORY_CLAUSE = 1u << 2,  /* what stands behind it is a little farther off */
  CCK_STORY_OTHER = 1u << 3,   /* "three other rifles" */
  CCK_STORY_ANOTHER = 1u << 4, /* the same right before the figure: "another 20,000" */
  CCK_STORY_TOTAL = 1u << 5,
  CCK_STORY_INCLUDING = 1u << 6, /* a part follows */
  CCK_STORY_OF = 1u << 7,
  CCK_STORY_DEFINITE = 1u << 8, /* "four of the": a part */
  CCK_STORY_IN = 1u << 9,
  CCK_STORY_AND = 1u << 10,
  CCK_STORY_FROM = 1u << 11,
  CCK_STORY_TO = 1u << 12,
  CCK_STORY_THE = 1u << 13,
  CCK_STORY_WINDOW = 1u << 14, /* "the past 30 years" */
  CCK_STORY_SO = 1u << 15,     /* "so far": a total */
  CCK_STORY_NOT = 1u << 16,
  CCK_STORY_COMPASS = 1u << 17,
  CCK_STORY_DIRECTION_LEAD = 1u << 18,
  CCK_STORY_TENDER = 1u << 19,    /* what is paid in: "$5 million in cash" */
  CCK_STORY_CHANGE = 1u << 20,    /* "a 50 percent increase": not the level */
  CCK_STORY_MARKET = 1u << 21,    /* prices that change by the hour */
  CCK_STORY_STATISTIC = 1u << 22, /* lines of sports statistics and of specifications: templates with figures */
  CCK_STORY_FURNITURE = 1u << 23, /* "Updated 12 May" */
  CCK_STORY_PERSON = 1u << 24,    /* nouns for anybody: weakly the same */
  CCK_STORY_TIMES = 1u << 25,     /* nouns that count nothing shared */
  CCK_STORY_BOUND = 1u << 30,     /* "until 9 p.m." */
  CCK_STORY_NUMBERED = 1u << 29,  /* its number is a name: "the 12200 block" */
  CCK_STORY_WHOM = 1u << 27,      /* "of whom 12": a part */
  CCK_STORY_OFFSET = 1u << 28,    /* "nine days before": from another day */
  CCK_STORY_TOLL = 1u << 26       /* counts that rise while news comes in */
};

/* Rarities are in sixteenths of a natural logarithm: 16 for a word of one article in three, 104 for the rarest. */
enum { CCK_STORY_RAREST = 104 };

typedef struct cck_story_vocabulary {
  cck_hash_table words;    /* classes by the hash of the folded word */
  cck_hash_table stems;    /* classes by the hash of the stem */
  cck_hash_table rarities; /* one and the step, by the hash of the stem */
  cck_hash_table roles;    /* bits of rows, by the hash of the stem */
  cck_hash_table synonyms; /* bits of rows, by the hash of the stem */
} cck_story_vocabulary;

cck_story_vocabulary *cck_story_vocabulary_new(cck_arena *arena);

static inline uint32_t cck_story_class(const cck_story_vocabulary *v, const cck_token *token) {
  return cck_hash_table_find(&v->words, token->hash) | cck_hash_table_find(&v->stems, token->stem);
}

unsigned cck_story_rarity(const cck_story_vocabulary *v, uint64_t stem);

#endif
