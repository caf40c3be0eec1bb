/*
 * Copies of sources and claims that outlive their document: a document's arena
 * (text and tokens, many times the size of its claims) is given back at once.
 */
#ifndef CCK_PIPELINE_KEEP_H
#define CCK_PIPELINE_KEEP_H

#include "model/claim.h"

/* Everything, slices included, is copied into the arena. */
cck_source *cck_keep_source(cck_arena *arena, const cck_source *source);
cck_claims cck_keep_claims(cck_arena *arena, const cck_claims *claims);

#endif
