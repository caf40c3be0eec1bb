/*
 * The arithmetic of a drawing: where a value or a day stands on an axis, which ticks the axis has, and how
 * labels are kept apart. Places are shares of the axis, 0 at its low end and 1 at its high one. Doubles decide
 * only where ink goes. Nothing here fails: the callers hand over finite numbers.
 */
#ifndef CCK_REPORT_HTML_AXIS_H
#define CCK_REPORT_HTML_AXIS_H

#include "base/buffer.h"
#include "base/decimal.h"
#include "model/calendar.h"

enum { CCK_AXIS_TICKS = 12 };

typedef struct cck_axis {
  bool logarithmic; /* then a step up multiplies, and low and high are above 0 */
  double low, high; /* low < high */
  cck_decimal ticks[CCK_AXIS_TICKS];
  size_t count;
} cck_axis;

/*
 * For values low..high (low <= high), about `wanted` ticks (2 to 6): on multiples of 1, 2 or 5 times a power of ten;
 * from zero when the lowest is under half of the highest; powers of ten when all are above zero and one is 30 times
 * another.
 */
cck_axis cck_axis_fit(double low, double high, int wanted);

/* 0..1; what lies beyond an end is put on it. */
double cck_axis_at(const cck_axis *axis, double value);

/* A number as a drawing writes it, short: "5,000", "330m", "0.25". */
void cck_axis_put_number(cck_buffer *out, cck_decimal number);

typedef enum cck_calendar_step { CCK_STEP_DAY, CCK_STEP_MONTH, CCK_STEP_YEAR } cck_calendar_step;

typedef struct cck_time_axis {
  cck_day low, high; /* low < high */
  cck_calendar_step step;
  cck_day ticks[CCK_AXIS_TICKS];
  size_t count;
} cck_time_axis;

/* For days low..high: at most 6 ticks on days, first days of months or of years; some room at both ends. */
cck_time_axis cck_time_axis_fit(cck_day low, cck_day high);

/* The place of the beginning of a day; `cck_time_axis_end`: of its end. 0..1 like above. */
double cck_time_axis_at(const cck_time_axis *axis, cck_day day);
double cck_time_axis_end(const cck_time_axis *axis, cck_day day);

/*
 * Moves `places`, in rising order, so that neighbours are at least `gap` apart and all lie within low..high, each as
 * near as can be to where it was (least squares). When there is no room for all the gap shrinks.
 */
void cck_axis_spread(double *places, size_t count, double gap, double low, double high);

#endif
