#include "extract/quantity.h"

/* What stands in front of a figure. */
typedef struct lead {
  bool has_bound;
  bool level; /* "as high as 146": not by how much */
  cck_approx bound;
  uint32_t at; /* the token behind which to look for a verb: the first of the hedge, or of the figure */
} lead;

/* The longest hedge that ends right before `past`; its length. */
static uint32_t bound_before(const cck_quantity_reader *r, uint32_t past, cck_approx *bound) {
  for (uint32_t length = cck_quantity_word_at(r, past - 1)->ends_bound ? 5 : 0; length > 0; length--) {
    const cck_trie_entry *entry;
    if (past < r->first + length)
      continue;
    if (cck_trie_longest(&r->words->before, r->tokens + past - length, length, &entry) == length) {
      *bound = (cck_approx)entry->payload;
      return length;
    }
  }
  return 0;
}

/* "gave up 5", "shut down 3": the particle belongs to its verb. */
static bool is_phrasal(const cck_quantity_reader *r, uint32_t at) { return cck_quantity_is(r, at - 1, CCK_Q_PHRASAL); }

/* Parts of a game or a series, few enough to be gone through: "over six innings". */
static bool is_stretch(const cck_figure *f) {
  enum { MOST = 40 };
  return cck_quantity_lists(CCK_LIST_OF_A_GAME, f->noun) && f->kind == CCK_FIGURE_NOUN && f->power == 0 &&
         cck_decimal_cmp(f->max, cck_decimal_of(MOST)) < 0;
}

/*
 * "paid over five years" is a span of time, "for over five years", "just over five years" a bound. Over is across, too.
 */
static bool is_span(const cck_quantity_reader *r, const cck_figure *f, uint32_t at, uint32_t length) {
  const cck_unit *unit = f->kind == CCK_FIGURE_MEASURE ? cck_unit_find(r->units, f->unit) : NULL;
  bool over = length == 1 && (cck_quantity_sign(r, at, "over") || cck_quantity_sign(r, at, "above"));
  if (over && !unit && cck_quantity_has(r, at - 1, CCK_P_ACROSS) && at > r->first)
    return true;
  over = over && cck_quantity_sign(r, at, "over");
  if (over && at > r->first && is_stretch(f) && !cck_quantity_has(r, at - 1, CCK_P_BOUND_TIME))
    return true;
  return over && unit && cck_slice_is(unit->dimension, "duration") && at > r->first &&
         !cck_quantity_has(r, at - 1, CCK_P_BOUND_TIME);
}

/*
 * "must not import more than 10": the hedge turned round by what a modal denies a verb before it. Not "has not lost in
 * more than four years", and not "has not paid more than 300 workers", whose count is not denied.
 */
static bool is_negated(const cck_quantity_reader *r, uint32_t at) {
  enum { VERBS = 2 };
  bool level =
      cck_quantity_sign(r, at, "above") || cck_quantity_sign(r, at, "below"); /* "has not closed above 8,000" */
  if ((!level && !cck_quantity_sign(r, at + 1, "than")) || cck_quantity_listed(r, at - 1, CCK_LIST_PREPOSITION))
    return false;
  for (uint32_t back = 1; back <= VERBS && at >= r->first + back && cck_quantity_plain_word(r, at - back); back++)
    if (cck_quantity_listed(r, at - back, CCK_LIST_NEGATION)) {
      bool contracted = !cck_quantity_sign(r, at - back, "not") && !cck_quantity_sign(r, at - back, "never");
      return level || contracted || cck_quantity_listed(r, at - back - 1, CCK_LIST_MODAL) ||
             (cck_quantity_sign(r, at - back - 1, "did") && cck_quantity_sign(r, at - 1, "have"));
    } else if (cck_quantity_is(r, at - back, CCK_Q_STOP) && !cck_quantity_sign(r, at - back, "be") &&
               !cck_quantity_sign(r, at - back, "have")) {
      return false; /* "it is not clear why more than 40 died" */
    }
  return false;
}

/* More than so many is not at least so many when it is denied, but at most. */
static cck_approx turned(cck_approx bound) {
  return bound == CCK_APPROX_OVER ? CCK_APPROX_AT_MOST : bound == CCK_APPROX_UNDER ? CCK_APPROX_AT_LEAST : bound;
}

