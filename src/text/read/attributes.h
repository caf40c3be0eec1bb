/*
 * How many attributes the elements of a marked-up text have. libxml2 compares each
 * with all before it, so that a hostile element would cost the square of its length.
 * Elements are told as libxml2 tells them, broken ones too, or one could hide.
 */
#ifndef CCK_TEXT_READ_ATTRIBUTES_H
#define CCK_TEXT_READ_ATTRIBUTES_H

#include "base/error.h"

enum { CCK_ATTRIBUTES_LIMIT = 256 };

typedef enum cck_attributes_form { CCK_ATTRIBUTES_HTML, CCK_ATTRIBUTES_XML } cck_attributes_form;

/*
 * The byte at which an element begins that has more than the limit; SIZE_MAX when none has. Comments are passed over,
 * of HTML what is in scripts and styles, of XML sections of CDATA. Linear time.
 */
size_t cck_attributes_find_excess(cck_slice text, cck_attributes_form form);

/* An error, with its place in the file, when there is such an element. */
cck_status cck_attributes_check(cck_slice path, cck_slice text, cck_attributes_form form, cck_error *error);

#endif
