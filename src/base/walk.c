#include "base/walk.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/io.h"

/* A folder that is still to be listed. */
typedef struct pending {
  cck_slice path;
  unsigned depth;
} pending;

typedef struct walk {
  cck_arena *arena;
  cck_walk_items *out;
  CCK_VEC(pending) folders; /* no recursion: the last is listed next */
} walk;

static cck_walk_kind kind_of(const char *path, bool *folder) {
  struct stat info, target;
  *folder = false;
  if (lstat(path, &info) != 0)
    return CCK_WALK_OTHER;
  *folder = S_ISDIR(info.st_mode);
  if (!S_ISLNK(info.st_mode))
    return S_ISREG(info.st_mode) ? CCK_WALK_FILE : CCK_WALK_OTHER;
  if (stat(path, &target) != 0)
    return CCK_WALK_OTHER;
  if (S_ISDIR(target.st_mode))
    return CCK_WALK_LINK;
  return S_ISREG(target.st_mode) ? CCK_WALK_FILE : CCK_WALK_OTHER;
}

static void add(walk *w, cck_slice path, cck_walk_kind kind) {
  CCK_PUSH(w->arena, w->out, ((cck_walk_item){path, kind}));
}

static void take(walk *w, const pending *within, cck_slice name) {
  bool folder;
  cck_slice path = cck_path_join(w->arena, within->path, name);
  if (cck_slice_is(path, "-")) /* standard input, elsewhere */
    path = CCK_S("./-");
  cck_walk_kind kind = kind_of(path.ptr, &folder);
  if (name.ptr[0] == '.')
    add(w, path, CCK_WALK_HIDDEN);
  else if (!folder)
    add(w, path, kind);
  else if (within->depth + 1 >= CCK_WALK_DEPTH)
    add(w, path, CCK_WALK_DEEP);
  else
    CCK_PUSH(w->arena, &w->folders, ((pending){path, within->depth + 1}));
}

static cck_status list(walk *w, pending folder, cck_error *error) {
  DIR *open = opendir(folder.path.ptr);
  if (!open && folder.depth == 0)
    return cck_fail_errno(error, folder.path.ptr, "list");
  if (!open) {
    add(w, folder.path, CCK_WALK_CLOSED);
    return CCK_OK;
  }
  for (struct dirent *entry; w->out->count <= CCK_WALK_ITEMS && (entry = readdir(open));) {
    cck_slice name = cck_slice_of(entry->d_name);
    if (!cck_slice_is(name, ".") && !cck_slice_is(name, ".."))
      take(w, &folder, cck_arena_copy(w->arena, name));
  }
  closedir(open);
  return CCK_OK;
}

static int by_path(const void *a, const void *b) {
  return cck_slice_cmp(((const cck_walk_item *)a)->path, ((const cck_walk_item *)b)->path);
}

cck_status cck_walk(cck_arena *arena, const char *folder, cck_walk_items *out, cck_error *error) {
  walk w = {.arena = arena, .out = out};
  cck_slice start = cck_arena_copy(arena, cck_slice_of(folder));
  CCK_PUSH(arena, &w.folders, ((pending){start, 0}));
  while (w.folders.count) {
    cck_status status = list(&w, w.folders.items[--w.folders.count], error);
    if (status != CCK_OK)
      return status;
    if (out->count > CCK_WALK_ITEMS || w.folders.count > CCK_WALK_ITEMS)
      return cck_fail_at(error, CCK_E_LIMIT, (cck_place){.file = start}, "holds more than the limit of %d files",
                         CCK_WALK_ITEMS);
  }
  if (out->count)
    qsort(out->items, out->count, sizeof *out->items, by_path);
  return CCK_OK;
}
