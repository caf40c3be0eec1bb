#include "rule/story/suspects.h"

enum { UNDATED_YEARS = 4, DAYS_IN_YEAR = 365, SAME_TIME = 7 };

/* The difference of two ages in whole years; false for babies. */
static bool years_between(const cck_suspects *s, int64_t *out) {
  int64_t from = 0;
  int64_t to = 0;
  const cck_value *x = &s->a->claim->value;
  const cck_value *y = &s->b->claim->value;
  *out = 0;
  if (!cck_slice_eq(x->unit, y->unit) || !x->has_min || !y->has_min || !cck_decimal_to_int(x->min, &from) ||
      !cck_decimal_to_int(y->min, &to))
    return false;
  *out = to - from;
  return true;
}

/* A person is a year older a year later. */
static bool grows_into(const cck_suspects *s) {
  cck_period x = cck_suspects_published(s, s->a);
  cck_period y = cck_suspects_published(s, s->b);
  int64_t years;
  if (!years_between(s, &years))
    return true;
  if (x.min == CCK_NO_DAY || y.min == CCK_NO_DAY)
    return !s->brief && years < UNDATED_YEARS && years > -UNDATED_YEARS;
  int64_t days = y.min - x.min;
  if (days <= SAME_TIME && days >= -SAME_TIME)
    return false;
  return years * DAYS_IN_YEAR > days - DAYS_IN_YEAR && years * DAYS_IN_YEAR < days + DAYS_IN_YEAR;
}

static uint32_t shared_names(const cck_stem_set *a, const cck_stem_set *b) {
  uint32_t shared = 0;
  for (uint32_t i = 0; i < a->count; i++)
    shared += cck_stem_set_has(b, a->items[i]);
  return shared;
}

/* A family name alone, and ages of parent and child. */
static bool is_relative(const cck_suspects *s) {
  enum { GENERATION = 10 };
  int64_t years;
  (void)years_between(s, &years);
  return shared_names(&s->a->holder, &s->b->holder) < 2 && (years > GENERATION || years < -GENERATION);
}

int cck_suspects_age_score(const cck_suspects *s) {
  enum { NAMED = 8 * UNIT };
  bool named = cck_stem_sets_meet(&s->a->holder, &s->b->holder);
  if (s->a->holder.count && s->b->holder.count && !named)
    return 0;
  if (!named && !(s->a->holder_noun && s->a->holder_noun == s->b->holder_noun))
    return 0;
  if (named && (grows_into(s) || is_relative(s))) /* "a 15-year-old girl" of an event stays as old as she was */
    return 0;
  return named ? NAMED : 1;
}
