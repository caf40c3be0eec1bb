#include "store/store.h"

#include <stdlib.h>
#include <string.h>

#include "base/intern.h"
#include "base/io.h"
#include "model/codec.h"
#include "store/index.h"

struct cck_store {
  cck_arena arena; /* folder and names; lives as long as the store */
  const char *folder;
  cck_index *index;       /* open and matching, or NULL */
  cck_file_records files; /* what the last _read saw */
  bool has_files;
  bool has_names;   /* ids and names below are filled */
  cck_intern ids;   /* source ids of the files, as far as they can be read */
  cck_slices names; /* by id's number: its file's name, */
  cck_slices paths; /* and the document that it was made from */
};

cck_status cck_store_open(const char *folder, cck_store **out, cck_error *error) {
  if (!cck_is_folder(folder)) {
    cck_place place = {.file = cck_slice_of(folder)};
    return cck_fail_at(error, CCK_E_IO, place, "is not a folder");
  }
  cck_store *store = cck_heap_alloc(sizeof *store);
  cck_arena_init(&store->arena);
  store->folder = cck_arena_copy(&store->arena, cck_slice_of(folder)).ptr;
  cck_intern_init(&store->ids, &store->arena);
  *out = store;
  return CCK_OK;
}

static void drop_index(cck_store *store) {
  cck_index_close(store->index);
  store->index = NULL;
}

void cck_store_close(cck_store *store) {
  if (!store)
    return;
  drop_index(store);
  cck_arena_fini(&store->arena);
  free(store);
}

const char *cck_store_folder(const cck_store *store) { return store->folder; }

/* ---- writing ---- */

static void remember_name(cck_store *store, cck_slice id, cck_slice name, cck_slice path) {
  uint32_t number = cck_intern_put(&store->ids, id);
  if (number != store->names.count)
    return;
  CCK_PUSH(&store->arena, &store->names, cck_arena_copy(&store->arena, name));
  CCK_PUSH(&store->arena, &store->paths, cck_arena_copy(&store->arena, path));
}

/* The first line of every file, once: somebody may have renamed them. */
static cck_status find_names(cck_store *store, cck_error *error) {
  cck_slices names = {0};
  if (store->has_names)
    return CCK_OK;
  cck_status status = cck_folder_list(&store->arena, store->folder, ".jsonl", &names, error);
  for (size_t i = 0; status == CCK_OK && i < names.count; i++) {
    cck_slice id;
    cck_slice path;
    if (cck_file_source(&store->arena, store->folder, names.items[i], &id, &path))
      remember_name(store, id, names.items[i], path);
  }
  store->has_names = status == CCK_OK;
  return status;
}

cck_slice cck_store_twin(cck_store *store, cck_slice id, cck_slice path) {
  if (find_names(store, NULL) != CCK_OK)
    return (cck_slice){NULL, 0};
  for (size_t i = 0; path.len && i < store->paths.count; i++)
    if (cck_slice_eq(store->paths.items[i], path) && !cck_slice_eq(store->ids.texts.items[i], id))
      return cck_path_join(&store->arena, cck_slice_of(store->folder), store->names.items[i]);
  return (cck_slice){NULL, 0};
}

/* The file that holds the source, or the one that it will go into. */
static cck_status name_for(cck_store *store, cck_slice id, cck_slice *name, cck_error *error) {
  cck_status status = find_names(store, error);
  if (status != CCK_OK)
    return status;
  uint32_t number = cck_intern_find(&store->ids, id);
  *name = number == CCK_INTERN_NONE ? cck_file_name_of(&store->arena, id) : store->names.items[number];
  return CCK_OK;
}

/* The older file of the source; nothing when there is none. Another source's file is not ours to replace. */
static cck_status load_older(cck_store *store, cck_arena *scratch, cck_slice id, cck_slice name, cck_stored *older,
                             cck_error *error) {
  cck_file_record unused;
  *older = (cck_stored){.source.id = id};
  if (!cck_file_stat(store->folder, name, &unused))
    return CCK_OK;
  cck_status status = cck_file_load(scratch, store->folder, name, older, NULL, error);
  if (status == CCK_OK && !cck_slice_eq(older->source.id, id)) {
    cck_place place = {.file = older->file, .line = 1};
    status = cck_fail_at(error, CCK_E_STORE, place, "holds the source \"%.*s\", not \"%.*s\"",
                         (int)older->source.id.len, older->source.id.ptr, (int)id.len, id.ptr);
  }
  return status;
}

