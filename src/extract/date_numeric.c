#include "extract/date_reader.h"

enum { PLAIN_FIRST = 1900, PLAIN_LAST = 2059, LARGEST_DENOMINATOR = 100 };

/* Numbers with signs between: "2004-10-20", "06/18/2014". */
typedef struct numeric {
  int part[3];
  size_t digits[3];
  size_t count, past;
} numeric;

/* May numbers begin at a token? What is glued before makes a code of it, but for a bracket, a quote, a range's dash. */
static bool opens(const cck_date_reader *r, size_t at) {
  if (at == 0 || !cck_date_glued(r, at) || cck_date_sign(r, at - 1, "(") || cck_date_sign(r, at - 1, "\""))
    return true;
  return at > 3 && cck_date_dash(r, at - 1) && cck_date_sign(r, at - 3, "/") && cck_date_sign(r, at + 1, "/");
}

static bool read_signed(const cck_date_reader *r, size_t at, numeric *out) {
  const char *sign = cck_date_sign(r, at + 1, "/") ? "/" : "-";
  *out = (numeric){.past = at};
  if (!opens(r, at))
    return false;
  while (out->count < 3) {
    size_t i = at + 2 * out->count;
    if (out->count && !(cck_date_sign(r, i - 1, sign) && cck_date_glued(r, i - 1) && cck_date_glued(r, i)))
      break;
    if (!cck_date_digits(r, i, &out->part[out->count]))
      break;
    out->digits[out->count++] = cck_date_word_text(r, i).len;
    out->past = i + 1;
  }
  bool goes_on =
      cck_date_glued(r, out->past) && (cck_date_sign(r, out->past, sign) || cck_date_sign(r, out->past, "%"));
  return out->count >= 2 && !goes_on;
}

/* Digits alone; at most four. */
static bool read_part(cck_slice part, numeric *out) {
  if (out->count == 3 || part.len < 1 || part.len > 4)
    return false;
  for (size_t i = 0; i < part.len; i++) {
    if (!cck_is_digit(part.ptr[i]))
      return false;
    out->part[out->count] = out->part[out->count] * 10 + (part.ptr[i] - '0');
  }
  out->digits[out->count++] = part.len;
  return true;
}

/* "20.10.2004" is one token. */
static bool read_dotted(const cck_date_reader *r, size_t at, numeric *out) {
  cck_slice rest = cck_date_word_text(r, at);
  *out = (numeric){.past = at + 1};
  if (at >= r->count || r->tokens[at].kind != CCK_TOKEN_NUMBER || rest.len < 8 || rest.len > 10)
    return false;
  for (cck_slice part; cck_slice_next(&rest, '.', &part);)
    if (!read_part(part, out))
      return false;
  return out->count == 3 && out->digits[2] == 4;
}

/* "20041020" is one token too, and mostly a count: only a day of these years that exists, and nothing counted by it. */
static bool read_compact(const cck_date_reader *r, size_t at, numeric *out) {
  cck_slice text = cck_date_word_text(r, at);
  *out = (numeric){.past = at + 1};
  if (text.len != 8 || !opens(r, at) || !read_part((cck_slice){text.ptr, 4}, out) ||
      !read_part((cck_slice){text.ptr + 4, 2}, out) || !read_part((cck_slice){text.ptr + 6, 2}, out))
    return false;
  bool behind = at + 1 < r->count && r->tokens[at + 1].kind != CCK_TOKEN_SIGN;
  bool before = at > 0 && (r->tokens[at - 1].kind == CCK_TOKEN_NUMBER || cck_date_has(r, at - 1, CCK_DATE_ROLE_LABEL) ||
                           cck_date_sign(r, at - 1, "$") || cck_date_sign(r, at - 1, "#"));
  return !before && !(behind && !cck_date_has(r, at + 1, CCK_DATE_ROLE_INTRODUCES)) && out->part[0] >= PLAIN_FIRST &&
         out->part[0] <= PLAIN_LAST && cck_civil_exists((cck_civil){out->part[0], out->part[1], out->part[2]});
}

static int whole_year(const cck_date_reader *r, int number, size_t digits) {
  return digits == 2 ? cck_date_full_year(r, number) : number;
}

/* Which of two numbers is the month: by what is possible, then by what this article does elsewhere. */
static bool order(const cck_date_reader *r, bool day_first, int a, int b, cck_stated *out) {
  bool swap = a > 12 || (b <= 12 && (day_first || r->context->day_first));
  out->month = swap ? b : a;
  out->day = swap ? a : b;
  return out->month >= 1 && out->month <= 12 && out->day >= 1 && out->day <= 31;
}

