/*
 * Lists with their total. Where the words make plain that the parts are the whole, the total leads to them
 * ("part"); otherwise each part leads to the total only ("whole"), and together they can at most be as many.
 *   "8,400 bales -- 5,100 for this season and 3,300 for the next --"     8,400: part 5,100, part 3,300
 *   "fees of 2 pct comprise 1/2 pct for ... and 1-1/2 pct for ..."
 *   "killed 12 people, five women and seven children"
 *   "of the 100 seats, 45 went to the Greens, 30 to the Blues and 20 to"  45, 30, 20: whole 100
 */
#include "extract/link_frame.h"

enum { LEAD = 12, TAIL = 12, OWNERS = 4 };

/* What leads from the total to the list. */
typedef enum relation { RELATION_NONE, RELATION_SOME, RELATION_ALL } relation;

/* Mentions [first, past) of the sentence that one list joins, behind their total. */
typedef struct list {
  const cck_mention *total, *first, *past;
  uint32_t lead; /* the token past the lead-in of the first: hedges stand between */
  bool aside;    /* two items with ", and" between them: the first may be an aside, and the second no part */
} list;

static bool is_word(const cck_scene *scene, uint32_t token, cck_slice word) {
  return token < scene->sentence->past &&
         cck_slice_eq_nocase(cck_token_text(scene->context->doc->text, &scene->tokens[token]), word);
}

static bool is_spaced_dash(const cck_scene *scene, uint32_t token) {
  uint32_t next = token + 1;
  const cck_slice text = scene->context->doc->text;
  if (next >= scene->sentence->past || !cck_token_is_dash(text, &scene->tokens[token]))
    return false;
  bool apart = (scene->tokens[token].flags & CCK_TOKEN_SPACE) && (scene->tokens[next].flags & CCK_TOKEN_SPACE);
  return apart || cck_token_is(text, &scene->tokens[token], "--") || cck_token_is(text, &scene->tokens[token], "—");
}

static bool is_of_unit(const cck_mention *m, const char *unit) { return cck_slice_is(m->value.unit, unit); }

/* One figure that is no change and no part of a date. */
static bool is_item(const cck_mention *m) {
  return cck_frame_is_plain(m) && m->value.change == CCK_CHANGE_NONE && !cck_decimal_is_negative(m->value.min) &&
         !is_of_unit(m, "fraction");
}

/* ---- the list ---- */

/* Words, names and dates may stand in the tail of an item, signs that end or open something may not. */
static bool is_tail(const cck_scene *scene, uint32_t from, uint32_t to) {
  static const char *const inner[] = {"-", "'", "’", ".", "<", ">", "/", "&", "%"};
  if (to < from || to - from > TAIL)
    return false;
  for (uint32_t i = from; i < to; i++) {
    bool fits = scene->tokens[i].kind != CCK_TOKEN_SIGN || cck_scene_in_date(scene, i);
    for (size_t j = 0; j < sizeof inner / sizeof *inner && !fits; j++)
      fits = cck_scene_sign(scene, i, inner[j]) && !is_spaced_dash(scene, i);
    if (!fits)
      return false;
  }
  return true;
}

/* "the other", "the remaining", "about": the first token of them before the item. */
static uint32_t before_item(const cck_scene *scene, const cck_mention *m) {
  static const char *const light[] = {"other", "remaining", "rest"};
  uint32_t at = m->first;
  for (int turn = 0; turn < 3 && at > scene->sentence->first; turn++) {
    bool fits = cck_frame_is_light(scene, at - 1, m);
    for (size_t j = 0; j < sizeof light / sizeof *light && !fits; j++)
      fits = is_word(scene, at - 1, cck_slice_of(light[j]));
    if (!fits || is_word(scene, at - 1, CCK_S("and")))
      break;
    at--;
  }
  return at;
}

/* Does b follow a in one list? `last`: behind "and". */
static bool is_next(const cck_scene *scene, const cck_mention *a, const cck_mention *b, bool *last) {
  uint32_t at = before_item(scene, b);
  if (at <= a->past)
    return false;
  *last = is_word(scene, at - 1, CCK_S("and")) || is_word(scene, at - 1, CCK_S("plus"));
  bool comma = cck_scene_sign(scene, at - 1, ",");
  if (!*last && !comma)
    return false;
  at--;
  if (*last && at > a->past && cck_scene_sign(scene, at - 1, ","))
    at--;
  return is_tail(scene, a->past, at);
}

