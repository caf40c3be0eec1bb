/* Plain text: the file is the text. */
#include "text/read/reader.h"

cck_status cck_read_plain(const cck_raw *raw, cck_documents *out, cck_error *error) {
  cck_document doc;
  cck_status status = cck_document_take(raw->arena, raw->path, raw->bytes, NULL, &doc, error);
  if (status == CCK_OK)
    CCK_PUSH(raw->arena, out, doc);
  return status;
}
