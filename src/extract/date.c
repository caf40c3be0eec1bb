#include "extract/date_reader.h"
#include "extract/never.h"

#define BIT(role) (UINT64_C(1) << CCK_DATE_ROLE_##role)
#define NUMBERS (BIT(NUMBER) | BIT(ONES) | BIT(TEENS) | BIT(TENS))
#define ORDINALS (BIT(NUMBER) | BIT(ORDINAL) | BIT(TENS))

/* A form, and the roles of the words at which it can begin. */
typedef struct form {
  cck_date_form read;
  uint64_t begins;
} form;

static const form PLAIN[] = {
    {cck_date_form_event, BIT(EVENT)},
    {cck_date_form_calendar, BIT(MONTH) | ORDINALS},
    {cck_date_form_numeric, BIT(NUMBER) | BIT(DOTTED)},
    {cck_date_form_lettered, BIT(NUMBER) | BIT(MONTH)},
    {cck_date_form_listed, BIT(NUMBER)},
    {cck_date_form_year_month, BIT(NUMBER)},
    {cck_date_form_range, BIT(MONTH) | ORDINALS},
    {cck_date_form_weekday, BIT(WEEKDAY)},
    {cck_date_form_week_day, BIT(SHIFT)},
    {cck_date_form_day, BIT(THE) | ORDINALS},
    {cck_date_form_year, NUMBERS | BIT(FISCAL) | BIT(UNIT)},
    {cck_date_form_years, BIT(NUMBER)},
    {cck_date_form_decade, BIT(NUMBER) | BIT(DECADE) | BIT(TEENS) | BIT(TENS)},
    {cck_date_form_century, ORDINALS},
    {cck_date_form_season, BIT(SEASON)},
    {cck_date_form_quarter,
     ORDINALS | NUMBERS | BIT(FISCAL) | BIT(SHIFT) | BIT(THAT) | BIT(LATEST) | BIT(THE) | BIT(Q)},
    {cck_date_form_half, ORDINALS | NUMBERS | BIT(SHIFT) | BIT(H)},
    {cck_date_form_holiday, BIT(HOLIDAY)},
    {cck_date_form_today, BIT(TODAY) | BIT(UNIT)},
    {cck_date_form_shift, BIT(SHIFT) | BIT(THE) | BIT(UNIT)},
    {cck_date_form_told, BIT(SHIFT) | BIT(THAT)},
    {cck_date_form_ago, NUMBERS | BIT(A) | BIT(ALMOST) | BIT(SEVERAL) | BIT(UNIT)},
    {cck_date_form_recent, BIT(RECENT) | BIT(SHIFT)},
    {cck_date_form_the_year, BIT(THE)},
    {cck_date_form_year_ago, BIT(UNIT)},
    {cck_date_form_after_next, BIT(UNIT) | BIT(WEEKDAY) | BIT(MONTH) | BIT(DAYPART)},
    {cck_date_form_days_off, NUMBERS | BIT(A)},
    {cck_date_form_same, BIT(SAME)},
};

static const form AROUND[] = {
    {cck_date_form_part, BIT(PART) | BIT(UNIT)},
    {cck_date_form_earlier, BIT(EARLIER)},
    {cck_date_form_clock, BIT(NUMBER)},
    {cck_date_form_clock_alone, BIT(NUMBER)},
    {cck_date_form_span, UINT64_MAX},
    {cck_date_form_beside, NUMBERS | BIT(A) | BIT(ALMOST) | BIT(UNIT)},
    {cck_date_form_week_of, BIT(UNIT) | ORDINALS | BIT(SHIFT) | BIT(FISCAL) | BIT(FINAL)},
};

enum { PLAIN_COUNT = sizeof PLAIN / sizeof *PLAIN, AROUND_COUNT = sizeof AROUND / sizeof *AROUND };

static_assert(PLAIN_COUNT + AROUND_COUNT <= 64, "a set of forms is 64 bits: those of PLAIN, then those of AROUND");

/* The forms that can begin at a word of these roles. */
static uint64_t forms_at(uint64_t roles) {
  uint64_t forms = 0;
  for (size_t i = 0; i < PLAIN_COUNT; i++)
    forms |= roles & PLAIN[i].begins ? UINT64_C(1) << i : 0;
  for (size_t i = 0; i < AROUND_COUNT; i++)
    forms |= roles & AROUND[i].begins ? UINT64_C(1) << (PLAIN_COUNT + i) : 0;
  return forms;
}

