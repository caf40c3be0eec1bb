#include "rule/story/pairing.h"

#include "rule/story/identity.h"

enum { LEAST_LIKENESS = 48, AGREEING = 160 };

static const cck_telling *telling(const cck_pairing *p, uint32_t i) { return &p->tellings->items.items[i]; }

static const cck_likeness *cell(cck_pairing *p, uint32_t a, uint32_t b) {
  uint32_t row = a - p->tellings->bodies[p->left].first;
  uint32_t column = b - p->tellings->bodies[p->right].first;
  cck_likeness *c = &p->cells[row * p->columns + column];
  if (c->words == -1) {
    const cck_telling *x = telling(p, a);
    const cck_telling *y = telling(p, b);
    if (cck_story_compatible(x, y))
      *c = cck_story_likeness(p->tellings, x, y);
    else
      c->words = -2;
  }
  return c->words == -2 ? NULL : c;
}

/* ---- differing ---- */

static bool has_year(cck_slice text) {
  unsigned run = 0;
  for (size_t i = 0; i <= text.len; i++) {
    bool digit = i < text.len && cck_is_digit(text.ptr[i]);
    if (!digit && run == 4)
      return true;
    run = digit ? run + 1 : 0;
  }
  return false;
}

/* "before 2017" and "since 2004" are open at one end. */
static cck_period days_of(const cck_claim *claim) {
  return claim->time.basis == CCK_BASIS_NONE ? claim->date.days : claim->time.days;
}

/* A year that the reader has supplied proves nothing: then the day of the year decides. */
static bool dates_differ(const cck_telling *a, const cck_telling *b) {
  if (cck_period_overlaps(a->claim->date.days, b->claim->date.days) ||
      cck_period_overlaps(days_of(a->claim), days_of(b->claim)))
    return false;
  if (has_year(a->claim->text) && has_year(b->claim->text))
    return true;
  cck_day x = a->claim->date.days.min;
  cck_day y = b->claim->date.days.min;
  if (x == CCK_NO_DAY || y == CCK_NO_DAY)
    return false;
  cck_civil p = cck_civil_of(x);
  cck_civil q = cck_civil_of(y);
  return p.month != q.month || p.day != q.day;
}

/* How far "about" a time of day reaches: the rounder, the farther. */
static int reach_of(const cck_telling *t) {
  if (!t->about)
    return 0;
  return t->clock % 60 == 0 ? 20 : t->clock % 30 == 0 ? 15 : t->clock % 10 == 0 ? 10 : 5;
}

/* Whole hours apart may be two zones. */
static bool clocks_differ(const cck_telling *a, const cck_telling *b) {
  enum { HOUR = 60, LONGEST = 120 }; /* farther apart are two moments */
  int gap = a->clock > b->clock ? a->clock - b->clock : b->clock - a->clock;
  return gap % HOUR != 0 && gap > reach_of(a) + reach_of(b) && gap < LONGEST;
}

bool cck_pairing_differs(const cck_pairing *p, uint32_t a, uint32_t b) {
  const cck_telling *x = telling(p, a);
  cck_tolerance tolerance;
  if (!p->readable[a] || !p->readable[b])
    return false;
  if (x->kind == CCK_STORY_DATE)
    return dates_differ(x, telling(p, b));
  if (x->kind == CCK_STORY_CLOCK)
    return clocks_differ(x, telling(p, b));
  if (x->noun_classes & CCK_STORY_NUMBERED)
    return cck_figure_below(&p->figures[a], &p->figures[b]) || cck_figure_below(&p->figures[b], &p->figures[a]);
  return cck_tolerance_in(&p->scan->rule->expect.tolerance, &p->scan->run->units, &x->unit, &tolerance) &&
         cck_figure_compare(&tolerance, &p->figures[a], &p->figures[b]) == CCK_DIFFERS;
}

/* ---- counterparts ---- */

/* How a figure stands to all figures of the other article. */
typedef struct rivals {
  bool agreed; /* another one, told nearly as alike, agrees */
  bool better; /* another one is told more alike */
  bool vague;  /* another one that differs from both is told as alike */
} rivals;

static const cck_likeness *between(cck_pairing *p, uint32_t own, uint32_t other, bool left) {
  return left ? cell(p, own, other) : cell(p, other, own);
}

static int64_t age_of(const cck_pairing *p, uint32_t i) {
  int64_t years = 0;
  (void)cck_decimal_to_int(p->figures[i].min, &years);
  return years;
}

