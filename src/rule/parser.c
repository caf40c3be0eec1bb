#include "rule/parser.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/io.h"
#include "base/utf8.h"
#include "base/hint.h"

typedef enum often { CCK_ONCE, CCK_MANY } often;

typedef struct field_row {
  cck_decl_kind decl;
  const char *name;
  often how_often;
} field_row;

static const field_row field_rows[] = {
#define CCK_FIELD(decl, name, how_often, help) {CCK_DECL_##decl, #name, how_often},
#include "rule/fields.def"
#undef CCK_FIELD
};

/* A file that is being read; the outermost has no `below`. */
typedef struct open_file {
  const struct open_file *below;
  cck_slice name;
  uint32_t number; /* in syntax->files */
  unsigned depth;
} open_file;

typedef struct parser {
  cck_reporter report;
  cck_syntax *syntax;
  cck_arena *arena;
  const open_file *file;
  cck_decl *decl; /* the one that fields go to; NULL after an error and before the first */
  bool lost;      /* the declaration above could not be read: its fields are passed over */
  bool fieldless; /* the declaration above has no fields */
  bool in_example;
  uint64_t seen; /* fields of the declaration that came already, a bit each */
} parser;

_Static_assert(CCK_FIELD_KINDS <= 64, "parser.seen holds a bit for each field");

static void read_text(parser *p, cck_slice name, cck_slice text);

bool cck_is_id(cck_slice text) {
  for (size_t i = 0, next = 0; i < text.len; i = next) {
    char c = text.ptr[i];
    bool sign = i > 0 && (c == '-' || c == '_' || c == '.');
    uint32_t code = cck_utf8_next(text, &next);
    if (!sign && !cck_is_digit(c) && !cck_utf8_is_letter(code))
      return false;
  }
  return text.len > 0;
}

bool cck_is_finding_id(cck_slice text) {
  static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  if (text.len != 11 || (text.ptr[0] != 'F' && text.ptr[0] != 'f') || text.ptr[1] != '-' || text.ptr[6] != '-')
    return false;
  for (size_t i = 2; i < text.len; i++) {
    char c = cck_is_lower(text.ptr[i]) ? (char)(text.ptr[i] - 'a' + 'A') : text.ptr[i];
    if (i != 6 && !memchr(letters, c, sizeof letters - 1))
      return false;
  }
  return true;
}

/* --- declarations --- */

/* "include" and "language" stand beside the kinds that have fields. */
static bool decl_kind(cck_slice word, cck_decl_kind *kind) {
  for (int k = 0; k < CCK_DECL_KINDS; k++)
    if (cck_slice_is(word, cck_decl_name((cck_decl_kind)k))) {
      *kind = (cck_decl_kind)k;
      return true;
    }
  return false;
}

static const field_row *field_named(cck_slice word) {
  for (size_t i = 0; i < CCK_FIELD_KINDS; i++)
    if (cck_slice_is(word, field_rows[i].name))
      return &field_rows[i];
  return NULL;
}

static void unknown_decl(parser *p, const cck_lexeme *l) {
  const field_row *field = field_named(l->word);
  if (field) {
    const char *decl = cck_decl_name(field->decl);
    cck_fault(&p->report, &l->line, l->word, "'%s' is a field of %s: indent it under one", field->name, decl);
    return;
  }
  cck_hint hint;
  cck_hint_init(&hint, l->word);
  for (int k = 0; k < CCK_DECL_KINDS; k++)
    cck_hint_try(&hint, cck_slice_of(cck_decl_name((cck_decl_kind)k)));
  cck_hint_try(&hint, CCK_S("include"));
  cck_hint_try(&hint, CCK_S("language"));
  cck_fault(&p->report, &l->line, l->word, "unknown declaration '%s'%s", cck_shown(&p->report, l->word),
            cck_hint_text(&hint, p->arena));
}

/* The part of a declaration's line after its keyword: one word. */
static bool check_id(parser *p, cck_decl_kind kind, const cck_lexeme *l) {
  const char *decl = cck_decl_name(kind);
  if (l->value.len == 0) {
    cck_slice end = cck_slice_sub(l->word, l->word.len, l->word.len);
    cck_fault(&p->report, &l->line, end, "%s needs %s", decl,
              kind == CCK_DECL_waive ? "the id of a finding or a rule" : "an id");
    return false;
  }
  if (cck_is_id(l->value))
    return true;
  cck_fault(&p->report, &l->line, l->value, "'%s' is not an id: one word of letters, digits, '-', '_' and '.'",
            cck_shown(&p->report, l->value));
  return false;
}

