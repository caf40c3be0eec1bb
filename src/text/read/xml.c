#include "text/read/xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "text/read/attributes.h"
#include "text/read/encoding.h"
#include "text/read/entity.h"

enum { REFERENCE_LIMIT = 40, ATTRIBUTE_PARTS = 5 };

typedef struct xml_parse {
  xmlParserCtxtPtr parser;
  const cck_raw *raw;
  cck_slice file;
  const cck_xml_handler *handler;
  void *context;
  xmlEntity entity; /* the one that was asked for last */
  char sign[CCK_ENTITY_SIGN];
  cck_status status;
  cck_error *error;
} xml_parse;

/* The byte of the file that a pointer into the parser's input, or its present place, stands for. */
static size_t place_of(const xml_parse *parse, const xmlChar *at) {
  const xmlParserInput *input = parse->parser->input;
  size_t place = input ? input->consumed + (size_t)(at - input->base) : 0;
  return place < parse->file.len ? place : parse->file.len;
}

static bool is_input(const xml_parse *parse, const xmlChar *text) {
  const xmlParserInput *input = parse->parser->input;
  return input && text >= input->base && text < input->end;
}

static bool stands_before(const xml_parse *parse, cck_slice piece, size_t end) {
  return end >= piece.len && end <= parse->file.len &&
         memcmp(parse->file.ptr + end - piece.len, piece.ptr, piece.len) == 0;
}

/* Text that was copied stands before the place that was reached: a section of CDATA, signs that are not ASCII (the last
 * of which may not be passed yet), or a reference. */
static uint32_t copied_place(const xml_parse *parse, cck_slice piece) {
  enum { SIGN = 4 };
  static const size_t mark = sizeof "]]>" - 1;
  const xmlParserInput *input = parse->parser->input;
  size_t end = input ? place_of(parse, input->cur) : 0;
  if (stands_before(parse, CCK_S("]]>"), end) && stands_before(parse, piece, end - mark))
    return (uint32_t)(end - mark - piece.len);
  for (size_t ahead = 0; ahead <= SIGN; ahead++)
    if (stands_before(parse, piece, end + ahead))
      return (uint32_t)(end + ahead - piece.len);
  for (size_t back = 1; back <= end && back <= REFERENCE_LIMIT; back++)
    if (parse->file.ptr[end - back] == '&')
      return (uint32_t)(end - back);
  return (uint32_t)end;
}

static void on_text(void *context, const xmlChar *text, int length) {
  xml_parse *parse = context;
  cck_slice piece = {(const char *)text, length > 0 ? (size_t)length : 0};
  uint32_t from = is_input(parse, text) ? (uint32_t)place_of(parse, text) : copied_place(parse, piece);
  parse->handler->text(parse->context, piece, from);
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space, int namespaces,
                     const xmlChar **declared, int count, int defaulted, const xmlChar **attributes) {
  xml_parse *parse = context;
  (void)prefix, (void)namespaces, (void)declared, (void)defaulted;
  cck_xml_tag tag = {(const char *)name, space ? (const char *)space : "", attributes, count > 0 ? (size_t)count : 0};
  parse->handler->start(parse->context, &tag);
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space) {
  xml_parse *parse = context;
  (void)name, (void)prefix, (void)space;
  parse->handler->end(parse->context);
}

cck_slice cck_xml_attribute_at(const cck_xml_tag *tag, size_t i, const char **name) {
  const xmlChar *const *parts = (const xmlChar *const *)tag->attributes + i * ATTRIBUTE_PARTS;
  *name = (const char *)parts[0];
  return (cck_slice){(const char *)parts[3], (size_t)(parts[4] - parts[3])};
}

cck_slice cck_xml_attribute(const cck_xml_tag *tag, const char *name) {
  const char *known;
  for (size_t i = 0; i < tag->count; i++) {
    cck_slice value = cck_xml_attribute_at(tag, i, &known);
    if (strcmp(known, name) == 0)
      return value;
  }
  return (cck_slice){NULL, 0};
}

/* Entities are those of XML and of HTML. libxml2 takes of one in an attribute its first byte alone. */
static xmlEntityPtr get_entity(void *context, const xmlChar *name) {
  xml_parse *parse = context;
  xmlEntityPtr known = xmlGetPredefinedEntity(name);
  size_t bytes = known ? 0 : cck_entity_named(cck_slice_of((const char *)name), parse->sign);
  if (known || !bytes)
    return known;
  if (bytes > 1 && parse->parser->instate == XML_PARSER_ATTRIBUTE_VALUE)
    memcpy(parse->sign, " ", sizeof " ");
  parse->entity = (xmlEntity){.type = XML_ENTITY_DECL,
                              .etype = XML_INTERNAL_PREDEFINED_ENTITY,
                              .name = name,
                              .content = (xmlChar *)parse->sign,
                              .orig = (xmlChar *)parse->sign,
                              .length = (int)strlen(parse->sign)};
  return &parse->entity;
}

