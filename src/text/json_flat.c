#include "text/json_flat.h"

#include <string.h>

#include "base/utf8.h"

void cck_json_flat_init(cck_json_flat *flat, cck_arena *arena, cck_slice json) {
  *flat = (cck_json_flat){.arena = arena, .json = json};
}

/* Past white space; then past the sign, if it stands there. */
static bool take_sign(cck_json_flat *flat, char sign) {
  cck_slice s = flat->json;
  while (flat->at < s.len && (s.ptr[flat->at] == ' ' || s.ptr[flat->at] == '\t' || s.ptr[flat->at] == '\r'))
    flat->at++;
  if (flat->at >= s.len || s.ptr[flat->at] != sign)
    return false;
  flat->at++;
  return true;
}

/* A string as it is written between its quotes. */
static bool take_raw(cck_json_flat *flat, cck_slice *raw) {
  cck_slice s = flat->json;
  if (!take_sign(flat, '"'))
    return false;
  size_t start = flat->at;
  for (size_t i = start; i < s.len && (unsigned char)s.ptr[i] >= 0x20; i++) {
    if (s.ptr[i] == '"') {
      *raw = cck_slice_sub(s, start, i);
      flat->at = i + 1;
      return true;
    }
    i += s.ptr[i] == '\\';
  }
  return false;
}

static int hex_digit(char c) {
  static const char digits[] = "0123456789abcdef";
  const char *hit = memchr(digits, cck_to_lower(c), sizeof digits - 1);
  return hit ? (int)(hit - digits) : -1;
}

/* The code point of "u2019", not of a half of a pair nor of NUL; 0 for those and for what is none. */
static uint32_t read_code(cck_slice s) {
  uint32_t code = 0;
  if (s.len < 5)
    return 0;
  for (size_t i = 1; i < 5; i++) {
    int digit = hex_digit(s.ptr[i]);
    if (digit < 0)
      return 0;
    code = code * 16 + (uint32_t)digit;
  }
  return code >= 0xd800 && code <= 0xdfff ? 0 : code;
}

static size_t put_code(char *out, uint32_t code) {
  if (code < 0x80) {
    out[0] = (char)code;
    return 1;
  }
  if (code < 0x800) {
    out[0] = (char)(0xc0 | code >> 6);
    out[1] = (char)(0x80 | (code & 0x3f));
    return 2;
  }
  out[0] = (char)(0xe0 | code >> 12);
  out[1] = (char)(0x80 | (code >> 6 & 0x3f));
  out[2] = (char)(0x80 | (code & 0x3f));
  return 3;
}

/* What stands behind a backslash, into `out`: bytes read, 0 when it is no escape; *put gets the bytes written. */
static size_t unescape(cck_slice s, char *out, size_t *put) {
  static const char named[] = "\"\"\\\\//b\bf\fn\nr\rt\t";
  uint32_t code = s.len && s.ptr[0] == 'u' ? read_code(s) : 0;
  *put = code ? put_code(out, code) : 1;
  if (code)
    return 5;
  for (const char *n = named; s.len && *n; n += 2) {
    if (*n != s.ptr[0])
      continue;
    out[0] = n[1];
    return 1;
  }
  return 0;
}

static bool take_string(cck_json_flat *flat, cck_slice *value) {
  cck_slice raw;
  if (!take_raw(flat, &raw))
    return false;
  char *out = cck_arena_alloc(flat->arena, raw.len + 1);
  size_t length = 0;
  while (raw.len) {
    const char *slash = memchr(raw.ptr, '\\', raw.len);
    size_t plain = slash ? (size_t)(slash - raw.ptr) : raw.len;
    memcpy(out + length, raw.ptr, plain);
    length += plain;
    raw = cck_slice_sub(raw, plain, raw.len);
    if (!slash)
      break;
    size_t put;
    size_t used = unescape(cck_slice_sub(raw, 1, raw.len), out + length, &put);
    if (!used)
      return false;
    length += put;
    raw = cck_slice_sub(raw, 1 + used, raw.len);
  }
  *value = (cck_slice){out, length};
  return true;
}

static bool take_null(cck_json_flat *flat, cck_slice *value) {
  if (!cck_slice_starts(cck_slice_sub(flat->json, flat->at, flat->json.len), CCK_S("null")))
    return false;
  flat->at += 4; /* what goes on with it is no sign that may follow */
  *value = (cck_slice){NULL, 0};
  return true;
}

/* "key": value, and no escape in the key. */
static bool take_member(cck_json_flat *flat, cck_slice *key, cck_slice *value) {
  if (!take_raw(flat, key) || memchr(key->ptr, '\\', key->len) || !take_sign(flat, ':'))
    return false;
  return take_string(flat, value) || take_null(flat, value);
}

bool cck_json_flat_next(cck_json_flat *flat, cck_slice *key, cck_slice *value) {
  bool first = flat->at == 0;
  if (first && (cck_utf8_check(flat->json) != flat->json.len || !take_sign(flat, '{')))
    return false;
  if (first || take_sign(flat, ','))
    return take_member(flat, key, value);
  flat->done = take_sign(flat, '}') && !take_sign(flat, '\0') && flat->at == flat->json.len;
  return false;
}
