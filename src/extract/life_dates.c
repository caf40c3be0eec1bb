#include "extract/life_dates.h"

#include "extract/frame_words.h"
#include "extract/person.h"

enum {
  BRACKET = 16,   /* tokens from the bracket to a date in it: "(born in the town of X on 3 May 1950" */
  WORD_REACH = 8, /* from "born" to its date */
  DASHES = 2,     /* "--" is two */
  SHORTEST = 12,  /* years: shorter are wars, terms and runs of a play */
  LONGEST = 115,
  DAYS = 366
};

/* The bracket that the token stands in, if it is open there; SIZE_MAX otherwise. */
static size_t bracket_of(const cck_scene *scene, uint32_t token) {
  for (uint32_t i = token; i > scene->sentence->first && token - i < BRACKET; i--) {
    if (cck_scene_sign(scene, i - 1, ")"))
      break;
    if (cck_scene_sign(scene, i - 1, "("))
      return i - 1;
  }
  return SIZE_MAX;
}

static cck_slice text_of(const cck_scene *scene, uint32_t token) {
  return cck_token_text(scene->context->doc->text, &scene->tokens[token]);
}

/* "b. 1950", "d 1990", as short as that. */
static bool is_letter(const cck_scene *scene, uint32_t token, const char *letter) {
  cck_slice text = text_of(scene, token);
  if (text.len == 2 && text.ptr[1] == '.')
    text.len = 1;
  return cck_slice_is(text, letter);
}

/* What the words of the bracket in front of the date say: "born", "die", or NULL; *verb: their token. */
static const char *event_before(const cck_scene *scene, uint32_t open, const cck_mention *date, uint32_t *verb) {
  for (uint32_t i = date->first; i > open + 1 && date->first - i < WORD_REACH; i--) {
    uint32_t class = cck_person_class(scene->context, i - 1);
    *verb = i - 1;
    if ((class & CCK_FRAME_BORN) || is_letter(scene, i - 1, "b"))
      return "born";
    if ((class & CCK_FRAME_DIED) || is_letter(scene, i - 1, "d"))
      return "die";
    if ((class & CCK_FRAME_UNSURE) || cck_scene_in_date(scene, i - 1))
      break;
  }
  *verb = 0;
  return NULL;
}

static bool is_dash(const cck_scene *scene, uint32_t token) {
  return token < scene->sentence->past && cck_token_is_dash(scene->context->doc->text, &scene->tokens[token]);
}

static bool opens_item(const cck_scene *scene, const cck_mention *date) {
  return cck_scene_sign(scene, date->first - 1, "(") || cck_scene_sign(scene, date->first - 1, ";") ||
         cck_scene_sign(scene, date->first - 1, ",");
}

/* One plain date that is all of these tokens. */
static bool read_half(const cck_scene *scene, uint32_t first, uint32_t past, cck_mention *out) {
  cck_context context = *scene->context; /* "the next day" goes on from what the sentence as a whole says */
  cck_sentence part = *scene->sentence;
  cck_mentions found = {0};
  part.first = first;
  part.past = past;
  cck_read_dates(&context, &part, &found);
  if (found.count != 1 || found.items[0].first != first || found.items[0].past != past)
    return false;
  *out = found.items[0];
  return out->date.valid && out->basis == CCK_BASIS_TEXT && cck_period_is_known(out->date.days);
}

/* "10 February 1894 -- 29 December 1986" in its two halves. */
static bool split(const cck_scene *scene, const cck_mention *range, cck_mention *birth, cck_mention *death) {
  uint32_t dash = range->first;
  while (dash < range->past && !is_dash(scene, dash))
    dash++;
  uint32_t next = dash;
  while (next < range->past && next - dash < DASHES && is_dash(scene, next))
    next++;
  return dash > range->first && next < range->past && read_half(scene, range->first, dash, birth) &&
         read_half(scene, next, range->past, death);
}

