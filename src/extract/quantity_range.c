#include "extract/quantity_range.h"

uint32_t cck_range_skip_hedge(const cck_quantity_reader *r, uint32_t at, uint32_t end) {
  const cck_trie_entry *entry;
  if (at >= end)
    return at;
  size_t length = cck_trie_longest(&r->words->before, r->tokens + at, end - at, &entry);
  return at + (uint32_t)length;
}

uint32_t cck_range_word_before(const cck_quantity_reader *r, const cck_figure *f) {
  for (uint32_t length = cck_quantity_word_at(r, f->first - 1)->ends_bound ? 4 : 0; length > 0; length--) {
    uint32_t at = f->first - length;
    const cck_trie_entry *entry;
    if (f->first < r->first + length)
      continue;
    if (cck_trie_longest(&r->words->before, r->tokens + at, length, &entry) == length)
      return at - 1;
  }
  return f->first - 1;
}

/* "from 5 up to 10", "from 5 all the way to 10" */
static uint32_t skip_way(const cck_quantity_reader *r, uint32_t at) {
  uint32_t next = at;
  if (cck_quantity_sign(r, next, "all") && cck_quantity_sign(r, next + 1, "the") &&
      cck_quantity_sign(r, next + 2, "way"))
    next += 3;
  next += cck_quantity_sign(r, next, "up") ? 1u : 0u;
  return cck_quantity_sign(r, next, "to") ? next : at;
}

/* Tokens of a sign of plus and minus. */
static uint32_t margin_at(const cck_quantity_reader *r, uint32_t at) {
  if (cck_quantity_sign(r, at, "±"))
    return 1;
  return cck_quantity_sign(r, at, "+") && cck_quantity_sign(r, at + 1, "/") && cck_quantity_dash(r, at + 2) ? 3 : 0;
}

cck_joint cck_range_joint(const cck_quantity_reader *r, const cck_figure *a, const cck_figure *b) {
  uint32_t at = a->past;
  if (b->first <= at || b->first - at > 6)
    return CCK_JOINT_NONE;
  if (margin_at(r, at) && at + margin_at(r, at) == b->first)
    return CCK_JOINT_MARGIN;
  bool aside = (cck_quantity_sign(r, at, "--") || cck_quantity_sign(r, at, "—")) && !cck_quantity_glued(r, at) &&
               !cck_quantity_glued(r, at + 1); /* "12 percent -- 40 of 250 -- came" */
  if (cck_quantity_dash(r, at) && at + 1 == b->first)
    return aside ? CCK_JOINT_NONE : CCK_JOINT_DASH;
  at += cck_quantity_dash(r, at) ? 1 : 0;
  if (cck_quantity_sign(r, cck_range_word_before(r, a), "from") || cck_quantity_sign(r, a->first - 1, "from"))
    at = skip_way(r, at); /* "sizes starting from 450 up to 900" */
  cck_joint kind = cck_quantity_sign(r, at, "to") || cck_quantity_sign(r, at, "through") ? CCK_JOINT_TO
                   : cck_quantity_sign(r, at, "and")                                     ? CCK_JOINT_AND
                   : cck_quantity_sign(r, at, "or")                                      ? CCK_JOINT_OR
                   : cck_quantity_sign(r, at, ",")                                       ? CCK_JOINT_COMMA
                                                                                         : CCK_JOINT_NONE;
  if (kind == CCK_JOINT_NONE)
    return kind;
  at++;
  if (kind == CCK_JOINT_COMMA && (cck_quantity_sign(r, at, "and") || cck_quantity_sign(r, at, "or")))
    at++;
  at += cck_quantity_dash(r, at) ? 1 : 0;
  at = kind == CCK_JOINT_TO ? cck_range_skip_hedge(r, at, b->first) : at;
  return at == b->first ? kind : CCK_JOINT_NONE;
}

/* Signs that belong to a figure: "rose 5% from 10 to 15". */
static bool is_figure_sign(const cck_quantity_reader *r, uint32_t at) {
  static const char *const signs[] = {"%", "$", "\xc2\xa3", "\xe2\x82\xac"};
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    if (cck_quantity_sign(r, at, signs[i]))
      return true;
  return false;
}

