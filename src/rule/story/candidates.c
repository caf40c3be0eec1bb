#include "rule/story/candidates.h"

#include <stdlib.h>

enum {
  COMMONEST = 64, /* articles: a word of more finds nobody */
  SHARED = 3,     /* words that find each other */
  SHORT = 3,      /* sentences with figures: a shorter text is found by one word */
  LIKE = 45       /* one over the square of the least cosine, 0.15 */
};

/* The words of an article. */
typedef struct profile {
  CCK_VEC(cck_story_word) words; /* in order of stem, each once */
  uint64_t weight;               /* sum of the squared rarities */
  uint32_t sentences;
} profile;

/* Where a stem stands: places in `bodies`. */
typedef struct posting {
  uint32_t first, count;
} posting;

typedef struct indexer {
  cck_run *run;
  const cck_tellings *tellings;
  cck_arena *arena;
  profile *profiles;
  cck_hash_table stems; /* 1 and the place in postings */
  CCK_VEC(posting) postings;
  uint32_t *bodies;
  uint32_t *shared; /* by body: words shared with the one looked at */
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
    uint32_t *number = cck_hash_table_put(ix->arena, &ix->stems, p->words.items[i].stem);
    if (*number == 0) {
      *number = (uint32_t)ix->postings.count + 1;
      CCK_PUSH(ix->arena, &ix->postings, ((posting){0, 0}));
    }
    ix->postings.items[*number - 1].count++;
  }
}

static posting *posting_of(const indexer *ix, uint64_t stem) {
  return &ix->postings.items[cck_hash_table_find(&ix->stems, stem) - 1];
}

/* Fills the postings, each in order of body. */
static void fill_postings(indexer *ix) {
  uint32_t total = 0;
  for (size_t i = 0; i < ix->postings.count; i++) {
    ix->postings.items[i].first = total;
    total += ix->postings.items[i].count;
    ix->postings.items[i].count = 0;
  }
  ix->bodies = cck_arena_alloc(ix->arena, total * sizeof *ix->bodies);
  for (uint32_t b = 0; b < ix->run->body_count; b++)
    for (size_t i = 0; i < ix->profiles[b].words.count; i++) {
      posting *p = posting_of(ix, ix->profiles[b].words.items[i].stem);
      ix->bodies[p->first + p->count++] = b;
    }
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

static bool may_be_one_story(const indexer *ix, uint32_t left, uint32_t right) {
  const profile *a = &ix->profiles[left];
  const profile *b = &ix->profiles[right];
  if (a->sentences <= SHORT || b->sentences <= SHORT)
    return true;
  return ix->shared[right] >= SHARED && is_alike(a, b);
}

static int by_body(const void *a, const void *b) {
  const uint32_t *x = a;
  const uint32_t *y = b;
  return (*x > *y) - (*x < *y);
}

/* The articles behind this one that share a word which is not everywhere, in order. */
static void find_sharers(indexer *ix, uint32_t left, uint32_t *found, size_t *count) {
  *count = 0;
  for (size_t i = 0; i < ix->profiles[left].words.count; i++) {
    const posting *p = posting_of(ix, ix->profiles[left].words.items[i].stem);
    for (uint32_t k = p->first; p->count <= COMMONEST && k < p->first + p->count; k++)
      if (ix->bodies[k] > left && ix->shared[ix->bodies[k]]++ == 0)
        found[(*count)++] = ix->bodies[k];
  }
  if (*count)
    qsort(found, *count, sizeof *found, by_body);
}

void cck_story_candidates(cck_run *run, const cck_tellings *tellings, bool new_only, cck_story_pairs *out) {
  cck_arena scratch;
  cck_arena_init(&scratch);
  indexer ix = {.run = run, .tellings = tellings, .arena = &scratch};
  ix.profiles = cck_arena_alloc(&scratch, run->body_count * sizeof *ix.profiles);
  ix.shared = cck_arena_alloc(&scratch, run->body_count * sizeof *ix.shared);
  uint32_t *found = cck_arena_alloc(&scratch, run->body_count * sizeof *found);
  for (uint32_t b = 0; b < run->body_count; b++)
    read_profile(&ix, b);
  fill_postings(&ix);
  for (uint32_t left = 0; left < run->body_count; left++) {
    size_t count;
    find_sharers(&ix, left, found, &count);
    for (size_t i = 0; i < count; i++) {
      cck_story_pair pair = {left, found[i]};
      bool wanted = !new_only || run->bodies[left]->is_new || run->bodies[found[i]]->is_new;
      if (wanted && may_be_one_story(&ix, left, found[i]))
        CCK_PUSH(run->arena, out, pair);
      ix.shared[found[i]] = 0;
    }
  }
  cck_arena_fini(&scratch);
}
