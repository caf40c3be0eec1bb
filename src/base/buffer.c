#include "base/buffer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"

void cck_buffer_fini(cck_buffer *b) {
  free(b->ptr);
  *b = (cck_buffer){NULL, 0, 0};
}

void cck_buffer_clear(cck_buffer *b) {
  b->len = 0;
  if (b->ptr)
    b->ptr[0] = '\0';
}

cck_slice cck_buffer_slice(const cck_buffer *b) { return (cck_slice){b->ptr ? b->ptr : "", b->len}; }

void cck_buffer_grow(cck_buffer *b, size_t more) {
  size_t capacity = b->capacity ? b->capacity : 256;
  while (capacity - b->len <= more)
    capacity *= 2;
  b->ptr = cck_heap_resize(b->ptr, capacity);
  b->capacity = capacity;
}

void cck_put_text(cck_buffer *b, const char *text) { cck_put(b, cck_slice_of(text)); }

void cck_put_number(cck_buffer *b, uint64_t number) {
  cck_buffer_room(b, CCK_NUMBER_TEXT);
  b->len += cck_number_print(number, b->ptr + b->len);
}

void cck_put_count(cck_buffer *b, size_t count, const char *noun) {
  cck_putf(b, "%zu %s%s", count, noun, count == 1 ? "" : "s");
}

void cck_put_repeat(cck_buffer *b, char c, size_t times) {
  cck_buffer_room(b, times);
  memset(b->ptr + b->len, c, times);
  b->len += times;
  b->ptr[b->len] = '\0';
}

void cck_putf(cck_buffer *b, const char *format, ...) {
  va_list args;
  va_start(args, format);
  int length = vsnprintf(NULL, 0, format, args);
  va_end(args);
  if (length < 0)
    return;
  cck_buffer_room(b, (size_t)length);
  va_start(args, format);
  vsnprintf(b->ptr + b->len, (size_t)length + 1, format, args);
  va_end(args);
  b->len += (size_t)length;
}

bool cck_is_runner_command(cck_slice text, size_t at) {
  cck_slice rest = cck_slice_sub(text, at, text.len);
  if (rest.len > 2 && rest.ptr[0] == '#' && rest.ptr[1] == '#')
    return rest.ptr[2] == '[' || cck_is_alpha(rest.ptr[2]);
  if (rest.len < 2 || rest.ptr[0] != ':' || rest.ptr[1] != ':')
    return false;
  while (at > 0 && cck_is_space(text.ptr[at - 1]))
    at--;
  return at == 0;
}

/* The code point at `i`, as a terminal may have it; where the next one begins. */
static size_t put_seen(cck_buffer *b, cck_slice s, size_t i) {
  size_t width = cck_utf8_width(cck_slice_sub(s, i, s.len));
  uint32_t code = width ? cck_utf8_decode(cck_slice_sub(s, i, s.len), NULL) : 0;
  if (width == 0 || (width == 1 && (cck_utf8_is_control(code) || cck_is_runner_command(s, i)))) {
    cck_putf(b, "\\x%02x", (unsigned char)s.ptr[i]);
    return i + 1;
  }
  if (cck_utf8_is_control(code))
    cck_putf(b, "\\u{%x}", (unsigned)code);
  else
    cck_put(b, cck_slice_sub(s, i, i + width));
  return i + width;
}

void cck_put_terminal(cck_buffer *b, cck_slice s) {
  bool space = false;
  for (size_t i = 0; i < s.len;) {
    bool joined = cck_is_space(s.ptr[i]);
    if (!joined)
      i = put_seen(b, s, i);
    else if (i++, !space)
      cck_put_char(b, ' ');
    space = joined;
  }
}

void cck_put_path(cck_buffer *b, cck_slice path) {
  for (size_t i = 0; i < path.len;)
    i = put_seen(b, path, i);
}

void cck_put_github(cck_buffer *b, cck_slice s, bool property) {
  for (size_t i = 0; i < s.len; i++) {
    char c = s.ptr[i];
    bool escape = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    if (escape)
      cck_putf(b, "%%%02X", (unsigned char)c);
    else if ((unsigned char)c < 0x20 || c == 0x7f)
      cck_put_char(b, ' ');
    else
      cck_put_char(b, c);
  }
}

/* The escape for a terminal comes first in each: what is written is seen, on one line. */
typedef void put_escape(cck_buffer *b, cck_slice safe);

static void put_safely(cck_buffer *b, cck_slice s, put_escape *put) {
  cck_buffer safe = {0};
  cck_put_terminal(&safe, s);
  put(b, cck_buffer_slice(&safe));
  cck_buffer_fini(&safe);
}

static const char *xml_reference(char c) {
  switch (c) {
  case '&':
    return "&amp;";
  case '<':
    return "&lt;";
  case '>':
    return "&gt;";
  case '"':
    return "&quot;";
  case '\'':
    return "&#39;";
  default:
    return NULL;
  }
}

static void put_xml(cck_buffer *b, cck_slice safe) {
  for (size_t i = 0, next = 0; i < safe.len; i = next) {
    uint32_t code = cck_utf8_next(safe, &next);
    const char *reference = xml_reference(safe.ptr[i]);
    if (reference)
      cck_put_text(b, reference);
    else if (cck_utf8_is_noncharacter(code))
      cck_putf(b, "\\u{%x}", (unsigned)code);
    else
      cck_put(b, cck_slice_sub(safe, i, next));
  }
}

