#include "cli/options.h"

#include <string.h>

#include "base/hint.h"
#include "cli/output.h"

typedef enum option_kind { KIND_FLAG, KIND_TEXT, KIND_LIST } option_kind;

typedef struct option {
  const char *field, *value, *help;
  option_kind kind;
  int commands;
  size_t offset;
} option;

static const option options[] = {
#define CCK_OPTION(kind, name, value, commands, help)                                                                  \
  {#name, value, help, KIND_##kind, commands, offsetof(cck_args, name##_)},
#include "cli/options.def"
#undef CCK_OPTION
};

enum { OPTION_COUNT = sizeof options / sizeof options[0], NAME_SIZE = 32 };

const cck_command cck_commands[CCK_COMMAND_COUNT] = {
#define CCK_COMMAND(name, operands, at_least, at_most, help)                                                           \
  {#name, operands, help, at_least, at_most, cck_command_##name},
#include "cli/commands.def"
#undef CCK_COMMAND
};

/* fail_on is written --fail-on. */
static cck_slice option_name(const option *o, char out[NAME_SIZE]) {
  size_t n = 0;
  for (; o->field[n] && n + 1 < NAME_SIZE; n++)
    out[n] = o->field[n] == '_' ? '-' : o->field[n];
  out[n] = '\0';
  return (cck_slice){out, n};
}

static const option *option_find(cck_slice name) {
  char buffer[NAME_SIZE];
  for (size_t i = 0; i < OPTION_COUNT; i++)
    if (cck_slice_eq(option_name(&options[i], buffer), name))
      return &options[i];
  return NULL;
}

static bool unknown_option(cck_slice name, int command) {
  char buffers[OPTION_COUNT][NAME_SIZE];
  cck_hint hint;
  cck_hint_init(&hint, name);
  for (size_t i = 0; i < OPTION_COUNT; i++)
    if (options[i].commands & (1 << command))
      cck_hint_try(&hint, option_name(&options[i], buffers[i]));
  const char *of = cck_commands[command].name;
  if (hint.best.len)
    cck_complain("%s has no option --%.*s; did you mean --%.*s?", of, (int)name.len, name.ptr, (int)hint.best.len,
                 hint.best.ptr);
  else
    cck_complain("%s has no option --%.*s; see cacheck %s --help", of, (int)name.len, name.ptr, of);
  return false;
}

static void store_value(cck_args *args, const option *o, const char *value) {
  char *field = (char *)args + o->offset;
  if (o->kind == KIND_FLAG)
    *(bool *)(void *)field = true;
  else if (o->kind == KIND_TEXT)
    *(const char **)(void *)field = value;
  else
    CCK_PUSH(&args->arena, (cck_texts *)(void *)field, value);
}

/* word begins with "--"; *i moves on when the value is the next word. */
static bool take_option(cck_args *args, int argc, char **argv, int *i) {
  cck_slice name = cck_slice_of(argv[*i] + 2);
  const char *value = NULL;
  size_t equals = cck_slice_find(name, CCK_S("="), 0);
  if (equals != SIZE_MAX) {
    value = name.ptr + equals + 1;
    name.len = equals;
  }
  const option *o = option_find(name);
  if (!o || !(o->commands & (1 << args->command)))
    return unknown_option(name, args->command);
  if (o->kind == KIND_FLAG && value) {
    cck_complain("--%.*s takes no value", (int)name.len, name.ptr);
    return false;
  }
  if (o->kind != KIND_FLAG && !value) {
    if (*i + 1 >= argc) {
      cck_complain("--%.*s needs a value: %s", (int)name.len, name.ptr, o->value);
      return false;
    }
    value = argv[++*i];
  }
  store_value(args, o, value);
  return true;
}

static bool find_command(cck_args *args, const char *word) {
  cck_hint hint;
  cck_hint_init(&hint, cck_slice_of(word));
  for (int i = 0; i < CCK_COMMAND_COUNT; i++) {
    if (strcmp(cck_commands[i].name, word) == 0) {
      args->command = i;
      return true;
    }
    cck_hint_try(&hint, cck_slice_of(cck_commands[i].name));
  }
  if (word[0] == '-')
    cck_complain("options come after the command: cacheck COMMAND %s; see cacheck --help", word);
  else if (hint.best.len)
    cck_complain("there is no command '%s'; did you mean '%.*s'?", word, (int)hint.best.len, hint.best.ptr);
  else
    cck_complain("there is no command '%s'; see cacheck --help", word);
  return false;
}

int cck_complain_usage(const cck_args *args) {
  const cck_command *command = &cck_commands[args->command];
  cck_complain("%s what? usage: cacheck %s [OPTIONS] %s", command->name, command->name, command->operands);
  return CCK_EXIT_FAILED;
}

static bool operands_fit(const cck_args *args) {
  const cck_command *command = &cck_commands[args->command];
  int count = (int)args->operands.count;
  if (args->help_ || (count >= command->at_least && (command->at_most < 0 || count <= command->at_most)))
    return true;
  if (count < command->at_least)
    cck_complain_usage(args);
  else
    cck_complain("'%s' is one word too many; usage: cacheck %s [OPTIONS] %s", args->operands.items[command->at_most],
                 command->name, command->operands);
  return false;
}

bool cck_args_parse(cck_args *args, int argc, char **argv) {
  *args = (cck_args){0};
  cck_arena_init(&args->arena);
  if (!find_command(args, argv[1]))
    return false;
  bool only_operands = false;
  for (int i = 2; i < argc; i++) {
    if (!only_operands && strcmp(argv[i], "--") == 0)
      only_operands = true;
    else if (!only_operands && strcmp(argv[i], "-h") == 0)
      args->help_ = true;
    else if (!only_operands && strncmp(argv[i], "--", 2) == 0) {
      if (!take_option(args, argc, argv, &i))
        return false;
    } else if (!only_operands && argv[i][0] == '-' && argv[i][1]) {
      cck_complain("there is no option %s; options begin with --, see cacheck %s --help", argv[i],
                   cck_commands[args->command].name);
      return false;
    } else
      CCK_PUSH(&args->arena, &args->operands, argv[i]);
  }
  return operands_fit(args);
}

void cck_args_fini(cck_args *args) { cck_arena_fini(&args->arena); }

static void help_options(cck_buffer *out, int command) {
  for (size_t i = 0; i < OPTION_COUNT; i++) {
    const option *o = &options[i];
    if (command >= 0 ? !(o->commands & (1 << command)) : o->commands != CCK_FOR_ALL)
      continue;
    char name[NAME_SIZE];
    option_name(o, name);
    size_t width = strlen(name) + strlen(o->value) + (o->value[0] ? 5 : 4);
    cck_putf(out, "  --%s%s%s", name, o->value[0] ? " " : "", o->value);
    cck_put_repeat(out, ' ', width < 26 ? 26 - width : 2);
    cck_putf(out, "%s\n", o->help);
  }
}

static void help_program(cck_buffer *out) {
  cck_put_text(out,
               "cacheck reads articles, keeps their figures and dates as claims, and reports where they cannot all be "
               "true.\n\nusage: cacheck COMMAND [OPTIONS] [OPERANDS]\n\ncommands\n");
  for (int i = 0; i < CCK_COMMAND_COUNT; i++) {
    const cck_command *c = &cck_commands[i];
    size_t width = strlen(c->name) + strlen(c->operands) + 1;
    cck_putf(out, "  %s %s", c->name, c->operands);
    cck_put_repeat(out, ' ', width < 33 ? 33 - width : 2);
    cck_putf(out, "%s\n", c->help);
  }
  cck_put_text(out, "\noptions of every command (cacheck COMMAND --help shows the others)\n");
  help_options(out, -1);
  cck_put_text(out, "  --version               print the version\n");
  cck_put_text(out, "\nexit status: 0 nothing to fail on; 1 findings at or above --fail-on, or failed rule examples;\n"
                    "2 wrong usage, rules that do not parse, or a file that cannot be read\n");
}

int cck_help(int command) {
  cck_buffer out = {0};
  if (command < 0) {
    help_program(&out);
  } else {
    const cck_command *c = &cck_commands[command];
    cck_putf(&out, "usage: cacheck %s [OPTIONS] %s\n\n%s\n\noptions\n", c->name, c->operands, c->help);
    help_options(&out, command);
    cck_help_formats(&out, command);
  }
  return cck_output_end(&out, CCK_EXIT_OK);
}
