#include "rule/merge.h"

#include <stdint.h>
#include <stdlib.h>

/*
 * ranked   findings that are not waived, those that can be shown first
 * postings which of them has a claim, by claim and then by rank; claims are told apart by where they are
 *
 *   claim a: rank 0, rank 4     A finding of {a, b} looks at the shorter row, b, and is shown under the first of it
 *   claim b: rank 4             that holds all its claims. That one is shown itself: else what holds it came first.
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

/* The row of postings of the claim that fewest findings before this rank share. */
static size_t rarest_row(const merge *m, size_t rank, size_t *end) {
  const cck_finding *f = m->ranked[rank];
  size_t best = 0, least = SIZE_MAX;
  for (size_t i = 0; i < f->parties.count; i++) {
    const cck_claim *claim = f->parties.items[i].claim;
    size_t from = lower_bound(m, (posting){claim, 0});
    size_t to = lower_bound(m, (posting){claim, rank});
    if (to - from < least) {
      best = from;
      least = to - from;
    }
  }
  *end = least == SIZE_MAX ? best : best + least;
  return best;
}

static cck_finding *shown_under(const merge *m, size_t rank) {
  size_t end;
  for (size_t i = rarest_row(m, rank, &end); i < end; i++)
    if (holds_all(m, m->postings[i].rank, m->ranked[rank]))
      return m->ranked[m->postings[i].rank];
  return NULL;
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
}

void cck_merge_findings(cck_arena *arena, cck_findings *findings) {
  cck_arena scratch;
  merge m = {0};
  cck_arena_init(&scratch);
  index_findings(&m, &scratch, findings);
  cck_finding **under = cck_arena_alloc(&scratch, (findings->count + 1) * sizeof(cck_finding *));
  for (size_t rank = 0; rank < m.count; rank++)
    under[m.ranked[rank] - findings->items] = shown_under(&m, rank);
  for (size_t i = 0; i < findings->count; i++) {
    if (!under[i])
      continue;
    findings->items[i].shown_with = under[i]->id;
    CCK_PUSH(arena, &under[i]->also, &findings->items[i]);
  }
  cck_arena_fini(&scratch);
}
