/*
 * A small world for tests of the evaluator: rules as text, claims as rows, findings as
 * one line of text. Everything lives until world_fini.
 */
#ifndef CCK_TESTS_WORLD_H
#define CCK_TESTS_WORLD_H

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "rule/evaluate.h"
#include "unit/fixture.h"

/* Rows say what matters to their case and leave out the rest. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

/* One claim. `figure`: "5000", "~7000", ">6000", "<=5", "5..7"; a date "2004-10-17"; empty texts are the defaults
 * below. */
typedef struct row {
  const char *src;  /* id and publisher; NULL ends a list */
  const char *date; /* published; "" for undated */
  const char *figure;
  const char *subject; /* default "base-201"; "-" for none */
  const char *measure; /* default "troops"; "-" for none */
  const char *unit;    /* default "soldier" */
  const char *time;    /* default: publication; "-" for none */
  const char *scope;   /* "place=Dushanbe;part_of=garrison" */
  const char *quote;   /* default: one of its own */
  const char *text;    /* default: the figure */
  cck_modality modality;
  cck_change change;
  bool quoted;
  bool is_date;
} row;

typedef struct world {
  cck_arena arena;
  cck_rules *rules;
  CCK_VEC(cck_body) bodies;
  cck_findings findings;
  cck_coverage coverage;
  cck_options options;
} world;

static inline void complain(void *context, const cck_error *error) {
  (void)context;
  fprintf(stderr, "%s:%u:%u: %s\n", error->file, error->line, error->column, error->message);
}

static inline void world_init(world *w, const char *rules) {
  *w = (world){.options = {.today = cck_day_of(2026, 11, 21)}};
  cck_arena_init(&w->arena);
  w->rules = cck_rules_new();
  cck_error_sink sink = {complain, NULL};
  if (cck_rules_parse_text(w->rules, "test.rules", cck_slice_of(rules), sink) != CCK_OK ||
      cck_rules_bind(w->rules, sink) != CCK_OK)
    fail_msg("the rules of the test do not parse:\n%s", rules);
}

static inline void world_fini(world *w) {
  cck_rules_free(w->rules);
  cck_arena_fini(&w->arena);
}

static inline cck_value value_of(const char *figure) {
  static const struct {
    const char *mark;
    cck_approx approx;
  } marks[] = {{"~", CCK_APPROX_ABOUT},
               {">=", CCK_APPROX_AT_LEAST},
               {">", CCK_APPROX_OVER},
               {"<=", CCK_APPROX_AT_MOST},
               {"<", CCK_APPROX_UNDER}};
  cck_value v = {.has_min = true, .has_max = true};
  cck_slice text = cck_slice_of(figure);
  for (size_t i = 0; i < COUNT(marks); i++)
    if (v.approx == CCK_APPROX_EXACT && cck_slice_starts(text, cck_slice_of(marks[i].mark))) {
      v.approx = marks[i].approx;
      text = cck_slice_sub(text, strlen(marks[i].mark), text.len);
    }
  size_t dots = cck_slice_find(text, CCK_S(".."), 0);
  if (dots != SIZE_MAX) {
    v.approx = CCK_APPROX_RANGE;
    v.min = decimal_of(cck_slice_sub(text, 0, dots));
    v.max = decimal_of(cck_slice_sub(text, dots + 2, text.len));
    return v;
  }
  v.min = v.max = decimal_of(text);
  v.has_max = v.approx != CCK_APPROX_OVER && v.approx != CCK_APPROX_AT_LEAST;
  v.has_min = v.approx != CCK_APPROX_UNDER && v.approx != CCK_APPROX_AT_MOST;
  return v;
}

static inline cck_slice or_default(const char *text, const char *otherwise) {
  if (text && strcmp(text, "-") == 0)
    return (cck_slice){NULL, 0};
  return cck_slice_of(text ? text : otherwise);
}

static inline void parse_scope(world *w, const char *text, cck_scope *out) {
  cck_slice rest = cck_slice_of(text);
  for (cck_slice item; text && cck_slice_next(&rest, ';', &item);) {
    size_t equals = cck_slice_find(item, CCK_S("="), 0);
    cck_scope_item entry = {cck_slice_sub(item, 0, equals), cck_slice_sub(item, equals + 1, item.len)};
    CCK_PUSH(&w->arena, out, entry);
  }
}

