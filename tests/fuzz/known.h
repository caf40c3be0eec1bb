/*
 * Sentences whose reading is known: a figure and a unit out of the table in a neutral
 * sentence, with the value and the unit that must come out.
 */
#ifndef CCK_TESTS_KNOWN_H
#define CCK_TESTS_KNOWN_H

#include "base/utf8.h"
#include "fuzz/sentences.h"
#include "model/claim.h"
#include "model/literal.h"

typedef struct known {
  cck_slice sentence, unit;
  cck_decimal min, max;
  cck_approx approx;
  cck_change change;
} known;

/* How an amount is written, and what it is. */
typedef struct amount {
  cck_slice text;
  cck_decimal value;
  bool digits, scaled;
  bool worded; /* ends with a word: nothing is glued to it */
} amount;

static inline void put_below_thousand(cck_buffer *out, unsigned n, const char *and) {
  static const char *const ones[] = {"",         "one",     "two",     "three",     "four",     "five",    "six",
                                     "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
                                     "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  static const char *const tens[] = {"",      "",      "twenty",  "thirty", "forty",
                                     "fifty", "sixty", "seventy", "eighty", "ninety"};
  if (n >= 100)
    cck_putf(out, "%s hundred%s", ones[n / 100], n % 100 ? and : "");
  n %= 100;
  if (n >= 20)
    cck_putf(out, "%s%s%s", tens[n / 10], n % 10 ? "-" : "", ones[n % 10]);
  else
    cck_put_text(out, ones[n]);
}

/* 1 to below 10^18 in words: "two million and five"; with `and` in front of the tens, or without. */
static inline cck_slice number_words(cck_arena *arena, uint64_t n, bool and) {
  static const char *const scales[] = {" quadrillion", " trillion", " billion", " million", " thousand", ""};
  cck_buffer out = {0};
  uint64_t size = UINT64_C(1000000000000000);
  for (size_t i = 0; i < sizeof scales / sizeof *scales; i++, size /= 1000) {
    unsigned group = (unsigned)(n / size % 1000);
    if (!group)
      continue;
    bool joined = and&&size == 1 && group < 100;
    if (out.len)
      cck_put_text(&out, joined ? " and " : " ");
    put_below_thousand(&out, group, and? " and " : " ");
    cck_put_text(&out, scales[i]);
  }
  cck_slice text = cck_arena_copy(arena, cck_buffer_slice(&out));
  cck_buffer_fini(&out);
  return text;
}

/* 1 to below 10^18, of any length, with noughts inside as often as not. */
static inline uint64_t any_number(generator *g, unsigned longest) {
  uint64_t n = 1 + below(g, 9);
  for (size_t length = below(g, longest); length > 0; length--)
    n = n * 10 + (one_in(g, 2) ? 0 : below(g, 10));
  return n;
}

/* Without groups it is a year, or too long for a figure. */
static inline bool is_taken(uint64_t n, int places) {
  uint64_t whole = n;
  for (int i = 0; i < places; i++)
    whole /= 10;
  return (whole >= 1000 && whole <= 2200) || whole >= UINT64_C(1000000000);
}

/* Thousands behind no-break or thin spaces. */
static inline cck_slice with_spaces(maker *m, cck_slice grouped) {
  cck_slice joint = pick(m, "\xc2\xa0|\xe2\x80\x89|\xe2\x80\xaf"), rest = grouped, part, text = CCK_S("");
  while (cck_slice_next(&rest, ',', &part))
    text = text.len ? CCK_JOIN(m->arena, text, joint, part) : part;
  return text;
}

static inline bool has_and(cck_slice text) { return cck_slice_find(text, CCK_S(" and "), 0) != SIZE_MAX; }

/* Another way to write the same digits, or a fraction more. */
static inline void vary(maker *m, amount *a) {
  static const struct {
    const char *sign;
    cck_decimal value;
  } fractions[] = {{"½", {5, -1}}, {"¼", {25, -2}}, {"¾", {75, -2}}, {"⅛", {125, -3}}, {" and a half", {5, -1}}};
  bool whole = cck_decimal_is_whole(a->value), grouped = cck_slice_find(a->text, CCK_S(","), 0) != SIZE_MAX;
  if (cck_slice_starts(a->text, CCK_S("0.")))
    a->text = cck_slice_sub(a->text, 1, a->text.len);
  else if (whole && grouped)
    a->text = with_spaces(m, a->text);
  else if (whole) {
    size_t which = below(m->g, sizeof fractions / sizeof *fractions);
    a->text = CCK_JOIN(m->arena, a->text, cck_slice_of(fractions[which].sign));
    (void)cck_decimal_add(a->value, fractions[which].value, &a->value);
    a->worded = has_and(a->text);
  }
}

