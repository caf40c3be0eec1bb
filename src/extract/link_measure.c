/* Which declared measure a figure belongs to. */
#include "extract/label.h"
#include "extract/link.h"
#include "text/stem.h"

enum { STATE_REACH = 6, COUNTER_REACH = 8, MONEY_REACH = 14, NO_FIT = -1 };

static const cck_word *word_of(const cck_scene *scene, const cck_word_hit *hit) {
  return &scene->context->lexicon->words.items[hit->word];
}

static bool has_dimension(const cck_scene *scene, const cck_mention *m, const char *dimension) {
  return cck_slice_is(cck_unit_dimension(scene->context->units, scene->context->arena, m->value.unit), dimension);
}

/* A figure of another kind is never taken for the measure, however near its words. */
static bool kind_fits(const cck_scene *scene, const cck_mention *m, const cck_measure *measure) {
  if (m->kind == CCK_CLAIM_DATE)
    return measure->kind == CCK_MEASURE_DATE;
  if (m->kind != CCK_CLAIM_QUANTITY)
    return false;
  if (measure->unit.len && !cck_slice_eq(measure->unit, m->value.unit))
    return false;
  switch (measure->kind) {
  case CCK_MEASURE_COUNT:
    return has_dimension(scene, m, "count") || has_dimension(scene, m, "number");
  case CCK_MEASURE_MONEY:
    return has_dimension(scene, m, "money");
  case CCK_MEASURE_PERCENT:
    return has_dimension(scene, m, "percent");
  case CCK_MEASURE_AGE:
    return has_dimension(scene, m, "age");
  case CCK_MEASURE_DURATION:
    return has_dimension(scene, m, "duration");
  case CCK_MEASURE_DIMENSION:
    return cck_slice_eq(cck_unit_dimension(scene->context->units, scene->context->arena, m->value.unit),
                        measure->dimension);
  case CCK_MEASURE_DATE:
    break;
  }
  return false;
}

static uint32_t distance_to(const cck_word_hit *hit, const cck_mention *m) {
  return cck_scene_distance(hit->first, hit->past, m->number_first, m->number_past);
}

/* The hits of one measure, in order of place. */
static const cck_word_hit *hit_at(const cck_scene *scene, uint32_t index) {
  return index == CCK_LEXICON_NONE ? NULL : &scene->words.items[index];
}

static const cck_word_hit *first_hit(const cck_scene *scene, uint32_t measure) {
  return scene->words.count && measure != CCK_LEXICON_NONE ? hit_at(scene, scene->first_hit[measure]) : NULL;
}

static const cck_word_hit *next_hit(const cck_scene *scene, const cck_word_hit *hit) {
  return hit_at(scene, hit->next);
}

/* In the figure's clause, or in the label of it. */
static bool reaches(const cck_scene *scene, const cck_word_hit *hit, const cck_mention *m) {
  return hit->clause == cck_scene_clause(scene, m->number_first) || (hit->past <= scene->label_past && m->labelled);
}

const cck_word_hit *cck_link_role_hit(const cck_scene *scene, uint32_t measure, cck_word_role role,
                                      const cck_mention *near) {
  const cck_word_hit *best = NULL;
  for (const cck_word_hit *hit = first_hit(scene, measure); hit; hit = next_hit(scene, hit)) {
    if (word_of(scene, hit)->role != role || !reaches(scene, hit, near))
      continue;
    if (!best || distance_to(hit, near) < distance_to(best, near))
      best = hit;
  }
  return best;
}

/* "5,000-strong": the words after "N-" follow the figure, behind a hyphen. */
static bool follows_as_pattern(const cck_scene *scene, const cck_word_hit *hit, const cck_mention *m) {
  uint32_t at = m->number_past;
  if (at < scene->sentence->past && cck_token_is_dash(scene->context->doc->text, &scene->tokens[at]))
    at++;
  return hit->first == at && at > m->number_past;
}

/* The hit is the head of the counted noun phrase: "7,000 Russian troops", not "7,000 troop carriers". */
static bool is_head(const cck_word_hit *hit, const cck_mention *m) {
  return m->noun_past > m->noun_first && hit->past == m->noun_past && hit->first >= m->number_first;
}

