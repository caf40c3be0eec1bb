/*
 * Numbers that no way of writing gives: "2,452,3000", "5,00 troops", "43,.590", and, by the numbers around them,
 * "904,00" or "1,84,000". What could be a list or another notation is none.
 */
#include "extract/quantity.h"
#include "extract/quantity_number.h"

enum { WINDOW = 400, GROUP = 3 };

/* A number's digits between its commas. */
typedef struct shape {
  size_t groups, first, last; /* how many, and the digits of the first and of the last */
  size_t threes;              /* groups of three behind the first */
  size_t twos;                /* groups of two between the first and the last */
  bool pointed;               /* a group holds a point */
} shape;

static shape shape_of(cck_slice digits) {
  shape s = {0};
  cck_slice part;
  while (cck_slice_next(&digits, ',', &part)) {
    s.twos += s.groups > 1 && s.last == 2;
    s.groups++;
    s.last = part.len;
    s.first = s.groups == 1 ? part.len : s.first;
    s.threes += s.groups > 1 && part.len == GROUP;
    s.pointed = s.pointed || cck_slice_find(part, CCK_S("."), 0) != SIZE_MAX;
  }
  return s;
}

/* "12,34,567": groups of two in front of the last. */
static bool is_indian(const shape *s) {
  return !s->pointed && s->groups > 2 && s->first <= 2 && s->last == GROUP && s->twos == s->groups - 2;
}

/* "5.924,000": the first group holds the point of a thousand. */
static bool is_mixed(cck_slice digits) {
  size_t point = cck_slice_find(digits, CCK_S("."), 0);
  size_t comma = cck_slice_find(digits, CCK_S(","), 0);
  return point != SIZE_MAX && comma != SIZE_MAX && comma == point + GROUP + 1 && digits.len == comma + GROUP + 1 &&
         point <= GROUP;
}

/* ---- the numbers around ---- */

typedef struct around {
  size_t grouped; /* "5,924" */
  size_t long_;   /* grouped, of six digits or more: "387,000" */
  bool other;     /* a comma that groups no thousands, as "3,4", "904,00" or "1,84,000": a list, or another notation */
} around;

static void count_number(cck_slice digits, around *out) {
  size_t point = cck_slice_find(digits, CCK_S("."), 0);
  shape s = shape_of(cck_slice_sub(digits, 0, point == SIZE_MAX ? digits.len : point));
  bool grouped = s.groups > 1 && s.first <= GROUP && s.threes == s.groups - 1;
  out->grouped += grouped;
  out->long_ += grouped && (s.groups > 2 || s.first == GROUP);
  out->other = (s.groups == 2 && s.last != GROUP) || is_indian(&s) || is_mixed(digits);
}

/* Stops at the first that is `other`: texts that are full of those cost no more than others. */
static around look_around(const cck_quantity_reader *r, uint32_t at) {
  around found = {0};
  uint32_t count = (uint32_t)r->context->doc->tokens.count;
  uint32_t from = at > WINDOW ? at - WINDOW : 0;
  for (uint32_t i = from; i < count && i <= at + WINDOW && !found.other; i++)
    if (i != at && r->tokens[i].kind == CCK_TOKEN_NUMBER)
      count_number(cck_token_text(r->text, &r->tokens[i]), &found);
  return found;
}

/* ---- while the number is read ---- */

static bool is_sign(const cck_quantity_reader *r, uint32_t at, const char *signs) {
  cck_slice text = cck_quantity_text(r, at);
  return text.len == 1 && strchr(signs, text.ptr[0]) && cck_quantity_glued(r, at);
}

uint32_t cck_malformed_signs(const cck_quantity_reader *r, uint32_t at) {
  uint32_t next = at + 3;
  if (!is_sign(r, at + 1, ",.") || !is_sign(r, at + 2, ",.;") || !cck_quantity_number(r, next) ||
      !cck_quantity_glued(r, next))
    return 0;
  cck_slice before = cck_quantity_text(r, at);
  bool year = before.len > GROUP && cck_slice_find(before, CCK_S(","), 0) == SIZE_MAX;
  bool cells = is_sign(r, at + 1, ",") && is_sign(r, at + 2, ","); /* "5,,7": of a table */
  if (year || (cells && (cck_quantity_text(r, next).len != GROUP || cck_quantity_dated(r, at))))
    return 0;
  return next + 1;
}

bool cck_malformed_groups(const cck_quantity_reader *r, uint32_t at) {
  enum { SHORTEST = sizeof "1,23,456" - 1 };
  cck_slice digits = cck_quantity_text(r, at);
  if (digits.len < SHORTEST) /* most numbers */
    return false;
  shape s = shape_of(digits);
  if (!is_indian(&s))
    return false;
  around others = look_around(r, at);
  return others.long_ > 0 && !others.other;
}

/* ---- the guard ---- */

static bool has_unit(const cck_figure *f) { return f->kind == CCK_FIGURE_MEASURE || f->kind == CCK_FIGURE_MONEY; }

/* By itself: groups that are too long, or too short in front of what is counted. */
static bool is_plain_slip(const cck_quantity_reader *r, const cck_figure *f, uint32_t at, const shape *s) {
  if (s->pointed || s->groups < 2 || s->first > GROUP || s->last > 2 * GROUP)
    return false;
  bool noughts = cck_slice_ends(cck_quantity_text(r, at), CCK_S("000"));
  if (s->groups > 2)
    return s->threes > 0;
  if (s->last == 5 || (s->last == 4 && noughts))
    return true; /* "29,00000", "72,0000 tons": neither a decimal comma nor a year is written so */
  return s->last >= 2 && s->last != 4 && !has_unit(f) && f->kind == CCK_FIGURE_NOUN && f->plural;
}

/* "5,1987" behind a month */
static bool may_be_year(cck_slice digits) {
  cck_slice last = cck_slice_sub(digits, digits.len - 4, digits.len);
  return last.ptr[0] == '1' || (last.ptr[0] == '2' && last.ptr[1] == '0');
}

/* Where the numbers around group thousands by commas, and no other comma does anything else. */
static bool is_slip_here(const cck_quantity_reader *r, const cck_figure *f, uint32_t at, const shape *s) {
  cck_slice digits = cck_quantity_text(r, at);
  bool pair = !s->pointed && s->groups == 2 && s->first <= GROUP;
  bool measured = has_unit(f) || cck_quantity_is(r, f->number_past, CCK_Q_SCALE); /* "1,4 mln" */
  bool fits = pair && s->last < GROUP && (measured || (s->first == GROUP && s->last == 2));
  fits = fits || (pair && s->last == 4 && !may_be_year(digits)) || is_mixed(digits);
  if (!fits)
    return false;
  around others = look_around(r, at);
  return others.grouped > 0 && !others.other;
}

const char *cck_malformed_guard(const cck_quantity_reader *r, const cck_figure *f) {
  uint32_t at = f->number_first;
  while (at < f->number_past && !cck_quantity_number(r, at))
    at++;
  if (!f->malformed || f->number_past > at + 1)
    return NULL;
  shape s = shape_of(cck_quantity_text(r, at));
  bool slip = is_indian(&s) || is_plain_slip(r, f, at, &s) || is_slip_here(r, f, at, &s);
  if (!slip || cck_quantity_dash(r, f->number_past) || cck_quantity_dash(r, f->number_first - 1))
    return "list or another notation";
  return NULL;
}