static bool is_life(const cck_mention *birth, const cck_mention *death) {
  cck_day days = death->date.days.min - birth->date.days.max;
  bool fine = birth->date.precision == CCK_PRECISION_DAY || birth->date.precision == CCK_PRECISION_YEAR ||
              birth->date.precision == CCK_PRECISION_MONTH;
  return fine && days > (cck_day)SHORTEST * DAYS && days < (cck_day)LONGEST * DAYS;
}

/* Nothing in the name or before it that is no person: "the Cold War", "King John", "Soviet Union". */
static bool can_have_life(const cck_scene *scene, uint32_t first, uint32_t past) {
  for (uint32_t i = first; i < past; i++) {
    const cck_trie_entry *entry;
    bool other = cck_lexicon_match(scene->context->lexicon, &scene->tokens[i], past - i, &entry) && !entry;
    if (other || (cck_person_class(scene->context, i) & (CCK_FRAME_TITLE | CCK_FRAME_NO_PERSON)))
      return false;
  }
  for (size_t i = 0; i < scene->entities.count; i++)
    if (scene->entities.items[i].first < past && scene->entities.items[i].past > first &&
        !cck_slice_is(scene->context->lexicon->entities.items[scene->entities.items[i].entity].type, "person"))
      return false;
  return !(cck_scene_class_before(scene, first) & (CCK_LINK_ARTICLE | CCK_LINK_DEFINITE));
}

static void give(cck_mention *date, const char *event, uint32_t verb, uint32_t first, uint32_t past) {
  date->date.event = cck_slice_of(event);
  date->date.past = true;
  date->verb = verb;
  date->owner_first = first;
  date->owner_past = past;
}

static void insert_date(cck_scene *scene, size_t at, cck_mention date) {
  CCK_PUSH(scene->context->arena, &scene->dates, date);
  for (size_t i = scene->dates.count - 1; i > at; i--)
    scene->dates.items[i] = scene->dates.items[i - 1];
  scene->dates.items[at] = date;
}

/* A range without words is a life where the name allows it. */
static bool read_range(cck_scene *scene, size_t i, uint32_t first, uint32_t past) {
  cck_mention birth, death;
  if (!opens_item(scene, &scene->dates.items[i]) || !can_have_life(scene, first, past) ||
      !split(scene, &scene->dates.items[i], &birth, &death) || !is_life(&birth, &death))
    return false;
  give(&birth, "born", 0, first, past);
  give(&death, "die", 0, first, past);
  scene->dates.items[i] = birth;
  insert_date(scene, i + 1, death);
  return true;
}

/* Two dates with a dash between, which the grammar did not join. */
static bool read_pair(cck_scene *scene, size_t i, uint32_t first, uint32_t past) {
  cck_mention *birth = &scene->dates.items[i];
  cck_mention *death = birth + 1;
  if (i + 1 >= scene->dates.count || death->first <= birth->past || death->first - birth->past > DASHES ||
      !opens_item(scene, birth) || !can_have_life(scene, first, past) || !birth->date.valid || !death->date.valid ||
      !cck_period_is_known(birth->date.days) || !cck_period_is_known(death->date.days) || !is_life(birth, death))
    return false;
  for (uint32_t k = birth->past; k < death->first; k++)
    if (!is_dash(scene, k))
      return false;
  give(birth, "born", 0, first, past);
  give(death, "die", 0, first, past);
  return true;
}

void cck_life_dates(cck_scene *scene) {
  for (size_t i = 0; i < scene->dates.count; i++) {
    cck_mention *date = &scene->dates.items[i];
    size_t open = bracket_of(scene, date->first);
    uint32_t first, verb;
    if (open == SIZE_MAX || date->owner_past || !date->date.valid ||
        !cck_person_full_name(scene, (uint32_t)open, &first))
      continue;
    uint32_t past = (uint32_t)open;
    if (read_range(scene, i, first, past)) /* "(born Otto Holt; 1920-2003)" too */
      continue;
    const char *event = event_before(scene, past, date, &verb);
    if (event)
      give(date, event, verb, first, past);
    else
      (void)read_pair(scene, i, first, past);
  }
}