static inline amount any_amount(maker *m, bool in_digits) {
  static const struct {
    const char *word;
    int power;
  } scales[] = {{" thousand", 3}, {" million", 6}, {" billion", 9}, {" trillion", 12}, {" lakh", 5}, {" crore", 7}};
  amount a = {.digits = in_digits || one_in(m->g, 2)};
  char text[CCK_DECIMAL_TEXT];
  if (!a.digits) {
    uint64_t n = any_number(m->g, 18);
    a.value = cck_decimal_of((int64_t)n);
    a.text = number_words(m->arena, n, one_in(m->g, 2));
    a.scaled = n >= 1000;
    return a;
  }
  bool scaled = one_in(m->g, 3);
  uint64_t n = any_number(m->g, scaled ? 3 : 12);
  int places = one_in(m->g, 2) ? 0 : 1 + (int)below(m->g, 3);
  (void)cck_decimal_make((cck_int128)n, -places, &a.value);
  bool grouped = one_in(m->g, 2) || is_taken(n, places);
  a.text = grouped ? cck_decimal_grouped(m->arena, a.value)
                   : cck_arena_copy(m->arena, (cck_slice){text, cck_decimal_print(a.value, text)});
  if (one_in(m->g, 4))
    vary(m, &a);
  if (scaled) {
    size_t which = below(m->g, sizeof scales / sizeof *scales);
    a.text = CCK_JOIN(m->arena, a.text, cck_slice_of(scales[which].word));
    (void)cck_decimal_shift(a.value, scales[which].power, &a.value);
    a.scaled = true;
  }
  return a;
}

/* Bytes of the letters that a name begins with: "BN" of "BN$". */
static inline cck_slice first_letters(cck_slice name) {
  size_t length = 0;
  while (length < name.len && cck_is_alpha(name.ptr[length]))
    length++;
  return cck_slice_sub(name, 0, length);
}

/*
 * May the name stand behind this amount and mean its unit? "5 million btu" is one figure of million btu, "5b" five
 * billion, "5 millions" no second, "500 twenty-foot units" 520; "1080p" and "747s" are names.
 */
static inline bool unit_fits(const words *w, cck_arena *arena, const cck_unit_alias *alias, const amount *a) {
  cck_slice letters = first_letters(alias->text), folded = cck_arena_lower(arena, letters);
  bool glued = alias->how & CCK_UNIT_GLUED;
  bool name = cck_slice_is(alias->text, "s") || cck_slice_is(alias->text, "p");
  if (!(alias->how & CCK_UNIT_AFTER) || cck_literal_scale(folded) || (glued && (a->scaled || a->worded)) ||
      (glued && name && cck_decimal_cmp(a->value, cck_decimal_of(100)) >= 0) ||
      (glued && cck_slice_is(alias->text, "st")) || cck_slice_is(alias->text, "won") ||
      cck_slice_is(alias->text, "rpg")) /* "50.1st", "36 won" */
    return false;
  for (size_t i = 0; i < w->of[ROLE_NUMBER].count; i++)
    if (cck_slice_eq(folded, w->of[ROLE_NUMBER].items[i]))
      return false;
  return true;
}

static inline const cck_unit_alias *any_unit(maker *m, const amount *a) {
  const cck_unit_table *units = m->words->units;
  const cck_unit_alias *alias = NULL;
  while (!alias || !unit_fits(m->words, m->arena, alias, a))
    alias = &units->aliases.items[below(m->g, units->aliases.count)];
  return alias;
}

/* A full stop would be part of a name with stops inside ("sq.m"), and follow one that ends with one. */
static inline cck_slice any_end(maker *m, cck_slice name) {
  bool dotted = cck_slice_find(name, CCK_S("."), 0) != SIZE_MAX;
  return pick(m, dotted ? " in the end.| (the figure is ours)." : ".| in the end.| (the figure is ours).|, he said.");
}

/* "It measured N unit." */
static inline void known_measure(maker *m, known *out) {
  bool in_digits = one_in(m->g, 2);
  amount a = any_amount(m, in_digits);
  const cck_unit_alias *alias = any_unit(m, &a);
  if (alias->how & CCK_UNIT_SYMBOL && !a.digits)
    return;
  cck_slice joint = alias->how & CCK_UNIT_GLUED ? CCK_S("") : CCK_S(" ");
  cck_slice behind = any_end(m, alias->text);
  out->min = out->max = a.value;
  out->unit = m->words->units->units.items[alias->unit].name;
  out->sentence = CCK_JOIN(m->arena, CCK_S("It measured "), a.text, joint, alias->text, behind);
}

