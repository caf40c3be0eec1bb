#include "rule/words.h"

#include <string.h>

static cck_slice skip_space(cck_slice s) {
  size_t i = 0;
  while (i < s.len && cck_is_space(s.ptr[i]))
    i++;
  return cck_slice_sub(s, i, s.len);
}

static size_t word_length(cck_slice s) {
  size_t i = 0;
  while (i < s.len && !cck_is_space(s.ptr[i]))
    i++;
  return i;
}

cck_slice cck_words_next(cck_slice *rest) {
  cck_slice s = skip_space(*rest);
  size_t length = word_length(s);
  *rest = skip_space(cck_slice_sub(s, length, s.len));
  return cck_slice_sub(s, 0, length);
}

bool cck_words_take(cck_slice *rest, const char *phrase) {
  cck_slice s = *rest;
  cck_slice words = cck_slice_of(phrase);
  while (words.len)
    if (!cck_slice_eq(cck_words_next(&s), cck_words_next(&words)))
      return false;
  *rest = s;
  return true;
}

bool cck_words_split(cck_slice text, const char *phrase, cck_slice *before, cck_slice *after) {
  for (cck_slice s = skip_space(text); s.len; cck_words_next(&s)) {
    cck_slice rest = s;
    if (!cck_words_take(&rest, phrase))
      continue;
    *before = cck_slice_trim(cck_slice_sub(text, 0, (size_t)(s.ptr - text.ptr)));
    *after = cck_slice_trim(rest);
    return true;
  }
  return false;
}

cck_slice cck_words_last(cck_slice text, cck_slice *before) {
  cck_slice s = cck_slice_trim(text);
  size_t i = s.len;
  while (i > 0 && !cck_is_space(s.ptr[i - 1]))
    i--;
  *before = cck_slice_trim(cck_slice_sub(s, 0, i));
  return cck_slice_sub(s, i, s.len);
}

cck_slice cck_words_like(cck_slice text, const char *phrase) {
  cck_slice start = skip_space(text);
  cck_slice rest = start;
  cck_slice words = cck_slice_of(phrase);
  cck_slice last = cck_slice_sub(start, 0, 0);
  while (words.len && rest.len) {
    cck_words_next(&words);
    last = cck_words_next(&rest);
  }
  return (cck_slice){start.ptr, (size_t)(last.ptr + last.len - start.ptr)};
}
