/*
 * The encoding of a marked-up file: what it declares, and its text as UTF-8.
 */
#ifndef CCK_TEXT_READ_ENCODING_H
#define CCK_TEXT_READ_ENCODING_H

#include "base/error.h"
#include "text/read/reader.h"

/*
 * The file as UTF-8 (without its byte order mark), in the arena: the bytes themselves where they are UTF-8 already. A
 * byte order mark decides; else what the file declares (<meta charset>, <?xml encoding?>) within its first KiBs; else
 * it is UTF-8. A file that declares an encoding of single bytes and is UTF-8 is UTF-8: such text is never both by
 * chance. Names are those of the WHATWG Encoding Standard where they differ from what they say ("latin1" is
 * windows-1252). Bytes that are not of the encoding, NUL bytes and unknown encodings are errors, with their place.
 */
cck_status cck_decode(const cck_raw *raw, cck_slice *out, cck_error *error);

#endif
