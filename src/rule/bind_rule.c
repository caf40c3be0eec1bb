/* rule: what it looks at, what it expects, how it speaks, and its examples. */
#include <string.h>

#include "model/literal.h"
#include "rule/binder.h"
#include "rule/expect.h"
#include "base/hint.h"
#include "rule/message.h"
#include "rule/words.h"

void cck_bind_rule_begin(cck_binder *b) {
  const cck_line *line = &b->decl->line;
  memset(&b->rule, 0, sizeof b->rule);
  b->rule.rule = (cck_rule){.id = b->decl->id,
                            .file = line->file,
                            .line = line->number,
                            .source = line->raw,
                            .severity = CCK_SEVERITY_WARNING,
                            .hedge = cck_decimal_of(5),
                            .needs = 1};
}

/* --- for --- */

typedef struct select_row {
  cck_select select;
  const char *phrase;
  bool built;
} select_row;

static const select_row selects[] = {
#define CCK_SELECT_PHRASE(select, phrase, built) {select, phrase, built},
#include "rule/selects.def"
#undef CCK_SELECT_PHRASE
};

enum { SELECTS = sizeof selects / sizeof *selects };

static const select_row *take_phrase(cck_slice *rest) {
  for (size_t i = 0; i < SELECTS; i++)
    if (cck_words_take(rest, selects[i].phrase))
      return &selects[i];
  return NULL;
}

/* A `for` that begins with "any" can only be one of the phrases. */
static void unknown_phrase(cck_binder *b, const cck_field *field, cck_slice text) {
  cck_hint hint;
  cck_slice what = text;
  cck_slice of;
  cck_words_split(text, "of", &what, &of);
  cck_hint_init(&hint, what);
  for (size_t i = 0; i < SELECTS; i++)
    cck_hint_try(&hint, cck_slice_of(selects[i].phrase));
  cck_bind_fault(b, field, what, "unknown phrase '%s'%s", cck_shown(&b->report, what), cck_hint_text(&hint, b->arena));
}

static void bind_measures(cck_binder *b, const cck_field *field, cck_slice list) {
  cck_slice item;
  while (cck_list_next(&list, &item)) {
    uint32_t measure = item.len ? cck_bind_measure(b, field, item) : CCK_LEXICON_NONE;
    if (item.len == 0)
      cck_bind_fault(b, field, item, "expected a measure");
    if (measure == CCK_LEXICON_NONE)
      return;
    CCK_PUSH(b->arena, &b->rule.rule.measures, measure);
  }
}

static void bind_any_type(cck_binder *b, const cck_field *field, cck_slice type) {
  cck_rule *rule = &b->rule.rule;
  cck_hint hint;
  rule->of = CCK_OF_TYPE;
  rule->of_name = type;
  if (cck_intern_find(&b->types, type) != CCK_INTERN_NONE && type.len)
    return;
  cck_hint_init(&hint, type);
  for (size_t i = 0; i < b->types.texts.count; i++)
    cck_hint_try(&hint, b->types.texts.items[i]);
  if (type.len && cck_intern_find(&b->syntax->ids[CCK_DECL_entity], type) != CCK_INTERN_NONE)
    cck_bind_fault(b, field, type, "'%s' is an entity, not a type: write 'of %s'", cck_shown(&b->report, type),
                   cck_shown(&b->report, type));
  else if (type.len)
    cck_bind_fault(b, field, type, "no entity has the type '%s'%s", cck_shown(&b->report, type),
                   cck_hint_text(&hint, b->arena));
  else
    cck_bind_fault(b, field, type, "expected a type, as 'of any country'");
}

