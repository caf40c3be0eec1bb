/*
 * A part of an XML file that is a text with marks of its own: the title and the
 * body of an entry of a feed, of a news item. Whatever its form in the file, it is
 * gathered as HTML, and its paragraphs go where they belong in the document.
 *
 *   file      <content>&lt;p&gt;Rock &amp;amp; roll&lt;/p&gt;</content>
 *   gathered  <p>Rock &amp; roll</p>          with the place of each byte in the file
 *   markup    Rock & roll
 *
 * Unlike a page such a part holds the article alone, so there is nothing to look for; what its tags call furniture,
 * and paragraphs of links, are left out.
 */
#ifndef CCK_TEXT_READ_FRAGMENT_H
#define CCK_TEXT_READ_FRAGMENT_H

#include "text/markup.h"
#include "text/read/xml.h"

typedef struct cck_fragment {
  cck_buffer html;   /* on the heap */
  cck_place_map map; /* in the arena that all calls name */
} cck_fragment;

void cck_fragment_fini(cck_fragment *fragment);
void cck_fragment_clear(cck_fragment *fragment);
void cck_fragment_swap(cck_fragment *a, cck_fragment *b);

/* More of it, as it stands: HTML. */
void cck_fragment_put(cck_arena *arena, cck_fragment *fragment, cck_slice html, uint32_t from);

/* More text, in which < and & mean themselves. */
void cck_fragment_put_text(cck_arena *arena, cck_fragment *fragment, cck_slice text, uint32_t from);

/* An element that begins there under that name, with the attributes of the file's. */
void cck_fragment_copy_start(cck_fragment *fragment, const char *name, const cck_xml_tag *tag);
void cck_fragment_end(cck_fragment *fragment, const char *name);

/* Has it an element of more attributes than are read? Then it is taken for empty. */
bool cck_fragment_has_excess(const cck_fragment *fragment);

/* Its paragraphs behind those of the markup. `scratch` holds what is made on the way. */
void cck_fragment_take(const cck_fragment *fragment, cck_arena *scratch, cck_markup *markup);

/* All of it as one paragraph, the title, in the markup; and its text, in the markup's arena. */
cck_slice cck_fragment_take_title(const cck_fragment *fragment, cck_arena *scratch, cck_markup *markup);

/* The same text alone, in the arena. */
cck_slice cck_fragment_text(const cck_fragment *fragment, cck_arena *arena);

#endif
