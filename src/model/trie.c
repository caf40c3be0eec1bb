#include "model/trie.h"

static uint64_t token_key(const cck_trie *trie, const cck_token *token) {
  return trie->by_stem ? token->stem : token->hash;
}

void cck_trie_init(cck_trie *trie, cck_arena *arena, bool by_stem) {
  *trie = (cck_trie){.arena = arena, .by_stem = by_stem};
  CCK_PUSH(arena, &trie->heads, 0u);
}

/* The edge from a node over a hash, or the free slot where it belongs. There is always a free one. */
static cck_trie_edge *edge_slot(const cck_trie *trie, uint32_t from, uint64_t hash) {
  size_t mask = trie->edge_slots - 1;
  size_t at = (size_t)cck_hash_mix(hash, from) & mask;
  while (trie->edges[at].to && !(trie->edges[at].from == from && trie->edges[at].hash == hash))
    at = (at + 1) & mask;
  return &trie->edges[at];
}

static void grow_edges(cck_trie *trie) {
  cck_trie_edge *old = trie->edges;
  size_t old_slots = trie->edge_slots;
  trie->edge_slots = old_slots ? old_slots * 2 : 64;
  trie->edges = cck_arena_alloc(trie->arena, trie->edge_slots * sizeof *trie->edges);
  for (size_t i = 0; i < old_slots; i++)
    if (old[i].to)
      *edge_slot(trie, old[i].from, old[i].hash) = old[i];
}

/* The node after `from` over the hash, made when it is missing. */
static uint32_t step_or_make(cck_trie *trie, uint32_t from, uint64_t hash) {
  if (trie->edge_count * 2 >= trie->edge_slots)
    grow_edges(trie);
  cck_trie_edge *edge = edge_slot(trie, from, hash);
  if (!edge->to) {
    *edge = (cck_trie_edge){hash, from, (uint32_t)trie->heads.count};
    trie->edge_count++;
    CCK_PUSH(trie->arena, &trie->heads, 0u);
  }
  return edge->to;
}

static uint32_t step(const cck_trie *trie, uint32_t from, const cck_token *token) {
  return trie->edge_slots ? edge_slot(trie, from, token_key(trie, token))->to : 0;
}

void cck_trie_add(cck_trie *trie, cck_slice phrase, uint32_t payload) {
  trie->phrase.count = 0;
  cck_tokenize(trie->arena, phrase, 0, phrase.len, &trie->phrase);
  if (trie->phrase.count == 0)
    return;
  uint32_t node = 0;
  for (size_t i = 0; i < trie->phrase.count; i++)
    node = step_or_make(trie, node, token_key(trie, &trie->phrase.items[i]));
  CCK_PUSH(trie->arena, &trie->entries, ((cck_trie_entry){payload, trie->heads.items[node]}));
  trie->heads.items[node] = (uint32_t)trie->entries.count;
}

static const cck_trie_entry *entry_at(const cck_trie *trie, uint32_t index_plus_one) {
  return index_plus_one ? &trie->entries.items[index_plus_one - 1] : NULL;
}

const cck_trie_entry *cck_trie_next(const cck_trie *trie, const cck_trie_entry *entry) {
  return entry ? entry_at(trie, entry->next) : NULL;
}

void cck_trie_each(const cck_trie *trie, const cck_token *tokens, size_t count,
                   void (*visit)(void *context, size_t length, const cck_trie_entry *entry), void *context) {
  uint32_t node = 0;
  for (size_t i = 0; i < count && (node = step(trie, node, &tokens[i])) != 0; i++) {
    const cck_trie_entry *entry = entry_at(trie, trie->heads.items[node]);
    if (entry)
      visit(context, i + 1, entry);
  }
}

size_t cck_trie_longest(const cck_trie *trie, const cck_token *tokens, size_t count, const cck_trie_entry **entry) {
  size_t longest = 0;
  uint32_t node = 0;
  for (size_t i = 0; i < count && (node = step(trie, node, &tokens[i])) != 0; i++) {
    if (!trie->heads.items[node])
      continue;
    longest = i + 1;
    *entry = entry_at(trie, trie->heads.items[node]);
  }
  return longest;
}
