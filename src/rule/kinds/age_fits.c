/*
 * age fits dates: "born in 1950, aged 45 in 2004".
 *
 *   birth  [1950-01-01 .. 1950-12-31]      full years from the latest birth to the earliest day of the age,
 *   age of [2004-01-01 .. 2004-12-31]      and from the earliest birth to the latest: 53 or 54
 *
 * The age is the one at the date that it is told with, else at publication. Then it may be that of
 * some weeks before: an obituary gives the age at death.
 */
#include "rule/kinds.h"

enum { WEEKS_BEFORE = 60 }; /* days by which an article may follow what it tells of */

/* An age with both dates, and what they make it. */
typedef struct life {
  const cck_candidate *age, *birth;
  const cck_candidate *end; /* NULL: the age's own time */
  cck_period born, when;
  bool published; /* `when` is of the publication */
  int low, high;
  bool open; /* no day is known after which the age was not told: at least `low` */
} life;

static bool read_end(const cck_scan *scan, const cck_candidate *c, life *out) {
  const cck_claim *end = cck_run_linked(c, "end");
  if (end) {
    out->end = cck_run_sibling(scan, c, end);
    out->when = end->date.days;
    return end->kind == CCK_CLAIM_DATE && end->date.valid && cck_period_is_known(out->when);
  }
  bool undated = c->claim->time.basis == CCK_BASIS_NONE;
  out->published = undated || c->claim->time.basis == CCK_BASIS_PUBLICATION;
  out->when = undated ? cck_source_when(c->body->source) : c->claim->time.days;
  return out->when.min != CCK_NO_DAY;
}

static bool read_life(const cck_scan *scan, const cck_candidate *c, life *out) {
  const cck_claim *birth = cck_run_linked(c, "born");
  *out = (life){.age = c};
  if (!birth || birth->kind != CCK_CLAIM_DATE || !birth->date.valid || !cck_period_is_known(birth->date.days) ||
      !read_end(scan, c, out))
    return false;
  out->birth = cck_run_sibling(scan, c, birth);
  out->born = birth->date.days;
  out->open = out->when.max == CCK_NO_DAY;
  out->low = cck_full_years(out->born.max, out->when.min - (out->published ? WEEKS_BEFORE : 0));
  out->high = out->open ? 0 : cck_full_years(out->born.min, out->when.max);
  return true;
}

/* Surely another age than the dates make it. */
static bool is_off(const cck_scan *scan, const life *l) {
  const cck_unit_view years = {.factor = cck_decimal_of(1)};
  cck_figure age;
  if (!cck_figure_of(l->age->claim, &years, scan->rule->hedge, &age))
    return false;
  bool under = age.has_max && cck_decimal_cmp(age.max, cck_decimal_of(l->low)) < 0;
  bool over = !l->open && age.has_min && cck_decimal_cmp(age.min, cck_decimal_of(l->high)) > 0;
  return under || over;
}

/* "54", "53 or 54", "53 to 55", "at least 53" */
static cck_slice years_words(cck_arena *arena, const life *l) {
  if (l->open)
    return cck_arena_printf(arena, "at least %d", l->low);
  if (l->low == l->high)
    return cck_arena_printf(arena, "%d", l->low);
  return cck_arena_printf(arena, "%d %s %d", l->low, l->high == l->low + 1 ? "or" : "to", l->high);
}

static void report(const cck_scan *scan, const life *l) {
  cck_arena *arena = scan->run->arena;
  cck_draft draft = cck_draft_new(scan, CCK_RELATION_INCONSISTENT);
  cck_slice *values = draft.message.values;
  cck_draft_cite(scan, &draft, l->age);
  cck_draft_cite(scan, &draft, l->birth);
  if (l->end)
    cck_draft_cite(scan, &draft, l->end);
  values[CCK_MESSAGE_value] = cck_claim_words(arena, l->age->claim);
  values[CCK_MESSAGE_date] = cck_period_text(arena, l->born);
  values[CCK_MESSAGE_year] = cck_open_period_words(arena, l->when);
  values[CCK_MESSAGE_other] = years_words(arena, l);
  values[CCK_MESSAGE_low] = cck_arena_printf(arena, "%d", l->low);
  if (!l->open)
    values[CCK_MESSAGE_high] = cck_arena_printf(arena, "%d", l->high);
  cck_draft_step(scan, &draft, "from %s to %s%s: %s full years, not %s", values[CCK_MESSAGE_date].ptr,
                 values[CCK_MESSAGE_year].ptr, l->published ? " (publication, or up to 60 days before)" : "",
                 values[CCK_MESSAGE_other].ptr, values[CCK_MESSAGE_value].ptr);
  cck_run_report(scan, &draft);
}

static void evaluate(const cck_scan *scan) {
  for (size_t i = 0; i < scan->count; i++) {
    life l;
    if (scan->items[i].claim->links.count == 0 || !read_life(scan, &scan->items[i], &l))
      continue;
    cck_run_mark(scan, l.age);
    cck_run_mark(scan, l.birth);
    if (l.end)
      cck_run_mark(scan, l.end);
    if (is_off(scan, &l))
      report(scan, &l);
  }
}

const cck_kind_form cck_kind_form_age_fits = {evaluate, "aged {value}, but from {date} to {year} it is {other} years"};
