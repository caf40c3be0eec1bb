/*
 * Hostile bytes through every door of the program, in process: documents of every
 * form but PDF, NDJSON, rules files and claim lines, made from good seeds by a generator with a fixed
 * seed. It holds when nothing crashes, no sanitizer speaks, and what is accepted is
 * written as canonical bytes. usage: hostile [INPUTS]
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/io.h"
#include "base/utf8.h"
#include "fuzz/generator.h"
#include "model/codec.h"
#include "pipeline/checker.h"
#include "pipeline/examples.h"

/* What breaks parsers: ends of grammars, half code points, controls, long numbers, nesting. */
static const char *const nasty[] = {"\xff",
                                    "\xc3",
                                    "\xe2\x80\xae",
                                    "\x1b[2J",
                                    "\r\n",
                                    "\n\n",
                                    "\"",
                                    "\\",
                                    "---\n",
                                    "{",
                                    "[[[[[[[[[[[[[[[[[[[[",
                                    "}",
                                    "999999999999999999999999999999999999999999999999",
                                    "1,2,3,4,5,6,7,8,9,0",
                                    "0.00000000000000000000000000000000000000000000001",
                                    "$",
                                    "%",
                                    "-",
                                    "between 5 and ",
                                    "31 February 0000",
                                    "year 99999",
                                    "five years ago ",
                                    "<<<<<<< HEAD\n",
                                    "include hostile.rules\n",
                                    "\t",
                                    " # ",
                                    "billion billion million ",
                                    "null",
                                    "e308",
                                    "\xf0\x9f\x98\x80",
                                    "\xc2\xa0",
                                    "<p><b><div>",
                                    "</",
                                    "<!--",
                                    "<![CDATA[",
                                    "]]>",
                                    "&lt;p&gt;&amp;",
                                    "&#x110000;",
                                    "&nbsp",
                                    "<!DOCTYPE x [<!ENTITY a 'b'>]>&a;",
                                    "```\n",
                                    "](x[^1]",
                                    "\n> - 1. | a |\n",
                                    "<sup>2</sup>",
                                    "hundred and "};

enum { NASTY_COUNT = sizeof nasty / sizeof nasty[0], INPUT_LIMIT = 64 * 1024 };

typedef struct input {
  char bytes[INPUT_LIMIT];
  size_t length;
} input;

static void replace(input *in, size_t at, size_t removed, const char *bytes, size_t length) {
  if (in->length - removed + length > INPUT_LIMIT)
    return;
  memmove(in->bytes + at + length, in->bytes + at + removed, in->length - at - removed);
  memcpy(in->bytes + at, bytes, length);
  in->length = in->length - removed + length;
}

static void mutate_once(generator *g, input *in) {
  char copy[256];
  size_t at = below(g, in->length + 1);
  size_t left = in->length - at;
  const char *word = nasty[below(g, NASTY_COUNT)];
  switch (below(g, 5)) {
  case 0:
    if (left)
      in->bytes[at] = (char)next(g);
    break;
  case 1:
    replace(in, at, 0, word, strlen(word));
    break;
  case 2:
    replace(in, at, below(g, left < 40 ? left + 1 : 40), "", 0);
    break;
  case 3: /* a stretch again, elsewhere */
    left = left < sizeof copy ? left : sizeof copy;
    memcpy(copy, in->bytes + at, left);
    replace(in, below(g, in->length + 1), 0, copy, left);
    break;
  default:
    replace(in, at, below(g, left < 8 ? left + 1 : 8), word, strlen(word));
    break;
  }
}

static void mutate(generator *g, input *in, cck_slice seed) {
  in->length = seed.len < INPUT_LIMIT ? seed.len : INPUT_LIMIT;
  memcpy(in->bytes, seed.ptr, in->length);
  size_t times = 1 + below(g, 24);
  for (size_t i = 0; i < times; i++)
    mutate_once(g, in);
}

/* A run has one checker for each door; rules that were accepted serve all documents. */
typedef struct doors {
  cck_slice rules;
  unsigned accepted, refused;
} doors;

static void count(doors *d, cck_status status) {
  d->accepted += status == CCK_OK;
  d->refused += status != CCK_OK;
}

