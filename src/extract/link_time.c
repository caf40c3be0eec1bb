/* When a claim holds, and whether it is asserted, planned, possible, denied or asked. */
#include "extract/link.h"
#include "extract/link_life.h"

/* In tokens: a date farther from its figure belongs to something else, and so does a word of mood. */
enum { TIME_REACH = 25, MODAL_REACH = 14, VERB_GROUP = 5, BRACKET_REACH = 6, LAST_TOKENS = 4 };

/* The date belongs to a verb of saying: "said Dec. 15 that ...". */
static bool dates_saying(const cck_scene *scene, const cck_mention *date) {
  uint32_t verb = date->verb;
  return verb && (cck_scene_class(scene, verb) & CCK_LINK_SAID);
}

/* "15 percent more than in 2012": the year of what it is compared with. */
static bool is_compared(const cck_scene *scene, const cck_mention *date) {
  for (uint32_t i = date->first; i > scene->sentence->first && date->first - i < 3; i--)
    if (cck_scene_class(scene, i - 1) & CCK_LINK_COMPARED)
      return true;
  return false;
}

static const cck_mention *nearest_date(const cck_scene *scene, const cck_mention *m) {
  const cck_mention *best = NULL;
  uint32_t best_distance = TIME_REACH + 1;
  uint32_t clause = cck_scene_clause(scene, m->number_first);
  bool age = cck_slice_is(m->value.unit, "year of age");
  for (size_t i = 0; i < scene->dates.count; i++) {
    const cck_mention *date = &scene->dates.items[i];
    uint32_t distance = cck_scene_distance(date->first, date->past, m->first, m->past);
    if (cck_scene_clause(scene, date->first) != clause || distance >= best_distance || !date->date.valid ||
        cck_period_is_none(date->date.days) || cck_scene_in_brackets(scene, date) || dates_saying(scene, date) ||
        is_compared(scene, date) || (age && cck_life_is_birth(scene, date)))
      continue;
    best = date;
    best_distance = distance;
  }
  return best;
}

/* Is the date all that a pair of brackets holds, but for a word such as "est."? */
static bool fills_brackets(const cck_scene *scene, const cck_mention *date) {
  uint32_t i = date->past;
  if (date->first == scene->sentence->first || !cck_scene_sign(scene, date->first - 1, "(") || !date->date.valid ||
      cck_period_is_none(date->date.days))
    return false;
  if (i < scene->sentence->past && scene->tokens[i].kind == CCK_TOKEN_WORD)
    i++;
  return cck_scene_sign(scene, i, ")") || (cck_scene_sign(scene, i, ".") && cck_scene_sign(scene, i + 1, ")"));
}

/* "2.8% of GDP (2018)": in brackets right behind the figure's phrase. */
static bool stands_behind(const cck_scene *scene, const cck_mention *m, const cck_mention *date) {
  uint32_t open = date->first - 1;
  if (open < m->past || open - m->past > BRACKET_REACH)
    return false;
  for (uint32_t i = m->past; i < open; i++)
    if (scene->tokens[i].kind != CCK_TOKEN_WORD)
      return false;
  return true;
}

const cck_mention *cck_link_bracketed(const cck_scene *scene, const cck_mention *m) {
  const cck_mention *last = NULL;
  for (size_t i = 0; i < scene->dates.count; i++) {
    const cck_mention *date = &scene->dates.items[i];
    if (!fills_brackets(scene, date))
      continue;
    if (stands_behind(scene, m, date))
      return date;
    if (date->past + LAST_TOKENS >= scene->sentence->past)
      last = date;
  }
  return last;
}

static cck_time time_of_date(const cck_scene *scene, const cck_mention *date) {
  cck_time time = {date->date.days, date->basis};
  uint32_t before = cck_scene_class_before(scene, date->first);
  bool grain = date->date.precision >= CCK_PRECISION_MONTH; /* "before Friday" is a deadline, or the day before */
  if ((before & CCK_LINK_BEFORE) && grain && time.days.min != CCK_NO_DAY)
    time.days = (cck_period){CCK_NO_DAY, time.days.min - 1};
  else if ((before & CCK_LINK_AFTER) && grain && time.days.max != CCK_NO_DAY)
    time.days = (cck_period){time.days.max + 1, CCK_NO_DAY};
  else if (before & CCK_LINK_SINCE)
    time.days.max = CCK_NO_DAY;
  else if (before & CCK_LINK_UNTIL)
    time.days.min = CCK_NO_DAY;
  return time;
}

