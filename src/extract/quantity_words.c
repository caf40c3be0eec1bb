#include "extract/quantity_words.h"

#include "base/utf8.h"

typedef struct class_row {
  uint32_t classes, parts;
  int64_t value;
  const char *words;
} class_row;

/* The classes of the .def table by name: which word of bits each stands in. */
#define BITS_DIGIT CCK_Q_DIGIT, 0
#define BITS_TEEN CCK_Q_TEEN, 0
#define BITS_TENS CCK_Q_TENS, 0
#define BITS_PLURAL_SCALE CCK_Q_PLURAL_SCALE, 0
#define BITS_PLURAL_DOZEN CCK_Q_PLURAL_DOZEN, 0
#define BITS_DOZEN CCK_Q_DOZEN, 0
#define BITS_COUPLE CCK_Q_COUPLE, 0
#define BITS_DENOMINATOR CCK_Q_DENOMINATOR, 0
#define BITS_PERIOD_TOO CCK_Q_PERIOD_TOO, 0
#define BITS_FEW CCK_Q_FEW, 0
#define BITS_ARTICLE CCK_Q_ARTICLE, 0
#define BITS_STOP CCK_Q_STOP, 0
#define BITS_VERB CCK_Q_VERB, 0
#define BITS_SKIP CCK_Q_SKIP, 0
#define BITS_DETERMINER CCK_Q_DETERMINER, 0
#define BITS_UP CCK_Q_UP, 0
#define BITS_DOWN CCK_Q_DOWN, 0
#define BITS_WEAK_UP CCK_Q_WEAK_UP, 0
#define BITS_WEAK_DOWN CCK_Q_WEAK_DOWN, 0
#define BITS_PARTICLE CCK_Q_PARTICLE, 0
#define BITS_PHRASAL CCK_Q_PHRASAL, 0
#define BITS_FILLER CCK_Q_FILLER, 0
#define BITS_BETWEEN CCK_Q_BETWEEN, 0
#define BITS_BARRIER CCK_Q_BARRIER, 0
#define BITS_NAMING CCK_Q_NAMING, 0
#define BITS_STREET CCK_Q_STREET, 0
#define BITS_CLOCK CCK_Q_CLOCK, 0
#define BITS_ORDINAL CCK_Q_ORDINAL, 0
#define BITS_NOT_ONE 0, CCK_P_NOT_ONE
#define BITS_AFTER_AGE 0, CCK_P_AFTER_AGE
#define BITS_AGED 0, CCK_P_AGED
#define BITS_PERSON 0, CCK_P_PERSON
#define BITS_BE 0, CCK_P_BE
#define BITS_NEXT 0, CCK_P_NEXT
#define BITS_LAST 0, CCK_P_LAST
#define BITS_AGO 0, CCK_P_AGO
#define BITS_PER 0, CCK_P_PER
#define BITS_PER_NOUN 0, CCK_P_PER_NOUN
#define BITS_MOTION 0, CCK_P_MOTION
#define BITS_VICTIM 0, CCK_P_VICTIM
#define BITS_OBJECT 0, CCK_P_OBJECT
#define BITS_BOUND_TIME 0, CCK_P_BOUND_TIME
#define BITS_FOLD 0, CCK_P_FOLD
#define BITS_BASE 0, CCK_P_BASE
#define BITS_PEOPLE 0, CCK_P_PEOPLE
#define BITS_PRICED 0, CCK_P_PRICED
#define BITS_BEFORE_COUNT 0, CCK_P_BEFORE_COUNT
#define BITS_DYING 0, CCK_P_DYING
#define BITS_ADJECTIVE 0, CCK_P_ADJECTIVE
#define BITS_DIAL 0, CCK_P_DIAL
#define BITS_ALSO_NOUN 0, CCK_P_ALSO_NOUN
#define BITS_QUAKE 0, CCK_P_QUAKE
#define BITS_SPEED 0, CCK_P_SPEED
#define BITS_PRESSURE 0, CCK_P_PRESSURE
#define BITS_SIDE 0, CCK_P_SIDE
#define BITS_DEMONYM 0, CCK_P_DEMONYM
#define BITS_ATTRIBUTE 0, CCK_P_ATTRIBUTE
#define BITS_ACROSS 0, CCK_P_ACROSS
#define BITS_COLLECTIVE 0, CCK_P_COLLECTIVE

static const class_row CLASSES[] = {
#define CCK_QUANTITY_WORDS(class, value, words) {BITS_##class, value, words},
#include "extract/quantity_words.def"
#undef CCK_QUANTITY_WORDS
};

typedef struct scale_row {
  const char *word;
  int power;
  uint32_t class;
} scale_row;

#define SCALE_WORD CCK_Q_SCALE
#define SCALE_SHORT CCK_Q_SHORT
#define SCALE_GLUED CCK_Q_GLUED
static const scale_row SCALES[] = {
#define CCK_SCALE(word, power, how) {word, power, SCALE_##how},
#include "model/scales.def"
#undef CCK_SCALE
};

typedef struct comparative_row {
  const char *form, *plain;
} comparative_row;

