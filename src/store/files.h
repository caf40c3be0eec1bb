/*
 * The files of a store: their names, their bytes, and what of them the index
 * remembers. Private to the store.
 */
#ifndef CCK_STORE_FILES_H
#define CCK_STORE_FILES_H

#include "store/store.h"

enum { CCK_STORE_FILE_LIMIT = 256 * 1024 * 1024 };

/* What tells whether a file is still the one that was indexed. */
typedef struct cck_file_record {
  cck_slice name;      /* without the folder */
  int64_t size, mtime; /* bytes; nanoseconds since 1970 */
  cck_slice sha256;
} cck_file_record;

typedef CCK_VEC(cck_file_record) cck_file_records;

/*
 * File name of a source: only a-z, 0-9 and '-', so that no id leads out of the folder; an id that
 * had to be changed or cut gets a hash at its end.
 */
cck_slice cck_file_name_of(cck_arena *arena, cck_slice source_id);

/* Size and time; false when the file is gone. The hash is left alone. */
bool cck_file_stat(const char *folder, cck_slice name, cck_file_record *out);

/* The hash of the content as it is now; the empty slice when it cannot be read. */
cck_slice cck_file_hash(cck_arena *arena, const char *folder, cck_slice name);

/*
 * One file into the arena: its first line is the source, the others are its claims. `record` (may be NULL) is
 * filled for what was read. A missing file is CCK_E_IO, a bad line CCK_E_STORE with its number.
 */
cck_status cck_file_load(cck_arena *arena, const char *folder, cck_slice name, cck_stored *out, cck_file_record *record,
                         cck_error *error);

/* Id and path of the source in the first line of a file; false when it cannot be read. */
bool cck_file_source(cck_arena *arena, const char *folder, cck_slice name, cck_slice *id, cck_slice *path);

#endif
