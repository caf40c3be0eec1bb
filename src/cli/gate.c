#include "cli/session.h"

static int gate(cck_args *args, cck_checker *checker, const cck_thresholds *thresholds) {
  cck_slice folder;
  cck_error error = {0};
  checker->options.new_only = true; /* also when no file could be read: the store's own findings are not asked for */
  if (!cck_session_read(args, checker, 0))
    return CCK_EXIT_FAILED;
  if (!cck_session_store(args, &folder)) {
    cck_checker_note(checker, "no claims store found: checked alone");
  } else if (cck_checker_add_store(checker, folder.ptr, &error) != CCK_OK) {
    cck_complain_sink(&args->progress, &error);
    return CCK_EXIT_FAILED;
  }
  return cck_session_report(args, checker, thresholds);
}

int cck_command_gate(cck_args *args) {
  cck_thresholds thresholds;
  if (args->operands.count == 0 && !args->stdin_)
    return cck_complain_usage(args);
  if (!cck_session_thresholds(args, CCK_SEVERITY_ERROR, &thresholds))
    return CCK_EXIT_FAILED;
  cck_checker *checker = cck_session_open(args, true);
  if (!checker)
    return CCK_EXIT_FAILED;
  int status = gate(args, checker, &thresholds);
  cck_checker_free(checker);
  return status;
}
