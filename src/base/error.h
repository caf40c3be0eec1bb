/*
 * Filling a caller-owned cck_error where the failure is detected. All take
 * NULL for the error and return the status, so that `return cck_fail(...)` reads well.
 */
#ifndef CCK_BASE_ERROR_H
#define CCK_BASE_ERROR_H

#include "base/slice.h"
#include "cacheck.h"

/* A failure without a place. */
cck_status cck_fail(cck_error *error, cck_status status, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* A failure in a file; line and column may be 0. */
typedef struct cck_place {
  cck_slice file;
  unsigned line;
  unsigned column;
  cck_slice source; /* the line itself, for the caret; may be empty */
} cck_place;

cck_status cck_fail_at(cck_error *error, cck_status status, cck_place place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* What the system said of the last call on this path ("No such file or directory"). */
cck_status cck_fail_errno(cck_error *error, const char *path, const char *doing);

/*
 * Where an error or a diagnostic goes when a run goes on after it: `error` is
 * valid during the call only.
 */
typedef struct cck_error_sink {
  void (*take)(void *context, const cck_error *error);
  void *context;
} cck_error_sink;

#endif
