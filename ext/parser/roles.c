/* roles.c - the role that marker words and headings give a paragraph, and the texts of summary and comment.
 * May not: change a paragraph's text. Facts: 5 FAH-1 H-246; sheet 11 "Summary", "Comment". */
#include "text.h"

/* Where the bracket that stands open before `from` closes; t.n: nowhere. */
static size_t bracket_end(struct cv_span t, size_t from) {
    unsigned depth = 1;
    for (size_t i = from; i < t.n; i++) {
        if (t.p[i] == '(' || t.p[i] == '[') depth++;
        if ((t.p[i] == ')' || t.p[i] == ']') && --depth == 0) return i;
    }
    return t.n;
}

/* ---- summary and comment ---- */

struct gather {
    struct cv_parse *p;
    const struct cv_markers *markers;
    struct cv_buf text[2]; /* summary, comment */
    bool more[2];          /* what comes next goes on with what was added last */
    enum cv_paragraph_role open;
    bool by_heading;
    unsigned heading_no; /* the heading that was asked last, and its role */
    enum cv_paragraph_role heading_role;
};

static size_t index_of(enum cv_paragraph_role r) { return r == CV_ROLE_COMMENT; }

/* What opened the marker behind s goes: "… x. (END SUMMARY)", "… x. --END SUMMARY--". */
static struct cv_span without_opening(struct cv_span s) {
    for (;;) {
        size_t n = s.n; /* in front of the signs at its end */
        while (n && strchr("-/*", s.p[n - 1])) n--;
        if (n < s.n && (!n || cv_is_space(s.p[n - 1])))
            s = cv_span_trim_right(cv_span_first(s, n));
        else if (s.n && (s.p[s.n - 1] == '(' || s.p[s.n - 1] == '['))
            s = cv_span_trim_right(cv_span_first(s, s.n - 1));
        else
            return s;
    }
}

/* White space single, runs of dashes out. */
static void add(struct gather *g, enum cv_paragraph_role role, struct cv_span s) {
    struct cv_buf *b = &g->text[index_of(role)];
    struct cv_span word, portion, meaning;
    size_t n;
    bool first = true;
    s = cv_span_trim(s);
    if (cv_mark_match(s, g->p->arena, &n, &portion, &meaning)) s = cv_span_trim(cv_span_from(s, n));
    s = without_opening(s);
    while ((word = cv_span_word(&s)).p) {
        if (word.n >= 3 && cv_is_dashes(word)) continue;
        if (first && b->n)
            cv_buf_addz(b, g->more[index_of(role)] || role == CV_ROLE_SUMMARY ? " " : "\n\n");
        else if (!first)
            cv_buf_addc(b, ' ');
        cv_buf_add(b, word);
        first = false;
    }
    g->more[index_of(role)] = true;
}

static void open_segment(struct gather *g, const struct cv_marker *m) {
    g->open = m->role;
    g->by_heading = false;
    if (!m->more) g->more[index_of(m->role)] = false;
}

/* "(Comment: …)" inside a paragraph; of a comment's own text it is a part. Returns where its bracket ends. */
static size_t gather_bracket(struct gather *g, struct cv_span t, size_t i, size_t last) {
    const struct cv_marker_at *e = &g->markers->v[i];
    size_t from = e->at + e->n, end = bracket_end(t, from), stop = end, which = index_of(e->m.role);
    bool more = g->more[which];
    for (size_t k = i + 1; k < last && g->markers->v[k].at < end; k++)
        if (g->markers->v[k].m.end) {
            stop = g->markers->v[k].at;
            break;
        }
    if (g->open == e->m.role) return end;
    g->more[which] = e->m.more;
    add(g, e->m.role, cv_span_range(t.p + from, t.p + stop));
    g->more[which] = g->open == CV_ROLE_NONE ? false : more;
    return end;
}

/* "Comment (SBU) x. End comment.": the word is no marker but for its end. Where the text behind it begins. */
static size_t opening_word(const struct gather *g, struct cv_span t, enum cv_paragraph_role role) {
    struct cv_marker m;
    if (g->open != CV_ROLE_NONE || !cv_marker_match(t, &m) || m.end || m.role != role || !m.capital) return 0;
    return m.n;
}

