/* notices.c - stamps and notices of archives, publishers and sites, end marks, crumbs of web pages.
 * May not: decide what is taken out (transport.c and signature.c do).
 * Facts: sheet 2 "Notices", 12; NARA sheet 1 (the six release stamps), 5 (FOIA stamps). */
#include "text.h"

static bool has(struct cv_span s, const char *z) { return cv_span_find(s, z) != SIZE_MAX; }

/* ---- the six release stamps ---- */

static const char stamp[] = "Declassified/Released US Department of State EO Systematic Review";
static const char *const signers[] = {"Margaret P. Grafeld", "Sheryl P. Walter"};

bool cv_stamp_find(struct cv_span line, size_t *at, size_t *n) {
    size_t from = cv_span_index(line, stamp), end, digits = 0;
    if (from == SIZE_MAX) return false;
    end = from + sizeof stamp - 1;
    /* its date: day, month, year */
    for (size_t i = end, words = 0; i < line.n && words < 3; words++) {
        while (i < line.n && cv_is_blank(line.p[i])) i++;
        size_t word = i;
        while (i < line.n && cv_is_alnum(line.p[i]) && digits < 6) digits += cv_is_digit(line.p[i++]);
        if (i == word) break;
        end = i;
    }
    for (size_t i = 0; i < CV_ARRAY_LEN(signers); i++) {
        size_t len = strlen(signers[i]), to = from;
        while (to && cv_is_blank(line.p[to - 1])) to--;
        if (to >= len && memcmp(line.p + to - len, signers[i], len) == 0) from = to - len;
    }
    *at = from;
    *n = end - from;
    return true;
}

bool cv_stamp_part(struct cv_span line) {
    static const char *const parts[] = {"Margaret P. Grafeld", "Sheryl P. Walter", "Declassified/Released",
                                        "US Department of State", "EO Systematic Review"};
    line = cv_span_trim(line);
    for (size_t i = 0; i < CV_ARRAY_LEN(parts); i++)
        if (cv_span_is(line, parts[i])) return true;
    return false;
}

bool cv_stamp_date(struct cv_span line) {
    unsigned slashes = 0, digits = 0;
    line = cv_span_trim(line);
    if (line.n > 40) return false;
    if (line.n == 11 && cv_is_digit(line.p[0]) && cv_month_of(cv_span_range(line.p + 3, line.p + 6))) return true;
    for (size_t i = 0; i < line.n; i++) {
        if (line.p[i] == '/')
            slashes++;
        else if (cv_is_digit(line.p[i]))
            digits++;
        else
            return false;
    }
    return slashes == 2 && digits >= 4 && digits <= 8;
}

/* ---- end marks ---- */

/* "=====CABLE ENDS=====", "***** END OF CABLE *****": a publisher's rule that says so. */
static bool is_end_rule(struct cv_span line) {
    static const char *const words[] = {"CABLE END", "CABLE ENDS", "END CABLE", "END OF CABLE", "END OF MESSAGE"};
    size_t before = 0, behind = 0;
    while (before < line.n && line.p[before] == line.p[0]) before++;
    while (behind < line.n && line.p[line.n - 1 - behind] == line.p[0]) behind++;
    if (before < 3 || behind < 3 || before + behind >= line.n) return false;
    line = cv_span_trim(cv_span_of(line.p + before, line.n - before - behind));
    for (size_t i = 0; i < CV_ARRAY_LEN(words); i++)
        if (cv_span_is(line, words[i])) return true;
    return false;
}

bool cv_is_end_mark(struct cv_span line) {
    size_t i = 0;
    line = cv_span_trim(line);
    if (!line.n) return false;
    if (line.p[0] == '=' || line.p[0] == '-' || line.p[0] == '*')
        return is_end_rule(line) || (line.p[0] == '=' && has(line, "CABLE TEXT"));
    if (line.n > 30 && line.p[0] != 'N')
        return cv_span_chr(line, '<') != SIZE_MAX && has(line, "<< END OF DOCUMENT >>");
    while (i < line.n && line.p[i] == 'N') i++;
    /* NNN, NNNN, NNNNMAFVVZCZ */
    if (i >= 3 &&
        (i == line.n || (i >= 4 && line.n <= 16 && cv_span_chr(line, ' ') == SIZE_MAX && !cv_has_lower(line))))
        return true;
    if (line.p[0] == 'N' && line.n <= 16 && cv_span_ends(line, "VVZCZ") && cv_span_chr(line, ' ') == SIZE_MAX)
        return true; /* NMAFVVZCZ: letters of the mark are lost */
    if (cv_span_eq(line, CV_LIT("BT")) || cv_span_is(line, "<END OF DOCUMENT>")) return true;
    if (cv_span_chr(line, '<') != SIZE_MAX && has(line, "<< END OF DOCUMENT >>")) return true;
    if (line.p[0] == '#' && line.n >= 4 && line.n <= 8) {
        for (i = 1; i < line.n && cv_is_digit(line.p[i]); i++) {
        }
        return i == line.n;
    }
    return false;
}

