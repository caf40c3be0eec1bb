/*
 * Markdown (CommonMark, GitHub's tables and strikethrough): the only user of md4c.
 *
 * md4c hands out pieces of the file itself, so the place of a piece is where it points to. Code blocks, raw HTML,
 * pictures, what is struck out, and addresses are no text; footnotes are furniture, as references are on a page.
 */
#include <md4c.h>
#include <string.h>

#include "text/front_matter.h"
#include "text/markup.h"
#include "text/read/entity.h"
#include "text/read/reader.h"

typedef struct markdown {
  cck_arena *arena;
  cck_slice file;
  cck_markup markup;
  unsigned lists, links, silent; /* how many are open; silent: what is in it is no text */
  bool raised;                   /* within <sup> */
  size_t ink, linked;            /* bytes of the open paragraph's text, and of that in links */
  size_t row;                    /* the first cell of the open row */
  uint8_t heading;
  size_t title; /* the paragraph; SIZE_MAX while there is none */
} markdown;

static bool is_link_list(const markdown *m, bool item) { return item && m->linked * 2 > m->ink; }

static void end_paragraph(markdown *m) {
  bool item = m->lists > 0 || m->row != SIZE_MAX;
  cck_block_kind kind = is_link_list(m, item) ? CCK_BLOCK_FURNITURE : item ? CCK_BLOCK_LIST : CCK_BLOCK_BODY;
  size_t i = cck_markup_end(&m->markup, kind);
  m->ink = m->linked = 0;
  m->raised = false; /* nobody ended it */
  if (i == SIZE_MAX)
    return;
  m->markup.marks.items[i].heading = m->heading;
  bool opens = i == 0 || m->heading == 1; /* the title: a heading of the first height, or what the file begins with */
  if (m->title == SIZE_MAX && m->heading && opens)
    m->title = i;
}

/* "[^1]: Ministry of Works, report of 2019." */
static bool is_footnote(cck_slice paragraph) {
  size_t end = cck_slice_find(paragraph, CCK_S("]:"), 0);
  return cck_slice_starts(paragraph, CCK_S("[^")) && end != SIZE_MAX &&
         cck_slice_find(cck_slice_sub(paragraph, 0, end), CCK_S(" "), 0) == SIZE_MAX;
}

static bool parts(MD_BLOCKTYPE type) { return type != MD_BLOCK_DOC && type != MD_BLOCK_HR; }

static int on_block_start(MD_BLOCKTYPE type, void *detail, void *context) {
  markdown *m = context;
  if (parts(type))
    end_paragraph(m);
  if (type == MD_BLOCK_H)
    m->heading = (uint8_t)((const MD_BLOCK_H_DETAIL *)detail)->level;
  else if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
    m->lists++;
  else if (type == MD_BLOCK_TR)
    m->row = m->markup.marks.count;
  else if (type == MD_BLOCK_CODE || type == MD_BLOCK_HTML)
    m->silent++;
  return 0;
}

static int on_block_end(MD_BLOCKTYPE type, void *detail, void *context) {
  markdown *m = context;
  (void)detail;
  if (parts(type))
    end_paragraph(m);
  if (type == MD_BLOCK_H) {
    m->heading = 0;
  } else if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) {
    m->lists--;
  } else if (type == MD_BLOCK_TR) {
    cck_markup_join(&m->markup, m->row);
    m->row = SIZE_MAX;
  } else if (type == MD_BLOCK_CODE || type == MD_BLOCK_HTML) {
    m->silent--;
  }
  return 0;
}

static bool is_silent(MD_SPANTYPE type) { return type == MD_SPAN_IMG || type == MD_SPAN_DEL; }

static int on_span_start(MD_SPANTYPE type, void *detail, void *context) {
  markdown *m = context;
  (void)detail;
  m->links += type == MD_SPAN_A;
  m->silent += is_silent(type);
  return 0;
}

static int on_span_end(MD_SPANTYPE type, void *detail, void *context) {
  markdown *m = context;
  (void)detail;
  m->links -= type == MD_SPAN_A;
  m->silent -= is_silent(type);
  return 0;
}

static void put(markdown *m, cck_slice piece, uint32_t from) {
  cck_markup_put(&m->markup, piece, from);
  m->ink += piece.len;
  m->linked += m->links ? piece.len : 0;
}

/* A mark "[^1]" without a space in it: where it ends; 0 for none. */
static size_t mark_end(cck_slice s, size_t at) {
  enum { LABEL = 40 };
  size_t end = at + 2;
  while (end < s.len && end < at + LABEL && s.ptr[end] != ']' && !cck_is_space(s.ptr[end]))
    end++;
  return end < s.len && s.ptr[end] == ']' ? end + 1 : 0;
}

/* Without the marks of footnotes; one that begins the paragraph is the note's own. */
static void put_unmarked(markdown *m, cck_slice piece, uint32_t from) {
  size_t done = 0;
  for (size_t at = 0; (at = cck_slice_find(piece, CCK_S("[^"), at)) != SIZE_MAX;) {
    size_t end = mark_end(piece, at);
    if (!end || (at == 0 && !cck_markup_has_ink(&m->markup))) {
      at += 2;
      continue;
    }
    put(m, cck_slice_sub(piece, done, at), from + (uint32_t)done);
    done = at = end;
  }
  put(m, cck_slice_sub(piece, done, piece.len), from + (uint32_t)done);
}

static bool is_address(cck_slice s) {
  return cck_slice_starts(s, CCK_S("http://")) || cck_slice_starts(s, CCK_S("https://")) ||
         cck_slice_starts(s, CCK_S("www.")) || cck_slice_starts(s, CCK_S("ftp://"));
}

