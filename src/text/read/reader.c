#include "text/read/reader.h"

#include <stdio.h>

#include "base/io.h"
#include "base/utf8.h"
#include "text/metadata.h"

typedef cck_status read_fn(const cck_raw *raw, cck_documents *out, cck_error *error);

typedef struct reader {
  read_fn *read;
  const char *extensions; /* with spaces between */
} reader;

static const reader readers[] = {
#define CCK_READER(name, extensions, help) {cck_read_##name, extensions},
#include "text/read/readers.def"
#undef CCK_READER
};

typedef struct form {
  const char *sign;
  bool root; /* the name of the first element, else the first bytes */
  read_fn *read;
} form;

static const form forms[] = {
#define CCK_MAGIC(bytes, reader) {bytes, false, cck_read_##reader},
#define CCK_ROOT(name, reader) {name, true, cck_read_##reader},
#include "text/read/forms.def"
#undef CCK_MAGIC
#undef CCK_ROOT
};

enum {
  READER_COUNT = sizeof readers / sizeof *readers,
  FORM_COUNT = sizeof forms / sizeof *forms,
  ROOT_SEARCH = CCK_READER_HEAD /* the first element begins within so many bytes */
};

/* Behind white space, a declaration <?xml ...?> and comments. */
static cck_slice skip_prologue(cck_slice s) {
  if (cck_slice_starts(s, CCK_S("\xef\xbb\xbf")))
    s = cck_slice_sub(s, 3, s.len);
  for (;;) {
    s = cck_slice_trim(s);
    cck_slice end = {NULL, 0};
    if (cck_slice_starts(s, CCK_S("<?")))
      end = CCK_S("?>");
    else if (cck_slice_starts(s, CCK_S("<!--")))
      end = CCK_S("-->");
    size_t at = end.len ? cck_slice_find(s, end, 0) : SIZE_MAX;
    if (at == SIZE_MAX)
      return s;
    s = cck_slice_sub(s, at + end.len, s.len);
  }
}

/* The beginning of a file in UTF-16 without its zeros, which is enough to tell its form. */
static cck_slice narrow(cck_slice bytes, char out[ROOT_SEARCH]) {
  size_t n = 0;
  for (size_t i = 2; i < bytes.len && n < ROOT_SEARCH; i++)
    if (bytes.ptr[i])
      out[n++] = bytes.ptr[i];
  return (cck_slice){out, n};
}

static cck_slice word_at(cck_slice s, size_t at) {
  size_t end = at;
  while (end < s.len && !cck_is_space(s.ptr[end]) && s.ptr[end] != '>' && s.ptr[end] != '/' && s.ptr[end] != '[')
    end++;
  return cck_slice_sub(s, at, end);
}

/* The name of the element that the text begins with, or that its DOCTYPE tells. */
static cck_slice root_name(cck_slice head) {
  cck_slice s = skip_prologue(head);
  if (!cck_slice_starts(s, CCK_S("<")))
    return (cck_slice){NULL, 0};
  cck_slice name = word_at(s, 1);
  if (!cck_slice_eq_nocase(name, CCK_S("!doctype")))
    return name;
  cck_slice rest = cck_slice_trim(cck_slice_sub(s, 1 + name.len, s.len));
  return word_at(rest, 0);
}

static bool is_xml(cck_slice head) {
  if (cck_slice_starts(head, CCK_S("\xef\xbb\xbf")))
    head = cck_slice_sub(head, 3, head.len);
  return cck_slice_starts(cck_slice_trim(head), CCK_S("<?xml"));
}

/* What the beginning of a file tells of its form. */
typedef struct content {
  read_fn *read;  /* NULL: nothing */
  bool xml;       /* it says that it is XML */
  cck_slice root; /* its first element, in `bytes` or `narrow` */
  char narrow[ROOT_SEARCH];
} content;

static void look_at(cck_slice bytes, content *c) {
  bool wide = cck_slice_starts(bytes, CCK_S("\xff\xfe")) || cck_slice_starts(bytes, CCK_S("\xfe\xff"));
  cck_slice head = wide ? narrow(bytes, c->narrow) : cck_slice_sub(bytes, 0, ROOT_SEARCH);
  c->root = root_name(head);
  c->xml = is_xml(head);
  c->read = NULL;
  for (size_t i = 0; i < FORM_COUNT && !c->read; i++) {
    cck_slice sign = cck_slice_of(forms[i].sign);
    if (forms[i].root ? cck_slice_eq_nocase(c->root, sign) : cck_slice_starts(bytes, sign))
      c->read = forms[i].read;
  }
}

static read_fn *by_extension(cck_slice path) {
  cck_slice extension = cck_path_extension(path);
  for (size_t i = 0; extension.len && i < READER_COUNT; i++) {
    cck_slice rest = cck_slice_of(readers[i].extensions);
    for (cck_slice known; cck_slice_next(&rest, ' ', &known);)
      if (cck_slice_eq_nocase(extension, known))
        return readers[i].read;
  }
  return NULL;
}

/* Well-formed text without NUL; the last sign may be cut. */
static bool is_text(cck_slice head) {
  enum { SIGN = 4 };
  return (!head.len || !memchr(head.ptr, '\0', head.len)) && cck_utf8_check(head) + SIGN > head.len;
}

cck_look cck_reader_look(cck_slice head) {
  content c;
  look_at(head, &c);
  if (c.read)
    return CCK_LOOK_FORM;
  if (!is_text(head))
    return CCK_LOOK_BINARY;
  return c.xml ? CCK_LOOK_XML : CCK_LOOK_TEXT;
}

bool cck_reader_takes(cck_slice path) { return by_extension(path) != NULL; }

static cck_status read_form(const cck_raw *raw, cck_documents *out, cck_error *error) {
  content c;
  look_at(raw->bytes, &c);
  read_fn *read = c.read ? c.read : by_extension(raw->path);
  if (read)
    return read(raw, out, error);
  if (!c.xml)
    return cck_read_plain(raw, out, error);
  return cck_fail_at(error, CCK_E_INPUT, (cck_place){.file = raw->path},
                     "XML of a form that is not read: its first element is '%.*s'", (int)c.root.len, c.root.ptr);
}

cck_status cck_documents_parse(const cck_raw *raw, const cck_meta *given, cck_documents *out, cck_error *error) {
  cck_status status = read_form(raw, out, error);
  for (size_t i = 0; status == CCK_OK && given && i < out->count; i++)
    cck_meta_override(&out->items[i].meta, given);
  return status;
}

cck_status cck_documents_read(cck_arena *arena, const char *path, const cck_meta *given, cck_documents *out,
                              cck_error *error) {
  cck_raw raw = {.arena = arena, .path = cck_arena_copy(arena, cck_slice_of(path))};
  cck_status status = cck_slice_is(raw.path, "-")
                          ? cck_stream_read(arena, stdin, path, CCK_DOCUMENT_LIMIT, &raw.bytes, error)
                          : cck_file_read(arena, path, CCK_DOCUMENT_LIMIT, &raw.bytes, error);
  return status == CCK_OK ? cck_documents_parse(&raw, given, out, error) : status;
}
