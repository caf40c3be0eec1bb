#include "extract/quantity.h"
#include "text/stem.h"

uint32_t cck_quantity_mark(const cck_quantity_reader *r, uint32_t at, const cck_unit_alias **alias) {
  if (at >= r->past)
    return 0;
  return (uint32_t)cck_unit_match(r->units, &r->units->before, r->text, r->tokens + at, r->past - at, false, alias);
}

/* A unit's name at `at`: its length in tokens. A unit that is a word does not begin with a capital in running text. */
static uint32_t unit_at(const cck_quantity_reader *r, uint32_t at, bool glued, const cck_unit_alias **alias) {
  if (at >= r->past || (cck_quantity_dated(r, at) && !cck_quantity_vaguely_dated(r, at)))
    return 0;
  uint32_t length =
      (uint32_t)cck_unit_match(r->units, &r->units->after, r->text, r->tokens + at, r->past - at, glued, alias);
  return length;
}

/* A unit of several words joined by hyphens: "480-nautical-mile", "10,000-square-foot". Its length in tokens. */
static uint32_t hyphened_unit(const cck_quantity_reader *r, uint32_t at, const cck_unit_alias **alias) {
  enum { WORDS = 3 };
  cck_token words[WORDS];
  uint32_t count = 0;
  uint32_t next = at;
  while (count < WORDS && cck_quantity_plain_word(r, next)) {
    words[count] = *cck_quantity_token(r, next);
    words[count++].flags |= CCK_TOKEN_SPACE;
    if (!cck_quantity_hyphen(r, next + 1))
      break;
    next += 2;
  }
  if (count < 2)
    return 0;
  uint32_t length = (uint32_t)cck_unit_match(r->units, &r->units->after, r->text, words, count, false, alias);
  return length > 1 ? 2 * length - 1 : 0;
}

static void set_unit(cck_quantity_reader *r, cck_figure *f, const cck_unit_alias *alias) {
  const cck_unit *unit = &r->units->units.items[alias->unit];
  f->alias = alias;
  f->unit = unit->name;
  f->kind = cck_slice_is(unit->dimension, "money") ? CCK_FIGURE_MONEY : CCK_FIGURE_MEASURE;
}

/* What stands below the bar, from `at`: its name and the token past it; false when nothing can. */
static bool below_bar(cck_quantity_reader *r, uint32_t at, bool any_noun, cck_slice *name, uint32_t *past) {
  const cck_unit_alias *alias;
  uint32_t length = unit_at(r, at, false, &alias);
  if (length && cck_slice_is(r->units->units.items[alias->unit].dimension, "money"))
    length = 0;
  if (length) {
    *name = r->units->units.items[alias->unit].name;
    *past = at + length;
    return true;
  }
  if (!cck_quantity_plain_word(r, at) || (!any_noun && !cck_quantity_has(r, at, CCK_P_PER_NOUN)) ||
      cck_quantity_is(r, at, CCK_Q_STOP))
    return false;
  *name = cck_singular(r->arena, cck_arena_lower(r->arena, cck_quantity_text(r, at)));
  *past = at + 1;
  return true;
}

/* "per barrel", "a day", "/kg", "-a-share" after a unit: makes "USD/barrel". */
static void read_below(cck_quantity_reader *r, cck_figure *f) {
  uint32_t at = f->past;
  uint32_t word = at + (cck_quantity_hyphen(r, at) ? 1u : 0u);
  bool slash = cck_quantity_sign(r, word, "/") && cck_quantity_glued(r, word);
  bool per = cck_quantity_sign(r, word, "per") || slash;
  if ((!per && !cck_quantity_has(r, word, CCK_P_PER)) || f->compound)
    return;
  uint32_t below = word + 1 + (cck_quantity_hyphen(r, word + 1) ? 1u : 0u);
  cck_slice name;
  uint32_t past;
  bool price = f->kind == CCK_FIGURE_MONEY && f->power == 0 && !cck_quantity_capital(r, below); /* "40 cents a loaf" */
  if (cck_quantity_dated(r, word) || !below_bar(r, below, (per && !slash) || price, &name, &past) ||
      (!per && cck_quantity_has(r, past, CCK_P_AGO))) /* "$5 million a year ago" */
    return;
  if (f->unit.len == 0 && !per)
    return;
  f->unit = cck_arena_printf(r->arena, "%.*s/%.*s", (int)f->unit.len, f->unit.ptr, (int)name.len, name.ptr);
  f->compound = true;
  f->past = past;
}