static bool is_participle(const cck_scene *scene, const cck_word_hit *hit) {
  const cck_token *token = &scene->tokens[hit->first];
  cck_slice folded = cck_arena_lower(scene->context->arena, cck_token_text(scene->context->doc->text, token));
  if (cck_scene_class(scene, hit->first) & CCK_LINK_STATE)
    return true;
  return !(cck_scene_class(scene, hit->first) & CCK_LINK_NO_VERB) &&
         (cck_is_past_form(folded) || cck_slice_ends(folded, CCK_S("ing")));
}

static bool another_figure_between(const cck_scene *scene, const cck_word_hit *hit, const cck_mention *m) {
  uint32_t from = hit->first < m->first ? hit->past : m->past;
  uint32_t to = hit->first < m->first ? m->first : hit->first;
  for (size_t i = 0; i < scene->quantities.count; i++) {
    const cck_mention *other = &scene->quantities.items[i];
    if (other != m && other->first >= from && other->past <= to)
      return true;
  }
  return false;
}

/* "9 people were killed", "killed 9 people": a verb or state says what became of those counted. */
static bool governs_count(const cck_scene *scene, const cck_word_hit *hit, const cck_mention *m) {
  uint32_t distance = cck_scene_distance(hit->first, hit->past, m->first, m->past);
  return distance <= STATE_REACH && is_participle(scene, hit) && !another_figure_between(scene, hit, m);
}

/* "26,000 active personnel (11,000 Army": what opens the bracket is told already. */
static bool bracket_between(const cck_scene *scene, uint32_t from, uint32_t to) {
  for (uint32_t i = from; i < to; i++)
    if (cck_scene_sign(scene, i, "("))
      return true;
  return false;
}

/* "troops number 7,000", "the troop strength of 7,000": a bare figure with a counting word beside the measure's. */
static bool counts_bare(const cck_scene *scene, const cck_word_hit *hit, const cck_mention *m) {
  if (m->noun_past > m->noun_first || hit->past > m->number_first || m->number_first - hit->past > COUNTER_REACH ||
      bracket_between(scene, hit->past, m->number_first))
    return false;
  uint32_t from = hit->first > scene->sentence->first + 4 ? hit->first - 4 : scene->sentence->first;
  for (uint32_t i = from; i < m->number_first; i++)
    if (cck_scene_class(scene, i) & CCK_LINK_COUNTER)
      return !another_figure_between(scene, hit, m);
  return false;
}

/* "a capacity of 42,000", "a crew of 12 men", "the toll rose to 312": a word that means a count by itself. */
static bool counts_collective(const cck_scene *scene, const cck_word_hit *hit, const cck_mention *m) {
  if (!(cck_scene_class(scene, hit->past - 1) & CCK_LINK_COLLECTIVE) || hit->past > m->first)
    return false;
  if (m->first - hit->past <= 3 && (cck_scene_class(scene, hit->past) & CCK_LINK_OF))
    return !another_figure_between(scene, hit, m);
  return m->noun_past == m->noun_first && m->first - hit->past <= STATE_REACH && !another_figure_between(scene, hit, m);
}

/*
 * Fits: the figure's own pattern, then its own noun, then the nearest word of the clause; a longer phrase says
 * more than a short one, and a measure that asks for a second word and finds it more than one that asks for none.
 */
enum { FIT_PATTERN = 60, FIT_LABEL = 56, FIT_HEAD = 50, FIT_NEAREST = 30, FIT_PHRASE_WORD = 4, FIT_SECOND_WORD = 40 };

/*
 * "Public debt: 40%", "Personnel strength: 9,500 active troops": the label ends in the measure's word. A count whose
 * own noun is another thing ("Troops: 12 tanks") needs a word of counting there too.
 */
static bool is_labelled(const cck_scene *scene, const cck_word_hit *hit, const cck_mention *m,
                        const cck_measure *measure) {
  if (!cck_label_ends(scene, hit->past) || !m->labelled)
    return false;
  if (measure->kind != CCK_MEASURE_COUNT || m->noun_past == m->noun_first)
    return true;
  for (uint32_t i = hit->first; i < scene->label_past; i++)
    if (cck_scene_class(scene, i) & CCK_LINK_COUNTER)
      return true;
  return false;
}

