#include "cli/session.h"

static int report(cck_args *args, cck_checker *checker, const cck_thresholds *thresholds) {
  cck_slice folder;
  cck_error error = {0};
  if (args->operands.count || args->stdin_) {
    if (!cck_session_read(args, checker, 0))
      return CCK_EXIT_FAILED;
  } else if (!cck_session_store(args, &folder)) {
    cck_complain("there is no claims/ folder here or above; name one with --store, files to report on, or run "
                 "cacheck init");
    return CCK_EXIT_FAILED;
  } else if (cck_checker_add_store(checker, folder.ptr, &error) != CCK_OK) {
    cck_complain_sink(&args->progress, &error);
    return CCK_EXIT_FAILED;
  }
  return cck_session_report(args, checker, thresholds);
}

int cck_command_report(cck_args *args) {
  cck_thresholds thresholds;
  if (!cck_session_thresholds(args, CCK_SEVERITY_NEVER, &thresholds))
    return CCK_EXIT_FAILED;
  cck_checker *checker = cck_session_open(args, true);
  if (!checker)
    return CCK_EXIT_FAILED;
  int status = report(args, checker, &thresholds);
  cck_checker_free(checker);
  return status;
}
