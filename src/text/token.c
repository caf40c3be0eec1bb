#include "text/token.h"

#include "base/utf8.h"
#include "text/stem.h"

/* Where the tokenizer stands: text[at, to) is still to be read. */
typedef struct scanner {
  cck_slice text;
  size_t at, to;
  bool no_comment; /* no "-->" ahead: not to be looked for again */
} scanner;

static char byte_at(const scanner *s, size_t at) { return at < s->to ? s->text.ptr[at] : '\0'; }

/* The code point at a place and its width; 0 and 0 at the end. */
static uint32_t code_at(const scanner *s, size_t at, size_t *width) {
  if (at >= s->to) {
    *width = 0;
    return 0;
  }
  unsigned char c = (unsigned char)s->text.ptr[at];
  if (c < 0x80) {
    *width = 1;
    return c;
  }
  return cck_utf8_decode(cck_slice_sub(s->text, at, s->to), width);
}

static bool is_letter(uint32_t code) { return code < 0x80 ? cck_is_alpha((char)code) : cck_utf8_is_letter(code); }

static bool is_space(uint32_t code) { return code < 0x80 ? cck_is_space((char)code) : cck_utf8_is_space(code); }

static bool is_apostrophe(uint32_t code) { return code == '\'' || code == 0x2019; }

static bool letter_at(const scanner *s, size_t at, size_t *width) {
  uint32_t code = code_at(s, at, width);
  return *width > 0 && is_letter(code);
}

/* The end of a comment "<!-- ... -->" that begins here, or 0. */
static size_t comment_end(scanner *s) {
  cck_slice rest = cck_slice_sub(s->text, 0, s->to);
  if (s->no_comment || !cck_slice_starts(cck_slice_sub(rest, s->at, s->to), CCK_S("<!--")))
    return 0;
  size_t end = cck_slice_find(rest, CCK_S("-->"), s->at + 4);
  s->no_comment = end == SIZE_MAX;
  return s->no_comment ? 0 : end + 3;
}

/* A byte of ink at which no comment can begin: nearly all that stands before and behind a single space. */
static bool is_plain_ink(char c) { return c > ' ' && c < 0x7f && c != '<'; }

/* Past the white space and comments at `at`; the flags that it gives to the next token. */
static uint8_t skip_space(scanner *s) {
  uint8_t flags = 0;
  if (is_plain_ink(byte_at(s, s->at)))
    return 0;
  if (byte_at(s, s->at) == ' ' && is_plain_ink(byte_at(s, s->at + 1))) {
    s->at++;
    return CCK_TOKEN_SPACE;
  }
  for (;;) {
    size_t width;
    uint32_t code = code_at(s, s->at, &width);
    size_t comment = code == '<' ? comment_end(s) : 0;
    if (width == 0 || (!comment && !is_space(code)))
      return flags;
    flags |= CCK_TOKEN_SPACE;
    if (code == '\n' || code == '\r')
      flags |= CCK_TOKEN_NEWLINE;
    s->at = comment ? comment : s->at + width;
  }
}

/* The end of a run of letters; soft hyphens and joiners only between letters. */
static size_t letters_end(const scanner *s, size_t at) {
  size_t end = at;
  for (;;) {
    for (; at < s->to && cck_is_alpha(s->text.ptr[at]); end = at)
      at++;
    if (at >= s->to || (unsigned char)s->text.ptr[at] < 0x80)
      return end;
    size_t width;
    uint32_t code = code_at(s, at, &width);
    bool letter = width > 0 && is_letter(code);
    if (!letter && !(width > 0 && cck_utf8_is_joiner(code)))
      return end;
    at += width;
    if (letter)
      end = at;
  }
}

/*
 * "U.S.", "p.m.", "D.C": single letters with dots between; the end of it, or 0.
 * `one` is the end of the first letter.
 */
static size_t dotted_end(const scanner *s, size_t one) {
  size_t end = 0;
  size_t at = one;
  size_t width;
  while (byte_at(s, at) == '.' && letter_at(s, at + 1, &width)) {
    size_t next = at + 1 + width;
    if (letter_at(s, next, &width))
      break;
    at = end = next;
  }
  return end && byte_at(s, end) == '.' ? end + 1 : end;
}

/* 's with no letter behind it: the end of it, or 0. */
static size_t possessive_end(const scanner *s, size_t at) {
  size_t width;
  if (!is_apostrophe(code_at(s, at, &width)) || width == 0)
    return 0;
  char c = byte_at(s, at + width);
  size_t end = at + width + 1;
  if ((c != 's' && c != 'S') || letter_at(s, end, &width) || cck_is_digit(byte_at(s, end)))
    return 0;
  return end;
}

/* "don't", "O'Neill": letters that go on behind an apostrophe. */
static size_t word_end(const scanner *s, size_t at) {
  size_t width;
  letter_at(s, at, &width);
  size_t end = letters_end(s, at);
  if (end == at + width) {
    size_t dotted = dotted_end(s, end);
    if (dotted)
      return dotted;
  }
  while (is_apostrophe(code_at(s, end, &width)) && width > 0 && !possessive_end(s, end)) {
    size_t next;
    if (!letter_at(s, end + width, &next))
      break;
    end = letters_end(s, end + width);
  }
  return end;
}

