#include "text/paragraphs.h"

#include <endian.h>
#include <string.h>

#include "base/utf8.h"

enum {
  WRAP_LIMIT = 120, /* code points: nobody wraps at more, so a longer line was not wrapped */
  FIRST_WORD_LIMIT = 64
};

typedef struct text_line {
  uint32_t start, end; /* without white space around; equal for a blank line */
  uint32_t indent;     /* bytes of white space before it */
  uint32_t width;      /* code points */
} text_line;

typedef struct layout {
  cck_slice text;
  CCK_VEC(text_line) lines;
  uint32_t width; /* of the longest line that may be wrapped */
  bool wrapped;
} layout;

/* The code point that begins a text; nearly always ASCII. */
static inline uint32_t code_of(cck_slice s, size_t *width) {
  *width = 1;
  return s.len && (unsigned char)s.ptr[0] < 0x80 ? (unsigned char)s.ptr[0] : cck_utf8_decode(s, width);
}

static bool is_space(uint32_t code) { return code < 0x80 ? cck_is_space((char)code) : cck_utf8_is_space(code); }

/* Without white space of any script around. */
static cck_slice trim(cck_slice s) {
  size_t width;
  while (s.len && is_space(code_of(s, &width)))
    s = cck_slice_sub(s, width, s.len);
  while (s.len) {
    size_t at = s.len - 1;
    while (at > 0 && ((unsigned char)s.ptr[at] & 0xc0) == 0x80)
      at--;
    if (!is_space(code_of(cck_slice_sub(s, at, s.len), &width)))
      break;
    s.len = at;
  }
  return s;
}

static void read_lines(const cck_document *doc, layout *l) {
  cck_slice rest = cck_slice_sub(doc->text, doc->body, doc->text.len);
  for (cck_slice line; cck_slice_next(&rest, '\n', &line);) {
    cck_slice s = trim(line);
    uint32_t start = (uint32_t)(s.ptr - doc->text.ptr);
    uint32_t indent = (uint32_t)(s.ptr - line.ptr);
    uint32_t width = (uint32_t)(doc->ascii ? s.len : cck_utf8_count(s));
    text_line item = {start, start + (uint32_t)s.len, indent, width};
    CCK_PUSH(doc->arena, &l->lines, item);
  }
}

static cck_slice line_text(const layout *l, const text_line *line) {
  return cck_slice_sub(l->text, line->start, line->end);
}

/* The last code point that is no closing quote or bracket; 0 for none. */
static uint32_t last_sign(cck_slice s) {
  size_t width;
  while (s.len) {
    size_t at = s.len - 1;
    while (at > 0 && ((unsigned char)s.ptr[at] & 0xc0) == 0x80)
      at--;
    uint32_t code = code_of(cck_slice_sub(s, at, s.len), &width);
    bool closer = code == '"' || code == '\'' || code == ')' || code == ']' || code == 0x201d || code == 0x2019 ||
                  code == 0xbb || code == ' ';
    if (!closer)
      return code;
    s.len = at;
  }
  return 0;
}

static bool is_ended(cck_slice s) {
  uint32_t code = last_sign(s);
  return code == '.' || code == '!' || code == '?' || code == 0x2026;
}

static bool is_blank(const text_line *line) { return line->start == line->end; }

/* Hard-wrapped unless much of the text stands in lines too long for it, or most lines that go on end a sentence. */
static void measure(layout *l) {
  size_t all = 0;
  size_t wide = 0;
  size_t inner = 0;
  size_t ended = 0;
  for (size_t i = 0; i < l->lines.count; i++) {
    const text_line *line = &l->lines.items[i];
    all += line->width;
    if (line->width > WRAP_LIMIT)
      wide += line->width;
    else if (line->width > l->width)
      l->width = line->width;
    if (is_blank(line) || i + 1 == l->lines.count || is_blank(line + 1))
      continue;
    inner++;
    ended += is_ended(line_text(l, line));
  }
  l->wrapped = wide * 10 < all * 3 && ended * 2 < inner;
}

static bool is_open(cck_slice s) {
  uint32_t code = last_sign(s);
  return code == ':' || code == ',' || code == ';' || code == '-' || code == '_' || (code >= 0x2010 && code <= 0x2015);
}

static bool starts_small(cck_slice s) {
  size_t width;
  uint32_t code = code_of(s, &width);
  if (code < 0x80)
    return cck_is_lower((char)code);
  return s.len > 0 && cck_utf8_is_letter(code) && !cck_utf8_is_upper(code);
}

/* "- ", "* ", a bullet, "2. " or "2) ". */
static bool is_item(cck_slice s) {
  size_t digits = 0;
  while (digits < s.len && digits < 3 && cck_is_digit(s.ptr[digits]))
    digits++;
  cck_slice rest = cck_slice_sub(s, digits, s.len);
  if (digits > 0)
    return rest.len > 2 && (rest.ptr[0] == '.' || rest.ptr[0] == ')') && rest.ptr[1] == ' ';
  return cck_slice_starts(rest, CCK_S("- ")) || cck_slice_starts(rest, CCK_S("* ")) ||
         cck_slice_starts(rest, CCK_S("\u2022"));
}

