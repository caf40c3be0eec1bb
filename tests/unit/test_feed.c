#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "fixture.h"
#include "forms.h"
#include "text/read/attributes.h"

#define RSS(items) "<rss version='2.0'><channel><title>Tern Gazette</title>" items "</channel></rss>"
#define ATOM(entries) "<feed xmlns='http://www.w3.org/2005/Atom'><title>Tern Wire</title>" entries "</feed>"
#define RDF(items)                                                                                                     \
  "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' "                 \
  "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>Tern Post</title></channel>" items "</rdf:RDF>"
#define CONTENT "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
#define MEDIA "xmlns:media='http://search.yahoo.com/mrss/'"

/* A feed of one entry, and the entry's paragraphs. */
static const struct {
  const char *feed, *shape;
} rows[] = {
    {RSS("<item><title>Seven boats</title><description>Seven boats sank.</description></item>"),
     "T Seven boats / B Seven boats sank."},
    {RSS("<item><title>A</title></item>"), "T A"},
    {RSS("<item><description>Alone.</description></item>"), "B Alone."},
    /* HTML, escaped once, twice, in CDATA */
    {RSS("<item><title>Q&amp;amp;A</title><description>&lt;p&gt;5 &amp;lt; "
         "6&lt;/p&gt;&lt;p&gt;b&lt;/p&gt;</description>"
         "</item>"),
     "T Q&A / B 5 < 6 / B b"},
    {RSS("<item><description><![CDATA[<p>5&nbsp;000 <b>m</b></p><ul><li>a</li></ul>]]></description></item>"),
     "B 5\u00a0000 m / L a"},
    {RSS("<item><description>one <![CDATA[<b>t</b>wo]]> &lt;i&gt;three&lt;/i&gt; four</description></item>"),
     "B one two three four"},
    {RSS("<item><description>not <b>escaped</b> at all</description></item>"), "B not escaped at all"},
    {RSS("<item><description>AT&amp;T has 5 &lt; 6 shops &eacute;</description></item>"),
     "B AT&T has 5 < 6 shops \u00e9"},
    /* the fullest text, wherever it stands */
    {RSS("<item " CONTENT "><description>short</description><content:encoded>longer one</content:encoded></item>"),
     "B longer one"},
    {RSS("<item " CONTENT "><content:encoded>longer one</content:encoded><description>short</description></item>"),
     "B longer one"},
    {RSS("<item " CONTENT "><content:encoded/><description>short</description></item>"), "B short"},
    /* what is not the entry's */
    {RSS("<item><title>A</title><enclosure url='x'/><source url='y'>Other 5</source><media:title " MEDIA
         ">6 cows</media:title><media:group " MEDIA "><title>7 cows</title></media:group></item>"),
     "T A"},
    {RSS("<image><title>8 cows</title></image><item><title>A</title></item>"), "T A"},
    {RSS("<item><title>A</title><description>&lt;p&gt;Text of 5.&lt;/p&gt;&lt;p&gt;The post &lt;a href='x'&gt;A story "
         "of 6&lt;/a&gt; appeared on &lt;a href='y'&gt;Tern Gazette&lt;/a&gt;.&lt;/p&gt;</description></item>"),
     "T A / B Text of 5."},
    {RSS("<item><title>A</title><description>&lt;p&gt;Text with &lt;a href='x'&gt;a link&lt;/a&gt; in "
         "it.&lt;/p&gt;</description></item>"),
     "T A / B Text with a link in it."},
    /* script in a title is neither text nor anything else */
    {RSS("<item><title>Up &lt;script&gt;alert(5)&lt;/script&gt; 6</title></item>"), "T Up 6"},
    {RSS("<item><title><![CDATA[<img src=x onerror=alert(5)>Up]]></title></item>"), "T Up"},
    {ATOM("<entry><title>Up &lt;script&gt;alert(5)&lt;/script&gt;</title></entry>"), "T Up <script>alert(5)</script>"},
    /* Atom says what its texts are */
    {ATOM("<entry><title type='html'>A &amp;amp; &lt;b&gt;B&lt;/b&gt;</title><content type='html'>&lt;p&gt;C&lt;/p&gt;"
          "</content></entry>"),
     "T A & B / B C"},
    {ATOM("<entry><title>A &amp;amp; B</title><summary>5 &lt; 6</summary></entry>"), "T A &amp; B / B 5 < 6"},
    {ATOM("<entry><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><h2>H</h2><p>5 &lt; 6 &amp; "
          "<b>7</b></p><p>8</p></div></content></entry>"),
     "B H / B 5 < 6 & 7 / B 8"},
    {ATOM("<entry><source><title>Other</title></source><title>A</title></entry>"), "T A"},
    {RDF("<item><title>A</title><description>B</description><dc:date>2024-03-01</dc:date></item>"), "T A / B B"},
};

