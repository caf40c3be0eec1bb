/*
 * Files as documents: one reader for each form that articles come in, one line
 * each in readers.def.
 *
 *   bytes -> which form? (content, then extension) -> its reader -> documents
 *
 * Most files hold one document; a feed and a news message hold one for each entry.
 * Readers are given the whole file, take what it says of its source (cck_meta) and
 * know nothing of figures and dates in the text. Documents live in the arena.
 */
#ifndef CCK_TEXT_READ_READER_H
#define CCK_TEXT_READ_READER_H

#include "text/document.h"

typedef struct cck_documents {
  cck_document *items;
  size_t count, capacity;
  bool many;        /* it is of a form that holds many: others of its documents may come and go */
  cck_slices notes; /* what of the file is no document, and why: "2 entries without a text" */
} cck_documents;

/* A file as it came. */
typedef struct cck_raw {
  cck_arena *arena; /* where all of it lies, and what is made of it */
  cck_slice path;   /* as given; "-" for standard input */
  cck_slice bytes;  /* ends in a NUL that is not counted */
} cck_raw;

/*
 * Reads a file of any form ("-" is standard input). Not UTF-8 where no other
 * encoding is declared, broken beyond reading, over a limit, or of a form whose
 * tool is missing (pdftotext): an error with the file, and the place where there
 * is one. `given` is what the command line says of the source; it wins field by
 * field, and may be NULL.
 */
cck_status cck_documents_read(cck_arena *arena, const char *path, const cck_meta *given, cck_documents *out,
                              cck_error *error);

/* The same of bytes that lie in the arena, ended by a NUL. */
cck_status cck_documents_parse(const cck_raw *raw, const cck_meta *given, cck_documents *out, cck_error *error);

/* Is it the name of a file that a reader takes by its extension? For folders; "" and unknown extensions are not. */
bool cck_reader_takes(cck_slice path);

/* What the first bytes of a file say, as many as cck_reader_look wants. */
enum { CCK_READER_HEAD = 4096 };

typedef enum cck_look {
  CCK_LOOK_FORM,  /* a form that is read */
  CCK_LOOK_TEXT,  /* text, which is read as plain */
  CCK_LOOK_XML,   /* XML of no form that is read */
  CCK_LOOK_BINARY /* none of them */
} cck_look;

cck_look cck_reader_look(cck_slice head);

/* The readers of readers.def. */
#define CCK_READER(name, extensions, help)                                                                             \
  cck_status cck_read_##name(const cck_raw *raw, cck_documents *out, cck_error *error);
#include "text/read/readers.def"
#undef CCK_READER

#endif
