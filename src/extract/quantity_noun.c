#include "base/utf8.h"
#include "extract/quantity.h"
#include "text/stem.h"

/* A walk over the words that may make up a counted noun phrase. */
enum { WALK = 7, WORD = 48 };

static cck_slice fold(const cck_quantity_reader *r, uint32_t at, char out[WORD + 2]) {
  size_t length = cck_utf8_fold_into(cck_quantity_text(r, at), out, WORD);
  return (cck_slice){out, length};
}

/* Right behind a number, or an adjective. */
static bool follows_count(const cck_quantity_reader *r, uint32_t at) {
  return cck_quantity_number(r, at - 1) || cck_quantity_is(r, at - 1, CCK_Q_NUMBER_WORD | CCK_Q_SCALE | CCK_Q_DOZEN) ||
         cck_quantity_has(r, at - 1, CCK_P_ADJECTIVE);
}

/* "RBIs", "PCs": capitals and an s. */
static bool is_plural_initials(cck_slice text) {
  bool initials = text.len > 2 && text.ptr[text.len - 1] == 's';
  for (size_t i = 0; initials && i + 1 < text.len; i++)
    initials = cck_is_upper(text.ptr[i]);
  return initials;
}

bool cck_quantity_plural(const cck_quantity_reader *r, uint32_t at) {
  if (cck_quantity_has(r, at, CCK_P_COLLECTIVE) || is_plural_initials(cck_quantity_text(r, at)))
    return true;
  if (cck_quantity_has(r, at, CCK_P_ALSO_NOUN) && follows_count(r, at))
    return true; /* "51 wins", but "he wins" */
  if (cck_quantity_is(r, at, CCK_Q_STOP | CCK_Q_VERB))
    return false;
  const cck_token *token = cck_quantity_token(r, at);
  return (token->flags & CCK_TOKEN_PLURAL) && token->end - token->start > 2;
}

/* Can it only describe? By its ending, or by the table. */
static bool is_adjective(const cck_quantity_reader *r, uint32_t at) {
  static const char *const endings[] = {"ive", "al", "ous", "ful", "less", "ic", "able", "ible", "ish", "ed", "ing"};
  if (cck_quantity_has(r, at, CCK_P_ADJECTIVE) || (cck_quantity_hyphen(r, at - 1) && !cck_quantity_plural(r, at)))
    return true;
  char buffer[WORD + 2];
  cck_slice word = fold(r, at, buffer);
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
    if (word.len > strlen(endings[i]) + 2 && cck_slice_ends(word, cck_slice_of(endings[i])))
      return true;
  return false;
}

/* "US" in capitals is no pronoun, unless all is in capitals. */
static bool is_country(const cck_quantity_reader *r, uint32_t at) {
  cck_slice text = cck_quantity_text(r, at);
  if (r->lower && cck_slice_is(text, "us"))
    return cck_quantity_plural(r, at + 1); /* "five us states" */
  return cck_slice_is(text, "US") && !r->headline && !(cck_quantity_token(r, at + 1)->flags & CCK_TOKEN_CAPS);
}

