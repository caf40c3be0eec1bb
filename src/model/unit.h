/*
 * Units of measure and currencies: one table (units.def, currencies.def), their
 * names in text, and exact conversion between units of one dimension. Currencies
 * are never converted.
 */
#ifndef CCK_MODEL_UNIT_H
#define CCK_MODEL_UNIT_H

#include "base/decimal.h"
#include "base/intern.h"
#include "model/trie.h"

typedef struct cck_unit {
  cck_slice name;      /* canonical, singular: "kilometre", "USD", "percent", "year of age" */
  cck_slice dimension; /* "length", "money", "percent", "duration", "age", ...; "count" is not in the table */
  cck_decimal factor;  /* to the dimension's base unit, exact; 0 when it cannot be converted (money, offsets) */
} cck_unit;

/* How an alias may stand beside its number. */
enum {
  CCK_UNIT_BEFORE = 1, /* "$5", "EUR50m" */
  CCK_UNIT_AFTER = 2,  /* "5 km", "5 dollars" */
  CCK_UNIT_SYMBOL = 4, /* matched as written, case and all: "km", "MW", "m2" */
  CCK_UNIT_GLUED = 8,  /* only without a space between it and the number: "39C", "s" */
  CCK_UNIT_SUM = 16    /* only before large sums: "R100m", "# 8bn", but "R2-D2" */
};

typedef struct cck_unit_alias {
  uint32_t unit; /* index into units */
  unsigned how;
  cck_slice text;
} cck_unit_alias;

/* Built once for a run; read-only afterwards. */
typedef struct cck_unit_table {
  cck_arena arena;
  CCK_VEC(cck_unit) units;
  CCK_VEC(cck_unit_alias) aliases;
  cck_intern names; /* canonical names; the number is the index into units */
  cck_trie before;  /* payload: index of alias */
  cck_trie after;
} cck_unit_table;

cck_unit_table *cck_unit_table_new(void);
void cck_unit_table_free(cck_unit_table *table);

/* By canonical name; NULL when unknown. "USD/barrel" and such compounds: the part before the '/'. */
const cck_unit *cck_unit_find(const cck_unit_table *table, cck_slice name);

/* Adds a unit from a rules file. */
void cck_unit_declare(cck_unit_table *table, cck_slice name, cck_slice dimension, cck_decimal factor,
                      const cck_slices *aliases);

/*
 * The longest alias of a trie (`table->after` or `table->before`) that begins at tokens[0] and is written as its symbol
 * asks for: its number of tokens, 0 for none. `text` is what the tokens were made from; `glued` says whether the alias
 * touches its number (for `before`: whether its last token does is the caller's to check).
 */
size_t cck_unit_match(const cck_unit_table *table, const cck_trie *trie, cck_slice text, const cck_token *tokens,
                      size_t count, bool glued, const cck_unit_alias **alias);

/* "money", "length", "percent", ...; "count" for a counted noun; "number" for no unit. Compounds: both parts,
 * "money/volume". */
cck_slice cck_unit_dimension(const cck_unit_table *table, cck_arena *arena, cck_slice unit);

/*
 * The same by the shipped tables alone, compounds too: a key that is stored must not depend on what a rules file
 * declares. A declared unit is a "count" here.
 */
cck_slice cck_unit_shipped_dimension(cck_arena *arena, cck_slice unit);

/*
 * The value in another unit of the same dimension (compounds: part by part), to 30 significant digits, so exact
 * wherever the result has a finite notation of that length; false when there is no such conversion.
 */
bool cck_unit_convert(const cck_unit_table *table, cck_decimal value, cck_slice from, cck_slice to, cck_decimal *out);

#endif
