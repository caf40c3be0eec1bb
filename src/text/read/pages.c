#include "text/read/pages.h"

#include "base/hash_table.h"
#include "base/intern.h"

enum {
  EDGE = 2,      /* lines at the top and at the bottom of a page that may be furniture */
  BODY_LINES = 3 /* a page with fewer has no number */
};

typedef struct page_line {
  cck_slice text; /* without white space around */
  uint32_t page;
  uint32_t key; /* of lines at an edge: which line of all pages it is like; CCK_INTERN_NONE for others */
} page_line;

typedef struct pages {
  cck_arena *arena;
  cck_slice all;
  CCK_VEC(page_line) lines; /* with blank ones */
  cck_intern keys;
  CCK_VEC(uint32_t) counts; /* of pages, for each key */
  CCK_VEC(uint32_t) last;   /* the page that a key was counted on last, and one */
  uint32_t count;
  cck_hash_table hyphens; /* words that keep theirs */
} pages;

static void read_lines(pages *p) {
  cck_slice rest = p->all;
  for (cck_slice line; cck_slice_next(&rest, '\n', &line);) {
    while (line.len && line.ptr[0] == '\f') {
      p->count++;
      line = cck_slice_sub(line, 1, line.len);
    }
    page_line item = {cck_slice_trim(line), p->count, CCK_INTERN_NONE};
    CCK_PUSH(p->arena, &p->lines, item);
  }
  p->count++;
}

/* In lower case, and one # for every figure. */
static cck_slice key_of(cck_arena *arena, cck_slice line) {
  cck_slice lower = cck_arena_lower(arena, line);
  char *key = cck_arena_alloc(arena, lower.len + 1);
  size_t n = 0;
  for (size_t i = 0; i < lower.len; i++) {
    char c = lower.ptr[i];
    if (!cck_is_digit(c) && !cck_is_space(c))
      key[n++] = c;
    else if (cck_is_digit(c) && (n == 0 || key[n - 1] != '#'))
      key[n++] = '#';
  }
  return (cck_slice){key, n};
}

static void count_edge(pages *p, page_line *line) {
  line->key = cck_intern_put(&p->keys, key_of(p->arena, line->text));
  if (line->key == p->counts.count) {
    CCK_PUSH(p->arena, &p->counts, 0);
    CCK_PUSH(p->arena, &p->last, 0);
  }
  if (p->last.items[line->key] != line->page + 1)
    p->counts.items[line->key]++;
  p->last.items[line->key] = line->page + 1;
}

/* The lines first..past are a page's. */
static void count_edges(pages *p, size_t first, size_t past) {
  unsigned ink = 0;
  for (size_t i = first; i < past; i++)
    ink += p->lines.items[i].text.len > 0;
  unsigned seen = 0;
  for (size_t i = first; ink >= BODY_LINES && i < past; i++) {
    page_line *line = &p->lines.items[i];
    if (!line->text.len)
      continue;
    seen++;
    if (seen <= EDGE || seen + EDGE > ink)
      count_edge(p, line);
  }
}

static void find_edges(pages *p) {
  for (size_t i = 0, first = 0; i <= p->lines.count; i++) {
    if (i < p->lines.count && p->lines.items[i].page == p->lines.items[first].page)
      continue;
    count_edges(p, first, i);
    first = i;
  }
}

/* "7", "- 7 -", "Page 7", "Page 7 of 12", "7/12" */
static bool is_page_number(cck_slice line) {
  unsigned figures = 0;
  for (size_t at = 0; at < line.len;) {
    size_t end = at;
    char c = line.ptr[at];
    while (end < line.len && (cck_is_digit(c) ? cck_is_digit(line.ptr[end]) : cck_is_alpha(line.ptr[end])))
      end++;
    cck_slice word = cck_slice_sub(line, at, end);
    if (cck_is_digit(c))
      figures++;
    else if (word.len && !cck_slice_eq_nocase(word, CCK_S("page")) && !cck_slice_eq_nocase(word, CCK_S("of")))
      return false;
    else if (!word.len && c != '-' && c != '/' && c != '|' && !cck_is_space(c))
      return false;
    if (word.len > 4)
      return false;
    at = end > at ? end : at + 1;
  }
  return figures == 1 || figures == 2;
}

/* A line of a table of contents: "The bridge . . . . . 12" */
static bool is_of_contents(cck_slice line) {
  enum { LEADER = 4 };
  size_t end = line.len;
  while (end > 0 && cck_is_digit(line.ptr[end - 1]))
    end--;
  unsigned dots = 0;
  for (size_t at = end; end < line.len && at > 0; at--) {
    char c = line.ptr[at - 1];
    if (c != '.' && !cck_is_space(c))
      break;
    dots += c == '.';
  }
  return dots >= LEADER;
}

static bool is_furniture(const pages *p, const page_line *line) {
  if (is_of_contents(line->text))
    return true;
  if (line->key == CCK_INTERN_NONE)
    return false;
  uint32_t count = p->counts.items[line->key];
  return (count >= 2 && count * UINT64_C(2) >= p->count) || is_page_number(line->text);
}

