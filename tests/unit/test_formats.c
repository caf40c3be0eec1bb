/* Formats for machines and people: what each says of waived, merged and streamed findings, and what none may let
 * through. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "report/report.h"

#define S(x) CCK_S(x)
#define T(x)                                                                                                           \
  { (x), sizeof(x) - 1 } /* in a static initialiser */
#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { MOST = 4000 };

static const cck_source wire = {.id = T("wire-1"), .publisher = T("Wire"), .published = T("2004-10-16")};
static const cck_source streamed = {.id = T("=note <1>")};
static const cck_claim five = {.id = T("c1five"),
                               .path = T("/tmp/a b.txt"),
                               .text = T("5,000 troops"),
                               .start = 20,
                               .end = 32,
                               .line = 3,
                               .column = 20,
                               .quote = T("The base has 5,000 troops [x](y)")};
static const cck_claim seven = {.id = T("c1seven"),
                                .text = T("7,000 soldiers"),
                                .start = 5,
                                .end = 20, /* a line ends between the words */
                                .line = 6,
                                .column = 6,
                                .quote = T("About 7,000 soldiers serve \x1b[31m<b>there</b> | @desk\xe2\x80\xae")};

typedef struct fixture {
  cck_party parties[2];
  const cck_finding *also;
  cck_finding findings[MOST];
  cck_findings list;
  cck_coverage coverage;
  cck_report report;
} fixture;

static fixture f; /* too large for a stack */

static void set_up(size_t count) {
  memset(&f, 0, sizeof f);
  f.parties[0] = (cck_party){.claim = &five, .source = &wire, .label = S("5,000")};
  f.parties[1] = (cck_party){.claim = &seven, .source = &streamed, .label = S("~7,000")};
  for (size_t i = 0; i < count; i++) {
    cck_finding *one = &f.findings[i];
    *one = (cck_finding){.id = S("F-7KQ2-9MXD"),
                         .rule = S("troops-conflict"),
                         .severity = i % 3 == 0   ? CCK_SEVERITY_ERROR
                                     : i % 3 == 1 ? CCK_SEVERITY_WARNING
                                                  : CCK_SEVERITY_NOTE,
                         .message = S("5,000 against about 7,000 troops"),
                         .why = S("One is wrong.")};
    one->parties.items = f.parties;
    one->parties.count = 2;
  }
  f.list.items = f.findings;
  f.list.count = count;
  f.coverage = (cck_coverage){.sources = 2, .claims = 6, .compared = 2, .alone = 4};
  f.report = (cck_report){.findings = &f.list, .coverage = &f.coverage, .today = cck_day_of(2026, 11, 1)};
}

static cck_buffer render(const char *format) {
  cck_buffer out = {0};
  const cck_format *how = cck_format_find(cck_slice_of(format));
  assert_non_null(how);
  how->write(&out, &f.report);
  return out;
}

typedef struct expectation {
  const char *format, *wanted, *unwanted;
} expectation;

static void expect_all(const expectation *rows, size_t count) {
  for (size_t i = 0; i < count; i++) {
    cck_buffer out = render(rows[i].format);
    if (!strstr(out.ptr, rows[i].wanted))
      fail_msg("%s has no %s:\n%s", rows[i].format, rows[i].wanted, out.ptr);
    if (rows[i].unwanted && strstr(out.ptr, rows[i].unwanted))
      fail_msg("%s has %s:\n%s", rows[i].format, rows[i].unwanted, out.ptr);
    cck_buffer_fini(&out);
  }
}

static void waived_findings(void **state) {
  (void)state;
  static const expectation hidden[] = {
      {"concise", "No discrepancies. 1 waived", "F-7KQ2"},
      {"gitlab", "[]\n", "F-7KQ2"},
      {"checkstyle", "<checkstyle version", "<error"},
      {"csv", "finding,severity", "F-7KQ2"},
      {"markdown", "1 waived", "F-7KQ2"},
      {"sarif",
       "\"suppressions\":[{\"kind\":\"external\",\"status\":\"accepted\",\"justification\":\"known (by desk, until "
       "2027-01-31)\"}]",
       "\"waive\":"},
      {"junit", "<skipped message=\"waived until 2027-01-31 by desk: known\"/>", "<failure"},
  };
  static const expectation shown[] = {
      {"concise", ": waived: 5,000", NULL},
      {"gitlab", "[]\n", "F-7KQ2"}, /* it has no word for it */
      {"checkstyle",
       "severity=\"ignore\" message=\"F-7KQ2-9MXD 5,000 against about 7,000 troops; waived until 2027-01-31: known\"",
       "severity=\"error\""},
      {"csv", ",2027-01-31,known\r\n", NULL},
      {"markdown", "waived until: 2027-01-31 by desk: known\n", "cacheck waive"},
  };
  set_up(1);
  f.findings[0].waived = (cck_waived){true, S("known"), S("desk"), S("2027-01-31")};
  expect_all(hidden, COUNT(hidden));
  f.report.show_waived = true;
  expect_all(shown, COUNT(shown));
}

