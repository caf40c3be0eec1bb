/* What every store must do, in a temporary folder: files are the truth, the index can be lost, damaged or stale. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/io.h"
#include "model/codec.h"
#include "store/store.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define LEXICON CCK_S("0123456789abcdef")

typedef struct fixture {
  cck_arena arena;
  char folder[64];
  cck_store *store;
  cck_error error;
} fixture;

static int setup(void **state) {
  fixture *f = calloc(1, sizeof *f);
  strcpy(f->folder, "/tmp/cck-store-XXXXXX");
  cck_arena_init(&f->arena);
  if (!mkdtemp(f->folder) || cck_store_open(f->folder, &f->store, &f->error) != CCK_OK)
    return -1;
  *state = f;
  return 0;
}

static int teardown(void **state) {
  fixture *f = *state;
  cck_store_close(f->store);
  chmod(f->folder, 0700);
  DIR *folder = opendir(f->folder);
  for (struct dirent *entry; (entry = readdir(folder));)
    unlink(cck_arena_printf(&f->arena, "%s/%s", f->folder, entry->d_name).ptr);
  closedir(folder);
  rmdir(f->folder);
  cck_arena_fini(&f->arena);
  free(f);
  return 0;
}

static void reopen(fixture *f) {
  cck_store_close(f->store);
  assert_int_equal(cck_store_open(f->folder, &f->store, &f->error), CCK_OK);
}

static const char *path(fixture *f, const char *name) {
  return cck_arena_printf(&f->arena, "%s/%s", f->folder, name).ptr;
}

static void write_file(fixture *f, const char *name, const char *content) {
  FILE *file = fopen(path(f, name), "wb");
  fputs(content, file);
  fclose(file);
}

static const char *read_file(fixture *f, const char *name) {
  cck_slice content;
  assert_int_equal(cck_file_read(&f->arena, path(f, name), 1 << 24, &content, NULL), CCK_OK);
  return content.ptr;
}

/* ---- claims to store ---- */

static cck_source source(const char *id) {
  return (cck_source){.id = cck_slice_of(id), .publisher = CCK_S("The Wire"), .published = CCK_S("2004-10-20")};
}

static cck_claim claim(const char *src, const char *id, const char *measure, const char *min, const char *max) {
  cck_claim c = {.id = cck_slice_of(id), .src = cck_slice_of(src), .kind = CCK_CLAIM_QUANTITY};
  c.text = CCK_S("a figure");
  c.measure = cck_slice_of(measure);
  c.subject = CCK_S("base-9");
  c.value.has_min = min && cck_decimal_parse(cck_slice_of(min), &c.value.min);
  c.value.has_max = max && cck_decimal_parse(cck_slice_of(max), &c.value.max);
  c.value.unit = CCK_S("soldier");
  c.date.days = c.time.days = CCK_NO_PERIOD;
  c.quote = CCK_S("The base has a figure.");
  return c;
}

/* One source with a claim for each of the measures. */
static void put(fixture *f, const char *id, const char *const *measures) {
  cck_claims claims = {0};
  cck_source s = source(id);
  for (unsigned i = 0; measures[i]; i++) {
    cck_claim c = claim(id, cck_arena_printf(&f->arena, "c1-%s-%u", id, i).ptr, measures[i], "5", "5");
    c.start = c.end = i * 10;
    CCK_PUSH(&f->arena, &claims, c);
  }
  if (cck_store_put(f->store, &s, &claims, NULL, &f->error) != CCK_OK)
    fail_msg("%s", f->error.message);
}

static cck_stored_list read_all(fixture *f) {
  cck_stored_list list = {0};
  if (cck_store_read(f->store, &f->arena, &list, &f->error) != CCK_OK)
    fail_msg("%s:%u: %s", f->error.file, f->error.line, f->error.message);
  return list;
}

static void index_all(fixture *f) {
  cck_stored_list list = read_all(f);
  assert_int_equal(cck_store_index(f->store, LEXICON, &list, &f->error), CCK_OK);
}

/* The lists as text: sources and claims in their order, whole lines. */
static const char *shown(fixture *f, const cck_stored_list *list) {
  cck_buffer out = {0};
  for (size_t i = 0; i < list->count; i++) {
    cck_put(&out, list->items[i].file);
    cck_source_write(&out, &list->items[i].source);
    for (size_t c = 0; c < list->items[i].claims.count; c++)
      cck_claim_write(&out, &list->items[i].claims.items[c]);
    cck_put_char(&out, '\n');
  }
  const char *text = cck_arena_copy(&f->arena, cck_buffer_slice(&out)).ptr;
  cck_buffer_fini(&out);
  return text;
}

