#include "extract/quantity.h"
#include "model/literal.h"

/*
 * What is no quantity. Each guard tells why, or NULL; they are asked in order.
 * `f` has its unit already: most guards spare a figure that money or a unit speaks for.
 */
typedef const char *(*guard)(const cck_quantity_reader *r, const cck_figure *f);

static bool is_word(const cck_quantity_reader *r, uint32_t at) {
  return cck_quantity_token(r, at)->kind == CCK_TOKEN_WORD;
}

static bool is_capital(const cck_quantity_reader *r, uint32_t at) { return cck_quantity_capital(r, at); }

/* The first token of the digits or words, behind mark and sign. */
static uint32_t digits_at(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = f->number_first;
  while (at + 1 < f->number_past && f->digits && !cck_quantity_number(r, at))
    at++;
  return at;
}

static bool is_plain_digits(const cck_figure *f) { return f->digits && !f->grouped && f->power == 0; }

static bool has_unit(const cck_figure *f) { return f->kind == CCK_FIGURE_MONEY || f->kind == CCK_FIGURE_MEASURE; }

static bool is_dated_duration(const cck_quantity_reader *r, const cck_figure *f) {
  const cck_unit *unit = f->kind == CCK_FIGURE_MEASURE ? cck_unit_find(r->units, f->unit) : NULL;
  return unit && cck_slice_is(unit->dimension, "duration") &&
         cck_quantity_dated(r, f->past - 1); /* "two years later", not "on July 24 ended months of doubt" */
}

static const char *part_of_date(const cck_quantity_reader *r, const cck_figure *f) {
  for (uint32_t i = f->number_first; i < f->number_past; i++)
    if (cck_quantity_dated(r, i) && !(cck_quantity_vaguely_dated(r, i) && is_dated_duration(r, f)))
      return "part of a date";
  return NULL;
}

/* "1st", "21st", but not "11st". */
static bool is_first(const cck_quantity_reader *r, uint32_t at) {
  cck_slice digits = cck_quantity_text(r, at);
  return cck_slice_ends(digits, CCK_S("1")) && !cck_slice_ends(digits, CCK_S("11"));
}

/* "the fifty-first meeting", but "a twenty-second film" may last so long. */
static bool is_spelled_ordinal(const cck_quantity_reader *r, const cck_figure *f) {
  static const uint32_t tens = CCK_Q_TENS | CCK_Q_SCALE;
  uint32_t last = f->number_past + 1;
  bool joined = cck_quantity_hyphen(r, f->number_past) && cck_quantity_is(r, f->number_past - 1, tens);
  return joined && !f->digits && !f->share &&
         (cck_quantity_sign(r, last, "first") ||
          (cck_quantity_is(r, last, CCK_Q_DENOMINATOR) && !cck_quantity_sign(r, last, "half")));
}

static const char *ordinal(const cck_quantity_reader *r, const cck_figure *f) {
  if (is_spelled_ordinal(r, f))
    return "ordinal";
  if (cck_slice_is(f->unit, "stone") && !is_first(r, digits_at(r, f)))
    return NULL;                                                     /* "14st" */
  bool suffix = cck_quantity_is(r, f->number_past, CCK_Q_ORDINAL) && /* "the 15,599 th plane" */
                (cck_quantity_glued(r, f->number_past) || cck_quantity_sign(r, f->number_past, "th"));
  return f->digits && suffix ? "ordinal" : NULL;
}

static bool is_cross(const cck_quantity_reader *r, uint32_t at) {
  return cck_quantity_sign(r, at, "x") || cck_quantity_sign(r, at, "×");
}

static bool measures_side(const cck_unit *unit) {
  return unit && (cck_slice_is(unit->dimension, "length") || cck_slice_is(unit->name, "pixel"));
}

/* A figure in a unit that sides have. */
static bool is_side(const cck_quantity_reader *r, const cck_figure *f) {
  return f->kind == CCK_FIGURE_MEASURE && measures_side(cck_unit_find(r->units, f->unit));
}

/* Does a unit for sides stand at `at`, behind "3 x 4" or its "x 5"? Glued letters may be a race: "4x400m". */
static bool unit_of_side(const cck_quantity_reader *r, uint32_t at) {
  at += is_cross(r, at) && cck_quantity_number(r, at + 1) ? 2u : 0u;
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
         is_word(r, at - 3);
}

