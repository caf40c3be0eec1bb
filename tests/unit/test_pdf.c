#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/process.h"
#include "fixture.h"
#include "forms.h"
#include "text/read/pages.h"

static const struct {
  const char *pages, *text;
} rows[] = {
    {"", ""},
    {"One line of 5.\n", "One line of 5.\n"},
    {"a\n\nb\n\f", "a\n\nb\n"},
    /* hyphens at the end of a line */
    {"inter-\nnational and\nmore\n", "international and\nmore\n"},
    {"twenty-\nfive\n", "twenty-five\n"},
    {"A 12-\nyear-\nold\n", "A 12-year-old\n"},
    {"in 2014-\n15 and mid-\n1990s\n", "in 2014-15 and mid-1990s\n"},
    {"Anglo-\nAmerican\n", "Anglo-American\n"},
    {"the long-range plan, long-\nrange\n", "the long-range plan, long-range\n"},
    {"a long list -\nand more -\n5 of all\n", "a long list -\nand more -\n5 of all\n"},
    {"caf\u00e9-\nbar\n", "caf\u00e9bar\n"},
    {"ends with a hyphen-\n", "ends with a hyphen-\n"},
    {"inter-\n\nnational\n", "inter-\n\nnational\n"},
    {"Head\nover the inter-\n7\n\fHead\nnational edge\nof pages\n8\n\f", "over the international edge\nof pages\n"},
    /* lines at the edges of pages */
    {"Gazette, page 1\nthe text\ngoes\n\fGazette, page 2\non and\non\n\f", "the text\ngoes\non and\non\n"},
    {"Gazette\nthe text\ngoes\n\fHerald\non and\non\n\f", "Gazette\nthe text\ngoes\nHerald\non and\non\n"},
    {"the text\ngoes\non\n12\n", "the text\ngoes\non\n"},
    {"the text\ngoes\non\n- 12 -\n", "the text\ngoes\non\n"},
    {"the text\ngoes\non\nPage 3 of 10\n", "the text\ngoes\non\n"},
    {"the text\ngoes\non\nPage 3 of war and peace\n", "the text\ngoes\non\nPage 3 of war and peace\n"},
    {"the text\ngoes\non\n7,000\n", "the text\ngoes\non\n7,000\n"},
    {"the text\ngoes\non\n70000\n", "the text\ngoes\non\n70000\n"},
    {"cost\n12\n", "cost\n12\n"},
    {"Contents\n1 The bridge . . . . . 12\n2 The quay......14\nIt cost $12 ... 14\n", "Contents\nIt cost $12 ... 14\n"},
    /* the same line in the midst of pages is the text's */
    {"a\nb\nsame 5\nc\nd\n\fe\nf\nsame 6\ng\nh\n\f", "a\nb\nsame 5\nc\nd\ne\nf\nsame 6\ng\nh\n"},
};

static void pages_become_a_text(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_slice text;
    cck_place_map map = {.runs = {NULL, 0, 0}};
    cck_pages_join(&arena, cck_slice_of(rows[i].pages), &text, &map);
    if (!cck_slice_is(cck_slice_trim(text), cck_arena_copy(&arena, cck_slice_trim(cck_slice_of(rows[i].text))).ptr))
      fail_msg("\"%s\"\n is  \"%.*s\"\n not \"%s\"", rows[i].pages, (int)text.len, text.ptr, rows[i].text);
    for (uint32_t at = 0; at < text.len; at++) /* every byte but line feeds stands where the map says */
      if (text.ptr[at] != '\n')
        assert_int_equal(text.ptr[at], rows[i].pages[cck_place_map_find(&map, at)]);
  }
}

/* A PDF that tests/golden/read/pdf/make-pdf makes of a text. */
static cck_slice make_pdf(const char *text, const char *settings) {
  char command[512];
  static char bytes[64 * 1024];
  snprintf(command, sizeof command, "printf '%s' | %s sh tests/golden/read/pdf/make-pdf", text, settings);
  FILE *pipe = popen(command, "r");
  assert_non_null(pipe);
  size_t length = fread(bytes, 1, sizeof bytes, pipe);
  assert_int_equal(pclose(pipe), 0);
  return (cck_slice){bytes, length};
}

static bool has_pdftotext(void) {
  if (cck_process_find(&arena, "pdftotext").len && cck_process_find(&arena, "pdfinfo").len)
    return true;
  puts("skipped: there is no pdftotext");
  return false;
}

static void a_pdf_is_read(void **state) {
  (void)state;
  if (!has_pdftotext())
    skip();
  cck_slice pdf = make_pdf("The bridge\\nIt costs $40 mil-\\nlion.\\n", "PDF_TITLE='The Bridge' PDF_AUTHOR='Ann Lee'");
  cck_documents documents = documents_of("a.pdf", pdf);
  assert_int_equal(documents.count, 1);
  const cck_document *doc = &documents.items[0];
  assert_true(cck_slice_is(cck_slice_trim(doc->text), "The bridge\nIt costs $40 million."));
  assert_string_equal(place_of(doc, "lion"), "3:1");
  assert_true(cck_slice_is(doc->meta.title, "The Bridge"));
  assert_true(cck_slice_is(doc->meta.author, "Ann Lee"));
  assert_int_equal(doc->meta.published.len, 0); /* when the file was made says nothing */
  documents = documents_of("a.pdf", make_pdf("The bridge\\nstands.\\n", "PDF_TITLE=template-3.doc PDF_AUTHOR=admin"));
  assert_int_equal(documents.items[0].meta.title.len, 0);
  assert_int_equal(documents.items[0].meta.author.len, 0);
}

static void failures(void **state) {
  (void)state;
  if (!has_pdftotext())
    skip();
  cck_slice pdf = make_pdf("The bridge\\n", "");
  assert_string_equal(failure_of("a.pdf", cck_slice_sub(pdf, 0, pdf.len / 2)),
                      "0:0: only a part of a PDF: its end is missing");
  assert_string_equal(failure_of("a.pdf", CCK_S("%PDF-1.4\n%%EOF\n")),
                      "0:0: a damaged PDF, or only a part of one (pdftotext: Syntax Error: Couldn't find trailer "
                      "dictionary)");
  assert_string_equal(failure_of("a.pdf", make_pdf("\\n", "")),
                      "0:0: a PDF without text: its pages are pictures (a scan); it needs text recognition first");
  assert_string_equal(failure_of("a.pdf", make_pdf("The bridge\\n", "PDF_LOCKED=1")),
                      "0:0: is encrypted: it opens only with a password");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(pages_become_a_text), cmocka_unit_test(a_pdf_is_read),
                                     cmocka_unit_test(failures)};
  return cmocka_run_group_tests_name("pdf", tests, set_up_arena, tear_down_arena);
}