/* How well this word makes the figure the measure's; NO_FIT when it does not. */
static int word_fit(const cck_scene *scene, const cck_word_hit *hit, const cck_mention *m, const cck_measure *measure) {
  if (word_of(scene, hit)->n_pattern)
    return follows_as_pattern(scene, hit, m) ? FIT_PATTERN : NO_FIT;
  if (is_labelled(scene, hit, m, measure))
    return FIT_LABEL + (int)(hit->past - hit->first);
  if (hit->clause != cck_scene_clause(scene, m->number_first))
    return NO_FIT;
  uint32_t distance = distance_to(hit, m);
  int near = distance < FIT_NEAREST ? FIT_NEAREST - (int)distance : 0;
  if (measure->kind == CCK_MEASURE_COUNT) {
    if (is_head(hit, m))
      return FIT_HEAD + (int)(hit->past - hit->first) - 1;
    return governs_count(scene, hit, m) || counts_bare(scene, hit, m) || counts_collective(scene, hit, m) ? near
                                                                                                          : NO_FIT;
  }
  if (distance > MONEY_REACH)
    return NO_FIT;
  return near + FIT_PHRASE_WORD * (int)(hit->past - hit->first);
}

/* "40 wounded soldiers": the word is said of those 40 only. */
static bool is_in_another_phrase(const cck_scene *scene, const cck_word_hit *hit, const cck_mention *m) {
  for (size_t i = 0; i < scene->quantities.count; i++) {
    const cck_mention *other = &scene->quantities.items[i];
    if (other != m && other->noun_past > other->noun_first && hit->first >= other->number_past &&
        hit->past < other->noun_past)
      return true;
  }
  return false;
}

static bool is_ruled_out(const cck_scene *scene, uint32_t measure, const cck_mention *m) {
  for (const cck_word_hit *hit = first_hit(scene, measure); hit; hit = next_hit(scene, hit))
    if (word_of(scene, hit)->role == CCK_WORD_NOT && reaches(scene, hit, m) && !is_in_another_phrase(scene, hit, m))
      return true;
  return false;
}

static int measure_fit(const cck_scene *scene, const cck_mention *m, uint32_t index) {
  const cck_measure *measure = &scene->context->lexicon->measures.items[index];
  int best = NO_FIT;
  if (!kind_fits(scene, m, measure))
    return NO_FIT;
  for (const cck_word_hit *hit = first_hit(scene, index); hit; hit = next_hit(scene, hit)) {
    if (word_of(scene, hit)->role != CCK_WORD_WORDS)
      continue;
    int fit = word_fit(scene, hit, m, measure);
    best = fit > best ? fit : best;
  }
  if (best == NO_FIT || is_ruled_out(scene, index, m))
    return NO_FIT;
  if (!measure->has_near)
    return best;
  return cck_link_role_hit(scene, index, CCK_WORD_NEAR, m) ? best + FIT_SECOND_WORD : NO_FIT;
}

/* The verb itself must be one of the measure's words, within its clause. */
static uint32_t date_measure(const cck_scene *scene, const cck_mention *m) {
  uint32_t verb = m->verb;
  for (size_t i = 0; verb && i < scene->words.count; i++) {
    const cck_word_hit *hit = &scene->words.items[i];
    const cck_word *word = word_of(scene, hit);
    const cck_measure *measure = &scene->context->lexicon->measures.items[word->measure];
    bool covers = hit->first <= verb && verb < hit->past;
    if (!covers || word->role != CCK_WORD_WORDS || measure->kind != CCK_MEASURE_DATE ||
        cck_link_role_hit(scene, word->measure, CCK_WORD_NOT, m))
      continue;
    if (!measure->has_near || cck_link_role_hit(scene, word->measure, CCK_WORD_NEAR, m))
      return word->measure;
  }
  return CCK_LEXICON_NONE;
}

uint32_t cck_link_measure(const cck_scene *scene, const cck_mention *m) {
  uint32_t best = CCK_LEXICON_NONE;
  int best_fit = NO_FIT;
  if (scene->words.count == 0)
    return CCK_LEXICON_NONE;
  if (m->kind == CCK_CLAIM_DATE)
    return date_measure(scene, m);
  for (uint32_t i = 0; i < scene->words.count; i++) {
    uint32_t measure = word_of(scene, &scene->words.items[i])->measure;
    if (scene->first_hit[measure] != i) /* had its turn */
      continue;
    int fit = measure_fit(scene, m, measure);
    if (fit > best_fit || (fit != NO_FIT && fit == best_fit && measure < best)) { /* of equals the one declared first */
      best = measure;
      best_fit = fit;
    }
  }
  return best;
}
