/* sections.c - takes the repeated headers of later sections out of the lines: a section line with captions and labels
 * behind it, or a whole header from a PAGE 01 or VZCZC line to the section line; and notes which sections there are.
 * May not: take a quoted telegram's header, or what the first header does not say.
 * Facts: sheet 3 ("A later section"), 11 "Sections"; NARA sheet 2 "Sections". */
#include "text.h"

enum { HEADER_LINES = 100, LABEL_LINES = 60, SECTIONS_MAX = 200, JOINED_LINE = 160, LONGEST_MARK = 12 };

struct sections {
    struct cv_parse *p;
    struct cv_classline first;
    size_t first_at;       /* its line */
    struct cv_buf letters; /* the first header from the section line on: letters and digits only, capitals */
    bool read;             /* letters are there: gathered when a later header is found, since most cables have none */
    size_t kept;           /* lines that stay, moved to the front */
    bool cut;              /* a header was taken out just before the next line */
    int last, found;       /* sections seen so far */
    bool present[SECTIONS_MAX];
};

static struct cv_line *line_at(struct sections *w, size_t i) { return &w->p->lines.v[i]; }

/* ---- the first header ---- */

static void squeeze(struct cv_buf *b, struct cv_span s) {
    if (!cv_buf_room(b, s.n)) return;
    for (size_t i = 0; i < s.n; i++)
        if (cv_is_alnum(s.p[i])) b->p[b->n++] = cv_to_upper(s.p[i]);
}

/* A section line has a number, and capitals but for a publisher's; most lines need no closer look. */
static bool may_be_classline(struct cv_span s) {
    char c = cv_to_upper(s.p[0]);
    if (s.n >= 120 || (c != 'U' && c != 'C' && c != 'S' && c != 'L' && c != 'R' && c != 'T')) return false;
    return (s.n < 60 || !cv_is_lower(s.p[1])) && cv_classification_may_begin(s) && cv_has_digit(s);
}

/* Another section line: the header that it opens is not the first. */
static bool is_later_line(const struct sections *w, struct cv_span s) {
    struct cv_classline c;
    return s.n && may_be_classline(s) && cv_classline_here(w->p, s, &c) && c.section_no > 1;
}

/* From the section line to the end of the last label's block. Nothing has been taken out yet. */
static void read_first_header(struct sections *w) {
    size_t end = w->first_at + 1, at, limit = w->first_at + HEADER_LINES;
    struct cv_number number;
    if (w->read) return;
    w->read = true;
    for (size_t i = w->first_at + 1; i < w->p->lines.n && i < limit; i++) {
        struct cv_span s = line_at(w, i)->s;
        if (cv_number_match(cv_span_trim(s), w->p->arena, &number)) break;
        if (is_later_line(w, cv_span_trim(s))) break; /* of a text without numbers */
        if (cv_label_match(s, &at) != CV_LABEL_NONE) {
            end = i + 1;
            while (end < w->p->lines.n && end < limit && line_at(w, end)->s.n &&
                   !cv_number_match(line_at(w, end)->s, w->p->arena, &number))
                end++;
        }
    }
    for (size_t i = w->first_at + 1; i < end; i++) squeeze(&w->letters, cv_span_first(line_at(w, i)->s, 400));
}

/* The first header says this too. */
static bool said_before(struct sections *w, struct cv_span s) {
    struct cv_buf b = {.arena = w->p->arena};
    if (s.n > 200) return false;
    squeeze(&b, s);
    return b.n >= 4 && w->letters.n >= b.n && memmem(w->letters.p, w->letters.n, b.p, b.n) != NULL;
}

/* The next section of as many, from the same station: where its number differs, that is garbled. */
static bool continues(const struct sections *w, const struct cv_classline *c) {
    return c->section_no > 1 && c->section_no == w->last + 1 && c->section_of == w->first.section_of && c->station.p &&
           cv_span_ieq(c->station, w->first.station);
}

static bool same_telegram(const struct sections *w, const struct cv_classline *c) {
    if (c->serial && w->first.serial) return c->serial == w->first.serial || continues(w, c);
    return c->section_no > 0;
}

/* ---- a later header ---- */

