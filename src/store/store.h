/*
 * The claims store: a folder of JSON Lines, one file a source, which is the only
 * truth, and a derived SQLite index beside them (.index.sqlite).
 *
 *   claims/<source id>.jsonl      {"k":"source",...}\n{"k":"claim",...}\n...
 *   claims/.index.sqlite          clustered on the group key; disposable
 */
#ifndef CCK_STORE_STORE_H
#define CCK_STORE_STORE_H

#include "base/error.h"
#include "model/claim.h"

typedef struct cck_store cck_store;

/* Opens a folder that exists. The index is not touched yet. */
cck_status cck_store_open(const char *folder, cck_store **out, cck_error *error);
void cck_store_close(cck_store *store);
const char *cck_store_folder(const cck_store *store);

/*
 * Writes the file of one source, whole or not at all. Claims in document order.
 * Unknown keys of an older file of that source (source line, and claims of the same id) are kept.
 * `changed` (may be NULL): false when the file had these bytes already.
 */
cck_status cck_store_put(cck_store *store, const cck_source *source, const cck_claims *claims, bool *changed,
                         cck_error *error);

/*
 * The file of another source that was made from the same document, or the empty slice: an article whose
 * title or date was corrected gets another id, and its former claims would stay.
 */
cck_slice cck_store_twin(cck_store *store, cck_slice id, cck_slice path);

/* One source as stored. */
typedef struct cck_stored {
  cck_source source;
  cck_claims claims;
  cck_slice file; /* path of its .jsonl */
} cck_stored;
typedef CCK_VEC(cck_stored) cck_stored_list;

/*
 * Reads every file, in order of source id. Any bad line, duplicate id, conflict marker, or a
 * claim of another source is an error with file and line, and nothing is returned.
 */
cck_status cck_store_read(cck_store *store, cck_arena *arena, cck_stored_list *out, cck_error *error);

/*
 * Brings the index up to date with the files and with the bodies that hold now (those of
 * _read, or read again under a newer lexicon: `lexicon` is the fingerprint that made
 * them). A missing, broken or foreign index is built anew; where the folder cannot be
 * written it is built in memory. Never an error of the claims: only CCK_E_STORE when SQLite itself fails in memory.
 */
cck_status cck_store_index(cck_store *store, cck_slice lexicon, const cck_stored_list *bodies, cck_error *error);

/* True when the index on disk is for exactly these files and this lexicon: then _read can be spared. */
bool cck_store_is_fresh(cck_store *store, cck_slice lexicon);

/*
 * Queries on the index, after _index, or _is_fresh that said true (else CCK_E_USAGE). Sources come in order of id,
 * each with its claims in document order, as from _read.
 * `keys`: only claims of these group keys (gate), and only sources that have any; NULL for all.
 * `conflicting`: leave out groups that cannot conflict among themselves (one claim, or bounds that all overlap) and
 * what has no key; single-claim and one-article kinds need all, so the pipeline asks with false when such rules are
 * there, and so does the gate, whose own claims are not in the index. An index that turns out to be broken is
 * CCK_E_STORE and is taken away: _read, _index and a second _select then succeed.
 */
cck_status cck_store_select(cck_store *store, const cck_slices *keys, bool conflicting, cck_arena *arena,
                            cck_stored_list *out, cck_error *error);

#endif
