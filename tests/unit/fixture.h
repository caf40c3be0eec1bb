/*
 * What most unit tests need: an arena for the group, tables of rows, decimals and tokens
 * from text. Include it after <cmocka.h>.
 */
#ifndef CCK_TESTS_FIXTURE_H
#define CCK_TESTS_FIXTURE_H

#include "base/arena.h"
#include "base/decimal.h"
#include "text/token.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Everything that a test makes; lives from set_up_arena to tear_down_arena, which frame the group. */
static cck_arena arena;

static inline int set_up_arena(void **state) {
  (void)state;
  cck_arena_init(&arena);
  return 0;
}

static inline int tear_down_arena(void **state) {
  (void)state;
  cck_arena_fini(&arena);
  return 0;
}

static inline cck_decimal decimal_of(cck_slice text) {
  cck_decimal d;
  if (!cck_decimal_parse(text, &d))
    fail_msg("not a number: %.*s", (int)text.len, text.ptr);
  return d;
}

static inline cck_tokens tokens_of(const char *text) {
  cck_tokens tokens = {0};
  cck_slice s = cck_slice_of(text);
  cck_tokenize(&arena, s, 0, s.len, &tokens);
  return tokens;
}

#endif
