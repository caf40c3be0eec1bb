/* The verb that a date dates, and whether it tells of what is done. */
#include "extract/date_words.h"
#include "extract/link.h"
#include "text/stem.h"

enum { VERB_REACH = 12 }; /* in tokens: a verb farther off has objects and dates of its own */

static cck_slice folded(const cck_scene *scene, uint32_t token) {
  return cck_arena_lower(scene->context->arena, cck_token_text(scene->context->doc->text, &scene->tokens[token]));
}

static bool may_be_verb(const cck_scene *scene, uint32_t token) {
  const cck_token *t = &scene->tokens[token];
  uint32_t class = cck_scene_class(scene, token);
  if (t->kind != CCK_TOKEN_WORD || (class & (CCK_LINK_NO_VERB | CCK_LINK_AUXILIARY)))
    return false;
  if (class & CCK_LINK_SAID)
    return true;
  if ((t->flags & CCK_TOKEN_CAPITAL) && !(t->flags & CCK_TOKEN_FIRST))
    return false; /* "United", "Allied": part of a name */
  if (t->flags & CCK_TOKEN_PAST)
    return true;
  uint32_t before = cck_scene_class_before(scene, token);
  return (before & (CCK_LINK_AUXILIARY | CCK_LINK_TO)) && class == 0;
}

/* A noun follows, and no auxiliary stands before: "the reinforced base", a participle as adjective. */
static bool is_attribute(const cck_scene *scene, uint32_t token) {
  uint32_t before = cck_scene_class_before(scene, token);
  return (before & (CCK_LINK_DEFINITE | CCK_LINK_ARTICLE)) != 0;
}

static bool starts_clause(const cck_clause *clause, const cck_mention *date) {
  return date->first - clause->first <= 2;
}

static inline bool ends_in(const cck_scene *scene, uint32_t token, cck_slice ending) {
  return cck_slice_ends(cck_token_text(scene->context->doc->text, &scene->tokens[token]), ending);
}

/*
 * "a November 2013 release date", "the bonds of 2016", "on 1987 output": the date qualifies a noun and dates no verb.
 */
static bool qualifies_noun(const cck_scene *scene, const cck_mention *date) {
  uint32_t before = cck_scene_class_before(scene, date->first);
  if (before & CCK_LINK_OF)
    return true;
  bool fronted = (before & CCK_LINK_PREPOSITION) && starts_clause(cck_scene_clause_at(scene, date->first), date);
  if (date->past >= scene->sentence->past || fronted)
    return false;
  const cck_token *next = &scene->tokens[date->past];
  return next->kind == CCK_TOKEN_WORD && !(next->flags & CCK_TOKEN_CAPITAL) &&
         cck_scene_class(scene, date->past) == 0 && !may_be_verb(scene, date->past) &&
         !ends_in(scene, date->past, CCK_S("ing")) && !ends_in(scene, date->past, CCK_S("ly"));
}

/*
 * "matures June 10", "ends December 31": a present verb that the vocabulary does not know stands right before the date.
 */
static bool follows_present(const cck_scene *scene, const cck_mention *date) {
  return date->first > scene->sentence->first && scene->tokens[date->first - 1].kind == CCK_TOKEN_WORD &&
         cck_scene_class_before(scene, date->first) == 0 && ends_in(scene, date->first - 1, CCK_S("s"));
}

/* "said Dec. 15", "said on Dec. 15"; in "said the loans mature in March" the date is of what was said. */
static bool dates_what_was_said(const cck_scene *scene, const cck_mention *date, uint32_t verb) {
  return (cck_scene_class(scene, verb) & CCK_LINK_SAID) && date->first > verb + 2;
}

static uint32_t verb_before(const cck_scene *scene, const cck_mention *date) {
  const cck_clause *clause = cck_scene_clause_at(scene, date->first);
  if (follows_present(scene, date))
    return 0;
  for (uint32_t i = date->first; i > clause->first && date->first - i < VERB_REACH; i--) {
    if (cck_scene_sign(scene, i - 1, "\"") || cck_scene_sign(scene, i - 1, "``"))
      return 0;
    if (may_be_verb(scene, i - 1) && !is_attribute(scene, i - 1))
      return dates_what_was_said(scene, date, i - 1) ? 0 : i - 1;
  }
  return 0;
}

/* "In a visit to the city this week, he opened ...": the date ends what stands in front of the clause's own verb. */
static bool ends_front(const cck_scene *scene, const cck_mention *date) {
  uint32_t first = cck_scene_clause_at(scene, date->first)->first;
  return (cck_scene_class(scene, first) & CCK_LINK_PREPOSITION) && date->past < scene->sentence->past &&
         cck_scene_sign(scene, date->past, ",");
}

static uint32_t find_verb(const cck_scene *scene, const cck_mention *date) {
  const cck_clause *clause = cck_scene_clause_at(scene, date->first);
  if (cck_scene_in_brackets(scene, date) || qualifies_noun(scene, date))
    return 0;
  uint32_t before = verb_before(scene, date);
  if (before || (!starts_clause(clause, date) && !ends_front(scene, date)))
    return before;
  for (uint32_t i = date->past; i < clause->past && i - date->past < VERB_REACH; i++)
    if (may_be_verb(scene, i) && !is_attribute(scene, i))
      return i;
  return 0;
}

