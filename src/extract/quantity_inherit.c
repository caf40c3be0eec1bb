#include "extract/quantity_range.h"

/* A possessive right before the figure: "the state's 67", "the Saints' 16", "the team's last 10". */
static bool owner_ends(const cck_quantity_reader *r, uint32_t figure) {
  uint32_t at = figure - (cck_quantity_has(r, figure - 1, CCK_P_LAST | CCK_P_NEXT) ? 2u : 1u);
  bool bare = (cck_quantity_sign(r, at, "'") || cck_quantity_sign(r, at, "’")) && cck_quantity_glued(r, at);
  return cck_quantity_sign(r, at, "'s") || cck_quantity_sign(r, at, "’s") ||
         (bare && cck_slice_ends(cck_quantity_text(r, at - 1), CCK_S("s")));
}

/* "2, 3 and 4 percent": what stands left of a joint takes the unit from the right. */
static void inherit_right(cck_quantity_reader *r, cck_figure *a, const cck_figure *b) {
  if (a->kind != CCK_FIGURE_BARE || b->kind == CCK_FIGURE_BARE || a->dropped || b->dropped || a->strong)
    return;
  cck_joint kind = cck_range_joint(r, a, b);
  uint32_t whole = a->past + (cck_quantity_is(r, a->past + 1, CCK_Q_DETERMINER | CCK_Q_FILLER) ? 2u : 1u);
  whole += cck_quantity_has(r, whole, CCK_P_LAST | CCK_P_NEXT) ? 1u : 0u;            /* "7 of their last 10 games" */
  bool owned = b->first > whole && b->first - whole <= 5 && owner_ends(r, b->first); /* "14 of the state's 67" */
  bool of = cck_quantity_sign(r, a->past, "of") && (owned || cck_range_skip_hedge(r, whole, b->first) == b->first);
  bool from = cck_quantity_sign(r, a->past, "from") && b->first == a->past + 1; /* "fell to 45 from 60 cases" */
  bool slash = cck_quantity_sign(r, a->past, "/") && b->first == a->past + 1;   /* "25/34 mpg" */
  uint32_t side = a->past + (cck_quantity_dash(r, a->past) ? 1u : 0u); /* "8 by 12 feet", "a 20-by-30-foot room" */
  bool cross = cck_quantity_sign(r, side, "by") || cck_quantity_sign(r, side, "x") || cck_quantity_sign(r, side, "×");
  bool by =
      cross && b->kind == CCK_FIGURE_MEASURE && !cck_slice_is(b->unit, "percent") && b->first == 2 * side - a->past + 1;
  if ((kind != CCK_JOINT_COMMA && kind != CCK_JOINT_AND && kind != CCK_JOINT_OR && !of && !from && !by && !slash) ||
      a->malformed || b->share)
    return;
  bool side_behind = cck_quantity_sign(r, a->first - 1, "x") || cck_quantity_sign(r, a->first - 1, "×");
  if (kind == CCK_JOINT_AND && (b->range || side_behind)) /* "1920 x 1080 and 60 Hz" */
    return;
  bool listed = kind != CCK_JOINT_COMMA || b->inherited || !cck_quantity_sign(r, b->first - 1, ",");
  if (!listed)
    return; /* "closed at 2,310, 4 percent above": no list without "and" */
  bool rates = kind == CCK_JOINT_AND && !cck_decimal_is_whole(a->max); /* "rose 166.5 and 93.3 percent" */
  if (cck_slice_is(b->unit, "percent") && cck_decimal_cmp(a->max, cck_decimal_of(100)) > 0 && !rates)
    return; /* "5,000, or 9% of the staff" */
  if (kind == CCK_JOINT_OR)
    (void)cck_range_share_scale(a, b);
  cck_figure_take_unit(a, b);
  a->inherited = true;
}

static bool unit_at(const cck_quantity_reader *r, uint32_t at) {
  const cck_unit_alias *alias;
  return cck_unit_match(r->units, &r->units->after, r->text, r->tokens + at, 1, false, &alias) > 0;
}

/*
 * "1,247 animal and 747 plant species", "12 Somali and 11 Yemeni men", "one French and one Dutch sailor": what is
 * counted stands once, behind the second of two that differ in a word.
 */
