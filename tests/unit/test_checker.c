#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/io.h"
#include "model/codec.h"
#include "pipeline/checker.h"
#include "pipeline/examples.h"
#include "pipeline/stale.h"

static const char house[] = "entity harbour-bridge\n"
                            "  type bridge\n"
                            "  name Harbour Bridge\n"
                            "measure bridge-cost\n"
                            "  kind money\n"
                            "  words cost, costs\n"
                            "rule bridge-cost-agrees\n"
                            "  severity error\n"
                            "  for bridge-cost of any bridge\n"
                            "  expect values agree within 10% during 12 months\n";

/* A folder of its own for each test, below the system's temporary one. */
typedef struct place {
  cck_arena arena;
  char folder[64];
} place;

static int set_up(void **state) {
  place *p = calloc(1, sizeof *p);
  cck_arena_init(&p->arena);
  strcpy(p->folder, "/tmp/cacheck-test-XXXXXX");
  assert_non_null(mkdtemp(p->folder));
  *state = p;
  return 0;
}

static int tear_down(void **state) {
  place *p = *state;
  char command[128];
  snprintf(command, sizeof command, "rm -rf '%s'", p->folder);
  int status = system(command);
  cck_arena_fini(&p->arena);
  free(p);
  return status;
}

static const char *put(place *p, const char *name, const char *text) {
  cck_slice path = cck_path_join(&p->arena, cck_slice_of(p->folder), cck_slice_of(name));
  assert_int_equal(cck_file_write(path.ptr, cck_slice_of(text), NULL), CCK_OK);
  return path.ptr;
}

static void count_errors(void *context, const cck_error *error) {
  assert_true(error->message[0] != '\0');
  ++*(unsigned *)context;
}

static cck_checker *with_rules(place *p, const char *rules) {
  cck_checker *checker = cck_checker_new();
  cck_error error = {0};
  assert_int_equal(cck_checker_add_rules(checker, put(p, "house.rules", rules), &error), CCK_OK);
  assert_int_equal(cck_checker_set_today(checker, "2024-06-01", &error), CCK_OK);
  return checker;
}

static cck_status add(cck_checker *checker, const char *id, const char *text) {
  cck_origin origin = {.id = id, .publisher = id, .published = "2024-03-01"};
  return cck_checker_add_text(checker, id, text, strlen(text), &origin, NULL);
}

static void two_texts_that_differ(void **state) {
  cck_checker *checker = with_rules(*state, house);
  const char *text;
  size_t length;
  assert_int_equal(add(checker, "gazette", "The Harbour Bridge costs $40 million."), CCK_OK);
  assert_int_equal(add(checker, "herald", "The Harbour Bridge costs $60 million."), CCK_OK);
  assert_int_equal(cck_checker_render(checker, "json", &text, &length, NULL), CCK_E_USAGE); /* not checked yet */
  assert_int_equal(cck_checker_check(checker, NULL), CCK_OK);
  assert_int_equal(cck_checker_check(checker, NULL), CCK_E_USAGE); /* once */
  assert_int_equal(cck_checker_count(checker, "error"), 1);
  assert_int_equal(cck_checker_count(checker, "never"), 0);
  assert_int_equal(cck_checker_count(checker, "loud"), 0);
  assert_int_equal(cck_checker_render(checker, "yaml", &text, &length, NULL), CCK_E_USAGE);
  assert_int_equal(cck_checker_render(checker, "text", &text, &length, NULL), CCK_OK);
  assert_int_equal(strlen(text), length);
  assert_non_null(strstr(text, "$60 million"));
  cck_checker_free(checker);
}

static void texts_that_agree_or_say_nothing(void **state) {
  static const char *const rows[][2] = {
      {"The Harbour Bridge costs $40 million.", "The Harbour Bridge costs about $41 million."},
      {"The Harbour Bridge costs $40 million.", "The Harbour Bridge costs more than $30 million."},
      {"The Harbour Bridge costs $40 million.", "The Other Bridge costs $60 million."},
      {"The Harbour Bridge costs $40 million.", ""},
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    cck_checker *checker = with_rules(*state, house);
    assert_int_equal(add(checker, "gazette", rows[i][0]), CCK_OK);
    assert_int_equal(add(checker, "herald", rows[i][1]), CCK_OK);
    assert_int_equal(cck_checker_check(checker, NULL), CCK_OK);
    assert_int_equal(cck_checker_count(checker, "note"), 0);
    cck_checker_free(checker);
  }
}

