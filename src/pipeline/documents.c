/* Documents of a run: read, extracted, and kept as bodies. */
#include <stdarg.h>

#include "base/io.h"
#include "pipeline/checker.h"
#include "pipeline/keep.h"
#include "pipeline/lines.h"
#include "pipeline/ndjson.h"
#include "pipeline/project.h"
#include "text/metadata.h"

cck_status cck_origin_meta(const cck_origin *origin, cck_meta *out, cck_error *error) {
  *out = (cck_meta){0};
  if (!origin)
    return CCK_OK;
  cck_period period;
  out->id = cck_slice_of(origin->id);
  out->publisher = cck_slice_of(origin->publisher);
  out->title = cck_slice_of(origin->title);
  out->published = cck_slice_of(origin->published);
  if (!out->published.len)
    return CCK_OK;
  if (!cck_period_parse(out->published, &period))
    return cck_fail(error, CCK_E_USAGE, "'%s' is not a date; write YYYY, YYYY-MM or YYYY-MM-DD", origin->published);
  out->published_from = CCK_S("command line");
  return CCK_OK;
}

/* Makes all ready for the next document, whose predecessor is then gone. */
static cck_status begin(cck_checker *checker, cck_error *error) {
  cck_status status = cck_checker_ready(checker, error);
  if (status == CCK_OK)
    cck_arena_reset(&checker->scratch);
  return status;
}

cck_status cck_checker_read_file(cck_checker *checker, const char *path, const cck_meta *given, cck_documents *out,
                                 cck_error *error) {
  *out = (cck_documents){0};
  cck_status status = begin(checker, error);
  if (status == CCK_OK)
    status = cck_documents_read(&checker->scratch, path, given, out, error);
  cck_slice name = cck_project_path(&checker->scratch, path);
  for (size_t i = 0; i < out->count; i++)
    out->items[i].name = name;
  if (out->many)
    cck_intern_put(&checker->many, cck_slice_of(path));
  return status;
}

void cck_checker_extract(cck_checker *checker, cck_document *doc, cck_extraction *out) {
  cck_extract(checker->extractor, doc, out);
}

cck_status cck_checker_read_line(cck_checker *checker, cck_slice line, cck_place place, cck_document *out,
                                 cck_error *error) {
  cck_status status = begin(checker, error);
  *out = (cck_document){0};
  return status == CCK_OK ? cck_document_parse_ndjson(&checker->scratch, line, place, out, error) : status;
}

void cck_checker_push(cck_checker *checker, const cck_source *source, const cck_claims *claims, bool is_new) {
  cck_body body = {.source = source, .claims = claims->items, .count = claims->count, .is_new = is_new};
  CCK_PUSH(&checker->arena, &checker->bodies, body);
}

cck_status cck_checker_take_id(cck_checker *checker, cck_slice id, cck_slice name, cck_error *error) {
  uint32_t known = cck_intern_find(&checker->ids, id);
  if (known != CCK_INTERN_NONE) {
    cck_slice other = checker->origins.items[known];
    return cck_fail_at(error, CCK_E_INPUT, (cck_place){.file = name},
                       "has the source id %.*s, as %.*s has; give one of them an 'id' in its front matter", (int)id.len,
                       id.ptr, (int)other.len, other.ptr);
  }
  cck_intern_put(&checker->ids, id);
  CCK_PUSH(&checker->arena, &checker->origins, cck_arena_copy(&checker->arena, name));
  return CCK_OK;
}

bool cck_checker_holds_many(const cck_checker *checker, cck_slice path) {
  return cck_intern_find(&checker->many, path) != CCK_INTERN_NONE;
}

bool cck_checker_is_twin(const cck_checker *checker, cck_slice id, cck_slice name) {
  uint32_t known = cck_intern_find(&checker->ids, id);
  return known != CCK_INTERN_NONE && cck_slice_eq(checker->origins.items[known], name);
}

cck_status cck_checker_keep(cck_checker *checker, const cck_extraction *extraction, cck_slice name, cck_error *error) {
  cck_status status = cck_checker_take_id(checker, extraction->source.id, name, error);
  if (status != CCK_OK)
    return status;
  const cck_source *source = cck_keep_source(&checker->arena, &extraction->source);
  cck_claims claims = cck_keep_claims(&checker->arena, &extraction->claims);
  cck_intern_put(&checker->changed, source->id);
  cck_checker_push(checker, source, &claims, true);
  return CCK_OK;
}

