#include "rule/kinds.h"

/* A form that is built brings its functions; the others stand in the table for their names. */
#define FORM_1(name) extern const cck_kind_form cck_kind_form_##name;
#define FORM_0(name)
#define CCK_KIND(name, form, built, catches) FORM_##built(name)
#include "rule/kinds.def"
#undef CCK_KIND

#define HOW_1(name) &cck_kind_form_##name
#define HOW_0(name) NULL

static const cck_kind_entry kinds[] = {
#define CCK_KIND(name, form, built, catches) {form, catches, HOW_##built(name)},
#include "rule/kinds.def"
#undef CCK_KIND
};

const cck_kind_entry *cck_kind_at(size_t kind) { return kind < CCK_KIND_COUNT ? &kinds[kind] : NULL; }
