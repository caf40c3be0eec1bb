#include "extract/quantity_guard.h"
#include "model/literal.h"

static bool measures_side(const cck_unit *unit) {
  return unit && (cck_slice_is(unit->dimension, "length") || cck_slice_is(unit->name, "pixel"));
}

/* A figure in a unit that sides have. */
static bool is_side(const cck_quantity_reader *r, const cck_figure *f) {
  return f->kind == CCK_FIGURE_MEASURE && measures_side(cck_unit_find(r->units, f->unit));
}

/* Does a unit for sides stand at `at`, behind "3 x 4" or its "x 5"? Glued letters may be a race: "4x400m". */
static bool unit_of_side(const cck_quantity_reader *r, uint32_t at) {
  at += cck_guard_cross(r, at) && cck_quantity_number(r, at + 1) ? 2u : 0u;
  const cck_unit_alias *alias;
  uint32_t unit = at + (cck_quantity_hyphen(r, at) ? 1u : 0u);
  bool glued = cck_quantity_glued(r, at) && unit == at;
  return unit < r->past && !glued &&
         cck_unit_match(r->units, &r->units->after, r->text, r->tokens + unit, r->past - unit, false, &alias) > 0 &&
         measures_side(&r->units->units.items[alias->unit]);
}

/* "E3-1260L", "A380-800F": behind a hyphen and letters with digits. */
static bool is_model_part(const cck_quantity_reader *r, uint32_t at) {
  return cck_quantity_hyphen(r, at - 1) && cck_quantity_number(r, at - 2) && cck_quantity_glued(r, at - 2) &&
         cck_guard_word(r, at - 3);
}

/* "S300", "BM-27", "SA-10/20", "A/2": letters joined to the digits in front. */
const char *cck_guard_code_before(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = cck_guard_digits_at(r, f);
  if (!f->digits || at == r->first || !cck_quantity_glued(r, at) || at != f->number_first)
    return NULL;
  uint32_t before = at - 1;
  if (is_model_part(r, at))
    return "part of a name";
  const cck_figure *last = r->figures.count ? &r->figures.items[r->figures.count - 1] : NULL;
  if (last && last->past == before && cck_quantity_dash(r, before))
    return NULL; /* "5k-20k" */
  if (last && last->past == before && last->kind == CCK_FIGURE_MEASURE && f->kind == CCK_FIGURE_MEASURE &&
      cck_quantity_sign(r, before, "/"))
    return NULL; /* "4GB/64GB" */
  if (is_side(r, f) && cck_guard_cross(r, before) && cck_quantity_number(r, before - 1))
    return NULL; /* the 4 of "3x4 feet" */
  if (cck_guard_word(r, before))
    return "part of a name";
  bool joint = cck_quantity_dash(r, before) || cck_quantity_sign(r, before, "/") || cck_quantity_sign(r, before, "_") ||
               cck_quantity_sign(r, before, ".") || cck_quantity_sign(r, before, "@");
  bool lower_join = cck_quantity_sign(r, before - 1, "magnitude") || cck_quantity_sign(r, before - 1, "to") ||
                    cck_quantity_sign(r, before - 1, "by") || cck_quantity_sign(r, before - 1, "under") ||
                    cck_quantity_sign(r, before - 1, "over");
  if (!joint || !cck_quantity_glued(r, before) || !cck_guard_word(r, before - 1) || lower_join)
    return NULL;
  return cck_quantity_is(r, before - 1, CCK_Q_DIGIT | CCK_Q_TEEN | CCK_Q_TENS) ? NULL : "part of a name";
}

/* "the 5g network": of mobile phones, in lower case. */
static bool is_mobile(const cck_quantity_reader *r, const cck_figure *f) {
  if (!cck_slice_is(f->unit, "gram") || !cck_guard_plain(f) || cck_quantity_text(r, cck_guard_digits_at(r, f)).len != 1)
    return false;
  return cck_quantity_listed(r, f->past, CCK_LIST_MOBILE);
}

