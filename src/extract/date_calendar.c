#include "extract/date_reader.h"

/* The month at a token, with its dot; the number of tokens. A lower-case "may" or "march" is none. */
static size_t month_at(const cck_date_reader *r, size_t at, int *out) {
  if (!cck_date_has(r, at, CCK_DATE_ROLE_MONTH))
    return 0;
  if (cck_date_has(r, at, CCK_DATE_ROLE_WEAK) && !cck_date_capital(r, at))
    return 0;
  *out = cck_date_value(r, at, CCK_DATE_ROLE_MONTH);
  int number;
  bool dot = cck_date_sign(r, at + 1, ".") && cck_date_glued(r, at + 1) &&
             (cck_date_has(r, at, CCK_DATE_ROLE_SHORT) || cck_date_digits(r, at + 2, &number)); /* "May. 3" */
  return dot ? 2 : 1;
}

/* A number is a count, a clock time or a decimal, and no day or year, when this stands behind it. */
static bool counts_on(const cck_date_reader *r, size_t at) {
  if (cck_date_has(r, at, CCK_DATE_ROLE_COUNTED) || cck_date_has(r, at, CCK_DATE_ROLE_AMPM))
    return true;
  int minute;
  bool clock = cck_date_sign(r, at, ":") && cck_date_number(r, at + 1, 2, &minute); /* not the colon of "Oct. 26:" */
  return cck_date_glued(r, at) && (clock || cck_date_sign(r, at, "%") || cck_date_sign(r, at, "$"));
}

/* The year behind a month or a day: "2004", ", 2004", "of 2004", "this year". Tokens, 0 for none. */
static size_t year_behind(const cck_date_reader *r, size_t at, cck_stated *out) {
  size_t joint = cck_date_sign(r, at, ",") || cck_date_has(r, at, CCK_DATE_ROLE_OF);
  size_t used = cck_date_year_at(r, at + joint, &out->year);
  if (used && !counts_on(r, at + joint + used) && !cck_date_zone(r, at + joint + used))
    return joint + used;
  out->year = 0;
  joint = cck_date_has(r, at, CCK_DATE_ROLE_OF);
  used = cck_date_year_shifted(r, at + joint, &out->year);
  out->relative = used > 0;
  return used ? joint + used : 0;
}

/* "October 20[, 2004]", "Oct. 20th", "March the eighth", "May [of] 2004", "May" */
static size_t month_first(const cck_date_reader *r, size_t at, cck_stated *out) {
  size_t used = month_at(r, at, &out->month);
  if (!used)
    return 0;
  size_t the = cck_date_has(r, at + used, CCK_DATE_ROLE_THE);
  size_t day = cck_date_day_number(r, at + used + the, &out->day);
  if (day && counts_on(r, at + used + the + day))
    day = 0;
  out->day = day ? out->day : 0;
  used += day ? the + day : 0;
  return used + year_behind(r, at + used, out);
}

/* "20 October 2004", "the 20th of October", "tenth of September, 2000". A day in words needs the "of". */
static size_t day_first(const cck_date_reader *r, size_t at, cck_stated *out) {
  size_t used = cck_date_day_number(r, at, &out->day);
  if (!used || (at > 0 && cck_date_glued(r, at) && !cck_date_sign(r, at - 1, "(") && !cck_date_sign(r, at - 1, ":") &&
                !cck_date_dash(r, at - 1)))
    return 0;
  size_t of = cck_date_has(r, at + used, CCK_DATE_ROLE_OF);
  bool digits = r->tokens[at].kind == CCK_TOKEN_NUMBER;
  size_t month = digits || of ? month_at(r, at + used + of, &out->month) : 0;
  if (!month && of && cck_date_has(r, at + used + of, CCK_DATE_ROLE_MONTH)) { /* "the 2nd of march" */
    out->month = cck_date_value(r, at + used + of, CCK_DATE_ROLE_MONTH);
    month = 1;
  }
  if (!month)
    return 0;
  used += of + month;
  return used + year_behind(r, at + used, out);
}

