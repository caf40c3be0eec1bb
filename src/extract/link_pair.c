/*
 * Two figures for one thing, and shares beside what they are shares of.
 *   "37 metres (121 ft)", "5 miles, or 8 km,"             the second is the same as the first
 *   "12%, or 40 of 250", "40 of the 250 members (16%)"    40: whole 250, share 12%; 12%: whole 250, part 40
 *   "a third of the 90 deputies, or 25"                   25: whole 90, share a third; a third: whole 90, part 25
 */
#include "extract/link_frame.h"

enum { HEDGES = 2, OWNERS = 4 };

static bool is_word(const cck_scene *scene, uint32_t token, const char *word) {
  return token < scene->sentence->past &&
         cck_slice_eq_nocase(cck_token_text(scene->context->doc->text, &scene->tokens[token]), cck_slice_of(word));
}

static bool is_dash(const cck_scene *scene, uint32_t token) {
  return token < scene->sentence->past && cck_token_is_dash(scene->context->doc->text, &scene->tokens[token]);
}

static bool same_unit(const cck_mention *a, const cck_mention *b) { return cck_slice_eq(a->value.unit, b->value.unit); }

static bool lacks_unit(const cck_mention *m) { return m->value.unit.len == 0; }

/* Only hedges from `from` to the figure. */
static bool is_hedged(const cck_scene *scene, uint32_t from, const cck_mention *m) {
  if (m->first < from || m->first - from > HEDGES)
    return false;
  for (uint32_t i = from; i < m->first; i++)
    if (!cck_frame_is_light(scene, i, m))
      return false;
  return true;
}

/* What stands between a figure and its second form. */
typedef enum joint { JOINT_NONE, JOINT_BRACKET, JOINT_OR, JOINT_DASH, JOINT_SLASH } joint;

/* From the token past the first one to the second, which ends at `past`. */
static joint joint_between(const cck_scene *scene, uint32_t at, const cck_mention *second, uint32_t past) {
  uint32_t end = scene->sentence->past;
  if (at >= second->first)
    return JOINT_NONE;
  if (cck_scene_sign(scene, at, "(") && second->first - at <= HEDGES + 1)
    return cck_scene_sign(scene, past, ")") ? JOINT_BRACKET : JOINT_NONE;
  if (is_dash(scene, at) && (scene->tokens[at].flags & CCK_TOKEN_SPACE) && past < end)
    return is_dash(scene, past) && is_hedged(scene, at + 1, second) ? JOINT_DASH : JOINT_NONE;
  if (cck_scene_sign(scene, at, "/"))
    return second->first == at + 1 ? JOINT_SLASH : JOINT_NONE;
  if (!cck_scene_sign(scene, at, ","))
    return JOINT_NONE;
  if (is_word(scene, at + 1, "or"))
    return is_hedged(scene, at + 2, second) ? JOINT_OR : JOINT_NONE;
  bool equal = is_word(scene, at + 1, "equivalent") && is_word(scene, at + 2, "to");
  return equal && is_hedged(scene, at + 3, second) ? JOINT_OR : JOINT_NONE;
}

/* ---- conversions ---- */

/* "for five days, or two weeks": two answers. A length of time is said twice in brackets only. */
static bool may_be_choice(cck_slice dimension, joint how) {
  return how != JOINT_BRACKET && (cck_slice_is(dimension, "duration") || cck_slice_is(dimension, "age"));
}

/* "26 miles 385 yards (42 km)", "10st 7lb (67 kg)": the figure is only the end of what is converted. */
static bool is_remainder(const cck_scene *scene, const cck_mention *m) {
  return m->first >= scene->sentence->first + 2 && scene->tokens[m->first - 1].kind == CCK_TOKEN_WORD &&
         scene->tokens[m->first - 2].kind == CCK_TOKEN_NUMBER;
}

static bool is_conversion(const cck_scene *scene, const cck_mention *here, const cck_mention *other) {
  joint how = joint_between(scene, here->past, other, other->past);
  if (how == JOINT_NONE || lacks_unit(here) || lacks_unit(other) || same_unit(here, other) || is_remainder(scene, here))
    return false;
  const cck_unit_table *units = scene->context->units;
  cck_arena *arena = scene->context->arena;
  cck_slice dimension = cck_unit_dimension(units, arena, here->value.unit);
  return !cck_slice_is(dimension, "count") && !may_be_choice(dimension, how) &&
         cck_slice_eq(dimension, cck_unit_dimension(units, arena, other->value.unit));
}

