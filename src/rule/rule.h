/*
 * A rule set as the binder leaves it: names resolved, literals read. Read-only
 * afterwards. RULES (rules/README.md) says what each field means to a user.
 *
 *   file -> lexer (lines, indentation) -> parser (declarations with fields)
 *        -> binder (this) + lexicon -> evaluator (kinds/)
 */
#ifndef CCK_RULE_RULE_H
#define CCK_RULE_RULE_H

#include "base/error.h"
#include "base/intern.h"
#include "model/finding.h"
#include "model/lexicon.h"
#include "model/unit.h"

typedef enum cck_select {
  CCK_SELECT_MEASURES, /* `for troops, debt of ...` */
  CCK_SELECT_ANY_COUNT,
  CCK_SELECT_ANY_MEASUREMENT, /* a length, a mass, a duration ...: a unit that is no sum, share, age or count */
  CCK_SELECT_ANY_MONEY,
  CCK_SELECT_ANY_PERCENT,
  CCK_SELECT_ANY_QUANTITY,
  CCK_SELECT_ANY_DATE,
  CCK_SELECT_ANY_CHANGE,
  CCK_SELECT_LIST_WITH_TOTAL,
  CCK_SELECT_PAIR_OF_UNITS,
  CCK_SELECT_ANY_AGE,
  CCK_SELECT_ANY_NUMBER,
  CCK_SELECT_NAME
} cck_select;

typedef enum cck_of { CCK_OF_NOTHING, CCK_OF_ENTITY, CCK_OF_TYPE, CCK_OF_ANY_SUBJECT, CCK_OF_SAME_STORY } cck_of;

typedef enum cck_tolerance_kind {
  CCK_TOLERANCE_PERCENT,
  CCK_TOLERANCE_DURATION,
  CCK_TOLERANCE_AMOUNT,
  CCK_TOLERANCE_ROUNDING
} cck_tolerance_kind;

/* A span of time as written: months and years are calendar months. */
typedef struct cck_duration {
  bool given;
  cck_decimal number;
  enum { CCK_SPAN_HOUR, CCK_SPAN_DAY, CCK_SPAN_WEEK, CCK_SPAN_MONTH, CCK_SPAN_YEAR } unit;
} cck_duration;

typedef struct cck_tolerance {
  cck_tolerance_kind kind;
  cck_decimal amount; /* percent or amount */
  cck_slice unit;
  cck_duration duration;
  cck_slice text; /* as written */
} cck_tolerance;

typedef enum cck_limit_kind { CCK_LIMIT_NONE, CCK_LIMIT_AMOUNT, CCK_LIMIT_TABLE } cck_limit_kind;

typedef struct cck_limit {
  cck_limit_kind kind;
  cck_decimal amount; /* amount, or percent of the table's value */
  cck_slice unit;
  uint32_t table;
  cck_slice text;
} cck_limit;

typedef enum cck_moment_kind {
  CCK_MOMENT_MEASURE,
  CCK_MOMENT_PUBLICATION,
  CCK_MOMENT_START,
  CCK_MOMENT_END
} cck_moment_kind;

typedef struct cck_moment {
  cck_moment_kind kind;
  uint32_t measure; /* of the lexicon, kind date */
} cck_moment;

typedef enum cck_across { CCK_ACROSS_ANY, CCK_ACROSS_SOURCES, CCK_IN_ONE_ARTICLE } cck_across;

/* Every form of `expect` (kinds.def); the evaluator's table says which are built. */
typedef enum cck_kind {
#define CCK_KIND(name, ...) CCK_KIND_##name,
#include "rule/kinds.def"
#undef CCK_KIND
  CCK_KIND_COUNT
} cck_kind;

/* The expectation with its parameters; those that a kind does not have are zero. */
typedef struct cck_expect {
  cck_kind kind;
  cck_tolerance tolerance;
  cck_duration during; /* or `per`, or `by` */
  cck_across across;
  cck_limit low, high;
  cck_moment left, right;
  bool before; /* `not before` instead of `not after` */
  cck_decimal times;
} cck_expect;

typedef struct cck_example {
  enum { CCK_EXAMPLE_FLAGS, CCK_EXAMPLE_PASSES, CCK_EXAMPLE_TODO } kind;
  cck_slice title;
  unsigned line;
  struct cck_example_doc {
    cck_slice date, source, text;
    unsigned line;
  } * docs;
  size_t doc_count;
  cck_slices want; /* amounts or words that the finding must rest on */
  cck_slices try_; /* suggestions that it must offer */
} cck_example;

