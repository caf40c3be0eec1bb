#include "extract/quantity_number.h"
#include "model/literal.h"

bool cck_number_multiply(cck_figure *f, cck_decimal by) {
  cck_decimal min, max;
  if (!cck_decimal_mul(f->min, by, &min) || !cck_decimal_mul(f->max, by, &max))
    return false;
  f->min = min;
  f->max = max;
  return true;
}

bool cck_number_scale(cck_figure *f, int power) {
  cck_decimal min, max;
  if (!cck_decimal_shift(f->min, power, &min) || !cck_decimal_shift(f->max, power, &max))
    return false;
  f->min = min;
  f->max = max;
  f->power += power;
  return true;
}

/* "30m high walls", "the 100m hurdles": metres. */
static bool is_extent(const cck_quantity_reader *r, uint32_t at) {
  return cck_quantity_listed(r, at, CCK_LIST_BEHIND_METRES);
}

/* "35m of its devices", "35m people": a word that can be counted follows the letter. */
static bool counts_something(const cck_quantity_reader *r, uint32_t at) {
  const cck_unit_alias *alias;
  if (cck_quantity_sign(r, at, "of"))
    return true;
  if (at < r->past &&
      cck_unit_match(r->units, &r->units->after, r->text, r->tokens + at, r->past - at, false, &alias) > 0 &&
      cck_slice_is(r->units->units.items[alias->unit].dimension, "money"))
    return true; /* "5m euros" */
  if (cck_quantity_is(r, at, CCK_Q_SKIP))
    return true; /* "2.7m combined sales" */
  if (is_extent(r, at))
    return false;
  for (uint32_t i = at; i < at + 3 && cck_quantity_plain_word(r, i); i++)
    if (cck_quantity_plural(r, i))
      return true;
  return false;
}

/* "£3-4m", "$5m to 6m": the number at `at` is the right end of a sum of money. */
static bool ends_sum(const cck_quantity_reader *r, uint32_t at) {
  const cck_figure *last = r->figures.count ? &r->figures.items[r->figures.count - 1] : NULL;
  return last && last->kind == CCK_FIGURE_MONEY && last->past + 1 == at &&
         (cck_quantity_dash(r, at - 1) || cck_quantity_sign(r, at - 1, "to") || cck_quantity_sign(r, at - 1, "and"));
}

/* Is the letter glued to the digits a scale and not a unit? */
static bool glued_scale(const cck_quantity_reader *r, uint32_t at, bool money) {
  cck_slice s = cck_quantity_text(r, at);
  if (cck_quantity_glued(r, at + 1) && cck_quantity_token(r, at + 1)->kind != CCK_TOKEN_SIGN)
    return false;
  if (money || ends_sum(r, at - 1))
    return true;
  cck_slice digits = cck_quantity_text(r, at - 1);
  if (digits.len >= 4 && cck_slice_find(digits, CCK_S(","), 0) == SIZE_MAX &&
      cck_slice_find(digits, CCK_S("."), 0) == SIZE_MAX)
    return false;           /* "GeForce 9400M" */
  if (cck_slice_is(s, "b")) /* "Wi-Fi 802.11b" */
    return counts_something(r, at + 1);
  if (cck_slice_is(s, "m")) {
    bool range = cck_quantity_sign(r, at + 1, "to") || cck_quantity_dash(r, at + 1); /* "1.5m to 2m homes" */
    if (cck_quantity_sign(r, at - 2, "within") && cck_quantity_sign(r, at + 1, "of"))
      return false; /* "within 60m of the hut" */
    bool second = range && cck_quantity_number(r, at + 2) && cck_quantity_sign(r, at + 3, "m");
    return counts_something(r, second ? at + 4 : at + 1);
  }
  return cck_slice_is(s, "M") || cck_slice_is(s, "k") || cck_slice_is(s, "K") || cck_slice_is(s, "B");
}

/* "1.6 M", "2.3 k": a letter by itself with nothing to count behind it. */
static bool spaced_letter(const cck_quantity_reader *r, uint32_t at) {
  cck_slice s = cck_quantity_text(r, at);
  return (cck_slice_is(s, "M") || cck_slice_is(s, "k") || cck_slice_is(s, "B")) &&
         cck_quantity_token(r, at + 1)->kind == CCK_TOKEN_SIGN && !cck_quantity_dash(r, at + 1) &&
         !(cck_quantity_plain_word(r, at + 2) && cck_quantity_glued(r, at + 2));
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
  if (word->classes & CCK_Q_GLUED && (glued ? glued_scale(r, at, money) : spaced_letter(r, at)))
    return word->power;
  return 0;
}

