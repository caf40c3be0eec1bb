#include "text/read/json_ld.h"

#include <jansson.h>
#include <string.h>

#include "text/json_reader.h"

enum { CANDIDATES = 256, AUTHORS = 16 };

/* The script's own objects. */
typedef struct candidates {
  const json_t *items[CANDIDATES];
  size_t count;
} candidates;

static void gather(candidates *all, const json_t *value) {
  size_t i;
  json_t *item;
  const json_t *graph = json_object_get(value, "@graph");
  if (json_is_object(value) && all->count < CANDIDATES)
    all->items[all->count++] = value;
  if (json_is_array(graph))
    value = graph;
  json_array_foreach(value, i, item) {
    if (json_is_object(item) && all->count < CANDIDATES)
      all->items[all->count++] = item;
  }
}

/* NewsArticle, ReportageNewsArticle, BlogPosting, Report: what schema.org calls its creative works of this kind. */
static bool is_article_type(const json_t *type) {
  const char *name = json_string_value(type);
  if (!name)
    return false;
  const char *slash = strrchr(name, '/');
  cck_slice s = cck_slice_of(slash ? slash + 1 : name);
  return cck_slice_ends(s, CCK_S("Article")) || cck_slice_ends(s, CCK_S("Posting")) || cck_slice_is(s, "Report");
}

static bool is_article(const json_t *object) {
  const json_t *type = json_object_get(object, "@type");
  size_t i;
  json_t *item;
  json_array_foreach(type, i, item) {
    if (is_article_type(item))
      return true;
  }
  return is_article_type(type);
}

static cck_slice text_of(cck_arena *arena, const json_t *value) {
  if (!json_is_string(value))
    return (cck_slice){NULL, 0};
  return cck_arena_copy(arena, cck_slice_trim((cck_slice){json_string_value(value), json_string_length(value)}));
}

/* The object that "@id" names, among the script's own; the value itself otherwise. */
static const json_t *resolve(const candidates *all, const json_t *value) {
  const char *id = json_string_value(json_object_get(value, "@id"));
  for (size_t i = 0; id && !json_object_get(value, "name") && i < all->count; i++) {
    const char *other = json_string_value(json_object_get(all->items[i], "@id"));
    if (other && all->items[i] != value && strcmp(id, other) == 0)
      return all->items[i];
  }
  return value;
}

/* A name: a text, or an object with one. */
static cck_slice name_of(cck_arena *arena, const candidates *all, const json_t *value) {
  if (json_is_string(value))
    return text_of(arena, value);
  return text_of(arena, json_object_get(resolve(all, value), "name"));
}

static cck_slice names_of(cck_arena *arena, const candidates *all, const json_t *value) {
  cck_slice names = {NULL, 0};
  if (!json_is_array(value))
    return name_of(arena, all, value);
  for (size_t i = 0; i < json_array_size(value) && i < AUTHORS; i++) {
    cck_slice name = name_of(arena, all, json_array_get(value, i));
    if (name.len)
      names = names.len ? CCK_JOIN(arena, names, CCK_S(", "), name) : name;
  }
  return names;
}

static cck_slice url_of(cck_arena *arena, const json_t *article) {
  cck_slice url = text_of(arena, json_object_get(article, "url"));
  const json_t *page = json_object_get(article, "mainEntityOfPage");
  if (url.len)
    return url;
  return json_is_string(page) ? text_of(arena, page) : text_of(arena, json_object_get(page, "@id"));
}

static void read_article(cck_arena *arena, const candidates *all, const json_t *article, cck_meta *out) {
  out->title = text_of(arena, json_object_get(article, "headline"));
  if (!out->title.len)
    out->title = text_of(arena, json_object_get(article, "name"));
  out->published = text_of(arena, json_object_get(article, "datePublished"));
  out->author = names_of(arena, all, json_object_get(article, "author"));
  out->publisher = names_of(arena, all, json_object_get(article, "publisher"));
  out->url = url_of(arena, article);
}

/* What is said of the page when nothing is said of an article: its day. */
static bool read_page_day(cck_arena *arena, const candidates *all, cck_meta *out) {
  for (size_t i = 0; i < all->count; i++) {
    const char *type = json_string_value(json_object_get(all->items[i], "@type"));
    cck_slice day = text_of(arena, json_object_get(all->items[i], "datePublished"));
    if (!type || !day.len || !cck_slice_ends(cck_slice_of(type), CCK_S("Page")))
      continue;
    *out = (cck_meta){.published = day};
    return true;
  }
  return false;
}

bool cck_json_ld_read(cck_arena *arena, cck_slice json, cck_meta *out) {
  json_error_t error;
  candidates all = {.count = 0};
  if (cck_json_too_deep(json))
    return false;
  json_t *value = json_loadb(json.len ? json.ptr : "", json.len, 0, &error);
  gather(&all, value);
  size_t i = 0;
  while (i < all.count && !is_article(all.items[i]))
    i++;
  bool found = i < all.count;
  if (found)
    read_article(arena, &all, all.items[i], out);
  else
    found = read_page_day(arena, &all, out);
  json_decref(value);
  return found;
}
