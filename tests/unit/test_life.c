/* Links across dates: an age and the birth of the same person, a length of time and its two ends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "extract/extract.h"
#include "unit/fixture.h"

typedef struct reading {
  cck_lexicon *lexicon;
  cck_unit_table *units;
  cck_extractor *extractor;
  cck_arena arena;
  cck_extraction got;
} reading;

static int set_up(void **state) {
  reading *r = cck_heap_alloc(sizeof *r);
  r->lexicon = cck_lexicon_new();
  r->units = cck_unit_table_new();
  cck_lexicon_finish(r->lexicon);
  r->extractor = cck_extractor_new(r->lexicon, r->units);
  cck_arena_init(&r->arena);
  *state = r;
  return 0;
}

static int tear_down(void **state) {
  reading *r = *state;
  cck_arena_fini(&r->arena);
  cck_extractor_free(r->extractor);
  cck_unit_table_free(r->units);
  cck_lexicon_free(r->lexicon);
  free(r);
  return 0;
}

static void read_text(reading *r, const char *published, const char *text) {
  cck_document doc;
  cck_meta meta = {.published = cck_slice_of(published), .published_from = CCK_S("test"), .publisher = CCK_S("Wire")};
  cck_arena_reset(&r->arena);
  if (cck_document_parse(&r->arena, CCK_S("test.txt"), cck_slice_of(text), &meta, &doc, NULL) != CCK_OK)
    fail_msg("cannot parse: %s", text);
  cck_extract(r->extractor, &doc, &r->got);
}

static const cck_claim *linked(reading *r, const cck_claim *claim, const char *role) {
  for (size_t i = 0; i < claim->links.count; i++)
    for (size_t j = 0; cck_slice_is(claim->links.items[i].role, role) && j < r->got.claims.count; j++)
      if (cck_slice_eq(r->got.claims.items[j].id, claim->links.items[i].id))
        return &r->got.claims.items[j];
  return NULL;
}

/* "45 <- 1950, 2004": every quantity that has the link, with what it and "end" lead to. */
static cck_slice links_of(reading *r, const char *role) {
  cck_slice out = {"", 0};
  for (size_t i = 0; i < r->got.claims.count; i++) {
    const cck_claim *claim = &r->got.claims.items[i];
    const cck_claim *to = claim->kind == CCK_CLAIM_QUANTITY ? linked(r, claim, role) : NULL;
    const cck_claim *end = linked(r, claim, "end");
    if (!to)
      continue;
    out = cck_arena_printf(&r->arena, "%s%s%.*s <- %.*s%s%.*s", out.ptr, out.len ? "; " : "", (int)claim->text.len,
                           claim->text.ptr, (int)to->text.len, to->text.ptr, end ? ", " : "",
                           end ? (int)end->text.len : 0, end ? end->text.ptr : "");
  }
  return out;
}

typedef struct sentence {
  const char *text, *links;
} sentence;

static void check(reading *r, const char *published, const char *role, const sentence *rows, size_t count) {
  bool ok = true;
  for (size_t i = 0; i < count; i++) {
    read_text(r, published, rows[i].text);
    cck_slice got = links_of(r, role);
    if (cck_slice_is(got, rows[i].links))
      continue;
    print_error("%s\n  got  '%.*s'\n  want '%s'\n", rows[i].text, (int)got.len, got.ptr, rows[i].links);
    ok = false;
  }
  assert_true(ok);
}

