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

#include <immintrin.h>

#define WITH_AVX2 __attribute__((target("avx2")))

enum { LANES = 4, VECTORS = CCK_SKETCH_SIZE / LANES };

/* Upper halves of the products with a constant, in the upper half of each lane; `crossed`: its halves exchanged. */
WITH_AVX2 static inline __m256i upper_product(__m256i x, __m256i constant, __m256i crossed) {
  __m256i cross = _mm256_mullo_epi32(x, crossed); /* x's lower half with the constant's upper one, and the reverse */
  cross = _mm256_add_epi32(cross, _mm256_slli_epi64(cross, 32));
  return _mm256_add_epi32(_mm256_mul_epu32(x, constant), cross);
}

/*
 * keep_smallest for processors that take four 64-bit numbers at once but cannot multiply them: cck_hash_spread by
 * halves, of which the last step needs the upper one only. It stands in the upper half of each lane.
 */
WITH_AVX2 static inline void keep_smallest_wide(uint64_t shingle, __m256i smallest[VECTORS]) {
  const __m256i first = _mm256_set1_epi64x((int64_t)UINT64_C(0xbf58476d1ce4e5b9));
  const __m256i second = _mm256_set1_epi64x((int64_t)UINT64_C(0x94d049bb133111eb));
  __m256i base = _mm256_set1_epi64x((int64_t)(shingle * CCK_HASH_STEP));
  __m256i numbered = _mm256_add_epi64(base, _mm256_set_epi64x(4, 3, 2, 1));
#pragma GCC unroll 4
  for (int v = 0; v < VECTORS; v++) {
    __m256i x = numbered;
    x = _mm256_xor_si256(x, _mm256_srli_epi64(x, 30));
    __m256i high = upper_product(x, first, _mm256_shuffle_epi32(first, 0xb1));
    x = _mm256_blend_epi32(_mm256_mul_epu32(x, first), high, 0xaa);
    x = _mm256_xor_si256(x, _mm256_srli_epi64(x, 27));
    x = upper_product(x, second, _mm256_shuffle_epi32(second, 0xb1));
    x = _mm256_xor_si256(x, _mm256_srli_epi32(x, 31));
    smallest[v] = _mm256_min_epu32(smallest[v], x);
    numbered = _mm256_add_epi64(numbered, _mm256_set1_epi64x(LANES));
  }
}

WITH_AVX2 static void look_at_all_wide(const cck_token *tokens, size_t count, uint32_t smallest[CCK_SKETCH_SIZE]) {
  uint64_t shingles[CHUNK];
  __m256i least[VECTORS];
  size_t last = count - (CCK_SKETCH_SHINGLE - 1);
  for (int v = 0; v < VECTORS; v++)
    least[v] = _mm256_set1_epi32(-1);
  for (size_t first = 0; first < last; first += CHUNK) {
    size_t more = last - first < CHUNK ? last - first : CHUNK;
    make_shingles(tokens + first, more, shingles);
    for (size_t i = 0; i < more; i++)
      keep_smallest_wide(shingles[i], least);
  }
  for (size_t k = 0; k < CCK_SKETCH_SIZE; k++) {
    uint64_t lanes[LANES];
    _mm256_storeu_si256((__m256i *)lanes, least[k / LANES]);
    smallest[k] = (uint32_t)(lanes[k % LANES] >> 32);
  }
}

/* For those that multiply them too. */
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

static cck_slice make(cck_arena *arena, const cck_token *tokens, size_t count, look_fn *look) {
  static const char hex[] = "0123456789abcdef";
  uint32_t smallest[CCK_SKETCH_SIZE];
  if (count < SHORTEST)
    return (cck_slice){NULL, 0};
  for (size_t k = 0; k < CCK_SKETCH_SIZE; k++)
    smallest[k] = UINT32_MAX;
  look(tokens, count, smallest);
  char *out = cck_arena_alloc(arena, CCK_SKETCH_SIZE * LETTERS + 1);
  for (size_t i = 0; i < CCK_SKETCH_SIZE * LETTERS; i++)
    out[i] = hex[smallest[i / LETTERS] >> (28 - 4 * (i % LETTERS)) & 15];
  return (cck_slice){out, CCK_SKETCH_SIZE * LETTERS};
}

cck_slice cck_sketch_make(cck_arena *arena, const cck_token *tokens, size_t count) {
  return make(arena, tokens, count, look_of_processor());
}

cck_slice cck_sketch_make_portable(cck_arena *arena, const cck_token *tokens, size_t count) {
  return make(arena, tokens, count, look_at_all_plain);
}

unsigned cck_sketch_likeness(cck_slice a, cck_slice b) {
  unsigned same = 0;
  if (a.len != CCK_SKETCH_SIZE * LETTERS || b.len != a.len)
    return 0;
  for (size_t i = 0; i < a.len; i += LETTERS)
    same += cck_slice_eq(cck_slice_sub(a, i, i + LETTERS), cck_slice_sub(b, i, i + LETTERS));
  return same * 100 / CCK_SKETCH_SIZE;
}
