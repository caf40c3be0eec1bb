/* Linking: measure, subject, scope, time, modality, speaker of the claims in one sentence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "extract/extract.h"
#include "rule/rule.h"
#include "unit/fixture.h"

static const char rules_text[] = "entity base-north\n"
                                 "  type base\n"
                                 "  name North Base\n"
                                 "  alias Russian base in Dushanbe, 201st North Base\n"
                                 "  in tajikistan\n"
                                 "entity president\n"
                                 "  type person\n"
                                 "  name Ivan Petrov until 2007-03-20\n"
                                 "  name Ivan Petrenko from 2007-03-20\n"
                                 "measure troops\n"
                                 "  kind count\n"
                                 "  words troops, soldiers, servicemen, military personnel, N-strong\n"
                                 "  not killed, wounded, border guards\n"
                                 "measure garrison\n" /* declared after troops, with a word of it */
                                 "  kind count\n"
                                 "  words garrison, soldiers\n"
                                 "  not killed, wounded\n"
                                 "measure killed\n"
                                 "  kind count\n"
                                 "  words kill, dead, die\n"
                                 "  not wounded\n"
                                 "measure capacity\n"
                                 "  kind count\n"
                                 "  words capacity\n"
                                 "measure debt-relief\n"
                                 "  kind money\n"
                                 "  words write off, forgive\n"
                                 "  near debt\n"
                                 "  subject of debt\n"
                                 "measure debt\n"
                                 "  kind money\n"
                                 "  words debt, owe\n"
                                 "  subject of debt\n"
                                 "measure strength\n"
                                 "  kind count\n"
                                 "  words troop strength\n"
                                 "measure deployed\n"
                                 "  kind count\n"
                                 "  words deployments\n"
                                 "measure opened\n"
                                 "  kind date\n"
                                 "  words open, inaugurate\n";

typedef struct fixture {
  cck_rules *rules;
  cck_extractor *extractor;
  cck_arena arena;
  cck_extraction got;
} fixture;

static void show_error(void *context, const cck_error *error) {
  (void)context;
  print_error("%s:%u:%u: %s\n", error->file, error->line, error->column, error->message);
}

static int set_up(void **state) {
  fixture *f = cck_heap_alloc(sizeof *f);
  cck_error_sink sink = {show_error, NULL};
  f->rules = cck_rules_new();
  if (cck_rules_parse_text(f->rules, "test.rules", cck_slice_of(rules_text), sink) != CCK_OK ||
      cck_rules_bind(f->rules, sink) != CCK_OK)
    return -1;
  f->extractor = cck_extractor_new(f->rules->lexicon, f->rules->units);
  cck_arena_init(&f->arena);
  *state = f;
  return 0;
}

static int tear_down(void **state) {
  fixture *f = *state;
  cck_arena_fini(&f->arena);
  cck_extractor_free(f->extractor);
  cck_rules_free(f->rules);
  free(f);
  return 0;
}

static void read_text(fixture *f, const char *published, const char *text) {
  cck_document doc;
  cck_meta meta = {.published = cck_slice_of(published), .published_from = CCK_S("test"), .publisher = CCK_S("Wire")};
  cck_arena_reset(&f->arena);
  if (cck_document_parse(&f->arena, CCK_S("test.txt"), cck_slice_of(text), &meta, &doc, NULL) != CCK_OK)
    fail_msg("cannot parse: %s", text);
  cck_extract(f->extractor, &doc, &f->got);
}

/* The claim whose text holds these words. */
static const cck_claim *claim_with(fixture *f, const char *text, const char *words) {
  for (size_t i = 0; i < f->got.claims.count; i++)
    if (cck_slice_find(f->got.claims.items[i].text, cck_slice_of(words), 0) != SIZE_MAX)
      return &f->got.claims.items[i];
  fail_msg("no claim with '%s' in: %s", words, text);
  return NULL;
}

static void assert_field(const char *text, const char *field, cck_slice got, const char *want) {
  if (!cck_slice_is(got, want))
    fail_msg("%s of '%s': got '%.*s', want '%s'", field, text, (int)got.len, got.ptr ? got.ptr : "", want);
}

