/*
 * Which sources count as one: the same publisher, a copy of another (by its own word
 * or by declaration), or nearly the same text. Bears on counting only.
 */
#ifndef CCK_RULE_INDEPENDENCE_H
#define CCK_RULE_INDEPENDENCE_H

#include "rule/evaluate.h"

typedef struct cck_origins {
  uint32_t *of; /* by body, in the order given: equal for sources that are not independent */
  size_t count;
} cck_origins;

/* Bodies in order of source id. */
void cck_origins_init(cck_origins *origins, const cck_rules *rules, const cck_body *const *bodies, size_t count,
                      cck_arena *arena);

#endif
