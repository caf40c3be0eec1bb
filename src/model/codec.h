/*
 * The one JSON form of sources and claims (jansson is confined to here and to the
 * JSON reports). Decimals are strings, an open end is null, keys stand in a fixed
 * order, unknown keys are kept in `extra`, byte for byte, and written after the known
 * ones (of the line itself; those inside subject, value, date, ... are dropped).
 *
 *   {"k":"claim","v":1,"id",...,"value":null|{...},"date":null|{...},...,"quote":"...",<unknown keys>}
 *
 * A date has "past" (boolean) behind "event". "offsets":"text" stands behind "end" only
 * where it holds. An empty text is null; an empty scope is {}, no links are [].
 */
#ifndef CCK_MODEL_CODEC_H
#define CCK_MODEL_CODEC_H

#include "base/buffer.h"
#include "base/error.h"
#include "model/claim.h"

enum { CCK_CLAIM_LINE_LIMIT = 1024 * 1024, CCK_JSON_DEPTH = 64 };

/* One line without the line feed, canonical bytes. */
void cck_source_write(cck_buffer *out, const cck_source *source);
void cck_claim_write(cck_buffer *out, const cck_claim *claim);

typedef enum cck_line_kind { CCK_LINE_SOURCE, CCK_LINE_CLAIM } cck_line_kind;

/* A line as read: `source` or `claim`, as kind says; the other is not set. */
typedef struct cck_line {
  cck_line_kind kind;
  cck_source source;
  cck_claim claim;
} cck_line;

/*
 * Reads one line of either kind; everything is copied into the arena. place.file and
 * place.line go into errors: not UTF-8, not JSON, too long, too deep, a key that stands
 * twice, a missing or ill-typed field.
 */
cck_status cck_line_read(cck_arena *arena, cck_slice text, cck_place place, cck_line *out, cck_error *error);

/* Adds text as a JSON string with its quotes: valid UTF-8 in, only safe characters out. */
void cck_put_json(cck_buffer *out, cck_slice text);

#endif
