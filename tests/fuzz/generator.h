/*
 * A generator with a fixed seed: the same inputs on every machine. Draw into a variable
 * first where two draws stand in one call, since C does not say which argument comes first.
 */
#ifndef CCK_TESTS_GENERATOR_H
#define CCK_TESTS_GENERATOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* xorshift64*; the state is never 0. */
typedef struct generator {
  uint64_t state;
} generator;

static inline uint64_t next(generator *g) {
  g->state ^= g->state >> 12;
  g->state ^= g->state << 25;
  g->state ^= g->state >> 27;
  return g->state * UINT64_C(2685821657736338717);
}

static inline size_t below(generator *g, size_t limit) { return limit ? (size_t)(next(g) % limit) : 0; }

static inline bool one_in(generator *g, size_t turns) { return below(g, turns) == 0; }

#endif
