#include "text/furniture.h"

#include <string.h>

#include "base/utf8.h"

enum { LINE = 1, START = 2, MARK = 4, CAPTION = 8, TAIL = 16, END = 32, HEADS = 64, NOTE = 128 };
enum { DATE_NAME = 1, DATE_FILLER = 2, BIOGRAPHY = 4 };
enum { SHORT_BYTES = 120, SHORT_WORDS = 14, BYLINE_WORDS = 12, LOOK_BYTES = 160, TAIL_BYTES = 4096 };

typedef struct phrase {
  cck_slice text;
  unsigned where;
} phrase;

#define CCK_FURNITURE(text, where) {{text, sizeof(text) - 1}, where},
#define CCK_DATE_WORD(word, kind)
#define CCK_BIOGRAPHY(word)
static const phrase phrases[] = {
#include "text/furniture.def"
};
#undef CCK_FURNITURE
#undef CCK_DATE_WORD
#undef CCK_BIOGRAPHY

enum { PHRASES = sizeof phrases / sizeof *phrases };

static cck_slice first_word(cck_slice s) {
  size_t end = cck_slice_find(s, CCK_S(" "), 0);
  return end == SIZE_MAX ? s : cck_slice_sub(s, 0, end);
}

/* Vocabularies stand in folded form. */
static void add_word(cck_arena *arena, cck_furniture *f, cck_slice word, uint32_t kind) {
  *cck_hash_table_put(arena, &f->words, cck_slice_hash(word)) |= kind;
}

/*
 * A tail's phrase is found by eight of its bytes: of a text every third place is looked at, so that each phrase is
 * known by the bytes at its first three places. "\u00a9" is shorter.
 */
enum { WINDOW = sizeof(uint64_t), STRIDE = 3, WINDOWED_BYTES = WINDOW + STRIDE - 1 };

/* The bit of the eight bytes at a place among those of f->tail_windows. */
static unsigned window_bit(cck_slice s, size_t at) {
  uint64_t eight;
  memcpy(&eight, s.ptr + at, WINDOW);
  return (unsigned)(eight * CCK_HASH_STEP >> (64 - CCK_FURNITURE_WINDOW_BITS));
}

static bool is_tail_phrase(const phrase *known, bool brief) {
  return (known->where & TAIL) && (known->text.len < WINDOWED_BYTES) == brief;
}

const cck_furniture *cck_furniture_new(cck_arena *arena) {
  cck_furniture *f = CCK_NEW(arena, cck_furniture);
  cck_hash_table_reserve(arena, &f->first_words, PHRASES);
  for (size_t i = 0; i < PHRASES; i++)
    *cck_hash_table_put(arena, &f->first_words, cck_slice_hash(first_word(phrases[i].text))) |= phrases[i].where;
  for (size_t i = 0; i < PHRASES; i++) {
    if (!is_tail_phrase(&phrases[i], false))
      continue;
    for (size_t at = 0; at < STRIDE; at++) {
      unsigned bit = window_bit(phrases[i].text, at);
      f->tail_windows[bit / 64] |= UINT64_C(1) << bit % 64;
    }
  }
#define CCK_FURNITURE(text, where)
#define CCK_DATE_WORD(word, kind) add_word(arena, f, CCK_S(word), kind);
#define CCK_BIOGRAPHY(word) add_word(arena, f, CCK_S(word), BIOGRAPHY);
#include "text/furniture.def"
#undef CCK_FURNITURE
#undef CCK_DATE_WORD
#undef CCK_BIOGRAPHY
  return f;
}

/* Where a number that begins at `at` ends. */
static size_t number_end(cck_slice s, size_t at) {
  while (at < s.len && (cck_is_digit(s.ptr[at]) ||
                        ((s.ptr[at] == ',' || s.ptr[at] == '.') && at + 1 < s.len && cck_is_digit(s.ptr[at + 1]))))
    at++;
  return at;
}

