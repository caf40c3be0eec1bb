#include "report/html/axis.h"

#include <math.h>

/* ---- values ---- */

enum { LOG_FROM = 30, MOST_DECADES = 120 };

/* A step of 1, 2 or 5 times 10^power that is at least `least`. */
typedef struct round_step {
  int digit, power;
  double size;
} round_step;

static round_step step_over(double least) {
  static const int digits[] = {1, 2, 5, 10};
  int power = (int)floor(log10(least));
  for (size_t i = 0;; i++) {
    double size = digits[i] * pow(10, power);
    if (size >= least * (1 - 1e-9) || digits[i] == 10)
      return digits[i] == 10 ? (round_step){1, power + 1, size} : (round_step){digits[i], power, size};
  }
}

static void push_tick(cck_axis *axis, cck_int128 number, int power) {
  cck_decimal tick;
  if (axis->count < CCK_AXIS_TICKS && cck_decimal_make(number, power, &tick))
    axis->ticks[axis->count++] = tick;
}

static cck_axis fit_linear(double low, double high, int wanted) {
  cck_axis axis = {0};
  if (low > 0 && low < high / 2)
    low = 0;
  if (high < 0 && high > low / 2)
    high = 0;
  round_step step = step_over((high - low) / wanted);
  double first = floor(low / step.size + 1e-9), last = ceil(high / step.size - 1e-9);
  axis.low = first * step.size;
  axis.high = last * step.size;
  for (double i = first; i <= last; i++)
    push_tick(&axis, (cck_int128)i * step.digit, step.power);
  return axis;
}

static cck_axis fit_logarithmic(double low, double high, int wanted) {
  cck_axis axis = {.logarithmic = true};
  int first = (int)floor(log10(low) + 1e-9), last = (int)ceil(log10(high) - 1e-9);
  int every = (last - first + wanted - 1) / wanted;
  every = every < 1 ? 1 : every;
  axis.low = pow(10, first);
  axis.high = pow(10, last);
  for (int power = first; power <= last; power += every)
    push_tick(&axis, 1, power);
  return axis;
}

/* One value alone, or several that a double cannot tell apart: some room around it. */
static void open_up(double *low, double *high) {
  double size = fabs(*high) > fabs(*low) ? fabs(*high) : fabs(*low);
  if (*high - *low > size * 1e-9)
    return;
  double room = size > 0 ? size / 10 : 1;
  *low -= room;
  *high += room;
}

static double within(double share) { return share < 0 ? 0 : share > 1 ? 1 : share; }

double cck_axis_at(const cck_axis *axis, double value) {
  if (!axis->logarithmic)
    return within((value - axis->low) / (axis->high - axis->low));
  if (value <= axis->low)
    return 0;
  return within(log(value / axis->low) / log(axis->high / axis->low));
}

/* A mark on the edge of a drawing is half lost: some room beyond it, but none below zero. */
static void leave_room(cck_axis *axis, double low, double high) {
  double edge = 0.08;
  bool at_low = cck_axis_at(axis, low) < edge && axis->low != 0,
       at_high = cck_axis_at(axis, high) > 1 - edge && axis->high != 0;
  double step = axis->logarithmic ? pow(axis->high / axis->low, edge) : (axis->high - axis->low) * edge;
  if (at_low)
    axis->low = axis->logarithmic ? axis->low / step : axis->low - step;
  if (at_high)
    axis->high = axis->logarithmic ? axis->high * step : axis->high + step;
}

cck_axis cck_axis_fit(double low, double high, int wanted) {
  open_up(&low, &high);
  bool far = low > 0 && high / low >= LOG_FROM && log10(high / low) < MOST_DECADES;
  cck_axis axis = far ? fit_logarithmic(low, high, wanted) : fit_linear(low, high, wanted);
  leave_room(&axis, low, high);
  return axis;
}

void cck_axis_put_number(cck_buffer *out, cck_decimal number) {
  static const struct {
    int power;
    const char *word;
  } scales[] = {{12, "tn"}, {9, "bn"}, {6, "m"}, {0, ""}};
  cck_arena scratch;
  cck_arena_init(&scratch);
  size_t i = 0;
  while (scales[i].power && (!cck_decimal_shift(number, -scales[i].power, &(cck_decimal){0, 0}) ||
                             cck_decimal_cmp(cck_decimal_abs(number), (cck_decimal){1, scales[i].power}) < 0))
    i++;
  cck_decimal scaled = number, rounded;
  (void)cck_decimal_shift(number, -scales[i].power, &scaled);
  if (scales[i].power && cck_decimal_round(scaled, -2, &rounded)) /* nobody reads a drawing closer */
    scaled = rounded;
  cck_put(out, cck_decimal_grouped(&scratch, scaled));
  cck_put_text(out, scales[i].word);
  cck_arena_fini(&scratch);
}

/* ---- days ---- */

