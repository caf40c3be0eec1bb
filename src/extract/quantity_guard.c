#include "extract/quantity_guard.h"

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
  if (cck_slice_is(f->unit, "stone") && !is_first(r, cck_guard_digits_at(r, f)))
    return NULL;                                                     /* "14st" */
  bool suffix = cck_quantity_is(r, f->number_past, CCK_Q_ORDINAL) && /* "the 15,599 th plane" */
                (cck_quantity_glued(r, f->number_past) || cck_quantity_sign(r, f->number_past, "th"));
  return f->digits && suffix ? "ordinal" : NULL;
}

static bool is_ratio_word(const cck_quantity_reader *r, uint32_t at) {
  bool word = cck_quantity_sign(r, at, "for") || cck_quantity_sign(r, at, "on") || cck_quantity_sign(r, at, "of");
  return word && cck_quantity_hyphen(r, at - 1) && cck_quantity_hyphen(r, at + 1);
}

/* "two-for-one", "one-on-one", "3-of-10": a ratio. */
static const char *ratio(const cck_quantity_reader *r, const cck_figure *f) {
  return is_ratio_word(r, f->number_past + 1) || is_ratio_word(r, f->number_first - 2) ? "ratio" : NULL;
}

/* "25/34 mpg": two figures of one unit. */
static bool is_rated_pair(const cck_quantity_reader *r, const cck_figure *f, bool second) {
  const cck_unit_alias *alias;
  if (second)
    return cck_guard_has_unit(f) && cck_quantity_token(r, f->number_first - 3)->kind != CCK_TOKEN_SIGN;
  uint32_t unit = f->number_past + 2;
  return unit < r->past && f->kind == CCK_FIGURE_BARE && !cck_quantity_sign(r, f->first - 1, "/") &&
         cck_unit_match(r->units, &r->units->after, r->text, r->tokens + unit, r->past - unit,
                        cck_quantity_glued(r, unit), &alias) > 0;
}

static const char *slash(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = cck_guard_digits_at(r, f);
  bool before = at == f->number_first && cck_quantity_sign(r, at - 1, "/") && cck_quantity_glued(r, at) &&
                cck_quantity_number(r, at - 2);
  bool behind = cck_quantity_sign(r, f->number_past, "/") && cck_quantity_glued(r, f->number_past) &&
                cck_quantity_number(r, f->number_past + 1);
  if (!f->digits || (!before && !behind))
    return NULL;
  return is_rated_pair(r, f, before) ? NULL : "date or code with slashes";
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
  if (!f->one || cck_guard_has_unit(f) || f->number_past != f->number_first + 1)
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
  return cck_guard_plain(f) && !cck_guard_has_unit(f) && cck_quantity_sign(r, f->number_past, "block") &&
         cck_quantity_sign(r, f->number_past + 1, "of") && cck_decimal_shift(f->min, -2, &hundreds) &&
         cck_decimal_is_whole(hundreds);
}

/* "13- and 15-inch models", "13-and 15-inch": the unit follows behind the second figure. */
static bool is_suspended(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t joint = f->number_past + 1;
  bool joined = cck_quantity_sign(r, joint, "and") || cck_quantity_sign(r, joint, "or");
  return cck_guard_plain(f) && cck_quantity_dash(r, f->number_past) && cck_quantity_glued(r, f->number_past) &&
         joined && cck_quantity_number(r, joint + 1) && cck_quantity_hyphen(r, joint + 2) &&
         cck_quantity_plain_word(r, joint + 3);
}

static const cck_guard GUARDS[] = {cck_guard_part_of_date,
                                   ordinal,
                                   ratio,
                                   cck_guard_decade_of_life,
                                   cck_guard_clock_time,
                                   slash,
                                   cck_guard_identifier,
                                   cck_guard_code_before,
                                   cck_guard_code_behind,
                                   cck_guard_numbering,
                                   cck_guard_name_word,
                                   cck_guard_spoken_year,
                                   cck_guard_year,
                                   cck_guard_resolution,
                                   cck_guard_address,
                                   cck_malformed_guard,
                                   cck_guard_model_number,
                                   cck_guard_name_number,
                                   cck_guard_name_behind,
                                   cck_guard_name_definite,
                                   cck_guard_refused_before,
                                   pronoun,
                                   zero_of_scale,
                                   no_value,
                                   table_scale};

const char *cck_quantity_guard(const cck_quantity_reader *r, const cck_figure *f) {
  if (is_street_block(r, f))
    return NULL;
  if (is_suspended(r, f))
    return cck_guard_part_of_date(r, f);
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