/* Remembers the id; true when it was there already. */
static bool is_duplicate(parser *p, const cck_decl *decl) {
  if (decl->kind == CCK_DECL_waive)
    return false;
  cck_syntax *syntax = p->syntax;
  size_t known = syntax->first[decl->kind].count;
  uint32_t number = cck_intern_put(&syntax->ids[decl->kind], decl->id);
  if (number == known) {
    CCK_PUSH(p->arena, &syntax->first[decl->kind], decl->line);
    return false;
  }
  cck_line first = syntax->first[decl->kind].items[number];
  cck_fault(
      &p->report, &decl->line, decl->id,
      "%s '%s' is declared already, at %s:%u; a declaration stands in one place: change it there, or take another id",
      cck_decl_name(decl->kind), cck_shown(&p->report, decl->id), cck_shown(&p->report, first.file), first.number);
  return true;
}

static void begin_decl(parser *p, cck_decl_kind kind, const cck_lexeme *l) {
  p->lost = !check_id(p, kind, l);
  if (p->lost)
    return;
  cck_decl decl = {.kind = kind, .line = l->line, .id = l->value};
  decl.duplicate = is_duplicate(p, &decl);
  CCK_PUSH(p->arena, &p->syntax->decls, decl);
  p->decl = &p->syntax->decls.items[p->syntax->decls.count - 1];
}

static void read_language(parser *p, const cck_lexeme *l) {
  if (l->value.len == 0)
    cck_fault(&p->report, &l->line, cck_slice_sub(l->word, l->word.len, l->word.len), "language needs a code, as 'en'");
  else if (!cck_slice_is(l->value, "en"))
    cck_fault(&p->report, &l->line, l->value, "language %s: not available in this version; only 'en' is",
              cck_shown(&p->report, l->value));
}

/* --- include --- */

/* A name for the file that is the same for every path to it. */
static cck_slice real_name(parser *p, cck_slice path) {
  char *real = realpath(path.ptr, NULL);
  cck_slice name = cck_arena_copy(p->arena, real ? cck_slice_of(real) : path);
  free(real);
  return name;
}

/* Reports a file that includes itself, through others or not. */
static bool is_circle(parser *p, const cck_lexeme *l, uint32_t number, cck_slice path) {
  const open_file *file = p->file;
  while (file && file->number != number)
    file = file->below;
  if (!file)
    return false;
  cck_slice way = path;
  for (const open_file *f = p->file;; f = f->below) {
    way = cck_arena_printf(p->arena, "%.*s -> %.*s", (int)f->name.len, f->name.ptr, (int)way.len, way.ptr);
    if (f == file)
      break;
  }
  cck_fault(&p->report, &l->line, l->value, "include goes in a circle: %.*s", (int)way.len, way.ptr);
  return true;
}

static bool over_a_limit(parser *p, const cck_lexeme *l) {
  if (p->file && p->file->depth >= CCK_RULE_INCLUDE_DEPTH)
    cck_fault(&p->report, &l->line, l->value, "includes are nested more than %d deep", (int)CCK_RULE_INCLUDE_DEPTH);
  else if (p->syntax->files.texts.count >= CCK_RULE_FILES)
    cck_fault(&p->report, &l->line, l->value, "more than %d rules files", (int)CCK_RULE_FILES);
  else
    return false;
  return true;
}

/* Reads and parses; what the file reader said is reported at the include's line, when there is one. */
static void read_file(parser *p, cck_slice path, uint32_t number, const cck_lexeme *l) {
  cck_slice text;
  cck_error error;
  cck_status status = cck_file_read(p->arena, path.ptr, CCK_RULE_FILE_LIMIT, &text, &error);
  if (status == CCK_OK)
    status = cck_lexer_check(path, text, &error);
  if (status != CCK_OK && l && error.line == 0)
    cck_fault(&p->report, &l->line, l->value, "%s: %s", cck_shown(&p->report, path), error.message);
  else if (status != CCK_OK)
    cck_fault_pass(&p->report, &error);
  if (status != CCK_OK)
    return;
  open_file file = {.below = p->file, .name = path, .number = number, .depth = p->file ? p->file->depth + 1 : 1};
  parser inner = {.report = p->report, .syntax = p->syntax, .arena = p->arena, .file = &file};
  read_text(&inner, path, text);
}

