/*
 * What a reader finds out of the source: the form of dates, and filling the
 * fields of a cck_meta by name. Slices are not copied.
 */
#ifndef CCK_TEXT_METADATA_H
#define CCK_TEXT_METADATA_H

#include "text/document.h"

/*
 * YYYY, YYYY-MM or YYYY-MM-DD that the calendar has; what follows a day after 'T'
 * or a space (a time) is left out of *date. False for everything else.
 */
bool cck_meta_date(cck_slice text, cck_slice *date);

/* The fields of `given` that are not empty replace those of `meta`. */
void cck_meta_override(cck_meta *meta, const cck_meta *given);

#endif