size_t cck_date_stated(const cck_date_reader *r, size_t at, cck_stated *out) {
  *out = (cck_stated){0};
  size_t used = day_first(r, at, out);
  if (used)
    return used;
  *out = (cck_stated){0};
  return month_first(r, at, out);
}

/* The weekday behind a day: "20 October (Wednesday)", "17 October 2004, a Sunday,"; the number of tokens. */
static size_t weekday_behind(const cck_date_reader *r, size_t at, int *out) {
  if (cck_date_sign(r, at, "(") && cck_date_has(r, at + 1, CCK_DATE_ROLE_WEEKDAY) && cck_date_sign(r, at + 2, ")")) {
    *out = cck_date_value(r, at + 1, CCK_DATE_ROLE_WEEKDAY);
    return 3;
  }
  bool apposed = cck_date_sign(r, at, ",") && cck_date_has(r, at + 1, CCK_DATE_ROLE_A) &&
                 cck_date_has(r, at + 2, CCK_DATE_ROLE_WEEKDAY);
  if (!apposed || (at + 3 < r->count && r->tokens[at + 3].kind != CCK_TOKEN_SIGN))
    return 0;
  *out = cck_date_value(r, at + 2, CCK_DATE_ROLE_WEEKDAY);
  return 3;
}

/* "Reagan March", "August Wilson": the month is a name. */
static bool is_name(const cck_date_reader *r, size_t at, size_t past) {
  bool introduced = at > 0 && cck_date_has(r, at - 1, CCK_DATE_ROLE_INTRODUCES);
  if (introduced)
    return false;
  bool before = at > 0 && cck_date_capital(r, at - 1) && !(r->tokens[at - 1].flags & CCK_TOKEN_FIRST);
  bool behind = cck_date_capital(r, past) && past == at + 1 && !cck_date_has(r, past, CCK_DATE_ROLE_MONTH);
  return before || behind;
}

/* May a month stand without a day and a year here? */
static bool stands_alone(const cck_date_reader *r, size_t at, size_t past) {
  int introduced = at > 0 ? cck_date_value(r, at - 1, CCK_DATE_ROLE_INTRODUCES) : 0;
  bool dotted = past > at + 1;
  if (at > 1 && cck_date_dash(r, at - 1) && cck_date_has(r, at - 2, CCK_DATE_ROLE_PART))
    return true; /* "mid-May" */
  bool span = at > 1 && cck_date_sign(r, at - 1, "to") && cck_date_value(r, at - 2, CCK_DATE_ROLE_UNIT);
  if (cck_date_has(r, at, CCK_DATE_ROLE_WEAK)) /* "in the year to March" */
    return introduced == 2 || (span && cck_date_capital(r, at)) ||
           (at > 0 && cck_date_has(r, at - 1, CCK_DATE_ROLE_MONTH_AFTER));
  if (cck_date_has(r, at, CCK_DATE_ROLE_SHORT) && !dotted)
    return introduced == 2;
  if (!cck_date_capital(r, at))
    return introduced > 0;
  return !is_name(r, at, past);
}

/* What joins the days of a list: "and", "or"; a comma may begin another clause. */
static bool lists(const cck_date_reader *r, size_t at) {
  return cck_date_has(r, at, CCK_DATE_ROLE_AND) || cck_date_sign(r, at, "or");
}

/* "May 5 and 6, 2018": the year behind the second day is that of the first too. */
static void take_listed_year(const cck_date_reader *r, size_t at, cck_stated *out) {
  cck_stated last = {0};
  size_t used = lists(r, at) ? cck_date_day_number(r, at + 1, &last.day) : 0;
  if (!used || last.day <= out->day || !year_behind(r, at + 1 + used, &last))
    return;
  out->year = last.year;
  out->relative = last.relative;
}

