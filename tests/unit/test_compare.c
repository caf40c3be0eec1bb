/* Intervals, hedges, tolerances, distances; the words for them; slips of scale. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "rule/message.h"
#include "unit/world.h"

static const cck_unit_view plain = {.factor = {1, 0}};

static cck_claim quantity(const char *figure, const char *text, const char *unit) {
  cck_claim c = {.kind = CCK_CLAIM_QUANTITY, .value = value_of(figure), .text = cck_slice_of(text ? text : figure)};
  c.value.unit = cck_slice_of(unit);
  return c;
}

static cck_figure figure_of(const char *figure) {
  cck_claim c = quantity(figure, NULL, NULL);
  cck_figure f;
  if (!cck_figure_of(&c, &plain, decimal_of(CCK_S("5")), &f))
    fail_msg("no interval: %s", figure);
  return f;
}

static cck_tolerance tolerance_of(const char *text) {
  cck_tolerance t = {.text = cck_slice_of(text)};
  if (strcmp(text, "rounding") == 0)
    t.kind = CCK_TOLERANCE_ROUNDING;
  else if (cck_slice_ends(t.text, CCK_S("%")))
    t.amount = decimal_of(cck_slice_sub(t.text, 0, t.text.len - 1));
  else {
    t.kind = CCK_TOLERANCE_AMOUNT;
    t.amount = decimal_of(t.text);
  }
  return t;
}

static void test_outcomes(void **state) {
  (void)state;
  static const struct {
    const char *tolerance, *a, *b;
    cck_outcome want;
  } rows[] = {
      {"0%", "5000", "5000", CCK_AGREES},
      {"0%", "5000", "5001", CCK_DIFFERS},
      {"15%", "1000", "1150", CCK_AGREES},
      {"15%", "1000", "1150.0001", CCK_DIFFERS},
      {"15%", "-1000", "-1150", CCK_AGREES},
      {"15%", "-1000", "-1151", CCK_DIFFERS},
      {"15%", "-1", "1", CCK_DIFFERS},
      {"1000%", "0", "1", CCK_DIFFERS},
      {"1000%", "0", "0", CCK_AGREES},
      {"15%", ">5000", "7000", CCK_AGREES},
      {"15%", ">5000", "4000", CCK_DIFFERS},
      {"15%", ">5000", "4500", CCK_AGREES},
      {"15%", "<5000", ">9000", CCK_DIFFERS},
      {"15%", "<5000", ">4000", CCK_AGREES},
      {"0%", "~100", "105", CCK_AGREES},
      {"0%", "~100", "106", CCK_DIFFERS},
      {"0%", "~100", "95", CCK_AGREES},
      {"0%", "~100", "94", CCK_DIFFERS},
      {"0%", "5..7", "7", CCK_AGREES},
      {"0%", "5..7", "8", CCK_DIFFERS},
      {"2", "5", "7", CCK_AGREES},
      {"2", "5", "7.1", CCK_DIFFERS},
      {"rounding", "7000", "6501", CCK_AGREES},
      {"rounding", "7000", "6500", CCK_DIFFERS},
      {"rounding", "6000", "7000", CCK_DIFFERS},
      {"rounding", "609", "700", CCK_DIFFERS},
      {"rounding", "12", "13", CCK_DIFFERS},
      {"rounding", "20", "24", CCK_DIFFERS},
      {"rounding", "~7000", "6301", CCK_AGREES},
      {"rounding", "131000", "13000", CCK_DIFFERS},
      {"rounding", "1.2", "12", CCK_DIFFERS},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_tolerance t = tolerance_of(rows[i].tolerance);
    cck_figure a = figure_of(rows[i].a);
    cck_figure b = figure_of(rows[i].b);
    if (cck_figure_compare(&t, &a, &b) != rows[i].want || cck_figure_compare(&t, &b, &a) != rows[i].want)
      fail_msg("%s against %s within %s", rows[i].a, rows[i].b, rows[i].tolerance);
  }
}

/* What may_differ says of an end holds for every lower one, and it never says no to a pair that differs. */
static void test_may_differ_is_necessary(void **state) {
  (void)state;
  static const char *const tolerances[] = {"0%", "15%", "500", "rounding"};
  static const char *const figures[] = {"0",    "5",    "90",   "100",   "115",   "116",    "1000",
                                        "1500", "1501", "7000", "~7000", ">7000", "5..7000"};
  for (size_t t = 0; t < COUNT(tolerances); t++)
    for (size_t i = 0; i < COUNT(figures); i++)
      for (size_t j = 0; j < COUNT(figures); j++) {
        cck_tolerance tolerance = tolerance_of(tolerances[t]);
        cck_figure a = figure_of(figures[i]);
        cck_figure b = figure_of(figures[j]);
        if (cck_figure_below(&a, &b) && cck_figure_compare(&tolerance, &a, &b) == CCK_DIFFERS &&
            !cck_figure_may_differ(&tolerance, &a, b.min))
          fail_msg("%s, %s within %s", figures[i], figures[j], tolerances[t]);
      }
}

