/*
 * Claims for people: the table of `extract`, and how one claim was read for
 * `explain` and for a rule example that fails. All article text is made safe for a terminal.
 */
#ifndef CCK_CLI_TABLE_H
#define CCK_CLI_TABLE_H

#include "base/buffer.h"
#include "model/claim.h"

/* "articles/a.txt: RFE/RL, 2004-10-20 (front matter), 14 claims" */
void cck_put_source_line(cck_buffer *out, const cck_source *source, size_t claims);

/* A line each: place, words, value, what of, how said, valid time; in columns. */
void cck_put_claim_table(cck_buffer *out, const cck_claims *claims);

#endif
