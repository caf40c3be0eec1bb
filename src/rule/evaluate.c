#include "rule/evaluate.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "rule/kinds.h"
#include "rule/merge.h"
#include "rule/select.h"
#include "rule/uncompared.h"
#include "rule/waive.h"

enum { NEAR_CLAIMS = 64 }; /* linked claims stand in one sentence or the next */

/* ---- what kinds ask of the run ---- */

static bool has_id(const cck_body *body, size_t at, cck_slice id) { return cck_slice_eq(body->claims[at].id, id); }

const cck_claim *cck_run_linked(const cck_candidate *candidate, const char *role) {
  const cck_body *body = candidate->body;
  const cck_links *links = &candidate->claim->links;
  size_t at = (size_t)(candidate->claim - body->claims);
  size_t l = 0;
  while (l < links->count && !cck_slice_is(links->items[l].role, role))
    l++;
  for (size_t off = 1; l < links->count && off <= NEAR_CLAIMS; off++) {
    if (at + off < body->count && has_id(body, at + off, links->items[l].id))
      return &body->claims[at + off];
    if (at >= off && has_id(body, at - off, links->items[l].id))
      return &body->claims[at - off];
  }
  return NULL;
}

static bool starts_from(const cck_claim *change, const cck_claim *claim) {
  for (size_t i = 0; i < change->links.count; i++)
    if (cck_slice_is(change->links.items[i].role, "from") && cck_slice_eq(change->links.items[i].id, claim->id))
      return change->time.days.min == claim->time.days.min && change->time.days.max == claim->time.days.max;
  return false;
}

bool cck_run_is_former(const cck_candidate *candidate) {
  const cck_body *body = candidate->body;
  const cck_claim *claim = candidate->claim;
  size_t at = (size_t)(claim - body->claims);
  bool former = false;
  for (size_t i = at; i-- > 0 && at - i <= NEAR_CLAIMS && !former && cck_slice_eq(body->claims[i].quote, claim->quote);)
    former = starts_from(&body->claims[i], claim);
  for (size_t i = at + 1;
       i < body->count && i - at <= NEAR_CLAIMS && !former && cck_slice_eq(body->claims[i].quote, claim->quote); i++)
    former = starts_from(&body->claims[i], claim);
  return former;
}

const cck_candidate *cck_run_sibling(const cck_scan *scan, const cck_candidate *candidate, const cck_claim *claim) {
  cck_candidate *other = CCK_NEW(scan->arena, cck_candidate);
  *other = *candidate;
  other->claim = claim;
  other->order = (uint32_t)((ptrdiff_t)candidate->order + (claim - candidate->claim));
  return other;
}

cck_period cck_candidate_time(const cck_candidate *candidate) {
  if (candidate->claim->kind == CCK_CLAIM_DATE) /* when it was said: the date itself is the figure */
    return candidate->body->source->period;
  return candidate->claim->time.basis == CCK_BASIS_NONE ? CCK_NO_PERIOD : candidate->claim->time.days;
}

cck_slice cck_candidate_reading(cck_arena *arena, const cck_candidate *candidate) {
  const cck_claim *claim = candidate->claim;
  const cck_source *source = candidate->body->source;
  cck_slice words = cck_claim_full_words(arena, claim);
  cck_period days = cck_candidate_time(candidate);
  cck_slice time = cck_period_is_none(days) ? CCK_S("no date") : cck_period_text(arena, days);
  const char *basis =
      claim->kind == CCK_CLAIM_DATE || cck_period_is_none(days) ? "" : cck_basis_name(claim->time.basis);
  return cck_arena_printf(arena, "\"%.*s\" (%.*s:%u:%u, %.*s) is read as %.*s; %s; time: %s%s%s%s",
                          (int)claim->text.len, claim->text.ptr, (int)claim->path.len, claim->path.ptr, claim->line,
                          claim->column, (int)source->id.len, source->id.ptr, (int)words.len, words.ptr,
                          cck_modality_name(claim->modality), time.ptr, *basis ? " (" : "", basis, *basis ? ")" : "");
}