static void link_conversions(const cck_scene *scene, cck_claims *claims, size_t first) {
  for (size_t i = 1; i < scene->quantities.count; i++) {
    const cck_mention *here = &scene->quantities.items[i - 1];
    const cck_mention *other = &scene->quantities.items[i];
    if (!is_conversion(scene, here, other))
      continue;
    cck_claim *claim = cck_link_claim_of(claims, first, scene, other);
    const cck_claim *original = cck_link_claim_of(claims, first, scene, here);
    if (claim && original)
      cck_link_add(scene, claim, "same", original);
  }
}

/* ---- shares ---- */

static bool is_share(const cck_mention *m) {
  bool share = cck_slice_is(m->value.unit, "percent") || cck_slice_is(m->value.unit, "fraction");
  return share && m->value.change == CCK_CHANGE_NONE && m->kind == CCK_CLAIM_QUANTITY;
}

/* "of the", "of its", "of Tern's": only words that own or point from `at` to the whole. */
static bool is_of(const cck_scene *scene, uint32_t at, const cck_mention *whole) {
  static const uint32_t other = CCK_LINK_PREPOSITION | CCK_LINK_CONJUNCTION | CCK_LINK_AUXILIARY | CCK_LINK_RELATIVE;
  if (whole->first <= at || whole->first - at > OWNERS + 1 || !(cck_scene_class(scene, at) & CCK_LINK_OF))
    return false;
  for (uint32_t i = at + 1; i < whole->first; i++)
    if (scene->tokens[i].kind != CCK_TOKEN_WORD || (cck_scene_class(scene, i) & other))
      return false;
  return true;
}

/* Could the part be counted in the whole? "25" or "25 deputies" of "90 deputies", "30 mln dlrs" of "90 mln dlrs". */
static bool is_same_kind(const cck_mention *part, const cck_mention *whole) {
  return lacks_unit(part) || lacks_unit(whole) || same_unit(part, whole);
}

/* Three neighbours of which the middle or the last is the whole; any of them may be NULL. */
typedef struct trio {
  const cck_mention *part, *whole, *share;
} trio;

static bool find_trio(const cck_scene *scene, const cck_mention *m, trio *out) {
  const cck_mention *a = &m[0];
  const cck_mention *b = &m[1];
  const cck_mention *c = &m[2];
  if (is_share(a) && is_of(scene, b->number_past, c)) /* 12%, or 40 of 250 */
    *out = (trio){b, c, a};
  else if (is_share(c) && is_of(scene, a->number_past, b)) /* 40 of the 250 members (16%) */
    *out = (trio){a, b, c};
  else if (is_share(a) && is_of(scene, a->past, b)) /* a third of the 90 deputies, or 25 */
    *out = (trio){c, b, a};
  else if (is_share(b) && is_of(scene, b->past, c)) /* 1.2 mln shares, or 8 pct of the 15 mln outstanding */
    *out = (trio){a, c, b};
  else
    return false;
  const cck_mention *second = out->whole == b ? c : b;
  uint32_t past = out->whole == b ? a[1].past : a->past;
  return joint_between(scene, past, second, c->past) != JOINT_NONE && !is_share(out->part) && !is_share(out->whole) &&
         is_same_kind(out->part, out->whole) && cck_frame_is_plain(out->part) && cck_frame_is_plain(out->whole);
}

static void link_shares(const cck_scene *scene, cck_claims *claims, size_t first) {
  for (size_t i = 0; i + 2 < scene->quantities.count; i++) {
    trio t;
    if (!find_trio(scene, &scene->quantities.items[i], &t))
      continue;
    cck_claim *part = cck_link_claim_of(claims, first, scene, t.part);
    const cck_claim *whole = cck_link_claim_of(claims, first, scene, t.whole);
    cck_claim *share = cck_link_claim_of(claims, first, scene, t.share);
    if (!part || !whole || !share)
      continue;
    if (!cck_frame_linked(part, "whole"))
      cck_frame_part(scene, part, whole);
    cck_link_add(scene, part, "share", share);
    cck_link_add(scene, share, "part", part);
    if (!cck_frame_linked(share, "whole"))
      cck_link_add(scene, share, "whole", whole);
  }
}

void cck_link_pairs(const cck_scene *scene, cck_claims *claims, size_t first) {
  link_conversions(scene, claims, first);
  link_shares(scene, claims, first);
}
