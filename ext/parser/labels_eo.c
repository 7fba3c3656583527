/* labels_eo.c - the label of the E.O. line, whole, garbled or lost, at a line's start and inside one.
 * May not: read the value (eo.c); look at more than one line.
 * Facts: sheet 6 (label forms, numbers and their misprints); NARA sheet 2 "E.O.". */
#include "head.h"

/* Noise of copying puts blanks between the digits ("1 1652"). */
static size_t spaced_digits_at(struct cv_span s, size_t i) {
    size_t n = 0;
    for (; i < s.n && n < 7; i++) {
        if (cv_is_digit(s.p[i]))
            n++;
        else if (s.p[i] != ' ' || !n || n >= 5)
            break;
    }
    return n;
}

/* "I2958", "l2958", "1O5O1": a known number with letters for figures. */
static bool misread_number_at(struct cv_span s, size_t i) {
    char digits[5];
    if (cv_eo_misread(cv_span_from(s, i))) return true;
    for (size_t k = 0; k < sizeof digits; k++) {
        char c = i + k < s.n ? s.p[i + k] : 0;
        digits[k] = c == 'I' || c == 'l' ? '1' : c == 'O' || c == 'o' ? '0' : c;
    }
    if (i + 5 < s.n && cv_is_alnum(s.p[i + 5])) return false;
    return cv_eo_number_known(cv_span_of(digits, sizeof digits));
}

/* After "E.O.": a number of four to six digits, or a colon. "E.OM 11652", "E. O 11652", "E.0. 12958" are met. */
static bool eo_tail(struct cv_span s, size_t i, size_t *value_at) {
    bool colon = false;
    size_t n;
    if (i < s.n && (cv_to_upper(s.p[i]) == 'M' || cv_to_upper(s.p[i]) == 'N')) i++;
    while (i < s.n && (cv_is_blank(s.p[i]) || strchr(".,:;-", s.p[i]))) {
        colon |= s.p[i] == ':';
        i++;
    }
    n = cv_digits_at(s, i);
    *value_at = i;
    if (n >= 4 && n <= 6) return true;
    return colon || (n && spaced_digits_at(s, i) == 5) || misread_number_at(s, i);
}

bool cv_label_eo_at(struct cv_span s, size_t i, size_t *value_at) {
    size_t start = i, n;
    if (i >= s.n ||
        (!cv_is_digit(s.p[i]) && !strchr("EeOo.,:\"", s.p[i]) && !cv_span_starts(cv_span_from(s, i + 1), ".O.")))
        return false;
    if (cv_span_starts(cv_span_from(s, i), "EXECUTIVE ORDER")) {
        i += strlen("EXECUTIVE ORDER");
        return eo_tail(s, i, value_at);
    }
    if (i < s.n && cv_to_upper(s.p[i]) == 'E') {
        i++;
        while (i < s.n && (cv_is_blank(s.p[i]) || s.p[i] == '.' || s.p[i] == ',')) i++;
        if (i < s.n && (cv_to_upper(s.p[i]) == 'O' || s.p[i] == '0') &&
            !(i + 2 < s.n && cv_is_alpha(s.p[i + 1]) && cv_is_alpha(s.p[i + 2])) && eo_tail(s, i + 1, value_at))
            return true;
    }
    /* The label is lost or garbled (".O. 12958:", "EE.O. 12958"): a known number and what belongs behind it decide. */
    for (i = start; i < s.n && i < start + 7 && !cv_is_digit(s.p[i]) && (unsigned char)s.p[i] < 0x80;) i++;
    n = cv_digits_at(s, i);
    *value_at = i;
    if (n != 5 || !cv_eo_number_known(cv_span_of(s.p + i, n))) return false;
    i = cv_skip_blanks(s, i + n);
    return i < s.n && (s.p[i] == ':' || cv_span_starts(cv_span_from(s, i), "N/A") ||
                       cv_span_starts(cv_span_from(s, i), "DECL") || cv_span_starts(cv_span_from(s, i), "GDS") ||
                       cv_span_starts(cv_span_from(s, i), "XDS") || cv_span_starts(cv_span_from(s, i), "RDS"));
}

/* An E.O. label in mid-line needs a number of the list behind it: "E.O." also stands in prose. */
bool cv_label_eo_inside(struct cv_span line, size_t at, size_t *value_at) {
    size_t i = at + 1;
    if (cv_to_upper(line.p[at]) != 'E' || (at > 0 && cv_is_alnum(line.p[at - 1]))) return false;
    while (i < line.n && (cv_is_blank(line.p[i]) || line.p[i] == '.')) i++;
    if (i >= line.n || (cv_to_upper(line.p[i]) != 'O' && line.p[i] != '0') || !eo_tail(line, i + 1, value_at))
        return false;
    return cv_digits_at(line, *value_at) == 5;
}
