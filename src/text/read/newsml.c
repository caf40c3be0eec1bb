/*
 * News messages: NewsML-G2 with NITF or XHTML inside, and NITF alone. Each item that holds a text is a source.
 *
 *   <newsItem guid=".."> <itemMeta>..</itemMeta> <contentMeta><headline>..</headline>..</contentMeta>
 *     <contentSet><inlineXML> <nitf> <head>..</head> <body> <body.head>..</body.head> <body.content>the text
 *
 * Fields are told by an element and the one around it (news_elements.def); a text by where it begins.
 */
#include "text/metadata.h"
#include "text/read/parts.h"
#include "text/read/xml.h"

typedef enum news_field {
  FIELD_TITLE,
  FIELD_DECK, /* the line below the headline */
  FIELD_AUTHOR,
  FIELD_PUBLISHER,
  FIELD_PUBLISHED,
  FIELD_LANG,
  FIELD_ID,
  FIELD_COUNT
} news_field;

typedef struct news_say {
  const char *parent, *element, *attribute;
  news_field field;
  unsigned rank;
} news_say;

static const news_say fields[] = {
#define CCK_NEWS_FIELD(parent, element, attribute, field, rank) {parent, element, attribute, FIELD_##field, rank},
#define CCK_NEWS_TAG(element, tag)
#include "text/read/news_elements.def"
#undef CCK_NEWS_FIELD
#undef CCK_NEWS_TAG
};

static const struct {
  const char *element, *tag;
} tags[] = {
#define CCK_NEWS_FIELD(parent, element, attribute, field, rank)
#define CCK_NEWS_TAG(element, tag) {element, tag},
#include "text/read/news_elements.def"
#undef CCK_NEWS_FIELD
#undef CCK_NEWS_TAG
};

enum { FIELDS = sizeof fields / sizeof *fields, TAGS = sizeof tags / sizeof *tags, NO_RANK = 99 };

/* The item in the making. */
typedef struct news_item {
  cck_fragment title, deck, text;
  cck_slice values[FIELD_COUNT];
  unsigned ranks[FIELD_COUNT];
  bool nitf; /* alone, not within a message */
} news_item;

typedef struct news {
  cck_arena *arena;
  cck_parts parts;
  CCK_VEC(const char *) open; /* names of the elements, by depth */
  CCK_VEC(const char *) tags; /* those of the text, as HTML */
  size_t item;                /* depths; 0 for none */
  size_t text, field, muted;
  bool html;  /* the text is HTML that is escaped */
  bool plain; /* it has no marks: empty lines part its paragraphs */
  const news_say *say;
  cck_fragment gathered;
  news_item now;
  unsigned others; /* items that are none of news */
} news;

static const char *parent_of(const news *n) { return n->open.count > 1 ? n->open.items[n->open.count - 2] : ""; }

static bool is(const cck_xml_tag *tag, const char *name) { return strcmp(tag->name, name) == 0; }

static void begin_item(news *n, const cck_xml_tag *tag) {
  news_item *item = &n->now;
  n->item = n->open.count;
  cck_fragment_clear(&item->title);
  cck_fragment_clear(&item->deck);
  cck_fragment_clear(&item->text);
  item->nitf = is(tag, "nitf");
  for (size_t i = 0; i < FIELD_COUNT; i++) {
    item->values[i] = (cck_slice){NULL, 0};
    item->ranks[i] = NO_RANK;
  }
  item->values[FIELD_ID] = cck_arena_copy(n->arena, cck_xml_attribute(tag, "guid"));
  item->ranks[FIELD_ID] = item->values[FIELD_ID].len ? 0 : NO_RANK;
  item->values[FIELD_LANG] = cck_arena_copy(n->arena, cck_xml_attribute(tag, "lang"));
}

static void take_value(news *n, const news_say *say, cck_slice value) {
  value = cck_slice_trim(value);
  if (!value.len || say->rank >= n->now.ranks[say->field])
    return;
  n->now.values[say->field] = cck_arena_copy(n->arena, value);
  n->now.ranks[say->field] = say->rank;
}

