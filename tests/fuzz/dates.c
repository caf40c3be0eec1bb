/*
 * The grammar of dates on sentences made at random, in process. A third hold one date
 * whose days are known, by a calendar that only counts; it must be the one date that is
 * read. The others are words of the grammar in any order: mentions in order and inside
 * the sentence, days inside the calendar and their ends in order, the same when read again.
 *
 * usage: dates [INPUTS [SEED]]    4,000 inputs, a fixed seed
 *        dates SEED:INPUT         one input again, and what was read in it
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "extract/mention.h"
#include "extract/vocabulary.h"
#include "fuzz/generator.h"

enum { SEED = 20041020, MOST_FAILURES = 20, KNOWN_ONE_IN = 3, FIRST_YEAR = 1700, LAST_YEAR = 2150 };

static const char *const MONTHS[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};
static const char *const WEEKDAYS[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

/* Words of the grammar and some of none. */
static const char *const WORDS[] = {
#define CCK_DATE_WORDS(role, value, words) words,
#include "extract/date_words.def"
#undef CCK_DATE_WORDS
    "January May June Sept. Oct December march",
    "Monday Tue Tue. Sunday weekend spring summer fall winter",
    "Christmas Easter Thanksgiving Black Friday Day",
    "1 2 5 12 23 29 30 31 99 1998 2004 2005 1999-2001 '04 1990s 20.10.2004 06/18/2004 2004-02-29 31-Feb-2003 5th 22nd",
    "Mondays Fridays H1 2H 3Q FY04 20041020 6/28 28/06 2014-10 Dec/4 99 to-date year-to-date present weekend had as",
    ", ; . ( ) - / : -- \" every opened was said Q1 Q3 and or week of"};

enum { WORD_ROWS = sizeof WORDS / sizeof *WORDS, OWN_ROWS = 6 };

/* A calendar that counts: nothing of calendar.c. */
typedef struct date {
  int year, month, day;
} date;

static bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

static int month_length(int year, int month) {
  static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return lengths[month - 1] + (month == 2 && is_leap(year));
}

static date day_behind(date d) {
  if (++d.day <= month_length(d.year, d.month))
    return d;
  d.day = 1;
  if (++d.month <= 12)
    return d;
  return (date){d.year + 1, 1, 1};
}

/* Days from 1 January 1970, by adding up years and months. */
static int64_t count(date d) {
  int64_t days = d.day - 1;
  for (int year = 1970; year < d.year; year++)
    days += is_leap(year) ? 366 : 365;
  for (int year = d.year; year < 1970; year++)
    days -= is_leap(year) ? 366 : 365;
  for (int month = 1; month < d.month; month++)
    days += month_length(d.year, month);
  return days;
}

static const char *weekday_of(date d) { return WEEKDAYS[((count(d) + 3) % 7 + 7) % 7]; } /* 1 January 1970: Thursday */

/* One input. */
typedef struct trial {
  const cck_vocabulary *vocabulary;
  cck_arena arena;
  uint64_t seed;
  size_t index;
  cck_slice text;
  date published;
  bool known;
  cck_period expected;
  unsigned failed;
  cck_mentions mentions;
} trial;

static date any_date(generator *g) {
  date d = {FIRST_YEAR + (int)below(g, LAST_YEAR - FIRST_YEAR), 1 + (int)below(g, 12), 1};
  d.day = 1 + (int)below(g, (size_t)month_length(d.year, d.month));
  if (one_in(g, 8)) /* the last of a month: year ends, leap days */
    d.day = month_length(d.year, d.month);
  return d;
}

/* A day in one of the ways that state it whole. */
static const char *stated(trial *t, generator *g, date d) {
  const char *month = MONTHS[d.month - 1];
  cck_arena *a = &t->arena;
  switch (below(g, 7)) {
  case 0:
    return cck_arena_printf(a, "%d %s %d", d.day, month, d.year).ptr;
  case 1:
    return cck_arena_printf(a, "%s %d, %d", month, d.day, d.year).ptr;
  case 2:
    return cck_arena_printf(a, "%04d-%02d-%02d", d.year, d.month, d.day).ptr;
  case 3:
    return cck_arena_printf(a, "%d-%.3s-%d", d.day, month, d.year).ptr;
  case 4:
    return cck_arena_printf(a, "%s, %s %d, %d", weekday_of(d), month, d.day, d.year).ptr;
  case 5:
    return cck_arena_printf(a, "%02d.%02d.%d", d.day, d.month, d.year).ptr;
  default:
    return cck_arena_printf(a, "%s, %d %s %d", weekday_of(d), d.day, month, d.year).ptr;
  }
}

