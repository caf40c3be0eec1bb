/*
 * What is no quantity: the guards, by what they know. Each tells why a figure is none, or NULL; quantity_guard.c asks
 * them in order. `f` has its unit already: most guards spare a figure that money or a unit speaks for.
 */
#ifndef CCK_EXTRACT_QUANTITY_GUARD_H
#define CCK_EXTRACT_QUANTITY_GUARD_H

#include "extract/quantity.h"

typedef const char *(*cck_guard)(const cck_quantity_reader *r, const cck_figure *f);

static inline bool cck_guard_word(const cck_quantity_reader *r, uint32_t at) {
  return cck_quantity_token(r, at)->kind == CCK_TOKEN_WORD;
}

/* The first token of the digits or words, behind mark and sign. */
static inline uint32_t cck_guard_digits_at(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = f->number_first;
  while (at + 1 < f->number_past && f->digits && !cck_quantity_number(r, at))
    at++;
  return at;
}

static inline bool cck_guard_plain(const cck_figure *f) { return f->digits && !f->grouped && f->power == 0; }

static inline bool cck_guard_has_unit(const cck_figure *f) {
  return f->kind == CCK_FIGURE_MONEY || f->kind == CCK_FIGURE_MEASURE;
}

static inline bool cck_guard_cross(const cck_quantity_reader *r, uint32_t at) {
  return cck_quantity_sign(r, at, "x") || cck_quantity_sign(r, at, "×");
}

/* quantity_guard_time.c: dates, years, clock times, decades of life. */
const char *cck_guard_part_of_date(const cck_quantity_reader *r, const cck_figure *f);
const char *cck_guard_decade_of_life(const cck_quantity_reader *r, const cck_figure *f);
const char *cck_guard_clock_time(const cck_quantity_reader *r, const cck_figure *f);
const char *cck_guard_spoken_year(const cck_quantity_reader *r, const cck_figure *f);
const char *cck_guard_year(const cck_quantity_reader *r, const cck_figure *f);

/* quantity_guard_name.c: names, models, codes, numbers of items, telephone numbers and addresses. */
const char *cck_guard_code_before(const cck_quantity_reader *r, const cck_figure *f);
const char *cck_guard_code_behind(const cck_quantity_reader *r, const cck_figure *f);
const char *cck_guard_numbering(const cck_quantity_reader *r, const cck_figure *f);
const char *cck_guard_resolution(const cck_quantity_reader *r, const cck_figure *f);
const char *cck_guard_model_number(const cck_quantity_reader *r, const cck_figure *f);
const char *cck_guard_name_number(const cck_quantity_reader *r, const cck_figure *f);
const char *cck_guard_name_definite(const cck_quantity_reader *r, const cck_figure *f);
const char *cck_guard_name_behind(const cck_quantity_reader *r, const cck_figure *f);
const char *cck_guard_refused_before(const cck_quantity_reader *r, const cck_figure *f);
const char *cck_guard_name_word(const cck_quantity_reader *r, const cck_figure *f);
const char *cck_guard_identifier(const cck_quantity_reader *r, const cck_figure *f);
const char *cck_guard_address(const cck_quantity_reader *r, const cck_figure *f);

#endif
