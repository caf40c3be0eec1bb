#include "report/writers.h"

void cck_write_ndjson(cck_buffer *out, const cck_report *report) {
  for (size_t i = 0; i < report->findings->count; i++) {
    cck_put_json_finding(out, &report->findings->items[i]);
    cck_put_char(out, '\n');
  }
  cck_put_text(out, "{\"coverage\":");
  cck_put_json_coverage(out, report->coverage);
  cck_put_text(out, "}\n");
}