/* "an 11-year-old girl" against "a 12-year-old" and "a 15-year-old": the nearer one is meant. */
static bool is_nearer_age(const cck_pairing *p, uint32_t own, uint32_t rival, uint32_t partner) {
  int64_t x = age_of(p, own);
  int64_t near = age_of(p, rival) - x;
  int64_t far = age_of(p, partner) - x;
  return telling(p, own)->kind == CCK_STORY_AGE && (near < 0 ? -near : near) < (far < 0 ? -far : far);
}

/* Do two figures give the very same value, not only one within the tolerance? */
static bool gives_same(const cck_pairing *p, uint32_t a, uint32_t b) {
  const cck_telling *x = telling(p, a);
  if (!p->readable[a] || !p->readable[b])
    return false;
  if (x->kind == CCK_STORY_DATE)
    return cck_period_overlaps(x->claim->date.days, telling(p, b)->claim->date.days);
  return !cck_figure_below(&p->figures[a], &p->figures[b]) && !cck_figure_below(&p->figures[b], &p->figures[a]);
}

/*
 * What the other article has for a figure: who gives the same value and is told most like it, and whether a series is
 * told like it. Each is found once for each figure, so that a pair of articles costs no more than the cube of their
 * figures.
 */
struct cck_claimant {
  uint32_t first;   /* telling, UINT32_MAX: nobody */
  int best, second; /* likeness of the first and of the next */
  bool known;
  bool series_known, in_series; /* see is_in_series */
};

struct cck_claimant *cck_pairing_claimants(cck_arena *arena) {
  return cck_arena_alloc(arena, 2 * (size_t)CCK_PAIRING_TELLINGS * sizeof(struct cck_claimant));
}

static const struct cck_claimant *claimant_of(cck_pairing *p, uint32_t rival, bool left) {
  uint32_t own = p->tellings->bodies[left ? p->right : p->left].first;
  struct cck_claimant *c = &p->claimants[(left ? p->rows : 0) + rival - own];
  uint32_t first = p->tellings->bodies[left ? p->left : p->right].first;
  uint32_t count = left ? p->rows : p->columns;
  if (c->known)
    return c;
  c->first = UINT32_MAX;
  c->best = c->second = 0;
  c->known = true;
  for (uint32_t k = first; k < first + count; k++) {
    const cck_likeness *l = between(p, k, rival, left);
    if (!l || !gives_same(p, k, rival) || l->all <= c->second)
      continue;
    bool best = l->all > c->best;
    c->second = best ? c->best : l->all;
    c->first = best ? k : c->first;
    c->best = best ? l->all : c->best;
  }
  return c;
}

/* Is the rival another figure's counterpart: one that gives the same value and is told more like it than `own`? */
static bool is_taken(cck_pairing *p, uint32_t own, uint32_t rival, bool left, int likeness) {
  const struct cck_claimant *c = claimant_of(p, rival, left);
  return (c->first == own ? c->second : c->best) > likeness;
}

static rivals rivals_of(cck_pairing *p, uint32_t own, uint32_t partner, bool left, int likeness) {
  rivals out = {false, false, false};
  uint32_t first = p->tellings->bodies[left ? p->right : p->left].first;
  uint32_t count = left ? p->columns : p->rows;
  for (uint32_t i = first; i < first + count && !out.agreed && !out.better; i++) {
    const cck_likeness *c = i == partner ? NULL : between(p, own, i, left);
    if (!c || 10 * c->all <= 7 * likeness || is_taken(p, own, i, left, c->all))
      continue;
    bool differs = cck_pairing_differs(p, own, i);
    out.agreed = p->readable[i] && (gives_same(p, own, i) || (!differs && c->all >= likeness));
    out.better = 10 * c->all > 13 * likeness;
    if (differs && 10 * c->all > 9 * likeness && cck_pairing_differs(p, partner, i)) {
      out.vague = true;
      out.better = out.better || is_nearer_age(p, own, i, partner);
    }
  }
  return out;
}

/* ---- the other figures of the two sentences ---- */

/* What another figure of one sentence finds in the other sentence. */
typedef enum parallel { PARALLEL_NONE, PARALLEL_AGREES, PARALLEL_MATCHES, PARALLEL_DIFFERS } parallel;

/* A large figure that both sentences give hardly comes twice by chance. */
static bool is_telling_figure(const cck_figure *f) {
  return f->has_min && cck_decimal_cmp(cck_decimal_abs(f->min), cck_decimal_of(1000)) >= 0;
}

