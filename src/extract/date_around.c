#include "extract/date_reader.h"

/* "the month", "the year" behind "the end of": the current one. */
static bool current_unit(const cck_date_reader *r, size_t at, cck_found *out) {
  cck_date_unit unit = (cck_date_unit)cck_date_value(r, at + 1, CCK_DATE_ROLE_UNIT);
  if (!cck_date_has(r, at, CCK_DATE_ROLE_THE) || !unit || unit == CCK_DATE_DAY ||
      cck_date_has(r, at + 1, CCK_DATE_ROLE_PLURAL))
    return false;
  cck_period days = cck_date_unit_around(r->context->published.min, unit, 0);
  *out = cck_date_found(at, at + 2, days, cck_date_unit_precision(unit), CCK_BASIS_RELATIVE);
  return true;
}

/* What stands behind a part: a plain date, perhaps behind "the", or the current unit. */
static bool inner(const cck_date_reader *r, size_t at, cck_found *out) {
  size_t the = cck_date_has(r, at, CCK_DATE_ROLE_THE);
  return cck_date_plain(r, at, out) || (the && cck_date_plain(r, at + 1, out)) || current_unit(r, at, out);
}

/* "year's end" */
static bool units_end(const cck_date_reader *r, size_t at, cck_found *out) {
  cck_date_unit unit = (cck_date_unit)cck_date_value(r, at, CCK_DATE_ROLE_UNIT);
  if (unit <= CCK_DATE_DAY || !cck_date_has(r, at + 1, CCK_DATE_ROLE_POSSESSIVE) ||
      !cck_date_has(r, at + 2, CCK_DATE_ROLE_END))
    return false;
  cck_period days = cck_date_unit_around(r->context->published.min, unit, 0);
  *out = cck_date_found(at, at + 3, cck_date_narrow(days, CCK_DATE_LATE), cck_date_unit_precision(unit),
                        CCK_BASIS_RELATIVE);
  return true;
}

/* "will close in two weeks": the verb, and no part of what follows. */
static bool is_length_ahead(const cck_date_reader *r, size_t joint, const cck_found *found) {
  int number;
  cck_date_unit unit;
  return cck_date_sign(r, joint, "in") && found->basis == CCK_BASIS_RELATIVE &&
         cck_date_length(r, found->first, &number, &unit) > 0;
}

/* "early 2011", "mid-September", "the end of 2014", "late in the year", "year's end" */
bool cck_date_form_part(const cck_date_reader *r, size_t at, cck_found *out) {
  cck_date_part part = (cck_date_part)cck_date_value(r, at, CCK_DATE_ROLE_PART);
  if (!part)
    return units_end(r, at, out);
  size_t joint = cck_date_has(r, at + 1, CCK_DATE_ROLE_OF) || cck_date_dash(r, at + 1);
  bool needs_of = cck_date_has(r, at, CCK_DATE_ROLE_PART_OF);
  bool hyphen = cck_date_dash(r, at + 1) && cck_date_glued(r, at + 1); /* "end-March" */
  if (needs_of && !hyphen && !cck_date_has(r, at + 1, CCK_DATE_ROLE_OF))
    return false;
  if (!inner(r, at + 1 + joint, out) || is_length_ahead(r, at + 1, out))
    return false;
  out->first = at;
  out->days = cck_date_narrow(out->days, part);
  return true;
}

/*
 * "earlier this month", "later in the year", "earlier Sunday": the month, the year, the Sunday. On which side of
 * publication it lies the tense says too; a half of the month would be more than was stated.
 */
bool cck_date_form_earlier(const cck_date_reader *r, size_t at, cck_found *out) {
  if (!cck_date_value(r, at, CCK_DATE_ROLE_EARLIER))
    return false;
  size_t joint = cck_date_has(r, at + 1, CCK_DATE_ROLE_OF) || cck_date_has(r, at + 1, CCK_DATE_ROLE_ON);
  if (!inner(r, at + 1 + joint, out) || (joint && out->basis == CCK_BASIS_TEXT))
    return false;
  out->first = at + 1 + joint;
  return true;
}

/* "9", "9:30", with "a.m." or a colon. Tokens. */
static size_t clock_words(const cck_date_reader *r, size_t at) {
  int hour, minute;
  if (!cck_date_digits(r, at, &hour) || hour > 24 ||
      (at > 0 && cck_date_glued(r, at) && !cck_date_sign(r, at - 1, "(")))
    return 0;
  size_t used = 1;
  bool colon = cck_date_sign(r, at + 1, ":") && cck_date_glued(r, at + 1) && cck_date_number(r, at + 2, 2, &minute);
  used += colon ? 2 : 0;
  bool ampm = cck_date_has(r, at + used, CCK_DATE_ROLE_AMPM);
  return colon || ampm ? used + ampm : 0;
}

/* "9 a.m. Tuesday", "6 p.m. EST Nov. 3" */
bool cck_date_form_clock(const cck_date_reader *r, size_t at, cck_found *out) {
  size_t used = clock_words(r, at);
  if (!used)
    return false;
  while (cck_date_has(r, at + used, CCK_DATE_ROLE_ZONE))
    used++;
  used += cck_date_has(r, at + used, CCK_DATE_ROLE_ON) || cck_date_sign(r, at + used, ",");
  if (!cck_date_plain(r, at + used, out) || out->precision != CCK_PRECISION_DAY)
    return false;
  out->first = at;
  out->precision = CCK_PRECISION_TIME;
  return true;
}

