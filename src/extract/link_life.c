#include "extract/link_life.h"

#include "extract/frame_words.h"
#include "extract/link.h"
#include "extract/never.h"
#include "text/stem.h"

enum {
  BIRTH_REACH = 12, /* tokens from "born" to its date: "born in the town of X in the north of Y on 3 May 1950" */
  DEATH_REACH = 20, /* from "died" to the age */
  DATE_BEHIND = 3,  /* from an age to its date: "was 45 in May 2004" */
  SHORT = 7         /* tokens of "He was 71." with a title and a full name */
};

static bool has_class(const cck_scene *scene, uint32_t token, uint32_t classes) {
  return token >= scene->sentence->first && token < scene->sentence->past &&
         (cck_person_class(scene->context, token) & classes);
}

/* "died", "passed away" */
static bool tells_death(const cck_context *context, const cck_sentence *s, uint32_t token) {
  const cck_token *tokens = context->doc->tokens.items;
  if (cck_person_class(context, token) & CCK_FRAME_DIED)
    return true;
  cck_slice text = context->doc->text;
  return token + 1 < s->past && cck_token_is(text, &tokens[token], "passed") &&
         cck_token_is(text, &tokens[token + 1], "away");
}

static size_t claim_at(const cck_scene *scene, const cck_claims *claims, size_t first, const cck_mention *m) {
  for (size_t i = first; i < claims->count; i++)
    if (claims->items[i].kind == m->kind && claims->items[i].start == scene->tokens[m->first].start)
      return i;
  return SIZE_MAX;
}

/* ---- births ---- */

/* "about 1950", "1950 or 1951", "and moved in 1960": the date is unsure or another one. */
static bool breaks_birth(const cck_scene *scene, uint32_t token) {
  uint32_t class = cck_scene_class(scene, token);
  bool bound = cck_scene_sign(scene, token, ";") || cck_scene_sign(scene, token, "(") ||
               cck_scene_sign(scene, token, ")") || cck_scene_sign(scene, token, ":");
  return bound || has_class(scene, token, CCK_FRAME_UNSURE | CCK_FRAME_PERSON | CCK_FRAME_BORN | CCK_FRAME_DIED) ||
         (class & (CCK_LINK_CONJUNCTION | CCK_LINK_RELATIVE | CCK_LINK_SAID | CCK_LINK_AUXILIARY | CCK_LINK_NEGATION));
}

/* The token of "born" that the date belongs to; the date's own where there is none. */
static uint32_t birth_of(const cck_scene *scene, const cck_mention *date) {
  if (scene->sentence->never & CCK_NEVER_BIRTH)
    return date->first;
  for (uint32_t i = date->first; i > scene->sentence->first && date->first - i < BIRTH_REACH; i--) {
    if (has_class(scene, i - 1, CCK_FRAME_BORN))
      return i - 1;
    if (breaks_birth(scene, i - 1) || cck_scene_in_date(scene, i - 1))
      break;
  }
  return date->first;
}

bool cck_life_is_birth(const cck_scene *scene, const cck_mention *date) { return birth_of(scene, date) != date->first; }

/* A day, a month or a year with its year, and no other one behind "or". */
static bool tells_birth(const cck_scene *scene, const cck_mention *date) {
  bool unit = date->date.precision == CCK_PRECISION_DAY || date->date.precision == CCK_PRECISION_MONTH ||
              date->date.precision == CCK_PRECISION_YEAR;
  return unit && date->date.valid && date->basis == CCK_BASIS_TEXT && cck_period_is_known(date->date.days) &&
         !has_class(scene, date->past, CCK_FRAME_UNSURE);
}

/* "Born in Ohio in 1950, John Smith ...": the name behind the comma. */
static bool fronted_person(const cck_scene *scene, const cck_mention *date, cck_person *out) {
  enum { PLACE = 10 };
  for (uint32_t i = date->past; i < scene->sentence->past && i - date->past < PLACE; i++) {
    if (breaks_birth(scene, i))
      return false;
    if (cck_scene_sign(scene, i, ",") && cck_person_at(scene, i + 1, out))
      return true;
  }
  return false;
}

