#include "text/document.h"

#include <endian.h>
#include <string.h>

#include "base/utf8.h"
#include "text/front_matter.h"
#include "text/json_reader.h"
#include "text/metadata.h"

enum { POINTS_STEP = 1024 };

/* The line that begins at `from`, for showing below an error. */
static cck_slice line_from(cck_slice text, size_t from) {
  size_t end = cck_slice_find(text, CCK_S("\n"), from);
  return cck_slice_sub(text, from, end == SIZE_MAX ? text.len : end);
}

cck_status cck_text_fail(cck_slice name, cck_slice text, size_t at, const char *what, cck_error *error) {
  size_t start = 0;
  unsigned line = 1;
  for (size_t i = 0; i < at; i++) {
    if (text.ptr[i] != '\n')
      continue;
    line++;
    start = i + 1;
  }
  unsigned column = (unsigned)cck_utf8_count(cck_slice_sub(text, start, at)) + 1;
  cck_place place = {name, line, column, line_from(text, start)};
  return cck_fail_at(error, CCK_E_INPUT, place, "%s", what);
}

cck_status cck_text_check(cck_slice name, cck_slice text, cck_error *error) {
  if (text.len > CCK_DOCUMENT_LIMIT) {
    cck_place place = {.file = name};
    return cck_fail_at(error, CCK_E_LIMIT, place, "larger than the limit of %d MiB",
                       CCK_DOCUMENT_LIMIT / (1024 * 1024));
  }
  const char *nul = text.len ? memchr(text.ptr, '\0', text.len) : NULL;
  if (nul)
    return cck_text_fail(name, text, (size_t)(nul - text.ptr), "a binary file: it holds a NUL byte", error);
  size_t bad = cck_utf8_check(text);
  return bad == text.len ? CCK_OK
                         : cck_text_fail(name, text, bad, "not UTF-8: this byte is part of no character", error);
}

static void map_lines(cck_document *doc) {
  size_t start = 0;
  CCK_PUSH(doc->arena, &doc->lines, 0);
  while ((start = cck_slice_find(doc->file, CCK_S("\n"), start)) != SIZE_MAX) {
    start++;
    CCK_PUSH(doc->arena, &doc->lines, (uint32_t)start);
  }
}

static void map_points(cck_document *doc) {
  uint32_t points = 0;
  for (size_t at = 0; at < doc->file.len; at += POINTS_STEP) {
    CCK_PUSH(doc->arena, &doc->points, points);
    points += (uint32_t)cck_utf8_count(cck_slice_sub(doc->file, at, at + POINTS_STEP));
  }
  doc->ascii = points == doc->file.len && doc->file.ptr == doc->text.ptr;
}

void cck_document_begin(cck_arena *arena, cck_slice path, cck_slice file, cck_slice text, cck_document *out) {
  *out = (cck_document){.arena = arena, .path = path, .text = text, .file = file, .digest_of = text};
  map_lines(out);
  map_points(out);
}

cck_status cck_document_parse(cck_arena *arena, cck_slice name, cck_slice text, const cck_meta *given,
                              cck_document *out, cck_error *error) {
  return cck_document_take(arena, cck_arena_copy(arena, name), cck_arena_copy(arena, text), given, out, error);
}

cck_status cck_document_take(cck_arena *arena, cck_slice name, cck_slice text, const cck_meta *given, cck_document *out,
                             cck_error *error) {
  cck_status status = cck_text_check(name, text, error);
  if (status != CCK_OK)
    return status;
  cck_document_begin(arena, name, text, text, out);
  if (cck_slice_starts(text, CCK_S("\xef\xbb\xbf")))
    out->body = 3;
  status = cck_front_matter_read(out, error);
  if (status == CCK_OK && given)
    cck_meta_override(&out->meta, given);
  return status;
}

cck_status cck_document_parse_ndjson(cck_arena *arena, cck_slice line, cck_place place, cck_document *out,
                                     cck_error *error) {
  cck_meta meta = {0};
  cck_slice text = {NULL, 0};
  cck_json_failure failure;
  place.source = line;
  if (!cck_json_document(arena, line, &text, &meta, &failure)) {
    place.column = failure.column;
    return cck_fail_at(error, failure.status, place, "%.*s", (int)failure.why.len, failure.why.ptr);
  }
  if (text.len > CCK_DOCUMENT_LIMIT)
    return cck_fail_at(error, CCK_E_LIMIT, place, "a text larger than the limit of %d MiB",
                       CCK_DOCUMENT_LIMIT / (1024 * 1024));
  if (meta.published.len) {
    if (!cck_meta_date(meta.published, &meta.published))
      return cck_fail_at(error, CCK_E_INPUT, place, "\"published\" is not YYYY, YYYY-MM or YYYY-MM-DD");
    meta.published_from = CCK_S("document");
  }
  cck_document_begin(arena, (cck_slice){"", 0}, text, text, out);
  out->meta = meta;
  return CCK_OK;
}

