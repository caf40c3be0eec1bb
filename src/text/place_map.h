/*
 * Where a text that was taken out of a marked-up file stands in it: runs that go
 * on byte for byte, each with the place of its first byte in both.
 *
 *   file  "<p>Rock &amp; roll <b>5</b>,000</p>"
 *   text  "Rock & roll 5,000"
 *   runs  0->3  5->8  6->13  12->22  13->27
 *
 * An empty map is that of a text that is the file itself. Lives in an arena.
 */
#ifndef CCK_TEXT_PLACE_MAP_H
#define CCK_TEXT_PLACE_MAP_H

#include "base/arena.h"

typedef struct cck_place_run {
  uint32_t text, file;
} cck_place_run;

typedef struct cck_place_map {
  CCK_VEC(cck_place_run) runs; /* in order of text */
} cck_place_map;

/* From byte `text` on (none before the last run's), the text stands at byte `file` and behind. */
void cck_place_map_add(cck_arena *arena, cck_place_map *map, uint32_t text, uint32_t file);

/* The byte of the file where that byte of the text stands. What is before the first run stands where that does. */
uint32_t cck_place_map_find(const cck_place_map *map, uint32_t text);

/*
 * The bytes text..text+length of a text that stand at `from` of a second text, which has a map of its own into a file:
 * adds where they stand in the file. Calls go on with growing `text`.
 */
void cck_place_map_through(cck_arena *arena, cck_place_map *map, cck_place_run run, uint32_t length,
                           const cck_place_map *through);

#endif
