#include "rule/story/vocabulary.h"

#include "base/utf8.h"
#include "text/stem.h"

enum { STEP = 8 }; /* rarity.def counts in halves */

static void add_words(cck_arena *arena, cck_hash_table *table, const char *list, uint32_t bits, bool stems) {
  cck_slice rest = cck_slice_of(list);
  for (cck_slice word; cck_slice_next(&rest, ' ', &word);)
    if (word.len)
      *cck_hash_table_put(arena, table, stems ? cck_stem_hash(word) : cck_utf8_fold_hash(word)) |= bits;
}

/* The commonest word of a stem speaks for all. */
static void add_rarities(cck_arena *arena, cck_hash_table *table, uint32_t step, const char *list) {
  cck_slice rest = cck_slice_of(list);
  for (cck_slice word; cck_slice_next(&rest, ' ', &word);) {
    uint32_t *known = cck_hash_table_put(arena, table, cck_stem_hash(word));
    if (*known == 0 || *known > step + 1)
      *known = step + 1;
  }
}

cck_story_vocabulary *cck_story_vocabulary_new(cck_arena *arena) {
  static const struct {
    uint32_t step;
    const char *words;
  } rarities[] = {
#define CCK_RARITY(step, words) {step, words},
#include "rule/story/rarity.def"
#undef CCK_RARITY
  };
  cck_story_vocabulary *v = CCK_NEW(arena, cck_story_vocabulary);
  uint32_t row = 0;
  uint32_t role = 0;
#define CCK_STORY_WORDS(class, list) add_words(arena, &v->words, list, CCK_STORY_##class, false);
#define CCK_STORY_STEMS(class, list) add_words(arena, &v->stems, list, CCK_STORY_##class, true);
#define CCK_STORY_ROLE(list) add_words(arena, &v->roles, list, 1u << role++, true);
#define CCK_STORY_SYNONYMS(list) add_words(arena, &v->synonyms, list, 1u << row++, true);
#include "rule/story/words.def"
#undef CCK_STORY_WORDS
#undef CCK_STORY_STEMS
#undef CCK_STORY_ROLE
#undef CCK_STORY_SYNONYMS
  for (size_t i = 0; i < sizeof rarities / sizeof *rarities; i++)
    add_rarities(arena, &v->rarities, rarities[i].step, rarities[i].words);
  return v;
}

unsigned cck_story_rarity(const cck_story_vocabulary *v, uint64_t stem) {
  uint32_t step = cck_hash_table_find(&v->rarities, stem);
  return step ? (step - 1) * STEP : CCK_STORY_RAREST;
}
