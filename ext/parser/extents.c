/* extents.c - how far each value of the head goes: over which lines, over blank ones and page breaks, up to a label
 * or paragraph 1 in mid-line.
 * May not: read the values.
 * Facts: sheet 6 to 10, 16; NARA sheet 1 (texts whose lines are cut at a gap). */
#include "extents.h"
#include "text.h"

enum { MOST_LINES = 60, MOST_SUBJECT_LINES = 8, MOST_BLANKS = 3, SENTENCE_WORD = 5 };

struct cv_line *cv_extent_line(struct cv_parse *p, size_t i) {
    return i < p->lines.n ? &p->lines.v[i] : NULL;
}

void cv_extent_cut(struct cv_parse *p, size_t n) {
    struct cv_line *line = &p->lines.v[p->at];
    struct cv_span rest = cv_span_trim(cv_span_from(line->s, n));
    cv_fate(p, cv_span_first(line->s, n), CV_FATE_FIELD);
    if (!rest.n) {
        p->at++;
        return;
    }
    line->s = rest;
    line->flags |= CV_LINE_PIECE;
}

/* ---- where text begins ------------------------------------------------------------------------------- */

/* "(SBU)" and the like: letters, slashes and blanks in brackets, a mark by its length. */
static size_t mark_bytes(struct cv_parse *p, struct cv_span s) {
    struct cv_span portion, meaning;
    size_t n;
    if (!s.n || s.p[0] != '(') return 0;
    return cv_mark_match(s, p->arena, &n, &portion, &meaning) ? n : 0;
}

/* "(04) 21" goes on a reference. */
static size_t bracket_bytes(struct cv_span s) {
    size_t close = s.n > 1 && s.p[0] == '(' && !cv_is_digit(s.p[1]) ? cv_span_chr(s, ')') : SIZE_MAX;
    return close != SIZE_MAX && close < 14 ? close + 1 : 0;
}

size_t cv_number_prefix(struct cv_span line) {
    size_t i = cv_pilcrow(line), n, mark;
    bool pilcrow = i > 0;
    i = cv_skip_blanks(line, i);
    mark = bracket_bytes(cv_span_from(line, i)); /* "(C) 5." */
    if (mark) i = cv_skip_blanks(line, i + mark);
    n = cv_digits_at(line, i);
    if (n == 0 || n > 2) return 0;
    i += n;
    if (i + 2 < line.n && line.p[i] == ' ' && line.p[i + 1] == '.' && line.p[i + 2] == ' ') i++; /* "1 . TEXT" */
    if (i < line.n && (line.p[i] == '.' || line.p[i] == ')')) {
        i++;
        if (i < line.n && cv_is_digit(line.p[i])) return 0; /* 3.2 billion */
    } else if (!pilcrow && !(i + 1 < line.n && cv_is_blank(line.p[i]) && line.p[i + 1] == '(')) {
        return 0;
    } else if (i < line.n && !cv_is_blank(line.p[i])) {
        return 0;
    }
    i = cv_skip_blanks(line, i);
    mark = bracket_bytes(cv_span_from(line, i));
    return cv_skip_blanks(line, i + mark);
}

static bool starts_summary(struct cv_span s) {
    struct cv_marker marker;
    if (!cv_marker_match(s, &marker) || marker.end) return false;
    return marker.role == CV_ROLE_SUMMARY || marker.role == CV_ROLE_ACTION_REQUEST || (marker.alone && marker.closed);
}

/* "A. SUMMARY: …", "(1) SUMMARY: …": no reference's label. */
static bool starts_summary_item(struct cv_span s) {
    struct cv_marker marker;
    size_t item = s.n && s.p[0] != '-' ? cv_item_mark(s) : 0;
    return item && cv_marker_match(cv_span_from(s, item), &marker) && marker.closed && !marker.end &&
           marker.role == CV_ROLE_SUMMARY;
}

