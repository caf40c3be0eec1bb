/*
 * Puts a page together from its elements and texts, in order as a parser hears
 * them. Paragraphs end where an element that parts the page begins or ends.
 */
#ifndef CCK_TEXT_READ_PAGE_BUILDER_H
#define CCK_TEXT_READ_PAGE_BUILDER_H

#include "base/buffer.h"
#include "text/read/page.h"

/* Where the text of an element goes. */
typedef enum cck_page_way {
  CCK_WAY_PAGE,  /* to the page */
  CCK_WAY_NOTE,  /* aside; a raised sign: what it is shows at its end */
  CCK_WAY_TITLE, /* aside: the head's title */
  CCK_WAY_DATA,  /* aside: JSON-LD */
  CCK_WAY_BOTH   /* to the page, and aside as a field of microdata */
} cck_page_way;

/* An element that is open. */
typedef struct cck_page_frame {
  cck_tag_kind kind;
  cck_tag_kind text_kind; /* of paragraphs that begin here */
  bool cell;              /* it is in a cell of a table */
  uint8_t heading;
  cck_page_way way;
  uint32_t element; /* that they belong to */
  bool hidden;      /* its text is not shown */
  bool link, bold, italic;
  bool name;        /* of the field that is gathered: all of it */
  bool publication; /* microdata or <time>: the day of publication */
  cck_slice field;  /* of microdata */
  cck_slice datetime;
} cck_page_frame;

typedef struct cck_page_builder {
  cck_page *page;
  cck_hash_table words;
  CCK_VEC(cck_page_frame) stack;
  unsigned hidden, links, bolds, italics, lines; /* how many open frames are so */
  size_t row;                                    /* the first block of the open row */
  bool line_break;                               /* one came, and no ink since */
  bool seam;                                     /* elements ended and began, and no text since */
  bool named;         /* the field that is gathered had a name of its own, which is all of it */
  uint32_t link_text; /* where the text of the open link begins */
  cck_page_way way;
  size_t way_frame; /* whose text is gathered */
  cck_buffer gathered;
  uint32_t gathered_from;
} cck_page_builder;

/* The arena must outlive the page; the builder is done with at cck_page_finish. */
void cck_page_begin(cck_page_builder *builder, cck_arena *arena, cck_page *page);

/* Attributes are names and values in turn, ended by NULL; may be NULL. */
void cck_page_start(cck_page_builder *builder, const char *name, const char *const *attributes);
/* The end of the element that began last and has not ended. */
void cck_page_end(cck_page_builder *builder);

/* Text that stands at a byte of the page. */
void cck_page_text(cck_page_builder *builder, cck_slice text, uint32_t from);

/* What stands in a script or style element. */
void cck_page_data(cck_page_builder *builder, cck_slice data);

void cck_page_finish(cck_page_builder *builder);

#endif
