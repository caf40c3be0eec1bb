#include "rule/story/likeness.h"

enum { WHOLE = 256, SYNONYM = 218, ANYBODY = 154, BESIDE = 4, CROSSED = 166 /* 0.65: active against passive */ };

unsigned cck_story_compatible(const cck_telling *a, const cck_telling *b) {
  if (a->kind != b->kind || !cck_slice_eq(a->unit.key, b->unit.key) ||
      ((a->noun_classes | b->noun_classes) & CCK_STORY_TIMES))
    return 0;
  if (a->kind != CCK_STORY_COUNT)
    return WHOLE;
  if (a->noun == 0 || b->noun == 0)
    return 0;
  if (a->noun == b->noun)
    return WHOLE;
  if (a->synonyms & b->synonyms)
    return SYNONYM;
  return (a->noun_classes & b->noun_classes & CCK_STORY_PERSON) ? ANYBODY : 0;
}

/* A word of both sentences. */
static void share(const cck_story_word *word, const cck_story_sight *x, const cck_story_sight *y, cck_likeness *out) {
  unsigned best = 0;
  for (int i = 0; i < 2; i++)
    for (int j = 0; j < 2; j++) {
      unsigned v = (unsigned)x->weight[i] * y->weight[j] >> 8;
      if (i != j)
        v = v * CROSSED >> 8;
      if (v > best)
        best = v;
    }
  for (int i = 0; i < 2; i++)
    if (x->distance[i] && y->distance[i] && x->distance[i] <= BESIDE && y->distance[i] <= BESIDE)
      out->beside += word->rarity;
  out->words += (int)(word->rarity * best >> 8);
}

static int rarity_sum(const cck_story_vocabulary *v, const cck_stem_set *a, const cck_stem_set *b, bool shared) {
  int sum = 0;
  for (uint32_t i = 0; i < a->count; i++)
    if (cck_stem_set_has(b, a->items[i]) == shared)
      sum += (int)cck_story_rarity(v, a->items[i]);
  return sum;
}

/* "other assault rifles" and "AK-47 assault rifles": what both say of the noun, less what only one says. */
static int noun_likeness(const cck_story_vocabulary *v, const cck_telling *a, const cck_telling *b) {
  int shared = rarity_sum(v, &a->modifiers, &b->modifiers, true);
  int apart = rarity_sum(v, &a->modifiers, &b->modifiers, false) + rarity_sum(v, &b->modifiers, &a->modifiers, false);
  int noun = a->noun == b->noun ? (int)cck_story_rarity(v, a->noun) / 2 : 0;
  return shared * 4 / 5 - apart / 2 + noun;
}

cck_likeness cck_story_likeness(const cck_tellings *all, const cck_telling *a, const cck_telling *b) {
  const cck_story_sentence *x = &all->sentences.items[a->sentence];
  const cck_story_sentence *y = &all->sentences.items[b->sentence];
  cck_likeness out = {0, 0, 0};
  for (size_t i = 0, j = 0; i < x->words.count && j < y->words.count;) {
    if (x->words.items[i].stem == y->words.items[j].stem)
      share(&x->words.items[i], &a->sights[i], &b->sights[j], &out);
    bool forward = x->words.items[i].stem <= y->words.items[j].stem;
    bool both = x->words.items[i].stem == y->words.items[j].stem;
    i += forward;
    j += both || !forward;
  }
  out.all = out.words * (int)cck_story_compatible(a, b) / WHOLE;
  if (a->kind == CCK_STORY_COUNT)
    out.all += noun_likeness(all->vocabulary, a, b);
  return out;
}

unsigned cck_story_overlap(const cck_story_sentence *a, const cck_story_sentence *b) {
  unsigned shared = 0;
  for (size_t i = 0, j = 0; i < a->words.count && j < b->words.count;) {
    uint64_t p = a->words.items[i].stem;
    uint64_t q = b->words.items[j].stem;
    if (p == q)
      shared += a->words.items[i].rarity;
    i += p <= q;
    j += q <= p;
  }
  return a->weight + b->weight ? 512 * shared / (a->weight + b->weight) : 0;
}
