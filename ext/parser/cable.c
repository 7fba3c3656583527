/* cable.c - the stages of the parser in their order (parser.h), and what all of them use: fates, problems, texts. */
#include "parser.h"
#include <stdarg.h>
#include <stdio.h>

void cv_fate_mark(struct cv_parse *p, struct cv_span s, enum cv_fate fate) {
    const char *from = s.p, *end = from + s.n;
    if (from < p->text.p || end > p->text.p + p->text.n) return; /* rebuilt in the arena: its pieces were marked */
    for (; from < end; from++) {
        unsigned char *f = &p->fates[from - p->text.p];
        if (cv_is_space(*from)) continue;
        *f = *f == CV_FATE_NONE ? (unsigned char)fate : (unsigned char)CV_FATE_TWICE;
    }
}

/* Takes out what is left of UTF-8 sequences that a precision or the end of the buffer cut; the new length. */
static size_t whole_characters(char *s, size_t n) {
    size_t to = 0;
    for (size_t i = 0, k; i < n; i += k) {
        unsigned c = (unsigned char)s[i];
        size_t len = c < 0x80 ? 1 : c < 0xC0 ? 0 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
        for (k = 1; k < len && i + k < n && ((unsigned char)s[i + k] & 0xC0) == 0x80;) k++;
        if (k != len) continue;
        memmove(s + to, s + i, len);
        to += len;
    }
    return to;
}

void cv_problem(struct cv_parse *p, enum cv_problem_code code, unsigned line_no, const char *fmt, ...) {
    char message[256];
    va_list ap;
    struct cv_problem *row;
    if (!cv_wants_problems(p)) return; /* nobody asked */
    va_start(ap, fmt);
    (void)vsnprintf(message, sizeof message, fmt, ap);
    va_end(ap);
    row = CV_PUSH(p->arena, &p->out->problems, struct cv_problem);
    if (!row) return;
    size_t n = whole_characters(message, strlen(message));
    *row = (struct cv_problem){code, line_no, cv_arena_copy(p->arena, cv_span_of(message, n))};
}

struct cv_span cv_lines_text(struct cv_parse *p, size_t from, size_t to) {
    struct cv_buf b = {.arena = p->arena};
    if (to > p->lines.n) to = p->lines.n;
    if (from >= to) return CV_NONE;
    if (to - from == 1) return p->lines.v[from].s;
    for (size_t i = from; i < to; i++) {
        if (i > from) cv_buf_addc(&b, '\n');
        cv_buf_add(&b, p->lines.v[i].s);
    }
    return cv_buf_span(&b);
}

struct cv_span cv_single_spaced(struct cv_arena *a, struct cv_span s) {
    struct cv_buf b = {.arena = a};
    bool gap = false, change = false;
    s = cv_span_trim(s);
    for (size_t i = 0; i < s.n && !change; i++) {
        change = cv_is_space(s.p[i]) && (s.p[i] != ' ' || gap);
        gap = s.p[i] == ' ';
    }
    if (!change) return s;
    gap = false;
    for (size_t i = 0; i < s.n; i++) {
        if (cv_is_space(s.p[i])) {
            gap = true;
            continue;
        }
        if (gap) cv_buf_addc(&b, ' ');
        gap = false;
        cv_buf_addc(&b, s.p[i]);
    }
    return cv_buf_span(&b);
}

static void stages(struct cv_parse *p) {
    cv_lines_split(p);
    cv_transport_strip(p);
    cv_sections_strip(p);
    cv_envelope_parse(p);
    cv_resolve_identity(p);
    if (p->needs & ~(unsigned)(CV_NEED_ENVELOPE | CV_NEED_RAW)) cv_head_parse(p);
    cv_resolve_fields(p);
    if (p->needs & CV_NEED_TEXT) cv_text_parse(p);
}

enum {
    HEAD_BYTES = 12 * 1024, /* last try of a head-only parse: holds the head of all but the longest address lists */
    BEHIND_ENVELOPE = 128,  /* first try, from the subject on: enough to see that the address part has ended */
    BEHIND_FIELDS = 1536    /* the same with subject, references and Classified By of most telegrams */
};

/* From 1995 on a classified cable names who classified it, before the text or at its end. */
static bool who_classified(const struct cv_cable *c) {
    return c->classified_by.p || c->reasons.n || c->classification < CV_CONFIDENTIAL || c->year < 1995;
}

/* Under E.O. 10501 the group may stand at the end. */
static bool group_may_follow(const struct cv_cable *c) {
    return !c->declassify_note.p && cv_span_is(c->executive_order, "10501");
}

/* What a header line lacks here, that of a later section may have, and a later page the number that its archive knows. */
static bool header_is_whole(const struct cv_parse *p) {
    const struct cv_observed *o = &p->seen;
    if (p->container->kind == CV_CONTAINER_NARA && !o->page_serial) return false;
    return o->has_dtg && o->classification != CV_CLASS_NONE && o->class_station.p && o->class_serial;
}

/* Nothing is missing that a later section's header, the container or the text's end could still supply. */
static bool head_is_whole(const struct cv_parse *p) {
    const struct cv_cable *c = p->out;
    if (!header_is_whole(p) || !c->id.p) return false;
    if (!(p->needs & (CV_NEED_FIELDS | CV_NEED_REFS | CV_NEED_TAGS))) return true;
    if (!(p->needs & (CV_NEED_FIELDS | CV_NEED_REFS))) return c->tags.n > 0;
    return c->subject.p && c->tags.n && c->executive_order.p && who_classified(c) && !group_may_follow(c) &&
           !cv_drafting_may_follow(p);
}

enum attempt { WHOLE, TOO_SHORT, NEEDS_MORE };

/* Parses the first n bytes. Nothing is changed unless they hold the whole head. */
static enum attempt try_head(struct cv_parse *p, size_t n) {
    struct cv_parse head = *p;
    struct cv_cable before = *p->out; /* lists only grow: their old lengths undo what the attempt pushed */
    bool text_begins;
    head.partial = true;
    while (n && p->text.p[n - 1] != '\n') n--;
    head.text.n = n;
    stages(&head);
    text_begins = head.at + 2 < head.lines.n;
    if (!text_begins || !head_is_whole(&head)) {
        *p->out = before;
        return text_begins ? NEEDS_MORE : TOO_SHORT;
    }
    p->lines.v = head.lines.v, p->lines.n = head.lines.n, p->lines.cap = head.lines.cap;
    p->body_at = head.body_at; /* where header and body meet */
    return WHOLE;
}

/* Most heads end soon behind their subject. */
static bool try_head_only(struct cv_parse *p) {
    size_t most = p->text.n < HEAD_BYTES ? p->text.n : HEAD_BYTES, n = 0;
    size_t subject;
    enum attempt first = TOO_SHORT;
    if (p->needs & CV_NEED_TEXT || p->fates || !most) return false;
    subject = cv_span_index(cv_span_first(p->text, most), "SUBJ");
    if (subject != SIZE_MAX)
        n = subject + (p->needs & (CV_NEED_FIELDS | CV_NEED_REFS | CV_NEED_TAGS) ? BEHIND_FIELDS : BEHIND_ENVELOPE);
    if (n && n < most) first = try_head(p, n);
    return first == WHOLE || (first == TOO_SHORT && most < p->text.n && try_head(p, most) == WHOLE);
}

enum cv_status cv_telegram_parse(struct cv_parse *p) {
    p->seen.filed_minute = -1;
    p->whole = p->text;
    if (!try_head_only(p)) stages(p);
    return p->arena->failed ? CV_NOMEM : CV_OK;
}
