#include "pipeline/ndjson.h"

#include "base/io.h"

/* So much of the first line is looked at. */
enum { HEAD = 16 * 1024 };

static bool has_key(cck_slice line, const char *key) { return cck_slice_find(line, cck_slice_of(key), 0) != SIZE_MAX; }

cck_ndjson cck_ndjson_look(const char *path) {
  char head[HEAD];
  cck_slice rest = {head, cck_file_head(path, head, sizeof head)}, line = {NULL, 0};
  cck_slice extension = cck_path_extension(cck_slice_of(path));
  bool named = cck_slice_eq_nocase(extension, CCK_S("ndjson")) || cck_slice_eq_nocase(extension, CCK_S("jsonl"));
  while (!cck_slice_trim(line).len && cck_slice_next(&rest, '\n', &line))
    continue;
  line = cck_slice_trim(line);
  bool object = cck_slice_starts(line, CCK_S("{"));
  if (object && has_key(line, "\"k\":\"source\""))
    return CCK_NDJSON_CLAIMS;
  if (named || (object && has_key(line, "\"id\"") && has_key(line, "\"text\"")))
    return CCK_NDJSON_DOCUMENTS;
  return CCK_NDJSON_NONE;
}

FILE *cck_ndjson_open(const char *path, cck_error *error) {
  if (cck_ndjson_look(path) == CCK_NDJSON_CLAIMS) {
    cck_fail_at(error, CCK_E_INPUT, (cck_place){.file = cck_slice_of(path)},
                "holds claims, not articles; a store is named with --store");
    return NULL;
  }
  FILE *file = fopen(path, "rbe");
  if (!file)
    cck_fail_errno(error, path, "open");
  return file;
}