static bool begins_transmission(struct cv_span s) {
    s = cv_span_trim_left(s);
    return cv_span_starts(s, "VZCZC") || cv_span_starts(s, "ZCZC");
}

/* The section line of a header that begins at `from`; SIZE_MAX: there is none. */
static size_t find_classline(struct sections *w, size_t from, struct cv_classline *out) {
    for (size_t i = from; i < w->p->lines.n && i < from + HEADER_LINES; i++) {
        struct cv_number number;
        struct cv_span s = cv_span_trim(line_at(w, i)->s);
        if (!s.n) continue;
        if (i > from && (line_at(w, i)->flags & CV_LINE_SECTION || begins_transmission(s))) return SIZE_MAX;
        if (cv_classline_here(w->p, s, out) && (out->serial || out->section_no))
            return same_telegram(w, out) ? i : SIZE_MAX;
        if (cv_number_match(s, w->p->arena, &number) && number.mark.p) return SIZE_MAX;
    }
    return SIZE_MAX;
}

/* A word of the text is no label: one in small letters ("… on this" / "subject. More …"), or one that has no colon
 * where the first header does not say the same. */
static bool is_label(struct sections *w, struct cv_span s) {
    size_t at;
    struct cv_span label = cv_span_trim_left(s);
    if (cv_label_match(s, &at) == CV_LABEL_NONE || cv_is_lower(label.p[0])) return false;
    return !w->letters.n || cv_span_chr(s, ':') != SIZE_MAX || said_before(w, s);
}

/* A caption in capitals, or a label with its colon, begins here. */
static bool begins_header(struct cv_span s) {
    static const char *const words[] = {"SIPDIS", "NOFORN", "SENSITIVE", "E.O.", "EO ", "TAGS", "SUBJ", "REF"};
    enum { CAPTIONS = 3, LABEL_MAX = 12 };
    struct cv_span rest = s;
    for (size_t i = 0; i < CV_ARRAY_LEN(words); i++) {
        if (!cv_span_starts(s, words[i])) continue;
        return i < CAPTIONS ? !cv_has_lower(cv_span_word(&rest))
                            : cv_span_chr(cv_span_first(s, LABEL_MAX), ':') != SIZE_MAX;
    }
    return false;
}

/* Of a line of joined text, what the first header says too: the bytes of it, blanks behind included. */
static size_t said_prefix(struct sections *w, struct cv_span line) {
    size_t done = 0;
    for (;;) {
        struct cv_span rest = cv_span_trim_left(cv_span_from(line, done)), word, s = rest;
        size_t end = 0;
        if (!rest.n || !begins_header(rest)) return done;
        while ((word = cv_span_word(&s)).p) {
            size_t to = (size_t)(word.p + word.n - rest.p);
            if (to > 8 && !said_before(w, cv_span_first(rest, to))) break;
            end = to;
        }
        if (end < 4) return done;
        done = (size_t)(rest.p - line.p) + end;
    }
}

/* "(C/NF)" at a subject's end, wrapped. */
static bool is_mark_alone(struct sections *w, size_t i) {
    struct cv_span portion, meaning, s = cv_span_trim(line_at(w, i)->s), before = line_at(w, i - 1)->s;
    size_t n = 0, open = cv_span_chr(before, '(');
    if (open != SIZE_MAX && cv_span_chr(cv_span_from(before, open), ')') == SIZE_MAX) /* "… (S/REL" / "GBR)" */
        return s.n <= LONGEST_MARK && s.p[s.n - 1] == ')' && cv_span_chr(s, '(') == SIZE_MAX;
    return cv_mark_match(s, w->p->arena, &n, &portion, &meaning) && n == s.n;
}

