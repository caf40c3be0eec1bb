#include "rule/csv.h"

#include <string.h>

void cck_csv_init(cck_csv *csv, cck_arena *arena, cck_slice file, cck_slice text) {
  *csv = (cck_csv){.arena = arena, .file = file, .text = text, .number = 1};
  if (cck_slice_starts(text, CCK_S("\xef\xbb\xbf")))
    csv->next = 3;
}

static char byte_at(const cck_csv *csv, size_t i) { return i < csv->text.len ? csv->text.ptr[i] : '\n'; }

/* The end of the line that holds offset i. */
static size_t line_end(const cck_csv *csv, size_t i) {
  const char *hit = i < csv->text.len ? memchr(csv->text.ptr + i, '\n', csv->text.len - i) : NULL;
  return hit ? (size_t)(hit - csv->text.ptr) : csv->text.len;
}

static void skip_idle_lines(cck_csv *csv) {
  while (csv->next < csv->text.len) {
    size_t end = line_end(csv, csv->next);
    cck_slice line = cck_slice_trim(cck_slice_sub(csv->text, csv->next, end));
    if (line.len && line.ptr[0] != '#')
      return;
    csv->next = end + 1;
    csv->number++;
  }
}

/* A quoted cell from offset i: its text without quotes; the offset after the closing quote, or 0 when there is none. */
static size_t quoted_cell(cck_csv *csv, size_t i, cck_slice *text) {
  size_t from = i + 1;
  size_t quotes = 0;
  for (i = from; i < csv->text.len; i++) {
    csv->number += csv->text.ptr[i] == '\n';
    if (csv->text.ptr[i] != '"')
      continue;
    if (byte_at(csv, i + 1) != '"')
      break;
    quotes++;
    i++;
  }
  if (i >= csv->text.len)
    return 0;
  char *copy = cck_arena_alloc(csv->arena, i - from - quotes + 1);
  size_t n = 0;
  for (size_t j = from; j < i; j++) {
    copy[n++] = csv->text.ptr[j];
    j += csv->text.ptr[j] == '"';
  }
  *text = (cck_slice){copy, n};
  return i + 1;
}

static size_t plain_cell(const cck_csv *csv, size_t i, cck_slice *text) {
  size_t from = i;
  while (i < csv->text.len && csv->text.ptr[i] != ',' && csv->text.ptr[i] != '\n')
    i++;
  *text = cck_slice_sub(csv->text, from, i);
  return i;
}

cck_csv_result cck_csv_next(cck_csv *csv, cck_csv_record *record, const char **problem, cck_slice *at) {
  skip_idle_lines(csv);
  record->line = csv->number;
  record->cells.count = 0;
  if (csv->next >= csv->text.len)
    return CCK_CSV_END;
  for (size_t i = csv->next;; i++) {
    cck_csv_cell cell;
    size_t end = byte_at(csv, i) == '"' ? quoted_cell(csv, i, &cell.text) : plain_cell(csv, i, &cell.text);
    cell.at = cck_slice_trim(cck_slice_sub(csv->text, i, end));
    if (end == 0) {
      *at = cck_slice_sub(csv->text, i, i + 1);
      *problem = "a quoted cell that does not end";
      return CCK_CSV_BAD;
    }
    if (byte_at(csv, end) == '\r')
      end++;
    if (byte_at(csv, end) != ',' && byte_at(csv, end) != '\n') {
      *at = cck_slice_sub(csv->text, end, end + 1);
      *problem = "text after the closing quote of a cell";
      return CCK_CSV_BAD;
    }
    cell.text = cck_slice_trim(cell.text);
    CCK_PUSH(csv->arena, &record->cells, cell);
    i = end;
    if (byte_at(csv, i) == ',')
      continue;
    csv->next = i + 1;
    csv->number++;
    return CCK_CSV_RECORD;
  }
}

cck_line cck_csv_line(const cck_csv *csv, cck_slice at) {
  size_t offset = at.ptr ? (size_t)(at.ptr - csv->text.ptr) : 0;
  size_t from = 0;
  cck_line line = {.file = csv->file, .number = 1};
  for (size_t i = 0; i < offset && i < csv->text.len; i++)
    if (csv->text.ptr[i] == '\n') {
      line.number++;
      from = i + 1;
    }
  line.raw = cck_slice_sub(csv->text, from, line_end(csv, from));
  return line;
}
