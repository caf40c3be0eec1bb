#include <string.h>

#include "base/utf8.h"
#include "report/writers.h"

enum {
  LINE_WIDTH = 88,
  QUOTE_WIDTH = 110,
  FIELD_WIDTH = 114,
  KEY_WIDTH = 6,
  NARROWEST = 20, /* of a column of text, on however small a terminal */
  MOST_MISSING = 3,
  MOST_SKIPPED = 20
};

void cck_put_colored(cck_buffer *out, bool color, const char *code, cck_slice text) {
  if (color)
    cck_put_text(out, code);
  cck_put_terminal(out, text);
  if (color)
    cck_put_text(out, "\x1b[0m");
}

const char *cck_severity_color(const cck_finding *f) {
  static const char *const colors[] = {"\x1b[36m", "\x1b[33m", "\x1b[31m", ""};
  return f->waived.waived ? "\x1b[2m" : colors[f->severity];
}

/* Columns of a text as put_terminal shows it. */
static size_t shown_width(cck_slice text) {
  cck_buffer b = {0};
  cck_put_terminal(&b, text);
  size_t width = cck_utf8_columns(cck_buffer_slice(&b));
  cck_buffer_fini(&b);
  return width;
}

static void put_padded(cck_buffer *out, cck_slice text, size_t width, bool right) {
  size_t length = shown_width(text);
  size_t pad = length < width ? width - length : 0;
  cck_put_repeat(out, ' ', right ? pad : 0);
  cck_put_terminal(out, text);
  cck_put_repeat(out, ' ', right ? 0 : pad);
}

/* Bytes of the first line of a text: up to the last space that fits, or up to the first where no word does. */
static size_t first_line(cck_slice text, size_t width) {
  size_t at = 0, space = 0, columns = 0;
  while (at < text.len) {
    if (text.ptr[at] == ' ') {
      if (columns > width && space)
        return space;
      space = at;
    }
    if (columns > width && space)
      return space;
    size_t from = at;
    cck_utf8_next(text, &at);
    columns += cck_utf8_columns(cck_slice_sub(text, from, at));
  }
  return columns > width && space ? space : text.len;
}

/* Text for a terminal, on lines of `width` columns that begin `indent` columns in; width 0 for one line. */
static void put_wrapped(cck_buffer *out, cck_slice text, size_t indent, size_t width) {
  cck_buffer safe = {0};
  cck_put_terminal(&safe, text);
  cck_slice rest = cck_buffer_slice(&safe);
  size_t room = width > indent + NARROWEST ? width - indent : NARROWEST;
  while (width && rest.len) {
    size_t past = first_line(rest, room);
    if (past == rest.len)
      break;
    cck_put(out, cck_slice_sub(rest, 0, past));
    cck_put_char(out, '\n');
    cck_put_repeat(out, ' ', indent);
    rest = cck_slice_sub(rest, past + 1, rest.len);
  }
  cck_put(out, rest);
  cck_put_char(out, '\n');
  cck_buffer_fini(&safe);
}

/* error  F-7KQ2-9MXD  troops-conflict                    201st Military Base, October 2004 */
static void put_header(cck_buffer *out, const cck_report *report, const cck_finding *f) {
  cck_slice severity = cck_slice_of(f->waived.waived ? "waived" : cck_severity_name(f->severity));
  const char *over_time = f->relation == CCK_RELATION_OVER_TIME ? " (over time)" : "";
  size_t left = severity.len + 2 + shown_width(f->id) + 2 + shown_width(f->rule) + strlen(over_time);
  size_t comma = f->subject.len && f->when.len ? 2 : 0;
  size_t right = shown_width(f->subject) + comma + shown_width(f->when);
  cck_put_colored(out, report->color, cck_severity_color(f), severity);
  cck_put_text(out, "  ");
  cck_put_colored(out, report->color, "\x1b[1m", f->id);
  cck_put_text(out, "  ");
  cck_put_terminal(out, f->rule);
  cck_put_text(out, over_time);
  if (right) {
    size_t line = report->width && report->width < LINE_WIDTH ? report->width : LINE_WIDTH;
    bool fits = !report->width || left + right + 2 <= report->width;
    cck_put_text(out, fits ? "" : "\n");
    cck_put_repeat(out, ' ', fits && left + right + 2 < line ? line - left - right : 2);
    cck_put_terminal(out, f->subject);
    cck_put_text(out, comma ? ", " : "");
    cck_put_terminal(out, f->when);
  }
  cck_put_char(out, '\n');
}

/* Bytes to leave out before `at` so that about `keep` code points are left; at a space where one is near. */
static size_t cut_before(cck_slice s, size_t at, size_t keep) {
  size_t from = at;
  while (from > 0 && keep > 0) {
    from--;
    keep -= ((unsigned char)s.ptr[from] & 0xC0) != 0x80;
  }
  while (from > 0 && from < at && s.ptr[from - 1] != ' ')
    from++;
  return from;
}

static size_t cut_after(cck_slice s, size_t at, size_t keep) {
  size_t to = at;
  for (; to < s.len && keep > 0; keep--)
    cck_utf8_next(s, &to);
  size_t last = to;
  while (to > at && to < s.len && s.ptr[to] != ' ')
    to--;
  return to > at ? to : last; /* not every script has spaces */
}

