/* head.c - walks from the line after the classification line to the first line of the text, and hands the values of
 * captions, pass lines, E.O., TAGS, SUBJECT, REF and Classified By to their parsers.
 * May not: read a value itself; drop a line: one that is nothing known stays in p->lines, in front of the text.
 * Facts: sheet 4 (end) to 10 and 16; NARA sheet 2, 5, 7. How far each value goes: extents.c. */
#include "head.h"
#include "extents.h"

enum {
    AHEAD = 60,    /* lines looked at for the first label: longer than any list of captions and pass lines */
    NEAR = 6,      /* lines between two fields that may be something else */
    MOST_KEPT = 60 /* lines of nothing known in front of the text */
};

struct kept {
    struct cv_line line;
    bool gap; /* a blank line stood before it */
};

struct head {
    struct cv_extent e;
    size_t start, first_label; /* indexes in p->lines; first_label SIZE_MAX: none ahead */
    bool eo, tags, subject, ref, classified;
    struct kept kept[MOST_KEPT];
    size_t nkept;
};

static struct cv_line *line_at(struct head *h, size_t i) { return cv_extent_line(h->e.p, i); }

/* ---- values that wait ---------------------------------------------------------------------------------- */

void cv_tags_settle(struct cv_parse *p) {
    struct cv_unread unread = p->unread_tags;
    p->unread_tags = (struct cv_unread){CV_NONE, 0};
    if (unread.value.p) cv_tags_parse(p, unread.value, unread.line_no);
}

void cv_classified_settle(struct cv_parse *p) {
    struct cv_unread unread = p->unread_classified;
    p->unread_classified = (struct cv_unread){CV_NONE, 0};
    if (unread.value.p) cv_classified_parse(p, unread.value, unread.line_no);
}

/* ---- single fields ----------------------------------------------------------------------------------- */

static void take_eo(struct head *h, size_t value_at) {
    struct cv_parse *p = h->e.p;
    unsigned no = p->lines.v[p->at].no;
    struct cv_span value = cv_extent_take(&h->e, CV_LABEL_EO, value_at);
    if (!p->out->executive_order.p) cv_eo_parse(p, value, no);
    h->eo = true;
}

static void take_tags(struct head *h, size_t value_at) {
    struct cv_parse *p = h->e.p;
    unsigned no = p->lines.v[p->at].no;
    struct cv_span value = cv_extent_take(&h->e, CV_LABEL_TAGS, value_at);
    h->tags = true;
    cv_tags_settle(p);
    p->unread_tags = (struct cv_unread){value, no};
    if (p->needs & (CV_NEED_TAGS | CV_NEED_FIELDS)) cv_tags_settle(p); /* fields are whole where there are TAGS */
}

static void take_subject(struct head *h, size_t value_at) {
    struct cv_parse *p = h->e.p;
    unsigned no = p->lines.v[p->at].no;
    struct cv_span front = cv_span_trim(cv_span_first(p->lines.v[p->at].s, value_at)), portion, meaning;
    size_t n; /* "(C) SUBJECT: …": the mark in front of the label is the subject's */
    struct cv_span value = cv_extent_take(&h->e, CV_LABEL_SUBJECT, value_at);
    cv_subject_set(p, value, no);
    if (front.n && !p->out->subject_portion.p && cv_mark_match(front, p->arena, &n, &portion, &meaning))
        p->out->subject_portion = portion;
    h->subject = p->out->subject.p != NULL;
    if (h->e.over_gap) cv_problem(p, CV_P_SUBJECT_JOINED, no, "the subject goes on after a blank line");
}

static void take_ref(struct head *h, size_t value_at) {
    struct cv_parse *p = h->e.p;
    unsigned no = p->lines.v[p->at].no;
    struct cv_span value = cv_extent_take(&h->e, CV_LABEL_REF, value_at);
    size_t again;
    /* "REF: REFERENCE: …", "REF: REF (A) …" */
    if (value.n &&
        cv_label_match(cv_span_first(value, cv_span_chr(value, '\n') < value.n ? cv_span_chr(value, '\n') : value.n),
                       &again) == CV_LABEL_REF)
        value = cv_span_from(value, again);
    if (p->needs & CV_NEED_REFS) cv_refs_parse(p, value, no);
    h->ref = true;
}

