/* What is drawn of a finding, in which form, and what the drawing says to those who cannot see it. */
#include <math.h>

#include "model/reading.h"
#include "report/html/drawing.h"
#include "text/stem.h"

/* ---- what is drawn ---- */

/* When a figure holds: as the text tells, else on the day of publication. */
static void fill_time(cck_mark *mark) {
  const cck_claim *claim = mark->party->claim;
  bool told = claim->time.basis != CCK_BASIS_NONE;
  mark->when = claim->kind == CCK_CLAIM_DATE ? claim->date.days
               : told                        ? claim->time.days
                                             : cck_source_when(mark->party->source);
  mark->from_published = claim->kind != CCK_CLAIM_DATE && !cck_period_is_none(mark->when) &&
                         (!told || claim->time.basis == CCK_BASIS_PUBLICATION);
}

static double end_of(const cck_drawing *d, cck_decimal base) {
  return cck_decimal_floor_double(base) / cck_decimal_floor_double(d->divisor);
}

static bool is_date(const cck_party *party) {
  return party->claim->kind == CCK_CLAIM_DATE && party->claim->date.valid &&
         !cck_period_is_none(party->claim->date.days);
}

static bool is_quantity(const cck_party *party) {
  return party->extent.key.len && (party->extent.has_min || party->extent.has_max);
}

/* A finding may hold figures of several kinds (a change: kilograms and percent): those of the commonest are drawn. */
static const cck_party *pick(const cck_finding *f, size_t considered) {
  const cck_party *best = NULL;
  size_t most = 0;
  for (size_t i = 0; i < considered; i++) {
    const cck_party *one = cck_shown_party(f, i);
    size_t alike = 0;
    for (size_t k = 0; k < considered && is_quantity(one); k++)
      alike += cck_slice_eq(cck_shown_party(f, k)->extent.key, one->extent.key);
    if (alike > most) {
      most = alike;
      best = one;
    }
  }
  return best;
}

static void add_mark(cck_drawing *d, const cck_party *party, size_t index) {
  cck_mark *mark = &d->marks[d->count++];
  *mark = (cck_mark){.party = party, .index = index};
  mark->value.has_min = party->extent.has_min;
  mark->value.has_max = party->extent.has_max;
  if (mark->value.has_min)
    mark->value.min = end_of(d, party->extent.min);
  if (mark->value.has_max)
    mark->value.max = end_of(d, party->extent.max);
  fill_time(mark);
}

static bool is_finite(const cck_mark *mark) {
  return (!mark->value.has_min || isfinite(mark->value.min)) && (!mark->value.has_max || isfinite(mark->value.max));
}

static void collect(cck_drawing *d) {
  const cck_finding *f = d->finding;
  d->considered = cck_shown_count(f) < CCK_MOST_MARKS ? cck_shown_count(f) : CCK_MOST_MARKS;
  const cck_party *kind = pick(f, d->considered);
  if (kind) {
    d->percent = cck_slice_is(kind->extent.key, "percent");
    d->divisor = d->percent || cck_decimal_is_zero(kind->extent.factor) ? cck_decimal_of(1) : kind->extent.factor;
  }
  for (size_t i = 0; i < d->considered; i++) {
    const cck_party *party = cck_shown_party(f, i);
    if (kind ? is_quantity(party) && cck_slice_eq(party->extent.key, kind->extent.key) : is_date(party))
      add_mark(d, party, i);
    if (d->count && d->marks[d->count - 1].index == i && !is_finite(&d->marks[d->count - 1]))
      d->count--;
  }
  if (kind && kind == cck_shown_party(f, 0) && f->bound.given) {
    d->has_bound = true;
    d->bound = end_of(d, f->bound.amount);
  }
}

/* ---- in which form ---- */

static bool times_differ(const cck_drawing *d) {
  const cck_period first = d->marks[0].when;
  bool differ = false, known = !cck_period_is_none(first);
  for (size_t i = 1; i < d->count; i++) {
    cck_period when = d->marks[i].when;
    differ = differ || when.min != first.min || when.max != first.max;
    known = known || !cck_period_is_none(when);
  }
  return differ && known;
}

/* A date alone says something beside the day of publication that it lies after. */
static bool lies_after(const cck_mark *mark, cck_period *published) {
  *published = mark->party->source->period;
  return published->max != CCK_NO_DAY && mark->when.min != CCK_NO_DAY && mark->when.min > published->max;
}

