/*
 * One line on standard error that tells how far a run of over a second is. Only on a terminal, never with --quiet;
 * erased before anything else is written there and at the end.
 */
#ifndef CCK_CLI_PROGRESS_H
#define CCK_CLI_PROGRESS_H

#include <stdbool.h>
#include <time.h>

#include "base/progress.h"

typedef struct cck_progress {
  bool on;
  size_t shown; /* columns of the line that is there now */
  struct timespec start, last;
} cck_progress;

/* The clock starts. `quiet`: nothing will be shown. */
void cck_progress_begin(cck_progress *progress, bool quiet);

/* A sink that shows steps on this line; `progress` must outlive it. */
cck_progress_sink cck_progress_sink_of(cck_progress *progress);

void cck_progress_clear(cck_progress *progress);

#endif