static cck_status put_line(cck_buffer *out, size_t from, cck_slice id, cck_error *error) {
  if (out->len - from > CCK_CLAIM_LINE_LIMIT)
    return cck_fail(error, CCK_E_LIMIT, "%.*s: its line is longer than 1 MiB", (int)id.len, id.ptr);
  cck_put_char(out, '\n');
  return CCK_OK;
}

static cck_status encode_claims(cck_arena *scratch, cck_buffer *out, const cck_source *source, const cck_claims *claims,
                                const cck_stored *older, cck_error *error) {
  cck_intern old_ids, ids;
  cck_intern_init(&old_ids, scratch);
  cck_intern_init(&ids, scratch);
  for (size_t i = 0; i < older->claims.count; i++) {
    cck_place place = {.file = older->file, .line = (unsigned)i + 2};
    cck_slice id = older->claims.items[i].id;
    if (cck_intern_put(&old_ids, id) != i)
      return cck_fail_at(error, CCK_E_STORE, place, "a second claim with the id \"%.*s\"", (int)id.len, id.ptr);
  }
  for (size_t i = 0; i < claims->count; i++) {
    cck_claim claim = claims->items[i];
    if (!cck_slice_eq(claim.src, source->id))
      return cck_fail(error, CCK_E_STORE, "claim %.*s is not of the source %.*s", (int)claim.id.len, claim.id.ptr,
                      (int)source->id.len, source->id.ptr);
    if (cck_intern_put(&ids, claim.id) != i)
      return cck_fail(error, CCK_E_STORE, "two claims with the id %.*s", (int)claim.id.len, claim.id.ptr);
    uint32_t old = cck_intern_find(&old_ids, claim.id);
    if (!claim.extra.len && old != CCK_INTERN_NONE)
      claim.extra = older->claims.items[old].extra;
    size_t from = out->len;
    cck_claim_write(out, &claim);
    cck_status status = put_line(out, from, claim.id, error);
    if (status != CCK_OK)
      return status;
  }
  return CCK_OK;
}

static cck_status encode(cck_arena *scratch, cck_buffer *out, const cck_source *source, const cck_claims *claims,
                         const cck_stored *older, cck_error *error) {
  cck_source copy = *source;
  if (!copy.extra.len)
    copy.extra = older->source.extra;
  cck_source_write(out, &copy);
  cck_status status = put_line(out, 0, source->id, error);
  return status == CCK_OK ? encode_claims(scratch, out, source, claims, older, error) : status;
}

static bool holds_bytes(cck_arena *scratch, const char *path, cck_slice content) {
  cck_slice old;
  return cck_is_file(path) && cck_file_read(scratch, path, CCK_STORE_FILE_LIMIT, &old, NULL) == CCK_OK &&
         cck_slice_eq(old, content);
}

cck_status cck_store_put(cck_store *store, const cck_source *source, const cck_claims *claims, bool *changed,
                         cck_error *error) {
  cck_arena scratch;
  cck_buffer out = {0};
  cck_slice name;
  cck_stored older;
  cck_arena_init(&scratch);
  cck_status status = name_for(store, source->id, &name, error);
  if (status == CCK_OK)
    status = load_older(store, &scratch, source->id, name, &older, error);
  if (status == CCK_OK)
    status = encode(&scratch, &out, source, claims, &older, error);
  if (status == CCK_OK) {
    const char *path = cck_path_join(&scratch, cck_slice_of(store->folder), name).ptr;
    bool same = holds_bytes(&scratch, path, cck_buffer_slice(&out));
    if (!same) {
      drop_index(store);
      store->has_files = false;
      status = cck_file_write(path, cck_buffer_slice(&out), error);
    }
    if (status == CCK_OK)
      remember_name(store, source->id, name, source->path);
    if (changed)
      *changed = !same;
  }
  cck_buffer_fini(&out);
  cck_arena_fini(&scratch);
  return status;
}

/* ---- reading ---- */

static int by_source_id(const void *a, const void *b) {
  return cck_slice_cmp(((const cck_stored *)a)->source.id, ((const cck_stored *)b)->source.id);
}

