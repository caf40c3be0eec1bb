/*
 * Inside the binder: what its files share. Each field of fields.def has a function
 * cck_bind_<declaration>_<field> that reads it into the object under construction;
 * each declaration has a _begin and an _end. They report their own errors and mark the
 * declaration as broken; a broken one is not taken over.
 *
 *   units -> entities -> measures -> sources -> tables -> rules -> waivers
 */
#ifndef CCK_RULE_BINDER_H
#define CCK_RULE_BINDER_H

#include "rule/syntax.h"

typedef struct cck_bound_name {
  cck_slice text;
  cck_period valid;
} cck_bound_name;

typedef struct cck_bound_word {
  cck_word_role role;
  cck_slice text;
} cck_bound_word;

typedef struct cck_bound_in { /* `in` of an entity, to be checked when all entities are known */
  uint32_t entity;
  cck_decl *decl;
  const cck_field *field;
} cck_bound_in;

typedef CCK_VEC(struct cck_example_doc) cck_example_docs;

typedef struct cck_binder {
  cck_rules *rules;
  cck_syntax *syntax;
  cck_arena *arena; /* of the rules */
  cck_reporter report;
  cck_decl *decl;

  /* Objects under construction, zeroed by their _begin. */
  struct {
    cck_entity entity;
    CCK_VEC(cck_bound_name) names;
    const cck_field *type, *in;
  } entity;
  struct {
    cck_measure measure;
    CCK_VEC(cck_bound_word) words;
    const cck_field *unit;
  } measure;
  struct {
    cck_slice name, dimension;
    cck_decimal factor;
    cck_slices aliases;
  } unit;
  cck_source_decl source;
  struct {
    cck_table table;
    const cck_field *file, *key, *value;
    cck_slice path, columns[3]; /* entity, year, value; year may be empty */
  } table;
  struct {
    cck_rule rule;
    const cck_field *select, *expect, *apart, *needs;
    cck_example_docs docs; /* of the last example */
  } rule;
  struct {
    cck_waiver waiver;
    CCK_VEC(struct cck_waiver_where) where;
    const cck_field *where_field;
  } waiver;

  /* Across declarations. */
  CCK_VEC(cck_bound_in) in;
  cck_intern types;            /* of all entities */
  cck_intern sources;          /* publisher keys of declared names and aliases ... */
  CCK_VEC(uint32_t) source_of; /* ... and which declaration each belongs to */
} cck_binder;

#define CCK_FIELD(decl, name, ...) void cck_bind_##decl##_##name(cck_binder *b, const cck_field *field);
#include "rule/fields.def"
#undef CCK_FIELD

void cck_bind_entity_begin(cck_binder *b);
void cck_bind_entity_end(cck_binder *b);
void cck_bind_measure_begin(cck_binder *b);
void cck_bind_measure_end(cck_binder *b);
void cck_bind_unit_begin(cck_binder *b);
void cck_bind_unit_end(cck_binder *b);
void cck_bind_source_begin(cck_binder *b);
void cck_bind_source_end(cck_binder *b);
void cck_bind_table_begin(cck_binder *b);
void cck_bind_table_end(cck_binder *b);
void cck_bind_rule_begin(cck_binder *b);
void cck_bind_rule_end(cck_binder *b);
void cck_bind_waive_begin(cck_binder *b);
void cck_bind_waive_end(cck_binder *b);

/* After all entities: their `in` names one, and goes in no circle. */
void cck_bind_entity_links(cck_binder *b);

/* --- what the files share (binder.c) --- */

/* An error in a field, at a part of its value; the declaration is broken from here on. */
void cck_bind_fault(cck_binder *b, const cck_field *field, cck_slice at, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* An error of the declaration as a whole, at its id; said only when it has no other. */
void cck_bind_lacks(cck_binder *b, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The value without its quotes, on the arena. */
cck_slice cck_bind_text(cck_binder *b, const cck_field *field);

/* Adds the items of a list, unquoted; false after an error (an empty item). */
bool cck_bind_list(cck_binder *b, const cck_field *field, cck_slice value, cck_slices *out);

/* A date as rules write it; false after an error. */
bool cck_bind_date(cck_binder *b, const cck_field *field, cck_slice text, cck_period *out);

/* The number of a known id, or CCK_INTERN_NONE after an error with the nearest known one. */
uint32_t cck_bind_declared(cck_binder *b, const cck_field *field, cck_slice id, cck_decl_kind kind);

/* An entity (declared or built in) or a measure in the lexicon; CCK_LEXICON_NONE after an error. */
uint32_t cck_bind_entity(cck_binder *b, const cck_field *field, cck_slice id);
uint32_t cck_bind_measure(cck_binder *b, const cck_field *field, cck_slice id);

/* A table by id: index into rules->tables; UINT32_MAX after an error. */
uint32_t cck_bind_table(cck_binder *b, const cck_field *field, cck_slice id);

/*
 * The one of `words` (NULL at the end) that the text is, by index; -1 after an error that names `what` and the nearest.
 */
int cck_bind_choice(cck_binder *b, const cck_field *field, cck_slice text, const char *what, const char *const *words);

/* A publisher's key, through declared aliases. */
cck_slice cck_bind_publisher(const cck_binder *b, cck_slice name);

#endif
