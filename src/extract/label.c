#include "extract/label.h"

#include "extract/link.h"

enum { LABEL_TOKENS = 14, HEADING_TOKENS = 8, PLACE_WORDS = 4, YEAR_REACH = 6 };

static bool in_label(const cck_scene *scene, uint32_t token) { return token < scene->label_past; }

/* ---- headings ---- */

/* A name of its own: neither "Russian" nor "Moscow", which begin reports from there. */
static bool is_proper(const cck_scene *scene, const cck_entity_mention *e) {
  return e->alias != CCK_LEXICON_NONE && scene->context->lexicon->aliases.items[e->alias].role == CCK_ALIAS_NAME;
}

/* The tokens first..past of the sentence without Markdown's marks, the stop or colon at its end and a remark in
 * brackets. */
static bool bare_words(const cck_scene *scene, uint32_t *first, uint32_t *past) {
  *first = scene->sentence->first;
  *past = scene->sentence->past;
  while (cck_scene_sign(scene, *first, "#") || cck_scene_sign(scene, *first, "*"))
    ++*first;
  if (*past > *first && (cck_scene_sign(scene, *past - 1, ".") || cck_scene_sign(scene, *past - 1, ":")))
    --*past;
  if (*past > *first + 2 && cck_scene_sign(scene, *past - 1, ")"))
    for (uint32_t i = *past - 1; i > *first && *past - i < HEADING_TOKENS; i--)
      if (cck_scene_sign(scene, i - 1, "(")) {
        *past = i - 1;
        break;
      }
  return *past > *first && *past - *first <= HEADING_TOKENS;
}

/* The entity whose name is all of these tokens, "U.S." not, which ends many a piece of a sentence. */
static uint32_t entity_named(const cck_scene *scene, const cck_token *tokens, uint32_t count) {
  const cck_lexicon *lexicon = scene->context->lexicon;
  const cck_trie_entry *entry = NULL;
  if (count == 0 || cck_slice_ends(cck_token_text(scene->context->doc->text, &tokens[count - 1]), CCK_S(".")) ||
      cck_lexicon_match(lexicon, tokens, count, &entry) != count || !entry)
    return CCK_LEXICON_NONE;
  const cck_alias *alias = &lexicon->aliases.items[entry->payload];
  return alias->role == CCK_ALIAS_NAME ? alias->entity : CCK_LEXICON_NONE;
}

/* "Ruritania, Republic of", "Islands, The": the name as lists turn it round. */
static uint32_t entity_turned(const cck_scene *scene, uint32_t first, uint32_t past) {
  cck_token turned[HEADING_TOKENS];
  uint32_t comma = first;
  uint32_t count = 0;
  while (comma < past && !cck_scene_sign(scene, comma, ","))
    comma++;
  if (comma == first || comma + 1 >= past)
    return CCK_LEXICON_NONE;
  if (comma + 2 == past && (cck_scene_class(scene, comma + 1) & CCK_LINK_ARTICLE))
    return entity_named(scene, &scene->tokens[first], comma - first);
  for (uint32_t i = comma + 1; i < past; i++)
    turned[count++] = scene->tokens[i];
  for (uint32_t i = first; i < comma; i++)
    turned[count++] = scene->tokens[i];
  return entity_named(scene, turned, count);
}

/* Is the sentence only a name? */
static void note_heading(const cck_scene *scene, cck_memory *memory) {
  const cck_sentence *s = scene->sentence;
  uint32_t first, past;
  if (!bare_words(scene, &first, &past))
    return;
  uint32_t name = first + (past > first + 1 && (cck_scene_class(scene, first) & CCK_LINK_ARTICLE) ? 1u : 0u);
  uint32_t entity = entity_named(scene, &scene->tokens[name], past - name);
  if (entity == CCK_LEXICON_NONE)
    entity = entity_turned(scene, first, past);
  if (entity == CCK_LEXICON_NONE)
    return;
  const cck_block *block = &scene->context->doc->blocks.items[s->block];
  memory->heading = (cck_heading){entity, first, past, s->block, block->past - block->first == 1, 0, s->block};
  for (uint32_t i = s->first; cck_scene_sign(scene, i, "#"); i++)
    memory->heading.marks++;
}

