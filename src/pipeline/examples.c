#include "pipeline/examples.h"

#include <string.h>

#include "model/literal.h"
#include "pipeline/keep.h"
#include "model/reading.h"
#include "pipeline/stale.h"

/* One example while it runs; everything lives in its arena. */
typedef struct example_run {
  cck_checker *checker;
  const cck_rule *rule;
  const cck_example *example;
  cck_arena arena;
  CCK_VEC(cck_body) bodies;      /* sorted by source id */
  CCK_VEC(cck_extraction) reads; /* in order of the docs */
  cck_findings findings;
} example_run;

/* Every doc is a source of its own, also when two have one publisher and date. */
static void read_doc(example_run *run, size_t index) {
  cck_slice text = run->example->docs[index].text;
  cck_slice date = run->example->docs[index].date;
  cck_slice publisher = run->example->docs[index].source;
  cck_meta given = {.publisher = publisher, .published = date, .published_from = CCK_S("example")};
  given.id = cck_arena_printf(&run->arena, "doc-%03zu", index + 1);
  cck_document doc = {0};
  cck_extraction *read = CCK_NEW(&run->arena, cck_extraction);
  cck_error error = {0};
  if (cck_document_parse(&run->arena, run->rule->file, text, &given, &doc, &error) == CCK_OK)
    cck_extract(run->checker->extractor, &doc, read);
  read->source.id = given.id;
  cck_body body = {.source = &read->source, .claims = read->claims.items, .count = read->claims.count};
  CCK_PUSH(&run->arena, &run->reads, *read);
  CCK_PUSH(&run->arena, &run->bodies, body);
}

static void evaluate(example_run *run) {
  cck_options options = run->checker->options;
  cck_coverage coverage = {0};
  options.only_rule = run->rule->id;
  options.new_only = false;
  options.progress = (cck_progress_sink){0}; /* of the examples, not of the rules in each */
  for (size_t i = 0; i < run->example->doc_count; i++)
    read_doc(run, i);
  cck_evaluate(run->checker->rules, &options, run->bodies.items, run->bodies.count, &run->arena, &run->findings,
               &coverage);
}

/* "5,000", "330 billion USD": the figure, with the unit where one is written. */
static bool claim_has_amount(const example_run *run, const cck_claim *claim, cck_slice want) {
  cck_decimal value;
  cck_slice unit;
  if (claim->kind != CCK_CLAIM_QUANTITY ||
      (!cck_literal_amount(run->checker->rules->units, want, &value, &unit) && !cck_literal_percent(want, &value)))
    return false;
  if (unit.len && !cck_slice_eq(unit, claim->value.unit))
    return false;
  return (claim->value.has_min && cck_decimal_cmp(claim->value.min, value) == 0) ||
         (claim->value.has_max && cck_decimal_cmp(claim->value.max, value) == 0);
}

/* Without regard to the case of ASCII letters: a sentence may begin with the figure. */
static bool has_words(cck_slice text, cck_slice want) {
  for (size_t i = 0; want.len && i + want.len <= text.len; i++)
    if (cck_slice_eq_nocase(cck_slice_sub(text, i, i + want.len), want))
      return true;
  return false;
}

static bool rests_on(const example_run *run, const cck_finding *finding, cck_slice want) {
  for (size_t i = 0; i < finding->parties.count; i++) {
    const cck_party *party = &finding->parties.items[i];
    if (claim_has_amount(run, party->claim, want) || has_words(party->claim->text, want) ||
        cck_slice_eq(party->label, want))
      return true;
  }
  return false;
}

static bool offers(const example_run *run, const cck_finding *finding, cck_slice try) {
  cck_decimal wanted, offered;
  cck_slice wanted_unit, offered_unit;
  const cck_unit_table *units = run->checker->rules->units;
  bool amount = cck_literal_amount(units, try, &wanted, &wanted_unit);
  for (size_t i = 0; i < finding->suggest.count; i++) {
    cck_slice suggestion = finding->suggest.items[i];
    if (cck_slice_eq(suggestion, try) ||
        (amount && cck_literal_amount(units, suggestion, &offered, &offered_unit) &&
         cck_decimal_cmp(wanted, offered) == 0 && (!wanted_unit.len || cck_slice_eq(wanted_unit, offered_unit))))
      return true;
  }
  return false;
}

