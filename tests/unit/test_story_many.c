/*
 * `of same story` over many articles: which are paired, in what order they come, and what hostile ones cost.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "rule/story/candidates.h"
#include "rule/story/pairing.h"
#include "text/stem.h"
#include "unit/story.h"

/* ---- an archive of made-up articles ---- */

enum { ARCHIVE = 600, SENTENCES = 4 };

/* A word of no language, another one for each number. */
static cck_slice invented(unsigned number) {
  static const char consonants[] = "bdfgklmnprtv";
  static const char vowels[] = "aeiou";
  enum { SYLLABLES = 4, CONSONANTS = sizeof consonants - 1, VOWELS = sizeof vowels - 1 };
  char word[2 * SYLLABLES + 1] = {0};
  for (unsigned i = 0; i < SYLLABLES; i++, number /= CONSONANTS * VOWELS) {
    word[2 * i] = consonants[number % CONSONANTS];
    word[2 * i + 1] = vowels[number / CONSONANTS % VOWELS];
  }
  return cck_arena_printf(&arena, "%sk", word);
}

/* Four sentences with figures whose nouns are invented from `story` on: two articles of one story share eight. */
static cck_slice article_of(unsigned story, unsigned number) {
  cck_slice text = {"", 0};
  for (unsigned i = 0; i < SENTENCES; i++)
    text = cck_arena_printf(
        &arena, "%sThe %.*s counted %u boats of the %.*s. ", text.ptr, (int)invented(story * 2 * SENTENCES + 2 * i).len,
        invented(story * 2 * SENTENCES + 2 * i).ptr, 100 + number % 7 + i,
        (int)invented(story * 2 * SENTENCES + 2 * i + 1).len, invented(story * 2 * SENTENCES + 2 * i + 1).ptr);
  return text;
}

typedef struct archive {
  cck_checker *checker;
  cck_run run;
  cck_story_pairs pairs;
} archive;

/* Article i tells story i, but those of the list tell that of the first of their row. */
static unsigned story_of(unsigned i) {
  static const unsigned same[][2] = {{430, 17}, {89, 88}, {300, 88}};
  for (size_t k = 0; k < COUNT(same); k++)
    if (same[k][0] == i)
      return same[k][1];
  return i;
}

static void fill(archive *a) {
  *a = (archive){.checker = story_checker(STORY_RULE("count", "rounding"))};
  for (unsigned i = 0; i < ARCHIVE; i++)
    story_add(a->checker, i, &(tale){article_of(story_of(i), i).ptr, NULL});
}

/* The pairs of the first `count` articles, given in their order or the other way round. */
static void find_pairs(archive *a, size_t count, bool backwards, bool new_only) {
  const cck_body **bodies = cck_arena_alloc(&arena, count * sizeof *bodies);
  for (size_t i = 0; i < count; i++)
    bodies[i] = &a->checker->bodies.items[backwards ? count - 1 - i : i];
  a->run = (cck_run){.rules = a->checker->rules,
                     .options = &a->checker->options,
                     .bodies = bodies,
                     .body_count = count,
                     .arena = &arena};
  a->pairs = (cck_story_pairs){0};
  cck_unit_memo_init(&a->run.units, a->checker->rules->units, &arena);
  cck_story_candidates(&a->run, cck_tellings_new(&a->run), new_only, &a->pairs);
}

static int by_place(const void *a, const void *b) {
  const cck_story_pair *x = a;
  const cck_story_pair *y = b;
  if (x->left != y->left)
    return x->left < y->left ? -1 : 1;
  return (x->right > y->right) - (x->right < y->right);
}

/* "17-430 88-89", by number of the articles, whatever their order was. */
static cck_slice list_pairs(archive *a, bool backwards) {
  cck_slice out = {"", 0};
  uint32_t last = (uint32_t)a->run.body_count - 1;
  for (size_t i = 0; i < a->pairs.count && backwards; i++)
    a->pairs.items[i] = (cck_story_pair){last - a->pairs.items[i].right, last - a->pairs.items[i].left};
  if (a->pairs.count && backwards)
    qsort(a->pairs.items, a->pairs.count, sizeof *a->pairs.items, by_place);
  for (size_t i = 0; i < a->pairs.count; i++)
    out = cck_arena_printf(&arena, "%s%s%u-%u", out.ptr, i ? " " : "", a->pairs.items[i].left, a->pairs.items[i].right);
  return out;
}

