/*
 * Sentences: where they end among the tokens of a block. A full stop ends one
 * unless it belongs to an abbreviation (abbreviations.def), an initial or a list
 * number, or a small letter follows.
 */
#ifndef CCK_TEXT_SENTENCES_H
#define CCK_TEXT_SENTENCES_H

#include "base/hash_table.h"
#include "text/document.h"
#include "text/stem.h"

/* The abbreviations, built once for a run. */
const cck_hash_table *cck_abbreviations_new(cck_arena *arena);

/* Tokens and sentences of one block, appended to the document; sets the block's range. */
void cck_sentences_cut(cck_document *doc, uint32_t block, const cck_hash_table *abbreviations, cck_stems *known);

#endif
