#include "model/reading.h"

static void put_number(cck_buffer *out, cck_decimal number) {
  cck_arena scratch;
  cck_arena_init(&scratch);
  cck_put(out, cck_decimal_grouped(&scratch, number));
  cck_arena_fini(&scratch);
}

void cck_put_reading_days(cck_buffer *out, cck_period days) {
  cck_arena scratch;
  cck_arena_init(&scratch);
  cck_slice min = cck_day_text(&scratch, days.min), max = cck_day_text(&scratch, days.max);
  if (cck_period_is_none(days))
    cck_put_text(out, "no date");
  else if (days.min == days.max)
    cck_put(out, min);
  else if (days.max == CCK_NO_DAY)
    cck_putf(out, "from %s", min.ptr);
  else if (days.min == CCK_NO_DAY)
    cck_putf(out, "until %s", max.ptr);
  else
    cck_putf(out, "%s to %s", min.ptr, max.ptr);
  cck_arena_fini(&scratch);
}

void cck_put_reading_amount(cck_buffer *out, const cck_value *value) {
  static const char *const hedges[] = {"", "about ", "more than ", "at least ", "under ", "at most ", ""};
  cck_put_text(out, hedges[value->approx]);
  if (value->has_min)
    put_number(out, value->min);
  if (value->has_min && value->has_max && cck_decimal_cmp(value->min, value->max) != 0)
    cck_put_text(out, " to ");
  if (value->has_max && (!value->has_min || cck_decimal_cmp(value->min, value->max) != 0))
    put_number(out, value->max);
}

static void put_quantity(cck_buffer *out, const cck_value *value) {
  cck_put_reading_amount(out, value);
  if (value->unit.len) {
    cck_put_char(out, ' ');
    cck_put_terminal(out, value->unit);
  }
  const char *change = cck_change_name(value->change);
  if (change)
    cck_putf(out, ", %s", change);
}

void cck_put_reading_value(cck_buffer *out, const cck_claim *claim) {
  if (claim->kind == CCK_CLAIM_QUANTITY) {
    put_quantity(out, &claim->value);
  } else if (claim->kind == CCK_CLAIM_NAME) {
    cck_put_text(out, "a name");
  } else if (claim->kind == CCK_CLAIM_MALFORMED) {
    cck_put_text(out, "cannot be read");
  } else if (!claim->date.valid) {
    cck_put_text(out, "no such day");
  } else {
    cck_put_reading_days(out, claim->date.days);
    if (claim->date.weekday)
      cck_putf(out, ", %s", cck_weekday_name(claim->date.weekday));
  }
}

void cck_put_reading_of(cck_buffer *out, const cck_claim *claim) {
  cck_slice what = claim->measure.len              ? claim->measure
                   : claim->kind == CCK_CLAIM_DATE ? claim->date.event
                                                   : claim->noun;
  cck_slice subject = claim->subject.len ? claim->subject : claim->subject_text;
  cck_put_text(out, claim->measure.len ? "" : "no measure");
  cck_put_text(out, claim->measure.len || !what.len ? "" : " (");
  cck_put_terminal(out, what);
  cck_put_text(out, claim->measure.len || !what.len ? "" : ")");
  if (subject.len) {
    cck_put_text(out, claim->measure.len ? " of " : ", about ");
    cck_put_terminal(out, subject);
  } else if (claim->measure.len) {
    cck_put_text(out, ", no subject"); /* why a rule "of any ..." does not look at it */
  }
  cck_put_reading_scope(out, claim);
}

void cck_put_reading_scope(cck_buffer *out, const cck_claim *claim) {
  for (size_t i = 0; i < claim->scope.count; i++) {
    cck_put_text(out, ", ");
    cck_put_terminal(out, claim->scope.items[i].key);
    cck_put_char(out, ' ');
    cck_put_terminal(out, claim->scope.items[i].value);
  }
}

void cck_put_reading_link(cck_buffer *out, const cck_claim *claim) {
  cck_put_reading_of(out, claim);
  if (claim->modality != CCK_MODALITY_ASSERTED)
    cck_putf(out, "; %s", cck_modality_name(claim->modality));
  if (claim->speaker.len) {
    cck_put_text(out, "; said by ");
    cck_put_terminal(out, claim->speaker);
  }
  if (claim->quoted)
    cck_put_text(out, "; quoted");
  if (claim->kind == CCK_CLAIM_DATE || claim->time.basis == CCK_BASIS_NONE)
    return;
  cck_put_text(out, "; ");
  cck_put_reading_days(out, claim->time.days);
  cck_putf(out, " by %s", cck_basis_name(claim->time.basis));
}
