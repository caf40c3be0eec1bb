/*
 * Which files of a folder are articles: those of a form that is read, by extension
 * or else by content. What is left out is counted, with the reason.
 */
#ifndef CCK_PIPELINE_FOLDER_H
#define CCK_PIPELINE_FOLDER_H

#include "base/arena.h"
#include "base/error.h"

typedef struct cck_folder {
  cck_slices files;   /* in byte order, each ended by a NUL */
  cck_slice left_out; /* "3 hidden, 2 binary"; empty when nothing was */
} cck_folder;

/* Lists the folder and all below it (base/walk.h says what is not followed). */
cck_status cck_folder_search(cck_arena *arena, const char *path, cck_folder *out, cck_error *error);

#endif
