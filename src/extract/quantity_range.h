/*
 * How two figures next to each other hang together. Between quantity_range.c and
 * quantity_inherit.c only. Nothing here fails or looks further than a few tokens.
 */
#ifndef CCK_EXTRACT_QUANTITY_RANGE_H
#define CCK_EXTRACT_QUANTITY_RANGE_H

#include "extract/quantity.h"

/* How two figures next to each other are joined. */
typedef enum cck_joint {
  CCK_JOINT_NONE,
  CCK_JOINT_MARGIN, /* "12 ± 2" */
  CCK_JOINT_DASH,
  CCK_JOINT_TO,
  CCK_JOINT_AND,
  CCK_JOINT_OR,
  CCK_JOINT_COMMA
} cck_joint;

cck_joint cck_range_joint(const cck_quantity_reader *r, const cck_figure *a, const cck_figure *b);

/* The token past a hedge at `at`, in front of `end`: "to about", "to as much as". */
uint32_t cck_range_skip_hedge(const cck_quantity_reader *r, uint32_t at, uint32_t end);

/* The word in front of a figure, behind its hedge: "from about 5". */
uint32_t cck_range_word_before(const cck_quantity_reader *r, const cck_figure *f);

/* The left end takes the scale of the right one: "four to five thousand". False when that cannot be held. */
bool cck_range_share_scale(cck_figure *a, const cck_figure *b);

#endif
