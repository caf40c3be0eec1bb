/*
 * A drawing of one finding: marks on a plane of time and value, or each on a row of its own along an axis of values
 * or of days. Everything lives in the arena of the writer. Across, places are percents of the plot, so that it is as
 * wide as the page; up and down they are pixels, so that letters keep their size.
 *
 *     300,000 |----------------------o- - - - - - - - - B 312,000 Herald
 *             |     o- - - - - - - - - - - - - - - - .
 *     200,000 |----------------------------------------`- A 260,000 Gazette
 *               Oct 2004          Jan 2005
 */
#ifndef CCK_REPORT_HTML_DRAWING_H
#define CCK_REPORT_HTML_DRAWING_H

#include "report/html/axis.h"
#include "report/html/html.h"

enum { CCK_MOST_MARKS = 24 };

/* An interval on an axis; an end that is not there is open. */
typedef struct cck_reach {
  bool has_min, has_max;
  double min, max;
} cck_reach;

typedef struct cck_mark {
  const cck_party *party;
  size_t index;        /* of the party: its key and colour */
  cck_reach value;     /* in the drawing's unit; of quantities */
  cck_period when;     /* valid time, or the days of a date */
  bool from_published; /* the time is the day of publication, for the text tells none */
} cck_mark;

typedef enum cck_form { CCK_FORM_NONE, CCK_FORM_PLANE, CCK_FORM_VALUES, CCK_FORM_DAYS } cck_form;

typedef struct cck_drawing {
  const cck_finding *finding;
  cck_form form;
  cck_mark marks[CCK_MOST_MARKS];
  size_t count;
  size_t considered; /* parties: the first of many; those that are no marks do not fit the scale */
  bool percent;
  cck_decimal divisor; /* from base units to the unit of the axis */
  bool has_bound;
  double bound; /* in the same unit */
  bool has_published;
  cck_period published; /* of a date that lies after it */
  cck_axis values;
  cck_time_axis days;
} cck_drawing;

/* ---- pieces (svg.c) ---- */

enum { CCK_SVG_LABEL = 20 }; /* pixels from label to label */

/* The bar of an interval across: shares of the plot; open ends fade and have an arrow. */
typedef struct cck_bar {
  double from, to;
  bool open_from, open_to;
} cck_bar;

void cck_svg_put_bar(cck_buffer *out, const cck_bar *bar, double y, size_t color);

/* The mark on the bar: hollow for a time that is only the day of publication. */
void cck_svg_put_dot(cck_buffer *out, double share, double y, const cck_mark *mark);

/* Key, figure and source, `x` pixels right of the plot. */
void cck_svg_put_label(cck_buffer *out, const cck_drawing *d, const cck_mark *mark, double x, double y);

/* The figure in a few letters: ">6,000", "330bn", "3 May 2020". */
void cck_svg_put_short(cck_buffer *out, const cck_drawing *d, const cck_mark *mark);

/* Days across: ticks, their words below, lines from top to bottom. `values`: the same for values. */
void cck_svg_put_days(cck_buffer *out, const cck_time_axis *axis, double top, double bottom);
void cck_svg_put_values(cck_buffer *out, const cck_drawing *d, double top, double bottom);

/* A value as the axis writes it, with its percent sign. */
void cck_svg_put_tick(cck_buffer *out, const cck_drawing *d, cck_decimal tick);

/* ---- forms: their height, and what is inside <svg> ---- */

double cck_plane_height(const cck_drawing *d);
void cck_plane_put(cck_buffer *out, const cck_drawing *d);
double cck_rows_height(const cck_drawing *d);
void cck_rows_put(cck_buffer *out, const cck_drawing *d);

/* The bar of a period on an axis of days. */
cck_bar cck_bar_of_days(const cck_time_axis *axis, cck_period days);

#endif
