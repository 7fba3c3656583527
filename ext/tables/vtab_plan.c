/* vtab_plan.c - xBestIndex: which constraints the scan can use, what has to be parsed, and what that costs.
 * May not: open anything, complain about a missing source (SQLite plans OR arms without it), allocate but for idxStr.
 *
 * Facts, measured on 3.40.1 and 3.53.2:
 * - An argument column that has only unusable equalities must be refused, or a join on it comes out empty. Refusing
 *   anything else breaks OR and LIKE.
 * - An argument may be offered twice. LIKE and GLOB come as such, and in part also as a range, LIKE's without regard to
 *   case; of a pattern that begins with a digit, as paths by year do, no range comes. LIMIT and OFFSET are taken without
 *   omit, as a bound for reading ahead; nothing is cut.
 * - Only arguments are omitted from SQLite's own check: everything else is compared again, so that a scan may be loose.
 *
 * ORDER BY is consumed only for content, whose rows lie in (doc, ordinal) order for certain. Of a source, path order is
 * byte order unless there is an archive among the files, and a plan may not look. */
#include "vtab.h"
SQLITE_EXTENSION_INIT3

/* In units of SQLite's planner (one row of a b-tree, about 20 ns). Measured on 24,000 cables of 8 kB, warm: opening and
 * reading a file 5 µs, its head 3 µs, all of it 20 µs. */
#define COST_ENTRY      20.0
#define COST_OPEN       250.0
#define COST_HEAD       150.0
#define COST_WHOLE      1000.0
#define USUAL_DOCUMENTS 10000.0 /* of a source nobody has looked at */
#define USUAL_LIST      10.0    /* values in an IN list */
#define SHARE_OF_INDEX  40.0    /* heads that one look-up by id answers for: the first reads all, later ones a file */
#define PART_OF_RANGE   0.25    /* that one bound on path leaves */

/* One row a slot: its argv position is its place here, and its words are what EXPLAIN QUERY PLAN shows. */
static const struct {
    const char *words, *words_in; /* NULL: the plan does not mention it */
} slot_words[CV_SLOTS] = {
    [CV_SLOT_SHARD] = {"shard=?", NULL},
    [CV_SLOT_CONTENT] = {"content=?", NULL},
    [CV_SLOT_PATH] = {"path=?", "path IN (?)"},
    [CV_SLOT_LOW] = {"path>?", NULL},
    [CV_SLOT_HIGH] = {"path<?", NULL},
    [CV_SLOT_LIKE] = {"path LIKE ?", NULL},
    [CV_SLOT_GLOB] = {"path GLOB ?", NULL},
    [CV_SLOT_ID] = {"id=?", "id IN (?)"},
    [CV_SLOT_DOC] = {"doc=?", NULL},
    [CV_SLOT_LIMIT] = {"limit", NULL},
};

struct plan {
    const struct cv_vtab *v;
    sqlite3_index_info *info;
    int taken[CV_SLOTS]; /* index of the constraint, -1: none */
    int idxNum;
    unsigned needs;
};

static bool is_column(const struct cv_vtab *v, int i, const char *name) {
    const struct cv_column *c = i < 0 ? NULL : cv_vtab_descriptor(v, i);
    return c && strcmp(c->name, name) == 0;
}

/* The slot that a constraint could fill, or -1. */
static int slot_of(const struct plan *p, int i) {
    const struct sqlite3_index_constraint *c = &p->info->aConstraint[i];
    int argument = c->iColumn - p->v->nvisible;
    if (c->op == SQLITE_INDEX_CONSTRAINT_LIMIT) return CV_SLOT_LIMIT;
    if (c->op == SQLITE_INDEX_CONSTRAINT_OFFSET) return CV_SLOT_OFFSET;
    if (argument >= 0 && argument < p->v->narguments)
        return c->op == SQLITE_INDEX_CONSTRAINT_EQ ? (int)CV_SLOT_SOURCE + argument : -1;
    switch (c->op) {
    case SQLITE_INDEX_CONSTRAINT_EQ:
        if (is_column(p->v, c->iColumn, "path")) return CV_SLOT_PATH;
        if (is_column(p->v, c->iColumn, "doc")) return CV_SLOT_DOC;
        return is_column(p->v, c->iColumn, "id") ? CV_SLOT_ID : -1;
    case SQLITE_INDEX_CONSTRAINT_GT:
    case SQLITE_INDEX_CONSTRAINT_GE:
        return is_column(p->v, c->iColumn, "path") ? CV_SLOT_LOW : -1;
    case SQLITE_INDEX_CONSTRAINT_LT:
    case SQLITE_INDEX_CONSTRAINT_LE:
        return is_column(p->v, c->iColumn, "path") ? CV_SLOT_HIGH : -1;
    case SQLITE_INDEX_CONSTRAINT_LIKE:
        return is_column(p->v, c->iColumn, "path") ? CV_SLOT_LIKE : -1;
    case SQLITE_INDEX_CONSTRAINT_GLOB:
        return is_column(p->v, c->iColumn, "path") ? CV_SLOT_GLOB : -1;
    default:
        return -1;
    }
}

