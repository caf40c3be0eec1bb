#include "model/finding.h"

#include "base/digest.h"

static const char *const severity_names[] = {"note", "warning", "error", "never"};

const char *cck_severity_name(cck_severity severity) { return severity_names[severity]; }

bool cck_severity_parse(cck_slice name, cck_severity *out) {
  for (unsigned i = 0; i < sizeof severity_names / sizeof *severity_names; i++) {
    if (cck_slice_is(name, severity_names[i])) {
      *out = (cck_severity)i;
      return true;
    }
  }
  return false;
}

const char *cck_relation_name(cck_relation relation) {
  static const char *const names[] = {"differs", "over_time", "implausible", "inconsistent"};
  return names[relation];
}

/* RFC 4648's base 32 letter in Crockford's alphabet, which has no I, L, O and U: nobody misreads an id on the phone. */
static char crockford(char c) {
  static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  return alphabet[cck_is_digit(c) ? c - '2' + 26 : c - 'a'];
}

cck_slice cck_finding_make_id(cck_arena *arena, cck_slice key) {
  cck_slice letters = cck_sha256_base32(arena, key, 8);
  char out[8];
  for (size_t i = 0; i < sizeof out; i++)
    out[i] = crockford(letters.ptr[i]);
  return cck_arena_printf(arena, "F-%.4s-%.4s", out, out + 4);
}
