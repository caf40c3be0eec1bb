#include "model/lexicon.h"

#include <stdlib.h>

#include "text/stem.h"

/* ---- names and the case of their letters ---- */

/* "US" must not match "us", nor "Turkey" "turkey"; a headline in capitals may match all. */
static char letters_of(const cck_token *token) {
  if ((token->flags & CCK_TOKEN_CAPS) && token->end - token->start > 1)
    return 'C';
  return token->flags & CCK_TOKEN_CAPITAL ? 'c' : '-';
}

/* Adds a name to its trie; returns the case that its letters need. */
static cck_slice add_name(cck_trie *trie, cck_slice text, size_t index) {
  cck_trie_add(trie, text, (uint32_t)index);
  char *letters = cck_arena_alloc(trie->arena, trie->phrase.count + 1);
  for (size_t i = 0; i < trie->phrase.count; i++)
    letters[i] = letters_of(&trie->phrase.items[i]);
  return (cck_slice){letters, trie->phrase.count};
}

static bool has_letters(const cck_alias *alias, const cck_token *tokens, size_t length) {
  if (alias->letters.len != length)
    return false;
  for (size_t i = 0; i < length; i++) {
    char need = alias->letters.ptr[i];
    if ((need == 'C' && !(tokens[i].flags & CCK_TOKEN_CAPS)) || (need == 'c' && !(tokens[i].flags & CCK_TOKEN_CAPITAL)))
      return false;
  }
  return true;
}

/* ---- filling ---- */

uint32_t cck_lexicon_add_entity(cck_lexicon *lexicon, const cck_entity *entity) {
  cck_arena *arena = &lexicon->arena;
  uint32_t index = cck_intern_put(&lexicon->entity_ids, entity->id);
  if (index < lexicon->entities.count)
    return index;
  cck_entity copy = *entity;
  copy.id = lexicon->entity_ids.texts.items[index];
  copy.type = cck_arena_copy(arena, entity->type);
  copy.name = cck_arena_copy(arena, entity->name);
  copy.in = cck_arena_copy(arena, entity->in);
  CCK_PUSH(arena, &lexicon->entities, copy);
  if (entity->type.len && cck_intern_put(&lexicon->type_ids, entity->type) == lexicon->types.count) {
    cck_trie_add(&lexicon->type_trie, entity->type, (uint32_t)lexicon->types.count);
    CCK_PUSH(arena, &lexicon->types, copy.type);
  }
  return index;
}

void cck_lexicon_add_alias(cck_lexicon *lexicon, uint32_t entity, cck_alias_role role, cck_slice text,
                           cck_period valid) {
  cck_arena *arena = &lexicon->arena;
  text = cck_arena_copy(arena, cck_slice_trim(text));
  cck_slice letters = add_name(&lexicon->alias_trie, text, lexicon->aliases.count);
  if (letters.len == 0)
    return;
  cck_alias alias = {entity, role, text, letters, valid};
  if (!cck_period_is_none(valid))
    lexicon->entities.items[entity].dated = true;
  CCK_PUSH(arena, &lexicon->aliases, alias);
}

static void add_other(cck_lexicon *lexicon, cck_slice text) {
  cck_slice letters = add_name(&lexicon->other_trie, text, lexicon->others.count);
  cck_alias other = {CCK_LEXICON_NONE, CCK_ALIAS_NAME, text, letters, CCK_NO_PERIOD};
  CCK_PUSH(&lexicon->arena, &lexicon->others, other);
}

uint32_t cck_lexicon_add_measure(cck_lexicon *lexicon, const cck_measure *measure) {
  uint32_t index = cck_intern_put(&lexicon->measure_ids, measure->id);
  if (index < lexicon->measures.count)
    return index;
  cck_measure copy = *measure;
  copy.id = lexicon->measure_ids.texts.items[index];
  copy.dimension = cck_arena_copy(&lexicon->arena, measure->dimension);
  copy.unit = cck_arena_copy(&lexicon->arena, measure->unit);
  CCK_PUSH(&lexicon->arena, &lexicon->measures, copy);
  return index;
}

