/* The reading half of the codec. encode.c writes. */
#include "model/codec.h"

#include <jansson.h>
#include <string.h>

#include "base/utf8.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* One line being read. The first failure is kept; what is read after it does not matter. */
typedef struct reader {
  cck_arena *arena;
  cck_place place;
  cck_error *error;
  cck_status status;
} reader;

typedef struct field {
  const char *key; /* as written in messages too: "value.min" */
  size_t offset;   /* of the target in its struct */
  bool required;   /* must be there and not null */
  void (*read)(reader *r, const struct field *field, json_t *value, void *target);
} field;

static void fail_field(reader *r, const char *key, const char *problem) {
  if (r->status == CCK_OK)
    r->status = cck_fail_at(r->error, CCK_E_STORE, r->place, "field \"%s\" %s", key, problem);
}

static const char *last_part(const char *key) {
  const char *dot = strrchr(key, '.');
  return dot ? dot + 1 : key;
}

/* The fields of one object into one struct. An absent key is as null. Returns how many keys were there. */
static size_t read_fields(reader *r, json_t *object, const field *fields, size_t count, void *out) {
  size_t found = 0;
  for (size_t i = 0; i < count; i++) {
    json_t *value = json_object_get(object, last_part(fields[i].key));
    found += value != NULL;
    if (value && !json_is_null(value))
      fields[i].read(r, &fields[i], value, (char *)out + fields[i].offset);
    else if (fields[i].required)
      fail_field(r, fields[i].key, "is missing");
  }
  return found;
}

/* ---- scalars ---- */

static cck_slice text_of(json_t *value) { return (cck_slice){json_string_value(value), json_string_length(value)}; }

static void read_text(reader *r, const field *f, json_t *value, void *target) {
  if (!json_is_string(value))
    fail_field(r, f->key, "must be a string or null");
  else if (f->required && json_string_length(value) == 0)
    fail_field(r, f->key, "must not be empty");
  else
    *(cck_slice *)target = cck_arena_copy(r->arena, text_of(value));
}

/* Numbers are decoded as doubles, so that an unknown key may hold a large one; 32 bits are exact in them. */
static void read_number(reader *r, const field *f, json_t *value, void *target) {
  double number = json_is_number(value) ? json_number_value(value) : -1;
  if (!(number >= 0 && number <= UINT32_MAX) || (double)(uint32_t)number != number)
    fail_field(r, f->key, "must be a whole number from 0 to 4294967295");
  else
    *(uint32_t *)target = (uint32_t)number;
}

static void read_bool(reader *r, const field *f, json_t *value, void *target) {
  if (!json_is_boolean(value))
    fail_field(r, f->key, "must be true or false");
  else
    *(bool *)target = json_is_true(value);
}

static void read_day(reader *r, const field *f, json_t *value, void *target) {
  cck_period day;
  if (!json_is_string(value) || json_string_length(value) != 10 || !cck_period_parse(text_of(value), &day))
    fail_field(r, f->key, "must be a day, YYYY-MM-DD, or null");
  else
    *(cck_day *)target = day.min;
}

/* One reader for each enum; `parse` knows its names. */
#define ENUM_READER(function, type, parse)                                                                             \
  static void function(reader *r, const field *f, json_t *value, void *target) {                                       \
    if (!json_is_string(value) || !parse(text_of(value), (type *)target))                                              \
      fail_field(r, f->key, "has an unknown value");                                                                   \
  }

ENUM_READER(read_kind, cck_claim_kind, cck_claim_kind_parse)
ENUM_READER(read_approx, cck_approx, cck_approx_parse)
ENUM_READER(read_change, cck_change, cck_change_parse)
ENUM_READER(read_precision, cck_precision, cck_precision_parse)
ENUM_READER(read_weekday, int, cck_weekday_parse)
ENUM_READER(read_basis, cck_basis, cck_basis_parse)
ENUM_READER(read_modality, cck_modality, cck_modality_parse)
ENUM_READER(read_where, cck_where, cck_where_parse)

static void read_offsets(reader *r, const field *f, json_t *value, void *target) {
  if (!json_is_string(value) || !cck_slice_is(text_of(value), "text"))
    fail_field(r, f->key, "must be \"text\" or left out");
  else
    *(bool *)target = true;
}

/* ---- objects and lists ---- */

static bool is_object(reader *r, const field *f, json_t *value) {
  if (!json_is_object(value))
    fail_field(r, f->key, "must be an object or null");
  return json_is_object(value);
}

