#include "rule/story/suspects.h"

/* A length of time is of something that stands right beside it: "served four months in prison". */
static bool is_of_same_stretch(const cck_suspects *s) {
  enum { RIGHT_BESIDE = 3, TELLING = 40, HALF = 128 };
  bool same_unit = cck_slice_eq(s->a->claim->value.unit, s->b->claim->value.unit);
  if (!same_unit && s->far)
    return false;
  if (s->overlap >= HALF || s->e->agreeing)
    return true;
  if (!same_unit)
    return false;
  for (size_t i = 0, j = 0; i < s->x->words.count && j < s->y->words.count;) {
    const cck_story_word *p = &s->x->words.items[i];
    const cck_story_word *q = &s->y->words.items[j];
    for (int side = 0; side < 2 && p->stem == q->stem && p->rarity > TELLING; side++) {
      unsigned u = s->a->sights[i].distance[side];
      unsigned v = s->b->sights[j].distance[side];
      if (u && v && u <= RIGHT_BESIDE && v <= RIGHT_BESIDE)
        return true;
    }
    i += p->stem <= q->stem;
    j += q->stem <= p->stem;
  }
  return false;
}

/* How far a writer looks back or ahead, "in the past 30 years", is the length of nothing. */
static bool is_window(const cck_suspects *s) {
  return s->a->kind == CCK_STORY_DURATION && ((s->a->told | s->b->told) & CCK_TOLD_WINDOW);
}

static bool is_small(const cck_figure *f) { return f->has_min && cck_decimal_cmp(f->min, cck_decimal_of(2)) < 0; }

cck_story_reason cck_suspects_figure_reason(const cck_suspects *s) {
  enum { BESIDE = 3 * UNIT, WORDS = 6 * UNIT, STRONG = 8 * UNIT, ALIKE = 180, SOME = 48 };
  const cck_likeness *l = &s->e->likeness;
  const cck_figure *f = s->p->figures;
  if (is_window(s))
    return CCK_STORY_REASON_STRETCH;
  if (s->brief)
    return s->far && !s->same_digits && !s->e->agreeing && s->overlap < SOME ? CCK_STORY_REASON_DISTANCE
                                                                             : CCK_STORY_REASON_NONE;
  if (l->beside < BESIDE && l->words < WORDS)
    return CCK_STORY_REASON_NEARNESS;
  if (s->far && !s->same_digits && s->e->agreeing < 2 && !(s->overlap >= ALIKE && l->beside > STRONG))
    return CCK_STORY_REASON_DISTANCE;
  bool counted = s->a->kind == CCK_STORY_COUNT || s->a->kind == CCK_STORY_UNIT;
  if (counted && (is_small(&f[s->ia]) || is_small(&f[s->ib])) && s->overlap < ALIKE)
    return CCK_STORY_REASON_SMALL;
  return s->a->kind == CCK_STORY_DURATION && !is_of_same_stretch(s) ? CCK_STORY_REASON_STRETCH : CCK_STORY_REASON_NONE;
}
