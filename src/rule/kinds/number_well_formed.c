/* number well formed: "2,452,3000", "5,00 troops". */
#include "rule/kinds.h"

static void report(const cck_scan *scan, const cck_candidate *c) {
  cck_draft draft = cck_draft_new(scan, CCK_RELATION_INCONSISTENT);
  cck_run_mark(scan, c);
  cck_draft_party(scan, &draft, c);
  draft.message.values[CCK_MESSAGE_value] = cck_claim_words(scan->run->arena, c->claim);
  cck_draft_step(scan, &draft,
                 "\"%.*s\" (%.*s:%u:%u): its groups of digits or its signs fit no way of writing a number",
                 (int)c->claim->text.len, c->claim->text.ptr, (int)c->claim->path.len, c->claim->path.ptr,
                 c->claim->line, c->claim->column);
  cck_run_report(scan, &draft);
}

static void evaluate(const cck_scan *scan) {
  for (size_t i = 0; i < scan->count; i++)
    if (scan->items[i].claim->kind == CCK_CLAIM_MALFORMED)
      report(scan, &scan->items[i]);
}

const cck_kind_form cck_kind_form_number_well_formed = {evaluate, "\"{value}\" cannot be read as one number"};