static void lose(void *context, const cck_error *error) {
  (void)context;
  (void)error;
}

static cck_checker *checker_with(cck_slice rules, cck_status *status) {
  cck_checker *checker = cck_checker_new();
  cck_checker_set_today(checker, "2026-01-01", NULL);
  *status = cck_rules_parse_text(checker->rules, "rules/hostile.rules", rules, (cck_error_sink){lose, NULL});
  checker->failed_rules = *status != CCK_OK;
  cck_status bound = cck_checker_ready(checker, NULL);
  *status = *status == CCK_OK ? bound : *status;
  return checker;
}

/* Well-formed, and without a control code but the ends of lines. */
static bool is_clean(cck_slice text) {
  for (size_t i = 0; i < text.len; i++)
    if ((unsigned char)text.ptr[i] < 0x20 && text.ptr[i] != '\n' && text.ptr[i] != '\r')
      return false;
  return cck_utf8_check(text) == text.len;
}

static void render_all(cck_checker *checker) {
  const cck_format *format;
  for (size_t i = 0; (format = cck_format_at(i)); i++) {
    cck_slice text;
    if (cck_checker_render(checker, format->name, &text.ptr, &text.len, NULL) != CCK_OK || !is_clean(text))
      abort(); /* no format gives what could drive a terminal */
  }
}

static void try_document(doors *d, const input *in) {
  cck_status status;
  cck_checker *checker = checker_with(d->rules, &status);
  cck_origin origin = {.publisher = "Hostile", .published = "2004-10-20"};
  status = cck_checker_add_text(checker, "a.txt", in->bytes, in->length, &origin, NULL);
  count(d, status);
  cck_checker_add_text(checker, "b.txt", in->bytes, in->length / 2, &(cck_origin){.id = "other"}, NULL);
  if (cck_checker_check(checker, NULL) != CCK_OK)
    abort();
  render_all(checker);
  cck_checker_free(checker);
}

/* A file of another form than plain text: all of its documents together. */
static void try_form(doors *d, const input *in, const char *name) {
  cck_status status;
  cck_documents documents = {0};
  cck_checker *checker = checker_with(d->rules, &status);
  cck_raw raw = {.arena = &checker->scratch, .path = cck_slice_of(name)};
  raw.bytes = cck_arena_copy(raw.arena, (cck_slice){in->bytes, in->length});
  status = cck_documents_parse(&raw, NULL, &documents, NULL);
  count(d, status);
  for (size_t i = 0; i < documents.count; i++) {
    cck_extraction extraction;
    cck_checker_extract(checker, &documents.items[i], &extraction);
    cck_checker_keep(checker, &extraction, raw.path, NULL);
    for (size_t c = 0; c < extraction.claims.count; c++)
      if (extraction.claims.items[c].line == 0)
        abort(); /* every claim has its place */
  }
  if (cck_checker_check(checker, NULL) != CCK_OK)
    abort();
  render_all(checker);
  cck_checker_free(checker);
}

static void try_html(doors *d, const input *in) { try_form(d, in, "a.html"); }

static void try_markdown(doors *d, const input *in) { try_form(d, in, "a.md"); }

static void try_feed(doors *d, const input *in) { try_form(d, in, "a.rss"); }

static void try_news(doors *d, const input *in) { try_form(d, in, "a.nitf"); }

static void try_ndjson(doors *d, const input *in) {
  cck_status status;
  cck_checker *checker = checker_with(CCK_S(""), &status);
  cck_slice rest = {in->bytes, in->length}, line;
  unsigned number = 0;
  while (cck_slice_next(&rest, '\n', &line)) {
    cck_document doc;
    cck_extraction extraction;
    cck_status read = cck_checker_read_line(checker, line, (cck_place){.line = ++number}, &doc, NULL);
    count(d, read);
    if (read == CCK_OK)
      cck_checker_extract(checker, &doc, &extraction);
  }
  cck_checker_free(checker);
}

