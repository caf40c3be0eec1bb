/* The JSON form: the documented lines come back byte for byte, and so do generated ones; what is wrong is named. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "model/codec.h"
#include "unit/fixture.h"

#define SOURCE_LINE                                                                                                    \
  "{\"k\":\"source\",\"v\":1,\"id\":\"wire-1\",\"publisher\":\"The Wire\",\"published\":\"2004-10-20\","               \
  "\"published_from\":\"front matter\",\"title\":\"A \\\"visit\\\"\",\"author\":null,\"url\":null,\"copies\":null,"    \
  "\"lang\":\"en\",\"path\":\"a.txt\",\"sha256\":\"ab\",\"sketch\":null,\"lexicon\":\"0123\",\"extractor\":\"1\"}"

/* A claim with its middle left open: subject to scope stand, value and date vary. */
#define CLAIM_HEAD "{\"k\":\"claim\",\"v\":1,\"id\":\"c1abc\",\"src\":\"wire-1\",\"path\":\"a.txt\",\"kind\":"
#define CLAIM_MIDDLE                                                                                                   \
  ",\"text\":\"4,200 men\",\"start\":36,\"end\":45,\"line\":4,\"column\":9,"                                           \
  "\"subject\":{\"id\":\"base-9\",\"text\":\"the base\"},\"measure\":\"troops\",\"noun\":\"man\","                     \
  "\"scope\":{\"part_of\":\"5,000\",\"place\":\"Strelsau\"},\"value\":"
#define CLAIM_TAIL                                                                                                     \
  ",\"time\":{\"min\":\"2004-10-20\",\"max\":null,\"basis\":\"publication\"},\"modality\":\"planned\","                \
  "\"speaker\":null,\"quoted\":false,\"in\":\"body\",\"links\":[{\"role\":\"part\",\"id\":\"c1def\"}],"                \
  "\"quote\":\"The base has 4,200 men.\""
#define QUANTITY "{\"min\":\"4200\",\"max\":null,\"unit\":\"man\",\"approx\":\"at_least\",\"change\":null}"
#define DATE                                                                                                           \
  "{\"min\":\"2004-10-17\",\"max\":\"2004-10-17\",\"precision\":\"day\",\"weekday\":\"Sunday\",\"valid\":true,"        \
  "\"event\":\"open\",\"past\":true,\"text\":\"Sunday, 17 October 2004\"}"
#define QUANTITY_LINE CLAIM_HEAD "\"quantity\"" CLAIM_MIDDLE QUANTITY ",\"date\":null" CLAIM_TAIL "}"

typedef struct decoded {
  cck_status status;
  cck_line line;
  cck_error error;
} decoded;

static decoded decode(cck_slice line) {
  decoded d = {.status = CCK_OK};
  cck_place place = {.file = CCK_S("claims/wire-1.jsonl"), .line = 7};
  d.status = cck_line_read(&arena, line, place, &d.line, &d.error);
  return d;
}

static const char *encode(const decoded *d) {
  cck_buffer out = {0};
  if (d->line.kind == CCK_LINE_SOURCE)
    cck_source_write(&out, &d->line.source);
  else
    cck_claim_write(&out, &d->line.claim);
  cck_slice copy = cck_arena_copy(&arena, cck_buffer_slice(&out));
  cck_buffer_fini(&out);
  return copy.ptr;
}

static void assert_round_trip(const char *line) {
  decoded d = decode(cck_slice_of(line));
  if (d.status != CCK_OK)
    fail_msg("%s\n%s", d.error.message, line);
  assert_string_equal(encode(&d), line);
}

