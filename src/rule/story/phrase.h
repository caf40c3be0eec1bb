/*
 * The words around a figure, read for what it is a figure of: its counted noun and the noun's modifiers, whether it is
 * a part, a total or a change, what place a distance counts from, whose age it is.
 */
#ifndef CCK_RULE_STORY_PHRASE_H
#define CCK_RULE_STORY_PHRASE_H

#include "rule/story/telling.h"

/* Does the token say what the sentence is about? */
bool cck_story_is_content(const cck_story_sentence *s, const cck_story_vocabulary *v, uint32_t token);

/* A content word with a capital that it does not owe to the beginning of a sentence or a quotation. */
bool cck_story_is_name(const cck_story_sentence *s, const cck_story_vocabulary *v, uint32_t token);

/* Fills what telling.h says of the phrase. Claim, unit, kind and tokens must be set. */
void cck_story_read_phrase(const cck_story_sentence *s, const cck_story_vocabulary *v, cck_telling *t);

#endif
