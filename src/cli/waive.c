#include "base/io.h"
#include "cli/find.h"
#include "pipeline/project.h"

/* A value of a rules file: on one line, in quotes where its letters would mean something else. */
static void put_value(cck_buffer *out, cck_slice text) {
  bool quotes = text.len == 0 || text.ptr[0] == '"' || text.ptr[0] == '#' || text.ptr[text.len - 1] == '"' ||
                cck_slice_find(text, CCK_S(" #"), 0) != SIZE_MAX || cck_slice_find(text, CCK_S(", "), 0) != SIZE_MAX;
  if (quotes)
    cck_put_char(out, '"');
  for (size_t i = 0; i < text.len; i++) {
    unsigned char c = (unsigned char)text.ptr[i];
    if (quotes && c == '"')
      cck_put_char(out, '"');
    cck_put_char(out, c < 0x20 || c == 0x7f ? ' ' : (char)c);
  }
  if (quotes)
    cck_put_char(out, '"');
}

static void put_waiver(cck_buffer *out, const cck_args *args, cck_slice id) {
  cck_put_text(out, "waive ");
  cck_put(out, id);
  cck_put_text(out, "\n  because ");
  put_value(out, cck_slice_trim(cck_slice_of(args->because_)));
  if (args->by_) {
    cck_put_text(out, "\n  by ");
    put_value(out, cck_slice_trim(cck_slice_of(args->by_)));
  }
  cck_putf(out, "\n  until %s\n", args->until_);
}

/* The folder that the rules came from: the first folder of --rules, else the project's own. */
static bool waivers_path(cck_args *args, cck_slice *path) {
  cck_slice folder = {NULL, 0};
  for (size_t i = 0; i < args->rules_.count && !folder.ptr; i++)
    if (cck_is_folder(args->rules_.items[i]))
      folder = cck_slice_of(args->rules_.items[i]);
  if (!folder.ptr && (args->rules_.count || !cck_project_find(&args->arena, "rules", &folder))) {
    cck_complain("a waiver is kept in a rules folder: name one with --rules, or run cacheck init");
    return false;
  }
  *path = cck_path_join(&args->arena, folder, CCK_S("waivers.rules"));
  return true;
}

static bool append(cck_args *args, cck_slice path, cck_slice id) {
  cck_slice old = {NULL, 0};
  cck_error error = {0};
  if (cck_is_file(path.ptr) && cck_file_read(&args->arena, path.ptr, 4 * 1024 * 1024, &old, &error) != CCK_OK) {
    cck_complain_error(&error);
    return false;
  }
  cck_buffer text = {0};
  cck_put(&text, old);
  if (old.len)
    cck_put_text(&text, old.ptr[old.len - 1] == '\n' ? "\n" : "\n\n");
  put_waiver(&text, args, id);
  bool done = cck_file_write(path.ptr, cck_buffer_slice(&text), &error) == CCK_OK;
  if (!done)
    cck_complain_error(&error);
  cck_buffer_fini(&text);
  return done;
}

static bool options_are_good(const cck_args *args, cck_period *until) {
  if (!args->because_ || !cck_slice_trim(cck_slice_of(args->because_)).len) {
    cck_complain("a waiver needs a reason: --because \"...\"");
    return false;
  }
  if (!args->until_) {
    cck_complain("a waiver needs an end: --until YYYY-MM-DD");
    return false;
  }
  if (!cck_period_parse(cck_slice_of(args->until_), until)) {
    cck_complain("`%s` is not a date; write YYYY-MM-DD", args->until_);
    return false;
  }
  return true;
}

static int waive(cck_args *args, const cck_found *found, cck_period until) {
  cck_slice path;
  cck_buffer out = {0};
  if (until.max < found->checker->options.today) {
    cck_complain("%s is over already: the waiver would cover nothing", args->until_);
    return CCK_EXIT_FAILED;
  }
  if (!waivers_path(args, &path) || !append(args, path, found->finding->id))
    return CCK_EXIT_FAILED;
  if (!args->quiet_) {
    cck_put_text(&out, "waived ");
    cck_put_terminal(&out, found->finding->id);
    cck_put_text(&out, " (");
    cck_put_terminal(&out, found->finding->message);
    cck_putf(&out, ") until %s, in ", args->until_);
    cck_put_terminal(&out, path);
    cck_put_char(&out, '\n');
  }
  return cck_output_end(&out, CCK_EXIT_OK);
}

int cck_command_waive(cck_args *args) {
  cck_found found;
  cck_period until;
  int status = CCK_EXIT_FAILED;
  cck_slice id = cck_slice_of(args->operands.items[0]);
  if (!options_are_good(args, &until))
    return CCK_EXIT_FAILED;
  if (!cck_looks_like_finding(id)) {
    cck_complain("`%s` is not a finding's id, such as F-7KQ2-9MXD; a rule as a whole is waived in a rules file",
                 id.ptr);
    return CCK_EXIT_FAILED;
  }
  if (cck_find_finding(args, id, &found) && found.finding)
    status = waive(args, &found, until);
  else if (found.checker)
    cck_complain("there is no finding %s %s", id.ptr,
                 args->operands.count > 1 ? "in these files" : "in the store; name the files that it is in");
  cck_checker_free(found.checker);
  return status;
}
