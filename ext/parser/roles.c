/* roles.c - marker words (SUMMARY:, END COMMENT, ACTION REQUEST), the role they give a paragraph, and the texts of
 * summary and comment.
 * May not: change a paragraph's text. Facts: 5 FAH-1 H-246; sheet 11 "Summary", "Comment". */
#include "text.h"

/* ---- one marker ---- */

static size_t blanks(struct cv_span s, size_t i) {
    while (i < s.n && cv_is_space(s.p[i])) i++;
    return i;
}

static size_t word_end(struct cv_span s, size_t i) {
    while (i < s.n && (cv_is_alpha(s.p[i]) || s.p[i] == '\'')) i++;
    return i;
}

/* The word z at i: its end, or i. */
static size_t word_is(struct cv_span s, size_t i, const char *z) {
    size_t end = word_end(s, i);
    return end > i && cv_span_is(cv_span_range(s.p + i, s.p + end), z) ? end : i;
}

/* SUMMARY with a letter lost, wrong or doubled. */
static bool is_summary(struct cv_span w) {
    return w.n >= 6 && cv_to_upper(w.p[0]) == 'S' && cv_to_upper(w.p[w.n - 1]) == 'Y' &&
           cv_span_distance(w, CV_LIT("SUMMARY")) < 2;
}

static bool is_comment(struct cv_span w) {
    return cv_span_is(w, "COMMENT") || cv_span_is(w, "COMMENTS") || cv_span_is(w, "COMMMENT") ||
           cv_span_is(w, "COMMMENTS") || cv_span_is(w, "COMENT");
}

/* A noun that makes a marker: its role and end. */
static enum cv_paragraph_role noun(struct cv_span s, size_t i, size_t *end) {
    struct cv_span w;
    size_t e = word_end(s, i), k;
    *end = e;
    if (e == i) return CV_ROLE_NONE;
    w = cv_span_range(s.p + i, s.p + e);
    if (is_summary(w)) return CV_ROLE_SUMMARY;
    if (is_comment(w)) return CV_ROLE_COMMENT;
    if (cv_span_is(w, "NOTE")) return CV_ROLE_NOTE;
    k = blanks(s, e);
    if (cv_span_is(w, "ACTION") && ((*end = word_is(s, k, "REQUEST")) > k || (*end = word_is(s, k, "REQUESTED")) > k ||
                                    (*end = word_is(s, k, "REQUESTS")) > k))
        return CV_ROLE_ACTION_REQUEST;
    if (cv_span_is(w, "BIO") && (*end = word_is(s, k, "NOTE")) > k) return CV_ROLE_NOTE;
    *end = e;
    return CV_ROLE_NONE;
}

/* Words that may stand before the noun: EMBASSY COMMENT, EXECUTIVE SUMMARY. */
static size_t qualifier(struct cv_span s, size_t i) {
    static const char *const words[] = {"EMBASSY",   "POST",         "MISSION",    "CONSULATE", "CONGEN",
                                        "EXECUTIVE", "AMBASSADOR'S", "USUN",       "FINAL",     "BRIEF",
                                        "EMBASSY'S", "MISSION'S",    "CONCLUDING", "POST'S"};
    for (size_t k = 0; k < CV_ARRAY_LEN(words); k++) {
        size_t end = word_is(s, i, words[k]);
        if (end > i && end < s.n && cv_is_space(s.p[end])) return blanks(s, end);
    }
    return i;
}

/* AND RECOMMENDATION, /COMMENT, & ACTION REQUEST: joined nouns of up to three words. The end of them, or i. */
static size_t joined(struct cv_span s, size_t i) {
    size_t k = blanks(s, i), end, next;
    if (k < s.n && (s.p[k] == '/' || s.p[k] == '&'))
        k++;
    else if ((end = word_is(s, k, "AND")) > k)
        k = end;
    else
        return i;
    k = blanks(s, k);
    end = word_end(s, k);
    if (end == k || end - k < 4) return i;
    if ((next = word_end(s, blanks(s, end))) > blanks(s, end) && (noun(s, k, &next) == CV_ROLE_ACTION_REQUEST))
        end = next;
    return end;
}

/* "(continued)", "continued", "cont'd" */
static size_t continued(struct cv_span s, size_t i, bool *more) {
    size_t k = blanks(s, i), end;
    bool bracket = k < s.n && s.p[k] == '(';
    bool comma = k < s.n && s.p[k] == ',';
    if (bracket || comma) k = blanks(s, k + 1);
    if (!cv_span_starts(cv_span_from(s, k), "CONT")) return i;
    end = word_end(s, k);
    if (end - k != 4 && !cv_span_is(cv_span_range(s.p + k, s.p + end), "CONTINUED") &&
        !cv_span_is(cv_span_range(s.p + k, s.p + end), "CONT'D") &&
        !cv_span_is(cv_span_range(s.p + k, s.p + end), "CONTD") &&
        !cv_span_is(cv_span_range(s.p + k, s.p + end), "CONTINUES"))
        return i;
    *more = true;
    if (end < s.n && s.p[end] == '.' && bracket) end++;
    if (bracket && end < s.n && s.p[end] == ')') end++;
    return end;
}

