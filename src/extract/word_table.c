#include "extract/word_table.h"

#include "base/utf8.h"

static struct cck_class_slot *slot_of(const cck_class_table *table, uint64_t hash) {
  size_t mask = table->slot_count - 1;
  size_t at = (size_t)hash & mask;
  while (table->slots[at].hash && table->slots[at].hash != hash)
    at = (at + 1) & mask;
  return &table->slots[at];
}

static void grow(cck_arena *arena, cck_class_table *table) {
  cck_class_table larger = {.slot_count = table->slot_count ? table->slot_count * 2 : 256, .count = table->count};
  larger.slots = cck_arena_alloc(arena, larger.slot_count * sizeof *larger.slots);
  for (size_t i = 0; i < table->slot_count; i++)
    if (table->slots[i].hash)
      *slot_of(&larger, table->slots[i].hash) = table->slots[i];
  *table = larger;
}

void cck_class_table_add(cck_arena *arena, cck_class_table *table, const char *words, uint32_t classes) {
  cck_slice rest = cck_slice_of(words);
  for (cck_slice word; cck_slice_next(&rest, ' ', &word);) {
    if (word.len == 0)
      continue;
    if (table->count * 2 >= table->slot_count)
      grow(arena, table);
    uint64_t hash = cck_utf8_fold_hash(word);
    struct cck_class_slot *slot = slot_of(table, hash);
    table->count += slot->hash == 0;
    slot->hash = hash;
    slot->classes |= classes;
  }
}

uint32_t cck_class_table_find(const cck_class_table *table, const cck_token *token) {
  return table->slot_count ? slot_of(table, token->hash)->classes : 0;
}