static uint32_t first_word_width(cck_slice s) {
  uint32_t n = 0;
  while (n < s.len && n < FIRST_WORD_LIMIT && !cck_is_space(s.ptr[n]))
    n++;
  return n;
}

/* In a hard-wrapped text: was there room for the next line's first word? Then the break was meant. */
static bool is_meant(const layout *l, const text_line *line, const text_line *next) {
  uint32_t needed = line->width + 1 + first_word_width(line_text(l, next));
  if (is_ended(line_text(l, line)))
    return needed <= l->width || next->indent > line->indent + 1;
  return needed * 10 <= l->width * 7 && last_sign(line_text(l, line)) != ',';
}

/* `listed`: the paragraph that `line` belongs to is a list item. */
static bool parts(const layout *l, const text_line *line, const text_line *next, bool listed) {
  cck_slice before = line_text(l, line);
  cck_slice after = line_text(l, next);
  if (is_blank(next))
    return true;
  if (is_item(after) && (listed || is_ended(before) || last_sign(before) == ':'))
    return true;
  if (starts_small(after) && !is_ended(before))
    return false;
  if (!l->wrapped)
    return true;
  return !starts_small(after) && is_meant(l, line, next);
}

/* Eight bytes at once: the top bit of each byte that is white space (cck_is_space), that is a digit. */
typedef struct eight_kinds {
  uint64_t spaces, digits;
} eight_kinds;

static eight_kinds kinds_of(uint64_t eight) {
  const uint64_t ones = UINT64_C(0x0101010101010101);
  const uint64_t tops = ones * 0x80;
  uint64_t low = eight & ~tops; /* so that no sum leaves its byte */
  uint64_t ascii = ~eight & tops;
  uint64_t blank = ~((low ^ ones * ' ') + ones * 0x7f);
  uint64_t control = (low + ones * (0x80 - '\t')) & ~(low + ones * (0x7f - '\r'));
  uint64_t digit = (low + ones * (0x80 - '0')) & ~(low + ones * (0x7f - '9'));
  return (eight_kinds){(blank | control) & ascii, digit & ascii};
}

static unsigned count_tops(uint64_t tops) { return (unsigned)((tops >> 7) * UINT64_C(0x0101010101010101) >> 56); }

/* Counts the words that begin in eight bytes, and looks for a digit; `space`: white space (0x80) before the first. */
static uint64_t describe_eight(uint64_t eight, uint64_t space, cck_paragraph *p) {
  const uint64_t tops = UINT64_C(0x8080808080808080);
  eight_kinds kinds = kinds_of(le64toh(eight));
  p->words += count_tops(~kinds.spaces & tops & (kinds.spaces << 8 | space));
  p->digits |= kinds.digits != 0;
  return kinds.spaces >> 56;
}

static void describe_bytes(cck_slice s, cck_paragraph *p) {
  uint64_t space = 0x80;
  uint64_t eight;
  size_t i = 0;
  for (; s.len - i >= sizeof eight; i += sizeof eight) {
    memcpy(&eight, s.ptr + i, sizeof eight);
    space = describe_eight(eight, space, p);
  }
  eight = UINT64_C(0x2020202020202020); /* white space behind the end */
  if (s.len > i)
    memcpy(&eight, s.ptr + i, s.len - i);
  describe_eight(eight, space, p);
}

static void describe(cck_slice text, cck_paragraph *p) {
  cck_slice s = cck_slice_sub(text, p->start, p->end);
  describe_bytes(s, p);
  p->list = is_item(s);
  p->ended = is_ended(s);
  p->open = is_open(s);
}

static void take_marks(const cck_document *doc, cck_paragraphs *out) {
  for (size_t i = 0; i < doc->marks.count; i++) {
    cck_paragraph p = {.start = doc->marks.items[i].start, .end = doc->marks.items[i].end};
    describe(doc->text, &p);
    p.list |= doc->marks.items[i].kind == CCK_BLOCK_LIST;
    CCK_PUSH(doc->arena, out, p);
  }
}

void cck_paragraphs_find(const cck_document *doc, cck_paragraphs *out) {
  layout l = {.text = doc->text};
  if (doc->marks.count) {
    take_marks(doc, out);
    return;
  }
  read_lines(doc, &l);
  measure(&l);
  for (size_t i = 0; i < l.lines.count;) {
    const text_line *line = &l.lines.items[i++];
    if (is_blank(line))
      continue;
    cck_paragraph p = {.start = line->start, .end = line->end};
    bool listed = is_item(line_text(&l, line));
    while (i < l.lines.count && !parts(&l, &l.lines.items[i - 1], &l.lines.items[i], listed))
      p.end = l.lines.items[i++].end;
    describe(l.text, &p);
    CCK_PUSH(doc->arena, out, p);
  }
}
