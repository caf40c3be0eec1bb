#include "extract/quantity.h"
#include "model/literal.h"

enum {
  NO_SCALE = 99,      /* above every power of ten that has a word */
  LARGEST_SCALE = 15, /* quadrillion: sums of words stay within 64 bits */
  SHARE_DIGITS = 12   /* behind the point of a third */
};

/* Where number words are being added up: "twenty-eight thousand six hundred and forty-two". */
typedef struct word_sum {
  int64_t total, group; /* group: below the last scale */
  int last_power;       /* of the last scale from thousand on; NO_SCALE before the first */
  uint32_t last;        /* class of the last word */
  uint32_t at;
} word_sum;

static const uint32_t NUMBER_WORDS = CCK_Q_DIGIT | CCK_Q_TEEN | CCK_Q_TENS;

static int64_t power_of_ten(int power) {
  int64_t n = 1;
  while (power-- > 0)
    n *= 10;
  return n;
}

static bool take_scale(word_sum *sum, const cck_quantity_word *word) {
  if (sum->group == 0 || word->power > LARGEST_SCALE)
    return false;
  if (word->power == 2) {
    if (sum->group >= 100)
      return false;
    sum->group *= 100;
  } else if (word->power >= sum->last_power) {
    return false;
  } else {
    sum->total += sum->group * power_of_ten(word->power);
    sum->group = 0;
    sum->last_power = word->power;
  }
  sum->last = CCK_Q_SCALE;
  return true;
}

/* One word more; false when it does not belong to the number. */
static bool take_word(word_sum *sum, const cck_quantity_word *word) {
  bool open = sum->last == 0 || sum->last == CCK_Q_SCALE;
  if (word->classes & (CCK_Q_SCALE | CCK_Q_SHORT)) /* "five mln", too */
    return take_scale(sum, word);
  if (word->classes & CCK_Q_DIGIT) {
    if (!open && sum->last != CCK_Q_TENS)
      return false;
    sum->last = CCK_Q_DIGIT;
  } else if (word->classes & (CCK_Q_TEEN | CCK_Q_TENS)) {
    if (!open)
      return false;
    sum->last = word->classes & CCK_Q_TENS ? CCK_Q_TENS : CCK_Q_TEEN;
  } else {
    return false;
  }
  sum->group += word->value;
  return true;
}

/* "between two hundred and three hundred": the only "and" of the words parts the two ends. */
static bool parts_ends(const cck_quantity_reader *r, uint32_t first) {
  enum { MOST_WORDS = 24 };
  unsigned ands = 0;
  if (!cck_quantity_sign(r, first - (cck_quantity_is(r, first - 1, CCK_Q_ARTICLE) ? 2u : 1u), "between"))
    return false;
  for (uint32_t at = first; at < first + MOST_WORDS; at++) {
    bool and = cck_quantity_sign(r, at, "and") && cck_quantity_is(r, at + 1, NUMBER_WORDS);
    if (!and&&!cck_quantity_hyphen(r, at) && !cck_quantity_is(r, at, NUMBER_WORDS | CCK_Q_SCALE))
      break;
    ands += and;
  }
  return ands == 1;
}

/* Past a hyphen ("twenty-eight") or an "and" ("two hundred and five") that joins to a further number word. */
static uint32_t joined_word(const cck_quantity_reader *r, const word_sum *sum, bool parted) {
  uint32_t at = sum->at;
  if (sum->last == CCK_Q_TENS && cck_quantity_hyphen(r, at) && cck_quantity_is(r, at + 1, CCK_Q_DIGIT))
    return at + 1;
  if (cck_quantity_hyphen(r, at) && cck_quantity_is(r, at + 1, CCK_Q_SCALE))
    return at + 1;
  if (!parted && sum->last == CCK_Q_SCALE && cck_quantity_sign(r, at, "and") &&
      cck_quantity_is(r, at + 1, NUMBER_WORDS))
    return at + 1;
  return at;
}

