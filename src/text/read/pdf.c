/*
 * PDF, by the program pdftotext (poppler), which is run with limits on what it is given and nothing else.
 *
 * In its mode "raw" it writes text in the order in which the file draws it: columns one after the other, and hyphens
 * that end a line stay ("twenty-" / "five"), while its other modes mix columns or lose hyphens. Places are lines and
 * columns of what it writes: a PDF has none of its own. A file's dates say when it was made, not when it was published.
 */
#include "base/process.h"
#include "text/furniture.h"
#include "text/read/pages.h"
#include "text/read/reader.h"

enum {
  SECONDS = 20,
  MEMORY_MIB = 1024,
  PROPERTIES_LIMIT = 64 * 1024,
  TITLE_SEARCH = 12, /* lines at the beginning among which the title stands */
  NO_PASSWORD = 1,   /* how pdftotext ends: the file cannot be opened, */
  NO_PERMISSION = 3  /* or its text may not be copied */
};

static cck_status fail(const cck_raw *raw, cck_status status, const char *what, cck_error *error) {
  return cck_fail_at(error, status, (cck_place){.file = raw->path}, "%s", what);
}

static cck_slice first_line(cck_slice text) {
  cck_slice line = {NULL, 0};
  cck_slice_next(&text, '\n', &line);
  return cck_slice_sub(cck_slice_trim(line), 0, 120);
}

static cck_status run(const cck_raw *raw, const char *name, size_t output, cck_process_result *result,
                      cck_error *error) {
  char program[] = "pdftotext", mode[] = "-raw", encoding[] = "-enc", utf8[] = "UTF-8", in[] = "-", out[] = "-";
  char *text[] = {program, mode, encoding, utf8, in, out, NULL};
  char *properties[] = {program, encoding, utf8, in, NULL}; /* of pdfinfo */
  cck_slice path = cck_process_find(raw->arena, name);
  if (!path.len)
    return fail(raw, CCK_E_INPUT, "a PDF is read by pdftotext, which is not there: install poppler-utils", error);
  bool info = strcmp(name, "pdfinfo") == 0;
  cck_process job = {.path = path.ptr,
                     .arguments = info ? properties : text,
                     .input = raw->bytes,
                     .limits = {.seconds = SECONDS, .memory = (size_t)MEMORY_MIB << 20, .output = output}};
  return cck_process_run(raw->arena, &job, result, error);
}

/* What the program said in the end, for people. */
static cck_status judge(const cck_raw *raw, const cck_process_result *result, cck_error *error) {
  cck_slice said = first_line(result->complaint);
  if (result->end == CCK_PROCESS_SLOW)
    return fail(raw, CCK_E_LIMIT, "pdftotext took too long over it and was stopped", error);
  if (result->end == CCK_PROCESS_LOUD)
    return fail(raw, CCK_E_LIMIT, "holds more text than the limit of 16 MiB", error);
  if (result->end == CCK_PROCESS_BROKEN)
    return fail(raw, CCK_E_INPUT, "pdftotext broke on it: it is damaged, or needs more than 1 GiB of memory", error);
  if (result->code == 0)
    return CCK_OK;
  if (cck_slice_find(result->complaint, CCK_S("ncorrect password"), 0) != SIZE_MAX)
    return fail(raw, CCK_E_INPUT, "is encrypted: it opens only with a password", error);
  if (result->code == NO_PERMISSION)
    return fail(raw, CCK_E_INPUT, "does not allow its text to be copied", error);
  if (result->code == NO_PASSWORD)
    return cck_fail_at(error, CCK_E_INPUT, (cck_place){.file = raw->path},
                       "a damaged PDF, or only a part of one (pdftotext: %.*s)", (int)said.len, said.ptr);
  return cck_fail_at(error, CCK_E_INPUT, (cck_place){.file = raw->path}, "pdftotext failed with status %d: %.*s",
                     result->code, (int)said.len, said.ptr);
}

static bool has_letters(cck_slice text) {
  for (size_t i = 0; i < text.len; i++)
    if (cck_is_alpha(text.ptr[i]) || (unsigned char)text.ptr[i] >= 0x80)
      return true;
  return false;
}

static cck_slice property(cck_slice properties, const char *name) {
  cck_slice start = cck_slice_of(name);
  for (cck_slice line; cck_slice_next(&properties, '\n', &line);)
    if (cck_slice_starts(line, start))
      return cck_slice_trim(cck_slice_sub(line, start.len, line.len));
  return (cck_slice){NULL, 0};
}

/* A file's title is often the name of a template: it counts when the text begins with it too. */
static bool begins_with_title(cck_slice text, cck_slice title) {
  cck_slice line;
  for (unsigned i = 0; i < TITLE_SEARCH && cck_slice_next(&text, '\n', &line); i++)
    if (cck_furniture_same_title(line, title))
      return true;
  return false;
}

static void read_properties(const cck_raw *raw, cck_document *doc) {
  cck_process_result result;
  if (run(raw, "pdfinfo", PROPERTIES_LIMIT, &result, NULL) != CCK_OK || result.end != CCK_PROCESS_EXITED ||
      result.code != 0)
    return;
  cck_slice title = property(result.output, "Title:"), author = property(result.output, "Author:");
  if (begins_with_title(doc->text, title))
    doc->meta.title = title;
  if (cck_furniture_is_name(author))
    doc->meta.author = author;
}

static void note_damage(const cck_raw *raw, const cck_process_result *result, cck_documents *out) {
  cck_slice said = first_line(result->complaint);
  if (cck_slice_starts(said, CCK_S("Syntax Error")))
    CCK_PUSH(raw->arena, &out->notes,
             cck_arena_printf(raw->arena, "damaged, and parts of it may be missing (pdftotext: %.*s)", (int)said.len,
                              said.ptr));
}

cck_status cck_read_pdf(const cck_raw *raw, cck_documents *out, cck_error *error) {
  cck_process_result result;
  cck_document doc;
  cck_slice text;
  cck_place_map map = {.runs = {NULL, 0, 0}};
  if (cck_slice_find(raw->bytes, CCK_S("%%EOF"), 0) == SIZE_MAX)
    return fail(raw, CCK_E_INPUT, "only a part of a PDF: its end is missing", error);
  cck_status status = run(raw, "pdftotext", CCK_DOCUMENT_LIMIT, &result, error);
  if (status == CCK_OK)
    status = judge(raw, &result, error);
  if (status == CCK_OK)
    status = cck_text_check(raw->path, result.output, error);
  if (status != CCK_OK)
    return status;
  if (!has_letters(result.output))
    return fail(raw, CCK_E_INPUT,
                "a PDF without text: its pages are pictures (a scan); it needs text recognition first", error);
  cck_pages_join(raw->arena, result.output, &text, &map);
  cck_document_begin(raw->arena, raw->path, result.output, text, &doc);
  doc.map = map;
  doc.digest_of = raw->bytes;
  read_properties(raw, &doc);
  note_damage(raw, &result, out);
  CCK_PUSH(raw->arena, out, doc);
  return CCK_OK;
}
