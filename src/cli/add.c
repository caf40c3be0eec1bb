#include "cli/session.h"

#include "base/io.h"
#include "pipeline/stale.h"

/* Everything that is written goes through here, and is told: a file of claims each. */
typedef struct add_run {
  cck_args *args;
  cck_checker *checker;
  cck_store *store;
  cck_buffer out;
  unsigned written, unchanged;
  bool failed;
} add_run;

/* An article with another title or date is another source: its former claims would be held against the new ones. */
static void put_twin(add_run *run, const cck_source *source) {
  cck_slice twin = cck_store_twin(run->store, source->id, source->path);
  if (twin.len == 0 || cck_slice_is(source->path, "-"))
    return;
  cck_put_text(&run->out, "former     ");
  cck_put_terminal(&run->out, twin);
  cck_put_text(&run->out, ": made from the same file; remove it if the article was only given another title or date\n");
}

static void put_one(add_run *run, const cck_source *source, const cck_claims *claims, bool alone) {
  bool changed = false;
  cck_error error = {0};
  if (cck_store_put(run->store, source, claims, &changed, &error) != CCK_OK) {
    cck_complain_error(&error);
    run->failed = true;
    return;
  }
  run->written += changed;
  run->unchanged += !changed;
  if (run->args->quiet_)
    return;
  cck_put_text(&run->out, changed ? "written    " : "unchanged  ");
  cck_put_terminal(&run->out, source->id);
  cck_put_text(&run->out, ": ");
  cck_put_count(&run->out, claims->count, "claim");
  cck_put_char(&run->out, '\n');
  if (alone)
    put_twin(run, source);
}

/* Paths in the store are relative to its folder, so that it can be moved and committed. */
static void relative_paths(add_run *run, cck_source *source, cck_claims *claims) {
  if (!source->path.len || cck_slice_is(source->path, "-"))
    return;
  cck_slice path = cck_arena_copy(&run->checker->arena, source->path);
  path = cck_path_upward(&run->checker->arena, cck_store_folder(run->store), path.ptr);
  source->path = path;
  for (size_t i = 0; i < claims->count; i++)
    claims->items[i].path = path;
}

static void add_documents(add_run *run) {
  cck_checker *checker = run->checker;
  if (!cck_session_read(run->args, checker, 0)) {
    run->failed = true;
    return;
  }
  for (size_t i = 0; i < checker->bodies.count; i++) {
    const cck_body *body = &checker->bodies.items[i];
    cck_source source = *body->source;
    cck_claims claims = {0};
    for (size_t c = 0; c < body->count; c++)
      CCK_PUSH(&checker->arena, &claims, body->claims[c]);
    bool many = cck_checker_holds_many(checker, source.path);
    relative_paths(run, &source, &claims);
    put_one(run, &source, &claims, !many);
  }
  cck_session_tell_notes(run->args, checker);
}

static void add_stale(add_run *run) {
  cck_stored_list list = {0};
  cck_error error = {0};
  if (cck_store_read(run->store, &run->checker->arena, &list, &error) != CCK_OK) {
    cck_complain_error(&error);
    run->failed = true;
    return;
  }
  const cck_freshness *fresh = cck_refresh_all(run->checker, cck_store_folder(run->store), &list);
  cck_progress_clear(&run->args->progress);
  for (size_t i = 0; i < list.count; i++)
    if (fresh[i] != CCK_FRESH)
      put_one(run, &list.items[i].source, &list.items[i].claims, false);
}

static bool open_store(add_run *run) {
  cck_slice folder;
  cck_error error = {0};
  if (!cck_session_store(run->args, &folder)) {
    cck_complain("there is no claims/ folder here or above; name one with --store, or run cacheck init");
    return false;
  }
  if ((run->args->store_ && cck_folder_make(folder.ptr, &error) != CCK_OK) ||
      cck_store_open(folder.ptr, &run->store, &error) != CCK_OK) {
    cck_complain_error(&error);
    return false;
  }
  return true;
}

static int finish(add_run *run) {
  if (!run->args->quiet_) {
    cck_put_count(&run->out, run->written + run->unchanged, "source");
    cck_putf(&run->out, ": %u written, %u unchanged\n", run->written, run->unchanged);
  }
  bool failed = run->failed || run->checker->failures;
  return cck_output_end(&run->out, failed ? CCK_EXIT_FAILED : CCK_EXIT_OK);
}

int cck_command_add(cck_args *args) {
  add_run run = {.args = args};
  int status = CCK_EXIT_FAILED;
  if (args->operands.count == 0 && !args->stdin_ && !args->stale_)
    return cck_complain_usage(args);
  run.checker = cck_session_open(args, false);
  if (run.checker && open_store(&run)) {
    add_documents(&run);
    if (args->stale_)
      add_stale(&run);
    status = finish(&run);
  }
  cck_store_close(run.store);
  cck_checker_free(run.checker);
  return status;
}
