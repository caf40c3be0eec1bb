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

typedef struct cck_slice {
  const char *ptr;
  size_t len;
} cck_slice;

/* A slice of a string literal. */
#define CCK_S(literal) ((cck_slice){(literal), sizeof(literal) - 1})

/* A slice of a C string; NULL gives the empty slice. */
cck_slice cck_slice_of(const char *text);

/* Bytes from..to (half open), cut to the slice's length. */
cck_slice cck_slice_sub(cck_slice s, size_t from, size_t to);

bool cck_slice_eq(cck_slice a, cck_slice b);
bool cck_slice_is(cck_slice a, const char *text);

/* Equal when ASCII letters are compared without case. */
bool cck_slice_eq_nocase(cck_slice a, cck_slice b);

/* Byte order, shorter first on a common start: <0, 0, >0. */
int cck_slice_cmp(cck_slice a, cck_slice b);

bool cck_slice_starts(cck_slice s, cck_slice prefix);
bool cck_slice_ends(cck_slice s, cck_slice suffix);

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

/* FNV-1a over the bytes, then mixed; never 0. */
uint64_t cck_slice_hash(cck_slice s);

/* Folds another hash or number into a running one. */
uint64_t cck_hash_mix(uint64_t hash, uint64_t more);

/* ASCII classes that do not depend on the locale. */
bool cck_is_digit(char c);
bool cck_is_upper(char c);
bool cck_is_lower(char c);
bool cck_is_alpha(char c);
bool cck_is_space(char c);
char cck_to_lower(char c);

#endif
