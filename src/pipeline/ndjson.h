/*
 * Files of one JSON object a line: documents, or the claims of a store.
 */
#ifndef CCK_PIPELINE_NDJSON_H
#define CCK_PIPELINE_NDJSON_H

#include <stdio.h>

#include "base/error.h"

typedef enum cck_ndjson {
  CCK_NDJSON_NONE,      /* something else, or a file that cannot be opened */
  CCK_NDJSON_DOCUMENTS, /* by extension (ndjson, jsonl), or an object with "id" and "text" in the first line */
  CCK_NDJSON_CLAIMS     /* the first line is a source of a claims store */
} cck_ndjson;

/* What a file is by its name and first line; "-" is none of them. */
cck_ndjson cck_ndjson_look(const char *path);

/* Opens a file of documents; NULL after an error, as for one of claims. */
FILE *cck_ndjson_open(const char *path, cck_error *error);

#endif
