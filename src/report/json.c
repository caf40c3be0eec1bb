#include "report/json_value.h"
#include "report/writers.h"

static json_t *text_or_null(cck_slice s) { return s.len ? cck_json_text(s) : json_null(); }

static json_t *texts(const cck_slices *list) {
  json_t *array = json_array();
  for (size_t i = 0; i < list->count; i++)
    json_array_append_new(array, cck_json_text(list->items[i]));
  return array;
}

static json_t *party(const cck_party *p) {
  json_t *o = json_object();
  json_object_set_new(o, "id", cck_json_text(p->claim->id));
  json_object_set_new(o, "src", cck_json_text(p->claim->src));
  json_object_set_new(o, "path", text_or_null(p->claim->path));
  json_object_set_new(o, "text", cck_json_text(p->claim->text));
  json_object_set_new(o, "start", json_integer(p->claim->start));
  json_object_set_new(o, "end", json_integer(p->claim->end));
  json_object_set_new(o, "line", json_integer(p->claim->line));
  json_object_set_new(o, "column", json_integer(p->claim->column));
  json_object_set_new(o, "quote", cck_json_text(p->claim->quote));
  json_object_set_new(o, "published", text_or_null(cck_source_published(p->source)));
  return o;
}

static json_t *waived(const cck_waived *w) {
  if (!w->waived)
    return json_null();
  json_t *o = json_object();
  json_object_set_new(o, "because", cck_json_text(w->because));
  json_object_set_new(o, "by", text_or_null(w->by));
  json_object_set_new(o, "until", cck_json_text(w->until));
  return o;
}

static json_t *finding(const cck_finding *f) {
  json_t *o = json_object();
  json_t *claims = json_array();
  for (size_t i = 0; i < f->parties.count; i++)
    json_array_append_new(claims, party(&f->parties.items[i]));
  json_object_set_new(o, "id", cck_json_text(f->id));
  json_object_set_new(o, "rule", cck_json_text(f->rule));
  json_object_set_new(o, "severity", json_string(cck_severity_name(f->severity)));
  json_object_set_new(o, "relation", json_string(cck_relation_name(f->relation)));
  json_object_set_new(o, "message", cck_json_text(f->message));
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
    json_object_set_new(o, "what", cck_json_text(items[i].what));
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
    json_object_set_new(row, "reason", cck_json_text(c->uncompared.items[i].name));
    json_object_set_new(row, "words", cck_json_text(c->uncompared.items[i].words));
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

void cck_put_json_finding(cck_buffer *out, const cck_finding *f) { cck_put_json_value(out, finding(f)); }

void cck_put_json_coverage(cck_buffer *out, const cck_coverage *c) { cck_put_json_value(out, coverage(c)); }

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
