/*
 * A finding: one place where an expectation does not hold. Carries all that a
 * report shows, so that the formats decide nothing. Also the coverage of a run.
 */
#ifndef CCK_MODEL_FINDING_H
#define CCK_MODEL_FINDING_H

#include "model/claim.h"

typedef enum cck_severity {
  CCK_SEVERITY_NOTE,
  CCK_SEVERITY_WARNING,
  CCK_SEVERITY_ERROR,
  CCK_SEVERITY_NEVER
} cck_severity;

typedef enum cck_relation {
  CCK_RELATION_DIFFERS,
  CCK_RELATION_OVER_TIME,
  CCK_RELATION_IMPLAUSIBLE,
  CCK_RELATION_INCONSISTENT
} cck_relation;

/*
 * A quantity as it is compared, for what is drawn: hedge applied, in the base unit of its kind. Divided by `factor` it
 * is in the claim's own unit.
 */
typedef struct cck_extent {
  cck_slice key; /* the kind: "count", "USD", "length"; empty for dates and for what cannot be compared */
  bool has_min, has_max;
  cck_decimal min, max, factor;
} cck_extent;

/* A claim that takes part, with its source. Both live as long as the run. */
typedef struct cck_party {
  const cck_claim *claim;
  const cck_source *source;
  cck_slice label; /* the figure as shown: "5,000", "~7,000", ">6,000" */
  cck_extent extent;
} cck_party;

/* What the first party was held against, where that is no other claim. */
typedef struct cck_bound {
  bool given;
  cck_decimal amount; /* in the base unit of the party's extent */
  cck_slice label;    /* "120% of gdp" */
} cck_bound;

typedef struct cck_waived {
  bool waived;
  cck_slice because, by, until; /* until: YYYY-MM-DD */
} cck_waived;

typedef struct cck_finding cck_finding;

struct cck_finding {
  cck_slice id; /* F-7KQ2-9MXD */
  cck_slice rule;
  cck_severity severity;
  cck_relation relation;
  cck_slice subject; /* as shown: "201st Military Base" */
  cck_slice when;    /* as shown: "October 2004" */
  cck_slice message; /* the rule's message, filled */
  cck_slice why, link;
  CCK_VEC(cck_party) parties; /* in order of date, then source, then offset; at least one */
  cck_bound bound;
  cck_slices suggest; /* "330 million USD" */
  cck_slices steps;   /* how it was decided, for explain: a line each */
  cck_waived waived;
  cck_slice expired; /* a waiver that covered it ran out on this day; empty when none */
  /*
   * Findings that rest on the same figures are shown as one entry. One that is shown under another has its id here;
   * the other lists it in `also` (in total order; the findings live as long as the run), and in `joined` the parties
   * that its own do not have. rule/merge.h tells which.
   */
  cck_slice shown_with;
  CCK_VEC(const cck_finding *) also;
  CCK_VEC(cck_party) joined;
};

typedef CCK_VEC(cck_finding) cck_findings;

/* Why something was left out: "articles/x.txt: not UTF-8", with how often. */
typedef struct cck_skip {
  cck_slice what;
  unsigned count;
} cck_skip;

/* `--stats`: claims that were held against nothing, by what stood in the way. */
typedef struct cck_uncompared {
  cck_slice name, words; /* "no_measure", and in words */
  unsigned count;
  cck_slices places; /* of the first few: `a.txt:3:20 "5,000 soldiers"` */
} cck_uncompared;

typedef struct cck_coverage {
  unsigned sources, claims, compared, alone, undated_sources;
  unsigned agreed, differed; /* outcomes of the groups compared */
  unsigned reread, relinked; /* stale sources: read again from the file, or linked again from stored sentences */
  CCK_VEC(cck_skip) skipped;
  cck_slices missing;                 /* what no reference table has: "no gdp for tajikistan 1890" */
  cck_slices notes;                   /* "waiver F-... expired on ..." */
  bool has_stats;                     /* asked for: */
  CCK_VEC(cck_uncompared) uncompared; /* its counts make `alone` */
  CCK_VEC(cck_skip) unlike; /* pairs of figures of one story that differ and were not taken for one, by reason */
} cck_coverage;

const char *cck_severity_name(cck_severity severity);
bool cck_severity_parse(cck_slice name, cck_severity *out);
const char *cck_relation_name(cck_relation relation);

/* "F-7KQ2-9MXD": eight letters of Crockford's base 32 from the hash of the key. */
cck_slice cck_finding_make_id(cck_arena *arena, cck_slice key);

#endif
