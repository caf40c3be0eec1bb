#include "extract/vocabulary.h"

#include <stdlib.h>

#include "extract/date_words.h"
#include "extract/frame_words.h"
#include "extract/link_words.h"
#include "extract/quantity_words.h"

/* Numbers the words of a part that have none yet. */
static void number_words(cck_vocabulary *vocabulary, const cck_hash_table *part) {
  for (size_t i = 0; i < part->slot_count; i++) {
    if (!part->slots[i].hash)
      continue;
    uint32_t *number = cck_hash_table_put(&vocabulary->arena, &vocabulary->words, part->slots[i].hash);
    if (!*number)
      *number = (uint32_t)vocabulary->words.count;
  }
}

/* By the number of a word in the vocabulary, and one more: 0 is a token that was not looked up, 1 no word of it. */
static void index_by_word(cck_vocabulary *vocabulary, cck_word_index *index) {
  uint32_t *by_word = cck_arena_alloc(&vocabulary->arena, (vocabulary->words.count + 2) * sizeof *by_word);
  for (size_t i = 0; i < index->table.slot_count; i++) {
    const cck_hash_slot *slot = &index->table.slots[i];
    if (slot->hash)
      by_word[cck_hash_table_find(&vocabulary->words, slot->hash) + 1] = slot->value;
  }
  index->by_word = by_word;
}

cck_vocabulary *cck_vocabulary_new(void) {
  cck_vocabulary *vocabulary = cck_heap_alloc(sizeof *vocabulary);
  cck_arena_init(&vocabulary->arena);
  struct cck_date_words *dates = cck_date_words_new(&vocabulary->arena);
  struct cck_quantity_words *quantities = cck_quantity_words_new(&vocabulary->arena);
  struct cck_link_words *links = cck_link_words_new(&vocabulary->arena);
  struct cck_frame_words *frames = cck_frame_words_new(&vocabulary->arena);
  cck_word_index *const indexes[] = {&dates->index, &quantities->index, &links->index, &frames->index};
  for (size_t i = 0; i < sizeof indexes / sizeof *indexes; i++)
    number_words(vocabulary, &indexes[i]->table);
  for (size_t i = 0; i < sizeof indexes / sizeof *indexes; i++)
    index_by_word(vocabulary, indexes[i]);
  vocabulary->dates = dates;
  vocabulary->quantities = quantities;
  vocabulary->links = links;
  vocabulary->frames = frames;
  return vocabulary;
}

void cck_vocabulary_free(cck_vocabulary *vocabulary) {
  if (!vocabulary)
    return;
  cck_arena_fini(&vocabulary->arena);
  free(vocabulary);
}