/* "rose from 10 to 15", "rose 5%, from 10 to 15": two figures of a change, not a range. */
static bool is_change(const cck_quantity_reader *r, const cck_figure *a) {
  uint32_t at = cck_range_word_before(r, a);
  if (!cck_quantity_sign(r, at, "from"))
    return false;
  at -= at > r->first && cck_quantity_sign(r, at - 1, ",");
  for (uint32_t back = 1; back <= 5 && at >= r->first + back; back++) {
    if (cck_quantity_is(r, at - back, CCK_Q_UP | CCK_Q_DOWN | CCK_Q_WEAK_UP | CCK_Q_WEAK_DOWN) ||
        cck_quantity_has(r, at - back, CCK_P_FOLD))
      return true;
    if (cck_quantity_token(r, at - back)->kind == CCK_TOKEN_SIGN && !is_figure_sign(r, at - back))
      return false;
  }
  return false;
}

static bool same_unit(const cck_figure *a, const cck_figure *b) {
  if (a->kind == CCK_FIGURE_BARE || cck_slice_eq(a->unit, b->unit))
    return true;
  if (b->kind == CCK_FIGURE_BARE)
    return !b->malformed;
  if (a->kind == CCK_FIGURE_MONEY && b->kind == CCK_FIGURE_NOUN && !b->plural && b->digits)
    return true; /* "a $3,000 to 5,000 reward" */
  return a->kind == b->kind && b->compound && cck_slice_starts(b->unit, a->unit) && b->unit.ptr[a->unit.len] == '/';
}

bool cck_range_share_scale(cck_figure *a, const cck_figure *b) {
  if (a->power != 0 || b->power == 0 || b->vague || cck_decimal_cmp(a->written, b->written) >= 0)
    return true;
  cck_decimal scaled;
  if (!cck_decimal_shift(a->written, b->power, &scaled))
    return false;
  a->min = a->max = scaled;
  a->power = b->power;
  return true;
}

/* "25-30,000 men" are 25,000 at least: the left end leaves out the thousands that the right one has. */
static void share_thousands(cck_figure *a, const cck_figure *b) {
  enum { THOUSAND = 1000, LARGEST = 1000000, TIMES = 10 };
  int64_t low, high;
  bool plain = a->digits && !a->grouped && a->power == 0 && b->digits && b->grouped && b->power == 0;
  if (!plain || !cck_decimal_to_int(a->min, &low) || !cck_decimal_to_int(b->min, &high) || low < 1 || high >= LARGEST ||
      high % THOUSAND != 0 || low * THOUSAND >= high || low * THOUSAND * TIMES <= high)
    return;
  a->min = a->max = a->written = cck_decimal_of(low * THOUSAND);
  a->grouped = true;
}

static bool is_counted(const cck_figure *f) {
  return f->kind == CCK_FIGURE_MONEY || f->kind == CCK_FIGURE_MEASURE || f->power > 0 ||
         (f->kind == CCK_FIGURE_NOUN && (f->plural || f->hyphen));
}

/* "climbed 120 points to 7,425", "rose by 4,000 to 61,000": how much, and up to where. */
static bool is_step(const cck_quantity_reader *r, const cck_figure *a, const cck_figure *b) {
  bool by = cck_quantity_sign(r, cck_range_word_before(r, a), "by");
  bool moved = by || cck_quantity_direction(r, a) != CCK_CHANGE_NONE;
  if (cck_slice_is(a->unit, "percent") && b->kind == CCK_FIGURE_BARE)
    return true;
  bool rates = cck_slice_is(a->unit, "percent") && cck_slice_is(b->unit, "percent"); /* "growing 10.1% to 12.8%" */
  if (moved && !by && a->kind != CCK_FIGURE_BARE && !rates)
    return true;
  cck_decimal thrice;
  return moved && a->power == b->power && cck_decimal_mul(a->max, cck_decimal_of(3), &thrice) &&
         cck_decimal_cmp(thrice, b->max) < 0;
}

/* "1000-5000": round figures; a telephone number, a score or a code is not so. */
static bool are_round(const cck_figure *a, const cck_figure *b) {
  int64_t low, high;
  enum { ROUND = 50, LEAST = 100 };
  return cck_decimal_to_int(a->min, &low) && cck_decimal_to_int(b->max, &high) && low >= LEAST && low % ROUND == 0 &&
         high % ROUND == 0;
}

/* "f / 4 - 5.6": of a lens. */
static bool is_aperture(const cck_quantity_reader *r, const cck_figure *f) {
  return cck_quantity_sign(r, f->first - 1, "/") && cck_quantity_sign(r, f->first - 2, "f");
}