static size_t number_end(const scanner *s, size_t at) {
  while (cck_is_digit(byte_at(s, at)) ||
         ((byte_at(s, at) == ',' || byte_at(s, at) == '.') && cck_is_digit(byte_at(s, at + 1))))
    at++;
  return at;
}

static bool starts_url(const scanner *s, size_t at) {
  char c = cck_to_lower(byte_at(s, at));
  char second = cck_to_lower(byte_at(s, at + 1));
  if (!(c == 'h' && second == 't') && !(c == 'w' && second == 'w'))
    return false;
  cck_slice rest = cck_slice_sub(s->text, at, s->to);
  return cck_slice_eq_nocase(cck_slice_sub(rest, 0, 7), CCK_S("http://")) ||
         cck_slice_eq_nocase(cck_slice_sub(rest, 0, 8), CCK_S("https://")) ||
         cck_slice_eq_nocase(cck_slice_sub(rest, 0, 4), CCK_S("www."));
}

static bool ends_url(uint32_t code) {
  return is_space(code) || code == '<' || code == '>' || code == '"' || code == 0x201d || code == 0xbb;
}

/* Up to white space or a quote, without the punctuation of the sentence around it. */
static size_t url_end(const scanner *s, size_t from) {
  size_t end = from;
  size_t width;
  for (uint32_t code = code_at(s, end, &width); width > 0 && !ends_url(code); code = code_at(s, end, &width))
    end += width;
  while (end > from + 4) {
    char c = s->text.ptr[end - 1];
    if (c != '.' && c != ',' && c != ';' && c != ':' && c != ')' && c != ']' && c != '\'' && c != '!' && c != '?')
      break;
    end--;
  }
  return end;
}

static size_t sign_end(const scanner *s, size_t at, size_t width) {
  char c = byte_at(s, at);
  size_t end = at + width;
  if (c == '-' || c == '.')
    while (byte_at(s, end) == c)
      end++;
  return end;
}

/* CAPITAL and CAPS of a word. */
static uint8_t case_flags(cck_slice word) {
  uint8_t flags = 0;
  bool all = true;
  bool first = true;
  for (size_t i = 0; i < word.len && (first || all);) { /* the first letters tell it of most words */
    uint32_t code = cck_utf8_next(word, &i);
    bool upper = code < 0x80 ? cck_is_upper((char)code) : cck_utf8_is_upper(code);
    if (is_letter(code)) {
      if (first && upper)
        flags |= CCK_TOKEN_CAPITAL;
      all = all && upper;
      first = false;
    }
  }
  return all && !first ? flags | CCK_TOKEN_CAPS : flags;
}

/* How far a token that begins here may go: whole code points within the limit. */
static size_t token_limit(const scanner *s) {
  if (s->to - s->at <= CCK_TOKEN_LIMIT)
    return s->to;
  size_t end = s->at + CCK_TOKEN_LIMIT;
  while (((unsigned char)s->text.ptr[end] & 0xc0) == 0x80)
    end--;
  return end;
}

/* Any token; most words and numbers do not come here. */
static void scan_any(scanner *s, cck_token *token) {
  size_t width;
  uint32_t code = code_at(s, s->at, &width);
  size_t start = s->at;
  size_t possessive = start > 0 && !(token->flags & CCK_TOKEN_SPACE) ? possessive_end(s, start) : 0;
  bool url = false;
  if (cck_is_digit(byte_at(s, start))) {
    token->kind = CCK_TOKEN_NUMBER;
    s->at = number_end(s, start);
  } else if (possessive) {
    token->kind = CCK_TOKEN_WORD;
    s->at = possessive;
  } else if (is_letter(code)) {
    token->kind = CCK_TOKEN_WORD;
    url = starts_url(s, start);
    s->at = url ? url_end(s, start) : word_end(s, start);
  } else {
    token->kind = CCK_TOKEN_SIGN;
    s->at = sign_end(s, start, width);
  }
  cck_slice word = cck_slice_sub(s->text, start, s->at);
  bool inflects = token->kind == CCK_TOKEN_WORD && !url && !possessive;
  if (token->kind == CCK_TOKEN_WORD && cck_slice_ends(word, CCK_S(".")))
    token->flags |= CCK_TOKEN_DOTTED;
  if (inflects)
    token->flags |= case_flags(word);
  token->hash = cck_utf8_fold_hash(word);
}

/* Any token, of which no more than the limit is taken. */
static void scan_limited(scanner *s, cck_token *token) {
  size_t whole = s->to;
  s->to = token_limit(s);
  scan_any(s, token);
  s->to = whole;
}

/*
 * A word of ASCII letters alone, hashed while its end is looked for. False, with nothing
 * done, for what needs a closer look: an apostrophe, a foreign letter, "U.S.", a URL.
 */
