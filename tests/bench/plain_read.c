/* plain_read.c - the yardstick of `make bench`: opens every file below a folder and reads it to its end,
 * nothing else. One reused buffer per thread, files dealt out in runs of BATCH.
 *     plain_read FOLDER THREADS RUNS
 * prints "files bytes best_seconds median_seconds". Listing the folder is inside the time, as it is for a query. */
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { BATCH = 64, BUFFER = 1 << 20, MAX_THREADS = 64, MAX_RUNS = 100 };

static char **files;
static size_t nfiles, room;
static atomic_size_t next_file, total_bytes;

static void add(const char *folder, const char *name) {
    char *path = malloc(strlen(folder) + strlen(name) + 2);
    if (!path) exit(2);
    sprintf(path, "%s/%s", folder, name);
    if (nfiles == room) {
        room = room ? room * 2 : 1024;
        files = realloc(files, room * sizeof *files);
        if (!files) exit(2);
    }
    files[nfiles++] = path;
}

static void walk(const char *folder) {
    DIR *d = opendir(folder);
    struct dirent *e;
    if (!d) return;
    while ((e = readdir(d))) {
        if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, "..")) continue;
        if (e->d_type == DT_REG) add(folder, e->d_name);
        if (e->d_type == DT_DIR) {
            char *sub = malloc(strlen(folder) + strlen(e->d_name) + 2);
            if (!sub) exit(2);
            sprintf(sub, "%s/%s", folder, e->d_name);
            walk(sub);
            free(sub);
        }
    }
    closedir(d);
}

static void *reader(void *unused) {
    char *buffer = malloc(BUFFER);
    size_t sum = 0;
    (void)unused;
    if (!buffer) exit(2);
    for (;;) {
        size_t from = atomic_fetch_add(&next_file, BATCH), to = from + BATCH;
        if (from >= nfiles) break;
        if (to > nfiles) to = nfiles;
        for (size_t i = from; i < to; i++) {
            int fd = open(files[i], O_RDONLY | O_CLOEXEC);
            ssize_t n;
            if (fd < 0) continue;
            while ((n = read(fd, buffer, BUFFER)) > 0) sum += (size_t)n;
            close(fd);
        }
    }
    free(buffer);
    atomic_fetch_add(&total_bytes, sum);
    return NULL;
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double run(const char *folder, int threads) {
    double from = now();
    pthread_t id[MAX_THREADS];
    for (size_t i = 0; i < nfiles; i++) free(files[i]);
    nfiles = 0;
    atomic_store(&next_file, 0);
    atomic_store(&total_bytes, 0);
    walk(folder);
    for (int i = 1; i < threads; i++)
        if (pthread_create(&id[i], NULL, reader, NULL)) exit(2);
    reader(NULL);
    for (int i = 1; i < threads; i++) pthread_join(id[i], NULL);
    return now() - from;
}

static int by_time(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv) {
    double times[MAX_RUNS];
    int threads = argc > 2 ? atoi(argv[2]) : 1, runs = argc > 3 ? atoi(argv[3]) : 5;
    if (argc < 2 || threads < 1 || threads > MAX_THREADS || runs < 1 || runs > MAX_RUNS) {
        fprintf(stderr, "usage: plain_read FOLDER [THREADS [RUNS]]\n");
        return 2;
    }
    run(argv[1], threads); /* warm */
    for (int i = 0; i < runs; i++) times[i] = run(argv[1], threads);
    qsort(times, (size_t)runs, sizeof *times, by_time);
    printf("%zu %zu %.6f %.6f\n", nfiles, (size_t)total_bytes, times[0], times[runs / 2]);
    return 0;
}
