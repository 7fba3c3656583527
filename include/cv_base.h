/* cv_base.h - the few types that every stage of cablevtab shares: span, arena, list of spans,
 * status, error. Public because the parser's results are made of them.
 * Nothing here knows SQLite, files or cables. */
#ifndef CV_BASE_H
#define CV_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Status of every call that can fail. 0 is fine; a damaged document is not a failure. */
enum cv_status {
    CV_OK = 0,
    CV_DONE,        /* nothing more to read; not an error */
    CV_NOMEM,       /* an arena's ceiling or the allocator refused */
    CV_IO,          /* a file or member could not be read */
    CV_NOTFOUND,    /* a source that does not exist */
    CV_LIMIT,       /* a configured limit was reached */
    CV_INTERRUPTED, /* the interrupt callback said so */
    CV_MISUSE       /* the caller's arguments are wrong */
};

/* Bytes [p, p+n): UTF-8 unless the function says otherwise, never NUL-terminated by contract.
 * p == NULL means "absent", and then n is 0. Who keeps the bytes alive is said where the span is handed out. */
struct cv_span {
    const char *p;
    size_t n;
};

/* A list of spans; v lives in the same arena as what the spans belong to. */
struct cv_spans {
    struct cv_span *v;
    size_t n, cap;
};

/* What went wrong, in words for the user. The caller owns it; message is always terminated. */
struct cv_error {
    enum cv_status status;
    unsigned line;     /* from 1; 0 where no line is meant */
    char message[512]; /* names the thing and, where there is one, the way out */
};

/* The only allocator interface. resize(ctx, NULL, 0, n) allocates, resize(ctx, p, old, 0) frees
 * and returns NULL; otherwise like realloc. Returns NULL when it refuses. */
struct cv_allocator {
    void *(*resize)(void *ctx, void *p, size_t old_n, size_t new_n);
    void *ctx;
    bool (*stop)(void *ctx); /* may be NULL; an arena asks it every so many bytes, and true has it fail */
};

/* malloc, realloc, free. */
extern const struct cv_allocator cv_allocator_malloc;

/* A bump allocator: all that belongs to one document is freed together. Zero-initialise through
 * cv_arena_init. Once an allocation was refused, `failed` stays set until the next reset, every
 * further allocation returns NULL, and the parse that used it answers CV_NOMEM. */
struct cv_arena {
    const struct cv_allocator *allocator;
    struct cv_chunk *chunks; /* newest first */
    size_t used, ceiling;    /* bytes handed out since reset; 0 ceiling: none */
    bool failed;
};

void cv_arena_init(struct cv_arena *a, const struct cv_allocator *allocator, size_t ceiling);
/* n bytes aligned for any object, zeroed; NULL once failed. */
void *cv_arena_alloc(struct cv_arena *a, size_t n);
/* The same, not zeroed: for what is written over at once. */
void *cv_arena_room(struct cv_arena *a, size_t n);
/* Has it failed, or does its allocator say to stop? For loops that take long and no memory. */
bool cv_arena_stopped(struct cv_arena *a);
/* Forget all that was handed out; keeps the largest chunk, so that the steady state allocates nothing. */
void cv_arena_reset(struct cv_arena *a);
void cv_arena_free(struct cv_arena *a);

#endif