/* One entry each, that names the other finding; which has no entry. */
static void findings_shown_as_one(void **state) {
  (void)state;
  static const expectation rows[] = {
      {"concise", "[troops-conflict F-7KQ2-9MXD; also limit F-2222-2222]", "warning:"},
      {"gitlab", "; also limit F-2222-2222 (warning): too \\\\x07many\"", "\"fingerprint\":\"F-2222"},
      {"checkstyle", "; also limit F-2222-2222 (warning): too \\x07many\"", "severity=\"warning\""},
      {"csv", ",limit F-2222-2222 (warning): too \\x07many,", "\nF-2222"},
      {"markdown", "- also: limit F-2222-2222 (warning): too &#92;x07many\n", "**warning**"},
      {"sarif", "\\nAlso limit F-2222-2222 (warning): too \\\\\\\\x07many\"", "\"ruleId\":\"limit\""},
      {"junit", "also: limit F-2222-2222 (warning): too \\x07many\n", "type=\"warning\""},
      {"junit", "tests=\"2\" failures=\"1\"", NULL},
  };
  set_up(2);
  f.findings[1].id = S("F-2222-2222");
  f.findings[1].rule = S("limit");
  f.findings[1].message = S("too \amany");
  f.findings[1].shown_with = f.findings[0].id;
  f.also = &f.findings[1];
  f.findings[0].also.items = &f.also;
  f.findings[0].also.count = 1;
  expect_all(rows, COUNT(rows));
}

/* A document in no file has a place that says so; one in a file has it as a URI. */
static void places(void **state) {
  (void)state;
  static const expectation in_file[] = {
      {"concise", "/tmp/a b.txt:3:20: error:", NULL},
      {"gitlab", "\"path\":\"/tmp/a b.txt\",\"lines\":{\"begin\":3}", NULL},
      {"sarif", "\"uri\":\"file:///tmp/a%20b.txt\"},\"region\":{\"startLine\":3,\"startColumn\":20,\"endColumn\":32,",
       NULL},
      {"sarif", "See [~7,000, =note <1> undated](1)", NULL},
      {"sarif", "The base has 5,000 troops \\\\[x\\\\](y)", "[x](y)"},
  };
  static const expectation in_stream[] = {
      {"concise", "\n=note <1>:6:6: warning:", NULL},
      {"gitlab", "\"path\":\"stdin/=note <1>\"", NULL},
      {"checkstyle", "<file name=\"stdin/=note &lt;1&gt;\">", NULL},
      {"csv", ",stdin/=note <1>,6,6,", NULL},
      {"sarif", "\"uri\":\"stdin/%3Dnote%20%3C1%3E\"", NULL},
      {"sarif", "\"logicalLocations\":[{\"fullyQualifiedName\":\"=note <1>\"}]", NULL},
      {"sarif", "\"region\":{\"startLine\":6,\"startColumn\":6}", NULL}, /* where it ends is not known */
  };
  static const expectation in_page[] = {{"sarif", "\"region\":{\"startLine\":3,\"startColumn\":20}", "endColumn"}};
  set_up(2);
  expect_all(in_file, COUNT(in_file));
  f.findings[1].parties.items++;
  f.findings[1].parties.count = 1;
  expect_all(in_stream, COUNT(in_stream));
  cck_claim claim = five; /* "5,000&nbsp;troops" */
  claim.offsets_in_text = true;
  f.parties[0].claim = &claim;
  f.list.count = 1;
  expect_all(in_page, COUNT(in_page));
  static const expectation from_here[] = {
      {"sarif", "\"uri\":\"a.txt\"", NULL},          {"gitlab", "\"path\":\"a.txt\"", NULL},
      {"checkstyle", "<file name=\"a.txt\">", NULL}, {"github", "file=a.txt,", NULL},
      {"concise", "././/a.txt:3:20:", NULL}, /* as it was named */
  };
  claim.path = S("././/a.txt");
  expect_all(from_here, COUNT(from_here));
  static const expectation strange[] = {{"gitlab", "\"path\":\"../a.txt\"", NULL}};
  claim.path = S("../a.txt");
  expect_all(strange, COUNT(strange));
}