/* Over all files: a source or a claim that stands twice. */
static cck_status check_ids(const cck_stored_list *list, cck_error *error) {
  cck_arena scratch;
  cck_intern sources, claims;
  cck_status status = CCK_OK;
  size_t seen = 0;
  cck_arena_init(&scratch);
  cck_intern_init(&sources, &scratch);
  cck_intern_init(&claims, &scratch);
  for (size_t i = 0; status == CCK_OK && i < list->count; i++) {
    const cck_stored *stored = &list->items[i];
    cck_place place = {.file = stored->file, .line = 1};
    uint32_t first = cck_intern_put(&sources, stored->source.id);
    if (first != i)
      status =
          cck_fail_at(error, CCK_E_STORE, place, "the source \"%.*s\" is in %.*s already", (int)stored->source.id.len,
                      stored->source.id.ptr, (int)list->items[first].file.len, list->items[first].file.ptr);
    for (size_t c = 0; status == CCK_OK && c < stored->claims.count; c++) {
      const cck_claim *claim = &stored->claims.items[c];
      place.line = (unsigned)c + 2;
      if (cck_intern_put(&claims, claim->id) != seen++)
        status = cck_fail_at(error, CCK_E_STORE, place, "a second claim with the id \"%.*s\"", (int)claim->id.len,
                             claim->id.ptr);
    }
  }
  cck_arena_fini(&scratch);
  return status;
}

cck_status cck_store_read(cck_store *store, cck_arena *arena, cck_stored_list *out, cck_error *error) {
  cck_slices names = {0};
  cck_stored_list list = {0};
  store->files.count = 0;
  store->has_files = false;
  cck_status status = cck_folder_list(arena, store->folder, ".jsonl", &names, error);
  for (size_t i = 0; status == CCK_OK && i < names.count; i++) {
    cck_stored stored;
    cck_file_record record = {0};
    status = cck_file_load(arena, store->folder, names.items[i], &stored, &record, error);
    record.name = cck_arena_copy(&store->arena, record.name);
    record.sha256 = cck_arena_copy(&store->arena, record.sha256);
    CCK_PUSH(&store->arena, &store->files, record);
    CCK_PUSH(arena, &list, stored);
  }
  if (status == CCK_OK)
    status = check_ids(&list, error);
  if (status != CCK_OK)
    return status;
  if (list.count)
    qsort(list.items, list.count, sizeof *list.items, by_source_id);
  store->has_files = true;
  *out = list;
  return CCK_OK;
}

/* ---- the index ---- */

/* Records for an index whose bodies did not come through _read of this store. */
static cck_status record_files(cck_store *store, cck_error *error) {
  cck_slices names = {0};
  store->files.count = 0;
  cck_status status = cck_folder_list(&store->arena, store->folder, ".jsonl", &names, error);
  for (size_t i = 0; status == CCK_OK && i < names.count; i++) {
    cck_file_record record = {.name = names.items[i]};
    if (!cck_file_stat(store->folder, record.name, &record))
      continue;
    record.sha256 = cck_file_hash(&store->arena, store->folder, record.name);
    CCK_PUSH(&store->arena, &store->files, record);
  }
  store->has_files = status == CCK_OK;
  return status;
}

cck_status cck_store_index(cck_store *store, cck_slice lexicon, const cck_stored_list *bodies, cck_error *error) {
  if (cck_store_is_fresh(store, lexicon))
    return CCK_OK;
  cck_status status = store->has_files ? CCK_OK : record_files(store, error);
  if (status != CCK_OK)
    return status;
  store->index = cck_index_build(store->folder, lexicon, &store->files, bodies, error);
  return store->index ? CCK_OK : CCK_E_STORE;
}

bool cck_store_is_fresh(cck_store *store, cck_slice lexicon) {
  if (!store->index)
    store->index = cck_index_open(store->folder);
  if (store->index && cck_index_matches(store->index, store->folder, lexicon))
    return true;
  drop_index(store);
  return false;
}

cck_status cck_store_select(cck_store *store, const cck_slices *keys, bool conflicting, cck_arena *arena,
                            cck_stored_list *out, cck_error *error) {
  if (!store->index)
    return cck_fail(error, CCK_E_USAGE, "the claims store has no index yet");
  cck_status status = cck_index_select(store->index, keys, conflicting, arena, out, error);
  if (status != CCK_OK) {
    drop_index(store);
    cck_index_remove(store->folder);
  }
  return status;
}
