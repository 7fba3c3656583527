/* refs_block.c - whether a REF block goes on in the next line: what its last entry lacks, how the line begins.
 * May not: make rows, nor know labels of other fields, captions, headings, paragraph numbers; head's files do.
 * Facts: sheet 9 ("It goes on, line by line, while …"; over a blank line for a labelled entry, or when the entry
 * before it is not complete). */
#include "refs.h"

enum {
    TAIL = 240,     /* bytes of the block that its last entries can have */
    TAIL_LINES = 4, /* … and lines: each line of a block looks back over them */
    FULL_LINE = 50, /* a line this long may have been wrapped */
    LINE_ROOM = 78,
    LONGEST_MARK = 8, /* (SBU/NF) */
    LONGEST_MARK_WORD = 4,
    NEAR_SEARCHES = 4
};

/* What the last entry has so far. */
struct entry {
    char label;
    bool number, station, words, mail, separator;
};

/* "…; (F)" at the block's end: the next label, its reference on the next line. A remark has no divider before it,
 * and where the last label was in brackets too ("(E) … (F)") this one is none. */
static bool dangling_label(struct cv_span s, struct ref_token t, char last) {
    struct cv_span before;
    char open = t.kind == REF_WORD && t.at > 1 ? s.p[t.at - 1] : 0, close = open == '(' ? ')' : ']';
    char bracketed[] = {open, last, close, 0};
    if ((open != '(' && open != '[') || t.end - t.at != 1 || t.end + 1 != s.n || s.p[t.end] != close || !last ||
        cv_to_upper(s.p[t.at]) != last + 1)
        return false;
    before = cv_span_trim(cv_span_first(s, t.at - 1));
    return before.n && (strchr(",;", before.p[before.n - 1]) || cv_span_find(before, bracketed) != SIZE_MAX);
}

/* "JCS 210814Z" / "JAN 76" */
static bool ends_in_group(struct cv_span value) {
    enum { GROUP = 7 };
    if (value.n < GROUP || cv_to_upper(value.p[value.n - 1]) != 'Z') return false;
    for (size_t i = value.n - GROUP; i + 1 < value.n; i++)
        if (!cv_is_digit(value.p[i])) return false;
    return true;
}

/* "E-MAIL OF" / "JUNE 20", "9 FAM" / "41.26": the word at the line's end wants another one, or a number. */
static bool ends_open(struct cv_span value, struct cv_span line) {
    static const char *const open[] = {"BETWEEN", "DATED", "FOR", "FROM", "OF", "TO", "WITH"};  /* sorted */
    static const char *const before_number[] = {"CFR", "FAH", "FAM", "NUMBER", "UNSCR", "USC"}; /* sorted */
    size_t at = value.n;
    while (at && cv_is_alpha(value.p[at - 1])) at--;
    if (!at || !cv_is_blank(value.p[at - 1])) return false;
    value = cv_span_from(value, at);
    return cv_words_have(open, CV_ARRAY_LEN(open), value) ||
           (cv_is_digit(line.p[0]) && cv_words_have(before_number, CV_ARRAY_LEN(before_number), value));
}

static size_t read_content(const struct ref_context *c, struct cv_span s, struct ref_token t, struct entry *e) {
    unsigned w = cv_ref_token_word(s, t);
    struct ref_match m;
    size_t n;
    if (ref_is_sign(t, ',') || ref_is_sign(t, ';')) {
        *e = (struct entry){.label = e->label, .separator = true, .words = e->mail && e->words, .mail = e->mail};
        return t.end;
    }
    e->separator = ref_is_sign(t, '&') || (w & REF_W_AND);
    if (t.kind == REF_WORD && t.end - t.at == 1 && s.n - t.end == 1 &&
        strchr(t.at && s.p[t.at - 1] == '(' ? ".:" : ").:", s.p[t.end])) { /* a label, and then nothing */
        *e = (struct entry){.label = cv_to_upper(s.p[t.at])};
        return s.n;
    }
    if (dangling_label(s, t, e->label)) {
        *e = (struct entry){.label = cv_to_upper(s.p[t.at])};
        return s.n;
    }
    if (cv_ref_match(c, s, t.at, &m)) {
        *e = (struct entry){.label = e->label, .number = true};
        return m.end;
    }
    if (t.kind == REF_WORD && !(w & REF_W_STOP) && cv_station_prefix(cv_span_from(s, t.at), &n).p) {
        e->station = true;
        return t.at + n;
    }
    if (t.kind == REF_NUMBER && t.end - t.at == 4 && !e->station && cv_ref_year(ref_text(s, t)) && t.end == s.n)
        e->words = true; /* "(C) 2007" / "HUMAN RIGHTS REPORT" */
    else if (t.kind == REF_NUMBER && !e->station)
        e->number |= t.end - t.at > 2; /* two digits may be a year */
    if (w & REF_W_EMAIL)
        e->mail = true;
    else if (t.kind == REF_WORD && !(w & (REF_W_AND | REF_W_REF)) && t.end - t.at > 1)
        e->words = true;
    return t.end;
}

