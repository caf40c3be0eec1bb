/*
 * cck_page_find_article: which paragraphs of a page are the article's.
 *
 * Running text ("prose") decides. From the page as a whole the way goes down into the part that holds most of it, for
 * as long as one does; that part is the article's. What stands in it under a name of furniture, is mostly links, or is
 * no sentence where one should be, is not the article's after all; a headline above it, and what is said between the
 * two, is.
 */
#include "text/furniture.h"
#include "text/read/page.h"

enum {
  PROSE_INK = 40,      /* bytes: a shorter paragraph is no running text */
  TITLE_DISTANCE = 40, /* paragraphs between a headline and its article, at most */
  TITLE_BYTES = 400    /* of a page's title; more is none */
};

static cck_slice text_of(const cck_page *page, size_t block) {
  const cck_mark *mark = &page->markup.marks.items[block];
  return cck_slice_sub(cck_buffer_slice(&page->markup.text), mark->start, mark->end);
}

/* Ends as a sentence does; quotes and brackets aside. */
static bool is_ended(cck_slice s) {
  while (s.len) {
    cck_slice rest = cck_slice_sub(s, 0, s.len - 1);
    char c = s.ptr[s.len - 1];
    if (c == '.' || c == '!' || c == '?' || cck_slice_ends(s, CCK_S("\u2026")))
      return true;
    if (cck_slice_ends(s, CCK_S("\u201d")) || cck_slice_ends(s, CCK_S("\u2019")))
      rest = cck_slice_sub(s, 0, s.len - 3);
    else if (c != '"' && c != '\'' && c != ')' && c != ']' && c != ' ')
      return false;
    s = rest;
  }
  return false;
}

static bool is_linked(const cck_page_block *block) { return block->linked * 2 > block->ink; }

static bool is_prose(const cck_page *page, size_t i) {
  const cck_page_block *block = &page->blocks.items[i];
  return block->ink >= PROSE_INK && !block->heading && block->linked * 3 < block->ink && is_ended(text_of(page, i));
}

/* Prose of each element with what is below it, of those that count alone. */
static void sum_prose(cck_page *page, const bool *left_out) {
  for (size_t i = 0; i < page->elements.count; i++)
    page->elements.items[i].prose = 0;
  for (size_t i = 0; i < page->blocks.count; i++) {
    uint32_t element = page->blocks.items[i].element;
    if (!(left_out && left_out[element]) && is_prose(page, i))
      page->elements.items[element].prose += page->blocks.items[i].ink;
  }
  for (size_t i = page->elements.count; i-- > 1;)
    page->elements.items[page->elements.items[i].parent].prose += page->elements.items[i].prose;
}

/* Its name says so; its tag; or it is a small box with a form ("Your e-mail address"). */
static bool is_named_furniture(const cck_page_element *element) {
  enum { FORM_PROSE = 300 };
  return element->furniture || element->hinted || (element->control && element->prose < FORM_PROSE);
}

/* Paragraphs that are called furniture one by one, and are a third of the page's text together: it is their class. */
static bool are_hinted_for_nothing(const cck_page *page) {
  uint64_t hinted = 0;
  for (size_t i = 1; i < page->elements.count; i++)
    if (page->elements.items[i].kind == CCK_TAG_PARAGRAPH && page->elements.items[i].hinted)
      hinted += page->elements.items[i].prose;
  return hinted * 3 >= page->elements.items[0].prose && hinted > 0;
}

/* An element with most of the page's running text is none of its furniture, whatever it is called. */
static bool *find_furniture(cck_page *page) {
  bool *furniture = cck_arena_alloc(page->arena, page->elements.count * sizeof *furniture);
  sum_prose(page, NULL);
  uint64_t all = page->elements.items[0].prose;
  bool for_nothing = are_hinted_for_nothing(page);
  for (size_t i = 1; i < page->elements.count; i++) {
    const cck_page_element *element = &page->elements.items[i];
    bool most = element->prose * UINT64_C(2) >= all && all > 0;
    bool spared = most || element->content || (for_nothing && element->kind == CCK_TAG_PARAGRAPH);
    furniture[i] = furniture[element->parent] || (is_named_furniture(element) && !spared);
  }
  return furniture;
}

/* The signs that part the headline from the site in a page's title. */
static const char *const title_signs[] = {" - ", " | ", " \u2013 ", " \u2014 ", " :: ", " \u00bb ", " \u00b7 ", ": "};

/*
 * "Bridge opens - Tern Post", "Tern Post: Bridge opens": the page's title is the headline, a sign and the site. Gives
 * what stands before or behind the sign when the other is the headline; empty when neither is.
 */
