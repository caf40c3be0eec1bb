#include "base/decimal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_DIGITS = 38, MAX_EXPONENT = 60 };

static const cck_int128 LIMIT = /* 10^38, above every coefficient */
    (cck_int128)UINT64_C(10000000000000000000) * (cck_int128)UINT64_C(10000000000000000000);

static cck_int128 magnitude(cck_int128 n) { return n < 0 ? -n : n; }

static int digit_count(cck_int128 n) {
  int digits = 1;
  for (n = magnitude(n); n > INT64_MAX; n /= 10)
    digits++;
  for (int64_t small = (int64_t)n; small >= 10; small /= 10)
    digits++;
  return digits;
}

bool cck_decimal_make(cck_int128 number, int exponent, cck_decimal *out) {
  if (number == 0) {
    *out = (cck_decimal){0, 0};
    return true;
  }
  while (number > INT64_MAX || number < INT64_MIN) {
    if (number % 10 != 0)
      break;
    number /= 10;
    exponent++;
  }
  if (number <= INT64_MAX && number >= INT64_MIN) { /* divisions of 64 bits are several times faster */
    int64_t small = (int64_t)number;
    for (; small % 10 == 0; small /= 10)
      exponent++;
    number = small;
  }
  if (magnitude(number) >= LIMIT || exponent < -MAX_EXPONENT || exponent > MAX_EXPONENT)
    return false;
  *out = (cck_decimal){number, exponent};
  return true;
}

cck_decimal cck_decimal_of(int64_t number) {
  cck_decimal d = {0, 0};
  (void)cck_decimal_make(number, 0, &d); /* 19 digits always fit */
  return d;
}

bool cck_decimal_parse(cck_slice text, cck_decimal *out) {
  bool negative = text.len && text.ptr[0] == '-';
  bool point = false;
  size_t digits = 0;
  int exponent = 0;
  cck_int128 number = 0;
  size_t i = negative;
  int64_t small = 0; /* the digits in front, as long as they fit: quicker to multiply */
  for (; i < text.len && digits < 18 && cck_is_digit(text.ptr[i]); i++, digits++)
    small = small * 10 + (text.ptr[i] - '0');
  number = small;
  for (; i < text.len; i++) {
    char c = text.ptr[i];
    if (c == '.' && !point && digits > 0 && i + 1 < text.len) {
      point = true;
      continue;
    }
    if (!cck_is_digit(c))
      return false;
    digits++;
    if (number > LIMIT / 10 || exponent < -MAX_EXPONENT) { /* more digits than fit: only zeros may follow */
      if (c != '0')
        return false;
      exponent += !point;
      continue;
    }
    number = number * 10 + (c - '0');
    exponent -= point;
  }
  return digits > 0 && cck_decimal_make(negative ? -number : number, exponent, out);
}

static size_t print_digits(cck_int128 n, char *out) {
  char reversed[MAX_DIGITS + 2];
  size_t count = 0;
  for (; n > INT64_MAX; n /= 10)
    reversed[count++] = (char)('0' + (int)(n % 10));
  int64_t rest = (int64_t)n; /* nearly always all of it, and far quicker to divide */
  do {
    reversed[count++] = (char)('0' + (int)(rest % 10));
    rest /= 10;
  } while (rest > 0);
  for (size_t i = 0; i < count; i++)
    out[i] = reversed[count - 1 - i];
  return count;
}

size_t cck_decimal_print(cck_decimal d, char out[CCK_DECIMAL_TEXT]) {
  char digits[MAX_DIGITS + 2];
  size_t count = print_digits(magnitude(d.coefficient), digits);
  size_t n = 0;
  if (d.coefficient < 0)
    out[n++] = '-';
  long whole = (long)count + d.exponent; /* digits before the point */
  if (whole <= 0)
    out[n++] = '0';
  for (long i = 0; i < whole; i++)
    out[n++] = i < (long)count ? digits[i] : '0';
  if (d.exponent < 0) {
    out[n++] = '.';
    for (long i = whole; i < (long)count; i++)
      out[n++] = i < 0 ? '0' : digits[i];
  }
  out[n] = '\0';
  return n;
}

