#include "store/index.h"

#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/intern.h"
#include "base/io.h"
#include "model/codec.h"

#define SCHEMA_VERSION "1"

struct cck_index {
  sqlite3 *db;
};

/* ---- SQLite in small ---- */

static void bind_text(sqlite3_stmt *statement, int place, cck_slice text) {
  sqlite3_bind_text64(statement, place, text.ptr ? text.ptr : "", text.len, SQLITE_STATIC, SQLITE_UTF8);
}

static cck_slice column_text(sqlite3_stmt *statement, int column) {
  const char *text = (const char *)sqlite3_column_text(statement, column);
  return (cck_slice){text ? text : "", (size_t)sqlite3_column_bytes(statement, column)};
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
  sqlite3_stmt *statement = NULL;
  return sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK ? statement : NULL;
}

/* Runs a bound statement that gives no rows, and makes it ready for the next. */
static bool run(sqlite3_stmt *statement) {
  bool done = sqlite3_step(statement) == SQLITE_DONE;
  sqlite3_reset(statement);
  return done;
}

static bool execute(sqlite3 *db, const char *sql) { return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK; }

static cck_slice path_of(cck_arena *arena, const char *folder) {
  return cck_path_join(arena, cck_slice_of(folder), CCK_S(".index.sqlite"));
}

void cck_index_close(cck_index *index) {
  if (!index)
    return;
  sqlite3_close(index->db);
  free(index);
}

void cck_index_remove(const char *folder) {
  cck_arena scratch;
  cck_arena_init(&scratch);
  unlink(path_of(&scratch, folder).ptr);
  cck_arena_fini(&scratch);
}

static cck_index *wrap(sqlite3 *db) {
  cck_index *index = cck_heap_alloc(sizeof *index);
  index->db = db;
  return index;
}

/* ---- opening ---- */

static cck_slice meta(cck_arena *arena, sqlite3 *db, const char *key) {
  cck_slice value = {NULL, 0};
  sqlite3_stmt *statement = prepare(db, "SELECT value FROM meta WHERE key = ?");
  if (statement) {
    bind_text(statement, 1, cck_slice_of(key));
    if (sqlite3_step(statement) == SQLITE_ROW)
      value = cck_arena_copy(arena, column_text(statement, 0));
  }
  sqlite3_finalize(statement);
  return value;
}

cck_index *cck_index_open(const char *folder) {
  cck_arena scratch;
  sqlite3 *db = NULL;
  cck_arena_init(&scratch);
  const char *path = path_of(&scratch, folder).ptr;
  bool usable = cck_is_file(path) && sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
                execute(db, "PRAGMA trusted_schema = OFF") &&
                cck_slice_is(meta(&scratch, db, "schema"), SCHEMA_VERSION);
  cck_arena_fini(&scratch);
  if (usable)
    return wrap(db);
  sqlite3_close(db);
  return NULL;
}

/* ---- is it for these files? ---- */

static bool file_matches(sqlite3_stmt *by_name, const char *folder, cck_slice name) {
  cck_arena scratch;
  cck_file_record now = {.name = name};
  bool matches = false;
  cck_arena_init(&scratch);
  bind_text(by_name, 1, name);
  if (cck_file_stat(folder, name, &now) && sqlite3_step(by_name) == SQLITE_ROW &&
      sqlite3_column_int64(by_name, 0) == now.size)
    matches = sqlite3_column_int64(by_name, 1) == now.mtime || /* a checkout changes times, not contents */
              cck_slice_eq(column_text(by_name, 2), cck_file_hash(&scratch, folder, name));
  sqlite3_reset(by_name);
  cck_arena_fini(&scratch);
  return matches;
}