/* May the word stand in a counted noun phrase? */
static bool can_stand(const cck_quantity_reader *r, uint32_t at) {
  static const uint8_t new_row = CCK_TOKEN_NEWLINE | CCK_TOKEN_CAPITAL; /* of a table, not a wrapped line */
  const cck_token *token = cck_quantity_token(r, at);
  if (token->kind != CCK_TOKEN_WORD || (token->flags & new_row) == new_row || cck_quantity_dated(r, at))
    return false;
  cck_slice word = cck_token_text(r->text, token);
  if (cck_slice_find(word, CCK_S("/"), 0) != SIZE_MAX || cck_slice_starts(word, CCK_S("www.")))
    return false; /* an address is one word */
  if ((token->flags & CCK_TOKEN_CAPS) && cck_quantity_number(r, at + 1) && cck_quantity_glued(r, at + 1))
    return true; /* "two A380s" */
  if (cck_quantity_has(r, at, CCK_P_ATTRIBUTE) &&
      (cck_quantity_plural(r, at + 1) || (is_adjective(r, at + 1) && cck_quantity_plural(r, at + 2))))
    return true; /* "24 monthly payments", "two earlier reports" */
  if (cck_quantity_hyphen(r, at + 1) && !cck_quantity_hyphen(r, at - 1) && cck_quantity_plain_word(r, at + 2) &&
      !cck_quantity_is(r, at, CCK_Q_NUMBER_WORD))
    return true; /* "two in-depth reports": a part behind a hyphen may be any word */
  if (cck_quantity_sign(r, at, "very") && cck_quantity_has(r, at + 1, CCK_P_ADJECTIVE))
    return true;
  if (((token->flags & CCK_TOKEN_CAPS) || r->lower) && token->end - token->start > 1 && is_country(r, at))
    return true; /* "three US banks" */
  return !cck_quantity_is(r, at, CCK_Q_STOP | CCK_Q_DIGIT | CCK_Q_TEEN | CCK_Q_TENS | CCK_Q_SCALE | CCK_Q_FEW);
}

/* In capitals or not. */
static inline bool ends_in(const cck_quantity_reader *r, uint32_t at, cck_slice ending) {
  cck_slice text = cck_quantity_text(r, at);
  return text.len >= ending.len && cck_slice_eq_nocase(cck_slice_sub(text, text.len - ending.len, text.len), ending);
}

bool cck_quantity_verbal(const cck_quantity_reader *r, uint32_t at) {
  return (cck_quantity_token(r, at)->flags & CCK_TOKEN_PAST) || cck_quantity_is(r, at, CCK_Q_VERB) ||
         ends_in(r, at, CCK_S("ly")) || ends_in(r, at, CCK_S("ed"));
}

/* "digital and physical sales": an "and" between two words of the phrase that are no plurals. */
static bool joins_modifiers(const cck_quantity_reader *r, uint32_t at, uint32_t first) {
  return cck_quantity_sign(r, at, "and") && at > first && can_stand(r, at + 1) && !cck_quantity_plural(r, at - 1);
}

static bool is_quote(const cck_quantity_reader *r, uint32_t at) {
  static const char *const quotes[] = {"\"", "“", "”", "'", "‘", "’"};
  if (cck_quantity_token(r, at)->kind != CCK_TOKEN_SIGN)
    return false;
  for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
    if (cck_quantity_sign(r, at, quotes[i]))
      return true;
  return false;
}

static bool opens_quote(const cck_quantity_reader *r, uint32_t at) {
  return is_quote(r, at) && !cck_quantity_glued(r, at) && cck_quantity_glued(r, at + 1);
}

static bool closes_quote(const cck_quantity_reader *r, uint32_t at) {
  return is_quote(r, at) && cck_quantity_glued(r, at) &&
         (!cck_quantity_glued(r, at + 1) || cck_quantity_token(r, at + 1)->kind == CCK_TOKEN_SIGN);
}

/*
 * A quotation mark around a word or three of the phrase, with more of it behind: 'five "ghost" guns'. Where it stands
 * around all of it, 'five "aerials"', a plural ends it.
 */
static bool is_scare_quote(const cck_quantity_reader *r, uint32_t at) {
  enum { WORDS = 3 };
  if (opens_quote(r, at)) {
    for (uint32_t i = at + 1; i <= at + WORDS && can_stand(r, i); i++)
      if (closes_quote(r, i + 1))
        return can_stand(r, i + 2) || cck_quantity_plural(r, i);
    return false;
  }
  if (!closes_quote(r, at) || !can_stand(r, at + 1))
    return false;
  for (uint32_t i = at - 1; i + WORDS >= at && i > r->first && can_stand(r, i); i--)
    if (opens_quote(r, i - 1))
      return true;
  return false;
}

static bool is_three_digits(cck_slice text) {
  return text.len == 3 && cck_is_digit(text.ptr[0]) && cck_is_digit(text.ptr[1]) && cck_is_digit(text.ptr[2]);
}

