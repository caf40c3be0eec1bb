/*
 * Output formats: one file each, one line each in formats.def. They show what is in
 * the findings and decide nothing.
 */
#ifndef CCK_REPORT_REPORT_H
#define CCK_REPORT_REPORT_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/intern.h"
#include "model/finding.h"

typedef struct cck_report {
  const cck_findings *findings; /* in total order; waived ones included */
  const cck_coverage *coverage;
  bool show_waived;
  bool color;
  size_t width; /* columns of the terminal that text is for; 0 when it is for none */
  bool failed;  /* a document that was named could not be read: the run ends with status 2 */
  bool quiet;   /* text: no summary and coverage lines */
  cck_day today;
  const cck_intern *changed; /* source ids of the documents of the run, where annotations go; may be NULL */
} cck_report;

typedef struct cck_format {
  const char *name;
  const char *help; /* one line */
  void (*write)(cck_buffer *out, const cck_report *report);
} cck_format;

/* By name; NULL when there is none. */
const cck_format *cck_format_find(cck_slice name);

/* The formats in order; NULL past the last. */
const cck_format *cck_format_at(size_t index);

#endif