static bool files_match(sqlite3 *db, const char *folder, const cck_slices *names) {
  sqlite3_stmt *count = prepare(db, "SELECT count(*) FROM file");
  sqlite3_stmt *by_name = prepare(db, "SELECT size, mtime, sha256 FROM file WHERE name = ?");
  bool matches = count && by_name && sqlite3_step(count) == SQLITE_ROW &&
                 sqlite3_column_int64(count, 0) == (sqlite3_int64)names->count;
  for (size_t i = 0; matches && i < names->count; i++)
    matches = file_matches(by_name, folder, names->items[i]);
  sqlite3_finalize(count);
  sqlite3_finalize(by_name);
  return matches;
}

bool cck_index_matches(cck_index *index, const char *folder, cck_slice lexicon) {
  cck_arena scratch;
  cck_slices names = {0};
  cck_arena_init(&scratch);
  bool matches = cck_slice_eq(meta(&scratch, index->db, "lexicon"), lexicon) &&
                 cck_slice_is(meta(&scratch, index->db, "extractor"), CCK_EXTRACTOR_VERSION) &&
                 cck_folder_list(&scratch, folder, ".jsonl", &names, NULL) == CCK_OK &&
                 files_match(index->db, folder, &names);
  cck_arena_fini(&scratch);
  return matches;
}

/* ---- building ---- */

static const char schema_sql[] =
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;"
    "CREATE TABLE file(name TEXT PRIMARY KEY, size INTEGER, mtime INTEGER, sha256 TEXT) WITHOUT ROWID;"
    "CREATE TABLE source(id TEXT PRIMARY KEY, file TEXT, line TEXT) WITHOUT ROWID;"
    "CREATE TABLE claim(key TEXT, src TEXT, start INTEGER, id TEXT, place INTEGER, unit TEXT, lo REAL, hi REAL,"
    " line TEXT, PRIMARY KEY(key, src, start, id, place)) WITHOUT ROWID;";

static bool insert_meta(sqlite3 *db, cck_slice lexicon) {
  sqlite3_stmt *insert = prepare(db, "INSERT INTO meta VALUES(?, ?)");
  const struct {
    const char *key;
    cck_slice value;
  } rows[] = {{"schema", CCK_S(SCHEMA_VERSION)}, {"lexicon", lexicon}, {"extractor", CCK_S(CCK_EXTRACTOR_VERSION)}};
  bool done = insert != NULL;
  for (size_t i = 0; done && i < sizeof rows / sizeof *rows; i++) {
    bind_text(insert, 1, cck_slice_of(rows[i].key));
    bind_text(insert, 2, rows[i].value);
    done = run(insert);
  }
  sqlite3_finalize(insert);
  return done;
}

static bool insert_files(sqlite3 *db, const cck_file_records *files) {
  sqlite3_stmt *insert = prepare(db, "INSERT INTO file VALUES(?, ?, ?, ?)");
  bool done = insert != NULL;
  for (size_t i = 0; done && i < files->count; i++) {
    bind_text(insert, 1, files->items[i].name);
    sqlite3_bind_int64(insert, 2, files->items[i].size);
    sqlite3_bind_int64(insert, 3, files->items[i].mtime);
    bind_text(insert, 4, files->items[i].sha256);
    done = run(insert);
  }
  sqlite3_finalize(insert);
  return done;
}

static bool insert_sources(sqlite3 *db, const cck_stored_list *bodies) {
  sqlite3_stmt *insert = prepare(db, "INSERT INTO source VALUES(?, ?, ?)");
  cck_buffer line = {0};
  bool done = insert != NULL;
  for (size_t i = 0; done && i < bodies->count; i++) {
    cck_buffer_clear(&line);
    cck_source_write(&line, &bodies->items[i].source);
    bind_text(insert, 1, bodies->items[i].source.id);
    bind_text(insert, 2, bodies->items[i].file);
    bind_text(insert, 3, cck_buffer_slice(&line));
    done = run(insert);
  }
  cck_buffer_fini(&line);
  sqlite3_finalize(insert);
  return done;
}

/* A claim on its way into the index: sorted first, so that SQLite only appends. */
typedef struct row {
  cck_slice key, src;
  const cck_claim *claim;
  size_t place; /* in its source */
} row;