/* Code points before an offset in the file. */
static unsigned points_before(const cck_document *doc, uint32_t offset) {
  uint32_t from = offset / POINTS_STEP;
  if (from >= doc->points.count) /* the end of a text that fills its last KiB, or an empty one */
    from = doc->points.count ? (uint32_t)doc->points.count - 1 : 0;
  uint32_t points = doc->points.count ? doc->points.items[from] : 0;
  return points + (uint32_t)cck_utf8_count(cck_slice_sub(doc->file, from * POINTS_STEP, offset));
}

void cck_document_place(const cck_document *doc, uint32_t offset, unsigned *line, unsigned *column) {
  offset = cck_place_map_find(&doc->map, offset);
  size_t low = 0; /* the line is in low..high */
  size_t high = doc->lines.count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (doc->lines.items[middle] <= offset)
      low = middle;
    else
      high = middle;
  }
  uint32_t start = doc->lines.items[low];
  *line = (unsigned)low + 1;
  if (doc->ascii)
    *column = offset - start + 1;
  else if (offset - start <= POINTS_STEP)
    *column = (unsigned)cck_utf8_count(cck_slice_sub(doc->file, start, offset)) + 1;
  else
    *column = points_before(doc, offset) - points_before(doc, start) + 1;
  if (low == 0 && *column > 1 && cck_slice_starts(doc->file, CCK_S("\xef\xbb\xbf")))
    --*column; /* editors do not show a byte order mark */
}

cck_slice cck_document_slice(const cck_document *doc, uint32_t start, uint32_t end) {
  return cck_slice_sub(doc->text, start, end);
}

/*
 * Do eight bytes, the first in the lowest place, hold ASCII ink and single spaces alone?
 * `*space` is 0x80 when the byte before them is a space, and tells afterwards of the last one.
 */
static bool is_even_eight(uint64_t eight, uint64_t *space) {
  const uint64_t ones = UINT64_C(0x0101010101010101);
  const uint64_t tops = ones * 0x80;
  uint64_t odd = ((eight - ones * 0x20) | eight) & tops; /* a control code, or no ASCII */
  uint64_t spaces = ~((eight ^ ones * ' ') + ones * 0x7f) & tops;
  uint64_t twice = spaces & (spaces << 8 | *space);
  *space = spaces >> 56;
  return (odd | twice) == 0;
}

static bool is_ink(char c) { return c > ' ' && (unsigned char)c < 0x80; }

/* Is it as it would stand in a quote: ASCII, with nothing but single spaces between the words? */
static bool is_quote(cck_slice s) {
  uint64_t space = 0x80;
  size_t i = 0;
  for (uint64_t eight; s.len - i >= sizeof eight; i += sizeof eight) {
    memcpy(&eight, s.ptr + i, sizeof eight);
    if (!is_even_eight(le64toh(eight), &space))
      return false;
  }
  for (; i < s.len; i++) {
    bool now = s.ptr[i] == ' ';
    if (now ? space != 0 : !is_ink(s.ptr[i]))
      return false;
    space = now;
  }
  return space == 0;
}

cck_slice cck_document_quote(cck_arena *arena, const cck_document *doc, uint32_t start, uint32_t end) {
  cck_slice s = cck_document_slice(doc, start, end);
  if (is_quote(s))
    return s;
  char *out = cck_arena_alloc(arena, s.len + 1);
  size_t n = 0;
  bool space = false;
  for (size_t i = 0, next = 0; i < s.len; i = next) {
    if (is_ink(s.ptr[i])) { /* nearly all of a text */
      if (space && n > 0)
        out[n++] = ' ';
      for (space = false; next < s.len && is_ink(s.ptr[next]); next++)
        out[n++] = s.ptr[next];
      continue;
    }
    uint32_t code = cck_utf8_next(s, &next);
    bool blank = code < 0x80 ? cck_is_space((char)code) : cck_utf8_is_space(code);
    if (!blank && space && n > 0)
      out[n++] = ' ';
    for (size_t k = i; !blank && k < next; k++)
      out[n++] = s.ptr[k];
    space = blank;
  }
  return (cck_slice){out, n};
}
