#include "rule/expect.h"

#include "model/literal.h"
#include "base/hint.h"
#include "rule/kinds.h"
#include "rule/words.h"

/* A value that is being read. */
typedef struct reader {
  cck_binder *b;
  const cck_field *field;
  cck_expect *out;
} reader;

/* --- parts of a value --- */

static bool expected(const reader *r, cck_slice at, const char *what, const char *example) {
  if (at.len)
    cck_bind_fault(r->b, r->field, at, "expected %s, as '%s', instead of '%s'", what, example,
                   cck_shown(&r->b->report, at));
  else
    cck_bind_fault(r->b, r->field, at, "expected %s, as '%s'", what, example);
  return false;
}

static bool nothing_more(const reader *r, cck_slice rest) {
  if (rest.len)
    cck_bind_fault(r->b, r->field, rest, "'%s' is not expected here", cck_shown(&r->b->report, rest));
  return rest.len == 0;
}

static bool span_unit(cck_slice word, cck_duration *out) {
  static const struct {
    const char *one, *several;
    unsigned unit;
  } units[] = {{"hour", "hours", CCK_SPAN_HOUR},
               {"day", "days", CCK_SPAN_DAY},
               {"week", "weeks", CCK_SPAN_WEEK},
               {"month", "months", CCK_SPAN_MONTH},
               {"year", "years", CCK_SPAN_YEAR}};
  for (size_t i = 0; i < sizeof units / sizeof *units; i++)
    if (cck_slice_is(word, units[i].one) || cck_slice_is(word, units[i].several)) {
      out->unit = units[i].unit;
      return true;
    }
  return false;
}

/* [number] unit: "3 days", "month". */
static bool read_duration(cck_slice text, cck_duration *out) {
  cck_duration d = {.given = true, .number = cck_decimal_of(1)};
  cck_slice rest = text;
  cck_slice word = cck_words_next(&rest);
  if (word.len && cck_is_digit(word.ptr[0])) {
    if (!cck_literal_number(word, &d.number))
      return false;
    word = cck_words_next(&rest);
  }
  if (rest.len || !span_unit(word, &d))
    return false;
  *out = d;
  return true;
}

static bool need_duration(const reader *r, cck_slice text, cck_duration *out) {
  return read_duration(text, out) || expected(r, text, "a span of time", "12 months");
}

/*
 * What stands behind an amount's number is a unit of the table or a noun that the writer
 * counts. What cannot be a noun is an error: the expectation would silently never hold or fail.
 */
static bool check_noun(const reader *r, cck_slice noun) {
  static const char *const never[] = {"of", "by", "per", "and", "in", "times", "within"};
  cck_slice rest = noun;
  cck_slice first = cck_words_next(&rest);
  bool good = true;
  if (noun.len == 0 || cck_unit_find(r->b->rules->units, noun))
    return true;
  for (size_t i = 0; i < sizeof never / sizeof *never; i++)
    good = good && !cck_slice_is(first, never[i]);
  for (size_t i = 0; i < noun.len; i++) {
    char c = noun.ptr[i];
    good = good && ((unsigned char)c >= 0x80 || cck_is_alpha(c) || (i > 0 && (c == ' ' || c == '-' || c == '\'')));
  }
  return good || expected(r, noun, "a unit or a counted noun", "km");
}

/* Fixed words at the end of a tolerance, misspelt: they would be taken for a counted noun. */
static bool check_end(const reader *r, cck_slice text) {
  static const char *const ends[][2] = {
      {"across", "across sources"}, {"during", "during DUR"}, {"in", "in one article"}};
  for (cck_slice rest = text; rest.len;) {
    cck_slice at = rest;
    cck_slice word = cck_words_next(&rest);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
      unsigned slips = cck_slice_of(ends[i][0]).len > 3;
      if (cck_hint_distance(word, cck_slice_of(ends[i][0]), slips + 1) > slips)
        continue;
      cck_bind_fault(r->b, r->field, at, "'%s' is not understood here; did you mean '%s'?",
                     cck_shown(&r->b->report, at), ends[i][1]);
      return false;
    }
  }
  return true;
}

