/*
 * A document: what was read, who published it, and its body cut into blocks,
 * sentences and tokens.
 *
 *   text    "---\ntitle: ...\n---\nTitle\n\nFirst paragraph. It has two ..."
 *            `- front matter -'      `-- block 1 (sentences 1, 2) --...
 *   lines   offset of each line's first byte
 *   blocks  -> sentences -> tokens, each in order and as half-open ranges
 *
 * Everything lives in one arena, the document's. Offsets are bytes of `text`. Of a
 * plain file that is the file as read, front matter included; of a marked-up one
 * (HTML, XML, Markdown, PDF) what its reader took out, with a map to the places in
 * the file. A file is at most 16 MiB, so 32 bits do.
 */
#ifndef CCK_TEXT_DOCUMENT_H
#define CCK_TEXT_DOCUMENT_H

#include "base/arena.h"
#include "base/error.h"
#include "base/hash_table.h"
#include "text/place_map.h"
#include "text/token.h"

/*
 * Bytes of a document and of a sentence; tokens of a sentence. Linking looks at a
 * sentence as a whole for each of its figures, so a short limit of tokens is what
 * keeps a text without full stops from costing the square of its length.
 */
enum { CCK_DOCUMENT_LIMIT = 16 * 1024 * 1024, CCK_SENTENCE_LIMIT = 64 * 1024, CCK_SENTENCE_TOKENS = 512 };

/* What is known of the source; an empty slice is unknown. */
typedef struct cck_meta {
  cck_slice id, title, publisher, author, url, copies, lang;
  cck_slice published;      /* YYYY, YYYY-MM or YYYY-MM-DD, well formed */
  cck_slice published_from; /* "command line", "front matter", "document" (NDJSON), "dateline", "JSON-LD", ... */
} cck_meta;

typedef enum cck_block_kind {
  CCK_BLOCK_TITLE,
  CCK_BLOCK_LEAD, /* first paragraph of the body */
  CCK_BLOCK_BODY,
  CCK_BLOCK_LIST,
  CCK_BLOCK_CAPTION,
  CCK_BLOCK_FURNITURE /* link lists, counters, bylines, legal notices: yields no claims */
} cck_block_kind;

typedef struct cck_block {
  cck_block_kind kind;
  uint32_t start, end;  /* bytes */
  uint32_t first, past; /* sentences; none for furniture */
} cck_block;

/* A paragraph whose reader says what it is; BODY leaves it to what the text looks like. */
typedef struct cck_mark {
  cck_block_kind kind;
  uint32_t start, end; /* bytes of the text, without white space around */
  uint8_t heading;     /* 1 to 6, the highest first; 0 for what is none */
  bool italic;         /* all of it */
  uint32_t past;       /* of a heading: the first mark behind its part of the page; 0 when that is not known */
} cck_mark;

typedef CCK_VEC(cck_mark) cck_marks;

typedef struct cck_sentence {
  uint32_t start, end;  /* bytes, without white space around */
  uint32_t first, past; /* tokens */
  uint32_t block;
  uint16_t never; /* what none of its tokens begins: cck_token.never */
} cck_sentence;

typedef struct cck_document {
  cck_arena *arena;
  cck_slice path; /* as given; "-" for standard input; empty for an NDJSON document */
  cck_slice name; /* stands for the path in the id of a source without a title; empty: the path does */
  cck_slice text; /* ends in a NUL that is not counted */
  cck_slice file; /* where places point to, as UTF-8: the text itself, or what it was taken out of */
  uint32_t body;  /* offset of the first byte after front matter */
  cck_meta meta;
  cck_slice digest_of;      /* bytes whose hash tells whether the document changed: those of the file, or the text */
  cck_place_map map;        /* from text to file; empty: they are one */
  cck_marks marks;          /* the paragraphs, where the reader tells them; empty: the text does */
  CCK_VEC(uint32_t) lines;  /* of the file */
  CCK_VEC(uint32_t) points; /* code points before each KiB of it, so that a column costs the same on every line */
  bool ascii;               /* the file is the text, and each of its code points a byte */
  CCK_VEC(cck_block) blocks;
  CCK_VEC(cck_sentence) sentences;
  cck_tokens tokens;
  unsigned cut_sentences; /* over a limit of sentences: cut, and counted */
} cck_document;

/* A document of this text, taken out of that file (the text itself: the same slice), in the arena and checked. */
void cck_document_begin(cck_arena *arena, cck_slice path, cck_slice file, cck_slice text, cck_document *out);

/*
 * A text is checked: not UTF-8 (with line and column of the first bad byte), binary
 * (NUL bytes) and over-long input are errors that name the file.
 */
cck_status cck_text_check(cck_slice name, cck_slice text, cck_error *error);

/* A failure at a byte of a text that has no line map yet. */
cck_status cck_text_fail(cck_slice name, cck_slice text, size_t at, const char *what, cck_error *error);

/*
 * Plain text from memory; it is checked and copied, `name` stands for the path in
 * messages. `given` is what the command line says of the source; it wins field by
 * field, and may be NULL. A byte order mark stays in the text, before the body.
 *
 * Front matter is a first line of "---", lines of "key: value", and a line of
 * "---"; without that last line it is text. Keys: title, source, author, date,
 * url, copies, id, lang; others are ignored. A value runs to the end of its line;
 * in double quotes it is a JSON string. A value that is broken (such a string, a
 * date that is none) is an error with its line and column.
 */
cck_status cck_document_parse(cck_arena *arena, cck_slice name, cck_slice text, const cck_meta *given,
                              cck_document *out, cck_error *error);

/* The same of a name and a text that lie in the arena, without a copy. */
cck_status cck_document_take(cck_arena *arena, cck_slice name, cck_slice text, const cck_meta *given, cck_document *out,
                             cck_error *error);

/*
 * One line of NDJSON: {"id","text","published","publisher","url","title","author","copies"};
 * null is as absent; id and text must be there. The text has no front matter:
 * offsets count from its start. `place` is the line's, for errors: its file and number.
 */
cck_status cck_document_parse_ndjson(cck_arena *arena, cck_slice line, cck_place place, cck_document *out,
                                     cck_error *error);

/*
 * What cutting a text goes by: abbreviations, the phrases of furniture, and the stems of words
 * met before. Built once for a run, in the arena; one for each thread. `source` tells what else
 * tokens get from their words; it outlives the segmenter, and may be NULL.
 */
typedef struct cck_segmenter cck_segmenter;
struct cck_word_source; /* stem.h */
cck_segmenter *cck_segmenter_new(cck_arena *arena, const struct cck_word_source *source);

/* Cuts the body into blocks, sentences and tokens. Called once, after the metadata are final. */
void cck_document_segment(cck_segmenter *segmenter, cck_document *doc);

/* 1-based line, and column in code points, in the file, of a byte offset in the text. */
void cck_document_place(const cck_document *doc, uint32_t offset, unsigned *line, unsigned *column);

/* The bytes start..end of the text. */
cck_slice cck_document_slice(const cck_document *doc, uint32_t start, uint32_t end);

/* On one line: runs of white space become one space (hard-wrapped quotes). Where nothing is to be done, the text
 * itself. */
cck_slice cck_document_quote(cck_arena *arena, const cck_document *doc, uint32_t start, uint32_t end);

#endif
