/* The writing half of the codec: a direct emitter, in canonical bytes. codec.c reads. */
#include "model/codec.h"

#include <stddef.h>
#include <string.h>

#include "base/utf8.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void put_escape(cck_buffer *out, uint32_t code) {
  static const char named[] = "\bb\tt\nn\ff\rr\"\"\\\\";
  for (const char *n = named; *n; n += 2) {
    if ((uint32_t)(unsigned char)n[0] == code) {
      cck_put_char(out, '\\');
      cck_put_char(out, n[1]);
      return;
    }
  }
  if (code > 0xffff)
    cck_putf(out, "\\u%04x\\u%04x", 0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
  else
    cck_putf(out, "\\u%04x", code);
}

/* Does a byte stand for itself in a JSON string? */
static bool is_plain(char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; }

/* Do all of eight bytes? A borrow makes a byte look odd only behind one that is. */
static bool is_plain_eight(uint64_t eight) {
  const uint64_t ones = UINT64_C(0x0101010101010101);
  uint64_t control = eight - ones * 0x20;
  uint64_t foreign = eight | (eight + ones); /* the second for 0x7f */
  uint64_t quote = (eight ^ ones * '"') - ones;
  uint64_t slash = (eight ^ ones * '\\') - ones;
  return ((control | foreign | quote | slash) & ones * 0x80) == 0;
}

/* Copies the bytes at the front that stand for themselves; how many. There is room for all of the text. */
static size_t copy_plain(char *to, cck_slice text) {
  uint64_t eight;
  size_t i = 0;
  for (; text.len - i >= sizeof eight; i += sizeof eight) {
    memcpy(&eight, text.ptr + i, sizeof eight);
    if (!is_plain_eight(eight))
      break;
    memcpy(to + i, &eight, sizeof eight);
  }
  if (text.len >= sizeof eight && text.len - i < sizeof eight) { /* the rest, with some bytes before it once more */
    memcpy(&eight, text.ptr + text.len - sizeof eight, sizeof eight);
    if (is_plain_eight(eight)) {
      memcpy(to + text.len - sizeof eight, &eight, sizeof eight);
      return text.len;
    }
  }
  for (; i < text.len && is_plain(text.ptr[i]); i++)
    to[i] = text.ptr[i];
  return i;
}

/* The code point that begins the text and does not stand for itself, or only behind a closer look; its bytes. */
static size_t put_code(cck_buffer *out, cck_slice text) {
  size_t width;
  uint32_t code = cck_utf8_decode(text, &width); /* U+FFFD for a malformed byte */
  code = code ? code : 0xfffd;                   /* NUL is in no text, and no reader takes it */
  if (code == '"' || code == '\\' || cck_utf8_is_control(code))
    put_escape(out, code);
  else
    cck_put(out, code == 0xfffd ? CCK_S("\xef\xbf\xbd") : cck_slice_sub(text, 0, width));
  return width;
}

/* What follows the bytes that stand for themselves, and the quote behind it. */
static void put_json_rest(cck_buffer *out, cck_slice text) {
  while (text.len) {
    text = cck_slice_sub(text, put_code(out, text), text.len);
    cck_buffer_room(out, text.len);
    size_t length = copy_plain(out->ptr + out->len, text);
    out->len += length;
    text = cck_slice_sub(text, length, text.len);
  }
  cck_put_char(out, '"');
}

/* A text behind its key. */
static void put_json_field(cck_buffer *out, cck_slice key, cck_slice text) {
  cck_buffer_room(out, key.len + text.len + 2);
  char *at = out->ptr + out->len;
  memcpy(at, key.ptr, key.len);
  at[key.len] = '"';
  at += key.len + 1;
  size_t length = copy_plain(at, text);
  at += length;
  out->len = (size_t)(at - out->ptr);
  if (length < text.len) {
    put_json_rest(out, cck_slice_sub(text, length, text.len));
    return;
  }
  at[0] = '"'; /* nearly all texts */
  at[1] = '\0';
  out->len++;
}

void cck_put_json(cck_buffer *out, cck_slice text) { put_json_field(out, CCK_S(""), text); }

static void put_text_or_null(cck_buffer *out, cck_slice text) {
  if (text.len)
    cck_put_json(out, text);
  else
    cck_put(out, CCK_S("null"));
}

/* A field begins: what stands before its value, as one piece. */
#define KEY(name) CCK_S(",\"" name "\":")