static void test_spread(void **state) {
  (void)state;
  static const struct {
    const char *a, *b, *want; /* NULL: no share */
  } rows[] = {
      {"5000", "~7000", "33%"}, {"5000", "7000", "40%"},        {"10", "10.54", "5.4%"}, {"2", "330", "16,400%"},
      {"5", "5", "0%"},         {">5000", "7000", "0%"},        {"-4", "-5", "25%"},     {"0", "5", NULL},
      {"10", "10.005", "0%"},   {"1", "1000000", "99,999,900%"}};
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_figure a = figure_of(rows[i].a);
    cck_figure b = figure_of(rows[i].b);
    cck_decimal percent;
    bool share = cck_figure_spread(&a, &b, &percent);
    assert_int_equal(share, rows[i].want != NULL);
    if (share && i != 9)
      assert_true(slice_is(cck_percent_text(&arena, percent), rows[i].want, rows[i].a));
  }
}

static void test_last_written(void **state) {
  (void)state;
  static const struct {
    const char *text, *value, *is_plain, *careful;
    bool written_out;
  } rows[] = {
      {"7,000", "7000", "1000", "100", false},
      {"7,200", "7200", "100", "100", false},
      {"7,250", "7250", "10", "10", false},
      {"20", "20", "1", "1", true},
      {"200", "200", "100", "1", true},
      {"$2.3 million", "2300000", "100000", "100000", false},
      {"$2.0 million", "2000000", "100000", "100000", false},
      {"10 million", "10000000", "1000000", "1000000", false},
      {"ten", "10", "1", "1", true},
      {"seven thousand", "7000", "1000", "1000", false},
      {"0.25", "0.25", "0.01", "0.01", false},
      {"1.50", "1.5", "0.01", "0.01", false},
      {"35m", "35000000", "1000000", "1000000", false},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_slice text = cck_slice_of(rows[i].text);
    cck_decimal value = decimal_of(cck_slice_of(rows[i].value));
    assert_true(slice_is(cck_decimal_text(&arena, cck_last_written(text, value, CCK_LAST_PLAIN)), rows[i].is_plain,
                         rows[i].text));
    assert_true(slice_is(cck_decimal_text(&arena, cck_last_written(text, value, CCK_LAST_CAREFUL)), rows[i].careful,
                         rows[i].text));
    if (cck_is_written_out(text, value) != rows[i].written_out)
      fail_msg("written out: %s", rows[i].text);
  }
}

static void test_overflow_is_undecided(void **state) {
  (void)state;
  cck_tolerance t = tolerance_of("7%");
  cck_figure a = figure_of("99999999999999999999999999999999999999");
  cck_figure b = figure_of("0.000000000000000000001");
  assert_int_equal(cck_figure_compare(&t, &a, &b), CCK_UNDECIDED);
  cck_claim hedged = quantity("~99999999999999999999999999999999999999", NULL, NULL);
  assert_false(cck_figure_of(&hedged, &plain, decimal_of(CCK_S("5")), &a));
  cck_claim open = quantity("5", NULL, NULL);
  open.value.has_min = open.value.has_max = false;
  assert_false(cck_figure_of(&open, &plain, decimal_of(CCK_S("5")), &a));
}

