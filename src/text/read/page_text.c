#include "text/read/page_text.h"

#include <string.h>

enum { BOLD_HEADING = 6 }; /* the height of a heading that is only a line in bold */

/* A short line that is no sentence and all of another kind of letters stands for itself; in bold it is a heading. */
bool cck_page_is_set_apart(const cck_page *page, uint32_t letters) {
  enum { LINE_INK = 80 };
  const cck_page_block *open = &page->open;
  if (open->heading || !open->ink || letters != open->ink || open->ink > LINE_INK)
    return false;
  char last = page->markup.text.len ? page->markup.text.ptr[page->markup.text.len - 1] : '.';
  return last != '.' && last != '!' && last != '?' && last != '"';
}

void cck_page_end_paragraph(cck_page_builder *builder) {
  cck_page *page = builder->page;
  builder->line_break = false;
  if (cck_page_is_set_apart(page, page->open.bold)) {
    page->open.kind = CCK_TAG_HEADING;
    page->open.heading = BOLD_HEADING;
  }
  if (cck_markup_end(&page->markup, CCK_BLOCK_BODY) != SIZE_MAX)
    CCK_PUSH(page->arena, &page->blocks, page->open);
  page->open = (cck_page_block){0};
}

static uint32_t count_ink(cck_slice text) {
  uint32_t ink = 0;
  for (size_t i = 0; i < text.len; i++)
    ink += !cck_is_space(text.ptr[i]);
  return ink;
}

/*
 * Where one element ends and the next begins, and so do two sentences without a space, or a caption and who made the
 * picture: a style sheet parts them.
 */
static bool is_seam(const cck_page_builder *builder, cck_slice text) {
  const cck_page *page = builder->page;
  const cck_markup *markup = &page->markup;
  if (!builder->seam || !cck_markup_has_ink(markup) || markup->space.len || !text.len || !cck_is_upper(text.ptr[0]))
    return false;
  char last = markup->text.ptr[markup->text.len - 1];
  bool caption = page->open.kind == CCK_TAG_CAPTION && (cck_is_lower(last) || cck_is_digit(last));
  return last == '.' || last == '!' || last == '?' || caption;
}

void cck_page_put_text(cck_page_builder *builder, cck_slice text, uint32_t from) {
  cck_page *page = builder->page;
  uint32_t ink = count_ink(text);
  if (is_seam(builder, text))
    cck_page_end_paragraph(builder);
  builder->seam = false;
  if (ink && !cck_markup_has_ink(&page->markup)) {
    const cck_page_frame *frame = &builder->stack.items[builder->stack.count - 1];
    page->open = (cck_page_block){
        .element = frame->element, .kind = frame->text_kind, .heading = frame->heading, .cell = frame->cell};
  }
  page->open.ink += ink;
  page->open.linked += builder->links ? ink : 0;
  page->open.bold += builder->bolds ? ink : 0;
  page->open.italic += builder->italics ? ink : 0;
  builder->line_break &= ink == 0;
  cck_markup_put(&page->markup, text, from);
}

/* In lines that count, a blank one and one that is set in begin a paragraph. */
void cck_page_put_lines(cck_page_builder *builder, cck_slice text, uint32_t from) {
  size_t start = 0;
  while (start < text.len) {
    size_t end = cck_slice_find(text, CCK_S("\n"), start);
    end = end == SIZE_MAX ? text.len : end + 1;
    cck_slice line = cck_slice_sub(text, start, end);
    bool begins = start > 0 && (cck_slice_starts(line, CCK_S("  ")) || cck_slice_starts(line, CCK_S("\t")));
    if (begins || !cck_slice_trim(line).len)
      cck_page_end_paragraph(builder);
    cck_page_put_text(builder, line, from + (uint32_t)start);
    start = end;
  }
}

/* A raised figure as it can be told from one that is not: 10 with a raised 6 is no 106. */
static void put_raised(cck_page_builder *builder, cck_slice digits) {
  static const char *const raised[] = {"\u2070", "\u00b9", "\u00b2", "\u00b3", "\u2074",
                                       "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
  for (size_t i = 0; i < digits.len; i++)
    cck_page_put_text(builder, cck_slice_of(raised[digits.ptr[i] - '0']), builder->gathered_from + (uint32_t)i);
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
void cck_page_end_note(cck_page_builder *builder, bool linked) {
  cck_slice note = cck_slice_trim(cck_buffer_slice(&builder->gathered));
  bool mark = linked || (note.len && (note.ptr[0] == '[' || note.ptr[0] == '*' || note.ptr[0] == '('));
  if (builder->hidden || mark)
    return;
  if (is_number(note) && is_exponent(&builder->page->markup))
    put_raised(builder, note);
  else if (!is_numbers(note))
    cck_page_put_text(builder, note, builder->gathered_from);
}

/* A link that is a number straight behind a word or a sentence is the mark of a footnote. */
void cck_page_drop_footnote(cck_page_builder *builder) {
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
