#include "rule/story/suspects.h"

/* A date by itself, with a digit, not by its distance from another day. */
static bool is_explicit(const cck_telling *t) {
  const cck_date *date = &t->claim->date;
  bool digit = false;
  for (size_t i = 0; i < date->text.len; i++)
    digit = digit || cck_is_digit(date->text.ptr[i]);
  bool grain = date->precision == CCK_PRECISION_DAY || date->precision == CCK_PRECISION_MONTH ||
               date->precision == CCK_PRECISION_YEAR;
  return digit && grain && !t->by_distance && cck_period_is_known(date->days);
}

/* Each lies as far from its own publication as the other: the news of two days, not two dates of one event. */
static bool is_news_of_its_day(const cck_suspects *s) {
  enum { APART = 2, ALIKE = 4 };
  cck_period x = cck_suspects_published(s, s->a);
  cck_period y = cck_suspects_published(s, s->b);
  if (cck_suspects_days_apart(s) <= APART)
    return false;
  int64_t shift = (s->b->claim->date.days.min - s->a->claim->date.days.min) - (y.min - x.min);
  return shift <= ALIKE && shift >= -ALIKE;
}

static bool is_same_event(const cck_suspects *s) {
  cck_slice event = s->a->claim->date.event;
  return event.len && cck_slice_eq(event, s->b->claim->date.event);
}

static bool has_other_event(const cck_suspects *s) {
  return s->a->claim->date.event.len && s->b->claim->date.event.len && !is_same_event(s);
}

static bool dates_one_event(const cck_suspects *s) {
  enum { LIKE = 5 * UNIT, SOMEWHAT = 4 * UNIT, MUCH = 140, SOME = 102 };
  if (((s->x->classes | s->y->classes) & CCK_STORY_FURNITURE) || !is_explicit(s->a) || !is_explicit(s->b) ||
      is_news_of_its_day(s) || (!s->brief && s->a->claim->date.precision != s->b->claim->date.precision) ||
      s->a->claim->modality != s->b->claim->modality)
    return false;
  if (s->overlap >= MUCH || (s->e->matching && s->e->likeness.words >= SOMEWHAT) ||
      (s->brief && (is_same_event(s) || (!has_other_event(s) && s->e->likeness.words >= LIKE))))
    return true;
  return is_same_event(s) && (s->overlap >= SOME || (s->e->agreeing && s->e->likeness.words >= LIKE));
}

cck_story_reason cck_suspects_date_reason(const cck_suspects *s) {
  bool strangers = s->x->names && s->y->names && !s->e->agreeing && !cck_suspects_share_name(s);
  return !dates_one_event(s) || strangers ? CCK_STORY_REASON_EVENT : CCK_STORY_REASON_NONE;
}

/* ---- times of day ---- */

static bool is_day_told(const cck_telling *t) {
  bool told = t->claim->date.weekday || t->claim->time.basis == CCK_BASIS_TEXT;
  return told && cck_period_is_known(t->claim->date.days);
}

/* Of one day as far as it is known, and of one event. */
cck_story_reason cck_suspects_clock_reason(const cck_suspects *s) {
  enum { LIKE = 3 * UNIT, MUCH = 100 };
  cck_period x = s->a->claim->date.days;
  cck_period y = s->b->claim->date.days;
  if (((s->x->classes | s->y->classes) & CCK_STORY_FURNITURE) || ((s->a->told | s->b->told) & CCK_TOLD_OFFSET))
    return CCK_STORY_REASON_EVENT;
  bool day = !is_day_told(s->a) || !is_day_told(s->b) || (x.min <= y.max + 1 && y.min <= x.max + 1);
  bool event = s->overlap >= MUCH || (is_same_event(s) && s->e->likeness.words >= LIKE) ||
               (s->e->agreeing && s->e->likeness.words >= LIKE);
  return day && event ? CCK_STORY_REASON_NONE : CCK_STORY_REASON_EVENT;
}