static void test_lives(void **state) {
  static const sentence rows[] = {
      /* one sentence */
      {"Otto Berg, born 12 March 1950, turned 60 in 2009.", "60 <- 12 March 1950, 2009"},
      {"Ann Lund, born in 1950, was 45 in 2004.", "45 <- 1950, 2004"},
      {"Ann Lund was born in Oslo in 1920 and died in 2003 at the age of 71.", "71 <- 1920, 2003"},
      {"Ann Lund, 33, was born in Cuba in 1984.", "33 <- 1984"},
      {"Ann Lund (born 1950), 57, is a singer.", "57 <- 1950"},
      {"Born on 3 May 1960 in Oslo, Mr. Berg, 45, lived there.", "45 <- 3 May 1960"},
      {"Otto Berg, aged 45 in 2004, was born on 1 May 1955.", "45 <- 1 May 1955, 2004"},
      {"Otto de Berg, a painter, was born in 1950 and is 61.", ""}, /* nobody stands before "is" */
      /* far apart */
      {"Otto Berg died on Monday. He was 71. He was a painter. Berg was born in 1920.", "71 <- 1920, Monday"},
      {"Otto Berg has passed away. He was 71 years old. Mr. Berg was born in 1920.", "71 years old <- 1920"},
      {"The 77-year-old Berg was a minister. Berg was born in 1920.", "77-year-old <- 1920"},
      {"Ann Lund died at 71 in Paris. She was born in 1920.", "71 <- 1920"},
      {"Ann Lund, a painter, died on 15 March 2009, at age 88. Born in 1930, Lund taught there.",
       "88 <- 1930, 15 March 2009"},
      /* somebody else */
      {"Otto Berg, 45, and his wife Lena Berg, who was born in 1980, live here.", ""},
      {"Otto Berg, 45, succeeds his father, who was born in 1931.", ""},
      {"Otto Berg's son Nils Berg was born in 1990. Otto Berg, 60, is proud.", ""},
      {"Mr. Berg, 60, is proud. His son, Per Berg, was born in 1990. Lars Berg ran.", ""},
      {"Mr. Berg, 60, is proud. Per Berg was born in 1990. Lars Berg ran.", ""},
      {"Otto Berg's father died in 1960. He was 12. Berg was born in 1950.", ""},
      {"Otto Berg told Ann Lund, 40, that she was born in 1950.", ""},
      {"The son of Otto Berg was born in 1990. Otto Berg, 60, is proud.", ""},
      /* another time of life */
      {"Ann Lund was 12 when her mother died. Lund was born in 1950.", ""},
      {"Otto Berg, born in 1950, joined the navy at the age of 18 and left it in 2004.", ""},
      {"Ann Lund died in 2003, having married at the age of 25. Lund was born in 1920.", ""},
      {"Otto Berg, a 45-year-old driver, was shot in 1990. Berg was born in 1950.", ""},
      /* an unsure birth */
      {"Ann Lund, 33, was born in about 1950.", ""},
      {"Ann Lund, 33, was born in 1950 or 1951.", ""},
      {"Ann Lund, 33, was born in March.", ""},
      {"Ann Lund, 33, was born in 1950. Ann Lund was born in 1951.", ""},
      {"Ann Lund, 33, sings. Mia Lund, 40, dances. Ann Lund was born in 1976. Mia Lund was born in 1970.",
       "33 <- 1976; 40 <- 1970"},
      {"The idea, 33, was born in 1950.", ""},
  };
  check(*state, "2010-03-01", "born", rows, COUNT(rows));
}

/* The time of an age is not the birth that is told with it, and its subject is the person. */
static void test_time_of_age(void **state) {
  reading *r = *state;
  read_text(r, "2010-03-01", "Ann Lund, 33, was born in Cuba in 1984.");
  const cck_claim *age = &r->got.claims.items[0];
  assert_int_equal(age->time.basis, CCK_BASIS_PUBLICATION);
  assert_true(cck_slice_is(age->subject_text, "Ann Lund"));
}

