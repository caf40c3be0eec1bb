#include "report/json_value.h"
#include "report/writers.h"

/*
 * GitLab's code quality report: a list, in which nothing can say how much was read. A waived finding is left out, also
 * when waived ones are shown: the format has no word for it, and what is not in the list counts as mended.
 */
static const char *const severities[] = {"info", "minor", "major", "info"};

static json_t *buffer_text(cck_buffer *b) {
  json_t *value = cck_json_text(cck_buffer_slice(b));
  cck_buffer_fini(b);
  return value;
}

static json_t *description(const cck_finding *f) {
  cck_buffer b = {0}, seen = {0};
  cck_put(&b, f->message);
  for (size_t i = 0; i < f->also.count; i++) {
    cck_put_text(&b, "; also ");
    cck_put_also(&b, f->also.items[i]);
  }
  cck_put_terminal(&seen, cck_buffer_slice(&b)); /* a log may print it as it is */
  cck_buffer_fini(&b);
  return buffer_text(&seen);
}

static json_t *location(const cck_party *party) {
  cck_buffer path = {0};
  cck_put_party_file(&path, party);
  json_t *lines = json_object();
  json_object_set_new(lines, "begin", json_integer(party->claim->line));
  json_t *o = json_object();
  json_object_set_new(o, "path", buffer_text(&path));
  json_object_set_new(o, "lines", lines);
  return o;
}

static json_t *entry(const cck_report *report, const cck_finding *f) {
  json_t *o = json_object();
  json_object_set_new(o, "description", description(f));
  json_object_set_new(o, "check_name", cck_json_text(f->rule));
  json_object_set_new(o, "fingerprint", cck_json_text(f->id));
  json_object_set_new(o, "severity", json_string(severities[f->severity]));
  json_object_set_new(o, "location", location(cck_finding_place(report, f)));
  return o;
}

void cck_write_gitlab(cck_buffer *out, const cck_report *report) {
  bool any = false;
  cck_put_char(out, '[');
  for (size_t i = 0; i < report->findings->count; i++) {
    const cck_finding *f = &report->findings->items[i];
    if (f->waived.waived || f->shown_with.len || !f->parties.count)
      continue;
    cck_put_text(out, any ? ",\n" : "\n");
    cck_put_json_value(out, entry(report, f));
    any = true;
  }
  cck_put_text(out, any ? "\n]\n" : "]\n");
}
