#include "base/utf8.h"
#include "extract/quantity.h"
#include "text/stem.h"

/* A walk over the words that may make up a counted noun phrase. */
enum { WALK = 7, WORD = 48 };

static cck_slice fold(const cck_quantity_reader *r, uint32_t at, char out[WORD + 2]) {
  size_t length = cck_utf8_fold_into(cck_quantity_text(r, at), out, WORD);
  return (cck_slice){out, length};
}

bool cck_quantity_plural(const cck_quantity_reader *r, uint32_t at) {
  char buffer[WORD + 2];
  if (cck_quantity_has(r, at, CCK_P_COLLECTIVE))
    return true;
  if (cck_quantity_is(r, at, CCK_Q_STOP | CCK_Q_VERB))
    return false;
  cck_slice folded = fold(r, at, buffer);
  return folded.len > 2 && cck_is_plural(folded);
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
  if (cck_quantity_has(r, at, CCK_P_PERIODIC) && cck_quantity_plural(r, at + 1))
    return true; /* "24 monthly payments" */
  return !cck_quantity_is(r, at, CCK_Q_STOP | CCK_Q_DIGIT | CCK_Q_TEEN | CCK_Q_TENS | CCK_Q_SCALE | CCK_Q_FEW);
}

bool cck_quantity_verbal(const cck_quantity_reader *r, uint32_t at) {
  char buffer[WORD + 2];
  cck_slice folded = fold(r, at, buffer);
  return cck_slice_ends(folded, CCK_S("ly")) || cck_slice_ends(folded, CCK_S("ed")) || cck_is_past_form(folded) ||
         cck_quantity_is(r, at, CCK_Q_VERB);
}

static bool ends_in_ing(const cck_quantity_reader *r, uint32_t at) {
  char buffer[WORD + 2];
  return cck_slice_ends(fold(r, at, buffer), CCK_S("ing"));
}

/* "digital and physical sales": an "and" between two words of the phrase that are no plurals. */
static bool joins_modifiers(const cck_quantity_reader *r, uint32_t at, uint32_t first) {
  return cck_quantity_sign(r, at, "and") && at > first && can_stand(r, at + 1) && !cck_quantity_plural(r, at - 1);
}

/* A number of three digits or more, as planes and phones have: "five new 737 jets". */
static bool is_model_number(const cck_quantity_reader *r, uint32_t at) {
  cck_slice digits = cck_quantity_text(r, at);
  return digits.len == 3 && digits.ptr[0] != '0' && cck_quantity_plain_word(r, at + 1) &&
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
  return glued ? cck_quantity_sign(r, number + 1, "s") : can_stand(r, number + 1) && cck_quantity_plural(r, number + 1);
}

/* "the companies' directors": the apostrophe of a plural's possessive, with its word behind it. */
static bool is_possessive(const cck_quantity_reader *r, uint32_t at) {
  bool apostrophe = cck_quantity_sign(r, at, "'") || cck_quantity_sign(r, at, "’");
  return apostrophe && cck_quantity_glued(r, at) && !cck_quantity_glued(r, at + 1) && cck_quantity_plural(r, at - 1);
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
  if (joins_modifiers(r, next, first))
    return next + 1;
  return can_stand(r, next) ? next : at;
}

