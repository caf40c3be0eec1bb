#include "model/literal.h"

typedef struct scale_row {
  const char *word;
  int power;
} scale_row;

static const scale_row SCALES[] = {
#define CCK_SCALE(word, power, how) {word, power},
#include "model/scales.def"
#undef CCK_SCALE
};

enum { AMOUNT_TOKENS = 24 }; /* an amount in a rule is shorter */

int cck_literal_scale(cck_slice folded) {
  for (size_t i = 0; i < sizeof SCALES / sizeof *SCALES; i++)
    if (cck_slice_is(folded, SCALES[i].word))
      return SCALES[i].power;
  return 0;
}

/* Lengths of the groups between commas: 1-3 then all of 3; or Indian, 1-2, all of 2, then 3. */
static bool are_groups(cck_slice whole) {
  size_t count = 0;
  bool western = true;
  bool indian = true;
  cck_slice part;
  while (cck_slice_next(&whole, ',', &part)) {
    bool last = whole.ptr == NULL;
    bool first = count++ == 0;
    if (first && (part.len == 0 || part.len > 3 || part.ptr[0] == '0'))
      return false;
    western = western && (first || part.len == 3);
    indian = indian && (last ? part.len == 3 : first ? part.len <= 2 : part.len == 2);
  }
  return western || (indian && count > 2);
}

bool cck_literal_number(cck_slice text, cck_decimal *out) {
  char digits[CCK_DECIMAL_TEXT];
  size_t count = 0;
  if (text.len && cck_is_digit(text.ptr[0]) && text.len <= sizeof digits && !memchr(text.ptr, ',', text.len))
    return cck_decimal_parse(text, out);
  size_t point = cck_slice_find(text, CCK_S("."), 0);
  cck_slice whole = cck_slice_sub(text, 0, point == SIZE_MAX ? text.len : point);
  if (cck_slice_find(whole, CCK_S(","), 0) != SIZE_MAX && !are_groups(whole))
    return false;
  for (size_t i = 0; i < text.len; i++) {
    char c = text.ptr[i];
    if (c == ',' && i < whole.len)
      continue;
    if ((!cck_is_digit(c) && c != '.') || count == sizeof digits)
      return false;
    digits[count++] = c;
  }
  return cck_decimal_parse((cck_slice){digits, count}, out);
}

typedef struct amount_reader {
  const cck_unit_table *units;
  cck_slice text;
  const cck_token *tokens;
  size_t count, at;
  cck_slice unit;
} amount_reader;

static bool token_glued(const amount_reader *reader) {
  return reader->at > 0 && !(reader->tokens[reader->at].flags & CCK_TOKEN_SPACE);
}

static void read_unit(amount_reader *reader, const cck_trie *trie) {
  const cck_unit_alias *alias;
  size_t left = reader->count - reader->at;
  size_t length = left ? cck_unit_match(reader->units, trie, reader->text, reader->tokens + reader->at, left,
                                        token_glued(reader), &alias)
                       : 0;
  if (length == 0)
    return;
  reader->unit = reader->units->units.items[alias->unit].name;
  reader->at += length;
}

/*
 * A compound as its canonical name ("USD/barrel"), which then is the unit; others stand in the table ("barrels a day").
 */
static void read_compound(amount_reader *reader, size_t start) {
  if (reader->unit.len == 0 || reader->at + 1 >= reader->count)
    return;
  uint32_t from = reader->tokens[start].start;
  cck_slice name = cck_slice_sub(reader->text, from, reader->tokens[reader->count - 1].end);
  size_t slash = cck_slice_find(name, CCK_S("/"), 0);
  if (slash == SIZE_MAX || !cck_unit_find(reader->units, name) ||
      !cck_unit_find(reader->units, cck_slice_sub(name, slash + 1, name.len)))
    return;
  reader->unit = name;
  reader->at = reader->count;
}

