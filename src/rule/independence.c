#include "rule/independence.h"

#include <stdlib.h>

#include "base/intern.h"
#include "model/sketch.h"

enum { REPRINT_PERCENT = 80, SKETCH_PART = 8, BUCKET_LOOKS = 16 };

/* Where the figures of a source come from: what it copies, else its publisher, else itself. */
static cck_slice origin_key(const cck_rules *rules, cck_arena *arena, const cck_source *source) {
  cck_source copied = {.publisher = source->copies}; /* a name like any other: its aliases hold */
  cck_slice key = source->copies.len ? cck_rules_publisher(rules, arena, &copied) : (cck_slice){NULL, 0};
  if (key.len == 0)
    key = cck_rules_copies(rules, arena, source);
  if (key.len == 0)
    key = cck_rules_publisher(rules, arena, source);
  if (key.len == 0)
    return cck_arena_printf(arena, "\x1f%.*s", (int)source->id.len, source->id.ptr);
  return key;
}

/* One place of a source's sketch. */
typedef struct sketch_part {
  cck_slice text; /* its eight letters, with the place before them in `at` */
  uint32_t at, body;
} sketch_part;

static int by_text(const void *a, const void *b) {
  const sketch_part *x = a;
  const sketch_part *y = b;
  if (x->at != y->at)
    return x->at < y->at ? -1 : 1;
  int order = cck_slice_cmp(x->text, y->text);
  return order ? order : (x->body > y->body) - (x->body < y->body);
}

static uint32_t root_of(uint32_t *parent, uint32_t body) {
  while (parent[body] != body)
    body = parent[body] = parent[parent[body]];
  return body;
}

static cck_day published(const cck_body *body) { return body->source->period.min; }

/* The earlier one of two reprints lends its origin. */
static void join(const cck_body *const *bodies, uint32_t *parent, uint32_t a, uint32_t b) {
  a = root_of(parent, a);
  b = root_of(parent, b);
  bool a_first = published(bodies[a]) < published(bodies[b]) || (published(bodies[a]) == published(bodies[b]) && a < b);
  parent[a_first ? b : a] = a_first ? a : b;
}

/* Near copies share most parts of their sketches, so only neighbours in a bucket of equal parts are looked at. */
static void join_reprints(const cck_body *const *bodies, size_t count, uint32_t *parent, cck_arena *arena) {
  CCK_VEC(sketch_part) parts = {0};
  for (size_t i = 0; i < count; i++) {
    cck_slice sketch = bodies[i]->source->sketch;
    for (size_t at = 0; sketch.len == CCK_SKETCH_SIZE * SKETCH_PART && at < sketch.len; at += SKETCH_PART) {
      sketch_part part = {cck_slice_sub(sketch, at, at + SKETCH_PART), (uint32_t)at, (uint32_t)i};
      CCK_PUSH(arena, &parts, part);
    }
  }
  if (parts.count == 0)
    return;
  qsort(parts.items, parts.count, sizeof *parts.items, by_text);
  for (size_t i = 0; i < parts.count; i++) {
    const sketch_part *part = &parts.items[i];
    for (size_t j = i + 1; j < parts.count && j <= i + BUCKET_LOOKS; j++) {
      const sketch_part *other = &parts.items[j];
      if (other->at != part->at || !cck_slice_eq(other->text, part->text))
        break;
      if (root_of(parent, part->body) != root_of(parent, other->body) &&
          cck_sketch_likeness(bodies[part->body]->source->sketch, bodies[other->body]->source->sketch) >=
              REPRINT_PERCENT)
        join(bodies, parent, part->body, other->body);
    }
  }
}

/* `copies` may name a source by its id too. */
static void join_named_copies(const cck_body *const *bodies, size_t count, uint32_t *parent, cck_arena *arena) {
  cck_intern ids;
  cck_intern_init(&ids, arena);
  for (size_t i = 0; i < count; i++)
    cck_intern_put(&ids, bodies[i]->source->id);
  for (size_t i = 0; i < count && ids.texts.count == count; i++) {
    cck_slice copies = bodies[i]->source->copies;
    uint32_t of = copies.len ? cck_intern_find(&ids, copies) : CCK_INTERN_NONE;
    if (of != CCK_INTERN_NONE && root_of(parent, of) != root_of(parent, (uint32_t)i))
      parent[root_of(parent, (uint32_t)i)] = root_of(parent, of);
  }
}

void cck_origins_init(cck_origins *origins, const cck_rules *rules, const cck_body *const *bodies, size_t count,
                      cck_arena *arena) {
  cck_intern keys;
  cck_intern_init(&keys, arena);
  uint32_t *parent = cck_arena_alloc(arena, count * sizeof *parent);
  uint32_t *own = cck_arena_alloc(arena, count * sizeof *own);
  origins->of = cck_arena_alloc(arena, count * sizeof *origins->of);
  origins->count = count;
  for (size_t i = 0; i < count; i++) {
    parent[i] = (uint32_t)i;
    own[i] = cck_intern_put(&keys, origin_key(rules, arena, bodies[i]->source));
  }
  join_named_copies(bodies, count, parent, arena);
  join_reprints(bodies, count, parent, arena);
  for (size_t i = 0; i < count; i++)
    origins->of[i] = own[root_of(parent, (uint32_t)i)];
}
