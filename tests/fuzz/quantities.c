/*
 * The grammars of quantities and dates on sentences made at random out of their own
 * vocabulary, in process. Every reading must hold what mention.h and claim.h promise,
 * be the same again and the same behind other text, and survive its JSON; a figure and
 * unit whose value is known must be read with that value.
 *
 * usage: quantities [INPUTS [SEED]]    a campaign: 4,000 inputs, a fixed seed
 *        quantities SEED:INPUT         one input again, and what was read in it
 *
 * The inputs are read in a child process, so that a crash or a hang is told with its
 * sentence and the campaign goes on.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/utf8.h"
#include "extract/extract.h"
#include "extract/vocabulary.h"
#include "fuzz/known.h"
#include "model/codec.h"

enum { SEED = 20041020, MOST_FAILURES = 20, HANG_SECONDS = 20, KNOWN_ONE_IN = 3 };

/* What all inputs share; read-only once it is made. */
typedef struct world {
  cck_arena arena;
  cck_unit_table *units;
  cck_lexicon *lexicon;
  cck_vocabulary *vocabulary;
  cck_extractor *extractor;
  words words;
} world;

/* One input. */
typedef struct trial {
  const world *world;
  uint64_t seed;
  size_t index;
  cck_arena arena;
  cck_slice text;
  bool known; /* then `expected` is what must be read */
  known expected;
  unsigned failed, claims;
} trial;

static void world_init(world *w) {
  cck_arena_init(&w->arena);
  w->units = cck_unit_table_new();
  w->lexicon = cck_lexicon_new();
  cck_lexicon_finish(w->lexicon);
  w->vocabulary = cck_vocabulary_new();
  w->extractor = cck_extractor_new(w->lexicon, w->units);
  words_init(&w->words, &w->arena, w->units);
}

static void world_fini(world *w) {
  cck_extractor_free(w->extractor);
  cck_vocabulary_free(w->vocabulary);
  cck_lexicon_free(w->lexicon);
  cck_unit_table_free(w->units);
  cck_arena_fini(&w->arena);
}

/* Each input has its own generator, so that one can be made without those before it. */
static void trial_init(trial *t, const world *w, uint64_t seed, size_t index) {
  generator g = {cck_hash_mix(seed, index)};
  *t = (trial){.world = w, .seed = seed, .index = index};
  cck_arena_init(&t->arena);
  t->known = one_in(&g, KNOWN_ONE_IN);
  if (t->known)
    t->expected = make_known(&w->words, &t->arena, &g);
  t->text = t->known ? t->expected.sentence : make_sentence(&w->words, &t->arena, &g);
}

/* As a C string: printf '%b' and a unit test take it. */
static void print_escaped(FILE *to, cck_slice text) {
  fputc('"', to);
  for (size_t i = 0; i < text.len; i++) {
    unsigned char c = (unsigned char)text.ptr[i];
    if (c == '"' || c == '\\')
      fprintf(to, "\\%c", c);
    else if (c < ' ' || c > '~')
      fprintf(to, "\\%03o", c);
    else
      fputc(c, to);
  }
  fputc('"', to);
}

static void print_input(const trial *t, const char *what) {
  fprintf(stderr, "quantities: %s\n  input %" PRIu64 ":%zu  ", what, t->seed, t->index);
  print_escaped(stderr, t->text);
  fputc('\n', stderr);
}

/* Says what does not hold, the first time in an input. */
static bool holds(trial *t, bool condition, const char *what) {
  if (!condition && t->failed++ == 0)
    print_input(t, what);
  return condition;
}

/* Half open, not empty, inside the text, and at both ends between two code points. */
static bool is_span(cck_slice text, size_t start, size_t end) {
  return start < end && end <= text.len && ((unsigned char)text.ptr[start] & 0xc0) != 0x80 &&
         (end == text.len || ((unsigned char)text.ptr[end] & 0xc0) != 0x80);
}

static bool is_clean(cck_slice s) {
  for (size_t at = 0; at < s.len;)
    if (cck_utf8_is_control(cck_utf8_next(s, &at)))
      return false;
  return cck_utf8_check(s) == s.len && cck_slice_eq(cck_slice_trim(s), s);
}

static bool same_decimal(cck_decimal a, cck_decimal b) {
  return a.coefficient == b.coefficient && a.exponent == b.exponent;
}

