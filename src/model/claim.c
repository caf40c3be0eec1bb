#include "model/claim.h"

#include <string.h>

#include "base/digest.h"
#include "base/utf8.h"
#include "model/literal.h"
#include "model/unit.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define PART "\x1f" /* between the parts of a key: no text holds it after folding */

/* ---- names ---- */

static const char *const kind_names[] = {"quantity", "date", "name", "malformed"};
static const char *const approx_names[] = {"exact", "about", "over", "at_least", "under", "at_most", "range"};
static const char *const change_names[] = {NULL, "up", "down"};
static const char *const precision_names[] = {"time",   "day",  "week",   "month",  "quarter",
                                              "season", "year", "decade", "century"};
static const char *const basis_names[] = {"none", "text", "relative", "publication"};
static const char *const modality_names[] = {"asserted", "planned", "possible", "denied", "question"};
static const char *const where_names[] = {"title", "lead", "body", "list", "caption"};
static const char *const weekday_names[] = {NULL,       "Monday", "Tuesday",  "Wednesday",
                                            "Thursday", "Friday", "Saturday", "Sunday"};

const char *cck_claim_kind_name(cck_claim_kind kind) { return kind_names[kind]; }
const char *cck_approx_name(cck_approx approx) { return approx_names[approx]; }
const char *cck_change_name(cck_change change) { return change_names[change]; }
const char *cck_precision_name(cck_precision precision) { return precision_names[precision]; }
const char *cck_basis_name(cck_basis basis) { return basis_names[basis]; }
const char *cck_modality_name(cck_modality modality) { return modality_names[modality]; }
const char *cck_where_name(cck_where where) { return where_names[where]; }
const char *cck_weekday_name(int weekday) { return weekday >= 1 && weekday <= 7 ? weekday_names[weekday] : NULL; }

/* Index of the name, or count. */
static size_t find_name(const char *const *names, size_t count, cck_slice name) {
  size_t i = 0;
  while (i < count && !(names[i] && cck_slice_is(name, names[i])))
    i++;
  return i;
}

/* One parser for each enum: its type, its function's name, its table. */
#define PARSER(type, function, names)                                                                                  \
  bool function(cck_slice name, type *out) {                                                                           \
    size_t i = find_name(names, COUNT(names), name);                                                                   \
    if (i == COUNT(names))                                                                                             \
      return false;                                                                                                    \
    *out = (type)i;                                                                                                    \
    return true;                                                                                                       \
  }

PARSER(cck_claim_kind, cck_claim_kind_parse, kind_names)
PARSER(cck_approx, cck_approx_parse, approx_names)
PARSER(cck_change, cck_change_parse, change_names)
PARSER(cck_precision, cck_precision_parse, precision_names)
PARSER(cck_basis, cck_basis_parse, basis_names)
PARSER(cck_modality, cck_modality_parse, modality_names)
PARSER(cck_where, cck_where_parse, where_names)

bool cck_weekday_parse(cck_slice name, int *out) {
  size_t i = find_name(weekday_names, COUNT(weekday_names), name);
  if (i == COUNT(weekday_names))
    return false;
  *out = (int)i;
  return true;
}

/* ---- folding: the words of a text, so that punctuation, case and line breaks do not matter ---- */

/* Bytes of the word that begins the text, and of what is no word before it. */
static size_t word_length(cck_slice s, size_t *skip) {
  size_t at = 0;
  *skip = 0;
  while (at < s.len) {
    size_t next = at;
    uint32_t code = cck_utf8_next(s, &next);
    bool inside = code < 0x80 ? cck_is_alpha((char)code) || cck_is_digit((char)code) : cck_utf8_is_letter(code);
    if (!inside && at > *skip)
      break;
    at = next;
    if (!inside)
      *skip = at;
  }
  return at - *skip;
}

/* A text that grows in an arena. */
typedef CCK_VEC(char) text_room;

static void put(cck_arena *arena, text_room *out, cck_slice s) {
  if (out->capacity - out->count < s.len) {
    size_t capacity = 2 * (out->count + s.len);
    char *grown = cck_arena_alloc(arena, capacity + 1); /* one for the NUL */
    if (out->count)
      memcpy(grown, out->items, out->count);
    out->items = grown;
    out->capacity = capacity;
  }
  if (s.len)
    memcpy(out->items + out->count, s.ptr, s.len);
  out->count += s.len;
}

static cck_slice fold_any(cck_arena *arena, cck_slice text, cck_slice between) {
  text_room out = {.items = cck_arena_alloc(arena, text.len + 1), .capacity = text.len};
  size_t skip;
  for (size_t length; (length = word_length(text, &skip)) > 0; text = cck_slice_sub(text, skip + length, text.len)) {
    cck_slice word = cck_slice_sub(text, skip, skip + length);
    if (out.count)
      put(arena, &out, between);
    size_t fits = cck_utf8_fold_into(word, out.items + out.count, out.capacity - out.count);
    out.count += fits;
    if (!fits)
      put(arena, &out, cck_utf8_fold(arena, word));
  }
  out.items[out.count] = '\0';
  return (cck_slice){out.items, out.count};
}

