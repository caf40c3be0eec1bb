/*
 * "Rules change, claims follow": stored claims that another lexicon or extractor
 * made are made again, in memory: from the article when its file is there with the
 * same bytes, else by linking the stored sentences again.
 */
#ifndef CCK_PIPELINE_STALE_H
#define CCK_PIPELINE_STALE_H

#include "pipeline/checker.h"

typedef enum cck_freshness {
  CCK_FRESH,   /* nothing to do */
  CCK_REREAD,  /* claims are those of the article, read again */
  CCK_RELINKED /* the article is not to be had: subject, measure and scope are linked again */
} cck_freshness;

/*
 * Brings one stored source up to the checker's rules, in its arena. `folder` is the
 * store's: article paths are relative to it. Never fails: what cannot be made again stays as stored.
 */
cck_freshness cck_refresh(cck_checker *checker, const char *folder, cck_stored *stored);

/* All of them, those of one file together, so that it is read once: what was done to each, in the checker's arena. */
cck_freshness *cck_refresh_all(cck_checker *checker, const char *folder, cck_stored_list *list);

/* Reads the whole store and refreshes it, in order of source id; counts go into the checker. */
cck_status cck_store_current(cck_checker *checker, cck_store *store, cck_stored_list *out, cck_error *error);

/* By source id, as the evaluator wants them. */
void cck_bodies_sort(cck_body *bodies, size_t count);

#endif
