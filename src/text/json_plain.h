/*
 * The form of JSON that nearly every line of documents has, read in one pass: an object
 * of strings, null, true and false.
 *
 *   {"id": "a-1", "published": null, "text": "It has \"7,000\" troops.\n"}
 *
 * Everything else (numbers, nested values, a key with an escape, whatever is wrong) is left to jansson,
 * which reads all of JSON and says what is wrong with a line.
 */
#ifndef CCK_TEXT_JSON_PLAIN_H
#define CCK_TEXT_JSON_PLAIN_H

#include "base/arena.h"
#include "base/slice.h"

/* A key whose string is wanted. */
typedef struct cck_json_field {
  const char *key;
  cck_slice *value;
} cck_json_field;

/*
 * Reads the object; values are copied into the arena, those absent or null are empty, the last of
 * a repeated key holds. False when the text is not of the plain form: the values then mean nothing.
 */
bool cck_json_plain(cck_arena *arena, cck_slice json, const cck_json_field *fields, size_t count);

#endif
