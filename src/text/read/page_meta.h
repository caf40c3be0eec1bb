/*
 * What a page says of its source, in the many ways that pages do (page_metas.def).
 */
#ifndef CCK_TEXT_READ_PAGE_META_H
#define CCK_TEXT_READ_PAGE_META_H

#include "text/read/page.h"

/*
 * <meta property="og:title" content="...">: takes it when the key says something; `marked`: a name of microdata and its
 * text.
 */
void cck_page_meta_take(cck_page *page, cck_slice key, cck_slice value, bool marked);

/* The text of a JSON-LD script. What is broken or says nothing of an article is passed over. */
void cck_page_meta_json(cck_page *page, cck_slice json);

/* Does the name say something (of itemprop, one or more)? */
bool cck_page_meta_takes(cck_slice names);

/* Does a name of microdata or a class say that the day is that of publication? */
bool cck_page_is_publication(cck_slice names);

#endif
