/*
 * Writing a person's decision to a rules file: a `waive` declaration at its end.
 */
#ifndef CCK_RULE_WAIVER_FILE_H
#define CCK_RULE_WAIVER_FILE_H

#include "base/error.h"

/*
 * Appends a waiver of a finding (F-7KQ2-9MXD); the file is made when it is not there, and replaced
 * crash-safely (the old or the new content, never a part). `because` may hold any text: it is put on one
 * line and quoted where the language asks for it; `by` may be empty. `until` is YYYY-MM-DD.
 * CCK_E_USAGE for an id that is none, an empty reason, a date that does not exist; CCK_E_INPUT for a file
 * that is no rules text; CCK_E_LIMIT when it would grow over the limit of rules files; CCK_E_IO.
 */
cck_status cck_waiver_append(const char *path, cck_slice finding_id, cck_slice because, cck_slice by, cck_slice until,
                             cck_error *error);

#endif
