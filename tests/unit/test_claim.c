/* Names, keys and ids: what stays the same when a text is edited elsewhere, and what does not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "model/finding.h"
#include "unit/fixture.h"

static cck_slice s(const char *text) { return cck_slice_of(text); }

/* "US\x1f" -> "US|": keys are shown with bars. */
static const char *shown(cck_slice key) {
  char *text = cck_arena_alloc(&arena, key.len + 1);
  for (size_t i = 0; i < key.len; i++)
    text[i] = key.ptr[i] == '\x1f' ? '|' : key.ptr[i];
  return text;
}

static cck_claim quantity(const char *min, const char *max, const char *unit) {
  cck_claim claim = {.kind = CCK_CLAIM_QUANTITY, .src = CCK_S("wire-1"), .date.days = CCK_NO_PERIOD};
  claim.value.has_min = min && cck_decimal_parse(s(min), &claim.value.min);
  claim.value.has_max = max && cck_decimal_parse(s(max), &claim.value.max);
  claim.value.unit = s(unit);
  claim.quote = s("The garrison has 4,200 soldiers.");
  return claim;
}

static cck_claim date(const char *day, const char *event) {
  cck_claim claim = {.kind = CCK_CLAIM_DATE, .src = CCK_S("wire-1"), .text = CCK_S("31 June")};
  claim.date.valid = cck_period_parse(s(day), &claim.date.days);
  claim.date.event = s(event);
  claim.date.text = CCK_S("31 June");
  return claim;
}

static void test_names(void **state) {
  (void)state;
  cck_approx approx;
  cck_change change;
  cck_modality modality;
  cck_severity severity;
  int weekday;
  for (int i = CCK_APPROX_EXACT; i <= CCK_APPROX_RANGE; i++) {
    assert_true(cck_approx_parse(s(cck_approx_name((cck_approx)i)), &approx));
    assert_int_equal(approx, i);
  }
  for (int i = CCK_MODALITY_ASSERTED; i <= CCK_MODALITY_QUESTION; i++) {
    assert_true(cck_modality_parse(s(cck_modality_name((cck_modality)i)), &modality));
    assert_int_equal(modality, i);
  }
  for (int i = 1; i <= 7; i++) {
    assert_true(cck_weekday_parse(s(cck_weekday_name(i)), &weekday));
    assert_int_equal(weekday, i);
  }
  assert_string_equal(cck_weekday_name(1), "Monday");
  assert_null(cck_weekday_name(0));
  assert_null(cck_weekday_name(8));
  assert_null(cck_change_name(CCK_CHANGE_NONE));
  assert_false(cck_change_parse(s(""), &change));
  assert_false(cck_approx_parse(s("Exact"), &approx));
  assert_false(cck_weekday_parse(s("monday"), &weekday));
  assert_true(cck_severity_parse(s("warning"), &severity));
  assert_int_equal(severity, CCK_SEVERITY_WARNING);
  assert_false(cck_severity_parse(s("fatal"), &severity));
  assert_string_equal(cck_relation_name(CCK_RELATION_OVER_TIME), "over_time");
}

static void test_slugs(void **state) {
  (void)state;
  static const struct {
    const char *in, *slug, *key;
  } rows[] = {{"RFE/RL 2004-10-20 Putin Visit", "rfe-rl-2004-10-20-putin-visit", "rferl20041020putinvisit"},
              {"  Al  Jazeera! ", "al-jazeera", "aljazeera"},
              {"The Post\xe2\x80\x99s desk", "the-post-s-desk", "thepostsdesk"},
              {"The Post's desk", "the-post-s-desk", "thepostsdesk"},
              {"\xc5\xbdivot", "\xc5\xbeivot", "\xc5\xbeivot"},
              {"../../etc/passwd", "etc-passwd", "etcpasswd"},
              {"--- ...", "", ""},
              {"", "", ""}};
  for (size_t i = 0; i < COUNT(rows); i++) {
    assert_string_equal(cck_slug(&arena, s(rows[i].in)).ptr, rows[i].slug);
    assert_string_equal(cck_publisher_key(&arena, s(rows[i].in)).ptr, rows[i].key);
  }
}