static bool is_number(cck_slice s) {
  size_t digits = 0;
  while (digits < s.len && cck_is_digit(s.ptr[digits]))
    digits++;
  return digits == s.len;
}

/* 10<sup>6</sup> is no 106. */
static void put_raised(markdown *m, cck_slice digits, uint32_t from) {
  static const char *const raised[] = {"\u2070", "\u00b9", "\u00b2", "\u00b3", "\u2074",
                                       "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
  for (size_t i = 0; i < digits.len; i++)
    put(m, cck_slice_of(raised[digits.ptr[i] - '0']), from + (uint32_t)i);
}

static void on_tag(markdown *m, cck_slice tag) {
  if (cck_slice_starts(tag, CCK_S("<br")))
    cck_markup_space(&m->markup);
  else if (cck_slice_is(tag, "<sup>"))
    m->raised = true;
  else if (cck_slice_is(tag, "</sup>"))
    m->raised = false;
}

static void on_words(markdown *m, cck_slice piece, uint32_t from) {
  bool noted = m->links && from > 0 && m->file.ptr[from - 1] == '[' && piece.ptr[0] == '^';
  if (noted || (m->links && is_address(piece)))
    return;
  if (m->raised && is_number(piece))
    put_raised(m, piece, from);
  else
    put_unmarked(m, piece, from);
}

static void on_entity(markdown *m, cck_slice piece, uint32_t from) {
  char sign[CCK_ENTITY_SIGN];
  size_t bytes = cck_entity_read(piece, sign);
  put(m, bytes ? (cck_slice){sign, bytes} : piece, from);
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *context) {
  markdown *m = context;
  cck_slice piece = {text, size};
  bool within = text >= m->file.ptr && text < m->file.ptr + m->file.len;
  if (m->silent || !size)
    return 0;
  if (type == MD_TEXT_HTML)
    on_tag(m, piece);
  else if (!within || type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
    cck_markup_space(&m->markup);
  else if (type == MD_TEXT_ENTITY)
    on_entity(m, piece, (uint32_t)(text - m->file.ptr));
  else
    on_words(m, piece, (uint32_t)(text - m->file.ptr));
  return 0;
}

static cck_slice paragraph_text(const markdown *m, const cck_mark *mark) {
  return cck_slice_sub(cck_buffer_slice(&m->markup.text), mark->start, mark->end);
}

/* The first heading is the title, unless the front matter has one: then it is a heading. */
static void settle(markdown *m, cck_meta *meta) {
  for (size_t i = 0; i < m->markup.marks.count; i++)
    if (is_footnote(paragraph_text(m, &m->markup.marks.items[i])))
      m->markup.marks.items[i].kind = CCK_BLOCK_FURNITURE;
  if (meta->title.len || m->title == SIZE_MAX)
    return;
  m->markup.marks.items[m->title].kind = CCK_BLOCK_TITLE;
  meta->title = cck_arena_copy(m->arena, paragraph_text(m, &m->markup.marks.items[m->title]));
}

/* How deep a line may open lists, at most: two bytes before its text for each. */
static uint64_t depth_of(cck_slice line) {
  size_t depth = 0;
  size_t at = 0;
  for (; at < line.len && strchr(" \t>-+*.)0123456789", line.ptr[at]); at++)
    depth += cck_is_space(line.ptr[at]);
  return depth;
}

/* md4c takes each blank line through all the lists that are open: the byte where they became too many; SIZE_MAX. */
static size_t find_too_deep(cck_slice text) {
  enum { STEPS = 1 << 27 };
  uint64_t deepest = 0, steps = 0;
  cck_slice rest = text;
  for (cck_slice line; steps <= STEPS && cck_slice_next(&rest, '\n', &line);) {
    bool blank = !cck_slice_trim(line).len;
    uint64_t depth = blank ? 0 : depth_of(line);
    deepest = depth > deepest ? depth : deepest;
    steps += blank ? deepest : 0;
  }
  return steps > STEPS ? (size_t)(rest.ptr - text.ptr) : SIZE_MAX;
}

static cck_status parse(markdown *m, cck_slice body) {
  const MD_PARSER parser = {.flags = MD_DIALECT_GITHUB,
                            .enter_block = on_block_start,
                            .leave_block = on_block_end,
                            .enter_span = on_span_start,
                            .leave_span = on_span_end,
                            .text = on_text};
  return md_parse(body.ptr, (MD_SIZE)body.len, &parser, m) == 0 ? CCK_OK : CCK_E_INPUT;
}

cck_status cck_read_markdown(const cck_raw *raw, cck_documents *out, cck_error *error) {
  cck_document head, doc; /* head: the file as a plain document, for its front matter */
  cck_status status = cck_document_take(raw->arena, raw->path, raw->bytes, NULL, &head, error);
  if (status != CCK_OK)
    return status;
  cck_slice body = cck_slice_sub(raw->bytes, head.body, raw->bytes.len);
  size_t deep = find_too_deep(body);
  if (deep != SIZE_MAX)
    return cck_text_fail(raw->path, raw->bytes, head.body + deep, "lists are nested too deep", error);
  markdown m = {.arena = raw->arena, .file = raw->bytes, .row = SIZE_MAX, .title = SIZE_MAX};
  cck_markup_init(&m.markup, raw->arena);
  status = parse(&m, body);
  if (status != CCK_OK)
    status = cck_fail_at(error, status, (cck_place){.file = raw->path}, "cannot be read as Markdown");
  settle(&m, &head.meta);
  cck_markup_finish(&m.markup, raw->path, raw->bytes, &doc);
  cck_markup_fini(&m.markup);
  doc.meta = head.meta;
  doc.digest_of = raw->bytes;
  if (status == CCK_OK)
    CCK_PUSH(raw->arena, out, doc);
  return status;
}
