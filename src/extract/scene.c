#include "extract/scene.h"

#include <string.h>

#include "extract/label.h"
#include "extract/never.h"

enum { GOVERNED_WORDS = 12, MEMORY_DEPTH = 64, PLACE_REACH = 4 };

uint32_t cck_scene_clause(const cck_scene *scene, uint32_t token) {
  size_t low = 0;
  size_t high = scene->clauses.count;
  while (high - low > 1) {
    size_t middle = (low + high) / 2;
    if (scene->clauses.items[middle].first <= token)
      low = middle;
    else
      high = middle;
  }
  return (uint32_t)low;
}

uint32_t cck_scene_distance(uint32_t first_a, uint32_t past_a, uint32_t first_b, uint32_t past_b) {
  if (first_b >= past_a)
    return first_b - past_a;
  return first_a >= past_b ? first_a - past_b : 0;
}

bool cck_scene_in_date(const cck_scene *scene, uint32_t token) {
  for (size_t i = 0; i < scene->dates.count; i++)
    if (scene->dates.items[i].first <= token && token < scene->dates.items[i].past)
      return true;
  return false;
}

bool cck_scene_is_name_word(const cck_scene *scene, uint32_t token) {
  const cck_token *t = &scene->tokens[token];
  if (token < scene->sentence->first || token >= scene->sentence->past || t->kind != CCK_TOKEN_WORD)
    return false;
  return (t->flags & CCK_TOKEN_CAPITAL) && cck_scene_class(scene, token) == 0 && !cck_scene_in_date(scene, token);
}

cck_slice cck_scene_words(const cck_scene *scene, uint32_t first, uint32_t past) {
  return cck_document_quote(scene->context->arena, scene->context->doc, scene->tokens[first].start,
                            scene->tokens[past - 1].end);
}

/* "(Avesta, September 17)": the date of what is cited, not of what is said. */
bool cck_scene_in_brackets(const cck_scene *scene, const cck_mention *date) {
  if (scene->sentence->never & CCK_NEVER_BRACKET)
    return false;
  for (uint32_t i = date->first; i > scene->sentence->first; i--) {
    if (cck_scene_sign(scene, i - 1, ")"))
      return false;
    if (cck_scene_sign(scene, i - 1, "("))
      return true;
  }
  return false;
}

uint32_t cck_scene_class_before(const cck_scene *scene, uint32_t token) {
  return token > scene->sentence->first ? cck_scene_class(scene, token - 1) : 0;
}

const cck_clause *cck_scene_clause_at(const cck_scene *scene, uint32_t token) {
  return &scene->clauses.items[cck_scene_clause(scene, token)];
}

static bool is_dash_break(const cck_scene *scene, uint32_t token) {
  const cck_token *t = &scene->tokens[token];
  if (t->kind != CCK_TOKEN_SIGN || !cck_token_is_dash(scene->context->doc->text, t))
    return false;
  bool hyphen = t->end - t->start == 1;
  return (t->flags & CCK_TOKEN_SPACE) || !hyphen; /* a hyphen without spaces joins words */
}

/* "recognised as a base in May": what "as" names is no clause, for it has no verb before the next preposition. */
static bool names_role(const cck_scene *scene, uint32_t token) {
  enum { LONGEST = 4 };
  if (!cck_slice_is(cck_token_text(scene->context->doc->text, &scene->tokens[token]), "as") ||
      token + 1 >= scene->sentence->past || !(cck_scene_class(scene, token + 1) & CCK_LINK_ARTICLE))
    return false;
  for (uint32_t i = token + 2; i < scene->sentence->past && i <= token + 1 + LONGEST; i++)
    if (scene->tokens[i].kind == CCK_TOKEN_SIGN || (cck_scene_class(scene, i) & CCK_LINK_PREPOSITION))
      return i > token + 2;
    else if (cck_scene_class(scene, i))
      return false;
  return false;
}

/* Does a clause begin at this token (after the sentence's first)? */
static bool opens_clause(const cck_scene *scene, uint32_t token) {
  uint32_t class = scene->classes[token - scene->sentence->first];
  bool sign = scene->tokens[token - 1].kind == CCK_TOKEN_SIGN;
  if (!sign && !(class & (CCK_LINK_RELATIVE | CCK_LINK_SUBORDINATE))) /* most tokens */
    return false;
  if (sign && (cck_scene_sign(scene, token - 1, ";") || cck_scene_sign(scene, token - 1, ":") ||
               is_dash_break(scene, token - 1)))
    return true;
  bool comma = sign && cck_scene_sign(scene, token - 1, ",");
  if (comma && (class & (CCK_LINK_CONJUNCTION | CCK_LINK_RELATIVE | CCK_LINK_SUBORDINATE)))
    return true;
  if (class & CCK_LINK_RELATIVE)
    return true;
  return (class & CCK_LINK_SUBORDINATE) && !(class & (CCK_LINK_DEFINITE | CCK_LINK_PREPOSITION)) &&
         !names_role(scene, token);
}

