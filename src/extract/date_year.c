#include "extract/date_reader.h"

#include "text/stem.h"

enum {
  YEARS_FIRST = 1000, /* four digits outside of these are no year */
  YEARS_LAST = 2199,
  PLAIN_FIRST = 1900, /* a bare number between these is read as a year unless something speaks against */
  PLAIN_LAST = 2059,
  YEARS_AHEAD = 20,  /* a year of two digits lies at most so far after publication */
  CENTURY_TURN = 50, /* where publication is unknown: below it of this century, else of the last */
  LONGEST_SPAN = 1000,
  LAST_CENTURY = 30
};

static bool can_be_year(int number) { return number >= YEARS_FIRST && number <= YEARS_LAST; }

int cck_date_full_year(const cck_date_reader *r, int number) {
  int now = cck_date_published_year(r);
  if (!now)
    return number < CENTURY_TURN ? 2000 + number : 1900 + number;
  int year = now - now % 100 + number;
  return year > now + YEARS_AHEAD ? year - 100 : year;
}

static bool is_apostrophe(const cck_date_reader *r, size_t at) {
  return cck_date_sign(r, at, "'") || cck_date_sign(r, at, "\xe2\x80\x99") || cck_date_sign(r, at, "\xe2\x80\x98");
}

size_t cck_date_year_at(const cck_date_reader *r, size_t at, int *out) {
  int number;
  if (cck_date_number(r, at, 4, &number) && can_be_year(number)) {
    bool glued = cck_date_glued(r, at + 1) && at + 1 < r->count && r->tokens[at + 1].kind == CCK_TOKEN_WORD &&
                 !cck_date_has(r, at + 1, CCK_DATE_ROLE_POSSESSIVE);
    *out = number;
    return !glued;
  }
  if (is_apostrophe(r, at) && cck_date_glued(r, at + 1) && cck_date_number(r, at + 1, 2, &number) &&
      !cck_date_has(r, at + 2, CCK_DATE_ROLE_PLURAL_S)) {
    *out = cck_date_full_year(r, number);
    return 2;
  }
  return cck_date_year_words(r, at, out);
}

size_t cck_date_year_shifted(const cck_date_reader *r, size_t at, int *out) {
  bool that = cck_date_has(r, at, CCK_DATE_ROLE_THAT);
  bool shift = cck_date_has(r, at, CCK_DATE_ROLE_SHIFT) && !cck_date_has(r, at, CCK_DATE_ROLE_COMING);
  if ((!that && !shift) || cck_date_value(r, at + 1, CCK_DATE_ROLE_UNIT) != CCK_DATE_YEAR ||
      cck_date_has(r, at + 1, CCK_DATE_ROLE_PLURAL))
    return 0;
  bool told = that || cck_date_has(r, at, CCK_DATE_ROLE_TOLD);
  cck_day day = told ? r->context->last_date.min : r->context->published.min;
  cck_period year = cck_date_unit_around(day, CCK_DATE_YEAR, cck_date_value(r, at, CCK_DATE_ROLE_SHIFT));
  *out = year.min == CCK_NO_DAY ? 0 : cck_civil_of(year.min).year;
  return 2;
}

/* What is glued before the number makes it part of a code, unless it is a bracket, a quote, or "mid-", "post-". */
static bool in_code(const cck_date_reader *r, size_t at) {
  if (at == 0 || !cck_date_glued(r, at))
    return false;
  if (cck_date_dash(r, at - 1))
    return !(at > 1 && (cck_date_has(r, at - 2, CCK_DATE_ROLE_PART) || cck_date_has(r, at - 2, CCK_DATE_ROLE_BEYOND) ||
                        cck_date_sign(r, at - 1, "--") || !cck_date_glued(r, at - 1)));
  cck_slice sign = cck_date_word_text(r, at - 1);
  return !(cck_slice_is(sign, "(") || cck_slice_is(sign, "[") || cck_slice_is(sign, "\"") ||
           cck_slice_is(sign, "\xe2\x80\x9c") || cck_slice_is(sign, "`") || cck_slice_is(sign, "_"));
}

static bool is_plural(const cck_date_reader *r, size_t at) {
  char folded[24];
  cck_slice text = cck_date_word_text(r, at);
  if (at >= r->count || r->tokens[at].kind != CCK_TOKEN_WORD || cck_date_capital(r, at) || text.len >= sizeof folded)
    return false;
  for (size_t i = 0; i < text.len; i++)
    folded[i] = cck_to_lower(text.ptr[i]);
  return cck_is_plural((cck_slice){folded, text.len});
}