bool cck_date_form_calendar(const cck_date_reader *r, size_t at, cck_found *out) {
  cck_stated stated;
  size_t used = cck_date_stated(r, at, &stated);
  if (!used)
    return false;
  if (!stated.day && !stated.year && !stands_alone(r, at, at + used))
    return false;
  if (stated.day && !stated.year)
    take_listed_year(r, at + used, &stated);
  used += stated.day ? weekday_behind(r, at + used, &stated.weekday) : 0;
  *out = cck_date_found(at, at + used, CCK_NO_PERIOD, CCK_PRECISION_DAY, CCK_BASIS_TEXT);
  cck_date_resolve(r, &stated, out);
  return true;
}

/* Numbers with signs between: "2004-10-20", "06/18/2014". */
typedef struct numeric {
  int part[3];
  size_t digits[3];
  size_t count, past;
} numeric;

static bool read_numeric(const cck_date_reader *r, size_t at, numeric *out) {
  const char *sign = cck_date_sign(r, at + 1, "/") ? "/" : "-";
  *out = (numeric){.past = at};
  if (at > 0 && cck_date_glued(r, at) && !cck_date_sign(r, at - 1, "(") && !cck_date_sign(r, at - 1, "\""))
    return false;
  while (out->count < 3) {
    size_t i = at + 2 * out->count;
    if (out->count && !(cck_date_sign(r, i - 1, sign) && cck_date_glued(r, i - 1) && cck_date_glued(r, i)))
      break;
    if (!cck_date_digits(r, i, &out->part[out->count]))
      break;
    out->digits[out->count++] = cck_date_word_text(r, i).len;
    out->past = i + 1;
  }
  bool goes_on =
      cck_date_glued(r, out->past) && (cck_date_sign(r, out->past, sign) || cck_date_sign(r, out->past, "%"));
  return out->count >= 2 && !goes_on;
}

/* "20.10.2004" is one token. */
static bool read_dotted(const cck_date_reader *r, size_t at, numeric *out) {
  cck_slice rest = cck_date_word_text(r, at);
  *out = (numeric){.past = at + 1};
  if (at >= r->count || r->tokens[at].kind != CCK_TOKEN_NUMBER || rest.len < 8 || rest.len > 10)
    return false;
  for (cck_slice part; cck_slice_next(&rest, '.', &part); out->count++) {
    if (out->count == 3 || part.len < 1 || part.len > 4)
      return false;
    for (size_t i = 0; i < part.len; i++) {
      if (!cck_is_digit(part.ptr[i]))
        return false;
      out->part[out->count] = out->part[out->count] * 10 + (part.ptr[i] - '0');
    }
    out->digits[out->count] = part.len;
  }
  return out->count == 3 && out->digits[2] == 4;
}

static int whole_year(const cck_date_reader *r, int number, size_t digits) {
  return digits == 2 ? cck_date_full_year(r, number) : number;
}

/* Which of two numbers is the month: by what is possible, then by what this article does elsewhere. */
static bool order(const cck_date_reader *r, bool day_first, int a, int b, cck_stated *out) {
  bool swap = a > 12 || (b <= 12 && (day_first || r->context->day_first));
  out->month = swap ? b : a;
  out->day = swap ? a : b;
  return out->month >= 1 && out->month <= 12 && out->day >= 1 && out->day <= 31;
}

static bool numeric_stated(const cck_date_reader *r, size_t at, const numeric *n, bool day_first, cck_stated *out) {
  bool slash = cck_date_sign(r, at + 1, "/");
  *out = (cck_stated){0};
  if (n->count == 3 && n->digits[0] == 4 && n->digits[1] <= 2 && n->digits[2] <= 2) {
    *out = (cck_stated){.year = n->part[0], .month = n->part[1], .day = n->part[2]};
    return out->year >= 1000 && out->month >= 1 && out->month <= 12 && out->day >= 1 && out->day <= 31;
  }
  if (n->digits[0] > 2 || n->digits[1] > 2 || !order(r, day_first, n->part[0], n->part[1], out))
    return false;
  if (n->count == 2) /* a fraction, a score, unless a word says that it is a day */
    return slash && at > 0 && cck_date_has(r, at - 1, CCK_DATE_ROLE_ON);
  out->year = whole_year(r, n->part[2], n->digits[2]);
  return n->digits[2] == 4 ? out->year >= 1000 : n->digits[2] == 2 && slash;
}

