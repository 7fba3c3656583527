/* archive.c - the members of an archive, or the one content of a compressed file, as a source: one pass, in the order in
 * which they lie there.
 * May not: read a member that nobody opens, where a directory says what lies in the archive. */
#include "archive.h"

enum { MAX_RETRIES = 16 };

const char *cv_archive_trouble(struct cv_members *m) {
    const char *z = archive_error_string(m->a);
    return z ? z : "unknown trouble";
}

/* Have the next call of `next` say what is wrong with the archive, then end. */
void cv_archive_stop_with(struct cv_members *m, enum cv_problem_code code, const char *why) {
    m->stop = true;
    m->container.problem = (int)code;
    m->container.message = cv_arena_copy(&m->base.arena, cv_span_of(why, strlen(why)));
}

/* The last word: what is wrong with the archive as a whole. */
static enum cv_status give_container(struct cv_members *m, struct cv_entry *out) {
    m->done = true;
    *out = m->container;
    out->archive = false;
    out->member = m->base.depth > 1;
    out->loose = true;
    return CV_OK;
}

/* CV_OK: m->at is a member; CV_DONE: the end; CV_IO: out is a row about the archive. */
static enum cv_status next_header(struct cv_members *m) {
    int r;
    locale_t before = cv_archive_enter_locale(m);
    enum cv_status rc = cv_archive_pass_over(m);
    if (rc || m->stop) {
        cv_archive_leave_locale(before);
        return rc;
    }
    do r = archive_read_next_header(m->a, &m->at);
    while (r == ARCHIVE_RETRY && m->retries++ < MAX_RETRIES);
    cv_archive_leave_locale(before);
    if (m->interrupted) return CV_INTERRUPTED;
    if (r == ARCHIVE_EOF) {
        if (m->any) return CV_DONE;
        cv_archive_stop_with(m, CV_P_UNREADABLE, "an archive without members");
        return CV_OK;
    }
    if (r < ARCHIVE_WARN) {
        cv_archive_stop_with(m, CV_P_UNREADABLE, cv_archive_trouble(m));
        return CV_OK;
    }
    m->single = archive_format(m->a) == ARCHIVE_FORMAT_RAW;
    if (m->single && archive_filter_count(m->a) < 2) cv_archive_stop_with(m, CV_P_UNREADABLE, "no archive after all");
    m->any = true;
    if (m->base.env->limits->max_members && ++m->nmembers > m->base.env->limits->max_members)
        cv_archive_stop_with(m, CV_P_LIMIT, "the archive has more than max_members members");
    return CV_OK;
}

static enum cv_status take_member(struct cv_members *m, struct cv_entry *out) {
    struct cv_source *s = &m->base;
    enum cv_status rc = cv_archive_set_path(m, out);
    if (rc) return rc;
    cv_archive_fill_stat(m, out);
    m->member_bytes = 0;
    if (!cv_entry_of_file(s, out->path, false, out) && (m->sharded || !s->filter->shards)) return CV_DONE;
    if (!m->sharded) {
        /* The archive's own shard has been decided, and its members go with it. */
        out->shard = CV_SHARD_DONE;
        if (!cv_filter_wants(s->filter, out->path) && !out->loose) return CV_DONE;
    }
    if (m->directory) { /* nothing but plain files and folders stands in one that we read */
        out->mtime = cv_zip_mtime(&m->member);
        cv_archive_judge_size(m, out);
    } else {
        rc = cv_archive_judge(m, out);
    }
    if (rc) return rc;
    cv_source_count(&s->env->stats->files_listed, 1);
    return cv_archive_note_name(m, out);
}

static enum cv_status take_single(struct cv_members *m, struct cv_entry *out) {
    out->path = m->container.path;
    out->name = m->container.name;
    out->loose = m->container.loose;
    out->shard = m->container.shard;
    m->done = true; /* to ask libarchive for another would unpack all that is left */
    cv_archive_fill_stat(m, out);
    return CV_OK;
}

/* The next one by the directory; nothing of it is read before it is opened. */
static enum cv_status take_listed(struct cv_members *m, struct cv_entry *out) {
    unsigned max = m->base.env->limits->max_members;
    while (!m->stop && cv_zip_next(m->directory, &m->member)) {
        enum cv_status rc;
        if (cv_archive_stopped(m)) return CV_INTERRUPTED;
        if (max && ++m->nmembers > max) {
            cv_archive_stop_with(m, CV_P_LIMIT, "the archive has more than max_members members");
            break;
        }
        if (m->member.folder) continue;
        rc = take_member(m, out);
        if (rc != CV_DONE) return rc;
        *out = (struct cv_entry){.problem = -1, .size = UINT64_MAX, .mtime = INT64_MIN};
    }
    if (m->stop) return give_container(m, out);
    m->done = true;
    return CV_DONE;
}

static enum cv_status next(struct cv_source *s, struct cv_entry *out, struct cv_error *err) {
    struct cv_members *m = cv_members_of(s);
    (void)err;
    if (m->directory && !m->done) return take_listed(m, out);
    while (!m->done) {
        enum cv_status rc = m->stop ? CV_OK : next_header(m);
        if (rc) return rc;
        if (m->stop) return give_container(m, out);
        if (m->single) return take_single(m, out);
        if (archive_entry_filetype(m->at) == AE_IFDIR && !archive_entry_hardlink(m->at)) continue;
        rc = take_member(m, out);
        if (rc != CV_DONE) return rc;
        *out = (struct cv_entry){.problem = -1, .size = UINT64_MAX, .mtime = INT64_MIN};
    }
    return CV_DONE;
}

static enum cv_status open_entry(struct cv_source *s, struct cv_entry *e, struct cv_window *w, struct cv_reader *out) {
    enum cv_status rc = cv_members_of(s)->directory ? cv_archive_stand_at(cv_members_of(s), w) : CV_OK;
    if (rc) return rc;
    w->members = s;
    rc = cv_window_start(w, e->name, 0, out);
    if (rc) return rc;
    if (!cv_is_archive_content(cv_span_of(out->p, out->n), e->name)) return CV_OK;
    e->archive = true;
    return CV_DONE;
}

const struct cv_source_kind cv_archive_kind = {"archive", next, open_entry, cv_archive_close, false};

/* Not archive_version_details: it leaks its text at every call (3.6.2). */
const char *cv_source_library(void) { return archive_version_string(); }