/* "born 1950-05-26 Ann Lund": event, first day and subject of each date that has an event. */
static void test_life_dates(void **state) {
  static const struct {
    const char *text, *want;
  } rows[] = {
      {"Ann Lund (10 February 1894 -- 29 December 1986) sang.", "born 1894-02-10 Ann Lund; die 1986-12-29 Ann Lund"},
      {"Ann Lund (10 February 1894 - 29 December 1986) sang.", "born 1894-02-10 Ann Lund; die 1986-12-29 Ann Lund"},
      {"Ann Lund (May 5, 1950 – June 6, 2003) sang.", "born 1950-05-05 Ann Lund; die 2003-06-06 Ann Lund"},
      {"Ann Lund (born 26 May 1970) is a Cuban singer.", "born 1970-05-26 Ann Lund"},
      {"Ann Lund (born in Oslo on 26 May 1970) sings.", "born 1970-05-26 Ann Lund"},
      {"Ann Lund (born Ann Holt; 10 May 1950 - 6 June 2003) sang.",
       "born 1950-05-10 Ann Lund; die 2003-06-06 Ann Lund"},
      {"Jean-Paul Holt-Lund (1920-2003) sang.",
       "born 1920-01-01 Jean-Paul Holt-Lund; die 2003-01-01 Jean-Paul Holt-Lund"},
      {"Ann Lund (b. 1950) sings.", "born 1950-01-01 Ann Lund"},
      {"Ann Lund (born 1950, died 2003) sang.", "born 1950-01-01 Ann Lund; die 2003-01-01 Ann Lund"},
      {"The sculptor Otto F. Berg Jr. (1920-2003) drew.",
       "born 1920-01-01 Otto F. Berg Jr.; die 2003-01-01 Otto F. Berg Jr."},
      {"Ann Lund (Oslo, 1950 - 2003) sang.", "born 1950-01-01 Ann Lund; die 2003-01-01 Ann Lund"},
      /* what has years and no life */
      {"Night Fall (1950) is a film.", ""},
      {"Ann Lund (1950) sings.", ""},
      {"The Cold War (1947-1991) ended.", ""},
      {"The Blue Line (1947-1991) closed.", ""},
      {"West Germany (1949-1990) had ten states.", ""},
      {"President Otto Berg (1961-1989) resigned.", ""},
      {"Otto Berg (1981-1989) was mayor.", ""},
      {"Otto Berg (1701-1989) is a family.", ""},
      {"Ann Lund (c. 1950 - 2003) sang.", ""},
      {"the lake (1920-2003) dried out", ""},
  };
  reading *r = *state;
  for (size_t i = 0; i < COUNT(rows); i++) {
    char got[256] = "";
    size_t length = 0;
    read_text(r, "2010-03-01", rows[i].text);
    for (size_t k = 0; k < r->got.claims.count; k++) {
      const cck_claim *claim = &r->got.claims.items[k];
      if (claim->kind != CCK_CLAIM_DATE || claim->date.event.len == 0 || claim->subject_text.len == 0)
        continue;
      cck_slice day = cck_day_text(&r->arena, claim->date.days.min);
      length += (size_t)snprintf(got + length, sizeof got - length, "%s%.*s %.*s %.*s", length ? "; " : "",
                                 (int)claim->date.event.len, claim->date.event.ptr, (int)day.len, day.ptr,
                                 (int)claim->subject_text.len, claim->subject_text.ptr);
    }
    if (strcmp(got, rows[i].want) != 0)
      fail_msg("'%s': got '%s', want '%s'", rows[i].text, got, rows[i].want);
  }
}

static void test_lengths(void **state) {
  static const sentence rows[] = {
      {"The 30-year lease from 2012 to 2040 was signed.", "30-year <- 2012 to 2040, 2012 to 2040"},
      {"She served 12 years, from 1990 to 2000.", "12 years <- 1990 to 2000, 1990 to 2000"},
      {"She made a three-day visit from 5 to 9 May.", "three-day <- 5 to 9 May, 5 to 9 May"},
      {"The five-year economic plan (2001-2005) failed.", "five-year <- 2001-2005, 2001-2005"},
      {"He was president for eight years (1990-1998).", "eight years <- 1990-1998, 1990-1998"},
      {"The two-week festival runs from June 3 to June 17.", "two-week <- June 3 to June 17, June 3 to June 17"},
      {"From 5 to 9 May, a three-day visit took place.", "three-day <- 5 to 9 May, 5 to 9 May"},
      {"A term of five years from 1990 to 2000 ended.", "five years <- 1990 to 2000, 1990 to 2000"},
      {"It was for 10 years between 1990 and 2008.", "10 years <- 1990 and 2008, 1990 and 2008"},
      {"The strike lasted more than 12 days, from May 3 to May 10.", "12 days <- May 3 to May 10, May 3 to May 10"},
      {"The 30-year lease of the pier runs from 2012 to 2040.", "30-year <- 2012 to 2040, 2012 to 2040"},
      {"The 10-year bonds sold from 2001 to 2003.", ""},
      {"It met every two years from 1990 to 2000.", ""},
      {"The first 12 years, from 1990 to 2000, were hard.", ""},
      {"The five-year lease was signed by the mayor from 2001 to 2003.", ""},
      {"The five-year lease ends in 2003.", ""},
      {"The 30-year lease from 2012 to May 5, 2042 was signed.", ""}, /* ends that are told in two ways */
      {"A five-year, $3 million contract from 2001 to 2003 was signed.", ""},
  };
  check(*state, "2010-06-01", "start", rows, COUNT(rows));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_lives),
      cmocka_unit_test(test_time_of_age),
      cmocka_unit_test(test_life_dates),
      cmocka_unit_test(test_lengths),
  };
  return cmocka_run_group_tests_name("lives and lengths", tests, set_up, tear_down);
}
