#include "text/read/attributes.h"

#include "text/document.h"

enum {
  HTML_NAME = 100,        /* bytes; a longer name is several to libxml2 */
  COMMENT_LIMIT = 1 << 20 /* libxml2 gives up on a longer comment of HTML sooner or later, and reads what is in it */
};

typedef struct scan {
  cck_slice text;
  size_t at;
  bool html;
} scan;

static char sign(const scan *s) { return s->at < s->text.len ? s->text.ptr[s->at] : '\0'; }

static bool starts(const scan *s, cck_slice what) {
  return cck_slice_eq_nocase(cck_slice_sub(s->text, s->at, s->at + what.len), what);
}

static void skip_blanks(scan *s) {
  while (s->at < s->text.len && cck_is_space(s->text.ptr[s->at]))
    s->at++;
}

static bool is_tag_end(const scan *s) {
  return s->at >= s->text.len || sign(s) == '>' || (sign(s) == '/' && starts(s, CCK_S("/>")));
}

static bool begins_name(const scan *s) {
  char c = sign(s);
  return cck_is_alpha(c) || c == '_' || c == ':' || (s->html ? c == '.' : (unsigned char)c >= 0x80);
}

/* Behind the name that begins here; the place itself when none does. */
static cck_slice take_name(scan *s) {
  size_t start = s->at;
  size_t most = s->html ? start + HTML_NAME : s->text.len;
  while (s->at < s->text.len && s->at < most &&
         (begins_name(s) || (s->at > start && (cck_is_digit(sign(s)) || sign(s) == '-' || sign(s) == '.'))))
    s->at++;
  return cck_slice_sub(s->text, start, s->at);
}

/* A value in quotes, else up to white space or the end of the tag. */
static void skip_value(scan *s) {
  char quote = sign(s);
  bool quoted = quote == '"' || quote == '\'';
  s->at += quoted;
  while (s->at < s->text.len && (quoted ? sign(s) != quote : sign(s) != '>' && !cck_is_space(sign(s))))
    s->at++;
  s->at += quoted && s->at < s->text.len;
}

/* What is no attribute goes, up to white space or the end of the tag. */
static void skip_bogus(scan *s) {
  while (!is_tag_end(s) && !cck_is_space(sign(s)))
    s->at++;
}

/* The attributes of the tag whose name was read; then it is at the tag's end. */
static size_t count(scan *s) {
  size_t attributes = 0;
  for (skip_blanks(s); !is_tag_end(s); skip_blanks(s)) {
    if (!take_name(s).len) {
      skip_bogus(s);
      continue;
    }
    attributes++;
    skip_blanks(s);
    if (sign(s) != '=')
      continue;
    s->at++;
    skip_blanks(s);
    skip_value(s);
  }
  return attributes;
}

static void skip_to(scan *s, cck_slice what) {
  while (s->at < s->text.len && !starts(s, what))
    s->at++;
}

/* Past the comment that begins here, unless it is too long to be passed. */
static void skip_comment(scan *s) {
  size_t start = s->at;
  size_t end = start + 2;
  do
    end = cck_slice_find(s->text, CCK_S("--"), end + 1);
  while (end != SIZE_MAX && !cck_slice_starts(cck_slice_sub(s->text, end + 2, s->text.len), CCK_S(">")) &&
         !(s->html && cck_slice_starts(cck_slice_sub(s->text, end + 2, s->text.len), CCK_S("!>"))));
  end = end == SIZE_MAX ? s->text.len : end;
  s->at = end - start > COMMENT_LIMIT ? start + 1 : end;
}

/* The tag that begins here; false when it has too many attributes. */
static bool pass_tag(scan *s) {
  s->at++;
  if (!begins_name(s))
    return true;
  cck_slice name = take_name(s);
  if (count(s) > CCK_ATTRIBUTES_LIMIT)
    return false;
  if (!s->html || sign(s) != '>')
    return true;
  if (cck_slice_eq_nocase(name, CCK_S("script")))
    skip_to(s, CCK_S("</script"));
  else if (cck_slice_eq_nocase(name, CCK_S("style")))
    skip_to(s, CCK_S("</style"));
  return true;
}

size_t cck_attributes_find_excess(cck_slice text, cck_attributes_form form) {
  scan s = {.text = text, .html = form == CCK_ATTRIBUTES_HTML};
  while ((s.at = cck_slice_find(text, CCK_S("<"), s.at)) != SIZE_MAX) {
    size_t start = s.at;
    if (starts(&s, CCK_S("<!--")))
      skip_comment(&s);
    else if (!s.html && starts(&s, CCK_S("<![CDATA[")))
      skip_to(&s, CCK_S("]]>"));
    else if (!pass_tag(&s))
      return start;
  }
  return SIZE_MAX;
}

cck_status cck_attributes_check(cck_slice path, cck_slice text, cck_attributes_form form, cck_error *error) {
  size_t excess = cck_attributes_find_excess(text, form);
  if (excess == SIZE_MAX)
    return CCK_OK;
  return cck_text_fail(path, text, excess, "an element of more than 256 attributes", error);
}