static void bind_of(cck_binder *b, const cck_field *field, cck_slice text) {
  cck_rule *rule = &b->rule.rule;
  cck_slice rest = text;
  if (cck_slice_is(text, "same story"))
    rule->of = CCK_OF_SAME_STORY;
  else if (cck_slice_is(text, "any subject"))
    rule->of = CCK_OF_ANY_SUBJECT;
  else if (cck_words_take(&rest, "any"))
    bind_any_type(b, field, rest);
  else if (text.len == 0)
    cck_bind_fault(b, field, text, "expected an entity, 'any' and a type, or 'any subject' after 'of'");
  else if (cck_bind_entity(b, field, text) != CCK_LEXICON_NONE) {
    rule->of = CCK_OF_ENTITY;
    rule->of_name = text;
  }
}

/* What stands before "of" and "in past tense". */
static void bind_what(cck_binder *b, const cck_field *field, cck_slice what) {
  cck_slice rest = what;
  const select_row *row = take_phrase(&rest);
  if (row && rest.len == 0) {
    b->rule.rule.select = row->select;
    if (!row->built)
      cck_bind_fault(b, field, what, "for %s: not available in this version", row->phrase);
    return;
  }
  cck_slice word = what;
  if (cck_slice_is(cck_words_next(&word), "any"))
    unknown_phrase(b, field, what);
  else
    bind_measures(b, field, what);
}

/* "any list with total" and "any pair of units" hold an "of" of their own: the phrase is taken first. */
void cck_bind_rule_for(cck_binder *b, const cck_field *field) {
  cck_slice what = field->value;
  cck_slice of = {NULL, 0};
  cck_slice rest = field->value;
  b->rule.select = field;
  bool phrase = take_phrase(&rest) != NULL;
  if (phrase && rest.len) {
    what = cck_slice_trim(cck_slice_sub(what, 0, what.len - rest.len));
    b->rule.rule.past_tense = cck_words_take(&rest, "in past tense");
  } else if (!phrase) {
    cck_words_split(field->value, "of", &what, &of);
    cck_slice before, after;
    if (cck_words_split(what, "in past tense", &before, &after) && after.len == 0) {
      what = before;
      b->rule.rule.past_tense = true;
    }
  }
  if (phrase && rest.len) {
    if (!cck_words_take(&rest, "of")) {
      unknown_phrase(b, field, field->value);
      return;
    }
    of = rest;
  }
  bind_what(b, field, what);
  if (of.ptr)
    bind_of(b, field, of);
}

void cck_bind_rule_expect(cck_binder *b, const cck_field *field) {
  b->rule.expect = field;
  cck_expect_read(b, field, &b->rule.rule.expect);
}

/* --- severities and switches --- */

static const char *const severities[] = {"note", "warning", "error", NULL}; /* in the order of cck_severity */

void cck_bind_rule_severity(cck_binder *b, const cck_field *field) {
  int choice = cck_bind_choice(b, field, field->value, "severity", severities);
  b->rule.rule.severity = choice < 0 ? CCK_SEVERITY_WARNING : (cck_severity)choice;
}

void cck_bind_rule_apart(cck_binder *b, const cck_field *field) {
  int choice = cck_bind_choice(b, field, field->value, "severity", severities);
  b->rule.apart = field;
  b->rule.rule.has_apart = choice >= 0;
  b->rule.rule.apart = choice < 0 ? CCK_SEVERITY_NOTE : (cck_severity)choice;
}

void cck_bind_rule_hedge(cck_binder *b, const cck_field *field) {
  if (!cck_literal_percent(field->value, &b->rule.rule.hedge))
    cck_bind_fault(b, field, field->value, "'%s' is not a percentage, as '5%%'", cck_shown(&b->report, field->value));
}

void cck_bind_rule_needs(cck_binder *b, const cck_field *field) {
  cck_slice rest = field->value;
  cck_decimal number;
  int64_t needs = 0;
  b->rule.needs = field;
  bool read = cck_decimal_parse(cck_words_next(&rest), &number) && cck_decimal_to_int(number, &needs) && needs >= 1 &&
              needs <= 1000;
  if (read && (cck_slice_is(rest, "independent sources") || cck_slice_is(rest, "independent source")))
    b->rule.rule.needs = (unsigned)needs;
  else
    cck_bind_fault(b, field, field->value, "expected 'needs N independent sources', as 'needs 2 independent sources'");
}

