#include "text/front_matter.h"

#include "text/json_reader.h"
#include "text/metadata.h"

/* A line without its end, and where the next one begins. */
static cck_slice line_at(cck_slice text, size_t at, size_t *next) {
  size_t end = cck_slice_find(text, CCK_S("\n"), at);
  *next = end == SIZE_MAX ? text.len : end + 1;
  return cck_slice_sub(text, at, end == SIZE_MAX ? text.len : end);
}

static bool is_fence(cck_slice line) {
  return line.len >= 3 && line.ptr[0] == '-' && cck_slice_is(cck_slice_trim(line), "---");
}

/* Where the closing fence begins, or SIZE_MAX. */
static size_t find_fence(cck_slice text, size_t at) {
  while (at < text.len) {
    size_t next;
    if (is_fence(line_at(text, at, &next)))
      return at;
    at = next;
  }
  return SIZE_MAX;
}

static cck_slice *field_of(cck_meta *meta, cck_slice key) {
  const struct {
    const char *key;
    cck_slice *field;
  } fields[] = {
      {"title", &meta->title}, {"source", &meta->publisher}, {"author", &meta->author}, {"date", &meta->published},
      {"url", &meta->url},     {"copies", &meta->copies},    {"id", &meta->id},         {"lang", &meta->lang},
  };
  for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
    if (cck_slice_eq_nocase(key, cck_slice_of(fields[i].key)))
      return fields[i].field;
  return NULL;
}

/* A failure `ahead` code points into the value; `value` lies in the document's text. */
static cck_status fail_value(const cck_document *doc, cck_slice value, unsigned ahead, cck_status status, cck_slice why,
                             cck_error *error) {
  cck_place place = {.file = doc->path};
  size_t next;
  uint32_t offset = (uint32_t)(value.ptr - doc->text.ptr);
  cck_document_place(doc, offset, &place.line, &place.column);
  place.source = line_at(doc->text, doc->lines.items[place.line - 1], &next);
  place.column += ahead;
  return cck_fail_at(error, status, place, "front matter: %.*s", (int)why.len, why.ptr);
}

static cck_status read_value(cck_document *doc, cck_slice value, cck_slice *out, cck_error *error) {
  cck_json_failure failure;
  if (value.len == 0 || value.ptr[0] != '"') {
    *out = value;
    return CCK_OK;
  }
  if (cck_json_string(doc->arena, value, out, &failure))
    return CCK_OK;
  cck_slice why = cck_arena_printf(doc->arena, "a value in quotes must be a JSON string: %.*s", (int)failure.why.len,
                                   failure.why.ptr);
  return fail_value(doc, value, failure.column ? failure.column - 1 : 0, failure.status, why, error);
}

static cck_status read_field(cck_document *doc, cck_slice line, cck_error *error) {
  size_t colon = cck_slice_find(line, CCK_S(":"), 0);
  if (colon == SIZE_MAX)
    return CCK_OK;
  cck_slice *field = field_of(&doc->meta, cck_slice_trim(cck_slice_sub(line, 0, colon)));
  if (!field)
    return CCK_OK;
  cck_slice value = cck_slice_trim(cck_slice_sub(line, colon + 1, line.len));
  cck_slice read;
  cck_status status = read_value(doc, value, &read, error);
  if (status != CCK_OK)
    return status;
  *field = cck_slice_trim(read);
  if (field != &doc->meta.published || read.len == 0)
    return CCK_OK;
  if (!cck_meta_date(*field, field))
    return fail_value(doc, value, 0, CCK_E_INPUT, CCK_S("a date is YYYY, YYYY-MM or YYYY-MM-DD"), error);
  doc->meta.published_from = CCK_S("front matter");
  return CCK_OK;
}

/* Front matter without its end would be read as the article, without its date and source. */
static cck_status no_fence(cck_document *doc, size_t at, cck_error *error) {
  size_t next;
  cck_slice first = line_at(doc->text, at, &next);
  size_t colon = cck_slice_find(first, CCK_S(":"), 0);
  if (colon == SIZE_MAX || !field_of(&doc->meta, cck_slice_trim(cck_slice_sub(first, 0, colon))))
    return CCK_OK;
  return fail_value(doc, first, 0, CCK_E_INPUT, CCK_S("it is not closed; a line --- ends it"), error);
}

cck_status cck_front_matter_read(cck_document *doc, cck_error *error) {
  size_t at;
  if (!is_fence(line_at(doc->text, doc->body, &at)))
    return CCK_OK;
  size_t fence = find_fence(doc->text, at);
  if (fence == SIZE_MAX)
    return no_fence(doc, at, error);
  while (at < fence) {
    cck_status status = read_field(doc, line_at(doc->text, at, &at), error);
    if (status != CCK_OK)
      return status;
  }
  size_t next;
  line_at(doc->text, fence, &next);
  doc->body = (uint32_t)next;
  return CCK_OK;
}
