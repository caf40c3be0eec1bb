/*
 * Frames: claims of one sentence that belong together.
 *   "rose from 10 to 15, a 50% increase"     change -> from, to
 *   "$334 million, of which $281 million"    part -> whole
 *   "40 people (30 men, 10 women)"         part -> whole, each
 *   "37 metres (121 ft)"                     conversion -> the same figure
 *   "from 25 October to 3 November"          start -> end, end -> start
 */
#include "extract/link.h"
#include "extract/quantity_words.h"

enum { LEAD_IN = 4, VERB_REACH = 2, FRAME_REACH = 12 };

cck_claim *cck_link_claim_of(cck_claims *claims, size_t first, const cck_scene *scene, const cck_mention *m) {
  for (size_t i = first; m && i < claims->count; i++)
    if (claims->items[i].kind == m->kind && claims->items[i].start == scene->tokens[m->first].start)
      return &claims->items[i];
  return NULL;
}

static uint32_t quantity_classes(const cck_scene *scene, uint32_t token) {
  return cck_quantity_word_of(scene->context->vocabulary->quantities, &scene->tokens[token])->classes;
}

/*
 * Between the word that leads in and the figure only hedges and articles may stand: "to about 15", not "to grow by 15".
 */
static bool may_stand_between(const cck_scene *scene, uint32_t token, const cck_mention *m) {
  if (cck_scene_class(scene, token) & CCK_LINK_ARTICLE || quantity_classes(scene, token) & CCK_Q_FILLER)
    return true;
  return m->value.approx != CCK_APPROX_EXACT && scene->tokens[token].kind == CCK_TOKEN_WORD;
}

/* The token of this class that leads the figure in; 0 when none does. */
static uint32_t lead_of(const cck_scene *scene, const cck_mention *m, uint32_t class) {
  for (uint32_t i = m->first; i > scene->sentence->first && m->first - i < LEAD_IN; i--) {
    if (cck_scene_class(scene, i - 1) & class)
      return i - 1;
    if (!may_stand_between(scene, i - 1, m))
      break;
  }
  return 0;
}

static bool led_by(const cck_scene *scene, const cck_mention *m, uint32_t class) {
  return lead_of(scene, m, class) != 0;
}

static bool is_change_unit(const cck_mention *m) {
  return cck_slice_is(m->value.unit, "percent") || cck_slice_is(m->value.unit, "fraction") ||
         cck_slice_is(m->value.unit, "percentage point") || cck_slice_is(m->value.unit, "basis point");
}

static bool is_plain(const cck_mention *m) {
  return m->kind == CCK_CLAIM_QUANTITY && m->value.has_min && m->value.has_max &&
         cck_decimal_cmp(m->value.min, m->value.max) == 0;
}

static bool same_unit(const cck_mention *a, const cck_mention *b) { return cck_slice_eq(a->value.unit, b->value.unit); }

static bool lacks_unit(const cck_mention *m) { return m->value.unit.len == 0; }

/* A sign that ends what goes before. */
static bool is_stop(const cck_scene *scene, uint32_t token) {
  const cck_slice text = scene->context->doc->text;
  return cck_token_is(text, &scene->tokens[token], ";") || cck_token_is(text, &scene->tokens[token], ":");
}

