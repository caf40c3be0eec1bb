#include "rule/story/identity.h"

enum { UNIT = 16 /* of scores */, SAME_NOUN = 200 };

typedef struct suspects {
  const cck_pairing *p;
  uint32_t ia, ib;
  const cck_telling *a, *b;
  const cck_story_sentence *x, *y;
  const cck_evidence *e;
  int overlap;           /* of the sentences, in 256ths */
  bool same_digits, far; /* 1.2 and 12; more than five times apart */
  bool brief;            /* one of the texts is a sentence or two: what asks for more is not asked */
} suspects;

const char *cck_story_reason_text(cck_story_reason reason) {
  static const char *const texts[] = {
#define CCK_STORY_REASON(name, text) text,
#include "rule/story/reasons.def"
#undef CCK_STORY_REASON
  };
  return texts[reason];
}

/* ---- ruled out ---- */

static bool differs_in_role(const suspects *s) {
  unsigned apart = s->a->told ^ s->b->told;
  if (s->a->attribute_of != s->b->attribute_of || (s->a->base && s->b->base && s->a->base != s->b->base))
    return true;
  if ((apart & (CCK_TOLD_RATE | CCK_TOLD_WHOLE | CCK_TOLD_OFFSET)) ||
      (s->a->roles && s->b->roles && !(s->a->roles & s->b->roles)))
    return true;
  if ((apart & CCK_TOLD_SHARE) && s->far)
    return true;
  return (apart & ~(unsigned)CCK_TOLD_SHARE) && s->e->agreeing < 2;
}

/* "nine rifles" are the "seven AK-47 rifles" and "two other rifles" of the other sentence. */
static bool is_sum_in(const suspects *s, uint32_t total, const cck_story_sentence *parts) {
  const cck_telling *items = s->p->tellings->items.items;
  cck_decimal sum = {0, 0};
  unsigned count = 0;
  for (uint32_t i = parts->first; i < parts->past; i++) {
    const cck_figure *f = &s->p->figures[i];
    if (!s->p->readable[i] || !f->has_min || cck_story_compatible(&items[total], &items[i]) < SAME_NOUN ||
        items[i].kind != CCK_STORY_COUNT || !cck_decimal_add(sum, f->min, &sum))
      continue;
    count++;
  }
  const cck_figure *whole = &s->p->figures[total];
  return count > 1 && whole->has_min && cck_decimal_cmp(sum, whole->min) == 0;
}

static bool is_timed(const cck_telling *t) {
  return t->claim->time.basis == CCK_BASIS_TEXT || t->claim->time.basis == CCK_BASIS_RELATIVE;
}

/* Both say when, and not the same time. */
static bool differs_in_time(const suspects *s) {
  const cck_time *x = &s->a->claim->time;
  const cck_time *y = &s->b->claim->time;
  return is_timed(s->a) && is_timed(s->b) && s->a->kind != CCK_STORY_DATE && s->a->kind != CCK_STORY_CLOCK &&
         s->a->kind != CCK_STORY_AGE && !cck_period_overlaps(x->days, y->days);
}

static cck_period published(const suspects *s, const cck_telling *t) {
  return s->p->scan->run->bodies[t->body]->source->period;
}

/* The dead and injured of an event become more while news comes in. */
static bool is_update(const suspects *s) {
  cck_period x = published(s, s->a);
  cck_period y = published(s, s->b);
  if (s->a->kind != CCK_STORY_COUNT || !(s->x->classes & s->y->classes & CCK_STORY_TOLL) || x.min == CCK_NO_DAY ||
      y.min == CCK_NO_DAY || x.min == y.min)
    return false;
  const cck_figure *f = s->p->figures;
  return x.min < y.min ? cck_figure_below(&f[s->ia], &f[s->ib]) : cck_figure_below(&f[s->ib], &f[s->ia]);
}

/* Another place to count miles from, or none. */
static bool differs_in_place(const suspects *s) {
  if (s->a->kind != CCK_STORY_LENGTH || (s->a->landmark.count == 0 && s->b->landmark.count == 0))
    return false;
  return !cck_stem_sets_meet(&s->a->landmark, &s->b->landmark);
}

static int64_t days_between(const suspects *s) {
  cck_period x = published(s, s->a);
  cck_period y = published(s, s->b);
  if (x.min == CCK_NO_DAY || y.min == CCK_NO_DAY)
    return 0;
  return x.min < y.min ? y.min - x.min : x.min - y.min;
}