static void test_measure_and_subject(void **state) {
  static const struct {
    const char *text, *words, *measure, *subject;
  } rows[] = {
      {"The North Base has 5,000 soldiers.", "5,000", "troops", "base-north"},
      {"The 3,000-strong North Base held an exercise.", "3,000", "troops", "base-north"},
      {"The Russian base in Dushanbe will hold 5,000 soldiers.", "5,000", "troops", "base-north"},
      {"Officials named the North Base, which holds 7,000 troops in two towns.", "7,000", "troops", "base-north"},
      {"The road passes the North Base. The base has 5,000 soldiers.", "5,000", "troops", "base-north"},
      {"Russia opened a base in the Tajik capital with 5,000 soldiers.", "5,000", "troops", "base-north"},
      {"He reviewed the base in Latin America with 5,000 soldiers.", "5,000", "troops", ""},
      {"The North Base has 5,000 soldiers and 40 wounded soldiers.", "5,000", "troops", "base-north"},
      {"The North Base has 5,000 soldiers and 40 wounded soldiers.", "40", "", "base-north"},
      {"The North Base lost 60 wounded officers and soldiers, 40 soldiers wounded badly.", "40", "", "base-north"},
      {"The North Base has a capacity of 8,000.", "8,000", "capacity", "base-north"},
      {"The North Base has a capacity of about 8,000 people.", "8,000", "capacity", "base-north"},
      {"The capacity of the North Base is 8,000.", "8,000", "capacity", "base-north"},
      {"The capacity of the North Base is enough for 90 lorries.", "90", "", "base-north"},
      {"The North Base with its capacity of 8,000 has 5,000 soldiers.", "5,000", "troops", "base-north"},
      {"Troops at the North Base number 4,500.", "4,500", "troops", "base-north"},
      {"The garrison of the North Base has 5,000 soldiers.", "5,000", "troops", "base-north"},
      {"The garrison of the North Base met 12 envoys.", "12", "", "base-north"},
      {"A flood killed 9 people. The North Base bought 300 chairs.", "300", "", "base-north"},
      {"Nine soldiers of the North Base were killed.", "Nine", "killed", "base-north"},
      {"The blast killed 9 people in Tajikistan.", "9", "killed", "tajikistan"},
      {"A flood left 17 people dead in Tajikistan.", "17", "killed", "tajikistan"},
      {"Some 300 border guards joined the troops of the North Base.", "300", "", "base-north"},
      {"Tajikistan bought 40 troop carriers.", "40", "", "tajikistan"},
      {"Russia will write off $330 million of Tajik debts.", "$330", "debt-relief", "tajikistan"},
      {"Russia will write $330 million of Tajikistan's debt off.", "$330", "debt-relief", "tajikistan"},
      {"Moscow agreed to forgive $330 million of the debt of Tajikistan.", "$330", "debt-relief", "tajikistan"},
      {"Tajikistan's foreign debt stands at $980 million.", "$980", "debt", "tajikistan"},
      {"Tajikistan bought grain for $20 million.", "$20", "", "tajikistan"},
      {"The North Base was opened on 17 October 2004.", "17 October", "opened", "base-north"},
      {"The North Base was searched on 17 October 2004.", "17 October", "", "base-north"},
  };
  fixture *f = *state;
  for (size_t i = 0; i < COUNT(rows); i++) {
    read_text(f, "2004-10-20", rows[i].text);
    const cck_claim *claim = claim_with(f, rows[i].text, rows[i].words);
    assert_field(rows[i].text, "measure", claim->measure, rows[i].measure);
    assert_field(rows[i].text, "subject", claim->subject, rows[i].subject);
  }
}

