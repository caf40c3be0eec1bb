#include "extract/link_words.h"

const struct cck_link_words *cck_link_words_new(cck_arena *arena) {
  static const struct {
    uint32_t classes;
    const char *words;
  } rows[] = {
#define CCK_LINK_WORDS(class, words) {CCK_LINK_##class, words},
#include "extract/link_words.def"
#undef CCK_LINK_WORDS
  };
  struct cck_link_words *words = CCK_NEW(arena, struct cck_link_words);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    cck_class_table_add(arena, &words->table, rows[i].words, rows[i].classes);
  return words;
}

uint32_t cck_link_class(const struct cck_link_words *words, const cck_token *token) {
  return cck_class_table_find(&words->table, token);
}
