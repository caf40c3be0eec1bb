/* Aliases in text: longest, right case, right tokens; the built-in countries; words of measures; the fingerprint. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "model/lexicon.h"
#include "unit/fixture.h"

static uint32_t add_entity(cck_lexicon *lexicon, const char *id, const char *type, const char *const *aliases) {
  cck_entity entity = {.id = cck_slice_of(id), .type = cck_slice_of(type), .name = cck_slice_of(aliases[0])};
  uint32_t index = cck_lexicon_add_entity(lexicon, &entity);
  for (; *aliases; aliases++)
    cck_lexicon_add_alias(lexicon, index, CCK_ALIAS_NAME, cck_slice_of(*aliases), CCK_NO_PERIOD);
  return index;
}

/* "2 base-9": tokens and entity that match at the start of the text; "2 -" for a name that means no entity; "0". */
static const char *match(const cck_lexicon *lexicon, const char *text) {
  cck_tokens tokens = tokens_of(text);
  const cck_trie_entry *entry = NULL;
  size_t length = cck_lexicon_match(lexicon, tokens.items, tokens.count, &entry);
  if (length == 0)
    return "0";
  if (!entry)
    return cck_arena_printf(&arena, "%zu -", length).ptr;
  const cck_alias *alias = NULL;
  for (; entry && !alias; entry = cck_trie_next(&lexicon->alias_trie, entry))
    alias = cck_lexicon_alias_at(lexicon, tokens.items, length, entry);
  assert_non_null(alias);
  cck_slice id = lexicon->entities.items[alias->entity].id;
  return cck_arena_printf(&arena, "%zu %.*s", length, (int)id.len, id.ptr).ptr;
}

static void test_aliases(void **state) {
  (void)state;
  static const char *const base[] = {"9th Supply Base",
                                     "9th Motor Rifle Division",
                                     "Ruritania's base in Strelsau",
                                     "9th base",
                                     "S.B. 9",
                                     "SBR",
                                     "supply depot",
                                     "Anglo-Ruritanian Base",
                                     NULL};
  static const struct {
    const char *text, *want;
  } rows[] = {{"9th Supply Base opened", "4 base-9"},
              {"9th supply base opened", "0"},
              {"9TH SUPPLY BASE OPENED", "4 base-9"}, /* a headline in capitals */
              {"9th base", "3 base-9"},
              {"9th Base", "3 base-9"},
              {"9 base", "0"},
              {"9th Motor Rifle\nDivision", "5 base-9"},
              {"Ruritania's base in Strelsau", "5 base-9"},
              {"Ruritania\xe2\x80\x99s base in Strelsau", "5 base-9"},
              {"ruritania's base in strelsau", "0"},
              {"Ruritania's base near Strelsau", "0"},
              {"SBR troops", "1 base-9"},
              {"Sbr troops", "0"},
              {"sbr troops", "0"},
              {"S.B. 9 is shut", "2 base-9"},
              {"supply depot", "2 base-9"},
              {"Supply Depot", "2 base-9"},
              {"Anglo-Ruritanian Base", "4 base-9"},
              {"anglo-Ruritanian Base", "0"}};
  cck_lexicon *lexicon = cck_lexicon_new();
  add_entity(lexicon, "base-9", "base", base);
  for (size_t i = 0; i < COUNT(rows); i++)
    if (!cck_slice_is(cck_slice_of(match(lexicon, rows[i].text)), rows[i].want))
      fail_msg("%s: %s", rows[i].text, match(lexicon, rows[i].text));
  cck_lexicon_free(lexicon);
}