/* The same sentence with another figure weeks later: last month's report, unless both say of what time they speak. */
static bool is_series(const suspects *s) {
  enum { MUCH = 128, SOON = 5 };
  return s->a->kind != CCK_STORY_AGE && s->overlap >= MUCH && days_between(s) > SOON &&
         !(is_timed(s->a) && is_timed(s->b));
}

static bool is_template(const suspects *s) {
  enum { ALIKE = 128 };
  bool moves = (s->a->told & s->b->told & CCK_TOLD_CHANGE) && (s->x->classes & s->y->classes & CCK_STORY_MARKET);
  if (s->brief)
    return moves && s->a->kind == CCK_STORY_MONEY;
  if (s->x->specifications || s->y->specifications)
    return true;
  bool own = s->a->kind == CCK_STORY_AGE || s->a->kind == CCK_STORY_LENGTH || s->a->kind == CCK_STORY_DURATION;
  return !own && (s->x->classes & s->y->classes & CCK_STORY_MARKET) &&
         (s->overlap < ALIKE || days_between(s) > 0 || moves);
}

/* ---- strangers ---- */

enum { TELLING_NAME = 64, ARCHIVE = 100 }; /* a name that one article in fifty has says nothing */

/* What the other article knows of the names in a sentence, and what not: sums of rarities. */
typedef struct acquaintance {
  unsigned known, unknown;
} acquaintance;

static acquaintance names_known(const cck_story_sentence *s, const cck_story_words *own, const cck_story_words *other) {
  acquaintance out = {0, 0};
  for (size_t i = 0; i < s->words.count; i++) {
    const cck_story_word *word = cck_story_find_word(own, s->words.items[i].stem); /* as rare as it is in this run */
    if (s->words.items[i].name && word->rarity >= TELLING_NAME)
      *(cck_story_find_word(other, word->stem) ? &out.known : &out.unknown) += word->rarity;
  }
  return out;
}

/*
 * The sentence speaks of somebody, or its article's first one does, of whom the other article does not; or nobody says
 * of whom.
 */
static bool is_stranger(const suspects *s, const cck_telling *own, const cck_telling *other) {
  const struct cck_story_body *body = &s->p->tellings->bodies[own->body];
  const cck_story_words *words = &s->p->tellings->bodies[other->body].words;
  acquaintance a = names_known(&s->p->tellings->sentences.items[own->sentence], &body->words, words);
  if (a.known + a.unknown == 0)
    a = names_known(&s->p->tellings->sentences.items[body->first_sentence], &body->words, words);
  unsigned trust =
      s->p->scan->run->body_count > ARCHIVE ? 2 : 3; /* a hundred articles are no longer of one desk's day */
  return trust * a.known < a.unknown || a.known == 0;
}

/* A line of a table: hardly a word to each figure. */
static bool is_table_line(const cck_story_sentence *s) {
  enum { FIGURES = 2 };
  uint32_t figures = s->past - s->first;
  return figures >= FIGURES && s->words.count <= 2 * figures;
}

/* ---- ages ---- */

enum { UNDATED_YEARS = 4, DAYS_IN_YEAR = 365, SAME_TIME = 7 };

