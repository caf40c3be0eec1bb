#include <jansson.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "report/writers.h"

/* Malformed bytes (a file name may have them) become U+FFFD: JSON holds UTF-8 only. */
static json_t *repaired(cck_slice s) {
  cck_buffer b = {0};
  for (size_t i = 0; i < s.len;) {
    size_t width = cck_utf8_width(cck_slice_sub(s, i, s.len));
    if (width)
      cck_put(&b, cck_slice_sub(s, i, i + width));
    else
      cck_put_text(&b, "\xEF\xBF\xBD");
    i += width ? width : 1;
  }
  json_t *text = json_stringn(b.ptr, b.len);
  cck_buffer_fini(&b);
  return text;
}

static json_t *text(cck_slice s) {
  json_t *value = json_stringn(s.ptr ? s.ptr : "", s.len);
  return value ? value : repaired(s);
}

static json_t *text_or_null(cck_slice s) { return s.len ? text(s) : json_null(); }

static json_t *texts(const cck_slices *list) {
  json_t *array = json_array();
  for (size_t i = 0; i < list->count; i++)
    json_array_append_new(array, text(list->items[i]));
  return array;
}

static json_t *party(const cck_party *p) {
  json_t *o = json_object();
  json_object_set_new(o, "id", text(p->claim->id));
  json_object_set_new(o, "src", text(p->claim->src));
  json_object_set_new(o, "path", text_or_null(p->claim->path));
  json_object_set_new(o, "text", text(p->claim->text));
  json_object_set_new(o, "start", json_integer(p->claim->start));
  json_object_set_new(o, "end", json_integer(p->claim->end));
  json_object_set_new(o, "line", json_integer(p->claim->line));
  json_object_set_new(o, "column", json_integer(p->claim->column));
  json_object_set_new(o, "quote", text(p->claim->quote));
  json_object_set_new(o, "published", text_or_null(cck_source_published(p->source)));
  return o;
}

static json_t *waived(const cck_waived *w) {
  if (!w->waived)
    return json_null();
  json_t *o = json_object();
  json_object_set_new(o, "because", text(w->because));
  json_object_set_new(o, "by", text_or_null(w->by));
  json_object_set_new(o, "until", text(w->until));
  return o;
}

static json_t *finding(const cck_finding *f) {
  json_t *o = json_object();
  json_t *claims = json_array();
  for (size_t i = 0; i < f->parties.count; i++)
    json_array_append_new(claims, party(&f->parties.items[i]));
  json_object_set_new(o, "id", text(f->id));
  json_object_set_new(o, "rule", text(f->rule));
  json_object_set_new(o, "severity", json_string(cck_severity_name(f->severity)));
  json_object_set_new(o, "relation", json_string(cck_relation_name(f->relation)));
  json_object_set_new(o, "message", text(f->message));
  json_object_set_new(o, "why", text_or_null(f->why));
  json_object_set_new(o, "claims", claims);
  json_object_set_new(o, "suggest", texts(&f->suggest));
  json_object_set_new(o, "waived", waived(&f->waived));
  json_object_set_new(o, "shown_with", text_or_null(f->shown_with));
  return o;
}

static json_t *skips(const cck_skip *items, size_t count) {
  json_t *array = json_array();
  for (size_t i = 0; i < count; i++) {
    json_t *o = json_object();
    json_object_set_new(o, "what", text(items[i].what));
    json_object_set_new(o, "count", json_integer(items[i].count));
    json_array_append_new(array, o);
  }
  return array;
}

static json_t *stats(const cck_coverage *c) {
  json_t *o = json_object();
  json_t *array = json_array();
  for (size_t i = 0; i < c->uncompared.count; i++) {
    json_t *row = json_object();
    json_object_set_new(row, "reason", text(c->uncompared.items[i].name));
    json_object_set_new(row, "words", text(c->uncompared.items[i].words));
    json_object_set_new(row, "count", json_integer(c->uncompared.items[i].count));
    json_object_set_new(row, "places", texts(&c->uncompared.items[i].places));
    json_array_append_new(array, row);
  }
  json_object_set_new(o, "agreed", json_integer(c->agreed));
  json_object_set_new(o, "differed", json_integer(c->differed));
  json_object_set_new(o, "uncompared", array);
  json_object_set_new(o, "unlike", skips(c->unlike.items, c->unlike.count));
  return o;
}

static json_t *coverage(const cck_coverage *c) {
  json_t *o = json_object();
  json_object_set_new(o, "sources", json_integer(c->sources));
  json_object_set_new(o, "claims", json_integer(c->claims));
  json_object_set_new(o, "compared", json_integer(c->compared));
  json_object_set_new(o, "alone", json_integer(c->alone));
  json_object_set_new(o, "undated_sources", json_integer(c->undated_sources));
  json_object_set_new(o, "reread", json_integer(c->reread));
  json_object_set_new(o, "relinked", json_integer(c->relinked));
  json_object_set_new(o, "skipped", skips(c->skipped.items, c->skipped.count));
  json_t *notes = texts(&c->missing);
  json_t *others = texts(&c->notes);
  json_array_extend(notes, others);
  json_decref(others);
  json_object_set_new(o, "notes", notes);
  if (c->has_stats)
    json_object_set_new(o, "stats", stats(c));
  return o;
}

/* jansson leaves DEL, C1 and bidi controls as they are; a terminal that shows the report should not obey them. */
static void put_safe(cck_buffer *out, cck_slice json) {
  size_t from = 0;
  for (size_t i = 0, next = 0; i < json.len; i = next) {
    uint32_t code = cck_utf8_next(json, &next);
    if (code >= 0x7f && code <= 0xffff && cck_utf8_is_control(code)) {
      cck_put(out, cck_slice_sub(json, from, i));
      cck_putf(out, "\\u%04x", (unsigned)code);
      from = next;
    }
  }
  cck_put(out, cck_slice_sub(json, from, json.len));
}

static void put(cck_buffer *out, json_t *value) {
  char *dump = json_dumps(value, JSON_COMPACT);
  json_decref(value);
  put_safe(out, cck_slice_of(dump ? dump : "null"));
  free(dump);
}

void cck_put_json_finding(cck_buffer *out, const cck_finding *f) { put(out, finding(f)); }

void cck_put_json_coverage(cck_buffer *out, const cck_coverage *c) { put(out, coverage(c)); }

/* One document, a finding a line. */
void cck_write_json(cck_buffer *out, const cck_report *report) {
  cck_put_text(out, "{\"schema_version\":1,\"findings\":[");
  for (size_t i = 0; i < report->findings->count; i++) {
    cck_put_text(out, i ? ",\n" : "\n");
    cck_put_json_finding(out, &report->findings->items[i]);
  }
  cck_put_text(out, "],\n\"coverage\":");
  cck_put_json_coverage(out, report->coverage);
  cck_put_text(out, "}\n");
}
