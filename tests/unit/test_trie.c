/* Phrases over tokens: longest, every, several payloads, by folded form and by stem. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "model/trie.h"
#include "unit/fixture.h"

static void test_longest(void **state) {
  (void)state;
  static const char *const phrases[] = {"sea", "sea of okhotsk", "sq. km", "201st brigade", "don't", ""};
  static const struct {
    const char *text;
    size_t length;
    uint32_t payload;
  } rows[] = {{"Sea of Okhotsk fishing", 3, 1},
              {"sea of grass", 1, 0},
              {"of the sea", 0, 0},
              {"SEA", 1, 0},
              {"sq. km of land", 3, 2},
              {"sq km", 0, 0},
              {"201st\n  Brigade", 3, 3},
              {"201 brigade", 0, 0},
              {"don\xe2\x80\x99t", 1, 4},
              {"", 0, 0}};
  cck_trie trie;
  cck_trie_init(&trie, &arena, false);
  for (uint32_t i = 0; i < COUNT(phrases); i++)
    cck_trie_add(&trie, cck_slice_of(phrases[i]), i);
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_tokens tokens = tokens_of(rows[i].text);
    const cck_trie_entry *entry = NULL;
    size_t length = cck_trie_longest(&trie, tokens.items, tokens.count, &entry);
    if (length != rows[i].length || (length && entry->payload != rows[i].payload))
      fail_msg("%s: %zu tokens", rows[i].text, length);
  }
}

static void test_ends_within_count(void **state) {
  (void)state;
  cck_trie trie;
  cck_trie_init(&trie, &arena, false);
  cck_trie_add(&trie, CCK_S("red sea port"), 1);
  cck_trie_add(&trie, CCK_S("red"), 2);
  cck_tokens tokens = tokens_of("red sea port");
  const cck_trie_entry *entry;
  assert_int_equal(cck_trie_longest(&trie, tokens.items, 2, &entry), 1);
  assert_int_equal(entry->payload, 2);
  assert_int_equal(cck_trie_longest(&trie, tokens.items, 3, &entry), 3);
  assert_int_equal(cck_trie_longest(&trie, tokens.items, 0, &entry), 0);
}

static void test_empty_trie(void **state) {
  (void)state;
  cck_trie trie;
  cck_trie_init(&trie, &arena, true);
  cck_tokens tokens = tokens_of("anything");
  const cck_trie_entry *entry;
  assert_int_equal(cck_trie_longest(&trie, tokens.items, tokens.count, &entry), 0);
}

static void test_same_phrase(void **state) {
  (void)state;
  cck_trie trie;
  cck_trie_init(&trie, &arena, false);
  for (uint32_t i = 0; i < 3; i++)
    cck_trie_add(&trie, CCK_S("white river"), i);
  cck_tokens tokens = tokens_of("White River");
  const cck_trie_entry *entry;
  assert_int_equal(cck_trie_longest(&trie, tokens.items, tokens.count, &entry), 2);
  for (uint32_t want = 3; want-- > 0; entry = cck_trie_next(&trie, entry)) {
    assert_non_null(entry);
    assert_int_equal(entry->payload, want);
  }
  assert_null(entry);
  assert_null(cck_trie_next(&trie, NULL));
}

static void note_visit(void *context, size_t length, const cck_trie_entry *entry) {
  cck_slices *seen = context;
  CCK_PUSH(&arena, seen, cck_arena_printf(&arena, "%zu:%u", length, entry->payload));
}

static void test_each(void **state) {
  (void)state;
  cck_trie trie;
  cck_slices seen = {0};
  cck_trie_init(&trie, &arena, false);
  cck_trie_add(&trie, CCK_S("write off debt"), 7);
  cck_trie_add(&trie, CCK_S("write"), 5);
  cck_tokens tokens = tokens_of("write off debt now");
  cck_trie_each(&trie, tokens.items, tokens.count, note_visit, &seen);
  assert_int_equal(seen.count, 2);
  assert_true(cck_slice_is(seen.items[0], "1:5"));
  assert_true(cck_slice_is(seen.items[1], "3:7"));
}

static void test_by_stem(void **state) {
  (void)state;
  static const struct {
    const char *text;
    size_t length;
  } rows[] = {{"wrote off", 2},   {"writes off", 2}, {"written off", 2},
              {"Writing off", 2}, {"writer off", 0}, {"write on", 0}};
  cck_trie trie;
  cck_trie_init(&trie, &arena, true);
  cck_trie_add(&trie, CCK_S("write off"), 1);
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_tokens tokens = tokens_of(rows[i].text);
    const cck_trie_entry *entry;
    if (cck_trie_longest(&trie, tokens.items, tokens.count, &entry) != rows[i].length)
      fail_msg("%s", rows[i].text);
  }
}

/* Thousands of phrases with shared beginnings: each is found, and no other. */
static void test_many(void **state) {
  (void)state;
  cck_trie trie;
  cck_trie_init(&trie, &arena, false);
  for (uint32_t i = 0; i < 5000; i++)
    cck_trie_add(&trie, cck_arena_printf(&arena, "unit %u of group %u", i, i % 50), i);
  for (uint32_t i = 0; i < 5000; i++) {
    cck_tokens tokens = tokens_of(cck_arena_printf(&arena, "Unit %u of group %u.", i, i % 50).ptr);
    const cck_trie_entry *entry;
    assert_int_equal(cck_trie_longest(&trie, tokens.items, tokens.count, &entry), 5);
    assert_int_equal(entry->payload, i);
    tokens = tokens_of(cck_arena_printf(&arena, "unit %u of group %u", i, i % 50 + 1).ptr);
    assert_int_equal(cck_trie_longest(&trie, tokens.items, tokens.count, &entry), 0);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_longest),    cmocka_unit_test(test_ends_within_count),
      cmocka_unit_test(test_empty_trie), cmocka_unit_test(test_same_phrase),
      cmocka_unit_test(test_each),       cmocka_unit_test(test_by_stem),
      cmocka_unit_test(test_many),
  };
  return cmocka_run_group_tests_name("trie", tests, set_up_arena, tear_down_arena);
}
