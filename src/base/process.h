/*
 * Another program run on hostile input: no shell, no terminal, an environment of
 * its own, and limits of time, memory and output.
 *
 *   input (a file without a name) -> [program] -> output, complaint (pipes, read as they come)
 */
#ifndef CCK_BASE_PROCESS_H
#define CCK_BASE_PROCESS_H

#include "base/arena.h"
#include "base/error.h"

typedef struct cck_process_limits {
  unsigned seconds; /* of computing; twice as many may pass by the clock */
  size_t memory;    /* bytes of address space */
  size_t output;    /* bytes that it may write */
} cck_process_limits;

typedef struct cck_process {
  const char *path;
  char *const *arguments; /* the first is its name; NULL ends them */
  cck_slice input;
  cck_process_limits limits;
} cck_process;

/* How it ended. */
typedef enum cck_process_end {
  CCK_PROCESS_EXITED, /* by itself: `code` */
  CCK_PROCESS_SLOW,   /* it was ended when its time was over */
  CCK_PROCESS_LOUD,   /* when it had written too much */
  CCK_PROCESS_BROKEN  /* by a signal: `code` */
} cck_process_end;

typedef struct cck_process_result {
  cck_process_end end;
  int code;
  cck_slice output;    /* in the arena; what came before the end */
  cck_slice complaint; /* the beginning of what it wrote to standard error */
} cck_process_result;

/* The path of a program that PATH holds; empty when there is none. */
cck_slice cck_process_find(cck_arena *arena, const char *name);

/*
 * Runs the program until it ends or has passed a limit; then nothing of it is left. An error only when the system
 * refuses to start it.
 */
cck_status cck_process_run(cck_arena *arena, const cck_process *program, cck_process_result *result, cck_error *error);

#endif
