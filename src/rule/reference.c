/* table: reference figures from a CSV file, by entity and perhaps year. */
#include "rule/binder.h"

#include <stdlib.h>
#include <string.h>

#include "base/io.h"
#include "model/literal.h"
#include "rule/csv.h"
#include "base/hint.h"

enum { TABLES = 256 };

enum { ENTITY, YEAR, VALUE, COLUMNS };

void cck_bind_table_begin(cck_binder *b) {
  memset(&b->table, 0, sizeof b->table);
  b->table.table.id = b->decl->id;
}

void cck_bind_table_file(cck_binder *b, const cck_field *field) {
  b->table.file = field;
  if (!cck_rules_path(&b->report, &field->line, field->value, &b->table.path))
    b->decl->broken = true;
}

void cck_bind_table_key(cck_binder *b, const cck_field *field) {
  cck_slices keys = {0};
  b->table.key = field;
  if (!cck_bind_list(b, field, field->value, &keys))
    return;
  if (keys.count > 2) {
    cck_bind_fault(b, field, field->value, "a table has one or two keys: the entity, and the year");
    return;
  }
  b->table.columns[ENTITY] = keys.items[0];
  if (keys.count == 2)
    b->table.columns[YEAR] = keys.items[1];
  b->table.table.by_year = keys.count == 2;
}

void cck_bind_table_value(cck_binder *b, const cck_field *field) {
  b->table.value = field;
  b->table.columns[VALUE] = cck_bind_text(b, field);
}

void cck_bind_table_unit(cck_binder *b, const cck_field *field) {
  cck_slice name = cck_bind_text(b, field);
  const cck_unit_table *units = b->rules->units;
  b->table.table.unit = name;
  if (cck_unit_find(units, name))
    return;
  cck_hint hint;
  cck_hint_init(&hint, name);
  for (size_t i = 0; i < units->units.count; i++)
    cck_hint_try(&hint, units->units.items[i].name);
  cck_bind_fault(b, field, field->value, "unknown unit '%s'%s", cck_shown(&b->report, name),
                 cck_hint_text(&hint, b->arena));
}

void cck_bind_table_edition(cck_binder *b, const cck_field *field) { b->table.table.edition = cck_bind_text(b, field); }

/* --- the file --- */

/* A row with its place, until the rows are sorted and checked. */
typedef struct row_at {
  cck_table_row row;
  cck_slice at;
} row_at;

typedef struct reading {
  cck_binder *b;
  cck_csv csv;
  size_t column[COLUMNS]; /* where each stands in a record */
  size_t width;           /* cells of the header */
  CCK_VEC(row_at) rows;
} reading;

static void csv_fault(reading *r, cck_slice at, const char *format, ...) __attribute__((format(printf, 3, 4)));

static void csv_fault(reading *r, cck_slice at, const char *format, ...) {
  va_list args;
  va_start(args, format);
  cck_slice message = cck_arena_vprintf(r->b->arena, format, args);
  va_end(args);
  r->b->decl->broken = true;
  cck_line line = cck_csv_line(&r->csv, at);
  cck_fault(&r->b->report, &line, at, "%s", message.ptr);
}

static bool find_column(reading *r, const cck_csv_record *header, int which, const cck_field *field) {
  cck_binder *b = r->b;
  cck_slice name = b->table.columns[which];
  cck_hint hint;
  cck_hint_init(&hint, name);
  for (size_t i = 0; i < header->cells.count; i++) {
    r->column[which] = i;
    if (cck_slice_eq(header->cells.items[i].text, name))
      return true;
    cck_hint_try(&hint, header->cells.items[i].text);
  }
  cck_bind_fault(b, field, field->value, "no column '%s' in %s%s", cck_shown(&b->report, name),
                 cck_shown(&b->report, r->csv.file), cck_hint_text(&hint, b->arena));
  return false;
}

static bool read_header(reading *r, cck_csv_record *record) {
  const char *problem;
  cck_slice at;
  cck_csv_result result = cck_csv_next(&r->csv, record, &problem, &at);
  if (result == CCK_CSV_BAD)
    csv_fault(r, at, "%s", problem);
  else if (result == CCK_CSV_END)
    csv_fault(r, r->csv.text, "has no header line with the columns' names");
  r->width = record->cells.count;
  return result == CCK_CSV_RECORD && find_column(r, record, ENTITY, r->b->table.key) &&
         (!r->b->table.table.by_year || find_column(r, record, YEAR, r->b->table.key)) &&
         find_column(r, record, VALUE, r->b->table.value);
}

static bool read_entity(reading *r, const cck_csv_cell *cell, cck_slice *out) {
  const cck_lexicon *lexicon = r->b->rules->lexicon;
  uint32_t index = cck_lexicon_entity(lexicon, cell->text);
  if (index != CCK_LEXICON_NONE) {
    *out = lexicon->entities.items[index].id;
    return true;
  }
  cck_hint hint;
  cck_hint_init(&hint, cell->text);
  for (size_t i = 0; i < lexicon->entities.count; i++)
    cck_hint_try(&hint, lexicon->entities.items[i].id);
  csv_fault(r, cell->at, "unknown entity '%s'%s", cck_shown(&r->b->report, cell->text),
            cck_hint_text(&hint, r->b->arena));
  return false;
}

