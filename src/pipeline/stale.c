#include "pipeline/stale.h"

#include <stdlib.h>

#include "base/digest.h"
#include "base/io.h"
#include "pipeline/keep.h"

static bool is_stale(const cck_checker *checker, const cck_source *source) {
  return !cck_slice_eq(source->lexicon, checker->rules->lexicon->fingerprint) ||
         !cck_slice_is(source->extractor, CCK_EXTRACTOR_VERSION);
}

/* What the store knows and the article may not say again: its id, and what came from the command line. */
static cck_meta given_meta(const cck_source *source) {
  cck_meta given = {.id = source->id, .publisher = source->publisher};
  if (cck_slice_is(source->published_from, "command line")) {
    given.published = source->published;
    given.published_from = source->published_from;
  }
  return given;
}

static void set_path(cck_source *source, cck_claims *claims, cck_slice path) {
  source->path = path;
  for (size_t i = 0; i < claims->count; i++)
    claims->items[i].path = path;
}

/* The one of a file's documents that was stored. */
static cck_document *find_unchanged(cck_arena *arena, cck_documents *documents, cck_slice sha256) {
  for (size_t i = 0; i < documents->count; i++)
    if (cck_slice_eq(cck_sha256_hex(arena, documents->items[i].digest_of), sha256))
      return &documents->items[i];
  return NULL;
}

static bool read_again(cck_checker *checker, const char *folder, cck_stored *stored) {
  cck_arena *scratch = &checker->scratch;
  cck_arena_reset(scratch);
  cck_slice path = cck_path_join(scratch, cck_slice_of(folder), stored->source.path);
  cck_meta given = given_meta(&stored->source);
  cck_documents documents = {0};
  if (!stored->source.path.len || !cck_is_file(path.ptr) ||
      cck_documents_read(scratch, path.ptr, &given, &documents, NULL) != CCK_OK)
    return false;
  cck_document *doc = find_unchanged(scratch, &documents, stored->source.sha256);
  if (!doc)
    return false;
  cck_extraction extraction = {0};
  cck_extract(checker->extractor, doc, &extraction);
  cck_slice stored_path = stored->source.path, extra = stored->source.extra;
  stored->source = *cck_keep_source(&checker->arena, &extraction.source);
  stored->source.extra = extra;
  stored->claims = cck_keep_claims(&checker->arena, &extraction.claims);
  set_path(&stored->source, &stored->claims, stored_path);
  return true;
}

/*
 * The stored sentences as a small document, a paragraph each. It begins with a line
 * feed, so that a sentence of dashes is not taken for front matter.
 */
static void sentences_document(const cck_stored *stored, cck_buffer *text, uint32_t *starts) {
  cck_slice last = {0};
  uint32_t start = 0;
  cck_put_char(text, '\n');
  for (size_t i = 0; i < stored->claims.count; i++) {
    cck_slice quote = stored->claims.items[i].quote;
    if (i == 0 || !cck_slice_eq(quote, last)) {
      start = (uint32_t)text->len;
      cck_put(text, quote);
      cck_put_text(text, "\n\n");
      last = quote;
    }
    starts[i] = start;
  }
}

static void take_links(cck_arena *arena, cck_claim *claim, const cck_claim *linked) {
  cck_claims one = {.items = NULL};
  cck_claim copy = *linked;
  CCK_PUSH(arena, &one, copy);
  const cck_claim *kept = cck_keep_claims(arena, &one).items;
  claim->subject = kept->subject;
  claim->subject_text = kept->subject_text;
  claim->measure = kept->measure;
  claim->scope = kept->scope;
}

/* Both lists are in document order, so one walk finds every claim's counterpart: same sentence, same words. */
static void link_claims(cck_checker *checker, cck_stored *stored, const cck_claims *found, const uint32_t *starts) {
  size_t from = 0;
  for (size_t i = 0; i < stored->claims.count; i++) {
    cck_claim *claim = &stored->claims.items[i];
    uint32_t end = starts[i] + (uint32_t)claim->quote.len;
    while (from < found->count && found->items[from].start < starts[i])
      from++;
    for (size_t j = from; j < found->count && found->items[j].start < end; j++) {
      if (found->items[j].kind != claim->kind || !cck_slice_eq(found->items[j].text, claim->text))
        continue;
      take_links(&checker->arena, claim, &found->items[j]);
      from = j + 1;
      break;
    }
  }
}

static void link_again(cck_checker *checker, cck_stored *stored) {
  cck_arena *scratch = &checker->scratch;
  cck_arena_reset(scratch);
  cck_meta given = given_meta(&stored->source);
  given.title = stored->source.title;
  given.published = cck_source_published(&stored->source);
  given.published_from = given.published.len ? stored->source.published_from : (cck_slice){NULL, 0};
  uint32_t *starts = cck_arena_alloc(scratch, (stored->claims.count + 1) * sizeof *starts);
  cck_buffer text = {0};
  cck_document doc = {0};
  cck_extraction extraction = {0};
  sentences_document(stored, &text, starts);
  if (cck_document_parse(scratch, CCK_S("stored sentences"), cck_buffer_slice(&text), &given, &doc, NULL) == CCK_OK) {
    cck_extract(checker->extractor, &doc, &extraction);
    link_claims(checker, stored, &extraction.claims, starts);
  }
  stored->source.lexicon = checker->rules->lexicon->fingerprint;
  stored->source.extractor = CCK_S(CCK_EXTRACTOR_VERSION);
  cck_buffer_fini(&text);
}

cck_freshness cck_refresh(cck_checker *checker, const char *folder, cck_stored *stored) {
  if (!is_stale(checker, &stored->source))
    return CCK_FRESH;
  if (read_again(checker, folder, stored))
    return CCK_REREAD;
  link_again(checker, stored);
  return CCK_RELINKED;
}

cck_status cck_store_current(cck_checker *checker, cck_store *store, cck_stored_list *out, cck_error *error) {
  cck_status status = cck_store_read(store, &checker->arena, out, error);
  for (size_t i = 0; status == CCK_OK && i < out->count; i++) {
    cck_progress_tell(&checker->options.progress, "looking at", "stored sources", i, out->count);
    cck_freshness freshness = cck_refresh(checker, cck_store_folder(store), &out->items[i]);
    checker->reread += freshness == CCK_REREAD;
    checker->relinked += freshness == CCK_RELINKED;
  }
  return status;
}

static int by_source(const void *a, const void *b) {
  const cck_body *left = a, *right = b;
  return cck_slice_cmp(left->source->id, right->source->id);
}

void cck_bodies_sort(cck_body *bodies, size_t count) {
  if (count)
    qsort(bodies, count, sizeof *bodies, by_source);
}
