/* cable.c - the stages of the parser in their order (parser.h), and the try with a head alone. */
#include "parser.h"

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
