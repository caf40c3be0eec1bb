#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "fixture.h"
#include "forms.h"

#define NITF(content) "<nitf><body><body.content>" content "</body.content></body></nitf>"
#define G2(content)                                                                                                    \
  "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:a'><contentSet>" content "</contentSet></newsItem>"
#define XHTML(content) "<inlineXML><html xmlns='http://www.w3.org/1999/xhtml'>" content "</html></inlineXML>"

/* A file of one item, and its paragraphs. */
static const struct {
  const char *file, *shape;
} rows[] = {
    {NITF("<p>Seven boats.</p><p>A <b>b</b>oat.</p>"), "B Seven boats. / B A boat."},
    {NITF("<block><p>a &amp; 5 &lt; 6</p><hl2>More</hl2><ul><li>b</li></ul></block>"), "B a & 5 < 6 / B More / L b"},
    {NITF("<p>A <money>$4</money><num>7</num> for <person>Ann</person></p>"), "B A $47 for Ann"},
    {NITF("<media><media-reference/><media-caption>One of 60 lamps</media-caption><media-producer>5 Co"
          "</media-producer></media><p>x</p>"),
     "C One of 60 lamps / B x"},
    {NITF("<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>5</td></tr></table>"), "L a | b / L c | 5"},
    {NITF("<byline>By 7</byline><dateline><location>X</location></dateline><p>x<fn>8</fn></p>"), "B x"},
    {"<nitf><head><title>T</title></head><body><body.content><p>x</p></body.content></body></nitf>", "T T / B x"},
    {"<nitf><head><title>T</title></head><body><body.head><hedline><hl1>H</hl1><hl2>Deck of 5</hl2></hedline>"
     "<abstract><p>6</p></abstract></body.head><body.content><p>x</p></body.content><body.end>7</body.end></body></"
     "nitf>",
     "T H / B Deck of 5 / B x"},
    {G2("<inlineXML>" NITF("<p>x</p>") "</inlineXML>"), "B x"},
    {G2(XHTML("<head><title>T</title></head><body><h1>H</h1><p>x &amp; y</p><footer>5</footer></body>")),
     "B H / B x & y"},
    {G2("<inlineXML><div xmlns='http://www.w3.org/1999/xhtml'><p>x</p></div></inlineXML>"), "B x"},
    {G2("<inlineData contenttype='text/plain'>a 5\n&lt; 6\n\nb</inlineData>"), "B a 5 < 6 / B b"},
    {G2("<inlineData contenttype='text/html'>&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b&lt;/p&gt;</inlineData>"), "B a / B b"},
    /* the fullest of two forms */
    {G2("<inlineData>short</inlineData>" XHTML("<body><p>the longer one</p></body>")), "B the longer one"},
    {"<newsItem><contentMeta><headline>Up &lt;5&gt;</headline></contentMeta><contentSet><inlineXML><html><body>"
     "<h1>Up 5</h1><p>x</p></body></html></inlineXML></contentSet></newsItem>",
     "T Up <5> / B x"},
};

static void shapes(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_documents documents = documents_of("news.xml", cck_slice_of(rows[i].file));
    if (documents.count != 1)
      fail_msg("%zu documents in %s", documents.count, rows[i].file);
    const char *shape = shape_of(&documents.items[0]);
    if (strcmp(shape, rows[i].shape) != 0)
      fail_msg("%s\n is  \"%s\"\n not \"%s\"", rows[i].file, shape, rows[i].shape);
  }
}

static void places_are_those_of_the_file(void **state) {
  (void)state;
  static const char file[] = "<!DOCTYPE nitf SYSTEM \"nitf-3-4.dtd\">\n"
                             "<nitf><body>\n"
                             "<body.head><hedline><hl1>One</hl1></hedline></body.head>\n"
                             "<body.content>\n"
                             "  <p>\u00e9t\u00e9 &amp;\n"
                             "    two <num>7</num>&eacute;</p></body.content></body></nitf>\n";
  static const struct {
    const char *word, *place;
  } words[] = {{"One", "3:26"}, {"\u00e9t", "5:6"}, {"&", "5:10"}, {"two", "6:5"}, {"7", "6:14"}};
  cck_documents documents = documents_of("news.xml", CCK_S(file));
  assert_int_equal(documents.count, 1);
  for (size_t i = 0; i < COUNT(words); i++)
    assert_string_equal(place_of(&documents.items[0], words[i].word), words[i].place);
}