bool cv_starts_text(struct cv_parse *p, struct cv_span line) {
    enum { ENTIRE_TEXT = 11 };
    struct cv_span s = cv_span_trim_left(line);
    size_t mark = mark_bytes(p, s);
    if (!s.n) return false;
    if (cv_number_prefix(s) || cv_is_dashes(s)) return true;
    if (cv_span_starts(s, "BEGIN SUMMARY") || cv_span_starts(s, "THIS IS AN ACTION")) return true;
    if (s.n > ENTIRE_TEXT && s.n < 4 * ENTIRE_TEXT && cv_span_find(s, "ENTIRE TEXT") != SIZE_MAX) return true;
    if (mark) s = cv_span_trim_left(cv_span_from(s, mark));
    return starts_summary(s) || starts_summary_item(s);
}

/* Paragraph 1 in mid-line, where publishers joined lines: "… 1159 ¶1. (U) …", "… 1159 1. (U) …". */
static size_t text_in_line(struct cv_parse *p, struct cv_span s, size_t from, size_t end) {
    for (size_t i = from; i < end && i + 2 < s.n; i++) {
        size_t k = i;
        if ((unsigned char)s.p[i] == 0xC2 && (unsigned char)s.p[i + 1] == 0xB6) {
            k = i + 2 + cv_digits_at(s, i + 2);
            if (k > i + 2 && !(k + 1 < s.n && s.p[k] == '.' && cv_is_digit(s.p[k + 1]))) return i; /* 1.4 (b) */
            continue;
        }
        if ((s.p[i] != '1' && s.p[i] != '2') || i == 0 || !cv_is_blank(s.p[i - 1]) || s.p[i + 1] != '.') continue;
        k = cv_skip_blanks(s, i + 2);
        if (mark_bytes(p, cv_span_from(s, k))) return i;
    }
    return SIZE_MAX;
}

/* ---- the end of a value in its line -------------------------------------------------------------------- */

static bool is_inner_label(enum cv_label of, enum cv_label found, bool has_subject) {
    if (of == found) return of != CV_LABEL_CLASSIFIED_BY && of != CV_LABEL_REF;
    if (of == CV_LABEL_CLASSIFIED_BY) return found == CV_LABEL_EO; /* "… for reasons of E.O. 12958: 1.4 (b)" */
    if (of == CV_LABEL_REF) return found == CV_LABEL_SUBJECT && has_subject;
    return false;
}

/* "E.O. 12356: DECL: OADR TAGS EAIR, BR": behind an E.O. value the label needs no colon. */
static size_t bare_tags(struct cv_span line, size_t from, size_t end) {
    for (size_t i = from; i < end && i + 5 < line.n; i++) {
        size_t at;
        if (line.p[i] != ' ' || memcmp(line.p + i + 1, "TAGS", 4) != 0) continue;
        if (cv_label_match(cv_span_from(line, i + 1), &at) == CV_LABEL_TAGS) return i + 1;
    }
    return SIZE_MAX;
}

static size_t value_end(struct cv_parse *p, enum cv_label of, struct cv_span line, size_t from) {
    size_t end = line.n, text = SIZE_MAX, at = from;
    for (;;) {
        enum cv_label found;
        size_t value_at, k = cv_label_find(line, at, &found, &value_at);
        if (k == SIZE_MAX) break;
        if (!is_inner_label(of, found, p->out->subject.p != NULL) &&
            !(of == found && cv_span_trim(cv_span_of(line.p + from, k - from)).n == 0)) {
            end = k;
            break;
        }
        at = value_at > k ? value_at : k + 1;
    }
    if (of == CV_LABEL_EO)
        text = bare_tags(line, from, end);
    else if (of != CV_LABEL_TAGS)
        text = text_in_line(p, line, from, end);
    return text < end ? text : end;
}

/* ---- may the value go on in the next line? --------------------------------------------------------------- */

struct next {
    struct cv_span value; /* what there is so far */
    struct cv_span line;  /* the next line that is not blank */
    size_t index;
    size_t blanks; /* blank lines before it */
    bool cut;      /* transport was taken out just before it */
};

static char last_char(struct cv_span s) {
    s = cv_span_trim_right(s);
    return s.n ? s.p[s.n - 1] : 0;
}

static enum cv_label label_of(struct cv_span line) {
    size_t at;
    return cv_label_match(line, &at);
}

static bool followed_by_label(struct cv_parse *p, const struct next *n) {
    struct cv_line *line = cv_extent_line(p, n->index + 1);
    return line && line->s.n && label_of(line->s) != CV_LABEL_NONE;
}

