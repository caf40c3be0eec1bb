#include "report/report.h"

#include "report/writers.h"

static const cck_format formats[] = {
#define CCK_FORMAT(name, help) {#name, help, cck_write_##name},
#include "report/formats.def"
#undef CCK_FORMAT
};

enum { FORMAT_COUNT = sizeof formats / sizeof formats[0] };

const cck_format *cck_format_at(size_t index) { return index < FORMAT_COUNT ? &formats[index] : NULL; }

const cck_format *cck_format_find(cck_slice name) {
  for (size_t i = 0; i < FORMAT_COUNT; i++)
    if (cck_slice_is(name, formats[i].name))
      return &formats[i];
  return NULL;
}
