#include "report/writers.h"

/*
 * A comment of a pull request, or the summary of a job: what was found in a table, then the details of each folded.
 * GitHub takes 65,536 characters of a comment; what does not fit is counted, worst first.
 */
enum { MOST_BYTES = 60000, MOST_ROWS = 50, MOST_PARTIES = 8, MOST_SKIPPED = 10, MOST_MISSING = 3 };

static void put_place(cck_buffer *out, const cck_party *party) {
  cck_buffer file = {0};
  cck_put_party_file(&file, party);
  cck_put_markdown(out, cck_buffer_slice(&file));
  cck_putf(out, ":%u:%u", party->claim->line, party->claim->column);
  cck_buffer_fini(&file);
}

static const char *severity_word(const cck_finding *f) {
  return f->waived.waived ? "waived" : cck_severity_name(f->severity);
}

/* | **error** | 5,000 against 7,000 troops | articles/a.txt:3:20 | F-7KQ2-9MXD | */
static void put_row(cck_buffer *out, const cck_report *report, const cck_finding *f) {
  cck_putf(out, "| **%s** | ", severity_word(f));
  cck_put_markdown(out, f->message);
  cck_put_text(out, " | ");
  put_place(out, cck_finding_place(report, f));
  cck_put_text(out, " | ");
  cck_put_markdown(out, f->id);
  cck_put_text(out, " |\n");
}

/* The sentence with its figure in bold, when it is there as it was read. */
static void put_quote(cck_buffer *out, const cck_claim *claim) {
  size_t at = claim->text.len ? cck_slice_find(claim->quote, claim->text, 0) : SIZE_MAX;
  size_t from = at == SIZE_MAX ? claim->quote.len : at;
  size_t to = at == SIZE_MAX ? claim->quote.len : at + claim->text.len;
  cck_put_text(out, "<br>“");
  cck_put_markdown(out, cck_slice_sub(claim->quote, 0, from));
  if (from < to) {
    cck_put_text(out, "<b>");
    cck_put_markdown(out, cck_slice_sub(claim->quote, from, to));
    cck_put_text(out, "</b>");
  }
  cck_put_markdown(out, cck_slice_sub(claim->quote, to, claim->quote.len));
  cck_put_text(out, "”\n");
}

static void put_party(cck_buffer *out, const cck_party *party) {
  cck_put_text(out, "> **");
  cck_put_markdown(out, party->label);
  cck_put_text(out, "** ");
  cck_put_markdown(out, cck_party_name(party));
  cck_put_text(out, ", ");
  cck_put_markdown(out, cck_party_date(party));
  cck_put_text(out, ", ");
  put_place(out, party);
  put_quote(out, party->claim);
  cck_put_text(out, ">\n");
}

/* What comes is a paragraph of its own. */
static void put_gap(cck_buffer *out) {
  if (out->len < 2 || memcmp(out->ptr + out->len - 2, "\n\n", 2) != 0)
    cck_put_char(out, '\n');
}

static void put_item(cck_buffer *out, const char *key, cck_slice text) {
  if (!text.len)
    return;
  cck_putf(out, "- %s: ", key);
  cck_put_markdown(out, text);
  cck_put_char(out, '\n');
}

static void put_waiver(cck_buffer *out, const cck_report *report, const cck_finding *f) {
  cck_buffer text = {0};
  if (f->waived.waived) {
    cck_put(&text, f->waived.until);
    cck_put_text(&text, f->waived.by.len ? " by " : "");
    cck_put(&text, f->waived.by);
    cck_put_text(&text, ": ");
    cck_put(&text, f->waived.because);
    put_item(out, "waived until", cck_buffer_slice(&text));
  } else {
    put_item(out, "its waiver expired on", f->expired);
    cck_put_waive_command(&text, report, f); /* one line, so it cannot end the fence */
    put_gap(out);
    cck_putf(out, "```sh\n%s\n```\n", text.ptr);
  }
  cck_buffer_fini(&text);
}

