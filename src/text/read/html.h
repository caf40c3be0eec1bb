/*
 * HTML into a page: the only user of libxml2's HTML parser, by its SAX interface.
 * There is never a tree, and nothing is fetched.
 */
#ifndef CCK_TEXT_READ_HTML_H
#define CCK_TEXT_READ_HTML_H

#include "text/read/page.h"

/* Reads a page or a part of one, UTF-8; places are bytes of `html`. The page's markup must be freed. */
void cck_html_parse(cck_arena *arena, cck_slice html, cck_page *out);

#endif
