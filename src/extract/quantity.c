#include "extract/never.h"
#include "extract/quantity_number.h"

const cck_token cck_quantity_outside = {.kind = CCK_TOKEN_SIGN, .flags = CCK_TOKEN_SPACE, .word = 1};

bool cck_quantity_says(const cck_quantity_reader *r, uint32_t at, const char *sign) {
  return cck_slice_eq_nocase(cck_token_text(r->text, &r->tokens[at]), cck_slice_of(sign));
}

bool cck_quantity_sign_joins(const cck_quantity_reader *r, uint32_t at) {
  return cck_token_is_dash(r->text, &r->tokens[at]) && cck_quantity_glued(r, at) && cck_quantity_glued(r, at + 1);
}

bool cck_quantity_loose_hyphen(const cck_quantity_reader *r, uint32_t at) {
  return cck_quantity_sign(r, at, "-") && !cck_quantity_glued(r, at) && !cck_quantity_glued(r, at + 1) &&
         cck_quantity_plain_word(r, at + 1);
}

bool cck_quantity_vaguely_dated(const cck_quantity_reader *r, uint32_t at) {
  return at >= r->first && at < r->past && r->dated[at - r->first] == 2;
}

bool cck_quantity_capital(const cck_quantity_reader *r, uint32_t at) {
  const cck_token *token = cck_quantity_token(r, at);
  if (token->kind != CCK_TOKEN_WORD)
    return false;
  cck_slice word = cck_token_text(r->text, token);
  bool inner = word.len > 1 && cck_is_lower(word.ptr[0]) && cck_is_upper(word.ptr[1]);
  return inner || (token->flags & CCK_TOKEN_CAPITAL);
}

static void look_up_words(cck_quantity_reader *r) {
  uint32_t count = r->past - r->first;
  r->word_of = cck_arena_alloc(r->arena, (count + 1) * sizeof *r->word_of);
  for (uint32_t i = 0; i < count; i++) {
    const cck_quantity_word *word = cck_quantity_word_of(r->words, &r->tokens[r->first + i]);
    r->word_of[i] = word;
    r->all_parts |= word->parts;
    r->all_lists |= word->lists;
  }
  r->word_of[count] = &r->words->words.items[0];
}

static const uint8_t *mark_dates(const cck_quantity_reader *r, const cck_mentions *dates) {
  uint8_t *dated = cck_arena_alloc(r->arena, r->past - r->first + 1);
  for (size_t i = 0; dates && i < dates->count; i++) {
    const cck_mention *date = &dates->items[i];
    uint8_t how = cck_period_is_none(date->date.days) && date->date.valid ? 2 : 1;
    for (uint32_t at = date->first < r->first ? r->first : date->first; at < date->past && at < r->past; at++)
      dated[at - r->first] = how;
  }
  return dated;
}

/* In a headline most of the longer words are capitalised; some texts have no capitals at all. A few words tell. */
static void look_at_capitals(cck_quantity_reader *r) {
  enum { MOST_WORDS = 64, FEWEST_WORDS = 4, FEWEST_CAPS = 2, FEWEST_LOWER = 3, LONG_BYTES = 4 };
  unsigned caps = 0;
  unsigned words = 0;
  unsigned capitals = 0;
  bool any = false;
  for (uint32_t at = r->first; at < r->past && words < MOST_WORDS; at++) {
    const cck_token *token = &r->tokens[at];
    any = any || (token->kind == CCK_TOKEN_WORD && cck_quantity_capital(r, at));
    if (token->kind != CCK_TOKEN_WORD || token->end - token->start < LONG_BYTES)
      continue;
    words++;
    capitals += (token->flags & CCK_TOKEN_CAPITAL) != 0;
    caps += (token->flags & CCK_TOKEN_CAPS) != 0;
  }
  r->headline = (words >= FEWEST_WORDS && capitals * 4 >= words * 3) || (words >= FEWEST_CAPS && caps == words);
  r->lower = words >= FEWEST_LOWER && !any;
}

/* Of a token in a sentence whose words are not looked up yet. */
static uint32_t classes_of(const cck_quantity_reader *r, uint32_t at) {
  return cck_quantity_word_of(r->words, cck_quantity_token(r, at))->classes;
}

/* "a million", "a dozen of", "a third", "a half-mile", "a year and a half": can what stands behind an article count? */
static bool is_counting_article(const cck_quantity_reader *r, uint32_t article) {
  static const uint32_t counts = CCK_Q_SCALE | CCK_Q_DOZEN | CCK_Q_COUPLE | CCK_Q_DENOMINATOR;
  return (classes_of(r, article + 1) & counts) || cck_quantity_sign(r, article + 2, "and");
}

/* "-5", ".5", and signs that are no ASCII: "−5", "½". */
static bool is_number_sign(const cck_quantity_reader *r, uint32_t at) {
  char first = r->text.ptr[r->tokens[at].start];
  if (first == '-' || first == '.')
    return cck_quantity_number(r, at + 1) || (first == '-' && (classes_of(r, at + 1) & CCK_Q_NUMBER_WORD));
  return (unsigned char)first >= 0x80;
}