/* "or more", "-plus", "odd" right after the number: opens an end, and the unit follows. */
static uint32_t read_after_bound(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  uint32_t word = at + (cck_quantity_hyphen(r, at) ? 1u : 0u);
  if (word >= r->past)
    return at;
  const cck_trie_entry *entry;
  size_t length = cck_trie_longest(&r->words->after, r->tokens + word, r->past - word, &entry);
  if (length == 0 || (cck_quantity_sign(r, word, "+") && !cck_quantity_glued(r, word)) ||
      cck_quantity_sign(r, word + (uint32_t)length, "than")) /* "9 and more than 30" */
    return at;
  f->approx = (cck_approx)entry->payload;
  return word + (uint32_t)length;
}

/* "five people or more", "5 percent at most": behind the unit. */
static void read_late_bound(const cck_quantity_reader *r, cck_figure *f) {
  const cck_trie_entry *entry;
  if (f->approx != CCK_APPROX_EXACT || f->past <= f->number_past || f->past >= r->past)
    return;
  size_t length = cck_trie_longest(&r->words->after, r->tokens + f->past, r->past - f->past, &entry);
  uint32_t behind = f->past + (uint32_t)length;
  static const uint32_t next = CCK_Q_DIGIT | CCK_Q_TEEN | CCK_Q_TENS | CCK_Q_ARTICLE | CCK_Q_DETERMINER;
  if (length < 2 || cck_quantity_number(r, behind) || cck_quantity_is(r, behind, next) ||
      cck_quantity_sign(r, behind, "than") || cck_quantity_sign(r, behind, "to"))
    return; /* "9 men, at least 3 of them", "9 men and more than 3 women" */
  f->approx = (cck_approx)entry->payload;
}

/* "5,000-strong": counts what stands before or after. */
static bool read_strong(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  uint32_t word = at + (cck_quantity_hyphen(r, at) ? 1u : 0u);
  if (word == at || !cck_quantity_sign(r, word, "strong"))
    return false;
  f->strong = true;
  f->kind = CCK_FIGURE_NOUN;
  f->unit = CCK_S("person"); /* what is so many strong is made of people; linking may know better */
  f->past = word + 1;
  return true;
}

/* A unit right after the number, with a hyphen or without. */
static bool read_measure(cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  bool hyphen = cck_quantity_hyphen(r, at);
  const cck_unit_alias *alias;
  uint32_t unit = at + (hyphen ? 1u : 0u);
  bool glued = !hyphen && cck_quantity_glued(r, at);
  uint32_t length = hyphen ? hyphened_unit(r, unit, &alias) : 0;
  if (length == 0)
    length = unit_at(r, unit, glued, &alias);
  if (length == 0)
    return false;
  bool code = alias->how & CCK_UNIT_BEFORE && !f->digits && f->power > 0; /* "two million USD" */
  bool symbol = alias->how & CCK_UNIT_SYMBOL && !code;
  const cck_token *last = cck_quantity_token(r, unit + length - 1);
  /* A symbol ends where letters end ("5 m" and not "5 m's"), and needs digits. */
  if (symbol && (!f->digits || (cck_quantity_glued(r, unit + length) && last->kind == CCK_TOKEN_WORD &&
                                cck_quantity_token(r, unit + length)->kind == CCK_TOKEN_WORD)))
    return false;
  if (alias->how & CCK_UNIT_GLUED && cck_slice_is(alias->text, "s") && !f->grouped &&
      cck_decimal_cmp(f->min, cck_decimal_of(100)) >= 0)
    return false; /* "two 787s" */
  if (alias->how & CCK_UNIT_GLUED && cck_slice_is(alias->text, "p") && !f->grouped &&
      cck_decimal_cmp(f->min, cck_decimal_of(240)) >= 0)
    return false; /* "a 1080p screen" */
  set_unit(r, f, alias);
  f->hyphen = hyphen;
  f->past = unit + length;
  return true;
}

static bool set_named_unit(cck_quantity_reader *r, cck_figure *f, const char *name) {
  const cck_unit *unit = cck_unit_find(r->units, cck_slice_of(name));
  if (!unit)
    return false;
  f->kind = CCK_FIGURE_MEASURE;
  f->unit = unit->name;
  return true;
}

enum { OLDEST = 120 };

