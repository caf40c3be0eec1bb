#include "base/intern.h"
#include "base/utf8.h"
#include "cacheck.h"
#include "report/json_value.h"
#include "report/writers.h"

#define SCHEMA "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

static json_t *buffer_text(cck_buffer *b) {
  json_t *value = cck_json_text(cck_buffer_slice(b));
  cck_buffer_fini(b);
  return value;
}

/* A text as it can be seen: a viewer may print it as it is. */
static json_t *visible(cck_slice text) {
  cck_buffer b = {0};
  cck_put_terminal(&b, text);
  return buffer_text(&b);
}

/* In a SARIF message [text](target) is a link, and a backslash escapes: none may come from an article. */
static void put_plain(cck_buffer *out, cck_slice text) {
  cck_buffer seen = {0};
  cck_put_terminal(&seen, text);
  for (size_t i = 0; i < seen.len; i++) {
    if (strchr("[]\\", seen.ptr[i]))
      cck_put_char(out, '\\');
    cck_put_char(out, seen.ptr[i]);
  }
  cck_buffer_fini(&seen);
}

static json_t *with(const char *key, json_t *value) {
  json_t *o = json_object();
  json_object_set_new(o, key, value);
  return o;
}

static json_t *message(cck_slice text) {
  cck_buffer b = {0};
  put_plain(&b, text);
  return with("text", buffer_text(&b));
}

/* ---- rules ---- */

static const char *describe(cck_relation relation) {
  static const char *const texts[] = {"Figures for one thing differ.", "Figures for one thing changed over time.",
                                      "A figure is beyond what is plausible.", "A statement contradicts itself."};
  return texts[relation];
}

/* A link of a rules file may be anything; the format wants a URI. */
static bool is_uri(cck_slice link) {
  if (!cck_slice_starts(link, CCK_S("https://")) && !cck_slice_starts(link, CCK_S("http://")))
    return false;
  for (size_t i = 0; i < link.len; i++)
    if (!cck_is_alpha(link.ptr[i]) && !cck_is_digit(link.ptr[i]) && !strchr("-._~:/?#@!$&'()*+,;=%", link.ptr[i]))
      return false;
  return true;
}

static json_t *rule(const cck_finding *f) {
  json_t *o = with("id", cck_json_text(f->rule));
  cck_buffer help = {0};
  cck_put(&help, f->why);
  cck_put_text(&help, f->why.len ? " What the rule wants: cacheck explain " : "What the rule wants: cacheck explain ");
  cck_put(&help, f->rule);
  json_object_set_new(o, "shortDescription", with("text", json_string(describe(f->relation))));
  json_object_set_new(o, "fullDescription",
                      f->why.len ? message(f->why) : with("text", json_string(describe(f->relation))));
  json_object_set_new(o, "help", message(cck_buffer_slice(&help)));
  if (is_uri(f->link))
    json_object_set_new(o, "helpUri", cck_json_text(f->link));
  json_object_set_new(o, "defaultConfiguration", with("level", json_string(cck_severity_name(f->severity))));
  cck_buffer_fini(&help);
  return o;
}

static bool is_result(const cck_finding *f) { return !f->shown_with.len && f->parties.count; }

/* The first finding of a rule tells of it: the most severe comes first. */
static json_t *rules(const cck_report *report, cck_intern *known) {
  json_t *array = json_array();
  for (size_t i = 0; i < report->findings->count; i++) {
    const cck_finding *f = &report->findings->items[i];
    if (is_result(f) && cck_intern_put(known, f->rule) == json_array_size(array))
      json_array_append_new(array, rule(f));
  }
  return array;
}

static json_t *tool(const cck_report *report, cck_intern *known) {
  json_t *driver = with("name", json_string("cacheck"));
  json_object_set_new(driver, "version", json_string(CCK_VERSION));
  json_object_set_new(driver, "rules", rules(report, known));
  return with("driver", driver);
}

/* ---- places ---- */