/* "24703m212": digits joined behind the unit, too many to be the rest of "1m80" or "2h15". */
static bool runs_on(const cck_quantity_reader *r, const cck_figure *f) {
  enum { REST = 2 };
  return cck_guard_has_unit(f) && f->past > f->number_past && cck_quantity_glued(r, f->number_past) &&
         cck_quantity_number(r, f->past) && cck_quantity_glued(r, f->past) && cck_quantity_text(r, f->past).len > REST;
}

/* "a 10-K report", "form 8-K", "10-Q", "20-F": reports to the authorities. */
static bool is_form(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t number = cck_guard_digits_at(r, f);
  bool letter = (cck_quantity_sign(r, number, "10") || cck_quantity_sign(r, number, "8"))
                    ? cck_quantity_sign(r, number + 2, "k") || cck_quantity_sign(r, number + 2, "q")
                    : cck_quantity_sign(r, number, "20") && cck_quantity_sign(r, number + 2, "f");
  return letter && cck_quantity_hyphen(r, number + 1) && cck_quantity_capital(r, number + 2) &&
         f->kind != CCK_FIGURE_MONEY && !cck_quantity_sign(r, number + 3, "race") &&
         !cck_quantity_sign(r, number + 3, "run");
}

/* "3D", "5G", "787s", "4x4": letters joined behind that are neither scale nor unit. */
const char *cck_guard_code_behind(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = f->number_past;
  if (!f->digits)
    return NULL;
  if (cck_guard_cross(r, at) && cck_quantity_number(r, at + 1) && !cck_guard_has_unit(f) && unit_of_side(r, at + 2))
    return NULL;
  if (cck_guard_cross(r, at) && cck_quantity_number(r, at + 1))
    return "dimensions";                                                            /* "2880 x 1800" */
  bool maker = cck_quantity_hyphen(r, at) && cck_quantity_sign(r, at + 1, "based"); /* "a 68020-based system" */
  bool letter = f->kind == CCK_FIGURE_NOUN && f->hyphen && f->unit.len == 1;        /* "3-D maps", "a 13-D filing" */
  if (is_mobile(r, f) || maker || letter || runs_on(r, f) || is_form(r, f))
    return "part of a name";
  if (cck_guard_has_unit(f) || !cck_quantity_glued(r, at) || !cck_guard_word(r, at))
    return NULL;
  return cck_quantity_sign(r, at, "'s") || cck_quantity_sign(r, at, "’s") ? NULL : "part of a name";
}

/* "1) ... 2) ...": a bracket closes that never opened. */
static bool closes_bracket(const cck_quantity_reader *r, const cck_figure *f) {
  if (!cck_guard_plain(f) || f->kind != CCK_FIGURE_BARE || !cck_quantity_sign(r, f->number_past, ")"))
    return false;
  bool small = cck_decimal_cmp(f->min, cck_decimal_of(20)) <= 0;
  if (cck_quantity_sign(r, f->number_first - 1, "(")) /* "(1) prices fell; (2) wages rose" */
    return small && cck_quantity_plain_word(r, f->number_past + 1);
  for (uint32_t back = 2; back <= 8; back++)
    if (cck_quantity_sign(r, f->number_first - back, "("))
      return false;
  return small;
}

/* "The troops there number 300": a verb behind a plural, not "bus number 300". */
static bool numbers_as_verb(const cck_quantity_reader *r, uint32_t at) {
  if (!cck_quantity_sign(r, at, "number") || cck_quantity_capital(r, at) ||
      cck_quantity_is(r, at - 1, CCK_Q_ARTICLE | CCK_Q_DETERMINER))
    return false;
  if (cck_quantity_plural(r, at - 1) && !cck_quantity_capital(r, at - 1))
    return true;
  bool place = cck_quantity_capital(r, at - 1) || cck_quantity_is(r, at - 1, CCK_Q_STOP);
  for (uint32_t back = 2; place && back <= 4; back++)
    if (cck_quantity_plural(r, at - back))
      return true;
  return false;
}

