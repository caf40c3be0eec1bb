/*
 * value changes at most PCT per DUR
 *
 * The figures of one time against those of the nearest earlier time that ends before it: what lies wholly between the
 * two would be nearer. The change is the gap between the nearest ends in percent of the smaller one, as everywhere
 * (so a fall to a half is a change of 100%). It may be PCT for each DUR that passed, in proportion, and at least
 * PCT: linear, not compounded. What passed is counted from the first day of the earlier time to the last one of the
 * later, the most that it can be.
 *
 * Values of one time that differ are not this rule's business; together they stand for the stretch between them.
 * Figures without a whole valid time, and changes from or to zero, have no pace.
 */
#include <stdlib.h>

#include "rule/speak.h"
#include "rule/support.h"
#include "rule/visible.h"

/* Figures that end on one day (a stop), or begin on one too (a time), taken together. */
typedef struct stop {
  size_t first, past; /* in the line */
  cck_day from, to;   /* the earliest first day */
  cck_figure hull;
  const cck_member *bottom, *top; /* that give its ends */
  bool has_own, is_new, marked;
} stop;

typedef CCK_VEC(stop) stops;

typedef struct line {
  const cck_scan *scan;
  const cck_visible *visible;
  const cck_member **members; /* in order of last day, first day */
  size_t count;
  stops stops, times;
} line;

/* A step from one stop to a later time. */
typedef struct jump {
  const stop *from, *to;
  const cck_member *before, *after; /* with the nearest ends */
  cck_decimal passed, unit;         /* DURs that passed, as a fraction; at least 1 */
  cck_decimal change;               /* in percent, to six digits */
} jump;

/* ---- the line of time ---- */

static int by_end(const void *a, const void *b) {
  const cck_member *x = *(const cck_member *const *)a;
  const cck_member *y = *(const cck_member *const *)b;
  if (x->to != y->to)
    return x->to < y->to ? -1 : 1;
  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  return (x->candidate->order > y->candidate->order) - (x->candidate->order < y->candidate->order);
}

static void take(stop *s, const line *l, const cck_member *m) {
  const cck_figure *f = &m->figure;
  bool first = s->past == s->first;
  if (first || !f->has_min || (s->hull.has_min && cck_decimal_cmp(f->min, s->hull.min) < 0)) {
    s->bottom = m;
    s->hull.min = f->min;
  }
  if (first || !f->has_max || (s->hull.has_max && cck_decimal_cmp(f->max, s->hull.max) > 0)) {
    s->top = m;
    s->hull.max = f->max;
  }
  s->hull.has_min = (first || s->hull.has_min) && f->has_min;
  s->hull.has_max = (first || s->hull.has_max) && f->has_max;
  s->from = first || m->from < s->from ? m->from : s->from;
  s->to = m->to;
  s->has_own = s->has_own || cck_visible_is_own(l->visible, m);
  s->is_new = s->is_new || m->candidate->body->is_new;
  s->past++;
}

static void gather(line *l, bool by_time, stops *out) {
  for (size_t i = 0; i < l->count;) {
    const cck_member *first = l->members[i];
    stop s = {.first = i, .past = i};
    while (i < l->count && l->members[i]->to == first->to && (!by_time || l->members[i]->from == first->from))
      take(&s, l, l->members[i++]);
    CCK_PUSH(l->scan->arena, out, s);
  }
}

static line line_of(const cck_scan *scan, const cck_visible *visible) {
  line l = {.scan = scan, .visible = visible};
  l.members = cck_arena_alloc(scan->arena, visible->count * sizeof(const cck_member *));
  for (size_t i = 0; i < visible->count; i++)
    if (visible->members[i]->from != INT64_MIN && visible->members[i]->to != INT64_MAX)
      l.members[l.count++] = visible->members[i];
  if (l.count)
    qsort(l.members, l.count, sizeof(const cck_member *), by_end);
  gather(&l, false, &l.stops);
  gather(&l, true, &l.times);
  return l;
}

/* The last stop that ends before a day; NULL when there is none. */
static stop *stop_before(line *l, cck_day day) {
  size_t from = 0;
  for (size_t to = l->stops.count; from < to;) {
    size_t middle = from + (to - from) / 2;
    if (l->stops.items[middle].to < day)
      from = middle + 1;
    else
      to = middle;
  }
  return from ? &l->stops.items[from - 1] : NULL;
}