/* "S300", "BM-27", "SA-10/20", "A/2": letters joined to the digits in front. */
static const char *code_before(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = digits_at(r, f);
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
  if (is_side(r, f) && is_cross(r, before) && cck_quantity_number(r, before - 1))
    return NULL; /* the 4 of "3x4 feet" */
  if (is_word(r, before))
    return "part of a name";
  bool joint = cck_quantity_dash(r, before) || cck_quantity_sign(r, before, "/") || cck_quantity_sign(r, before, "_") ||
               cck_quantity_sign(r, before, ".") || cck_quantity_sign(r, before, "@");
  bool lower_join = cck_quantity_sign(r, before - 1, "magnitude") || cck_quantity_sign(r, before - 1, "to") ||
                    cck_quantity_sign(r, before - 1, "by") || cck_quantity_sign(r, before - 1, "under") ||
                    cck_quantity_sign(r, before - 1, "over");
  if (!joint || !cck_quantity_glued(r, before) || !is_word(r, before - 1) || lower_join)
    return NULL;
  return cck_quantity_is(r, before - 1, CCK_Q_DIGIT | CCK_Q_TEEN | CCK_Q_TENS) ? NULL : "part of a name";
}

/* "the 5g network": of mobile phones, in lower case. */
static bool is_mobile(const cck_quantity_reader *r, const cck_figure *f) {
  if (!cck_slice_is(f->unit, "gram") || !is_plain_digits(f) || cck_quantity_text(r, digits_at(r, f)).len != 1)
    return false;
  return cck_quantity_listed(r, f->past, CCK_LIST_MOBILE);
}

/* "24703m212": digits joined behind the unit, too many to be the rest of "1m80" or "2h15". */
static bool runs_on(const cck_quantity_reader *r, const cck_figure *f) {
  enum { REST = 2 };
  return has_unit(f) && f->past > f->number_past && cck_quantity_glued(r, f->number_past) &&
         cck_quantity_number(r, f->past) && cck_quantity_glued(r, f->past) && cck_quantity_text(r, f->past).len > REST;
}

/* "a 10-K report", "form 8-K", "20-F": reports to the authorities. */
static bool is_form(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t letter = digits_at(r, f) + 2;
  return is_word(r, letter) && cck_quantity_hyphen(r, letter - 1) && cck_quantity_text(r, letter).len == 1 &&
         cck_is_upper(cck_quantity_text(r, letter).ptr[0]) && cck_quantity_text(r, letter - 2).len <= 2 &&
         f->kind != CCK_FIGURE_MONEY;
}

/* "3D", "5G", "787s", "4x4": letters joined behind that are neither scale nor unit. */
static const char *code_behind(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = f->number_past;
  if (!f->digits)
    return NULL;
  if (is_cross(r, at) && cck_quantity_number(r, at + 1) && !has_unit(f) && unit_of_side(r, at + 2))
    return NULL;
  if (is_cross(r, at) && cck_quantity_number(r, at + 1))
    return "dimensions";                                                            /* "2880 x 1800" */
  bool maker = cck_quantity_hyphen(r, at) && cck_quantity_sign(r, at + 1, "based"); /* "a 68020-based system" */
  if (is_mobile(r, f) || maker || runs_on(r, f) || is_form(r, f))
    return "part of a name";
  if (has_unit(f) || !cck_quantity_glued(r, at) || !is_word(r, at))
    return NULL;
  return cck_quantity_sign(r, at, "'s") || cck_quantity_sign(r, at, "’s") ? NULL : "part of a name";
}

static bool is_ratio_word(const cck_quantity_reader *r, uint32_t at) {
  bool word = cck_quantity_sign(r, at, "for") || cck_quantity_sign(r, at, "on") || cck_quantity_sign(r, at, "of");
  return word && cck_quantity_hyphen(r, at - 1) && cck_quantity_hyphen(r, at + 1);
}

/* "two-for-one", "one-on-one", "3-of-10": a ratio. */
static const char *ratio(const cck_quantity_reader *r, const cck_figure *f) {
  return is_ratio_word(r, f->number_past + 1) || is_ratio_word(r, f->number_first - 2) ? "ratio" : NULL;
}

/* "80s" */
static bool is_tens(const cck_quantity_reader *r, uint32_t at) {
  cck_slice digits = cck_quantity_text(r, at);
  return cck_quantity_number(r, at) && digits.len == 2 && digits.ptr[1] == '0' && cck_quantity_sign(r, at + 1, "s") &&
         cck_quantity_glued(r, at + 1);
}

