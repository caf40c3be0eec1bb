#include "text/json_plain.h"

#include <string.h>

#include "base/utf8.h"

/* Where the reader stands. */
typedef struct reader {
  const char *at, *end;
} reader;

static void skip_space(reader *r) {
  while (r->at < r->end && (*r->at == ' ' || *r->at == '\t' || *r->at == '\n' || *r->at == '\r'))
    r->at++;
}

/* Past white space and the sign, if that is what comes. */
static bool take_sign(reader *r, char sign) {
  skip_space(r);
  if (r->at >= r->end || *r->at != sign)
    return false;
  r->at++;
  return true;
}

static bool take_word(reader *r, const char *word) {
  size_t length = strlen(word);
  if ((size_t)(r->end - r->at) < length || memcmp(r->at, word, length) != 0)
    return false;
  r->at += length;
  return true;
}

/* A string as it stands between its quotes: one with an odd number of backslashes before it ends none. */
static bool take_raw(reader *r, cck_slice *raw) {
  if (!take_sign(r, '"'))
    return false;
  const char *start = r->at;
  for (const char *from = start, *quote; (quote = memchr(from, '"', (size_t)(r->end - from))); from = quote + 1) {
    const char *before = quote;
    while (before > start && before[-1] == '\\')
      before--;
    if ((quote - before) % 2)
      continue;
    *raw = (cck_slice){start, (size_t)(quote - start)};
    r->at = quote + 1;
    return true;
  }
  return false;
}

/* Four hexadecimal digits. */
static bool read_unit(cck_slice raw, size_t at, uint32_t *out) {
  *out = 0;
  if (raw.len < at + 4)
    return false;
  for (size_t i = at; i < at + 4; i++) {
    char c = cck_to_lower(raw.ptr[i]);
    if (!cck_is_digit(c) && !(c >= 'a' && c <= 'f'))
      return false;
    *out = *out * 16 + (uint32_t)(cck_is_digit(c) ? c - '0' : c - 'a' + 10);
  }
  return true;
}

static size_t put_code(uint32_t code, char *out) {
  if (code < 0x80) {
    out[0] = (char)code;
    return 1;
  }
  size_t more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3; /* bytes behind the first */
  static const unsigned char marks[] = {0, 0xc0, 0xe0, 0xf0};
  for (size_t i = more; i > 0; i--, code >>= 6)
    out[i] = (char)(0x80 | (code & 0x3f));
  out[0] = (char)(marks[more] | code);
  return more + 1;
}

/* "\u00e9", "\ud83d\ude00": its bytes in *raw from the backslash on and what they stand for; 0 for half a pair or a
 * NUL. */
static size_t read_code(cck_slice raw, size_t at, uint32_t *code) {
  uint32_t low;
  if (!read_unit(raw, at + 2, code) || *code == 0 || (*code >= 0xdc00 && *code < 0xe000))
    return 0;
  if (*code < 0xd800 || *code >= 0xe000)
    return 6;
  if (raw.len < at + 8 || raw.ptr[at + 6] != '\\' || raw.ptr[at + 7] != 'u' || !read_unit(raw, at + 8, &low) ||
      low < 0xdc00 || low >= 0xe000)
    return 0;
  *code = 0x10000 + ((*code - 0xd800) << 10) + (low - 0xdc00);
  return 12;
}

/* The escape at a place: its length in the raw string, 0 for none; what it stands for goes to *out. */
static size_t read_escape(cck_slice raw, size_t at, char *out, size_t *written) {
  static const char escapes[] = "\"\\/bfnrt";
  static const char meant[] = "\"\\/\b\f\n\r\t";
  uint32_t code;
  if (at + 1 >= raw.len)
    return 0;
  if (raw.ptr[at + 1] == 'u') {
    size_t length = read_code(raw, at, &code);
    *written = length ? put_code(code, out) : 0;
    return length;
  }
  const char *found = memchr(escapes, raw.ptr[at + 1], sizeof escapes - 1);
  if (!found)
    return 0;
  *out = meant[found - escapes];
  *written = 1;
  return 2;
}

/* Is one of eight bytes a control code or a backslash? A byte from 0x80 on is neither. */
static bool has_special(uint64_t eight) {
  const uint64_t ones = UINT64_C(0x0101010101010101);
  uint64_t slash = eight ^ ones * '\\';
  uint64_t small = (eight - ones * 0x20) & ~eight; /* borrows only pass on from a byte that is special itself */
  uint64_t zero = (slash - ones) & ~slash;
  return ((small | zero) & ones * 0x80) != 0;
}

/* Copies the bytes up to a backslash, a control code or the end; how many. */
static size_t copy_plain(cck_slice raw, size_t from, char *out) {
  size_t at = from;
  for (uint64_t eight; raw.len - at >= sizeof eight; at += sizeof eight) {
    memcpy(&eight, raw.ptr + at, sizeof eight);
    if (has_special(eight))
      break;
    memcpy(out + (at - from), &eight, sizeof eight);
  }
  for (; at < raw.len && raw.ptr[at] != '\\' && (unsigned char)raw.ptr[at] >= 0x20; at++)
    out[at - from] = raw.ptr[at];
  return at - from;
}

/* What a raw string stands for, in the arena. No escape is shorter than what it stands for. */
static bool decode(cck_arena *arena, cck_slice raw, cck_slice *out) {
  char *text = cck_arena_alloc(arena, raw.len + 1);
  size_t length = 0;
  for (size_t at = 0;;) {
    size_t plain = copy_plain(raw, at, text + length);
    at += plain;
    length += plain;
    if (at == raw.len)
      break;
    size_t written;
    size_t escape = raw.ptr[at] == '\\' ? read_escape(raw, at, text + length, &written) : 0;
    if (!escape)
      return false;
    at += escape;
    length += written;
  }
  text[length] = '\0';
  *out = (cck_slice){text, length};
  return true;
}

static cck_slice *wanted(cck_slice key, const cck_json_field *fields, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (cck_slice_is(key, fields[i].key))
      return fields[i].value;
  return NULL;
}

static bool take_value(cck_arena *arena, reader *r, cck_slice *value) {
  cck_slice raw, unwanted;
  skip_space(r);
  if (r->at < r->end && *r->at == '"')
    return take_raw(r, &raw) && decode(arena, raw, value ? value : &unwanted);
  if (value)
    *value = (cck_slice){NULL, 0};
  return take_word(r, "null") || (!value && (take_word(r, "true") || take_word(r, "false")));
}

static bool is_plain(cck_slice key) {
  for (size_t i = 0; i < key.len; i++)
    if (key.ptr[i] == '\\' || (unsigned char)key.ptr[i] < 0x20)
      return false;
  return true;
}

static bool take_member(cck_arena *arena, reader *r, const cck_json_field *fields, size_t count) {
  cck_slice key;
  return take_raw(r, &key) && is_plain(key) && take_sign(r, ':') && take_value(arena, r, wanted(key, fields, count));
}

bool cck_json_plain(cck_arena *arena, cck_slice json, const cck_json_field *fields, size_t count) {
  reader r = {json.ptr, json.ptr + json.len};
  for (size_t i = 0; i < count; i++)
    *fields[i].value = (cck_slice){NULL, 0};
  if (cck_utf8_check(json) != json.len || !take_sign(&r, '{'))
    return false;
  do
    if (!take_member(arena, &r, fields, count))
      return false;
  while (take_sign(&r, ','));
  if (!take_sign(&r, '}'))
    return false;
  skip_space(&r);
  return r.at == r.end;
}