void cck_run_mark(const cck_scan *scan, const cck_candidate *candidate) {
  scan->run->compared[candidate->order] = true;
}

void cck_run_note(const cck_scan *scan, cck_slice note) {
  cck_run *run = scan->run;
  size_t known = run->notes.texts.count;
  if (cck_intern_put(&run->notes, note) == known)
    CCK_PUSH(run->arena, &run->coverage->notes, cck_arena_copy(run->arena, note));
}

void cck_run_missing(const cck_scan *scan, cck_slice what) {
  cck_run *run = scan->run;
  size_t known = run->notes.texts.count;
  if (cck_intern_put(&run->notes, what) == known)
    CCK_PUSH(run->arena, &run->coverage->missing, cck_arena_copy(run->arena, what));
}

void cck_run_skip(const cck_scan *scan, cck_slice what) {
  cck_coverage *coverage = scan->run->coverage;
  for (size_t i = 0; i < coverage->skipped.count; i++)
    if (cck_slice_eq(coverage->skipped.items[i].what, what)) {
      coverage->skipped.items[i].count++;
      return;
    }
  cck_skip skip = {cck_arena_copy(scan->run->arena, what), 1};
  CCK_PUSH(scan->run->arena, &coverage->skipped, skip);
}

/* ---- drafts ---- */

/* "5,000 soldiers" and "5,000 men" are one value of a measure, "1 mile" and "1.609344 km" one length. */
cck_slice cck_run_value_key(const cck_scan *scan, const cck_claim *claim) {
  cck_unit_view unit = cck_unit_memo_view(&scan->run->units, claim->value.unit);
  cck_claim plain = *claim;
  plain.value.unit = unit.key;
  if (claim->kind == CCK_CLAIM_QUANTITY &&
      (!claim->value.has_min || cck_decimal_mul(claim->value.min, unit.factor, &plain.value.min)) &&
      (!claim->value.has_max || cck_decimal_mul(claim->value.max, unit.factor, &plain.value.max)))
    return cck_claim_value_key(scan->arena, &plain);
  return cck_claim_value_key(scan->arena, claim);
}

cck_draft cck_draft_new(const cck_scan *scan, cck_relation relation) {
  return (cck_draft){.relation = relation, .severity = scan->rule->severity};
}

void cck_draft_party(const cck_scan *scan, cck_draft *draft, const cck_candidate *party) {
  CCK_PUSH(scan->arena, &draft->parties, party);
  CCK_PUSH(scan->arena, &draft->values, cck_run_value_key(scan, party->claim));
  draft->is_new = draft->is_new || party->body->is_new;
}

void cck_draft_cite(const cck_scan *scan, cck_draft *draft, const cck_candidate *party) {
  cck_draft_party(scan, draft, party);
  cck_draft_step(scan, draft, "%s", cck_candidate_reading(scan->run->arena, party).ptr);
}

void cck_draft_step(const cck_scan *scan, cck_draft *draft, const char *format, ...) {
  va_list args;
  va_start(args, format);
  CCK_PUSH(scan->run->arena, &draft->steps, cck_arena_vprintf(scan->run->arena, format, args));
  va_end(args);
}

static int by_bytes(const void *a, const void *b) {
  const cck_slice *x = a;
  const cck_slice *y = b;
  return cck_slice_cmp(*x, *y);
}

static cck_slice measure_of(const cck_claim *claim) {
  return claim->measure.len ? claim->measure : claim->kind == CCK_CLAIM_DATE ? claim->date.event : claim->noun;
}

static bool one_source(const cck_draft *draft) {
  for (size_t i = 1; i < draft->parties.count; i++)
    if (draft->parties.items[i]->source != draft->parties.items[0]->source)
      return false;
  return true;
}

static void put_part(cck_buffer *key, cck_slice part) {
  if (key->len)
    cck_put_char(key, '\x1f');
  cck_put(key, part);
}

