/*
 * What the linkers of frames (link_frame.c, link_change.c, link_pair.c, link_total.c) share.
 */
#ifndef CCK_EXTRACT_LINK_FRAME_H
#define CCK_EXTRACT_LINK_FRAME_H

#include "extract/link.h"
#include "extract/quantity_words.h"

bool cck_frame_linked(const cck_claim *claim, const char *role);

/* A part: its scope says of what, and its link leads there. Either may be NULL: then nothing happens. */
void cck_frame_part(const cck_scene *scene, cck_claim *part, const cck_claim *whole);

/* One value, neither a range nor a bound. */
bool cck_frame_is_plain(const cck_mention *m);

/* Between the word that leads in and the figure only hedges and articles stand: "to about 15", not "to grow by 15". */
bool cck_frame_is_light(const cck_scene *scene, uint32_t token, const cck_mention *m);

/* The token of this class that leads the figure in; 0 when none does. */
uint32_t cck_frame_lead(const cck_scene *scene, const cck_mention *m, uint32_t classes);

static inline uint32_t cck_frame_quantity_class(const cck_scene *scene, uint32_t token) {
  return cck_quantity_word_of(scene->context->vocabulary->quantities, &scene->tokens[token])->classes;
}

/* Changes: links "from" and "to". link_change.c */
void cck_link_changes(const cck_scene *scene, cck_claims *claims, size_t first);

/* Conversions and shares: links "same", "share" and "whole". link_pair.c */
void cck_link_pairs(const cck_scene *scene, cck_claims *claims, size_t first);

/* Lists with their total: links "part" and "whole". link_total.c */
void cck_link_totals(const cck_scene *scene, cck_claims *claims, size_t first);

#endif
