/* eo.c - the value of an E.O. line: number, date or note of declassification, in old telegrams who classified.
 * May not: compute a date that is not printed (GDS stays a note).
 * Facts: sheet 6; NARA sheet 2 "E.O."; E.O. numbers with their years as there. */
#include "head.h"

static const char *const known[] = {"10501", "11652", "12065", "12356", "12958", "13526"};

bool cv_eo_number_known(struct cv_span digits) {
    for (size_t k = 0; k < CV_ARRAY_LEN(known); k++)
        if (cv_span_is(digits, known[k])) return true;
    return false;
}

size_t cv_eo_misread(struct cv_span s) {
    size_t n = 0, digits = 0;
    for (; n < s.n && cv_is_alnum(s.p[n]); n++) digits += cv_is_digit(s.p[n]);
    if ((n != 5 && n != 6) || digits == n || digits < 4) return 0;
    for (size_t k = 0; k < CV_ARRAY_LEN(known); k++)
        if (cv_span_distance(cv_span_first(s, n), cv_span_of(known[k], 5)) == 1) return n;
    return 0;
}

static bool is_digit_or_o(char c) { return cv_is_digit(c) || c == 'O' || c == 'o'; }
static bool is_separator(char c) { return cv_is_space(c) || strchr(":;,.-", c) != NULL; }

/* Separators off the front, separators but a closing point of an initial off the end. */
static struct cv_span strip(struct cv_span s) {
    while (s.n && is_separator(s.p[0])) s = cv_span_from(s, 1);
    while (s.n && is_separator(s.p[s.n - 1])) s.n--;
    return s;
}

enum { LONGEST_SECRET = 75 }; /* years */

/* ---- notes ------------------------------------------------------------------------------------ */

/* The letters of a code, with the noise of copying between them: "X-GDS", "G DS"; bytes, 0: it is not there. */
static size_t code_at(struct cv_span s, const char *code) {
    size_t i = 0;
    for (const char *c = code; *c; c++, i++) {
        if (i && i + 1 < s.n && (s.p[i] == ' ' || (s.p[i] == '-' && c == code + 1))) i++;
        if (i >= s.n || cv_to_upper(s.p[i]) != *c) return 0;
    }
    return i < s.n && cv_is_alpha(s.p[i]) ? 0 : i;
}

/* GDS, XGDS, RDS, XDS, ADS with or without a number: "XGDS 2", "XGDS (2)", "XGDS2" are XGDS-2. */
static bool schedule_code(struct cv_span s, struct cv_arena *a, struct cv_span *note, size_t *n) {
    static const char *const codes[] = {"XGDS", "XRDS", "GDS", "RDS", "XDS", "ADS"};
    for (size_t k = 0; k < CV_ARRAY_LEN(codes); k++) {
        size_t i = code_at(s, codes[k]);
        if (!i) continue;
        *note = cv_span_of(codes[k], strlen(codes[k]));
        *n = i;
        while (i < s.n && (cv_is_space(s.p[i]) || strchr("-(", s.p[i]))) i++;
        if (i >= s.n || s.p[i] < '1' || s.p[i] > '9' || (i + 1 < s.n && (cv_is_alnum(s.p[i + 1]) || s.p[i + 1] == '/')))
            return true;
        *note = cv_arena_printf(a, "%s-%c", codes[k], s.p[i]);
        i++;
        if (i < s.n && s.p[i] == ')') i++;
        *n = i;
        return true;
    }
    return false;
}

/* OADR, MR, X1, 1.6X1, 25X1, 50X1-HUM and the like. */
static bool exemption_word(struct cv_span w) {
    size_t i = 0;
    while (w.n && strchr(".,;:()", w.p[w.n - 1])) w.n--;
    while (w.n && w.p[0] == '(') w = cv_span_from(w, 1);
    if (cv_span_is(w, "OADR") || cv_span_is(w, "MR") || cv_span_is(w, "AND") || cv_span_is(w, "&")) return w.n > 0;
    while (i < w.n && (cv_is_digit(w.p[i]) || w.p[i] == '.' || w.p[i] == ',')) i++;
    if (i == w.n) return false;
    if (cv_to_upper(w.p[i]) != 'X') return false;
    i++;
    if (i < w.n && w.p[i] == '-') i++;
    if (i >= w.n || !cv_is_digit(w.p[i])) return false;
    while (i < w.n && (cv_is_digit(w.p[i]) || w.p[i] == ',')) i++;
    return i == w.n || cv_span_starts(cv_span_from(w, i), "-HUM");
}