/* "payable March 31", "maturing in August 1992", "ending March 31": the date is of what is still to come. */
static bool looks_ahead(const cck_scene *scene, const cck_mention *date, uint32_t token) {
  uint32_t class = cck_scene_class(scene, token);
  if (class & (CCK_LINK_PLANNED | CCK_LINK_PLANNED_TO | CCK_LINK_POSSIBLE | CCK_LINK_NEGATION | CCK_LINK_AHEAD))
    return true;
  return ends_in(scene, token, CCK_S("ing")) &&
         ((cck_scene_class(scene, token + 1) & CCK_LINK_PREPOSITION) || token + 1 == date->first);
}

/* "put", "cut", "set": a past form only where an auxiliary says so. */
static bool is_told_past(const cck_scene *scene, uint32_t verb, cck_slice base) {
  bool past = scene->tokens[verb].flags & CCK_TOKEN_PAST;
  bool ambiguous = cck_slice_eq_nocase(cck_token_text(scene->context->doc->text, &scene->tokens[verb]), base);
  return past && (!ambiguous || (cck_scene_class_before(scene, verb) & CCK_LINK_AUXILIARY));
}

/* "... or on April 12": another case than the one that the verb tells of. */
static bool is_alternative(const cck_scene *scene, const cck_mention *date) {
  cck_slice text = scene->context->doc->text;
  return date->first >= scene->sentence->first + 2 &&
         cck_slice_is(cck_token_text(text, &scene->tokens[date->first - 2]), "or");
}

/*
 * Told as done: a finite past form or was/were/had with one, and nothing in the clause
 * that looks ahead. Doubt counts as no, for a rule on past events must not cry wolf.
 */
static bool is_past(const cck_scene *scene, const cck_mention *date, uint32_t verb, cck_slice base) {
  const cck_clause *clause = cck_scene_clause_at(scene, date->first);
  uint32_t before = cck_scene_class_before(scene, date->first);
  bool attribution =
      verb > date->first && (cck_scene_class(scene, verb) & CCK_LINK_SAID); /* "as early as 1991, X said" */
  if (!is_told_past(scene, verb, base) || attribution || is_alternative(scene, date) ||
      (before & (CCK_LINK_UNTIL | CCK_LINK_TO | CCK_LINK_FROM | CCK_LINK_AHEAD)))
    return false;
  for (uint32_t i = clause->first; i < clause->past; i++)
    if (looks_ahead(scene, date, i))
      return false;
  for (uint32_t i = verb < date->first ? verb + 1 : date->past; i < (verb < date->first ? date->first : verb); i++)
    if (cck_scene_class(scene, i) & (CCK_LINK_TO | CCK_LINK_UNTIL))
      return false; /* "agreed to open in 2017", "extended the lease to 2042" */
  return !(cck_scene_class_before(scene, verb) & (CCK_LINK_PRESENT | CCK_LINK_TO));
}

/* A day or month without its year, which the words alone may place in any year. */
static bool is_yearless(const cck_mention *m) {
  bool unit = m->date.precision == CCK_PRECISION_DAY || m->date.precision == CCK_PRECISION_MONTH;
  return unit && m->basis == CCK_BASIS_RELATIVE && m->date.weekday == 0;
}

/*
 * The tense picks the year where the text has none: "was fired on June 8", published in
 * May, is June of the year before. Other relative dates after publication stay, and
 * their tense is taken back: the reading of the date is then the weaker of the two.
 */
static void settle_tense(const cck_scene *scene, cck_mention *m) {
  cck_period published = scene->context->published;
  cck_date *date = &m->date;
  if (!date->past || m->basis != CCK_BASIS_RELATIVE || !cck_period_is_known(published) ||
      !cck_period_is_known(date->days) || date->days.min <= published.max + 1)
    return;
  date->past = is_yearless(m);
  if (!date->past || cck_civil_of(date->days.min).year <= CCK_YEAR_MIN)
    return;
  if (m->holiday) { /* not on the same day each year */
    int year = cck_civil_of(date->days.min - m->holiday_shift).year;
    date->days = cck_period_day(cck_holiday_day(m->holiday, year - 1) + m->holiday_shift);
    return;
  }
  date->days.min = cck_add_months(date->days.min, -12);
  date->days.max = cck_add_months(date->days.max, -12);
}

void cck_link_dates(cck_scene *scene) {
  for (size_t i = 0; i < scene->dates.count; i++) {
    cck_mention *m = &scene->dates.items[i];
    m->verb = find_verb(scene, m);
    if (!m->verb)
      continue;
    m->date.event = cck_verb_base(scene->context->arena, folded(scene, m->verb));
    m->date.past = is_past(scene, m, m->verb, m->date.event);
    settle_tense(scene, m);
  }
}
