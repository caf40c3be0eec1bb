#include "cli/progress.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"

enum { FIRST_MS = 1000, NEXT_MS = 100 };

void cck_progress_begin(cck_progress *progress, bool quiet) {
  *progress = (cck_progress){.on = !quiet && isatty(STDERR_FILENO)};
  clock_gettime(CLOCK_MONOTONIC, &progress->start);
}

static long long since(const struct timespec *then, const struct timespec *now) {
  return (now->tv_sec - then->tv_sec) * 1000LL + (now->tv_nsec - then->tv_nsec) / 1000000;
}

/* 1,200 */
static void put_grouped(cck_buffer *out, size_t number) {
  char digits[32];
  int length = snprintf(digits, sizeof digits, "%zu", number);
  for (int i = 0; i < length; i++) {
    cck_put_text(out, i && (length - i) % 3 == 0 ? "," : "");
    cck_put_char(out, digits[i]);
  }
}

static void write_line(const cck_buffer *line) {
  fwrite(line->ptr, 1, line->len, stderr);
  fflush(stderr);
}

void cck_progress_clear(cck_progress *progress) {
  cck_buffer line = {0};
  if (!progress->shown)
    return;
  cck_put_char(&line, '\r');
  cck_put_repeat(&line, ' ', progress->shown);
  cck_put_char(&line, '\r');
  progress->shown = 0;
  write_line(&line);
  cck_buffer_fini(&line);
}

/* reading 1,200 documents, 340 done */
static void show(cck_progress *progress, cck_buffer *line) {
  size_t columns = line->len;
  cck_buffer out = {0};
  cck_put_char(&out, '\r');
  cck_put(&out, cck_buffer_slice(line));
  cck_put_repeat(&out, ' ', progress->shown > columns ? progress->shown - columns : 0);
  progress->shown = columns;
  write_line(&out);
  cck_buffer_fini(&out);
}

static void step(void *context, const char *doing, const char *what, size_t done, size_t total) {
  cck_progress *progress = context;
  struct timespec now;
  cck_buffer line = {0};
  if (!progress->on)
    return;
  clock_gettime(CLOCK_MONOTONIC, &now);
  if (since(&progress->start, &now) < FIRST_MS || (progress->shown && since(&progress->last, &now) < NEXT_MS))
    return;
  progress->last = now;
  cck_putf(&line, "%s ", doing);
  if (total) {
    put_grouped(&line, total);
    cck_put_char(&line, ' ');
  }
  cck_putf(&line, "%s, ", what);
  put_grouped(&line, done);
  cck_put_text(&line, " done");
  show(progress, &line);
  cck_buffer_fini(&line);
}

cck_progress_sink cck_progress_sink_of(cck_progress *progress) { return (cck_progress_sink){step, progress}; }
