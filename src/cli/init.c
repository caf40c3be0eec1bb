#include <stdlib.h>

#include "base/io.h"
#include "cli/session.h"

static const char house_rules[] =
    "# House rules: what must agree, and what is plausible. The language is described in cacheck's own\n"
    "# rules/README.md, installed in share/cacheck/rules. Try a change with: cacheck rules test\n"
    "\n"
    "entity example-bridge\n"
    "  type bridge\n"
    "  name Example Bridge\n"
    "  alias bridge at Example\n"
    "\n"
    "measure bridge-cost\n"
    "  kind money\n"
    "  words cost, costs, price\n"
    "\n"
    "rule bridge-cost-agrees\n"
    "  severity error\n"
    "  for bridge-cost of any bridge\n"
    "  expect values agree within 10% during 12 months\n"
    "  why One is wrong, or one leaves out the access roads.\n"
    "  example flags\n"
    "    doc 2024-03-01 gazette \"The Example Bridge will cost $40 million.\"\n"
    "    doc 2024-03-02 herald \"The cost of the Example Bridge is $60 million.\"\n"
    "    want $40 million; $60 million\n"
    "  example passes\n"
    "    doc 2024-03-01 gazette \"The Example Bridge will cost $40 million.\"\n"
    "    doc 2024-03-02 herald \"The Example Bridge costs about $41 million.\"\n";

static const char store_ignore[] = "# derived from the claim files; never committed\n.index.sqlite*\n";

typedef struct init_run {
  cck_args *args;
  cck_slice root;
  cck_buffer out;
  bool failed;
} init_run;

static void tell(init_run *run, const char *what, cck_slice path) {
  if (run->args->quiet_)
    return;
  cck_put_text(&run->out, what);
  cck_put_terminal(&run->out, path);
  cck_put_char(&run->out, '\n');
}

static void fail(init_run *run, const cck_error *error) {
  cck_complain_error(error);
  run->failed = true;
}

static void make_folder(init_run *run, const char *name) {
  cck_error error = {0};
  cck_slice path = cck_path_join(&run->args->arena, run->root, cck_slice_of(name));
  if (!run->failed && cck_folder_make(path.ptr, &error) != CCK_OK)
    fail(run, &error);
}

static void make_file(init_run *run, const char *name, cck_slice text) {
  cck_error error = {0};
  cck_slice path = cck_path_join(&run->args->arena, run->root, cck_slice_of(name));
  if (run->failed)
    return;
  if (cck_is_file(path.ptr))
    tell(run, "kept  ", path);
  else if (cck_file_write(path.ptr, text, &error) == CCK_OK)
    tell(run, "made  ", path);
  else
    fail(run, &error);
}

static cck_slice general_path(init_run *run) {
  return cck_path_join(&run->args->arena, run->root, CCK_S("rules/general.rules"));
}

/* The general pack, where it is installed: rules/ here would hide it otherwise. */
static void copy_general(init_run *run) {
  cck_slice text;
  if (cck_file_read(&run->args->arena, CCK_RULES_DIR "/general.rules", 4 * 1024 * 1024, &text, NULL) == CCK_OK)
    make_file(run, "rules/general.rules", text);
  else if (!run->failed && !run->args->quiet_ && !cck_is_file(general_path(run).ptr))
    cck_put_text(&run->out, "left  rules/general.rules (dates, weekdays, percentages): not installed; copy it from "
                            "cacheck's own rules/\n");
}

int cck_command_init(cck_args *args) {
  init_run run = {.args = args, .root = CCK_S(".")};
  cck_error error = {0};
  if (args->operands.count) {
    run.root = cck_slice_of(args->operands.items[0]);
    if (cck_folder_make(run.root.ptr, &error) != CCK_OK)
      fail(&run, &error);
  }
  make_folder(&run, "rules");
  make_folder(&run, "claims");
  make_file(&run, "rules/house.rules", CCK_S(house_rules));
  copy_general(&run);
  make_file(&run, "claims/.gitignore", CCK_S(store_ignore));
  if (!args->quiet_ && !run.failed)
    cck_put_text(&run.out, "next: cacheck rules test; cacheck add ARTICLE...; cacheck report\n");
  return cck_output_end(&run.out, run.failed ? CCK_EXIT_FAILED : CCK_EXIT_OK);
}