static json_t *artifact(const cck_party *party) {
  cck_buffer file = {0}, uri = {0};
  cck_put_party_file(&file, party);
  cck_put_text(&uri, file.len && file.ptr[0] == '/' ? "file://" : "");
  cck_put_uri_path(&uri, cck_buffer_slice(&file));
  json_t *o = with("uri", buffer_text(&uri));
  if (cck_is_streamed(party))
    json_object_set_new(o, "description", message(CCK_S("a document of standard input, in no file")));
  cck_buffer_fini(&file);
  return o;
}

/*
 * Words that stand in the file as they were read end so many columns on. Where white space was joined they may go on in
 * the next line, and in a page marks and entities may stand between: the end is left open.
 */
static json_t *region(const cck_claim *claim) {
  json_t *o = with("startLine", json_integer(claim->line));
  json_object_set_new(o, "startColumn", json_integer(claim->column));
  if (claim->offsets_in_text || claim->end - claim->start != claim->text.len)
    return o;
  json_object_set_new(o, "endColumn", json_integer(claim->column + (json_int_t)cck_utf8_count(claim->text)));
  json_object_set_new(o, "snippet", with("text", cck_json_text(claim->text)));
  return o;
}

/* 5,000, RFE/RL 2004-10-16 */
static void put_who(cck_buffer *out, const cck_party *party) {
  put_plain(out, party->label);
  cck_put_text(out, ", ");
  put_plain(out, cck_party_name(party));
  cck_put_char(out, ' ');
  put_plain(out, cck_party_date(party));
}

static json_t *location(const cck_party *party) {
  json_t *physical = with("artifactLocation", artifact(party));
  cck_buffer words = {0};
  json_object_set_new(physical, "region", region(party->claim));
  json_t *o = with("physicalLocation", physical);
  if (cck_is_streamed(party)) {
    json_t *logical = with("fullyQualifiedName", visible(party->source->id));
    json_object_set_new(o, "logicalLocations", json_pack("[o]", logical));
  }
  put_who(&words, party);
  cck_put_text(&words, ": \"");
  put_plain(&words, party->claim->quote);
  cck_put_char(&words, '"');
  json_object_set_new(o, "message", with("text", buffer_text(&words)));
  return o;
}

/* ---- results ---- */

/* The others as locations with an id, to which the message links. */
static json_t *related(const cck_finding *f, const cck_party *place) {
  json_t *array = json_array();
  for (size_t i = 0; i < cck_shown_count(f); i++) {
    if (cck_shown_party(f, i) == place)
      continue;
    json_t *o = location(cck_shown_party(f, i));
    json_object_set_new(o, "id", json_integer((json_int_t)json_array_size(array) + 1));
    json_array_append_new(array, o);
  }
  return array;
}

/* A link to each related place, of many to the first. */
static void put_related(cck_buffer *out, const cck_finding *f, const cck_party *place) {
  enum { MOST_LINKS = 20 };
  size_t id = 0;
  for (size_t i = 0; i < cck_shown_count(f); i++) {
    if (cck_shown_party(f, i) == place || id++ >= MOST_LINKS)
      continue;
    cck_put_text(out, id > 1 ? "; [" : "\nSee [");
    put_who(out, cck_shown_party(f, i));
    cck_putf(out, "](%zu)", id);
  }
  if (id > MOST_LINKS)
    cck_putf(out, "; and %zu more", id - MOST_LINKS);
}

static json_t *result_message(const cck_finding *f, const cck_party *place) {
  cck_buffer b = {0};
  put_plain(&b, f->message);
  put_related(&b, f, place);
  for (size_t i = 0; i < f->also.count; i++) {
    cck_buffer also = {0};
    cck_put_also(&also, f->also.items[i]);
    cck_put_text(&b, "\nAlso ");
    put_plain(&b, cck_buffer_slice(&also));
    cck_buffer_fini(&also);
  }
  for (size_t i = 0; i < f->suggest.count; i++) {
    cck_put_text(&b, "\nDid you mean ");
    put_plain(&b, f->suggest.items[i]);
    cck_put_char(&b, '?');
  }
  return with("text", buffer_text(&b));
}

