/*
 * Interning: each distinct text gets a small number, 0, 1, 2, ... in order of
 * first sight. Also serves as the map from a text to an index.
 */
#ifndef CCK_BASE_INTERN_H
#define CCK_BASE_INTERN_H

#include "base/arena.h"
#include "base/slice.h"

#define CCK_INTERN_NONE UINT32_MAX

typedef struct cck_intern {
  cck_arena *arena;
  cck_slices texts; /* by number */
  uint32_t *slots;  /* open addressing; number + 1, 0 when free */
  size_t slot_count;
} cck_intern;

/* Texts are copied into the arena, which must outlive the table. */
void cck_intern_init(cck_intern *table, cck_arena *arena);

/* The text's number, new or known. */
uint32_t cck_intern_put(cck_intern *table, cck_slice text);

/* The number of a known text, or CCK_INTERN_NONE. */
uint32_t cck_intern_find(const cck_intern *table, cck_slice text);

#endif
