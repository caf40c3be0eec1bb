/*
 * XML, element by element: the only user of libxml2's XML parser, by its SAX
 * interface. There is never a tree.
 *
 *   bytes -> UTF-8, lines end in "\n" -> start, text, end ... -> the reader of the form
 *
 * XML is hostile by design, so much of it is not done: no DTD is loaded, nothing
 * is fetched, entities that a file declares are not known (those of HTML are), and
 * elements are nested at most 256 deep. Time and memory are linear in the file.
 */
#ifndef CCK_TEXT_READ_XML_H
#define CCK_TEXT_READ_XML_H

#include "text/read/reader.h"

/* An element that begins; valid during the call only, save that its name lasts as long as the reading. */
typedef struct cck_xml_tag {
  const char *name;  /* without its prefix */
  const char *space; /* the address of its namespace; "" for none */
  const void *attributes;
  size_t count;
} cck_xml_tag;

/* What the reader of a form does. Text comes in pieces: each stands byte for byte at `from`, or is one sign there. */
typedef struct cck_xml_handler {
  void (*start)(void *context, const cck_xml_tag *tag);
  void (*text)(void *context, cck_slice piece, uint32_t from);
  void (*end)(void *context);
} cck_xml_handler;

/* The value of an attribute, whatever its prefix; empty when it is not there. Valid during the call only. */
cck_slice cck_xml_attribute(const cck_xml_tag *tag, const char *name);

/* The attribute at `i` as it is written. */
cck_slice cck_xml_attribute_at(const cck_xml_tag *tag, size_t i, const char **name);

/*
 * Reads the file. *file is its text, to which places refer: UTF-8, in the arena. What is no well-formed XML is an error
 * with its place, and so is an entity that only the file itself declares.
 */
cck_status cck_xml_read(const cck_raw *raw, const cck_xml_handler *handler, void *context, cck_slice *file,
                        cck_error *error);

#endif
