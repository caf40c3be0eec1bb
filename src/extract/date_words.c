#include "extract/date_words.h"

#include "base/utf8.h"

static const cck_holiday HOLIDAYS[] = {
#define CCK_HOLIDAY(name, how, month, a, b) {name, CCK_HOLIDAY_##how, month, a, b},
#include "extract/holidays.def"
#undef CCK_HOLIDAY
};

static const cck_date_event EVENTS[] = {
#define CCK_DATE_EVENT(phrase, year, month, day) {phrase, year, month, day},
#include "extract/date_events.def"
#undef CCK_DATE_EVENT
};

static const struct row {
  cck_date_role role;
  int value;
  const char *words;
} ROWS[] = {
#define CCK_DATE_WORDS(role, value, words) {CCK_DATE_ROLE_##role, value, words},
#include "extract/months.def"
#include "extract/weekdays.def"
#include "extract/seasons.def"
#include "extract/date_words.def"
#undef CCK_DATE_WORDS
};

enum { ROW_COUNT = sizeof ROWS / sizeof *ROWS };

static void add_role(cck_arena *arena, struct cck_date_words *words, uint64_t hash, cck_date_role role, int value) {
  uint32_t *index = cck_hash_table_put(arena, &words->index.table, hash);
  if (!*index) {
    *index = (uint32_t)words->words.count;
    CCK_PUSH(arena, &words->words, (cck_date_word){0});
  }
  cck_date_word *word = &words->words.items[*index];
  word->roles |= role < 64 ? UINT64_C(1) << role : 0;
  word->begins |= role < CCK_DATE_ROLE_INNER ? UINT64_C(1) << role : 0;
  word->has[role] = true;
  word->value[role] = (int8_t)value;
}

static void add_row(cck_arena *arena, struct cck_date_words *words, const struct row *row) {
  cck_slice rest = cck_slice_of(row->words);
  for (cck_slice text; cck_slice_next(&rest, ' ', &text);) {
    if (text.len)
      add_role(arena, words, cck_utf8_fold_hash(text), row->role, row->value);
  }
}

/* The phrase into the trie, and its first word into the table, so that only those words ask the trie. */
static void add_phrase(cck_arena *arena, struct cck_date_words *words, cck_date_role role, const char *text,
                       uint32_t payload) {
  cck_tokens tokens = {0};
  cck_slice phrase = cck_slice_of(text);
  cck_tokenize(arena, phrase, 0, phrase.len, &tokens);
  cck_trie_add(role == CCK_DATE_ROLE_HOLIDAY ? &words->holidays : &words->events, phrase, payload);
  if (tokens.count)
    add_role(arena, words, tokens.items[0].hash, role, 1);
}

struct cck_date_words *cck_date_words_new(cck_arena *arena) {
  struct cck_date_words *words = CCK_NEW(arena, struct cck_date_words);
  CCK_PUSH(arena, &words->words, (cck_date_word){0});
  for (size_t i = 0; i < ROW_COUNT; i++)
    add_row(arena, words, &ROWS[i]);
  cck_trie_init(&words->holidays, arena, false);
  cck_trie_init(&words->events, arena, false);
  for (size_t i = 0; i < sizeof HOLIDAYS / sizeof *HOLIDAYS; i++)
    add_phrase(arena, words, CCK_DATE_ROLE_HOLIDAY, HOLIDAYS[i].name, (uint32_t)i);
  for (size_t i = 0; i < sizeof EVENTS / sizeof *EVENTS; i++)
    add_phrase(arena, words, CCK_DATE_ROLE_EVENT, EVENTS[i].phrase, (uint32_t)i);
  cck_date_words_take_forms(words);
  return words;
}

const cck_holiday *cck_date_holiday(uint32_t index) { return &HOLIDAYS[index]; }
const cck_date_event *cck_date_event_at(uint32_t index) { return &EVENTS[index]; }

/* Easter Sunday after the Gregorian calendar: Meeus, "Astronomical Algorithms" (1991), chapter 8. */
static cck_day easter(int year) {
  int a = year % 19, b = year / 100, c = year % 100;
  int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  int h = (19 * a + b - d - g + 15) % 30;
  int i = c / 4, k = c % 4;
  int l = (32 + 2 * e + 2 * i - h - k) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int n = h + l - 7 * m + 114;
  return cck_day_of(year, n / 31, n % 31 + 1);
}

static cck_day nth_weekday(int year, int month, int nth, int weekday) {
  cck_day first = cck_day_of(year, month, 1);
  return first + (weekday - cck_weekday(first) + 7) % 7 + 7 * (nth - 1);
}

static cck_day last_weekday(int year, int month, int weekday) {
  cck_day last = cck_day_of(year, month, cck_month_days(year, month));
  return last - (cck_weekday(last) - weekday + 7) % 7;
}

cck_day cck_holiday_day(const cck_holiday *holiday, int year) {
  switch (holiday->rule) {
  case CCK_HOLIDAY_FIXED:
  case CCK_HOLIDAY_LOOSE_FIXED:
    return cck_day_of(year, holiday->month, holiday->a);
  case CCK_HOLIDAY_NTH:
  case CCK_HOLIDAY_LOOSE_NTH:
    return nth_weekday(year, holiday->month, holiday->a, holiday->b);
  case CCK_HOLIDAY_AFTER_NTH:
    return nth_weekday(year, holiday->month, holiday->a, holiday->b) + 1;
  case CCK_HOLIDAY_LAST:
    return last_weekday(year, holiday->month, holiday->b);
  case CCK_HOLIDAY_EASTER:
  case CCK_HOLIDAY_LOOSE_EASTER:
    return easter(year) + holiday->a;
  }
  return CCK_NO_DAY;
}
