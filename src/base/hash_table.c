#include "base/hash_table.h"

enum { FEWEST_SLOTS = 64 };

static void take_slots(cck_arena *arena, cck_hash_table *table, size_t slot_count) {
  cck_hash_table old = *table;
  table->slot_count = slot_count;
  table->slots = cck_arena_alloc(arena, slot_count * sizeof *table->slots);
  for (size_t i = 0; i < old.slot_count; i++)
    if (old.slots[i].hash)
      *cck_hash_table_slot(table, old.slots[i].hash) = old.slots[i];
}

void cck_hash_table_reserve(cck_arena *arena, cck_hash_table *table, size_t keys) {
  size_t slot_count = FEWEST_SLOTS;
  while (slot_count < keys * 2)
    slot_count *= 2;
  take_slots(arena, table, slot_count);
}

uint32_t *cck_hash_table_put(cck_arena *arena, cck_hash_table *table, uint64_t hash) {
  if (table->count * 2 >= table->slot_count)
    take_slots(arena, table, table->slot_count ? table->slot_count * 2 : FEWEST_SLOTS);
  cck_hash_slot *slot = cck_hash_table_slot(table, hash);
  table->count += slot->hash == 0;
  slot->hash = hash;
  return &slot->value;
}
