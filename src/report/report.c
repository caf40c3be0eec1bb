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

cck_slice cck_party_name(const cck_party *party) {
  const cck_source *source = party->source;
  if (source->publisher.len)
    return source->publisher;
  return source->path.len ? CCK_S("unknown publisher") : source->id;
}

bool cck_is_changed(const cck_report *report, const cck_source *source) {
  for (size_t i = 0; report->changed && i < report->changed->count; i++)
    if (cck_slice_eq(report->changed->items[i], source->id))
      return true;
  return false;
}
