/*
 * The data model: sources, claims, and what they are made of. Plain structs;
 * all slices point into the arena of whoever made them. An empty slice is null
 * in JSON. DESIGN: the JSON form of each field is in codec.h.
 */
#ifndef CCK_MODEL_CLAIM_H
#define CCK_MODEL_CLAIM_H

#include "base/arena.h"
#include "base/decimal.h"
#include "base/slice.h"
#include "model/calendar.h"

/* The version of the extractor: claims made by another one are read again. */
#define CCK_EXTRACTOR_VERSION "5"

typedef struct cck_source {
  cck_slice id, publisher, published, published_from, title, author, url, copies, lang, path, sha256, sketch, lexicon,
      extractor;
  cck_slice lines;   /* of a document of NDJSON the file that was read, which is no path of its own. Not stored */
  cck_slice extra;   /* unknown keys, as one JSON object; kept when rewritten */
  cck_period period; /* published as days; CCK_NO_PERIOD when undated. Not stored: derived */
} cck_source;

/* What stands in published_from where no date is given, and `published` is only the last past day that the text tells
 * of. */
#define CCK_PUBLISHED_FROM_TEXT "text"

/* The date of publication as given; empty for an undated source, also where the text gives a bound. */
cck_slice cck_source_published(const cck_source *source);

/* When it can have been published: its date, or from the last past day that its text tells of on; CCK_NO_PERIOD when
 * nothing tells. */
cck_period cck_source_when(const cck_source *source);

typedef enum cck_claim_kind { CCK_CLAIM_QUANTITY, CCK_CLAIM_DATE, CCK_CLAIM_NAME, CCK_CLAIM_MALFORMED } cck_claim_kind;

typedef enum cck_approx {
  CCK_APPROX_EXACT,
  CCK_APPROX_ABOUT,
  CCK_APPROX_OVER,
  CCK_APPROX_AT_LEAST,
  CCK_APPROX_UNDER,
  CCK_APPROX_AT_MOST,
  CCK_APPROX_RANGE
} cck_approx;

typedef enum cck_change { CCK_CHANGE_NONE, CCK_CHANGE_UP, CCK_CHANGE_DOWN } cck_change;

/* What the text says, never widened. "more than 5,000" has no max. */
typedef struct cck_value {
  bool has_min, has_max;
  cck_decimal min, max;
  cck_slice unit; /* canonical name; empty for a bare number */
  cck_approx approx;
  cck_change change;
} cck_value;

typedef struct cck_date {
  cck_period days;
  cck_precision precision;
  int weekday;     /* as written, 1 Monday to 7 Sunday; 0 when none is */
  bool valid;      /* false for 31 June: then there are no days */
  bool past;       /* the verb that it dates is in the past tense */
  cck_slice event; /* base form of the verb that it dates */
  cck_slice text;  /* as written: the date alone */
} cck_date;

typedef enum cck_basis { CCK_BASIS_NONE, CCK_BASIS_TEXT, CCK_BASIS_RELATIVE, CCK_BASIS_PUBLICATION } cck_basis;

typedef struct cck_time {
  cck_period days;
  cck_basis basis;
} cck_time;

typedef enum cck_modality {
  CCK_MODALITY_ASSERTED,
  CCK_MODALITY_PLANNED,
  CCK_MODALITY_POSSIBLE,
  CCK_MODALITY_DENIED,
  CCK_MODALITY_QUESTION
} cck_modality;

typedef enum cck_where { CCK_IN_TITLE, CCK_IN_LEAD, CCK_IN_BODY, CCK_IN_LIST, CCK_IN_CAPTION } cck_where;

/* What else narrows a claim: "place", "part_of", "planned", "counterparty", "per". Keys in byte order, each once. */
typedef struct cck_scope_item {
  cck_slice key, value;
} cck_scope_item;
typedef CCK_VEC(cck_scope_item) cck_scope;

