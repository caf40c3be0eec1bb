/*
 * The vocabulary of the date grammar: which part each word can play in a date, from
 * months.def, weekdays.def, seasons.def, date_words.def, holidays.def and date_events.def.
 * Built once for a run; read-only afterwards. Nothing here fails.
 *
 *   "second" -> ORDINAL 2      "march" -> MONTH 3, WEAK 1      "spring" -> SEASON 1, WEAK 1
 */
#ifndef CCK_EXTRACT_DATE_WORDS_H
#define CCK_EXTRACT_DATE_WORDS_H

#include <assert.h>

#include "extract/word_index.h"
#include "extract/vocabulary.h"
#include "model/trie.h"

typedef enum cck_date_role {
  /* roles at which a date can begin */
  CCK_DATE_ROLE_NUMBER,  /* one to four digits, or an apostrophe before them: no word has it, the reader sets it */
  CCK_DATE_ROLE_DOTTED,  /* as long as "20.10.2004": likewise */
  CCK_DATE_ROLE_MONTH,   /* 1 to 12 */
  CCK_DATE_ROLE_WEEKDAY, /* 1 Monday to 7 Sunday */
  CCK_DATE_ROLE_SEASON,  /* 1 spring to 4 winter */
  CCK_DATE_ROLE_ONES,    /* number words, by value */
  CCK_DATE_ROLE_TEENS,
  CCK_DATE_ROLE_TENS,
  CCK_DATE_ROLE_ORDINAL,  /* by value */
  CCK_DATE_ROLE_DECADE,   /* "nineties": 90 */
  CCK_DATE_ROLE_UNIT,     /* a cck_date_unit */
  CCK_DATE_ROLE_FISCAL,   /* may stand before "year" or a year */
  CCK_DATE_ROLE_TODAY,    /* days from publication */
  CCK_DATE_ROLE_SHIFT,    /* last -1, this 0, next 1 */
  CCK_DATE_ROLE_LATEST,   /* "the latest quarter" */
  CCK_DATE_ROLE_THAT,     /* "that day", "the same day" */
  CCK_DATE_ROLE_PART,     /* a cck_date_part */
  CCK_DATE_ROLE_EARLIER,  /* earlier -1, later 1 */
  CCK_DATE_ROLE_ALMOST,   /* "almost two years ago" */
  CCK_DATE_ROLE_SEVERAL,  /* "several years ago" */
  CCK_DATE_ROLE_RECENT,   /* "recent years" */
  CCK_DATE_ROLE_SAME,     /* "the same week last year" */
  CCK_DATE_ROLE_FINAL,    /* "the final week": -1; "penultimate": -2 */
  CCK_DATE_ROLE_DAYPART,  /* morning, night */
  CCK_DATE_ROLE_THE,      /* function words */
  CCK_DATE_ROLE_A,        /* */
  CCK_DATE_ROLE_Q,        /* "Q1" */
  CCK_DATE_ROLE_H,        /* "H1" */
  CCK_DATE_ROLE_HOLIDAY,  /* a holiday's name may begin here */
  CCK_DATE_ROLE_EVENT,    /* an event's date may begin here */
  CCK_DATE_ROLE_INNER,    /* roles of the words inside and around: */
  CCK_DATE_ROLE_SHORT,    /* an abbreviation of a month or weekday */
  CCK_DATE_ROLE_WEAK,     /* also another word: May, March, fall */
  CCK_DATE_ROLE_MASTHEAD, /* "Sunday Times" */
  CCK_DATE_ROLE_EPITHET,  /* "Bloody Sunday" */
  CCK_DATE_ROLE_EVERY,    /* "every Sunday" */
  CCK_DATE_ROLE_THOUSAND,
  CCK_DATE_ROLE_SUFFIX,    /* "20th" */
  CCK_DATE_ROLE_PLURAL,    /* of a unit */
  CCK_DATE_ROLE_FORTNIGHT, /* two weeks */
  CCK_DATE_ROLE_HALF,      /* "the first half" */
  CCK_DATE_ROLE_PERIOD,    /* "the latest period" */
  CCK_DATE_ROLE_TOLD,      /* a shift from the last date told: "the following day" */
  CCK_DATE_ROLE_COMING,    /* after "this": "this coming Sunday", "this past spring" */
  CCK_DATE_ROLE_PART_OF,   /* a part that takes "of": "the end of May" */
  CCK_DATE_ROLE_AGO,       /* "two years ago" */
  CCK_DATE_ROLE_OF,        /* */
  CCK_DATE_ROLE_AND,       /* */
  CCK_DATE_ROLE_TO,        /* */
  CCK_DATE_ROLE_FROM,      /* */
  CCK_DATE_ROLE_BETWEEN,   /* */
  CCK_DATE_ROLE_PLURAL_S,  /* the s of "1990s" */
  CCK_DATE_ROLE_POSSESSIVE,
  CCK_DATE_ROLE_AMPM,
  CCK_DATE_ROLE_ZONE,        /* "6 p.m. EST Nov. 3" */
  CCK_DATE_ROLE_ESTIMATE,    /* written small with a point behind it: "(2015 est.)" */
  CCK_DATE_ROLE_ON,          /* may stand between a clock time and its day */
  CCK_DATE_ROLE_ERA,         /* "44 B.C.": not read */
  CCK_DATE_ROLE_INTRODUCES,  /* 2: surely a date follows; 1: maybe */
  CCK_DATE_ROLE_AHEAD,       /* looks ahead; 2: a modal that does so from either side */
  CCK_DATE_ROLE_DEADLINE,    /* "by Friday": ahead, right before the date */
  CCK_DATE_ROLE_REPORTED,    /* reports what was */
  CCK_DATE_ROLE_COUNTED,     /* after a number: a count */
  CCK_DATE_ROLE_ROAD,        /* "1945 Elm Street" */
  CCK_DATE_ROLE_LABEL,       /* before a number: a name */
  CCK_DATE_ROLE_CAR,         /* behind a number: the maker of its model */
  CCK_DATE_ROLE_OWNER,       /* before a number: whose it is */
  CCK_DATE_ROLE_OF_A_YEAR,   /* behind a number: what years have, in the plural */
  CCK_DATE_ROLE_MONTH_AFTER, /* "early May", "by March": then it is no other word */
  CCK_DATE_ROLE_BEYOND,      /* "post-1959" */
  CCK_DATE_ROLE_MORE,        /* "more than 2000" */
  CCK_DATE_ROLE_MORE_THAN,   /* "a year earlier than planned" */
  CCK_DATE_ROLE_BEFORE,      /* "the day before yesterday": -1; "after": 1 */
  CCK_DATE_ROLE_END,         /* "year-end", "year's end" */
  CCK_DATE_ROLE_REST,        /* "the rest of the year" */
  CCK_DATE_ROLE_NOW,         /* "two weeks from now" */
  CCK_DATE_ROLE_HENCE,       /* "two weeks hence" */
  CCK_DATE_ROLE_WEEKDAYS,    /* "two Sundays ago": 1 Monday to 7 Sunday */
  CCK_DATE_ROLE_WORKING,     /* "three business days from now" */
  CCK_DATE_ROLE_ENDING,      /* "the week ended Friday": -1; "beginning": 1 */
  CCK_DATE_ROLE_PUBLISHED,   /* "Published: ..." */
  CCK_DATE_ROLE_BYLINE,      /* "By A. Writer" */
  CCK_DATE_ROLE_ISSUE,       /* "(06/18/2014 issue of ...)" */
  CCK_DATE_ROLE_COUNT
} cck_date_role;

