/*
 * How a claim was read, in words: for `extract`, `explain`, the HTML report, and a rule
 * example that fails. Safe for a terminal.
 */
#ifndef CCK_MODEL_READING_H
#define CCK_MODEL_READING_H

#include "base/buffer.h"
#include "model/claim.h"

/* "about 7,000 soldier", "2005-09-01 to 2005-11-30", "cannot be read" */
void cck_put_reading_value(cck_buffer *out, const cck_claim *claim);

/* The number alone: "about 7,000", "1,200 to 1,500". */
void cck_put_reading_amount(cck_buffer *out, const cck_value *value);

/* The parts of what follows: "2004-10-20", "from 2004-10-20", "no date"; "troops of base-201, place Dushanbe". */
void cck_put_reading_days(cck_buffer *out, cck_period days);
void cck_put_reading_of(cck_buffer *out, const cck_claim *claim);
void cck_put_reading_scope(cck_buffer *out, const cck_claim *claim); /* ", place Dushanbe" */

/* "troops of base-201, place Dushanbe; planned; 2004-10-20 by publication" */
void cck_put_reading_link(cck_buffer *out, const cck_claim *claim);

#endif
