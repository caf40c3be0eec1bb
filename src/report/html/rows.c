/* A row for each figure along one axis: values of one time, a value and its limit, dates. */
#include "report/html/drawing.h"

enum { ROW = 30, BELOW = 36, LABEL_X = 16, TOP = 6, NOTE = 22 };

static bool has_note(const cck_drawing *d) { return d->has_bound || d->has_published; }

static double first_row(const cck_drawing *d) { return TOP + (has_note(d) ? NOTE : 0); }

static double bottom(const cck_drawing *d) { return first_row(d) + ROW * (double)d->count; }

double cck_rows_height(const cck_drawing *d) { return bottom(d) + BELOW; }

static cck_bar bar_of(const cck_drawing *d, const cck_mark *mark) {
  const cck_reach *v = &mark->value;
  if (d->form == CCK_FORM_DAYS)
    return cck_bar_of_days(&d->days, mark->when);
  return (cck_bar){v->has_min ? cck_axis_at(&d->values, v->min) : 0, v->has_max ? cck_axis_at(&d->values, v->max) : 1,
                   !v->has_min, !v->has_max};
}

/* "150% of gdp" says no number. */
static void put_amount(cck_buffer *out, const cck_drawing *d) {
  cck_decimal amount;
  if (cck_slice_find(d->finding->bound.label, CCK_S("% of "), 0) == SIZE_MAX ||
      !cck_decimal_div(d->finding->bound.amount, d->divisor, 3, &amount))
    return;
  cck_put_text(out, ", ");
  cck_svg_put_tick(out, d, amount);
}

/* What the figure is held against: a line down through the rows, named at its top. */
static void put_note(cck_buffer *out, const cck_drawing *d) {
  cck_bar days = cck_bar_of_days(&d->days, d->published);
  double share = d->has_bound ? cck_axis_at(&d->values, d->bound) : (days.from + days.to) / 2;
  cck_putf(out, "<line class=\"bound\" x1=\"%.4g%%\" x2=\"%.4g%%\" y1=\"%d\" y2=\"%.4g\"/>", 100 * share, 100 * share,
           TOP + NOTE - 6, bottom(d));
  cck_putf(out, "<text class=\"bound%s\" x=\"%.4g%%\" y=\"%d\">", share > 0.5 ? " before" : "", 100 * share, TOP + 10);
  if (d->has_bound) {
    cck_put_text(out, "limit: ");
    cck_put_xml(out, d->finding->bound.label);
    put_amount(out, d);
  } else {
    cck_put_text(out, "published");
  }
  cck_put_text(out, "</text>");
}

void cck_rows_put(cck_buffer *out, const cck_drawing *d) {
  if (d->form == CCK_FORM_DAYS)
    cck_svg_put_days(out, &d->days, first_row(d), bottom(d));
  else
    cck_svg_put_values(out, d, first_row(d), bottom(d));
  if (has_note(d))
    put_note(out, d);
  for (size_t i = 0; i < d->count; i++) {
    const cck_mark *mark = &d->marks[i];
    cck_bar bar = bar_of(d, mark);
    double y = first_row(d) + ROW * ((double)i + 0.5);
    cck_putf(out, "<line class=\"lead\" x1=\"0\" x2=\"100%%\" y1=\"%.4g\" y2=\"%.4g\"/>", y, y);
    cck_svg_put_bar(out, &bar, y, mark->index);
    cck_svg_put_dot(out, bar.open_from ? bar.to : bar.open_to ? bar.from : (bar.from + bar.to) / 2, y, mark);
  }
  cck_put_text(out, "<svg class=\"at\" x=\"100%\">");
  for (size_t i = 0; i < d->count; i++)
    cck_svg_put_label(out, d, &d->marks[i], LABEL_X, first_row(d) + ROW * ((double)i + 0.5));
  cck_put_text(out, "</svg>");
}