/* A bare name is the heading of what follows; a label names the measure. */
static void test_headings(void **state) {
  static const struct {
    const char *text, *words, *measure, *subject, *place;
  } rows[] = {
      {"Tajikistan. Troop strength: 9,000 active men.", "9,000", "strength", "tajikistan", ""},
      {"Tajikistan\nTroop strength: 9,000 active men.", "9,000", "strength", "tajikistan", ""},
      {"Tajikistan\n\nTroop strength: 9,000 active men.", "9,000", "strength", "tajikistan", ""},
      {"Tajikistan. Some words. Troop strength: 9,000 (7,000 Army; 2,000 Navy).", "9,000", "strength", "tajikistan",
       ""},
      {"Tajikistan. Troop strength: 9,000 (7,000 Army; 2,000 Navy).", "7,000", "", "tajikistan", ""},
      {"Tajikistan. Troop strength: the Tajik army has 9,000 men; 300 guards.", "9,000", "strength", "tajikistan", ""},
      {"Tajikistan. Troop strength: the Tajik army has 9,000 men; 300 guards.", "300", "", "tajikistan", ""},
      {"Tajikistan. Deployments: 120 Lebanon (UN); 870 South Sudan.", "120", "deployed", "tajikistan", "Lebanon"},
      {"Tajikistan. Deployments: 120 Lebanon (UN); 870 South Sudan.", "870", "deployed", "tajikistan", "South Sudan"},
      {"Tajikistan. Deployments: 1,200 Middle East (UN).", "1,200", "deployed", "tajikistan", "Middle East"},
      {"Gambia, The. Troop strength: 9,000.", "9,000", "strength", "gambia", ""},
      {"The Gambia. Troop strength: 9,000.", "9,000", "strength", "gambia", ""},
      {"Korea, North. Troop strength: 9,000.", "9,000", "strength", "north-korea", ""},
      {"Turkey (Turkiye). Troop strength: 9,000.", "9,000", "strength", "turkey", ""},
      {"## Tajikistan\n\nTroop strength: 9,000.", "9,000", "strength", "tajikistan", ""},
      {"## Tajikistan\n\n### Army\n\nTroop strength: 9,000.", "9,000", "strength", "tajikistan", ""},
      {"## Tajikistan\n\n## Ruritania\n\nTroop strength: 9,000.", "9,000", "strength", "", ""},
      {"Tajikistan\n\nRuritania\n\nTroop strength: 9,000.", "9,000", "strength", "", ""},
      {"Tajikistan, Russia. Troop strength: 9,000.", "9,000", "strength", "", ""},
      {"Tajikistan. Deployments: 12 lorries.", "12", "", "tajikistan", ""},
      {"Tajikistan. A flood killed 9 people.", "9", "killed", "tajikistan", ""},
      {"Tajikistan. A flood killed 9 people in Kyrgyzstan.", "9", "killed", "kyrgyzstan", ""},
      {"Tajikistan: some words\n\nA flood killed 9 people.", "9", "killed", "", ""},
      {"Tajikistan\n\nOne paragraph.\n\nA flood killed 9 people.", "9", "killed", "", ""},
      {"Dushanbe. A flood killed 9 people.", "9", "killed", "", ""},
      {"Troop strength of Tajikistan: 9,000.", "9,000", "strength", "tajikistan", ""},
      {"Troops in Tajikistan: 12 lorries burnt.", "12", "", "tajikistan", ""},
      {"He said of the troop strength: 12 lorries.", "12", "", "", ""},
  };
  fixture *f = *state;
  for (size_t i = 0; i < COUNT(rows); i++) {
    read_text(f, "2004-10-20", rows[i].text);
    const cck_claim *claim = claim_with(f, rows[i].text, rows[i].words);
    assert_field(rows[i].text, "measure", claim->measure, rows[i].measure);
    assert_field(rows[i].text, "subject", claim->subject, rows[i].subject);
    cck_slice place = {"", 0};
    for (size_t k = 0; k < claim->scope.count; k++)
      if (cck_slice_is(claim->scope.items[k].key, "place"))
        place = claim->scope.items[k].value;
    assert_field(rows[i].text, "place", place, rows[i].place);
  }
}

static void test_modality(void **state) {
  static const struct {
    const char *text;
    cck_modality want;
  } rows[] = {
      {"The North Base has 5,000 soldiers.", CCK_MODALITY_ASSERTED},
      {"The North Base will hold 5,000 soldiers.", CCK_MODALITY_PLANNED},
      {"The North Base is expected to hold 5,000 soldiers.", CCK_MODALITY_PLANNED},
      {"The North Base could hold 5,000 soldiers.", CCK_MODALITY_POSSIBLE},
      {"The North Base does not have 5,000 soldiers.", CCK_MODALITY_DENIED},
      {"The North Base rejected 5,000 soldiers.", CCK_MODALITY_ASSERTED},
      {"The North Base dismissed about 5,000 soldiers.", CCK_MODALITY_ASSERTED},
      {"The ministry rejected reports of 5,000 soldiers.", CCK_MODALITY_DENIED},
      {"The ministry denied 5,000 soldiers their pay.", CCK_MODALITY_DENIED},
      {"Does the North Base have 5,000 soldiers?", CCK_MODALITY_QUESTION},
      {"The North Base has no more than 5,000 soldiers.", CCK_MODALITY_ASSERTED},
      {"It could grow one day; the North Base has 5,000 soldiers.", CCK_MODALITY_ASSERTED},
      {"It may hold 5,000 soldiers.", CCK_MODALITY_POSSIBLE},
      {"In May it held 5,000 soldiers.", CCK_MODALITY_ASSERTED},
      {"On 5 May 2004 it held 5,000 soldiers.", CCK_MODALITY_ASSERTED},
      {"In May it may hold 5,000 soldiers.", CCK_MODALITY_POSSIBLE},
      {"Will Baker counted 5,000 soldiers.", CCK_MODALITY_ASSERTED},
      {"General Will Baker counted 5,000 soldiers.", CCK_MODALITY_ASSERTED},
      {"A can of petrol was found by 5,000 soldiers.", CCK_MODALITY_ASSERTED},
      {"The planned base of 5,000 soldiers was cancelled.", CCK_MODALITY_PLANNED},
      {"Proposed NATO bases for 5,000 soldiers were cancelled.", CCK_MODALITY_PLANNED},
      {"The North Base should hold 5,000 soldiers.", CCK_MODALITY_PLANNED},
      {"They expect 5,000 soldiers.", CCK_MODALITY_PLANNED},
      {"The North Base can hold 5,000 soldiers.", CCK_MODALITY_POSSIBLE},
      {"Russia Will Send 5,000 Soldiers\n\nThe decision was taken in Moscow.", CCK_MODALITY_PLANNED},
  };
  fixture *f = *state;
  for (size_t i = 0; i < COUNT(rows); i++) {
    read_text(f, "2004-10-20", rows[i].text);
    cck_modality got = claim_with(f, rows[i].text, "5,000")->modality;
    if (got != rows[i].want)
      fail_msg("'%s': got %s, want %s", rows[i].text, cck_modality_name(got), cck_modality_name(rows[i].want));
  }
}

