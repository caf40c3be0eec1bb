#include "extract/quantity.h"

/* How two figures next to each other are joined. */
typedef enum joint { JOINT_NONE, JOINT_MARGIN, JOINT_DASH, JOINT_TO, JOINT_AND, JOINT_OR, JOINT_COMMA } joint;

/* Past a hedge in front of the right end: "to about", "to as much as". */
static uint32_t skip_bound(const cck_quantity_reader *r, uint32_t at, uint32_t end) {
  const cck_trie_entry *entry;
  if (at >= end)
    return at;
  size_t length = cck_trie_longest(&r->words->before, r->tokens + at, end - at, &entry);
  return at + (uint32_t)length;
}

/* The word in front of a figure, behind its hedge: "from about 5". */
static uint32_t word_before(const cck_quantity_reader *r, const cck_figure *f) {
  for (uint32_t length = 4; length > 0; length--) {
    uint32_t at = f->first - length;
    const cck_trie_entry *entry;
    if (f->first < r->first + length)
      continue;
    if (cck_trie_longest(&r->words->before, r->tokens + at, length, &entry) == length)
      return at - 1;
  }
  return f->first - 1;
}

/* "from 5 up to 10", "from 5 all the way to 10" */
static uint32_t skip_way(const cck_quantity_reader *r, uint32_t at) {
  uint32_t next = at;
  if (cck_quantity_sign(r, next, "all") && cck_quantity_sign(r, next + 1, "the") &&
      cck_quantity_sign(r, next + 2, "way"))
    next += 3;
  next += cck_quantity_sign(r, next, "up") ? 1u : 0u;
  return cck_quantity_sign(r, next, "to") ? next : at;
}

/* Tokens of a sign of plus and minus. */
static uint32_t margin_at(const cck_quantity_reader *r, uint32_t at) {
  if (cck_quantity_sign(r, at, "±"))
    return 1;
  return cck_quantity_sign(r, at, "+") && cck_quantity_sign(r, at + 1, "/") && cck_quantity_dash(r, at + 2) ? 3 : 0;
}

static joint joint_of(const cck_quantity_reader *r, const cck_figure *a, const cck_figure *b) {
  uint32_t at = a->past;
  if (b->first <= at || b->first - at > 6)
    return JOINT_NONE;
  if (margin_at(r, at) && at + margin_at(r, at) == b->first)
    return JOINT_MARGIN;
  bool aside = (cck_quantity_sign(r, at, "--") || cck_quantity_sign(r, at, "—")) && !cck_quantity_glued(r, at) &&
               !cck_quantity_glued(r, at + 1); /* "12 percent -- 40 of 250 -- came" */
  if (cck_quantity_dash(r, at) && at + 1 == b->first)
    return aside ? JOINT_NONE : JOINT_DASH;
  at += cck_quantity_dash(r, at) ? 1 : 0;
  if (cck_quantity_sign(r, word_before(r, a), "from"))
    at = skip_way(r, at);
  joint kind = cck_quantity_sign(r, at, "to") || cck_quantity_sign(r, at, "through") ? JOINT_TO
               : cck_quantity_sign(r, at, "and")                                     ? JOINT_AND
               : cck_quantity_sign(r, at, "or")                                      ? JOINT_OR
               : cck_quantity_sign(r, at, ",")                                       ? JOINT_COMMA
                                                                                     : JOINT_NONE;
  if (kind == JOINT_NONE)
    return kind;
  at++;
  if (kind == JOINT_COMMA && (cck_quantity_sign(r, at, "and") || cck_quantity_sign(r, at, "or")))
    at++;
  at += cck_quantity_dash(r, at) ? 1 : 0;
  at = kind == JOINT_TO ? skip_bound(r, at, b->first) : at;
  return at == b->first ? kind : JOINT_NONE;
}

/* Signs that belong to a figure: "rose 5% from 10 to 15". */
static bool is_figure_sign(const cck_quantity_reader *r, uint32_t at) {
  static const char *const signs[] = {"%", "$", "\xc2\xa3", "\xe2\x82\xac"};
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    if (cck_quantity_sign(r, at, signs[i]))
      return true;
  return false;
}