/* The line is underlined. Dashes over a heading of their own ("-----" / "Summary" / "-----") do not underline it. */
static bool is_heading_before_dashes(struct cv_parse *p, const struct next *n) {
    struct cv_line *line = cv_extent_line(p, n->index + 1), *a, *b;
    if (!line || !line->s.n || !cv_is_dashes(line->s)) return false;
    a = cv_extent_line(p, n->index + 2);
    b = cv_extent_line(p, n->index + 3);
    return !(a && b && a->s.n && b->s.n && cv_is_dashes(b->s) && !cv_number_prefix(a->s));
}

static bool is_block_of_one(struct cv_parse *p, const struct next *n) {
    struct cv_line *line = cv_extent_line(p, n->index + 1);
    return !line || !line->s.n || label_of(line->s) != CV_LABEL_NONE;
}

/* Behind the number of an E.O. nothing has been said yet. */
static bool eo_is_open(struct cv_span value) {
    size_t i = 0;
    struct cv_span rest;
    while (i < value.n && (cv_is_digit(value.p[i]) || cv_is_space(value.p[i]))) i++;
    rest = cv_span_trim(cv_span_from(value, i));
    while (rest.n && strchr(":;.,- ", rest.p[0])) rest = cv_span_from(rest, 1);
    while (rest.n && strchr(":;.,- ", rest.p[rest.n - 1])) rest.n--;
    if (!rest.n || cv_span_is(rest, "DECL") || cv_span_is(rest, "DECLASSIFY ON") || cv_span_is(rest, "DECL ON"))
        return true;
    return cv_is_connecting(cv_last_word(rest));
}

static bool eo_content(struct cv_span s) {
    return cv_span_starts(s, "N/A") || cv_span_starts(s, "XDS") || cv_span_starts(s, "NA") ||
           cv_span_starts(s, "DECL") || cv_span_starts(s, "GDS") || cv_span_starts(s, "XGDS") ||
           cv_span_starts(s, "RDS") || cv_span_starts(s, "ADS") || cv_span_starts(s, "OADR") ||
           (s.n && cv_is_digit(s.p[0]));
}

/* "12/28" / "/2017", "12/28/" / "2017", "12/28/20" / "17": a date that is cut at the line's end. */
static bool date_is_cut(struct cv_span value, struct cv_span s) {
    size_t n = cv_digits_at(s, s.n && s.p[0] == '/'), from;
    value = cv_span_trim(value);
    from = value.n;
    while (from && (cv_is_digit(value.p[from - 1]) || value.p[from - 1] == '/')) from--;
    value = cv_span_from(value, from);
    if (!value.n || cv_span_chr(value, '/') == SIZE_MAX || value.n > 8 || s.n > 10) return false;
    if (s.p[0] == '/') return n > 0;
    if (last_char(value) == '/') return n > 0;
    return n == s.n && (cv_span_ends(value, "/2") || cv_span_ends(value, "/20") || cv_span_ends(value, "/201") ||
                        cv_span_ends(value, "/202") || cv_span_ends(value, "/203"));
}

static bool eo_goes_on(struct cv_parse *p, const struct next *n) {
    struct cv_span s = cv_span_trim(n->line);
    enum cv_label label = label_of(s);
    if (!n->blanks && date_is_cut(n->value, s)) return true;
    if (label != CV_LABEL_NONE && label != CV_LABEL_DECLASSIFY && label != CV_LABEL_REASON) return false;
    if (cv_caption_line(p, s, false) || (cv_tags_only(s) && !cv_span_is(s, "NA")) || cv_number_prefix(s)) return false;
    if (eo_is_open(n->value)) return n->blanks ? eo_content(s) : true;
    if (n->blanks) return false;
    if (label != CV_LABEL_NONE || s.p[0] == '(') return true;
    /* "AFTER KOREAN" / "UNIFICATION": a phrase, with TAGS behind it */
    return cv_span_find(n->value, "DECL") != SIZE_MAX && !cv_is_digit(last_char(n->value)) && !cv_has_lower(s) &&
           followed_by_label(p, n) && !cv_pass_line(s);
}