/* The first thing that is wanted and not there; the empty slice when the finding has all. */
static cck_slice missing(example_run *run, const cck_finding *finding) {
  for (size_t i = 0; i < run->example->want.count; i++)
    if (!rests_on(run, finding, run->example->want.items[i]))
      return run->example->want.items[i];
  for (size_t i = 0; i < run->example->try_.count; i++)
    if (!offers(run, finding, run->example->try_.items[i]))
      return cck_arena_printf(&run->arena, "try %.*s", (int)run->example->try_.items[i].len,
                              run->example->try_.items[i].ptr);
  return (cck_slice){NULL, 0};
}

/* NULL when the example is as expected, else what is wrong. */
static cck_slice complaint(example_run *run) {
  bool flags = run->example->kind != CCK_EXAMPLE_PASSES;
  if (!flags && run->findings.count)
    return cck_arena_printf(&run->arena, "should pass, but: %.*s", (int)run->findings.items[0].message.len,
                            run->findings.items[0].message.ptr);
  if (!flags)
    return (cck_slice){NULL, 0};
  if (!run->findings.count)
    return CCK_S("should flag, but nothing was found");
  cck_slice first = {NULL, 0};
  for (size_t i = 0; i < run->findings.count; i++) {
    cck_slice lack = missing(run, &run->findings.items[i]);
    if (!lack.len)
      return lack;
    first = first.len ? first : lack;
  }
  return cck_arena_printf(&run->arena, "flags, but not for '%.*s': %.*s", (int)first.len, first.ptr,
                          (int)run->findings.items[0].message.len, run->findings.items[0].message.ptr);
}

static void put_claims(cck_buffer *out, const cck_claims *claims) {
  for (size_t i = 0; i < claims->count; i++) {
    const cck_claim *claim = &claims->items[i];
    cck_put_text(out, "      read \"");
    cck_put_terminal(out, claim->text);
    cck_put_text(out, "\" as ");
    cck_put_reading_value(out, claim);
    cck_put_text(out, ": ");
    cck_put_reading_link(out, claim);
    cck_put_char(out, '\n');
  }
  if (!claims->count)
    cck_put_text(out, "      read nothing\n");
}

static void describe(cck_buffer *out, const example_run *run, cck_slice what, const char *verdict) {
  static const char *const kinds[] = {"flags", "passes", "todo"};
  const cck_example *example = run->example;
  cck_putf(out, "%s  ", verdict);
  cck_put_terminal(out, run->rule->file);
  cck_putf(out, ":%u  ", example->line);
  cck_put_terminal(out, run->rule->id);
  cck_putf(out, ", example %s", kinds[example->kind]);
  if (example->title.len) {
    cck_put_char(out, ' ');
    cck_put_terminal(out, example->title);
  }
  cck_put_text(out, "\n  ");
  cck_put_terminal(out, what);
  cck_put_char(out, '\n');
  for (size_t i = 0; i < example->doc_count; i++) {
    cck_put_text(out, "    ");
    cck_put_terminal(out, example->docs[i].date);
    cck_put_char(out, ' ');
    cck_put_terminal(out, example->docs[i].source);
    cck_put_text(out, " \"");
    cck_put_terminal(out, example->docs[i].text);
    cck_put_text(out, "\"\n");
    put_claims(out, &run->reads.items[i].claims);
  }
}

static cck_example_outcome run_one(cck_checker *checker, const cck_rule *rule, const cck_example *example,
                                   cck_buffer *out) {
  example_run run = {.checker = checker, .rule = rule, .example = example};
  cck_example_outcome outcome = CCK_OUTCOME_AS_EXPECTED;
  cck_arena_init(&run.arena);
  evaluate(&run);
  cck_slice wrong = complaint(&run);
  if (example->kind == CCK_EXAMPLE_TODO) {
    outcome = CCK_OUTCOME_TODO;
    describe(out, &run, wrong.len ? wrong : CCK_S("works now: make it 'flags'"), "todo  ");
  } else if (wrong.len) {
    outcome = CCK_OUTCOME_FAILED;
    describe(out, &run, wrong, "FAILED");
  }
  cck_arena_fini(&run.arena);
  return outcome;
}

void cck_examples_run(cck_checker *checker, cck_buffer *out, cck_tally *tally) {
  const cck_rules *rules = checker->rules;
  *tally = (cck_tally){{0}};
  for (size_t i = 0; i < rules->rules.count; i++) {
    const cck_rule *rule = &rules->rules.items[i];
    if (checker->options.only_rule.len && !cck_slice_eq(rule->id, checker->options.only_rule))
      continue;
    for (size_t e = 0; e < rule->examples.count; e++)
      tally->counts[run_one(checker, rule, &rule->examples.items[e], out)]++;
  }
}
