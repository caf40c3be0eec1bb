#include "report/html/html.h"

/* Made from style.css by the Makefile: a line of it a string. */
static const char *const lines[] = {
#include "report/html/style.inc"
};

cck_slice cck_html_style(cck_arena *arena) {
  enum { COUNT = sizeof lines / sizeof *lines };
  cck_slice parts[COUNT];
  for (size_t i = 0; i < COUNT; i++)
    parts[i] = cck_slice_of(lines[i]);
  return cck_arena_join(arena, parts, COUNT);
}
