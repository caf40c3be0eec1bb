#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/session.h"
#include "cli/table.h"
#include "model/codec.h"
#include "pipeline/lines.h"
#include "pipeline/ndjson.h"
#include "text/metadata.h"

/* Puts one document's claims into the output. */
typedef void print_fn(cck_buffer *out, const cck_document *doc, const cck_extraction *extraction, bool explain);

static void ndjson_rejections(cck_buffer *out, const cck_document *doc, const cck_extraction *extraction) {
  for (size_t i = 0; i < extraction->rejected.count; i++) {
    const cck_rejection *r = &extraction->rejected.items[i];
    unsigned line, column;
    cck_document_place(doc, r->start, &line, &column);
    cck_put_text(out, "{\"k\":\"rejected\",\"src\":");
    cck_put_json(out, extraction->source.id);
    cck_put_text(out, ",\"text\":");
    cck_put_json(out, cck_document_slice(doc, r->start, r->end));
    cck_putf(out, ",\"start\":%u,\"end\":%u,\"line\":%u,\"column\":%u,\"why\":", r->start, r->end, line, column);
    cck_put_json(out, cck_slice_of(r->why));
    cck_put_text(out, "}\n");
  }
}

static void print_ndjson(cck_buffer *out, const cck_document *doc, const cck_extraction *extraction, bool explain) {
  cck_source_write(out, &extraction->source);
  cck_put_char(out, '\n');
  for (size_t i = 0; i < extraction->claims.count; i++) {
    cck_claim_write(out, &extraction->claims.items[i]);
    cck_put_char(out, '\n');
  }
  if (explain)
    ndjson_rejections(out, doc, extraction);
}

static void print_text(cck_buffer *out, const cck_document *doc, const cck_extraction *extraction, bool explain) {
  cck_put_source_line(out, &extraction->source, extraction->claims.count);
  cck_put_claim_table(out, &extraction->claims);
  if (!explain)
    return;
  for (size_t i = 0; i < extraction->rejected.count; i++) {
    const cck_rejection *r = &extraction->rejected.items[i];
    unsigned line, column;
    cck_document_place(doc, r->start, &line, &column);
    cck_putf(out, "  %u:%u  not taken: \"", line, column);
    cck_put_terminal(out, cck_document_slice(doc, r->start, r->end));
    cck_putf(out, "\": %s\n", r->why);
  }
}

/* Bytes that gather before they are written: a system call costs as much as a claim. */
enum { OUTPUT_STEP = 64 * 1024 };

/* The run of one command: each document is put into the output before the next is read. */
typedef struct extract_run {
  cck_args *args;
  cck_checker *checker;
  print_fn *print;
  cck_buffer out;
  bool failed; /* a named file could not be read */
  bool closed; /* standard output takes no more */
  bool tells;  /* how far it is; where the claims go to a terminal they tell themselves */
  unsigned skipped;
} extract_run;

static void print_one(extract_run *run, const cck_document *doc, const cck_extraction *extraction) {
  run->print(&run->out, doc, extraction, run->args->explain_);
  if (run->out.len >= OUTPUT_STEP)
    run->closed = !cck_output(&run->out);
}

static void fail(extract_run *run, const cck_error *error) {
  cck_complain_sink(&run->args->progress, error);
  run->failed = true;
}

static void tell(extract_run *run, size_t done, size_t total) {
  if (run->tells)
    cck_progress_tell(&run->checker->options.progress, "reading", "documents", done, total);
}

static void extract_file(extract_run *run, const char *path, const cck_meta *given) {
  cck_documents documents;
  cck_error error = {0};
  cck_slice name = cck_slice_of(path);
  unsigned twins = 0;
  if (cck_checker_read_file(run->checker, path, given, &documents, &error) != CCK_OK)
    fail(run, &error);
  for (size_t i = 0; i < documents.count && !run->closed; i++) {
    cck_extraction extraction;
    cck_checker_extract(run->checker, &documents.items[i], &extraction);
    if (documents.count > 1 && cck_checker_is_twin(run->checker, extraction.source.id, name))
      twins++;
    else if (cck_checker_take_id(run->checker, extraction.source.id, name, &error) == CCK_OK)
      print_one(run, &documents.items[i], &extraction);
    else
      fail(run, &error);
  }
  cck_checker_note_left_out(run->checker, name, &documents, twins);
}