static void sum_words(const cck_quantity_reader *r, word_sum *sum) {
  bool parted = parts_ends(r, sum->at);
  for (;;) {
    uint32_t next = sum->last ? joined_word(r, sum, parted) : sum->at;
    if (next >= r->past || (cck_quantity_dated(r, next) && !cck_quantity_vaguely_dated(r, next)) ||
        !take_word(sum, cck_quantity_word_at(r, next)))
      return;
    sum->at = next + 1;
  }
}

static void set_value(cck_figure *f, cck_decimal value) { f->min = f->max = f->written = value; }

/* "and a half", "-and-a-half" after a number: 0.5 more. */
static uint32_t read_and_a_half(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  uint32_t next = at + (cck_quantity_hyphen(r, at) ? 1u : 0u);
  if (!cck_quantity_sign(r, next, "and"))
    return at;
  next += 1 + (cck_quantity_hyphen(r, next + 1) ? 1u : 0u);
  if (!cck_quantity_is(r, next, CCK_Q_ARTICLE) && !cck_quantity_sign(r, next, "one"))
    return at;
  next += 1 + (cck_quantity_hyphen(r, next + 1) ? 1u : 0u);
  int divisor = cck_quantity_word_at(r, next)->divisor;
  if (divisor != 2 && divisor != 4)
    return at;
  cck_decimal part = divisor == 2 ? (cck_decimal){5, -1} : (cck_decimal){25, -2};
  cck_decimal sum;
  if (!cck_decimal_add(f->min, part, &sum))
    return at;
  set_value(f, sum);
  f->grouped = true;
  return next + 1;
}

static bool multiply(cck_figure *f, cck_decimal by) {
  cck_decimal min, max;
  if (!cck_decimal_mul(f->min, by, &min) || !cck_decimal_mul(f->max, by, &max))
    return false;
  f->min = min;
  f->max = max;
  return true;
}

static bool scale_by(cck_figure *f, int power) {
  cck_decimal min, max;
  if (!cck_decimal_shift(f->min, power, &min) || !cck_decimal_shift(f->max, power, &max))
    return false;
  f->min = min;
  f->max = max;
  f->power += power;
  return true;
}

/* "35m of its devices", "35m people": a word that can be counted follows the letter. */
static bool counts_something(const cck_quantity_reader *r, uint32_t at) {
  if (cck_quantity_sign(r, at, "of"))
    return true;
  for (uint32_t i = at; i < at + 3 && cck_quantity_plain_word(r, i); i++)
    if (cck_quantity_plural(r, i))
      return true;
  return false;
}

/* Is the letter glued to the digits a scale and not a unit? */
static bool glued_scale(const cck_quantity_reader *r, uint32_t at, bool money) {
  cck_slice s = cck_quantity_text(r, at);
  if (cck_quantity_glued(r, at + 1) && cck_quantity_token(r, at + 1)->kind != CCK_TOKEN_SIGN)
    return false;
  if (money)
    return true;
  cck_slice digits = cck_quantity_text(r, at - 1);
  if (digits.len >= 4 && cck_slice_find(digits, CCK_S(","), 0) == SIZE_MAX &&
      cck_slice_find(digits, CCK_S("."), 0) == SIZE_MAX)
    return false; /* "GeForce 9400M" */
  if (cck_slice_is(s, "m"))
    return counts_something(r, at + 1);
  return cck_slice_is(s, "M") || cck_slice_is(s, "k") || cck_slice_is(s, "K") || cck_slice_is(s, "b") ||
         cck_slice_is(s, "B");
}

/* The power of the scale at `at` for a figure in digits; 0 when it is none. */
static int digit_scale(const cck_quantity_reader *r, uint32_t at, bool money) {
  const cck_quantity_word *word = cck_quantity_word_at(r, at);
  bool glued = cck_quantity_glued(r, at);
  if (word->classes & CCK_Q_SCALE)
    return word->power;
  if (word->classes & CCK_Q_PLURAL_SCALE && word->power >= 6)
    return word->power; /* "5 millions" */
  if (word->classes & CCK_Q_SHORT && !cck_quantity_glued(r, at + 1))
    return word->power;
  if (word->classes & CCK_Q_SHORT && cck_quantity_token(r, at + 1)->kind == CCK_TOKEN_SIGN)
    return word->power;
  if (word->classes & CCK_Q_GLUED && glued && glued_scale(r, at, money))
    return word->power;
  return 0;
}

