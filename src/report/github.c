#include "report/writers.h"

/* GitHub shows so many annotations of a type for each step and drops the rest without a word; each may have 64 KB. */
enum { ANNOTATIONS = 10, MOST_PARTIES = 20 };

static const char *const levels[] = {"notice", "warning", "error", "notice"};

/* On one line and without what drives a terminal: the log of a run is read in one. */
static void put_escaped(cck_buffer *out, cck_slice text, bool property) {
  cck_buffer safe = {0};
  cck_put_terminal(&safe, text);
  cck_put_github(out, cck_buffer_slice(&safe), property);
  cck_buffer_fini(&safe);
}

static void put_property(cck_buffer *out, const char *name, cck_slice value) {
  cck_put_text(out, name);
  put_escaped(out, value, true);
}

/* The file as it is called: with each of its spaces. */
static void put_file(cck_buffer *out, cck_slice path) {
  cck_buffer safe = {0};
  cck_put_path(&safe, path);
  cck_put_text(out, "file=");
  cck_put_github(out, cck_buffer_slice(&safe), true);
  cck_buffer_fini(&safe);
}

static void put_party(cck_buffer *out, const cck_party *party) {
  cck_put_text(out, "%0A");
  put_escaped(out, party->label, false);
  cck_put_text(out, "  ");
  put_escaped(out, cck_party_name(party), false);
  cck_put_text(out, " ");
  put_escaped(out, cck_party_date(party), false);
  cck_put_text(out, "  ");
  put_escaped(out, party->claim->path.len ? party->claim->path : party->source->id, false);
  cck_putf(out, ":%u:%u  \"", party->claim->line, party->claim->column);
  put_escaped(out, party->claim->quote, false);
  cck_put_text(out, "\"");
}

static void put_waive(cck_buffer *out, const cck_report *report, const cck_finding *f) {
  cck_buffer command = {0};
  cck_put_waive_command(&command, report, f);
  cck_put_text(out, "%0A");
  cck_put_github(out, cck_buffer_slice(&command), false);
  cck_buffer_fini(&command);
}

static void put_also(cck_buffer *out, const cck_finding *also) {
  cck_buffer line = {0};
  cck_put_also(&line, also);
  cck_put_text(out, "%0Aalso ");
  put_escaped(out, cck_buffer_slice(&line), false);
  cck_buffer_fini(&line);
}

static void put_annotation(cck_buffer *out, const cck_report *report, const cck_finding *f) {
  const cck_party *place = cck_finding_place(report, f);
  const cck_claim *claim = place->claim;
  cck_putf(out, "::%s ", levels[f->severity]);
  if (!cck_is_streamed(place)) {
    put_file(out, cck_party_path(place));
    cck_putf(out, ",line=%u,col=%u,", claim->line, claim->column);
  }
  put_property(out, "title=", f->rule);
  cck_put_char(out, ' ');
  put_escaped(out, f->id, true);
  cck_put_text(out, "::");
  put_escaped(out, f->message, false);
  for (size_t i = 0; i < cck_shown_count(f) && i < MOST_PARTIES; i++)
    put_party(out, cck_shown_party(f, i));
  if (cck_shown_count(f) > MOST_PARTIES)
    cck_putf(out, "%%0Aand %zu more", cck_shown_count(f) - MOST_PARTIES);
  for (size_t i = 0; i < f->also.count; i++)
    put_also(out, f->also.items[i]);
  if (f->expired.len) {
    cck_put_text(out, "%0Aits waiver expired on ");
    put_escaped(out, f->expired, false);
  }
  for (size_t i = 0; i < f->suggest.count; i++) {
    cck_put_text(out, "%0Adid you mean ");
    put_escaped(out, f->suggest.items[i], false);
    cck_put_text(out, "?");
  }
  put_waive(out, report, f);
  cck_put_char(out, '\n');
}

/* Waived findings are nobody's concern here; one that is shown under another is in that one's annotation. */
static bool is_annotated(const cck_finding *f, cck_severity severity) {
  return !f->waived.waived && !f->shown_with.len && f->severity == severity && f->parties.count;
}

static size_t count_level(const cck_report *report, cck_severity severity) {
  size_t count = 0;
  for (size_t i = 0; i < report->findings->count; i++)
    count += is_annotated(&report->findings->items[i], severity);
  return count;
}

static void put_level(cck_buffer *out, const cck_report *report, cck_severity severity) {
  size_t total = count_level(report, severity);
  size_t shown = total > ANNOTATIONS ? ANNOTATIONS - 1 : total;
  size_t done = 0;
  for (size_t i = 0; i < report->findings->count && done < shown; i++) {
    const cck_finding *f = &report->findings->items[i];
    if (!is_annotated(f, severity))
      continue;
    put_annotation(out, report, f);
    done++;
  }
  if (shown < total)
    cck_putf(out, "::%s title=cacheck::%zu more of this severity; the text report lists them all\n", levels[severity],
             total - shown);
}

/* The last lines are no commands: they stand in the log alone, and say there that nothing found is not all well. */
void cck_write_github(cck_buffer *out, const cck_report *report) {
  put_level(out, report, CCK_SEVERITY_ERROR);
  put_level(out, report, CCK_SEVERITY_WARNING);
  put_level(out, report, CCK_SEVERITY_NOTE);
  if (!report->quiet)
    cck_put_closing(out, report);
}
