/*
 * A sketch of a text: the smallest hashes of its shingles (runs of five words),
 * one under each of sixteen hash functions (Broder, "On the resemblance and
 * containment of documents", 1997). Two texts share about as many of the sixteen as
 * the share of shingles that they have in common: a reprint shares nearly all.
 */
#ifndef CCK_MODEL_SKETCH_H
#define CCK_MODEL_SKETCH_H

#include "text/token.h"

enum { CCK_SKETCH_SIZE = 16, CCK_SKETCH_SHINGLE = 5 };

/* 16 times 8 hexadecimal letters; empty for a text of fewer than 20 tokens. */
cck_slice cck_sketch_make(cck_arena *arena, const cck_token *tokens, size_t count);

/* The same without instructions that only some processors have. */
cck_slice cck_sketch_make_portable(cck_arena *arena, const cck_token *tokens, size_t count);

/* Share of equal places in percent, 0 to 100; 0 when one is empty or malformed. */
unsigned cck_sketch_likeness(cck_slice a, cck_slice b);

#endif
