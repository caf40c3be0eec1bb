#include "report/writers.h"

/* A row for each party, so that a spreadsheet can sort by figure, source or file; lines end as RFC 4180 has them. */
static const char header[] = "finding,severity,rule,relation,subject,when,message,figure,publisher,published,path,line,"
                             "column,text,quote,why,also,waived_until,waived_because\r\n";

static void put_cell(cck_buffer *out, cck_slice text) {
  cck_put_csv(out, text);
  cck_put_char(out, ',');
}

/* The others that are shown with the finding, in one cell. */
static void put_also(cck_buffer *out, const cck_finding *f) {
  cck_buffer cell = {0};
  for (size_t i = 0; i < f->also.count; i++) {
    cck_put_text(&cell, i ? "; " : "");
    cck_put_also(&cell, f->also.items[i]);
  }
  put_cell(out, cck_buffer_slice(&cell));
  cck_buffer_fini(&cell);
}

static void put_row(cck_buffer *out, const cck_finding *f, const cck_party *party) {
  cck_buffer file = {0};
  cck_put_party_file(&file, party);
  put_cell(out, f->id);
  put_cell(out, cck_slice_of(cck_severity_name(f->severity)));
  put_cell(out, f->rule);
  put_cell(out, cck_slice_of(cck_relation_name(f->relation)));
  put_cell(out, f->subject);
  put_cell(out, f->when);
  put_cell(out, f->message);
  put_cell(out, party->label);
  put_cell(out, party->source->publisher);
  put_cell(out, cck_source_published(party->source));
  put_cell(out, cck_buffer_slice(&file));
  cck_putf(out, "%u,%u,", party->claim->line, party->claim->column);
  put_cell(out, party->claim->text);
  put_cell(out, party->claim->quote);
  put_cell(out, f->why);
  put_also(out, f);
  put_cell(out, f->waived.until);
  cck_put_csv(out, f->waived.because);
  cck_put_text(out, "\r\n");
  cck_buffer_fini(&file);
}

void cck_write_csv(cck_buffer *out, const cck_report *report) {
  cck_put_text(out, header);
  for (size_t i = 0; i < report->findings->count; i++) {
    const cck_finding *f = &report->findings->items[i];
    for (size_t p = 0; cck_is_entry(report, f) && p < cck_shown_count(f); p++)
      put_row(out, f, cck_shown_party(f, p));
  }
}
