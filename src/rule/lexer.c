#include "rule/lexer.h"

#include <string.h>

#include "base/utf8.h"
#include "rule/rule.h"

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

void cck_lexer_init(cck_lexer *lexer, cck_slice file, cck_slice text) {
  *lexer = (cck_lexer){.file = file, .rest = text};
  if (cck_slice_starts(text, CCK_S("\xef\xbb\xbf")))
    lexer->rest = cck_slice_sub(text, 3, text.len);
  if (!lexer->rest.ptr)
    lexer->rest = CCK_S("");
}

size_t cck_quoted_length(cck_slice s) {
  if (s.len < 2 || s.ptr[0] != '"')
    return 0;
  for (size_t i = 1; i < s.len; i++) {
    if (s.ptr[i] != '"')
      continue;
    if (i + 1 == s.len || s.ptr[i + 1] != '"')
      return i + 1;
    i++; /* two quotes are one inside */
  }
  return 0;
}

/* The line up to its comment. A quote that never ends protects nothing. */
static cck_slice without_comment(cck_slice line) {
  bool quotes_end = true;
  for (size_t i = 0; i < line.len; i++) {
    bool begins = i == 0 || is_blank(line.ptr[i - 1]);
    if (!begins)
      continue;
    if (line.ptr[i] == '#')
      return cck_slice_sub(line, 0, i);
    if (line.ptr[i] != '"' || !quotes_end)
      continue;
    size_t length = cck_quoted_length(cck_slice_sub(line, i, line.len));
    quotes_end = length > 0; /* tried once: otherwise a line of open quotes would take quadratic time */
    i += length ? length - 1 : 0;
  }
  return line;
}

static void split_line(cck_lexeme *out) {
  cck_slice s = cck_slice_trim(without_comment(out->line.raw));
  size_t end = 0;
  while (end < s.len && !cck_is_space(s.ptr[end]))
    end++;
  out->word = cck_slice_sub(s, 0, end);
  out->value = cck_slice_trim(cck_slice_sub(s, end, s.len));
}

bool cck_lexer_next(cck_lexer *lexer, cck_lexeme *out) {
  cck_slice raw;
  while (cck_slice_next(&lexer->rest, '\n', &raw)) {
    lexer->number++;
    if (raw.len && raw.ptr[raw.len - 1] == '\r')
      raw.len--;
    *out = (cck_lexeme){.line = {lexer->file, lexer->number, raw}};
    out->margin = raw.len && !is_blank(raw.ptr[0]);
    out->too_long = raw.len > CCK_RULE_LINE_LIMIT;
    if (out->too_long)
      return true;
    split_line(out);
    if (out->word.len)
      return true;
  }
  return false;
}

/* The place of the byte at `offset` in text. */
static cck_place place_in_text(cck_slice file, cck_slice text, size_t offset) {
  cck_slice rest = text.ptr ? text : CCK_S("");
  cck_line line = {.file = file};
  while (cck_slice_next(&rest, '\n', &line.raw)) {
    line.number++;
    if (text.ptr + offset <= line.raw.ptr + line.raw.len)
      break;
  }
  return cck_line_place(&line, cck_slice_sub(text, offset, text.len));
}

cck_status cck_lexer_check(cck_slice file, cck_slice text, cck_error *error) {
  const char *nul = text.len ? memchr(text.ptr, 0, text.len) : NULL;
  if (nul) {
    cck_place place = {.file = file};
    return cck_fail_at(error, CCK_E_INPUT, place, "is binary, not a rules file");
  }
  size_t bad = cck_utf8_check(text);
  if (bad < text.len)
    return cck_fail_at(error, CCK_E_INPUT, place_in_text(file, text, bad), "is not UTF-8: byte 0x%02x",
                       (unsigned)(unsigned char)text.ptr[bad]);
  return CCK_OK;
}

cck_place cck_line_place(const cck_line *line, cck_slice at) {
  cck_place place = {.file = line->file, .line = line->number, .column = 1, .source = line->raw};
  uintptr_t from = (uintptr_t)line->raw.ptr;
  uintptr_t to = (uintptr_t)at.ptr;
  if (line->raw.ptr && to > from && to - from <= line->raw.len)
    place.column = (unsigned)cck_utf8_count(cck_slice_sub(line->raw, 0, (size_t)(to - from))) + 1;
  return place;
}

cck_slice cck_unquote(cck_arena *arena, cck_slice value) {
  if (value.len < 2 || cck_quoted_length(value) != value.len)
    return value;
  char *text = cck_arena_alloc(arena, value.len);
  size_t n = 0;
  for (size_t i = 1; i + 1 < value.len; i++) {
    text[n++] = value.ptr[i];
    i += value.ptr[i] == '"'; /* the second of two quotes */
  }
  return (cck_slice){text, n};
}

/* Where the item that s begins with ends: at a comma that a space follows, or at the end. */
static size_t item_end(cck_slice s) {
  size_t i = cck_quoted_length(s);
  for (; i < s.len; i++)
    if (s.ptr[i] == ',' && (i + 1 == s.len || cck_is_space(s.ptr[i + 1])))
      return i;
  return s.len;
}

bool cck_list_next(cck_slice *rest, cck_slice *item) {
  if (!rest->ptr)
    return false;
  cck_slice s = cck_slice_trim(*rest);
  size_t end = item_end(s);
  *item = cck_slice_trim(cck_slice_sub(s, 0, end));
  *rest = end < s.len ? cck_slice_sub(s, end + 1, s.len) : (cck_slice){NULL, 0};
  return true;
}