/* "the 70s and 80s", "in the low 20s": from the word in front. */
static bool stands_among_decades(const cck_quantity_reader *r, uint32_t before) {
  if (cck_quantity_listed(r, before, CCK_LIST_OF_DECADE))
    return true;
  bool joined =
      cck_quantity_sign(r, before, "and") || cck_quantity_sign(r, before, "or") || cck_quantity_sign(r, before, "to");
  return joined && (cck_quantity_dated(r, before - 1) || is_tens(r, before - 2));
}

/* "in his 40s", "a 20-something": some age of the ten years from there. */
static const char *decade_of_life(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = f->number_past;
  if (cck_quantity_hyphen(r, at) &&
      (cck_quantity_sign(r, at + 1, "something") || cck_quantity_sign(r, at + 1, "somethings")))
    return "decade of life";
  if (!is_tens(r, f->number_first) || f->number_past != f->number_first + 1)
    return NULL;
  if (stands_among_decades(r, f->number_first - 1))
    return "decade";
  bool owned = cck_quantity_is(r, f->number_first - 1, CCK_Q_DETERMINER) ||
               cck_quantity_sign(r, f->number_first - 1, "late") ||
               cck_quantity_sign(r, f->number_first - 1, "early") || cck_quantity_sign(r, f->number_first - 1, "mid") ||
               cck_quantity_dash(r, f->number_first - 1);
  return owned ? "decade of life" : NULL;
}

/* "25/34 mpg": two figures of one unit. */
static bool is_rated_pair(const cck_quantity_reader *r, const cck_figure *f, bool second) {
  const cck_unit_alias *alias;
  if (second)
    return has_unit(f) && cck_quantity_token(r, f->number_first - 3)->kind != CCK_TOKEN_SIGN;
  uint32_t unit = f->number_past + 2;
  return unit < r->past && f->kind == CCK_FIGURE_BARE && !cck_quantity_sign(r, f->first - 1, "/") &&
         cck_unit_match(r->units, &r->units->after, r->text, r->tokens + unit, r->past - unit,
                        cck_quantity_glued(r, unit), &alias) > 0;
}

static const char *slash(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = digits_at(r, f);
  bool before = at == f->number_first && cck_quantity_sign(r, at - 1, "/") && cck_quantity_glued(r, at) &&
                cck_quantity_number(r, at - 2);
  bool behind = cck_quantity_sign(r, f->number_past, "/") && cck_quantity_glued(r, f->number_past) &&
                cck_quantity_number(r, f->number_past + 1);
  if (!f->digits || (!before && !behind))
    return NULL;
  return is_rated_pair(r, f, before) ? NULL : "date or code with slashes";
}

/* "at 1230 hours": four digits, hour and minute. */
static bool is_military_time(const cck_quantity_reader *r, const cck_figure *f) {
  enum { HOURS = 24, MINUTES = 60, HUNDRED = 100, DIGITS = 4 };
  int64_t value;
  return is_plain_digits(f) && cck_slice_is(f->unit, "hour") && cck_quantity_text(r, f->number_first).len == DIGITS &&
         cck_decimal_to_int(f->min, &value) && value / HUNDRED < HOURS && value % HUNDRED < MINUTES &&
         cck_quantity_listed(r, f->number_first - 1, CCK_LIST_AT_A_TIME);
}

static const char *clock_time(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = digits_at(r, f);
  bool colon_behind = cck_quantity_sign(r, f->number_past, ":") && cck_quantity_glued(r, f->number_past) &&
                      cck_quantity_glued(r, f->number_past + 1) && cck_quantity_number(r, f->number_past + 1);
  bool colon_before = cck_quantity_sign(r, at - 1, ":") && cck_quantity_glued(r, at) && cck_quantity_glued(r, at - 1) &&
                      cck_quantity_number(r, at - 2);
  uint32_t end = f->number_past; /* "2-4 p.m." */
  end += cck_quantity_dash(r, end) && cck_quantity_number(r, end + 1) ? 2u : 0u;
  bool named = !has_unit(f) && cck_quantity_is(r, end, CCK_Q_CLOCK);
  return colon_behind || colon_before || named || is_military_time(r, f) ? "clock time" : NULL;
}

