#include "extract/quantity_unit.h"
#include "text/stem.h"

/* "19 euro zone countries", "two Euro 2020 games", "120 barrel-aged beers": a unit's name that is a part of another
 * word. */
static bool is_other_word(const cck_quantity_reader *r, uint32_t at, uint32_t length, const cck_unit_alias *alias) {
  if (alias->how & CCK_UNIT_SYMBOL)
    return false;
  const cck_token *token = cck_quantity_token(r, at);
  bool name = length == 1 && token->flags & CCK_TOKEN_CAPITAL && !(token->flags & CCK_TOKEN_CAPS) && !r->headline;
  bool goes_on =
      cck_quantity_number(r, at + 1) || (cck_quantity_plain_word(r, at + 1) && !cck_quantity_is(r, at + 1, CCK_Q_STOP));
  if (name && goes_on && cck_is_lower(alias->text.ptr[0]) &&
      cck_slice_is(r->units->units.items[alias->unit].dimension, "money"))
    return true;
  const cck_trie_entry *entry;
  if (cck_trie_longest(&r->words->compounds, r->tokens + at, r->past - at, &entry) > length)
    return true;
  return cck_quantity_hyphen(r, at + length) && cck_quantity_plain_word(r, at + length + 1) &&
         cck_quantity_verbal(r, at + length + 1);
}

