#include "report/html/html.h"

void cck_html_put_isolated(cck_buffer *out, cck_slice text) {
  if (!text.len)
    return;
  cck_put_text(out, "<bdi>");
  cck_put_xml(out, text);
  cck_put_text(out, "</bdi>");
}

void cck_html_put_safe(cck_buffer *out, cck_buffer *safe) {
  cck_put_xml(out, cck_buffer_slice(safe));
  cck_buffer_fini(safe);
}

void cck_html_put_key(cck_buffer *out, size_t party) {
  cck_put_char(out, (char)('A' + party % 26));
  if (party >= 26)
    cck_put_number(out, party / 26 + 1);
}

void cck_html_put_color(cck_buffer *out, size_t party) { cck_putf(out, "c%zu", party % 6); }

/* Of RFC 3986's characters those that mean nothing to markup and need no thought: no spaces, quotes and brackets. */
static bool is_plain_address(cck_slice s) {
  enum { LONGEST = 2000 };
  size_t host = cck_slice_starts(s, CCK_S("https://")) ? 8 : cck_slice_starts(s, CCK_S("http://")) ? 7 : 0;
  if (!host || s.len > LONGEST || s.len == host || (!cck_is_alpha(s.ptr[host]) && !cck_is_digit(s.ptr[host])))
    return false;
  for (size_t i = host; i < s.len; i++) {
    char c = s.ptr[i];
    bool plain = cck_is_alpha(c) || cck_is_digit(c) || (c && strchr("-._~/?=&+,;!$*#@:%", c));
    if (!plain || (strchr("#@:", c) && i < host + strcspn(s.ptr + host, "/")))
      return false;
  }
  return true;
}

void cck_html_put_link(cck_buffer *out, cck_slice address, cck_slice words) {
  if (!is_plain_address(address)) {
    cck_html_put_isolated(out, words);
    return;
  }
  cck_put_text(out, "<a rel=\"noopener noreferrer nofollow\" href=\"");
  cck_put_xml(out, address);
  cck_put_text(out, "\">");
  cck_html_put_isolated(out, words);
  cck_put_text(out, "</a>");
}

void cck_html_put_published(cck_buffer *out, const cck_source *source) {
  cck_arena scratch;
  cck_arena_init(&scratch);
  cck_slice published = cck_source_published(source);
  cck_period period;
  if (!published.len) {
    cck_put_text(out, "undated");
  } else if (cck_period_parse(published, &period)) {
    cck_put_text(out, "<time datetime=\"");
    cck_put_xml(out, published);
    cck_put_text(out, "\">");
    cck_put_xml(out, cck_period_text(&scratch, period));
    cck_put_text(out, "</time>");
  } else {
    cck_html_put_isolated(out, published);
  }
  cck_arena_fini(&scratch);
}

void cck_html_put_number(cck_buffer *out, size_t number) {
  cck_arena scratch;
  cck_arena_init(&scratch);
  cck_put(out, cck_decimal_grouped(&scratch, cck_decimal_of((int64_t)number)));
  cck_arena_fini(&scratch);
}

void cck_html_put_count(cck_buffer *out, size_t count, const char *noun) {
  cck_html_put_number(out, count);
  cck_putf(out, " %s%s", noun, count == 1 ? "" : "s");
}

void cck_html_put_shape(cck_buffer *out, const char *name) {
  cck_putf(out, "<svg class=\"shape\" aria-hidden=\"true\" viewBox=\"0 0 16 16\"><use href=\"#is-%s\"/></svg>", name);
}

const char *cck_html_state(const cck_finding *f) {
  return f->waived.waived ? "waived" : cck_severity_name(f->severity);
}
