/* cck_document_segment: paragraphs to blocks of a kind, blocks to sentences. */
#include "text/document.h"
#include "text/furniture.h"
#include "text/paragraphs.h"
#include "text/sentences.h"

enum {
  PROSE_WORDS = 8,      /* a paragraph with a full stop and as many words is prose */
  ROOMY_PARAGRAPHS = 3, /* with fewer, or with less prose, all of a text is taken for body */
  ROOMY_PROSE = 80,
  TITLE_SEARCH = 12, /* the title stands among the first paragraphs */
  TITLE_WORDS = 30,
  LABEL_WORDS = 4 /* a last line as short, without full stop or figure, is a label of the page */
};

struct cck_segmenter {
  const cck_furniture *furniture;
  const cck_hash_table *abbreviations;
  cck_stems stems;
};

cck_segmenter *cck_segmenter_new(cck_arena *arena, const cck_word_source *source) {
  cck_segmenter *segmenter = CCK_NEW(arena, cck_segmenter);
  segmenter->furniture = cck_furniture_new(arena);
  segmenter->abbreviations = cck_abbreviations_new(arena);
  cck_stems_init(&segmenter->stems, source);
  return segmenter;
}

typedef struct classifier {
  cck_document *doc;
  const cck_furniture *vocabulary;
  cck_paragraphs paragraphs;
  cck_block_kind *kinds;
  unsigned *looks;
  uint64_t prose; /* bytes, in all */
  bool roomy;     /* enough text around to tell furniture from it */
} classifier;

static cck_slice text_of(const classifier *c, size_t i) {
  return cck_slice_sub(c->doc->text, c->paragraphs.items[i].start, c->paragraphs.items[i].end);
}

static uint64_t prose_of(const cck_paragraph *p) { return p->ended && p->words >= PROSE_WORDS ? p->end - p->start : 0; }

static bool is_furniture(const classifier *c, size_t i) { return c->kinds[i] == CCK_BLOCK_FURNITURE; }

static void cut_from(classifier *c, size_t i) {
  for (; i < c->paragraphs.count; i++)
    c->kinds[i] = CCK_BLOCK_FURNITURE;
}

static bool is_marked(const classifier *c, size_t i, cck_block_kind kind) {
  return i < c->doc->marks.count && c->doc->marks.items[i].kind == kind;
}

/* What the reader of the file says of the paragraph stands, save that a body's is looked at here. */
static bool is_settled(const classifier *c, size_t i) {
  return is_marked(c, i, CCK_BLOCK_TITLE) || is_marked(c, i, CCK_BLOCK_FURNITURE) || is_marked(c, i, CCK_BLOCK_CAPTION);
}

/* The author's name and a few words more, but no sentence: "Ann Lee in Larnby". */
static bool is_author_line(const classifier *c, size_t i) {
  enum { LINE_WORDS = 12 };
  const cck_paragraph *p = &c->paragraphs.items[i];
  cck_slice author = c->doc->meta.author;
  return author.len && !p->ended && p->words <= LINE_WORDS &&
         cck_slice_eq_nocase(cck_slice_sub(text_of(c, i), 0, author.len), author);
}

static void look_at_each(classifier *c) {
  for (size_t i = 0; i < c->paragraphs.count; i++) {
    bool heading = i < c->doc->marks.count && c->doc->marks.items[i].heading;
    if (is_settled(c, i) && !heading)
      continue;
    c->looks[i] = cck_furniture_look(c->vocabulary, c->doc->text, &c->paragraphs.items[i]);
    if (is_settled(c, i))
      continue;
    if (c->looks[i] & CCK_FURNITURE_CAPTION)
      c->kinds[i] = CCK_BLOCK_CAPTION;
    else if (c->paragraphs.items[i].list)
      c->kinds[i] = CCK_BLOCK_LIST;
    if (c->roomy && ((c->looks[i] & CCK_FURNITURE_SHORT) || is_author_line(c, i)))
      c->kinds[i] = CCK_BLOCK_FURNITURE;
  }
}

/* "About the Ministry", late in a press release: what the publisher always says of itself. */
static bool heads_boilerplate(const classifier *c, size_t i, uint64_t before) {
  cck_slice text = text_of(c, i);
  return (c->prose - before) * 3 <= before && text.len > 6 &&
         cck_slice_eq_nocase(cck_slice_sub(text, 0, 6), CCK_S("about "));
}