/* "passed five laws", "passing two lorries": no bound where few things are counted. */
static bool is_vote(const cck_quantity_reader *r, const cck_figure *f, uint32_t at) {
  bool passes = cck_quantity_sign(r, at, "passed") || cck_quantity_sign(r, at, "passing");
  return passes && f->kind == CCK_FIGURE_NOUN && cck_decimal_cmp(f->min, cck_decimal_of(1000)) < 0;
}

/* "estimate the damage at $1 million": the verb stands before what is estimated. */
static bool is_estimated(const cck_quantity_reader *r, uint32_t at) {
  enum { REACH = 8 };
  if (!cck_quantity_sign(r, at - 1, "at") || cck_quantity_verbal(r, at - 2))
    return false;
  for (uint32_t back = 2; back <= REACH && at >= r->first + back; back++) {
    if (cck_slice_starts(cck_quantity_text(r, at - back), CCK_S("estimate")))
      return true;
    if (cck_quantity_token(r, at - back)->kind == CCK_TOKEN_SIGN || cck_quantity_number(r, at - back) ||
        cck_quantity_listed(r, at - back, CCK_LIST_CLAUSE) || cck_quantity_sign(r, at - back, "with") ||
        (cck_quantity_verbal(r, at - back) && !cck_quantity_capital(r, at - back) &&
         !cck_quantity_sign(r, at - back, "put"))) /* "estimates put the cost at" */
      return false;
  }
  return false;
}

/* Walks left over articles and fillers to a hedge. "around the 37m" is exact: "the" is no filler. */
static lead read_lead(const cck_quantity_reader *r, const cck_figure *f) {
  lead found = {.at = f->first};
  bool phrase = false;
  for (uint32_t at = f->first, turn = 0; turn < 4 && at > r->first; turn++, at--) {
    uint32_t length = bound_before(r, at, &found.bound);
    if (length && cck_quantity_sign(r, at - length, "up") && cck_quantity_has(r, at - length - 1, CCK_P_MOTION))
      return found; /* "went up to 40" */
    if (length && (is_span(r, f, at - length, length) || is_vote(r, f, at - length)))
      return found;
    if (length) {
      found.level = cck_quantity_sign(r, at - length + 1, "high") || cck_quantity_sign(r, at - length + 1, "low") ||
                    cck_quantity_sign(r, at - 1, "below") || cck_quantity_sign(r, at - 1, "above") ||
                    cck_quantity_sign(r, at - 1, "beyond");
      if (f->hyphen && cck_quantity_sign(r, at - length, "within") && cck_quantity_listed(r, f->past, CCK_LIST_AROUND))
        return found; /* "within a 15-mile radius" */
      if (is_negated(r, at - length))
        found.bound = turned(found.bound);
      found.has_bound = true;
      found.at = at - length;
      return found;
    }
    if (cck_quantity_sign(r, at - 1, "of") && cck_quantity_is(r, at - 2, CCK_Q_FILLER)) /* "by an average of 5%" */
      phrase = --at > r->first;
    if (!cck_quantity_is(r, at - 1, CCK_Q_FILLER) || cck_quantity_sign(r, at - 1, "by"))
      break;
    if (phrase)
      found.at = at - 1;
  }
  if (is_estimated(r, f->first)) {
    found.has_bound = true;
    found.bound = CCK_APPROX_ABOUT;
  }
  return found;
}

/* May a weak verb ("cut", "added") give this figure a direction? */
static bool is_rate(const cck_figure *f) {
  return cck_slice_is(f->unit, "percent") || cck_slice_is(f->unit, "fraction") ||
         cck_slice_is(f->unit, "percentage point") || cck_slice_is(f->unit, "basis point") ||
         cck_slice_is(f->unit, "point");
}

/* "by $50", "by about $50" */
static bool behind_by(const cck_quantity_reader *r, const cck_figure *f) {
  enum { HEDGE = 3 };
  for (uint32_t back = 1; back <= 1 + HEDGE && f->first >= r->first + back; back++)
    if (cck_quantity_sign(r, f->first - back, "by"))
      return true;
  return false;
}