/* Scale words after a number, glued, spaced or hyphened: "1.8 billion", "4 hundred million". */
static uint32_t read_scales(const cck_quantity_reader *r, uint32_t at, bool money, cck_figure *f) {
  for (int turn = 0; turn < 2; turn++) {
    uint32_t word = at + (cck_quantity_hyphen(r, at) ? 1u : 0u);
    int power = digit_scale(r, word, money);
    if (power == 0 || (turn == 1 && f->power != 2 && f->power != 5) || !scale_by(f, power))
      return at;
    at = word + 1;
  }
  return at;
}

/* "two dozen", "a couple of", "half a dozen" */
static uint32_t read_dozen(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  uint32_t word = at + (cck_quantity_hyphen(r, at) ? 1u : 0u);
  if (!cck_quantity_is(r, word, CCK_Q_DOZEN) || !multiply(f, cck_decimal_of(cck_quantity_word_at(r, word)->value)))
    return at;
  f->loose = true;
  return word + 1;
}

static bool set_share(cck_figure *f, int64_t above, int64_t below) {
  cck_decimal share;
  if (below <= 0 || above < 0 || above > below ||
      !cck_decimal_div(cck_decimal_of(above * 100), cck_decimal_of(below), SHARE_DIGITS, &share))
    return false;
  set_value(f, share);
  f->share = true;
  f->loose = true;
  return true;
}

/* "two-thirds", "three quarters of": the share; false when the words are no share. */
static bool read_share_words(const cck_quantity_reader *r, uint32_t at, int64_t above, cck_figure *f) {
  bool hyphen = cck_quantity_hyphen(r, at);
  uint32_t word = at + (hyphen ? 1u : 0u);
  const cck_quantity_word *below = cck_quantity_word_at(r, word);
  bool of = cck_quantity_sign(r, word + 1, "of");
  if (!below->divisor || below->divisor <= above || (!hyphen && !of && (below->classes & CCK_Q_PERIOD_TOO)))
    return false;
  if (cck_quantity_hyphen(r, word + 1)) /* "one-third-party" */
    return false;
  if (!set_share(f, above, below->divisor))
    return false;
  f->number_past = word + 1;
  if (of && cck_quantity_is(r, word + 2, CCK_Q_ARTICLE) && cck_quantity_is(r, word + 3, CCK_Q_SCALE)) {
    f->share = f->loose = false; /* "three-quarters of a million" */
    f->grouped = true;
    f->number_past = word + 4;
    return scale_by(f, cck_quantity_word_at(r, word + 3)->power - 2);
  }
  return true;
}

/* "seven in ten voters", at the start of a clause: not "won 3 in 5 games", "two in three days". */
static bool opens_share(const cck_quantity_reader *r, uint32_t at, const cck_figure *f) {
  uint32_t below = at + 1 + (cck_quantity_sign(r, at + 1, "every") ? 1u : 0u);
  bool chance = cck_quantity_sign(r, below + 1, "chance");
  bool round = chance || cck_quantity_sign(r, below, "3") || cck_quantity_sign(r, below, "4") ||
               cck_quantity_sign(r, below, "5") || cck_quantity_sign(r, below, "10") ||
               cck_quantity_sign(r, below, "ten") || cck_quantity_sign(r, below, "100") ||
               cck_quantity_sign(r, below, "five") || cck_quantity_sign(r, below, "three") ||
               cck_quantity_sign(r, below, "four");
  uint32_t before = f->first - 1;
  bool open = f->first == r->first || cck_quantity_token(r, before)->kind == CCK_TOKEN_SIGN ||
              cck_quantity_is(r, before, CCK_Q_STOP);
  const cck_unit_alias *alias;
  return cck_quantity_sign(r, at, "in") && round && open && at == f->first + 1 && r->past > below + 1 &&
         (chance || cck_quantity_plural(r, below + 1) || cck_quantity_is(r, below + 1, CCK_Q_STOP)) &&
         !cck_unit_match(r->units, &r->units->after, r->text, r->tokens + below + 1, r->past - below - 1, false,
                         &alias);
}