/* "05-Aug-2016", "2019/Sep/01", "Sep-23-2020": numbers and a month in letters, all glued. */
bool cck_date_form_lettered(const cck_date_reader *r, size_t at, cck_found *out) {
  cck_stated stated = {0};
  const char *sign = cck_date_sign(r, at + 1, "/") ? "/" : "-";
  if (at > 0 && cck_date_glued(r, at) && !cck_date_sign(r, at - 1, "(") && !cck_date_sign(r, at - 1, "\""))
    return false;
  for (size_t i = 0; i < 3; i++) {
    size_t part = at + 2 * i;
    int number;
    if (i && !(cck_date_sign(r, part - 1, sign) && cck_date_glued(r, part - 1) && cck_date_glued(r, part)))
      return false;
    if (cck_date_has(r, part, CCK_DATE_ROLE_MONTH) && !stated.month)
      stated.month = cck_date_value(r, part, CCK_DATE_ROLE_MONTH);
    else if (!stated.year && cck_date_number(r, part, 4, &number))
      stated.year = number;
    else if (!stated.day && cck_date_digits(r, part, &number) && number >= 1 && number <= 31)
      stated.day = number;
    else
      return false;
  }
  if (stated.year < CCK_YEAR_MIN || !stated.month || !stated.day)
    return false;
  *out = cck_date_found(at, at + 5, CCK_NO_PERIOD, CCK_PRECISION_DAY, CCK_BASIS_TEXT);
  cck_date_resolve(r, &stated, out);
  return true;
}

bool cck_date_form_numeric(const cck_date_reader *r, size_t at, cck_found *out) {
  numeric n;
  cck_stated stated;
  bool dotted = read_dotted(r, at, &n);
  if (!dotted && !read_numeric(r, at, &n))
    return false;
  if (!numeric_stated(r, at, &n, dotted, &stated))
    return false;
  size_t past = n.past + weekday_behind(r, n.past, &stated.weekday);
  *out = cck_date_found(at, past, CCK_NO_PERIOD, CCK_PRECISION_DAY, CCK_BASIS_TEXT);
  cck_date_resolve(r, &stated, out);
  out->day_first = n.digits[0] <= 2 && n.part[0] > 12;
  return true;
}

/* What joins the ends of a range: a dash, "to"; "and" only behind "between". Tokens, 0 for none. */
static size_t joins(const cck_date_reader *r, size_t first, size_t at) {
  first -= first > 1 && cck_date_has(r, first - 1, CCK_DATE_ROLE_THE); /* "between the 4th and the 6th" */
  bool between = first > 0 && cck_date_has(r, first - 1, CCK_DATE_ROLE_BETWEEN);
  if (cck_date_sign(r, at, "/") && cck_date_glued(r, at) && cck_date_has(r, at + 1, CCK_DATE_ROLE_MONTH))
    return 1; /* "July/September" */
  if (cck_date_dash(r, at) || cck_date_has(r, at, CCK_DATE_ROLE_TO))
    return 1;
  return between && cck_date_has(r, at, CCK_DATE_ROLE_AND);
}

/* The day alone that ends "May 23-25[, 2014]". */
static size_t day_end(const cck_date_reader *r, size_t at, const cck_stated *start, cck_stated *out) {
  *out = (cck_stated){.month = start->month};
  size_t used = start->day ? cck_date_day_number(r, at, &out->day) : 0;
  if (!used || counts_on(r, at + used) || out->day <= start->day)
    return 0;
  size_t year = year_behind(r, at + used, out);
  bool spaced = cck_date_dash(r, at - 1) && !cck_date_glued(r, at);
  bool ends = year || at + used >= r->count || r->tokens[at + used].kind == CCK_TOKEN_SIGN;
  return spaced && !ends ? 0 : used + year; /* "June 5 - 7 people were ..." */
}

