/*
 * What a grammar knows of a token's word: found by the hash of the word, or, in a document that
 * was cut with the vocabulary at hand, by the number that the word has there.
 *
 *   hash("march") -> 17 in the vocabulary      by_word[17 + 1] -> 4, the date grammar's entry of "march"
 *
 * All grammars ask for every token, so the token is looked up once, while it is cut, and not by each of them.
 */
#ifndef CCK_EXTRACT_WORD_INDEX_H
#define CCK_EXTRACT_WORD_INDEX_H

#include "base/hash_table.h"
#include "text/token.h"

typedef struct cck_word_index {
  cck_hash_table table;    /* folded word to a number of the grammar's own */
  const uint32_t *by_word; /* the same number by cck_token.word; filled by the vocabulary */
} cck_word_index;

/* By the hash: for the few tokens that were not looked up while they were cut. */
uint32_t cck_word_index_find_hash(const cck_word_index *index, uint64_t hash);

/* The grammar's number of the token's word, 0 when it has none. */
static inline uint32_t cck_word_index_find(const cck_word_index *index, const cck_token *token) {
  if (__builtin_expect(token->word == 0, 0))
    return cck_word_index_find_hash(index, token->hash);
  return index->by_word[token->word];
}

#endif