/* The sign that closes a marker: ":", ".", "--", a dash; blanks around it. */
static size_t closer(struct cv_span s, size_t i, bool *closed) {
    size_t k = blanks(s, i), from;
    if (k < s.n && s.p[k] == ')') k = blanks(s, k + 1);
    from = k;
    while (k < s.n &&
           (s.p[k] == ':' || s.p[k] == '.' || s.p[k] == '-' || s.p[k] == ';' || s.p[k] == '/' || s.p[k] == '*'))
        k++;
    if (k + 2 < s.n && (unsigned char)s.p[k] == 0xE2 && (unsigned char)s.p[k + 1] == 0x80 &&
        ((unsigned char)s.p[k + 2] == 0x93 || (unsigned char)s.p[k + 2] == 0x94))
        k += 3; /* a typographic dash */
    if (k == from) return i;
    if (k == from + 1 && s.p[from] == '-' && from == i) return i; /* "Summary-level" */
    *closed = true;
    return blanks(s, k);
}

/* "This is an action request", "This is an action cable" */
static size_t action_sentence(struct cv_span s) {
    static const char *const forms[] = {"THIS IS AN ACTION REQUEST",
                                        "THIS IS AN ACTION CABLE",
                                        "THIS IS AN ACTION MESSAGE",
                                        "THIS CABLE IS AN ACTION REQUEST",
                                        "THIS CABLE CONTAINS AN ACTION REQUEST",
                                        "THIS MESSAGE CONTAINS AN ACTION REQUEST"};
    for (size_t i = 0; i < CV_ARRAY_LEN(forms); i++)
        if (cv_span_starts(s, forms[i])) return strlen(forms[i]);
    return 0;
}

bool cv_marker_match(struct cv_span s, struct cv_marker *out) {
    size_t i = 0, k, end = 0;
    *out = (struct cv_marker){0};
    while (i < s.n && (cv_is_space(s.p[i]) || s.p[i] == '/' || s.p[i] == '(' || s.p[i] == '[' || s.p[i] == '*' ||
                       s.p[i] == '-' || s.p[i] == '"'))
        i++;
    if ((k = action_sentence(cv_span_from(s, i))) > 0) {
        out->role = CV_ROLE_ACTION_REQUEST;
        out->n = i + k;
        return out->closed = true;
    }
    out->capital = i < s.n && cv_is_upper(s.p[i]);
    if ((k = word_is(s, i, "END")) > i) {
        out->end = true;
        i = blanks(s, k);
        if ((k = word_is(s, i, "OF")) > i) i = blanks(s, k);
    } else if ((k = word_is(s, i, "BEGIN")) > i)
        i = blanks(s, k);
    i = qualifier(s, i);
    out->role = noun(s, i, &end);
    if (out->role == CV_ROLE_NONE) { /* INTRODUCTION AND SUMMARY */
        end = word_end(s, i);
        if (end == i ||
            !(cv_span_starts(cv_span_from(s, i), "INTRODUCTION") || cv_span_starts(cv_span_from(s, i), "OVERVIEW")))
            return false;
        k = blanks(s, end);
        if (k < s.n && s.p[k] == '/')
            k++;
        else if (word_is(s, k, "AND") > k)
            k = blanks(s, k + 3);
        else
            return false;
        out->role = noun(s, blanks(s, k), &end);
        if (out->role == CV_ROLE_NONE) return false;
    }
    while ((k = joined(s, end)) > end) end = k;
    end = continued(s, end, &out->more);
    out->n = closer(s, end, &out->closed);
    if (out->n == end) out->n = blanks(s, end);
    out->alone = blanks(s, out->n) == s.n;
    if (out->end) out->closed = true;
    if (out->role == CV_ROLE_ACTION_REQUEST ||
        (out->role == CV_ROLE_NOTE && word_is(s, blanks(s, end), "BY") > blanks(s, end)))
        out->closed = true;
    return true;
}

enum cv_paragraph_role cv_heading_role(struct cv_span heading) {
    struct cv_marker m;
    size_t slash;
    if (cv_marker_match(heading, &m)) return m.end ? CV_ROLE_NONE : m.role;
    /* "Conclusion and Comment", "Analysis/Comment" */
    slash = cv_span_find(heading, "/COMMENT");
    if (slash != SIZE_MAX && slash + 8 == heading.n) return CV_ROLE_COMMENT;
    return cv_span_ends(heading, " AND COMMENT") ? CV_ROLE_COMMENT : CV_ROLE_NONE;
}

