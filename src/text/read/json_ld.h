/*
 * JSON-LD as news pages have it: the one article that a script tells of.
 */
#ifndef CCK_TEXT_READ_JSON_LD_H
#define CCK_TEXT_READ_JSON_LD_H

#include "text/document.h"

/*
 * Title, publisher, author, url and date of the first article among the script's own objects (an object, a list, or
 * the list "@graph"); publisher and author may be named by "@id". Without an article, the day of the page. Copied into
 * the arena. False, and nothing changed, when the JSON is broken, deeper than 64 levels, or tells of no article.
 */
bool cck_json_ld_read(cck_arena *arena, cck_slice json, cck_meta *out);

#endif