/* A path is that of the file: none of its spaces is lost, and its waive command finds it. */
static void paths_with_spaces(void **state) {
  (void)state;
  static const expectation rows[] = {
      {"concise", "\na  b .txt:6:6: warning:", NULL},
      {"text", "  a  b .txt:6:6\n", NULL},
      {"text", " waive F-7KQ2-9MXD 'a  b .txt' --because", NULL},
      {"github", "::warning file=a  b .txt,line=6,col=6,", NULL},
      {"gitlab", "\"path\":\"a  b .txt\"", NULL},
      {"checkstyle", "<file name=\"a  b .txt\">", NULL},
      {"sarif", "\"uri\":\"a%20%20b%20.txt\"", NULL},
  };
  cck_claim claim = seven;
  cck_source source = {.id = S("new"), .path = S("a  b .txt")};
  cck_arena arena;
  cck_intern changed;
  cck_arena_init(&arena);
  cck_intern_init(&changed, &arena);
  cck_intern_put(&changed, source.id);
  set_up(2);
  claim.path = source.path;
  f.parties[1].claim = &claim;
  f.parties[1].source = &source;
  f.findings[1].parties.items++;
  f.findings[1].parties.count = 1;
  f.report.changed = &changed;
  expect_all(rows, COUNT(rows));
  cck_arena_fini(&arena);
}

/* Code scanning wants each of these texts. */
static void rules_of_sarif(void **state) {
  (void)state;
  static const expectation with_why[] = {{"sarif", "\"fullDescription\":{\"text\":\"One is wrong.\"}", NULL}};
  static const expectation without[] = {
      {"sarif", "\"fullDescription\":{\"text\":\"Figures for one thing differ.\"}", NULL},
      {"sarif", "\"help\":{\"text\":\"What the rule wants: cacheck explain troops-conflict\"}", NULL}};
  set_up(1);
  expect_all(with_why, COUNT(with_why));
  f.findings[0].why = S("");
  expect_all(without, COUNT(without));
}

/* Silence is no pass. */
static void nothing_compared_and_skipped(void **state) {
  (void)state;
  static const expectation nothing[] = {
      {"concise", "Nothing could be compared.\n", NULL},
      {"github", "Nothing could be compared.\n2 sources, 6 claims", "::"},
      {"markdown", "### cacheck: Nothing could be compared.\n", NULL},
      {"junit", "<skipped message=\"Nothing could be compared.\"/>", NULL},
      {"sarif", "\"executionSuccessful\":true,\"toolExecutionNotifications\":[{\"level\":\"warning\"", NULL},
  };
  static const expectation failed[] = {
      {"markdown", "- skipped: &lt;x&gt;.txt: not UTF-8\n", NULL},
      {"junit", "errors=\"1\" skipped=\"0\"", NULL},
      {"junit", "<error type=\"skipped\" message=\"&lt;x&gt;.txt: not UTF-8\"/>", NULL},
      {"sarif", "\"executionSuccessful\":false", NULL},
      {"sarif", "{\"level\":\"error\",\"message\":{\"text\":\"skipped: <x>.txt: not UTF-8\"}}", NULL},
  };
  cck_skip skip = {S("<x>.txt: not UTF-8"), 1};
  set_up(0);
  f.coverage.compared = 0;
  expect_all(nothing, COUNT(nothing));
  f.coverage.skipped.items = &skip;
  f.coverage.skipped.count = 1;
  f.report.failed = true;
  expect_all(failed, COUNT(failed));
}

