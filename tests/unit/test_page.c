/* Web pages: what is the article's, what the page says of itself, encodings, and places in the file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "text/metadata.h"
#include "text/read/reader.h"

static cck_arena arena;
static cck_document doc;
static cck_error error;

static int setup(void **state) {
  (void)state;
  cck_arena_init(&arena);
  doc = (cck_document){0};
  error = (cck_error){0};
  return 0;
}

static int teardown(void **state) {
  (void)state;
  cck_arena_fini(&arena);
  return 0;
}

static cck_status read_bytes(cck_slice bytes) {
  cck_raw raw = {&arena, CCK_S("a.html"), cck_arena_copy(&arena, bytes)};
  cck_documents docs = {0};
  cck_status status = cck_documents_parse(&raw, NULL, &docs, &error);
  if (status != CCK_OK)
    return status;
  assert_int_equal(docs.count, 1);
  doc = docs.items[0];
  cck_document_segment(cck_segmenter_new(&arena, NULL), &doc);
  return CCK_OK;
}

static void read_page(const char *html) {
  if (read_bytes(cck_slice_of(html)) != CCK_OK)
    fail_msg("not read: %s", error.message);
}

/* The blocks that are no furniture, a letter for the kind (T L B I C) before each, '/' between. */
static const char *article(void) {
  static const char letters[] = "TLBICF";
  cck_buffer b = {0};
  for (size_t i = 0; i < doc.blocks.count; i++) {
    const cck_block *block = &doc.blocks.items[i];
    if (block->kind == CCK_BLOCK_FURNITURE)
      continue;
    cck_put_text(&b, b.len ? " / " : "");
    cck_put_char(&b, letters[block->kind]);
    cck_put_char(&b, ' ');
    cck_put(&b, cck_document_slice(&doc, block->start, block->end));
  }
  cck_slice out = cck_arena_copy(&arena, cck_buffer_slice(&b));
  cck_buffer_fini(&b);
  return out.ptr;
}

static void assert_slice(const char *page, cck_slice got, const char *want) {
  if (!cck_slice_is(got, want))
    fail_msg("%s\n  '%.*s' is not '%s'", page, (int)got.len, got.ptr ? got.ptr : "", want);
}

/* Running text, so that a page has an article to find. */
#define PROSE "<p>The ferry left the harbour of Larnby in the early morning with the mail on board.</p>"
#define PROSE_TEXT "B The ferry left the harbour of Larnby in the early morning with the mail on board."
#define LEAD_TEXT "L The ferry left the harbour of Larnby in the early morning with the mail on board."

typedef struct page_case {
  const char *html, *article;
} page_case;

static void assert_articles(const page_case *cases, size_t count) {
  for (size_t i = 0; i < count; i++) {
    read_page(cases[i].html);
    if (strcmp(article(), cases[i].article) != 0)
      fail_msg("%s\n  read   %s\n  wanted %s", cases[i].html, article(), cases[i].article);
  }
}

#define ASSERT_ARTICLES(cases) assert_articles(cases, sizeof(cases) / sizeof *(cases))