/* Each end takes from the other what it leaves open. */
static void share(const cck_date_reader *r, cck_found *found, cck_stated *start, cck_stated *end) {
  bool turns = start->month > end->month; /* from November to March */
  if (!end->year && start->year)
    end->year = start->year + turns;
  if (!end->year) {
    cck_found nearest = *found;
    cck_date_resolve(r, end, &nearest);
    end->year = nearest.days.min == CCK_NO_DAY ? 0 : cck_civil_of(nearest.days.min).year;
    end->relative = true;
  }
  if (!start->year && end->year)
    start->year = end->year - turns;
}

static bool range_between(const cck_date_reader *r, cck_stated start, cck_stated end, cck_found *out) {
  cck_found a = *out, b = *out;
  share(r, out, &start, &end);
  cck_date_resolve(r, &start, &a);
  cck_date_resolve(r, &end, &b);
  if (a.valid && b.valid && a.days.min != CCK_NO_DAY && a.days.min > b.days.max)
    return false;
  out->valid = a.valid && b.valid;
  out->days = out->valid ? (cck_period){a.days.min, b.days.max} : CCK_NO_PERIOD;
  out->precision = a.precision < b.precision ? a.precision : b.precision;
  out->basis = end.relative || start.relative ? CCK_BASIS_RELATIVE : b.basis;
  return true;
}

/* "22 this month", "the 7th of next month": a day of a month that a shift names. Tokens. */
static size_t day_of_shifted(const cck_date_reader *r, size_t at, bool introduced, cck_stated *out) {
  size_t used = cck_date_day_number(r, at, &out->day);
  size_t of = cck_date_has(r, at + used, CCK_DATE_ROLE_OF);
  size_t month = at + used + of;
  if (!of && !introduced) /* "won 4 to 22 this month" */
    return 0;
  cck_period days =
      cck_date_unit_around(r->context->published.min, CCK_DATE_MONTH, cck_date_value(r, month, CCK_DATE_ROLE_SHIFT));
  if (!used || !cck_date_has(r, month, CCK_DATE_ROLE_SHIFT) || cck_date_has(r, month, CCK_DATE_ROLE_TOLD) ||
      cck_date_value(r, month + 1, CCK_DATE_ROLE_UNIT) != CCK_DATE_MONTH || days.min == CCK_NO_DAY)
    return 0;
  cck_civil first = cck_civil_of(days.min);
  out->year = first.year;
  out->month = first.month;
  out->relative = true;
  return month + 2 - at;
}

/* "23-25 May 2014", "from 5 to 7 May", "from the 4th to the 22nd of this month": the first day stands alone. */
static bool range_day_first(const cck_date_reader *r, size_t at, cck_found *out) {
  cck_stated start = {0}, end = {0};
  size_t used = cck_date_day_number(r, at, &start.day);
  size_t joint = used ? joins(r, at, at + used) : 0;
  joint += joint && cck_date_has(r, at + used + joint, CCK_DATE_ROLE_THE);
  size_t more = joint ? day_first(r, at + used + joint, &end) : 0;
  bool introduced =
      at > 0 && (cck_date_has(r, at - 1, CCK_DATE_ROLE_FROM) || cck_date_has(r, at - 1, CCK_DATE_ROLE_BETWEEN));
  more = joint && !more ? day_of_shifted(r, at + used + joint, introduced, &end) : more;
  if (!more || start.day >= end.day)
    return false;
  start.month = end.month;
  *out = cck_date_found(at, at + used + joint + more, CCK_NO_PERIOD, CCK_PRECISION_DAY, CCK_BASIS_TEXT);
  return range_between(r, start, end, out);
}

