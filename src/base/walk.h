/*
 * All that lies in a folder and below it, in byte order of the paths.
 */
#ifndef CCK_BASE_WALK_H
#define CCK_BASE_WALK_H

#include "base/arena.h"
#include "base/error.h"

typedef enum cck_walk_kind {
  CCK_WALK_FILE,   /* a regular file, or a link to one */
  CCK_WALK_HIDDEN, /* its name begins with a dot; what is below is not looked at */
  CCK_WALK_LINK,   /* a link to a folder, which is not followed: it may lead back */
  CCK_WALK_DEEP,   /* a folder below the limit of depth */
  CCK_WALK_CLOSED, /* a folder that may not be listed */
  CCK_WALK_OTHER   /* a socket, a device, a link to nothing */
} cck_walk_kind;

typedef struct cck_walk_item {
  cck_slice path; /* as seen through the folder's: "articles/2004/a.txt" */
  cck_walk_kind kind;
} cck_walk_item;

typedef CCK_VEC(cck_walk_item) cck_walk_items;

enum { CCK_WALK_DEPTH = 32, CCK_WALK_ITEMS = 200000 };

/* Errors: the folder cannot be listed; there are more than CCK_WALK_ITEMS things in it. */
cck_status cck_walk(cck_arena *arena, const char *folder, cck_walk_items *out, cck_error *error);

#endif