/* Whatever a sentence holds: no control code, bidi mark or element of its own in any format. */
static void nothing_gets_through(void **state) {
  (void)state;
  const cck_format *format;
  set_up(3);
  for (size_t i = 0; (format = cck_format_at(i)); i++) {
    cck_buffer out = render(format->name);
    for (size_t k = 0; k < out.len; k++)
      if (((unsigned char)out.ptr[k] < 0x20 && !strchr("\r\n", out.ptr[k])) || out.ptr[k] == 0x7f)
        fail_msg("%s lets \\x%02x through", format->name, (unsigned char)out.ptr[k]);
    if (strstr(out.ptr, "\xe2\x80\xae"))
      fail_msg("%s lets a bidi override through", format->name);
    cck_buffer_fini(&out);
  }
  static const expectation marked[] = {
      {"junit", "&lt;b&gt;there", "<b>there"},
      {"markdown", "&lt;b&gt;there&lt;/b&gt; &#124; @&#8203;desk", "<b>there"},
  };
  expect_all(marked, COUNT(marked));
}

/* A comment has its limit; the worst come first and the rest is counted. */
static void markdown_stays_within_its_limit(void **state) {
  (void)state;
  static const size_t counts[] = {3, 60, MOST};
  for (size_t i = 0; i < COUNT(counts); i++) {
    set_up(counts[i]);
    cck_buffer out = render("markdown");
    char more[64];
    snprintf(more, sizeof more, "\n%zu more; the text report lists them all.\n", counts[i] - 50);
    assert_true(out.len < 65536);
    assert_int_equal(strstr(out.ptr, more) != NULL, counts[i] > 50);
    assert_non_null(strstr(out.ptr, "2 sources, 6 claims")); /* never cut off */
    cck_buffer_fini(&out);
  }
}

/* A thousand figures that differ: what a service limits or a person reads shows the first and counts the rest. */
static void many_parties(void **state) {
  (void)state;
  static const expectation rows[] = {
      {"sarif", "](20); and 979 more", "](21)"},
      {"sarif", "\"id\":999}", NULL},
      {"github", "%0Aand 980 more%0A", NULL},
      {"markdown", "> and 992 more\n", NULL},
      {"html", "<span>Drawn: the first 24 of 1,000 figures.</span>", "Not on"},
      {"text", "5,000  Wire", NULL},
  };
  enum { PARTIES = 1000 };
  cck_party *parties = calloc(PARTIES, sizeof *parties);
  set_up(1);
  for (size_t i = 0; i < PARTIES; i++) {
    cck_decimal amount = cck_decimal_of((int64_t)i);
    parties[i] = f.parties[0];
    parties[i].extent = (cck_extent){S("count"), true, true, amount, amount, cck_decimal_of(1)};
  }
  f.findings[0].parties.items = parties;
  f.findings[0].parties.count = PARTIES;
  expect_all(rows, COUNT(rows));
  cck_buffer out = render("github");
  assert_true(out.len < 65536);
  cck_buffer_fini(&out);
  parties[1].extent.key = S("percent");
  parties[1].label = S("40%");
  f.findings[0].parties.count = 3;
  static const expectation other[] = {{"html", " <span>Not on this scale: B <bdi>40%</bdi>.</span>", "Drawn:"}};
  expect_all(other, COUNT(other));
  free(parties);
}

static void checkstyle_groups_by_file(void **state) {
  (void)state;
  set_up(6);
  f.findings[1].parties.items++;
  f.findings[1].parties.count = 1;
  cck_buffer out = render("checkstyle");
  const char *first = strstr(out.ptr, "<file name=\"/tmp/a b.txt\">");
  const char *second = strstr(out.ptr, "<file name=\"stdin/");
  assert_true(first && second && first < second);
  assert_null(strstr(first + 1, "<file name=\"/tmp"));
  assert_null(strstr(second + 1, "<file"));
  cck_buffer_fini(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(waived_findings),
      cmocka_unit_test(findings_shown_as_one),
      cmocka_unit_test(places),
      cmocka_unit_test(paths_with_spaces),
      cmocka_unit_test(rules_of_sarif),
      cmocka_unit_test(nothing_compared_and_skipped),
      cmocka_unit_test(nothing_gets_through),
      cmocka_unit_test(markdown_stays_within_its_limit),
      cmocka_unit_test(many_parties),
      cmocka_unit_test(checkstyle_groups_by_file),
  };
  return cmocka_run_group_tests_name("formats", tests, NULL, NULL);
}
