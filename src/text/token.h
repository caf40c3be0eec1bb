/*
 * Tokens: words, numbers and signs with their place in the document.
 *
 *   "the 5,000-strong 201st MRD's $2.3bn"
 *    the | 5,000 | - | strong | 201 | st | MRD | 's | $ | 2.3 | bn
 *
 * Digits and letters are always apart ("35m" is 35, m; glued: no space before the
 * second). A number token is a run of digits with '.' and ',' between digits,
 * well formed or not. A possessive 's is a token of its own; letters with dots
 * ("U.S.", "p.m.") and words with inner apostrophes ("don't") are one token;
 * hyphens and slashes always split. A URL (http://, https://, www.) is one word
 * token, so that nobody reads numbers out of it. Invisible joiners inside a word
 * (soft hyphen) belong to it. A comment (<!-- ... -->) is white space. Time is linear in the bytes.
 */
#ifndef CCK_TEXT_TOKEN_H
#define CCK_TEXT_TOKEN_H

#include "base/arena.h"
#include "base/slice.h"

typedef enum cck_token_kind {
  CCK_TOKEN_WORD,
  CCK_TOKEN_NUMBER,
  CCK_TOKEN_SIGN /* one code point that is neither letter nor digit; a run of hyphens or of dots is one */
} cck_token_kind;

enum {
  CCK_TOKEN_SPACE = 1,   /* white space stands before it */
  CCK_TOKEN_CAPITAL = 2, /* first letter is upper case */
  CCK_TOKEN_CAPS = 4,    /* all letters are upper case, and it has two or more or is one letter */
  CCK_TOKEN_NEWLINE = 8, /* a line break stands before it */
  CCK_TOKEN_FIRST = 16,  /* first word or number of its sentence, and the signs before it */
  CCK_TOKEN_PAST = 32,   /* a past form: cck_is_past_form; looked for with the stem */
  CCK_TOKEN_PLURAL = 64, /* looks like a plural: cck_is_plural; likewise */
  CCK_TOKEN_DOTTED = 128 /* a word that ends with a dot: "U.S." */
};

enum { CCK_TOKEN_LIMIT = 4096 }; /* bytes; what is longer comes in pieces */

typedef struct cck_token {
  uint32_t start, end; /* bytes in the document's text */
  uint8_t kind;
  uint8_t flags;
  uint16_t never; /* what its word surely does not begin, as bits (cck_word_source); 0 where nobody said */
  uint32_t word;  /* 0: not looked up; else 1 and what the vocabulary's table has for its hash (0: nothing) */
  uint64_t hash;  /* of the folded form (cck_utf8_fold_hash) */
  uint64_t stem;  /* of the stem (cck_stem_hash) for words; equal to hash for the rest */
} cck_token;

typedef CCK_VEC(cck_token) cck_tokens;

struct cck_stems; /* stem.h */

/* Appends the tokens of text[from, to). `known` remembers stems from one call to the next. */
void cck_tokenize_knowing(cck_arena *arena, struct cck_stems *known, cck_slice text, size_t from, size_t to,
                          cck_tokens *out);

/* The same for a text by itself. */
static inline void cck_tokenize(cck_arena *arena, cck_slice text, size_t from, size_t to, cck_tokens *out) {
  cck_tokenize_knowing(arena, NULL, text, from, to, out);
}

/* For who compares hashes only, like the vocabularies: stems are not looked for, and equal the hashes; nor are forms.
 */
void cck_tokenize_plain(cck_arena *arena, cck_slice text, size_t from, size_t to, cck_tokens *out);

/* The token's bytes in the text it was made from, which it cannot leave. */
static inline cck_slice cck_token_text(cck_slice text, const cck_token *token) {
  return (cck_slice){text.ptr + token->start, token->end - token->start};
}

/*
 * Could it be the token that says this literal of ASCII, in capitals or not, by its hash? That of the literal is a
 * constant of the compiler's.
 */
static inline __attribute__((always_inline)) bool cck_token_may_be(const cck_token *token, const char *literal) {
  uint64_t hash = CCK_HASH_BEGIN;
#pragma GCC unroll 16
  for (size_t i = 0; i < strlen(literal); i++)
    hash = cck_hash_byte(hash, cck_to_lower(literal[i]));
  return (uint32_t)token->hash == (uint32_t)cck_hash_end(hash);
}

/*
 * The same of any text: asked in front of comparing the texts, so that nearly every question is one comparison that
 * does not hold. The grammars put some hundred of them to every figure. A literal is of ASCII, or begins with what
 * is none: then its folded form is not known here, and its first byte tells. Always yes to what is no literal.
 */
static inline __attribute__((always_inline)) bool cck_token_may_say(cck_slice text, const cck_token *token,
                                                                    const char *sign) {
  if (!__builtin_constant_p(*sign))
    return true;
  if ((unsigned char)*sign >= 0x80)
    return text.ptr[token->start] == *sign;
  return cck_token_may_be(token, sign);
}

/* Is the token this sign ("-", "$", "--"), or this word as it stands? */
static inline __attribute__((always_inline)) bool cck_token_is(cck_slice text, const cck_token *token,
                                                               const char *sign) {
  return cck_token_may_say(text, token, sign) && cck_slice_is(cck_token_text(text, token), sign);
}

/* Of a sign: is it a hyphen, dash or minus, or "--"? In ASCII, or U+2010 to U+2015 and U+2212. */
bool cck_token_sign_is_dash(cck_slice text, const cck_token *sign);

static inline bool cck_token_is_dash(cck_slice text, const cck_token *token) {
  return token->kind == CCK_TOKEN_SIGN && cck_token_sign_is_dash(text, token);
}

#endif