/* "1) ... 2) ...": a bracket closes that never opened. */
static bool closes_bracket(const cck_quantity_reader *r, const cck_figure *f) {
  if (!is_plain_digits(f) || f->kind != CCK_FIGURE_BARE || !cck_quantity_sign(r, f->number_past, ")"))
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
  if (!cck_quantity_sign(r, at, "number") || is_capital(r, at) ||
      cck_quantity_is(r, at - 1, CCK_Q_ARTICLE | CCK_Q_DETERMINER))
    return false;
  if (cck_quantity_plural(r, at - 1) && !is_capital(r, at - 1))
    return true;
  bool place = is_capital(r, at - 1) || cck_quantity_is(r, at - 1, CCK_Q_STOP);
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
static const char *numbering(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = f->number_first;
  bool glued_unit = f->alias && f->alias->how & CCK_UNIT_GLUED && is_capital(r, at - 1); /* "Model 3s" */
  bool version =
      f->grouped && !has_unit(f) && /* "Version 2.5" */
      (is_capital(r, at - 1) || cck_quantity_sign(r, at - 1, "version")) && cck_quantity_is(r, at - 1, CCK_Q_NAMING) &&
      cck_quantity_word_at(r, at - 1)->value != CCK_NAMING_MAKER && cck_decimal_cmp(f->min, cck_decimal_of(100)) < 0;
  if (version && f->power == 0 && !f->range)
    return "number of an item";
  if ((has_unit(f) && !glued_unit) || f->grouped || f->power || f->vague)
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
      !cck_quantity_is(r, before, CCK_Q_NAMING) || ((before != at - 1 || in_words) && !is_capital(r, before)))
    return NULL;
  return f->kind == CCK_FIGURE_NOUN && f->plural && !is_capital(r, before) ? NULL : "number of an item";
}

