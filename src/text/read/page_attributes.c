#include "text/read/page_attributes.h"

#include <string.h>

#include "text/read/page_names.h"

static const struct {
  const char *name;
  size_t field; /* offset in cck_page_attributes */
} attributes[] = {
#define CCK_PAGE_ATTRIBUTE(name, field) {name, offsetof(cck_page_attributes, field)},
#include "text/read/page_attributes.def"
#undef CCK_PAGE_ATTRIBUTE
};

static cck_slice *field_of(cck_page_attributes *a, size_t offset) { return (cck_slice *)(void *)((char *)a + offset); }

static bool take_flag(cck_page_attributes *a, const char *name, const char *value) {
  if (strcmp(name, "hidden") == 0)
    a->hidden = true;
  else if (strcmp(name, "aria-hidden") == 0)
    a->aria_hidden = value && strcmp(value, "true") == 0;
  else
    return false;
  return true;
}

void cck_page_attributes_read(const char *const *list, cck_page_attributes *a) {
  for (; list && list[0]; list += 2) {
    if (take_flag(a, list[0], list[1]))
      continue;
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
      if (strcmp(list[0], attributes[i].name) == 0)
        *field_of(a, attributes[i].field) = cck_slice_of(list[1] ? list[1] : list[0]);
  }
}

bool cck_page_hides(cck_arena *arena, cck_slice style) {
  if (!style.len)
    return false;
  cck_slice lower = cck_arena_lower(arena, style);
  char *text = cck_arena_alloc(arena, lower.len + 1);
  size_t n = 0;
  for (size_t i = 0; i < lower.len; i++)
    if (!cck_is_space(lower.ptr[i]))
      text[n++] = lower.ptr[i];
  static const char *const hiding[] = {
#define CCK_PAGE_STYLE(text) text,
#include "text/read/page_styles.def"
#undef CCK_PAGE_STYLE
  };
  cck_slice packed = {text, n};
  for (size_t i = 0; i < sizeof hiding / sizeof *hiding; i++)
    if (cck_slice_find(packed, cck_slice_of(hiding[i]), 0) != SIZE_MAX)
      return true;
  return false;
}

unsigned cck_page_attributes_say(const cck_hash_table *words, const cck_page_attributes *a, bool block) {
  unsigned says =
      cck_page_words_say(words, a->classes) | cck_page_words_say(words, a->id) | cck_page_words_say(words, a->role);
  for (size_t i = 0; i < sizeof a->names / sizeof *a->names; i++)
    says |= cck_page_words_say(words, a->names[i]);
  if ((says & CCK_NAME_CREDIT) && !(says & CCK_NAME_CAPTION))
    says |= block ? CCK_NAME_FURNITURE : CCK_NAME_UNSEEN;
  return says;
}