/* Percent, duration, amount or "rounding", tried in that order. */
static bool need_tolerance(const reader *r, cck_slice text) {
  cck_tolerance *t = &r->out->tolerance;
  t->text = text;
  if (cck_literal_percent(text, &t->amount))
    t->kind = CCK_TOLERANCE_PERCENT;
  else if (read_duration(text, &t->duration))
    t->kind = CCK_TOLERANCE_DURATION;
  else if (cck_literal_amount(r->b->rules->units, text, &t->amount, &t->unit))
    t->kind = CCK_TOLERANCE_AMOUNT;
  else if (cck_slice_is(text, "rounding"))
    t->kind = CCK_TOLERANCE_ROUNDING;
  else
    return expected(r, text, "a tolerance (a percentage, a span of time, an amount or 'rounding')", "15%");
  return t->kind != CCK_TOLERANCE_AMOUNT || check_noun(r, t->unit);
}

/* percent ["of" table] | amount */
static bool need_limit(const reader *r, cck_slice text, cck_limit *out) {
  cck_slice percent, table;
  out->text = text;
  if (cck_words_split(text, "of", &percent, &table) && cck_literal_percent(percent, &out->amount)) {
    out->kind = CCK_LIMIT_TABLE;
    out->table = cck_bind_table(r->b, r->field, table);
    return out->table != UINT32_MAX;
  }
  out->kind = CCK_LIMIT_AMOUNT;
  if (cck_literal_percent(text, &out->amount)) {
    out->unit = CCK_S("percent");
    return true;
  }
  if (!cck_literal_amount(r->b->rules->units, text, &out->amount, &out->unit))
    return expected(r, text, "a limit (an amount, or a percentage of a table)", "100% of gdp");
  return check_noun(r, out->unit);
}

static const struct {
  const char *word;
  cck_moment_kind kind;
} moments[] = {{"publication", CCK_MOMENT_PUBLICATION}, {"start", CCK_MOMENT_START}, {"end", CCK_MOMENT_END}};

enum { MOMENTS = sizeof moments / sizeof *moments };

static bool unknown_moment(const reader *r, cck_slice text) {
  const cck_intern *measures = &r->b->syntax->ids[CCK_DECL_measure];
  cck_hint hint;
  cck_hint_init(&hint, text);
  for (size_t i = 0; i < MOMENTS; i++)
    cck_hint_try(&hint, cck_slice_of(moments[i].word));
  for (size_t i = 0; i < measures->texts.count; i++)
    cck_hint_try(&hint, measures->texts.items[i]);
  if (text.len == 0)
    return expected(r, text, "a moment (a measure of kind date, publication, start or end)", "publication");
  cck_bind_fault(r->b, r->field, text, "unknown moment '%s'%s", cck_shown(&r->b->report, text),
                 cck_hint_text(&hint, r->b->arena));
  return false;
}

static bool need_moment(const reader *r, cck_slice text, cck_moment *out) {
  for (size_t i = 0; i < MOMENTS; i++)
    if (cck_slice_is(text, moments[i].word)) {
      out->kind = moments[i].kind;
      return true;
    }
  out->kind = CCK_MOMENT_MEASURE;
  if (cck_intern_find(&r->b->syntax->ids[CCK_DECL_measure], text) == CCK_INTERN_NONE)
    return unknown_moment(r, text);
  out->measure = cck_bind_measure(r->b, r->field, text);
  if (out->measure == CCK_LEXICON_NONE)
    return false;
  const cck_measure *measure = &r->b->rules->lexicon->measures.items[out->measure];
  if (measure->kind == CCK_MEASURE_DATE)
    return true;
  cck_bind_fault(r->b, r->field, text, "measure '%s' is of kind %s; a moment is a measure of kind date",
                 cck_shown(&r->b->report, text), cck_shown(&r->b->report, measure->dimension));
  return false;
}

