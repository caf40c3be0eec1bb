#include "extract/quantity_number.h"
#include "model/literal.h"

/* Fractions, shares and mixed numbers: "two-thirds", "half the condos", "one in five", "2 1/2". */

enum { SHARE_DIGITS = 12 }; /* of a third */

static bool divide(int64_t above, int64_t below, cck_decimal *out) {
  return below > 0 && cck_decimal_div(cck_decimal_of(above), cck_decimal_of(below), SHARE_DIGITS, out);
}

static bool set_share(cck_figure *f, int64_t above, int64_t below) {
  cck_decimal share;
  if (above < 0 || !divide(above, below, &share))
    return false;
  cck_number_set(f, share);
  f->share = true;
  f->loose = true;
  return true;
}

/* The word below the bar at `at`: "thirds", "twenty-fifths"; what it divides by, and the token past it. */
typedef struct denominator {
  int64_t divisor; /* 0 when it is none */
  bool plural, also_period;
  uint32_t past;
} denominator;

static denominator read_denominator(const cck_quantity_reader *r, uint32_t at) {
  const cck_quantity_word *word = cck_quantity_word_at(r, at);
  int64_t tens = 0;
  if (word->classes & CCK_Q_TENS && cck_quantity_hyphen(r, at + 1)) {
    tens = word->value;
    at += 2;
    word = cck_quantity_word_at(r, at);
  }
  denominator found = {.divisor = word->divisor, .past = at + 1};
  if (tens && (word->divisor < 3 || word->divisor > 9 || word->classes & CCK_Q_PERIOD_TOO))
    found.divisor = 0;
  else if (found.divisor)
    found.divisor += tens;
  cck_slice text = cck_quantity_text(r, at);
  found.plural = cck_slice_ends(text, CCK_S("s")) || cck_slice_ends(text, CCK_S("S"));
  found.also_period = word->classes & CCK_Q_PERIOD_TOO;
  return found;
}

/* "one hundred thirty-fifths" is a hundred over thirty-five: the tens belong below the bar. */
static void move_tens(const cck_quantity_reader *r, const cck_spelled *sum, int64_t *above, denominator *below) {
  bool tens = sum->last == CCK_Q_TENS && cck_quantity_hyphen(r, sum->at) && *above > sum->last_value;
  if (!tens || below->divisor < 3 || below->divisor > 9 || below->also_period)
    return;
  *above -= sum->last_value;
  below->divisor += sum->last_value;
}

/* "three-quarters of a million" */
static bool read_of_scale(const cck_quantity_reader *r, uint32_t of, cck_figure *f) {
  if (!cck_quantity_is(r, of + 1, CCK_Q_ARTICLE) || !cck_quantity_is(r, of + 2, CCK_Q_SCALE))
    return true;
  f->share = f->loose = false;
  f->grouped = true;
  f->number_past = of + 3;
  return cck_number_scale(f, cck_quantity_word_at(r, of + 2)->power);
}

bool cck_fraction_words(const cck_quantity_reader *r, const cck_spelled *sum, cck_figure *f) {
  int64_t above = sum->total + sum->group;
  uint32_t word = sum->at;
  bool hyphen = cck_quantity_hyphen(r, word) || cck_quantity_loose_hyphen(r, word);
  denominator below = read_denominator(r, word + (hyphen ? 1u : 0u));
  if (!below.divisor)
    return false;
  move_tens(r, sum, &above, &below);
  bool of = cck_quantity_sign(r, below.past, "of");
  if (!hyphen && !of && below.also_period) /* "three quarters": of a year */
    return false;
  if (above > 1 && !below.plural && !of) /* "two third graders" */
    return false;
  bool single = !hyphen && !of && !below.plural; /* "one third", but not "one fifth grader" */
  if (single && cck_quantity_plain_word(r, below.past) && !cck_quantity_is(r, below.past, CCK_Q_STOP) &&
      !cck_quantity_verbal(r, below.past) && !cck_quantity_plural(r, below.past))
    return false;
  if (cck_quantity_hyphen(r, below.past) || !set_share(f, above, below.divisor)) /* "one-third-party" */
    return false;
  f->number_past = below.past;
  return !of || read_of_scale(r, below.past, f);
}