static inline cck_period period_of(const char *text) {
  cck_period p;
  return cck_period_parse(cck_slice_of(text), &p) ? p : CCK_NO_PERIOD;
}

static inline cck_claim claim_of(world *w, const row *r, size_t ordinal) {
  static const char plain[] = "soldier";
  cck_claim c = {.kind = r->is_date ? CCK_CLAIM_DATE : CCK_CLAIM_QUANTITY, .modality = r->modality};
  c.id = cck_arena_printf(&w->arena, "c-%s-%zu", r->src, ordinal);
  c.src = cck_slice_of(r->src);
  c.path = cck_arena_printf(&w->arena, "%s.txt", r->src);
  c.text = cck_slice_of(r->text ? r->text : r->figure);
  c.start = (uint32_t)ordinal * 100;
  c.end = c.start + 10;
  c.line = (uint32_t)ordinal + 1;
  c.column = 1;
  c.subject = or_default(r->subject, "base-201");
  c.measure = or_default(r->measure, "troops");
  c.quoted = r->quoted;
  c.quote = r->quote ? cck_slice_of(r->quote) : cck_arena_printf(&w->arena, "Sentence %zu of %s.", ordinal, r->src);
  parse_scope(w, r->scope, &c.scope);
  if (r->is_date) {
    c.date = (cck_date){.days = period_of(r->figure), .precision = CCK_PRECISION_DAY, .valid = true, .past = true};
    c.date.event = or_default(r->measure, "troops");
    c.date.text = cck_slice_of(r->figure);
  } else {
    c.value = value_of(r->figure);
    c.value.unit = or_default(r->unit, plain);
    c.value.change = r->change;
    c.noun = r->unit && strcmp(r->unit, plain) != 0 ? (cck_slice){NULL, 0} : cck_slice_of(plain);
  }
  c.time.days = period_of(r->time ? r->time : r->date);
  c.time.basis = cck_period_is_none(c.time.days) ? CCK_BASIS_NONE : r->time ? CCK_BASIS_TEXT : CCK_BASIS_PUBLICATION;
  return c;
}

/* Rows of one source stand together; each new source makes a body. */
static inline void world_say(world *w, const row *rows) {
  for (size_t i = 0, past; rows[i].src; i = past) {
    cck_source *source = CCK_NEW(&w->arena, cck_source);
    cck_claims claims = {0};
    *source = (cck_source){.id = cck_slice_of(rows[i].src), .publisher = cck_slice_of(rows[i].src)};
    source->published = cck_slice_of(rows[i].date);
    source->period = period_of(rows[i].date);
    for (past = i; rows[past].src && strcmp(rows[past].src, rows[i].src) == 0; past++)
      CCK_PUSH(&w->arena, &claims, claim_of(w, &rows[past], past - i));
    cck_body body = {source, claims.items, claims.count, false};
    CCK_PUSH(&w->arena, &w->bodies, body);
  }
}

static inline void world_run(world *w) {
  w->coverage = (cck_coverage){0};
  cck_evaluate(w->rules, &w->options, w->bodies.items, w->bodies.count, &w->arena, &w->findings, &w->coverage);
}

/* "differs 5,000|~7,000; over_time ..." */
static inline cck_slice world_outcome(world *w) {
  cck_slice out = {"", 0};
  for (size_t i = 0; i < w->findings.count; i++) {
    const cck_finding *f = &w->findings.items[i];
    out = cck_arena_printf(&w->arena, "%s%s%s", out.ptr, i ? "; " : "", cck_relation_name(f->relation));
    for (size_t p = 0; p < f->parties.count; p++)
      out = cck_arena_printf(&w->arena, "%s%s%.*s", out.ptr, p ? "|" : " ", (int)f->parties.items[p].label.len,
                             f->parties.items[p].label.ptr);
  }
  return out;
}

static inline bool slice_is(cck_slice got, const char *want, const char *name) {
  if (cck_slice_is(got, want))
    return true;
  fprintf(stderr, "%s:\n  got  '%.*s'\n  want '%s'\n", name, (int)got.len, got.ptr, want);
  return false;
}

#endif
