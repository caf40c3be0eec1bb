#include "rule/speak.h"

cck_slice cck_member_mark(cck_arena *arena, const cck_member *m) {
  const cck_claim *claim = m->candidate->claim;
  bool undated = m->from == INT64_MIN && m->to == INT64_MAX;
  const char *mood = claim->modality == CCK_MODALITY_ASSERTED ? "" : cck_modality_name(claim->modality);
  return cck_arena_printf(arena, "%s%s%s", mood, *mood && undated ? ", " : "", undated ? "undated" : "");
}

cck_slice cck_member_words(cck_arena *arena, const cck_member *m) {
  cck_slice words = cck_claim_full_words(arena, m->candidate->claim);
  cck_slice mark = cck_member_mark(arena, m);
  return mark.len ? cck_arena_printf(arena, "%.*s (%.*s)", (int)words.len, words.ptr, (int)mark.len, mark.ptr) : words;
}

cck_period cck_member_time(const cck_member *m) {
  return (cck_period){m->from == INT64_MIN ? CCK_NO_DAY : m->from, m->to == INT64_MAX ? CCK_NO_DAY : m->to};
}

cck_slice cck_members_spread(cck_arena *arena, const cck_member *low, const cck_member *high,
                             cck_tolerance_kind tolerance) {
  cck_decimal gap = {0, 0};
  cck_decimal percent = {0, 0};
  bool plain = cck_decimal_cmp(low->unit.factor, cck_decimal_of(1)) == 0 &&
               cck_decimal_cmp(high->unit.factor, cck_decimal_of(1)) == 0;
  bool share = cck_figure_spread(&low->figure, &high->figure, &percent);
  (void)cck_figure_gap(&low->figure, &high->figure, &gap);
  if (cck_slice_is(low->unit.dimension, "clock"))
    return cck_arena_printf(arena, "%s minutes", cck_decimal_grouped(arena, gap).ptr);
  if (low->figure.is_date) {
    bool one = cck_decimal_cmp(gap, cck_decimal_of(1)) == 0;
    return cck_arena_printf(arena, "%s day%s", cck_decimal_grouped(arena, gap).ptr, one ? "" : "s");
  }
  if (share && !(tolerance == CCK_TOLERANCE_AMOUNT && plain))
    return cck_percent_text(arena, percent);
  return cck_number_text(arena, gap);
}

static cck_slice interval_text(cck_arena *arena, const cck_figure *f) {
  if (f->is_date)
    return CCK_S("its days");
  cck_slice from = f->has_min ? cck_decimal_grouped(arena, f->min) : CCK_S("no lower end");
  cck_slice to = f->has_max ? cck_decimal_grouped(arena, f->max) : CCK_S("no upper end");
  return cck_arena_printf(arena, "%s to %s", from.ptr, to.ptr);
}

void cck_member_explain(const cck_scan *scan, cck_draft *draft, const cck_member *m) {
  cck_arena *arena = scan->run->arena;
  cck_draft_step(scan, draft, "%s", cck_candidate_reading(arena, m->candidate).ptr);
  bool hedged = m->candidate->claim->value.approx == CCK_APPROX_ABOUT && !m->figure.is_date;
  cck_slice hedge = cck_decimal_text(arena, scan->rule->hedge);
  cck_draft_step(scan, draft, "  compared as %s%s%s%s", interval_text(arena, &m->figure).ptr,
                 hedged ? " (\"about\" widens by " : "", hedged ? hedge.ptr : "", hedged ? "%)" : "");
}

cck_slice cck_member_place(cck_arena *arena, const cck_member *m) {
  const cck_source *source = m->candidate->body->source;
  cck_slice words = cck_claim_full_words(arena, m->candidate->claim);
  cck_slice name = source->publisher.len ? source->publisher : source->id;
  return cck_arena_printf(arena, "%.*s in %.*s%s%.*s", (int)words.len, words.ptr, (int)name.len, name.ptr,
                          source->published.len ? ", " : "", (int)source->published.len, source->published.ptr);
}

void cck_member_explain_why(const cck_scan *scan, cck_draft *draft, const cck_member *m) {
  const cck_claim *claim = m->candidate->claim;
  cck_slice what = claim->measure.len              ? claim->measure
                   : claim->kind == CCK_CLAIM_DATE ? claim->date.event
                                                   : claim->noun;
  cck_slice subject = claim->subject.len ? claim->subject : claim->subject_text;
  cck_draft_step(scan, draft, "compared because both give %.*s of %.*s, and their scopes do not exclude each other",
                 (int)what.len, what.ptr, subject.len ? (int)subject.len : 8, subject.len ? subject.ptr : "no one's");
}