static void take_classified(struct head *h, size_t value_at) {
    struct cv_parse *p = h->e.p;
    unsigned no = p->lines.v[p->at].no;
    struct cv_span value = cv_extent_take(&h->e, CV_LABEL_CLASSIFIED_BY, value_at);
    h->classified = true;
    cv_classified_settle(p);
    p->unread_classified = (struct cv_unread){value, no};
    if (p->needs & CV_NEED_FIELDS) cv_classified_settle(p);
}

static void take_declassify(struct head *h, enum cv_label label, size_t value_at) {
    struct cv_parse *p = h->e.p;
    unsigned no = p->lines.v[p->at].no;
    struct cv_span value = cv_extent_take(&h->e, label, value_at);
    if (label == CV_LABEL_REASON) cv_reasons_parse(p, value);
    if (label == CV_LABEL_DECLASSIFY && !p->out->declassify_on.p && !p->out->declassify_note.p)
        cv_declassify_parse(p, value, false, no);
}

/* The same subject printed a second time is transport; another one is text. */
static bool take_subject_again(struct head *h, size_t value_at) {
    struct cv_parse *p = h->e.p;
    struct cv_span line = p->lines.v[p->at].s;
    if (!cv_same_words(cv_span_trim(cv_span_from(line, value_at)), p->out->subject)) return false;
    cv_fate(p, line, CV_FATE_TRANSPORT);
    p->at++;
    return true;
}

/* A label at the current line; false: it is none that belongs here, and the text begins. */
static bool take_labelled(struct head *h, enum cv_label label, size_t value_at) {
    switch (label) {
    case CV_LABEL_EO:
        if (h->eo && h->subject) return false;
        take_eo(h, value_at);
        return true;
    case CV_LABEL_TAGS:
        if (h->subject) cv_tags_settle(h->e.p);
        if (h->subject && h->e.p->out->tags.n) return false;
        take_tags(h, value_at);
        return true;
    case CV_LABEL_SUBJECT:
        if (h->subject) return take_subject_again(h, value_at);
        take_subject(h, value_at);
        return true;
    case CV_LABEL_REF:
        take_ref(h, value_at);
        return true;
    case CV_LABEL_CLASSIFIED_BY:
        if (h->classified) return false;
        take_classified(h, value_at);
        return true;
    case CV_LABEL_DERIVED_FROM:
    case CV_LABEL_REASON:
    case CV_LABEL_DECLASSIFY:
        if (!h->eo && !h->classified && (h->first_label == SIZE_MAX || h->e.p->at > h->first_label)) return false;
        take_declassify(h, label, value_at);
        return true;
    default:
        return false;
    }
}

/* Classified By as paragraph 1 is no paragraph: its number goes with it. */
static bool take_numbered_classified(struct head *h, struct cv_span line) {
    size_t number = cv_number_prefix(line), value_at;
    struct cv_span rest = cv_span_from(line, number);
    enum cv_label label;
    if (h->classified || !number) return false;
    label = cv_label_match(rest, &value_at);
    if (label != CV_LABEL_CLASSIFIED_BY && !cv_classified_sentence(rest, &value_at)) return false;
    take_classified(h, number + value_at);
    return true;
}

/* ---- captions and pass lines --------------------------------------------------------------------------- */

static void take_line(struct head *h) {
    struct cv_parse *p = h->e.p;
    cv_fate(p, p->lines.v[p->at].s, CV_FATE_FIELD);
    p->at++;
}

/* The line's captions at its start, where a pass line or a label stands behind them (joined by publishers). */
static bool take_caption_prefix(struct head *h, struct cv_span line) {
    struct cv_parse *p = h->e.p;
    size_t n = cv_caption_prefix(p, line, false), at;
    struct cv_span rest = cv_span_from(line, n);
    if (!n || !cv_span_trim(rest).n) return false;
    if (!cv_pass_line(rest) && cv_label_match(rest, &at) == CV_LABEL_NONE) return false;
    (void)cv_caption_prefix(p, line, true);
    cv_extent_cut(p, n);
    return true;
}

/* ---- what is no field ---------------------------------------------------------------------------------- */

