# cacheck. `make help` lists the targets.

BUILD   ?= build
CFLAGS  ?= -O2 -g
PKGS     = jansson libutf8proc libmd sqlite3
WARN     = -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes
PREFIX  ?= /usr/local
DATADIR  = $(PREFIX)/share/cacheck

CCK_CFLAGS  = -std=c11 -D_GNU_SOURCE -DCCK_RULES_DIR='"$(DATADIR)/rules"' $(WARN) $(WERROR) -Isrc -Iinclude $$(pkg-config --cflags $(PKGS)) $(SANITIZE)
CCK_LIBS    = $$(pkg-config --libs $(PKGS)) -lm $(SANITIZE)

SRC      := $(sort $(wildcard src/*/*.c src/*/*/*.c))
LIBSRC   := $(filter-out src/cli/%,$(SRC))
CLISRC   := $(filter src/cli/%,$(SRC))
LIBOBJ   := $(LIBSRC:%.c=$(BUILD)/%.o)
CLIOBJ   := $(CLISRC:%.c=$(BUILD)/%.o)
TESTSRC  := $(sort $(wildcard tests/unit/test_*.c tests/contract/test_*.c))
TESTS    := $(TESTSRC:%.c=$(BUILD)/%)

.PHONY: all lib unit deps-build deps-check clean help

all: $(BUILD)/cacheck  ## build ./cacheck
	@[ "$(BUILD)" != build ] || ln -sf build/cacheck cacheck

lib: $(BUILD)/libcacheck.a

$(BUILD)/cacheck: $(CLIOBJ) $(BUILD)/libcacheck.a
	$(CC) $(CFLAGS) -no-pie -Wl,--unresolved-symbols=ignore-all -o $@ $(CLIOBJ) $(BUILD)/libcacheck.a $(CCK_LIBS)

$(BUILD)/libcacheck.a: $(LIBOBJ)
	rm -f $@ && $(AR) rcs $@ $(LIBOBJ)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CCK_CFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/tests/%: tests/%.c $(BUILD)/libcacheck.a
	@mkdir -p $(@D)
	$(CC) $(CCK_CFLAGS) -Itests $(CFLAGS) -MMD -MP -o $@ $< $(BUILD)/libcacheck.a $(CCK_LIBS) $$(pkg-config --libs cmocka)

unit: $(TESTS)  ## build and run the unit tests (make unit TESTS=build/tests/unit/test_decimal for one)
	@for t in $(TESTS); do $$t || exit 1; done

deps-build:
	@.ci/install build
deps-check:
	@.ci/install check

clean:
	rm -rf build cacheck

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

-include $(SRC:%.c=$(BUILD)/%.d) $(TESTSRC:%.c=$(BUILD)/%.d)
