/*
 * The publication date from the document's own first lines, for a source whose
 * metadata have none: "Vienna, 14 March 2006 (Sample Wire) -", "Tuesday, 14 March 2006"
 * alone on a line, "Published: October 20, 2004", "By A. Writer (03/14/2006 issue of ...)".
 * Only a whole date with its year, and only where a dateline stands: a date in a
 * sentence or a headline is not when the article was published. Nothing fails.
 */
#ifndef CCK_EXTRACT_DATELINE_H
#define CCK_EXTRACT_DATELINE_H

#include "extract/mention.h"

/*
 * Looks at the first lines of the text behind the front matter, as read: the document
 * need not be segmented. On true, *day is the day and *published the same as
 * "2004-10-20", in context->arena.
 */
bool cck_read_dateline(const cck_context *context, cck_period *day, cck_slice *published);

#endif
