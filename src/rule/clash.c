#include "rule/clash.h"

enum { MOST_VALUES = 12, MOST_PARTIES = 24, MOST_ALSO = 20 };

/* A clash with what is counted of it. */
typedef struct tally {
  const cck_clash *clash;
  size_t distinct; /* values */
  size_t origins;  /* independent sources */
  size_t sources;
} tally;

static void count_distinct(tally *t) {
  cck_arena *arena = t->clash->scan->arena;
  cck_intern values;
  cck_intern origins;
  cck_intern sources;
  cck_intern_init(&values, arena);
  cck_intern_init(&origins, arena);
  cck_intern_init(&sources, arena);
  for (size_t i = 0; i < t->clash->count; i++) {
    const cck_member *m = &t->clash->members[i];
    cck_intern_put(&values, m->value);
    cck_intern_put(&origins, cck_arena_printf(arena, "%u", m->origin));
    cck_intern_put(&sources, m->candidate->body->source->id);
  }
  t->distinct = values.texts.count;
  t->origins = origins.texts.count;
  t->sources = sources.texts.count;
}

/* A value of an origin is listed once; with too many values only the two of the message are. */
static bool is_listed(const tally *t, const cck_member *m) {
  const cck_member *members = t->clash->members;
  return t->distinct <= MOST_VALUES || cck_slice_eq(m->value, members[t->clash->low].value) ||
         cck_slice_eq(m->value, members[t->clash->high].value);
}

static void say_also(const tally *t, cck_draft *draft, const cck_member *m) {
  cck_arena *arena = t->clash->scan->run->arena;
  const cck_source *source = m->candidate->body->source;
  cck_slice words = cck_claim_full_words(arena, m->candidate->claim);
  cck_slice name = source->publisher.len ? source->publisher : source->id;
  cck_slice published = cck_source_published(source);
  cck_draft_step(t->clash->scan, draft, "also: %.*s in %.*s%s%.*s", (int)words.len, words.ptr, (int)name.len, name.ptr,
                 published.len ? ", " : "", (int)published.len, published.ptr);
}

static void list_parties(const tally *t, cck_draft *draft) {
  const cck_scan *scan = t->clash->scan;
  bool *taken = cck_arena_alloc(scan->arena, t->clash->count * sizeof *taken);
  size_t also = 0;
  cck_intern seen;
  cck_intern_init(&seen, scan->arena);
  for (int pass = 0; pass < 3; pass++) { /* the pair of the message, then new articles, then the others in order */
    for (size_t i = 0; i < t->clash->count; i++) {
      const cck_member *m = &t->clash->members[i];
      bool pair = i == t->clash->low || i == t->clash->high;
      if (taken[i] || !is_listed(t, m) || (pass == 0 && !pair) || (pass == 1 && !m->candidate->body->is_new))
        continue;
      size_t known = seen.texts.count;
      cck_slice key = cck_arena_printf(scan->arena, "%u\x1f%.*s", m->origin, (int)m->value.len, m->value.ptr);
      taken[i] = true;
      if (cck_intern_put(&seen, key) == known && draft->parties.count < MOST_PARTIES)
        cck_draft_party(scan, draft, m->candidate);
      else if (also++ < MOST_ALSO)
        say_also(t, draft, m);
    }
  }
  if (also > MOST_ALSO)
    cck_draft_step(scan, draft, "and %zu more of the same figures", also - MOST_ALSO);
  if (t->distinct > MOST_VALUES)
    cck_draft_step(scan, draft, "%zu distinct values; only the farthest two are listed", t->distinct);
}

/* ---- words ---- */

/* A figure that is not simply asserted says so wherever it is named. */
static cck_slice mark_of(cck_arena *arena, const cck_member *m) {
  const cck_claim *claim = m->candidate->claim;
  bool undated = m->from == INT64_MIN && m->to == INT64_MAX;
  const char *mood = claim->modality == CCK_MODALITY_ASSERTED ? "" : cck_modality_name(claim->modality);
  return cck_arena_printf(arena, "%s%s%s", mood, *mood && undated ? ", " : "", undated ? "undated" : "");
}

static cck_slice spread_words(const tally *t) {
  cck_arena *arena = t->clash->scan->run->arena;
  const cck_member *low = &t->clash->members[t->clash->low];
  const cck_member *high = &t->clash->members[t->clash->high];
  cck_decimal gap = {0, 0};
  cck_decimal percent = {0, 0};
  bool plain = cck_decimal_cmp(low->unit.factor, cck_decimal_of(1)) == 0 &&
               cck_decimal_cmp(high->unit.factor, cck_decimal_of(1)) == 0;
  bool share = cck_figure_spread(&low->figure, &high->figure, &percent);
  (void)cck_figure_gap(&low->figure, &high->figure, &gap);
  if (low->figure.is_date) {
    bool one = cck_decimal_cmp(gap, cck_decimal_of(1)) == 0;
    return cck_arena_printf(arena, "%s day%s", cck_decimal_grouped(arena, gap).ptr, one ? "" : "s");
  }
  if (share && !(t->clash->tolerance.kind == CCK_TOLERANCE_AMOUNT && plain))
    return cck_percent_text(arena, percent);
  return cck_number_text(arena, gap);
}

