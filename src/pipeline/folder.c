#include "pipeline/folder.h"

#include "base/io.h"
#include "base/walk.h"
#include "pipeline/ndjson.h"
#include "text/read/reader.h"

typedef enum reason { TAKEN, HIDDEN, LINKED, DEEP, CLOSED, SPECIAL, STORED, NO_ARTICLE, BINARY, REASONS } reason;

static const char *const reason_names[REASONS] = {
    [HIDDEN] = "hidden",
    [LINKED] = "a link to a folder",
    [DEEP] = "nested too deep",
    [CLOSED] = "not to be opened",
    [SPECIAL] = "no file",
    [STORED] = "of a claims store",
    [NO_ARTICLE] = "of another kind",
    [BINARY] = "binary",
};

static bool is_no_article(cck_slice path) {
  static const char *const extensions[] = {
#define CCK_NO_ARTICLE(extension) extension,
#include "pipeline/folder_skips.def"
#undef CCK_NO_ARTICLE
  };
  cck_slice own = cck_path_extension(path);
  for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
    if (cck_slice_eq_nocase(own, cck_slice_of(extensions[i])))
      return true;
  return false;
}

/* A file with an extension that says nothing: what it begins with decides. */
static reason by_content(const char *path) {
  char head[CCK_READER_HEAD];
  size_t length = cck_file_head(path, head, sizeof head);
  switch (cck_reader_look((cck_slice){head, length})) {
  case CCK_LOOK_FORM:
  case CCK_LOOK_TEXT:
    return TAKEN;
  case CCK_LOOK_XML:
    return NO_ARTICLE;
  default:
    return BINARY;
  }
}

static reason judge_file(cck_slice path) {
  cck_ndjson lines = cck_ndjson_look(path.ptr);
  if (lines == CCK_NDJSON_CLAIMS)
    return STORED;
  if (lines == CCK_NDJSON_DOCUMENTS || cck_reader_takes(path))
    return TAKEN;
  return is_no_article(path) ? NO_ARTICLE : by_content(path.ptr);
}

static reason judge(const cck_walk_item *item) {
  switch (item->kind) {
  case CCK_WALK_FILE:
    return judge_file(item->path);
  case CCK_WALK_HIDDEN:
    return HIDDEN;
  case CCK_WALK_LINK:
    return LINKED;
  case CCK_WALK_DEEP:
    return DEEP;
  case CCK_WALK_CLOSED:
    return CLOSED;
  default:
    return SPECIAL;
  }
}

static cck_slice describe(cck_arena *arena, const unsigned *counts) {
  cck_slice text = {"", 0};
  for (size_t i = TAKEN + 1; i < REASONS; i++)
    if (counts[i])
      text = cck_arena_printf(arena, "%s%s%u %s", text.ptr, text.len ? ", " : "", counts[i], reason_names[i]);
  return text;
}

cck_status cck_folder_search(cck_arena *arena, const char *path, cck_folder *out, cck_error *error) {
  cck_walk_items items = {0};
  unsigned counts[REASONS] = {0};
  *out = (cck_folder){.left_out = {NULL, 0}};
  cck_status status = cck_walk(arena, path, &items, error);
  for (size_t i = 0; status == CCK_OK && i < items.count; i++) {
    reason why = judge(&items.items[i]);
    counts[why]++;
    if (why == TAKEN)
      CCK_PUSH(arena, &out->files, items.items[i].path);
  }
  out->left_out = describe(arena, counts);
  return status;
}
