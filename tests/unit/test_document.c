/* Documents: reading, metadata, places, blocks and sentences. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "text/document.h"
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

static cck_status parse_given(const char *text, const cck_meta *given) {
  return cck_document_parse(&arena, CCK_S("a.txt"), cck_slice_of(text), given, &doc, &error);
}

static void read_text(const char *text) {
  if (parse_given(text, NULL) != CCK_OK)
    fail_msg("not read: %s", error.message);
  cck_document_segment(cck_segmenter_new(&arena, NULL), &doc);
}

static void assert_slice(cck_slice got, const char *want) {
  if (!cck_slice_is(got, want))
    fail_msg("'%.*s' is not '%s'", (int)got.len, got.ptr ? got.ptr : "", want);
}

/* Kinds by letter (T L B I C F), one for each block. */
static const char *kinds(void) {
  static const char letters[] = "TLBICF";
  char *out = cck_arena_alloc(&arena, doc.blocks.count + 1);
  for (size_t i = 0; i < doc.blocks.count; i++)
    out[i] = letters[doc.blocks.items[i].kind];
  return out;
}

/* Sentences on one line each, with '|' between. */
static const char *sentences(void) {
  cck_buffer b = {0};
  for (size_t i = 0; i < doc.sentences.count; i++) {
    if (i)
      cck_put_char(&b, '|');
    cck_put(&b, cck_document_quote(&arena, &doc, doc.sentences.items[i].start, doc.sentences.items[i].end));
  }
  cck_slice copy = cck_arena_copy(&arena, cck_buffer_slice(&b));
  cck_buffer_fini(&b);
  return copy.ptr;
}

static void test_front_matter(void **state) {
  (void)state;
  read_text("---\ntitle: \"Say \\\"when\\\": one\"\nSource: The Daily Sketch\nauthor:  A. Writer \ndate: 2004-10-20\n"
            "mood: good\nno colon here\nurl: https://example.org/a:b\ncopies: Wire\nid: x-1\nlang: en\n---\nBody.\n");
  assert_slice(doc.meta.title, "Say \"when\": one");
  assert_slice(doc.meta.publisher, "The Daily Sketch");
  assert_slice(doc.meta.author, "A. Writer");
  assert_slice(doc.meta.published, "2004-10-20");
  assert_slice(doc.meta.published_from, "front matter");
  assert_slice(doc.meta.url, "https://example.org/a:b");
  assert_slice(doc.meta.copies, "Wire");
  assert_slice(doc.meta.id, "x-1");
  assert_slice(doc.meta.lang, "en");
  assert_int_equal(doc.blocks.count, 1);
  assert_slice(cck_document_slice(&doc, doc.body, (uint32_t)doc.text.len), "Body.\n");
}

static void test_front_matter_of_other_editors(void **state) {
  (void)state;
  read_text("\ufeff---\r\ntitle: Base\r\ndate: 2004-10\r\n---\r\nIt has 5 tanks.\r\n\r\nAnd more.\r\n");
  assert_slice(doc.meta.title, "Base");
  assert_slice(doc.meta.published, "2004-10");
  assert_int_equal(doc.blocks.count, 2);
  assert_string_equal(sentences(), "It has 5 tanks.|And more.");
  assert_int_equal(doc.sentences.items[0].start, 41);
}

static void test_front_matter_is_text(void **state) {
  (void)state;
  static const char *const texts[] = {"---\nA rule: x\nNo end of it.\n", "title: x\n---\nText.\n", "--- \n",
                                      "----\na: b\n---\n", " ---\ntitle: x\n---\n"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    assert_int_equal(parse_given(texts[i], NULL), CCK_OK);
    assert_int_equal(doc.body, 0);
    assert_int_equal(doc.meta.title.len, 0);
  }
}

static void test_given_wins(void **state) {
  (void)state;
  cck_meta given = {.publisher = CCK_S("Given"), .published = CCK_S("2001-01")};
  assert_int_equal(parse_given("---\nsource: Own\ntitle: Own title\ndate: 2004\n---\nText.", &given), CCK_OK);
  assert_slice(doc.meta.publisher, "Given");
  assert_slice(doc.meta.title, "Own title");
  assert_slice(doc.meta.published, "2001-01");
  assert_slice(doc.meta.published_from, "command line");
  assert_int_equal(parse_given("Text.", NULL), CCK_OK);
  assert_int_equal(doc.meta.published.len, 0);
  assert_int_equal(doc.meta.published_from.len, 0);
}

