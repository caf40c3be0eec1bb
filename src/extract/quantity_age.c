#include "extract/quantity_unit.h"

enum { OLDEST = 120, OLDEST_OF_ALL = 999, GROWN = 13 };

void cck_quantity_to_age(cck_quantity_reader *r, cck_figure *f) {
  static const char *const ages[][2] = {
      {"year", "year of age"}, {"month", "month of age"}, {"week", "week of age"}, {"day", "day of age"}};
  for (size_t i = 0; i < sizeof ages / sizeof *ages; i++)
    if (cck_slice_is(f->unit, ages[i][0])) {
      (void)cck_quantity_name_unit(r, f, ages[i][1]);
      return;
    }
}

void cck_age_years(cck_quantity_reader *r, cck_figure *f) {
  uint32_t before = f->first - 1;
  bool bound = cck_quantity_sign(r, before, "over") || cck_quantity_sign(r, before, "under") ||
               cck_quantity_sign(r, before, "above") || cck_quantity_sign(r, before, "below");
  bool age_of = cck_quantity_sign(r, before, "of") && cck_quantity_has(r, before - 1, CCK_P_AGED);
  if (age_of || cck_quantity_has(r, before, CCK_P_AGED) || (bound && cck_quantity_has(r, before - 1, CCK_P_PEOPLE)))
    cck_quantity_to_age(r, f);
}

bool cck_age_bound(const cck_quantity_reader *r, const cck_figure *f, uint32_t at) {
  if (f->power || cck_decimal_cmp(f->max, cck_decimal_of(OLDEST)) > 0)
    return false;
  if (cck_quantity_listed(r, at, CCK_LIST_OLDER))
    return true;
  return cck_quantity_listed(r, at, CCK_LIST_OVER_AN_AGE) && cck_quantity_has(r, f->first - 1, CCK_P_PEOPLE);
}

bool cck_age_group(cck_quantity_reader *r, cck_figure *f) {
  bool hyphen = cck_quantity_hyphen(r, f->first - 1);
  bool many = cck_quantity_sign(r, f->number_past, "s") && cck_quantity_glued(r, f->number_past);
  uint32_t word = f->first - (hyphen ? 2u : 1u); /* "over-60s", "the over 60s" */
  bool under = cck_quantity_sign(r, word, "under");
  int64_t years;
  if ((!under && !cck_quantity_sign(r, word, "over")) || (!hyphen && !many) || !f->digits || f->grouped || f->power ||
      !cck_decimal_to_int(f->min, &years) || years < 1 || years > OLDEST)
    return false;
  bool joined = cck_quantity_glued(r, f->number_past) && cck_quantity_token(r, f->number_past)->kind != CCK_TOKEN_SIGN;
  if ((joined && !many) || cck_quantity_hyphen(r, f->number_past) || !cck_quantity_name_unit(r, f, "year of age"))
    return false;
  f->approx = under ? CCK_APPROX_UNDER : CCK_APPROX_OVER;
  f->past = f->number_past + (many ? 1u : 0u);
  return true;
}

/* "Ann Lee, born in 1950, was 45 in 2004": a birth is told right before. */
static bool follows_birth(const cck_quantity_reader *r, const cck_figure *f) {
  enum { REACH = 14 };
  if (!cck_quantity_has(r, f->first - 1, CCK_P_BE) || !cck_quantity_sign(r, f->past, "in") ||
      !cck_quantity_dated(r, f->past + 1))
    return false;
  for (uint32_t i = f->first; i > r->first && f->first - i < REACH; i--)
    if (cck_quantity_sign(r, i - 1, "born"))
      return true;
  return false;
}

/* "he turned 60", "Ann Lee, born in 1950, turned 60" */
static bool is_birthday(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t before = f->first - 2;
  bool turned = cck_quantity_sign(r, f->first - 1, "turned") || cck_quantity_sign(r, f->first - 1, "turns");
  bool closed = cck_quantity_token(r, f->past)->kind == CCK_TOKEN_SIGN || cck_quantity_dated(r, f->past) ||
                cck_quantity_dated(r, f->past + 1);
  bool person = cck_quantity_has(r, before, CCK_P_PERSON) || cck_quantity_sign(r, before, ",") ||
                (cck_quantity_capital(r, before) && cck_quantity_plain_word(r, before));
  return turned && closed && person && !f->one;
}

/* "was only 22", "is just 15": the verb of being, behind what softens it. */
static uint32_t being_before(const cck_quantity_reader *r, uint32_t at) {
  bool softened = cck_quantity_listed(r, at - 1, CCK_LIST_SOFTENER) && cck_quantity_has(r, at - 2, CCK_P_BE);
  return softened ? at - 2 : at - 1;
}

