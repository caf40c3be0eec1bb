/* Who published a source, under the `source` declarations. */
#include "model/claim.h"
#include "rule/rule.h"

/* "https://user@www.example.org:80/a" -> "www.example.org" */
static cck_slice url_host(cck_slice url) {
  size_t start = cck_slice_find(url, CCK_S("://"), 0);
  if (start == SIZE_MAX)
    return (cck_slice){NULL, 0};
  cck_slice host = cck_slice_sub(url, start + 3, url.len);
  for (size_t i = 0; i < host.len; i++)
    if (host.ptr[i] == '/' || host.ptr[i] == '?' || host.ptr[i] == '#')
      host.len = i;
  size_t at = cck_slice_find(host, CCK_S("@"), 0);
  if (at != SIZE_MAX)
    host = cck_slice_sub(host, at + 1, host.len);
  size_t colon = cck_slice_find(host, CCK_S(":"), 0);
  return colon == SIZE_MAX ? host : cck_slice_sub(host, 0, colon);
}

/* The host itself or one below it. */
static bool host_matches(cck_slice host, cck_slice match) {
  if (host.len < match.len || match.len == 0)
    return false;
  size_t before = host.len - match.len;
  return cck_slice_eq_nocase(cck_slice_sub(host, before, host.len), match) &&
         (before == 0 || host.ptr[before - 1] == '.');
}

static bool has_key(cck_arena *arena, const cck_slices *names, cck_slice key) {
  for (size_t i = 0; i < names->count; i++)
    if (cck_slice_eq(cck_publisher_key(arena, names->items[i]), key))
      return true;
  return false;
}

/* The declaration of a publisher's name; NULL when there is none. */
static const cck_source_decl *declared(const cck_rules *rules, cck_arena *arena, cck_slice key) {
  for (size_t i = 0; key.len && i < rules->sources.count; i++) {
    const cck_source_decl *decl = &rules->sources.items[i];
    if (cck_slice_eq(decl->id, key) || has_key(arena, &decl->aliases, key) || has_key(arena, &decl->match, key))
      return decl;
  }
  return NULL;
}

/* A name decides before an address. */
static const cck_source_decl *declaration_of(const cck_rules *rules, cck_arena *arena, const cck_source *source) {
  const cck_source_decl *decl = declared(rules, arena, cck_publisher_key(arena, source->publisher));
  cck_slice host = url_host(source->url);
  for (size_t i = 0; !decl && host.len && i < rules->sources.count; i++)
    for (size_t m = 0; !decl && m < rules->sources.items[i].match.count; m++)
      if (host_matches(host, rules->sources.items[i].match.items[m]))
        decl = &rules->sources.items[i];
  return decl;
}

cck_slice cck_rules_publisher(const cck_rules *rules, cck_arena *arena, const cck_source *source) {
  const cck_source_decl *decl = declaration_of(rules, arena, source);
  return decl ? decl->id : cck_publisher_key(arena, source->publisher);
}

cck_slice cck_rules_copies(const cck_rules *rules, cck_arena *arena, const cck_source *source) {
  const cck_source_decl *decl = declaration_of(rules, arena, source);
  if (!decl || decl->copies.len == 0)
    return (cck_slice){NULL, 0};
  cck_slice key = cck_publisher_key(arena, decl->copies);
  const cck_source_decl *original = declared(rules, arena, key);
  return original ? original->id : key;
}

int cck_rules_trust(const cck_rules *rules, cck_arena *arena, const cck_source *source) {
  const cck_source_decl *decl = declaration_of(rules, arena, source);
  return decl ? decl->trust : 50;
}
