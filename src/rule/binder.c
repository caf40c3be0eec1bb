#include "rule/binder.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/hint.h"
#include "rule/words.h"

typedef struct decl_binder {
  cck_decl_kind kind;
  void (*begin)(cck_binder *b);
  void (*end)(cck_binder *b);
  void (*after_all)(cck_binder *b);
} decl_binder;

/* In this order: each may use those before it. */
static const decl_binder decl_binders[] = {
    {CCK_DECL_unit, cck_bind_unit_begin, cck_bind_unit_end, NULL},
    {CCK_DECL_entity, cck_bind_entity_begin, cck_bind_entity_end, cck_bind_entity_links},
    {CCK_DECL_measure, cck_bind_measure_begin, cck_bind_measure_end, NULL},
    {CCK_DECL_source, cck_bind_source_begin, cck_bind_source_end, NULL},
    {CCK_DECL_table, cck_bind_table_begin, cck_bind_table_end, NULL},
    {CCK_DECL_rule, cck_bind_rule_begin, cck_bind_rule_end, NULL},
    {CCK_DECL_waive, cck_bind_waive_begin, cck_bind_waive_end, NULL},
};

static void (*const field_binders[])(cck_binder *b, const cck_field *field) = {
#define CCK_FIELD(decl, name, ...) cck_bind_##decl##_##name,
#include "rule/fields.def"
#undef CCK_FIELD
};

/* --- shared --- */

void cck_bind_fault(cck_binder *b, const cck_field *field, cck_slice at, const char *format, ...) {
  char message[CCK_ERROR_TEXT];
  va_list args;
  va_start(args, format);
  vsnprintf(message, sizeof message, format, args);
  va_end(args);
  b->decl->broken = true;
  cck_fault(&b->report, &field->line, at, "%s", message);
}

void cck_bind_lacks(cck_binder *b, const char *format, ...) {
  char message[CCK_ERROR_TEXT];
  va_list args;
  if (b->decl->broken)
    return;
  va_start(args, format);
  vsnprintf(message, sizeof message, format, args);
  va_end(args);
  b->decl->broken = true;
  cck_fault(&b->report, &b->decl->line, b->decl->id, "%s", message);
}

cck_slice cck_bind_text(cck_binder *b, const cck_field *field) { return cck_unquote(b->arena, field->value); }

bool cck_bind_list(cck_binder *b, const cck_field *field, cck_slice value, cck_slices *out) {
  cck_slice item;
  while (cck_list_next(&value, &item)) {
    cck_slice text = cck_slice_trim(cck_unquote(b->arena, item));
    if (text.len == 0) {
      cck_bind_fault(b, field, item, "an empty item in the list of '%s'", cck_field_name(field->kind));
      return false;
    }
    CCK_PUSH(b->arena, out, text);
  }
  return true;
}

bool cck_bind_date(cck_binder *b, const cck_field *field, cck_slice text, cck_period *out) {
  if (cck_period_parse(text, out))
    return true;
  cck_bind_fault(b, field, text, "'%s' is not a date: YYYY, YYYY-MM or YYYY-MM-DD of a day that exists",
                 cck_shown(&b->report, text));
  return false;
}

static const char *nearest_of(cck_binder *b, cck_slice word, const cck_slices *known) {
  cck_hint hint;
  cck_hint_init(&hint, word);
  for (size_t i = 0; i < known->count; i++)
    cck_hint_try(&hint, known->items[i]);
  return cck_hint_text(&hint, b->arena);
}

uint32_t cck_bind_declared(cck_binder *b, const cck_field *field, cck_slice id, cck_decl_kind kind) {
  const cck_intern *ids = &b->syntax->ids[kind];
  uint32_t number = cck_intern_find(ids, id);
  if (number == CCK_INTERN_NONE)
    cck_bind_fault(b, field, id, "unknown %s '%s'%s", cck_decl_name(kind), cck_shown(&b->report, id),
                   nearest_of(b, id, &ids->texts));
  return number;
}