/* Prices and measures that are a twentieth apart speak for one event all the same: $99.99, $99. */
static bool roughly_agree(const cck_pairing *p, uint32_t i, uint32_t j) {
  cck_decimal percent;
  if (!p->readable[i] || !p->readable[j])
    return false;
  if (!cck_pairing_differs(p, i, j))
    return true;
  return telling(p, i)->kind != CCK_STORY_COUNT && telling(p, i)->kind != CCK_STORY_AGE &&
         cck_figure_spread(&p->figures[i], &p->figures[j], &percent) && cck_decimal_cmp(percent, cck_decimal_of(5)) < 0;
}

/* One that agrees is found by less than one that differs. */
static parallel parallel_of(cck_pairing *p, uint32_t i, const cck_story_sentence *other, uint32_t without) {
  enum { AGREES_BY = 24, DIFFERS_BY = 64 };
  parallel found = PARALLEL_NONE;
  uint32_t limit = p->tellings->bodies[p->right].first + p->columns;
  for (uint32_t j = other->first; j < other->past && j < limit; j++) {
    if (j == without || telling(p, j)->kind == CCK_STORY_DATE)
      continue;
    const cck_likeness *c = cell(p, i, j);
    if (c && c->all > AGREES_BY && roughly_agree(p, i, j))
      return gives_same(p, i, j) && is_telling_figure(&p->figures[i]) ? PARALLEL_MATCHES : PARALLEL_AGREES;
    if (c && c->all > DIFFERS_BY)
      found = PARALLEL_DIFFERS;
  }
  return found;
}

static void count_parallels(cck_pairing *p, uint32_t a, uint32_t b, cck_evidence *out) {
  const cck_story_sentence *x = &p->tellings->sentences.items[telling(p, a)->sentence];
  const cck_story_sentence *y = &p->tellings->sentences.items[telling(p, b)->sentence];
  uint32_t limit = p->tellings->bodies[p->left].first + p->rows;
  for (uint32_t i = x->first; i < x->past && i < limit; i++) {
    parallel found = i == a || telling(p, i)->kind == CCK_STORY_DATE ? PARALLEL_NONE : parallel_of(p, i, y, b);
    out->agreeing += found == PARALLEL_AGREES || found == PARALLEL_MATCHES;
    out->matching += found == PARALLEL_MATCHES;
    out->differing += found == PARALLEL_DIFFERS;
  }
}

/* ---- series ---- */

/* Has the other article more figures told about as much like this one as its best than one event gives? */
static bool has_series(cck_pairing *p, uint32_t own, bool left) {
  enum { MOST = 16 };
  uint32_t first = p->tellings->bodies[left ? p->right : p->left].first;
  uint32_t past = first + (left ? p->columns : p->rows);
  int best = LEAST_LIKENESS;
  unsigned alike = 0;
  for (uint32_t i = first; i < past; i++) {
    const cck_likeness *c = between(p, own, i, left);
    best = c && c->all > best ? c->all : best;
  }
  for (uint32_t i = first; i < past; i++) {
    const cck_likeness *c = between(p, own, i, left);
    alike += c && 10 * c->all > 7 * best;
  }
  return alike > MOST;
}

static bool is_series_of(cck_pairing *p, uint32_t own, bool left) {
  uint32_t place = own - p->tellings->bodies[left ? p->left : p->right].first;
  struct cck_claimant *c = &p->claimants[left ? place : p->rows + place];
  if (!c->series_known) {
    c->series_known = true;
    c->in_series = has_series(p, own, left);
  }
  return c->in_series;
}

/*
 * Tables written out and sentences said over and over: nobody's counterpart can be told from the next one, and to weigh
 * each against all others takes the cube of their number.
 */
static bool is_in_series(cck_pairing *p, uint32_t a, uint32_t b) {
  return is_series_of(p, a, true) || is_series_of(p, b, false);
}

/* ---- pairs ---- */

static int enough_for(const cck_pairing *p) { return cck_pairing_is_brief(p) ? CCK_STORY_ENOUGH_BRIEF : p->enough; }