static void expect(trial *t, int64_t min, int64_t max) { t->expected = (cck_period){min, max}; }

static cck_slice known_beside(trial *t, generator *g) {
  date d = any_date(g);
  int shift = 2 + (int)below(g, 300);
  bool after = one_in(g, 2);
  expect(t, count(d) + (after ? shift : -shift), count(d) + (after ? shift : -shift));
  const char *words = stated(t, g, d);
  return cck_arena_printf(&t->arena, "%d days %s %s", shift, after ? "after" : "before", words);
}

static cck_slice known_span(trial *t, generator *g) {
  date d = any_date(g), last = d;
  for (size_t i = 0, days = 40 + below(g, 300); i < days; i++)
    last = day_behind(last);
  bool between = one_in(g, 2);
  expect(t, count(d), count(last));
  const char *from = stated(t, g, d);
  const char *to = stated(t, g, last);
  return cck_arena_printf(&t->arena, "%s %s %s %s", between ? "between" : "from", from, between ? "and" : "to", to);
}

static cck_slice known_relative(trial *t, generator *g) {
  date p = t->published;
  int64_t now = count(p);
  int64_t monday = now - ((now + 3) % 7 + 7) % 7;
  int number = 2 + (int)below(g, 300);
  switch (below(g, 8)) {
  case 0:
    expect(t, now - 1, now - 1);
    return CCK_S("yesterday");
  case 1:
    expect(t, now + 2, now + 2);
    return CCK_S("the day after tomorrow");
  case 2:
    expect(t, now - number, now - number);
    return cck_arena_printf(&t->arena, "%d days ago", number);
  case 3:
    expect(t, now + number, now + number);
    return cck_arena_printf(&t->arena, "%d days from today", number);
  case 4:
    expect(t, monday - 7, monday - 1);
    return CCK_S("last week");
  case 5:
    expect(t, count((date){p.year - 1, 1, 1}), count((date){p.year - 1, 12, 31}));
    return CCK_S("last year");
  case 6:
    expect(t, monday + 7 + 2, monday + 7 + 2);
    return CCK_S("Wednesday of next week");
  default:
    expect(t, monday - 7 * number, monday - 7 * number + 6);
    return cck_arena_printf(&t->arena, "%d weeks ago", number);
  }
}

static cck_slice known_period(trial *t, generator *g) {
  date d = any_date(g);
  int quarter = (d.month + 2) / 3;
  switch (below(g, 4)) {
  case 0:
    expect(t, count((date){d.year, d.month, 1}), count((date){d.year, d.month, month_length(d.year, d.month)}));
    return cck_arena_printf(&t->arena, "in %s %d", MONTHS[d.month - 1], d.year);
  case 1:
    expect(t, count((date){d.year, quarter * 3 - 2, 1}),
           count((date){d.year, quarter * 3, month_length(d.year, quarter * 3)}));
    return cck_arena_printf(&t->arena, "in Q%d %d", quarter, d.year);
  case 2:
    expect(t, count((date){d.year, 1, 1}), count((date){d.year + 7, 12, 31}));
    return cck_arena_printf(&t->arena, "between %d and %d", d.year, d.year + 7);
  default:
    expect(t, count((date){d.year, 1, 1}), count((date){d.year, 6, 30}));
    return cck_arena_printf(&t->arena, "in the first half of %d", d.year);
  }
}

/* So many steps of a weekday, or of days from Monday to Friday, from a day that is not counted: by walking. */
static int64_t walk(int64_t day, int steps, int weekday) {
  int step = steps < 0 ? -1 : 1;
  for (int left = steps * step; left > 0;) {
    day += step;
    int64_t since_monday = ((day + 3) % 7 + 7) % 7;
    left -= weekday < 0 ? since_monday < 5 : since_monday == weekday;
  }
  return day;
}