static void test_durations(void **state) {
  (void)state;
  static const struct {
    const char *from, *number;
    int unit;
    const char *want;
  } rows[] = {{"2004-10-16", "3", CCK_SPAN_DAY, "2004-10-19"},   {"2004-10-16", "2", CCK_SPAN_WEEK, "2004-10-30"},
              {"2004-01-31", "1", CCK_SPAN_MONTH, "2004-02-29"}, {"2004-10-16", "12", CCK_SPAN_MONTH, "2005-10-16"},
              {"2004-02-29", "1", CCK_SPAN_YEAR, "2005-02-28"},  {"2004-10-16", "36", CCK_SPAN_HOUR, "2004-10-17"},
              {"2004-10-16", "1", CCK_SPAN_HOUR, "2004-10-16"}};
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_duration d = {
        .given = true, .number = decimal_of(cck_slice_of(rows[i].number)), .unit = (unsigned)rows[i].unit};
    cck_day day = cck_day_after(period_of(rows[i].from).min, &d);
    assert_true(slice_is(cck_day_text(&arena, day), rows[i].want, rows[i].from));
    assert_int_equal(cck_day_after(INT64_MAX, &d), INT64_MAX);
    assert_int_equal(cck_day_after(INT64_MIN, &d), INT64_MIN);
  }
  cck_duration endless = {.given = true, .number = decimal_of(CCK_S("99999999999999999999")), .unit = CCK_SPAN_YEAR};
  assert_int_equal(cck_day_after(0, &endless), INT64_MAX);
}

static void test_words(void **state) {
  (void)state;
  static const struct {
    const char *figure, *unit, *noun, *measure, *words, *label;
  } rows[] = {
      {"5000", "soldier", "soldier", "troops", "5,000 troops", "5,000"},
      {"~7000", "soldier", "soldier", "troops", "about 7,000 troops", "~7,000"},
      {">6000", "soldier", "soldier", "", "more than 6,000 soldiers", ">6,000"},
      {">=12", "soldier", "soldier", "", "at least 12 soldiers", ">=12"},
      {"<12", "soldier", "soldier", "", "less than 12 soldiers", "<12"},
      {"<=12", "country", "country", "", "at most 12 countries", "<=12"},
      {"5000..7000", "soldier", "soldier", "", "5,000 to 7,000 soldiers", "5,000-7,000"},
      {"1", "soldier", "soldier", "", "1 soldier", "1"},
      {"330000000000", "USD", "", "debt", "330 billion USD", "330 billion USD"},
      {"2300000", "USD", "", "", "2.3 million USD", "2.3 million USD"},
      {"1234567", "USD", "", "", "1,234,567 USD", "1,234,567 USD"},
      {"1500000000000", "USD", "", "", "1.5 trillion USD", "1.5 trillion USD"},
      {"12", "percent", "", "", "12%", "12%"},
      {"5..6", "percent", "", "", "5 to 6%", "5-6%"},
      {"200", "foot", "", "", "200 feet", "200 feet"},
      {"9.5", "kilometre", "", "", "9.5 kilometres", "9.5 kilometres"},
      {"3", "percentage point", "", "", "3 percentage points", "3 percentage points"},
      {"3", "barrel/day", "", "", "3 barrels/day", "3 barrels/day"},
      {"3", "category of product", "category", "", "3 categories of product", "3"},
      {"3", "", "", "", "3", "3"},
  };
  bool ok = true;
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_claim c = quantity(rows[i].figure, NULL, rows[i].unit);
    c.noun = cck_slice_of(rows[i].noun);
    c.measure = cck_slice_of(rows[i].measure);
    ok &= slice_is(cck_claim_full_words(&arena, &c), rows[i].words, rows[i].figure);
    ok &= slice_is(cck_claim_label(&arena, &c), rows[i].label, rows[i].figure);
  }
  assert_true(ok);
}