static bool heads_furniture(const classifier *c, size_t i, uint64_t before) {
  return (c->looks[i] & CCK_FURNITURE_PHRASE) || heads_boilerplate(c, i, before) || cck_furniture_heads(text_of(c, i));
}

/* Under a heading of furniture ("Related stories") all is furniture, down to the next heading that is as high. */
static void cut_sections(classifier *c) {
  unsigned cut = 0; /* the heading's height, while its section goes on */
  size_t past = 0;  /* where it ends at the latest */
  uint64_t before = 0;
  for (size_t i = 0; i < c->doc->marks.count; i++) {
    const cck_mark *mark = &c->doc->marks.items[i];
    unsigned heading = mark->heading;
    before += is_settled(c, i) ? 0 : prose_of(&c->paragraphs.items[i]);
    if (i == past)
      cut = 0;
    if (cut && heading && heading <= cut)
      cut = 0;
    if (!cut && heading && !is_marked(c, i, CCK_BLOCK_TITLE) && heads_furniture(c, i, before)) {
      cut = heading;
      past = mark->past;
    }
    if (cut)
      c->kinds[i] = CCK_BLOCK_FURNITURE;
  }
}

/* A name alone on its line and a note about that person behind it, or a note about the document's author. */
static bool begins_biography(const classifier *c, size_t i) {
  if (i + 1 < c->paragraphs.count && cck_furniture_is_name(text_of(c, i)) &&
      cck_furniture_tells_of(c->vocabulary, text_of(c, i + 1), text_of(c, i)))
    return true;
  return cck_furniture_tells_of(c->vocabulary, text_of(c, i), c->doc->meta.author);
}

/* Everything from an end mark or a biography on, when what follows is at most a third of what came before. */
static void cut_after_the_end(classifier *c) {
  uint64_t before = 0;
  for (size_t i = 0; i < c->paragraphs.count; i++) {
    if (is_settled(c, i))
      continue;
    bool late = (c->prose - before) * 3 <= before;
    bool end = c->prose - before <= before && cck_furniture_is_end(text_of(c, i));
    if (end || (late && ((c->looks[i] & CCK_FURNITURE_MARK) || begins_biography(c, i)))) {
      cut_from(c, i);
      return;
    }
    before += prose_of(&c->paragraphs.items[i]);
  }
}

/* In italics at the end: who wrote the article, where to write to, what was corrected. */
static bool is_note(const classifier *c, size_t i) {
  cck_slice text = text_of(c, i);
  cck_slice author = c->doc->meta.author;
  bool named = author.len && cck_slice_find(text, author, 0) != SIZE_MAX;
  return named || cck_slice_find(text, CCK_S("@"), 0) != SIZE_MAX || cck_furniture_is_note(c->vocabulary, text);
}

/* What only makes sense at the very end of a page. `last`: nothing was found behind it yet. */
static bool is_tail(const classifier *c, size_t i, bool last) {
  const cck_paragraph *p = &c->paragraphs.items[i];
  bool label = !p->ended && !p->digits && !p->list && p->words <= LABEL_WORDS;
  bool publisher = !last && !p->digits && cck_furniture_tells_of(c->vocabulary, text_of(c, i), c->doc->meta.publisher);
  bool note = i < c->doc->marks.count && c->doc->marks.items[i].italic && is_note(c, i);
  return label || publisher || note || cck_furniture_is_tail(c->vocabulary, c->doc->text, p);
}

/* From the end backwards, as long as it is furniture. */
static void cut_tail(classifier *c) {
  bool last = true;
  for (size_t i = c->paragraphs.count; i-- > 1;) {
    if (!is_furniture(c, i) && !is_tail(c, i, last))
      return;
    c->kinds[i] = CCK_BLOCK_FURNITURE;
    last = false;
  }
}

static size_t find_given_title(const classifier *c) {
  for (size_t i = 0; i < c->paragraphs.count && i < TITLE_SEARCH; i++)
    if (c->paragraphs.items[i].words <= TITLE_WORDS && cck_furniture_same_title(text_of(c, i), c->doc->meta.title))
      return i;
  return SIZE_MAX;
}

