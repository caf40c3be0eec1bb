#include "extract/quantity_number.h"

/* Whole numbers and decimals in words: "twenty-eight thousand six hundred and forty-two", "six point five". */

enum { LARGEST_SCALE = 15 }; /* quadrillion: sums of words stay within 64 bits */

static int64_t power_of_ten(int power) {
  int64_t n = 1;
  while (power-- > 0)
    n *= 10;
  return n;
}

static bool take_scale(cck_spelled *sum, const cck_quantity_word *word) {
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
static bool take_word(cck_spelled *sum, const cck_quantity_word *word) {
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
  sum->last_value = word->value;
  return true;
}

/* "between two hundred and three hundred": the only "and" of the words parts the two ends. */
static bool parts_ends(const cck_quantity_reader *r, uint32_t first) {
  enum { MOST_WORDS = 24 };
  unsigned ands = 0;
  if (!cck_quantity_sign(r, first - (cck_quantity_is(r, first - 1, CCK_Q_ARTICLE) ? 2u : 1u), "between"))
    return false;
  for (uint32_t at = first; at < first + MOST_WORDS; at++) {
    bool joint = cck_quantity_sign(r, at, "and") && cck_quantity_is(r, at + 1, CCK_Q_NUMBER_WORD);
    if (!joint && !cck_quantity_hyphen(r, at) && !cck_quantity_is(r, at, CCK_Q_NUMBER_WORD | CCK_Q_SCALE))
      break;
    ands += joint;
  }
  return ands == 1;
}

/* Past a hyphen ("twenty-eight") or an "and" ("two hundred and five") that joins to a further number word. */
static uint32_t joined_word(const cck_quantity_reader *r, const cck_spelled *sum, bool parted) {
  uint32_t at = sum->at;
  bool hyphen = cck_quantity_hyphen(r, at) || cck_quantity_loose_hyphen(r, at);
  if (sum->last == CCK_Q_TENS && hyphen && cck_quantity_is(r, at + 1, CCK_Q_DIGIT))
    return at + 1;
  if (cck_quantity_hyphen(r, at) && cck_quantity_is(r, at + 1, CCK_Q_SCALE))
    return at + 1;
  bool fraction = cck_quantity_is(r, at + 2, CCK_Q_DENOMINATOR); /* "six million and two thirds" */
  if (!parted && sum->last == CCK_Q_SCALE && cck_quantity_sign(r, at, "and") && !fraction &&
      cck_quantity_is(r, at + 1, CCK_Q_NUMBER_WORD))
    return at + 1;
  return at;
}

void cck_spell(const cck_quantity_reader *r, cck_spelled *sum) {
  bool parted = parts_ends(r, sum->at);
  for (;;) {
    uint32_t next = sum->last ? joined_word(r, sum, parted) : sum->at;
    if (next >= r->past || (cck_quantity_dated(r, next) && !cck_quantity_vaguely_dated(r, next)) ||
        !take_word(sum, cck_quantity_word_at(r, next)))
      return;
    sum->at = next + 1;
  }
}

uint32_t cck_spelled_point(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  enum { DIGITS = 12 };
  if (!cck_quantity_sign(r, at, "point") || !cck_quantity_is(r, at + 1, CCK_Q_DIGIT))
    return at;
  uint32_t past = at + 1;
  int64_t behind = 0;
  for (; past <= at + DIGITS && cck_quantity_is(r, past, CCK_Q_DIGIT); past++)
    behind = behind * 10 + cck_quantity_word_at(r, past)->value;
  cck_decimal part, sum;
  if (!cck_decimal_shift(cck_decimal_of(behind), -(int)(past - at - 1), &part) || !cck_decimal_add(f->min, part, &sum))
    return at;
  cck_number_set(f, sum);
  f->grouped = true;
  return past;
}
