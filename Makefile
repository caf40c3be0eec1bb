# cacheck. `make help` lists the targets.

BUILD   ?= build
CFLAGS  ?= -O2 -g
PKGS     = jansson libutf8proc libmd sqlite3 libxml-2.0 md4c
WARN     = -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes
PREFIX  ?= /usr/local
DATADIR  = $(PREFIX)/share/cacheck
ASAN     = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer

CCK_CFLAGS  = -std=c11 -D_GNU_SOURCE -DCCK_RULES_DIR='"$(DATADIR)/rules"' $(WARN) $(WERROR) -Isrc -I$(BUILD)/src -Iinclude $$(pkg-config --cflags $(PKGS)) $(SANITIZE)
CCK_LIBS    = $$(pkg-config --libs $(PKGS)) -lm $(SANITIZE)

SRC      := $(sort $(wildcard src/*/*.c src/*/*/*.c))
LIBSRC   := $(filter-out src/cli/%,$(SRC))
CLISRC   := $(filter src/cli/%,$(SRC))
LIBOBJ   := $(LIBSRC:%.c=$(BUILD)/%.o)
CLIOBJ   := $(CLISRC:%.c=$(BUILD)/%.o)
TESTSRC  := $(sort $(wildcard tests/unit/test_*.c tests/contract/test_*.c))
TESTS    := $(TESTSRC:%.c=$(BUILD)/%)
FUZZ     := $(BUILD)/tests/fuzz/hostile $(BUILD)/tests/fuzz/quantities $(BUILD)/tests/fuzz/dates
OURS      = $$(git ls-files '*.c' '*.h' 2>/dev/null || find src include tests -name '*.[ch]')

.PHONY: all lib unit unit-build fuzz-build programs check demo picture asan tsan fuzz bench cover lint fmt golden-update install \
        deps-build deps-check clean help

all: $(BUILD)/cacheck  ## build ./cacheck
	@[ "$(BUILD)" != build ] || ln -sf build/cacheck cacheck

lib: $(BUILD)/libcacheck.a

$(BUILD)/cacheck: $(CLIOBJ) $(BUILD)/libcacheck.a
	$(CC) $(CFLAGS) -o $@ $(CLIOBJ) $(BUILD)/libcacheck.a $(CCK_LIBS)

$(BUILD)/libcacheck.a: $(LIBOBJ)
	rm -f $@ && $(AR) rcs $@ $(LIBOBJ)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CCK_CFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# the style sheet of the HTML report as C strings, a line each; comments and indents stay here
$(BUILD)/src/report/html/style.o: $(BUILD)/src/report/html/style.inc
$(BUILD)/%.inc: %.css
	@mkdir -p $(@D)
	sed 's/^ *//; /^$$/d; /^\/\*.*\*\/$$/d; s/[\"]/\\&/g; s/.*/"&\\n",/' $< >$@

$(BUILD)/tests/fuzz/%: tests/fuzz/%.c $(BUILD)/libcacheck.a
	@mkdir -p $(@D)
	$(CC) $(CCK_CFLAGS) -Itests $(CFLAGS) -MMD -MP -o $@ $< $(BUILD)/libcacheck.a $(CCK_LIBS)

$(BUILD)/tests/%: tests/%.c $(BUILD)/libcacheck.a
	@mkdir -p $(@D)
	$(CC) $(CCK_CFLAGS) -Itests $(CFLAGS) -MMD -MP -o $@ $< $(BUILD)/libcacheck.a $(CCK_LIBS) $$(pkg-config --libs cmocka)

unit-build: $(TESTS)
fuzz-build: $(FUZZ)
programs: all $(FUZZ) $(TESTS)

unit: $(TESTS)  ## build and run the unit and contract tests (TESTS=build/tests/unit/test_x for one)
	@for t in $(TESTS); do $$t || exit 1; done

check: deps-check  ## everything that must hold before a change goes in
	@$(MAKE) -s -j2 BUILD=build/gcc CC=gcc WERROR=-Werror programs
	@$(MAKE) -s -j2 BUILD=build/clang CC=clang WERROR=-Werror CFLAGS=-O1 programs
	@tests/checks/run build/gcc
	@build/gcc/cacheck rules check --rules rules
	@build/gcc/cacheck rules test --rules rules
	@tests/golden/run build/gcc/cacheck
	@tests/checks/same build/gcc/cacheck
	@tests/pages/run build/gcc/cacheck
	@tests/pages/findings build/gcc/cacheck
	@tests/checks/page build/gcc/cacheck
	@tests/checks/formats build/gcc/cacheck
	@$(MAKE) -s asan
	@$(MAKE) -s BUILD=build/gcc CC=gcc WERROR=-Werror unit

demo: deps-build  ## the whole thing: sample articles into the store, then the report
	@$(MAKE) -s -j2 all
	./cacheck add claims/articles/*.txt
	./cacheck report --out html=build/report.html
	@echo "The same as a page for a browser: build/report.html"

picture: all  ## .github/report.png, the picture in README: the page of the sample articles (needs chromium and node)
	@mkdir -p .github build
	./cacheck report --quiet --rule troops-conflict --today 2026-01-01 --out html=build/picture.html claims/articles/*.txt >build/picture.txt
	node tests/checks/browser.js --picture .github/report.png chromium build build/picture.html

asan:  ## unit tests, golden cases and fuzzing under AddressSanitizer and UndefinedBehaviorSanitizer
	@$(MAKE) -s -j2 BUILD=build/asan CFLAGS='-O1 -g' SANITIZE='$(ASAN)' WERROR=-Werror programs
	@$(MAKE) -s BUILD=build/asan CFLAGS='-O1 -g' SANITIZE='$(ASAN)' WERROR=-Werror unit >build/asan/unit.log 2>&1 || \
	  { cat build/asan/unit.log; exit 1; }
	@echo "asan: unit tests pass"
	@tests/golden/run build/asan/cacheck
	@build/asan/tests/fuzz/hostile 1000
	@build/asan/tests/fuzz/quantities 4000
	@build/asan/tests/fuzz/dates 8000

tsan:  ## unit tests under ThreadSanitizer
	@$(MAKE) -s -j2 BUILD=build/tsan CFLAGS='-O1 -g' SANITIZE=-fsanitize=thread unit

fuzz:  ## a longer run of hostile bytes and of sentences of figures and of dates (FUZZ_INPUTS=20000)
	@$(MAKE) -s -j2 BUILD=build/asan CFLAGS='-O1 -g' SANITIZE='$(ASAN)' WERROR=-Werror fuzz-build
	@build/asan/tests/fuzz/hostile $${FUZZ_INPUTS:-20000}
	@build/asan/tests/fuzz/quantities $${FUZZ_INPUTS:-20000} $(FUZZ_SEED)
	@build/asan/tests/fuzz/dates $${FUZZ_INPUTS:-20000} $(FUZZ_SEED)

bench: all  ## reading speed on the sample articles, or on BENCH_CORPUS (NDJSON)
	@tests/bench/run ./cacheck
	@tests/bench/pages ./cacheck

cover:  ## line coverage of the unit tests, file by file
	@$(MAKE) -s -j2 BUILD=build/cover CFLAGS='-O0 -g --coverage' unit >build/cover.log 2>&1 || { cat build/cover.log; exit 1; }
	@tests/checks/cover build/cover

lint: deps-check  ## layering, lengths, names, format; clang-tidy where it is installed
	@$(MAKE) -s -j2 BUILD=build/gcc CC=gcc WERROR=-Werror programs
	@tests/checks/run build/gcc
	@tests/checks/tidy

fmt:  ## clang-format on every source file
	@clang-format -i $(OURS)

golden-update: all  ## write the golden cases' expected output again; review the diff
	@tests/golden/run --update ./cacheck

install: all  ## into PREFIX (/usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/include $(DESTDIR)$(DATADIR)/rules/reference
	install -m 755 $(BUILD)/cacheck $(DESTDIR)$(PREFIX)/bin/cacheck
	install -m 644 include/cacheck.h $(DESTDIR)$(PREFIX)/include/cacheck.h
	install -m 644 $(filter-out rules/waivers.rules,$(wildcard rules/*.rules)) rules/README.md $(DESTDIR)$(DATADIR)/rules
	install -m 644 rules/reference/*.csv $(DESTDIR)$(DATADIR)/rules/reference

deps-build:
	@.ci/install build
deps-check:
	@.ci/install check

clean:  ## remove what was built
	rm -rf build cacheck

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

-include $(SRC:%.c=$(BUILD)/%.d) $(TESTSRC:%.c=$(BUILD)/%.d) $(FUZZ:%=%.d)