uint32_t cck_bind_entity(cck_binder *b, const cck_field *field, cck_slice id) {
  const cck_lexicon *lexicon = b->rules->lexicon;
  uint32_t index = cck_lexicon_entity(lexicon, id);
  if (index != CCK_LEXICON_NONE)
    return index;
  if (cck_intern_find(&b->syntax->ids[CCK_DECL_entity], id) != CCK_INTERN_NONE) {
    b->decl->broken = true; /* declared with an error that was reported there */
    return index;
  }
  cck_hint hint;
  cck_hint_init(&hint, id);
  for (size_t i = 0; i < b->syntax->ids[CCK_DECL_entity].texts.count; i++)
    cck_hint_try(&hint, b->syntax->ids[CCK_DECL_entity].texts.items[i]);
  for (size_t i = 0; i < lexicon->entities.count; i++)
    cck_hint_try(&hint, lexicon->entities.items[i].id);
  cck_bind_fault(b, field, id, "unknown entity '%s'%s", cck_shown(&b->report, id), cck_hint_text(&hint, b->arena));
  return index;
}

uint32_t cck_bind_measure(cck_binder *b, const cck_field *field, cck_slice id) {
  uint32_t index = cck_lexicon_measure(b->rules->lexicon, id);
  if (index != CCK_LEXICON_NONE)
    return index;
  if (cck_bind_declared(b, field, id, CCK_DECL_measure) != CCK_INTERN_NONE)
    b->decl->broken = true; /* declared with an error that was reported there */
  return CCK_LEXICON_NONE;
}

uint32_t cck_bind_table(cck_binder *b, const cck_field *field, cck_slice id) {
  for (size_t i = 0; i < b->rules->tables.count; i++)
    if (cck_slice_eq(b->rules->tables.items[i].id, id))
      return (uint32_t)i;
  if (cck_bind_declared(b, field, id, CCK_DECL_table) != CCK_INTERN_NONE)
    b->decl->broken = true; /* declared with an error that was reported there */
  return UINT32_MAX;
}

int cck_bind_choice(cck_binder *b, const cck_field *field, cck_slice text, const char *what, const char *const *words) {
  cck_hint hint;
  cck_hint_init(&hint, text);
  for (int i = 0; words[i]; i++) {
    if (cck_slice_is(text, words[i]))
      return i;
    cck_hint_try(&hint, cck_slice_of(words[i]));
  }
  cck_bind_fault(b, field, text, "unknown %s '%s'%s", what, cck_shown(&b->report, text),
                 cck_hint_text(&hint, b->arena));
  return -1;
}

cck_slice cck_bind_publisher(const cck_binder *b, cck_slice name) {
  cck_slice key = cck_publisher_key(b->arena, name);
  uint32_t known = cck_intern_find(&b->rules->publisher_keys, key);
  return known == CCK_INTERN_NONE ? key : b->rules->sources.items[b->rules->publisher_of.items[known]].id;
}

/* --- the walk --- */

static void bind_decl(cck_binder *b, const decl_binder *binder, cck_decl *decl) {
  b->decl = decl;
  binder->begin(b);
  for (size_t i = 0; i < decl->fields.count; i++)
    field_binders[decl->fields.items[i].kind](b, &decl->fields.items[i]);
  binder->end(b);
}

cck_status cck_rules_bind(cck_rules *rules, cck_error_sink errors) {
  cck_binder b = {
      .rules = rules, .syntax = rules->syntax, .arena = &rules->arena, .report = {.rules = rules, .sink = errors}};
  unsigned before = rules->errors;
  cck_intern_init(&b.types, b.arena);
  for (size_t k = 0; k < sizeof decl_binders / sizeof *decl_binders; k++) {
    for (size_t i = 0; i < rules->syntax->decls.count; i++) {
      cck_decl *decl = &rules->syntax->decls.items[i];
      if (decl->kind == decl_binders[k].kind && !decl->duplicate && !cck_reporter_is_full(&b.report))
        bind_decl(&b, &decl_binders[k], decl);
    }
    if (decl_binders[k].after_all)
      decl_binders[k].after_all(&b);
  }
  cck_lexicon_finish(rules->lexicon);
  return rules->errors == before ? CCK_OK : CCK_E_RULE;
}