static const char *meta_of(const cck_document *doc) {
  const cck_meta *m = &doc->meta;
  const cck_slice fields[] = {m->id, m->title, m->publisher, m->author, m->published, m->published_from, m->lang};
  cck_buffer out = {0};
  for (size_t i = 0; i < COUNT(fields); i++) {
    cck_put_text(&out, i ? "|" : "");
    cck_put(&out, fields[i]);
  }
  cck_slice copy = cck_arena_copy(&arena, cck_buffer_slice(&out));
  cck_buffer_fini(&out);
  return copy.ptr;
}

static void what_is_known_of_items(void **state) {
  (void)state;
  static const struct {
    const char *file, *meta;
  } known[] = {
      {"<newsItem guid='urn:tern:1' xml:lang='en-GB'><itemMeta><provider qcode='np:TW' literal='TW'><name>Tern Wire"
       "</name></provider><versionCreated>2024-03-02T10:00:00Z</versionCreated><firstCreated>2024-03-03</firstCreated>"
       "</itemMeta><contentMeta><contentCreated>2024-03-01T23:00:00+06:00</contentCreated><by>By Ann Lee</by>"
       "<creator><name>Bo</name></creator><headline>H <b>7</b></headline><headline>Other</headline></contentMeta>"
       "<contentSet><inlineData>x</inlineData></contentSet></newsItem>",
       "urn:tern:1|H 7|Tern Wire|Ann Lee|2024-03-01|NewsML|en-GB"},
      {"<newsItem><itemMeta><firstCreated>2024-03-03</firstCreated><versionCreated>2024-03-02T10:00:00Z"
       "</versionCreated><provider qcode='np:TW'/></itemMeta><contentSet><inlineData>x</inlineData></contentSet>"
       "</newsItem>",
       "||TW||2024-03-02|NewsML|"},
      {"<nitf><head><docdata><doc-id id-string='tern-9'/><date.issue norm='20240302T100000Z'/><doc.copyright "
       "holder='Tern Co'/></docdata><pubdata name='Tern Gazette' date.publication='20240301'/></head><body><body.head>"
       "<byline>By <person>Ann Lee</person><byttl>Staff</byttl></byline><dateline><story.date norm='20240229'/>"
       "</dateline></body.head><body.content><p>x</p></body.content></body></nitf>",
       "tern-9||Tern Gazette|Ann Lee|2024-03-01|NITF|"},
      {"<nitf><body><body.head><dateline><story.date norm='20240229'>29 Feb</story.date></dateline></body.head>"
       "<body.content><p>x</p></body.content></body></nitf>",
       "||||2024-02-29|NITF|"},
  };
  for (size_t i = 0; i < COUNT(known); i++) {
    cck_documents documents = documents_of("news.xml", cck_slice_of(known[i].file));
    assert_string_equal(meta_of(&documents.items[0]), known[i].meta);
  }
}

static void a_message_of_many_items(void **state) {
  (void)state;
  cck_documents documents = documents_of(
      "news.xml",
      CCK_S("<newsMessage><itemSet><newsItem guid='a'><contentSet><inlineData>x</inlineData></contentSet></newsItem>"
            "<newsItem guid='b'><contentMeta><headline>Picture</headline></contentMeta><contentSet><remoteContent/>"
            "</contentSet></newsItem><packageItem><itemRef/></packageItem><newsItem guid='c'><contentSet><inlineData>y"
            "</inlineData></contentSet></newsItem></itemSet></newsMessage>"));
  assert_int_equal(documents.count, 2);
  assert_true(documents.many);
  assert_true(cck_slice_is(documents.items[1].meta.id, "c"));
  assert_false(documents.items[1].meta.title.len); /* nothing of the item before it */
  assert_string_equal(shape_of(&documents.items[1]), "B y");
  assert_int_equal(documents.notes.count, 2);
  assert_true(cck_slice_is(documents.notes.items[0], "1 item without a text left out"));
  assert_true(cck_slice_is(documents.notes.items[1], "1 item of another kind than news left out"));
}

static void failures(void **state) {
  (void)state;
  assert_string_equal(failure_of("a.xml", CCK_S("<nitf>\n<body>\n</nitf>")),
                      "3:8: no well-formed XML: Opening and ending tag mismatch: body line 2 and nitf");
  assert_string_equal(failure_of("a.xml", CCK_S("<?xml version='1.0'?><NewsML/>")),
                      "0:0: XML of a form that is not read: its first element is 'NewsML'");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(shapes), cmocka_unit_test(places_are_those_of_the_file),
                                     cmocka_unit_test(what_is_known_of_items),
                                     cmocka_unit_test(a_message_of_many_items), cmocka_unit_test(failures)};
  return cmocka_run_group_tests_name("newsml", tests, set_up_arena, tear_down_arena);
}