static bool read_number(amount_reader *reader, cck_arena *arena, cck_decimal *value) {
  bool negative = reader->at < reader->count && cck_token_is_dash(reader->text, &reader->tokens[reader->at]);
  reader->at += negative;
  if (reader->at >= reader->count || reader->tokens[reader->at].kind != CCK_TOKEN_NUMBER ||
      !cck_literal_number(cck_token_text(reader->text, &reader->tokens[reader->at]), value))
    return false;
  reader->at++;
  if (negative)
    *value = cck_decimal_negate(*value);
  if (reader->at == reader->count)
    return true;
  int power = cck_literal_scale(cck_arena_lower(arena, cck_token_text(reader->text, &reader->tokens[reader->at])));
  const cck_unit_alias *alias;
  bool glued = token_glued(reader);
  bool single = reader->tokens[reader->at].end - reader->tokens[reader->at].start == 1;
  if (power == 0 || (single && reader->unit.len == 0 &&
                     cck_unit_match(reader->units, &reader->units->after, reader->text, reader->tokens + reader->at,
                                    reader->count - reader->at, glued, &alias)))
    return true; /* "5 m" is metres in a rule, where "$5m" is money */
  reader->at++;
  return cck_decimal_shift(*value, power, value);
}

/* Whatever words are left name a counted noun: "5,000 soldiers". */
static cck_slice rest_of(const amount_reader *reader) {
  if (reader->at >= reader->count)
    return reader->unit;
  return cck_slice_sub(reader->text, reader->tokens[reader->at].start, reader->tokens[reader->count - 1].end);
}

bool cck_literal_amount(const cck_unit_table *units, cck_slice text, cck_decimal *value, cck_slice *unit) {
  cck_arena scratch;
  cck_tokens tokens = {0};
  cck_arena_init(&scratch);
  cck_tokenize(&scratch, text, 0, text.len, &tokens);
  amount_reader reader = {units, text, tokens.items, tokens.count, 0, {NULL, 0}};
  bool good = tokens.count > 0 && tokens.count <= AMOUNT_TOKENS;
  if (good)
    read_unit(&reader, &units->before);
  cck_slice mark = reader.unit;
  good = good && read_number(&reader, &scratch, value);
  size_t start = reader.at;
  if (good && mark.len == 0)
    read_unit(&reader, &units->after);
  if (good && mark.len == 0)
    read_compound(&reader, start);
  good = good && (reader.at == reader.count || reader.unit.len == 0);
  if (good)
    *unit = rest_of(&reader);
  cck_arena_fini(&scratch);
  return good;
}

bool cck_literal_percent(cck_slice text, cck_decimal *out) {
  text = cck_slice_trim(text);
  return cck_slice_ends(text, CCK_S("%")) &&
         cck_literal_number(cck_slice_trim(cck_slice_sub(text, 0, text.len - 1)), out);
}

/* ---- clocks ---- */

/* Up to two digits at *at; moves behind them. */
static bool two_digits(cck_slice text, size_t *at, int *out) {
  size_t from = *at;
  *out = 0;
  while (*at < text.len && *at - from < 2 && cck_is_digit(text.ptr[*at]))
    *out = *out * 10 + (text.ptr[(*at)++] - '0');
  return *at > from && !(*at < text.len && cck_is_digit(text.ptr[*at]));
}

/* 'a' or 'p' of "a.m.", "PM", "p. m."; 0 for none. */
static char half_of_day(cck_slice text, size_t at) {
  while (at < text.len && text.ptr[at] == ' ')
    at++;
  char half = at < text.len ? cck_to_lower(text.ptr[at]) : '\0';
  if (half != 'a' && half != 'p')
    return '\0';
  for (at++; at < text.len && (text.ptr[at] == '.' || text.ptr[at] == ' ');)
    at++;
  return at < text.len && cck_to_lower(text.ptr[at]) == 'm' ? half : '\0';
}

static bool clock_at(cck_slice text, size_t at, int *minutes) {
  enum { NOON = 12, DAY = 24, HOUR = 60 };
  int hour;
  int minute = 0;
  if (!two_digits(text, &at, &hour))
    return false;
  bool sign = at < text.len && (text.ptr[at] == ':' || text.ptr[at] == '.');
  size_t behind = at + 1;
  bool told = sign && two_digits(text, &behind, &minute) && behind - at == 3;
  if (told)
    at = behind;
  else
    minute = 0;
  char half = half_of_day(text, at);
  if ((half && (hour < 1 || hour > NOON)) || (!half && !told) || hour >= DAY || minute >= HOUR)
    return false;
  if (half)
    hour = hour % NOON + (half == 'p' ? NOON : 0);
  *minutes = hour * HOUR + minute;
  return true;
}

bool cck_literal_clock(cck_slice text, int *minutes) {
  for (size_t i = 0; i < text.len; i++)
    if (cck_is_digit(text.ptr[i]) && (i == 0 || !cck_is_digit(text.ptr[i - 1])) && clock_at(text, i, minutes))
      return true;
  return false;
}