static bool may_keep(const struct head *h) { return h->nkept < MOST_KEPT; }

static void keep_line(struct head *h) {
    struct cv_parse *p = h->e.p;
    bool gap = p->at == h->start || p->lines.v[p->at - 1].s.n == 0 || !h->nkept;
    h->kept[h->nkept] = (struct kept){.line = p->lines.v[p->at], .gap = gap};
    if (!h->eo && !h->tags && !h->subject) h->kept[h->nkept].line.flags |= CV_LINE_KEPT;
    h->nkept++;
    p->at++;
}

/* The first n bytes of the line; a label stands behind them. */
static void keep_first(struct head *h, size_t n) {
    struct cv_parse *p = h->e.p;
    struct cv_line *line = &p->lines.v[p->at], rest = *line;
    rest.s = cv_span_trim(cv_span_from(line->s, n));
    rest.flags |= CV_LINE_PIECE;
    line->s = cv_span_trim(cv_span_first(line->s, n));
    keep_line(h);
    p->lines.v[--p->at] = rest;
}

/* A place for one line more in front of the text. */
static bool open_place(struct cv_parse *p) {
    if (!CV_PUSH(p->arena, &p->lines, struct cv_line)) return false;
    memmove(p->lines.v + p->at + 1, p->lines.v + p->at, (p->lines.n - 1 - p->at) * sizeof *p->lines.v);
    p->at++;
    return true;
}

/* Lines of nothing known are moved in front of the text, where the text stage makes blocks of them. The places of
 * the lines that were consumed are free. */
static void put_back_kept(struct head *h) {
    struct cv_parse *p = h->e.p;
    size_t to;
    if (!h->nkept) return;
    while (p->at - h->start < h->nkept)
        if (!open_place(p)) return;
    to = p->at;
    for (size_t k = h->nkept; k-- > 0;) {
        size_t spare = to - h->start;
        bool blank_after = k + 1 == h->nkept || h->kept[k + 1].gap;
        if (blank_after && spare > k + 1) {
            p->lines.v[--to] = h->kept[k].line;
            p->lines.v[to].s.n = 0;
            p->lines.v[to].flags = 0;
        }
        p->lines.v[--to] = h->kept[k].line;
    }
    p->at = to;
}

/* One to four words in capitals: it looks like a caption. */
static bool looks_like_caption(struct cv_span s) {
    unsigned n = 0;
    struct cv_span word, rest = s;
    for (size_t i = 0; i < s.n; i++)
        if (cv_is_lower(s.p[i]) || s.p[i] == ':') return false;
    while ((word = cv_span_word(&rest)).n) n++;
    return n >= 1 && n <= 4;
}

static bool is_alone(struct head *h) {
    struct cv_parse *p = h->e.p;
    struct cv_line *next = line_at(h, p->at + 1);
    return (p->at == 0 || !p->lines.v[p->at - 1].s.n) && (!next || !next->s.n);
}

static void report_unknown(struct head *h, struct cv_span line) {
    struct cv_parse *p = h->e.p;
    if (h->subject && (!looks_like_caption(line) || !is_alone(h))) return;
    if (cv_span_chr(line, ':') != SIZE_MAX || line.n > 100) return;
    cv_problem(p, CV_P_CAPTION_UNKNOWN, p->lines.v[p->at].no, "no caption that is known: %.*s",
               CV_FMT(cv_span_first(cv_span_trim(line), 80)));
}

static bool label_ahead(struct head *h, enum cv_label wanted, size_t lines) {
    struct cv_parse *p = h->e.p;
    size_t at;
    for (size_t i = p->at + 1; i < p->lines.n && lines; i++) {
        struct cv_span s = p->lines.v[i].s;
        if (!s.n) continue;
        lines--;
        if (cv_label_match(s, &at) == wanted) return true;
        if (cv_starts_text(p, s)) return false;
    }
    return false;
}