/* One paragraph's text with its markers [first, last): takes what belongs to summary and comment. */
static void gather_paragraph(struct gather *g, struct cv_span t, size_t first, size_t last) {
    size_t from = 0, skip = 0;
    for (size_t i = first; i < last; i++) {
        const struct cv_marker_at *e = &g->markers->v[i];
        if (e->at < skip) continue;
        if (e->m.end) {
            enum cv_paragraph_role role = g->open != CV_ROLE_NONE ? g->open : e->m.role;
            if (g->open == CV_ROLE_NONE) g->more[index_of(role)] = false; /* "End summary" without a beginning */
            /* of the other role it ends the block where it closes the paragraph: a slip of the drafter */
            if (role != e->m.role && cv_span_trim(cv_span_from(t, e->at + e->n)).n) continue;
            add(g, role, cv_span_range(t.p + (i == first ? opening_word(g, t, role) : from), t.p + e->at));
            g->open = CV_ROLE_NONE;
            from = e->at + e->n;
        } else if (e->bracket && (e->at > 1 || bracket_end(t, e->at + e->n) < t.n))
            skip = gather_bracket(g, t, i, last);
        else {
            if (g->open != CV_ROLE_NONE && g->open != e->m.role)
                add(g, g->open, cv_span_range(t.p + from, t.p + e->at));
            if (g->open != e->m.role || !g->by_heading) open_segment(g, &e->m);
            from = e->at + e->n;
        }
    }
    if (g->open != CV_ROLE_NONE && from < t.n) add(g, g->open, cv_span_from(t, from));
}

/* ---- roles ---- */

/* reach[i]: a block of that role which is open at the begin of paragraph i finds its end before another begins. */
static void find_reach(const struct cv_cable *c, const struct cv_text_block *blocks, const struct cv_markers *markers,
                       bool *reach, enum cv_paragraph_role role) {
    size_t k = markers->n;
    for (size_t i = c->paragraphs.n; i-- > 0;) {
        bool decided = blocks[i].ended == role;
        reach[i] = decided;
        while (k && markers->v[k - 1].paragraph == i) {
            const struct cv_marker_at *e = &markers->v[--k];
            if (e->m.role != role || e->bracket || (!e->m.end && e->m.more)) continue;
            reach[i] = e->m.end;
            decided = true;
        }
        if (!decided)
            reach[i] = i + 1 < c->paragraphs.n && blocks[i + 1].heading_no == blocks[i].heading_no && reach[i + 1];
    }
}

/* END SUMMARY ends the heading of its block: what follows stands under none. */
static void end_heading(struct cv_cable *c, struct cv_text_block *blocks, size_t i, enum cv_paragraph_role role) {
    unsigned no = blocks[i].heading_no;
    if (!no || cv_heading_role(blocks[i].heading) != role) return;
    for (size_t k = i + 1; k < c->paragraphs.n && blocks[k].heading_no == no && !blocks[k].heading_role_off; k++) {
        blocks[k].heading_role_off = true;
        c->paragraphs.v[k].heading = CV_NONE;
    }
}

static void close_headings(struct cv_cable *c, struct cv_text_block *blocks, const struct cv_markers *markers) {
    for (size_t k = 0; k < markers->n; k++)
        if (markers->v[k].m.end && !markers->v[k].bracket)
            end_heading(c, blocks, markers->v[k].paragraph, markers->v[k].m.role);
}

/* A letter or number of the paragraph's own may stand before it: "A. SUMMARY:", "(3) COMMENT:". */
static enum cv_paragraph_role begins_with(struct cv_span t) {
    struct cv_marker m;
    size_t item = t.n && t.p[0] != '-' ? cv_item_mark(t) : 0;
    if (item < t.n && t.p[item] != '(') t = cv_span_from(t, item);
    if (!cv_marker_match(t, &m) || m.end || !(m.closed || m.alone || m.line)) return CV_ROLE_NONE;
    return m.role;
}

static enum cv_paragraph_role heading_role(struct gather *g, const struct cv_text_block *b) {
    if (!b->heading_no || b->heading_role_off) return CV_ROLE_NONE;
    if (b->heading_no != g->heading_no) g->heading_role = cv_heading_role(b->heading);
    g->heading_no = b->heading_no;
    return g->heading_role;
}

/* END SUMMARY without a beginning: the paragraph above it. */
static void end_alone(struct gather *g, struct cv_paragraph *para, enum cv_paragraph_role role) {
    if (para->role != CV_ROLE_NONE || g->text[index_of(role)].n || role > CV_ROLE_COMMENT) return;
    para->role = role;
    add(g, role, para->text);
}