static cck_slice other_part(cck_slice title, cck_slice headline, bool before) {
  title = cck_slice_sub(title, 0, TITLE_BYTES); /* it is looked through for each block */
  for (size_t i = 0; i < sizeof title_signs / sizeof *title_signs; i++) {
    cck_slice sign = cck_slice_of(title_signs[i]);
    for (size_t at = 0; (at = cck_slice_find(title, sign, at)) != SIZE_MAX; at += sign.len) {
      cck_slice left = cck_slice_sub(title, 0, at), right = cck_slice_sub(title, at + sign.len, title.len);
      if (cck_furniture_same_title(headline, before ? right : left))
        return before ? left : right;
    }
  }
  return (cck_slice){NULL, 0};
}

static bool names_title(cck_page *page, size_t block) {
  cck_slice text = text_of(page, block);
  bool named = cck_furniture_same_title(text, page->head_title) || other_part(page->head_title, text, false).len;
  for (size_t rank = 0; rank < CCK_META_RANKS && !named; rank++)
    named = cck_furniture_same_title(text_of(page, block), page->metas[rank].title);
  return named;
}

/* The part below that holds most prose, for each element; 0 for none. And the second. */
typedef struct best_parts {
  uint32_t *first, *second;
} best_parts;

static best_parts find_best(const cck_page *page) {
  best_parts best = {.first = cck_arena_alloc(page->arena, page->elements.count * sizeof *best.first),
                     .second = cck_arena_alloc(page->arena, page->elements.count * sizeof *best.second)};
  for (uint32_t i = 1; i < page->elements.count; i++) {
    const cck_page_element *element = &page->elements.items[i];
    uint32_t *first = &best.first[element->parent], *second = &best.second[element->parent];
    if (element->prose > (*first ? page->elements.items[*first].prose : 0)) {
      *second = *first;
      *first = i;
    } else if (element->prose > (*second ? page->elements.items[*second].prose : 0)) {
      *second = i;
    }
  }
  return best;
}

/*
 * Does the way go on down into the part that holds most? Into an article more readily, out of one not at all. In
 * doubt the headline decides: `titled` has for each element around it the next one further in.
 */
static bool goes_down(const cck_page *page, const best_parts *best, const uint32_t *titled, uint32_t from) {
  const cck_page_element *here = &page->elements.items[from], *part = &page->elements.items[best->first[from]];
  uint64_t all = here->prose, held = part->prose;
  uint64_t second = best->second[from] ? page->elements.items[best->second[from]].prose : 0;
  if (part->kind == CCK_TAG_ARTICLE || part->kind == CCK_TAG_MAIN)
    return held * 2 >= all || (held * 3 >= all && held >= second * 2);
  if (here->kind == CCK_TAG_ARTICLE)
    return false;
  return held * 10 >= all * 7 || (titled[from] == best->first[from] && held * 4 >= all);
}

/* The headline's part, where it has text of its own, comes before one that has more, but not twice as much. */
static uint32_t prefer_titled(const cck_page *page, const best_parts *best, const uint32_t *titled, uint32_t from) {
  uint32_t first = best->first[from], part = titled[from];
  bool takes = first && part && page->elements.items[part].prose * UINT64_C(2) > page->elements.items[first].prose;
  return takes ? part : first;
}

/* The headline that the page itself names, before it is known where the article is; SIZE_MAX for none. */
static size_t find_named_title(cck_page *page) {
  for (size_t i = 0; i < page->blocks.count; i++)
    if (page->blocks.items[i].heading && !is_linked(&page->blocks.items[i]) && names_title(page, i))
      return i;
  return SIZE_MAX;
}

static uint32_t find_region(cck_page *page) {
  best_parts best = find_best(page);
  uint32_t *titled = cck_arena_alloc(page->arena, page->elements.count * sizeof *titled);
  size_t title = find_named_title(page);
  for (uint32_t i = title == SIZE_MAX ? 0 : page->blocks.items[title].element; i; i = page->elements.items[i].parent)
    titled[page->elements.items[i].parent] = i;
  uint32_t region = 0;
  for (;;) {
    best.first[region] = prefer_titled(page, &best, titled, region);
    if (!best.first[region] || !goes_down(page, &best, titled, region))
      return region;
    region = best.first[region];
  }
}

/* Elements in the region; a parent comes before what is in it. */
static bool *mark_region(const cck_page *page, uint32_t region) {
  bool *within = cck_arena_alloc(page->arena, page->elements.count * sizeof *within);
  within[region] = true;
  for (size_t i = region + 1; i < page->elements.count; i++)
    within[i] = within[page->elements.items[i].parent];
  return within;
}