/* "wire-1:c1-wire-1-0,c1-wire-1-1;wire-2:..." */
static const char *ids(fixture *f, const cck_stored_list *list) {
  cck_buffer out = {0};
  for (size_t i = 0; i < list->count; i++) {
    cck_putf(&out, "%s%s:", i ? ";" : "", list->items[i].source.id.ptr);
    for (size_t c = 0; c < list->items[i].claims.count; c++)
      cck_putf(&out, "%s%s", c ? "," : "", list->items[i].claims.items[c].id.ptr);
  }
  const char *text = cck_arena_copy(&f->arena, cck_buffer_slice(&out)).ptr;
  cck_buffer_fini(&out);
  return text;
}

static cck_stored_list selected(fixture *f, const cck_slices *keys, bool conflicting) {
  cck_stored_list list = {0};
  if (cck_store_select(f->store, keys, conflicting, &f->arena, &list, &f->error) != CCK_OK)
    fail_msg("%s", f->error.message);
  return list;
}

static const char *const two[] = {"troops", "tanks", NULL};
static const char *const one[] = {"troops", NULL};
static const char *const none[] = {NULL};

/* ---- files ---- */

static void test_round_trip(void **state) {
  fixture *f = *state;
  put(f, "wire-2", two);
  put(f, "wire-1", one);
  put(f, "wire-3", none);
  cck_stored_list list = read_all(f);
  assert_string_equal(ids(f, &list), "wire-1:c1-wire-1-0;wire-2:c1-wire-2-0,c1-wire-2-1;wire-3:");
  assert_string_equal(list.items[0].file.ptr, path(f, "wire-1.jsonl"));
  assert_true(list.items[0].source.period.min == cck_day_of(2004, 10, 20));
}

static void test_empty_store(void **state) {
  fixture *f = *state;
  assert_int_equal(read_all(f).count, 0);
  index_all(f);
  assert_int_equal(selected(f, NULL, false).count, 0);
  assert_int_equal(selected(f, NULL, true).count, 0);
}

static void test_same_bytes(void **state) {
  fixture *f = *state;
  cck_source s = source("wire-1");
  cck_claims claims = {0};
  bool changed = false;
  CCK_PUSH(&f->arena, &claims, claim("wire-1", "c1a", "troops", "5", "5"));
  assert_int_equal(cck_store_put(f->store, &s, &claims, &changed, &f->error), CCK_OK);
  assert_true(changed);
  const char *first = read_file(f, "wire-1.jsonl");
  reopen(f);
  assert_int_equal(cck_store_put(f->store, &s, &claims, &changed, &f->error), CCK_OK);
  assert_false(changed);
  assert_string_equal(read_file(f, "wire-1.jsonl"), first);
  claims.items[0].line = 9;
  assert_int_equal(cck_store_put(f->store, &s, &claims, &changed, &f->error), CCK_OK);
  assert_true(changed);
}

static void test_unknown_keys(void **state) {
  fixture *f = *state;
  put(f, "wire-1", two);
  char *text = strdup(read_file(f, "wire-1.jsonl"));
  cck_buffer edited = {0};
  int line = 0;
  for (char *rest = text, *end; (end = strstr(rest, "}\n")); rest = end + 2, line++) {
    cck_put(&edited, (cck_slice){rest, (size_t)(end - rest)});
    cck_putf(&edited, ",\"desk\":{\"line\": %d.0}}\n", line);
  }
  write_file(f, "wire-1.jsonl", edited.ptr);
  put(f, "wire-1", two); /* extracted again: knows nothing of the desk */
  assert_string_equal(read_file(f, "wire-1.jsonl"), edited.ptr);
  put(f, "wire-1", one); /* the second claim is gone, and its keys with it */
  assert_non_null(strstr(read_file(f, "wire-1.jsonl"), "{\"line\": 1.0}"));
  assert_null(strstr(read_file(f, "wire-1.jsonl"), "{\"line\": 2.0}"));
  cck_buffer_fini(&edited);
  free(text);
}

