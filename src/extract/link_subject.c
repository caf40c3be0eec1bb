/* Whom a claim is about, and what else narrows it. */
#include <string.h>

#include "extract/link.h"

enum { NO_SCORE = -1000, OWNER_REACH = 8, PLACE_REACH = 8, NAME_WORDS = 6 };

void cck_link_add_scope(cck_arena *arena, cck_claim *claim, const char *key, cck_slice value) {
  cck_scope_item item = {cck_slice_of(key), value};
  size_t at = 0;
  if (value.len == 0)
    return;
  while (at < claim->scope.count && cck_slice_cmp(claim->scope.items[at].key, item.key) < 0)
    at++;
  if (at < claim->scope.count && cck_slice_eq(claim->scope.items[at].key, item.key))
    return;
  CCK_PUSH(arena, &claim->scope, item);
  memmove(&claim->scope.items[at + 1], &claim->scope.items[at], (claim->scope.count - 1 - at) * sizeof item);
  claim->scope.items[at] = item;
}

static const cck_entity *entity_of(const cck_scene *scene, const cck_entity_mention *mention) {
  return &scene->context->lexicon->entities.items[mention->entity];
}

static void take(const cck_scene *scene, const cck_entity_mention *mention, cck_claim *claim) {
  claim->subject = entity_of(scene, mention)->id;
  claim->subject_text = cck_scene_words(scene, mention->first, mention->past);
}

static bool is_of(const cck_scene *scene, uint32_t token) {
  cck_slice text = cck_token_text(scene->context->doc->text, &scene->tokens[token]);
  return (cck_scene_class(scene, token) & CCK_LINK_OF) || cck_slice_eq_nocase(text, CCK_S("by"));
}

/* "Tajik debts", "Tajikistan's huge debt", "the debts of Tajikistan", "debt owed by Tajikistan". */
static const cck_entity_mention *owner_of(const cck_scene *scene, const cck_word_hit *hit) {
  const cck_entity_mention *best = NULL;
  for (size_t i = 0; i < scene->entities.count; i++) {
    const cck_entity_mention *e = &scene->entities.items[i];
    bool before = e->past <= hit->first && hit->first - e->past <= OWNER_REACH;
    bool adjacent = e->past <= hit->first && hit->first - e->past <= 1;
    bool after = e->first >= hit->past && e->first - hit->past <= 3 && e->first > scene->sentence->first;
    if (before && (e->possessive || (e->adjective && adjacent)))
      best = e; /* the nearest before wins over those further left */
    else if (after && !best && (is_of(scene, e->first - 1) || (e->first >= 2 && is_of(scene, e->first - 2))))
      best = e;
  }
  return best;
}

/* "Its debt": the last entity named before, when the sentence names just one before it. */
static const cck_entity_mention *pronoun_owner(const cck_scene *scene, const cck_word_hit *hit) {
  const cck_entity_mention *only = NULL;
  bool pronoun = false;
  for (uint32_t i = hit->first; i > scene->sentence->first && hit->first - i < 3 && !pronoun; i--) {
    cck_slice text = cck_token_text(scene->context->doc->text, &scene->tokens[i - 1]);
    pronoun = cck_slice_eq_nocase(text, CCK_S("its")) || cck_slice_eq_nocase(text, CCK_S("their"));
  }
  for (size_t i = 0; pronoun && i < scene->entities.count; i++) {
    const cck_entity_mention *e = &scene->entities.items[i];
    if (e->past > hit->first)
      break;
    if (only && only->entity != e->entity)
      return NULL;
    only = e;
  }
  return only;
}

static void subject_of_word(const cck_scene *scene, const cck_mention *m, uint32_t measure, cck_claim *claim) {
  const cck_word_hit *hit = cck_link_role_hit(scene, measure, CCK_WORD_SUBJECT_OF, m);
  if (!hit)
    return;
  const cck_entity_mention *owner = owner_of(scene, hit);
  if (!owner)
    owner = pronoun_owner(scene, hit);
  if (owner)
    take(scene, owner, claim);
  for (size_t i = 0; i < scene->entities.count; i++) {
    const cck_entity_mention *e = &scene->entities.items[i];
    if (e->clause == cck_scene_clause(scene, m->first) && !e->placed && owner && e->entity != owner->entity)
      cck_link_add_scope(scene->context->arena, claim, "counterparty", entity_of(scene, e)->id);
  }
}

static bool is_capital(const cck_scene *scene, const cck_entity_mention *e) {
  return e->alias != CCK_LEXICON_NONE && scene->context->lexicon->aliases.items[e->alias].role == CCK_ALIAS_CAPITAL;
}

/*
 * A declared entity (a base) says more than a country; a subject before the verb more than
 * a place or an adjective; then the nearer one wins.
 */
enum {
  FAR = 60,        /* tokens beyond which distance no longer counts */
  ANTECEDENT = 60, /* what a "which" clause is about outweighs any distance */
  OTHER_CLAUSE = 60,
  DECLARED = 40,  /* a base outweighs a country nearer by */
  PLACED = 30,    /* "in Tajikistan" is a place first */
  ADJECTIVE = 15, /* "Tajik" qualifies something else */
  BEFORE_FIGURE = 10
};

