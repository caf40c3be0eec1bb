/*
 * Findings that rest on the same figures are shown as one, whatever number of rules saw them. Nothing is dropped: a
 * finding only learns under which other it is shown, and that one what it speaks for.
 */
#ifndef CCK_RULE_MERGE_H
#define CCK_RULE_MERGE_H

#include "model/finding.h"

/*
 * Fills `shown_with`, `also` and `joined` of findings in their final order. The most severe is shown first, then the
 * one with the most parties, then the first in order. Under it go those whose claims it has all, and those that have
 * all of its own and at most as many more: a limit that one figure is beyond, and what differs from that figure, are
 * one entry; twelve sources that differ are not to vanish under what is odd about one of them. Waived ones stand alone:
 * when the shown one is waived, the next comes up. No pairs of findings are tried, but those that share a rare claim.
 */
void cck_merge_findings(cck_arena *arena, cck_findings *findings);

#endif