void cck_checker_skip(cck_checker *checker, const cck_error *error) {
  cck_slice what = cck_slice_of(error->message);
  if (error->file[0] && error->line)
    what = cck_arena_printf(&checker->arena, "%s:%u: %s", error->file, error->line, error->message);
  else if (error->file[0])
    what = cck_arena_printf(&checker->arena, "%s: %s", error->file, error->message);
  else
    what = cck_arena_copy(&checker->arena, what);
  CCK_PUSH(&checker->arena, &checker->skipped, ((cck_skip){what, 1}));
}

void cck_checker_note(cck_checker *checker, const char *format, ...) {
  va_list args;
  va_start(args, format);
  cck_slice note = cck_arena_vprintf(&checker->arena, format, args);
  va_end(args);
  CCK_PUSH(&checker->arena, &checker->notes, note);
}

/* A document and what was made of it. */
typedef struct extracted {
  cck_document doc;
  cck_extraction extraction;
} extracted;

static void note_cut(cck_checker *checker, const extracted *read, cck_slice name) {
  unsigned cut = read->doc.cut_sentences;
  unsigned tables = read->extraction.tables;
  if (cut)
    cck_checker_note(checker, "%.*s: %u sentence%s longer than 64 KiB or 512 words cut", (int)name.len, name.ptr, cut,
                     cut == 1 ? "" : "s");
  if (tables)
    cck_checker_note(checker, "%.*s: %u stretch%s of over 100 figures without a full stop left out", (int)name.len,
                     name.ptr, tables, tables == 1 ? "" : "es");
}

/* What was read of a named document is kept (`read` is not used when it failed); what failed is told and counted, and
 * the run goes on after it. */
static cck_status settle(cck_checker *checker, cck_status status, const extracted *read, cck_slice name,
                         cck_error *told) {
  if (status == CCK_OK)
    status = cck_checker_keep(checker, &read->extraction, name, told);
  if (status == CCK_OK) {
    note_cut(checker, read, name);
    return CCK_OK;
  }
  checker->failures++;
  cck_checker_skip(checker, told);
  return status;
}

void cck_checker_note_left_out(cck_checker *checker, cck_slice name, const cck_documents *documents, unsigned twins) {
  for (size_t i = 0; i < documents->notes.count; i++)
    cck_checker_note(checker, "%.*s: %.*s", (int)name.len, name.ptr, (int)documents->notes.items[i].len,
                     documents->notes.items[i].ptr);
  if (twins)
    cck_checker_note(checker, "%.*s: %u entr%s with the id of another left out", (int)name.len, name.ptr, twins,
                     twins == 1 ? "y" : "ies");
}

/* The documents of a file; of two entries of a feed that have one id the first counts. */
static cck_status settle_all(cck_checker *checker, const cck_documents *documents, cck_slice name, cck_error *told) {
  cck_status status = CCK_OK;
  unsigned twins = 0;
  for (size_t i = 0; i < documents->count; i++) {
    extracted read = {.doc = documents->items[i]};
    cck_checker_extract(checker, &read.doc, &read.extraction);
    if (documents->count > 1 && cck_checker_is_twin(checker, read.extraction.source.id, name)) {
      twins++;
      continue;
    }
    cck_status settled = settle(checker, CCK_OK, &read, name, told);
    status = status == CCK_OK ? settled : status;
  }
  cck_checker_note_left_out(checker, name, documents, twins);
  return status;
}

static cck_status prepare(cck_checker *checker, const cck_origin *origin, cck_meta *given, cck_error *error) {
  cck_status status = cck_origin_meta(origin, given, error);
  return status == CCK_OK ? cck_checker_ready(checker, error) : status;
}

cck_status cck_checker_add_text(cck_checker *checker, const char *name, const char *text, size_t length,
                                const cck_origin *origin, cck_error *error) {
  cck_meta given;
  extracted read = {0};
  cck_error unwanted = {0};
  cck_error *told = error ? error : &unwanted;
  cck_status status = prepare(checker, origin, &given, told);
  if (status != CCK_OK)
    return status;
  cck_arena_reset(&checker->scratch);
  status =
      cck_document_parse(&checker->scratch, cck_slice_of(name), (cck_slice){text, length}, &given, &read.doc, told);
  if (status == CCK_OK)
    cck_extract(checker->extractor, &read.doc, &read.extraction);
  return settle(checker, status, &read, cck_slice_of(name), told);
}

