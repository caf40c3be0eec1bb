/*
 * Frames: claims of one sentence that belong together. Changes are in link_change.c, conversions and shares in
 * link_pair.c, lists with their total in link_total.c.
 *   "$334 million, of which $281 million"    part -> whole
 *   "40 people (30 men, 10 women)"           part -> whole, each
 *   "from 25 October to 3 November"          start -> end, end -> start
 */
#include "extract/link_frame.h"

enum { LEAD_IN = 4 };

cck_claim *cck_link_claim_of(cck_claims *claims, size_t first, const cck_scene *scene, const cck_mention *m) {
  for (size_t i = first; m && i < claims->count; i++)
    if (claims->items[i].kind == m->kind && claims->items[i].start == scene->tokens[m->first].start)
      return &claims->items[i];
  return NULL;
}

/*
 * Between the word that leads in and the figure only hedges and articles may stand: "to about 15", not "to grow by 15".
 */
bool cck_frame_is_light(const cck_scene *scene, uint32_t token, const cck_mention *m) {
  if (cck_scene_class(scene, token) & CCK_LINK_ARTICLE || cck_frame_quantity_class(scene, token) & CCK_Q_FILLER)
    return true;
  return m->value.approx != CCK_APPROX_EXACT && scene->tokens[token].kind == CCK_TOKEN_WORD;
}

/* The token of this class that leads the figure in; 0 when none does. */
uint32_t cck_frame_lead(const cck_scene *scene, const cck_mention *m, uint32_t classes) {
  for (uint32_t i = m->first; i > scene->sentence->first && m->first - i < LEAD_IN; i--) {
    if (cck_scene_class(scene, i - 1) & classes)
      return i - 1;
    if (!cck_frame_is_light(scene, i - 1, m))
      break;
  }
  return 0;
}

static bool led_by(const cck_scene *scene, const cck_mention *m, uint32_t class) {
  return cck_frame_lead(scene, m, class) != 0;
}

bool cck_frame_is_plain(const cck_mention *m) {
  return m->kind == CCK_CLAIM_QUANTITY && m->value.has_min && m->value.has_max &&
         cck_decimal_cmp(m->value.min, m->value.max) == 0;
}

void cck_link_add(const cck_scene *scene, cck_claim *claim, const char *role, const cck_claim *to) {
  cck_link link = {cck_slice_of(role), to->id};
  CCK_PUSH(scene->context->arena, &claim->links, link);
}