static bool same_value(const cck_value *a, const cck_value *b) {
  return a->has_min == b->has_min && a->has_max == b->has_max && (!a->has_min || same_decimal(a->min, b->min)) &&
         (!a->has_max || same_decimal(a->max, b->max)) && cck_slice_eq(a->unit, b->unit) && a->approx == b->approx &&
         a->change == b->change;
}

/* The ends that the words ask for: "about" blurs a number or a range, a bound opens an end of a number only. */
static bool ends_fit(const cck_value *v) {
  bool both = v->has_min && v->has_max;
  int order = both ? cck_decimal_cmp(v->min, v->max) : 0;
  switch (v->approx) {
  case CCK_APPROX_EXACT:
    return both && order == 0;
  case CCK_APPROX_ABOUT:
    return both;
  case CCK_APPROX_OVER:
  case CCK_APPROX_AT_LEAST:
    return v->has_min && (!both || order < 0);
  case CCK_APPROX_UNDER:
  case CCK_APPROX_AT_MOST:
    return v->has_max && (!both || order < 0);
  case CCK_APPROX_RANGE:
    return both && order < 0;
  }
  return false;
}

static void check_value(trial *t, const cck_value *v) {
  holds(t, !v->has_min || !v->has_max || cck_decimal_cmp(v->min, v->max) <= 0, "the least is above the most");
  holds(t, ends_fit(v), "the ends are not what `approx` says");
  holds(t, is_clean(v->unit), "a unit with controls, or that is no UTF-8, or with white space around");
  holds(t, v->unit.len == 0 || (v->unit.ptr[0] != '/' && v->unit.ptr[v->unit.len - 1] != '/'), "half a compound");
}

static bool is_blank(const cck_value *v) {
  return !v->has_min && !v->has_max && !v->unit.len && v->approx == CCK_APPROX_EXACT && v->change == CCK_CHANGE_NONE;
}

/* The sentence by itself, as the grammars get it, with or without text around it. */
typedef struct reading {
  cck_document doc;
  cck_context context;
  cck_sentence sentence;
  cck_mentions dates, quantities;
  cck_rejections rejected;
} reading;

static void read_sentence(trial *t, const char *before, const char *behind, reading *out) {
  const world *w = t->world;
  size_t start = strlen(before), end = start + t->text.len;
  *out = (reading){.context = {.vocabulary = w->vocabulary, .units = w->units, .lexicon = w->lexicon}};
  out->doc.arena = out->context.arena = &t->arena;
  out->doc.text = CCK_JOIN(&t->arena, cck_slice_of(before), t->text, cck_slice_of(behind));
  out->context.doc = &out->doc;
  out->context.published = cck_period_day(cck_day_of(2004, 10, 20));
  out->context.last_date = CCK_NO_PERIOD;
  cck_tokenize(&t->arena, out->doc.text, 0, start, &out->doc.tokens);
  out->sentence.first = (uint32_t)out->doc.tokens.count;
  cck_tokenize(&t->arena, out->doc.text, start, end, &out->doc.tokens);
  out->sentence.past = (uint32_t)out->doc.tokens.count;
  cck_tokenize(&t->arena, out->doc.text, end, out->doc.text.len, &out->doc.tokens);
  out->sentence.start = (uint32_t)start;
  out->sentence.end = (uint32_t)end;
  cck_read_dates(&out->context, &out->sentence, &out->dates);
  cck_read_quantities(&out->context, &out->sentence, &out->dates, &out->quantities, &out->rejected);
}

static void check_mentions(trial *t, const reading *r, const cck_mentions *mentions) {
  uint32_t past = r->sentence.first;
  for (size_t i = 0; i < mentions->count; i++) {
    const cck_mention *m = &mentions->items[i];
    holds(t, m->first >= past, "mentions overlap or are out of order");
    past = m->past;
    if (!holds(t, m->first < m->past && m->past <= r->sentence.past, "a mention outside of its sentence"))
      return;
    const cck_token *tokens = r->doc.tokens.items;
    holds(t, is_span(r->doc.text, tokens[m->first].start, tokens[m->past - 1].end), "a mention is no span of the text");
    if (m->kind == CCK_CLAIM_DATE)
      continue;
    holds(t, m->number_first < m->number_past && m->number_first >= m->first && m->number_past <= m->past,
          "the figure lies outside of its mention");
    holds(t, m->noun_first <= m->noun_past && m->noun_past <= r->sentence.past,
          "the noun lies outside of the sentence");
    holds(t, is_clean(m->noun), "a noun with controls, or that is no UTF-8, or with white space around");
    if (m->kind == CCK_CLAIM_MALFORMED)
      holds(t, is_blank(&m->value), "a malformed figure has a value");
    else
      check_value(t, &m->value);
  }
}

