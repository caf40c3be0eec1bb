#include "rule/story/phrase.h"

#include "text/stem.h"

enum { NAME_REACH = 10, NAME_RARITY = 88, HOLDER_REACH = 4, ROLE_REACH = 4 };

typedef struct phrase {
  const cck_story_sentence *s;
  const cck_story_vocabulary *v;
  cck_telling *t;
} phrase;

/* ---- tokens ---- */

static const cck_token *token_at(const cck_story_sentence *s, uint32_t i) {
  return i < s->tokens.count ? &s->tokens.items[i] : NULL;
}

static uint32_t class_at(const phrase *p, uint32_t i) {
  const cck_token *t = token_at(p->s, i);
  return t && t->kind == CCK_TOKEN_WORD ? cck_story_class(p->v, t) : 0;
}

static bool is_capital(const phrase *p, uint32_t i) {
  const cck_token *t = token_at(p->s, i);
  return t && t->kind == CCK_TOKEN_WORD && (t->flags & CCK_TOKEN_CAPITAL);
}

static bool is_sign(const phrase *p, uint32_t i, const char *sign) {
  const cck_token *t = token_at(p->s, i);
  return t && t->kind == CCK_TOKEN_SIGN && cck_token_is(p->s->quote, t, sign);
}

static bool is_word(const phrase *p, uint32_t i, const char *word) {
  const cck_token *t = token_at(p->s, i);
  return t && t->kind == CCK_TOKEN_WORD && cck_slice_eq_nocase(cck_token_text(p->s->quote, t), cck_slice_of(word));
}

bool cck_story_is_content(const cck_story_sentence *s, const cck_story_vocabulary *v, uint32_t i) {
  const cck_token *t = &s->tokens.items[i];
  bool letter = t->kind == CCK_TOKEN_WORD && t->end - t->start > 1 && s->quote.ptr[t->start] != '\'';
  return letter && !(cck_hash_table_find(&v->words, t->hash) & (CCK_STORY_COMMON | CCK_STORY_NUMBER));
}

bool cck_story_is_name(const cck_story_sentence *s, const cck_story_vocabulary *v, uint32_t i) {
  const cck_token *t = &s->tokens.items[i];
  if (!(t->flags & CCK_TOKEN_CAPITAL) || !cck_story_is_content(s, v, i))
    return false;
  bool inside =
      i > 0 && (s->tokens.items[i - 1].kind != CCK_TOKEN_SIGN || cck_token_is(s->quote, &s->tokens.items[i - 1], ","));
  return inside || cck_story_rarity(v, t->stem) >= NAME_RARITY;
}

static void add_stem(cck_stem_set *set, uint64_t stem) {
  if (set->count < CCK_STEM_SET && !cck_stem_set_has(set, stem))
    set->items[set->count++] = stem;
}

/* ---- the phrase itself ---- */

/* The head is the last word of the noun: "AK-47 rifle" -> rifle. */
static uint64_t head_stem(cck_slice noun) {
  size_t from = noun.len;
  while (from > 0 && noun.ptr[from - 1] != ' ' && noun.ptr[from - 1] != '-')
    from--;
  return cck_stem_hash(cck_slice_sub(noun, from, noun.len));
}

static void read_noun(phrase *p) {
  cck_telling *t = p->t;
  cck_slice noun = t->claim->noun.len ? t->claim->noun : t->claim->value.unit;
  if (t->claim->kind != CCK_CLAIM_QUANTITY || noun.len == 0)
    return;
  t->noun = head_stem(noun);
  t->noun_classes = cck_hash_table_find(&p->v->stems, t->noun);
  t->synonyms = cck_hash_table_find(&p->v->synonyms, t->noun);
}

static void read_modifiers(phrase *p) {
  cck_telling *t = p->t;
  for (uint32_t i = t->first; i < t->past; i++) {
    uint32_t class = class_at(p, i);
    if (class & CCK_STORY_OTHER)
      t->told |= CCK_TOLD_OTHER;
    if (class & CCK_STORY_TOTAL)
      t->told |= CCK_TOLD_TOTAL;
    t->by_distance = t->by_distance || (class & CCK_STORY_OFFSET);
    if (!cck_story_is_content(p->s, p->v, i))
      continue;
    uint64_t stem = p->s->tokens.items[i].stem;
    if (stem != t->noun && t->kind == CCK_STORY_COUNT)
      add_stem(&t->modifiers, stem);
    if (is_capital(p, i))
      add_stem(&t->capitals, stem);
  }
}

