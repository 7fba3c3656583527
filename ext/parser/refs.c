/* refs.c - the REF block of a telegram to rows: labels, references, lists that carry station and year, remarks.
 * May not: decide where the block begins and ends (head.c does), nor look at the text of the telegram.
 * Facts: sheet 9, 13, 16; NARA sheet 3, 7. */
#include <stdlib.h>

#include "refs.h"

enum {
    NEAR_SEARCHES = 500, /* misspelt names looked up in one block: more is no list of references */
    LONGEST_NAME = 40,   /* of a station, in a message */
    YEARS_BACK = 4,      /* how old a telegram is that a year stands behind … */
    LIST_REACH = 500     /* … and how far two numbers of a list are apart */
};

/* The reference that is being read; remarks are added to it until the next one begins. */
struct pending {
    bool on, telegram;
    struct ref_match m;    /* of a telegram or airgram */
    enum cv_ref_kind kind; /* of anything else */
    char label;
    struct ref_date date;   /* printed behind it */
    struct ref_carry carry; /* as it was when it was read */
    size_t from, end;       /* of its text */
    size_t cut_from, cut_end;
};

struct block {
    struct cv_parse *p;
    struct cv_span s;
    struct ref_context c;
    unsigned near_left;
    unsigned line_no; /* of the byte line_at */
    size_t line_at;
    char label;
    bool fresh;     /* nothing yet since the label or the block's beginning */
    bool separated; /* a comma or the like since the last content */
    struct pending now;
    struct ref_carry carry;
};

/* ---- rows ------------------------------------------------------------------------------------------- */

static unsigned line_of(struct block *b, size_t at) {
    if (!b->line_no) return 0; /* an attribute: the document as a whole */
    for (; b->line_at < at && b->line_at < b->s.n; b->line_at++)
        if (b->s.p[b->line_at] == '\n') b->line_no++;
    return b->line_no;
}

static bool has_pilcrow(struct cv_span s) {
    return s.p && memchr(s.p, 0xC2, s.n) && cv_span_find(s, "\xC2\xB6") != SIZE_MAX;
}

/* The text of the reference: white space single, pilcrows and what is cut out of it left away. */
static struct cv_span text_of(struct block *b, const struct pending *r) {
    struct cv_span s = cv_span_of(b->s.p + r->from, r->end - r->from);
    struct cv_buf out = {.arena = b->p->arena};
    if (!r->cut_end && !has_pilcrow(s)) return cv_single_spaced(b->p->arena, s);
    for (size_t i = r->from; i < r->end; i++) {
        if (r->cut_end && i == r->cut_from) i = r->cut_end;
        if (i + 1 < r->end && (unsigned char)b->s.p[i] == 0xC2 && (unsigned char)b->s.p[i + 1] == 0xB6) {
            i++;
            continue;
        }
        if (i < r->end) cv_buf_addc(&out, b->s.p[i]);
    }
    return cv_single_spaced(b->p->arena, cv_buf_span(&out));
}

static void flush(struct block *b) {
    struct cv_ref row = {.kind = b->now.kind}, *out;
    unsigned line_no;
    if (!b->now.on) return;
    b->now.on = false;
    line_no = line_of(b, b->now.from);
    if (b->now.telegram && !cv_ref_resolve(b->p, &b->now.m, &b->now.carry, &b->now.date, line_no, &row)) return;
    out = CV_PUSH(b->p->arena, &b->p->out->refs, struct cv_ref);
    if (!out) return;
    row.label = cv_ref_label_text(b->now.label);
    row.text = text_of(b, &b->now);
    *out = row;
}

static void begin(struct block *b, size_t from, size_t end) {
    flush(b);
    b->now = (struct pending){.on = true, .label = b->label, .from = from, .end = end, .carry = b->carry};
    b->fresh = b->separated = false;
}

/* ---- telegrams --------------------------------------------------------------------------------------- */

/* "(BOTH 2004)", "OF 1973": a year without a day. */
static bool year_alone(struct cv_span s, size_t pos, struct ref_date *date) {
    struct ref_token t = cv_ref_token(s, pos);
    *date = (struct ref_date){.end = t.end};
    if (t.kind == REF_NUMBER && t.end - t.at == 4) date->year = cv_ref_year(ref_text(s, t));
    return date->year != 0;
}

static bool is_date_word(struct cv_span w) {
    return cv_span_is(w, "OF") || cv_span_is(w, "ON") || cv_span_is(w, "DATED") || cv_span_is(w, "DTD") ||
           cv_span_is(w, "DTG") || cv_span_is(w, "DATE");
}

