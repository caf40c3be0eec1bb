#include <string.h>

#include "base/hint.h"
#include "cli/session.h"
#include "pipeline/examples.h"
#include "rule/kinds.h"

static void warn(void *context, const cck_error *warning) {
  (void)context;
  cck_complain("%s:%u: warning: %s", warning->file, warning->line, warning->message);
}

/* Errors were told while the rules were read; what is left are warnings and the count. */
static int check(cck_args *args, cck_checker *checker) {
  const cck_rules *rules = checker->rules;
  cck_buffer out = {0};
  cck_rules_lint(rules, (cck_error_sink){warn, NULL});
  if (!args->quiet_) {
    cck_put_count(&out, rules->files.count, "file");
    cck_put_text(&out, ", ");
    cck_put_count(&out, rules->rules.count, "rule");
    cck_put_text(&out, ": no errors\n");
  }
  return cck_output_end(&out, CCK_EXIT_OK);
}

static int test(cck_args *args, cck_checker *checker) {
  cck_buffer out = {0};
  cck_tally tally;
  cck_examples_run(checker, &out, &tally);
  unsigned good = tally.counts[CCK_OUTCOME_AS_EXPECTED], bad = tally.counts[CCK_OUTCOME_FAILED];
  unsigned todo = tally.counts[CCK_OUTCOME_TODO];
  if (!args->quiet_) {
    cck_put_count(&out, good + bad + todo, "example");
    cck_putf(&out, ": %u as expected, %u failed, %u todo\n", good, bad, todo);
  }
  return cck_output_end(&out, bad ? CCK_EXIT_FINDINGS : CCK_EXIT_OK);
}

static void put_kinds(cck_buffer *out) {
  const cck_kind_entry *kind;
  for (size_t i = 0; (kind = cck_kind_at(i)) != NULL; i++)
    cck_putf(out, "%s\n    %s%s\n", kind->form, kind->catches, kind->how ? "" : " (not built yet)");
}

static int list(cck_args *args, cck_checker *checker) {
  cck_buffer out = {0};
  const cck_rules *rules = checker->rules;
  if (args->kinds_)
    put_kinds(&out);
  for (size_t i = 0; i < rules->rules.count && !args->kinds_; i++) {
    const cck_rule *rule = &rules->rules.items[i];
    const char *severity = cck_severity_name(rule->severity);
    if (args->rule_ && !cck_slice_is(rule->id, args->rule_))
      continue;
    cck_putf(&out, "%s", severity);
    cck_put_repeat(&out, ' ', 9 - strlen(severity));
    cck_put_terminal(&out, rule->id);
    cck_put_repeat(&out, ' ', rule->id.len < 30 ? 32 - rule->id.len : 2);
    cck_put_terminal(&out, rule->file);
    cck_putf(&out, ":%u\n", rule->line);
  }
  return cck_output_end(&out, CCK_EXIT_OK);
}

static const struct {
  const char *name;
  int (*run)(cck_args *args, cck_checker *checker);
} actions[] = {{"check", check}, {"test", test}, {"list", list}};

int cck_command_rules(cck_args *args) {
  cck_hint hint;
  cck_hint_init(&hint, cck_slice_of(args->operands.items[0]));
  for (size_t i = 1; i < args->operands.count; i++)
    CCK_PUSH(&args->arena, &args->rules_, args->operands.items[i]);
  for (size_t i = 0; i < sizeof actions / sizeof actions[0]; i++) {
    cck_hint_try(&hint, cck_slice_of(actions[i].name));
    if (strcmp(actions[i].name, args->operands.items[0]) != 0)
      continue;
    cck_checker *checker = cck_session_open(args, true);
    int status = checker ? actions[i].run(args, checker) : CCK_EXIT_FAILED;
    cck_checker_free(checker);
    return status;
  }
  if (hint.best.len)
    cck_complain("there is no 'rules %s'; did you mean 'rules %.*s'?", args->operands.items[0], (int)hint.best.len,
                 hint.best.ptr);
  else
    cck_complain_usage(args);
  return CCK_EXIT_FAILED;
}
