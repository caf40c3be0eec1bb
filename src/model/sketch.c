#include "model/sketch.h"

#include <string.h>

/* Compiled into each of its callers, with the instructions that these may use. */
#define ALWAYS_INLINE static inline __attribute__((always_inline))

enum { LETTERS = 8, SHORTEST = 20, CHUNK = 32 };

/*
 * Keeps the smallest of each hash of a shingle: the upper half of cck_hash_mix(shingle, k + 1), taken apart for speed.
 */
ALWAYS_INLINE void keep_smallest(uint64_t shingle, uint32_t smallest[CCK_SKETCH_SIZE]) {
  uint64_t base = shingle * CCK_HASH_STEP;
  for (size_t k = 0; k < CCK_SKETCH_SIZE; k++) {
    uint32_t hash = (uint32_t)(cck_hash_spread(base + k + 1) >> 32);
    smallest[k] = hash < smallest[k] ? hash : smallest[k]; /* hardly ever: no branch to guess */
  }
}

/* The shingles that begin at so many tokens; loops that a compiler can turn into wide instructions. */
ALWAYS_INLINE void make_shingles(const cck_token *tokens, size_t count, uint64_t shingles[CHUNK]) {
  uint64_t hashes[CHUNK + CCK_SKETCH_SHINGLE] = {0};
  for (size_t i = 0; i < count + CCK_SKETCH_SHINGLE - 1; i++)
    hashes[i] = tokens[i].hash;
  for (size_t i = 0; i < CHUNK; i++)
    shingles[i] = 1;
  for (size_t j = 0; j < CCK_SKETCH_SHINGLE; j++)
    for (size_t i = 0; i < CHUNK; i++)
      shingles[i] = cck_hash_mix(shingles[i], hashes[i + j]);
}

ALWAYS_INLINE void look_at_all(const cck_token *tokens, size_t count, uint32_t smallest[CCK_SKETCH_SIZE]) {
  uint64_t shingles[CHUNK];
  size_t last = count - (CCK_SKETCH_SHINGLE - 1);
  for (size_t first = 0; first < last; first += CHUNK) {
    size_t more = last - first < CHUNK ? last - first : CHUNK;
    make_shingles(tokens + first, more, shingles);
    for (size_t i = 0; i < more; i++)
      keep_smallest(shingles[i], smallest);
  }
}

typedef void look_fn(const cck_token *tokens, size_t count, uint32_t smallest[CCK_SKETCH_SIZE]);

static void look_at_all_plain(const cck_token *tokens, size_t count, uint32_t smallest[CCK_SKETCH_SIZE]) {
  look_at_all(tokens, count, smallest);
}

#if defined(__x86_64__)
/* For processors that take several 64-bit numbers at once; the wider ones also multiply them. */
__attribute__((target("avx2"))) static void look_at_all_wide(const cck_token *tokens, size_t count,
                                                             uint32_t smallest[CCK_SKETCH_SIZE]) {
  look_at_all(tokens, count, smallest);
}

__attribute__((target("avx512f,avx512dq,avx512vl"))) static void
look_at_all_wider(const cck_token *tokens, size_t count, uint32_t smallest[CCK_SKETCH_SIZE]) {
  look_at_all(tokens, count, smallest);
}

static look_fn *look_of_processor(void) {
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
    return look_at_all_wider;
  return __builtin_cpu_supports("avx2") ? look_at_all_wide : look_at_all_plain;
}
#else
static look_fn *look_of_processor(void) { return look_at_all_plain; }
#endif

cck_slice cck_sketch_make(cck_arena *arena, const cck_token *tokens, size_t count) {
  static const char hex[] = "0123456789abcdef";
  uint32_t smallest[CCK_SKETCH_SIZE];
  if (count < SHORTEST)
    return (cck_slice){NULL, 0};
  for (size_t k = 0; k < CCK_SKETCH_SIZE; k++)
    smallest[k] = UINT32_MAX;
  look_of_processor()(tokens, count, smallest);
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