cck_slice cck_decimal_text(cck_arena *arena, cck_decimal d) {
  char text[CCK_DECIMAL_TEXT];
  size_t length = cck_decimal_print(d, text);
  return cck_arena_copy(arena, (cck_slice){text, length});
}

cck_slice cck_decimal_grouped(cck_arena *arena, cck_decimal d) {
  char text[CCK_DECIMAL_TEXT];
  char grouped[2 * CCK_DECIMAL_TEXT];
  size_t length = cck_decimal_print(d, text);
  size_t start = text[0] == '-';
  size_t whole = start;
  while (whole < length && text[whole] != '.')
    whole++;
  size_t n = 0;
  for (size_t i = 0; i < length; i++) {
    if (i > start && i < whole && (whole - i) % 3 == 0)
      grouped[n++] = ',';
    grouped[n++] = text[i];
  }
  return cck_arena_copy(arena, (cck_slice){grouped, n});
}

bool cck_decimal_is_zero(cck_decimal d) { return d.coefficient == 0; }
bool cck_decimal_is_negative(cck_decimal d) { return d.coefficient < 0; }
bool cck_decimal_is_whole(cck_decimal d) { return d.exponent >= 0; }
cck_decimal cck_decimal_negate(cck_decimal d) { return (cck_decimal){-d.coefficient, d.exponent}; }
cck_decimal cck_decimal_abs(cck_decimal d) { return (cck_decimal){magnitude(d.coefficient), d.exponent}; }

/* The coefficient as it would stand at a smaller exponent; false when it does not fit. */
static bool stretch(cck_decimal d, int exponent, cck_int128 *out) {
  cck_int128 number = d.coefficient;
  for (int e = d.exponent; e > exponent; e--) {
    if (magnitude(number) >= LIMIT / 10)
      return false;
    number *= 10;
  }
  *out = number;
  return true;
}

static bool is_short(cck_int128 n) { return n <= INT64_MAX && n >= INT64_MIN; }

/* Nearly all comparisons: coefficients of 64 bits that are at one exponent after one multiplication of 128. */
static bool compare_short(cck_decimal a, cck_decimal b, int *out) {
  static const int64_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};
  int apart = a.exponent - b.exponent;
  if (!is_short(a.coefficient) || !is_short(b.coefficient) || apart > 9 || apart < -9)
    return false;
  cck_int128 number_a = (cck_int128)(int64_t)a.coefficient * (apart > 0 ? powers[apart] : 1);
  cck_int128 number_b = (cck_int128)(int64_t)b.coefficient * (apart < 0 ? powers[-apart] : 1);
  *out = (number_a > number_b) - (number_a < number_b);
  return true;
}

int cck_decimal_cmp(cck_decimal a, cck_decimal b) {
  int order;
  if (a.exponent == b.exponent)
    return (a.coefficient > b.coefficient) - (a.coefficient < b.coefficient);
  if (compare_short(a, b, &order))
    return order;
  int sign_a = (a.coefficient > 0) - (a.coefficient < 0);
  int sign_b = (b.coefficient > 0) - (b.coefficient < 0);
  if (sign_a != sign_b || sign_a == 0)
    return (sign_a > sign_b) - (sign_a < sign_b);
  int lead_a = digit_count(a.coefficient) + a.exponent;
  int lead_b = digit_count(b.coefficient) + b.exponent;
  if (lead_a != lead_b)
    return lead_a > lead_b ? sign_a : -sign_a;
  /* The same leading place: stretching the one with fewer digits to the other's length always fits. */
  int exponent = a.exponent < b.exponent ? a.exponent : b.exponent;
  cck_int128 number_a = 0;
  cck_int128 number_b = 0;
  if (!stretch(a, exponent, &number_a) || !stretch(b, exponent, &number_b))
    return 0;
  return (number_a > number_b) - (number_a < number_b);
}

bool cck_decimal_add(cck_decimal a, cck_decimal b, cck_decimal *out) {
  if (a.coefficient == 0 || b.coefficient == 0) {
    *out = a.coefficient == 0 ? b : a;
    return true;
  }
  int exponent = a.exponent < b.exponent ? a.exponent : b.exponent;
  cck_int128 number_a;
  cck_int128 number_b;
  if (!stretch(a, exponent, &number_a) || !stretch(b, exponent, &number_b))
    return false;
  cck_int128 sum;
  return !__builtin_add_overflow(number_a, number_b, &sum) && cck_decimal_make(sum, exponent, out);
}