static void test_dates(void **state) {
  (void)state;
  static const struct {
    const char *date;
    const char *want; /* NULL: an error */
  } rows[] = {
      {"2004", "2004"},
      {"2004-02", "2004-02"},
      {"2004-02-29", "2004-02-29"},
      {"2000-02-29", "2000-02-29"},
      {"2004-10-20T08:00:00Z", "2004-10-20"},
      {"2004-10-20 08:00", "2004-10-20"},
      {"2003-02-29", NULL},
      {"1900-02-29", NULL},
      {"2004-13", NULL},
      {"2004-00-01", NULL},
      {"2004-06-31", NULL},
      {"20041020", NULL},
      {"2004-1-2", NULL},
      {"20 October 2004", NULL},
      {"2004-10-20x", NULL},
      {"0000", NULL},
      {"2004/10/20", NULL},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char text[80];
    snprintf(text, sizeof text, "---\ntitle: x\ndate: %s\n---\n", rows[i].date);
    cck_status status = parse_given(text, NULL);
    if ((status == CCK_OK) != (rows[i].want != NULL))
      fail_msg("date %s", rows[i].date);
    if (rows[i].want)
      assert_slice(doc.meta.published, rows[i].want);
    else
      assert_true(status == CCK_E_INPUT && error.line == 3 && error.column == 7);
  }
}

static void test_front_matter_errors(void **state) {
  (void)state;
  assert_int_equal(parse_given("---\ntitle: \"a\"b\"\n---\n", NULL), CCK_E_INPUT);
  assert_int_equal(error.line, 2);
  assert_in_range(error.column, 8, 12);
  assert_string_equal(error.file, "a.txt");
  assert_string_equal(error.source, "title: \"a\"b\"");
  assert_non_null(strstr(error.message, "JSON string"));
  assert_int_equal(parse_given("---\ntitle: x\ndate: 2004-10-20\nNo end of it.\n", NULL), CCK_E_INPUT);
  assert_int_equal(error.line, 2);
  assert_non_null(strstr(error.message, "not closed"));
}

