#include "rule/stated.h"

bool cck_stated_figure(const cck_scan *scan, const cck_claim *claim, cck_figure *out) {
  cck_unit_view unit = {.factor = cck_decimal_of(1)};
  cck_decimal last = cck_claim_last_written(claim, CCK_LAST_CAREFUL);
  if (claim->kind != CCK_CLAIM_QUANTITY || !claim->value.has_min || !claim->value.has_max ||
      !cck_figure_of(claim, &unit, scan->rule->hedge, out))
    return false;
  return cck_is_written_out(claim->text, claim->value.min) ||
         (cck_decimal_mul(last, (cck_decimal){5, -1}, &last) && cck_figure_widen(out, last));
}

bool cck_stated_share(const cck_scan *scan, const cck_claim *claim, cck_figure *out) {
  const cck_tolerance *tolerance = &scan->rule->expect.tolerance;
  bool fraction = cck_slice_is(claim->value.unit, "fraction");
  cck_unit_view unit = {.factor = cck_decimal_of(fraction ? 100 : 1)};
  cck_decimal allowed = cck_claim_last_written(claim, CCK_LAST_CAREFUL);
  if (fraction) /* "a third", "halved": nobody means it to the percent */
    (void)cck_decimal_mul(claim->value.has_min ? claim->value.min : claim->value.max, (cck_decimal){1, -1}, &allowed);
  if (!cck_decimal_mul(allowed, unit.factor, &allowed))
    return false;
  bool points = tolerance->kind == CCK_TOLERANCE_PERCENT || tolerance->kind == CCK_TOLERANCE_AMOUNT;
  if (points && !cck_decimal_add(allowed, tolerance->amount, &allowed))
    return false;
  return claim->kind == CCK_CLAIM_QUANTITY && (claim->value.has_min || claim->value.has_max) &&
         cck_figure_of(claim, &unit, scan->rule->hedge, out) && cck_figure_widen(out, allowed);
}