/* "said that ..." and "base that ...": only the second is about what stands before. */
static bool is_relative(const cck_scene *scene, uint32_t token) {
  uint32_t class = cck_scene_class(scene, token);
  if (class & CCK_LINK_RELATIVE)
    return true;
  return token > scene->sentence->first &&
         cck_slice_is(cck_token_text(scene->context->doc->text, &scene->tokens[token]), "that") &&
         !(cck_scene_class(scene, token - 1) & CCK_LINK_SAID);
}

static void split_clauses(cck_scene *scene) {
  const cck_sentence *s = scene->sentence;
  cck_clause clause = {.first = s->first};
  for (uint32_t i = s->first + 1; i < s->past; i++) {
    if (!opens_clause(scene, i))
      continue;
    clause.past = i;
    CCK_PUSH(scene->context->arena, &scene->clauses, clause);
    clause = (cck_clause){.first = i, .relative = is_relative(scene, i)};
  }
  clause.past = s->past;
  CCK_PUSH(scene->context->arena, &scene->clauses, clause);
}

enum { MODAL = CCK_LINK_PLANNED | CCK_LINK_POSSIBLE | CCK_LINK_AUXILIARY | CCK_LINK_PRESENT };

/* "Will Smith" and "a can", where a headline does not write all words with capitals; not "the planned base". */
static bool is_no_modal(const cck_scene *scene, uint32_t token) {
  const cck_token *t = &scene->tokens[token];
  uint32_t next = token + 1;
  if (!(cck_scene_class(scene, token) & CCK_LINK_AUXILIARY))
    return false;
  if (token > scene->sentence->first && (cck_scene_class(scene, token - 1) & CCK_LINK_ARTICLE))
    return true;
  if (!(t->flags & CCK_TOKEN_CAPITAL) ||
      scene->context->doc->blocks.items[scene->sentence->block].kind == CCK_BLOCK_TITLE)
    return false;
  return !(t->flags & CCK_TOKEN_FIRST) ||
         (next < scene->sentence->past && (scene->tokens[next].flags & CCK_TOKEN_CAPITAL));
}

/* Words of mood that are none: the month of May, names, nouns. */
static void clear_modals(const cck_scene *scene, uint32_t *classes) {
  uint32_t first = scene->sentence->first;
  for (size_t i = 0; i < scene->dates.count; i++)
    for (uint32_t k = scene->dates.items[i].first; k < scene->dates.items[i].past; k++)
      classes[k - first] &= ~(uint32_t)MODAL;
  bool any = scene->all_classes & (CCK_LINK_PLANNED | CCK_LINK_POSSIBLE);
  for (uint32_t k = first; any && k < scene->sentence->past; k++)
    if ((classes[k - first] & (CCK_LINK_PLANNED | CCK_LINK_POSSIBLE)) && is_no_modal(scene, k))
      classes[k - first] &= ~(uint32_t)MODAL;
}

static void classify(cck_scene *scene) {
  const cck_sentence *s = scene->sentence;
  const struct cck_link_words *words = scene->context->vocabulary->links;
  uint32_t *classes = cck_arena_alloc(scene->context->arena, (s->past - s->first) * sizeof *classes);
  for (uint32_t i = s->first; i < s->past; i++)
    scene->all_classes |= classes[i - s->first] = cck_link_class(words, &scene->tokens[i]);
  scene->classes = classes;
  if (scene->all_classes & MODAL)
    clear_modals(scene, classes);
}

/* The publication's midpoint decides which of several holders of a name is meant. */
static bool alias_holds(const cck_scene *scene, const cck_alias *alias) {
  cck_period published = scene->context->published;
  return cck_period_is_none(published) || cck_period_overlaps(alias->valid, published);
}