static cck_form form_of(cck_drawing *d) {
  if (!d->count)
    return CCK_FORM_NONE;
  if (d->marks[0].party->claim->kind == CCK_CLAIM_DATE) {
    d->has_published = d->count == 1 && lies_after(&d->marks[0], &d->published);
    return d->count > 1 || d->has_published ? CCK_FORM_DAYS : CCK_FORM_NONE;
  }
  if (d->count == 1)
    return d->has_bound ? CCK_FORM_VALUES : CCK_FORM_NONE;
  return times_differ(d) && !d->has_bound ? CCK_FORM_PLANE : CCK_FORM_VALUES;
}

/* ---- axes ---- */

typedef struct span {
  bool any;
  double low, high;
} span;

static void take(span *s, double value) {
  s->low = s->any && s->low < value ? s->low : value;
  s->high = s->any && s->high > value ? s->high : value;
  s->any = true;
}

static void fit_values(cck_drawing *d) {
  enum { TICKS = 4 };
  span s = {0};
  for (size_t i = 0; i < d->count; i++) {
    const cck_reach *v = &d->marks[i].value;
    if (v->has_min)
      take(&s, v->min);
    if (v->has_max)
      take(&s, v->max);
  }
  if (d->has_bound)
    take(&s, d->bound);
  d->values = cck_axis_fit(s.low, s.high, TICKS);
}

static void take_days(cck_period *all, cck_period days) {
  const cck_day ends[] = {days.min, days.max};
  for (size_t i = 0; i < 2; i++) {
    if (ends[i] == CCK_NO_DAY)
      continue;
    all->min = all->min == CCK_NO_DAY || ends[i] < all->min ? ends[i] : all->min;
    all->max = all->max == CCK_NO_DAY || ends[i] > all->max ? ends[i] : all->max;
  }
}

static void fit_days(cck_drawing *d) {
  cck_period all = CCK_NO_PERIOD;
  for (size_t i = 0; i < d->count; i++)
    take_days(&all, d->marks[i].when);
  if (d->has_published)
    take_days(&all, d->published);
  d->days = cck_time_axis_fit(all.min, all.max);
}

/* ---- in words ---- */

/* The name of a measure is one word to a rule: "bridge-cost". */
static void put_measure_words(cck_buffer *out, cck_slice measure) {
  for (size_t i = 0, next; i < measure.len; i = next + 1) {
    next = cck_slice_find(measure, CCK_S("-"), i);
    next = next == SIZE_MAX ? measure.len : next;
    cck_put_text(out, i ? " " : "");
    cck_put_xml(out, cck_slice_sub(measure, i, next));
  }
}

/* "troops, in kilograms": what the axis of values counts. */
static void put_axis_words(cck_buffer *out, const cck_drawing *d) {
  const cck_claim *claim = d->marks[0].party->claim;
  cck_arena scratch;
  cck_arena_init(&scratch);
  cck_slice unit = claim->value.unit;
  bool counted = cck_slice_eq(d->marks[0].party->extent.key, CCK_S("count"));
  bool money = unit.len == 3 && cck_is_upper(unit.ptr[0]);
  if ((!unit.len || d->percent) && !claim->measure.len)
    cck_put_text(out, "The figures told");
  cck_slice words = d->percent ? CCK_S("") : money || !unit.len ? unit : cck_plural(&scratch, unit);
  if (claim->measure.len) {
    put_measure_words(out, claim->measure);
    cck_put_text(out, words.len && !counted ? ", " : "");
    words.len = counted ? 0 : words.len;
  }
  cck_put_xml(out, words);
  cck_arena_fini(&scratch);
}

static void put_scale_words(cck_buffer *out, const cck_axis *axis) {
  cck_decimal times = {1, axis->count > 1 ? axis->ticks[1].exponent - axis->ticks[0].exponent : 1};
  cck_put_text(out, " <span>Logarithmic scale: each line is ");
  cck_axis_put_number(out, times);
  cck_put_text(out, " times the one before.</span>");
}

static bool is_drawn(const cck_drawing *d, size_t index) {
  for (size_t i = 0; i < d->count; i++)
    if (d->marks[i].index == index)
      return true;
  return false;
}

/* "Not on this scale: C 40%." "Drawn: the first 24 of 1,000 figures." */
static void put_left_out(cck_buffer *out, const cck_drawing *d) {
  bool any = false;
  for (size_t i = 0; i < d->considered; i++) {
    if (is_drawn(d, i))
      continue;
    cck_put_text(out, any ? ", " : " <span>Not on this scale: ");
    cck_html_put_key(out, i);
    cck_put_char(out, ' ');
    cck_html_put_isolated(out, cck_shown_party(d->finding, i)->label);
    any = true;
  }
  cck_put_text(out, any ? ".</span>" : "");
  if (d->considered == cck_shown_count(d->finding))
    return;
  cck_putf(out, " <span>Drawn: the first %zu of ", d->considered);
  cck_html_put_number(out, cck_shown_count(d->finding));
  cck_put_text(out, " figures.</span>");
}

