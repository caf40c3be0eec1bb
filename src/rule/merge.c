#include "rule/merge.h"

#include <stdint.h>
#include <stdlib.h>

/*
 * ranked   findings that are not waived, those that can be shown first
 * postings which of them has a claim, by claim and then by rank; claims are told apart by where they are
 * leaders  of those that are shown first, the last one whose rarest claim begins its postings there; `before` chains
 *
 *   claim a: rank 0, rank 4     {a, b} looks in the shorter row, b, for one that holds both, and among the leaders of
 *   claim b: rank 4             a and of b for one that it holds. Leaders differ, so a claim is the rarest of few.
 */
typedef struct posting {
  const cck_claim *claim;
  size_t rank;
} posting;

typedef struct merge {
  cck_finding **ranked;
  size_t count;
  posting *postings;
  size_t posting_count;
  size_t *leaders; /* of each posting that begins a row: rank + 1, or 0 */
  size_t *before;  /* of each rank: the leader before it in its row, as rank + 1 */
  size_t *under;   /* of each rank: the one that it is shown under, as rank + 1, or 0 */
} merge;

static int by_rank(const void *a, const void *b) {
  const cck_finding *x = *(cck_finding *const *)a;
  const cck_finding *y = *(cck_finding *const *)b;
  if (x->severity != y->severity)
    return x->severity > y->severity ? -1 : 1;
  if (x->parties.count != y->parties.count)
    return x->parties.count > y->parties.count ? -1 : 1;
  return x < y ? -1 : x > y; /* both are in one list: its order */
}

static int claim_order(const cck_claim *a, const cck_claim *b) {
  uintptr_t x = (uintptr_t)a, y = (uintptr_t)b;
  return x < y ? -1 : x > y;
}

static int by_claim(const void *a, const void *b) {
  const posting *x = a;
  const posting *y = b;
  int order = claim_order(x->claim, y->claim);
  return order ? order : x->rank < y->rank ? -1 : x->rank > y->rank;
}

/* The first posting that is not before this one. */
static size_t lower_bound(const merge *m, posting wanted) {
  size_t from = 0, to = m->posting_count;
  while (from < to) {
    size_t middle = from + (to - from) / 2;
    if (by_claim(&m->postings[middle], &wanted) < 0)
      from = middle + 1;
    else
      to = middle;
  }
  return from;
}

static bool has_claim(const merge *m, size_t rank, const cck_claim *claim) {
  size_t at = lower_bound(m, (posting){claim, rank});
  return at < m->posting_count && m->postings[at].claim == claim && m->postings[at].rank == rank;
}

static bool holds_all(const merge *m, size_t rank, const cck_finding *f) {
  for (size_t i = 0; i < f->parties.count; i++)
    if (!has_claim(m, rank, f->parties.items[i].claim))
      return false;
  return true;
}

static size_t row_start(const merge *m, const cck_claim *claim) { return lower_bound(m, (posting){claim, 0}); }

/* Where the postings begin of the claim that fewest findings before rank `limit` share; *end is past those. */
static size_t rarest_row(const merge *m, size_t rank, size_t limit, size_t *end) {
  const cck_finding *f = m->ranked[rank];
  size_t best = 0, least = SIZE_MAX;
  for (size_t i = 0; i < f->parties.count; i++) {
    const cck_claim *claim = f->parties.items[i].claim;
    size_t from = row_start(m, claim);
    size_t to = lower_bound(m, (posting){claim, limit});
    if (to - from < least) {
      best = from;
      least = to - from;
    }
  }
  *end = best + least;
  return best;
}

/* The first that is shown itself and has all claims of this one, as rank + 1. */
static size_t holder(const merge *m, size_t rank) {
  size_t end;
  for (size_t i = rarest_row(m, rank, rank, &end); i < end; i++) {
    size_t other = m->postings[i].rank;
    if (!m->under[other] && holds_all(m, other, m->ranked[rank]))
      return other + 1;
  }
  return 0;
}

