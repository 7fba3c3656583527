/* head_pass.c - takes a pass line out of the head: over wrapped lines, up to a label, several that were joined apart.
 * May not: decide whether the line is one (captions.c).
 * Facts: sheet 5 ("A wrapped one continues on the next line until …"). */
#include "extents.h"

static struct cv_span word_at_end(struct cv_span s) {
    size_t n = s.n;
    while (n && !cv_is_space(s.p[n - 1])) n--;
    return cv_span_from(s, n);
}

/* "… NSC FOR": whom is still to come. */
static bool wants_more(struct cv_span s) {
    s = word_at_end(s);
    return cv_span_is(s, "FOR") || cv_span_is(s, "TO") || cv_span_is(s, "PASS");
}

/* The line before breaks off ("… NSC FOR", "… L FOR MITCHELL,"), and this one's own FOR comes only behind a divider. */
static bool completes_pass(struct cv_span before, struct cv_span line) {
    struct cv_span last = word_at_end(before), word;
    if (wants_more(before)) return true;
    if (!last.n || !strchr(",/", last.p[last.n - 1])) return false;
    while ((word = cv_span_word(&line)).n) {
        if (strchr(",;", word.p[word.n - 1])) return true;
        if (cv_span_is(word, "FOR") || cv_span_is(word, "PASS")) return false;
    }
    return false;
}

/* A short pass line below the subject of a text whose blank lines may be lost: the text begins on the next line. */
static bool is_whole(const struct cv_parse *p, struct cv_span before) {
    enum { FULL = 45 };
    struct cv_span last = word_at_end(before);
    return p->container->kind == CV_CONTAINER_NARA && p->out->subject.p && before.n < FULL && last.n &&
           !strchr(",/;", last.p[last.n - 1]) && !cv_span_is(last, "AND");
}

static bool pass_goes_on(struct cv_parse *p, struct cv_span before) {
    struct cv_line *line = cv_extent_line(p, p->at);
    size_t at;
    if (!line || !line->s.n || (line->flags & CV_LINE_PIECE) || cv_is_cut_mark(line->s)) return false;
    if (cv_label_match(line->s, &at) != CV_LABEL_NONE || cv_caption_line(p, line->s, false)) return false;
    if (cv_starts_text(p, line->s) || cv_repeat_begins(line->s)) return false;
    if (!wants_more(cv_span_trim(before)) && is_whole(p, cv_span_trim(before))) return false;
    return !cv_pass_line(line->s) || completes_pass(cv_span_trim(before), line->s);
}

/* Captions behind a pass line on the same line go to captions. */
static struct cv_span captions_off_end(struct cv_parse *p, struct cv_span s) {
    for (;;) {
        size_t n = s.n;
        struct cv_span last;
        while (n && !cv_is_space(s.p[n - 1])) n--;
        last = cv_span_from(s, n);
        if (!n || last.n < 5 || !cv_caption_strong(last) || wants_more(cv_span_trim(cv_span_first(s, n)))) return s;
        (void)cv_caption_line(p, last, true);
        s = cv_span_trim(cv_span_first(s, n));
    }
}

void cv_pass_take(struct cv_parse *p) {
    struct cv_buf b = {.arena = p->arena};
    struct cv_span line = p->lines.v[p->at].s;
    bool joined = p->lines.v[p->at].flags & CV_LINE_PIECE && p->out->pass_to.n;
    for (;;) {
        enum cv_label which;
        size_t at, end = cv_label_find(line, 0, &which, &at);
        if (end == SIZE_MAX || which == CV_LABEL_CLASSIFIED_BY) end = line.n;
        end = cv_pass_length(cv_span_first(line, end), joined);
        if (b.n) cv_buf_addc(&b, ' ');
        cv_buf_add(&b, cv_span_first(line, end));
        cv_extent_cut(p, end);
        if (end < line.n || !pass_goes_on(p, line)) break;
        line = p->lines.v[p->at].s;
    }
    line = captions_off_end(p, cv_single_spaced(p->arena, cv_buf_span(&b)));
    if (line.n) cv_spans_push(p->arena, &p->out->pass_to, line);
}
