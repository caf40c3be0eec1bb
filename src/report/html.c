/*
 * One page for people that needs nothing else: no script, no file, no address is loaded, and its policy says so.
 * The parts are in report/html/.
 */
#include "report/html/html.h"

#include "base/digest.h"

/* What the page is made of, counted once. */
typedef struct page {
  const cck_report *report;
  size_t open[CCK_SEVERITY_NEVER];            /* findings that nobody has waived, by severity */
  size_t open_count, waived, entries, merged; /* merged: shown under another, which rests on the same figures */
} page;

static const struct {
  cck_severity severity;
  const char *noun;
} severities[] = {{CCK_SEVERITY_ERROR, "error"}, {CCK_SEVERITY_WARNING, "warning"}, {CCK_SEVERITY_NOTE, "note"}};

enum { SEVERITIES = sizeof severities / sizeof *severities, FEW = 3 };

static page count_findings(const cck_report *report) {
  page p = {.report = report};
  for (size_t i = 0; i < report->findings->count; i++) {
    const cck_finding *f = &report->findings->items[i];
    if (f->shown_with.len) {
      p.merged++;
      continue;
    }
    p.entries++;
    if (f->waived.waived) {
      p.waived++;
    } else {
      p.open[f->severity]++;
      p.open_count++;
    }
  }
  return p;
}

/* "6 errors, 4 warnings" */
static void put_counts(cck_buffer *out, const page *p) {
  bool any = false;
  for (size_t i = 0; i < SEVERITIES; i++) {
    size_t count = p->open[severities[i].severity];
    if (!count)
      continue;
    cck_put_text(out, any ? ", " : "");
    cck_html_put_count(out, count, severities[i].noun);
    any = true;
  }
  if (!any)
    cck_put_text(out, p->report->coverage->compared ? "No discrepancies" : "Nothing could be compared");
}

/* ---- the head ---- */