/* "lost 20 kg", "loses 280 gigatonnes of ice" */
static bool is_weight(const cck_quantity_reader *r, const cck_figure *f, uint32_t verb) {
  const cck_unit *unit = f->kind == CCK_FIGURE_MEASURE ? cck_unit_find(r->units, f->unit) : NULL;
  return unit && cck_slice_is(unit->dimension, "mass") && cck_quantity_listed(r, verb, CCK_LIST_BY_WEIGHT);
}

static cck_change direction_of(const cck_quantity_reader *r, uint32_t at, const cck_figure *f, bool next) {
  const cck_quantity_word *word = cck_quantity_word_at(r, at);
  if (word->classes & CCK_Q_PARTICLE && (!next || is_phrasal(r, at)))
    return CCK_CHANGE_NONE;
  if (f->kind == CCK_FIGURE_NOUN && !is_rate(f) && word->parts & CCK_P_OBJECT && !cck_quantity_sign(r, at + 1, "by"))
    return CCK_CHANGE_NONE; /* "dropped 20 bombs" */
  if (cck_slice_starts(cck_quantity_text(r, at), CCK_S("los")) && cck_quantity_sign(r, at + 1, "by"))
    return CCK_CHANGE_NONE;                                                                 /* "they lost by 10 runs" */
  if (next && cck_quantity_sign(r, at, "off") && f->kind != CCK_FIGURE_NOUN && f->digits && /* ", off 0.24" */
      (cck_quantity_sign(r, at - 1, ",") || cck_quantity_has(r, at - 1, CCK_P_BE)))
    return CCK_CHANGE_DOWN;
  if (word->classes & CCK_Q_UP)
    return CCK_CHANGE_UP;
  if (word->classes & CCK_Q_DOWN)
    return CCK_CHANGE_DOWN;
  bool by = next && (cck_quantity_sign(r, at + 1, "by") || behind_by(r, f));
  if (!is_rate(f) && !by && !is_weight(r, f, at)) /* "was cut by $50" */
    return CCK_CHANGE_NONE;
  if (word->classes & CCK_Q_WEAK_UP)
    return CCK_CHANGE_UP;
  return word->classes & CCK_Q_WEAK_DOWN ? CCK_CHANGE_DOWN : CCK_CHANGE_NONE;
}

/* "a rise of 5%": the noun right before "of". "A gain of $3 million" is a profit. */
static cck_change noun_direction(const cck_quantity_reader *r, uint32_t at, const cck_figure *f) {
  bool profit =
      f->kind == CCK_FIGURE_MONEY && f->power > 0 && cck_slice_starts(cck_quantity_text(r, at - 1), CCK_S("gain"));
  return cck_quantity_sign(r, at, "of") && !profit ? direction_of(r, at - 1, f, false) : CCK_CHANGE_NONE;
}

/* What may stand in the object of "cut the price of fuel for ships by 5%". */
static bool joins_object(const cck_quantity_reader *r, uint32_t at) {
  return cck_quantity_listed(r, at, CCK_LIST_BEHIND_CHANGE);
}

/* "cut the risk of death by 27%", "grew in size by about 20 acres"; not "a rise that was backed by 20 members". */
static bool is_by_how_much(const cck_quantity_reader *r, const cck_figure *f, uint32_t by) {
  static const uint32_t directions = CCK_Q_UP | CCK_Q_DOWN | CCK_Q_WEAK_UP | CCK_Q_WEAK_DOWN;
  bool measured = is_rate(f) || f->kind == CCK_FIGURE_MONEY || f->kind == CCK_FIGURE_MEASURE;
  bool agent = cck_quantity_verbal(r, by - 1) && !cck_quantity_is(r, by - 1, directions) &&
               !cck_slice_ends(cck_quantity_text(r, by - 1), CCK_S("ly"));
  return cck_quantity_sign(r, by, "by") && measured && !agent;
}

/* The token before "a": "at a", "at an average annual", up to the figure or to its "rate of". */
static uint32_t before_article(const cck_quantity_reader *r, uint32_t at) {
  enum { REACH = 4 };
  for (uint32_t back = 0; back <= REACH && at > r->first + back && cck_quantity_plain_word(r, at - back); back++)
    if (cck_quantity_is(r, at - back, CCK_Q_ARTICLE | CCK_Q_DETERMINER))
      return at - back - 1;
  return r->first;
}