static void test_source_ids(void **state) {
  (void)state;
  static const struct {
    const char *given, *publisher, *published, *title, *path, *want;
  } rows[] = {{"desk-7", "RFE/RL", "2004-10-20", "A visit", "a.txt", "desk-7"},
              {" desk-7 ", "", "", "", "a.txt", "desk-7"},
              {"", "RFE/RL", "2004-10-20", "A visit", "a.txt", "rferl-2004-10-20-a-visit"},
              {"", "RFE/RL", "", "A visit", "a.txt", "rferl-a-visit"},
              {"", "", "", "A visit", "in/a.txt", "in-a-txt"},          /* many articles have one title */
              {"", "RFE/RL", "2004-10-20", "", "in/a.txt", "in-a-txt"}, /* and many one day */
              {"", "", "", "", "-", "stdin"}};
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_source source = {.publisher = s(rows[i].publisher),
                         .published = s(rows[i].published),
                         .title = s(rows[i].title),
                         .path = s(rows[i].path)};
    assert_string_equal(cck_source_make_id(&arena, &source, s(rows[i].given)).ptr, rows[i].want);
  }
}

static void test_long_titles(void **state) {
  (void)state;
  char title[600];
  memset(title, 'a', sizeof title);
  cck_source source = {.publisher = CCK_S("wire"), .title = {title, 500}};
  cck_slice one = cck_source_make_id(&arena, &source, s(""));
  source.title.len = 501;
  cck_slice two = cck_source_make_id(&arena, &source, s(""));
  assert_true(one.len <= 96);
  assert_false(cck_slice_eq(one, two));
}

static void test_value_keys(void **state) {
  (void)state;
  cck_claim rise = quantity("5", "5", "percent");
  rise.value.change = CCK_CHANGE_UP;
  cck_claim malformed = {.kind = CCK_CLAIM_MALFORMED, .text = CCK_S("2,452,3000")};
  const struct {
    cck_claim claim;
    const char *want;
  } rows[] = {{quantity("5000", "5000", "soldier"), "5000..5000 soldier"},
              {quantity("5000", NULL, "soldier"), "5000.. soldier"},
              {quantity(NULL, "0.5", "USD"), "..0.5 USD"},
              {quantity("7", "9", ""), "7..9"},
              {rise, "5..5 percent up"},
              {date("2005-09", "open"), "2005-09-01..2005-09-30"},
              {date("2005-06-31", "open"), "31 june"},
              {malformed, "2,452,3000"}};
  for (size_t i = 0; i < COUNT(rows); i++)
    assert_string_equal(cck_claim_value_key(&arena, &rows[i].claim).ptr, rows[i].want);
}

static void test_group_keys(void **state) {
  (void)state;
  static const struct {
    const char *measure, *noun, *subject, *words, *unit, *want;
  } rows[] = {
      {"troops", "soldier", "base-201", "the base", "soldier", "troops|base-201|count"},
      {"", "soldier", "base-201", "the base", "soldier", "soldier|base-201|count"},
      {"", "soldier", "", "Khatlon\n Garrison,", "soldier", "soldier|khatlon garrison|count"},
      {"troops", "", "", "", "soldier", "troops||count"},
      {"", "soldier", "", "", "soldier", ""}, /* soldiers of nobody in particular */
      {"", "", "base-201", "", "USD", ""},
      {"debt", "", "tajikistan", "", "USD", "debt|tajikistan|money"},
      {"debt", "", "tajikistan", "", "TJS", "debt|tajikistan|money"},
      {"fare", "", "tajikistan", "", "cent", "fare|tajikistan|money"},
      {"price", "", "brent", "", "USD/barrel", "price|brent|money/volume"},
      {"growth", "", "tajikistan", "", "percent", "growth|tajikistan|percent"},
      {"border", "", "tajikistan", "", "mile", "border|tajikistan|length"},
      {"border", "", "tajikistan", "", "kilometre", "border|tajikistan|length"},
      {"land", "", "tajikistan", "", "square centimetre", "land|tajikistan|area"},
      {"output", "", "plant", "", "watt", "output|plant|power"},
      {"output", "", "plant", "", "terawatt", "output|plant|power"},
      {"output", "", "plant", "", "terawatt hour", "output|plant|energy"},
      {"output", "", "plant", "", "megasoldier", "output|plant|count"},
      {"rate", "", "tajikistan", "", "", "rate|tajikistan|count"},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_claim claim = quantity("5", "5", rows[i].unit);
    claim.measure = s(rows[i].measure);
    claim.noun = s(rows[i].noun);
    claim.subject = s(rows[i].subject);
    claim.subject_text = s(rows[i].words);
    assert_string_equal(shown(cck_claim_group_key(&arena, &claim)), rows[i].want);
  }
  cck_claim opened = date("2004-10-17", "open");
  opened.subject = CCK_S("base-201");
  assert_string_equal(shown(cck_claim_group_key(&arena, &opened)), "open|base-201|date");
  opened.measure = CCK_S("opened");
  assert_string_equal(shown(cck_claim_group_key(&arena, &opened)), "opened|base-201|date");
}

