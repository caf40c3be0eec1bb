#include "base/hint.h"

static unsigned least(unsigned a, unsigned b) { return a < b ? a : b; }

static unsigned letter_cost(char a, char b) { return cck_to_lower(a) != cck_to_lower(b); }

/*
 * One row of the table, only the cells that can be below the limit: those at most limit - 1
 * off the diagonal. rows[0] is being filled, rows[1] and rows[2] are the two before it. Returns its least cell.
 */
static unsigned fill_row(unsigned *const rows[3], cck_slice a, cck_slice b, size_t i, unsigned limit) {
  size_t from = i >= limit ? i - limit + 1 : 0;
  size_t to = least((unsigned)b.len, (unsigned)i + limit - 1);
  unsigned row_least = limit;
  for (size_t j = from; j <= to; j++) {
    unsigned d = j == 0 ? (unsigned)i : limit;
    if (j > 0)
      d = rows[1][j - 1] + letter_cost(a.ptr[i - 1], b.ptr[j - 1]);
    if (j > from)
      d = least(d, rows[0][j - 1] + 1);
    if (j < i + limit - 1) /* else the row above does not reach here */
      d = least(d, rows[1][j] + 1);
    bool swapped =
        i > 1 && j > 1 && !letter_cost(a.ptr[i - 1], b.ptr[j - 2]) && !letter_cost(a.ptr[i - 2], b.ptr[j - 1]);
    if (swapped)
      d = least(d, rows[2][j - 2] + 1);
    rows[0][j] = d;
    row_least = least(row_least, d);
  }
  return row_least;
}

unsigned cck_hint_distance(cck_slice a, cck_slice b, unsigned limit) {
  unsigned table[3][CCK_HINT_LONGEST + 1];
  size_t apart = a.len > b.len ? a.len - b.len : b.len - a.len;
  if (a.len > CCK_HINT_LONGEST || b.len > CCK_HINT_LONGEST || apart >= limit)
    return limit;
  for (size_t j = 0; j <= b.len; j++)
    table[0][j] = (unsigned)j;
  unsigned before = 0;
  for (size_t i = 1; i <= a.len; i++) {
    unsigned *const rows[3] = {table[i % 3], table[(i + 2) % 3], table[(i + 1) % 3]};
    unsigned row_least = fill_row(rows, a, b, i, limit);
    if (least(row_least, before) >= limit) /* a swap reaches back two rows */
      return limit;
    before = row_least;
  }
  return least(table[a.len % 3][b.len], limit);
}

void cck_hint_init(cck_hint *hint, cck_slice word) {
  unsigned slips = word.len < 4 ? 1 : word.len < 8 ? 2 : 3;
  *hint = (cck_hint){.word = word, .distance = slips + 1};
}

void cck_hint_try(cck_hint *hint, cck_slice known) {
  if (hint->tries++ >= CCK_HINT_TRIES)
    return;
  unsigned distance = cck_hint_distance(hint->word, known, hint->distance);
  if (distance >= hint->distance || distance >= known.len) /* with every letter changed it is another word */
    return;
  hint->distance = distance;
  hint->best = known;
}

const char *cck_hint_text(const cck_hint *hint, cck_arena *arena) {
  if (hint->best.len == 0)
    return "";
  return cck_arena_printf(arena, "; did you mean '%.*s'?", (int)hint->best.len, hint->best.ptr).ptr;
}