/* ---- how much may change ---- */

/* Days (or hours) that passed, and how many of them make one DUR from the first day on. */
static bool time_passed(const cck_duration *per, cck_day from, cck_day to, cck_decimal *passed, cck_decimal *unit) {
  *passed = cck_decimal_of(to - from);
  *unit = per->number;
  if (per->unit == CCK_SPAN_HOUR)
    return cck_decimal_mul(*passed, cck_decimal_of(24), passed);
  cck_day past = cck_day_after(from, per);
  if (past == INT64_MAX || past <= from) /* longer than any calendar */
    *unit = *passed;
  else
    *unit = cck_decimal_of(past - from);
  return true;
}

static bool ends_of(jump *j, cck_decimal *a, cck_decimal *b) {
  bool rises = cck_figure_below(&j->from->hull, &j->to->hull);
  if (!rises && !cck_figure_below(&j->to->hull, &j->from->hull))
    return false;
  j->before = rises ? j->from->top : j->from->bottom;
  j->after = rises ? j->to->bottom : j->to->top;
  *a = rises ? j->from->hull.max : j->from->hull.min;
  *b = rises ? j->to->hull.min : j->to->hull.max;
  return !cck_decimal_is_zero(*a) && !cck_decimal_is_zero(*b);
}

/* gap / smaller > percent / 100 * max(1, passed / unit), without a division */
static bool exceeds(const cck_scan *scan, jump *j) {
  const cck_expect *e = &scan->rule->expect;
  cck_decimal a, b, gap, allowed;
  if (!ends_of(j, &a, &b) || !time_passed(&e->during, j->from->from, j->to->to, &j->passed, &j->unit))
    return false;
  if (cck_decimal_cmp(j->passed, j->unit) < 0)
    j->passed = j->unit;
  cck_decimal smaller = cck_decimal_cmp(cck_decimal_abs(a), cck_decimal_abs(b)) < 0 ? a : b;
  smaller = cck_decimal_abs(smaller);
  if (!cck_decimal_sub(b, a, &gap))
    return false;
  gap = cck_decimal_abs(gap);
  if (!cck_decimal_div(gap, smaller, 6, &j->change) || !cck_decimal_shift(j->change, 2, &j->change))
    return false;
  return cck_decimal_mul(gap, j->unit, &gap) && cck_decimal_shift(gap, 2, &gap) &&
         cck_decimal_mul(smaller, e->tolerance.amount, &allowed) && cck_decimal_mul(allowed, j->passed, &allowed) &&
         cck_decimal_cmp(gap, allowed) > 0;
}

/* ---- findings ---- */

static cck_slice allowed_words(const cck_scan *scan, const jump *j) {
  cck_decimal allowed;
  if (!cck_decimal_mul(scan->rule->expect.tolerance.amount, j->passed, &allowed) ||
      !cck_decimal_div(allowed, j->unit, 6, &allowed))
    return (cck_slice){"", 0};
  return cck_percent_text(scan->run->arena, allowed);
}

static void fill_message(const cck_scan *scan, const jump *j, cck_draft *draft) {
  cck_arena *arena = scan->run->arena;
  cck_slice *values = draft->message.values;
  bool rises = cck_figure_below(&j->before->figure, &j->after->figure);
  const cck_member *low = rises ? j->before : j->after;
  const cck_member *high = rises ? j->after : j->before;
  values[CCK_MESSAGE_low] = cck_claim_full_words(arena, low->candidate->claim);
  values[CCK_MESSAGE_high] = cck_claim_full_words(arena, high->candidate->claim);
  values[CCK_MESSAGE_unit] = cck_claim_unit_words(arena, high->candidate->claim);
  values[CCK_MESSAGE_value] = cck_claim_full_words(arena, j->before->candidate->claim);
  values[CCK_MESSAGE_other] = cck_member_words(arena, j->after);
  values[CCK_MESSAGE_spread] = cck_percent_text(arena, j->change);
  values[CCK_MESSAGE_limit] = scan->rule->expect.tolerance.text;
  values[CCK_MESSAGE_ratio] = allowed_words(scan, j);
  values[CCK_MESSAGE_date] = cck_distance_text(arena, cck_member_time(j->before), cck_member_time(j->after));
  draft->message.value_mark = cck_member_mark(arena, j->before);
  draft->message.low_mark = cck_member_mark(arena, low);
  draft->message.high_mark = cck_member_mark(arena, high);
}