static void test_countries(void **state) {
  (void)state;
  static const struct {
    const char *text, *want;
  } rows[] = {{"Tajikistan", "1 tajikistan"},
              {"Tajik officials", "1 tajikistan"},
              {"Dushanbe", "1 tajikistan"},
              {"TAJIKISTAN", "1 tajikistan"},
              {"tajikistan", "0"},
              {"US forces", "1 united-states"},
              {"us forces", "0"},
              {"Us", "0"},
              {"U.S. forces", "1 united-states"},
              {"Turkey", "1 turkey"},
              {"turkey", "0"},
              {"Latin America", "2 -"}, /* not the United States */
              {"Northern Ireland", "2 -"},
              {"northern Ireland", "0"},
              {"Ireland", "1 ireland"},
              {"Guinea-Bissau", "3 guinea-bissau"},
              {"Guinea", "1 guinea"}};
  cck_lexicon *lexicon = cck_lexicon_new();
  for (size_t i = 0; i < COUNT(rows); i++)
    if (!cck_slice_is(cck_slice_of(match(lexicon, rows[i].text)), rows[i].want))
      fail_msg("%s: %s", rows[i].text, match(lexicon, rows[i].text));
  uint32_t tajikistan = cck_lexicon_entity(lexicon, CCK_S("tajikistan"));
  assert_true(tajikistan != CCK_LEXICON_NONE);
  assert_true(lexicon->entities.items[tajikistan].builtin);
  assert_true(cck_slice_is(lexicon->entities.items[tajikistan].type, "country"));
  assert_true(cck_lexicon_entity(lexicon, CCK_S("atlantis")) == CCK_LEXICON_NONE);
  cck_lexicon_free(lexicon);
}

/* A declared name that equals a built-in lookalike means what the declaration says. */
static void test_declared_over_lookalike(void **state) {
  (void)state;
  static const char *const club[] = {"Paris Club", NULL};
  cck_lexicon *lexicon = cck_lexicon_new();
  assert_string_equal(match(lexicon, "Paris Club"), "2 -");
  add_entity(lexicon, "paris-club", "creditor", club);
  assert_string_equal(match(lexicon, "Paris Club"), "2 paris-club");
  cck_lexicon_free(lexicon);
}

/* The longest alias fails on its case: the shorter one inside it holds. */
static void test_shorter_when_case_fails(void **state) {
  (void)state;
  static const char *const names[] = {"Orient Bank", "Orient", NULL};
  cck_lexicon *lexicon = cck_lexicon_new();
  add_entity(lexicon, "orient", "bank", names);
  assert_string_equal(match(lexicon, "Orient Bank"), "2 orient");
  assert_string_equal(match(lexicon, "Orient bank"), "1 orient");
  cck_lexicon_free(lexicon);
}

static void test_known_ids(void **state) {
  (void)state;
  cck_lexicon *lexicon = cck_lexicon_new();
  size_t before = lexicon->entities.count;
  cck_entity again = {.id = CCK_S("tajikistan"), .type = CCK_S("place"), .name = CCK_S("Elsewhere")};
  uint32_t index = cck_lexicon_add_entity(lexicon, &again);
  assert_int_equal(lexicon->entities.count, before);
  assert_true(cck_slice_is(lexicon->entities.items[index].name, "Tajikistan"));
  cck_period valid = {cck_day_of(2007, 3, 20), CCK_NO_DAY};
  assert_false(lexicon->entities.items[index].dated);
  cck_lexicon_add_alias(lexicon, index, CCK_ALIAS_NAME, CCK_S("  "), valid);
  assert_false(lexicon->entities.items[index].dated);
  cck_lexicon_add_alias(lexicon, index, CCK_ALIAS_NAME, CCK_S("New Tajikistan"), valid);
  assert_true(lexicon->entities.items[index].dated);
  assert_string_equal(match(lexicon, "New Tajikistan"), "2 tajikistan");
  cck_lexicon_free(lexicon);
}

static size_t match_stem(const cck_trie *trie, const char *text) {
  cck_tokens tokens = tokens_of(text);
  const cck_trie_entry *entry;
  return cck_trie_longest(trie, tokens.items, tokens.count, &entry);
}