static void test_hostile_ids(void **state) {
  static const char *const hostile[] = {"../../evil", "/etc/passwd", "..",  ".index.sqlite",    "a/b",
                                        "A/B",        "a b",         "a-b", "\xd0\x98\xd0\xb4", "x\ny",
                                        "-",          "%s%n"};
  fixture *f = *state;
  cck_slices names = {0};
  char huge[5000];
  for (size_t i = 0; i < COUNT(hostile); i++)
    put(f, hostile[i], one);
  memset(huge, 'h', sizeof huge - 1);
  huge[sizeof huge - 1] = '\0';
  put(f, huge, one);
  assert_int_equal(cck_folder_list(&f->arena, f->folder, "", &names, NULL), CCK_OK);
  assert_int_equal(names.count, COUNT(hostile) + 1);
  for (size_t i = 0; i < names.count; i++) {
    assert_true(names.items[i].len < 200 && cck_slice_ends(names.items[i], CCK_S(".jsonl")));
    for (size_t c = 0; c < names.items[i].len - 6; c++)
      assert_non_null(strchr("abcdefghijklmnopqrstuvwxyz0123456789-", names.items[i].ptr[c]));
  }
  reopen(f);
  assert_int_equal(read_all(f).count, COUNT(hostile) + 1);
}

/* An id that is another one's file name does not overwrite it. */
static void test_foreign_file(void **state) {
  fixture *f = *state;
  cck_slices names = {0};
  cck_claims claims = {0};
  put(f, "a/b", one);
  assert_int_equal(cck_folder_list(&f->arena, f->folder, ".jsonl", &names, NULL), CCK_OK);
  cck_source s = source(cck_arena_copy(&f->arena, cck_slice_sub(names.items[0], 0, names.items[0].len - 6)).ptr);
  assert_int_equal(cck_store_put(f->store, &s, &claims, NULL, &f->error), CCK_E_STORE);
  assert_non_null(strstr(f->error.message, "a/b"));
}

static void test_renamed_file(void **state) {
  fixture *f = *state;
  put(f, "wire-1", one);
  assert_int_equal(rename(path(f, "wire-1.jsonl"), path(f, "october.jsonl")), 0);
  reopen(f);
  put(f, "wire-1", two);
  cck_stored_list list = read_all(f);
  assert_int_equal(list.count, 1);
  assert_int_equal(list.items[0].claims.count, 2);
}

static void test_put_refuses(void **state) {
  fixture *f = *state;
  cck_source s = source("wire-1");
  cck_claims claims = {0};
  CCK_PUSH(&f->arena, &claims, claim("wire-1", "c1a", "troops", "5", "5"));
  CCK_PUSH(&f->arena, &claims, claim("wire-1", "c1a", "troops", "6", "6"));
  assert_int_equal(cck_store_put(f->store, &s, &claims, NULL, &f->error), CCK_E_STORE);
  claims.items[1] = claim("wire-2", "c1b", "troops", "6", "6");
  assert_int_equal(cck_store_put(f->store, &s, &claims, NULL, &f->error), CCK_E_STORE);
  assert_int_equal(read_all(f).count, 0);
}

static void test_crash_leftovers(void **state) {
  fixture *f = *state;
  put(f, "wire-1", one);
  write_file(f, ".wire-2.jsonl.abc123", "{\"k\":\"source\",\"v\":1,\"id\":\"wi");
  write_file(f, "README.md", "# not claims\n");
  cck_stored_list list = read_all(f);
  assert_string_equal(ids(f, &list), "wire-1:c1-wire-1-0");
}