/* The mood of a date is its verb's. */
static void test_modality_of_dates(void **state) {
  static const struct {
    const char *text, *words;
    cck_modality want;
    bool past;
  } rows[] = {
      {"The base will be opened on 5 May 2005.", "5 May", CCK_MODALITY_PLANNED, false},
      {"The base is expected to be formally opened on 5 May 2005.", "5 May", CCK_MODALITY_PLANNED, false},
      {"The base will hold 5,000 soldiers, the minister said on Tuesday.", "Tuesday", CCK_MODALITY_ASSERTED, false},
      {"The base will be closed, the minister hopes, in June 2005.", "June", CCK_MODALITY_PLANNED, false},
      {"The base was opened on 5 May 2003.", "5 May", CCK_MODALITY_ASSERTED, true},
      {"It opened in May.", "May", CCK_MODALITY_ASSERTED, true},
      {"The base was not opened on 5 May 2003.", "5 May", CCK_MODALITY_DENIED, false},
  };
  fixture *f = *state;
  for (size_t i = 0; i < COUNT(rows); i++) {
    read_text(f, "2004-10-20", rows[i].text);
    const cck_claim *claim = claim_with(f, rows[i].text, rows[i].words);
    if (claim->modality != rows[i].want || claim->date.past != rows[i].past)
      fail_msg("'%s': got %s, past %d", rows[i].text, cck_modality_name(claim->modality), claim->date.past);
  }
}

static void test_time(void **state) {
  static const struct {
    const char *text, *min, *max;
    cck_basis basis;
  } rows[] = {
      {"The North Base has 5,000 soldiers.", "2004-10-20", "2004-10-20", CCK_BASIS_PUBLICATION},
      {"In 1999 the North Base had 5,000 soldiers.", "1999-01-01", "1999-12-31", CCK_BASIS_TEXT},
      {"The North Base has had 5,000 soldiers since 2001.", "2001-01-01", "", CCK_BASIS_TEXT},
      {"The North Base has 5,000 soldiers, which the ministry confirmed in 2003.", "2004-10-20", "2004-10-20",
       CCK_BASIS_PUBLICATION},
      {"The ministry said in 2003 that the North Base has 5,000 soldiers.", "2004-10-20", "2004-10-20",
       CCK_BASIS_PUBLICATION},
      {"The North Base has 5,000 soldiers, more than in 2001.", "2004-10-20", "2004-10-20", CCK_BASIS_PUBLICATION},
      {"The North Base has 5,000 soldiers (Sample Wire, October 2).", "2004-10-20", "2004-10-20",
       CCK_BASIS_PUBLICATION},
  };
  fixture *f = *state;
  for (size_t i = 0; i < COUNT(rows); i++) {
    read_text(f, "2004-10-20", rows[i].text);
    const cck_claim *claim = claim_with(f, rows[i].text, "5,000");
    assert_field(rows[i].text, "min", cck_day_text(&f->arena, claim->time.days.min), rows[i].min);
    assert_field(rows[i].text, "max", cck_day_text(&f->arena, claim->time.days.max), rows[i].max);
    assert_int_equal(claim->time.basis, rows[i].basis);
  }
}

