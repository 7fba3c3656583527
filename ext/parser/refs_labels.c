/* refs_labels.c - the letters before references: A. A) (A) [A] A: a) A - A.) (1) REF A, and a letter alone.
 * May not: take a portion mark "(C)" or an airgram "A-123" for one.
 * Facts: sheet 9 ("Label"), NARA sheet 3 (misread brackets, "(AL STATE 1234"). */
#include "refs.h"

enum form { FORM_NONE, FORM_BRACKET, FORM_OPEN, FORM_CLOSE, FORM_POINT, FORM_COLON, FORM_DASH, FORM_ALONE };
enum { MOST_SKIPPED = 3 }; /* letters that a list may leave out */

struct label {
    enum form form;
    char letter;
    size_t end;
    bool own_line; /* it begins a line */
};

/* Labels behind Z, as refs.h has them. */
static char letter_of_two(struct cv_span w) {
    if (!cv_is_upper(w.p[0]) || !cv_is_upper(w.p[1])) return 0;
    if (w.p[0] == w.p[1]) return cv_to_lower(w.p[0]);
    return w.p[0] == 'A' && w.p[1] <= REF_LABEL_LAST ? (char)(REF_LABEL_AB + (w.p[1] - 'B')) : 0;
}

static bool is_second_of_a(char label) { return label >= REF_LABEL_AB && label <= REF_LABEL_AB + REF_LABEL_LAST - 'B'; }
static bool is_double(char label) { return cv_is_lower(label) || is_second_of_a(label); }

struct cv_span cv_ref_label_text(char label) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ123456789";
    static const char twice[] = "AABBCCDDEEFFGGHHIIJJKKLLMMNNOOPPQQRRSSTTUUVVWWXXYYZZ";
    static const char second[] = "ABACADAEAFAGAHAIAJAKALAMANAOAP";
    const char *at = label ? strchr(letters, label) : NULL;
    if (at) return cv_span_of(at, 1);
    if (cv_is_lower(label)) return cv_span_of(twice + 2 * (label - 'a'), 2);
    return is_second_of_a(label) ? cv_span_of(second + 2 * (label - REF_LABEL_AB), 2) : CV_NONE;
}

static char letter_of(struct cv_span s, struct ref_token t) {
    if (t.kind == REF_WORD && t.end - t.at == 2) return letter_of_two(ref_text(s, t));
    if (t.end - t.at != 1) return 0;
    if (t.kind == REF_NUMBER) return cv_is_digit(s.p[t.at]) && s.p[t.at] != '0' ? s.p[t.at] : 0;
    return t.kind == REF_WORD && cv_is_alpha(s.p[t.at]) ? cv_to_upper(s.p[t.at]) : 0;
}

static bool is_close(struct ref_token t) {
    return ref_is_sign(t, ')') || ref_is_sign(t, ']') || ref_is_sign(t, '}') || ref_is_sign(t, '"');
}

static bool is_open(struct ref_token t) {
    return ref_is_sign(t, '(') || ref_is_sign(t, '[') || ref_is_sign(t, '{') || ref_is_sign(t, '"');
}

/* "(A)", "(A STATE", "(AL STATE": with the bracket closed, lost, or misread as a letter. */
static void read_bracket(struct cv_span s, struct ref_token open, struct label *l) {
    struct ref_token t = cv_ref_token(s, open.end), close = cv_ref_token(s, t.end);
    if (ref_is_sign(close, '.')) close = cv_ref_token(s, close.end);
    l->letter = letter_of(s, t);
    l->end = close.end;
    if (l->letter && is_close(close)) {
        l->form = FORM_BRACKET;
        return;
    }
    l->end = t.end;
    if (is_double(l->letter)) l->letter = 0;
    if (!l->letter && t.kind == REF_WORD && t.end - t.at == 2 && strchr("LIJl", s.p[t.at + 1]))
        l->letter = cv_to_upper(s.p[t.at]);
    if (l->letter && cv_is_alpha(l->letter) && (close.gap != REF_GLUED || t.end - t.at == 2)) l->form = FORM_OPEN;
}

