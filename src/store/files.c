#include "store/files.h"

#include <stdio.h>
#include <sys/stat.h>

#include "base/digest.h"
#include "base/io.h"
#include "model/codec.h"

enum { NAME_LIMIT = 120, NAME_HASH = 10 };

cck_slice cck_file_name_of(cck_arena *arena, cck_slice source_id) {
  size_t length = source_id.len < NAME_LIMIT ? source_id.len : NAME_LIMIT;
  bool changed = length < source_id.len || length == 0;
  char name[NAME_LIMIT];
  for (size_t i = 0; i < length; i++) {
    char c = cck_to_lower(source_id.ptr[i]);
    bool safe = cck_is_lower(c) || cck_is_digit(c) || c == '-';
    name[i] = safe ? c : '-';
    changed = changed || name[i] != source_id.ptr[i];
  }
  if (!changed)
    return cck_arena_printf(arena, "%.*s.jsonl", (int)length, name);
  cck_slice hash = cck_sha256_base32(arena, source_id, NAME_HASH);
  return cck_arena_printf(arena, "%.*s-%s.jsonl", (int)length, name, hash.ptr);
}

static cck_slice path_of(cck_arena *arena, const char *folder, cck_slice name) {
  return cck_path_join(arena, cck_slice_of(folder), name);
}

bool cck_file_stat(const char *folder, cck_slice name, cck_file_record *out) {
  cck_arena scratch;
  struct stat info;
  cck_arena_init(&scratch);
  bool found = stat(path_of(&scratch, folder, name).ptr, &info) == 0;
  cck_arena_fini(&scratch);
  if (found) {
    out->size = info.st_size;
    out->mtime = (int64_t)info.st_mtim.tv_sec * 1000000000 + info.st_mtim.tv_nsec;
  }
  return found;
}

cck_slice cck_file_hash(cck_arena *arena, const char *folder, cck_slice name) {
  cck_arena scratch;
  cck_slice content;
  cck_slice hash = {NULL, 0};
  cck_arena_init(&scratch);
  cck_slice path = path_of(&scratch, folder, name);
  if (cck_file_read(&scratch, path.ptr, CCK_STORE_FILE_LIMIT, &content, NULL) == CCK_OK)
    hash = cck_sha256_hex(arena, content);
  cck_arena_fini(&scratch);
  return hash;
}

/* Version control writes them into a file that it could not merge. */
static bool is_conflict_marker(cck_slice line) {
  static const char *const markers[] = {"<<<<<<<", "|||||||", "=======", ">>>>>>>"};
  for (size_t i = 0; i < sizeof markers / sizeof *markers; i++)
    if (cck_slice_starts(line, cck_slice_of(markers[i])))
      return true;
  return false;
}

static cck_status load_line(cck_arena *arena, cck_slice line, cck_place place, cck_stored *out, cck_error *error) {
  cck_line read;
  if (is_conflict_marker(line))
    return cck_fail_at(error, CCK_E_STORE, place, "a conflict marker of version control: merge the file by hand");
  if (cck_slice_trim(line).len == 0)
    return cck_fail_at(error, CCK_E_STORE, place, "an empty line");
  cck_status status = cck_line_read(arena, line, place, &read, error);
  if (status != CCK_OK)
    return status;
  if ((read.kind == CCK_LINE_SOURCE) != (place.line == 1))
    return cck_fail_at(error, CCK_E_STORE, place,
                       place.line == 1 ? "the first line of a file must be its source" : "a second source in one file");
  if (read.kind == CCK_LINE_SOURCE) {
    out->source = read.source;
    return CCK_OK;
  }
  if (!cck_slice_eq(read.claim.src, out->source.id))
    return cck_fail_at(error, CCK_E_STORE, place, "field \"src\" is \"%.*s\", but the file's source is \"%.*s\"",
                       (int)read.claim.src.len, read.claim.src.ptr, (int)out->source.id.len, out->source.id.ptr);
  CCK_PUSH(arena, &out->claims, read.claim);
  return CCK_OK;
}

static cck_status load_lines(cck_arena *arena, cck_slice content, cck_slice path, cck_stored *out, cck_error *error) {
  cck_place place = {.file = path, .line = 1};
  if (content.len == 0)
    return cck_fail_at(error, CCK_E_STORE, place, "an empty file: its first line must be the source");
  for (size_t at = 0; at < content.len; place.line++) {
    size_t end = cck_slice_find(content, CCK_S("\n"), at);
    if (end == SIZE_MAX)
      return cck_fail_at(error, CCK_E_STORE, place, "the last line has no line feed: the file was cut off");
    cck_status status = load_line(arena, cck_slice_sub(content, at, end), place, out, error);
    if (status != CCK_OK)
      return status;
    at = end + 1;
  }
  return CCK_OK;
}

cck_status cck_file_load(cck_arena *arena, const char *folder, cck_slice name, cck_stored *out, cck_file_record *record,
                         cck_error *error) {
  cck_file_record seen = {.name = cck_arena_copy(arena, name)};
  cck_arena scratch;
  cck_slice content;
  *out = (cck_stored){.file = path_of(arena, folder, name)};
  cck_arena_init(&scratch);
  cck_file_stat(folder, name, &seen); /* before reading: a later change then shows as one */
  cck_status status = cck_file_read(&scratch, out->file.ptr, CCK_STORE_FILE_LIMIT, &content, error);
  if (status == CCK_OK)
    status = load_lines(arena, content, out->file, out, error);
  if (status == CCK_OK && record) {
    seen.sha256 = cck_sha256_hex(arena, content);
    *record = seen;
  }
  cck_arena_fini(&scratch);
  return status;
}

bool cck_file_source(cck_arena *arena, const char *folder, cck_slice name, cck_slice *id, cck_slice *path) {
  cck_arena scratch;
  bool found = false;
  cck_line read;
  cck_arena_init(&scratch);
  FILE *file = fopen(path_of(&scratch, folder, name).ptr, "rb");
  if (file) {
    char *line = cck_arena_alloc(&scratch, CCK_CLAIM_LINE_LIMIT + 2);
    if (fgets(line, CCK_CLAIM_LINE_LIMIT + 2, file) &&
        cck_line_read(&scratch, cck_slice_trim(cck_slice_of(line)), (cck_place){0}, &read, NULL) == CCK_OK &&
        read.kind == CCK_LINE_SOURCE) {
      *id = cck_arena_copy(arena, read.source.id);
      *path = cck_arena_copy(arena, read.source.path);
      found = id->len > 0;
    }
    fclose(file);
  }
  cck_arena_fini(&scratch);
  return found;
}
