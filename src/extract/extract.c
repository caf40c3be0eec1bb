#include "extract/extract.h"

#include <stdlib.h>

#include "base/digest.h"
#include "base/hash_table.h"
#include "extract/dateline.h"
#include "extract/label.h"
#include "extract/life_dates.h"
#include "extract/link.h"
#include "extract/link_life.h"
#include "extract/never.h"
#include "extract/vocabulary.h"
#include "model/sketch.h"

struct cck_extractor {
  const cck_lexicon *lexicon;
  const cck_unit_table *units;
  cck_vocabulary *vocabulary;
  cck_never_of never_of;
  cck_word_source source;
  cck_segmenter *segmenter; /* in the vocabulary's arena */
};

cck_extractor *cck_extractor_new(const cck_lexicon *lexicon, const cck_unit_table *units) {
  cck_extractor *extractor = cck_heap_alloc(sizeof *extractor);
  cck_vocabulary *vocabulary = cck_vocabulary_new();
  *extractor = (cck_extractor){.lexicon = lexicon,
                               .units = units,
                               .vocabulary = vocabulary,
                               .never_of = {vocabulary, lexicon, units},
                               .source = {&vocabulary->words, cck_never_begins, &extractor->never_of}};
  extractor->segmenter = cck_segmenter_new(&vocabulary->arena, &extractor->source);
  return extractor;
}

void cck_extractor_free(cck_extractor *extractor) {
  if (!extractor)
    return;
  cck_vocabulary_free(extractor->vocabulary);
  free(extractor);
}

static void find_publication(cck_context *context, cck_document *doc) {
  cck_period period = CCK_NO_PERIOD;
  cck_slice published = {NULL, 0};
  if (doc->meta.published.len && cck_period_parse(doc->meta.published, &period)) {
    context->published = period;
    return;
  }
  if (!cck_read_dateline(context, &period, &published))
    return;
  context->published = period;
  doc->meta.published = published;
  doc->meta.published_from = CCK_S("dateline");
}

static void fill_source(const cck_extractor *extractor, const cck_context *context, cck_source *source) {
  const cck_document *doc = context->doc;
  const cck_meta *meta = &doc->meta;
  *source = (cck_source){.publisher = meta->publisher,
                         .published = meta->published,
                         .published_from = meta->published_from,
                         .title = meta->title,
                         .author = meta->author,
                         .url = meta->url,
                         .copies = meta->copies,
                         .lang = meta->lang.len ? meta->lang : CCK_S("en"),
                         .path = doc->path,
                         .lexicon = extractor->lexicon->fingerprint,
                         .extractor = CCK_S(CCK_EXTRACTOR_VERSION),
                         .period = context->published};
  cck_source named = *source;
  named.path = doc->name.len ? doc->name : doc->path;
  source->id = cck_source_make_id(doc->arena, &named, meta->id);
  source->sha256 = cck_sha256_hex(doc->arena, doc->digest_of);
  source->sketch = cck_sketch_make(doc->arena, doc->tokens.items, doc->tokens.count);
}

/*
 * Sentences are read some at a time, each grammar over all of them before the next one begins: its code and its words
 * then stay in the processor's cache. Few enough that a hostile article's mentions are not all held at once.
 */
enum { BATCH = 32 };

typedef struct read_sentence {
  const cck_sentence *sentence;
  size_t first_date, past_date, first_quantity, past_quantity; /* among the batch's */
} read_sentence;

typedef struct batch {
  read_sentence sentences[BATCH];
  size_t count;
  cck_mentions dates, quantities; /* of all sentences; their memory serves the next batch again */
} batch;

/* One pass over a document. */
typedef struct cck_reading {
  cck_context context;
  batch batch;
  cck_memory memory;
  cck_scene scene; /* of the sentence; its vectors serve the next one again */
  uint32_t block;  /* of the sentence before */
  cck_lives lives;
  cck_hash_table repeats; /* how often each value came in each sentence, by both */
  cck_extraction *out;
} cck_reading;

/* Ids must not move when text elsewhere does: only repeats of the same figure in the same sentence are numbered. */
static void name_claims(cck_reading *reading, size_t first) {
  cck_arena *arena = reading->context.arena;
  if (first == reading->out->claims.count) /* most sentences: their key is not needed */
    return;
  cck_slice sentence_key = cck_sentence_key(arena, reading->scene.quote);
  uint64_t sentence_hash = cck_slice_hash(sentence_key);
  for (size_t i = first; i < reading->out->claims.count; i++) {
    cck_claim *claim = &reading->out->claims.items[i];
    claim->src = reading->out->source.id;
    cck_slice value = cck_claim_value_key(arena, claim);
    uint32_t *times = cck_hash_table_put(arena, &reading->repeats, cck_hash_mix(cck_slice_hash(value), sentence_hash));
    claim->id = cck_claim_make_id(arena, claim->src, sentence_key, value, (*times)++);
  }
}

/*
 * A "sentence" of so many figures is a table without its lines. Each claim carries its
 * sentence as a quote, so this also bounds what an article can make the program write.
 */
enum { MOST_FIGURES = 100 };

static bool is_table(const read_sentence *read) {
  return read->past_date - read->first_date + read->past_quantity - read->first_quantity > MOST_FIGURES;
}

static void reject_table(cck_reading *reading, const cck_sentence *s) {
  cck_rejection rejection = {.start = s->start, .end = s->end, .why = "more figures than a sentence has"};
  CCK_PUSH(reading->context.arena, &reading->out->rejected, rejection);
  reading->out->tables++;
}