/* A label that is not yet seen within the next lines, before anything that is text for sure. */
static bool field_ahead(struct head *h, size_t lines) {
    struct cv_parse *p = h->e.p;
    for (size_t i = p->at + 1; i < p->lines.n && lines; i++) {
        struct cv_span s = p->lines.v[i].s;
        size_t at;
        enum cv_label label;
        if (!s.n) continue;
        lines--;
        if (cv_starts_text(p, s)) return false;
        label = cv_label_match(s, &at);
        if ((label == CV_LABEL_EO && !h->eo) || (label == CV_LABEL_TAGS && !h->tags) ||
            (label == CV_LABEL_SUBJECT && !h->subject) || (label == CV_LABEL_REF && !h->ref) ||
            (label == CV_LABEL_CLASSIFIED_BY && !h->classified))
            return true;
    }
    return false;
}

/* "S7BJECT: A", "SUBJECTX A", "XSUBJ: A": in the place of a subject, a first word that is its label but for a letter;
 * the bytes up to the value, 0: it is none. */
static size_t misread_subject(struct cv_span line) {
    struct cv_span rest = line, word = cv_span_word(&rest);
    bool colon = word.n > 1 && word.p[word.n - 1] == ':';
    if (colon) word.n--;
    if (cv_span_distance(word, CV_LIT("SUBJECT")) > 1 && !(colon && cv_span_distance(word, CV_LIT("SUBJ")) <= 1))
        return 0;
    return (size_t)(cv_span_trim_left(rest).p - line.p);
}

/* A subject whose label is lost: it stands behind E.O. or TAGS, short, without a full stop, before REF, Classified By
 * or paragraph 1. */
static bool take_unlabelled_subject(struct head *h, struct cv_span line) {
    struct cv_parse *p = h->e.p;
    size_t i = p->at, n = 0, at, behind;
    struct cv_line *next;
    if (h->subject || (!h->tags && !h->eo) || line.n > 200 || label_ahead(h, CV_LABEL_SUBJECT, NEAR)) return false;
    for (; (next = line_at(h, i)) && next->s.n && cv_label_match(next->s, &at) == CV_LABEL_NONE; i++) {
        if (cv_starts_text(p, next->s) || ++n > 3) return false;
        line = next->s;
    }
    if (line.p[line.n - 1] == '.') return false;
    at = misread_subject(p->lines.v[p->at].s);
    while ((next = line_at(h, i)) && !next->s.n) i++;
    if (!next) return false;
    if (cv_label_match(next->s, &behind) == CV_LABEL_NONE && !cv_number_prefix(next->s)) return false;
    take_subject(h, at);
    return true;
}

/* ---- the walk ------------------------------------------------------------------------------------------ */

static size_t find_first_label(struct cv_parse *p) {
    size_t seen = 0, at;
    for (size_t i = p->at; i < p->lines.n && seen < AHEAD; i++) {
        struct cv_span s = p->lines.v[i].s;
        enum cv_label label;
        if (!s.n) continue;
        seen++;
        label = cv_label_match(s, &at);
        if (label == CV_LABEL_EO || label == CV_LABEL_TAGS || label == CV_LABEL_SUBJECT) return i;
        if (cv_label_find(s, 0, &label, &at) != SIZE_MAX && label != CV_LABEL_CLASSIFIED_BY) return i;
        if (cv_number_prefix(s)) break;
    }
    return SIZE_MAX;
}

/* "FOLLOWING REPEAT LIMA 1234 ACTION SECSTATE DTD 12 MAY QUOTE": text, to the end of its block. */
static bool take_repeat(struct head *h, struct cv_span line) {
    const struct cv_parse *p = h->e.p;
    size_t at;
    if (!cv_repeat_begins(line) && !cv_span_is(line, "QUOTE") && !cv_span_is(line, "QUOTE:") &&
        !cv_span_starts(line, "QUOTE "))
        return false;
    do {
        bool quote = cv_span_ends(line, "QUOTE");
        if (!may_keep(h)) return false;
        keep_line(h);
        if (quote || p->at >= p->lines.n) return true;
        line = cv_span_trim(p->lines.v[p->at].s);
    } while (line.n && cv_label_match(line, &at) == CV_LABEL_NONE && !cv_starts_text(h->e.p, line));
    return true;
}

/* Where a label stands inside the line; its length without one. */
static size_t label_in(struct cv_span line) {
    enum cv_label which;
    size_t at, end = cv_label_find(line, 1, &which, &at);
    return end == SIZE_MAX || which == CV_LABEL_CLASSIFIED_BY || which == CV_LABEL_REF ? line.n : end;
}

