/*
 * Furniture: what stands around an article and is none of it (counters, bylines,
 * link lists, legal notices). Phrases stand in furniture.def; bylines, datelines,
 * names and notes about people are told by their form. Decides about one
 * paragraph at a time; what its neighbours mean for it is blocks.c's work.
 */
#ifndef CCK_TEXT_FURNITURE_H
#define CCK_TEXT_FURNITURE_H

#include "base/hash_table.h"
#include "text/paragraphs.h"

enum {
  CCK_FURNITURE_SHORT = 1,   /* a phrase, byline or dateline: furniture wherever it stands */
  CCK_FURNITURE_MARK = 2,    /* the same, and the article ends before it when little follows */
  CCK_FURNITURE_CAPTION = 4, /* describes a picture */
  CCK_FURNITURE_PHRASE = 8   /* with SHORT: it is a phrase of the table, which heads what is furniture too */
};

enum { CCK_FURNITURE_WINDOW_BITS = 15 };

/* The vocabulary, built once for a run. */
typedef struct cck_furniture {
  cck_hash_table first_words; /* of the phrases, to pass by most paragraphs at one look: where they stand as bits */
  uint64_t tail_windows[(1 << CCK_FURNITURE_WINDOW_BITS) / 64]; /* a bit for bytes of each phrase of a page's end */
  cck_hash_table words; /* of datelines and of notes about people: kinds as bits */
} cck_furniture;

const cck_furniture *cck_furniture_new(cck_arena *arena);

/* What the paragraph is by itself: the flags above, 0 for text. */
unsigned cck_furniture_look(const cck_furniture *f, cck_slice text, const cck_paragraph *p);

/* Does the paragraph hold what only stands at the end of a page (a legal notice, an invitation to subscribe)? */
bool cck_furniture_is_tail(const cck_furniture *f, cck_slice text, const cck_paragraph *p);

/* A line that says that the article ends here ("- ENDS -"). */
bool cck_furniture_is_end(cck_slice line);

/* Begins as notes about an article and its author do ("This article was amended"). */
bool cck_furniture_is_note(const cck_furniture *f, cck_slice text);

/* A heading of what is furniture by one of its words ("Get the Health Check newsletter"). */
bool cck_furniture_heads(cck_slice heading);

/* Two to four capitalised words and nothing else. */
bool cck_furniture_is_name(cck_slice line);

/* "<name> is ...", "<name> has ...": begins with the name and goes on to tell who that is. */
bool cck_furniture_tells_of(const cck_furniture *f, cck_slice paragraph, cck_slice name);

/* Equal when only letters and digits are compared, without case. False for empty ones. */
bool cck_furniture_same_title(cck_slice a, cck_slice b);

#endif