/* "18 and 19 June": the first day takes the month behind the last. */
static bool listed_before(const cck_date_reader *r, size_t at, cck_found *out) {
  cck_stated day = {0}, end = {0};
  size_t used = cck_date_day_number(r, at, &day.day);
  if (!used || r->tokens[at].kind != CCK_TOKEN_NUMBER || !lists(r, at + used) || !day_first(r, at + used + 1, &end) ||
      end.day <= day.day || r->tokens[at + used + 1].kind != CCK_TOKEN_NUMBER)
    return false;
  day.month = end.month;
  day.year = end.year;
  day.relative = end.relative;
  *out = cck_date_found(at, at + used, CCK_NO_PERIOD, CCK_PRECISION_DAY, CCK_BASIS_TEXT);
  cck_date_resolve(r, &day, out);
  return true;
}

/* "May 5 and 6": the last day takes the month before the first. */
static bool listed_behind(const cck_date_reader *r, size_t at, cck_found *out) {
  cck_stated first = {0}, day = {0};
  size_t used = cck_date_day_number(r, at, &day.day);
  if (!used || at < 3 || r->tokens[at].kind != CCK_TOKEN_NUMBER || !lists(r, at - 1) ||
      cck_date_has(r, at + used, CCK_DATE_ROLE_MONTH) || counts_on(r, at + used))
    return false;
  for (size_t i = at - 3; i + 5 > at; i--) { /* "May 5", "Oct. 5th" */
    if (month_first(r, i, &first) && first.day && !first.year && first.day < day.day) {
      size_t year = year_behind(r, at + used, &day);
      bool ends = year || at + used >= r->count || r->tokens[at + used].kind == CCK_TOKEN_SIGN ||
                  cck_date_has(r, at + used, CCK_DATE_ROLE_INTRODUCES);
      day.month = first.month;
      *out = cck_date_found(at, at + used + year, CCK_NO_PERIOD, CCK_PRECISION_DAY, CCK_BASIS_TEXT);
      cck_date_resolve(r, &day, out);
      return ends;
    }
    if (i == 0)
      break;
  }
  return false;
}

bool cck_date_form_listed(const cck_date_reader *r, size_t at, cck_found *out) {
  return listed_before(r, at, out) || listed_behind(r, at, out);
}

/* "2016 June", "2016, Nov.": the year in front. */
bool cck_date_form_year_month(const cck_date_reader *r, size_t at, cck_found *out) {
  cck_stated stated = {0};
  if (!cck_date_number(r, at, 4, &stated.year) || stated.year < CCK_YEAR_MIN || (at > 0 && cck_date_glued(r, at)))
    return false;
  size_t comma = cck_date_sign(r, at + 1, ",");
  size_t month = month_at(r, at + 1 + comma, &stated.month);
  size_t past = at + 1 + comma + month;
  bool row = (past < r->count && r->tokens[past].kind == CCK_TOKEN_NUMBER) || /* of a table */
             (at > 0 && r->tokens[at - 1].kind == CCK_TOKEN_NUMBER);
  if (!month || cck_date_has(r, at + 1 + comma, CCK_DATE_ROLE_WEAK) || row || cck_date_capital(r, past) ||
      (comma && !cck_date_has(r, at + 2, CCK_DATE_ROLE_SHORT)))
    return false;
  *out = cck_date_found(at, past, CCK_NO_PERIOD, CCK_PRECISION_MONTH, CCK_BASIS_TEXT);
  cck_date_resolve(r, &stated, out);
  return true;
}

bool cck_date_form_range(const cck_date_reader *r, size_t at, cck_found *out) {
  cck_stated start, end;
  size_t used = cck_date_stated(r, at, &start);
  if (!used)
    return range_day_first(r, at, out);
  size_t joint = joins(r, at, at + used);
  if (!joint)
    return false;
  size_t next = at + used + joint;
  size_t more = cck_date_stated(r, next, &end);
  if (more && !end.day != !start.day)
    more = 0;
  if (!more)
    more = start.year ? 0 : day_end(r, next, &start, &end);
  if (!more)
    return false;
  *out = cck_date_found(at, next + more, CCK_NO_PERIOD, CCK_PRECISION_DAY, CCK_BASIS_TEXT);
  return range_between(r, start, end, out);
}
