#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "fixture.h"
#include "forms.h"
#include "text/read/entity.h"

static const struct {
  const char *markdown, *shape;
} rows[] = {
    {"# Bridge opens\n\nIt cost $4m.\n", "T Bridge opens / B It cost $4m."},
    {"Bridge opens\n============\n\nIt cost $4m.\n", "T Bridge opens / B It cost $4m."},
    /* a later heading is the title only where it is the highest there can be */
    {"It cost $4m.\n\n## Why\n\nStone.\n", "B It cost $4m. / B Why / B Stone."},
    {"A site of news\n\n# Bridge opens\n\nStone.\n", "B A site of news / T Bridge opens / B Stone."},
    {"---\ntitle: Given\n---\n# Bridge opens\n", "B Bridge opens"},
    /* words and figures with marks in them */
    {"**5**,000 *sol*diers", "B 5,000 soldiers"},
    {"5\\*000 \\$4", "B 5*000 $4"},
    {"5 * 6 and a_b_c", "B 5 * 6 and a_b_c"},
    {"5&nbsp;000 &amp; 6 &#8364;7 &#x20ac;8 &bogus; 9", "B 5\u00a0000 & 6 \u20ac7 \u20ac8 &bogus; 9"},
    {"one  \ntwo\\\nthree\nfour<br>five", "B one two three four five"},
    {"10<sup>6</sup> and <b>12</b> boats", "B 10\u2076 and 12 boats"},
    {"the 19<sup>th</sup> of 10<sup>6\n\nTwelve boats", "B the 19th of 10\u2076 / B Twelve boats"},
    /* what is no text */
    {"see [the 7 plans](https://a.example/1999 \"8\") now", "B see the 7 plans now"},
    {"see <https://a.example/1999> or https://a.example/2001 now", "B see or now"},
    {"![9 boats](x.png) and ![a [b 8](c)](d) ten", "B and ten"},
    {"~~5,000~~ 6,000 soldiers", "B 6,000 soldiers"},
    {"text\n\n```\n5 dollars\n```\n\n~~~c\n6 dollars\n~~~\n\n    7 dollars\n\nend", "B text / B end"},
    {"run `cost 5` now", "B run cost 5 now"},
    {"<div>\n5 dollars\n</div>\n\nsix <!-- 7 --> eight", "B six eight"},
    /* footnotes */
    {"It has 5 lamps[^1] and 6 doors[^note].\n\n[^1]: Report of 2019.\n[^note]: More.\n",
     "B It has 5 lamps and 6 doors."},
    {"It has 5 lamps[^1].\n\n[^1]: https://a.example/\n", "B It has 5 lamps."},
    {"An array a[^2 is not one, nor is [^a b].", "B An array a[^2 is not one, nor is [^a b]."},
    /* lists, quotes, tables */
    {"- 14 piers\n- 15 towers\n  - 16 cranes\n", "L 14 piers / L 15 towers / L 16 cranes"},
    {"1. 14 piers\n\n   more\n2. 15 towers\n", "L 14 piers / L more / L 15 towers"},
    {"- [x] 14 piers\n", "L 14 piers"},
    {"- [Old 23 stories](x)\n- 14 piers with [a link](y)\n", "L 14 piers with a link"},
    {"> 17 people\n> came\n\nnext", "B 17 people came / B next"},
    {"| what | n |\n|---|--:|\n| cars | 18 |\n| *b* | |\n\nnext", "L what | n / L cars | 18 / L b / B next"},
    {"", ""},
    {"\n\n   \n", ""},
    {"\xef\xbb\xbf# Title\n\nText.\n", "T Title / B Text."},
    {"a\r\nb\r\n\r\nc\r\n", "B a b / B c"},
};

static void shapes(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_documents documents = documents_of("a.md", cck_slice_of(rows[i].markdown));
    assert_int_equal(documents.count, 1);
    const char *shape = shape_of(&documents.items[0]);
    if (strcmp(shape, rows[i].shape) != 0)
      fail_msg("%s\n is  \"%s\"\n not \"%s\"", rows[i].markdown, shape, rows[i].shape);
  }
}

