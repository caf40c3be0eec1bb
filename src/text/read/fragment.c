#include "text/read/fragment.h"

#include "text/read/attributes.h"
#include "text/read/html.h"

void cck_fragment_fini(cck_fragment *fragment) { cck_buffer_fini(&fragment->html); }

void cck_fragment_clear(cck_fragment *fragment) {
  cck_buffer_clear(&fragment->html);
  fragment->map = (cck_place_map){.runs = {NULL, 0, 0}};
}

void cck_fragment_swap(cck_fragment *a, cck_fragment *b) {
  cck_fragment other = *a;
  *a = *b;
  *b = other;
}

void cck_fragment_put(cck_arena *arena, cck_fragment *fragment, cck_slice html, uint32_t from) {
  cck_place_map_add(arena, &fragment->map, (uint32_t)fragment->html.len, from);
  cck_put(&fragment->html, html);
}

static cck_slice escape_of(char c) {
  switch (c) {
  case '<':
    return CCK_S("&lt;");
  case '&':
    return CCK_S("&amp;");
  case '"':
    return CCK_S("&quot;");
  default:
    return (cck_slice){NULL, 0};
  }
}

/* In an attribute's value places do not matter. */
static void put_value(cck_fragment *fragment, cck_slice value) {
  for (size_t i = 0; i < value.len; i++) {
    cck_slice escape = escape_of(value.ptr[i]);
    cck_put(&fragment->html, escape.len ? escape : cck_slice_sub(value, i, i + 1));
  }
}

void cck_fragment_put_text(cck_arena *arena, cck_fragment *fragment, cck_slice text, uint32_t from) {
  size_t done = 0;
  for (size_t i = 0; i < text.len; i++) {
    cck_slice escape = escape_of(text.ptr[i]);
    if (!escape.len)
      continue;
    if (i > done)
      cck_fragment_put(arena, fragment, cck_slice_sub(text, done, i), from + (uint32_t)done);
    cck_fragment_put(arena, fragment, escape, from + (uint32_t)i);
    done = i + 1;
  }
  if (done < text.len)
    cck_fragment_put(arena, fragment, cck_slice_sub(text, done, text.len), from + (uint32_t)done);
}

void cck_fragment_copy_start(cck_fragment *fragment, const char *name, const cck_xml_tag *tag) {
  cck_put_char(&fragment->html, '<');
  cck_put_text(&fragment->html, name);
  for (size_t i = 0; i < tag->count; i++) {
    const char *attribute;
    cck_slice value = cck_xml_attribute_at(tag, i, &attribute);
    cck_putf(&fragment->html, " %s=\"", attribute);
    put_value(fragment, value);
    cck_put_char(&fragment->html, '"');
  }
  cck_put_char(&fragment->html, '>');
}

void cck_fragment_end(cck_fragment *fragment, const char *name) {
  cck_put_text(&fragment->html, "</");
  cck_put_text(&fragment->html, name);
  cck_put_char(&fragment->html, '>');
}

bool cck_fragment_has_excess(const cck_fragment *fragment) {
  return cck_attributes_find_excess(cck_buffer_slice(&fragment->html), CCK_ATTRIBUTES_HTML) != SIZE_MAX;
}

static void parse(const cck_fragment *fragment, cck_arena *scratch, cck_page *page) {
  cck_slice html = cck_buffer_slice(&fragment->html);
  cck_html_parse(scratch, cck_fragment_has_excess(fragment) ? (cck_slice){"", 0} : html, page);
}

/* By tag alone: names of classes are told from those of articles only where there is a page around. */
static bool *find_furniture(const cck_page *page) {
  bool *furniture = cck_arena_alloc(page->arena, page->elements.count * sizeof *furniture);
  for (size_t i = 1; i < page->elements.count; i++)
    furniture[i] = page->elements.items[i].furniture || furniture[page->elements.items[i].parent];
  return furniture;
}

static cck_block_kind kind_of(const cck_page_block *block, const bool *furniture) {
  if (furniture[block->element] || block->linked * 2 > block->ink)
    return CCK_BLOCK_FURNITURE;
  if (block->kind == CCK_TAG_CAPTION)
    return CCK_BLOCK_CAPTION;
  return block->kind == CCK_TAG_ITEM || block->kind == CCK_TAG_ROW ? CCK_BLOCK_LIST : CCK_BLOCK_BODY;
}

void cck_fragment_take(const cck_fragment *fragment, cck_arena *scratch, cck_markup *markup) {
  cck_page page;
  parse(fragment, scratch, &page);
  const bool *furniture = find_furniture(&page);
  for (size_t i = 0; i < page.blocks.count; i++) {
    page.markup.marks.items[i].kind = kind_of(&page.blocks.items[i], furniture);
    page.markup.marks.items[i].heading = page.blocks.items[i].heading;
    page.markup.marks.items[i].italic = page.blocks.items[i].italic >= page.blocks.items[i].ink;
  }
  cck_markup_take(markup, &page.markup, &fragment->map);
  cck_markup_fini(&page.markup);
}

cck_slice cck_fragment_take_title(const cck_fragment *fragment, cck_arena *scratch, cck_markup *markup) {
  size_t first = markup->marks.count;
  cck_page page;
  parse(fragment, scratch, &page);
  cck_markup_take(markup, &page.markup, &fragment->map);
  cck_markup_fini(&page.markup);
  if (first == markup->marks.count)
    return (cck_slice){NULL, 0};
  cck_markup_join(markup, first);
  cck_mark *mark = &markup->marks.items[first];
  mark->kind = CCK_BLOCK_TITLE;
  return cck_arena_copy(markup->arena, cck_slice_sub(cck_buffer_slice(&markup->text), mark->start, mark->end));
}

cck_slice cck_fragment_text(const cck_fragment *fragment, cck_arena *arena) {
  cck_markup markup; /* of one paragraph */
  cck_markup_init(&markup, arena);
  cck_slice text = cck_fragment_take_title(fragment, arena, &markup);
  cck_markup_fini(&markup);
  return text;
}