static void share_head(cck_quantity_reader *r, cck_figure *a, const cck_figure *b) {
  uint32_t word = a->number_past;
  bool joined = cck_quantity_sign(r, word + 1, "and") || cck_quantity_sign(r, word + 1, "or");
  bool bare = a->kind == CCK_FIGURE_BARE || (a->kind == CCK_FIGURE_NOUN && !a->plural && a->past == word + 1);
  bool names = cck_quantity_capital(r, word) && cck_quantity_capital(r, b->noun_first);
  if (!joined || !bare || a->dropped || b->dropped || b->kind != CCK_FIGURE_NOUN || b->noun_past < b->noun_first + 2 ||
      b->first != word + 2 || a->share || a->hyphen || !cck_quantity_plain_word(r, word) ||
      cck_quantity_is(r, word, CCK_Q_STOP) || cck_quantity_plural(r, word) || cck_quantity_verbal(r, word) ||
      (!names && (a->one || !b->plural)) || unit_at(r, word)) /* "1,100 cc and 1,200 cc engines" */
    return;
  cck_slice modifier = cck_arena_lower(r->arena, cck_quantity_text(r, word));
  a->kind = CCK_FIGURE_NOUN;
  a->unit = CCK_JOIN(r->arena, modifier, CCK_S(" "), b->noun);
  a->noun = b->noun;
  a->plural = b->plural;
  a->noun_first = word;
  a->noun_past = a->past = word + 1;
  a->inherited = true;
}

static bool is_small_count(const cck_figure *f) {
  enum { FEW = 100 };
  return f->power == 0 && cck_decimal_cmp(f->max, cck_decimal_of(FEW)) < 0;
}

/* A day, or "in" and one: where or when a figure holds. */
static bool is_when(const cck_quantity_reader *r, uint32_t at) {
  return cck_quantity_dated(r, at) || (cck_quantity_sign(r, at, "in") && cck_quantity_dated(r, at + 1));
}

/* Does a clause with a verb of its own begin between the two? */
static bool has_verb_between(const cck_quantity_reader *r, uint32_t at, uint32_t past) {
  for (; at < past; at++)
    if (cck_quantity_has(r, at, CCK_P_BE) || (cck_quantity_verbal(r, at) && !cck_quantity_capital(r, at)) ||
        cck_quantity_sign(r, at, ";") || cck_quantity_sign(r, at, ":"))
      return true;
  return false;
}

/* "40 jobs in Tern, 16 in Elm and 4 in Oak", "12 cars in 2018 and 15 last year": the noun stands once. */
static bool is_gapped(const cck_quantity_reader *r, const cck_figure *a, const cck_figure *b) {
  enum { REACH = 10 };
  uint32_t before = cck_range_word_before(r, b);
  bool listed = cck_quantity_sign(r, before, ",") || cck_quantity_sign(r, before, "and");
  if (!listed || b->first - a->past > REACH || b->past != b->number_past || a->compound ||
      (cck_decimal_is_whole(a->min) != cck_decimal_is_whole(b->min) && a->kind == CCK_FIGURE_NOUN) ||
      has_verb_between(r, a->past, before))
    return false;
  if (is_when(r, a->past) && is_when(r, b->past))
    return true;
  return cck_quantity_listed(r, a->past, CCK_LIST_WHERE) &&
         cck_slice_eq_nocase(cck_quantity_text(r, a->past), cck_quantity_text(r, b->past));
}

/* "400 flights were cancelled and 1,200 delayed": two fates of the same things. */
static bool is_second_fate(const cck_quantity_reader *r, const cck_figure *a, const cck_figure *b) {
  enum { REACH = 8 };
  uint32_t verb = a->past + (cck_quantity_has(r, a->past, CCK_P_BE) ? 1u : 0u);
  uint32_t joint = cck_range_word_before(r, b);
  bool listed = cck_quantity_sign(r, joint, "and") || cck_quantity_sign(r, joint, ",");
  bool ends = !cck_quantity_plain_word(r, b->past + 1) || cck_quantity_is(r, b->past + 1, CCK_Q_STOP);
  return a->kind == CCK_FIGURE_NOUN && a->plural && cck_quantity_verbal(r, verb) && cck_quantity_verbal(r, b->past) &&
         !cck_quantity_capital(r, b->past) && listed && ends && b->first - a->past <= REACH;
}

