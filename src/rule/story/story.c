#include "rule/story/story.h"

#include <stdlib.h>
#include <string.h>

#include "rule/clash.h"
#include "rule/story/candidates.h"
#include "rule/story/identity.h"

enum {
  STRONG = 224,    /* of one that joins a third figure to a finding */
  MOST_VALUES = 5, /* more are a series or a template */
  NONE = -1
};

struct cck_story {
  unsigned reasons[CCK_STORY_REASON_COUNT];
  cck_tellings *tellings;
  cck_story_pairs pairs;
};

/* The figures of paired articles that no comparison looks at. */
static void count_skipped(const cck_scan *scan, const cck_story *story) {
  bool *paired = cck_arena_alloc(scan->arena, scan->run->body_count * sizeof *paired);
  cck_slice what = cck_arena_printf(scan->arena, "figures of an article behind its first %d, for 'of same story'",
                                    CCK_PAIRING_TELLINGS);
  memset(paired, 0, scan->run->body_count * sizeof *paired);
  for (size_t i = 0; i < story->pairs.count; i++)
    paired[story->pairs.items[i].left] = paired[story->pairs.items[i].right] = true;
  for (size_t b = 0; b < scan->run->body_count; b++)
    for (uint32_t i = story->tellings->bodies[b].first + CCK_PAIRING_TELLINGS;
         paired[b] && i < story->tellings->bodies[b].past; i++)
      cck_run_skip(scan, what);
}

static cck_story *story_of(const cck_scan *scan) {
  cck_run *run = scan->run;
  if (!run->story) {
    run->story = CCK_NEW(run->arena, cck_story);
    run->story->tellings = cck_tellings_new(run);
    cck_story_candidates(run, run->story->tellings, run->options->new_only, &run->story->pairs);
    count_skipped(scan, run->story);
  }
  return run->story;
}

/* One rule's look at the story. */
typedef struct inquiry {
  const cck_scan *scan;
  const cck_tellings *tellings;
  cck_figure *figures;
  bool *readable, *selected;
  const cck_candidate **candidates; /* by telling, where selected */
  cck_clashings clashes, agreed;
  unsigned *reasons; /* of all rules of the run */
} inquiry;

static void select_tellings(inquiry *q) {
  const cck_scan *scan = q->scan;
  size_t count = q->tellings->items.count;
  size_t at = 0;
  q->figures = cck_arena_alloc(scan->arena, count * sizeof *q->figures);
  q->readable = cck_arena_alloc(scan->arena, count * sizeof *q->readable);
  q->selected = cck_arena_alloc(scan->arena, count * sizeof *q->selected);
  q->candidates = cck_arena_alloc(scan->arena, count * sizeof *q->candidates);
  for (size_t i = 0; i < count; i++) {
    const cck_telling *t = &q->tellings->items.items[i];
    q->readable[i] = cck_telling_figure(t, scan->rule->hedge, &q->figures[i]);
    while (at < scan->count && scan->items[at].order < t->order)
      at++;
    q->selected[i] = at < scan->count && scan->items[at].order == t->order && !cck_run_is_former(&scan->items[at]);
    q->candidates[i] = q->selected[i] ? &scan->items[at] : NULL;
  }
}

static bool is_within_during(const inquiry *q, const cck_story_pair *pair) {
  const cck_duration *during = &q->scan->rule->expect.during;
  cck_day left = q->scan->run->bodies[pair->left]->source->period.min;
  cck_day right = q->scan->run->bodies[pair->right]->source->period.min;
  if (!during->given || left == CCK_NO_DAY || right == CCK_NO_DAY)
    return true;
  return cck_day_after(left, during) >= right && cck_day_after(right, during) >= left;
}

/* The more articles there are, the more of them are alike by chance. */
static int enough_for(size_t articles) {
  enum { FEW = 32, STEP = 8 };
  int enough = CCK_STORY_ENOUGH;
  for (; articles > FEW; articles /= 2)
    enough += STEP;
  return enough;
}