/* Of the entities that share the alias: one whose name holds at publication, else a declared one, else the first. */
static uint32_t choose_alias(const cck_scene *scene, const cck_trie_entry *entry) {
  const cck_lexicon *lexicon = scene->context->lexicon;
  uint32_t best = entry->payload;
  int best_rank = -1;
  for (; entry; entry = cck_trie_next(&lexicon->alias_trie, entry)) {
    const cck_alias *alias = &lexicon->aliases.items[entry->payload];
    int rank = 2 * alias_holds(scene, alias) + !lexicon->entities.items[alias->entity].builtin;
    if (rank > best_rank) {
      best = entry->payload;
      best_rank = rank;
    }
  }
  return best;
}

static bool is_possessive(const cck_scene *scene, uint32_t past) {
  if (past >= scene->sentence->past)
    return false;
  cck_slice text = cck_token_text(scene->context->doc->text, &scene->tokens[past]);
  bool glued = !(scene->tokens[past].flags & CCK_TOKEN_SPACE);
  return glued && (cck_slice_is(text, "'s") || cck_slice_is(text, "\xe2\x80\x99s") || cck_slice_is(text, "'") ||
                   cck_slice_is(text, "\xe2\x80\x99"));
}

/* A preposition of place within the few words before, with nothing but articles and adjectives between. */
static bool is_placed(const cck_scene *scene, uint32_t first) {
  for (uint32_t i = first; i > scene->sentence->first && first - i < PLACE_REACH; i--) {
    uint32_t class = cck_scene_class(scene, i - 1);
    if (class & (CCK_LINK_PLACE | CCK_LINK_TO | CCK_LINK_FROM))
      return true;
    if (class & CCK_LINK_PREPOSITION)
      return false;
    bool joins = (class & CCK_LINK_ARTICLE) || (scene->tokens[i - 1].kind == CCK_TOKEN_WORD && class == 0);
    if (!joins)
      return false;
  }
  return false;
}

static void add_entity(cck_scene *scene, cck_memory *memory, cck_entity_mention mention) {
  const cck_token *next = mention.past < scene->sentence->past ? &scene->tokens[mention.past] : NULL;
  const cck_lexicon *lexicon = scene->context->lexicon;
  bool demonym = mention.alias != CCK_LEXICON_NONE && lexicon->aliases.items[mention.alias].role == CCK_ALIAS_DEMONYM;
  mention.clause = cck_scene_clause(scene, mention.first);
  mention.possessive = is_possessive(scene, mention.past);
  mention.placed = is_placed(scene, mention.first);
  mention.adjective =
      demonym && next && next->kind == CCK_TOKEN_WORD && !mention.possessive &&
      !(cck_scene_class(scene, mention.past) & (CCK_LINK_AUXILIARY | CCK_LINK_PREPOSITION | CCK_LINK_CONJUNCTION));
  CCK_PUSH(scene->context->arena, &scene->entities, mention);
  CCK_PUSH(scene->context->arena, &memory->recent, mention.entity);
}

/* The one declared entity of the type `in` the country, or CCK_LEXICON_NONE. */
static uint32_t entity_at(const cck_lexicon *lexicon, cck_slice type, cck_slice country) {
  uint32_t found = CCK_LEXICON_NONE;
  for (uint32_t i = 0; i < lexicon->entities.count; i++) {
    const cck_entity *e = &lexicon->entities.items[i];
    if (e->builtin || !cck_slice_eq(e->type, type) || !cck_slice_eq(e->in, country))
      continue;
    if (found != CCK_LEXICON_NONE)
      return CCK_LEXICON_NONE;
    found = i;
  }
  return found;
}

/* "an air base in the Kyrgyz capital": a place in a country right after the type word. */
static uint32_t place_after(const cck_scene *scene, uint32_t from) {
  const cck_lexicon *lexicon = scene->context->lexicon;
  const cck_sentence *s = scene->sentence;
  if (from >= s->past || !(cck_scene_class(scene, from) & CCK_LINK_PLACE))
    return CCK_LEXICON_NONE;
  for (uint32_t i = from + 1; i < s->past && i <= from + 2; i++) {
    const cck_trie_entry *entry;
    if (cck_lexicon_match(lexicon, &scene->tokens[i], s->past - i, &entry))
      return entry ? lexicon->aliases.items[choose_alias(scene, entry)].entity : CCK_LEXICON_NONE; /* "New Mexico" */
    if (!(cck_scene_class(scene, i) & CCK_LINK_ARTICLE))
      break;
  }
  return CCK_LEXICON_NONE;
}