static cck_status extract_line(extract_run *run, cck_slice line, cck_place place, const cck_meta *given,
                               cck_error *error) {
  cck_document doc;
  cck_extraction extraction;
  cck_status status = cck_checker_read_line(run->checker, line, place, &doc, error);
  if (status != CCK_OK)
    return status;
  cck_meta_override(&doc.meta, given);
  cck_checker_extract(run->checker, &doc, &extraction);
  print_one(run, &doc, &extraction);
  return CCK_OK;
}

/* The documents of a stream, a JSON object a line: bad ones are told and counted. */
static void extract_lines(extract_run *run, FILE *stream, const char *path, const cck_meta *given) {
  cck_lines lines;
  cck_slice line;
  cck_error error = {0};
  cck_lines_init(&lines, stream);
  for (size_t done = 0; !run->closed && cck_lines_next(&lines, &line); done++) {
    tell(run, done, 0);
    cck_place place = {.file = cck_slice_of(path), .line = lines.number};
    if (!cck_slice_trim(line).len)
      continue;
    if (lines.too_long)
      cck_fail_at(&error, CCK_E_LIMIT, place, "a line of more than 32 MiB");
    else if (extract_line(run, line, place, given, &error) == CCK_OK)
      continue;
    cck_complain_sink(&run->args->progress, &error);
    run->skipped++;
  }
  if (ferror(stream)) {
    cck_complain("cannot read %s", stream == stdin ? "standard input" : path);
    run->failed = true;
  }
  cck_lines_fini(&lines);
}

static void extract_line_file(extract_run *run, const char *path, const cck_meta *given) {
  cck_error error = {0};
  FILE *stream = cck_ndjson_open(path, &error);
  if (!stream) {
    fail(run, &error);
    return;
  }
  extract_lines(run, stream, path, given);
  fclose(stream);
}

static void extract_files(extract_run *run) {
  cck_origin origin = cck_session_origin(run->args);
  cck_slices files;
  cck_meta given;
  cck_error error = {0};
  if (cck_origin_meta(&origin, &given, &error) != CCK_OK) {
    fail(run, &error);
    return;
  }
  cck_session_files(run->args, run->checker, 0, &files);
  for (size_t i = 0; i < files.count && !run->closed; i++) {
    const char *path = files.items[i].ptr;
    tell(run, i, files.count);
    if (cck_ndjson_look(path) != CCK_NDJSON_NONE)
      extract_line_file(run, path, &given);
    else
      extract_file(run, path, &given);
  }
}

static void extract_all(extract_run *run) {
  const cck_meta nothing = {.id = {NULL, 0}};
  extract_files(run);
  if (run->args->stdin_)
    extract_lines(run, stdin, "-", &nothing);
  cck_progress_clear(&run->args->progress);
  cck_session_tell_notes(run->args, run->checker);
  if (run->skipped && !run->args->quiet_)
    cck_complain("%u document%s skipped", run->skipped, run->skipped == 1 ? "" : "s");
  run->failed = run->failed || run->checker->failures;
}

static print_fn *printer(const char *format) {
  if (!format || strcmp(format, "text") == 0)
    return print_text;
  if (strcmp(format, "ndjson") == 0)
    return print_ndjson;
  cck_complain("extract prints text or ndjson, not '%s'", format);
  return NULL;
}

int cck_command_extract(cck_args *args) {
  extract_run run = {.args = args, .print = printer(args->format_), .tells = !isatty(STDOUT_FILENO)};
  if (!run.print)
    return CCK_EXIT_FAILED;
  if (args->operands.count == 0 && !args->stdin_)
    return cck_complain_usage(args);
  run.checker = cck_session_open(args, false);
  if (!run.checker)
    return CCK_EXIT_FAILED;
  extract_all(&run);
  cck_checker_free(run.checker);
  if (run.closed) { /* said already */
    cck_buffer_fini(&run.out);
    return CCK_EXIT_FAILED;
  }
  return cck_output_end(&run.out, run.failed ? CCK_EXIT_FAILED : CCK_EXIT_OK);
}