static int by_cluster(const void *a, const void *b) {
  const row *x = a;
  const row *y = b;
  int order = cck_slice_cmp(x->key, y->key);
  if (!order)
    order = cck_slice_cmp(x->src, y->src);
  if (!order)
    order = (x->claim->start > y->claim->start) - (x->claim->start < y->claim->start);
  if (!order)
    order = cck_slice_cmp(x->claim->id, y->claim->id);
  return order ? order : (x->place > y->place) - (x->place < y->place);
}

static row *sorted_rows(cck_arena *arena, const cck_stored_list *bodies, size_t *count) {
  size_t n = 0;
  *count = 0;
  for (size_t i = 0; i < bodies->count; i++)
    *count += bodies->items[i].claims.count;
  row *rows = cck_arena_alloc(arena, *count * sizeof *rows);
  for (size_t i = 0; i < bodies->count; i++) {
    const cck_stored *body = &bodies->items[i];
    for (size_t c = 0; c < body->claims.count; c++) {
      const cck_claim *claim = &body->claims.items[c];
      rows[n++] = (row){cck_claim_group_key(arena, claim), body->source.id, claim, c};
    }
  }
  if (n)
    qsort(rows, n, sizeof *rows, by_cluster);
  return rows;
}

/* The stated values, rounded outward; an open or unknown end reaches everywhere. */
static void bounds_of(const cck_claim *claim, double *lo, double *hi) {
  *lo = -INFINITY;
  *hi = INFINITY;
  if (claim->kind == CCK_CLAIM_QUANTITY) {
    if (claim->value.has_min)
      *lo = cck_decimal_floor_double(claim->value.min);
    if (claim->value.has_max)
      *hi = cck_decimal_ceil_double(claim->value.max);
  } else if (claim->kind == CCK_CLAIM_DATE) {
    if (claim->date.days.min != CCK_NO_DAY)
      *lo = (double)claim->date.days.min;
    if (claim->date.days.max != CCK_NO_DAY)
      *hi = (double)claim->date.days.max;
  }
}

static bool insert_row(sqlite3_stmt *insert, const row *r, cck_buffer *line) {
  double lo, hi;
  bounds_of(r->claim, &lo, &hi);
  cck_buffer_clear(line);
  cck_claim_write(line, r->claim);
  bind_text(insert, 1, r->key);
  bind_text(insert, 2, r->src);
  sqlite3_bind_int64(insert, 3, r->claim->start);
  bind_text(insert, 4, r->claim->id);
  sqlite3_bind_int64(insert, 5, (sqlite3_int64)r->place);
  bind_text(insert, 6, r->claim->kind == CCK_CLAIM_QUANTITY ? r->claim->value.unit : CCK_S(""));
  sqlite3_bind_double(insert, 7, lo);
  sqlite3_bind_double(insert, 8, hi);
  bind_text(insert, 9, cck_buffer_slice(line));
  return run(insert);
}

