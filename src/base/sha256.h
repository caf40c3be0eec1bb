/*
 * SHA-256 of some bytes. Every claim takes two and every document one, so processors that have instructions for it
 * use them (Intel, "Intel SHA Extensions", 2013); all others go through libmd.
 */
#ifndef CCK_BASE_SHA256_H
#define CCK_BASE_SHA256_H

#include <stdint.h>

#include "base/slice.h"

enum { CCK_SHA256_SIZE = 32 };

void cck_sha256(cck_slice content, uint8_t digest[CCK_SHA256_SIZE]);

/* The same without the instructions of the processor. */
void cck_sha256_portable(cck_slice content, uint8_t digest[CCK_SHA256_SIZE]);

#endif
