#include "pipeline/project.h"

#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/io.h"

bool cck_project_find(cck_arena *arena, const char *name, cck_slice *out) {
  char folder[PATH_MAX];
  if (!getcwd(folder, sizeof folder))
    return false;
  cck_slice path = cck_arena_copy(arena, cck_slice_of(name));
  cck_slice here = cck_slice_of(folder);
  for (;;) {
    if (cck_is_folder(path.ptr)) {
      *out = path;
      return true;
    }
    if (here.len <= 1)
      return false;
    here = cck_path_folder(here);
    path = cck_arena_printf(arena, "../%s", path.ptr);
  }
}

static bool is_project(cck_arena *arena, cck_slice folder) {
  return cck_is_folder(cck_path_join(arena, folder, CCK_S("rules")).ptr) ||
         cck_is_folder(cck_path_join(arena, folder, CCK_S("claims")).ptr);
}

cck_slice cck_project_path(cck_arena *arena, const char *path) {
  char *real = realpath(path, NULL);
  cck_slice result = cck_arena_copy(arena, cck_slice_of(path));
  cck_slice whole = cck_arena_copy(arena, cck_slice_of(real));
  for (cck_slice folder = cck_path_folder(whole); real && folder.len > 1; folder = cck_path_folder(folder)) {
    if (!is_project(arena, folder))
      continue;
    result = cck_slice_sub(whole, folder.len + 1, whole.len);
    break;
  }
  free(real);
  return result;
}

bool cck_project_rules(cck_arena *arena, cck_slice *out) {
  if (cck_project_find(arena, "rules", out))
    return true;
  *out = CCK_S(CCK_RULES_DIR);
  return cck_is_folder(CCK_RULES_DIR);
}

static cck_status to_sink(cck_status status, cck_error_sink errors, const cck_error *error) {
  errors.take(errors.context, error);
  return status;
}

static cck_status load_folder(cck_rules *rules, const char *path, cck_error_sink errors) {
  cck_arena scratch;
  cck_arena_init(&scratch);
  cck_slices names = {0};
  cck_error error = {0};
  cck_status status = cck_folder_list(&scratch, path, ".rules", &names, &error);
  if (status != CCK_OK)
    to_sink(status, errors, &error);
  for (size_t i = 0; i < names.count; i++) {
    cck_slice file = cck_path_join(&scratch, cck_slice_of(path), names.items[i]);
    cck_status one = cck_rules_parse(rules, file.ptr, errors);
    status = status == CCK_OK ? one : status;
  }
  cck_arena_fini(&scratch);
  return status;
}

cck_status cck_project_load(cck_rules *rules, const char *path, cck_error_sink errors) {
  return cck_is_folder(path) ? load_folder(rules, path, errors) : cck_rules_parse(rules, path, errors);
}
