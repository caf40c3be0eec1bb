#include "model/trie.h"

#include "base/utf8.h"

static uint64_t token_key(const cck_trie *trie, const cck_token *token) {
  return trie->by_stem ? token->stem : token->hash;
}

void cck_trie_init(cck_trie *trie, cck_arena *arena, bool by_stem) {
  *trie = (cck_trie){.arena = arena, .by_stem = by_stem};
  CCK_PUSH(arena, &trie->heads, 0u);
}

/* An edge as the key of the table. */
static uint64_t edge(uint32_t from, uint64_t hash) { return cck_hash_mix(hash, from); }

static uint64_t *step_bits(cck_trie *trie, uint64_t edge) { return &trie->steps[edge / 64 % CCK_TRIE_STEPS]; }

/* The node after `from` over the hash, made when it is missing. */
static uint32_t step_or_make(cck_trie *trie, uint32_t from, uint64_t hash) {
  uint64_t key = edge(from, hash);
  uint32_t *to = cck_hash_table_put(trie->arena, &trie->edges, key);
  *step_bits(trie, key) |= UINT64_C(1) << key % 64;
  if (!*to) {
    *to = (uint32_t)trie->heads.count;
    CCK_PUSH(trie->arena, &trie->heads, 0u);
  }
  return *to;
}

static uint32_t step(const cck_trie *trie, uint32_t from, const cck_token *token) {
  uint64_t key = edge(from, token_key(trie, token));
  bool may = trie->steps[key / 64 % CCK_TRIE_STEPS] >> key % 64 & 1;
  return may ? cck_hash_table_find(&trie->edges, key) : 0;
}

/* Letters and single spaces, as most phrases are: their words need no tokenizer. */
static bool is_simple(cck_slice phrase) {
  bool letter = false;
  for (size_t i = 0; i < phrase.len; i++) {
    bool before = letter;
    letter = cck_is_alpha(phrase.ptr[i]);
    if (!letter && (!before || phrase.ptr[i] != ' '))
      return false;
  }
  return letter;
}

static uint32_t walk(cck_trie *trie, uint32_t node, uint64_t key) {
  if (node == 0)
    trie->firsts[key / 64 % CCK_TRIE_FIRSTS] |= UINT64_C(1) << key % 64;
  return step_or_make(trie, node, key);
}

static void put_payload(cck_trie *trie, uint32_t node, uint32_t payload) {
  CCK_PUSH(trie->arena, &trie->entries, ((cck_trie_entry){payload, trie->heads.items[node]}));
  trie->heads.items[node] = (uint32_t)trie->entries.count;
}

void cck_trie_add(cck_trie *trie, cck_slice phrase, uint32_t payload) {
  trie->phrase.count = 0;
  if (trie->by_stem)
    cck_tokenize(trie->arena, phrase, 0, phrase.len, &trie->phrase);
  else
    cck_tokenize_plain(trie->arena, phrase, 0, phrase.len, &trie->phrase);
  uint32_t node = 0;
  for (size_t i = 0; i < trie->phrase.count; i++)
    node = walk(trie, node, token_key(trie, &trie->phrase.items[i]));
  if (node)
    put_payload(trie, node, payload);
}

void cck_trie_add_fast(cck_trie *trie, cck_slice phrase, uint32_t payload) {
  if (trie->by_stem || !is_simple(phrase)) {
    cck_trie_add(trie, phrase, payload);
    return;
  }
  uint32_t node = 0;
  for (cck_slice word; cck_slice_next(&phrase, ' ', &word);)
    node = walk(trie, node, cck_utf8_fold_hash(word));
  put_payload(trie, node, payload);
}

static const cck_trie_entry *entry_at(const cck_trie *trie, uint32_t index_plus_one) {
  return index_plus_one ? &trie->entries.items[index_plus_one - 1] : NULL;
}

const cck_trie_entry *cck_trie_next(const cck_trie *trie, const cck_trie_entry *entry) {
  return entry ? entry_at(trie, entry->next) : NULL;
}

bool cck_trie_begins(const cck_trie *trie, const cck_token *token) {
  return cck_trie_may_begin(trie, token) && step(trie, 0, token) != 0;
}

void cck_trie_each(const cck_trie *trie, const cck_token *tokens, size_t count,
                   void (*visit)(void *context, size_t length, const cck_trie_entry *entry), void *context) {
  uint32_t node = 0;
  if (count == 0 || !cck_trie_may_begin(trie, &tokens[0]))
    return;
  for (size_t i = 0; i < count && (node = step(trie, node, &tokens[i])) != 0; i++) {
    const cck_trie_entry *entry = entry_at(trie, trie->heads.items[node]);
    if (entry)
      visit(context, i + 1, entry);
  }
}

size_t cck_trie_longest(const cck_trie *trie, const cck_token *tokens, size_t count, const cck_trie_entry **entry) {
  size_t longest = 0;
  uint32_t node = 0;
  if (count == 0 || !cck_trie_may_begin(trie, &tokens[0]))
    return 0;
  for (size_t i = 0; i < count && (node = step(trie, node, &tokens[i])) != 0; i++) {
    if (!trie->heads.items[node])
      continue;
    longest = i + 1;
    *entry = entry_at(trie, trie->heads.items[node]);
  }
  return longest;
}
