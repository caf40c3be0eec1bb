/*
 * Linking: what makes a figure a claim. Each linker answers one question about a
 * mention in its scene; link.c asks them in turn and fills the claim.
 */
#ifndef CCK_EXTRACT_LINK_H
#define CCK_EXTRACT_LINK_H

#include "extract/scene.h"

/* The claims of one sentence, in order of place, appended to `out`. */
void cck_link_sentence(cck_scene *scene, cck_memory *memory, cck_claims *out);

/* The measure of a quantity, or of a date's event; CCK_LEXICON_NONE when none of the lexicon's fits. link_measure.c */
uint32_t cck_link_measure(const cck_scene *scene, const cck_mention *mention);

/* Hit of a measure's word that made it the measure, for the subject's "debt of"; NULL when there is none. */
const cck_word_hit *cck_link_role_hit(const cck_scene *scene, uint32_t measure, cck_word_role role,
                                      const cck_mention *near);

/* Whom the claim is about: id and words, and scope (place, counterparty). link_subject.c */
void cck_link_subject(const cck_scene *scene, const cck_mention *mention, uint32_t measure, cck_claim *claim);

/* Valid time and modality. link_time.c */
void cck_link_time(const cck_scene *scene, const cck_mention *mention, cck_claim *claim);
void cck_link_modality(const cck_scene *scene, const cck_mention *mention, cck_claim *claim);

/* The year that brackets give a figure, or all figures of a sentence that ends in them; NULL for none. link_time.c */
const cck_mention *cck_link_bracketed(const cck_scene *scene, const cck_mention *mention);

/*
 * For every date of the sentence the verb that it dates and its tense, which may settle the year. First of all: the
 * figures take their time from the dates. link_event.c
 */
void cck_link_dates(cck_scene *scene);

/* Who said it, as words of the text; empty when the text names nobody. link_speaker.c */
cck_slice cck_link_speaker(const cck_scene *scene, const cck_mention *mention);

/* "from 10 to 15 tonnes", "to 15 tonnes from 10": the figure without a unit takes the other's. Before claims are made.
 * link_change.c */
void cck_link_share_units(cck_scene *scene);

/* Adds links between the claims of one sentence: from, to, change; part, whole. `first`: the first claim of the
 * sentence; ids must be set. link_frame.c */
void cck_link_frames(const cck_scene *scene, cck_claims *claims, size_t first);

/* Links a length of time to the two dates between which it lies, where they are one statement: start, end. link_span.c
 */
void cck_link_lengths(const cck_scene *scene, cck_claims *claims, size_t first);

/* The claim of a mention, from the sentence's first claim on; NULL when there is none, or no mention. */
cck_claim *cck_link_claim_of(cck_claims *claims, size_t first, const cck_scene *scene, const cck_mention *mention);

void cck_link_add(const cck_scene *scene, cck_claim *claim, const char *role, const cck_claim *to);

/* Adds one scope item, keeping the keys in byte order; an empty value is ignored, a key that is there stays. */
void cck_link_add_scope(cck_arena *arena, cck_claim *claim, const char *key, cck_slice value);

#endif
