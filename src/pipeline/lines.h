/*
 * Lines of a stream, one at a time in constant memory: NDJSON documents on
 * standard input.
 */
#ifndef CCK_PIPELINE_LINES_H
#define CCK_PIPELINE_LINES_H

#include <stdio.h>

#include "base/slice.h"

/* The longest line that is handed out: an article at the limit with every byte escaped takes more, and is refused. */
enum { CCK_LINES_LIMIT = 32 * 1024 * 1024 };

typedef struct cck_lines {
  FILE *stream;
  char *text; /* heap; text[start, filled) was read and not handed out yet */
  size_t start, filled, capacity;
  unsigned number; /* of the current line, from 1 */
  bool too_long;   /* the current line passed the limit: `line` is its beginning */
} cck_lines;

void cck_lines_init(cck_lines *lines, FILE *stream);
void cck_lines_fini(cck_lines *lines);

/* The next line without its line feed, valid until the next call. False at the end. */
bool cck_lines_next(cck_lines *lines, cck_slice *line);

#endif
