/* name fits published: Rakhmonov in 2014, Rahmon in 2004. */
#include "base/utf8.h"
#include "rule/kinds.h"

static bool holds(cck_period valid, cck_period when) {
  return !cck_period_is_none(when) && cck_period_overlaps(valid, when);
}

/* Does an article of that day, or of the time that it tells of, rightly use the name? */
static bool may_use(const cck_alias *alias, const cck_candidate *c) {
  bool told = c->claim->time.basis == CCK_BASIS_TEXT || c->claim->time.basis == CCK_BASIS_RELATIVE;
  return cck_period_is_none(alias->valid) || holds(alias->valid, cck_source_when(c->body->source)) ||
         (told && holds(alias->valid, c->claim->time.days));
}

typedef struct name_use {
  const cck_alias *used;  /* the name as written, outside its time */
  const cck_alias *right; /* a dated name of then, or NULL */
  bool fits;              /* the name as written is right after all */
} name_use;

static name_use look_up(const cck_scan *scan, const cck_candidate *c, uint32_t entity) {
  const cck_lexicon *lexicon = scan->run->rules->lexicon;
  cck_slice text = cck_utf8_fold(scan->arena, c->claim->text);
  name_use use = {NULL, NULL, false};
  for (size_t i = 0; i < lexicon->aliases.count; i++) {
    const cck_alias *alias = &lexicon->aliases.items[i];
    if (alias->entity != entity)
      continue;
    bool written = cck_slice_eq(cck_utf8_fold(scan->arena, alias->text), text);
    bool dated = !cck_period_is_none(alias->valid);
    use.fits = use.fits || (written && may_use(alias, c));
    if (written && dated && !use.used)
      use.used = alias;
    if (!written && dated && !use.right && holds(alias->valid, cck_source_when(c->body->source)))
      use.right = alias;
  }
  return use;
}

static void report(const cck_scan *scan, const cck_candidate *c, const name_use *use) {
  cck_arena *arena = scan->run->arena;
  cck_slice published = cck_open_period_words(arena, cck_source_when(c->body->source));
  cck_slice valid = cck_period_text(arena, use->used->valid);
  cck_draft draft = cck_draft_new(scan, CCK_RELATION_INCONSISTENT);
  cck_draft_party(scan, &draft, c);
  draft.message.values[CCK_MESSAGE_value] = cck_claim_words(arena, c->claim);
  draft.message.values[CCK_MESSAGE_date] = published;
  draft.message.values[CCK_MESSAGE_limit] = valid;
  if (use->right)
    draft.message.values[CCK_MESSAGE_other] =
        cck_arena_printf(arena, "; the name then was %.*s", (int)use->right->text.len, use->right->text.ptr);
  cck_draft_step(scan, &draft, "the rules give \"%.*s\" for %s; the article is of %s", (int)use->used->text.len,
                 use->used->text.ptr, valid.ptr, published.ptr);
  cck_run_report(scan, &draft);
}

static void evaluate(const cck_scan *scan) {
  for (size_t i = 0; i < scan->count; i++) {
    const cck_candidate *c = &scan->items[i];
    uint32_t entity = cck_lexicon_entity(scan->run->rules->lexicon, c->claim->subject);
    if (c->claim->kind != CCK_CLAIM_NAME || entity == CCK_LEXICON_NONE ||
        cck_period_is_none(cck_source_when(c->body->source)))
      continue;
    name_use use = look_up(scan, c, entity);
    if (!use.used)
      continue;
    cck_run_mark(scan, c);
    if (!use.fits)
      report(scan, c, &use);
  }
}

const cck_kind_form cck_kind_form_name_fits = {evaluate, "{value} in an article of {date}{other}"};
