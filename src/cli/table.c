#include "cli/table.h"

#include "base/utf8.h"
#include "model/reading.h"

enum { COLUMNS = 4, WIDEST = 48 };

typedef struct row {
  cck_slice cells[COLUMNS];
} row;

/* Buffers are reused for each cell: the text is copied into the arena. */
static cck_slice cell(cck_arena *arena, cck_buffer *b) {
  cck_slice copy = cck_arena_copy(arena, cck_buffer_slice(b));
  cck_buffer_clear(b);
  return copy;
}

static row make_row(cck_arena *arena, cck_buffer *b, const cck_claim *claim) {
  row r;
  cck_putf(b, "%u:%u", claim->line, claim->column);
  r.cells[0] = cell(arena, b);
  cck_put_terminal(b, claim->text);
  r.cells[1] = cell(arena, b);
  cck_put_reading_value(b, claim);
  r.cells[2] = cell(arena, b);
  cck_put_reading_link(b, claim);
  r.cells[3] = cell(arena, b);
  return r;
}

static void put_padded(cck_buffer *out, cck_slice text, size_t width) {
  size_t length = cck_utf8_columns(text);
  cck_put(out, text);
  cck_put_repeat(out, ' ', length < width ? width - length : 0);
}

void cck_put_source_line(cck_buffer *out, const cck_source *source, size_t claims) {
  cck_put_path(out, source->path.len ? source->path : source->id);
  cck_put_text(out, ": ");
  cck_put_terminal(out, source->publisher.len ? source->publisher : CCK_S("unknown publisher"));
  cck_put_text(out, ", ");
  if (source->published.len) {
    cck_put_terminal(out, source->published);
    cck_put_text(out, cck_source_published(source).len ? " (" : " or later (");
    cck_put_terminal(out, source->published_from);
    cck_put_text(out, ")");
  } else {
    cck_put_text(out, "undated");
  }
  cck_putf(out, ", %zu claim%s\n", claims, claims == 1 ? "" : "s");
}

void cck_put_claim_table(cck_buffer *out, const cck_claims *claims) {
  cck_arena arena;
  cck_arena_init(&arena);
  cck_buffer b = {0};
  row *rows = cck_arena_alloc(&arena, (claims->count + 1) * sizeof *rows);
  size_t widths[COLUMNS] = {0};
  for (size_t i = 0; i < claims->count; i++) {
    rows[i] = make_row(&arena, &b, &claims->items[i]);
    for (size_t c = 0; c < COLUMNS; c++) {
      size_t width = cck_utf8_columns(rows[i].cells[c]);
      widths[c] = width > widths[c] && width <= WIDEST ? width : widths[c];
    }
  }
  for (size_t i = 0; i < claims->count; i++) {
    for (size_t c = 0; c < COLUMNS; c++) {
      cck_put_text(out, "  ");
      put_padded(out, rows[i].cells[c], c + 1 < COLUMNS ? widths[c] : 0);
    }
    cck_put_char(out, '\n');
  }
  cck_buffer_fini(&b);
  cck_arena_fini(&arena);
}
