/* The HTML report: axes, ticks, labels kept apart, links, its policy; what it looks like is for tests/checks/page. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/digest.h"
#include "report/html/axis.h"
#include "report/html/html.h"
#include "unit/fixture.h"

/* ---- values ---- */

/* "low..high: tick tick tick", with "log" where it is. */
static void describe_axis(cck_buffer *out, const cck_axis *axis) {
  cck_put_text(out, axis->logarithmic ? "log" : "");
  for (size_t i = 0; i < axis->count; i++) {
    cck_put_text(out, out->len ? " " : "");
    cck_axis_put_number(out, axis->ticks[i]);
  }
}

static void test_ticks_of_values(void **state) {
  (void)state;
  static const struct {
    double low, high;
    const char *want;
  } rows[] = {
      {5000, 7000, "5,000 5,500 6,000 6,500 7,000"},
      {400, 5000, "0 2,000 4,000 6,000"},      /* from zero: the lowest is under half of the highest */
      {2600, 5000, "2,000 3,000 4,000 5,000"}, /* not from zero */
      {61, 67, "60 62 64 66 68"},
      {0.1, 0.4, "0 0.1 0.2 0.3 0.4"},
      {-3, 5, "-4 -2 0 2 4 6"},
      {-50, -10, "-60 -40 -20 0"},
      {330e6, 330e9, "log 100m 1bn 10bn 100bn 1tn"},
      {10, 299, "0 100 200 300"}, /* 29.9 times is still linear */
      {10, 300, "log 10 100 1,000"},
      {0, 1e9, "0 500m 1bn"},              /* zero has no logarithm */
      {1, 1e12, "log 1 1,000 1m 1bn 1tn"}, /* a tick every third power */
      {1e-9, 1e9, "log 0.000000001 0.0001 10 1m"},
      {42, 42, "35 40 45 50"},
      {0, 0, "-1 -0.5 0 0.5 1"},
      {1e30, 1e30 + 1,
       "900,000,000,000,000,000tn 950,000,000,000,000,000tn 1,000,000,000,000,000,000tn "
       "1,050,000,000,000,000,000tn 1,100,000,000,000,000,000tn"},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_axis axis = cck_axis_fit(rows[i].low, rows[i].high, 4);
    cck_buffer out = {0};
    describe_axis(&out, &axis);
    if (strcmp(out.ptr, rows[i].want) != 0)
      fail_msg("%g..%g: \"%s\", not \"%s\"", rows[i].low, rows[i].high, out.ptr, rows[i].want);
    double low = cck_axis_at(&axis, rows[i].low), high = cck_axis_at(&axis, rows[i].high);
    assert_true(low >= 0 && low <= high && high <= 1);
    assert_true(axis.low < axis.high);
    cck_buffer_fini(&out);
  }
}

static void test_places_of_values(void **state) {
  (void)state;
  cck_axis line = {.low = 0, .high = 200};
  cck_axis powers = {.logarithmic = true, .low = 1, .high = 100};
  assert_float_equal(cck_axis_at(&line, 50), 0.25, 1e-9);
  assert_float_equal(cck_axis_at(&line, -1), 0, 1e-9);
  assert_float_equal(cck_axis_at(&line, 1e9), 1, 1e-9);
  assert_float_equal(cck_axis_at(&powers, 10), 0.5, 1e-9);
  assert_float_equal(cck_axis_at(&powers, 0), 0, 1e-9);
}

/* ---- days ---- */

static cck_day day_of(const char *text) {
  cck_period period;
  assert_true(cck_period_parse(cck_slice_of(text), &period));
  return period.min;
}

static void test_ticks_of_days(void **state) {
  (void)state;
  static const struct {
    const char *low, *high, *want;
  } rows[] = {
      {"2004-10-18", "2004-10-21", "2004-10-17 2004-10-19 2004-10-21 2004-10-23"},
      {"2004-10-18", "2004-10-18",
       "2004-10-15 2004-10-17 2004-10-19 2004-10-21 2004-10-23"}, /* one day has room around it */
      {"2004-09-10", "2004-12-24", "2004-10-01 2004-11-01 2004-12-01"},
      {"2021-03-01", "2022-06-20", "2021-04-01 2021-07-01 2021-10-01 2022-01-01 2022-04-01 2022-07-01"},
      {"2004-10-18", "2016-12-19", "2006-01-01 2008-01-01 2010-01-01 2012-01-01 2014-01-01 2016-01-01"},
      {"1066-10-14", "2024-05-01", "1500-01-01 2000-01-01"},
      {"0001-01-01", "9999-12-31", "2000-01-01 4000-01-01 6000-01-01 8000-01-01"},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_day low = day_of(rows[i].low), high = day_of(rows[i].high);
    cck_time_axis axis = cck_time_axis_fit(low, high);
    cck_buffer out = {0};
    for (size_t k = 0; k < axis.count; k++) {
      char text[CCK_DAY_TEXT];
      cck_day_print(axis.ticks[k], text);
      cck_put_text(&out, k ? " " : "");
      cck_put_text(&out, text);
    }
    if (strcmp(out.ptr, rows[i].want) != 0)
      fail_msg("%s to %s: \"%s\", not \"%s\"", rows[i].low, rows[i].high, out.ptr, rows[i].want);
    assert_true(cck_time_axis_at(&axis, low) >= 0 && cck_time_axis_end(&axis, high) <= 1);
    assert_true(cck_time_axis_at(&axis, low) < cck_time_axis_end(&axis, low));
    cck_buffer_fini(&out);
  }
}

