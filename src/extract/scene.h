/*
 * A scene: one sentence prepared for linking.
 *
 *   Russia has written off $30 million of Tajik debts , while Moscow ...
 *   `--------------- clause 0 ----------------------'   `- clause 1 ---
 *   entities   russia (0)  tajikistan (8, adjective)  ...
 *   words      debt-relief/words "write off" (2..4)   debt-relief/near "debts" (9)
 *   quantities $30 million (4..7)
 *
 * Token numbers are the document's. Built in the document's arena; read-only for
 * the linkers.
 */
#ifndef CCK_EXTRACT_SCENE_H
#define CCK_EXTRACT_SCENE_H

#include "extract/link_words.h"
#include "extract/mention.h"

typedef struct cck_clause {
  uint32_t first, past; /* tokens */
  bool relative;        /* opened by which, who, that ...: about what stands before */
} cck_clause;

typedef struct cck_entity_mention {
  uint32_t entity, alias; /* of the lexicon; alias is CCK_LEXICON_NONE for a reference ("the base") */
  uint32_t first, past;
  uint32_t clause;
  bool possessive; /* 's or a bare apostrophe follows */
  bool adjective;  /* a demonym before a noun: "Tajik debts" */
  bool placed;     /* after in, at, near, to, from ... */
} cck_entity_mention;

/* A measure's word in the sentence. */
typedef struct cck_word_hit {
  uint32_t word; /* of the lexicon */
  uint32_t first, past;
  uint32_t clause;
  uint32_t next; /* the next hit of the same measure, CCK_LEXICON_NONE at the last */
} cck_word_hit;

/* A sentence or line that is only a name, "Ruritania."; past 0: none. label.h */
typedef struct cck_heading {
  uint32_t entity;
  uint32_t first, past; /* tokens of the document */
  uint32_t block;
  bool alone;     /* the block holds nothing else */
  uint32_t marks; /* Markdown's "#" in front of it */
  uint32_t seen;  /* the last block that was looked at for another heading */
} cck_heading;

typedef struct cck_scene {
  cck_context *context;
  const cck_sentence *sentence;
  const cck_token *tokens; /* of the whole document */
  cck_slice quote;         /* the sentence on one line, shared by its claims */
  const uint32_t *classes; /* CCK_LINK_* of each token of the sentence; index: token - sentence->first */
  uint32_t all_classes;    /* of all its tokens together */
  const bool *quoted;      /* of each token likewise: inside quotation marks */
  CCK_VEC(cck_clause) clauses;
  CCK_VEC(cck_entity_mention) entities;
  CCK_VEC(cck_word_hit) words;
  uint32_t *first_hit; /* of each measure of the lexicon: its first in words, or CCK_LEXICON_NONE */
  cck_mentions dates, quantities;
  uint32_t label_past; /* token behind the colon of the sentence's label, 0 for none */
  cck_heading heading; /* that the sentence stands under */
} cck_scene;

/* Which entities were mentioned so far, for "the base" and for name claims. */
typedef struct cck_memory {
  CCK_VEC(uint32_t) recent; /* entities in order of mention */
  CCK_VEC(uint32_t) named;  /* dated aliases that have had their name claim */
  cck_heading heading;      /* the last one */
  bool in_quotes;           /* an opened quotation mark is still open in this block */
} cck_memory;

/*
 * Empties the scene for a sentence; all zero before the first. What was made for the sentence
 * before is not kept: an article can have millions.
 */
void cck_scene_begin(cck_scene *scene, cck_context *context, const cck_sentence *sentence);

/*
 * Fills everything but dates and quantities, which must be there already. A sentence without a
 * mention and without a word that begins a name has its quotation marks read, and that is all.
 */
void cck_scene_build(cck_scene *scene, cck_memory *memory);

static inline uint32_t cck_scene_class(const cck_scene *scene, uint32_t token) {
  if (token < scene->sentence->first || token >= scene->sentence->past)
    return 0;
  return scene->classes[token - scene->sentence->first];
}

uint32_t cck_scene_class_before(const cck_scene *scene,
                                uint32_t token);                   /* of the token before it; 0 at the beginning */
uint32_t cck_scene_clause(const cck_scene *scene, uint32_t token); /* index of its clause */
const cck_clause *cck_scene_clause_at(const cck_scene *scene, uint32_t token);

/* Is the token this sign? False behind the end of the sentence. */
static inline bool cck_scene_sign(const cck_scene *scene, uint32_t token, const char *sign) {
  return token < scene->sentence->past && cck_token_is(scene->context->doc->text, &scene->tokens[token], sign);
}

/* "(Avesta, September 17)": the date of what is cited, not of what is said. */
bool cck_scene_in_brackets(const cck_scene *scene, const cck_mention *date);

/* Is the token part of a date? */
bool cck_scene_in_date(const cck_scene *scene, uint32_t token);

/* Could the token be a word of a name: a capital, and neither one of the words that linking knows nor of a date? */
bool cck_scene_is_name_word(const cck_scene *scene, uint32_t token);

/* The words of a stretch on one line. */
cck_slice cck_scene_words(const cck_scene *scene, uint32_t first, uint32_t past);

/* Tokens between two stretches; 0 when they touch or overlap. */
uint32_t cck_scene_distance(uint32_t first_a, uint32_t past_a, uint32_t first_b, uint32_t past_b);

#endif