/* "LONDON 14321, 1973": one of the last years, where it is no next number of a list ("LA PAZ 1968, 1973"). */
static bool year_behind_comma(const struct block *b, struct ref_token t, struct ref_date *date) {
    struct ref_token next = cv_ref_token(b->s, t.end), after = cv_ref_token(b->s, next.end);
    const char *digits = b->now.m.digits;
    long number = strtol(digits, NULL, 10);
    if (!b->c.year || b->now.m.year || !digits[0] || !year_alone(b->s, t.at, date)) return false;
    if (date->year > b->c.year || date->year + YEARS_BACK < b->c.year) return false;
    if (strlen(digits) == 4 && number < date->year && date->year - number < LIST_REACH) return false;
    if (next.kind == REF_WORD && next.end - next.at > 1 &&
        !(cv_ref_token_word(b->s, next) & (REF_W_AND | REF_W_REMARK)))
        return false; /* "…, 2003 MONTERREY 3713" */
    return !(ref_is_sign(next, ',') && after.kind == REF_NUMBER && after.end - after.at == 4);
}

/* A date right behind a telegram or airgram, "OF 12/21/73", "(15 APRIL 1975)", ", MAY 24, 1978", "/121530Z JUN 74":
 * part of it. */
static size_t date_behind(struct block *b, size_t pos) {
    struct ref_token t = cv_ref_token(b->s, pos);
    struct ref_date date;
    bool comma = false, said = false, bracket = false, slash = false;
    for (int i = 0; i < 4; i++, t = cv_ref_token(b->s, t.end)) {
        struct cv_span w = ref_text(b->s, t);
        if (t.gap == REF_BLANK_LINE) return pos;
        if (ref_is_sign(t, ',') && !comma)
            comma = true;
        else if (ref_is_sign(t, '(') && !bracket)
            bracket = true;
        else if (ref_is_sign(t, '/') && !slash)
            slash = true;
        else if (t.kind == REF_WORD && is_date_word(w))
            said = true;
        else if (!(bracket && (cv_span_is(w, "BOTH") || cv_span_is(w, "ALL") || cv_span_is(w, "NOTAL"))))
            break;
    }
    if (comma && !said && !bracket && !slash && year_behind_comma(b, t, &date)) {
        b->now.date = date;
        return date.end;
    }
    if (slash ? !cv_ref_dtg(b->s, t.at, &date) : !cv_ref_date(b->s, t.at, &date)) {
        if ((!said && !bracket) || !year_alone(b->s, t.at, &date)) return pos;
    }
    if (comma && !said && !bracket && (!date.year || t.kind == REF_NUMBER)) return pos;
    if (bracket) {
        size_t close = cv_ref_bracket_end(b->s, cv_ref_token(b->s, pos).at);
        if (!close) return pos;
        date.end = close > date.end ? close : date.end;
    }
    b->now.date = date;
    return date.end;
}

/* "MINSK 12 AND 13 (BOTH 1973)": the bracket holds for the ones before it too. */
static int year_of_all(struct block *b, size_t pos) {
    enum { TOKENS = 16 };
    struct ref_token t = cv_ref_token(b->s, pos);
    struct ref_date date;
    for (int i = 0; i < TOKENS && t.kind != REF_END && t.gap <= REF_LINE; i++, t = cv_ref_token(b->s, t.end)) {
        struct cv_span w;
        if (ref_is_sign(t, ';')) break;
        if (!ref_is_sign(t, '(')) continue;
        t = cv_ref_token(b->s, t.end);
        w = ref_text(b->s, t);
        if (!cv_span_is(w, "BOTH") && !cv_span_is(w, "ALL")) break;
        return year_alone(b->s, t.end, &date) ? date.year : 0;
    }
    return 0;
}

static size_t take_telegram(struct block *b, const struct ref_match *m, size_t from) {
    size_t end;
    begin(b, from, m->end);
    b->now.telegram = true;
    b->now.m = *m;
    end = m->report || m->dtg ? m->end : date_behind(b, m->end);
    b->now.end = end;
    if (m->report) return end;
    if (!m->year && !b->now.date.year) b->now.date.year = year_of_all(b, end);
    if (m->by != REF_BY_NONE)
        b->carry = (struct ref_carry){true, m->by, m->station, m->station_known, m->year};
    else if (m->year)
        b->carry.year = m->year;
    if (b->now.date.year && b->carry.set && !m->year) b->carry.year = b->now.date.year;
    return end;
}