static void fail(xml_parse *parse, cck_slice what) {
  size_t at = parse->parser->input ? place_of(parse, parse->parser->input->cur) : 0;
  if (parse->status == CCK_OK)
    parse->status = cck_text_fail(parse->raw->path, parse->file, at, what.ptr, parse->error);
}

static void fail_entity(xml_parse *parse, const char *name) {
  fail(parse, cck_arena_printf(parse->raw->arena,
                               "the entity '%s' is not known; those that a file declares are not read", name));
}

/* An entity that is in no list, where the file names a DTD that might have it. */
static void on_reference(void *context, const xmlChar *name) {
  xml_parse *parse = context;
  fail_entity(parse, (const char *)name);
  xmlStopParser(parse->parser);
}

/* The first error that ends the reading is told; what libxml2 only warns of is not ours. */
static void on_error(void *context, xmlErrorPtr error) {
  xml_parse *parse = context;
  cck_slice message = cck_slice_trim(cck_slice_of(error->message));
  if (error->level != XML_ERR_FATAL)
    return;
  if (error->code == XML_ERR_UNDECLARED_ENTITY && error->str1)
    fail_entity(parse, error->str1);
  else if (cck_slice_starts(message, CCK_S("Excessive depth")))
    fail(parse, CCK_S("elements are nested more than 256 deep"));
  else
    fail(parse, cck_arena_printf(parse->raw->arena, "no well-formed XML: %.*s", (int)message.len, message.ptr));
}

static xmlSAXHandler handler(void) {
  return (xmlSAXHandler){.initialized = XML_SAX2_MAGIC,
                         .startElementNs = on_start,
                         .endElementNs = on_end,
                         .characters = on_text,
                         .ignorableWhitespace = on_text,
                         .cdataBlock = on_text,
                         .getEntity = get_entity,
                         .reference = on_reference,
                         .serror = on_error};
}

/* As XML wants it, lines end in "\n": then every piece of text stands in the file as it is told. A lone "\r" keeps its
 * column. */
static cck_slice with_line_feeds(cck_arena *arena, cck_slice text) {
  if (!text.len || !memchr(text.ptr, '\r', text.len))
    return text;
  char *out = cck_arena_alloc(arena, text.len + 1);
  size_t n = 0;
  for (size_t i = 0; i < text.len; i++) {
    bool pair = text.ptr[i] == '\r' && i + 1 < text.len && text.ptr[i + 1] == '\n';
    if (!pair)
      out[n++] = text.ptr[i] == '\r' ? ' ' : text.ptr[i];
  }
  return (cck_slice){out, n};
}

static cck_status run(xml_parse *parse) {
  parse->parser = xmlCreateMemoryParserCtxt(parse->file.ptr, (int)parse->file.len);
  if (!parse->parser)
    return cck_fail_at(parse->error, CCK_E_INPUT, (cck_place){.file = parse->raw->path}, "cannot be read as XML");
  xmlSAXHandler ours = handler();
  *parse->parser->sax = ours;
  parse->parser->userData = parse;
  xmlCtxtUseOptions(parse->parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  xmlParseDocument(parse->parser);
  bool formed = parse->parser->wellFormed;
  xmlFreeDoc(parse->parser->myDoc); /* of the entities that were declared, when the reading broke off; else NULL */
  parse->parser->myDoc = NULL;
  xmlFreeParserCtxt(parse->parser);
  if (parse->status == CCK_OK && !formed)
    return cck_fail_at(parse->error, CCK_E_INPUT, (cck_place){.file = parse->raw->path}, "no well-formed XML");
  return parse->status;
}

/* Attributes that a file declares for its elements would be added to each of them, whatever their number. */
static cck_status check_declarations(const cck_raw *raw, cck_slice file, cck_error *error) {
  size_t doctype = cck_slice_find(file, CCK_S("<!DOCTYPE"), 0);
  size_t at = doctype == SIZE_MAX ? SIZE_MAX : cck_slice_find(file, CCK_S("<!ATTLIST"), doctype);
  if (at == SIZE_MAX)
    return CCK_OK;
  return cck_text_fail(raw->path, file, at, "a declaration of attributes, which is not read", error);
}

cck_status cck_xml_read(const cck_raw *raw, const cck_xml_handler *handler, void *context, cck_slice *file,
                        cck_error *error) {
  cck_status status = cck_decode(raw, file, error);
  if (status != CCK_OK)
    return status;
  *file = with_line_feeds(raw->arena, *file);
  status = cck_attributes_check(raw->path, *file, CCK_ATTRIBUTES_XML, error);
  if (status == CCK_OK)
    status = check_declarations(raw, *file, error);
  if (status != CCK_OK)
    return status;
  xml_parse parse = {.raw = raw, .file = *file, .handler = handler, .context = context, .error = error};
  return run(&parse);
}