static void test_an_archive_pairs_what_shares_words(void **state) {
  (void)state;
  archive a;
  fill(&a);
  find_pairs(&a, ARCHIVE, false, false);
  assert_string_equal(list_pairs(&a, false).ptr, "17-430 88-89 88-300 89-300");
  find_pairs(&a, ARCHIVE, true, false);
  assert_string_equal(list_pairs(&a, true).ptr, "17-430 88-89 88-300 89-300");
  for (size_t i = 0; i < ARCHIVE; i++)
    a.checker->bodies.items[i].is_new = i == 300;
  find_pairs(&a, ARCHIVE, false, true);
  assert_string_equal(list_pairs(&a, false).ptr, "88-300 89-300");
  cck_checker_free(a.checker);
}

/* ---- how much must be shared ---- */

static cck_slice pairs_of(const tale *tales, size_t count, size_t others) {
  archive a = {.checker = story_checker(STORY_RULE("count", "rounding"))};
  for (size_t i = 0; i < count; i++)
    story_add(a.checker, i, &tales[i]);
  for (unsigned i = 0; i < others; i++)
    story_add(a.checker, count + i, &(tale){article_of(1000 + i, i).ptr, NULL});
  find_pairs(&a, count + others, false, false);
  cck_slice out = list_pairs(&a, false);
  cck_checker_free(a.checker);
  return out;
}

#define LONG_REST " Two bells rang in Ostrow. Six lamps burned in Velm. Nine gates fell at Kirkness."
#define OTHER_REST " Ten horses drank at Ambry. Eight wagons left Dunmore. Five kilns cooled in Pell."

static void test_how_much_is_shared(void **state) {
  (void)state;
  enum { FEW = 64 };
  static const struct {
    const char *name;
    tale tales[2];
    size_t others;
    const char *pairs;
  } rows[] = {
      {"one word among few", {{"Four engines of Aurelia." LONG_REST}, {"Six nets of Aurelia." OTHER_REST}}, 0, "0-1"},
      {"no word among few", {{"Four engines of Aurelia." LONG_REST}, {"Six nets of Borealis." OTHER_REST}}, 0, ""},
      {"common words only", {{"He said he had four of them, and it was so."}, {"She said it was six of them."}}, 0, ""},
      {"one word among many", {{"Four engines of Aurelia." LONG_REST}, {"Six nets of Aurelia." OTHER_REST}}, FEW, ""},
      {"three words among many",
       {{"Four engines of Aurelia, Larnby and Corran." LONG_REST},
        {"Six nets of Aurelia, Larnby and Corran." OTHER_REST}},
       FEW,
       "0-1"},
      {"two words among many",
       {{"Four engines of Aurelia and Larnby." LONG_REST}, {"Six nets of Aurelia and Larnby." OTHER_REST}},
       FEW,
       ""},
      {"one word of a short text among many",
       {{"Four engines of Aurelia." LONG_REST}, {"Six nets of Aurelia."}},
       FEW,
       "0-1"},
  };
  bool ok = true;
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_slice got = pairs_of(rows[i].tales, COUNT(rows[i].tales), rows[i].others);
    if (!cck_slice_is(got, rows[i].pairs))
      fprintf(stderr, "%s: \"%s\", not \"%s\"\n", rows[i].name, got.ptr, rows[i].pairs);
    ok &= cck_slice_is(got, rows[i].pairs);
  }
  assert_true(ok);
}

/* Three words find two articles; that these are alike as a whole is asked too. */
static void test_long_texts_are_not_alike(void **state) {
  (void)state;
  enum { PARTS = 5, OTHERS = 64 };
  static const unsigned lengths[] = {1, PARTS};
  for (size_t i = 0; i < COUNT(lengths); i++) {
    cck_slice texts[2] = {CCK_S("Four engines of Aurelia, Larnby and Corran. "),
                          CCK_S("Six nets of Aurelia, Larnby and Corran. ")};
    for (unsigned t = 0; t < 2; t++)
      for (unsigned part = 0; part < lengths[i]; part++)
        texts[t] = cck_arena_printf(&arena, "%s%s", texts[t].ptr, article_of(2000 + t * PARTS + part, part).ptr);
    cck_slice pairs = pairs_of((tale[]){{texts[0].ptr}, {texts[1].ptr}}, 2, OTHERS);
    assert_string_equal(pairs.ptr, lengths[i] == 1 ? "0-1" : "");
  }
}