/* A date has its figures for itself; one that has no days ("two years later") leaves them. */
static void check_apart(trial *t, const reading *r) {
  for (size_t i = 0; i < r->quantities.count; i++)
    for (size_t k = 0; k < r->dates.count; k++) {
      const cck_mention *m = &r->quantities.items[i], *date = &r->dates.items[k];
      bool days = !date->date.valid || !cck_period_is_none(date->date.days);
      holds(t, !days || m->number_past <= date->first || m->number_first >= date->past,
            "a figure of a date is a quantity, too");
    }
}

static void check_rejections(trial *t, cck_slice text, const cck_rejections *rejected) {
  for (size_t i = 0; i < rejected->count; i++) {
    const cck_rejection *r = &rejected->items[i];
    holds(t, r->why && *r->why, "a rejection without a reason");
    holds(t, is_span(text, r->start, r->end), "a rejection is no span of the text");
  }
}

static bool same_mentions(const reading *a, const reading *b) {
  uint32_t shift = b->sentence.first - a->sentence.first;
  if (a->quantities.count != b->quantities.count || a->rejected.count != b->rejected.count)
    return false;
  for (size_t i = 0; i < a->quantities.count; i++) {
    const cck_mention *m = &a->quantities.items[i], *n = &b->quantities.items[i];
    if (m->kind != n->kind || m->first + shift != n->first || m->past + shift != n->past ||
        m->number_first + shift != n->number_first || m->number_past + shift != n->number_past ||
        !same_value(&m->value, &n->value) || !cck_slice_eq(m->noun, n->noun))
      return false;
  }
  return true;
}

/* What the grammar reads in a sentence depends on nothing outside of it. */
static void check_sentence(trial *t) {
  reading plain, again, behind, between;
  read_sentence(t, "\n", "", &plain);
  check_mentions(t, &plain, &plain.dates);
  check_mentions(t, &plain, &plain.quantities);
  check_rejections(t, plain.doc.text, &plain.rejected);
  check_apart(t, &plain);
  read_sentence(t, "\n", "", &again);
  holds(t, same_mentions(&plain, &again), "the second reading is another");
  read_sentence(t, "More than $5 million was paid from ", "", &behind);
  holds(t, same_mentions(&plain, &behind), "what stands before the sentence is looked at");
  read_sentence(t, "They paid US$", " million dollars or more to 9", &between);
  holds(t, same_mentions(&plain, &between), "what stands behind the sentence is looked at");
}

/* A document of the text behind `before`. False when it is refused. */
static bool extract(trial *t, const char *before, cck_document *doc, cck_extraction *out) {
  cck_meta meta = {.publisher = CCK_S("Sample Wire"), .published = CCK_S("2004-10-20")};
  cck_slice text = CCK_JOIN(&t->arena, cck_slice_of(before), t->text);
  bool good = cck_utf8_check(text) == text.len;
  cck_status status = cck_document_parse(&t->arena, CCK_S("a.txt"), text, &meta, doc, NULL);
  if (!holds(t, good || status != CCK_OK, "a document that is no UTF-8 is read") || status != CCK_OK)
    return false;
  cck_extract(t->world->extractor, doc, out);
  return true;
}

/* Written, read and written again: the same claim. */
static void check_json(trial *t, const cck_claim *claim) {
  cck_buffer once = {0}, twice = {0};
  cck_line line;
  cck_claim_write(&once, claim);
  cck_status status = cck_line_read(&t->arena, cck_buffer_slice(&once), (cck_place){.line = 1}, &line, NULL);
  if (holds(t, status == CCK_OK && line.kind == CCK_LINE_CLAIM, "a claim is written that cannot be read")) {
    cck_claim_write(&twice, &line.claim);
    holds(t, cck_slice_eq(cck_buffer_slice(&once), cck_buffer_slice(&twice)), "a claim changes in its JSON");
    holds(t,
          line.claim.kind == claim->kind && same_value(&line.claim.value, &claim->value) &&
              cck_slice_eq(line.claim.text, claim->text) && cck_slice_eq(line.claim.noun, claim->noun) &&
              line.claim.start == claim->start && line.claim.end == claim->end,
          "a claim's JSON says something else");
  }
  cck_buffer_fini(&once);
  cck_buffer_fini(&twice);
}

