#include "text/read/page_builder.h"

#include <string.h>
#include <strings.h>

#include "text/read/page_meta.h"
#include "text/read/page_names.h"

enum { BOLD_HEADING = 6 }; /* the height of a heading that is only a line in bold */
enum { CELL_INK = 80 };    /* a cell with more is a part of the page's layout */

/* The attributes that matter; empty when they are not there. */
typedef struct tag_attributes {
  cck_slice class, id, role, style, itemprop, datetime, content, property, name, type, lang, pubdate, rel;
  cck_slice names[7]; /* of parts and tests, which say what an element is as classes do */
  bool hidden, aria_hidden;
} tag_attributes;

static bool take_flag(tag_attributes *a, const char *name, const char *value) {
  if (strcmp(name, "hidden") == 0)
    a->hidden = true;
  else if (strcmp(name, "aria-hidden") == 0)
    a->aria_hidden = value && strcmp(value, "true") == 0;
  else
    return false;
  return true;
}

static void read_attributes(const char *const *list, tag_attributes *a) {
  const struct {
    const char *name;
    cck_slice *value;
  } fields[] = {{"class", &a->class},
                {"id", &a->id},
                {"role", &a->role},
                {"style", &a->style},
                {"itemprop", &a->itemprop},
                {"datetime", &a->datetime},
                {"content", &a->content},
                {"property", &a->property},
                {"name", &a->name},
                {"type", &a->type},
                {"lang", &a->lang},
                {"pubdate", &a->pubdate},
                {"rel", &a->rel},
                {"data-testid", &a->names[0]},
                {"data-cy", &a->names[1]},
                {"data-qa", &a->names[2]},
                {"data-component", &a->names[3]},
                {"data-module", &a->names[4]},
                {"data-type", &a->names[5]},
                {"aria-label", &a->names[6]}};
  for (; list && list[0]; list += 2) {
    if (take_flag(a, list[0], list[1]))
      continue;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
      if (strcmp(list[0], fields[i].name) == 0)
        *fields[i].value = cck_slice_of(list[1] ? list[1] : list[0]);
  }
}

static bool style_hides(cck_arena *arena, cck_slice style) {
  if (!style.len)
    return false;
  cck_slice lower = cck_arena_lower(arena, style);
  char *text = cck_arena_alloc(arena, lower.len + 1);
  size_t n = 0;
  for (size_t i = 0; i < lower.len; i++)
    if (!cck_is_space(lower.ptr[i]))
      text[n++] = lower.ptr[i];
  static const char *const hiding[] = {
#define CCK_PAGE_STYLE(text) text,
#include "text/read/page_styles.def"
#undef CCK_PAGE_STYLE
  };
  cck_slice packed = {text, n};
  for (size_t i = 0; i < sizeof hiding / sizeof *hiding; i++)
    if (cck_slice_find(packed, cck_slice_of(hiding[i]), 0) != SIZE_MAX)
      return true;
  return false;
}

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
         kind == CCK_TAG_LIST || kind == CCK_TAG_LINES;
}

/* A short line that is no sentence and all of another kind of letters stands for itself; in bold it is a heading. */
static bool is_set_apart(const cck_page *page, uint32_t letters) {
  enum { LINE_INK = 80 };
  const cck_page_block *open = &page->open;
  if (open->heading || !open->ink || letters != open->ink || open->ink > LINE_INK)
    return false;
  char last = page->markup.text.len ? page->markup.text.ptr[page->markup.text.len - 1] : '.';
  return last != '.' && last != '!' && last != '?' && last != '"';
}