static bool has_verb_behind(const cck_quantity_reader *r, const cck_figure *f) {
  return cck_quantity_has(r, f->past, CCK_P_BE) || cck_quantity_sign(r, f->past, "have") ||
         cck_quantity_sign(r, f->past, "had") || cck_quantity_sign(r, f->past, "has") ||
         cck_quantity_verbal(r, f->past);
}

/* "Of the 40 players, 12 are injured and 6 have left": parts of the whole that was named first. */
static bool is_part_of(const cck_quantity_reader *r, const cck_figure *a, const cck_figure *b) {
  enum { REACH = 12 };
  uint32_t joint = cck_range_word_before(r, b);
  if (a->kind != CCK_FIGURE_NOUN || !has_verb_behind(r, b))
    return false;
  if (a->inherited && has_verb_behind(r, a) && b->first - a->past <= REACH &&
      (cck_quantity_sign(r, joint, ",") || cck_quantity_sign(r, joint, "and")))
    return true;
  uint32_t of = cck_range_word_before(r, a);
  of -= cck_quantity_is(r, of, CCK_Q_DETERMINER) && of > r->first ? 1u : 0u;
  uint32_t start = of - (cck_quantity_sign(r, of - 1, "out") && of > r->first ? 1u : 0u);
  bool opens =
      cck_quantity_sign(r, of, "of") && (start == r->first || cck_quantity_token(r, start - 1)->kind == CCK_TOKEN_SIGN);
  uint32_t comma = a->past + (cck_quantity_verbal(r, a->past) ? 1u : 0u); /* "of the 40 men arrested, 12 are" */
  return opens && cck_quantity_sign(r, comma, ",") && joint == comma && cck_decimal_cmp(b->max, a->max) <= 0;
}

/* "The number of cases rose to 1,200": what is counted stands in front. */
static void take_number_of(cck_quantity_reader *r, cck_figure *f) {
  enum { REACH = 12 };
  if (f->kind != CCK_FIGURE_BARE || f->dropped || f->share || f->malformed || f->past != f->number_past ||
      !cck_decimal_is_whole(f->max) || !cck_quantity_listed(r, cck_range_word_before(r, f), CCK_LIST_TO_A_COUNT))
    return;
  for (uint32_t back = 1; back <= REACH && f->first >= r->first + back + 1; back++) {
    uint32_t at = f->first - back;
    if (cck_quantity_token(r, at)->kind == CCK_TOKEN_SIGN && !cck_quantity_dash(r, at) &&
        !cck_quantity_sign(r, at, "%"))
      return;
    if (!cck_quantity_sign(r, at, "of") || !cck_quantity_sign(r, at - 1, "number"))
      continue;
    cck_figure counted = *f;
    uint32_t noun = at + 1;
    while (cck_quantity_is(r, noun, CCK_Q_DETERMINER))
      noun++;
    if (!cck_quantity_noun(r, &counted, noun) || !counted.plural)
      return;
    cck_figure_take_unit(f, &counted);
    f->noun_first = counted.noun_first;
    f->noun_past = counted.noun_past;
    f->inherited = true;
    return;
  }
}

/*
 * The word in front of a figure that is set against another one, behind what describes it: the "with" of "compared
 * with the 63 of May", "with an average of 63", "with a loss of 63"; the "from" of "from a revised 63".
 */
static uint32_t word_before_level(const cck_quantity_reader *r, const cck_figure *f) {
  static const uint32_t articles = CCK_Q_DETERMINER | CCK_Q_ARTICLE;
  uint32_t at = cck_range_word_before(r, f);
  if (cck_quantity_sign(r, at, "of") && cck_quantity_listed(r, at - 1, CCK_LIST_LEVEL))
    at -= 2;
  else if (cck_quantity_listed(r, at, CCK_LIST_LEVEL_KIND))
    at--;
  return cck_quantity_is(r, at, articles) && at > r->first ? at - 1 : at;
}

/* "sold 4,000 cars in May, 500 fewer than in April": as many of the same. */
static bool is_difference(const cck_quantity_reader *r, const cck_figure *a, const cck_figure *b) {
  enum { REACH = 10 };
  bool more = cck_quantity_sign(r, b->past, "fewer") || cck_quantity_sign(r, b->past, "more");
  return a->kind == CCK_FIGURE_NOUN && a->plural && more && cck_quantity_sign(r, b->past + 1, "than") &&
         cck_quantity_sign(r, cck_range_word_before(r, b), ",") && b->first - a->past <= REACH;
}

