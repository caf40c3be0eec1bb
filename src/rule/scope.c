#include "rule/scope.h"

#include "base/utf8.h"

enum { DEEPEST = 16 }; /* of `in` chains: a circle in a rules file must not hang the run */

/* The first one to claim a name keeps it. */
static void name_entity(cck_places *places, cck_slice name, uint32_t entity) {
  uint32_t index = cck_intern_put(&places->names, cck_utf8_fold(places->arena, name));
  if (index == places->entity.count)
    CCK_PUSH(places->arena, &places->entity, entity);
}

static void name_capital(cck_places *places, cck_slice name, uint32_t entity) {
  uint32_t index = cck_intern_put(&places->capitals, cck_utf8_fold(places->arena, name));
  if (index == places->capital_of.count)
    CCK_PUSH(places->arena, &places->capital_of, entity);
}

void cck_places_init(cck_places *places, const cck_lexicon *lexicon, cck_arena *arena) {
  *places = (cck_places){.lexicon = lexicon, .arena = arena};
  cck_intern_init(&places->names, arena);
  cck_intern_init(&places->capitals, arena);
  for (size_t i = 0; i < lexicon->entities.count; i++)
    name_entity(places, lexicon->entities.items[i].id, (uint32_t)i);
  for (size_t i = 0; i < lexicon->aliases.count; i++) {
    const cck_alias *alias = &lexicon->aliases.items[i];
    if (alias->role == CCK_ALIAS_NAME)
      name_entity(places, alias->text, alias->entity);
    else if (alias->role == CCK_ALIAS_CAPITAL)
      name_capital(places, alias->text, alias->entity);
  }
}

uint32_t cck_places_find(const cck_places *places, cck_slice text) {
  uint32_t index = cck_intern_find(&places->names, cck_utf8_fold(places->arena, text));
  return index == CCK_INTERN_NONE ? CCK_LEXICON_NONE : places->entity.items[index];
}

cck_slice cck_scope_value(const cck_scope *scope, const char *key) {
  for (size_t i = 0; i < scope->count; i++)
    if (cck_slice_is(scope->items[i].key, key))
      return scope->items[i].value;
  return (cck_slice){"", 0};
}

static cck_slice resolve_name(const cck_places *places, cck_slice text, uint32_t *entity) {
  *entity = text.len ? cck_places_find(places, text) : CCK_LEXICON_NONE;
  if (*entity != CCK_LEXICON_NONE)
    return places->lexicon->entities.items[*entity].id;
  return cck_utf8_fold(places->arena, text);
}

static bool is_known_key(cck_slice key) {
  static const char *const known[] = {"place", "part_of", "planned", "counterparty", "per"};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (cck_slice_is(key, known[i]))
      return true;
  return false;
}

static cck_slice rest_of(cck_arena *arena, const cck_scope *scope) {
  cck_slice rest = {"", 0};
  for (size_t i = 0; i < scope->count; i++) {
    cck_scope_item item = scope->items[i];
    if (!is_known_key(item.key))
      rest = cck_arena_printf(arena, "%.*s;%.*s=%.*s", (int)rest.len, rest.ptr, (int)item.key.len, item.key.ptr,
                              (int)item.value.len, item.value.ptr);
  }
  return rest;
}

cck_scope_view cck_scope_resolve(const cck_places *places, const cck_scope *scope) {
  cck_scope_view view = {.place_entity = CCK_LEXICON_NONE, .capital_of = CCK_LEXICON_NONE};
  uint32_t party;
  uint32_t capital;
  if (scope->count == 0)
    return view;
  view.place = resolve_name(places, cck_scope_value(scope, "place"), &view.place_entity);
  capital = view.place_entity == CCK_LEXICON_NONE ? cck_intern_find(&places->capitals, view.place) : CCK_INTERN_NONE;
  if (capital != CCK_INTERN_NONE)
    view.capital_of = places->capital_of.items[capital];
  view.counterparty = resolve_name(places, cck_scope_value(scope, "counterparty"), &party);
  view.part_of = cck_utf8_fold(places->arena, cck_scope_value(scope, "part_of"));
  view.per = cck_utf8_fold(places->arena, cck_scope_value(scope, "per"));
  view.rest = rest_of(places->arena, scope);
  return view;
}

/* Does `outer` contain `inner`? */
static bool contains(const cck_lexicon *lexicon, uint32_t outer, const cck_scope_view *inner) {
  uint32_t at = inner->place_entity != CCK_LEXICON_NONE ? inner->place_entity : inner->capital_of;
  for (int i = 0; i < DEEPEST && at != CCK_LEXICON_NONE; i++) {
    if (at == outer)
      return true;
    at = cck_lexicon_entity(lexicon, lexicon->entities.items[at].in);
  }
  return false;
}

static bool places_exclude(const cck_lexicon *lexicon, const cck_scope_view *a, const cck_scope_view *b) {
  if (a->place.len == 0 || b->place.len == 0 || cck_slice_eq(a->place, b->place))
    return false;
  bool a_holds_b = a->place_entity != CCK_LEXICON_NONE && contains(lexicon, a->place_entity, b);
  bool b_holds_a = b->place_entity != CCK_LEXICON_NONE && contains(lexicon, b->place_entity, a);
  return !a_holds_b && !b_holds_a;
}

cck_slice cck_scope_strict_text(const cck_places *places, const cck_scope_view *view) {
  return cck_arena_printf(places->arena, "%.*s;%.*s", (int)view->part_of.len, view->part_of.ptr, (int)view->per.len,
                          view->per.ptr);
}

cck_slice cck_scope_loose_text(const cck_places *places, const cck_scope_view *view) {
  if (view->place.len + view->counterparty.len + view->rest.len == 0)
    return (cck_slice){"", 0};
  return cck_arena_printf(places->arena, "%.*s;%.*s;%.*s", (int)view->place.len, view->place.ptr,
                          (int)view->counterparty.len, view->counterparty.ptr, (int)view->rest.len, view->rest.ptr);
}

bool cck_scope_excludes(const cck_places *places, const cck_scope_view *a, const cck_scope_view *b) {
  bool parties = a->counterparty.len && b->counterparty.len && !cck_slice_eq(a->counterparty, b->counterparty);
  return parties || !cck_slice_eq(a->part_of, b->part_of) || !cck_slice_eq(a->per, b->per) ||
         (a->rest.len && b->rest.len && !cck_slice_eq(a->rest, b->rest)) || places_exclude(places->lexicon, a, b);
}