/* "in round two", "page twenty", "phase one of the work": a part with its number behind it, and nothing counted. */
static bool is_numbered_part(const cck_quantity_reader *r, const cck_figure *f) {
  static const uint32_t counting = CCK_Q_DETERMINER | CCK_Q_ARTICLE | CCK_Q_NUMBER_WORD | CCK_Q_ORDINAL | CCK_Q_FEW;
  uint32_t before = f->number_first - 1;
  uint32_t behind = f->number_past;
  if (cck_quantity_word_at(r, before)->value != CCK_NAMING_PART || cck_quantity_number(r, before - 1) ||
      cck_quantity_is(r, before - 1, counting) || cck_quantity_has(r, before - 1, CCK_P_NOT_ONE | CCK_P_LAST))
    return false;
  return !cck_quantity_sign(r, behind, "of") || cck_quantity_is(r, behind + 1, CCK_Q_DETERMINER | CCK_Q_ARTICLE);
}

/* "No. 5", "#5", "Section 12", "page 12", "[12]", "1." at the start. */
const char *cck_guard_numbering(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = f->number_first;
  bool glued_unit = f->alias && f->alias->how & CCK_UNIT_GLUED && cck_quantity_capital(r, at - 1); /* "Model 3s" */
  bool version = f->grouped && !cck_guard_has_unit(f) &&                                           /* "Version 2.5" */
                 (cck_quantity_capital(r, at - 1) || cck_quantity_sign(r, at - 1, "version")) &&
                 cck_quantity_is(r, at - 1, CCK_Q_NAMING) &&
                 cck_quantity_word_at(r, at - 1)->value != CCK_NAMING_MAKER &&
                 cck_decimal_cmp(f->min, cck_decimal_of(100)) < 0;
  if (version && f->power == 0 && !f->range)
    return "number of an item";
  if ((cck_guard_has_unit(f) && !glued_unit) || f->grouped || f->power || f->vague)
    return NULL;
  if (cck_quantity_sign(r, at - 1, "#") || cck_quantity_sign(r, at - 1, "№"))
    return "number of an item";
  if (f->digits && cck_quantity_sign(r, at - 1, "[") && cck_quantity_sign(r, f->number_past, "]"))
    return "reference";
  if (f->digits && at == r->first && (cck_quantity_sign(r, at + 1, ".") || cck_quantity_sign(r, at + 1, ")")) &&
      cck_quantity_glued(r, at + 1))
    return "number of a list";
  if (closes_bracket(r, f))
    return "number of a list";
  bool owned = cck_quantity_sign(r, at - 1, "'s") || cck_quantity_sign(r, at - 1, "’s"); /* "Poor's 500" */
  uint32_t before = owned || cck_quantity_sign(r, at - 1, ".") || cck_quantity_sign(r, at - 1, ":") ? at - 2 : at - 1;
  if (!f->digits && f->kind == CCK_FIGURE_BARE && is_numbered_part(r, f))
    return "number of an item";
  bool in_words = !f->digits && !cck_quantity_sign(r, before, "number"); /* "form two blocs" */
  if (cck_quantity_word_at(r, before)->value == CCK_NAMING_MAKER || numbers_as_verb(r, before) ||
      !cck_quantity_is(r, before, CCK_Q_NAMING) || ((before != at - 1 || in_words) && !cck_quantity_capital(r, before)))
    return NULL;
  return f->kind == CCK_FIGURE_NOUN && f->plural && !cck_quantity_capital(r, before) ? NULL : "number of an item";
}

/* "a 4K screen", "an 8K TV": how many pixels, as a kind of thing. */
const char *cck_guard_resolution(const cck_quantity_reader *r, const cck_figure *f) {
  cck_slice digits = cck_quantity_text(r, f->number_first);
  bool usual =
      cck_slice_is(digits, "2") || cck_slice_is(digits, "4") || cck_slice_is(digits, "5") || cck_slice_is(digits, "8");
  bool letter = cck_slice_is(cck_quantity_text(r, f->number_past - 1), "K") && f->number_past == f->number_first + 2;
  bool counts = f->kind == CCK_FIGURE_NOUN && f->plural && !cck_quantity_capital(r, f->noun_first);
  return usual && letter && !cck_guard_has_unit(f) && !counts ? "kind of screen" : NULL;
}

/* "Intel HD", "an RTX", in front of a number: capitals that are no country's or body's, in a name or behind an article.
 */
