/*
 * The attributes of an element, as a parser hands them over, and what they say of it.
 */
#ifndef CCK_TEXT_READ_PAGE_ATTRIBUTES_H
#define CCK_TEXT_READ_PAGE_ATTRIBUTES_H

#include "base/arena.h"
#include "base/hash_table.h"

/* The attributes that matter; empty when they are not there. */
typedef struct cck_page_attributes {
  cck_slice classes, id, role, style, itemprop, datetime, content, property, name, type, lang, pubdate, rel;
  cck_slice names[7]; /* of parts and tests, which say what an element is as classes do */
  bool hidden, aria_hidden;
} cck_page_attributes;

/* Names and values in turn, ended by NULL; may be NULL. Values are not copied. */
void cck_page_attributes_read(const char *const *list, cck_page_attributes *out);

/* Does a style take the element out of sight (page_styles.def)? */
bool cck_page_hides(cck_arena *arena, cck_slice style);

/* What the names of an element say together (page_names.h); `block`: it is no part of a paragraph. */
unsigned cck_page_attributes_say(const cck_hash_table *words, const cck_page_attributes *a, bool block);

#endif
