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

uint32_t cck_place_map_find(const cck_place_map *map, uint32_t text) {
  size_t low = 0; /* the run is in low..high */
  size_t high = map->runs.count;
  if (!high)
    return text;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (map->runs.items[middle].text <= text)
      low = middle;
    else
      high = middle;
  }
  cck_place_run run = map->runs.items[low];
  return text < run.text ? run.file : run.file + (text - run.text);
}
