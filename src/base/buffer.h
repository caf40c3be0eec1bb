/*
 * A growing output text on the heap, and the escapes that let article text go
 * into it safely. Article text reaches a terminal, XML, HTML, CSV, Markdown or a CI
 * log only through one of these (JSON goes through jansson).
 */
#ifndef CCK_BASE_BUFFER_H
#define CCK_BASE_BUFFER_H

#include <stdarg.h>
#include <string.h>

#include "base/slice.h"

typedef struct cck_buffer {
  char *ptr; /* always NUL-terminated once something was put */
  size_t len;
  size_t capacity;
} cck_buffer;

/* Zero a cck_buffer to begin. */
void cck_buffer_fini(cck_buffer *b);
void cck_buffer_clear(cck_buffer *b);
cck_slice cck_buffer_slice(const cck_buffer *b);

/* Makes room for so many bytes and the NUL. */
void cck_buffer_grow(cck_buffer *b, size_t more);

static inline void cck_buffer_room(cck_buffer *b, size_t more) {
  if (b->capacity - b->len <= more)
    cck_buffer_grow(b, more);
}

static inline void cck_put(cck_buffer *b, cck_slice s) {
  cck_buffer_room(b, s.len);
  if (s.len)
    memcpy(b->ptr + b->len, s.ptr, s.len);
  b->len += s.len;
  b->ptr[b->len] = '\0';
}

static inline void cck_put_char(cck_buffer *b, char c) { cck_put(b, (cck_slice){&c, 1}); }

void cck_put_text(cck_buffer *b, const char *text);
void cck_put_number(cck_buffer *b, uint64_t number);
void cck_put_count(cck_buffer *b, size_t count, const char *noun); /* "1 source", "5 sources" */
void cck_put_repeat(cck_buffer *b, char c, size_t times);
void cck_putf(cck_buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));

/*
 * For a terminal, on one line: white space becomes one space, every control
 * code (escape sequences, bidi overrides) becomes \x.. or \u{..}, malformed bytes \x..
 * The first byte of what a CI runner would take for a command of its own becomes \x.. too.
 */
void cck_put_terminal(cck_buffer *b, cck_slice s);

/* A path for a terminal: each space stays, for a path is copied; other white space becomes \x.. */
void cck_put_path(cck_buffer *b, cck_slice path);

/* Does a runner's command begin here? "::error" at the start of the text, "##[error]" and "##vso[" anywhere. */
bool cck_is_runner_command(cck_slice text, size_t at);

/* For a GitHub workflow command: %, CR, LF as %25 %0D %0A; in a property also : and , */
void cck_put_github(cck_buffer *b, cck_slice s, bool property);

/*
 * For XML and HTML, in text and in attributes: as for a terminal, with & < > " ' as references. What neither may hold
 * is a control code or a noncharacter: \u{fffe}.
 */
void cck_put_xml(cck_buffer *b, cck_slice s);
void cck_put_xml_path(cck_buffer *b, cck_slice path); /* with each of its spaces */

/*
 * One cell of CSV (RFC 4180), as for a terminal. What a spreadsheet would take for a formula (it begins with = + - @,
 * also as full-width signs) gets ' before it; so does what comes after a semicolon, which separates cells in some
 * countries.
 */
void cck_put_csv(cck_buffer *b, cck_slice s);

/*
 * For Markdown with HTML (GitHub, GitLab) inside a line: in a paragraph, a cell of a table or an HTML element. As for a
 * terminal, with every mark as a reference, for a backslash would be seen in HTML. It holds no link, mention or issue
 * either: a zero-width space stands after @ and #, and in "://", "www.", ":tada:", "GH-12" and what may be a commit.
 * What begins with a dash or a number could still be a list: something else must come first on the line.
 */
void cck_put_markdown(cck_buffer *b, cck_slice s);

/* For the path of a URI: every byte but letters, digits and -._~/ as %XX. */
void cck_put_uri_path(cck_buffer *b, cck_slice path);

#endif
