/* pool.c - workers that read and parse files ahead of the query, a batch at a time, in the order in which the query's
 * thread submitted them and takes them back. A file of a folder is read by the worker; a member's or document's bytes lie
 * in the batch already.
 * May not: call back into the query (interrupts, its allocator), touch archives, hold more than MOST batches.
 * Batches wait in two lanes, since an archive's members are given while files behind it are on their way: they go first.
 * The query's thread parses too: while the batch it waits for is not done, it does the next one that nobody has begun.
 * So `threads` counts it, and one core more than there are workers is busy. */
#include "batch.h"
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

enum {
    MAX_WORKERS = 63,          /* and the query's own thread */
    RING = 12,                 /* batches on their way in a lane at most */
    MOST = 14,                 /* … in both: MOST times CV_AHEAD_BYTES is the pool's memory */
    MOST_FILES = 9,            /* … of files, so that members find room */
    WAIT_NS = 10 * 1000 * 1000 /* between two looks at interrupts */
};

enum slot_state { SLOT_FREE, SLOT_FULL, SLOT_TAKEN, SLOT_DONE };

struct slot {
    struct cv_batch *batch;
    enum slot_state state;
};

struct lane {
    struct slot ring[RING];
    size_t head, n; /* oldest slot, slots in use */
    size_t next;    /* the first of them that nobody has taken, counted from head */
};

struct cv_pool {
    struct cv_source *source;
    struct cv_parsing parsing;
    pthread_mutex_t lock;
    pthread_cond_t work, done;
    struct lane lanes[CV_LANES];
    size_t max; /* batches of a lane */
    bool stop;  /* under lock; also read without it between two files */
    atomic_bool stopping;
    pthread_t threads[MAX_WORKERS];
    unsigned nthreads;
    struct cv_window window; /* of the query's thread, when it helps */
};

/* ---- one file --------------------------------------------------------------------------------------- */

static bool leave(struct cv_held_file *f) {
    f->state = CV_FILE_LEFT;
    return true;
}

static bool stopping(void *ctx) {
    const struct cv_pool *p = ctx;
    return atomic_load_explicit(&p->stopping, memory_order_relaxed);
}

/* Parse what the query will ask for. True: the file is left to the query's thread. */
static bool parse_all(const struct cv_pool *p, struct cv_batch *b, struct cv_held_file *f, struct cv_stats *counted) {
    struct cv_held_doc *doc;
    enum cv_status rc;
    bool hit;
    for (size_t i = 0; (rc = cv_file_doc(b, f, i, &doc)) == CV_OK; i++) {
        if (atomic_load_explicit(&p->stopping, memory_order_relaxed)) return leave(f);
        if (p->parsing.ids && cv_file_parse(b, f, doc, CV_NEED_ENVELOPE, counted, &hit)) return leave(f);
        if (p->parsing.ids && (!doc->cable || !cv_id_wanted(&p->parsing, doc->cable->id))) continue;
        if (b->needs && cv_file_parse(b, f, doc, b->needs, counted, &hit)) return leave(f);
        if (doc->problem == CV_P_LIMIT) return leave(f); /* over this batch's ceiling, which is lower than a query's */
    }
    return rc == CV_DONE && f->end != CV_LIMIT ? false : leave(f);
}

static void read_file(const struct cv_pool *p, struct cv_batch *b, struct cv_held_file *f, struct cv_window *w) {
    struct cv_stats counted = {0};
    enum cv_status rc = f->bytes.p || f->part ? CV_OK : cv_file_read(b, f, p->source, w, true);
    if (rc == CV_IO && f->entry.problem >= 0) return; /* a row of its own */
    if (rc || parse_all(p, b, f, &counted)) {
        cv_file_rewind(f);
        leave(f);
        return;
    }
    (void)__atomic_fetch_add(&p->parsing.stats->documents_parsed, counted.documents_parsed, __ATOMIC_RELAXED);
    (void)__atomic_fetch_add(&p->parsing.stats->heads_parsed, counted.heads_parsed, __ATOMIC_RELAXED);
}