/* "from 160 to 180 to 200": steps of a series. */
static bool goes_on(const cck_quantity_reader *r, const cck_figure *b) {
  const cck_unit_alias *mark;
  uint32_t next = b->past + 1;
  return cck_quantity_sign(r, b->past, "to") && (cck_quantity_number(r, next) || cck_quantity_mark(r, next, &mark));
}

/*
 * "a density of 1.3 A/cm2 to 0.3 A/cm2": falls along what is described. In words it may be a change ("a loss of 20
 * miles to 5 miles").
 */
static bool falls(const cck_quantity_reader *r, const cck_figure *b, uint32_t before) {
  return cck_quantity_sign(r, before, "of") && b->kind == CCK_FIGURE_MEASURE && !cck_slice_is(b->unit, "percent") &&
         b->alias && (b->compound || b->alias->how & CCK_UNIT_SYMBOL);
}

/* "a minute or two", "two weeks or three weeks", "one day or two": the next number, in words. */
static bool is_one_more(const cck_figure *a, const cck_figure *b) {
  cck_decimal next;
  return !a->digits && !b->digits && a->kind == CCK_FIGURE_MEASURE && a->power == 0 && !a->share && !b->share &&
         !a->range && !b->range && !b->fold && same_unit(a, b) && cck_decimal_add(a->max, cck_decimal_of(1), &next) &&
         cck_decimal_cmp(next, b->min) == 0;
}

static bool can_join(const cck_quantity_reader *r, const cck_figure *a, const cck_figure *b, cck_joint kind) {
  uint32_t before = cck_range_word_before(r, a);
  bool ascending = cck_decimal_cmp(a->min, b->max) < 0 || a->power < b->power;
  if (kind == CCK_JOINT_OR && is_one_more(a, b))
    return true;
  if (a->range || b->range || a->share != b->share || !same_unit(a, b) || a->malformed || b->malformed || a->one)
    return (kind == CCK_JOINT_TO || kind == CCK_JOINT_OR) && a->one && !b->range && b->kind != CCK_FIGURE_BARE &&
           same_unit(a, b);
  switch (kind) {
  case CCK_JOINT_DASH: /* behind a noun it is a dash: "two sisters-8 and 10"; "the 0-14 Lions" is a record */
    return !(cck_decimal_is_zero(a->min) && b->kind == CCK_FIGURE_NOUN && cck_quantity_capital(r, b->number_past)) &&
           a->kind != CCK_FIGURE_NOUN &&
           (is_counted(b) || is_counted(a) || (a->grouped && b->grouped && a->power == b->power) || are_round(a, b) ||
            is_aperture(r, a)) &&
           ascending;
  case CCK_JOINT_TO:
    if (is_step(r, a, b))
      return false;
    if (is_change(r, a) && !(goes_on(r, b) && ascending && a->kind != CCK_FIGURE_BARE))
      return false;
    return ascending || cck_quantity_is(r, before, CCK_Q_BETWEEN) || falls(r, b, before);
  case CCK_JOINT_AND: {
    bool ages = cck_quantity_sign(r, before, "of") && cck_quantity_has(r, before - 1, CCK_P_AGED) &&
                cck_quantity_sign(r, before - 3, "between"); /* "between the ages of 18 and 34" */
    return ages || cck_quantity_sign(r, before, "between");
  }
  case CCK_JOINT_OR: /* "10, 20 or 30" is a list */
    if (cck_quantity_sign(r, a->first - 1, ",") &&
        (cck_quantity_number(r, a->first - 2) || cck_quantity_is(r, a->first - 2, CCK_Q_NUMBER_WORD)))
      return false;
    return a->kind == CCK_FIGURE_BARE && ascending && is_counted(b) && b->kind != CCK_FIGURE_MONEY;
  default:
    return false;
  }
}

void cck_figure_take_unit(cck_figure *to, const cck_figure *from) {
  to->kind = from->kind;
  to->unit = from->unit;
  to->noun = from->noun;
  to->alias = from->alias;
  to->compound = from->compound;
  to->plural = from->plural;
}

/* Widens `a` to the range a..b. */
static bool join(cck_figure *a, const cck_figure *b) {
  if (!cck_range_share_scale(a, b))
    return false;
  if (a->kind == CCK_FIGURE_BARE || b->compound)
    cck_figure_take_unit(a, b);
  bool swap = cck_decimal_cmp(a->min, b->max) > 0;
  cck_decimal low = swap ? b->min : a->min;
  cck_decimal high = swap ? a->max : b->max;
  a->min = low;
  a->max = high;
  a->number_past = b->number_past;
  a->past = a->kind == CCK_FIGURE_MONEY && b->kind == CCK_FIGURE_NOUN ? b->number_past : b->past;
  if (a->kind != CCK_FIGURE_MONEY && b->noun_past > b->noun_first) {
    a->noun_first = b->noun_first;
    a->noun_past = b->noun_past;
  }
  a->range = true;
  a->approx = b->approx != CCK_APPROX_EXACT ? b->approx : a->approx;
  return true;
}