/* "one in five", "nine out of 10": the share that they say. */
static bool read_share_of(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  bool out_of = cck_quantity_sign(r, at, "out") && cck_quantity_sign(r, at + 1, "of");
  bool every = cck_quantity_sign(r, at, "of") && cck_quantity_sign(r, at + 1, "every"); /* "one of every three" */
  bool in = (f->one && (cck_quantity_sign(r, at, "in") || every)) || opens_share(r, at, f);
  uint32_t word = at + (out_of ? 2 : 1);
  word += cck_quantity_sign(r, word, "every") ? 1u : 0u;
  cck_decimal below;
  int64_t above_number, below_number;
  if ((!out_of && !in) || cck_quantity_dated(r, word))
    return false;
  if (cck_quantity_number(r, word)) {
    if (!cck_literal_number(cck_quantity_text(r, word), &below))
      return false;
  } else {
    word_sum sum = {.last_power = NO_SCALE, .at = word};
    sum_words(r, &sum);
    if (sum.last == 0)
      return false;
    below = cck_decimal_of(sum.total + sum.group);
    word = sum.at - 1;
  }
  if (!cck_decimal_to_int(f->min, &above_number) || !cck_decimal_to_int(below, &below_number) || above_number < 1 ||
      below_number > 1000 || above_number >= below_number || (in && (below_number < 2 || below_number > 100)))
    return false;
  if (!set_share(f, above_number, below_number))
    return false;
  f->number_past = word + 1;
  return true;
}

static bool read_words(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  word_sum sum = {.last_power = NO_SCALE, .at = at};
  sum_words(r, &sum);
  if (sum.last == 0)
    return false;
  set_value(f, cck_decimal_of(sum.total + sum.group));
  f->power = sum.last_power == NO_SCALE ? 0 : sum.last_power;
  if (f->power) /* a range copies the scale to its other end: "four to five thousand" */
    (void)cck_decimal_shift(f->written, -f->power, &f->written);
  f->one = sum.at == at + 1 && cck_quantity_word_at(r, at)->value == 1;
  f->number_past = sum.at;
  if (sum.total == 0 && sum.group < 100 && read_share_words(r, sum.at, sum.group, f))
    return true;
  if (read_share_of(r, sum.at, f))
    return true;
  uint32_t half = read_and_a_half(r, sum.at, f);
  f->number_past = half == sum.at ? half : read_scales(r, half, false, f);
  f->number_past = read_dozen(r, f->number_past, f);
  return true;
}

/* "half million", "quarter of a million", with or without an article in front: `at` is the fraction word. */
static bool read_part_of_scale(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  int divisor = cck_quantity_word_at(r, at)->divisor;
  uint32_t scale = at + 1 + (cck_quantity_hyphen(r, at + 1) ? 1u : 0u);
  if (cck_quantity_sign(r, at + 1, "of") && cck_quantity_is(r, at + 2, CCK_Q_ARTICLE))
    scale = at + 3;
  if ((divisor != 2 && divisor != 4) || !cck_quantity_is(r, scale, CCK_Q_SCALE))
    return false;
  set_value(f, divisor == 2 ? (cck_decimal){5, -1} : (cck_decimal){25, -2});
  f->grouped = true;
  f->number_past = scale + 1;
  return scale_by(f, cck_quantity_word_at(r, scale)->power);
}

/* "rose by a third", "about half voted": the share of what was named; nothing that it could be a part of follows. */
static bool stands_alone(const cck_quantity_reader *r, uint32_t at, uint32_t past) {
  static const char *const hedges[] = {"than", "more", "less", "fewer", "about", "almost", "nearly", "over", "around"};
  enum { HEDGES = sizeof hedges / sizeof *hedges };
  uint32_t before = at - 1;
  for (size_t i = 0; i < HEDGES && before + 3 >= at; i++)
    if (cck_quantity_sign(r, before, hedges[i])) {
      before--;
      i = (size_t)-1;
    }
  bool ends = cck_quantity_token(r, past)->kind == CCK_TOKEN_SIGN || cck_quantity_is(r, past, CCK_Q_STOP) ||
              cck_quantity_dated(r, past);
  bool by =
      cck_quantity_sign(r, before, "by") || cck_quantity_sign(r, before, "up") || cck_quantity_sign(r, before, "down");
  bool told = before + 1 < at && (cck_quantity_verbal(r, past) || cck_quantity_has(r, past, CCK_P_BE));
  return ((by && ends) || told) && !cck_quantity_hyphen(r, past) && !cck_quantity_is(r, past, CCK_Q_ARTICLE);
}

