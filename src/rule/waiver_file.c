#include "rule/waiver_file.h"

#include "base/buffer.h"
#include "base/io.h"
#include "base/utf8.h"
#include "model/calendar.h"
#include "rule/lexer.h"
#include "rule/parser.h"

/* On one line, without control characters. */
static cck_slice one_line(cck_arena *arena, cck_slice s) {
  char *text = cck_arena_alloc(arena, s.len + 1);
  size_t n = 0;
  for (size_t i = 0, next = 0; i < s.len; i = next) {
    uint32_t code = cck_utf8_next(s, &next);
    bool control = cck_utf8_is_control(code);
    for (size_t j = 0; j < (control ? 1 : next - i); j++)
      text[n++] = control ? ' ' : s.ptr[i + j];
  }
  return cck_slice_trim((cck_slice){text, n});
}

/* Would the parser read it back as it stands? */
static bool needs_quotes(cck_slice s) {
  for (size_t i = 0; i < s.len; i++) {
    bool begins = i == 0 || cck_is_space(s.ptr[i - 1]);
    if (s.ptr[i] == '"' || (begins && s.ptr[i] == '#'))
      return true;
  }
  return false;
}

static void put_field(cck_buffer *out, const char *name, cck_slice value) {
  cck_putf(out, "  %s ", name);
  if (!needs_quotes(value)) {
    cck_put(out, value);
  } else {
    cck_put_char(out, '"');
    for (size_t i = 0; i < value.len; i++) {
      if (value.ptr[i] == '"')
        cck_put_char(out, '"');
      cck_put_char(out, value.ptr[i]);
    }
    cck_put_char(out, '"');
  }
  cck_put_char(out, '\n');
}

static cck_status check(cck_slice id, cck_slice because, cck_slice by, cck_slice until, cck_error *error) {
  cck_period days;
  if (!cck_is_finding_id(id))
    return cck_fail(error, CCK_E_USAGE, "'%.*s' is not the id of a finding, as F-7KQ2-9MXD", (int)id.len, id.ptr);
  if (cck_utf8_check(because) < because.len || cck_utf8_check(by) < by.len)
    return cck_fail(error, CCK_E_USAGE, "the reason or the name is not UTF-8");
  if (!cck_period_parse(until, &days))
    return cck_fail(error, CCK_E_USAGE, "'%.*s' is not a date, as 2027-01-31", (int)until.len, until.ptr);
  return CCK_OK;
}

static cck_status read_old(cck_arena *arena, const char *path, cck_slice *old, cck_error *error) {
  *old = CCK_S("");
  if (!cck_is_file(path) && !cck_is_folder(path))
    return CCK_OK;
  cck_status status = cck_file_read(arena, path, CCK_RULE_FILE_LIMIT, old, error);
  return status == CCK_OK ? cck_lexer_check(cck_slice_of(path), *old, error) : status;
}

static cck_status append(cck_arena *arena, cck_buffer *out, const char *path, cck_slice fields[4], cck_error *error) {
  cck_slice old;
  cck_slice because = one_line(arena, fields[1]);
  cck_slice by = one_line(arena, fields[2]);
  if (because.len == 0)
    return cck_fail(error, CCK_E_USAGE, "a waiver needs a reason");
  cck_status status = read_old(arena, path, &old, error);
  if (status != CCK_OK)
    return status;
  cck_put(out, old);
  if (old.len && old.ptr[old.len - 1] != '\n')
    cck_put_char(out, '\n');
  cck_putf(out, "%swaive %.*s\n", old.len ? "\n" : "", (int)fields[0].len, fields[0].ptr);
  put_field(out, "because", because);
  if (by.len)
    put_field(out, "by", by);
  put_field(out, "until", fields[3]);
  if (out->len > CCK_RULE_FILE_LIMIT)
    return cck_fail_at(error, CCK_E_LIMIT, (cck_place){.file = cck_slice_of(path)},
                       "would grow over the limit of %d MiB", (int)(CCK_RULE_FILE_LIMIT / 1024 / 1024));
  return cck_file_write(path, cck_buffer_slice(out), error);
}

cck_status cck_waiver_append(const char *path, cck_slice finding_id, cck_slice because, cck_slice by, cck_slice until,
                             cck_error *error) {
  cck_status status = check(finding_id, because, by, until, error);
  if (status != CCK_OK)
    return status;
  cck_arena arena;
  cck_buffer out = {0};
  cck_slice fields[4] = {finding_id, because, by, until};
  cck_arena_init(&arena);
  status = append(&arena, &out, path, fields, error);
  cck_buffer_fini(&out);
  cck_arena_fini(&arena);
  return status;
}
