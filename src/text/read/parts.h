/*
 * The documents of a file that holds many (a feed, a news message): each is given
 * as its title, its text and what is known of it, and gets its places in the file
 * when that was read to its end.
 */
#ifndef CCK_TEXT_READ_PARTS_H
#define CCK_TEXT_READ_PARTS_H

#include "text/read/fragment.h"
#include "text/read/reader.h"

typedef struct cck_parts {
  cck_arena *arena;
  cck_arena scratch; /* for one part at a time */
  cck_documents *out;
  CCK_VEC(cck_markup) markups;    /* one for each of out->items; their texts are on the heap */
  unsigned empty, beyond, excess; /* left out: without a text; over the limit; with an element over its limit */
} cck_parts;

/* So many of one file are read. */
enum { CCK_PARTS_LIMIT = 10000 };

void cck_parts_begin(cck_parts *parts, cck_arena *arena, cck_documents *out);

/*
 * One more, whose title goes into its metadata; `deck` is what stands between title and text, and may be NULL. False,
 * and counted, when there is no text in any of them, when there are too many, or when an element of the text has
 * too many attributes. The metadata may still be changed in parts->out, until cck_parts_end.
 */
bool cck_parts_add(cck_parts *parts, const cck_fragment *title, const cck_fragment *deck, const cck_fragment *text,
                   const cck_meta *meta);

/*
 * Makes the documents, whose places point into `file`, and tells of what was left out: `one` and `more` name a part
 * ("entry", "entries"). After a failure nothing is handed out. Frees what the parts hold.
 */
void cck_parts_end(cck_parts *parts, cck_slice path, cck_slice file, const char *one, const char *more);
void cck_parts_fail(cck_parts *parts);

#endif
