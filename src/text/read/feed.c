/*
 * Feeds: RSS 2.0, RSS 1.0 (RDF) and Atom. Each entry is a source of its own, with the feed's title as its publisher
 * and the fullest of its texts.
 *
 *   <channel><title>..</title><item><title>..</title><pubDate>..</pubDate><description>&lt;p&gt;..</description></item>
 *   `- the publisher          `- an entry: only its own children count, so that a picture's title is none
 */
#include "base/digest.h"
#include "text/metadata.h"
#include "text/read/parts.h"
#include "text/read/xml.h"

typedef enum feed_space { SPACE_NONE, SPACE_CORE, SPACE_CONTENT, SPACE_DUBLIN_CORE } feed_space;

typedef enum feed_field {
  FIELD_NONE,
  FIELD_TITLE,
  FIELD_LINK,
  FIELD_GUID,
  FIELD_PUBLISHED,
  FIELD_UPDATED,
  FIELD_AUTHOR,
  FIELD_TEXT,
  FIELD_COUNT
} feed_field;

/* How text that is gathered is meant. */
typedef enum feed_form {
  FORM_HTML, /* marks in it are escaped once */
  FORM_TEXT  /* it means itself; elements in it are marks (XHTML) */
} feed_form;

static const struct {
  const char *address;
  feed_space space;
} spaces[] = {
    {"", SPACE_CORE},
    {"http://www.w3.org/2005/Atom", SPACE_CORE},
    {"http://purl.org/atom/ns#", SPACE_CORE},
    {"http://purl.org/rss/1.0/", SPACE_CORE},
    {"http://my.netscape.com/rdf/simple/0.9/", SPACE_CORE},
    {"http://backend.userland.com/rss2", SPACE_CORE},
    {"http://purl.org/rss/1.0/modules/content/", SPACE_CONTENT},
    {"http://purl.org/dc/elements/1.1/", SPACE_DUBLIN_CORE},
};

static const struct {
  feed_space space;
  const char *element;
  feed_field field;
} fields[] = {
#define CCK_FEED_FIELD(space, element, field) {SPACE_##space, element, FIELD_##field},
#include "text/read/feed_fields.def"
#undef CCK_FEED_FIELD
};

typedef struct feed {
  cck_arena *arena;
  cck_parts parts;
  unsigned depth;
  unsigned channel, entry, open; /* depths of the channel, the entry and its open field; 0 for none */
  unsigned muted;                /* depth of an element within the field that says nothing of it */
  feed_field field;
  feed_form form;
  cck_fragment gathered;         /* of the open field */
  cck_fragment title, text;      /* of the entry */
  cck_slice values[FIELD_COUNT]; /* of the entry's other fields */
  CCK_VEC(const char *) names;   /* of the elements that are open in a text */
  cck_slice publisher, lang;
} feed;

static feed_space space_of(const cck_xml_tag *tag) {
  for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
    if (strcmp(tag->space, spaces[i].address) == 0)
      return spaces[i].space;
  return SPACE_NONE;
}

static feed_field field_of(const cck_xml_tag *tag) {
  feed_space space = space_of(tag);
  for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
    if (fields[i].space == space && strcmp(tag->name, fields[i].element) == 0)
      return fields[i].field;
  return FIELD_NONE;
}

static bool is_one(const cck_xml_tag *tag, const char *name, const char *other) {
  return space_of(tag) == SPACE_CORE && (strcmp(tag->name, name) == 0 || strcmp(tag->name, other) == 0);
}

/* A text of Atom says what it is; of RSS it is HTML. */
static feed_form form_of(const cck_xml_tag *tag) {
  bool atom = strstr(tag->space, "tom") != NULL;
  cck_slice type = cck_xml_attribute(tag, "type");
  if (!atom)
    return FORM_HTML;
  return cck_slice_is(type, "html") || cck_slice_is(type, "text/html") ||
                 cck_slice_is(cck_xml_attribute(tag, "mode"), "escaped")
             ? FORM_HTML
             : FORM_TEXT;
}

static void begin_field(feed *f, const cck_xml_tag *tag) {
  f->field = field_of(tag);
  f->open = f->field == FIELD_NONE ? 0 : f->depth;
  f->form = form_of(tag);
  cck_fragment_clear(&f->gathered);
  cck_slice rel = cck_xml_attribute(tag, "rel");
  cck_slice href = cck_xml_attribute(tag, "href");
  if (f->field == FIELD_LINK && href.len && (!rel.len || cck_slice_is(rel, "alternate")))
    f->values[FIELD_LINK] = cck_arena_copy(f->arena, href);
}

static void begin_entry(feed *f) {
  f->entry = f->depth;
  cck_fragment_clear(&f->title);
  cck_fragment_clear(&f->text);
  memset(f->values, 0, sizeof f->values);
}

/* An element within a text is a mark of it; of an author only the name counts. */
static void begin_mark(feed *f, const cck_xml_tag *tag) {
  if (f->field != FIELD_TEXT && f->field != FIELD_TITLE) {
    if (!f->muted && strcmp(tag->name, "name") != 0)
      f->muted = f->depth;
    return;
  }
  cck_fragment_copy_start(&f->gathered, tag->name, tag);
  CCK_PUSH(f->arena, &f->names, tag->name);
}

static void begin_channel(feed *f, const cck_xml_tag *tag) {
  f->channel = f->depth;
  cck_slice lang = cck_xml_attribute(tag, "lang");
  if (lang.len)
    f->lang = cck_arena_copy(f->arena, lang);
}

