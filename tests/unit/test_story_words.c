/*
 * What `of same story` knows of a figure: how rare words are, and how its sentence tells it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "rule/story/phrase.h"
#include "text/stem.h"
#include "unit/story.h"

static cck_story_vocabulary *vocabulary;

static int set_up(void **state) {
  set_up_arena(state);
  vocabulary = cck_story_vocabulary_new(&arena);
  return 0;
}

static uint64_t stem_of(const char *word) { return cck_stem_hash(cck_slice_of(word)); }

/* ---- rarity ---- */

static void test_rarity(void **state) {
  (void)state;
  static const char *const rows[] = {"the government spokesman trawler", "said police rifle", "year earthquake larnby"};
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_slice rest = cck_slice_of(rows[i]);
    unsigned last = 0;
    for (cck_slice word; cck_slice_next(&rest, ' ', &word);) {
      unsigned rarity = cck_story_rarity(vocabulary, cck_stem_hash(word));
      if (last && rarity <= last)
        fail_msg("%.*s (%u) is not rarer than the word before it (%u)", (int)word.len, word.ptr, rarity, last);
      last = rarity;
    }
  }
  assert_int_equal(cck_story_rarity(vocabulary, stem_of("the")), 0);
  assert_int_equal(cck_story_rarity(vocabulary, stem_of("aurelia")), CCK_STORY_RAREST);
}

/* The commonest form of a stem speaks for all. */
static void test_inflections_are_as_rare(void **state) {
  (void)state;
  static const char *const rows[][2] = {
      {"company", "companies"}, {"say", "said"}, {"attack", "attacking"}, {"bomb", "bombed"}, {"trawler", "trawlers"}};
  for (size_t i = 0; i < COUNT(rows); i++)
    assert_int_equal(cck_story_rarity(vocabulary, stem_of(rows[i][0])),
                     cck_story_rarity(vocabulary, stem_of(rows[i][1])));
}

/* ---- tellings ---- */

/* One article read, and its tellings. */
typedef struct reading {
  cck_checker *checker;
  const cck_body *body;
  cck_run run;
  cck_tellings *tellings;
} reading;

static void read_text(reading *r, const char *text) {
  *r = (reading){.checker = story_checker(STORY_RULE("quantity", "rounding"))};
  story_add(r->checker, 0, &(tale){text, NULL});
  r->body = &r->checker->bodies.items[0];
  r->run = (cck_run){.rules = r->checker->rules,
                     .options = &r->checker->options,
                     .bodies = &r->body,
                     .body_count = 1,
                     .arena = &arena};
  cck_unit_memo_init(&r->run.units, r->checker->rules->units, &arena);
  r->tellings = cck_tellings_new(&r->run);
}

/* The telling whose figure begins with the text; NULL, and a complaint, when there is none. */
static const cck_telling *telling_of(const reading *r, const char *figure) {
  for (size_t i = 0; i < r->tellings->items.count; i++)
    if (cck_slice_starts(r->tellings->items.items[i].claim->text, cck_slice_of(figure)))
      return &r->tellings->items.items[i];
  fprintf(stderr, "no figure \"%s\"\n", figure);
  return NULL;
}

/* Has the set these words and no others? */
static bool has_words(const cck_stem_set *set, const char *words) {
  cck_slice rest = cck_slice_of(words);
  uint32_t count = 0;
  bool all = true;
  for (cck_slice word; cck_slice_next(&rest, ' ', &word);) {
    all = all && (!word.len || cck_stem_set_has(set, cck_stem_hash(word)));
    count += word.len > 0;
  }
  return all && set->count == count;
}

typedef struct phrase_row {
  const char *text, *figure, *words;
} phrase_row;