static void put_distinct(cck_arena *arena, cck_buffer *key, const cck_slices *values) {
  cck_slice *sorted = cck_arena_alloc(arena, values->count * sizeof *sorted);
  if (values->count)
    memcpy(sorted, values->items, values->count * sizeof *sorted);
  qsort(sorted, values->count, sizeof *sorted, by_bytes);
  for (size_t i = 0; i < values->count; i++)
    if (i == 0 || !cck_slice_eq(sorted[i], sorted[i - 1]))
      put_part(key, sorted[i]);
}

/* What a finding is known by: rule, subject, measure and the distinct values; the source too where it is about one. */
static cck_slice draft_id(const cck_scan *scan, const cck_draft *draft) {
  const cck_candidate *first = draft->parties.items[0];
  const cck_claim *claim = first->claim;
  cck_buffer key = {0};
  put_part(&key, scan->rule->id);
  put_part(&key, claim->subject.len ? claim->subject : cck_slug(scan->arena, claim->subject_text));
  put_part(&key, measure_of(claim));
  put_distinct(scan->arena, &key, &draft->values);
  if (draft->relation == CCK_RELATION_OVER_TIME)
    put_part(&key, CCK_S("over_time"));
  if (draft->relation == CCK_RELATION_INCONSISTENT && one_source(draft))
    put_part(&key, first->body->source->id);
  cck_slice id = cck_finding_make_id(scan->run->arena, cck_buffer_slice(&key));
  cck_buffer_fini(&key);
  return id;
}

static cck_slice subject_text(cck_run *run, const cck_claim *claim) {
  const cck_lexicon *lexicon = run->rules->lexicon;
  uint32_t entity = claim->subject.len ? cck_lexicon_entity(lexicon, claim->subject) : CCK_LEXICON_NONE;
  if (entity != CCK_LEXICON_NONE && lexicon->entities.items[entity].name.len)
    return lexicon->entities.items[entity].name;
  return claim->subject_text.len ? claim->subject_text : claim->subject;
}

/* ---- order ---- */

static cck_day start_of(const cck_claim *claim, const cck_source *source) {
  if (claim->kind != CCK_CLAIM_DATE && claim->time.basis != CCK_BASIS_NONE && claim->time.days.min != CCK_NO_DAY)
    return claim->time.days.min;
  return source->period.min;
}

static int party_order(const cck_party *a, const cck_party *b) {
  cck_day x = start_of(a->claim, a->source);
  cck_day y = start_of(b->claim, b->source);
  if (x != y)
    return x < y ? -1 : 1;
  int order = cck_slice_cmp(a->source->id, b->source->id);
  if (order)
    return order;
  if (a->claim->start != b->claim->start)
    return a->claim->start < b->claim->start ? -1 : 1;
  return cck_slice_cmp(a->claim->id, b->claim->id);
}

static int by_party(const void *a, const void *b) { return party_order(a, b); }

static int finding_order(const cck_finding *a, const cck_finding *b) {
  if (a->severity != b->severity)
    return a->severity > b->severity ? -1 : 1;
  int order = cck_slice_cmp(a->rule, b->rule);
  if (order == 0)
    order = cck_slice_cmp(a->subject, b->subject);
  if (order)
    return order;
  cck_day x = start_of(a->parties.items[0].claim, a->parties.items[0].source);
  cck_day y = start_of(b->parties.items[0].claim, b->parties.items[0].source);
  if (x != y)
    return x < y ? -1 : 1;
  order = party_order(&a->parties.items[0], &b->parties.items[0]);
  return order ? order : cck_slice_cmp(a->id, b->id);
}

static int by_finding(const void *a, const void *b) { return finding_order(a, b); }

/* ---- findings ---- */

static cck_extent extent_of(cck_run *run, const cck_rule *rule, const cck_claim *claim) {
  cck_figure figure;
  if (claim->kind != CCK_CLAIM_QUANTITY)
    return (cck_extent){0};
  cck_unit_view unit = cck_unit_memo_view(&run->units, claim->value.unit);
  if (!cck_figure_of(claim, &unit, rule->hedge, &figure))
    return (cck_extent){0};
  return (cck_extent){unit.key, figure.has_min, figure.has_max, figure.min, figure.max, unit.factor};
}