/* role: from, to, change, whole, part, same, share, born, start, end */
typedef struct cck_link {
  cck_slice role, id;
} cck_link;
typedef CCK_VEC(cck_link) cck_links;

typedef struct cck_claim {
  cck_slice id, src, path;
  cck_claim_kind kind;
  cck_slice text;
  uint32_t start, end;
  bool offsets_in_text; /* JSON "offsets":"text": the reader could not keep file offsets */
  uint32_t line, column;
  cck_slice subject, subject_text; /* entity id (empty when only recognised by name), words */
  cck_slice measure, noun;         /* measure id; lemma of the counted noun's head */
  cck_scope scope;
  cck_value value; /* kind quantity */
  cck_date date;   /* kind date */
  cck_time time;
  cck_modality modality;
  cck_slice speaker;
  bool quoted;
  cck_where in;
  cck_links links;
  cck_slice quote; /* the sentence, on one line */
  cck_slice extra; /* unknown keys, as one JSON object */
} cck_claim;

typedef CCK_VEC(cck_claim) cck_claims;
typedef CCK_VEC(cck_source) cck_sources;

/* Names as they stand in JSON; parsing returns false for an unknown one. */
const char *cck_claim_kind_name(cck_claim_kind kind);
const char *cck_approx_name(cck_approx approx);
const char *cck_change_name(cck_change change); /* NULL for none */
const char *cck_precision_name(cck_precision precision);
const char *cck_basis_name(cck_basis basis);
const char *cck_modality_name(cck_modality modality);
const char *cck_where_name(cck_where where);
const char *cck_weekday_name(int weekday); /* "Monday"; NULL for 0 */
bool cck_claim_kind_parse(cck_slice name, cck_claim_kind *out);
bool cck_approx_parse(cck_slice name, cck_approx *out);
bool cck_change_parse(cck_slice name, cck_change *out);
bool cck_precision_parse(cck_slice name, cck_precision *out);
bool cck_basis_parse(cck_slice name, cck_basis *out);
bool cck_modality_parse(cck_slice name, cck_modality *out);
bool cck_where_parse(cck_slice name, cck_where *out);
bool cck_weekday_parse(cck_slice name, int *out); /* "Monday" -> 1 */

/* A publisher or source name as it is compared: its letters and digits in lower case ("RFE/RL" is "rferl"). */
cck_slice cck_publisher_key(cck_arena *arena, cck_slice name);

/* Lower-case letters and digits, '-' between: "RFE/RL 2004-10-20 Putin Visit" -> "rfe-rl-2004-10-20-putin-visit". */
cck_slice cck_slug(cck_arena *arena, cck_slice text);

/*
 * Source id: the given one; else the slug of publisher, date and title; else of
 * the path. Needs publisher, published, title and path set.
 */
cck_slice cck_source_make_id(cck_arena *arena, const cck_source *source, cck_slice given);

/* What stands for a sentence in claim ids: a hash of its words, folded, without signs and white space. */
cck_slice cck_sentence_key(cck_arena *arena, cck_slice quote);

/*
 * Claim id: "c1" and 20 base-32 letters of the hash of source id, sentence key,
 * cck_claim_value_key and `ordinal` (how many claims with the same three came before).
 */
cck_slice cck_claim_make_id(cck_arena *arena, cck_slice src, cck_slice sentence_key, cck_slice value_key,
                            unsigned ordinal);

/*
 * The key under which claims are compared: measure (else the noun, or the event
 * for dates), subject (else the words, folded), dimension; parts joined by U+001F.
 * Empty when the claim has nothing to be compared by: no measure, noun or event, or
 * a bare noun or event without a subject (a declared measure needs none).
 */
cck_slice cck_claim_group_key(cck_arena *arena, const cck_claim *claim);

/* The normalised value: "5000..5000 soldier", "2005-09-01..2005-11-30"; for ids and fingerprints. */
cck_slice cck_claim_value_key(cck_arena *arena, const cck_claim *claim);

#endif
