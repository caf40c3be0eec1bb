/*
 * How a claim was read, in words: for `extract`, `explain`, and a rule example that
 * fails. Safe for a terminal.
 */
#ifndef CCK_PIPELINE_READING_H
#define CCK_PIPELINE_READING_H

#include "base/buffer.h"
#include "model/claim.h"

/* "about 7,000 soldier", "2005-09-01 to 2005-11-30", "cannot be read" */
void cck_put_reading_value(cck_buffer *out, const cck_claim *claim);

/* "troops of base-201, place Dushanbe; planned; 2004-10-20 by publication" */
void cck_put_reading_link(cck_buffer *out, const cck_claim *claim);

#endif
