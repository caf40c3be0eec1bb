/*
 * How the date grammar walks a sentence: every token with the parts that its word can
 * play, and the forms that read a date at a token. Private to date*.c.
 *
 *   tokens  on | Wednesday | ( | Oct | . | 20 | ) | he | said
 *   form        `- weekday form, finds Wednesday .. 20 ---'
 *
 * A form looks at a bounded number of tokens, so a sentence costs time in proportion
 * to its length. Forms read; only date.c writes mentions and the context. Nothing fails:
 * a form that does not hold returns false and leaves *out alone.
 */
#ifndef CCK_EXTRACT_DATE_READER_H
#define CCK_EXTRACT_DATE_READER_H

#include "extract/date_words.h"
#include "extract/mention.h"

typedef struct cck_date_reader {
  const cck_context *context;
  cck_slice text;
  const cck_token *tokens;     /* of the sentence */
  const cck_date_word **words; /* for each token; never NULL inside */
  const int16_t *numbers;      /* for each token: what one to four digits say, and one more; else 0 */
  size_t count;
  uint64_t roles; /* of all words: cck_date_word.roles */
} cck_date_reader;

/* A calendar date as stated: 0 for what the words leave open. */
typedef struct cck_stated {
  int year, month, day;
  int weekday;
  bool relative; /* the year comes from "this year" */
} cck_stated;

/* What a form found. */
typedef struct cck_found {
  size_t first, past; /* tokens of the sentence */
  cck_period days;
  cck_precision precision;
  cck_basis basis;
  int weekday;                /* as written, or 0 */
  bool valid;                 /* false: no such day */
  bool vague;                 /* nothing that "that day" could refer to */
  bool floats;                /* rests on the day of publication, not on its month or year alone */
  bool told;                  /* rests on the last date told */
  bool day_first;             /* numbers in an order that only day, month can be */
  const cck_holiday *holiday; /* that it names, without a year; or NULL */
  int holiday_shift;          /* days from it: "the day before Christmas" */
  int quarter, year;          /* the quarter that it names, or 0 */
} cck_found;

typedef bool (*cck_date_form)(const cck_date_reader *r, size_t at, cck_found *out);

/* Looks up every token's word, in context->arena. */
void cck_date_reader_init(cck_date_reader *r, const cck_context *context, const cck_token *tokens, size_t count);

/* Tokens. All take a place at or past the end, and say no there. */
static inline bool cck_date_has(const cck_date_reader *r, size_t at, cck_date_role role) {
  return at < r->count && r->words[at]->has[role];
}

/* Has any word of the sentence the role, one of the first 64? A costly form asks before it looks at a place. */
static inline bool cck_date_any(const cck_date_reader *r, cck_date_role role) { return r->roles >> role & 1; }

/* 0 when it has not the role. */
static inline int cck_date_value(const cck_date_reader *r, size_t at, cck_date_role role) {
  return at < r->count ? r->words[at]->value[role] : 0;
}

static inline bool cck_date_sign(const cck_date_reader *r, size_t at, const char *sign) {
  return at < r->count && cck_token_is(r->text, &r->tokens[at], sign);
}

/* The word in small letters, however it is written. */
bool cck_date_spells(const cck_date_reader *r, size_t at, const char *word);
static inline __attribute__((always_inline)) bool cck_date_says(const cck_date_reader *r, size_t at, const char *word) {
  return at < r->count && __builtin_expect(cck_token_may_say(r->text, &r->tokens[at], word), 0) &&
         cck_date_spells(r, at, word);
}

/* No white space before it. */
static inline bool cck_date_glued(const cck_date_reader *r, size_t at) {
  return at < r->count && !(r->tokens[at].flags & CCK_TOKEN_SPACE);
}

bool cck_date_dash(const cck_date_reader *r, size_t at);
bool cck_date_capital(const cck_date_reader *r, size_t at);

/* A time zone as zones are written: EST, not the "est." of "(2015 est.)". */
bool cck_date_zone(const cck_date_reader *reader, size_t at);
cck_slice cck_date_word_text(const cck_date_reader *r, size_t at);

/* A token of one to four digits. */
static inline bool cck_date_digits(const cck_date_reader *r, size_t at, int *out) {
  if (at >= r->count || !r->numbers[at])
    return false;
  *out = r->numbers[at] - 1;
  return true;
}

/* The same of so many. */
static inline bool cck_date_number(const cck_date_reader *r, size_t at, size_t digits, int *out) {
  return at < r->count && r->tokens[at].end - r->tokens[at].start == digits && cck_date_digits(r, at, out);
}