/* In an archive, a word of all its articles is common, and one of half of them nearly. */
static void test_words_of_an_archive(void **state) {
  (void)state;
  enum { LARGE = 500, HALF = 11 };
  for (size_t count = LARGE - 1; count <= LARGE; count++) {
    archive a = {.checker = story_checker(STORY_RULE("count", "rounding"))};
    for (unsigned i = 0; i < count; i++)
      story_add(a.checker, i, &(tale){i % 2 ? "Aurelia has four engines." : "Aurelia has four gongs."});
    find_pairs(&a, count, false, false);
    const cck_story_words *words = &cck_tellings_new(&a.run)->bodies[0].words;
    const cck_story_word *named = cck_story_find_word(words, cck_stem_hash(CCK_S("aurelia")));
    const cck_story_word *half = cck_story_find_word(words, cck_stem_hash(CCK_S("gong")));
    assert_non_null(named);
    assert_non_null(half);
    assert_int_equal(named->rarity, count < LARGE ? CCK_STORY_RAREST : 0);
    assert_int_equal(half->rarity, count < LARGE ? CCK_STORY_RAREST : HALF);
    cck_checker_free(a.checker);
  }
}

/* What each of many articles names says nothing. */
static void test_what_all_name(void **state) {
  (void)state;
  enum { COMMONEST = 64 };
  for (size_t count = COMMONEST; count <= COMMONEST + 1; count++) {
    archive a = {.checker = story_checker(STORY_RULE("count", "rounding"))};
    for (unsigned i = 0; i < count; i++)
      story_add(
          a.checker, i,
          &(tale){cck_arena_printf(&arena, "Aurelia took %u %.*s.", i + 2, (int)invented(i).len, invented(i).ptr).ptr,
                  NULL});
    find_pairs(&a, count, false, false);
    assert_int_equal(a.pairs.count, count > COMMONEST ? 0 : count * (count - 1) / 2);
    cck_checker_free(a.checker);
  }
}

/* ---- the order of the articles ---- */

static void test_order_of_articles(void **state) {
  (void)state;
  static const char *const texts[] = {
      "Divers of Larnby recovered four engines from the ferry Aurelia.",
      "Coast guard divers at Larnby recovered six engines from the ferry Aurelia.",
      "At Larnby divers recovered six engines from the wreck of the ferry Aurelia.",
      "At Larnby divers recovered nine engines from the wreck of the ferry Aurelia.",
      "Police in Larnby arrested 12 dockers at the Corran pier.",
      "At the Corran pier in Larnby police arrested 30 dockers.",
  };
  cck_slice first = {NULL, 0};
  for (size_t turn = 0; turn < COUNT(texts); turn++) {
    cck_checker *checker = story_checker(STORY_RULE("count", "rounding"));
    for (size_t i = 0; i < COUNT(texts); i++) {
      size_t k = (i + turn) % COUNT(texts);
      story_add(checker, k, &(tale){texts[k], NULL});
    }
    cck_slice outcome = story_outcome(checker, &arena);
    first = first.ptr ? first : outcome;
    assert_string_equal(outcome.ptr, first.ptr);
    cck_checker_free(checker);
  }
  assert_string_equal(first.ptr, "four engines|six engines|nine engines; 12 dockers|30 dockers");
}

/* ---- hostile articles ---- */

/* A count of `noun` that the quote holds. */
static cck_claim count_claim(const char *quote, const char *text, int64_t value, const char *noun) {
  cck_claim c = {.kind = CCK_CLAIM_QUANTITY, .quote = cck_slice_of(quote), .text = cck_slice_of(text)};
  c.value = (cck_value){.has_min = true, .has_max = true};
  c.value.min = c.value.max = cck_decimal_of(value);
  c.value.unit = c.noun = cck_slice_of(noun);
  return c;
}

static void push_body(cck_checker *checker, unsigned number, const cck_claims *claims) {
  cck_source *source = CCK_NEW(&checker->arena, cck_source);
  source->id = source->publisher = cck_arena_printf(&checker->arena, "paper-%03u", number);
  source->published = CCK_S("2016-03-11");
  source->period = (cck_period){cck_day_of(2016, 3, 11), cck_day_of(2016, 3, 11)};
  cck_checker_push(checker, source, claims, false);
}

/* Articles of one sentence said over and over, each time with another figure. */
static void add_repeaters(cck_checker *checker, unsigned articles, unsigned claims_each) {
  for (unsigned b = 0; b < articles; b++) {
    cck_claims claims = {0};
    for (unsigned i = 0; i < claims_each; i++) {
      unsigned value = 1000 + (b * claims_each + i) * 7 % 9000;
      cck_slice text = cck_arena_printf(&checker->arena, "%u engines", value);
      cck_slice quote = cck_arena_printf(&checker->arena,
                                         "Divers of Larnby recovered %s from the ferry Aurelia off Corran.", text.ptr);
      cck_claim c = count_claim(quote.ptr, text.ptr, value, "engine");
      c.id = cck_arena_printf(&checker->arena, "c-%u-%u", b, i);
      c.start = i * 100;
      c.end = c.start + 10;
      CCK_PUSH(&checker->arena, &claims, c);
    }
    push_body(checker, b, &claims);
  }
}

