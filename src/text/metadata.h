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

/*
 * The same, and the other ways in which files give a day: 20140618, 2014/06/18, "18 June 2014", "June 18, 2014",
 * "Wed, 18 Jun 2014 10:00:00 GMT" (RFC 5322). The day is that of the place where it was written, as in the text. *date
 * is YYYY-MM-DD, or what cck_meta_date gives, in the arena. Numbers that may be day or month are none.
 */
bool cck_meta_date_any(cck_arena *arena, cck_slice text, cck_slice *date);

/* Is the day of b, YYYY-MM-DD, the one after that of a? */
bool cck_meta_day_after(cck_slice a, cck_slice b);

/* The fields of `given` that are not empty replace those of `meta`. */
void cck_meta_override(cck_meta *meta, const cck_meta *given);

#endif