/* A short line without figure or stop, which may head what follows though its name is not known; with its marks. */
static bool is_line(const cck_document *doc, const cck_block *block, uint32_t *marks) {
  if (block->past - block->first != 1 || block->kind == CCK_BLOCK_FURNITURE)
    return false;
  const cck_sentence *s = &doc->sentences.items[block->first];
  uint32_t i = s->first;
  while (i < s->past && cck_token_is(doc->text, &doc->tokens.items[i], "#"))
    i++;
  *marks = i - s->first;
  if (i >= s->past || s->past - i > HEADING_TOKENS || !(doc->tokens.items[i].flags & CCK_TOKEN_CAPITAL))
    return false;
  for (; i < s->past; i++)
    if (doc->tokens.items[i].kind != CCK_TOKEN_WORD && !cck_token_is(doc->text, &doc->tokens.items[i], "-"))
      return false;
  return true;
}

/* Another line between the heading and here ends it, unless Markdown's marks put it below: "### Economy". */
static void end_heading(const cck_scene *scene, cck_heading *heading) {
  const cck_document *doc = scene->context->doc;
  uint32_t here = scene->sentence->block;
  while (heading->past && heading->alone && heading->seen + 1 < here) {
    uint32_t marks = 0;
    heading->seen++;
    if (is_line(doc, &doc->blocks.items[heading->seen], &marks) && (heading->marks == 0 || marks <= heading->marks))
      heading->past = 0;
  }
}

/* "Ruritania" on a line of its own, which its label's line follows. */
static bool opens_line(const cck_scene *scene, const cck_entity_mention *e) {
  return e->first == scene->sentence->first && e->past < scene->label_past && is_proper(scene, e) &&
         (scene->tokens[e->past].flags & CCK_TOKEN_NEWLINE);
}

/*
 * A heading in a paragraph holds to its end. One on a line of its own holds for the lines with labels down to the next
 * heading; of running text for the first paragraph only.
 */
static bool heading_holds(const cck_scene *scene, const cck_heading *heading) {
  uint32_t block = scene->sentence->block;
  if (heading->past == 0 || scene->sentence->first < heading->past)
    return false;
  return heading->block == block || (heading->alone && (scene->label_past || heading->block + 1 == block));
}

/* ---- labels ---- */

static bool may_be_in_label(const cck_scene *scene, uint32_t token) {
  uint32_t class = cck_scene_class(scene, token);
  return scene->tokens[token].kind != CCK_TOKEN_NUMBER && !cck_scene_in_date(scene, token) &&
         !(class & (CCK_LINK_SAID | CCK_LINK_AUXILIARY | CCK_LINK_PRONOUN)) && !cck_scene_sign(scene, token, ";") &&
         !cck_scene_sign(scene, token, "\"");
}

static uint32_t label_end(const cck_scene *scene) {
  const cck_sentence *s = scene->sentence;
  for (uint32_t i = s->first; i + 1 < s->past && i - s->first < LABEL_TOKENS; i++) {
    if (cck_scene_sign(scene, i, ":"))
      return i > s->first ? i + 1 : 0;
    if (!may_be_in_label(scene, i))
      break;
  }
  return 0;
}

bool cck_label_ends(const cck_scene *scene, uint32_t past) {
  if (!in_label(scene, past))
    return false;
  if (cck_scene_class(scene, past) & CCK_LINK_OF) /* "Public debt of Ruritania:" */
    for (size_t i = 0; i < scene->entities.count; i++)
      if (scene->entities.items[i].past + 1 == scene->label_past && scene->entities.items[i].first > past)
        return scene->entities.items[i].first - past <= 2;
  return past + 1 == scene->label_past ||
         (cck_scene_sign(scene, past, "(") && cck_scene_sign(scene, scene->label_past - 2, ")"));
}

void cck_label_read(cck_scene *scene, cck_memory *memory) {
  scene->label_past = scene->dates.count + scene->quantities.count ? label_end(scene) : 0;
  for (size_t i = 0; scene->label_past && i < scene->entities.count; i++) {
    const cck_entity_mention *e = &scene->entities.items[i];
    if (opens_line(scene, e))
      memory->heading =
          (cck_heading){.entity = e->entity, .first = e->first, .past = e->past, .block = scene->sentence->block};
  }
  end_heading(scene, &memory->heading);
  note_heading(scene, memory);
  scene->heading = heading_holds(scene, &memory->heading) ? memory->heading : (cck_heading){0};
}