/* "grew at an average annual rate of 3%", "falling at a 3% annual pace": the verb that goes at this rate. */
static cck_change pace_direction(const cck_quantity_reader *r, uint32_t past, const cck_figure *f) {
  enum { REACH = 3 };
  if (!cck_slice_is(f->unit, "percent"))
    return CCK_CHANGE_NONE;
  uint32_t at = r->first;
  if (cck_quantity_sign(r, past - 1, "of") && cck_quantity_listed(r, past - 2, CCK_LIST_PACE))
    at = before_article(r, past - 3);
  else if (cck_quantity_is(r, past - 1, CCK_Q_ARTICLE))
    for (uint32_t i = f->past; i < f->past + REACH && cck_quantity_plain_word(r, i) && at == r->first; i++)
      at = cck_quantity_listed(r, i, CCK_LIST_PACE) ? past - 2 : r->first;
  if (at <= r->first || !cck_quantity_sign(r, at, "at"))
    return CCK_CHANGE_NONE;
  return direction_of(r, at - 1, f, true);
}

/* A verb of direction within four words in front of the figure. */
static cck_change read_direction(const cck_quantity_reader *r, uint32_t past, const cck_figure *f) {
  cck_change of = noun_direction(r, past - 1, f);
  if (of == CCK_CHANGE_NONE)
    of = pace_direction(r, past, f);
  if (of != CCK_CHANGE_NONE)
    return of;
  if (cck_quantity_is(r, past - 1, CCK_Q_STOP) && !cck_quantity_sign(r, past - 1, "by") &&
      !cck_quantity_sign(r, past - 1, "off") &&
      !(cck_quantity_is(r, past - 1, CCK_Q_FILLER) && !cck_quantity_is(r, past - 1, CCK_Q_ARTICLE)) &&
      !cck_quantity_is(r, past - 1, CCK_Q_UP | CCK_Q_DOWN | CCK_Q_WEAK_UP | CCK_Q_WEAK_DOWN))
    return CCK_CHANGE_NONE; /* "the steepest rise in 14 months" */
  enum { REACH = 4, REACH_BY = 12 };
  past += cck_quantity_sign(r, past, "by") ? 1u : 0u; /* the hedge is "by about" */
  bool by = is_by_how_much(r, f, past - 1);
  past -= by && cck_quantity_sign(r, past - 2, ",") ? 1u : 0u; /* "also fell, by 3%" */
  for (uint32_t back = 1; back <= (by ? REACH_BY : REACH); back++) {
    uint32_t at = past - back;
    if (at < r->first || at >= r->past ||
        (cck_quantity_token(r, at)->kind == CCK_TOKEN_SIGN && !(by && (at + 1 == past || cck_quantity_hyphen(r, at)))))
      return CCK_CHANGE_NONE;
    cck_change found = direction_of(r, at, f, back == 1 || by || (back == 2 && cck_quantity_sign(r, at + 1, "by")));
    if (found != CCK_CHANGE_NONE)
      return found;
    bool when = by && cck_quantity_dated(r, at); /* "fell in 1986 by 4%" */
    if ((cck_quantity_is(r, at, CCK_Q_BARRIER) && !(by && joins_object(r, at))) ||
        (cck_quantity_number(r, at) && !when))
      return CCK_CHANGE_NONE;
  }
  return CCK_CHANGE_NONE;
}

/* "the river fell 2 metres"; people and stones that do fall down a way. */
static bool falls_down(const cck_quantity_reader *r, uint32_t verb) {
  enum { REACH = 4 };
  for (uint32_t back = 1; back <= REACH; back++)
    if (cck_quantity_listed(r, verb - back, CCK_LIST_WATERS))
      return false;
  return cck_quantity_is(r, verb, CCK_Q_DOWN) && !cck_quantity_is(r, verb, CCK_Q_PARTICLE);
}

/* Can the figure tell a change? Not a way gone ("gained 20 yards", but "the river rose 2 metres") or a time ("the
 * biggest rise in 18 months"). */