static bool unit_stands(const cck_quantity_reader *r, uint32_t at) {
  const cck_unit_alias *alias;
  if (cck_quantity_sign(r, at, "point"))
    return true;
  return at < r->past && !cck_quantity_sign(r, at, "times") &&
         cck_unit_match(r->units, &r->units->after, r->text, r->tokens + at, r->past - at, false, &alias) > 0;
}

/* "a year and a half": the unit stands between. */
static bool read_half_behind_unit(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  if (!cck_quantity_sign(r, at + 2, "and") || !cck_quantity_is(r, at + 3, CCK_Q_ARTICLE) ||
      !cck_quantity_sign(r, at + 4, "half") || !unit_stands(r, at + 1))
    return false;
  set_value(f, (cck_decimal){15, -1});
  f->grouped = true;
  f->number_past = at + 1;
  return true;
}

/* "a quarter point", "a half-mile" */
static bool read_part_before_unit(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  bool half = cck_quantity_sign(r, at + 1, "half");
  uint32_t unit = at + 2 + (cck_quantity_hyphen(r, at + 2) ? 1u : 0u);
  if ((!half && !cck_quantity_sign(r, at + 1, "quarter")) || !unit_stands(r, unit))
    return false;
  set_value(f, half ? (cck_decimal){5, -1} : (cck_decimal){25, -2});
  f->grouped = true;
  f->number_past = at + 2;
  return true;
}

/* "a hundred and fifty", "a million", "a dozen", "a couple of", "a third of" */
static bool read_article(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  const cck_quantity_word *word = cck_quantity_word_at(r, at + 1);
  if (word->classes & CCK_Q_SCALE) {
    word_sum sum = {.group = 1, .last_power = NO_SCALE, .last = CCK_Q_DIGIT, .at = at + 1};
    sum_words(r, &sum);
    set_value(f, cck_decimal_of(sum.total + sum.group));
    f->number_past = sum.at;
    return sum.last == CCK_Q_SCALE || sum.at > at + 2;
  }
  if (word->classes & (CCK_Q_DOZEN | CCK_Q_COUPLE)) {
    bool of = cck_quantity_sign(r, at + 2, "of");
    if (word->classes & CCK_Q_COUPLE && !of)
      return false;
    set_value(f, cck_decimal_of(word->value));
    f->loose = true;
    f->number_past = at + 2 + (of && word->classes & CCK_Q_COUPLE ? 1u : 0u);
    return true;
  }
  if (word->divisor && read_part_of_scale(r, at + 1, f))
    return true;
  if (read_part_before_unit(r, at, f) || read_half_behind_unit(r, at, f))
    return true;
  f->number_past = at + 2;
  bool part = cck_quantity_sign(r, at + 2, "of") || stands_alone(r, at, at + 2);
  return word->divisor > 2 && part && set_share(f, 1, word->divisor);
}

