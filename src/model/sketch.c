#include "model/sketch.h"

enum { LETTERS = 8, SHORTEST = 20 };

/*
 * Keeps the smallest of each hash of a shingle: the upper half of cck_hash_mix(shingle, k + 1), taken apart for speed.
 */
static void keep_smallest(uint64_t shingle, uint32_t smallest[CCK_SKETCH_SIZE]) {
  uint64_t base = shingle * CCK_HASH_STEP;
  for (size_t k = 0; k < CCK_SKETCH_SIZE; k++) {
    uint32_t hash = (uint32_t)(cck_hash_spread(base + k + 1) >> 32);
    smallest[k] = hash < smallest[k] ? hash : smallest[k]; /* hardly ever: no branch to guess */
  }
}

cck_slice cck_sketch_make(cck_arena *arena, const cck_token *tokens, size_t count) {
  static const char hex[] = "0123456789abcdef";
  uint32_t smallest[CCK_SKETCH_SIZE];
  if (count < SHORTEST)
    return (cck_slice){NULL, 0};
  for (size_t k = 0; k < CCK_SKETCH_SIZE; k++)
    smallest[k] = UINT32_MAX;
  for (size_t i = 0; i + CCK_SKETCH_SHINGLE <= count; i++) {
    uint64_t shingle = 1;
    for (size_t j = 0; j < CCK_SKETCH_SHINGLE; j++)
      shingle = cck_hash_mix(shingle, tokens[i + j].hash);
    keep_smallest(shingle, smallest);
  }
  char *out = cck_arena_alloc(arena, CCK_SKETCH_SIZE * LETTERS + 1);
  for (size_t i = 0; i < CCK_SKETCH_SIZE * LETTERS; i++)
    out[i] = hex[smallest[i / LETTERS] >> (28 - 4 * (i % LETTERS)) & 15];
  return (cck_slice){out, CCK_SKETCH_SIZE * LETTERS};
}

unsigned cck_sketch_likeness(cck_slice a, cck_slice b) {
  unsigned same = 0;
  if (a.len != CCK_SKETCH_SIZE * LETTERS || b.len != a.len)
    return 0;
  for (size_t i = 0; i < a.len; i += LETTERS)
    same += cck_slice_eq(cck_slice_sub(a, i, i + LETTERS), cck_slice_sub(b, i, i + LETTERS));
  return same * 100 / CCK_SKETCH_SIZE;
}