static bool is_model_prefix(const cck_quantity_reader *r, uint32_t at) {
  const cck_trie_entry *entry;
  const cck_token *token = cck_quantity_token(r, at);
  size_t length = cck_quantity_text(r, at).len;
  if (!(token->flags & CCK_TOKEN_CAPS) || length < 2 || length > 4 || r->headline ||
      cck_lexicon_match(r->context->lexicon, token, 1, &entry))
    return false;
  bool named = cck_quantity_capital(r, at - 1) && !cck_quantity_is(r, at - 1, CCK_Q_STOP) &&
               !cck_quantity_dated(r, at - 1) &&
               !(cck_quantity_token(r, at - 1)->flags & CCK_TOKEN_CAPS); /* "NEW YORK NY" */
  return named || cck_quantity_sign(r, at - 1, "a") || cck_quantity_sign(r, at - 1, "an");
}

/* "S&P 500 companies", "S P 500" where the sign was lost. */
static bool is_index_letter(const cck_quantity_reader *r, uint32_t at) {
  uint32_t other = at - (cck_quantity_sign(r, at - 1, "&") ? 2u : 1u);
  return (cck_slice_is(cck_quantity_text(r, at), "P") && cck_slice_is(cck_quantity_text(r, other), "S")) ||
         (r->lower && cck_quantity_sign(r, at, "p") && cck_quantity_sign(r, other, "s"));
}

/*
 * "Boeing 737 jets", "Intel HD 4000 graphics", "a GT 650M card": the number of a model, though a plural stands behind.
 * Behind a maker's name two digits may as well count.
 */
const char *cck_guard_model_number(const cck_quantity_reader *r, const cck_figure *f) {
  enum { SMALLEST = 100, LARGEST = 9999 };
  uint32_t at = f->number_first;
  cck_decimal number;
  bool letter =
      f->power && f->number_past == at + 2 && cck_quantity_glued(r, at + 1) && cck_quantity_text(r, at + 1).len == 1;
  bool bare = f->digits && !f->grouped && !cck_guard_has_unit(f) && !f->range && at == cck_guard_digits_at(r, f) &&
              at > r->first && !cck_quantity_glued(r, at) && (letter || (f->power == 0 && f->number_past == at + 1));
  if (!bare)
    return NULL;
  const cck_quantity_word *before = cck_quantity_word_at(r, at - 1);
  bool maker = ((before->classes & CCK_Q_NAMING) && before->value == CCK_NAMING_MAKER) || is_index_letter(r, at - 1);
  if (!(cck_quantity_capital(r, at - 1) || (maker && r->lower)) ||
      !cck_literal_number(cck_quantity_text(r, at), &number) || cck_decimal_cmp(number, cck_decimal_of(SMALLEST)) < 0 ||
      cck_decimal_cmp(number, cck_decimal_of(LARGEST)) > 0)
    return NULL;
  return maker || is_model_prefix(r, at - 1) ? "number of a model" : NULL;
}

