#include "base/io.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static cck_status too_large(const char *name, size_t limit, cck_error *error) {
  cck_place place = {.file = cck_slice_of(name)};
  return cck_fail_at(error, CCK_E_LIMIT, place, "larger than the limit of %zu MiB", limit / (1024 * 1024));
}

cck_status cck_stream_read(cck_arena *arena, FILE *stream, const char *name, size_t limit, cck_slice *out,
                           cck_error *error) {
  size_t capacity = 64 * 1024;
  size_t length = 0;
  char *text = cck_heap_alloc(capacity);
  for (;;) {
    size_t got = fread(text + length, 1, capacity - length, stream);
    length += got;
    if (length > limit || got == 0)
      break;
    if (length == capacity)
      text = cck_heap_resize(text, capacity *= 2);
  }
  cck_status status = CCK_OK;
  if (ferror(stream))
    status = cck_fail_errno(error, name, "read");
  else if (length > limit)
    status = too_large(name, limit, error);
  else
    *out = cck_arena_copy(arena, (cck_slice){text, length});
  free(text);
  return status;
}

cck_status cck_file_read(cck_arena *arena, const char *path, size_t limit, cck_slice *out, cck_error *error) {
  struct stat info;
  cck_place place = {.file = cck_slice_of(path)};
  if (stat(path, &info) != 0)
    return cck_fail_errno(error, path, "open");
  if (S_ISDIR(info.st_mode))
    return cck_fail_at(error, CCK_E_INPUT, place, "is a directory; name the files in it");
  if (!S_ISREG(info.st_mode))
    return cck_fail_at(error, CCK_E_INPUT, place, "is not a regular file; use - for standard input");
  if (info.st_size > 0 && (size_t)info.st_size > limit)
    return too_large(path, limit, error);
  FILE *file = fopen(path, "rb");
  if (!file)
    return cck_fail_errno(error, path, "open");
  cck_status status = cck_stream_read(arena, file, path, limit, out, error);
  fclose(file);
  return status;
}

size_t cck_file_head(const char *path, char *out, size_t size) {
  FILE *file = cck_is_file(path) ? fopen(path, "rbe") : NULL;
  if (!file)
    return 0;
  size_t length = fread(out, 1, size, file);
  fclose(file);
  return length;
}

static bool same_content(const char *path, cck_slice content) {
  struct stat info;
  if (stat(path, &info) != 0 || !S_ISREG(info.st_mode) || (size_t)info.st_size != content.len)
    return false;
  cck_arena scratch;
  cck_arena_init(&scratch);
  cck_slice old = {NULL, 0};
  bool same = cck_file_read(&scratch, path, content.len, &old, NULL) == CCK_OK && cck_slice_eq(old, content);
  cck_arena_fini(&scratch);
  return same;
}

static bool write_all(int fd, cck_slice content) {
  while (content.len) {
    ssize_t n = write(fd, content.ptr, content.len);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return false;
    content = cck_slice_sub(content, (size_t)n, content.len);
  }
  return fsync(fd) == 0 || errno == EINVAL || errno == EROFS; /* a pipe or a device has nothing to sync */
}

static bool sync_folder(const char *path) {
  int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0)
    return false;
  bool done = fsync(fd) == 0 || errno == EINVAL; /* some file systems cannot sync a folder */
  close(fd);
  return done;
}

/* Writes, syncs and renames; the caller removes the temporary file when this fails. */
static cck_status write_and_rename(int fd, const char *temporary, const char *path, cck_slice content,
                                   const char *folder, cck_error *error) {
  bool written = write_all(fd, content) && fchmod(fd, 0644) == 0;
  int number = errno;
  bool closed = close(fd) == 0;
  if (!written || !closed) {
    errno = written ? errno : number;
    return cck_fail_errno(error, path, "write");
  }
  if (rename(temporary, path) != 0)
    return cck_fail_errno(error, path, "replace");
  if (!sync_folder(folder))
    return cck_fail_errno(error, folder, "sync");
  return CCK_OK;
}

cck_status cck_file_write(const char *path, cck_slice content, cck_error *error) {
  if (same_content(path, content))
    return CCK_OK;
  cck_arena scratch;
  cck_arena_init(&scratch);
  cck_slice folder = cck_arena_copy(&scratch, cck_path_folder(cck_slice_of(path)));
  cck_slice name = cck_path_name(cck_slice_of(path));
  cck_slice temporary = cck_arena_printf(&scratch, "%s/.%.*s.XXXXXX", folder.ptr, (int)name.len, name.ptr);
  char *pattern = (char *)cck_arena_alloc(&scratch, temporary.len + 1);
  memcpy(pattern, temporary.ptr, temporary.len);
  cck_status status;
  int fd = mkstemp(pattern);
  if (fd < 0) {
    status = cck_fail_errno(error, path, "write");
  } else {
    status = write_and_rename(fd, pattern, path, content, folder.ptr, error);
    if (status != CCK_OK)
      unlink(pattern);
  }
  cck_arena_fini(&scratch);
  return status;
}

cck_status cck_file_append(const char *path, cck_slice content, cck_error *error) {
  int fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
  if (fd < 0)
    return cck_fail_errno(error, path, "write");
  bool written = write_all(fd, content);
  int number = errno;
  bool closed = close(fd) == 0;
  if (written && closed)
    return CCK_OK;
  errno = written ? errno : number;
  return cck_fail_errno(error, path, "write");
}

