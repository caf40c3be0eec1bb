/* The declarations that fill the lexicon, the unit table and the publishers: entity, measure, unit, source. */
#include <string.h>

#include "model/claim.h"
#include "model/literal.h"
#include "rule/binder.h"
#include "base/hint.h"
#include "rule/words.h"

/* --- entity --- */

void cck_bind_entity_begin(cck_binder *b) {
  memset(&b->entity, 0, sizeof b->entity);
  b->entity.entity.id = b->decl->id;
}

void cck_bind_entity_type(cck_binder *b, const cck_field *field) {
  b->entity.entity.type = cck_bind_text(b, field);
  b->entity.type = field;
}

/* Four digits and a sign or the end: meant as a date, right or wrong. */
static bool looks_like_date(cck_slice s) {
  for (size_t i = 0; i < 4; i++)
    if (i >= s.len || !cck_is_digit(s.ptr[i]))
      return false;
  return s.len == 4 || s.ptr[4] == '-' || s.ptr[4] == '/' || s.ptr[4] == '.';
}

/* Takes a trailing "from DATE" or "until DATE" off the value; false after an error. */
static bool take_date_clause(cck_binder *b, const cck_field *field, cck_slice *value, cck_period *valid, bool *taken) {
  cck_slice before, names;
  cck_slice date = cck_words_last(*value, &before);
  cck_slice word = cck_words_last(before, &names);
  bool from = cck_slice_is(word, "from");
  cck_period period;
  *taken = false;
  if ((!from && !cck_slice_is(word, "until")) || !looks_like_date(date))
    return true;
  if (!cck_bind_date(b, field, date, &period))
    return false;
  cck_day *end = from ? &valid->min : &valid->max;
  if (*end != CCK_NO_DAY) {
    cck_bind_fault(b, field, word, "'%s' is given twice", from ? "from" : "until");
    return false;
  }
  *end = from ? period.min : period.min - 1; /* until does not include its first day */
  *value = names;
  *taken = true;
  return true;
}

/* "A, B from 2004 until 2007": the clause holds for the whole line. */
static void bind_names(cck_binder *b, const cck_field *field) {
  cck_slice value = field->value;
  cck_period valid = CCK_NO_PERIOD;
  bool taken;
  do {
    if (!take_date_clause(b, field, &value, &valid, &taken))
      return;
  } while (taken);
  if (valid.min != CCK_NO_DAY && valid.max != CCK_NO_DAY && valid.min > valid.max) {
    cck_bind_fault(b, field, field->value, "the name ends before it begins");
    return;
  }
  cck_slices names = {0};
  if (!cck_bind_list(b, field, value, &names))
    return;
  for (size_t i = 0; i < names.count; i++) {
    cck_bound_name name = {names.items[i], valid};
    CCK_PUSH(b->arena, &b->entity.names, name);
  }
  b->entity.entity.dated |= !cck_period_is_none(valid);
  bool first = field->kind == CCK_FIELD_entity_name && b->entity.entity.name.len == 0;
  if (first)
    b->entity.entity.name = names.items[0];
}

void cck_bind_entity_name(cck_binder *b, const cck_field *field) { bind_names(b, field); }
void cck_bind_entity_alias(cck_binder *b, const cck_field *field) { bind_names(b, field); }

void cck_bind_entity_in(cck_binder *b, const cck_field *field) {
  b->entity.entity.in = cck_bind_text(b, field);
  b->entity.in = field;
}

/* A built-in country takes more names, nothing else. */
static void check_builtin(cck_binder *b) {
  uint32_t index = cck_lexicon_entity(b->rules->lexicon, b->decl->id);
  if (index == CCK_LEXICON_NONE || !b->rules->lexicon->entities.items[index].builtin)
    return;
  const cck_entity *known = &b->rules->lexicon->entities.items[index];
  const cck_field *field = b->entity.in ? b->entity.in : b->entity.type;
  if (field && !(field == b->entity.type && cck_slice_eq(b->entity.entity.type, known->type)))
    cck_bind_fault(b, field, field->value, "'%s' is built in as a %s; only names and aliases can be added",
                   cck_shown(&b->report, b->decl->id), cck_shown(&b->report, known->type));
}