/* "half a million", "half the condos", "half of them", "half an hour" */
static bool read_half(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  if (cck_quantity_word_at(r, at)->divisor != 2 || cck_quantity_hyphen(r, at - 1) ||
      cck_quantity_is(r, at - 1, CCK_Q_ARTICLE) || cck_quantity_has(r, at - 1, CCK_P_SIDE) ||
      cck_quantity_hyphen(r, at + 1))
    return false;
  if (read_part_of_scale(r, at, f))
    return true;
  set_value(f, (cck_decimal){5, -1});
  f->grouped = true;
  f->number_past = at + 1;
  if (cck_quantity_sign(r, at + 1, "of") || cck_quantity_is(r, at + 1, CCK_Q_DETERMINER) || stands_alone(r, at, at + 1))
    return set_share(f, 1, 2);
  if (!cck_quantity_is(r, at + 1, CCK_Q_ARTICLE))
    return false;
  const cck_quantity_word *word = cck_quantity_word_at(r, at + 2);
  f->number_past = at + 2;
  if (word->classes & (CCK_Q_SCALE | CCK_Q_DOZEN)) {
    f->number_past = at + 3;
    return word->classes & CCK_Q_DOZEN ? multiply(f, cck_decimal_of(word->value)) : scale_by(f, word->power);
  }
  const cck_unit_alias *alias;
  return cck_unit_match(r->units, &r->units->after, r->text, r->tokens + at + 2,
                        r->past > at + 2 ? r->past - at - 2 : 0, false, &alias) > 0;
}

/* "tens of thousands", "hundreds of millions", "dozens": from one to ten of the first scale. */
static bool read_vague(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  const cck_quantity_word *word = cck_quantity_word_at(r, at);
  if (word->classes & CCK_Q_PLURAL_DOZEN) {
    f->min = cck_decimal_of(12);
    f->max = cck_decimal_of(120);
    at++;
  } else if (word->classes & CCK_Q_PLURAL_SCALE) {
    int power = word->power;
    at++;
    for (int turn = 0; turn < 2 && cck_quantity_sign(r, at, "of") && cck_quantity_is(r, at + 1, CCK_Q_PLURAL_SCALE);
         turn++, at += 2)
      power += cck_quantity_word_at(r, at + 1)->power;
    if (power > 30 || (power == 1)) /* "tens" alone says little */
      return false;
    (void)cck_decimal_make(1, power, &f->min);
    (void)cck_decimal_make(1, power + 1, &f->max);
  } else {
    return false;
  }
  f->vague = f->range = f->loose = true;
  f->number_past = at;
  return true;
}

/* "½" and the like, glued to a number or alone; in hundredths of a percent for thirds. */
static bool vulgar_fraction(const cck_quantity_reader *r, uint32_t at, cck_decimal *out) {
  static const struct {
    const char *sign, *value;
  } rows[] = {{"½", "0.5"},   {"¼", "0.25"},  {"¾", "0.75"}, {"⅛", "0.125"},
              {"⅜", "0.375"}, {"⅝", "0.625"}, {"⅞", "0.875"}};
  cck_slice s = cck_quantity_text(r, at);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (cck_slice_is(s, rows[i].sign))
      return cck_decimal_parse(cck_slice_of(rows[i].value), out);
  return false;
}

static bool small_number(const cck_quantity_reader *r, uint32_t at, int64_t *out) {
  cck_decimal value;
  return cck_quantity_number(r, at) && cck_literal_number(cck_quantity_text(r, at), &value) &&
         cck_decimal_to_int(value, out) && *out >= 1 && *out <= 999;
}

static bool is_slash(const cck_quantity_reader *r, uint32_t at) {
  return (cck_quantity_sign(r, at, "/") || cck_quantity_sign(r, at, "⁄")) && cck_quantity_glued(r, at) &&
         cck_quantity_glued(r, at + 1);
}

/* "1/2", "3/16" at `at`: a fraction that people write, not 9/11 and 24/7. */
static bool slash_fraction(const cck_quantity_reader *r, uint32_t at, cck_decimal *out) {
  static const int64_t usual[] = {2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100, 128};
  int64_t above, below;
  if (!small_number(r, at, &above) || !is_slash(r, at + 1) || !small_number(r, at + 2, &below) || is_slash(r, at + 3) ||
      is_slash(r, at - 1))
    return false;
  size_t i = 0;
  while (i < sizeof usual / sizeof *usual && usual[i] != below)
    i++;
  return i < sizeof usual / sizeof *usual && above < below &&
         cck_decimal_div(cck_decimal_of(above), cck_decimal_of(below), SHARE_DIGITS, out);
}

