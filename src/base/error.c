#include "base/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

/* Copies what fits, whole code points only, control characters as '?'. */
static void copy_clean(char *out, size_t size, cck_slice s) {
  size_t n = 0;
  for (size_t i = 0; i < s.len;) {
    size_t width = cck_utf8_width(cck_slice_sub(s, i, s.len));
    bool bad = width == 0 || (width == 1 && ((unsigned char)s.ptr[i] < 0x20 || s.ptr[i] == 0x7f));
    if (n + (bad ? 1 : width) >= size)
      break;
    if (bad) {
      out[n++] = s.ptr[i++] == '\t' ? ' ' : '?';
      continue;
    }
    memcpy(out + n, s.ptr + i, width);
    n += width;
    i += width;
  }
  out[n] = '\0';
}

static void fill(cck_error *error, cck_status status, cck_place place, const char *format, va_list args)
    __attribute__((format(printf, 4, 0)));

static void fill(cck_error *error, cck_status status, cck_place place, const char *format, va_list args) {
  char message[CCK_ERROR_TEXT];
  if (!error)
    return;
  error->status = status;
  error->line = place.line;
  error->column = place.column;
  copy_clean(error->file, sizeof error->file, place.file);
  copy_clean(error->source, sizeof error->source, place.source);
  vsnprintf(message, sizeof message, format, args);
  copy_clean(error->message, sizeof error->message, cck_slice_of(message));
}

cck_status cck_fail(cck_error *error, cck_status status, const char *format, ...) {
  va_list args;
  va_start(args, format);
  fill(error, status, (cck_place){0}, format, args);
  va_end(args);
  return status;
}

cck_status cck_fail_at(cck_error *error, cck_status status, cck_place place, const char *format, ...) {
  va_list args;
  va_start(args, format);
  fill(error, status, place, format, args);
  va_end(args);
  return status;
}

cck_status cck_fail_errno(cck_error *error, const char *path, const char *doing) {
  int number = errno;
  cck_place place = {.file = cck_slice_of(path)};
  return cck_fail_at(error, CCK_E_IO, place, "cannot %s: %s", doing, strerror(number));
}