static void split_words(cck_arena *arena, cck_slice text, cck_slices *out) {
  size_t from = 0;
  while (from < text.len) {
    size_t to = from;
    while (to < text.len && !cck_is_space(text.ptr[to]))
      to++;
    if (to > from)
      CCK_PUSH(arena, out, cck_slice_sub(text, from, to));
    from = to + 1;
  }
}

void cck_lexicon_add_word(cck_lexicon *lexicon, uint32_t measure, cck_word_role role, cck_slice text) {
  cck_arena *arena = &lexicon->arena;
  uint32_t index = (uint32_t)lexicon->words.count;
  cck_word word = {.measure = measure, .role = role, .text = cck_arena_copy(arena, cck_slice_trim(text))};
  word.n_pattern = cck_slice_starts(word.text, CCK_S("N-"));
  cck_slice phrase = cck_slice_sub(word.text, word.n_pattern ? 2 : 0, word.text.len);
  cck_slices parts = {0};
  split_words(arena, phrase, &parts);
  if (parts.count == 0)
    return;
  for (size_t i = 0; i < parts.count; i++)
    CCK_PUSH(arena, &word.parts, cck_stem_hash(parts.items[i]));
  lexicon->measures.items[measure].has_near |= role == CCK_WORD_NEAR;
  lexicon->measures.items[measure].has_subject_of |= role == CCK_WORD_SUBJECT_OF;
  CCK_PUSH(arena, &lexicon->words, word);
  cck_trie_add(&lexicon->word_trie, phrase, index);
  if (parts.count > 1 && !word.n_pattern)
    cck_trie_add(&lexicon->verb_trie, parts.items[0], index);
}

/* ---- the built-in countries ---- */

static void add_names(cck_lexicon *lexicon, uint32_t entity, cck_alias_role role, const char *names) {
  cck_slice rest = cck_slice_of(names);
  for (cck_slice name; cck_slice_next(&rest, '|', &name);)
    cck_lexicon_add_alias(lexicon, entity, role, name, CCK_NO_PERIOD);
}

typedef struct country_row {
  const char *id, *name, *names, *demonyms, *capitals; /* several are separated by | */
} country_row;

static const country_row country_rows[] = {
#define CCK_COUNTRY(id, name, names, demonyms, capitals) {id, name, names, demonyms, capitals},
#include "model/countries.def"
#undef CCK_COUNTRY
};

static const char *const lookalikes[] = {
#define CCK_LOOKALIKE(name) name,
#include "model/country-lookalikes.def"
#undef CCK_LOOKALIKE
};

static void add_countries(cck_lexicon *lexicon) {
  for (size_t i = 0; i < sizeof country_rows / sizeof *country_rows; i++) {
    const country_row *row = &country_rows[i];
    cck_entity entity = {
        .id = cck_slice_of(row->id), .type = CCK_S("country"), .name = cck_slice_of(row->name), .builtin = true};
    uint32_t index = cck_lexicon_add_entity(lexicon, &entity);
    add_names(lexicon, index, CCK_ALIAS_NAME, row->name);
    add_names(lexicon, index, CCK_ALIAS_NAME, row->names);
    add_names(lexicon, index, CCK_ALIAS_DEMONYM, row->demonyms);
    add_names(lexicon, index, CCK_ALIAS_CAPITAL, row->capitals);
  }
  for (size_t i = 0; i < sizeof lookalikes / sizeof *lookalikes; i++)
    add_other(lexicon, cck_slice_of(lookalikes[i]));
}

cck_lexicon *cck_lexicon_new(void) {
  cck_lexicon *lexicon = cck_heap_alloc(sizeof *lexicon);
  cck_arena *arena = &lexicon->arena;
  cck_arena_init(arena);
  cck_trie_init(&lexicon->alias_trie, arena, false);
  cck_trie_init(&lexicon->other_trie, arena, false);
  cck_trie_init(&lexicon->word_trie, arena, true);
  cck_trie_init(&lexicon->verb_trie, arena, true);
  cck_trie_init(&lexicon->type_trie, arena, true);
  cck_intern_init(&lexicon->entity_ids, arena);
  cck_intern_init(&lexicon->measure_ids, arena);
  cck_intern_init(&lexicon->type_ids, arena);
  add_countries(lexicon);
  return lexicon;
}

