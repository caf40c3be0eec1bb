#include "report/writers.h"

/*
 * A test case for each finding, which fails; skipped when it is waived, whatever is shown otherwise: that is what the
 * format has the word for. One more tells how much was read: a document that was left out is an error of it, and when
 * nothing could be compared it is skipped, so that no empty run looks like a pass.
 */
typedef struct counts {
  size_t tests, failures, errors, skipped;
} counts;

static bool is_case(const cck_finding *f) { return !f->shown_with.len && f->parties.count; }

static counts count_cases(const cck_report *report) {
  counts c = {.tests = 1, .errors = report->coverage->skipped.count};
  for (size_t i = 0; i < report->findings->count; i++) {
    const cck_finding *f = &report->findings->items[i];
    c.tests += is_case(f);
    c.skipped += is_case(f) && f->waived.waived;
    c.failures += is_case(f) && !f->waived.waived;
  }
  c.skipped += !c.errors && !report->coverage->compared;
  return c;
}

static void put_counts(cck_buffer *out, const counts *c) {
  cck_putf(out, " name=\"cacheck\" tests=\"%zu\" failures=\"%zu\" errors=\"%zu\" skipped=\"%zu\">\n", c->tests,
           c->failures, c->errors, c->skipped);
}

static void put_attribute(cck_buffer *out, const char *name, cck_slice value) {
  cck_putf(out, " %s=\"", name);
  cck_put_xml(out, value);
  cck_put_char(out, '"');
}

/* On a line of its own. */
static void put_line(cck_buffer *out, const char *key, cck_slice text) {
  if (!text.len)
    return;
  cck_put_text(out, key);
  cck_put_xml(out, text);
  cck_put_char(out, '\n');
}

static void put_party(cck_buffer *out, const cck_party *party) {
  cck_buffer file = {0};
  cck_put_party_file(&file, party);
  cck_put_xml(out, party->label);
  cck_put_text(out, "  ");
  cck_put_xml(out, cck_party_name(party));
  cck_put_text(out, "  ");
  cck_put_xml(out, cck_party_date(party));
  cck_put_text(out, "  ");
  cck_put_xml(out, cck_buffer_slice(&file));
  cck_putf(out, ":%u:%u\n  &quot;", party->claim->line, party->claim->column);
  cck_put_xml(out, party->claim->quote);
  cck_put_text(out, "&quot;\n");
  cck_buffer_fini(&file);
}

static void put_failure(cck_buffer *out, const cck_report *report, const cck_finding *f) {
  cck_buffer command = {0};
  cck_put_text(out, "      <failure");
  put_attribute(out, "type", cck_slice_of(cck_severity_name(f->severity)));
  put_attribute(out, "message", f->message);
  cck_put_char(out, '>');
  for (size_t i = 0; i < cck_shown_count(f); i++)
    put_party(out, cck_shown_party(f, i));
  for (size_t i = 0; i < f->suggest.count; i++)
    put_line(out, "did you mean: ", f->suggest.items[i]);
  put_line(out, "why: ", f->why);
  put_line(out, "link: ", f->link);
  for (size_t i = 0; i < f->also.count; i++) {
    cck_buffer also = {0};
    cck_put_also(&also, f->also.items[i]);
    put_line(out, "also: ", cck_buffer_slice(&also));
    cck_buffer_fini(&also);
  }
  put_line(out, "its waiver expired on ", f->expired);
  cck_put_waive_command(&command, report, f);
  put_line(out, "", cck_buffer_slice(&command));
  cck_put_text(out, "</failure>\n");
  cck_buffer_fini(&command);
}

static void put_waived(cck_buffer *out, const cck_finding *f) {
  cck_buffer reason = {0};
  cck_put_text(&reason, "waived until ");
  cck_put(&reason, f->waived.until);
  cck_put_text(&reason, f->waived.by.len ? " by " : "");
  cck_put(&reason, f->waived.by);
  cck_put_text(&reason, ": ");
  cck_put(&reason, f->waived.because);
  cck_put_text(out, "      <skipped");
  put_attribute(out, "message", cck_buffer_slice(&reason));
  cck_put_text(out, "/>\n");
  cck_buffer_fini(&reason);
}

static void put_case(cck_buffer *out, const cck_report *report, const cck_finding *f) {
  cck_buffer name = {0};
  cck_put(&name, f->id);
  cck_put_text(&name, f->subject.len ? " " : "");
  cck_put(&name, f->subject);
  cck_put_text(&name, f->when.len ? ", " : "");
  cck_put(&name, f->when);
  cck_put_text(out, "    <testcase");
  put_attribute(out, "classname", f->rule);
  put_attribute(out, "name", cck_buffer_slice(&name));
  cck_put_text(out, ">\n");
  if (f->waived.waived)
    put_waived(out, f);
  else
    put_failure(out, report, f);
  cck_put_text(out, "    </testcase>\n");
  cck_buffer_fini(&name);
}

static void put_coverage(cck_buffer *out, const cck_coverage *c) {
  cck_put_text(out, "    <testcase classname=\"cacheck\" name=\"coverage\">\n");
  if (!c->skipped.count && !c->compared)
    cck_put_text(out, "      <skipped message=\"Nothing could be compared.\"/>\n");
  for (size_t i = 0; i < c->skipped.count; i++) {
    cck_put_text(out, "      <error type=\"skipped\"");
    put_attribute(out, "message", c->skipped.items[i].what);
    cck_put_text(out, "/>\n");
  }
  cck_put_text(out, "      <system-out>");
  cck_put_coverage_line(out, c);
  cck_put_char(out, '\n');
  for (size_t i = 0; i < c->missing.count; i++)
    put_line(out, "note: ", c->missing.items[i]);
  for (size_t i = 0; i < c->notes.count; i++)
    put_line(out, "note: ", c->notes.items[i]);
  cck_put_text(out, "</system-out>\n    </testcase>\n");
}

void cck_write_junit(cck_buffer *out, const cck_report *report) {
  counts c = count_cases(report);
  cck_put_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
  put_counts(out, &c);
  cck_put_text(out, "  <testsuite");
  put_counts(out, &c);
  for (size_t i = 0; i < report->findings->count; i++)
    if (is_case(&report->findings->items[i]))
      put_case(out, report, &report->findings->items[i]);
  put_coverage(out, report->coverage);
  cck_put_text(out, "  </testsuite>\n</testsuites>\n");
}