/* ---- the markers of a paragraph ---- */

struct event {
    size_t at, n; /* in the paragraph's text */
    struct cv_marker m;
    bool bracket; /* "(Comment: …" */
};

/* A begin marker inside a text counts only where a sentence may begin. */
static bool may_begin(struct cv_span t, size_t at) {
    size_t k = at;
    while (k && (cv_is_space(t.p[k - 1]) || t.p[k - 1] == '-' || t.p[k - 1] == '/')) k--;
    if (!k || t.p[k - 1] == '(' || t.p[k - 1] == '[') return true;
    if (k == at) return false;
    for (size_t i = k; i < at; i++)
        if (t.p[i] == '\n') return true;
    return cv_ends_sentence(cv_span_first(t, k)) || (t.p[k - 1] == ';');
}

static bool first_letter(char c) {
    c = cv_to_upper(c);
    return c == 'S' || c == 'C' || c == 'E' || c == 'B' || c == 'P' || c == 'M' || c == 'I' || c == 'F' || c == 'O' ||
           c == 'U';
}

/* The next marker of summary or comment from *at on; false: none. */
static bool next_event(struct cv_span t, size_t *at, struct event *e) {
    for (size_t i = *at; i < t.n; i++) {
        size_t k;
        if (!first_letter(t.p[i]) || (i && cv_is_alnum(t.p[i - 1]))) continue;
        if (!cv_marker_match(cv_span_from(t, i), &e->m)) continue;
        if (e->m.role != CV_ROLE_SUMMARY && e->m.role != CV_ROLE_COMMENT) continue;
        if (!e->m.end && !(e->m.closed && may_begin(t, i)) && !(i == 0 && e->m.alone)) continue;
        if (!e->m.end && !e->m.capital) continue;
        e->at = i;
        e->n = e->m.n;
        for (k = i; k && cv_is_blank(t.p[k - 1]); k--) {
        }
        e->bracket = k > 0 && (t.p[k - 1] == '(' || t.p[k - 1] == '[');
        *at = i + (e->m.n ? e->m.n : 1);
        return true;
    }
    return false;
}

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
    struct cv_buf text[2]; /* summary, comment */
    bool more[2];          /* what comes next goes on with what was added last */
    enum cv_paragraph_role open;
    bool by_heading;
};

static size_t index_of(enum cv_paragraph_role r) { return r == CV_ROLE_COMMENT; }