/* A field with one value that it can have. */
static bool bind_switch(cck_binder *b, const cck_field *field, const char *value) {
  cck_slice rest = field->value;
  if (cck_words_take(&rest, value) && rest.len == 0)
    return true;
  cck_bind_fault(b, field, field->value, "'%s' can only be '%s', not '%s'", cck_field_name(field->kind), value,
                 cck_shown(&b->report, field->value));
  return false;
}

void cck_bind_rule_unless(cck_binder *b, const cck_field *field) {
  b->rule.rule.unless_quoted = bind_switch(b, field, "quoted");
}

void cck_bind_rule_modality(cck_binder *b, const cck_field *field) {
  b->rule.rule.modality_asserted = bind_switch(b, field, "asserted");
}

void cck_bind_rule_suggest(cck_binder *b, const cck_field *field) {
  b->rule.rule.suggest_scale = bind_switch(b, field, "scale");
}

void cck_bind_rule_when(cck_binder *b, const cck_field *field) {
  b->rule.rule.note_no_reference = bind_switch(b, field, "no reference note");
}

/* --- texts --- */

static bool check_message_name(cck_binder *b, const cck_field *field, cck_slice name) {
  cck_hint hint;
  cck_hint_init(&hint, name);
  for (size_t i = 0; cck_message_name_at(i); i++) {
    cck_slice known = cck_slice_of(cck_message_name_at(i));
    if (cck_slice_eq(name, known))
      return true;
    cck_hint_try(&hint, known);
  }
  cck_bind_fault(b, field, name, "unknown name '%s' in the message%s", cck_shown(&b->report, name),
                 cck_hint_text(&hint, b->arena));
  return false;
}

static bool check_message(cck_binder *b, const cck_field *field) {
  cck_slice s = field->value;
  for (size_t open; (open = cck_slice_find(s, CCK_S("{"), 0)) != SIZE_MAX;) {
    size_t close = cck_slice_find(s, CCK_S("}"), open);
    if (close == SIZE_MAX) {
      cck_bind_fault(b, field, cck_slice_sub(s, open, s.len), "'{' without '}'");
      return false;
    }
    if (!check_message_name(b, field, cck_slice_sub(s, open + 1, close)))
      return false;
    s = cck_slice_sub(s, close + 1, s.len);
  }
  return true;
}

void cck_bind_rule_message(cck_binder *b, const cck_field *field) {
  if (check_message(b, field))
    b->rule.rule.message = cck_bind_text(b, field);
}

void cck_bind_rule_why(cck_binder *b, const cck_field *field) { b->rule.rule.why = cck_bind_text(b, field); }

/* Reports show it as a link: nothing but web addresses. */
void cck_bind_rule_link(cck_binder *b, const cck_field *field) {
  cck_slice link = cck_bind_text(b, field);
  bool web = cck_slice_starts(link, CCK_S("https://")) || cck_slice_starts(link, CCK_S("http://"));
  for (size_t i = 0; i < link.len; i++)
    web = web && !cck_is_space(link.ptr[i]);
  if (web)
    b->rule.rule.link = link;
  else
    cck_bind_fault(b, field, field->value, "'%s' is not a web address, as 'https://example.org/desk'",
                   cck_shown(&b->report, link));
}

/* --- examples --- */

static cck_example *last_example(cck_binder *b) {
  return b->rule.rule.examples.count ? &b->rule.rule.examples.items[b->rule.rule.examples.count - 1] : NULL;
}

/* The documents gathered so far belong to the example above. */
static void close_example(cck_binder *b) {
  cck_example *example = last_example(b);
  if (!example)
    return;
  example->docs = b->rule.docs.items;
  example->doc_count = b->rule.docs.count;
  b->rule.docs = (cck_example_docs){0};
  if (example->doc_count || b->decl->broken)
    return;
  b->decl->broken = true;
  cck_fault(&b->report, &b->decl->line, b->decl->id, "the example of line %u has no doc", example->line);
}