static void shapes(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_documents documents = documents_of("feed.xml", cck_slice_of(rows[i].feed));
    assert_int_equal(documents.count, 1);
    const char *shape = shape_of(&documents.items[0]);
    if (strcmp(shape, rows[i].shape) != 0)
      fail_msg("%s\n is  \"%s\"\n not \"%s\"", rows[i].feed, shape, rows[i].shape);
  }
}

static void places_are_those_of_the_file(void **state) {
  (void)state;
  static const char feed[] = "<?xml version='1.0'?>\r\n"
                             "<rss><channel>\n"
                             "<item><title>One &amp;amp; two</title>\n"
                             "<description>&lt;p&gt;three\n"
                             "  &lt;b&gt;four&lt;/b&gt; \u00e9t\u00e9 five&lt;/p&gt;</description></item>\n"
                             "<item><title>six</title>\n"
                             "<description><![CDATA[<p>seven</p>\r\n"
                             "<p>eight &amp; nine</p>]]></description></item>\n"
                             "</channel></rss>\n";
  static const struct {
    size_t entry;
    const char *word, *place;
  } words[] = {{0, "One", "3:14"},   {0, "&", "3:18"},       {0, "two", "3:28"},  {0, "three", "4:23"},
               {0, "four", "5:12"},  {0, "\u00e9t", "5:27"}, {0, "five", "5:31"}, {1, "six", "6:14"},
               {1, "seven", "7:26"}, {1, "eight", "8:4"},    {1, "&", "8:10"},    {1, "nine", "8:16"}};
  cck_documents documents = documents_of("feed.xml", CCK_S(feed));
  assert_int_equal(documents.count, 2);
  for (size_t i = 0; i < COUNT(words); i++)
    assert_string_equal(place_of(&documents.items[words[i].entry], words[i].word), words[i].place);
}

/* title | publisher | author | published | url | id: of the feed's entries, one a line */
static const char *metas_of(const cck_documents *documents) {
  cck_buffer out = {0};
  for (size_t i = 0; i < documents->count; i++) {
    const cck_meta *m = &documents->items[i].meta;
    const cck_slice fields[] = {m->title, m->publisher, m->author, m->published, m->url, m->id};
    for (size_t k = 0; k < COUNT(fields); k++) {
      cck_put(&out, fields[k]);
      cck_put_text(&out, k + 1 < COUNT(fields) ? "|" : "\n");
    }
  }
  cck_slice copy = cck_arena_copy(&arena, cck_buffer_slice(&out));
  cck_buffer_fini(&out);
  return copy.ptr;
}

static void what_is_known_of_entries(void **state) {
  (void)state;
  static const struct {
    const char *feed, *metas;
  } known[] = {
      {RSS("<item><title>A</title><link>https://a.example/1</link><pubDate>Fri, 01 Mar 2024 23:00:00 +0600</pubDate>"
           "<author>desk@tern.example (Ann Lee)</author><guid>x</guid></item>"
           "<item><title>B</title><guid>https://a.example/2</guid><author>desk@tern.example</author></item>"),
       "A|Tern Gazette|Ann Lee|2024-03-01|https://a.example/1|\n"
       "B|Tern Gazette|||https://a.example/2|feed-55cclipedjws2vkn\n"},
      {ATOM("<entry><title>A</title><link rel='self' href='https://a.example/s'/><link href='https://a.example/1'/>"
            "<updated>2024-03-05T01:00:00Z</updated><published>2024-03-01T01:00:00Z</published>"
            "<author><name>Ann Lee</name><uri>https://a.example/ann</uri></author></entry>"
            "<entry><title>B</title><updated>2024-03-05T01:00:00Z</updated></entry>"),
       "A|Tern Wire|Ann Lee|2024-03-01|https://a.example/1|\n"
       "B|Tern Wire||2024-03-05||\n"},
      {RDF("<item><title>A</title><link>https://a.example/1</link><dc:creator>Ann Lee</dc:creator>"
           "<dc:date>2024-03-01T10:00:00+06:00</dc:date></item>"),
       "A|Tern Post|Ann Lee|2024-03-01|https://a.example/1|\n"},
      {"<rss><channel><item><title>A</title><pubDate>yesterday</pubDate></item><title>Late <![CDATA[&amp; Co]]></title>"
       "</channel></rss>",
       "A|Late & Co||||feed-kwnovuecmtkxsxjz\n"},
  };
  for (size_t i = 0; i < COUNT(known); i++) {
    cck_documents documents = documents_of("feed.xml", cck_slice_of(known[i].feed));
    assert_string_equal(metas_of(&documents), known[i].metas);
  }
}