static bool bracket_is_open(struct cv_span s) {
    int depth = 0;
    for (size_t i = 0; i < s.n; i++) depth += s.p[i] == '(' ? 1 : s.p[i] == ')' ? -1 : 0;
    return depth > 0;
}

static bool tags_go_on(struct cv_parse *p, const struct next *n) {
    struct cv_span s = cv_span_trim(n->line), last = cv_last_word(n->value);
    bool comma = last_char(n->value) == ',' || last_char(n->value) == ';';
    if (label_of(s) != CV_LABEL_NONE || cv_starts_text(p, s)) return false;
    if (cv_caption_line(p, s, false)) return false;
    if (!cv_span_trim(n->value).n) return cv_tags_only(s) || !cv_has_lower(s);
    if (n->blanks) return cv_tags_only(s) && (comma || n->cut || followed_by_label(p, n));
    if (comma || bracket_is_open(n->value) || cv_tags_only(s)) return true;
    if (cv_tag_official(s)) return is_block_of_one(p, n); /* "EUN": three letters are also words */
    return !cv_has_lower(s) && !cv_tag_official(last) && s.n < 60 && followed_by_label(p, n);
}

static bool same_case(struct cv_span a, struct cv_span b) {
    unsigned lower_words = 0;
    struct cv_span w, rest = b;
    if (cv_has_lower(a)) return true;
    while ((w = cv_span_word(&rest)).n) lower_words += cv_is_lower(w.p[0]);
    return lower_words < 2 && !(lower_words && cv_ends_sentence(b));
}

/* "Who Pays" below a subject in capitals: a heading, whatever word the subject ends with; not so "CODEL McCAIN". */
static bool has_mixed_word(struct cv_span s) {
    struct cv_span w;
    while ((w = cv_span_word(&s)).n)
        if (w.n > 2 && cv_is_upper(w.p[0]) && cv_is_lower(w.p[1]) && cv_is_lower(w.p[2])) return true;
    return false;
}

static bool subject_is_open(struct cv_span value) {
    char c = last_char(value);
    return c == ',' || c == '-' || c == ':' || cv_is_connecting(cv_last_word(value));
}

/* "DEPARTMENT PASS ALL POSTS" right below a subject: no subject has that in front of it. */
static bool is_pass_request(struct cv_span s) {
    struct cv_span rest = s, who = cv_span_word(&rest), word = cv_span_word(&rest);
    if (cv_pass_line_strict(s) && cv_span_is(word, "FOR")) { /* "DEPT FOR EUR/NB" */
        word = cv_span_word(&rest);
        return cv_span_chr(word, '/') != SIZE_MAX && !cv_has_lower(word);
    }
    if (cv_span_is(who, "FOR")) return cv_pass_alone(s) && cv_span_find(s, " FROM ") != SIZE_MAX;
    if (!cv_span_is(who, "DEPT") && !cv_span_is(who, "DEPARTMENT") && !cv_span_is(who, "STATE")) return false;
    if (cv_span_is(word, "PLEASE") || cv_span_is(word, "PLS")) word = cv_span_word(&rest);
    return cv_span_is(word, "PASS") && cv_span_trim(rest).n;
}

/* "… LANDED. CREW SAFE AND": a sentence ends inside the line, another one goes on; short words are abbreviations. */
static bool has_sentences(struct cv_span s) {
    size_t word = 0;
    for (size_t i = 0; i + 2 < s.n; i++) {
        if (s.p[i] == '.' && word >= SENTENCE_WORD && cv_is_blank(s.p[i + 1]) && cv_is_alpha(s.p[s.n - 1])) return true;
        word = cv_is_alpha(s.p[i]) ? word + 1 : 0;
    }
    return false;
}

/* "A. PRICES", "I. SUMMARY" right above a paragraph: the first heading of the text. */
static bool is_first_heading(const struct cv_parse *p, const struct next *n, struct cv_span s) {
    return s.n > 3 && (s.p[0] == 'A' || s.p[0] == 'I') && s.p[1] == '.' && cv_is_blank(s.p[2]) &&
           n->index + 1 < p->lines.n && cv_number_prefix(p->lines.v[n->index + 1].s);
}

