/*
 * Words to class bits: one open-addressing table over folded-word hashes, so that
 * asking what a token is costs one probe. Built from a .def table, read-only afterwards.
 */
#ifndef CCK_EXTRACT_WORD_TABLE_H
#define CCK_EXTRACT_WORD_TABLE_H

#include "base/arena.h"
#include "text/token.h"

typedef struct cck_class_table {
  struct cck_class_slot {
    uint64_t hash; /* 0: free (a hash is never 0) */
    uint32_t classes;
  } * slots;
  size_t slot_count; /* a power of two */
  size_t count;
} cck_class_table;

/* Adds classes to each of the words, which are separated by spaces. */
void cck_class_table_add(cck_arena *arena, cck_class_table *table, const char *words, uint32_t classes);

/* The token's classes; 0 for a word that is not in the table. */
uint32_t cck_class_table_find(const cck_class_table *table, const cck_token *token);

#endif
