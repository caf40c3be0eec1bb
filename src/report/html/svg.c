#include "report/html/drawing.h"

#include "base/utf8.h"

enum { LABEL_LETTERS = 33, TICK_LINE = 13 }; /* what fits into the room that style.css leaves at the right */

static double percent(double share) { return 100 * share; }

static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/* ---- bars and marks ---- */

static void put_arrow(cck_buffer *out, double share, double y, const char *path) {
  cck_putf(out, "<svg class=\"at\" x=\"%.4g%%\" y=\"%.4g\"><path d=\"%s\"/></svg>", percent(share), y, path);
}

void cck_svg_put_bar(cck_buffer *out, const cck_bar *bar, double y, size_t color) {
  bool open = bar->open_from || bar->open_to;
  cck_put_text(out, "<g class=\"bar ");
  cck_html_put_color(out, color);
  cck_putf(out, "\"><line%s x1=\"%.4g%%\" x2=\"%.4g%%\" y1=\"%.4g\" y2=\"%.4g\"/>", open ? " class=\"open\"" : "",
           percent(bar->from), percent(bar->to), y, y);
  if (bar->open_from)
    put_arrow(out, bar->from, y, "M7-5 0 0 7 5");
  if (bar->open_to)
    put_arrow(out, bar->to, y, "M-7-5 0 0-7 5");
  cck_put_text(out, "</g>");
}

void cck_svg_put_dot(cck_buffer *out, double share, double y, const cck_mark *mark) {
  cck_put_text(out, mark->from_published ? "<circle class=\"dot hollow " : "<circle class=\"dot ");
  cck_html_put_color(out, mark->index);
  cck_putf(out, "\" cx=\"%.4g%%\" cy=\"%.4g\" r=\"5\"/>", percent(share), y);
}

/* ---- labels ---- */

void cck_svg_put_tick(cck_buffer *out, const cck_drawing *d, cck_decimal tick) {
  cck_axis_put_number(out, tick);
  cck_put_text(out, d->percent ? "%" : "");
}

/* From the claim's own unit to that of the axis. */
static cck_decimal in_unit(const cck_drawing *d, const cck_party *party, cck_decimal number) {
  cck_decimal base, out;
  if (cck_decimal_cmp(party->extent.factor, d->divisor) == 0 || !cck_decimal_mul(number, party->extent.factor, &base) ||
      !cck_decimal_div(base, d->divisor, 5, &out))
    return number;
  return out;
}

void cck_svg_put_short(cck_buffer *out, const cck_drawing *d, const cck_mark *mark) {
  static const char *const hedges[] = {"", "~", ">", "≥", "<", "≤", ""};
  const cck_claim *claim = mark->party->claim;
  const cck_value *value = &claim->value;
  if (claim->kind == CCK_CLAIM_DATE && mark->when.min == mark->when.max) {
    cck_civil c = cck_civil_of(mark->when.min);
    cck_putf(out, "%d %s %d", c.day, months[c.month - 1], c.year);
    return;
  }
  if (claim->kind != CCK_CLAIM_QUANTITY) {
    cck_put_xml(out, mark->party->label);
    return;
  }
  cck_decimal ends[2] = {value->min, value->max};
  size_t from = value->has_min ? 0 : 1;
  size_t to = value->has_max && (!value->has_min || cck_decimal_cmp(value->min, value->max) != 0) ? 2 : 1;
  cck_put_text(out, hedges[value->approx]);
  for (size_t i = from; i < to; i++) {
    cck_put_text(out, i > from ? "–" : "");
    cck_svg_put_tick(out, d, in_unit(d, mark->party, ends[i]));
  }
}

/* Where so many letters of a name end; behind its last whole word, when that is not too short. */
static size_t cut_name(cck_slice name, size_t most) {
  size_t at = 0;
  for (size_t i = 0; at < name.len && i < most; i++)
    cck_utf8_next(name, &at);
  for (size_t end = at; end * 2 > at; end--)
    if (name.ptr[end] == ' ')
      return end;
  return at;
}

/* The first letters of a name; the dots that stand for others need the room of one. */
static void put_name(cck_buffer *out, cck_slice name, size_t most) {
  bool whole = cck_utf8_count(name) <= most + 1;
  size_t end = whole ? name.len : cut_name(name, most);
  cck_put_xml(out, cck_slice_trim(cck_slice_sub(name, 0, end)));
  cck_put_text(out, whole ? "" : "…");
}

