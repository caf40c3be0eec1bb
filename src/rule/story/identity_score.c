#include "rule/story/suspects.h"

/* The one says when, well before the other was published; the other does not. */
static bool is_told_of_past(const cck_suspects *s, const cck_telling *a, const cck_telling *b) {
  enum { MONTH = 31 };
  cck_period day = cck_suspects_published(s, b);
  return a->kind != CCK_STORY_DATE && a->kind != CCK_STORY_AGE && a->claim->time.basis == CCK_BASIS_TEXT &&
         b->claim->time.basis != CCK_BASIS_TEXT && b->claim->time.basis != CCK_BASIS_RELATIVE &&
         a->claim->time.days.max != CCK_NO_DAY && day.min != CCK_NO_DAY && a->claim->time.days.max + MONTH < day.min;
}

static int rarity_apart(const cck_suspects *s, const cck_stem_set *a, const cck_stem_set *b) {
  int sum = 0;
  for (uint32_t i = 0; i < a->count; i++)
    if (!cck_stem_set_has(b, a->items[i]))
      sum += (int)cck_story_rarity(s->p->tellings->vocabulary, a->items[i]);
  return sum;
}

static int names_score(const cck_suspects *s) {
  int score = 0;
  bool strict = !s->brief && !s->e->agreeing; /* a text of one sentence may call him "he" */
  if (strict && s->x->names && s->y->names && !cck_suspects_share_name(s))
    score -= 4 * UNIT;
  if (s->a->nearest.count && s->b->nearest.count && cck_stem_sets_meet(&s->a->nearest, &s->b->nearest))
    score += 2 * UNIT;
  else if (strict && s->a->nearest.count && s->b->nearest.count)
    score -= 3 * UNIT;
  if (s->a->kind == CCK_STORY_COUNT) /* "12 Somali", "11 Yemeni pirates" */
    score -=
        (rarity_apart(s, &s->a->capitals, &s->b->capitals) + rarity_apart(s, &s->b->capitals, &s->a->capitals)) / 2;
  return score;
}

/* Less than a twentieth apart: often a revision or another rounding. */
static bool is_slight(const cck_suspects *s) {
  cck_decimal percent;
  return s->a->kind != CCK_STORY_COUNT && s->a->kind != CCK_STORY_AGE && s->a->kind != CCK_STORY_DATE &&
         cck_figure_spread(&s->p->figures[s->ia], &s->p->figures[s->ib], &percent) &&
         cck_decimal_cmp(percent, cck_decimal_of(5)) < 0;
}

static int context_score(const cck_suspects *s) {
  enum { SOME_DAYS = 10, SLIGHT = 5 };
  int score = 0;
  bool planned = s->a->claim->modality == CCK_MODALITY_PLANNED || s->b->claim->modality == CCK_MODALITY_PLANNED;
  bool crowded = s->x->past - s->x->first > 3 && s->y->past - s->y->first > 3;
  if (planned && s->a->claim->modality != s->b->claim->modality)
    score -= 3 * UNIT;
  if (crowded && s->e->agreeing < 2)
    score -= 4 * UNIT;
  if ((s->x->classes | s->y->classes) & CCK_STORY_STATISTIC)
    score -= 4 * UNIT;
  if (s->e->vague)
    score -= 4 * UNIT;
  if (!s->brief && is_slight(s))
    score -= SLIGHT * UNIT;
  if (cck_suspects_days_apart(s) > SOME_DAYS)
    score -= 3 * UNIT;
  if (is_told_of_past(s, s->a, s->b) || is_told_of_past(s, s->b, s->a))
    score -= 4 * UNIT;
  if (s->same_digits)
    score += 4 * UNIT;
  if (s->a->landmark.count)
    score += 4 * UNIT;
  return score + 2 * UNIT * (int)s->e->agreeing - 3 * UNIT * (int)s->e->differing / 2;
}

int cck_suspects_score(const cck_suspects *s) { return names_score(s) + context_score(s); }