/* The form in which phrases are compared, as far as it fits: small letters, single spaces, '#' for a number. */
static cck_slice normalise(cck_slice s, char *out, size_t size) {
  size_t n = 0;
  for (size_t i = 0; i < s.len && n < size;) {
    if (cck_is_alpha(s.ptr[i])) { /* nearly all */
      out[n++] = s.ptr[i++] | 0x20;
      continue;
    }
    bool no_break = i + 1 < s.len && (unsigned char)s.ptr[i] == 0xc2 && (unsigned char)s.ptr[i + 1] == 0xa0;
    if (no_break || cck_is_space(s.ptr[i])) {
      if (n > 0 && out[n - 1] != ' ')
        out[n++] = ' ';
      i += no_break ? 2 : 1;
    } else if (cck_is_digit(s.ptr[i])) {
      out[n++] = '#';
      i = number_end(s, i);
    } else {
      out[n++] = s.ptr[i++];
    }
  }
  return (cck_slice){out, n};
}

static bool is_word_byte(char c) { return cck_is_alpha(c) || cck_is_digit(c) || (unsigned char)c >= 0x80; }

/* Does the phrase stand here and end with a word? */
static bool stands_at(cck_slice s, size_t at, cck_slice text) {
  if (!cck_slice_starts(cck_slice_sub(s, at, s.len), text))
    return false;
  size_t end = at + text.len;
  return end >= s.len || !is_word_byte(s.ptr[end]) || !is_word_byte(text.ptr[text.len - 1]);
}

/* Without the signs at its end. */
static cck_slice without_signs(cck_slice s) {
  while (s.len && !is_word_byte(s.ptr[s.len - 1]))
    s.len--;
  return s;
}

static bool is_short(const cck_paragraph *p) {
  return !p->ended && p->words <= SHORT_WORDS && p->end - p->start <= SHORT_BYTES;
}

static unsigned look_up(cck_slice s, const phrase *known, bool brief) {
  if ((known->where & LINE) && cck_slice_eq(without_signs(s), known->text))
    return CCK_FURNITURE_SHORT | CCK_FURNITURE_PHRASE;
  if ((known->where & (START | MARK)) && brief && stands_at(s, 0, known->text))
    return CCK_FURNITURE_SHORT | CCK_FURNITURE_PHRASE | (known->where & MARK ? CCK_FURNITURE_MARK : 0);
  if ((known->where & CAPTION) && stands_at(s, 0, known->text))
    return CCK_FURNITURE_CAPTION;
  return 0;
}

/* Does a phrase of one of these kinds begin with the text's first word, or with that without its signs? */
static bool begins_phrase(const cck_furniture *f, cck_slice text, unsigned where) {
  char buffer[LOOK_BYTES];
  size_t length = 0;
  while (length < text.len && !cck_is_space(text.ptr[length]))
    length++;
  cck_slice first = first_word(normalise(cck_slice_sub(text, 0, length), buffer, sizeof buffer));
  return ((cck_hash_table_find(&f->first_words, cck_slice_hash(first)) |
           cck_hash_table_find(&f->first_words, cck_slice_hash(without_signs(first)))) &
          where) != 0;
}

static unsigned look_up_phrases(const cck_furniture *f, cck_slice text, const cck_paragraph *p) {
  char buffer[LOOK_BYTES];
  cck_slice paragraph = cck_slice_sub(text, p->start, p->end);
  unsigned found = 0;
  if (!begins_phrase(f, paragraph, LINE | START | MARK | CAPTION))
    return 0;
  cck_slice s = normalise(paragraph, buffer, sizeof buffer);
  for (size_t i = 0; i < PHRASES && !found; i++)
    if (s.len && s.ptr[0] == phrases[i].text.ptr[0])
      found = look_up(s, &phrases[i], is_short(p));
  return found;
}