/* In a list of bare numbers what stands before a station may be one of them: two digits that are no year ("KABUL 12, 13
 * STATE 1234"), four that go on the list up to a line's end ("KABUL 1965 AND 1968" / "LIMA 3017"). */
static bool year_is_number(const struct block *b, const struct ref_match *m) {
    struct ref_token t = cv_ref_token(b->s, m->from);
    struct cv_span last = cv_span_of(b->now.m.digits, strlen(b->now.m.digits));
    int number;
    if (b->fresh || !b->carry.set || !b->now.on || !b->now.telegram || t.kind != REF_NUMBER || !m->year || !b->c.year)
        return false;
    if (m->year > b->c.year + 1) return true;
    if (cv_span_ends(cv_span_trim_right(cv_span_first(b->s, t.at)), ";")) return false;
    return t.end - t.at == 4 && cv_ref_token(b->s, t.end).gap >= REF_LINE && last.n == 4 &&
           cv_span_to_int(last, &number) && number < m->year && m->year - number < LIST_REACH;
}

static size_t match_telegram(struct block *b, size_t pos) {
    struct ref_token t = cv_ref_token(b->s, pos);
    struct ref_match m;
    bool begins = b->fresh || b->separated || t.gap >= REF_LINE;
    if (cv_ref_match(&b->c, b->s, pos, &m) && !year_is_number(b, &m)) return take_telegram(b, &m, m.from);
    if (t.kind == REF_NUMBER && (!b->now.on || (b->now.telegram && b->now.m.number_first)) &&
        cv_ref_match_number_first(&b->c, b->s, pos, &m))
        return take_telegram(b, &m, m.from);
    if ((begins || (b->now.on && b->now.telegram)) && cv_ref_match_bare(&b->c, b->s, pos, &m) &&
        !(m.dtg && b->now.on && !begins))
        return take_telegram(b, &m, m.from);
    if (begins && cv_ref_match_unknown(&b->c, b->s, pos, &m)) return take_telegram(b, &m, m.from);
    return 0;
}

/* ---- all else ----------------------------------------------------------------------------------------- */

/* NONE, N/A, N.A., NO REFERENCE: nothing is referred to. */
static size_t match_none(struct block *b, struct ref_token t) {
    struct ref_token sign = cv_ref_token(b->s, t.end), a = cv_ref_token(b->s, sign.end);
    if (cv_ref_token_word(b->s, t) & REF_W_NONE) return t.end;
    if (t.kind != REF_WORD) return 0;
    if (cv_span_is(ref_text(b->s, t), "NO") && cv_ref_token_word(b->s, sign) & REF_W_REF) return sign.end;
    if (!cv_span_is(ref_text(b->s, t), "N") || sign.kind != REF_SIGN || !strchr("/.:", sign.sign)) return 0;
    return cv_span_is(ref_text(b->s, a), "A") ? a.end : 0;
}

static size_t new_document(struct block *b, const struct ref_prose *x) {
    begin(b, x->from, x->end);
    b->now.kind = x->dtg && !(x->words & REF_W_KINDS) ? CV_REF_TELEGRAM : cv_ref_kind_of(x->words);
    b->now.cut_from = x->cut_from;
    b->now.cut_end = x->cut_end;
    return x->next;
}

static size_t read_prose(struct block *b, size_t pos) {
    struct ref_token t = cv_ref_token(b->s, pos);
    struct ref_prose x;
    struct ref_match m;
    bool begins = b->fresh || b->separated || t.gap >= REF_LINE;
    bool remark;
    cv_ref_prose(&b->c, b->s, pos, b->label, b->carry.set, &x);
    remark = b->now.on && !b->fresh && (x.first & REF_W_REMARK || !begins);
    if (x.leads_only && x.before_reference && !remark && cv_ref_match(&b->c, b->s, x.next, &m))
        return take_telegram(b, &m, x.from);
    if (b->fresh && x.before_reference && cv_ref_match(&b->c, b->s, x.next, &m) && m.dtg)
        return take_telegram(b, &m, x.from); /* "FBIS LIBREVILLE 051400Z": whose it is */
    if (x.is_station && !remark) {
        struct cv_span name = cv_single_spaced(b->p->arena, cv_span_of(b->s.p + x.from, x.end - x.from));
        cv_problem(b->p, CV_P_REFERENCE_UNRESOLVED, line_of(b, x.from), "reference to %.*s without a number",
                   CV_FMT(cv_span_first(name, LONGEST_NAME)));
        flush(b);
        b->fresh = b->separated = false;
        return x.next;
    }
    if (b->fresh || !b->now.on) return new_document(b, &x);
    if (!remark && x.words & REF_W_KINDS) return new_document(b, &x);
    b->now.end = x.end;
    if (x.cut_end) b->now.cut_from = x.cut_from, b->now.cut_end = x.cut_end;
    b->separated = false;
    return x.next;
}