static bool only_exemptions(struct cv_span s) {
    struct cv_span w;
    bool any = false;
    while ((w = cv_span_word(&s)).n) {
        bool section = w.n == 3 && w.p[0] == '1' && w.p[1] == '.' && cv_span_trim(s).n; /* "1.6 X1" */
        if (!section && !exemption_word(w)) return false;
        any = true;
    }
    return any;
}

static bool not_applicable(struct cv_span s) {
    static const char *const forms[] = {
        "N/A",  "NA", "N.A",  "N:A",  "/A",   "N/A/",  "N\\A",         "N-A",    "NOT APPLICABLE",
        "NONE", "N/", "N//A", "N /A", "N/ A", "N / A", "UNCLASSIFIED", "UNCLAS", "UNKNOWN"};
    for (size_t k = 0; k < CV_ARRAY_LEN(forms); k++)
        if (cv_span_is(s, forms[k])) return true;
    return cv_span_is(s, "/NA") || (s.n == 5 && s.p[1] == ' ' && cv_span_ends(s, "N/A")) ||
           (s.n <= 4 && cv_span_distance(s, CV_LIT("N/A")) == 1); /* NXA, SN/A */
}

/* "D E C L :", "DE CL:", "7DECL:": DECL before its colon, apart or with a sign too much; bytes, 0: it is not there. */
static size_t misread_decl(struct cv_span s) {
    char word[8];
    size_t n = 0, i = 0;
    for (; i < s.n && n < sizeof word && s.p[i] != ':'; i++)
        if (s.p[i] != ' ') word[n++] = s.p[i];
    if (i >= s.n || s.p[i] != ':' || n < 4) return 0;
    return cv_span_distance(cv_span_of(word, n), CV_LIT("DECL")) <= 1 ? i + 1 : 0;
}

/* "DECL:", "DECLAS", "DECLASSIFY ON:", "DCEL:": words before the value. DECLASSIFIED tells of the past. */
static struct cv_span after_decl(struct cv_span s) {
    for (;;) {
        size_t n = 0;
        struct cv_span word;
        s = strip(s);
        if ((n = misread_decl(s)) != 0) {
            s = cv_span_from(s, n);
            n = 0;
            continue;
        }
        while (n < s.n && cv_is_alpha(s.p[n])) n++;
        word = cv_span_first(s, n);
        if (!n || cv_span_starts(word, "DECLASSIFIED")) return s;
        if (!cv_span_starts(word, "DECL") &&
            !(n >= 3 && n < s.n && s.p[n] == ':' && cv_span_distance(word, CV_LIT("DECL")) <= 1) &&
            !(n == 4 && cv_span_distance(word, CV_LIT("DECL")) <= 1 && n < s.n && cv_span_is(word, "DELC")))
            return s;
        s = strip(cv_span_from(s, n));
        if (cv_span_starts(s, "ON ") || cv_span_starts(s, "ON:")) s = cv_span_from(s, 2);
    }
}

static void set_note(struct cv_parse *p, struct cv_span note) {
    note = cv_span_trim(note);
    while (note.n && strchr(".,;:", note.p[note.n - 1])) note.n--;
    if (note.n && note.p[note.n - 1] == ')' && cv_span_chr(note, '(') == SIZE_MAX) note.n--;
    if (note.n && !p->out->declassify_note.p) p->out->declassify_note = cv_single_spaced(p->arena, note);
}

/* A code in capitals, anything else as sent. */
static void set_code_or_phrase(struct cv_parse *p, struct cv_span s) {
    struct cv_span code;
    size_t n;
    s = strip(s);
    if (schedule_code(s, p->arena, &code, &n) && strip(cv_span_from(s, n)).n == 0)
        set_note(p, code);
    else if (only_exemptions(s))
        set_note(p, cv_arena_upper(p->arena, s));
    else
        set_note(p, s);
}