static void read_include(parser *p, const cck_lexeme *l) {
  cck_slice path;
  if (l->value.len == 0) {
    cck_fault(&p->report, &l->line, cck_slice_sub(l->word, l->word.len, l->word.len), "include needs a file");
    return;
  }
  if (!cck_rules_path(&p->report, &l->line, l->value, &path) || over_a_limit(p, l))
    return;
  size_t known = p->syntax->files.texts.count;
  uint32_t number = cck_intern_put(&p->syntax->files, real_name(p, path));
  if (number == known) /* bounded by CCK_RULE_INCLUDE_DEPTH, so recursion is safe */
    read_file(p, path, number, l);
  else
    is_circle(p, l, number, path);
}

static void read_margin(parser *p, const cck_lexeme *l) {
  cck_decl_kind kind;
  p->decl = NULL;
  p->lost = false;
  p->fieldless = false;
  p->in_example = false;
  p->seen = 0;
  if (decl_kind(l->word, &kind)) {
    begin_decl(p, kind, l);
  } else if (cck_slice_is(l->word, "include")) {
    p->fieldless = true;
    read_include(p, l);
  } else if (cck_slice_is(l->word, "language")) {
    p->fieldless = true;
    read_language(p, l);
  } else {
    unknown_decl(p, l);
    p->lost = true;
  }
}

/* --- fields --- */

static const field_row *find_field(cck_decl_kind decl, cck_slice word) {
  for (size_t i = 0; i < CCK_FIELD_KINDS; i++)
    if (field_rows[i].decl == decl && cck_slice_is(word, field_rows[i].name))
      return &field_rows[i];
  return NULL;
}

static void unknown_field(parser *p, const cck_lexeme *l) {
  const char *decl = cck_decl_name(p->decl->kind);
  const char *word = cck_shown(&p->report, l->word);
  const field_row *other = field_named(l->word);
  if (other) {
    cck_fault(&p->report, &l->line, l->word, "unknown field '%s' in %s; it is a field of %s", word, decl,
              cck_decl_name(other->decl));
    return;
  }
  cck_hint hint;
  cck_hint_init(&hint, l->word);
  for (size_t i = 0; i < CCK_FIELD_KINDS; i++)
    if (field_rows[i].decl == p->decl->kind)
      cck_hint_try(&hint, cck_slice_of(field_rows[i].name));
  cck_fault(&p->report, &l->line, l->word, "unknown field '%s' in %s%s", word, decl, cck_hint_text(&hint, p->arena));
}

/* `doc` and `want` belong to the last example above them. */
static bool check_example(parser *p, const cck_lexeme *l, cck_field_kind kind) {
  if (kind == CCK_FIELD_rule_example) {
    p->in_example = true;
    p->seen &= ~(UINT64_C(1) << CCK_FIELD_rule_want);
    return true;
  }
  bool part = kind == CCK_FIELD_rule_doc || kind == CCK_FIELD_rule_want;
  if (!part || p->in_example)
    return true;
  if (!p->decl->broken) /* the example's own line may be the misspelt one */
    cck_fault(&p->report, &l->line, l->word, "%s stands before any example; it belongs to the example above it",
              cck_field_name(kind));
  return false;
}

static bool check_field(parser *p, const cck_lexeme *l, const field_row *row, cck_field_kind kind) {
  uint64_t bit = UINT64_C(1) << kind;
  const char *decl = cck_decl_name(p->decl->kind);
  if (!check_example(p, l, kind))
    return false;
  if (row->how_often == CCK_ONCE && (p->seen & bit)) {
    cck_fault(&p->report, &l->line, l->word, "field '%s' is given twice in %s '%s'", row->name, decl,
              cck_shown(&p->report, p->decl->id));
    return false;
  }
  p->seen |= bit;
  cck_slice end = cck_slice_sub(l->word, l->word.len, l->word.len);
  if (l->value.len == 0 || cck_slice_is(l->value, "\"\"")) {
    cck_fault(&p->report, &l->line, l->value.len ? l->value : end, "field '%s' in %s '%s' is empty", row->name, decl,
              cck_shown(&p->report, p->decl->id));
    return false;
  }
  return true;
}

