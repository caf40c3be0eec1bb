#include "base/slice.h"

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

size_t cck_number_print(uint64_t number, char out[CCK_NUMBER_TEXT]) {
  size_t length = 1;
  for (uint64_t rest = number; rest >= 10; rest /= 10)
    length++;
  out[length] = '\0';
  for (size_t i = length; i-- > 0; number /= 10)
    out[i] = (char)('0' + number % 10);
  return length;
}
