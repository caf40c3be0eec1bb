/*
 * A quick reader for JSON that is one flat object of strings and nulls, which nearly
 * every line of NDJSON is. It knows no errors: at whatever is unusual or wrong it gives
 * up, and jansson (json_reader.c) reads the line from the start and says what it is.
 *
 *   {"id": "d1", "text": "5,000 soldiers\n", "url": null}      three members, then done
 */
#ifndef CCK_TEXT_JSON_FLAT_H
#define CCK_TEXT_JSON_FLAT_H

#include "base/arena.h"
#include "base/slice.h"

typedef struct cck_json_flat {
  cck_arena *arena;
  cck_slice json;
  size_t at;
  bool done; /* the object was read to its end, and nothing follows it */
} cck_json_flat;

void cck_json_flat_init(cck_json_flat *flat, cck_arena *arena, cck_slice json);

/*
 * The next member: its key, a part of the JSON text, and its string, in the arena and ended by
 * a NUL; the empty slice with NULL for null. False at the end, then `done` says whether it was one.
 */
bool cck_json_flat_next(cck_json_flat *flat, cck_slice *key, cck_slice *value);

#endif
