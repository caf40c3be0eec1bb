#include "pipeline/keep.h"

static void keep(cck_arena *arena, cck_slice *s) { *s = s->len ? cck_arena_copy(arena, *s) : (cck_slice){NULL, 0}; }

cck_source *cck_keep_source(cck_arena *arena, const cck_source *source) {
  cck_source *copy = CCK_NEW(arena, cck_source);
  *copy = *source;
  cck_slice *fields[] = {&copy->id,      &copy->publisher, &copy->published, &copy->published_from,
                         &copy->title,   &copy->author,    &copy->url,       &copy->copies,
                         &copy->lang,    &copy->path,      &copy->sha256,    &copy->sketch,
                         &copy->lexicon, &copy->extractor, &copy->extra,     &copy->lines};
  for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
    keep(arena, fields[i]);
  return copy;
}

static void keep_lists(cck_arena *arena, cck_claim *copy, const cck_claim *claim) {
  copy->scope = (cck_scope){0};
  for (size_t i = 0; i < claim->scope.count; i++) {
    cck_scope_item item = claim->scope.items[i];
    keep(arena, &item.key);
    keep(arena, &item.value);
    CCK_PUSH(arena, &copy->scope, item);
  }
  copy->links = (cck_links){0};
  for (size_t i = 0; i < claim->links.count; i++) {
    cck_link link = claim->links.items[i];
    keep(arena, &link.role);
    keep(arena, &link.id);
    CCK_PUSH(arena, &copy->links, link);
  }
}

/* The sentence, source and path are the same for neighbours: `last` shares them. */
static void keep_shared(cck_arena *arena, cck_slice *field, cck_slice *last) {
  if (last->ptr && cck_slice_eq(*field, *last)) {
    *field = *last;
    return;
  }
  keep(arena, field);
  *last = *field;
}

cck_claims cck_keep_claims(cck_arena *arena, const cck_claims *claims) {
  cck_claims out = {0};
  cck_slice src = {0}, path = {0}, quote = {0};
  if (claims->count == 0)
    return out;
  out.items = cck_arena_alloc(arena, claims->count * sizeof *out.items);
  out.capacity = claims->count;
  for (size_t i = 0; i < claims->count; i++) {
    cck_claim copy = claims->items[i];
    cck_slice *fields[] = {&copy.id,         &copy.text,      &copy.subject,    &copy.subject_text,
                           &copy.measure,    &copy.noun,      &copy.value.unit, &copy.speaker,
                           &copy.date.event, &copy.date.text, &copy.extra};
    for (size_t f = 0; f < sizeof fields / sizeof fields[0]; f++)
      keep(arena, fields[f]);
    keep_shared(arena, &copy.src, &src);
    keep_shared(arena, &copy.path, &path);
    keep_shared(arena, &copy.quote, &quote);
    keep_lists(arena, &copy, &claims->items[i]);
    out.items[out.count++] = copy;
  }
  return out;
}
