/*
 * Content hashes (SHA-256) and the short ids made from them.
 */
#ifndef CCK_BASE_DIGEST_H
#define CCK_BASE_DIGEST_H

#include "base/arena.h"
#include "base/slice.h"

/* 64 lower-case hexadecimal letters. */
cck_slice cck_sha256_hex(cck_arena *arena, cck_slice content);

enum { CCK_SHA256_LETTERS = 51 }; /* of base 32 */

/*
 * The first `letters` (at most CCK_SHA256_LETTERS) of the SHA-256 in base 32, RFC 4648's alphabet
 * in lower case (a-z, 2-7): 5 bits a letter.
 */
cck_slice cck_sha256_base32(cck_arena *arena, cck_slice content, size_t letters);

/* The same into memory that is there. */
void cck_sha256_letters(cck_slice content, size_t letters, char *out);

/* 44 letters of base 64 with its padding: as a content-security policy names a style ("sha256-..."). */
cck_slice cck_sha256_base64(cck_arena *arena, cck_slice content);

#endif
