/* What the last lines of a report say: how many findings there are, and how much was read and compared. */
#include "report/writers.h"

/* "31 January", with its year when that is not clear: a year and more ahead, or not a day. */
static void put_expiry(cck_buffer *out, const cck_report *report, cck_slice until) {
  static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December"};
  cck_period period;
  if (!cck_period_parse(until, &period)) {
    cck_put_terminal(out, until);
    return;
  }
  cck_civil day = cck_civil_of(period.max);
  cck_putf(out, "%d %s", day.day, months[day.month - 1]);
  if (period.max >= cck_add_months(report->today, 12))
    cck_putf(out, " %d", day.year);
}

static size_t count_severity(const cck_report *report, cck_severity severity) {
  size_t count = 0;
  for (size_t i = 0; i < report->findings->count; i++) {
    const cck_finding *f = &report->findings->items[i];
    count += !f->waived.waived && !f->shown_with.len && f->severity == severity;
  }
  return count;
}

static void put_merged_summary(cck_buffer *out, const cck_report *report) {
  size_t count = 0;
  for (size_t i = 0; i < report->findings->count; i++)
    count += report->findings->items[i].shown_with.len > 0;
  if (count)
    cck_putf(out, " %zu more %s on the same figures.", count, count == 1 ? "rests" : "rest");
}

static void put_waived_summary(cck_buffer *out, const cck_report *report) {
  size_t count = 0;
  cck_slice next = {NULL, 0};
  for (size_t i = 0; i < report->findings->count; i++) {
    const cck_waived *waived = &report->findings->items[i].waived;
    if (!waived->waived)
      continue;
    count++;
    if (!next.ptr || cck_slice_cmp(waived->until, next) < 0)
      next = waived->until;
  }
  if (!count)
    return;
  cck_putf(out, " %zu waived (next expires ", count);
  put_expiry(out, report, next);
  cck_put_text(out, ")");
}

/* Silence is no pass: nothing found, and nothing that could have been. */
static const char *nothing_found(const cck_coverage *c) {
  return c->compared ? "No discrepancies." : "Nothing could be compared.";
}

/* 2 errors, 1 warning. 1 waived (next expires 31 January) */
void cck_put_summary(cck_buffer *out, const cck_report *report) {
  static const struct {
    cck_severity severity;
    const char *noun;
  } rows[] = {{CCK_SEVERITY_ERROR, "error"}, {CCK_SEVERITY_WARNING, "warning"}, {CCK_SEVERITY_NOTE, "note"}};
  bool any = false;
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    size_t count = count_severity(report, rows[i].severity);
    if (!count)
      continue;
    cck_put_text(out, any ? ", " : "");
    cck_put_count(out, count, rows[i].noun);
    any = true;
  }
  cck_put_text(out, any ? "." : nothing_found(report->coverage));
  put_merged_summary(out, report);
  put_waived_summary(out, report);
}

/* 5 sources, 61 claims, 22 compared, 39 with nothing to compare; 1 source undated */
void cck_put_coverage_line(cck_buffer *out, const cck_coverage *c) {
  cck_put_count(out, c->sources, "source");
  cck_put_text(out, ", ");
  cck_put_count(out, c->claims, "claim");
  cck_putf(out, ", %u compared, %u with nothing to compare", c->compared, c->alone);
  if (c->undated_sources) {
    cck_put_text(out, "; ");
    cck_put_count(out, c->undated_sources, "source");
    cck_put_text(out, " undated");
  }
}
