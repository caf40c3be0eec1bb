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

/* The grammar's number of the token's word, 0 when it has none. */
static inline uint32_t cck_word_index_find(const cck_word_index *index, const cck_token *token) {
  return token->word ? index->by_word[token->word] : cck_hash_table_find(&index->table, token->hash);
}

#endif
