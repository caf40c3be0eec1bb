#include "text/sentences.h"

#include <string.h>

#include "base/utf8.h"

enum { TITLE = 1, NUMBER = 2, END = 4, STARTER = 8 };

static const struct row {
  cck_slice word; /* folded */
  uint32_t kind;
} ROWS[] = {
#define CCK_ABBREVIATION(word, kind) {{word, sizeof(word) - 1}, kind},
#define CCK_STARTER(word) {{word, sizeof(word) - 1}, STARTER},
#include "text/abbreviations.def"
#undef CCK_ABBREVIATION
#undef CCK_STARTER
};

enum { ROW_COUNT = sizeof ROWS / sizeof *ROWS };

const cck_hash_table *cck_abbreviations_new(cck_arena *arena) {
  cck_hash_table *table = CCK_NEW(arena, cck_hash_table);
  cck_hash_table_reserve(arena, table, ROW_COUNT);
  for (size_t i = 0; i < ROW_COUNT; i++)
    *cck_hash_table_put(arena, table, cck_slice_hash(ROWS[i].word)) |= ROWS[i].kind;
  return table;
}

/* The tokens of one block. */
typedef struct splitter {
  cck_document *doc;
  const cck_hash_table *words;
  size_t past;
  bool caseless; /* no capital in the block: small letters tell nothing */
} splitter;

static const cck_token *token_at(const splitter *s, size_t i) { return i < s->past ? &s->doc->tokens.items[i] : NULL; }

static inline __attribute__((always_inline)) bool is_sign(const splitter *s, size_t i, const char *sign) {
  const cck_token *t = token_at(s, i);
  return t && t->kind == CCK_TOKEN_SIGN && cck_token_is(s->doc->text, t, sign);
}

static bool is_glued(const splitter *s, size_t i) {
  const cck_token *t = token_at(s, i);
  return t && !(t->flags & CCK_TOKEN_SPACE);
}

/* Is the token a sign out of a list of single code points? */
static inline bool is_one_of(const splitter *s, size_t i, const char *signs) {
  const cck_token *t = token_at(s, i);
  if (!t || t->kind != CCK_TOKEN_SIGN)
    return false;
  cck_slice sign = cck_token_text(s->doc->text, t);
  return cck_slice_find(cck_slice_of(signs), sign, 0) != SIZE_MAX;
}

static bool is_capital(const splitter *s, const cck_token *t) {
  return (t->flags & CCK_TOKEN_CAPITAL) || (s->caseless && t->kind == CCK_TOKEN_WORD);
}

static uint32_t kinds_of(const splitter *s, const cck_token *t) {
  cck_slice text = cck_token_text(s->doc->text, t);
  if (!cck_slice_ends(text, CCK_S(".")))
    return cck_hash_table_find(s->words, t->hash);
  return cck_hash_table_find(s->words, cck_utf8_fold_hash(cck_slice_sub(text, 0, text.len - 1)));
}

/* Past the quotes and brackets that close behind a stop. */
static size_t skip_closers(const splitter *s, size_t i) {
  for (;;) {
    bool glued = is_glued(s, i) && is_one_of(s, i, "\"')]}?!.\u201d\u2019\u00bb\u2026");
    bool spaced = is_sign(s, i, "'") && is_sign(s, i + 1, "'") && is_glued(s, i + 1) && !is_glued(s, i + 2);
    bool curly = is_one_of(s, i, "\u201d\u00bb");
    if (!glued && !spaced && !curly)
      return i;
    i += glued || curly ? 1 : 2;
  }
}

/* Past the quotes, brackets and dashes that open a sentence; a few are enough. */
static size_t skip_openers(const splitter *s, size_t i) {
  enum { MOST = 6 };
  for (size_t end = i + MOST; i < end; i++)
    if (!is_one_of(s, i, "\"'`([{\u201c\u2018\u00ab\u201e*\u2022") &&
        !(token_at(s, i) && cck_token_is_dash(s->doc->text, token_at(s, i))))
      break;
  return i;
}

/* The word before a stop: does the stop belong to it, seen that `next` follows? */
static bool is_abbreviated(const splitter *s, size_t word, size_t start, const cck_token *next) {
  const cck_token *t = token_at(s, word);
  size_t length = t->end - t->start;
  bool starter = is_capital(s, next) && (cck_hash_table_find(s->words, next->hash) & STARTER);
  bool dotted = t->kind == CCK_TOKEN_WORD && memchr(s->doc->text.ptr + t->start, '.', length);
  if (t->kind == CCK_TOKEN_NUMBER) /* "2. The second point" */
    return skip_openers(s, start) == word && length <= 3 && !dotted;
  if (t->kind != CCK_TOKEN_WORD)
    return false;
  uint32_t kinds = kinds_of(s, t);
  if (kinds & TITLE)
    return true;
  if ((kinds & NUMBER) && next->kind == CCK_TOKEN_NUMBER)
    return true;
  bool initial = length == 1 && (t->flags & CCK_TOKEN_CAPITAL) && next->kind == CCK_TOKEN_WORD;
  return ((kinds & END) || dotted || initial) && !starter;
}

