# Makefile - build, test, demonstrate. Sources and tests are found by pattern: a new file needs no edit here.
#   make            cablevtab.so at the top             make demo     a tour through the sample archive
#   make check      everything that must hold           make exam     share of fields right, by layout
#   make deps, make deps-check   the Debian packages that are missing, and nothing else
#   make install    PREFIX, DESTDIR; where sqlite3 finds `.load cablevtab` from any folder
#   make lint, make check-sanitized, make guard, make fuzz-run, make fresh-machine: parts of .ci/run
#   make bench      questions timed against a plain read of the same bytes
# May not: know single files of ext/ or tests/, nor install anything outside of deps and install.

ifeq ($(origin CC),default)
CC = gcc
endif
CLANG ?= clang
PYTHON ?= /usr/bin/python3
SQLITE3 ?= /usr/bin/sqlite3
JOBS ?= 2
BUILD ?= build
PREFIX ?= /usr
TRIPLET ?= $(shell $(CC) -print-multiarch 2>/dev/null)
LIBDIR ?= $(PREFIX)/lib/$(TRIPLET)

DEPS = gcc make pkg-config libsqlite3-dev sqlite3 libarchive-dev libxml2-dev
DEPS_CHECK = clang clang-tidy clang-format libclang-rt-14-dev check python3 valgrind zip zstd xz-utils libarchive-tools

CFLAGS ?= -O3 -g
WARN = -std=c11 -D_GNU_SOURCE -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
       -Werror=implicit-function-declaration
XML_CFLAGS := $(shell pkg-config --cflags libxml-2.0 2>/dev/null)
COMMIT := $(shell git rev-parse --short=12 HEAD 2>/dev/null || echo unknown)
CV_CFLAGS = $(WARN) $(CFLAGS) -fPIC -fvisibility=hidden -pthread $(XML_CFLAGS)
LIBS = -lxml2 -larchive -lpthread
SANITIZE = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined

# V=1 prints commands in full.
ifndef V
QUIET_CC = @echo '  CC   $<';
QUIET_LD = @echo '  LD   $@';
endif

# low: what parser tests may link. pure: all that knows no SQLite. sqlite: the rest.
LOW_SRC = $(foreach d,base parser formats data,$(wildcard ext/$(d)/*.c))
PURE_SRC = $(LOW_SRC) $(foreach d,sources scan,$(wildcard ext/$(d)/*.c)) \
           $(filter-out ext/tables/vtab%.c,$(wildcard ext/tables/*.c))
SQLITE_SRC = $(wildcard ext/tables/vtab*.c ext/functions/*.c ext/catalog/*.c ext/*.c)
ALL_SRC = $(PURE_SRC) $(SQLITE_SRC)
LOW_TESTS = $(foreach d,base parser formats data,$(wildcard tests/$(d)/test_*.c))
PURE_TESTS = $(foreach d,sources scan properties limits,$(wildcard tests/$(d)/test_*.c))
SQLITE_TESTS = $(filter-out $(LOW_TESTS) $(PURE_TESTS),$(wildcard tests/*/test_*.c))
ALL_TESTS = $(LOW_TESTS) $(PURE_TESTS) $(SQLITE_TESTS)
FUZZERS = $(wildcard tests/fuzz/fuzz_*.c)

all: cablevtab.so

cablevtab.so: $(ALL_SRC:%.c=$(BUILD)/%.o)
	$(QUIET_LD)$(CC) $(CFLAGS) -shared -Wl,-z,defs -Wl,-soname,cablevtab.so -o $@ $^ $(LIBS)

# The whole parse of one file as JSON, without SQLite: for reading rows beside the text.
$(BUILD)/cable-json: $(BUILD)/tests/cable_json.o $(PURE_SRC:%.c=$(BUILD)/%.o)
	$(QUIET_LD)$(CC) $(CFLAGS) -o $@ $^ $(LIBS)