static bool scan_plain_word(scanner *s, cck_token *token) {
  const char *text = s->text.ptr;
  size_t start = s->at;
  size_t limit = s->to - start < CCK_STEM_LONGEST ? s->to : start + CCK_STEM_LONGEST;
  size_t at = start;
  uint64_t hash = CCK_HASH_BEGIN;
  char bits = 0; /* of all letters: a small one has 0x20 */
  for (; at < limit && cck_is_alpha(text[at]); at++) {
    bits |= text[at];
    hash = cck_hash_byte(hash, text[at] | 0x20);
  }
  char behind = byte_at(s, at);
  if (at == start || (unsigned char)behind >= 0x80 || behind == '\'' || cck_is_alpha(behind))
    return false;
  if ((behind == '.' || behind == ':') && (at == start + 1 || starts_url(s, start)))
    return false;
  token->kind = CCK_TOKEN_WORD;
  token->flags |= cck_is_upper(text[start]) ? CCK_TOKEN_CAPITAL : 0;
  token->flags |= bits & 0x20 ? 0 : CCK_TOKEN_CAPS;
  token->hash = cck_hash_end(hash);
  s->at = at;
  return true;
}

/* A sign of one byte, whatever stands around it; an apostrophe may belong to a word. */
static bool scan_plain_sign(scanner *s, cck_token *token) {
  char c = s->text.ptr[s->at];
  bool run = (c == '-' || c == '.') && byte_at(s, s->at + 1) == c;
  if (!is_plain_ink(c) || cck_is_alpha(c) || cck_is_digit(c) || c == '\'' || run)
    return false;
  token->kind = CCK_TOKEN_SIGN;
  token->hash = cck_hash_end(cck_hash_byte(CCK_HASH_BEGIN, c));
  s->at++;
  return true;
}

/* A number that is not too long for a token. */
static bool scan_plain_number(scanner *s, cck_token *token) {
  size_t end = number_end(s, s->at);
  if (end == s->at || end - s->at > CCK_TOKEN_LIMIT)
    return false;
  token->kind = CCK_TOKEN_NUMBER;
  token->hash = cck_slice_hash(cck_slice_sub(s->text, s->at, end));
  s->at = end;
  return true;
}

/*
 * What is known of the words by their hashes: a pass of its own, in which no look-up waits for the end of the word
 * before it to be found. A sign, a URL, a possessive is its own stem: no letters alone.
 */
static void look_up(cck_stems *known, cck_slice text, cck_tokens *tokens, size_t first) {
  for (size_t i = first; i < tokens->count; i++) {
    cck_token *token = &tokens->items[i];
    if (token->kind == CCK_TOKEN_NUMBER) { /* hardly ever met before */
      token->stem = token->hash;
      token->word = cck_stem_number(known, token->hash);
      token->never = cck_stem_never(known, token);
      continue;
    }
    cck_stem stem = cck_stem_known(known, cck_token_text(text, token), token->hash);
    token->stem = stem.stem;
    token->word = stem.word;
    token->flags |= (uint8_t)stem.flags;
    token->never = stem.never;
  }
}

/* Each token is filled in its place: to make it elsewhere and copy it costs a wait for every one. */
static void scan_all(scanner *s, cck_arena *arena, const cck_stems *known, cck_tokens *out) {
  for (;;) {
    uint8_t flags = skip_space(s);
    if (s->at >= s->to)
      return;
    out->items = cck_vec_room(arena, out->items, out->count, &out->capacity, sizeof *out->items);
    cck_token *token = &out->items[out->count++];
    *token = (cck_token){.start = (uint32_t)s->at, .flags = flags};
    bool digit = cck_is_digit(s->text.ptr[s->at]);
    if (!(digit ? scan_plain_number(s, token) : scan_plain_word(s, token) || scan_plain_sign(s, token)))
      scan_limited(s, token);
    token->end = (uint32_t)s->at;
    if (known)
      __builtin_prefetch(cck_stem_slot(known, token->hash)); /* it is asked for when all are scanned */
  }
}

void cck_tokenize_knowing(cck_arena *arena, cck_stems *known, cck_slice text, size_t from, size_t to, cck_tokens *out) {
  scanner s = {.text = text, .at = from, .to = to < text.len ? to : text.len};
  size_t first = out->count;
  scan_all(&s, arena, known, out);
  look_up(known, text, out, first);
}

void cck_tokenize_plain(cck_arena *arena, cck_slice text, size_t from, size_t to, cck_tokens *out) {
  scanner s = {.text = text, .at = from, .to = to < text.len ? to : text.len};
  size_t first = out->count;
  scan_all(&s, arena, NULL, out);
  for (size_t i = first; i < out->count; i++)
    out->items[i].stem = out->items[i].hash;
}

/* Hyphens and dashes U+2010 to U+2015 and the minus U+2212. */
bool cck_token_sign_is_dash(cck_slice text, const cck_token *token) {
  const unsigned char *sign = (const unsigned char *)text.ptr + token->start;
  uint32_t length = token->end - token->start;
  if (length != 3 || sign[0] != 0xe2)
    return length > 0 && sign[0] == '-';
  return (sign[1] == 0x80 && sign[2] >= 0x90 && sign[2] <= 0x95) || (sign[1] == 0x88 && sign[2] == 0x92);
}
