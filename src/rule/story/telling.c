#include "rule/story/telling.h"

#include <stdlib.h>

#include "model/literal.h"
#include "rule/story/phrase.h"
#include "text/stem.h"

enum { BRIEF_SENTENCES = 2, BRIEF_BYTES = 700, BRIEF_TEXTS = 8 };

/* ---- sets of stems ---- */

bool cck_stem_set_has(const cck_stem_set *set, uint64_t stem) {
  for (uint32_t i = 0; i < set->count; i++)
    if (set->items[i] == stem)
      return true;
  return false;
}

bool cck_stem_sets_meet(const cck_stem_set *a, const cck_stem_set *b) {
  for (uint32_t i = 0; i < a->count; i++)
    if (cck_stem_set_has(b, a->items[i]))
      return true;
  return false;
}

/* ---- sentences ---- */

static int by_stem(const void *a, const void *b) {
  const cck_story_word *x = a;
  const cck_story_word *y = b;
  if (x->stem != y->stem)
    return x->stem < y->stem ? -1 : 1;
  return (x->token > y->token) - (x->token < y->token);
}

/* Sorted, each stem once: at its first place, a name if it is one anywhere. */
static void settle_words(cck_story_words *words) {
  size_t kept = 0;
  if (words->count)
    qsort(words->items, words->count, sizeof *words->items, by_stem);
  for (size_t i = 0; i < words->count; i++) {
    if (kept && words->items[kept - 1].stem == words->items[i].stem) {
      words->items[kept - 1].name = words->items[kept - 1].name || words->items[i].name;
      continue;
    }
    words->items[kept++] = words->items[i];
  }
  words->count = kept;
}

const cck_story_word *cck_story_find_word(const cck_story_words *words, uint64_t stem) {
  size_t low = 0;
  size_t high = words->count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (words->items[middle].stem < stem)
      low = middle + 1;
    else
      high = middle;
  }
  return low < words->count && words->items[low].stem == stem ? &words->items[low] : NULL;
}

static bool is_shouted(const cck_tokens *tokens) {
  size_t words = 0;
  size_t capitals = 0;
  for (size_t i = 0; i < tokens->count; i++) {
    words += tokens->items[i].kind == CCK_TOKEN_WORD;
    capitals += tokens->items[i].kind == CCK_TOKEN_WORD && (tokens->items[i].flags & CCK_TOKEN_CAPS);
  }
  return 3 * capitals > 2 * words;
}

static void read_sentence(cck_arena *arena, const cck_story_vocabulary *v, cck_stems *stems, cck_slice quote,
                          cck_story_sentence *out) {
  *out = (cck_story_sentence){.quote = quote};
  cck_tokenize_knowing(arena, stems, quote, 0, quote.len, &out->tokens);
  out->shouted = is_shouted(&out->tokens);
  for (uint32_t i = 0; i < out->tokens.count; i++) {
    const cck_token *t = &out->tokens.items[i];
    uint32_t class = t->kind == CCK_TOKEN_WORD ? cck_story_class(v, t) : 0;
    out->classes |= class;
    if (!cck_story_is_content(out, v, i))
      continue;
    cck_story_word word = {t->stem, i, (uint16_t)cck_story_rarity(v, t->stem), cck_story_is_name(out, v, i)};
    CCK_PUSH(arena, &out->words, word);
  }
  settle_words(&out->words);
  for (size_t i = 0; i < out->words.count; i++) {
    out->weight += out->words.items[i].rarity;
    out->names = out->names || out->words.items[i].name;
  }
}

/* ---- sights ---- */

/* Square roots of 1 / (1 + (d - 1) / 3), in 256ths: the product of two is the geometric mean of the weights. */
static unsigned weight_at(unsigned distance) {
  static const uint16_t weights[] = {256, 256, 222, 198, 181, 168, 157, 148, 140,
                                     134, 128, 123, 118, 114, 111, 107, 105};
  enum { KNOWN = sizeof weights / sizeof *weights };
  return distance < KNOWN ? weights[distance] : 100;
}

/* What parts two words makes them farther apart: square roots of 0.5, 0.8 and 0.85, in 256ths. */
static unsigned break_at(const cck_story_sentence *s, const cck_story_vocabulary *v, uint32_t i) {
  enum { STRONG = 181, COMMA = 229, CLAUSE = 236, NONE = 256 };
  const cck_token *t = &s->tokens.items[i];
  if (t->kind == CCK_TOKEN_WORD)
    return cck_story_class(v, t) & CCK_STORY_CLAUSE ? CLAUSE : NONE;
  if (t->kind != CCK_TOKEN_SIGN)
    return NONE;
  if (cck_token_is(s->quote, t, ","))
    return COMMA;
  bool dash = cck_token_is_dash(s->quote, t) && (t->flags & CCK_TOKEN_SPACE);
  return dash || cck_token_is(s->quote, t, ";") || cck_token_is(s->quote, t, ":") || cck_token_is(s->quote, t, "(") ||
                 cck_token_is(s->quote, t, ")")
             ? STRONG
             : NONE;
}