/* ---- notices ---- */

/* B1, B6, B7(C), 1.4(B), 1.4(D): alone in the margin. */
static bool exemption_code(struct cv_span s) {
    size_t i = 0;
    bool point = false;
    if (!s.n || s.n > 16) return false;
    if (s.p[0] == 'B' && s.n >= 2 && cv_is_digit(s.p[1]))
        i = 2;
    else if (s.n >= 6 && s.p[0] == '1' && s.p[1] == '.' && (s.p[2] == '4' || s.p[2] == '5') && cv_span_chr(s, '(') <= 4)
        i = 3, point = true;
    if (!i) return false;
    for (; i < s.n; i++)
        if (!cv_is_digit(s.p[i]) && !cv_is_upper(s.p[i]) && s.p[i] != '(' && s.p[i] != ')' && s.p[i] != ',' &&
            s.p[i] != '.' && s.p[i] != ' ')
            return false;
    return !point || s.p[s.n - 1] == ')';
}

/* What may follow the words of a release stamp: exemption codes, a second stamp. */
static bool stamp_tail(struct cv_span s) {
    if (s.n && s.p[0] == '/') return true;
    return s.n < 40 && !cv_has_lower(s) && (!s.n || s.p[0] == 'B' || s.p[0] == '1' || s.p[0] == ',' || s.p[0] == ':');
}

static enum cv_notice release_notice(struct cv_span s) {
    static const struct {
        const char *words;
        enum cv_notice notice;
    } stamps[] = {{"RELEASE IN PART", CV_NOTICE_REDACTION},   {"RELEASED IN PART", CV_NOTICE_REDACTION},
                  {"DENIED IN FULL", CV_NOTICE_REDACTION},    {"DECLASSIFIED IN PART", CV_NOTICE_REDACTION},
                  {"RELEASE IN FULL", CV_NOTICE_RELEASE},     {"RELEASED IN FULL", CV_NOTICE_RELEASE},
                  {"DECLASSIFIED IN FULL", CV_NOTICE_RELEASE}};
    if (cv_to_upper(s.p[1]) != 'E') return CV_NOTICE_NONE; /* as in all of them: most lines begin with RU */
    for (size_t i = 0; i < CV_ARRAY_LEN(stamps); i++)
        if (cv_span_starts(s, stamps[i].words) && stamp_tail(cv_span_trim(cv_span_from(s, strlen(stamps[i].words)))))
            return stamps[i].notice;
    return CV_NOTICE_NONE;
}

/* "2005ROME00123 - Classification: UNCLASSIFIED", "2004LIMA00123 - SECRET": the foot of a page of the Department's own archive. */
static bool archive_foot(struct cv_span s) {
    enum { YEAR = 4, LONGEST = 60 };
    size_t at = s.n > YEAR && s.n < LONGEST && cv_is_digit(s.p[0]) ? cv_span_find(s, " - ") : SIZE_MAX;
    if (at == SIZE_MAX || at <= YEAR || !cv_is_digit(s.p[YEAR - 1]) || !cv_is_upper(s.p[YEAR])) return false;
    if (!cv_is_digit(s.p[at - 1]) || cv_span_chr(cv_span_first(s, at), ' ') != SIZE_MAX) return false;
    s = cv_span_from(s, at + strlen(" - "));
    return cv_span_starts(s, "CLASSIFICATION: ") || cv_page_mark_match(s) != CV_CLASS_NONE;
}

/* "Friday, 23 February 2001, 15:53": a publisher's, at the head of the body. */
static bool weekday_line(struct cv_span s) {
    static const char *const days[] = {"Monday, ", "Tuesday, ",  "Wednesday, ", "Thursday, ",
                                       "Friday, ", "Saturday, ", "Sunday, "};
    if (s.n < 20 || s.n > 45 || s.p[s.n - 3] != ':' || !cv_is_digit(s.p[s.n - 1])) return false;
    for (size_t i = 0; i < CV_ARRAY_LEN(days); i++)
        if (cv_span_starts(s, days[i])) return cv_is_digit(s.p[strlen(days[i])]);
    return false;
}

/* With the classification line behind it on its line: the bytes before that, or 0. */
size_t cv_weekday_before(struct cv_span line) {
    enum { MINUTES = 3 };
    size_t at = cv_span_chr(cv_span_first(line, 45), ':'), n = 0;
    struct cv_span rest;
    if (at == SIZE_MAX || at + MINUTES >= line.n || !weekday_line(cv_span_first(line, at + MINUTES))) return 0;
    rest = cv_span_trim_left(cv_span_from(line, at + MINUTES));
    return cv_classification_match(rest, &n) == CV_CLASS_NONE ? 0 : (size_t)(rest.p - line.p);
}