static void test_round_trip(void **state) {
  (void)state;
  static const char *const lines[] = {
      SOURCE_LINE, QUANTITY_LINE, CLAIM_HEAD "\"date\"" CLAIM_MIDDLE "null,\"date\":" DATE CLAIM_TAIL "}",
      CLAIM_HEAD "\"malformed\"" CLAIM_MIDDLE "null,\"date\":null" CLAIM_TAIL "}",
      /* 31 June: no days */
      CLAIM_HEAD "\"date\"" CLAIM_MIDDLE "null,\"date\":{\"min\":null,\"max\":null,\"precision\":\"day\","
                 "\"weekday\":null,\"valid\":false,\"event\":null,\"past\":false,\"text\":\"31 June\"}" CLAIM_TAIL "}",
      /* unknown keys: as written, numbers and white space too */
      CLAIM_HEAD "\"quantity\"" CLAIM_MIDDLE QUANTITY ",\"date\":null" CLAIM_TAIL
                 ",\"desk\":{\"n\": 1.50,\"big\":123456789012345678901234567890,\"a\":[1,\"}\\\"],\"]},\"z\":null}",
      /* nothing but what must be there */
      "{\"k\":\"claim\",\"v\":1,\"id\":\"c1\",\"src\":\"w\",\"path\":null,\"kind\":\"name\",\"text\":\"Zenda\","
      "\"start\":0,\"end\":5,\"offsets\":\"text\",\"line\":1,\"column\":1,\"subject\":null,\"measure\":null,"
      "\"noun\":null,\"scope\":{},\"value\":null,\"date\":null,\"time\":{\"min\":null,\"max\":null,\"basis\":\"none\"},"
      "\"modality\":\"asserted\",\"speaker\":null,\"quoted\":true,\"in\":\"title\",\"links\":[],\"quote\":null}"};
  for (size_t i = 0; i < COUNT(lines); i++)
    assert_round_trip(lines[i]);
}

static void test_fields(void **state) {
  (void)state;
  decoded d = decode(CCK_S(QUANTITY_LINE));
  assert_int_equal(d.line.kind, CCK_LINE_CLAIM);
  assert_true(d.line.claim.value.has_min && !d.line.claim.value.has_max);
  assert_int_equal(d.line.claim.value.approx, CCK_APPROX_AT_LEAST);
  assert_int_equal(d.line.claim.start, 36);
  assert_int_equal(d.line.claim.scope.count, 2);
  assert_true(d.line.claim.time.days.min == cck_day_of(2004, 10, 20) && d.line.claim.time.days.max == CCK_NO_DAY);
  assert_true(cck_slice_is(d.line.claim.links.items[0].id, "c1def"));
  d = decode(CCK_S(SOURCE_LINE));
  assert_int_equal(d.line.kind, CCK_LINE_SOURCE);
  assert_true(cck_slice_is(d.line.source.title, "A \"visit\""));
  assert_true(d.line.source.period.min == cck_day_of(2004, 10, 20));
}

/* Read in any order and spacing, written in one. */
static void test_canonical(void **state) {
  (void)state;
  static const char loose[] = " { \"x\" : 1e2 , \"id\":\"w\", \"v\":1, \"k\":\"source\", \"title\":\"\\u0041\\/\" } ";
  decoded d = decode(CCK_S(loose));
  assert_int_equal(d.status, CCK_OK);
  const char *once = encode(&d);
  assert_non_null(strstr(once, "{\"k\":\"source\",\"v\":1,\"id\":\"w\",\"publisher\":null"));
  assert_non_null(strstr(once, "\"title\":\"A/\""));
  assert_non_null(strstr(once, "\"extractor\":null,\"x\":1e2}"));
  assert_round_trip(once);
}

/* The line with one part replaced. */
static cck_slice with(const char *from, const char *to) {
  static const char line[] = QUANTITY_LINE;
  const char *hit = strstr(line, from);
  if (!hit)
    fail_msg("not in the line: %s", from);
  return cck_arena_printf(&arena, "%.*s%s%s", (int)(hit - line), line, to, hit + strlen(from));
}