bool cck_frame_linked(const cck_claim *claim, const char *role) {
  for (size_t i = 0; i < claim->links.count; i++)
    if (cck_slice_is(claim->links.items[i].role, role))
      return true;
  return false;
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

/* "the Saints' 16", "Petrov's last 16": nothing but the owner's words before the figure. */
static bool is_owned(const cck_scene *scene, uint32_t from, uint32_t figure) {
  enum { OWNER = 5 };
  if (figure < from + 2 || figure - from > OWNER)
    return false;
  bool owner = false;
  for (uint32_t i = from; i < figure; i++) {
    bool apostrophe = cck_scene_sign(scene, i, "'") || cck_scene_sign(scene, i, "\xe2\x80\x99");
    cck_slice text = cck_token_text(scene->context->doc->text, &scene->tokens[i]);
    if (scene->tokens[i].kind == CCK_TOKEN_NUMBER || (scene->tokens[i].kind == CCK_TOKEN_SIGN && !apostrophe))
      return false;
    owner = owner || apostrophe || cck_slice_is(text, "'s") || cck_slice_is(text, "\xe2\x80\x99s");
  }
  return owner;
}

/* "12 of its 40 helicopters": the first is a part of the second. */
static bool is_share_of(const cck_scene *scene, const cck_mention *part, const cck_mention *whole) {
  uint32_t at = part->number_past;
  if (whole->first <= at || !(cck_scene_class(scene, at) & CCK_LINK_OF))
    return false;
  if (is_owned(scene, at + 1, whole->first))
    return cck_slice_eq(part->value.unit, whole->value.unit);
  if (whole->first - at > LEAD_IN)
    return false;
  for (at++; at < whole->first; at++)
    if (!(cck_scene_class(scene, at) & (CCK_LINK_DEFINITE | CCK_LINK_ARTICLE)))
      return false;
  return true;
}

void cck_frame_part(const cck_scene *scene, cck_claim *part, const cck_claim *whole) {
  if (!part || !whole)
    return;
  cck_link_add_scope(scene->context->arena, part, "part_of", whole->text);
  cck_link_add(scene, part, "whole", whole);
}

static void link_parts(const cck_scene *scene, cck_claims *claims, size_t first) {
  for (size_t i = 1; i < scene->quantities.count; i++) {
    const cck_mention *before = &scene->quantities.items[i - 1];
    const cck_mention *here = &scene->quantities.items[i];
    bool part = is_part(scene, here);
    if (!part && !is_share_of(scene, before, here))
      continue;
    cck_claim *claim_before = cck_link_claim_of(claims, first, scene, before);
    cck_claim *claim_here = cck_link_claim_of(claims, first, scene, here);
    cck_frame_part(scene, part ? claim_here : claim_before, part ? claim_before : claim_here);
  }
}

/* The token past the bracket that opens right behind the figure's phrase, or the sentence's end; 0 when none does. */
static uint32_t bracket_past(const cck_scene *scene, const cck_mention *m) {
  if (!cck_scene_sign(scene, m->past, "("))
    return 0;
  uint32_t i = m->past;
  while (i < scene->sentence->past && !cck_scene_sign(scene, i, ")"))
    i++;
  return i;
}

/* A count no larger than the other. */
static bool may_be_share(const cck_mention *part, const cck_mention *whole) {
  bool counts = part->kind == CCK_CLAIM_QUANTITY && (part->noun.len || part->value.unit.len == 0);
  return counts && part->value.has_max && whole->value.has_min &&
         cck_decimal_cmp(part->value.max, whole->value.min) <= 0;
}

/* "16,500 active personnel (13,000 Army; 500 Navy; 1,000 other)": two counts and more in brackets are its parts. */
static void link_list(const cck_scene *scene, cck_claims *claims, size_t first) {
  for (size_t i = 0; i + 2 < scene->quantities.count; i++) {
    const cck_mention *whole = &scene->quantities.items[i];
    uint32_t past = whole->noun.len ? bracket_past(scene, whole) : 0;
    size_t end = i + 1;
    while (end < scene->quantities.count && scene->quantities.items[end].first < past &&
           may_be_share(&scene->quantities.items[end], whole))
      end++;
    for (size_t k = i + 1; end - i > 2 && k < end; k++) {
      cck_claim *part = cck_link_claim_of(claims, first, scene, &scene->quantities.items[k]);
      if (part && !cck_frame_linked(part, "whole"))
        cck_frame_part(scene, part, cck_link_claim_of(claims, first, scene, whole));
    }
    i = end - 1;
  }
}

/* "from DATE to DATE", nothing but the joining word between them. */
static void link_spans(const cck_scene *scene, cck_claims *claims, size_t first) {
  for (size_t i = 1; i < scene->dates.count; i++) {
    const cck_mention *start = &scene->dates.items[i - 1];
    const cck_mention *end = &scene->dates.items[i];
    cck_claim *from = cck_link_claim_of(claims, first, scene, start);
    cck_claim *to = cck_link_claim_of(claims, first, scene, end);
    bool spans = led_by(scene, start, CCK_LINK_FROM) && end->first == start->past + 1 &&
                 (cck_scene_class(scene, start->past) & (CCK_LINK_TO | CCK_LINK_UNTIL));
    if (!from || !to || !spans)
      continue;
    cck_link_add(scene, from, "end", to);
    cck_link_add(scene, to, "start", from);
  }
}

void cck_link_frames(const cck_scene *scene, cck_claims *claims, size_t first) {
  link_spans(scene, claims, first);
  cck_link_lengths(scene, claims, first);
  if (scene->quantities.count < 2)
    return;
  cck_link_changes(scene, claims, first);
  link_parts(scene, claims, first);
  cck_link_pairs(scene, claims, first);
  cck_link_totals(scene, claims, first);
  link_list(scene, claims, first);
}
