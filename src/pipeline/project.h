/*
 * Where a project keeps its rules and its claims: the nearest rules/ and claims/
 * from the working folder upward.
 */
#ifndef CCK_PIPELINE_PROJECT_H
#define CCK_PIPELINE_PROJECT_H

#include "base/arena.h"
#include "base/error.h"
#include "rule/rule.h"

/*
 * "rules", "../rules", "../../rules" ...: the first that is a folder, relative to
 * the working folder. False when there is none up to the root.
 */
bool cck_project_find(cck_arena *arena, const char *name, cck_slice *out);

/*
 * The path of a document from the folder of the project that it lies in (the nearest one
 * above it with rules/ or claims/), wherever the caller stands: so that an article is one
 * source to every run. As given when it lies in no project.
 */
cck_slice cck_project_path(cck_arena *arena, const char *path);

/* The nearest rules/, else the installed packs. False when there is neither. */
bool cck_project_rules(cck_arena *arena, cck_slice *out);

/*
 * Parses a rules file, or a folder's *.rules in byte order of their names. Every error
 * in them goes to the sink, with the status of the first; an unreadable path goes there too.
 */
cck_status cck_project_load(cck_rules *rules, const char *path, cck_error_sink errors);

#endif
