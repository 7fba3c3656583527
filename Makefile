# cablevtab - build, test, demonstrate. Sources are found by pattern: a new file needs no edit here.
CC ?= gcc
BUILD ?= build
CFLAGS ?= -O2 -g
WARN = -std=c11 -D_GNU_SOURCE -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
       -Werror=implicit-function-declaration
CV_CFLAGS = $(WARN) $(CFLAGS) -fPIC -fvisibility=hidden -pthread $(XML_CFLAGS)
XML_CFLAGS := $(shell pkg-config --cflags libxml-2.0 2>/dev/null)
LIBS = -lxml2 -larchive -lpthread

# base, parser, formats and the table descriptors know no SQLite; they are linked without it in the parser's tests.
PURE_DIRS = ext/base ext/parser ext/formats ext/data ext/sources ext/scan
PURE_SRC = $(foreach d,$(PURE_DIRS),$(wildcard $(d)/*.c)) $(filter-out ext/tables/vtab%.c,$(wildcard ext/tables/*.c))
SQLITE_SRC = $(wildcard ext/tables/vtab*.c) $(wildcard ext/functions/*.c) $(wildcard ext/*.c)
PURE_OBJ = $(PURE_SRC:%.c=$(BUILD)/%.o)
SQLITE_OBJ = $(SQLITE_SRC:%.c=$(BUILD)/%.o)

all: cablevtab.so

cablevtab.so: $(PURE_OBJ) $(SQLITE_OBJ)
	$(CC) $(CFLAGS) -shared -Wl,-z,defs -o $@ $^ $(LIBS)

# The whole parse of one file as JSON, without SQLite: for reading rows beside the text.
$(BUILD)/cable-json: $(BUILD)/tests/cable_json.o $(PURE_OBJ)
	$(CC) $(CFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CV_CFLAGS) -MMD -MP -c -o $@ $<

-include $(PURE_OBJ:.o=.d) $(SQLITE_OBJ:.o=.d)

clean:
	rm -rf $(BUILD) cablevtab.so

.PHONY: all clean
