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

bool cck_date_inner(const cck_date_reader *r, size_t at, cck_found *out) {
  size_t the = cck_date_has(r, at, CCK_DATE_ROLE_THE);
  return cck_date_plain(r, at, out) || (the && cck_date_plain(r, at + 1, out)) || current_unit(r, at, out);
}

/* "by end of year": the unit without its article, at the end of the phrase. */
static bool bare_unit(const cck_date_reader *r, size_t at, cck_found *out) {
  cck_date_unit unit = (cck_date_unit)cck_date_value(r, at, CCK_DATE_ROLE_UNIT);
  bool closed = at + 1 >= r->count || r->tokens[at + 1].kind == CCK_TOKEN_SIGN ||
                cck_date_has(r, at + 1, CCK_DATE_ROLE_INTRODUCES) || cck_date_has(r, at + 1, CCK_DATE_ROLE_AND);
  if (unit <= CCK_DATE_DAY || cck_date_has(r, at, CCK_DATE_ROLE_PLURAL) || !closed || cck_date_dash(r, at + 1))
    return false;
  cck_period days = cck_date_unit_around(r->context->published.min, unit, 0);
  *out = cck_date_found(at, at + 1, days, cck_date_unit_precision(unit), CCK_BASIS_RELATIVE);
  return true;
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
  return cck_date_says(r, joint, "in") && found->basis == CCK_BASIS_RELATIVE &&
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
  if (needs_of && !hyphen && !cck_date_says(r, at + 1, "of"))          /* "the war will end in 2015" */
    return false;
  if (!cck_date_inner(r, at + 1 + joint, out) && !(needs_of && joint && !hyphen && bare_unit(r, at + 2, out)))
    return false;
  if (is_length_ahead(r, at + 1, out))
    return false;
  out->first = at;
  out->days = cck_date_narrow(out->days, part);
  return true;
}

/* "later this month", from the day of publication on. */
static cck_period rest_of(const cck_date_reader *r, cck_period days) {
  cck_period published = r->context->published;
  bool known = cck_period_is_known(days) && cck_period_is_known(published) && published.min == published.max;
  bool inside = known && days.min <= published.min && published.min <= days.max;
  return inside ? (cck_period){published.min, days.max} : days;
}

/*
 * "earlier this month", "earlier Sunday": the month, the Sunday. On which side of publication it lies the tense says
 * too. "Later this month", "later in the year": what is left of it.
 */
bool cck_date_form_earlier(const cck_date_reader *r, size_t at, cck_found *out) {
  if (!cck_date_value(r, at, CCK_DATE_ROLE_EARLIER))
    return false;
  size_t joint = cck_date_has(r, at + 1, CCK_DATE_ROLE_OF) || cck_date_has(r, at + 1, CCK_DATE_ROLE_ON);
  if (!cck_date_inner(r, at + 1 + joint, out) || (joint && out->basis == CCK_BASIS_TEXT))
    return false;
  out->first = at + 1 + joint;
  bool back = joint && cck_date_looks(r, at, out->past) == CCK_DATE_BACK; /* "died later in the year" */
  if (cck_date_value(r, at, CCK_DATE_ROLE_EARLIER) > 0 && out->basis == CCK_BASIS_RELATIVE && !out->told && !back) {
    out->days = rest_of(r, out->days);
    out->vague = true; /* "that month" is the whole one */
  }
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

size_t cck_date_clock_behind(const cck_date_reader *r, size_t at) {
  size_t joint = cck_date_sign(r, at, ",") || cck_date_dash(r, at);
  joint += cck_date_says(r, at + joint, "at");
  size_t used = clock_words(r, at + joint);
  bool ampm = used && cck_date_has(r, at + joint + used - 1, CCK_DATE_ROLE_AMPM);
  size_t zone = at + joint + used;
  while (used && cck_date_zone(r, zone))
    zone++;
  return ampm || zone > at + joint + used ? zone - at : 0;
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

/* The date in front of "at 3 p.m.": "on May 5 at 3 p.m.", "on Tuesday, at 9:30". */
static bool day_before_clock(const cck_date_reader *r, size_t at, cck_period *out) {
  enum { LONGEST = 6 };
  size_t past = at;
  past -= past > 1 && cck_date_says(r, past - 1, "at");
  past -= past > 1 && cck_date_sign(r, past - 1, ",");
  for (size_t i = past > LONGEST ? past - LONGEST : 0; i < past; i++) {
    cck_found found;
    if (!cck_date_plain(r, i, &found) || found.past != past)
      continue;
    *out = found.precision == CCK_PRECISION_DAY ? found.days : CCK_NO_PERIOD;
    return found.precision == CCK_PRECISION_DAY;
  }
  return false;
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
  cck_period day;
  if (!day_before_clock(r, at, &day))
    day = day_of_clock(r);
  *out = cck_date_found(at, at + zone, day, CCK_PRECISION_TIME, CCK_BASIS_RELATIVE);
  out->vague = true;
  return true;
}
