/*
 * Word forms: a stem under which all inflections of a word meet ("writes",
 * "wrote", "writing" -> "writ"), and the singular of a noun for display
 * ("soldiers" -> "soldier"). Irregular forms stand in irregular.def; the rest are
 * suffix rules for English. Measured on news, a dictionary gains 0.1 to 0.3
 * points over these and is not worth its weight.
 */
#ifndef CCK_TEXT_STEM_H
#define CCK_TEXT_STEM_H

#include "base/hash_table.h"
#include "base/slice.h"

/*
 * The hash of the word's stem: the stem itself is no word of the language, and only ever compared. `word` as written.
 */
uint64_t cck_stem_hash(cck_slice word);

struct cck_token; /* token.h */

/* What a run knows of words beyond their forms. */
typedef struct cck_word_source {
  const cck_hash_table *words; /* gives them their numbers (cck_token.word) */
  /* The bits of cck_token.never; of the token only what is found by its hash is there. */
  uint16_t (*never)(const void *of, const struct cck_token *token);
  const void *of;
} cck_word_source;

/*
 * What was found out of words met lately, by the hash of the folded word: most words of a text
 * were there before. A word overwrites another of its slot. Zero it to begin; cck_stems_init makes new words quicker.
 */
enum {
  CCK_STEM_REGULAR_BITS = 12,
  CCK_STEM_UNNUMBERED_BITS = 16,
  CCK_STEM_SLOTS = 8192,
  CCK_STEM_LONGEST = 48 /* a longer word is compared as it stands: no inflected word of English is as long */
};

typedef struct cck_stem {
  uint64_t hash, stem;
  uint32_t word;  /* cck_token.word */
  uint16_t flags; /* of CCK_TOKEN_PAST and CCK_TOKEN_PLURAL */
  uint16_t never; /* cck_token.never */
} cck_stem;

typedef struct cck_stems {
  const cck_word_source *source; /* or NULL */
  cck_stem slots[CCK_STEM_SLOTS];
  uint64_t regular[(1 << CCK_STEM_REGULAR_BITS) / 64];       /* a bit for each hash that no irregular form has */
  uint64_t unnumbered[(1 << CCK_STEM_UNNUMBERED_BITS) / 64]; /* and for each that no word of the source's has */
} cck_stems;

/*
 * Notes which words need not be looked for among the irregular forms and the numbered words: those tables lie far away
 * from the processor, and most new words are in none. `source` may be NULL.
 */
void cck_stems_init(cck_stems *known, const cck_word_source *source);

/* Where the word of a hash is kept, if it is. */
static inline const cck_stem *cck_stem_slot(const cck_stems *known, uint64_t hash) {
  return &known->slots[hash % CCK_STEM_SLOTS];
}

/* The cck_token.word of a hash. `known` may be NULL. */
static inline uint32_t cck_stem_number(const cck_stems *known, uint64_t hash) {
  if (!known || !known->source)
    return 0;
  uint64_t bit = hash >> (64 - CCK_STEM_UNNUMBERED_BITS);
  bool unnumbered = known->unnumbered[bit / 64] >> bit % 64 & 1;
  return unnumbered ? 1 : cck_hash_table_find(known->source->words, hash) + 1;
}

/* The cck_token.never of a token that is looked up. */
static inline uint16_t cck_stem_never(const cck_stems *known, const struct cck_token *token) {
  return known && known->source ? known->source->never(known->source->of, token) : 0;
}

/* The stem of a word that is not over the longest, by the hash of its folded form. `known` may be NULL. */
cck_stem cck_stem_find(cck_stems *known, cck_slice word, uint64_t hash);

/* The same, where nearly every word was met before. */
static inline cck_stem cck_stem_known(cck_stems *known, cck_slice word, uint64_t hash) {
  return known && cck_stem_slot(known, hash)->hash == hash ? *cck_stem_slot(known, hash)
                                                           : cck_stem_find(known, word, hash);
}

/* The same from the word alone: its cck_utf8_fold_hash as well. */
cck_stem cck_stem_of(cck_stems *known, cck_slice word);

/* "soldiers" -> "soldier", "companies" -> "company", "men" -> "man"; a singular stays. Folded in, folded out. */
cck_slice cck_singular(cck_arena *arena, cck_slice folded);

/* "soldier" -> "soldiers", "wife" -> "wives"; what has no other plural stays: "troops", "police". Folded in and out. */
cck_slice cck_plural(cck_arena *arena, cck_slice singular);

/* Looks like a plural noun: an irregular plural, or -s that is not -ss, -us, -is. Folded word. */
bool cck_is_plural(cck_slice folded);

/* "opened", "opening", "opens" -> "open"; "wrote" -> "write"; a base form stays. Folded in, folded out. */
cck_slice cck_verb_base(cck_arena *arena, cck_slice folded);

/* A past form by table or by -ed ("wrote", "opened"). Folded word. */
bool cck_is_past_form(cck_slice folded);

#endif
