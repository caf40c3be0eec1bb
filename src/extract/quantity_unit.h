/*
 * Units around a figure: what quantity_unit.c shares with the files for money, ages
 * and sizes, and what it asks of them. Each reader takes a figure whose number is
 * read; a `bool` tells whether it found its unit and set it.
 */
#ifndef CCK_EXTRACT_QUANTITY_UNIT_H
#define CCK_EXTRACT_QUANTITY_UNIT_H

#include "extract/quantity_number.h"

/* quantity_unit.c. A unit's name at `at`: its length in tokens, 0 for none. `glued`: it touches its number. */
uint32_t cck_quantity_unit_at(const cck_quantity_reader *r, uint32_t at, bool glued, const cck_unit_alias **alias);
void cck_quantity_set_unit(cck_quantity_reader *r, cck_figure *f, const cck_unit_alias *alias);
/* By canonical name; false when the table has none. */
bool cck_quantity_name_unit(cck_quantity_reader *r, cck_figure *f, const char *name);

/* quantity_money.c. "120 MEUR": `at` is behind the number. */
bool cck_money_scaled_code(cck_quantity_reader *r, uint32_t at, cck_figure *f);
/* "$5 million U.S. dollars": a currency after the figure says what a bare mark means. */
void cck_money_second_mark(cck_quantity_reader *r, cck_figure *f);
/* What follows a currency behind its figure: "75 USD million", "15 dollars and 50 cents". */
void cck_money_rest(cck_quantity_reader *r, cck_figure *f);

/* quantity_age.c. Years, months, weeks or days become of age: "aged 15 years". */
void cck_quantity_to_age(cck_quantity_reader *r, cck_figure *f);
/* The same for "aged 15 years", "children under five years". */
void cck_age_years(cck_quantity_reader *r, cck_figure *f);
/* Does the bound behind the figure, whose last word is at `at`, say that it is an age? "65 or older" */
bool cck_age_bound(const cck_quantity_reader *r, const cck_figure *f, uint32_t at);
/* "under-18s", "the under-21 team": people up to an age. */
bool cck_age_group(cck_quantity_reader *r, cck_figure *f);
/* "aged 45", "Ann Lee, 45, said": an age without a unit. */
bool cck_age_bare(cck_quantity_reader *r, cck_figure *f);

/* quantity_size.c. "5'7", "6-foot-4", "a 6\" pipe": marks of feet and inches, and inches behind feet. */
bool cck_size_feet(cck_quantity_reader *r, cck_figure *f);

#endif