/* A file that differs from a good one in one way is an error that names its place, for reading and for replacing. */
static void test_bad_files(void **state) {
#define GOOD_SOURCE "{\"k\":\"source\",\"v\":1,\"id\":\"wire-1\"}\n"
#define GOOD_CLAIM(id, src)                                                                                            \
  "{\"k\":\"claim\",\"v\":1,\"id\":\"" id "\",\"src\":\"" src "\",\"kind\":\"name\",\"text\":\"Zenda\",\"start\":0,"   \
  "\"end\":5,\"line\":1,\"column\":1,\"time\":{\"basis\":\"none\"},\"modality\":\"asserted\",\"quoted\":false,"        \
  "\"in\":\"body\"}"
  static const struct {
    const char *content;
    unsigned line;
    const char *named;
  } rows[] = {
      {"", 1, "empty"},
      {"\n", 1, "empty line"},
      {GOOD_CLAIM("c1", "wire-1") "\n", 1, "first line"},
      {GOOD_SOURCE GOOD_SOURCE, 2, "second source"},
      {GOOD_SOURCE GOOD_CLAIM("c1", "wire-1"), 2, "cut off"},
      {GOOD_SOURCE "{\"k\":\"claim\",\"v\":1,\"id\":\"c", 2, "cut off"},
      {GOOD_SOURCE "{\"k\":\"claim\",\"v\":1,\"id\":\"c\n", 2, "not a JSON object"},
      {GOOD_SOURCE "\n" GOOD_CLAIM("c1", "wire-1") "\n", 2, "empty line"},
      {GOOD_SOURCE GOOD_CLAIM("c1", "wire-2") "\n", 2, "\"src\""},
      {GOOD_SOURCE GOOD_CLAIM("c1", "wire-1") "\n" GOOD_CLAIM("c1", "wire-1") "\n", 3, "second claim"},
      {"<<<<<<< HEAD\n" GOOD_SOURCE "=======\n" GOOD_SOURCE ">>>>>>> desk\n", 1, "conflict marker"},
      {GOOD_SOURCE "<<<<<<< HEAD\n" GOOD_CLAIM("c1", "wire-1") "\n", 2, "conflict marker"},
      {GOOD_SOURCE GOOD_CLAIM("c1", "wire-1") "\n=======\n", 3, "conflict marker"},
      {GOOD_SOURCE GOOD_CLAIM("c1", "wire-1") "\n>>>>>>> desk\n", 3, "conflict marker"},
      {GOOD_SOURCE "\x01\xff\xfe\n", 2, "not UTF-8"},
  };
  fixture *f = *state;
  cck_source s = source("wire-1");
  cck_claims claims = {0};
  for (size_t i = 0; i < COUNT(rows); i++) {
    cck_stored_list list = {0};
    write_file(f, "wire-1.jsonl", rows[i].content);
    reopen(f);
    cck_status status = cck_store_read(f->store, &f->arena, &list, &f->error);
    if (status != CCK_E_STORE || f->error.line != rows[i].line || !strstr(f->error.message, rows[i].named))
      fail_msg("row %zu: %u: %s", i, f->error.line, status ? f->error.message : "was read");
    assert_string_equal(f->error.file, path(f, "wire-1.jsonl"));
    assert_int_equal(list.count, 0);
    assert_int_equal(cck_store_put(f->store, &s, &claims, NULL, &f->error), CCK_E_STORE);
    assert_string_equal(read_file(f, "wire-1.jsonl"), rows[i].content);
  }
  write_file(f, "wire-1.jsonl", GOOD_SOURCE GOOD_CLAIM("c1", "wire-1") "\n");
  assert_int_equal(read_all(f).count, 1);
}

static void test_duplicates_over_files(void **state) {
  fixture *f = *state;
  cck_stored_list list = {0};
  write_file(f, "a.jsonl", GOOD_SOURCE);
  write_file(f, "b.jsonl", GOOD_SOURCE);
  assert_int_equal(cck_store_read(f->store, &f->arena, &list, &f->error), CCK_E_STORE);
  assert_string_equal(f->error.file, path(f, "b.jsonl"));
  assert_non_null(strstr(f->error.message, "a.jsonl"));
  write_file(f, "a.jsonl", GOOD_SOURCE GOOD_CLAIM("c1", "wire-1") "\n");
  write_file(f, "b.jsonl", "{\"k\":\"source\",\"v\":1,\"id\":\"wire-2\"}\n" GOOD_CLAIM("c1", "wire-2") "\n");
  assert_int_equal(cck_store_read(f->store, &f->arena, &list, &f->error), CCK_E_STORE);
  assert_string_equal(f->error.file, path(f, "b.jsonl"));
  assert_int_equal(f->error.line, 2);
}

static void test_missing_folder(void **state) {
  fixture *f = *state;
  cck_store *store = NULL;
  assert_int_equal(cck_store_open(path(f, "nowhere"), &store, &f->error), CCK_E_IO);
  assert_null(store);
}

/* ---- the index ---- */

static void test_index_is_transparent(void **state) {
  fixture *f = *state;
  put(f, "wire-2", two);
  put(f, "wire-1", one);
  put(f, "wire-3", none);
  cck_stored_list list = read_all(f);
  assert_false(cck_store_is_fresh(f->store, LEXICON));
  index_all(f);
  assert_true(cck_store_is_fresh(f->store, LEXICON));
  assert_true(cck_is_file(path(f, ".index.sqlite")));
  reopen(f);
  assert_int_equal(cck_store_select(f->store, NULL, false, &f->arena, &list, &f->error), CCK_E_USAGE);
  assert_true(cck_store_is_fresh(f->store, LEXICON));
  cck_stored_list indexed = selected(f, NULL, false);
  list = read_all(f);
  assert_string_equal(shown(f, &indexed), shown(f, &list));
}