/* The next run without white space; false at the end. */
static bool next_word(cck_slice s, size_t *at, cck_slice *word) {
  while (*at < s.len && cck_is_space(s.ptr[*at]))
    ++*at;
  size_t start = *at;
  while (*at < s.len && !cck_is_space(s.ptr[*at]))
    ++*at;
  *word = cck_slice_sub(s, start, *at);
  return word->len > 0;
}

/* Without what is no word's on both sides: "- ENDS -". */
static cck_slice without_signs_around(cck_slice s) {
  while (s.len && !is_word_byte(s.ptr[0]))
    s = cck_slice_sub(s, 1, s.len);
  return without_signs(s);
}

bool cck_furniture_is_end(cck_slice line) {
  cck_slice words = without_signs_around(line);
  for (size_t i = 0; i < PHRASES && words.len <= SHORT_BYTES; i++)
    if ((phrases[i].where & END) && cck_slice_eq_nocase(words, phrases[i].text))
      return true;
  return false;
}

bool cck_furniture_is_note(const cck_furniture *f, cck_slice text) {
  char buffer[LOOK_BYTES];
  if (!begins_phrase(f, text, NOTE))
    return false;
  cck_slice s = normalise(text, buffer, sizeof buffer);
  for (size_t i = 0; i < PHRASES; i++)
    if ((phrases[i].where & NOTE) && stands_at(s, 0, phrases[i].text))
      return true;
  return false;
}

bool cck_furniture_heads(cck_slice heading) {
  size_t at = 0;
  for (cck_slice word; next_word(heading, &at, &word);)
    for (size_t i = 0; i < PHRASES; i++)
      if ((phrases[i].where & HEADS) && cck_slice_eq_nocase(without_signs_around(word), phrases[i].text))
        return true;
  return false;
}

static bool is_capital_word(cck_slice word) { return cck_utf8_is_upper(cck_utf8_decode(word, NULL)); }

/* "By Anna Smith and J. Jones (06/18/2014 issue)": names only, then perhaps a bracket. */
static bool is_byline(cck_slice s, const cck_paragraph *p) {
  size_t at = 0;
  cck_slice word;
  unsigned names = 0;
  if (p->ended || p->words > BYLINE_WORDS || !next_word(s, &at, &word) || !cck_slice_eq_nocase(word, CCK_S("by")))
    return false;
  while (next_word(s, &at, &word) && word.ptr[0] != '(' && !(names && p->digits && cck_slice_is(word, "|"))) {
    bool joint = cck_slice_is(word, "and") || cck_slice_is(word, "in") || cck_slice_is(word, "for") ||
                 cck_slice_is(word, "of") || cck_slice_is(word, "the") || cck_slice_is(word, "|") ||
                 cck_slice_is(word, "de") || cck_slice_is(word, "van") || cck_slice_is(word, "von");
    if (!joint && !is_capital_word(word))
      return false;
    names += !joint;
  }
  return names > 0;
}

typedef struct date_count {
  unsigned names, words, numbers, commas;
} date_count;

/* "Wednesday, 18 June 2014", "May 2, 2013 | 5:03pm", "18.06.2014" and nothing else. */
static bool is_dateline(const cck_furniture *f, cck_slice s, const cck_paragraph *p) {
  date_count count = {0};
  if (!p->digits || p->words > BYLINE_WORDS || s.len > SHORT_BYTES)
    return false;
  for (size_t i = 0; i < s.len;) {
    size_t start = i;
    if (cck_is_digit(s.ptr[i])) {
      while (i < s.len && cck_is_digit(s.ptr[i]))
        i++;
      count.numbers++;
    } else if (is_word_byte(s.ptr[i])) {
      while (i < s.len && is_word_byte(s.ptr[i]) && !cck_is_digit(s.ptr[i]))
        i++;
      uint32_t kinds = cck_hash_table_find(&f->words, cck_utf8_fold_hash(cck_slice_sub(s, start, i)));
      if (!(kinds & (DATE_NAME | DATE_FILLER)))
        return false;
      count.words++;
      count.names += kinds & DATE_NAME;
    } else {
      count.commas += s.ptr[i++] == ',';
    }
  }
  bool digits_only = count.words == 0 && count.numbers == 3 && count.commas == 0 && p->words == 1;
  return count.names > 0 || digits_only;
}