static void set_date(struct cv_parse *p, const struct cv_eo_date *d, struct cv_span printed, unsigned line_no) {
    if (!d->valid) {
        set_note(p, printed);
        cv_problem(p, CV_P_BAD_DECLASSIFY, line_no, "no such date: %.*s", CV_FMT(printed));
        return;
    }
    p->out->declassify_on = cv_date_iso(p->arena, d->year, d->month, d->day);
    if (p->out->year && (d->year < p->out->year || d->year > p->out->year + LONGEST_SECRET))
        cv_problem(p, CV_P_BAD_DECLASSIFY, line_no, "a date that this cable can hardly have: %.*s", CV_FMT(printed));
    if (d->swapped) cv_problem(p, CV_P_BAD_DECLASSIFY, line_no, "day and month swapped: %.*s", CV_FMT(printed));
}

/* ---- who classified, in brackets (1970s, 1980s) ------------------------------------------------- */

/* "ROE, RICHARD L." or two or three words none of which says when. */
static bool is_bracket_name(struct cv_span name) {
    static const char *const no_names[] = {"AFTER",  "UPON",      "UNTIL",   "NOT",        "OF",       "THE",
                                           "BY",     "ON",        "ENTIRE",  "INDEFINITE", "INDEF",    "INDEFINITELY",
                                           "EXEMPT", "AUTOMATIC", "AMENDED", "PERMANENT",  "CATEGORY", "CATEGORIES"};
    struct cv_span word, rest = name;
    unsigned words = 0;
    for (size_t i = 0; i < name.n; i++)
        if (cv_is_digit(name.p[i])) return false;
    if (cv_span_starts(name, "OR-") || cv_span_starts(name, "GDS") || cv_span_starts(name, "XGDS") ||
        cv_span_starts(name, "DECL"))
        return false;
    while ((word = cv_span_word(&rest)).n) {
        words++;
        for (size_t k = 0; k < CV_ARRAY_LEN(no_names); k++)
            if (cv_span_is(word, no_names[k])) return false;
    }
    return words <= 3 || (words <= 6 && cv_span_chr(name, ',') != SIZE_MAX);
}

/* "(ROE, PAUL H.) OR-M": cut off, with the office behind it; a bracket without a name stays. */
static struct cv_span take_bracket_name(struct cv_parse *p, struct cv_span s) {
    size_t open = SIZE_MAX, close;
    struct cv_span name;
    for (size_t i = 0; i + 3 < s.n; i++)
        if (s.p[i] == '(' && cv_is_alpha(s.p[i + 1]) && cv_is_alpha(s.p[i + 2])) open = i;
    if (open == SIZE_MAX) return s;
    name = cv_span_from(s, open + 1);
    close = cv_span_chr(name, ')');
    if (close == SIZE_MAX) close = cv_span_find(name, " OR-");
    name = cv_span_trim(cv_span_first(name, close == SIZE_MAX ? name.n : close));
    if (!is_bracket_name(name)) return s;
    if (!p->out->classified_by.p) p->out->classified_by = cv_single_spaced(p->arena, name);
    return cv_span_trim(cv_span_first(s, open));
}

/* A name without brackets behind code and date: "SURNAME, GIVEN". */
static bool take_plain_name(struct cv_parse *p, struct cv_span s) {
    size_t comma = cv_span_chr(s, ','), office = cv_span_find(s, " OR-");
    if (office == SIZE_MAX) office = cv_span_find(s, " (OR-");
    if (office != SIZE_MAX) s = cv_span_trim(cv_span_first(s, office));
    if (comma == SIZE_MAX || comma < 2 || comma + 2 >= s.n || s.n > 40) return false;
    for (size_t i = 0; i < s.n; i++)
        if (cv_is_digit(s.p[i])) return false;
    if (!p->out->classified_by.p) p->out->classified_by = cv_single_spaced(p->arena, s);
    return true;
}

/* ---- the value --------------------------------------------------------------------------------- */

