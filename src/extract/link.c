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
static void begin_claim(const cck_scene *scene, cck_claim_kind kind, uint32_t first, uint32_t past, cck_claim *claim) {
  const cck_document *doc = scene->context->doc;
  const cck_sentence *s = scene->sentence;
  *claim = (cck_claim){.kind = kind, .path = doc->path, .offsets_in_text = doc->map.runs.count > 0};
  claim->start = scene->tokens[first].start;
  claim->end = scene->tokens[past - 1].end;
  claim->text = cck_document_quote(scene->context->arena, doc, claim->start, claim->end);
  cck_document_place(doc, claim->start, &claim->line, &claim->column);
  claim->quoted = scene->quoted[first - s->first];
  claim->in = where_of(&doc->blocks.items[s->block]);
  claim->quote = scene->quote;
  claim->date.valid = true;
  claim->time = (cck_time){CCK_NO_PERIOD, CCK_BASIS_NONE};
}

static void name_measure(const cck_scene *scene, uint32_t measure, cck_claim *claim) {
  if (measure != CCK_LEXICON_NONE)
    claim->measure = scene->context->lexicon->measures.items[measure].id;
}

static void link_mention(const cck_scene *scene, const cck_mention *m, cck_claim *claim) {
  begin_claim(scene, m->kind, m->first, m->past, claim);
  cck_link_modality(scene, m, claim);
  claim->speaker = cck_link_speaker(scene, m);
  if (m->kind == CCK_CLAIM_MALFORMED)
    return;
  uint32_t measure = cck_link_measure(scene, m);
  name_measure(scene, measure, claim);
  if (m->kind == CCK_CLAIM_DATE) {
    claim->date = m->date;
  } else {
    claim->value = m->value;
    claim->noun = m->noun;
  }
  cck_link_subject(scene, m, measure, claim);
  cck_link_time(scene, m, claim);
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

static void link_name(const cck_scene *scene, const cck_entity_mention *e, cck_claim *claim) {
  begin_claim(scene, CCK_CLAIM_NAME, e->first, e->past, claim);
  claim->subject = scene->context->lexicon->entities.items[e->entity].id;
  claim->subject_text = claim->text;
  if (!cck_period_is_none(scene->context->published))
    claim->time = (cck_time){scene->context->published, CCK_BASIS_PUBLICATION};
}

/* Claims of a sentence are few and nearly in order: insertion keeps the last one by place. */
static void put_in_order(cck_claims *claims, size_t first) {
  size_t last = claims->count - 1;
  if (last == first || claims->items[last - 1].start <= claims->items[last].start)
    return;
  cck_claim claim = claims->items[last];
  size_t at = last;
  for (; at > first && claims->items[at - 1].start > claim.start; at--)
    claims->items[at] = claims->items[at - 1];
  claims->items[at] = claim;
}

/* The next mention by place, of the dates and quantities not linked yet. A date comes before a quantity. */
static const cck_mention *next_mention(const cck_scene *scene, size_t *date, size_t *quantity) {
  const cck_mention *d = *date < scene->dates.count ? &scene->dates.items[*date] : NULL;
  const cck_mention *q = *quantity < scene->quantities.count ? &scene->quantities.items[*quantity] : NULL;
  bool first = d && (!q || d->first <= q->first);
  *date += first;
  *quantity += !first;
  return first ? d : q;
}

void cck_link_sentence(cck_scene *scene, cck_memory *memory, cck_claims *out) {
  cck_arena *arena = scene->context->arena;
  size_t first = out->count;
  size_t date = 0;
  size_t quantity = 0;
  for (size_t left = scene->dates.count + scene->quantities.count; left > 0; left--) {
    link_mention(scene, next_mention(scene, &date, &quantity), CCK_ADD(arena, out));
    put_in_order(out, first);
  }
  for (size_t i = 0; i < scene->entities.count; i++)
    if (wants_name_claim(scene, memory, &scene->entities.items[i])) {
      link_name(scene, &scene->entities.items[i], CCK_ADD(arena, out));
      put_in_order(out, first);
    }
}