/* Could a figure begin here? */
static bool can_begin(const cck_quantity_reader *r, uint32_t at) {
  const cck_token *token = &r->tokens[at];
  if (token->kind == CCK_TOKEN_NUMBER)
    return true;
  if (token->kind == CCK_TOKEN_SIGN)
    return is_number_sign(r, at);
  const cck_quantity_word *word = cck_quantity_word_of(r->words, token);
  return word->classes & CCK_Q_ARTICLE ? is_counting_article(r, at) : cck_quantity_word_may_begin(word, token);
}

/* "c $ 1.34", "R $ 20": where all signs stand apart, the letter in front of the dollar sign belongs to it. */
static void take_letter(const cck_quantity_reader *r, cck_figure *f) {
  static const struct { const char *letter, *unit; } rows[] = {{"c", "CAD"}, {"r", "BRL"}};
  uint32_t letter = f->first - 1;
  bool apart = cck_quantity_sign(r, f->first, "$") && !cck_quantity_glued(r, f->first) &&
               !cck_quantity_glued(r, f->first + 1) && !cck_quantity_hyphen(r, letter - 1);
  for (size_t i = 0; apart && i < sizeof rows / sizeof *rows; i++)
    if (cck_quantity_sign(r, letter, rows[i].letter)) {
      f->unit = cck_slice_of(rows[i].unit);
      f->first = f->number_first = letter;
    }
}

/* "a loss of -$5 million": a minus glued to the mark, and to nothing in front. */
static void take_sign(const cck_quantity_reader *r, cck_figure *f) {
  uint32_t sign = f->first - 1;
  bool minus = f->first > r->first && (cck_quantity_sign(r, sign, "-") || cck_quantity_sign(r, sign, "−"));
  bool apart = !cck_quantity_glued(r, sign) || cck_quantity_sign(r, sign - 1, "(");
  const cck_figure *last = r->figures.count ? &r->figures.items[r->figures.count - 1] : NULL;
  if ((last && last->past == sign) || cck_quantity_number(r, sign - 1)) /* "costs $10 -$15" */
    return;
  if (!minus || !apart || !cck_quantity_glued(r, f->first) || cck_decimal_cmp(f->min, cck_decimal_of(0)) < 0)
    return;
  cck_decimal low = cck_decimal_negate(f->max);
  f->max = cck_decimal_negate(f->min);
  f->min = low;
  f->first = f->number_first = sign;
}

/* "R100m", "N1,500": thousands or more that touch their mark. A sign may stand apart: "# 8.4bn". */
static bool is_sum(const cck_quantity_reader *r, const cck_figure *f, uint32_t number) {
  enum { THOUSAND = 1000, MILLIONS = 6 };
  bool sign = cck_quantity_token(r, number - 1)->kind == CCK_TOKEN_SIGN;
  if (sign)
    return f->digits && f->power >= MILLIONS && !cck_quantity_plural(r, f->number_past); /* not "# 8 million fans" */
  uint32_t before = number - 2;
  bool named = f->power < MILLIONS && (cck_quantity_capital(r, before) || cck_quantity_is(r, before, CCK_Q_NAMING) ||
                                       cck_quantity_dash(r, before)); /* "the BMW R1,200" */
  if (named)
    return false;
  return cck_quantity_glued(r, number) && f->digits &&
         (f->power >= MILLIONS || (f->grouped && cck_decimal_cmp(f->max, cck_decimal_of(THOUSAND)) >= 0));
}

/* A figure behind a mark of money: "US$ 2.3 billion". */
static bool read_money(const cck_quantity_reader *r, uint32_t at, cck_figure *f) {
  const cck_unit_alias *alias;
  int power = 0;
  uint32_t length = cck_quantity_mark(r, at, &alias);
  if (length == 0 && cck_quantity_scaled_code(r, at, &alias, &power))
    length = 1;
  if (length == 0 || (cck_quantity_plain_word(r, at) && cck_quantity_glued(r, at) && !cck_quantity_dash(r, at - 1) &&
                      cck_quantity_plain_word(r, at - 1)))
    return false;
  uint32_t number = at + length;
  if (!cck_quantity_number(r, number) && !cck_quantity_sign(r, number, ".") && !cck_quantity_dash(r, number))
    return false;
  if (!cck_number_read(r, number, true, f) || f->share || (power && (f->power || !cck_number_scale(f, power))) ||
      (alias->how & CCK_UNIT_SUM && !is_sum(r, f, number)))
    return false;
  f->first = f->number_first = at;
  f->kind = CCK_FIGURE_MONEY;
  f->alias = alias;
  f->unit = r->units->units.items[alias->unit].name;
  take_letter(r, f);
  take_sign(r, f);
  return true;
}

/* A word as long as "MEUR", right in front of a number. */
static inline bool may_be_scaled_code(const cck_quantity_reader *r, uint32_t at) {
  enum { LENGTH = 4 };
  return r->tokens[at].end - r->tokens[at].start == LENGTH && at + 1 < r->past &&
         r->tokens[at + 1].kind == CCK_TOKEN_NUMBER && r->tokens[at].kind == CCK_TOKEN_WORD;
}