/* Cuts "during DUR" and the like off the end of *text. */
static bool take_span(const reader *r, cck_slice *text, const char *word) {
  cck_slice before, after;
  if (!cck_words_split(*text, word, &before, &after))
    return true;
  *text = before;
  return need_duration(r, after, &r->out->during);
}

/* --- the forms: each reads what stands behind its first words --- */

static bool read_values_agree(const reader *r, cck_slice rest) {
  static const char *const ends[] = {"across sources", "in one article"};
  for (int i = 0; i < 2; i++) {
    cck_slice before, after;
    if (!cck_words_split(rest, ends[i], &before, &after))
      continue;
    if (!nothing_more(r, after))
      return false;
    r->out->across = i ? CCK_IN_ONE_ARTICLE : CCK_ACROSS_SOURCES;
    rest = before;
    break;
  }
  return take_span(r, &rest, "during") && check_end(r, rest) && need_tolerance(r, rest);
}

static bool read_at_most(const reader *r, cck_slice rest) { return need_limit(r, rest, &r->out->high); }
static bool read_at_least(const reader *r, cck_slice rest) { return need_limit(r, rest, &r->out->low); }

static bool read_between(const reader *r, cck_slice rest) {
  cck_slice low, high;
  if (!cck_words_split(rest, "and", &low, &high))
    return expected(r, rest, "two limits", "between 5,000 and 7,000");
  if (!need_limit(r, low, &r->out->low) || !need_limit(r, high, &r->out->high))
    return false;
  const cck_expect *e = r->out;
  bool amounts = e->low.kind == CCK_LIMIT_AMOUNT && e->high.kind == CCK_LIMIT_AMOUNT;
  if (!amounts || !cck_slice_eq(e->low.unit, e->high.unit) || cck_decimal_cmp(e->low.amount, e->high.amount) <= 0)
    return true;
  cck_bind_fault(r->b, r->field, rest, "the lower limit is above the upper one");
  return false;
}

/* "N times the usual" or "TOL of best source [during DUR]"; both begin with "value within". */
static bool read_usual(const reader *r, cck_slice rest) {
  cck_slice number, after;
  if (!cck_words_split(rest, "times the usual", &number, &after))
    return expected(r, rest, "a factor", "10 times the usual");
  if (!cck_literal_number(number, &r->out->times))
    return expected(r, number, "a factor", "10 times the usual");
  if (cck_decimal_cmp(r->out->times, cck_decimal_of(1)) <= 0)
    return expected(r, number, "a factor above 1", "10 times the usual");
  r->out->tolerance.text = cck_arena_printf(r->b->arena, "%.*s times", (int)number.len, number.ptr);
  return nothing_more(r, after);
}

static bool read_best_source(const reader *r, cck_slice rest) {
  cck_slice tolerance, after;
  if (!cck_words_split(rest, "of best source", &tolerance, &after))
    return expected(r, rest, "a tolerance", "15% of best source");
  cck_slice before = after;
  if (!take_span(r, &before, "during") || !nothing_more(r, before))
    return false;
  return need_tolerance(r, tolerance);
}

/* Half a year cannot be counted off in days: "per 6 months" can. */
static bool check_per(const reader *r, cck_slice span) {
  cck_decimal number = r->out->during.number;
  bool good = cck_decimal_is_whole(number) && !cck_decimal_is_zero(number) && !cck_decimal_is_negative(number);
  return good || expected(r, span, "a whole span of time", "6 months");
}