static bool read_year(reading *r, const cck_csv_cell *cell, int *out) {
  cck_decimal number;
  int64_t year = 0;
  bool whole = cck_decimal_parse(cell->text, &number) && cck_decimal_to_int(number, &year);
  if (!whole || year < CCK_YEAR_MIN || year > CCK_YEAR_MAX) {
    csv_fault(r, cell->at, "'%s' is not a year", cck_shown(&r->b->report, cell->text));
    return false;
  }
  *out = (int)year;
  return true;
}

static bool read_value(reading *r, const cck_csv_cell *cell, cck_decimal *out) {
  if (cck_decimal_parse(cell->text, out) || cck_literal_number(cell->text, out))
    return true;
  csv_fault(r, cell->at, "'%s' is not a number", cck_shown(&r->b->report, cell->text));
  return false;
}

static void read_row(reading *r, const cck_csv_record *record) {
  row_at row = {.at = record->cells.items[0].at};
  if (record->cells.count != r->width) {
    csv_fault(r, row.at, "%zu cells, but the header has %zu", record->cells.count, r->width);
    return;
  }
  const cck_csv_cell *value = &record->cells.items[r->column[VALUE]];
  if (value->text.len == 0) /* no figure for that year: as published tables write it */
    return;
  if (read_entity(r, &record->cells.items[r->column[ENTITY]], &row.row.entity) &&
      (!r->b->table.table.by_year || read_year(r, &record->cells.items[r->column[YEAR]], &row.row.year)) &&
      read_value(r, value, &row.row.value))
    CCK_PUSH(r->b->arena, &r->rows, row);
}

static int by_key(const void *a, const void *b) {
  const row_at *x = a;
  const row_at *y = b;
  int order = cck_slice_cmp(x->row.entity, y->row.entity);
  if (order == 0)
    order = (x->row.year > y->row.year) - (x->row.year < y->row.year);
  if (order == 0)
    order = (x->at.ptr > y->at.ptr) - (x->at.ptr < y->at.ptr); /* both in one text */
  return order;
}

static void keep_rows(reading *r) {
  cck_table *table = &r->b->table.table;
  if (r->rows.count)
    qsort(r->rows.items, r->rows.count, sizeof *r->rows.items, by_key);
  for (size_t i = 0; i < r->rows.count; i++) {
    const row_at *row = &r->rows.items[i];
    const cck_table_row *last = table->rows.count ? &table->rows.items[table->rows.count - 1] : NULL;
    if (last && cck_slice_eq(last->entity, row->row.entity) && last->year == row->row.year)
      csv_fault(r, row->at, "a second figure for the same key");
    else
      CCK_PUSH(r->b->arena, &table->rows, row->row);
  }
}

/* Everything that is wrong with the file's rows is reported, up to the limit of errors. */
static void read_rows(reading *r) {
  cck_csv_record record = {0};
  const char *problem;
  cck_slice at;
  if (!read_header(r, &record))
    return;
  for (;;) {
    cck_csv_result result = cck_csv_next(&r->csv, &record, &problem, &at);
    if (result == CCK_CSV_BAD)
      csv_fault(r, at, "%s", problem);
    if (result != CCK_CSV_RECORD || cck_reporter_is_full(&r->b->report))
      break;
    read_row(r, &record);
  }
  keep_rows(r);
}

static void read_table(cck_binder *b) {
  cck_error error;
  cck_slice text;
  const cck_field *field = b->table.file;
  cck_status status = cck_file_read(b->arena, b->table.path.ptr, CCK_RULE_TABLE_LIMIT, &text, &error);
  if (status == CCK_OK)
    status = cck_lexer_check(b->table.path, text, &error);
  if (status != CCK_OK) {
    cck_bind_fault(b, field, field->value, "%s: %s", cck_shown(&b->report, b->table.path), error.message);
    return;
  }
  reading r = {.b = b};
  cck_csv_init(&r.csv, b->arena, b->table.path, text);
  read_rows(&r);
}

void cck_bind_table_end(cck_binder *b) {
  const char *id = cck_shown(&b->report, b->decl->id);
  if (!b->table.file)
    cck_bind_lacks(b, "table '%s' has no 'file'", id);
  if (!b->table.key)
    cck_bind_lacks(b, "table '%s' has no 'key'", id);
  if (!b->table.value)
    cck_bind_lacks(b, "table '%s' has no 'value'", id);
  if (b->rules->tables.count >= TABLES)
    cck_bind_lacks(b, "more than %d tables", (int)TABLES);
  if (b->decl->broken)
    return;
  b->table.table.file = b->table.path;
  read_table(b);
  if (!b->decl->broken)
    CCK_PUSH(b->arena, &b->rules->tables, b->table.table);
}
