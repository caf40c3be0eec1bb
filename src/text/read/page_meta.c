#include "text/read/page_meta.h"

#include "text/furniture.h"
#include "text/metadata.h"
#include "text/read/json_ld.h"

typedef struct meta_key {
  const char *key;
  cck_meta_rank rank;
  size_t field; /* offset in cck_meta */
} meta_key;

static const meta_key keys[] = {
#define CCK_PAGE_META(key, place, field) {key, CCK_META_##place, offsetof(cck_meta, field)},
#define CCK_PAGE_PUBLICATION(name)
#include "text/read/page_metas.def"
#undef CCK_PAGE_META
#undef CCK_PAGE_PUBLICATION
};

/* How a place is called in published_from. */
static const char *const rank_names[CCK_META_RANKS] = {"JSON-LD", "OpenGraph", "Dublin Core", "meta element",
                                                       "time element"};

/* `marked`: of a name in the page's text (microdata), else of a key in its head. */
static const meta_key *find_key(cck_slice name, bool marked) {
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    if ((keys[i].rank == CCK_META_MARKED) == marked && cck_slice_eq_nocase(name, cck_slice_of(keys[i].key)))
      return &keys[i];
  return NULL;
}

static cck_slice *field_of(cck_meta *meta, size_t offset) { return (cck_slice *)(void *)((char *)meta + offset); }

static bool is_url(cck_slice s) {
  return cck_slice_starts(s, CCK_S("http://")) || cck_slice_starts(s, CCK_S("https://"));
}

/* Is the value one of its field? A date must be one; an author that is an address of a profile is no name. */
static bool is_fit(const cck_page *page, const cck_meta *meta, const cck_slice *field, cck_slice value) {
  cck_slice date;
  if (field == &meta->published)
    return cck_meta_date_any(page->arena, value, &date);
  if (field == &meta->url)
    return is_url(value);
  return field != &meta->author || !is_url(value);
}

static void fill(cck_page *page, cck_meta_rank rank, size_t offset, cck_slice value) {
  cck_meta *meta = &page->metas[rank];
  cck_slice *field = field_of(meta, offset);
  value = cck_slice_trim(value);
  if (field->len == 0 && value.len && is_fit(page, meta, field, value))
    *field = cck_arena_copy(page->arena, value);
}

void cck_page_meta_take(cck_page *page, cck_slice key, cck_slice value, bool marked) {
  for (cck_slice name; cck_slice_next(&key, ' ', &name);) {
    const meta_key *known = find_key(name, marked);
    if (known)
      fill(page, known->rank, known->field, value);
  }
}

bool cck_page_meta_takes(cck_slice names) {
  for (cck_slice name; cck_slice_next(&names, ' ', &name);) {
    if (find_key(name, true))
      return true;
  }
  return false;
}

bool cck_page_is_publication(cck_slice names) {
  static const char *const words[] = {
#define CCK_PAGE_META(key, place, field)
#define CCK_PAGE_PUBLICATION(name) name,
#include "text/read/page_metas.def"
#undef CCK_PAGE_META
#undef CCK_PAGE_PUBLICATION
  };
  for (cck_slice name; cck_slice_next(&names, ' ', &name);)
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
      if (cck_slice_eq_nocase(name, cck_slice_of(words[i])))
        return true;
  return false;
}

void cck_page_meta_json(cck_page *page, cck_slice json) {
  cck_meta meta = {.published_from = {NULL, 0}};
  if (!cck_json_ld_read(page->arena, json, &meta))
    return;
  static const size_t fields[] = {offsetof(cck_meta, title), offsetof(cck_meta, publisher), offsetof(cck_meta, author),
                                  offsetof(cck_meta, url), offsetof(cck_meta, published)};
  for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
    fill(page, CCK_META_JSON_LD, fields[i], *field_of(&meta, fields[i]));
}

