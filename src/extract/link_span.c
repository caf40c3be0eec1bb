/*
 * Spans: a length of time and the two dates between which it lies, told as one.
 *   "the 30-year lease from 2012 to 2040"      30-year -> start, end: both the one claim "2012 to 2040"
 *   "served 12 years, from 1990 to 2000"
 *   "from 5 to 9 May, a three-day visit"
 * Only what lasts by itself counts: bonds "sold from 2001 to 2003" have a term of their own.
 */
#include "extract/frame_words.h"
#include "extract/link.h"
#include "extract/person.h"

enum { NOUN_PHRASE = 5, BETWEEN = 9, LEAD = 5 };

/* Two ends: one mention of both, or two mentions that a word joins. */
typedef struct ends {
  const cck_mention *start, *end;
} ends;

static bool has_class(const cck_scene *scene, uint32_t token, uint32_t classes) {
  return token >= scene->sentence->first && token < scene->sentence->past &&
         (cck_person_class(scene->context, token) & classes);
}

static bool is_word(const cck_scene *scene, uint32_t token, const char *word) {
  return token >= scene->sentence->first && token < scene->sentence->past &&
         cck_slice_eq_nocase(cck_token_text(scene->context->doc->text, &scene->tokens[token]), cck_slice_of(word));
}

static bool is_dash(const cck_scene *scene, uint32_t token) {
  return cck_token_is_dash(scene->context->doc->text, &scene->tokens[token]);
}

static bool joins_ends(const cck_scene *scene, uint32_t token) {
  return (cck_scene_class(scene, token) & (CCK_LINK_TO | CCK_LINK_UNTIL)) || is_word(scene, token, "and") ||
         is_dash(scene, token);
}

/* ---- dates ---- */

/* Does this half of a span name its unit itself: a day where days are told, a month where months are? */
static bool names_unit(const cck_scene *scene, uint32_t first, uint32_t past, cck_precision precision) {
  for (uint32_t i = first; i < past; i++) {
    const cck_token *t = &scene->tokens[i];
    bool number = t->kind == CCK_TOKEN_NUMBER;
    if (precision == CCK_PRECISION_DAY && number && t->end - t->start <= 2)
      return true;
    if (precision == CCK_PRECISION_MONTH && t->kind == CCK_TOKEN_WORD)
      return true;
    if (precision == CCK_PRECISION_YEAR && number)
      return true;
  }
  return false;
}

/* "2012 to 2040", "5 to 9 May"; not "2015 to May 5, 2017", whose ends are not told alike. */
static bool has_both_ends(const cck_scene *scene, const cck_mention *date) {
  uint32_t joint = date->first + 1;
  while (joint + 1 < date->past && !joins_ends(scene, joint))
    joint++;
  return joint + 1 < date->past && names_unit(scene, date->first, joint, date->date.precision) &&
         names_unit(scene, joint + 1, date->past, date->date.precision);
}

static bool is_told(const cck_mention *date) { return date->date.valid && cck_period_is_known(date->date.days); }

/* The ends that begin with the date at this place of the sentence. */
static bool ends_at(const cck_scene *scene, size_t at, ends *out) {
  const cck_mention *date = &scene->dates.items[at];
  if (!is_told(date))
    return false;
  *out = (ends){date, date};
  if (has_both_ends(scene, date))
    return true;
  if (at + 1 >= scene->dates.count)
    return false;
  out->end = &scene->dates.items[at + 1];
  return is_told(out->end) && out->end->first == date->past + 1 && joins_ends(scene, date->past) &&
         out->end->date.precision == date->date.precision && date->date.precision <= CCK_PRECISION_YEAR;
}

/* ---- lengths ---- */

static bool is_length(const cck_mention *m) {
  static const char *const units[] = {"day", "week", "month", "year", "decade"};
  if (m->kind != CCK_CLAIM_QUANTITY || m->value.change != CCK_CHANGE_NONE)
    return false;
  for (size_t i = 0; i < sizeof units / sizeof *units; i++)
    if (cck_slice_is(m->value.unit, units[i]))
      return true;
  return false;
}

/* "30-year": what lasts stands behind it. */
static bool is_modifier(const cck_scene *scene, const cck_mention *m) {
  for (uint32_t i = m->first + 1; i < m->past; i++)
    if (is_dash(scene, i) && !(scene->tokens[i].flags & CCK_TOKEN_SPACE) && i >= m->number_past)
      return true;
  return false;
}

/* "for 12 years", "served more than 12 years": the length of what is told; not "every two years", "the first 12 years".
 */
static bool is_lasting(const cck_scene *scene, const cck_mention *m) {
  static const char *const verbs[] = {"served", "spent", "lasted", "ruled",   "reigned",
                                      "lived",  "for",   "ran",    "governed"};
  for (uint32_t i = m->first; i > scene->sentence->first && m->first - i < LEAD; i--) {
    if (is_word(scene, i - 1, "of") && i - 1 > scene->sentence->first && has_class(scene, i - 2, CCK_FRAME_LASTING))
      return true; /* "a term of five years" */
    for (size_t w = 0; w < sizeof verbs / sizeof *verbs; w++)
      if (is_word(scene, i - 1, verbs[w]))
        return true;
    if (m->value.approx == CCK_APPROX_EXACT)
      return false;
  }
  return false;
}