/* "1/4", "5/12", not "6/28", "9/2" or "02/14": a proper fraction in lowest terms. */
static bool is_fraction(const cck_date_reader *r, size_t at) {
  int a, b;
  if (!cck_date_digits(r, at, &a) || !cck_date_sign(r, at + 1, "/") || !cck_date_digits(r, at + 2, &b))
    return false;
  bool zero = cck_date_word_text(r, at).ptr[0] == '0' || cck_date_word_text(r, at + 2).ptr[0] == '0';
  int x = a, y = b;
  while (y) {
    int rest = x % y;
    x = y;
    y = rest;
  }
  return a < b && x == 1 && b <= LARGEST_DENOMINATOR && !zero;
}

/* Two numbers, as in "9/2", at a token? */
static bool pair_at(const cck_date_reader *r, size_t at) {
  int number;
  return cck_date_digits(r, at, &number) && cck_date_sign(r, at + 1, "/") && cck_date_digits(r, at + 2, &number);
}

static bool begins_range(const cck_date_reader *r, size_t at) {
  return at > 0 && (cck_date_has(r, at - 1, CCK_DATE_ROLE_FROM) || cck_date_has(r, at - 1, CCK_DATE_ROLE_BETWEEN));
}

static bool joins(const cck_date_reader *r, size_t at) {
  return cck_date_has(r, at, CCK_DATE_ROLE_TO) || cck_date_dash(r, at) || cck_date_has(r, at, CCK_DATE_ROLE_AND);
}

/* "from 9/2 to 10/8", of which this is the one end; "from 1/4 to 1/2" are fractions. */
static bool is_range_end(const cck_date_reader *r, size_t at) {
  bool first = begins_range(r, at) && joins(r, at + 3) && pair_at(r, at + 4);
  bool last = !first && at > 4 && begins_range(r, at - 4) && joins(r, at - 1) && pair_at(r, at - 4);
  return (first || last) && !(is_fraction(r, at) && is_fraction(r, first ? at + 4 : at - 4));
}

/* Nothing behind it that it could be a part or a count of. */
static bool stands_clear(const cck_date_reader *r, size_t past) {
  if (past >= r->count || r->tokens[past].kind == CCK_TOKEN_SIGN)
    return true;
  return !cck_date_says(r, past, "of") &&
         (cck_date_has(r, past, CCK_DATE_ROLE_INTRODUCES) || cck_date_has(r, past, CCK_DATE_ROLE_AND) ||
          cck_date_has(r, past, CCK_DATE_ROLE_THE) || cck_date_has(r, past, CCK_DATE_ROLE_AHEAD) ||
          cck_date_has(r, past, CCK_DATE_ROLE_REPORTED));
}

/* A word before it says that a day follows: "on 6/28", "since 6/28", "Friday, 6/28". */
static bool is_introduced(const cck_date_reader *r, size_t at) {
  if (at == 0)
    return false;
  size_t word = at - 1 - (at > 1 && cck_date_sign(r, at - 1, ","));
  return cck_date_says(r, word, "on") || cck_date_says(r, word, "since") || cck_date_says(r, word, "dated") ||
         cck_date_says(r, word, "until") || cck_date_says(r, word, "till") ||
         cck_date_has(r, word, CCK_DATE_ROLE_WEEKDAY);
}

/* "on 6/28", "28/06", "from 9/2 to 10/8": two numbers are a fraction, a score, a label, unless something says a day.
 */
static bool is_day_and_month(const cck_date_reader *r, size_t at, const numeric *n) {
  bool fraction = is_fraction(r, at);
  bool zero = (n->digits[0] == 2 && n->part[0] < 10) || (n->digits[1] == 2 && n->part[1] < 10);
  bool always = n->part[0] == 24 && n->part[1] == 7; /* "open 24/7" */
  if (!cck_date_sign(r, at + 1, "/") || cck_date_has(r, n->past, CCK_DATE_ROLE_COUNTED) || always)
    return false;
  if (is_introduced(r, at) || is_range_end(r, at))
    return true;
  bool weak = at > 0 && (cck_date_has(r, at - 1, CCK_DATE_ROLE_ON) || cck_date_has(r, at - 1, CCK_DATE_ROLE_BEFORE) ||
                         begins_range(r, at));
  return (zero && stands_clear(r, n->past)) || (weak && !fraction && !cck_date_says(r, n->past, "of"));
}

/* "2014-10", "2014/05": a month, where it is no span of years like "2009-10". */
static bool is_year_and_month(const cck_date_reader *r, size_t at, const numeric *n) {
  bool named = at > 0 && (cck_date_has(r, at - 1, CCK_DATE_ROLE_LABEL) ||
                          (cck_date_capital(r, at - 1) && !(r->tokens[at - 1].flags & CCK_TOKEN_FIRST)));
  return n->count == 2 && n->digits[0] == 4 && n->digits[1] == 2 && n->part[0] >= PLAIN_FIRST &&
         n->part[0] <= PLAIN_LAST && n->part[1] >= 1 && n->part[1] <= 12 && n->part[1] <= n->part[0] % 100 && !named;
}

