/* Buffers, and the escapes for terminals, workflow commands, XML, CSV, Markdown and URIs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "unit/fixture.h"

static void test_put(void **state) {
  (void)state;
  cck_buffer b = {0};
  assert_int_equal(cck_buffer_slice(&b).len, 0);
  cck_put(&b, CCK_S("ab"));
  cck_put_char(&b, 'c');
  cck_put_repeat(&b, '-', 3);
  cck_putf(&b, "%d", 7);
  cck_put_text(&b, "!");
  assert_string_equal(b.ptr, "abc---7!");
  cck_buffer_clear(&b);
  for (int i = 0; i < 1000; i++)
    cck_putf(&b, "%03d,", i);
  assert_int_equal(b.len, 4000);
  assert_memory_equal(b.ptr + 3996, "999,", 5);
  cck_buffer_fini(&b);
  assert_null(b.ptr);
}

static void test_terminal(void **state) {
  (void)state;
  static const struct {
    const char *in, *want;
  } rows[] = {
      {"plain \u00e9 text", "plain \u00e9 text"},
      {"a \t\r\n b", "a b"},
      {"\x1b[31mred", "\\x1b[31mred"},
      {"::error::x", "\\x3a:error::x"},
      {" \n ::error::x", " \\x3a:error::x"},
      {"at 10::error::x", "at 10::error::x"},
      {"a ##[error]x ##vso[task] ## Heading ##", "a \\x23#[error]x \\x23#vso[task] ## Heading ##"},
      {"bell\a del\x7f", "bell\\x07 del\\x7f"},
      {"\xc2\x9b"
       "31m",
       "\\u{9b}31m"},
      {"\u202eevil", "\\u{202e}evil"},
      {"bad\xff", "bad\\xff"},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_buffer b = {0};
    cck_put_terminal(&b, cck_slice_of(rows[i].in));
    assert_string_equal(b.ptr, rows[i].want);
    cck_buffer_fini(&b);
  }
}

static void test_github(void **state) {
  (void)state;
  static const struct {
    const char *in;
    bool property;
    const char *want;
  } rows[] = {
      {"50% of: a, b", false, "50%25 of: a, b"},
      {"50% of: a, b", true, "50%25 of%3A a%2C b"},
      {"a\r\n::error::b", false, "a%0D%0A::error::b"},
      {"a\x1b"
       "b\x7f",
       false, "a b "},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_buffer b = {0};
    cck_put_github(&b, cck_slice_of(rows[i].in), rows[i].property);
    assert_string_equal(b.ptr, rows[i].want);
    cck_buffer_fini(&b);
  }
}

typedef void put_escape(cck_buffer *b, cck_slice s);

static void test_escapes(void **state) {
  (void)state;
  static const struct {
    put_escape *put;
    const char *in, *want;
  } rows[] = {
      {cck_put_xml, "caf\u00e9 5 < 6", "caf\u00e9 5 &lt; 6"},
      {cck_put_xml, "<b a=\"x\" c='y'>]]>&amp;", "&lt;b a=&quot;x&quot; c=&#39;y&#39;&gt;]]&gt;&amp;amp;"},
      {cck_put_xml, "\x01\xef\xbf\xbe\xff\u202e", "\\x01\\u{fffe}\\xff\\u{202e}"},
      {cck_put_xml, "\ufdd0 \U0001fffe", "\\u{fdd0} \\u{1fffe}"},
      {cck_put_csv, "plain 5", "plain 5"},
      {cck_put_csv, "a, \"b\"", "\"a, \"\"b\"\"\""},
      {cck_put_csv, "=cmd()", "'=cmd()"},
      {cck_put_csv, "\t@SUM(A1,A2)", "\"' @SUM(A1,A2)\""},
      {cck_put_csv, "-5", "'-5"},
      {cck_put_csv, "+5", "'+5"},
      {cck_put_csv, "\r=1", "' =1"},
      {cck_put_csv, "\uff1dcmd()", "'\uff1dcmd()"},
      {cck_put_csv, "5-6 = -1", "5-6 = -1"},
      {cck_put_csv, "", ""},
      {cck_put_csv, "he said;=1+1; \"@x", "\"he said;'=1+1;' \"\"@x\""},
      {cck_put_csv, "so;5 - 6", "so;5 - 6"},
      {cck_put_markdown, "40%, caf\u00e9: \"so\"", "40%, caf\u00e9: \"so\""},
      {cck_put_markdown, "a|b `c` *d* _e_ ~f~ $g$ (h)",
       "a&#124;b &#96;c&#96; &#42;d&#42; &#95;e&#95; &#126;f&#126; &#36;g&#36; (h)"},
      {cck_put_markdown, "<script> & [x](y)\\", "&lt;script&gt; &amp; &#91;x&#93;(y)&#92;"},
      {cck_put_markdown, "@desk #12", "@&#8203;desk &#35;&#8203;12"},
      {cck_put_markdown, "https://a.b WWW.c.d", "https:&#8203;//a.b WWW&#8203;.c.d"},
      {cck_put_markdown, "and/or", "and/or"},
      {cck_put_markdown, "a :tada: :+1:", "a :&#8203;tada: :&#8203;+1:"},
      {cck_put_markdown, "at 9:35: a.txt:3:", "at 9:35: a.txt:3:"},
      {cck_put_markdown, "said: 5 (so: 6)", "said: 5 (so: 6)"},
      {cck_put_markdown, "gh-12 weigh-12 GH-x", "gh&#8203;-12 weigh-12 GH-x"},
      {cck_put_markdown, "5f56a85 1234567 defaced 5f56a8", "5&#8203;f56a85 1234567 defaced 5f56a8"},
      {cck_put_markdown, "0123456789abcdef0123456789abcdef01234567", "0&#8203;123456789abcdef0123456789abcdef01234567"},
      {cck_put_markdown, "0123456789abcdef0123456789abcdef012345678", "0123456789abcdef0123456789abcdef012345678"},
      {cck_put_xml, "a  b\n", "a b "},
      {cck_put_xml_path, "a  b\n<", "a  b\\x0a&lt;"},
      {cck_put_path, " a  b\t\xff.txt", " a  b\\x09\\xff.txt"},
      {cck_put_markdown, "\n# a", " &#35;&#8203; a"},
      {cck_put_uri_path, "articles/a-1_b~.txt", "articles/a-1_b~.txt"},
      {cck_put_uri_path, "my draft:#?%\u00e9.txt", "my%20draft%3A%23%3F%25%C3%A9.txt"},
      {cck_put_uri_path, "\xff\n", "%FF%0A"},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_buffer b = {0};
    rows[i].put(&b, cck_slice_of(rows[i].in));
    assert_string_equal(cck_buffer_slice(&b).ptr, rows[i].want);
    cck_buffer_fini(&b);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_put),
      cmocka_unit_test(test_terminal),
      cmocka_unit_test(test_github),
      cmocka_unit_test(test_escapes),
  };
  return cmocka_run_group_tests_name("buffer", tests, NULL, NULL);
}