/* A number of three digits or more, as planes and phones have: "five new 737 jets". */
static bool is_model_number(const cck_quantity_reader *r, uint32_t at) {
  cck_slice digits = cck_quantity_text(r, at);
  return is_three_digits(digits) && digits.ptr[0] != '0' && cck_quantity_plain_word(r, at + 1) &&
         !cck_quantity_glued(r, at + 1);
}

/* A number that belongs to the phrase: "seven AK-47s", "600 Model 3 cars". */
static bool names_model(const cck_quantity_reader *r, uint32_t at, uint32_t number) {
  if (!cck_quantity_number(r, number) || cck_quantity_dated(r, number) ||
      (!cck_quantity_capital(r, at) && !is_model_number(r, number)))
    return false;
  bool glued = cck_quantity_glued(r, number + 1);
  if (!glued && cck_quantity_hyphen(r, number - 1) && can_stand(r, number + 1))
    return true; /* "seven AK-47 assault rifles" */
  uint32_t more = number + (cck_quantity_hyphen(r, number + 1) ? 2u : 1u);
  if (glued && (cck_quantity_number(r, more) || cck_quantity_plain_word(r, more)) && !cck_quantity_glued(r, more + 1) &&
      can_stand(r, more + 1) && cck_quantity_plural(r, more + 1))
    return true; /* "five Boeing 757-200 planes", "three Airbus A320neo jets" */
  return glued ? cck_quantity_sign(r, number + 1, "s")
               : can_stand(r, number + 1) && (cck_quantity_plural(r, number + 1) ||
                                              (is_model_number(r, number) && cck_quantity_capital(r, number + 1)));
}

/* "the companies' directors": the apostrophe of a plural's possessive, with its word behind it. */
static bool is_possessive(const cck_quantity_reader *r, uint32_t at) {
  bool apostrophe = cck_quantity_sign(r, at, "'") || cck_quantity_sign(r, at, "’");
  return apostrophe && cck_quantity_glued(r, at) && !cck_quantity_glued(r, at + 1) && cck_quantity_plural(r, at - 1);
}

/* "small, friendly banks": a comma between two words that describe, in front of a plural. */
static bool joins_adjectives(const cck_quantity_reader *r, uint32_t comma) {
  enum { REACH = 4 };
  if (!cck_quantity_sign(r, comma, ",") || !is_adjective(r, comma - 1) || !can_stand(r, comma + 1) ||
      cck_quantity_capital(r, comma + 1))
    return false;
  bool sure = !cck_quantity_verbal(r, comma - 1) &&
              !ends_in(r, comma - 1, CCK_S("ing")); /* "40 evacuated, city officials said" */
  for (uint32_t at = comma + 1; at < comma + 1 + REACH && (can_stand(r, at) || cck_quantity_hyphen(r, at)); at++)
    if (at > comma + 1 && cck_quantity_plural(r, at) && !cck_quantity_hyphen(r, at + 1))
      return sure || is_adjective(r, at - 1) || is_adjective(r, comma + 1);
  return false;
}

/* The token that the walk goes to from `at`; `at` itself when it ends there. */
static uint32_t next_word(const cck_quantity_reader *r, uint32_t at, uint32_t first) {
  uint32_t next = at + 1;
  if (names_model(r, at, next))
    return next;
  if (cck_quantity_hyphen(r, next) && names_model(r, at, next + 1))
    return next + 1;
  if (cck_quantity_hyphen(r, next)) /* parts behind a hyphen may be any word: "state-of-the-art weapons" */
    return cck_quantity_plain_word(r, next + 1) ? next + 1 : at;
  if (cck_quantity_sign(r, next, "'s") || cck_quantity_sign(r, next, "’s") || is_possessive(r, next))
    next++;
  if (is_scare_quote(r, next))
    return next + 1;
  if (joins_modifiers(r, next, first) || joins_adjectives(r, next))
    return next + 1;
  return can_stand(r, next) ? next : at;
}