/* "she was 3 under par", "he was 2 for 9": of a game. */
static bool is_standing(const cck_quantity_reader *r, const cck_figure *f) {
  if (cck_quantity_listed(r, f->past, CCK_LIST_AGAINST_PRICE))
    return true;
  return cck_quantity_sign(r, f->past, "for") &&
         (cck_quantity_number(r, f->past + 1) || cck_quantity_is(r, f->past + 1, CCK_Q_NUMBER_WORD));
}

/* "as young as", "older than" right in front of the figure at `at`. */
static bool is_as_old(const cck_quantity_reader *r, uint32_t at) {
  bool as = cck_quantity_sign(r, at - 1, "as") && cck_quantity_sign(r, at - 3, "as") &&
            (cck_quantity_sign(r, at - 2, "young") || cck_quantity_sign(r, at - 2, "old"));
  return as || (cck_quantity_sign(r, at - 1, "than") &&
                (cck_quantity_sign(r, at - 2, "younger") || cck_quantity_sign(r, at - 2, "older")));
}

/* "At 45 she left", "at 45, he": not of the clock, whose hours end before. */
static bool opens_with_age(const cck_quantity_reader *r, const cck_figure *f, int64_t years) {
  uint32_t who = f->past + (cck_quantity_sign(r, f->past, ",") ? 1u : 0u);
  bool opens = f->first == r->first + 1 || cck_quantity_token(r, f->first - 2)->kind == CCK_TOKEN_SIGN ||
               cck_quantity_sign(r, f->first - 2, "and") || cck_quantity_sign(r, f->first - 2, "but");
  return f->digits && opens && years >= GROWN && cck_quantity_sign(r, f->first - 1, "at") &&
         (cck_quantity_sign(r, who, "he") || cck_quantity_sign(r, who, "she"));
}

/* "the retirement age for women to 65", "the average age of the crew is 35": the age is named further in front. */
static bool follows_age(const cck_quantity_reader *r, const cck_figure *f) {
  enum { REACH = 7 };
  bool joined = cck_quantity_listed(r, f->first - 1, CCK_LIST_TO_AN_AGE);
  for (uint32_t at = f->first - 2; joined && at + REACH >= f->first && at > r->first; at--) {
    if (cck_quantity_sign(r, at, "age"))
      return !cck_quantity_hyphen(r, at - 1) && !cck_quantity_hyphen(r, at + 1);
    joined = !cck_quantity_listed(r, at, CCK_LIST_CLAUSE) && cck_quantity_token(r, at)->kind == CCK_TOKEN_WORD;
  }
  return false;
}

/* "aged 45", "the age of 5", "who was 10": an age without a unit. */
static bool is_age(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = f->first;
  int64_t years;
  bool said = cck_quantity_sign(r, at - 1, "of") && cck_quantity_sign(r, at - 2, "age"); /* a tortoise's, too */
  if (!cck_decimal_to_int(f->min, &years) || years < 1 || years > (said ? OLDEST_OF_ALL : OLDEST) || f->power ||
      (cck_quantity_glued(r, f->past) && cck_quantity_plain_word(r, f->past)))
    return false;
  bool bare = !cck_quantity_plain_word(r, f->past) || cck_quantity_is(r, f->past, CCK_Q_STOP) ||
              cck_quantity_has(r, f->past, CCK_P_BASE);
  if (opens_with_age(r, f, years) || (bare && follows_age(r, f)))
    return true;
  bool bound = cck_quantity_sign(r, at - 1, "over") || cck_quantity_sign(r, at - 1, "under");
  if (bare && bound && years > 1 && cck_quantity_has(r, at - 2, CCK_P_PEOPLE))
    return true; /* "adults over 65" */
  if (bare && bound && cck_quantity_has(r, at - 2, CCK_P_BE) && cck_quantity_has(r, at - 3, CCK_P_PERSON))
    return true; /* "one who was under 16" */
  if (bare && is_as_old(r, at))
    return true; /* "children as young as 5" */
  if (bare && cck_quantity_sign(r, at - 1, "at") && cck_quantity_has(r, at - 2, CCK_P_DYING))
    return true; /* "he died at 75" */
  if (bare && (is_birthday(r, f) || follows_birth(r, f)))
    return true;
  for (uint32_t back = 1; back <= 3; back++) {
    if (cck_quantity_has(r, at - back, CCK_P_AGED) && !cck_quantity_hyphen(r, at - back - 1) &&
        (back == 1 || cck_quantity_is(r, at - 1, CCK_Q_STOP)))
      return true;
  }
  uint32_t being = being_before(r, at);
  if (f->one || cck_quantity_sign(r, f->past, "of") || !cck_quantity_has(r, being, CCK_P_BE) || is_standing(r, f) ||
      (cck_quantity_plain_word(r, f->past) && !cck_quantity_is(r, f->past, CCK_Q_STOP)))
    return false;
  bool closed = cck_quantity_token(r, f->past)->kind == CCK_TOKEN_SIGN || /* "Ann Lee was 95." */
                (cck_quantity_sign(r, f->past, "in") && cck_quantity_dated(r, f->past + 1));
  bool full_name = cck_quantity_capital(r, being - 1) && cck_quantity_capital(r, being - 2) &&
                   !cck_quantity_is(r, being - 2, CCK_Q_STOP) && closed;
  return full_name || cck_quantity_has(r, being - 1, CCK_P_PERSON);
}

