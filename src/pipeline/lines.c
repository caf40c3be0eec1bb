#include "pipeline/lines.h"

#include <stdlib.h>

#include "base/arena.h"

void cck_lines_init(cck_lines *lines, FILE *stream) { *lines = (cck_lines){.stream = stream}; }

void cck_lines_fini(cck_lines *lines) {
  free(lines->text);
  *lines = (cck_lines){0};
}

static void put(cck_lines *lines, size_t used, char c) {
  if (used == lines->capacity) {
    lines->capacity = lines->capacity ? lines->capacity * 2 : 64 * 1024;
    lines->text = cck_heap_resize(lines->text, lines->capacity);
  }
  lines->text[used] = c;
}

bool cck_lines_next(cck_lines *lines, cck_slice *line) {
  size_t used = 0;
  bool any = false;
  int c;
  lines->too_long = false;
  while ((c = getc_unlocked(lines->stream)) != EOF) {
    any = true;
    if (c == '\n')
      break;
    if (used == CCK_LINES_LIMIT)
      lines->too_long = true; /* the rest is read past, not kept */
    else
      put(lines, used++, (char)c);
  }
  if (!any)
    return false;
  lines->number++;
  *line = (cck_slice){used ? lines->text : "", used};
  return true;
}
