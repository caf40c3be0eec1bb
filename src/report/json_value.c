#include "report/json_value.h"

#include <stdlib.h>

#include "base/utf8.h"

/* Malformed bytes (a file name may have them) become U+FFFD: JSON holds UTF-8 only. */
static json_t *repaired(cck_slice s) {
  cck_buffer b = {0};
  for (size_t i = 0; i < s.len;) {
    size_t width = cck_utf8_width(cck_slice_sub(s, i, s.len));
    if (width)
      cck_put(&b, cck_slice_sub(s, i, i + width));
    else
      cck_put_text(&b, "\xEF\xBF\xBD");
    i += width ? width : 1;
  }
  json_t *text = json_stringn(b.ptr, b.len);
  cck_buffer_fini(&b);
  return text;
}

json_t *cck_json_text(cck_slice s) {
  json_t *value = json_stringn(s.ptr ? s.ptr : "", s.len);
  return value ? value : repaired(s);
}

/* jansson leaves DEL, C1 and bidi controls as they are; a terminal that shows the report should not obey them. */
static void put_safe(cck_buffer *out, cck_slice json) {
  size_t from = 0;
  for (size_t i = 0, next = 0; i < json.len; i = next) {
    uint32_t code = cck_utf8_next(json, &next);
    if (code < 0x7f || !cck_utf8_is_control(code))
      continue;
    cck_put(out, cck_slice_sub(json, from, i));
    if (code > 0xffff) /* a pair of surrogates */
      cck_putf(out, "\\u%04x\\u%04x", (unsigned)(0xd7c0 + (code >> 10)), (unsigned)(0xdc00 + (code & 0x3ff)));
    else
      cck_putf(out, "\\u%04x", (unsigned)code);
    from = next;
  }
  cck_put(out, cck_slice_sub(json, from, json.len));
}

void cck_put_json_value(cck_buffer *out, json_t *value) {
  char *dump = json_dumps(value, JSON_COMPACT);
  json_decref(value);
  put_safe(out, cck_slice_of(dump ? dump : "null"));
  free(dump);
}