/* "the two girls, 12 and 15, were found", "his sons, 5 and 9": the first of the ages behind people. */
static bool is_age_list(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t comma = f->first - 1;
  uint32_t joint = f->past + (cck_quantity_sign(r, f->past, ",") ? 1u : 0u);
  uint32_t next = joint + (cck_quantity_sign(r, joint, "and") ? 1u : 0u);
  return f->digits && !f->grouped && f->power == 0 && cck_quantity_sign(r, comma, ",") && next > f->past &&
         cck_quantity_has(r, comma - 1, CCK_P_PEOPLE) && cck_quantity_plural(r, comma - 1) &&
         cck_quantity_number(r, next) && cck_quantity_text(r, next).len <= 2 &&
         cck_quantity_token(r, next + 1)->kind == CCK_TOKEN_SIGN && !cck_quantity_dash(r, next + 1) &&
         cck_decimal_cmp(f->max, cck_decimal_of(OLDEST)) < 0;
}

/* "by the skipper Ann Lee, 44.": a full name behind a word for its bearer, at the end of a sentence. */
static bool ends_named(const cck_quantity_reader *r, const cck_figure *f, uint32_t name) {
  uint32_t bearer = name - 2;
  bool full = cck_quantity_capital(r, name) && cck_quantity_capital(r, name - 1) && name > r->first + 2;
  bool end = cck_quantity_sign(r, f->past, ".") && f->past + 1 >= r->past;
  return full && end && cck_quantity_text(r, f->number_first).len == 2 && cck_quantity_plain_word(r, bearer) &&
         !cck_quantity_capital(r, bearer) && !cck_quantity_is(r, bearer, CCK_Q_STOP) &&
         !cck_quantity_verbal(r, bearer) && !cck_quantity_plural(r, bearer);
}

/* ", 45," or ", now 45.", ", both 45," after a name: the age in apposition. */
static bool is_apposed_age(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = f->first;
  int64_t years;
  if (!cck_decimal_to_int(f->min, &years))
    return false;
  bool said = cck_quantity_sign(r, at - 1, "now") || cck_quantity_sign(r, at - 1, "then") ||
              cck_quantity_sign(r, at - 1, "both");
  uint32_t comma = at - (said ? 2 : 1);
  if (cck_quantity_sign(r, at - 1, "then") && at == r->first + 1 && f->digits && !f->grouped && years >= GROWN &&
      years <= OLDEST && cck_quantity_sign(r, f->past, ",") && cck_quantity_capital(r, f->past + 1))
    return true; /* "Then 67, Lee left the board." */
  bool closed = cck_quantity_sign(r, f->past, ",") || cck_quantity_sign(r, f->past, ";") ||
                (comma < at - 1 && cck_quantity_token(r, f->past)->kind == CCK_TOKEN_SIGN);
  uint32_t name = comma - (cck_quantity_sign(r, comma - 1, ".") ? 2 : 1); /* "Lee Jr., 45," */
  bool person = cck_quantity_plain_word(r, name) && !cck_quantity_plural(r, name) && years >= 14 &&
                (cck_quantity_is(r, name - 1, CCK_Q_DETERMINER | CCK_Q_ARTICLE) ||
                 cck_quantity_is(r, name - 2, CCK_Q_DETERMINER | CCK_Q_ARTICLE)); /* "the driver, 33," */
  bool kin = cck_quantity_has(r, name, CCK_P_PEOPLE) && years >= 1 && !cck_quantity_plural(r, name);
  closed = closed || ends_named(r, f, name);
  bool born = cck_quantity_sign(r, name, ")") && cck_quantity_dated(r, name - 1); /* "Lee (born 1950), 45," */
  const cck_token *token = cck_quantity_token(r, name);
  if (born && closed && cck_quantity_sign(r, comma, ",") && f->digits && !f->grouped && f->power == 0)
    return years >= 14 && years <= 110;
  return closed && cck_quantity_sign(r, comma, ",") && f->digits && !f->grouped && f->power == 0 &&
         (kin || years >= 5) && years <= 110 && token->kind == CCK_TOKEN_WORD &&
         (kin || person || (token->flags & CCK_TOKEN_CAPITAL)) && !cck_quantity_dated(r, name) &&
         !cck_quantity_is(r, name, CCK_Q_STOP);
}

bool cck_age_bare(cck_quantity_reader *r, cck_figure *f) {
  return (is_age(r, f) || is_apposed_age(r, f) || is_age_list(r, f)) && cck_quantity_name_unit(r, f, "year of age");
}
