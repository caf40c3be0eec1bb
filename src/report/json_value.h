/*
 * JSON values out of slices, and onto one line: for the formats that are JSON.
 */
#ifndef CCK_REPORT_JSON_VALUE_H
#define CCK_REPORT_JSON_VALUE_H

#include <jansson.h>

#include "base/buffer.h"

/* A text, in which malformed bytes (a file name may have them) are U+FFFD. The caller owns it, as jansson's own. */
json_t *cck_json_text(cck_slice s);

/* Writes the value in its compact form and releases it. What would drive a terminal stands as \u.... */
void cck_put_json_value(cck_buffer *out, json_t *value);

#endif
