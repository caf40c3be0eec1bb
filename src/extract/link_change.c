/*
 * Changes: the figure that something starts from, the one that it comes to, and what is said of the way between.
 *   "rose from 10 to 15, a 50% increase", "rose 50% to 15 from 10"    50%: from 10, to 15
 *   "fell to 15 tonnes from 20"                                        15: from 20, down
 *   "15 tonnes, up 50% from 10", "15 tonnes, 50% more than the 10"     50%: from 10, to 15
 *   "15 tonnes, down from 20"                                          15: from 20, down
 * What a figure is only held against ("against 20", "compared with 20") may be of another time than the change.
 */
#include "extract/link_frame.h"

enum { VERB_REACH = 2, FRAME_REACH = 12 };

static bool is_change_unit(const cck_mention *m) {
  return cck_slice_is(m->value.unit, "percent") || cck_slice_is(m->value.unit, "fraction") ||
         cck_slice_is(m->value.unit, "percentage point") || cck_slice_is(m->value.unit, "basis point") ||
         (cck_slice_is(m->value.unit, "time") && m->value.change != CCK_CHANGE_NONE); /* "doubled" */
}

static bool same_unit(const cck_mention *a, const cck_mention *b) { return cck_slice_eq(a->value.unit, b->value.unit); }

static bool lacks_unit(const cck_mention *m) { return m->value.unit.len == 0; }

/* A sign that ends what goes before. */
static bool is_stop(const cck_scene *scene, uint32_t token) {
  const cck_slice text = scene->context->doc->text;
  return cck_token_is(text, &scene->tokens[token], ";") || cck_token_is(text, &scene->tokens[token], ":");
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
        !(cck_frame_quantity_class(scene, i) & (CCK_Q_UP | CCK_Q_DOWN | CCK_Q_FILLER)))
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
  uint32_t next = m->past < scene->sentence->past ? cck_frame_quantity_class(scene, m->past) : 0;
  bool directed = m->value.change != CCK_CHANGE_NONE || (next & (CCK_Q_UP | CCK_Q_DOWN));
  bool amount =
      same_unit(m, a) && m->value.unit.len && m->value.change != CCK_CHANGE_NONE; /* "rose $5 from $30 to $38" */
  if (!directed || !cck_frame_is_plain(m) || !(is_change_unit(m) || (amount && !after)))
    return false;
  if (!after)
    return m->past <= a->first && a->first - m->past <= 2 && is_joined(scene, m->past, a->first);
  /* "up 27 pct from the previous record" has a base of its own */
  bool own_base = m->past < scene->sentence->past && (cck_scene_class(scene, m->past) & (CCK_LINK_FROM | CCK_LINK_TO));
  return !own_base && is_joined(scene, b->past, m->first);
}

/* The verb of direction right before "from" or "to": "fell sharply to 15 from 20". */
static cck_change direction_before(const cck_scene *scene, const cck_mention *first) {
  uint32_t lead = cck_frame_lead(scene, first, CCK_LINK_FROM | CCK_LINK_TO);
  for (uint32_t i = lead; i > scene->sentence->first && lead - i < VERB_REACH; i--) {
    uint32_t classes = cck_frame_quantity_class(scene, i - 1);
    if (classes & CCK_Q_UP)
      return CCK_CHANGE_UP;
    if (classes & CCK_Q_DOWN)
      return CCK_CHANGE_DOWN;
    if (!cck_slice_ends(cck_token_text(scene->context->doc->text, &scene->tokens[i - 1]), CCK_S("ly")))
      break;
  }
  return CCK_CHANGE_NONE;
}

/* ---- the two figures ---- */

/* From and to of a change; `first` stands before `second` in the text. */
typedef struct ends {
  const cck_mention *from, *to, *first, *second;
  const cck_mention *change; /* between them: "15, up 50% from 10"; else NULL */
  cck_change direction;      /* of the word in front of "from": "15, up from 10" */
} ends;

static bool led_by(const cck_scene *scene, const cck_mention *m, uint32_t class) {
  return cck_frame_lead(scene, m, class) != 0;
}

/* "from 4.9 and 4.8 billion": more than one figure starts or ends there. */
static bool is_several(const cck_scene *scene, const cck_mention *m) {
  const cck_mention *next = m + 1;
  if (next >= scene->quantities.items + scene->quantities.count || next->first > m->past + 2)
    return false;
  cck_slice text = cck_token_text(scene->context->doc->text, &scene->tokens[m->past]);
  bool comma = cck_slice_is(text, ",") && same_unit(m, next);
  return cck_slice_eq_nocase(text, CCK_S("and")) || comma || cck_slice_is(text, "(");
}