bool cck_file_is_replaceable(const char *path) {
  struct stat info;
  if (cck_slice_starts(cck_slice_of(path), CCK_S("/dev/")))
    return false; /* /dev/stdout may lead to a file: that one is not to be replaced under its writer */
  return stat(path, &info) != 0 || S_ISREG(info.st_mode) || S_ISDIR(info.st_mode);
}

cck_status cck_folder_make(const char *path, cck_error *error) {
  if (mkdir(path, 0777) == 0 || (errno == EEXIST && cck_is_folder(path)))
    return CCK_OK;
  return cck_fail_errno(error, path, "make the folder");
}

bool cck_is_folder(const char *path) {
  struct stat info;
  return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

bool cck_is_file(const char *path) {
  struct stat info;
  return stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

static int by_bytes(const void *a, const void *b) {
  return cck_slice_cmp(*(const cck_slice *)a, *(const cck_slice *)b);
}

cck_status cck_folder_list(cck_arena *arena, const char *path, const char *suffix, cck_slices *out, cck_error *error) {
  DIR *folder = opendir(path);
  if (!folder)
    return cck_fail_errno(error, path, "list");
  for (struct dirent *entry; (entry = readdir(folder));) {
    cck_slice name = cck_slice_of(entry->d_name);
    if (name.ptr[0] != '.' && cck_slice_ends(name, cck_slice_of(suffix)))
      CCK_PUSH(arena, out, cck_arena_copy(arena, name));
  }
  closedir(folder);
  if (out->count)
    qsort(out->items, out->count, sizeof *out->items, by_bytes);
  return CCK_OK;
}

cck_slice cck_path_join(cck_arena *arena, cck_slice folder, cck_slice name) {
  if (folder.len == 0 || cck_slice_is(folder, ".") || (name.len && name.ptr[0] == '/'))
    return cck_arena_copy(arena, name);
  const char *slash = folder.ptr[folder.len - 1] == '/' ? "" : "/";
  return cck_arena_printf(arena, "%.*s%s%.*s", (int)folder.len, folder.ptr, slash, (int)name.len, name.ptr);
}

static size_t last_slash(cck_slice path) {
  for (size_t i = path.len; i > 0; i--)
    if (path.ptr[i - 1] == '/')
      return i - 1;
  return SIZE_MAX;
}

cck_slice cck_path_folder(cck_slice path) {
  size_t slash = last_slash(path);
  if (slash == SIZE_MAX)
    return CCK_S(".");
  return slash == 0 ? CCK_S("/") : cck_slice_sub(path, 0, slash);
}

cck_slice cck_path_name(cck_slice path) {
  size_t slash = last_slash(path);
  return slash == SIZE_MAX ? path : cck_slice_sub(path, slash + 1, path.len);
}

cck_slice cck_path_extension(cck_slice path) {
  cck_slice name = cck_path_name(path);
  size_t dot = name.len;
  while (dot > 0 && name.ptr[dot - 1] != '.')
    dot--;
  return dot > 1 ? cck_slice_sub(name, dot, name.len) : (cck_slice){NULL, 0};
}

/* Bytes of the folders that both lie in, without the slash at the end; paths are absolute and real. */
static size_t shared_folders(cck_slice folder, cck_slice path) {
  size_t shared = 0;
  for (size_t i = 0; i <= folder.len && i < path.len; i++) {
    bool end = i == folder.len || folder.ptr[i] == '/';
    if (end && path.ptr[i] == '/')
      shared = i;
    if (i == folder.len || folder.ptr[i] != path.ptr[i])
      break;
  }
  return shared;
}

static cck_slice relative(cck_arena *arena, cck_slice folder, cck_slice path) {
  size_t shared = shared_folders(folder, path);
  if (shared == 0)
    return cck_arena_copy(arena, path);
  cck_slice up = CCK_S("");
  for (size_t i = shared; i < folder.len; i++)
    if (folder.ptr[i] == '/')
      up = cck_arena_printf(arena, "../%s", up.ptr);
  return cck_arena_printf(arena, "%s%s", up.ptr, path.ptr + shared + 1);
}

static cck_slice seen_from(cck_arena *arena, const char *folder, const char *path, bool upward) {
  char *real_folder = realpath(folder, NULL);
  char *real_path = realpath(path, NULL);
  cck_slice result = cck_arena_copy(arena, cck_slice_of(real_path ? real_path : path));
  if (real_folder && real_path) {
    cck_slice prefix = cck_arena_printf(arena, "%s/", real_folder);
    if (cck_slice_starts(result, prefix))
      result = cck_slice_sub(result, prefix.len, result.len);
    else if (upward)
      result = relative(arena, cck_slice_of(real_folder), result);
  }
  free(real_folder);
  free(real_path);
  return result;
}

cck_slice cck_path_relative(cck_arena *arena, const char *folder, const char *path) {
  return seen_from(arena, folder, path, false);
}

cck_slice cck_path_upward(cck_arena *arena, const char *folder, const char *path) {
  return seen_from(arena, folder, path, true);
}
