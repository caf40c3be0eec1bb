#include "model/unit.h"

#include <stdlib.h>
#include <string.h>

enum {
  ALIAS_TOKENS = 12, /* no alias is longer */
  AFTER_EDGES = 6000 /* room at once for the tables' own aliases */
};

typedef struct unit_row {
  const char *prefixes; /* NULL: none */
  const char *name, *dimension, *factor, *words, *symbols, *glued;
  bool bare; /* words and symbols are for the prefixed units alone */
} unit_row;

static const unit_row UNITS[] = {
#define CCK_UNIT(name, dimension, factor, words, symbols, glued)                                                       \
  {NULL, name, dimension, factor, words, symbols, glued, false},
#define CCK_PREFIXED(prefixes, name, dimension, factor, words, symbols, glued)                                         \
  {prefixes, name, dimension, factor, words, symbols, glued, false},
#define CCK_UNDER_PREFIX(prefixes, name, dimension, factor, words, symbols)                                            \
  {prefixes, name, dimension, factor, words, symbols, "", true},
#include "model/units.def"
#undef CCK_UNIT
#undef CCK_PREFIXED
#undef CCK_UNDER_PREFIX
};

typedef struct money_row {
  const char *name, *words, *marks;
  const char *symbols; /* behind the figure only */
  const char *sums;    /* marks of large sums only */
} money_row;

static const money_row MONEY[] = {
#define CCK_CURRENCY(code, names, marks) {code, names, marks, "", ""},
#define CCK_SUM_MARKS(code, marks) {code, "", "", "", marks},
#define CCK_MINOR(name, words, symbols) {name, words, "", symbols, ""},
#define CCK_MINOR_BEFORE(name, marks) {name, "", marks, "", ""},
#include "model/currencies.def"
#undef CCK_CURRENCY
#undef CCK_SUM_MARKS
#undef CCK_MINOR
#undef CCK_MINOR_BEFORE
};

typedef struct si_prefix {
  const char *symbol, *word;
  int power;
} si_prefix;

static const si_prefix PREFIXES[] = {
    {"Q", "quetta", 30}, {"R", "ronna", 27},  {"Y", "yotta", 24},  {"Z", "zetta", 21},  {"E", "exa", 18},
    {"P", "peta", 15},   {"T", "tera", 12},   {"G", "giga", 9},    {"M", "mega", 6},    {"k", "kilo", 3},
    {"K", "kilo", 3},    {"h", "hecto", 2},   {"da", "deca", 1},   {"d", "deci", -1},   {"c", "centi", -2},
    {"m", "milli", -3},  {"µ", "micro", -6},  {"n", "nano", -9},   {"p", "pico", -12},  {"f", "femto", -15},
    {"a", "atto", -18},  {"z", "zepto", -21}, {"y", "yocto", -24}, {"r", "ronto", -27}, {"q", "quecto", -30}};

static uint32_t add_unit(cck_unit_table *table, cck_slice name, cck_slice dimension, cck_decimal factor) {
  uint32_t index = cck_intern_put(&table->names, name);
  if (index == table->units.count) {
    cck_unit unit = {table->names.texts.items[index], cck_arena_copy(&table->arena, dimension), factor};
    CCK_PUSH(&table->arena, &table->units, unit);
  }
  return index;
}

static void add_alias(cck_unit_table *table, uint32_t unit, unsigned how, cck_slice text) {
  if (text.len == 0)
    return;
  cck_unit_alias alias = {unit, how, cck_arena_copy(&table->arena, text)};
  CCK_PUSH(&table->arena, &table->aliases, alias);
  uint32_t index = (uint32_t)(table->aliases.count - 1);
  if (how & CCK_UNIT_BEFORE)
    cck_trie_add_fast(&table->before, alias.text, index);
  if (how & CCK_UNIT_AFTER)
    cck_trie_add_fast(&table->after, alias.text, index);
}

static void add_list(cck_unit_table *table, uint32_t unit, unsigned how, const char *list) {
  cck_slice rest = cck_slice_of(list);
  cck_slice part;
  while (cck_slice_next(&rest, '|', &part))
    add_alias(table, unit, how, part);
}

/* "square metre" with "kilo" before its word that carries the prefix: the last one of a power, else the first. */
static cck_slice put_prefix(cck_arena *arena, cck_slice text, const char *prefix, int power) {
  size_t at = 0;
  for (size_t i = 0; power > 1 && i < text.len; i++)
    if (text.ptr[i] == ' ' || (text.ptr[i] == '.' && i + 1 < text.len))
      at = i + 1;
  return CCK_JOIN(arena, cck_slice_sub(text, 0, at), cck_slice_of(prefix), cck_slice_sub(text, at, text.len));
}