void cck_svg_put_label(cck_buffer *out, const cck_drawing *d, const cck_mark *mark, double x, double y) {
  const cck_modality modality = mark->party->claim->modality;
  const char *how = modality == CCK_MODALITY_ASSERTED ? "" : cck_modality_name(modality);
  cck_buffer figure = {0};
  cck_svg_put_short(&figure, d, mark);
  size_t letters = cck_utf8_count(cck_buffer_slice(&figure)) + strlen(how) + 2;
  cck_put_text(out, "<g class=\"label ");
  cck_html_put_color(out, mark->index);
  cck_putf(out, "\"><circle cx=\"%.4g\" cy=\"%.4g\" r=\"8\"/><text class=\"key\" x=\"%.4g\" y=\"%.4g\">", x + 8, y,
           x + 8, y + 3.5);
  cck_html_put_key(out, mark->index);
  cck_putf(out, "</text><text x=\"%.4g\" y=\"%.4g\">", x + 22, y + 4);
  cck_put(out, cck_buffer_slice(&figure));
  cck_put_text(out, "<tspan class=\"who\" dx=\"7\">");
  put_name(out, cck_party_name(mark->party), letters < LABEL_LETTERS ? LABEL_LETTERS - letters : 1);
  cck_putf(out, "%s%s</tspan></text></g>", *how ? ", " : "", how);
  cck_buffer_fini(&figure);
}

/* ---- axes across ---- */

/* A line of the grid and up to two lines of words below it; every second one gives way where it is narrow. */
static void put_line(cck_buffer *out, double share, double top, double bottom) {
  cck_putf(out, "<line class=\"grid\" x1=\"%.4g%%\" x2=\"%.4g%%\" y1=\"%.4g\" y2=\"%.4g\"/>", percent(share),
           percent(share), top, bottom);
}

/* Beyond three there is room on a phone for every second one only. */
static bool is_wide_only(size_t tick, size_t count) {
  enum { FEW = 3 };
  return count > FEW && tick % 2;
}

static void open_words(cck_buffer *out, double share, double y, const char *name) {
  cck_putf(out, "<text class=\"tick%s\" x=\"%.4g%%\" y=\"%.4g\">", name, percent(share), y);
}

void cck_svg_put_days(cck_buffer *out, const cck_time_axis *axis, double top, double bottom) {
  int year = 0;
  for (size_t i = 0; i < axis->count; i++) {
    double share = cck_time_axis_at(axis, axis->ticks[i]);
    cck_civil c = cck_civil_of(axis->ticks[i]);
    put_line(out, share, top, bottom);
    open_words(out, share, bottom + TICK_LINE + 3, is_wide_only(i, axis->count) ? " wide" : "");
    if (axis->step == CCK_STEP_YEAR)
      cck_putf(out, "%d</text>", c.year);
    else if (axis->step == CCK_STEP_MONTH)
      cck_putf(out, "%s</text>", months[c.month - 1]);
    else
      cck_putf(out, "%d %s</text>", c.day, months[c.month - 1]);
    /* two years side by side would lie on each other on a phone: the first one then goes without saying */
    bool crowded = i == 0 && axis->count > 1 && cck_civil_of(axis->ticks[1]).year != c.year;
    if (axis->step != CCK_STEP_YEAR && c.year != year && !crowded) {
      open_words(out, share, bottom + 2 * TICK_LINE + 3, " year");
      cck_putf(out, "%d</text>", c.year);
    }
    year = c.year;
  }
}

void cck_svg_put_values(cck_buffer *out, const cck_drawing *d, double top, double bottom) {
  for (size_t i = 0; i < d->values.count; i++) {
    double share = cck_axis_at(&d->values, cck_decimal_floor_double(d->values.ticks[i]));
    put_line(out, share, top, bottom);
    open_words(out, share, bottom + TICK_LINE + 3, i % 2 ? " wide" : "");
    cck_svg_put_tick(out, d, d->values.ticks[i]);
    cck_put_text(out, "</text>");
  }
}

cck_bar cck_bar_of_days(const cck_time_axis *axis, cck_period days) {
  bool begins = days.min != CCK_NO_DAY, ends = days.max != CCK_NO_DAY;
  return (cck_bar){begins ? cck_time_axis_at(axis, days.min) : 0, ends ? cck_time_axis_end(axis, days.max) : 1, !begins,
                   !ends};
}