/* The tense settles the year of a day without one, for the figures of the sentence too. */
static void test_settled_year(void **state) {
  fixture *f = *state;
  const char *text = "Nine people were killed on 8 December in Tajikistan.";
  read_text(f, "2004-10-20", text);
  assert_field(text, "date", cck_day_text(&f->arena, claim_with(f, text, "8 December")->date.days.min), "2003-12-08");
  assert_field(text, "time", cck_day_text(&f->arena, claim_with(f, text, "Nine")->time.days.min), "2003-12-08");
}

/* A holiday of the year before is not always on the same day of the month. */
static void test_settled_holiday(void **state) {
  static const struct {
    const char *text, *words, *day;
  } rows[] = {
      {"The base was opened on Thanksgiving.", "Thanksgiving", "2003-11-27"},
      {"The base was opened the day before Thanksgiving.", "Thanksgiving", "2003-11-26"},
      {"The base was opened three days before Christmas.", "Christmas", "2003-12-22"},
      {"The base will be opened the day after Thanksgiving.", "Thanksgiving", "2004-11-26"},
  };
  fixture *f = *state;
  for (size_t i = 0; i < COUNT(rows); i++) {
    read_text(f, "2004-10-20", rows[i].text);
    assert_field(rows[i].text, "day",
                 cck_day_text(&f->arena, claim_with(f, rows[i].text, rows[i].words)->date.days.min), rows[i].day);
  }
}

static void test_event(void **state) {
  static const struct {
    const char *text, *words, *event;
    bool past;
  } rows[] = {
      {"The base was opened on 17 October 2004.", "17 October", "open", true},
      {"The two sides signed the protocol on 12 November 2004.", "12 November", "sign", true},
      {"The base will be opened on 12 November 2004.", "12 November", "open", false},
      {"They agreed to open the road on 12 November 2004.", "12 November", "open", false},
      {"The option put on 12 November 2004 is in doubt.", "12 November", "put", false},
      {"The road was cut on 12 October 2004.", "12 October", "cut", true},
      {"It closed on the last day or on 12 November 2004.", "12 November", "close", false},
      {"The lease was extended until 12 November 2004.", "12 November", "extend", false},
      {"The summit is scheduled for 12 November 2004.", "12 November", "schedule", false},
      {"On a visit to the city this week, the president opened the base.", "this week", "open", true},
      {"It will be recognised as a base in May 2005.", "May 2005", "recognise", false},
  };
  fixture *f = *state;
  for (size_t i = 0; i < COUNT(rows); i++) {
    read_text(f, "2004-10-20", rows[i].text);
    const cck_claim *claim = claim_with(f, rows[i].text, rows[i].words);
    assert_field(rows[i].text, "event", claim->date.event, rows[i].event);
    if (claim->date.past != rows[i].past)
      fail_msg("'%s': past is %d", rows[i].text, claim->date.past);
  }
}

static void test_speaker_and_quotes(void **state) {
  fixture *f = *state;
  const char *text = "\"We have 5,000 soldiers,\" Defence Minister Sergei Orlov said. The North Base has 900 cooks.";
  read_text(f, "2004-10-20", text);
  assert_field(text, "speaker", claim_with(f, text, "5,000")->speaker, "Defence Minister Sergei Orlov");
  assert_true(claim_with(f, text, "5,000")->quoted);
  assert_field(text, "speaker", claim_with(f, text, "900")->speaker, "");
  assert_false(claim_with(f, text, "900")->quoted);
}

static void test_no_speaker(void **state) {
  static const char *const texts[] = {
      "The military said Dec. 15 that the North Base has 5,000 soldiers.",
      "It said the North Base has 5,000 soldiers.",
      "The North Base has 5,000 soldiers.",
  };
  fixture *f = *state;
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    read_text(f, "2004-10-20", texts[i]);
    assert_field(texts[i], "speaker", claim_with(f, texts[i], "5,000")->speaker, "");
  }
}

static void test_names(void **state) {
  fixture *f = *state;
  const char *text = "Ivan Petrov flew home. Ivan Petrov then rested.";
  read_text(f, "2010-05-12", text);
  assert_int_equal(f->got.claims.count, 1);
  assert_int_equal(f->got.claims.items[0].kind, CCK_CLAIM_NAME);
  assert_field(text, "subject", f->got.claims.items[0].subject, "president");
}

static const cck_claim *linked(fixture *f, const cck_claim *claim, const char *role) {
  for (size_t i = 0; i < claim->links.count; i++)
    for (size_t j = 0; cck_slice_is(claim->links.items[i].role, role) && j < f->got.claims.count; j++)
      if (cck_slice_eq(f->got.claims.items[j].id, claim->links.items[i].id))
        return &f->got.claims.items[j];
  return NULL;
}