/* What stands behind the number makes a count or a code of it. */
static bool speaks_against(const cck_date_reader *r, size_t at) {
  if (cck_date_has(r, at, CCK_DATE_ROLE_COUNTED) || cck_date_has(r, at, CCK_DATE_ROLE_ERA) || cck_date_zone(r, at))
    return true;
  if (at >= r->count || !cck_date_glued(r, at))
    return false;
  return cck_date_sign(r, at, "%") || cck_date_sign(r, at, "/") || cck_date_sign(r, at, ":") ||
         cck_date_sign(r, at, "$") ||
         (cck_date_dash(r, at) && at + 1 < r->count && cck_date_glued(r, at + 1) &&
          r->tokens[at + 1].kind == CCK_TOKEN_NUMBER);
}

static bool is_money_sign(const cck_date_reader *r, size_t at) {
  return cck_date_sign(r, at, "$") || cck_date_sign(r, at, "#") || cck_date_sign(r, at, "\xc2\xa3") ||
         cck_date_sign(r, at, "\xe2\x82\xac") || cck_date_sign(r, at, "\xc2\xa5");
}

/* "1945 Elm Street", "1600 Pennsylvania Ave." */
static bool is_address(const cck_date_reader *r, size_t past) {
  for (size_t i = past; i < past + 3 && cck_date_capital(r, i); i++)
    if (cck_date_has(r, i, CCK_DATE_ROLE_ROAD))
      return true;
  return false;
}

/* "by around 2030", "a rise of 4% over 2015": a year behind a word that mostly hedges a count. */
static bool is_hedged_year(const cck_date_reader *r, size_t hedge, size_t past, int year) {
  if (hedge == 0 || is_plural(r, past))
    return false;
  bool rise =
      cck_date_says(r, hedge, "over") && (cck_date_sign(r, hedge - 1, "%") || cck_date_says(r, hedge - 1, "percent") ||
                                          cck_date_says(r, hedge - 1, "pct") || cck_date_says(r, hedge - 1, "cent"));
  int introduced = cck_date_value(r, hedge - 1, CCK_DATE_ROLE_INTRODUCES);
  bool when = cck_date_says(r, hedge, "around") || cck_date_says(r, hedge, "about");
  int now = cck_date_published_year(r);
  bool ahead = now && year > now && (cck_date_says(r, hedge - 1, "by") || cck_date_says(r, hedge - 1, "until"));
  return rise || (when && (introduced == 2 || ahead)); /* "rose by about 2000" is a count */
}

/* "a grey 2013 Toyota Camry": the year of a model. */
static bool is_car(const cck_date_reader *r, size_t at, size_t past) {
  return cck_date_has(r, past, CCK_DATE_ROLE_CAR) && cck_date_capital(r, past) && cck_date_capital(r, past + 1) &&
         !cck_date_has(r, at - 1, CCK_DATE_ROLE_INTRODUCES);
}

/* Is the four-digit number at a token a year by what stands around it? */
static bool is_bare_year(const cck_date_reader *r, size_t at, size_t past, int year) {
  int introduced = at > 0 ? cck_date_value(r, at - 1, CCK_DATE_ROLE_INTRODUCES) : 0;
  if (in_code(r, at) || speaks_against(r, past) || is_address(r, past))
    return false;
  if (at > 0 && (cck_date_has(r, at - 1, CCK_DATE_ROLE_LABEL) || is_money_sign(r, at - 1) ||
                 r->tokens[at - 1].kind == CCK_TOKEN_NUMBER))
    return false;
  if (at > 0 && cck_date_has(r, at - 1, CCK_DATE_ROLE_ALMOST) && !is_hedged_year(r, at - 1, past, year))
    return false;
  if (at > 0 && is_car(r, at, past))
    return false;
  if (at > 1 && cck_date_has(r, at - 2, CCK_DATE_ROLE_MORE))
    return false;
  if (introduced == 2)
    return true;
  if (year < PLAIN_FIRST || year > PLAIN_LAST)
    return false;
  bool defined = at > 0 && (cck_date_has(r, at - 1, CCK_DATE_ROLE_THE) || introduced);
  bool round = year % 100 == 0; /* "a 2000 calories diet" */
  bool owned =
      at > 0 && !round && (cck_date_has(r, at - 1, CCK_DATE_ROLE_A) || cck_date_has(r, at - 1, CCK_DATE_ROLE_OWNER));
  return defined || owned || !is_plural(r, past) || (!round && cck_date_has(r, past, CCK_DATE_ROLE_OF_A_YEAR));
}