/* A line without label before the first label: captions, pass lines, or kept. */
static bool step_before_labels(struct head *h, struct cv_span line) {
    struct cv_parse *p = h->e.p;
    struct cv_classline dupe;
    size_t n;
    if (cv_classline_match(line, p->arena, &dupe)) {
        cv_fate(p, line, CV_FATE_TRANSPORT);
        p->at++;
        return true;
    }
    if (cv_tags_only(line) && p->at + 1 == h->first_label) {
        take_tags(h, 0);
        return true;
    }
    if (take_repeat(h, line)) return true;
    line = cv_span_first(line, label_in(line));
    if (cv_pass_line(line) || cv_pass_names(line)) {
        cv_pass_take(p);
        return true;
    }
    if ((n = cv_caption_prefix(p, line, true)) > 0) { /* "EXDIS AND SOMETHING": the rest is looked at by itself */
        cv_extent_cut(p, n);
        return true;
    }
    if (!may_keep(h)) return false;
    report_unknown(h, line);
    if (line.n < p->lines.v[p->at].s.n)
        keep_first(h, line.n);
    else
        keep_line(h);
    return true;
}

/* Alone above the text or REF, so that no sentence of a text is taken. */
static bool stands_above_text(struct head *h) {
    struct cv_line *next = line_at(h, h->e.p->at + 1);
    size_t at;
    return next &&
           (!next->s.n || cv_starts_text(h->e.p, next->s) || (!h->ref && cv_label_match(next->s, &at) == CV_LABEL_REF));
}

/* "FOR INTERIOR FROM EMBASSY": short and whole, right below REF or the subject on a plain page of the archives. */
static bool is_short_errand(const struct cv_parse *p, struct cv_span line) {
    enum { SHORT = 50 };
    struct cv_span rest = line;
    return p->container->kind == CV_CONTAINER_NARA && line.n < SHORT && cv_span_is(cv_span_word(&rest), "FOR") &&
           cv_span_find(rest, " FROM ") != SIZE_MAX;
}

static bool step_between_labels(struct head *h, struct cv_span line) {
    struct cv_parse *p = h->e.p;
    if (!h->subject && (!h->tags || h->e.over_gap) && cv_tags_only(line)) {
        take_tags(h, 0);
        return true;
    }
    if (!h->subject && h->tags && cv_tags_only(line) && field_ahead(h, 2)) {
        take_tags(h, 0);
        return true;
    }
    if (cv_pass_line_strict(line) || (cv_pass_alone(line) && (stands_above_text(h) || is_short_errand(h->e.p, line)))) {
        cv_pass_take(p);
        return true;
    }
    if (take_unlabelled_subject(h, line)) return true;
    if (!may_keep(h) || cv_starts_text(p, line) || !field_ahead(h, NEAR)) return false;
    report_unknown(h, line);
    keep_line(h);
    return true;
}

/* "..." where a publisher cut the telegram in its head: nothing stands behind it. */
static bool take_cut_mark(struct head *h, struct cv_span line) {
    struct cv_parse *p = h->e.p;
    size_t i = p->at + 1;
    if (!cv_is_cut_mark(line) || p->partial) return false;
    while (i < p->lines.n && !cv_span_trim(p->lines.v[i].s).n) i++;
    if (i < p->lines.n) return false;
    cv_problem(p, CV_P_TRUNCATED, p->lines.v[p->at].no, "the telegram breaks off");
    take_line(h);
    return true;
}

/* Takes what begins at the current line; false: the text begins there. */
static bool step(struct head *h) {
    struct cv_parse *p = h->e.p;
    struct cv_span line = p->lines.v[p->at].s;
    size_t value_at = 0;
    enum cv_label label;
    if (!line.n) {
        p->at++;
        return true;
    }
    if (take_cut_mark(h, line)) return true;
    label = cv_label_match(line, &value_at);
    if (label != CV_LABEL_NONE) return take_labelled(h, label, value_at);
    if (cv_is_dashes(line) && field_ahead(h, 1)) { /* between SUBJECT and REF */
        cv_fate(p, line, CV_FATE_TRANSPORT);
        p->at++;
        return true;
    }
    if (take_numbered_classified(h, line)) return true;
    if (cv_number_prefix(line)) return false;
    if (!h->classified && cv_classified_sentence(line, &value_at)) {
        take_classified(h, value_at);
        return true;
    }
    if (cv_caption_line(p, line, true)) {
        take_line(h);
        return true;
    }
    if (take_caption_prefix(h, line)) return true;
    if (h->first_label != SIZE_MAX && p->at <= h->first_label && !h->eo && !h->tags && !h->subject)
        return step_before_labels(h, line);
    return step_between_labels(h, line);
}

