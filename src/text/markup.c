#include "text/markup.h"

#include "base/utf8.h"

/* Between paragraphs; as many bytes as stand between the cells of a row. */
static const cck_slice gap = {"\n\n\n", 3};
static const cck_slice cell_gap = {" | ", 3};

void cck_markup_init(cck_markup *markup, cck_arena *arena) { *markup = (cck_markup){.arena = arena}; }

void cck_markup_fini(cck_markup *markup) { cck_buffer_fini(&markup->text); }

bool cck_markup_has_ink(const cck_markup *markup) { return markup->open; }

/* Soft hyphen, zero-width space, word joiner, byte order mark: for the setting of lines, not for the reader. */
static bool has_no_width(uint32_t code) { return code == 0xad || code == 0x200b || code == 0x2060 || code == 0xfeff; }

static bool is_blank(uint32_t code) { return code < 0x80 ? cck_is_space((char)code) : cck_utf8_is_space(code); }

/* As it will stand: no-break, thin and narrow spaces group digits ("1 200") and stay when they are alone. */
static cck_slice space_of(uint32_t code) {
  switch (code) {
  case 0xa0:
    return CCK_S("\xc2\xa0");
  case 0x2009:
    return CCK_S("\xe2\x80\x89");
  case 0x202f:
    return CCK_S("\xe2\x80\xaf");
  default:
    return CCK_S(" ");
  }
}

static void put_blank(cck_markup *markup, uint32_t code) {
  markup->space = markup->space.len ? CCK_S(" ") : space_of(code);
}

void cck_markup_space(cck_markup *markup) { put_blank(markup, ' '); }

static void put_ink(cck_markup *markup, cck_slice ink, uint32_t from) {
  if (markup->open)
    cck_put(&markup->text, markup->space);
  else if (markup->marks.count)
    cck_put(&markup->text, gap);
  markup->space = (cck_slice){NULL, 0};
  uint32_t at = (uint32_t)markup->text.len;
  if (!markup->open)
    markup->start = at;
  markup->open = true;
  cck_place_map_add(markup->arena, &markup->map, at, from);
  cck_put(&markup->text, ink);
}

void cck_markup_put(cck_markup *markup, cck_slice piece, uint32_t from) {
  size_t ink = 0; /* of piece[ink, at) nothing is put yet */
  for (size_t at = 0, next = 0; at <= piece.len; at = next) {
    uint32_t code = at < piece.len ? cck_utf8_next(piece, &next) : ' ';
    bool blank = !has_no_width(code) && is_blank(code);
    if (!blank && !has_no_width(code))
      continue;
    if (at > ink)
      put_ink(markup, cck_slice_sub(piece, ink, at), from + (uint32_t)ink);
    if (at == piece.len)
      return;
    ink = next;
    if (blank)
      put_blank(markup, code);
  }
}

void cck_markup_cut(cck_markup *markup, uint32_t at) {
  markup->text.len = at;
  while (markup->map.runs.count && markup->map.runs.items[markup->map.runs.count - 1].text >= at)
    markup->map.runs.count--;
}

size_t cck_markup_end(cck_markup *markup, cck_block_kind kind) {
  markup->space = (cck_slice){NULL, 0};
  if (!markup->open)
    return SIZE_MAX;
  markup->open = false;
  CCK_PUSH(markup->arena, &markup->marks,
           ((cck_mark){.kind = kind, .start = markup->start, .end = (uint32_t)markup->text.len}));
  return markup->marks.count - 1;
}

void cck_markup_join(cck_markup *markup, size_t first) {
  for (size_t i = first; i + 1 < markup->marks.count; i++)
    memcpy(markup->text.ptr + markup->marks.items[i].end, cell_gap.ptr, cell_gap.len);
  if (first + 1 >= markup->marks.count)
    return;
  markup->marks.items[first].end = markup->marks.items[markup->marks.count - 1].end;
  markup->marks.count = first + 1;
}

/* The runs of one paragraph; *run is the first that may be. */
static void take_runs(cck_markup *markup, const cck_markup *other, const cck_mark *mark, size_t *run,
                      const cck_place_map *through) {
  const cck_place_map *map = &other->map;
  uint32_t shift = markup->start - mark->start;
  while (*run + 1 < map->runs.count && map->runs.items[*run + 1].text <= mark->start)
    ++*run;
  for (; *run < map->runs.count && map->runs.items[*run].text < mark->end; ++*run) {
    cck_place_run here = map->runs.items[*run];
    uint32_t end = *run + 1 < map->runs.count ? map->runs.items[*run + 1].text : mark->end;
    if (end > mark->end)
      end = mark->end;
    if (here.text < mark->start)
      here = (cck_place_run){mark->start, here.file + (mark->start - here.text)};
    uint32_t length = end - here.text;
    here.text += shift;
    if (through)
      cck_place_map_through(markup->arena, &markup->map, here, length, through);
    else
      cck_place_map_add(markup->arena, &markup->map, here.text, here.file);
  }
  *run -= *run > 0; /* it may go on in the next */
}

void cck_markup_take(cck_markup *markup, const cck_markup *other, const cck_place_map *through) {
  cck_slice text = cck_buffer_slice(&other->text);
  size_t run = 0;
  for (size_t i = 0; i < other->marks.count; i++) {
    const cck_mark *mark = &other->marks.items[i];
    if (markup->marks.count)
      cck_put(&markup->text, gap);
    markup->start = (uint32_t)markup->text.len;
    take_runs(markup, other, mark, &run, through);
    cck_put(&markup->text, cck_slice_sub(text, mark->start, mark->end));
    cck_mark copy = *mark;
    copy.start = markup->start;
    copy.end = (uint32_t)markup->text.len;
    CCK_PUSH(markup->arena, &markup->marks, copy);
  }
}

/* Without a paragraph that was not ended. */
static cck_slice finished_text(const cck_markup *markup) {
  cck_slice text = cck_arena_copy(markup->arena, cck_buffer_slice(&markup->text));
  if (markup->open)
    text.len = markup->start;
  return text;
}

void cck_markup_finish(cck_markup *markup, cck_slice path, cck_slice file, cck_document *out) {
  cck_document_begin(markup->arena, path, file, finished_text(markup), out);
  out->map = markup->map;
  out->marks = markup->marks;
}

void cck_markup_finish_within(cck_markup *markup, const cck_document *whole, cck_document *out) {
  cck_slice text = finished_text(markup);
  *out = (cck_document){.arena = markup->arena,
                        .path = whole->path,
                        .text = text,
                        .file = whole->file,
                        .digest_of = text,
                        .map = markup->map,
                        .marks = markup->marks,
                        .lines = {whole->lines.items, whole->lines.count, whole->lines.count},
                        .points = {whole->points.items, whole->points.count, whole->points.count}};
}