static void try_rules(doors *d, const input *in) {
  cck_status status;
  cck_buffer out = {0};
  cck_tally tally;
  cck_checker *checker = checker_with((cck_slice){in->bytes, in->length}, &status);
  count(d, status);
  if (status == CCK_OK)
    cck_examples_run(checker, &out, &tally);
  cck_buffer_fini(&out);
  cck_checker_free(checker);
}

static void write_line(cck_buffer *out, const cck_line *line) {
  cck_buffer_clear(out);
  if (line->kind == CCK_LINE_SOURCE)
    cck_source_write(out, &line->source);
  else
    cck_claim_write(out, &line->claim);
}

/* What is accepted is written, read and written again: the same bytes. */
static void try_line(doors *d, cck_slice line) {
  cck_arena arena;
  cck_line first, again;
  cck_buffer once = {0}, twice = {0};
  cck_arena_init(&arena);
  cck_status status = cck_line_read(&arena, line, (cck_place){.line = 1}, &first, NULL);
  count(d, status);
  if (status == CCK_OK) {
    write_line(&once, &first);
    if (cck_line_read(&arena, cck_buffer_slice(&once), (cck_place){.line = 1}, &again, NULL) != CCK_OK ||
        first.kind != again.kind)
      abort();
    write_line(&twice, &again);
    if (!cck_slice_eq(cck_buffer_slice(&once), cck_buffer_slice(&twice)))
      abort();
  }
  cck_buffer_fini(&once);
  cck_buffer_fini(&twice);
  cck_arena_fini(&arena);
}

static void try_claims(doors *d, const input *in) {
  cck_slice rest = {in->bytes, in->length}, line;
  while (cck_slice_next(&rest, '\n', &line))
    try_line(d, line);
}

static const struct {
  const char *folder, *suffix;
  void (*run)(doors *d, const input *in);
} kinds[] = {{"claims/articles", ".txt", try_document}, {"tests/fuzz/seeds", ".ndjson", try_ndjson},
             {"tests/fuzz/seeds", ".rules", try_rules}, {"tests/fuzz/seeds", ".jsonl", try_claims},
             {"tests/fuzz/seeds", ".html", try_html},   {"tests/fuzz/seeds", ".md", try_markdown},
             {"tests/fuzz/seeds", ".rss", try_feed},    {"tests/fuzz/seeds", ".nitf", try_news}};

enum { KIND_COUNT = sizeof kinds / sizeof kinds[0] };

static cck_slices read_seeds(cck_arena *arena, const char *folder, const char *suffix) {
  cck_slices names = {0}, seeds = {0};
  cck_error error = {0};
  cck_slice text;
  if (cck_folder_list(arena, folder, suffix, &names, &error) != CCK_OK || !names.count) {
    fprintf(stderr, "hostile: no seeds %s in %s; run it at the top of the tree\n", suffix, folder);
    exit(2);
  }
  for (size_t i = 0; i < names.count; i++) {
    cck_slice path = cck_path_join(arena, cck_slice_of(folder), names.items[i]);
    if (cck_file_read(arena, path.ptr, INPUT_LIMIT, &text, &error) == CCK_OK)
      CCK_PUSH(arena, &seeds, text);
  }
  return seeds;
}

int main(int argc, char **argv) {
  size_t inputs = argc > 1 ? (size_t)strtoul(argv[1], NULL, 10) : 1000;
  cck_arena arena;
  cck_arena_init(&arena);
  cck_slices seeds[KIND_COUNT];
  for (size_t k = 0; k < KIND_COUNT; k++)
    seeds[k] = read_seeds(&arena, kinds[k].folder, kinds[k].suffix);
  generator g = {UINT64_C(20041020)};
  doors d = {.rules = seeds[2].items[0]};
  input *in = cck_heap_alloc(sizeof *in);
  time_t start = time(NULL);
  size_t done = 0;
  for (; done < inputs; done++) {
    size_t k = done % KIND_COUNT;
    mutate(&g, in, seeds[k].items[below(&g, seeds[k].count)]);
    kinds[k].run(&d, in);
  }
  printf("hostile: %zu inputs in %ld s, %u texts accepted, %u refused, none broke it\n", done,
         (long)(time(NULL) - start), d.accepted, d.refused);
  free(in);
  cck_arena_fini(&arena);
  return 0;
}