/* Numbers in words or digits; each returns the number of tokens, 0 for none. */
size_t cck_date_cardinal(const cck_date_reader *r, size_t at, int *out);   /* "5", "five", "twenty-five", "a" */
size_t cck_date_ordinal(const cck_date_reader *r, size_t at, int *out);    /* "first", "21st", "twenty-first" */
size_t cck_date_day_number(const cck_date_reader *r, size_t at, int *out); /* 1 to 31, "8", "8th", "eighth" */
size_t cck_date_year_words(const cck_date_reader *r, size_t at, int *out); /* "nineteen ninety-one", "two thousand" */

/* Which way the clause around these tokens looks: by the nearest word before them that tells, else behind. */
typedef enum cck_date_view { CCK_DATE_BACK = -1, CCK_DATE_NEITHER, CCK_DATE_AHEAD } cck_date_view;
cck_date_view cck_date_looks(const cck_date_reader *r, size_t first, size_t past);
bool cck_date_looks_ahead(const cck_date_reader *r, size_t first, size_t past);

/* A verb of the past farther off, in another clause: no fragment like "Pay date July 15", but a sentence that reports.
 */
bool cck_date_reports(const cck_date_reader *r, size_t first, size_t past);

/* A clock time behind a day: ", 9:03am AEST", "at 3 p.m."; tokens. date_around.c. */
size_t cck_date_clock_behind(const cck_date_reader *r, size_t at);

/* Forms that read a calendar date; date_calendar.c. */
size_t cck_date_stated(const cck_date_reader *r, size_t at, cck_stated *out);
bool cck_date_form_calendar(const cck_date_reader *r, size_t at, cck_found *out);
bool cck_date_form_year_month(const cck_date_reader *r, size_t at, cck_found *out);
bool cck_date_form_range(const cck_date_reader *r, size_t at, cck_found *out);

/* The weekday behind a day: "20 October (Wednesday)", "17 October 2004, a Sunday,"; the number of tokens. */
size_t cck_date_weekday_behind(const cck_date_reader *r, size_t at, int *out);

/* The month at a token, with its dot; tokens. A lower-case "may" or "march" alone is none. */
size_t cck_date_month_at(const cck_date_reader *r, size_t at, int *out);

/* The year behind a month or a day: "2004", ", 2004", "of 2004", "this year". Tokens; without one *out has no year. */
size_t cck_date_year_behind(const cck_date_reader *r, size_t at, cck_stated *out);

/* A number is a count, a clock time or a decimal, and no day or year, when this stands behind it. */
bool cck_date_counts_on(const cck_date_reader *r, size_t at);

/* Days and months in a row; date_list.c. */
bool cck_date_form_listed(const cck_date_reader *r, size_t at, cck_found *out);
bool cck_date_begins_row(const cck_date_reader *r, size_t at); /* "5, 6 and 7" */
void cck_date_take_listed_year(const cck_date_reader *r, size_t at, cck_stated *out);

/* Dates in numbers; date_numeric.c. */
bool cck_date_form_numeric(const cck_date_reader *r, size_t at, cck_found *out);
bool cck_date_form_lettered(const cck_date_reader *r, size_t at, cck_found *out);

/* Weekdays; date_weekday.c. */
bool cck_date_form_weekday(const cck_date_reader *r, size_t at, cck_found *out);
bool cck_date_form_week_day(const cck_date_reader *r, size_t at, cck_found *out);
bool cck_date_form_day(const cck_date_reader *r, size_t at, cck_found *out);
cck_day cck_date_weekday_near(const cck_date_reader *r, int weekday, bool ahead);

/* Years and longer; date_year.c. */
bool cck_date_form_year(const cck_date_reader *r, size_t at, cck_found *out);
bool cck_date_form_years(const cck_date_reader *r, size_t at, cck_found *out);
bool cck_date_form_decade(const cck_date_reader *r, size_t at, cck_found *out);
bool cck_date_form_century(const cck_date_reader *r, size_t at, cck_found *out);

/* Seasons, quarters, halves, holidays, events; date_named.c. */
bool cck_date_form_season(const cck_date_reader *r, size_t at, cck_found *out);
bool cck_date_form_quarter(const cck_date_reader *r, size_t at, cck_found *out);
bool cck_date_form_half(const cck_date_reader *r, size_t at, cck_found *out);
bool cck_date_form_holiday(const cck_date_reader *r, size_t at, cck_found *out);
bool cck_date_form_event(const cck_date_reader *r, size_t at, cck_found *out);
cck_period cck_date_season(int year, int season); /* winter begins in December */
int cck_date_season_year(const cck_date_reader *r, int season, cck_date_view view);
size_t cck_date_holiday_at(const cck_date_reader *r, size_t at, const cck_holiday **out); /* tokens of its name */

