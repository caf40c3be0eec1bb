#include "text/metadata.h"

/* `count` digits at `at`; -1 when there are none there. */
static int digits_at(cck_slice s, size_t at, size_t count) {
  int number = 0;
  if (s.len < at + count)
    return -1;
  for (size_t i = at; i < at + count; i++) {
    if (!cck_is_digit(s.ptr[i]))
      return -1;
    number = number * 10 + (s.ptr[i] - '0');
  }
  return number;
}

static int days_in_month(int year, int month) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return days[month - 1] + (month == 2 && leap);
}

bool cck_meta_date(cck_slice text, cck_slice *date) {
  enum { YEAR_ONLY = 4, WITH_MONTH = 7, WITH_DAY = 10 };
  int year = digits_at(text, 0, 4);
  if (year < 1)
    return false;
  *date = cck_slice_sub(text, 0, WITH_DAY);
  if (text.len == YEAR_ONLY)
    return true;
  int month = digits_at(text, 5, 2);
  if (text.ptr[4] != '-' || month < 1 || month > 12)
    return false;
  if (text.len == WITH_MONTH)
    return true;
  int day = digits_at(text, 8, 2);
  if (text.ptr[7] != '-' || day < 1 || day > days_in_month(year, month))
    return false;
  return text.len == WITH_DAY || text.ptr[WITH_DAY] == 'T' || text.ptr[WITH_DAY] == ' ';
}

bool cck_meta_day_after(cck_slice a, cck_slice b) {
  int year = digits_at(a, 0, 4), month = digits_at(a, 5, 2), day = digits_at(a, 8, 2);
  if (year < 1 || month < 1 || month > 12 || day < 1 || digits_at(b, 8, 2) < 1)
    return false;
  day++;
  if (day > days_in_month(year, month)) {
    day = 1;
    month++;
  }
  if (month > 12) {
    month = 1;
    year++;
  }
  return digits_at(b, 0, 4) == year && digits_at(b, 5, 2) == month && digits_at(b, 8, 2) == day;
}

static int month_of(cck_slice word) {
  static const char *const months[] = {
#define CCK_MONTH(letters) letters,
#include "text/months.def"
#undef CCK_MONTH
  };
  for (int i = 0; i < 12 && word.len >= 3; i++)
    if (cck_slice_eq_nocase(cck_slice_sub(word, 0, 3), cck_slice_of(months[i])))
      return i + 1;
  return 0;
}

static bool take_day(cck_arena *arena, int year, int month, int day, cck_slice *date) {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month))
    return false;
  *date = cck_arena_printf(arena, "%04d-%02d-%02d", year, month, day);
  return true;
}

/* The next run of letters or of digits. */
static cck_slice next_part(cck_slice *rest) {
  size_t at = 0;
  while (at < rest->len && !cck_is_alpha(rest->ptr[at]) && !cck_is_digit(rest->ptr[at]))
    at++;
  size_t end = at;
  bool digits = at < rest->len && cck_is_digit(rest->ptr[at]);
  while (end < rest->len && (digits ? cck_is_digit(rest->ptr[end]) : cck_is_alpha(rest->ptr[end])))
    end++;
  cck_slice part = cck_slice_sub(*rest, at, end);
  *rest = cck_slice_sub(*rest, end, rest->len);
  return part;
}

/* Day, month in letters and year, in whichever order: what comes behind the year is a time. */
static bool read_words(cck_arena *arena, cck_slice text, cck_slice *date) {
  enum { PARTS = 6 };
  int year = 0;
  int month = 0;
  int day = 0;
  for (int i = 0; i < PARTS && !year; i++) {
    cck_slice part = next_part(&text);
    if (part.len == 4 && cck_is_digit(part.ptr[0]))
      year = digits_at(part, 0, 4);
    else if (part.len && part.len <= 2 && cck_is_digit(part.ptr[0]) && !day)
      day = digits_at(part, 0, part.len);
    else if (!month)
      month = month_of(part);
  }
  return take_day(arena, year, month, day, date);
}

bool cck_meta_date_any(cck_arena *arena, cck_slice text, cck_slice *date) {
  text = cck_slice_trim(text);
  if (cck_meta_date(text, date))
    return true;
  int year = digits_at(text, 0, 4);
  bool packed = digits_at(text, 0, 8) >= 0 && (text.len == 8 || text.ptr[8] == 'T');
  if (packed)
    return take_day(arena, year, digits_at(text, 4, 2), digits_at(text, 6, 2), date);
  if (year > 0 && text.len >= 10 && text.ptr[4] == '/' && text.ptr[7] == '/')
    return take_day(arena, year, digits_at(text, 5, 2), digits_at(text, 8, 2), date);
  return read_words(arena, text, date);
}

static void override(cck_slice *field, cck_slice given) {
  if (given.len)
    *field = given;
}

void cck_meta_override(cck_meta *meta, const cck_meta *given) {
  override(&meta->id, given->id);
  override(&meta->title, given->title);
  override(&meta->publisher, given->publisher);
  override(&meta->author, given->author);
  override(&meta->url, given->url);
  override(&meta->copies, given->copies);
  override(&meta->lang, given->lang);
  if (given->published.len == 0)
    return;
  meta->published = given->published;
  meta->published_from = CCK_S("command line");
}