static void read_letter(struct cv_span s, struct ref_token t, struct label *l) {
    struct ref_token sign = cv_ref_token(s, t.end), next = cv_ref_token(s, sign.end);
    l->letter = letter_of(s, t);
    if (!l->letter) return;
    l->end = sign.end;
    if (sign.gap > REF_BLANK) return;
    if (is_close(sign))
        l->form = FORM_CLOSE;
    else if (ref_is_sign(sign, '.') && is_close(next) && next.gap == REF_GLUED)
        l->form = FORM_CLOSE, l->end = next.end;
    else if (ref_is_sign(sign, '.'))
        l->form = FORM_POINT;
    else if (ref_is_sign(sign, ':'))
        l->form = FORM_COLON;
    else if (ref_is_sign(sign, '-') && (sign.gap != REF_GLUED || next.gap != REF_GLUED))
        l->form = FORM_DASH;
    else if (sign.gap == REF_BLANK && t.kind == REF_WORD)
        l->form = FORM_ALONE, l->end = t.end;
    /* "1.5" is a number, "1." a label */
    if (t.kind == REF_NUMBER && l->form == FORM_POINT && next.kind == REF_NUMBER && next.gap == REF_GLUED)
        l->form = FORM_NONE;
    if (t.kind == REF_NUMBER && l->form != FORM_POINT && l->form != FORM_CLOSE) l->form = FORM_NONE;
}

static struct label read_label(struct cv_span s, size_t pos) {
    struct ref_token t = cv_ref_token(s, pos);
    struct label l = {.own_line = t.gap >= REF_LINE || t.pilcrow || t.at == 0};
    if (is_open(t))
        read_bracket(s, t, &l);
    else if (t.kind == REF_WORD || t.kind == REF_NUMBER)
        read_letter(s, t, &l);
    if (l.form == FORM_NONE || (is_double(l.letter) && (l.form == FORM_ALONE || l.form == FORM_DASH))) l.letter = 0;
    return l;
}

/* A, or the next letters after the last one; digits only one by one. */
static bool in_sequence(char letter, char last) {
    if (!last) return letter == 'A' || letter == '1';
    if (letter == 'a') return last >= 'W' && last <= 'Z';
    if (is_second_of_a(letter))
        return (last == 'a' && letter == REF_LABEL_AB) || (is_second_of_a(last) && letter > last);
    if (cv_is_digit(letter)) return cv_is_digit(last) && letter == last + 1;
    return cv_is_alpha(last) && letter > last && letter <= last + 1 + MOST_SKIPPED;
}

static bool is_mark_letter(char letter) { return letter == 'C' || letter == 'S' || letter == 'U'; }

/* "A. VILNIUS 10 (C)" / "B. VILNIUS 11 (SBU)": the next entry has a label of its own. */
static bool is_remark_before_label(struct cv_span s, const struct label *l, char last) {
    struct label next = read_label(s, l->end);
    return last && next.letter && next.form != FORM_ALONE && next.form != FORM_DASH && in_sequence(next.letter, last) &&
           next.letter <= l->letter;
}

/* "STATE 10 (A), PARIS 20 (B)": letters behind the references. */
static bool letter_is_behind(struct cv_span s, size_t pos, const struct label *l) {
    enum { NEAR = 200 };
    size_t from = pos > NEAR ? pos - NEAR : 0;
    return l->letter == 'A' || cv_span_find(cv_span_of(s.p + from, pos - from), "(A)") != SIZE_MAX;
}

static bool behind_comma(struct cv_span s, size_t pos) {
    struct cv_span before = cv_span_trim_right(cv_span_first(s, pos));
    return before.n && strchr(",;", before.p[before.n - 1]);
}

/* "A - ROE TELCON B - LIMA 12": the letter before or behind this one has a dash too. */
static bool dashes_go_on(struct cv_span s, size_t pos, const struct label *l) {
    enum { NEAR = 200 };
    size_t from = pos > NEAR ? pos - NEAR : 0, to = s.n - pos > NEAR ? pos + NEAR : s.n;
    for (size_t i = from; i + 4 < to; i++) {
        char c = cv_to_upper(s.p[i]);
        if ((c == l->letter - 1 || c == l->letter + 1) && memcmp(s.p + i + 1, " - ", 3) == 0 &&
            (!i || cv_is_space(s.p[i - 1])))
            return true;
    }
    return false;
}