/* "rose from 10 to 15", "rose 5%, from 10 to 15": two figures of a change, not a range. */
static bool is_change(const cck_quantity_reader *r, const cck_figure *a) {
  uint32_t at = word_before(r, a);
  if (!cck_quantity_sign(r, at, "from"))
    return false;
  at -= at > r->first && cck_quantity_sign(r, at - 1, ",");
  for (uint32_t back = 1; back <= 5 && at >= r->first + back; back++) {
    if (cck_quantity_is(r, at - back, CCK_Q_UP | CCK_Q_DOWN | CCK_Q_WEAK_UP | CCK_Q_WEAK_DOWN) ||
        cck_quantity_has(r, at - back, CCK_P_FOLD))
      return true;
    if (cck_quantity_token(r, at - back)->kind == CCK_TOKEN_SIGN && !is_figure_sign(r, at - back))
      return false;
  }
  return false;
}

static bool same_unit(const cck_figure *a, const cck_figure *b) {
  if (a->kind == CCK_FIGURE_BARE || cck_slice_eq(a->unit, b->unit))
    return true;
  if (b->kind == CCK_FIGURE_BARE)
    return !b->malformed;
  if (a->kind == CCK_FIGURE_MONEY && b->kind == CCK_FIGURE_NOUN && !b->plural && b->digits)
    return true; /* "a $3,000 to 5,000 reward" */
  return a->kind == b->kind && b->compound && cck_slice_starts(b->unit, a->unit) && b->unit.ptr[a->unit.len] == '/';
}

/* The left end takes the scale of the right one: "four to five thousand", "$10 to $15 billion". */
static bool share_scale(cck_figure *a, const cck_figure *b) {
  if (a->power != 0 || b->power == 0 || b->vague || cck_decimal_cmp(a->written, b->written) >= 0)
    return true;
  cck_decimal scaled;
  if (!cck_decimal_shift(a->written, b->power, &scaled))
    return false;
  a->min = a->max = scaled;
  a->power = b->power;
  return true;
}

/* "25-30,000 men" are 25,000 at least: the left end leaves out the thousands that the right one has. */
static void share_thousands(cck_figure *a, const cck_figure *b) {
  enum { THOUSAND = 1000, LARGEST = 1000000, TIMES = 10 };
  int64_t low, high;
  bool plain = a->digits && !a->grouped && a->power == 0 && b->digits && b->grouped && b->power == 0;
  if (!plain || !cck_decimal_to_int(a->min, &low) || !cck_decimal_to_int(b->min, &high) || low < 1 || high >= LARGEST ||
      high % THOUSAND != 0 || low * THOUSAND >= high || low * THOUSAND * TIMES <= high)
    return;
  a->min = a->max = a->written = cck_decimal_of(low * THOUSAND);
  a->grouped = true;
}

static bool is_counted(const cck_figure *f) {
  return f->kind == CCK_FIGURE_MONEY || f->kind == CCK_FIGURE_MEASURE || f->power > 0 ||
         (f->kind == CCK_FIGURE_NOUN && (f->plural || f->hyphen));
}

/* "climbed 120 points to 7,425", "rose by 4,000 to 61,000": how much, and up to where. */
static bool is_step(const cck_quantity_reader *r, const cck_figure *a, const cck_figure *b) {
  bool by = cck_quantity_sign(r, word_before(r, a), "by");
  bool moved = by || cck_quantity_direction(r, a) != CCK_CHANGE_NONE;
  if (cck_slice_is(a->unit, "percent") && b->kind == CCK_FIGURE_BARE)
    return true;
  bool rates = cck_slice_is(a->unit, "percent") && cck_slice_is(b->unit, "percent"); /* "growing 10.1% to 12.8%" */
  if (moved && !by && a->kind != CCK_FIGURE_BARE && !rates)
    return true;
  cck_decimal thrice;
  return moved && a->power == b->power && cck_decimal_mul(a->max, cck_decimal_of(3), &thrice) &&
         cck_decimal_cmp(thrice, b->max) < 0;
}

/* "1000-5000": round figures; a telephone number, a score or a code is not so. */
static bool are_round(const cck_figure *a, const cck_figure *b) {
  int64_t low, high;
  enum { ROUND = 50, LEAST = 100 };
  return cck_decimal_to_int(a->min, &low) && cck_decimal_to_int(b->max, &high) && low >= LEAST && low % ROUND == 0 &&
         high % ROUND == 0;
}