/* The sentence in quotation marks, single ones around double ones; a long one shortened around the figure. */
static void put_quote(cck_buffer *out, const cck_claim *claim, size_t indent, size_t width) {
  cck_slice quote = claim->quote;
  size_t at = cck_slice_find(quote, claim->text, 0);
  size_t from = 0, to = quote.len;
  if (cck_utf8_count(quote) > QUOTE_WIDTH) {
    size_t start = at == SIZE_MAX ? 0 : at;
    size_t end = at == SIZE_MAX ? 0 : at + claim->text.len;
    size_t before = cck_utf8_count(cck_slice_sub(quote, 0, start));
    size_t after = cck_utf8_count(cck_slice_sub(quote, end, quote.len));
    size_t room = QUOTE_WIDTH - 20;
    size_t left = after < room / 2 ? room - after : room / 2;
    size_t right = before < room / 2 ? room - before : room / 2;
    from = cut_before(quote, start, left);
    to = cut_after(quote, end, right);
  }
  cck_slice shown = cck_slice_sub(quote, from, to);
  char mark = cck_slice_find(shown, CCK_S("\""), 0) == SIZE_MAX ? '"' : '\'';
  cck_buffer line = {0};
  cck_putf(&line, "%c%s", mark, from > 0 ? "... " : "");
  cck_put(&line, shown);
  cck_putf(&line, "%s%c", to < quote.len ? " ..." : "", mark);
  cck_put_repeat(out, ' ', indent);
  put_wrapped(out, cck_buffer_slice(&line), indent, width);
  cck_buffer_fini(&line);
}

static size_t widest(const cck_finding *f, cck_slice (*of)(const cck_party *)) {
  size_t width = 0;
  for (size_t i = 0; i < cck_shown_count(f); i++) {
    size_t one = shown_width(of(cck_shown_party(f, i)));
    width = one > width ? one : width;
  }
  return width;
}

/* Where it stands, whole: on a terminal on a line of its own when it does not fit behind the others. */
static void put_place(cck_buffer *out, const cck_party *party, size_t used, size_t indent, size_t columns) {
  cck_buffer place = {0};
  cck_put_path(&place, party->claim->path.len ? party->claim->path : party->source->id);
  cck_putf(&place, ":%u:%u\n", party->claim->line, party->claim->column);
  if (columns && used + 1 + cck_utf8_columns(cck_buffer_slice(&place)) > columns) {
    cck_put_char(out, '\n');
    cck_put_repeat(out, ' ', indent);
  } else {
    cck_put_text(out, "  ");
  }
  cck_put(out, cck_buffer_slice(&place));
  cck_buffer_fini(&place);
}

static cck_slice party_label(const cck_party *party) { return party->label; }

/*
 *   5,000  RFE/RL      2004-10-16  articles/rferl-1016.txt:3:20
 *          "The base will host ..."
 */
static void put_parties(cck_buffer *out, const cck_finding *f, size_t label, size_t columns) {
  size_t name = widest(f, cck_party_name), date = widest(f, cck_party_date);
  for (size_t i = 0; i < cck_shown_count(f); i++) {
    const cck_party *party = cck_shown_party(f, i);
    cck_put_text(out, "  ");
    put_padded(out, party->label, label, true);
    cck_put_text(out, "  ");
    put_padded(out, cck_party_name(party), name, false);
    cck_put_text(out, "  ");
    put_padded(out, cck_party_date(party), date, false);
    put_place(out, party, label + name + date + 6, label + 4, columns);
    put_quote(out, party->claim, label + 4, columns);
  }
}

static void put_key(cck_buffer *out, const char *key) {
  cck_put_text(out, "  ");
  put_padded(out, cck_slice_of(key), KEY_WIDTH, false);
  cck_put_text(out, "  ");
}

/* Long text goes on under its beginning, whether it is for a terminal or not. */
static void put_field(cck_buffer *out, const cck_report *report, const char *key, cck_slice text) {
  if (!text.len)
    return;
  put_key(out, key);
  put_wrapped(out, text, KEY_WIDTH + 4, report->width && report->width < FIELD_WIDTH ? report->width : FIELD_WIDTH);
}

/* Other findings that rest on these figures: when this one is waived they come up. */
static void put_others(cck_buffer *out, const cck_report *report, const cck_finding *f) {
  for (size_t i = 0; i < f->also.count; i++) {
    cck_buffer line = {0};
    cck_put_also(&line, f->also.items[i]);
    put_field(out, report, "also", cck_buffer_slice(&line));
    cck_buffer_fini(&line);
  }
  if (f->shown_with.len) {
    put_key(out, "with");
    cck_put_terminal(out, f->shown_with);
    cck_put_text(out, ", under which reports show it: both rest on the same figures\n");
  }
}

static void put_suggestions(cck_buffer *out, const cck_finding *f) {
  for (size_t i = 0; i < f->suggest.count; i++) {
    put_key(out, "try");
    cck_put_text(out, "did you mean ");
    cck_put_terminal(out, f->suggest.items[i]);
    cck_put_text(out, "?\n");
  }
}