static bool is_mark(const cck_quantity_reader *r, uint32_t at) {
  const cck_unit_alias *alias;
  return cck_quantity_mark(r, at, &alias) > 0;
}

/* Could a figure or a mark begin here? Most words say no themselves. */
static inline bool may_begin(const cck_quantity_reader *r, uint32_t at) {
  bool never = r->tokens[at].never & CCK_NEVER_FIGURE;
  if (never && r->tokens[at].kind == CCK_TOKEN_WORD)
    return false;
  return can_begin(r, at) || (!never && is_mark(r, at));
}

/* The first token from `at` on at which a figure or a mark could begin. */
static uint32_t next_begin(const cck_quantity_reader *r, uint32_t at) {
  while (at < r->past && !may_begin(r, at) && !may_be_scaled_code(r, at))
    at++;
  return at;
}

/* Reads the figure that begins at `at`; the token to go on from. */
static uint32_t read_figure(cck_quantity_reader *r, uint32_t at) {
  cck_figure f;
  bool found = read_money(r, at, &f) || (can_begin(r, at) && cck_number_read(r, at, false, &f));
  if (!found)
    return at + 1;
  cck_quantity_unit(r, &f);
  const char *why = cck_quantity_guard(r, &f);
  if (why) {
    cck_quantity_reject(r, &f, why);
    r->rejected_past = f.number_past;
    return f.number_past;
  }
  CCK_PUSH(r->arena, &r->figures, f);
  return f.past > f.number_past ? f.past : f.number_past;
}

static cck_value value_of(const cck_figure *f) {
  cck_value value = {true, true, f->min, f->max, f->unit, f->approx, f->change};
  bool range = f->range && cck_decimal_cmp(f->min, f->max) != 0; /* "between 5 and 5" is 5 */
  if (range && f->approx == CCK_APPROX_EXACT)
    value.approx = CCK_APPROX_RANGE;
  if (range)
    return value;
  if (f->approx == CCK_APPROX_OVER || f->approx == CCK_APPROX_AT_LEAST)
    value.has_max = false;
  if (f->approx == CCK_APPROX_UNDER || f->approx == CCK_APPROX_AT_MOST)
    value.has_min = false;
  return value;
}

static void fill_mention(const cck_figure *f, cck_mention *m) {
  *m = (cck_mention){.kind = f->malformed ? CCK_CLAIM_MALFORMED : CCK_CLAIM_QUANTITY,
                     .first = f->first,
                     .past = f->malformed && f->kind == CCK_FIGURE_NOUN ? f->number_past : f->past,
                     .number_first = f->number_first,
                     .number_past = f->number_past,
                     .noun_first = f->noun_first,
                     .noun_past = f->noun_past,
                     .noun = f->noun,
                     .strong = f->strong,
                     .basis = CCK_BASIS_NONE,
                     .during = f->during,
                     .planned_hint = f->planned_hint};
  m->date.days = CCK_NO_PERIOD;
  if (!f->malformed)
    m->value = value_of(f);
}

/* Into the order of the text: some figures are refused only when all are read. */
static void sort_rejections(cck_rejections *rejected, size_t from) {
  for (size_t i = from + 1; i < rejected->count; i++)
    for (size_t j = i; j > from && rejected->items[j].start < rejected->items[j - 1].start; j--) {
      cck_rejection swapped = rejected->items[j];
      rejected->items[j] = rejected->items[j - 1];
      rejected->items[j - 1] = swapped;
    }
}

void cck_read_quantities(cck_context *context, const cck_sentence *sentence, const cck_mentions *dates,
                         cck_mentions *out, cck_rejections *rejected) {
  cck_quantity_reader r = {.context = context,
                           .words = context->vocabulary->quantities,
                           .units = context->units,
                           .arena = context->arena,
                           .text = context->doc->text,
                           .tokens = context->doc->tokens.items,
                           .first = sentence->first,
                           .past = sentence->past,
                           .rejected = rejected};
  uint32_t at = next_begin(&r, r.first);
  if (at == r.past) /* a sentence without any figure */
    return;
  r.figures.items = context->figure_room;
  r.figures.capacity = context->figure_capacity;
  size_t refused = rejected ? rejected->count : 0;
  look_up_words(&r);
  r.dated = mark_dates(&r, dates);
  look_at_capitals(&r);
  for (; at < r.past; at = next_begin(&r, at))
    at = read_figure(&r, at);
  cck_quantity_ranges(&r);
  cck_quantity_inherit(&r);
  cck_quantity_changes(&r);
  if (rejected)
    sort_rejections(rejected, refused);
  for (size_t i = 0; i < r.figures.count; i++)
    if (!r.figures.items[i].dropped)
      fill_mention(&r.figures.items[i], CCK_ADD(context->arena, out));
  context->figure_room = r.figures.items;
  context->figure_capacity = r.figures.capacity;
}
