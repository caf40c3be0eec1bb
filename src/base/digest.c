#include "base/digest.h"

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

cck_slice cck_sha256_base32(cck_arena *arena, cck_slice content, size_t letters) {
  static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
  uint8_t digest[CCK_SHA256_SIZE];
  cck_sha256(content, digest);
  if (letters > 51)
    letters = 51;
  char *out = cck_arena_alloc(arena, letters + 1);
  const uint8_t *next = digest;
  unsigned bits = 0; /* the lowest `held` of them are still to be written */
  unsigned held = 0;
  for (size_t i = 0; i < letters; i++) {
    if (held < 5) {
      bits = bits << 8 | *next++;
      held += 8;
    }
    held -= 5;
    out[i] = alphabet[bits >> held & 31];
  }
  return (cck_slice){out, letters};
}