/* Relative to publication or to the last date told; date_relative.c. */
bool cck_date_form_today(const cck_date_reader *r, size_t at, cck_found *out);
bool cck_date_form_shift(const cck_date_reader *r, size_t at, cck_found *out);
bool cck_date_form_told(const cck_date_reader *r, size_t at, cck_found *out);
bool cck_date_form_ago(const cck_date_reader *r, size_t at, cck_found *out);
size_t cck_date_length(const cck_date_reader *r, size_t at, int *number, cck_date_unit *unit); /* "two years": tokens */
bool cck_date_form_recent(const cck_date_reader *r, size_t at, cck_found *out);
bool cck_date_form_the_year(const cck_date_reader *r, size_t at, cck_found *out);
bool cck_date_form_year_ago(const cck_date_reader *r, size_t at, cck_found *out);

/* Around another date; date_around.c. */
bool cck_date_form_part(const cck_date_reader *r, size_t at, cck_found *out);
bool cck_date_form_earlier(const cck_date_reader *r, size_t at, cck_found *out);
bool cck_date_form_clock(const cck_date_reader *r, size_t at, cck_found *out);
bool cck_date_form_clock_alone(const cck_date_reader *r, size_t at, cck_found *out);

/* A date that another one is a part of: plain, perhaps behind "the", or the current unit ("the month"). */
bool cck_date_inner(const cck_date_reader *r, size_t at, cck_found *out);

/* Weeks, and days and units by their number; date_week.c. */
bool cck_date_form_week_of(const cck_date_reader *r, size_t at, cck_found *out);
bool cck_date_form_after_next(const cck_date_reader *r, size_t at, cck_found *out);
bool cck_date_form_days_off(const cck_date_reader *r, size_t at, cck_found *out);
bool cck_date_form_same(const cck_date_reader *r, size_t at, cck_found *out);

/* From one date to another, and so long before or after one; date_span.c. */
bool cck_date_form_span(const cck_date_reader *r, size_t at, cck_found *out);
bool cck_date_form_beside(const cck_date_reader *r, size_t at, cck_found *out);

/* The longest plain form at a token: what the forms of date_around.c go around. Below them, so this never recurses. */
bool cck_date_plain(const cck_date_reader *r, size_t at, cck_found *out);

/*
 * The year that the words at a token name, "2004", "'04", "two thousand and four"; or by a shift, "last year". Tokens.
 */
size_t cck_date_year_at(const cck_date_reader *r, size_t at, int *out);
size_t cck_date_year_shifted(const cck_date_reader *r, size_t at, int *out);

/* Two digits to the year that is at most twenty years ahead of publication. */
int cck_date_full_year(const cck_date_reader *r, int number);

/* Resolving; date_resolve.c. All give CCK_NO_PERIOD where publication is needed and unknown. */
int cck_date_published_year(const cck_date_reader *r); /* 0 when undated */
int cck_date_published_month(const cck_date_reader *r);
void cck_date_resolve(const cck_date_reader *r, const cck_stated *stated, cck_found *out);
/* A month and day without a year, far from publication, told with a weekday: in the other year if only there it is one.
 */
void cck_date_agree(const cck_date_reader *r, int weekday, cck_found *out);

/* The month and day without a year that stand at these tokens. */
cck_day cck_date_nearest(const cck_date_reader *r, int month, int day, const cck_found *at);
int cck_date_month_year(const cck_date_reader *r, int month, cck_date_view view); /* of a bare month */
cck_period cck_date_unit_around(cck_day day, cck_date_unit unit, int shift);      /* "last week" */
cck_precision cck_date_unit_precision(cck_date_unit unit);

/* "within two weeks from today", "less than a month from now": any day of the length that begins at `at`. */
bool cck_date_is_limit(const cck_date_reader *r, size_t at);
/* The days from one to so many units (a day to a year) behind it or, below 0, before it. */
cck_period cck_date_up_to(cck_period from, cck_date_unit unit, int count);

cck_period cck_date_narrow(cck_period days, cck_date_part part); /* "early", "late" */

/* A found date with these days; the rest is plain. */
cck_found cck_date_found(size_t first, size_t past, cck_period days, cck_precision precision, cck_basis basis);

#endif
