/*
 * The quantity grammar's own types: what its files hand to each other while one
 * sentence is read. The contract with the rest is cck_read_quantities in mention.h.
 *
 *   tokens -> quantity_number the figure: digits, scale, mark            "$2.3 million"
 *             (_spelled: number words; _fraction: shares, halves)        "two hundred and five", "a third"
 *          -> quantity_unit  unit and what stands below its bar         "... a day", "9.8 m/s^2"
 *             (_money, _age, _size; _noun: what is counted)             "15 dollars and 50 cents", "5,000 soldiers"
 *          -> quantity_guard what is no quantity                        "S-300", "9:35", "Section 4"
 *          -> quantity_range ranges, with what both ends share           "four to five thousand"
 *          -> quantity_inherit units from other figures                  "40 jobs in Tern, 12 in Elm"
 *          -> quantity_change hedges, direction, own interval of time   "rose by about", "over the next five years"
 *
 * Look-around is bounded everywhere (a few tokens), so a sentence costs linear time.
 */
#ifndef CCK_EXTRACT_QUANTITY_H
#define CCK_EXTRACT_QUANTITY_H

#include "extract/mention.h"
#include "extract/quantity_words.h"

typedef enum cck_unit_kind {
  CCK_FIGURE_BARE,
  CCK_FIGURE_MONEY,
  CCK_FIGURE_MEASURE, /* a unit of the table */
  CCK_FIGURE_NOUN     /* a counted noun */
} cck_unit_kind;

typedef struct cck_figure {
  uint32_t first, past;               /* tokens: all of it */
  uint32_t number_first, number_past; /* with mark and scale */
  uint32_t noun_first, noun_past;
  cck_decimal min, max;
  int power;           /* of the scale word; 0 for none */
  cck_decimal written; /* before the scale */
  cck_unit_kind kind;
  cck_slice unit, noun;
  const cck_unit_alias *alias; /* of a money or measure unit */
  cck_approx approx;
  cck_change change;
  bool digits;    /* written in digits */
  bool grouped;   /* with thousands groups or a decimal point */
  bool vague;     /* "tens of thousands" */
  bool range;     /* two ends */
  bool share;     /* "a third of": a fraction of a whole */
  bool loose;     /* "of" may stand between it and its noun: "a dozen of", "thousands of" */
  bool one;       /* the word "one" */
  bool fold;      /* "sixfold" */
  bool fraction;  /* "1/16" */
  bool inherited; /* the unit is another figure's */
  bool plural;    /* the counted noun's head is a plural */
  bool compound;  /* the unit has a "per" part */
  bool hyphen;    /* "80-yard" */
  bool strong;    /* "5,000-strong" */
  bool malformed;
  bool dropped;
  cck_period during;
  bool planned_hint;
} cck_figure;

typedef struct cck_quantity_reader {
  cck_context *context;
  const struct cck_quantity_words *words;
  const cck_unit_table *units;
  cck_arena *arena;
  cck_slice text;
  const cck_token *tokens;           /* of the document */
  uint32_t first, past;              /* of the sentence */
  const cck_quantity_word **word_of; /* of each of its tokens, and a blank one behind them */
  uint32_t all_parts;                /* of all of them together, as all_lists */
  uint64_t all_lists;
  const uint8_t *dated; /* for each token of the sentence: 1 when a date covers it, 2 when one without days does */
  bool headline;        /* most words are capitalised: a capital tells nothing */
  bool lower;           /* no word is: names are not told by their capitals */
  CCK_VEC(cck_figure) figures;
  cck_rejections *rejected;
  uint32_t rejected_past; /* the token past the last figure that was no quantity */
} cck_quantity_reader;

/*
 * Tokens and their words; outside of the sentence a blank sign. What each reader asks of the tokens around a figure
 * is inline: with a literal the compiler knows length and first letter, and nearly every question ends at them.
 */
extern const cck_token cck_quantity_outside;

static inline bool cck_quantity_inside(const cck_quantity_reader *r, uint32_t at) {
  return at - r->first < r->past - r->first; /* what lies before the first wraps around */
}

static inline const cck_token *cck_quantity_token(const cck_quantity_reader *r, uint32_t at) {
  return cck_quantity_inside(r, at) ? &r->tokens[at] : &cck_quantity_outside;
}

static inline cck_slice cck_quantity_text(const cck_quantity_reader *r, uint32_t at) {
  return cck_token_text(r->text, cck_quantity_token(r, at));
}

static inline const cck_quantity_word *cck_quantity_word_at(const cck_quantity_reader *r, uint32_t at) {
  return r->word_of[cck_quantity_inside(r, at) ? at - r->first : r->past - r->first];
}

static inline bool cck_quantity_is(const cck_quantity_reader *r, uint32_t at, cck_quantity_class classes) {
  return (cck_quantity_word_at(r, at)->classes & (uint32_t)classes) != 0;
}

/* Most parts no word of the sentence can play. */
static inline bool cck_quantity_has(const cck_quantity_reader *r, uint32_t at, cck_quantity_part parts) {
  return __builtin_expect((r->all_parts & (uint32_t)parts) != 0, 0) &&
         (cck_quantity_word_at(r, at)->parts & (uint32_t)parts) != 0;
}

bool cck_quantity_says(const cck_quantity_reader *r, uint32_t at, const char *sign);

