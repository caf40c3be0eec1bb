#include "text/read/parts.h"

#include "text/furniture.h"

void cck_parts_begin(cck_parts *parts, cck_arena *arena, cck_documents *out) {
  *parts = (cck_parts){.arena = arena, .out = out};
  cck_arena_init(&parts->scratch);
  out->many = true;
}

/* A heading that only says the title again. */
static void drop_second_title(cck_markup *markup, cck_slice title) {
  cck_slice text = cck_buffer_slice(&markup->text);
  for (size_t i = 1; i < markup->marks.count; i++) {
    cck_mark *mark = &markup->marks.items[i];
    if (mark->heading && cck_furniture_same_title(cck_slice_sub(text, mark->start, mark->end), title))
      mark->kind = CCK_BLOCK_FURNITURE;
  }
}

bool cck_parts_add(cck_parts *parts, const cck_fragment *title, const cck_fragment *deck, const cck_fragment *text,
                   const cck_meta *meta) {
  cck_document part = {.meta = *meta};
  cck_markup markup;
  if (parts->markups.count >= CCK_PARTS_LIMIT) {
    parts->beyond++;
    return false;
  }
  if (cck_fragment_has_excess(text)) {
    parts->excess++;
    return false;
  }
  cck_arena_reset(&parts->scratch);
  cck_markup_init(&markup, parts->arena);
  part.meta.title = cck_fragment_take_title(title, &parts->scratch, &markup);
  if (deck)
    cck_fragment_take(deck, &parts->scratch, &markup);
  cck_fragment_take(text, &parts->scratch, &markup);
  if (!markup.marks.count) {
    cck_markup_fini(&markup);
    parts->empty++;
    return false;
  }
  if (part.meta.title.len)
    drop_second_title(&markup, part.meta.title);
  CCK_PUSH(parts->arena, parts->out, part);
  CCK_PUSH(parts->arena, &parts->markups, markup);
  return true;
}

static void note(cck_parts *parts, unsigned count, const char *name, const char *what) {
  if (count)
    CCK_PUSH(parts->arena, &parts->out->notes, cck_arena_printf(parts->arena, "%u %s %s left out", count, name, what));
}

static void release(cck_parts *parts) {
  for (size_t i = 0; i < parts->markups.count; i++)
    cck_markup_fini(&parts->markups.items[i]);
  cck_arena_fini(&parts->scratch);
}

void cck_parts_end(cck_parts *parts, cck_slice path, cck_slice file, const char *one, const char *more) {
  cck_document whole;
  cck_document_begin(parts->arena, path, file, file, &whole);
  for (size_t i = 0; i < parts->markups.count; i++) {
    cck_document *part = &parts->out->items[i];
    cck_meta meta = part->meta;
    cck_markup_finish_within(&parts->markups.items[i], &whole, part);
    part->meta = meta;
  }
  note(parts, parts->empty, parts->empty == 1 ? one : more, "without a text");
  note(parts, parts->beyond, parts->beyond == 1 ? one : more, "beyond the first 10000");
  note(parts, parts->excess, parts->excess == 1 ? one : more, "with an element of more than 256 attributes");
  release(parts);
}

void cck_parts_fail(cck_parts *parts) {
  parts->out->count = 0;
  release(parts);
}
