/* Interning: numbers in order of first sight. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/intern.h"
#include "unit/fixture.h"

static void test_numbers(void **state) {
  (void)state;
  cck_intern table;
  cck_intern_init(&table, &arena);
  assert_int_equal(cck_intern_find(&table, CCK_S("a")), CCK_INTERN_NONE);
  assert_int_equal(cck_intern_put(&table, CCK_S("a")), 0);
  assert_int_equal(cck_intern_put(&table, CCK_S("")), 1);
  assert_int_equal(cck_intern_put(&table, CCK_S("a")), 0);
  assert_int_equal(cck_intern_find(&table, CCK_S("")), 1);
  assert_int_equal(cck_intern_find(&table, CCK_S("b")), CCK_INTERN_NONE);
}

static void test_many(void **state) {
  (void)state;
  enum { COUNT = 5000 };
  cck_intern table;
  cck_intern_init(&table, &arena);
  for (unsigned round = 0; round < 2; round++)
    for (unsigned i = 0; i < COUNT; i++)
      assert_int_equal(cck_intern_put(&table, cck_arena_printf(&arena, "w%u", i)), i);
  assert_int_equal(table.texts.count, COUNT);
  assert_true(cck_slice_is(table.texts.items[4321], "w4321"));
}

/* The text may change after it was put: the table has its own. */
static void test_copies(void **state) {
  (void)state;
  char text[] = "abc";
  cck_intern table;
  cck_intern_init(&table, &arena);
  cck_intern_put(&table, (cck_slice){text, 3});
  memcpy(text, "xyz", 3);
  assert_int_equal(cck_intern_find(&table, CCK_S("abc")), 0);
  assert_int_equal(cck_intern_find(&table, CCK_S("xyz")), CCK_INTERN_NONE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_numbers),
      cmocka_unit_test(test_many),
      cmocka_unit_test(test_copies),
  };
  return cmocka_run_group_tests_name("intern", tests, set_up_arena, tear_down_arena);
}
