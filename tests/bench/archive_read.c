/* archive_read.c - the yardstick of `make bench` for archives: libarchive reads every member to its end, nothing else.
 *     archive_read ARCHIVE RUNS
 * prints "members bytes best_seconds median_seconds"; one pass before the first that counts. */
#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { BUFFER = 1 << 20, BLOCK = 64 * 1024, MAX_RUNS = 100 };

static size_t members, bytes;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double run(const char *path, char *buffer) {
    double from = now();
    struct archive *a = archive_read_new();
    struct archive_entry *e;
    la_ssize_t n;
    if (!a) exit(2);
    members = bytes = 0;
    archive_read_support_filter_all(a);
    archive_read_support_format_all(a);
    if (archive_read_open_filename(a, path, BLOCK) != ARCHIVE_OK) {
        fprintf(stderr, "archive_read: %s\n", archive_error_string(a));
        exit(2);
    }
    for (int r; (r = archive_read_next_header(a, &e)) == ARCHIVE_OK || r == ARCHIVE_WARN;) {
        members++;
        while ((n = archive_read_data(a, buffer, BUFFER)) > 0) bytes += (size_t)n;
    }
    archive_read_free(a);
    return now() - from;
}

static int by_time(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv) {
    double times[MAX_RUNS];
    char *buffer = malloc(BUFFER);
    int runs = argc > 2 ? atoi(argv[2]) : 5;
    if (argc < 2 || !buffer || runs < 1 || runs > MAX_RUNS) {
        fprintf(stderr, "usage: archive_read ARCHIVE [RUNS]\n");
        return 2;
    }
    for (int i = -1; i < runs; i++) {
        double t = run(argv[1], buffer);
        if (i >= 0) times[i] = t;
    }
    qsort(times, (size_t)runs, sizeof *times, by_time);
    printf("%zu %zu %.6f %.6f\n", members, bytes, times[0], times[runs / 2]);
    free(buffer);
    return 0;
}
