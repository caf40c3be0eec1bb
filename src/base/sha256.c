#include "base/sha256.h"

#include <sha2.h>
#include <string.h>
#include <sys/types.h>

void cck_sha256_portable(cck_slice content, uint8_t digest[CCK_SHA256_SIZE]) {
  SHA2_CTX context;
  SHA256Init(&context);
  SHA256Update(&context, (const uint8_t *)content.ptr, content.len);
  SHA256Final(digest, &context);
}

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) /* clang 14 cannot ask a processor for "sha" */

#include <endian.h>
#include <immintrin.h>

enum { BLOCK = 64 };

#define WITH_INSTRUCTIONS __attribute__((target("sha,sse4.1")))

static const uint32_t constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

/* The eight words of the state as the instructions want them, first word highest. */
typedef struct hash_state {
  __m128i abef, cdgh;
} hash_state;

WITH_INSTRUCTIONS static inline __m128i load(const void *sixteen) { return _mm_loadu_si128(sixteen); }

/* Four rounds; `words` are the message's words for them. */
WITH_INSTRUCTIONS static inline void four_rounds(hash_state *s, __m128i words, size_t group) {
  __m128i keyed = _mm_add_epi32(words, load(constants + 4 * group));
  s->cdgh = _mm_sha256rnds2_epu32(s->cdgh, s->abef, keyed);
  s->abef = _mm_sha256rnds2_epu32(s->abef, s->cdgh, _mm_shuffle_epi32(keyed, 0x0e));
}

WITH_INSTRUCTIONS static void take_block(hash_state *s, const char *block) {
  const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  hash_state before = *s;
  __m128i w[4]; /* the sixteen words that the next four are made of */
  for (size_t i = 0; i < 4; i++)
    w[i] = _mm_shuffle_epi8(load(block + 16 * i), big_endian);
  for (size_t group = 0; group < 16; group++) {
    four_rounds(s, w[0], group);
    __m128i next = _mm_add_epi32(_mm_sha256msg1_epu32(w[0], w[1]), _mm_alignr_epi8(w[3], w[2], 4));
    next = _mm_sha256msg2_epu32(next, w[3]);
    w[0] = w[1];
    w[1] = w[2];
    w[2] = w[3];
    w[3] = next;
  }
  s->abef = _mm_add_epi32(s->abef, before.abef);
  s->cdgh = _mm_add_epi32(s->cdgh, before.cdgh);
}

/* The last bytes, a bit 1, zeros, and the length in bits at the end of a block. */
WITH_INSTRUCTIONS static void take_rest(hash_state *s, cck_slice content) {
  char last[2 * BLOCK] = {0};
  size_t rest = content.len % BLOCK;
  size_t size = rest + 1 + 8 <= BLOCK ? BLOCK : 2 * BLOCK;
  uint64_t bits = htobe64((uint64_t)content.len * 8);
  if (rest)
    memcpy(last, content.ptr + content.len - rest, rest);
  last[rest] = (char)0x80;
  memcpy(last + size - sizeof bits, &bits, sizeof bits);
  for (size_t at = 0; at < size; at += BLOCK)
    take_block(s, last + at);
}

WITH_INSTRUCTIONS static void sha256_instructions(cck_slice content, uint8_t digest[CCK_SHA256_SIZE]) {
  hash_state s = {_mm_set_epi32(0x6a09e667, (int)0xbb67ae85, 0x510e527f, (int)0x9b05688c),
                  _mm_set_epi32(0x3c6ef372, (int)0xa54ff53a, 0x1f83d9ab, 0x5be0cd19)};
  for (size_t at = 0; content.len - at >= BLOCK; at += BLOCK)
    take_block(&s, content.ptr + at);
  take_rest(&s, content);
  uint32_t abef[4], cdgh[4];
  _mm_storeu_si128((__m128i *)abef, s.abef);
  _mm_storeu_si128((__m128i *)cdgh, s.cdgh);
  const uint32_t words[8] = {abef[3], abef[2], cdgh[3], cdgh[2], abef[1], abef[0], cdgh[1], cdgh[0]};
  for (size_t i = 0; i < 8; i++) {
    uint32_t word = htobe32(words[i]);
    memcpy(digest + 4 * i, &word, sizeof word);
  }
}

void cck_sha256(cck_slice content, uint8_t digest[CCK_SHA256_SIZE]) {
  if (__builtin_cpu_supports("sha") && __builtin_cpu_supports("sse4.1"))
    sha256_instructions(content, digest);
  else
    cck_sha256_portable(content, digest);
}

#else

void cck_sha256(cck_slice content, uint8_t digest[CCK_SHA256_SIZE]) { cck_sha256_portable(content, digest); }

#endif