static struct cv_span cut_at(struct cv_span s, const char *word) {
    size_t at = cv_span_find(s, word);
    return at == SIZE_MAX ? s : cv_span_first(s, at);
}

static bool tells_of_past(struct cv_span s) { return cv_span_find(s, "DECLASSIFIED") != SIZE_MAX; }

/* "N/A DECL: 01/01/2010", "OADR DECL 01/01/2010": the word between code and date. */
static struct cv_span without_decl(struct cv_span s) {
    size_t at = cv_span_find(s, "DECL");
    if (at == SIZE_MAX || at == 0 || cv_is_alnum(s.p[at - 1])) return s;
    return cv_span_chr(cv_span_from(s, at), ' ') == SIZE_MAX ? strip(cv_span_trim(cv_span_first(s, at))) : s;
}

/* What stands behind a date: a name, an exemption, or words. */
static void parse_rest(struct cv_parse *p, struct cv_span rest, bool old) {
    rest = strip(rest);
    while (rest.n && strchr(")(", rest.p[0])) rest = strip(cv_span_from(rest, 1));
    if (cv_span_starts(rest, "AND ")) rest = strip(cv_span_from(rest, 4));
    if (!rest.n || cv_span_starts(rest, "OR-")) return;
    if (old && take_plain_name(p, rest)) return;
    for (size_t i = 0; i < rest.n; i++)
        if (cv_is_alpha(rest.p[i])) {
            set_code_or_phrase(p, rest);
            return;
        }
}

static struct cv_span open_bracket_off(struct cv_span s) {
    bool closed = cv_span_chr(s, ')') != SIZE_MAX; /* what goes in front is none */
    while (!closed && s.n && s.p[0] == '(') s = strip(cv_span_from(s, 1));
    if (s.n > 2 && s.p[0] == '(' && cv_span_chr(s, ')') == s.n - 1) s = strip(cv_span_of(s.p + 1, s.n - 2));
    return s;
}

/* "N/A//", "N/A SIPDIS": nothing to declassify, with signs or a caption astray behind it. */
static bool nothing_and_caption(struct cv_parse *p, struct cv_span s) {
    struct cv_span rest = cv_span_starts(s, "N/A") ? cv_span_from(s, 3) : CV_NONE;
    while (rest.n && strchr("/ .,;:-", rest.p[0])) rest = cv_span_from(rest, 1);
    if (!cv_span_starts(s, "N/A") || (rest.n && !cv_caption_line(p, rest, false))) return false;
    if (rest.n) (void)cv_caption_line(p, rest, true);
    return true;
}

/* "10 YEARS", "5 YEARS AFTER KOREAN UNIFICATION" */
static bool says_years(struct cv_span s) {
    size_t at = cv_span_find(s, " YEARS");
    return at != SIZE_MAX && at <= 2;
}

void cv_declassify_parse(struct cv_parse *p, struct cv_span value, bool before_1995, unsigned line_no) {
    struct cv_span s = cv_single_spaced(p->arena, value), pre, code;
    struct cv_eo_date d;
    size_t reason = cv_span_find(s, "REASON"), n;
    if (reason != SIZE_MAX) {
        cv_reasons_parse(p, cv_span_from(s, reason));
        s = cv_span_first(s, reason);
    }
    s = after_decl(cut_at(s, "CLASSIFIED BY:"));
    if (!s.n || not_applicable(s) || nothing_and_caption(p, s)) return;
    if (tells_of_past(s)) {
        set_note(p, s);
        return;
    }
    if (before_1995) s = take_bracket_name(p, s);
    s = after_decl(open_bracket_off(strip(s)));
    if (!s.n || not_applicable(s)) return;
    if (!cv_eo_find_date(s, before_1995, &d)) {
        /* Figures that are no code and no date: "12/2017", "208" */
        if (schedule_code(s, p->arena, &code, &n) && take_plain_name(p, strip(cv_span_from(s, n)))) s = code;
        set_code_or_phrase(p, s);
        if (cv_is_digit(s.p[0]) && !only_exemptions(s) && !says_years(s))
            cv_problem(p, CV_P_BAD_DECLASSIFY, line_no, "no date of declassification: %.*s", CV_FMT(s));
        return;
    }
    set_date(p, &d, cv_span_of(s.p + d.at, d.n), line_no);
    if (!d.valid) return;
    pre = without_decl(strip(cv_span_first(s, d.at)));
    while (pre.n && (pre.p[pre.n - 1] == '(' || pre.p[pre.n - 1] == ')') && pre.p[0] != '(') {
        if (pre.n > 2 && pre.p[pre.n - 1] == ')') break;
        pre.n--;
        pre = strip(pre);
    }
    if (pre.n > 1 && !cv_span_is(pre, "ON") && !not_applicable(pre)) set_code_or_phrase(p, pre);
    parse_rest(p, cv_span_from(s, d.at + d.n), before_1995);
}