/* Endings of people that no verb in -s has: "workers", "journalists". */
static bool is_surely_noun(const cck_quantity_reader *r, uint32_t at) {
  static const char *const endings[] = {"kers", "hters", "ists", "ians", "dents", "men"};
  char buffer[WORD + 2];
  cck_slice word = fold(r, at, buffer);
  bool found = false;
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
    found = found || cck_slice_ends(word, cck_slice_of(endings[i]));
  return found;
}

/* "19 fouls proves it", "one man claims it": a verb has an object right behind it. */
static bool has_object(const cck_quantity_reader *r, uint32_t at) {
  static const char *const objects[] = {"it", "this", "him", "them"}; /* not "he": "followers he took" */
  if (cck_quantity_dated(r, at + 1) || cck_quantity_has(r, at - 1, CCK_P_ADJECTIVE) || is_surely_noun(r, at))
    return false; /* "10 films this year", "9 new shares the firm bought", "three bank workers the police saw" */
  bool time = cck_quantity_is(r, at + 1, CCK_Q_ARTICLE) || cck_quantity_sign(r, at + 1, "this");
  if (time && cck_quantity_has(r, at + 2, CCK_P_AFTER_AGE | CCK_P_PER_NOUN))
    return false; /* "3,000 new cars a month" */
  if (cck_quantity_is(r, at + 1, CCK_Q_DETERMINER | CCK_Q_ARTICLE))
    return true;
  for (size_t i = 0; i < sizeof objects / sizeof *objects; i++)
    if (cck_quantity_sign(r, at + 1, objects[i]))
      return true;
  return false;
}

/* Goes the phrase on behind the hyphen at `at`? "six bank workers-two of them women" has a dash there. */
static bool goes_on(const cck_quantity_reader *r, uint32_t at) {
  return cck_quantity_hyphen(r, at) && can_stand(r, at + 1);
}

/* "sports cars": a plural behind the plural. */
/* "aircraft fly" with an s: a verb whose plain form is known, behind a plural that has no s. */
static bool is_verb_in_s(const cck_quantity_reader *r, uint32_t at) {
  char buffer[WORD + 2];
  cck_slice plain = cck_singular(r->arena, cck_arena_copy(r->arena, fold(r, at, buffer)));
  uint32_t index = cck_hash_table_find(&r->words->index.table, cck_utf8_fold_hash(plain));
  bool out = cck_quantity_sign(r, at + 1, "out") || cck_quantity_sign(r, at + 1, "off"); /* "300 barrels runs out" */
  return (out || cck_quantity_has(r, at - 1, CCK_P_COLLECTIVE)) && (r->words->words.items[index].parts & CCK_P_BASE);
}

static bool second_plural(const cck_quantity_reader *r, uint32_t at) {
  return !cck_quantity_glued(r, at) && can_stand(r, at) && cck_quantity_plural(r, at) && !goes_on(r, at + 1) &&
         !is_verb_in_s(r, at) && !has_object(r, at);
}

/* A plural that is part of a name goes before the thing that bears it: "60 Phillips Petroleum shares". */
static bool opens_name(const cck_quantity_reader *r, uint32_t at) {
  const cck_token *token = cck_quantity_token(r, at);
  return !r->headline && token->flags & CCK_TOKEN_CAPITAL && cck_quantity_token(r, at + 1)->flags & CCK_TOKEN_CAPITAL;
}

/* Is the word a superlative: "biggest", or "most" in front of an adjective? */
static bool is_superlative(const cck_quantity_reader *r, uint32_t at) {
  const char *plain = cck_quantity_word_at(r, at)->plain;
  cck_slice text = cck_quantity_text(r, at);
  bool form = plain && (cck_slice_ends(text, CCK_S("st")) || cck_slice_ends(text, CCK_S("ST")));
  return form || (cck_quantity_sign(r, at, "most") && cck_quantity_plain_word(r, at + 1));
}

bool cck_quantity_lost_apostrophe(const cck_quantity_reader *r, uint32_t at) {
  enum { REACH = 4 };
  if (!cck_quantity_plural(r, at) || !is_superlative(r, at + 1))
    return false;
  for (uint32_t i = at + 2; i <= at + REACH && (can_stand(r, i) || cck_quantity_hyphen(r, i)); i++)
    if (cck_quantity_plural(r, i))
      return true;
  return false;
}

