/* The publication date from a document's first lines: what is a dateline, and what only looks like one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "date_fixture.h"
#include "extract/dateline.h"

#define SIX_LINES "one\ntwo\nthree\nfour\nfive\nsix\n"

static void test_datelines(void **state) {
  (void)state;
  static const struct {
    const char *text, *expected; /* NULL: none */
  } rows[] = {
      {"Vienna, 14 March 2006 (Wire) - The visit begins.", "2006-03-14"},
      {"A headline\n\nBy Somebody\n\nDUSHANBE, Oct. 21, 2004 (Agency) -- Troops left.", "2004-10-21"},
      {"Wednesday, 18 June 2014\n\nA headline", "2014-06-18"},
      {"June 18, 2014\nA headline", "2014-06-18"},
      {"2014-06-18\nA headline", "2014-06-18"},
      {"A headline\nPublished: October 20, 2004\nText.", "2004-10-20"},
      {"A headline\nPosted on October 20, 2004 at 9:30 a.m.\nText.", "2004-10-20"},
      {"A headline\nBy A. Writer (03/14/2006 issue of a Review)\nText.", "2006-03-14"},
      {"A headline\nBy A. Writer | October 20, 2004\nText.", "2004-10-20"},
      {"Tuesday, May 4, 2004, 18:30\nText.", "2004-05-04"},
      {SIX_LINES SIX_LINES "Osh, 3 May 2005 - Text.", "2005-05-03"},
      {SIX_LINES SIX_LINES SIX_LINES "Osh, 3 May 2005 - Text.", NULL},
      {"DUSHANBE, Oct. 21 (Agency) -- Troops left.", NULL},
      {"Remembering September 11, 2001", NULL},
      {"The accord of June 27, 1997 (the peace accord) holds.", NULL},
      {"On June 27, 1997, the accord was signed.", NULL},
      {"On June 27, 1997 (a Friday) the accord was signed.", NULL},
      {"The base was opened on 17 October 2004.", NULL},
      {"October 2004\nA headline", NULL},
      {"June 31, 2004\nA headline", NULL},
      {"A headline without any date\nand text", NULL},
      {"", NULL},
      {"\n\n\n", NULL},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    date_fixture f;
    cck_period day = CCK_NO_PERIOD;
    cck_slice published = {NULL, 0};
    date_fixture_init(&f, rows[i].text, NULL);
    bool found = cck_read_dateline(&f.context, &day, &published);
    if (found != (rows[i].expected != NULL) || (found && !cck_slice_is(published, rows[i].expected)))
      fail_msg("%s\n  got %.*s", rows[i].text, (int)published.len, found ? published.ptr : "");
    cck_period same;
    if (found && cck_period_parse(published, &same))
      assert_int_equal(day.min, same.min);
    date_fixture_fini(&f);
  }
}

/* Front matter is no first line, and a line of a megabyte is read at its beginning only. */
static void test_body_only(void **state) {
  (void)state;
  date_fixture f;
  cck_period day;
  cck_slice published;
  date_fixture_init(&f, "June 18, 2014\nOsh, 3 May 2005 - Text.", NULL);
  f.doc.body = 14;
  assert_true(cck_read_dateline(&f.context, &day, &published));
  assert_true(cck_slice_is(published, "2005-05-03"));
  f.doc.body = (uint32_t)f.doc.text.len;
  assert_false(cck_read_dateline(&f.context, &day, &published));
  date_fixture_fini(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_datelines), cmocka_unit_test(test_body_only)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
