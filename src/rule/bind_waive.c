/* waive: a decision of a person that a finding is accepted, with its reason and its last day. */
#include <string.h>

#include "model/claim.h"
#include "rule/binder.h"
#include "rule/parser.h"
#include "rule/words.h"

void cck_bind_waive_begin(cck_binder *b) {
  memset(&b->waiver, 0, sizeof b->waiver);
  b->waiver.waiver = (cck_waiver){.target = b->decl->id, .file = b->decl->line.file, .line = b->decl->line.number};
  b->waiver.waiver.by_finding = cck_is_finding_id(b->decl->id);
}

/* An entity's id, or a source and its date. */
static bool bind_place(cck_binder *b, const cck_field *field, cck_slice item, struct cck_waiver_where *where) {
  cck_slice source;
  cck_slice last = cck_words_last(item, &source);
  if (source.len == 0) {
    where->entity = cck_unquote(b->arena, item);
    return cck_bind_entity(b, field, item) != CCK_LEXICON_NONE;
  }
  if (!cck_period_parse(last, &where->date)) {
    cck_bind_fault(b, field, last,
                   "'%s' is not a date; a place is an entity, or a source and a date, as 'rferl 2004-10-16'",
                   cck_shown(&b->report, last));
    return false;
  }
  where->source = cck_bind_publisher(b, cck_unquote(b->arena, source));
  return true;
}

void cck_bind_waive_where(cck_binder *b, const cck_field *field) {
  cck_slice rest = field->value;
  cck_slice item;
  b->waiver.where_field = field;
  while (cck_list_next(&rest, &item)) {
    struct cck_waiver_where where = {.date = CCK_NO_PERIOD};
    if (item.len == 0) {
      cck_bind_fault(b, field, item, "an empty item in the list of 'where'");
      return;
    }
    if (!bind_place(b, field, item, &where))
      return;
    CCK_PUSH(b->arena, &b->waiver.where, where);
  }
}

void cck_bind_waive_because(cck_binder *b, const cck_field *field) {
  b->waiver.waiver.because = cck_bind_text(b, field);
}

void cck_bind_waive_by(cck_binder *b, const cck_field *field) { b->waiver.waiver.by = cck_bind_text(b, field); }

void cck_bind_waive_until(cck_binder *b, const cck_field *field) {
  b->waiver.waiver.until_text = field->value;
  cck_bind_date(b, field, field->value, &b->waiver.waiver.until);
}

static cck_slice upper(cck_binder *b, cck_slice id) {
  char *text = cck_arena_alloc(b->arena, id.len + 1);
  for (size_t i = 0; i < id.len; i++)
    text[i] = cck_is_lower(id.ptr[i]) ? (char)(id.ptr[i] - 'a' + 'A') : id.ptr[i];
  return (cck_slice){text, id.len};
}

static void check_target(cck_binder *b) {
  cck_waiver *waiver = &b->waiver.waiver;
  const cck_field *where = b->waiver.where_field;
  cck_field target = {.line = b->decl->line, .value = b->decl->id};
  if (!waiver->by_finding)
    cck_bind_declared(b, &target, waiver->target, CCK_DECL_rule);
  else if (where)
    cck_bind_fault(b, where, where->name, "'where' has no meaning with a finding's id: the id says it all");
  if (waiver->by_finding)
    waiver->target = upper(b, waiver->target);
}

void cck_bind_waive_end(cck_binder *b) {
  cck_waiver *waiver = &b->waiver.waiver;
  check_target(b);
  if (waiver->because.len == 0)
    cck_bind_lacks(b, "the waiver has no 'because'");
  if (waiver->until_text.len == 0)
    cck_bind_lacks(b, "the waiver has no 'until'");
  if (b->decl->broken)
    return;
  waiver->where = b->waiver.where.items;
  waiver->where_count = b->waiver.where.count;
  CCK_PUSH(b->arena, &b->rules->waivers, *waiver);
}