/* Holds each row's words against a set of its telling, which `offset` finds. */
static void check_sets(const phrase_row *rows, size_t count, size_t offset) {
  bool ok = true;
  for (size_t i = 0; i < count; i++) {
    reading r;
    read_text(&r, rows[i].text);
    const cck_telling *t = telling_of(&r, rows[i].figure);
    bool same = t && has_words((const cck_stem_set *)((const char *)t + offset), rows[i].words);
    if (!same)
      fprintf(stderr, "%s: not \"%s\"\n", rows[i].text, rows[i].words);
    ok &= same;
    cck_checker_free(r.checker);
  }
  assert_true(ok);
}

#define CHECK_SETS(rows, field) check_sets(rows, COUNT(rows), offsetof(cck_telling, field))

static void test_landmarks(void **state) {
  (void)state;
  static const phrase_row rows[] = {
      {"The quake struck about 20 miles north of Santa Rosa.", "20", "santa rosa"},
      {"The quake struck 20 miles from Larnby.", "20", "larnby"},
      {"A village two miles outside of Larnby burned.", "two", "larnby"},
      {"It struck 20 miles, just north-northeast of The Geysers.", "20", "geysers"},
      {"It struck 20 miles north of the town.", "20", ""},
      {"It struck 20 miles north Larnby said.", "20", ""},
      {"It sank 20 miles off the coast of Larnby.", "20", ""},
      {"The wall is 20 miles long and from Larnby.", "20", ""},
      {"They took 20 rifles from Larnby.", "20", ""},
  };
  CHECK_SETS(rows, landmark);
}

static void test_compass(void **state) {
  (void)state;
  static const struct {
    const char *text, *first, *second; /* words of the direction */
  } rows[] = {
      {"The quake struck 20 miles north of Larnby.", "north", NULL},
      {"The quake struck 20 miles just southeast of Larnby.", "southeast", NULL},
      {"The quake struck 20 miles north-northeast of Larnby.", "north", "northeast"},
      {"The quake struck 20 miles from Larnby.", NULL, NULL},
      {"The quake struck 20 miles north of the town.", NULL, NULL}, /* of no landmark */
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    reading r;
    uint64_t want = rows[i].first ? cck_hash_mix(0, stem_of(rows[i].first)) : 0;
    want = rows[i].second ? cck_hash_mix(want, stem_of(rows[i].second)) : want;
    read_text(&r, rows[i].text);
    const cck_telling *t = telling_of(&r, "20");
    if (!t || t->compass != want)
      fail_msg("%s", rows[i].text);
    cck_checker_free(r.checker);
  }
}

static void test_holders(void **state) {
  (void)state;
  static const phrase_row rows[] = {
      {"Oskar Brandt, 45, was pulled from the ferry.", "45", "oskar brandt"},
      {"Oskar G. Brandt, 45, was pulled from the ferry.", "45", "oskar brandt"},
      {"Oskar Brandt, a 45-year-old from Larnby, was pulled out.", "45", "oskar brandt"},
      {"The 45-year-old lineman Oskar Brandt was pulled out.", "45", "oskar brandt"},
      {"The 45-year-old was pulled out by Oskar Brandt.", "45", ""},
      {"A 15-year-old girl was pulled out.", "15", ""},
  };
  CHECK_SETS(rows, holder);
}

static void test_holder_nouns(void **state) {
  (void)state;
  static const phrase_row rows[] = {
      {"A 15-year-old girl was pulled out.", "15", "girl"},
      {"A 15-year-old Norwegian was pulled out.", "15", ""},
      {"The 15-year-old boy was pulled out.", "15", "boy"},
      {"Oskar Brandt, 45, was pulled out.", "45", ""},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    reading r;
    read_text(&r, rows[i].text);
    const cck_telling *t = telling_of(&r, rows[i].figure);
    if (!t || t->holder_noun != (rows[i].words[0] ? stem_of(rows[i].words) : 0))
      fail_msg("%s", rows[i].text);
    cck_checker_free(r.checker);
  }
}

