/*
 * The writers of formats.def, one file each, and what two of them share.
 */
#ifndef CCK_REPORT_WRITERS_H
#define CCK_REPORT_WRITERS_H

#include "report/report.h"

#define CCK_FORMAT(name, help) void cck_write_##name(cck_buffer *out, const cck_report *report);
#include "report/formats.def"
#undef CCK_FORMAT

/* Whom a figure is from: the publisher; without one the id, which for a file only repeats its path. */
cck_slice cck_party_name(const cck_party *party);

/* When it was published, or "undated". */
cck_slice cck_party_date(const cck_party *party);

/* In no file: a document of a stream. */
bool cck_is_streamed(const cck_party *party);

/* The path of its file without a leading "./": services know files as the repository calls them. */
cck_slice cck_party_path(const cck_party *party);

/* Its file, still to be escaped; for a document of a stream "stdin/" and the id, which is no file and says so. */
void cck_put_party_file(cck_buffer *out, const cck_party *party);

/* Where annotations go: the party in a document of the run, whose file is in the pull request, else the first. */
const cck_party *cck_finding_place(const cck_report *report, const cck_finding *f);

/* The finding rests on this document of the run, rather than of the store. */
bool cck_is_changed(const cck_report *report, const cck_source *source);

/* Has an entry of its own in a report for people: not shown under another, and not waived unless waived ones are shown.
 */
bool cck_is_entry(const cck_report *report, const cck_finding *f);

/* The parties that an entry shows: the finding's own, then those that findings shown under it bring along. */
size_t cck_shown_count(const cck_finding *f);
const cck_party *cck_shown_party(const cck_finding *f, size_t index);

/* A finding that is shown under another, on one line and still to be escaped: "rule F-... (warning): message". */
void cck_put_also(cck_buffer *out, const cck_finding *also);

/* The command that accepts the finding, safe for a terminal; each file in it is one word to a shell. */
void cck_put_waive_command(cck_buffer *out, const cck_report *report, const cck_finding *f);

/* "2 errors, 1 warning. 1 waived (next expires 31 January)", "5 sources, 61 claims, 22 compared, ..." (summary.c). */
void cck_put_summary(cck_buffer *out, const cck_report *report);
void cck_put_coverage_line(cck_buffer *out, const cck_coverage *coverage);

/* One finding, or the coverage, as a JSON object on one line without its line feed (json.c). */
void cck_put_json_finding(cck_buffer *out, const cck_finding *finding);
void cck_put_json_coverage(cck_buffer *out, const cck_coverage *coverage);

/* Text in the colour of its code, escaped; without `color` plain. The colour of a finding's severity (text.c). */
void cck_put_colored(cck_buffer *out, bool color, const char *code, cck_slice text);
const char *cck_severity_color(const cck_finding *f);

/* The lines at the end of a report for people: summary, coverage, what was skipped, notes (text.c). */
void cck_put_closing(cck_buffer *out, const cck_report *report);

/* One finding as text, header to waive command; for `explain` too (text.c). */
void cck_put_text_finding(cck_buffer *out, const cck_report *report, const cck_finding *finding);

#endif