/* A stream of documents, a JSON object a line. */
typedef struct line_source {
  cck_slice path;        /* for errors */
  const cck_meta *given; /* what the command line says of a file; NULL for standard input */
  cck_lines lines;
} line_source;

/* The name of a line's document in messages: its id, or of a file the line. */
static cck_slice line_name(cck_checker *checker, const line_source *from, cck_slice id) {
  return from->given ? cck_arena_printf(&checker->arena, "%s:%u", from->path.ptr, from->lines.number) : id;
}

static cck_status read_line(cck_checker *checker, const line_source *from, cck_slice line, extracted *read,
                            cck_error *error) {
  cck_place place = {.file = from->path, .line = from->lines.number};
  if (from->lines.too_long)
    return cck_fail_at(error, CCK_E_LIMIT, place, "a line of more than 32 MiB");
  cck_status status = cck_checker_read_line(checker, line, place, &read->doc, error);
  if (status != CCK_OK)
    return status;
  if (from->given)
    cck_meta_override(&read->doc.meta, from->given);
  cck_checker_extract(checker, &read->doc, &read->extraction);
  if (from->given)
    read->extraction.source.lines = from->path;
  return CCK_OK;
}

/* One document of a stream: what is wrong with it is told and counted, never fatal. */
static void add_line(cck_checker *checker, const line_source *from, cck_slice line) {
  extracted read = {0};
  cck_error error = {0};
  cck_slice name = {NULL, 0};
  cck_status status = read_line(checker, from, line, &read, &error);
  if (status == CCK_OK) {
    name = line_name(checker, from, read.extraction.source.id);
    status = cck_checker_keep(checker, &read.extraction, name, &error);
  }
  if (status == CCK_OK) {
    note_cut(checker, &read, name);
    return;
  }
  cck_checker_skip(checker, &error);
  checker->errors.take(checker->errors.context, &error);
}

static void add_lines(cck_checker *checker, line_source *from, FILE *stream) {
  cck_slice line;
  cck_lines_init(&from->lines, stream);
  for (size_t done = 0; cck_lines_next(&from->lines, &line);) {
    if (!cck_slice_trim(line).len)
      continue;
    add_line(checker, from, line);
    cck_progress_tell(&checker->options.progress, "reading", "documents", ++done, 0);
  }
  cck_lines_fini(&from->lines);
}

cck_status cck_checker_add_stream(cck_checker *checker, FILE *stream, cck_error *error) {
  line_source from = {.path = CCK_S("-")};
  cck_status status = cck_checker_ready(checker, error);
  if (status != CCK_OK)
    return status;
  add_lines(checker, &from, stream);
  return ferror(stream) ? cck_fail_errno(error, "<stdin>", "read") : CCK_OK;
}

/* A file of such lines. */
static cck_status add_line_file(cck_checker *checker, const char *path, const cck_meta *given, cck_error *told) {
  line_source from = {.path = cck_slice_of(path), .given = given};
  FILE *stream = cck_ndjson_open(path, told);
  cck_status status = stream ? CCK_OK : CCK_E_INPUT;
  if (stream) {
    add_lines(checker, &from, stream);
    status = ferror(stream) ? cck_fail_errno(told, path, "read") : CCK_OK;
    fclose(stream);
  }
  if (status != CCK_OK) {
    checker->failures++;
    cck_checker_skip(checker, told);
  }
  return status;
}

cck_status cck_checker_add_file(cck_checker *checker, const char *path, const cck_origin *origin, cck_error *error) {
  cck_meta given;
  cck_documents documents = {0};
  cck_error unwanted = {0};
  cck_error *told = error ? error : &unwanted;
  cck_status status = prepare(checker, origin, &given, told);
  if (status != CCK_OK)
    return status;
  if (cck_ndjson_look(path) != CCK_NDJSON_NONE)
    return add_line_file(checker, path, &given, told);
  status = cck_checker_read_file(checker, path, &given, &documents, told);
  if (status != CCK_OK)
    return settle(checker, status, NULL, cck_slice_of(path), told);
  return settle_all(checker, &documents, cck_slice_of(path), told);
}
