#include "rule/lookup.h"

#include <stdlib.h>

/* The first row of the entity: rows are sorted by entity and year. */
static size_t first_row(const cck_table *table, cck_slice entity) {
  size_t from = 0;
  for (size_t to = table->rows.count; from < to;) {
    size_t middle = from + (to - from) / 2;
    if (cck_slice_cmp(table->rows.items[middle].entity, entity) < 0)
      from = middle + 1;
    else
      to = middle;
  }
  return from;
}

const cck_table_row *cck_table_lookup(const cck_table *table, cck_slice entity, int year) {
  const cck_table_row *best = NULL;
  for (size_t i = first_row(table, entity); i < table->rows.count; i++) {
    const cck_table_row *row = &table->rows.items[i];
    if (!cck_slice_eq(row->entity, entity))
      break;
    if (!table->by_year)
      return row;
    int off = abs(row->year - year);
    if (off <= CCK_LOOKUP_YEARS && (!best || off < abs(best->year - year)))
      best = row;
  }
  return best;
}