/* Claims of one place, without a key, of one group: they come back as the file has them. */
static void test_document_order(void **state) {
  fixture *f = *state;
  cck_source s = source("wire-1");
  cck_claims claims = {0};
  static const char *const order[] = {"zebras", "", "apples", "zebras", "apples"};
  for (size_t i = 0; i < COUNT(order); i++)
    CCK_PUSH(&f->arena, &claims, claim("wire-1", cck_arena_printf(&f->arena, "c%zu", 9 - i).ptr, order[i], "1", "1"));
  assert_int_equal(cck_store_put(f->store, &s, &claims, NULL, &f->error), CCK_OK);
  index_all(f);
  cck_stored_list list = selected(f, NULL, false);
  assert_string_equal(ids(f, &list), "wire-1:c9,c8,c7,c6,c5");
}

/* Each damage in turn; the index is then built anew and says the same. */
static void damage_delete(fixture *f) { unlink(path(f, ".index.sqlite")); }
static void damage_garbage(fixture *f) { write_file(f, ".index.sqlite", "this is no database, and it never was one"); }
static void damage_empty(fixture *f) { write_file(f, ".index.sqlite", ""); }
static void damage_cut(fixture *f) { assert_int_equal(truncate(path(f, ".index.sqlite"), 6000), 0); }

static void overwrite(fixture *f, long at, int length) {
  FILE *file = fopen(path(f, ".index.sqlite"), "r+b");
  fseek(file, at, SEEK_SET);
  for (int i = 0; i < length; i++)
    fputc(0xa5, file);
  fclose(file);
}

static void damage_header(fixture *f) { overwrite(f, 0, 100); }

static void test_broken_index(void **state) {
  static void (*const damages[])(fixture *) = {damage_delete, damage_garbage, damage_empty, damage_cut, damage_header};
  fixture *f = *state;
  put(f, "wire-1", two);
  put(f, "wire-2", two);
  index_all(f);
  cck_stored_list list = read_all(f);
  const char *want = shown(f, &list);
  for (size_t i = 0; i < COUNT(damages); i++) {
    reopen(f);
    damages[i](f);
    if (cck_store_is_fresh(f->store, LEXICON))
      fail_msg("damage %zu is taken for fresh", i);
    index_all(f);
    reopen(f);
    assert_true(cck_store_is_fresh(f->store, LEXICON));
    list = selected(f, NULL, false);
    assert_string_equal(shown(f, &list), want);
  }
}

/* Damage that only a query meets: an error, never a wrong answer; the next round repairs it. */
static void test_damage_inside(void **state) {
  fixture *f = *state;
  struct stat info;
  put(f, "wire-1", two);
  put(f, "wire-2", two);
  index_all(f);
  cck_stored_list list = read_all(f);
  const char *want = shown(f, &list);
  assert_int_equal(stat(path(f, ".index.sqlite"), &info), 0);
  for (long at = 4096; at < info.st_size; at += 512) {
    reopen(f);
    overwrite(f, at, 64);
    cck_stored_list got = {0};
    if (cck_store_is_fresh(f->store, LEXICON)) {
      if (cck_store_select(f->store, NULL, false, &f->arena, &got, &f->error) == CCK_OK)
        assert_string_equal(shown(f, &got), want);
      else
        assert_false(cck_is_file(path(f, ".index.sqlite")));
    }
    damage_delete(f);
    reopen(f);
    index_all(f);
    got = selected(f, NULL, false);
    assert_string_equal(shown(f, &got), want);
  }
}