static void put_head(cck_buffer *out, const page *p) {
  cck_arena scratch;
  cck_arena_init(&scratch);
  cck_slice style = cck_html_style(&scratch);
  cck_put_text(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-");
  cck_put(out, cck_sha256_base64(&scratch, style));
  cck_put_text(out, "'; base-uri 'none'; form-action 'none'\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                    "<meta name=\"color-scheme\" content=\"light dark\">\n"
                    "<meta name=\"referrer\" content=\"no-referrer\">\n"
                    "<meta name=\"generator\" content=\"cacheck " CCK_VERSION "\">\n<title>cacheck: ");
  put_counts(out, p);
  cck_put_text(out, "</title>\n<style>");
  cck_put(out, style);
  cck_put_text(out, "</style>\n</head>\n");
  cck_arena_fini(&scratch);
}

/* Severities differ in shape too, for those who do not see the colours. */
static void put_shapes(cck_buffer *out) {
  cck_put_text(
      out,
      "<svg class=\"defs\" aria-hidden=\"true\"><defs>\n"
      "<symbol id=\"is-error\" viewBox=\"0 0 16 16\"><path fill=\"currentColor\" d=\"M8 0l8 8-8 8-8-8z\"/></symbol>\n"
      "<symbol id=\"is-warning\" viewBox=\"0 0 16 16\"><path fill=\"currentColor\" d=\"M8 1l8 14H0z\"/></symbol>\n"
      "<symbol id=\"is-note\" viewBox=\"0 0 16 16\"><circle fill=\"currentColor\" cx=\"8\" cy=\"8\" "
      "r=\"7\"/></symbol>\n"
      "<symbol id=\"is-waived\" viewBox=\"0 0 16 16\"><circle fill=\"none\" stroke=\"currentColor\" "
      "stroke-width=\"2.5\" cx=\"8\" cy=\"8\" r=\"6\"/></symbol>\n</defs></svg>\n");
}

/* " 1 source is undated. 3 things were skipped, and why." */
static void put_left_out(cck_buffer *out, const cck_coverage *c) {
  size_t skipped = 0;
  for (size_t i = 0; i < c->skipped.count; i++)
    skipped += c->skipped.items[i].count;
  if (c->undated_sources) {
    cck_put_char(out, ' ');
    cck_html_put_count(out, c->undated_sources, "source");
    cck_put_text(out, c->undated_sources == 1 ? " is undated." : " are undated.");
  }
  if (skipped) {
    cck_put_text(out, " Skipped: ");
    cck_html_put_number(out, skipped);
    cck_put_text(out, ", <a href=\"#skipped\">see why</a>.");
  }
}

static void put_title(cck_buffer *out, const page *p) {
  const cck_coverage *c = p->report->coverage;
  cck_arena scratch;
  cck_arena_init(&scratch);
  cck_slice today = cck_day_text(&scratch, p->report->today);
  cck_putf(out,
           "<header class=\"page wrap\">\n<p class=\"brand\"><b>cacheck</b> report of <time "
           "datetime=\"%s\">%s</time></p>\n<h1>",
           today.ptr, cck_period_text(&scratch, cck_period_day(p->report->today)).ptr);
  if (p->open_count)
    cck_put_text(out, "Figures that cannot all be true");
  else
    put_counts(out, p);
  cck_put_text(out, "</h1>\n<p class=\"lead\">");
  if (p->open_count) {
    put_counts(out, p);
    if (p->merged)
      cck_putf(out, "; %zu more on the same figures", p->merged);
    cck_put_text(out, ". Which figure is right, the report does not say. ");
  }
  cck_html_put_count(out, c->claims, "claim");
  cck_put_text(out, " in ");
  cck_html_put_count(out, c->sources, "source");
  cck_putf(out, " %s read, %u of them compared.", c->claims == 1 ? "was" : "were", c->compared);
  put_left_out(out, c);
  cck_put_text(out, "</p>\n</header>\n");
  cck_arena_fini(&scratch);
}

/* ---- filters and contents ---- */

static void put_chip(cck_buffer *out, const char *name, bool checked) {
  cck_putf(out, "<label class=\"chip %s\"><input type=\"checkbox\" id=\"show-%s\"%s>", name, name,
           checked ? " checked" : "");
  cck_html_put_shape(out, name);
}

static void put_filters(cck_buffer *out, const page *p) {
  if (!p->open_count && !p->waived)
    return;
  cck_put_text(out, "<div class=\"bar\"><fieldset class=\"filter wrap\"><legend>Show</legend>\n");
  for (size_t i = 0; i < SEVERITIES; i++) {
    if (!p->open[severities[i].severity])
      continue;
    put_chip(out, severities[i].noun, true);
    cck_html_put_count(out, p->open[severities[i].severity], severities[i].noun);
    cck_put_text(out, "</label>\n");
  }
  if (p->waived) {
    put_chip(out, "waived", p->report->show_waived);
    cck_putf(out, "%zu waived</label>\n", p->waived);
  }
  cck_put_text(out, "</fieldset></div>\n");
}

static void put_contents(cck_buffer *out, const page *p) {
  const cck_findings *findings = p->report->findings;
  if (p->entries <= FEW)
    return;
  cck_putf(out, "<nav aria-label=\"Findings\"><details class=\"contents\"><summary>All %zu in a list</summary><ol>\n",
           p->entries);
  for (size_t i = 0; i < findings->count; i++) {
    const cck_finding *f = &findings->items[i];
    if (f->shown_with.len)
      continue;
    cck_putf(out, "<li class=\"%s\">", cck_html_state(f));
    cck_html_put_shape(out, cck_html_state(f));
    cck_put_text(out, "<a href=\"#");
    cck_put_xml(out, f->id);
    cck_put_text(out, "\">");
    cck_html_put_isolated(out, f->message);
    cck_put_text(out, "</a> <span>");
    cck_html_put_isolated(out, f->when);
    cck_put_text(out, "</span></li>\n");
  }
  cck_put_text(out, "</ol></details></nav>\n");
}

static void put_findings(cck_buffer *out, const page *p) {
  const cck_findings *findings = p->report->findings;
  if (!findings->count)
    return;
  cck_put_text(out, "<section aria-labelledby=\"findings\">\n<h2 id=\"findings\">Findings</h2>\n");
  put_contents(out, p);
  for (size_t i = 0; i < findings->count; i++)
    if (!findings->items[i].shown_with.len)
      cck_html_put_finding(out, p->report, &findings->items[i]);
  cck_put_text(out, "<p class=\"unchosen\">All is hidden: choose above what to show.</p>\n</section>\n");
}

/* ---- what was read ---- */

static void put_fact(cck_buffer *out, unsigned number, const char *one, const char *many) {
  cck_putf(out, "<div><dt>%s</dt><dd>", number == 1 ? one : many);
  cck_html_put_number(out, number);
  cck_put_text(out, "</dd></div>\n");
}

static void put_item(cck_buffer *out, cck_slice text, unsigned count) {
  cck_put_text(out, "<li>");
  cck_html_put_isolated(out, text);
  if (count > 1)
    cck_putf(out, " (%u times)", count);
  cck_put_text(out, "</li>\n");
}

static void put_list(cck_buffer *out, const char *title, const cck_slices *items) {
  if (!items->count)
    return;
  cck_putf(out, "<h3>%s</h3>\n<ul>\n", title);
  for (size_t i = 0; i < items->count; i++)
    put_item(out, items->items[i], 1);
  cck_put_text(out, "</ul>\n");
}

static void put_skipped(cck_buffer *out, const cck_coverage *c) {
  if (!c->skipped.count)
    return;
  cck_put_text(out, "<h3 id=\"skipped\">Skipped, and why</h3>\n<ul>\n");
  for (size_t i = 0; i < c->skipped.count; i++)
    put_item(out, c->skipped.items[i].what, c->skipped.items[i].count);
  cck_put_text(out, "</ul>\n");
}

/* With the first places of each reason. */
static void put_uncompared(cck_buffer *out, const cck_uncompared *row) {
  cck_put_text(out, "<li>");
  cck_html_put_isolated(out, row->words);
  cck_putf(out, " (%u)", row->count);
  cck_put_text(out, row->places.count ? "<ul>\n" : "");
  for (size_t i = 0; i < row->places.count; i++)
    put_item(out, row->places.items[i], 1);
  cck_put_text(out, row->places.count ? "</ul></li>\n" : "</li>\n");
}

static void put_stats(cck_buffer *out, const cck_coverage *c) {
  if (!c->has_stats)
    return;
  cck_putf(out, "<h3>Compared with nothing</h3>\n<ul>\n");
  for (size_t i = 0; i < c->uncompared.count; i++)
    put_uncompared(out, &c->uncompared.items[i]);
  cck_put_text(out, "</ul>\n");
  if (!c->unlike.count)
    return;
  cck_putf(out, "<h3>Figures of one story that differ and were not taken for one</h3>\n<ul>\n");
  for (size_t i = 0; i < c->unlike.count; i++)
    put_item(out, c->unlike.items[i].what, c->unlike.items[i].count);
  cck_put_text(out, "</ul>\n");
}

static void put_coverage(cck_buffer *out, const cck_coverage *c) {
  cck_put_text(out, "<section class=\"read\" aria-labelledby=\"read\">\n<h2 id=\"read\">What was read</h2>\n<dl>\n");
  put_fact(out, c->sources, "source", "sources");
  if (c->undated_sources)
    put_fact(out, c->undated_sources, "of them undated", "of them undated");
  put_fact(out, c->claims, "claim", "claims");
  put_fact(out, c->compared, "compared", "compared");
  put_fact(out, c->alone, "with nothing to compare", "with nothing to compare");
  if (c->reread)
    put_fact(out, c->reread, "source read again", "sources read again");
  if (c->relinked)
    put_fact(out, c->relinked, "source linked again", "sources linked again");
  cck_put_text(out, "</dl>\n");
  put_skipped(out, c);
  put_list(out, "Not in the reference tables", &c->missing);
  put_list(out, "Notes", &c->notes);
  put_stats(out, c);
  cck_put_text(out, "</section>\n");
}

void cck_write_html(cck_buffer *out, const cck_report *report) {
  page p = count_findings(report);
  put_head(out, &p);
  cck_put_text(out, "<body>\n<a class=\"skip\" href=\"#main\">To the findings</a>\n");
  put_shapes(out);
  put_title(out, &p);
  put_filters(out, &p);
  cck_put_text(out, "<main id=\"main\" class=\"wrap\">\n");
  put_findings(out, &p);
  put_coverage(out, report->coverage);
  cck_put_text(out, "</main>\n<footer class=\"wrap\"><p class=\"foot\">Made by cacheck " CCK_VERSION
                    ". The page loads nothing and runs no script.</p></footer>\n</body>\n</html>\n");
}
