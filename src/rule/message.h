/*
 * The words of findings: figures for people ("about 7,000", "330 billion USD"), labels
 * ("~7,000"), and a rule's message with its names filled. All text is allocated in
 * the arena given.
 */
#ifndef CCK_RULE_MESSAGE_H
#define CCK_RULE_MESSAGE_H

#include "rule/compare.h"

/* The names that a message may use, in braces. */
typedef enum cck_message_name {
#define CCK_MESSAGE_NAME(name, ...) CCK_MESSAGE_##name,
#include "rule/message.def"
#undef CCK_MESSAGE_NAME
  CCK_MESSAGE_COUNT
} cck_message_name;

typedef struct cck_message {
  cck_slice values[CCK_MESSAGE_COUNT]; /* empty where the kind does not fill it */
  cck_slice low_mark, high_mark; /* "planned", "undated": put in parentheses behind {low}, {high} and their unit */
  cck_slice value_mark;          /* the same behind {value} */
} cck_message;

/* Name of a placeholder; NULL past the last. */
const char *cck_message_name_at(size_t index);

/* The template with its names replaced. An empty value takes one space before it along; an unknown name stays. */
cck_slice cck_message_fill(cck_arena *arena, cck_slice template_, const cck_message *message);

/*
 * "5,000", "330 billion", "2.3 million", "0.25": scale words from a million on, where at most three decimals are left.
 */
cck_slice cck_number_text(cck_arena *arena, cck_decimal number);

/* The same for a share: "33%", "5.4%", "15,900%": two or three digits. */
cck_slice cck_percent_text(cck_arena *arena, cck_decimal percent);

/* In words, without the unit: "5,000", "about 7,000", "more than 6,000", "5,000 to 7,000"; percent keeps its sign;
 * dates in full ("17 October 2004"). */
cck_slice cck_claim_words(cck_arena *arena, const cck_claim *claim);

/* The unit after such words: "troops", "USD", "kilometres"; empty for percent, dates and bare numbers. */
cck_slice cck_claim_unit_words(cck_arena *arena, const cck_claim *claim);

/* Words and unit: "330 billion USD", "about 7,000 troops". */
cck_slice cck_claim_full_words(cck_arena *arena, const cck_claim *claim);

/* A number and a unit: "330 million USD", "15%". */
cck_slice cck_amount_words(cck_arena *arena, cck_decimal number, cck_slice unit);

/*
 * As a column of a report: "5,000", "~7,000", ">6,000", ">=5", "5,000-7,000", "330 billion USD", "12%"; text of others.
 */
cck_slice cck_claim_label(cck_arena *arena, const cck_claim *claim);

/* A period for people whose end may be open: "2004", "3 May 2004 or later". */
cck_slice cck_open_period_words(cck_arena *arena, cck_period p);

/* "same day", "3 days apart", "12 years 2 months apart": the distance of two periods; "undated" when one is unknown. */
cck_slice cck_distance_text(cck_arena *arena, cck_period a, cck_period b);

/* The month or months that periods lie in: "October 2004", "October 2004 to December 2016"; whole years "2004". */
cck_slice cck_when_text(cck_arena *arena, cck_period all);

#endif
