#include "text/place_map.h"

void cck_place_map_add(cck_arena *arena, cck_place_map *map, uint32_t text, uint32_t file) {
  if (map->runs.count) {
    cck_place_run *last = &map->runs.items[map->runs.count - 1];
    if (file >= last->file && text - last->text == file - last->file)
      return;
    if (last->text == text) {
      last->file = file;
      return;
    }
  }
  CCK_PUSH(arena, &map->runs, ((cck_place_run){text, file}));
}

/* The run that holds that byte of the text; of one that is before all runs the first. There is one. */
static size_t find_run(const cck_place_map *map, uint32_t text) {
  size_t low = 0; /* the run is in low..high */
  size_t high = map->runs.count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (map->runs.items[middle].text <= text)
      low = middle;
    else
      high = middle;
  }
  return low;
}

uint32_t cck_place_map_find(const cck_place_map *map, uint32_t text) {
  if (!map->runs.count)
    return text;
  cck_place_run run = map->runs.items[find_run(map, text)];
  return text < run.text ? run.file : run.file + (text - run.text);
}

void cck_place_map_through(cck_arena *arena, cck_place_map *map, cck_place_run run, uint32_t length,
                           const cck_place_map *through) {
  cck_place_map_add(arena, map, run.text, cck_place_map_find(through, run.file));
  size_t first = through->runs.count ? find_run(through, run.file) + 1 : 0;
  for (size_t i = first; i < through->runs.count && through->runs.items[i].text < run.file + length; i++) {
    cck_place_run next = through->runs.items[i];
    if (next.text > run.file) /* none is before the first run */
      cck_place_map_add(arena, map, run.text + (next.text - run.file), next.file);
  }
}