typedef struct cck_rule {
  cck_slice id, file;
  unsigned line;
  cck_slice source;      /* the declaration's line as written, for a caret */
  cck_severity severity; /* default: warning */
  cck_select select;
  CCK_VEC(uint32_t) measures;
  bool past_tense;
  cck_of of;
  cck_slice of_name; /* entity id or type */
  cck_expect expect;
  bool has_apart;
  cck_severity apart;
  cck_decimal hedge; /* percent; default 5 */
  unsigned needs;    /* independent sources on each side; default 1 */
  bool unless_quoted;
  bool modality_asserted;
  bool suggest_scale;
  bool note_no_reference;
  cck_slice message, why, link; /* message is empty when the kind's default holds */
  CCK_VEC(cck_example) examples;
} cck_rule;

/* Reference figures by key, e.g. (country, year). */
typedef struct cck_table_row {
  cck_slice entity;
  int year; /* 0 when the table has no year key */
  cck_decimal value;
} cck_table_row;

typedef struct cck_table {
  cck_slice id, unit, edition, file;
  bool by_year;
  CCK_VEC(cck_table_row) rows; /* sorted by entity, year */
} cck_table;

typedef struct cck_source_decl {
  cck_slice id;     /* publisher key of the declared name */
  cck_slices match; /* parts of a URL's host, or publisher names */
  cck_slices aliases;
  cck_slice copies;
  int trust; /* default 50 */
} cck_source_decl;

typedef struct cck_waiver {
  cck_slice target; /* finding id or rule id */
  bool by_finding;
  struct cck_waiver_where {
    cck_slice entity; /* or: */
    cck_slice source; /* publisher key, with */
    cck_period date;
  } * where;
  size_t where_count;
  cck_slice because, by;
  cck_period until; /* holds up to and including this day */
  cck_slice until_text;
  cck_slice file;
  unsigned line;
} cck_waiver;

typedef struct cck_rules {
  cck_arena arena;
  cck_lexicon *lexicon;
  cck_unit_table *units;
  CCK_VEC(cck_rule) rules;
  CCK_VEC(cck_table) tables;
  CCK_VEC(cck_source_decl) sources;
  CCK_VEC(cck_waiver) waivers;
  cck_intern publisher_keys, publisher_hosts; /* declared names and hosts, in lower case ... */
  CCK_VEC(uint32_t) publisher_of, host_of;    /* ... and by their numbers the source declaration of each */
  cck_slices files;                           /* every file read, for messages */
  unsigned errors;           /* how many were found; at most CCK_RULE_ERRORS of them went to the sink */
  struct cck_syntax *syntax; /* declarations read but not bound (syntax.h) */
} cck_rules;

enum {
  CCK_RULE_FILE_LIMIT = 4 * 1024 * 1024,
  CCK_RULE_LINE_LIMIT = 1024 * 1024,
  CCK_RULE_TABLE_LIMIT = 16 * 1024 * 1024,
  CCK_RULE_INCLUDE_DEPTH = 16, /* files open at a time */
  CCK_RULE_FILES = 256,
  CCK_RULE_ERRORS = 100 /* after that many the rest is counted, not described: nobody reads on, and hints cost time */
};

/* An empty set with the built-in lexicon and units. */
cck_rules *cck_rules_new(void);
void cck_rules_free(cck_rules *rules);

/*
 * Parses a file (and what it includes) into declarations. Every error goes to the
 * sink; parsing goes on at the next left-margin line. Returns CCK_OK when there was none.
 * A file that was read already (by another name too) is not read again.
 */
cck_status cck_rules_parse(cck_rules *rules, const char *path, cck_error_sink errors);

/* The same from memory; `name` stands for the path, and includes are relative to its folder. */
cck_status cck_rules_parse_text(cck_rules *rules, const char *name, cck_slice text, cck_error_sink errors);

/*
 * Once, after all files are parsed (with or without errors): resolves names, reads tables, fills the lexicon. Errors
 * go to the sink; a declaration with an error is left out, so that the others can still be tested.
 */
cck_status cck_rules_bind(cck_rules *rules, cck_error_sink errors);

/*
 * After binding: what is allowed but probably not meant, such as a rule without an
 * example that flags. These are warnings: their status is CCK_OK and they are not counted in rules->errors.
 */
void cck_rules_lint(const cck_rules *rules, cck_error_sink warnings);

/* The publisher's identity under the declarations: its key, through aliases and matches. And what it copies by
 * declaration, or empty. */
cck_slice cck_rules_publisher(const cck_rules *rules, cck_arena *arena, const cck_source *source);
cck_slice cck_rules_copies(const cck_rules *rules, cck_arena *arena, const cck_source *source);
int cck_rules_trust(const cck_rules *rules, cck_arena *arena, const cck_source *source);

#endif