/* "rose to 15 from 10", "rose from 10 to 15". */
static bool led_ends(const cck_scene *scene, const cck_mention *a, ends *out) {
  const cck_mention *b = a + 1;
  bool both = (scene->all_classes & CCK_LINK_FROM) && (scene->all_classes & CCK_LINK_TO);
  bool up = both && led_by(scene, a, CCK_LINK_FROM) && led_by(scene, b, CCK_LINK_TO);
  bool back = both && led_by(scene, a, CCK_LINK_TO) && led_by(scene, b, CCK_LINK_FROM);
  *out = (ends){.from = up ? a : b, .to = up ? b : a, .first = a, .second = b};
  return (up || back) && is_joined(scene, a->past, b->first);
}

/* A second form, "32.7 billion crowns, or 4.8 billion dlrs,": the change is told of the first. */
static bool is_restated(const cck_scene *scene, const cck_mention *m) {
  uint32_t at = m->first;
  if (at == scene->sentence->first)
    return false;
  cck_slice text = cck_token_text(scene->context->doc->text, &scene->tokens[at - 1]);
  return cck_slice_eq_nocase(text, CCK_S("or")) || cck_slice_is(text, "(");
}

/* "15 tonnes in the week, up": a phrase of its own words, that a comma ends right before the turn. */
static bool is_phrase(const cck_scene *scene, uint32_t from, uint32_t turn) {
  const cck_slice text = scene->context->doc->text;
  if (turn < from + 3 || turn - from > FRAME_REACH || !(cck_scene_class(scene, from) & CCK_LINK_PREPOSITION) ||
      !cck_token_is(text, &scene->tokens[turn - 2], ","))
    return false;
  for (uint32_t i = from; i + 2 < turn; i++)
    if (scene->tokens[i].kind == CCK_TOKEN_SIGN && !cck_scene_in_date(scene, i))
      return false;
  return true;
}

/* The figure that "up" is told of: `a`, or the one that `a` says again; NULL when none does. */
static const cck_mention *reached(const cck_scene *scene, const cck_mention *a) {
  if (is_restated(scene, a)) {
    bool beside = a > scene->quantities.items && a->first - a[-1].past <= 2;
    a = beside ? a - 1 : NULL;
  }
  bool level = a && cck_frame_is_plain(a) && a->value.change == CCK_CHANGE_NONE && !led_by(scene, a, CCK_LINK_FROM);
  return level ? a : NULL;
}

enum { CHANGE_BASE, CHANGE_MORE };

static bool is_listed(const cck_scene *scene, uint32_t token, int which) {
  static const struct {
    int which;
    const char *words;
  } rows[] = {
#define CCK_CHANGE_WORDS(which, words) {CHANGE_##which, words},
#include "extract/link_change.def"
#undef CCK_CHANGE_WORDS
  };
  cck_slice text = cck_token_text(scene->context->doc->text, &scene->tokens[token]);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    cck_slice rest = cck_slice_of(rows[i].words);
    for (cck_slice word; rows[i].which == which && cck_slice_next(&rest, ' ', &word);)
      if (cck_slice_eq_nocase(text, word))
        return true;
  }
  return false;
}

/* "40% from", "a 40% increase over last year's", "40% more than the": only such words from the change to its base. */
static bool is_counted_from(const cck_scene *scene, const cck_mention *change, const cck_mention *base) {
  enum { WORDS = 7 };
  uint32_t at = change->past;
  bool directed = change->value.change != CCK_CHANGE_NONE;
  if (base->first <= at || base->first - at > WORDS)
    return false;
  for (; at < base->first && !is_listed(scene, at, CHANGE_BASE); at++) {
    if (!(cck_frame_quantity_class(scene, at) & (CCK_Q_UP | CCK_Q_DOWN)) && !is_listed(scene, at, CHANGE_MORE))
      return false;
    directed = true;
  }
  if (at >= base->first)
    return false;
  directed = directed || is_listed(scene, at, CHANGE_BASE) != ((cck_scene_class(scene, at) & CCK_LINK_FROM) != 0);
  for (at++; at < base->first; at++)
    if (!cck_frame_is_light(scene, at, base) && !(cck_scene_class(scene, at) & (CCK_LINK_DEFINITE | CCK_LINK_BE)) &&
        !cck_scene_in_date(scene, at))
      return false;
  return directed;
}

/* "15 tonnes, up 5 tonnes from 10" */
static bool is_amount(const cck_mention *change, const cck_mention *to) {
  return change->value.change != CCK_CHANGE_NONE && !lacks_unit(change) && same_unit(change, to);
}

