#include "rule/syntax.h"

#include <stdio.h>

#include "base/io.h"
#include "base/utf8.h"

const char *cck_decl_name(cck_decl_kind kind) {
  static const char *const names[] = {"entity", "measure", "unit", "source", "table", "rule", "waive"};
  return names[kind];
}

const char *cck_field_name(cck_field_kind kind) {
  static const char *const names[] = {
#define CCK_FIELD(decl, name, ...) #name,
#include "rule/fields.def"
#undef CCK_FIELD
  };
  return names[kind];
}

bool cck_reporter_is_full(const cck_reporter *report) { return report->rules->errors > CCK_RULE_ERRORS; }

void cck_fault_pass(cck_reporter *report, const cck_error *error) {
  cck_rules *rules = report->rules;
  cck_error last;
  rules->errors++;
  if (rules->errors > CCK_RULE_ERRORS + 1 || !report->sink.take)
    return;
  if (rules->errors == CCK_RULE_ERRORS + 1) {
    cck_place place = {.file = cck_slice_of(error->file), .line = error->line, .column = error->column};
    cck_fail_at(&last, CCK_E_RULE, place, "more than %d errors; the rest is not shown", (int)CCK_RULE_ERRORS);
    error = &last;
  }
  report->sink.take(report->sink.context, error);
}

void cck_fault(cck_reporter *report, const cck_line *line, cck_slice at, const char *format, ...) {
  cck_error error;
  char message[CCK_ERROR_TEXT];
  va_list args;
  va_start(args, format);
  vsnprintf(message, sizeof message, format, args);
  va_end(args);
  cck_fail_at(&error, CCK_E_RULE, cck_line_place(line, at), "%s", message);
  cck_fault_pass(report, &error);
}

const char *cck_shown(const cck_reporter *report, cck_slice text) {
  enum { LONGEST = 60 };
  size_t end = text.len;
  if (end > LONGEST)
    for (end = LONGEST; end > 0 && ((unsigned char)text.ptr[end] & 0xc0) == 0x80;)
      end--;
  const char *dots = end < text.len ? "..." : "";
  return cck_arena_printf(&report->rules->arena, "%.*s%s", (int)end, text.ptr, dots).ptr;
}

static bool goes_up(cck_slice path) {
  cck_slice part;
  while (cck_slice_next(&path, '/', &part))
    if (cck_slice_is(part, ".."))
      return true;
  return false;
}

bool cck_rules_path(cck_reporter *report, const cck_line *line, cck_slice written, cck_slice *path) {
  cck_arena *arena = &report->rules->arena;
  cck_slice name = cck_unquote(arena, written);
  if (name.len == 0 || name.ptr[0] == '/' || goes_up(name)) {
    cck_fault(report, line, written, "'%s' is not below this file's folder; only such files are read",
              cck_shown(report, written));
    return false;
  }
  cck_slice folder = cck_arena_copy(arena, cck_path_folder(line->file));
  *path = cck_path_join(arena, folder, name);
  if (!cck_is_file(path->ptr))
    return true; /* the reader says what is wrong with it */
  cck_slice below = cck_path_relative(arena, folder.ptr, path->ptr);
  if (below.len && below.ptr[0] == '/') {
    cck_fault(report, line, written, "'%s' leads out of this file's folder", cck_shown(report, written));
    return false;
  }
  return true;
}