/* "five women's teams": of such a kind, and no teams that five women have. */
static bool is_class_owner(const cck_quantity_reader *r, uint32_t at) {
  return cck_quantity_listed(r, at, CCK_LIST_CLASS_OWNER) &&
         (cck_quantity_sign(r, at + 1, "'s") || cck_quantity_sign(r, at + 1, "’s")) &&
         !cck_quantity_listed(r, at + 2, CCK_LIST_OF_A_PERSON);
}

/* The head: the first plural, or a plural right behind it ("sports cars"). `first` - 1 when there is none. */
static uint32_t plural_head(const cck_quantity_reader *r, uint32_t first) {
  uint32_t at = first;
  uint32_t named = first - 1;
  for (int turn = 0; turn < WALK; turn++) {
    bool hyphened = goes_on(r, at + 1);
    bool plural = cck_quantity_plural(r, at) && !hyphened;
    if (cck_quantity_number(r, at) && cck_quantity_glued(r, at + 1) && cck_quantity_sign(r, at + 1, "s"))
      return at + 1; /* the s of "747s" */
    if (plural && at > first && has_object(r, at))
      return named;
    bool owner = plural && (opens_name(r, at) || is_possessive(r, at + 1) || cck_quantity_lost_apostrophe(r, at) ||
                            is_class_owner(r, at));
    if (owner)
      named = at;
    else if (plural)
      return second_plural(r, at + 1) ? at + 1 : at;
    uint32_t next = next_word(r, at, first);
    if (next == at || (named >= first && cck_quantity_verbal(r, next)))
      return named;
    at = next;
  }
  return named;
}

/* "one step closer", "one man responsible": it says something of the noun before it. */
static bool is_remark(const cck_quantity_reader *r, uint32_t at) {
  static const char *const endings[] = {"able", "ible", "ous", "less"};
  char buffer[WORD + 2];
  cck_slice word = fold(r, at, buffer);
  bool last = !can_stand(r, at + 1);
  bool ending = false;
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
    ending = ending || (word.len > 5 && cck_slice_ends(word, cck_slice_of(endings[i])));
  return cck_quantity_is(r, at, CCK_Q_SKIP) ||
         (last && (ending || cck_quantity_word_at(r, at)->plain || cck_quantity_has(r, at, CCK_P_VICTIM)));
}

/* "one place Lee went to": a name behind a common noun begins a clause. Not "one former Israeli officer". */
static bool tells_of_another(const cck_quantity_reader *r, uint32_t at) {
  return cck_quantity_capital(r, at) && !cck_quantity_capital(r, at - 1) && !is_adjective(r, at - 1) &&
         (!can_stand(r, at + 1) || cck_quantity_verbal(r, at + 1)) && !r->headline;
}

/* "one guide describing the walk", "one lorry carrying 40 sheep": a participle with its object behind it. */
static bool takes_object(const cck_quantity_reader *r, uint32_t at) {
  static const uint32_t object = CCK_Q_DETERMINER | CCK_Q_ARTICLE | CCK_Q_NUMBER_WORD;
  return ends_in(r, at, CCK_S("ing")) && (cck_quantity_is(r, at + 1, object) || cck_quantity_number(r, at + 1));
}

/* "a 310 charge", "a 57 mln loss": the sum is so much, and nothing is counted. A bank keeps money and is none. */
static bool is_sum(const cck_quantity_reader *r, uint32_t at) {
  return cck_quantity_has(r, at, CCK_P_PRICED) && !cck_quantity_plural(r, at) && !cck_quantity_sign(r, at, "bank");
}