static void work_through(struct cv_pool *p, struct cv_batch *b, struct cv_window *w, bool (*interrupted)(void *),
                         void *ctx) {
    b->stop = interrupted ? interrupted : stopping;
    b->stop_ctx = interrupted ? ctx : p;
    for (size_t i = 0; i < b->nfiles; i++) {
        struct cv_held_file *f = &b->files[i];
        if (f->state == CV_FILE_LEFT) continue;
        if (atomic_load_explicit(&p->stopping, memory_order_relaxed) || b->arena.failed ||
            b->arena.used > CV_AHEAD_BYTES / 4 * 3 || (interrupted && interrupted(ctx)))
            f->state = CV_FILE_LEFT;
        else
            read_file(p, b, f, w);
    }
    b->stop = NULL;
}

/* ---- threads ---------------------------------------------------------------------------------------- */

static struct slot *slot_at(struct lane *l, size_t i) { return &l->ring[(l->head + i) % RING]; }

/* Take on the batch that is wanted soonest of those that nobody has begun; NULL: there is none. */
static struct slot *take_on(struct cv_pool *p) {
    for (size_t i = CV_LANES; i-- > 0;) {
        struct lane *l = &p->lanes[i];
        struct slot *s;
        if (l->next == l->n) continue;
        s = slot_at(l, l->next++);
        s->state = SLOT_TAKEN;
        return s;
    }
    return NULL;
}

static void *worker(void *arg) {
    struct cv_pool *p = arg;
    struct cv_window w = {.allocator = &cv_allocator_malloc, .foreign = true};
    pthread_mutex_lock(&p->lock);
    while (!p->stop) {
        struct slot *s = take_on(p);
        if (!s) {
            pthread_cond_wait(&p->work, &p->lock);
            continue;
        }
        pthread_mutex_unlock(&p->lock);
        work_through(p, s->batch, &w, NULL, NULL);
        pthread_mutex_lock(&p->lock);
        s->state = SLOT_DONE;
        pthread_cond_signal(&p->done);
    }
    pthread_mutex_unlock(&p->lock);
    cv_window_free(&w);
    return NULL;
}

/* The host's signals are for the host's threads. */
static void start_workers(struct cv_pool *p, unsigned workers) {
    sigset_t all, before;
    sigfillset(&all);
    if (pthread_sigmask(SIG_SETMASK, &all, &before)) return;
    while (p->nthreads < workers && p->nthreads < MAX_WORKERS) {
        if (pthread_create(&p->threads[p->nthreads], NULL, worker, p)) break;
        p->nthreads++;
    }
    (void)pthread_sigmask(SIG_SETMASK, &before, NULL);
}

static bool make_conditions(struct cv_pool *p) {
    pthread_condattr_t monotonic;
    if (pthread_mutex_init(&p->lock, NULL)) return false;
    if (pthread_condattr_init(&monotonic)) return false;
#ifndef __APPLE__
    (void)pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC); /* a clock that is set must not hold us up */
#endif
    if (pthread_cond_init(&p->work, NULL) || pthread_cond_init(&p->done, &monotonic)) return false;
    (void)pthread_condattr_destroy(&monotonic);
    return true;
}

struct cv_pool *cv_pool_new(struct cv_source *s, const struct cv_parsing *p, unsigned workers) {
    const struct cv_allocator *a = &cv_allocator_malloc;
    struct cv_pool *pool = a->resize(a->ctx, NULL, 0, sizeof *pool);
    if (!pool) return NULL;
    memset(pool, 0, sizeof *pool);
    pool->source = s;
    pool->parsing = *p;
    pool->window.allocator = a;
    pool->window.foreign = true;
    pool->max = workers * 2 + 2 < RING ? workers * 2 + 2 : (size_t)RING;
    atomic_init(&pool->stopping, false);
    if (!make_conditions(pool)) {
        a->resize(a->ctx, pool, sizeof *pool, 0);
        return NULL;
    }
    start_workers(pool, workers);
    if (pool->nthreads) return pool;
    cv_pool_free(pool);
    return NULL;
}