/* White space single, runs of dashes out. */
static void add(struct gather *g, enum cv_paragraph_role role, struct cv_span s) {
    struct cv_buf *b = &g->text[index_of(role)];
    struct cv_span word, portion, meaning;
    size_t n;
    bool first = true;
    s = cv_span_trim(s);
    if (cv_mark_match(s, g->p->arena, &n, &portion, &meaning)) s = cv_span_trim(cv_span_from(s, n));
    while (s.n && (s.p[s.n - 1] == '(' || s.p[s.n - 1] == '[')) s = cv_span_trim_right(cv_span_first(s, s.n - 1));
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

static void open_segment(struct gather *g, const struct event *e) {
    g->open = e->m.role;
    g->by_heading = false;
    if (!e->m.more) g->more[index_of(e->m.role)] = false;
}

/* One paragraph's text: takes what belongs to summary and comment. */
static void gather_paragraph(struct gather *g, struct cv_span t) {
    size_t at = 0, from = 0;
    struct event e;
    while (next_event(t, &at, &e)) {
        if (e.m.end) {
            enum cv_paragraph_role role = g->open != CV_ROLE_NONE ? g->open : e.m.role;
            if (g->open == CV_ROLE_NONE) g->more[index_of(role)] = false; /* "End summary" without a beginning */
            if (role == e.m.role || g->open == CV_ROLE_NONE) {
                add(g, role, cv_span_range(t.p + from, t.p + e.at));
                g->open = CV_ROLE_NONE;
                from = at;
            }
        } else if (e.bracket && e.at > 1) {
            /* "(Comment: …)" inside a paragraph; of a comment's own text it is a part */
            size_t end = bracket_end(t, at), stop = end;
            struct event f;
            size_t k = at;
            while (k < end && next_event(cv_span_first(t, end), &k, &f))
                if (f.m.end) {
                    stop = f.at;
                    break;
                }
            if (g->open != e.m.role) {
                bool more = g->more[index_of(e.m.role)];
                g->more[index_of(e.m.role)] = e.m.more;
                add(g, e.m.role, cv_span_range(t.p + at, t.p + stop));
                g->more[index_of(e.m.role)] = g->open == CV_ROLE_NONE ? false : more;
            }
            at = end;
        } else {
            if (g->open != CV_ROLE_NONE && g->open != e.m.role) add(g, g->open, cv_span_range(t.p + from, t.p + e.at));
            if (g->open != e.m.role || !g->by_heading) open_segment(g, &e);
            from = at;
        }
    }
    if (g->open != CV_ROLE_NONE && from < t.n) add(g, g->open, cv_span_from(t, from));
}

/* ---- roles ---- */

/* Does a block of that role which is open at the begin of paragraph i find its end before another begins? */
static void find_reach(const struct cv_cable *c, const struct cv_text_block *blocks, bool *reach,
                       enum cv_paragraph_role role) {
    for (size_t i = c->paragraphs.n; i-- > 0;) {
        struct cv_span t = c->paragraphs.v[i].text;
        size_t at = 0;
        struct event e;
        bool decided = false;
        while (!decided && next_event(t, &at, &e)) {
            if (e.m.role != role || e.bracket) continue;
            reach[i] = e.m.end;
            decided = e.m.end || !e.m.more;
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

static void close_headings(struct cv_cable *c, struct cv_text_block *blocks) {
    for (size_t i = 0; i < c->paragraphs.n; i++) {
        size_t at = 0;
        struct event e;
        while (next_event(c->paragraphs.v[i].text, &at, &e))
            if (e.m.end && !e.bracket) end_heading(c, blocks, i, e.m.role);
    }
}

static enum cv_paragraph_role begins_with(struct cv_span t) {
    struct cv_marker m;
    if (!cv_marker_match(t, &m) || m.end || !(m.closed || m.alone)) return CV_ROLE_NONE;
    return m.role;
}

static enum cv_paragraph_role heading_role(const struct cv_text_block *b) {
    return b->heading_no && !b->heading_role_off ? cv_heading_role(b->heading) : CV_ROLE_NONE;
}

/* What goes on from paragraph i into the next one. */
static void carry(struct gather *g, const struct cv_text_block *blocks, const bool *reach[2], size_t i, size_t n) {
    bool same = i + 1 < n && blocks[i + 1].heading_no == blocks[i].heading_no;
    if (g->open == CV_ROLE_NONE) return;
    if (same && g->by_heading && !blocks[i + 1].heading_role_off) return;
    if (same && !g->by_heading && reach[index_of(g->open)][i + 1]) return;
    if (g->open == CV_ROLE_SUMMARY && !g->by_heading &&
        !(i + 1 < n && begins_with(g->p->out->paragraphs.v[i + 1].text) == CV_ROLE_SUMMARY))
        cv_problem(g->p, CV_P_SUMMARY_UNCLOSED, g->p->out->paragraphs.v[i].line_no, "the summary has no END SUMMARY");
    g->open = CV_ROLE_NONE;
}

void cv_roles_assign(struct cv_parse *p, struct cv_text_block *blocks) {
    struct cv_cable *c = p->out;
    struct gather g = {.p = p, .text = {{.arena = p->arena}, {.arena = p->arena}}};
    bool *ends = cv_arena_alloc(p->arena, c->paragraphs.n * 2 + 1);
    const bool *reach[2];
    if (!ends) return;
    reach[0] = ends;
    reach[1] = ends + c->paragraphs.n;
    close_headings(c, blocks);
    find_reach(c, blocks, ends, CV_ROLE_SUMMARY);
    find_reach(c, blocks, ends + c->paragraphs.n, CV_ROLE_COMMENT);
    for (size_t i = 0; i < c->paragraphs.n; i++) {
        struct cv_paragraph *para = &c->paragraphs.v[i];
        enum cv_paragraph_role head = heading_role(&blocks[i]), begins = begins_with(para->text);
        if (g.open == CV_ROLE_NONE && (head == CV_ROLE_SUMMARY || head == CV_ROLE_COMMENT) && begins == CV_ROLE_NONE) {
            bool same = i && blocks[i - 1].heading_no == blocks[i].heading_no;
            g.open = head;
            g.by_heading = true;
            if (!same) g.more[index_of(head)] = false;
        } else if (g.open == CV_ROLE_NONE && head == begins && (head == CV_ROLE_SUMMARY || head == CV_ROLE_COMMENT))
            g.by_heading = true, g.open = head;
        if (para->role == CV_ROLE_NONE)
            para->role = begins != CV_ROLE_NONE ? begins : head != CV_ROLE_NONE ? head : g.open;
        gather_paragraph(&g, para->text);
        carry(&g, blocks, reach, i, c->paragraphs.n);
    }
    c->summary = cv_buf_span(&g.text[0]);
    c->comment = cv_buf_span(&g.text[1]);
}