static bool insert_claims(sqlite3 *db, const cck_stored_list *bodies) {
  sqlite3_stmt *insert = prepare(db, "INSERT INTO claim VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
  cck_buffer line = {0};
  cck_arena scratch;
  size_t count;
  cck_arena_init(&scratch);
  const row *rows = sorted_rows(&scratch, bodies, &count);
  bool done = insert != NULL;
  for (size_t i = 0; done && i < count; i++)
    done = insert_row(insert, &rows[i], &line);
  cck_arena_fini(&scratch);
  cck_buffer_fini(&line);
  sqlite3_finalize(insert);
  return done;
}

/* Nobody else sees the database before it is complete, so it needs no journal. */
static bool fill(sqlite3 *db, cck_slice lexicon, const cck_file_records *files, const cck_stored_list *bodies) {
  return execute(db, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN") && execute(db, schema_sql) &&
         insert_meta(db, lexicon) && insert_files(db, files) && insert_sources(db, bodies) &&
         insert_claims(db, bodies) && execute(db, "COMMIT");
}

static bool sync_file(int fd) {
  bool done = fsync(fd) == 0 && fchmod(fd, 0644) == 0;
  return close(fd) == 0 && done;
}

/* Beside the old one, then renamed over it: another process goes on reading what it opened. */
static cck_index *build_on_disk(const char *folder, cck_slice lexicon, const cck_file_records *files,
                                const cck_stored_list *bodies) {
  cck_arena scratch;
  sqlite3 *db = NULL;
  cck_arena_init(&scratch);
  const char *path = path_of(&scratch, folder).ptr;
  size_t length = cck_slice_of(path).len;
  char *temporary = cck_arena_alloc(&scratch, length + sizeof ".XXXXXX");
  snprintf(temporary, length + sizeof ".XXXXXX", "%s.XXXXXX", path);
  int fd = mkstemp(temporary);
  bool built = fd >= 0 && sqlite3_open_v2(temporary, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
               fill(db, lexicon, files, bodies);
  sqlite3_close(db);
  if (fd >= 0)
    built = sync_file(fd) && built && rename(temporary, path) == 0;
  if (fd >= 0 && !built)
    unlink(temporary);
  cck_arena_fini(&scratch);
  return built ? cck_index_open(folder) : NULL;
}

cck_index *cck_index_build(const char *folder, cck_slice lexicon, const cck_file_records *files,
                           const cck_stored_list *bodies, cck_error *error) {
  sqlite3 *db = NULL;
  cck_index *index = build_on_disk(folder, lexicon, files, bodies);
  if (index)
    return index;
  if (sqlite3_open(":memory:", &db) == SQLITE_OK && fill(db, lexicon, files, bodies))
    return wrap(db);
  cck_fail(error, CCK_E_STORE, "cannot build the index of the claims: %s", db ? sqlite3_errmsg(db) : "no memory");
  sqlite3_close(db);
  return NULL;
}

/* ---- selecting ---- */

/*
 * Groups that can conflict: two claims with a gap between them, or in two units (the bounds are of the stated values,
 * so those of miles and kilometres say nothing of each other).
 */
#define CAN_CONFLICT "count(*) > 1 AND (max(lo) > min(hi) OR min(unit) <> max(unit))"

/* A claim as it comes from the index. */
typedef struct pick {
  cck_slice src;
  sqlite3_int64 place;
  cck_claim claim;
} pick;

typedef struct selection {
  sqlite3 *db;
  cck_arena *arena;
  CCK_VEC(pick) picks;
  cck_stored_list bodies;
} selection;

/* The rows of a bound statement (src, place, line). */
static bool take_claims(selection *s, sqlite3_stmt *statement) {
  int result;
  while ((result = sqlite3_step(statement)) == SQLITE_ROW) {
    cck_line line;
    if (cck_line_read(s->arena, column_text(statement, 2), (cck_place){0}, &line, NULL) != CCK_OK ||
        line.kind != CCK_LINE_CLAIM)
      break;
    pick p = {line.claim.src, sqlite3_column_int64(statement, 1), line.claim};
    CCK_PUSH(s->arena, &s->picks, p);
  }
  sqlite3_reset(statement);
  return result == SQLITE_DONE;
}

static bool take_all(selection *s, bool conflicting) {
  static const char all[] = "SELECT src, place, line FROM claim";
  static const char some[] = "SELECT src, place, line FROM claim WHERE key IN"
                             " (SELECT key FROM claim WHERE key <> '' GROUP BY key HAVING " CAN_CONFLICT ")";
  sqlite3_stmt *statement = prepare(s->db, conflicting ? some : all);
  bool done = statement && take_claims(s, statement);
  sqlite3_finalize(statement);
  return done;
}

/* Each key once; look-ups in a row of ten thousands are still faster than reading the whole index. */
static bool take_keys(selection *s, const cck_slices *keys, bool conflicting) {
  static const char plain[] = "SELECT src, place, line FROM claim WHERE key = ?1";
  static const char some[] = "SELECT src, place, line FROM claim WHERE key = ?1 AND ?1 <> '' AND"
                             " (SELECT " CAN_CONFLICT " FROM claim WHERE key = ?1)";
  sqlite3_stmt *statement = prepare(s->db, conflicting ? some : plain);
  cck_arena scratch;
  cck_intern seen;
  cck_arena_init(&scratch);
  cck_intern_init(&seen, &scratch);
  bool done = statement != NULL;
  for (size_t i = 0, distinct = 0; done && i < keys->count; i++) {
    if (cck_intern_put(&seen, keys->items[i]) < distinct)
      continue;
    distinct++;
    bind_text(statement, 1, keys->items[i]);
    done = take_claims(s, statement);
  }
  cck_arena_fini(&scratch);
  sqlite3_finalize(statement);
  return done;
}

/* The rows of a bound statement (file, line). */
static bool take_sources(selection *s, sqlite3_stmt *statement) {
  int result;
  while ((result = sqlite3_step(statement)) == SQLITE_ROW) {
    cck_stored stored = {.file = cck_arena_copy(s->arena, column_text(statement, 0))};
    cck_line line;
    if (cck_line_read(s->arena, column_text(statement, 1), (cck_place){0}, &line, NULL) != CCK_OK ||
        line.kind != CCK_LINE_SOURCE)
      break;
    stored.source = line.source;
    CCK_PUSH(s->arena, &s->bodies, stored);
  }
  sqlite3_reset(statement);
  return result == SQLITE_DONE;
}

static bool take_all_sources(selection *s) {
  sqlite3_stmt *statement = prepare(s->db, "SELECT file, line FROM source ORDER BY id");
  bool done = statement && take_sources(s, statement);
  sqlite3_finalize(statement);
  return done;
}

/* The sources of the picks, which are in order of source. */
static bool take_their_sources(selection *s) {
  sqlite3_stmt *statement = prepare(s->db, "SELECT file, line FROM source WHERE id = ?");
  bool done = statement != NULL;
  for (size_t i = 0; done && i < s->picks.count; i++) {
    if (i && cck_slice_eq(s->picks.items[i].src, s->picks.items[i - 1].src))
      continue;
    bind_text(statement, 1, s->picks.items[i].src);
    done = take_sources(s, statement);
  }
  sqlite3_finalize(statement);
  return done;
}

static int by_source_and_place(const void *a, const void *b) {
  const pick *x = a;
  const pick *y = b;
  int order = cck_slice_cmp(x->src, y->src);
  return order ? order : (x->place > y->place) - (x->place < y->place);
}

/* Both are in order of source. False when a claim has no source. */
static bool hand_out(selection *s) {
  size_t at = 0;
  for (size_t i = 0; i < s->bodies.count; i++) {
    cck_stored *body = &s->bodies.items[i];
    for (; at < s->picks.count && cck_slice_eq(s->picks.items[at].src, body->source.id); at++)
      CCK_PUSH(s->arena, &body->claims, s->picks.items[at].claim);
  }
  return at == s->picks.count;
}

cck_status cck_index_select(cck_index *index, const cck_slices *keys, bool conflicting, cck_arena *arena,
                            cck_stored_list *out, cck_error *error) {
  selection s = {.db = index->db, .arena = arena};
  bool done = keys ? take_keys(&s, keys, conflicting) : take_all(&s, conflicting);
  if (done && s.picks.count)
    qsort(s.picks.items, s.picks.count, sizeof *s.picks.items, by_source_and_place);
  if (done)
    done = keys || conflicting ? take_their_sources(&s) : take_all_sources(&s);
  if (!done || !hand_out(&s))
    return cck_fail(error, CCK_E_STORE, "the index of the claims is broken; it is built anew by the next run");
  *out = s.bodies;
  return CCK_OK;
}