static void add_parties(cck_run *run, cck_finding *finding, const cck_rule *rule, const cck_draft *draft) {
  for (size_t i = 0; i < draft->parties.count; i++) {
    const cck_candidate *c = draft->parties.items[i];
    cck_party party = {c->claim, c->body->source, cck_claim_label(run->arena, c->claim),
                       extent_of(run, rule, c->claim)};
    CCK_PUSH(run->arena, &finding->parties, party);
  }
}

/* Drafts may share a claim. */
static void sort_parties(cck_finding *finding) {
  size_t kept = 0;
  qsort(finding->parties.items, finding->parties.count, sizeof *finding->parties.items, by_party);
  for (size_t i = 0; i < finding->parties.count; i++)
    if (kept == 0 || finding->parties.items[kept - 1].claim != finding->parties.items[i].claim)
      finding->parties.items[kept++] = finding->parties.items[i];
  finding->parties.count = kept;
}

static cck_slice when_of(cck_arena *arena, const cck_finding *finding) {
  cck_period all = CCK_NO_PERIOD;
  for (size_t i = 0; i < finding->parties.count; i++) {
    const cck_claim *claim = finding->parties.items[i].claim;
    cck_period own = claim->kind == CCK_CLAIM_DATE && claim->date.valid ? claim->date.days
                     : claim->time.basis != CCK_BASIS_NONE              ? claim->time.days
                                                                        : finding->parties.items[i].source->period;
    if (own.min != CCK_NO_DAY && (all.min == CCK_NO_DAY || own.min < all.min))
      all.min = own.min;
    if (own.max != CCK_NO_DAY && (all.max == CCK_NO_DAY || own.max > all.max))
      all.max = own.max;
  }
  return cck_when_text(arena, all);
}

static cck_slice fill_message(cck_run *run, const cck_rule *rule, const cck_draft *draft, cck_slice subject) {
  const cck_claim *claim = draft->parties.items[0]->claim;
  cck_message message = draft->message;
  cck_slice measure = measure_of(claim);
  message.values[CCK_MESSAGE_subject] = subject;
  message.values[CCK_MESSAGE_measure] = measure;
  cck_slice template_ = rule->message;
  if (template_.len == 0)
    template_ = cck_slice_of(cck_kind_at(rule->expect.kind)->how->message);
  return cck_message_fill(run->arena, template_, &message);
}

void cck_run_report(const cck_scan *scan, const cck_draft *draft) {
  cck_run *run = scan->run;
  const cck_rule *rule = scan->rule;
  cck_slice id = draft_id(scan, draft);
  uint32_t index = cck_intern_put(&run->ids, id);
  if (index < run->findings->count) {
    add_parties(run, &run->findings->items[index], rule, draft);
    run->fresh.items[index] = run->fresh.items[index] || draft->is_new;
    return;
  }
  cck_slice subject = subject_text(run, draft->parties.items[0]->claim);
  cck_finding finding = {.id = id,
                         .rule = rule->id,
                         .severity = draft->severity,
                         .relation = draft->relation,
                         .subject = subject,
                         .why = rule->why,
                         .link = rule->link,
                         .bound = draft->bound};
  finding.message = fill_message(run, rule, draft, subject);
  for (size_t i = 0; i < draft->suggest.count; i++)
    CCK_PUSH(run->arena, &finding.suggest, draft->suggest.items[i]);
  for (size_t i = 0; i < draft->steps.count; i++)
    CCK_PUSH(run->arena, &finding.steps, draft->steps.items[i]);
  add_parties(run, &finding, rule, draft);
  CCK_PUSH(run->arena, run->findings, finding);
  CCK_PUSH(run->arena, &run->fresh, draft->is_new);
}

/* ---- the run ---- */

static int by_source(const void *a, const void *b) {
  const cck_body *const *x = a;
  const cck_body *const *y = b;
  return cck_slice_cmp((*x)->source->id, (*y)->source->id);
}