void cck_date_words_take_forms(struct cck_date_words *words) {
  for (size_t i = 0; i < words->words.count; i++)
    words->words.items[i].forms = forms_at(words->words.items[i].begins);
  words->number_forms = forms_at(BIT(NUMBER));
  words->dotted_forms = forms_at(BIT(DOTTED));
}

static bool is_apostrophe(const cck_date_reader *r, size_t at) {
  char first = r->text.ptr[r->tokens[at].start];
  return r->tokens[at].kind == CCK_TOKEN_SIGN && (first == '\'' || (unsigned char)first >= 0x80) &&
         (cck_date_sign(r, at, "'") || cck_date_sign(r, at, "\xe2\x80\x99") || cck_date_sign(r, at, "\xe2\x80\x98"));
}

/* Most numbers are no part of a date: "3,000", "7.15". */
static uint64_t forms_at_number(const cck_date_reader *r, size_t at) {
  const struct cck_date_words *words = r->context->vocabulary->dates;
  enum { SHORTEST_DOTTED = 8, LONGEST_DOTTED = 10 };
  int number;
  size_t length = r->tokens[at].end - r->tokens[at].start;
  if (cck_date_digits(r, at, &number))
    return words->number_forms;
  return length >= SHORTEST_DOTTED && length <= LONGEST_DOTTED ? words->dotted_forms : 0;
}

/* The forms that can begin at a token; most words begin no date. */
static inline uint64_t begins_at(const cck_date_reader *r, size_t at) {
  uint64_t forms = r->words[at]->forms;
  if (r->tokens[at].kind == CCK_TOKEN_WORD)
    return forms;
  if (r->tokens[at].kind == CCK_TOKEN_NUMBER)
    return forms | forms_at_number(r, at);
  if (is_apostrophe(r, at) && at + 1 < r->count && r->tokens[at + 1].kind == CCK_TOKEN_NUMBER)
    return forms | r->context->vocabulary->dates->number_forms;
  return forms;
}

/* Of the table's forms that are in the set, the one that takes most tokens; the first in the table among equals. */
static bool longest(const cck_date_reader *r, size_t at, const form *table, uint64_t forms, cck_found *out) {
  bool any = false;
  for (; forms; forms &= forms - 1) {
    cck_found found;
    if (!table[__builtin_ctzll(forms)].read(r, at, &found) || (any && found.past <= out->past))
      continue;
    *out = found;
    any = true;
  }
  return any;
}

static uint64_t plain_of(uint64_t forms) { return forms & ((UINT64_C(1) << PLAIN_COUNT) - 1); }

bool cck_date_plain(const cck_date_reader *r, size_t at, cck_found *out) {
  return at < r->count && longest(r, at, PLAIN, plain_of(begins_at(r, at)), out);
}

static bool read_at(const cck_date_reader *r, size_t at, uint64_t forms, cck_found *out) {
  cck_found around;
  bool any = longest(r, at, PLAIN, plain_of(forms), out);
  if (longest(r, at, AROUND, forms >> PLAIN_COUNT, &around) && (!any || around.past > out->past)) {
    *out = around;
    any = true;
  }
  if (any && out->precision == CCK_PRECISION_DAY && cck_date_has(r, out->past, CCK_DATE_ROLE_DAYPART))
    out->past++; /* "Friday night" */
  size_t clock = any && out->precision == CCK_PRECISION_DAY ? cck_date_clock_behind(r, out->past) : 0;
  if (clock) {
    out->past += clock;
    out->precision = CCK_PRECISION_TIME;
  }
  return any;
}

/* "tomorrow" on the calendar's last day. */
static bool leaves_calendar(cck_period days) {
  return cck_period_is_known(days) &&
         (days.min < cck_day_of(CCK_YEAR_MIN, 1, 1) || days.max > cck_day_of(CCK_YEAR_MAX, 12, 31));
}

enum { MONTH_DAYS = 31 };

/* Published "in 2004" or "in October 2004": no day, or no month, to count from. */
static bool needs_closer_publication(cck_period published, const cck_found *found) {
  if (!cck_period_is_known(published) || found->told || found->basis != CCK_BASIS_RELATIVE)
    return false;
  int64_t length = published.max - published.min + 1;
  if (length > MONTH_DAYS)
    return found->precision < CCK_PRECISION_YEAR;
  return length > 1 && found->floats;
}