static void read_subject(reader *r, const field *f, json_t *value, void *target) {
  static const field fields[] = {{"subject.id", offsetof(cck_claim, subject), false, read_text},
                                 {"subject.text", offsetof(cck_claim, subject_text), false, read_text}};
  if (is_object(r, f, value))
    read_fields(r, value, fields, COUNT(fields), target);
}

static bool read_decimal(reader *r, const char *key, json_t *value, cck_decimal *out) {
  if (!value || json_is_null(value))
    return false;
  if (json_is_string(value) && cck_decimal_parse(text_of(value), out))
    return true;
  fail_field(r, key, "must be a decimal in a string, as \"2300000\" or \"-0.5\", or null");
  return false;
}

static void read_value(reader *r, const field *f, json_t *object, void *target) {
  static const field fields[] = {{"value.unit", offsetof(cck_value, unit), false, read_text},
                                 {"value.approx", offsetof(cck_value, approx), true, read_approx},
                                 {"value.change", offsetof(cck_value, change), false, read_change}};
  cck_value *value = target;
  if (!is_object(r, f, object))
    return;
  value->has_min = read_decimal(r, "value.min", json_object_get(object, "min"), &value->min);
  value->has_max = read_decimal(r, "value.max", json_object_get(object, "max"), &value->max);
  if (value->has_min && value->has_max && cck_decimal_cmp(value->min, value->max) > 0)
    fail_field(r, "value.min", "is above value.max");
  read_fields(r, object, fields, COUNT(fields), value);
}

static void check_order(reader *r, const char *key, cck_period p) {
  if (cck_period_is_known(p) && p.min > p.max)
    fail_field(r, key, "is after the end");
}

static void read_date(reader *r, const field *f, json_t *object, void *target) {
  static const field fields[] = {{"date.min", offsetof(cck_date, days.min), false, read_day},
                                 {"date.max", offsetof(cck_date, days.max), false, read_day},
                                 {"date.precision", offsetof(cck_date, precision), true, read_precision},
                                 {"date.weekday", offsetof(cck_date, weekday), false, read_weekday},
                                 {"date.valid", offsetof(cck_date, valid), true, read_bool},
                                 {"date.event", offsetof(cck_date, event), false, read_text},
                                 {"date.past", offsetof(cck_date, past), false, read_bool},
                                 {"date.text", offsetof(cck_date, text), false, read_text}};
  cck_date *date = target;
  if (!is_object(r, f, object))
    return;
  read_fields(r, object, fields, COUNT(fields), date);
  check_order(r, "date.min", date->days);
  if (!date->valid && !cck_period_is_none(date->days))
    fail_field(r, "date.valid", "is false, so date.min and date.max must be null");
}

static void read_time(reader *r, const field *f, json_t *object, void *target) {
  static const field fields[] = {{"time.min", offsetof(cck_time, days.min), false, read_day},
                                 {"time.max", offsetof(cck_time, days.max), false, read_day},
                                 {"time.basis", offsetof(cck_time, basis), true, read_basis}};
  if (!is_object(r, f, object))
    return;
  read_fields(r, object, fields, COUNT(fields), target);
  check_order(r, "time.min", ((cck_time *)target)->days);
}

static void read_scope(reader *r, const field *f, json_t *object, void *target) {
  cck_scope *scope = target;
  const char *key;
  json_t *value;
  if (!is_object(r, f, object))
    return;
  json_object_foreach(object, key, value) {
    if (!json_is_string(value)) {
      fail_field(r, f->key, "must hold strings only");
      return;
    }
    cck_scope_item item = {cck_arena_copy(r->arena, cck_slice_of(key)), cck_arena_copy(r->arena, text_of(value))};
    if (scope->count && cck_slice_cmp(scope->items[scope->count - 1].key, item.key) >= 0) {
      fail_field(r, f->key, "must have its keys in byte order");
      return;
    }
    CCK_PUSH(r->arena, scope, item);
  }
}

static void read_links(reader *r, const field *f, json_t *list, void *target) {
  static const field fields[] = {{"links.role", offsetof(cck_link, role), true, read_text},
                                 {"links.id", offsetof(cck_link, id), true, read_text}};
  cck_links *links = target;
  size_t i;
  json_t *value;
  if (!json_is_array(list)) {
    fail_field(r, f->key, "must be a list");
    return;
  }
  json_array_foreach(list, i, value) {
    cck_link link = {{NULL, 0}, {NULL, 0}};
    if (!is_object(r, f, value))
      return;
    read_fields(r, value, fields, COUNT(fields), &link);
    CCK_PUSH(r->arena, links, link);
  }
}

/* ---- sources and claims ---- */