static void explain(const cck_scan *scan, const jump *j, cck_draft *draft) {
  cck_arena *arena = scan->run->arena;
  const cck_slice *values = draft->message.values;
  cck_slice from = cck_day_text(arena, j->from->from);
  cck_slice to = cck_day_text(arena, j->to->to);
  cck_member_explain(scan, draft, j->before);
  cck_member_explain(scan, draft, j->after);
  cck_member_explain_why(scan, draft, j->before);
  cck_draft_step(scan, draft, "no other figure's time lies wholly between the two");
  cck_draft_step(scan, draft, "change between the nearest ends: %s of the smaller one", values[CCK_MESSAGE_spread].ptr);
  cck_draft_step(scan, draft, "the rule allows %.*s: from %s to %s that is %s", (int)values[CCK_MESSAGE_limit].len,
                 values[CCK_MESSAGE_limit].ptr, from.ptr, to.ptr, values[CCK_MESSAGE_ratio].ptr);
}

static void report(const cck_scan *scan, const jump *j) {
  cck_draft draft = cck_draft_new(scan, CCK_RELATION_OVER_TIME);
  cck_draft_party(scan, &draft, j->before->candidate);
  cck_draft_party(scan, &draft, j->after->candidate);
  draft.is_new = j->from->is_new || j->to->is_new;
  fill_message(scan, j, &draft);
  explain(scan, j, &draft);
  cck_run_report(scan, &draft);
}

static void mark(const line *l, stop *s) {
  for (size_t i = s->first; i < s->past && !s->marked; i++)
    cck_run_mark(l->scan, l->members[i]->candidate);
  s->marked = true;
}

/* ---- one group ---- */

typedef struct outcome {
  size_t compared, differ;
} outcome;

static void walk(line *l, outcome *out) {
  for (size_t i = 0; i < l->times.count; i++) {
    stop *time = &l->times.items[i];
    stop *before = time->has_own ? stop_before(l, time->from) : NULL;
    if (!before)
      continue;
    jump j = {.from = before, .to = time};
    mark(l, before);
    mark(l, time);
    out->compared++;
    if (!exceeds(l->scan, &j) || !cck_members_comparable(l->scan, j.before, j.after))
      continue;
    out->differ++;
    report(l->scan, &j);
  }
}

/* "Rose by 500" has no course over time; what something rose to has ("from 120 to 180"). */
static bool are_sizes(const cck_group *group) {
  const cck_candidate *first = group->members[0].candidate;
  return first->claim->value.change != CCK_CHANGE_NONE && !cck_run_linked(first, "from");
}

/* Sources stand behind a value when theirs could be the same: what may change in time is another matter. */
static bool keep_supported(const cck_scan *scan, cck_group *group) {
  cck_sweep sweep;
  if (scan->rule->needs <= 1)
    return true;
  if (!cck_sweep_init(&sweep, scan, group))
    return false;
  sweep.tolerance.amount = cck_decimal_of(0);
  *group = cck_group_supported(&sweep, scan->rule->needs);
  return true;
}

static void evaluate_group(const cck_scan *scan, const cck_group *group) {
  cck_group supported = *group;
  cck_visibles all = {0};
  outcome out = {0, 0};
  if (are_sizes(group) || !keep_supported(scan, &supported))
    return;
  cck_group_visible(scan, &supported, &all);
  for (size_t v = 0; v < all.count; v++) {
    line l = line_of(scan, &all.items[v]);
    walk(&l, &out);
  }
  if (out.compared)
    ++*(out.differ ? &scan->run->coverage->differed : &scan->run->coverage->agreed);
}

static void evaluate(const cck_scan *scan) { cck_groups_each(scan, false, evaluate_group); }

const cck_kind_form cck_kind_form_value_changes = {
    evaluate, "{value}, then {other}: a change of {spread}, {date} (limit {limit}, here {ratio})"};