static bool is_delta(const cck_quantity_reader *r, const cck_figure *f, uint32_t at) {
  const cck_unit *unit = f->kind == CCK_FIGURE_MEASURE ? cck_unit_find(r->units, f->unit) : NULL;
  bool by = cck_quantity_sign(r, at - 1, "by");
  bool level = cck_quantity_is(r, at - 1, CCK_Q_UP | CCK_Q_DOWN) && !cck_quantity_has(r, at - 1, CCK_P_OBJECT) &&
               !falls_down(r, at - 1);
  if (unit && !by && !level && cck_slice_is(unit->dimension, "length"))
    return false;
  if (unit && !by && (cck_slice_is(unit->dimension, "duration") || cck_slice_is(unit->dimension, "age")))
    return false;
  bool moved = cck_quantity_is(r, at - 1, CCK_Q_UP | CCK_Q_DOWN) && !cck_quantity_is(r, at - 1, CCK_Q_PARTICLE) &&
               cck_quantity_sign(r, f->past, "to"); /* "fell 5 to 286" */
  return by || moved || f->kind != CCK_FIGURE_BARE || f->grouped || f->power;
}

/* A conversion in brackets, or the same again behind "or", takes what was found for the figure before it. */
static bool restates(const cck_quantity_reader *r, const cck_figure *a, const cck_figure *b) {
  if (a->dropped || b->kind == CCK_FIGURE_BARE || a->kind == CCK_FIGURE_BARE)
    return false;
  if (a->past + 1 == b->first && cck_quantity_sign(r, a->past, "("))
    return b->kind != CCK_FIGURE_MONEY && !cck_slice_eq(a->unit, b->unit); /* not "down 5 points a game (5.8 a game)" */
  uint32_t joint = a->past + (cck_quantity_sign(r, a->past, ",") ? 1u : 0u); /* "lost 1.7% or 25 points" */
  return joint + 1 == b->first && cck_quantity_sign(r, joint, "or") && a->change != CCK_CHANGE_NONE && is_rate(b);
}

/* "9 pct below", "2 pct higher": set against something else than the figure before. */
static bool is_compared(const cck_quantity_reader *r, const cck_figure *f) {
  return cck_quantity_listed(r, f->past, CCK_LIST_COMPARED);
}

/* Could the token between two figures begin something else than a second figure of the same change? */
static bool breaks_list(const cck_quantity_reader *r, uint32_t at) {
  static const uint32_t other = CCK_Q_UP | CCK_Q_DOWN | CCK_Q_WEAK_UP | CCK_Q_WEAK_DOWN | CCK_Q_VERB;
  if (cck_quantity_sign(r, at, ",") || cck_quantity_sign(r, at, "and") || cck_quantity_sign(r, at, "or") ||
      cck_quantity_dated(r, at))
    return false;
  const cck_token *token = cck_quantity_token(r, at);
  if (cck_slice_ends(cck_quantity_text(r, at), CCK_S("ly")))
    return false; /* "rose $20 million sequentially and 3% in a year" */
  return token->kind != CCK_TOKEN_WORD || cck_quantity_is(r, at, other) || cck_quantity_has(r, at, CCK_P_BE) ||
         (cck_quantity_verbal(r, at) && !cck_quantity_capital(r, at));
}

/* "rose 2% against the euro and 5% against the yen", "up 3%, 4% and 6%": the verb stands once. */
static bool continues(const cck_quantity_reader *r, const cck_figure *a, const cck_figure *b, uint32_t at_lead) {
  enum { REACH = 12 };
  if (a->dropped || a->change == CCK_CHANGE_NONE || !is_rate(b) ||
      !(cck_slice_eq(a->unit, b->unit) || cck_slice_is(b->unit, "percent")) || at_lead <= a->past ||
      at_lead - a->past > REACH || is_compared(r, b) || cck_quantity_listed(r, at_lead - 1, CCK_LIST_OWN))
    return false;
  bool joined = false;
  bool same = cck_slice_eq(a->unit, b->unit);
  if (cck_slice_ends(cck_quantity_text(r, at_lead), CCK_S("ing"))) /* "and a rate exceeding 20%" */
    return false;
  for (uint32_t at = a->past; at < at_lead; at++) {
    joined = joined || (same && cck_quantity_sign(r, at, ",")) || cck_quantity_sign(r, at, "and") ||
             cck_quantity_sign(r, at, "or");
    if (breaks_list(r, at))
      return false;
  }
  return joined;
}

