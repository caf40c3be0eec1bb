/* SHA-256: the known answers, and the processor's instructions against libmd at every length around the blocks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/digest.h"
#include "base/sha256.h"
#include "unit/fixture.h"

static void test_known(void **state) {
  (void)state;
  assert_true(cck_slice_is(cck_sha256_hex(&arena, CCK_S("")),
                           "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
  assert_true(cck_slice_is(cck_sha256_hex(&arena, CCK_S("abc")),
                           "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
  assert_true(cck_slice_is(cck_sha256_base32(&arena, CCK_S("abc"), 8), "xj4bnp4p"));
}

static void test_lengths(void **state) {
  (void)state;
  char text[300];
  for (size_t i = 0; i < sizeof text; i++)
    text[i] = (char)(i * 37 + 11);
  for (size_t length = 0; length <= sizeof text; length++) {
    uint8_t ours[CCK_SHA256_SIZE], theirs[CCK_SHA256_SIZE];
    cck_sha256((cck_slice){text, length}, ours);
    cck_sha256_portable((cck_slice){text, length}, theirs);
    assert_memory_equal(ours, theirs, sizeof ours);
  }
}

/* As `openssl dgst -sha256 -binary | base64` gives them. */
static void test_base64(void **state) {
  (void)state;
  assert_true(cck_slice_is(cck_sha256_base64(&arena, CCK_S("")), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="));
  assert_true(cck_slice_is(cck_sha256_base64(&arena, CCK_S("abc")), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_known), cmocka_unit_test(test_lengths),
                                     cmocka_unit_test(test_base64)};
  return cmocka_run_group_tests_name("digest", tests, set_up_arena, tear_down_arena);
}