/* ---- part, total, change ---- */

/* "in the past 30 years"; "for the past 30 years" is how long something has lasted. */
static bool is_window(const phrase *p) {
  uint32_t i = p->t->first;
  if (p->t->kind != CCK_STORY_DURATION || i == 0 || !(class_at(p, i - 1) & CCK_STORY_WINDOW))
    return false;
  for (i--; i > 0 && (class_at(p, i - 1) & CCK_STORY_THE); i--)
    continue;
  return i == 0 || !is_word(p, i - 1, "for");
}

static void read_before(phrase *p) {
  enum { REACH = 4 };
  cck_telling *t = p->t;
  for (uint32_t back = 1; back <= REACH && back <= t->first; back++) {
    uint32_t class = class_at(p, t->first - back);
    if (class & CCK_STORY_TOTAL)
      t->told |= CCK_TOLD_TOTAL;
    bool of_whom = (class & CCK_STORY_WHOM) && (class_at(p, t->first - back - 1) & CCK_STORY_OF);
    if ((class & CCK_STORY_INCLUDING) || of_whom)
      t->told |= CCK_TOLD_PART;
    if (back == 1 && (class & CCK_STORY_ANOTHER))
      t->told |= CCK_TOLD_OTHER;
  }
}

/* "420 passengers and crew", but not "12 people and wounded 30" or "two rifles and 13 magazines". */
static bool is_joined(const phrase *p) {
  uint32_t i = p->t->past;
  if (p->t->kind != CCK_STORY_COUNT || !(class_at(p, i) & CCK_STORY_AND) || i + 1 >= p->s->tokens.count)
    return false;
  const cck_token *next = &p->s->tokens.items[i + 1];
  cck_slice word = cck_token_text(p->s->quote, next);
  bool verb = cck_slice_ends(word, CCK_S("ed")) || cck_slice_ends(word, CCK_S("ing")) || cck_is_past_form(word);
  return cck_story_is_content(p->s, p->v, i + 1) && !(next->flags & CCK_TOKEN_CAPITAL) && !verb;
}

/* "1,950 homes did not lose power": the verb right behind, with its auxiliaries. */
static bool is_negated(const phrase *p) {
  enum { AUXILIARIES = 2 };
  uint32_t i = p->t->past;
  while (i < p->t->past + AUXILIARIES && (class_at(p, i) & CCK_STORY_COMMON) && !(class_at(p, i) & CCK_STORY_NOT))
    i++;
  return class_at(p, i) & CCK_STORY_NOT;
}

static void read_after(phrase *p) {
  cck_telling *t = p->t;
  if (is_negated(p))
    t->told |= CCK_TOLD_NOT;
  uint32_t next = class_at(p, t->past);
  uint32_t second = class_at(p, t->past + 1);
  if (t->kind == CCK_STORY_MONEY && (next & CCK_STORY_OF) && (second & CCK_STORY_DEFINITE))
    t->told |= CCK_TOLD_PART;
  if ((next & CCK_STORY_IN) && (second & CCK_STORY_TENDER))
    t->told |= CCK_TOLD_PART;
  if (is_joined(p))
    t->told |= CCK_TOLD_JOINED;
  if (next & CCK_STORY_CHANGE)
    t->told |= CCK_TOLD_CHANGE;
  if (t->kind == CCK_STORY_DURATION && (next & CCK_STORY_OFFSET))
    t->told |= CCK_TOLD_OFFSET;
}

/* "half of them", "90 percent of the components": a pronoun stands for what only its own text knows. */
static void read_base(phrase *p) {
  cck_telling *t = p->t;
  uint32_t i = t->past;
  if (t->kind != CCK_STORY_PERCENT || !(class_at(p, i) & (CCK_STORY_OF | CCK_STORY_THE)))
    return;
  for (; class_at(p, i) & (CCK_STORY_OF | CCK_STORY_THE | CCK_STORY_DEFINITE | CCK_STORY_OTHER); i++)
    continue;
  const cck_token *word = token_at(p->s, i);
  t->base = word && word->kind == CCK_TOKEN_WORD ? word->stem : 0;
}

