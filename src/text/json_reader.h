/*
 * The two places where a document holds JSON: a quoted value of front matter and
 * a line of NDJSON (json_plain.h reads most of them). The only user of jansson in this folder. Text is copied into
 * the arena. `why` and `column` (1-based, code points of the given text; 0 when
 * there is no place) describe a failure.
 */
#ifndef CCK_TEXT_JSON_READER_H
#define CCK_TEXT_JSON_READER_H

#include "text/document.h"

typedef struct cck_json_failure {
  cck_status status;
  cck_slice why; /* in the arena */
  unsigned column;
} cck_json_failure;

/* A JSON string, quotes included. */
bool cck_json_string(cck_arena *arena, cck_slice json, cck_slice *out, cck_json_failure *failure);

/* The object of an NDJSON line: the text and what it says of the source. */
bool cck_json_document(cck_arena *arena, cck_slice json, cck_slice *text, cck_meta *meta, cck_json_failure *failure);

/* Is it nested deeper than 64 levels? jansson reads by recursion, so that is asked first. */
bool cck_json_too_deep(cck_slice json);

#endif