static bool after_definite(const cck_scene *scene, uint32_t token) {
  for (uint32_t i = token; i > scene->sentence->first && token - i < 3; i--) {
    if (cck_scene_class(scene, i - 1) & CCK_LINK_DEFINITE)
      return true;
    if (scene->tokens[i - 1].kind != CCK_TOKEN_WORD || cck_scene_class(scene, i - 1))
      return false;
  }
  return false;
}

static uint32_t last_of_type(const cck_lexicon *lexicon, const cck_memory *memory, cck_slice type) {
  for (size_t i = memory->recent.count; i > 0 && memory->recent.count - i < MEMORY_DEPTH; i--) {
    uint32_t entity = memory->recent.items[i - 1];
    if (cck_slice_eq(lexicon->entities.items[entity].type, type))
      return entity;
  }
  return CCK_LEXICON_NONE;
}

/* A type word: the entity that it means here, by its place or as a reference back. */
static uint32_t resolve_type(const cck_scene *scene, const cck_memory *memory, cck_slice type, uint32_t first,
                             uint32_t past) {
  const cck_lexicon *lexicon = scene->context->lexicon;
  uint32_t place = place_after(scene, past);
  if (place != CCK_LEXICON_NONE && lexicon->entities.items[place].builtin)
    return entity_at(lexicon, type, lexicon->entities.items[place].id);
  return after_definite(scene, first) ? last_of_type(lexicon, memory, type) : CCK_LEXICON_NONE;
}

static void find_entities(cck_scene *scene, cck_memory *memory) {
  const cck_lexicon *lexicon = scene->context->lexicon;
  const cck_sentence *s = scene->sentence;
  bool none = s->never & CCK_NEVER_NAME;
  for (uint32_t i = s->first; !none && i < s->past; i++) {
    const cck_trie_entry *entry;
    if (scene->tokens[i].never & CCK_NEVER_NAME) /* most tokens */
      continue;
    uint32_t length = (uint32_t)cck_lexicon_match(lexicon, &scene->tokens[i], s->past - i, &entry);
    cck_entity_mention mention = {.alias = CCK_LEXICON_NONE, .first = i, .past = i + length};
    if (length && !entry) { /* a name that only looks like an entity: nothing in it is one */
      i = mention.past - 1;
      continue;
    }
    if (length) {
      mention.alias = choose_alias(scene, entry);
      mention.entity = lexicon->aliases.items[mention.alias].entity;
    } else {
      length = (uint32_t)cck_trie_longest(&lexicon->type_trie, &scene->tokens[i], s->past - i, &entry);
      if (length == 0)
        continue;
      mention.past = i + length;
      mention.entity = resolve_type(scene, memory, lexicon->types.items[entry->payload], i, i + length);
      if (mention.entity == CCK_LEXICON_NONE)
        continue;
    }
    add_entity(scene, memory, mention);
    i = mention.past - 1;
  }
}

/* Finds the later parts of "write ... off", each within a few words of the one before and in the clause. */
static uint32_t governed_end(const cck_scene *scene, const cck_word *word, uint32_t first) {
  const cck_clause *clause = &scene->clauses.items[cck_scene_clause(scene, first)];
  uint32_t at = first + 1;
  for (size_t part = 1; part < word->parts.count; part++) {
    uint32_t limit = at + GOVERNED_WORDS < clause->past ? at + GOVERNED_WORDS : clause->past;
    while (at < limit && scene->tokens[at].stem != word->parts.items[part])
      at++;
    if (at >= limit)
      return 0;
    at++;
  }
  return at;
}

static void find_words(cck_scene *scene) {
  const cck_lexicon *lexicon = scene->context->lexicon;
  const cck_sentence *s = scene->sentence;
  bool none = s->never & CCK_NEVER_MEASURE;
  for (uint32_t i = s->first; !none && i < s->past; i++) {
    const cck_trie_entry *entry;
    if (scene->tokens[i].never & CCK_NEVER_MEASURE) /* nor a verb: their phrases are in both tries */
      continue;
    size_t length = cck_trie_longest(&lexicon->word_trie, &scene->tokens[i], s->past - i, &entry);
    cck_word_hit hit = {.first = i, .past = i + (uint32_t)length, .clause = cck_scene_clause(scene, i)};
    for (; length && entry; entry = cck_trie_next(&lexicon->word_trie, entry)) {
      hit.word = entry->payload;
      CCK_PUSH(scene->context->arena, &scene->words, hit);
    }
    if (!cck_trie_longest(&lexicon->verb_trie, &scene->tokens[i], 1, &entry))
      continue;
    for (; entry; entry = cck_trie_next(&lexicon->verb_trie, entry)) {
      hit.word = entry->payload;
      hit.past = governed_end(scene, &lexicon->words.items[hit.word], i);
      if (hit.past > i + length || (hit.past && length == 0))
        CCK_PUSH(scene->context->arena, &scene->words, hit);
    }
  }
}

