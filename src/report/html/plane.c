/* Time across, value up: a bar for the time that a figure holds for, a whisker for its interval. */
#include <math.h>
#include <stdlib.h>

#include "report/html/drawing.h"

enum { TOP = 12, LEAST_HEIGHT = 168, BELOW = 36, LABEL_X = 16, ARROW = 30, TICK = 5, LEAST_REACH = 1, OVER_TICKS = 7 };

static double plot_height(const cck_drawing *d) {
  double labels = CCK_SVG_LABEL * (double)d->count + OVER_TICKS;
  return labels > LEAST_HEIGHT ? labels : LEAST_HEIGHT;
}

double cck_plane_height(const cck_drawing *d) { return TOP + plot_height(d) + BELOW; }

static double y_of(const cck_drawing *d, double value) {
  return TOP + plot_height(d) * (1 - cck_axis_at(&d->values, value));
}

/* Where a figure is marked: in the middle of its interval, at the end that it has when the other is open. */
static double y_of_mark(const cck_drawing *d, const cck_mark *mark) {
  const cck_reach *v = &mark->value;
  if (!v->has_min || !v->has_max)
    return y_of(d, v->has_min ? v->min : v->max);
  return (y_of(d, v->min) + y_of(d, v->max)) / 2;
}

static void put_value_axis(cck_buffer *out, const cck_drawing *d) {
  for (size_t i = 0; i < d->values.count; i++) {
    double y = y_of(d, cck_decimal_floor_double(d->values.ticks[i]));
    cck_putf(out, "<line class=\"grid\" x1=\"0\" x2=\"100%%\" y1=\"%.4g\" y2=\"%.4g\"/>", y, y);
    cck_putf(out, "<text class=\"tick up\" x=\"-8\" y=\"%.4g\">", y + 4);
    cck_svg_put_tick(out, d, d->values.ticks[i]);
    cck_put_text(out, "</text>");
  }
}

/* The interval: a band as long as the bar and a whisker through its middle, or an arrow towards the open end. */
static void put_interval(cck_buffer *out, const cck_drawing *d, const cck_mark *mark, const cck_bar *bar) {
  const cck_reach *v = &mark->value;
  double middle = 50 * (bar->from + bar->to), y = y_of_mark(d, mark);
  bool open = !v->has_min || !v->has_max;
  if (!open && fabs(y_of(d, v->min) - y_of(d, v->max)) < LEAST_REACH)
    return;
  cck_put_text(out, "<g class=\"reach ");
  cck_html_put_color(out, mark->index);
  cck_put_text(out, "\">");
  if (open) {
    int way = v->has_min ? -1 : 1;
    cck_putf(out,
             "<svg class=\"at\" x=\"%.4g%%\" y=\"%.4g\"><path class=\"open\" d=\"M0 0V%d\"/>"
             "<path d=\"M-5 %dL0 %dL5 %d\"/></svg>",
             middle, y, way * (ARROW - 1), way * (ARROW - 7), way * ARROW, way * (ARROW - 7));
  } else {
    double top = y_of(d, v->max), bottom = y_of(d, v->min);
    cck_putf(out, "<rect x=\"%.4g%%\" y=\"%.4g\" width=\"%.4g%%\" height=\"%.4g\"/>", 100 * bar->from, top,
             100 * (bar->to - bar->from), bottom - top);
    cck_putf(out, "<svg class=\"at\" x=\"%.4g%%\" y=\"%.4g\"><path d=\"M0 0V%.4gM-5 0H5M-5 %.4gH5\"/></svg>", middle,
             top, bottom - top, bottom - top);
  }
  cck_put_text(out, "</g>");
}

/* ---- labels at the right, in the order of the marks and apart ---- */

typedef struct seat {
  double y;
  double end; /* of the bar, a share */
  const cck_mark *mark;
} seat;

static int by_place(const void *a, const void *b) {
  const seat *x = a;
  const seat *y = b;
  if (x->y < y->y || x->y > y->y)
    return x->y < y->y ? -1 : 1;
  return (x->mark->index > y->mark->index) - (x->mark->index < y->mark->index);
}

static void put_labels(cck_buffer *out, const cck_drawing *d) {
  seat seats[CCK_MOST_MARKS];
  double places[CCK_MOST_MARKS];
  for (size_t i = 0; i < d->count; i++) {
    cck_bar bar = cck_bar_of_days(&d->days, d->marks[i].when);
    seats[i] = (seat){y_of_mark(d, &d->marks[i]), bar.to, &d->marks[i]};
  }
  qsort(seats, d->count, sizeof *seats, by_place);
  for (size_t i = 0; i < d->count; i++)
    places[i] = seats[i].y;
  cck_axis_spread(places, d->count, CCK_SVG_LABEL, TOP, TOP + plot_height(d) - OVER_TICKS);
  for (size_t i = 0; i < d->count; i++)
    cck_putf(out, "<line class=\"lead\" x1=\"%.4g%%\" x2=\"100%%\" y1=\"%.4g\" y2=\"%.4g\"/>", 100 * seats[i].end,
             seats[i].y, seats[i].y);
  cck_put_text(out, "<svg class=\"at\" x=\"100%\">");
  for (size_t i = 0; i < d->count; i++) {
    cck_putf(out, "<path class=\"lead\" d=\"M0 %.4gC8 %.4g 6 %.4g %d %.4g\"/>", seats[i].y, seats[i].y, places[i],
             LABEL_X - 1, places[i]);
    cck_svg_put_label(out, d, seats[i].mark, LABEL_X, places[i]);
  }
  cck_put_text(out, "</svg>");
}

void cck_plane_put(cck_buffer *out, const cck_drawing *d) {
  put_value_axis(out, d);
  cck_svg_put_days(out, &d->days, TOP + plot_height(d) - TICK, TOP + plot_height(d));
  for (size_t i = 0; i < d->count; i++) {
    cck_bar bar = cck_bar_of_days(&d->days, d->marks[i].when);
    put_interval(out, d, &d->marks[i], &bar);
    cck_svg_put_bar(out, &bar, y_of_mark(d, &d->marks[i]), d->marks[i].index);
  }
  put_labels(out, d);
  for (size_t i = 0; i < d->count; i++) {
    cck_bar bar = cck_bar_of_days(&d->days, d->marks[i].when);
    cck_svg_put_dot(out, (bar.from + bar.to) / 2, y_of_mark(d, &d->marks[i]), &d->marks[i]);
  }
}