static void add_prefixed_list(cck_unit_table *table, uint32_t unit, unsigned how, const char *list, const char *prefix,
                              int power) {
  cck_slice rest = cck_slice_of(list);
  cck_slice part;
  while (cck_slice_next(&rest, '|', &part))
    if (part.len)
      add_alias(table, unit, how, put_prefix(&table->arena, cck_arena_copy(&table->arena, part), prefix, power));
}

/* Bytes of a prefix's mark, without a power sign; *power gets 1, 2 or 3. */
static size_t prefix_power(cck_slice mark, int *power) {
  *power = cck_slice_ends(mark, CCK_S("²")) ? 2 : cck_slice_ends(mark, CCK_S("³")) ? 3 : 1;
  return *power == 1 ? mark.len : mark.len - strlen("²");
}

static void add_prefixed(cck_unit_table *table, const unit_row *row, cck_decimal factor, cck_slice mark) {
  int power;
  cck_slice symbol = {mark.ptr, prefix_power(mark, &power)};
  for (size_t i = 0; i < sizeof PREFIXES / sizeof *PREFIXES; i++) {
    const si_prefix *prefix = &PREFIXES[i];
    if (!cck_slice_is(symbol, prefix->symbol))
      continue;
    cck_decimal scaled;
    if (!cck_decimal_shift(factor, prefix->power * power, &scaled))
      return;
    cck_slice name = put_prefix(&table->arena, cck_slice_of(row->name), prefix->word, power);
    uint32_t unit = add_unit(table, name, cck_slice_of(row->dimension), scaled);
    add_prefixed_list(table, unit, CCK_UNIT_AFTER, row->words, prefix->word, power);
    unsigned how = CCK_UNIT_AFTER | CCK_UNIT_SYMBOL;
    add_prefixed_list(table, unit, how, row->symbols, prefix->symbol, power);
    add_prefixed_list(table, unit, how, row->glued, prefix->symbol, power);
    if (cck_slice_is(symbol, "µ")) { /* the Greek letter stands for the sign in many texts */
      add_prefixed_list(table, unit, how, row->symbols, "μ", power);
      add_prefixed_list(table, unit, how, row->glued, "μ", power);
    }
  }
}

static void add_row(cck_unit_table *table, const unit_row *row) {
  cck_decimal factor = {0, 0};
  (void)cck_decimal_parse(cck_slice_of(row->factor), &factor); /* a test reads every row */
  uint32_t unit = add_unit(table, cck_slice_of(row->name), cck_slice_of(row->dimension), factor);
  if (!row->bare) {
    add_list(table, unit, CCK_UNIT_AFTER, row->words);
    add_list(table, unit, CCK_UNIT_AFTER | CCK_UNIT_SYMBOL, row->symbols);
    add_list(table, unit, CCK_UNIT_AFTER | CCK_UNIT_SYMBOL | CCK_UNIT_GLUED, row->glued);
  }
  cck_slice rest = cck_slice_of(row->prefixes);
  cck_slice mark;
  while (row->prefixes && cck_slice_next(&rest, '|', &mark))
    add_prefixed(table, row, factor, mark);
}

static void add_money(cck_unit_table *table, const money_row *row) {
  uint32_t unit = add_unit(table, cck_slice_of(row->name), CCK_S("money"), (cck_decimal){0, 0});
  cck_slice rest = cck_slice_of(row->words);
  cck_slice word;
  while (cck_slice_next(&rest, '|', &word))
    add_alias(table, unit, word.len == 1 ? CCK_UNIT_AFTER | CCK_UNIT_SYMBOL | CCK_UNIT_GLUED : CCK_UNIT_AFTER, word);
  add_list(table, unit, CCK_UNIT_BEFORE | CCK_UNIT_AFTER | CCK_UNIT_SYMBOL, row->marks);
  add_list(table, unit, CCK_UNIT_AFTER | CCK_UNIT_SYMBOL, row->symbols);
  add_list(table, unit, CCK_UNIT_BEFORE | CCK_UNIT_SYMBOL | CCK_UNIT_SUM, row->sums);
}

cck_unit_table *cck_unit_table_new(void) {
  cck_unit_table *table = cck_heap_alloc(sizeof *table);
  cck_arena_init(&table->arena);
  cck_intern_init(&table->names, &table->arena);
  cck_trie_init(&table->before, &table->arena, false);
  cck_trie_init(&table->after, &table->arena, false);
  cck_hash_table_reserve(&table->arena, &table->after.edges, AFTER_EDGES);
  for (size_t i = 0; i < sizeof UNITS / sizeof *UNITS; i++)
    add_row(table, &UNITS[i]);
  for (size_t i = 0; i < sizeof MONEY / sizeof *MONEY; i++)
    add_money(table, &MONEY[i]);
  return table;
}