/* An empty line ends the HTML of <summary>: what follows is Markdown again. */
static void put_details(cck_buffer *out, const cck_report *report, const cck_finding *f) {
  cck_putf(out, "<details><summary>%s ", severity_word(f));
  cck_put_markdown(out, f->id);
  cck_put_char(out, ' ');
  cck_put_markdown(out, f->rule);
  cck_put_text(out, f->subject.len ? ": " : "");
  cck_put_markdown(out, f->subject);
  cck_put_text(out, f->when.len ? ", " : "");
  cck_put_markdown(out, f->when);
  cck_put_text(out, "</summary>\n\n");
  for (size_t i = 0; i < cck_shown_count(f) && i < MOST_PARTIES; i++)
    put_party(out, cck_shown_party(f, i));
  if (cck_shown_count(f) > MOST_PARTIES)
    cck_putf(out, "> and %zu more\n", cck_shown_count(f) - MOST_PARTIES);
  cck_put_char(out, '\n');
  for (size_t i = 0; i < f->suggest.count; i++)
    put_item(out, "did you mean", f->suggest.items[i]);
  put_item(out, "why", f->why);
  put_item(out, "link", f->link);
  for (size_t i = 0; i < f->also.count; i++) {
    cck_buffer also = {0};
    cck_put_also(&also, f->also.items[i]);
    put_item(out, "also", cck_buffer_slice(&also));
    cck_buffer_fini(&also);
  }
  put_waiver(out, report, f);
  cck_put_text(out, "\n</details>\n");
}

static void put_table(cck_buffer *out, const cck_report *report) {
  size_t rows = 0, more = 0;
  for (size_t i = 0; i < report->findings->count; i++) {
    const cck_finding *f = &report->findings->items[i];
    if (!cck_is_entry(report, f) || !f->parties.count)
      continue;
    if (rows == MOST_ROWS || out->len > MOST_BYTES / 2) {
      more++;
      continue;
    }
    if (!rows++)
      cck_put_text(out, "| severity | finding | place | id |\n|---|---|---|---|\n");
    put_row(out, report, f);
  }
  if (more)
    cck_putf(out, "\n%zu more; the text report lists them all.\n", more);
  cck_put_text(out, rows ? "\n" : "");
}

/* As many as fit, worst first; one that does not is left out whole. */
static void put_all_details(cck_buffer *out, const cck_report *report) {
  size_t left = 0;
  for (size_t i = 0; i < report->findings->count && left < MOST_ROWS; i++) {
    const cck_finding *f = &report->findings->items[i];
    cck_buffer one = {0};
    if (!cck_is_entry(report, f) || !f->parties.count)
      continue;
    put_details(&one, report, f);
    if (out->len + one.len < MOST_BYTES)
      cck_put(out, cck_buffer_slice(&one));
    else
      left++;
    cck_buffer_fini(&one);
  }
  if (left)
    cck_put_text(out, "\nThe quotes of others did not fit; the text report has them all.\n");
}

static void put_coverage(cck_buffer *out, const cck_coverage *c) {
  put_gap(out);
  cck_put_coverage_line(out, c);
  cck_put_text(out, ".\n\n");
  for (size_t i = 0; i < c->skipped.count && i < MOST_SKIPPED; i++)
    put_item(out, "skipped", c->skipped.items[i].what);
  if (c->skipped.count > MOST_SKIPPED)
    cck_putf(out, "- and %zu more skipped\n", c->skipped.count - MOST_SKIPPED);
  for (size_t i = 0; i < c->missing.count && i < MOST_MISSING; i++)
    put_item(out, "note", c->missing.items[i]);
  for (size_t i = 0; i < c->notes.count && i < MOST_SKIPPED; i++)
    put_item(out, "note", c->notes.items[i]);
}

void cck_write_markdown(cck_buffer *out, const cck_report *report) {
  cck_buffer whole = {0}; /* a text of its own: its length counts */
  cck_put_text(&whole, "### cacheck: ");
  cck_put_summary(&whole, report);
  cck_put_text(&whole, "\n\n");
  put_table(&whole, report);
  put_all_details(&whole, report);
  put_coverage(&whole, report->coverage);
  cck_put(out, cck_buffer_slice(&whole));
  cck_buffer_fini(&whole);
}