void cck_bind_rule_example(cck_binder *b, const cck_field *field) {
  static const char *const words[] = {"flags", "passes", "todo", NULL};
  cck_slice rest = field->value;
  int choice = cck_bind_choice(b, field, cck_words_next(&rest), "example", words);
  close_example(b);
  cck_example example = {.title = cck_unquote(b->arena, rest), .line = field->line.number};
  example.kind = choice == 1 ? CCK_EXAMPLE_PASSES : choice == 2 ? CCK_EXAMPLE_TODO : CCK_EXAMPLE_FLAGS;
  CCK_PUSH(b->arena, &b->rule.rule.examples, example);
}

/* DATE SOURCE "text" */
void cck_bind_rule_doc(cck_binder *b, const cck_field *field) {
  cck_slice rest = field->value;
  cck_period period;
  struct cck_example_doc doc = {.line = field->line.number};
  doc.date = cck_words_next(&rest);
  doc.source = cck_words_next(&rest);
  if (!cck_bind_date(b, field, doc.date, &period))
    return;
  if (doc.source.len == 0 || rest.len < 2 || rest.ptr[0] != '"' || rest.ptr[rest.len - 1] != '"') {
    cck_bind_fault(
        b, field, rest.len ? rest : doc.source,
        "expected 'doc DATE SOURCE \"text\"': a date, a source of one word, and the text in straight quotes");
    return;
  }
  size_t length = cck_quoted_length(rest);
  if (length != rest.len) {
    cck_bind_fault(b, field, cck_slice_sub(rest, length ? length - 1 : 0, rest.len),
                   "a quotation mark inside quotes is written twice");
    return;
  }
  doc.text = cck_unquote(b->arena, rest);
  CCK_PUSH(b->arena, &b->rule.docs, doc);
}

/* "5,000; 7,000; try 330 million USD" */
void cck_bind_rule_want(cck_binder *b, const cck_field *field) {
  cck_example *example = last_example(b);
  cck_slice rest = field->value;
  cck_slice item;
  if (!example || example->kind == CCK_EXAMPLE_PASSES) {
    cck_bind_fault(b, field, field->name, "an example that passes wants no finding");
    return;
  }
  while (cck_slice_next(&rest, ';', &item)) {
    item = cck_slice_trim(item);
    bool suggestion = cck_words_take(&item, "try");
    cck_slice text = cck_unquote(b->arena, item);
    if (text.len == 0) {
      cck_bind_fault(b, field, item.ptr ? item : field->value, "an empty item in the list of 'want'");
      return;
    }
    CCK_PUSH(b->arena, suggestion ? &example->try_ : &example->want, text);
  }
}

/* --- the whole --- */

static void check_past_tense(cck_binder *b) {
  const cck_rule *rule = &b->rule.rule;
  bool dates = rule->select == CCK_SELECT_ANY_DATE;
  for (size_t i = 0; i < rule->measures.count; i++)
    dates |= b->rules->lexicon->measures.items[rule->measures.items[i]].kind == CCK_MEASURE_DATE;
  if (rule->past_tense && !dates && !b->decl->broken)
    cck_bind_fault(b, b->rule.select, b->rule.select->value, "'in past tense' is for dates");
}

void cck_bind_rule_end(cck_binder *b) {
  close_example(b);
  if (!b->rule.select)
    cck_bind_lacks(b, "rule '%s' has no 'for'", cck_shown(&b->report, b->decl->id));
  if (!b->rule.expect)
    cck_bind_lacks(b, "rule '%s' has no 'expect'", cck_shown(&b->report, b->decl->id));
  if (!b->decl->broken)
    cck_expect_check(b, b->rule.expect, &b->rule.rule);
  if (!b->decl->broken)
    check_past_tense(b);
  if (!b->decl->broken)
    CCK_PUSH(b->arena, &b->rules->rules, b->rule.rule);
}