static cck_slice known_walk(trial *t, generator *g) {
  int number = 2 + (int)below(g, 60), weekday = (int)below(g, 7);
  bool ago = one_in(g, 2), work = one_in(g, 2);
  int64_t day = walk(count(t->published), ago ? -number : number, work ? -1 : weekday);
  expect(t, day, day);
  return cck_arena_printf(&t->arena, "%d %s%s %s", number, work ? "business day" : WEEKDAYS[weekday], "s",
                          ago ? "ago" : "from now");
}

/* Counted inside a month or a year: the n-th weekday, and the n-th week by its Thursday. */
static cck_slice known_nth(trial *t, generator *g) {
  static const char *const ordinals[] = {"first", "second", "third", "fourth"};
  date d = any_date(g);
  int nth = (int)below(g, 4), weekday = (int)below(g, 7), week = 1 + (int)below(g, 52);
  int64_t day;
  switch (below(g, 3)) {
  case 0:
    day = walk(count((date){d.year, d.month, 1}) - 1, nth + 1, weekday);
    expect(t, day, day);
    return cck_arena_printf(&t->arena, "on the %s %s of %s %d", ordinals[nth], WEEKDAYS[weekday], MONTHS[d.month - 1],
                            d.year);
  case 1:
    day = walk(count((date){d.year, d.month, 1}) - 1, nth + 1, 3);
    expect(t, day - 3, day + 3);
    return cck_arena_printf(&t->arena, "in the %s week of %s %d", ordinals[nth], MONTHS[d.month - 1], d.year);
  default:
    day = walk(count((date){d.year, 1, 1}) - 1, week, 3);
    expect(t, day - 3, day + 3);
    return cck_arena_printf(&t->arena, "in week %d of %d", week, d.year);
  }
}

static cck_slice make_known(trial *t, generator *g) {
  static cck_slice (*const makers[])(trial *, generator *) = {known_beside, known_span, known_relative,
                                                              known_period, known_walk, known_nth};
  enum { MAKERS = sizeof makers / sizeof *makers };
  cck_slice words;
  size_t which = below(g, MAKERS + 1);
  if (which < MAKERS) {
    words = makers[which](t, g);
  } else {
    date d = any_date(g);
    expect(t, count(d), count(d));
    words = cck_arena_printf(&t->arena, "on %s", stated(t, g, d));
  }
  switch (below(g, 4)) {
  case 0:
    return cck_arena_printf(&t->arena, "The hall was opened %.*s.", (int)words.len, words.ptr);
  case 1:
    return cck_arena_printf(&t->arena, "He left %.*s for good.", (int)words.len, words.ptr);
  case 2:
    return cck_arena_printf(&t->arena, "It happened %.*s, they wrote.", (int)words.len, words.ptr);
  default:
    return cck_arena_printf(&t->arena, "It was shut %.*s", (int)words.len, words.ptr);
  }
}

/* A word of a row. */
static cck_slice any_word(generator *g) {
  size_t row = below(g, one_in(g, 2) ? WORD_ROWS : OWN_ROWS); /* half of them from the rows that are given here */
  cck_slice rest = cck_slice_of(WORDS[WORD_ROWS - 1 - row]), part = rest;
  size_t spaces = 0;
  for (size_t i = 0; i < rest.len; i++)
    spaces += rest.ptr[i] == ' ';
  for (size_t turn = below(g, spaces + 1) + 1; turn-- > 0;)
    (void)cck_slice_next(&rest, ' ', &part);
  return part;
}

static cck_slice make_soup(trial *t, generator *g) {
  cck_slice text = CCK_S("");
  for (size_t i = 0, words = 1 + below(g, 24); i < words; i++) {
    cck_slice word = any_word(g);
    bool glued = i == 0 || one_in(g, 6);
    text =
        cck_arena_printf(&t->arena, "%.*s%s%.*s", (int)text.len, text.ptr, glued ? "" : " ", (int)word.len, word.ptr);
  }
  return text;
}

static void print_input(const trial *t, const char *what) {
  fprintf(stderr, "dates: %s\n  input %" PRIu64 ":%zu  published %04d-%02d-%02d  \"%.*s\"\n", what, t->seed, t->index,
          t->published.year, t->published.month, t->published.day, (int)t->text.len, t->text.ptr);
}

static void holds(trial *t, bool condition, const char *what) {
  if (!condition && t->failed++ == 0)
    print_input(t, what);
}