static const field source_fields[] = {
    {"id", offsetof(cck_source, id), true, read_text},
    {"publisher", offsetof(cck_source, publisher), false, read_text},
    {"published", offsetof(cck_source, published), false, read_text},
    {"published_from", offsetof(cck_source, published_from), false, read_text},
    {"title", offsetof(cck_source, title), false, read_text},
    {"author", offsetof(cck_source, author), false, read_text},
    {"url", offsetof(cck_source, url), false, read_text},
    {"copies", offsetof(cck_source, copies), false, read_text},
    {"lang", offsetof(cck_source, lang), false, read_text},
    {"path", offsetof(cck_source, path), false, read_text},
    {"sha256", offsetof(cck_source, sha256), false, read_text},
    {"sketch", offsetof(cck_source, sketch), false, read_text},
    {"lexicon", offsetof(cck_source, lexicon), false, read_text},
    {"extractor", offsetof(cck_source, extractor), false, read_text},
};

static const field claim_fields[] = {
    {"id", offsetof(cck_claim, id), true, read_text},
    {"src", offsetof(cck_claim, src), true, read_text},
    {"path", offsetof(cck_claim, path), false, read_text},
    {"kind", offsetof(cck_claim, kind), true, read_kind},
    {"text", offsetof(cck_claim, text), true, read_text},
    {"start", offsetof(cck_claim, start), true, read_number},
    {"end", offsetof(cck_claim, end), true, read_number},
    {"offsets", offsetof(cck_claim, offsets_in_text), false, read_offsets},
    {"line", offsetof(cck_claim, line), true, read_number},
    {"column", offsetof(cck_claim, column), true, read_number},
    {"subject", 0, false, read_subject},
    {"measure", offsetof(cck_claim, measure), false, read_text},
    {"noun", offsetof(cck_claim, noun), false, read_text},
    {"scope", offsetof(cck_claim, scope), false, read_scope},
    {"value", offsetof(cck_claim, value), false, read_value},
    {"date", offsetof(cck_claim, date), false, read_date},
    {"time", offsetof(cck_claim, time), true, read_time},
    {"modality", offsetof(cck_claim, modality), true, read_modality},
    {"speaker", offsetof(cck_claim, speaker), false, read_text},
    {"quoted", offsetof(cck_claim, quoted), true, read_bool},
    {"in", offsetof(cck_claim, in), true, read_where},
    {"links", offsetof(cck_claim, links), false, read_links},
    {"quote", offsetof(cck_claim, quote), false, read_text},
};

static bool is_known(const field *fields, size_t count, const char *key) {
  if (strcmp(key, "k") == 0 || strcmp(key, "v") == 0)
    return true;
  for (size_t i = 0; i < count; i++)
    if (strcmp(fields[i].key, key) == 0)
      return true;
  return false;
}

/* Where the JSON value that begins at `at` ends, in text that is known to be valid JSON. */
static size_t value_end(cck_slice line, size_t at) {
  size_t depth = 0;
  bool in_string = false;
  for (; at < line.len; at++) {
    char c = line.ptr[at];
    if (in_string) {
      at += c == '\\';
      in_string = c != '"';
      continue;
    }
    if (depth == 0 && (c == ',' || c == '}' || c == ']' || c == ':'))
      break;
    in_string = c == '"';
    depth += c == '{' || c == '[';
    depth -= c == '}' || c == ']';
  }
  return at;
}

/*
 * The unknown members, byte for byte as they stand in the line: re-encoding would change numbers. Members of the
 * decoded object come in the order of the text, so the two are walked side by side.
 */
static cck_slice unknown_members(reader *r, cck_slice line, json_t *object, const field *fields, size_t count) {
  cck_buffer out = {0};
  size_t at = cck_slice_find(line, CCK_S("{"), 0) + 1;
  for (void *i = json_object_iter(object); i; i = json_object_iter_next(object, i)) {
    size_t colon = value_end(line, at);
    size_t past = value_end(line, colon + 1);
    if (!is_known(fields, count, json_object_iter_key(i))) {
      cck_put_char(&out, out.len ? ',' : '{');
      cck_put(&out, cck_slice_trim(cck_slice_sub(line, at, colon)));
      cck_put_char(&out, ':');
      cck_put(&out, cck_slice_trim(cck_slice_sub(line, colon + 1, past)));
    }
    at = past + 1;
  }
  if (out.len)
    cck_put_char(&out, '}');
  cck_slice kept = out.len ? cck_arena_copy(r->arena, cck_buffer_slice(&out)) : (cck_slice){NULL, 0};
  cck_buffer_fini(&out);
  return kept;
}