static bool has_id(const cck_claims *claims, cck_slice id) {
  for (size_t i = 0; i < claims->count; i++)
    if (cck_slice_eq(claims->items[i].id, id))
      return true;
  return false;
}

static void check_claim(trial *t, const cck_document *doc, const cck_claims *claims, size_t i) {
  const cck_claim *claim = &claims->items[i];
  unsigned line, column;
  if (!holds(t, is_span(doc->text, claim->start, claim->end), "a claim is no span of the text"))
    return;
  cck_slice quote = cck_document_quote(&t->arena, doc, claim->start, claim->end);
  holds(t, cck_slice_eq(quote, claim->text), "a claim's text is not what stands there");
  cck_document_place(doc, claim->start, &line, &column);
  holds(t, line == claim->line && column == claim->column, "line and column are another place");
  holds(t, cck_slice_find(claim->quote, claim->text, 0) != SIZE_MAX, "a claim's sentence does not hold it");
  cck_claims others = {.items = claims->items, .count = i};
  holds(t, claim->id.len && !has_id(&others, claim->id), "two claims have one id");
  holds(t, i == 0 || claims->items[i - 1].start <= claim->start, "claims are out of order");
  for (size_t k = 0; k < claim->links.count; k++)
    holds(t, has_id(claims, claim->links.items[k].id), "a link leads nowhere");
  if (claim->kind == CCK_CLAIM_QUANTITY)
    check_value(t, &claim->value);
  else
    holds(t, is_blank(&claim->value), "a claim that is no quantity has a value");
  check_json(t, claim);
}

static bool same_claims(const cck_extraction *a, const cck_extraction *b, size_t shift) {
  if (a->claims.count != b->claims.count)
    return false;
  for (size_t i = 0; i < a->claims.count; i++) {
    const cck_claim *m = &a->claims.items[i], *n = &b->claims.items[i];
    if (m->kind != n->kind || m->start + shift != n->start || m->end + shift != n->end ||
        !same_value(&m->value, &n->value) || !cck_slice_eq(m->noun, n->noun))
      return false;
  }
  return true;
}

/* Exactly the figure that was put there; dates are no matter of this. */
static void check_known(trial *t, const cck_claims *claims) {
  const known *want = &t->expected;
  const cck_claim *found = NULL;
  for (size_t i = 0; i < claims->count; i++) {
    const cck_claim *claim = &claims->items[i];
    if (claim->kind == CCK_CLAIM_DATE)
      continue;
    if (!holds(t, !found && claim->kind == CCK_CLAIM_QUANTITY, "more is read than stands there"))
      return;
    found = claim;
  }
  if (!holds(t, found, "nothing is read where a figure stands"))
    return;
  const cck_value *got = &found->value;
  holds(t, cck_slice_eq(got->unit, want->unit), "another unit is read");
  holds(t, got->approx == want->approx, "another `approx` is read");
  holds(t, got->change == want->change, "another direction is read");
  holds(t, !got->has_min || same_decimal(got->min, want->min), "another least value is read");
  holds(t, !got->has_max || same_decimal(got->max, want->max), "another greatest value is read");
}

/* The paragraphs behind the first one: what is furniture is told by what stands around it, too. */
static bool same_blocks(const cck_document *a, const cck_document *b) {
  if (a->blocks.count + 1 != b->blocks.count)
    return false;
  for (size_t i = 1; i < a->blocks.count; i++)
    if (a->blocks.items[i].kind != b->blocks.items[i + 1].kind)
      return false;
  return true;
}

/* The intro keeps the text from being the title or the lead, which may be told otherwise behind other text. */
#define INTRO "The committee met in the old hall and spoke about the roads of the region.\n\n"
#define PREFIX "The minister opened the meeting, and nobody had anything to add to his words.\n\n"

