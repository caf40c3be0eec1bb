/*
 * MOMENT not after MOMENT [by DUR], MOMENT not before MOMENT [by DUR]
 *
 * A moment of the claim itself (start, end, its measure) is held against its source's
 * publication or its own other end; two measures are held against each other by subject.
 */
#include <stdlib.h>

#include "rule/kinds.h"

enum { MOST_TRIES = 64 };

/* `not before` is `not after` with its sides exchanged. */
typedef struct sides {
  const cck_moment *early, *late;
} sides;

static sides sides_of(const cck_expect *expect) {
  return expect->before ? (sides){&expect->right, &expect->left} : (sides){&expect->left, &expect->right};
}

static bool is_measure(const cck_scan *scan, const cck_moment *moment, const cck_claim *claim) {
  const cck_lexicon *lexicon = scan->run->rules->lexicon;
  return moment->kind == CCK_MOMENT_MEASURE && moment->measure < lexicon->measures.count &&
         cck_slice_eq(lexicon->measures.items[moment->measure].id, claim->measure);
}

/* "from Saturday to Thursday": days of any week, whose order means nothing. */
static bool is_fixed(const cck_claim *claim) {
  bool digit = claim->time.basis == CCK_BASIS_TEXT;
  for (size_t i = 0; i < claim->date.text.len; i++)
    digit = digit || cck_is_digit(claim->date.text.ptr[i]);
  return digit;
}

static cck_period one_end(const cck_claim *claim, const cck_claim *linked, bool end) {
  if (linked && linked->kind == CCK_CLAIM_DATE && linked->date.valid)
    return is_fixed(linked) && is_fixed(claim) ? linked->date.days : CCK_NO_PERIOD;
  cck_period days = claim->kind == CCK_CLAIM_DATE ? claim->date.days : claim->time.days;
  cck_day day = end ? days.max : days.min;
  return (cck_period){day, day};
}

/* The days of a moment that this claim alone tells; none when it does not. */
static cck_period moment_days(const cck_scan *scan, const cck_moment *moment, const cck_candidate *c) {
  const cck_claim *claim = c->claim;
  bool valid = claim->kind != CCK_CLAIM_DATE || claim->date.valid;
  switch (moment->kind) {
  case CCK_MOMENT_PUBLICATION:
    return c->body->source->period;
  case CCK_MOMENT_START:
    return valid ? one_end(claim, cck_run_linked(c, "start"), false) : CCK_NO_PERIOD;
  case CCK_MOMENT_END:
    return valid ? one_end(claim, cck_run_linked(c, "end"), true) : CCK_NO_PERIOD;
  case CCK_MOMENT_MEASURE:
    return valid && claim->kind == CCK_CLAIM_DATE && is_measure(scan, moment, claim) ? claim->date.days : CCK_NO_PERIOD;
  }
  return CCK_NO_PERIOD;
}

/* Surely after: the whole of one lies behind the whole of the other and the slack. */
static bool is_after(const cck_scan *scan, cck_period early, cck_period late) {
  const cck_duration *slack = &scan->rule->expect.during;
  if (early.min == CCK_NO_DAY || late.max == CCK_NO_DAY)
    return false;
  return early.min > (slack->given ? cck_day_after(late.max, slack) : late.max);
}

static const char *moment_name(const cck_scan *scan, const cck_moment *moment) {
  static const char *const names[] = {"", "publication", "start", "end"};
  if (moment->kind == CCK_MOMENT_MEASURE && moment->measure < scan->run->rules->lexicon->measures.count)
    return scan->run->rules->lexicon->measures.items[moment->measure].id.ptr;
  return names[moment->kind];
}

/* The other end of a statement is a party too; so the two ends' findings are one. */
static void add_linked(const cck_scan *scan, cck_draft *draft, const cck_candidate *c) {
  static const char *const roles[] = {"start", "end"};
  for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
    const cck_claim *claim = cck_run_linked(c, roles[i]);
    if (claim)
      cck_draft_party(scan, draft, cck_run_sibling(scan, c, claim));
  }
}

/* "March 2023" where the date is its own start. */
static cck_slice date_words(cck_arena *arena, const cck_candidate *c, const cck_moment *moment, cck_period days) {
  static const char *const roles[] = {[CCK_MOMENT_START] = "start", [CCK_MOMENT_END] = "end"};
  bool end = moment->kind == CCK_MOMENT_START || moment->kind == CCK_MOMENT_END;
  bool own = end && c->claim->kind == CCK_CLAIM_DATE && !cck_run_linked(c, roles[moment->kind]);
  return own ? cck_period_text(arena, c->claim->date.days) : cck_period_text(arena, days);
}