/* What an element says by its attributes; one that says something by its text is the open field. */
static void take_fields(news *n, const cck_xml_tag *tag) {
  const char *parent = parent_of(n);
  for (size_t i = 0; i < FIELDS; i++) {
    const news_say *say = &fields[i];
    if (strcmp(say->element, tag->name) != 0 || strcmp(say->parent, parent) != 0)
      continue;
    if (say->attribute[0]) {
      take_value(n, say, cck_xml_attribute(tag, say->attribute));
    } else {
      n->say = say;
      n->field = n->open.count;
      cck_fragment_clear(&n->gathered);
    }
  }
}

/* Does the item's text begin with this element (*whole: with it, else with what is in it)? */
static bool begins_text(const news *n, const cck_xml_tag *tag, bool *whole) {
  *whole = strcmp(parent_of(n), "inlineXML") == 0 && !is(tag, "nitf");
  return *whole || is(tag, "body.content") || is(tag, "inlineData");
}

static const char *html_tag(const cck_xml_tag *tag) {
  for (size_t i = 0; i < TAGS; i++)
    if (is(tag, tags[i].element))
      return tags[i].tag;
  return tag->name;
}

static void begin_mark(news *n, const cck_xml_tag *tag) {
  const char *name = html_tag(tag);
  if (n->muted)
    return;
  if (!name[0]) {
    n->muted = n->open.count;
    return;
  }
  cck_fragment_copy_start(&n->gathered, name, tag);
  CCK_PUSH(n->arena, &n->tags, name);
}

static void begin_text(news *n, const cck_xml_tag *tag, bool whole) {
  n->text = whole ? n->open.count - 1 : n->open.count;
  n->html = is(tag, "inlineData") && cck_slice_is(cck_xml_attribute(tag, "contenttype"), "text/html");
  n->plain = is(tag, "inlineData") && !n->html;
  cck_fragment_clear(&n->gathered);
  n->tags.count = 0;
  if (whole)
    begin_mark(n, tag);
}

static void on_start(void *context, const cck_xml_tag *tag) {
  news *n = context;
  bool whole;
  CCK_PUSH(n->arena, &n->open, tag->name);
  if (n->text) {
    begin_mark(n, tag);
  } else if (n->field) {
    if (is(tag, "byttl") && !n->muted) /* what an author is, not who */
      n->muted = n->open.count;
  } else if (!n->item) {
    if (is(tag, "newsItem") || is(tag, "nitf"))
      begin_item(n, tag);
    else if (is(tag, "packageItem") || is(tag, "conceptItem") || is(tag, "knowledgeItem") || is(tag, "planningItem"))
      n->others++;
  } else if (begins_text(n, tag, &whole)) {
    begin_text(n, tag, whole);
  } else {
    take_fields(n, tag);
  }
}

static void put_plain(news *n, cck_slice piece, uint32_t from) {
  static const cck_slice gap = {"\n\n", 2};
  for (size_t at; (at = cck_slice_find(piece, gap, 0)) != SIZE_MAX;) {
    cck_fragment_put_text(n->arena, &n->gathered, cck_slice_sub(piece, 0, at), from);
    cck_fragment_put(n->arena, &n->gathered, CCK_S("<p>"), from + (uint32_t)at);
    piece = cck_slice_sub(piece, at + gap.len, piece.len);
    from += (uint32_t)(at + gap.len);
  }
  cck_fragment_put_text(n->arena, &n->gathered, piece, from);
}

static void on_text(void *context, cck_slice piece, uint32_t from) {
  news *n = context;
  if (n->muted || !(n->text || n->field))
    return;
  if (n->html)
    cck_fragment_put(n->arena, &n->gathered, piece, from);
  else if (n->plain)
    put_plain(n, piece, from);
  else
    cck_fragment_put_text(n->arena, &n->gathered, piece, from);
}

