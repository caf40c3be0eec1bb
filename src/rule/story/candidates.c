#include "rule/story/candidates.h"

#include <stdlib.h>

enum {
  COMMONEST = 64, /* articles: a word of more finds nobody */
  FEW = 64,       /* articles: all that share a word are compared */
  SHARED = 3,     /* words that find each other */
  SHORT = 3,      /* sentences with figures: a shorter text is found by one word */
  LIKE = 45       /* one over the square of the least cosine, 0.15 */
};

/* Where a stem stands: places in `bodies`. */
typedef struct posting {
  uint32_t first, count;
} posting;

typedef struct indexer {
  cck_run *run;
  const cck_tellings *tellings;
  cck_arena *arena;
  uint64_t *weights;    /* by body: sum of the squared rarities */
  cck_hash_table stems; /* 1 and the place in postings */
  CCK_VEC(posting) postings;
  uint32_t *bodies;
  uint32_t *shared; /* by body: words shared with the one looked at */
} indexer;

static const cck_story_words *words_of(const indexer *ix, uint32_t body) { return &ix->tellings->bodies[body].words; }

static uint64_t square(const cck_story_word *word) { return (uint64_t)word->rarity * word->rarity; }

static void count_words(indexer *ix, uint32_t body) {
  const cck_story_words *words = words_of(ix, body);
  for (size_t i = 0; i < words->count; i++) {
    uint32_t *number = cck_hash_table_put(ix->arena, &ix->stems, words->items[i].stem);
    if (*number == 0) {
      *number = (uint32_t)ix->postings.count + 1;
      CCK_PUSH(ix->arena, &ix->postings, ((posting){0, 0}));
    }
    ix->postings.items[*number - 1].count++;
    ix->weights[body] += square(&words->items[i]);
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
    for (size_t i = 0; i < words_of(ix, b)->count; i++) {
      posting *p = posting_of(ix, words_of(ix, b)->items[i].stem);
      ix->bodies[p->first + p->count++] = b;
    }
}

static bool is_alike(const indexer *ix, uint32_t left, uint32_t right) {
  const cck_story_words *a = words_of(ix, left);
  const cck_story_words *b = words_of(ix, right);
  uint64_t shared = 0;
  for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
    uint64_t p = a->items[i].stem;
    uint64_t q = b->items[j].stem;
    if (p == q)
      shared += square(&a->items[i]);
    i += p <= q;
    j += q <= p;
  }
  return shared &&
         (double)LIKE * (double)shared * (double)shared >= (double)ix->weights[left] * (double)ix->weights[right];
}

static bool is_short(const indexer *ix, uint32_t body) {
  const struct cck_story_body *b = &ix->tellings->bodies[body];
  return b->past_sentence - b->first_sentence <= SHORT;
}

static bool may_be_one_story(const indexer *ix, uint32_t left, uint32_t right) {
  return ix->run->body_count <= FEW || is_short(ix, left) || is_short(ix, right) ||
         (ix->shared[right] >= SHARED && is_alike(ix, left, right));
}

static int by_body(const void *a, const void *b) {
  const uint32_t *x = a;
  const uint32_t *y = b;
  return (*x > *y) - (*x < *y);
}

/* The articles behind this one that share a word which is not everywhere, in order. */
static void find_sharers(indexer *ix, uint32_t left, uint32_t *found, size_t *count) {
  *count = 0;
  for (size_t i = 0; i < words_of(ix, left)->count; i++) {
    const posting *p = posting_of(ix, words_of(ix, left)->items[i].stem);
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
  ix.weights = cck_arena_alloc(&scratch, run->body_count * sizeof *ix.weights);
  ix.shared = cck_arena_alloc(&scratch, run->body_count * sizeof *ix.shared);
  uint32_t *found = cck_arena_alloc(&scratch, run->body_count * sizeof *found);
  for (uint32_t b = 0; b < run->body_count; b++)
    count_words(&ix, b);
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