/* With many measures in a lexicon, each is to see its own words only. */
static void chain_words(cck_scene *scene) {
  const cck_lexicon *lexicon = scene->context->lexicon;
  size_t count = lexicon->measures.count;
  if (!scene->first_hit) {
    scene->first_hit = cck_arena_alloc(scene->context->arena, count * sizeof *scene->first_hit);
    for (size_t i = 0; i < count; i++)
      scene->first_hit[i] = CCK_LEXICON_NONE;
  }
  for (size_t i = scene->words.count; i > 0; i--) {
    uint32_t *first = &scene->first_hit[lexicon->words.items[scene->words.items[i - 1].word].measure];
    scene->words.items[i - 1].next = *first;
    *first = (uint32_t)(i - 1);
  }
}

/*
 * Inside quotation marks behind this sign? Curly and TeX marks say which way they face; a straight one turns it over.
 */
static bool quotes_behind(const cck_scene *scene, uint32_t sign, bool before) {
  char first = scene->context->doc->text.ptr[scene->tokens[sign].start];
  if (first == ',' || first == '.' || first == '-') /* nearly all signs */
    return before;
  if (cck_scene_sign(scene, sign, "\xe2\x80\x9c") || cck_scene_sign(scene, sign, "``"))
    return true;
  if (cck_scene_sign(scene, sign, "\xe2\x80\x9d") || cck_scene_sign(scene, sign, "''"))
    return false;
  return cck_scene_sign(scene, sign, "\"") ? !before : before;
}

/* The state goes on from sentence to sentence; the caller resets it at each block. */
static void mark_quotes(cck_scene *scene, cck_memory *memory) {
  const cck_sentence *s = scene->sentence;
  bool *quoted = cck_arena_alloc(scene->context->arena, (s->past - s->first) * sizeof *quoted);
  scene->quoted = quoted;
  if (s->never & CCK_NEVER_QUOTE) {
    memset(quoted, memory->in_quotes, (s->past - s->first) * sizeof *quoted);
    return;
  }
  for (uint32_t i = s->first; i < s->past; i++) {
    if (scene->tokens[i].kind == CCK_TOKEN_SIGN)
      memory->in_quotes = quotes_behind(scene, i, memory->in_quotes);
    quoted[i - s->first] = memory->in_quotes;
  }
}

/* Most sentences have nothing to say: only those that may yield a claim get their quote. */
static void quote_sentence(cck_scene *scene) {
  const cck_context *context = scene->context;
  if (scene->dates.count + scene->quantities.count + scene->entities.count == 0)
    return;
  scene->quote = cck_document_quote(context->arena, context->doc, scene->sentence->start, scene->sentence->end);
}

void cck_scene_begin(cck_scene *scene, cck_context *context, const cck_sentence *sentence) {
  for (size_t i = 0; i < scene->words.count; i++)
    scene->first_hit[context->lexicon->words.items[scene->words.items[i].word].measure] = CCK_LEXICON_NONE;
  scene->context = context;
  scene->sentence = sentence;
  scene->tokens = context->doc->tokens.items;
  scene->quote = (cck_slice){NULL, 0};
  scene->all_classes = 0;
  scene->clauses.count = scene->entities.count = scene->words.count = 0;
  scene->dates.count = scene->quantities.count = 0;
  scene->label_past = 0;
  scene->heading = (cck_heading){0};
}

/* No mention, and no token at which an entity could begin? */
static bool is_empty(const cck_scene *scene) {
  return scene->dates.count + scene->quantities.count == 0 && (scene->sentence->never & CCK_NEVER_NAME);
}

void cck_scene_build(cck_scene *scene, cck_memory *memory) {
  mark_quotes(scene, memory);
  if (is_empty(scene))
    return;
  classify(scene);
  split_clauses(scene);
  find_entities(scene, memory);
  cck_label_read(scene, memory);
  if (scene->dates.count + scene->quantities.count > 0) { /* nothing else has a measure */
    find_words(scene);
    chain_words(scene);
  }
  quote_sentence(scene);
}
