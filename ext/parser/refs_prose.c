/* refs_prose.c - what stands in a REF block and is no telegram: letters, e-mails, reports, meetings, and remarks.
 * May not: make rows. It finds where such a stretch ends, which is where the next entry surely begins.
 * Facts: sheet 9 ("Kinds", remarks, "Not references though they look so"). */
#include "refs.h"

enum {
    BRACKET_BYTES = 400, /* a longer bracket is not one */
    AHEAD = 12           /* tokens looked at behind a comma for the next document */
};

size_t cv_ref_bracket_end(struct cv_span s, size_t pos) {
    int depth = 0;
    size_t end = s.n - pos < BRACKET_BYTES ? s.n : pos + BRACKET_BYTES;
    for (size_t i = pos; i < end; i++) {
        if (s.p[i] == '(' || s.p[i] == '[' || s.p[i] == '{') depth++;
        if (s.p[i] == ')' || s.p[i] == ']' || s.p[i] == '}') depth--;
        if (depth == 0) return i + 1;
    }
    return 0;
}

enum cv_ref_kind cv_ref_kind_of(unsigned words) {
    if (words & REF_W_EMAIL) return CV_REF_EMAIL;
    if (words & REF_W_LETTER) return CV_REF_LETTER;
    if (words & (REF_W_REPORT | REF_W_SERIES)) return CV_REF_REPORT;
    return CV_REF_OTHER;
}

static bool is_open(struct ref_token t) { return ref_is_sign(t, '(') || ref_is_sign(t, '[') || ref_is_sign(t, '{'); }

/* Behind a comma or AND: another document begins, with a kind of its own. After AND it must not begin with it
 * ("LETTER AND REPORT" is one). */
static bool document_follows(struct cv_span s, size_t pos, bool comma) {
    struct ref_token t = cv_ref_token(s, pos);
    for (int i = 0; i < AHEAD && t.kind != REF_END; i++, t = cv_ref_token(s, t.end)) {
        unsigned w = cv_ref_token_word(s, t);
        if (t.kind == REF_SIGN && strchr(",;", t.sign)) return false;
        if (w & REF_W_AND) return false;
        if (w & REF_W_KINDS) return comma || i > 0;
    }
    return false;
}

/* A number of the list behind a comma, no year and no day. */
static bool number_follows(const struct ref_context *c, struct cv_span s, size_t pos) {
    struct ref_token t = cv_ref_token(s, pos);
    struct ref_match m;
    if (t.kind != REF_NUMBER || t.end - t.at < 3 || (t.end - t.at == 4 && cv_ref_year(ref_text(s, t)))) return false;
    return cv_ref_match_bare(c, s, pos, &m) && !m.dtg;
}

/* A telegram at t inside a text. Its number is none when it is a year ("FOR PANAMA 2004"). */
static bool telegram_at(const struct ref_context *c, struct cv_span s, struct ref_token t, struct ref_token before,
                        unsigned words) {
    struct ref_match m;
    if (t.kind != REF_WORD && t.kind != REF_NUMBER && !ref_is_sign(t, '\'')) return false;
    if (t.gap == REF_GLUED && !(before.kind == REF_SIGN && strchr(",;:(/", before.sign))) return false;
    if (!cv_ref_match(c, s, t.at, &m)) return false;
    if (m.by != REF_BY_STATION && m.by != REF_BY_DEPT && m.by != REF_BY_OWN && !(m.digits[0] || m.series[0]))
        return false;
    if (!m.year && (words & REF_W_KINDS) && cv_ref_year(cv_span_of(m.digits, strlen(m.digits))) &&
        strlen(m.digits) == 4)
        return false;
    return true;
}

struct scan {
    const struct ref_context *c;
    struct cv_span s;
    char last_label;
    bool may_split;
    bool open_day; /* the last token ended a date that has no year */
    bool remark;   /* the last word was a remark's: no name goes on with an initial */
    struct ref_token before;
    struct ref_prose *out;
};