static void test_bad_bytes(void **state) {
  (void)state;
  static const struct {
    const char *text;
    size_t length;
    unsigned line, column;
    const char *says;
  } rows[] = {
      {"ab\n\xc3\xa9x\xff", 7, 2, 3, "UTF-8"},
      {"\xc3", 1, 1, 1, "UTF-8"},
      {"ok \xed\xa0\x80", 6, 1, 4, "UTF-8"},
      {"a\n\nb\0c", 6, 3, 2, "binary"},
      {"\xff\xfe"
       "a\0",
       4, 1, 4, "binary"},
      {"\xc0\xaf", 2, 1, 1, "UTF-8"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    cck_slice text = {rows[i].text, rows[i].length};
    assert_int_equal(cck_document_parse(&arena, CCK_S("b.txt"), text, NULL, &doc, &error), CCK_E_INPUT);
    assert_string_equal(error.file, "b.txt");
    assert_non_null(strstr(error.message, rows[i].says));
    if (error.line != rows[i].line || (error.column != rows[i].column && i != 4))
      fail_msg("row %zu: %u:%u", i, error.line, error.column);
  }
}

static void test_files(void **state) {
  (void)state;
  cck_documents docs = {0};
  char path[] = "/tmp/cck-document-XXXXXX";
  int fd = mkstemp(path);
  assert_true(fd >= 0);
  assert_int_equal(write(fd, "Five tanks.\r\nSix.", 17), 17);
  assert_int_equal(cck_documents_read(&arena, path, NULL, &docs, &error), CCK_OK);
  assert_int_equal(docs.count, 1);
  assert_slice(docs.items[0].path, path);
  assert_int_equal(docs.items[0].text.len, 17);
  assert_int_equal(docs.items[0].text.ptr[17], '\0');
  assert_int_equal(ftruncate(fd, CCK_DOCUMENT_LIMIT + 1), 0);
  assert_int_equal(cck_documents_read(&arena, path, NULL, &docs, &error), CCK_E_LIMIT);
  close(fd);
  unlink(path);
  assert_int_equal(cck_documents_read(&arena, path, NULL, &docs, &error), CCK_E_IO);
  assert_string_equal(error.file, path);
  assert_int_equal(cck_documents_read(&arena, "/tmp", NULL, &docs, &error), CCK_E_INPUT);
}

static void test_ndjson(void **state) {
  (void)state;
  cck_slice line = CCK_S("{\"id\":\"n1\",\"text\":\"---\\ntitle: no\\n---\\nSix ships.\",\"published\":\"2004-10-20\","
                         "\"publisher\":\"P\",\"url\":null,\"title\":\"T\",\"extra\":[1,{}]}");
  assert_int_equal(cck_document_parse_ndjson(&arena, line, (cck_place){.file = CCK_S("-"), .line = 7}, &doc, &error),
                   CCK_OK);
  assert_slice(doc.meta.id, "n1");
  assert_slice(doc.meta.publisher, "P");
  assert_slice(doc.meta.published, "2004-10-20");
  assert_slice(doc.meta.published_from, "document");
  assert_int_equal(doc.meta.url.len, 0);
  assert_slice(doc.meta.title, "T");
  assert_int_equal(doc.path.len, 0);
  assert_int_equal(doc.body, 0);
}

static void test_ndjson_errors(void **state) {
  (void)state;
  static const char *const bad[] = {
      "",
      "{",
      "[]",
      "17",
      "{\"id\":\"a\"}",
      "{\"text\":\"a\"}",
      "{\"id\":null,\"text\":\"a\"}",
      "{\"id\":1,\"text\":\"a\"}",
      "{\"id\":\"a\",\"text\":null}",
      "{\"id\":\"a\",\"text\":\"b\"} x",
      "{\"id\":\"a\",\"text\":\"b\",\"published\":\"May\"}",
      "{\"id\":\"a\",\"text\":\"\\u0000\"}",
      "{\"id\":\"a\",\"text\":\"\xff\"}",
      "{\"id\":\"a\",\"text\":\"b\",\"url\":[]}",
  };
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    error = (cck_error){0};
    if (cck_document_parse_ndjson(&arena, cck_slice_of(bad[i]), (cck_place){.file = CCK_S("-"), .line = 9}, &doc,
                                  &error) == CCK_OK)
      fail_msg("taken: %s", bad[i]);
    assert_int_equal(error.line, 9);
    assert_true(error.message[0] != '\0');
  }
  char deep[400];
  memset(deep, '[', sizeof deep);
  cck_slice line = {deep, sizeof deep};
  assert_int_equal(cck_document_parse_ndjson(&arena, line, (cck_place){.line = 1}, &doc, &error), CCK_E_LIMIT);
}

static void test_places(void **state) {
  (void)state;
  static const struct {
    const char *text;
    uint32_t offset;
    unsigned line, column;
  } rows[] = {
      {"", 0, 1, 1},         {"abc", 0, 1, 1},      {"abc", 3, 1, 4},           {"a\nbc", 2, 2, 1},
      {"a\nbc", 1, 1, 2},    {"a\r\nbc", 4, 2, 2},  {"\u00e9\u00e9x", 4, 1, 3}, {"a\n\n\nb", 4, 4, 1},
      {"\ufeffab", 4, 1, 2}, {"\ufeffab", 3, 1, 1}, {"a\n", 2, 2, 1},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    unsigned line, column;
    assert_int_equal(parse_given(rows[i].text, NULL), CCK_OK);
    cck_document_place(&doc, rows[i].offset, &line, &column);
    if (line != rows[i].line || column != rows[i].column)
      fail_msg("row %zu: %u:%u", i, line, column);
  }
}

/* Columns come from counts kept at each KiB: all must agree with counting from the line's start. */
static void test_places_in_a_long_line(void **state) {
  (void)state;
  enum { PAIRS = 2048 };
  char *text = cck_arena_alloc(&arena, PAIRS * 3 + 1);
  for (size_t i = 0; i < PAIRS; i++)
    memcpy(text + 3 * i, i == 700 ? "zz\n" : "\u00e9x", 3);
  assert_int_equal(parse_given(text, NULL), CCK_OK);
  for (uint32_t i = 0; i <= PAIRS; i++) {
    unsigned line, column;
    cck_document_place(&doc, 3 * i, &line, &column);
    assert_int_equal(line, i <= 700 ? 1 : 2);
    assert_int_equal(column, i <= 700 ? 2 * i + 1 : 2 * (i - 701) + 1);
  }
}

