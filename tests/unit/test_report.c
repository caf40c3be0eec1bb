#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "report/report.h"

#define S(x) CCK_S(x)
#define T(x)                                                                                                           \
  { (x), sizeof(x) - 1 } /* in a static initialiser */

/* Two figures for one garrison, as DESIGN draws them. */
static const cck_source rferl = {.id = T("rferl-2004-10-16"), .publisher = T("RFE/RL"), .published = T("2004-10-16")};
static const cck_source undated = {.id = T("desk-note")};
static const cck_claim five = {.id = T("c1five"),
                               .src = T("rferl-2004-10-16"),
                               .path = T("articles/a.txt"),
                               .text = T("5,000-strong"),
                               .start = 20,
                               .end = 32,
                               .line = 3,
                               .column = 20,
                               .quote = T("The base will host the 5,000-strong division")};
static const cck_claim seven = {.id = T("c1seven"),
                                .src = T("desk-note"),
                                .path = T("articles/b.txt"),
                                .text = T("7,000 soldiers"),
                                .line = 6,
                                .column = 6,
                                .quote = T("About 7,000 soldiers serve \x1b[31mthere")};

typedef struct fixture {
  cck_party parties[2];
  cck_slice suggest[1];
  cck_finding findings[16];
  cck_findings list;
  cck_coverage coverage;
  cck_report report;
} fixture;

static void fill_finding(fixture *f, size_t i) {
  f->findings[i] = (cck_finding){.id = S("F-7KQ2-9MXD"),
                                 .rule = S("troops-conflict"),
                                 .severity = CCK_SEVERITY_ERROR,
                                 .relation = CCK_RELATION_DIFFERS,
                                 .subject = S("201st Military Base"),
                                 .when = S("October 2004"),
                                 .message = S("5,000 against about 7,000 troops: 33% apart"),
                                 .why = S("One is wrong: 50%, or\nthey count, different things.")};
  f->findings[i].parties.items = f->parties;
  f->findings[i].parties.count = 2;
}

static void set_up(fixture *f, size_t count) {
  memset(f, 0, sizeof *f);
  f->parties[0] = (cck_party){.claim = &five, .source = &rferl, .label = S("5,000")};
  f->parties[1] = (cck_party){.claim = &seven, .source = &undated, .label = S("~7,000")};
  for (size_t i = 0; i < count; i++)
    fill_finding(f, i);
  f->list.items = f->findings;
  f->list.count = count;
  f->coverage = (cck_coverage){.sources = 5, .claims = 61, .compared = 22, .alone = 39, .undated_sources = 1};
  f->report = (cck_report){.findings = &f->list, .coverage = &f->coverage, .today = cck_day_of(2026, 11, 1)};
}

static void expect(fixture *f, const char *format, const char *wanted) {
  cck_buffer out = {0};
  cck_format_find(cck_slice_of(format))->write(&out, &f->report);
  assert_string_equal(out.ptr, wanted);
  cck_buffer_fini(&out);
}

static void text_is_laid_out_as_designed(void **state) {
  (void)state;
  fixture f;
  set_up(&f, 1);
  expect(&f, "text",
         "error  F-7KQ2-9MXD  troops-conflict                    201st Military Base, October 2004\n"
         "  5,000 against about 7,000 troops: 33% apart\n"
         "   5,000  RFE/RL     2004-10-16  articles/a.txt:3:20\n"
         "          \"The base will host the 5,000-strong division\"\n"
         "  ~7,000  desk-note  undated     articles/b.txt:6:6\n"
         "          \"About 7,000 soldiers serve \\x1b[31mthere\"\n"
         "  why     One is wrong: 50%, or they count, different things.\n"
         "  waive   cacheck waive F-7KQ2-9MXD --because \"...\" --until 2027-02-01\n"
         "\n"
         "1 error.\n"
         "5 sources, 61 claims, 22 compared, 39 with nothing to compare; 1 source undated\n");
}

