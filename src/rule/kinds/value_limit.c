/*
 * value at most LIM, value at least LIM, value between LIM and LIM
 *
 * A figure is beyond a limit only when its whole stated interval is: "more than 5"
 * breaks no upper limit above 5, "up to 5" breaks none at all.
 */
#include "rule/lookup.h"
#include "rule/scale.h"

/* A limit for one claim, in the base unit of the claim. */
typedef struct bound {
  bool given;
  cck_decimal amount;
  const cck_limit *limit;
  const cck_table *table; /* NULL for an amount */
  const cck_table_row *row;
} bound;

typedef struct bounds {
  const cck_scan *scan;
  const cck_candidate *candidate;
  cck_unit_view unit;
  bound low, high;
} bounds;

/* ---- limits ---- */

/* The year that a claim speaks of; 0 when neither it nor its source has one. */
static int year_of(const cck_candidate *c) {
  cck_period time = c->claim->time.basis == CCK_BASIS_NONE ? c->body->source->period : c->claim->time.days;
  cck_day day = time.min != CCK_NO_DAY ? time.min : time.max;
  return day == CCK_NO_DAY ? 0 : cck_civil_of(day).year;
}

static void note_missing(const bounds *b, const cck_table *table, int year) {
  cck_slice subject = b->candidate->claim->subject;
  cck_slice text = CCK_S("a subject that is no declared entity");
  if (subject.len && year)
    text = cck_arena_printf(b->scan->arena, "%.*s %d", (int)subject.len, subject.ptr, year);
  else if (subject.len)
    text = cck_arena_printf(b->scan->arena, "%.*s without a date", (int)subject.len, subject.ptr);
  if (b->scan->rule->note_no_reference)
    cck_run_missing(b->scan, cck_arena_printf(b->scan->arena, "no %.*s for %.*s", (int)table->id.len, table->id.ptr,
                                              (int)text.len, text.ptr));
}

/* The limit's amount from its own unit to the claim's base unit. */
static bool to_base(bounds *b, cck_slice unit, cck_decimal amount, cck_decimal *out) {
  cck_unit_view own = unit.len ? cck_unit_memo_view(&b->scan->run->units, unit) : b->unit;
  if (!cck_slice_eq(own.key, b->unit.key)) {
    cck_run_skip(b->scan, cck_arena_printf(b->scan->arena, "no conversion between %.*s and %.*s", (int)unit.len,
                                           unit.ptr, (int)b->unit.key.len, b->unit.key.ptr));
    return false;
  }
  return cck_decimal_mul(amount, own.factor, out);
}

static bool from_table(bounds *b, const cck_limit *limit, bound *out) {
  const cck_rules *rules = b->scan->run->rules;
  if (limit->table >= rules->tables.count)
    return false;
  out->table = &rules->tables.items[limit->table];
  int year = year_of(b->candidate);
  if (b->candidate->claim->subject.len && (year || !out->table->by_year))
    out->row = cck_table_lookup(out->table, b->candidate->claim->subject, year);
  if (!out->row) {
    note_missing(b, out->table, year);
    return false;
  }
  cck_decimal amount;
  return cck_decimal_mul(out->row->value, limit->amount, &amount) && cck_decimal_shift(amount, -2, &amount) &&
         to_base(b, out->table->unit, amount, &out->amount);
}

static bool resolve(bounds *b, const cck_limit *limit, bound *out) {
  *out = (bound){.limit = limit};
  if (limit->kind == CCK_LIMIT_NONE)
    return true;
  out->given =
      limit->kind == CCK_LIMIT_TABLE ? from_table(b, limit, out) : to_base(b, limit->unit, limit->amount, &out->amount);
  return out->given;
}

/* ---- figures against them ---- */

static const bound *broken(const bounds *b, const cck_figure *figure) {
  if (b->high.given && figure->has_min && cck_decimal_cmp(figure->min, b->high.amount) > 0)
    return &b->high;
  if (b->low.given && figure->has_max && cck_decimal_cmp(figure->max, b->low.amount) < 0)
    return &b->low;
  return NULL;
}

static bool slip_fits(const void *context, const cck_value *value) {
  const bounds *b = context;
  cck_claim meant = *b->candidate->claim;
  cck_figure figure;
  meant.value = *value;
  return cck_figure_of(&meant, &b->unit, b->scan->rule->hedge, &figure) && !broken(b, &figure);
}

/* ---- words ---- */

/* Reference figures are given to more digits than anybody reads. */
static cck_slice reference_words(cck_arena *arena, const bound *limit) {
  const cck_table *table = limit->table;
  cck_decimal value = limit->row->value;
  (void)cck_decimal_div(value, cck_decimal_of(1), 4, &value);
  cck_slice amount = cck_amount_words(arena, value, table->unit);
  cck_slice edition = table->edition.len ? table->edition : table->id;
  return cck_arena_printf(arena, "%.*s, %.*s", (int)amount.len, amount.ptr, (int)edition.len, edition.ptr);
}

