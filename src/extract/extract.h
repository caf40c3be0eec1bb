/*
 * From a segmented document to its source and its claims.
 */
#ifndef CCK_EXTRACT_EXTRACT_H
#define CCK_EXTRACT_EXTRACT_H

#include "extract/mention.h"

typedef struct cck_extractor cck_extractor;

/* Both tables must outlive it and are only read. */
cck_extractor *cck_extractor_new(const cck_lexicon *lexicon, const cck_unit_table *units);
void cck_extractor_free(cck_extractor *extractor);

typedef struct cck_extraction {
  cck_source source;
  cck_claims claims; /* in document order: start, then end */
  cck_rejections rejected;
  unsigned
      tables; /* stretches without a full stop that hold more figures than a sentence has: no claims, and counted */
} cck_extraction;

/*
 * Reads the document: its dateline where the metadata have no date, then every
 * sentence. The document is segmented here. Everything is allocated in the
 * document's arena. Source id, ids of claims, lexicon and extractor fields are set;
 * source.path and claim.path are the document's path.
 */
void cck_extract(const cck_extractor *extractor, cck_document *doc, cck_extraction *out);

#endif
