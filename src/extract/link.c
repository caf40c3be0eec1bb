/* From the mentions of a sentence to its claims. */
#include "extract/link.h"

static cck_where where_of(const cck_block *block) {
  switch (block->kind) {
  case CCK_BLOCK_TITLE:
    return CCK_IN_TITLE;
  case CCK_BLOCK_LEAD:
    return CCK_IN_LEAD;
  case CCK_BLOCK_LIST:
    return CCK_IN_LIST;
  case CCK_BLOCK_CAPTION:
    return CCK_IN_CAPTION;
  case CCK_BLOCK_BODY:
  case CCK_BLOCK_FURNITURE:
    break;
  }
  return CCK_IN_BODY;
}

/* What every claim has: place, quote, quotation marks. */
static cck_claim begin_claim(const cck_scene *scene, cck_claim_kind kind, uint32_t first, uint32_t past) {
  const cck_document *doc = scene->context->doc;
  const cck_sentence *s = scene->sentence;
  cck_claim claim = {.kind = kind, .path = doc->path, .offsets_in_text = doc->map.runs.count > 0};
  claim.start = scene->tokens[first].start;
  claim.end = scene->tokens[past - 1].end;
  claim.text = cck_document_quote(scene->context->arena, doc, claim.start, claim.end);
  cck_document_place(doc, claim.start, &claim.line, &claim.column);
  claim.quoted = scene->quoted[first - s->first];
  claim.in = where_of(&doc->blocks.items[s->block]);
  claim.quote = scene->quote;
  claim.date.valid = true;
  claim.time = (cck_time){CCK_NO_PERIOD, CCK_BASIS_NONE};
  return claim;
}

static void name_measure(const cck_scene *scene, uint32_t measure, cck_claim *claim) {
  if (measure != CCK_LEXICON_NONE)
    claim->measure = scene->context->lexicon->measures.items[measure].id;
}

static cck_claim link_mention(const cck_scene *scene, const cck_mention *m) {
  cck_claim claim = begin_claim(scene, m->kind, m->first, m->past);
  cck_link_modality(scene, m, &claim);
  claim.speaker = cck_link_speaker(scene, m);
  if (m->kind == CCK_CLAIM_MALFORMED)
    return claim;
  uint32_t measure = cck_link_measure(scene, m);
  name_measure(scene, measure, &claim);
  if (m->kind == CCK_CLAIM_DATE) {
    claim.date = m->date;
  } else {
    claim.value = m->value;
    claim.noun = m->noun;
  }
  cck_link_subject(scene, m, measure, &claim);
  cck_link_time(scene, m, &claim);
  return claim;
}

/* A name that holds only for a time becomes a claim where the document first uses it. */
static bool wants_name_claim(const cck_scene *scene, cck_memory *memory, const cck_entity_mention *e) {
  if (e->alias == CCK_LEXICON_NONE || !scene->context->lexicon->entities.items[e->entity].dated)
    return false;
  for (size_t i = 0; i < memory->named.count; i++)
    if (memory->named.items[i] == e->alias)
      return false;
  CCK_PUSH(scene->context->arena, &memory->named, e->alias);
  return true;
}

static cck_claim link_name(const cck_scene *scene, const cck_entity_mention *e) {
  cck_claim claim = begin_claim(scene, CCK_CLAIM_NAME, e->first, e->past);
  claim.subject = scene->context->lexicon->entities.items[e->entity].id;
  claim.subject_text = claim.text;
  if (!cck_period_is_none(scene->context->published))
    claim.time = (cck_time){scene->context->published, CCK_BASIS_PUBLICATION};
  return claim;
}

/* Claims of a sentence are few and nearly in order: insertion keeps them by place. */
static void insert_in_order(cck_arena *arena, cck_claims *out, size_t first, cck_claim claim) {
  CCK_PUSH(arena, out, claim);
  size_t last = out->count - 1;
  size_t at = last;
  for (; at > first && out->items[at - 1].start > claim.start; at--)
    out->items[at] = out->items[at - 1];
  if (at < last)
    out->items[at] = claim;
}

void cck_link_sentence(cck_scene *scene, cck_memory *memory, cck_claims *out) {
  cck_arena *arena = scene->context->arena;
  size_t first = out->count;
  for (size_t i = 0; i < scene->dates.count; i++)
    insert_in_order(arena, out, first, link_mention(scene, &scene->dates.items[i]));
  for (size_t i = 0; i < scene->quantities.count; i++)
    insert_in_order(arena, out, first, link_mention(scene, &scene->quantities.items[i]));
  for (size_t i = 0; i < scene->entities.count; i++)
    if (wants_name_claim(scene, memory, &scene->entities.items[i]))
      insert_in_order(arena, out, first, link_name(scene, &scene->entities.items[i]));
}
