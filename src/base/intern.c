#include "base/intern.h"

void cck_intern_init(cck_intern *table, cck_arena *arena) { *table = (cck_intern){.arena = arena}; }

/* Eight bytes at a time: texts are long, and their order is that of first sight, not of their hashes. */
static uint64_t hash_of(cck_slice text) {
  uint64_t hash = text.len;
  uint64_t eight;
  for (; text.len >= sizeof eight; text = cck_slice_sub(text, sizeof eight, text.len)) {
    memcpy(&eight, text.ptr, sizeof eight);
    hash = cck_hash_mix(hash, eight);
  }
  eight = 0;
  if (text.len)
    memcpy(&eight, text.ptr, text.len);
  return cck_hash_mix(hash, eight);
}

/* The slot that holds the text, or the free one where it belongs. */
static size_t slot_of(const cck_intern *table, cck_slice text) {
  size_t mask = table->slot_count - 1;
  size_t at = (size_t)hash_of(text) & mask;
  while (table->slots[at] && !cck_slice_eq(table->texts.items[table->slots[at] - 1], text))
    at = (at + 1) & mask;
  return at;
}

static void grow(cck_intern *table) {
  table->slot_count = table->slot_count ? table->slot_count * 2 : 64;
  table->slots = cck_arena_alloc(table->arena, table->slot_count * sizeof *table->slots);
  for (size_t i = 0; i < table->texts.count; i++)
    table->slots[slot_of(table, table->texts.items[i])] = (uint32_t)i + 1;
}

uint32_t cck_intern_put(cck_intern *table, cck_slice text) {
  if (table->texts.count * 2 >= table->slot_count)
    grow(table);
  size_t slot = slot_of(table, text);
  if (!table->slots[slot]) {
    CCK_PUSH(table->arena, &table->texts, cck_arena_copy(table->arena, text));
    table->slots[slot] = (uint32_t)table->texts.count;
  }
  return table->slots[slot] - 1;
}

uint32_t cck_intern_find(const cck_intern *table, cck_slice text) {
  if (table->slot_count == 0)
    return CCK_INTERN_NONE;
  return table->slots[slot_of(table, text)] - 1; /* a free slot holds 0: wraps to CCK_INTERN_NONE */
}