static bool read_changes(const reader *r, cck_slice rest) {
  cck_slice percent, span;
  if (!cck_words_split(rest, "per", &percent, &span))
    return expected(r, rest, "a percentage and a span of time", "20% per year");
  if (!cck_literal_percent(percent, &r->out->tolerance.amount) || cck_decimal_is_negative(r->out->tolerance.amount))
    return expected(r, percent, "a percentage", "20% per year");
  r->out->tolerance.text = rest;
  return need_duration(r, span, &r->out->during) && check_per(r, span);
}

static bool read_moments(const reader *r, cck_slice text) {
  cck_slice left, right;
  r->out->before = !cck_words_split(text, "not after", &left, &right);
  if (r->out->before)
    cck_words_split(text, "not before", &left, &right);
  return take_span(r, &right, "by") && need_moment(r, left, &r->out->left) && need_moment(r, right, &r->out->right);
}

static bool read_tolerance(const reader *r, cck_slice rest) { return need_tolerance(r, rest); }

typedef struct form_row {
  cck_kind kind;
  const char *head;   /* the words that it begins with */
  const char *inside; /* words that must follow somewhere; NULL when the head decides */
  bool (*read)(const reader *r, cck_slice rest);
} form_row;

static const form_row forms[] = {
    {CCK_KIND_values_agree, "values agree within", NULL, read_values_agree},
    {CCK_KIND_value_limit, "value at most", NULL, read_at_most},
    {CCK_KIND_value_limit, "value at least", NULL, read_at_least},
    {CCK_KIND_value_limit, "value between", NULL, read_between},
    {CCK_KIND_value_best_source, "value within", "of best source", read_best_source},
    {CCK_KIND_value_usual, "value within", NULL, read_usual},
    {CCK_KIND_value_changes, "value changes at most", NULL, read_changes},
    {CCK_KIND_weekday_date, "weekday matches date", NULL, nothing_more},
    {CCK_KIND_date_exists, "date exists", NULL, nothing_more},
    {CCK_KIND_change_adds_up, "change adds up within", NULL, read_tolerance},
    {CCK_KIND_parts_sum, "parts sum to total within", NULL, read_tolerance},
    {CCK_KIND_share_fits, "share fits counts within", NULL, read_tolerance},
    {CCK_KIND_conversion_holds, "conversion holds within", NULL, read_tolerance},
    {CCK_KIND_age_fits, "age fits dates", NULL, nothing_more},
    {CCK_KIND_duration_fits, "duration fits dates", NULL, nothing_more},
    {CCK_KIND_number_well_formed, "number well formed", NULL, nothing_more},
    {CCK_KIND_name_fits, "name fits published", NULL, nothing_more},
    {CCK_KIND_moment_order, "", "not after", read_moments},
    {CCK_KIND_moment_order, "", "not before", read_moments},
};

enum { FORMS = sizeof forms / sizeof *forms };

static const form_row *find_form(cck_slice text, cck_slice *rest) {
  cck_slice before, after;
  for (size_t i = 0; i < FORMS; i++) {
    *rest = text;
    if (cck_words_take(rest, forms[i].head) &&
        (!forms[i].inside || cck_words_split(*rest, forms[i].inside, &before, &after)))
      return &forms[i];
  }
  return NULL;
}

/* Slips between the text and the form's first words: taken as a beginning, or as the whole. */
static unsigned form_slips(cck_slice text, const char *head, unsigned limit) {
  cck_slice known = cck_slice_of(head);
  unsigned slips = cck_hint_distance(cck_words_like(text, head), known, limit);
  return cck_hint_distance(text, known, slips);
}

/* "value at most LIM" out of all the forms of its kind. */
static cck_slice form_text(const form_row *row) {
  cck_slice all = cck_slice_of(cck_kind_at(row->kind)->form);
  cck_slice rest = all;
  cck_slice part;
  while (cck_list_next(&rest, &part))
    if (cck_slice_starts(part, cck_slice_of(row->head)))
      return part;
  return all;
}

