#include "pipeline/stale.h"

#include <stdlib.h>

#include "base/digest.h"
#include "base/io.h"
#include "pipeline/keep.h"
#include "text/metadata.h"

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

/* Reads the file, unless it is the one that was read last: the sources of a feed come one after the other. */
static bool read_file(cck_checker *checker, cck_slice path) {
  cck_again *again = &checker->again;
  if (again->path.len && cck_slice_eq(again->path, path))
    return again->documents.count > 0;
  cck_arena_reset(&again->arena);
  again->documents = (cck_documents){.items = NULL};
  again->digests = (cck_slices){.items = NULL};
  again->path = cck_arena_copy(&again->arena, path);
  if (!cck_is_file(path.ptr) || cck_documents_read(&again->arena, path.ptr, NULL, &again->documents, NULL) != CCK_OK)
    again->documents.count = 0;
  for (size_t i = 0; i < again->documents.count; i++)
    CCK_PUSH(&again->arena, &again->digests, cck_sha256_hex(&again->arena, again->documents.items[i].digest_of));
  return again->documents.count > 0;
}

/* The one of the file's documents that was stored. */
static const cck_document *find_unchanged(const cck_again *again, cck_slice sha256) {
  for (size_t i = 0; i < again->documents.count; i++)
    if (cck_slice_eq(again->digests.items[i], sha256))
      return &again->documents.items[i];
  return NULL;
}

static bool read_again(cck_checker *checker, const char *folder, cck_stored *stored) {
  cck_arena_reset(&checker->scratch);
  cck_slice path = cck_path_join(&checker->scratch, cck_slice_of(folder), stored->source.path);
  if (!stored->source.path.len || !read_file(checker, path))
    return false;
  const cck_document *unchanged = find_unchanged(&checker->again, stored->source.sha256);
  if (!unchanged)
    return false;
  cck_meta given = given_meta(&stored->source);
  cck_document copy = *unchanged, *doc = &copy;
  copy.arena = &checker->scratch;
  cck_meta_override(&copy.meta, &given);
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

/* A stored source by the place of its file. */
typedef struct stored_place {
  cck_slice path;
  size_t index;
} stored_place;

static int by_path(const void *a, const void *b) {
  const stored_place *left = a, *right = b;
  int order = cck_slice_cmp(left->path, right->path);
  return order ? order : (left->index > right->index) - (left->index < right->index);
}

cck_freshness *cck_refresh_all(cck_checker *checker, const char *folder, cck_stored_list *list) {
  cck_arena *arena = &checker->arena;
  cck_freshness *out = cck_arena_alloc(arena, list->count * sizeof *out);
  stored_place *places = cck_arena_alloc(arena, list->count * sizeof *places);
  for (size_t i = 0; i < list->count; i++)
    places[i] = (stored_place){list->items[i].source.path, i};
  if (list->count)
    qsort(places, list->count, sizeof *places, by_path);
  for (size_t i = 0; i < list->count; i++) {
    cck_progress_tell(&checker->options.progress, "looking at", "stored sources", i, list->count);
    out[places[i].index] = cck_refresh(checker, folder, &list->items[places[i].index]);
  }
  return out;
}

cck_status cck_store_current(cck_checker *checker, cck_store *store, cck_stored_list *out, cck_error *error) {
  cck_status status = cck_store_read(store, &checker->arena, out, error);
  if (status != CCK_OK)
    return status;
  const cck_freshness *fresh = cck_refresh_all(checker, cck_store_folder(store), out);
  for (size_t i = 0; i < out->count; i++) {
    checker->reread += fresh[i] == CCK_REREAD;
    checker->relinked += fresh[i] == CCK_RELINKED;
  }
  return CCK_OK;
}

static int by_source(const void *a, const void *b) {
  const cck_body *left = a, *right = b;
  return cck_slice_cmp(left->source->id, right->source->id);
}

void cck_bodies_sort(cck_body *bodies, size_t count) {
  if (count)
    qsort(bodies, count, sizeof *bodies, by_source);
}
