/*
 * Frames: claims of one sentence that belong together.
 *   "rose from 10 to 15, a 50% increase"     change -> from, to
 *   "$334 million, of which $281 million"    part -> whole
 */
#include "extract/link.h"

enum { LEAD_IN = 3 };

static cck_claim *claim_of(cck_claims *claims, size_t first, const cck_scene *scene, const cck_mention *m) {
  for (size_t i = first; m && i < claims->count; i++)
    if (claims->items[i].kind == CCK_CLAIM_QUANTITY && claims->items[i].start == scene->tokens[m->first].start)
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

static void link_change(const cck_scene *scene, cck_claims *claims, size_t first) {
  const cck_mention *from = only_led_by(scene, CCK_LINK_FROM);
  const cck_mention *to = only_led_by(scene, CCK_LINK_TO);
  if (!from || !to || from == to || !same_unit(from, to))
    return;
  const cck_mention *change = only_change(scene, from, to);
  cck_claim *claim = claim_of(claims, first, scene, change);
  cck_claim *claim_from = claim_of(claims, first, scene, from);
  cck_claim *claim_to = claim_of(claims, first, scene, to);
  if (!claim || !claim_from || !claim_to)
    return;
  add_link(scene, claim, "from", claim_from);
  add_link(scene, claim, "to", claim_to);
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

void cck_link_frames(const cck_scene *scene, cck_claims *claims, size_t first) {
  if (scene->quantities.count < 2)
    return;
  link_change(scene, claims, first);
  link_parts(scene, claims, first);
}