static void places_are_those_of_the_file(void **state) {
  (void)state;
  static const char markdown[] = "---\n"
                                 "date: 2024-03-01\n"
                                 "---\n"
                                 "# The *bridge*\n"
                                 "\n"
                                 "\u00c9t\u00e9: **$40**\n"
                                 "million &amp; more\n"
                                 "\n"
                                 "- a\n"
                                 "    - deep\n"
                                 "\n"
                                 "> | k | v |\n"
                                 "> |---|---|\n"
                                 "> | a | twelve |\n";
  static const struct {
    const char *word, *place;
  } words[] = {{"The", "4:3"}, {"bridge", "4:8"}, {"\u00c9t\u00e9", "6:1"}, {"$40", "6:8"},    {"million", "7:1"},
               {"&", "7:9"},   {"more", "7:15"},  {"deep", "10:7"},         {"twelve", "14:9"}};
  cck_documents documents = documents_of("a.md", CCK_S(markdown));
  for (size_t i = 0; i < COUNT(words); i++)
    assert_string_equal(place_of(&documents.items[0], words[i].word), words[i].place);
}

static void what_is_known_of_the_source(void **state) {
  (void)state;
  cck_documents documents = documents_of("a.markdown", CCK_S("---\nsource: Gazette\ndate: 2024-03\n---\n# **A** b\n"));
  const cck_meta *meta = &documents.items[0].meta;
  assert_true(cck_slice_is(meta->title, "A b"));
  assert_true(cck_slice_is(meta->publisher, "Gazette"));
  assert_true(cck_slice_is(meta->published, "2024-03"));
  assert_true(cck_slice_is(meta->published_from, "front matter"));
  documents = documents_of("a.md", CCK_S("---\ntitle: Given\n---\n# A\n"));
  assert_true(cck_slice_is(documents.items[0].meta.title, "Given"));
  documents = documents_of("a.txt", CCK_S("# A\n\n*B*\n")); /* plain text stays what it is */
  assert_int_equal(documents.items[0].marks.count, 0);
}

static void failures(void **state) {
  (void)state;
  static const struct {
    const char *bytes;
    size_t length;
    const char *failure;
  } bad[] = {
      {"# A\n\xff\n", 6, "2:1: not UTF-8: this byte is part of no character"},
      {"# A\nb\0c", 7, "2:2: a binary file: it holds a NUL byte"},
      {"---\ndate: 3 March\n---\n# A\n", 25, "2:7: front matter: a date is YYYY, YYYY-MM or YYYY-MM-DD"},
      {"---\ntitle: \"a\n---\n", 17,
       "2:9: front matter: a value in quotes must be a JSON string: premature end of input near '\"a'"},
  };
  for (size_t i = 0; i < COUNT(bad); i++)
    assert_string_equal(failure_of("a.md", (cck_slice){bad[i].bytes, bad[i].length}), bad[i].failure);
}

static void references_to_characters(void **state) {
  (void)state;
  static const struct {
    const char *reference, *sign;
  } signs[] = {
      {"&amp;", "&"},   {"&apos;", "'"}, {"&euro;", "\u20ac"},  {"&#65;", "A"},         {"&#x1F600;", "\U0001f600"},
      {"&#xD800;", ""}, {"&#0;", ""},    {"&#1114112;", ""},    {"&#99999999999;", ""}, {"&#x;", ""},
      {"&#;", ""},      {"&;", ""},      {"&nothing;", ""},     {"&amp", ""},           {"amp;", ""},
      {"&#12a;", ""},   {"&#xag;", ""},  {"&Eacute;", "\u00c9"}};
  for (size_t i = 0; i < COUNT(signs); i++) {
    char sign[CCK_ENTITY_SIGN] = "";
    size_t bytes = cck_entity_read(cck_slice_of(signs[i].reference), sign);
    assert_int_equal(bytes, strlen(signs[i].sign));
    assert_memory_equal(sign, signs[i].sign, bytes);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(shapes), cmocka_unit_test(places_are_those_of_the_file),
                                     cmocka_unit_test(what_is_known_of_the_source), cmocka_unit_test(failures),
                                     cmocka_unit_test(references_to_characters)};
  return cmocka_run_group_tests_name("markdown", tests, set_up_arena, tear_down_arena);
}
