/*
 * Sentences out of the quantity grammar's own vocabulary, well formed and not: a sentence
 * is a list of pieces with what stands before each, so that pieces can be left out,
 * doubled and swapped. The words come from the .def tables themselves and from the unit
 * table, so a new row is in the sentences without a change here.
 */
#ifndef CCK_TESTS_SENTENCES_H
#define CCK_TESTS_SENTENCES_H

#include "base/arena.h"
#include "base/buffer.h"
#include "fuzz/generator.h"
#include "model/unit.h"

typedef enum role {
  ROLE_NUMBER,
  ROLE_SCALE,
  ROLE_PLURAL,
  ROLE_FRACTION,
  ROLE_DOZEN,
  ROLE_BOUND,
  ROLE_BOUND_AFTER,
  ROLE_CHANGE,
  ROLE_PER,
  ROLE_NAMING,
  ROLE_CLOCK,
  ROLE_NOUN,
  ROLE_OTHER, /* and every class that is not named here */
  ROLE_COUNT
} role;

typedef struct words {
  cck_arena *arena;
  const cck_unit_table *units;
  cck_slices of[ROLE_COUNT];
} words;

static inline role role_of(const char *class) {
  static const struct {
    const char *class;
    role role;
  } rows[] = {
      {"DIGIT", ROLE_NUMBER},         {"TEEN", ROLE_NUMBER},         {"TENS", ROLE_NUMBER},  {"FOLD", ROLE_NUMBER},
      {"PLURAL_SCALE", ROLE_PLURAL},  {"PLURAL_DOZEN", ROLE_PLURAL}, {"DOZEN", ROLE_DOZEN},  {"COUPLE", ROLE_DOZEN},
      {"DENOMINATOR", ROLE_FRACTION}, {"UP", ROLE_CHANGE},           {"DOWN", ROLE_CHANGE},  {"WEAK_UP", ROLE_CHANGE},
      {"WEAK_DOWN", ROLE_CHANGE},     {"PARTICLE", ROLE_CHANGE},     {"PER", ROLE_PER},      {"PER_NOUN", ROLE_NOUN},
      {"COLLECTIVE", ROLE_NOUN},      {"PEOPLE", ROLE_NOUN},         {"VICTIM", ROLE_NOUN},  {"NAMING", ROLE_NAMING},
      {"STREET", ROLE_NAMING},        {"CLOCK", ROLE_CLOCK},         {"ORDINAL", ROLE_CLOCK}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (strcmp(rows[i].class, class) == 0)
      return rows[i].role;
  return ROLE_OTHER;
}

static inline void add_words(words *w, role to, const char *list) {
  cck_slice rest = cck_slice_of(list), word;
  while (cck_slice_next(&rest, '|', &word))
    if (word.len)
      CCK_PUSH(w->arena, &w->of[to], word);
}

static inline void words_init(words *w, cck_arena *arena, const cck_unit_table *units) {
  *w = (words){.arena = arena, .units = units};
#define CCK_QUANTITY_WORDS(class, value, list) add_words(w, role_of(#class), list);
#include "extract/quantity_words.def"
#undef CCK_QUANTITY_WORDS
#define CCK_SCALE(word, power, how) add_words(w, ROLE_SCALE, word);
#include "model/scales.def"
#undef CCK_SCALE
#define CCK_BOUND(approx, list) add_words(w, ROLE_BOUND, list);
#define CCK_BOUND_AFTER(approx, list) add_words(w, ROLE_BOUND_AFTER, list);
#include "extract/bounds.def"
#undef CCK_BOUND
#undef CCK_BOUND_AFTER
#define CCK_COMPARATIVE(form, plain) add_words(w, ROLE_OTHER, form);
#include "extract/comparatives.def"
#undef CCK_COMPARATIVE
  add_words(w, ROLE_NOUN, "soldiers|lorries|Russian troops|signed agreements|votes|share|jet|state-of-the-art tanks");
}

typedef struct piece {
  cck_slice joint, text; /* joint: what stands before it */
} piece;

/* A sentence while it is made. */
typedef struct maker {
  generator *g;
  const words *words;
  cck_arena *arena;
  CCK_VEC(piece) pieces;
} maker;

/* One of the parts of a list, "a|b|c"; a part may be empty. */
static inline cck_slice pick(maker *m, const char *list) {
  size_t count = 1;
  for (const char *c = list; *c; c++)
    count += *c == '|';
  cck_slice rest = cck_slice_of(list), part = {"", 0};
  for (size_t turn = below(m->g, count) + 1; turn > 0; turn--)
    (void)cck_slice_next(&rest, '|', &part);
  return part;
}

static inline cck_slice word_of(maker *m, role which) {
  const cck_slices *list = &m->words->of[which];
  return list->items[below(m->g, list->count)];
}

static inline void put_joined(maker *m, cck_slice joint, cck_slice text) {
  CCK_PUSH(m->arena, &m->pieces, ((piece){joint, text}));
}

static inline void put(maker *m, cck_slice text) { put_joined(m, CCK_S(" "), text); }
static inline void put_one_of(maker *m, const char *list) { put(m, pick(m, list)); }

/* Glued, hyphened, spaced, or with white space that is none of ASCII's. */
static inline cck_slice any_joint(maker *m) {
  return pick(m, " | | | | ||-|\xc2\xa0|\xe2\x80\xaf|  |\n|\xe2\x80\x93|/");
}

/* The joint is drawn here, so that one call draws once. */
static inline void put_by(maker *m, const char *joints, cck_slice text) { put_joined(m, pick(m, joints), text); }

static inline void put_anyhow(maker *m, cck_slice text) { put_joined(m, any_joint(m), text); }

static inline cck_slice digits(maker *m, size_t most) {
  size_t count = 1 + below(m->g, most);
  char *text = cck_arena_alloc(m->arena, count + 1);
  for (size_t i = 0; i < count; i++)
    text[i] = (char)('0' + below(m->g, 10));
  if (text[0] == '0' && !one_in(m->g, 8))
    text[0] = '1';
  return (cck_slice){text, count};
}

/* Groups of three behind the first, each behind `joint`; one in eight has another length. */
static inline cck_slice groups(maker *m, cck_slice joint) {
  cck_slice text = digits(m, 3);
  for (size_t turn = 1 + below(m->g, 4); turn > 0; turn--) {
    cck_slice group = digits(m, 1);
    size_t length = one_in(m->g, 8) ? 1 + below(m->g, 5) : 3;
    while (group.len < length)
      group = CCK_JOIN(m->arena, group, digits(m, 1));
    text = CCK_JOIN(m->arena, text, joint, group);
  }
  return text;
}

static inline cck_slice decimal(maker *m) {
  cck_slice whole = one_in(m->g, 4) ? groups(m, CCK_S(",")) : digits(m, 4);
  cck_slice part = digits(m, one_in(m->g, 10) ? 40 : 3);
  return CCK_JOIN(m->arena, whole, pick(m, ".|.|.|,|..|·"), part);
}

static inline cck_slice power_of_ten(maker *m) {
  cck_slice first = digits(m, 3), second = digits(m, 2);
  cck_slice joint = pick(m, " x 10^| × 10^|x10^-| * 10^−|e|E+|e308");
  return CCK_JOIN(m->arena, first, joint, second);
}

/* A figure in digits, without a unit. */
static inline void put_digits(maker *m, cck_slice joint) {
  cck_slice first, second;
  switch (below(m->g, 12)) {
  case 0:
  case 1:
    put_joined(m, joint, groups(m, CCK_S(",")));
    return;
  case 2:
  case 3:
    put_joined(m, joint, decimal(m));
    return;
  case 4:
    put_joined(m, joint, CCK_JOIN(m->arena, CCK_S("."), digits(m, 4)));
    return;
  case 5:
    first = pick(m, " |\xc2\xa0|\xe2\x80\x89|'|.");
    put_joined(m, joint, groups(m, first));
    return;
  case 6:
    first = one_in(m->g, 2) ? CCK_S("") : digits(m, 2);
    put_joined(m, joint, CCK_JOIN(m->arena, first, pick(m, "½|¼|¾|⅛|⅜|⅓|⅔|⅝|⅞")));
    return;
  case 7:
    first = digits(m, 2);
    second = digits(m, 3);
    put_joined(m, joint, CCK_JOIN(m->arena, pick(m, "||4-|2 |1/"), first, pick(m, "/|⁄"), second));
    return;
  case 8:
    put_joined(m, joint, digits(m, 60));
    return;
  case 9:
    put_joined(m, joint, power_of_ten(m));
    return;
  default:
    put_joined(m, joint, digits(m, 4));
  }
}

/* Number words in any order, as many as come. */
static inline void put_number_words(maker *m, cck_slice joint) {
  for (size_t turn = 1 + below(m->g, one_in(m->g, 10) ? 40 : 5); turn > 0; turn--) {
    role which = one_in(m->g, 3) ? ROLE_SCALE : ROLE_NUMBER;
    if (one_in(m->g, 6))
      put_one_of(m, "and|and a|and a half|a|minus|half|half a|a half|a quarter of a|point");
    put_joined(m, joint, word_of(m, which));
    joint = one_in(m->g, 4) ? CCK_S("-") : CCK_S(" ");
  }
}

static inline void put_number(maker *m, cck_slice joint) {
  switch (below(m->g, 10)) {
  case 0:
  case 1:
  case 2:
    put_number_words(m, joint);
    return;
  case 3:
    put_joined(m, joint, word_of(m, ROLE_PLURAL));
    while (one_in(m->g, 2)) {
      put_one_of(m, "of|of the|and");
      put(m, word_of(m, ROLE_PLURAL));
    }
    return;
  case 4:
    put_joined(m, joint, pick(m, "a|an|one|half a|two|5|a half"));
    put_anyhow(m, word_of(m, one_in(m->g, 2) ? ROLE_DOZEN : ROLE_FRACTION));
    put_one_of(m, "of|of a|of the||of 1|in");
    return;
  default:
    put_digits(m, joint);
    if (one_in(m->g, 3))
      put_anyhow(m, word_of(m, ROLE_SCALE));
  }
}

/* A name or sign of any unit, those of money too; `how`: one that may stand there. */
static inline cck_slice unit_word(maker *m, unsigned how) {
  const cck_unit_table *units = m->words->units;
  size_t at = below(m->g, units->aliases.count);
  while (!(units->aliases.items[at].how & how))
    at = (at + 1) % units->aliases.count;
  return units->aliases.items[at].text;
}

static inline void put_compound(maker *m) {
  if (one_in(m->g, 2))
    put(m, word_of(m, ROLE_PER));
  else
    put_by(m, "| |-", pick(m, "per|a|/|every"));
  put_anyhow(m, one_in(m->g, 3) ? word_of(m, ROLE_NOUN) : unit_word(m, CCK_UNIT_AFTER));
}

/* A figure with everything that may stand around it. */
static inline void put_quantity(maker *m) {
  cck_slice joint = CCK_S(" ");
  if (one_in(m->g, 3))
    put(m, word_of(m, ROLE_BOUND));
  if (one_in(m->g, 8))
    put_one_of(m, "minus|negative|plus or minus|-|+|±|−");
  if (one_in(m->g, 3)) {
    put(m, unit_word(m, CCK_UNIT_BEFORE));
    joint = pick(m, "|| |-|\xc2\xa0");
  }
  put_number(m, joint);
  if (one_in(m->g, 6))
    put_anyhow(m, word_of(m, ROLE_BOUND_AFTER));
  if (!one_in(m->g, 4))
    put_anyhow(m, one_in(m->g, 3) ? word_of(m, ROLE_NOUN) : unit_word(m, CCK_UNIT_AFTER));
  if (one_in(m->g, 5))
    put_compound(m);
  if (one_in(m->g, 8))
    put(m, word_of(m, ROLE_BOUND_AFTER));
}

static inline void put_change(maker *m) {
  put_one_of(m, "Prices|Output|The toll|The army|It|");
  put(m, word_of(m, ROLE_CHANGE));
  put_one_of(m, "by|from|to|of|||up|by about");
  put_quantity(m);
  if (one_in(m->g, 3)) {
    put_one_of(m, "to|from|, compared with|against|, or|and|in");
    put_quantity(m);
  }
}

static inline void put_range(maker *m) {
  static const char *const forms[][2] = {{"between", "and"}, {"from", "to"}, {"", "to"},       {"", "-"},
                                         {"", "–"},          {"", "or"},     {"from", "-"},    {"", "and"},
                                         {"", ", "},         {"", "by"},     {"", "to about"}, {"", "through"}};
  size_t form = below(m->g, sizeof forms / sizeof *forms);
  put(m, cck_slice_of(forms[form][0]));
  for (size_t turn = one_in(m->g, 4) ? 2 : 1; turn > 0; turn--) {
    if (one_in(m->g, 2))
      put_number(m, CCK_S(" "));
    else
      put_quantity(m);
    put_by(m, "| ", cck_slice_of(forms[form][1]));
  }
  put_quantity(m);
}

static inline void put_conversion(maker *m) {
  put_quantity(m);
  put_one_of(m, "(|( |[|, or|(about|/");
  put_quantity(m);
  put_joined(m, CCK_S(""), pick(m, ")|]|,|"));
}

static inline void put_age(maker *m) {
  put_one_of(m, "John Brown,|The driver,|aged|the age of|under-|adults over|a|his son, who was|ages 10, 9 and|in her");
  put_digits(m, pick(m, " | |"));
  put_joined(m, CCK_S(""), pick(m, ",|-year-old|s|, of Leeds,| years old|-something|y.o.|"));
}

static inline void put_other_number(maker *m) {
  switch (below(m->g, 5)) {
  case 0:
    put(m, digits(m, 2));
    put_by(m, ":|.|-", digits(m, 2));
    put_anyhow(m, word_of(m, ROLE_CLOCK));
    return;
  case 1:
    put(m, digits(m, 1));
    put_by(m, "-|–| - |:|x|/", digits(m, 2));
    return;
  case 2:
    put_one_of(m, "Boeing|S|iPhone|BM|S&P|A|Model|the|USB|Agent|+|#|$|(|ISO");
    put_anyhow(m, digits(m, 4));
    put_joined(m, CCK_S(""), pick(m, "s||-|th|st|)|D|G|'s|/20|.0"));
    return;
  case 3:
    put(m, word_of(m, ROLE_NAMING));
    put(m, digits(m, 5));
    return;
  default:
    put_one_of(m, "5 May 2004|1999|in 2003|31 February|two years ago|Monday|the 1990s|10/20/2004|next|the last|March");
  }
}

static inline void put_odd(maker *m) {
  static const char *const odd[] = {"5'7\"",
                                    "6-foot-4",
                                    "6 feet 4",
                                    "\xe2\x80\xae",
                                    "\xe2\x81\xa6",
                                    "\xe2\x80\x8b",
                                    "\xef\xbb\xbf",
                                    "\xc2\xad",
                                    "\xf0\x9f\x98\x80",
                                    "٣٤",
                                    "Ａ５",
                                    "５００",
                                    "m²",
                                    "μs",
                                    "\x1b[2J",
                                    "\x7f",
                                    "``",
                                    "<!-- 5 km -->",
                                    "...",
                                    "--",
                                    "one in five",
                                    "3-of-10",
                                    "nine out of 10",
                                    "a third of a mile",
                                    "magnitude 5.4",
                                    "below zero",
                                    "24/7",
                                    "1,23,45",
                                    "a year and a half",
                                    "5,000-strong",
                                    "http://a.b/5-7",
                                    "2, 3 and 4 percent",
                                    "two of Petrov's",
                                    "no one",
                                    "\xcc\x81",
                                    "İ"};
  put_anyhow(m, cck_slice_of(odd[below(m->g, sizeof odd / sizeof *odd)]));
}

static inline void put_talk(maker *m) {
  for (size_t turn = 1 + below(m->g, 3); turn > 0; turn--)
    put(m, word_of(m, one_in(m->g, 2) ? ROLE_OTHER : (role)below(m->g, ROLE_COUNT)));
  if (one_in(m->g, 3))
    put_joined(m, CCK_S(""), pick(m, ",|;|:|.|?|\"|”|'|)|."));
  if (one_in(m->g, 6))
    put_one_of(m, "\"|“|'|(|``|«");
}

/* Pieces deleted, doubled and swapped. */
static inline void shuffle(maker *m) {
  for (size_t turn = below(m->g, 4); turn > 0 && m->pieces.count > 1; turn--) {
    size_t a = below(m->g, m->pieces.count), b = below(m->g, m->pieces.count);
    piece moved = m->pieces.items[a];
    switch (below(m->g, 4)) {
    case 0:
      m->pieces.items[a] = m->pieces.items[--m->pieces.count];
      break;
    case 1:
      m->pieces.items[a].joint = any_joint(m);
      break;
    case 2:
      m->pieces.items[b] = moved;
      break;
    default:
      m->pieces.items[a] = m->pieces.items[b];
      m->pieces.items[b] = moved;
    }
  }
}

/* Bytes cut out or changed anywhere, code points and all; the sentence may then be no UTF-8. */
static inline cck_slice damage(maker *m, cck_slice text) {
  for (size_t turn = 1 + below(m->g, 3); turn > 0 && text.len; turn--) {
    size_t from = below(m->g, text.len), past = from + below(m->g, 4);
    cck_slice there = one_in(m->g, 3) ? pick(m, "\xff|\xe2\x80|5|-|,|.| |\n\n|\xe2\x80\xaf|$|%") : CCK_S("");
    text = CCK_JOIN(m->arena, cck_slice_sub(text, 0, from), there, cck_slice_sub(text, past, text.len));
  }
  return text;
}

/* A text of a sentence or two. */
static inline cck_slice make_sentence(const words *w, cck_arena *arena, generator *g) {
  static void (*const parts[])(maker * m) = {put_quantity,   put_quantity, put_change,       put_range, put_range,
                                             put_conversion, put_age,      put_other_number, put_odd,   put_talk};
  maker m = {.g = g, .words = w, .arena = arena};
  for (size_t turn = 1 + below(g, 5); turn > 0; turn--) {
    if (one_in(g, 2))
      put_talk(&m);
    parts[below(g, sizeof parts / sizeof *parts)](&m);
  }
  if (one_in(g, 2))
    shuffle(&m);
  put_joined(&m, CCK_S(""), pick(&m, ".|.|.||?|..."));
  cck_buffer text = {0};
  for (size_t i = 0; i < m.pieces.count; i++) {
    if (i)
      cck_put(&text, m.pieces.items[i].joint);
    cck_put(&text, m.pieces.items[i].text);
  }
  cck_slice made = cck_arena_copy(arena, cck_buffer_slice(&text));
  cck_buffer_fini(&text);
  return one_in(g, 4) ? damage(&m, made) : made;
}

#endif