/* "f / 4 - 5.6": of a lens. */
static bool is_aperture(const cck_quantity_reader *r, const cck_figure *f) {
  return cck_quantity_sign(r, f->first - 1, "/") && cck_quantity_sign(r, f->first - 2, "f");
}

static bool can_join(const cck_quantity_reader *r, const cck_figure *a, const cck_figure *b, joint kind) {
  uint32_t before = word_before(r, a);
  bool ascending = cck_decimal_cmp(a->min, b->max) < 0 || a->power < b->power;
  if (a->range || b->range || a->share != b->share || !same_unit(a, b) || a->malformed || b->malformed || a->one)
    return (kind == JOINT_TO || kind == JOINT_OR) && a->one && !b->range && b->kind != CCK_FIGURE_BARE &&
           same_unit(a, b);
  switch (kind) {
  case JOINT_DASH: /* behind a noun it is a dash: "two sisters-8 and 10" */
    return a->kind != CCK_FIGURE_NOUN &&
           (is_counted(b) || is_counted(a) || (a->grouped && b->grouped && a->power == b->power) || are_round(a, b) ||
            is_aperture(r, a)) &&
           ascending;
  case JOINT_TO:
    if (is_step(r, a, b))
      return false;
    return !is_change(r, a) && (ascending || cck_quantity_is(r, before, CCK_Q_BETWEEN));
  case JOINT_AND: {
    bool ages = cck_quantity_sign(r, before, "of") && cck_quantity_has(r, before - 1, CCK_P_AGED) &&
                cck_quantity_sign(r, before - 3, "between"); /* "between the ages of 18 and 34" */
    return ages || cck_quantity_sign(r, before, "between");
  }
  case JOINT_OR: /* "10, 20 or 30" is a list */
    if (cck_quantity_sign(r, a->first - 1, ",") &&
        (cck_quantity_number(r, a->first - 2) || cck_quantity_is(r, a->first - 2, CCK_Q_NUMBER_WORD)))
      return false;
    return a->kind == CCK_FIGURE_BARE && ascending && is_counted(b) && b->kind != CCK_FIGURE_MONEY;
  default:
    return false;
  }
}

void cck_figure_take_unit(cck_figure *to, const cck_figure *from) {
  to->kind = from->kind;
  to->unit = from->unit;
  to->noun = from->noun;
  to->alias = from->alias;
  to->compound = from->compound;
  to->plural = from->plural;
}

/* Widens `a` to the range a..b. */
static bool join(cck_figure *a, const cck_figure *b) {
  if (!share_scale(a, b))
    return false;
  if (a->kind == CCK_FIGURE_BARE || b->compound)
    cck_figure_take_unit(a, b);
  bool swap = cck_decimal_cmp(a->min, b->max) > 0;
  cck_decimal low = swap ? b->min : a->min;
  cck_decimal high = swap ? a->max : b->max;
  a->min = low;
  a->max = high;
  a->number_past = b->number_past;
  a->past = a->kind == CCK_FIGURE_MONEY && b->kind == CCK_FIGURE_NOUN ? b->number_past : b->past;
  if (a->kind != CCK_FIGURE_MONEY && b->noun_past > b->noun_first) {
    a->noun_first = b->noun_first;
    a->noun_past = b->noun_past;
  }
  a->range = true;
  a->approx = b->approx != CCK_APPROX_EXACT ? b->approx : a->approx;
  return true;
}

static void drop(cck_quantity_reader *r, cck_figure *f, const char *why) {
  if (!f->dropped)
    cck_quantity_reject(r, f, why);
  f->dropped = true;
}

static bool dashed(const cck_quantity_reader *r, const cck_figure *a, const cck_figure *b) {
  return cck_quantity_glued(r, a->past) && cck_quantity_glued(r, b->first) && !is_counted(a) &&
         (b->kind == CCK_FIGURE_BARE || b->kind == CCK_FIGURE_NOUN) && a->digits && b->digits && b->power == 0;
}

/* "12 ± 2 mm": from 10 to 14. */
static bool join_margin(cck_figure *a, cck_figure *b) {
  cck_decimal low, high;
  if (a->range || b->range || !same_unit(a, b) || !cck_decimal_sub(a->min, b->min, &low) ||
      !cck_decimal_add(a->min, b->min, &high))
    return false;
  if (a->kind == CCK_FIGURE_BARE)
    cck_figure_take_unit(a, b);
  a->min = low;
  a->max = high;
  a->range = true;
  a->number_past = b->number_past;
  a->past = b->past;
  b->dropped = true;
  return true;
}