/* Is the noun phrase at `at` a plural of no more than three words? */
static bool is_many(const cck_quantity_reader *r, uint32_t at) {
  enum { WORDS = 3 };
  for (uint32_t i = at; i < at + WORDS && cck_quantity_plain_word(r, i) && !cck_quantity_is(r, i, CCK_Q_STOP); i++)
    if (cck_quantity_plural(r, i))
      return true;
  return false;
}

/* What people divide by: three to ten in words, and round numbers in digits. */
static bool is_usual_whole(const cck_quantity_reader *r, uint32_t at) {
  const cck_quantity_word *word = cck_quantity_word_at(r, at);
  bool found = word->classes & (CCK_Q_DIGIT | CCK_Q_TEEN) && word->value >= 3 && word->value <= 10;
  found = found || cck_quantity_listed(r, at, CCK_LIST_OF_A_SHARE);
  return found;
}

/* At the start of a clause, or behind a word that no object stands behind. */
static bool opens_clause(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t before = f->first - 1;
  return f->first == r->first || cck_quantity_token(r, before)->kind == CCK_TOKEN_SIGN ||
         cck_quantity_is(r, before, CCK_Q_STOP);
}

/* "seven in ten voters", at the start of a clause: not "won 3 in 5 games", "two in three days". */
static bool opens_share(const cck_quantity_reader *r, uint32_t at, const cck_figure *f) {
  if (at != f->first + 1 || !cck_quantity_sign(r, at, "in"))
    return false;
  uint32_t below = at + 1 + (cck_quantity_sign(r, at + 1, "every") ? 1u : 0u);
  bool chance = cck_quantity_sign(r, below + 1, "chance");
  bool round = chance || is_usual_whole(r, below);
  const cck_unit_alias *alias;
  bool every = cck_quantity_sign(r, at + 1, "every");
  return round && opens_clause(r, f) && r->past > below + 1 &&
         (chance || (every && cck_quantity_token(r, below + 1)->kind == CCK_TOKEN_SIGN) || is_many(r, below + 1) ||
          cck_quantity_is(r, below + 1, CCK_Q_STOP)) &&
         !cck_unit_match(r->units, &r->units->after, r->text, r->tokens + below + 1, r->past - below - 1, false,
                         &alias);
}

/*
 * "one shop in four has", "two children in every ten are": the noun stands between. Behind the whole stands what is
 * said of them, and no noun that it could count ("two goals in three games"). At the "in", or `at` when it is none.
 */
static uint32_t past_noun(const cck_quantity_reader *r, uint32_t at, const cck_figure *f) {
  uint32_t in = at + 1;
  uint32_t whole = in + 1 + (cck_quantity_sign(r, in + 1, "every") ? 1u : 0u);
  uint32_t behind = whole + 1;
  const cck_unit_alias *alias;
  bool noun = cck_quantity_plain_word(r, at) && !cck_quantity_is(r, at, CCK_Q_STOP) &&
              cck_quantity_plural(r, at) != f->one && (f->one || !f->digits);
  if (!noun || !cck_quantity_sign(r, in, "in") || !is_usual_whole(r, whole) || !opens_clause(r, f) ||
      cck_unit_match(r->units, &r->units->after, r->text, r->tokens + at, 1, false, &alias))
    return at;
  bool said = behind < r->past && (cck_quantity_has(r, behind, CCK_P_BE) || cck_quantity_is(r, behind, CCK_Q_STOP) ||
                                   cck_quantity_verbal(r, behind));
  return said && !cck_quantity_sign(r, behind, "of") && !cck_quantity_sign(r, behind, "to") ? in : at;
}