static void what_is_refused(void **state) {
  place *p = *state;
  cck_checker *checker = with_rules(p, house);
  cck_error error = {0};
  assert_int_equal(cck_checker_only_rule(checker, "bridge-cost-agree", &error), CCK_E_USAGE);
  assert_non_null(strstr(error.message, "did you mean 'bridge-cost-agrees'?"));
  assert_int_equal(cck_checker_set_today(checker, "2024-06", &error), CCK_E_USAGE);
  assert_int_equal(cck_checker_add_rules(checker, p->folder, &error), CCK_E_USAGE); /* too late: bound already */
  assert_int_equal(add(checker, "gazette", "It costs $40 million."), CCK_OK);
  assert_int_equal(add(checker, "gazette", "It costs $60 million."), CCK_E_INPUT); /* one id twice */
  assert_int_equal(cck_checker_add_file(checker, p->folder, NULL, &error), CCK_E_INPUT);
  assert_int_equal(cck_checker_add_file(checker, "/nowhere/at/all", NULL, &error), CCK_E_IO);
  assert_int_equal(cck_checker_add_text(checker, "bad", "caf\xe9", 4, NULL, &error), CCK_E_INPUT);
  cck_origin origin = {.published = "May 2024"};
  assert_int_equal(cck_checker_add_text(checker, "x", "text", 4, &origin, &error), CCK_E_USAGE);
  assert_int_equal(checker->failures, 4);
  assert_int_equal(cck_checker_check(checker, NULL), CCK_OK);
  assert_int_equal(checker->coverage.skipped.count, 4);
  assert_int_equal(checker->coverage.sources, 1);
  cck_checker_free(checker);
  cck_checker_free(NULL);
}

static void every_error_of_the_rules_is_told(void **state) {
  place *p = *state;
  unsigned count = 0;
  cck_error error = {0};
  cck_checker *checker = cck_checker_new();
  cck_checker_on_error(checker, count_errors, &count);
  const char *path = put(p, "bad.rules", "rule one\n  serverity error\nmeasure cost\n  kind mony\n  words cost\n");
  assert_int_equal(cck_checker_add_rules(checker, path, &error), CCK_E_RULE);
  assert_int_equal(error.line, 2);
  assert_int_equal(cck_checker_ready(checker, &error), CCK_E_RULE);
  assert_true(count >= 2); /* the parser's and the binder's */
  assert_int_equal(add(checker, "gazette", "text"), CCK_E_RULE);
  cck_checker_free(checker);
}

/* Stored under these rules, then looked at under rules with one more alias. */
static const char more[] = "entity north-bridge\n"
                           "  type bridge\n"
                           "  name North Bridge\n"
                           "  alias Old Crossing\n";
static const char article[] = "---\nsource: Tern Post\ndate: 2024-03-04\n---\nThe bridges are old.\n\n"
                              "The Old Crossing costs $75 million. The North Bridge costs $20 million.\n";

/* The one document of a file. */
static void extract_file(cck_checker *checker, const char *path, cck_extraction *out) {
  cck_documents documents;
  cck_meta given = {0};
  assert_int_equal(cck_checker_read_file(checker, path, &given, &documents, NULL), CCK_OK);
  assert_int_equal(documents.count, 1);
  cck_checker_extract(checker, &documents.items[0], out);
}

static cck_stored store_then_change(place *p, cck_checker **checker) {
  cck_stored stored = {.file = CCK_S("claims/x.jsonl")};
  cck_extraction extraction;
  cck_checker *before = with_rules(p, house);
  extract_file(before, put(p, "a.txt", article), &extraction);
  *checker = with_rules(p, cck_arena_printf(&p->arena, "%s%s", house, more).ptr);
  assert_int_equal(cck_checker_ready(*checker, NULL), CCK_OK);
  /* as the store would: a line each, relative path */
  cck_arena *arena = &(*checker)->arena;
  extraction.source.path = CCK_S("a.txt");
  cck_buffer line = {0};
  cck_line parsed;
  cck_source_write(&line, &extraction.source);
  assert_int_equal(cck_line_read(arena, cck_buffer_slice(&line), (cck_place){0}, &parsed, NULL), CCK_OK);
  stored.source = parsed.source;
  for (size_t i = 0; i < extraction.claims.count; i++) {
    cck_buffer_clear(&line);
    cck_claim_write(&line, &extraction.claims.items[i]);
    assert_int_equal(cck_line_read(arena, cck_buffer_slice(&line), (cck_place){0}, &parsed, NULL), CCK_OK);
    CCK_PUSH(arena, &stored.claims, parsed.claim);
  }
  cck_buffer_fini(&line);
  cck_checker_free(before);
  return stored;
}