static void know_hyphens(pages *p) {
  static const char *const words[] = {
#define CCK_HYPHEN(word) word,
#include "text/read/pdf_words.def"
#undef CCK_HYPHEN
  };
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    *cck_hash_table_put(p->arena, &p->hyphens, cck_slice_hash(cck_slice_of(words[i]))) = 1;
}

/* The letters that end, or begin, at a byte of the line. */
static cck_slice letters_before(cck_slice line, size_t end) {
  size_t start = end;
  while (start > 0 && cck_is_alpha(line.ptr[start - 1]))
    start--;
  return cck_slice_sub(line, start, end);
}

static cck_slice letters_from(cck_slice line, size_t start) {
  size_t end = start;
  while (end < line.len && cck_is_alpha(line.ptr[end]))
    end++;
  return cck_slice_sub(line, start, end);
}

static uint64_t compound_hash(cck_slice left, cck_slice right) {
  uint64_t hash = CCK_HASH_BEGIN;
  for (size_t i = 0; i < left.len; i++)
    hash = cck_hash_byte(hash, cck_to_lower(left.ptr[i]));
  hash = cck_hash_byte(hash, '-');
  for (size_t i = 0; i < right.len; i++)
    hash = cck_hash_byte(hash, cck_to_lower(right.ptr[i]));
  return cck_hash_end(hash);
}

/* Words that stand within a line with their hyphen have it at a line's end too. */
static void learn_compounds(pages *p) {
  for (size_t i = 0; i < p->lines.count; i++) {
    cck_slice line = p->lines.items[i].text;
    for (size_t at = 0; (at = cck_slice_find(line, CCK_S("-"), at)) != SIZE_MAX; at++) {
      cck_slice left = letters_before(line, at), right = letters_from(line, at + 1);
      if (left.len && right.len)
        *cck_hash_table_put(p->arena, &p->hyphens, compound_hash(left, right)) = 1;
    }
  }
}

typedef enum line_end { END_LINE, END_JOIN, END_DROP } line_end;

/* What becomes of the end of a line: it stays, the next goes on behind its hyphen, or in the hyphen's place. */
static line_end end_of(const pages *p, cck_slice line, cck_slice next) {
  if (line.len < 2 || line.ptr[line.len - 1] != '-' || !next.len)
    return END_LINE;
  char before = line.ptr[line.len - 2];
  char after = next.ptr[0];
  bool word = cck_is_alpha(before) || cck_is_digit(before) || (unsigned char)before >= 0x80;
  if (!word || !(cck_is_alpha(after) || cck_is_digit(after) || (unsigned char)after >= 0x80))
    return END_LINE;
  cck_slice last = letters_before(line, line.len - 1);
  bool inner = last.len + 1 < line.len && line.ptr[line.len - last.len - 2] == '-'; /* year-old-: one of more */
  uint64_t hash = cck_slice_hash(cck_arena_lower(p->arena, last));
  uint64_t compound = compound_hash(last, letters_from(next, 0));
  bool own = inner || cck_hash_table_find(&p->hyphens, hash) || cck_hash_table_find(&p->hyphens, compound) ||
             !cck_is_lower(after) || cck_is_digit(before);
  return own ? END_JOIN : END_DROP;
}

/* The next line that stays; the lines' number when there is none. */
static size_t next_line(const pages *p, size_t i) {
  while (i < p->lines.count && is_furniture(p, &p->lines.items[i]))
    i++;
  return i;
}

/* Blank lines part paragraphs, save those that a page's edge brings. */
static bool is_lost(const pages *p, size_t i) {
  const page_line *line = &p->lines.items[i];
  bool before = i == 0 || p->lines.items[i - 1].page != line->page || is_furniture(p, &p->lines.items[i - 1]);
  bool after =
      i + 1 >= p->lines.count || p->lines.items[i + 1].page != line->page || is_furniture(p, &p->lines.items[i + 1]);
  return !line->text.len && (before || after);
}

void cck_pages_join(cck_arena *arena, cck_slice all, cck_slice *text, cck_place_map *map) {
  pages p = {.arena = arena, .all = all};
  char *out = cck_arena_alloc(arena, all.len + 2);
  size_t n = 0;
  cck_intern_init(&p.keys, arena);
  read_lines(&p);
  find_edges(&p);
  know_hyphens(&p);
  learn_compounds(&p);
  for (size_t i = next_line(&p, 0), next; i < p.lines.count; i = next) {
    cck_slice line = p.lines.items[i].text;
    next = next_line(&p, i + 1);
    if (is_lost(&p, i))
      continue;
    line_end end = end_of(&p, line, next < p.lines.count ? p.lines.items[next].text : (cck_slice){NULL, 0});
    if (line.len)
      cck_place_map_add(arena, map, (uint32_t)n, (uint32_t)(line.ptr - all.ptr));
    line.len -= end == END_DROP;
    memcpy(out + n, line.ptr ? line.ptr : "", line.len);
    n += line.len;
    if (end == END_LINE)
      out[n++] = '\n';
  }
  *text = (cck_slice){out, n};
}