/* Is it this sign, or this word as written? Nearly always not: the texts are compared out of the way of who asks. */
static inline __attribute__((always_inline)) bool cck_quantity_sign(const cck_quantity_reader *r, uint32_t at,
                                                                    const char *sign) {
  return cck_quantity_inside(r, at) && __builtin_expect(cck_token_may_say(r->text, &r->tokens[at], sign), 0) &&
         cck_quantity_says(r, at, sign);
}

/* Is it, as written, one of the words of a list? Its folded form tells of nearly all words that they are not. */
static inline bool cck_quantity_listed(const cck_quantity_reader *r, uint32_t at, cck_quantity_list list) {
  return __builtin_expect(r->all_lists >> list & 1, 0) && (cck_quantity_word_at(r, at)->lists >> list & 1) &&
         cck_quantity_lists(list, cck_quantity_text(r, at));
}

/* No white space before it; the first of the sentence is glued to nothing. */
static inline bool cck_quantity_glued(const cck_quantity_reader *r, uint32_t at) {
  return at - r->first - 1 < r->past - r->first - 1 && !(r->tokens[at].flags & CCK_TOKEN_SPACE);
}

static inline bool cck_quantity_dash(const cck_quantity_reader *r, uint32_t at) {
  return cck_quantity_inside(r, at) && r->tokens[at].kind == CCK_TOKEN_SIGN &&
         cck_token_is_dash(r->text, &r->tokens[at]);
}

/* A dash glued on both sides. */
bool cck_quantity_sign_joins(const cck_quantity_reader *r, uint32_t at);
static inline bool cck_quantity_hyphen(const cck_quantity_reader *r, uint32_t at) {
  return cck_quantity_inside(r, at) && r->tokens[at].kind == CCK_TOKEN_SIGN && cck_quantity_sign_joins(r, at);
}

/* "fifty - two", "30 - year": a hyphen of a text whose tokens were set apart, in front of a word. It may be a dash. */
bool cck_quantity_loose_hyphen(const cck_quantity_reader *r, uint32_t at);
/* Digits. */
static inline bool cck_quantity_number(const cck_quantity_reader *r, uint32_t at) {
  return cck_quantity_token(r, at)->kind == CCK_TOKEN_NUMBER;
}

static inline bool cck_quantity_plain_word(const cck_quantity_reader *r, uint32_t at) {
  return cck_quantity_token(r, at)->kind == CCK_TOKEN_WORD;
}

static inline bool cck_quantity_dated(const cck_quantity_reader *r, uint32_t at) {
  return cck_quantity_inside(r, at) && r->dated[at - r->first];
}

bool cck_quantity_vaguely_dated(const cck_quantity_reader *r, uint32_t at); /* by a date that has no days */
bool cck_quantity_capital(const cck_quantity_reader *r, uint32_t at);       /* "Boeing", "iPhone" */

/* quantity_number.c: reads a figure that begins at `at` (no mark before it); false when there is none. */
bool cck_number_read(const cck_quantity_reader *r, uint32_t at, bool money, cck_figure *out);

/* quantity_unit.c: mark at `at` (its length in tokens, 0 for none); unit, compound or noun after the figure. */
uint32_t cck_quantity_mark(const cck_quantity_reader *r, uint32_t at, const cck_unit_alias **alias);
void cck_quantity_unit(cck_quantity_reader *r, cck_figure *f);
/* "MEUR", "kUSD": a currency's code behind the letter of a scale. */
bool cck_quantity_scaled_code(const cck_quantity_reader *r, uint32_t at, const cck_unit_alias **alias, int *power);

/* quantity_noun.c: can the word at `at` be a plural noun? */
bool cck_quantity_plural(const cck_quantity_reader *r, uint32_t at);
/* An adverb, a past form or a verb in -s: no counted noun ends with it. */
bool cck_quantity_verbal(const cck_quantity_reader *r, uint32_t at);
/* "the worlds largest banks": an owner whose apostrophe was lost, since no plural has a superlative behind it. */
bool cck_quantity_lost_apostrophe(const cck_quantity_reader *r, uint32_t at);
/* The counted noun from token `at`; false when none stands there. */
bool cck_quantity_noun(cck_quantity_reader *r, cck_figure *f, uint32_t at);

/* quantity_guard.c: why the figure is no quantity; NULL when it is one. */
const char *cck_quantity_guard(const cck_quantity_reader *r, const cck_figure *f);
void cck_quantity_reject(cck_quantity_reader *r, const cck_figure *f, const char *why);

/*
 * quantity_malformed.c: the token past a number that two signs in a row break, "43,.590", 0 for none; groups that no
 * other number around has, "1,84,000" beside "387,000"; and why a number that cannot be read is no slip.
 */
uint32_t cck_malformed_signs(const cck_quantity_reader *r, uint32_t at);
bool cck_malformed_groups(const cck_quantity_reader *r, uint32_t at);
const char *cck_malformed_guard(const cck_quantity_reader *r, const cck_figure *f);

/* quantity_change.c: the direction that a verb in front gives to the figure. */
cck_change cck_quantity_direction(const cck_quantity_reader *r, const cck_figure *f);

/* quantity_range.c: the unit of another figure, with its noun. */
void cck_figure_take_unit(cck_figure *to, const cck_figure *from);

/* quantity_range.c, quantity_inherit.c, quantity_change.c: over all figures of the sentence, in order. */
void cck_quantity_ranges(cck_quantity_reader *r);
void cck_quantity_inherit(cck_quantity_reader *r);
void cck_quantity_changes(cck_quantity_reader *r);

#endif
