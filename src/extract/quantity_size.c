#include "extract/quantity_unit.h"

/* Is something named behind the mark that has such a size: "17 '' screens"? */
static bool sizes(const cck_quantity_reader *r, uint32_t at) {
  return cck_quantity_plain_word(r, at) && !cck_quantity_is(r, at, CCK_Q_STOP) && !cck_quantity_verbal(r, at);
}

/* "a 17 '' screen", "a 17” screen": marks that mostly close a quotation, here one that was not opened. */
static uint32_t loose_inch_mark(const cck_quantity_reader *r, uint32_t at) {
  bool two = cck_quantity_sign(r, at, "'") && cck_quantity_sign(r, at + 1, "'") && cck_quantity_glued(r, at + 1);
  bool curly = cck_quantity_sign(r, at, "”");
  uint32_t length = two ? 2 : 1;
  uint32_t open = 0;
  if ((!two && !curly) || !sizes(r, at + length))
    return 0;
  for (uint32_t i = r->first; i < at; i++) {
    bool opens = cck_quantity_sign(r, i, "“") || cck_quantity_sign(r, i, "``") ||
                 (cck_quantity_sign(r, i, "`") && cck_quantity_sign(r, i + 1, "`"));
    bool closes = cck_quantity_sign(r, i, "”") || (cck_quantity_sign(r, i, "'") && cck_quantity_sign(r, i + 1, "'"));
    open += opens;
    open -= closes && open;
  }
  return open ? 0 : length;
}

/* Tokens of a double quotation mark at `at` that is the sign of inches: glued to a number, no quotation open. */
static uint32_t inch_mark(const cck_quantity_reader *r, uint32_t at) {
  enum { QUOTATION = 40 }; /* tokens that are looked through for its opening mark */
  bool two = cck_quantity_sign(r, at, "'") && cck_quantity_sign(r, at + 1, "'") && cck_quantity_glued(r, at + 1);
  if (!cck_quantity_glued(r, at) || (!cck_quantity_sign(r, at, "\"") && !two))
    return 0;
  unsigned marks = 0;
  for (uint32_t back = 1; back <= QUOTATION && at >= r->first + back; back++) {
    cck_slice sign = cck_quantity_text(r, at - back);
    marks += cck_slice_is(sign, "\"") || cck_slice_is(sign, "``") || cck_slice_is(sign, "“");
  }
  return marks % 2 ? 0 : two ? 2 : 1;
}

/* A figure behind another one's feet, right there or behind a hyphen: "6-foot-4", "6 feet 4". */
static bool follows_feet(const cck_quantity_reader *r, const cck_figure *f) {
  const cck_figure *last = r->figures.count ? &r->figures.items[r->figures.count - 1] : NULL;
  bool feet = false;
  if (!last || !cck_slice_is(last->unit, "foot"))
    return false;
  feet = feet || cck_quantity_listed(r, last->past - 1, CCK_LIST_FEET);
  if (!feet || cck_decimal_cmp(f->max, cck_decimal_of(12)) >= 0)
    return false;
  if (f->first == last->past + 1)
    return cck_quantity_hyphen(r, last->past);
  return f->first == last->past &&
         (!cck_quantity_plain_word(r, f->number_past) || cck_quantity_is(r, f->number_past, CCK_Q_STOP));
}

/* "a wave of 30' hit": an apostrophe with a space behind it that closes no quotation and owns nothing. */
static bool is_free_mark(const cck_quantity_reader *r, uint32_t at) {
  enum { QUOTATION = 40 };
  if (cck_quantity_sign(r, at + 1, "'") && cck_quantity_glued(r, at + 1))
    return false; /* two of them are inches */
  if (cck_quantity_plain_word(r, at + 1) && cck_quantity_glued(r, at + 1))
    return false;
  for (uint32_t back = 2; back <= QUOTATION && at >= r->first + back; back++)
    if (cck_quantity_sign(r, at - back, "'") || cck_quantity_sign(r, at - back, "‘"))
      return false;
  return true;
}

bool cck_size_feet(cck_quantity_reader *r, cck_figure *f) {
  uint32_t at = f->number_past;
  bool mark = cck_quantity_sign(r, at, "'") || cck_quantity_sign(r, at, "’");
  if (f->digits && mark && cck_quantity_glued(r, at) && cck_quantity_number(r, at + 1) &&
      cck_quantity_glued(r, at + 1) && cck_quantity_name_unit(r, f, "foot")) {
    f->past = at + 1;
    return true;
  }
  if (f->digits && mark && cck_quantity_glued(r, at) && is_free_mark(r, at) && cck_quantity_name_unit(r, f, "foot")) {
    f->past = at + 1;
    return true;
  }
  bool after_feet = follows_feet(r, f);
  uint32_t word = at + (cck_quantity_hyphen(r, at) ? 1u : 0u);
  if (cck_quantity_sign(r, word, "inch") || cck_quantity_sign(r, word, "inches"))
    return false; /* said: no need to guess */
  bool named = after_feet && cck_quantity_sign(r, at, "in");
  uint32_t quote = f->digits ? inch_mark(r, at) : 0;
  if (!quote && f->digits)
    quote = loose_inch_mark(r, at);
  if (!quote)
    quote = after_feet && cck_quantity_sign(r, at, "”");
  if ((!after_feet && !quote) || !cck_quantity_name_unit(r, f, "inch"))
    return false;
  f->past = at + quote + (named ? 1u : 0u);
  return true;
}