/* Two pieces at once: most fields are a key and a word. */
static inline void put_both(cck_buffer *out, cck_slice key, cck_slice word) {
  cck_buffer_room(out, key.len + word.len);
  memcpy(out->ptr + out->len, key.ptr, key.len);
  memcpy(out->ptr + out->len + key.len, word.ptr, word.len);
  out->len += key.len + word.len;
  out->ptr[out->len] = '\0';
}

static inline void put_text_field(cck_buffer *out, cck_slice key, cck_slice text) {
  if (!text.len) {
    put_both(out, key, CCK_S("null"));
    return;
  }
  put_json_field(out, key, text);
}

/* The name of an enum's value, which holds nothing to escape; NULL is null. */
static inline void put_name_field(cck_buffer *out, cck_slice key, const char *name) {
  if (!name) {
    put_both(out, key, CCK_S("null"));
    return;
  }
  size_t length = strlen(name);
  cck_buffer_room(out, key.len + length + 2);
  char *at = out->ptr + out->len;
  memcpy(at, key.ptr, key.len);
  at[key.len] = '"';
  memcpy(at + key.len + 1, name, length);
  memcpy(at + key.len + 1 + length, "\"", 2); /* and the NUL */
  out->len += key.len + length + 2;
}

static inline void put_bool_field(cck_buffer *out, cck_slice key, bool value) {
  put_both(out, key, value ? CCK_S("true") : CCK_S("false"));
}

static inline void put_number_field(cck_buffer *out, cck_slice key, unsigned value) {
  cck_put(out, key);
  cck_put_number(out, value);
}

enum { END_JSON = CCK_DECIMAL_TEXT + 2 };

/* The end of a value as JSON, a string or null. */
static cck_slice end_json(bool has, cck_decimal d, char text[END_JSON]) {
  if (!has)
    return CCK_S("null");
  size_t length = cck_decimal_print(d, text + 1);
  text[0] = text[length + 1] = '"';
  return (cck_slice){text, length + 2};
}

enum { DAY_JSON = CCK_DAY_TEXT + 2 };

/* The day as JSON, a string or null. */
static cck_slice day_json(cck_day day, char text[DAY_JSON]) {
  if (day == CCK_NO_DAY)
    return CCK_S("null");
  size_t length = cck_day_print(day, text + 1);
  text[0] = text[length + 1] = '"';
  return (cck_slice){text, length + 2};
}

/* {"min":...,"max":... : the caller closes it */
static void put_period(cck_buffer *out, cck_period period) {
  char min_text[DAY_JSON], max_text[DAY_JSON];
  cck_slice min = day_json(period.min, min_text);
  cck_slice max = period.max == period.min ? min : day_json(period.max, max_text); /* most periods are a day */
  put_both(out, CCK_S("{\"min\":"), min);
  put_both(out, CCK_S(",\"max\":"), max);
}

/* Unknown keys: a JSON object, whose members go behind the known ones. */
static void put_extra(cck_buffer *out, cck_slice extra) {
  extra = cck_slice_trim(extra);
  if (extra.len <= 2)
    return;
  cck_put_char(out, ',');
  cck_put(out, cck_slice_sub(extra, 1, extra.len - 1));
}

typedef struct source_text {
  cck_slice key;
  size_t offset;
} source_text;

