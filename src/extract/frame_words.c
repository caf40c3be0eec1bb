#include "extract/frame_words.h"

#include "base/utf8.h"

static void add(cck_arena *arena, struct cck_frame_words *words, const char *list, uint32_t classes) {
  cck_slice rest = cck_slice_of(list);
  for (cck_slice word; cck_slice_next(&rest, ' ', &word);)
    if (word.len)
      *cck_hash_table_put(arena, &words->index.table, cck_utf8_fold_hash(word)) |= classes;
}

struct cck_frame_words *cck_frame_words_new(cck_arena *arena) {
  static const struct {
    uint32_t classes;
    const char *words;
  } rows[] = {
#define CCK_FRAME_WORDS(class, words) {CCK_FRAME_##class, words},
#include "extract/frame_words.def"
#undef CCK_FRAME_WORDS
  };
  struct cck_frame_words *words = CCK_NEW(arena, struct cck_frame_words);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    add(arena, words, rows[i].words, rows[i].classes);
  return words;
}