typedef struct article_search {
  cck_page *page;
  bool *furniture, *within; /* by element */
  size_t first;             /* block of prose in the region; all of them when there is none */
} article_search;

static bool is_in(const bool *elements, const cck_page *page, size_t block) {
  return elements[page->blocks.items[block].element];
}

/* The headline: what the metadata call so; else the nearest of the highest headings before the text, or in it. */
static size_t find_title(const article_search *s) {
  cck_page *page = s->page;
  size_t best = SIZE_MAX;
  for (size_t i = 0; i < page->blocks.count && i <= s->first; i++) {
    const cck_page_block *block = &page->blocks.items[i];
    if (is_in(s->furniture, page, i) && block->heading != 1)
      continue;
    if (names_title(page, i) && !is_linked(block))
      return i;
    if (!block->heading || block->heading > 2 || i + TITLE_DISTANCE < s->first)
      continue;
    if (best == SIZE_MAX || block->heading <= page->blocks.items[best].heading)
      best = i;
  }
  return best;
}

/* Describes a picture: says so, or stands straight beside one. */
static bool is_caption(const cck_page *page, size_t i) {
  enum { CAPTION_INK = 300 };
  const cck_page_block *block = &page->blocks.items[i];
  bool beside = page->elements.items[block->element].image && block->kind == CCK_TAG_PART && block->ink <= CAPTION_INK;
  return block->kind == CCK_TAG_CAPTION || beside;
}

/* A sentence, or what needs to be none: a heading, an item, a row of a table. */
static bool is_whole(const cck_page *page, size_t i) {
  switch (page->blocks.items[i].kind) {
  case CCK_TAG_HEADING:
  case CCK_TAG_ITEM:
  case CCK_TAG_ROW:
  case CCK_TAG_PARAGRAPH:
  case CCK_TAG_CAPTION:
    return true;
  default:
    return is_ended(text_of(page, i)) || (is_caption(page, i) && page->blocks.items[i].ink >= PROSE_INK);
  }
}

/* What stands between the headline and the text, and is the article's: a standfirst, its points, a picture's caption.
 */
static bool leads_up(const cck_page *page, size_t i) {
  const cck_page_block *block = &page->blocks.items[i];
  bool point = block->kind == CCK_TAG_ITEM || block->kind == CCK_TAG_HEADING;
  return is_prose(page, i) || is_caption(page, i) || (point && block->ink >= PROSE_INK);
}

/* In furniture; but a sentence between headline and text is no teaser, whatever its own class says. */
static bool is_out(const article_search *s, size_t i, bool between) {
  const cck_page *page = s->page;
  const cck_page_element *own = &page->elements.items[page->blocks.items[i].element];
  bool standfirst = between && own->kind == CCK_TAG_PARAGRAPH && is_prose(page, i) && !s->furniture[own->parent];
  return is_in(s->furniture, page, i) && !standfirst;
}

static cck_block_kind kind_of(const article_search *s, size_t i) {
  const cck_page *page = s->page;
  const cck_page_block *block = &page->blocks.items[i];
  bool before = page->title != SIZE_MAX && i < page->title;
  bool between = page->title != SIZE_MAX && i > page->title && i < s->first && leads_up(page, i);
  bool within = is_in(s->within, page, i);
  if (i == page->title)
    return CCK_BLOCK_TITLE;
  if (before && !(within && is_caption(page, i))) /* a picture may stand above the headline */
    return CCK_BLOCK_FURNITURE;
  if (is_out(s, i, between) || is_linked(block) || !is_whole(page, i) || !(within || between))
    return CCK_BLOCK_FURNITURE;
  if (is_caption(page, i))
    return CCK_BLOCK_CAPTION;
  return block->kind == CCK_TAG_ITEM || block->kind == CCK_TAG_ROW ? CCK_BLOCK_LIST : CCK_BLOCK_BODY;
}

/* The last element in each one, itself when there is none: a parent comes before what is in it, and that in a row. */
static const uint32_t *find_lasts(const cck_page *page) {
  uint32_t *last = cck_arena_alloc(page->arena, page->elements.count * sizeof *last);
  for (uint32_t i = (uint32_t)page->elements.count; i-- > 0;) {
    uint32_t parent = page->elements.items[i].parent;
    last[i] = last[i] > i ? last[i] : i;
    last[parent] = last[parent] > last[i] ? last[parent] : last[i];
  }
  return last;
}

