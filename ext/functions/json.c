/* json.c - cable_json(text): the whole parse of a text as one JSON object, an array of them for several cables.
 * May not: open files. NULL for what is no cable: nothing of such a text comes out again.
 * DETERMINISTIC and INNOCUOUS: the argument alone decides. */
#include "functions.h"
SQLITE_EXTENSION_INIT3

struct result {
    struct cv_buf objects; /* with commas between them */
    size_t n;
};

static void add(struct result *r, const struct cv_document *doc, const struct cv_cable *cable,
                struct cv_arena *scratch) {
    struct cv_scanned scanned = cv_scanned_of(doc, cable);
    if (r->n++) cv_buf_addc(&r->objects, ',');
    cv_json_cable(&scanned, false, scratch, &r->objects);
}

/* CV_DONE when all was read, or from where it is no cable. */
static enum cv_status read_all(struct cv_reader *in, struct cv_interrupts *interrupts, struct result *r) {
    struct cv_arena arena;
    struct cv_document doc = {0};
    enum cv_status rc;
    cv_arena_init(&arena, &cv_allocator_sqlite, 0);
    while ((rc = cv_document_next(in, &doc, &arena)) == CV_OK) {
        struct cv_cable cable = {0};
        rc = cv_document_parse(&doc, CV_NEED_ALL, &arena, &cable);
        if (rc == CV_OK)
            add(r, &doc, &cable, &arena);
        else if (rc != CV_MISUSE)
            break;
        rc = arena.failed || r->objects.arena->failed ? CV_NOMEM : CV_OK;
        cv_arena_reset(&arena);
        if (rc == CV_OK && in->n && cv_interrupted(interrupts)) rc = CV_INTERRUPTED;
        if (rc != CV_OK) break;
    }
    cv_arena_free(&arena);
    return rc == CV_MISUSE ? CV_DONE : rc;
}

static void give(sqlite3_context *ctx, struct result *r, enum cv_status status) {
    struct cv_buf array = {.arena = r->objects.arena};
    if (status == CV_DONE && r->n > 1) {
        cv_buf_addc(&array, '[');
        cv_buf_add(&array, cv_buf_span(&r->objects));
        cv_buf_addc(&array, ']');
        r->objects = array;
    }
    if (status == CV_INTERRUPTED)
        sqlite3_result_error_code(ctx, SQLITE_INTERRUPT);
    else if (status == CV_NOMEM || array.arena->failed)
        sqlite3_result_error_nomem(ctx);
    else if (status == CV_DONE)
        cv_function_result(ctx, cv_buf_span(&r->objects));
    else
        cv_function_error(ctx, "the text could not be read");
}

static void call(sqlite3_context *ctx, int argc, sqlite3_value **argv) {
    struct cv_span text = cv_function_text(argv[0]);
    struct cv_interrupts interrupts = {.db = sqlite3_context_db_handle(ctx)};
    struct cv_arena arena;
    struct result r = {.objects.arena = &arena};
    struct cv_reader in;
    (void)argc;
    if (!text.p) return;
    cv_arena_init(&arena, &cv_allocator_sqlite, 0);
    in = cv_reader_memory(text.p, text.n);
    give(ctx, &r, read_all(&in, &interrupts, &r));
    cv_reader_close(&in);
    cv_arena_free(&arena);
    cv_interrupts_close(&interrupts);
}

static const struct cv_function functions[] = {
    {"cable_json", 1, SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, call, NULL},
};
const struct cv_function_group cv_functions_json = {functions, CV_ARRAY_LEN(functions)};
