/* The quantity grammar: sentences and what is read in them, positives and negatives side by side. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "extract/mention.h"
#include "extract/vocabulary.h"

/*
 * `want`: the mentions, joined by "; ". "5000..7000 soldier, range up | 5,000 to 7,000 soldiers": the value (one number
 * when both ends are equal, an empty end when it is open), the unit, approx and change where they say something, the
 * text.
 */
typedef struct row {
  const char *sentence, *want;
} row;

static const row ROWS[] = {
#define CCK_SENTENCE(sentence, want) {sentence, want},
#include "quantity_sentences.def"
#undef CCK_SENTENCE
};

typedef struct fixture {
  cck_vocabulary *vocabulary;
  cck_unit_table *units;
  cck_lexicon *lexicon;
} fixture;

static int set_up(void **state) {
  static fixture f;
  f.vocabulary = cck_vocabulary_new();
  f.units = cck_unit_table_new();
  f.lexicon = cck_lexicon_new();
  cck_lexicon_finish(f.lexicon);
  *state = &f;
  return 0;
}

static int tear_down(void **state) {
  fixture *f = *state;
  cck_vocabulary_free(f->vocabulary);
  cck_unit_table_free(f->units);
  cck_lexicon_free(f->lexicon);
  return 0;
}

/* A document of one sentence. */
typedef struct sentence_case {
  cck_arena arena;
  cck_document doc;
  cck_context context;
  cck_sentence sentence;
  cck_mentions dates, quantities;
  cck_rejections rejected;
} sentence_case;

static void open_case(sentence_case *c, const fixture *f, const char *text) {
  *c = (sentence_case){.context = {.vocabulary = f->vocabulary, .units = f->units, .lexicon = f->lexicon}};
  cck_arena_init(&c->arena);
  c->doc.arena = &c->arena;
  c->doc.text = cck_slice_of(text);
  cck_tokenize(&c->arena, c->doc.text, 0, c->doc.text.len, &c->doc.tokens);
  c->context.doc = &c->doc;
  c->context.arena = &c->arena;
  c->context.published = CCK_NO_PERIOD;
  c->sentence = (cck_sentence){.end = (uint32_t)c->doc.text.len, .past = (uint32_t)c->doc.tokens.count};
}

static void read_case(sentence_case *c) {
  cck_read_quantities(&c->context, &c->sentence, &c->dates, &c->quantities, &c->rejected);
}

static void close_case(sentence_case *c) { cck_arena_fini(&c->arena); }

static cck_slice tokens_text(const sentence_case *c, uint32_t first, uint32_t past) {
  return cck_slice_sub(c->doc.text, c->doc.tokens.items[first].start, c->doc.tokens.items[past - 1].end);
}

static void put_end(cck_buffer *out, bool has, cck_decimal end) {
  char text[CCK_DECIMAL_TEXT];
  if (!has)
    return;
  cck_decimal_print(end, text);
  cck_put_text(out, text);
}

static void put_value(cck_buffer *out, const cck_value *value) {
  bool plain = value->has_min && value->has_max && cck_decimal_cmp(value->min, value->max) == 0;
  put_end(out, value->has_min, value->min);
  if (!plain) {
    cck_put_text(out, "..");
    put_end(out, value->has_max, value->max);
  }
  if (value->unit.len)
    cck_putf(out, " %.*s", (int)value->unit.len, value->unit.ptr);
  const char *change = cck_change_name(value->change);
  if (value->approx != CCK_APPROX_EXACT || change)
    cck_put_text(out, ",");
  if (value->approx != CCK_APPROX_EXACT)
    cck_putf(out, " %s", cck_approx_name(value->approx));
  if (change)
    cck_putf(out, " %s", change);
}

static void put_mentions(cck_buffer *out, const sentence_case *c) {
  for (size_t i = 0; i < c->quantities.count; i++) {
    const cck_mention *m = &c->quantities.items[i];
    if (i)
      cck_put_text(out, "; ");
    if (m->kind == CCK_CLAIM_MALFORMED)
      cck_put_text(out, "malformed");
    else
      put_value(out, &m->value);
    cck_slice text = tokens_text(c, m->first, m->past);
    cck_putf(out, " | %.*s", (int)text.len, text.ptr);
  }
}

static void test_sentences(void **state) {
  size_t failed = 0;
  for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
    sentence_case c;
    cck_buffer got = {0};
    open_case(&c, *state, ROWS[i].sentence);
    read_case(&c);
    put_mentions(&got, &c);
    if (!cck_slice_is(cck_buffer_slice(&got), ROWS[i].want)) {
      print_error("%s\n  want %s\n  got  %.*s\n", ROWS[i].sentence, ROWS[i].want, (int)got.len, got.len ? got.ptr : "");
      failed++;
    }
    cck_buffer_fini(&got);
    close_case(&c);
  }
  assert_int_equal(failed, 0);
}

