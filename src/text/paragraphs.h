/*
 * Paragraphs: how the lines of a text belong together. Blank lines part them; so
 * do the line breaks of a text that is not hard-wrapped, and in a hard-wrapped
 * one those that come before the line was full.
 */
#ifndef CCK_TEXT_PARAGRAPHS_H
#define CCK_TEXT_PARAGRAPHS_H

#include "text/document.h"

typedef struct cck_paragraph {
  uint32_t start, end; /* bytes, without white space around */
  uint32_t words;      /* runs without white space */
  bool list;           /* begins with "- ", "* ", a bullet or "2." */
  bool ended;          /* ends in . ! ? or an ellipsis, quotes and brackets aside */
  bool open;           /* ends in a colon, comma, semicolon or dash: something follows */
  bool digits;         /* holds a digit */
} cck_paragraph;

typedef CCK_VEC(cck_paragraph) cck_paragraphs;

/* The paragraphs of the document's body, in order, in its arena: its marks', where it has some. Linear time. */
void cck_paragraphs_find(const cck_document *doc, cck_paragraphs *out);

#endif
