/*
 * Frames: claims of one sentence that belong together.
 *   "rose from 10 to 15, a 50% increase"     change -> from, to
 *   "$334 million, of which $281 million"    part -> whole
 *   "from 25 October to 3 November"          start -> end, end -> start
 */
#include "extract/link.h"
#include "extract/quantity_words.h"

enum { LEAD_IN = 3, VERB_REACH = 4 };

static cck_claim *claim_of(cck_claims *claims, size_t first, const cck_scene *scene, const cck_mention *m) {
  for (size_t i = first; m && i < claims->count; i++)
    if (claims->items[i].kind == m->kind && claims->items[i].start == scene->tokens[m->first].start)
      return &claims->items[i];
  return NULL;
}

/* A word of the class among the few before the figure, with no other figure or sign in between. */
static bool led_by(const cck_scene *scene, const cck_mention *m, uint32_t class) {
  for (uint32_t i = m->first; i > scene->sentence->first && m->first - i < LEAD_IN; i--) {
    if (cck_scene_class(scene, i - 1) & class)
      return true;
    if (scene->tokens[i - 1].kind != CCK_TOKEN_WORD)
      return false;
  }
  return false;
}

static bool is_change_unit(const cck_mention *m) {
  return cck_slice_is(m->value.unit, "percent") || cck_slice_is(m->value.unit, "percentage point") ||
         cck_slice_is(m->value.unit, "basis point");
}

static bool is_plain(const cck_mention *m) {
  return m->kind == CCK_CLAIM_QUANTITY && m->value.has_min && m->value.has_max &&
         cck_decimal_cmp(m->value.min, m->value.max) == 0;
}

static bool same_unit(const cck_mention *a, const cck_mention *b) {
  return a->value.unit.len == 0 || b->value.unit.len == 0 || cck_slice_eq(a->value.unit, b->value.unit);
}

static void add_link(const cck_scene *scene, cck_claim *claim, const char *role, const cck_claim *to) {
  cck_link link = {cck_slice_of(role), to->id};
  CCK_PUSH(scene->context->arena, &claim->links, link);
}

/* The only plain figure led by the class; NULL when there is none or more than one. */
static const cck_mention *only_led_by(const cck_scene *scene, uint32_t class) {
  const cck_mention *only = NULL;
  for (size_t i = 0; i < scene->quantities.count; i++) {
    const cck_mention *m = &scene->quantities.items[i];
    if (!is_plain(m) || !led_by(scene, m, class))
      continue;
    if (only)
      return NULL;
    only = m;
  }
  return only;
}

/* The one change of the sentence: percent where the figures are not, or a figure of their unit with a direction. */
static const cck_mention *only_change(const cck_scene *scene, const cck_mention *from, const cck_mention *to) {
  const cck_mention *only = NULL;
  for (size_t i = 0; i < scene->quantities.count; i++) {
    const cck_mention *m = &scene->quantities.items[i];
    bool change = is_plain(m) && m != from && m != to && is_change_unit(m);
    if (!change)
      continue;
    if (only)
      return NULL;
    only = m;
  }
  return only;
}

/* A verb of direction before the two figures: "rose from 320 to 240". */
static cck_change direction_before(const cck_scene *scene, uint32_t token) {
  const cck_clause *clause = &scene->clauses.items[cck_scene_clause(scene, token)];
  for (uint32_t i = token; i > clause->first && token - i < VERB_REACH; i--) {
    const cck_quantity_word *word = cck_quantity_word_of(scene->context->vocabulary->quantities, &scene->tokens[i - 1]);
    if (word->classes & CCK_Q_UP)
      return CCK_CHANGE_UP;
    if (word->classes & CCK_Q_DOWN)
      return CCK_CHANGE_DOWN;
  }
  return CCK_CHANGE_NONE;
}

static void link_change(const cck_scene *scene, cck_claims *claims, size_t first) {
  const cck_mention *from = only_led_by(scene, CCK_LINK_FROM);
  const cck_mention *to = only_led_by(scene, CCK_LINK_TO);
  if (!from || !to || from == to || !same_unit(from, to))
    return;
  cck_claim *claim_from = claim_of(claims, first, scene, from);
  cck_claim *claim_to = claim_of(claims, first, scene, to);
  cck_claim *change = claim_of(claims, first, scene, only_change(scene, from, to));
  if (!claim_from || !claim_to)
    return;
  if (change) {
    add_link(scene, change, "from", claim_from);
    add_link(scene, change, "to", claim_to);
    return;
  }
  cck_change direction = direction_before(scene, from->first < to->first ? from->first : to->first);
  if (direction == CCK_CHANGE_NONE)
    return;
  claim_to->value.change = direction;
  add_link(scene, claim_to, "from", claim_from);
}

/* "of which 281", "including 281": of the figure before it. */
static bool is_part(const cck_scene *scene, const cck_mention *m) {
  if (led_by(scene, m, CCK_LINK_INCLUDING))
    return true;
  for (uint32_t i = m->first; i > scene->sentence->first + 1 && m->first - i < LEAD_IN; i--)
    if ((cck_scene_class(scene, i - 1) & CCK_LINK_RELATIVE) && (cck_scene_class(scene, i - 2) & CCK_LINK_OF))
      return true;
  return false;
}

static void link_parts(const cck_scene *scene, cck_claims *claims, size_t first) {
  for (size_t i = 1; i < scene->quantities.count; i++) {
    const cck_mention *part = &scene->quantities.items[i];
    const cck_mention *whole = &scene->quantities.items[i - 1];
    cck_claim *claim = claim_of(claims, first, scene, part);
    cck_claim *of = claim_of(claims, first, scene, whole);
    if (!claim || !of || !is_part(scene, part))
      continue;
    cck_scope_add(scene->context->arena, claim, "part_of", of->text);
    add_link(scene, claim, "whole", of);
  }
}

/* "from DATE to DATE", nothing but the joining word between them. */
static void link_spans(const cck_scene *scene, cck_claims *claims, size_t first) {
  for (size_t i = 1; i < scene->dates.count; i++) {
    const cck_mention *start = &scene->dates.items[i - 1];
    const cck_mention *end = &scene->dates.items[i];
    cck_claim *from = claim_of(claims, first, scene, start);
    cck_claim *to = claim_of(claims, first, scene, end);
    bool spans = led_by(scene, start, CCK_LINK_FROM) && end->first == start->past + 1 &&
                 (cck_scene_class(scene, start->past) & (CCK_LINK_TO | CCK_LINK_UNTIL));
    if (!from || !to || !spans)
      continue;
    add_link(scene, from, "end", to);
    add_link(scene, to, "start", from);
  }
}

void cck_link_frames(const cck_scene *scene, cck_claims *claims, size_t first) {
  link_spans(scene, claims, first);
  if (scene->quantities.count < 2)
    return;
  link_change(scene, claims, first);
  link_parts(scene, claims, first);
}