/* The lower case of the ASCII letters and digits; 0 for all other bytes. */
static const char word_bytes[256] = {
    ['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4', ['5'] = '5', ['6'] = '6', ['7'] = '7', ['8'] = '8',
    ['9'] = '9', ['a'] = 'a', ['b'] = 'b', ['c'] = 'c', ['d'] = 'd', ['e'] = 'e', ['f'] = 'f', ['g'] = 'g', ['h'] = 'h',
    ['i'] = 'i', ['j'] = 'j', ['k'] = 'k', ['l'] = 'l', ['m'] = 'm', ['n'] = 'n', ['o'] = 'o', ['p'] = 'p', ['q'] = 'q',
    ['r'] = 'r', ['s'] = 's', ['t'] = 't', ['u'] = 'u', ['v'] = 'v', ['w'] = 'w', ['x'] = 'x', ['y'] = 'y', ['z'] = 'z',
    ['A'] = 'a', ['B'] = 'b', ['C'] = 'c', ['D'] = 'd', ['E'] = 'e', ['F'] = 'f', ['G'] = 'g', ['H'] = 'h', ['I'] = 'i',
    ['J'] = 'j', ['K'] = 'k', ['L'] = 'l', ['M'] = 'm', ['N'] = 'n', ['O'] = 'o', ['P'] = 'p', ['Q'] = 'q', ['R'] = 'r',
    ['S'] = 's', ['T'] = 't', ['U'] = 'u', ['V'] = 'v', ['W'] = 'w', ['X'] = 'x', ['Y'] = 'y', ['Z'] = 'z'};

/* The same for a text in ASCII, as nearly all are: in one pass, without a branch that guesses where words end. */
static cck_slice fold_ascii(cck_arena *arena, cck_slice text, cck_slice between) {
  size_t joint = between.len; /* 0 or 1 */
  char separator = joint ? between.ptr[0] : '\0';
  char *out = cck_arena_alloc(arena, text.len + 1);
  size_t n = 0;
  size_t inside = 0; /* 1 behind a byte of a word */
  for (size_t i = 0; i < text.len; i++) {
    char c = word_bytes[(unsigned char)text.ptr[i]];
    size_t word = c != '\0';
    out[n] = (char)(c | (separator & (char)(word - 1)));
    n += word | (inside & joint);
    inside = word;
  }
  if (n > 0 && !inside)
    n -= joint;
  out[n] = '\0';
  return (cck_slice){out, n};
}

/* `between` is one byte or none. */
static cck_slice fold_words(cck_arena *arena, cck_slice text, cck_slice between) {
  return cck_utf8_is_ascii(text) ? fold_ascii(arena, text, between) : fold_any(arena, text, between);
}

cck_slice cck_publisher_key(cck_arena *arena, cck_slice name) { return fold_words(arena, name, CCK_S("")); }

cck_slice cck_slug(cck_arena *arena, cck_slice text) { return fold_words(arena, text, CCK_S("-")); }

/* ---- ids ---- */

enum { ID_LIMIT = 96, ID_HASH = 8, SENTENCE_KEY = 26, CLAIM_HASH = 20 };

/* Ids are shown and become file names: a long title is cut, and what was cut is hashed into the end. */
static cck_slice shorten(cck_arena *arena, cck_slice slug) {
  if (slug.len <= ID_LIMIT)
    return slug;
  size_t cut = ID_LIMIT - ID_HASH - 1;
  while (cut > 0 && ((unsigned char)slug.ptr[cut] & 0xc0) == 0x80)
    cut--;
  cck_slice hash = cck_sha256_base32(arena, slug, ID_HASH);
  return cck_arena_printf(arena, "%.*s-%s", (int)cut, slug.ptr, hash.ptr);
}

cck_slice cck_source_make_id(cck_arena *arena, const cck_source *source, cck_slice given) {
  given = cck_slice_trim(given);
  if (given.len)
    return cck_arena_copy(arena, given);
  cck_slice slug = {NULL, 0};
  /* A title alone or a publisher's day alone would give one id to many articles. */
  if (source->title.len && (source->publisher.len || source->published.len)) {
    cck_slice key = cck_publisher_key(arena, source->publisher);
    cck_slice words = cck_arena_printf(arena, "%.*s %.*s %.*s", (int)key.len, key.ptr, (int)source->published.len,
                                       source->published.ptr, (int)source->title.len, source->title.ptr);
    slug = cck_slug(arena, words);
  }
  if (!slug.len)
    slug = cck_slug(arena, source->path);
  return slug.len ? shorten(arena, slug) : cck_arena_copy(arena, CCK_S("stdin"));
}

static cck_slice decimal_end(cck_arena *arena, bool has, cck_decimal d) {
  return has ? cck_decimal_text(arena, d) : (cck_slice){"", 0};
}

static cck_slice quantity_key(cck_arena *arena, const cck_value *value) {
  bool one = value->has_min && value->has_max && cck_decimal_cmp(value->min, value->max) == 0;
  cck_slice min = decimal_end(arena, value->has_min, value->min);
  cck_slice max = one ? min : decimal_end(arena, value->has_max, value->max);
  cck_slice change = cck_slice_of(cck_change_name(value->change));
  return CCK_JOIN(arena, min, CCK_S(".."), max, cck_slice_of(value->unit.len ? " " : ""), value->unit,
                  cck_slice_of(change.len ? " " : ""), change);
}

static cck_slice date_key(cck_arena *arena, const cck_date *date) {
  int minutes;
  cck_slice min = cck_day_text(arena, date->days.min);
  cck_slice max = date->days.max == date->days.min ? min : cck_day_text(arena, date->days.max);
  cck_slice days = CCK_JOIN(arena, min, CCK_S(".."), max);
  if (date->precision != CCK_PRECISION_TIME || !cck_literal_clock(date->text, &minutes))
    return days;
  return cck_arena_printf(arena, "%.*s %02d:%02d", (int)days.len, days.ptr, minutes / 60, minutes % 60);
}

cck_slice cck_claim_value_key(cck_arena *arena, const cck_claim *claim) {
  if (claim->kind == CCK_CLAIM_QUANTITY)
    return quantity_key(arena, &claim->value);
  if (claim->kind == CCK_CLAIM_DATE && claim->date.valid)
    return date_key(arena, &claim->date);
  if (claim->kind == CCK_CLAIM_MALFORMED) /* its signs are what is wrong with it */
    return cck_arena_copy(arena, cck_slice_trim(claim->text));
  return fold_words(arena, claim->kind == CCK_CLAIM_DATE ? claim->date.text : claim->text, CCK_S(" "));
}

cck_slice cck_sentence_key(cck_arena *arena, cck_slice quote) {
  return cck_sha256_base32(arena, fold_words(arena, quote, CCK_S(" ")), SENTENCE_KEY);
}

cck_slice cck_claim_make_id(cck_arena *arena, cck_slice src, cck_slice sentence_key, cck_slice value_key,
                            unsigned ordinal) {
  char text[CCK_NUMBER_TEXT];
  cck_slice number = {text, cck_number_print(ordinal, text)};
  cck_slice part = CCK_S(PART);
  cck_slice key = CCK_JOIN(arena, src, part, sentence_key, part, value_key, part, number);
  char *id = cck_arena_alloc(arena, sizeof "c1" + CLAIM_HASH);
  memcpy(id, "c1", 2);
  cck_sha256_letters(key, CLAIM_HASH, id + 2);
  return (cck_slice){id, 2 + CLAIM_HASH};
}

/* ---- when a source was published ---- */

cck_slice cck_source_published(const cck_source *source) {
  bool bound = cck_slice_is(source->published_from, CCK_PUBLISHED_FROM_TEXT);
  return bound ? (cck_slice){NULL, 0} : source->published;
}

cck_period cck_source_when(const cck_source *source) {
  cck_period bound = CCK_NO_PERIOD;
  if (!cck_period_is_none(source->period) || !cck_slice_is(source->published_from, CCK_PUBLISHED_FROM_TEXT) ||
      !cck_period_parse(source->published, &bound))
    return source->period;
  bound.max = CCK_NO_DAY;
  return bound;
}

/* ---- the group key ---- */

static cck_slice dimension(cck_arena *arena, const cck_claim *claim) {
  if (claim->kind != CCK_CLAIM_QUANTITY)
    return cck_slice_of(cck_claim_kind_name(claim->kind));
  return cck_unit_shipped_dimension(arena, claim->value.unit);
}

static cck_slice compared_by(const cck_claim *claim) {
  if (claim->measure.len)
    return claim->measure;
  if (claim->kind == CCK_CLAIM_DATE)
    return claim->date.event;
  return claim->kind == CCK_CLAIM_QUANTITY ? claim->noun : (cck_slice){NULL, 0};
}

cck_slice cck_claim_group_key(cck_arena *arena, const cck_claim *claim) {
  cck_slice what = compared_by(claim);
  cck_slice subject = claim->subject.len ? claim->subject : fold_words(arena, claim->subject_text, CCK_S(" "));
  /* A declared measure is compared without a subject too; a bare noun or verb says too little. */
  if (!what.len || (!subject.len && !claim->measure.len))
    return (cck_slice){"", 0};
  cck_slice kind = dimension(arena, claim);
  if (cck_slice_is(kind, "number")) /* "5,000-strong" counts what "5,000 soldiers" counts */
    kind = CCK_S("count");
  return cck_arena_printf(arena, "%.*s" PART "%.*s" PART "%.*s", (int)what.len, what.ptr, (int)subject.len, subject.ptr,
                          (int)kind.len, kind.ptr);
}