bool cck_fraction_of(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  if (!cck_quantity_plain_word(r, at)) /* right behind the figure stands "in", "of", "out" or "over" */
    return false;
  bool out_of = cck_quantity_sign(r, at, "out") && cck_quantity_sign(r, at + 1, "of");
  bool every = cck_quantity_sign(r, at, "of") && cck_quantity_sign(r, at + 1, "every"); /* "one of every three" */
  uint32_t behind_noun = past_noun(r, at, f);
  bool in = behind_noun > at || (f->one && (cck_quantity_sign(r, at, "in") || every)) || opens_share(r, at, f);
  at = behind_noun;
  bool over = cck_quantity_sign(r, at, "over") && cck_decimal_cmp(f->min, cck_decimal_of(1)) == 0; /* "1 over 3" */
  uint32_t word = at + (out_of ? 2 : 1);
  word += cck_quantity_sign(r, word, "every") ? 1u : 0u;
  cck_decimal below;
  int64_t above_number, below_number;
  if ((!out_of && !in && !over) || cck_quantity_dated(r, word))
    return false;
  if (cck_quantity_number(r, word)) {
    if (!cck_literal_number(cck_quantity_text(r, word), &below))
      return false;
  } else {
    cck_spelled sum = {.last_power = CCK_NO_SCALE, .at = word};
    cck_spell(r, &sum);
    if (sum.last == 0)
      return false;
    below = cck_decimal_of(sum.total + sum.group);
    word = sum.at - 1;
  }
  if (over && cck_quantity_plain_word(r, word + 1)) /* "one over 40 years old" */
    return false;
  if (!cck_decimal_to_int(f->min, &above_number) || !cck_decimal_to_int(below, &below_number) || above_number < 1 ||
      below_number > 1000 || above_number >= below_number || (in && (below_number < 2 || below_number > 100)))
    return false;
  if (!set_share(f, above_number, below_number))
    return false;
  f->number_past = word + 1;
  return true;
}

/* "half million", "quarter of a million", with or without an article in front: `at` is the fraction word. */
static bool read_part_of_scale(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  int64_t divisor = cck_quantity_word_at(r, at)->divisor;
  uint32_t scale = at + 1 + (cck_quantity_hyphen(r, at + 1) ? 1u : 0u);
  if (cck_quantity_sign(r, at + 1, "of") && cck_quantity_is(r, at + 2, CCK_Q_ARTICLE))
    scale = at + 3;
  if ((divisor != 2 && divisor != 4) || !cck_quantity_is(r, scale, CCK_Q_SCALE))
    return false;
  cck_number_set(f, divisor == 2 ? (cck_decimal){5, -1} : (cck_decimal){25, -2});
  f->grouped = true;
  f->number_past = scale + 1;
  return cck_number_scale(f, cck_quantity_word_at(r, scale)->power);
}

/* "rose by a third", "about half voted": the share of what was named; nothing that it could be a part of follows. */
static bool stands_alone(const cck_quantity_reader *r, uint32_t at, uint32_t past) {
  uint32_t before = at - 1;
  while (before + 3 >= at && cck_quantity_listed(r, before, CCK_LIST_SHARE_HEDGE))
    before--;
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
  cck_number_set(f, (cck_decimal){15, -1});
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
  cck_number_set(f, half ? (cck_decimal){5, -1} : (cck_decimal){25, -2});
  f->grouped = true;
  f->number_past = at + 2;
  return true;
}

/* "half dozen", "half-dozen" */
static bool read_half_dozen(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  uint32_t dozen = at + 1 + (cck_quantity_hyphen(r, at + 1) ? 1u : 0u);
  if (cck_quantity_word_at(r, at)->divisor != 2 || !cck_quantity_is(r, dozen, CCK_Q_DOZEN))
    return false;
  cck_number_set(f, (cck_decimal){5, -1});
  f->number_past = dozen + 1;
  return cck_number_multiply(f, cck_decimal_of(cck_quantity_word_at(r, dozen)->value));
}

bool cck_fraction_article(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  enum { ALONE = 1000 }; /* "a millionth" needs no "of" */
  const cck_quantity_word *word = cck_quantity_word_at(r, at + 1);
  if (word->divisor && (read_part_of_scale(r, at + 1, f) || read_half_dozen(r, at + 1, f)))
    return true;
  if (read_part_before_unit(r, at, f) || read_half_behind_unit(r, at, f))
    return true;
  f->number_past = at + 2;
  if (word->divisor <= 2)
    return false;
  bool part = cck_quantity_sign(r, at + 2, "of") || stands_alone(r, at, at + 2) || word->divisor >= ALONE;
  return part && set_share(f, 1, word->divisor);
}