/* The number: digits with a letter O for 0 among them; noise of copying puts blanks between them (NARA sheet 2). */
static size_t take_number(struct cv_parse *p, struct cv_span s, struct cv_span *number) {
    char digits[8];
    size_t i = 0, n = 0;
    if (s.n > 1 && (s.p[0] == 'I' || s.p[0] == 'l') && is_digit_or_o(s.p[1])) { /* I2958 */
        digits[n++] = '1';
        i++;
    }
    while (i < s.n && n < 7) {
        if (is_digit_or_o(s.p[i]) && (n || cv_is_digit(s.p[i])))
            digits[n++] = cv_is_digit(s.p[i]) ? s.p[i] : '0';
        else if (!(cv_is_blank(s.p[i]) && n && n < 5 && i + 1 < s.n && cv_is_digit(s.p[i + 1])))
            break;
        i++;
    }
    if (n < 4 || n > 6) return 0;
    *number = cv_arena_copy(p->arena, cv_span_of(digits, n));
    return i;
}

/* The known number that is printed but for one sign; the printed one where there is none. */
static struct cv_span nearest_number(struct cv_span printed) {
    if (cv_eo_number_known(printed)) return printed;
    for (size_t k = 0; k < CV_ARRAY_LEN(known); k++)
        if (cv_span_distance(printed, cv_span_of(known[k], 5)) == 1) return cv_span_of(known[k], 5);
    return printed;
}

static bool before_1995(const struct cv_parse *p, struct cv_span number) {
    number = nearest_number(number);
    if (cv_span_is(number, "12958") || cv_span_is(number, "13526")) return false;
    if (cv_eo_number_known(number)) return true;
    return p->out->year && p->out->year < 1995;
}

void cv_eo_parse(struct cv_parse *p, struct cv_span value, unsigned line_no) {
    struct cv_span s = cv_single_spaced(p->arena, value), number = CV_NONE, printed;
    size_t n;
    if (!s.n) return;
    while (s.n && is_separator(s.p[0])) s = cv_span_from(s, 1);
    n = cv_eo_misread(s);
    if (n == 6 && cv_eo_number_known(cv_span_of(s.p + 1, 5))) s = cv_span_from(s, 1);
    printed = cv_span_first(s, n);
    n = cv_eo_misread(s); /* printed, but no number: I2958 is one */
    if (!n || s.p[0] == 'I' || s.p[0] == 'l' || cv_span_chr(cv_span_first(s, n), 'O') != SIZE_MAX) {
        n = take_number(p, s, &number);
        printed = number;
    } else if (cv_eo_number_known(cv_span_first(s, 5))) { /* 12958R */
        number = cv_span_first(s, 5);
    }
    if (!number.p) {
        cv_problem(p, CV_P_BAD_EO, line_no, "no number of an executive order: %.*s", CV_FMT(cv_span_first(s, 60)));
    } else {
        p->out->executive_order = number;
        if (!cv_eo_number_known(number))
            cv_problem(p, CV_P_BAD_EO, line_no, "no executive order on classification has the number %.*s",
                       CV_FMT(number));
    }
    s = strip(cv_span_from(s, n));
    if (cv_span_starts(s, "AS AMENDED:") || cv_span_starts(s, "AS AMENDED, DECL:")) s = strip(cv_span_from(s, 11));
    cv_declassify_parse(p, s, before_1995(p, printed), line_no);
}