static void test_text_of_elements(void **state) {
  (void)state;
  static const page_case cases[] = {
      {"<html>" PROSE "<p>It cost <b>$4</b>&nbsp;million &amp; took\n three <i>years</i>.</p>",
       LEAD_TEXT " / B It cost $4\u00a0million & took three years."},
      /* signs without width go, spaces that group digits stay when they are alone */
      {"<html>" PROSE "<p>Inter&shy;national: 1&#8239;200 of&nbsp; them, Quill&#8203;mouth.</p>",
       LEAD_TEXT " / B International: 1\u202f200 of them, Quillmouth."},
      {"<html>" PROSE "<p>One line<br>and the next.</p><div>First half here.<br><br>Second half here.</div>",
       LEAD_TEXT " / B One line and the next. / B First half here. / B Second half here."},
      /* raised: a footnote's mark goes, an exponent is none of the number's digits, letters stay */
      {"<html>" PROSE "<p>It covers 210 m<sup>2</sup>, or 10<sup>6</sup> tiles.<sup>2</sup></p>",
       LEAD_TEXT " / B It covers 210 m\u00b2, or 10\u2076 tiles."},
      {"<html>" PROSE "<p>The 4<sup>th</sup> of 9 boats.<sup><a href=#n>1</a></sup> It sank.<sup>[3]</sup></p>",
       LEAD_TEXT " / B The 4th of 9 boats. It sank."},
      {"<html>" PROSE "<p>A boat sank.<a href=#n>2</a> Chapter <a href=/2>2</a> tells of it.</p>",
       LEAD_TEXT " / B A boat sank. Chapter 2 tells of it."},
      /* a row of a table is one paragraph; cells of the layout are not joined */
      {"<html>" PROSE "<table><tr><th>Year<th>Boats<tr><td>2012<td>14</table>",
       LEAD_TEXT " / I Year | Boats / I 2012 | 14"},
      {"<html>" PROSE "<table><tr><th><p>Year</p><th><p>Boats</p><tr><td><p>2012</p><td><p>14</p></table>",
       LEAD_TEXT " / I Year | Boats / I 2012 | 14"},
      {"<table><tr><td><a href=/>Home</a><td>" PROSE PROSE "</table>", LEAD_TEXT " / " PROSE_TEXT},
      {"<html>" PROSE "<ul><li>Nine boats<li><p>Two docks</p></ul>", LEAD_TEXT " / I Nine boats / I Two docks"},
      {"<html>" PROSE "<figure><img src=a><figcaption>The dock in 1911</figcaption></figure>" PROSE,
       LEAD_TEXT " / C The dock in 1911 / " PROSE_TEXT},
      /* who made a picture, and sentences that only a style sheet parts */
      {"<html>" PROSE "<figure><figcaption>The dock in 1911<small>Image: Ann Lee</small></figcaption></figure>" PROSE,
       LEAD_TEXT " / C The dock in 1911 / C Image: Ann Lee / " PROSE_TEXT},
      {"<html>" PROSE "<div><img src=a><span>The dock in 1911.</span><span>Ann Lee</span></div>" PROSE,
       LEAD_TEXT " / C The dock in 1911. / " PROSE_TEXT},
  };
  ASSERT_ARTICLES(cases);
}

static void test_what_is_hidden(void **state) {
  (void)state;
  static const page_case cases[] = {
      {"<html>" PROSE "<p hidden>Nine boats sank here.</p><p style='color:red; display : none'>Ten boats.</p>" PROSE,
       LEAD_TEXT " / " PROSE_TEXT},
      {"<html>" PROSE "<script>var a = '9 boats.';</script><style>p{a:9}</style><template>9 boats.</template>" PROSE,
       LEAD_TEXT " / " PROSE_TEXT},
      {"<html>" PROSE "<!-- 9 boats sank. --><noscript>9 boats sank.</noscript><p aria-hidden=true>9 boats.</p>" PROSE,
       LEAD_TEXT " / " PROSE_TEXT},
      {"<html>" PROSE "<p>It has <del>8</del> <s>7</s> 9 boats.</p>", LEAD_TEXT " / B It has 9 boats."},
      {"<html>" PROSE "<p>The dock<span class='sr-only'> of 1911</span> is <span class=x>9</span> metres wide.</p>",
       LEAD_TEXT " / B The dock is 9 metres wide."},
  };
  ASSERT_ARTICLES(cases);
}

