#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/process.h"
#include "fixture.h"

static cck_process_result run(char *const *arguments, cck_slice input, unsigned seconds, size_t output) {
  cck_process_result result;
  cck_error error = {0};
  cck_slice path = cck_process_find(&arena, arguments[0]);
  assert_true(path.len > 0);
  cck_process program = {path.ptr, arguments, input, {seconds, (size_t)256 << 20, output}};
  assert_int_equal(cck_process_run(&arena, &program, &result, &error), CCK_OK);
  return result;
}

static cck_process_result shell(const char *command) {
  char name[] = "sh", option[] = "-c";
  char *arguments[] = {name, option, (char *)cck_arena_copy(&arena, cck_slice_of(command)).ptr, NULL};
  return run(arguments, CCK_S("five\n"), 1, 1000);
}

static void what_a_program_writes(void **state) {
  (void)state;
  cck_process_result result = shell("read line; echo out $line; echo bad >&2; exit 3");
  assert_int_equal(result.end, CCK_PROCESS_EXITED);
  assert_int_equal(result.code, 3);
  assert_true(cck_slice_is(result.output, "out five\n"));
  assert_true(cck_slice_is(result.complaint, "bad\n"));
  result = shell("env | grep -v ^PWD | sort");
  assert_true(cck_slice_starts(result.output, CCK_S("LC_ALL=C.UTF-8\nPATH=/usr/bin:/bin\n")));
}

static void a_megabyte_goes_through(void **state) {
  (void)state;
  enum { SIZE = 1 << 20 };
  char *text = cck_arena_alloc(&arena, SIZE);
  memset(text, 'x', SIZE);
  char name[] = "cat";
  char *arguments[] = {name, NULL};
  cck_process_result result = run(arguments, (cck_slice){text, SIZE}, 10, SIZE);
  assert_int_equal(result.end, CCK_PROCESS_EXITED);
  assert_int_equal(result.output.len, SIZE);
}

/* Each limit ends the program, and nothing waits for it. */
static void limits(void **state) {
  (void)state;
  assert_int_equal(shell("yes").end, CCK_PROCESS_LOUD);
  assert_int_equal(shell("exec sleep 60").end, CCK_PROCESS_SLOW);
  assert_int_equal(shell("exec sleep 60 >&- 2>&-").end, CCK_PROCESS_SLOW);
  assert_int_equal(shell("while :; do :; done").end, CCK_PROCESS_SLOW);
  cck_process_result result = shell("kill -SEGV $$");
  assert_int_equal(result.end, CCK_PROCESS_BROKEN);
  assert_int_equal(result.code, 11);
  result = shell("exec awk 'BEGIN { s = \"x\"; for (;;) s = s s }'"); /* out of memory long before out of time */
  assert_true(result.end == CCK_PROCESS_BROKEN || (result.end == CCK_PROCESS_EXITED && result.code != 0));
}

static void what_cannot_be_started(void **state) {
  (void)state;
  cck_process_result result;
  char name[] = "nothing";
  char *arguments[] = {name, NULL};
  assert_int_equal(cck_process_find(&arena, "no-such-program-here").len, 0);
  cck_slice path = cck_arena_copy(&arena, cck_slice_of(getenv("PATH")));
  assert_int_equal(chdir("/bin"), 0);
  setenv("PATH", ".::bin", 1);
  assert_int_equal(cck_process_find(&arena, "sh").len, 0); /* it is in the working folder */
  setenv("PATH", path.ptr, 1);
  cck_process program = {"/no/such/program", arguments, CCK_S(""), {1, (size_t)256 << 20, 10}};
  assert_int_equal(cck_process_run(&arena, &program, &result, NULL), CCK_OK);
  assert_int_equal(result.end, CCK_PROCESS_EXITED);
  assert_int_equal(result.code, 127);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(what_a_program_writes), cmocka_unit_test(a_megabyte_goes_through),
                                     cmocka_unit_test(limits), cmocka_unit_test(what_cannot_be_started)};
  return cmocka_run_group_tests_name("process", tests, set_up_arena, tear_down_arena);
}