/* "under-18s", "the under-21 team": people up to an age. */
static bool read_age_group(cck_quantity_reader *r, cck_figure *f) {
  bool under = cck_quantity_sign(r, f->first - 2, "under");
  int64_t years;
  if ((!under && !cck_quantity_sign(r, f->first - 2, "over")) || !cck_quantity_hyphen(r, f->first - 1) || !f->digits ||
      f->grouped || f->power || !cck_decimal_to_int(f->min, &years) || years < 1 || years > OLDEST)
    return false;
  bool many = cck_quantity_sign(r, f->number_past, "s") && cck_quantity_glued(r, f->number_past);
  bool joined = cck_quantity_glued(r, f->number_past) && cck_quantity_token(r, f->number_past)->kind != CCK_TOKEN_SIGN;
  if ((joined && !many) || cck_quantity_hyphen(r, f->number_past) || !set_named_unit(r, f, "year of age"))
    return false;
  f->approx = under ? CCK_APPROX_UNDER : CCK_APPROX_OVER;
  f->past = f->number_past + (many ? 1u : 0u);
  return true;
}

/* "magnitude 5.4", "a magnitude of 5.4", "5.4 on the Richter scale" */
static bool read_magnitude(const cck_quantity_reader *r, cck_figure *f) {
  uint32_t before =
      f->first - (cck_quantity_sign(r, f->first - 1, "of") || cck_quantity_dash(r, f->first - 1) ? 2u : 1u);
  bool richter = cck_quantity_sign(r, f->number_past, "on") && cck_quantity_sign(r, f->number_past + 2, "richter");
  if (!richter && !cck_quantity_sign(r, before, "magnitude"))
    return false;
  f->kind = CCK_FIGURE_NOUN;
  f->unit = f->noun = CCK_S("magnitude");
  return true;
}

/* "20 million pounds" that something cost. */
static void take_sterling(cck_quantity_reader *r, cck_figure *f) {
  if (!cck_slice_is(f->unit, "pound") || cck_quantity_sign(r, f->past, "of") || f->past - f->number_past != 1)
    return;
  for (uint32_t back = 1; back <= 8; back++) {
    if (cck_quantity_has(r, f->first - back, CCK_P_PRICED) && set_named_unit(r, f, "GBP")) {
      f->kind = CCK_FIGURE_MONEY;
      return;
    }
  }
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
  static const char *const words[] = {"foot", "feet", "ft", "ft.", "'", "’"};
  const cck_figure *last = r->figures.count ? &r->figures.items[r->figures.count - 1] : NULL;
  bool feet = false;
  for (size_t i = 0; last && i < sizeof words / sizeof *words; i++)
    feet = feet || cck_quantity_sign(r, last->past - 1, words[i]);
  if (!feet || !cck_slice_is(last->unit, "foot") || cck_decimal_cmp(f->max, cck_decimal_of(12)) >= 0)
    return false;
  if (f->first == last->past + 1)
    return cck_quantity_hyphen(r, last->past);
  return f->first == last->past &&
         (!cck_quantity_plain_word(r, f->number_past) || cck_quantity_is(r, f->number_past, CCK_Q_STOP));
}

/* "5'7", "6-foot-4", "6 feet 4", "a 6\" pipe": marks of feet and inches, and inches behind feet. */
static bool read_feet(cck_quantity_reader *r, cck_figure *f) {
  uint32_t at = f->number_past;
  bool mark = cck_quantity_sign(r, at, "'") || cck_quantity_sign(r, at, "’");
  if (f->digits && mark && cck_quantity_glued(r, at) && cck_quantity_number(r, at + 1) &&
      cck_quantity_glued(r, at + 1) && set_named_unit(r, f, "foot")) {
    f->past = at + 1;
    return true;
  }
  bool after_feet = follows_feet(r, f);
  uint32_t word = at + (cck_quantity_hyphen(r, at) ? 1u : 0u);
  if (cck_quantity_sign(r, word, "inch") || cck_quantity_sign(r, word, "inches"))
    return false; /* said: no need to guess */
  bool named = after_feet && cck_quantity_sign(r, at, "in");
  uint32_t quote = f->digits ? inch_mark(r, at) : 0;
  if (!quote)
    quote = after_feet && cck_quantity_sign(r, at, "”");
  if ((!after_feet && !quote) || !set_named_unit(r, f, "inch"))
    return false;
  f->past = at + quote + (named ? 1u : 0u);
  return true;
}

/* "5 degrees below zero" */
static void read_below_zero(const cck_quantity_reader *r, cck_figure *f) {
  if (!cck_quantity_sign(r, f->past, "below") || !cck_quantity_sign(r, f->past + 1, "zero") || f->range)
    return;
  f->min = f->max = cck_decimal_negate(f->max);
  f->past += 2;
}