/* "iPhone 11", "Boeing 747", "S&P 500": a small bare number behind a capitalised word. */
const char *cck_guard_name_number(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = f->number_first;
  uint8_t caps = cck_quantity_token(r, at - 1)->flags & CCK_TOKEN_CAPS;
  bool inner = cck_quantity_capital(r, at - 1) && !(cck_quantity_token(r, at - 1)->flags & CCK_TOKEN_CAPITAL);
  if (f->digits && f->grouped && f->power == 0 && !cck_guard_has_unit(f) && !r->headline && (caps || inner) &&
      cck_decimal_cmp(f->min, cck_decimal_of(20)) < 0 && !cck_quantity_glued(r, at) &&
      !cck_quantity_is(r, at - 1, CCK_Q_STOP))
    return "part of a name"; /* "USB 3.0 ports", "iOS 5.1" */
  if (f->digits && cck_slice_ends(cck_quantity_text(r, at), CCK_S(".0")) && f->power == 0 && !cck_guard_has_unit(f) &&
      !r->headline && cck_quantity_capital(r, at - 1) && at - 1 > r->first && !cck_quantity_glued(r, at) &&
      !cck_quantity_is(r, at - 1, CCK_Q_STOP))
    return "part of a name";                                                          /* "Web 2.0" */
  bool letter = f->digits && f->power && cck_quantity_glued(r, f->number_past - 1) && /* "a GT 650M card" */
                cck_quantity_text(r, f->number_past - 1).len == 1;
  if (letter && caps && !cck_quantity_glued(r, at) && !f->plural && !cck_guard_has_unit(f) && !r->headline)
    return "part of a name";
  if (!cck_guard_plain(f) || cck_guard_has_unit(f) || r->headline || f->strong || f->range)
    return NULL;
  const cck_quantity_word *word = cck_quantity_word_at(r, at - 1);
  bool maker = r->lower && word->classes & CCK_Q_NAMING && word->value == CCK_NAMING_MAKER; /* "the iphone 11 costs" */
  if (at == r->first || !(cck_quantity_capital(r, at - 1) || maker) || cck_quantity_glued(r, at) ||
      cck_quantity_dated(r, at - 1))
    return NULL;
  if (word->classes & (CCK_Q_STOP | CCK_Q_FILLER | CCK_Q_SCALE | CCK_Q_FEW) || word->parts & CCK_P_LAST)
    return NULL;
  bool index = cck_slice_is(f->noun, "index") || cck_slice_is(f->noun, "indice"); /* "both Nikkei 225 indexes" */
  bool model = inner && f->number_past == f->number_first + 1;                    /* "iPhone 4 owners" */
  bool kind = caps && cck_quantity_text(r, at - 1).len >= 3 && cck_quantity_text(r, at).len == 1 && !f->hyphen &&
              !cck_quantity_plural(r, f->number_past); /* "a new HIV 2 drug and other medicines" */
  if (f->kind == CCK_FIGURE_NOUN && (f->plural || f->hyphen) && !index && !model && !kind &&
      !cck_quantity_capital(r, f->noun_first))
    return NULL;
  return f->number_past - cck_guard_digits_at(r, f) == 1 && cck_decimal_cmp(f->min, cck_decimal_of(9999)) <= 0
             ? "part of a name"
             : NULL;
}

/* "the 717 program", "the 8900 is": a thing with a number for a name. */
const char *cck_guard_name_definite(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t behind = f->number_past;
  if (!cck_guard_plain(f) || cck_guard_has_unit(f) || f->strong || f->range || f->hyphen || f->plural ||
      !cck_quantity_sign(r, f->number_first - 1, "the") || cck_decimal_cmp(f->min, cck_decimal_of(100)) < 0)
    return NULL;
  bool verb = cck_quantity_sign(r, behind, "is") || cck_quantity_sign(r, behind, "worth") ||
              cck_quantity_sign(r, behind, "was") || cck_quantity_sign(r, behind, "has") ||
              cck_quantity_sign(r, behind, "'s") || cck_quantity_sign(r, behind, "’s");
  return verb || f->kind == CCK_FIGURE_NOUN ? "part of a name" : NULL;
}

/* "140 Lebanon", "365 Kosovo (UN)": nothing but a country's name, as in a list of places. */
static bool is_place(const cck_quantity_reader *r, uint32_t at) {
  const cck_lexicon *lexicon = r->context->lexicon;
  const cck_trie_entry *entry = NULL;
  if (at >= r->past)
    return false;
  uint32_t length = (uint32_t)cck_lexicon_match(lexicon, &r->tokens[at], r->past - at, &entry);
  return length && entry && lexicon->aliases.items[entry->payload].role == CCK_ALIAS_NAME &&
         cck_quantity_token(r, at + length)->kind == CCK_TOKEN_SIGN && !cck_quantity_dash(r, at + length);
}

/* "approximately 900 Acme": said of a size, and of no name; "66 Ma" may be a symbol. */
static bool is_measured(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t before = f->number_first - 1;
  if (cck_quantity_text(r, f->noun_first).len <= 2)
    return false;
  bool stop = cck_quantity_sign(r, before, ".") && cck_quantity_sign(r, before - 1, "approx");
  return stop || cck_quantity_sign(r, before, "approximately") || cck_quantity_sign(r, before, "approx");
}

