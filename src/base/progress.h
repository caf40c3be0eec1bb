/*
 * Where long work tells how far it is. Telling costs a call: whoever listens decides what is shown, and when.
 */
#ifndef CCK_BASE_PROGRESS_H
#define CCK_BASE_PROGRESS_H

#include <stddef.h>

/* `doing`: "reading", of `what`: "documents"; `total` is 0 where it is not known. Zeroed, nobody listens. */
typedef struct cck_progress_sink {
  void (*step)(void *context, const char *doing, const char *what, size_t done, size_t total);
  void *context;
} cck_progress_sink;

static inline void cck_progress_tell(const cck_progress_sink *sink, const char *doing, const char *what, size_t done,
                                     size_t total) {
  if (sink->step)
    sink->step(sink->context, doing, what, done, total);
}

#endif