static void test_quote(void **state) {
  (void)state;
  assert_int_equal(parse_given(" a\r\n\tb\u00a0 c\n", NULL), CCK_OK);
  assert_slice(cck_document_quote(&arena, &doc, 0, (uint32_t)doc.text.len), "a b c");
  assert_slice(cck_document_quote(&arena, &doc, 0, 0), "");
}

#define PROSE "The ministry said on Monday that the base near the river would stay open for another ten years. "
#define MORE "Residents of the valley told reporters that they had seen no soldiers there since the spring. "

static void test_kinds(void **state) {
  (void)state;
  static const struct {
    const char *text, *want;
  } rows[] = {
      {"", ""},
      {"\n \n", ""},
      {"Some 5,000 soldiers serve there.", "L"},
      {"5,000 soldiers", "L"},
      {"Monday, 18 June 2014", "L"},
      {"By 2010 the army had shrunk.", "L"},
      {"Base to stay open\n\nIt has 5,000 soldiers.", "TL"},
      {"It has 5,000 soldiers.\n\nThey came in 2004.", "LB"},
      {"Base to stay open\n" PROSE "\n" MORE, "TLB"},
      {"Base to stay open\n\n" PROSE "\n\n- 12 tanks\n- 30 guns\n\n" MORE, "TLIIB"},
      {PROSE "\n\n1. Twelve tanks.\n2. Thirty guns.\n", "LII"},
      {PROSE "\n\nPhoto: Soldiers of the base in 2003.\n\n" MORE, "LCB"},
      {"Wednesday, 18 June 2014\n\nBase to stay open\n\nBy Anna Smith (06/18/2014 issue)\n\n" PROSE, "FTFL"},
      {"Publication: Some Monitor Volume: 2 Issue: 12\n\n" PROSE "\n\n" MORE, "FLB"},
      {PROSE "\n\n" MORE "\n\nRead 7,916 times\n\nVisit also\n\nOther Site, October 2024", "LBFFF"},
      {PROSE "\n\n" MORE "\n\nAnna Smith\n\nAnna Smith has worked here as an editor since 1999.\nSmith studied abroad.",
       "LBFFF"},
      {PROSE "\n\n" MORE "\n\nNewsletter\n\nSign up for the news of 2025.\n", "LBFF"},
      {PROSE "\n\n" MORE "\n\n\u00a9 2024 Some Monitor. All rights reserved.", "LBF"},
      {PROSE "\n\nMore from the valley\n\n" MORE "\n\n" PROSE "\n\n" MORE, "LFBBB"},
      {PROSE "\n\nBy then the valley was empty.\n\n" MORE, "LBB"},
      {PROSE "\n\nKilled: 12\n\nWounded: 40", "LBB"},
      {PROSE "\n\n12,500,000\n\n" MORE, "LBB"},
      {"NAIROBI, Kenya (AP) _\n\n" PROSE "\n\n" MORE, "BLB"},
      {"<!-- cacheck: ignore some-rule until 2027-01-31 because of it -->\n\nBase to stay open\n\n" PROSE, "FTL"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    read_text(rows[i].text);
    if (strcmp(kinds(), rows[i].want) != 0)
      fail_msg("row %zu: %s, not %s", i, kinds(), rows[i].want);
  }
}

static void test_given_title_is_found(void **state) {
  (void)state;
  read_text("---\ntitle: \"Will the base stay open?\"\n---\nBreaking\n\nLinks\n\nWill the base stay open?\n\n" PROSE);
  assert_string_equal(kinds(), "FFTL");
  for (size_t i = 0; i < doc.blocks.count; i++)
    if (doc.blocks.items[i].kind == CCK_BLOCK_FURNITURE)
      assert_int_equal(doc.blocks.items[i].first, doc.blocks.items[i].past);
}

static void test_sentences(void **state) {
  (void)state;
  static const struct {
    const char *text, *want;
  } rows[] = {
      {"One. Two! Three? Four", "One.|Two!|Three?|Four"},
      {"He paid $2.3 million. Then he left.", "He paid $2.3 million.|Then he left."},
      {"Gen. Smith met Mr. Jones. They spoke.", "Gen. Smith met Mr. Jones.|They spoke."},
      {"On Nov. 5 the U.S. Army left. On Nov. 6 it was back.", "On Nov. 5 the U.S. Army left.|On Nov. 6 it was back."},
      {"They live in the U.S. The army left.", "They live in the U.S.|The army left."},
      {"They met at 5 p.m. Tuesday.", "They met at 5 p.m. Tuesday."},
      {"They met at 5 p.m. He was late.", "They met at 5 p.m.|He was late."},
      {"Acme Inc. Chairman J. Doe and No. 5 agreed. No. They did not.",
       "Acme Inc. Chairman J. Doe and No. 5 agreed.|No.|They did not."},
      {"It cost Bs. 40 or Skr. 12 apiece, Max. 30 in all. 12 came.",
       "It cost Bs. 40 or Skr. 12 apiece, Max. 30 in all.|12 came."},
      {"\"We left.\" He nodded. (It was late.) They slept.", "\"We left.\"|He nodded.|(It was late.)|They slept."},
      {"\"We left?\" he asked. \u201cYes.\u201d They slept.", "\"We left?\" he asked.|\u201cYes.\u201d|They slept."},
      {"``We left,'' he said. ''So be it. '' They slept.", "``We left,'' he said.|''So be it. ''|They slept."},
      {"It was ... hard. It was hard ... The end.", "It was ... hard.|It was hard ...|The end."},
      {"The army had\n5,000 men. It\nleft.", "The army had 5,000 men.|It left."},
      {"No stop here\n\nNew block", "No stop here|New block"},
      {"Yahoo! said so. See example.com for more.", "Yahoo! said so.|See example.com for more."},
      {"He left.The army stayed. In 2004. They won.", "He left.|The army stayed.|In 2004.|They won."},
      {"all small letters here. the next one. mr. x.", "all small letters here.|the next one.|mr. x."},
      {"1. The first point. 2. The second.", "1. The first point.|2. The second."},
      {"Dead: 5 approx. 6 in St. Mary.", "Dead: 5 approx. 6 in St. Mary."},
      {"\u2022 Stocks fell.\u2022Rates rose \u2022 Oil", "\u2022 Stocks fell.|\u2022Rates rose|\u2022 Oil"},
      {"In 2004 it had 300. 500 came.", "In 2004 it had 300.|500 came."},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    read_text(rows[i].text);
    assert_string_equal(sentences(), rows[i].want);
  }
}

static void test_wrapped_lines(void **state) {
  (void)state;
  read_text("A headline of moderate length\n\nThe ministry said on Monday that the base near the river\n"
            "would stay open for another ten years, and that all of its\nSoviet tanks would be sold. The end.\n"
            "Nobody in the valley had any doubt that it would be closed.\n");
  assert_string_equal(kinds(), "TLB");
  assert_int_equal(doc.sentences.count, 4);
}

static void test_first_tokens(void **state) {
  (void)state;
  read_text("\"Go there. He went.");
  static const bool want[] = {true, true, false, false, true, false, false};
  assert_int_equal(doc.tokens.count, sizeof want / sizeof *want);
  for (size_t i = 0; i < doc.tokens.count; i++)
    assert_int_equal((doc.tokens.items[i].flags & CCK_TOKEN_FIRST) != 0, want[i]);
}

static void test_long_sentence_is_cut(void **state) {
  (void)state;
  static const struct {
    size_t words, letters;
    unsigned cut;
    size_t sentences;
  } rows[] = {{512, 4, 0, 1}, {513, 4, 1, 2}, {40000, 4, 1, 79}, {30, 2000, 0, 1}, {40, 2000, 1, 2}, {1, 9000, 0, 1}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    size_t size = rows[i].letters + 1;
    char *text = cck_arena_alloc(&arena, rows[i].words * size + 1);
    memset(text, 'w', rows[i].words * size);
    for (size_t k = 1; k <= rows[i].words; k++)
      text[k * size - 1] = ' ';
    read_text(text);
    assert_int_equal(doc.cut_sentences, rows[i].cut);
    assert_int_equal(doc.sentences.count, rows[i].sentences);
    for (size_t k = 0; k < doc.sentences.count; k++)
      assert_true(doc.sentences.items[k].end - doc.sentences.items[k].start <= CCK_SENTENCE_LIMIT);
  }
}

/* Everything lies inside the text, in order, each part in the whole that holds it. */
static void check_order(void) {
  uint32_t at = doc.body;
  uint32_t sentence = 0;
  uint32_t token = 0;
  for (size_t b = 0; b < doc.blocks.count; b++) {
    const cck_block *block = &doc.blocks.items[b];
    assert_true(block->start >= at && block->end > block->start && block->end <= doc.text.len);
    assert_true(block->first == sentence && block->past >= block->first && block->past <= doc.sentences.count);
    uint32_t inside = block->start;
    for (; sentence < block->past; sentence++) {
      const cck_sentence *s = &doc.sentences.items[sentence];
      assert_true(s->start >= inside && s->end > s->start && s->end <= block->end && s->block == b);
      assert_true(s->first == token && s->past > s->first && s->past <= doc.tokens.count);
      assert_true(s->end - s->start <= CCK_SENTENCE_LIMIT);
      for (inside = s->start; token < s->past; token++) {
        const cck_token *t = &doc.tokens.items[token];
        assert_true(t->start >= inside && t->end > t->start && t->end <= s->end && t->hash && t->stem);
        inside = t->end;
      }
      assert_int_equal(inside, s->end);
    }
    at = block->end;
  }
  assert_int_equal(sentence, doc.sentences.count);
  assert_int_equal(token, doc.tokens.count);
}

static uint32_t next_random(uint64_t *seed) {
  *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (uint32_t)(*seed >> 33);
}

/* Mostly pieces that mean something to the readers, so that not all of it is refused as bad UTF-8. */
static size_t random_text(uint64_t *seed, char *out, size_t size, bool wild) {
  static const char *const pieces[] = {
      "---\n",      "title: ",
      "date: 2004", "\n",
      "\n\n",       "\r\n",
      " ",          ". ",
      "U.S. ",      "Mr. ",
      "5,000",      "\u201d",
      "\u2019s",    "\u00a0",
      "\u0301",     "\u00ad",
      "--",         "...",
      "<!--",       "-->",
      "- ",         "2. ",
      "The ",       "soldier",
      "http://",    "\"",
      "''",         "Read 5 times\n",
      "By ",        "Visit also\n",
      "\ufeff",     "Anna Smith\n",
      "\U0001f600", "\t",
      "said.",      "(",
      ")",          "?",
      "\u0416",
  };
  size_t n = 0;
  while (n + 16 < size && next_random(seed) % 200) {
    if (wild && next_random(seed) % 20 == 0) {
      out[n++] = (char)(next_random(seed) & 0xff);
      continue;
    }
    const char *piece = pieces[next_random(seed) % (sizeof pieces / sizeof *pieces)];
    size_t length = strlen(piece);
    memcpy(out + n, piece, length);
    n += length;
  }
  return n;
}

static void test_hostile_bytes(void **state) {
  (void)state;
  uint64_t seed = 20041020;
  size_t taken = 0;
  for (unsigned i = 0; i < 3000; i++) {
    char text[2048];
    size_t length = random_text(&seed, text, sizeof text, i % 2);
    error = (cck_error){0};
    cck_status status = cck_document_parse(&arena, CCK_S("r"), (cck_slice){text, length}, NULL, &doc, &error);
    if (status == CCK_OK) {
      cck_document_segment(cck_segmenter_new(&arena, NULL), &doc);
      check_order();
      taken++;
    } else {
      assert_true(error.message[0] != '\0' && error.line > 0 && error.column > 0);
    }
    cck_arena_reset(&arena);
  }
  assert_true(taken > 1000);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
  const struct CMUnitTest tests[] = {
      CASE(test_front_matter),
      CASE(test_front_matter_of_other_editors),
      CASE(test_front_matter_is_text),
      CASE(test_given_wins),
      CASE(test_dates),
      CASE(test_front_matter_errors),
      CASE(test_bad_bytes),
      CASE(test_files),
      CASE(test_ndjson),
      CASE(test_ndjson_errors),
      CASE(test_places),
      CASE(test_places_in_a_long_line),
      CASE(test_quote),
      CASE(test_kinds),
      CASE(test_given_title_is_found),
      CASE(test_sentences),
      CASE(test_wrapped_lines),
      CASE(test_first_tokens),
      CASE(test_long_sentence_is_cut),
      CASE(test_hostile_bytes),
  };
  return cmocka_run_group_tests_name("document", tests, NULL, NULL);
}
