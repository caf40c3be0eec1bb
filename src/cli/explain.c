#include "base/io.h"
#include "base/hint.h"
#include "cli/find.h"
#include "model/reading.h"
#include "report/writers.h"
#include "rule/kinds.h"

/* The rule in its own words: its lines in its file, up to the next left margin. */
static void put_rule_text(cck_buffer *out, const cck_rule *rule) {
  cck_arena scratch;
  cck_arena_init(&scratch);
  cck_slice path = cck_arena_copy(&scratch, rule->file);
  cck_slice rest, line;
  unsigned number = 0;
  if (cck_file_read(&scratch, path.ptr, 4 * 1024 * 1024, &rest, NULL) == CCK_OK)
    while (cck_slice_next(&rest, '\n', &line)) {
      number++;
      bool margin = line.len && line.ptr[0] != ' ' && line.ptr[0] != '\t' && line.ptr[0] != '\r';
      if (number > rule->line && margin)
        break;
      if (number < rule->line || !cck_slice_trim(line).len)
        continue;
      size_t indent = 0;
      while (indent < line.len && line.ptr[indent] == ' ')
        indent++;
      cck_put_repeat(out, ' ', indent < 40 ? indent + 2 : 42);
      cck_put_terminal(out, cck_slice_trim(line));
      cck_put_char(out, '\n');
    }
  cck_arena_fini(&scratch);
}

static void put_limit_table(cck_buffer *out, const cck_rules *rules, const cck_limit *limit) {
  if (limit->kind != CCK_LIMIT_TABLE)
    return;
  const cck_table *table = &rules->tables.items[limit->table];
  cck_put_text(out, "reference: ");
  cck_put_terminal(out, table->id);
  if (table->edition.len) {
    cck_put_text(out, ", ");
    cck_put_terminal(out, table->edition);
  }
  cck_putf(out, " (%zu figures)\n", table->rows.count);
}

static int explain_rule(const cck_rules *rules, const cck_rule *rule) {
  cck_buffer out = {0};
  cck_put_terminal(&out, rule->id);
  cck_putf(&out, ", %s, ", cck_severity_name(rule->severity));
  cck_put_terminal(&out, rule->file);
  cck_putf(&out, ":%u\ncatches: %s\n", rule->line, cck_kind_at(rule->expect.kind)->catches);
  if (rule->why.len) {
    cck_put_text(&out, "why: ");
    cck_put_terminal(&out, rule->why);
    cck_put_char(&out, '\n');
  }
  put_limit_table(&out, rules, &rule->expect.low);
  put_limit_table(&out, rules, &rule->expect.high);
  cck_put_char(&out, '\n');
  put_rule_text(&out, rule);
  return cck_output_end(&out, CCK_EXIT_OK);
}

static int rule_by_name(cck_args *args, cck_slice name) {
  int status = CCK_EXIT_FAILED;
  cck_hint hint;
  cck_hint_init(&hint, name);
  cck_checker *checker = cck_session_open(args, true);
  if (!checker)
    return CCK_EXIT_FAILED;
  const cck_rules *rules = checker->rules;
  const cck_rule *found = NULL;
  for (size_t i = 0; i < rules->rules.count && !found; i++) {
    cck_hint_try(&hint, rules->rules.items[i].id);
    if (cck_slice_eq(rules->rules.items[i].id, name))
      found = &rules->rules.items[i];
  }
  if (found)
    status = explain_rule(rules, found);
  else if (hint.best.len)
    cck_complain("there is no rule '%s'; did you mean '%.*s'?", name.ptr, (int)hint.best.len, hint.best.ptr);
  else
    cck_complain("there is no rule or finding '%s'; see cacheck rules list", name.ptr);
  cck_checker_free(checker);
  return status;
}

static void put_readings(cck_buffer *out, const cck_finding *finding) {
  cck_put_text(out, "\nhow each was read\n");
  for (size_t i = 0; i < finding->parties.count; i++) {
    const cck_claim *claim = finding->parties.items[i].claim;
    cck_put_text(out, "  \"");
    cck_put_terminal(out, claim->text);
    cck_put_text(out, "\" as ");
    cck_put_reading_value(out, claim);
    cck_put_text(out, "\n      ");
    cck_put_reading_link(out, claim);
    cck_put_text(out, "\n      claim ");
    cck_put_terminal(out, claim->id);
    cck_put_text(out, " of ");
    cck_put_terminal(out, claim->src);
    cck_put_char(out, '\n');
  }
  cck_put_text(out, "\nhow it was decided\n");
  for (size_t i = 0; i < finding->steps.count; i++) {
    cck_put_text(out, "  ");
    cck_put_terminal(out, finding->steps.items[i]);
    cck_put_char(out, '\n');
  }
}

static int explain_finding(cck_args *args, cck_slice id) {
  cck_found found;
  int status = CCK_EXIT_FAILED;
  if (cck_find_finding(args, id, &found) && found.finding) {
    cck_buffer out = {0};
    cck_report report = {.changed = &found.checker->changed, .today = found.checker->options.today};
    cck_color_wanted(args->color_, &report.color);
    report.width = cck_output_width();
    cck_put_text_finding(&out, &report, found.finding);
    put_readings(&out, found.finding);
    status = cck_output_end(&out, CCK_EXIT_OK);
  } else if (found.checker) {
    cck_complain("there is no finding %s %s", id.ptr,
                 args->operands.count > 1 ? "in these files" : "in the store; name the files that it is in");
  }
  cck_checker_free(found.checker);
  return status;
}

int cck_command_explain(cck_args *args) {
  bool color;
  cck_slice what = cck_slice_of(args->operands.items[0]);
  if (!cck_color_wanted(args->color_, &color))
    return CCK_EXIT_FAILED;
  return cck_looks_like_finding(what) ? explain_finding(args, what) : rule_by_name(args, what);
}