/* "4-1/2", "2 1/2", "2½" after a whole number: adds the fraction. */
static uint32_t read_mixed(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  cck_decimal part;
  cck_decimal sum;
  uint32_t past = 0;
  uint32_t next = at + (cck_quantity_hyphen(r, at) ? 1u : 0u);
  if (cck_quantity_glued(r, at) && vulgar_fraction(r, at, &part))
    past = at + 1;
  else if (slash_fraction(r, next, &part) && (next > at || !cck_quantity_glued(r, next)))
    past = next + 3;
  if (past == 0 || !cck_decimal_is_whole(f->min) || !cck_decimal_add(f->min, part, &sum))
    return at;
  set_value(f, sum);
  f->grouped = true;
  return past;
}

/* "minus 5", "-5": the sign of a number at `at`, or `at` when it has none. */
static uint32_t sign_before(const cck_quantity_reader *r, uint32_t at) {
  if (cck_quantity_sign(r, at, "minus") && cck_quantity_sign(r, at - 1, "or") && cck_quantity_sign(r, at - 2, "plus"))
    return at; /* "plus or minus 3 points": either way */
  if (cck_quantity_sign(r, at, "minus") || cck_quantity_sign(r, at, "negative"))
    return at + 1 + (cck_quantity_hyphen(r, at + 1) ? 1u : 0u);
  bool dash = cck_quantity_sign(r, at, "-") || cck_quantity_sign(r, at, "−");
  bool apart = at == r->first || (!cck_quantity_glued(r, at)) || cck_quantity_sign(r, at - 1, "(");
  return dash && apart && cck_quantity_glued(r, at + 1) && at + 1 < r->past ? at + 1 : at;
}

static bool read_point_digits(const cck_quantity_reader *r, uint32_t at, cck_decimal *value) {
  cck_slice digits = cck_quantity_text(r, at);
  bool opens = cck_quantity_sign(r, at - 1, ".") && cck_quantity_glued(r, at) && at > r->first;
  if (!opens || (cck_quantity_glued(r, at - 1) && cck_quantity_token(r, at - 2)->kind != CCK_TOKEN_SIGN))
    return false;
  return cck_decimal_parse(cck_arena_printf(r->arena, "0.%.*s", (int)digits.len, digits.ptr), value);
}

/* "10 000": groups behind a no-break or thin space, or the group 000 behind any; the tokens that they take. */
static uint32_t spaced_groups(const cck_quantity_reader *r, uint32_t at, cck_decimal *value) {
  uint32_t next = at + 1;
  cck_slice first = cck_quantity_text(r, at);
  cck_slice digits = first;
  for (; next < at + 5 && cck_quantity_number(r, next); next++) {
    cck_slice gap = cck_slice_sub(r->text, r->tokens[next - 1].end, r->tokens[next].start);
    cck_slice group = cck_quantity_text(r, next);
    bool zeros = cck_slice_is(gap, " ") && cck_slice_is(group, "000");
    if (group.len != 3 || gap.len == 0 || (!zeros && gap.ptr[0] != '\xC2' && gap.ptr[0] != '\xE2'))
      break;
    digits = cck_arena_printf(r->arena, "%.*s%.*s", (int)digits.len, digits.ptr, (int)group.len, group.ptr);
  }
  if (first.len > 3 || cck_slice_find(first, CCK_S("."), 0) != SIZE_MAX || next == at + 1 ||
      cck_quantity_number(r, next) || !cck_decimal_parse(digits, value))
    return 0;
  return next - at - 1;
}

/* "3 x 10^8": the token past the power of ten behind the number at `at` - 1; `at` when there is none. */
static uint32_t read_power_of_ten(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  bool times = cck_quantity_sign(r, at, "x") || cck_quantity_sign(r, at, "×") || cck_quantity_sign(r, at, "*");
  if (!times || !cck_quantity_sign(r, at + 1, "10") || !cck_quantity_sign(r, at + 2, "^"))
    return at;
  bool minus = cck_quantity_sign(r, at + 3, "-") || cck_quantity_sign(r, at + 3, "−");
  uint32_t number = at + (minus ? 4 : 3);
  int64_t power;
  cck_decimal exponent, value;
  enum { LARGEST = 30 };
  if (!cck_quantity_number(r, number) || !cck_literal_number(cck_quantity_text(r, number), &exponent) ||
      !cck_decimal_to_int(exponent, &power) || power > LARGEST ||
      !cck_decimal_shift(f->min, minus ? -(int)power : (int)power, &value))
    return at;
  set_value(f, value);
  f->grouped = true;
  return number + 1;
}

