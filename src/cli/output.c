#include "cli/output.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/utf8.h"
#include "cli/options.h"
#include "report/report.h"

static void put_stderr(cck_buffer *line) {
  cck_slice s = cck_buffer_slice(line);
  fwrite(s.ptr, 1, s.len, stderr);
  cck_buffer_fini(line);
}

void cck_complain(const char *format, ...) {
  char text[2048];
  va_list args;
  va_start(args, format);
  vsnprintf(text, sizeof text, format, args);
  va_end(args);
  cck_buffer line = {0};
  cck_put_text(&line, "cacheck: ");
  cck_put_terminal(&line, cck_slice_of(text));
  cck_put_char(&line, '\n');
  put_stderr(&line);
}

/* The line, and a mark below the column of the mistake. Not put_terminal: it would join spaces and move the mark. */
static void put_caret(cck_buffer *line, const cck_error *error) {
  cck_slice source = cck_slice_of(error->source);
  cck_buffer shown = {0};
  size_t mark = SIZE_MAX;
  unsigned column = 1;
  for (size_t i = 0, next = 0; i < source.len; i = next, column++) {
    uint32_t code = cck_utf8_next(source, &next);
    mark = column == error->column ? cck_utf8_columns(cck_buffer_slice(&shown)) : mark;
    if (cck_utf8_is_control(code) || cck_is_runner_command(source, i))
      cck_put_char(&shown, '?');
    else
      cck_put(&shown, cck_slice_sub(source, i, next));
  }
  mark = column == error->column ? cck_utf8_columns(cck_buffer_slice(&shown)) : mark;
  cck_putf(line, "  %s\n", shown.ptr ? shown.ptr : "");
  cck_buffer_fini(&shown);
  if (mark == SIZE_MAX)
    return;
  cck_put_repeat(line, ' ', mark + 2);
  cck_put_text(line, "^\n");
}

void cck_complain_error(const cck_error *error) {
  cck_buffer line = {0};
  cck_put_text(&line, "cacheck: ");
  cck_put_terminal(&line, cck_slice_of(error->file));
  if (error->line)
    cck_putf(&line, ":%u", error->line);
  if (error->line && error->column)
    cck_putf(&line, ":%u", error->column);
  if (error->file[0])
    cck_put_text(&line, ": ");
  cck_put_terminal(&line, cck_slice_of(error->message));
  cck_put_char(&line, '\n');
  if (error->source[0])
    put_caret(&line, error);
  put_stderr(&line);
}

void cck_complain_sink(void *context, const cck_error *error) {
  if (context)
    cck_progress_clear(context);
  cck_complain_error(error);
}

bool cck_output(cck_buffer *out) {
  cck_slice s = cck_buffer_slice(out);
  bool done = fwrite(s.ptr, 1, s.len, stdout) == s.len && !ferror(stdout);
  if (!done)
    cck_complain("cannot write to standard output: %s", strerror(errno));
  cck_buffer_clear(out);
  return done;
}

int cck_output_end(cck_buffer *out, int status) {
  bool done = cck_output(out);
  cck_buffer_fini(out);
  if (done && fflush(stdout) != 0) {
    cck_complain("cannot write to standard output: %s", strerror(errno));
    done = false;
  }
  return done ? status : CCK_EXIT_FAILED;
}

void cck_help_formats(cck_buffer *out, int command) {
  if (command == CCK_INDEX_extract)
    cck_put_text(out, "\nformats\n"
                      "  text                    for people: place, words, value, and what it is taken to measure\n"
                      "  ndjson                  claim files: the source, then a claim a line (claims/README.md)\n");
  if (command != CCK_INDEX_report && command != CCK_INDEX_gate)
    return;
  cck_put_text(out, "\nformats\n");
  const cck_format *format;
  for (size_t i = 0; (format = cck_format_at(i)); i++)
    cck_putf(out, "  %-22s  %s\n", format->name, format->help);
}

static bool knows_colors(void) {
  const char *no_color = getenv("NO_COLOR");
  const char *terminal = getenv("TERM");
  return isatty(STDOUT_FILENO) && !(no_color && no_color[0]) && !(terminal && strcmp(terminal, "dumb") == 0);
}

bool cck_color_wanted(const char *when, bool *out) {
  if (!when || strcmp(when, "auto") == 0)
    *out = knows_colors();
  else if (strcmp(when, "always") == 0 || strcmp(when, "never") == 0)
    *out = when[0] == 'a';
  else {
    cck_complain("--color is auto, always or never, not '%s'", when);
    return false;
  }
  return true;
}

size_t cck_output_width(void) {
  enum { USUAL = 80, MOST = 10000 };
  const char *columns = getenv("COLUMNS");
  long given = columns ? strtol(columns, NULL, 10) : 0;
  struct winsize size;
  if (!isatty(STDOUT_FILENO))
    return 0;
  if (given > 0 && given < MOST)
    return (size_t)given;
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col ? size.ws_col : USUAL;
}