static void compare_articles(inquiry *q, const cck_story_pairs *pairs) {
  cck_pairing pairing = {.scan = q->scan,
                         .tellings = q->tellings,
                         .figures = q->figures,
                         .readable = q->readable,
                         .enough = enough_for(q->scan->run->body_count),
                         .reasons = q->reasons};
  pairing.cells =
      cck_arena_alloc(q->scan->arena, (size_t)CCK_PAIRING_TELLINGS * CCK_PAIRING_TELLINGS * sizeof *pairing.cells);
  pairing.claimants = cck_pairing_claimants(q->scan->arena);
  cck_across across = q->scan->rule->expect.across;
  for (uint32_t b = 0; b < q->scan->run->body_count && across != CCK_ACROSS_SOURCES; b++) {
    pairing.left = b;
    cck_pairing_compare_inside(&pairing, q->selected, &q->clashes);
  }
  for (size_t i = 0; i < pairs->count && across != CCK_IN_ONE_ARTICLE; i++) {
    if (!is_within_during(q, &pairs->items[i]))
      continue;
    pairing.left = pairs->items[i].left;
    pairing.right = pairs->items[i].right;
    cck_pairing_compare(&pairing, q->selected, &q->clashes, &q->agreed);
  }
}

/* ---- one finding for each figure in dispute ---- */

/* Clashes that share a figure. */
typedef struct dispute {
  CCK_VEC(cck_clashing) clashes; /* the strongest first */
  CCK_VEC(uint32_t) tellings;
} dispute;

typedef struct docket {
  inquiry *q;
  uint32_t *parent; /* by telling: those that give one figure, and those in one dispute */
  int32_t *of;      /* by root: its dispute, NONE */
  CCK_VEC(dispute) disputes;
} docket;

static uint32_t root_of(uint32_t *parent, uint32_t i) {
  while (parent[i] != i)
    i = parent[i] = parent[parent[i]];
  return i;
}