/* The first block behind a heading that is not in the heading's part of the page. */
static uint32_t find_past(const cck_page *page, const uint32_t *last, size_t heading) {
  enum { FAR = 400 }; /* blocks: no section is longer, and headings stay cheap */
  uint32_t part = page->blocks.items[heading].element;
  size_t i = heading + 1;
  if (page->elements.items[part].kind == CCK_TAG_HEADING) /* that has a name of its own */
    part = page->elements.items[part].parent;
  while (i < page->blocks.count && i < heading + FAR && page->blocks.items[i].element >= part &&
         page->blocks.items[i].element <= last[part])
    i++;
  return (uint32_t)i;
}

/* Without the signs of quotation around it. */
static cck_slice without_quotes(cck_slice s) {
  static const char *const signs[] = {"\"", "'", "\u201c", "\u201d", "\u2018", "\u2019"};
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
    cck_slice sign = cck_slice_of(signs[i]);
    if (cck_slice_starts(s, sign))
      s = cck_slice_sub(s, sign.len, s.len);
    if (cck_slice_ends(s, sign))
      s = cck_slice_sub(s, 0, s.len - sign.len);
  }
  return s;
}

/* Does the page have the block's words in another place, too? */
static bool is_repeated(const cck_page *page, size_t i) {
  cck_slice all = cck_buffer_slice(&page->markup.text), words = without_quotes(text_of(page, i));
  size_t own = (size_t)(words.ptr - all.ptr);
  size_t at = cck_slice_find(all, words, 0);
  return at != own || cck_slice_find(all, words, own + words.len) != SIZE_MAX;
}

/* A quotation that only repeats what the article says is there to catch the eye. */
static void cut_repeated_quotes(cck_page *page) {
  enum { MOST_QUOTES = 64, QUOTE_INK = 20 };
  unsigned quotes = 0;
  for (size_t i = 0; i < page->blocks.count && quotes < MOST_QUOTES; i++) {
    const cck_page_block *block = &page->blocks.items[i];
    cck_mark *mark = &page->markup.marks.items[i];
    if (page->elements.items[block->element].kind != CCK_TAG_QUOTE || mark->kind != CCK_BLOCK_BODY ||
        block->ink < QUOTE_INK)
      continue;
    quotes++;
    if (is_repeated(page, i))
      mark->kind = CCK_BLOCK_FURNITURE;
  }
}

/* What blocks.c goes by; a heading that is a link heads nothing here. */
static void set_mark(cck_page *page, const uint32_t *last, size_t i) {
  const cck_page_block *block = &page->blocks.items[i];
  cck_mark *mark = &page->markup.marks.items[i];
  mark->heading = is_linked(block) ? 0 : block->heading;
  mark->past = mark->heading ? find_past(page, last, i) : 0;
  mark->italic = block->italic >= block->ink;
}

/*
 * Titles that hold the site as well are but the headline; the site is kept. A headline of the first height is the
 * title, whatever else is said for the networks.
 */
static void settle_titles(cck_page *page) {
  if (page->title == SIZE_MAX)
    return;
  cck_slice headline = cck_arena_copy(page->arena, text_of(page, page->title));
  bool certain = page->blocks.items[page->title].heading == 1;
  for (size_t rank = 0; rank <= CCK_META_RANKS; rank++) {
    cck_slice *title = rank < CCK_META_RANKS ? &page->metas[rank].title : &page->head_title;
    cck_slice site = other_part(*title, headline, false);
    if (!site.len)
      site = other_part(*title, headline, true);
    if (site.len)
      page->site = site;
    if (site.len || (certain && title->len))
      *title = headline;
  }
}

void cck_page_find_article(cck_page *page) {
  article_search s = {.page = page, .furniture = find_furniture(page), .first = page->blocks.count};
  sum_prose(page, s.furniture);
  s.within = mark_region(page, find_region(page));
  for (size_t i = page->blocks.count; i-- > 0;)
    if (is_in(s.within, page, i) && !is_in(s.furniture, page, i) && is_prose(page, i))
      s.first = i;
  page->title = find_title(&s);
  page->first = s.first;
  settle_titles(page);
  page->around = cck_arena_alloc(page->arena, page->elements.count * sizeof *page->around);
  for (size_t i = 0; i < page->elements.count; i++)
    page->around[i] = s.furniture[i] || !s.within[i];
  const uint32_t *last = find_lasts(page);
  for (size_t i = 0; i < page->blocks.count; i++) {
    page->markup.marks.items[i].kind = kind_of(&s, i);
    set_mark(page, last, i);
  }
  cut_repeated_quotes(page);
}