/* Without a plural: the one word, or the last of up to four when it is one thing. */
static uint32_t singular_head(const cck_quantity_reader *r, uint32_t first, bool one) {
  uint32_t last = first - 1;
  uint32_t at = first;
  for (int words = one ? 4 : 1; words > 0; words--) {
    bool modifier =
        one && at == first && can_stand(r, at + 1) && !cck_quantity_verbal(r, at + 1); /* "one unnamed aide" */
    modifier = modifier ||
               (at == first && cck_quantity_number(r, at - 1) && cck_quantity_has(r, at, CCK_P_BASE)); /* "1 run" */
    if (cck_quantity_text(r, at).len == 1 || (cck_quantity_verbal(r, at) && !modifier) || (one && is_remark(r, at)) ||
        (!one && (is_adjective(r, at) || is_sum(r, at) || cck_quantity_is(r, at, CCK_Q_SKIP | CCK_Q_STOP) ||
                  cck_quantity_has(r, at, CCK_P_BASE))) ||
        (at > first && cck_quantity_plural(r, at)))
      return last;
    if (one && at > first && (tells_of_another(r, at) || takes_object(r, at)))
      return last;
    last = at;
    uint32_t next = next_word(r, at, first);
    if (next == at || cck_quantity_sign(r, next - 1, "and") || cck_quantity_sign(r, next - 1, ","))
      return last;
    at = next;
  }
  return last;
}

/* The words from..past in lower case and plain form, the last one singular, one space between. */
static cck_slice phrase(cck_quantity_reader *r, uint32_t from, uint32_t past) {
  size_t room = 0;
  for (uint32_t i = from; i < past; i++)
    room += 2 * WORD + 4;
  char *out = cck_arena_alloc(r->arena, room + 1);
  size_t length = 0;
  for (uint32_t i = from; i < past; i++) {
    const cck_quantity_word *word = cck_quantity_word_at(r, i);
    char buffer[WORD + 2];
    bool dash = cck_quantity_dash(r, i);
    if (cck_quantity_sign(r, i, "'s") || cck_quantity_sign(r, i, "’s") || cck_quantity_sign(r, i, ",") ||
        is_possessive(r, i) || is_quote(r, i))
      continue;
    bool initials = i + 1 == past && is_plural_initials(cck_quantity_text(r, i)); /* "five RBIs" */
    cck_slice folded = word->plain ? cck_slice_of(word->plain) : dash ? CCK_S("-") : fold(r, i, buffer);
    bool owner = (is_possessive(r, i + 1) && !cck_quantity_capital(r, i)) ||
                 (cck_quantity_plural(r, i) && i + 1 < past && cck_quantity_lost_apostrophe(r, i));
    if (initials)
      folded.len--;
    else if (i + 1 == past || owner || cck_quantity_sign(r, i + 1, "of"))
      folded = cck_singular(r->arena, cck_arena_copy(r->arena, folded));
    if (folded.len > 2 * WORD)
      folded.len = 0;
    if (cck_quantity_number(r, i - 1) && i > from && cck_quantity_glued(r, i) && cck_quantity_sign(r, i, "s"))
      continue;
    bool glued = i > from && cck_quantity_glued(r, i) && /* "a320", "320neo" */
                 (cck_quantity_number(r, i) || cck_quantity_number(r, i - 1));
    if (length && !dash && !glued && out[length - 1] != '-')
      out[length++] = ' ';
    for (size_t k = 0; k < folded.len; k++)
      out[length++] = folded.ptr[k];
  }
  return (cck_slice){out, length};
}

/* Is the head a unit with a fixed size behind modifiers ("517 rushing yards", "six straight months")? */
static bool head_is_unit(cck_quantity_reader *r, cck_figure *f, uint32_t first, uint32_t head) {
  const cck_unit_alias *alias = NULL;
  size_t length = 0;
  if (head == first || (cck_quantity_token(r, head - 1)->flags & CCK_TOKEN_CAPITAL))
    return false;
  for (uint32_t at = first + 1; at <= head && length == 0; at++) {
    length = cck_unit_match(r->units, &r->units->after, r->text, r->tokens + at, head + 1 - at, false, &alias);
    length = at + length == head + 1 ? length : 0;
  }
  if (length == 0 || (alias->how & CCK_UNIT_SYMBOL))
    return false;
  const cck_unit *unit = &r->units->units.items[alias->unit];
  bool money = cck_slice_is(unit->dimension, "money");
  if (!money && cck_decimal_is_zero(unit->factor))
    return false;
  f->alias = alias;
  f->unit = unit->name;
  f->kind = money ? CCK_FIGURE_MONEY : CCK_FIGURE_MEASURE;
  f->past = head + 1;
  return true;
}