static bool site_notice(struct cv_span s) {
    size_t i = 0;
    if (s.n < 12 || s.n > 160) return false;
    while (i < s.n && (s.p[i] == '"' || s.p[i] == '\'' || s.p[i] == '*' || s.p[i] == ' ')) i++;
    s = cv_span_from(s, i);
    if (!s.n || !cv_is_upper(s.p[0])) return false; /* "… plans to" / "visit the web site" */
    if (!cv_span_starts(s, "visit ") && !cv_span_starts(s, "please visit ")) return false;
    return has(s, "web site") || has(s, "website") || has(s, "web page") || has(s, "webpage") || has(s, "homepage") ||
           has(s, "http:") || has(s, "https:") || has(s, "forum at") || has(s, "classified web") ||
           has(s, "classified site");
}

/* "… HE SAID YES.          1.4(D) B1": the bytes before codes that stand in the margin of a line; all where none do. */
size_t cv_margin_code(struct cv_span s) {
    enum { MARGIN_GAP = 4, CODES_MAX = 24 };
    size_t at = s.n;
    struct cv_span codes, w;
    if (s.n <= MARGIN_GAP || (s.p[s.n - 1] != ')' && !cv_is_digit(s.p[s.n - 1]))) return s.n;
    while (at && s.n - at <= CODES_MAX && !(cv_is_blank(s.p[at - 1]) && at > 1 && cv_is_blank(s.p[at - 2]))) at--;
    codes = cv_span_from(s, at);
    while (at && cv_is_blank(s.p[at - 1])) at--;
    if (!at || (size_t)(codes.p - s.p) - at < MARGIN_GAP) return s.n;
    while ((w = cv_span_word(&codes)).n) {
        if (w.p[w.n - 1] == ',') w.n--;
        if (!exemption_code(w)) return s.n;
    }
    return at;
}

/* "C05389586" in a page's corner. */
static bool is_document_number(struct cv_span s) {
    enum { LENGTH = 9 };
    size_t i = 1;
    while (i < s.n && cv_is_digit(s.p[i])) i++;
    return i == LENGTH && i == s.n && s.p[1] == '0';
}

enum cv_notice cv_notice_match(struct cv_span line) {
    struct cv_span s = cv_span_trim(line);
    if (s.n < 2) return CV_NOTICE_NONE;
    switch (cv_to_upper(s.p[0])) {
    case '*':
        if (cv_span_starts(s, "*** Current ") && (has(s, "Handling Restrictions") || has(s, "Classification")))
            return CV_NOTICE_LINE;
        break;
    case 'T':
        if (cv_span_starts(s, "This record is a partial extract of the original cable")) return CV_NOTICE_BLOCK;
        break;
    case 'C':
        if (cv_span_starts(s, "Copy from the National Archives")) return CV_NOTICE_BLOCK;
        if (cv_span_starts(s, "CSP-20") && has(s, "B-0")) return CV_NOTICE_LINE;
        if (is_document_number(s)) return CV_NOTICE_LINE;
        break;
    case 'U':
        if (has(s, "U.S. Department of State Case No")) return CV_NOTICE_LINE;
        break;
    case 'D':
        if (cv_span_starts(s, "Declassified/Released")) return CV_NOTICE_LINE;
        if (cv_span_starts(s, "Declassified and released")) return CV_NOTICE_LINE;
        return release_notice(s);
    case 'R':
        if (cv_span_starts(s, "REVIEW AUTHORITY:")) return CV_NOTICE_LINE;
        return release_notice(s);
    default:
        break;
    }
    if (exemption_code(s)) return CV_NOTICE_CODE;
    if (weekday_line(s) || archive_foot(s)) return CV_NOTICE_LINE;
    if (site_notice(s)) return CV_NOTICE_BLOCK;
    return CV_NOTICE_NONE;
}

/* ---- crumbs behind the signature ---- */

bool cv_is_crumb(struct cv_span line) {
    struct cv_span s = cv_span_trim(line);
    if (!s.n) return true;
    if (s.n <= 3 && !cv_is_alnum(s.p[0]) && !((unsigned char)s.p[0] & 0x80)) return true; /* ".", ">", "..." */
    if (cv_is_dashes(s) || cv_is_end_mark(s) || cv_page_mark_match(s) != CV_CLASS_NONE) return true;
    if (cv_span_starts(s, "ID:") || cv_span_starts(s, "Track ") || cv_span_starts(s, "http")) return true;
    if (s.n < 60 && has(s, " @ ")) return true;
    /* 2009-12-31 */
    if (s.n == 10 && s.p[4] == '-' && s.p[7] == '-' && cv_is_digit(s.p[0]) && cv_is_digit(s.p[9])) return true;
    return cv_span_is(s, "SIPDIS") || cv_notice_match(s) != CV_NOTICE_NONE;
}
