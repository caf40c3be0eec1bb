#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "cacheck.h"
#include "cli/options.h"
#include "cli/output.h"

static int version(void) {
  cck_buffer out = {0};
  cck_put_text(&out, "cacheck " CCK_VERSION "\n");
  return cck_output_end(&out, CCK_EXIT_OK);
}

static bool asks(const char *word, const char *flag, const char *command) {
  return strcmp(word, flag) == 0 || strcmp(word, command) == 0;
}

int main(int argc, char **argv) {
  signal(SIGPIPE, SIG_IGN); /* a closed pipe is a failed write, reported like any other */
  signal(SIGXFSZ, SIG_IGN); /* so is a file over the limit of the process: no half-written file is left */
  if (argc < 2) {
    cck_complain("which command? see cacheck --help");
    return CCK_EXIT_FAILED;
  }
  if (asks(argv[1], "--help", "help") || strcmp(argv[1], "-h") == 0)
    return cck_help(-1);
  if (asks(argv[1], "--version", "version"))
    return version();
  cck_args args;
  int status = CCK_EXIT_FAILED;
  if (cck_args_parse(&args, argc, argv))
    status = args.help_ ? cck_help(args.command) : cck_commands[args.command].run(&args);
  cck_args_fini(&args);
  return status;
}
