/*
 * What is behind cck_checker (include/cacheck.h): one run, for the command line,
 * which needs more of it than the public calls show.
 *
 *   rules -> lexicon -> extractor
 *   documents -> extract -> keep ------> bodies (new) --\
 *   store -> read -> stale? read again -> bodies --------+-> evaluate -> findings, coverage -> report
 *
 * Everything that is handed out lives in the run's arena until the checker is freed.
 */
#ifndef CCK_PIPELINE_CHECKER_H
#define CCK_PIPELINE_CHECKER_H

#include <stdio.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/intern.h"
#include "extract/extract.h"
#include "report/report.h"
#include "rule/evaluate.h"
#include "store/store.h"
#include "text/read/reader.h"

/* The file that was read again last, when rules changed: one of a feed holds many of the stored sources. */
typedef struct cck_again {
  cck_arena arena;
  cck_slice path; /* empty: none yet */
  cck_documents documents;
  cck_slices digests; /* of each of them */
} cck_again;

struct cck_checker {
  cck_arena arena;   /* bodies, findings, texts handed out */
  cck_arena scratch; /* one document at a time */
  cck_again again;
  cck_rules *rules;
  bool bound;        /* the binder has run */
  bool ready;        /* without an error, and the extractor is made */
  bool failed_rules; /* a file did not parse: the binder still runs once, to tell the other errors */
  bool checked;
  cck_extractor *extractor;
  cck_error_sink errors;
  cck_options options;
  CCK_VEC(cck_body) bodies;
  cck_intern many;            /* paths of files that hold many documents */
  CCK_VEC(cck_slice) origins; /* of each body: the path or name to tell it by */
  cck_intern ids;             /* source ids of the bodies, in order */
  unsigned failures;          /* named files that could not be read */
  unsigned reread, relinked;
  CCK_VEC(cck_skip) skipped;
  cck_slices notes;
  cck_intern changed; /* source ids of the documents: annotations go to them */
  cck_findings findings;
  cck_coverage coverage;
  cck_buffer rendered;
};

/* Binds the rules and makes the extractor, once; every call below does it when needed. */
cck_status cck_checker_ready(cck_checker *checker, cck_error *error);

/* Reads a file's documents into the checker's scratch arena, which is reset first: they hold until the next call. */
cck_status cck_checker_read_file(cck_checker *checker, const char *path, const cck_meta *given, cck_documents *out,
                                 cck_error *error);

/* Extracts one of them, into the same arena. */
void cck_checker_extract(cck_checker *checker, cck_document *doc, cck_extraction *out);

/* Reads one document of a stream into the scratch arena, which is reset first. `place` is the line's, for errors. */
cck_status cck_checker_read_line(cck_checker *checker, cck_slice line, cck_place place, cck_document *out,
                                 cck_error *error);

/* Enters a source id of this run. `name` tells the document in messages. An error when the id is there already. */
cck_status cck_checker_take_id(cck_checker *checker, cck_slice id, cck_slice name, cck_error *error);

/* Has a document of that name, and so of the same file, this id already? */
bool cck_checker_is_twin(const cck_checker *checker, cck_slice id, cck_slice name);

/* Keeps an extraction as a new body, and takes its id. */
cck_status cck_checker_keep(cck_checker *checker, const cck_extraction *extraction, cck_slice name, cck_error *error);

/* Adds a body that lives long enough already. */
void cck_checker_push(cck_checker *checker, const cck_source *source, const cck_claims *claims, bool is_new);

/* Does a file of that path hold more documents than those of this run, which may come and go (a feed)? */
bool cck_checker_holds_many(const cck_checker *checker, cck_slice path);

/* Reads every NDJSON document of a stream; bad ones are told to on_error and counted as skipped. */
cck_status cck_checker_add_stream(cck_checker *checker, FILE *stream, cck_error *error);

/* Counts something that was left out: "3 documents: not JSON". */
void cck_checker_skip(cck_checker *checker, const cck_error *error);
/* Notes of what of a file became no document; `twins`: entries with the id of another. */
void cck_checker_note_left_out(cck_checker *checker, cck_slice name, const cck_documents *documents, unsigned twins);
void cck_checker_note(cck_checker *checker, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The origin as metadata. False, with the error, for a date that is none. */
cck_status cck_origin_meta(const cck_origin *origin, cck_meta *out, cck_error *error);

#endif