enum { FULL_DAYS = sizeof((cck_context *)NULL)->full_days / sizeof *((cck_context *)NULL)->full_days };

/* What later dates of the document may refer to. */
static void remember(cck_context *context, const cck_found *found) {
  context->day_first = context->day_first || found->day_first;
  if (found->quarter && cck_period_is_known(found->days)) {
    context->last_quarter = found->quarter;
    context->last_quarter_year = found->year;
  }
  if (!found->vague && cck_period_is_known(found->days))
    context->last_date = found->days;
  if (found->basis == CCK_BASIS_TEXT && found->valid && found->days.min == found->days.max &&
      found->days.min != CCK_NO_DAY)
    context->full_days[context->full_count++ % FULL_DAYS] = found->days.min;
}

static void push_mention(cck_context *context, const cck_sentence *sentence, const cck_date_reader *r,
                         const cck_found *found, cck_mentions *out) {
  cck_mention *mention = CCK_ADD(context->arena, out);
  *mention = (cck_mention){.kind = CCK_CLAIM_DATE,
                           .basis = found->basis,
                           .holiday = found->holiday,
                           .holiday_shift = found->holiday_shift,
                           .during = CCK_NO_PERIOD};
  mention->first = mention->number_first = sentence->first + (uint32_t)found->first;
  mention->past = mention->number_past = sentence->first + (uint32_t)found->past;
  mention->noun_first = mention->noun_past = mention->past;
  mention->date = (cck_date){.days = found->valid ? found->days : CCK_NO_PERIOD,
                             .precision = found->precision,
                             .weekday = found->weekday,
                             .valid = found->valid};
  mention->date.text =
      cck_document_quote(context->arena, context->doc, r->tokens[found->first].start, r->tokens[found->past - 1].end);
}

/* "the third quarter", "the end of May": the article belongs to it; not in "the 1998 Olympics". */
static void take_article(const cck_date_reader *r, cck_found *found) {
  size_t at = found->first;
  if (at == 0 || !cck_date_has(r, at - 1, CCK_DATE_ROLE_THE))
    return;
  bool hyphen = cck_date_dash(r, at + 1) && !cck_date_has(r, found->past - 1, CCK_DATE_ROLE_PERIOD);
  bool unit = cck_date_has(r, at, CCK_DATE_ROLE_SHIFT) || cck_date_has(r, at, CCK_DATE_ROLE_LATEST) ||
              cck_date_has(r, at, CCK_DATE_ROLE_SAME) || cck_date_has(r, at, CCK_DATE_ROLE_FINAL) ||
              cck_date_has(r, at, CCK_DATE_ROLE_PART) || cck_date_has(r, at, CCK_DATE_ROLE_UNIT) ||
              cck_date_has(r, at, CCK_DATE_ROLE_FISCAL) || cck_date_has(r, at, CCK_DATE_ROLE_SEASON) ||
              found->precision == CCK_PRECISION_QUARTER || cck_date_has(r, found->past - 1, CCK_DATE_ROLE_PERIOD) ||
              (cck_date_has(r, at, CCK_DATE_ROLE_ORDINAL) && found->precision != CCK_PRECISION_DAY);
  if (unit && !hyphen)
    found->first--;
}

/* Reads the date of one of these forms that begins at a token; the token to go on from. */
static size_t take_date(cck_context *context, const cck_sentence *sentence, const cck_date_reader *r, size_t at,
                        uint64_t forms, cck_mentions *out) {
  cck_found found = {0};
  if (!read_at(r, at, forms, &found))
    return at + 1;
  if (leaves_calendar(found.days) || needs_closer_publication(context->published, &found))
    found.days = CCK_NO_PERIOD;
  take_article(r, &found);
  push_mention(context, sentence, r, &found, out);
  remember(context, &found);
  return found.past;
}

void cck_read_dates(cck_context *context, const cck_sentence *sentence, cck_mentions *out) {
  cck_date_reader r;
  cck_date_reader_init(&r, context, context->doc->tokens.items + sentence->first, sentence->past - sentence->first);
  for (size_t i = 0; i < r.count;) {
    bool never = (r.tokens[i].never & CCK_NEVER_DATE) && r.tokens[i].kind == CCK_TOKEN_WORD; /* most tokens */
    uint64_t forms = never ? 0 : begins_at(&r, i);
    i = forms ? take_date(context, sentence, &r, i, forms, out) : i + 1;
  }
}
