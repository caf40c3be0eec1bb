/*
 * The parts of a figure that number words, digits and fractions share. Between
 * quantity_number.c, quantity_spelled.c and quantity_fraction.c only.
 *
 * `at` is a token; a reader of something that may follow returns the token past
 * it, or `at` itself when nothing follows.
 */
#ifndef CCK_EXTRACT_QUANTITY_NUMBER_H
#define CCK_EXTRACT_QUANTITY_NUMBER_H

#include "extract/quantity.h"

enum { CCK_NO_SCALE = 99 }; /* above every power of ten that has a word */

static inline void cck_number_set(cck_figure *f, cck_decimal value) { f->min = f->max = f->written = value; }

/* Both ends times ten to the power; false when that cannot be held. */
bool cck_number_scale(cck_figure *f, int power);

/* Both ends times `by`. */
bool cck_number_multiply(cck_figure *f, cck_decimal by);

/* quantity_spelled.c: a whole number in words, "two hundred and five". */
typedef struct cck_spelled {
  int64_t total, group; /* the value is their sum; group is what stands below the last scale */
  int last_power;       /* of the last scale from thousand on; CCK_NO_SCALE before the first */
  int64_t last_value;   /* of the last word, when it is no scale */
  uint32_t last;        /* class of the last word; 0 when there was none */
  uint32_t at;          /* the token past it */
} cck_spelled;

/* Reads on from sum->at, into what is there. Start with {.last_power = CCK_NO_SCALE, .at = first token}. */
void cck_spell(const cck_quantity_reader *r, cck_spelled *sum);

/* "point two five" behind a spelled number: its digits go into the figure. */
uint32_t cck_spelled_point(const cck_quantity_reader *r, uint32_t at, cck_figure *f);

/* quantity_fraction.c. "two-thirds", "five eighths": `sum` spells what stands above the bar; false for no fraction. */
bool cck_fraction_words(const cck_quantity_reader *r, const cck_spelled *sum, cck_figure *f);

/* "one in five", "nine out of 10": the share that they say; `at` is behind the first number. */
bool cck_fraction_of(const cck_quantity_reader *r, uint32_t at, cck_figure *f);

/* "and a half", "and two thirds", "-1/2", "½" behind a whole number: adds the fraction. */
uint32_t cck_fraction_added(const cck_quantity_reader *r, uint32_t at, cck_figure *f);

/* "half a million", "half the condos", "half an hour" */
bool cck_fraction_half(const cck_quantity_reader *r, uint32_t at, cck_figure *f);

/* "a third of", "a quarter million", "a half-mile", "a year and a half": `at` is the article. */
bool cck_fraction_article(const cck_quantity_reader *r, uint32_t at, cck_figure *f);

/* "1/16", "½" */
bool cck_fraction_signs(const cck_quantity_reader *r, uint32_t at, cck_figure *f);

#endif
