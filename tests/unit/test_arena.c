/* Arenas and vectors. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"

static bool is_zero(const unsigned char *bytes, size_t size) {
  for (size_t i = 0; i < size; i++)
    if (bytes[i])
      return false;
  return true;
}

static void test_alloc(void **state) {
  (void)state;
  static const size_t sizes[] = {0, 1, 15, 16, 17, 1000, 65536, 600000, 3, 64000, 8};
  cck_arena arena;
  cck_arena_init(&arena);
  for (size_t round = 0; round < 3; round++) {
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
      unsigned char *memory = cck_arena_alloc(&arena, sizes[i]);
      assert_non_null(memory);
      assert_int_equal((uintptr_t)memory % 16, 0);
      assert_true(is_zero(memory, sizes[i])); /* also in a block that was used before */
      memset(memory, 0xff, sizes[i]);
    }
    cck_arena_reset(&arena);
    assert_true(arena.total <= 524288);
  }
  cck_arena_fini(&arena);
  assert_int_equal(arena.total, 0);
}

/* What was handed out stays what it is while more is asked for. */
static void test_nothing_overlaps(void **state) {
  (void)state;
  enum { COUNT = 500 };
  unsigned char *parts[COUNT];
  cck_arena arena;
  cck_arena_init(&arena);
  for (size_t i = 0; i < COUNT; i++) {
    size_t size = (i * 7919) % 3000 + (i % 50 == 0 ? 70000 : 1);
    parts[i] = cck_arena_alloc(&arena, size);
    memset(parts[i], (int)(i % 251), size);
  }
  for (size_t i = 0; i < COUNT; i++) {
    size_t size = (i * 7919) % 3000 + (i % 50 == 0 ? 70000 : 1);
    for (size_t k = 0; k < size; k += 97)
      assert_int_equal(parts[i][k], i % 251);
  }
  cck_arena_fini(&arena);
}

static void test_texts(void **state) {
  (void)state;
  cck_arena arena;
  cck_arena_init(&arena);
  cck_slice copy = cck_arena_copy(&arena, CCK_S("abc"));
  assert_string_equal(copy.ptr, "abc");
  copy = cck_arena_copy(&arena, (cck_slice){NULL, 0});
  assert_int_equal(copy.len, 0);
  assert_string_equal(copy.ptr, "");
  assert_string_equal(cck_arena_printf(&arena, "%d of %s", 5, "seven").ptr, "5 of seven");
  assert_true(cck_slice_is(cck_arena_lower(&arena, CCK_S("AbC \xc3\x89")), "abc \xc3\x89"));
  cck_arena_fini(&arena);
}

static void test_vector(void **state) {
  (void)state;
  CCK_VEC(uint32_t) numbers = {0};
  cck_arena arena;
  cck_arena_init(&arena);
  for (uint32_t i = 0; i < 10000; i++)
    CCK_PUSH(&arena, &numbers, i * 3);
  assert_int_equal(numbers.count, 10000);
  for (uint32_t i = 0; i < 10000; i++)
    assert_int_equal(numbers.items[i], i * 3);
  cck_arena_fini(&arena);
}

static void test_join(void **state) {
  (void)state;
  cck_arena arena;
  cck_arena_init(&arena);
  cck_slice joined = CCK_JOIN(&arena, CCK_S("5,000"), CCK_S(""), (cck_slice){NULL, 0}, CCK_S(" men"));
  assert_int_equal(joined.len, 9);
  assert_string_equal(joined.ptr, "5,000 men");
  assert_string_equal(CCK_JOIN(&arena, CCK_S("")).ptr, "");
  cck_arena_fini(&arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_alloc), cmocka_unit_test(test_nothing_overlaps),
      cmocka_unit_test(test_texts), cmocka_unit_test(test_vector),
      cmocka_unit_test(test_join),
  };
  return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