static void test_wrong_fields(void **state) {
  (void)state;
  static const struct {
    const char *from, *to, *named;
  } rows[] = {
      {"\"id\":\"c1abc\",", "", "\"id\" is missing"},
      {"\"c1abc\"", "\"\"", "\"id\" must not be empty"},
      {"\"c1abc\"", "7", "\"id\" must be a string"},
      {"\"src\":\"wire-1\",", "", "\"src\""},
      {"\"quantity\"", "\"amount\"", "\"kind\""},
      {"\"quantity\"", "\"date\"", "\"value\""},
      {"\"start\":36", "\"start\":-1", "\"start\""},
      {"\"start\":36", "\"start\":\"36\"", "\"start\""},
      {"\"start\":36", "\"start\":36.5", "\"start\""},
      {"\"start\":36", "\"start\":4294967296", "\"start\""},
      {"\"start\":36", "\"start\":99", "\"start\" is behind the end"},
      {"\"subject\":{", "\"subject\":[{", "not a JSON object"},
      {"\"4200\"", "4200", "\"value.min\" must be a decimal in a string"},
      {"\"4200\"", "\"4,200\"", "\"value.min\""},
      {"\"max\":null,\"unit\"", "\"max\":\"4199.9\",\"unit\"", "\"value.min\" is above"},
      {"\"at_least\"", "\"roughly\"", "\"value.approx\""},
      {"\"approx\":\"at_least\",", "", "\"value.approx\" is missing"},
      {"\"change\":null", "\"change\":\"sideways\"", "\"value.change\""},
      {"\"date\":null", "\"date\":" DATE, "\"date\" must be"},
      {"\"2004-10-20\"", "\"2004-10\"", "\"time.min\""},
      {"\"2004-10-20\"", "\"2004-02-30\"", "\"time.min\""},
      {"\"max\":null,\"basis\"", "\"max\":\"2004-10-19\",\"basis\"", "\"time.min\" is after"},
      {"\"publication\"", "\"guess\"", "\"time.basis\""},
      {"\"planned\"", "null", "\"modality\" is missing"},
      {"\"quoted\":false", "\"quoted\":0", "\"quoted\""},
      {"\"in\":\"body\"", "\"in\":\"footer\"", "\"in\""},
      {"\"role\":\"part\",", "", "\"links.role\" is missing"},
      {"\"links\":[{\"role\":\"part\",\"id\":\"c1def\"}]", "\"links\":{}", "\"links\" must be a list"},
      {"\"part_of\":\"5,000\",\"place\"", "\"z\":\"5,000\",\"place\"", "\"scope\""},
      {"\"Strelsau\"", "1", "\"scope\""},
      {"\"v\":1", "\"v\":2", "\"v\""},
      {"\"k\":\"claim\"", "\"k\":\"note\"", "\"k\""},
      {"\"k\":\"claim\",", "", "\"k\" is missing"},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    decoded d = decode(with(rows[i].from, rows[i].to));
    if (d.status != CCK_E_STORE || !strstr(d.error.message, rows[i].named))
      fail_msg("%s -> %s: %s", rows[i].from, rows[i].to, d.status ? d.error.message : "was read");
    assert_string_equal(d.error.file, "claims/wire-1.jsonl");
    assert_int_equal(d.error.line, 7);
  }
}

static cck_slice nested(const char *open, const char *close, int depth) {
  cck_buffer b = {0};
  cck_put_text(&b, "{\"k\":\"source\",\"v\":1,\"id\":\"w\",\"x\":");
  for (int i = 0; i < depth; i++)
    cck_put_text(&b, open);
  cck_put_text(&b, "1");
  for (int i = 0; i < depth; i++)
    cck_put_text(&b, close);
  cck_put_text(&b, "}");
  cck_slice copy = cck_arena_copy(&arena, cck_buffer_slice(&b));
  cck_buffer_fini(&b);
  return copy;
}