/* The list whose first item is the mention `first`: two items or more, the last one behind "and". */
static bool read_list(const cck_scene *scene, const cck_mention *first, list *out) {
  const cck_mention *end = scene->quantities.items + scene->quantities.count;
  bool last = false;
  out->first = first;
  for (out->past = first + 1; out->past < end && !last; out->past++)
    if (!is_item(out->past) || !is_next(scene, out->past - 1, out->past, &last))
      break;
  uint32_t and_ = last ? before_item(scene, out->past - 1) - 1 : 0;
  out->aside = last && out->past - first == 2 && cck_scene_sign(scene, and_ - 1, ",");
  return last && is_item(first);
}

/* Right behind the list, past its tail, the sentence ends or a sign closes it; no figure follows in it. */
static bool is_closed(const cck_scene *scene, const list *l, bool dash) {
  const cck_mention *last = l->past - 1;
  const cck_mention *end = scene->quantities.items + scene->quantities.count;
  uint32_t stop = l->past < end ? l->past->first : scene->sentence->past;
  for (uint32_t i = last->past; i < scene->sentence->past; i++) {
    if (i >= stop)
      return false;
    if (is_spaced_dash(scene, i))
      return dash;
    if (cck_scene_sign(scene, i, ",") || cck_scene_sign(scene, i, ";"))
      return !dash;
  }
  return true;
}

/* ---- from the total to the list ---- */

enum { LEAD_ALL, LEAD_SOME, PEOPLE_ALL, PEOPLE_SOME, SUM, APART, ADDITIVE };

/* Rows of link_total.def. */
static const struct row {
  int what;
  const char *words;
} rows[] = {
#define CCK_TOTAL_LEAD(relation, words) {LEAD_##relation, words},
#define CCK_TOTAL_PEOPLE(which, lemmas) {PEOPLE_##which, lemmas},
#define CCK_TOTAL_SUM(words) {SUM, words},
#define CCK_TOTAL_APART(words) {APART, words},
#define CCK_TOTAL_ADDITIVE(dimensions) {ADDITIVE, dimensions},
#include "extract/link_total.def"
#undef CCK_TOTAL_LEAD
#undef CCK_TOTAL_PEOPLE
#undef CCK_TOTAL_SUM
#undef CCK_TOTAL_APART
#undef CCK_TOTAL_ADDITIVE
};

enum { ROWS = sizeof rows / sizeof *rows };

/* Do the words of the row stand right before `past`? */
static bool ends_with(const cck_scene *scene, uint32_t past, const char *words) {
  cck_slice all = cck_slice_of(words);
  cck_slice rest = all;
  uint32_t count = 0;
  for (cck_slice word; cck_slice_next(&rest, ' ', &word);)
    count++;
  if (past < scene->sentence->first + count)
    return false;
  uint32_t at = past - count;
  rest = all;
  for (cck_slice word; cck_slice_next(&rest, ' ', &word); at++)
    if (!is_word(scene, at, word))
      return false;
  return true;
}

static relation word_lead(const cck_scene *scene, uint32_t past) {
  relation found = RELATION_NONE;
  for (size_t i = 0; i < ROWS && found != RELATION_ALL; i++)
    if ((rows[i].what == LEAD_ALL || rows[i].what == LEAD_SOME) && ends_with(scene, past, rows[i].words))
      found = rows[i].what == LEAD_ALL ? RELATION_ALL : RELATION_SOME;
  return found;
}

/* Is it one of the row's words? */
static bool is_listed(cck_slice word, int what) {
  for (size_t i = 0; i < ROWS; i++) {
    cck_slice rest = cck_slice_of(rows[i].words);
    for (cck_slice known; rows[i].what == what && word.len && cck_slice_next(&rest, ' ', &known);)
      if (cck_slice_eq_nocase(word, known))
        return true;
  }
  return false;
}

/* "12 people, five women and seven children": a sign behind them ends it, not "among them". */
static bool is_people(const cck_scene *scene, const list *l) {
  uint32_t end = l->past[-1].past;
  bool all = is_listed(l->total->noun, PEOPLE_ALL) &&
             (end >= scene->sentence->past || scene->tokens[end].kind == CCK_TOKEN_SIGN);
  for (const cck_mention *m = l->first; m < l->past && all; m++)
    all = is_listed(m->noun, PEOPLE_SOME) || (m > l->first && m->value.unit.len == 0);
  return all;
}