void cck_link_add(const cck_scene *scene, cck_claim *claim, const char *role, const cck_claim *to) {
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

/*
 * Nothing of its own stands between two parts of a frame: commas, prepositions, articles, dates,
 * words of direction. "10.8 pct on a comparable-store basis to 601.8 from 503.8" is no frame.
 */
static bool is_joined(const cck_scene *scene, uint32_t from, uint32_t to) {
  if (to < from || to - from > FRAME_REACH)
    return false;
  for (uint32_t i = from; i < to; i++) {
    bool sign = scene->tokens[i].kind == CCK_TOKEN_SIGN && !is_stop(scene, i);
    bool light = cck_scene_class(scene, i) & (CCK_LINK_PREPOSITION | CCK_LINK_ARTICLE | CCK_LINK_OF);
    bool word = cck_slice_eq_nocase(cck_token_text(scene->context->doc->text, &scene->tokens[i]), CCK_S("or"));
    if (!sign && !light && !word && !cck_scene_in_date(scene, i) &&
        !(quantity_classes(scene, i) & (CCK_Q_UP | CCK_Q_DOWN | CCK_Q_FILLER)))
      return false;
  }
  return true;
}

/* A part is missing its scale or stands in another unit: "to 3,061.8 billion francs from 3,304.1". */
static bool is_far_off(const cck_mention *a, const cck_mention *b) {
  cck_decimal low = cck_decimal_abs(a->value.min);
  cck_decimal high = cck_decimal_abs(b->value.min);
  if (cck_decimal_cmp(low, high) > 0) {
    cck_decimal swap = low;
    low = high;
    high = swap;
  }
  return !cck_decimal_shift(low, 2, &low) || cck_decimal_cmp(low, high) < 0;
}

/*
 * Is this percentage told as the change: right before the two figures ("rose 40% to 15 from 10") or right after them?
 */
static bool tells_change(const cck_scene *scene, const cck_mention *m, const cck_mention *a, const cck_mention *b) {
  bool after = m->first >= b->past;
  uint32_t next = m->past < scene->sentence->past ? quantity_classes(scene, m->past) : 0;
  bool directed = m->value.change != CCK_CHANGE_NONE || (next & (CCK_Q_UP | CCK_Q_DOWN));
  bool amount =
      same_unit(m, a) && m->value.unit.len && m->value.change != CCK_CHANGE_NONE; /* "rose $5 from $30 to $38" */
  if (!directed || !is_plain(m) || !(is_change_unit(m) || (amount && !after)))
    return false;
  if (!after)
    return m->past <= a->first && a->first - m->past <= 2 && is_joined(scene, m->past, a->first);
  /* "up 27 pct from the previous record" has a base of its own */
  bool own_base = m->past < scene->sentence->past && (cck_scene_class(scene, m->past) & (CCK_LINK_FROM | CCK_LINK_TO));
  return !own_base && is_joined(scene, b->past, m->first);
}

static const cck_mention *only_change(const cck_scene *scene, const cck_mention *a, const cck_mention *b) {
  const cck_mention *only = NULL;
  for (size_t i = 0; i < scene->quantities.count; i++) {
    const cck_mention *m = &scene->quantities.items[i];
    if (m == a || m == b || !tells_change(scene, m, a, b))
      continue;
    if (only)
      return NULL;
    only = m;
  }
  return only;
}

/* The verb of direction right before "from" or "to": "fell sharply to 15 from 20". */
static cck_change direction_before(const cck_scene *scene, const cck_mention *first) {
  uint32_t lead = lead_of(scene, first, CCK_LINK_FROM | CCK_LINK_TO);
  for (uint32_t i = lead; i > scene->sentence->first && lead - i < VERB_REACH; i--) {
    uint32_t classes = quantity_classes(scene, i - 1);
    if (classes & CCK_Q_UP)
      return CCK_CHANGE_UP;
    if (classes & CCK_Q_DOWN)
      return CCK_CHANGE_DOWN;
    if (!cck_slice_ends(cck_token_text(scene->context->doc->text, &scene->tokens[i - 1]), CCK_S("ly")))
      break;
  }
  return CCK_CHANGE_NONE;
}

void cck_link_share_units(cck_scene *scene) {
  const cck_mention *from = only_led_by(scene, CCK_LINK_FROM);
  const cck_mention *to = only_led_by(scene, CCK_LINK_TO);
  if (!from || !to || from == to || is_far_off(from, to) || lacks_unit(from) == lacks_unit(to))
    return;
  const cck_mention *a = from->first < to->first ? from : to;
  const cck_mention *b = a == from ? to : from;
  if (!is_joined(scene, a->past, b->first))
    return;
  cck_mention *lacking = &scene->quantities.items[(lacks_unit(a) ? a : b) - scene->quantities.items];
  const cck_mention *having = lacking == a ? b : a;
  lacking->value.unit = having->value.unit;
  lacking->noun = having->noun;
}

static void link_change(const cck_scene *scene, cck_claims *claims, size_t first) {
  const cck_mention *from = only_led_by(scene, CCK_LINK_FROM);
  const cck_mention *to = only_led_by(scene, CCK_LINK_TO);
  if (!from || !to || from == to || !same_unit(from, to) || is_far_off(from, to))
    return;
  const cck_mention *a = from->first < to->first ? from : to;
  const cck_mention *b = a == from ? to : from;
  cck_claim *claim_from = cck_link_claim_of(claims, first, scene, from);
  cck_claim *claim_to = cck_link_claim_of(claims, first, scene, to);
  cck_claim *change = cck_link_claim_of(claims, first, scene, only_change(scene, a, b));
  if (!claim_from || !claim_to || !is_joined(scene, a->past, b->first))
    return;
  if (change) {
    cck_link_add(scene, change, "from", claim_from);
    cck_link_add(scene, change, "to", claim_to);
    return;
  }
  cck_change direction = direction_before(scene, a);
  if (direction == CCK_CHANGE_NONE)
    return;
  claim_to->value.change = direction;
  cck_link_add(scene, claim_to, "from", claim_from);
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
    return same_unit(part, whole);
  if (whole->first - at > LEAD_IN)
    return false;
  for (at++; at < whole->first; at++)
    if (!(cck_scene_class(scene, at) & (CCK_LINK_DEFINITE | CCK_LINK_ARTICLE)))
      return false;
  return true;
}

static void link_part(const cck_scene *scene, cck_claim *part, const cck_claim *whole) {
  if (!part || !whole)
    return;
  cck_link_add_scope(scene->context->arena, part, "part_of", whole->text);
  cck_link_add(scene, part, "whole", whole);
}

static void link_parts(const cck_scene *scene, cck_claims *claims, size_t first) {
  for (size_t i = 1; i < scene->quantities.count; i++) {
    const cck_mention *before = &scene->quantities.items[i - 1];
    const cck_mention *here = &scene->quantities.items[i];
    cck_claim *claim_before = cck_link_claim_of(claims, first, scene, before);
    cck_claim *claim_here = cck_link_claim_of(claims, first, scene, here);
    if (is_part(scene, here))
      link_part(scene, claim_here, claim_before);
    else if (is_share_of(scene, before, here))
      link_part(scene, claim_before, claim_here);
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
  bool counts = part->kind == CCK_CLAIM_QUANTITY && (part->noun.len || lacks_unit(part));
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
      if (part && part->links.count == 0)
        link_part(scene, part, cck_link_claim_of(claims, first, scene, whole));
    }
    i = end - 1;
  }
}