static void put_waiver(cck_buffer *out, const cck_report *report, const cck_finding *f) {
  if (f->waived.waived) {
    put_key(out, "waived");
    cck_put_text(out, "until ");
    cck_put_terminal(out, f->waived.until);
    if (f->waived.by.len) {
      cck_put_text(out, " by ");
      cck_put_terminal(out, f->waived.by);
    }
    cck_put_text(out, ": ");
    cck_put_terminal(out, f->waived.because);
    cck_put_char(out, '\n');
  } else {
    if (f->expired.len) {
      put_key(out, "waiver");
      cck_put_text(out, "expired on ");
      cck_put_terminal(out, f->expired);
      cck_put_char(out, '\n');
    }
    put_key(out, "waive");
    cck_put_waive_command(out, report, f);
    cck_put_char(out, '\n');
  }
}

void cck_put_text_finding(cck_buffer *out, const cck_report *report, const cck_finding *f) {
  size_t label = widest(f, party_label);
  label = label < KEY_WIDTH ? KEY_WIDTH : label;
  put_header(out, report, f);
  cck_put_text(out, "  ");
  put_wrapped(out, f->message, 2, report->width);
  put_parties(out, f, label, report->width);
  put_suggestions(out, f);
  put_field(out, report, "why", f->why);
  put_field(out, report, "link", f->link);
  put_others(out, report, f);
  put_waiver(out, report, f);
}

static void put_again(cck_buffer *out, size_t count, const char *how) {
  if (!count)
    return;
  cck_put_count(out, count, "source");
  cck_putf(out, " %s: rules changed\n", how);
}

static void put_notes(cck_buffer *out, const cck_slices *notes, size_t most) {
  for (size_t i = 0; i < notes->count && i < most; i++) {
    cck_put_text(out, "note: ");
    cck_put_terminal(out, notes->items[i]);
    cck_put_char(out, '\n');
  }
}

/* Hundreds of lines of the same kind would drown the report. */
static void put_more(cck_buffer *out, const char *what, size_t count, size_t most) {
  if (count > most)
    cck_putf(out, "%s: and %zu more like it (--format json lists them)\n", what, count - most);
}

/*
 * groups compared: 12 agree, 3 differ
 * compared with nothing:
 *     12  no measure: it counts or dates what no rule has words for
 *         a.txt:3:20 "5,000 soldiers"
 */
static void put_stats(cck_buffer *out, const cck_coverage *c) {
  cck_putf(out, "groups of values that were compared: %u agree, %u differ\n", c->agreed, c->differed);
  cck_put_text(out, c->uncompared.count ? "compared with nothing:\n" : "");
  for (size_t i = 0; i < c->uncompared.count; i++) {
    const cck_uncompared *row = &c->uncompared.items[i];
    cck_putf(out, "%6u  ", row->count);
    cck_put_terminal(out, row->words);
    for (size_t p = 0; p < row->places.count; p++) {
      cck_put_text(out, "\n        ");
      cck_put_terminal(out, row->places.items[p]);
    }
    cck_put_text(out, row->count > row->places.count ? "\n        ...\n" : "\n");
  }
  cck_put_text(out, c->unlike.count ? "figures of one story that differ and were not taken for one:\n" : "");
  for (size_t i = 0; i < c->unlike.count; i++) {
    cck_putf(out, "%6u  ", c->unlike.items[i].count);
    cck_put_terminal(out, c->unlike.items[i].what);
    cck_put_text(out, "\n");
  }
}

static void put_coverage(cck_buffer *out, const cck_coverage *c) {
  cck_put_coverage_line(out, c);
  cck_put_char(out, '\n');
  put_again(out, c->reread, "read again");
  put_again(out, c->relinked, "linked again from stored sentences");
  for (size_t i = 0; i < c->skipped.count && i < MOST_SKIPPED; i++) {
    cck_put_text(out, "skipped: ");
    cck_put_terminal(out, c->skipped.items[i].what);
    if (c->skipped.items[i].count > 1)
      cck_putf(out, " (%u times)", c->skipped.items[i].count);
    cck_put_char(out, '\n');
  }
  put_more(out, "skipped", c->skipped.count, MOST_SKIPPED);
  put_notes(out, &c->missing, MOST_MISSING);
  put_more(out, "note", c->missing.count, MOST_MISSING);
  put_notes(out, &c->notes, SIZE_MAX);
  if (c->has_stats)
    put_stats(out, c);
}

void cck_put_closing(cck_buffer *out, const cck_report *report) {
  cck_put_summary(out, report);
  cck_put_char(out, '\n');
  put_coverage(out, report->coverage);
}

void cck_write_text(cck_buffer *out, const cck_report *report) {
  for (size_t i = 0; i < report->findings->count; i++) {
    const cck_finding *f = &report->findings->items[i];
    if (!cck_is_entry(report, f))
      continue;
    cck_put_text_finding(out, report, f);
    cck_put_char(out, '\n');
  }
  if (!report->quiet)
    cck_put_closing(out, report);
}
