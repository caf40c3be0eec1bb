/*
 * Which claims speak of the same stretch of the world: places that contain each
 * other do not exclude each other, a part is never held against its whole.
 */
#ifndef CCK_RULE_SCOPE_H
#define CCK_RULE_SCOPE_H

#include "base/intern.h"
#include "model/claim.h"
#include "model/lexicon.h"

/* Names of places and parties to entities, built once a run. */
typedef struct cck_places {
  const cck_lexicon *lexicon;
  cck_arena *arena;
  cck_intern names;         /* folded */
  CCK_VEC(uint32_t) entity; /* by name */
  cck_intern capitals;      /* the same for capitals, which are no entities of their own */
  CCK_VEC(uint32_t) capital_of;
} cck_places;

void cck_places_init(cck_places *places, const cck_lexicon *lexicon, cck_arena *arena);

/* The entity of an id or a name, CCK_LEXICON_NONE when unknown. */
uint32_t cck_places_find(const cck_places *places, cck_slice text);

/* A scope with its names resolved, so that comparing two costs no look-up. */
typedef struct cck_scope_view {
  cck_slice place, counterparty; /* entity id where known, else folded */
  cck_slice part_of, per, rest;  /* folded; rest: all other keys but "planned" */
  uint32_t place_entity;         /* CCK_LEXICON_NONE when unknown */
  uint32_t capital_of;           /* of the place, when it is a capital's name only */
} cck_scope_view;

cck_scope_view cck_scope_resolve(const cck_places *places, const cck_scope *scope);

/*
 * What has to be equal for two scopes not to exclude each other, and the rest in one text; in the arena of the places.
 */
cck_slice cck_scope_strict_text(const cck_places *places, const cck_scope_view *view);
cck_slice cck_scope_loose_text(const cck_places *places, const cck_scope_view *view); /* empty: excludes nothing */

/* True when claims of these two scopes cannot be about the same thing. */
bool cck_scope_excludes(const cck_places *places, const cck_scope_view *a, const cck_scope_view *b);

/* The value of a key, or empty. */
cck_slice cck_scope_value(const cck_scope *scope, const char *key);

#endif
