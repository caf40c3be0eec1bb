#include "text/read/attributes.h"

/* What is passed over as a whole: where it begins and ends, in any case of letters. */
static const struct {
  cck_slice start, end;
} passed[] = {{{"<!--", 4}, {"-->", 3}},
              {{"<![CDATA[", 9}, {"]]>", 3}},
              {{"<script", 7}, {"</script", 8}},
              {{"<style", 6}, {"</style", 7}}};

static bool starts_at(cck_slice text, size_t at, cck_slice what) {
  return cck_slice_eq_nocase(cck_slice_sub(text, at, at + what.len), what);
}

static size_t find_end(cck_slice text, size_t at, cck_slice what) {
  while (at < text.len && !starts_at(text, at, what))
    at++;
  return at;
}

/* Where what is to be passed over ends; `at` itself when nothing is. */
static size_t pass_over(cck_slice text, size_t at) {
  for (size_t i = 0; i < sizeof passed / sizeof *passed; i++)
    if (starts_at(text, at, passed[i].start))
      return find_end(text, at, passed[i].end);
  return at;
}

/* The attributes of the tag at `at`: words outside of quotes, behind its name. *past is the byte behind the tag. */
static size_t count(cck_slice text, size_t at, size_t *past) {
  size_t words = 0;
  char quote = '\0';
  for (at++; at < text.len && (quote || text.ptr[at] != '>'); at++) {
    char c = text.ptr[at];
    if (quote)
      quote = c == quote ? '\0' : quote;
    else if ((c == '"' || c == '\'') && text.ptr[at - 1] == '=')
      quote = c;
    else if ((cck_is_space(text.ptr[at - 1]) || text.ptr[at - 1] == '/') && !cck_is_space(c))
      words++;
  }
  *past = at;
  return words;
}

size_t cck_attributes_find_excess(cck_slice text) {
  for (size_t at = 0; (at = cck_slice_find(text, CCK_S("<"), at)) != SIZE_MAX;) {
    size_t past = pass_over(text, at);
    bool tag = past == at && at + 1 < text.len && cck_is_alpha(text.ptr[at + 1]);
    if (tag && count(text, at, &past) > CCK_ATTRIBUTES_LIMIT)
      return at;
    at = past > at ? past : at + 1;
  }
  return SIZE_MAX;
}
