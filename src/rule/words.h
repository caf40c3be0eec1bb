/*
 * Reading a field's value as words: fixed phrases, single words, and a split at a
 * phrase in the middle. White space between words may be any. All results point
 * into the value, so that errors keep their column.
 */
#ifndef CCK_RULE_WORDS_H
#define CCK_RULE_WORDS_H

#include "base/slice.h"

/* Takes the phrase (words with one space between) off the start of *rest; the rest is trimmed at its left. */
bool cck_words_take(cck_slice *rest, const char *phrase);

/* Takes the next word; empty at the end. */
cck_slice cck_words_next(cck_slice *rest);

/* The parts before and after the first place where the phrase stands, both trimmed. */
bool cck_words_split(cck_slice text, const char *phrase, cck_slice *before, cck_slice *after);

/* The last word, and what stands before it, trimmed. */
cck_slice cck_words_last(cck_slice text, cck_slice *before);

/* Words at the start, as many as `phrase` has; for finding the nearest phrase. */
cck_slice cck_words_like(cck_slice text, const char *phrase);

#endif
