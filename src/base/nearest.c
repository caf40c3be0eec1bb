#include "base/nearest.h"

enum { LONGEST = 40 };

static size_t least(size_t a, size_t b, size_t c) {
  size_t ab = a < b ? a : b;
  return ab < c ? ab : c;
}

/* Letters to insert, drop, change, or swap with a neighbour (optimal string alignment). */
static size_t edits(cck_slice a, cck_slice b) {
  size_t rows[3][LONGEST + 1];
  for (size_t j = 0; j <= b.len; j++)
    rows[0][j] = j;
  for (size_t i = 1; i <= a.len; i++) {
    size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
    row[0] = i;
    for (size_t j = 1; j <= b.len; j++) {
      bool same = cck_to_lower(a.ptr[i - 1]) == cck_to_lower(b.ptr[j - 1]);
      row[j] = least(above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] && a.ptr[i - 2] == b.ptr[j - 1] && before[j - 2] + 1 < row[j])
        row[j] = before[j - 2] + 1;
    }
  }
  return rows[a.len % 3][b.len];
}

void cck_nearest_offer(cck_nearest *nearest, cck_slice candidate) {
  if (nearest->word.len == 0 || nearest->word.len > LONGEST || candidate.len == 0 || candidate.len > LONGEST)
    return;
  size_t allowed = (nearest->word.len + 2) / 3;
  size_t distance = edits(nearest->word, candidate);
  if (distance > allowed || distance >= candidate.len || (nearest->best.len && distance >= nearest->distance))
    return;
  nearest->best = candidate;
  nearest->distance = distance;
}
