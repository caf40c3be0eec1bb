#include "text/read/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"

enum {
  DECLARED_WITHIN = 4096,
  NAME_LIMIT = 40,
  STEP = 64 * 1024 /* bytes that are made at once */
};

typedef struct encoding_name {
  const char *name, *meant;
} encoding_name;

static const encoding_name names[] = {
#define CCK_ENCODING(name, meant) {name, meant},
#include "text/read/encodings.def"
#undef CCK_ENCODING
};

static bool is_name_char(char c) { return cck_is_alpha(c) || cck_is_digit(c) || (c && strchr("-_.:", c)); }

/* charset=NAME, encoding="NAME": what stands behind the word and its '='. */
static cck_slice value_behind(cck_slice s, size_t at) {
  while (at < s.len && cck_is_space(s.ptr[at]))
    at++;
  if (at >= s.len || s.ptr[at] != '=')
    return (cck_slice){NULL, 0};
  at++;
  while (at < s.len && (cck_is_space(s.ptr[at]) || s.ptr[at] == '"' || s.ptr[at] == '\''))
    at++;
  size_t end = at;
  while (end < s.len && is_name_char(s.ptr[end]))
    end++;
  return cck_slice_sub(s, at, end);
}

static cck_slice find_value(cck_slice lower, cck_slice word) {
  for (size_t at = 0; (at = cck_slice_find(lower, word, at)) != SIZE_MAX; at += word.len) {
    cck_slice value = value_behind(lower, at + word.len);
    if (value.len)
      return value;
  }
  return (cck_slice){NULL, 0};
}

/* <?xml ... encoding="x"?> at the beginning, or a <meta ... charset=x> soon after it. */
static cck_slice declared(const cck_raw *raw) {
  cck_slice head = cck_arena_lower(raw->arena, cck_slice_sub(raw->bytes, 0, DECLARED_WITHIN));
  if (cck_slice_starts(head, CCK_S("<?xml"))) {
    size_t end = cck_slice_find(head, CCK_S("?>"), 0);
    cck_slice value = find_value(cck_slice_sub(head, 0, end), CCK_S("encoding"));
    if (value.len)
      return value;
  }
  for (size_t at = 0; (at = cck_slice_find(head, CCK_S("<meta"), at)) != SIZE_MAX; at++) {
    size_t end = cck_slice_find(head, CCK_S(">"), at);
    cck_slice value = find_value(cck_slice_sub(head, at, end), CCK_S("charset"));
    if (value.len)
      return value;
  }
  return (cck_slice){NULL, 0};
}

/* As iconv knows it, ended by a NUL. */
static const char *meant(const cck_raw *raw, cck_slice name) {
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (cck_slice_eq_nocase(name, cck_slice_of(names[i].name)))
      return names[i].meant;
  return cck_arena_copy(raw->arena, cck_slice_sub(name, 0, NAME_LIMIT)).ptr;
}

/* Lines up to a byte of a text in another encoding: of the part that was read. */
static cck_status fail_bytes(const cck_raw *raw, const cck_buffer *done, const char *encoding, cck_error *error) {
  cck_slice text = cck_buffer_slice(done);
  cck_slice what =
      cck_arena_printf(raw->arena, "not %s, which the file says it is: what follows is no character of it", encoding);
  return cck_text_fail(raw->path, text, text.len, what.ptr, error);
}

static cck_status convert(const cck_raw *raw, iconv_t to_utf8, const char *encoding, cck_buffer *out,
                          cck_error *error) {
  char *from = (char *)raw->bytes.ptr;
  size_t left = raw->bytes.len;
  while (left) {
    cck_buffer_room(out, STEP);
    char *to = out->ptr + out->len;
    size_t room = STEP;
    size_t result = iconv(to_utf8, &from, &left, &to, &room);
    out->len += STEP - room;
    out->ptr[out->len] = '\0';
    if (result == (size_t)-1 && errno != E2BIG)
      return fail_bytes(raw, out, encoding, error);
    if (out->len > CCK_DOCUMENT_LIMIT)
      return cck_fail_at(error, CCK_E_LIMIT, (cck_place){.file = raw->path}, "larger than the limit of %d MiB as UTF-8",
                         CCK_DOCUMENT_LIMIT / (1024 * 1024));
  }
  return CCK_OK;
}

static cck_status from_other(const cck_raw *raw, const char *encoding, cck_slice *out, cck_error *error) {
  iconv_t to_utf8 = iconv_open("UTF-8", encoding);
  if (to_utf8 == (iconv_t)-1) /* NOLINT: how iconv says so */
    return cck_fail_at(error, CCK_E_INPUT, (cck_place){.file = raw->path}, "its encoding '%s' is not known", encoding);
  cck_buffer text = {0};
  cck_status status = convert(raw, to_utf8, encoding, &text, error);
  *out = cck_arena_copy(raw->arena, cck_buffer_slice(&text));
  cck_buffer_fini(&text);
  iconv_close(to_utf8);
  return status;
}

/* UTF-16 says so with its first two bytes. */
static const char *by_mark(cck_slice bytes) {
  bool marked = cck_slice_starts(bytes, CCK_S("\xff\xfe")) || cck_slice_starts(bytes, CCK_S("\xfe\xff"));
  return marked ? "UTF-16" : NULL;
}

cck_status cck_decode(const cck_raw *raw, cck_slice *out, cck_error *error) {
  const char *encoding = by_mark(raw->bytes);
  cck_slice name = declared(raw);
  bool utf8 = cck_utf8_check(raw->bytes) == raw->bytes.len;
  *out = raw->bytes;
  if (!encoding && name.len && !utf8)
    encoding = meant(raw, name);
  if (encoding && !cck_slice_eq_nocase(cck_slice_of(encoding), CCK_S("utf-8"))) {
    cck_status status = from_other(raw, encoding, out, error);
    if (status != CCK_OK)
      return status;
  }
  if (cck_slice_starts(*out, CCK_S("\xef\xbb\xbf")))
    *out = cck_slice_sub(*out, 3, out->len);
  return cck_text_check(raw->path, *out, error);
}