/* The first that is shown itself, all of whose claims this one has, and at most as many more; as rank + 1. */
static size_t core(const merge *m, size_t rank) {
  const cck_finding *f = m->ranked[rank];
  size_t best = 0;
  for (size_t i = 0; i < f->parties.count; i++)
    for (size_t at = m->leaders[row_start(m, f->parties.items[i].claim)]; at; at = m->before[at - 1]) {
      const cck_finding *other = m->ranked[at - 1];
      if ((!best || at < best) && other->parties.count * 2 >= f->parties.count && holds_all(m, rank, other))
        best = at;
    }
  return best;
}

static void find_place(merge *m, size_t rank) {
  size_t first = holder(m, rank), second = core(m, rank), end;
  m->under[rank] = first && (!second || first < second) ? first : second;
  if (m->under[rank])
    return;
  size_t row = rarest_row(m, rank, m->count, &end);
  m->before[rank] = m->leaders[row];
  m->leaders[row] = rank + 1;
}

static void index_findings(merge *m, cck_arena *arena, cck_findings *findings) {
  size_t parties = 0;
  m->ranked = cck_arena_alloc(arena, (findings->count + 1) * sizeof(cck_finding *));
  for (size_t i = 0; i < findings->count; i++) {
    cck_finding *f = &findings->items[i];
    if (f->waived.waived || f->parties.count == 0)
      continue;
    m->ranked[m->count++] = f;
    parties += f->parties.count;
  }
  qsort(m->ranked, m->count, sizeof(cck_finding *), by_rank);
  m->postings = cck_arena_alloc(arena, (parties + 1) * sizeof *m->postings);
  for (size_t rank = 0; rank < m->count; rank++)
    for (size_t i = 0; i < m->ranked[rank]->parties.count; i++)
      m->postings[m->posting_count++] = (posting){m->ranked[rank]->parties.items[i].claim, rank};
  qsort(m->postings, m->posting_count, sizeof *m->postings, by_claim);
  m->leaders = cck_arena_alloc(arena, (parties + 1) * sizeof *m->leaders);
  m->before = cck_arena_alloc(arena, (m->count + 1) * sizeof *m->before);
  m->under = cck_arena_alloc(arena, (m->count + 1) * sizeof *m->under);
}

/* Is the claim new to the entry of finding `number`? It is known from then on. `marks`: of rows of postings. */
static bool is_new(const merge *m, size_t *marks, size_t number, const cck_claim *claim) {
  size_t *mark = &marks[row_start(m, claim)];
  bool fresh = *mark != number + 1;
  *mark = number + 1;
  return fresh;
}

/* What those shown under it have beside its own parties; several may have the same. */
static void join_parties(cck_arena *arena, const merge *m, size_t *marks, cck_findings *findings, size_t number) {
  cck_finding *f = &findings->items[number];
  for (size_t i = 0; i < f->parties.count && f->also.count; i++)
    is_new(m, marks, number, f->parties.items[i].claim);
  for (size_t i = 0; i < f->also.count; i++)
    for (size_t k = 0; k < f->also.items[i]->parties.count; k++)
      if (is_new(m, marks, number, f->also.items[i]->parties.items[k].claim))
        CCK_PUSH(arena, &f->joined, f->also.items[i]->parties.items[k]);
}

void cck_merge_findings(cck_arena *arena, cck_findings *findings) {
  cck_arena scratch;
  merge m = {0};
  cck_arena_init(&scratch);
  index_findings(&m, &scratch, findings);
  cck_finding **shown = cck_arena_alloc(&scratch, (findings->count + 1) * sizeof(cck_finding *));
  size_t *marks = cck_arena_alloc(&scratch, (m.posting_count + 1) * sizeof *marks);
  for (size_t rank = 0; rank < m.count; rank++) {
    find_place(&m, rank);
    if (m.under[rank])
      shown[m.ranked[rank] - findings->items] = m.ranked[m.under[rank] - 1];
  }
  for (size_t i = 0; i < findings->count; i++) {
    if (!shown[i])
      continue;
    findings->items[i].shown_with = shown[i]->id;
    CCK_PUSH(arena, &shown[i]->also, &findings->items[i]);
  }
  for (size_t i = 0; i < findings->count; i++)
    join_parties(arena, &m, marks, findings, i);
  cck_arena_fini(&scratch);
}
