#include "rule/story/candidates.h"

#include <stdlib.h>

enum {
  RAREST = 12,     /* words of an article that are indexed */
  COMMONEST = 400, /* articles: a word of more says nothing */
  SHARED = 3,      /* of the indexed words */
  SHORT = 3,       /* sentences with figures: a shorter text has no twelve rare words */
  LIKE = 25        /* one over the square of the least cosine, 0.2 */
};

/* The words of an article. */
typedef struct profile {
  CCK_VEC(cck_story_word) words; /* in order of stem, each once */
  uint64_t weight;               /* sum of the squared rarities */
  uint32_t sentences;
} profile;

typedef struct entry {
  uint64_t stem;
  uint32_t body;
} entry;

typedef struct indexer {
  cck_run *run;
  const cck_tellings *tellings;
  cck_arena *arena;
  profile *profiles;
  cck_hash_table articles; /* in how many articles a stem stands */
  CCK_VEC(entry) entries;
  CCK_VEC(uint64_t) pairs; /* left << 32 | right, once for each word shared */
} indexer;

static int by_stem(const void *a, const void *b) {
  const cck_story_word *x = a;
  const cck_story_word *y = b;
  return (x->stem > y->stem) - (x->stem < y->stem);
}

static void read_profile(indexer *ix, uint32_t b) {
  const struct cck_story_body *body = &ix->tellings->bodies[b];
  profile *p = &ix->profiles[b];
  size_t kept = 0;
  p->sentences = body->past_sentence - body->first_sentence;
  for (uint32_t i = body->first_sentence; i < body->past_sentence; i++) {
    const cck_story_sentence *s = &ix->tellings->sentences.items[i];
    for (size_t w = 0; w < s->words.count; w++)
      CCK_PUSH(ix->arena, &p->words, s->words.items[w]);
  }
  if (p->words.count)
    qsort(p->words.items, p->words.count, sizeof *p->words.items, by_stem);
  for (size_t i = 0; i < p->words.count; i++)
    if (kept == 0 || p->words.items[kept - 1].stem != p->words.items[i].stem)
      p->words.items[kept++] = p->words.items[i];
  p->words.count = kept;
  for (size_t i = 0; i < kept; i++) {
    p->weight += (uint64_t)p->words.items[i].rarity * p->words.items[i].rarity;
    ++*cck_hash_table_put(ix->arena, &ix->articles, p->words.items[i].stem);
  }
}

/* A word with the number of articles that hold it. */
typedef struct ranked {
  uint64_t stem;
  uint32_t articles;
  uint16_t rarity;
} ranked;

static int by_rank(const void *a, const void *b) {
  const ranked *x = a;
  const ranked *y = b;
  if (x->rarity != y->rarity)
    return x->rarity > y->rarity ? -1 : 1;
  if (x->articles != y->articles)
    return x->articles < y->articles ? -1 : 1;
  return (x->stem > y->stem) - (x->stem < y->stem);
}

static void index_body(indexer *ix, uint32_t b, ranked *scratch) {
  const profile *p = &ix->profiles[b];
  size_t count = 0;
  for (size_t i = 0; i < p->words.count; i++) {
    uint32_t articles = cck_hash_table_find(&ix->articles, p->words.items[i].stem);
    if (articles > 1 && articles <= COMMONEST)
      scratch[count++] = (ranked){p->words.items[i].stem, articles, p->words.items[i].rarity};
  }
  if (count)
    qsort(scratch, count, sizeof *scratch, by_rank);
  for (size_t i = 0; i < count && i < RAREST; i++) {
    entry e = {scratch[i].stem, b};
    CCK_PUSH(ix->arena, &ix->entries, e);
  }
}

static int by_entry(const void *a, const void *b) {
  const entry *x = a;
  const entry *y = b;
  if (x->stem != y->stem)
    return x->stem < y->stem ? -1 : 1;
  return (x->body > y->body) - (x->body < y->body);
}

static int by_number(const void *a, const void *b) {
  const uint64_t *x = a;
  const uint64_t *y = b;
  return (*x > *y) - (*x < *y);
}

static void pair_up(indexer *ix, bool new_only) {
  if (ix->entries.count)
    qsort(ix->entries.items, ix->entries.count, sizeof *ix->entries.items, by_entry);
  for (size_t first = 0, past; first < ix->entries.count; first = past) {
    for (past = first + 1; past < ix->entries.count && ix->entries.items[past].stem == ix->entries.items[first].stem;)
      past++;
    for (size_t i = first; i < past; i++)
      for (size_t j = i + 1; j < past; j++) {
        uint32_t left = ix->entries.items[i].body;
        uint32_t right = ix->entries.items[j].body;
        if (!new_only || ix->run->bodies[left]->is_new || ix->run->bodies[right]->is_new)
          CCK_PUSH(ix->arena, &ix->pairs, (uint64_t)left << 32 | right);
      }
  }
  if (ix->pairs.count)
    qsort(ix->pairs.items, ix->pairs.count, sizeof *ix->pairs.items, by_number);
}

static bool is_alike(const profile *a, const profile *b) {
  uint64_t shared = 0;
  for (size_t i = 0, j = 0; i < a->words.count && j < b->words.count;) {
    uint64_t p = a->words.items[i].stem;
    uint64_t q = b->words.items[j].stem;
    if (p == q)
      shared += (uint64_t)a->words.items[i].rarity * a->words.items[i].rarity;
    i += p <= q;
    j += q <= p;
  }
  return shared && (double)LIKE * (double)shared * (double)shared >= (double)a->weight * (double)b->weight;
}

static bool may_be_one_story(const indexer *ix, uint32_t left, uint32_t right, size_t shared) {
  const profile *a = &ix->profiles[left];
  const profile *b = &ix->profiles[right];
  if (a->sentences <= SHORT || b->sentences <= SHORT)
    return true;
  return shared >= SHARED && is_alike(a, b);
}

void cck_story_candidates(cck_run *run, const cck_tellings *tellings, bool new_only, cck_story_pairs *out) {
  cck_arena scratch;
  cck_arena_init(&scratch);
  indexer ix = {.run = run, .tellings = tellings, .arena = &scratch};
  size_t longest = 0;
  ix.profiles = cck_arena_alloc(&scratch, run->body_count * sizeof *ix.profiles);
  for (uint32_t b = 0; b < run->body_count; b++) {
    read_profile(&ix, b);
    if (ix.profiles[b].words.count > longest)
      longest = ix.profiles[b].words.count;
  }
  ranked *ranks = cck_arena_alloc(&scratch, longest * sizeof *ranks);
  for (uint32_t b = 0; b < run->body_count; b++)
    index_body(&ix, b, ranks);
  pair_up(&ix, new_only);
  for (size_t first = 0, past; first < ix.pairs.count; first = past) {
    for (past = first + 1; past < ix.pairs.count && ix.pairs.items[past] == ix.pairs.items[first];)
      past++;
    cck_story_pair pair = {(uint32_t)(ix.pairs.items[first] >> 32), (uint32_t)ix.pairs.items[first]};
    if (may_be_one_story(&ix, pair.left, pair.right, past - first))
      CCK_PUSH(run->arena, out, pair);
  }
  cck_arena_fini(&scratch);
}