/* Set against each other by the word at `before`, and yet no figures of one kind. */
static bool is_other_kind(const cck_quantity_reader *r, const cck_figure *a, const cck_figure *b, uint32_t before) {
  bool to = cck_quantity_sign(r, before, "to");
  bool compared = cck_quantity_sign(r, before - 1, "compared");
  if (a->kind == CCK_FIGURE_NOUN && cck_decimal_is_whole(a->min) && !cck_decimal_is_whole(b->min))
    return true; /* "five hits, raising his average to .312" */
  const cck_unit *unit = a->kind == CCK_FIGURE_MEASURE ? cck_unit_find(r->units, a->unit) : NULL;
  bool time = unit && cck_slice_is(unit->dimension, "duration"); /* "in 10 days of May from a 2 billion surplus" */
  if ((a->kind == CCK_FIGURE_NOUN || time) && b->power > 0 && is_small_count(a))
    return true; /* "aid to the two bodies amounted to 3 billion" */
  if (!cck_slice_is(a->unit, "percent"))
    return false;
  bool level = cck_quantity_listed(r, cck_range_word_before(r, a), CCK_LIST_AT_A_LEVEL);
  if ((to || cck_quantity_sign(r, before, "from")) && !level && cck_decimal_cmp(b->min, cck_decimal_of(100)) > 0)
    return true;          /* "up 4% from the 141 of May" */
  return to && !compared; /* "rose 5% to 7,425" */
}

/* "a 2.9 aftershock at noon and a 2.2 at one" */
static bool is_next_quake(const cck_quantity_reader *r, const cck_figure *a, const cck_figure *b) {
  enum { REACH = 14, STRONGEST = 10 };
  bool ends = !cck_quantity_plain_word(r, b->past) || cck_quantity_is(r, b->past, CCK_Q_STOP);
  return ends && cck_slice_is(a->unit, "magnitude") && b->grouped && b->past == b->number_past &&
         b->first - a->past <= REACH && cck_decimal_cmp(b->max, cck_decimal_of(STRONGEST)) < 0 &&
         cck_quantity_is(r, b->first - 1, CCK_Q_ARTICLE);
}

/* "compared with 63", "from 45", "up from 12": the unit of the figure before. */
static void inherit_left(cck_quantity_reader *r, const cck_figure *a, cck_figure *b) {
  if (b->kind != CCK_FIGURE_BARE || a->kind == CCK_FIGURE_BARE || a->dropped || b->dropped || b->strong || a->share ||
      a->fold || a->hyphen || b->malformed)
    return;
  cck_joint kind = cck_range_joint(r, a, b);
  if ((kind == CCK_JOINT_COMMA || kind == CCK_JOINT_AND) && cck_slice_is(a->unit, "year of age") &&
      b->past == b->number_past) {
    cck_figure_take_unit(b, a); /* "ages 10, 9 and 4" */
    return;
  }
  if ((kind == CCK_JOINT_AND && cck_slice_is(a->unit, "magnitude") && b->past == b->number_past) ||
      is_next_quake(r, a, b)) {
    cck_figure_take_unit(b, a); /* "magnitude 2.9 and 2.2" */
    return;
  }
  if (is_gapped(r, a, b) || is_part_of(r, a, b) || is_difference(r, a, b) || is_second_fate(r, a, b)) {
    cck_figure_take_unit(b, a);
    b->inherited = true;
    return;
  }
  for (uint32_t at = a->past; at < b->first; at++)
    if (cck_quantity_sign(r, at, ";"))
      return;
  if (cck_slice_starts(a->unit, CCK_S("percent")) && b->power > 0)
    return;
  uint32_t before = word_before_level(r, b);
  bool from = cck_quantity_sign(r, before, "from") || cck_quantity_sign(r, before, "to");
  bool after = cck_quantity_sign(r, before, "after") && a->kind == CCK_FIGURE_MONEY && b->power > 0 && a->power > 0 &&
               !cck_quantity_has(r, b->past, CCK_P_BE); /* not "after 20 million was lost" */
  bool against = after || cck_quantity_sign(r, before, "versus") || cck_quantity_sign(r, before, "against");
  bool compared = (cck_quantity_sign(r, before, "with") || cck_quantity_sign(r, before, "to")) &&
                  cck_quantity_sign(r, before - 1, "compared");
  if (((from && b->first - a->past <= 8) || against || compared) && !is_other_kind(r, a, b, before))
    cck_figure_take_unit(b, a);
}

