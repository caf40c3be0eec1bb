#include "rule/select.h"

static bool is_quantity(const cck_claim *claim) { return claim->kind == CCK_CLAIM_QUANTITY; }

static bool has_dimension(cck_run *run, const cck_claim *claim, const char *dimension) {
  return is_quantity(claim) && cck_slice_is(cck_unit_memo_view(&run->units, claim->value.unit).dimension, dimension);
}

static bool is_moment(const cck_moment *moment, uint32_t measure) {
  return moment->kind == CCK_MOMENT_MEASURE && moment->measure == measure;
}

/* "for opened / expect announced not after opened" looks at both measures: the order is between them. */
static bool in_measures(cck_run *run, const cck_rule *rule, const cck_claim *claim) {
  uint32_t measure = claim->measure.len ? cck_lexicon_measure(run->rules->lexicon, claim->measure) : CCK_LEXICON_NONE;
  if (measure != CCK_LEXICON_NONE && rule->expect.kind == CCK_KIND_moment_order &&
      (is_moment(&rule->expect.left, measure) || is_moment(&rule->expect.right, measure)))
    return claim->kind == CCK_CLAIM_DATE;
  for (size_t i = 0; measure != CCK_LEXICON_NONE && i < rule->measures.count; i++)
    if (rule->measures.items[i] == measure)
      return claim->kind == CCK_CLAIM_QUANTITY || claim->kind == CCK_CLAIM_DATE;
  return false;
}

static bool any_count(cck_run *run, const cck_claim *claim) { return has_dimension(run, claim, "count"); }
static bool any_money(cck_run *run, const cck_claim *claim) { return has_dimension(run, claim, "money"); }
/* A unit that is no sum, share, age or counted noun. */
static bool any_measurement(cck_run *run, const cck_claim *claim) {
  static const char *const others[] = {"count", "number", "money", "percent", "age"};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (!is_quantity(claim) || has_dimension(run, claim, others[i]))
      return false;
  return true;
}

static bool any_percent(cck_run *run, const cck_claim *claim) { return has_dimension(run, claim, "percent"); }
static bool any_age(cck_run *run, const cck_claim *claim) { return has_dimension(run, claim, "age"); }

static bool any_quantity(cck_run *run, const cck_claim *claim) {
  (void)run;
  return is_quantity(claim);
}

static bool any_date(cck_run *run, const cck_claim *claim) {
  (void)run;
  return claim->kind == CCK_CLAIM_DATE;
}

/* "rose 5%", and the end figure of "from 10 to 15" whose verb alone tells the direction. */
static bool any_change(cck_run *run, const cck_claim *claim) {
  (void)run;
  return is_quantity(claim) && (claim->value.change != CCK_CHANGE_NONE || claim->links.count > 0);
}

static bool has_link(const cck_claim *claim, const char *role) {
  for (size_t i = 0; i < claim->links.count; i++)
    if (cck_slice_is(claim->links.items[i].role, role))
      return true;
  return false;
}

/* A total that leads to its parts, and a part that leads to its whole. */
static bool list_with_total(cck_run *run, const cck_claim *claim) {
  (void)run;
  return is_quantity(claim) && (has_link(claim, "part") || has_link(claim, "whole"));
}

/* The second form of a figure: "10 km" of "5 miles (10 km)". */
static bool pair_of_units(cck_run *run, const cck_claim *claim) {
  (void)run;
  return is_quantity(claim) && has_link(claim, "same");
}

static bool any_number(cck_run *run, const cck_claim *claim) {
  (void)run;
  return claim->kind == CCK_CLAIM_MALFORMED;
}

static bool any_name(cck_run *run, const cck_claim *claim) {
  (void)run;
  return claim->kind == CCK_CLAIM_NAME;
}

/* NULL: a form of `for` that no built kind uses yet. */
static bool (*const selectors[])(cck_run *, const cck_claim *) = {
    [CCK_SELECT_MEASURES] = NULL,
    [CCK_SELECT_ANY_COUNT] = any_count,
    [CCK_SELECT_ANY_MEASUREMENT] = any_measurement,
    [CCK_SELECT_ANY_MONEY] = any_money,
    [CCK_SELECT_ANY_PERCENT] = any_percent,
    [CCK_SELECT_ANY_QUANTITY] = any_quantity,
    [CCK_SELECT_ANY_DATE] = any_date,
    [CCK_SELECT_ANY_CHANGE] = any_change,
    [CCK_SELECT_LIST_WITH_TOTAL] = list_with_total,
    [CCK_SELECT_PAIR_OF_UNITS] = pair_of_units,
    [CCK_SELECT_ANY_AGE] = any_age,
    [CCK_SELECT_ANY_NUMBER] = any_number,
    [CCK_SELECT_NAME] = any_name,
};