static cck_slice id_of(const cck_claim *claim, unsigned ordinal) {
  return cck_claim_make_id(&arena, claim->src, cck_sentence_key(&arena, claim->quote),
                           cck_claim_value_key(&arena, claim), ordinal);
}

static void test_claim_ids(void **state) {
  (void)state;
  cck_claim claim = quantity("4200", "4200", "soldier");
  cck_slice id = id_of(&claim, 0);
  assert_int_equal(id.len, 22);
  assert_true(cck_slice_starts(id, CCK_S("c1")));
  for (size_t i = 2; i < id.len; i++)
    assert_true(cck_is_lower(id.ptr[i]) || (id.ptr[i] >= '2' && id.ptr[i] <= '7'));

  cck_claim same = claim;
  same.start = 900; /* moved, wrapped differently, other signs */
  same.quote = CCK_S("The garrison\nhas  4,200 soldiers");
  assert_true(cck_slice_eq(id_of(&same, 0), id));

  cck_claim other = claim;
  other.quote = CCK_S("The garrison had 4,200 soldiers.");
  assert_false(cck_slice_eq(id_of(&other, 0), id));
  other = claim;
  other.src = CCK_S("wire-2");
  assert_false(cck_slice_eq(id_of(&other, 0), id));
  other = quantity("4200", NULL, "soldier");
  assert_false(cck_slice_eq(id_of(&other, 0), id));
  assert_false(cck_slice_eq(id_of(&claim, 1), id));
}

static void test_finding_ids(void **state) {
  (void)state;
  cck_slice id = cck_finding_make_id(&arena, CCK_S("troops-conflict"));
  assert_int_equal(id.len, 11);
  assert_true(cck_slice_starts(id, CCK_S("F-")));
  assert_int_equal(id.ptr[6], '-');
  assert_true(cck_slice_eq(cck_finding_make_id(&arena, CCK_S("troops-conflict")), id));
  assert_false(cck_slice_eq(cck_finding_make_id(&arena, CCK_S("troops-conflict2")), id));
  char seen[256] = {0};
  for (int i = 0; i < 500; i++) {
    cck_slice more = cck_finding_make_id(&arena, cck_arena_printf(&arena, "%d", i));
    for (size_t c = 2; c < more.len; c++)
      seen[(unsigned char)more.ptr[c]] = 1;
  }
  for (const char *c = "ILOUilou"; *c; c++)
    assert_false(seen[(unsigned char)*c]);
  for (const char *c = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; *c; c++)
    assert_true(seen[(unsigned char)*c]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_names),       cmocka_unit_test(test_slugs),       cmocka_unit_test(test_source_ids),
      cmocka_unit_test(test_long_titles), cmocka_unit_test(test_value_keys),  cmocka_unit_test(test_group_keys),
      cmocka_unit_test(test_claim_ids),   cmocka_unit_test(test_finding_ids),
  };
  return cmocka_run_group_tests_name("claim", tests, set_up_arena, tear_down_arena);
}