void cv_pool_free(struct cv_pool *p) {
    if (!p) return;
    pthread_mutex_lock(&p->lock);
    p->stop = true;
    atomic_store(&p->stopping, true);
    pthread_cond_broadcast(&p->work);
    pthread_mutex_unlock(&p->lock);
    for (unsigned i = 0; i < p->nthreads; i++) (void)pthread_join(p->threads[i], NULL);
    for (size_t k = 0; k < CV_LANES; k++)
        for (size_t i = 0; i < p->lanes[k].n; i++) cv_batch_free(slot_at(&p->lanes[k], i)->batch);
    (void)pthread_cond_destroy(&p->work);
    (void)pthread_cond_destroy(&p->done);
    (void)pthread_mutex_destroy(&p->lock);
    cv_window_free(&p->window);
    cv_allocator_malloc.resize(cv_allocator_malloc.ctx, p, sizeof *p, 0);
}

/* ---- the query's side --------------------------------------------------------------------------------- */

/* How many there are changes on the query's thread alone. */
bool cv_pool_wants(const struct cv_pool *p, enum cv_lane lane) {
    if (p->lanes[CV_LANE_FILES].n + p->lanes[CV_LANE_INNER].n >= MOST || p->lanes[lane].n >= p->max) return false;
    return lane != CV_LANE_FILES || p->lanes[lane].n < MOST_FILES;
}

void cv_pool_submit(struct cv_pool *p, enum cv_lane lane, struct cv_batch *b) {
    struct lane *l = &p->lanes[lane];
    pthread_mutex_lock(&p->lock);
    *slot_at(l, l->n++) = (struct slot){b, SLOT_FULL};
    pthread_cond_signal(&p->work);
    pthread_mutex_unlock(&p->lock);
}

static void wait_a_little(struct cv_pool *p) {
    struct timespec until;
#ifdef __APPLE__
    (void)clock_gettime(CLOCK_REALTIME, &until);
#else
    (void)clock_gettime(CLOCK_MONOTONIC, &until);
#endif
    until.tv_nsec += WAIT_NS;
    if (until.tv_nsec >= 1000000000) {
        until.tv_nsec -= 1000000000;
        until.tv_sec++;
    }
    (void)pthread_cond_timedwait(&p->done, &p->lock, &until);
}

/* A batch that nobody had begun is done here, be it the one waited for or one behind it. */
static void help(struct cv_pool *p, struct slot *s, bool (*interrupted)(void *ctx), void *ctx) {
    pthread_mutex_unlock(&p->lock);
    work_through(p, s->batch, &p->window, interrupted, ctx);
    pthread_mutex_lock(&p->lock);
    s->state = SLOT_DONE;
}

enum cv_status cv_pool_take(struct cv_pool *p, enum cv_lane lane, bool (*interrupted)(void *ctx), void *ctx,
                            struct cv_batch **out) {
    struct lane *l = &p->lanes[lane];
    struct slot *s = slot_at(l, 0), *other;
    *out = NULL;
    if (!l->n) return CV_DONE;
    pthread_mutex_lock(&p->lock);
    while (s->state != SLOT_DONE) {
        if ((other = take_on(p)) != NULL)
            help(p, other, interrupted, ctx);
        else
            wait_a_little(p);
        pthread_mutex_unlock(&p->lock);
        if (interrupted(ctx)) return CV_INTERRUPTED;
        pthread_mutex_lock(&p->lock);
    }
    *out = s->batch;
    *s = (struct slot){NULL, SLOT_FREE};
    l->head = (l->head + 1) % RING;
    l->n--;
    l->next--;
    pthread_mutex_unlock(&p->lock);
    return CV_OK;
}