/* A path is one word of the command, whatever is in it; a long reason goes on under its beginning. */
static void text_names_the_files_of_the_run(void **state) {
  (void)state;
  static const struct {
    const char *path, *word;
  } rows[] = {{"articles/b.txt", "articles/b.txt"},
              {"my draft.txt", "'my draft.txt'"},
              {"-", "-"},
              {"--color", "./--color"},
              {"$(x)'y.txt", "'$(x)'\\''y.txt'"},
              {"my  draft.txt", "'my  draft.txt'"},
              {"caf\u00e9.txt", "'caf\u00e9.txt'"},
              {"a\xff\n'1.txt", "$'a\\377\\012\\0471.txt'"}, /* what a terminal may not have */
              {"##[x]\u202e", "$'\\043\\043\\133x\\135\\342\\200\\256'"}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    fixture f;
    set_up(&f, 1);
    cck_source source = {.id = S("new"), .path = cck_slice_of(rows[i].path)};
    cck_arena arena;
    cck_intern all;
    cck_arena_init(&arena);
    cck_intern_init(&all, &arena);
    cck_intern_put(&all, S("new"));
    char wanted[512];
    snprintf(wanted, sizeof wanted,
             "error  F-7KQ2-9MXD  troops-conflict                    201st Military Base, October 2004\n"
             "  5,000 against about 7,000 troops: 33%% apart\n"
             "  ~7,000  unknown publisher  undated  articles/b.txt:6:6\n"
             "          \"About 7,000 soldiers serve \\x1b[31mthere\"\n"
             "  why     They count different things, said the desk, and the desk has said so in each of the notes that "
             "it ever\n"
             "          wrote.\n"
             "  waive   cacheck waive F-7KQ2-9MXD %s --because \"...\" --until 2027-02-01\n\n",
             rows[i].word);
    f.findings[0].parties.items[1].source = &source;
    f.findings[0].parties.items++;
    f.findings[0].parties.count = 1;
    f.findings[0].why = S("They count different things, said the desk, and the desk has said so in each of the notes "
                          "that it ever wrote.");
    f.report.changed = &all;
    f.report.quiet = true;
    expect(&f, "text", wanted);
    cck_arena_fini(&arena);
  }
}

static void text_says_that_nothing_was_compared(void **state) {
  (void)state;
  fixture f;
  set_up(&f, 0);
  f.coverage = (cck_coverage){.sources = 1, .claims = 2, .alone = 2};
  expect(&f, "text", "Nothing could be compared.\n1 source, 2 claims, 0 compared, 2 with nothing to compare\n");
}

static void text_counts_waived_and_says_what_was_read_again(void **state) {
  (void)state;
  fixture f;
  cck_skip skip = {S("x.txt: not UTF-8"), 2};
  cck_slice note = S("waiver of F-7KQ2-9MXD expired on 2026-10-01");
  cck_slice missing[5] = {S("no gdp for tajikistan 1890"), S("no gdp for tajikistan 1891"),
                          S("no gdp for tajikistan 1892"), S("no gdp for tajikistan 1893"),
                          S("no gdp for tajikistan 1894")};
  set_up(&f, 2);
  f.coverage.missing.items = missing;
  f.coverage.missing.count = 5;
  f.findings[0].waived = (cck_waived){true, S("counts guards"), S("desk"), S("2027-01-31")};
  f.findings[1].waived = (cck_waived){true, S("later"), S(""), S("2027-12-31")};
  f.coverage.reread = 2;
  f.coverage.relinked = 1;
  f.coverage.skipped.items = &skip;
  f.coverage.skipped.count = 1;
  f.coverage.notes.items = &note;
  f.coverage.notes.count = 1;
  expect(&f, "text",
         "No discrepancies. 2 waived (next expires 31 January)\n"
         "5 sources, 61 claims, 22 compared, 39 with nothing to compare; 1 source undated\n"
         "2 sources read again: rules changed\n"
         "1 source linked again from stored sentences: rules changed\n"
         "skipped: x.txt: not UTF-8 (2 times)\n"
         "note: no gdp for tajikistan 1890\n"
         "note: no gdp for tajikistan 1891\n"
         "note: no gdp for tajikistan 1892\n"
         "note: and 2 more like it (--format json lists them)\n"
         "note: waiver of F-7KQ2-9MXD expired on 2026-10-01\n");
}

