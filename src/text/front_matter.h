/*
 * The lines between two "---" at the top of a text: what they say of the source.
 */
#ifndef CCK_TEXT_FRONT_MATTER_H
#define CCK_TEXT_FRONT_MATTER_H

#include "text/document.h"

/*
 * Reads the front matter at doc->body, if there is any, into doc->meta and moves
 * doc->body behind it. Text, path and lines of the document are set.
 */
cck_status cck_front_matter_read(cck_document *doc, cck_error *error);

#endif