static bool subject_goes_on(const struct cv_extent *e, const struct next *n) {
    struct cv_parse *p = e->p;
    struct cv_span s = cv_span_trim(n->line);
    struct cv_classline class;
    size_t mark;
    if (label_of(s) != CV_LABEL_NONE || cv_is_dashes(s)) return false;
    if (cv_number_prefix(s)) return !n->blanks && s.p[1] == ')' && bracket_is_open(n->value); /* "(PART" / "2)" */
    if (cv_caption_sentence(s) || cv_span_starts(s, "SENSITIVE BUT UNCLASS")) return false;
    if (cv_span_ends(s, ":") && cv_span_chr(s, ' ') == SIZE_MAX) return false; /* INDEX: */
    if (is_heading_before_dashes(p, n) || is_first_heading(p, n, s) || cv_span_starts(s, "FOR:") ||
        cv_span_starts(s, "TO:"))
        return false;
    if (!cv_span_trim(n->value).n) return n->blanks <= MOST_BLANKS && !cv_caption_line(p, s, false);
    if (cv_starts_text(p, s)) return false;
    /* The archives' own Subject is all of it: where blank lines are lost, the text may begin right behind. */
    if (p->container->kind == CV_CONTAINER_NARA && !subject_is_open(n->value) &&
        cv_same_words(n->value, p->container->subject))
        return false;
    mark = mark_bytes(p, s);
    if (mark && !(subject_is_open(n->value) && !n->blanks) && cv_span_trim(cv_span_from(s, mark)).n) return false;
    if (cv_caption_strong(s) || (cv_caption_line(p, s, false) && cv_caption_strong(cv_span_word(&s)))) return false;
    s = cv_span_trim(n->line);
    if (cv_classline_match(s, p->arena, &class) || !same_case(n->value, s) || is_pass_request(s)) return false;
    if (has_sentences(s) && !subject_is_open(n->value)) return false;
    if (!n->blanks) return !cv_classified_sentence(s, &mark);
    if (mark || !is_block_of_one(p, n) || cv_pass_line_strict(s) || cv_ends_sentence(s)) return false;
    if (!cv_has_lower(n->value) && has_mixed_word(s)) return false;
    return n->blanks <= MOST_BLANKS && (subject_is_open(n->value) || (e->gaps && !cv_has_lower(n->value)));
}

/* "… EDINBURGH" / "49 (NOTAL), (D) STATE 76138": a number without a point right below is the reference's, not a
 * paragraph's ("8 (C)"), unless it is the first. */
static bool goes_on_with_number(const struct next *n, struct cv_span s) {
    size_t k = cv_digits_at(s, 0);
    if (n->blanks == 0 && k == 2 && k < s.n && s.p[k] == ')' && cv_refs_remark_is_open(n->value)) return true;
    return n->blanks == 0 && k && k < s.n && cv_is_blank(s.p[k]) && !(k == 1 && s.p[0] == '1');
}

static bool ref_goes_on(struct cv_parse *p, const struct next *n) {
    struct cv_span s = cv_span_trim(n->line);
    enum cv_label label = label_of(s);
    size_t at;
    if ((label != CV_LABEL_NONE && label != CV_LABEL_REF) || n->blanks > MOST_BLANKS) return false;
    if ((cv_starts_text(p, s) && !goes_on_with_number(n, s)) || is_heading_before_dashes(p, n)) return false;
    if (cv_span_starts(s, "SENSITIVE BUT UNCLASS")) return false;
    if (cv_caption_line(p, s, false) &&
        !(n->value.n ? n->blanks == 0 && (s.p[0] == '(' || cv_refs_wants_reference(n->value, s)) : cv_has_digit(s)))
        return false; /* "(EXDIS)": a remark; "… D)" / "TOSEC 123": a reference */
    if (cv_classified_sentence(s, &at)) return false;
    return cv_refs_go_on(n->value, n->line, (unsigned)n->blanks);
}