/* Scale words after a number, glued, spaced or hyphened: "1.8 billion", "4 hundred million". */
static uint32_t read_scales(const cck_quantity_reader *r, uint32_t at, bool money, cck_figure *f) {
  for (int turn = 0; turn < 2; turn++) {
    uint32_t word = at + (cck_quantity_hyphen(r, at) ? 1u : 0u);
    int power = digit_scale(r, word, money);
    if (power == 0 || (turn == 1 && f->power != 2 && f->power != 5) || !cck_number_scale(f, power))
      return at;
    at = word + 1;
  }
  return at;
}

/* "two dozen", "a couple of", "half a dozen" */
static uint32_t read_dozen(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  uint32_t word = at + (cck_quantity_hyphen(r, at) ? 1u : 0u);
  if (!cck_quantity_is(r, word, CCK_Q_DOZEN | CCK_Q_PLURAL_DOZEN) ||
      !cck_number_multiply(f, cck_decimal_of(cck_quantity_word_at(r, word)->value)))
    return at;
  f->loose = true;
  return word + 1;
}

static bool read_words(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  cck_spelled sum = {.last_power = CCK_NO_SCALE, .at = at};
  cck_spell(r, &sum);
  if (sum.last == 0)
    return false;
  cck_number_set(f, cck_decimal_of(sum.total + sum.group));
  f->power = sum.last_power == CCK_NO_SCALE ? 0 : sum.last_power;
  if (f->power) /* a range copies the scale to its other end: "four to five thousand" */
    (void)cck_decimal_shift(f->written, -f->power, &f->written);
  f->one = sum.at == at + 1 && cck_quantity_word_at(r, at)->value == 1;
  f->number_past = sum.at;
  if (cck_fraction_words(r, &sum, f) || cck_fraction_of(r, sum.at, f))
    return true;
  uint32_t more = cck_spelled_point(r, sum.at, f);
  more = more == sum.at ? cck_fraction_added(r, sum.at, f) : more;
  f->number_past = more == sum.at || f->power ? more : read_scales(r, more, false, f);
  f->number_past = read_dozen(r, f->number_past, f);
  return true;
}