static void test_change_frames(void **state) {
  static const struct {
    const char *text, *change, *from, *to; /* from is NULL when nothing must be linked */
  } rows[] = {
      {"Seizures rose from 10 tonnes to 15 tonnes, an increase of 40 percent.", "40", "10", "15"},
      {"Seizures rose from 10 to 15 tonnes, a 40 percent increase.", "40", "10", "15"},
      {"Seizures rose 40 percent to 15 tonnes from 10 tonnes.", "40", "10", "15"},
      {"Output fell 20 percent from 320 tonnes to 256 tonnes.", "20", "320", "256"},
      {"The price rose $5 from $30 to $38.", "5", "$30", "$38"},
      {"The price fell by $2 to $28 from $30.", "2", "$30", "$28"},
      {"Sales were 15 mln dlrs, up 50 pct from 12 mln dlrs.", "50", "12", "15"},
      {"Sales doubled to 20 tonnes from 8 tonnes.", "doubled", "8", "20"},
      {"Sales were 15 tonnes in 1986, a 50 pct increase over the 12 tonnes of 1985.", "50", "12", "15"},
      {"Sales were 15 tonnes, 50 pct more than last year's 12 tonnes.", "50", "12", "15"},
      {"It earned $2 billion, or $8.46 a share, up 18% from $1.69 billion, or $7.03 a share.", "18", "$1.69", "$2"},
      {"Sales were 15 tonnes, up 7 tonnes from 8 tonnes.", "7", "8", "15"},
      {"It pays 5 pct over 7 years on 10 mln dlrs.", "5", NULL, NULL},
      {"Imports fell to 26 tonnes from 30, and exports fell 5 percent to 90 tonnes from 95 tonnes.", "5", "95", "90"},
      {"Output rose 20 percent to 15 tonnes.", "20", NULL, NULL},
      {"Sales rose 40 percent to 15 tonnes, against 12 tonnes.", "40", NULL, NULL},
      {"It rose 5.2 pct up from 49.9 billion and 41 pct up from 37 billion.", "41", NULL, NULL},
      {"The road from 10 villages leads to 15 towns.", "15", NULL, NULL},
  };
  fixture *f = *state;
  for (size_t i = 0; i < COUNT(rows); i++) {
    read_text(f, "2004-10-20", rows[i].text);
    const cck_claim *claim = claim_with(f, rows[i].text, rows[i].change);
    const cck_claim *from = linked(f, claim, "from");
    const cck_claim *to = linked(f, claim, "to");
    if (!rows[i].from) {
      assert_null(from);
      continue;
    }
    if (!from || !to)
      fail_msg("not linked: %s", rows[i].text);
    assert_true(cck_slice_starts(from->text, cck_slice_of(rows[i].from)));
    assert_true(cck_slice_starts(to->text, cck_slice_of(rows[i].to)));
  }
}

/* Only the direction is told: the figure that is reached holds the link. */
static void test_directions(void **state) {
  static const struct {
    const char *text, *to, *from; /* from is NULL when nothing must be linked */
    cck_change change;
  } rows[] = {
      {"Lending averaged 190 tonnes, up from 380 tonnes.", "190", "380", CCK_CHANGE_UP},
      {"Lending averaged 190 tonnes in the week, down from 380 tonnes.", "190", "380", CCK_CHANGE_DOWN},
      {"Imports fell to 26 tonnes from 30, and exports rose to 90 tonnes from 85.", "90", "85", CCK_CHANGE_UP},
      {"The backlog was 32 billion crowns, or 4.8 billion dlrs, up from 30 billion.", "4.8", NULL, CCK_CHANGE_NONE},
      {"Output was 1.02 mln tonnes, down from 1.95 and 1.15 mln tonnes.", "1.02", NULL, CCK_CHANGE_NONE},
      {"The count rose to 183 boats, against 324 boats.", "183", NULL, CCK_CHANGE_NONE},
  };
  fixture *f = *state;
  for (size_t i = 0; i < COUNT(rows); i++) {
    read_text(f, "2004-10-20", rows[i].text);
    const cck_claim *to = claim_with(f, rows[i].text, rows[i].to);
    const cck_claim *from = rows[i].from ? claim_with(f, rows[i].text, rows[i].from) : NULL;
    if (linked(f, to, "from") != from || (from && to->value.change != rows[i].change))
      fail_msg("%s", rows[i].text);
  }
}

