/*
 * How many attributes the elements of a marked-up text have. libxml2 compares each
 * with all before it, so that a hostile element would cost the square of its length.
 */
#ifndef CCK_TEXT_READ_ATTRIBUTES_H
#define CCK_TEXT_READ_ATTRIBUTES_H

#include "base/slice.h"

enum { CCK_ATTRIBUTES_LIMIT = 256 };

/*
 * The byte at which an element begins that has more than the limit; SIZE_MAX when none has. Comments, scripts, styles
 * and CDATA are passed over. Linear time.
 */
size_t cck_attributes_find_excess(cck_slice text);

#endif
