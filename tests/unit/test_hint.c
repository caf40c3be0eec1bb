#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/hint.h"

static const struct {
  const char *word, *candidates, *wanted;
} rows[] = {
    {"serverity", "source severity message", "severity"},
    {"extrct", "explain extract", "extract"},
    {"reprot", "report gate", "report"}, /* two letters swapped are one slip */
    {"gate", "gate add", "gate"},        /* the word itself */
    {"xyzzy", "report gate", ""},        /* nothing near */
    {"a", "b", ""},                      /* every letter changed is another word */
    {"", "b", ""},                       /* no word */
    {"colour", "color", "color"},        /* one letter */
    {"Report", "report", "report"},      /* case alone */
    {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "aaaa", ""}, /* too long to be a slip */
};

static void test_nearest(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    cck_hint hint;
    cck_hint_init(&hint, cck_slice_of(rows[i].word));
    cck_slice rest = cck_slice_of(rows[i].candidates), part;
    while (cck_slice_next(&rest, ' ', &part))
      cck_hint_try(&hint, part);
    if (!cck_slice_is(hint.best, rows[i].wanted))
      fail_msg("%s: got `%.*s`, wanted `%s`", rows[i].word, (int)hint.best.len, hint.best.ptr, rows[i].wanted);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_nearest)};
  return cmocka_run_group_tests_name("hint", tests, NULL, NULL);
}