/* "By Ann Lee", "nprov:TernWire" */
static cck_slice without(cck_slice value, const char *before) {
  cck_slice start = cck_slice_of(before);
  bool there = cck_slice_eq_nocase(cck_slice_sub(value, 0, start.len), start);
  return there ? cck_slice_trim(cck_slice_sub(value, start.len, value.len)) : value;
}

static void end_field(news *n) {
  const news_say *say = n->say;
  cck_slice value = cck_fragment_text(&n->gathered, n->arena);
  n->field = 0;
  if (!value.len || say->rank >= n->now.ranks[say->field])
    return;
  take_value(n, say, say->field == FIELD_AUTHOR ? without(value, "by ") : value);
  if (say->field == FIELD_TITLE)
    cck_fragment_swap(&n->now.title, &n->gathered);
  else if (say->field == FIELD_DECK)
    cck_fragment_swap(&n->now.deck, &n->gathered);
}

/* One item may hold its text in several forms: the fullest counts. */
static void end_text(news *n) {
  n->text = 0;
  n->html = n->plain = false;
  if (n->gathered.html.len > n->now.text.html.len)
    cck_fragment_swap(&n->now.text, &n->gathered);
}

static cck_meta meta_of(const news *n) {
  const news_item *item = &n->now;
  cck_slice publisher = item->values[FIELD_PUBLISHER];
  size_t colon = cck_slice_find(publisher, CCK_S(":"), 0);
  bool code = item->ranks[FIELD_PUBLISHER] == 4 && colon != SIZE_MAX;
  cck_meta meta = {
      .id = item->values[FIELD_ID], .author = item->values[FIELD_AUTHOR], .lang = item->values[FIELD_LANG]};
  meta.publisher = code ? cck_slice_sub(publisher, colon + 1, publisher.len) : publisher;
  if (cck_meta_date_any(n->arena, item->values[FIELD_PUBLISHED], &meta.published))
    meta.published_from = item->nitf ? CCK_S("NITF") : CCK_S("NewsML");
  return meta;
}

static void end_item(news *n) {
  news_item *item = &n->now;
  cck_meta meta = meta_of(n);
  n->item = 0;
  if (!item->text.html.len) { /* a headline alone is that of a picture */
    n->parts.empty++;
    return;
  }
  cck_parts_add(&n->parts, &item->title, &item->deck, &item->text, &meta);
}

static void on_end(void *context) {
  news *n = context;
  size_t depth = n->open.count--;
  if (n->muted) {
    n->muted = n->muted == depth ? 0 : n->muted;
    return;
  }
  if (n->text == depth) {
    end_text(n);
  } else if (n->text) {
    if (n->tags.count)
      cck_fragment_end(&n->gathered, n->tags.items[--n->tags.count]);
  } else if (n->field == depth) {
    end_field(n);
  } else if (n->item == depth) {
    end_item(n);
  }
}

static void release(news *n) {
  cck_fragment *fragments[] = {&n->gathered, &n->now.title, &n->now.deck, &n->now.text};
  for (size_t i = 0; i < sizeof fragments / sizeof *fragments; i++)
    cck_fragment_fini(fragments[i]);
}

cck_status cck_read_newsml(const cck_raw *raw, cck_documents *out, cck_error *error) {
  static const cck_xml_handler handler = {on_start, on_text, on_end};
  news n = {.arena = raw->arena};
  cck_slice file;
  cck_parts_begin(&n.parts, raw->arena, out);
  cck_status status = cck_xml_read(raw, &handler, &n, &file, error);
  if (status == CCK_OK) {
    cck_parts_end(&n.parts, raw->path, file, "item", "items");
    if (n.others)
      CCK_PUSH(raw->arena, &out->notes,
               cck_arena_printf(raw->arena, "%u item%s of another kind than news left out", n.others,
                                n.others == 1 ? "" : "s"));
  } else {
    cck_parts_fail(&n.parts);
  }
  release(&n);
  return status;
}