static void unknown_form(const reader *r, cck_slice text) {
  const form_row *nearest = NULL;
  unsigned least = 0;
  for (size_t i = 0; i < FORMS; i++) {
    size_t length = cck_slice_of(forms[i].head).len;
    unsigned limit = (unsigned)length / 3 + 1;
    if (!cck_kind_at(forms[i].kind)->how) /* no use to whom it is offered */
      continue;
    unsigned slips = length ? form_slips(text, forms[i].head, limit) : limit;
    if (slips < limit && (!nearest || slips < least)) {
      nearest = &forms[i];
      least = slips;
    }
  }
  const char *shown = cck_shown(&r->b->report, text);
  cck_slice form = nearest ? form_text(nearest) : CCK_S("");
  if (nearest)
    cck_bind_fault(r->b, r->field, text, "unknown expectation '%s'; did you mean '%.*s'?", shown, (int)form.len,
                   form.ptr);
  else
    cck_bind_fault(r->b, r->field, text, "unknown expectation '%s'; cacheck rules list --kinds shows them all", shown);
}

/* The form in words, for an error. */
static cck_slice form_words(const form_row *row) {
  if (row->kind == CCK_KIND_value_usual)
    return CCK_S("value within N times the usual");
  if (row->kind == CCK_KIND_value_best_source)
    return CCK_S("value within TOL of best source");
  cck_slice words = cck_slice_of(row->head);
  cck_slice before;
  return cck_slice_is(cck_words_last(words, &before), "within") ? before : words;
}

bool cck_expect_read(cck_binder *b, const cck_field *field, cck_expect *out) {
  reader r = {b, field, out};
  cck_slice rest;
  const form_row *form = find_form(field->value, &rest);
  *out = (cck_expect){.kind = CCK_KIND_COUNT};
  if (!form) {
    unknown_form(&r, field->value);
    return false;
  }
  out->kind = form->kind;
  if (!form->read(&r, rest))
    return false;
  if (cck_kind_at(form->kind)->how)
    return true;
  cck_slice words = form_words(form);
  cck_bind_fault(b, field, field->value, "expect %.*s: not available in this version", (int)words.len, words.ptr);
  return false;
}

/* --- does `for` give what `expect` looks at? --- */

#define BIT(select) (1u << (select))

enum {
  MEASURES = BIT(CCK_SELECT_MEASURES),
  FIGURES = MEASURES | BIT(CCK_SELECT_ANY_COUNT) | BIT(CCK_SELECT_ANY_MEASUREMENT) | BIT(CCK_SELECT_ANY_MONEY) |
            BIT(CCK_SELECT_ANY_PERCENT) | BIT(CCK_SELECT_ANY_QUANTITY) | BIT(CCK_SELECT_ANY_AGE),
  DATES = MEASURES | BIT(CCK_SELECT_ANY_DATE)
};

static const struct fit {
  unsigned selects;
  const char *whom; /* for an error */
} fits[CCK_KIND_COUNT] = {
    [CCK_KIND_values_agree] = {FIGURES | DATES, "measures, 'any quantity', 'any date' and their like"},
    [CCK_KIND_value_limit] = {FIGURES, "measures of another kind than date, 'any quantity' and its like"},
    [CCK_KIND_value_usual] = {FIGURES, "measures of another kind than date, 'any quantity' and its like"},
    [CCK_KIND_value_best_source] = {FIGURES | DATES, "measures, 'any quantity', 'any date' and their like"},
    [CCK_KIND_value_changes] = {FIGURES, "measures of another kind than date, 'any quantity' and its like"},
    [CCK_KIND_moment_order] = {DATES, "measures of kind date and 'any date'"},
    [CCK_KIND_weekday_date] = {DATES, "measures of kind date and 'any date'"},
    [CCK_KIND_date_exists] = {DATES, "measures of kind date and 'any date'"},
    [CCK_KIND_change_adds_up] = {BIT(CCK_SELECT_ANY_CHANGE), "'any change'"},
    [CCK_KIND_parts_sum] = {BIT(CCK_SELECT_LIST_WITH_TOTAL), "'any list with total'"},
    [CCK_KIND_share_fits] = {BIT(CCK_SELECT_ANY_PERCENT) | MEASURES, "measures of kind percent and 'any percent'"},
    [CCK_KIND_conversion_holds] = {BIT(CCK_SELECT_PAIR_OF_UNITS), "'any pair of units'"},
    [CCK_KIND_age_fits] = {BIT(CCK_SELECT_ANY_AGE) | MEASURES, "measures of kind age and 'any age'"},
    [CCK_KIND_duration_fits] = {FIGURES, "measures of kind duration and 'any quantity'"},
    [CCK_KIND_number_well_formed] = {BIT(CCK_SELECT_ANY_NUMBER), "'any number'"},
    [CCK_KIND_name_fits] = {BIT(CCK_SELECT_NAME), "'name'"},
};