static bool born_person(const cck_scene *scene, uint32_t born, const cck_mention *date, cck_person *out) {
  if (born == scene->sentence->first)
    return fronted_person(scene, date, out);
  bool open = cck_scene_sign(scene, born - 1, "(") || cck_scene_sign(scene, born - 1, ",");
  bool passive = cck_scene_class(scene, born - 1) & CCK_LINK_BE;
  return (open || passive) && cck_person_before(scene, open ? born - 1 : born, out);
}

static void note_birth(cck_lives *lives, const cck_scene *scene, const cck_claims *claims, size_t first,
                       const cck_mention *date) {
  uint32_t born = birth_of(scene, date);
  cck_life_note note = {.sentence = scene->sentence, .end = SIZE_MAX};
  if (born == date->first || lives->births.count >= CCK_LIFE_NOTES || !tells_birth(scene, date) ||
      !born_person(scene, born, date, &note.person))
    return;
  note.claim = claim_at(scene, claims, first, date);
  if (note.claim != SIZE_MAX)
    CCK_PUSH(scene->context->arena, &lives->births, note);
}

/* ---- ages ---- */

static bool is_plain_age(const cck_mention *m) {
  return m->kind == CCK_CLAIM_QUANTITY && cck_slice_is(m->value.unit, "year of age") && m->value.has_min &&
         m->value.has_max && cck_decimal_cmp(m->value.min, m->value.max) == 0;
}

/* The valid date from token `from` on that begins before `to`, and is nobody's birth. */
static const cck_mention *date_between(const cck_scene *scene, uint32_t from, uint32_t to) {
  for (size_t i = 0; i < scene->dates.count; i++) {
    const cck_mention *date = &scene->dates.items[i];
    if (date->first >= from && date->first < to && date->date.valid && cck_period_is_known(date->date.days) &&
        !cck_life_is_birth(scene, date))
      return date;
  }
  return NULL;
}

/* No other date is told: it holds at publication, though that may be unknown. */
static bool is_published_time(const cck_claim *claim) {
  return claim->time.basis == CCK_BASIS_PUBLICATION || claim->time.basis == CCK_BASIS_NONE;
}

/* Another thing is told: "died in 2003, having married at the age of 25". */
static bool is_other_verb(const cck_scene *scene, uint32_t token) {
  cck_slice word = cck_token_text(scene->context->doc->text, &scene->tokens[token]);
  if (scene->tokens[token].kind != CCK_TOKEN_WORD || (scene->tokens[token].flags & CCK_TOKEN_CAPITAL) ||
      cck_slice_is(word, "aged"))
    return false;
  return (cck_scene_class(scene, token) & CCK_LINK_AUXILIARY) || cck_slice_ends(word, CCK_S("ing")) ||
         cck_is_past_form(word);
}

/* The verb of dying in front of an age that the death is told with: "died on Monday in Ohio at the age of 71". */
static uint32_t death_before(const cck_scene *scene, const cck_mention *m) {
  for (uint32_t i = m->first; i > scene->sentence->first && m->first - i < DEATH_REACH; i--) {
    uint32_t class = cck_scene_class(scene, i - 1);
    if (tells_death(scene->context, scene->sentence, i - 1))
      return i - 1;
    if (has_class(scene, i - 1, CCK_FRAME_KIN | CCK_FRAME_PERSON | CCK_FRAME_BORN) || is_other_verb(scene, i - 1) ||
        (class & (CCK_LINK_CONJUNCTION | CCK_LINK_RELATIVE | CCK_LINK_SAID)))
      break;
  }
  return m->first;
}

/* The age is told by "at", "aged" or "age" and not by a name: "died at 71", "died, aged 71". */
static bool is_age_at(const cck_scene *scene, const cck_mention *m) {
  static const char *const words[] = {"at", "aged", "age", "of"};
  cck_slice text = scene->context->doc->text;
  if (m->first == scene->sentence->first)
    return false;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (cck_slice_is(cck_token_text(text, &scene->tokens[m->first - 1]), words[i]))
      return true;
  return cck_slice_starts(cck_token_text(text, &scene->tokens[m->first]), CCK_S("age"));
}

