/*
 * Literals as a rules file or a table writes them: amounts and dates. The
 * extractor's grammar is wider; what both share (digits with grouping, scale words)
 * is here once.
 */
#ifndef CCK_MODEL_LITERAL_H
#define CCK_MODEL_LITERAL_H

#include "base/decimal.h"
#include "model/calendar.h"
#include "model/unit.h"

/*
 * A number token's digits to a decimal: "5,000", "2.3", "1,234,567.8". False for what
 * is not well formed (groups that are not three digits): "2,452,3000", "5,00".
 * Indian grouping (2,45,000) is well formed.
 */
bool cck_literal_number(cck_slice text, cck_decimal *out);

/* "thousand" -> 3, "million", "mln", "m" ... -> 6: powers of ten of scale words (scales.def); 0 when it is none. Folded
 * word. */
int cck_literal_scale(cck_slice folded);

/* [mark] number [scale] [unit]: "$5 million", "330 million USD", "50,000", "15 km". unit is empty for a bare one. */
bool cck_literal_amount(const cck_unit_table *units, cck_slice text, cck_decimal *value, cck_slice *unit);

/*
 * The first clock time in a text, in minutes from midnight: "3:10 p.m.", "about 9 a.m. on Friday", "20:49 GMT",
 * "8.40pm". Hours from 1 to 12 need "a.m." or "p.m.". False when there is none.
 */
bool cck_literal_clock(cck_slice text, int *minutes);

/* number "%": "15%", "0.5%" -> 15, 0.5 */
bool cck_literal_percent(cck_slice text, cck_decimal *out);

#endif