/* An entry's digest is of its own text: new entries, and other places in the file, change nothing. */
static void entries_are_told_by_their_text(void **state) {
  (void)state;
  cck_documents before = documents_of("f.xml", CCK_S(RSS("<item><title>A</title></item>")));
  cck_documents after =
      documents_of("f.xml", CCK_S(RSS("\n<item><title>B</title></item>\n<item><title>A</title></item>")));
  assert_int_equal(after.count, 2);
  assert_true(cck_slice_eq(before.items[0].digest_of, after.items[1].digest_of));
  assert_false(cck_slice_eq(before.items[0].digest_of, after.items[0].digest_of));
}

static void entries_without_a_text_are_counted(void **state) {
  (void)state;
  cck_documents documents =
      documents_of("f.xml", CCK_S(RSS("<item/><item><title> </title></item><item><title>A</title></item>")));
  assert_int_equal(documents.count, 1);
  assert_int_equal(documents.notes.count, 1);
  assert_true(cck_slice_is(documents.notes.items[0], "2 entries without a text left out"));
  documents = documents_of("f.xml", CCK_S(RSS("")));
  assert_int_equal(documents.count, 0);
}

static void failures(void **state) {
  (void)state;
  static const struct {
    const char *feed, *failure;
  } bad[] = {
      {"<rss>\n<channel>\n  <item></channel></rss>",
       "3:19: no well-formed XML: Opening and ending tag mismatch: item line 3 and channel"},
      {"<rss><channel><title>\u00e9 &nothing;</title></channel></rss>",
       "1:33: the entity 'nothing' is not known; those that a file declares are not read"},
      {"<!DOCTYPE rss [<!ENTITY a 'b'>]>\n<rss><channel>&a;</channel></rss>",
       "2:18: the entity 'a' is not known; those that a file declares are not read"},
      {"<!DOCTYPE rss SYSTEM 'x.dtd' [<!ENTITY a 'b'>]>\n<rss><channel>&a;</channel></rss>",
       "2:18: the entity 'a' is not known; those that a file declares are not read"},
      {"<rss><channel>", "1:15: no well-formed XML: Premature end of data in tag channel line 1"},
      {"<?xml version='1.0' encoding='x-none'?><rss>\xff</rss>", "0:0: its encoding 'x-none' is not known"},
  };
  for (size_t i = 0; i < COUNT(bad); i++)
    assert_string_equal(failure_of("feed.xml", cck_slice_of(bad[i].feed)), bad[i].failure);
  assert_string_equal(failure_of("attlist.xml", CCK_S("<!DOCTYPE rss [\n<!ATTLIST p a CDATA 'x'>]><rss/>")),
                      "2:1: a declaration of attributes, which is not read");
  assert_non_null(strstr(failure_of("entities.xml", CCK_S("<!DOCTYPE rss [<!ENTITY a 'x'> <!ENTITY b 'y]><rss/>")),
                         "no well-formed XML")); /* and nothing is left of what was declared */
  assert_string_equal(failure_of("empty.rss", CCK_S("")), "0:0: cannot be read as XML");
}

/* `count` attributes in an element, with `before` and `after` it. */
static cck_slice with_attributes(const char *before, unsigned count, const char *after) {
  cck_buffer out = {0};
  cck_put_text(&out, before);
  for (unsigned i = 0; i < count; i++)
    cck_putf(&out, " a%u='x > y z'", i);
  cck_put_text(&out, after);
  cck_slice copy = cck_arena_copy(&arena, cck_buffer_slice(&out));
  cck_buffer_fini(&out);
  return copy;
}

static size_t excess_of(const char *before, unsigned count, const char *after, cck_attributes_form form) {
  return cck_attributes_find_excess(with_attributes(before, count, after), form);
}