/* "15 tonnes, up 50% from 10", "15 tonnes in 1986, a 50% increase over last year's 10". */
static bool ends_of_share(const cck_scene *scene, const cck_mention *a, ends *out) {
  const cck_mention *change = a + 1;
  const cck_mention *base = a + 2;
  bool three = base < scene->quantities.items + scene->quantities.count;
  const cck_mention *to = three ? reached(scene, a) : NULL;
  if (!to || !(is_change_unit(change) || is_amount(change, to)) || !cck_frame_is_plain(change) ||
      !cck_frame_is_plain(base) || (is_change_unit(to) && !same_unit(to, base)) ||
      !is_counted_from(scene, change, base))
    return false;
  *out = (ends){.from = base, .to = to, .first = a, .second = base, .change = change};
  return is_joined(scene, a->past, change->first) || is_phrase(scene, a->past, change->first);
}

/* "15 tonnes, up from 10" */
static bool ends_of_turn(const cck_scene *scene, const cck_mention *a, ends *out) {
  const cck_mention *base = a + 1;
  bool from = (scene->all_classes & CCK_LINK_FROM) && cck_frame_is_plain(base);
  uint32_t turn = from ? cck_frame_lead(scene, base, CCK_LINK_FROM) : 0;
  const cck_mention *to = turn > a->past ? reached(scene, a) : NULL;
  if (!to || lacks_unit(to) || (is_change_unit(to) && !same_unit(to, base)))
    return false;
  uint32_t word = cck_frame_quantity_class(scene, turn - 1);
  *out = (ends){.from = base, .to = to, .first = a, .second = base};
  out->direction = word & CCK_Q_UP ? CCK_CHANGE_UP : CCK_CHANGE_DOWN;
  if (!(word & (CCK_Q_UP | CCK_Q_DOWN)) || (lacks_unit(base) && cck_scene_in_date(scene, a->past)))
    return false;
  return is_joined(scene, a->past, turn) || (same_unit(to, base) && is_phrase(scene, a->past, turn));
}

/* The change whose first figure is `a`, in units that are or can be shared. */
static bool read_ends(const cck_scene *scene, const cck_mention *a, ends *out) {
  if (a + 1 >= scene->quantities.items + scene->quantities.count || !cck_frame_is_plain(a))
    return false;
  bool found = cck_frame_is_plain(a + 1) && led_ends(scene, a, out);
  if (!found && !ends_of_share(scene, a, out) && !ends_of_turn(scene, a, out))
    return false;
  return !is_several(scene, out->second) && !is_far_off(out->from, out->to);
}

void cck_link_share_units(cck_scene *scene) {
  for (size_t i = 0; i + 1 < scene->quantities.count; i++) {
    ends e;
    if (!read_ends(scene, &scene->quantities.items[i], &e) || lacks_unit(e.from) == lacks_unit(e.to))
      continue;
    cck_mention *lacking = &scene->quantities.items[(lacks_unit(e.from) ? e.from : e.to) - scene->quantities.items];
    const cck_mention *having = lacking == e.from ? e.to : e.from;
    lacking->value.unit = having->value.unit;
    lacking->noun = having->noun;
  }
}

/* ---- links ---- */

/* The only figure of the sentence that tells the change from a to b. */
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

static void link_ends(const cck_scene *scene, cck_claims *claims, size_t first, const ends *e) {
  cck_claim *from = cck_link_claim_of(claims, first, scene, e->from);
  cck_claim *to = cck_link_claim_of(claims, first, scene, e->to);
  const cck_mention *told =
      e->change || e->direction != CCK_CHANGE_NONE ? e->change : only_change(scene, e->first, e->second);
  cck_claim *change = cck_link_claim_of(claims, first, scene, told);
  if (!from || !to)
    return;
  if (change) {
    cck_link_add(scene, change, "from", from);
    cck_link_add(scene, change, "to", to);
    return;
  }
  cck_change direction = e->direction != CCK_CHANGE_NONE ? e->direction : direction_before(scene, e->first);
  if (direction == CCK_CHANGE_NONE)
    return;
  to->value.change = direction;
  cck_link_add(scene, to, "from", from);
}

void cck_link_changes(const cck_scene *scene, cck_claims *claims, size_t first) {
  for (size_t i = 0; i + 1 < scene->quantities.count; i++) {
    ends e;
    if (!read_ends(scene, &scene->quantities.items[i], &e) || !same_unit(e.from, e.to))
      continue;
    link_ends(scene, claims, first, &e);
    i = (size_t)(e.second - scene->quantities.items);
  }
}
