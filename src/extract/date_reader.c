#include "extract/date_reader.h"

enum {
  CLAUSE_BEFORE = 20,
  CLAUSE_AFTER = 7,
  CLOCK = 6,
  SENTENCE = 40
}; /* tokens; a verb farther off seldom governs the date */

/* What a number of one to four digits says, and one more; 0 for any other. */
static int16_t number_of(cck_slice text, const cck_token *token) {
  enum { MOST_DIGITS = 4 };
  int number = 0;
  if (token->end - token->start > MOST_DIGITS)
    return 0;
  for (uint32_t i = token->start; i < token->end; i++) {
    if (!cck_is_digit(text.ptr[i]))
      return 0;
    number = number * 10 + (text.ptr[i] - '0');
  }
  return (int16_t)(number + 1);
}

void cck_date_reader_init(cck_date_reader *r, const cck_context *context, const cck_token *tokens, size_t count) {
  const struct cck_date_words *known = context->vocabulary->dates;
  const cck_date_word **words = cck_arena_alloc(context->arena, count * sizeof *words);
  int16_t *numbers = cck_arena_alloc(context->arena, count * sizeof *numbers);
  *r = (cck_date_reader){.context = context, .text = context->doc->text, .tokens = tokens, .count = count};
  r->words = words;
  r->numbers = numbers;
  for (size_t i = 0; i < count; i++) {
    words[i] = cck_date_word_find(known, &tokens[i]);
    r->roles |= words[i]->roles;
    if (tokens[i].kind == CCK_TOKEN_NUMBER)
      numbers[i] = number_of(r->text, &tokens[i]);
  }
}

bool cck_date_spells(const cck_date_reader *r, size_t at, const char *word) {
  return cck_slice_eq_nocase(cck_date_word_text(r, at), cck_slice_of(word));
}

bool cck_date_dash(const cck_date_reader *r, size_t at) {
  return at < r->count && cck_token_is_dash(r->text, &r->tokens[at]);
}

bool cck_date_capital(const cck_date_reader *r, size_t at) {
  return at < r->count && (r->tokens[at].flags & CCK_TOKEN_CAPITAL) != 0;
}

bool cck_date_zone(const cck_date_reader *r, size_t at) {
  bool estimate =
      cck_date_has(r, at, CCK_DATE_ROLE_ESTIMATE) && !cck_date_capital(r, at) && cck_date_sign(r, at + 1, ".");
  return cck_date_has(r, at, CCK_DATE_ROLE_ZONE) && !estimate;
}

cck_slice cck_date_word_text(const cck_date_reader *r, size_t at) {
  return at < r->count ? cck_token_text(r->text, &r->tokens[at]) : (cck_slice){NULL, 0};
}

/* "twenty-five", "twenty five": the tokens of the ones behind the tens, with the hyphen. */
static size_t ones_behind(const cck_date_reader *r, size_t at, cck_date_role role, int *out) {
  size_t hyphen = cck_date_dash(r, at);
  int value = cck_date_value(r, at + hyphen, role);
  if (value < 1 || value > 9)
    return 0;
  *out += value;
  return hyphen + 1;
}

/* 1 to 99 in words. */
static size_t below_hundred(const cck_date_reader *r, size_t at, int *out) {
  if (cck_date_has(r, at, CCK_DATE_ROLE_TENS)) {
    *out = cck_date_value(r, at, CCK_DATE_ROLE_TENS);
    return 1 + ones_behind(r, at + 1, CCK_DATE_ROLE_ONES, out);
  }
  *out = cck_date_value(r, at, CCK_DATE_ROLE_TEENS) + cck_date_value(r, at, CCK_DATE_ROLE_ONES);
  return *out > 0;
}

size_t cck_date_cardinal(const cck_date_reader *r, size_t at, int *out) {
  if (cck_date_digits(r, at, out))
    return 1;
  if (cck_date_has(r, at, CCK_DATE_ROLE_A)) {
    *out = 1;
    return 1;
  }
  return below_hundred(r, at, out);
}