void cck_lexicon_free(cck_lexicon *lexicon) {
  if (!lexicon)
    return;
  cck_arena arena = lexicon->arena;
  cck_arena_fini(&arena);
  free(lexicon);
}

/* ---- the fingerprint: everything that can change what a document yields, in order of declaration ---- */

static uint64_t mix_text(uint64_t hash, cck_slice text) { return cck_hash_mix(hash, cck_slice_hash(text)); }

static uint64_t mix_entities(const cck_lexicon *lexicon, uint64_t hash) {
  for (size_t i = 0; i < lexicon->entities.count; i++) {
    const cck_entity *e = &lexicon->entities.items[i];
    hash = mix_text(mix_text(mix_text(mix_text(hash, e->id), e->type), e->name), e->in);
  }
  for (size_t i = 0; i < lexicon->aliases.count; i++) {
    const cck_alias *a = &lexicon->aliases.items[i];
    hash = mix_text(cck_hash_mix(hash, (uint64_t)a->entity * 8 + a->role), a->text);
    hash = cck_hash_mix(cck_hash_mix(hash, (uint64_t)a->valid.min), (uint64_t)a->valid.max);
  }
  for (size_t i = 0; i < lexicon->others.count; i++)
    hash = mix_text(hash, lexicon->others.items[i].text);
  return hash;
}

static uint64_t mix_measures(const cck_lexicon *lexicon, uint64_t hash) {
  for (size_t i = 0; i < lexicon->measures.count; i++) {
    const cck_measure *m = &lexicon->measures.items[i];
    hash = mix_text(mix_text(mix_text(cck_hash_mix(hash, m->kind), m->id), m->dimension), m->unit);
  }
  for (size_t i = 0; i < lexicon->words.count; i++) {
    const cck_word *w = &lexicon->words.items[i];
    hash = mix_text(cck_hash_mix(hash, (uint64_t)w->measure * 8 + w->role), w->text);
  }
  return hash;
}

void cck_lexicon_finish(cck_lexicon *lexicon) {
  uint64_t hash = mix_measures(lexicon, mix_entities(lexicon, 1));
  lexicon->fingerprint = cck_arena_printf(&lexicon->arena, "%016llx", (unsigned long long)hash);
}

/* ---- looking up ---- */

uint32_t cck_lexicon_entity(const cck_lexicon *lexicon, cck_slice id) {
  return cck_intern_find(&lexicon->entity_ids, id);
}

uint32_t cck_lexicon_measure(const cck_lexicon *lexicon, cck_slice id) {
  return cck_intern_find(&lexicon->measure_ids, id);
}

const cck_alias *cck_lexicon_alias_at(const cck_lexicon *lexicon, const cck_token *tokens, size_t length,
                                      const cck_trie_entry *entry) {
  const cck_alias *alias = &lexicon->aliases.items[entry->payload];
  return has_letters(alias, tokens, length) ? alias : NULL;
}

typedef struct search {
  const cck_lexicon *lexicon;
  const cck_token *tokens;
  size_t length;
  const cck_trie_entry *entry;
} search;

static void visit_alias(void *context, size_t length, const cck_trie_entry *entry) {
  search *s = context;
  for (const cck_trie_entry *e = entry; e; e = cck_trie_next(&s->lexicon->alias_trie, e)) {
    if (!cck_lexicon_alias_at(s->lexicon, s->tokens, length, e))
      continue;
    s->length = length;
    s->entry = entry;
    return;
  }
}

static void visit_other(void *context, size_t length, const cck_trie_entry *entry) {
  search *s = context;
  if (length > s->length && has_letters(&s->lexicon->others.items[entry->payload], s->tokens, length)) {
    s->length = length;
    s->entry = NULL;
  }
}

size_t cck_lexicon_match(const cck_lexicon *lexicon, const cck_token *tokens, size_t count,
                         const cck_trie_entry **entry) {
  search s = {lexicon, tokens, 0, NULL};
  *entry = NULL;
  if (count == 0 || !cck_lexicon_may_match(lexicon, tokens))
    return 0;
  cck_trie_each(&lexicon->alias_trie, tokens, count, visit_alias, &s);
  cck_trie_each(&lexicon->other_trie, tokens, count, visit_other, &s);
  *entry = s.entry;
  return s.length;
}