bool cck_decimal_sub(cck_decimal a, cck_decimal b, cck_decimal *out) {
  return cck_decimal_add(a, cck_decimal_negate(b), out);
}

bool cck_decimal_mul(cck_decimal a, cck_decimal b, cck_decimal *out) {
  cck_int128 product;
  if (__builtin_mul_overflow(a.coefficient, b.coefficient, &product))
    return false;
  return cck_decimal_make(product, a.exponent + b.exponent, out);
}

bool cck_decimal_shift(cck_decimal d, int power, cck_decimal *out) {
  return cck_decimal_make(d.coefficient, d.exponent + power, out);
}

/* n / divisor rounded half to even, with `sticky` for digits already dropped below. */
static cck_int128 divide_even(cck_int128 n, cck_int128 divisor, bool sticky) {
  cck_int128 quotient = n / divisor;
  cck_int128 rest = n % divisor;
  bool above = rest > divisor - rest || (rest == divisor - rest && (sticky || quotient % 2));
  return quotient + above;
}

bool cck_decimal_div(cck_decimal a, cck_decimal b, int digits, cck_decimal *out) {
  if (b.coefficient == 0)
    return false;
  bool negative = (a.coefficient < 0) != (b.coefficient < 0);
  cck_int128 rest = magnitude(a.coefficient);
  cck_int128 divisor = magnitude(b.coefficient);
  int exponent = a.exponent - b.exponent;
  if (divisor >= LIMIT / 10) /* room for one more digit of the remainder */
    return false;
  cck_int128 quotient = rest / divisor;
  rest %= divisor;
  while (rest && digit_count(quotient) <= digits && exponent > -MAX_EXPONENT) {
    rest *= 10;
    quotient = quotient * 10 + rest / divisor;
    rest %= divisor;
    exponent--;
  }
  for (int extra = quotient ? digit_count(quotient) - digits : 0; extra > 0; extra--, exponent++) {
    bool last = extra == 1;
    cck_int128 shorter = quotient / 10;
    cck_int128 dropped = quotient % 10;
    if (last)
      shorter = divide_even(quotient, 10, rest != 0);
    rest |= dropped != 0;
    quotient = shorter;
  }
  return cck_decimal_make(negative ? -quotient : quotient, exponent, out);
}

bool cck_decimal_round(cck_decimal d, int place, cck_decimal *out) {
  bool negative = d.coefficient < 0;
  cck_int128 number = magnitude(d.coefficient);
  bool sticky = false;
  if (d.exponent >= place) {
    *out = d;
    return true;
  }
  int drop = place - d.exponent;
  for (; drop > 1 && number; drop--) {
    sticky = sticky || number % 10;
    number /= 10;
  }
  number = drop > 1 ? 0 : divide_even(number, 10, sticky);
  return cck_decimal_make(negative ? -number : number, place, out);
}

bool cck_decimal_to_int(cck_decimal d, int64_t *out) {
  cck_int128 number;
  if (d.exponent < 0 || !stretch(d, 0, &number) || number > INT64_MAX || number < INT64_MIN)
    return false;
  *out = (int64_t)number;
  return true;
}

/* strtod is correctly rounded, so the true value is within one step of it. */
static double nearest_double(cck_decimal d) {
  char text[CCK_DECIMAL_TEXT];
  cck_decimal_print(d, text);
  return strtod(text, NULL);
}

static bool is_exact_double(cck_decimal d) {
  int64_t number;
  return cck_decimal_to_int(d, &number) && number <= (INT64_C(1) << 53) && number >= -(INT64_C(1) << 53);
}

double cck_decimal_floor_double(cck_decimal d) {
  double near = nearest_double(d);
  return is_exact_double(d) ? near : nextafter(near, -INFINITY);
}

double cck_decimal_ceil_double(cck_decimal d) {
  double near = nearest_double(d);
  return is_exact_double(d) ? near : nextafter(near, INFINITY);
}