/* The difference of two ages in whole years; false for babies. */
static bool years_between(const suspects *s, int64_t *out) {
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
static bool grows_into(const suspects *s) {
  cck_period x = published(s, s->a);
  cck_period y = published(s, s->b);
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
static bool is_relative(const suspects *s) {
  enum { GENERATION = 10 };
  int64_t years;
  (void)years_between(s, &years);
  return shared_names(&s->a->holder, &s->b->holder) < 2 && (years > GENERATION || years < -GENERATION);
}

/* 0: two persons, or one that grew older. */
static int age_score(const suspects *s) {
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

/* ---- dates ---- */

/* A date by itself, not by its distance from another day. */
static bool is_explicit(const cck_telling *t) {
  const cck_date *date = &t->claim->date;
  bool grain = date->precision == CCK_PRECISION_DAY || date->precision == CCK_PRECISION_MONTH ||
               date->precision == CCK_PRECISION_YEAR;
  cck_slice text = date->text;
  for (size_t i = 0; i < text.len; i++)
    if (cck_is_digit(text.ptr[i]))
      return grain && cck_slice_find(text, CCK_S("ago"), 0) == SIZE_MAX &&
             cck_slice_find(text, CCK_S("later"), 0) == SIZE_MAX &&
             cck_slice_find(text, CCK_S("earlier"), 0) == SIZE_MAX;
  return false;
}

/* Each lies as far from its own publication as the other: the news of two days, not two dates of one event. */
static bool is_news_of_its_day(const suspects *s) {
  enum { APART = 2, ALIKE = 4 };
  cck_period x = published(s, s->a);
  cck_period y = published(s, s->b);
  if (days_between(s) <= APART)
    return false;
  int64_t shift = (s->b->claim->date.days.min - s->a->claim->date.days.min) - (y.min - x.min);
  return shift <= ALIKE && shift >= -ALIKE;
}

static bool is_same_event(const suspects *s) {
  cck_slice event = s->a->claim->date.event;
  return event.len && cck_slice_eq(event, s->b->claim->date.event);
}

static bool has_other_event(const suspects *s) {
  return s->a->claim->date.event.len && s->b->claim->date.event.len && !is_same_event(s);
}

static bool dates_one_event(const suspects *s) {
  enum { LIKE = 5 * UNIT, SOMEWHAT = 4 * UNIT, MUCH = 140, SOME = 102 };
  if (((s->x->classes | s->y->classes) & CCK_STORY_FURNITURE) || is_news_of_its_day(s))
    return false;
  if (!is_explicit(s->a) || !is_explicit(s->b) ||
      (!s->brief && s->a->claim->date.precision != s->b->claim->date.precision) ||
      s->a->claim->modality != s->b->claim->modality)
    return false;
  if (s->overlap >= MUCH || (s->e->matching && s->e->likeness.words >= SOMEWHAT) ||
      (s->brief && (is_same_event(s) || (!has_other_event(s) && s->e->likeness.words >= LIKE))))
    return true;
  return is_same_event(s) && (s->overlap >= SOME || (s->e->agreeing && s->e->likeness.words >= LIKE));
}

static bool share_name(const suspects *s) {
  for (size_t i = 0, j = 0; i < s->x->words.count && j < s->y->words.count;) {
    const cck_story_word *p = &s->x->words.items[i];
    const cck_story_word *q = &s->y->words.items[j];
    if (p->stem == q->stem && p->name && q->name)
      return true;
    i += p->stem <= q->stem;
    j += q->stem <= p->stem;
  }
  return false;
}

/* ---- figures ---- */

/* A length of time is of something that stands right beside it: "served four months in prison". */
static bool is_of_same_stretch(const suspects *s) {
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

static bool is_small(const cck_figure *f) { return f->has_min && cck_decimal_cmp(f->min, cck_decimal_of(2)) < 0; }

/* What a count, a sum, a share or a measurement needs to be taken for the other's. */
static cck_story_reason figure_reason(const suspects *s) {
  enum { BESIDE = 3 * UNIT, WORDS = 6 * UNIT, STRONG = 8 * UNIT, ALIKE = 180, SOME = 48 };
  const cck_likeness *l = &s->e->likeness;
  const cck_figure *f = s->p->figures;
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

/* ---- the score ---- */

/* The one says when, well before the other was published; the other does not. */
static bool is_told_of_past(const suspects *s, const cck_telling *a, const cck_telling *b) {
  enum { MONTH = 31 };
  cck_period day = published(s, b);
  return a->kind != CCK_STORY_DATE && a->kind != CCK_STORY_AGE && a->claim->time.basis == CCK_BASIS_TEXT &&
         b->claim->time.basis != CCK_BASIS_TEXT && b->claim->time.basis != CCK_BASIS_RELATIVE &&
         a->claim->time.days.max != CCK_NO_DAY && day.min != CCK_NO_DAY && a->claim->time.days.max + MONTH < day.min;
}

static int rarity_apart(const suspects *s, const cck_stem_set *a, const cck_stem_set *b) {
  int sum = 0;
  for (uint32_t i = 0; i < a->count; i++)
    if (!cck_stem_set_has(b, a->items[i]))
      sum += (int)cck_story_rarity(s->p->tellings->vocabulary, a->items[i]);
  return sum;
}

static int names_score(const suspects *s) {
  int score = 0;
  bool strict = !s->brief && !s->e->agreeing; /* a text of one sentence may call him "he" */
  if (strict && s->x->names && s->y->names && !share_name(s))
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
static bool is_slight(const suspects *s) {
  cck_decimal percent;
  return s->a->kind != CCK_STORY_COUNT && s->a->kind != CCK_STORY_AGE && s->a->kind != CCK_STORY_DATE &&
         cck_figure_spread(&s->p->figures[s->ia], &s->p->figures[s->ib], &percent) &&
         cck_decimal_cmp(percent, cck_decimal_of(5)) < 0;
}

static int context_score(const suspects *s) {
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
  if (days_between(s) > SOME_DAYS)
    score -= 3 * UNIT;
  if (is_told_of_past(s, s->a, s->b) || is_told_of_past(s, s->b, s->a))
    score -= 4 * UNIT;
  if (s->same_digits)
    score += 4 * UNIT;
  if (s->a->landmark.count)
    score += 4 * UNIT;
  return score + 2 * UNIT * (int)s->e->agreeing - 3 * UNIT * (int)s->e->differing / 2;
}

/* ---- digits ---- */

static cck_decimal end_of(const cck_figure *f) { return f->has_min ? f->min : f->max; }

static void compare_sizes(suspects *s) {
  cck_decimal a = cck_decimal_abs(end_of(&s->p->figures[s->ia]));
  cck_decimal b = cck_decimal_abs(end_of(&s->p->figures[s->ib]));
  cck_decimal low = cck_decimal_cmp(a, b) < 0 ? a : b;
  cck_decimal high = cck_decimal_cmp(a, b) < 0 ? b : a;
  const cck_value *x = &s->a->claim->value;
  const cck_value *y = &s->b->claim->value;
  s->same_digits = s->a->kind != CCK_STORY_DATE && x->has_min && y->has_min &&
                   x->min.coefficient == y->min.coefficient && x->min.coefficient != 0;
  s->far = !cck_decimal_mul(low, cck_decimal_of(5), &low) || cck_decimal_cmp(high, low) > 0;
}

/* What rules out figures of any kind. */
static cck_story_reason common_reason(const suspects *s) {
  enum { RETOLD = 90 };
  bool person = s->a->kind == CCK_STORY_AGE && cck_stem_sets_meet(&s->a->holder, &s->b->holder);
  if (cck_slice_eq(s->a->claim->text, s->b->claim->text))
    return CCK_STORY_REASON_SAME_TEXT;
  if (differs_in_role(s))
    return CCK_STORY_REASON_ROLE;
  if (is_sum_in(s, s->ia, s->y) || is_sum_in(s, s->ib, s->x))
    return CCK_STORY_REASON_SUM;
  if (differs_in_time(s))
    return CCK_STORY_REASON_TIME;
  if (differs_in_place(s))
    return CCK_STORY_REASON_PLACE;
  if (is_update(s))
    return CCK_STORY_REASON_UPDATE;
  if (is_series(s) || is_template(s) || (!s->brief && (is_table_line(s->x) || is_table_line(s->y))))
    return CCK_STORY_REASON_TEMPLATE;
  if (!s->brief && (is_stranger(s, s->a, s->b) || is_stranger(s, s->b, s->a)))
    return CCK_STORY_REASON_STRANGERS;
  bool retold = s->brief && s->overlap >= RETOLD;
  return s->e->differing && !s->e->agreeing && !person && !retold ? CCK_STORY_REASON_PARALLELS : CCK_STORY_REASON_NONE;
}

/* Times of day: of one day as far as it is known, and of one event. */
static bool is_day_told(const cck_telling *t) {
  return t->claim->date.weekday || t->claim->time.basis == CCK_BASIS_TEXT;
}

static cck_story_reason clock_reason(const suspects *s) {
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

static cck_story_reason date_reason(const suspects *s) {
  bool strangers = s->x->names && s->y->names && !s->e->agreeing && !share_name(s);
  return !dates_one_event(s) || strangers ? CCK_STORY_REASON_EVENT : CCK_STORY_REASON_NONE;
}

cck_story_reason cck_story_identity(const cck_pairing *p, uint32_t ia, uint32_t ib, const cck_evidence *e, int *score) {
  const cck_telling *a = &p->tellings->items.items[ia];
  const cck_telling *b = &p->tellings->items.items[ib];
  const cck_story_sentence *x = &p->tellings->sentences.items[a->sentence];
  const cck_story_sentence *y = &p->tellings->sentences.items[b->sentence];
  suspects s = {p, ia, ib, a, b, x, y, e, (int)cck_story_overlap(x, y), false, false, cck_pairing_is_brief(p)};
  int person = 0;
  compare_sizes(&s);
  cck_story_reason reason = common_reason(&s);
  if (reason)
    return reason;
  if (a->kind == CCK_STORY_AGE) {
    person = age_score(&s);
    reason = person ? CCK_STORY_REASON_NONE : CCK_STORY_REASON_PERSON;
  } else {
    reason = a->kind == CCK_STORY_DATE    ? date_reason(&s)
             : a->kind == CCK_STORY_CLOCK ? clock_reason(&s)
                                          : figure_reason(&s);
  }
  *score = e->likeness.all + UNIT * s.overlap / 32 + person + names_score(&s) + context_score(&s);
  return reason;
}