# The README's tables, from the descriptors.
$(BUILD)/columns: $(BUILD)/tests/columns.o $(PURE_SRC:%.c=$(BUILD)/%.o)
	$(QUIET_LD)$(CC) $(CFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/ext/functions/%.o $(BUILD)/static/ext/functions/%.o: CPPFLAGS += -DCABLEVTAB_COMMIT='"$(COMMIT)"'

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(QUIET_CC)$(CC) $(CV_CFLAGS) $(CPPFLAGS) -MMD -MP -c -o $@ $<

# ---- the same sources with the sanitizers on, warnings as errors; for tests ------------------------
$(BUILD)/asan/%.o: %.c
	@mkdir -p $(@D)
	$(QUIET_CC)$(CC) $(CV_CFLAGS) $(CPPFLAGS) $(SANITIZE) -Werror -I. -MMD -MP -c -o $@ $<

# SQLite's half once more, as a C program links it in: with -DSQLITE_CORE and no api table.
$(BUILD)/static/%.o: %.c
	@mkdir -p $(@D)
	$(QUIET_CC)$(CC) $(CV_CFLAGS) $(CPPFLAGS) $(SANITIZE) -Werror -DSQLITE_CORE -MMD -MP -c -o $@ $<

$(BUILD)/asan/liblow.a: $(LOW_SRC:%.c=$(BUILD)/asan/%.o)
$(BUILD)/asan/libpure.a: $(PURE_SRC:%.c=$(BUILD)/asan/%.o)
$(BUILD)/asan/libstatic.a: $(PURE_SRC:%.c=$(BUILD)/asan/%.o) $(SQLITE_SRC:%.c=$(BUILD)/static/%.o)
$(BUILD)/asan/%.a:
	@mkdir -p $(@D)
	@rm -f $@ && $(AR) rcs $@ $^

CHECK_LIBS = -lcheck -lsubunit -lm -lrt -lpthread
$(LOW_TESTS:%.c=$(BUILD)/asan/%): %: %.o $(BUILD)/asan/liblow.a
	$(QUIET_LD)$(CC) $(SANITIZE) -o $@ $(filter %.o,$^) $(filter %.a,$^) -lxml2 $(CHECK_LIBS)
$(filter $(BUILD)/asan/tests/properties/%,$(PURE_TESTS:%.c=$(BUILD)/asan/%)): $(BUILD)/asan/tests/properties/corpus.o
$(filter $(BUILD)/asan/tests/limits/%,$(PURE_TESTS:%.c=$(BUILD)/asan/%)): $(BUILD)/asan/tests/fuzz/checks.o
$(PURE_TESTS:%.c=$(BUILD)/asan/%): %: %.o $(BUILD)/asan/libpure.a
	$(QUIET_LD)$(CC) $(SANITIZE) -o $@ $(filter %.o,$^) $(filter %.a,$^) $(LIBS) $(CHECK_LIBS)
$(SQLITE_TESTS:%.c=$(BUILD)/asan/%): %: %.o $(BUILD)/asan/tests/tables/archive.o $(BUILD)/asan/libstatic.a
	$(QUIET_LD)$(CC) $(SANITIZE) -o $@ $(filter %.o,$^) $(filter %.a,$^) $(LIBS) -lsqlite3 $(CHECK_LIBS)
$(BUILD)/asan/cablevtab.so: $(ALL_SRC:%.c=$(BUILD)/asan/%.o)
	$(QUIET_LD)$(CC) $(SANITIZE) -shared -o $@ $^ $(LIBS)

tests: $(ALL_TESTS:%.c=$(BUILD)/asan/%)

# ---- packages ---------------------------------------------------------------------------------------
deps:
	@sh tests/deps.sh $(DEPS)
deps-check: deps
	@sh tests/deps.sh $(DEPS_CHECK)

# ---- what must hold ---------------------------------------------------------------------------------
# The targets that install call make again, so that pkg-config and git are asked after they are there.
check: deps-check
	@$(MAKE) --no-print-directory -j$(JOBS) all tests clang-syntax $(BUILD)/cable-json $(BUILD)/columns
	@$(MAKE) --no-print-directory -j$(JOBS) lint
	@$(PYTHON) tests/run.py --jobs $(JOBS) --build $(BUILD) --sqlite3 $(SQLITE3)

# clang reads everything that gcc compiled, by the same warnings; no code is made.
clang-syntax: $(patsubst %.c,$(BUILD)/clang/%.ok,$(ALL_SRC) $(ALL_TESTS) $(wildcard tests/*.c))
$(BUILD)/clang/%.ok: %.c
	@mkdir -p $(@D)
	$(QUIET_CC)$(CLANG) $(CV_CFLAGS) -Werror -Wno-string-concatenation -I. -fsyntax-only -MMD -MP -MF $(BUILD)/clang/$*.d -MT $@ $<
	@touch $@

GENERATED = $(filter-out ext/data/data.h,$(wildcard ext/data/*.c))
# Headers are laid out by hand, as tables.
FORMATTED = $(filter-out $(GENERATED),$(wildcard ext/*.c ext/*/*.c tests/*.c tests/*/*.c))
lint: $(patsubst %.c,$(BUILD)/tidy/%.ok,$(filter-out $(GENERATED),$(ALL_SRC)))
	@clang-format --dry-run -Werror $(FORMATTED)
	@sh tests/check_includes.sh
$(BUILD)/tidy/%.ok: %.c .clang-tidy
	@mkdir -p $(@D)
	@echo '  TIDY $<'; clang-tidy --quiet --warnings-as-errors='*' $< -- $(WARN) $(XML_CFLAGS) 2>$(BUILD)/tidy/$*.log \
		|| { cat $(BUILD)/tidy/$*.log; exit 1; }
	@touch $@

# The SQL tests once more, through a library with the sanitizers in it.
check-sanitized: deps-check
	@$(MAKE) --no-print-directory -j$(JOBS) $(BUILD)/asan/cablevtab.so
	@$(PYTHON) tests/run.py --jobs $(JOBS) --build $(BUILD) --sqlite3 $(SQLITE3) --sanitized

# ---- fuzzers: clang's libFuzzer, one program each ------------------------------------------------------
SECONDS ?= 20
FUZZ = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined
$(BUILD)/fuzz/%.o: %.c
	@mkdir -p $(@D)
	$(QUIET_CC)$(CLANG) $(CV_CFLAGS) $(CPPFLAGS) $(FUZZ) -fsanitize=fuzzer-no-link -Werror -MMD -MP -c -o $@ $<
FUZZ_SRC = $(LOW_SRC) $(filter-out ext/tables/vtab%.c,$(wildcard ext/tables/*.c)) tests/fuzz/checks.c
$(BUILD)/fuzz/libfuzz.a: $(FUZZ_SRC:%.c=$(BUILD)/fuzz/%.o)
	@rm -f $@ && $(AR) rcs $@ $^
fuzz: $(FUZZERS:%.c=$(BUILD)/%)
$(BUILD)/tests/fuzz/%: $(BUILD)/fuzz/tests/fuzz/%.o $(BUILD)/fuzz/libfuzz.a
	@mkdir -p $(@D)
	$(QUIET_LD)$(CLANG) $(FUZZ) -fsanitize=fuzzer -o $@ $^ -lxml2 -lpthread
fuzz-run: deps-check
	@$(MAKE) --no-print-directory -j$(JOBS) fuzz
	@PYTHON=$(PYTHON) sh tests/fuzz/run.sh $(BUILD) $(SECONDS) $(JOBS)

# ---- speed -------------------------------------------------------------------------------------------------
# bench: questions against a plain read of the same bytes, or libarchive's pass over an archive; table, JSON and a picture
# in $(BUILD)/bench. CABLES, RUNS, GROWTH (cables of the memory test; a million takes 6 GB of disk), SVG (the picture).
# guard: instructions of six questions may not grow by more than a twentieth. guard-record writes what they are now.
CABLES ?= 25000
RUNS ?= 5
GROWTH ?= 100000
BENCH = $(BUILD)/bench
SVG ?= $(BENCH)/bench.svg
bench: deps-check
	@$(MAKE) --no-print-directory -j$(JOBS) all $(BENCH)/plain_read $(BENCH)/archive_read $(BENCH)/text-$(CABLES).done $(BENCH)/html-$(CABLES).done
	@$(PYTHON) tests/bench/bench.py $(BENCH)/text-$(CABLES) --html $(BENCH)/html-$(CABLES) --runs $(RUNS) --growth $(GROWTH) \
		--build $(BUILD) --json $(BENCH)/bench.json --svg $(SVG)
$(BENCH)/plain_read: tests/bench/plain_read.c
	@mkdir -p $(@D)
	$(QUIET_LD)$(CC) $(WARN) -O2 -pthread -o $@ $<
$(BENCH)/archive_read: tests/bench/archive_read.c
	@mkdir -p $(@D)
	$(QUIET_LD)$(CC) $(WARN) -O2 -o $@ $< -larchive
$(BENCH)/text-$(CABLES).done: $(wildcard tests/generator/*.py)
	@mkdir -p $(@D) && rm -rf $(@:.done=) $(@:.done=.zip) $(@:.done=.tar.gz) $(@:.done=.tar.zst)
	@$(PYTHON) tests/generator/generate.py --bulk $(@:.done=) --count $(CABLES) && touch $@
$(BENCH)/html-$(CABLES).done: $(wildcard tests/generator/*.py)
	@mkdir -p $(@D) && rm -rf $(@:.done=)
	@$(PYTHON) tests/generator/generate.py --bulk $(@:.done=) --count $(CABLES) --layout html && touch $@
guard guard-record: deps-check all
	@$(PYTHON) tests/bench/guard.py --sqlite3 $(SQLITE3) --compiler "$$($(CC) --version | head -n 1)" --flags "$(CFLAGS)" \
		$(if $(filter guard-record,$@),--record)

# ---- for people ------------------------------------------------------------------------------------------
demo: deps
	@$(MAKE) --no-print-directory all
	@cat sql/demo.sql sql/cost.sql | $(SQLITE3) -batch :memory:

exam: deps-check
	@$(MAKE) --no-print-directory -j$(JOBS) $(BUILD)/cable-json
	@$(PYTHON) tests/exam.py --build $(BUILD)

# What a newcomer meets: Debian 12 with git and make alone. Needs root and the network.
fresh-machine:
	sh tests/fresh_machine.sh

install: all
	install -D -m 644 cablevtab.so $(DESTDIR)$(LIBDIR)/cablevtab.so
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/include include/cablevtab.h

clean:
	rm -rf $(BUILD) cablevtab.so

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
.SECONDARY:
.PHONY: all tests deps deps-check check clang-syntax lint check-sanitized fuzz fuzz-run demo exam fresh-machine bench guard guard-record \
        install clean
