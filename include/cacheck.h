/*
 * cacheck: fact-checking and claim-consistency checks over articles.
 *
 * The only public header. A cck_checker holds rules, options and the documents
 * of one run; it belongs to one thread at a time. Every call that can fail
 * returns a cck_status and describes the failure in a caller-owned cck_error
 * (NULL is allowed). Text that is handed out belongs to the checker and lives
 * until the checker is freed.
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

#ifdef __cplusplus
}
#endif
#endif