/* Captions, pass lines and labels behind the section line: 1 + the last of them. */
static size_t header_end(struct sections *w, size_t classline) {
    enum { SAID_SURELY = 16 };             /* shorter, "June." stands in many a header */
    size_t end = classline + 1, going = 0; /* behind the last line that may be wrapped */
    bool label = false, open = false;
    for (size_t i = end; i < w->p->lines.n && i < classline + LABEL_LINES; i++) {
        struct cv_span s = line_at(w, i)->s;
        if (!cv_span_trim(s).n) continue;
        if (line_at(w, i)->flags & CV_LINE_PIECE || s.n > JOINED_LINE) {
            size_t n = said_prefix(w, s);
            struct cv_span rest = cv_span_trim(cv_span_from(s, n));
            if (!rest.n) {
                end = i + 1;
                continue;
            }
            if (n) {
                cv_fate(w->p, cv_span_first(s, n), CV_FATE_TRANSPORT);
                line_at(w, i)->s = rest;
                line_at(w, i)->form = 0;
                break;
            }
        }
        if (is_label(w, s) && (w->letters.n || !label)) {
            label = true;
            going = i + 1;
        } else if (said_before(w, s) && (s.n >= SAID_SURELY || cv_pass_line(s) || (going == i && !open))) {
            going = i + 1; /* a short line only where it can be the end of a wrapped one */
        } else if (!cv_caption_line(w->p, s, false) && !(label && is_mark_alone(w, i))) {
            if (label || !cv_pass_line(s)) break;
            open = true; /* a pass line only where more of a header follows: text too has lines with FOR in them */
            continue;
        }
        end = i + 1;
    }
    return end;
}

/* ---- taking it out ---- */

/* What closed the section before: its signature, noise of the line. */
static bool is_closing(struct cv_span s) {
    size_t same = 0;
    s = cv_span_trim(s);
    while (same < s.n && s.p[same] == s.p[0]) same++;
    if (same == s.n && s.n >= 5 && cv_is_upper(s.p[0])) return true; /* EEEEEEEE: the operator's sign for an error */
    return s.n == 6 && cv_is_upper(s.p[0]) && cv_is_upper(s.p[2]) && cv_is_digit(s.p[3]) && cv_is_digit(s.p[5]);
}

/* A word alone is the section's signature where the text may end before it (and an end mark stands behind it), or where
 * it signs the telegram too. */
static bool is_signature(struct sections *w, size_t at, bool ended) {
    enum { LAST_LINES = 12 };
    const struct cv_line *line = line_at(w, at);
    struct cv_span s = cv_span_trim(line->s), before;
    size_t i = at;
    if (!cv_signature_line(s) || line->flags & CV_LINE_PIECE) return false;
    while (i > w->first_at + 1 && !cv_span_trim(line_at(w, i - 1)->s).n) i--;
    before = cv_span_trim(line_at(w, i - 1)->s);
    if (ended && (i <= w->first_at + 1 || cv_ends_sentence(before) || cv_span_ends(before, "UNQUOTE"))) return true;
    for (size_t k = w->p->lines.n, n = 0; k-- > at + 1 && n < LAST_LINES; n++)
        if (cv_span_eq(cv_span_trim(line_at(w, k)->s), s)) return true;
    return false;
}

static void drop_before(struct sections *w, bool ended) {
    bool signature = true, closing = false;
    while (w->kept > w->first_at + 1) {
        struct cv_line *line = line_at(w, w->kept - 1);
        struct cv_span s = cv_span_trim(line->s);
        closing |= is_closing(s);
        if (s.n && !is_closing(s) && !(closing && cv_page_mark_match(s))) { /* its foot stands above "ADP000" */
            if (!signature || !is_signature(w, w->kept - 1, ended)) return;
            signature = false;
        }
        cv_fate(w->p, s, CV_FATE_TRANSPORT);
        w->kept--;
    }
}

static void count_section(struct sections *w, const struct cv_classline *c, unsigned line_no) {
    int no = c->section_no;
    if (c->serial && w->first.serial && c->serial != w->first.serial)
        cv_problem(w->p, CV_P_ID_DIFFERS, line_no, "number %d on the line of section %d, %d on the first", c->serial,
                   no, w->first.serial);
    if (no <= 0 || no >= SECTIONS_MAX) return;
    w->found++;
    if (no <= w->last)
        cv_problem(w->p, CV_P_SECTION_MISSING, line_no, "section %d stands behind section %d", no, w->last);
    w->present[no] = true;
    if (no > w->last) w->last = no;
}

