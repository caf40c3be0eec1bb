#include "text/stem.h"

#include <endian.h>
#include <string.h>

#include "base/utf8.h"
#include "text/token.h"

enum {
  WORD_LIMIT = CCK_STEM_LONGEST,
  FORM_LIMIT = 16 /* room for an irregular form and its NUL */
};

typedef enum form_kind { PLURAL, PAST, PRESENT, GERUND, ALONE } form_kind;

typedef struct irregular {
  char base[FORM_LIMIT];
  form_kind kind;
} irregular;

#define CCK_IRREGULAR(form, base, kind) {base, kind},
static const irregular irregulars[] = {
#include "text/irregular.def"
};
#undef CCK_IRREGULAR

/* The forms by themselves, side by side: nearly every word is looked for. */
#define CCK_IRREGULAR(form, base, kind) form,
static const char forms[][FORM_LIMIT] = {
#include "text/irregular.def"
};
#undef CCK_IRREGULAR

typedef struct ending {
  cck_slice text;
  bool e;
} ending;

#define CCK_ENDING(text, e) {{text, sizeof(text) - 1}, e},
static const ending endings[] = {
#include "text/endings.def"
};
#undef CCK_ENDING

/* A word under work: bytes that may grow by one letter. */
typedef struct word {
  char text[WORD_LIMIT + 2];
  size_t len;
} word;

/* Eight bytes of a form as a number in their order, so that a step of the search is one comparison. */
static uint64_t key_of(const char eight[sizeof(uint64_t)]) {
  uint64_t key;
  memcpy(&key, eight, sizeof key);
  return be64toh(key);
}

/* Does the form stand before the other? Hardly any two begin with the same eight bytes. */
static inline bool is_before(const char form[FORM_LIMIT], uint64_t key, const char other[FORM_LIMIT]) {
  uint64_t other_key = key_of(other);
  if (__builtin_expect(key == other_key, 0))
    return key_of(form + sizeof key) < key_of(other + sizeof key);
  return key < other_key;
}

/* A search whose steps are moves, not jumps: where a word lies is not to be guessed. */
static const irregular *find_irregular(cck_slice form) {
  char padded[FORM_LIMIT] = {0};
  size_t low = 0;
  if (form.len > FORM_LIMIT)
    return NULL;
  memcpy(padded, form.len ? form.ptr : "", form.len);
  uint64_t key = key_of(padded);
  for (size_t count = sizeof forms / sizeof *forms; count > 1; count -= count / 2)
    low = is_before(padded, key, forms[low + count / 2]) ? low : low + count / 2;
  return memcmp(padded, forms[low], FORM_LIMIT) == 0 ? &irregulars[low] : NULL;
}

/* Inflection is only looked for in words of plain letters, so that "don't", "p.m." and URLs stay. */
static bool can_inflect(cck_slice s) {
  if (s.len == 0 || s.len > WORD_LIMIT)
    return false;
  for (size_t i = 0; i < s.len; i++)
    if (!cck_is_lower(s.ptr[i]) && (unsigned char)s.ptr[i] < 0x80)
      return false;
  return true;
}

static void set_word(word *w, cck_slice s) {
  memcpy(w->text, s.ptr, s.len);
  w->len = s.len;
}

static cck_slice word_slice(const word *w) { return (cck_slice){w->text, w->len}; }

static inline bool ends(const word *w, const char *suffix) {
  size_t n = strlen(suffix);
  return n <= w->len && w->text[w->len - 1] == suffix[n - 1] && memcmp(w->text + w->len - n, suffix, n) == 0;
}

static char letter(const word *w, size_t from_end) { return w->len >= from_end ? w->text[w->len - from_end] : '\0'; }

static void replace_end(word *w, size_t drop, const char *with) {
  w->len -= drop;
  for (; *with; with++)
    w->text[w->len++] = *with;
}

static bool is_vowel(char c) { return c != '\0' && strchr("aeiou", c); }

/* Runs of vowels among the first `len` letters; y counts inside a word. */
static unsigned syllables(const word *w, size_t len) {
  unsigned count = 0;
  bool before = false;
  for (size_t i = 0; i < len; i++) {
    bool vowel = is_vowel(w->text[i]) || (w->text[i] == 'y' && i > 0) || (unsigned char)w->text[i] >= 0x80;
    count += vowel && !before;
    before = vowel;
  }
  return count;
}

/* -s that makes a plural or a third person: not "glass", "virus", "basis". */
static bool has_s(const word *w) {
  return w->len > 2 && letter(w, 1) == 's' && letter(w, 2) != 's' && !ends(w, "us") && !ends(w, "is");
}

/* -es after a sound that cannot take a bare s. */
static bool has_long_s(const word *w) {
  return w->len > 4 && (ends(w, "sses") || ends(w, "shes") || ends(w, "ches") || ends(w, "xes") || ends(w, "zzes") ||
                        (ends(w, "oes") && syllables(w, w->len - 3) > 0));
}