static void test_parts(void **state) {
  fixture *f = *state;
  const char *text = "The firm pays $334 million, of which $281 million in cash.";
  read_text(f, "2004-10-20", text);
  const cck_claim *part = claim_with(f, text, "$281");
  assert_true(linked(f, part, "whole") == claim_with(f, text, "$334"));
  assert_int_equal(part->scope.count, 1);
  assert_field(text, "scope", part->scope.items[0].key, "part_of");
}

static void test_shares(void **state) {
  fixture *f = *state;
  const char *text = "The army lost 12 of its 40 helicopters.";
  read_text(f, "2004-10-20", text);
  assert_true(linked(f, claim_with(f, text, "12"), "whole") == claim_with(f, text, "40"));
  text = "Crews of 12 and 40 men worked.";
  read_text(f, "2004-10-20", text);
  assert_null(linked(f, claim_with(f, text, "12"), "whole"));
}

static void test_conversions(void **state) {
  static const struct {
    const char *text, *here, *other; /* other is NULL when nothing must be linked */
  } rows[] = {
      {"The mast is 37 metres (121 feet) tall.", "37", "121"},
      {"The bridge cost $5 million (about £4 million).", "$5", "£4"},
      {"It was 20C (68F) at noon.", "20", "68"},
      {"The club has 12 boats (9 sails).", "12", NULL},
      {"The mast is 37 metres (40 metres with its flag).", "37", NULL},
      {"The road is 5 km (in 10 minutes you are there).", "5", NULL},
      {"The farm lies 5 miles, or about 8 km, from here.", "5", "8"},
      {"The farm lies 5 miles -- about 8 km -- from here.", "5", "8"},
      {"The walk is 10km/6 miles long.", "10km", "6 miles"},
      {"It holds 4 gallons, equivalent to 18 litres.", "4", "18"},
      {"You can walk 5 km or 10 miles.", "5", NULL},
      {"He ran the 26 miles 385 yards (42.195 km).", "26", NULL},
      {"She weighs 10st 7lb (67kg).", "10st", "67"},
      {"Go for five days, or two weeks, to the sea.", "five", NULL},
      {"They ran 5 miles, swam 2 km and slept.", "5", NULL},
  };
  fixture *f = *state;
  for (size_t i = 0; i < COUNT(rows); i++) {
    read_text(f, "2004-10-20", rows[i].text);
    bool found = false;
    for (size_t j = 0; j < f->got.claims.count; j++)
      found = found || linked(f, &f->got.claims.items[j], "same");
    if (found != (rows[i].other != NULL))
      fail_msg("%s: %s", found ? "linked" : "not linked", rows[i].text);
    if (rows[i].other)
      assert_true(linked(f, claim_with(f, rows[i].text, rows[i].other), "same") ==
                  claim_with(f, rows[i].text, rows[i].here));
  }
}

/* 40 of the 250, said with its share. */
static void test_shares_and_counts(void **state) {
  static const struct {
    const char *text, *share, *part, *whole; /* part is NULL when nothing must be linked */
  } rows[] = {
      {"About 12%, or 40 of 250, came.", "12", "40", "250"},
      {"Just 12% (40 of 250) came.", "12", "40", "250"},
      {"Some 40 of the 250 members (16%) came.", "16", "40", "250"},
      {"A third of the 90 deputies, or 25, left.", "A third", "25", "90"},
      {"It owns 1.2 mln shares, or 8 pct of the 15 mln outstanding.", "8", "1.2", "15"},
      {"In all 40 of 250 members came, and 60% voted.", "60", NULL, NULL},
      {"Some 12% came, or left for 40 of 250 places.", "12", NULL, NULL},
  };
  fixture *f = *state;
  for (size_t i = 0; i < COUNT(rows); i++) {
    read_text(f, "2004-10-20", rows[i].text);
    const cck_claim *share = claim_with(f, rows[i].text, rows[i].share);
    if (!rows[i].part) {
      assert_null(linked(f, share, "part"));
      continue;
    }
    const cck_claim *part = claim_with(f, rows[i].text, rows[i].part);
    const cck_claim *whole = claim_with(f, rows[i].text, rows[i].whole);
    if (linked(f, share, "part") != part || linked(f, share, "whole") != whole || linked(f, part, "whole") != whole ||
        linked(f, part, "share") != share)
      fail_msg("not linked: %s", rows[i].text);
  }
}