/* "of the 100 seats, 45 went to": the total is led in by "of" at the beginning of its clause. */
static bool is_fronted(const cck_scene *scene, const cck_mention *total) {
  uint32_t at = total->first;
  for (int turn = 0; turn < OWNERS && at > scene->sentence->first; turn++, at--) {
    if (cck_scene_class(scene, at - 1) & CCK_LINK_OF) {
      uint32_t of = at - 1;
      of -= of > scene->sentence->first && is_word(scene, of - 1, CCK_S("out")) ? 1u : 0u;
      return of == scene->sentence->first || cck_scene_sign(scene, of - 1, ",") ||
             is_word(scene, of - 1, CCK_S("that"));
    }
    if (scene->tokens[at - 1].kind != CCK_TOKEN_WORD || (cck_scene_class(scene, at - 1) & CCK_LINK_PREPOSITION))
      return false;
  }
  return false;
}

/* Behind every part from `m` on a preposition follows: "30 to the Blues". What has a verb may overlap the others. */
static bool is_parallel(const cck_scene *scene, const list *l, const cck_mention *m) {
  for (; m < l->past; m++)
    if (!(cck_scene_class(scene, m->past) & CCK_LINK_PREPOSITION))
      return false;
  return true;
}

/* "300 ships, 200 in Asia and 120 in Europe": figures without a noun of their own, right behind the total. */
static bool is_bare(const list *l) {
  for (const cck_mention *m = l->first; m < l->past; m++)
    if (m->past != m->number_past)
      return false;
  return l->total->past > l->total->number_past;
}

static relation relation_of(const cck_scene *scene, const list *l) {
  uint32_t sign = l->lead - 1;
  bool dash = is_spaced_dash(scene, sign);
  if (dash || cck_scene_sign(scene, sign, ":")) {
    uint32_t from = l->total->past;
    return is_tail(scene, from, sign) && is_closed(scene, l, dash) ? RELATION_ALL : RELATION_NONE;
  }
  relation words = word_lead(scene, l->lead);
  if (words == RELATION_ALL)
    return is_closed(scene, l, false) ? words : RELATION_NONE;
  if (cck_scene_sign(scene, sign, ",") && is_people(scene, l) && sign == l->total->past)
    return is_closed(scene, l, false) ? RELATION_ALL : RELATION_NONE;
  bool comma = cck_scene_sign(scene, sign, ",");
  bool some = words == RELATION_SOME || (comma && is_fronted(scene, l->total));
  const cck_mention *from = some ? l->first + 1 : l->first;
  some = some || (comma && sign == l->total->past && is_bare(l));
  return some && !l->aside && is_parallel(scene, l, from) ? RELATION_SOME : RELATION_NONE;
}

/* ---- what can be added up ---- */

static bool is_counted(cck_slice dimension) {
  return cck_slice_is(dimension, "count") || cck_slice_is(dimension, "number");
}

static cck_slice dimension_of(const cck_scene *scene, const cck_mention *m) {
  return cck_unit_dimension(scene->context->units, scene->context->arena, m->value.unit);
}

/*
 * Temperatures, speeds, prices, indices and most percentages are not added up: "inflation of 5% -- 3% for goods and 7%
 * for services". Percentages are where the words say so ("fees of 2% comprise"), money from a thousand on.
 */
static bool is_additive(const cck_scene *scene, const list *l, relation how) {
  cck_slice dimension = dimension_of(scene, l->total);
  size_t bar = cck_slice_find(dimension, CCK_S("/"), 0);
  if (cck_slice_is(dimension, "number"))
    return how == RELATION_SOME;
  if (cck_slice_is(dimension, "percent"))
    return how == RELATION_ALL && word_lead(scene, l->lead) == RELATION_ALL;
  if (cck_slice_is(dimension, "money"))
    return cck_decimal_cmp(l->total->value.min, cck_decimal_of(1000)) >= 0;
  if (bar != SIZE_MAX && cck_slice_is(cck_slice_sub(dimension, bar, dimension.len), "/duration"))
    dimension = cck_slice_sub(dimension, 0, bar);
  return is_listed(dimension, ADDITIVE);
}

/* "each", "an average of": in front of the total or inside the list. */
static bool is_apart(const cck_scene *scene, const list *l) {
  enum { BEFORE = 8, BEHIND = 3 };
  const cck_mention *start = l->total < l->first ? l->total : l->first;
  uint32_t from = start->first > scene->sentence->first + BEFORE ? start->first - BEFORE : scene->sentence->first;
  uint32_t past = l->past[-1].past + BEHIND;
  for (uint32_t i = from; i < past && i < scene->sentence->past; i++)
    if (is_listed(cck_token_text(scene->context->doc->text, &scene->tokens[i]), APART))
      return true;
  return false;
}

