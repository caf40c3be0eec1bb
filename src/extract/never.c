#include "extract/never.h"

#include "extract/quantity_words.h"

static bool may_begin_figure(const cck_never_of *of, const cck_token *token) {
  const cck_quantity_word *word = cck_quantity_word_of(of->vocabulary->quantities, token);
  return cck_quantity_word_may_begin(word, token) || cck_trie_may_begin(&of->units->before, token);
}

static bool may_begin_name(const cck_never_of *of, const cck_token *token) {
  return cck_lexicon_may_match(of->lexicon, token) || cck_trie_may_begin(&of->lexicon->type_trie, token);
}

uint16_t cck_never_begins(const void *of_run, const cck_token *token) {
  const cck_never_of *of = of_run;
  unsigned never = 0;
  if (!may_begin_figure(of, token))
    never |= CCK_NEVER_FIGURE;
  if (!may_begin_name(of, token))
    never |= CCK_NEVER_NAME;
  if (!cck_trie_may_begin(&of->lexicon->word_trie, token))
    never |= CCK_NEVER_MEASURE;
  return (uint16_t)never;
}