static void test_nearest_names(void **state) {
  (void)state;
  static const phrase_row rows[] = {
      {"Divers of Larnby recovered four engines for Oskar Brandt.", "four", "larnby"},
      {"Four engines were recovered near Corran by Oskar Brandt.", "Four", "corran"},
      {"The wreck belongs to Oskar Brandt; four engines were recovered.", "four", ""},
      {"Oskar Brandt told the divers that four engines were missing.", "four", "oskar brandt"},
      {"The divers recovered four engines.", "four", ""},
  };
  CHECK_SETS(rows, nearest);
}

static void test_modifiers(void **state) {
  (void)state;
  static const phrase_row rows[] = {
      {"Police found three other AK-47 assault rifles there.", "three", "ak assault"},
      {"Police found three rifles there.", "three", ""},
      {"Police seized 12 Norwegian trawlers there.", "12", "norwegian"},
      {"The bell weighs three old tonnes.", "three", ""}, /* of counts only */
  };
  CHECK_SETS(rows, modifiers);
}

static void test_capitals(void **state) {
  (void)state;
  static const phrase_row rows[] = {
      {"Police seized 12 Norwegian trawlers there.", "12", "norwegian"},
      {"Police seized 12 rusty trawlers there.", "12", ""},
      {"Police seized 12 Norwegian and Icelandic trawlers there.", "12", "norwegian icelandic"},
  };
  CHECK_SETS(rows, capitals);
}

/* ---- what a figure is told as ---- */

static void test_told(void **state) {
  (void)state;
  static const struct {
    const char *text, *figure;
    unsigned told;
  } rows[] = {
      {"Police found three rifles there.", "three", 0},
      {"Police found three other rifles there.", "three", CCK_TOLD_OTHER},
      {"Police found another 20 rifles there.", "20", CCK_TOLD_OTHER},
      {"Police found a total of 20 rifles there.", "20", CCK_TOLD_TOTAL},
      {"Altogether 20 rifles were found.", "20", CCK_TOLD_TOTAL},
      {"So far police have found 20 rifles there.", "20", CCK_TOLD_TOTAL},
      {"Police found guns, including 20 rifles.", "20", CCK_TOLD_PART},
      {"Police met sailors, of whom 20 men were hurt.", "20", CCK_TOLD_PART},
      {"The mill was sold for $20 million in cash.", "$20", CCK_TOLD_PART},
      {"The mill was sold for $20 million in May.", "$20", 0},
      {"It carried 420 passengers and crew.", "420", CCK_TOLD_JOINED},
      {"It carried 420 passengers and rescued a whale.", "420", 0},
      {"It carried 420 passengers and sank.", "420", 0},
      {"Turnout rose 20 percent.", "20", CCK_TOLD_CHANGE},
      {"There was a 20 percent increase.", "20", CCK_TOLD_CHANGE},
      {"Turnout was 20 percent.", "20", 0},
      {"The pump moves 20 tonnes a day.", "20", CCK_TOLD_RATE},
      {"The pump moved 20 tonnes.", "20", 0},
      {"It sank nine days before the fair.", "nine", CCK_TOLD_OFFSET},
      {"It was under water for nine days.", "nine", 0},
      {"They won 10 of the 16 games.", "16", CCK_TOLD_WHOLE},
      {"They won 16 games.", "16", 0},
  };
  bool ok = true;
  for (size_t i = 0; i < COUNT(rows); i++) {
    reading r;
    read_text(&r, rows[i].text);
    const cck_telling *t = telling_of(&r, rows[i].figure);
    if (!t || t->told != rows[i].told)
      fprintf(stderr, "%s: told as %u, not %u\n", rows[i].text, t ? t->told : 0, rows[i].told);
    ok &= t && t->told == rows[i].told;
    cck_checker_free(r.checker);
  }
  assert_true(ok);
}

