/*
 * What the extraction of one document knows while it goes through the sentences.
 */
#ifndef CCK_EXTRACT_CONTEXT_H
#define CCK_EXTRACT_CONTEXT_H

#include "model/claim.h"
#include "model/lexicon.h"
#include "model/unit.h"
#include "text/document.h"

/* The fixed vocabulary of the grammars, built once for a run from the .def tables. */
typedef struct cck_vocabulary cck_vocabulary;

typedef struct cck_context {
  const cck_vocabulary *vocabulary;
  const cck_unit_table *units;
  const cck_lexicon *lexicon;
  const cck_document *doc;
  cck_arena *arena;     /* the document's */
  cck_period published; /* CCK_NO_PERIOD when undated */

  /* Dates: what "the next day", "that month" and a bare month refer to. */
  cck_period last_date;  /* the last date told */
  cck_day full_days[8];  /* the last days told with their year, in a ring */
  size_t full_count;     /* of all of them */
  int last_quarter_year; /* 0: none named yet */
  int last_quarter;
  bool day_first; /* a date in numbers had its day first ("18/06/2014"): then so do those that could be either */

  /* Room for the figures of a sentence, used again for the next (quantity.c). */
  struct cck_figure *figure_room;
  size_t figure_capacity;
} cck_context;

#endif
