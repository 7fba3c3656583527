/* refs_block.c - whether a REF block goes on: what its last entry lacks, and whether a line begins with an entry.
 * May not: make rows; head.c asks and decides.
 * Facts: sheet 9 (over one blank line the block goes on for a labelled entry, or when an entry is not complete). */
#include "refs.h"

enum { TAIL = 240 /* bytes of the block that its last entry can have */ };

/* What the last entry has so far. */
struct entry {
    bool number, station, words, mail, comma;
};

static struct entry read_last(struct cv_span s) {
    unsigned near_left = 8;
    struct ref_context c = {.near_left = &near_left};
    struct entry e = {0};
    struct ref_match m;
    struct ref_token t;
    size_t n;
    for (size_t pos = 0, end; (t = cv_ref_token(s, pos)).kind != REF_END; pos = end) {
        unsigned w = cv_ref_token_word(s, t);
        if (cv_ref_label(&c, s, pos, 0, e.number ? REF_AFTER_REFERENCE : REF_AT_ENTRY, &end)) {
            e = (struct entry){0};
        } else if (cv_ref_match(&c, s, t.at, &m)) {
            e = (struct entry){.number = true};
            end = m.end;
        } else if (t.kind == REF_WORD && !(w & REF_W_STOP) && cv_station_prefix(cv_span_from(s, t.at), &n).p) {
            e.station = true;
            e.comma = false;
            end = t.at + n;
        } else {
            end = t.end;
            e.comma = ref_is_sign(t, ',') || (w & REF_W_AND);
            if (w & REF_W_EMAIL)
                e.mail = true;
            else if (t.kind == REF_WORD && !(w & (REF_W_AND | REF_W_REF)) && t.end - t.at > 1)
                e.words = true;
            if (t.kind == REF_NUMBER) e.number = true;
        }
    }
    return e;
}

bool cv_refs_open(struct cv_span value) {
    struct entry e;
    value = cv_span_trim_right(value);
    if (value.n > TAIL) {
        size_t from = value.n - TAIL;
        while (from < value.n && !cv_is_space(value.p[from])) from++;
        value = cv_span_from(value, from);
    }
    if (!value.n) return true;
    e = read_last(value);
    if (e.comma) return true;
    if (e.mail) return !e.words;
    return !e.number && !e.words;
}

bool cv_refs_entry(struct cv_span line) {
    unsigned near_left = 4;
    struct ref_context c = {.near_left = &near_left};
    struct ref_match m;
    struct ref_prose prose;
    struct ref_date dtg;
    size_t end = 0;
    char letter = cv_ref_label(&c, line, 0, 0, REF_AT_ENTRY, &end), second;
    if (!letter) { /* "B. SMITH EMAIL": not the first of its list */
        struct ref_token t = cv_ref_token(line, 0);
        second = t.kind == REF_WORD && t.end - t.at == 1 ? cv_to_upper(line.p[t.at]) : 0;
        if (second < 'B' || second > 'Z') return false;
        letter = cv_ref_label(&c, line, 0, (char)(second - 1), REF_IN_PROSE, &end);
        if (!letter) return false;
    }
    if (cv_ref_match(&c, line, end, &m) || cv_ref_match_unknown(&c, line, end, &m)) return true;
    if (cv_ref_match_number_first(&c, line, end, &m) || cv_ref_match_bare(&c, line, end, &m)) return true;
    if (cv_ref_dtg(line, end, &dtg)) return true;
    cv_ref_prose(&c, line, end, letter, false, &prose);
    return prose.words & REF_W_KINDS && !(prose.words & REF_W_NONE) && line.n < 100;
}