size_t cck_date_ordinal(const cck_date_reader *r, size_t at, int *out) {
  if (cck_date_digits(r, at, out))
    return cck_date_glued(r, at + 1) && cck_date_has(r, at + 1, CCK_DATE_ROLE_SUFFIX) ? 2 : 0;
  if (cck_date_has(r, at, CCK_DATE_ROLE_TENS)) {
    *out = cck_date_value(r, at, CCK_DATE_ROLE_TENS);
    size_t ones = ones_behind(r, at + 1, CCK_DATE_ROLE_ORDINAL, out);
    return ones ? ones + 1 : 0;
  }
  *out = cck_date_value(r, at, CCK_DATE_ROLE_ORDINAL);
  return *out > 0;
}

size_t cck_date_day_number(const cck_date_reader *r, size_t at, int *out) {
  size_t used = cck_date_ordinal(r, at, out);
  if (!used && cck_date_digits(r, at, out) && cck_date_word_text(r, at).len <= 2)
    used = 1;
  return *out >= 1 && *out <= 31 ? used : 0;
}

/* "two thousand", "two thousand and four", "two thousand four" */
static size_t thousand_words(const cck_date_reader *r, size_t at, int *out) {
  int ones;
  if (cck_date_value(r, at, CCK_DATE_ROLE_ONES) != 2 || !cck_date_has(r, at + 1, CCK_DATE_ROLE_THOUSAND))
    return 0;
  *out = 2000;
  size_t joint = cck_date_has(r, at + 2, CCK_DATE_ROLE_AND);
  size_t used = below_hundred(r, at + 2 + joint, &ones);
  if (!used)
    return 2;
  if (cck_date_says(r, at + 2 + joint + used, "hundred"))
    return 0; /* "two thousand one hundred men" */
  *out += ones;
  return 2 + joint + used;
}

/* Behind "the year", or "Year" alone. */
static bool is_named_year(const cck_date_reader *r, size_t at) {
  return at > 0 && cck_date_value(r, at - 1, CCK_DATE_ROLE_UNIT) == CCK_DATE_YEAR &&
         !cck_date_has(r, at - 1, CCK_DATE_ROLE_PLURAL) && (at == 1 || cck_date_has(r, at - 2, CCK_DATE_ROLE_THE));
}

/*
 * "seventeen hundred and sixty-three", "one thousand seven hundred", "the year two hundred and ten": a year only where
 * it counts nothing.
 */
static size_t hundred_words(const cck_date_reader *r, size_t at, int *out) {
  int hundreds, rest = 0;
  size_t lead =
      cck_date_value(r, at, CCK_DATE_ROLE_ONES) == 1 && cck_date_has(r, at + 1, CCK_DATE_ROLE_THOUSAND) ? 2 : 0;
  size_t used = below_hundred(r, at + lead, &hundreds);
  bool fits = lead ? hundreds <= 9 : hundreds <= 20 && (hundreds > 10 || is_named_year(r, at));
  if (used != 1 || !fits || !cck_date_says(r, at + lead + 1, "hundred"))
    return 0;
  size_t past = at + lead + 2;
  size_t joint = cck_date_has(r, past, CCK_DATE_ROLE_AND);
  size_t more = below_hundred(r, past + joint, &rest);
  past += more ? joint + more : 0;
  *out = (lead ? 1000 : 0) + 100 * hundreds + (more ? rest : 0);
  return past >= r->count || r->tokens[past].kind == CCK_TOKEN_SIGN ? past - at : 0;
}

size_t cck_date_year_words(const cck_date_reader *r, size_t at, int *out) {
  int century, rest;
  size_t used = hundred_words(r, at, out);
  used = used ? used : thousand_words(r, at, out);
  if (used)
    return used;
  used = below_hundred(r, at, &century);
  if (!used || century < 17 || century > 20)
    return 0;
  size_t more = below_hundred(r, at + used, &rest);
  if (!more || rest < 10)
    return 0;
  *out = century * 100 + rest;
  return used + more;
}

/* The clause ends at these signs, looking from the date. */
static bool ends_clause(const cck_date_reader *r, size_t at) {
  if (r->tokens[at].kind != CCK_TOKEN_SIGN)
    return false;
  return cck_date_sign(r, at, ";") || cck_date_sign(r, at, "--") || cck_date_sign(r, at, ":");
}