/* What goes on from paragraph i into the next one. */
static void carry(struct gather *g, const struct cv_text_block *blocks, const bool *reach[2], size_t i, size_t n) {
    bool same = i + 1 < n && blocks[i + 1].heading_no == blocks[i].heading_no;
    if (blocks[i].ended != CV_ROLE_NONE) { /* its end stands on a line of its own */
        if (g->open == CV_ROLE_NONE) end_alone(g, &g->p->out->paragraphs.v[i], blocks[i].ended);
        g->open = CV_ROLE_NONE;
    }
    if (g->open == CV_ROLE_NONE) return;
    if (same && g->by_heading && !blocks[i + 1].heading_role_off) return;
    if (same && !g->by_heading && reach[index_of(g->open)][i + 1]) return;
    if (g->open == CV_ROLE_SUMMARY && !g->by_heading &&
        !(i + 1 < n && begins_with(g->p->out->paragraphs.v[i + 1].text) == CV_ROLE_SUMMARY))
        cv_problem(g->p, CV_P_SUMMARY_UNCLOSED, g->p->out->paragraphs.v[i].line_no, "the summary has no END SUMMARY");
    g->open = CV_ROLE_NONE;
}

/* The role of paragraph i, and what of it is summary and comment. */
static void assign(struct gather *g, struct cv_text_block *blocks, size_t i, size_t first, size_t last) {
    struct cv_paragraph *para = &g->p->out->paragraphs.v[i];
    enum cv_paragraph_role head = heading_role(g, &blocks[i]), begins = begins_with(para->text);
    bool opens = head == CV_ROLE_SUMMARY || head == CV_ROLE_COMMENT;
    if (first < last && g->open == CV_ROLE_NONE && head == CV_ROLE_NONE && begins == CV_ROLE_NONE &&
        g->markers->v[first].m.end)
        begins = g->markers->v[first].m.role; /* "End summary" without a beginning */
    if (g->open == CV_ROLE_NONE && opens && (begins == CV_ROLE_NONE || begins == head)) {
        bool same = i && blocks[i - 1].heading_no == blocks[i].heading_no;
        g->open = head;
        g->by_heading = true;
        if (!same && begins == CV_ROLE_NONE) g->more[index_of(head)] = false;
    }
    if (para->role == CV_ROLE_NONE)
        para->role = begins != CV_ROLE_NONE ? begins : head != CV_ROLE_NONE ? head : g->open;
    if (begins == CV_ROLE_NOTE && g->by_heading) { /* a note under the heading COMMENT is not the comment's */
        enum cv_paragraph_role open = g->open;
        g->open = CV_ROLE_NONE;
        gather_paragraph(g, para->text, first, last);
        if (g->open == CV_ROLE_NONE) g->open = open;
        return;
    }
    gather_paragraph(g, para->text, first, last);
}

static void assign_all(struct cv_parse *p, struct cv_text_block *blocks, const struct cv_markers *markers) {
    struct cv_cable *c = p->out;
    struct gather g = {.p = p, .markers = markers, .text = {{.arena = p->arena}, {.arena = p->arena}}};
    bool *ends = cv_arena_alloc(p->arena, c->paragraphs.n * 2 + 1);
    const bool *reach[2];
    size_t first = 0, last;
    if (!ends) return;
    reach[0] = ends;
    reach[1] = ends + c->paragraphs.n;
    find_reach(c, blocks, markers, ends, CV_ROLE_SUMMARY);
    find_reach(c, blocks, markers, ends + c->paragraphs.n, CV_ROLE_COMMENT);
    for (size_t i = 0; i < c->paragraphs.n; i++, first = last) {
        for (last = first; last < markers->n && markers->v[last].paragraph == i; last++) {
        }
        assign(&g, blocks, i, first, last);
        carry(&g, blocks, reach, i, c->paragraphs.n);
    }
    c->summary = cv_buf_span(&g.text[0]);
    c->comment = cv_buf_span(&g.text[1]);
}

void cv_roles_assign(struct cv_parse *p, struct cv_text_block *blocks) {
    struct cv_cable *c = p->out;
    struct cv_markers markers = {0};
    for (size_t i = 0; i < c->paragraphs.n; i++)
        if (blocks[i].may_mark) cv_markers_find(c->paragraphs.v[i].text, i, p->arena, &markers);
    if (p->arena->failed) return;
    close_headings(c, blocks, &markers);
    if (p->needs & CV_NEED_ROLES) {
        assign_all(p, blocks, &markers);
        return;
    }
    for (size_t i = 0; i < c->paragraphs.n; i++) c->paragraphs.v[i].role = CV_ROLE_NONE; /* absent, never half */
}
