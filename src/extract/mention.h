/*
 * A mention: a stretch of a sentence that the grammars read as a quantity, a date
 * or a number that cannot be read, before linking makes a claim of it.
 *
 * Order within a sentence: dates are read first; a quantity that overlaps a date
 * is dropped (except durations); then linking.
 */
#ifndef CCK_EXTRACT_MENTION_H
#define CCK_EXTRACT_MENTION_H

#include "extract/context.h"
#include "model/claim.h"

typedef struct cck_mention {
  cck_claim_kind kind;                /* quantity, date or malformed */
  uint32_t first, past;               /* tokens of the document: the claim's text, "5,000 soldiers" */
  uint32_t number_first, number_past; /* the figure alone, with mark and scale: "$2.3 million", "5,000" */
  uint32_t noun_first, noun_past;     /* counted noun phrase; equal when there is none */
  bool labelled;                      /* the sentence's label says what the figure measures, "Public debt: 40%" */
  uint32_t place_first, place_past;   /* "660 Kosovo" behind a label: the place; equal when there is none */
  uint32_t owner_first, owner_past;   /* dates in brackets: the person's name before them; past 0 for none */
  cck_value value;                    /* quantities */
  cck_slice noun;                     /* lemma of the counted noun's head, "soldier"; empty for none */
  bool strong;                        /* "5,000-strong": the figure counts what stands before or after it */
  cck_date date;                      /* dates; event and past are filled by linking */
  uint32_t verb;                      /* dates: the token of the verb that it dates, 0 for none; filled by linking */
  cck_basis basis; /* dates: TEXT for absolute ones, RELATIVE for "yesterday", "the next day", "on May 5" */
  const struct cck_holiday *holiday; /* dates: whose day it is, where no year is stated; else NULL */
  int holiday_shift;                 /* dates: days from the holiday, "the day before Christmas" */
  cck_period during; /* a quantity with its own interval, "over the next five years"; else CCK_NO_PERIOD */
  bool planned_hint; /* the words themselves look ahead ("over the next five years") */
} cck_mention;

typedef CCK_VEC(cck_mention) cck_mentions;

/* What was looked at and not taken, for --explain. */
typedef struct cck_rejection {
  uint32_t start, end; /* bytes */
  const char *why;     /* a fixed text: "part of a name", "year", "clock time" */
} cck_rejection;

typedef CCK_VEC(cck_rejection) cck_rejections;

/*
 * The grammars, one call a sentence, mentions in order of place, not overlapping
 * each other within one kind. All memory from context->arena.
 */
void cck_read_dates(cck_context *context, const cck_sentence *sentence, cck_mentions *out);
void cck_read_quantities(cck_context *context, const cck_sentence *sentence, const cck_mentions *dates,
                         cck_mentions *out, cck_rejections *rejected);

#endif
