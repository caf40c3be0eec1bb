#include "report/writers.h"

/* articles/a.txt:3:20: error: 5,000 against 7,000 troops [troops-conflict F-7KQ2-9MXD; also limit F-2222-2222] */
static void put_line(cck_buffer *out, const cck_report *report, const cck_finding *f) {
  const cck_party *place = cck_finding_place(report, f);
  cck_slice severity = cck_slice_of(f->waived.waived ? "waived" : cck_severity_name(f->severity));
  cck_put_path(out, cck_is_streamed(place) ? place->source->id : place->claim->path);
  cck_putf(out, ":%u:%u: ", place->claim->line, place->claim->column);
  cck_put_colored(out, report->color, cck_severity_color(f), severity);
  cck_put_text(out, ": ");
  cck_put_terminal(out, f->message);
  cck_put_text(out, " [");
  cck_put_terminal(out, f->rule);
  cck_put_char(out, ' ');
  cck_put_terminal(out, f->id);
  for (size_t i = 0; i < f->also.count; i++) {
    cck_put_text(out, i ? ", " : "; also ");
    cck_put_terminal(out, f->also.items[i]->rule);
    cck_put_char(out, ' ');
    cck_put_terminal(out, f->also.items[i]->id);
  }
  cck_put_text(out, "]\n");
}

void cck_write_concise(cck_buffer *out, const cck_report *report) {
  for (size_t i = 0; i < report->findings->count; i++) {
    const cck_finding *f = &report->findings->items[i];
    if (cck_is_entry(report, f) && f->parties.count)
      put_line(out, report, f);
  }
  if (!report->quiet)
    cck_put_closing(out, report);
}