void cck_bind_entity_end(cck_binder *b) {
  cck_entity *entity = &b->entity.entity;
  if (b->entity.names.count == 0)
    cck_bind_lacks(b, "entity '%s' has no name", cck_shown(&b->report, b->decl->id));
  check_builtin(b);
  if (b->decl->broken)
    return;
  if (entity->name.len == 0)
    entity->name = b->entity.names.items[0].text;
  uint32_t index = cck_lexicon_add_entity(b->rules->lexicon, entity);
  for (size_t i = 0; i < b->entity.names.count; i++)
    cck_lexicon_add_alias(b->rules->lexicon, index, CCK_ALIAS_NAME, b->entity.names.items[i].text,
                          b->entity.names.items[i].valid);
  cck_bound_in in = {index, b->decl, b->entity.in};
  if (b->entity.in)
    CCK_PUSH(b->arena, &b->in, in);
}

/*
 * Follows `in` from an entity. `mark` holds for each entity the walk that came by, so that
 * every entity is passed once in all; true when the walk meets itself.
 */
static bool goes_in_circle(const cck_lexicon *lexicon, uint32_t start, uint32_t *mark) {
  uint32_t walk = start + 1;
  for (uint32_t at = start; at != CCK_LEXICON_NONE;) {
    if (mark[at])
      return mark[at] == walk;
    mark[at] = walk;
    cck_slice in = lexicon->entities.items[at].in;
    at = in.len ? cck_lexicon_entity(lexicon, in) : CCK_LEXICON_NONE;
  }
  return false;
}

void cck_bind_entity_links(cck_binder *b) {
  cck_lexicon *lexicon = b->rules->lexicon;
  uint32_t *mark = cck_arena_alloc(b->arena, (lexicon->entities.count + 1) * sizeof *mark);
  for (size_t i = 0; i < lexicon->entities.count; i++)
    cck_intern_put(&b->types, lexicon->entities.items[i].type);
  for (size_t i = 0; i < b->in.count; i++) {
    const cck_bound_in *in = &b->in.items[i];
    b->decl = in->decl;
    bool known = cck_bind_entity(b, in->field, in->field->value) != CCK_LEXICON_NONE;
    if (known && !goes_in_circle(lexicon, in->entity, mark))
      continue;
    if (known)
      cck_bind_fault(b, in->field, in->field->value, "'in' goes in a circle: '%s' lies in itself",
                     cck_shown(&b->report, in->decl->id));
    lexicon->entities.items[in->entity].in = (cck_slice){NULL, 0}; /* nobody may walk round it */
  }
}

/* --- measure --- */

void cck_bind_measure_begin(cck_binder *b) {
  memset(&b->measure, 0, sizeof b->measure);
  b->measure.measure.id = b->decl->id;
}

static const char *const kinds[] = {"count", "money", "percent", "date", "age", "duration", NULL};

void cck_bind_measure_kind(cck_binder *b, const cck_field *field) {
  cck_slice text = cck_bind_text(b, field);
  cck_measure *measure = &b->measure.measure;
  cck_hint hint;
  cck_hint_init(&hint, text);
  for (int i = 0; kinds[i]; i++) {
    cck_hint_try(&hint, cck_slice_of(kinds[i]));
    if (cck_slice_is(text, kinds[i])) {
      measure->kind = (cck_measure_kind)i; /* the enumeration has the order of the table */
      measure->dimension = text;
      return;
    }
  }
  for (size_t i = 0; i < b->rules->units->units.count; i++) {
    cck_slice dimension = b->rules->units->units.items[i].dimension;
    cck_hint_try(&hint, dimension);
    if (cck_slice_eq(text, dimension)) {
      measure->kind = CCK_MEASURE_DIMENSION;
      measure->dimension = text;
      return;
    }
  }
  cck_bind_fault(b, field, field->value, "unknown kind '%s'%s", cck_shown(&b->report, text),
                 cck_hint_text(&hint, b->arena));
}