/* The token behind what lasts: "30-year lease |", "five-year economic plan |"; 0 when nothing that lasts is named. */
static uint32_t past_noun(const cck_scene *scene, const cck_mention *m) {
  for (uint32_t i = m->past; i < scene->sentence->past && i - m->past < NOUN_PHRASE; i++) {
    if (has_class(scene, i, CCK_FRAME_LASTING) && !has_class(scene, i + 1, CCK_FRAME_LASTING))
      return i + 1;
    if (scene->tokens[i].kind != CCK_TOKEN_WORD || cck_scene_class(scene, i))
      return 0;
  }
  return 0;
}

/* Where the length ends with its noun; 0 when it is not one of something that lasts. */
static uint32_t past_length(const cck_scene *scene, const cck_mention *m) {
  if (m->noun_past > m->past || is_modifier(scene, m))
    return past_noun(scene, m);
  return is_lasting(scene, m) ? m->past : 0;
}

/* ---- one statement ---- */

/* "in Oslo", "of the pier" between what lasts and its dates. */
static bool is_place(const cck_scene *scene, uint32_t token) {
  uint32_t class = cck_scene_class(scene, token);
  bool noun = class == 0 && scene->tokens[token].kind == CCK_TOKEN_WORD && token >= scene->sentence->first + 2 &&
              (cck_scene_class(scene, token - 1) & (CCK_LINK_ARTICLE | CCK_LINK_DEFINITE)) &&
              (cck_scene_class(scene, token - 2) & (CCK_LINK_PLACE | CCK_LINK_OF));
  return noun || (class & (CCK_LINK_PLACE | CCK_LINK_TO | CCK_LINK_ARTICLE | CCK_LINK_OF)) ||
         cck_scene_is_name_word(scene, token);
}

/* Between a length and its dates: "from", ", from", "(", "in Oslo from"; behind a noun that lasts also "runs from". */
static bool leads_to_dates(const cck_scene *scene, uint32_t from, uint32_t to, bool noun) {
  bool joined = false;
  if (to <= from || to - from > BETWEEN)
    return false;
  for (uint32_t i = from; i < to; i++) {
    bool verb =
        has_class(scene, i, CCK_FRAME_LASTS) || (cck_scene_class(scene, i) & (CCK_LINK_BE | CCK_LINK_AUXILIARY));
    bool light = noun ? verb || is_place(scene, i) : is_place(scene, i) && !is_word(scene, i, "a");
    bool word = is_word(scene, i, "from") || is_word(scene, i, "between");
    bool sign = cck_scene_sign(scene, i, "(") || (cck_scene_sign(scene, i, ",") && (i == from || i + 2 >= to));
    joined = word || cck_scene_sign(scene, i, "(") || (sign && i + 1 == to);
    if (!light && !word && !sign)
      return false;
  }
  return joined;
}

/* "from 5 to 9 May, a three-day visit", "1990-1995, a period of five years" */
static bool follows_dates(const cck_scene *scene, uint32_t from, uint32_t to) {
  enum { LONGEST = 4 };
  bool comma =
      from < to && (cck_scene_sign(scene, from, ",") || is_dash(scene, from) || cck_scene_sign(scene, from, "("));
  if (!comma || to - from > LONGEST)
    return false;
  for (uint32_t i = from + 1; i < to; i++)
    if (!(cck_scene_class(scene, i) & (CCK_LINK_ARTICLE | CCK_LINK_OF)) && !has_class(scene, i, CCK_FRAME_LASTING))
      return false;
  return true;
}

static bool belongs(const cck_scene *scene, const cck_mention *m, const ends *e) {
  uint32_t past = past_length(scene, m);
  if (e->start->first >= m->past)
    return past && leads_to_dates(scene, past, e->start->first, past > m->past);
  bool period =
      m->first > e->end->past && has_class(scene, m->first - 2, CCK_FRAME_LASTING); /* "a period of five years" */
  return e->end->past <= m->first && (past || period) && follows_dates(scene, e->end->past, m->first);
}

static void link_ends(const cck_scene *scene, cck_claims *claims, size_t first, const cck_mention *m, const ends *e) {
  cck_claim *length = cck_link_claim_of(claims, first, scene, m);
  const cck_claim *start = cck_link_claim_of(claims, first, scene, e->start);
  const cck_claim *end = cck_link_claim_of(claims, first, scene, e->end);
  if (!length || !start || !end)
    return;
  cck_link_add(scene, length, "start", start);
  cck_link_add(scene, length, "end", end);
}

/* The nearest ends on either side, if they are one statement with it. */
void cck_link_lengths(const cck_scene *scene, cck_claims *claims, size_t first) {
  for (size_t q = 0; scene->dates.count && q < scene->quantities.count; q++) {
    const cck_mention *m = &scene->quantities.items[q];
    ends e;
    for (size_t d = 0; d < scene->dates.count && is_length(m); d++) {
      if (!ends_at(scene, d, &e) || !belongs(scene, m, &e))
        continue;
      link_ends(scene, claims, first, m, &e);
      break;
    }
  }
}