/* A bracket where an entry begins: around the reference itself, a mark or remark in front of it, or a document. */
static size_t read_first_bracket(struct block *b, struct ref_token open, size_t end) {
    struct ref_match m;
    if (!end || cv_ref_match(&b->c, b->s, open.end, &m)) return open.end;
    if (cv_ref_match(&b->c, b->s, end, &m) || cv_ref_token(b->s, end).kind == REF_END) return end;
    return read_prose(b, open.at);
}

/* A bracket behind a reference is a remark on it, whatever it says; a year or date in it was read already. */
static size_t read_bracket(struct block *b, struct ref_token t) {
    size_t end = cv_ref_bracket_end(b->s, t.at);
    if (!b->now.on || b->fresh) return read_first_bracket(b, t, end);
    if (!end) return t.end;
    b->now.end = end;
    return end;
}

static size_t read_sign(struct block *b, struct ref_token t) {
    struct ref_match m;
    if (t.sign == '(' || t.sign == '[' || t.sign == '{') return read_bracket(b, t);
    if (t.sign == '"' && b->fresh && cv_ref_token(b->s, t.end).kind == REF_WORD &&
        !cv_ref_match(&b->c, b->s, t.end, &m))
        return read_prose(b, t.at); /* "THE TIMES" OF MAY 3 */
    if (strchr(",;:/&", t.sign)) b->separated = true;
    return t.end;
}

static size_t step(struct block *b, size_t pos, struct ref_token t) {
    unsigned w = cv_ref_token_word(b->s, t);
    size_t end;
    char label = cv_ref_label(&b->c, b->s, pos, b->label, b->fresh ? REF_AT_ENTRY : REF_AFTER_REFERENCE, &end);
    if (label) {
        flush(b);
        b->now.on = false;
        b->label = label;
        b->fresh = true;
        b->separated = false;
        return end;
    }
    if (ref_is_sign(t, '(') || ref_is_sign(t, '[') || ref_is_sign(t, '\'')) {
        end = match_telegram(b, pos);
        return end ? end : read_sign(b, t);
    }
    if (t.kind == REF_SIGN) return read_sign(b, t);
    if (w & REF_W_AND) return b->separated = true, t.end;
    if (w & REF_W_REF && !(w & REF_W_LEAD)) return t.end;
    if (w & REF_W_CAPTION) return t.end;
    if ((b->fresh || !b->now.on) && (end = match_none(b, t)) != 0) return end;
    end = match_telegram(b, pos);
    return end ? end : read_prose(b, pos);
}

/* A dash and blanks at a line's start are the filler of the 1980s ("LUSAKA" / "-    611"): out. */
static struct cv_span fillers_out(struct cv_arena *a, struct cv_span s) {
    struct cv_buf b = {.arena = a};
    bool at_start = false;
    if (cv_span_chr(s, '\n') == SIZE_MAX || cv_span_find(s, "-  ") == SIZE_MAX) return s;
    for (size_t i = 0; i < s.n; i++) {
        bool filler = at_start && cv_span_starts(cv_span_from(s, i), "-  ");
        at_start = s.p[i] == '\n' || (at_start && cv_is_blank(s.p[i]));
        cv_buf_addc(&b, filler ? ' ' : s.p[i]);
    }
    return cv_buf_span(&b);
}

void cv_refs_parse(struct cv_parse *p, struct cv_span value, unsigned line_no) {
    struct block b = {
        .p = p, .s = fillers_out(p->arena, value), .line_no = line_no, .fresh = true, .near_left = NEAR_SEARCHES};
    struct ref_token t;
    if (!b.s.p) return;
    b.c = (struct ref_context){.arena = p->arena, .year = p->out->year, .near_left = &b.near_left};
    b.c.year_after = cv_ref_years_follow(&b.c, b.s);
    for (size_t pos = 0; (t = cv_ref_token(b.s, pos)).kind != REF_END && !p->arena->failed;) {
        size_t next = step(&b, pos, t);
        pos = next > pos ? next : t.end;
    }
    flush(&b);
}
