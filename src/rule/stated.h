/*
 * Figures as a statement gives them, with what its writer may have rounded off. For the kinds that
 * check a statement against itself: change adds up, parts sum, share fits.
 */
#ifndef CCK_RULE_STATED_H
#define CCK_RULE_STATED_H

#include "rule/kinds.h"

/*
 * A figure with both ends in its own unit, hedge applied, widened by half its last written digit; but "12" and "250"
 * are exact. False for what is no such quantity or does not fit.
 */
bool cck_stated_figure(const cck_scan *scan, const cck_claim *claim, cck_figure *out);

/*
 * A change or a share in its own unit, fractions in percent; widened by a whole last digit (writers cut instead of
 * rounding), a fraction in words by a tenth of it, and by the rule's tolerance, in points.
 */
bool cck_stated_share(const cck_scan *scan, const cck_claim *claim, cck_figure *out);

#endif