/* "a hundred and fifty", "a million", "a dozen", "a couple of", "a third of" */
static bool read_article(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  const cck_quantity_word *word = cck_quantity_word_at(r, at + 1);
  if (word->classes & CCK_Q_SCALE) {
    cck_spelled sum = {.group = 1, .last_power = CCK_NO_SCALE, .last = CCK_Q_DIGIT, .at = at + 1};
    cck_spell(r, &sum);
    cck_number_set(f, cck_decimal_of(sum.total + sum.group));
    f->power = sum.last_power == CCK_NO_SCALE ? 0 : sum.last_power;
    (void)cck_decimal_shift(f->written, -f->power, &f->written);
    f->number_past = sum.at;
    if (cck_fraction_words(r, &sum, f))
      return true;
    f->number_past = cck_fraction_added(r, sum.at, f); /* "a million and a half" */
    return true;
  }
  if (word->classes & (CCK_Q_DOZEN | CCK_Q_COUPLE)) {
    bool of = cck_quantity_sign(r, at + 2, "of");
    if (word->classes & CCK_Q_COUPLE && !of)
      return false;
    cck_number_set(f, cck_decimal_of(word->value));
    f->loose = true;
    f->number_past = at + 2 + (of && word->classes & CCK_Q_COUPLE ? 1u : 0u);
    return true;
  }
  return cck_fraction_article(r, at, f);
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

/* "at - 20 degrees": a sign set apart, in front of a temperature and behind a word that no clause ends with. */
static bool is_cold(const cck_quantity_reader *r, uint32_t dash) {
  const cck_unit_alias *alias;
  uint32_t unit = dash + 2;
  if (dash == r->first || !cck_quantity_number(r, dash + 1) || unit >= r->past ||
      !(cck_quantity_is(r, dash - 1, CCK_Q_STOP) || cck_quantity_has(r, dash - 1, CCK_P_BASE)) ||
      !cck_unit_match(r->units, &r->units->after, r->text, r->tokens + unit, r->past - unit,
                      cck_quantity_glued(r, unit), &alias))
    return false;
  const cck_unit *found = &r->units->units.items[alias->unit];
  return cck_slice_is(found->dimension, "temperature") || cck_slice_is(found->name, "degree");
}

/* "minus 5", "-5", "$-5": the sign of a number at `at`, or `at` when it has none. */
static uint32_t sign_before(const cck_quantity_reader *r, uint32_t at, bool money) {
  if (cck_quantity_number(r, at)) /* nearly all */
    return at;
  if (cck_quantity_sign(r, at, "minus") && cck_quantity_sign(r, at - 1, "or") && cck_quantity_sign(r, at - 2, "plus"))
    return at; /* "plus or minus 3 points": either way */
  if (cck_quantity_sign(r, at, "minus") || cck_quantity_sign(r, at, "negative"))
    return at + 1 + (cck_quantity_hyphen(r, at + 1) ? 1u : 0u);
  bool dash = cck_quantity_sign(r, at, "-") || cck_quantity_sign(r, at, "−");
  bool range = at > r->first && cck_quantity_number(r, at - 1); /* "a 75 -300mm lens" */
  bool apart = at == r->first || (!cck_quantity_glued(r, at) && !range) || cck_quantity_sign(r, at - 1, "(") ||
               cck_quantity_sign(r, at - 1, "<") || cck_quantity_sign(r, at - 1, ">") ||
               cck_quantity_sign(r, at - 1, "=") ||
               (money && cck_quantity_token(r, at - 1)->kind == CCK_TOKEN_SIGN); /* "$-5", but not "EUR-5" */
  if (dash && !cck_quantity_glued(r, at + 1) && is_cold(r, at))
    return at + 1;
  return dash && apart && cck_quantity_glued(r, at + 1) && at + 1 < r->past ? at + 1 : at;
}

static bool read_point_digits(const cck_quantity_reader *r, uint32_t at, cck_decimal *value) {
  cck_slice digits = cck_quantity_text(r, at);
  bool opens = cck_quantity_sign(r, at - 1, ".") && cck_quantity_glued(r, at) && at > r->first;
  bool lost = cck_quantity_listed(r, at - 2, CCK_LIST_PREPOSITION); /* "to.519": no sentence ends so */
  if (!opens || (cck_quantity_glued(r, at - 1) && cck_quantity_token(r, at - 2)->kind != CCK_TOKEN_SIGN && !lost))
    return false;
  return cck_decimal_parse(cck_arena_printf(r->arena, "0.%.*s", (int)digits.len, digits.ptr), value);
}

/* How two groups of one number may be set apart. */
typedef enum gap { GAP_OTHER, GAP_SPACE, GAP_NO_BREAK, GAP_COMMA } gap;

static gap gap_before(const cck_quantity_reader *r, uint32_t at, bool comma) {
  cck_slice between = cck_slice_sub(r->text, r->tokens[at - 1].end, r->tokens[at].start);
  if (cck_slice_is(between, " "))
    return comma ? GAP_COMMA : GAP_SPACE;
  bool wide = between.len > 1 && !comma && (between.ptr[0] == '\xC2' || between.ptr[0] == '\xE2');
  return wide ? GAP_NO_BREAK : GAP_OTHER;
}

/* Does the sentence write "10, 000"? Then "1, 118" is one number too: its tokens were set apart. */
static bool sets_groups_apart(const cck_quantity_reader *r) {
  enum { REACH = 200 };
  for (uint32_t at = r->first + 2; at < r->past && at < r->first + REACH; at++)
    if (cck_quantity_sign(r, at, "000") && cck_quantity_sign(r, at - 1, ",") && cck_quantity_number(r, at - 2) &&
        !cck_quantity_glued(r, at))
      return true;
  return false;
}

/*
 * "10 000", "80, 000", "1 234 567": groups behind a no-break or thin space; behind a plain one the group 000, or two
 * groups and more (a telephone number begins with a longer group). The tokens that they take, 0 for none.
 */
static uint32_t spaced_groups(const cck_quantity_reader *r, uint32_t at, cck_decimal *value) {
  enum { MOST = 9 };
  if (!cck_quantity_number(r, at + 1) && !cck_quantity_sign(r, at + 1, ","))
    return 0;
  cck_slice first = cck_quantity_text(r, at);
  cck_slice digits = first;
  uint32_t groups = 0, past = at + 1, plain = 0;
  while (past < at + MOST) {
    bool comma = cck_quantity_sign(r, past, ",") && cck_quantity_glued(r, past);
    uint32_t next = past + (comma ? 1u : 0u);
    cck_slice group = cck_quantity_text(r, next);
    size_t point = cck_slice_find(group, CCK_S("."), 0);
    cck_slice whole = cck_slice_sub(group, 0, point == SIZE_MAX ? group.len : point);
    gap apart = cck_quantity_number(r, next) ? gap_before(r, next, comma) : GAP_OTHER;
    bool zeros = cck_slice_is(whole, "000") || (comma && sets_groups_apart(r));
    if (whole.len != 3 || apart == GAP_OTHER || (apart == GAP_COMMA && !zeros))
      break;
    plain += apart == GAP_SPACE && !zeros;
    groups++;
    digits = cck_arena_printf(r->arena, "%.*s%.*s", (int)digits.len, digits.ptr, (int)group.len, group.ptr);
    past = next + 1;
    if (group.len > whole.len)
      break;
  }
  bool sure = plain == 0 || (groups > 1 && first.len < 3 && first.ptr[0] != '0' && !cck_quantity_glued(r, at));
  bool on = cck_quantity_number(r, past) && !cck_quantity_dash(r, past + 1); /* but "3 585 000 20-foot containers" */
  if (groups == 0 || first.len > 3 || !sure || cck_slice_find(first, CCK_S("."), 0) != SIZE_MAX || on ||
      (plain && cck_quantity_dash(r, past)) || !cck_decimal_parse(digits, value))
    return 0;
  return past - at - 1;
}

/* "⁻³⁰" at `from` in the text: its value and the byte past it; false when there is none. */
static bool read_superscript(cck_slice text, size_t from, int *power, size_t *past) {
  static const char *const digits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  bool minus = cck_slice_starts(cck_slice_sub(text, from, text.len), CCK_S("⁻"));
  size_t at = from + (minus ? sizeof "⁻" - 1 : 0);
  int value = 0;
  int count = 0;
  for (int digit = 0; digit < 10 && count < 2; digit++) {
    if (!cck_slice_starts(cck_slice_sub(text, at, text.len), cck_slice_of(digits[digit])))
      continue;
    value = value * 10 + digit;
    at += strlen(digits[digit]);
    count++;
    digit = -1;
  }
  *power = minus ? -value : value;
  *past = at;
  return count > 0;
}

/* The exponent from `at`, behind a "^" or glued behind its sign: its value, and the token past it. */
static bool read_exponent(const cck_quantity_reader *r, uint32_t at, int *power, uint32_t *past) {
  enum { LARGEST = 30 };
  bool caret = cck_quantity_sign(r, at, "^");
  uint32_t number = at + (caret ? 1u : 0u);
  bool minus = cck_quantity_sign(r, number, "-") || cck_quantity_sign(r, number, "−");
  bool plus = cck_quantity_sign(r, number, "+");
  number += minus || plus ? 1u : 0u;
  cck_decimal exponent;
  int64_t value;
  if (!cck_quantity_number(r, number) || !cck_quantity_glued(r, number) ||
      !cck_literal_number(cck_quantity_text(r, number), &exponent) || !cck_decimal_to_int(exponent, &value) ||
      value > LARGEST)
    return false;
  *power = minus ? -(int)value : (int)value;
  *past = number + 1;
  return true;
}

/*
 * The exponent of the ten at `ten` ("10⁶", "10^6", and where `times` stands before it "10-6"), and the token past it;
 * false when it has none.
 */
static bool read_power(const cck_quantity_reader *r, uint32_t ten, bool times, int *power, uint32_t *past) {
  size_t end;
  *past = ten + 1;
  if (!cck_quantity_sign(r, ten, "10"))
    return false;
  if (read_superscript(r->text, r->tokens[ten].end, power, &end)) {
    while (*past < r->past && r->tokens[*past].start < end)
      ++*past;
    return true;
  }
  bool marked = times || cck_quantity_sign(r, *past, "^");
  return marked && cck_quantity_glued(r, *past) && !cck_quantity_number(r, *past) &&
         read_exponent(r, *past, power, past);
}

/*
 * "3 x 10^8", "1.99×10−30", "6.02 × 10²³", "9.8e-3", "10⁶": the token past the power of ten behind the number at
 * `at` - 1, or which that number is.
 */
static uint32_t read_power_of_ten(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  bool times = cck_quantity_sign(r, at, "x") || cck_quantity_sign(r, at, "×") || cck_quantity_sign(r, at, "*");
  bool e = cck_quantity_sign(r, at, "e") && cck_quantity_glued(r, at) && cck_quantity_glued(r, at + 1);
  uint32_t past = at;
  int power;
  if (e ? !read_exponent(r, at + 1, &power, &past) : !times || !read_power(r, at + 1, true, &power, &past)) {
    if (!read_power(r, at - 1, false, &power, &past))
      return at;
    power--; /* the ten is in the figure already */
  }
  cck_decimal value;
  if (!cck_decimal_shift(f->min, power, &value))
    return at;
  cck_number_set(f, value);
  f->grouped = true;
  return past;
}

/* "4 thousand 3 hundred", "3 hundred and 21": what stands below the last scale, in digits too. */
static uint32_t read_lower_scales(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  for (int power = f->power; power >= 2 && cck_quantity_is(r, at - 1, CCK_Q_SCALE);) {
    bool and = cck_quantity_sign(r, at, "and");
    uint32_t next = at + (and? 1u : 0u);
    cck_spelled sum = {.last_power = CCK_NO_SCALE, .at = next};
    cck_decimal part;
    if (!cck_quantity_number(r, next))
      cck_spell(r, &sum);
    if (sum.last)
      part = cck_decimal_of(sum.total + sum.group);
    else if (cck_quantity_number(r, next) && cck_literal_number(cck_quantity_text(r, next), &part))
      sum.at = next + 1;
    else
      return at;
    const cck_quantity_word *scale = cck_quantity_word_at(r, sum.at);
    int lower = !sum.last && scale->classes & CCK_Q_SCALE ? scale->power : 0;
    bool rest = and? power == 2 && lower == 0 : lower > 0; /* "2 million and 300 people" may be a list */
    cck_decimal whole, one;
    if (!rest || lower >= power || cck_quantity_dated(r, next) || !cck_decimal_shift(part, lower, &part) ||
        !cck_decimal_make(1, power, &one) || cck_decimal_cmp(part, one) >= 0 || !cck_decimal_add(f->min, part, &whole))
      return at;
    cck_number_set(f, whole);
    power = lower;
    at = sum.at + (lower ? 1u : 0u);
  }
  return at;
}

/* "14,66%": the decimal comma of other languages, which a percentage shows to be none of thousands. */
static bool read_decimal_comma(const cck_quantity_reader *r, uint32_t at, cck_decimal *value) {
  enum { WHOLE = 3, PART = 2 };
  cck_slice digits = cck_quantity_text(r, at);
  size_t comma = cck_slice_find(digits, CCK_S(","), 0);
  if (comma == SIZE_MAX || comma > WHOLE || digits.len - comma - 1 > PART || digits.len == comma + 1 ||
      cck_slice_find(digits, CCK_S("."), 0) != SIZE_MAX || !cck_quantity_sign(r, at + 1, "%"))
    return false;
  cck_slice whole = cck_slice_sub(digits, 0, comma), part = cck_slice_sub(digits, comma + 1, digits.len);
  return cck_decimal_parse(CCK_JOIN(r->arena, whole, CCK_S("."), part), value);
}

/* Digits alone, without a comma or a point. */
static bool is_digits(cck_slice number) {
  size_t i = 0;
  while (i < number.len && cck_is_digit(number.ptr[i]))
    i++;
  return i == number.len;
}

static bool read_digits(const cck_quantity_reader *r, uint32_t at, bool money, cck_figure *f) {
  cck_slice digits = cck_quantity_text(r, at);
  cck_decimal value;
  f->digits = true;
  f->number_past = at + 1;
  if (cck_fraction_signs(r, at, f)) {
    f->number_past = read_scales(r, f->number_past, money, f);
    return true;
  }
  if (read_decimal_comma(r, at, &value)) {
    cck_number_set(f, value);
    f->grouped = true;
    return true;
  }
  uint32_t broken = cck_malformed_signs(r, at);
  if (broken || !cck_literal_number(digits, &value) || cck_malformed_groups(r, at)) {
    f->malformed = true;
    f->number_past = broken ? broken : at + 1;
    return true;
  }
  uint32_t groups = spaced_groups(r, at, &value);
  f->grouped = groups || !is_digits(digits);
  cck_number_set(f, value);
  if (cck_fraction_of(r, at + 1, f))
    return true;
  f->number_past = read_power_of_ten(r, at + 1, f);
  if (f->number_past > at + 1)
    return true;
  f->number_past = cck_fraction_added(r, at + 1 + groups, f);
  f->number_past = read_scales(r, f->number_past, money, f);
  if (f->power)
    f->number_past = cck_fraction_added(r, f->number_past, f); /* "3 million and a half" */
  f->number_past = read_lower_scales(r, f->number_past, f);
  f->number_past = read_dozen(r, f->number_past, f);
  return true;
}

/* ".5" stands at its point. */
static bool read_point(const cck_quantity_reader *r, uint32_t at, bool money, cck_figure *f) {
  cck_decimal value;
  if (!cck_quantity_sign(r, at, ".") || !cck_quantity_number(r, at + 1) || !read_point_digits(r, at + 1, &value))
    return false;
  cck_number_set(f, value);
  f->digits = f->grouped = true;
  f->number_past = read_scales(r, at + 2, money, f);
  return true;
}

/* A verb in the plain form or in -s that multiplies: "will double", "doubles its staff"; not "a double room". */
static bool is_multiplying(const cck_quantity_reader *r, uint32_t at) {
  cck_slice word = cck_quantity_text(r, at);
  if (cck_slice_ends(word, CCK_S("ing")) || cck_slice_ends(word, CCK_S("d")))
    return true;
  if (cck_slice_ends(word, CCK_S("s")))
    return cck_quantity_is(r, at + 1, CCK_Q_DETERMINER);
  return cck_quantity_listed(r, at - 1, CCK_LIST_BEFORE_VERB);
}

/* "sixfold", "doubled", "halved": how many times; the verbs tell a direction. */
static bool read_multiple(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  int times = cck_quantity_word_at(r, at)->value;
  bool verb = !cck_slice_ends(cck_quantity_text(r, at), CCK_S("fold"));
  bool other = cck_quantity_hyphen(r, at + 1) || cck_quantity_hyphen(r, at - 1) || /* "doubled down", "doubles as" */
               cck_quantity_is(r, at + 1, CCK_Q_PARTICLE) || cck_quantity_sign(r, at + 1, "as") ||
               cck_quantity_sign(r, at + 1, "over") || cck_quantity_sign(r, at + 1, "back") ||
               (cck_quantity_capital(r, at) && at > r->first && !r->headline);
  if (verb && (other || !is_multiplying(r, at)))
    return false;
  cck_number_set(f, times < 0 ? (cck_decimal){5, -1} : cck_decimal_of(times));
  f->fold = true;
  f->share = times < 0; /* halved: half of what it was */
  f->change = !verb ? CCK_CHANGE_NONE : times < 0 ? CCK_CHANGE_DOWN : CCK_CHANGE_UP;
  f->number_past = at + 1;
  return true;
}

static bool read_unsigned(const cck_quantity_reader *r, uint32_t at, bool money, cck_figure *f) {
  if (cck_quantity_number(r, at))
    return read_digits(r, at, money, f);
  if (cck_quantity_is(r, at, CCK_Q_NUMBER_WORD))
    return read_words(r, at, f);
  if (cck_quantity_is(r, at, CCK_Q_ARTICLE))
    return read_article(r, at, f);
  if (cck_quantity_is(r, at, CCK_Q_PLURAL_SCALE | CCK_Q_PLURAL_DOZEN))
    return read_vague(r, at, f);
  if (cck_quantity_has(r, at, CCK_P_FOLD))
    return read_multiple(r, at, f);
  if (cck_quantity_is(r, at, CCK_Q_DENOMINATOR))
    return cck_fraction_half(r, at, f);
  if (cck_fraction_signs(r, at, f))
    return true;
  return read_point(r, at, money, f);
}

bool cck_number_read(const cck_quantity_reader *r, uint32_t at, bool money, cck_figure *out) {
  uint32_t number = sign_before(r, at, money);
  bool negative = number > at;
  if (at >= r->past || (negative && !cck_quantity_number(r, number) && !cck_quantity_is(r, number, CCK_Q_NUMBER_WORD)))
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