static void put_caption(cck_buffer *out, const cck_drawing *d) {
  bool hollow = false;
  for (size_t i = 0; i < d->count; i++)
    hollow = hollow || d->marks[i].from_published;
  cck_put_text(out, "<figcaption><strong>");
  if (d->form == CCK_FORM_DAYS)
    cck_put_text(out, "The dates told");
  else
    put_axis_words(out, d);
  cck_put_text(out, "</strong>");
  if (d->values.logarithmic)
    put_scale_words(out, &d->values);
  if (hollow)
    cck_put_text(out, " <span>Hollow: the text tells no time, so it holds on the day of publication.</span>");
  put_left_out(out, d);
  cck_put_text(out, "</figcaption>");
}

/* "A: 5,000 soldier, 2004-10-18, Pamir Sample Courier; B: ..." */
static void put_description(cck_buffer *out, const cck_drawing *d) {
  for (size_t i = 0; i < d->count; i++) {
    const cck_mark *mark = &d->marks[i];
    cck_buffer safe = {0};
    cck_put_text(out, i ? "; " : "");
    cck_html_put_key(out, mark->index);
    cck_put_text(&safe, ": ");
    cck_put_reading_value(&safe, mark->party->claim);
    if (mark->party->claim->kind != CCK_CLAIM_DATE) {
      cck_put_text(&safe, ", ");
      cck_put_reading_days(&safe, mark->when);
    }
    cck_put_text(&safe, ", ");
    cck_put_terminal(&safe, cck_party_name(mark->party));
    cck_html_put_safe(out, &safe);
  }
  if (d->has_bound) {
    cck_put_text(out, "; limit: ");
    cck_put_xml(out, d->finding->bound.label);
  }
  if (d->has_published) {
    cck_buffer safe = {0};
    cck_put_text(&safe, "; published: ");
    cck_put_reading_days(&safe, d->published);
    cck_html_put_safe(out, &safe);
  }
}

/* Letters of the longest tick and label: how much room is left for them (style.css has a class for each number). */
static size_t longest_tick(const cck_drawing *d) {
  size_t longest = 0;
  for (size_t i = 0; i < d->values.count; i++) {
    cck_buffer text = {0};
    cck_svg_put_tick(&text, d, d->values.ticks[i]);
    longest = text.len > longest ? text.len : longest;
    cck_buffer_fini(&text);
  }
  return longest;
}

static size_t longest_label(const cck_drawing *d) {
  enum { MOST = 24 };
  size_t longest = 0;
  for (size_t i = 0; i < d->count; i++) {
    cck_buffer text = {0};
    cck_svg_put_short(&text, d, &d->marks[i]);
    longest = text.len > longest ? text.len : longest;
    cck_buffer_fini(&text);
  }
  return longest > MOST ? MOST : longest;
}

static void put_room(cck_buffer *out, const cck_drawing *d) {
  if (d->form == CCK_FORM_PLANE)
    cck_putf(out, " l%zu", longest_tick(d));
  cck_putf(out, " r%zu", longest_label(d));
}

static void put_drawing(cck_buffer *out, const cck_drawing *d) {
  double height = d->form == CCK_FORM_PLANE ? cck_plane_height(d) : cck_rows_height(d);
  cck_put_text(out, "<figure class=\"chart\">");
  put_caption(out, d);
  cck_put_text(out, "<div class=\"plot");
  put_room(out, d);
  cck_putf(out, "\"><svg role=\"img\" width=\"100%%\" height=\"%.0f\" aria-labelledby=\"t-", height);
  cck_put_xml(out, d->finding->id);
  cck_put_text(out, "\"><title id=\"t-");
  cck_put_xml(out, d->finding->id);
  cck_put_text(out, "\">");
  put_description(out, d);
  cck_put_text(out, "</title>");
  if (d->form == CCK_FORM_PLANE)
    cck_plane_put(out, d);
  else
    cck_rows_put(out, d);
  cck_put_text(out, "</svg></div></figure>\n");
}

void cck_html_put_chart(cck_buffer *out, const cck_finding *f) {
  cck_drawing d = {.finding = f, .divisor = cck_decimal_of(1)};
  collect(&d);
  d.form = form_of(&d);
  if (d.form == CCK_FORM_NONE)
    return;
  if (d.form != CCK_FORM_DAYS)
    fit_values(&d);
  if (d.form != CCK_FORM_VALUES)
    fit_days(&d);
  for (size_t i = 0; i < d.count && d.form != CCK_FORM_PLANE; i++)
    d.marks[i].from_published = false; /* no axis shows the time */
  put_drawing(out, &d);
}