static void report(const cck_scan *scan, const cck_candidate *a, const cck_candidate *b, cck_period early,
                   cck_period late) {
  cck_arena *arena = scan->run->arena;
  sides s = sides_of(&scan->rule->expect);
  bool one = a == b || a->source == b->source;
  cck_draft draft = cck_draft_new(scan, one ? CCK_RELATION_INCONSISTENT : CCK_RELATION_DIFFERS);
  cck_slice early_text = cck_period_text(arena, early);
  cck_slice late_text = cck_period_text(arena, late);
  cck_draft_party(scan, &draft, a);
  if (a != b)
    cck_draft_party(scan, &draft, b);
  else
    add_linked(scan, &draft, a);
  draft.message.values[CCK_MESSAGE_value] =
      cck_arena_printf(arena, "%s %s", moment_name(scan, s.early), early_text.ptr);
  draft.message.values[CCK_MESSAGE_other] = cck_arena_printf(arena, "%s %s", moment_name(scan, s.late), late_text.ptr);
  draft.message.values[CCK_MESSAGE_date] = date_words(arena, a, s.early, early);
  draft.message.values[CCK_MESSAGE_low] = late_text;
  draft.message.values[CCK_MESSAGE_high] = early_text;
  draft.message.values[CCK_MESSAGE_spread] = cck_distance_text(arena, early, late);
  cck_draft_step(scan, &draft, "%s", cck_candidate_reading(arena, a).ptr);
  if (a != b)
    cck_draft_step(scan, &draft, "%s", cck_candidate_reading(arena, b).ptr);
  cck_draft_step(scan, &draft, "%s lies wholly after %s", early_text.ptr, late_text.ptr);
  cck_run_report(scan, &draft);
}

/* ---- within one claim and its source ---- */

static void check_alone(const cck_scan *scan, const cck_candidate *c) {
  sides s = sides_of(&scan->rule->expect);
  cck_period early = moment_days(scan, s.early, c);
  cck_period late = moment_days(scan, s.late, c);
  if (cck_period_is_none(early) || cck_period_is_none(late))
    return;
  if (early.min != late.min || early.max != late.max) /* the two ends of one day are nothing to compare */
    cck_run_mark(scan, c);
  if (is_after(scan, early, late))
    report(scan, c, c, early, late);
}

/* ---- two measures of one subject ---- */

typedef struct dated {
  const cck_candidate *candidate;
  uint32_t subject;
  bool late; /* of the side that must not come first */
} dated;

/* By subject; the early side with its latest first, the late side with its earliest first. */
static int by_subject(const void *a, const void *b) {
  const dated *x = a;
  const dated *y = b;
  if (x->subject != y->subject)
    return x->subject < y->subject ? -1 : 1;
  if (x->late != y->late)
    return x->late ? 1 : -1;
  const cck_period *p = &x->candidate->claim->date.days;
  const cck_period *q = &y->candidate->claim->date.days;
  if (!x->late && p->min != q->min)
    return p->min > q->min ? -1 : 1;
  if (x->late && p->max != q->max)
    return p->max < q->max ? -1 : 1;
  return (x->candidate->order > y->candidate->order) - (x->candidate->order < y->candidate->order);
}

static bool comparable(const cck_scan *scan, const cck_candidate *a, const cck_candidate *b) {
  cck_scope_view x = cck_scope_resolve(&scan->run->places, &a->claim->scope);
  cck_scope_view y = cck_scope_resolve(&scan->run->places, &b->claim->scope);
  if ((scan->rule->expect.across == CCK_ACROSS_SOURCES && a->source == b->source) ||
      (scan->rule->expect.across == CCK_IN_ONE_ARTICLE && a->source != b->source))
    return false;
  return !cck_scope_excludes(&scan->run->places, &x, &y);
}

/* One finding a subject: the farthest pair that may be compared. */
static void check_subject(const cck_scan *scan, const dated *all, size_t count) {
  size_t early_count = 0;
  unsigned tries = 0;
  while (early_count < count && !all[early_count].late)
    early_count++;
  for (size_t i = 0; i < count && early_count > 0 && early_count < count; i++)
    cck_run_mark(scan, all[i].candidate);
  for (size_t i = 0; i < early_count; i++) {
    for (size_t j = early_count; j < count && tries < MOST_TRIES; j++, tries++) {
      cck_period early = all[i].candidate->claim->date.days;
      cck_period late = all[j].candidate->claim->date.days;
      if (!is_after(scan, early, late))
        break;
      if (comparable(scan, all[i].candidate, all[j].candidate)) {
        report(scan, all[i].candidate, all[j].candidate, early, late);
        return;
      }
    }
  }
}

static void check_measures(const cck_scan *scan) {
  sides s = sides_of(&scan->rule->expect);
  CCK_VEC(dated) all = {0};
  cck_intern subjects;
  cck_intern_init(&subjects, scan->arena);
  for (size_t i = 0; i < scan->count; i++) {
    const cck_candidate *c = &scan->items[i];
    bool early = is_measure(scan, s.early, c->claim);
    cck_slice subject = c->claim->subject.len ? c->claim->subject : cck_slug(scan->arena, c->claim->subject_text);
    if (c->claim->kind != CCK_CLAIM_DATE || !c->claim->date.valid || subject.len == 0 ||
        (!early && !is_measure(scan, s.late, c->claim)))
      continue;
    dated entry = {c, cck_intern_put(&subjects, subject), !early};
    CCK_PUSH(scan->arena, &all, entry);
  }
  if (all.count)
    qsort(all.items, all.count, sizeof *all.items, by_subject);
  for (size_t first = 0, past; first < all.count; first = past) {
    for (past = first + 1; past < all.count && all.items[past].subject == all.items[first].subject; past++)
      continue;
    check_subject(scan, &all.items[first], past - first);
  }
}

static void evaluate(const cck_scan *scan) {
  const cck_expect *expect = &scan->rule->expect;
  if (expect->left.kind == CCK_MOMENT_MEASURE && expect->right.kind == CCK_MOMENT_MEASURE) {
    check_measures(scan);
    return;
  }
  for (size_t i = 0; i < scan->count; i++)
    check_alone(scan, &scan->items[i]);
}

const cck_kind_form cck_kind_form_moment_order = {evaluate, "{value} is after {other}, {spread}"};