void cck_link_time(const cck_scene *scene, const cck_mention *m, cck_claim *claim) {
  const cck_mention *date = m->kind == CCK_CLAIM_DATE ? m : NULL;
  claim->time = (cck_time){CCK_NO_PERIOD, CCK_BASIS_NONE};
  if (!cck_period_is_none(m->during) && m->kind == CCK_CLAIM_QUANTITY) {
    claim->time = (cck_time){m->during, CCK_BASIS_RELATIVE};
    return;
  }
  if (!date)
    date = cck_link_bracketed(scene, m);
  if (!date)
    date = nearest_date(scene, m);
  if (date && !cck_period_is_none(date->date.days))
    claim->time = time_of_date(scene, date);
  else if (m->kind != CCK_CLAIM_DATE && !cck_period_is_none(scene->context->published))
    claim->time = (cck_time){scene->context->published, CCK_BASIS_PUBLICATION};
}

/* Ahead at this token: "will", or "expected" with "to" or "for" right after. */
static bool is_planned(const cck_scene *scene, uint32_t token) {
  uint32_t class = cck_scene_class(scene, token);
  if (class & CCK_LINK_PLANNED)
    return true;
  return (class & CCK_LINK_PLANNED_TO) && (cck_scene_class(scene, token + 1) & CCK_LINK_TO);
}

/* "not only 5,000 but", "no more than 5,000" deny nothing; nor does "rejected 5,000 appeals". */
static bool is_denial(const cck_scene *scene, uint32_t token, const cck_mention *m) {
  if (!(cck_scene_class(scene, token) & CCK_LINK_NEGATION) || token + 1 >= scene->sentence->past)
    return false;
  bool hedged = cck_scene_class(scene, token + 1) & CCK_LINK_PREPOSITION; /* "about", "over" */
  if ((cck_scene_class(scene, token) & CCK_LINK_REFUSAL) && token + 1 + hedged == m->first)
    return false;
  cck_slice next = cck_token_text(scene->context->doc->text, &scene->tokens[token + 1]);
  static const char *const harmless[] = {"only", "more", "less", "fewer", "later", "just", "longer", "least"};
  for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++)
    if (cck_slice_is(next, harmless[i]))
      return false;
  return true;
}

static bool is_question(const cck_scene *scene) {
  for (uint32_t i = scene->sentence->past; i > scene->sentence->first && scene->sentence->past - i < 3; i--)
    if (cck_scene_sign(scene, i - 1, "?"))
      return true;
  return false;
}

/* How far back words of mood bear on a figure: its clause; for a date its verb with what stands right before it. */
static uint32_t mood_begins(const cck_scene *scene, const cck_mention *m) {
  uint32_t first = cck_scene_clause_at(scene, m->number_first)->first;
  uint32_t verb = m->kind == CCK_CLAIM_DATE ? m->verb : 0;
  if (verb == 0 || verb > m->first)
    return first;
  uint32_t from = verb;
  while (from > first && verb - from < VERB_GROUP && !cck_scene_sign(scene, from - 1, ","))
    from--;
  return from;
}

void cck_link_modality(const cck_scene *scene, const cck_mention *m, cck_claim *claim) {
  uint32_t first = mood_begins(scene, m);
  claim->modality = m->planned_hint ? CCK_MODALITY_PLANNED : CCK_MODALITY_ASSERTED;
  if (is_question(scene)) {
    claim->modality = CCK_MODALITY_QUESTION;
    return;
  }
  if (!(scene->all_classes & (CCK_LINK_NEGATION | CCK_LINK_PLANNED | CCK_LINK_PLANNED_TO | CCK_LINK_POSSIBLE)))
    return;
  /* The nearest word before the figure decides: "will hold 5,000 and could ..." is planned. */
  for (uint32_t i = m->first; i > first && m->first - i < MODAL_REACH; i--) {
    if (is_denial(scene, i - 1, m)) {
      claim->modality = CCK_MODALITY_DENIED;
      return;
    }
    if (is_planned(scene, i - 1)) {
      claim->modality = CCK_MODALITY_PLANNED;
      return;
    }
    if ((cck_scene_class(scene, i - 1) & CCK_LINK_POSSIBLE) && !m->planned_hint) {
      claim->modality = CCK_MODALITY_POSSIBLE;
      return;
    }
  }
}