/* Are all that `for` names dates (1), or none (0)? -1 when it cannot be known. */
static int looks_at_dates(cck_binder *b, const cck_rule *rule) {
  if (rule->select != CCK_SELECT_MEASURES)
    return rule->select == CCK_SELECT_ANY_DATE;
  size_t dates = 0;
  for (size_t i = 0; i < rule->measures.count; i++)
    dates += b->rules->lexicon->measures.items[rule->measures.items[i]].kind == CCK_MEASURE_DATE;
  return dates == 0 ? 0 : dates == rule->measures.count ? 1 : -1;
}

/* The dimension of a limit's or tolerance's unit; a counted noun and a bare number are counts. */
static cck_slice dimension_of(cck_binder *b, cck_slice unit) {
  const cck_unit *known = unit.len ? cck_unit_find(b->rules->units, unit) : NULL;
  return known ? known->dimension : CCK_S("count");
}

/* A limit of another dimension than the measure's would never be compared with anything. */
static void check_dimension(cck_binder *b, const cck_field *field, const cck_rule *rule, cck_slice unit,
                            cck_slice text) {
  cck_slice dimension = dimension_of(b, unit);
  for (size_t i = 0; i < rule->measures.count && !b->decl->broken; i++) {
    const cck_measure *m = &b->rules->lexicon->measures.items[rule->measures.items[i]];
    bool bare_age = m->kind == CCK_MEASURE_AGE; /* "at most 120", "at most 120 years" */
    bool points = m->kind == CCK_MEASURE_PERCENT && cck_slice_is(dimension, "percentage point");
    if (bare_age || points || cck_slice_eq(m->dimension, dimension))
      continue;
    cck_bind_fault(b, field, text, "measure '%s' is of kind %s, but '%s' is of kind %s", cck_shown(&b->report, m->id),
                   cck_shown(&b->report, m->dimension), cck_shown(&b->report, text), cck_shown(&b->report, dimension));
  }
}

static void check_limit(cck_binder *b, const cck_field *field, const cck_rule *rule, const cck_limit *limit) {
  if (limit->kind == CCK_LIMIT_AMOUNT)
    check_dimension(b, field, rule, limit->unit, limit->text);
  else if (limit->kind == CCK_LIMIT_TABLE)
    check_dimension(b, field, rule, b->rules->tables.items[limit->table].unit, limit->text);
}

/* Kinds that hold figures of any unit against each other: a number of something would be meant for none of them. */
static bool wants_share(cck_kind kind) {
  return kind == CCK_KIND_parts_sum || kind == CCK_KIND_share_fits || kind == CCK_KIND_conversion_holds;
}