static unsigned count_of_skipped(const cck_checker *checker) {
  for (size_t i = 0; i < checker->coverage.skipped.count; i++)
    if (cck_slice_starts(checker->coverage.skipped.items[i].what, CCK_S("figures of an article behind")))
      return checker->coverage.skipped.items[i].count;
  return 0;
}

static void test_identical_sentences(void **state) {
  (void)state;
  static const struct {
    unsigned articles, claims, skipped;
  } rows[] = {
      {200, 300, 0}, /* words that so many share pair nobody */
      {2, 60, 0},
      {20, 12, 0},
      {2, 300,
       2 * (300 - CCK_PAIRING_TELLINGS)}, /* weighing each figure against all the others would take minutes here */
      {60, 64, 0},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_checker *checker = story_checker(STORY_RULE("count", "rounding"));
    add_repeaters(checker, rows[i].articles, rows[i].claims);
    assert_int_equal(cck_checker_check(checker, NULL), CCK_OK);
    assert_int_equal(checker->findings.count, 0); /* a series */
    assert_int_equal(count_of_skipped(checker), rows[i].skipped);
    cck_checker_free(checker);
  }
}

/* A sentence as long as the reader lets through, told twice. */
static void test_a_very_long_sentence(void **state) {
  (void)state;
  enum { LENGTH = 64 * 1024 };
  cck_checker *checker = story_checker(STORY_RULE("count", "rounding"));
  for (unsigned b = 0; b < 2; b++) {
    cck_claims claims = {0};
    cck_buffer quote = {0};
    const char *text = b ? "six engines" : "four engines";
    for (unsigned i = 0; quote.len + 32 < LENGTH; i++) {
      if (i == 3000)
        cck_put_text(&quote, text);
      cck_slice word = invented(i);
      cck_put_char(&quote, ' ');
      cck_put(&quote, word);
    }
    cck_slice kept = cck_arena_printf(&checker->arena, "%.*s", (int)quote.len, quote.ptr);
    CCK_PUSH(&checker->arena, &claims, count_claim(kept.ptr, text, b ? 6 : 4, "engine"));
    push_body(checker, b, &claims);
    cck_buffer_fini(&quote);
  }
  assert_string_equal(story_outcome(checker, &arena).ptr, "four engines|six engines");
  cck_checker_free(checker);
}

/* Stored sentences may have been written by anybody. */
static void test_damaged_quotes(void **state) {
  (void)state;
  static const char *const quotes[] = {
      "Divers recovered engines from the ferry Aurelia.", /* without the figure's text */
      "",
      " ",
      "six",
      "six engines",
      "-",
      "(six engines",
      "six engines six engines six engines",
      "\"\"\"\"((((;;;;::::,,,,six engines",
  };
  for (size_t i = 0; i < COUNT(quotes); i++)
    for (size_t k = 0; k < COUNT(quotes); k++) {
      cck_checker *checker = story_checker(STORY_RULE("count", "rounding"));
      cck_claims left = {0};
      cck_claims right = {0};
      CCK_PUSH(&checker->arena, &left, count_claim(quotes[i], "six engines", 6, "engine"));
      CCK_PUSH(&checker->arena, &right, count_claim(quotes[k], "six engines", 9, "engine"));
      CCK_PUSH(&checker->arena, &right, count_claim(quotes[k], "", 12, ""));
      push_body(checker, 0, &left);
      push_body(checker, 1, &right);
      assert_int_equal(cck_checker_check(checker, NULL), CCK_OK);
      assert_int_equal(checker->findings.count, 0);
      cck_checker_free(checker);
    }
}

/* No articles, and articles without a figure. */
static void test_nothing(void **state) {
  (void)state;
  for (unsigned count = 0; count < 3; count++) {
    cck_checker *checker = story_checker(STORY_RULE("count", "rounding"));
    for (unsigned i = 0; i < count; i++)
      story_add(checker, i, &(tale){i ? "Nothing happened in Larnby." : "", NULL});
    assert_string_equal(story_outcome(checker, &arena).ptr, "");
    cck_checker_free(checker);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_an_archive_pairs_what_shares_words),
      cmocka_unit_test(test_how_much_is_shared),
      cmocka_unit_test(test_long_texts_are_not_alike),
      cmocka_unit_test(test_what_all_name),
      cmocka_unit_test(test_words_of_an_archive),
      cmocka_unit_test(test_order_of_articles),
      cmocka_unit_test(test_identical_sentences),
      cmocka_unit_test(test_a_very_long_sentence),
      cmocka_unit_test(test_damaged_quotes),
      cmocka_unit_test(test_nothing),
  };
  return cmocka_run_group_tests_name("story many", tests, set_up_arena, tear_down_arena);
}
