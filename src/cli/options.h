/*
 * The command line: commands.def and options.def drive parsing and --help alike.
 * Nothing is copied: values point into argv.
 */
#ifndef CCK_CLI_OPTIONS_H
#define CCK_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "cli/progress.h"

enum {
#define CCK_COMMAND(name, ...) CCK_INDEX_##name,
#include "cli/commands.def"
#undef CCK_COMMAND
  CCK_COMMAND_COUNT
};

enum {
#define CCK_COMMAND(name, ...) CCK_FOR_##name = 1 << CCK_INDEX_##name,
#include "cli/commands.def"
#undef CCK_COMMAND
  CCK_FOR_ALL = (1 << CCK_COMMAND_COUNT) - 1
};

typedef CCK_VEC(const char *) cck_texts;

#define CCK_FIELD_FLAG bool
#define CCK_FIELD_TEXT const char *
#define CCK_FIELD_LIST cck_texts

typedef struct cck_args {
  cck_arena arena;
  int command; /* CCK_INDEX_... */
  cck_texts operands;
  cck_progress progress; /* begun with the session */
#define CCK_OPTION(kind, name, ...) CCK_FIELD_##kind name##_;
#include "cli/options.def"
#undef CCK_OPTION
} cck_args;

typedef struct cck_command {
  const char *name, *operands, *help;
  int at_least, at_most;
  int (*run)(cck_args *args); /* returns the exit status */
} cck_command;

extern const cck_command cck_commands[CCK_COMMAND_COUNT];

#define CCK_COMMAND(name, ...) int cck_command_##name(cck_args *args);
#include "cli/commands.def"
#undef CCK_COMMAND

enum { CCK_EXIT_OK = 0, CCK_EXIT_FINDINGS = 1, CCK_EXIT_FAILED = 2 };

/* Fills args from the words after the program's name. False after a message on stderr. */
bool cck_args_parse(cck_args *args, int argc, char **argv);
void cck_args_fini(cck_args *args);

/* A command without the words that it needs. Returns the exit status. */
int cck_complain_usage(const cck_args *args);

/* --help of the program (command -1) or of one command, to stdout. */
int cck_help(int command);

#endif
