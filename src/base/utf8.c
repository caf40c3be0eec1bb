#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum { FOLD_LIMIT = 256 }; /* a "word" longer than this is not a word: it is compared as it stands */

size_t cck_utf8_width(cck_slice s) {
  if (s.len == 0)
    return 0;
  if ((unsigned char)s.ptr[0] < 0x80)
    return 1;
  utf8proc_int32_t code;
  utf8proc_ssize_t n =
      utf8proc_iterate((const utf8proc_uint8_t *)s.ptr, s.len < 4 ? (utf8proc_ssize_t)s.len : 4, &code);
  return n > 0 ? (size_t)n : 0;
}

uint32_t cck_utf8_decode(cck_slice s, size_t *width) {
  utf8proc_int32_t code = 0xfffd;
  utf8proc_ssize_t n = -1;
  if (s.len)
    n = utf8proc_iterate((const utf8proc_uint8_t *)s.ptr, s.len < 4 ? (utf8proc_ssize_t)s.len : 4, &code);
  if (width)
    *width = n > 0 ? (size_t)n : (s.len ? 1 : 0);
  return n > 0 ? (uint32_t)code : 0xfffd;
}

size_t cck_utf8_check(cck_slice s) {
  size_t i = 0;
  while (i < s.len) {
    if (s.len - i >= 8) { /* eight ASCII bytes at a time */
      uint64_t eight;
      memcpy(&eight, s.ptr + i, 8);
      if (!(eight & UINT64_C(0x8080808080808080))) {
        i += 8;
        continue;
      }
    }
    size_t width = cck_utf8_width(cck_slice_sub(s, i, s.len));
    if (width == 0)
      return i;
    i += width;
  }
  return s.len;
}

size_t cck_utf8_count(cck_slice s) {
  size_t n = s.len;
  size_t i = 0;
  for (; s.len - i >= 8; i += 8) { /* a byte 10xxxxxx goes on with a code point: one bit for each of eight */
    uint64_t eight;
    memcpy(&eight, s.ptr + i, 8);
    uint64_t inner = eight >> 7 & ~eight >> 6 & UINT64_C(0x0101010101010101);
    n -= (size_t)(inner * UINT64_C(0x0101010101010101) >> 56); /* their sum */
  }
  for (; i < s.len; i++)
    n -= ((unsigned char)s.ptr[i] & 0xc0) == 0x80;
  return n;
}

size_t cck_utf8_columns(cck_slice s) {
  size_t columns = 0;
  for (size_t i = 0; i < s.len;) {
    uint32_t code = cck_utf8_next(s, &i);
    columns += code < 0x80 ? 1 : (size_t)utf8proc_charwidth((utf8proc_int32_t)code);
  }
  return columns;
}

bool cck_utf8_is_letter(uint32_t code) {
  utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)code);
  return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_MC; /* letters and their marks */
}

bool cck_utf8_is_upper(uint32_t code) {
  utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)code);
  return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
}

bool cck_utf8_is_space(uint32_t code) {
  return code == 0x85 || code == 0xa0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200b) ||
         (code >= 0x2028 && code <= 0x2029) || code == 0x202f || code == 0x205f || code == 0x3000 || code == 0xfeff;
}

bool cck_utf8_is_joiner(uint32_t code) { return code == 0xad || code == 0x200c || code == 0x200d || code == 0x2060; }

bool cck_utf8_is_control(uint32_t code) {
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0x200e && code <= 0x200f) ||
         (code >= 0x2028 && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code == 0x061c || code == 0xfeff ||
         (code >= 0xe0000 && code <= 0xe007f);
}

bool cck_utf8_is_noncharacter(uint32_t code) { return (code & 0xfffe) == 0xfffe || (code >= 0xfdd0 && code <= 0xfdef); }

bool cck_utf8_is_ascii(cck_slice s) {
  uint64_t eight = 0;
  size_t i = 0;
  for (; s.len - i >= sizeof eight && !(eight & UINT64_C(0x8080808080808080)); i += sizeof eight)
    memcpy(&eight, s.ptr + i, sizeof eight);
  unsigned char all = (eight & UINT64_C(0x8080808080808080)) ? 0x80 : 0;
  for (; i < s.len; i++)
    all |= (unsigned char)s.ptr[i];
  return all < 0x80;
}

/* NFKC and case folding; NULL when the word is over the limit or malformed. The caller frees it. */
static utf8proc_uint8_t *fold_foreign(cck_slice word, size_t *length) {
  utf8proc_uint8_t *folded = NULL;
  if (word.len > FOLD_LIMIT)
    return NULL;
  utf8proc_ssize_t n = utf8proc_map(
      (const utf8proc_uint8_t *)word.ptr, (utf8proc_ssize_t)word.len, &folded,
      (utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE));
  if (n < 0)
    return NULL;
  size_t out = 0;
  for (size_t i = 0; i < (size_t)n; i++) {
    bool curly = i + 2 < (size_t)n && folded[i] == 0xe2 && folded[i + 1] == 0x80 &&
                 (folded[i + 2] == 0x98 || folded[i + 2] == 0x99); /* U+2018, U+2019 */
    folded[out++] = curly ? '\'' : folded[i];
    i += curly ? 2 : 0;
  }
  *length = out;
  return folded;
}

cck_slice cck_utf8_fold(cck_arena *arena, cck_slice word) {
  if (word.len <= FOLD_LIMIT && cck_utf8_is_ascii(word))
    return cck_arena_lower(arena, word);
  size_t length = 0;
  utf8proc_uint8_t *folded = fold_foreign(word, &length);
  if (!folded)
    return cck_arena_copy(arena, word);
  cck_slice copy = cck_arena_copy(arena, (cck_slice){(const char *)folded, length});
  free(folded);
  return copy;
}

/* The letters in lower case, as far as they are ASCII and fit; how many. */
static size_t lower_into(cck_slice word, char *out, size_t size) {
  size_t i = 0;
  for (; i < word.len && i < size && (unsigned char)word.ptr[i] < 0x80; i++)
    out[i] = cck_to_lower(word.ptr[i]);
  return i;
}

size_t cck_utf8_fold_into(cck_slice word, char *out, size_t size) {
  if (word.len <= FOLD_LIMIT && lower_into(word, out, size) == word.len)
    return word.len;
  if (word.len <= FOLD_LIMIT && cck_utf8_is_ascii(word))
    return 0;
  size_t length = 0;
  utf8proc_uint8_t *folded = fold_foreign(word, &length);
  bool fits = folded && length <= size;
  if (fits)
    memcpy(out, folded, length);
  free(folded);
  return fits ? length : 0;
}

uint64_t cck_utf8_fold_hash(cck_slice word) {
  char lower[FOLD_LIMIT];
  if (word.len <= sizeof lower && cck_utf8_is_ascii(word)) {
    for (size_t i = 0; i < word.len; i++)
      lower[i] = cck_to_lower(word.ptr[i]);
    return cck_slice_hash((cck_slice){lower, word.len});
  }
  size_t length = 0;
  utf8proc_uint8_t *folded = fold_foreign(word, &length);
  if (!folded)
    return cck_slice_hash(word);
  uint64_t hash = cck_slice_hash((cck_slice){(const char *)folded, length});
  free(folded);
  return hash;
}
