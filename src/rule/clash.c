#include "rule/clash.h"

#include "rule/speak.h"

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
  cck_draft_step(t->clash->scan, draft, "also: %s", cck_member_place(t->clash->scan->run->arena, m).ptr);
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

static cck_slice sources_words(const tally *t) {
  cck_arena *arena = t->clash->scan->run->arena;
  cck_slice who = CCK_S("in one article");
  if (t->sources > 1)
    who = t->origins > 1 ? cck_arena_printf(arena, "%zu independent sources", t->origins)
                         : cck_arena_printf(arena, "%zu articles that are not independent", t->sources);
  return t->distinct > 2 ? cck_arena_printf(arena, "%zu values, %s", t->distinct, who.ptr) : who;
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
  draft->message.low_mark = cck_member_mark(arena, low);
  draft->message.high_mark = cck_member_mark(arena, high);
  values[CCK_MESSAGE_unit] = cck_claim_unit_words(arena, high->candidate->claim);
  values[CCK_MESSAGE_value] = cck_claim_full_words(arena, low->candidate->claim);
  values[CCK_MESSAGE_spread] = cck_members_spread(arena, low, high, t->clash->tolerance.kind);
  values[CCK_MESSAGE_limit] = t->clash->scan->rule->expect.tolerance.text;
  values[CCK_MESSAGE_date] = cck_distance_text(arena, cck_member_time(low), cck_member_time(high));
  if (low->figure.is_date)
    values[CCK_MESSAGE_date] = cck_arena_printf(arena, "published %s", values[CCK_MESSAGE_date].ptr);
  values[CCK_MESSAGE_other] = sources_words(t);
}

/* ---- steps ---- */

static void explain(const tally *t, cck_draft *draft) {
  const cck_scan *scan = t->clash->scan;
  const cck_slice *values = draft->message.values;
  cck_member_explain(scan, draft, &t->clash->members[t->clash->low]);
  cck_member_explain(scan, draft, &t->clash->members[t->clash->high]);
  if (t->clash->because.len)
    cck_draft_step(scan, draft, "%.*s", (int)t->clash->because.len, t->clash->because.ptr);
  else
    cck_member_explain_why(scan, draft, &t->clash->members[t->clash->low]);
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