static const cck_claim *of_text(const cck_stored *stored, const char *text) {
  for (size_t i = 0; i < stored->claims.count; i++)
    if (cck_slice_is(stored->claims.items[i].text, text))
      return &stored->claims.items[i];
  fail_msg("no claim %s", text);
  return NULL;
}

static void check_refresh(place *p, bool with_article, cck_freshness wanted) {
  cck_checker *checker;
  cck_stored stored = store_then_change(p, &checker);
  assert_false(cck_slice_is(of_text(&stored, "$75 million")->subject, "north-bridge"));
  cck_slice id = cck_arena_copy(&p->arena, of_text(&stored, "$75 million")->id);
  if (!with_article)
    put(p, "a.txt", "other bytes");
  assert_int_equal(cck_refresh(checker, p->folder, &stored), wanted);
  assert_true(cck_slice_is(of_text(&stored, "$75 million")->subject, "north-bridge"));
  assert_true(cck_slice_is(of_text(&stored, "$20 million")->subject, "north-bridge"));
  assert_true(cck_slice_eq(of_text(&stored, "$75 million")->id, id)); /* the same claim */
  assert_true(cck_slice_is(stored.source.path, "a.txt"));
  assert_int_equal(cck_refresh(checker, p->folder, &stored), CCK_FRESH); /* nothing more to do */
  cck_checker_free(checker);
}

static void stale_claims_are_read_again(void **state) { check_refresh(*state, true, CCK_REREAD); }

static void stale_claims_without_their_article_are_linked_again(void **state) {
  check_refresh(*state, false, CCK_RELINKED);
}

/* One article in a store: what is new is held against it, what it says itself is not reported again. */
static void fill_store(place *p, const char *folder, const char *path, const char *text) {
  cck_checker *checker = with_rules(p, house);
  cck_store *store;
  cck_extraction extraction;
  assert_int_equal(cck_folder_make(folder, NULL), CCK_OK);
  extract_file(checker, put(p, path, text), &extraction);
  extraction.source.path = cck_slice_of(path);
  assert_int_equal(cck_store_open(folder, &store, NULL), CCK_OK);
  assert_int_equal(cck_store_put(store, &extraction.source, &extraction.claims, NULL, NULL), CCK_OK);
  cck_store_close(store);
  cck_checker_free(checker);
}

static const char stored[] = "---\nsource: Tern Gazette\ndate: 2024-03-01\nid: first\n---\n"
                             "The Harbour Bridge costs $40 million. The cost of the Harbour Bridge is $70 million.\n";

static const struct {
  const char *name, *id, *text; /* the new article; no text: none */
  size_t errors, sources;
} gates[] = {
    {"the store alone", NULL, NULL, 1, 1},
    {"a new article that differs", "second", "The Harbour Bridge costs $60 million.", 1, 2},
    {"a new article that says nothing: the store's own finding is not its", "second", "Nothing.", 0, 2},
    {"a new version of the stored article takes its place", "first", "The Harbour Bridge costs $40 million.", 0, 1},
};

static void new_articles_against_a_store(void **state) {
  place *p = *state;
  cck_slice folder = cck_path_join(&p->arena, cck_slice_of(p->folder), CCK_S("claims"));
  fill_store(p, folder.ptr, "first.txt", stored);
  for (size_t round = 0; round < 2; round++) /* with an index to build, and with a fresh one */
    for (size_t i = 0; i < sizeof gates / sizeof gates[0]; i++) {
      cck_checker *checker = with_rules(p, house);
      if (gates[i].text)
        assert_int_equal(add(checker, gates[i].id, gates[i].text), CCK_OK);
      assert_int_equal(cck_checker_add_store(checker, folder.ptr, NULL), CCK_OK);
      assert_int_equal(cck_checker_check(checker, NULL), CCK_OK);
      if (cck_checker_count(checker, "error") != gates[i].errors || checker->coverage.sources != gates[i].sources)
        fail_msg("%s: %zu errors, %u sources", gates[i].name, cck_checker_count(checker, "error"),
                 checker->coverage.sources);
      cck_checker_free(checker);
    }
  cck_checker *checker = with_rules(p, house);
  assert_int_equal(cck_checker_add_store(checker, "/nowhere/at/all", NULL), CCK_E_IO);
  cck_checker_free(checker);
}

