#include "base/io.h"
#include "cli/find.h"
#include "pipeline/project.h"
#include "rule/waiver_file.h"

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
    cck_complain("'%s' is not a date; write YYYY-MM-DD", args->until_);
    return false;
  }
  return true;
}

static bool is_waived_till(const cck_waived *waived, cck_period until) {
  cck_period have;
  return waived->waived && cck_period_parse(waived->until, &have) && have.max >= until.max;
}

static int waive(cck_args *args, const cck_found *found, cck_period until) {
  cck_slice path;
  cck_buffer out = {0};
  if (until.max < found->checker->options.today) {
    cck_complain("%s is over already: the waiver would cover nothing", args->until_);
    return CCK_EXIT_FAILED;
  }
  if (is_waived_till(&found->finding->waived, until)) {
    cck_complain("%s is waived until %s already; nothing was written", found->finding->id.ptr,
                 found->finding->waived.until.ptr);
    return CCK_EXIT_FAILED;
  }
  if (!waivers_path(args, &path))
    return CCK_EXIT_FAILED;
  cck_error error = {0};
  if (cck_waiver_append(path.ptr, found->finding->id, cck_slice_of(args->because_), cck_slice_of(args->by_),
                        cck_slice_of(args->until_), &error) != CCK_OK) {
    cck_complain_error(&error);
    return CCK_EXIT_FAILED;
  }
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
    cck_complain("'%s' is not a finding's id, such as F-7KQ2-9MXD; a rule as a whole is waived in a rules file",
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
