/*
 * cacheck: fact-checking and claim-consistency checks over articles.
 *
 * The only public header. A cck_checker holds rules, options and the documents
 * of one run; it belongs to one thread at a time. Every call that can fail
 * returns a cck_status and describes the failure in a caller-owned cck_error
 * (NULL is allowed). Text that is handed out belongs to the checker and lives
 * until the checker is freed.
 *
 *   cck_checker *checker = cck_checker_new();
 *   cck_checker_add_rules(checker, "rules", &error);
 *   cck_checker_add_file(checker, "a.txt", NULL, &error);
 *   cck_checker_add_file(checker, "b.txt", NULL, &error);
 *   cck_checker_check(checker, &error);
 *   cck_checker_render(checker, "json", &text, &length, &error);
 *   cck_checker_free(checker);
 */
#ifndef CACHECK_H
#define CACHECK_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define CCK_VERSION "0.1.0"

typedef enum cck_status {
  CCK_OK = 0,
  CCK_E_USAGE, /* the call itself makes no sense */
  CCK_E_IO,    /* the system refused: missing file, no permission, disk full */
  CCK_E_INPUT, /* a document that cannot be read: not UTF-8, binary, a directory */
  CCK_E_LIMIT, /* a limit was passed: file size, line length, depth */
  CCK_E_RULE,  /* a rules file that does not parse or bind */
  CCK_E_STORE  /* a claims file or index that cannot be used */
} cck_status;

enum { CCK_ERROR_FILE = 512, CCK_ERROR_TEXT = 768, CCK_ERROR_SOURCE = 256 };

/*
 * What went wrong and where. line and column are 1-based, columns in code
 * points; 0 where there is no place. source holds the offending line for a
 * caret, cut to fit, control characters replaced; empty where there is none.
 */
typedef struct cck_error {
  cck_status status;
  unsigned line;
  unsigned column;
  char file[CCK_ERROR_FILE];
  char message[CCK_ERROR_TEXT];
  char source[CCK_ERROR_SOURCE];
} cck_error;

/* What the caller knows of a document; it wins over what the document says. NULL or "" is unknown. */
typedef struct cck_origin {
  const char *id;
  const char *publisher;
  const char *published; /* YYYY, YYYY-MM or YYYY-MM-DD */
  const char *title;
} cck_origin;

typedef struct cck_checker cck_checker;

cck_checker *cck_checker_new(void);
void cck_checker_free(cck_checker *checker); /* NULL is allowed */

/*
 * Where errors go that do not end a run: every error of a rules file, a document
 * that is skipped. The error is valid during the call only. Without it they are lost.
 */
void cck_checker_on_error(cck_checker *checker, void (*take)(void *context, const cck_error *error), void *context);

/*
 * Rules: a file, or a folder's *.rules in byte order. All rules come before the
 * first document. Fails with the first error; all of them go to on_error.
 */
cck_status cck_checker_add_rules(cck_checker *checker, const char *path, cck_error *error);

/* The day that waivers are held against, YYYY-MM-DD. Default: the day of cck_checker_new, UTC. */
cck_status cck_checker_set_today(cck_checker *checker, const char *day, cck_error *error);

/* Applies this rule alone. CCK_E_USAGE, with the nearest name, when no rule is called that. After all rules. */
cck_status cck_checker_only_rule(cck_checker *checker, const char *rule, cck_error *error);

/*
 * Documents: a file of any form that is read ("-" is standard input; a feed, a news message
 * and NDJSON hold many), or a plain text with a name for messages. Two documents of one source id
 * are an error; within one feed the second is left out, and noted. A document that fails is counted as
 * skipped; the others are still checked.
 */
cck_status cck_checker_add_file(cck_checker *checker, const char *path, const cck_origin *origin, cck_error *error);
cck_status cck_checker_add_text(cck_checker *checker, const char *name, const char *text, size_t length,
                                const cck_origin *origin, cck_error *error);

/*
 * A claims store (a folder). Documents added before are then new: they are
 * checked inside and against the store, without its own copies of them, and only
 * findings that one of them takes part in are kept. Without documents the whole store is checked.
 */
cck_status cck_checker_add_store(cck_checker *checker, const char *folder, cck_error *error);

/* Evaluates the rules over everything added. Once. */
cck_status cck_checker_check(cck_checker *checker, cck_error *error);

/* Findings that no waiver covers, of severity "note", "warning" or "error" and above. After _check. */
size_t cck_checker_count(const cck_checker *checker, const char *severity);

/* The report in one of the formats that `cacheck report --help` lists ("text", "json", "html", ...). After _check. */
cck_status cck_checker_render(cck_checker *checker, const char *format, const char **text, size_t *length,
                              cck_error *error);

#ifdef __cplusplus
}
#endif
#endif
