/*
 * Files: read whole with a limit, written whole and crash-safely.
 */
#ifndef CCK_BASE_IO_H
#define CCK_BASE_IO_H

#include <stdio.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/slice.h"

/*
 * Reads a regular file into the arena. A directory is CCK_E_INPUT, more than
 * `limit` bytes CCK_E_LIMIT (found before reading), the system's refusals CCK_E_IO.
 */
cck_status cck_file_read(cck_arena *arena, const char *path, size_t limit, cck_slice *out, cck_error *error);

/* The same from an open stream (a pipe, standard input), to its end. `name` is for messages. */
cck_status cck_stream_read(cck_arena *arena, FILE *stream, const char *name, size_t limit, cck_slice *out,
                           cck_error *error);

/* The first bytes of a regular file; how many there are. 0 for one that cannot be read: reading it whole tells why. */
size_t cck_file_head(const char *path, char *out, size_t size);

/*
 * Replaces a file: temporary file beside it, fsync, rename, fsync of the folder.
 * After a crash the old or the new content is there, never a part. A file whose
 * content is the same already is left alone.
 */
cck_status cck_file_write(const char *path, cck_slice content, cck_error *error);

/*
 * Writes to the end of a file, which is made if it is not there; a pipe or a device takes it as it is. After a failure
 * a part may be there.
 */
cck_status cck_file_append(const char *path, cck_slice content, cck_error *error);

/* May cck_file_write put a new file in its place? Not for a pipe or a device, such as /dev/stdout. */
bool cck_file_is_replaceable(const char *path);

/* Makes a folder if it is not there yet. */
cck_status cck_folder_make(const char *path, cck_error *error);

bool cck_is_folder(const char *path);
bool cck_is_file(const char *path);

/* Names in a folder that end in `suffix` and do not begin with '.', in byte order. */
cck_status cck_folder_list(cck_arena *arena, const char *path, const char *suffix, cck_slices *out, cck_error *error);

/* folder/name; the name alone when the folder is "." or empty, or when the name is absolute. */
cck_slice cck_path_join(cck_arena *arena, cck_slice folder, cck_slice name);

/* The part before the last '/', "." when there is none. The part after it. */
cck_slice cck_path_folder(cck_slice path);
cck_slice cck_path_name(cck_slice path);

/* What follows the last '.' of its name, unless that is the first byte. */
cck_slice cck_path_extension(cck_slice path);

/*
 * `path` as seen from `folder` when it lies below it ("articles/a.txt"), resolved
 * through the file system; else the path made absolute. Copied into the arena.
 */
cck_slice cck_path_relative(cck_arena *arena, const char *folder, const char *path);

/* The same, and upward too ("../a.txt"): absolute only when the two share nothing but the root. */
cck_slice cck_path_upward(cck_arena *arena, const char *folder, const char *path);

#endif
