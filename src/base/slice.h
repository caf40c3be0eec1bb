/*
 * Slices: a pointer and a length into memory that somebody else owns.
 * Nothing here allocates; a slice never outlives what it points into.
 * Comparison is by bytes, so it does not depend on the locale.
 */
#ifndef CCK_BASE_SLICE_H
#define CCK_BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct cck_slice {
  const char *ptr;
  size_t len;
} cck_slice;

/* A slice of a string literal. */
#define CCK_S(literal) ((cck_slice){(literal), sizeof(literal) - 1})

/*
 * What every token of a document asks for is inline: with a literal the compiler
 * then knows the length, and most comparisons end at it.
 */

/* A slice of a C string; NULL gives the empty slice. */
static inline cck_slice cck_slice_of(const char *text) {
  return text ? (cck_slice){text, strlen(text)} : (cck_slice){NULL, 0};
}

/* Bytes from..to (half open), cut to the slice's length. */
static inline cck_slice cck_slice_sub(cck_slice s, size_t from, size_t to) {
  if (to > s.len)
    to = s.len;
  if (from > to)
    from = to;
  return (cck_slice){s.ptr ? s.ptr + from : NULL, to - from};
}

static inline bool cck_slice_eq(cck_slice a, cck_slice b) {
  return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static inline bool cck_slice_is(cck_slice a, const char *text) { return cck_slice_eq(a, cck_slice_of(text)); }

/* Equal when ASCII letters are compared without case. */
bool cck_slice_eq_nocase(cck_slice a, cck_slice b);

/* Byte order, shorter first on a common start: <0, 0, >0. */
int cck_slice_cmp(cck_slice a, cck_slice b);

static inline bool cck_slice_starts(cck_slice s, cck_slice prefix) {
  return s.len >= prefix.len && cck_slice_eq(cck_slice_sub(s, 0, prefix.len), prefix);
}

static inline bool cck_slice_ends(cck_slice s, cck_slice suffix) {
  if (s.len < suffix.len || suffix.len == 0)
    return suffix.len == 0;
  return s.ptr[s.len - 1] == suffix.ptr[suffix.len - 1] &&
         memcmp(s.ptr + s.len - suffix.len, suffix.ptr, suffix.len) == 0;
}

/* Place of the first occurrence at or after `from`, or SIZE_MAX. */
size_t cck_slice_find(cck_slice s, cck_slice what, size_t from);

/* Without ASCII white space at both ends. */
cck_slice cck_slice_trim(cck_slice s);

/*
 * Takes the part before the first `separator` off *rest and puts it in *part.
 * Without a separator takes all. False when *rest was already used up
 * (its ptr is NULL); so "a,b" gives a, b and "" gives one empty part.
 */
bool cck_slice_next(cck_slice *rest, char separator, cck_slice *part);

/* The finaliser of SplitMix64 (Steele, Lea, Flood 2014): spreads every input bit. */
static inline uint64_t cck_hash_spread(uint64_t x) {
  x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
  x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
  return x ^ (x >> 31);
}

/* FNV-1a, a byte at a time (Fowler, Noll, Vo): begin, each byte, then cck_hash_end. */
#define CCK_HASH_BEGIN UINT64_C(0xcbf29ce484222325)

static inline uint64_t cck_hash_byte(uint64_t hash, char byte) {
  return (hash ^ (unsigned char)byte) * UINT64_C(0x100000001b3);
}

/* Mixed; never 0. */
static inline uint64_t cck_hash_end(uint64_t hash) {
  hash = cck_hash_spread(hash);
  return hash ? hash : 1;
}

/* All three over the bytes of a text. */
static inline uint64_t cck_slice_hash(cck_slice s) {
  uint64_t hash = CCK_HASH_BEGIN;
  for (size_t i = 0; i < s.len; i++)
    hash = cck_hash_byte(hash, s.ptr[i]);
  return cck_hash_end(hash);
}

#define CCK_HASH_STEP UINT64_C(0x9e3779b97f4a7c15) /* SplitMix64's too */

/* Folds another hash or number into a running one; never 0. */
static inline uint64_t cck_hash_mix(uint64_t hash, uint64_t more) {
  uint64_t h = cck_hash_spread(hash * CCK_HASH_STEP + more);
  return h ? h : 1;
}

enum { CCK_NUMBER_TEXT = 21 }; /* room for any printed number and its NUL */

/* Its decimal digits and a NUL; returns their number. */
size_t cck_number_print(uint64_t number, char out[CCK_NUMBER_TEXT]);

/* ASCII classes that do not depend on the locale. */
static inline bool cck_is_digit(char c) { return c >= '0' && c <= '9'; }
static inline bool cck_is_upper(char c) { return c >= 'A' && c <= 'Z'; }
static inline bool cck_is_lower(char c) { return c >= 'a' && c <= 'z'; }
static inline bool cck_is_alpha(char c) { return (unsigned char)((c | 0x20) - 'a') < 26; } /* either case */
static inline bool cck_is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static inline char cck_to_lower(char c) { return cck_is_upper(c) ? (char)(c + ('a' - 'A')) : c; }

#endif
