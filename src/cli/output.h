/*
 * Where the program's words go: results to stdout, everything else to stderr.
 * Both are escaped: file names and article text cannot drive the terminal.
 */
#ifndef CCK_CLI_OUTPUT_H
#define CCK_CLI_OUTPUT_H

#include "base/buffer.h"
#include "base/error.h"

/* "cacheck: ..." on stderr. */
void cck_complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* An error with its place; where the line is known, the line and a caret under the column. */
void cck_complain_error(const cck_error *error);

/* The same as a sink; context is a cck_progress, whose line makes room, or NULL. */
void cck_complain_sink(void *context, const cck_error *error);

/*
 * Writes the buffer to stdout and empties it. False, after one message, when that
 * fails (a closed pipe, a full disk).
 */
bool cck_output(cck_buffer *out);

/* Writes, flushes and frees the buffer: `status`, or CCK_EXIT_FAILED when stdout could not take it. */
int cck_output_end(cck_buffer *out, int status);

/* The report formats, for `command`s that have them. */
void cck_help_formats(cck_buffer *out, int command);

/* --color auto|always|never against NO_COLOR and the terminal. False after a message when `when` is none of them. */
bool cck_color_wanted(const char *when, bool *out);

/* Columns of the terminal that standard output is: COLUMNS, else what it says itself, else 80. 0 when it is none. */
size_t cck_output_width(void);

#endif
