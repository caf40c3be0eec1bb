#include "rule/waive.h"

typedef struct cck_waiver_where where_item;

static bool party_is(const cck_rules *rules, cck_arena *arena, const cck_party *party, const where_item *item) {
  if (item->entity.len)
    return cck_slice_eq(party->claim->subject, item->entity);
  if (!cck_slice_eq(cck_rules_publisher(rules, arena, party->source), item->source))
    return false;
  return cck_period_is_none(item->date) ||
         (!cck_period_is_none(party->source->period) && cck_period_overlaps(party->source->period, item->date));
}

/* Every item must be met by some party. A rule's waiver without any would waive all that it ever finds: it matches
 * nothing. */
static bool where_holds(const cck_rules *rules, cck_arena *arena, const cck_waiver *waiver,
                        const cck_finding *finding) {
  for (size_t i = 0; i < waiver->where_count; i++) {
    size_t p = 0;
    while (p < finding->parties.count && !party_is(rules, arena, &finding->parties.items[p], &waiver->where[i]))
      p++;
    if (p == finding->parties.count)
      return false;
  }
  return waiver->where_count > 0;
}

static bool covers(const cck_rules *rules, cck_arena *arena, const cck_waiver *waiver, const cck_finding *finding) {
  if (waiver->by_finding)
    return cck_slice_eq_nocase(waiver->target, finding->id);
  return cck_slice_eq(waiver->target, finding->rule) && where_holds(rules, arena, waiver, finding);
}

static cck_slice until_text(cck_arena *arena, const cck_waiver *waiver) {
  return waiver->until.max == CCK_NO_DAY ? waiver->until_text : cck_day_text(arena, waiver->until.max);
}

static void cover(cck_arena *arena, const cck_waiver *waiver, bool valid, cck_finding *finding) {
  if (valid && !finding->waived.waived) {
    finding->waived = (cck_waived){true, waiver->because, waiver->by, until_text(arena, waiver)};
    finding->expired = (cck_slice){NULL, 0};
  } else if (!valid && !finding->waived.waived) {
    finding->expired = until_text(arena, waiver);
  }
}

static void note(cck_arena *arena, cck_coverage *coverage, const cck_waiver *waiver, const char *what) {
  cck_slice text = cck_arena_printf(arena, "waiver of %.*s (%.*s:%u) %s", (int)waiver->target.len, waiver->target.ptr,
                                    (int)waiver->file.len, waiver->file.ptr, waiver->line, what);
  CCK_PUSH(arena, &coverage->notes, text);
}

void cck_waivers_apply(const cck_rules *rules, cck_day today, bool complete, cck_arena *arena, cck_findings *findings,
                       cck_coverage *coverage) {
  for (size_t i = 0; i < rules->waivers.count; i++) {
    const cck_waiver *waiver = &rules->waivers.items[i];
    bool valid = waiver->until.max == CCK_NO_DAY || today <= waiver->until.max;
    size_t met = 0;
    for (size_t f = 0; f < findings->count; f++) {
      if (!covers(rules, arena, waiver, &findings->items[f]))
        continue;
      cover(arena, waiver, valid, &findings->items[f]);
      met++;
    }
    if (met && !valid)
      note(arena, coverage, waiver, cck_arena_printf(arena, "expired on %s", until_text(arena, waiver).ptr).ptr);
    else if (!met && complete)
      note(arena, coverage, waiver, valid ? "matches nothing" : "has expired and matches nothing");
  }
}