static cck_story_reason weigh(cck_pairing *p, uint32_t a, uint32_t b, const cck_likeness *likeness, int *score) {
  rivals of_a = rivals_of(p, a, b, true, likeness->all);
  rivals of_b = rivals_of(p, b, a, false, likeness->all);
  if (of_a.agreed || of_b.agreed)
    return CCK_STORY_REASON_AGREED;
  if (of_a.better || of_b.better)
    return CCK_STORY_REASON_BETTER;
  cck_evidence evidence = {.likeness = *likeness, .vague = of_a.vague || of_b.vague};
  count_parallels(p, a, b, &evidence);
  cck_story_reason reason = cck_story_identity(p, a, b, &evidence, score);
  return reason == CCK_STORY_REASON_NONE && *score < enough_for(p) ? CCK_STORY_REASON_SCORE : reason;
}

static void compare(cck_pairing *p, uint32_t a, uint32_t b, const cck_likeness *likeness, cck_clashings *out) {
  cck_clashing clash = {a, b, 0, enough_for(p)};
  cck_story_reason reason = weigh(p, a, b, likeness, &clash.score);
  p->reasons[reason]++;
  if (reason == CCK_STORY_REASON_NONE)
    CCK_PUSH(p->scan->arena, out, clash);
}

bool cck_pairing_is_brief(const cck_pairing *p) {
  return p->tellings->bodies[p->left].brief || p->tellings->bodies[p->right].brief;
}

static uint32_t looked_at(const struct cck_story_body *body) {
  uint32_t count = body->past - body->first;
  return count < CCK_PAIRING_TELLINGS ? count : CCK_PAIRING_TELLINGS;
}

void cck_pairing_compare(cck_pairing *p, const bool *selected, cck_clashings *out, cck_clashings *agreed) {
  const struct cck_story_body *left = &p->tellings->bodies[p->left];
  const struct cck_story_body *right = &p->tellings->bodies[p->right];
  p->rows = looked_at(left);
  p->columns = looked_at(right);
  for (uint32_t i = 0; i < p->rows * p->columns; i++)
    p->cells[i].words = -1;
  for (uint32_t i = 0; i < p->rows + p->columns; i++)
    p->claimants[i].known = p->claimants[i].series_known = false;
  for (uint32_t a = left->first; a < left->first + p->rows; a++)
    for (uint32_t b = right->first; selected[a] && b < right->first + p->columns; b++) {
      const cck_likeness *likeness = selected[b] ? cell(p, a, b) : NULL;
      if (!likeness || likeness->all < LEAST_LIKENESS)
        continue;
      p->scan->run->compared[telling(p, a)->order] = true;
      p->scan->run->compared[telling(p, b)->order] = true;
      bool differs = cck_pairing_differs(p, a, b);
      if (!differs && likeness->all < AGREEING)
        continue;
      if (is_in_series(p, a, b))
        p->reasons[CCK_STORY_REASON_SERIES]++;
      else if (differs)
        compare(p, a, b, likeness, out);
      else
        CCK_PUSH(p->scan->arena, agreed, ((cck_clashing){a, b, likeness->all, 0}));
    }
}

static bool same_distance(const cck_telling *a, const cck_telling *b) {
  if (a->sentence == b->sentence || a->compass == 0 || a->compass != b->compass ||
      a->claim->time.basis != b->claim->time.basis || a->landmark.count != b->landmark.count)
    return false;
  for (uint32_t i = 0; i < a->landmark.count; i++)
    if (!cck_stem_set_has(&b->landmark, a->landmark.items[i]))
      return false;
  return true;
}

/* Two sentences that each say when tell of two events: the quake and the one before it. */
static bool of_one_event(const cck_pairing *p, const cck_telling *a, const cck_telling *b) {
  return !p->tellings->sentences.items[a->sentence].says_when || !p->tellings->sentences.items[b->sentence].says_when;
}

void cck_pairing_compare_inside(const cck_pairing *p, const bool *selected, cck_clashings *out) {
  enum { MOST = 32, SURE = 2 * CCK_STORY_ENOUGH };
  const struct cck_story_body *body = &p->tellings->bodies[p->left];
  uint32_t known[MOST];
  uint32_t count = 0;
  for (uint32_t i = body->first; i < body->past && count < MOST; i++) {
    if (!selected[i] || telling(p, i)->landmark.count == 0)
      continue;
    for (uint32_t k = 0; k < count; k++)
      if (same_distance(telling(p, known[k]), telling(p, i)) && of_one_event(p, telling(p, known[k]), telling(p, i)) &&
          cck_pairing_differs(p, known[k], i))
        CCK_PUSH(p->scan->arena, out, ((cck_clashing){known[k], i, SURE, CCK_STORY_ENOUGH}));
    known[count++] = i;
  }
}
