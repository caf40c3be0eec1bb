/*
 * A table from hash to number: the one open-addressing table of the vocabularies
 * and of the trie. Keys are hashes that their owner takes for the thing itself (two
 * words of one 64-bit hash are one word); where texts have to be told apart for
 * certain, intern.h compares them. The numbers are bits, or places in a vector of
 * the owner's whose item 0 stands for "not there".
 *
 *   hash("march") -> 17      items[17] = {MONTH 3, WEAK 1}      items[0] = {}
 *
 * Memory is the arena's that is passed in, and the old slots stay there when the
 * table grows. A zeroed table is empty. Nothing fails; looking up changes nothing.
 */
#ifndef CCK_BASE_HASH_TABLE_H
#define CCK_BASE_HASH_TABLE_H

#include "base/arena.h"

typedef struct cck_hash_slot {
  uint64_t hash; /* 0: free */
  uint32_t value;
} cck_hash_slot;

typedef struct cck_hash_table {
  cck_hash_slot *slots;
  size_t slot_count; /* a power of two, or 0; at most half are used */
  size_t count;
} cck_hash_table;

/* Makes room for that many keys at once. Only on an empty table. */
void cck_hash_table_reserve(cck_arena *arena, cck_hash_table *table, size_t keys);

/* The number of a hash (not 0) to be written, 0 when it is new. The place holds until the next call. */
uint32_t *cck_hash_table_put(cck_arena *arena, cck_hash_table *table, uint64_t hash);

/* The slot that holds the hash, or the free one where it belongs. Only on a table with slots. */
static inline cck_hash_slot *cck_hash_table_slot(const cck_hash_table *table, uint64_t hash) {
  size_t mask = table->slot_count - 1;
  size_t at = (size_t)hash & mask;
  while (table->slots[at].hash && table->slots[at].hash != hash)
    at = (at + 1) & mask;
  return &table->slots[at];
}

/* The number of a hash, 0 when it is not there. Every token of a document asks: hence inline. */
static inline uint32_t cck_hash_table_find(const cck_hash_table *table, uint64_t hash) {
  return table->slot_count ? cck_hash_table_slot(table, hash)->value : 0;
}

#endif