#define SOURCE_TEXT(field)                                                                                             \
  { {",\"" #field "\":", sizeof(",\"" #field "\":") - 1}, offsetof(cck_source, field) }

static const source_text source_texts[] = {
    SOURCE_TEXT(id),      SOURCE_TEXT(publisher), SOURCE_TEXT(published), SOURCE_TEXT(published_from),
    SOURCE_TEXT(title),   SOURCE_TEXT(author),    SOURCE_TEXT(url),       SOURCE_TEXT(copies),
    SOURCE_TEXT(lang),    SOURCE_TEXT(path),      SOURCE_TEXT(sha256),    SOURCE_TEXT(sketch),
    SOURCE_TEXT(lexicon), SOURCE_TEXT(extractor),
};

void cck_source_write(cck_buffer *out, const cck_source *source) {
  cck_put(out, CCK_S("{\"k\":\"source\",\"v\":1"));
  for (size_t i = 0; i < COUNT(source_texts); i++)
    put_text_field(out, source_texts[i].key, *(const cck_slice *)((const char *)source + source_texts[i].offset));
  put_extra(out, source->extra);
  cck_put_char(out, '}');
}

static void put_subject(cck_buffer *out, const cck_claim *claim) {
  cck_put(out, CCK_S(",\"subject\":"));
  if (!claim->subject.len && !claim->subject_text.len) {
    cck_put(out, CCK_S("null"));
    return;
  }
  cck_put(out, CCK_S("{\"id\":"));
  put_text_or_null(out, claim->subject);
  put_text_field(out, KEY("text"), claim->subject_text);
  cck_put_char(out, '}');
}

static void put_scope(cck_buffer *out, const cck_scope *scope) {
  cck_put(out, CCK_S(",\"scope\":{"));
  for (size_t i = 0; i < scope->count; i++) {
    if (i)
      cck_put_char(out, ',');
    cck_put_json(out, scope->items[i].key);
    cck_put_char(out, ':');
    cck_put_json(out, scope->items[i].value);
  }
  cck_put_char(out, '}');
}

static void put_value(cck_buffer *out, const cck_claim *claim) {
  const cck_value *value = &claim->value;
  if (claim->kind != CCK_CLAIM_QUANTITY) {
    cck_put(out, CCK_S(",\"value\":null"));
    return;
  }
  char min_text[END_JSON], max_text[END_JSON];
  bool one = value->has_min && value->has_max && cck_decimal_cmp(value->min, value->max) == 0; /* most values */
  cck_slice min = end_json(value->has_min, value->min, min_text);
  put_both(out, CCK_S(",\"value\":{\"min\":"), min);
  put_both(out, CCK_S(",\"max\":"), one ? min : end_json(value->has_max, value->max, max_text));
  put_text_field(out, KEY("unit"), value->unit);
  put_name_field(out, KEY("approx"), cck_approx_name(value->approx));
  put_name_field(out, KEY("change"), cck_change_name(value->change));
  cck_put_char(out, '}');
}

static void put_date(cck_buffer *out, const cck_claim *claim) {
  const cck_date *date = &claim->date;
  if (claim->kind != CCK_CLAIM_DATE) {
    cck_put(out, CCK_S(",\"date\":null"));
    return;
  }
  cck_put(out, CCK_S(",\"date\":"));
  put_period(out, date->valid ? date->days : CCK_NO_PERIOD);
  put_name_field(out, KEY("precision"), cck_precision_name(date->precision));
  put_name_field(out, KEY("weekday"), cck_weekday_name(date->weekday));
  put_bool_field(out, KEY("valid"), date->valid);
  put_text_field(out, KEY("event"), date->event);
  put_bool_field(out, KEY("past"), date->past);
  put_text_field(out, KEY("text"), date->text);
  cck_put_char(out, '}');
}

static void put_links(cck_buffer *out, const cck_links *links) {
  cck_put(out, CCK_S(",\"links\":["));
  for (size_t i = 0; i < links->count; i++) {
    cck_put_text(out, i ? ",{\"role\":" : "{\"role\":");
    cck_put_json(out, links->items[i].role);
    put_text_field(out, KEY("id"), links->items[i].id);
    cck_put_char(out, '}');
  }
  cck_put_char(out, ']');
}

void cck_claim_write(cck_buffer *out, const cck_claim *claim) {
  cck_put(out, CCK_S("{\"k\":\"claim\",\"v\":1"));
  put_text_field(out, KEY("id"), claim->id);
  put_text_field(out, KEY("src"), claim->src);
  put_text_field(out, KEY("path"), claim->path);
  put_name_field(out, KEY("kind"), cck_claim_kind_name(claim->kind));
  put_text_field(out, KEY("text"), claim->text);
  put_number_field(out, KEY("start"), claim->start);
  put_number_field(out, KEY("end"), claim->end);
  if (claim->offsets_in_text)
    put_name_field(out, KEY("offsets"), "text");
  put_number_field(out, KEY("line"), claim->line);
  put_number_field(out, KEY("column"), claim->column);
  put_subject(out, claim);
  put_text_field(out, KEY("measure"), claim->measure);
  put_text_field(out, KEY("noun"), claim->noun);
  put_scope(out, &claim->scope);
  put_value(out, claim);
  put_date(out, claim);
  cck_put(out, CCK_S(",\"time\":"));
  put_period(out, claim->time.days);
  put_name_field(out, KEY("basis"), cck_basis_name(claim->time.basis));
  cck_put_char(out, '}');
  put_name_field(out, KEY("modality"), cck_modality_name(claim->modality));
  put_text_field(out, KEY("speaker"), claim->speaker);
  put_bool_field(out, KEY("quoted"), claim->quoted);
  put_name_field(out, KEY("in"), cck_where_name(claim->in));
  put_links(out, &claim->links);
  put_text_field(out, KEY("quote"), claim->quote);
  put_extra(out, claim->extra);
  cck_put_char(out, '}');
}
