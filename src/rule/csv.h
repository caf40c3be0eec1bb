/*
 * A reader of CSV (RFC 4180) for reference tables: quoted cells, "" for one quote
 * inside, line ends inside quotes. Blank lines and lines that begin with '#' are passed
 * over. Cells keep where they stand, for errors.
 */
#ifndef CCK_RULE_CSV_H
#define CCK_RULE_CSV_H

#include "base/arena.h"
#include "rule/lexer.h"

typedef struct cck_csv_cell {
  cck_slice text; /* what it says, trimmed */
  cck_slice at;   /* as written, in the file's text */
} cck_csv_cell;

typedef struct cck_csv {
  cck_arena *arena;
  cck_slice file, text;
  size_t next;     /* offset of the next record */
  unsigned number; /* of the line at `next` */
} cck_csv;

typedef struct cck_csv_record {
  unsigned line;
  CCK_VEC(cck_csv_cell) cells;
} cck_csv_record;

typedef enum cck_csv_result { CCK_CSV_RECORD, CCK_CSV_END, CCK_CSV_BAD } cck_csv_result;

void cck_csv_init(cck_csv *csv, cck_arena *arena, cck_slice file, cck_slice text);

/* Fills a record, whose cells are reused. When bad: *problem says why and *at where. */
cck_csv_result cck_csv_next(cck_csv *csv, cck_csv_record *record, const char **problem, cck_slice *at);

/* The line in which a part of the text stands. Linear: for errors only. */
cck_line cck_csv_line(const cck_csv *csv, cck_slice at);

#endif