static void test_totals(void **state) {
  static const struct {
    const char *text, *total, *part; /* part is NULL when nothing must be linked */
    bool all;
  } rows[] = {
      {"It killed 12 people, five women and seven children.", "12", "seven", true},
      {"The line has 83 aircraft: 51 jets, 20 turboprops and 12 helicopters.", "83", "20", true},
      {"They sold 8,400 bales -- 5,100 for May and 3,300 for June -- today.", "8,400", "3,300", true},
      {"Fees of 2 pct comprise 1/2 pct for management and 1-1/2 pct for selling.", "2", "1-1/2", true},
      {"It took $59 million here and $68 million there, for a total of $127 million.", "$127", "$68", true},
      {"Of the 100 seats, 45 went to A, 30 to B and 20 to C.", "100", "30", false},
      {"It owes 653 mln dlrs, including 359 mln dlrs of loans and 294 mln dlrs of bills.", "653", "294", false},
      {"The line has 300 ships, 200 in Asia and 90 in Europe.", "300", "90", false},
      {"It will cut 4,300 jobs in France, 3,700 in Germany and 1,600 in Spain.", "4,300", NULL, false},
      {"It hired 12 men, five women and eight children.", "12", NULL, false},
      {"Of the 100 guests, 60 are rich, 50 have boats and 30 are old.", "100", NULL, false},
      {"It rose to 10 tonnes, compared with 12 tonnes in May and 15 tonnes in June.", "10", NULL, false},
      {"Fees are 5 pct, including a 1 pct rebate, and 3 pct for selling.", "5", "1", false},
      {"The average wage is $2,000: $1,500 for women and $2,500 for men.", "$2,000", NULL, false},
      {"Inflation was 5 pct -- 3 pct for goods and 7 pct for services -- in May.", "5 pct", NULL, false},
      {"Jobless were 5 pct, with 7 pct for men and 4 pct for women.", "5 pct", NULL, false},
      {"The limit is 60 mph: 50 mph for lorries and 40 mph for tractors.", "60", NULL, false},
      {"They have three children: 12, 9 and 4.", "three", NULL, false},
      {"It killed 40 people, 12 men and 20 women among them.", "40", NULL, false},
      {"There are two rooms: 5 chairs and 6 tables.", "two", NULL, false},
      {"It has 12 boats: 5 tugs, 4 ferries and 3 yachts with 20 berths.", "12", NULL, false},
  };
  fixture *f = *state;
  for (size_t i = 0; i < COUNT(rows); i++) {
    read_text(f, "2004-10-20", rows[i].text);
    const cck_claim *total = claim_with(f, rows[i].text, rows[i].total);
    bool any = false;
    for (size_t j = 0; j < f->got.claims.count; j++)
      any = any || linked(f, &f->got.claims.items[j], "whole") == total;
    if (any != (rows[i].part != NULL))
      fail_msg("%s: %s", any ? "linked" : "not linked", rows[i].text);
    if (rows[i].part && linked(f, claim_with(f, rows[i].text, rows[i].part), "whole") != total)
      fail_msg("another whole: %s", rows[i].text);
    if ((linked(f, total, "part") != NULL) != rows[i].all)
      fail_msg("%s: %s", rows[i].all ? "not all" : "all", rows[i].text);
  }
}

static void test_ids_are_stable(void **state) {
  fixture *f = *state;
  read_text(f, "2004-10-20",
            "The North Base has 5,000 soldiers. It also has 5,000 beds. The North Base has 5,000 soldiers.");
  char first[32];
  memcpy(first, f->got.claims.items[0].id.ptr, 22);
  assert_int_equal(f->got.claims.count, 3);
  assert_int_equal(f->got.claims.items[0].id.len, 22);
  assert_false(cck_slice_eq(f->got.claims.items[0].id, f->got.claims.items[2].id));
  read_text(f, "2004-10-20", "Another beginning with 12 words. The North Base has 5,000 soldiers.");
  assert_memory_equal(claim_with(f, "", "5,000")->id.ptr, first, 22);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_measure_and_subject),
      cmocka_unit_test(test_headings),
      cmocka_unit_test(test_modality),
      cmocka_unit_test(test_modality_of_dates),
      cmocka_unit_test(test_time),
      cmocka_unit_test(test_event),
      cmocka_unit_test(test_settled_year),
      cmocka_unit_test(test_settled_holiday),
      cmocka_unit_test(test_speaker_and_quotes),
      cmocka_unit_test(test_no_speaker),
      cmocka_unit_test(test_names),
      cmocka_unit_test(test_change_frames),
      cmocka_unit_test(test_directions),
      cmocka_unit_test(test_parts),
      cmocka_unit_test(test_shares),
      cmocka_unit_test(test_conversions),
      cmocka_unit_test(test_shares_and_counts),
      cmocka_unit_test(test_totals),
      cmocka_unit_test(test_ids_are_stable),
  };
  return cmocka_run_group_tests_name("link", tests, set_up, tear_down);
}
