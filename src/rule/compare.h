/*
 * Figures as they are compared: intervals on exact decimals, hedges, tolerances and
 * the distance between two of them. Doubles and text play no part.
 *
 *   "about 7,000", hedge 5%  ->  [6650 .. 7350], last written unit 1000
 *   "more than 5,000"        ->  [5000 ..      )
 *
 * A date is the interval of its days. Nothing here allocates but the unit memo and
 * what returns text.
 */
#ifndef CCK_RULE_COMPARE_H
#define CCK_RULE_COMPARE_H

#include "base/intern.h"
#include "rule/rule.h"

typedef struct cck_figure {
  bool has_min, has_max;
  bool is_date;
  cck_decimal min, max; /* in the base unit of the dimension; hedge applied */
  cck_decimal last;     /* worth of the last written digit, in the same unit */
} cck_figure;

/* What a unit means for comparing; one a distinct unit, made on first sight. */
typedef struct cck_unit_view {
  cck_slice dimension;
  cck_slice key;      /* figures are comparable when this is equal: "count", "USD", "length", "USD/barrel" */
  cck_decimal factor; /* to the base unit; 1 where nothing is converted */
} cck_unit_view;

typedef struct cck_unit_memo {
  const cck_unit_table *units;
  cck_arena *arena;
  cck_intern names;
  CCK_VEC(cck_unit_view) views;
} cck_unit_memo;

void cck_unit_memo_init(cck_unit_memo *memo, const cck_unit_table *units, cck_arena *arena);
cck_unit_view cck_unit_memo_view(cck_unit_memo *memo, cck_slice unit);

/*
 * How the last written digit is taken (the text's digits tell it; number words by the value):
 * PLAIN    trailing zeros of a figure of three digits and more are not written: 7,000 -> 1000, 20 -> 1, "$2.0 million"
 * -> 100000 CAREFUL  in a statement that gives several figures: up to three digits all count, longer ones keep two:
 * 7,000 -> 100
 */
typedef enum cck_last_digit { CCK_LAST_PLAIN, CCK_LAST_CAREFUL } cck_last_digit;

/* The worth of the last digit that `text` writes for this value. */
cck_decimal cck_last_written(cck_slice text, cck_decimal value, cck_last_digit how);

/* The same of a quantity's claim, in its unit; a fraction in words counts to a hundredth. */
cck_decimal cck_claim_last_written(const cck_claim *claim, cck_last_digit how);

/* A whole number of up to three digits without a scale word: nobody has rounded it for the reader. */
bool cck_is_written_out(cck_slice text, cck_decimal value);

/*
 * The interval of a claim of kind quantity or (valid) date. `hedge` is in percent. False
 * when a number does not fit or the claim has neither end: then it cannot be compared.
 */
bool cck_figure_of(const cck_claim *claim, const cck_unit_view *unit, cck_decimal hedge, cck_figure *out);

/* The interval widened by `by` at both ends. */
bool cck_figure_widen(cck_figure *figure, cck_decimal by);

/* True when a ends before b begins. */
bool cck_figure_below(const cck_figure *a, const cck_figure *b);

typedef enum cck_outcome { CCK_AGREES, CCK_DIFFERS, CCK_UNDECIDED } cck_outcome;

/* Can the two meet within the tolerance? UNDECIDED when a number does not fit. `factor`: of the claims' unit
 * view, for a tolerance that is an amount. */
cck_outcome cck_figure_compare(const cck_tolerance *tolerance, const cck_figure *a, const cck_figure *b);

/*
 * A necessary condition for `differs`, with a below b, that is monotone in b's lower end: once it
 * fails for an end it fails for every smaller one. For searching sorted figures.
 */
bool cck_figure_may_differ(const cck_tolerance *tolerance, const cck_figure *low, cck_decimal high_min);

/* The tolerance with its amount in the base unit of the claims compared; false when its unit is of another kind. */
bool cck_tolerance_in(const cck_tolerance *tolerance, cck_unit_memo *memo, const cck_unit_view *unit,
                      cck_tolerance *out);

/*
 * Gap between the nearest ends in percent of the smaller absolute one, to six digits; false when it is
 * zero against non-zero, or does not fit. 0 when they meet.
 */
bool cck_figure_spread(const cck_figure *a, const cck_figure *b, cck_decimal *percent);

/* Gap between the nearest ends, in the base unit (days for dates). */
bool cck_figure_gap(const cck_figure *a, const cck_figure *b, cck_decimal *gap);

/* The day moved forward by a duration; open ends stay. Months and years are calendar ones, hours whole days. */
cck_day cck_day_after(cck_day day, const cck_duration *duration);

#endif