static bool read_digits(const cck_quantity_reader *r, uint32_t at, bool money, cck_figure *f) {
  cck_slice digits = cck_quantity_text(r, at);
  cck_decimal value;
  f->digits = true;
  f->number_past = at + 1;
  if (slash_fraction(r, at, &value)) {
    set_value(f, value);
    f->grouped = f->fraction = true;
    f->number_past = at + 3;
    return true;
  }
  if (!cck_literal_number(digits, &value)) {
    f->malformed = true;
    return true;
  }
  uint32_t groups = spaced_groups(r, at, &value);
  f->grouped =
      groups || cck_slice_find(digits, CCK_S(","), 0) != SIZE_MAX || cck_slice_find(digits, CCK_S("."), 0) != SIZE_MAX;
  set_value(f, value);
  if (read_share_of(r, at + 1, f))
    return true;
  f->number_past = read_power_of_ten(r, at + 1, f);
  if (f->number_past > at + 1)
    return true;
  f->number_past = read_mixed(r, at + 1 + groups, f);
  f->number_past = read_and_a_half(r, f->number_past, f);
  f->number_past = read_scales(r, f->number_past, money, f);
  f->number_past = read_dozen(r, f->number_past, f);
  return true;
}

/* ".5" stands at its point. */
static bool read_point(const cck_quantity_reader *r, uint32_t at, bool money, cck_figure *f) {
  cck_decimal value;
  if (!cck_quantity_sign(r, at, ".") || !cck_quantity_number(r, at + 1) || !read_point_digits(r, at + 1, &value))
    return false;
  set_value(f, value);
  f->digits = f->grouped = true;
  f->number_past = read_scales(r, at + 2, money, f);
  return true;
}

static bool read_unsigned(const cck_quantity_reader *r, uint32_t at, bool money, cck_figure *f) {
  cck_decimal value;
  if (cck_quantity_number(r, at))
    return read_digits(r, at, money, f);
  if (cck_quantity_is(r, at, NUMBER_WORDS))
    return read_words(r, at, f);
  if (cck_quantity_is(r, at, CCK_Q_ARTICLE))
    return read_article(r, at, f);
  if (cck_quantity_is(r, at, CCK_Q_PLURAL_SCALE | CCK_Q_PLURAL_DOZEN))
    return read_vague(r, at, f);
  if (cck_quantity_has(r, at, CCK_P_FOLD)) {
    set_value(f, cck_decimal_of(cck_quantity_word_at(r, at)->value));
    f->fold = true;
    f->number_past = at + 1;
    return true;
  }
  if (cck_quantity_is(r, at, CCK_Q_DENOMINATOR))
    return read_half(r, at, f);
  if (vulgar_fraction(r, at, &value)) {
    set_value(f, value);
    f->number_past = at + 1;
    return true;
  }
  return read_point(r, at, money, f);
}

bool cck_number_read(const cck_quantity_reader *r, uint32_t at, bool money, cck_figure *out) {
  uint32_t number = sign_before(r, at);
  bool negative = number > at;
  if (at >= r->past || (negative && !cck_quantity_number(r, number) && !cck_quantity_is(r, number, NUMBER_WORDS)))
    return false;
  *out = (cck_figure){.first = at, .number_first = at, .approx = CCK_APPROX_EXACT, .during = CCK_NO_PERIOD};
  out->noun_first = out->noun_past = at; /* no noun yet, and no token of another sentence */
  if (!read_unsigned(r, number, money, out))
    return false;
  if (out->number_past > r->past)
    return false;
  if (negative) {
    cck_decimal min = cck_decimal_negate(out->max);
    out->max = cck_decimal_negate(out->min);
    out->min = min;
  }
  out->past = out->number_past;
  return true;
}