static void test_stale_index(void **state) {
  fixture *f = *state;
  put(f, "wire-1", one);
  put(f, "wire-2", one);
  index_all(f);
  assert_false(cck_store_is_fresh(f->store, CCK_S("another lexicon")));

  index_all(f);
  put(f, "wire-3", one); /* a new file */
  assert_false(cck_store_is_fresh(f->store, LEXICON));

  index_all(f);
  unlink(path(f, "wire-3.jsonl")); /* a file gone */
  assert_false(cck_store_is_fresh(f->store, LEXICON));

  index_all(f);
  rename(path(f, "wire-2.jsonl"), path(f, "other.jsonl"));
  assert_false(cck_store_is_fresh(f->store, LEXICON));

  index_all(f);
  char *text = strdup(read_file(f, "other.jsonl")); /* edited by hand, same size */
  struct timespec past[2] = {{.tv_sec = 1000000000}, {.tv_sec = 1000000000}};
  memcpy(strstr(text, "troops"), "tanks2", 6);
  write_file(f, "other.jsonl", text);
  utimensat(AT_FDCWD, path(f, "other.jsonl"), past, 0);
  assert_false(cck_store_is_fresh(f->store, LEXICON));
  index_all(f);
  cck_stored_list list = selected(f, NULL, false);
  assert_true(cck_slice_is(list.items[1].claims.items[0].measure, "tanks2"));
  free(text);
}

/* A checkout changes times, not contents. */
static void test_touched_file(void **state) {
  fixture *f = *state;
  struct timespec past[2] = {{.tv_sec = 1000000000}, {.tv_sec = 1000000000}};
  put(f, "wire-1", one);
  index_all(f);
  utimensat(AT_FDCWD, path(f, "wire-1.jsonl"), past, 0);
  assert_true(cck_store_is_fresh(f->store, LEXICON));
}

static void test_read_only_folder(void **state) {
  fixture *f = *state;
  if (geteuid() == 0)
    skip();
  put(f, "wire-1", two);
  cck_stored_list list = read_all(f);
  const char *want = shown(f, &list);
  assert_int_equal(chmod(f->folder, 0500), 0);
  index_all(f);
  list = selected(f, NULL, false);
  assert_string_equal(shown(f, &list), want);
  assert_false(cck_is_file(path(f, ".index.sqlite")));
}

/* A folder in the index's place: it cannot be replaced, so the index lives in memory. */
static void test_index_in_memory(void **state) {
  fixture *f = *state;
  put(f, "wire-1", two);
  assert_int_equal(mkdir(path(f, ".index.sqlite"), 0700), 0);
  cck_stored_list list = read_all(f);
  index_all(f);
  cck_stored_list indexed = selected(f, NULL, false);
  assert_string_equal(shown(f, &indexed), shown(f, &list));
  assert_true(cck_store_is_fresh(f->store, LEXICON));
  rmdir(path(f, ".index.sqlite"));
}

static void test_select_by_keys(void **state) {
  fixture *f = *state;
  put(f, "wire-1", two);
  put(f, "wire-2", one);
  put(f, "wire-3", (const char *const[]){"tanks", NULL});
  index_all(f);
  cck_slices keys = {0};
  assert_int_equal(selected(f, &keys, false).count, 0);
  CCK_PUSH(&f->arena, &keys,
           CCK_S("tanks\x1f"
                 "base-9\x1f"
                 "count"));
  CCK_PUSH(&f->arena, &keys,
           CCK_S("nothing\x1f"
                 "base-9\x1f"
                 "count"));
  CCK_PUSH(&f->arena, &keys,
           CCK_S("tanks\x1f"
                 "base-9\x1f"
                 "count"));
  cck_stored_list list = selected(f, &keys, false);
  assert_string_equal(ids(f, &list), "wire-1:c1-wire-1-1;wire-3:c1-wire-3-0");
  assert_int_equal(selected(f, &keys, true).count, 0);
}

/* ---- pruning: a group that is left out holds no two claims with a gap between them ---- */

static uint64_t random_state = 17;

static unsigned pick(unsigned below) {
  random_state = cck_hash_mix(random_state, 1);
  return (unsigned)(random_state % below);
}

