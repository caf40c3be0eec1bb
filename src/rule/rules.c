#include "rule/rule.h"

#include <stdlib.h>

#include "base/intern.h"
#include "rule/syntax.h"

cck_rules *cck_rules_new(void) {
  cck_rules *rules = cck_heap_alloc(sizeof *rules);
  *rules = (cck_rules){0};
  cck_arena_init(&rules->arena);
  rules->lexicon = cck_lexicon_new();
  rules->units = cck_unit_table_new();
  rules->syntax = CCK_NEW(&rules->arena, cck_syntax);
  cck_intern_init(&rules->publisher_keys, &rules->arena);
  cck_intern_init(&rules->publisher_hosts, &rules->arena);
  cck_intern_init(&rules->syntax->files, &rules->arena);
  for (int k = 0; k < CCK_DECL_KINDS; k++)
    cck_intern_init(&rules->syntax->ids[k], &rules->arena);
  return rules;
}

void cck_rules_free(cck_rules *rules) {
  if (!rules)
    return;
  cck_lexicon_free(rules->lexicon);
  cck_unit_table_free(rules->units);
  cck_arena_fini(&rules->arena);
  free(rules);
}