static void text_shortens_a_long_quote_around_the_figure(void **state) {
  (void)state;
  fixture f;
  cck_claim claim = five;
  cck_party party = {.claim = &claim, .source = &rferl, .label = S("5,000")};
  set_up(&f, 1);
  claim.quote = S("One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
                  "seventeen 5,000-strong one two three four five six seven eight nine ten eleven twelve thirteen");
  f.findings[0].parties.items = &party;
  f.findings[0].parties.count = 1;
  cck_buffer out = {0};
  cck_format_find(S("text"))->write(&out, &f.report);
  assert_non_null(strstr(out.ptr, "\"... thirteen fourteen fifteen sixteen seventeen 5,000-strong one two three four "
                                  "five six seven eight nine ...\"\n"));
  cck_buffer joined = {0}; /* no space to cut at */
  cck_put_text(&joined, "The 5,000-strong");
  for (int i = 0; i < 200; i++)
    cck_put_text(&joined, "\u4e2d");
  claim.quote = cck_buffer_slice(&joined);
  cck_buffer_clear(&out);
  cck_format_find(S("text"))->write(&out, &f.report);
  const char *quote = strstr(out.ptr, "\"The 5,000-strong\u4e2d\u4e2d");
  assert_true(quote && strstr(quote, "\u4e2d ...\"\n") && out.len < 800);
  cck_buffer_fini(&joined);
  claim.quote = S("\"The 5,000-strong division,\" he said, left.");
  cck_buffer_clear(&out);
  cck_format_find(S("text"))->write(&out, &f.report);
  assert_non_null(strstr(out.ptr, "          '\"The 5,000-strong division,\" he said, left.'\n"));
  cck_buffer_fini(&out);
}

/* Columns of a terminal, not letters: what is wide takes two, an accent on its own none. */
static void text_aligns_what_is_wide(void **state) {
  (void)state;
  fixture f;
  set_up(&f, 1);
  cck_source wide = {.id = S("x"), .publisher = S("\u4e2d\u6587e\u0301"), .published = S("2004-10-16")};
  f.parties[0].source = &wide;
  cck_buffer out = {0};
  cck_format_find(S("text"))->write(&out, &f.report);
  assert_non_null(strstr(out.ptr, "   5,000  \u4e2d\u6587e\u0301      2004-10-16  articles/a.txt:3:20\n"));
  assert_non_null(strstr(out.ptr, "  ~7,000  desk-note  undated     articles/b.txt:6:6\n"));
  cck_buffer_clear(&out);
  f.report.width = 40;
  f.findings[0].message = S("\u4e2d\u6587\u4e2d\u6587\u4e2d\u6587\u4e2d\u6587\u4e2d\u6587 "
                            "\u4e2d\u6587\u4e2d\u6587\u4e2d\u6587\u4e2d\u6587\u4e2d\u6587 x");
  cck_format_find(S("text"))->write(&out, &f.report);
  assert_non_null(strstr(out.ptr, "\u6587\n  \u4e2d"));
  cck_buffer_fini(&out);
}

static void text_says_that_a_waiver_expired(void **state) {
  (void)state;
  fixture f;
  set_up(&f, 1);
  f.findings[0].expired = S("2026-10-31");
  cck_buffer out = {0};
  cck_format_find(S("text"))->write(&out, &f.report);
  assert_non_null(strstr(out.ptr, "  waiver  expired on 2026-10-31\n"));
  cck_buffer_fini(&out);
}

