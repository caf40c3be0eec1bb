#include "rule/story/suspects.h"

enum {
  SAME_NOUN = 200, /* of compatibility, in 256ths */
  ARCHIVE = 100    /* so many articles are no longer of one desk's day */
};

const char *cck_story_reason_text(cck_story_reason reason) {
  static const char *const texts[] = {
#define CCK_STORY_REASON(name, text) text,
#include "rule/story/reasons.def"
#undef CCK_STORY_REASON
  };
  return texts[reason];
}

/* ---- the two articles ---- */

int64_t cck_suspects_days_apart(const cck_suspects *s) {
  cck_period x = cck_suspects_published(s, s->a);
  cck_period y = cck_suspects_published(s, s->b);
  if (x.min == CCK_NO_DAY || y.min == CCK_NO_DAY)
    return 0;
  return x.min < y.min ? y.min - x.min : x.min - y.min;
}

bool cck_suspects_share_name(const cck_suspects *s) {
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

/* ---- ruled out ---- */

static bool differs_in_role(const cck_suspects *s) {
  unsigned apart = s->a->told ^ s->b->told;
  if (s->a->attribute_of != s->b->attribute_of || (s->a->base && s->b->base && s->a->base != s->b->base))
    return true;
  if ((apart & (CCK_TOLD_RATE | CCK_TOLD_WHOLE | CCK_TOLD_OFFSET | CCK_TOLD_NOT)) ||
      (s->a->roles && s->b->roles && !(s->a->roles & s->b->roles)))
    return true;
  if ((apart & CCK_TOLD_SHARE) && s->far)
    return true;
  if (s->a->kind == CCK_STORY_COUNT && s->a->capitals.count && s->b->capitals.count &&
      !cck_stem_sets_meet(&s->a->capitals, &s->b->capitals)) /* "12 Norwegian trawlers", "19 Icelandic trawlers" */
    return true;
  return (apart & ~(unsigned)CCK_TOLD_SHARE) && s->e->agreeing < 2;
}

/* "nine rifles" are the "seven AK-47 rifles" and "two other rifles" of the other sentence. */
static bool is_sum_in(const cck_suspects *s, uint32_t total, const cck_story_sentence *parts) {
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

/* Both say when, and not the same time. */
static bool differs_in_time(const cck_suspects *s) {
  const cck_time *x = &s->a->claim->time;
  const cck_time *y = &s->b->claim->time;
  return cck_telling_is_timed(s->a) && cck_telling_is_timed(s->b) && s->a->kind != CCK_STORY_DATE &&
         s->a->kind != CCK_STORY_CLOCK && s->a->kind != CCK_STORY_AGE && !cck_period_overlaps(x->days, y->days);
}

/* The dead and injured of an event become more while news comes in. */
static bool is_update(const cck_suspects *s) {
  cck_period x = cck_suspects_published(s, s->a);
  cck_period y = cck_suspects_published(s, s->b);
  if (s->a->kind != CCK_STORY_COUNT || !(s->x->classes & s->y->classes & CCK_STORY_TOLL) || x.min == CCK_NO_DAY ||
      y.min == CCK_NO_DAY || x.min == y.min)
    return false;
  const cck_figure *f = s->p->figures;
  return x.min < y.min ? cck_figure_below(&f[s->ia], &f[s->ib]) : cck_figure_below(&f[s->ib], &f[s->ia]);
}

/* Another place to count miles from, or none. */
static bool differs_in_place(const cck_suspects *s) {
  if (s->a->kind != CCK_STORY_LENGTH || (s->a->landmark.count == 0 && s->b->landmark.count == 0))
    return false;
  return !cck_stem_sets_meet(&s->a->landmark, &s->b->landmark);
}

/* The same sentence with another figure weeks later: last month's report, unless both say of what time they speak. */
static bool is_series(const cck_suspects *s) {
  enum { MUCH = 128, SOON = 5 };
  return s->a->kind != CCK_STORY_AGE && s->overlap >= MUCH && cck_suspects_days_apart(s) > SOON &&
         !(cck_telling_is_timed(s->a) && cck_telling_is_timed(s->b));
}

static bool is_template(const cck_suspects *s) {
  enum { ALIKE = 128 };
  bool moves = s->a->told & s->b->told & CCK_TOLD_CHANGE;
  bool market = s->x->classes & s->y->classes & CCK_STORY_MARKET;
  if (s->brief)
    return market && s->a->kind == CCK_STORY_MONEY && (moves || cck_suspects_days_apart(s) > 0);
  if (s->x->specifications || s->y->specifications)
    return true;
  bool own = s->a->kind == CCK_STORY_AGE || s->a->kind == CCK_STORY_LENGTH || s->a->kind == CCK_STORY_DURATION;
  return !own && market && (s->overlap < ALIKE || cck_suspects_days_apart(s) > 0 || moves);
}

/* In an archive, what is told alike weeks apart is another day's news, unless both give one large figure as well. */
static bool is_other_news(const cck_suspects *s) {
  enum { WEEK = 7 };
  return s->archive && cck_suspects_days_apart(s) > WEEK && !s->e->matching && s->a->kind != CCK_STORY_AGE;
}

/* A line of a table: hardly a word to each figure. */
static bool is_table_line(const cck_story_sentence *s) {
  enum { FIGURES = 2 };
  uint32_t figures = s->past - s->first;
  return figures >= FIGURES && s->words.count <= 2 * figures;
}

/* ---- strangers ---- */

enum { TELLING_NAME = 64 }; /* a name that one article in fifty has says nothing */

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
static bool is_stranger(const cck_suspects *s, const cck_telling *own, const cck_telling *other) {
  const struct cck_story_body *body = &s->p->tellings->bodies[own->body];
  const cck_story_words *words = &s->p->tellings->bodies[other->body].words;
  acquaintance a = names_known(&s->p->tellings->sentences.items[own->sentence], &body->words, words);
  if (a.known + a.unknown == 0)
    a = names_known(&s->p->tellings->sentences.items[body->first_sentence], &body->words, words);
  unsigned trust = s->archive ? 1 : 3;
  return trust * a.known < a.unknown || a.known == 0;
}

/* ---- digits ---- */

static cck_decimal end_of(const cck_figure *f) { return f->has_min ? f->min : f->max; }

static void compare_sizes(cck_suspects *s) {
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
static cck_story_reason common_reason(const cck_suspects *s) {
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
  if (is_series(s) || is_other_news(s) || is_template(s) || (!s->brief && (is_table_line(s->x) || is_table_line(s->y))))
    return CCK_STORY_REASON_TEMPLATE;
  if (!s->brief && (is_stranger(s, s->a, s->b) || is_stranger(s, s->b, s->a)))
    return CCK_STORY_REASON_STRANGERS;
  bool retold = s->brief && s->overlap >= RETOLD;
  return s->e->differing && !s->e->agreeing && !person && !retold ? CCK_STORY_REASON_PARALLELS : CCK_STORY_REASON_NONE;
}

cck_story_reason cck_story_identity(const cck_pairing *p, uint32_t ia, uint32_t ib, const cck_evidence *e, int *score) {
  const cck_telling *a = &p->tellings->items.items[ia];
  const cck_telling *b = &p->tellings->items.items[ib];
  const cck_story_sentence *x = &p->tellings->sentences.items[a->sentence];
  const cck_story_sentence *y = &p->tellings->sentences.items[b->sentence];
  cck_suspects s = {p,
                    ia,
                    ib,
                    a,
                    b,
                    x,
                    y,
                    e,
                    (int)cck_story_overlap(x, y),
                    false,
                    false,
                    cck_pairing_is_brief(p),
                    p->scan->run->body_count > ARCHIVE};
  int person = 0;
  compare_sizes(&s);
  cck_story_reason reason = common_reason(&s);
  if (reason)
    return reason;
  if (a->kind == CCK_STORY_AGE) {
    person = cck_suspects_age_score(&s);
    reason = person ? CCK_STORY_REASON_NONE : CCK_STORY_REASON_PERSON;
  } else {
    reason = a->kind == CCK_STORY_DATE    ? cck_suspects_date_reason(&s)
             : a->kind == CCK_STORY_CLOCK ? cck_suspects_clock_reason(&s)
                                          : cck_suspects_figure_reason(&s);
  }
  *score = e->likeness.all + UNIT * s.overlap / 32 + person + cck_suspects_score(&s);
  return reason;
}