static bool is_comment(cck_slice s) { return cck_slice_starts(s, CCK_S("<!--")) && cck_slice_ends(s, CCK_S("-->")); }

unsigned cck_furniture_look(const cck_furniture *f, cck_slice text, const cck_paragraph *p) {
  cck_slice s = cck_slice_sub(text, p->start, p->end);
  if (is_comment(s) || is_byline(s, p) || is_dateline(f, s, p))
    return CCK_FURNITURE_SHORT;
  return look_up_phrases(f, text, p);
}

/* Does one begin up to so many bytes before a place? */
static bool tail_stands_near(cck_slice s, size_t at) {
  for (size_t back = 0; back < STRIDE && back <= at; back++) {
    cck_slice rest = cck_slice_sub(s, at - back, s.len);
    for (size_t i = 0; i < PHRASES; i++)
      if (is_tail_phrase(&phrases[i], false) && cck_slice_starts(rest, phrases[i].text))
        return true;
  }
  return false;
}

bool cck_furniture_is_tail(const cck_furniture *f, cck_slice text, const cck_paragraph *p) {
  char buffer[TAIL_BYTES];
  cck_slice s = normalise(cck_slice_sub(text, p->start, p->end), buffer, sizeof buffer);
  for (size_t i = 0; i < PHRASES; i++)
    if (is_tail_phrase(&phrases[i], true) && cck_slice_find(s, phrases[i].text, 0) != SIZE_MAX)
      return true;
  for (size_t at = 0; at + WINDOW <= s.len; at += STRIDE) {
    unsigned bit = window_bit(s, at);
    if ((f->tail_windows[bit / 64] >> bit % 64 & 1) && tail_stands_near(s, at))
      return true;
  }
  return false;
}

bool cck_furniture_is_name(cck_slice line) {
  size_t at = 0;
  size_t words = 0;
  for (cck_slice word; next_word(line, &at, &word); words++) {
    if (words == 4 || !is_capital_word(word))
      return false;
    for (size_t i = 0; i < word.len; i++)
      if (!cck_is_alpha(word.ptr[i]) && (unsigned char)word.ptr[i] < 0x80 && word.ptr[i] != '.' && word.ptr[i] != '-' &&
          word.ptr[i] != '\'')
        return false;
  }
  return words >= 2;
}

bool cck_furniture_tells_of(const cck_furniture *f, cck_slice paragraph, cck_slice name) {
  size_t at = name.len;
  cck_slice word;
  if (name.len == 0 || !cck_slice_starts(paragraph, name) || !next_word(paragraph, &at, &word))
    return false;
  return cck_hash_table_find(&f->words, cck_utf8_fold_hash(word)) & BIOGRAPHY;
}

/* The next letter or digit in lower case; 0 at the end. */
static uint32_t next_letter(cck_slice s, size_t *at) {
  while (*at < s.len) {
    uint32_t code = cck_utf8_next(s, at);
    if (code < 0x80 && (cck_is_alpha((char)code) || cck_is_digit((char)code)))
      return (unsigned char)cck_to_lower((char)code);
    if (code >= 0x80 && cck_utf8_is_letter(code))
      return code;
  }
  return 0;
}

bool cck_furniture_same_title(cck_slice a, cck_slice b) {
  size_t at_a = 0;
  size_t at_b = 0;
  bool some = false;
  for (;;) {
    uint32_t one = next_letter(a, &at_a);
    if (one != next_letter(b, &at_b))
      return false;
    if (one == 0)
      return some;
    some = true;
  }
}