/* "between 18 months and two years": the right end in the unit of the left one. */
static void share_duration(const cck_quantity_reader *r, const cck_figure *a, cck_figure *b) {
  const cck_unit *left = cck_unit_find(r->units, a->unit);
  const cck_unit *right = cck_unit_find(r->units, b->unit);
  cck_decimal value;
  if (!left || !right || left == right || a->compound || b->compound || b->range ||
      !cck_slice_is(left->dimension, "duration") || !cck_slice_is(right->dimension, "duration") ||
      !cck_unit_convert(r->units, b->min, b->unit, a->unit, &value) || !cck_decimal_is_whole(value))
    return;
  b->min = b->max = b->written = value;
  b->unit = a->unit;
}

/* "aged 12 to 14 years": the years are of age. */
static void share_age(const cck_figure *a, cck_figure *b) {
  if (cck_slice_is(a->unit, "year of age") && cck_slice_is(b->unit, "year"))
    b->unit = a->unit;
}

/* True when `b` became a part of `a`. */
static bool join_pair(cck_quantity_reader *r, cck_figure *a, cck_figure *b) {
  joint kind = joint_of(r, a, b);
  if (kind == JOINT_NONE || (a->dropped && kind != JOINT_DASH))
    return false;
  share_age(a, b);
  if (kind == JOINT_TO || (kind == JOINT_AND && cck_quantity_sign(r, word_before(r, a), "between")))
    share_duration(r, a, b);
  if (kind == JOINT_MARGIN)
    return !a->dropped && join_margin(a, b);
  bool chain = kind == JOINT_TO && a->range && cck_slice_eq(a->unit, b->unit) && !a->vague;
  bool joins = !a->dropped && can_join(r, a, b, kind);
  if (joins && kind == JOINT_DASH)
    share_thousands(a, b);
  if (joins && join(a, b)) {
    b->dropped = true;
    return true;
  }
  if (kind == JOINT_DASH && dashed(r, a, b)) { /* a score, a season, a telephone number */
    drop(r, a, "score or number with dashes");
    drop(r, b, "score or number with dashes");
  } else if (kind == JOINT_TO && cck_quantity_hyphen(r, a->past) && a->kind == CCK_FIGURE_BARE) {
    drop(r, a, "ratio"); /* "three-to-one" */
    drop(r, b, "ratio");
  } else if (chain) { /* "from $20 to $30 to $45": the second range begins where the first ends */
    if (cck_decimal_cmp(a->max, b->min) < 0) {
      b->min = a->max;
      b->range = true;
    }
  }
  return false;
}

void cck_quantity_ranges(cck_quantity_reader *r) {
  size_t left = 0; /* the figure that the next one may join */
  for (size_t i = 1; i < r->figures.count; i++)
    if (!join_pair(r, &r->figures.items[left], &r->figures.items[i]))
      left = i;
}

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
  joint kind = joint_of(r, a, b);
  uint32_t whole = a->past + (cck_quantity_is(r, a->past + 1, CCK_Q_DETERMINER | CCK_Q_FILLER) ? 2u : 1u);
  whole += cck_quantity_has(r, whole, CCK_P_LAST | CCK_P_NEXT) ? 1u : 0u;            /* "7 of their last 10 games" */
  bool owned = b->first > whole && b->first - whole <= 5 && owner_ends(r, b->first); /* "14 of the state's 67" */
  bool of = cck_quantity_sign(r, a->past, "of") && (owned || skip_bound(r, whole, b->first) == b->first);
  bool from = cck_quantity_sign(r, a->past, "from") && b->first == a->past + 1; /* "fell to 45 from 60 cases" */
  bool slash = cck_quantity_sign(r, a->past, "/") && b->first == a->past + 1;   /* "25/34 mpg" */
  uint32_t side = a->past + (cck_quantity_dash(r, a->past) ? 1u : 0u); /* "8 by 12 feet", "a 20-by-30-foot room" */
  bool cross = cck_quantity_sign(r, side, "by") || cck_quantity_sign(r, side, "x") || cck_quantity_sign(r, side, "×");
  bool by =
      cross && b->kind == CCK_FIGURE_MEASURE && !cck_slice_is(b->unit, "percent") && b->first == 2 * side - a->past + 1;
  if ((kind != JOINT_COMMA && kind != JOINT_AND && kind != JOINT_OR && !of && !from && !by && !slash) || a->malformed ||
      b->share)
    return;
  if (kind == JOINT_AND && b->range)
    return;
  bool listed = kind != JOINT_COMMA || b->inherited || !cck_quantity_sign(r, b->first - 1, ",");
  if (!listed)
    return; /* "closed at 2,310, 4 percent above": no list without "and" */
  if (cck_slice_is(b->unit, "percent") && cck_decimal_cmp(a->max, cck_decimal_of(100)) > 0)
    return; /* "5,000, or 9% of the staff" */
  if (kind == JOINT_OR)
    (void)share_scale(a, b);
  cck_figure_take_unit(a, b);
  a->inherited = true;
}