/* "19 fouls proves it", "one man claims it": a verb has an object right behind it. */
static bool has_object(const cck_quantity_reader *r, uint32_t at) {
  static const char *const objects[] = {"it", "this", "him", "them"}; /* not "he": "followers he took" */
  if (cck_quantity_is(r, at + 1, CCK_Q_ARTICLE) && cck_quantity_has(r, at + 2, CCK_P_AFTER_AGE | CCK_P_PER_NOUN))
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
static bool second_plural(const cck_quantity_reader *r, uint32_t at) {
  return !cck_quantity_glued(r, at) && can_stand(r, at) && cck_quantity_plural(r, at) && !goes_on(r, at + 1) &&
         !has_object(r, at);
}

/* A plural that is part of a name goes before the thing that bears it: "60 Phillips Petroleum shares". */
static bool opens_name(const cck_quantity_reader *r, uint32_t at) {
  const cck_token *token = cck_quantity_token(r, at);
  return !r->headline && token->flags & CCK_TOKEN_CAPITAL && cck_quantity_token(r, at + 1)->flags & CCK_TOKEN_CAPITAL;
}

/* The head: the first plural, or a plural right behind it ("sports cars"). `first` - 1 when there is none. */
static uint32_t plural_head(const cck_quantity_reader *r, uint32_t first) {
  uint32_t at = first;
  uint32_t named = first - 1;
  for (int turn = 0; turn < WALK; turn++) {
    bool hyphened = goes_on(r, at + 1);
    bool plural = cck_quantity_plural(r, at) && !hyphened;
    if (cck_quantity_number(r, at) && cck_quantity_glued(r, at + 1))
      return at + 1; /* the s of "747s" */
    if (plural && at > first && has_object(r, at))
      return named;
    bool owner = plural && (opens_name(r, at) || is_possessive(r, at + 1));
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

/* Without a plural: the one word, or the last of up to four when it is one thing. */
static uint32_t singular_head(const cck_quantity_reader *r, uint32_t first, bool one) {
  uint32_t last = first - 1;
  uint32_t at = first;
  for (int words = one ? 4 : 1; words > 0; words--) {
    if (cck_quantity_verbal(r, at) || (!one && (ends_in_ing(r, at) || cck_quantity_has(r, at, CCK_P_BASE))) ||
        (at > first && cck_quantity_plural(r, at)))
      return last;
    last = at;
    uint32_t next = next_word(r, at, first);
    if (next == at || cck_quantity_sign(r, next - 1, "and"))
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
    if (cck_quantity_sign(r, i, "'s") || cck_quantity_sign(r, i, "’s") || cck_quantity_sign(r, i, "and") ||
        is_possessive(r, i))
      continue;
    cck_slice folded = word->plain ? cck_slice_of(word->plain) : dash ? CCK_S("-") : fold(r, i, buffer);
    bool owner = is_possessive(r, i + 1) && !cck_quantity_capital(r, i);
    if (i + 1 == past || owner)
      folded = cck_singular(r->arena, cck_arena_copy(r->arena, folded));
    if (folded.len > 2 * WORD)
      folded.len = 0;
    if (cck_quantity_number(r, i - 1) && i > from && cck_quantity_glued(r, i) && cck_quantity_sign(r, i, "s"))
      continue;
    bool glued = i > from && cck_quantity_number(r, i) && cck_quantity_glued(r, i); /* "a320" */
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
  if (!of || !can_stand(r, head + 2) || !cck_quantity_plural(r, head + 2) || can_stand(r, head + 3))
    return head;
  return head + 2;
}

bool cck_quantity_noun(cck_quantity_reader *r, cck_figure *f, uint32_t at) {
  while (cck_quantity_is(r, at, CCK_Q_SKIP) && cck_quantity_plain_word(r, at + 1))
    at++;
  bool hyphen = cck_quantity_hyphen(r, at);
  uint32_t first = at + (hyphen ? 1u : 0u);
  if (!can_stand(r, first) || (!hyphen && cck_quantity_glued(r, first)))
    return false;
  bool one = f->one && !cck_quantity_plural(r, first) && !cck_quantity_sign(r, at - 1, "of") &&
             !cck_quantity_is(r, at - 1, CCK_Q_DETERMINER);
  uint32_t head = hyphen ? first : one ? first - 1 : plural_head(r, first);
  bool plural = head + 1 != first && !hyphen;
  if (!plural && !hyphen)
    head = singular_head(r, first, one);
  if (head + 1 == first)
    return false;
  if (plural && head_is_unit(r, f, first, head))
    return true;
  f->kind = CCK_FIGURE_NOUN;
  f->hyphen = hyphen;
  f->plural = plural;
  f->noun_first = first;
  f->noun_past = (plural ? with_of(r, head) : head) + 1;
  f->unit = phrase(r, first, f->noun_past);
  f->noun = cck_quantity_number(r, head - 1) ? f->unit : phrase(r, head, head + 1);
  f->past = f->noun_past;
  return f->unit.len > 0;
}