/* Figure and noun of a mention have token ranges of their own: linking depends on them. */
static void test_parts(void **state) {
  static const struct {
    const char *sentence, *number, *noun_phrase, *noun;
    bool strong;
  } rows[] = {
      {"About $2.3 million was paid.", "$2.3 million", "", "", false},
      {"The 14 signed agreements lapsed.", "14", "signed agreements", "agreement", false},
      {"The 5,000-strong division left.", "5,000", "", "", true},
      {"Two of the smaller companies closed.", "Two", "smaller companies", "company", false},
      {"From 5 to 7 Russian soldiers came.", "5 to 7", "Russian soldiers", "soldier", false},
      {"A third of the voters left.", "A third", "voters", "voter", false},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    sentence_case c;
    open_case(&c, *state, rows[i].sentence);
    read_case(&c);
    assert_int_equal(c.quantities.count, 1);
    const cck_mention *m = &c.quantities.items[0];
    assert_true(cck_slice_is(tokens_text(&c, m->number_first, m->number_past), rows[i].number));
    cck_slice phrase = m->noun_past > m->noun_first ? tokens_text(&c, m->noun_first, m->noun_past) : CCK_S("");
    assert_true(cck_slice_is(phrase, rows[i].noun_phrase));
    assert_true(cck_slice_is(m->noun, rows[i].noun));
    assert_int_equal(m->strong, rows[i].strong);
    close_case(&c);
  }
}

static void test_during(void **state) {
  static const struct {
    const char *sentence, *during;
    bool planned;
  } rows[] = {
      {"They will spend it over the next five years.", "2004-10-20 2009-10-20", true},
      {"It fell in the past 12 months.", "2003-10-20 2004-10-20", false},
      {"It fell in the last 10 days.", "2004-10-10 2004-10-20", false},
      {"It took five years.", " ", false},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    sentence_case c;
    open_case(&c, *state, rows[i].sentence);
    c.context.published = cck_period_day(cck_day_of(2004, 10, 20));
    read_case(&c);
    assert_int_equal(c.quantities.count, 1);
    const cck_mention *m = &c.quantities.items[0];
    cck_slice from = cck_day_text(&c.arena, m->during.min);
    cck_slice to = cck_day_text(&c.arena, m->during.max);
    cck_slice got = cck_arena_printf(&c.arena, "%.*s %.*s", (int)from.len, from.ptr, (int)to.len, to.ptr);
    if (!cck_slice_is(got, rows[i].during))
      fail_msg("%s: %.*s", rows[i].sentence, (int)got.len, got.ptr);
    assert_int_equal(m->planned_hint, rows[i].planned);
    close_case(&c);
  }
}

/* A figure inside a date is the date's; a duration inside a date that has no days stays one. */
static void test_dates_win(void **state) {
  sentence_case c;
  open_case(&c, *state, "On 17 October 40 men left.");
  cck_mention date = {.kind = CCK_CLAIM_DATE, .first = 1, .past = 3};
  date.date.valid = true;
  date.date.days = cck_period_day(cck_day_of(2004, 10, 17));
  CCK_PUSH(&c.arena, &c.dates, date);
  read_case(&c);
  assert_int_equal(c.quantities.count, 1);
  assert_true(cck_slice_is(c.quantities.items[0].noun, "man"));
  assert_int_equal(c.rejected.count, 1);
  assert_string_equal(c.rejected.items[0].why, "part of a date");
  close_case(&c);

  open_case(&c, *state, "On July 24 ended months of doubt."); /* of a year that nobody told */
  date.date.days = CCK_NO_PERIOD;
  CCK_PUSH(&c.arena, &c.dates, date);
  read_case(&c);
  assert_int_equal(c.quantities.count, 0);
  close_case(&c);

  open_case(&c, *state, "Two years later it closed.");
  date.first = 0;
  date.date.days = CCK_NO_PERIOD;
  CCK_PUSH(&c.arena, &c.dates, date);
  read_case(&c);
  assert_int_equal(c.quantities.count, 1);
  assert_true(cck_slice_is(c.quantities.items[0].value.unit, "year"));
  close_case(&c);

  open_case(&c, *state, "Costs were cut in 1998 by 6 percent.");
  date.first = 4;
  date.past = 5;
  CCK_PUSH(&c.arena, &c.dates, date);
  read_case(&c);
  assert_int_equal(c.quantities.count, 1);
  assert_int_equal(c.quantities.items[0].value.change, CCK_CHANGE_DOWN);
  close_case(&c);
}

/* A sentence may be 64 KiB of anything: it ends, and soon. */
static void test_hostile(void **state) {
  static const char *const patterns[] = {"1",      "1 ",  "1,",      "1-",   "one ", "a hundred ",   "$",
                                         "$1 to ", "1/2", "5 a ",    "ten-", "1.",   "millions of ", "two and ",
                                         "5 big ", "-",   "half a ", "9:"};
  enum { SIZE = 64 * 1024 };
  for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
    sentence_case c;
    cck_buffer text = {0};
    while (text.len < SIZE)
      cck_put_text(&text, patterns[i]);
    open_case(&c, *state, text.ptr);
    read_case(&c);
    for (size_t k = 0; k < c.quantities.count; k++)
      assert_true(c.quantities.items[k].first < c.quantities.items[k].past &&
                  c.quantities.items[k].past <= c.doc.tokens.count);
    close_case(&c);
    cck_buffer_fini(&text);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_sentences), cmocka_unit_test(test_parts),
                                     cmocka_unit_test(test_during), cmocka_unit_test(test_dates_win),
                                     cmocka_unit_test(test_hostile)};
  return cmocka_run_group_tests_name("quantity", tests, set_up, tear_down);
}