static bool is_past_verb(const cck_date_reader *r, size_t at) {
  enum { SHORTEST = 3 };
  const cck_token *token = &r->tokens[at];
  return token->kind == CCK_TOKEN_WORD && (token->flags & CCK_TOKEN_PAST) && token->end - token->start >= SHORTEST;
}

/* "Until Monday the gate had been open": what was before it is told. */
static bool had_been(const cck_date_reader *r, size_t past) {
  for (size_t i = past; i < r->count && i < past + CLAUSE_AFTER && !ends_clause(r, i); i++)
    if (cck_date_says(r, i, "had"))
      return true;
  return false;
}

/* "by Friday", "until 9 a.m. on Tuesday", "by noon Friday" */
static bool is_deadline(const cck_date_reader *r, size_t first, size_t past) {
  size_t stop = first > CLOCK ? first - CLOCK : 0;
  for (size_t i = first; i-- > stop;) {
    if (cck_date_has(r, i, CCK_DATE_ROLE_DEADLINE))
      return !had_been(r, past);
    bool clock = r->tokens[i].kind == CCK_TOKEN_NUMBER || cck_date_sign(r, i, ":") ||
                 cck_date_has(r, i, CCK_DATE_ROLE_AMPM) || cck_date_has(r, i, CCK_DATE_ROLE_ZONE) ||
                 cck_date_has(r, i, CCK_DATE_ROLE_DAYPART) || cck_date_has(r, i, CCK_DATE_ROLE_ON);
    if (!clock)
      return false;
  }
  return false;
}

/* "as early as Tuesday", "as soon as Friday" */
static bool is_earliest(const cck_date_reader *r, size_t first) {
  return first > 2 && cck_date_says(r, first - 1, "as") && cck_date_says(r, first - 3, "as") &&
         (cck_date_says(r, first - 2, "early") || cck_date_says(r, first - 2, "soon"));
}

/* 0 for the month "May", which is no modal. */
static int ahead_at(const cck_date_reader *r, size_t at) {
  bool month = cck_date_has(r, at, CCK_DATE_ROLE_MONTH) && cck_date_capital(r, at);
  return month ? 0 : cck_date_value(r, at, CCK_DATE_ROLE_AHEAD);
}

cck_date_view cck_date_looks(const cck_date_reader *r, size_t first, size_t past) {
  size_t stop = first > CLAUSE_BEFORE ? first - CLAUSE_BEFORE : 0;
  if (is_deadline(r, first, past) || is_earliest(r, first))
    return CCK_DATE_AHEAD;
  for (size_t i = first; i-- > stop && !ends_clause(r, i);) {
    if (ahead_at(r, i))
      return CCK_DATE_AHEAD;
    if (cck_date_has(r, i, CCK_DATE_ROLE_REPORTED) || is_past_verb(r, i))
      return CCK_DATE_BACK;
  }
  for (size_t i = past; i < r->count && i < past + CLAUSE_AFTER && !ends_clause(r, i); i++) {
    if (ahead_at(r, i) == 2)
      return CCK_DATE_AHEAD;
    if (cck_date_has(r, i, CCK_DATE_ROLE_REPORTED) || is_past_verb(r, i))
      return CCK_DATE_BACK;
  }
  return CCK_DATE_NEITHER;
}

bool cck_date_reports(const cck_date_reader *r, size_t first, size_t past) {
  size_t from = first > SENTENCE ? first - SENTENCE : 0;
  size_t to = past + SENTENCE < r->count ? past + SENTENCE : r->count;
  for (size_t i = from; i < to; i++) {
    bool inside = i >= first && i < past;
    if (!inside && (cck_date_has(r, i, CCK_DATE_ROLE_REPORTED) || is_past_verb(r, i)))
      return true;
  }
  return false;
}

bool cck_date_looks_ahead(const cck_date_reader *r, size_t first, size_t past) {
  return cck_date_looks(r, first, past) == CCK_DATE_AHEAD;
}

cck_found cck_date_found(size_t first, size_t past, cck_period days, cck_precision precision, cck_basis basis) {
  return (cck_found){.first = first, .past = past, .days = days, .precision = precision, .basis = basis, .valid = true};
}