/* "said.The": a stop between a small and a capital letter that lacks its space. */
static bool lacks_space(const splitter *s, size_t stop, const cck_token *next) {
  const cck_token *before = stop > 0 ? token_at(s, stop - 1) : NULL;
  return before && before->kind == CCK_TOKEN_WORD && !(before->flags & CCK_TOKEN_CAPITAL) &&
         before->end - before->start > 1 && next->kind == CCK_TOKEN_WORD &&
         (next->flags & (CCK_TOKEN_CAPITAL | CCK_TOKEN_CAPS)) == CCK_TOKEN_CAPITAL && !s->caseless;
}

/* Does a sentence that began at `start` end with the stop at `i`, behind which `past` comes? */
static bool ends_sentence(const splitter *s, size_t start, size_t i, size_t past) {
  const cck_token *stop = token_at(s, i);
  size_t opened = skip_openers(s, past);
  const cck_token *next = token_at(s, opened);
  if (past >= s->past || !next)
    return true;
  if (next->kind == CCK_TOKEN_WORD && !is_capital(s, next))
    return false;
  if (is_glued(s, past))
    return past == i + 1 && is_sign(s, i, ".") && lacks_space(s, i, next);
  if (stop->kind == CCK_TOKEN_WORD)
    return !is_abbreviated(s, i, start, next);
  if (is_one_of(s, i, "?!\u3002"))
    return true;
  if (!is_sign(s, i, ".")) /* an ellipsis */
    return is_capital(s, next);
  return i == start || !is_abbreviated(s, i - 1, start, next);
}

static bool is_stop(const splitter *s, size_t i) {
  const cck_token *t = token_at(s, i);
  if (t->kind != CCK_TOKEN_SIGN)
    return t->flags & CCK_TOKEN_DOTTED;
  char last = s->doc->text.ptr[t->end - 1];
  return last == '.' || last == '?' || last == '!' || is_one_of(s, i, "\u2026\u3002");
}

static void push_sentence(splitter *s, uint32_t block, size_t first, size_t past) {
  cck_document *doc = s->doc;
  cck_sentence sentence = {doc->tokens.items[first].start,
                           doc->tokens.items[past - 1].end,
                           (uint32_t)first,
                           (uint32_t)past,
                           block,
                           UINT16_MAX};
  for (size_t i = first; i < past; i++)
    sentence.never &= doc->tokens.items[i].never;
  for (size_t i = first; i < past; i++) {
    doc->tokens.items[i].flags |= CCK_TOKEN_FIRST;
    if (doc->tokens.items[i].kind != CCK_TOKEN_SIGN)
      break;
  }
  CCK_PUSH(doc->arena, &doc->sentences, sentence);
}

/* Would the tokens first..past be more than a sentence may be? */
static bool is_over(const splitter *s, size_t first, size_t past) {
  const cck_token *tokens = s->doc->tokens.items;
  return past - first > CCK_SENTENCE_TOKENS || tokens[past - 1].end - tokens[first].start > CCK_SENTENCE_LIMIT;
}

/* One sentence, in pieces when it is over a limit. */
static void push_cut(splitter *s, uint32_t block, size_t first, size_t past) {
  bool over = is_over(s, first, past);
  s->doc->cut_sentences += over;
  for (size_t i = first + 1; over && i < past; i++) {
    if (!is_over(s, first, i + 1))
      continue;
    push_sentence(s, block, first, i);
    first = i;
  }
  push_sentence(s, block, first, past);
}

static bool has_capital(const splitter *s, size_t first) {
  for (size_t i = first; i < s->past; i++)
    if (token_at(s, i)->flags & CCK_TOKEN_CAPITAL)
      return true;
  return false;
}

void cck_sentences_cut(cck_document *doc, uint32_t block, const cck_hash_table *abbreviations, cck_stems *known) {
  cck_block *b = &doc->blocks.items[block];
  size_t start = doc->tokens.count;
  b->first = (uint32_t)doc->sentences.count;
  cck_tokenize_knowing(doc->arena, known, doc->text, b->start, b->end, &doc->tokens);
  splitter s = {doc, abbreviations, doc->tokens.count, false};
  s.caseless = !has_capital(&s, start);
  for (size_t i = start; i < s.past; i++) {
    if (i > start && is_sign(&s, i, "\u2022")) { /* a list on one line */
      push_cut(&s, block, start, i);
      start = i;
    }
    if (!is_stop(&s, i))
      continue;
    size_t past = skip_closers(&s, i + 1);
    bool ends = ends_sentence(&s, start, i, past);
    i = past - 1;
    if (!ends)
      continue;
    push_cut(&s, block, start, past);
    start = past;
  }
  if (start < s.past)
    push_cut(&s, block, start, s.past);
  b->past = (uint32_t)doc->sentences.count;
}
