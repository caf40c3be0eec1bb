#include "pipeline/lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

void cck_lines_init(cck_lines *lines, FILE *stream) { *lines = (cck_lines){.stream = stream}; }

void cck_lines_fini(cck_lines *lines) {
  free(lines->text);
  *lines = (cck_lines){0};
}

enum { CHUNK = 64 * 1024 };

/* Reads on behind what is there; false at the end of the stream. */
static bool fill(cck_lines *lines) {
  size_t kept = lines->filled - lines->start;
  if (lines->start > 0 && kept > 0)
    memmove(lines->text, lines->text + lines->start, kept);
  lines->start = 0;
  lines->filled = kept;
  if (lines->capacity - kept < CHUNK) {
    lines->capacity = 2 * (kept + CHUNK);
    lines->text = cck_heap_resize(lines->text, lines->capacity);
  }
  size_t more = fread(lines->text + kept, 1, CHUNK, lines->stream);
  lines->filled += more;
  return more > 0;
}

/* The line feed that ends the current line, looked for behind its first `seen` bytes; NULL when it was not read yet. */
static const char *find_feed(const cck_lines *lines, size_t seen) {
  size_t from = lines->start + seen;
  return from < lines->filled ? memchr(lines->text + from, '\n', lines->filled - from) : NULL;
}

bool cck_lines_next(cck_lines *lines, cck_slice *line) {
  size_t seen = 0;
  const char *feed;
  lines->too_long = false;
  while (!(feed = find_feed(lines, seen))) {
    seen = lines->filled - lines->start;
    if (seen > CCK_LINES_LIMIT) { /* the rest is read past, not kept */
      lines->too_long = true;
      seen = CCK_LINES_LIMIT;
      lines->filled = lines->start + seen;
    }
    if (!fill(lines))
      break;
  }
  const char *text = lines->text + lines->start;
  size_t length = feed ? (size_t)(feed - text) : seen;
  if (!feed && length == 0)
    return false;
  lines->start += length + (feed != NULL);
  lines->too_long = lines->too_long || length > CCK_LINES_LIMIT;
  lines->number++;
  *line = cck_slice_sub((cck_slice){text, length}, 0, CCK_LINES_LIMIT);
  return true;
}