/* "… FOR MAY 18" / "C. 2007 AND PREVIOUS": a publisher cut the date there and put a letter before the year. */
static bool label_is_year(struct scan *x, struct ref_token t, size_t end) {
    struct ref_token year = cv_ref_token(x->s, end), next = cv_ref_token(x->s, year.end);
    if (!x->open_day || x->out->cut_end || year.kind != REF_NUMBER || year.end - year.at != 4) return false;
    if (!cv_ref_year(ref_text(x->s, year)) || !cv_ref_boundary(x->s, year.end)) return false;
    if (cv_ref_match(x->c, x->s, end, &(struct ref_match){0})) return false; /* "FEBRUARY 14 C. 2007 LIMA 56" */
    if (next.kind == REF_WORD && !(cv_ref_token_word(x->s, next) & (REF_W_AND | REF_W_REMARK)))
        return false; /* "FEBRUARY 14 C. 2007 HUMAN RIGHTS REPORT" */
    x->out->cut_from = t.at;
    x->out->cut_end = end;
    return true;
}

/* Behind a remark or a report's title no name goes on with an initial ("JOHN B. SMITH"). */
static bool no_name(const struct scan *x) {
    return x->last_label &&
           (x->remark || ((x->out->words & REF_W_REPORT) && !(x->out->words & (REF_W_EMAIL | REF_W_LETTER))));
}

static bool entry_begins(struct scan *x, struct ref_token t, size_t *skip) {
    size_t end;
    *skip = 0;
    if (ref_is_sign(t, ';')) return true;
    if (cv_ref_label(x->c, x->s, t.at > x->before.end ? x->before.end : t.at, x->last_label,
                     no_name(x) ? REF_AFTER_REFERENCE : REF_IN_PROSE, &end)) {
        if (!label_is_year(x, t, end)) return true;
        *skip = end;
        return false;
    }
    if (telegram_at(x->c, x->s, t, x->before, x->out->words)) return x->out->before_reference = true;
    if (ref_is_sign(t, ',') || cv_ref_token_word(x->s, t) & REF_W_AND) {
        bool comma = ref_is_sign(t, ',');
        if (x->out->words & REF_W_KINDS && document_follows(x->s, t.end, comma)) return true;
        if (x->may_split && number_follows(x->c, x->s, t.end)) return true;
        if (comma && x->remark && cv_ref_match_unknown(x->c, x->s, t.end, &(struct ref_match){0})) return true;
    }
    return false;
}

/* Take t into the stretch; the position behind it. */
static size_t take(struct scan *x, struct ref_token t) {
    struct ref_prose *o = x->out;
    struct ref_date date, dtg;
    unsigned w = cv_ref_token_word(x->s, t);
    size_t end;
    x->open_day = false;
    if (t.kind == REF_WORD) x->remark = (w & REF_W_REMARK) != 0;
    if (is_open(t) && (end = cv_ref_bracket_end(x->s, t.at)) != 0) {
        o->leads_only = false;
        return o->end = end;
    }
    if ((t.kind == REF_WORD || t.kind == REF_NUMBER) && cv_ref_date(x->s, t.at, &date)) {
        o->leads_only = false;
        x->open_day = date.year == 0;
        o->dtg |= cv_ref_dtg(x->s, t.at, &dtg);
        return o->end = date.end;
    }
    if (t.kind == REF_SIGN) {
        if (t.sign == ')' || t.sign == ']' || t.sign == '"' || t.sign == '\'' || t.sign == '?') o->end = t.end;
        if (t.sign != '.' && t.sign != ',' && t.sign != ':') o->leads_only = false;
        return t.end;
    }
    o->words |= w;
    if (!(w & (REF_W_LEAD | REF_W_REF | REF_W_AND | REF_W_SENDERS))) o->leads_only = false;
    if (!(w & (REF_W_AND | REF_W_CAPTION))) o->end = t.end;
    return t.end;
}

void cv_ref_prose(const struct ref_context *c, struct cv_span s, size_t pos, char last_label, bool may_split,
                  struct ref_prose *out) {
    struct scan x = {c, s, last_label, may_split, false, false, cv_ref_token(s, pos), out};
    struct ref_token t = x.before;
    size_t skip, n = 0;
    *out = (struct ref_prose){.from = t.at, .end = t.end, .leads_only = true, .first = cv_ref_token_word(s, t)};
    pos = take(&x, t);
    while ((t = cv_ref_token(s, pos)).kind != REF_END) {
        x.before.end = pos;
        if (entry_begins(&x, t, &skip)) break;
        if (skip) {
            pos = skip;
            x.before = (struct ref_token){.kind = REF_SIGN, .at = t.at, .end = skip, .sign = '.'};
            continue;
        }
        pos = take(&x, t);
        x.before = t;
    }
    out->next = pos;
    if (cv_station_prefix(cv_span_from(s, out->from), &n).p) out->is_station = out->from + n >= out->end;
}
