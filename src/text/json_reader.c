#include "text/json_reader.h"

#include <jansson.h>
#include <string.h>

#include "text/json_plain.h"

enum { DEPTH_LIMIT = 64 };

static bool fail(cck_arena *arena, cck_json_failure *failure, cck_status status, const char *why, unsigned column) {
  *failure = (cck_json_failure){status, cck_arena_copy(arena, cck_slice_of(why)), column};
  return false;
}

/* jansson reads nested values by recursion: deep ones are refused before it sees them. */
bool cck_json_too_deep(cck_slice json) {
  int depth = 0;
  bool quoted = false;
  for (size_t i = 0; i < json.len; i++) {
    char c = json.ptr[i];
    if (quoted && c == '\\')
      i++;
    else if (c == '"')
      quoted = !quoted;
    else if (!quoted && (c == '{' || c == '['))
      depth++;
    else if (!quoted && (c == '}' || c == ']'))
      depth--;
    if (depth > DEPTH_LIMIT)
      return true;
  }
  return false;
}

static json_t *load(cck_arena *arena, cck_slice json, cck_json_failure *failure) {
  json_error_t error;
  if (cck_json_too_deep(json)) {
    fail(arena, failure, CCK_E_LIMIT, "nested deeper than 64 levels", 0);
    return NULL;
  }
  json_t *value = json_loadb(json.len ? json.ptr : "", json.len, JSON_DECODE_ANY, &error);
  if (!value)
    fail(arena, failure, CCK_E_INPUT, error.text, error.column > 0 ? (unsigned)error.column : 0);
  return value;
}

static cck_slice copy_string(cck_arena *arena, const json_t *value) {
  return cck_arena_copy(arena, (cck_slice){json_string_value(value), json_string_length(value)});
}

bool cck_json_string(cck_arena *arena, cck_slice json, cck_slice *out, cck_json_failure *failure) {
  json_t *value = load(arena, json, failure);
  if (!value)
    return false;
  bool good = json_is_string(value) || fail(arena, failure, CCK_E_INPUT, "not a JSON string", 0);
  if (good)
    *out = copy_string(arena, value);
  json_decref(value);
  return good;
}

/* A field that is absent, null or a string; leaves *out empty for the first two. */
static bool take(cck_arena *arena, const json_t *object, const char *key, cck_slice *out, cck_json_failure *failure) {
  const json_t *value = json_object_get(object, key);
  *out = (cck_slice){NULL, 0};
  if (!value || json_is_null(value))
    return true;
  if (!json_is_string(value)) {
    cck_slice why = cck_arena_printf(arena, "\"%s\" is not a string", key);
    return fail(arena, failure, CCK_E_INPUT, why.ptr, 0);
  }
  *out = copy_string(arena, value);
  return true;
}

enum { FIELDS = 9 };

static void list_fields(cck_slice *text, cck_meta *meta, cck_json_field out[FIELDS]) {
  const cck_json_field fields[FIELDS] = {
      {"id", &meta->id},     {"text", text},          {"published", &meta->published}, {"publisher", &meta->publisher},
      {"url", &meta->url},   {"title", &meta->title}, {"author", &meta->author},       {"copies", &meta->copies},
      {"lang", &meta->lang},
  };
  memcpy(out, fields, sizeof fields);
}

static bool take_all(cck_arena *arena, const json_t *object, const cck_json_field fields[FIELDS],
                     cck_json_failure *failure) {
  if (!json_is_object(object))
    return fail(arena, failure, CCK_E_INPUT, "a document must be a JSON object", 0);
  for (size_t i = 0; i < FIELDS; i++)
    if (!take(arena, object, fields[i].key, fields[i].value, failure))
      return false;
  return true;
}

static bool read_fields(cck_arena *arena, cck_slice json, const cck_json_field fields[FIELDS],
                        cck_json_failure *failure) {
  json_t *object = load(arena, json, failure);
  if (!object)
    return false;
  bool good = take_all(arena, object, fields, failure);
  json_decref(object);
  return good;
}

bool cck_json_document(cck_arena *arena, cck_slice json, cck_slice *text, cck_meta *meta, cck_json_failure *failure) {
  cck_json_field fields[FIELDS];
  list_fields(text, meta, fields);
  if (!cck_json_plain(arena, json, fields, FIELDS) && !read_fields(arena, json, fields, failure))
    return false;
  if (meta->id.len == 0)
    return fail(arena, failure, CCK_E_INPUT, "a document needs an \"id\"", 0);
  if (!text->ptr)
    return fail(arena, failure, CCK_E_INPUT, "a document needs a \"text\"", 0);
  return true;
}
