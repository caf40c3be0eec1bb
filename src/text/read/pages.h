/*
 * A text that comes in printed pages, as one that can be read: without the lines
 * that stand at the edge of every page, and with the words joined that were parted
 * at the end of a line.
 *
 *   pages  "Tern Gazette\nThe inter-\nnational bridge\n1\n\fTern Gazette\nopens.\n2\n"
 *   text   "The international bridge\nopens.\n"
 */
#ifndef CCK_TEXT_READ_PAGES_H
#define CCK_TEXT_READ_PAGES_H

#include "base/arena.h"
#include "text/place_map.h"

/*
 * A form feed ends a page. A line is furniture when it is one of the two first or last of its page and comes, figures
 * aside, on half of them (two at least), or is a page's number; so is a line of a table of contents. *text is in the
 * arena, never longer than `pages`; *map tells where it stands in them. Time is linear.
 */
void cck_pages_join(cck_arena *arena, cck_slice pages, cck_slice *text, cck_place_map *map);

#endif