/* A figure as an index stands at: "7,425.81", "13176". */
static bool may_be_level(const cck_figure *f) {
  enum { LEAST = 100, LEAST_WHOLE = 1000 };
  return f->kind == CCK_FIGURE_BARE && f->digits && !f->share && !f->range && !f->malformed && !f->dropped &&
         f->past == f->number_past && f->power == 0 &&
         cck_decimal_cmp(f->max, cck_decimal_of(f->grouped ? LEAST : LEAST_WHOLE)) >= 0;
}

/* "stood at 16,369, up 58 points", "fell 162 points, or 2%, to 7,425": the level of an index counts its points. */
static void inherit_points(const cck_quantity_reader *r, cck_figure *level, const cck_figure *step) {
  enum { REACH = 12 };
  if (!may_be_level(level) || step->dropped || !cck_slice_is(step->unit, "point"))
    return;
  if (level->first < step->first) {
    uint32_t at =
        level->past + (cck_quantity_sign(r, level->past, ",") || cck_quantity_sign(r, level->past, "(") ? 1u : 0u);
    if (cck_quantity_is(r, at, CCK_Q_PARTICLE) && cck_range_skip_hedge(r, at + 1, step->first) == step->first)
      cck_figure_take_unit(level, step);
    return;
  }
  uint32_t before = word_before_level(r, level); /* "at a level of 5,210" */
  if (level->first - step->past > REACH || !cck_quantity_listed(r, before, CCK_LIST_TO_A_LEVEL))
    return;
  for (uint32_t at = step->past; at < before; at++)
    if (cck_quantity_sign(r, at, ";") || cck_quantity_sign(r, at, "and") || cck_quantity_sign(r, at, "while"))
      return;
  cck_figure_take_unit(level, step);
}

/*
 * "$0.69, $0.99 and $1.29 per song", "to 95 pounds from 110 pounds a tonne": prices of one thing. Of two with "and" the
 * first may be another ("$500 and $10 a month").
 */
static bool shares_price(const cck_quantity_reader *r, const cck_figure *a, const cck_figure *b, cck_joint kind) {
  if (a->kind != CCK_FIGURE_MONEY || b->kind != CCK_FIGURE_MONEY || a->compound || !b->compound || a->dropped ||
      b->dropped || a->power != b->power || !cck_slice_starts(b->unit, a->unit) || b->unit.ptr[a->unit.len] != '/')
    return false;
  cck_decimal tenfold;
  bool near = cck_decimal_mul(b->max, cck_decimal_of(10), &tenfold) && cck_decimal_cmp(a->max, tenfold) <= 0 &&
              cck_decimal_mul(a->max, cck_decimal_of(10), &tenfold) && cck_decimal_cmp(b->max, tenfold) <= 0;
  if (!near) /* "2,256,000 dollars or 22 dollars a share" */
    return false;
  bool from = cck_quantity_sign(r, a->past, "from") && b->first == a->past + 1;
  bool more = b->inherited || cck_quantity_sign(r, a->first - 1, ",");
  return from || kind == CCK_JOINT_OR || ((kind == CCK_JOINT_AND || kind == CCK_JOINT_COMMA) && more);
}

/* "18.5 points, 7 rebounds and 2 assists per game": an average tells the time for the whole list. */
static void inherit_rate(cck_quantity_reader *r, cck_figure *a, const cck_figure *b) {
  enum { REACH = 6 };
  cck_joint kind = cck_range_joint(r, a, b);
  size_t bar = cck_slice_find(b->unit, CCK_S("/"), 0);
  if (shares_price(r, a, b, kind)) {
    cck_figure_take_unit(a, b);
    a->inherited = true;
    return;
  }
  if ((kind != CCK_JOINT_COMMA && kind != CCK_JOINT_AND) || a->kind != CCK_FIGURE_NOUN || b->kind != CCK_FIGURE_NOUN ||
      a->compound || !b->compound || bar == SIZE_MAX || a->dropped || b->dropped)
    return;
  bool average = false;
  for (uint32_t back = 1; back <= REACH; back++) {
    cck_slice word = cck_quantity_text(r, a->first - back);
    average =
        average || cck_slice_starts(word, CCK_S("averag")) || cck_quantity_has(r, a->first - back, CCK_P_PER_NOUN);
  }
  bool list = cck_quantity_sign(r, a->first - 1, ",") || cck_quantity_sign(r, a->first - 1, "and");
  if (!average && !list)
    return;
  a->unit = cck_arena_printf(r->arena, "%.*s%.*s", (int)a->unit.len, a->unit.ptr, (int)(b->unit.len - bar),
                             b->unit.ptr + bar);
  a->compound = true;
}