static void run_init(cck_run *run, const cck_body *bodies, size_t count) {
  cck_arena *arena = run->arena;
  size_t claims = 0;
  run->bodies = cck_arena_alloc(arena, count * sizeof *run->bodies);
  run->body_count = count;
  for (size_t i = 0; i < count; i++) {
    run->bodies[i] = &bodies[i];
    claims += bodies[i].count;
    run->coverage->undated_sources += cck_period_is_none(bodies[i].source->period);
  }
  qsort(run->bodies, count, sizeof *run->bodies, by_source);
  run->coverage->sources += (unsigned)count;
  run->coverage->claims += (unsigned)claims;
  run->compared = cck_arena_alloc(arena, claims * sizeof *run->compared);
  cck_unit_memo_init(&run->units, run->rules->units, arena);
  cck_places_init(&run->places, run->rules->lexicon, arena);
  cck_origins_init(&run->origins, run->rules, run->bodies, count, arena);
  cck_intern_init(&run->ids, arena);
  cck_intern_init(&run->notes, arena);
}

static void run_rule(cck_run *run, const cck_rule *rule, cck_arena *scratch) {
  const cck_kind_entry *kind = cck_kind_at(rule->expect.kind);
  cck_scan scan = {run, rule, scratch, NULL, 0};
  if (!kind || !kind->how) {
    cck_run_note(&scan, cck_arena_printf(scratch, "rule %.*s is not evaluated: its 'expect' is not built yet",
                                         (int)rule->id.len, rule->id.ptr));
    return;
  }
  cck_candidates selected = {0};
  cck_select_claims(run, rule, scratch, &selected);
  scan.items = selected.items;
  scan.count = selected.count;
  kind->how->evaluate(&scan);
}

/* gate: the store's own discrepancies are not this article's. */
static void keep_fresh(cck_run *run) {
  size_t kept = 0;
  for (size_t i = 0; i < run->findings->count; i++)
    if (run->fresh.items[i])
      run->findings->items[kept++] = run->findings->items[i];
  run->findings->count = kept;
}

static void count_compared(cck_run *run, size_t claims) {
  unsigned compared = 0;
  for (size_t i = 0; i < claims; i++)
    compared += run->compared[i];
  run->coverage->compared += compared;
  run->coverage->alone += (unsigned)claims - compared;
}

void cck_evaluate(const cck_rules *rules, const cck_options *options, const cck_body *bodies, size_t count,
                  cck_arena *arena, cck_findings *findings, cck_coverage *coverage) {
  cck_run run = {.rules = rules, .options = options, .arena = arena, .findings = findings, .coverage = coverage};
  size_t claims = 0;
  for (size_t i = 0; i < count; i++)
    claims += bodies[i].count;
  *findings = (cck_findings){0};
  run_init(&run, bodies, count);
  cck_arena scratch;
  cck_arena_init(&scratch);
  for (size_t i = 0; i < rules->rules.count; i++) {
    const cck_rule *rule = &rules->rules.items[i];
    cck_progress_tell(&options->progress, "comparing by", "rules", i, rules->rules.count);
    if (options->only_rule.len == 0 || cck_slice_eq(options->only_rule, rule->id))
      run_rule(&run, rule, &scratch);
    cck_arena_reset(&scratch);
  }
  cck_arena_fini(&scratch);
  for (size_t i = 0; i < findings->count; i++) {
    sort_parties(&findings->items[i]);
    findings->items[i].when = when_of(arena, &findings->items[i]);
  }
  count_compared(&run, claims);
  if (options->stats)
    cck_uncompared_count(&run);
  bool complete = options->only_rule.len == 0 && !options->new_only && !options->partial;
  cck_waivers_apply(rules, options->today, complete, arena, findings, coverage);
  if (options->new_only)
    keep_fresh(&run);
  if (findings->count)
    qsort(findings->items, findings->count, sizeof *findings->items, by_finding);
  cck_merge_findings(arena, findings);
}