static bool of_type(cck_run *run, const cck_rule *rule, const cck_claim *claim) {
  const cck_lexicon *lexicon = run->rules->lexicon;
  uint32_t entity = claim->subject.len ? cck_lexicon_entity(lexicon, claim->subject) : CCK_LEXICON_NONE;
  return entity != CCK_LEXICON_NONE && cck_slice_eq(lexicon->entities.items[entity].type, rule->of_name);
}

static bool of_subject(cck_run *run, const cck_rule *rule, const cck_claim *claim);

/* Does the rule name the measure and the subject of the claim, and say how far its values may differ? */
static bool holds_to_account(cck_run *run, const cck_rule *rule, const cck_claim *claim) {
  if (rule->expect.kind != CCK_KIND_values_agree || rule->select != CCK_SELECT_MEASURES || rule->of == CCK_OF_NOTHING ||
      rule->of == CCK_OF_SAME_STORY || !in_measures(run, rule, claim))
    return false;
  return of_subject(run, rule, claim);
}

/* What a desk's own rule compares, with the desk's tolerance, is not compared by its words as well. */
static bool has_own_rule(cck_run *run, const cck_claim *claim) {
  for (size_t i = 0; claim->measure.len && i < run->rules->rules.count; i++)
    if (holds_to_account(run, &run->rules->rules.items[i], claim))
      return true;
  return false;
}

static bool of_subject(cck_run *run, const cck_rule *rule, const cck_claim *claim) {
  switch (rule->of) {
  case CCK_OF_NOTHING:
    return true;
  case CCK_OF_ENTITY:
    return cck_slice_eq(claim->subject, rule->of_name);
  case CCK_OF_TYPE:
    return of_type(run, rule, claim);
  case CCK_OF_ANY_SUBJECT:
    return claim->subject.len || claim->subject_text.len;
  case CCK_OF_SAME_STORY: /* who is meant is told by the words around the figures (story/) */
    return !has_own_rule(run, claim);
  }
  return false;
}

/* What nobody asserts cannot contradict anything; what is written wrongly is wrong in any mood. */
static bool stated(const cck_rule *rule, const cck_claim *claim) {
  bool compared = rule->expect.kind != CCK_KIND_date_exists && rule->expect.kind != CCK_KIND_number_well_formed &&
                  rule->expect.kind != CCK_KIND_weekday_date && rule->expect.kind != CCK_KIND_name_fits;
  if (compared && (claim->modality == CCK_MODALITY_DENIED || claim->modality == CCK_MODALITY_QUESTION))
    return false;
  if (rule->modality_asserted && claim->modality != CCK_MODALITY_ASSERTED)
    return false;
  return !(rule->unless_quoted && claim->quoted);
}

static bool in_phrase(cck_run *run, const cck_rule *rule, const cck_claim *claim) {
  return selectors[rule->select] && selectors[rule->select](run, claim);
}

cck_choice cck_select_choose(cck_run *run, const cck_rule *rule, const cck_claim *claim) {
  bool measures = rule->select == CCK_SELECT_MEASURES;
  if (measures && !is_quantity(claim) && claim->kind != CCK_CLAIM_DATE)
    return CCK_CHOICE_OTHER_KIND;
  if (measures && !in_measures(run, rule, claim))
    return CCK_CHOICE_OTHER_MEASURE;
  if (!measures && !in_phrase(run, rule, claim))
    return CCK_CHOICE_OTHER_KIND;
  if (rule->past_tense && !(claim->kind == CCK_CLAIM_DATE && claim->date.past))
    return CCK_CHOICE_OTHER_KIND;
  if (!stated(rule, claim))
    return CCK_CHOICE_NOT_STATED;
  return of_subject(run, rule, claim) ? CCK_CHOICE_SELECTED : CCK_CHOICE_OTHER_SUBJECT;
}

void cck_select_claims(cck_run *run, const cck_rule *rule, cck_arena *arena, cck_candidates *out) {
  uint32_t order = 0;
  for (size_t b = 0; b < run->body_count; b++) {
    const cck_body *body = run->bodies[b];
    for (size_t i = 0; i < body->count; i++, order++) {
      cck_candidate candidate = {&body->claims[i], body, (uint32_t)b, order};
      if (cck_select_choose(run, rule, &body->claims[i]) == CCK_CHOICE_SELECTED)
        CCK_PUSH(arena, out, candidate);
    }
  }
}