/* "eight million 250ml bottles": the first figure counts what the second measures. */
static void count_measured(cck_quantity_reader *r, cck_figure *a, const cck_figure *b) {
  bool sized = b->kind == CCK_FIGURE_MEASURE || b->kind == CCK_FIGURE_MONEY; /* "300 $20 bills" */
  if (a->kind != CCK_FIGURE_BARE || !sized || a->past != b->first || a->dropped || b->dropped)
    return;
  cck_figure counted = *a;
  uint32_t past = a->past;
  if (!cck_quantity_noun(r, &counted, b->past) || !counted.plural)
    return;
  *a = counted;
  a->past = past; /* the words in between are the other figure's */
}

/* Sizes that people tell in two units, the second smaller: how many of it make one of the first. */
static int64_t parts_of(const cck_figure *a, const cck_figure *b) {
  static const struct {
    const char *whole, *part;
    int64_t parts;
  } pairs[] = {
      {"foot", "inch", 12}, {"yard", "foot", 3}, {"yard", "inch", 36}, {"pound", "ounce", 16}, {"stone", "pound", 14}};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    if (cck_slice_is(a->unit, pairs[i].whole) && cck_slice_is(b->unit, pairs[i].part))
      return pairs[i].parts;
  return 0;
}

/* "7 feet 10 inches", "6-foot-4", "8 pounds and 3 ounces": one size, in the smaller unit so that it stays exact. */
static bool join_size(cck_quantity_reader *r, cck_figure *a, cck_figure *b) {
  uint32_t between = a->past;
  between += cck_quantity_sign(r, between, ",") ? 1u : 0u;
  between += cck_quantity_sign(r, between, "and") ? 1u : 0u;
  between += between == a->past && cck_quantity_hyphen(r, between) ? 1u : 0u;
  int64_t parts = between == b->first ? parts_of(a, b) : 0;
  cck_decimal value;
  if (!parts || a->dropped || b->dropped || a->range || b->range || a->compound || b->compound ||
      !cck_decimal_is_whole(a->min) || cck_decimal_cmp(b->max, cck_decimal_of(parts)) >= 0 ||
      !cck_decimal_mul(a->min, cck_decimal_of(parts), &value) || !cck_decimal_add(value, b->min, &value))
    return false;
  a->min = a->max = value;
  cck_figure_take_unit(a, b);
  a->number_past = b->number_past;
  a->past = b->past;
  b->dropped = true;
  return true;
}

void cck_quantity_inherit(cck_quantity_reader *r) {
  size_t left = 0;
  for (size_t i = 1; i < r->figures.count; i++)
    if (!join_size(r, &r->figures.items[left], &r->figures.items[i]))
      left = i;
  for (size_t i = r->figures.count; i > 1; i--) {
    count_measured(r, &r->figures.items[i - 2], &r->figures.items[i - 1]);
    inherit_right(r, &r->figures.items[i - 2], &r->figures.items[i - 1]);
    inherit_rate(r, &r->figures.items[i - 2], &r->figures.items[i - 1]);
    share_head(r, &r->figures.items[i - 2], &r->figures.items[i - 1]);
  }
  for (size_t i = 1; i < r->figures.count; i++) {
    inherit_points(r, &r->figures.items[i - 1], &r->figures.items[i]);
    inherit_points(r, &r->figures.items[i], &r->figures.items[i - 1]);
    if (i > 1) /* "162 points, or 2%, to 7,425" */
      inherit_points(r, &r->figures.items[i], &r->figures.items[i - 2]);
    inherit_left(r, &r->figures.items[i - 1], &r->figures.items[i]);
  }
  for (size_t i = 0; i < r->figures.count; i++)
    take_number_of(r, &r->figures.items[i]);
}
