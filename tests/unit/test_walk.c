#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/walk.h"
#include "fixture.h"
#include "pipeline/folder.h"
#include "pipeline/ndjson.h"
#include "text/read/reader.h"

static char folder[64];

static int set_up(void **state) {
  strcpy(folder, "/tmp/cacheck-test-XXXXXX");
  return set_up_arena(state) || !mkdtemp(folder);
}

static void shell(const char *command) {
  char whole[1024];
  snprintf(whole, sizeof whole, "cd '%s' && %s", folder, command);
  assert_int_equal(system(whole), 0);
}

static int tear_down(void **state) {
  shell("rm -rf \"$PWD\"");
  return tear_down_arena(state);
}

/* The paths without the folder's, a letter for what each is. */
static const char *walk_of(void) {
  static const char letters[] = "FHLDCO";
  cck_walk_items items = {0};
  cck_slice out = {"", 0};
  assert_int_equal(cck_walk(&arena, folder, &items, NULL), CCK_OK);
  for (size_t i = 0; i < items.count; i++)
    out = cck_arena_printf(&arena, "%s%s%c:%s", out.ptr, i ? " " : "", letters[items.items[i].kind],
                           items.items[i].path.ptr + strlen(folder) + 1);
  return out.ptr;
}

static void all_in_byte_order(void **state) {
  (void)state;
  assert_string_equal(walk_of(), "");
  shell("mkdir -p b/c .git a; touch b/z b/c/y a/x a.txt B .hidden .git/config; ln -s .. b/up; ln -s none lost; "
        "ln -s b/z same; mkfifo pipe");
  assert_string_equal(walk_of(), "H:.git H:.hidden F:B F:a.txt F:a/x F:b/c/y L:b/up F:b/z O:lost O:pipe F:same");
}

static void a_deep_folder_ends_somewhere(void **state) {
  (void)state;
  shell("d=.; for i in $(seq 40); do d=$d/d; done; mkdir -p $d; touch $d/file d/d/file");
  const char *walked = walk_of();
  assert_non_null(strstr(walked, "F:d/d/file"));
  assert_non_null(strstr(walked, "D:d/d/"));
  assert_null(strstr(strstr(walked, "F:") + 2, "F:")); /* the file far below is not reached */
}

static void what_cannot_be_listed(void **state) {
  (void)state;
  cck_error error = {0};
  cck_walk_items items = {0};
  assert_int_equal(cck_walk(&arena, "/no/such/folder", &items, &error), CCK_E_IO);
  assert_string_equal(error.file, "/no/such/folder");
}

/* A file's path is never what stands for standard input. */
static void a_file_that_is_called_a_dash(void **state) {
  (void)state;
  cck_walk_items items = {0};
  char before[1024];
  shell("touch ./-");
  assert_non_null(getcwd(before, sizeof before));
  assert_int_equal(chdir(folder), 0);
  assert_int_equal(cck_walk(&arena, ".", &items, NULL), CCK_OK);
  assert_int_equal(chdir(before), 0);
  assert_int_equal(items.count, 1);
  assert_true(cck_slice_is(items.items[0].path, "./-"));
}

static void what_lines_a_file_has(void **state) {
  (void)state;
  static const struct {
    const char *name, *content;
    cck_ndjson is;
  } files[] = {
      {"a.ndjson", "", CCK_NDJSON_DOCUMENTS},
      {"a.jsonl", "{\"id\":\"a\"}", CCK_NDJSON_DOCUMENTS},
      {"b", "\n\n {\"text\":\"b\",\"id\":\"a\"}", CCK_NDJSON_DOCUMENTS},
      {"c.txt", "The {\"id\", \"text\"} pair", CCK_NDJSON_NONE},
      {"d", "{\"title\":\"x\"}", CCK_NDJSON_NONE},
      {"e.jsonl", "{\"k\":\"source\",\"v\":1,\"id\":\"x\",\"text\":\"y\"}", CCK_NDJSON_CLAIMS},
  };
  for (size_t i = 0; i < COUNT(files); i++) {
    cck_slice path = cck_arena_printf(&arena, "%s/%s", folder, files[i].name);
    FILE *file = fopen(path.ptr, "w");
    assert_non_null(file);
    fputs(files[i].content, file);
    fclose(file);
    assert_int_equal(cck_ndjson_look(path.ptr), files[i].is);
  }
  assert_int_equal(cck_ndjson_look("-"), CCK_NDJSON_NONE);
  cck_folder found;
  assert_int_equal(cck_folder_search(&arena, folder, &found, NULL), CCK_OK);
  assert_int_equal(found.files.count, 5); /* d is plain text */
  assert_true(cck_slice_is(found.left_out, "1 of a claims store"));
}

static void what_the_first_bytes_say(void **state) {
  (void)state;
  static const struct {
    const char *head;
    size_t length;
    cck_look is;
  } heads[] = {
      {"", 0, CCK_LOOK_TEXT},
      {"Twelve boats", 12, CCK_LOOK_TEXT},
      {"caf\xc3", 4, CCK_LOOK_TEXT}, /* a sign that was cut */
      {"caf\xe9 and more", 13, CCK_LOOK_BINARY},
      {"a\0b", 3, CCK_LOOK_BINARY},
      {"%PDF-1.4\0\0", 10, CCK_LOOK_FORM},
      {"\n<!-- x -->\n<!DOCTYPE nitf SYSTEM 'x'>", 38, CCK_LOOK_FORM},
      {"\xff\xfe<\0h\0t\0m\0l\0>\0", 14, CCK_LOOK_FORM},
      {"\xef\xbb\xbf<?xml version='1.0'?><rss>", 29, CCK_LOOK_FORM},
      {"<?xml version='1.0'?><stock/>", 29, CCK_LOOK_XML},
      {"<stock/>", 8, CCK_LOOK_TEXT},
  };
  for (size_t i = 0; i < COUNT(heads); i++)
    if (cck_reader_look((cck_slice){heads[i].head, heads[i].length}) != heads[i].is)
      fail_msg("%zu: %s", i, heads[i].head);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(all_in_byte_order, set_up, tear_down),
                                     cmocka_unit_test_setup_teardown(a_deep_folder_ends_somewhere, set_up, tear_down),
                                     cmocka_unit_test_setup_teardown(what_cannot_be_listed, set_up, tear_down),
                                     cmocka_unit_test_setup_teardown(a_file_that_is_called_a_dash, set_up, tear_down),
                                     cmocka_unit_test_setup_teardown(what_lines_a_file_has, set_up, tear_down),
                                     cmocka_unit_test(what_the_first_bytes_say)};
  return cmocka_run_group_tests_name("walk", tests, NULL, NULL);
}