/* Equalities and ranges count in the collation that the comparison uses, not in the column's. */
static bool collation_fits(const struct plan *p, int i, int slot) {
    const char *z;
    if (slot != CV_SLOT_PATH && slot != CV_SLOT_ID && slot != CV_SLOT_LOW && slot != CV_SLOT_HIGH) return true;
    z = sqlite3_vtab_collation(p->info, i);
    if (sqlite3_stricmp(z, "BINARY") == 0) return true;
    return (slot == CV_SLOT_LOW || slot == CV_SLOT_HIGH) && sqlite3_stricmp(z, "NOCASE") == 0;
}

static bool is_in(const struct plan *p, int i) { return sqlite3_vtab_in(p->info, i, -1); }

/* Fill the slots. False: an argument column has only unusable equalities. */
static bool take(struct plan *p) {
    bool unusable[CV_ARGS] = {false};
    for (int i = 0; i < p->info->nConstraint; i++) {
        int slot = slot_of(p, i);
        if (slot < 0) continue;
        if (!p->info->aConstraint[i].usable) {
            if (slot < (int)CV_ARGS) unusable[slot] = true;
            continue;
        }
        if (!collation_fits(p, i, slot)) continue;
        if (slot == CV_SLOT_DOC && is_in(p, i)) continue; /* a scan for each value would lose the order of paths */
        /* One value beats a list. */
        if (p->taken[slot] < 0 || ((slot == CV_SLOT_PATH || slot == CV_SLOT_ID) && is_in(p, p->taken[slot])))
            p->taken[slot] = i;
    }
    for (int a = 0; a < (int)CV_ARGS; a++)
        if (unusable[a] && p->taken[a] < 0) return false;
    /* Rows that SQLite sorts it wants all: the limit bounds nothing. */
    if (p->info->nOrderBy && p->taken[CV_SLOT_CONTENT] < 0) p->taken[CV_SLOT_LIMIT] = p->taken[CV_SLOT_OFFSET] = -1;
    return true;
}

static void number_arguments(struct plan *p) {
    int next = 1;
    for (int slot = 0; slot < (int)CV_SLOTS; slot++) {
        int i = p->taken[slot];
        if (i < 0) continue;
        p->info->aConstraintUsage[i].argvIndex = next++;
        p->info->aConstraintUsage[i].omit = slot < (int)CV_ARGS;
        p->idxNum |= 1 << slot;
        if ((slot == CV_SLOT_PATH || slot == CV_SLOT_ID) && is_in(p, i)) {
            (void)sqlite3_vtab_in(p->info, i, 1);
            p->idxNum |= slot == CV_SLOT_PATH ? CV_PLAN_PATH_IN : CV_PLAN_ID_IN;
        }
    }
}

static void note_ranges(struct plan *p) {
    int low = p->taken[CV_SLOT_LOW], high = p->taken[CV_SLOT_HIGH];
    if (low >= 0 && sqlite3_stricmp(sqlite3_vtab_collation(p->info, low), "NOCASE") == 0)
        p->idxNum |= CV_PLAN_LOW_NOCASE;
    if (high < 0) return;
    if (sqlite3_stricmp(sqlite3_vtab_collation(p->info, high), "NOCASE") == 0) p->idxNum |= CV_PLAN_HIGH_NOCASE;
    if (p->info->aConstraint[high].op == SQLITE_INDEX_CONSTRAINT_LE) p->idxNum |= CV_PLAN_HIGH_ITSELF;
}