/* The mentions first..past of a sentence: what is added to them moves them elsewhere. */
static cck_mentions mentions_of(const cck_mentions *all, size_t first, size_t past) {
  return (cck_mentions){all->items ? all->items + first : NULL, past - first, past - first};
}

static void read_dates(cck_reading *reading) {
  batch *all = &reading->batch;
  all->dates.count = 0;
  for (read_sentence *read = all->sentences; read < all->sentences + all->count; read++) {
    read->first_date = all->dates.count;
    cck_read_dates(&reading->context, read->sentence, &all->dates);
    read->past_date = all->dates.count;
  }
}

static void read_quantities(cck_reading *reading) {
  batch *all = &reading->batch;
  all->quantities.count = 0;
  for (read_sentence *read = all->sentences; read < all->sentences + all->count; read++) {
    cck_mentions dates = mentions_of(&all->dates, read->first_date, read->past_date);
    read->first_quantity = all->quantities.count;
    cck_read_quantities(&reading->context, read->sentence, &dates, &all->quantities, &reading->out->rejected);
    read->past_quantity = all->quantities.count;
    if (is_table(read))
      reject_table(reading, read->sentence);
  }
}

static void link_sentence(cck_reading *reading, const read_sentence *read) {
  cck_context *context = &reading->context;
  cck_scene *scene = &reading->scene;
  size_t first = reading->out->claims.count;
  if (reading->block != read->sentence->block)
    reading->memory.in_quotes = false;
  reading->block = read->sentence->block;
  cck_scene_begin(scene, context, read->sentence);
  scene->dates = mentions_of(&reading->batch.dates, read->first_date, read->past_date);
  scene->quantities = mentions_of(&reading->batch.quantities, read->first_quantity, read->past_quantity);
  cck_scene_build(scene, &reading->memory);
  cck_link_dates(scene);
  cck_life_dates(scene);
  cck_label_settle(scene);
  cck_link_share_units(scene);
  cck_link_sentence(scene, &reading->memory, &reading->out->claims);
  name_claims(reading, first);
  cck_link_frames(scene, &reading->out->claims, first);
  cck_lives_read(&reading->lives, scene, &reading->out->claims, first);
}

/* Reads and empties the batch. */
static void read_batch(cck_reading *reading) {
  read_dates(reading);
  read_quantities(reading);
  for (size_t i = 0; i < reading->batch.count; i++)
    if (!is_table(&reading->batch.sentences[i]))
      link_sentence(reading, &reading->batch.sentences[i]);
  reading->batch.count = 0;
}

static void add_sentence(cck_reading *reading, const cck_sentence *sentence) {
  if (sentence->past <= sentence->first)
    return;
  reading->batch.sentences[reading->batch.count++].sentence = sentence;
  if (reading->batch.count == BATCH)
    read_batch(reading);
}

/* A day of the calendar that is told as past, by nobody who is quoted. */
static bool bounds_publication(const cck_claim *claim) {
  return claim->kind == CCK_CLAIM_DATE && claim->date.valid && claim->date.past && !claim->quoted &&
         claim->date.precision == CCK_PRECISION_DAY && claim->time.basis == CCK_BASIS_TEXT &&
         claim->modality == CCK_MODALITY_ASSERTED && cck_period_is_known(claim->date.days);
}

/*
 * Without a date of publication the last past day that is told bounds it from below. That is said of the source and
 * dates nothing else: "on Monday" may be any Monday since.
 */
static void bound_publication(cck_reading *reading) {
  const cck_claims *claims = &reading->out->claims;
  cck_source *source = &reading->out->source;
  cck_day last = CCK_NO_DAY;
  for (size_t i = 0; cck_period_is_none(reading->context.published) && i < claims->count; i++)
    if (bounds_publication(&claims->items[i]) && claims->items[i].date.days.max > last)
      last = claims->items[i].date.days.max;
  if (last == CCK_NO_DAY)
    return;
  source->published = cck_day_text(reading->context.arena, last);
  source->published_from = CCK_S(CCK_PUBLISHED_FROM_TEXT);
}

/* Room for the claims of most articles: they are large, and would be moved as they grow. */
static void reserve_claims(cck_arena *arena, cck_claims *claims) {
  enum { USUAL = 16 };
  claims->items = cck_arena_alloc(arena, USUAL * sizeof *claims->items);
  claims->capacity = USUAL;
}

void cck_extract(const cck_extractor *extractor, cck_document *doc, cck_extraction *out) {
  cck_reading reading = {.out = out};
  reading.context = (cck_context){.vocabulary = extractor->vocabulary,
                                  .units = extractor->units,
                                  .lexicon = extractor->lexicon,
                                  .doc = doc,
                                  .arena = doc->arena,
                                  .published = CCK_NO_PERIOD,
                                  .last_date = CCK_NO_PERIOD};
  *out = (cck_extraction){.source = {.period = CCK_NO_PERIOD}};
  reserve_claims(doc->arena, &out->claims);
  cck_document_segment(extractor->segmenter, doc);
  find_publication(&reading.context, doc);
  fill_source(extractor, &reading.context, &out->source);
  for (size_t b = 0; b < doc->blocks.count; b++) {
    const cck_block *block = &doc->blocks.items[b];
    for (uint32_t i = block->first; block->kind != CCK_BLOCK_FURNITURE && i < block->past; i++)
      add_sentence(&reading, &doc->sentences.items[i]);
  }
  read_batch(&reading);
  cck_lives_link(&reading.lives, &reading.context, &out->claims);
  bound_publication(&reading);
}