static void test_furniture(void **state) {
  (void)state;
  static const page_case cases[] = {
      {"<nav><p>Nine boats sank here.</p></nav><h1>The ferry</h1>" PROSE "<footer>(c) 2031. Ten boats sank.</footer>",
       "T The ferry / " LEAD_TEXT},
      {"<article>" PROSE "<div class=relatedLinks><p>Nine boats sank in the north on Sunday night.</p></div>" PROSE
       "</article>",
       LEAD_TEXT " / " PROSE_TEXT},
      /* most of the text stands under the name, so that it says nothing */
      {"<div class=comments-page>" PROSE PROSE "</div>", LEAD_TEXT " / " PROSE_TEXT},
      {"<div><p class='share text'>The ferry left the harbour with the mail and nine goats.</p>"
       "<p class='share text'>It came back in the evening without the mail and the goats.</p></div>",
       "L The ferry left the harbour with the mail and nine goats. / B It came back in the evening without the mail "
       "and "
       "the goats."},
      {"<article>" PROSE
       "<p><a href=/x>Nine boats sank in the north on Sunday night, says the coast guard.</a></p>" PROSE "</article>",
       LEAD_TEXT " / " PROSE_TEXT},
      /* a box with a form, and one that is a fact box */
      {"<article>" PROSE "<div>First 30 days free, then $8 a month.<input><button>Sign up</button></div>" PROSE
       "</article>",
       LEAD_TEXT " / " PROSE_TEXT},
      {"<article>" PROSE "<aside class=fact-box><ul><li>Boats: 14</ul></aside>" PROSE "</article>",
       LEAD_TEXT " / I Boats: 14 / " PROSE_TEXT},
      /* a heading of furniture, down to the next that is as high */
      {"<article>" PROSE PROSE "<h3>Related stories</h3><p>Nine boats sank.</p><h2>The dock</h2>" PROSE "</article>",
       LEAD_TEXT " / " PROSE_TEXT " / B The dock / " PROSE_TEXT},
      {"<article>" PROSE PROSE PROSE PROSE "<h3>About the Harbour Trust</h3><p>It has 90 boats.</p></article>",
       LEAD_TEXT " / " PROSE_TEXT " / " PROSE_TEXT " / " PROSE_TEXT},
      /* a heading within such a section does not end it sooner */
      {"<article>" PROSE PROSE "<h2>Notes to editors</h2><h3>Contact</h3><p>Ring 9 times.</p><h3>Boats</h3>"
       "<p>It has 90 boats.</p></article>",
       LEAD_TEXT " / " PROSE_TEXT},
      {"<article>" PROSE "<h3>About the harbour</h3>" PROSE PROSE PROSE "</article>",
       LEAD_TEXT " / B About the harbour / " PROSE_TEXT " / " PROSE_TEXT " / " PROSE_TEXT},
      {"<article>" PROSE PROSE "<p>- ENDS -</p><p>It has 90 boats and two docks in Larnby.</p></article>",
       LEAD_TEXT " / " PROSE_TEXT},
      {"<article>" PROSE PROSE "<p><em>This article was amended on 3 May 2016.</em></p></article>",
       LEAD_TEXT " / " PROSE_TEXT},
      {"<article>" PROSE PROSE "<p><em>The dock opens at 9 a.m. on Sunday.</em></p></article>",
       LEAD_TEXT " / " PROSE_TEXT " / B The dock opens at 9 a.m. on Sunday."},
      /* such a heading in a box heads the box alone */
      {"<article>" PROSE "<div><h3>Related stories</h3><p>Nine boats sank here.</p></div>" PROSE "</article>",
       LEAD_TEXT " / " PROSE_TEXT},
      /* a quotation that the text has too */
      {"<article>" PROSE "<p>\u201cNobody saw the 9 boats sink,\u201d she said.</p>"
       "<blockquote>\u201cNobody saw the 9 boats sink\u201d</blockquote>"
       "<blockquote><p>\u201cI saw 2 of them.\u201d</p></blockquote></article>",
       LEAD_TEXT " / B \u201cNobody saw the 9 boats sink,\u201d she said. / B \u201cI saw 2 of them.\u201d"},
      /* a footnote's mark that was not ended ends with its paragraph */
      {"<article>" PROSE "<div>The dock has 4 gates.<sup>[1]" PROSE "</div></article>",
       LEAD_TEXT " / B The dock has 4 gates. / " PROSE_TEXT},
      /* the longest of several articles */
      {"<article>" PROSE PROSE PROSE "</article><article><h2>Nine boats sink</h2>" PROSE "</article>",
       LEAD_TEXT " / " PROSE_TEXT " / " PROSE_TEXT},
  };
  ASSERT_ARTICLES(cases);
}

typedef struct meta_case {
  const char *html, *title, *publisher, *author, *published, *from;
} meta_case;

#define LD(json) "<script type='application/ld+json'>" json "</script>"