static_assert(CCK_DATE_ROLE_INNER <= 64, "the roles that can begin a date are bits of 64");

typedef enum cck_date_unit {
  CCK_DATE_DAY = 1,
  CCK_DATE_WEEK,
  CCK_DATE_WEEKEND,
  CCK_DATE_MONTH,
  CCK_DATE_QUARTER,
  CCK_DATE_YEAR,
  CCK_DATE_DECADE,
  CCK_DATE_CENTURY
} cck_date_unit;

typedef enum cck_date_part { CCK_DATE_EARLY = 1, CCK_DATE_MIDDLE, CCK_DATE_LATE, CCK_DATE_CLOSE } cck_date_part;

typedef struct cck_date_word {
  uint64_t roles;  /* a bit for each role that it has of the first 64 */
  uint64_t begins; /* those before CCK_DATE_ROLE_INNER */
  uint64_t forms;  /* a bit for each form of date.c that can begin at it */
  bool has[CCK_DATE_ROLE_COUNT];
  int8_t value[CCK_DATE_ROLE_COUNT];
} cck_date_word;

typedef enum cck_holiday_rule {
  CCK_HOLIDAY_FIXED,
  CCK_HOLIDAY_NTH,
  CCK_HOLIDAY_AFTER_NTH,
  CCK_HOLIDAY_LAST,
  CCK_HOLIDAY_EASTER,
  CCK_HOLIDAY_LOOSE_FIXED, /* as above, but the word alone is not enough */
  CCK_HOLIDAY_LOOSE_NTH,
  CCK_HOLIDAY_LOOSE_EASTER
} cck_holiday_rule;

typedef struct cck_holiday {
  const char *name;
  cck_holiday_rule rule;
  int month, a, b; /* holidays.def */
} cck_holiday;

typedef struct cck_date_event {
  const char *phrase;
  int year, month, day;
} cck_date_event;

struct cck_date_words {
  cck_word_index index;         /* the word's place in `words` */
  CCK_VEC(cck_date_word) words; /* the first is the word without roles */
  uint64_t number_forms;        /* that begin at a token of the role CCK_DATE_ROLE_NUMBER */
  uint64_t dotted_forms;        /* of CCK_DATE_ROLE_DOTTED */
  cck_trie holidays;            /* payload: index of cck_date_holiday */
  cck_trie events;              /* payload: index of cck_date_event_at */
};

/* The word that this token is; a word without roles when it is none. Never NULL. */
static inline const cck_date_word *cck_date_word_find(const struct cck_date_words *words, const cck_token *token) {
  return &words->words.items[cck_word_index_find(&words->index, token)];
}

/* date.c: fills `forms` of each word, when all words are there. */
void cck_date_words_take_forms(struct cck_date_words *words);

/* Entries by the tries' payloads. */
const cck_holiday *cck_date_holiday(uint32_t index);
const cck_date_event *cck_date_event_at(uint32_t index);

/* The day on which the holiday falls in a year. */
cck_day cck_holiday_day(const cck_holiday *holiday, int year);

#endif