static void test_words(void **state) {
  (void)state;
  cck_lexicon *lexicon = cck_lexicon_new();
  cck_measure measure = {.id = CCK_S("relief"), .kind = CCK_MEASURE_MONEY};
  uint32_t relief = cck_lexicon_add_measure(lexicon, &measure);
  assert_int_equal(cck_lexicon_add_measure(lexicon, &measure), relief);
  cck_lexicon_add_word(lexicon, relief, CCK_WORD_WORDS, CCK_S("write off"));
  cck_lexicon_add_word(lexicon, relief, CCK_WORD_WORDS, CCK_S("N-strong"));
  cck_lexicon_add_word(lexicon, relief, CCK_WORD_WORDS, CCK_S("forgive"));
  cck_lexicon_add_word(lexicon, relief, CCK_WORD_WORDS, CCK_S(" "));
  assert_false(lexicon->measures.items[relief].has_near);
  cck_lexicon_add_word(lexicon, relief, CCK_WORD_NEAR, CCK_S("debt"));
  cck_lexicon_add_word(lexicon, relief, CCK_WORD_SUBJECT_OF, CCK_S("debt"));
  assert_true(lexicon->measures.items[relief].has_near);
  assert_true(lexicon->measures.items[relief].has_subject_of);
  assert_int_equal(lexicon->words.count, 5);
  assert_int_equal(lexicon->words.items[0].parts.count, 2);
  assert_true(lexicon->words.items[1].n_pattern);
  assert_int_equal(match_stem(&lexicon->word_trie, "wrote off debts"), 2);
  assert_int_equal(match_stem(&lexicon->word_trie, "strong force"), 1);
  assert_int_equal(match_stem(&lexicon->word_trie, "debts"), 1);
  assert_int_equal(match_stem(&lexicon->verb_trie, "wrote the debts off"), 1);
  assert_int_equal(match_stem(&lexicon->verb_trie, "forgave"), 0); /* one word: whole in word_trie */
  assert_int_equal(cck_lexicon_measure(lexicon, CCK_S("relief")), relief);
  assert_true(cck_lexicon_measure(lexicon, CCK_S("grief")) == CCK_LEXICON_NONE);
  cck_lexicon_free(lexicon);
}

static void test_types(void **state) {
  (void)state;
  static const char *const base[] = {"9th Supply Base", NULL};
  static const char *const depot[] = {"8th Supply Base", NULL};
  cck_lexicon *lexicon = cck_lexicon_new();
  add_entity(lexicon, "base-9", "base", base);
  add_entity(lexicon, "base-8", "base", depot);
  assert_int_equal(lexicon->types.count, 2);
  assert_true(cck_slice_is(lexicon->types.items[0], "country"));
  assert_true(cck_slice_is(lexicon->types.items[1], "base"));
  assert_int_equal(match_stem(&lexicon->type_trie, "bases"), 1);
  assert_int_equal(match_stem(&lexicon->type_trie, "countries"), 1);
  assert_int_equal(match_stem(&lexicon->type_trie, "bank"), 0);
  cck_lexicon_free(lexicon);
}

/* What each variant adds must show in the fingerprint; the same content gives the same one. */
static const char *fingerprint(int variant) {
  static const char *const names[] = {"9th Supply Base", NULL};
  cck_lexicon *lexicon = cck_lexicon_new();
  uint32_t base = variant == 1 ? 0 : add_entity(lexicon, "base-9", variant == 2 ? "camp" : "base", names);
  cck_period valid = {variant == 3 ? cck_day_of(2004, 1, 1) : CCK_NO_DAY, CCK_NO_DAY};
  cck_lexicon_add_alias(lexicon, base, variant == 4 ? CCK_ALIAS_DEMONYM : CCK_ALIAS_NAME,
                        cck_slice_of(variant == 5 ? "Supply" : "Depot"), valid);
  cck_measure measure = {.id = CCK_S("troops"), .kind = variant == 6 ? CCK_MEASURE_MONEY : CCK_MEASURE_COUNT};
  uint32_t troops = cck_lexicon_add_measure(lexicon, &measure);
  cck_lexicon_add_word(lexicon, troops, variant == 7 ? CCK_WORD_NOT : CCK_WORD_WORDS,
                       cck_slice_of(variant == 8 ? "men" : "troops"));
  cck_lexicon_finish(lexicon);
  const char *text = cck_arena_copy(&arena, lexicon->fingerprint).ptr;
  cck_lexicon_free(lexicon);
  return text;
}

static void test_fingerprint(void **state) {
  (void)state;
  const char *first = fingerprint(0);
  assert_int_equal(cck_slice_of(first).len, 16);
  assert_string_equal(fingerprint(0), first);
  for (int variant = 1; variant <= 8; variant++)
    if (cck_slice_is(cck_slice_of(first), fingerprint(variant)))
      fail_msg("variant %d does not show", variant);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_aliases),
      cmocka_unit_test(test_countries),
      cmocka_unit_test(test_declared_over_lookalike),
      cmocka_unit_test(test_shorter_when_case_fails),
      cmocka_unit_test(test_known_ids),
      cmocka_unit_test(test_words),
      cmocka_unit_test(test_types),
      cmocka_unit_test(test_fingerprint),
  };
  return cmocka_run_group_tests_name("lexicon", tests, set_up_arena, tear_down_arena);
}