static void bind_words(cck_binder *b, const cck_field *field, cck_slice value, cck_word_role role) {
  cck_slices words = {0};
  if (!cck_bind_list(b, field, value, &words))
    return;
  for (size_t i = 0; i < words.count; i++) {
    cck_bound_word word = {role, words.items[i]};
    CCK_PUSH(b->arena, &b->measure.words, word);
  }
}

void cck_bind_measure_words(cck_binder *b, const cck_field *f) { bind_words(b, f, f->value, CCK_WORD_WORDS); }
void cck_bind_measure_near(cck_binder *b, const cck_field *f) { bind_words(b, f, f->value, CCK_WORD_NEAR); }
void cck_bind_measure_not(cck_binder *b, const cck_field *f) { bind_words(b, f, f->value, CCK_WORD_NOT); }

void cck_bind_measure_subject(cck_binder *b, const cck_field *field) {
  cck_slice rest = field->value;
  if (!cck_words_take(&rest, "of") || rest.len == 0)
    cck_bind_fault(b, field, field->value, "expected 'subject of' and a word, as 'subject of debt'");
  else
    bind_words(b, field, rest, CCK_WORD_SUBJECT_OF);
}

void cck_bind_measure_unit(cck_binder *b, const cck_field *field) {
  b->measure.measure.unit = cck_bind_text(b, field);
  b->measure.unit = field;
}

/* A counted noun is a unit of its own; any other must be in the table. */
static void check_measure_unit(cck_binder *b) {
  const cck_field *field = b->measure.unit;
  const cck_unit_table *units = b->rules->units;
  if (!field || b->measure.measure.kind == CCK_MEASURE_COUNT || b->decl->broken)
    return;
  const cck_unit *unit = cck_unit_find(units, b->measure.measure.unit);
  if (unit && cck_slice_eq(unit->dimension, b->measure.measure.dimension))
    return;
  if (unit) {
    cck_bind_fault(b, field, field->value, "'%s' is a unit of %s, not of %s", cck_shown(&b->report, unit->name),
                   cck_shown(&b->report, unit->dimension), cck_shown(&b->report, b->measure.measure.dimension));
    return;
  }
  cck_hint hint;
  cck_hint_init(&hint, b->measure.measure.unit);
  for (size_t i = 0; i < units->units.count; i++)
    cck_hint_try(&hint, units->units.items[i].name);
  cck_bind_fault(b, field, field->value, "unknown unit '%s'%s", cck_shown(&b->report, b->measure.measure.unit),
                 cck_hint_text(&hint, b->arena));
}

void cck_bind_measure_end(cck_binder *b) {
  cck_lexicon *lexicon = b->rules->lexicon;
  bool has_words = false;
  for (size_t i = 0; i < b->measure.words.count; i++)
    has_words |= b->measure.words.items[i].role == CCK_WORD_WORDS;
  if (!b->measure.measure.dimension.len)
    cck_bind_lacks(b, "measure '%s' has no kind", cck_shown(&b->report, b->decl->id));
  if (!has_words)
    cck_bind_lacks(b, "measure '%s' has no words", cck_shown(&b->report, b->decl->id));
  check_measure_unit(b);
  if (b->decl->broken)
    return;
  uint32_t index = cck_lexicon_add_measure(lexicon, &b->measure.measure);
  for (size_t i = 0; i < b->measure.words.count; i++)
    cck_lexicon_add_word(lexicon, index, b->measure.words.items[i].role, b->measure.words.items[i].text);
}

/* --- unit --- */

void cck_bind_unit_begin(cck_binder *b) {
  memset(&b->unit, 0, sizeof b->unit);
  b->unit.name = b->decl->id;
}

void cck_bind_unit_name(cck_binder *b, const cck_field *field) { b->unit.name = cck_bind_text(b, field); }
void cck_bind_unit_dimension(cck_binder *b, const cck_field *field) { b->unit.dimension = cck_bind_text(b, field); }