/* "11 Pro Max", "787 Dreamliner": a bare number in front of a capitalised singular. */
const char *cck_guard_name_behind(const cck_quantity_reader *r, const cck_figure *f) {
  if (cck_quantity_has(r, f->noun_first, CCK_P_DEMONYM) && !cck_quantity_capital(r, f->noun_first + 1))
    return NULL; /* "11 Yemeni" */
  bool named = f->kind == CCK_FIGURE_NOUN && !f->plural && !f->hyphen && !f->strong &&
               cck_quantity_capital(r, f->noun_first) && !is_place(r, f->noun_first) && !is_measured(r, f);
  return named && cck_guard_plain(f) && !r->headline && cck_decimal_cmp(f->min, cck_decimal_of(9999)) <= 0
             ? "part of a name"
             : NULL;
}

/* The rest of a number that was refused: the 2 of "ISO 3888-2", the 66 of "312 66 50 50". */
const char *cck_guard_refused_before(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = f->number_first;
  if (!f->digits || cck_guard_has_unit(f) || f->power || (f->kind == CCK_FIGURE_NOUN && f->plural))
    return NULL;
  if (cck_quantity_dash(r, at - 1) && cck_quantity_glued(r, at) && r->rejected_past == at - 1 && at > r->first + 1)
    return "rest of a number that is none";
  bool before = cck_quantity_number(r, at - 1);
  bool behind = cck_quantity_number(r, f->number_past) && cck_quantity_number(r, f->number_past + 1);
  return (before && !cck_quantity_dated(r, at - 1)) || (behind && f->kind == CCK_FIGURE_BARE) ? "row of numbers" : NULL;
}

/* "Big Ten", "Seven Network", "the Six Nations": a capitalised number word inside a name. */
const char *cck_guard_name_word(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = f->number_first;
  uint32_t word = f->digits ? f->number_past + 1 : at; /* "a 7-Eleven": from both ends of the hyphen */
  if (cck_quantity_hyphen(r, word - 1) && cck_quantity_number(r, word - 2) && cck_quantity_capital(r, word) &&
      !r->headline && cck_quantity_is(r, word, CCK_Q_DIGIT | CCK_Q_TEEN))
    return "part of a name";
  if (f->digits || r->headline || at == r->first || !cck_quantity_capital(r, at) || cck_guard_has_unit(f) || f->power)
    return NULL;
  if (cck_quantity_token(r, at - 1)->kind == CCK_TOKEN_SIGN)
    return NULL; /* behind a quotation mark or a colon a sentence begins */
  bool before = cck_quantity_capital(r, at - 1) && !cck_quantity_is(r, at - 1, CCK_Q_STOP);
  return before || cck_quantity_capital(r, f->number_past) || cck_quantity_is(r, at - 1, CCK_Q_STOP) ? "part of a name"
                                                                                                     : NULL;
}

enum { LONG = 7 }; /* digits without groups, as telephone numbers have */

/* "19) 35831647", "(19 35831647", "1237812, 1237839": next to another number. */
static bool beside_long_number(const cck_quantity_reader *r, uint32_t at) {
  if (cck_quantity_number(r, at - 1) || (cck_quantity_sign(r, at - 1, ")") && cck_quantity_number(r, at - 2)))
    return true;
  cck_slice before = cck_quantity_sign(r, at - 1, ",") ? cck_quantity_text(r, at - 2) : CCK_S("");
  cck_slice behind = cck_quantity_sign(r, at + 1, ",") ? cck_quantity_text(r, at + 2) : CCK_S("");
  return (before.len >= LONG && cck_quantity_number(r, at - 2)) ||
         (behind.len >= LONG && cck_quantity_number(r, at + 2));
}

static bool is_service(cck_slice digits) {
  return cck_slice_is(digits, "911") || cck_slice_is(digits, "999") || cck_slice_is(digits, "112") ||
         cck_slice_is(digits, "101") || cck_slice_is(digits, "111") || cck_slice_is(digits, "988");
}