static cck_story_sight *sight_of(const cck_story_sentence *s, cck_story_sight *sights, uint64_t stem) {
  return &sights[cck_story_find_word(&s->words, stem) - s->words.items];
}

static void look(const cck_story_sentence *s, const cck_story_vocabulary *v, cck_telling *t, int side) {
  unsigned weight = 256;
  unsigned distance = 0;
  uint32_t count = (uint32_t)s->tokens.count;
  for (uint32_t step = 0; step < (side ? count - t->past : t->first); step++) {
    uint32_t i = side ? t->past + step : t->first - 1 - step;
    weight = weight * break_at(s, v, i) >> 8;
    if (!cck_story_is_content(s, v, i))
      continue;
    distance++;
    cck_story_sight *sight = sight_of(s, t->sights, s->tokens.items[i].stem);
    if (sight->distance[side])
      continue;
    sight->distance[side] = (uint8_t)(distance < UINT8_MAX ? distance : UINT8_MAX);
    sight->weight[side] = (uint16_t)(weight * weight_at(distance) >> 8);
  }
}

/* ---- tellings ---- */

static cck_story_kind kind_of(const cck_claim *claim, const cck_unit_view *unit) {
  static const struct {
    const char *dimension;
    cck_story_kind kind;
  } kinds[] = {{"count", CCK_STORY_COUNT}, {"money", CCK_STORY_MONEY},   {"percent", CCK_STORY_PERCENT},
               {"age", CCK_STORY_AGE},     {"length", CCK_STORY_LENGTH}, {"duration", CCK_STORY_DURATION}};
  int clock;
  if (claim->kind == CCK_CLAIM_DATE)
    return claim->date.precision == CCK_PRECISION_TIME && cck_literal_clock(claim->date.text, &clock) ? CCK_STORY_CLOCK
                                                                                                      : CCK_STORY_DATE;
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (cck_slice_is(unit->dimension, kinds[i].dimension))
      return kinds[i].kind;
  return CCK_STORY_UNIT;
}

bool cck_telling_figure(const cck_telling *t, cck_decimal hedge, cck_figure *out) {
  if (t->kind != CCK_STORY_CLOCK)
    return cck_figure_of(t->claim, &t->unit, hedge, out);
  *out =
      (cck_figure){.has_min = true, .has_max = true, .min = cck_decimal_of(t->clock), .max = cck_decimal_of(t->clock)};
  out->last = cck_decimal_of(1);
  return true;
}

/* Denied and asked figures say nothing; a bare number says nothing of what. */
static bool is_comparable(const cck_claim *claim) {
  if (claim->modality == CCK_MODALITY_DENIED || claim->modality == CCK_MODALITY_QUESTION)
    return false;
  if (claim->kind == CCK_CLAIM_DATE)
    return claim->date.valid && (claim->date.precision == CCK_PRECISION_TIME || !cck_period_is_none(claim->date.days));
  return claim->kind == CCK_CLAIM_QUANTITY && claim->value.unit.len && (claim->value.has_min || claim->value.has_max);
}

/* Where the figure stands in its quote; `from` is where the one before it began. */
static bool find_tokens(const cck_story_sentence *s, cck_slice text, size_t *from, cck_telling *t) {
  size_t at = cck_slice_find(s->quote, text, *from);
  if (at == SIZE_MAX)
    at = cck_slice_find(s->quote, text, 0);
  if (at == SIZE_MAX || text.len == 0)
    return false;
  *from = at + 1;
  uint32_t count = (uint32_t)s->tokens.count;
  for (t->first = 0; t->first < count && s->tokens.items[t->first].end <= at; t->first++)
    continue;
  for (t->past = t->first; t->past < count && s->tokens.items[t->past].start < at + text.len; t->past++)
    continue;
  return t->past > t->first;
}

/* "2.8% of GDP (2018)": the time of a figure, not a statement. */
static bool is_time_of_figure(const cck_story_sentence *s, const cck_telling *t) {
  return t->claim->kind == CCK_CLAIM_DATE && t->first > 0 &&
         cck_token_is(s->quote, &s->tokens.items[t->first - 1], "(");
}

typedef struct reader {
  cck_run *run;
  cck_tellings *out;
  cck_stems *stems;
} reader;

static void add_telling(reader *r, const cck_claim *claim, uint32_t order, uint32_t body, size_t *from) {
  cck_arena *arena = r->run->arena;
  const cck_story_vocabulary *v = r->out->vocabulary;
  uint32_t index = (uint32_t)r->out->sentences.count - 1;
  cck_story_sentence *s = &r->out->sentences.items[index];
  cck_telling t = {.claim = claim, .body = body, .sentence = index, .order = order};
  if (!is_comparable(claim) || !find_tokens(s, claim->text, from, &t) || is_time_of_figure(s, &t))
    return;
  t.unit = claim->kind == CCK_CLAIM_DATE ? (cck_unit_view){CCK_S("date"), CCK_S("date"), cck_decimal_of(1)}
                                         : cck_unit_memo_view(&r->run->units, claim->value.unit);
  t.kind = kind_of(claim, &t.unit);
  if (t.kind == CCK_STORY_CLOCK) {
    t.unit.dimension = t.unit.key = CCK_S("clock");
    (void)cck_literal_clock(claim->date.text, &t.clock);
  }
  t.sights = cck_arena_alloc(arena, s->words.count * sizeof *t.sights);
  look(s, v, &t, 0);
  look(s, v, &t, 1);
  cck_story_read_phrase(s, v, &t);
  s->specifications = s->specifications || (t.noun_classes & CCK_STORY_STATISTIC);
  s->past = (uint32_t)r->out->items.count + 1;
  CCK_PUSH(arena, &r->out->items, t);
}

