/*
 * A small set of words, each with a number: what the .def tables of this folder
 * become for one document. Open addressing over hashes of the folded form.
 */
#ifndef CCK_TEXT_WORD_TABLE_H
#define CCK_TEXT_WORD_TABLE_H

#include "base/arena.h"

enum { CCK_WORD_TABLE_SLOTS = 1024 }; /* at most half are used; a power of two */

typedef struct cck_word_table {
  uint64_t hashes[CCK_WORD_TABLE_SLOTS]; /* 0: free */
  uint8_t kinds[CCK_WORD_TABLE_SLOTS];
} cck_word_table;

/* `word` is folded; a second kind for the same word is added to the first (kinds are bits). */
void cck_word_table_add(cck_word_table *table, cck_slice word, uint8_t kind);

/* The kinds of a word by the hash of its folded form; 0 for an unknown one. */
uint8_t cck_word_table_find(const cck_word_table *table, uint64_t hash);

#endif
