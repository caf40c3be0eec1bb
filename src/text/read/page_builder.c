#include "text/read/page_builder.h"

#include <string.h>

#include "text/read/page_attributes.h"
#include "text/read/page_meta.h"
#include "text/read/page_names.h"
#include "text/read/page_text.h"

enum { CELL_INK = 80 }; /* a cell with more is a part of the page's layout */

static cck_page_frame *top(cck_page_builder *builder) { return &builder->stack.items[builder->stack.count - 1]; }

/* Does the element begin and end paragraphs? */
static bool is_block(cck_tag_kind kind) {
  switch (kind) {
  case CCK_TAG_PART:
  case CCK_TAG_ARTICLE:
  case CCK_TAG_MAIN:
  case CCK_TAG_FURNITURE:
  case CCK_TAG_LINES:
  case CCK_TAG_PARAGRAPH:
  case CCK_TAG_HEADING:
  case CCK_TAG_QUOTE:
  case CCK_TAG_LIST:
  case CCK_TAG_ITEM:
  case CCK_TAG_ROW:
  case CCK_TAG_CELL:
  case CCK_TAG_CAPTION:
    return true;
  default:
    return false;
  }
}

static bool parts_page(cck_tag_kind kind) {
  return kind == CCK_TAG_PART || kind == CCK_TAG_ARTICLE || kind == CCK_TAG_MAIN || kind == CCK_TAG_FURNITURE ||
         kind == CCK_TAG_LIST || kind == CCK_TAG_LINES || kind == CCK_TAG_QUOTE;
}

/* A cell with little in it: no sentence in a paragraph of its own. */
static bool is_cell(const cck_page *page, size_t i) {
  const cck_page_block *block = &page->blocks.items[i];
  char last = page->markup.text.ptr[page->markup.marks.items[i].end - 1];
  bool sentence = block->kind == CCK_TAG_PARAGRAPH && (last == '.' || last == '!' || last == '?');
  return block->cell && !block->heading && block->ink <= CELL_INK && !sentence;
}

/* The cells of a row become one paragraph, unless they are parts of the page's layout. */
static void end_row(cck_page_builder *builder) {
  cck_page *page = builder->page;
  size_t first = builder->row;
  builder->row = SIZE_MAX;
  if (first >= page->blocks.count)
    return;
  cck_page_block row = {.element = page->blocks.items[first].element, .kind = CCK_TAG_ROW};
  for (size_t i = first; i < page->blocks.count; i++) {
    const cck_page_block *cell = &page->blocks.items[i];
    if (!is_cell(page, i) || cell->element != row.element)
      return;
    row.ink += cell->ink;
    row.linked += cell->linked;
  }
  cck_markup_join(&page->markup, first);
  page->blocks.count = first;
  CCK_PUSH(page->arena, &page->blocks, row);
}

/* What a paragraph in it is: a caption stays one whatever stands in it, a list's item mostly. */
static cck_tag_kind text_kind(const cck_page_frame *around, cck_tag_kind kind, bool caption) {
  if (caption || around->text_kind == CCK_TAG_CAPTION)
    return CCK_TAG_CAPTION;
  if (!is_block(kind) || around->text_kind == CCK_TAG_HEADING)
    return around->text_kind;
  if (kind == CCK_TAG_LINES)
    return CCK_TAG_PARAGRAPH;
  if (around->text_kind == CCK_TAG_ITEM && (kind == CCK_TAG_PART || kind == CCK_TAG_PARAGRAPH))
    return CCK_TAG_ITEM;
  return parts_page(kind) || kind == CCK_TAG_ROW ? CCK_TAG_PART : kind;
}

static void add_element(cck_page_builder *builder, cck_page_frame *frame, unsigned says) {
  cck_page *page = builder->page;
  cck_page_element element = {.parent = frame->element,
                              .kind = frame->kind,
                              .furniture = frame->kind == CCK_TAG_FURNITURE,
                              .hinted = says & CCK_NAME_FURNITURE,
                              .content = says & CCK_NAME_CONTENT};
  frame->element = (uint32_t)page->elements.count;
  CCK_PUSH(page->arena, &page->elements, element);
}

/* The body as a whole is the page's, whatever it is called. */
static bool may_be_hinted(const char *name, cck_tag_kind kind) {
  return is_block(kind) && kind != CCK_TAG_MAIN && strcmp(name, "body") != 0;
}

/* The field that an element's text is of: <a rel="author"> is older than microdata and means the same. */
static cck_slice microdata(const cck_page_attributes *a) {
  return !a->itemprop.len && cck_slice_is(a->rel, "author") ? a->rel : a->itemprop;
}

