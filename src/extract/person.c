#include "extract/person.h"

enum { STEPS = 8, APPOSITION = 20, SENTENCES_BACK = 4, ABBREVIATION = 5 };

/* A sentence to look for names in; its scene where there is one. */
typedef struct view {
  const cck_context *context;
  const cck_sentence *sentence;
  const cck_scene *scene;
} view;

/* A name's tokens. */
typedef struct run {
  uint32_t first, past;
  uint32_t family;
} run;

static cck_slice text_of(const cck_context *context, uint32_t token) {
  return cck_token_text(context->doc->text, &context->doc->tokens.items[token]);
}

static bool inside(const view *v, uint32_t token) { return token >= v->sentence->first && token < v->sentence->past; }

static bool has_class(const view *v, uint32_t token, uint32_t classes) {
  return inside(v, token) && (cck_person_class(v->context, token) & classes);
}

static uint32_t link_class(const view *v, uint32_t token) {
  if (v->scene)
    return cck_scene_class(v->scene, token);
  return inside(v, token) ? cck_link_class(v->context->vocabulary->links, &v->context->doc->tokens.items[token]) : 0;
}

static bool is_sign(const view *v, uint32_t token, const char *sign) {
  return inside(v, token) && cck_token_is(v->context->doc->text, &v->context->doc->tokens.items[token], sign);
}

/* ---- names ---- */

static bool is_name(const view *v, uint32_t token) {
  if (!inside(v, token))
    return false;
  const cck_token *t = &v->context->doc->tokens.items[token];
  return t->kind == CCK_TOKEN_WORD && (t->flags & CCK_TOKEN_CAPITAL) && link_class(v, token) == 0 &&
         !has_class(v, token, CCK_FRAME_KIN | CCK_FRAME_BORN | CCK_FRAME_PERSON) &&
         !(v->scene && cck_scene_in_date(v->scene, token));
}

/* "F." in "John F. Smith", "Mr." */
static bool is_abbreviation(const view *v, uint32_t dot) {
  if (!is_sign(v, dot, ".") || dot == v->sentence->first)
    return false;
  cck_slice word = text_of(v->context, dot - 1);
  bool initial = word.len == 1 && (v->context->doc->tokens.items[dot - 1].flags & CCK_TOKEN_CAPITAL); /* "A." too */
  return initial || (is_name(v, dot - 1) && word.len <= ABBREVIATION);
}

/* "de", "van": a short word between two parts of a name. */
static bool is_particle(const view *v, uint32_t token) {
  if (!inside(v, token) || token == v->sentence->first)
    return false;
  const cck_token *t = &v->context->doc->tokens.items[token];
  return t->kind == CCK_TOKEN_WORD && t->end - t->start <= 3 && link_class(v, token) == 0 && is_name(v, token - 1);
}

/* The hyphen of "Jean-Paul": nothing but names around it. */
static bool is_joint(const view *v, uint32_t token) {
  const cck_tokens *tokens = &v->context->doc->tokens;
  return token > v->sentence->first && cck_token_is_dash(v->context->doc->text, &tokens->items[token]) &&
         is_name(v, token - 1) && !(tokens->items[token].flags & CCK_TOKEN_SPACE) &&
         !(tokens->items[token + 1].flags & CCK_TOKEN_SPACE);
}

/* The name that ends in front of `past`. */
static bool run_before(const view *v, uint32_t past, run *out) {
  uint32_t i = past;
  if (i > v->sentence->first + 1 && is_sign(v, i - 1, ".") && has_class(v, i - 2, CCK_FRAME_SUFFIX))
    i -= 2;
  else if (i > v->sentence->first && has_class(v, i - 1, CCK_FRAME_SUFFIX))
    i--;
  if (i <= v->sentence->first || !is_name(v, i - 1) || has_class(v, i - 1, CCK_FRAME_TITLE))
    return false;
  *out = (run){i - 1, past, i - 1};
  while (out->first > v->sentence->first) {
    uint32_t before = out->first - 1;
    if (is_name(v, before))
      out->first--;
    else if (is_abbreviation(v, before) || is_particle(v, before) || is_joint(v, before))
      out->first -= 2;
    else
      break;
  }
  return text_of(v->context, out->family).len > 1;
}

