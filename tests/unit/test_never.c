#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/utf8.h"
#include "extract/never.h"
#include "extract/vocabulary.h"

enum {
  FIGURE = CCK_NEVER_FIGURE,
  NAME = CCK_NEVER_NAME,
  DATE = CCK_NEVER_DATE,
  DEATH = CCK_NEVER_DEATH,
  BRACKET = CCK_NEVER_BRACKET,
  QUOTE = CCK_NEVER_QUOTE,
  BIRTH = CCK_NEVER_BIRTH,
  ALL = FIGURE | NAME | DATE | DEATH | BRACKET | QUOTE | BIRTH /* a lexicon without measures rules them out for all */
};

/* What a word may be or begin; all else is ruled out. */
static const struct {
  const char *word;
  unsigned may;
} rows[] = {
    {"harvest", 0},       {"five", FIGURE | DATE},
    {"a", FIGURE | DATE}, {"dozens", FIGURE},
    {"doubled", FIGURE},  {"minus", FIGURE},
    {"EUR", FIGURE},      {"US", FIGURE | NAME},
    {"Norway", NAME},     {"Norwegian", NAME},
    {"May", DATE},        {"yesterday", DATE},
    {"died", DEATH},      {"passed", DEATH},
    {"born", BIRTH},      {"(", BRACKET},
    {")", BRACKET},       {"[", 0},
    {"\"", QUOTE},        {"\u201c", QUOTE},
    {"\u201d", QUOTE},    {"'", 0},
    {"$", FIGURE},        {"&", 0},
    {"percent", 0},
};

static void test_words(void **state) {
  (void)state;
  cck_vocabulary *vocabulary = cck_vocabulary_new();
  cck_lexicon *lexicon = cck_lexicon_new();
  cck_unit_table *units = cck_unit_table_new();
  const cck_never_of of = {vocabulary, lexicon, units};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    cck_slice word = cck_slice_of(rows[i].word);
    cck_token token = {.hash = cck_utf8_fold_hash(word), .stem = cck_stem_hash(word)};
    unsigned may = ~(unsigned)cck_never_begins(&of, &token) & ALL;
    if (may != rows[i].may)
      fail_msg("%s: may be %x, wanted %x", rows[i].word, may, rows[i].may);
  }
  cck_unit_table_free(units);
  cck_lexicon_free(lexicon);
  cck_vocabulary_free(vocabulary);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_words)};
  return cmocka_run_group_tests_name("never", tests, NULL, NULL);
}