/* "viruses", "bonuses"; not "houses", "causes". */
static bool has_latin_s(const word *w) { return w->len > 4 && ends(w, "uses") && !is_vowel(letter(w, 5)); }

static bool strip_s(word *w) {
  if (ends(w, "men") && w->len > 4) { /* "servicemen"; the exceptions stand in the table */
    replace_end(w, 2, "an");
    return true;
  }
  if (ends(w, "children")) { /* "grandchildren" */
    replace_end(w, 3, "");
    return true;
  }
  if (!has_s(w))
    return false;
  if (ends(w, "ies") && w->len > 4)
    replace_end(w, 3, "y");
  else if (has_long_s(w) || has_latin_s(w))
    replace_end(w, 2, "");
  else
    replace_end(w, 1, "");
  return true;
}

/* Letters of the -ed or -ing at the end when something that can be a verb stands before it; else 0. */
static size_t verb_ending(const word *w) {
  size_t drop = ends(w, "ing") ? 3 : ends(w, "ed") && letter(w, 3) != 'e' ? 2 : 0;
  if (drop == 0 || w->len < drop + 2 || syllables(w, w->len - drop) == 0)
    return 0;
  return drop;
}

/* "stopp" -> "stop", "controll" -> "control"; "kill", "pass", "add" stay. */
static void undouble(word *w, bool stripped) {
  char c = letter(w, 1);
  if (w->len < 4 || c != letter(w, 2) || is_vowel(c) || !cck_is_lower(c))
    return;
  bool keeps = c == 's' || c == 'z' || c == 'f' || c == 'c';
  if (c == 'l' ? syllables(w, w->len) > 1 : (stripped && !keeps))
    w->len--;
}

/* Takes -ed and -ing off, for comparing. */
static bool strip_verb(word *w) {
  if (ends(w, "ied") && w->len > 4) {
    replace_end(w, 3, "y");
    return true;
  }
  size_t drop = verb_ending(w);
  if (drop == 0)
    return false;
  replace_end(w, drop, "");
  if (w->len == 2 && !is_vowel(letter(w, 1))) /* "using": not to meet "us" */
    replace_end(w, 0, "e");
  return true;
}

static void stem_word(word *w, const irregular *known) {
  bool stripped = false;
  if (known) {
    set_word(w, cck_slice_of(known->base));
  } else {
    if (!strip_s(w) || !find_irregular(word_slice(w)))
      stripped = strip_verb(w);
  }
  if (known && known->kind == ALONE)
    return;
  undouble(w, stripped);
  if (w->len > 3 && letter(w, 1) == 'e')
    w->len--;
}

static cck_slice word_copy(cck_arena *arena, const word *w) { return cck_arena_copy(arena, word_slice(w)); }

static bool has_kind(const irregular *known, form_kind kind) { return known && known->kind == kind; }

static bool is_regular_past(const word *w) { return ends(w, "ed") && verb_ending(w) == 2; }

static bool is_regular_plural(const word *w) {
  return (ends(w, "men") && w->len > 4) || ends(w, "children") || (w->len > 2 && has_s(w));
}

/* The bit of a hash among so many: by its upper end, for the slots go by the lower one. */
static uint64_t bit_of(uint64_t hash, unsigned bits) { return hash >> (64 - bits); }

static void clear_bit(uint64_t *of, uint64_t bit) { of[bit / 64] &= ~(UINT64_C(1) << bit % 64); }

void cck_stems_init(cck_stems *known, const cck_word_source *source) {
  known->source = source;
  memset(known->regular, 0xff, sizeof known->regular);
  memset(known->unnumbered, 0xff, sizeof known->unnumbered);
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    uint64_t hash = cck_slice_hash((cck_slice){forms[i], strnlen(forms[i], FORM_LIMIT)});
    clear_bit(known->regular, bit_of(hash, CCK_STEM_REGULAR_BITS));
  }
  for (size_t i = 0; source && i < source->words->slot_count; i++)
    if (source->words->slots[i].hash)
      clear_bit(known->unnumbered, bit_of(source->words->slots[i].hash, CCK_STEM_UNNUMBERED_BITS));
}

static bool is_surely_regular(const cck_stems *known, uint64_t hash) {
  uint64_t bit = bit_of(hash, CCK_STEM_REGULAR_BITS);
  return known && (known->regular[bit / 64] >> bit % 64 & 1);
}

/* The stem of the folded word and what form of a word it is. */
static void look_at(word *w, bool surely_regular, cck_stem *out) {
  const irregular *known = surely_regular ? NULL : find_irregular(word_slice(w));
  bool regular = !known && can_inflect(word_slice(w));
  out->stem = out->hash;
  if (has_kind(known, PAST) || (regular && is_regular_past(w)))
    out->flags |= CCK_TOKEN_PAST;
  if (has_kind(known, PLURAL) || (regular && is_regular_plural(w)))
    out->flags |= CCK_TOKEN_PLURAL;
  if (!regular && !can_inflect(word_slice(w)))
    return;
  stem_word(w, known);
  out->stem = cck_slice_hash(word_slice(w));
}