/* "37 metres (121 ft)", "$5 million (about £4m)": the second in brackets right behind the first, in another unit. */
static bool is_conversion(const cck_scene *scene, const cck_mention *here, const cck_mention *other) {
  enum { HEDGE = 2 };
  cck_slice text = scene->context->doc->text;
  uint32_t open = here->past;
  bool bracket = open < other->first && cck_slice_is(cck_token_text(text, &scene->tokens[open]), "(") &&
                 other->first - open <= HEDGE + 1 && other->past < scene->sentence->past &&
                 cck_slice_is(cck_token_text(text, &scene->tokens[other->past]), ")");
  if (!bracket || lacks_unit(here) || lacks_unit(other) || same_unit(here, other))
    return false;
  const cck_unit_table *units = scene->context->units;
  cck_slice dimension = cck_unit_dimension(units, scene->context->arena, here->value.unit);
  return !cck_slice_is(dimension, "count") &&
         cck_slice_eq(dimension, cck_unit_dimension(units, scene->context->arena, other->value.unit));
}

static void link_conversions(const cck_scene *scene, cck_claims *claims, size_t first) {
  for (size_t i = 1; i < scene->quantities.count; i++) {
    const cck_mention *here = &scene->quantities.items[i - 1];
    const cck_mention *other = &scene->quantities.items[i];
    cck_claim *claim = cck_link_claim_of(claims, first, scene, other);
    const cck_claim *original = cck_link_claim_of(claims, first, scene, here);
    if (claim && original && is_conversion(scene, here, other))
      cck_link_add(scene, claim, "same", original);
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
  link_change(scene, claims, first);
  link_parts(scene, claims, first);
  link_list(scene, claims, first);
  link_conversions(scene, claims, first);
}
