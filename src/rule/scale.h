/*
 * `suggest scale`: which single slip, of one digit (10) or of one scale word (1000), would
 * explain a figure that does not fit.
 */
#ifndef CCK_RULE_SCALE_H
#define CCK_RULE_SCALE_H

#include "rule/kinds.h"

/* Does a value moved by the slip fit? */
typedef bool (*cck_scale_fits)(const void *context, const cck_value *value);

/* "330 million USD" when exactly one slip fits; else empty. In the arena. */
cck_slice cck_scale_suggest(cck_arena *arena, const cck_claim *claim, cck_scale_fits fits, const void *context);

#endif
