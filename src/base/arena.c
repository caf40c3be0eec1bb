#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A block holds what most documents need: it is kept for the next one, and what is given back has to be got again. */
enum { BLOCK_SIZE = 512 * 1024, ALIGNMENT = 16, FIRST_ITEMS_SIZE = 512 };

typedef struct cck_arena_block {
  struct cck_arena_block *older;
  size_t size;
  size_t used;
  size_t pad; /* keeps what follows aligned */
} cck_arena_block;

static void out_of_memory(void) {
  fputs("cacheck: out of memory\n", stderr);
  exit(2);
}

void *cck_heap_alloc(size_t size) {
  void *memory = calloc(1, size ? size : 1);
  if (!memory)
    out_of_memory();
  return memory;
}

void *cck_heap_resize(void *memory, size_t size) {
  void *resized = realloc(memory, size ? size : 1);
  if (!resized)
    out_of_memory();
  return resized;
}

void cck_arena_init(cck_arena *arena) { *arena = (cck_arena){NULL, 0}; }

void cck_arena_fini(cck_arena *arena) {
  cck_arena_block *block = arena->block;
  while (block) {
    cck_arena_block *older = block->older;
    free(block);
    block = older;
  }
  cck_arena_init(arena);
}

void cck_arena_reset(cck_arena *arena) {
  cck_arena_block *keep = arena->block;
  if (!keep)
    return;
  arena->block = keep->older;
  cck_arena_fini(arena);
  if (keep->size > BLOCK_SIZE) { /* an unusual document should not hold its memory for the rest of the run */
    free(keep);
    return;
  }
  memset(keep + 1, 0, keep->used);
  keep->used = 0;
  keep->older = NULL;
  arena->block = keep;
  arena->total = keep->size;
}

static cck_arena_block *new_block(cck_arena *arena, size_t size) {
  if (size < BLOCK_SIZE)
    size = BLOCK_SIZE;
  if (size > SIZE_MAX - sizeof(cck_arena_block))
    out_of_memory();
  cck_arena_block *block = cck_heap_alloc(sizeof *block + size);
  block->size = size;
  arena->total += size;
  return block;
}

void *cck_arena_alloc(cck_arena *arena, size_t size) {
  if (size > SIZE_MAX - ALIGNMENT)
    out_of_memory();
  size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  if (size == 0)
    size = ALIGNMENT;
  cck_arena_block *block = arena->block;
  if (!block || block->size - block->used < size) {
    cck_arena_block *fresh = new_block(arena, size);
    if (block && size >= BLOCK_SIZE) { /* a big one goes behind, so that the small ones go on in the open block */
      fresh->older = block->older;
      block->older = fresh;
    } else {
      fresh->older = block;
      arena->block = fresh;
    }
    block = fresh;
  }
  void *memory = (char *)(block + 1) + block->used;
  block->used += size;
  return memory;
}

cck_slice cck_arena_copy(cck_arena *arena, cck_slice s) {
  char *copy = cck_arena_alloc(arena, s.len + 1);
  if (s.len)
    memcpy(copy, s.ptr, s.len);
  return (cck_slice){copy, s.len};
}

cck_slice cck_arena_join(cck_arena *arena, const cck_slice *parts, size_t count) {
  size_t length = 0;
  for (size_t i = 0; i < count; i++)
    length += parts[i].len;
  char *text = cck_arena_alloc(arena, length + 1);
  size_t at = 0;
  for (size_t i = 0; i < count; at += parts[i++].len)
    if (parts[i].len)
      memcpy(text + at, parts[i].ptr, parts[i].len);
  return (cck_slice){text, length};
}

cck_slice cck_arena_vprintf(cck_arena *arena, const char *format, va_list args) {
  va_list again;
  va_copy(again, args);
  int length = vsnprintf(NULL, 0, format, args);
  if (length < 0)
    length = 0;
  char *text = cck_arena_alloc(arena, (size_t)length + 1);
  vsnprintf(text, (size_t)length + 1, format, again);
  va_end(again);
  return (cck_slice){text, (size_t)length};
}

cck_slice cck_arena_printf(cck_arena *arena, const char *format, ...) {
  va_list args;
  va_start(args, format);
  cck_slice s = cck_arena_vprintf(arena, format, args);
  va_end(args);
  return s;
}

cck_slice cck_arena_lower(cck_arena *arena, cck_slice s) {
  char *copy = cck_arena_alloc(arena, s.len + 1);
  for (size_t i = 0; i < s.len; i++)
    copy[i] = cck_to_lower(s.ptr[i]);
  return (cck_slice){copy, s.len};
}

/* Many short vectors are made for each sentence: big items begin with few. */
static size_t first_capacity(size_t item_size) {
  size_t fitting = FIRST_ITEMS_SIZE / item_size;
  return fitting > 8 ? 8 : fitting < 2 ? 2 : fitting;
}

void *cck_vec_grow(cck_arena *arena, void *items, size_t count, size_t *capacity, size_t item_size) {
  size_t larger = *capacity ? *capacity * 2 : first_capacity(item_size);
  void *grown = cck_arena_alloc(arena, larger * item_size);
  if (count)
    memcpy(grown, items, count * item_size);
  *capacity = larger;
  return grown;
}