/* One entry, which names the other; every entry of its own in JSON. */
static void findings_on_the_same_figures_are_one(void **state) {
  (void)state;
  fixture f;
  set_up(&f, 2);
  f.findings[1].id = S("F-2222-2222");
  f.findings[1].rule = S("limit");
  f.findings[1].severity = CCK_SEVERITY_WARNING;
  f.findings[1].message = S("7,000 is over \x1b[31m6,000");
  f.findings[1].shown_with = f.findings[0].id;
  const cck_finding *other = &f.findings[1];
  f.findings[0].also.items = &other;
  f.findings[0].also.count = 1;
  static const struct {
    const char *format, *wanted, *unwanted;
  } rows[] = {
      {"text", "  also    limit F-2222-2222 (warning): 7,000 is over \\x1b[31m6,000\n  waive", "warning  F-2222"},
      {"text", "1 error. 1 more rests on the same figures.\n", "1 warning"},
      {"github", "%0Aalso limit F-2222-2222 (warning): 7,000 is over \\x1b[31m6,000%0A", "::warning"},
      {"json", "\"id\":\"F-2222-2222\",\"rule\":\"limit\"", "also"},
      {"ndjson", "\"shown_with\":\"F-7KQ2-9MXD\"", "also"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    cck_buffer out = {0};
    cck_format_find(cck_slice_of(rows[i].format))->write(&out, &f.report);
    if (!strstr(out.ptr, rows[i].wanted) || strstr(out.ptr, rows[i].unwanted))
      fail_msg("%s: %s", rows[i].format, out.ptr);
    cck_buffer_fini(&out);
  }
}

static void text_is_colored_only_when_asked(void **state) {
  (void)state;
  fixture f;
  set_up(&f, 1);
  cck_buffer plain = {0}, color = {0};
  cck_format_find(S("text"))->write(&plain, &f.report);
  f.report.color = true;
  cck_format_find(S("text"))->write(&color, &f.report);
  assert_null(strchr(plain.ptr, '\x1b'));
  assert_non_null(strstr(color.ptr, "\x1b[31merror\x1b[0m"));
  cck_buffer_fini(&plain);
  cck_buffer_fini(&color);
}

static void json_has_the_fields_of_the_schema(void **state) {
  (void)state;
  fixture f;
  set_up(&f, 1);
  f.suggest[0] = S("5 million USD");
  f.findings[0].suggest.items = f.suggest;
  f.findings[0].suggest.count = 1;
  f.findings[0].parties.count = 1;
  f.findings[0].waived = (cck_waived){true, S("said \"so\""), S(""), S("2027-01-31")};
  expect(&f, "json",
         "{\"schema_version\":1,\"findings\":[\n"
         "{\"id\":\"F-7KQ2-9MXD\",\"rule\":\"troops-conflict\",\"severity\":\"error\",\"relation\":\"differs\","
         "\"message\":\"5,000 against about 7,000 troops: 33% apart\","
         "\"why\":\"One is wrong: 50%, or\\nthey count, different things.\","
         "\"claims\":[{\"id\":\"c1five\",\"src\":\"rferl-2004-10-16\",\"path\":\"articles/a.txt\","
         "\"text\":\"5,000-strong\",\"start\":20,\"end\":32,\"line\":3,\"column\":20,"
         "\"quote\":\"The base will host the 5,000-strong division\",\"published\":\"2004-10-16\"}],"
         "\"suggest\":[\"5 million USD\"],"
         "\"waived\":{\"because\":\"said \\\"so\\\"\",\"by\":null,\"until\":\"2027-01-31\"},\"shown_with\":null}],\n"
         "\"coverage\":{\"sources\":5,\"claims\":61,\"compared\":22,\"alone\":39,\"undated_sources\":1,"
         "\"reread\":0,\"relinked\":0,\"skipped\":[],\"notes\":[]}}\n");
}

static void json_repairs_bytes_and_escapes_what_drives_a_terminal(void **state) {
  (void)state;
  fixture f;
  set_up(&f, 1);
  f.findings[0].message = S("bad \xff byte, \xe2\x80\xae turned, \x7f deleted");
  cck_buffer out = {0};
  cck_format_find(S("ndjson"))->write(&out, &f.report);
  assert_non_null(strstr(out.ptr, "\"message\":\"bad \xef\xbf\xbd byte, \\u202e turned, \\u007f deleted\""));
  assert_non_null(strstr(out.ptr, "\n{\"coverage\":{\"sources\":5,"));
  cck_buffer_fini(&out);
}

static void github_annotates_the_new_document_and_escapes(void **state) {
  (void)state;
  fixture f;
  cck_arena arena;
  cck_intern list;
  cck_arena_init(&arena);
  cck_intern_init(&list, &arena);
  cck_intern_put(&list, S("desk-note"));
  set_up(&f, 2);
  f.report.changed = &list;
  f.findings[0].message = S("100%\nof it");
  f.findings[1].waived.waived = true; /* left out */
  f.findings[0].parties.items[0].claim = &five;
  cck_source source = {.id = S("desk-note"), .path = S("my draft.txt")};
  cck_slice meant = S("330 million USD");
  f.findings[0].parties.items[1].source = &source;
  f.findings[0].suggest = (cck_slices){&meant, 1, 1};
  cck_buffer out = {0};
  f.report.quiet = true;
  cck_format_find(S("github"))->write(&out, &f.report);
  const char *wanted = "::error file=articles/b.txt,line=6,col=6,title=troops-conflict F-7KQ2-9MXD::100%25 of it";
  assert_memory_equal(out.ptr, wanted, strlen(wanted));
  assert_null(strchr(strchr(out.ptr, '\n') + 1, '\n')); /* one line and no more */
  assert_non_null(strstr(out.ptr, "%0Adid you mean 330 million USD?%0Acacheck waive F-7KQ2-9MXD 'my draft.txt' "
                                  "--because \"...\" --until 2027-02-01\n"));
  cck_arena_fini(&arena);
  cck_buffer_fini(&out);
}

static void github_stays_within_its_limit(void **state) {
  (void)state;
  fixture f;
  set_up(&f, 12);
  f.report.quiet = true;
  cck_buffer out = {0};
  cck_format_find(S("github"))->write(&out, &f.report);
  size_t lines = 0;
  for (size_t i = 0; i < out.len; i++)
    lines += out.ptr[i] == '\n';
  assert_int_equal(lines, 10);
  assert_non_null(strstr(out.ptr, "\n::error title=cacheck::3 more of this severity"));
  cck_buffer_fini(&out);
}

static void formats_are_found_by_name_alone(void **state) {
  (void)state;
  assert_null(cck_format_find(S("tex")));
  assert_null(cck_format_find(S("")));
  for (size_t i = 0; cck_format_at(i); i++)
    assert_ptr_equal(cck_format_find(cck_slice_of(cck_format_at(i)->name)), cck_format_at(i));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(text_is_laid_out_as_designed),
      cmocka_unit_test(text_names_the_files_of_the_run),
      cmocka_unit_test(text_says_that_nothing_was_compared),
      cmocka_unit_test(text_counts_waived_and_says_what_was_read_again),
      cmocka_unit_test(text_shortens_a_long_quote_around_the_figure),
      cmocka_unit_test(text_aligns_what_is_wide),
      cmocka_unit_test(text_says_that_a_waiver_expired),
      cmocka_unit_test(findings_on_the_same_figures_are_one),
      cmocka_unit_test(text_is_colored_only_when_asked),
      cmocka_unit_test(json_has_the_fields_of_the_schema),
      cmocka_unit_test(json_repairs_bytes_and_escapes_what_drives_a_terminal),
      cmocka_unit_test(github_annotates_the_new_document_and_escapes),
      cmocka_unit_test(github_stays_within_its_limit),
      cmocka_unit_test(formats_are_found_by_name_alone),
  };
  return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
