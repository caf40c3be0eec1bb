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