/* "17-inch notebook", "five-boat attack": joined by a hyphen and before a noun. */
static void read_attribute(phrase *p) {
  cck_telling *t = p->t;
  bool joined = false;
  for (uint32_t i = t->first; i + 1 < t->past; i++)
    joined = joined || is_sign(p, i + 1, "-");
  const cck_token *next = token_at(p->s, t->past);
  if ((t->kind == CCK_STORY_LENGTH || t->kind == CCK_STORY_COUNT) && joined && next &&
      cck_story_is_content(p->s, p->v, t->past))
    t->attribute_of = next->stem;
}

static bool says_so_far(const phrase *p) {
  for (uint32_t i = 0; i + 1 < p->s->tokens.count; i++)
    if ((class_at(p, i) & CCK_STORY_SO) && is_word(p, i + 1, "far"))
      return true;
  return false;
}

/* "about 9 p.m."; "until 9 p.m." and "by 9 p.m." say of no moment. */
static void read_clock_lead(phrase *p) {
  cck_telling *t = p->t;
  uint32_t class = t->first > 0 ? class_at(p, t->first - 1) : 0;
  if (t->kind != CCK_STORY_CLOCK)
    return;
  t->about = class & CCK_STORY_DIRECTION_LEAD;
  if (class & (CCK_STORY_OFFSET | CCK_STORY_BOUND | CCK_STORY_TO | CCK_STORY_FROM))
    t->told |= CCK_TOLD_OFFSET;
}

static void read_told(phrase *p) {
  read_clock_lead(p);
  const cck_claim *claim = p->t->claim;
  if (claim->kind == CCK_CLAIM_QUANTITY && claim->value.change != CCK_CHANGE_NONE)
    p->t->told |= CCK_TOLD_CHANGE;
  if (cck_slice_find(claim->value.unit, CCK_S("/"), 0) != SIZE_MAX)
    p->t->told |= CCK_TOLD_RATE;
  if ((p->s->classes & CCK_STORY_SO) && says_so_far(p))
    p->t->told |= CCK_TOLD_TOTAL;
  if (is_window(p))
    p->t->told |= CCK_TOLD_WINDOW;
  read_before(p);
  read_after(p);
  read_base(p);
  read_attribute(p);
}

/* ---- roles ---- */

static uint32_t role_at(const phrase *p, uint32_t i) {
  const cck_token *t = token_at(p->s, i);
  return t && t->kind == CCK_TOKEN_WORD ? cck_hash_table_find(&p->v->roles, t->stem) : 0;
}

/* The nearest verb or state that has a role, on either side: "killed 12 people", "12 people were killed". */
static void read_role(phrase *p) {
  cck_telling *t = p->t;
  unsigned before = 0;
  unsigned after = 0;
  for (uint32_t i = t->first; i < t->past; i++)
    t->roles |= role_at(p, i);
  for (uint32_t step = 0; step < 2 * ROLE_REACH && !t->roles; step++) {
    if (step < t->first && before <= ROLE_REACH) {
      t->roles |= role_at(p, t->first - 1 - step);
      before += cck_story_is_content(p->s, p->v, t->first - 1 - step);
    }
    if (t->past + step < p->s->tokens.count && after <= ROLE_REACH && !t->roles) {
      t->roles |= role_at(p, t->past + step);
      after += cck_story_is_content(p->s, p->v, t->past + step);
    }
  }
}

/* ---- names ---- */

/* The words of the name at token i and behind it, into the set; the token behind the last. */
static uint32_t take_name(const phrase *p, uint32_t i, cck_stem_set *out) {
  while (is_capital(p, i) && !(class_at(p, i) & CCK_STORY_COMMON)) {
    const cck_token *t = &p->s->tokens.items[i];
    if (t->end - t->start > 2)
      add_stem(out, t->stem);
    i++;
    if (is_sign(p, i, ".") && is_capital(p, i + 1))
      i++;
  }
  return i;
}

