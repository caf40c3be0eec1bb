#include "extract/date_reader.h"

/*
 * Days and months in a row that share what only the last of them, or the first, says:
 *
 *   on | 5 | , | 6 | and | 7 | May | 2016
 *   May | 5 | , | 6 | and | 7 | , | 2016
 *   April | , | May | and | June | 2016
 */
enum { LONGEST = 12 };

/* What joins the last of a row: "and", "or", with the comma before it or without. Tokens. */
static size_t last_joint(const cck_date_reader *r, size_t at) {
  size_t comma = cck_date_sign(r, at, ",");
  return cck_date_has(r, at + comma, CCK_DATE_ROLE_AND) || cck_date_says(r, at + comma, "or") ? comma + 1 : 0;
}

/* A day in digits; tokens. */
static size_t day_at(const cck_date_reader *r, size_t at, int *out) {
  return at < r->count && r->tokens[at].kind == CCK_TOKEN_NUMBER ? cck_date_day_number(r, at, out) : 0;
}

/* Rising days from a token on, the last behind "and": past the row, and its last day; 0 when there is none. */
static size_t row_of_days(const cck_date_reader *r, size_t at, size_t *last) {
  int before, day;
  size_t past = at + day_at(r, at, &before);
  for (size_t i = 0; past > at && i < LONGEST; i++) {
    size_t ends = last_joint(r, past);
    size_t joint = ends ? ends : cck_date_sign(r, past, ",");
    size_t used = joint ? day_at(r, past + joint, &day) : 0;
    if (!used || day <= before)
      return 0;
    *last = past + joint;
    past = *last + used;
    before = day;
    if (ends)
      return past;
  }
  return 0;
}

bool cck_date_begins_row(const cck_date_reader *r, size_t at) {
  size_t last;
  return row_of_days(r, at, &last) > 0;
}

/* Where the row of days begins that a token may stand in. */
static size_t row_begins(const cck_date_reader *r, size_t at) {
  int day;
  for (size_t i = 0; i < LONGEST; i++) {
    bool ends = at > 1 && last_joint(r, at - 1);
    size_t comma = at > 1 && cck_date_sign(r, at - 1 - ends, ",");
    size_t joint = comma + ends;
    if (!joint || at < joint + 1)
      break;
    size_t suffix = cck_date_has(r, at - joint - 1, CCK_DATE_ROLE_SUFFIX);
    size_t before = at - joint - 1 - suffix;
    if (at < joint + 1 + suffix || day_at(r, before, &day) != 1 + suffix)
      break;
    at = before;
  }
  return at;
}

/* The month before a row: "May 5 ...", "Oct. 5th ...". */
static bool month_before(const cck_date_reader *r, size_t first, cck_stated *out) {
  return (first > 0 && cck_date_month_at(r, first - 1, &out->month) == 1) ||
         (first > 1 && cck_date_month_at(r, first - 2, &out->month) == 2);
}

/* "May 5, 6 and 7[, 2016]": the days behind the first take its month, if nothing else can be counted there. */
static bool behind_month(const cck_date_reader *r, size_t at, size_t first, cck_found *out) {
  cck_stated day = {0};
  size_t last, past = row_of_days(r, first, &last);
  size_t used = day_at(r, at, &day.day);
  if (!past || at == first || !month_before(r, first, &day) || cck_date_has(r, past, CCK_DATE_ROLE_MONTH) ||
      cck_date_counts_on(r, past))
    return false;
  size_t year = cck_date_year_behind(r, past, &day);
  bool ends = year || past >= r->count || r->tokens[past].kind == CCK_TOKEN_SIGN ||
              cck_date_has(r, past, CCK_DATE_ROLE_INTRODUCES);
  *out = cck_date_found(at, at + used + (at == last ? year : 0), CCK_NO_PERIOD, CCK_PRECISION_DAY, CCK_BASIS_TEXT);
  cck_date_resolve(r, &day, out);
  return ends;
}

/* "on 5, 6 and 7 May 2016": the days before the last take the month behind it. A row with commas needs the "on". */
static bool before_month(const cck_date_reader *r, size_t at, size_t first, cck_found *out) {
  cck_stated day = {0};
  size_t last, past = row_of_days(r, at, &last);
  size_t used = day_at(r, at, &day.day);
  bool pair = past && first == at && last_joint(r, at + used);
  size_t the = first > 1 && cck_date_has(r, first - 1, CCK_DATE_ROLE_THE); /* "on the 5th, 6th and 7th of May" */
  bool said = first > the && (cck_date_says(r, first - 1 - the, "on") || cck_date_says(r, first - 1 - the, "of"));
  size_t of = cck_date_has(r, past, CCK_DATE_ROLE_OF);
  size_t month = past && (pair || said) ? cck_date_month_at(r, past + of, &day.month) : 0;
  if (!month)
    return false;
  cck_date_year_behind(r, past + of + month, &day);
  *out = cck_date_found(at, at + used, CCK_NO_PERIOD, CCK_PRECISION_DAY, CCK_BASIS_TEXT);
  cck_date_resolve(r, &day, out);
  return true;
}

bool cck_date_form_listed(const cck_date_reader *r, size_t at, cck_found *out) {
  int day;
  if (!day_at(r, at, &day))
    return false;
  size_t first = row_begins(r, at);
  return before_month(r, at, first, out) || behind_month(r, at, first, out);
}

/* The year behind a row of months: ", May and June 2016" behind "April"; and of days: " and 6, 2018" behind "May 5". */
void cck_date_take_listed_year(const cck_date_reader *r, size_t at, cck_stated *out) {
  cck_stated last = {0};
  int month, day;
  size_t end, past = at;
  for (size_t i = 0; !out->day && i < LONGEST; i++) {
    size_t ends = last_joint(r, past);
    size_t joint = ends ? ends : cck_date_sign(r, past, ",");
    size_t used = joint ? cck_date_month_at(r, past + joint, &month) : 0;
    if (!used)
      return;
    past += joint + used;
    if (ends)
      break;
  }
  for (size_t i = at; out->day && i > 0 && i + 3 > at; i--) /* the first day stands right before, perhaps with "th" */
    if (day_at(r, i - 1, &day) && day == out->day && row_of_days(r, i - 1, &end)) {
      past = row_of_days(r, i - 1, &end);
      break;
    }
  if (past == at || !cck_date_year_behind(r, past, &last))
    return;
  out->year = last.year;
  out->relative = last.relative;
}
