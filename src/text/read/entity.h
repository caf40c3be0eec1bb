/*
 * References to characters (&amp; &#8211; &#x2013; &nbsp;): the only user of
 * libxml2's list of HTML names.
 */
#ifndef CCK_TEXT_READ_ENTITY_H
#define CCK_TEXT_READ_ENTITY_H

#include "base/slice.h"

enum { CCK_ENTITY_SIGN = 5 }; /* room for a sign in UTF-8, and a NUL */

/* The sign of a name without & and ; ("nbsp"). Its bytes; 0 for a name that HTML does not have. */
size_t cck_entity_named(cck_slice name, char out[CCK_ENTITY_SIGN]);

/* The sign of a whole reference, from '&' to ';'. Its bytes; 0 for what is none, or is no sign of a text. */
size_t cck_entity_read(cck_slice reference, char out[CCK_ENTITY_SIGN]);

#endif