static cck_page_way way_of(const cck_page_builder *builder, cck_tag_kind kind, const cck_page_attributes *a) {
  if (builder->way != CCK_WAY_PAGE)
    return CCK_WAY_PAGE; /* one at a time */
  if (kind == CCK_TAG_RAISED)
    return CCK_WAY_NOTE;
  if (kind == CCK_TAG_TITLE)
    return CCK_WAY_TITLE;
  if (kind == CCK_TAG_SCRIPT && cck_slice_eq_nocase(a->type, CCK_S("application/ld+json")))
    return CCK_WAY_DATA;
  return kind == CCK_TAG_TIME || cck_page_meta_takes(microdata(a)) ? CCK_WAY_BOTH : CCK_WAY_PAGE;
}

/* The name of an author or publisher within the element that tells of it. */
static void begin_name(cck_page_builder *builder, cck_page_frame *frame, const cck_page_attributes *a) {
  if (builder->way != CCK_WAY_BOTH || builder->named || !cck_slice_is(a->itemprop, "name"))
    return;
  frame->name = true;
  cck_buffer_clear(&builder->gathered);
  cck_put(&builder->gathered, a->content);
}

static void begin_way(cck_page_builder *builder, cck_page_frame *frame, const cck_page_attributes *a) {
  cck_arena *arena = builder->page->arena;
  begin_name(builder, frame, a);
  frame->way = way_of(builder, frame->kind, a);
  if (frame->way == CCK_WAY_PAGE)
    return;
  frame->field = cck_arena_copy(arena, microdata(a));
  frame->datetime = cck_arena_copy(arena, a->datetime.len ? a->datetime : a->content);
  frame->publication = a->pubdate.len || cck_page_is_publication(a->itemprop) || cck_page_is_publication(a->classes);
  builder->way = frame->way;
  builder->named = false;
  builder->way_frame = builder->stack.count;
  cck_buffer_clear(&builder->gathered);
}

static void take_meta(cck_page_builder *builder, const char *name, const cck_page_attributes *a) {
  cck_page *page = builder->page;
  cck_slice key = a->property.len ? a->property : a->name.len ? a->name : a->itemprop;
  bool marked = a->itemprop.len > 0;
  if (strcmp(name, "meta") == 0 && key.len && a->content.len)
    cck_page_meta_take(page, marked ? a->itemprop : key, a->content, marked);
  if (strcmp(name, "html") == 0 && a->lang.len && !page->lang.len)
    page->lang = cck_arena_copy(page->arena, a->lang);
}

static void break_line(cck_page_builder *builder, const char *name) {
  const cck_page *page = builder->page;
  if (builder->line_break || strcmp(name, "hr") == 0 || cck_page_is_set_apart(page, page->open.bold) ||
      cck_page_is_set_apart(page, page->open.italic))
    cck_page_end_paragraph(builder);
  cck_markup_space(&builder->page->markup);
  builder->line_break = cck_markup_has_ink(&builder->page->markup);
}

/* No note holds paragraphs: one that was not ended ends where the next begins. */
static void end_open_note(cck_page_builder *builder) {
  if (builder->way != CCK_WAY_NOTE)
    return;
  cck_page_frame *note = &builder->stack.items[builder->way_frame];
  builder->way = note->way = CCK_WAY_PAGE;
  cck_page_end_note(builder, note->link || builder->links);
}

void cck_page_start(cck_page_builder *builder, const char *name, const char *const *attributes) {
  cck_page *page = builder->page;
  cck_tag tag = cck_tag_find(name);
  cck_page_attributes a = {.hidden = false};
  cck_page_attributes_read(attributes, &a);
  unsigned says = cck_page_attributes_say(&builder->words, &a, is_block(tag.kind));
  cck_page_frame frame = {.kind = tag.kind,
                          .element = top(builder)->element,
                          .link = tag.kind == CCK_TAG_LINK,
                          .bold = tag.kind == CCK_TAG_BOLD,
                          .italic = tag.kind == CCK_TAG_ITALIC};
  frame.hidden = tag.kind == CCK_TAG_HIDDEN || tag.kind == CCK_TAG_CONTROL || a.hidden || a.aria_hidden ||
                 (says & CCK_NAME_UNSEEN) || cck_page_hides(page->arena, a.style);
  frame.cell = tag.kind == CCK_TAG_CELL || top(builder)->cell;
  frame.heading = tag.kind == CCK_TAG_HEADING ? (uint8_t)(name[1] - '0') : top(builder)->heading;
  frame.text_kind = text_kind(top(builder), tag.kind, (says & CCK_NAME_CAPTION) && is_block(tag.kind));
  if (is_block(tag.kind)) {
    end_open_note(builder);
    cck_page_end_paragraph(builder);
  }
  if (parts_page(tag.kind) || (is_block(tag.kind) && (says & CCK_NAME_FURNITURE)))
    add_element(builder, &frame, may_be_hinted(name, tag.kind) ? says : 0);
  if (tag.kind == CCK_TAG_IMAGE)
    page->elements.items[frame.element].image = true;
  if (tag.kind == CCK_TAG_CONTROL)
    page->elements.items[frame.element].control = true;
  if (tag.kind == CCK_TAG_LINK)
    builder->link_text = (uint32_t)page->markup.text.len;
  if (tag.kind == CCK_TAG_ROW)
    builder->row = page->blocks.count;
  if (tag.kind == CCK_TAG_BREAK)
    break_line(builder, name);
  take_meta(builder, name, &a);
  begin_way(builder, &frame, &a);
  builder->hidden += frame.hidden;
  builder->links += frame.link;
  builder->bolds += frame.bold;
  builder->lines += tag.kind == CCK_TAG_LINES;
  builder->italics += frame.italic;
  builder->seam = true;
  CCK_PUSH(page->arena, &builder->stack, frame);
}

