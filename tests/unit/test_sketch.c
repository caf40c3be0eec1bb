/* Sketches: the processor's own instructions against none, and that likeness follows the words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "model/sketch.h"
#include "unit/fixture.h"

enum { MOST = 300 };

/* Tokens of which nothing but the hash counts here; another seed, other hashes. */
static void fill(cck_token tokens[MOST], uint64_t seed) {
  for (size_t i = 0; i < MOST; i++)
    tokens[i] = (cck_token){.hash = cck_hash_mix(seed, i)};
}

/* Of every number of tokens, so that each way to end a stretch of them is gone. */
static void a_processors_own_instructions_change_nothing(void **state) {
  (void)state;
  cck_token tokens[MOST];
  for (size_t count = 0; count <= MOST; count++) {
    fill(tokens, count);
    cck_slice own = cck_sketch_make(&arena, tokens, count);
    cck_slice portable = cck_sketch_make_portable(&arena, tokens, count);
    assert_true(cck_slice_eq(own, portable));
    assert_int_equal(own.len, count < 20 ? 0 : CCK_SKETCH_SIZE * 8);
  }
}

static void other_words_give_another_sketch(void **state) {
  (void)state;
  cck_token tokens[MOST];
  fill(tokens, 1);
  cck_slice sketch = cck_sketch_make(&arena, tokens, MOST);
  tokens[MOST / 2].hash++;
  cck_slice nearly = cck_sketch_make(&arena, tokens, MOST);
  fill(tokens, 2);
  cck_slice other = cck_sketch_make(&arena, tokens, MOST);
  assert_int_equal(cck_sketch_likeness(sketch, sketch), 100);
  assert_true(cck_sketch_likeness(sketch, nearly) >= 75);
  assert_int_equal(cck_sketch_likeness(sketch, other), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_processors_own_instructions_change_nothing),
      cmocka_unit_test(other_words_give_another_sketch),
  };
  return cmocka_run_group_tests_name("sketch", tests, set_up_arena, tear_down_arena);
}