/* "FY04", "FY 2004-05", "fiscal 2003/04" at "FY": a year that ends in the next one. Tokens. */
static size_t fiscal_year(const cck_date_reader *r, size_t at, cck_period *out) {
  int year, next;
  size_t used = cck_date_year_at(r, at + 1, &year);
  if (!used && cck_date_says(r, at, "fy") && cck_date_number(r, at + 1, 2, &year)) {
    used = 1;
    year = cck_date_full_year(r, year);
  }
  if (!used)
    return 0;
  size_t past = at + 1 + used;
  bool joint = (cck_date_dash(r, past) || cck_date_sign(r, past, "/")) && cck_date_glued(r, past + 1);
  bool turns = joint && ((cck_date_number(r, past + 1, 2, &next) && next == (year + 1) % 100) ||
                         (cck_date_number(r, past + 1, 4, &next) && next == year + 1));
  *out = cck_period_years(year, year + turns);
  past += turns ? 2 : 0;
  return past - at + cck_date_has(r, past, CCK_DATE_ROLE_PERIOD);
}

bool cck_date_form_year(const cck_date_reader *r, size_t at, cck_found *out) {
  int year;
  size_t word =
      cck_date_value(r, at, CCK_DATE_ROLE_UNIT) == CCK_DATE_YEAR && !cck_date_has(r, at, CCK_DATE_ROLE_PLURAL);
  size_t fiscal = cck_date_has(r, at, CCK_DATE_ROLE_FISCAL);
  cck_period days;
  size_t business = fiscal ? fiscal_year(r, at, &days) : 0;
  if (business) {
    *out = cck_date_found(at, at + business, days, CCK_PRECISION_YEAR, CCK_BASIS_TEXT);
    return true;
  }
  if (fiscal)
    word = cck_date_value(r, at + 1, CCK_DATE_ROLE_UNIT) == CCK_DATE_YEAR;
  size_t lead = word + fiscal;
  size_t used = cck_date_year_at(r, at + lead, &year);
  bool spelled = used > 1 && !is_apostrophe(r, at + lead);
  bool century =
      cck_date_has(r, at, CCK_DATE_ROLE_TEENS) && !cck_date_says(r, at + 1, "hundred"); /* "nineteen ninety-six" */
  if (!used || (!lead && spelled && !century && !(at > 0 && cck_date_value(r, at - 1, CCK_DATE_ROLE_INTRODUCES) == 2)))
    return false;
  if (!lead && !is_bare_year(r, at, at + used, year))
    return false;
  used += cck_date_has(r, at + lead + used, CCK_DATE_ROLE_PERIOD); /* "the 1988 period" */
  *out = cck_date_found(at, at + lead + used, cck_period_year(year), CCK_PRECISION_YEAR, CCK_BASIS_TEXT);
  return true;
}

/* "1997-99", "1997-1999", "2004 to 2007", "between 2004 and 2007" */
bool cck_date_form_years(const cck_date_reader *r, size_t at, cck_found *out) {
  int first, last;
  if (!cck_date_number(r, at, 4, &first) || !can_be_year(first) || in_code(r, at) ||
      (at > 0 && (cck_date_has(r, at - 1, CCK_DATE_ROLE_LABEL) || is_money_sign(r, at - 1))))
    return false;
  bool between = at > 0 && cck_date_has(r, at - 1, CCK_DATE_ROLE_BETWEEN);
  bool from = between || (at > 0 && (cck_date_has(r, at - 1, CCK_DATE_ROLE_FROM) ||
                                     cck_date_value(r, at - 1, CCK_DATE_ROLE_INTRODUCES) == 2));
  bool dash = cck_date_dash(r, at + 1) || (cck_date_sign(r, at + 1, "/") && cck_date_glued(r, at + 1));
  bool word = cck_date_has(r, at + 1, CCK_DATE_ROLE_TO) || (between && cck_date_has(r, at + 1, CCK_DATE_ROLE_AND));
  bool plain = first >= PLAIN_FIRST && first <= PLAIN_LAST;
  if ((!dash && !word) || (!plain && !from) || speaks_against(r, at + 3))
    return false;
  if (dash && cck_date_glued(r, at + 2) && cck_date_number(r, at + 2, 2, &last))
    last += first - first % 100;
  else if (!cck_date_number(r, at + 2, 4, &last))
    return false;
  if (last <= first || last - first > LONGEST_SPAN)
    return false;
  *out = cck_date_found(at, at + 3, cck_period_years(first, last), CCK_PRECISION_YEAR, CCK_BASIS_TEXT);
  return true;
}