static bool numeric_stated(const cck_date_reader *r, size_t at, const numeric *n, bool day_first, cck_stated *out) {
  bool slash = cck_date_sign(r, at + 1, "/");
  *out = (cck_stated){0};
  if (n->count == 3 && n->digits[0] == 4 && n->digits[1] <= 2 && n->digits[2] <= 2) {
    *out = (cck_stated){.year = n->part[0], .month = n->part[1], .day = n->part[2]};
    return out->year >= 1000 && out->month >= 1 && out->month <= 12 && out->day >= 1 && out->day <= 31;
  }
  if (is_year_and_month(r, at, n)) {
    *out = (cck_stated){.year = n->part[0], .month = n->part[1]};
    return true;
  }
  if (n->digits[0] > 2 || n->digits[1] > 2 || !order(r, day_first, n->part[0], n->part[1], out))
    return false;
  if (n->count == 2)
    return is_day_and_month(r, at, n);
  out->year = whole_year(r, n->part[2], n->digits[2]);
  bool short_year = n->digits[2] == 2 && (slash || n->part[2] < 10 || is_introduced(r, at)); /* "5-8-2" is a record */
  return n->digits[2] == 4 ? out->year >= 1000 : short_year;
}

bool cck_date_form_numeric(const cck_date_reader *r, size_t at, cck_found *out) {
  numeric n;
  cck_stated stated;
  bool dotted = read_dotted(r, at, &n);
  if (!dotted && !read_compact(r, at, &n) && !read_signed(r, at, &n))
    return false;
  if (!numeric_stated(r, at, &n, dotted, &stated))
    return false;
  size_t past = n.past + (stated.day ? cck_date_weekday_behind(r, n.past, &stated.weekday) : 0);
  *out = cck_date_found(at, past, CCK_NO_PERIOD, CCK_PRECISION_DAY, CCK_BASIS_TEXT);
  cck_date_resolve(r, &stated, out);
  out->day_first = n.digits[0] <= 2 && n.part[0] > 12;
  return true;
}

/* One part of "05-Aug-2016", "5-Aug-16" into what is still open. */
static bool take_part(const cck_date_reader *r, size_t at, cck_stated *out) {
  int number;
  if (cck_date_has(r, at, CCK_DATE_ROLE_MONTH) && !out->month)
    out->month = cck_date_value(r, at, CCK_DATE_ROLE_MONTH);
  else if (!out->year && cck_date_number(r, at, 4, &number))
    out->year = number;
  else if (!out->day && cck_date_digits(r, at, &number) && number >= 1 && number <= 31)
    out->day = number;
  else if (!out->year && out->day && out->month && cck_date_number(r, at, 2, &number))
    out->year = cck_date_full_year(r, number);
  else
    return false;
  return true;
}

/* "Dec/4", "Feb-7": behind a dash two digits may be a year. */
static bool is_month_and_day(const cck_date_reader *r, size_t at, const cck_stated *stated) {
  bool weak = cck_date_has(r, at, CCK_DATE_ROLE_WEAK) && !cck_date_capital(r, at);
  bool one = cck_date_sign(r, at + 1, "/") || cck_date_word_text(r, at + 2).len == 1;
  bool goes_on = cck_date_glued(r, at + 3) && (r->tokens[at + 3].kind != CCK_TOKEN_SIGN || cck_date_dash(r, at + 3) ||
                                               cck_date_sign(r, at + 3, "/"));
  return cck_date_has(r, at, CCK_DATE_ROLE_MONTH) && stated->day && one && !weak && !goes_on;
}

/* "05-Aug-2016", "2019/Sep/01", "Sep-23-2020", "Dec/4": numbers and a month in letters, all glued. */
bool cck_date_form_lettered(const cck_date_reader *r, size_t at, cck_found *out) {
  cck_stated stated = {0};
  const char *sign = cck_date_sign(r, at + 1, "/") ? "/" : "-";
  size_t parts = 0;
  if (!opens(r, at))
    return false;
  while (parts < 3) {
    size_t part = at + 2 * parts;
    if (parts && !(cck_date_sign(r, part - 1, sign) && cck_date_glued(r, part - 1) && cck_date_glued(r, part)))
      break;
    if (!take_part(r, part, &stated))
      break;
    parts++;
  }
  bool whole = parts == 3 && stated.year >= CCK_YEAR_MIN && stated.month && stated.day;
  if (!whole && !(parts == 2 && is_month_and_day(r, at, &stated)))
    return false;
  *out = cck_date_found(at, at + 2 * parts - 1, CCK_NO_PERIOD, CCK_PRECISION_DAY, CCK_BASIS_TEXT);
  cck_date_resolve(r, &stated, out);
  return true;
}