/* Where the age at death held: the date told with it, else the publication. False when it cannot be known. */
static bool age_at_death(const cck_scene *scene, const cck_claims *claims, size_t first, const cck_mention *m,
                         cck_life_note *note) {
  uint32_t died = death_before(scene, m);
  if (died == m->first || !is_age_at(scene, m) || !cck_person_before(scene, died, &note->person))
    return false;
  const cck_mention *date = date_between(scene, died, m->past + DATE_BEHIND + 1);
  if (date)
    note->end = claim_at(scene, claims, first, date);
  return date ? note->end != SIZE_MAX : is_published_time(&claims->items[note->claim]);
}

static bool ends_sentence(const cck_scene *scene, uint32_t token) {
  return token >= scene->sentence->past || (token + 2 >= scene->sentence->past && cck_scene_sign(scene, token, "."));
}

/* "He was 71." behind a sentence that tells of the death: at the date told there, else at publication. */
static bool age_after_death(const cck_lives *lives, const cck_scene *scene, const cck_mention *m, cck_life_note *note) {
  const cck_sentence *before = scene->sentence - 1;
  if (scene->sentence == scene->context->doc->sentences.items || !ends_sentence(scene, m->past) ||
      scene->sentence->past - scene->sentence->first > SHORT)
    return false;
  bool died = false;
  for (uint32_t i = before->first; i < before->past && !died; i++)
    died = tells_death(scene->context, before, i);
  if (lives->death == before)
    note->end = lives->death_date;
  return died;
}

/* "turned 60 in 2009", "was 45 in 2004", "is 57": the person before the verb; when, right behind it. */
static bool age_of_verb(const cck_lives *lives, const cck_scene *scene, const cck_claims *claims, size_t first,
                        const cck_mention *m, cck_life_note *note) {
  uint32_t verb = m->first - 1;
  bool turned = has_class(scene, verb, CCK_FRAME_TURNED);
  uint32_t class = cck_scene_class(scene, verb);
  if (!turned && !(class & CCK_LINK_BE))
    return false;
  const cck_mention *date = date_between(scene, m->past, m->past + DATE_BEHIND);
  if (date)
    note->end = claim_at(scene, claims, first, date);
  bool present = !turned && (class & CCK_LINK_PRESENT) && is_published_time(&claims->items[note->claim]);
  bool told = date ? note->end != SIZE_MAX : present || age_after_death(lives, scene, m, note);
  return told && cck_person_before(scene, verb, &note->person);
}

/* Where the words of an age that stands behind a name begin: ", 45", ", aged 45", ", a 45-year-old". */
static uint32_t age_begins(const cck_scene *scene, const cck_mention *m) {
  if (cck_scene_sign(scene, m->first - 1, ","))
    return m->first;
  bool aged = cck_slice_is(cck_token_text(scene->context->doc->text, &scene->tokens[m->first - 1]), "aged");
  bool article = cck_scene_class(scene, m->first - 1) & CCK_LINK_ARTICLE;
  return m->first - (aged || article);
}

/*
 * ", 45," and ", aged 45," right behind a name, and "the 77-year-old Anderson": at publication, or at the date that
 * follows at once ("aged 45 in 2004").
 */
static bool age_of_name(const cck_scene *scene, const cck_claims *claims, size_t first, const cck_mention *m,
                        cck_life_note *note) {
  uint32_t at = age_begins(scene, m);
  const cck_mention *date = date_between(scene, m->past, m->past + 2);
  if (date)
    note->end = claim_at(scene, claims, first, date);
  if (date ? note->end == SIZE_MAX : !is_published_time(&claims->items[note->claim]))
    return false;
  if (at > scene->sentence->first && cck_scene_sign(scene, at - 1, ","))
    return cck_person_before(scene, at - 1, &note->person);
  bool definite = cck_scene_class(scene, m->first - 1) & CCK_LINK_DEFINITE;
  return definite && m->past > m->number_past && cck_person_at(scene, m->past, &note->person);
}