static struct entry read_last(const struct ref_context *c, struct cv_span s) {
    struct entry e = {0};
    struct ref_token t;
    for (size_t pos = 0, end; (t = cv_ref_token(s, pos)).kind != REF_END; pos = end) {
        bool begun = e.number || e.station || e.words || e.mail || e.separator;
        char label = cv_ref_label(c, s, pos, e.label, begun ? REF_AFTER_REFERENCE : REF_AT_ENTRY, &end);
        if (label)
            e = (struct entry){.label = label};
        else
            end = read_content(c, s, t, &e);
    }
    return e;
}

static bool lacks_something(const struct entry *e) {
    if (e->separator) return true;
    if (e->mail) return !e->words;
    return !e->number && !e->words;
}

/* What only a reference begins with, at pos: station and number, a number alone, sender and date. */
static bool reference_at(const struct ref_context *c, struct cv_span line, size_t pos) {
    struct ref_match m;
    struct ref_date date;
    if (cv_ref_match(c, line, pos, &m) || cv_ref_match_number_first(c, line, pos, &m)) return true;
    if (cv_ref_dtg(line, pos, &date)) return true;
    if (!cv_ref_match_bare(c, line, pos, &m)) return false;
    return m.series[0] || !ref_is_sign(cv_ref_token(line, m.end), '.') || strlen(m.digits) > 2; /* "2. TEXT" */
}

static bool document_at(const struct ref_context *c, struct cv_span line, size_t pos, char label) {
    struct ref_prose prose;
    cv_ref_prose(c, line, pos, label, false, &prose);
    return (prose.words & REF_W_KINDS) && line.n < LINE_ROOM;
}

/* The label that the line begins with, in sequence after the last one; where none is known, any from B on. */
static char label_at(const struct ref_context *c, struct cv_span line, char last, size_t *end) {
    struct ref_token t = cv_ref_token(line, 0);
    size_t from = ref_is_sign(t, '-') && t.end < line.n && line.p[t.end] == '(' ? t.end : 0; /* "-(B) KABUL 12" */
    char label = cv_ref_label(c, line, from, last, REF_AFTER_REFERENCE, end), letter;
    if (label || last) return label;
    while (t.kind == REF_SIGN) t = cv_ref_token(line, t.end);
    letter = t.kind == REF_WORD && t.end - t.at == 1 ? cv_to_upper(line.p[t.at]) : 0;
    if (letter < 'B' || letter > 'Z' || letter == 'I') return 0; /* "I. SUMMARY": a numeral */
    return cv_ref_label(c, line, 0, (char)(letter - 1), REF_IN_PROSE, end);
}

/* "(C) NOWHERE 4008, (D) LIMA 5130": the label after `last` at pos or behind a comma there. */
static bool next_label_at(const struct ref_context *c, struct cv_span line, size_t pos, char last) {
    struct ref_token t = cv_ref_token(line, pos);
    size_t end;
    if (ref_is_sign(t, ',') || ref_is_sign(t, ';')) pos = t.end;
    return cv_ref_label(c, line, pos, last, REF_AFTER_REFERENCE, &end) == last + 1;
}

/* "B. B. 2008 BRASILIA 775": the label printed twice. */
static size_t behind_second_label(const struct ref_context *c, struct cv_span line, char label, size_t end) {
    size_t second;
    return label && cv_ref_label(c, line, end, label, REF_AT_ENTRY, &second) == label ? second : end;
}

/* "(C) Poloff met …": letters that mark a paragraph are labels only before what a reference begins with. */
static bool is_mark_form(struct cv_span line, char label) {
    struct ref_token t = cv_ref_token(line, 0);
    return (ref_is_sign(t, '(') || ref_is_sign(t, '[')) && (label == 'C' || label == 'S' || label == 'U');
}