static void drop(struct sections *w, size_t from, size_t classline, size_t end) {
    bool ended = false;
    for (size_t i = from; i <= classline; i++) ended |= (line_at(w, i)->flags & CV_LINE_ENDED) != 0;
    drop_before(w, ended);
    cv_envelope_fill(w->p, from, classline + 1);
    for (size_t i = from; i < end; i++) cv_fate(w->p, line_at(w, i)->s, CV_FATE_TRANSPORT);
    w->cut = true;
    w->p->seen.sections_repeat = true;
}

/* A later header at line i: the line behind it; i: there is none. */
static size_t later_header(struct sections *w, size_t i) {
    struct cv_line *line = line_at(w, i);
    struct cv_span s = cv_span_trim(line->s);
    struct cv_classline c;
    size_t classline = SIZE_MAX, end;
    if (!s.n) return i;
    if (line->flags & CV_LINE_SECTION || begins_transmission(s)) classline = find_classline(w, i, &c);
    if (classline == SIZE_MAX && may_be_classline(s) && cv_classline_here(w->p, s, &c) &&
        (c.section_no || (c.serial && c.station.p)) && same_telegram(w, &c))
        classline = i;
    if (classline == SIZE_MAX) return i;
    read_first_header(w);
    end = header_end(w, classline);
    count_section(w, &c, line_at(w, classline)->no);
    drop(w, i, classline, end);
    while (end < w->p->lines.n && !cv_span_trim(line_at(w, end)->s).n) end++;
    return end;
}

static void keep(struct sections *w, size_t i) {
    struct cv_line line = *line_at(w, i);
    if (w->cut) line.flags |= CV_LINE_CUT;
    w->cut = false;
    *line_at(w, w->kept++) = line;
}

/* ---- problems ---- */

static void report(struct sections *w) {
    struct cv_parse *p = w->p;
    int of = w->first.section_of;
    if (w->found == 1) {
        /* Of other sources a first section alone says nothing: publishers take the later section lines out. */
        if (w->first.section_no > 1 || (of > 1 && p->container->kind == CV_CONTAINER_NARA))
            cv_problem(p, CV_P_SECTION_APART, line_at(w, w->first_at)->no, "this is section %d of %d by itself",
                       w->first.section_no, of);
        return;
    }
    if (w->found < 2 || p->partial) return;
    for (int no = 1; no < SECTIONS_MAX && no <= (of > w->last ? of : w->last); no++)
        if (!w->present[no]) cv_problem(p, CV_P_SECTION_MISSING, 0, "section %d of %d is missing", no, of);
}

/* The Department's form has the line once more behind its address list: the later one opens the text. */
static void prefer_behind_header(struct sections *w) {
    struct cv_classline c;
    size_t value_at;
    for (size_t i = w->first_at + 1; i < w->p->lines.n && i < w->first_at + HEADER_LINES; i++) {
        struct cv_span s = cv_span_trim(line_at(w, i)->s);
        if (!s.n || s.n > 200) continue;
        if (cv_label_match(s, &value_at) != CV_LABEL_NONE || cv_is_digit(s.p[0])) return;
        if (!cv_classline_here(w->p, s, &c) || !c.serial) continue;
        if (w->first.section_no || c.serial != w->first.serial || c.section_no > 1) return;
        w->first = c;
        w->first_at = i;
        return;
    }
}

static bool find_first(struct sections *w) {
    for (size_t i = 0; i < w->p->lines.n && i < 2 * HEADER_LINES + 50; i++) {
        struct cv_span s = cv_span_trim(line_at(w, i)->s);
        if (!s.n || s.n > 200 || !cv_classline_here(w->p, s, &w->first)) continue;
        if (!w->first.serial && !w->first.section_no) continue;
        w->first_at = i;
        prefer_behind_header(w);
        return true;
    }
    return false;
}

void cv_sections_strip(struct cv_parse *p) {
    struct sections w = {.p = p, .letters = {.arena = p->arena}};
    if (!find_first(&w)) return;
    count_section(&w, &w.first, line_at(&w, w.first_at)->no);
    w.kept = w.first_at + 1;
    for (size_t i = w.first_at + 1; i < p->lines.n && !p->arena->failed;) {
        size_t next = later_header(&w, i);
        if (next == i)
            keep(&w, i++);
        else
            i = next;
    }
    p->lines.n = w.kept;
    report(&w);
}