static bool classified_goes_on(struct cv_parse *p, const struct next *n) {
    struct cv_span s = cv_span_trim(n->line);
    enum cv_label label = label_of(s);
    size_t end;
    if (label == CV_LABEL_REASON) return n->blanks <= 1;
    if (label != CV_LABEL_NONE && !(label == CV_LABEL_EO && !n->blanks && cv_span_find(n->value, "1.") == SIZE_MAX))
        return false;
    if (cv_starts_text(p, s) || cv_caption_line(p, s, false) || is_heading_before_dashes(p, n)) return false;
    if (!cv_span_trim(n->value).n) return true;
    end = cv_reasons_end(n->value);
    if (n->blanks) return n->cut && end == SIZE_MAX && !cv_ends_sentence(n->value);
    /* The reasons are given and the sentence is over: what follows is text. */
    if (end == SIZE_MAX) return true;
    return strchr("(,&/", last_char(n->value)) != NULL || s.p[0] == '(' || cv_span_starts(s, "AND ") ||
           cv_is_connecting(cv_last_word(n->value)) || !cv_ends_sentence(n->value);
}

static bool goes_on(const struct cv_extent *e, enum cv_label label, const struct next *n) {
    switch (label) {
    case CV_LABEL_EO:
        return eo_goes_on(e->p, n);
    case CV_LABEL_TAGS:
        return tags_go_on(e->p, n);
    case CV_LABEL_SUBJECT:
        return subject_goes_on(e, n);
    case CV_LABEL_REF:
        return ref_goes_on(e->p, n);
    case CV_LABEL_CLASSIFIED_BY:
        return classified_goes_on(e->p, n);
    default:
        return !n->blanks && label_of(n->line) == CV_LABEL_NONE && !cv_starts_text(e->p, n->line) && n->line.n < 80;
    }
}

/* ---- taking ---------------------------------------------------------------------------------------------- */

static bool look_ahead(struct cv_parse *p, struct next *n) {
    n->blanks = 0;
    for (n->index = p->at; n->index < p->lines.n; n->index++) {
        struct cv_line *line = &p->lines.v[n->index];
        if (line->s.n) {
            n->line = line->s;
            n->cut = line->flags & CV_LINE_CUT;
            return true;
        }
        if (++n->blanks > MOST_BLANKS) return false;
    }
    return false;
}

struct cv_span cv_extent_take(struct cv_extent *e, enum cv_label label, size_t value_at) {
    struct cv_parse *p = e->p;
    struct cv_buf b = {.arena = p->arena};
    struct cv_span line = p->lines.v[p->at].s, only = CV_NONE;
    struct next n;
    e->over_gap = false;
    for (unsigned lines = 1;; lines++) {
        size_t end = value_end(p, label, line, value_at);
        only = lines == 1 ? cv_span_of(line.p + value_at, end - value_at) : CV_NONE;
        if (lines > 1) cv_buf_addc(&b, '\n');
        cv_buf_add(&b, cv_span_of(line.p + value_at, end - value_at));
        cv_extent_cut(p, end);
        if (end < line.n || lines >= (label == CV_LABEL_SUBJECT ? MOST_SUBJECT_LINES : MOST_LINES)) break;
        n.value = cv_buf_span(&b);
        if (!look_ahead(p, &n) || !goes_on(e, label, &n)) break;
        e->over_gap |= n.blanks > 0 && cv_span_trim(n.value).n;
        p->at = n.index;
        line = n.line;
        value_at = 0;
    }
    e->gaps |= e->over_gap && label != CV_LABEL_SUBJECT;
    /* One line needs no copy: its value lies in the text. */
    return cv_span_trim(only.p ? only : cv_buf_span(&b));
}

/* ---- "This cable was classified by" ------------------------------------------------------------------------ */

bool cv_classified_sentence(struct cv_span line, size_t *value_at) {
    size_t i = cv_skip_blanks(line, 0), at;
    struct cv_span s;
    i = cv_skip_blanks(line, i + bracket_bytes(cv_span_from(line, i)));
    s = cv_span_from(line, i);
    if (!cv_span_starts(s, "THIS ") && !cv_span_starts(s, "CABLE ") && !cv_span_starts(s, "MESSAGE ")) return false;
    at = cv_span_find(cv_span_first(s, 60), "CLASSIFIED BY ");
    if (at == SIZE_MAX || at < 4 || cv_span_is(cv_span_of(s.p + at - 2, 2), "DE")) return false;
    *value_at = i + at + 14;
    return true;
}
