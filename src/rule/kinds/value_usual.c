/*
 * value within N times the usual
 *
 * Each independent source has one vote, the median of its own figures, so that one that writes daily does not decide
 * alone. The usual of a figure is the median of the votes of all other sources; where two stand in the middle it is
 * the stretch between the two. It is one only when three quarters of these votes, and at least three, lie
 * within N times of it: votes all over the place (the crops of a country) have a median, but nothing is usual among
 * them. A figure is off only when its whole stated interval lies beyond N times that: "more than 70" is never too few.
 *
 *   votes  6,500  7,000  7,200  70,000     of 70,000 the usual is 7,000; 7,000 has none, for 70,000 disagrees
 */
#include <stdlib.h>

#include "rule/scale.h"
#include "rule/speak.h"
#include "rule/visible.h"

enum { LEAST_SOURCES = 3, MOST_LISTED = 12 };

/* A figure as one number: its middle, or its only end. */
typedef struct voice {
  const cck_member *member;
  cck_decimal middle;
} voice;

typedef struct poll {
  const cck_scan *scan;
  voice *votes; /* in order of value, one an origin */
  size_t count;
  uint32_t *origins; /* in order ... */
  size_t *places;    /* ... and the vote of each */
  unsigned needs;
  bool is_new; /* a new source has a say */
} poll;

/* The usual of one figure. */
typedef struct usual {
  const poll *poll;
  const cck_member *member;
  size_t own;              /* the vote of its own source, left out */
  const voice *low, *high; /* the two in the middle, or one twice */
} usual;

/* ---- votes ---- */

static int by_middle(const voice *a, const voice *b) {
  int order = cck_decimal_cmp(a->middle, b->middle);
  if (order)
    return order;
  return (a->member->candidate->order > b->member->candidate->order) -
         (a->member->candidate->order < b->member->candidate->order);
}

static int by_value(const void *a, const void *b) { return by_middle(a, b); }

static int by_origin(const void *a, const void *b) {
  uint32_t x = ((const voice *)a)->member->origin;
  uint32_t y = ((const voice *)b)->member->origin;
  if (x != y)
    return x < y ? -1 : 1;
  return by_middle(a, b);
}

static bool middle_of(const cck_figure *f, cck_decimal *out) {
  static const cck_decimal half = {5, -1};
  *out = f->has_min ? f->min : f->max;
  return !f->has_min || !f->has_max || (cck_decimal_add(f->min, f->max, out) && cck_decimal_mul(*out, half, out));
}

static voice *voices_of(const cck_scan *scan, const cck_visible *visible, size_t *count) {
  voice *all = cck_arena_alloc(scan->arena, visible->count * sizeof *all);
  *count = 0;
  for (size_t i = 0; i < visible->count; i++) {
    voice one = {.member = visible->members[i]};
    if (middle_of(&one.member->figure, &one.middle))
      all[(*count)++] = one;
  }
  qsort(all, *count, sizeof *all, by_origin);
  return all;
}

/* The place of an origin among them in order. */
static size_t rank_of(const poll *p, uint32_t origin) {
  size_t from = 0;
  for (size_t to = p->count; from < to;) {
    size_t middle = from + (to - from) / 2;
    if (p->origins[middle] < origin)
      from = middle + 1;
    else
      to = middle;
  }
  return from;
}

static void place_votes(poll *p) {
  for (size_t i = 0; i < p->count; i++)
    p->origins[i] = p->votes[i].member->origin;
  qsort(p->votes, p->count, sizeof *p->votes, by_value);
  for (size_t i = 0; i < p->count; i++)
    p->places[rank_of(p, p->votes[i].member->origin)] = i;
}

static poll poll_of(const cck_scan *scan, const cck_visible *visible) {
  size_t count;
  voice *all = voices_of(scan, visible, &count);
  poll p = {.scan = scan, .needs = scan->rule->needs > LEAST_SOURCES ? scan->rule->needs : LEAST_SOURCES};
  p.votes = cck_arena_alloc(scan->arena, count * sizeof *p.votes);
  p.origins = cck_arena_alloc(scan->arena, count * sizeof *p.origins);
  p.places = cck_arena_alloc(scan->arena, count * sizeof *p.places);
  for (size_t first = 0, past; first < count; first = past) {
    for (past = first; past < count && all[past].member->origin == all[first].member->origin; past++)
      p.is_new = p.is_new || all[past].member->candidate->body->is_new;
    p.votes[p.count++] = all[first + (past - first - 1) / 2];
  }
  place_votes(&p);
  return p;
}

/* ---- the figure against it ---- */

typedef enum place { WITHIN, ABOVE, BELOW } place;

static cck_figure mirrored(const cck_figure *f) {
  cck_figure out = *f;
  out.has_min = f->has_max;
  out.has_max = f->has_min;
  out.min = cck_decimal_negate(f->max);
  out.max = cck_decimal_negate(f->min);
  return out;
}

