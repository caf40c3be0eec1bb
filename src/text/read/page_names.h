/*
 * What the names in a page say: tags, and the words of class, id and role.
 */
#ifndef CCK_TEXT_READ_PAGE_NAMES_H
#define CCK_TEXT_READ_PAGE_NAMES_H

#include "text/read/page.h"

/* The tag of a name in lower case; an inline one when it is not known. */
cck_tag cck_tag_find(const char *name);

/* What a name says (page_words.def), as bits. */
enum {
  CCK_NAME_FURNITURE = 1,
  CCK_NAME_UNSEEN = 2,
  CCK_NAME_CAPTION = 4,
  CCK_NAME_NEUTRAL = 8,
  CCK_NAME_CREDIT = 16,
  CCK_NAME_CONTENT = 32
};

/* The words of page_words.def, in the arena. */
void cck_page_words_init(cck_arena *arena, cck_hash_table *words);

/* What the value of a class, id or role says, all its names together. */
unsigned cck_page_words_say(const cck_hash_table *words, cck_slice value);

#endif
