#include "cli/find.h"

static const cck_finding *look(const cck_findings *findings, cck_slice id) {
  for (size_t i = 0; i < findings->count; i++)
    if (cck_slice_eq_nocase(findings->items[i].id, id))
      return &findings->items[i];
  return NULL;
}

/* `files`: the operands after the first take part. `store`: the store does. */
static bool check(cck_args *args, bool files, bool store, cck_slice id, cck_found *out) {
  cck_slice folder;
  cck_error error = {0};
  out->finding = NULL;
  out->checker = cck_session_open(args, true);
  if (!out->checker)
    return false;
  if (files && !cck_session_read(args, out->checker, 1))
    return false;
  if (store && !cck_session_store(args, &folder)) {
    cck_complain("there is no claims/ folder here or above; name one with --store, or the files to look in");
    return false;
  }
  bool failed = (store && cck_checker_add_store(out->checker, folder.ptr, &error) != CCK_OK) ||
                cck_checker_check(out->checker, &error) != CCK_OK;
  cck_progress_clear(&args->progress);
  if (failed) {
    cck_complain_error(&error);
    return false;
  }
  out->finding = look(&out->checker->findings, id);
  return true;
}

bool cck_find_finding(cck_args *args, cck_slice id, cck_found *out) {
  bool files = args->operands.count > 1;
  cck_slice folder;
  *out = (cck_found){0};
  if (!files)
    return check(args, false, true, id, out);
  if (cck_session_store(args, &folder)) {
    if (!check(args, true, true, id, out) || out->finding)
      return out->finding != NULL;
    cck_checker_free(out->checker);
  }
  return check(args, true, false, id, out);
}

bool cck_looks_like_finding(cck_slice text) {
  return text.len > 2 && (text.ptr[0] == 'F' || text.ptr[0] == 'f') && text.ptr[1] == '-';
}
