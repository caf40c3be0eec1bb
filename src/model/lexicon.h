/*
 * The lexicon: entities, measures and their words, filled by the rule binder and
 * read by the extractor; the two never meet. Countries (countries.def) are in it
 * from the start, with type "country"; so are longer names that hold a country's
 * name and mean something else ("Latin America"), bound to no entity.
 */
#ifndef CCK_MODEL_LEXICON_H
#define CCK_MODEL_LEXICON_H

#include "base/intern.h"
#include "model/calendar.h"
#include "model/trie.h"

#define CCK_LEXICON_NONE UINT32_MAX

typedef struct cck_entity {
  cck_slice id, type, name; /* name: the first one, for display */
  cck_slice in;             /* entity id that it lies in, or empty */
  bool builtin;
  bool dated; /* some of its names hold only for a time: its mentions become claims of kind name */
} cck_entity;

typedef enum cck_alias_role {
  CCK_ALIAS_NAME,    /* declared name or alias; a country's names */
  CCK_ALIAS_DEMONYM, /* "Tajik", "Tajiks" */
  CCK_ALIAS_CAPITAL  /* "Dushanbe": the government, or a place in the country */
} cck_alias_role;

typedef struct cck_alias {
  uint32_t entity;
  cck_alias_role role;
  cck_slice text;
  cck_slice letters; /* one byte a token of text: 'C' needs capitals, 'c' a capital first letter, '-' any */
  cck_period valid;  /* from inclusive .. until exclusive minus a day; open ends CCK_NO_DAY */
} cck_alias;

typedef enum cck_measure_kind {
  CCK_MEASURE_COUNT,
  CCK_MEASURE_MONEY,
  CCK_MEASURE_PERCENT,
  CCK_MEASURE_DATE,
  CCK_MEASURE_AGE,
  CCK_MEASURE_DURATION,
  CCK_MEASURE_DIMENSION /* `dimension` names it: "mass", "length" */
} cck_measure_kind;

typedef enum cck_word_role {
  CCK_WORD_WORDS,     /* any one of these makes the measure */
  CCK_WORD_NEAR,      /* and one of these must stand in the clause, if there are any */
  CCK_WORD_NOT,       /* and none of these */
  CCK_WORD_SUBJECT_OF /* "subject of debt" */
} cck_word_role;

typedef struct cck_measure {
  cck_slice id;
  cck_measure_kind kind;
  cck_slice dimension;
  cck_slice unit; /* the unit that its figures must have, or empty */
  bool has_near;
  bool has_subject_of;
} cck_measure;

typedef struct cck_word {
  uint32_t measure;
  cck_word_role role;
  cck_slice text;
  CCK_VEC(uint64_t) parts; /* stems of the words: "write off" may govern words in between ("write $5 million off") */
  bool n_pattern;          /* begins with "N-": the rest follows the figure ("N-strong") */
} cck_word;

typedef struct cck_lexicon {
  cck_arena arena;
  CCK_VEC(cck_entity) entities;
  CCK_VEC(cck_alias) aliases;
  CCK_VEC(cck_measure) measures;
  CCK_VEC(cck_word) words;
  cck_slices types;    /* entity types in order of first use, "country" first */
  cck_trie alias_trie; /* payload: index of alias; by folded form */
  cck_trie word_trie;  /* payload: index of word; by stem; whole phrases, N-patterns without their "N-" */
  cck_trie verb_trie;  /* payload: index of word; by stem; only the first part of phrases of two or more words */
  cck_trie type_trie;  /* payload: index of type; by stem */
  cck_trie other_trie; /* payload: index of other; names that mean no entity; by folded form */
  CCK_VEC(cck_alias) others;
  cck_intern entity_ids, measure_ids, type_ids; /* a number is the index */
  cck_slice fingerprint;                        /* set by _finish: hash of everything above, 16 hexadecimal letters */
} cck_lexicon;

/* A lexicon with the built-in countries. */
cck_lexicon *cck_lexicon_new(void);
void cck_lexicon_free(cck_lexicon *lexicon);

/* All texts are copied. Return the index. An id that is there already (a country) is returned as it is. */
uint32_t cck_lexicon_add_entity(cck_lexicon *lexicon, const cck_entity *entity);
void cck_lexicon_add_alias(cck_lexicon *lexicon, uint32_t entity, cck_alias_role role, cck_slice text,
                           cck_period valid);
uint32_t cck_lexicon_add_measure(cck_lexicon *lexicon, const cck_measure *measure);
void cck_lexicon_add_word(cck_lexicon *lexicon, uint32_t measure, cck_word_role role, cck_slice text);

/* Call once when all is in: computes the fingerprint. */
void cck_lexicon_finish(cck_lexicon *lexicon);

/* By id; CCK_LEXICON_NONE when there is none. */
uint32_t cck_lexicon_entity(const cck_lexicon *lexicon, cck_slice id);
uint32_t cck_lexicon_measure(const cck_lexicon *lexicon, cck_slice id);

/*
 * The aliases that begin at tokens[0]: length in tokens of the longest one whose
 * letters have the case that the alias asks for (an alias word with a capital
 * needs one in the text; one in capitals needs capitals); 0 for none. Of several
 * entities with the same alias all are in *entry's chain (cck_trie_next on
 * alias_trie): check each with cck_lexicon_alias_at.
 *
 * *entry is NULL, with a length, at a longer name that means no entity ("Latin
 * America"): the caller goes on behind it.
 */
size_t cck_lexicon_match(const cck_lexicon *lexicon, const cck_token *tokens, size_t count,
                         const cck_trie_entry **entry);

/* May one begin at this token? Surely none does when it says no. */
static inline bool cck_lexicon_may_match(const cck_lexicon *lexicon, const cck_token *token) {
  return cck_trie_may_begin(&lexicon->alias_trie, token) || cck_trie_may_begin(&lexicon->other_trie, token);
}

/*
 * The alias of an entry that cck_lexicon_match gave, when the tokens have the case that it asks for; else NULL.
 * Whether it is valid on the claim's day is the caller's to check.
 */
const cck_alias *cck_lexicon_alias_at(const cck_lexicon *lexicon, const cck_token *tokens, size_t length,
                                      const cck_trie_entry *entry);

#endif