cck_stem cck_stem_find(cck_stems *known, cck_slice text, uint64_t hash) {
  word w;
  w.len = cck_utf8_fold_into(text, w.text, WORD_LIMIT);
  cck_stem found = {.hash = hash, .word = cck_stem_number(known, hash)};
  look_at(&w, is_surely_regular(known, hash), &found);
  cck_token token = {.hash = hash, .stem = found.stem, .word = found.word};
  found.never = cck_stem_never(known, &token);
  if (known)
    known->slots[hash % CCK_STEM_SLOTS] = found;
  return found;
}

cck_stem cck_stem_of(cck_stems *known, cck_slice text) {
  word w;
  w.len = cck_utf8_fold_into(text, w.text, WORD_LIMIT);
  uint64_t hash = w.len ? cck_slice_hash(word_slice(&w)) : cck_utf8_fold_hash(text);
  return cck_stem_known(known, text, hash);
}

uint64_t cck_stem_hash(cck_slice text) { return cck_stem_of(NULL, text).stem; }

cck_slice cck_singular(cck_arena *arena, cck_slice folded) {
  word w;
  const irregular *known = find_irregular(folded);
  if (has_kind(known, PLURAL))
    return cck_slice_of(known->base);
  if (known || !can_inflect(folded))
    return folded;
  set_word(&w, folded);
  return strip_s(&w) ? word_copy(arena, &w) : folded;
}

static bool ends_in_any(cck_slice text, const char *const *suffixes) {
  for (; *suffixes; suffixes++)
    if (cck_slice_ends(text, cck_slice_of(*suffixes)))
      return true;
  return false;
}

cck_slice cck_plural(cck_arena *arena, cck_slice singular) {
  static const char *const as_it_is[] = {"s", "personnel", NULL};
  static const char *const with_es[] = {"ss", "sh", "ch", "x", "z", NULL};
  static const char *const before_y[] = {"ay", "ey", "oy", "uy", NULL};
  static const char *const man[] = {"sman", "eman", "kman", "tman", NULL}; /* not "human", "German" */
  for (size_t i = 0; i < sizeof irregulars / sizeof *irregulars; i++)
    if (irregulars[i].kind == PLURAL && cck_slice_is(singular, irregulars[i].base))
      return cck_slice_of(forms[i]);
  if (ends_in_any(singular, man))
    return cck_arena_printf(arena, "%.*smen", (int)singular.len - 3, singular.ptr);
  bool drop = cck_slice_ends(singular, CCK_S("y")) && !ends_in_any(singular, before_y);
  const char *suffix = ends_in_any(singular, with_es)    ? "es"
                       : ends_in_any(singular, as_it_is) ? ""
                       : drop                            ? "ies"
                                                         : "s";
  return cck_arena_printf(arena, "%.*s%s", (int)(singular.len - drop), singular.ptr, suffix);
}

bool cck_is_plural(cck_slice folded) {
  word w;
  const irregular *known = find_irregular(folded);
  if (known || !can_inflect(folded))
    return has_kind(known, PLURAL);
  set_word(&w, folded);
  return is_regular_plural(&w);
}

/* Does the verb whose -ed or -ing went end in e? */
static bool wants_e(const word *w) {
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
    if (cck_slice_ends(word_slice(w), endings[i].text))
      return endings[i].e;
  char last = letter(w, 1);
  bool short_syllable = w->len > 2 && is_vowel(letter(w, 2)) && !is_vowel(letter(w, 3)) && !is_vowel(last) &&
                        last != 'w' && last != 'x' && last != 'y';
  return short_syllable && syllables(w, w->len) == 1;
}

static void base_of_verb(word *w) {
  if (ends(w, "ied") && w->len > 4) {
    replace_end(w, 3, "y");
    return;
  }
  size_t drop = verb_ending(w);
  if (drop == 0) {
    if (!ends(w, "men"))
      strip_s(w);
    return;
  }
  replace_end(w, drop, "");
  size_t len = w->len;
  if (!ends(w, "stall") && !ends(w, "call") && !ends(w, "fall")) /* "install", "recall"; not "totalled" */
    undouble(w, true);
  bool tiny = w->len == 2 && !is_vowel(letter(w, 1)); /* "owed", "used" */
  if (w->len == len && (tiny || wants_e(w)))
    replace_end(w, 0, "e");
}

cck_slice cck_verb_base(cck_arena *arena, cck_slice folded) {
  word w;
  const irregular *known = find_irregular(folded);
  if (known && known->kind != PLURAL)
    return cck_slice_of(known->base);
  if (!can_inflect(folded))
    return folded;
  set_word(&w, folded);
  base_of_verb(&w);
  return word_copy(arena, &w);
}

bool cck_is_past_form(cck_slice folded) {
  word w;
  const irregular *known = find_irregular(folded);
  if (known || !can_inflect(folded))
    return has_kind(known, PAST);
  set_word(&w, folded);
  return is_regular_past(&w);
}
