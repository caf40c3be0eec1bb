#include <stdlib.h>

#include "report/writers.h"

static const char *severity_of(const cck_finding *f) {
  static const char *const severities[] = {"info", "warning", "error", "info"};
  return f->waived.waived ? "ignore" : severities[f->severity];
}

/* A finding at its place; `order` is that of the report. */
typedef struct spot {
  const cck_finding *finding;
  const cck_party *place;
  cck_slice file;
  size_t order;
} spot;

typedef CCK_VEC(spot) spots;

static int by_place(const void *a, const void *b) {
  const spot *x = a;
  const spot *y = b;
  int order = cck_slice_cmp(x->file, y->file);
  if (order)
    return order;
  if (x->place->claim->line != y->place->claim->line)
    return x->place->claim->line < y->place->claim->line ? -1 : 1;
  if (x->place->claim->column != y->place->claim->column)
    return x->place->claim->column < y->place->claim->column ? -1 : 1;
  return x->order < y->order ? -1 : x->order > y->order;
}

/* The format groups by file. */
static spots sorted_spots(cck_arena *arena, const cck_report *report) {
  spots all = {0};
  for (size_t i = 0; i < report->findings->count; i++) {
    const cck_finding *f = &report->findings->items[i];
    if (!cck_is_entry(report, f) || !f->parties.count)
      continue;
    cck_buffer file = {0};
    spot s = {.finding = f, .place = cck_finding_place(report, f), .order = i};
    cck_put_party_file(&file, s.place);
    s.file = cck_arena_copy(arena, cck_buffer_slice(&file));
    cck_buffer_fini(&file);
    CCK_PUSH(arena, &all, s);
  }
  if (all.count)
    qsort(all.items, all.count, sizeof *all.items, by_place);
  return all;
}

static void put_message(cck_buffer *out, const cck_finding *f) {
  cck_buffer message = {0};
  cck_putf(&message, "%.*s ", (int)f->id.len, f->id.ptr);
  cck_put(&message, f->message);
  for (size_t i = 0; i < f->also.count; i++) {
    cck_put_text(&message, "; also ");
    cck_put_also(&message, f->also.items[i]);
  }
  if (f->waived.waived) {
    cck_put_text(&message, "; waived until ");
    cck_put(&message, f->waived.until);
    cck_put_text(&message, ": ");
    cck_put(&message, f->waived.because);
  }
  cck_put_xml(out, cck_buffer_slice(&message));
  cck_buffer_fini(&message);
}

static void put_error(cck_buffer *out, const spot *s) {
  const cck_claim *claim = s->place->claim;
  cck_putf(out, "    <error line=\"%u\" column=\"%u\" severity=\"%s\" message=\"", claim->line, claim->column,
           severity_of(s->finding));
  put_message(out, s->finding);
  cck_put_text(out, "\" source=\"cacheck.");
  cck_put_xml(out, s->finding->rule);
  cck_put_text(out, "\"/>\n");
}

void cck_write_checkstyle(cck_buffer *out, const cck_report *report) {
  cck_arena arena;
  cck_arena_init(&arena);
  spots all = sorted_spots(&arena, report);
  cck_put_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n");
  for (size_t i = 0; i < all.count; i++) {
    bool begins = i == 0 || !cck_slice_eq(all.items[i].file, all.items[i - 1].file);
    if (begins) {
      cck_put_text(out, i ? "  </file>\n  <file name=\"" : "  <file name=\"");
      cck_put_xml_path(out, all.items[i].file);
      cck_put_text(out, "\">\n");
    }
    put_error(out, &all.items[i]);
  }
  cck_put_text(out, all.count ? "  </file>\n</checkstyle>\n" : "</checkstyle>\n");
  cck_arena_fini(&arena);
}
