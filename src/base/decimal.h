/*
 * Exact decimals: coefficient * 10^exponent. No double ever decides anything.
 *
 * Always normalised: the coefficient has no trailing zero, and zero is {0, 0};
 * so equal numbers have equal fields, and the exponent is the place of the last
 * digit that is not zero (7,000 is 7 * 10^3). At most 38 digits and exponents
 * of -60 to 60: an operation whose exact result does not fit returns false and
 * leaves *out alone.
 */
#ifndef CCK_BASE_DECIMAL_H
#define CCK_BASE_DECIMAL_H

#include "base/arena.h"
#include "base/slice.h"

__extension__ typedef __int128 cck_int128;

typedef struct cck_decimal {
  cck_int128 coefficient;
  int exponent;
} cck_decimal;

enum { CCK_DECIMAL_TEXT = 128 }; /* room for any printed decimal and its NUL */

cck_decimal cck_decimal_of(int64_t number);

/* number * 10^exponent */
bool cck_decimal_make(cck_int128 number, int exponent, cck_decimal *out);

/* [-]digits[.digits], nothing else: no sign of plus, no exponent, no grouping. */
bool cck_decimal_parse(cck_slice text, cck_decimal *out);

/* The shortest plain notation, "2300000" or "-0.25"; returns its length. */
size_t cck_decimal_print(cck_decimal d, char out[CCK_DECIMAL_TEXT]);
cck_slice cck_decimal_text(cck_arena *arena, cck_decimal d);

/* For people: "2,300,000", "0.25". */
cck_slice cck_decimal_grouped(cck_arena *arena, cck_decimal d);

int cck_decimal_cmp(cck_decimal a, cck_decimal b);
bool cck_decimal_is_zero(cck_decimal d);
bool cck_decimal_is_negative(cck_decimal d);
bool cck_decimal_is_whole(cck_decimal d);
cck_decimal cck_decimal_negate(cck_decimal d);
cck_decimal cck_decimal_abs(cck_decimal d);

bool cck_decimal_add(cck_decimal a, cck_decimal b, cck_decimal *out);
bool cck_decimal_sub(cck_decimal a, cck_decimal b, cck_decimal *out);
bool cck_decimal_mul(cck_decimal a, cck_decimal b, cck_decimal *out);

/* d * 10^power */
bool cck_decimal_shift(cck_decimal d, int power, cck_decimal *out);

/* a / b to `digits` significant digits (1 to 30), half to even; false when b is 0. Not exact: for display and for "a
 * third". */
bool cck_decimal_div(cck_decimal a, cck_decimal b, int digits, cck_decimal *out);

/* Rounded to a multiple of 10^place, half to even. */
bool cck_decimal_round(cck_decimal d, int place, cck_decimal *out);

/* The whole part as int64_t; false when it is not whole or does not fit. */
bool cck_decimal_to_int(cck_decimal d, int64_t *out);

/* A double not above (not below) the decimal: for index bounds only. */
double cck_decimal_floor_double(cck_decimal d);
double cck_decimal_ceil_double(cck_decimal d);

#endif
