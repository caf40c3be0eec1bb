/* Who said it: the name beside a verb of saying, or after "according to". */
#include "extract/link.h"

enum { NAME_WORDS = 7 };

static cck_slice name_before(const cck_scene *scene, uint32_t past) {
  uint32_t first = past;
  while (first > scene->sentence->first && past - first < NAME_WORDS && cck_scene_is_name_word(scene, first - 1))
    first--;
  return first < past ? cck_scene_words(scene, first, past) : (cck_slice){NULL, 0};
}

static cck_slice name_after(const cck_scene *scene, uint32_t first) {
  uint32_t past = first;
  while (past < scene->sentence->past && (cck_scene_class(scene, past) & (CCK_LINK_ARTICLE | CCK_LINK_TO)))
    past++;
  first = past;
  while (past - first < NAME_WORDS && cck_scene_is_name_word(scene, past))
    past++;
  return first < past ? cck_scene_words(scene, first, past) : (cck_slice){NULL, 0};
}

/* "according to X", '"...," said X'; in "it said X has ..." the name is not who says it. */
static bool may_follow(const cck_scene *scene, uint32_t verb) {
  bool according = cck_scene_class(scene, verb + 1) & CCK_LINK_TO;
  bool inverted = verb > scene->sentence->first && scene->tokens[verb - 1].kind == CCK_TOKEN_SIGN;
  return according || inverted;
}

cck_slice cck_link_speaker(const cck_scene *scene, const cck_mention *mention) {
  cck_slice speaker = {NULL, 0};
  uint32_t nearest = UINT32_MAX;
  if (!(scene->all_classes & CCK_LINK_SAID))
    return speaker;
  for (uint32_t i = scene->sentence->first; i < scene->sentence->past; i++) {
    if (!(cck_scene_class(scene, i) & CCK_LINK_SAID))
      continue;
    uint32_t distance = cck_scene_distance(i, i + 1, mention->first, mention->past);
    if (distance >= nearest)
      continue;
    cck_slice name = name_before(scene, i);
    if (name.len == 0 && may_follow(scene, i))
      name = name_after(scene, i + 1);
    if (name.len == 0)
      continue;
    speaker = name;
    nearest = distance;
  }
  return speaker;
}