/* "an hour and a half": the number stands on both sides of its unit. */
static void read_half_behind(const cck_quantity_reader *r, cck_figure *f) {
  if (!f->digits && f->number_past == f->number_first + 1 && cck_quantity_is(r, f->number_first, CCK_Q_ARTICLE))
    f->past += 3;
}

/* "$5 million U.S. dollars": a currency after the figure says what a bare mark means. */
static void read_second_mark(cck_quantity_reader *r, cck_figure *f) {
  const cck_unit_alias *alias;
  uint32_t length = unit_at(r, f->past, false, &alias);
  if (length == 0 || !cck_slice_is(r->units->units.items[alias->unit].dimension, "money") ||
      cck_slice_is(r->units->units.items[alias->unit].name, "cent"))
    return;
  f->past += length;
  f->unit = r->units->units.items[alias->unit].name;
}

/* "aged 45", "the age of 5", "who was 10": an age without a unit. */
static bool is_age(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = f->first;
  int64_t years;
  if (!cck_decimal_to_int(f->min, &years) || years < 1 || years > OLDEST || f->power ||
      (cck_quantity_glued(r, f->past) && cck_quantity_plain_word(r, f->past)))
    return false;
  bool bare = !cck_quantity_plain_word(r, f->past) || cck_quantity_is(r, f->past, CCK_Q_STOP) ||
              cck_quantity_has(r, f->past, CCK_P_BASE);
  bool bound = cck_quantity_sign(r, at - 1, "over") || cck_quantity_sign(r, at - 1, "under");
  if (bare && bound && years > 1 && cck_quantity_has(r, at - 2, CCK_P_PEOPLE))
    return true; /* "adults over 65" */
  for (uint32_t back = 1; back <= 3; back++) {
    if (cck_quantity_has(r, at - back, CCK_P_AGED) && (back == 1 || cck_quantity_is(r, at - 1, CCK_Q_STOP)))
      return true;
  }
  if (f->one || cck_quantity_sign(r, f->past, "of") || !cck_quantity_has(r, at - 1, CCK_P_BE) ||
      (cck_quantity_plain_word(r, f->past) && !cck_quantity_is(r, f->past, CCK_Q_STOP)))
    return false;
  bool full_name = cck_quantity_capital(r, at - 2) && cck_quantity_capital(r, at - 3) && /* "Ann Lee was 95." */
                   !cck_quantity_is(r, at - 3, CCK_Q_STOP) && cck_quantity_token(r, f->past)->kind == CCK_TOKEN_SIGN;
  return full_name || cck_quantity_has(r, at - 2, CCK_P_PERSON);
}

/* ", 45," after a name: the age in apposition. */
static bool is_apposed_age(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = f->first;
  int64_t years;
  if (!cck_decimal_to_int(f->min, &years))
    return false;
  bool comma = cck_quantity_sign(r, at - 1, ",") && cck_quantity_sign(r, f->past, ",");
  const cck_token *name = cck_quantity_token(r, at - 2);
  bool person = cck_quantity_plain_word(r, at - 2) && !cck_quantity_plural(r, at - 2) && years >= 14 &&
                (cck_quantity_is(r, at - 3, CCK_Q_DETERMINER | CCK_Q_ARTICLE) ||
                 cck_quantity_is(r, at - 4, CCK_Q_DETERMINER | CCK_Q_ARTICLE)); /* "the driver, 33," */
  bool kin = cck_quantity_has(r, at - 2, CCK_P_PEOPLE) && years >= 1 && !cck_quantity_plural(r, at - 2);
  return comma && f->digits && !f->grouped && f->power == 0 && (kin || years >= 5) && years <= 110 &&
         name->kind == CCK_TOKEN_WORD && (kin || person || (name->flags & CCK_TOKEN_CAPITAL)) &&
         !cck_quantity_dated(r, at - 2) && !cck_quantity_is(r, at - 2, CCK_Q_STOP);
}

/* "a third of a mile", "1/16 of a pint": a part of a unit, not of a group. */
static bool read_part_of_unit(cck_quantity_reader *r, cck_figure *f) {
  const cck_unit_alias *alias;
  cck_decimal part;
  bool one = cck_quantity_is(r, f->past + 1, CCK_Q_ARTICLE) || cck_quantity_sign(r, f->past + 1, "one") ||
             cck_quantity_sign(r, f->past + 1, "1"); /* "half of 1 percent" */
  bool of = cck_quantity_sign(r, f->past, "of") && one;
  uint32_t skip = of ? 2 : 0; /* "three-quarters mile" */
  uint32_t length = unit_at(r, f->past + skip, false, &alias);
  if (length == 0 || alias->how & CCK_UNIT_SYMBOL)
    return false;
  if (f->share && cck_decimal_shift(f->min, -2, &part))
    f->min = f->max = part;
  f->share = false;
  set_unit(r, f, alias);
  f->past += skip + length;
  return true;
}