/*
 * "a second half-hour", "the quarter-point cut", "the half hour". A half-year is a time, and mostly a date.
 */
static bool read_part_of_unit(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  int64_t divisor = cck_quantity_word_at(r, at)->divisor;
  bool hyphen = cck_quantity_hyphen(r, at + 1);
  uint32_t unit = at + 1 + (hyphen ? 1u : 0u);
  bool half = divisor == 2 && (cck_quantity_sign(r, at - 1, "the") || cck_quantity_sign(r, at - 1, "every"));
  if ((divisor != 2 && divisor != 4) || !(hyphen || half) || !unit_stands(r, unit) ||
      cck_quantity_sign(r, unit, "year") || cck_quantity_sign(r, unit, "century") ||
      (!hyphen && (cck_quantity_sign(r, unit, "time") || cck_quantity_sign(r, unit, "dollar"))))
    return false;
  cck_number_set(f, divisor == 2 ? (cck_decimal){5, -1} : (cck_decimal){25, -2});
  f->grouped = true;
  f->number_past = at + 1;
  return true;
}

bool cck_fraction_half(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  if (read_half_dozen(r, at, f))
    return true;
  if (!cck_quantity_hyphen(r, at - 1) && read_part_of_unit(r, at, f))
    return true;
  if (cck_quantity_word_at(r, at)->divisor != 2 || cck_quantity_hyphen(r, at - 1) ||
      cck_quantity_is(r, at - 1, CCK_Q_ARTICLE) || cck_quantity_has(r, at - 1, CCK_P_SIDE) ||
      cck_quantity_hyphen(r, at + 1))
    return false;
  if (read_part_of_scale(r, at, f))
    return true;
  cck_number_set(f, (cck_decimal){5, -1});
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
    return word->classes & CCK_Q_DOZEN ? cck_number_multiply(f, cck_decimal_of(word->value))
                                       : cck_number_scale(f, word->power);
  }
  const cck_unit_alias *alias;
  return cck_unit_match(r->units, &r->units->after, r->text, r->tokens + at + 2,
                        r->past > at + 2 ? r->past - at - 2 : 0, false, &alias) > 0;
}

/* "½", "⅔": what it stands for. */
static bool vulgar_fraction(const cck_quantity_reader *r, uint32_t at, cck_decimal *out) {
  static const struct {
    const char *sign;
    int above, below;
  } rows[] = {{"½", 1, 2}, {"⅓", 1, 3}, {"⅔", 2, 3}, {"¼", 1, 4}, {"¾", 3, 4}, {"⅕", 1, 5}, {"⅖", 2, 5}, {"⅗", 3, 5},
              {"⅘", 4, 5}, {"⅙", 1, 6}, {"⅚", 5, 6}, {"⅛", 1, 8}, {"⅜", 3, 8}, {"⅝", 5, 8}, {"⅞", 7, 8}, {"⅒", 1, 10}};
  cck_slice s = cck_quantity_text(r, at);
  if (cck_quantity_plain_word(r, at) || s.len == 0 || (unsigned char)s.ptr[0] < 0x80)
    return false;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (cck_slice_is(s, rows[i].sign))
      return divide(rows[i].above, rows[i].below, out);
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
  if (!is_slash(r, at + 1) || !small_number(r, at, &above) || !small_number(r, at + 2, &below) || is_slash(r, at + 3) ||
      is_slash(r, at - 1))
    return false;
  size_t i = 0;
  while (i < sizeof usual / sizeof *usual && usual[i] != below)
    i++;
  return i < sizeof usual / sizeof *usual && above < below && divide(above, below, out);
}

/* What follows can only be counted or measured: "months", "-inch", "percent"; behind a half any plural, "games". */
static bool measures(const cck_quantity_reader *r, uint32_t at, int64_t below) {
  uint32_t noun = at + (cck_quantity_hyphen(r, at) ? 1u : 0u);
  bool plural = below == 2 && cck_quantity_plain_word(r, noun) && cck_quantity_plural(r, noun);
  return plural || unit_stands(r, noun) || cck_quantity_sign(r, noun, "points") ||
         cck_quantity_sign(r, noun, "times") || cck_quantity_is(r, noun, CCK_Q_SCALE);
}