/* "a 4K screen", "an 8K TV": how many pixels, as a kind of thing. */
static const char *resolution(const cck_quantity_reader *r, const cck_figure *f) {
  cck_slice digits = cck_quantity_text(r, f->number_first);
  bool usual =
      cck_slice_is(digits, "2") || cck_slice_is(digits, "4") || cck_slice_is(digits, "5") || cck_slice_is(digits, "8");
  bool letter = cck_slice_is(cck_quantity_text(r, f->number_past - 1), "K") && f->number_past == f->number_first + 2;
  bool counts = f->kind == CCK_FIGURE_NOUN && f->plural && !is_capital(r, f->noun_first);
  return usual && letter && !has_unit(f) && !counts ? "kind of screen" : NULL;
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
  bool named = is_capital(r, at - 1) && !cck_quantity_is(r, at - 1, CCK_Q_STOP) && !cck_quantity_dated(r, at - 1) &&
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
static const char *model_number(const cck_quantity_reader *r, const cck_figure *f) {
  enum { SMALLEST = 100, LARGEST = 9999 };
  uint32_t at = f->number_first;
  cck_decimal number;
  bool letter =
      f->power && f->number_past == at + 2 && cck_quantity_glued(r, at + 1) && cck_quantity_text(r, at + 1).len == 1;
  bool bare = f->digits && !f->grouped && !has_unit(f) && !f->range && at == digits_at(r, f) && at > r->first &&
              !cck_quantity_glued(r, at) && (letter || (f->power == 0 && f->number_past == at + 1));
  if (!bare)
    return NULL;
  const cck_quantity_word *before = cck_quantity_word_at(r, at - 1);
  bool maker = ((before->classes & CCK_Q_NAMING) && before->value == CCK_NAMING_MAKER) || is_index_letter(r, at - 1);
  if (!(is_capital(r, at - 1) || (maker && r->lower)) || !cck_literal_number(cck_quantity_text(r, at), &number) ||
      cck_decimal_cmp(number, cck_decimal_of(SMALLEST)) < 0 || cck_decimal_cmp(number, cck_decimal_of(LARGEST)) > 0)
    return NULL;
  return maker || is_model_prefix(r, at - 1) ? "number of a model" : NULL;
}

/* "iPhone 11", "Boeing 747", "S&P 500": a small bare number behind a capitalised word. */
static const char *name_number(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = f->number_first;
  uint8_t caps = cck_quantity_token(r, at - 1)->flags & CCK_TOKEN_CAPS;
  bool inner = cck_quantity_capital(r, at - 1) && !(cck_quantity_token(r, at - 1)->flags & CCK_TOKEN_CAPITAL);
  if (f->digits && f->grouped && f->power == 0 && !has_unit(f) && !r->headline && (caps || inner) &&
      cck_decimal_cmp(f->min, cck_decimal_of(20)) < 0 && !cck_quantity_glued(r, at) &&
      !cck_quantity_is(r, at - 1, CCK_Q_STOP))
    return "part of a name"; /* "USB 3.0 ports", "iOS 5.1" */
  if (f->digits && cck_slice_ends(cck_quantity_text(r, at), CCK_S(".0")) && f->power == 0 && !has_unit(f) &&
      !r->headline && is_capital(r, at - 1) && at - 1 > r->first && !cck_quantity_glued(r, at) &&
      !cck_quantity_is(r, at - 1, CCK_Q_STOP))
    return "part of a name";                                                          /* "Web 2.0" */
  bool letter = f->digits && f->power && cck_quantity_glued(r, f->number_past - 1) && /* "a GT 650M card" */
                cck_quantity_text(r, f->number_past - 1).len == 1;
  if (letter && caps && !cck_quantity_glued(r, at) && !f->plural && !has_unit(f) && !r->headline)
    return "part of a name";
  if (!is_plain_digits(f) || has_unit(f) || r->headline || f->strong || f->range)
    return NULL;
  const cck_quantity_word *word = cck_quantity_word_at(r, at - 1);
  bool maker = r->lower && word->classes & CCK_Q_NAMING && word->value == CCK_NAMING_MAKER; /* "the iphone 11 costs" */
  if (at == r->first || !(is_capital(r, at - 1) || maker) || cck_quantity_glued(r, at) || cck_quantity_dated(r, at - 1))
    return NULL;
  if (word->classes & (CCK_Q_STOP | CCK_Q_FILLER | CCK_Q_SCALE | CCK_Q_FEW) || word->parts & CCK_P_LAST)
    return NULL;
  bool index = cck_slice_is(f->noun, "index") || cck_slice_is(f->noun, "indice"); /* "both Nikkei 225 indexes" */
  bool model = inner && f->number_past == f->number_first + 1;                    /* "iPhone 4 owners" */
  bool kind = caps && cck_quantity_text(r, at - 1).len >= 3 && cck_quantity_text(r, at).len == 1 && !f->hyphen &&
              !cck_quantity_plural(r, f->number_past); /* "a new HIV 2 drug and other medicines" */
  if (f->kind == CCK_FIGURE_NOUN && (f->plural || f->hyphen) && !index && !model && !kind &&
      !is_capital(r, f->noun_first))
    return NULL;
  return f->number_past - digits_at(r, f) == 1 && cck_decimal_cmp(f->min, cck_decimal_of(9999)) <= 0 ? "part of a name"
                                                                                                     : NULL;
}

/* "the 717 program", "the 8900 is": a thing with a number for a name. */
static const char *name_definite(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t behind = f->number_past;
  if (!is_plain_digits(f) || has_unit(f) || f->strong || f->range || f->hyphen || f->plural ||
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
static const char *name_behind(const cck_quantity_reader *r, const cck_figure *f) {
  if (cck_quantity_has(r, f->noun_first, CCK_P_DEMONYM) && !is_capital(r, f->noun_first + 1))
    return NULL; /* "11 Yemeni" */
  bool named = f->kind == CCK_FIGURE_NOUN && !f->plural && !f->hyphen && !f->strong && is_capital(r, f->noun_first) &&
               !is_place(r, f->noun_first) && !is_measured(r, f);
  return named && is_plain_digits(f) && !r->headline && cck_decimal_cmp(f->min, cck_decimal_of(9999)) <= 0
             ? "part of a name"
             : NULL;
}

/* The rest of a number that was refused: the 2 of "ISO 3888-2", the 66 of "312 66 50 50". */
static const char *refused_before(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = f->number_first;
  if (!f->digits || has_unit(f) || f->power || (f->kind == CCK_FIGURE_NOUN && f->plural))
    return NULL;
  if (cck_quantity_dash(r, at - 1) && cck_quantity_glued(r, at) && r->rejected_past == at - 1 && at > r->first + 1)
    return "rest of a number that is none";
  bool before = cck_quantity_number(r, at - 1);
  bool behind = cck_quantity_number(r, f->number_past) && cck_quantity_number(r, f->number_past + 1);
  return (before && !cck_quantity_dated(r, at - 1)) || (behind && f->kind == CCK_FIGURE_BARE) ? "row of numbers" : NULL;
}

/* "Big Ten", "Seven Network", "the Six Nations": a capitalised number word inside a name. */
static const char *name_word(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = f->number_first;
  uint32_t word = f->digits ? f->number_past + 1 : at; /* "a 7-Eleven": from both ends of the hyphen */
  if (cck_quantity_hyphen(r, word - 1) && cck_quantity_number(r, word - 2) && is_capital(r, word) && !r->headline &&
      cck_quantity_is(r, word, CCK_Q_DIGIT | CCK_Q_TEEN))
    return "part of a name";
  if (f->digits || r->headline || at == r->first || !is_capital(r, at) || has_unit(f) || f->power)
    return NULL;
  if (cck_quantity_token(r, at - 1)->kind == CCK_TOKEN_SIGN)
    return NULL; /* behind a quotation mark or a colon a sentence begins */
  bool before = is_capital(r, at - 1) && !cck_quantity_is(r, at - 1, CCK_Q_STOP);
  return before || is_capital(r, f->number_past) || cck_quantity_is(r, at - 1, CCK_Q_STOP) ? "part of a name" : NULL;
}

/* Far years only where a preposition says that they are: "by 2150". */
static bool is_year_value(const cck_quantity_reader *r, const cck_figure *f) {
  int64_t year;
  bool when = f->kind == CCK_FIGURE_BARE &&
              (cck_quantity_sign(r, f->first - 1, "by") || cck_quantity_sign(r, f->first - 1, "until"));
  return is_plain_digits(f) && cck_decimal_to_int(f->min, &year) && year >= 1500 && year <= (when ? 2300 : 2100);
}

/* "nineteen ninety-six", "twenty twelve": a year in words. */
static const char *spoken_year(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = f->number_first;
  uint32_t behind = f->number_past;
  bool century = cck_quantity_sign(r, at, "nineteen") || cck_quantity_sign(r, at, "eighteen") ||
                 cck_quantity_sign(r, at, "seventeen") || cck_quantity_sign(r, at, "twenty");
  static const uint32_t years = CCK_Q_TENS | CCK_Q_TEEN;
  if (century && behind == at + 1 && cck_quantity_is(r, behind, years))
    return "year";
  uint32_t before = at - 1;
  bool rest = cck_quantity_sign(r, before, "nineteen") || cck_quantity_sign(r, before, "eighteen") ||
              cck_quantity_sign(r, before, "seventeen") || cck_quantity_sign(r, before, "twenty");
  return rest && r->rejected_past == at && cck_quantity_is(r, at, years) && !f->digits ? "year" : NULL;
}

/* "in 2006 dollars", "(constant 1990 dollars)": the year of the prices. */
static bool is_price_year(const cck_quantity_reader *r, const cck_figure *f) {
  return f->kind == CCK_FIGURE_MONEY && is_plain_digits(f) && f->first == digits_at(r, f) && is_year_value(r, f) &&
         cck_quantity_text(r, f->first).len == 4 && cck_quantity_listed(r, f->first - 1, CCK_LIST_PRICES_OF);
}

/* A year that the date grammar did not want: "the 2003 Cup final", "2019 season". */
static const char *year(const cck_quantity_reader *r, const cck_figure *f) {
  if (is_price_year(r, f))
    return "year";
  if (!is_year_value(r, f) || is_cross(r, f->number_past) || has_unit(f) || f->strong || f->approx != CCK_APPROX_EXACT)
    return NULL;
  const cck_token *token = cck_quantity_token(r, digits_at(r, f));
  if (token->end - token->start != 4)
    return NULL;
  int64_t value = 0;
  (void)cck_decimal_to_int(f->min, &value);
  bool counted = f->kind == CCK_FIGURE_NOUN && f->plural && !is_capital(r, f->noun_first);
  if (counted && (value % 100 == 0 || value < 1800))
    return NULL;
  const cck_quantity_word *before = cck_quantity_word_at(r, f->number_first - 1);
  bool hedged =
      cck_quantity_sign(r, f->number_first - 1, "than") || cck_quantity_sign(r, f->number_first - 1, "least") ||
      cck_quantity_sign(r, f->number_first - 1, "nearly") || cck_quantity_sign(r, f->number_first - 1, "some");
  return counted && (hedged || before->classes & CCK_Q_FEW) ? NULL : "year";
}

/* "5 degrees below zero" */
static const char *zero_of_scale(const cck_quantity_reader *r, const cck_figure *f) {
  bool side = cck_quantity_sign(r, f->number_first - 1, "below") || cck_quantity_sign(r, f->number_first - 1, "above");
  return side && f->kind == CCK_FIGURE_BARE && cck_quantity_sign(r, f->number_first, "zero") ? "zero of a scale" : NULL;
}

/* "one thing is sure", "at one point he left", "one step closer": nothing is counted. */
static bool is_idiom(const cck_quantity_reader *r, uint32_t one) {
  uint32_t noun = one + 1 + (cck_quantity_sign(r, one + 1, "more") ? 1u : 0u);
  bool at = cck_quantity_sign(r, one - 1, "at") && cck_quantity_listed(r, noun, CCK_LIST_AT_ONE);
  bool hand = cck_quantity_sign(r, noun, "hand") && cck_quantity_sign(r, one - 1, "the") &&
              cck_quantity_sign(r, one - 2, "on"); /* "on the one hand" */
  bool step = cck_quantity_sign(r, noun, "step") && cck_quantity_listed(r, noun + 1, CCK_LIST_STEP_BEHIND);
  return at || hand || step || cck_quantity_listed(r, noun, CCK_LIST_ONE_OF_NO_COUNT);
}

/* "one" without a noun is a pronoun: "no one", "one can say", "the one". */
static const char *pronoun(const cck_quantity_reader *r, const cck_figure *f) {
  if (!f->one || has_unit(f) || f->number_past != f->number_first + 1)
    return NULL;
  uint32_t at = f->number_first;
  if (is_idiom(r, at))
    return "pronoun";
  if (f->kind == CCK_FIGURE_NOUN && !f->hyphen && cck_quantity_is(r, at - 1, CCK_Q_DETERMINER | CCK_Q_FILLER))
    return NULL; /* "only one winner" */
  if (cck_quantity_has(r, at - 1, CCK_P_NOT_ONE) && !cck_quantity_hyphen(r, f->number_past))
    return "pronoun";
  if (cck_quantity_hyphen(r, f->number_past))
    return "pronoun"; /* "one-sided", "one-off" */
  if (f->kind == CCK_FIGURE_NOUN)
    return NULL;
  bool of = cck_quantity_sign(r, f->number_past, "of");
  if ((cck_quantity_sign(r, f->number_past, "or") || cck_quantity_sign(r, f->number_past, "to")) &&
      cck_quantity_is(r, f->number_past + 1, CCK_Q_DIGIT))
    return NULL; /* "one or two" */
  return of || f->range || f->share ? NULL : "pronoun";
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
static const char *identifier(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = digits_at(r, f);
  cck_slice digits = cck_quantity_text(r, at);
  if (!f->digits || f->malformed || digits.len == 0)
    return NULL;
  bool area_code = cck_quantity_sign(r, at - 1, "(") && cck_quantity_sign(r, at + 1, ")") && digits.len == 3;
  if (area_code && cck_quantity_number(r, at + 2) && !has_unit(f))
    return "phone number";
  bool local = cck_quantity_hyphen(r, at + 1) && cck_quantity_number(r, at + 2);
  if (local && digits.len == 3 && cck_quantity_text(r, at + 2).len == 4 && cck_quantity_text(r, at + 2).ptr[0] == '0')
    return "phone number";
  if (cck_quantity_sign(r, at - 1, "+") && cck_quantity_glued(r, at) && digits.len <= 4 && is_plain_digits(f) &&
      !has_unit(f))
    return "phone number";
  bool country = cck_quantity_sign(r, at + 1, "(") && cck_quantity_glued(r, at + 1) && digits.len <= 3 &&
                 cck_quantity_number(r, at + 2) && cck_quantity_sign(r, at + 3, ")") && cck_quantity_glued(r, at + 4) &&
                 cck_quantity_number(r, at + 4);
  cck_slice rest = cck_quantity_number(r, at + 1) ? cck_quantity_text(r, at + 1) : CCK_S("");
  if (rest.len >= LONG && cck_slice_find(rest, CCK_S(","), 0) == SIZE_MAX && digits.len <= 4 && !has_unit(f))
    return "phone number"; /* "19 35831647" */
  if (country || (is_plain_digits(f) && digits.len >= LONG && !has_unit(f) && beside_long_number(r, at)))
    return "phone number";
  bool point = at > f->number_first && cck_quantity_sign(r, at - 1, "."); /* ".08" */
  if (!point && digits.len > 1 && digits.ptr[0] == '0' && cck_is_digit(digits.ptr[1]))
    return "identifier";
  bool dialled =
      cck_quantity_has(r, at - 1, CCK_P_DIAL) || (is_service(digits) && cck_quantity_has(r, at + 1, CCK_P_DIAL));
  if (dialled && is_plain_digits(f) && digits.len >= 3 &&
      !(f->kind == CCK_FIGURE_NOUN && f->plural && !is_service(digits)) && !has_unit(f))
    return "phone number";
  if (is_plain_digits(f) && digits.len >= 10 && !has_unit(f) && f->kind == CCK_FIGURE_BARE)
    return "identifier";
  size_t points = 0;
  for (size_t i = 0; i < digits.len; i++)
    points += digits.ptr[i] == '.';
  return points > 1 ? "version or identifier" : NULL;
}

/* "9 E 71st St", "358 El Brillo Way": capitalised words up to a word for a street. */
static const char *address(const cck_quantity_reader *r, const cck_figure *f) {
  if (!is_plain_digits(f) || has_unit(f))
    return NULL;
  uint32_t past = f->number_past;
  if (cck_quantity_hyphen(r, past) && cck_quantity_number(r, past + 1))
    past += 2; /* "16-18 Elm Road" */
  if (cck_quantity_is(r, past, CCK_Q_STREET) && is_capital(r, past) && is_capital(r, past + 1))
    return f->plural && !is_capital(r, f->noun_past - 1) ? NULL
                                                         : "address"; /* "22 Rue Foch"; "12 Lane County judges" */
  for (uint32_t i = past; i < past + 6; i++) {
    bool numeral = cck_quantity_number(r, i) || cck_quantity_is(r, i, CCK_Q_ORDINAL) ||
                   (cck_quantity_sign(r, i, ".") && cck_quantity_text(r, i - 1).len == 1); /* "E. Oak St." */
    if (cck_quantity_is(r, i, CCK_Q_STREET) && is_capital(r, i))
      return i > past ? "address" : NULL;
    if (cck_quantity_has(r, i, CCK_P_BE) || (!is_capital(r, i) && !numeral))
      break;
  }
  return NULL;
}

/* "several thousand": the word before takes the value away. */
static const char *no_value(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = f->number_first;
  bool article = cck_quantity_is(r, at, CCK_Q_ARTICLE);
  if (f->digits || !article)
    return NULL;
  return cck_quantity_is(r, at - 1, CCK_Q_FEW) && !cck_quantity_sign(r, at - 1, "some") ? "no definite value" : NULL;
}

/* "(in thousands of tonnes)": what the figures of a table are told in. */
static const char *table_scale(const cck_quantity_reader *r, const cck_figure *f) {
  bool told = cck_quantity_sign(r, f->first - 1, "in") && cck_quantity_sign(r, f->first - 2, "(");
  return f->vague && told ? "scale of a table" : NULL;
}

/* "the 12200 block of 223rd Street": a place by number, which papers give differently. */
static bool is_street_block(const cck_quantity_reader *r, const cck_figure *f) {
  cck_decimal hundreds;
  return is_plain_digits(f) && !has_unit(f) && cck_quantity_sign(r, f->number_past, "block") &&
         cck_quantity_sign(r, f->number_past + 1, "of") && cck_decimal_shift(f->min, -2, &hundreds) &&
         cck_decimal_is_whole(hundreds);
}

/* "13- and 15-inch models", "13-and 15-inch": the unit follows behind the second figure. */
static bool is_suspended(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t joint = f->number_past + 1;
  bool joined = cck_quantity_sign(r, joint, "and") || cck_quantity_sign(r, joint, "or");
  return is_plain_digits(f) && cck_quantity_dash(r, f->number_past) && cck_quantity_glued(r, f->number_past) &&
         joined && cck_quantity_number(r, joint + 1) && cck_quantity_hyphen(r, joint + 2) &&
         cck_quantity_plain_word(r, joint + 3);
}

static const guard GUARDS[] = {part_of_date,   ordinal,     ratio,         decade_of_life,
                               clock_time,     slash,       identifier,    code_before,
                               code_behind,    numbering,   name_word,     spoken_year,
                               year,           resolution,  address,       cck_malformed_guard,
                               model_number,   name_number, name_behind,   name_definite,
                               refused_before, pronoun,     zero_of_scale, no_value,
                               table_scale};

const char *cck_quantity_guard(const cck_quantity_reader *r, const cck_figure *f) {
  if (is_street_block(r, f) || is_suspended(r, f))
    return NULL;
  for (size_t i = 0; i < sizeof GUARDS / sizeof *GUARDS; i++) {
    const char *why = GUARDS[i](r, f);
    if (why)
      return why;
  }
  return NULL;
}

void cck_quantity_reject(cck_quantity_reader *r, const cck_figure *f, const char *why) {
  if (!r->rejected)
    return;
  cck_rejection rejection = {r->tokens[f->number_first].start, r->tokens[f->number_past - 1].end, why};
  CCK_PUSH(r->arena, r->rejected, rejection);
}