static void test_hostile_lines(void **state) {
  (void)state;
  static const struct {
    const char *line;
    const char *named;
  } rows[] = {{"", "not a JSON object"},
              {"[]", "not a JSON object"},
              {"7", "not a JSON object"},
              {"{\"k\":\"source\"", "not a JSON object"},
              {"{\"k\":\"source\",\"v\":1,\"id\":\"a\",\"id\":\"b\"}", "duplicate"},
              {"{\"k\":\"source\",\"v\":1,\"id\":\"a\",\"x\":{\"y\":1,\"y\":2}}", "duplicate"},
              {"{\"k\":\"source\",\"v\":1,\"id\":\"a\"} trailing", "not a JSON object"},
              {"{\"k\":\"source\",\"v\":1,\"id\":\"a\\u0000b\"}", "not a JSON object"},
              {"{\"k\":\"source\",\"v\":1,\"id\":\"\xff\"}", "not UTF-8"},
              {"{\"k\":\"source\",\"v\":1,\"id\":\"\xed\xa0\x80\"}", "not UTF-8"},
              {"{\"k\":\"source\",\"v\":1,\"id\":\"a\",\"published\":\"soon\"}", "\"published\""}};
  for (size_t i = 0; i < COUNT(rows); i++) {
    decoded d = decode(cck_slice_of(rows[i].line));
    if (d.status != CCK_E_STORE || !strstr(d.error.message, rows[i].named))
      fail_msg("%s: %s", rows[i].line, d.status ? d.error.message : "was read");
  }
  assert_int_equal(decode(CCK_S("{\"k\":\"s\xc3\xa9\xff\"}")).error.column, 9);
  assert_int_equal(decode(nested("[", "]", 63)).status, CCK_OK);
  assert_int_equal(decode(nested("[", "]", 64)).status, CCK_E_LIMIT);
  assert_int_equal(decode(nested("{\"a\":", "}", 64)).status, CCK_E_LIMIT);
  assert_int_equal(decode(nested("[", "]", 200000)).status, CCK_E_LIMIT);
  cck_slice huge = nested(" ", " ", CCK_CLAIM_LINE_LIMIT / 2);
  assert_int_equal(decode(huge).status, CCK_E_LIMIT);
  assert_int_equal(decode(cck_slice_sub(huge, 0, CCK_CLAIM_LINE_LIMIT)).status, CCK_E_STORE);
}

static void test_put_json(void **state) {
  (void)state;
  static const struct {
    const char *text, *json;
  } rows[] = {{"", "\"\""},
              {"plain", "\"plain\""},
              {"a\"b\\c/", "\"a\\\"b\\\\c/\""},
              {"\b\f\n\r\t\x01\x1f\x7f", "\"\\b\\f\\n\\r\\t\\u0001\\u001f\\u007f\""},
              {"caf\xc3\xa9 \xe2\x82\xac", "\"caf\xc3\xa9 \xe2\x82\xac\""},
              {"\xe2\x80\xa8\xe2\x80\xae", "\"\\u2028\\u202e\""}, /* line separator, bidi override */
              {"\xc2\x9b", "\"\\u009b\""},                        /* a terminal's control sequence introducer */
              {"\xf3\xa0\x81\x81", "\"\\udb40\\udc41\""},         /* a tag character: two surrogates */
              {"\xf0\x9f\x98\x80", "\"\xf0\x9f\x98\x80\""},
              {"a\xff"
               "b",
               "\"a\xef\xbf\xbd"
               "b\""}};
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_buffer out = {0};
    cck_put_json(&out, cck_slice_of(rows[i].text));
    assert_string_equal(out.ptr, rows[i].json);
    cck_buffer_fini(&out);
  }
}

/* ---- generated claims: any values that the model can hold ---- */

static uint64_t random_state;

static unsigned pick(unsigned below) {
  random_state = cck_hash_mix(random_state, 1);
  return (unsigned)(random_state % below);
}

static cck_slice random_text(void) {
  static const char *const pieces[] = {
      "a", " ",     "\"",   "\\",   "\n", "\xc3\xa9", "\xe2\x80\xae", "\xf0\x9f\x98\x80", "{",
      "}", "5,000", "\x1f", "null", ":",  ",",        "\x7f"};
  cck_buffer b = {0};
  for (unsigned n = pick(6); n > 0; n--)
    cck_put_text(&b, pieces[pick(COUNT(pieces))]);
  cck_slice copy = cck_arena_copy(&arena, cck_buffer_slice(&b));
  cck_buffer_fini(&b);
  return copy;
}

static cck_slice random_required(void) {
  cck_slice text = random_text();
  return text.len ? text : CCK_S("x");
}

