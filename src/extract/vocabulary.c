#include "extract/vocabulary.h"

#include <stdlib.h>

cck_vocabulary *cck_vocabulary_new(void) {
  cck_vocabulary *vocabulary = cck_heap_alloc(sizeof *vocabulary);
  cck_arena_init(&vocabulary->arena);
  vocabulary->dates = cck_date_words_new(&vocabulary->arena);
  vocabulary->quantities = cck_quantity_words_new(&vocabulary->arena);
  vocabulary->links = cck_link_words_new(&vocabulary->arena);
  return vocabulary;
}

void cck_vocabulary_free(cck_vocabulary *vocabulary) {
  if (!vocabulary)
    return;
  cck_arena_fini(&vocabulary->arena);
  free(vocabulary);
}