void cck_unit_table_free(cck_unit_table *table) {
  if (!table)
    return;
  cck_arena_fini(&table->arena);
  free(table);
}

static const cck_unit *find_whole(const cck_unit_table *table, cck_slice name) {
  uint32_t index = cck_intern_find(&table->names, name);
  return index == CCK_INTERN_NONE ? NULL : &table->units.items[index];
}

/* "USD/barrel" to USD and barrel; false when there is no '/'. */
static bool split_compound(cck_slice name, cck_slice *above, cck_slice *below) {
  size_t at = cck_slice_find(name, CCK_S("/"), 0);
  if (at == SIZE_MAX)
    return false;
  *above = cck_slice_sub(name, 0, at);
  *below = cck_slice_sub(name, at + 1, name.len);
  return true;
}

const cck_unit *cck_unit_find(const cck_unit_table *table, cck_slice name) {
  const cck_unit *unit = find_whole(table, name);
  cck_slice above, below;
  if (!unit && split_compound(name, &above, &below))
    unit = find_whole(table, above);
  return unit;
}

void cck_unit_declare(cck_unit_table *table, cck_slice name, cck_slice dimension, cck_decimal factor,
                      const cck_slices *aliases) {
  uint32_t unit = add_unit(table, name, dimension, factor);
  add_alias(table, unit, CCK_UNIT_AFTER, name);
  for (size_t i = 0; aliases && i < aliases->count; i++)
    add_alias(table, unit, CCK_UNIT_AFTER, aliases->items[i]);
}

/*
 * The alias as a symbol against the text: the same bytes; a space may stand before the sign of a mark of two letters.
 */
static bool is_written(cck_slice written, cck_slice symbol) {
  if (cck_slice_eq(written, symbol))
    return true;
  bool mark = symbol.len > 2 && cck_is_alpha(symbol.ptr[0]) && cck_is_alpha(symbol.ptr[1]) &&
              !cck_is_alpha(symbol.ptr[symbol.len - 1]); /* "hk $10": a mark of letters and a sign, all in lower case */
  mark = mark || (symbol.len > 1 && symbol.ptr[0] == '$' && cck_is_alpha(symbol.ptr[1])); /* "$us10" */
  for (size_t i = 0; mark && i < written.len; i++)
    mark = !cck_is_upper(written.ptr[i]);
  size_t w = 0;
  size_t s = 0;
  while (w < written.len && s < symbol.len) {
    bool space = cck_is_space(written.ptr[w]);
    if (space && symbol.ptr[s] == ' ') {
      while (w < written.len && cck_is_space(written.ptr[w]))
        w++;
      s++;
    } else if (space && s >= 2 && cck_is_alpha(symbol.ptr[0]) && !cck_is_alpha(symbol.ptr[s]) &&
               !cck_is_digit(symbol.ptr[s])) { /* "HK $", but not "ft 2" */
      w++;
    } else if (written.ptr[w] != symbol.ptr[s] && !(mark && cck_to_lower(symbol.ptr[s]) == written.ptr[w])) {
      return false;
    } else {
      w++;
      s++;
    }
  }
  return w == written.len && s == symbol.len;
}

typedef struct match_state {
  const cck_unit_table *table;
  const cck_trie *trie;
  cck_slice text;
  const cck_token *tokens;
  bool glued;
  size_t length;
  const cck_unit_alias *alias;
} match_state;

static void take_match(void *context, size_t length, const cck_trie_entry *entry) {
  match_state *state = context;
  uint32_t start = state->tokens[0].start;
  cck_slice written = cck_slice_sub(state->text, start, state->tokens[length - 1].end);
  for (; entry; entry = cck_trie_next(state->trie, entry)) {
    const cck_unit_alias *alias = &state->table->aliases.items[entry->payload];
    if ((alias->how & CCK_UNIT_GLUED) && !state->glued)
      continue;
    if ((alias->how & CCK_UNIT_SYMBOL) && !is_written(written, alias->text))
      continue;
    bool first = state->length < length;
    if (first || (alias->unit == state->alias->unit && !(alias->how & CCK_UNIT_SYMBOL))) {
      state->length = length; /* what is a sign and a word of one unit ("bit", "ECU") is a word: it needs no digits */
      state->alias = alias;
    }
  }
}

size_t cck_unit_match(const cck_unit_table *table, const cck_trie *trie, cck_slice text, const cck_token *tokens,
                      size_t count, bool glued, const cck_unit_alias **alias) {
  match_state state = {table, trie, text, tokens, glued, 0, NULL};
  *alias = NULL;
  if (count == 0 || !cck_trie_may_begin(trie, tokens))
    return 0;
  if (count > ALIAS_TOKENS)
    count = ALIAS_TOKENS;
  cck_trie_each(trie, tokens, count, take_match, &state);
  *alias = state.alias;
  return state.length;
}

