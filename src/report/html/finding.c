/* One finding as an <article>: what differs, the drawing, a card for each sentence, reasons, the waiver. */
#include "report/html/html.h"

#include "model/reading.h"

/* ---- cards: a sentence, and the figures in it ---- */

/* Parties first..past have one sentence of one document. */
typedef struct card {
  const cck_finding *finding;
  size_t first, past;
} card;

static card card_from(const cck_finding *f, size_t first) {
  const cck_party *party = cck_shown_party(f, first);
  size_t past = first + 1;
  while (past < cck_shown_count(f) && cck_shown_party(f, past)->source == party->source &&
         cck_shown_party(f, past)->claim->line == party->claim->line &&
         cck_slice_eq(cck_shown_party(f, past)->claim->quote, party->claim->quote))
    past++;
  return (card){f, first, past};
}

static void put_key(cck_buffer *out, size_t party) {
  cck_put_text(out, "<span class=\"key ");
  cck_html_put_color(out, party);
  cck_put_text(out, "\">");
  cck_html_put_key(out, party);
  cck_put_text(out, "</span>");
}

/* The figures large: they are what an eye looks for. */
static void put_figures(cck_buffer *out, const card *c) {
  cck_put_text(out, "<p class=\"figures\">");
  for (size_t i = c->first; i < c->past; i++) {
    cck_put_text(out, "<span>");
    put_key(out, i);
    cck_put_char(out, ' ');
    cck_html_put_isolated(out, cck_shown_party(c->finding, i)->label);
    cck_put_text(out, "</span> ");
  }
  cck_put_text(out, "</p>");
}

/* Where `text` stands in the quote at or after `from`; the quote has one space where the text may have a line break. */
static size_t find_words(cck_slice quote, cck_slice text, size_t from, size_t *past) {
  for (size_t at = from; at < quote.len; at++) {
    size_t q = at, t = 0;
    while (t < text.len && q < quote.len) {
      bool space = cck_is_space(text.ptr[t]);
      if (space ? !cck_is_space(quote.ptr[q]) : quote.ptr[q] != text.ptr[t])
        break;
      q++;
      for (t++; space && t < text.len && cck_is_space(text.ptr[t]); t++)
        ;
    }
    if (t == text.len && t) {
      *past = q;
      return at;
    }
  }
  return SIZE_MAX;
}

/* The sentence with each of its figures marked. They come in order; one inside another stays in the first mark. */
static void put_quote(cck_buffer *out, const card *c) {
  cck_slice quote = cck_shown_party(c->finding, c->first)->claim->quote;
  size_t done = 0;
  cck_put_text(out, "<blockquote><p><bdi>");
  for (size_t i = c->first; i < c->past; i++) {
    size_t past = done;
    size_t at = find_words(quote, cck_shown_party(c->finding, i)->claim->text, done, &past);
    if (at == SIZE_MAX)
      continue;
    cck_put_xml(out, cck_slice_sub(quote, done, at));
    cck_put_text(out, "<mark class=\"");
    cck_html_put_color(out, i);
    cck_put_text(out, "\">");
    cck_put_xml(out, cck_slice_sub(quote, at, past));
    cck_put_text(out, "</mark>");
    done = past;
  }
  cck_put_xml(out, cck_slice_sub(quote, done, quote.len));
  cck_put_text(out, "</bdi></p></blockquote>\n");
}

/* Pamir Sample Courier, 18 October 2004 / the title / articles/a.txt:3:20 */
static void put_source(cck_buffer *out, const cck_party *party) {
  const cck_source *source = party->source;
  cck_buffer file = {0};
  cck_put_text(out, "<p class=\"from\"><cite>");
  cck_html_put_isolated(out, cck_party_name(party));
  cck_put_text(out, "</cite><span>");
  cck_html_put_published(out, source);
  cck_put_text(out, "</span></p>");
  if (source->title.len || source->url.len) {
    cck_put_text(out, "<p class=\"title\">");
    cck_html_put_link(out, source->url, source->title.len ? source->title : source->url);
    cck_put_text(out, "</p>");
  }
  cck_put_text(out, "<p class=\"place\"><code><bdi>");
  cck_put_party_file(&file, party);
  cck_put_xml(out, cck_buffer_slice(&file));
  cck_buffer_fini(&file);
  cck_putf(out, "</bdi>:%u:%u</code></p>\n", party->claim->line, party->claim->column);
}

/* ---- readings ---- */

static void open_row(cck_buffer *out, const char *name) { cck_putf(out, "<dt>%s</dt><dd>", name); }

static const char *basis_words(cck_basis basis) {
  static const char *const words[] = {"", "told in the text", "told in relation to another day",
                                      "the day of publication; the text tells none"};
  return words[basis];
}

