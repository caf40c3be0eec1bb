/*
 * What the parser leaves and the binder reads: declarations with their fields as
 * written, and the one way in which both report errors.
 *
 *   decl rule "troops-conflict"
 *     |- field for     "troops of any base"
 *     |- field example "flags"
 *     |- field doc     "2004-10-16 rferl ..."     (belongs to the example above it)
 *
 * Everything lies in the arena of the rule set; values point into the files' texts.
 */
#ifndef CCK_RULE_SYNTAX_H
#define CCK_RULE_SYNTAX_H

#include "base/intern.h"
#include "rule/lexer.h"
#include "rule/rule.h"

typedef enum cck_decl_kind {
  CCK_DECL_entity,
  CCK_DECL_measure,
  CCK_DECL_unit,
  CCK_DECL_source,
  CCK_DECL_table,
  CCK_DECL_rule,
  CCK_DECL_waive,
  CCK_DECL_KINDS
} cck_decl_kind;

typedef enum cck_field_kind {
#define CCK_FIELD(decl, name, ...) CCK_FIELD_##decl##_##name,
#include "rule/fields.def"
#undef CCK_FIELD
  CCK_FIELD_KINDS
} cck_field_kind;

typedef struct cck_field {
  cck_field_kind kind;
  cck_line line;
  cck_slice name, value;
} cck_field;

typedef struct cck_decl {
  cck_decl_kind kind;
  cck_line line;
  cck_slice id;
  CCK_VEC(cck_field) fields;
  bool broken;    /* has an error already: what is missing is not reported */
  bool duplicate; /* another one with this id stands before it */
} cck_decl;

typedef struct cck_syntax {
  CCK_VEC(cck_decl) decls;
  cck_intern files;                        /* resolved paths that were read */
  cck_intern ids[CCK_DECL_KINDS];          /* by kind; waivers have none */
  CCK_VEC(cck_line) first[CCK_DECL_KINDS]; /* where each id was declared, by its number */
} cck_syntax;

/* Both for messages: "rule", "severity". */
const char *cck_decl_name(cck_decl_kind kind);
const char *cck_field_name(cck_field_kind kind);

typedef struct cck_reporter {
  cck_rules *rules;
  cck_error_sink sink;
} cck_reporter;

/* True once so many errors were found that no more are described. */
bool cck_reporter_is_full(const cck_reporter *report);

/* An error at `at`, a part of the line. */
void cck_fault(cck_reporter *report, const cck_line *line, cck_slice at, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* An error that was described already. */
void cck_fault_pass(cck_reporter *report, const cck_error *error);

/* User text in a message: cut to a readable length. */
const char *cck_shown(const cck_reporter *report, cck_slice text);

/*
 * The path of a file that a rules file names: relative to that file's folder and below it (rule files are
 * untrusted: no absolute path, no "..", no link that leads out). False after reporting the error.
 */
bool cck_rules_path(cck_reporter *report, const cck_line *line, cck_slice written, cck_slice *path);

#endif
