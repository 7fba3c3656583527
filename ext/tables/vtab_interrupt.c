/* vtab_interrupt.c - notices sqlite3_interrupt and progress handlers from inside a long scan.
 * May not: be called from any thread but the query's.
 * Facts, measured on 3.40.1: a loop in C is told nothing. A statement that is stepped is: sqlite3_interrupt at once; a
 * progress handler only after so many VM steps of one and the same statement, so it is prepared once and kept. */
#include <sqlite3ext.h>
#include "tables.h"
#include <time.h>
SQLITE_EXTENSION_INIT3

enum {
    STEPS = 250,            /* SELECT 1 is 4 VM steps: enough for a progress handler set for 1,000 */
    INTERVAL_NS = 10000000, /* between two rounds; a round costs under 0.1 ms */
    SINCE_IS_INTERRUPTED = 3041000
};

static int64_t now_ns(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC_COARSE, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static bool told(struct sqlite3 *db) {
#if SQLITE_VERSION_NUMBER >= 3041000
    return sqlite3_libversion_number() >= SINCE_IS_INTERRUPTED && sqlite3_is_interrupted(db);
#else
    (void)db;
    (void)SINCE_IS_INTERRUPTED;
    return false;
#endif
}

static bool prepare(struct cv_interrupts *i) {
    int rc;
    if (i->stmt) return true;
    if (i->refused) return false;
    rc = sqlite3_prepare_v3(i->db, "SELECT 1", -1, SQLITE_PREPARE_PERSISTENT, &i->stmt, NULL);
    i->refused = rc != SQLITE_OK && rc != SQLITE_INTERRUPT && rc != SQLITE_NOMEM;
    return i->stmt != NULL;
}

bool cv_interrupted(void *interrupts) {
    struct cv_interrupts *i = interrupts;
    int64_t now;
    int rc = SQLITE_ROW;
    if (told(i->db)) return true;
    now = now_ns();
    if (i->asked && now - i->asked < INTERVAL_NS) return false;
    i->asked = now;
    if (!prepare(i)) return false;
    for (int k = 0; k < STEPS && rc == SQLITE_ROW; k++) {
        rc = sqlite3_step(i->stmt);
        (void)sqlite3_reset(i->stmt); /* repeats what step said */
    }
    return rc == SQLITE_INTERRUPT;
}

void cv_interrupts_close(struct cv_interrupts *i) {
    sqlite3_finalize(i->stmt);
    i->stmt = NULL;
}