static void test_metadata(void **state) {
  (void)state;
  static const meta_case cases[] = {
      {"<title>The ferry - Tern Post</title><h1>The ferry</h1>" PROSE, "The ferry", "Tern Post", "", "", ""},
      {LD("{\"@type\":\"NewsArticle\",\"headline\":\"The ferry\",\"datePublished\":\"2014-06-18T23:30:00-05:00\","
          "\"author\":[{\"name\":\"Ann Lee\"},\"Bo Orr\"],\"publisher\":{\"name\":\"Tern Post\"}}") PROSE,
       "The ferry", "Tern Post", "Ann Lee, Bo Orr", "2014-06-18", "JSON-LD"},
      {LD("{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"Shop\"},{\"@type\":[\"Thing\",\"BlogPosting\"],"
          "\"headline\":\"The ferry\",\"publisher\":{\"@id\":\"#p\"}},{\"@id\":\"#p\",\"name\":\"Tern Post\"}]}") PROSE,
       "The ferry", "Tern Post", "", "", ""},
      /* what is broken or tells of no article is passed over */
      {LD("{\"@type\":\"NewsArticle\",")
           LD("{\"@type\":\"VideoObject\",\"name\":\"A film\"}") "<h1>The ferry</h1>" PROSE,
       "The ferry", "", "", "", ""},
      {"<meta property=og:title content='The ferry'><meta property=og:site_name content='Tern Post'>"
       "<meta property='article:published_time' content='2014-06-18T10:00:00Z'>"
       "<meta property='article:author' content='https://x.example/ann'><meta name=author content='Ann Lee'>" PROSE,
       "The ferry", "Tern Post", "Ann Lee", "2014-06-18", "OpenGraph"},
      /* universal time, and the day there */
      {"<meta property='article:published_time' content='2014-06-17T23:30:00Z'><h1>The ferry</h1>"
       "<time datetime='2014-06-18T01:30:00+02:00'>18 June</time>" PROSE,
       "The ferry", "", "", "2014-06-18", "OpenGraph"},
      {"<meta property=og:site_name content='Tern Post - Tern Post'>" PROSE, "", "Tern Post", "", "", ""},
      {"<meta property=og:site_name content='Tern Post - Dorrin Post'>" PROSE, "", "Tern Post - Dorrin Post", "", "",
       ""},
      {"<meta name='DC.date.issued' content='18 June 2014'><meta name=date content=2031-01-01>" PROSE, "", "", "",
       "2014-06-18", "Dublin Core"},
      {"<h1>The ferry</h1><time datetime=2014-06-18>Wednesday</time>" PROSE
       "<aside><p>Nine boats sank. <time datetime=2031-01-01>1 January</time></p></aside>",
       "The ferry", "", "", "2014-06-18", "time element"},
      {"<div itemscope><h1 itemprop=headline>The ferry</h1><span itemprop=author itemscope>By "
       "<b itemprop=name>Ann Lee</b>, Larnby</span><meta itemprop=datePublished content=2014-06-18>"
       "<div itemprop=publisher><meta itemprop=name content='Tern Post'></div>" PROSE "</div>",
       "The ferry", "Tern Post", "Ann Lee", "2014-06-18", "time element"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const meta_case *c = &cases[i];
    read_page(c->html);
    assert_slice(c->html, doc.meta.title, c->title);
    assert_slice(c->html, doc.meta.publisher, c->publisher);
    assert_slice(c->html, doc.meta.author, c->author);
    assert_slice(c->html, doc.meta.published, c->published);
    assert_slice(c->html, doc.meta.published_from, c->from);
  }
}

static void test_days(void **state) {
  (void)state;
  static const struct {
    const char *text, *day; /* NULL: none */
  } cases[] = {
      {"2014-06-18", "2014-06-18"},
      {"2014-06", "2014-06"},
      {"2014-06-18T23:30:00-05:00", "2014-06-18"},
      {"20140618", "2014-06-18"},
      {"20140618T233000Z", "2014-06-18"},
      {"2014/06/18 23:30", "2014-06-18"},
      {"Wed, 18 Jun 2014 23:30:00 GMT", "2014-06-18"},
      {"June 18, 2014", "2014-06-18"},
      {"18 June 2014, 5.45pm", "2014-06-18"},
      {"Published: Sept. 3, 2014", "2014-09-03"},
      {"29 Feb 2016", "2016-02-29"},
      {"29 Feb 2015", NULL},
      {"31 June 2014", NULL},
      {"06/18/2014", NULL},
      {"20141318", NULL},
      {"yesterday", NULL},
      {"", NULL},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    cck_slice day = {NULL, 0};
    bool found = cck_meta_date_any(&arena, cck_slice_of(cases[i].text), &day);
    if (found != (cases[i].day != NULL))
      fail_msg("'%s': %s", cases[i].text, found ? "is none" : "not read");
    if (found)
      assert_slice(cases[i].text, day, cases[i].day);
  }
}

/* The line and column in the page of the first place in the text that reads so. */
static void assert_place(const char *what, unsigned line, unsigned column) {
  size_t at = cck_slice_find(doc.text, cck_slice_of(what), 0);
  unsigned got_line, got_column;
  assert_true(at != SIZE_MAX);
  cck_document_place(&doc, (uint32_t)at, &got_line, &got_column);
  if (got_line != line || got_column != column)
    fail_msg("'%s' is at %u:%u, not %u:%u", what, got_line, got_column, line, column);
}

static void test_places(void **state) {
  (void)state;
  read_page("<html>\n" PROSE "\n<p>R\u00e9mi &amp; <b>5</b>,000\n&#163;40 <i>of</i>\n  it.</p>\n<p>&copy;x 9</p>");
  assert_place("The ferry", 2, 4);
  assert_place("R\u00e9mi", 3, 4);
  assert_place("& 5", 3, 9);
  assert_place("5,000", 3, 18);
  assert_place(",000", 3, 23);
  assert_place("\u00a340", 4, 1);
  assert_place("40 of", 4, 7);
  assert_place("it.", 5, 3);
  assert_place("x 9", 6, 10);
}

typedef struct encoding_case {
  const char *bytes;
  size_t length;
  const char *article; /* NULL: an error */
  const char *message;
} encoding_case;

static void test_encodings(void **state) {
  (void)state;
#define BYTES(s) s, sizeof(s) - 1
  static const encoding_case cases[] = {
      {BYTES("<meta charset=windows-1252>" PROSE "<p>It cost \x80"
             "40.</p>"),
       LEAD_TEXT " / B It cost \u20ac40.", NULL},
      {BYTES("<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>" PROSE "<p>It cost \xa3"
             "40.</p>"),
       LEAD_TEXT " / B It cost \u00a340.", NULL},
      /* says one thing and is the other */
      {BYTES("<meta charset=iso-8859-1>" PROSE "<p>It cost \u00a340.</p>"), LEAD_TEXT " / B It cost \u00a340.", NULL},
      {BYTES("\xef\xbb\xbf<html>" PROSE), LEAD_TEXT, NULL},
      {BYTES("\xff\xfe<\0p\0>\0N\0i\0n\0e\0 \0b\0o\0a\0t\0s\0.\0"), "L Nine boats.", NULL},
      {BYTES("<html>\n<p>It cost \xa3"
             "40.</p>"),
       NULL, "not UTF-8: this byte is part of no character"},
      {BYTES("<meta charset=utf-8>\n<p>It cost \xa3"
             "40.</p>"),
       NULL, "not UTF-8: this byte is part of no character"},
      {BYTES("<meta charset=x-klingon><p>It cost \xa3"
             "40.</p>"),
       NULL, "its encoding 'x-klingon' is not known"},
      {BYTES("<meta charset=shift_jis><p>It cost \x81\x01.</p>"), NULL,
       "not CP932, which the file says it is: what follows is no character of it"},
      {BYTES("<html><p>Nine\0boats.</p>"), NULL, "a binary file: it holds a NUL byte"},
  };
#undef BYTES
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    cck_status status = read_bytes((cck_slice){cases[i].bytes, cases[i].length});
    assert_int_equal(status, cases[i].article ? CCK_OK : CCK_E_INPUT);
    if (cases[i].article)
      assert_string_equal(article(), cases[i].article);
    else
      assert_string_equal(error.message, cases[i].message);
  }
  assert_int_equal(read_bytes(CCK_S("<html>\n<p>It cost \xa3"
                                    "40.</p>")),
                   CCK_E_INPUT);
  assert_int_equal(error.line, 2);
  assert_int_equal(error.column, 12);
}

