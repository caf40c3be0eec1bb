/*
 * A file of some form, read from memory, and its documents in a shape that a row of a table can hold. Include it after
 * fixture.h.
 */
#ifndef CCK_TESTS_FORMS_H
#define CCK_TESTS_FORMS_H

#include "base/buffer.h"
#include "text/read/reader.h"

/* The documents of these bytes as a file of that name; fails the test when they cannot be read. */
static inline cck_documents documents_of(const char *name, cck_slice bytes) {
  cck_documents documents = {0};
  cck_error error = {0};
  cck_raw raw = {.arena = &arena, .path = cck_slice_of(name), .bytes = cck_arena_copy(&arena, bytes)};
  if (cck_documents_parse(&raw, NULL, &documents, &error) != CCK_OK)
    fail_msg("%s:%u:%u: %s\n%.200s", name, error.line, error.column, error.message, bytes.ptr);
  return documents;
}

/* The paragraphs that yield claims, a letter for the kind before each: T title, B body, L list, C caption; " / "
 * between them. */
static inline const char *shape_of(const cck_document *doc) {
  static const char letters[] = "TBBLC";
  cck_buffer out = {0};
  for (size_t i = 0; i < doc->marks.count; i++) {
    const cck_mark *mark = &doc->marks.items[i];
    if (mark->kind == CCK_BLOCK_FURNITURE)
      continue;
    cck_putf(&out, "%s%c ", out.len ? " / " : "", letters[mark->kind]);
    cck_put(&out, cck_document_slice(doc, mark->start, mark->end));
  }
  cck_slice copy = cck_arena_copy(&arena, cck_buffer_slice(&out));
  cck_buffer_fini(&out);
  return copy.ptr;
}

/* "line:column" in the file of a word of the text. */
static inline const char *place_of(const cck_document *doc, const char *word) {
  unsigned line, column;
  size_t at = cck_slice_find(doc->text, cck_slice_of(word), 0);
  if (at == SIZE_MAX)
    return "not there";
  cck_document_place(doc, (uint32_t)at, &line, &column);
  return cck_arena_printf(&arena, "%u:%u", line, column).ptr;
}

/* "line:column: message" of bytes that cannot be read. */
static inline const char *failure_of(const char *name, cck_slice bytes) {
  cck_documents documents = {0};
  cck_error error = {0};
  cck_raw raw = {.arena = &arena, .path = cck_slice_of(name), .bytes = cck_arena_copy(&arena, bytes)};
  if (cck_documents_parse(&raw, NULL, &documents, &error) == CCK_OK)
    return "read";
  assert_string_equal(error.file, name);
  return cck_arena_printf(&arena, "%u:%u: %s", error.line, error.column, error.message).ptr;
}

#endif