/* Both above zero: of zero, and across it, nothing is N times anything. */
static place beyond(cck_decimal times, const cck_figure *f, cck_decimal low, cck_decimal high) {
  cck_decimal limit;
  cck_decimal zero = {0, 0};
  if (f->has_min && cck_decimal_cmp(f->min, zero) > 0 && cck_decimal_mul(high, times, &limit) &&
      cck_decimal_cmp(f->min, limit) > 0)
    return ABOVE;
  if (f->has_max && cck_decimal_cmp(f->max, zero) > 0 && cck_decimal_mul(f->max, times, &limit) &&
      cck_decimal_cmp(limit, low) < 0)
    return BELOW;
  return WITHIN;
}

/* ABOVE is farther from zero, BELOW nearer to it, on either side of it. */
static place place_in(const usual *u, const cck_figure *figure) {
  cck_decimal times = u->poll->scan->rule->expect.times;
  cck_decimal low = u->low->middle;
  cck_decimal high = u->high->middle;
  cck_decimal zero = {0, 0};
  if (cck_decimal_cmp(low, zero) > 0)
    return beyond(times, figure, low, high);
  if (cck_decimal_cmp(high, zero) >= 0)
    return WITHIN;
  cck_figure mirror = mirrored(figure);
  return beyond(times, &mirror, cck_decimal_negate(high), cck_decimal_negate(low));
}

static bool is_within(const usual *u, const voice *vote) {
  cck_figure figure = {.has_min = true, .has_max = true, .min = vote->middle, .max = vote->middle};
  return !cck_decimal_is_zero(vote->middle) && place_in(u, &figure) == WITHIN;
}

/* The votes within, which stand together around the middle, without the own one. */
static size_t count_within(const usual *u) {
  const poll *p = u->poll;
  size_t middle = (size_t)(u->low - p->votes);
  size_t first = 0;
  size_t past = middle;
  for (size_t to = middle; first < to;) {
    size_t at = first + (to - first) / 2;
    if (is_within(u, &p->votes[at]))
      to = at;
    else
      first = at + 1;
  }
  for (size_t to = p->count; past < to;) {
    size_t at = past + (to - past) / 2;
    if (is_within(u, &p->votes[at]))
      past = at + 1;
    else
      to = at;
  }
  return past - first - (u->own >= first && u->own < past);
}

/* Do the others agree on it? */
static bool is_usual(const usual *u) {
  size_t within = count_within(u);
  return within >= u->poll->needs && 4 * within >= 3 * (u->poll->count - 1);
}

/* The middle of the other votes; false when they are too few, or it has no vote itself. */
static bool usual_of(const poll *p, const cck_member *member, usual *out) {
  size_t rank = rank_of(p, member->origin);
  if (rank == p->count || p->origins[rank] != member->origin || p->count - 1 < p->needs)
    return false;
  *out = (usual){.poll = p, .member = member, .own = p->places[rank]};
  size_t low = (p->count - 2) / 2;
  size_t high = (p->count - 1) / 2;
  out->low = &p->votes[low + (low >= out->own)];
  out->high = &p->votes[high + (high >= out->own)];
  return is_usual(out);
}

static bool slip_fits(const void *context, const cck_value *value) {
  const usual *u = context;
  cck_claim meant = *u->member->candidate->claim;
  cck_figure figure;
  meant.value = *value;
  return cck_figure_of(&meant, &u->member->unit, u->poll->scan->rule->hedge, &figure) && place_in(u, &figure) == WITHIN;
}

/* ---- words ---- */

/* The end of a figure that is nearest to the usual, and the end of the usual that is nearest to it. */
static void near_ends(const usual *u, place where, cck_decimal *figure, cck_decimal *against) {
  const cck_figure *f = &u->member->figure;
  bool negative = cck_decimal_is_negative(u->low->middle);
  bool upward = (where == ABOVE) != negative;
  *figure = upward ? f->min : f->max;
  *against = upward ? u->high->middle : u->low->middle;
}

static cck_slice usual_words(const usual *u) {
  cck_arena *arena = u->poll->scan->run->arena;
  cck_slice high = cck_member_words(arena, u->high->member);
  if (cck_decimal_cmp(u->low->middle, u->high->middle) == 0)
    return high;
  const cck_member *first = u->low->member;
  bool plain =
      cck_decimal_cmp(first->unit.factor, u->high->member->unit.factor) == 0 && cck_member_mark(arena, first).len == 0;
  cck_slice low = plain ? cck_claim_words(arena, first->candidate->claim) : cck_member_words(arena, first);
  return cck_arena_printf(arena, "%.*s to %.*s", (int)low.len, low.ptr, (int)high.len, high.ptr);
}