/* The given name stands before the family name, with nothing but initials between. */
static cck_person person_of(const view *v, const run *r) {
  cck_person person = {.family = text_of(v->context, r->family)};
  for (uint32_t i = r->family; i > r->first; i--) {
    const cck_slice word = text_of(v->context, i - 1);
    if (has_class(v, i - 1, CCK_FRAME_TITLE))
      break;
    if (!is_name(v, i - 1) || word.len < 2)
      continue;
    person.given = word;
    break;
  }
  return person;
}

/* Does the sentence begin with a phrase that a comma ends: "In 1990, John Smith ..."? */
static bool is_fronted(const view *v) {
  uint32_t first = v->sentence->first;
  return (link_class(v, first) & CCK_LINK_PREPOSITION) || has_class(v, first, CCK_FRAME_BORN);
}

/* "of John Smith", "his father Tom Smith", "John and Mary Smith", "near Dayton, Ohio" name somebody or something else.
 */
static bool stands_free(const view *v, const run *r) {
  if (r->first == v->sentence->first)
    return true;
  uint32_t before = r->first - 1;
  uint32_t class = link_class(v, before);
  if (class & (CCK_LINK_PREPOSITION | CCK_LINK_OF | CCK_LINK_CONJUNCTION | CCK_LINK_ARTICLE | CCK_LINK_DEFINITE))
    return false;
  cck_slice word = text_of(v->context, before);
  if (has_class(v, before, CCK_FRAME_KIN) || cck_slice_is(word, "'s") || cck_slice_is(word, "\xe2\x80\x99s") ||
      cck_slice_is(word, "'") || cck_slice_is(word, "\xe2\x80\x99"))
    return false;
  return !is_sign(v, before, ",") || is_fronted(v);
}

static bool person_ending(const view *v, uint32_t past, cck_person *out) {
  run r;
  if (!run_before(v, past, &r) || !stands_free(v, &r))
    return false;
  *out = person_of(v, &r);
  return true;
}

/* The end of the name that begins at the token. */
static uint32_t run_past(const view *v, uint32_t first) {
  uint32_t i = first;
  while (is_name(v, i) || (is_abbreviation(v, i) && is_name(v, i + 1)) || (is_particle(v, i) && is_name(v, i + 1)))
    i++;
  return i;
}

/* ---- pronouns ---- */

/* "He": who the sentence before begins with, or the one before that where that one begins with "he" as well. */
static bool who_is_meant(const cck_scene *scene, cck_person *out) {
  const cck_document *doc = scene->context->doc;
  size_t here = (size_t)(scene->sentence - doc->sentences.items);
  for (size_t back = 1; back <= SENTENCES_BACK && back <= here; back++) {
    const view v = {scene->context, &doc->sentences.items[here - back], NULL};
    cck_block_kind kind = doc->blocks.items[v.sentence->block].kind;
    if (kind == CCK_BLOCK_TITLE || kind == CCK_BLOCK_FURNITURE || v.sentence->past <= v.sentence->first)
      return false;
    if (has_class(&v, v.sentence->first, CCK_FRAME_PERSON))
      continue;
    uint32_t past = run_past(&v, v.sentence->first);
    cck_slice next = past < v.sentence->past ? text_of(scene->context, past) : CCK_S("");
    if (past == v.sentence->first || cck_slice_is(next, "'s") || cck_slice_is(next, "\xe2\x80\x99s") ||
        cck_slice_is(next, "and"))
      return false;
    return person_ending(&v, past, out);
  }
  return false;
}

/* ---- stepping back ---- */

/* Somebody else may be spoken of in these tokens. */
static bool changes_person(const view *v, uint32_t first, uint32_t past) {
  for (uint32_t i = first; i < past; i++)
    if (has_class(v, i, CCK_FRAME_KIN | CCK_FRAME_PERSON) ||
        (link_class(v, i) & (CCK_LINK_SAID | CCK_LINK_RELATIVE | CCK_LINK_SUBORDINATE) &&
         !(link_class(v, i) & (CCK_LINK_PREPOSITION | CCK_LINK_DEFINITE))))
      return true;
  return false;
}

/* Where the bracket or the comma at this token was opened; the token itself when it was not. */
static uint32_t opening(const view *v, uint32_t close) {
  const char *sign = is_sign(v, close, ")") ? "(" : ",";
  for (uint32_t i = close; i > v->sentence->first && close - i < APPOSITION; i--)
    if (is_sign(v, i - 1, sign))
      return changes_person(v, i, close) ? close : i - 1;
  return close;
}

