#include "text/word_table.h"

static size_t slot_of(const cck_word_table *table, uint64_t hash) {
  size_t at = (size_t)hash % CCK_WORD_TABLE_SLOTS;
  while (table->hashes[at] && table->hashes[at] != hash)
    at = (at + 1) % CCK_WORD_TABLE_SLOTS;
  return at;
}

void cck_word_table_add(cck_word_table *table, cck_slice word, uint8_t kind) {
  uint64_t hash = cck_slice_hash(word);
  size_t at = slot_of(table, hash);
  table->hashes[at] = hash;
  table->kinds[at] |= kind;
}

uint8_t cck_word_table_find(const cck_word_table *table, uint64_t hash) { return table->kinds[slot_of(table, hash)]; }
