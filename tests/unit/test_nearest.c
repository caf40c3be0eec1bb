#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/nearest.h"

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

static void nearest_words(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    cck_nearest nearest = {.word = cck_slice_of(rows[i].word)};
    cck_slice rest = cck_slice_of(rows[i].candidates), part;
    while (cck_slice_next(&rest, ' ', &part))
      cck_nearest_offer(&nearest, part);
    if (!cck_slice_is(nearest.best, rows[i].wanted))
      fail_msg("%s: got `%.*s`, wanted `%s`", rows[i].word, (int)nearest.best.len, nearest.best.ptr, rows[i].wanted);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(nearest_words)};
  return cmocka_run_group_tests_name("nearest", tests, NULL, NULL);
}
