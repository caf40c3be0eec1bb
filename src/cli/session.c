#include "cli/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/io.h"
#include "base/hint.h"
#include "pipeline/folder.h"
#include "pipeline/project.h"

static bool add_rules(cck_args *args, cck_checker *checker, bool need_rules) {
  bool done = true;
  cck_slice found;
  for (size_t i = 0; i < args->rules_.count; i++)
    done = cck_checker_add_rules(checker, args->rules_.items[i], NULL) == CCK_OK && done;
  if (args->rules_.count)
    return done;
  if (cck_project_rules(&args->arena, &found))
    return cck_checker_add_rules(checker, found.ptr, NULL) == CCK_OK;
  if (need_rules)
    cck_complain("there is no rules/ folder here or above, and none installed in %s; name rules with --rules",
                 CCK_RULES_DIR);
  return !need_rules;
}

static bool set_up(cck_args *args, cck_checker *checker, bool need_rules) {
  cck_error error = {0};
  bool added = add_rules(args, checker, need_rules);
  if (cck_checker_ready(checker, NULL) != CCK_OK || !added)
    return false; /* the sink has said why */
  if ((args->today_ && cck_checker_set_today(checker, args->today_, &error) != CCK_OK) ||
      (args->rule_ && cck_checker_only_rule(checker, args->rule_, &error) != CCK_OK)) {
    cck_complain_error(&error);
    return false;
  }
  return true;
}

cck_checker *cck_session_open(cck_args *args, bool need_rules) {
  cck_checker *checker = cck_checker_new();
  cck_progress_begin(&args->progress, args->quiet_);
  checker->options.progress = cck_progress_sink_of(&args->progress);
  cck_checker_on_error(checker, cck_complain_sink, &args->progress);
  if (set_up(args, checker, need_rules))
    return checker;
  cck_checker_free(checker);
  return NULL;
}

cck_origin cck_session_origin(const cck_args *args) {
  return (cck_origin){.publisher = args->source_, .published = args->date_};
}

static bool origin_is_good(const cck_origin *origin) {
  cck_meta meta;
  cck_error error = {0};
  if (cck_origin_meta(origin, &meta, &error) == CCK_OK)
    return true;
  cck_complain_error(&error);
  return false;
}

static void search_folder(cck_args *args, cck_checker *checker, const char *path, cck_slices *out) {
  cck_folder folder;
  cck_error error = {0};
  if (cck_folder_search(&args->arena, path, &folder, &error) != CCK_OK) {
    cck_complain_sink(&args->progress, &error);
    cck_checker_skip(checker, &error);
    checker->failures++;
    return;
  }
  for (size_t i = 0; i < folder.files.count; i++)
    CCK_PUSH(&args->arena, out, folder.files.items[i]);
  if (!folder.files.count)
    cck_checker_note(checker, "%s: there is no article in this folder", path);
  if (folder.left_out.len)
    cck_checker_note(checker, "%s: left out %s", path, folder.left_out.ptr);
}

void cck_session_files(cck_args *args, cck_checker *checker, size_t first, cck_slices *out) {
  *out = (cck_slices){0};
  for (size_t i = first; i < args->operands.count; i++) {
    const char *path = args->operands.items[i];
    if (cck_is_folder(path))
      search_folder(args, checker, path, out);
    else
      CCK_PUSH(&args->arena, out, cck_slice_of(path));
  }
}

bool cck_session_read(cck_args *args, cck_checker *checker, size_t first_operand) {
  cck_origin origin = cck_session_origin(args);
  cck_slices files;
  cck_error error;
  if (!origin_is_good(&origin))
    return false;
  cck_session_files(args, checker, first_operand, &files);
  for (size_t i = 0; i < files.count; i++) {
    if (cck_checker_add_file(checker, files.items[i].ptr, &origin, &error) != CCK_OK)
      cck_complain_sink(&args->progress, &error);
    cck_progress_tell(&checker->options.progress, "reading", "documents", i + 1, files.count);
  }
  if (args->stdin_ && cck_checker_add_stream(checker, stdin, &error) != CCK_OK) {
    cck_complain_sink(&args->progress, &error);
    checker->failures++;
  }
  cck_progress_clear(&args->progress);
  return true;
}

void cck_session_tell_notes(const cck_args *args, const cck_checker *checker) {
  for (size_t i = 0; !args->quiet_ && i < checker->notes.count; i++)
    cck_complain("%.*s", (int)checker->notes.items[i].len, checker->notes.items[i].ptr);
}

bool cck_session_store(cck_args *args, cck_slice *folder) {
  if (args->store_) {
    *folder = cck_slice_of(args->store_);
    return true;
  }
  return cck_project_find(&args->arena, "claims", folder);
}

static bool parse_severity(const char *option, const char *text, bool never, cck_severity *out) {
  if (!text)
    return true;
  if (cck_severity_parse(cck_slice_of(text), out) && (never || *out != CCK_SEVERITY_NEVER))
    return true;
  cck_complain("--%s is error, warning%s, not '%s'", option, never ? ", note or never" : " or note", text);
  return false;
}

static const cck_format *find_format(cck_slice name) {
  const cck_format *format = cck_format_find(name);
  if (format)
    return format;
  cck_hint hint;
  cck_hint_init(&hint, name);
  for (size_t i = 0; (format = cck_format_at(i)); i++)
    cck_hint_try(&hint, cck_slice_of(format->name));
  if (hint.best.len)
    cck_complain("there is no format '%.*s'; did you mean '%.*s'?", (int)name.len, name.ptr, (int)hint.best.len,
                 hint.best.ptr);
  else
    cck_complain("there is no format '%.*s'; see cacheck report --help", (int)name.len, name.ptr);
  return NULL;
}