static void note_age(cck_lives *lives, const cck_scene *scene, const cck_claims *claims, size_t first,
                     const cck_mention *m) {
  cck_life_note note = {.sentence = scene->sentence, .end = SIZE_MAX};
  if (lives->ages.count >= CCK_LIFE_NOTES || !is_plain_age(m) || m->first == scene->sentence->first)
    return;
  note.claim = claim_at(scene, claims, first, m);
  if (note.claim == SIZE_MAX)
    return;
  if (age_at_death(scene, claims, first, m, &note) || age_of_verb(lives, scene, claims, first, m, &note) ||
      age_of_name(scene, claims, first, m, &note))
    CCK_PUSH(scene->context->arena, &lives->ages, note);
}

/* ---- the document ---- */

static void note_death(cck_lives *lives, const cck_scene *scene, const cck_claims *claims, size_t first) {
  if (scene->sentence->never & CCK_NEVER_DEATH)
    return;
  for (uint32_t i = scene->sentence->first; i < scene->sentence->past; i++) {
    if (!tells_death(scene->context, scene->sentence, i))
      continue;
    const cck_mention *date = date_between(scene, i, i + DEATH_REACH);
    lives->death = scene->sentence;
    lives->death_date = date ? claim_at(scene, claims, first, date) : SIZE_MAX;
    return;
  }
}

void cck_lives_read(cck_lives *lives, const cck_scene *scene, const cck_claims *claims, size_t first) {
  if (scene->context->doc->blocks.items[scene->sentence->block].kind == CCK_BLOCK_TITLE || first == claims->count)
    return;
  for (size_t i = 0; i < scene->dates.count; i++)
    note_birth(lives, scene, claims, first, &scene->dates.items[i]);
  for (size_t i = 0; i < scene->quantities.count; i++)
    note_age(lives, scene, claims, first, &scene->quantities.items[i]);
  note_death(lives, scene, claims, first);
}

/* The one birth of the person: of the age's own sentence, else of the document. NULL when there are several. */
static const cck_life_note *birth_for(const cck_lives *lives, const cck_context *context, const cck_claims *claims,
                                      const cck_life_note *age) {
  const cck_life_note *only = NULL;
  for (size_t i = 0; i < lives->births.count; i++) {
    const cck_life_note *birth = &lives->births.items[i];
    bool given = birth->person.given.len && age->person.given.len;
    if (!cck_slice_eq(birth->person.family, age->person.family) ||
        (given && !cck_slice_eq(birth->person.given, age->person.given)))
      continue;
    if (!cck_person_same(context, &birth->person, &age->person))
      return NULL;
    const cck_period days = claims->items[birth->claim].date.days;
    if (only &&
        (claims->items[only->claim].date.days.min != days.min || claims->items[only->claim].date.days.max != days.max))
      return NULL;
    only = only ? only : birth;
  }
  return only;
}

/* The age is the person's, not the country's that is named beside: "Eva Mann, 33, was born in Cuba". */
static void name_subject(const cck_context *context, const cck_person *person, cck_claim *claim) {
  uint32_t entity = claim->subject.len ? cck_lexicon_entity(context->lexicon, claim->subject) : CCK_LEXICON_NONE;
  if (entity != CCK_LEXICON_NONE && !context->lexicon->entities.items[entity].builtin)
    return;
  const cck_document *doc = context->doc;
  const char *first = person->given.len ? person->given.ptr : person->family.ptr;
  uint32_t start = (uint32_t)(first - doc->text.ptr);
  uint32_t end = (uint32_t)(person->family.ptr + person->family.len - doc->text.ptr);
  claim->subject = (cck_slice){NULL, 0};
  claim->subject_text = cck_document_quote(context->arena, doc, start, end);
}

void cck_lives_link(const cck_lives *lives, const cck_context *context, cck_claims *claims) {
  for (size_t i = 0; i < lives->ages.count; i++) {
    const cck_life_note *age = &lives->ages.items[i];
    const cck_life_note *birth = birth_for(lives, context, claims, age);
    if (!birth)
      continue;
    cck_claim *claim = &claims->items[age->claim];
    name_subject(context, &age->person, claim);
    cck_link born = {CCK_S("born"), claims->items[birth->claim].id};
    CCK_PUSH(context->arena, &claim->links, born);
    if (age->end == SIZE_MAX)
      continue;
    cck_link end = {CCK_S("end"), claims->items[age->end].id};
    CCK_PUSH(context->arena, &claim->links, end);
  }
}