static void check_tolerance(cck_binder *b, const cck_field *field, const cck_rule *rule) {
  const cck_tolerance *t = &rule->expect.tolerance;
  if (wants_share(rule->expect.kind) && t->kind != CCK_TOLERANCE_PERCENT && t->kind != CCK_TOLERANCE_ROUNDING)
    cck_bind_fault(b, field, t->text, "the tolerance is a percentage or 'rounding' here, as '1%%'");
  if (rule->expect.kind != CCK_KIND_values_agree && rule->expect.kind != CCK_KIND_value_best_source)
    return;
  if (looks_at_dates(b, rule) == 1) {
    if (t->kind != CCK_TOLERANCE_DURATION)
      cck_bind_fault(b, field, t->text, "for dates the tolerance is a span of time, as '3 days'");
  } else if (t->kind == CCK_TOLERANCE_DURATION) {
    check_dimension(b, field, rule, CCK_S("day"), t->text);
  } else if (t->kind == CCK_TOLERANCE_AMOUNT && t->unit.len) { /* a bare number is of the figure's own unit */
    check_dimension(b, field, rule, t->unit, t->text);
  }
}

/* The fields of a rule that only some kinds look at. */
static const struct uses {
  bool apart;            /* has a time beyond `during` to report */
  unsigned least_needed; /* of `needs`; 0: counts no sources */
} uses[CCK_KIND_COUNT] = {
    [CCK_KIND_values_agree] = {true, 1},
    [CCK_KIND_value_usual] = {false, 3},
    [CCK_KIND_value_best_source] = {true, 0},
    [CCK_KIND_value_changes] = {false, 1},
};

static void check_fields(cck_binder *b, const struct uses *use) {
  if (b->rule.apart && !use->apart)
    cck_bind_fault(b, b->rule.apart, b->rule.apart->name, "'apart' is for 'values agree' and 'best source'");
  if (b->rule.needs && !use->least_needed)
    cck_bind_fault(b, b->rule.needs, b->rule.needs->name,
                   "'needs' is for 'values agree', 'times the usual' and 'value changes'");
  else if (b->rule.needs && b->rule.rule.needs < use->least_needed)
    cck_bind_fault(b, b->rule.needs, b->rule.needs->value, "there is no usual value of fewer than %u other sources",
                   use->least_needed);
}

/* Which figures are one is settled by the sentences there, not by counting sources or by the time between them. */
static bool check_story(cck_binder *b, const cck_field *field, const cck_rule *rule) {
  const cck_field *lost = b->rule.needs ? b->rule.needs : b->rule.apart;
  if (rule->of != CCK_OF_SAME_STORY)
    return true;
  if (rule->expect.kind != CCK_KIND_values_agree)
    cck_bind_fault(b, field, field->value, "'of same story' is for 'values agree', not '%s'",
                   cck_shown(&b->report, field->value));
  else if (lost)
    cck_bind_fault(b, lost, lost->name, "'%s' is not for rules 'of same story'", cck_field_name(lost->kind));
  else
    return true;
  return false;
}

void cck_expect_check(cck_binder *b, const cck_field *field, const cck_rule *rule) {
  const struct fit *fit = &fits[rule->expect.kind];
  int dates = looks_at_dates(b, rule);
  bool only_dates = !(fit->selects & BIT(CCK_SELECT_ANY_COUNT)) && (fit->selects & BIT(CCK_SELECT_ANY_DATE));
  bool no_dates = !(fit->selects & BIT(CCK_SELECT_ANY_DATE));
  bool wrong_kind = (only_dates && dates != 1) || (no_dates && dates != 0);
  if (!(fit->selects & BIT(rule->select)) || (rule->select == CCK_SELECT_MEASURES && wrong_kind)) {
    cck_bind_fault(b, field, field->value, "'%s' is for %s", cck_shown(&b->report, field->value), fit->whom);
    return;
  }
  if (!check_story(b, field, rule))
    return;
  check_fields(b, &uses[rule->expect.kind]);
  check_tolerance(b, field, rule);
  check_limit(b, field, rule, &rule->expect.low);
  check_limit(b, field, rule, &rule->expect.high);
}