/* "20 miles north of Santa Rosa", "two miles from The Geysers" */
static void read_landmark(phrase *p) {
  cck_telling *t = p->t;
  uint32_t i = t->past;
  if (t->kind != CCK_STORY_LENGTH)
    return;
  while (is_sign(p, i, ",") || (class_at(p, i) & (CCK_STORY_DIRECTION_LEAD | CCK_STORY_TO | CCK_STORY_THE)))
    i++;
  uint32_t from = i;
  uint64_t compass = 0;
  while ((class_at(p, i) & CCK_STORY_COMPASS) || (i > from && is_sign(p, i, "-"))) {
    if (class_at(p, i))
      compass = cck_hash_mix(compass, p->s->tokens.items[i].stem);
    i++;
  }
  if (!(class_at(p, i) & (CCK_STORY_FROM | (i > from ? CCK_STORY_OF : 0u))))
    return;
  while (class_at(p, i) & (CCK_STORY_FROM | CCK_STORY_OF | CCK_STORY_THE))
    i++;
  take_name(p, i, &t->landmark);
  if (t->landmark.count)
    t->compass = compass;
}

/* The name that ends right before token i: "Robert Buckley , 32". */
static void take_name_before(const phrase *p, uint32_t i, cck_stem_set *out) {
  while (i > 0 && is_capital(p, i - 1) && !(class_at(p, i - 1) & CCK_STORY_COMMON)) {
    const cck_token *t = &p->s->tokens.items[--i];
    if (t->end - t->start > 2)
      add_stem(out, t->stem);
    if (i > 1 && is_sign(p, i - 1, ".") && is_capital(p, i - 2)) /* "Brian G. Nichols" */
      i--;
  }
}

/* "the 26-year-old lineman Christopher Simpson", "the 15-year-old girl" */
static void read_holder_after(phrase *p, uint32_t i) {
  cck_telling *t = p->t;
  const cck_token *first = token_at(p->s, i);
  if (first && first->kind == CCK_TOKEN_WORD && !is_capital(p, i) && !class_at(p, i))
    t->holder_noun = first->stem;
  if (first && first->kind == CCK_TOKEN_WORD && (class_at(p, i) & CCK_STORY_PERSON))
    t->holder_noun = first->stem;
  for (uint32_t step = 0; step < HOLDER_REACH; step++, i++) {
    if (is_capital(p, i)) {
      take_name(p, i, &t->holder);
      return;
    }
    const cck_token *here = token_at(p->s, i);
    if (!here || here->kind != CCK_TOKEN_WORD || (class_at(p, i) & CCK_STORY_COMMON))
      return;
  }
}

static void read_holder(phrase *p) {
  cck_telling *t = p->t;
  uint32_t i = t->past;
  if (t->kind != CCK_STORY_AGE)
    return;
  while (is_sign(p, i, "-") || is_word(p, i, "old"))
    i++;
  bool old = i > t->past || is_word(p, t->past - 1, "old");
  if (old)
    read_holder_after(p, i);
  uint32_t before = t->first;
  while (old && before > 0 && (class_at(p, before - 1) & CCK_STORY_THE))
    before--;
  if (t->holder.count == 0 && before > 1 && (is_sign(p, before - 1, ",") || is_sign(p, before - 1, "(")))
    take_name_before(p, before - 1, &t->holder);
}

/* The nearest name before the figure in its clause, else behind it. */
static void read_nearest(phrase *p) {
  cck_telling *t = p->t;
  unsigned passed = 0;
  for (uint32_t i = t->first; i > 0 && passed < NAME_REACH; i--) {
    if (is_sign(p, i - 1, ";") || is_sign(p, i - 1, ":"))
      break;
    if (cck_story_is_name(p->s, p->v, i - 1)) {
      take_name_before(p, i, &t->nearest);
      return;
    }
    passed += cck_story_is_content(p->s, p->v, i - 1);
  }
  passed = 0;
  for (uint32_t i = t->past; i < p->s->tokens.count && passed < NAME_REACH; i++) {
    if (is_sign(p, i, ";") || is_sign(p, i, ":"))
      return;
    if (cck_story_is_name(p->s, p->v, i)) {
      take_name(p, i, &t->nearest);
      return;
    }
    passed += cck_story_is_content(p->s, p->v, i);
  }
}

void cck_story_read_phrase(const cck_story_sentence *s, const cck_story_vocabulary *v, cck_telling *t) {
  phrase p = {s, v, t};
  read_noun(&p);
  read_modifiers(&p);
  read_told(&p);
  read_role(&p);
  read_landmark(&p);
  read_holder(&p);
  read_nearest(&p);
}