/* The channel's title, while no entry is open. */
static void begin_of_channel(feed *f, const cck_xml_tag *tag) {
  if (is_one(tag, "title", "title")) {
    begin_field(f, tag);
  } else if (is_one(tag, "language", "language")) {
    begin_field(f, tag);
    f->open = f->depth;
  }
}

static void on_start(void *context, const cck_xml_tag *tag) {
  feed *f = context;
  f->depth++;
  if (f->open)
    begin_mark(f, tag);
  else if (f->entry && f->depth == f->entry + 1)
    begin_field(f, tag);
  else if (!f->entry && is_one(tag, "item", "entry"))
    begin_entry(f);
  else if (!f->entry && is_one(tag, "channel", "feed"))
    begin_channel(f, tag);
  else if (!f->entry && f->channel && f->depth == f->channel + 1)
    begin_of_channel(f, tag);
}

static void on_text(void *context, cck_slice piece, uint32_t from) {
  feed *f = context;
  if (!f->open || f->muted)
    return;
  bool marked = f->field == FIELD_TEXT || f->field == FIELD_TITLE;
  if (marked && f->form == FORM_TEXT)
    cck_fragment_put_text(f->arena, &f->gathered, piece, from);
  else
    cck_fragment_put(f->arena, &f->gathered, piece, from);
}

/* "desk@tern.example (Ann Lee)" */
static cck_slice author_name(cck_slice author) {
  size_t open = cck_slice_find(author, CCK_S("("), 0);
  bool address = cck_slice_find(author, CCK_S("@"), 0) != SIZE_MAX;
  if (!address)
    return author;
  if (open == SIZE_MAX || !cck_slice_ends(author, CCK_S(")")))
    return (cck_slice){NULL, 0};
  return cck_slice_trim(cck_slice_sub(author, open + 1, author.len - 1));
}

static void end_of_channel(feed *f) {
  cck_slice value = cck_slice_trim(cck_buffer_slice(&f->gathered.html));
  if (f->field == FIELD_NONE) {
    f->lang = cck_arena_copy(f->arena, value);
    return;
  }
  if (!f->publisher.len)
    f->publisher = cck_fragment_text(&f->gathered, f->arena);
}

static void end_field(feed *f) {
  cck_slice value = cck_slice_trim(cck_buffer_slice(&f->gathered.html));
  f->open = 0;
  if (!f->entry)
    end_of_channel(f);
  else if (f->field == FIELD_TITLE && !f->title.html.len)
    cck_fragment_swap(&f->title, &f->gathered);
  else if (f->field == FIELD_TEXT && value.len > f->text.html.len)
    cck_fragment_swap(&f->text, &f->gathered); /* the fullest */
  else if (f->field == FIELD_AUTHOR)
    value = author_name(value);
  if (f->entry && value.len && !f->values[f->field].len)
    f->values[f->field] = cck_arena_copy(f->arena, value);
}

static bool is_url(cck_slice s) {
  return cck_slice_starts(s, CCK_S("http://")) || cck_slice_starts(s, CCK_S("https://"));
}

static cck_meta meta_of(const feed *f) {
  cck_slice link = f->values[FIELD_LINK], guid = f->values[FIELD_GUID];
  cck_slice published = f->values[FIELD_PUBLISHED].len ? f->values[FIELD_PUBLISHED] : f->values[FIELD_UPDATED];
  cck_meta meta = {.author = f->values[FIELD_AUTHOR]};
  meta.url = is_url(link) ? link : is_url(guid) ? guid : (cck_slice){NULL, 0};
  if (cck_meta_date_any(f->arena, published, &meta.published))
    meta.published_from = CCK_S("feed");
  return meta;
}

static void end_entry(feed *f) {
  cck_meta meta = meta_of(f);
  f->entry = 0;
  if (!cck_parts_add(&f->parts, &f->title, NULL, &f->text, &meta))
    return;
  cck_meta *kept = &f->parts.out->items[f->parts.out->count - 1].meta;
  if (kept->title.len && kept->published.len)
    return;
  cck_slice guid = f->values[FIELD_GUID], link = f->values[FIELD_LINK]; /* what stays when the feed moves on */
  cck_slice key = guid.len ? guid : link.len ? link : cck_buffer_slice(&f->text.html);
  kept->id = CCK_JOIN(f->arena, CCK_S("feed-"), cck_sha256_base32(f->arena, key.len ? key : kept->title, 16));
}

static void on_end(void *context) {
  feed *f = context;
  if (f->open == f->depth)
    end_field(f);
  else if (f->open && f->names.count)
    cck_fragment_end(&f->gathered, f->names.items[--f->names.count]);
  else if (f->entry == f->depth)
    end_entry(f);
  else if (f->channel == f->depth)
    f->channel = 0;
  if (f->muted == f->depth)
    f->muted = 0;
  f->depth--;
}

/* The feed's title may come behind its entries. */
static void name_publisher(const feed *f) {
  for (size_t i = 0; i < f->parts.out->count; i++) {
    f->parts.out->items[i].meta.publisher = f->publisher;
    f->parts.out->items[i].meta.lang = f->lang;
  }
}

cck_status cck_read_feed(const cck_raw *raw, cck_documents *out, cck_error *error) {
  static const cck_xml_handler handler = {on_start, on_text, on_end};
  feed f = {.arena = raw->arena};
  cck_slice file;
  cck_parts_begin(&f.parts, raw->arena, out);
  cck_status status = cck_xml_read(raw, &handler, &f, &file, error);
  name_publisher(&f);
  if (status == CCK_OK)
    cck_parts_end(&f.parts, raw->path, file, "entry", "entries");
  else
    cck_parts_fail(&f.parts);
  cck_fragment_fini(&f.gathered);
  cck_fragment_fini(&f.title);
  cck_fragment_fini(&f.text);
  return status;
}
