#include "base/slice.h"

#include <string.h>

bool cck_is_digit(char c) { return c >= '0' && c <= '9'; }
bool cck_is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool cck_is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool cck_is_alpha(char c) { return cck_is_upper(c) || cck_is_lower(c); }
bool cck_is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
char cck_to_lower(char c) { return cck_is_upper(c) ? (char)(c + ('a' - 'A')) : c; }

cck_slice cck_slice_of(const char *text) { return text ? (cck_slice){text, strlen(text)} : (cck_slice){NULL, 0}; }

cck_slice cck_slice_sub(cck_slice s, size_t from, size_t to) {
  if (to > s.len)
    to = s.len;
  if (from > to)
    from = to;
  return (cck_slice){s.ptr ? s.ptr + from : NULL, to - from};
}

bool cck_slice_eq(cck_slice a, cck_slice b) {
  return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

bool cck_slice_is(cck_slice a, const char *text) { return cck_slice_eq(a, cck_slice_of(text)); }

bool cck_slice_eq_nocase(cck_slice a, cck_slice b) {
  if (a.len != b.len)
    return false;
  for (size_t i = 0; i < a.len; i++)
    if (cck_to_lower(a.ptr[i]) != cck_to_lower(b.ptr[i]))
      return false;
  return true;
}

int cck_slice_cmp(cck_slice a, cck_slice b) {
  size_t common = a.len < b.len ? a.len : b.len;
  int order = common ? memcmp(a.ptr, b.ptr, common) : 0;
  if (order)
    return order;
  return (a.len > b.len) - (a.len < b.len);
}

bool cck_slice_starts(cck_slice s, cck_slice prefix) {
  return s.len >= prefix.len && cck_slice_eq(cck_slice_sub(s, 0, prefix.len), prefix);
}

bool cck_slice_ends(cck_slice s, cck_slice suffix) {
  return s.len >= suffix.len && cck_slice_eq(cck_slice_sub(s, s.len - suffix.len, s.len), suffix);
}

size_t cck_slice_find(cck_slice s, cck_slice what, size_t from) {
  if (what.len == 0)
    return from <= s.len ? from : SIZE_MAX;
  while (from < s.len && s.len - from >= what.len) {
    const char *hit = memchr(s.ptr + from, what.ptr[0], s.len - from - what.len + 1);
    if (!hit)
      return SIZE_MAX;
    if (memcmp(hit, what.ptr, what.len) == 0)
      return (size_t)(hit - s.ptr);
    from = (size_t)(hit - s.ptr) + 1;
  }
  return SIZE_MAX;
}

cck_slice cck_slice_trim(cck_slice s) {
  while (s.len && cck_is_space(s.ptr[0])) {
    s.ptr++;
    s.len--;
  }
  while (s.len && cck_is_space(s.ptr[s.len - 1]))
    s.len--;
  return s;
}

bool cck_slice_next(cck_slice *rest, char separator, cck_slice *part) {
  if (!rest->ptr)
    return false;
  const char *hit = rest->len ? memchr(rest->ptr, separator, rest->len) : NULL;
  if (!hit) {
    *part = *rest;
    *rest = (cck_slice){NULL, 0};
    return true;
  }
  size_t at = (size_t)(hit - rest->ptr);
  *part = cck_slice_sub(*rest, 0, at);
  *rest = cck_slice_sub(*rest, at + 1, rest->len);
  return true;
}

/* The finaliser of SplitMix64 (Steele, Lea, Flood 2014): spreads every input bit. */
static uint64_t mix(uint64_t x) {
  x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
  x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
  return x ^ (x >> 31);
}

uint64_t cck_slice_hash(cck_slice s) {
  uint64_t h = UINT64_C(0xcbf29ce484222325); /* FNV-1a offset and prime */
  for (size_t i = 0; i < s.len; i++)
    h = (h ^ (unsigned char)s.ptr[i]) * UINT64_C(0x100000001b3);
  h = mix(h);
  return h ? h : 1;
}

uint64_t cck_hash_mix(uint64_t hash, uint64_t more) {
  uint64_t h = mix(hash * UINT64_C(0x9e3779b97f4a7c15) + more);
  return h ? h : 1;
}
