/*
 * Tellings: each figure of a run as its sentence tells it.
 *
 *   "The quake struck about 20 miles north of Santa Rosa ."
 *        quake 2<-  struck 1<-  [20 miles]  ->1 north  ->2 Santa  ->3 Rosa
 *        landmark: Santa Rosa          nearest name: Santa Rosa
 *
 * A sentence knows its content words (by stem, each once, in order of the stem's hash); a telling knows how near each
 * of them stands on either side of its figure. All memory is the run's.
 */
#ifndef CCK_RULE_STORY_TELLING_H
#define CCK_RULE_STORY_TELLING_H

#include "rule/kinds.h"
#include "rule/story/vocabulary.h"

typedef struct cck_story_word {
  uint64_t stem;
  uint32_t token;  /* where it stands first */
  uint16_t rarity; /* as in vocabulary.h */
  bool name;       /* with a capital, and not because a sentence begins */
} cck_story_word;

typedef CCK_VEC(cck_story_word) cck_story_words;

typedef struct cck_story_sentence {
  cck_slice quote;
  cck_tokens tokens;
  cck_story_words words;
  unsigned weight;      /* sum of the rarities */
  uint32_t classes;     /* CCK_STORY_* of all its words */
  uint32_t first, past; /* tellings */
  bool names;           /* some word is a name */
  bool shouted;         /* most words in capitals, as headlines have them */
  bool specifications;  /* a figure of it counts what statistics count */
  bool says_when;       /* gives a date or a time of day, known or not */
} cck_story_sentence;

/* How near a word stands: 256 is right beside the figure. */
typedef struct cck_story_sight {
  uint16_t weight[2];  /* before, after; 0: not on that side */
  uint8_t distance[2]; /* content words */
} cck_story_sight;

enum { CCK_STEM_SET = 8 };

/* A few stems: of a name, of adjectives. */
typedef struct cck_stem_set {
  uint64_t items[CCK_STEM_SET];
  uint32_t count;
} cck_stem_set;

/* What a figure is told as. Two that differ in one are hardly the same. */
enum {
  CCK_TOLD_OTHER = 1,
  CCK_TOLD_TOTAL = 2,
  CCK_TOLD_PART = 4,
  CCK_TOLD_JOINED = 8, /* "420 passengers and crew" */
  CCK_TOLD_CHANGE = 16,
  CCK_TOLD_RATE = 32,     /* per something */
  CCK_TOLD_WHOLE = 64,    /* "10 of the 16 games" */
  CCK_TOLD_SHARE = 256,   /* "20 of the 40": of a whole that its sentence gives */
  CCK_TOLD_OFFSET = 128,  /* "nine days before" */
  CCK_TOLD_WINDOW = 1024, /* "the past 30 years" */
  CCK_TOLD_NOT = 512      /* "1,950 homes did not lose power" */
};

typedef enum cck_story_kind {
  CCK_STORY_COUNT,
  CCK_STORY_MONEY,
  CCK_STORY_PERCENT,
  CCK_STORY_AGE,
  CCK_STORY_LENGTH,
  CCK_STORY_DURATION,
  CCK_STORY_DATE,
  CCK_STORY_CLOCK, /* a time of day */
  CCK_STORY_UNIT   /* any other unit */
} cck_story_kind;

typedef struct cck_telling {
  const cck_claim *claim;
  uint32_t body, sentence, order; /* order: place of the claim in the run */
  cck_story_kind kind;
  cck_unit_view unit;
  uint32_t first, past;    /* tokens of the sentence */
  cck_story_sight *sights; /* by word of the sentence */
  uint64_t noun;           /* stem of the counted noun; 0 for none */
  uint32_t noun_classes, synonyms;
  uint32_t roles; /* what is done with the counted, as rows of words.def; 0: not told */
  unsigned told;
  bool by_distance;       /* "three years ago" */
  int clock;              /* minutes from midnight, of a time of day */
  bool about;             /* "about 9 p.m." */
  uint64_t base;          /* "90 percent of the components": of what; 0: not told */
  uint64_t attribute_of;  /* "a 15-inch screen", "a three-game series": what it describes; 0: it stands by itself */
  cck_stem_set modifiers; /* words of its phrase but the noun */
  cck_stem_set capitals;  /* those of its phrase with a capital */
  cck_stem_set landmark;  /* "north of Santa Rosa" */
  uint64_t compass;       /* stem of the direction */
  cck_stem_set holder;    /* whose age */
  uint64_t holder_noun;   /* "the 15-year-old girl" */
  cck_stem_set nearest;   /* the nearest name */
} cck_telling;

typedef struct cck_tellings {
  const cck_story_vocabulary *vocabulary;
  CCK_VEC(cck_telling) items;            /* in order of body and place */
  CCK_VEC(cck_story_sentence) sentences; /* the same order */
  struct cck_story_body {
    uint32_t first, past; /* tellings */
    uint32_t first_sentence, past_sentence;
    cck_story_words words; /* of all its sentences, in order of stem, each once; a name if it is one anywhere */
    bool brief;            /* a sentence or two, given with few others: no lead and no series to go by */
  } * bodies;
} cck_tellings;

/* The figure that is compared: a time of day counts in minutes. False when it cannot be read exactly. */
bool cck_telling_figure(const cck_telling *telling, cck_decimal hedge, cck_figure *out);

/* Of all claims of the run that can be compared. In the run's arena. */
cck_tellings *cck_tellings_new(cck_run *run);

/* The word of the stem, or NULL. */
const cck_story_word *cck_story_find_word(const cck_story_words *words, uint64_t stem);

bool cck_stem_set_has(const cck_stem_set *set, uint64_t stem);
bool cck_stem_sets_meet(const cck_stem_set *a, const cck_stem_set *b);

#endif