/* ---- what a label governs ---- */

/* The entity named right behind the number, as far as the counted noun goes. */
static const cck_entity_mention *place_of(const cck_scene *scene, const cck_mention *m) {
  for (size_t i = 0; i < scene->entities.count; i++) {
    const cck_entity_mention *e = &scene->entities.items[i];
    if (e->first == m->number_past && e->past >= m->noun_past && is_proper(scene, e))
      return e;
  }
  return NULL;
}

/* Past a run of capitalised words, "Middle East", behind the first figure of a label. */
static uint32_t capitals_past(const cck_scene *scene, const cck_mention *m) {
  uint32_t i = m->number_past;
  while (i < scene->sentence->past && i - m->number_past < PLACE_WORDS && cck_scene_is_name_word(scene, i))
    i++;
  return i;
}

static void place_figure(const cck_scene *scene, cck_mention *m, bool first) {
  const cck_entity_mention *e = place_of(scene, m);
  uint32_t past = e ? e->past : first ? capitals_past(scene, m) : m->number_past;
  if (past == m->number_past || past < m->noun_past)
    return;
  m->place_first = m->number_past;
  m->place_past = past;
  m->noun_first = m->noun_past = m->past = m->number_past;
  m->noun = m->value.unit = (cck_slice){NULL, 0};
}

/* Do words of a measure end the label? Any other colon may stand in a headline or a remark. */
static bool names_measure(const cck_scene *scene) {
  for (size_t i = 0; scene->label_past && i < scene->words.count; i++)
    if (cck_label_ends(scene, scene->words.items[i].past))
      return true;
  return false;
}

static bool same_dimension(const cck_scene *scene, const cck_mention *a, const cck_mention *b) {
  const cck_unit_table *units = scene->context->units;
  bool count_a = a->value.unit.len == 0 || a->noun.len;
  bool count_b = b->value.unit.len == 0 || b->noun.len;
  if (count_a || count_b)
    return count_a && count_b;
  return cck_slice_eq(cck_unit_dimension(units, scene->context->arena, a->value.unit),
                      cck_unit_dimension(units, scene->context->arena, b->value.unit));
}

/* "1.1% of GDP (2017), 1.0% of GDP (2016)": each has its year. Of counts the later ones count something else. */
static bool is_row_of_years(const cck_scene *scene, const cck_mention *m) {
  const cck_mention *year = cck_link_bracketed(scene, m);
  return m->value.unit.len && !m->noun.len && year && year->first > m->past && year->first - m->past < YEAR_REACH;
}

/* Does the label name what the figure measures, which stands outside brackets? `before`: those that the label named. */
static bool is_governed(const cck_scene *scene, const cck_mention *m, const cck_mentions *before) {
  if (m->place_past > m->place_first)
    return true;
  for (size_t i = 0; i < before->count; i++)
    if (same_dimension(scene, &before->items[i], m))
      return is_row_of_years(scene, m);
  return true;
}

/* Open round brackets in front of the token `to`, counted on from `from`. */
static unsigned depth_at(const cck_scene *scene, uint32_t from, uint32_t to, unsigned depth) {
  for (uint32_t i = from; i < to; i++) {
    if (cck_scene_sign(scene, i, "("))
      depth++;
    else if (depth && cck_scene_sign(scene, i, ")"))
      depth--;
  }
  return depth;
}

void cck_label_settle(cck_scene *scene) {
  cck_mentions governed = {0};
  uint32_t from = scene->label_past;
  unsigned depth = 0;
  bool first = true;
  if (!names_measure(scene))
    return;
  for (size_t i = 0; i < scene->quantities.count; i++) {
    cck_mention *m = &scene->quantities.items[i];
    if (m->kind != CCK_CLAIM_QUANTITY || m->first < from)
      continue;
    depth = depth_at(scene, from, m->first, depth);
    from = m->first;
    if (depth)
      continue;
    if (m->noun_past > m->noun_first)
      place_figure(scene, m, first);
    first = false;
    m->labelled = is_governed(scene, m, &governed);
    CCK_PUSH(scene->context->arena, &governed, *m);
  }
}
