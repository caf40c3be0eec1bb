#include "base/digest.h"

#include <endian.h>
#include <string.h>

#include "base/sha256.h"

cck_slice cck_sha256_hex(cck_arena *arena, cck_slice content) {
  static const char hex[] = "0123456789abcdef";
  uint8_t digest[CCK_SHA256_SIZE];
  cck_sha256(content, digest);
  char *out = cck_arena_alloc(arena, 2 * sizeof digest + 1);
  for (size_t i = 0; i < sizeof digest; i++) {
    out[2 * i] = hex[digest[i] >> 4];
    out[2 * i + 1] = hex[digest[i] & 15];
  }
  return (cck_slice){out, 2 * sizeof digest};
}

void cck_sha256_letters(cck_slice content, size_t letters, char *out) {
  static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
  enum { BYTES = 5, LETTERS = 8, TOP = 64 - BYTES }; /* so many bytes are so many letters, from the top of a number */
  uint8_t digest[CCK_SHA256_SIZE + LETTERS] = {0};
  char text[CCK_SHA256_LETTERS + LETTERS];
  cck_sha256(content, digest);
  for (size_t group = 0; group * LETTERS < letters; group++) {
    uint64_t bits;
    memcpy(&bits, digest + group * BYTES, sizeof bits);
    bits = be64toh(bits);
#pragma GCC unroll 8
    for (size_t i = 0; i < LETTERS; i++)
      text[group * LETTERS + i] = alphabet[bits >> (TOP - i * BYTES) & 31];
  }
  memcpy(out, text, letters);
}

cck_slice cck_sha256_base32(cck_arena *arena, cck_slice content, size_t letters) {
  if (letters > CCK_SHA256_LETTERS)
    letters = CCK_SHA256_LETTERS;
  char *out = cck_arena_alloc(arena, letters + 1);
  cck_sha256_letters(content, letters, out);
  return (cck_slice){out, letters};
}

cck_slice cck_sha256_base64(cck_arena *arena, cck_slice content) {
  static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  enum { LETTERS = (CCK_SHA256_SIZE + 2) / 3 * 4 };
  uint8_t digest[CCK_SHA256_SIZE + 1] = {0}; /* 33 bytes are 44 letters; the last one is padding */
  cck_sha256(content, digest);
  char *out = cck_arena_alloc(arena, LETTERS + 1);
  for (size_t i = 0; i < LETTERS / 4; i++) {
    const uint8_t *three = digest + 3 * i;
    unsigned bits = (unsigned)three[0] << 16 | (unsigned)three[1] << 8 | three[2];
    for (size_t k = 0; k < 4; k++)
      out[4 * i + k] = alphabet[bits >> (18 - 6 * k) & 63];
  }
  out[LETTERS - 1] = '=';
  return (cck_slice){out, LETTERS};
}