static void read_source(reader *r, cck_slice line, json_t *object, cck_source *source) {
  *source = (cck_source){.period = CCK_NO_PERIOD};
  size_t known = 2 + read_fields(r, object, source_fields, COUNT(source_fields), source); /* k and v */
  if (source->published.len && !cck_period_parse(source->published, &source->period))
    fail_field(r, "published", "must be YYYY, YYYY-MM or YYYY-MM-DD");
  if (cck_source_published(source).len == 0)
    source->period = CCK_NO_PERIOD;
  if (json_object_size(object) > known)
    source->extra = unknown_members(r, line, object, source_fields, COUNT(source_fields));
}

static void read_claim(reader *r, cck_slice line, json_t *object, cck_claim *claim) {
  *claim = (cck_claim){.date.days = CCK_NO_PERIOD, .time.days = CCK_NO_PERIOD};
  size_t known = 2 + read_fields(r, object, claim_fields, COUNT(claim_fields), claim);
  if (claim->start > claim->end)
    fail_field(r, "start", "is behind the end");
  if ((claim->kind == CCK_CLAIM_QUANTITY) != json_is_object(json_object_get(object, "value")))
    fail_field(r, "value", "must be an object for a quantity, and null for the rest");
  if ((claim->kind == CCK_CLAIM_DATE) != json_is_object(json_object_get(object, "date")))
    fail_field(r, "date", "must be an object for a date, and null for the rest");
  if (json_object_size(object) > known)
    claim->extra = unknown_members(r, line, object, claim_fields, COUNT(claim_fields));
}

/* ---- lines ---- */

static bool is_too_deep(cck_slice line) {
  size_t depth = 0;
  bool in_string = false;
  for (size_t i = 0; i < line.len; i++) {
    char c = line.ptr[i];
    if (in_string) {
      i += c == '\\';
      in_string = c != '"';
      continue;
    }
    in_string = c == '"';
    if ((c == '{' || c == '[') && ++depth > CCK_JSON_DEPTH)
      return true;
    depth -= depth && (c == '}' || c == ']');
  }
  return false;
}

static json_t *parse_line(reader *r, cck_slice line) {
  size_t bad = cck_utf8_check(line);
  json_error_t problem;
  json_t *root = NULL;
  if (line.len > CCK_CLAIM_LINE_LIMIT) {
    r->status = cck_fail_at(r->error, CCK_E_LIMIT, r->place, "the line is longer than 1 MiB");
  } else if (bad < line.len) {
    r->place.column = (unsigned)cck_utf8_count(cck_slice_sub(line, 0, bad)) + 1;
    r->status = cck_fail_at(r->error, CCK_E_STORE, r->place, "not UTF-8");
  } else if (is_too_deep(line)) {
    r->status = cck_fail_at(r->error, CCK_E_LIMIT, r->place, "JSON nested deeper than %d", CCK_JSON_DEPTH);
  } else {
    root = json_loadb(line.ptr ? line.ptr : "", line.len, JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL, &problem);
    if (!root) {
      r->place.column = problem.column > 0 ? (unsigned)problem.column : 0;
      r->status = cck_fail_at(r->error, CCK_E_STORE, r->place, "not a JSON object: %s", problem.text);
    }
  }
  return root;
}

static void read_object(reader *r, cck_slice line, json_t *object, cck_line *out) {
  json_t *k = json_object_get(object, "k");
  json_t *version = json_object_get(object, "v");
  if (!json_is_string(k))
    fail_field(r, "k", "is missing: it says \"source\" or \"claim\"");
  else if (!json_is_number(version) || json_number_value(version) != 1)
    fail_field(r, "v", "must be 1: another version of the format");
  else if (strcmp(json_string_value(k), "source") == 0) {
    out->kind = CCK_LINE_SOURCE;
    read_source(r, line, object, &out->source);
  } else if (strcmp(json_string_value(k), "claim") == 0) {
    out->kind = CCK_LINE_CLAIM;
    read_claim(r, line, object, &out->claim);
  } else
    fail_field(r, "k", "must be \"source\" or \"claim\"");
}

cck_status cck_line_read(cck_arena *arena, cck_slice text, cck_place place, cck_line *out, cck_error *error) {
  reader r = {arena, place, error, CCK_OK};
  json_t *root = parse_line(&r, text);
  if (root && json_is_object(root))
    read_object(&r, text, root, out);
  else if (root)
    r.status = cck_fail_at(error, CCK_E_STORE, place, "not a JSON object");
  json_decref(root);
  return r.status;
}