/* "(C) HONG KONG" */
static bool is_station_alone(struct cv_span s) {
    size_t n = 0;
    s = cv_span_trim(s);
    return cv_station_prefix(s, &n).p && n == s.n;
}

/* The end of the block in which its last entries lie. */
static struct cv_span tail_of(struct cv_span value) {
    size_t from = value.n > TAIL ? value.n - TAIL : 0, at = value.n;
    unsigned lines = 0;
    while (at > from && lines < TAIL_LINES) lines += value.p[--at] == '\n';
    if (lines == TAIL_LINES) return cv_span_from(value, at + 1);
    while (from && from < value.n && !cv_is_space(value.p[from])) from++;
    return cv_span_from(value, from);
}

static bool has_lower(struct cv_span s) {
    for (size_t i = 0; i < s.n; i++)
        if (cv_is_lower(s.p[i])) return true;
    return false;
}

/* A wrapped line of words: as long as lines get, and the next one in the case of the entry before it and no sentence. */
static bool is_wrapped(const struct entry *e, struct cv_span value, struct cv_span line) {
    size_t from = value.n, entry, first = 0;
    while (from && value.p[from - 1] != '\n') from--;
    if (!e->words || value.n - from < FULL_LINE || line.n > LINE_ROOM) return false;
    if (strchr(".)", value.p[value.n - 1]) || line.p[0] == '(') return false;
    for (entry = value.n; entry > from && !strchr(",;)]", value.p[entry - 1]);) entry--;
    while (first < line.n && !strchr(",;(", line.p[first])) first++;
    return has_lower(cv_span_from(value, entry)) == has_lower(cv_span_first(line, first));
}

/* "… (8" / "APRIL 1975), B. …": a remark that is not closed. */
bool cv_refs_remark_is_open(struct cv_span value) {
    enum { LONGEST_REMARK = 60 };
    for (size_t i = value.n; i && value.n - i < LONGEST_REMARK; i--) {
        if (value.p[i - 1] == ')') return false;
        if (value.p[i - 1] == '(') return true;
    }
    return false;
}

/* "C. ROE-DOE" / "TELCON OCTOBER 20", "C. EMAIL ROE/DOE" / "AUGUST 17", "A-280" / "OF 12/21/73". */
static bool completes(const struct ref_context *c, const struct entry *e, struct cv_span line) {
    struct cv_span rest = line, first = cv_span_word(&rest), date = cv_span_word(&rest);
    if (cv_span_is(first, "OF") && date.n && (cv_is_digit(date.p[0]) || cv_month_of(date))) return true;
    if (e->number) return false;
    if ((e->words || e->mail) && cv_month_of(first) && date.n && cv_is_digit(date.p[0])) return true;
    return e->words && document_at(c, line, 0, e->label);
}

/* "(SBU) This is the second …": a portion mark, then words; "(NOTAL) AND 12" is none. */
static bool begins_with_mark(struct cv_span line) {
    struct ref_token open = cv_ref_token(line, 0), word = cv_ref_token(line, open.end);
    size_t end = ref_is_sign(open, '(') ? cv_ref_bracket_end(line, open.at) : 0;
    unsigned w = cv_ref_token_word(line, word);
    if (word.kind != REF_WORD || word.end - word.at > LONGEST_MARK_WORD)
        return false; /* "(2003) C. LIMA 12", "(EXDIS) D. LIMA 3" */
    if (!end || end > LONGEST_MARK || (w & REF_W_REMARK && !(w & REF_W_LINK))) return false;
    return cv_ref_token(line, end).kind == REF_WORD;
}

/* "… 2000 BANDAR SERI" / "BEGAWAN 2130": the line's end fell inside a station's name. */
static bool name_goes_on(struct cv_span value, struct cv_span line) {
    enum { MOST_WORDS = 3, LONGEST = 64 };
    char joined[2 * LONGEST];
    size_t from = value.n, rest = line.n < LONGEST ? line.n : LONGEST - 1;
    for (unsigned words = 0; words < MOST_WORDS && from && value.p[from - 1] != '\n'; words++) {
        size_t tail, n;
        while (from && cv_is_blank(value.p[from - 1])) from--;
        while (from && !cv_is_space(value.p[from - 1])) from--;
        tail = value.n - from;
        if (tail + 1 + rest > sizeof joined) return false;
        memcpy(joined, value.p + from, tail);
        joined[tail] = ' ';
        memcpy(joined + tail + 1, line.p, rest);
        if (!cv_station_prefix(cv_span_of(joined, tail + 1 + rest), &n).p || n <= tail) continue;
        return cv_ref_token(line, n - tail - 1).kind == REF_NUMBER;
    }
    return false;
}