/* A mark of sums means money only where thousands or more touch it: "R100 million", "R1,500". */
static inline bool is_sum(const amount *a) {
  bool large = cck_decimal_cmp(a->value, cck_decimal_of(a->scaled ? 1000000 : 1000)) >= 0;
  bool grouped =
      cck_slice_find(a->text, CCK_S(","), 0) != SIZE_MAX || cck_slice_find(a->text, CCK_S("."), 0) != SIZE_MAX;
  return large && (a->scaled || grouped) && !a->worded;
}

/* "It cost EUR N." */
static inline void known_mark(maker *m, known *out) {
  const cck_unit_table *units = m->words->units;
  const cck_unit_alias *alias = &units->aliases.items[below(m->g, units->aliases.count)];
  while (!(alias->how & CCK_UNIT_BEFORE) || cck_slice_ends(alias->text, CCK_S("/."))) /* that stop ends sentences */
    alias = alias + 1 < units->aliases.items + units->aliases.count ? alias + 1 : units->aliases.items;
  amount a = any_amount(m, true);
  char last = alias->text.ptr[alias->text.len - 1];
  if (a.text.ptr[0] == '.' && last != '$') /* "Dh.5" */
    return;
  bool sum = alias->how & CCK_UNIT_SUM;
  if (sum && !is_sum(&a))
    return;
  cck_slice joint = sum ? CCK_S("") : pick(m, "| ");
  cck_slice behind = any_end(m, CCK_S(""));
  out->min = out->max = a.value;
  out->unit = units->units.items[alias->unit].name;
  out->sentence = CCK_JOIN(m->arena, CCK_S("It cost "), alias->text, joint, a.text, behind);
}

/* "It measured between N and M unit." */
static inline void known_range(maker *m, known *out) {
  static const char *const forms[][2] = {{"between ", " and "}, {"from ", " to "}, {"", " to "}};
  size_t form = below(m->g, sizeof forms / sizeof *forms);
  bool in_digits = one_in(m->g, 2);
  amount a = any_amount(m, in_digits), b = any_amount(m, in_digits);
  const cck_unit_alias *alias = any_unit(m, &b);
  cck_slice behind = any_end(m, alias->text);
  cck_slice joint = alias->how & CCK_UNIT_GLUED ? CCK_S("") : CCK_S(" ");
  out->approx = CCK_APPROX_RANGE;
  out->min = a.value;
  out->max = b.value;
  out->unit = m->words->units->units.items[alias->unit].name;
  out->sentence = CCK_JOIN(m->arena, CCK_S("It measured "), cck_slice_of(forms[form][0]), a.text,
                           cck_slice_of(forms[form][1]), b.text, joint, alias->text, behind);
  bool joined =
      form == 0 && !a.digits && (has_and(a.text) || has_and(b.text)); /* "between six hundred and five thousand" */
  bool one = !a.digits && cck_slice_is(a.text, "one"); /* a pronoun in front of digits: "gave one to 20 men" */
  if (a.scaled != b.scaled || joined || one || cck_decimal_cmp(a.value, b.value) >= 0 ||
      (alias->how & CCK_UNIT_SYMBOL && !b.digits))
    out->sentence.len = 0; /* "two to five million", "9 to 5": not what it says, or no range */
}

/* "It measured more than N unit.": every hedge of the table. */
static inline void known_bound(maker *m, known *out) {
  static const struct {
    const char *phrases;
    cck_approx approx;
  } rows[] = {
#define CCK_BOUND(approx, phrases) {phrases, CCK_APPROX_##approx},
#define CCK_BOUND_AFTER(approx, phrases)
#include "extract/bounds.def"
#undef CCK_BOUND
#undef CCK_BOUND_AFTER
  };
  size_t row = below(m->g, sizeof rows / sizeof *rows);
  cck_slice bound = pick(m, rows[row].phrases);
  known_measure(m, out);
  const cck_unit *unit = cck_unit_find(m->words->units, out->unit);
  bool over = cck_slice_is(bound, "over");
  cck_slice rest = cck_slice_sub(out->sentence, strlen("It measured "), out->sentence.len);
  bool stops = cck_slice_ends(bound, CCK_S(".")) && cck_slice_starts(rest, CCK_S(".")); /* "max. .5" */
  if (!out->sentence.len || stops || (over && cck_slice_is(unit->dimension, "duration"))) {
    out->sentence.len = 0; /* "over five years" is a span of time */
    return;
  }
  out->approx = rows[row].approx;
  out->sentence = CCK_JOIN(m->arena, CCK_S("It measured "), bound, CCK_S(" "), rest);
}

