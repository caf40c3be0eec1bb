/*
 * Every form of `expect`: one file under kinds/, one line in kinds.def, one entry in
 * the table here. A kind looks at the claims that its rule selects and hands drafts
 * of findings to the run; it never sees reports, waivers or order.
 *
 *   cck_run      one evaluation: bodies, options, what was compared, the findings
 *   cck_scan     one rule of it with the claims that it selects, in order of source id and place
 *   cck_draft    what a kind says of one discrepancy
 */
#ifndef CCK_RULE_KINDS_H
#define CCK_RULE_KINDS_H

#include "rule/compare.h"
#include "rule/evaluate.h"
#include "rule/independence.h"
#include "rule/message.h"
#include "rule/scope.h"

/* A claim that a rule selects. */
typedef struct cck_candidate {
  const cck_claim *claim;
  const cck_body *body;
  uint32_t source; /* place of the body in order of source id */
  uint32_t order;  /* place of the claim in the whole run */
} cck_candidate;

typedef struct cck_run {
  const cck_rules *rules;
  const cck_options *options;
  const cck_body **bodies; /* in order of source id */
  size_t body_count;
  cck_arena *arena; /* of the findings */
  cck_unit_memo units;
  cck_places places;
  cck_origins origins;
  bool *compared;          /* by order */
  struct cck_story *story; /* what `of same story` rules share; NULL until the first */
  cck_intern ids;          /* findings by id: number is the index */
  cck_intern notes;        /* coverage notes, each once */
  CCK_VEC(bool) fresh;     /* by finding: a claim of a new source takes part */
  cck_findings *findings;
  cck_coverage *coverage;
} cck_run;

typedef struct cck_scan {
  cck_run *run;
  const cck_rule *rule;
  cck_arena *arena; /* scratch of this rule */
  const cck_candidate *items;
  size_t count;
} cck_scan;

typedef struct cck_draft {
  cck_relation relation;
  cck_severity severity;
  CCK_VEC(const cck_candidate *) parties; /* shown; the first one names the subject and the measure */
  cck_slices values; /* normalised values of all claims that take part; any order, repeats allowed */
  bool is_new;       /* a claim of a new source takes part, shown or not */
  cck_slices suggest, steps;
  cck_bound bound;
  cck_message message; /* subject and measure are filled by the run */
} cck_draft;

/* A draft of the rule's severity, with room in the scan's arena. */
cck_draft cck_draft_new(const cck_scan *scan, cck_relation relation);
void cck_draft_party(const cck_scan *scan, cck_draft *draft, const cck_candidate *party);
/* The same, and how it is read becomes a step. */
void cck_draft_cite(const cck_scan *scan, cck_draft *draft, const cck_candidate *party);
void cck_draft_step(const cck_scan *scan, cck_draft *draft, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* A claim's value as ids know it: in the base unit, counts without their noun. */
cck_slice cck_run_value_key(const cck_scan *scan, const cck_claim *claim);

/*
 * Makes a finding of the draft. One with the id of an earlier finding (the same figure
 * in another article) joins it instead.
 */
void cck_run_report(const cck_scan *scan, const cck_draft *draft);

/* The claim was held against something. */
void cck_run_mark(const cck_scan *scan, const cck_candidate *candidate);

/* A line of the coverage's notes or of what is missing (once), a count of its skips. */
void cck_run_note(const cck_scan *scan, cck_slice note);
void cck_run_missing(const cck_scan *scan, cck_slice what);
void cck_run_skip(const cck_scan *scan, cck_slice what);

/* The claim of the same body with this id, or NULL. */
const cck_claim *cck_run_linked(const cck_candidate *candidate, const char *role);

/*
 * Is it the figure that a change of its sentence starts from ("rose from 120 to 180"), with no time of its own? It held
 * before the time of the statement, nobody says when.
 */
bool cck_run_is_former(const cck_candidate *candidate);

/* Another claim of the same body as a candidate. In the scan's arena. */
const cck_candidate *cck_run_sibling(const cck_scan *scan, const cck_candidate *candidate, const cck_claim *claim);

/* When the claim holds, as compared: its valid time; unknown ends for a claim without one. */
cck_period cck_candidate_time(const cck_candidate *candidate);

/* How one figure was read, for the steps: "5,000 soldiers (a.txt:3:20): 5,000 troops, 2004-10-16 by publication". */
cck_slice cck_candidate_reading(cck_arena *arena, const cck_candidate *candidate);

typedef struct cck_kind_form {
  void (*evaluate)(const cck_scan *scan);
  const char *message; /* when the rule has none */
} cck_kind_form;

typedef struct cck_kind_entry {
  const char *form, *catches; /* as in kinds.def */
  const cck_kind_form *how;   /* NULL when not built */
} cck_kind_entry;

/* By kind; NULL past the last. */
const cck_kind_entry *cck_kind_at(size_t kind);

#endif