static bool behind_divider(struct cv_span s, size_t at) {
    s = cv_span_trim_right(cv_span_first(s, at));
    return s.n && (s.p[s.n - 1] == ',' || s.p[s.n - 1] == ';');
}

/* "… 1977", "… '76", "…, 76" */
static bool ends_in_year(struct cv_span value) {
    size_t at = value.n;
    while (at && cv_is_digit(value.p[at - 1])) at--;
    if (!at || !cv_ref_year(cv_span_from(value, at))) return false;
    if (value.n - at == 4) return cv_is_blank(value.p[at - 1]);
    return value.p[at - 1] == '\'' || behind_divider(value, at);
}

bool cv_refs_wants_reference(struct cv_span value, struct cv_span line) {
    unsigned near_left = NEAR_SEARCHES;
    struct ref_context c = {.near_left = &near_left};
    struct entry e;
    bool year;
    value = tail_of(cv_span_trim(value));
    e = read_last(&c, value);
    year = ends_in_year(value);
    return (e.label || year || e.separator) && !e.number && !e.station && (year || !e.words) && !e.mail &&
           reference_at(&c, cv_span_trim(line), 0);
}

/* The whole value over the gap of its label: NONE, or a document that needs no station of the list. */
static bool begins_value(const struct ref_context *c, struct cv_span line) {
    struct ref_match unknown;
    if (cv_span_is(line, "NONE") || cv_span_is(line, "N/A") || cv_span_is(line, "NA")) return true;
    return cv_ref_match_unknown(c, line, 0, &unknown) || document_at(c, line, 0, 0);
}

bool cv_refs_go_on(struct cv_span value, struct cv_span line, unsigned blanks) {
    unsigned near_left = NEAR_SEARCHES;
    struct ref_context c = {.near_left = &near_left};
    bool indented = line.n && cv_is_blank(line.p[0]), reference;
    struct ref_match unknown;
    struct entry e;
    struct ref_token t;
    size_t end = 0;
    char label;
    value = tail_of(cv_span_trim(value));
    line = cv_span_trim(line);
    if (!line.n) return false;
    e = read_last(&c, value);
    label = value.n ? label_at(&c, line, e.label, &end) : cv_ref_label(&c, line, 0, 0, REF_AT_ENTRY, &end);
    if (!value.n && !label) label = label_at(&c, line, 0, &end);
    end = behind_second_label(&c, line, label, end);
    reference = reference_at(&c, line, label ? end : 0);
    if (label && (reference || (document_at(&c, line, end, label) && (e.label || !is_mark_form(line, label)))))
        return true;
    if (label && !blanks && is_station_alone(cv_span_from(line, end))) return true; /* its number is on the next line */
    /* "A. ENFORCEMENT" below a list that has no labels divides the text. */
    if (label && !e.label && !reference && (e.number || e.words || e.mail)) return false;
    if (label && !is_mark_form(line, label)) {
        if (!blanks || cv_ref_match_unknown(&c, line, end, &unknown)) return true;
    }
    if (label && !blanks && e.label && cv_ref_match_unknown(&c, line, end, &unknown) &&
        (unknown.end == line.n || next_label_at(&c, line, unknown.end, label)))
        return true;
    if (!label && !blanks && e.label && e.words && !e.number && !e.mail && cv_ref_match_unknown(&c, line, 0, &unknown))
        return true; /* "D. PORT" / "QUILLIAM 1794" */
    t = cv_ref_token(line, 0);
    if (!reference && value.n && begins_with_mark(line)) return false;
    if (!blanks && (name_goes_on(value, line) || ends_open(value, line) || ends_in_group(value) ||
                    cv_refs_remark_is_open(value) || completes(&c, &e, line)))
        return true;
    if (blanks && !value.n && begins_value(&c, line)) return true;
    if (blanks) return lacks_something(&e) && (reference || (e.mail && line.n < FULL_LINE));
    if (!value.n || reference || lacks_something(&e)) return true;
    if (cv_ref_token_word(line, t) & (REF_W_AND | REF_W_REMARK) || ref_is_sign(t, '(') || ref_is_sign(t, '&'))
        return true;
    return indented || is_wrapped(&e, value, line);
}
