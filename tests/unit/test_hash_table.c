/* Hash to number: found, not found, growing, keys that fall on one slot. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/hash_table.h"
#include "unit/fixture.h"

static void test_put_and_find(void **state) {
  (void)state;
  cck_hash_table table = {0};
  assert_int_equal(cck_hash_table_find(&table, 5), 0);
  assert_int_equal(*cck_hash_table_put(&arena, &table, 5), 0);
  *cck_hash_table_put(&arena, &table, 5) |= 1;
  *cck_hash_table_put(&arena, &table, 5) |= 4;
  assert_int_equal(cck_hash_table_find(&table, 5), 5);
  assert_int_equal(cck_hash_table_find(&table, 6), 0);
  assert_int_equal(table.count, 1);
}

/* Hashes that differ above the mask only: all begin at one slot, the last of the table. */
static void test_one_slot(void **state) {
  (void)state;
  cck_hash_table table = {0};
  for (uint32_t i = 1; i <= 10; i++)
    *cck_hash_table_put(&arena, &table, (uint64_t)i << 32 | 0xffff) = i;
  for (uint32_t i = 1; i <= 10; i++)
    assert_int_equal(cck_hash_table_find(&table, (uint64_t)i << 32 | 0xffff), i);
  assert_int_equal(cck_hash_table_find(&table, UINT64_C(11) << 32 | 0xffff), 0);
}

static void test_grows(void **state) {
  (void)state;
  enum { COUNT = 5000 };
  cck_hash_table table = {0};
  for (uint32_t i = 1; i <= COUNT; i++)
    *cck_hash_table_put(&arena, &table, cck_hash_mix(i, 7)) = i;
  for (uint32_t i = 1; i <= COUNT; i++)
    assert_int_equal(cck_hash_table_find(&table, cck_hash_mix(i, 7)), i);
  assert_int_equal(table.count, COUNT);
  assert_true(table.slot_count >= 2 * COUNT);
}

static void test_reserve(void **state) {
  (void)state;
  enum { COUNT = 1000 };
  cck_hash_table table = {0};
  cck_hash_table_reserve(&arena, &table, COUNT);
  const cck_hash_slot *slots = table.slots;
  for (uint32_t i = 1; i <= COUNT; i++)
    *cck_hash_table_put(&arena, &table, i) = i;
  assert_ptr_equal(table.slots, slots);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_put_and_find),
      cmocka_unit_test(test_one_slot),
      cmocka_unit_test(test_grows),
      cmocka_unit_test(test_reserve),
  };
  return cmocka_run_group_tests_name("hash_table", tests, set_up_arena, tear_down_arena);
}