static void put_time(cck_buffer *out, const cck_claim *claim) {
  if (claim->kind == CCK_CLAIM_DATE)
    return;
  open_row(out, "time");
  if (claim->time.basis != CCK_BASIS_NONE) {
    cck_buffer safe = {0};
    cck_put_reading_days(&safe, claim->time.days);
    cck_html_put_safe(out, &safe);
    cck_putf(out, "<span>, %s</span></dd>", basis_words(claim->time.basis));
  } else {
    cck_put_text(out, "not told</dd>");
  }
}

static void put_manner(cck_buffer *out, const cck_claim *claim) {
  open_row(out, "said");
  cck_put_text(out, claim->modality == CCK_MODALITY_ASSERTED ? "as a fact" : cck_modality_name(claim->modality));
  if (claim->speaker.len) {
    cck_put_text(out, ", by ");
    cck_html_put_isolated(out, claim->speaker);
  }
  cck_put_text(out, claim->quoted ? ", in quotation marks</dd>" : "</dd>");
}

static void put_unit(cck_buffer *out, const cck_claim *claim) {
  const char *change = cck_change_name(claim->value.change);
  if (claim->kind != CCK_CLAIM_QUANTITY || (!claim->value.unit.len && !change))
    return;
  open_row(out, "unit");
  cck_html_put_isolated(out, claim->value.unit.len ? claim->value.unit : CCK_S("none"));
  cck_putf(out, "%s%s</dd>", change ? ", a change " : "", change ? change : "");
}

/* What a rule measures, and of what. */
static void put_measure(cck_buffer *out, const cck_claim *claim) {
  cck_buffer safe = {0};
  open_row(out, "of");
  cck_put_reading_of(&safe, claim);
  cck_html_put_safe(out, &safe);
  cck_put_text(out, "</dd>");
}

/* What no measure has words for: the noun is the unit already, what happened on a date is told. */
static void put_about(cck_buffer *out, const cck_claim *claim) {
  cck_slice subject = claim->subject.len ? claim->subject : claim->subject_text;
  cck_buffer safe = {0};
  if (claim->kind == CCK_CLAIM_DATE && claim->date.event.len) {
    open_row(out, "event");
    cck_html_put_isolated(out, claim->date.event);
    cck_put_text(out, "</dd>");
  }
  if (!subject.len && !claim->scope.count)
    return;
  open_row(out, "about");
  cck_put_terminal(&safe, subject);
  cck_put_reading_scope(&safe, claim);
  cck_slice words = cck_buffer_slice(&safe);
  cck_put_xml(out, subject.len ? words : cck_slice_sub(words, 2, words.len));
  cck_buffer_fini(&safe);
  cck_put_text(out, "</dd>");
}

static void put_of(cck_buffer *out, const cck_claim *claim) {
  if (claim->measure.len)
    put_measure(out, claim);
  else
    put_about(out, claim);
}

static void put_reading(cck_buffer *out, const card *c, size_t i) {
  const cck_claim *claim = cck_shown_party(c->finding, i)->claim;
  cck_buffer safe = {0};
  cck_put_text(out, "<dl>");
  open_row(out, "read as");
  if (c->past - c->first > 1) {
    put_key(out, i);
    cck_put_char(out, ' ');
  }
  cck_put_text(out, "<b>");
  if (claim->kind == CCK_CLAIM_QUANTITY)
    cck_put_reading_amount(&safe, &claim->value);
  else
    cck_put_reading_value(&safe, claim);
  cck_html_put_safe(out, &safe);
  cck_put_text(out, "</b></dd>");
  put_unit(out, claim);
  put_of(out, claim);
  put_time(out, claim);
  put_manner(out, claim);
  cck_put_text(out, "</dl>\n");
}

static void put_cards(cck_buffer *out, const cck_finding *f) {
  cck_put_text(out, "<ol class=\"cards\">\n");
  for (size_t i = 0; i < cck_shown_count(f);) {
    card c = card_from(f, i);
    cck_put_text(out, "<li class=\"card ");
    cck_html_put_color(out, i);
    cck_put_text(out, "\">");
    put_figures(out, &c);
    put_quote(out, &c);
    put_source(out, cck_shown_party(f, i));
    cck_put_text(out, "<div class=\"readings\">\n");
    for (; i < c.past; i++)
      put_reading(out, &c, i);
    cck_put_text(out, "</div></li>\n");
  }
  cck_put_text(out, "</ol>\n");
}

/* ---- what is said of the finding ---- */