static int subject_score(const cck_scene *scene, const cck_entity_mention *e, const cck_mention *m) {
  uint32_t clause = cck_scene_clause(scene, m->number_first);
  uint32_t distance = cck_scene_distance(e->first, e->past, m->first, m->past);
  bool inside = e->first >= m->first && e->past <= m->past;
  if (e->placed && is_capital(scene, e))
    return NO_SCORE; /* "signed in Moscow" says where, not who */
  if (e->first >= m->place_first && e->past <= m->place_past)
    return NO_SCORE;
  int score = -(int)(distance < FAR ? distance : FAR);
  if (e->clause != clause) {
    bool antecedent = scene->clauses.items[clause].relative && e->past <= scene->clauses.items[clause].first &&
                      scene->clauses.items[clause].first - e->past <= 2;
    if (antecedent)
      score += ANTECEDENT;
    else if (e->first > m->first)
      return NO_SCORE;
    else
      score -= OTHER_CLAUSE;
  }
  if (!entity_of(scene, e)->builtin)
    score += DECLARED;
  if (e->placed || inside)
    score -= PLACED;
  else if (e->adjective)
    score -= ADJECTIVE;
  if (e->past <= m->first && !e->adjective && !e->placed)
    score += BEFORE_FIGURE;
  return score;
}

static const cck_entity_mention *best_entity(const cck_scene *scene, const cck_mention *m) {
  const cck_entity_mention *best = NULL;
  int best_score = NO_SCORE;
  for (size_t i = 0; i < scene->entities.count; i++) {
    int score = subject_score(scene, &scene->entities.items[i], m);
    if (score > best_score) {
      best = &scene->entities.items[i];
      best_score = score;
    }
  }
  return best;
}

/* The nearest run of capitalised words in the clause before the figure; only words, no entity. */
static void nearest_name(const cck_scene *scene, const cck_mention *m, cck_claim *claim) {
  const cck_clause *clause = cck_scene_clause_at(scene, m->first);
  for (uint32_t i = m->first; i > clause->first; i--) {
    if (!cck_scene_is_name_word(scene, i - 1))
      continue;
    uint32_t first = i - 1;
    while (first > clause->first && i - first < NAME_WORDS && cck_scene_is_name_word(scene, first - 1))
      first--;
    if (first == scene->sentence->first && i - first == 1)
      return; /* a lone first word has its capital from its place */
    claim->subject_text = cck_scene_words(scene, first, i);
    return;
  }
}

/*
 * The place that follows the figure, "5,000 soldiers in Dushanbe": one place only, for a list of them narrows nothing.
 */
static void scope_place(const cck_scene *scene, const cck_mention *m, cck_claim *claim) {
  for (size_t i = 0; i < scene->entities.count; i++) {
    const cck_entity_mention *e = &scene->entities.items[i];
    bool near = cck_scene_distance(e->first, e->past, m->first, m->past) <= PLACE_REACH;
    bool own = cck_slice_eq(entity_of(scene, e)->id, claim->subject);
    if (!e->placed || !near || own || e->alias == CCK_LEXICON_NONE || e->clause != cck_scene_clause(scene, m->first))
      continue;
    bool listed = e->past < scene->sentence->past && (cck_scene_class(scene, e->past) & CCK_LINK_CONJUNCTION);
    if (!listed)
      cck_link_add_scope(scene->context->arena, claim, "place", cck_scene_words(scene, e->first, e->past));
    return;
  }
}

/* What the heading names: of a line with a label in any case, else of a figure whose sentence names nobody. */
static void take_heading(const cck_scene *scene, cck_claim *claim) {
  claim->subject = scene->context->lexicon->entities.items[scene->heading.entity].id;
  claim->subject_text = cck_scene_words(scene, scene->heading.first, scene->heading.past);
}

/* The place that stands for a counted noun, "660 Kosovo". */
static void place_item(const cck_scene *scene, const cck_mention *m, cck_claim *claim) {
  cck_slice place = cck_scene_words(scene, m->place_first, m->place_past);
  cck_link_add_scope(scene->context->arena, claim, "place", place);
}

/* Life dates are the person's, not the country's that is named beside: "Eva Mann (born 1950) is a Cuban singer". */
static void take_owner(const cck_scene *scene, const cck_mention *m, cck_claim *claim) {
  claim->subject_text = cck_scene_words(scene, m->owner_first, m->owner_past);
  for (size_t i = 0; i < scene->entities.count; i++) {
    const cck_entity_mention *e = &scene->entities.items[i];
    if (e->first >= m->owner_first && e->past == m->owner_past && cck_slice_is(entity_of(scene, e)->type, "person"))
      take(scene, e, claim);
  }
}

void cck_link_subject(const cck_scene *scene, const cck_mention *m, uint32_t measure, cck_claim *claim) {
  const cck_lexicon *lexicon = scene->context->lexicon;
  bool placed = m->place_past > m->place_first;
  if (m->owner_past) {
    take_owner(scene, m, claim);
    return;
  }
  if (placed)
    place_item(scene, m, claim);
  if (scene->heading.past && scene->label_past) {
    take_heading(scene, claim);
    return;
  }
  if (measure != CCK_LEXICON_NONE && lexicon->measures.items[measure].has_subject_of) {
    subject_of_word(scene, m, measure, claim);
    return;
  }
  const cck_entity_mention *e = best_entity(scene, m);
  if (e)
    take(scene, e, claim);
  else if (scene->heading.past)
    take_heading(scene, claim);
  else
    nearest_name(scene, m, claim);
  if (!placed)
    scope_place(scene, m, claim);
}