static void bad_documents_of_a_stream_are_skipped(void **state) {
  unsigned told = 0;
  cck_checker *checker = with_rules(*state, house);
  cck_checker_on_error(checker, count_errors, &told);
  FILE *stream = tmpfile();
  assert_non_null(stream);
  fputs("{\"id\":\"a\",\"text\":\"The Harbour Bridge costs $40 million.\"}\n\nnot json\n"
        "{\"id\":\"b\"}\n{\"id\":\"a\",\"text\":\"again\"}\n{\"id\":\"c\",\"text\":\"\"}",
        stream);
  rewind(stream);
  assert_int_equal(cck_checker_add_stream(checker, stream, NULL), CCK_OK);
  fclose(stream);
  assert_int_equal(cck_checker_check(checker, NULL), CCK_OK);
  assert_int_equal(checker->coverage.sources, 2);
  assert_int_equal(checker->coverage.skipped.count, 3); /* no JSON, no text, an id twice */
  assert_int_equal(told, 3);
  assert_int_equal(checker->failures, 0); /* skipped and counted, not failed */
  cck_checker_free(checker);
}

static void examples_say_what_they_miss(void **state) {
  static const char rules[] = "  example flags\n"
                              "    doc 2024-03-01 gazette \"The Harbour Bridge costs $40 million.\"\n"
                              "    doc 2024-03-01 gazette \"The Harbour Bridge costs $60 million.\"\n"
                              "    want $40 million; $60 million\n"
                              "  example flags for another figure\n"
                              "    doc 2024-03-01 gazette \"The Harbour Bridge costs $40 million.\"\n"
                              "    doc 2024-03-01 herald \"The Harbour Bridge costs $60 million.\"\n"
                              "    want $50 million\n"
                              "  example passes\n"
                              "    doc 2024-03-01 gazette \"The Harbour Bridge costs $40 million.\"\n"
                              "  example todo\n"
                              "    doc 2024-03-01 gazette \"Nothing.\"\n";
  place *p = *state;
  cck_checker *checker = with_rules(p, cck_arena_printf(&p->arena, "%s%s", house, rules).ptr);
  cck_buffer out = {0};
  cck_tally tally;
  assert_int_equal(cck_checker_ready(checker, NULL), CCK_OK);
  cck_examples_run(checker, &out, &tally);
  assert_int_equal(tally.counts[CCK_OUTCOME_AS_EXPECTED], 2);
  assert_int_equal(tally.counts[CCK_OUTCOME_FAILED], 1);
  assert_int_equal(tally.counts[CCK_OUTCOME_TODO], 1);
  assert_non_null(strstr(out.ptr, "flags, but not for '$50 million'"));
  assert_non_null(strstr(out.ptr, "read \"$60 million\" as 60,000,000 USD: bridge-cost of harbour-bridge"));
  cck_buffer_fini(&out);
  cck_checker_free(checker);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(two_texts_that_differ, set_up, tear_down),
      cmocka_unit_test_setup_teardown(texts_that_agree_or_say_nothing, set_up, tear_down),
      cmocka_unit_test_setup_teardown(what_is_refused, set_up, tear_down),
      cmocka_unit_test_setup_teardown(every_error_of_the_rules_is_told, set_up, tear_down),
      cmocka_unit_test_setup_teardown(stale_claims_are_read_again, set_up, tear_down),
      cmocka_unit_test_setup_teardown(stale_claims_without_their_article_are_linked_again, set_up, tear_down),
      cmocka_unit_test_setup_teardown(new_articles_against_a_store, set_up, tear_down),
      cmocka_unit_test_setup_teardown(bad_documents_of_a_stream_are_skipped, set_up, tear_down),
      cmocka_unit_test_setup_teardown(examples_say_what_they_miss, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("checker", tests, NULL, NULL);
}