/* "A 5-kilometre thing stood there." */
static inline void known_hyphen(maker *m, known *out) {
  bool in_digits = one_in(m->g, 2);
  amount a = any_amount(m, in_digits);
  const cck_unit_alias *alias = any_unit(m, &a);
  if (alias->how & CCK_UNIT_SYMBOL || cck_slice_find(alias->text, CCK_S(" "), 0) != SIZE_MAX)
    return;
  out->min = out->max = a.value;
  out->unit = m->words->units->units.items[alias->unit].name;
  out->sentence =
      CCK_JOIN(m->arena, CCK_S("The "), a.text, CCK_S("-"), alias->text, CCK_S(" thing stood by the door."));
}

/* "It measured N unit per unit." */
static inline void known_rate(maker *m, known *out) {
  const cck_unit_table *units = m->words->units;
  const cck_unit_alias *below_bar = &units->aliases.items[below(m->g, units->aliases.count)];
  const cck_unit *unit = &units->units.items[below_bar->unit];
  known_measure(m, out);
  bool end = cck_slice_ends(out->sentence, CCK_S(" in the end."));
  if (!end || below_bar->how != CCK_UNIT_AFTER || cck_slice_is(unit->dimension, "money") ||
      cck_slice_find(unit->name, CCK_S("/"), 0) != SIZE_MAX || cck_slice_find(out->unit, CCK_S("/"), 0) != SIZE_MAX) {
    out->sentence.len = 0;
    return;
  }
  cck_slice start = cck_slice_sub(out->sentence, 0, out->sentence.len - strlen(" in the end."));
  out->unit = CCK_JOIN(m->arena, out->unit, CCK_S("/"), unit->name);
  out->sentence = CCK_JOIN(m->arena, start, CCK_S(" per "), below_bar->text, CCK_S(" in the end."));
}

/* "It measured N or more unit." */
static inline void known_open(maker *m, known *out) {
  static const struct {
    const char *phrases;
    cck_approx approx;
  } rows[] = {
#define CCK_BOUND(approx, phrases)
#define CCK_BOUND_AFTER(approx, phrases) {phrases, CCK_APPROX_##approx},
#include "extract/bounds.def"
#undef CCK_BOUND
#undef CCK_BOUND_AFTER
  };
  bool in_digits = one_in(m->g, 2);
  amount a = any_amount(m, in_digits);
  const cck_unit_alias *alias = any_unit(m, &a);
  size_t row = below(m->g, sizeof rows / sizeof *rows);
  cck_slice bound = pick(m, rows[row].phrases);
  if (alias->how & (CCK_UNIT_GLUED | CCK_UNIT_SYMBOL) ||
      !(cck_slice_starts(bound, CCK_S("or ")) || cck_slice_starts(bound, CCK_S("and "))))
    return;
  out->min = out->max = a.value;
  out->approx = rows[row].approx;
  out->unit = m->words->units->units.items[alias->unit].name;
  out->sentence = CCK_JOIN(m->arena, CCK_S("It measured "), a.text, CCK_S(" "), bound, CCK_S(" "), alias->text,
                           CCK_S(" in the end."));
}

/* "The number rose by N percent.": every verb of the table. */
static inline void known_change(maker *m, known *out) {
  static const struct {
    const char *class, *words;
  } rows[] = {
#define CCK_QUANTITY_WORDS(class, value, words) {#class, words},
#include "extract/quantity_words.def"
#undef CCK_QUANTITY_WORDS
  };
  size_t row = below(m->g, sizeof rows / sizeof *rows);
  while (strcmp(rows[row].class, "UP") != 0 && strcmp(rows[row].class, "DOWN") != 0)
    row = (row + 1) % (sizeof rows / sizeof *rows);
  bool in_digits = one_in(m->g, 2);
  amount a = any_amount(m, in_digits);
  out->change = strcmp(rows[row].class, "UP") == 0 ? CCK_CHANGE_UP : CCK_CHANGE_DOWN;
  out->min = out->max = a.value;
  out->unit = CCK_S("percent");
  out->sentence = CCK_JOIN(m->arena, CCK_S("The number "), pick(m, rows[row].words), CCK_S(" by "), a.text,
                           CCK_S(" percent in the end."));
}

/* A sentence and what must be read in it; an empty sentence when the draw gave none that is known. */
static inline known make_known(const words *w, cck_arena *arena, generator *g) {
  static void (*const forms[])(maker * m, known * out) = {known_measure, known_measure, known_mark, known_range,
                                                          known_bound,   known_hyphen,  known_rate};
  maker m = {.g = g, .words = w, .arena = arena};
  known made = {.approx = CCK_APPROX_EXACT};
  forms[below(g, sizeof forms / sizeof *forms)](&m, &made);
  return made;
}

#endif