uint32_t cck_quantity_unit_at(const cck_quantity_reader *r, uint32_t at, bool glued, const cck_unit_alias **alias) {
  if (at >= r->past || (cck_quantity_dated(r, at) && !cck_quantity_vaguely_dated(r, at)))
    return 0;
  uint32_t length =
      (uint32_t)cck_unit_match(r->units, &r->units->after, r->text, r->tokens + at, r->past - at, glued, alias);
  return length && is_other_word(r, at, length, *alias) ? 0 : length;
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

/* "5 A/cm2": letters that are a unit only beside others, here above the bar of one that is known. */
static bool above_bar(const cck_quantity_reader *r, uint32_t at) {
  const cck_unit_alias *below;
  return cck_quantity_sign(r, at + 1, "/") && cck_quantity_glued(r, at + 1) && cck_quantity_glued(r, at + 2) &&
         cck_quantity_unit_at(r, at + 2, true, &below) > 0;
}

/* "20 (kg)", "20 [kg]": nothing but a symbol in brackets. Tokens with the brackets, 0 for none. */
static uint32_t bracketed_unit(const cck_quantity_reader *r, uint32_t at, const cck_unit_alias **alias) {
  static const char *const brackets[][2] = {{"(", ")"}, {"[", "]"}, {"{", "}"}, {"<", ">"}};
  for (size_t i = 0; cck_quantity_token(r, at)->kind == CCK_TOKEN_SIGN && i < sizeof brackets / sizeof *brackets; i++) {
    if (!cck_quantity_sign(r, at, brackets[i][0]))
      continue;
    uint32_t length = cck_quantity_unit_at(r, at + 1, false, alias);
    bool symbol = length && (*alias)->how & CCK_UNIT_SYMBOL;
    return symbol && cck_quantity_sign(r, at + 1 + length, brackets[i][1]) ? length + 2 : 0;
  }
  return 0;
}

void cck_quantity_set_unit(cck_quantity_reader *r, cck_figure *f, const cck_unit_alias *alias) {
  const cck_unit *unit = &r->units->units.items[alias->unit];
  f->alias = alias;
  f->unit = unit->name;
  f->kind = cck_slice_is(unit->dimension, "money") ? CCK_FIGURE_MONEY : CCK_FIGURE_MEASURE;
}

bool cck_quantity_name_unit(cck_quantity_reader *r, cck_figure *f, const char *name) {
  const cck_unit *unit = cck_unit_find(r->units, cck_slice_of(name));
  if (!unit)
    return false;
  f->kind = cck_slice_is(unit->dimension, "money") ? CCK_FIGURE_MONEY : CCK_FIGURE_MEASURE;
  f->unit = unit->name;
  return true;
}

/* The power glued behind a symbol, "m^2", "s2": 2 or 3 and the tokens that it takes; 0 for none. */
static uint32_t power_behind(const cck_quantity_reader *r, uint32_t at, int *power) {
  uint32_t number = at + (cck_quantity_sign(r, at, "^") ? 1u : 0u);
  if (!cck_quantity_glued(r, at) || !cck_quantity_glued(r, number))
    return 0;
  *power = cck_quantity_sign(r, number, "2") ? 2 : cck_quantity_sign(r, number, "3") ? 3 : 0;
  return *power ? number + 1 - at : 0;
}

/* The power belongs to what stands last: "km/s2" are kilometres in a square second. */
static cck_slice powered(cck_quantity_reader *r, cck_slice name, int power) {
  size_t bar = cck_slice_find(name, CCK_S("/"), 0);
  size_t from = bar == SIZE_MAX ? 0 : bar + 1;
  return cck_arena_printf(r->arena, "%.*s%s %.*s", (int)from, name.ptr, power == 2 ? "square" : "cubic",
                          (int)(name.len - from), name.ptr + from);
}

/* What stands below the bar, from `at`: its name and the token past it; false when nothing can. */
static bool below_bar(cck_quantity_reader *r, uint32_t at, bool any_noun, cck_slice *name, uint32_t *past) {
  const cck_unit_alias *alias;
  bool slash = cck_quantity_sign(r, at - 1, "/") && cck_quantity_glued(r, at); /* "$500/t", "km/s" */
  uint32_t length = cck_quantity_unit_at(r, at, slash, &alias);
  if (length && cck_slice_is(r->units->units.items[alias->unit].dimension, "money"))
    length = 0;
  if (length) {
    int power;
    uint32_t more = alias->how & CCK_UNIT_SYMBOL ? power_behind(r, at + length, &power) : 0;
    *name = r->units->units.items[alias->unit].name;
    if (more)
      *name = powered(r, *name, power);
    *past = at + length + more;
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
  bool apart = f->kind == CCK_FIGURE_MONEY && cck_quantity_loose_hyphen(r, at) && /* "$ 70 - a - share" */
               cck_quantity_loose_hyphen(r, at + 2);
  uint32_t word = at + (cck_quantity_hyphen(r, at) || apart ? 1u : 0u);
  bool slash = cck_quantity_sign(r, word, "/") && cck_quantity_glued(r, word);
  bool per = cck_quantity_sign(r, word, "per") || slash;
  if ((!per && !cck_quantity_has(r, word, CCK_P_PER)) || f->compound)
    return;
  uint32_t below = word + 1 + (cck_quantity_hyphen(r, word + 1) || apart ? 1u : 0u);
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
      (cck_quantity_token(r, word)->flags & CCK_TOKEN_CAPS && !cck_quantity_sign(r, word, "+") &&
       !r->headline) || /* "737 MAX" */
      (cck_quantity_sign(r, word, "max") && cck_quantity_plain_word(r, word + 1) &&
       !cck_quantity_is(r, word + 1, CCK_Q_STOP)) ||         /* "737 max jets" */
      (cck_quantity_sign(r, word, "some") && word == at) ||  /* "20-some", but "he gave 20 some water" */
      cck_quantity_sign(r, word + (uint32_t)length, "than")) /* "9 and more than 30" */
    return at;
  f->approx = (cck_approx)entry->payload;
  return word + (uint32_t)length;
}

/* "five people or more", "5 percent at most": behind the unit. */
static void read_late_bound(cck_quantity_reader *r, cck_figure *f) {
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
  if (cck_age_bound(r, f, behind - 1)) /* "5 years and older" */
    cck_quantity_to_age(r, f);
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

/* "30 - year bonds": behind two and more, a unit in the singular belongs to a modifier. */
static bool is_singular_unit(const cck_quantity_reader *r, uint32_t at) {
  const cck_unit_alias *alias;
  uint32_t length = cck_quantity_unit_at(r, at, false, &alias);
  if (length == 0)
    return false;
  const cck_unit *unit = &r->units->units.items[alias->unit];
  if (length > 1)
    return cck_slice_is(unit->dimension, "age"); /* "28 - year - old" */
  return cck_slice_eq(alias->text, unit->name) && !cck_quantity_is(r, at + 1, CCK_Q_STOP);
}

/* "12 C.", "near 90 F": the letter by itself, with no word behind it. */
static bool is_temperature_letter(const cck_quantity_reader *r, const cck_figure *f, uint32_t at) {
  cck_slice s = cck_quantity_text(r, at);
  return f->digits && f->power == 0 && !cck_quantity_dash(r, at + 1) &&
         (cck_slice_is(s, "C") || cck_slice_is(s, "F")) && cck_decimal_cmp(f->max, cck_decimal_of(200)) <= 0 &&
         !cck_quantity_number(r, at + 1) && !(cck_quantity_plain_word(r, at + 2) && cck_quantity_glued(r, at + 2)) &&
         (!cck_quantity_plain_word(r, at + 1) || cck_quantity_is(r, at + 1, CCK_Q_STOP) ||
          (f->grouped && !cck_quantity_capital(r, at + 1))); /* "1.5 C warming" */
}

/* "a screen of 5 in.", "19.5 cm (7.7 in)": nothing is inside of a sign. */
static bool is_inch_word(const cck_quantity_reader *r, const cck_figure *f, uint32_t at) {
  bool end = at + 1 >= r->past || cck_quantity_sign(r, at + 1, ".") || cck_quantity_sign(r, at + 1, ")");
  return f->digits && f->power == 0 && end && cck_slice_is(cck_quantity_text(r, at), "in");
}

/* Names that stand for two units: what was spoken of tells. "20 million pounds" that something cost are no mass. */
static void take_context(cck_quantity_reader *r, cck_figure *f) {
  static const struct {
    const char *unit;
    cck_quantity_part context;
    const char *other;
  } rows[] = {
      {"pound", CCK_P_PRICED, "GBP"}, {"kilotonne", CCK_P_SPEED, "knot"}, {"megabyte", CCK_P_PRESSURE, "millibar"}};
  enum { REACH = 8 };
  if (f->kind != CCK_FIGURE_MEASURE || cck_quantity_sign(r, f->past, "of") || f->past - f->number_past > 2)
    return;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    if (!cck_slice_is(f->unit, rows[i].unit))
      continue;
    bool joined = cck_quantity_sign(r, f->past, "in") || cck_quantity_sign(r, f->past, "worth"); /* "2 million pounds in
                                                                                                   debt" */
    if (joined &&
        (cck_quantity_has(r, f->past, rows[i].context) || cck_quantity_has(r, f->past + 1, rows[i].context)) &&
        cck_quantity_name_unit(r, f, rows[i].other))
      return;
    for (uint32_t back = 1; back <= REACH; back++)
      if (cck_quantity_has(r, f->first - back, rows[i].context) && cck_quantity_name_unit(r, f, rows[i].other))
        return;
  }
}

/* Lines that a screen has, as its makers write them: "720p". */
static bool are_lines(const cck_figure *f) {
  static const int lines[] = {240, 360, 480, 576, 720, 1080, 1440, 2160, 4320};
  bool found = false;
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
    found = found || cck_decimal_cmp(f->min, cck_decimal_of(lines[i])) == 0;
  return found && !f->grouped && f->power == 0;
}

/* A unit right after the number, with a hyphen or without. */
static bool read_measure(cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  const cck_unit_alias *alias;
  bool loose = cck_quantity_loose_hyphen(r, at) && is_singular_unit(r, at + 1) && !f->one;
  bool hyphen = cck_quantity_hyphen(r, at) || loose;
  uint32_t unit = at + (hyphen ? 1u : 0u);
  bool glued = !hyphen && cck_quantity_glued(r, at);
  uint32_t length = hyphen ? hyphened_unit(r, unit, &alias) : 0;
  if (length == 0)
    length = cck_quantity_unit_at(r, unit, glued || (!hyphen && above_bar(r, unit)), &alias);
  if (length == 0 && f->digits && !hyphen)
    length = bracketed_unit(r, unit, &alias);
  if (length == 0 && (is_temperature_letter(r, f, unit) || is_inch_word(r, f, unit)))
    length = cck_quantity_unit_at(r, unit, true, &alias);
  if (length == 0)
    return false;
  if (cck_slice_is(alias->text, "x") && cck_quantity_number(r, unit + length) && cck_quantity_glued(r, unit + length))
    return false; /* "1920x1080 pixels" */
  if (cck_slice_is(alias->text, "won") && f->power == 0 && cck_decimal_cmp(f->min, cck_decimal_of(100)) < 0)
    return false; /* "of the five won so far, three won medals" */
  if (cck_slice_is(alias->text, "rpg") && cck_decimal_is_whole(f->max))
    return false; /* "7.4 rpg" are rebounds a game, "7 RPGs" are weapons */
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
  if (alias->how & CCK_UNIT_GLUED && cck_slice_is(alias->text, "b") && !cck_decimal_is_whole(f->max))
    return false; /* "Wi-Fi 802.11b" */
  if (alias->how & CCK_UNIT_GLUED && cck_slice_is(alias->text, "p") && are_lines(f))
    return false; /* "a 1080p screen", but shares "at 418p" */
  bool sign = alias->how & CCK_UNIT_BEFORE && !cck_is_alpha(alias->text.ptr[0]) && !cck_quantity_glued(r, unit);
  if (sign && cck_quantity_number(r, unit + length) && cck_quantity_glued(r, unit + length))
    return false; /* "of those 300 $20 came back": the mark of the next figure */
  if (cck_slice_is(alias->text, "HP") && !hyphen && cck_quantity_plural(r, unit + length))
    return false; /* "20 HP laptops" */
  cck_quantity_set_unit(r, f, alias);
  int power;
  uint32_t more = symbol && !hyphen ? power_behind(r, unit + length, &power) : 0;
  cck_slice name = more ? powered(r, f->unit, power) : f->unit;
  if (more && cck_slice_find(name, CCK_S("/"), 0) == SIZE_MAX && !cck_unit_find(r->units, name))
    return false;
  f->unit = name;
  f->hyphen = hyphen;
  f->past = unit + length + more;
  return true;
}

/* A unit with or without a space: "a quake of 5.2 seconds". */
static bool is_unit_ahead(const cck_quantity_reader *r, const cck_figure *f) {
  const cck_unit_alias *alias;
  uint32_t at = f->number_past;
  return cck_quantity_unit_at(r, at, cck_quantity_glued(r, at), &alias) > 0;
}

/* "an earthquake measuring 4.6", "a quake of 5.2" */
static bool is_quake_measured(const cck_quantity_reader *r, const cck_figure *f) {
  enum { REACH = 8 };
  bool said = cck_quantity_listed(r, f->first - 1, CCK_LIST_MEASURED);
  if (!said)
    return false;
  bool near =
      cck_quantity_sign(r, f->first - 1, "of") || cck_quantity_has(r, f->first - 1, CCK_P_BE) ||
      cck_quantity_sign(r, f->first - 1, "reached"); /* "the quake was 6.2"; not "after the quake the rate was 3.5" */
  uint32_t reach = near ? 2 : REACH;
  for (uint32_t back = 2; back <= reach; back++)
    if (cck_quantity_has(r, f->first - back, CCK_P_QUAKE))
      return true;
  return false;
}

/* "magnitude 5.4", "a magnitude of 5.4", "5.4 on the Richter scale" */
static bool read_magnitude(const cck_quantity_reader *r, cck_figure *f) {
  uint32_t before =
      f->first - (cck_quantity_sign(r, f->first - 1, "of") || cck_quantity_dash(r, f->first - 1) ? 2u : 1u);
  bool richter = cck_quantity_sign(r, f->number_past, "on") && cck_quantity_sign(r, f->number_past + 2, "richter");
  richter =
      richter || (cck_quantity_sign(r, f->number_past, "in") && cck_quantity_sign(r, f->number_past + 1, "magnitude"));
  bool quake = f->digits && f->grouped && f->power == 0 && cck_decimal_cmp(f->max, cck_decimal_of(10)) < 0 &&
               (cck_quantity_has(r, f->number_past, CCK_P_QUAKE) || /* "a 5.1 aftershock" */
                (is_quake_measured(r, f) && !is_unit_ahead(r, f)));
  if (!richter && !quake && !cck_quantity_sign(r, before, "magnitude"))
    return false;
  f->kind = CCK_FIGURE_NOUN;
  f->unit = f->noun = CCK_S("magnitude");
  return true;
}

/* "between 50 and 70 on the GPa scale" */
static bool read_scale_unit(cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  const cck_unit_alias *alias;
  if (!cck_quantity_sign(r, at, "on") || !cck_quantity_sign(r, at + 1, "the"))
    return false;
  uint32_t length = cck_quantity_unit_at(r, at + 2, false, &alias);
  if (length == 0 || !cck_quantity_sign(r, at + 2 + length, "scale"))
    return false;
  cck_quantity_set_unit(r, f, alias);
  f->past = at + 3 + length;
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

/* "a third of a mile", "1/16 of a pint": a part of a unit, not of a group. */
static bool read_part_of_unit(cck_quantity_reader *r, cck_figure *f) {
  const cck_unit_alias *alias;
  bool one = cck_quantity_is(r, f->past + 1, CCK_Q_ARTICLE) || cck_quantity_sign(r, f->past + 1, "one") ||
             cck_quantity_sign(r, f->past + 1, "1"); /* "half of 1 percent" */
  bool of = cck_quantity_sign(r, f->past, "of") && one;
  uint32_t skip = of ? 2 : 0; /* "three-quarters mile" */
  uint32_t length = cck_quantity_unit_at(r, f->past + skip, false, &alias);
  if (length == 0 || alias->how & CCK_UNIT_SYMBOL)
    return false;
  f->share = false;
  cck_quantity_set_unit(r, f, alias);
  f->past += skip + length;
  return true;
}

/* A share is a fraction of a whole; its noun stands behind "of" or a determiner. */
static void read_share_noun(cck_quantity_reader *r, cck_figure *f) {
  uint32_t at = f->past;
  if (read_part_of_unit(r, f))
    return;
  if (cck_quantity_sign(r, at, "of"))
    at++;
  cck_figure whole = *f;
  f->kind = CCK_FIGURE_MEASURE;
  f->unit = CCK_S("fraction");
  while (cck_quantity_is(r, at, CCK_Q_DETERMINER))
    at++;
  if (!cck_quantity_noun(r, &whole, at) || !whole.plural)
    return;
  f->noun = whole.noun;
  f->noun_first = whole.noun_first;
  f->noun_past = whole.noun_past;
  f->past = whole.past;
}

/* "another goal or two", "a week or two": what is counted stands in front. */
static bool read_or_two(cck_quantity_reader *r, cck_figure *f) {
  uint32_t noun = f->first - 2;
  bool two = !f->digits && cck_decimal_cmp(f->min, cck_decimal_of(2)) == 0;
  if (!two || !cck_quantity_sign(r, f->first - 1, "or") || !cck_quantity_plain_word(r, noun) ||
      !(cck_quantity_is(r, noun - 1, CCK_Q_ARTICLE) || cck_quantity_sign(r, noun - 1, "another")) ||
      cck_quantity_is(r, noun, CCK_Q_STOP))
    return false;
  const cck_unit_alias *alias;
  if (cck_quantity_unit_at(r, noun, false, &alias) == 1) {
    cck_quantity_set_unit(r, f, alias);
    return true;
  }
  cck_figure counted = *f;
  if (!cck_quantity_noun(r, &counted, noun) || counted.noun_past != noun + 1)
    return false;
  counted.past = f->past;
  *f = counted;
  return true;
}

/* Behind "of": where the noun of the whole begins, behind its determiner or at the name of its owner; 0 for none. */
static uint32_t whole_behind(const cck_quantity_reader *r, uint32_t at) {
  enum { NAME = 3 };
  if (cck_quantity_is(r, at, CCK_Q_DETERMINER | CCK_Q_FEW))
    return at + 1;
  for (uint32_t i = at; i < at + NAME && cck_quantity_plain_word(r, i) && !cck_quantity_is(r, i, CCK_Q_STOP); i++)
    if (cck_quantity_sign(r, i + 1, "'s") || cck_quantity_sign(r, i + 1, "’s") || cck_quantity_lost_apostrophe(r, i))
      return at;
  return 0;
}

/* "10 of the Saints' 16 games": the plural owns the figure behind it, and is not what is counted. */
static bool owns_number(const cck_quantity_reader *r, uint32_t at) {
  if ((!cck_quantity_sign(r, at, "'") && !cck_quantity_sign(r, at, "’")) || !cck_quantity_glued(r, at))
    return false;
  uint32_t number = at + 1 + (cck_quantity_has(r, at + 1, CCK_P_LAST | CCK_P_NEXT) ? 1u : 0u);
  return !cck_quantity_glued(r, number) &&
         (cck_quantity_number(r, number) || cck_quantity_is(r, number, CCK_Q_NUMBER_WORD));
}

static void read_counted(cck_quantity_reader *r, cck_figure *f, uint32_t at) {
  bool of = f->loose && cck_quantity_sign(r, at, "of");
  if (of) {
    at++;
    while (cck_quantity_is(r, at, CCK_Q_DETERMINER))
      at++;
  } else if (cck_quantity_sign(r, at, "of") && whole_behind(r, at + 1)) {
    cck_figure some = *f; /* "two of the companies", "one of Petrov's deputies", "one of many reasons" */
    if (cck_quantity_noun(r, &some, whole_behind(r, at + 1)) && some.plural && !owns_number(r, some.past))
      *f = some;
    return;
  }
  cck_figure hyphened = *f;
  if (cck_quantity_hyphen(r, at) && !cck_quantity_is(r, at + 1, CCK_Q_STOP) && cck_quantity_noun(r, &hyphened, at)) {
    *f = hyphened;
    return;
  }
  const cck_unit_alias *alias;
  uint32_t length = at > f->number_past ? cck_quantity_unit_at(r, at, false, &alias) : 0;
  if (length) { /* "a couple of weeks", "hundreds of miles" */
    cck_quantity_set_unit(r, f, alias);
    f->past = at + length;
    take_context(r, f);
    read_below(r, f);
    return;
  }
  cck_figure counted = *f;
  if (cck_quantity_noun(r, &counted, at) && (counted.plural || !of)) /* "thousands of small, poor farms": no "small" */
    *f = counted;
}

/* "the mother of two injured": of her children, up to the "of". */
static bool is_parent(const cck_quantity_reader *r, uint32_t of) {
  return cck_quantity_listed(r, of - 1, CCK_LIST_WITH_CHILDREN) && cck_quantity_sign(r, of, "of");
}

static void read_unit(cck_quantity_reader *r, cck_figure *f) {
  uint32_t at = read_after_bound(r, f->number_past, f);
  f->past = f->number_past;
  if (f->kind == CCK_FIGURE_MONEY) {
    cck_money_second_mark(r, f);
    read_below(r, f);
    return;
  }
  if (read_strong(r, at, f))
    return;
  if (f->fold) {
    f->kind = CCK_FIGURE_MEASURE;
    f->unit = f->share ? CCK_S("fraction") : CCK_S("time");
    return;
  }
  if (f->share) {
    read_share_noun(r, f);
    return;
  }
  if (cck_age_group(r, f) || cck_size_feet(r, f) || read_magnitude(r, f))
    return;
  if (read_measure(r, at, f)) {
    take_context(r, f);
    cck_money_rest(r, f);
    read_half_behind(r, f);
    read_below_zero(r, f);
    read_below(r, f);
    cck_age_years(r, f);
    return;
  }
  if (cck_money_scaled_code(r, at, f) || (f->fraction && read_part_of_unit(r, f)))
    return;
  if ((at > f->number_past && cck_age_bound(r, f, at - 1) && cck_quantity_name_unit(r, f, "year of age")) ||
      cck_age_bare(r, f))
    return;
  if (read_scale_unit(r, at, f) || cck_quantity_sign(r, at, "per") ||
      (cck_quantity_sign(r, at, "/") && cck_quantity_glued(r, at)))
    return;
  bool modifies = cck_quantity_plural(r, at + 1) || (f->one && cck_quantity_plain_word(r, at + 1) &&
                                                     !cck_quantity_is(r, at + 1, CCK_Q_STOP)); /* "one injured man" */
  if (cck_quantity_has(r, at, CCK_P_VICTIM) && !modifies) {
    if (is_parent(r, f->first - 1))
      return;
    f->kind = CCK_FIGURE_NOUN;
    f->unit = f->noun = CCK_S("person");
    f->plural = true;
    f->past = at + 1;
    return;
  }
  read_counted(r, f, at);
  if (f->kind == CCK_FIGURE_BARE && !read_or_two(r, f))
    read_below_zero(r, f);
  if (f->kind == CCK_FIGURE_NOUN)
    read_below(r, f);
}

void cck_quantity_unit(cck_quantity_reader *r, cck_figure *f) {
  read_unit(r, f);
  read_late_bound(r, f);
}
