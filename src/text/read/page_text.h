/*
 * The text of a page: pieces into paragraphs, in which raised figures, footnotes' marks and lines have their own ways.
 */
#ifndef CCK_TEXT_READ_PAGE_TEXT_H
#define CCK_TEXT_READ_PAGE_TEXT_H

#include "text/read/page_builder.h"

/* More of the paragraph, or the first of one, which is then of the innermost open element. */
void cck_page_put_text(cck_page_builder *builder, cck_slice text, uint32_t from);

/* The same of text whose lines count (pre): a blank line, and one that is set in, begin a paragraph. */
void cck_page_put_lines(cck_page_builder *builder, cck_slice text, uint32_t from);

/* Ends the paragraph; nothing where none is in the making. */
void cck_page_end_paragraph(cck_page_builder *builder);

/* Is the open paragraph a short line, no sentence, with all its ink in `letters` (in bold, in italics)? */
bool cck_page_is_set_apart(const cck_page *page, uint32_t letters);

/* The end of a raised sign, whose text was gathered: a footnote's mark goes, an exponent stays one. */
void cck_page_end_note(cck_page_builder *builder, bool linked);

/* The end of a link: one that is the mark of a footnote is taken back. */
void cck_page_drop_footnote(cck_page_builder *builder);

#endif
