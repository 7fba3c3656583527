/* headings.c - which lines are headings: underlined ones, and short lines alone in capitals or title case.
 * May not: know about paragraphs. Facts: sheet 11 "Headings". */
#include "text.h"

enum { HEADING_MAX = 75, COLON_MAX = 40 };

struct cv_span cv_heading_trim(struct cv_span s) {
    for (;;) {
        size_t n;
        s = cv_span_trim(s);
        for (n = 0; n < s.n && (s.p[n] == '-' || s.p[n] == '=' || s.p[n] == '*' || s.p[n] == '_'); n++) {
        }
        if (n > 1 || (n && s.n > 1 && s.p[0] != '-')) {
            s = cv_span_from(s, n);
            continue;
        }
        for (n = 0; n < s.n && (s.p[s.n - 1 - n] == '-' || s.p[s.n - 1 - n] == '=' || s.p[s.n - 1 - n] == '*' ||
                                s.p[s.n - 1 - n] == '_');
             n++) {
        }
        if (n > 1 || (n && s.n > 1 && s.p[s.n - 1] != '-')) {
            s = cv_span_first(s, s.n - n);
            continue;
        }
        if (s.n > 2 && s.p[0] == '-' && cv_is_blank(s.p[1])) { /* the filler of the 1980s before it */
            s = cv_span_from(s, 1);
            continue;
        }
        if (s.n > 2 && s.p[0] == '/' && s.p[s.n - 1] == '/') {
            s = cv_span_range(s.p + 1, s.p + s.n - 1);
            continue;
        }
        return s;
    }
}

bool cv_has_figures(struct cv_span s) {
    unsigned figures = 0;
    struct cv_span w;
    while ((w = cv_span_word(&s)).n)
        for (size_t i = 1; i + 1 < w.n; i++)
            if ((w.p[i] == '.' || w.p[i] == ',') && cv_is_digit(w.p[i - 1]) && cv_is_digit(w.p[i + 1])) {
                figures++;
                break;
            }
    return figures > 1;
}

/* No line of a table: no wide gap inside. */
static bool in_one_piece(struct cv_span s) {
    unsigned two, three;
    if (cv_has_figures(s)) return false;
    cv_gaps(s, &two, &three);
    return three == 0;
}

/* "TENDER CLOSES MARCH 15. BIDDERS ARE:" is a sentence and what it announces. */
static bool announces(struct cv_span s) {
    size_t letters = 0;
    for (size_t i = 0; i + 2 < s.n; i++) {
        if (s.p[i] == '.' && i && (letters > 3 || cv_is_digit(s.p[i - 1])) && cv_is_blank(s.p[i + 1])) return true;
        letters = cv_is_alpha(s.p[i]) ? letters + 1 : 0;
    }
    return false;
}

/* By its end. */
static bool may_end(struct cv_span s) {
    char last = cv_last_sign(s);
    if (last == '.' || last == ',' || last == ';') return false;
    return last != ':' || !(cv_has_lower(s) || s.n > COLON_MAX || announces(s));
}

/* By its words. */
static bool may_say(struct cv_span s) {
    if (cv_span_find(s, " END SUMMARY") != SIZE_MAX || cv_span_find(s, " END COMMENT") != SIZE_MAX) return false;
    if (cv_span_find(s, "(END SUMMARY") != SIZE_MAX || cv_span_find(s, "(END COMMENT") != SIZE_MAX) return false;
    if (cv_last_sign(s) == ':' && (cv_span_starts(s, "FOLLOWING ") || cv_span_starts(s, "THE FOLLOWING ")))
        return false;
    if (cv_span_starts(s, "BEGIN ")) return false;                                   /* of a quoted text */
    if (cv_span_starts(s, "SOURCE:") || cv_span_starts(s, "SOURCES:")) return false; /* of a table */
    if (cv_span_starts(s, "END ") && !cv_span_starts(s, "END OF THE ") && !cv_span_starts(s, "END OF A")) return false;
    struct cv_span rest = s;
    if (cv_month_of(cv_span_word(&rest)) && cv_has_digit(rest)) return false; /* a date */
    if (cv_span_is(s, "QTE") || cv_span_is(s, "UNQTE")) return false;
    return !cv_span_is(s, "QUOTE") && !cv_span_is(s, "UNQUOTE") && !cv_span_starts(s, "http");
}

bool cv_heading_shape(struct cv_span s) {
    struct cv_marker m;
    bool marker;
    if (cv_item_mark(s) && s.p[s.n - 1] != '-' && s.p[s.n - 1] != '*') return false;
    s = cv_heading_trim(s);
    if (s.n < 2 || s.n > HEADING_MAX || cv_is_lower(s.p[0])) return false;
    if (s.p[s.n - 1] == ')' && cv_span_chr(s, '(') == SIZE_MAX) return false; /* "End Comment)" */
    marker = cv_marker_match(s, &m) && m.role != CV_ROLE_NOTE && m.alone;
    if (!marker && !may_end(s)) return false; /* most lines: they are asked no more */
    if (!cv_has_alpha(s) || cv_item_mark(s) || cv_is_redaction(s) || !in_one_piece(s)) return false;
    return marker || may_say(s);
}

bool cv_heading_case(struct cv_span s) {
    s = cv_heading_trim(s);
    return !cv_has_lower(s) || cv_is_title_case(s);
}

size_t cv_dash_run(struct cv_span s, size_t from, size_t *n) {
    enum { RUN = 5 };
    /* A run of five or more holds an index that leaves four. */
    for (size_t i = from + RUN - 1; i < s.n; i += RUN) {
        size_t a = i, b = i;
        char c = s.p[i];
        if (c != '-' && c != '=' && c != '*' && c != '_') continue;
        while (a > from && s.p[a - 1] == c) a--;
        while (b < s.n && s.p[b] == c) b++;
        if (b - a < RUN) continue;
        *n = b - a;
        return a;
    }
    return SIZE_MAX;
}