static void test_distances(void **state) {
  (void)state;
  static const struct {
    const char *a, *b, *want;
  } rows[] = {{"2004-10-16", "2004-10-16", "same day"},
              {"2004", "2004-10-16", "same time"},
              {"2004-10-16", "2004-10-17", "1 day apart"},
              {"2004-10-16", "2004-11-15", "30 days apart"},
              {"2004-10-16", "2004-11-16", "1 month apart"},
              {"2016-12-19", "2004-10-20", "12 years apart"},
              {"", "2004-10-16", "undated"}};
  for (size_t i = 0; i < COUNT(rows); i++)
    assert_true(
        slice_is(cck_distance_text(&arena, period_of(rows[i].a), period_of(rows[i].b)), rows[i].want, rows[i].a));
}

static void test_fill(void **state) {
  (void)state;
  static const struct {
    const char *text, *want;
  } rows[] = {{"{subject}: {low} against {high} {unit}", "The base: 5 against 7 troops"},
              {"{value} {unit}", "7 troops"}, /* the value has brought its unit along */
              {"{low} {year} to {high}", "5 to 7"},
              {"{nothing} {low", "{nothing} {low"},
              {"", ""}};
  cck_message message = {0};
  message.values[CCK_MESSAGE_subject] = CCK_S("The base");
  message.values[CCK_MESSAGE_low] = CCK_S("5");
  message.values[CCK_MESSAGE_high] = CCK_S("7");
  message.values[CCK_MESSAGE_unit] = CCK_S("troops");
  message.values[CCK_MESSAGE_value] = CCK_S("7 troops");
  for (size_t i = 0; i < COUNT(rows); i++)
    assert_true(slice_is(cck_message_fill(&arena, cck_slice_of(rows[i].text), &message), rows[i].want, rows[i].text));
}

static void test_fill_marks(void **state) {
  (void)state;
  static const struct {
    const char *text, *low, *high, *want;
  } rows[] = {{"{low} against {high} {unit}", "planned", "", "5 (planned) against 7 troops"},
              {"{low} against {high} {unit}", "", "planned", "5 against 7 troops (planned)"},
              {"{low} {unit} against {high} {unit}, so", "planned", "undated",
               "5 troops (planned) against 7 troops (undated), so"},
              {"{low} against {high} {unit}, so", "undated", "undated", "5 against 7 troops (both undated), so"},
              {"{high}, not {low}", "undated", "undated", "7, not 5 (both undated)"},
              {"only {high}", "undated", "undated", "only 7 (undated)"},
              {"{unit}", "planned", "planned", "troops"}};
  cck_message message = {0};
  message.values[CCK_MESSAGE_low] = CCK_S("5");
  message.values[CCK_MESSAGE_high] = CCK_S("7");
  message.values[CCK_MESSAGE_unit] = CCK_S("troops");
  for (size_t i = 0; i < COUNT(rows); i++) {
    message.low_mark = cck_slice_of(rows[i].low);
    message.high_mark = cck_slice_of(rows[i].high);
    assert_true(slice_is(cck_message_fill(&arena, cck_slice_of(rows[i].text), &message), rows[i].want, rows[i].text));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_outcomes),  cmocka_unit_test(test_may_differ_is_necessary),
      cmocka_unit_test(test_spread),    cmocka_unit_test(test_last_written),
      cmocka_unit_test(test_durations), cmocka_unit_test(test_overflow_is_undecided),
      cmocka_unit_test(test_words),     cmocka_unit_test(test_distances),
      cmocka_unit_test(test_fill),      cmocka_unit_test(test_fill_marks),
  };
  return cmocka_run_group_tests_name("compare", tests, set_up_arena, tear_down_arena);
}