/* "was born in 1950 and died": the verb before "and" has the same subject. */
static uint32_t verb_before_and(const view *v, uint32_t conjunction) {
  for (uint32_t i = conjunction; i > v->sentence->first && conjunction - i < APPOSITION; i--)
    if (has_class(v, i - 1, CCK_FRAME_BORN | CCK_FRAME_DIED))
      return changes_person(v, i, conjunction) ? conjunction : i - 1;
  return conjunction;
}

/* What stands between a person and what is said: "was", "who", "later". */
static bool is_passed_over(const view *v, uint32_t token) {
  cck_slice word = text_of(v->context, token);
  static const char *const more[] = {"who", "had", "has", "also", "later", "then", "still", "now", "just", "who's"};
  if (link_class(v, token) & CCK_LINK_BE)
    return true;
  for (size_t i = 0; i < sizeof more / sizeof *more; i++)
    if (cck_slice_is(word, more[i]))
      return true;
  return cck_slice_ends(word, CCK_S("ly")) && word.len > 4;
}

bool cck_person_before(const cck_scene *scene, uint32_t at, cck_person *out) {
  const view v = {scene->context, scene->sentence, scene};
  uint32_t i = at;
  for (int step = 0; step < STEPS && i > v.sentence->first; step++) {
    uint32_t before = i - 1;
    bool first = before == v.sentence->first;
    if (has_class(&v, before, CCK_FRAME_PERSON))
      return (first || (is_sign(&v, before - 1, ",") && is_fronted(&v))) && who_is_meant(scene, out);
    if (person_ending(&v, i, out))
      return true;
    if (is_sign(&v, before, ",") && person_ending(&v, before, out))
      return true;
    uint32_t next = before;
    if (is_sign(&v, before, ")"))
      next = opening(&v, before);
    else if (is_sign(&v, before, ","))
      next = opening(&v, before) + 1;
    else if (cck_slice_is(text_of(v.context, before), "and"))
      next = verb_before_and(&v, before);
    else if (!is_passed_over(&v, before))
      return false;
    if (next >= i || (next == before && !is_passed_over(&v, before)))
      return false;
    i = next;
  }
  return false;
}

bool cck_person_full_name(const cck_scene *scene, uint32_t past, uint32_t *first) {
  const view v = {scene->context, scene->sentence, scene};
  run r;
  if (past <= scene->sentence->first || !run_before(&v, past, &r) || !person_of(&v, &r).given.len)
    return false;
  *first = r.first;
  return true;
}

bool cck_person_at(const cck_scene *scene, uint32_t at, cck_person *out) {
  const view v = {scene->context, scene->sentence, scene};
  if (has_class(&v, at, CCK_FRAME_PERSON))
    return who_is_meant(scene, out);
  uint32_t past = run_past(&v, at);
  return past > at && person_ending(&v, past, out);
}

/* ---- one person ---- */

/* Is more than one given name told with the family name? */
static bool is_shared(const cck_context *context, const cck_person *person) {
  const cck_tokens *tokens = &context->doc->tokens;
  cck_slice seen = {NULL, 0};
  for (size_t i = 1; i < tokens->count; i++) {
    const cck_token *before = &tokens->items[i - 1];
    if (!(tokens->items[i].flags & CCK_TOKEN_CAPITAL) || !(before->flags & CCK_TOKEN_CAPITAL) ||
        before->kind != CCK_TOKEN_WORD || !cck_slice_eq(text_of(context, (uint32_t)i), person->family))
      continue;
    cck_slice given = text_of(context, (uint32_t)i - 1);
    if (given.len < 2 || (cck_person_class(context, (uint32_t)i - 1) & CCK_FRAME_TITLE) ||
        cck_link_class(context->vocabulary->links, before))
      continue;
    if (seen.len && !cck_slice_eq(seen, given))
      return true;
    seen = given;
  }
  return false;
}

bool cck_person_same(const cck_context *context, const cck_person *a, const cck_person *b) {
  if (!cck_slice_eq(a->family, b->family))
    return false;
  if (a->given.len && b->given.len)
    return cck_slice_eq(a->given, b->given);
  return !is_shared(context, a);
}
