/*
 * Labels and headings: how reference texts and tables in words name what a figure is about without a sentence.
 *
 *   Ruritania.                                      a heading: a sentence or line that is only a name
 *   Military deployments: 660 Kosovo (KFOR) (2020)
 *   `------ label -----'  `- an item -'
 *
 * A label is what stands before the first colon, when it is short and has neither figure nor verb. Its words say what
 * the figures behind it measure: the first one of the measure's kind, or for counts each one that only a place follows.
 * Figures in brackets are parts of the one before and take nothing from it.
 */
#ifndef CCK_EXTRACT_LABEL_H
#define CCK_EXTRACT_LABEL_H

#include "extract/scene.h"

/* Reads the label and the heading of the sentence; notes in the memory a sentence that is a heading itself. */
void cck_label_read(cck_scene *scene, cck_memory *memory);

/*
 * Which figures the label names (`labelled`), and whether what follows their number is a place and not what is counted:
 * "660 Kosovo", "5,000 Africa". Before claims are made.
 */
void cck_label_settle(cck_scene *scene);

/* Does the phrase up to `past` end the label, but for a remark in brackets or its owner? "Military deployments", not
 * "US troops in Iraq" for the troops. */
bool cck_label_ends(const cck_scene *scene, uint32_t past);

#endif
