#include "text/read/entity.h"

#include <libxml/HTMLparser.h>

enum { NAME_LIMIT = 16, LAST_CODE = 0x10ffff };

static size_t encode(uint32_t code, char out[CCK_ENTITY_SIGN]) {
  bool none = code < ' ' && code != '\t' && code != '\n' && code != '\r';
  size_t n = 0;
  if (none || (code >= 0xd800 && code <= 0xdfff) || code > LAST_CODE)
    return 0;
  if (code < 0x80) {
    out[n++] = (char)code;
  } else {
    unsigned more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3; /* bytes behind the first */
    static const unsigned char first[] = {0, 0xc0, 0xe0, 0xf0};
    out[n++] = (char)(first[more] | code >> (6 * more));
    while (more--)
      out[n++] = (char)(0x80 | (code >> (6 * more) & 0x3f));
  }
  out[n] = '\0';
  return n;
}

size_t cck_entity_named(cck_slice name, char out[CCK_ENTITY_SIGN]) {
  xmlChar text[NAME_LIMIT + 1] = {0};
  if (name.len == 0 || name.len > NAME_LIMIT)
    return 0;
  memcpy(text, name.ptr, name.len);
  if (strcmp((const char *)text, "apos") == 0) /* HTML 4 has it not */
    return encode('\'', out);
  const htmlEntityDesc *known = htmlEntityLookup(text);
  return known ? encode(known->value, out) : 0;
}

static int digit_value(char c) {
  if (cck_is_digit(c))
    return c - '0';
  c = cck_to_lower(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 16;
}

static size_t numbered(cck_slice digits, char out[CCK_ENTITY_SIGN]) {
  uint32_t base = digits.ptr[0] == 'x' || digits.ptr[0] == 'X' ? 16 : 10;
  uint32_t code = 0;
  size_t at = base == 16;
  if (at == digits.len)
    return 0;
  for (; at < digits.len && code <= LAST_CODE; at++) {
    uint32_t value = (uint32_t)digit_value(digits.ptr[at]);
    if (value >= base)
      return 0;
    code = code * base + value;
  }
  return encode(code, out);
}

size_t cck_entity_read(cck_slice reference, char out[CCK_ENTITY_SIGN]) {
  if (reference.len < 3 || reference.ptr[0] != '&' || !cck_slice_ends(reference, CCK_S(";")))
    return 0;
  cck_slice inside = cck_slice_sub(reference, 1, reference.len - 1);
  if (inside.ptr[0] != '#')
    return cck_entity_named(inside, out);
  return inside.len > 1 ? numbered(cck_slice_sub(inside, 1, inside.len), out) : 0;
}
