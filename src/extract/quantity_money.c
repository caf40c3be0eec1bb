#include "base/utf8.h"
#include "extract/quantity_unit.h"

uint32_t cck_quantity_mark(const cck_quantity_reader *r, uint32_t at, const cck_unit_alias **alias) {
  if (at >= r->past)
    return 0;
  return (uint32_t)cck_unit_match(r->units, &r->units->before, r->text, r->tokens + at, r->past - at, false, alias);
}

bool cck_quantity_scaled_code(const cck_quantity_reader *r, uint32_t at, const cck_unit_alias **alias, int *power) {
  enum { CODE = 3 };
  cck_slice word = cck_quantity_text(r, at);
  if (word.len != CODE + 1 || !cck_is_upper(word.ptr[1]) || !cck_is_upper(word.ptr[2]) || !cck_is_upper(word.ptr[3]))
    return false;
  switch (word.ptr[0]) {
  case 'k':
  case 'K':
  case 'T':
    *power = 3;
    break;
  case 'm':
  case 'M':
    *power = 6;
    break;
  case 'b':
  case 'B':
    *power = 9;
    break;
  default:
    return false;
  }
  cck_token code = *cck_quantity_token(r, at);
  code.start++;
  code.hash = cck_utf8_fold_hash(cck_token_text(r->text, &code));
  code.word = 0; /* known by its hash alone */
  return cck_unit_match(r->units, &r->units->before, r->text, &code, 1, false, alias) == 1;
}

bool cck_money_scaled_code(cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  const cck_unit_alias *alias;
  int power;
  if ((!f->digits && r->headline) || f->power || !cck_quantity_scaled_code(r, at, &alias, &power) ||
      !cck_number_scale(f, power))
    return false;
  cck_quantity_set_unit(r, f, alias);
  f->past = at + 1;
  return true;
}

/* "75 USD million": the scale behind its currency. */
static void read_late_scale(const cck_quantity_reader *r, cck_figure *f) {
  const cck_quantity_word *word = cck_quantity_word_at(r, f->past);
  if (!f->digits || f->power || f->compound || !(word->classes & (CCK_Q_SCALE | CCK_Q_SHORT)) ||
      !cck_number_scale(f, word->power))
    return;
  f->past++;
}

/* A whole number from 1 to 99 in digits or words: its value and the token past it; false for none. */
static bool read_hundredths(const cck_quantity_reader *r, uint32_t at, int64_t *value, uint32_t *past) {
  cck_figure f;
  return cck_number_read(r, at, false, &f) && !f.share && !f.range && !f.grouped && f.power == 0 &&
         cck_decimal_to_int(f.min, value) && *value >= 1 && *value <= 99 && (*past = f.number_past) > at;
}

/*
 * "15 dollars and 50 cents", "15 dollars and 50", "thirteen dollars forty five": the minor part of a sum that is
 * written behind its currency. Without "cents" nothing else may be counted there.
 */
static void read_minor(cck_quantity_reader *r, cck_figure *f) {
  int64_t part;
  uint32_t past;
  const cck_unit_alias *alias;
  bool and = cck_quantity_sign(r, f->past, "and");
  bool word = cck_is_alpha(f->alias->text.ptr[0]); /* "10 $ 30 $" */
  if (!word || f->compound || f->power || f->past == f->number_past || !cck_decimal_is_whole(f->min) ||
      cck_slice_is(f->unit, "cent") || cck_slice_is(f->unit, "penny") ||
      !read_hundredths(r, f->past + (and? 1u : 0u), &part, &past))
    return;
  uint32_t cents = cck_quantity_unit_at(r, past, false, &alias);
  cck_slice minor = cents ? r->units->units.items[alias->unit].name : CCK_S("");
  bool named = cck_slice_is(minor, "cent") || cck_slice_is(minor, "penny");
  bool ends = cck_quantity_listed(r, past, CCK_LIST_BEHIND_SUM) ||
              (cck_quantity_token(r, past)->kind == CCK_TOKEN_SIGN && !cck_quantity_dash(r, past) &&
               !cck_quantity_sign(r, past, "%") && !cck_quantity_number(r, past + 1));
  bool tens = part >= 10 && cck_quantity_word_at(r, past - 1)->power == 0;
  cck_decimal value;
  if (!(named || (ends && tens)) || !cck_decimal_add(f->min, (cck_decimal){part, -2}, &value))
    return;
  f->min = f->max = f->written = value;
  f->past = past + (named ? cents : 0);
}

void cck_money_second_mark(cck_quantity_reader *r, cck_figure *f) {
  const cck_unit_alias *alias;
  uint32_t length = cck_quantity_unit_at(r, f->past, false, &alias);
  if (length == 0 || !cck_slice_is(r->units->units.items[alias->unit].dimension, "money") ||
      cck_slice_is(r->units->units.items[alias->unit].name, "cent") || cck_quantity_number(r, f->past + length))
    return; /* of the next figure: "rmb 10 usd 20" */
  f->past += length;
  f->unit = r->units->units.items[alias->unit].name;
}

void cck_money_rest(cck_quantity_reader *r, cck_figure *f) {
  if (f->kind != CCK_FIGURE_MONEY)
    return;
  read_late_scale(r, f);
  read_minor(r, f);
}
