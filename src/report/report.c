#include "report/report.h"

#include <string.h>

#include "report/writers.h"

static const cck_format formats[] = {
#define CCK_FORMAT(name, help) {#name, help, cck_write_##name},
#include "report/formats.def"
#undef CCK_FORMAT
};

enum { FORMAT_COUNT = sizeof formats / sizeof formats[0] };

const cck_format *cck_format_at(size_t index) { return index < FORMAT_COUNT ? &formats[index] : NULL; }

const cck_format *cck_format_find(cck_slice name) {
  for (size_t i = 0; i < FORMAT_COUNT; i++)
    if (cck_slice_is(name, formats[i].name))
      return &formats[i];
  return NULL;
}

cck_slice cck_party_name(const cck_party *party) {
  const cck_source *source = party->source;
  if (source->publisher.len)
    return source->publisher;
  return source->path.len ? CCK_S("unknown publisher") : source->id;
}

cck_slice cck_party_date(const cck_party *party) {
  cck_slice published = cck_source_published(party->source);
  return published.len ? published : CCK_S("undated");
}

bool cck_is_streamed(const cck_party *party) {
  return !party->claim->path.len || cck_slice_is(party->claim->path, "-");
}

cck_slice cck_party_path(const cck_party *party) {
  cck_slice path = party->claim->path;
  while (path.len > 2 && path.ptr[0] == '.' && path.ptr[1] == '/')
    for (path = cck_slice_sub(path, 2, path.len); path.len > 1 && path.ptr[0] == '/';)
      path = cck_slice_sub(path, 1, path.len);
  return path;
}

void cck_put_party_file(cck_buffer *out, const cck_party *party) {
  bool streamed = cck_is_streamed(party);
  cck_put_text(out, streamed ? "stdin/" : "");
  cck_put(out, streamed ? party->source->id : cck_party_path(party));
}

const cck_party *cck_finding_place(const cck_report *report, const cck_finding *f) {
  for (size_t i = 0; i < f->parties.count; i++)
    if (cck_is_changed(report, f->parties.items[i].source))
      return &f->parties.items[i];
  return &f->parties.items[0];
}

bool cck_is_changed(const cck_report *report, const cck_source *source) {
  return report->changed && cck_intern_find(report->changed, source->id) != CCK_INTERN_NONE;
}

bool cck_is_entry(const cck_report *report, const cck_finding *f) {
  return !f->shown_with.len && (!f->waived.waived || report->show_waived);
}

size_t cck_shown_count(const cck_finding *f) { return f->parties.count + f->joined.count; }

const cck_party *cck_shown_party(const cck_finding *f, size_t index) {
  return index < f->parties.count ? &f->parties.items[index] : &f->joined.items[index - f->parties.count];
}

void cck_put_also(cck_buffer *out, const cck_finding *also) {
  cck_put(out, also->rule);
  cck_put_char(out, ' ');
  cck_put(out, also->id);
  cck_putf(out, " (%s): ", cck_severity_name(also->severity));
  cck_put(out, also->message);
}

/* What a terminal may not have (bytes that are no UTF-8, control codes) as octal numbers, for $'...' of a shell. */
static void put_octal_word(cck_buffer *out, cck_slice path) {
  cck_put_text(out, "$'");
  for (size_t i = 0; i < path.len; i++) {
    char c = path.ptr[i];
    if (cck_is_alpha(c) || cck_is_digit(c) || strchr(" /._-", c))
      cck_put_char(out, c);
    else
      cck_putf(out, "\\%03o", (unsigned char)c);
  }
  cck_put_char(out, '\'');
}

static void put_quoted_word(cck_buffer *out, cck_slice path) {
  cck_put_char(out, '\'');
  for (size_t i = 0; i < path.len; i++)
    if (path.ptr[i] == '\'')
      cck_put_text(out, "'\\''");
    else
      cck_put_char(out, path.ptr[i]);
  cck_put_char(out, '\'');
}

/* A path as a shell takes it for one word and no option. */
static void put_word(cck_buffer *out, cck_slice path) {
  cck_buffer seen = {0};
  bool plain = true;
  for (size_t i = 0; i < path.len && plain; i++)
    plain = cck_is_alpha(path.ptr[i]) || cck_is_digit(path.ptr[i]) || strchr("/._-+:@%,", path.ptr[i]);
  cck_put_path(&seen, path);
  bool safe = cck_slice_eq(cck_buffer_slice(&seen), path);
  cck_put_text(out, path.ptr[0] == '-' && path.len > 1 ? " ./" : " ");
  if (!safe)
    put_octal_word(out, path);
  else if (plain)
    cck_put(out, path);
  else
    put_quoted_word(out, path);
  cck_buffer_fini(&seen);
}

static cck_slice file_of(const cck_source *source) { return source->path.len ? source->path : source->lines; }

/* The files of the run that take part: the store may not have them. One file may hold several. */
static void put_files(cck_buffer *out, const cck_report *report, const cck_finding *f) {
  for (size_t i = 0; i < f->parties.count; i++) {
    const cck_source *source = f->parties.items[i].source;
    cck_slice file = file_of(source);
    bool again = false;
    for (size_t k = 0; k < i && !again; k++)
      again =
          cck_slice_eq(file_of(f->parties.items[k].source), file) && cck_is_changed(report, f->parties.items[k].source);
    if (!again && file.len && cck_is_changed(report, source))
      put_word(out, file);
  }
}

/* A waiver for a quarter of a year is what is offered. */
void cck_put_waive_command(cck_buffer *out, const cck_report *report, const cck_finding *f) {
  cck_arena scratch;
  cck_arena_init(&scratch);
  cck_put_text(out, "cacheck waive ");
  cck_put_terminal(out, f->id);
  put_files(out, report, f);
  cck_slice until = cck_day_text(&scratch, cck_add_months(report->today, 3));
  cck_putf(out, " --because \"...\" --until %s", until.ptr);
  cck_arena_fini(&scratch);
}
