/* Word forms: inflections meet in one stem, words that only look alike do not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "text/stem.h"
#include "unit/fixture.h"

static void test_stems_meet(void **state) {
  (void)state;
  static const char *const rows[] = {
      "write writes wrote written writing",
      "open opens opened opening",
      "soldier soldiers",
      "company companies",
      "cancel cancelled canceled cancelling",
      "control controls controlled controlling",
      "kill kills killed killing killings",
      "stop stopped stopping",
      "forgive forgave forgiven forgiving",
      "inaugurate inaugurated inaugurates inaugurating",
      "use used uses using",
      "die dies died dying",
      "study studies studied studying",
      "serviceman servicemen",
      "woman women",
      "agree agreed agrees agreeing",
      "pass passes passed passing",
      "watch watches watched watching",
      "base bases based",
      "install installed installing installs",
      "hundred hundreds",
      "virus viruses",
      "bus buses",
      "add adds added adding",
      "exceed exceeds exceeded exceeding",
      "go goes went gone going",
      "building build built buildings",
      "troop troops",
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_slice rest = cck_slice_of(rows[i]);
    cck_slice first = {NULL, 0};
    for (cck_slice part; cck_slice_next(&rest, ' ', &part);) {
      if (!first.ptr)
        first = part;
      if (cck_stem_hash(part) != cck_stem_hash(first))
        fail_msg("'%.*s' does not meet '%.*s'", (int)part.len, part.ptr, (int)first.len, first.ptr);
    }
  }
}

static void test_stems_apart(void **state) {
  (void)state;
  static const char *const rows[][2] = {
      {"off", "of"},      {"used", "us"},     {"evening", "even"}, {"hill", "hile"}, {"mill", "mile"},
      {"filled", "file"}, {"united", "unit"}, {"news", "new"},     {"thing", "th"},  {"red", "r"},
      {"nothing", "not"}, {"glass", "glas"},  {"during", "dure"},  {"bed", "be"},    {"perhaps", "perhap"},
      {"need", "ne"},     {"as", "a"},        {"series", "sery"},  {"don't", "don"},
  };
  for (size_t i = 0; i < COUNT(rows); i++)
    if (cck_stem_hash(cck_slice_of(rows[i][0])) == cck_stem_hash(cck_slice_of(rows[i][1])))
      fail_msg("'%s' meets '%s'", rows[i][0], rows[i][1]);
}

static void test_hash_folds(void **state) {
  (void)state;
  assert_true(cck_stem_hash(CCK_S("SOLDIERS")) == cck_stem_hash(CCK_S("soldier")));
  assert_true(cck_stem_hash(CCK_S("Caf\xc3\xa9s")) == cck_stem_hash(CCK_S("caf\xc3\xa9")));
  assert_false(cck_stem_hash(CCK_S("U.S.")) == cck_stem_hash(CCK_S("us")));
}

typedef struct pair {
  const char *in, *want;
} pair;

static void check(cck_slice (*form)(cck_arena *, cck_slice), const pair *rows, size_t count) {
  for (size_t i = 0; i < count; i++) {
    cck_slice got = form(&arena, cck_slice_of(rows[i].in));
    if (!cck_slice_is(got, rows[i].want))
      fail_msg("'%s' gives '%.*s', not '%s'", rows[i].in, (int)got.len, got.ptr, rows[i].want);
  }
}

static void test_singular(void **state) {
  (void)state;
  static const pair rows[] = {
      {"soldiers", "soldier"},
      {"companies", "company"},
      {"men", "man"},
      {"servicemen", "serviceman"},
      {"soldier", "soldier"},
      {"glass", "glass"},
      {"classes", "class"},
      {"buses", "bus"},
      {"houses", "house"},
      {"causes", "cause"},
      {"heroes", "hero"},
      {"shoes", "shoe"},
      {"crises", "crisis"},
      {"analysis", "analysis"},
      {"series", "series"},
      {"news", "news"},
      {"viruses", "virus"},
      {"boxes", "box"},
      {"sizes", "size"},
      {"tonnes", "tonne"},
      {"people", "people"},
      {"lives", "life"},
      {"gas", "gas"},
      {"specimens", "specimen"},
      {"deaths", "death"},
      {"was", "was"},
      {"movies", "movie"},
      {"", ""},
      {"s", "s"},
      {"churches", "church"},
      {"headquarters", "headquarters"},
  };
  check(cck_singular, rows, COUNT(rows));
}

static void test_verb_base(void **state) {
  (void)state;
  static const pair rows[] = {
      {"opened", "open"},
      {"opening", "open"},
      {"opens", "open"},
      {"wrote", "write"},
      {"open", "open"},
      {"invited", "invite"},
      {"announced", "announce"},
      {"deployed", "deploy"},
      {"inaugurated", "inaugurate"},
      {"signed", "sign"},
      {"visited", "visit"},
      {"killed", "kill"},
      {"stopped", "stop"},
      {"controlled", "control"},
      {"installed", "install"},
      {"settled", "settle"},
      {"married", "marry"},
      {"died", "die"},
      {"launched", "launch"},
      {"released", "release"},
      {"arrested", "arrest"},
      {"declared", "declare"},
      {"appeared", "appear"},
      {"offered", "offer"},
      {"created", "create"},
      {"treated", "treat"},
      {"provided", "provide"},
      {"assumed", "assume"},
      {"joined", "join"},
      {"determined", "determine"},
      {"changed", "change"},
      {"belonged", "belong"},
      {"moved", "move"},
      {"continued", "continue"},
      {"developed", "develop"},
      {"hoped", "hope"},
      {"showed", "show"},
      {"played", "play"},
      {"fixed", "fix"},
      {"exploded", "explode"},
      {"founded", "found"},
      {"passed", "pass"},
      {"reduced", "reduce"},
      {"established", "establish"},
      {"agreed", "agree"},
      {"executed", "execute"},
      {"elected", "elect"},
      {"completed", "complete"},
      {"used", "use"},
      {"travelled", "travel"},
      {"made", "make"},
      {"born", "born"},
      {"built", "build"},
      {"raised", "raise"},
      {"acquired", "acquire"},
      {"handled", "handle"},
      {"expanded", "expand"},
      {"increased", "increase"},
      {"welcomed", "welcome"},
      {"remained", "remain"},
      {"postponed", "postpone"},
      {"mentioned", "mention"},
      {"planned", "plan"},
      {"hundred", "hundred"},
      {"argued", "argue"},
      {"owed", "owe"},
      {"closing", "close"},
      {"totalled", "total"},
      {"quoted", "quote"},
      {"tied", "tie"},
      {"renamed", "rename"},
      {"lies", "lie"},
  };
  check(cck_verb_base, rows, COUNT(rows));
}

static void test_plurals(void **state) {
  (void)state;
  static const pair rows[] = {
      {"soldier", "soldiers"},
      {"company", "companies"},
      {"quay", "quays"},
      {"bus crash", "bus crashes"},
      {"glass", "glasses"},
      {"fox", "foxes"},
      {"wife", "wives"},
      {"child", "children"},
      {"foot", "feet"},
      {"man", "men"},
      {"serviceman", "servicemen"},
      {"human", "humans"},
      {"troops", "troops"},
      {"police", "police"},
      {"personnel", "personnel"},
      {"aircraft", "aircraft"},
      {"people", "people"},
      {"criterion", "criteria"},
  };
  check(cck_plural, rows, COUNT(rows));
}

static void test_classes(void **state) {
  (void)state;
  static const char *const plural[] = {"soldiers", "men", "servicemen", "people", "companies", "series", "criteria"};
  static const char *const not_plural[] = {"glass", "virus", "basis",   "news", "was",    "this",
                                           "as",    "s",     "soldier", "man",  "always", ""};
  static const char *const past[] = {"opened", "wrote", "written", "went", "born", "agreed", "led", "was"};
  static const char *const not_past[] = {"open", "hundred", "need", "red", "bed", "writes", "speed", "united", ""};
  for (size_t i = 0; i < COUNT(plural); i++)
    assert_true(cck_is_plural(cck_slice_of(plural[i])));
  for (size_t i = 0; i < COUNT(not_plural); i++)
    assert_false(cck_is_plural(cck_slice_of(not_plural[i])));
  for (size_t i = 0; i < COUNT(past); i++)
    assert_true(cck_is_past_form(cck_slice_of(past[i])));
  for (size_t i = 0; i < COUNT(not_past); i++)
    assert_false(cck_is_past_form(cck_slice_of(not_past[i])));
}

#define CCK_IRREGULAR(form, base, kind) form,
static const char *const forms[] = {
#include "text/irregular.def"
};

static void test_table_is_sorted(void **state) {
  (void)state;
  for (size_t i = 1; i < COUNT(forms); i++)
    if (strcmp(forms[i - 1], forms[i]) >= 0)
      fail_msg("irregular.def: '%s' stands before '%s'", forms[i - 1], forms[i]);
}

/* Whatever was met before, and however many words share a slot, a word has its own stem. */
static void test_known_stems(void **state) {
  (void)state;
  cck_stems *known = CCK_NEW(&arena, cck_stems);
  for (unsigned i = 0; i < 4 * CCK_STEM_SLOTS; i++) {
    char word[] = "aaaaings";
    for (unsigned k = 0, rest = i / 2; k < 4; k++, rest /= 26) /* each word twice */
      word[k] = (char)('a' + rest % 26);
    if (cck_stem_of(known, cck_slice_of(word)).stem != cck_stem_hash(cck_slice_of(word)))
      fail_msg("'%s' has another word's stem", word);
  }
}

/* The irregular forms are found also where most words are not looked for among them. */
static void test_irregular_known(void **state) {
  (void)state;
  cck_stems *known = CCK_NEW(&arena, cck_stems);
  cck_stems_init(known, NULL);
  for (size_t i = 0; i < COUNT(forms); i++)
    if (cck_stem_of(known, cck_slice_of(forms[i])).stem != cck_stem_hash(cck_slice_of(forms[i])))
      fail_msg("'%s' is taken for a regular form", forms[i]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_stems_meet),  cmocka_unit_test(test_stems_apart),
      cmocka_unit_test(test_hash_folds),  cmocka_unit_test(test_singular),
      cmocka_unit_test(test_verb_base),   cmocka_unit_test(test_plurals),
      cmocka_unit_test(test_classes),     cmocka_unit_test(test_table_is_sorted),
      cmocka_unit_test(test_known_stems), cmocka_unit_test(test_irregular_known),
  };
  return cmocka_run_group_tests_name("stem", tests, set_up_arena, tear_down_arena);
}