/* The day that a clock without one belongs to: the day told last, if that is no older than a week, else publication. */
static cck_period day_of_clock(const cck_date_reader *r) {
  enum { WEEK = 7 };
  cck_period last = r->context->last_date;
  cck_period published = r->context->published;
  bool day = cck_period_is_known(last) && last.min == last.max;
  bool near =
      day && (!cck_period_is_known(published) || (last.min <= published.max && published.max - last.min <= WEEK));
  if (near)
    return last;
  return cck_period_is_known(published) && published.min == published.max ? published : CCK_NO_PERIOD;
}

/* "at 3:10 p.m.", "0737 GMT": a clock and no day. */
bool cck_date_form_clock_alone(const cck_date_reader *r, size_t at, cck_found *out) {
  size_t used = clock_words(r, at);
  if (!used)
    return false;
  bool ampm = cck_date_has(r, at + used - 1, CCK_DATE_ROLE_AMPM);
  size_t zone = used;
  while (cck_date_zone(r, at + zone))
    zone++;
  if (!ampm && zone == used)
    return false;
  *out = cck_date_found(at, at + zone, day_of_clock(r), CCK_PRECISION_TIME, CCK_BASIS_RELATIVE);
  out->vague = true;
  return true;
}

/* "the week of March 6", "week ended Oct. 13", "the month of May" */
static bool unit_of(const cck_date_reader *r, size_t at, cck_found *out) {
  cck_date_unit unit = (cck_date_unit)cck_date_value(r, at, CCK_DATE_ROLE_UNIT);
  int end = cck_date_value(r, at + 1, CCK_DATE_ROLE_ENDING);
  if ((unit != CCK_DATE_WEEK && unit != CCK_DATE_WEEKEND && unit != CCK_DATE_MONTH) ||
      cck_date_has(r, at, CCK_DATE_ROLE_PLURAL) || (!end && !cck_date_has(r, at + 1, CCK_DATE_ROLE_OF)))
    return false;
  size_t on = cck_date_has(r, at + 2, CCK_DATE_ROLE_ON);
  if (!cck_date_plain(r, at + 2 + on, out))
    return false;
  bool day = out->precision == CCK_PRECISION_DAY;
  if (day == (unit == CCK_DATE_MONTH) || (!day && out->precision != CCK_PRECISION_MONTH))
    return false;
  out->first = at;
  if (!day || !cck_period_is_known(out->days))
    return true;
  out->precision = cck_date_unit_precision(unit);
  out->weekday = 0;
  if (!end || unit == CCK_DATE_WEEKEND)
    out->days = cck_date_unit_around(out->days.min, unit, 0);
  else
    out->days =
        end < 0 ? (cck_period){out->days.max - 6, out->days.max} : (cck_period){out->days.min, out->days.min + 6};
  return true;
}

/* The n-th day, week or weekday of a period; n is -1 for the last. */
static cck_period nth_in(cck_period days, int nth, cck_date_unit unit, int weekday) {
  cck_day start = days.min, end = days.max;
  cck_day step = unit == CCK_DATE_DAY ? 1 : 7;
  if (weekday) {
    start += (weekday - cck_weekday(start) + 7) % 7;
    end -= (cck_weekday(end) - weekday + 7) % 7;
  }
  cck_day first = nth < 0 ? (weekday || unit == CCK_DATE_DAY ? end : end - 6) : start + step * (nth - 1);
  cck_day last = unit == CCK_DATE_WEEK ? first + 6 : first;
  return last > days.max ? CCK_NO_PERIOD : (cck_period){first, last};
}

/* "the first week of May", "the last day of March", "the third Monday in January" */
static bool nth_of(const cck_date_reader *r, size_t at, cck_found *out) {
  int nth = -1;
  size_t used = cck_date_ordinal(r, at, &nth);
  if (!used && cck_date_value(r, at, CCK_DATE_ROLE_SHIFT) == -1 && !cck_date_has(r, at, CCK_DATE_ROLE_TOLD)) {
    nth = -1;
    used = 1;
  }
  int weekday = cck_date_value(r, at + used, CCK_DATE_ROLE_WEEKDAY);
  cck_date_unit unit = (cck_date_unit)cck_date_value(r, at + used, CCK_DATE_ROLE_UNIT);
  bool fits = weekday || unit == CCK_DATE_DAY || unit == CCK_DATE_WEEK;
  if (!used || !fits || nth == 0 || !cck_date_has(r, at + used + 1, CCK_DATE_ROLE_OF) ||
      !inner(r, at + used + 2, out) || !cck_period_is_known(out->days) || out->precision < CCK_PRECISION_MONTH)
    return false;
  cck_period days = nth_in(out->days, nth, weekday ? 0 : unit, weekday);
  if (cck_period_is_none(days))
    return false;
  out->first = at;
  out->days = days;
  out->weekday = weekday;
  out->precision = unit == CCK_DATE_WEEK && !weekday ? CCK_PRECISION_WEEK : CCK_PRECISION_DAY;
  return true;
}

bool cck_date_form_week_of(const cck_date_reader *r, size_t at, cck_found *out) {
  return unit_of(r, at, out) || nth_of(r, at, out);
}