/*
 * "41/2 months": wires that lack the sign glue the whole number to a proper fraction in halves, thirds, quarters or
 * eighths. "41/2" by itself may be a ratio and "11/4" a day, so that what is measured must follow.
 */
static bool glued_fraction(const cck_quantity_reader *r, uint32_t at, cck_decimal *out) {
  int64_t above, below;
  cck_decimal part;
  if (!is_slash(r, at + 1) || !small_number(r, at, &above) || !small_number(r, at + 2, &below) || is_slash(r, at + 3) ||
      is_slash(r, at - 1) || cck_quantity_text(r, at + 2).len != 1)
    return false;
  int64_t digit = above % 10;
  bool lowest = below == 3 ? digit > 0 : digit % 2 == 1;
  return above > 10 && (below == 2 || below == 3 || below == 4 || below == 8) && lowest && digit < below &&
         measures(r, at + 3, below) && divide(digit, below, &part) &&
         cck_decimal_add(cck_decimal_of(above / 10), part, out);
}

bool cck_fraction_signs(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  cck_decimal value;
  bool slash = is_slash(r, at + 1);
  if (slash && (slash_fraction(r, at, &value) || glued_fraction(r, at, &value))) {
    f->digits = f->grouped = f->fraction = true;
    f->number_past = at + 3;
  } else if (vulgar_fraction(r, at, &value)) {
    f->number_past = at + 1;
  } else {
    return false;
  }
  cck_number_set(f, value);
  return true;
}

/* "-and-a-half": the token behind the "and" with its hyphens; 0 when there is none. */
static uint32_t behind_and(const cck_quantity_reader *r, uint32_t at) {
  uint32_t and = at + (cck_quantity_hyphen(r, at) ? 1u : 0u);
  return cck_quantity_sign(r, and, "and") ? and+1 + (cck_quantity_hyphen(r, and+1) ? 1u : 0u) : 0;
}

/* "and a half", "and two thirds": the fraction in words; its token past, 0 when it is none. */
static uint32_t words_behind_and(const cck_quantity_reader *r, uint32_t at, cck_decimal *part) {
  uint32_t next = behind_and(r, at);
  if (!next)
    return 0;
  bool article = cck_quantity_is(r, next, CCK_Q_ARTICLE);
  cck_spelled above = {.group = 1, .last_power = CCK_NO_SCALE, .at = next + 1};
  if (!article) {
    above = (cck_spelled){.last_power = CCK_NO_SCALE, .at = next};
    cck_spell(r, &above);
    if (!above.last)
      return 0;
  }
  denominator below = read_denominator(r, above.at + (cck_quantity_hyphen(r, above.at) ? 1u : 0u));
  int64_t count = above.total + above.group;
  bool known = below.divisor == 2 || below.divisor == 4; /* "a third" may be a third man */
  bool safe = article || count == 1 ? known || below.divisor > 10 || unit_stands(r, below.past) : below.plural;
  return below.divisor && safe && divide(count, below.divisor, part) ? below.past : 0;
}

/* "4-1/2", "2 1/2", "2½": the fraction in signs; its token past, 0 when it is none. */
static uint32_t signs_behind(const cck_quantity_reader *r, uint32_t at, cck_decimal *part) {
  uint32_t next = at + (cck_quantity_hyphen(r, at) ? 1u : 0u);
  if (cck_quantity_glued(r, at) && vulgar_fraction(r, at, part))
    return at + 1;
  if (slash_fraction(r, next, part) && (next > at || !cck_quantity_glued(r, next)))
    return next + 3;
  return 0;
}

uint32_t cck_fraction_added(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  cck_decimal part, sum;
  uint32_t past = signs_behind(r, at, &part);
  bool scaled = false;
  if (!past) {
    past = words_behind_and(r, at, &part);
    scaled = cck_quantity_is(r, at - 1, CCK_Q_SCALE) && f->power >= 3; /* "two million and a half" */
  }
  if (!past || (!scaled && !cck_decimal_is_whole(f->min)) || (scaled && !cck_decimal_shift(part, f->power, &part)) ||
      !cck_decimal_add(f->min, part, &sum))
    return at;
  cck_number_set(f, sum);
  f->grouped = true;
  return past;
}