/* Two ends near each other, so that groups of a few claims now overlap and now do not; tenths are inexact doubles. */
static cck_claim random_claim(fixture *f, const char *src, unsigned number) {
  static const char *const measures[] = {"m0", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9", "m10", "m11", ""};
  unsigned low = pick(40);
  unsigned high = low + (pick(3) ? pick(30) : 0);
  const char *min = pick(6) ? cck_arena_printf(&f->arena, "%u.%u", low / 10, low % 10).ptr : NULL;
  const char *max = pick(6) ? cck_arena_printf(&f->arena, "%u.%u", high / 10, high % 10).ptr : NULL;
  const char *id = cck_arena_printf(&f->arena, "c1-%s-%u", src, number).ptr;
  cck_claim c = claim(src, id, measures[pick(COUNT(measures))], min, max);
  c.start = c.end = number;
  if (!pick(12))
    c.value.unit = CCK_S("guard");
  return c;
}

static bool are_apart(const cck_value *a, const cck_value *b) {
  return !cck_slice_eq(a->unit, b->unit) || (a->has_max && b->has_min && cck_decimal_cmp(a->max, b->min) < 0) ||
         (b->has_max && a->has_min && cck_decimal_cmp(b->max, a->min) < 0);
}

/* Does another claim of the same group stand apart from this one? */
static bool can_conflict(const cck_stored_list *list, const cck_claim *claim) {
  for (size_t i = 0; i < list->count; i++)
    for (size_t c = 0; c < list->items[i].claims.count; c++) {
      const cck_claim *other = &list->items[i].claims.items[c];
      if (cck_slice_eq(other->measure, claim->measure) && are_apart(&other->value, &claim->value))
        return true;
    }
  return false;
}

static bool holds(const cck_stored_list *list, cck_slice id) {
  for (size_t i = 0; i < list->count; i++)
    for (size_t c = 0; c < list->items[i].claims.count; c++)
      if (cck_slice_eq(list->items[i].claims.items[c].id, id))
        return true;
  return false;
}

static void check_pruning(fixture *f, const cck_stored_list *all, size_t *left_out) {
  cck_stored_list kept = selected(f, NULL, true);
  for (size_t i = 0; i < all->count; i++)
    for (size_t c = 0; c < all->items[i].claims.count; c++) {
      const cck_claim *one_claim = &all->items[i].claims.items[c];
      bool is_kept = holds(&kept, one_claim->id);
      if (!is_kept && one_claim->measure.len && can_conflict(all, one_claim))
        fail_msg("%s was left out", one_claim->id.ptr);
      if (is_kept && !one_claim->measure.len)
        fail_msg("%s has no key", one_claim->id.ptr);
      *left_out += !is_kept;
    }
  cck_slices keys = {0}; /* by key the answer is the same */
  for (unsigned m = 0; m < 12; m++)
    CCK_PUSH(&f->arena, &keys,
             cck_arena_printf(&f->arena,
                              "m%u\x1f"
                              "base-9\x1f"
                              "count",
                              m));
  cck_stored_list by_key = selected(f, &keys, true);
  assert_string_equal(shown(f, &by_key), shown(f, &kept));
}

static void test_conflicting(void **state) {
  fixture *f = *state;
  size_t left_out = 0;
  for (unsigned round = 0; round < 15; round++) {
    for (unsigned s = 0; s < 3; s++) {
      const char *id = cck_arena_printf(&f->arena, "wire-%u", s).ptr;
      cck_source src = source(id);
      cck_claims claims = {0};
      for (unsigned i = 0; i < 11; i++)
        CCK_PUSH(&f->arena, &claims, random_claim(f, id, i));
      assert_int_equal(cck_store_put(f->store, &src, &claims, NULL, &f->error), CCK_OK);
    }
    index_all(f);
    cck_stored_list all = selected(f, NULL, false);
    check_pruning(f, &all, &left_out);
  }
  assert_true(left_out > 50); /* else nothing was pruned, and the test says nothing */
}

#define STORE_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void) {
  const struct CMUnitTest tests[] = {
      STORE_TEST(test_round_trip),
      STORE_TEST(test_empty_store),
      STORE_TEST(test_same_bytes),
      STORE_TEST(test_unknown_keys),
      STORE_TEST(test_hostile_ids),
      STORE_TEST(test_foreign_file),
      STORE_TEST(test_renamed_file),
      STORE_TEST(test_put_refuses),
      STORE_TEST(test_crash_leftovers),
      STORE_TEST(test_bad_files),
      STORE_TEST(test_duplicates_over_files),
      STORE_TEST(test_missing_folder),
      STORE_TEST(test_index_is_transparent),
      STORE_TEST(test_document_order),
      STORE_TEST(test_broken_index),
      STORE_TEST(test_damage_inside),
      STORE_TEST(test_stale_index),
      STORE_TEST(test_touched_file),
      STORE_TEST(test_read_only_folder),
      STORE_TEST(test_index_in_memory),
      STORE_TEST(test_select_by_keys),
      STORE_TEST(test_conflicting),
  };
  return cmocka_run_group_tests_name("store", tests, NULL, NULL);
}
