/*
 * The index: an SQLite database beside the files, derived and disposable. Private
 * to the store.
 *
 *   meta    what it was built for: schema, lexicon, extractor
 *   file    name -> size, time, hash of each file that is in it
 *   source  id -> JSON line
 *   claim   (group key, source, start, id, place) -> unit, lo, hi, JSON line; clustered
 *
 * A built index is never changed: a new one is built beside it and renamed over it.
 */
#ifndef CCK_STORE_INDEX_H
#define CCK_STORE_INDEX_H

#include "store/files.h"

typedef struct cck_index cck_index;

/* The index on disk; NULL when there is none that can be used. */
cck_index *cck_index_open(const char *folder);

/*
 * A new one, on disk or, where that fails, in memory; NULL (and CCK_E_STORE in error) only when SQLite fails there too.
 */
cck_index *cck_index_build(const char *folder, cck_slice lexicon, const cck_file_records *files,
                           const cck_stored_list *bodies, cck_error *error);

void cck_index_close(cck_index *index);

/* Is it for exactly the files that are in the folder now, and for this lexicon? */
bool cck_index_matches(cck_index *index, const char *folder, cck_slice lexicon);

/* As cck_store_select. CCK_E_STORE when the database turns out to be broken. */
cck_status cck_index_select(cck_index *index, const cck_slices *keys, bool conflicting, cck_arena *arena,
                            cck_stored_list *out, cck_error *error);

/* Takes the index on disk away, so that the next run builds it anew. */
void cck_index_remove(const char *folder);

#endif
