/*
 * A web page in the making: what html.c hears of its elements, as paragraphs with
 * what is known of each, from which page_article.c tells the article from what
 * stands around it. No tree: elements are a list, each with its parent's number.
 *
 *   <body><nav>..</nav><article><h1>..</h1><p>..</p></article></body>
 *   elements  0 page  1 nav (furniture)  2 article
 *   blocks    {element 1, ..} {element 2, heading 1} {element 2, paragraph}
 *
 * Only elements that part the page, or whose names say something, are in the list;
 * text within others belongs to the nearest one around. A block is a paragraph of
 * `markup`, and has its index. Time and memory are linear in the page's size.
 */
#ifndef CCK_TEXT_READ_PAGE_H
#define CCK_TEXT_READ_PAGE_H

#include "base/hash_table.h"
#include "text/markup.h"

/* What a tag is (page_tags.def). */
typedef enum cck_tag_kind {
  CCK_TAG_INLINE,  /* part of its paragraph */
  CCK_TAG_PART,    /* a part of the page: div, section */
  CCK_TAG_ARTICLE, /* article */
  CCK_TAG_MAIN,
  CCK_TAG_FURNITURE, /* nav, footer, aside */
  CCK_TAG_LINES,     /* pre: a part of the page in which lines count */
  CCK_TAG_PARAGRAPH,
  CCK_TAG_HEADING, /* h1 to h6 */
  CCK_TAG_QUOTE,   /* blockquote: a part of the page */
  CCK_TAG_LIST,    /* ul, ol: a part of the page */
  CCK_TAG_ITEM,
  CCK_TAG_ROW,
  CCK_TAG_CELL,
  CCK_TAG_CAPTION,
  CCK_TAG_BREAK, /* br */
  CCK_TAG_LINK,  /* a */
  CCK_TAG_BOLD,
  CCK_TAG_ITALIC,
  CCK_TAG_CONTROL, /* of a form: its text is hidden */
  CCK_TAG_IMAGE,
  CCK_TAG_RAISED, /* sup: a footnote's mark, or an exponent */
  CCK_TAG_TITLE,  /* title, in the head */
  CCK_TAG_META,
  CCK_TAG_SCRIPT, /* data for JSON-LD */
  CCK_TAG_TIME,
  CCK_TAG_PAGE,  /* html */
  CCK_TAG_HIDDEN /* style, template, svg: no text of the page */
} cck_tag_kind;

typedef struct cck_tag {
  const char *name; /* in lower case */
  cck_tag_kind kind;
} cck_tag;

typedef struct cck_page_element {
  uint32_t parent; /* less than its own number */
  cck_tag_kind kind;
  bool furniture; /* its tag says so */
  bool hinted;    /* its class, id or role says so */
  bool content;   /* they say that it is not, whatever its tag says */
  bool control;   /* a part of a form stands straight in it */
  bool image;     /* a picture stands straight in it: what does so too describes it */
  uint32_t prose; /* bytes of running text in it and below */
} cck_page_element;

typedef struct cck_page_block {
  uint32_t element;
  cck_tag_kind kind;    /* PARAGRAPH, HEADING, ITEM, ROW, CAPTION; PART for text straight in a part */
  uint8_t heading;      /* 1 to 6; 0 for others */
  uint32_t ink, linked; /* bytes of text, and of that in links */
  uint32_t bold, italic;
  bool cell; /* of a table, however deep in it */
} cck_page_block;

/* A day that an element names (<time>, microdata). */
typedef struct cck_page_time {
  cck_slice text; /* of the attribute, else of the element */
  size_t block;   /* that it stands in */
  uint32_t element;
  bool publication; /* it says that it is the day of publication */
} cck_page_time;

/* What the head and the marks say of the source, each slot by the place that said it, best first. */
typedef enum cck_meta_rank {
  CCK_META_JSON_LD,
  CCK_META_OPEN_GRAPH,
  CCK_META_DUBLIN_CORE,
  CCK_META_NAMED,  /* <meta name="author"> and the like */
  CCK_META_MARKED, /* microdata, <time>, <h1> */
  CCK_META_RANKS
} cck_meta_rank;

typedef struct cck_page {
  cck_arena *arena;
  cck_markup markup;
  CCK_VEC(cck_page_element) elements; /* 0 is the page */
  CCK_VEC(cck_page_block) blocks;     /* one for each of markup.marks */
  cck_page_block open;                /* of the paragraph in the making */
  CCK_VEC(cck_page_time) times;
  cck_meta metas[CCK_META_RANKS];
  size_t title;         /* its block; SIZE_MAX when there is none */
  size_t first;         /* the first block of the article's running text; all of them when there is none */
  bool *around;         /* elements that are not the article's, by number */
  cck_slice head_title; /* <title> */
  cck_slice site;       /* what it ends in behind the headline: "Bridge opens - Tern Post" */
  cck_slice lang;
} cck_page;

/*
 * Tells the article: sets the kind of each paragraph in markup.marks. What is not the article's becomes furniture;
 * blocks.c looks at the rest once more.
 */
void cck_page_find_article(cck_page *page);

/* The page's metadata in *out: field by field from the best place that has it. After cck_page_find_article. */
void cck_page_meta(cck_page *page, cck_meta *out);

#endif