static int by_score(const void *a, const void *b) {
  const cck_clashing *x = a;
  const cck_clashing *y = b;
  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

static void add_to(docket *d, int32_t index, const cck_clashing *clash) {
  CCK_PUSH(d->q->scan->arena, &d->disputes.items[index].clashes, *clash);
}

/* A weak clash does not drag a third figure in, and one that touches two disputes joins neither. */
static void file_clash(docket *d, const cck_clashing *clash) {
  uint32_t a = root_of(d->parent, clash->a);
  uint32_t b = root_of(d->parent, clash->b);
  if (a == b) {
    if (d->of[a] != NONE)
      add_to(d, d->of[a], clash);
    return;
  }
  if (d->of[a] != NONE && d->of[b] != NONE)
    return;
  int32_t known = d->of[a] != NONE ? d->of[a] : d->of[b];
  if (known != NONE && clash->score < STRONG)
    return;
  if (known == NONE) {
    dispute empty = {0};
    known = (int32_t)d->disputes.count;
    CCK_PUSH(d->q->scan->arena, &d->disputes, empty);
  }
  d->parent[b] = a;
  d->of[a] = known;
  add_to(d, known, clash);
}

static void file_all(docket *d) {
  inquiry *q = d->q;
  size_t count = q->tellings->items.count;
  d->parent = cck_arena_alloc(q->scan->arena, count * sizeof *d->parent);
  d->of = cck_arena_alloc(q->scan->arena, count * sizeof *d->of);
  for (uint32_t i = 0; i < count; i++) {
    d->parent[i] = i;
    d->of[i] = NONE;
  }
  for (size_t i = 0; i < q->agreed.count; i++)
    d->parent[root_of(d->parent, q->agreed.items[i].b)] = root_of(d->parent, q->agreed.items[i].a);
  if (q->clashes.count)
    qsort(q->clashes.items, q->clashes.count, sizeof *q->clashes.items, by_score);
  for (size_t i = 0; i < q->clashes.count; i++)
    file_clash(d, &q->clashes.items[i]);
}

/* ---- findings ---- */

static int by_place(const void *a, const void *b) {
  const uint32_t *x = a;
  const uint32_t *y = b;
  return (*x > *y) - (*x < *y);
}

static void list_tellings(const inquiry *q, dispute *d) {
  size_t kept = 0;
  for (size_t i = 0; i < d->clashes.count; i++) {
    CCK_PUSH(q->scan->arena, &d->tellings, d->clashes.items[i].a);
    CCK_PUSH(q->scan->arena, &d->tellings, d->clashes.items[i].b);
  }
  qsort(d->tellings.items, d->tellings.count, sizeof *d->tellings.items, by_place);
  for (size_t i = 0; i < d->tellings.count; i++)
    if (kept == 0 || d->tellings.items[kept - 1] != d->tellings.items[i])
      d->tellings.items[kept++] = d->tellings.items[i];
  d->tellings.count = kept;
}

static size_t count_values(const cck_scan *scan, const cck_member *members, size_t count) {
  cck_intern values;
  cck_intern_init(&values, scan->arena);
  for (size_t i = 0; i < count; i++)
    cck_intern_put(&values, members[i].value);
  return values.texts.count;
}

/* "compared because both sentences speak of: quake, Rosa, Santa, struck (likeness 23, at least 7 is asked)" */
static cck_slice because(const inquiry *q, const cck_clashing *clash) {
  const cck_story_sentence *x = &q->tellings->sentences.items[q->tellings->items.items[clash->a].sentence];
  const cck_story_sentence *y = &q->tellings->sentences.items[q->tellings->items.items[clash->b].sentence];
  cck_arena *arena = q->scan->arena;
  cck_slice words = {"", 0};
  for (size_t i = 0, j = 0; i < x->words.count && j < y->words.count;) {
    const cck_story_word *p = &x->words.items[i];
    const cck_story_word *r = &y->words.items[j];
    if (p->stem == r->stem) {
      cck_slice word = cck_token_text(x->quote, &x->tokens.items[p->token]);
      words = cck_arena_printf(arena, "%s%s%.*s", words.ptr, words.len ? ", " : "", (int)word.len, word.ptr);
    }
    i += p->stem <= r->stem;
    j += r->stem <= p->stem;
  }
  return cck_arena_printf(arena, "compared because both sentences speak of: %s (likeness %d, at least %d is asked)",
                          words.len ? words.ptr : "the same person", clash->score / 16, clash->enough / 16);
}

static size_t place_of(const dispute *d, uint32_t telling) {
  size_t i = 0;
  while (d->tellings.items[i] != telling)
    i++;
  return i;
}

static bool fill_member(const inquiry *q, uint32_t telling, cck_member *out) {
  if (!cck_member_fill(q->scan, q->candidates[telling], out) && !q->readable[telling])
    return false;
  out->unit = q->tellings->items.items[telling].unit;
  out->figure = q->figures[telling];
  return true;
}

static void report(const inquiry *q, dispute *d) {
  const cck_scan *scan = q->scan;
  const cck_clashing *best = &d->clashes.items[0];
  list_tellings(q, d);
  cck_member *members = cck_arena_alloc(scan->arena, d->tellings.count * sizeof *members);
  for (size_t i = 0; i < d->tellings.count; i++)
    if (!fill_member(q, d->tellings.items[i], &members[i]))
      return;
  if (count_values(scan, members, d->tellings.count) > MOST_VALUES) {
    cck_run_skip(scan, CCK_S("figures of one story with too many values to be one"));
    return;
  }
  cck_clash clash = {scan, members, d->tellings.count, place_of(d, best->a), place_of(d, best->b),
                     {0},  false,   {NULL, 0}};
  if (!cck_tolerance_in(&scan->rule->expect.tolerance, &scan->run->units, &members[clash.low].unit, &clash.tolerance))
    clash.tolerance = scan->rule->expect.tolerance; /* days for a time of day */
  if (cck_figure_below(&members[clash.high].figure, &members[clash.low].figure)) {
    size_t low = clash.high;
    clash.high = clash.low;
    clash.low = low;
  }
  clash.because = because(q, best);
  cck_clash_report(&clash);
}

void cck_story_evaluate(const cck_scan *scan) {
  cck_story *story = story_of(scan);
  inquiry q = {.scan = scan, .tellings = story->tellings, .reasons = story->reasons};
  docket d = {.q = &q};
  if (scan->count == 0)
    return;
  select_tellings(&q);
  compare_articles(&q, &story->pairs);
  file_all(&d);
  for (size_t i = 0; i < d.disputes.count; i++)
    report(&q, &d.disputes.items[i]);
  scan->run->coverage->agreed += (unsigned)q.agreed.count;
  scan->run->coverage->differed += (unsigned)d.disputes.count;
}

void cck_story_count_unlike(cck_run *run) {
  for (size_t r = 0; run->story && r < CCK_STORY_REASON_COUNT; r++) {
    cck_skip row = {cck_slice_of(cck_story_reason_text((cck_story_reason)r)), run->story->reasons[r]};
    if (r != CCK_STORY_REASON_NONE && row.count)
      CCK_PUSH(run->arena, &run->coverage->unlike, row);
  }
}