cck_slice cck_unit_dimension(const cck_unit_table *table, cck_arena *arena, cck_slice unit) {
  if (unit.len == 0)
    return CCK_S("number");
  const cck_unit *known = find_whole(table, unit);
  if (known)
    return known->dimension;
  cck_slice above, below;
  if (!split_compound(unit, &above, &below))
    return CCK_S("count");
  const cck_unit *up = find_whole(table, above);
  const cck_unit *down = find_whole(table, below);
  cck_slice up_dimension = up ? up->dimension : CCK_S("count");
  cck_slice down_dimension = down ? down->dimension : CCK_S("count");
  return cck_arena_printf(arena, "%.*s/%.*s", (int)up_dimension.len, up_dimension.ptr, (int)down_dimension.len,
                          down_dimension.ptr);
}

/* "square kilometre" -> "square metre"; a name without an SI prefix stays. */
static cck_slice without_prefix(cck_arena *arena, cck_slice unit) {
  size_t at = cck_slice_starts(unit, CCK_S("square ")) || cck_slice_starts(unit, CCK_S("cubic "))
                  ? cck_slice_find(unit, CCK_S(" "), 0) + 1
                  : 0;
  cck_slice word = cck_slice_sub(unit, at, unit.len);
  for (size_t i = 0; i < sizeof PREFIXES / sizeof *PREFIXES; i++) {
    cck_slice prefix = cck_slice_of(PREFIXES[i].word);
    if (cck_slice_starts(word, prefix))
      return CCK_JOIN(arena, cck_slice_sub(unit, 0, at), cck_slice_sub(word, prefix.len, word.len));
  }
  return unit;
}

static cck_slice shipped_dimension_of_part(cck_arena *arena, cck_slice unit) {
  cck_slice base = without_prefix(arena, unit);
  for (size_t i = 0; i < sizeof UNITS / sizeof *UNITS; i++)
    if (cck_slice_is(unit, UNITS[i].name) || (UNITS[i].prefixes && cck_slice_is(base, UNITS[i].name)))
      return cck_slice_of(UNITS[i].dimension);
  for (size_t i = 0; i < sizeof MONEY / sizeof *MONEY; i++)
    if (cck_slice_is(unit, MONEY[i].name))
      return CCK_S("money");
  return CCK_S("count");
}

cck_slice cck_unit_shipped_dimension(cck_arena *arena, cck_slice unit) {
  cck_slice above, below;
  if (unit.len == 0)
    return CCK_S("number");
  cck_slice whole = shipped_dimension_of_part(arena, unit); /* "barrel/day" stands in the table as a whole */
  if (!cck_slice_is(whole, "count") || !split_compound(unit, &above, &below))
    return whole;
  return CCK_JOIN(arena, shipped_dimension_of_part(arena, above), CCK_S("/"), shipped_dimension_of_part(arena, below));
}

/* value * to / from, where both are factors of one dimension turned the right way up. */
static bool rescale(cck_decimal value, cck_decimal times, cck_decimal by, cck_decimal *out) {
  cck_decimal product;
  if (cck_decimal_mul(value, times, &product))
    return cck_decimal_div(product, by, 30, out);
  cck_decimal ratio;
  return cck_decimal_div(times, by, 19, &ratio) && cck_decimal_round(value, value.exponent + 19, &value) &&
         cck_decimal_mul(value, ratio, out);
}

static bool factors(const cck_unit_table *table, cck_slice from, cck_slice to, cck_decimal *times, cck_decimal *by) {
  const cck_unit *a = find_whole(table, from);
  const cck_unit *b = find_whole(table, to);
  if (cck_slice_eq(from, to)) {
    *times = *by = cck_decimal_of(1);
    return true;
  }
  if (!a || !b || !cck_slice_eq(a->dimension, b->dimension) || cck_decimal_is_zero(a->factor) ||
      cck_decimal_is_zero(b->factor))
    return false;
  *times = a->factor;
  *by = b->factor;
  return true;
}

bool cck_unit_convert(const cck_unit_table *table, cck_decimal value, cck_slice from, cck_slice to, cck_decimal *out) {
  cck_decimal times, by;
  if (cck_slice_eq(from, to)) {
    *out = value;
    return true;
  }
  if (factors(table, from, to, &times, &by))
    return rescale(value, times, by, out);
  cck_slice from_above, from_below, to_above, to_below;
  if (!split_compound(from, &from_above, &from_below) || !split_compound(to, &to_above, &to_below))
    return false;
  if (!factors(table, from_above, to_above, &times, &by) || !rescale(value, times, by, &value))
    return false;
  return factors(table, from_below, to_below, &times, &by) && rescale(value, by, times, out);
}