static void check_document(trial *t) {
  cck_document doc, again_doc, shifted_doc;
  cck_extraction out, again, shifted;
  if (!extract(t, INTRO, &doc, &out))
    return;
  for (size_t i = 0; i < out.claims.count; i++)
    check_claim(t, &doc, &out.claims, i);
  check_rejections(t, doc.text, &out.rejected);
  t->claims = (unsigned)out.claims.count;
  if (t->known)
    check_known(t, &out.claims);
  if (extract(t, INTRO, &again_doc, &again))
    holds(t, same_claims(&out, &again, 0), "the second extraction is another");
  if (extract(t, PREFIX INTRO, &shifted_doc, &shifted) && same_blocks(&doc, &shifted_doc))
    holds(t, same_claims(&out, &shifted, strlen(PREFIX)), "a paragraph before it changes what is read");
}

static void run_trial(trial *t) {
  if (t->text.len == 0)
    return;
  if (cck_utf8_check(t->text) == t->text.len)
    check_sentence(t);
  check_document(t);
}

/* What the child tells its parent. */
typedef struct progress {
  size_t index, claims, failures;
} progress;

static void run_inputs(uint64_t seed, size_t past, progress *p) {
  world w;
  world_init(&w);
  for (; p->index < past && p->failures < MOST_FAILURES; p->index++) {
    trial t;
    alarm(HANG_SECONDS);
    trial_init(&t, &w, seed, p->index);
    run_trial(&t);
    p->claims += t.claims;
    p->failures += t.failed > 0;
    cck_arena_fini(&t.arena);
  }
  world_fini(&w);
}

/* In the parent, which has not read the input: it can still make it. */
static void print_broken(uint64_t seed, size_t index) {
  world w;
  trial t;
  world_init(&w);
  trial_init(&t, &w, seed, index);
  print_input(&t, "the program broke or hung");
  cck_arena_fini(&t.arena);
  world_fini(&w);
}

static int run_campaign(uint64_t seed, size_t inputs) {
  progress *p = mmap(NULL, sizeof *p, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED)
    return 2;
  time_t start = time(NULL);
  bool ended = false;
  while (!ended && p->failures < MOST_FAILURES) {
    int status;
    pid_t child = fork();
    if (child == 0) {
      run_inputs(seed, inputs, p);
      exit(0);
    }
    if (child < 0 || waitpid(child, &status, 0) != child)
      return 2;
    ended = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (!ended) {
      print_broken(seed, p->index++);
      p->failures++;
    }
    ended = ended || p->index >= inputs;
  }
  printf("quantities: %zu inputs in %ld s, %zu claims, %zu inputs where something does not hold\n", p->index,
         (long)(time(NULL) - start), p->claims, p->failures);
  return p->failures > 0;
}

static void print_claims(trial *t) {
  cck_document doc;
  cck_extraction out;
  cck_buffer text = {0};
  if (extract(t, INTRO, &doc, &out)) {
    for (size_t i = 0; i < out.claims.count; i++) {
      cck_claim_write(&text, &out.claims.items[i]);
      cck_put_char(&text, '\n');
    }
    for (size_t i = 0; i < out.rejected.count; i++)
      cck_putf(&text, "rejected, %s: \"%.*s\"\n", out.rejected.items[i].why,
               (int)(out.rejected.items[i].end - out.rejected.items[i].start),
               doc.text.ptr + out.rejected.items[i].start);
  }
  printf("%s", text.len ? text.ptr : "nothing was read\n");
  cck_buffer_fini(&text);
}

static int run_one(uint64_t seed, size_t index) {
  world w;
  trial t;
  world_init(&w);
  trial_init(&t, &w, seed, index);
  print_escaped(stdout, t.text);
  putchar('\n');
  fflush(stdout);
  run_trial(&t);
  print_claims(&t);
  unsigned failed = t.failed;
  cck_arena_fini(&t.arena);
  world_fini(&w);
  return failed > 0;
}

int main(int argc, char **argv) {
  char *behind = NULL;
  uint64_t first = argc > 1 ? strtoull(argv[1], &behind, 10) : 4000;
  if (behind && *behind == ':')
    return run_one(first, (size_t)strtoull(behind + 1, NULL, 10));
  return run_campaign(argc > 2 ? strtoull(argv[2], NULL, 10) : SEED, (size_t)first);
}