static bool accept_after(struct cv_span s, size_t pos, const struct label *l, char last, bool strong) {
    struct ref_token next = cv_ref_token(s, l->end);
    if (next.kind == REF_END) return false;
    if (l->form == FORM_BRACKET && next.kind == REF_SIGN && !is_open(next) && next.sign != '\'' && next.sign != '-')
        return false; /* "STATE 1234 (B)," is a remark */
    if (l->form == FORM_BRACKET && (is_remark_before_label(s, l, last) || (!last && letter_is_behind(s, pos, l))))
        return false;
    if (l->form == FORM_DASH && (l->own_line || behind_comma(s, pos) || dashes_go_on(s, pos, l)) &&
        in_sequence(l->letter, last))
        return true;
    if (l->form == FORM_OPEN || l->form == FORM_ALONE || l->form == FORM_DASH)
        return strong && in_sequence(l->letter, last);
    if (in_sequence(l->letter, last)) return true;
    if (!strong || cv_is_digit(l->letter) || is_double(l->letter) || l->form == FORM_COLON) return false;
    return l->form != FORM_BRACKET || !is_mark_letter(l->letter);
}

static bool accept_entry(struct cv_span s, size_t pos, const struct label *l, char last, bool strong) {
    if (last) /* right behind a label: the same one printed twice */
        return l->letter == last && l->form != FORM_ALONE && l->form != FORM_DASH;
    if (l->form == FORM_OPEN || l->form == FORM_ALONE || l->form == FORM_DASH)
        return l->letter == 'A' && (strong || (l->form == FORM_DASH && dashes_go_on(s, pos, l)));
    if (in_sequence(l->letter, last)) return true;
    return strong && cv_is_upper(l->letter) && l->form != FORM_COLON &&
           !(l->form == FORM_BRACKET && is_mark_letter(l->letter));
}

/* "LETTER OF JULY 1 B. SMITH LETTER …", "… OF JULY 1, B. SMITH": no initial stands behind a number. */
static bool behind_number(struct cv_span s, size_t pos) {
    struct cv_span before = cv_span_trim_right(cv_span_first(s, pos));
    if (before.n && strchr(",;", before.p[before.n - 1]))
        before = cv_span_trim_right(cv_span_first(before, before.n - 1));
    return before.n && cv_is_digit(before.p[before.n - 1]);
}

static bool accept_in_prose(struct cv_span s, size_t pos, const struct label *l, char last, bool strong) {
    if (!in_sequence(l->letter, last)) return false;
    switch (l->form) {
    case FORM_BRACKET:
    case FORM_CLOSE:
        return true;
    case FORM_POINT:
        return strong || l->own_line || behind_number(s, pos); /* JOHN B. SMITH */
    case FORM_COLON:
    case FORM_DASH:
        return strong || l->own_line || behind_comma(s, pos) || behind_number(s, pos) || /* "…, B: ROE LETTER" */
               (l->form == FORM_DASH && dashes_go_on(s, pos, l));
    default:
        return strong;
    }
}

char cv_ref_label(const struct ref_context *c, struct cv_span s, size_t pos, char last, enum ref_place place,
                  size_t *end) {
    struct ref_token t = cv_ref_token(s, pos);
    struct label l;
    struct ref_match m;
    bool said = false, strong, ok;
    if (place != REF_IN_PROSE && cv_ref_token_word(s, t) & REF_W_REF) { /* "REF A:", "Ref B)" */
        said = true;
        pos = t.end;
    }
    l = read_label(s, pos);
    if (!l.letter) return 0;
    strong = cv_ref_match(c, s, l.end, &m);
    if (place == REF_IN_PROSE)
        ok = accept_in_prose(s, pos, &l, last, strong);
    else if (place == REF_AT_ENTRY)
        ok = accept_entry(s, pos, &l, last, strong);
    else
        ok = accept_after(s, pos, &l, last, strong);
    if (!ok && said) ok = l.own_line || in_sequence(l.letter, last) || l.letter == last;
    if (!ok) return 0;
    *end = l.end;
    return l.letter;
}