void cck_bind_unit_alias(cck_binder *b, const cck_field *field) {
  cck_bind_list(b, field, field->value, &b->unit.aliases);
}

void cck_bind_unit_factor(cck_binder *b, const cck_field *field) {
  bool read = cck_decimal_parse(field->value, &b->unit.factor) || cck_literal_number(field->value, &b->unit.factor);
  if (!read || cck_decimal_is_zero(b->unit.factor) || cck_decimal_is_negative(b->unit.factor))
    cck_bind_fault(b, field, field->value, "'%s' is not a number above 0", cck_shown(&b->report, field->value));
}

void cck_bind_unit_end(cck_binder *b) {
  if (b->unit.dimension.len == 0)
    cck_bind_lacks(b, "unit '%s' has no dimension", cck_shown(&b->report, b->decl->id));
  if (!b->decl->broken && cck_unit_find(b->rules->units, b->unit.name))
    cck_bind_lacks(b, "unit '%s' is built in", cck_shown(&b->report, b->unit.name));
  if (b->decl->broken)
    return;
  CCK_PUSH(b->arena, &b->unit.aliases, b->unit.name);
  cck_unit_declare(b->rules->units, b->unit.name, b->unit.dimension, b->unit.factor, &b->unit.aliases);
}

/* --- source --- */

void cck_bind_source_begin(cck_binder *b) {
  b->source = (cck_source_decl){.id = cck_publisher_key(b->arena, b->decl->id), .trust = 50};
}

void cck_bind_source_match(cck_binder *b, const cck_field *f) { cck_bind_list(b, f, f->value, &b->source.match); }
void cck_bind_source_alias(cck_binder *b, const cck_field *f) { cck_bind_list(b, f, f->value, &b->source.aliases); }
void cck_bind_source_copies(cck_binder *b, const cck_field *f) { b->source.copies = cck_bind_text(b, f); }

void cck_bind_source_trust(cck_binder *b, const cck_field *field) {
  cck_decimal number;
  int64_t trust = -1;
  if (!cck_decimal_parse(field->value, &number) || !cck_decimal_to_int(number, &trust) || trust < 0 || trust > 100)
    cck_bind_fault(b, field, field->value, "'%s' is not a whole number from 0 to 100",
                   cck_shown(&b->report, field->value));
  b->source.trust = (int)trust;
}

/* Several declarations may not claim one name: which publisher it is would depend on their order. */
static void add_publisher(cck_binder *b, cck_slice name, uint32_t declaration) {
  cck_rules *rules = b->rules;
  size_t known = rules->publisher_keys.texts.count;
  uint32_t number = cck_intern_put(&rules->publisher_keys, cck_publisher_key(b->arena, name));
  if (number == known)
    CCK_PUSH(b->arena, &rules->publisher_of, declaration);
  else if (rules->publisher_of.items[number] != declaration)
    cck_bind_lacks(b, "source '%s' has the name '%s', which another source has too", cck_shown(&b->report, b->decl->id),
                   cck_shown(&b->report, name));
}

static void add_host(cck_binder *b, cck_slice host, uint32_t declaration) {
  cck_rules *rules = b->rules;
  size_t known = rules->publisher_hosts.texts.count;
  if (cck_intern_put(&rules->publisher_hosts, cck_arena_lower(b->arena, host)) == known)
    CCK_PUSH(b->arena, &rules->host_of, declaration);
}

void cck_bind_source_end(cck_binder *b) {
  if (b->decl->broken)
    return;
  uint32_t index = (uint32_t)b->rules->sources.count;
  add_publisher(b, b->decl->id, index);
  for (size_t i = 0; i < b->source.aliases.count; i++)
    add_publisher(b, b->source.aliases.items[i], index);
  for (size_t i = 0; i < b->source.match.count; i++) {
    add_publisher(b, b->source.match.items[i], index);
    add_host(b, b->source.match.items[i], index);
  }
  CCK_PUSH(b->arena, &b->rules->sources, b->source);
}