/* "007", "0737 GMT", "+996 312 62 10 10", "1.2.3" */
const char *cck_guard_identifier(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = cck_guard_digits_at(r, f);
  cck_slice digits = cck_quantity_text(r, at);
  if (!f->digits || f->malformed || digits.len == 0)
    return NULL;
  bool area_code = cck_quantity_sign(r, at - 1, "(") && cck_quantity_sign(r, at + 1, ")") && digits.len == 3;
  if (area_code && cck_quantity_number(r, at + 2) && !cck_guard_has_unit(f))
    return "phone number";
  bool local = cck_quantity_hyphen(r, at + 1) && cck_quantity_number(r, at + 2);
  if (local && digits.len == 3 && cck_quantity_text(r, at + 2).len == 4 && cck_quantity_text(r, at + 2).ptr[0] == '0')
    return "phone number";
  if (cck_quantity_sign(r, at - 1, "+") && cck_quantity_glued(r, at) && digits.len <= 4 && cck_guard_plain(f) &&
      !cck_guard_has_unit(f))
    return "phone number";
  bool country = cck_quantity_sign(r, at + 1, "(") && cck_quantity_glued(r, at + 1) && digits.len <= 3 &&
                 cck_quantity_number(r, at + 2) && cck_quantity_sign(r, at + 3, ")") && cck_quantity_glued(r, at + 4) &&
                 cck_quantity_number(r, at + 4);
  cck_slice rest = cck_quantity_number(r, at + 1) ? cck_quantity_text(r, at + 1) : CCK_S("");
  if (rest.len >= LONG && cck_slice_find(rest, CCK_S(","), 0) == SIZE_MAX && digits.len <= 4 && !cck_guard_has_unit(f))
    return "phone number"; /* "19 35831647" */
  if (country || (cck_guard_plain(f) && digits.len >= LONG && !cck_guard_has_unit(f) && beside_long_number(r, at)))
    return "phone number";
  bool point = at > f->number_first && cck_quantity_sign(r, at - 1, "."); /* ".08" */
  if (!point && digits.len > 1 && digits.ptr[0] == '0' && cck_is_digit(digits.ptr[1]))
    return "identifier";
  bool dialled =
      cck_quantity_has(r, at - 1, CCK_P_DIAL) || (is_service(digits) && cck_quantity_has(r, at + 1, CCK_P_DIAL));
  if (dialled && cck_guard_plain(f) && digits.len >= 3 &&
      !(f->kind == CCK_FIGURE_NOUN && f->plural && !is_service(digits)) && !cck_guard_has_unit(f))
    return "phone number";
  if (cck_guard_plain(f) && digits.len >= 10 && !cck_guard_has_unit(f) && f->kind == CCK_FIGURE_BARE)
    return "identifier";
  size_t points = 0;
  for (size_t i = 0; i < digits.len; i++)
    points += digits.ptr[i] == '.';
  return points > 1 ? "version or identifier" : NULL;
}

/* "9 E 71st St", "358 El Brillo Way": capitalised words up to a word for a street. */
const char *cck_guard_address(const cck_quantity_reader *r, const cck_figure *f) {
  if (!cck_guard_plain(f) || cck_guard_has_unit(f))
    return NULL;
  uint32_t past = f->number_past;
  if (cck_quantity_hyphen(r, past) && cck_quantity_number(r, past + 1))
    past += 2; /* "16-18 Elm Road" */
  if (cck_quantity_is(r, past, CCK_Q_STREET) && cck_quantity_capital(r, past) && cck_quantity_capital(r, past + 1))
    return f->plural && !cck_quantity_capital(r, f->noun_past - 1)
               ? NULL
               : "address"; /* "22 Rue Foch"; "12 Lane County judges" */
  for (uint32_t i = past; i < past + 6; i++) {
    bool numeral = cck_quantity_number(r, i) || cck_quantity_is(r, i, CCK_Q_ORDINAL) ||
                   (cck_quantity_sign(r, i, ".") && cck_quantity_text(r, i - 1).len == 1); /* "E. Oak St." */
    if (cck_quantity_is(r, i, CCK_Q_STREET) && cck_quantity_capital(r, i))
      return i > past ? "address" : NULL;
    if (cck_quantity_has(r, i, CCK_P_BE) || (!cck_quantity_capital(r, i) && !numeral))
      break;
  }
  return NULL;
}