/* Near the headline, or in the article's own part of the page: others stand beside other articles. */
static bool is_own_time(const cck_page *page, const cck_page_time *time) {
  enum { BEFORE_TITLE = 4 }; /* paragraphs: a day may stand over the headline */
  size_t from = page->title == SIZE_MAX || page->title < BEFORE_TITLE ? 0 : page->title - BEFORE_TITLE;
  return (time->block >= from && time->block <= page->first) || !page->around[time->element];
}

/* The day that an element of the page gives: one that says it is that of publication, else the first. */
static cck_slice find_time(const cck_page *page) {
  cck_slice found = {NULL, 0}, date;
  for (size_t i = 0; i < page->times.count; i++) {
    const cck_page_time *time = &page->times.items[i];
    if (!is_own_time(page, time) || !cck_meta_date_any(page->arena, time->text, &date))
      continue;
    if (time->publication)
      return time->text;
    if (!found.len)
      found = time->text;
  }
  return found;
}

static cck_slice block_text(const cck_page *page, size_t block) {
  if (block >= page->markup.marks.count)
    return (cck_slice){NULL, 0};
  const cck_mark *mark = &page->markup.marks.items[block];
  cck_slice text = cck_slice_sub(cck_buffer_slice(&page->markup.text), mark->start, mark->end);
  return cck_arena_copy(page->arena, text);
}

static bool is_utc(cck_slice stamp) {
  return cck_slice_find(stamp, CCK_S("T"), 0) != SIZE_MAX &&
         (cck_slice_ends(stamp, CCK_S("Z")) || cck_slice_ends(stamp, CCK_S("+00:00")) ||
          cck_slice_ends(stamp, CCK_S("+0000")));
}

/*
 * A stamp in universal time may be of the day before or after that where it was written. The page shows the day there:
 * an element of its own with another zone, a day away.
 */
static void settle_day(cck_page *page, cck_slice stamp, cck_slice *day) {
  cck_slice other;
  if (!is_utc(stamp) || day->len < 10)
    return;
  for (size_t i = 0; i < page->times.count; i++) {
    const cck_page_time *time = &page->times.items[i];
    if (!is_own_time(page, time) || is_utc(time->text) || cck_slice_find(time->text, CCK_S("T"), 0) == SIZE_MAX ||
        !cck_meta_date_any(page->arena, time->text, &other))
      continue;
    if (cck_meta_day_after(*day, other) || cck_meta_day_after(other, *day))
      *day = other;
    return;
  }
}

/* "Tern Post - Tern Post": some sites name themselves twice. */
static cck_slice once(cck_slice name) {
  for (size_t at = 0; (at = cck_slice_find(name, CCK_S(" - "), at)) != SIZE_MAX; at += 3)
    if (at * 2 + 3 == name.len && cck_slice_eq(cck_slice_sub(name, 0, at), cck_slice_sub(name, at + 3, name.len)))
      return cck_slice_sub(name, 0, at);
  return name;
}

void cck_page_meta(cck_page *page, cck_meta *out) {
  size_t published = offsetof(cck_meta, published);
  fill(page, CCK_META_MARKED, published, find_time(page));
  fill(page, CCK_META_MARKED, offsetof(cck_meta, title), block_text(page, page->title));
  for (size_t rank = CCK_META_RANKS; rank-- > 0;) {
    cck_meta said = page->metas[rank];
    cck_slice date = {NULL, 0};
    if (said.published.len && cck_meta_date_any(page->arena, said.published, &date))
      out->published_from = cck_slice_of(rank_names[rank]);
    settle_day(page, said.published, &date);
    said.published = (cck_slice){NULL, 0};
    cck_meta_override(out, &said);
    if (date.len)
      out->published = date;
  }
  if (!out->title.len)
    out->title = page->head_title;
  if (!out->publisher.len)
    out->publisher = page->site;
  out->publisher = once(out->publisher);
  out->lang = page->lang;
}