static cck_slice sources_words(const tally *t) {
  cck_arena *arena = t->clash->scan->run->arena;
  cck_slice who = CCK_S("in one article");
  if (t->sources > 1)
    who = t->origins > 1 ? cck_arena_printf(arena, "%zu independent sources", t->origins)
                         : cck_arena_printf(arena, "%zu articles that are not independent", t->sources);
  return t->distinct > 2 ? cck_arena_printf(arena, "%zu values, %s", t->distinct, who.ptr) : who;
}

static cck_period time_of(const cck_member *m) {
  return (cck_period){m->from == INT64_MIN ? CCK_NO_DAY : m->from, m->to == INT64_MAX ? CCK_NO_DAY : m->to};
}

static void fill_message(const tally *t, cck_draft *draft) {
  cck_arena *arena = t->clash->scan->run->arena;
  const cck_member *low = &t->clash->members[t->clash->low];
  const cck_member *high = &t->clash->members[t->clash->high];
  cck_slice *values = draft->message.values;
  bool mixed = cck_decimal_cmp(low->unit.factor, high->unit.factor) != 0; /* tonnes against kilograms */
  values[CCK_MESSAGE_low] =
      mixed ? cck_claim_full_words(arena, low->candidate->claim) : cck_claim_words(arena, low->candidate->claim);
  values[CCK_MESSAGE_high] = cck_claim_words(arena, high->candidate->claim);
  draft->message.low_mark = mark_of(arena, low);
  draft->message.high_mark = mark_of(arena, high);
  values[CCK_MESSAGE_unit] = cck_claim_unit_words(arena, high->candidate->claim);
  values[CCK_MESSAGE_value] = cck_claim_full_words(arena, low->candidate->claim);
  values[CCK_MESSAGE_spread] = spread_words(t);
  values[CCK_MESSAGE_limit] = t->clash->scan->rule->expect.tolerance.text;
  values[CCK_MESSAGE_date] = cck_distance_text(arena, time_of(low), time_of(high));
  if (low->figure.is_date)
    values[CCK_MESSAGE_date] = cck_arena_printf(arena, "published %s", values[CCK_MESSAGE_date].ptr);
  values[CCK_MESSAGE_other] = sources_words(t);
}

/* ---- steps ---- */

static cck_slice interval_text(cck_arena *arena, const cck_figure *f) {
  if (f->is_date)
    return CCK_S("its days");
  cck_slice from = f->has_min ? cck_decimal_grouped(arena, f->min) : CCK_S("no lower end");
  cck_slice to = f->has_max ? cck_decimal_grouped(arena, f->max) : CCK_S("no upper end");
  return cck_arena_printf(arena, "%s to %s", from.ptr, to.ptr);
}

static void explain_member(const tally *t, cck_draft *draft, size_t index) {
  const cck_scan *scan = t->clash->scan;
  cck_arena *arena = scan->run->arena;
  const cck_member *m = &t->clash->members[index];
  cck_draft_step(scan, draft, "%s", cck_candidate_reading(arena, m->candidate).ptr);
  bool hedged = m->candidate->claim->value.approx == CCK_APPROX_ABOUT && !m->figure.is_date;
  cck_slice hedge = cck_decimal_text(arena, scan->rule->hedge);
  cck_draft_step(scan, draft, "  compared as %s%s%s%s", interval_text(arena, &m->figure).ptr,
                 hedged ? " (\"about\" widens by " : "", hedged ? hedge.ptr : "", hedged ? "%)" : "");
}

static void explain(const tally *t, cck_draft *draft) {
  const cck_scan *scan = t->clash->scan;
  const cck_slice *values = draft->message.values;
  explain_member(t, draft, t->clash->low);
  explain_member(t, draft, t->clash->high);
  cck_draft_step(scan, draft, "%.*s", (int)t->clash->because.len, t->clash->because.ptr);
  cck_draft_step(scan, draft, "gap between the nearest ends: %.*s; the rule allows %.*s",
                 (int)values[CCK_MESSAGE_spread].len, values[CCK_MESSAGE_spread].ptr,
                 (int)values[CCK_MESSAGE_limit].len, values[CCK_MESSAGE_limit].ptr);
  cck_draft_step(scan, draft, "time: %.*s%s", (int)values[CCK_MESSAGE_date].len, values[CCK_MESSAGE_date].ptr,
                 draft->relation == CCK_RELATION_OVER_TIME ? ", more than the rule's `during`: a change over time"
                                                           : "");
}

void cck_clash_report(const cck_clash *clash) {
  const cck_scan *scan = clash->scan;
  tally t = {.clash = clash};
  count_distinct(&t);
  cck_relation relation = clash->over_time ? CCK_RELATION_OVER_TIME
                          : t.sources == 1 ? CCK_RELATION_INCONSISTENT
                                           : CCK_RELATION_DIFFERS;
  cck_draft draft = cck_draft_new(scan, relation);
  if (clash->over_time)
    draft.severity = scan->rule->apart;
  fill_message(&t, &draft);
  explain(&t, &draft);
  list_parties(&t, &draft);
  for (size_t i = 0; i < clash->count; i++) {
    CCK_PUSH(scan->arena, &draft.values, clash->members[i].value);
    draft.is_new = draft.is_new || clash->members[i].candidate->body->is_new;
  }
  cck_run_report(scan, &draft);
}