/* "categories of products": a bare plural behind "of" belongs to the unit. */
static uint32_t with_of(const cck_quantity_reader *r, uint32_t head) {
  bool of = cck_quantity_sign(r, head + 1, "of");
  bool goes_on = can_stand(r, head + 3) &&
                 (cck_quantity_plural(r, head + 3) || (can_stand(r, head + 4) && cck_quantity_plural(r, head + 4)));
  bool name = cck_quantity_capital(r, head + 2) && cck_quantity_capital(r, head + 3) && !r->headline;
  bool describes = can_stand(r, head + 3) && !cck_quantity_verbal(r, head + 3) && !ends_in(r, head + 3, CCK_S("ing"));
  if (!of || !can_stand(r, head + 2) || !cck_quantity_plural(r, head + 2) || goes_on || name || describes ||
      is_possessive(r, head + 3))
    return head; /* "300 shares of Saints Corp", "12 counts of securities fraud" */
  return head + 2;
}

/*
 * "one of the best cars in the world": a superlative means little without its bounds. From `past`, the token past
 * them; `past` itself when there are none. "in years", "in 2012" tell when.
 */
static uint32_t with_bounds(const cck_quantity_reader *r, uint32_t first, uint32_t past) {
  enum { WORDS = 4 };
  bool superlative = cck_quantity_sign(r, first - 1, "most");
  for (uint32_t i = first; i < past && !superlative; i++)
    superlative = is_superlative(r, i);
  if (!superlative || !cck_quantity_sign(r, past, "in"))
    return past;
  uint32_t at = past + 1 + (cck_quantity_is(r, past + 1, CCK_Q_DETERMINER) ? 1u : 0u);
  bool named = cck_quantity_capital(r, at);
  if (cck_quantity_is(r, at, CCK_Q_SKIP) || cck_quantity_sign(r, at, "terms"))
    return past; /* "in more than a decade", "in terms of size" */
  uint32_t end = at;
  for (; end < at + WORDS && can_stand(r, end) && cck_quantity_capital(r, end) == named; end++) {
    const cck_unit_alias *alias;
    if (cck_unit_match(r->units, &r->units->after, r->text, r->tokens + end, 1, false, &alias) > 0)
      return past;
    if (!named && end > at && (cck_quantity_verbal(r, end) || cck_quantity_has(r, end, CCK_P_BASE)))
      break;
  }
  return end == at || (!named && end > at + 2) ? past : end;
}

/* "the top two teams", "a record 32 goals": between article and number stands what belongs to the noun. */
static uint32_t modifier_before(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = f->number_first - 1;
  bool known = cck_quantity_has(r, at, CCK_P_BEFORE_COUNT) || cck_quantity_word_at(r, at)->plain;
  bool article = at > r->first && cck_quantity_is(r, at - 1, CCK_Q_ARTICLE | CCK_Q_DETERMINER);
  return known && article && !cck_quantity_capital(r, at) && !cck_quantity_dated(r, at) ? at : f->number_first;
}

/* "four 747-400s", "two 787s", "three 737-800 jets": models right behind a number in words. Their head, 0 for none. */
static uint32_t models_head(const cck_quantity_reader *r, const cck_figure *f, uint32_t first) {
  if (f->digits || !cck_quantity_number(r, first) || !is_three_digits(cck_quantity_text(r, first)))
    return 0;
  uint32_t last = first + (cck_quantity_hyphen(r, first + 1) && cck_quantity_number(r, first + 2) ? 2u : 0u);
  if (cck_quantity_glued(r, last + 1))
    return cck_quantity_sign(r, last + 1, "s") ? last + 1 : 0;
  return last > first && cck_quantity_plural(r, last + 1) ? last + 1 : 0;
}