static const comparative_row COMPARATIVES[] = {
#define CCK_COMPARATIVE(form, plain) {form, plain},
#include "extract/comparatives.def"
#undef CCK_COMPARATIVE
};

typedef struct bound_row {
  cck_approx approx;
  bool after;
  const char *phrases;
} bound_row;

static const bound_row BOUNDS[] = {
#define CCK_BOUND(approx, phrases) {CCK_APPROX_##approx, false, phrases},
#define CCK_BOUND_AFTER(approx, phrases) {CCK_APPROX_##approx, true, phrases},
#include "extract/bounds.def"
#undef CCK_BOUND
#undef CCK_BOUND_AFTER
};

#define CCK_COMPOUNDS(words) words
static const char COMPOUNDS[] =
#include "extract/compounds.def"
    ;
#undef CCK_COMPOUNDS

static const char *const LISTS[] = {
#define CCK_QUANTITY_LIST(name, words) words,
#include "extract/quantity_lists.def"
#undef CCK_QUANTITY_LIST
};

/* The entry of the word with this hash, new or known; it moves with the next one. */
static cck_quantity_word *put_hash(cck_arena *arena, struct cck_quantity_words *words, uint64_t hash) {
  uint32_t *index = cck_hash_table_put(arena, &words->index.table, hash);
  if (!*index) {
    *index = (uint32_t)words->words.count;
    CCK_PUSH(arena, &words->words, (cck_quantity_word){0});
  }
  return &words->words.items[*index];
}

static cck_quantity_word *put(cck_arena *arena, struct cck_quantity_words *words, cck_slice text) {
  return put_hash(arena, words, cck_utf8_fold_hash(text));
}

static void put_classes(cck_arena *arena, struct cck_quantity_words *words, const class_row *row) {
  cck_slice rest = cck_slice_of(row->words);
  for (cck_slice text; cck_slice_next(&rest, '|', &text);) {
    cck_quantity_word *word = put(arena, words, text);
    word->classes |= row->classes;
    word->parts |= row->parts;
    if (row->classes & CCK_Q_DENOMINATOR)
      word->divisor = row->value;
    else if (row->classes & CCK_Q_PLURAL_SCALE)
      word->power = (int16_t)row->value;
    else if (row->value)
      word->value = (int)row->value;
  }
}

static void put_list(cck_arena *arena, struct cck_quantity_words *words, cck_quantity_list list) {
  cck_slice rest = cck_slice_of(LISTS[list]);
  for (cck_slice text; cck_slice_next(&rest, '|', &text);)
    put(arena, words, text)->lists |= UINT64_C(1) << list;
}

static void put_bounds(cck_arena *arena, struct cck_quantity_words *words, const bound_row *row) {
  cck_trie *trie = row->after ? &words->after : &words->before;
  cck_slice rest = cck_slice_of(row->phrases);
  for (cck_slice phrase; cck_slice_next(&rest, '|', &phrase);) {
    cck_trie_add(trie, phrase, (uint32_t)row->approx);
    if (!row->after)
      put_hash(arena, words, trie->phrase.items[trie->phrase.count - 1].hash)->ends_bound = true;
  }
}

struct cck_quantity_words *cck_quantity_words_new(cck_arena *arena) {
  struct cck_quantity_words *words = CCK_NEW(arena, struct cck_quantity_words);
  CCK_PUSH(arena, &words->words, (cck_quantity_word){0});
  cck_trie_init(&words->before, arena, false);
  cck_trie_init(&words->after, arena, false);
  cck_trie_init(&words->compounds, arena, false);
  for (size_t i = 0; i < sizeof CLASSES / sizeof *CLASSES; i++)
    put_classes(arena, words, &CLASSES[i]);
  for (int i = 0; i < CCK_LIST_COUNT; i++)
    put_list(arena, words, (cck_quantity_list)i);
  for (size_t i = 0; i < sizeof SCALES / sizeof *SCALES; i++) {
    cck_quantity_word *word = put(arena, words, cck_slice_of(SCALES[i].word));
    word->classes |= SCALES[i].class;
    word->power = (int16_t)SCALES[i].power;
  }
  for (size_t i = 0; i < sizeof COMPARATIVES / sizeof *COMPARATIVES; i++) {
    put(arena, words, cck_slice_of(COMPARATIVES[i].plain))->parts |= CCK_P_ADJECTIVE;
    cck_quantity_word *form = put(arena, words, cck_slice_of(COMPARATIVES[i].form));
    form->plain = COMPARATIVES[i].plain;
    form->parts |= CCK_P_ADJECTIVE;
  }
  for (size_t i = 0; i < sizeof BOUNDS / sizeof *BOUNDS; i++)
    put_bounds(arena, words, &BOUNDS[i]);
  cck_slice rest = CCK_S(COMPOUNDS);
  for (cck_slice phrase; cck_slice_next(&rest, '|', &phrase);)
    cck_trie_add(&words->compounds, phrase, 0);
  return words;
}

bool cck_quantity_lists(cck_quantity_list list, cck_slice word) {
  cck_slice rest = cck_slice_of(LISTS[list]);
  for (cck_slice one; word.len && cck_slice_next(&rest, '|', &one);)
    if (cck_slice_eq_nocase(one, word))
      return true;
  return false;
}
