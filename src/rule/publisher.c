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

/* The declaration of a publisher's name; NULL when there is none. */
static const cck_source_decl *declared(const cck_rules *rules, cck_slice key) {
  uint32_t number = key.len ? cck_intern_find(&rules->publisher_keys, key) : CCK_INTERN_NONE;
  return number == CCK_INTERN_NONE ? NULL : &rules->sources.items[rules->publisher_of.items[number]];
}

/* Of the host itself, else of the one that it lies below. */
static const cck_source_decl *declared_host(const cck_rules *rules, cck_arena *arena, cck_slice host) {
  cck_slice rest = cck_arena_lower(arena, host);
  while (rest.len && rules->publisher_hosts.texts.count) {
    cck_slice label;
    uint32_t number = cck_intern_find(&rules->publisher_hosts, rest);
    if (number != CCK_INTERN_NONE)
      return &rules->sources.items[rules->host_of.items[number]];
    cck_slice_next(&rest, '.', &label);
  }
  return NULL;
}

/* A name decides before an address. */
static const cck_source_decl *declaration_of(const cck_rules *rules, cck_arena *arena, const cck_source *source) {
  enum { LONGEST_HOST = 253 }; /* of a domain name (RFC 1035) */
  const cck_source_decl *decl = declared(rules, cck_publisher_key(arena, source->publisher));
  cck_slice host = url_host(source->url);
  return decl || host.len > LONGEST_HOST ? decl : declared_host(rules, arena, host);
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
  const cck_source_decl *original = declared(rules, key);
  return original ? original->id : key;
}

int cck_rules_trust(const cck_rules *rules, cck_arena *arena, const cck_source *source) {
  const cck_source_decl *decl = declaration_of(rules, arena, source);
  return decl ? decl->trust : 50;
}
