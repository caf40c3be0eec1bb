#include "text/read/page_names.h"

#include <stdlib.h>
#include <string.h>

static const cck_tag tags[] = {
#define CCK_TAG(name, kind) {name, CCK_TAG_##kind},
#include "text/read/page_tags.def"
#undef CCK_TAG
};

static int by_name(const void *name, const void *tag) { return strcmp(name, ((const cck_tag *)tag)->name); }

cck_tag cck_tag_find(const char *name) {
  const cck_tag *tag = bsearch(name, tags, sizeof tags / sizeof *tags, sizeof *tags, by_name);
  return tag ? *tag : (cck_tag){"", CCK_TAG_INLINE};
}

void cck_page_words_init(cck_arena *arena, cck_hash_table *words) {
  static const struct {
    const char *word;
    unsigned says;
  } list[] = {
#define CCK_PAGE_WORD(word, says) {word, CCK_NAME_##says},
#include "text/read/page_words.def"
#undef CCK_PAGE_WORD
  };
  cck_hash_table_reserve(arena, words, sizeof list / sizeof *list);
  for (size_t i = 0; i < sizeof list / sizeof *list; i++)
    *cck_hash_table_put(arena, words, cck_slice_hash(cck_slice_of(list[i].word))) = list[i].says;
}

enum { NAME_LIMIT = 64, WORDS_LIMIT = 8 };

/* A name in lower case with '-' between its words, and where each word begins. */
typedef struct split_name {
  char text[2 * NAME_LIMIT];
  size_t len;
  size_t starts[WORDS_LIMIT + 1];
  size_t count;
} split_name;

static bool begins_word(cck_slice name, size_t i) {
  if (i == 0)
    return true;
  bool after_sign = !cck_is_alpha(name.ptr[i - 1]) && !cck_is_digit(name.ptr[i - 1]);
  return after_sign || (cck_is_upper(name.ptr[i]) && cck_is_lower(name.ptr[i - 1]));
}

static void split(cck_slice name, split_name *out) {
  out->len = 0;
  out->count = 0;
  for (size_t i = 0; i < name.len && i < NAME_LIMIT; i++) {
    if (!cck_is_alpha(name.ptr[i]) && !cck_is_digit(name.ptr[i]))
      continue;
    if (begins_word(name, i)) {
      if (out->count == WORDS_LIMIT)
        break;
      if (out->count)
        out->text[out->len++] = '-';
      out->starts[out->count++] = out->len;
    }
    out->text[out->len++] = cck_to_lower(name.ptr[i]);
  }
  out->starts[out->count] = out->len + 1;
}

/* The words from `first` on, `count` of them. */
static unsigned look_up(const cck_hash_table *words, const split_name *name, size_t first, size_t count) {
  cck_slice s = {name->text + name->starts[first], name->starts[first + count] - 1 - name->starts[first]};
  return cck_hash_table_find(words, cck_slice_hash(s));
}

static unsigned name_says(const cck_hash_table *words, cck_slice value) {
  split_name name;
  split(value, &name);
  unsigned says = name.count ? look_up(words, &name, 0, name.count) : 0;
  if (says)
    return says;
  for (size_t i = 0; i + 1 < name.count; i++)
    says |= look_up(words, &name, i, 2);
  for (size_t i = 0; i < name.count && !(says & CCK_NAME_NEUTRAL); i++)
    says |= look_up(words, &name, i, 1);
  return says & CCK_NAME_NEUTRAL ? 0 : says;
}

unsigned cck_page_words_say(const cck_hash_table *words, cck_slice value) {
  unsigned says = 0;
  for (cck_slice name; cck_slice_next(&value, ' ', &name);)
    says |= name_says(words, cck_slice_trim(name));
  return says & ~(unsigned)CCK_NAME_NEUTRAL;
}
