/*
 * cck_read_html: elements come one by one (libxml2, SAX) and are told to the page builder.
 *
 * libxml2 says where it stands, not where a piece of text began; a piece that stands in the file byte for byte is
 * found right before that place, and one that does not is an entity, whose '&' is looked for.
 */
#include "text/read/html.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "text/read/attributes.h"
#include "text/read/encoding.h"
#include "text/read/page_builder.h"
#include "text/read/reader.h"

enum { ENTITY_LIMIT = 40 }; /* bytes of the longest reference to a character */

typedef struct html_parse {
  htmlParserCtxtPtr parser;
  cck_slice html;
  cck_page_builder builder;
} html_parse;

/* The byte up to which the parser has read. */
static uint32_t parser_place(const html_parse *parse) {
  const xmlParserInput *input = parse->parser->input;
  if (!input)
    return 0;
  size_t place = input->consumed + (size_t)(input->cur - input->base);
  return (uint32_t)(place < parse->html.len ? place : parse->html.len);
}

/* Where a piece of text begins that the parser has just read. */
static uint32_t piece_place(const html_parse *parse, cck_slice piece) {
  uint32_t end = parser_place(parse);
  if (piece.len <= end && memcmp(parse->html.ptr + end - piece.len, piece.ptr, piece.len) == 0)
    return end - (uint32_t)piece.len;
  for (uint32_t back = 1; back <= end && back <= ENTITY_LIMIT; back++)
    if (parse->html.ptr[end - back] == '&')
      return end - back;
  return end;
}

static void on_start(void *context, const xmlChar *name, const xmlChar **attributes) {
  html_parse *parse = context;
  cck_page_start(&parse->builder, (const char *)name, (const char *const *)attributes);
}

static void on_end(void *context, const xmlChar *name) {
  html_parse *parse = context;
  (void)name; /* the parser ends what it began */
  cck_page_end(&parse->builder);
}

static void on_text(void *context, const xmlChar *text, int length) {
  html_parse *parse = context;
  cck_slice piece = {(const char *)text, length > 0 ? (size_t)length : 0};
  cck_page_text(&parse->builder, piece, piece_place(parse, piece));
}

static void on_data(void *context, const xmlChar *text, int length) {
  html_parse *parse = context;
  cck_page_data(&parse->builder, (cck_slice){(const char *)text, length > 0 ? (size_t)length : 0});
}

/* What is wrong with a page is no business of ours: browsers show it all the same. */
static void on_error(void *context, const char *format, ...) {
  (void)context;
  (void)format;
}

static htmlSAXHandler handler(void) {
  return (htmlSAXHandler){.startElement = on_start,
                          .endElement = on_end,
                          .characters = on_text,
                          .ignorableWhitespace = on_text,
                          .cdataBlock = on_data,
                          .warning = on_error,
                          .error = on_error,
                          .fatalError = on_error};
}

void cck_html_parse(cck_arena *arena, cck_slice html, cck_page *out) {
  html_parse parse = {.html = html};
  cck_page_begin(&parse.builder, arena, out);
  parse.parser = html.len ? htmlCreateMemoryParserCtxt(html.ptr, (int)html.len) : NULL;
  if (parse.parser) {
    htmlSAXHandler ours = handler();
    *parse.parser->sax = ours;
    parse.parser->userData = &parse;
    htmlCtxtUseOptions(parse.parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                         HTML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(parse.parser, XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(parse.parser);
    htmlFreeParserCtxt(parse.parser);
  }
  cck_page_finish(&parse.builder);
}

cck_status cck_read_html(const cck_raw *raw, cck_documents *out, cck_error *error) {
  cck_slice html;
  cck_page page;
  cck_document doc;
  cck_status status = cck_decode(raw, &html, error);
  if (status == CCK_OK)
    status = cck_attributes_check(raw->path, html, CCK_ATTRIBUTES_HTML, error);
  if (status != CCK_OK)
    return status;
  cck_html_parse(raw->arena, html, &page);
  cck_page_find_article(&page);
  cck_markup_finish(&page.markup, raw->path, html, &doc);
  doc.digest_of = raw->bytes;
  cck_page_meta(&page, &doc.meta);
  cck_markup_fini(&page.markup);
  CCK_PUSH(raw->arena, out, doc);
  return CCK_OK;
}