/* The near end as a share of the reference figure, or of the limit itself. */
static cck_slice ratio_words(const bounds *b, const bound *limit, const cck_figure *figure) {
  cck_arena *arena = b->scan->run->arena;
  cck_decimal against = limit->amount;
  cck_decimal end = limit == &b->high ? figure->min : figure->max;
  cck_decimal ratio;
  if (limit->table && !cck_decimal_mul(limit->row->value,
                                       cck_unit_memo_view(&b->scan->run->units, limit->table->unit).factor, &against))
    return (cck_slice){"", 0};
  if (!cck_decimal_div(end, against, 6, &ratio) || !cck_decimal_shift(ratio, 2, &ratio))
    return (cck_slice){"", 0};
  return cck_percent_text(arena, ratio);
}

static void fill_message(const bounds *b, const bound *limit, const cck_figure *figure, cck_draft *draft) {
  cck_arena *arena = b->scan->run->arena;
  cck_slice *values = draft->message.values;
  values[CCK_MESSAGE_value] = cck_claim_full_words(arena, b->candidate->claim);
  values[CCK_MESSAGE_unit] = cck_claim_unit_words(arena, b->candidate->claim);
  values[CCK_MESSAGE_limit] = limit->limit->text;
  values[CCK_MESSAGE_ratio] = ratio_words(b, limit, figure);
  values[CCK_MESSAGE_other] = cck_arena_printf(arena, "%s the limit of %.*s", limit == &b->high ? "above" : "below",
                                               (int)limit->limit->text.len, limit->limit->text.ptr);
  if (!limit->table)
    return;
  values[CCK_MESSAGE_reference] = reference_words(arena, limit);
  if (limit->row->year)
    values[CCK_MESSAGE_year] = cck_arena_printf(arena, "%d", limit->row->year);
  values[CCK_MESSAGE_other] = cck_arena_printf(
      arena, "%s (%s%s%.*s)", values[CCK_MESSAGE_other].ptr,
      values[CCK_MESSAGE_year].len ? values[CCK_MESSAGE_year].ptr : "", values[CCK_MESSAGE_year].len ? ": " : "",
      (int)values[CCK_MESSAGE_reference].len, values[CCK_MESSAGE_reference].ptr);
}

static void report(const bounds *b, const bound *limit, const cck_figure *figure) {
  const cck_scan *scan = b->scan;
  cck_arena *arena = scan->run->arena;
  cck_draft draft = cck_draft_new(scan, CCK_RELATION_IMPLAUSIBLE);
  cck_draft_party(scan, &draft, b->candidate);
  draft.bound = (cck_bound){true, limit->amount, limit->limit->text};
  fill_message(b, limit, figure, &draft);
  cck_draft_step(scan, &draft, "%s", cck_candidate_reading(arena, b->candidate).ptr);
  if (limit->table)
    cck_draft_step(scan, &draft, "reference: %.*s of %.*s%s%.*s: %.*s", (int)limit->table->id.len, limit->table->id.ptr,
                   (int)limit->row->entity.len, limit->row->entity.ptr, limit->row->year ? " " : "",
                   (int)draft.message.values[CCK_MESSAGE_year].len, draft.message.values[CCK_MESSAGE_year].ptr,
                   (int)draft.message.values[CCK_MESSAGE_reference].len,
                   draft.message.values[CCK_MESSAGE_reference].ptr);
  cck_draft_step(scan, &draft, "limit: %.*s = %s; the near end of the figure is %s", (int)limit->limit->text.len,
                 limit->limit->text.ptr, cck_number_text(arena, limit->amount).ptr,
                 cck_number_text(arena, limit == &b->high ? figure->min : figure->max).ptr);
  cck_slice meant =
      scan->rule->suggest_scale ? cck_scale_suggest(arena, b->candidate->claim, slip_fits, b) : (cck_slice){"", 0};
  if (meant.len)
    CCK_PUSH(arena, &draft.suggest, meant);
  cck_run_report(scan, &draft);
}

static void check(const cck_scan *scan, const cck_candidate *c) {
  bounds b = {.scan = scan, .candidate = c, .unit = cck_unit_memo_view(&scan->run->units, c->claim->value.unit)};
  cck_figure figure;
  if (c->claim->kind != CCK_CLAIM_QUANTITY)
    return;
  if (!cck_figure_of(c->claim, &b.unit, scan->rule->hedge, &figure)) {
    cck_run_skip(scan, CCK_S("figures with too many digits to compare"));
    return;
  }
  if (!resolve(&b, &scan->rule->expect.low, &b.low) || !resolve(&b, &scan->rule->expect.high, &b.high))
    return;
  cck_run_mark(scan, c);
  const bound *limit = broken(&b, &figure);
  if (limit)
    report(&b, limit, &figure);
}

static void evaluate(const cck_scan *scan) {
  for (size_t i = 0; i < scan->count; i++)
    check(scan, &scan->items[i]);
}

const cck_kind_form cck_kind_form_value_limit = {evaluate, "{value} is {other}"};
