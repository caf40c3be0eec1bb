/*
 * Reading the dates of one sentence for the tests: "2004-10-20..2004-10-20 day | 20 October 2004",
 * mentions joined by "; ". An unresolved date is "?..?", one that does not exist "none", a weekday
 * stands behind its precision ("day Wed"), and a date whose year is not in the text has a "~".
 */
#ifndef CCK_TEST_DATE_FIXTURE_H
#define CCK_TEST_DATE_FIXTURE_H

#include "base/buffer.h"
#include "extract/mention.h"
#include "extract/vocabulary.h"

typedef struct date_fixture {
  cck_arena arena;
  cck_vocabulary vocabulary;
  cck_document doc;
  cck_context context;
} date_fixture;

static void date_fixture_init(date_fixture *f, const char *text, const char *published) {
  *f = (date_fixture){0};
  cck_arena_init(&f->arena);
  f->vocabulary.dates = cck_date_words_new(&f->arena);
  f->doc.arena = &f->arena;
  f->doc.text = cck_slice_of(text);
  cck_tokenize(&f->arena, f->doc.text, 0, f->doc.text.len, &f->doc.tokens);
  if (f->doc.tokens.count)
    f->doc.tokens.items[0].flags |= CCK_TOKEN_FIRST;
  f->context = (cck_context){.vocabulary = &f->vocabulary,
                             .doc = &f->doc,
                             .arena = &f->arena,
                             .published = CCK_NO_PERIOD,
                             .last_date = CCK_NO_PERIOD};
  if (published && !cck_period_parse(cck_slice_of(published), &f->context.published))
    fail_msg("no publication date: %s", published);
}

static void date_fixture_fini(date_fixture *f) { cck_arena_fini(&f->arena); }

static const char *or_unknown(cck_slice day) { return day.len ? day.ptr : "?"; }

static void put_date(cck_buffer *out, date_fixture *f, const cck_mention *m) {
  static const char *const weekdays[] = {"", " Mon", " Tue", " Wed", " Thu", " Fri", " Sat", " Sun"};
  const cck_date *date = &m->date;
  cck_putf(out, "%s%s", out->len ? "; " : "", m->basis == CCK_BASIS_RELATIVE ? "~" : "");
  if (!date->valid)
    cck_putf(out, "none");
  else if (date->days.min == date->days.max && date->days.min != CCK_NO_DAY)
    cck_putf(out, "%s", or_unknown(cck_day_text(&f->arena, date->days.min)));
  else
    cck_putf(out, "%s..%s", or_unknown(cck_day_text(&f->arena, date->days.min)),
             or_unknown(cck_day_text(&f->arena, date->days.max)));
  cck_putf(out, " %s%s | ", cck_precision_name(date->precision), weekdays[date->weekday]);
  cck_put(out, date->text);
}

/* The dates of a text taken as one sentence. The caller frees *out. */
static inline void read_dates(date_fixture *f, cck_buffer *out) {
  cck_sentence sentence = {.start = 0, .end = (uint32_t)f->doc.text.len, .past = (uint32_t)f->doc.tokens.count};
  cck_mentions mentions = {0};
  cck_read_dates(&f->context, &sentence, &mentions);
  cck_put_text(out, "");
  for (size_t i = 0; i < mentions.count; i++)
    put_date(out, f, &mentions.items[i]);
}

typedef struct date_row {
  const char *published; /* NULL: undated */
  const char *sentence;
  const char *expected;
} date_row;

static inline void check_dates(const date_row *rows, size_t count) {
  for (size_t i = 0; i < count; i++) {
    date_fixture f;
    cck_buffer got = {0};
    date_fixture_init(&f, rows[i].sentence, rows[i].published);
    read_dates(&f, &got);
    if (!cck_slice_is(cck_buffer_slice(&got), rows[i].expected))
      fail_msg("%s\n  got  %s\n  want %s", rows[i].sentence, got.ptr, rows[i].expected);
    cck_buffer_fini(&got);
    date_fixture_fini(&f);
  }
}

#define CHECK_DATES(rows) check_dates(rows, sizeof(rows) / sizeof *(rows))

#endif
