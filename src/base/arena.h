/*
 * Memory: arenas (one for a document, one for a rule set, one for scratch) and
 * vectors that grow in them.
 *
 *   arena -> [block: header | used ....| free ]-> [older block] -> ...
 *
 * Everything in an arena is freed at once. Inputs are bounded (16 MiB an
 * article), so memory that runs out is the machine's failure, not the input's:
 * the process then says so and ends with status 2, and no caller checks for it.
 */
#ifndef CCK_BASE_ARENA_H
#define CCK_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

#include "base/slice.h"

typedef struct cck_arena {
  struct cck_arena_block *block;
  size_t total; /* bytes asked of the system so far */
} cck_arena;

void cck_arena_init(cck_arena *arena);
void cck_arena_fini(cck_arena *arena);

/* Gives all memory back but one block, for the next document. */
void cck_arena_reset(cck_arena *arena);

/* Zeroed memory, aligned for any type. Never NULL, also for size 0. */
void *cck_arena_alloc(cck_arena *arena, size_t size);

#define CCK_NEW(arena, type) ((type *)cck_arena_alloc((arena), sizeof(type)))

/* A copy that ends in a NUL (not counted in its length). */
cck_slice cck_arena_copy(cck_arena *arena, cck_slice s);
cck_slice cck_arena_printf(cck_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
cck_slice cck_arena_vprintf(cck_arena *arena, const char *format, va_list args) __attribute__((format(printf, 2, 0)));

/* The slices one behind the other, ended by a NUL: what is made for every claim goes without a format. */
cck_slice cck_arena_join(cck_arena *arena, const cck_slice *parts, size_t count);

#define CCK_JOIN(arena, ...)                                                                                           \
  cck_arena_join((arena), (const cck_slice[]){__VA_ARGS__},                                                            \
                 sizeof((const cck_slice[]){__VA_ARGS__}) / sizeof(cck_slice))

/* ASCII letters in lower case. */
cck_slice cck_arena_lower(cck_arena *arena, cck_slice s);

/*
 * Vectors: declare `CCK_VEC(cck_claim) claims;`, zero it, push. Items move when
 * it grows: keep indexes, not pointers, while pushing.
 */
#define CCK_VEC(type)                                                                                                  \
  struct {                                                                                                             \
    type *items;                                                                                                       \
    size_t count;                                                                                                      \
    size_t capacity;                                                                                                   \
  }

#define CCK_PUSH(arena, vec, item)                                                                                     \
  ((vec)->items = cck_vec_room((arena), (vec)->items, (vec)->count, &(vec)->capacity, sizeof *(vec)->items),           \
   (vec)->items[(vec)->count++] = (item))

/* A pointer to one item more, which is to be filled; it holds until the next one. */
#define CCK_ADD(arena, vec)                                                                                            \
  ((vec)->items = cck_vec_room((arena), (vec)->items, (vec)->count, &(vec)->capacity, sizeof *(vec)->items),           \
   &(vec)->items[(vec)->count++])

/* A larger array with the items; the old one stays in the arena. */
void *cck_vec_grow(cck_arena *arena, void *items, size_t count, size_t *capacity, size_t item_size);

/* items with room for one more. */
static inline void *cck_vec_room(cck_arena *arena, void *items, size_t count, size_t *capacity, size_t item_size) {
  return count < *capacity ? items : cck_vec_grow(arena, items, count, capacity, item_size);
}

typedef CCK_VEC(cck_slice) cck_slices;

/* The heap, for what outlives every arena: ends the process when memory runs out. */
void *cck_heap_alloc(size_t size);
void *cck_heap_resize(void *memory, size_t size);

#endif