static bool decade_found(size_t first, size_t past, int year, cck_basis basis, cck_found *out) {
  bool century = year % 100 == 0 && year < 2000;
  *out = cck_date_found(first, past, cck_period_years(year, year + (century ? 99 : 9)),
                        century ? CCK_PRECISION_CENTURY : CCK_PRECISION_DECADE, basis);
  return true;
}

/* "1990s", "1990's", "'90s", "90s", "nineties", "nineteen nineties", "the twenty-tens" */
bool cck_date_form_decade(const cck_date_reader *r, size_t at, cck_found *out) {
  int number;
  size_t mark = is_apostrophe(r, at);
  bool introduced = at > 0 && (cck_date_has(r, at - 1, CCK_DATE_ROLE_THE) ||
                               cck_date_has(r, at - 1, CCK_DATE_ROLE_PART) || cck_date_dash(r, at - 1));
  bool plural =
      cck_date_glued(r, at + mark + 1) && (cck_date_has(r, at + mark + 1, CCK_DATE_ROLE_PLURAL_S) ||
                                           (introduced && cck_date_has(r, at + mark + 1, CCK_DATE_ROLE_POSSESSIVE)));
  if (plural && cck_date_number(r, at, 4, &number) && number % 10 == 0 && can_be_year(number))
    return decade_found(at, at + 2, number, CCK_BASIS_TEXT, out);
  if (plural && (mark || introduced) && cck_date_number(r, at + mark, 2, &number) && number % 10 == 0)
    return decade_found(at, at + mark + 2, cck_date_full_year(r, number), CCK_BASIS_TEXT, out);
  if (introduced && cck_date_has(r, at, CCK_DATE_ROLE_DECADE))
    return decade_found(at, at + 1, cck_date_full_year(r, cck_date_value(r, at, CCK_DATE_ROLE_DECADE)), CCK_BASIS_TEXT,
                        out);
  int century = cck_date_value(r, at, CCK_DATE_ROLE_TEENS) + cck_date_value(r, at, CCK_DATE_ROLE_TENS);
  size_t word = at + 1 + cck_date_dash(r, at + 1);
  bool tens = century == 20 && cck_date_says(r, word, "tens") && !cck_date_has(r, word + 1, CCK_DATE_ROLE_OF);
  if ((century >= 17 && century <= 20 && cck_date_has(r, word, CCK_DATE_ROLE_DECADE)) || tens)
    return decade_found(at, word + 1, century * 100 + (tens ? 10 : cck_date_value(r, word, CCK_DATE_ROLE_DECADE)),
                        CCK_BASIS_TEXT, out);
  return false;
}

/* "18th and 19th centuries", "18th or 19th century": behind the first of two. */
static bool is_first_of_two(const cck_date_reader *r, size_t at) {
  int number;
  bool joint = cck_date_has(r, at, CCK_DATE_ROLE_AND) || cck_date_says(r, at, "or");
  size_t used = joint ? cck_date_ordinal(r, at + 1, &number) : 0;
  return used && cck_date_value(r, at + 1 + used, CCK_DATE_ROLE_UNIT) == CCK_DATE_CENTURY &&
         !cck_date_has(r, at + 2 + used, CCK_DATE_ROLE_ERA);
}

/* "the 20th century", "nineteenth-century" */
bool cck_date_form_century(const cck_date_reader *r, size_t at, cck_found *out) {
  int number;
  size_t used = cck_date_ordinal(r, at, &number);
  if (!used || number < 1 || number > LAST_CENTURY)
    return false;
  bool listed = is_first_of_two(r, at + used);
  used += cck_date_dash(r, at + used);
  if (!listed && (cck_date_value(r, at + used, CCK_DATE_ROLE_UNIT) != CCK_DATE_CENTURY ||
                  cck_date_has(r, at + used + 1, CCK_DATE_ROLE_ERA)))
    return false;
  used += !listed;
  int first = number == 1 ? CCK_YEAR_MIN : (number - 1) * 100;
  *out =
      cck_date_found(at, at + used, cck_period_years(first, number * 100 - 1), CCK_PRECISION_CENTURY, CCK_BASIS_TEXT);
  return true;
}