static void end_paragraph(cck_page_builder *builder) {
  cck_page *page = builder->page;
  builder->line_break = false;
  if (is_set_apart(page, page->open.bold)) {
    page->open.kind = CCK_TAG_HEADING;
    page->open.heading = BOLD_HEADING;
  }
  if (cck_markup_end(&page->markup, CCK_BLOCK_BODY) != SIZE_MAX)
    CCK_PUSH(page->arena, &page->blocks, page->open);
  page->open = (cck_page_block){0};
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
    if (cell->kind != CCK_TAG_CELL || cell->ink > CELL_INK || cell->element != row.element)
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
static cck_slice microdata(const tag_attributes *a) {
  return !a->itemprop.len && cck_slice_is(a->rel, "author") ? a->rel : a->itemprop;
}

static cck_page_way way_of(const cck_page_builder *builder, cck_tag_kind kind, const tag_attributes *a) {
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
static void begin_name(cck_page_builder *builder, cck_page_frame *frame, const tag_attributes *a) {
  if (builder->way != CCK_WAY_BOTH || builder->named || !cck_slice_is(a->itemprop, "name"))
    return;
  frame->name = true;
  cck_buffer_clear(&builder->gathered);
  cck_put(&builder->gathered, a->content);
}

static void begin_way(cck_page_builder *builder, cck_page_frame *frame, const tag_attributes *a) {
  cck_arena *arena = builder->page->arena;
  begin_name(builder, frame, a);
  frame->way = way_of(builder, frame->kind, a);
  if (frame->way == CCK_WAY_PAGE)
    return;
  frame->field = cck_arena_copy(arena, microdata(a));
  frame->datetime = cck_arena_copy(arena, a->datetime.len ? a->datetime : a->content);
  frame->publication = a->pubdate.len || cck_page_is_publication(a->itemprop) || cck_page_is_publication(a->class);
  builder->way = frame->way;
  builder->named = false;
  builder->way_frame = builder->stack.count;
  cck_buffer_clear(&builder->gathered);
}

static void take_meta(cck_page_builder *builder, const char *name, const tag_attributes *a) {
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
  if (builder->line_break || strcmp(name, "hr") == 0 || is_set_apart(page, page->open.bold) ||
      is_set_apart(page, page->open.italic))
    end_paragraph(builder);
  cck_markup_space(&builder->page->markup);
  builder->line_break = cck_markup_has_ink(&builder->page->markup);
}

static unsigned hints_of(const cck_page_builder *builder, const tag_attributes *a, bool block) {
  unsigned says = cck_page_words_say(&builder->words, a->class) | cck_page_words_say(&builder->words, a->id) |
                  cck_page_words_say(&builder->words, a->role);
  for (size_t i = 0; i < sizeof a->names / sizeof *a->names; i++)
    says |= cck_page_words_say(&builder->words, a->names[i]);
  if ((says & CCK_NAME_CREDIT) && !(says & CCK_NAME_CAPTION))
    says |= block ? CCK_NAME_FURNITURE : CCK_NAME_UNSEEN;
  return says;
}

void cck_page_start(cck_page_builder *builder, const char *name, const char *const *attributes) {
  cck_page *page = builder->page;
  cck_tag tag = cck_tag_find(name);
  tag_attributes a = {.hidden = false};
  read_attributes(attributes, &a);
  unsigned says = hints_of(builder, &a, is_block(tag.kind));
  cck_page_frame frame = {.kind = tag.kind,
                          .element = top(builder)->element,
                          .link = tag.kind == CCK_TAG_LINK,
                          .bold = tag.kind == CCK_TAG_BOLD,
                          .italic = tag.kind == CCK_TAG_ITALIC};
  frame.hidden = tag.kind == CCK_TAG_HIDDEN || tag.kind == CCK_TAG_CONTROL || a.hidden || a.aria_hidden ||
                 (says & CCK_NAME_UNSEEN) || style_hides(page->arena, a.style);
  frame.heading = tag.kind == CCK_TAG_HEADING ? (uint8_t)(name[1] - '0') : top(builder)->heading;
  frame.text_kind = text_kind(top(builder), tag.kind, (says & CCK_NAME_CAPTION) && is_block(tag.kind));
  if (is_block(tag.kind))
    end_paragraph(builder);
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

static uint32_t count_ink(cck_slice text) {
  uint32_t ink = 0;
  for (size_t i = 0; i < text.len; i++)
    ink += !cck_is_space(text.ptr[i]);
  return ink;
}

/* Where one element ends and the next begins, and so do two sentences without a space: a style sheet parts them. */
static bool is_seam(const cck_page_builder *builder, cck_slice text) {
  const cck_markup *markup = &builder->page->markup;
  if (!builder->seam || !cck_markup_has_ink(markup) || markup->space.len || !text.len || !cck_is_upper(text.ptr[0]))
    return false;
  char last = markup->text.ptr[markup->text.len - 1];
  return last == '.' || last == '!' || last == '?';
}

static void put_text(cck_page_builder *builder, cck_slice text, uint32_t from) {
  cck_page *page = builder->page;
  uint32_t ink = count_ink(text);
  if (is_seam(builder, text))
    end_paragraph(builder);
  builder->seam = false;
  if (ink && !cck_markup_has_ink(&page->markup)) {
    const cck_page_frame *frame = top(builder);
    page->open = (cck_page_block){.element = frame->element, .kind = frame->text_kind, .heading = frame->heading};
  }
  page->open.ink += ink;
  page->open.linked += builder->links ? ink : 0;
  page->open.bold += builder->bolds ? ink : 0;
  page->open.italic += builder->italics ? ink : 0;
  builder->line_break &= ink == 0;
  cck_markup_put(&page->markup, text, from);
}

/* In lines that count, a blank one and one that is set in begin a paragraph. */
static void put_lines(cck_page_builder *builder, cck_slice text, uint32_t from) {
  size_t start = 0;
  while (start < text.len) {
    size_t end = cck_slice_find(text, CCK_S("\n"), start);
    end = end == SIZE_MAX ? text.len : end + 1;
    cck_slice line = cck_slice_sub(text, start, end);
    bool begins = start > 0 && (cck_slice_starts(line, CCK_S("  ")) || cck_slice_starts(line, CCK_S("\t")));
    if (begins || !cck_slice_trim(line).len)
      end_paragraph(builder);
    put_text(builder, line, from + (uint32_t)start);
    start = end;
  }
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
    put_lines(builder, text, from);
  else
    put_text(builder, text, from);
}

void cck_page_data(cck_page_builder *builder, cck_slice data) {
  if (builder->way == CCK_WAY_DATA)
    cck_put(&builder->gathered, data);
}

/* A raised figure as it can be told from one that is not: 10 with a raised 6 is no 106. */
static void put_raised(cck_page_builder *builder, cck_slice digits) {
  static const char *const raised[] = {"\u2070", "\u00b9", "\u00b2", "\u00b3", "\u2074",
                                       "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
  for (size_t i = 0; i < digits.len; i++)
    put_text(builder, cck_slice_of(raised[digits.ptr[i] - '0']), builder->gathered_from + (uint32_t)i);
}

static bool is_number(cck_slice s) {
  for (size_t i = 0; i < s.len; i++)
    if (!cck_is_digit(s.ptr[i]))
      return false;
  return s.len > 0;
}

/* "1", "2, 3", "4-6": what marks of footnotes are made of. */
static bool is_numbers(cck_slice s) {
  for (size_t i = 0; i < s.len; i++)
    if (!cck_is_digit(s.ptr[i]) && !strchr(", -", s.ptr[i]) && (unsigned char)s.ptr[i] < 0x80) /* of any width */
      return false;
  return s.len > 0 && cck_is_digit(s.ptr[0]);
}

/* Does a raised figure belong to a number or a unit ("10", "km"), rather than to a word or a sentence? */
static bool is_exponent(const cck_markup *markup) {
  enum { UNIT_LETTERS = 3 };
  size_t letters = 0;
  size_t at = markup->text.len;
  if (!cck_markup_has_ink(markup) || markup->space.len)
    return false;
  while (at > markup->start && cck_is_alpha(markup->text.ptr[at - 1]) && letters <= UNIT_LETTERS) {
    at--;
    letters++;
  }
  bool digit = at > markup->start && cck_is_digit(markup->text.ptr[at - 1]);
  return letters ? letters <= UNIT_LETTERS : digit;
}

/* The mark of a footnote goes; a figure is an exponent; "th" is as it stands. */
static void end_note(cck_page_builder *builder, bool linked) {
  cck_slice note = cck_slice_trim(cck_buffer_slice(&builder->gathered));
  bool mark = linked || (note.len && (note.ptr[0] == '[' || note.ptr[0] == '*' || note.ptr[0] == '('));
  if (builder->hidden || mark)
    return;
  if (is_number(note) && is_exponent(&builder->page->markup))
    put_raised(builder, note);
  else if (!is_numbers(note))
    put_text(builder, note, builder->gathered_from);
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
    end_note(builder, frame->link || builder->links);
  else if (frame->way == CCK_WAY_TITLE && !page->head_title.len)
    page->head_title = cck_arena_copy(page->arena, gathered);
  else if (frame->way == CCK_WAY_DATA)
    cck_page_meta_json(page, gathered);
  else if (frame->way == CCK_WAY_BOTH)
    end_field(builder, frame);
}

/* A link that is a number straight behind a word or a sentence is the mark of a footnote. */
static void drop_footnote(cck_page_builder *builder) {
  enum { MARK_DIGITS = 3 };
  cck_markup *markup = &builder->page->markup;
  uint32_t at = builder->link_text;
  if (!cck_markup_has_ink(markup) || at <= markup->start || at >= markup->text.len)
    return;
  cck_slice mark = cck_slice_sub(cck_buffer_slice(&markup->text), at, markup->text.len);
  char before = markup->text.ptr[at - 1];
  if (mark.len > MARK_DIGITS || !is_number(mark) || cck_is_digit(before) || cck_is_space(before))
    return;
  builder->page->open.ink -= (uint32_t)mark.len;
  builder->page->open.linked -= (uint32_t)mark.len;
  cck_markup_cut(markup, at);
}

void cck_page_end(cck_page_builder *builder) {
  if (builder->stack.count <= 1)
    return;
  cck_page_frame frame = *top(builder);
  builder->stack.count--;
  if (is_block(frame.kind))
    end_paragraph(builder);
  if (frame.kind == CCK_TAG_ROW && builder->row != SIZE_MAX)
    end_row(builder);
  if (frame.kind == CCK_TAG_LINK)
    drop_footnote(builder);
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
  end_paragraph(builder);
  cck_buffer_fini(&builder->gathered);
}
