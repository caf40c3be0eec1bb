/*
 * Rules text to lines: what stands at the left margin, what is indented, its first
 * word and the rest; comments and blank lines left out. Also quotes and lists.
 *
 *   [line.raw        alias  201 Division, "201st, MRD"   # as of 2004 ]
 *                    [word] [value ....................]
 *
 * Every slice points into the text that was given, so that a column can be found
 * again from it (cck_line_place). Nothing here fails: malformed lines are for the parser.
 */
#ifndef CCK_RULE_LEXER_H
#define CCK_RULE_LEXER_H

#include "base/arena.h"
#include "base/error.h"

typedef struct cck_line {
  cck_slice file;
  unsigned number; /* from 1 */
  cck_slice raw;   /* without its line end */
} cck_line;

typedef struct cck_lexer {
  cck_slice file, rest;
  unsigned number;
} cck_lexer;

typedef struct cck_lexeme {
  cck_line line;
  bool margin;           /* begins at the left margin */
  bool too_long;         /* over CCK_RULE_LINE_LIMIT: word and value are empty */
  cck_slice word, value; /* value is trimmed; both may be empty */
} cck_lexeme;

/* A byte order mark at the start is skipped. */
void cck_lexer_init(cck_lexer *lexer, cck_slice file, cck_slice text);

/* The next line that holds something; false at the end. */
bool cck_lexer_next(cck_lexer *lexer, cck_lexeme *out);

/* Text that can be rules at all: UTF-8 without NUL. CCK_E_INPUT with the place of the first bad byte. */
cck_status cck_lexer_check(cck_slice file, cck_slice text, cck_error *error);

/* The place of `at`, which points into the line; elsewhere the line's start. */
cck_place cck_line_place(const cck_line *line, cck_slice at);

/* Length of the quoted text that s begins with, both quotes included; 0 when it does not begin with one that ends. */
size_t cck_quoted_length(cck_slice s);

/* What the value says: without its quotes when it is one quoted text from end to end, else as it is. */
cck_slice cck_unquote(cck_arena *arena, cck_slice value);

/*
 * Takes the next item off a list "a, "b, c", d": as written, quotes included, trimmed. False
 * when nothing is left (rest->ptr is NULL). An empty item is handed out as empty.
 */
bool cck_list_next(cck_slice *rest, cck_slice *item);

#endif