static void test_roles(void **state) {
  (void)state;
  static const struct {
    const char *text, *figure, *role; /* a word of its row; "" for none */
  } rows[] = {
      {"The blast killed 12 miners.", "12", "dead"},
      {"In the blast 12 miners were killed.", "12", "dead"},
      {"The blast killed 12 miners and wounded 30 others.", "30", "injured"},
      {"The blast killed 12 miners and wounded 30 others.", "12", "dead"},
      {"The blast woke 12 miners.", "12", ""},
      {"Corran Mills bought 14 looms.", "14", "paid"},
      {"Corran Mills sold 14 looms.", "14", "sells"},
      {"Corran sold its old mill by the sea with coal, rope, salt, tar and 14 looms.", "14", ""},
  };
  bool ok = true;
  for (size_t i = 0; i < COUNT(rows); i++) {
    reading r;
    uint32_t want = rows[i].role[0] ? cck_hash_table_find(&vocabulary->roles, stem_of(rows[i].role)) : 0;
    read_text(&r, rows[i].text);
    const cck_telling *t = telling_of(&r, rows[i].figure);
    if (!t || t->roles != want)
      fprintf(stderr, "%s: not %s\n", rows[i].text, rows[i].role);
    ok &= t && t->roles == want;
    cck_checker_free(r.checker);
  }
  assert_true(ok);
}

/* ---- sights ---- */

static void test_sights(void **state) {
  (void)state;
  static const char text[] = "The quake struck about 20 miles north of Santa Rosa, and the quake broke windows.";
  static const struct {
    const char *word;
    uint8_t before, after; /* content words from the figure; 0: not on that side */
  } rows[] = {{"struck", 1, 0}, {"quake", 2, 4}, {"north", 0, 1}, {"santa", 0, 2}, {"rosa", 0, 3}, {"windows", 0, 6}};
  reading r;
  read_text(&r, text);
  const cck_telling *t = telling_of(&r, "20");
  assert_non_null(t);
  const cck_story_sentence *s = &r.tellings->sentences.items[t->sentence];
  for (size_t i = 0; i < COUNT(rows); i++) {
    const cck_story_word *word = cck_story_find_word(&s->words, stem_of(rows[i].word));
    if (!word)
      fail_msg("%s is not a word of the sentence", rows[i].word);
    const cck_story_sight *sight = &t->sights[word - s->words.items];
    if (sight->distance[0] != rows[i].before || sight->distance[1] != rows[i].after)
      fail_msg("%s stands at %u, %u", rows[i].word, sight->distance[0], sight->distance[1]);
    assert_int_equal(sight->weight[0] == 0, rows[i].before == 0);
  }
  assert_null(cck_story_find_word(&s->words, stem_of("the")));
  assert_null(cck_story_find_word(&s->words, stem_of("miner")));
  cck_checker_free(r.checker);
}

/* Denied and asked figures, bare numbers and the year in brackets behind a figure are no tellings. */
static void test_what_is_told_at_all(void **state) {
  (void)state;
  static const struct {
    const char *text;
    size_t count;
  } rows[] = {
      {"The Tarn dam gives Larnby 28 percent of its power in 2014.", 2},
      {"The Tarn dam gives Larnby 28 percent of its power (2014).", 1},
      {"Did the Tarn dam give Larnby 28 percent of its power?", 0},
      {"The Tarn dam gives Larnby 28 percent of its power.", 1},
      {"The Tarn dam does not give Larnby 28 percent of its power.", 0},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    reading r;
    read_text(&r, rows[i].text);
    if (r.tellings->items.count != rows[i].count)
      fail_msg("%s: %zu tellings", rows[i].text, r.tellings->items.count);
    cck_checker_free(r.checker);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_rarity),
      cmocka_unit_test(test_inflections_are_as_rare),
      cmocka_unit_test(test_landmarks),
      cmocka_unit_test(test_compass),
      cmocka_unit_test(test_holders),
      cmocka_unit_test(test_holder_nouns),
      cmocka_unit_test(test_nearest_names),
      cmocka_unit_test(test_modifiers),
      cmocka_unit_test(test_capitals),
      cmocka_unit_test(test_told),
      cmocka_unit_test(test_roles),
      cmocka_unit_test(test_sights),
      cmocka_unit_test(test_what_is_told_at_all),
  };
  return cmocka_run_group_tests_name("story words", tests, set_up, tear_down_arena);
}