/* The first paragraph that is text: a title when it is short, has no full stop and more text follows. */
static size_t find_headline(const classifier *c) {
  size_t i = 0;
  size_t more = 0;
  while (i < c->paragraphs.count && is_furniture(c, i))
    i++;
  for (size_t k = i + 1; k < c->paragraphs.count && !more; k++)
    more += !is_furniture(c, k);
  if (!more || c->kinds[i] != CCK_BLOCK_BODY)
    return SIZE_MAX;
  const cck_paragraph *p = &c->paragraphs.items[i];
  return p->ended || p->open || p->words > TITLE_WORDS ? SIZE_MAX : i;
}

static void set_title(classifier *c) {
  for (size_t i = 0; i < c->doc->marks.count; i++)
    if (is_marked(c, i, CCK_BLOCK_TITLE))
      return;
  size_t title = find_given_title(c);
  for (size_t i = 0; title != SIZE_MAX && c->roomy && i < title; i++)
    if (!prose_of(&c->paragraphs.items[i]))
      c->kinds[i] = CCK_BLOCK_FURNITURE;
  if (title == SIZE_MAX)
    title = find_headline(c);
  if (title != SIZE_MAX && c->paragraphs.count > 1)
    c->kinds[title] = CCK_BLOCK_TITLE;
}

/* The first body paragraph; one that only leads up to the next ("NAIROBI, Kenya (AP) _") is passed over. */
static void set_lead(classifier *c) {
  for (size_t i = 0; i < c->paragraphs.count; i++) {
    bool opens = c->paragraphs.items[i].open && i + 1 < c->paragraphs.count;
    if (c->kinds[i] != CCK_BLOCK_BODY || opens)
      continue;
    c->kinds[i] = CCK_BLOCK_LEAD;
    return;
  }
}

/* Whatever the marks say, a text is not all furniture. */
static void keep_something(classifier *c) {
  for (size_t i = 0; i < c->paragraphs.count; i++)
    if (!is_furniture(c, i))
      return;
  for (size_t i = 0; i < c->paragraphs.count; i++)
    c->kinds[i] = CCK_BLOCK_BODY;
}

static void classify(classifier *c) {
  for (size_t i = 0; i < c->paragraphs.count; i++) {
    c->kinds[i] = i < c->doc->marks.count ? c->doc->marks.items[i].kind : CCK_BLOCK_BODY;
    if (!is_settled(c, i))
      c->prose += prose_of(&c->paragraphs.items[i]);
  }
  c->roomy = c->paragraphs.count >= ROOMY_PARAGRAPHS && c->prose >= ROOMY_PROSE;
  look_at_each(c);
  cut_sections(c);
  if (c->roomy) {
    cut_after_the_end(c);
    cut_tail(c);
    keep_something(c);
  }
  set_title(c);
  set_lead(c);
}

/* Room for the tokens of usual text at once: a word and its space are five bytes or more, the signs of a table fewer.
 */
static void reserve_tokens(cck_document *doc) {
  doc->tokens.capacity = doc->text.len / 4 + 16;
  doc->tokens.items = cck_arena_alloc(doc->arena, doc->tokens.capacity * sizeof *doc->tokens.items);
}

void cck_document_segment(cck_segmenter *segmenter, cck_document *doc) {
  classifier c = {.doc = doc, .vocabulary = segmenter->furniture};
  reserve_tokens(doc);
  cck_paragraphs_find(doc, &c.paragraphs);
  c.kinds = cck_arena_alloc(doc->arena, c.paragraphs.count * sizeof *c.kinds);
  c.looks = cck_arena_alloc(doc->arena, c.paragraphs.count * sizeof *c.looks);
  classify(&c);
  for (size_t i = 0; i < c.paragraphs.count; i++) {
    uint32_t sentences = (uint32_t)doc->sentences.count;
    cck_block block = {c.kinds[i], c.paragraphs.items[i].start, c.paragraphs.items[i].end, sentences, sentences};
    CCK_PUSH(doc->arena, &doc->blocks, block);
    if (block.kind != CCK_BLOCK_FURNITURE)
      cck_sentences_cut(doc, (uint32_t)i, segmenter->abbreviations, &segmenter->stems);
  }
}