/* A share counts in percent; its noun stands behind "of" or a determiner. */
static void read_share_noun(cck_quantity_reader *r, cck_figure *f) {
  uint32_t at = f->past;
  if (read_part_of_unit(r, f))
    return;
  if (cck_quantity_sign(r, at, "of"))
    at++;
  cck_figure whole = *f;
  f->kind = CCK_FIGURE_MEASURE;
  f->unit = CCK_S("percent");
  while (cck_quantity_is(r, at, CCK_Q_DETERMINER))
    at++;
  if (!cck_quantity_noun(r, &whole, at) || !whole.plural)
    return;
  f->noun = whole.noun;
  f->noun_first = whole.noun_first;
  f->noun_past = whole.noun_past;
  f->past = whole.past;
}

static void read_counted(cck_quantity_reader *r, cck_figure *f, uint32_t at) {
  bool of = f->loose && cck_quantity_sign(r, at, "of");
  if (of) {
    at++;
    while (cck_quantity_is(r, at, CCK_Q_DETERMINER))
      at++;
  } else if (cck_quantity_sign(r, at, "of") && cck_quantity_is(r, at + 1, CCK_Q_DETERMINER)) {
    cck_figure some = *f; /* "two of the companies" */
    if (cck_quantity_noun(r, &some, at + 2) && some.plural)
      *f = some;
    return;
  }
  if (cck_quantity_sign(r, at, "of") && (cck_quantity_sign(r, at + 2, "'s") || cck_quantity_sign(r, at + 2, "’s"))) {
    cck_figure some = *f; /* "two of Petrov's deputies" */
    if (cck_quantity_noun(r, &some, at + 1) && some.plural)
      *f = some;
    return;
  }
  cck_figure hyphened = *f;
  if (cck_quantity_hyphen(r, at) && !cck_quantity_is(r, at + 1, CCK_Q_STOP) && cck_quantity_noun(r, &hyphened, at)) {
    *f = hyphened;
    return;
  }
  const cck_unit_alias *alias;
  uint32_t length = at > f->number_past ? unit_at(r, at, false, &alias) : 0;
  if (length) { /* "a couple of weeks", "hundreds of miles" */
    set_unit(r, f, alias);
    f->past = at + length;
    read_below(r, f);
    return;
  }
  cck_figure counted = *f;
  if (cck_quantity_noun(r, &counted, at) && (counted.plural || !of)) /* "thousands of small, poor farms": no "small" */
    *f = counted;
}

static void read_unit(cck_quantity_reader *r, cck_figure *f) {
  uint32_t at = read_after_bound(r, f->number_past, f);
  f->past = f->number_past;
  if (f->kind == CCK_FIGURE_MONEY) {
    read_second_mark(r, f);
    read_below(r, f);
    return;
  }
  if (read_strong(r, at, f))
    return;
  if (f->fold) {
    f->kind = CCK_FIGURE_MEASURE;
    f->unit = CCK_S("time");
    return;
  }
  if (f->share) {
    read_share_noun(r, f);
    return;
  }
  if (read_age_group(r, f) || read_feet(r, f) || read_magnitude(r, f))
    return;
  if (read_measure(r, at, f)) {
    take_sterling(r, f);
    read_half_behind(r, f);
    read_below_zero(r, f);
    read_below(r, f);
    return;
  }
  if (f->fraction && read_part_of_unit(r, f))
    return;
  if (is_age(r, f) || is_apposed_age(r, f)) {
    (void)set_named_unit(r, f, "year of age");
    return;
  }
  if (cck_quantity_sign(r, at, "per") || (cck_quantity_sign(r, at, "/") && cck_quantity_glued(r, at)))
    return;
  if (cck_quantity_has(r, at, CCK_P_VICTIM) && !cck_quantity_plural(r, at + 1)) {
    f->kind = CCK_FIGURE_NOUN;
    f->unit = f->noun = CCK_S("person");
    f->plural = true;
    f->past = at + 1;
    return;
  }
  read_counted(r, f, at);
  if (f->kind == CCK_FIGURE_BARE)
    read_below_zero(r, f);
  if (f->kind == CCK_FIGURE_NOUN)
    read_below(r, f);
}

void cck_quantity_unit(cck_quantity_reader *r, cck_figure *f) {
  read_unit(r, f);
  read_late_bound(r, f);
}