static void test_forms_by_content(void **state) {
  (void)state;
  static const struct {
    const char *text, *first; /* the first block's text */
  } cases[] = {
      {"<!DOCTYPE html><p>Nine boats.</p>", "Nine boats."},
      {"\n <!-- made by hand -->\n<HTML><p>Nine boats.</p>", "Nine boats."},
      {"Nine <b>boats</b>.", "Nine <b>boats</b>."},
      {"<nine> boats & <html>.", "<nine> boats & <html>."},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    cck_raw raw = {&arena, CCK_S("article"), cck_slice_of(cases[i].text)};
    cck_documents docs = {0};
    assert_int_equal(cck_documents_parse(&raw, NULL, &docs, &error), CCK_OK);
    doc = docs.items[0];
    cck_document_segment(cck_segmenter_new(&arena, NULL), &doc);
    const cck_block *block = &doc.blocks.items[0];
    assert_slice(cases[i].text, cck_document_slice(&doc, block->start, block->end), cases[i].first);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_text_of_elements, setup, teardown),
      cmocka_unit_test_setup_teardown(test_what_is_hidden, setup, teardown),
      cmocka_unit_test_setup_teardown(test_furniture, setup, teardown),
      cmocka_unit_test_setup_teardown(test_metadata, setup, teardown),
      cmocka_unit_test_setup_teardown(test_days, setup, teardown),
      cmocka_unit_test_setup_teardown(test_places, setup, teardown),
      cmocka_unit_test_setup_teardown(test_encodings, setup, teardown),
      cmocka_unit_test_setup_teardown(test_forms_by_content, setup, teardown),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
