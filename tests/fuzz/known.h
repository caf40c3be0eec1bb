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
  cck_approx approx; /* RANGE, AT_LEAST and AT_MOST: made by words of the language */
} known;

/* How an amount is written, and what it is. */
typedef struct amount {
  cck_slice text;
  cck_decimal value;
  bool digits, scaled;
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
  if (scaled) {
    size_t which = below(m->g, sizeof scales / sizeof *scales);
    a.text = CCK_JOIN(m->arena, a.text, cck_slice_of(scales[which].word));
    (void)cck_decimal_shift(a.value, scales[which].power, &a.value);
    a.scaled = true;
  }
  return a;
}

/*
 * May the name stand behind this amount and mean its unit? "5 million btu" is one figure of million btu, "5b" five
 * billion, "5 millions" no second.
 */
static inline bool unit_fits(const words *w, const cck_unit_alias *alias, bool scaled) {
  char folded[16];
  size_t length = cck_utf8_fold_into(alias->text, folded, sizeof folded);
  if (!(alias->how & CCK_UNIT_AFTER) || (scaled && alias->how & CCK_UNIT_GLUED) ||
      cck_literal_scale((cck_slice){folded, length}))
    return false;
  for (size_t i = 0; i < w->of[ROLE_SCALE].count; i++) {
    cck_slice scale = w->of[ROLE_SCALE].items[i];
    if (cck_slice_starts(alias->text, scale) && alias->text.len > scale.len && alias->text.ptr[scale.len] == ' ')
      return false;
  }
  return true;
}

static inline const cck_unit_alias *any_unit(maker *m, bool scaled) {
  const cck_unit_table *units = m->words->units;
  const cck_unit_alias *alias = NULL;
  while (!alias || !unit_fits(m->words, alias, scaled))
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
  const cck_unit_alias *alias = any_unit(m, a.scaled);
  if (alias->how & CCK_UNIT_SYMBOL && !a.digits)
    return;
  cck_slice joint = alias->how & CCK_UNIT_GLUED ? CCK_S("") : CCK_S(" ");
  cck_slice behind = any_end(m, alias->text);
  out->min = out->max = a.value;
  out->unit = m->words->units->units.items[alias->unit].name;
  out->sentence = CCK_JOIN(m->arena, CCK_S("It measured "), a.text, joint, alias->text, behind);
}

/* "It cost EUR N." */
static inline void known_mark(maker *m, known *out) {
  const cck_unit_table *units = m->words->units;
  const cck_unit_alias *alias = &units->aliases.items[below(m->g, units->aliases.count)];
  while (!(alias->how & CCK_UNIT_BEFORE))
    alias = alias + 1 < units->aliases.items + units->aliases.count ? alias + 1 : units->aliases.items;
  amount a = any_amount(m, true);
  cck_slice joint = pick(m, "| ");
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
  const cck_unit_alias *alias = any_unit(m, b.scaled);
  cck_slice behind = any_end(m, alias->text);
  cck_slice joint = alias->how & CCK_UNIT_GLUED ? CCK_S("") : CCK_S(" ");
  out->approx = CCK_APPROX_RANGE;
  out->min = a.value;
  out->max = b.value;
  out->unit = m->words->units->units.items[alias->unit].name;
  out->sentence = CCK_JOIN(m->arena, CCK_S("It measured "), cck_slice_of(forms[form][0]), a.text,
                           cck_slice_of(forms[form][1]), b.text, joint, alias->text, behind);
  bool joined = form == 0 && !a.digits && a.scaled; /* "between six hundred and five thousand" */
  if (a.scaled != b.scaled || joined || cck_decimal_cmp(a.value, b.value) >= 0 ||
      (alias->how & CCK_UNIT_SYMBOL && !b.digits))
    out->sentence.len = 0; /* "two to five million", "9 to 5": not what it says, or no range */
}

/* "It measured at least N unit." */
static inline void known_bound(maker *m, known *out) {
  bool least = one_in(m->g, 2);
  known_measure(m, out);
  if (!out->sentence.len)
    return;
  cck_slice rest = cck_slice_sub(out->sentence, strlen("It measured "), out->sentence.len);
  out->approx = least ? CCK_APPROX_AT_LEAST : CCK_APPROX_AT_MOST;
  out->sentence = CCK_JOIN(m->arena, CCK_S("It measured "), least ? CCK_S("at least ") : CCK_S("no more than "), rest);
}

/* A sentence and what must be read in it; an empty sentence when the draw gave none that is known. */
static inline known make_known(const words *w, cck_arena *arena, generator *g) {
  static void (*const forms[])(maker * m, known * out) = {known_measure, known_measure, known_mark, known_range,
                                                          known_bound};
  maker m = {.g = g, .words = w, .arena = arena};
  known made = {.approx = CCK_APPROX_EXACT};
  forms[below(g, sizeof forms / sizeof *forms)](&m, &made);
  return made;
}

#endif
