#include "extract/word_index.h"

uint32_t cck_word_index_find_hash(const cck_word_index *index, uint64_t hash) {
  return cck_hash_table_find(&index->table, hash);
}