static void put_head(cck_buffer *out, const cck_finding *f) {
  const char *state = cck_html_state(f);
  cck_put_text(out, "<header><p class=\"kicker\"><span class=\"severity\">");
  cck_html_put_shape(out, state);
  cck_putf(out, "%s</span> <span class=\"rule\">", state);
  cck_html_put_isolated(out, f->rule);
  cck_put_text(out,
               f->relation == CCK_RELATION_OVER_TIME ? "</span> <span class=\"over\">over time</span>" : "</span>");
  cck_put_text(out, " <a class=\"id\" href=\"#");
  cck_put_xml(out, f->id);
  cck_put_text(out, "\">");
  cck_put_xml(out, f->id);
  cck_put_text(out, "</a></p>\n<h3 id=\"h-");
  cck_put_xml(out, f->id);
  cck_put_text(out, "\">");
  cck_html_put_isolated(out, f->message);
  cck_put_text(out, "</h3>");
  if (f->subject.len || f->when.len) {
    cck_put_text(out, "<p class=\"about\">");
    cck_html_put_isolated(out, f->subject);
    cck_put_text(out, f->subject.len && f->when.len ? ", " : "");
    cck_html_put_isolated(out, f->when);
    cck_put_text(out, "</p>");
  }
  cck_put_text(out, "</header>\n");
}

static void put_reasons(cck_buffer *out, const cck_finding *f) {
  for (size_t i = 0; i < f->suggest.count; i++) {
    cck_put_text(out, "<p class=\"try\"><b>Did you mean</b> ");
    cck_html_put_isolated(out, f->suggest.items[i]);
    cck_put_text(out, "?</p>\n");
  }
  if (f->why.len) {
    cck_put_text(out, "<p class=\"why\"><b>Why</b> ");
    cck_html_put_isolated(out, f->why);
    cck_put_text(out, "</p>\n");
  }
  if (f->link.len) {
    cck_put_text(out, "<p class=\"more\"><b>More</b> ");
    cck_html_put_link(out, f->link, f->link);
    cck_put_text(out, "</p>\n");
  }
}

/* Other findings that rest on these figures; links to them lead here. */
static void put_also(cck_buffer *out, const cck_finding *f) {
  if (!f->also.count)
    return;
  cck_put_text(out, "<div class=\"also\"><p>Also found by</p><ul>\n");
  for (size_t i = 0; i < f->also.count; i++) {
    const cck_finding *other = f->also.items[i];
    cck_putf(out, "<li class=\"%s\" id=\"", cck_html_state(other));
    cck_put_xml(out, other->id);
    cck_put_text(out, "\"><span class=\"severity\">");
    cck_html_put_shape(out, cck_html_state(other));
    cck_putf(out, "%s</span> <span class=\"rule\">", cck_html_state(other));
    cck_html_put_isolated(out, other->rule);
    cck_put_text(out, "</span> <span class=\"id\">");
    cck_put_xml(out, other->id);
    cck_put_text(out, "</span><br>");
    cck_html_put_isolated(out, other->message);
    cck_put_text(out, "</li>\n");
  }
  cck_put_text(out, "</ul></div>\n");
}

/* A step that begins with a space belongs to the one before it. */
static void put_steps(cck_buffer *out, const cck_finding *f) {
  if (!f->steps.count)
    return;
  cck_put_text(out, "<details class=\"steps\"><summary>How it was decided</summary><ul>\n");
  for (size_t i = 0; i < f->steps.count; i++) {
    cck_slice step = f->steps.items[i];
    cck_put_text(out, step.len && step.ptr[0] == ' ' ? "<li class=\"under\">" : "<li>");
    cck_html_put_isolated(out, cck_slice_trim(step));
    cck_put_text(out, "</li>\n");
  }
  cck_put_text(out, "</ul></details>\n");
}

static void put_waiver(cck_buffer *out, const cck_report *report, const cck_finding *f) {
  cck_buffer command = {0};
  if (f->waived.waived) {
    cck_put_text(out, "<p class=\"accepted\"><b>Waived</b> until ");
    cck_html_put_isolated(out, f->waived.until);
    cck_put_text(out, f->waived.by.len ? " by " : "");
    cck_html_put_isolated(out, f->waived.by);
    cck_put_text(out, ": ");
    cck_html_put_isolated(out, f->waived.because);
    cck_put_text(out, "</p>\n");
    return;
  }
  if (f->expired.len) {
    cck_put_text(out, "<p class=\"accepted\"><b>Waiver</b> expired on ");
    cck_html_put_isolated(out, f->expired);
    cck_put_text(out, "</p>\n");
  }
  cck_put_text(out, "<details class=\"waive\"><summary>Accept it for a while</summary><pre><code>");
  cck_put_waive_command(&command, report, f);
  cck_html_put_safe(out, &command);
  cck_put_text(out, "</code></pre></details>\n");
}

void cck_html_put_finding(cck_buffer *out, const cck_report *report, const cck_finding *f) {
  cck_putf(out, "<article class=\"finding %s\" id=\"", cck_html_state(f));
  cck_put_xml(out, f->id);
  cck_put_text(out, "\" aria-labelledby=\"h-");
  cck_put_xml(out, f->id);
  cck_put_text(out, "\">\n");
  put_head(out, f);
  cck_html_put_chart(out, f);
  put_cards(out, f);
  put_reasons(out, f);
  put_also(out, f);
  put_steps(out, f);
  put_waiver(out, report, f);
  cck_put_text(out, "</article>\n");
}