cck_change cck_quantity_direction(const cck_quantity_reader *r, const cck_figure *f) {
  return read_direction(r, read_lead(r, f).at, f);
}

/* "edged 0.2% higher", "moved 3 points lower": a verb of motion in front, the direction behind. */
static cck_change direction_behind(const cck_quantity_reader *r, const cck_figure *f, uint32_t at) {
  if (!cck_quantity_has(r, at - 1, CCK_P_MOTION) || !cck_quantity_is(r, f->past, CCK_Q_PARTICLE))
    return CCK_CHANGE_NONE;
  return cck_quantity_is(r, f->past, CCK_Q_UP) ? CCK_CHANGE_UP : CCK_CHANGE_DOWN;
}

/* A plus glued to the digits, and to nothing in front. */
static bool has_plus(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t sign = f->number_first - (cck_quantity_sign(r, f->number_first, "+") ? 0u : 1u);
  return f->digits && cck_quantity_sign(r, sign, "+") && cck_quantity_glued(r, sign + 1) &&
         (!cck_quantity_glued(r, sign) || cck_quantity_sign(r, sign - 1, "("));
}

static void read_change(cck_quantity_reader *r, cck_figure *f, const cck_figure *before) {
  lead found = read_lead(r, f);
  bool led = cck_quantity_is(r, found.at - 1, CCK_Q_BETWEEN) ||
             cck_quantity_sign(r, f->first - 1, "from"); /* "starting from 450 up to 900" */
  bool between = f->range && !f->vague && led;
  cck_change change =
      between || found.level || !is_delta(r, f, found.at) ? CCK_CHANGE_NONE : read_direction(r, found.at, f);
  if (change == CCK_CHANGE_NONE && !between && before && continues(r, before, f, found.at))
    change = before->change;
  bool from = cck_quantity_sign(r, f->past + 1, "from"); /* "stood at 57%, up from 54%" */
  bool at =
      cck_quantity_sign(r, f->past + 1, "at") && f->kind == CCK_FIGURE_MONEY; /* "ended four cents down at 1.15" */
  bool other = cck_quantity_number(r, f->past + 1); /* "16,369.03 up 58 points": the direction of what follows */
  if (change == CCK_CHANGE_NONE && (is_rate(f) || at) && !f->hyphen && !from && !other) /* "0.5% up at 7,300" */
    change = cck_quantity_sign(r, f->past, "up")     ? CCK_CHANGE_UP
             : cck_quantity_sign(r, f->past, "down") ? CCK_CHANGE_DOWN
                                                     : CCK_CHANGE_NONE;
  if (f->fold && f->change != CCK_CHANGE_NONE)
    change = f->change;                                          /* "doubled" says it itself */
  if (change == CCK_CHANGE_NONE && is_rate(f) && has_plus(r, f)) /* "Dow +0.2%" */
    change = CCK_CHANGE_UP;
  if (change == CCK_CHANGE_NONE && !f->hyphen)
    change = direction_behind(r, f, found.at);
  if (change != CCK_CHANGE_NONE) {
    f->change = change;
  } else if (found.has_bound && !(between && found.bound != CCK_APPROX_ABOUT)) { /* "from as little as 5 to 20" */
    bool open = f->approx == CCK_APPROX_AT_LEAST || f->approx == CCK_APPROX_AT_MOST;
    if (found.bound != CCK_APPROX_ABOUT || !open) /* "about 500 or more" */
      f->approx = found.bound;
  } else if (before && f->approx == CCK_APPROX_EXACT && restates(r, before, f)) {
    f->change = before->change;
    f->approx = before->approx;
  }
  if (change != CCK_CHANGE_NONE && found.has_bound)
    f->approx = found.bound;
}

static bool opens_up(const cck_figure *f) { return f->approx == CCK_APPROX_OVER || f->approx == CCK_APPROX_AT_LEAST; }

