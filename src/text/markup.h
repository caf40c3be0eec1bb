/*
 * The text of a marked-up file in the making: what the readers of HTML, XML and
 * Markdown put together piece by piece, and what becomes the text, the marked
 * paragraphs and the place map of a document.
 *
 *   <h1>Bridge opens</h1><p>It cost <b>$4m</b>.</p>
 *   text    "Bridge opens\n\n\nIt cost $4m."
 *   marks   title 0..12, body 15..27
 *
 * White space within a paragraph becomes one space (a lone space of fixed width
 * stays, since it groups digits), soft hyphens and signs of no width go; a
 * paragraph without ink is none. Lives in the document's arena; a text
 * is never longer than what its pieces come from, save for the signs that stand
 * between paragraphs. Nothing fails.
 */
#ifndef CCK_TEXT_MARKUP_H
#define CCK_TEXT_MARKUP_H

#include "base/buffer.h"
#include "text/document.h"

typedef struct cck_markup {
  cck_arena *arena;
  cck_buffer text; /* on the heap, until cck_markup_fini */
  cck_place_map map;
  cck_marks marks;
  bool open;       /* a paragraph is in the making: ink came, */
  uint32_t start;  /* its first byte */
  cck_slice space; /* what will stand between the last ink and the next; a slice of static text */
} cck_markup;

void cck_markup_init(cck_markup *markup, cck_arena *arena);
void cck_markup_fini(cck_markup *markup);

/*
 * More of the paragraph, which stands byte for byte at `from` in the file; or one sign that stands there in another
 * form (an entity).
 */
void cck_markup_put(cck_markup *markup, cck_slice piece, uint32_t from);

/* White space, at a border that is no paragraph's (a line break, a cell). */
void cck_markup_space(cck_markup *markup);

/* Takes back what the paragraph in the making holds from byte `at` of the text on; some of it stays. */
void cck_markup_cut(cck_markup *markup, uint32_t at);

/* Is there ink in the paragraph in the making? */
bool cck_markup_has_ink(const cck_markup *markup);

/* Ends the paragraph, of that kind. Its index in marks; SIZE_MAX when there was no ink, and no paragraph. */
size_t cck_markup_end(cck_markup *markup, cck_block_kind kind);

/* The paragraphs from `first` on become one, " | " between them: the cells of a table's row. */
void cck_markup_join(cck_markup *markup, size_t first);

/*
 * The paragraphs of another text behind those that are there; `through` maps its places to the file, NULL where they
 * are the file's already. No paragraph may be in the making.
 */
void cck_markup_take(cck_markup *markup, const cck_markup *other, const cck_place_map *through);

/*
 * Makes the document of it, whose places point into `file`: the whole file as UTF-8, not copied. A paragraph that was
 * not ended is lost. The document has no metadata yet.
 */
void cck_markup_finish(cck_markup *markup, cck_slice path, cck_slice file, cck_document *out);

/* The same, of a file that holds many: `whole` is the file as a document, and shares its lines. */
void cck_markup_finish_within(cck_markup *markup, const cck_document *whole, cck_document *out);

#endif