static cck_period random_period(void) {
  cck_period p = {(cck_day)pick(40000) - 20000, CCK_NO_DAY};
  if (pick(3))
    p.max = p.min + pick(400);
  if (!pick(4))
    p.min = CCK_NO_DAY;
  return p;
}

static void random_value(cck_value *value) {
  value->has_min = pick(4) != 0;
  value->has_max = pick(4) != 0;
  assert_true(cck_decimal_make((cck_int128)pick(1000000) - 500000, (int)pick(20) - 10, &value->min));
  assert_true(cck_decimal_add(value->min, cck_decimal_of(pick(3)), &value->max));
  value->unit = random_text();
  value->approx = (cck_approx)pick(7);
  value->change = (cck_change)pick(3);
}

static void random_date(cck_date *date) {
  date->valid = pick(5) != 0;
  date->days = date->valid ? random_period() : CCK_NO_PERIOD;
  date->precision = (cck_precision)pick(9);
  date->weekday = (int)pick(8);
  date->event = random_text();
  date->past = pick(2);
  date->text = random_text();
}

static cck_claim random_claim(void) {
  cck_claim c = {.id = random_required(), .src = random_required(), .path = random_text(), .text = random_required()};
  c.kind = (cck_claim_kind)pick(4);
  c.start = pick(UINT32_MAX);
  c.end = c.start + pick(UINT32_MAX - c.start);
  c.offsets_in_text = pick(2);
  c.line = pick(UINT32_MAX);
  c.column = pick(UINT32_MAX);
  c.subject = random_text();
  c.subject_text = random_text();
  c.measure = random_text();
  c.noun = random_text();
  for (unsigned i = 0, n = pick(3); i < n; i++)
    CCK_PUSH(&arena, &c.scope, ((cck_scope_item){cck_arena_printf(&arena, "k%u", i), random_text()}));
  if (c.kind == CCK_CLAIM_QUANTITY)
    random_value(&c.value);
  if (c.kind == CCK_CLAIM_DATE)
    random_date(&c.date);
  c.time = (cck_time){random_period(), (cck_basis)pick(4)};
  c.modality = (cck_modality)pick(5);
  c.speaker = random_text();
  c.quoted = pick(2);
  c.in = (cck_where)pick(5);
  for (unsigned n = pick(3); n > 0; n--)
    CCK_PUSH(&arena, &c.links, ((cck_link){random_required(), random_required()}));
  c.quote = random_text();
  if (!pick(3))
    c.extra = CCK_S("{\"note\":[1.0,{\"deep\":\"}\"}],\"\\u0069dea\":false}");
  return c;
}

static void test_generated(void **state) {
  (void)state;
  random_state = 20041020;
  for (int i = 0; i < 3000; i++) {
    decoded d = {.line = {.kind = CCK_LINE_CLAIM, .claim = random_claim()}};
    const char *line = encode(&d);
    assert_null(strchr(line, '\n'));
    assert_round_trip(line);
    cck_arena_reset(&arena);
  }
}

/* No prefix and no single-byte change of a line may crash the reader; a prefix is never taken for a line. */
static void test_damaged(void **state) {
  (void)state;
  static const char line[] = QUANTITY_LINE;
  for (size_t length = 0; length < sizeof line - 1; length++)
    assert_int_not_equal(decode((cck_slice){line, length}).status, CCK_OK);
  random_state = 7;
  for (int i = 0; i < 5000; i++) {
    char damaged[sizeof line];
    memcpy(damaged, line, sizeof line);
    damaged[pick(sizeof line - 1)] = (char)pick(256);
    decoded d = decode((cck_slice){damaged, sizeof line - 1});
    if (d.status == CCK_OK)
      assert_round_trip(encode(&d));
    cck_arena_reset(&arena);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_round_trip),   cmocka_unit_test(test_fields),   cmocka_unit_test(test_canonical),
      cmocka_unit_test(test_wrong_fields), cmocka_unit_test(test_put_json), cmocka_unit_test(test_hostile_lines),
      cmocka_unit_test(test_generated),    cmocka_unit_test(test_damaged),
  };
  return cmocka_run_group_tests_name("codec", tests, set_up_arena, tear_down_arena);
}
