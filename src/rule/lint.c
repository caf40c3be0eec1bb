/* What a rule set allows but a writer probably did not mean. */
#include "rule/rule.h"

static void warn(const cck_rule *rule, cck_error_sink warnings, const char *format, const char *what) {
  cck_error error;
  size_t at = cck_slice_find(rule->source, rule->id, sizeof "rule" - 1);
  cck_place place = {.file = rule->file, .line = rule->line, .source = rule->source};
  place.column = at == SIZE_MAX ? 1 : (unsigned)at + 1; /* "rule " before it is ASCII */
  cck_fail_at(&error, CCK_OK, place, format, (int)rule->id.len, rule->id.ptr, what);
  if (warnings.take)
    warnings.take(warnings.context, &error);
}

static bool has_example(const cck_rule *rule, unsigned kind) {
  for (size_t i = 0; i < rule->examples.count; i++)
    if (rule->examples.items[i].kind == kind)
      return true;
  return false;
}

static void lint_rule(const cck_rule *rule, cck_error_sink warnings) {
  if (!has_example(rule, CCK_EXAMPLE_FLAGS))
    warn(rule, warnings, "rule '%.*s' has no example that %s", "flags");
  if (!has_example(rule, CCK_EXAMPLE_PASSES))
    warn(rule, warnings, "rule '%.*s' has no example that %s", "passes");
  if (rule->has_apart && !rule->expect.during.given)
    warn(rule, warnings, "rule '%.*s' has 'apart', but its expect has no '%s'", "during");
  bool table = rule->expect.low.kind == CCK_LIMIT_TABLE || rule->expect.high.kind == CCK_LIMIT_TABLE;
  if (rule->note_no_reference && !table)
    warn(rule, warnings, "rule '%.*s' has 'when no reference note', but its limit is %s", "no share of a table");
  if (rule->suggest_scale && rule->expect.kind != CCK_KIND_value_limit && rule->expect.kind != CCK_KIND_value_usual)
    warn(rule, warnings, "rule '%.*s' has 'suggest scale', but its expect sets no %s", "limit");
}

void cck_rules_lint(const cck_rules *rules, cck_error_sink warnings) {
  for (size_t i = 0; i < rules->rules.count; i++)
    lint_rule(&rules->rules.items[i], warnings);
}