/* "compared with 63", "from 45", "up from 12": the unit of the figure before. */
static void inherit_left(cck_quantity_reader *r, const cck_figure *a, cck_figure *b) {
  if (b->kind != CCK_FIGURE_BARE || a->kind == CCK_FIGURE_BARE || a->dropped || b->dropped || b->strong || a->share ||
      a->fold || a->hyphen || b->malformed)
    return;
  joint kind = joint_of(r, a, b);
  if ((kind == JOINT_COMMA || kind == JOINT_AND) && cck_slice_is(a->unit, "year of age") && b->past == b->number_past) {
    cck_figure_take_unit(b, a); /* "ages 10, 9 and 4" */
    return;
  }
  if (kind == JOINT_AND && cck_slice_is(a->unit, "magnitude") && b->past == b->number_past) {
    cck_figure_take_unit(b, a); /* "magnitude 2.9 and 2.2" */
    return;
  }
  for (uint32_t at = a->past; at < b->first; at++)
    if (cck_quantity_sign(r, at, ";"))
      return;
  if (cck_slice_starts(a->unit, CCK_S("percent")) && b->power > 0)
    return;
  uint32_t before = word_before(r, b);
  bool from = cck_quantity_sign(r, before, "from") || cck_quantity_sign(r, before, "to");
  bool against = cck_quantity_sign(r, before, "versus") || cck_quantity_sign(r, before, "against");
  bool compared = (cck_quantity_sign(r, before, "with") || cck_quantity_sign(r, before, "to")) &&
                  cck_quantity_sign(r, before - 1, "compared");
  if ((from && b->first - a->past <= 8) || against || compared) {
    if (a->kind == CCK_FIGURE_NOUN && cck_decimal_is_whole(a->min) && !cck_decimal_is_whole(b->min))
      return; /* "five hits, raising his average to .312" */
    bool percent = cck_slice_is(a->unit, "percent");
    if (percent && from && !compared && cck_quantity_sign(r, before, "to"))
      return; /* "rose 5% to 7,425" */
    cck_figure_take_unit(b, a);
  }
}

/* "18.5 points, 7 rebounds and 2 assists per game": an average tells the time for the whole list. */
static void inherit_rate(cck_quantity_reader *r, cck_figure *a, const cck_figure *b) {
  enum { REACH = 6 };
  joint kind = joint_of(r, a, b);
  size_t bar = cck_slice_find(b->unit, CCK_S("/"), 0);
  if ((kind != JOINT_COMMA && kind != JOINT_AND) || a->kind != CCK_FIGURE_NOUN || b->kind != CCK_FIGURE_NOUN ||
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
  if (a->kind != CCK_FIGURE_BARE || b->kind != CCK_FIGURE_MEASURE || a->past != b->first || a->dropped || b->dropped)
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
  int64_t parts = parts_of(a, b);
  uint32_t between = a->past;
  between += cck_quantity_sign(r, between, ",") ? 1u : 0u;
  between += cck_quantity_sign(r, between, "and") ? 1u : 0u;
  between += between == a->past && cck_quantity_hyphen(r, between) ? 1u : 0u;
  cck_decimal value;
  if (!parts || a->dropped || b->dropped || a->range || b->range || a->compound || b->compound || between != b->first ||
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
  }
  for (size_t i = 1; i < r->figures.count; i++)
    inherit_left(r, &r->figures.items[i - 1], &r->figures.items[i]);
}