void cck_page_text(cck_page_builder *builder, cck_slice text, uint32_t from) {
  if (builder->way != CCK_WAY_PAGE && !builder->named) {
    if (builder->gathered.len == 0)
      builder->gathered_from = from;
    cck_put(&builder->gathered, text);
  }
  bool shown = builder->way == CCK_WAY_PAGE || builder->way == CCK_WAY_BOTH;
  if (!shown || builder->hidden)
    return;
  if (builder->lines)
    cck_page_put_lines(builder, text, from);
  else
    cck_page_put_text(builder, text, from);
}

void cck_page_data(cck_page_builder *builder, cck_slice data) {
  if (builder->way == CCK_WAY_DATA)
    cck_put(&builder->gathered, data);
}

static void end_field(cck_page_builder *builder, const cck_page_frame *frame) {
  cck_page *page = builder->page;
  cck_slice text = frame->datetime.len ? frame->datetime : cck_slice_trim(cck_buffer_slice(&builder->gathered));
  if (cck_page_meta_takes(frame->field))
    cck_page_meta_take(page, frame->field, text, true);
  if (frame->kind != CCK_TAG_TIME)
    return;
  cck_page_time time = {cck_arena_copy(page->arena, text), page->blocks.count, frame->element, frame->publication};
  CCK_PUSH(page->arena, &page->times, time);
}

static void end_way(cck_page_builder *builder, const cck_page_frame *frame) {
  cck_page *page = builder->page;
  cck_slice gathered = cck_slice_trim(cck_buffer_slice(&builder->gathered));
  builder->way = CCK_WAY_PAGE;
  if (frame->way == CCK_WAY_NOTE)
    cck_page_end_note(builder, frame->link || builder->links);
  else if (frame->way == CCK_WAY_TITLE && !page->head_title.len)
    page->head_title = cck_arena_copy(page->arena, gathered);
  else if (frame->way == CCK_WAY_DATA)
    cck_page_meta_json(page, gathered);
  else if (frame->way == CCK_WAY_BOTH)
    end_field(builder, frame);
}

void cck_page_end(cck_page_builder *builder) {
  if (builder->stack.count <= 1)
    return;
  cck_page_frame frame = *top(builder);
  builder->stack.count--;
  if (is_block(frame.kind))
    cck_page_end_paragraph(builder);
  if (frame.kind == CCK_TAG_ROW && builder->row != SIZE_MAX)
    end_row(builder);
  if (frame.kind == CCK_TAG_LINK)
    cck_page_drop_footnote(builder);
  if (frame.link && builder->way == CCK_WAY_NOTE)
    builder->stack.items[builder->way_frame].link = true; /* a link within the raised sign */
  builder->named |= frame.name;
  if (frame.way != CCK_WAY_PAGE)
    end_way(builder, &frame);
  builder->hidden -= frame.hidden;
  builder->links -= frame.link && frame.kind == CCK_TAG_LINK;
  builder->bolds -= frame.bold;
  builder->lines -= frame.kind == CCK_TAG_LINES;
  builder->italics -= frame.italic;
  builder->seam = true;
}

void cck_page_begin(cck_page_builder *builder, cck_arena *arena, cck_page *page) {
  *page = (cck_page){.arena = arena, .title = SIZE_MAX};
  *builder = (cck_page_builder){.page = page, .row = SIZE_MAX};
  cck_markup_init(&page->markup, arena);
  cck_page_words_init(arena, &builder->words);
  CCK_PUSH(arena, &page->elements, ((cck_page_element){.kind = CCK_TAG_PAGE}));
  CCK_PUSH(arena, &builder->stack, ((cck_page_frame){.kind = CCK_TAG_PAGE, .text_kind = CCK_TAG_PART}));
}

void cck_page_finish(cck_page_builder *builder) {
  cck_page_end_paragraph(builder);
  cck_buffer_fini(&builder->gathered);
}