/* None hides behind what libxml2 does not take for what it looks like. */
static void hidden_attributes(void **state) {
  (void)state;
  static const char *const before[] = {"<script", "<scripts><p", "<script/><p", "<style",         "<![CDATA[ > <p",
                                       "<p =\"",  "<p 1=\"",     "<!-- --!><p", "<p/x y=z/ a=''", "<styles><p"};
  for (size_t i = 0; i < COUNT(before); i++)
    assert_true(excess_of(before[i], 300, ">", CCK_ATTRIBUTES_HTML) != SIZE_MAX);
  assert_true(excess_of("<script><p", 300, "/></script>", CCK_ATTRIBUTES_XML) != SIZE_MAX);
  assert_true(excess_of("<p \u00e9='>'", 300, "/>", CCK_ATTRIBUTES_XML) != SIZE_MAX);
  cck_buffer words = {0}; /* names without an end are many to libxml2 */
  cck_put_text(&words, "<p ");
  cck_put_repeat(&words, 'a', 30000);
  assert_int_equal(cck_attributes_find_excess(cck_buffer_slice(&words), CCK_ATTRIBUTES_HTML), 0);
  cck_buffer_clear(&words);
  cck_put_text(&words, "<!--");
  cck_put_repeat(&words, 'a', 11 << 20);
  cck_put(&words, with_attributes("<p", 300, ">-->"));
  assert_int_equal(cck_attributes_find_excess(cck_buffer_slice(&words), CCK_ATTRIBUTES_HTML), 4 + (11 << 20));
  cck_buffer_fini(&words);
}

static void elements_of_too_many_attributes(void **state) {
  (void)state;
  assert_int_equal(excess_of("ab<p", 256, ">", CCK_ATTRIBUTES_HTML), SIZE_MAX);
  assert_int_equal(excess_of("ab<p", 257, ">", CCK_ATTRIBUTES_HTML), 2);
  assert_int_equal(excess_of("<p>", 900, "</p>", CCK_ATTRIBUTES_HTML), SIZE_MAX);
  assert_int_equal(excess_of("<!-- <p", 900, "-->", CCK_ATTRIBUTES_HTML), SIZE_MAX);
  assert_int_equal(excess_of("<SCRIPT>a <b", 900, "</script>", CCK_ATTRIBUTES_HTML), SIZE_MAX);
  assert_int_equal(excess_of("<![CDATA[<p", 900, "]]>", CCK_ATTRIBUTES_XML), SIZE_MAX);
  assert_string_equal(failure_of("a.xml", with_attributes("<rss>\n<channel", 257, "/></rss>")),
                      "2:1: an element of more than 256 attributes");
  assert_string_equal(failure_of("a.html", with_attributes("<html", 257, ">x</html>")),
                      "1:1: an element of more than 256 attributes");
  cck_documents documents =
      documents_of("f.xml", with_attributes("<rss><channel><item><title>A</title><description>"
                                            "<![CDATA[<p",
                                            257, ">5</p>]]></description></item></channel></rss>"));
  assert_int_equal(documents.count, 0); /* within an entry it is the entry that is left out, which is said */
  assert_int_equal(documents.notes.count, 1);
  assert_string_equal(documents.notes.items[0].ptr, "1 entry with an element of more than 256 attributes left out");
}

/* A declared encoding, and one that a byte order mark tells. */
static void encodings(void **state) {
  (void)state;
  static const char latin1[] = "<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><item><title>Caf\xe9 5"
                               "</title></item></channel></rss>";
  char wide[2 * sizeof latin1 + 2] = "\xff\xfe";
  for (size_t i = 0; i + 1 < sizeof latin1; i++)
    wide[2 + 2 * i] = latin1[i]; /* U+00E9 is the same number */
  cck_documents documents = documents_of("f.xml", CCK_S(latin1));
  assert_string_equal(shape_of(&documents.items[0]), "T Caf\u00e9 5");
  assert_string_equal(place_of(&documents.items[0], "5"), "1:76");
  documents = documents_of("f.rss", (cck_slice){wide, 2 * sizeof latin1});
  assert_string_equal(shape_of(&documents.items[0]), "T Caf\u00e9 5");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(shapes),
                                     cmocka_unit_test(places_are_those_of_the_file),
                                     cmocka_unit_test(what_is_known_of_entries),
                                     cmocka_unit_test(entries_are_told_by_their_text),
                                     cmocka_unit_test(entries_without_a_text_are_counted),
                                     cmocka_unit_test(failures),
                                     cmocka_unit_test(hidden_attributes),
                                     cmocka_unit_test(elements_of_too_many_attributes),
                                     cmocka_unit_test(encodings)};
  return cmocka_run_group_tests_name("feed", tests, set_up_arena, tear_down_arena);
}