/* FORMAT=FILE */
static bool split_out(const char *text, const cck_format **format, const char **path) {
  const char *equals = strchr(text, '=');
  if (!equals || !equals[1]) {
    cck_complain("--out is FORMAT=FILE, not '%s'", text);
    return false;
  }
  *path = equals + 1;
  if (strcmp(*path, "-") == 0) {
    cck_complain("--out writes to a file; what goes to standard output is chosen with --format");
    return false;
  }
  *format = find_format((cck_slice){text, (size_t)(equals - text)});
  return *format != NULL;
}

bool cck_session_thresholds(const cck_args *args, cck_severity fail_on, cck_thresholds *out) {
  const cck_format *format;
  const char *path;
  bool color;
  *out = (cck_thresholds){.fail_on = fail_on, .least = CCK_SEVERITY_NOTE};
  for (size_t i = 0; i < args->out_.count; i++)
    if (!split_out(args->out_.items[i], &format, &path))
      return false;
  return parse_severity("fail-on", args->fail_on_, true, &out->fail_on) &&
         parse_severity("min-severity", args->min_severity_, false, &out->least) &&
         (!args->format_ || find_format(cck_slice_of(args->format_))) && cck_color_wanted(args->color_, &color);
}

static bool takes_part(const cck_finding *finding, const cck_claim *claim) {
  for (size_t i = 0; i < finding->parties.count; i++)
    if (finding->parties.items[i].claim == claim)
      return true;
  return false;
}

/* Only parties that a finding still shown under this one brings along. */
static void keep_joined(cck_arena *arena, cck_finding *finding) {
  const cck_finding all = *finding;
  memset(&finding->joined, 0, sizeof finding->joined);
  for (size_t i = 0; i < all.joined.count; i++) {
    size_t k = 0;
    while (k < all.also.count && !takes_part(all.also.items[k], all.joined.items[i].claim))
      k++;
    if (k < all.also.count)
      CCK_PUSH(arena, &finding->joined, all.joined.items[i]);
  }
}

/* A finding with those of the others shown under it that are severe enough. */
static cck_finding with_others(cck_arena *arena, const cck_finding *finding, cck_severity least) {
  cck_finding copy = *finding;
  memset(&copy.also, 0, sizeof copy.also);
  for (size_t i = 0; i < finding->also.count; i++)
    if (finding->also.items[i]->severity >= least)
      CCK_PUSH(arena, &copy.also, finding->also.items[i]);
  if (copy.also.count < finding->also.count)
    keep_joined(arena, &copy);
  return copy;
}

/* The findings that are shown; that others were left out is said, for silence is not a pass. */
static cck_findings at_least(cck_checker *checker, cck_severity least) {
  const cck_findings *all = &checker->findings;
  cck_findings kept = {0};
  size_t hidden = 0;
  for (size_t i = 0; i < all->count; i++) {
    if (all->items[i].severity >= least)
      CCK_PUSH(&checker->arena, &kept, with_others(&checker->arena, &all->items[i], least));
    else
      hidden += !all->items[i].waived.waived;
  }
  if (hidden) {
    cck_slice note = cck_arena_printf(&checker->arena, "%zu finding%s below --min-severity %s left out", hidden,
                                      hidden == 1 ? "" : "s", cck_severity_name(least));
    CCK_PUSH(&checker->arena, &checker->coverage.notes, note);
  }
  return kept;
}

/* The summary of a job of GitHub's is one file for all commands of a step: what others wrote stays. */
static cck_status write_file(const char *path, cck_slice text, cck_error *error) {
  const char *summary = getenv("GITHUB_STEP_SUMMARY");
  bool append = !cck_file_is_replaceable(path) || (summary && strcmp(summary, path) == 0);
  return append ? cck_file_append(path, text, error) : cck_file_write(path, text, error);
}

static bool write_files(const cck_args *args, const cck_report *report) {
  bool done = true;
  for (size_t i = 0; i < args->out_.count; i++) {
    const cck_format *format;
    const char *path;
    cck_buffer text = {0};
    cck_error error = {0};
    if (!split_out(args->out_.items[i], &format, &path))
      return false;
    format->write(&text, report);
    if (write_file(path, cck_buffer_slice(&text), &error) != CCK_OK) {
      cck_complain_error(&error);
      done = false;
    }
    cck_buffer_fini(&text);
  }
  return done;
}

static bool fails(const cck_findings *findings, cck_severity fail_on) {
  for (size_t i = 0; i < findings->count; i++)
    if (!findings->items[i].waived.waived && findings->items[i].severity >= fail_on)
      return true;
  return false;
}

int cck_session_report(cck_args *args, cck_checker *checker, const cck_thresholds *thresholds) {
  cck_error error = {0};
  checker->options.stats = args->stats_;
  cck_status checked = cck_checker_check(checker, &error);
  cck_progress_clear(&args->progress);
  if (checked != CCK_OK) {
    cck_complain_error(&error);
    return CCK_EXIT_FAILED;
  }
  cck_findings findings = at_least(checker, thresholds->least);
  cck_report report = {.findings = &findings,
                       .coverage = &checker->coverage,
                       .show_waived = args->show_waived_,
                       .quiet = args->quiet_,
                       .failed = checker->failures > 0,
                       .changed = &checker->changed,
                       .today = checker->options.today};
  int status = fails(&checker->findings, thresholds->fail_on) ? CCK_EXIT_FINDINGS : CCK_EXIT_OK;
  if (!write_files(args, &report) || checker->failures)
    status = CCK_EXIT_FAILED;
  cck_color_wanted(args->color_, &report.color);
  report.width = cck_output_width();
  cck_buffer out = {0};
  cck_format_find(cck_slice_of(args->format_ ? args->format_ : "text"))->write(&out, &report);
  return cck_output_end(&out, status);
}