void cck_put_xml(cck_buffer *b, cck_slice s) { put_safely(b, s, put_xml); }

void cck_put_xml_path(cck_buffer *b, cck_slice path) {
  cck_buffer safe = {0};
  cck_put_path(&safe, path);
  put_xml(b, cck_buffer_slice(&safe));
  cck_buffer_fini(&safe);
}

/* Also after spaces, which some programs leave out, and after quotation marks, which open a cell. */
static bool is_formula(cck_slice cell) {
  static const char *const signs[] = {"=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"};
  cck_slice rest = cell;
  while (rest.len && (cck_is_space(rest.ptr[0]) || rest.ptr[0] == '"'))
    rest = cck_slice_sub(rest, 1, rest.len);
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    if (cck_slice_starts(rest, cck_slice_of(signs[i])))
      return true;
  return false;
}

static void put_csv(cck_buffer *b, cck_slice safe) {
  bool quoted = memchr(safe.ptr, ',', safe.len) || memchr(safe.ptr, '"', safe.len);
  cck_put_text(b, quoted ? "\"" : "");
  cck_put_text(b, is_formula(safe) ? "'" : "");
  for (size_t i = 0; i < safe.len; i++) {
    if (safe.ptr[i] == '"')
      cck_put_char(b, '"');
    cck_put_char(b, safe.ptr[i]);
    if (safe.ptr[i] == ';' && is_formula(cck_slice_sub(safe, i + 1, safe.len)))
      cck_put_char(b, '\'');
  }
  cck_put_text(b, quoted ? "\"" : "");
}

void cck_put_csv(cck_buffer *b, cck_slice s) { put_safely(b, s, put_csv); }

/* An address that a renderer would make a link of: "://" and "www." are broken before their last signs. */
static bool is_address(cck_slice safe, size_t at) {
  if (safe.ptr[at] == '/')
    return at > 0 && safe.ptr[at - 1] == ':';
  return safe.ptr[at] == '.' && at >= 3 && cck_slice_eq_nocase(cck_slice_sub(safe, at - 3, at), CCK_S("www"));
}

static bool is_word(char c) { return cck_is_alpha(c) || cck_is_digit(c) || c == '_'; }

static bool begins_word(cck_slice s, size_t at) { return at == 0 || !is_word(s.ptr[at - 1]); }

/* ":tada:" is drawn, "a.txt:3:" is a place; "GH-12" is an issue: the gap goes behind the colon, and before the dash. */
static bool is_emoji(cck_slice safe, size_t at) {
  size_t to = at;
  bool named = false;
  if (at == 0 || safe.ptr[at - 1] != ':')
    return false;
  while (to < safe.len && (is_word(safe.ptr[to]) || safe.ptr[to] == '+' || safe.ptr[to] == '-'))
    named = !cck_is_digit(safe.ptr[to++]) || named;
  return named && to < safe.len && safe.ptr[to] == ':';
}

static bool is_issue(cck_slice safe, size_t at) {
  return safe.ptr[at] == '-' && at >= 2 && at + 1 < safe.len && cck_is_digit(safe.ptr[at + 1]) &&
         cck_slice_eq_nocase(cck_slice_sub(safe, at - 2, at), CCK_S("gh")) && begins_word(safe, at - 2);
}

/* Seven to forty hexadecimal digits with a letter and a number may name a commit: the gap goes behind the first. */
static bool is_commit(cck_slice safe, size_t at) {
  enum { SHORTEST = 7, LONGEST = 40 };
  bool letter = false, digit = false;
  size_t to = at - (at > 0);
  if (!at || !begins_word(safe, to))
    return false;
  for (; to < safe.len && to <= at + LONGEST && is_word(safe.ptr[to]); to++) {
    if (!cck_is_digit(safe.ptr[to]) && !strchr("abcdefABCDEF", safe.ptr[to]))
      return false;
    letter = letter || !cck_is_digit(safe.ptr[to]);
    digit = digit || cck_is_digit(safe.ptr[to]);
  }
  return letter && digit && to - at + 1 >= SHORTEST && to - at < LONGEST;
}

static void put_markdown(cck_buffer *b, cck_slice safe) {
  static const char gap[] = "&#8203;";
  for (size_t i = 0; i < safe.len; i++) {
    char c = safe.ptr[i];
    if (is_address(safe, i) || is_emoji(safe, i) || is_issue(safe, i) || is_commit(safe, i))
      cck_put_text(b, gap);
    if (c == '&' || c == '<' || c == '>')
      cck_put_text(b, xml_reference(c));
    else if (c && strchr("\\`*_[]|~$#", c))
      cck_putf(b, "&#%d;", c);
    else
      cck_put_char(b, c);
    if (c == '@' || c == '#')
      cck_put_text(b, gap);
  }
}

void cck_put_markdown(cck_buffer *b, cck_slice s) { put_safely(b, s, put_markdown); }

void cck_put_uri_path(cck_buffer *b, cck_slice path) {
  for (size_t i = 0; i < path.len; i++) {
    char c = path.ptr[i];
    if (cck_is_alpha(c) || cck_is_digit(c) || (c && strchr("-._~/", c)))
      cck_put_char(b, c);
    else
      cck_putf(b, "%%%02X", (unsigned char)c);
  }
}
