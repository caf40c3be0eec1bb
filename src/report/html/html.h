/*
 * The parts of the HTML report, and what they share. All of them put markup into a buffer in which every text of an
 * article went through cck_put_xml; nothing here fails.
 *
 *   html.c (in report/)   the page: head, counts, filters, contents, findings, what was read
 *   finding.c             one finding: cards with quotes and readings, steps, waiver
 *   chart.c               what is drawn of a finding, and the drawing's caption and description
 *   plane.c, rows.c       the two forms of a drawing; svg.c: the pieces that both draw
 *   axis.c                where things stand on an axis
 *   style.css             becomes a C file when the program is built (Makefile)
 */
#ifndef CCK_REPORT_HTML_HTML_H
#define CCK_REPORT_HTML_HTML_H

#include "report/writers.h"

/* ---- text (text.c) ---- */

/* Text of others inside <bdi>, so that its direction ends where it ends. */
void cck_html_put_isolated(cck_buffer *out, cck_slice text);

/* What a function for terminals puts: cck_html_put_safe(out, &safe) escapes and empties it. */
void cck_html_put_safe(cck_buffer *out, cck_buffer *safe);

/* "A" to "Z", then "A2": what a figure of a finding is called in its cards and its drawing. */
void cck_html_put_key(cck_buffer *out, size_t party);

/* The class that gives the figure its colour; six of them, over and over. */
void cck_html_put_color(cck_buffer *out, size_t party);

/* A link with `words`, or the words alone when the address is not a plain http or https one. */
void cck_html_put_link(cck_buffer *out, cck_slice address, cck_slice words);

/* "18 October 2004" in <time>; "undated" without one, the words as given when it cannot be read. */
void cck_html_put_published(cck_buffer *out, const cck_source *source);

/* "12,000"; "1 error", "2 errors". */
void cck_html_put_number(cck_buffer *out, size_t number);
void cck_html_put_count(cck_buffer *out, size_t count, const char *noun);

/* The shape of a severity, drawn once in the page (html.c): "error", "warning", "note", "waived". */
void cck_html_put_shape(cck_buffer *out, const char *name);

/* "error", "warning", "note", or "waived" for a finding that is. */
const char *cck_html_state(const cck_finding *finding);

/* ---- parts ---- */

void cck_html_put_finding(cck_buffer *out, const cck_report *report, const cck_finding *finding);

/* A <figure> with the drawing; nothing when there is nothing to see in one. */
void cck_html_put_chart(cck_buffer *out, const cck_finding *finding);

/* The style sheet, whole. Lives as long as the arena. */
cck_slice cck_html_style(cck_arena *arena);

#endif
