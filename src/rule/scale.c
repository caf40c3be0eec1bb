#include "rule/scale.h"

static bool shifted(const cck_value *value, int power, cck_value *out) {
  *out = *value;
  if (out->approx == CCK_APPROX_ABOUT) /* "did you mean" names the figure itself */
    out->approx = CCK_APPROX_EXACT;
  return (!value->has_min || cck_decimal_shift(value->min, power, &out->min)) &&
         (!value->has_max || cck_decimal_shift(value->max, power, &out->max));
}

cck_slice cck_scale_suggest(cck_arena *arena, const cck_claim *claim, cck_scale_fits fits, const void *context) {
  static const int powers[] = {-1, 1, -3, 3};
  unsigned found = 0;
  cck_claim meant = *claim;
  for (size_t i = 0; i < sizeof powers / sizeof *powers; i++) {
    cck_value value;
    if (!shifted(&claim->value, powers[i], &value) || !fits(context, &value))
      continue;
    meant.value = value;
    found++;
  }
  return found == 1 ? cck_claim_full_words(arena, &meant) : (cck_slice){"", 0};
}
