#include "extract/dateline.h"

#include "extract/date_reader.h"

enum { LINES = 15, LINE_BYTES = 300, LEAD_TOKENS = 24, AROUND_TITLE = 5 };

static bool is_bar(const cck_date_reader *r, size_t at) {
  return cck_date_sign(r, at, "|") || cck_date_sign(r, at, "\xc2\xb7") || cck_date_sign(r, at, "\xe2\x80\xa2");
}

/* "Published: ", "Posted on " */
static bool is_published(const cck_date_reader *r, size_t at) {
  for (size_t i = 0; i < at; i++)
    if (cck_date_has(r, i, CCK_DATE_ROLE_PUBLISHED))
      return true;
  return false;
}

/* "14:25", "8:00 AM PDT": a clock time and nothing else. */
static bool is_clock(const cck_date_reader *r, size_t past) {
  int number;
  for (size_t i = 0; i < past; i++)
    if (!cck_date_digits(r, i, &number) && !cck_date_sign(r, i, ":") && !cck_date_sign(r, i, ".") &&
        !cck_date_sign(r, i, ",") && !cck_date_has(r, i, CCK_DATE_ROLE_AMPM) && !cck_date_zone(r, i))
      return false;
  return past > 0;
}

/* What may stand before: nothing, "Published", a bar, a place with its comma, "By A. Writer (". */
static bool leads(const cck_date_reader *r, size_t at) {
  if (at == 0 || is_published(r, at) || is_bar(r, at - 1) || is_clock(r, at))
    return true;
  for (size_t i = 0; i < at; i++)
    if (r->tokens[i].kind == CCK_TOKEN_WORD && !cck_date_capital(r, i))
      return false;
  bool by = cck_date_has(r, 0, CCK_DATE_ROLE_BYLINE);
  bool sign = cck_date_sign(r, at - 1, ",") || cck_date_sign(r, at - 1, "(") || cck_date_dash(r, at - 1);
  return sign && (by || !cck_date_has(r, 0, CCK_DATE_ROLE_INTRODUCES));
}

/* What may stand behind: the end, the agency in brackets, a dash, "issue", a clock time. */
static bool follows(const cck_date_reader *r, size_t at, bool alone) {
  if (at >= r->count)
    return true;
  if (cck_date_sign(r, at, "(") || cck_date_sign(r, at, ")") || cck_date_dash(r, at) || is_bar(r, at) ||
      cck_date_has(r, at, CCK_DATE_ROLE_ISSUE))
    return true;
  int hour;
  size_t clock = at + (cck_date_has(r, at, CCK_DATE_ROLE_ON) || cck_date_sign(r, at, ","));
  return alone && cck_date_digits(r, clock, &hour) && hour <= 24;
}

static bool full_date(const cck_date_reader *r, size_t at, cck_found *out) {
  bool any =
      cck_date_form_weekday(r, at, out) || cck_date_form_calendar(r, at, out) || cck_date_form_numeric(r, at, out);
  return any && out->valid && out->precision == CCK_PRECISION_DAY && out->basis == CCK_BASIS_TEXT &&
         cck_period_is_known(out->days) && out->days.min == out->days.max;
}

static bool read_line(const cck_date_reader *r, cck_period *day) {
  cck_found found;
  for (size_t i = 0; i < r->count && i < LEAD_TOKENS; i++) {
    if (!full_date(r, i, &found))
      continue;
    size_t past = found.past + cck_date_sign(r, found.past, ".");
    if (!leads(r, i) || !follows(r, past, i == 0 || is_published(r, i)))
      return false; /* the line's first date is no dateline: nor is a later one */
    *day = found.days;
    return true;
  }
  return false;
}

/* The bytes at..end are a line of the text: is there a dateline in it? *lines counts those that are not empty. */
static bool try_line(const cck_context *undated, size_t at, size_t end, unsigned *lines, cck_period *day) {
  size_t stop = end - at > LINE_BYTES ? at + LINE_BYTES : end;
  cck_tokens tokens = {0};
  cck_tokenize_plain(undated->arena, undated->doc->text, at, stop, &tokens);
  cck_date_reader r;
  cck_date_reader_init(&r, undated, tokens.items, tokens.count);
  *lines += tokens.count > 0;
  return read_line(&r, day);
}

/* The blocks from..past, the article's own or those around it alone. */
static bool try_blocks(const cck_context *undated, size_t from, size_t past, bool furniture, cck_period *day) {
  const cck_document *doc = undated->doc;
  unsigned lines = 0;
  for (size_t i = from; i < past && i < doc->blocks.count && lines < LINES; i++)
    if ((doc->blocks.items[i].kind == CCK_BLOCK_FURNITURE) == furniture &&
        try_line(undated, doc->blocks.items[i].start, doc->blocks.items[i].end, &lines, day))
      return true;
  return false;
}

/* A page has days of other articles all around: its own stands in the text, or near the headline. */
static bool read_page(const cck_context *undated, cck_period *day) {
  const cck_document *doc = undated->doc;
  size_t title = 0;
  while (title < doc->blocks.count && doc->blocks.items[title].kind == CCK_BLOCK_FURNITURE)
    title++;
  size_t from = title < AROUND_TITLE ? 0 : title - AROUND_TITLE;
  return try_blocks(undated, title, title + LINES, false, day) ||
         try_blocks(undated, from, title + AROUND_TITLE, true, day);
}

static bool read_text(const cck_context *undated, cck_period *day) {
  cck_slice text = undated->doc->text;
  size_t at = undated->doc->body;
  for (unsigned lines = 0; lines < LINES && at < text.len;) {
    size_t end = cck_slice_find(text, CCK_S("\n"), at);
    end = end == SIZE_MAX ? text.len : end;
    if (try_line(undated, at, end, &lines, day))
      return true;
    at = end + 1;
  }
  return false;
}

bool cck_read_dateline(const cck_context *context, cck_period *day, cck_slice *published) {
  cck_context undated = *context;
  undated.published = CCK_NO_PERIOD;
  bool found = context->doc->marks.count ? read_page(&undated, day) : read_text(&undated, day);
  if (found)
    *published = cck_day_text(context->arena, day->min);
  return found;
}