static void read_field(parser *p, const cck_lexeme *l) {
  const field_row *row = find_field(p->decl->kind, l->word);
  if (!row) {
    unknown_field(p, l);
    p->decl->broken = true;
    return;
  }
  cck_field_kind kind = (cck_field_kind)(row - field_rows);
  if (!check_field(p, l, row, kind)) {
    p->decl->broken = true;
    return;
  }
  cck_field field = {.kind = kind, .line = l->line, .name = l->word, .value = l->value};
  CCK_PUSH(p->arena, &p->decl->fields, field);
}

static void read_indented(parser *p, const cck_lexeme *l) {
  if (p->lost)
    return;
  if (p->decl)
    read_field(p, l);
  else if (p->fieldless)
    cck_fault(&p->report, &l->line, l->word, "the declaration above has no fields");
  else
    cck_fault(&p->report, &l->line, l->word, "a field before any declaration; declarations begin at the left margin");
}

/* After a line that could not be read. */
static void lose_line(parser *p, bool margin) {
  if (p->decl)
    p->decl->broken = true;
  if (margin) {
    p->decl = NULL;
    p->lost = true;
  }
}

static void read_text(parser *p, cck_slice name, cck_slice text) {
  cck_lexer lexer;
  cck_lexeme lexeme;
  cck_lexer_init(&lexer, name, text);
  CCK_PUSH(p->arena, &p->report.rules->files, name);
  while (!cck_reporter_is_full(&p->report) && cck_lexer_next(&lexer, &lexeme)) {
    if (lexeme.too_long) {
      cck_fault(&p->report, &lexeme.line, lexeme.line.raw, "a line over the limit of %d MiB",
                (int)(CCK_RULE_LINE_LIMIT / 1024 / 1024));
      lose_line(p, lexeme.margin);
    } else if (lexeme.margin) {
      read_margin(p, &lexeme);
    } else {
      read_indented(p, &lexeme);
    }
  }
}

/* --- entry points --- */

static parser parser_for(cck_rules *rules, cck_error_sink errors) {
  return (parser){.report = {rules, errors}, .syntax = rules->syntax, .arena = &rules->arena};
}

static cck_status status_since(const cck_rules *rules, unsigned errors) {
  return rules->errors == errors ? CCK_OK : CCK_E_RULE;
}

cck_status cck_rules_parse(cck_rules *rules, const char *path, cck_error_sink errors) {
  parser p = parser_for(rules, errors);
  unsigned before = rules->errors;
  cck_slice name = cck_arena_copy(&rules->arena, cck_slice_of(path));
  size_t known = rules->syntax->files.texts.count;
  uint32_t number = cck_intern_put(&rules->syntax->files, real_name(&p, name));
  if (number == known)
    read_file(&p, name, number, NULL);
  return status_since(rules, before);
}

cck_status cck_rules_parse_text(cck_rules *rules, const char *name, cck_slice text, cck_error_sink errors) {
  parser p = parser_for(rules, errors);
  unsigned before = rules->errors;
  cck_slice path = cck_arena_copy(&rules->arena, cck_slice_of(name));
  cck_error error;
  cck_status status = CCK_OK;
  if (text.len > CCK_RULE_FILE_LIMIT)
    status = cck_fail_at(&error, CCK_E_LIMIT, (cck_place){.file = path}, "larger than the limit of %d MiB",
                         (int)(CCK_RULE_FILE_LIMIT / 1024 / 1024));
  if (status == CCK_OK)
    status = cck_lexer_check(path, text, &error);
  if (status != CCK_OK) {
    cck_fault_pass(&p.report, &error);
    return status_since(rules, before);
  }
  uint32_t number = cck_intern_put(&rules->syntax->files, real_name(&p, path));
  open_file file = {.name = path, .number = number, .depth = 1};
  p.file = &file;
  read_text(&p, path, cck_arena_copy(&rules->arena, text));
  return status_since(rules, before);
}