static cck_mentions read_text(trial *t) {
  cck_document doc = {.arena = &t->arena, .text = t->text};
  cck_tokenize(&t->arena, doc.text, 0, doc.text.len, &doc.tokens);
  cck_context context = {.vocabulary = t->vocabulary,
                         .doc = &doc,
                         .arena = &t->arena,
                         .published = cck_period_day(count(t->published)),
                         .last_date = CCK_NO_PERIOD};
  cck_sentence sentence = {.end = (uint32_t)doc.text.len, .past = (uint32_t)doc.tokens.count};
  cck_mentions mentions = {0};
  cck_read_dates(&context, &sentence, &mentions);
  uint32_t past = 0;
  for (size_t i = 0; i < mentions.count; i++) {
    const cck_mention *m = &mentions.items[i];
    holds(t, m->first >= past && m->first < m->past && m->past <= sentence.past,
          "mentions overlap or leave the sentence");
    past = m->past;
  }
  return mentions;
}

static void check_days(trial *t, const cck_mention *m) {
  cck_period days = m->date.days;
  bool both = days.min != CCK_NO_DAY && days.max != CCK_NO_DAY;
  holds(t, !both || days.min <= days.max, "the first day lies behind the last");
  holds(t, m->date.valid || cck_period_is_none(days), "a day that is none has days");
  holds(t, !both || (days.min >= cck_day_of(CCK_YEAR_MIN, 1, 1) && days.max <= cck_day_of(CCK_YEAR_MAX, 12, 31)),
        "outside of the calendar");
  holds(t, m->date.text.len > 0, "a date without its text");
}

static void run(trial *t, const cck_vocabulary *vocabulary, uint64_t seed, size_t index) {
  generator g = {(seed + 1) * UINT64_C(0x9e3779b97f4a7c15) ^ (index + 1) * UINT64_C(0xbf58476d1ce4e5b9)};
  (void)next(&g);
  *t = (trial){.vocabulary = vocabulary, .seed = seed, .index = index};
  cck_arena_init(&t->arena);
  t->published = any_date(&g);
  t->known = one_in(&g, KNOWN_ONE_IN);
  t->text = t->known ? make_known(t, &g) : make_soup(t, &g);
  t->mentions = read_text(t);
  cck_mentions again = read_text(t);
  holds(t, t->mentions.count == again.count, "read otherwise the second time");
  for (size_t i = 0; i < t->mentions.count; i++)
    check_days(t, &t->mentions.items[i]);
  if (!t->known)
    return;
  holds(t, t->mentions.count == 1, "one date stands there");
  const cck_period *days = t->mentions.count ? &t->mentions.items[0].date.days : NULL;
  holds(t, days && days->min == t->expected.min && days->max == t->expected.max, "other days are meant");
}

static void print_read(trial *t) {
  print_input(t, t->failed ? "does not hold" : "holds");
  for (size_t i = 0; i < t->mentions.count; i++) {
    const cck_date *d = &t->mentions.items[i].date;
    cck_slice min = cck_day_text(&t->arena, d->days.min), max = cck_day_text(&t->arena, d->days.max);
    printf("  %.*s: %.*s..%.*s %s\n", (int)d->text.len, d->text.ptr, (int)min.len, min.len ? min.ptr : "", (int)max.len,
           max.len ? max.ptr : "", cck_precision_name(d->precision));
  }
}

int main(int argc, char **argv) {
  uint64_t seed = SEED;
  size_t inputs = 4000, index = 0, failures = 0, read = 0;
  bool one = argc > 1 && sscanf(argv[1], "%" SCNu64 ":%zu", &seed, &index) == 2;
  if (!one && argc > 1)
    inputs = strtoul(argv[1], NULL, 10);
  if (!one && argc > 2)
    seed = strtoull(argv[2], NULL, 10);
  cck_vocabulary *vocabulary = cck_vocabulary_new();
  for (size_t i = one ? index : 0; i < (one ? index + 1 : inputs) && failures < MOST_FAILURES; i++) {
    trial t;
    run(&t, vocabulary, seed, i);
    if (one)
      print_read(&t);
    failures += t.failed > 0;
    read += t.mentions.count;
    cck_arena_fini(&t.arena);
  }
  cck_vocabulary_free(vocabulary);
  printf("dates: %zu inputs, %zu dates, %zu inputs where something does not hold\n", one ? 1 : inputs, read, failures);
  return failures > 0;
}