/* colUsed has a bit for each of the first columns, and its last bit for all the rest; argument columns need nothing. */
static unsigned needs_of(const struct plan *p) {
    enum { LAST = 63 };
    unsigned needs = p->v->table->needs;
    for (int i = 0; i < (int)p->v->table->ncolumns + p->v->narguments; i++) {
        const struct cv_column *c = cv_vtab_descriptor(p->v, i);
        if (c && (p->info->colUsed >> (i < LAST ? i : LAST) & 1)) needs |= c->needs;
    }
    if (p->taken[CV_SLOT_ID] >= 0) needs |= CV_NEED_ENVELOPE;
    return needs;
}

static void estimate(struct plan *p) {
    double documents = USUAL_DOCUMENTS, each, cost;
    bool whole = p->needs & (CV_NEED_TEXT | CV_NEED_RAW);
    for (int slot = CV_SLOT_LOW; slot <= (int)CV_SLOT_GLOB; slot++)
        if (p->taken[slot] >= 0) documents *= PART_OF_RANGE;
    if (p->taken[CV_SLOT_PATH] >= 0) documents = p->idxNum & CV_PLAN_PATH_IN ? USUAL_LIST : 1;
    if (p->taken[CV_SLOT_CONTENT] >= 0) documents = 1;
    each = p->v->table->entries ? COST_ENTRY : COST_OPEN + (whole ? COST_WHOLE : COST_HEAD);
    if (p->needs & CV_ASK_FORMAT) each += COST_OPEN;
    cost = documents * each;
    if (p->taken[CV_SLOT_ID] >= 0 && documents > USUAL_LIST) {
        documents = p->idxNum & CV_PLAN_ID_IN ? USUAL_LIST : 1;
        cost = documents * (each + SHARE_OF_INDEX * (COST_OPEN + COST_HEAD));
    }
    documents *= p->v->table->usual;
    p->info->estimatedCost = cost + documents;
    p->info->estimatedRows = (sqlite3_int64)documents;
}

/* ORDER BY path, doc, ordinal, ascending, or a beginning of it without gap; path is the same for all rows here. */
static bool in_order(const struct plan *p) {
    static const char *const order[] = {"path", "doc", "ordinal"};
    size_t at = 0;
    for (int i = 0; i < p->info->nOrderBy; i++) {
        int column = p->info->aOrderBy[i].iColumn;
        if (p->info->aOrderBy[i].desc) return false;
        if (at == 0 && !is_column(p->v, column, "path")) at = 1;
        if (at >= CV_ARRAY_LEN(order) || !is_column(p->v, column, order[at++])) return false;
    }
    return p->info->nOrderBy > 0;
}

static const char *depth_words(const struct plan *p) {
    if (p->v->table->entries) return p->needs & CV_ASK_FORMAT ? "first-bytes" : "list-only";
    return p->needs & (CV_NEED_TEXT | CV_NEED_RAW) ? "whole" : "head-only";
}

static char *words_of(const struct plan *p) {
    sqlite3_str *s = sqlite3_str_new(p->v->db);
    for (int slot = 0; slot < (int)CV_SLOTS; slot++) {
        bool list =
            (slot == CV_SLOT_PATH && p->idxNum & CV_PLAN_PATH_IN) || (slot == CV_SLOT_ID && p->idxNum & CV_PLAN_ID_IN);
        const char *words = list ? slot_words[slot].words_in : slot_words[slot].words;
        if (words && p->taken[slot] >= 0) sqlite3_str_appendf(s, "%s ", words);
    }
    sqlite3_str_appendall(s, depth_words(p));
    return sqlite3_str_finish(s);
}

int cv_vtab_best_index(sqlite3_vtab *pVtab, sqlite3_index_info *info) {
    struct plan p = {.v = (struct cv_vtab *)pVtab, .info = info};
    for (int slot = 0; slot < (int)CV_SLOTS; slot++) p.taken[slot] = -1;
    if (!take(&p)) return SQLITE_CONSTRAINT;
    number_arguments(&p);
    note_ranges(&p);
    p.needs = needs_of(&p);
    estimate(&p);
    info->idxNum = p.idxNum | (int)(p.needs << CV_PLAN_NEEDS);
    info->orderByConsumed = p.taken[CV_SLOT_CONTENT] >= 0 && in_order(&p);
    info->idxStr = words_of(&p);
    info->needToFreeIdxStr = 1;
    return info->idxStr ? SQLITE_OK : SQLITE_NOMEM;
}
