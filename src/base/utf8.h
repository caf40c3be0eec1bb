/*
 * UTF-8: checking, counting, folding. The only user of utf8proc. Whole
 * documents are checked, never normalised (normalising runs at 52 MB/s,
 * slower than the rest of the pipeline together): only words that are not
 * ASCII are folded, one at a time.
 */
#ifndef CCK_BASE_UTF8_H
#define CCK_BASE_UTF8_H

#include "base/arena.h"
#include "base/slice.h"

/* Offset of the first byte that is not well-formed UTF-8, or s.len. */
size_t cck_utf8_check(cck_slice s);

/* Bytes of the first code point (1 to 4); 0 when the slice is empty or malformed there. */
size_t cck_utf8_width(cck_slice s);

/*
 * The first code point; U+FFFD when malformed. *width (may be NULL) is its bytes, at least 1
 * unless the slice is empty.
 */
uint32_t cck_utf8_decode(cck_slice s, size_t *width);

/* The code point at *at, which must lie before the end; moves *at past it. Inline: most of a text is ASCII. */
static inline uint32_t cck_utf8_next(cck_slice s, size_t *at) {
  unsigned char c = (unsigned char)s.ptr[*at];
  size_t width = 1;
  uint32_t code = c < 0x80 ? c : cck_utf8_decode((cck_slice){s.ptr + *at, s.len - *at}, &width);
  *at += width;
  return code;
}

bool cck_utf8_is_ascii(cck_slice s);

/* Code points in well-formed text. */
size_t cck_utf8_count(cck_slice s);

/* Columns of a terminal: two for what is wide (Chinese, emoji), none for what combines with the letter before it. */
size_t cck_utf8_columns(cck_slice s);

/* Letter, upper-case letter: of any script. */
bool cck_utf8_is_letter(uint32_t code);
bool cck_utf8_is_upper(uint32_t code);

/* White space that is no ASCII: no-break and typographic spaces, line separators, the byte order mark. */
bool cck_utf8_is_space(uint32_t code);

/* Invisible inside a word: soft hyphen, joiners. Folding drops them. */
bool cck_utf8_is_joiner(uint32_t code);

/*
 * Case-folded, NFKC, with curly apostrophes made straight: the form in which
 * words are compared. An ASCII word is only lower-cased.
 */
cck_slice cck_utf8_fold(cck_arena *arena, cck_slice word);

/* The folded form into `out` without an arena; its length, or 0 when it does not fit into `size` bytes. */
size_t cck_utf8_fold_into(cck_slice word, char *out, size_t size);

/*
 * The hash of the folded form, without building it for ASCII words:
 * cck_slice_hash(cck_utf8_fold(word)).
 */
uint64_t cck_utf8_fold_hash(cck_slice word);

/* True for code points that can drive a terminal or reorder text: C0, C1, DEL, bidi controls, line separators. */
bool cck_utf8_is_control(uint32_t code);

/* Reserved for use inside programs, so no text should have them: U+FFFE, U+FFFF and the like of every plane, U+FDD0..
 */
bool cck_utf8_is_noncharacter(uint32_t code);

#endif