static bool opens_down(const cck_figure *f) { return f->approx == CCK_APPROX_UNDER || f->approx == CCK_APPROX_AT_MOST; }

/* "more than 10 and less than 40 tonnes", "at least 5 but no more than 9": the two ends of one range. */
static bool join_bounds(cck_quantity_reader *r, cck_figure *a, cck_figure *b) {
  if (a->range || b->range || a->change != b->change ||
      !((opens_up(a) && opens_down(b)) || (opens_down(a) && opens_up(b))))
    return false;
  cck_figure *low = opens_up(a) ? a : b;
  cck_figure *high = low == a ? b : a;
  bool same = a->kind == CCK_FIGURE_BARE || b->kind == CCK_FIGURE_BARE || cck_slice_eq(a->unit, b->unit);
  uint32_t joint = a->past + (cck_quantity_sign(r, a->past, ",") ? 1u : 0u);
  if (!same || !(cck_quantity_sign(r, joint, "and") || cck_quantity_sign(r, joint, "but")) ||
      read_lead(r, b).at != joint + 1 || cck_decimal_cmp(low->min, high->max) >= 0)
    return false;
  cck_decimal max = high->max;
  a->min = low->min;
  a->max = max;
  if (a->kind == CCK_FIGURE_BARE) {
    cck_figure_take_unit(a, b);
    a->noun_first = b->noun_first;
    a->noun_past = b->noun_past;
  }
  a->past = b->past;
  a->number_past = b->number_past;
  a->range = true;
  a->approx = CCK_APPROX_EXACT; /* of the range */
  b->dropped = true;
  return true;
}

static cck_day moved(cck_day day, int64_t count, cck_slice unit, int direction) {
  int n = (int)count * direction;
  if (cck_slice_is(unit, "year"))
    return cck_add_months(day, n * 12);
  if (cck_slice_is(unit, "decade"))
    return cck_add_months(day, n * 120);
  if (cck_slice_is(unit, "century"))
    return cck_add_months(day, n * 1200);
  if (cck_slice_is(unit, "month"))
    return cck_add_months(day, n);
  if (cck_slice_is(unit, "quarter"))
    return cck_add_months(day, n * 3);
  if (cck_slice_is(unit, "week"))
    return day + n * 7;
  return day + n;
}

/* Days between the first and the last day that the calendar holds. */
static bool in_calendar(cck_day day) {
  return day >= cck_day_of(CCK_YEAR_MIN, 1, 1) && day <= cck_day_of(CCK_YEAR_MAX, 12, 31);
}

/* "over the next five years", "in the past 12 years": the interval, from publication. */
static void read_during(cck_quantity_reader *r, cck_figure *f) {
  static const char *const units[] = {"year", "decade", "century", "month", "quarter", "week", "day"};
  int64_t count;
  bool known = false;
  enum { LONGEST_COUNT = 5000 }; /* of days or longer: more leads out of the calendar, or is no plan */
  bool next = cck_quantity_has(r, f->first - 1, CCK_P_NEXT);
  bool last = cck_quantity_has(r, f->first - 1, CCK_P_LAST);
  if (!next && !last)
    return;
  for (size_t i = 0; i < sizeof units / sizeof *units; i++)
    known = known || cck_slice_is(f->unit, units[i]);
  if (!known)
    return;
  f->planned_hint = next;
  cck_period published = r->context->published;
  if (!cck_period_is_known(published) || !cck_decimal_to_int(f->max, &count) || count < 1 || count > LONGEST_COUNT)
    return;
  cck_period during = next ? (cck_period){published.min, moved(published.max, count, f->unit, 1)}
                           : (cck_period){moved(published.min, count, f->unit, -1), published.max};
  if (in_calendar(during.min) && in_calendar(during.max))
    f->during = during;
}

void cck_quantity_changes(cck_quantity_reader *r) {
  cck_figure *before = NULL;
  for (size_t i = 0; i < r->figures.count; i++) {
    cck_figure *f = &r->figures.items[i];
    if (f->dropped)
      continue;
    read_change(r, f, before);
    read_during(r, f);
    if (!before || !join_bounds(r, before, f))
      before = f;
  }
}
