/* The store's part of a run: its bodies beside the new ones, and its index. */
#include "base/io.h"
#include "pipeline/stale.h"

/*
 * The index holds what is stored, under the rules that made it. While a source is
 * stale it is left alone, so that every run until `add --stale` says what it read again.
 */
static cck_slice index_key(cck_checker *checker) {
  cck_slice fingerprint = checker->rules->lexicon->fingerprint;
  return cck_arena_printf(&checker->arena, "%.*s/" CCK_EXTRACTOR_VERSION, (int)fingerprint.len, fingerprint.ptr);
}

static cck_status load(cck_checker *checker, cck_store *store, cck_stored_list *list, cck_error *error) {
  cck_slice key = index_key(checker);
  cck_status status;
  if (cck_store_is_fresh(store, key)) {
    status = cck_store_select(store, NULL, false, &checker->arena, list, NULL);
    if (status == CCK_OK)
      return status;
    *list = (cck_stored_list){0}; /* the files are the truth: read them */
  }
  status = cck_store_current(checker, store, list, error);
  if (status == CCK_OK && checker->reread + checker->relinked == 0)
    status = cck_store_index(store, key, list, error);
  return status;
}

/* "claims" and "../a.txt" are "a.txt". */
static cck_slice join(cck_arena *arena, cck_slice folder, cck_slice path) {
  while (cck_slice_starts(path, CCK_S("../")) && folder.len && !cck_slice_is(folder, ".") &&
         !cck_slice_is(cck_path_name(folder), "..") && !cck_slice_is(folder, "/")) {
    folder = cck_path_folder(folder);
    path = cck_slice_sub(path, 3, path.len);
  }
  return cck_path_join(arena, folder, path);
}

/* In the store, paths are relative to its folder; a report shows them from where the reader stands. */
static void show_paths(cck_checker *checker, const char *folder, cck_stored *stored) {
  if (!stored->source.path.len || cck_slice_is(stored->source.path, "-"))
    return;
  cck_slice path = join(&checker->arena, cck_slice_of(folder), stored->source.path);
  stored->source.path = path;
  for (size_t i = 0; i < stored->claims.count; i++)
    stored->claims.items[i].path = path;
}

static void add_stored(cck_checker *checker, const char *folder, cck_stored *stored) {
  if (cck_intern_find(&checker->ids, stored->source.id) != CCK_INTERN_NONE)
    return; /* the new one takes its place */
  show_paths(checker, folder, stored);
  cck_checker_push(checker, &stored->source, &stored->claims, false);
}

cck_status cck_checker_add_store(cck_checker *checker, const char *folder, cck_error *error) {
  cck_store *store = NULL;
  cck_stored_list *list = CCK_NEW(&checker->arena, cck_stored_list);
  cck_status status = cck_checker_ready(checker, error);
  if (status == CCK_OK)
    status = cck_store_open(folder, &store, error);
  if (status != CCK_OK)
    return status;
  status = load(checker, store, list, error);
  checker->options.new_only = checker->options.new_only || checker->bodies.count > 0;
  for (size_t i = 0; status == CCK_OK && i < list->count; i++)
    add_stored(checker, folder, &list->items[i]);
  cck_store_close(store);
  return status;
}