/* "10 of the 16 games": the whole of a part is another figure than the part. */
static void mark_wholes(reader *r, const cck_story_sentence *s) {
  for (uint32_t i = s->first; i < s->past; i++) {
    const cck_links *links = &r->out->items.items[i].claim->links;
    for (size_t l = 0; l < links->count; l++)
      if (cck_slice_is(links->items[l].role, "whole"))
        r->out->items.items[i].told |= CCK_TOLD_SHARE;
    for (size_t l = 0; l < links->count; l++)
      for (uint32_t j = s->first; j < s->past && cck_slice_is(links->items[l].role, "whole"); j++)
        if (cck_slice_eq(r->out->items.items[j].claim->id, links->items[l].id))
          r->out->items.items[j].told |= CCK_TOLD_WHOLE;
  }
}

static void read_body(reader *r, uint32_t index, uint32_t order) {
  const cck_body *body = r->run->bodies[index];
  struct cck_story_body *out = &r->out->bodies[index];
  size_t from = 0;
  out->first = (uint32_t)r->out->items.count;
  out->first_sentence = (uint32_t)r->out->sentences.count;
  for (size_t i = 0; i < body->count; i++) {
    const cck_claim *claim = &body->claims[i];
    if (i == 0 || !cck_slice_eq(claim->quote, body->claims[i - 1].quote)) {
      cck_story_sentence sentence;
      read_sentence(r->run->arena, r->out->vocabulary, r->stems, claim->quote, &sentence);
      sentence.first = sentence.past = (uint32_t)r->out->items.count;
      CCK_PUSH(r->run->arena, &r->out->sentences, sentence);
      from = 0;
    }
    cck_story_sentence *here = &r->out->sentences.items[r->out->sentences.count - 1];
    here->says_when = here->says_when || claim->kind == CCK_CLAIM_DATE;
    add_telling(r, claim, order + (uint32_t)i, index, &from);
  }
  for (uint32_t i = out->first_sentence; i < r->out->sentences.count; i++) {
    const cck_story_sentence *s = &r->out->sentences.items[i];
    mark_wholes(r, s);
    for (size_t w = 0; w < s->words.count; w++)
      CCK_PUSH(r->run->arena, &out->words, s->words.items[w]);
  }
  settle_words(&out->words);
  out->past = (uint32_t)r->out->items.count;
  out->past_sentence = (uint32_t)r->out->sentences.count;
  out->brief = r->run->body_count <= BRIEF_TEXTS && out->past_sentence - out->first_sentence <= BRIEF_SENTENCES &&
               (body->count == 0 || body->claims[body->count - 1].end <= BRIEF_BYTES);
}

/* Eleven times the whole part of the binary logarithm: about sixteen natural ones. */
static unsigned rarity_of_share(uint32_t all, uint32_t some) {
  unsigned rarity = 0;
  for (; all / 2 >= some; all /= 2)
    rarity += 11;
  return rarity;
}

/* In an archive, what many articles name is not rare, however rare it is elsewhere: an agency, a bank, a ministry. */
static void temper_words(cck_run *run, cck_tellings *out) {
  enum { ARCHIVE = 500 };
  cck_arena scratch;
  cck_hash_table articles = {0};
  if (run->body_count < ARCHIVE)
    return;
  cck_arena_init(&scratch);
  for (size_t b = 0; b < run->body_count; b++)
    for (size_t i = 0; i < out->bodies[b].words.count; i++)
      ++*cck_hash_table_put(&scratch, &articles, out->bodies[b].words.items[i].stem);
  for (size_t b = 0; b < run->body_count; b++)
    for (size_t i = 0; i < out->bodies[b].words.count; i++) {
      cck_story_word *word = &out->bodies[b].words.items[i];
      unsigned here = rarity_of_share((uint32_t)run->body_count, cck_hash_table_find(&articles, word->stem));
      if (here < word->rarity)
        word->rarity = (uint16_t)here;
    }
  cck_arena_fini(&scratch);
}

cck_tellings *cck_tellings_new(cck_run *run) {
  cck_tellings *out = CCK_NEW(run->arena, cck_tellings);
  reader r = {run, out, CCK_NEW(run->arena, cck_stems)};
  uint32_t order = 0;
  out->vocabulary = cck_story_vocabulary_new(run->arena);
  out->bodies = cck_arena_alloc(run->arena, run->body_count * sizeof *out->bodies);
  for (uint32_t b = 0; b < run->body_count; b++) {
    read_body(&r, b, order);
    order += (uint32_t)run->bodies[b]->count;
  }
  temper_words(run, out);
  return out;
}
