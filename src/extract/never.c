#include "extract/never.h"

#include "extract/date_words.h"
#include "extract/frame_words.h"
#include "extract/quantity_words.h"

static bool may_begin_figure(const cck_never_of *of, const cck_token *token) {
  const cck_quantity_word *word = cck_quantity_word_of(of->vocabulary->quantities, token);
  return cck_quantity_word_may_begin(word, token) || cck_trie_begins(&of->units->before, token);
}

static bool may_begin_name(const cck_never_of *of, const cck_token *token) {
  return cck_trie_begins(&of->lexicon->alias_trie, token) || cck_trie_begins(&of->lexicon->other_trie, token) ||
         cck_trie_begins(&of->lexicon->type_trie, token);
}

static bool may_begin_date(const cck_never_of *of, const cck_token *token) {
  return cck_date_word_find(of->vocabulary->dates, token)->forms != 0;
}

static bool may_tell_death(const cck_never_of *of, const cck_token *token) {
  return (cck_frame_class(of->vocabulary->frames, token) & CCK_FRAME_DIED) || cck_token_may_be(token, "passed");
}

static bool may_tell_birth(const cck_never_of *of, const cck_token *token) {
  return cck_frame_class(of->vocabulary->frames, token) & CCK_FRAME_BORN;
}

static bool may_be_bracket(const cck_token *token) {
  return cck_token_may_be(token, "(") || cck_token_may_be(token, ")");
}

/* Curly marks are their own folded forms. */
static bool may_be_quote(const cck_token *token) {
  return cck_token_may_be(token, "\"") || cck_token_may_be(token, "\xe2\x80\x9c") ||
         cck_token_may_be(token, "\xe2\x80\x9d") || cck_token_may_be(token, "``") || cck_token_may_be(token, "''");
}

uint16_t cck_never_begins(const void *of_run, const cck_token *token) {
  const cck_never_of *of = of_run;
  unsigned never = 0;
  if (!may_begin_figure(of, token))
    never |= CCK_NEVER_FIGURE;
  if (!may_begin_name(of, token))
    never |= CCK_NEVER_NAME;
  if (!cck_trie_begins(&of->lexicon->word_trie, token))
    never |= CCK_NEVER_MEASURE;
  if (!may_begin_date(of, token))
    never |= CCK_NEVER_DATE;
  if (!may_tell_death(of, token))
    never |= CCK_NEVER_DEATH;
  if (!may_be_bracket(token))
    never |= CCK_NEVER_BRACKET;
  if (!may_be_quote(token))
    never |= CCK_NEVER_QUOTE;
  if (!may_tell_birth(of, token))
    never |= CCK_NEVER_BIRTH;
  return (uint16_t)never;
}