static json_t *suppressions(const cck_waived *waived) {
  cck_buffer reason = {0};
  json_t *o = with("kind", json_string("external"));
  cck_put(&reason, waived->because);
  cck_put_text(&reason, waived->by.len ? " (by " : "");
  cck_put(&reason, waived->by);
  cck_put_text(&reason, waived->by.len ? ", until " : " (until ");
  cck_put(&reason, waived->until);
  cck_put_char(&reason, ')');
  json_object_set_new(o, "status", json_string("accepted"));
  json_object_set_new(o, "justification", visible(cck_buffer_slice(&reason)));
  cck_buffer_fini(&reason);
  return json_pack("[o]", o);
}

static json_t *properties(const cck_report *report, const cck_finding *f) {
  cck_buffer command = {0};
  json_t *o = with("finding", cck_json_text(f->id));
  json_object_set_new(o, "relation", json_string(cck_relation_name(f->relation)));
  json_object_set_new(o, "subject", visible(f->subject));
  json_object_set_new(o, "when", visible(f->when));
  if (!f->waived.waived) {
    cck_put_waive_command(&command, report, f);
    json_object_set_new(o, "waive", buffer_text(&command));
  }
  return o;
}

static json_t *result(const cck_report *report, const cck_finding *f, uint32_t rule_index) {
  const cck_party *place = cck_finding_place(report, f);
  json_t *o = with("ruleId", cck_json_text(f->rule));
  json_object_set_new(o, "ruleIndex", json_integer(rule_index));
  json_object_set_new(o, "level", json_string(cck_severity_name(f->severity)));
  json_object_set_new(o, "message", result_message(f, place));
  json_object_set_new(o, "locations", json_pack("[o]", location(place)));
  json_object_set_new(o, "relatedLocations", related(f, place));
  json_object_set_new(o, "partialFingerprints", with("cacheckFinding/v1", cck_json_text(f->id)));
  if (f->waived.waived)
    json_object_set_new(o, "suppressions", suppressions(&f->waived));
  json_object_set_new(o, "properties", properties(report, f));
  return o;
}

/* ---- what was read: silence is no pass ---- */

static void notify(json_t *list, const char *level, cck_slice text) {
  json_t *o = with("level", json_string(level));
  json_object_set_new(o, "message", message(text));
  json_array_append_new(list, o);
}

static json_t *invocation(const cck_report *report) {
  const cck_coverage *c = report->coverage;
  cck_buffer line = {0};
  json_t *list = json_array();
  cck_put_coverage_line(&line, c);
  notify(list, c->compared ? "note" : "warning", cck_buffer_slice(&line));
  for (size_t i = 0; i < c->skipped.count; i++) {
    cck_buffer_clear(&line);
    cck_put_text(&line, "skipped: ");
    cck_put(&line, c->skipped.items[i].what);
    notify(list, report->failed ? "error" : "warning", cck_buffer_slice(&line));
  }
  for (size_t i = 0; i < c->missing.count; i++)
    notify(list, "note", c->missing.items[i]);
  for (size_t i = 0; i < c->notes.count; i++)
    notify(list, "note", c->notes.items[i]);
  cck_buffer_fini(&line);
  json_t *o = with("executionSuccessful", json_boolean(!report->failed));
  json_object_set_new(o, "toolExecutionNotifications", list);
  return json_pack("[o]", o);
}

/* One run, a result a line. */
void cck_write_sarif(cck_buffer *out, const cck_report *report) {
  cck_arena arena;
  cck_intern known;
  bool any = false;
  cck_arena_init(&arena);
  cck_intern_init(&known, &arena);
  cck_put_text(out, "{\"$schema\":\"" SCHEMA "\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":");
  cck_put_json_value(out, tool(report, &known));
  cck_put_text(out, ",\n\"columnKind\":\"unicodeCodePoints\",\n\"invocations\":");
  cck_put_json_value(out, invocation(report));
  cck_put_text(out, ",\n\"results\":[");
  for (size_t i = 0; i < report->findings->count; i++) {
    const cck_finding *f = &report->findings->items[i];
    if (!is_result(f))
      continue;
    cck_put_text(out, any ? ",\n" : "\n");
    cck_put_json_value(out, result(report, f, cck_intern_find(&known, f->rule)));
    any = true;
  }
  cck_put_text(out, "]}]}\n");
  cck_arena_fini(&arena);
}