/* ---- labels ---- */

static void test_labels_are_kept_apart(void **state) {
  (void)state;
  static const struct {
    size_t count;
    double gap, places[5], want[5];
  } rows[] = {
      {1, 20, {50}, {50}},
      {2, 20, {10, 90}, {10, 90}}, /* far apart stay */
      {2, 20, {50, 50}, {40, 60}}, /* both give way alike */
      {3, 20, {50, 52, 90}, {41, 61, 90}},
      {3, 20, {40, 50, 60}, {30, 50, 70}},
      {3, 20, {0, 1, 2}, {0, 20, 40}},       /* none leaves at the low end */
      {3, 20, {99, 99, 100}, {60, 80, 100}}, /* nor at the high one */
      {4, 20, {0, 0, 100, 100}, {0, 20, 80, 100}},
      {5, 30, {50, 50, 50, 50, 50}, {0, 25, 50, 75, 100}}, /* no room for all: the gap shrinks */
      {4, 20, {10, 30, 31, 32}, {0, 20, 40, 60}},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    double places[5];
    memcpy(places, rows[i].places, sizeof places);
    cck_axis_spread(places, rows[i].count, rows[i].gap, 0, 100);
    for (size_t k = 0; k < rows[i].count; k++)
      if (places[k] < rows[i].want[k] - 1e-6 || places[k] > rows[i].want[k] + 1e-6)
        fail_msg("row %zu, label %zu: %g, not %g", i, k, places[k], rows[i].want[k]);
  }
}

/* ---- the page ---- */

static void test_links(void **state) {
  (void)state;
  static const struct {
    const char *address;
    bool linked;
  } rows[] = {
      {"https://gazette.example/a/b?c=d&e=f#g", true},
      {"http://gazette.example", true},
      {"https://gazette.example/%D7%94@x:1", true},
      {"javascript:alert(1)", false},
      {"data:text/html,x", false},
      {"HTTPS://gazette.example/", false},
      {"//gazette.example/", false},
      {"https://", false},
      {"https:///x", false},
      {"https://user:secret@gazette.example/", false},
      {"https://gazette.example/a b", false},
      {"https://gazette.example/\"onclick=\"x", false},
      {"https://gazette.example/<b>", false},
      {"https://gazette.example/\u202e", false},
      {"", false},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_buffer out = {0};
    cck_html_put_link(&out, cck_slice_of(rows[i].address), CCK_S("words"));
    if ((strstr(out.ptr, "<a ") != NULL) != rows[i].linked)
      fail_msg("%s is %s", rows[i].address, rows[i].linked ? "no link" : "a link");
    assert_non_null(strstr(out.ptr, "<bdi>words</bdi>"));
    cck_buffer_fini(&out);
  }
}

/* Colours come again after six figures, keys never do. */
static void test_keys(void **state) {
  (void)state;
  static const struct {
    size_t party;
    const char *key, *color;
  } rows[] = {{0, "A", "c0"}, {6, "G", "c0"}, {25, "Z", "c1"}, {26, "A2", "c2"}, {52, "A3", "c4"}};
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_buffer key = {0}, color = {0};
    cck_html_put_key(&key, rows[i].party);
    cck_html_put_color(&color, rows[i].party);
    assert_string_equal(key.ptr, rows[i].key);
    assert_string_equal(color.ptr, rows[i].color);
    cck_buffer_fini(&key);
    cck_buffer_fini(&color);
  }
}

/* The policy names the very style that the page has, and nothing in the page needs another one. */
static void test_policy(void **state) {
  (void)state;
  cck_findings none = {0};
  cck_coverage coverage = {.sources = 1};
  cck_report report = {.findings = &none, .coverage = &coverage, .today = day_of("2024-06-01")};
  cck_buffer out = {0};
  cck_format_find(CCK_S("html"))->write(&out, &report);
  cck_slice page = cck_buffer_slice(&out);
  size_t from = cck_slice_find(page, CCK_S("<style>"), 0) + strlen("<style>");
  size_t to = cck_slice_find(page, CCK_S("</style>"), from);
  cck_slice hash = cck_sha256_base64(&arena, cck_slice_sub(page, from, to));
  cck_slice policy =
      cck_arena_printf(&arena, "default-src 'none'; style-src 'sha256-%.*s'; base-uri 'none'; form-action 'none'",
                       (int)hash.len, hash.ptr);
  assert_true(to != SIZE_MAX && to > from + 1000);
  assert_true(cck_slice_find(page, policy, 0) != SIZE_MAX);
  static const char *const never[] = {"<script", " style=",  " onload", "@import", "url(",
                                      "http://", "https://", "<link",   "<img"};
  for (size_t i = 0; i < COUNT(never); i++)
    assert_true(cck_slice_find(page, cck_slice_of(never[i]), 0) == SIZE_MAX);
  cck_buffer_fini(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_ticks_of_values),
      cmocka_unit_test(test_places_of_values),
      cmocka_unit_test(test_ticks_of_days),
      cmocka_unit_test(test_labels_are_kept_apart),
      cmocka_unit_test(test_links),
      cmocka_unit_test(test_policy),
      cmocka_unit_test(test_keys),
  };
  return cmocka_run_group_tests_name("html", tests, set_up_arena, tear_down_arena);
}