/* "a quake of 4.6 rattled Tern", "8.1 Imports 2.4": what has decimals is not counted by a verb, or by another row. */
static bool is_no_count(const cck_quantity_reader *r, const cck_figure *f, uint32_t first) {
  bool decimals = f->digits && f->grouped && f->power == 0 && !cck_decimal_is_whole(f->max);
  bool row = cck_quantity_capital(r, first) && cck_quantity_plural(r, first);
  return decimals && !r->headline && (row || cck_quantity_verbal(r, first)) && !cck_quantity_hyphen(r, first - 1);
}

/* "1920 x 1200 screen": the second side, and no count of screens. */
static bool is_second_side(const cck_quantity_reader *r, const cck_figure *f) {
  bool cross = cck_quantity_sign(r, f->number_first - 1, "x") || cck_quantity_sign(r, f->number_first - 1, "×");
  return cross && cck_quantity_number(r, f->number_first - 2);
}

/* "below the 4,000 mark"; not "a 500 million mark loan". */
static bool is_threshold(const cck_quantity_reader *r, const cck_figure *f, uint32_t noun) {
  bool ends = !cck_quantity_plain_word(r, noun + 1) || cck_quantity_is(r, noun + 1, CCK_Q_STOP);
  return cck_quantity_listed(r, noun, CCK_LIST_THRESHOLD) && cck_quantity_sign(r, f->number_first - 1, "the") && ends;
}

bool cck_quantity_noun(cck_quantity_reader *r, cck_figure *f, uint32_t at) {
  uint32_t before = at - 1;
  while (cck_quantity_is(r, at, CCK_Q_SKIP) && cck_quantity_plain_word(r, at + 1))
    at++;
  bool hyphen = cck_quantity_hyphen(r, at);
  bool quoted = opens_quote(r, at) && is_scare_quote(r, at);
  uint32_t first = at + (hyphen || quoted ? 1u : 0u);
  uint32_t models = models_head(r, f, first);
  if (!models &&
      (!can_stand(r, first) || (!hyphen && !quoted && cck_quantity_glued(r, first)) || is_no_count(r, f, first)))
    return false;
  bool single =
      f->one || (f->digits && !f->grouped && f->power == 0 && cck_decimal_cmp(f->min, cck_decimal_of(1)) == 0);
  bool one = single && !cck_quantity_plural(r, first) && !cck_quantity_sign(r, before, "of") &&
             !cck_quantity_is(r, before, CCK_Q_DETERMINER | CCK_Q_FEW);
  uint32_t head = models ? models : hyphen ? first : one ? first - 1 : plural_head(r, first);
  bool plural = head + 1 != first && !hyphen;
  if (!plural && !hyphen)
    head = singular_head(r, first, one);
  if (head + 1 == first || (!plural && !hyphen && (is_second_side(r, f) || is_threshold(r, f, first))))
    return false;
  if (plural && head_is_unit(r, f, first, head))
    return true;
  f->kind = CCK_FIGURE_NOUN;
  f->hyphen = hyphen;
  f->plural = plural;
  f->noun_first = first;
  f->noun_past = (plural ? with_of(r, head) : head) + 1;
  f->unit = phrase(r, first, f->noun_past);
  uint32_t bounds = f->one && plural ? with_bounds(r, first, f->noun_past) : f->noun_past;
  if (bounds > f->noun_past) {
    cck_slice where = phrase(r, f->noun_past, bounds);
    f->unit = cck_arena_printf(r->arena, "%.*s %.*s", (int)f->unit.len, f->unit.ptr, (int)where.len, where.ptr);
  }
  uint32_t modifier = plural ? modifier_before(r, f) : f->number_first;
  if (modifier < f->number_first) {
    cck_slice word = phrase(r, modifier, modifier + 1);
    f->unit = cck_arena_printf(r->arena, "%.*s %.*s", (int)word.len, word.ptr, (int)f->unit.len, f->unit.ptr);
  }
  f->noun = cck_quantity_number(r, head - 1) ? f->unit : phrase(r, head, head + 1);
  f->past = f->noun_past;
  return f->unit.len > 0;
}