/* ---- at the end of the text ------------------------------------------------------------------------------ */

static void remove_lines(struct cv_parse *p, size_t from, size_t to) {
    memmove(p->lines.v + from, p->lines.v + to, (p->lines.n - to) * sizeof *p->lines.v);
    p->lines.n -= to - from;
}

/* Classified By at the end: with its colon or a reason, so that no sentence of the text is taken for it. */
static void take_classified_tail(struct head *h) {
    struct cv_parse *p = h->e.p;
    size_t start = p->at, seen = 0, value_at;
    enum { TAIL = 40 };
    for (size_t i = p->lines.n; i-- > start && seen < TAIL;) {
        struct cv_span s = p->lines.v[i].s;
        if (!s.n) continue;
        seen++;
        if (cv_label_match(s, &value_at) != CV_LABEL_CLASSIFIED_BY) continue;
        if (s.p[value_at ? value_at - 1 : 0] != ':' && cv_span_chr(cv_span_first(s, value_at), ':') == SIZE_MAX &&
            cv_reasons_end(cv_lines_text(p, i, i + 2)) == SIZE_MAX)
            continue;
        p->at = i;
        take_classified(h, value_at);
        remove_lines(p, i, p->at);
        break;
    }
    p->at = start;
}

/* GP-3: the automatic groups of E.O. 10501, alone on a line before the signature. */
static void take_group(struct head *h) {
    struct cv_parse *p = h->e.p;
    size_t seen = 0;
    for (size_t i = p->lines.n; i-- > p->at && seen < 6;) {
        struct cv_span s = cv_span_trim(p->lines.v[i].s);
        if (!s.n) continue;
        seen++;
        if (s.p[s.n - 1] == '.') s.n--;
        if (s.n != 4 || !cv_span_starts(s, "GP-") || s.p[3] < '1' || s.p[3] > '4') continue;
        if (!p->out->declassify_note.p) p->out->declassify_note = s;
        cv_fate(p, p->lines.v[i].s, CV_FATE_TRANSPORT);
        remove_lines(p, i, i + 1);
        return;
    }
}

/* "Classified" / "By: …": a label that was cut at the line's end is one line again. */
static void join_cut_label(struct cv_parse *p) {
    size_t seen = 0;
    for (size_t i = p->at; i + 1 < p->lines.n && seen < AHEAD; i++) {
        struct cv_span s = cv_span_trim(p->lines.v[i].s), next = cv_span_trim(p->lines.v[i + 1].s);
        seen += s.n > 0;
        if (s.n < 10 || s.n > 16 || !next.n || !cv_span_ends(s, "CLASSIFIED") || cv_span_ends(s, "DECLASSIFIED"))
            continue;
        if (s.n > 10 && s.p[0] != '(') continue;
        if (!cv_span_starts(next, "BY:") && !(cv_span_starts(next, "BY ") && cv_is_upper(next.p[0]))) continue;
        p->lines.v[i].s = cv_span_range(s.p, next.p + next.n);
        remove_lines(p, i + 1, i + 2);
        return;
    }
}

void cv_head_parse(struct cv_parse *p) {
    struct head *h = cv_arena_alloc(p->arena, sizeof *h);
    if (!h) return;
    h->e.p = p;
    h->start = p->at;
    join_cut_label(p);
    h->first_label = find_first_label(p);
    while (p->at < p->lines.n && step(h)) {
    }
    put_back_kept(h);
    if (p->partial) return;
    if (!h->classified && !p->out->classified_by.p) take_classified_tail(h);
    if (!p->out->executive_order.p || cv_span_is(p->out->executive_order, "10501")) take_group(h);
}
