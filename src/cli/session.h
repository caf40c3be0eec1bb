/*
 * What the commands share: a checker set up from the options, the files read into
 * it, and the report written where it was asked for.
 */
#ifndef CCK_CLI_SESSION_H
#define CCK_CLI_SESSION_H

#include "cli/options.h"
#include "cli/output.h"
#include "pipeline/checker.h"

/*
 * A checker with the rules of --rules or of the project, --today and --rule. NULL
 * after messages on stderr. `need_rules`: no rules anywhere is an error too.
 */
cck_checker *cck_session_open(cck_args *args, bool need_rules);

/* --date and --source. */
cck_origin cck_session_origin(const cck_args *args);

/*
 * The files that the operands from `first` on name, those of folders among them: what of a folder is no article is
 * told as a note. A folder that cannot be listed counts as a failure.
 */
void cck_session_files(cck_args *args, cck_checker *checker, size_t first, cck_slices *out);

/*
 * Reads the operands, and standard input with --stdin. False after messages when
 * nothing was named; files that fail are told and counted in checker->failures.
 */
bool cck_session_read(cck_args *args, cck_checker *checker, size_t first_operand);

/* The checker's notes on standard error, for commands that print no report; not with --quiet. */
void cck_session_tell_notes(const cck_args *args, const cck_checker *checker);

/* --store, else the nearest claims/. False when there is none. */
bool cck_session_store(cck_args *args, cck_slice *folder);

/* --fail-on and --min-severity, checked; `fail_on` has the command's default. */
typedef struct cck_thresholds {
  cck_severity fail_on, least;
} cck_thresholds;

bool cck_session_thresholds(const cck_args *args, cck_severity fail_on, cck_thresholds *out);

/* Evaluates, prints the report and writes --out files: the exit status. */
int cck_session_report(cck_args *args, cck_checker *checker, const cck_thresholds *thresholds);

#endif