/*
 * Every part counts what the total counts, or is a kind of it. "Two rooms: 5 chairs and 6 tables", "three children: 12,
 * 9 and 4" count their items.
 */
static bool can_add_up(const cck_scene *scene, const list *l, relation how) {
  bool counts = is_counted(dimension_of(scene, l->total));
  for (const cck_mention *m = l->first; m < l->past; m++) {
    bool own = cck_slice_eq(m->value.unit, l->total->value.unit) || m->value.unit.len == 0;
    bool share = how == RELATION_SOME && counts && is_of_unit(m, "percent");
    bool kind = how == RELATION_ALL && counts && is_counted(dimension_of(scene, m));
    if (!own && !share && !kind)
      return false;
  }
  int64_t total = 0;
  bool counts_items = counts && cck_decimal_to_int(l->total->value.min, &total) && total == l->past - l->first;
  return !counts_items && !cck_decimal_is_zero(l->total->value.min) && is_additive(scene, l, how) &&
         !is_apart(scene, l);
}

/* "..., for a worldwide total of $127 million" behind the list: the mention of the sum, or NULL. */
static const cck_mention *sum_behind(const cck_scene *scene, const list *l) {
  enum { WORDS = 7 };
  const cck_mention *end = scene->quantities.items + scene->quantities.count;
  const cck_mention *sum = l->past;
  uint32_t comma = (l->past - 1)->past;
  if (sum >= end || !is_item(sum) || sum->value.unit.len == 0)
    return NULL;
  while (comma < sum->first && !cck_scene_sign(scene, comma, ","))
    comma++;
  if (comma >= sum->first || sum->first - comma > WORDS || !is_tail(scene, (l->past - 1)->past, comma) ||
      !is_listed(cck_token_text(scene->context->doc->text, &scene->tokens[comma + 1]), SUM))
    return NULL;
  bool total = false;
  for (uint32_t i = comma + 2; i < sum->first; i++) {
    total = total || is_word(scene, i, CCK_S("total"));
    if (scene->tokens[i].kind != CCK_TOKEN_WORD || is_word(scene, i, CCK_S("to")))
      return NULL;
  }
  for (const cck_mention *m = l->first; m < l->past; m++)
    if (!cck_slice_eq(m->value.unit, sum->value.unit))
      return NULL;
  return total ? sum : NULL;
}

static void link_list(const cck_scene *scene, cck_claims *claims, size_t first, const list *l, relation how) {
  cck_claim *total = cck_link_claim_of(claims, first, scene, l->total);
  if (!total)
    return;
  for (const cck_mention *m = l->first; m < l->past; m++) {
    cck_claim *part = cck_link_claim_of(claims, first, scene, m);
    if (!part)
      return;
    if (!cck_frame_linked(part, "whole"))
      cck_frame_part(scene, part, total);
    if (how == RELATION_ALL)
      cck_link_add(scene, total, "part", part);
  }
}

/* The total stands before the list. */
static relation led_by_total(const cck_scene *scene, list *l) {
  l->total = l->first - 1;
  l->lead = before_item(scene, l->first);
  if (!is_item(l->total) || l->lead <= l->total->past || l->lead - l->total->past > LEAD)
    return RELATION_NONE;
  relation how = relation_of(scene, l);
  return how != RELATION_NONE && can_add_up(scene, l, how) ? how : RELATION_NONE;
}

void cck_link_totals(const cck_scene *scene, cck_claims *claims, size_t first) {
  size_t past = 0; /* what stands before it is in a list already */
  for (size_t i = 0; i + 1 < scene->quantities.count; i++) {
    list l;
    if (i < past || !read_list(scene, &scene->quantities.items[i], &l))
      continue;
    relation how = i ? led_by_total(scene, &l) : RELATION_NONE;
    if (how == RELATION_NONE) {
      l.total = sum_behind(scene, &l);
      how = l.total && !is_apart(scene, &l) ? RELATION_ALL : RELATION_NONE;
    }
    if (how == RELATION_NONE)
      continue;
    link_list(scene, claims, first, &l, how);
    past = (size_t)(l.past - scene->quantities.items);
  }
}