static void drop(cck_quantity_reader *r, cck_figure *f, const char *why) {
  if (!f->dropped)
    cck_quantity_reject(r, f, why);
  f->dropped = true;
}

static bool dashed(const cck_quantity_reader *r, const cck_figure *a, const cck_figure *b) {
  return cck_quantity_glued(r, a->past) && cck_quantity_glued(r, b->first) && !is_counted(a) &&
         (b->kind == CCK_FIGURE_BARE || b->kind == CCK_FIGURE_NOUN) && a->digits && b->digits && b->power == 0;
}

/* "12 ± 2 mm": from 10 to 14. */
static bool join_margin(cck_figure *a, cck_figure *b) {
  cck_decimal low, high;
  if (a->range || b->range || !same_unit(a, b) || !cck_decimal_sub(a->min, b->min, &low) ||
      !cck_decimal_add(a->min, b->min, &high))
    return false;
  if (a->kind == CCK_FIGURE_BARE)
    cck_figure_take_unit(a, b);
  a->min = low;
  a->max = high;
  a->range = true;
  a->number_past = b->number_past;
  a->past = b->past;
  b->dropped = true;
  return true;
}

/* "between 18 months and two years": the right end in the unit of the left one. */
static void share_duration(const cck_quantity_reader *r, const cck_figure *a, cck_figure *b) {
  const cck_unit *left = cck_unit_find(r->units, a->unit);
  const cck_unit *right = cck_unit_find(r->units, b->unit);
  cck_decimal value;
  if (!left || !right || left == right || a->compound || b->compound || b->range ||
      !cck_slice_is(left->dimension, "duration") || !cck_slice_is(right->dimension, "duration") ||
      !cck_unit_convert(r->units, b->min, b->unit, a->unit, &value) || !cck_decimal_is_whole(value))
    return;
  b->min = b->max = b->written = value;
  b->unit = a->unit;
}

/* "aged 12 to 14 years": the years are of age. */
static void share_age(const cck_figure *a, cck_figure *b) {
  if (cck_slice_is(a->unit, "year of age") && cck_slice_is(b->unit, "year"))
    b->unit = a->unit;
}

/* True when `b` became a part of `a`. */
static bool join_pair(cck_quantity_reader *r, cck_figure *a, cck_figure *b) {
  cck_joint kind = cck_range_joint(r, a, b);
  if (kind == CCK_JOINT_NONE || (a->dropped && kind != CCK_JOINT_DASH))
    return false;
  share_age(a, b);
  if (kind == CCK_JOINT_TO || (kind == CCK_JOINT_AND && cck_quantity_sign(r, cck_range_word_before(r, a), "between")))
    share_duration(r, a, b);
  if (kind == CCK_JOINT_MARGIN)
    return !a->dropped && join_margin(a, b);
  bool chain = kind == CCK_JOINT_TO && a->range && cck_slice_eq(a->unit, b->unit) && !a->vague;
  bool joins = !a->dropped && can_join(r, a, b, kind);
  if (joins && kind == CCK_JOINT_DASH)
    share_thousands(a, b);
  if (joins && join(a, b)) {
    b->dropped = true;
    return true;
  }
  if (kind == CCK_JOINT_DASH && dashed(r, a, b)) { /* a score, a season, a telephone number */
    drop(r, a, "score or number with dashes");
    drop(r, b, "score or number with dashes");
  } else if (kind == CCK_JOINT_TO && cck_quantity_hyphen(r, a->past) && a->kind == CCK_FIGURE_BARE) {
    drop(r, a, "ratio"); /* "three-to-one" */
    drop(r, b, "ratio");
  } else if (chain) { /* "from $20 to $30 to $45": the second range begins where the first ends */
    if (cck_decimal_cmp(a->max, b->min) < 0) {
      b->min = a->max;
      b->range = true;
    }
  }
  return false;
}

void cck_quantity_ranges(cck_quantity_reader *r) {
  size_t left = 0; /* the figure that the next one may join */
  for (size_t i = 1; i < r->figures.count; i++)
    if (!join_pair(r, &r->figures.items[left], &r->figures.items[i]))
      left = i;
}