static void fill_message(const usual *u, place where, cck_draft *draft) {
  cck_arena *arena = u->poll->scan->run->arena;
  const cck_claim *claim = u->member->candidate->claim;
  cck_slice *values = draft->message.values;
  cck_decimal figure, against, ratio;
  near_ends(u, where, &figure, &against);
  values[CCK_MESSAGE_value] = cck_claim_full_words(arena, claim);
  values[CCK_MESSAGE_unit] = cck_claim_unit_words(arena, claim);
  values[CCK_MESSAGE_limit] = u->poll->scan->rule->expect.tolerance.text;
  values[CCK_MESSAGE_reference] = usual_words(u);
  values[CCK_MESSAGE_other] = cck_arena_printf(arena, "%zu other independent sources", u->poll->count - 1);
  draft->message.value_mark = cck_member_mark(arena, u->member);
  if (cck_decimal_div(figure, against, 6, &ratio) && cck_decimal_shift(ratio, 2, &ratio))
    values[CCK_MESSAGE_ratio] = cck_percent_text(arena, ratio);
}

/* The votes nearest to the middle, in order of value. */
static void list_votes(const usual *u, cck_draft *draft) {
  const poll *p = u->poll;
  size_t middle = (p->count - 1) / 2;
  size_t from = middle > MOST_LISTED / 2 ? middle - MOST_LISTED / 2 : 0;
  size_t listed = 0;
  for (size_t i = from; i < p->count && listed < MOST_LISTED; i++) {
    if (i == u->own)
      continue;
    cck_draft_step(p->scan, draft, "  %s", cck_member_place(p->scan->run->arena, p->votes[i].member).ptr);
    listed++;
  }
  if (p->count - 1 > listed)
    cck_draft_step(p->scan, draft, "  and %zu more, farther from the middle", p->count - 1 - listed);
}

static void explain(const usual *u, place where, cck_draft *draft) {
  const cck_scan *scan = u->poll->scan;
  cck_arena *arena = scan->run->arena;
  cck_decimal figure, against;
  near_ends(u, where, &figure, &against);
  cck_slice low = cck_decimal_grouped(arena, u->low->middle);
  cck_slice high = cck_decimal_grouped(arena, u->high->middle);
  bool one = cck_decimal_cmp(u->low->middle, u->high->middle) == 0;
  cck_member_explain(scan, draft, u->member);
  cck_draft_step(scan, draft,
                 "other independent sources: %zu, each with the median of its figures; "
                 "%zu of them lie within the limit",
                 u->poll->count - 1, count_within(u));
  list_votes(u, draft);
  cck_draft_step(scan, draft, "the usual, their median: %s%s%s", low.ptr, one ? "" : " to ", one ? "" : high.ptr);
  cck_slice times = cck_decimal_text(arena, scan->rule->expect.times);
  cck_draft_step(scan, draft, "the near end of the figure is %s: %s %s %s %s", cck_decimal_grouped(arena, figure).ptr,
                 where == ABOVE ? "more than" : "less than", cck_decimal_grouped(arena, against).ptr,
                 where == ABOVE ? "times" : "divided by", times.ptr);
}

/* ---- one group ---- */

static void show(const usual *u, cck_draft *draft, const voice *vote) {
  CCK_PUSH(u->poll->scan->arena, &draft->parties, vote->member->candidate);
}

/* Known by the checked figure alone: a further source that gives the usual one leaves the finding the same. */
static void report(const usual *u, place where) {
  const cck_scan *scan = u->poll->scan;
  cck_arena *arena = scan->run->arena;
  cck_draft draft = cck_draft_new(scan, CCK_RELATION_IMPLAUSIBLE);
  cck_draft_party(scan, &draft, u->member->candidate);
  show(u, &draft, u->low);
  if (u->high != u->low)
    show(u, &draft, u->high);
  draft.is_new = draft.is_new || u->poll->is_new;
  fill_message(u, where, &draft);
  explain(u, where, &draft);
  cck_slice meant = scan->rule->suggest_scale ? cck_scale_suggest(arena, u->member->candidate->claim, slip_fits, u)
                                              : (cck_slice){"", 0};
  if (meant.len)
    CCK_PUSH(arena, &draft.suggest, meant);
  cck_run_report(scan, &draft);
}

typedef struct outcome {
  size_t compared, differ;
} outcome;

static void check(const poll *p, const cck_member *member, outcome *out) {
  usual u;
  if (!usual_of(p, member, &u))
    return;
  place where = place_in(&u, &member->figure);
  cck_run_mark(p->scan, member->candidate);
  out->compared++;
  if (where == WITHIN)
    return;
  out->differ++;
  report(&u, where);
}

static void evaluate_group(const cck_scan *scan, const cck_group *group) {
  cck_visibles all = {0};
  outcome out = {0, 0};
  cck_group_visible(scan, group, &all);
  for (size_t v = 0; v < all.count; v++) {
    poll p = poll_of(scan, &all.items[v]);
    for (size_t i = 0; i < all.items[v].own_count; i++)
      check(&p, &all.items[v].own[i], &out);
  }
  if (out.compared)
    ++*(out.differ ? &scan->run->coverage->differed : &scan->run->coverage->agreed);
}

static void evaluate(const cck_scan *scan) { cck_groups_each(scan, false, evaluate_group); }

const cck_kind_form cck_kind_form_value_usual = {
    evaluate, "{value} is {ratio} of the usual {reference}: the median of {other} (limit {limit})"};