enum { MOST_TIME_TICKS = 6, LEAST_DAYS = 8 };

/* What stands between two ticks, from near to far. */
static const struct {
  cck_calendar_step step;
  int count;
} time_steps[] = {{CCK_STEP_DAY, 1},    {CCK_STEP_DAY, 2},    {CCK_STEP_DAY, 7},    {CCK_STEP_MONTH, 1},
                  {CCK_STEP_MONTH, 3},  {CCK_STEP_MONTH, 6},  {CCK_STEP_YEAR, 1},   {CCK_STEP_YEAR, 2},
                  {CCK_STEP_YEAR, 5},   {CCK_STEP_YEAR, 10},  {CCK_STEP_YEAR, 20},  {CCK_STEP_YEAR, 50},
                  {CCK_STEP_YEAR, 100}, {CCK_STEP_YEAR, 500}, {CCK_STEP_YEAR, 2000}};

enum { TIME_STEPS = sizeof time_steps / sizeof *time_steps };

/* The first tick at or after a day. */
static cck_day tick_from(cck_day day, cck_calendar_step step, int count) {
  if (step == CCK_STEP_DAY) {
    cck_day rest = ((day % count) + count) % count;
    return rest ? day + count - rest : day;
  }
  cck_civil c = cck_civil_of(day);
  int months = c.year * 12 + c.month - 1 + (c.day > 1);
  int every = step == CCK_STEP_YEAR ? 12 * count : count;
  months = (months + every - 1) / every * every;
  return cck_day_of(months / 12, months % 12 + 1, 1);
}

static size_t count_ticks(const cck_time_axis *axis, cck_calendar_step step, int count, cck_day *ticks) {
  size_t found = 0;
  for (cck_day day = tick_from(axis->low, step, count); day <= axis->high; found++) {
    if (found == MOST_TIME_TICKS)
      return found + 1;
    ticks[found] = day;
    day = tick_from(day + 1, step, count);
  }
  return found;
}

cck_time_axis cck_time_axis_fit(cck_day low, cck_day high) {
  cck_time_axis axis = {.low = low, .high = high + 1};
  cck_day room = (axis.high - axis.low) / 16;
  if (axis.high - axis.low + 2 * room < LEAST_DAYS)
    room = (LEAST_DAYS - (axis.high - axis.low) + 1) / 2;
  const cck_day first = cck_day_of(CCK_YEAR_MIN, 1, 1), last = cck_day_of(CCK_YEAR_MAX, 12, 31);
  axis.low = axis.low - room < first ? first : axis.low - room;
  axis.high = axis.high + room > last ? last : axis.high + room;
  for (size_t i = 0; i < TIME_STEPS; i++) {
    axis.step = time_steps[i].step;
    axis.count = count_ticks(&axis, axis.step, time_steps[i].count, axis.ticks);
    if (axis.count <= MOST_TIME_TICKS)
      return axis;
  }
  axis.count = 0;
  return axis;
}

double cck_time_axis_at(const cck_time_axis *axis, cck_day day) {
  return within((double)(day - axis->low) / (double)(axis->high - axis->low));
}

double cck_time_axis_end(const cck_time_axis *axis, cck_day day) { return cck_time_axis_at(axis, day + 1); }

/* ---- labels ---- */

/* Labels that touch, moved as one: first..past, the first of them at `place`. */
typedef struct block {
  size_t first;
  double place, sum; /* sum: of where each would put the block's beginning */
} block;

static double limited(double place, double low, double high) {
  return place > high ? (high > low ? high : low) : place < low ? low : place;
}

/* Blocks that come to lie on each other become one, at the mean of what its labels want (pool adjacent violators). */
void cck_axis_spread(double *places, size_t count, double gap, double low, double high) {
  if (!count)
    return;
  if (gap * (double)(count - 1) > high - low)
    gap = (high - low) / (double)(count - 1);
  cck_arena scratch;
  cck_arena_init(&scratch);
  block *blocks = cck_arena_alloc(&scratch, count * sizeof *blocks);
  size_t used = 0;
  for (size_t i = 0; i < count; i++) {
    block next = {i, places[i], places[i]};
    for (;;) {
      double length = gap * (double)(i - next.first);
      next.place = limited(next.sum / (double)(i + 1 - next.first), low, high - length);
      if (!used || blocks[used - 1].place + gap * (double)(next.first - blocks[used - 1].first) <= next.place)
        break;
      block *before = &blocks[--used];
      double shift = gap * (double)(next.first - before->first);
      next = (block){before->first, 0, before->sum + next.sum - shift * (double)(i + 1 - next.first)};
    }
    blocks[used++] = next;
  }
  for (size_t b = 0; b < used; b++)
    for (size_t i = blocks[b].first; i < (b + 1 < used ? blocks[b + 1].first : count); i++)
      places[i] = blocks[b].place + gap * (double)(i - blocks[b].first);
  cck_arena_fini(&scratch);
}
